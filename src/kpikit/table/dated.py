"""What lines date that say of years: headings by their word, and targets without a year.

策定時：平成25年度　中間：平成30年度, 最新値は令和６年度の値である, 目標値は令和８年度末.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from kpikit.cell import Vocabulary, read_target
from kpikit.language.headings import PLAIN_TARGETS
from kpikit.language.lines import EXCEPTED_YEAR
from kpikit.language.pattern import pattern
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import what_it_says
from kpikit.table.fact import Fact
from kpikit.table.headings import Role, folded
from kpikit.table.said_years import SaidYear, Statement, said_year, statements
from kpikit.table.sections import is_remark
from kpikit.table.structure import Structure

__all__ = ["dated", "dated_by_lines", "holds_for"]

_EXCEPTED: Final = pattern(EXCEPTED_YEAR)
_PLAIN_TARGETS: Final = pattern(PLAIN_TARGETS)
#: How many a line tells at least, which otherwise may say something else.
_SEVERAL: Final = 2


def dated(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet with the years that its lines tell of headings.

    >>> texts = {(1, 1): "当初：H25年度　中間：H30年度", (2, 1): "指標", (2, 2): "中間"}
    >>> dated(Cells.of(texts), Vocabulary()).boxes[2, 2].said.column.period
    FiscalYear(2018)
    """
    lines = {row: statements(own[0].text) for row, own in sheet.lines.items() if len(own) == 1}
    said = {row: told for row, told in lines.items() if _is_of_values(told)}
    heads: dict[str, list[Box]] = {}
    for box in dict.fromkeys(sheet.boxes.values()) if said else ():
        heads.setdefault(folded(box.text), []).append(box)
    for word, year in _years(sheet, said, heads):
        for head in heads.get(word, ()):
            of_year = what_it_says(f"{head.text.strip()}({year})", vocabulary=vocabulary)
            if head.said.column.period is None and of_year.column.period is not None:
                sheet.put(attrs.evolve(head, said=of_year))
    return sheet


def _years(
    sheet: Cells, said: Mapping[int, Sequence[Statement]], heads: Mapping[str, Sequence[Box]]
) -> list[tuple[str, str]]:
    """Return the words of lines with their years, of which only one can be meant."""
    found: dict[str, set[str]] = {}
    for row, told in said.items():
        is_excepted = _EXCEPTED.search(folded(sheet.lines[row][0].text)) is not None
        for each in told:
            is_sure = not is_excepted and each.is_sure(heads)
            is_sure = is_sure and _is_of_all(sheet, row, heads.get(each.word, ()))
            found.setdefault(each.word, set()).add(each.year if is_sure else "")
    return [(word, min(years)) for word, years in found.items() if len(years) == 1 and all(years)]


def _is_of_values(told: Sequence[Statement]) -> bool:
    """Whether a line speaks of values: it says so, or tells more than one year."""
    return len(told) >= _SEVERAL or any(each.values for each in told)


def _is_of_all(sheet: Cells, row: int, heads: Sequence[Box]) -> bool:
    """Whether a line is of all headings of a word: there is one, or it is above all titles.

    Those of targets may have a year in each row, and are dated by other means.
    """
    rows = {box.row for box in heads}
    if any(box.said.column.role is Role.TARGET for box in heads):
        return False
    if len(rows) < _SEVERAL:
        return True
    first, lines = min(rows), sheet.lines
    return any(row < at < first and len(own) == 1 for at, own in lines.items())


def dated_by_lines(
    facts: Iterable[Fact],
    lines: Sequence[Box],
    structure: Structure,
    read: Callable[[str], Period | None],
) -> list[Fact]:
    """Return values, targets without a year with that which a note below their table says.

    A line that may say of another year is what a target is doubted by.

    Args:
        facts: The values of a sheet.
        lines: Its lines.
        structure: Its headings.
        read: Reads a period.
    """
    said = ((line, said_year(line.text, Role.TARGET)) for line in lines)
    told = [(line, found) for line, found in said if found is not None]
    return [
        _dated(fact, [*_of_its_table(fact, told, structure)], read) if told else fact
        for fact in facts
    ]


def holds_for(line: Box, row: int, structure: Structure) -> bool:
    """Whether a line above a row is of its table: not between the headings of others, or below one.

    >>> from kpikit.table.cells import Cells
    >>> texts = {
    ...     (1, 1): "目標値は令和8年度",
    ...     (2, 1): "指標",
    ...     (2, 2): "目標値",
    ...     (3, 1): "甲",
    ...     (3, 2): "5",
    ... }
    >>> structure = Structure(Cells.of(texts))
    >>> holds_for(structure.line(1), 3, structure)
    True
    """
    first = min(structure.headings, default=0)
    if line.row >= row or first < line.row <= structure.begin(row):
        return False
    return line.row < first or not _is_note_below(line, structure)


def _is_note_below(line: Box, structure: Structure) -> bool:
    """Whether a line is a note right below a table, and not below the title of the next one."""
    if not is_remark(line.text):
        return False
    at = bisect_left(structure.rows, line.row)
    above = structure.own(structure.rows[at - 1]) if at else []
    return len(above) != 1 or above[0].says or is_remark(above[0].text)


def _of_its_table(
    fact: Fact, told: Sequence[tuple[Box, SaidYear]], structure: Structure
) -> Iterator[tuple[Box, SaidYear]]:
    """Yield what lines say of the table of a value, those above it and then its notes."""
    row = fact.box.row
    yield from (each for each in reversed(told) if holds_for(each[0], row, structure))
    end = next((group[0] for group in structure.heads if group[0] > row), None)
    for line, found in told:
        is_of_it = end is None or (line.row < end and _is_note_below(line, structure))
        if line.row > row and is_of_it:
            yield line, found


def _dated(
    fact: Fact, told: Sequence[tuple[Box, SaidYear]], read: Callable[[str], Period | None]
) -> Fact:
    """Return a target that has no year with that of the first line that says it."""
    if not told or fact.period is not None or not _is_plain(fact):
        return fact
    line, found = told[0]
    period = read(found.year) if found.is_sure else None
    if period is None:
        return attrs.evolve(fact, doubted_by=line.text.strip())
    return attrs.evolve(fact, period=period, is_noted=True)


def _is_plain(fact: Fact) -> bool:
    """Whether a value is a target that is called nothing more than that, and has no own year."""
    if fact.role is not Role.TARGET or fact.unread:
        return False
    labels = [box for box in fact.labels if box.said.column.role is Role.TARGET]
    if not all(_PLAIN_TARGETS.fullmatch(folded(box.text)) for box in labels):
        return False
    return read_target(fact.box.text, vocabulary=fact.box.vocabulary).period is None
