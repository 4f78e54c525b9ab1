"""Findings about names: the same thing called differently, or listed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations, pairwise
from typing import Final, TypeAlias

from kpikit.analysis.editions import content, folded, is_alike
from kpikit.analysis.findings._rows import Audited, Row, table_code
from kpikit.analysis.findings.finding import Finding, Place, info, warning
from kpikit.judging.result import SectionEvaluation

#: How alike two names must be, from 0 to 1, to be taken for one that was written differently.
_ALIKE: Final = 0.8
#: How many rows with the same figures are compared by name with one another.
_FEW: Final = 50


def section_names(plan: Audited) -> Iterator[Finding]:
    """Sections of one kind and code have different titles in different tables."""
    if len(plan.result.sections) == 1:
        return
    tables = [_by_code(top) for top in plan.result.sections]
    for key in dict.fromkeys(key for table in tables for key in table):
        found = [table[key] for table in tables if key in table]
        if any(len(sections) > 1 for sections in found):
            continue  # numbers that begin anew below each heading
        same = [places[0] for places in found]
        for (place, title), (other, other_title) in pairwise(same):
            if folded(title) != folded(other_title):
                yield warning("name-mismatch", place, other, one=title, other=other_title)


def _by_code(top: SectionEvaluation) -> dict[tuple[str, str], list[tuple[Place, str]]]:
    """Return the places and titles of the sections below a table, by kind and code."""
    sections: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    for each in top.walk():
        section = each.section
        if section.code and each is not top:
            place = Place(table_code(top.section), section.code, location=section.location)
            found = sections.setdefault((section.kind, section.code), [])
            found.append((place, section.title))
    return sections


_Groups: TypeAlias = Iterable[list[Row]]


def indicator_names(plan: Audited) -> Iterator[Finding]:
    """The same figures stand in two tables under names that are alike and not the same."""
    if len({row.place.table for row in plan.rows}) == 1:
        return
    for rows in _grouped((row, _figures(row)) for row in plan.rows):
        if len(rows) > _FEW:
            continue
        for one, other in combinations(rows, 2):
            if one.place.table != other.place.table and _is_variant(one.name, other.name):
                yield warning(
                    "indicator-name-mismatch",
                    one.place,
                    other.place,
                    one=one.name,
                    other=other.name,
                )


def _is_variant(one: str, other: str) -> bool:
    """Whether two names differ, in letters and not in their numbers, and are much alike."""
    mine, yours = folded(one), folded(other)
    return mine != yours and is_alike(mine, yours, at_least=_ALIKE)


def duplicates(plan: Audited) -> Iterator[Finding]:
    """An indicator is listed twice with the same figures, and not marked 再掲."""
    unmarked = [row for row in _namesakes(plan) if not row.indicator.repeated]
    for rows in _grouped((row, _figures(row)) for row in unmarked):
        first: dict[str, Row] = {}
        for row in rows:
            earlier = first.setdefault(folded(row.name), row)
            if earlier.section is row.section and earlier is not row:
                yield warning("duplicate-indicator", earlier.place, row.place, name=row.name)
            elif earlier is not row:
                yield info("repeated-indicator", earlier.place, row.place, name=row.name)


def conflicting(plan: Audited) -> Iterator[Finding]:
    """One indicator, by its name, baseline and target, has different actuals for one time."""
    for rows in _grouped((row, _promise(row)) for row in _namesakes(plan)):
        first: dict[Hashable, Row] = {}
        for row in rows:
            seen = row.observation
            if seen is None or seen.placed is None or seen.missing is not None:
                continue
            earlier = first.setdefault(seen.placed, row)
            if earlier.observation and content(earlier.observation) != content(seen):
                yield warning(
                    "values-conflict",
                    earlier.place,
                    row.place,
                    name=row.name,
                    one=earlier.observation,
                    other=seen,
                )


def _namesakes(plan: Audited) -> list[Row]:
    """Return the rows whose name others have as well, in source order."""
    names = [folded(row.name) for row in plan.rows]
    often = Counter(names)
    return [row for row, name in zip(plan.rows, names, strict=True) if often[name] > 1]


def _promise(row: Row) -> Hashable:
    """Return what tells one indicator from another that has the same name."""
    start = row.baseline
    if start is None or not row.indicator.targets or start.lower == 0:
        return None
    return folded(row.name), row.indicator.targets, row.evaluation.baseline


def _figures(row: Row) -> Hashable:
    """Return the figures of a row, ``None`` where there is no actual: two blanks are not alike."""
    seen = row.observation
    if seen is None or seen.missing is not None:
        return None
    return row.indicator.targets, row.evaluation.baseline, seen.placed, content(seen)


def _grouped(keyed: Iterable[tuple[Row, Hashable]]) -> _Groups:
    """Return the rows that share a key, in source order; a key of ``None`` is no key."""
    groups: dict[Hashable, list[Row]] = {}
    for row, key in keyed:
        if key is not None:
            groups.setdefault(key, []).append(row)
    return [rows for rows in groups.values() if len(rows) > 1]
