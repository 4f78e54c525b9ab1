"""Which of several values holds: the revised target, that of now, the statistic of its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from kpikit.language.headings import LATEST, REVISED, RUNNING, SINGLE, UNCHANGED, UNREVISED
from kpikit.language.pattern import pattern
from kpikit.language.words import either
from kpikit.model.observation import Status
from kpikit.model.period import Period
from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.fact import Fact
from kpikit.table.headings import Role, folded

__all__ = ["Choice", "by_revision", "by_statistic", "seen", "statistic_of", "with_now"]

_FIRST: Final = frozenset(UNREVISED.split())
_REVISED: Final = frozenset(REVISED.split())
_LATEST: Final = pattern(LATEST)
_UNCHANGED: Final = pattern(either(UNCHANGED))
#: A single year, and a total so far.
_STATISTICS: Final = tuple(pattern(form) for form in (SINGLE, RUNNING))


@attrs.frozen
class Choice:
    """Values that hold, and those that others stand for."""

    kept: list[Fact]
    passed: list[Fact]


def statistic_of(texts: Iterable[str]) -> str:
    """Return the statistic that texts name, ``""`` if it is none or both.

    >>> statistic_of(["令和4年度からの累計", "R6"]) == statistic_of(["累積"]) != ""
    True
    """
    named = {form.pattern for text in texts for form in _STATISTICS if form.search(text)}
    return named.pop() if len(named) == 1 else ""


def seen(facts: Sequence[Fact]) -> Choice:
    """Choose what was seen of a year rather than what had been foreseen of it: 見込, 実績.

    What is foreseen stands before it; behind it may be that of another year.
    """

    def key(fact: Fact) -> tuple[tuple[Box, ...], Role, Period | None, str]:
        return fact.names, fact.role, fact.period, fact.statistic

    firm = {key(fact): fact for fact in facts if fact.period is not None and fact.is_firm}
    kept, passed = list[Fact](), list[Fact]()
    for fact in facts:
        other = firm.get(key(fact)) if fact.status is Status.FORECAST else None
        is_before = other is not None and (fact.box.row, fact.box.column) < (
            other.box.row,
            other.box.column,
        )
        (passed if is_before else kept).append(fact)
    return Choice(kept, passed)


def by_statistic(facts: Sequence[Fact], meant: Mapping[int, str]) -> Choice:
    """Choose the values of the statistic that their row says is meant: 累計 in 目標の種類.

    Args:
        facts: The values.
        meant: Row → the statistic.
    """
    told = [fact for fact in facts if fact.box.row in meant]
    named = {id(fact): statistic_of(box.text for box in _heads(fact)) for fact in told}
    parted: dict[tuple[int, Role], set[str]] = {}
    for fact in told:
        if named[id(fact)]:
            parted.setdefault((fact.box.row, fact.role), set()).add(named[id(fact)])
    kept, passed = list[Fact](), list[Fact]()
    for fact in facts:
        row, own = fact.box.row, named.get(id(fact), "")
        if not own or len(parted[row, fact.role]) == 1:
            kept.append(fact)
        elif own == meant[row]:
            kept.append(fact.chosen())
        else:
            passed.append(fact)
    return Choice(kept, passed)


def by_revision(facts: Sequence[Fact]) -> Choice:
    """Choose the last revision of each target; one that says 変更なし leaves the one before it."""
    targets: dict[tuple[Box, ...], list[Fact]] = {}
    for fact in facts:
        if fact.role is Role.TARGET:
            targets.setdefault(fact.names, []).append(fact)
    gone = [gone for each in targets.values() for gone in _replaced(each)]
    known = set(map(id, gone))
    return Choice([fact for fact in facts if id(fact) not in known], gone)


def with_now(facts: Sequence[Fact]) -> list[Fact]:
    """Take 現状 beside 策定時 for the actual, where it is newer or nothing says when either is.

    There is no other actual below the headings of both. What it is in the rows whose values have
    years, it is in those of words too.
    """
    tables: dict[int, list[Fact]] = {}
    for fact in facts:
        tables.setdefault(id(fact.head), []).append(fact)
    now = {id(each) for own in tables.values() for each in _now(own)}
    return [attrs.evolve(each, role=Role.ACTUAL) if id(each) in now else each for each in facts]


def _now(facts: Sequence[Fact]) -> list[Fact]:
    """Return the values at the start of a table that are told to be those of now.

    A note on one of them, ※令和５年度の値, says nothing of the others.
    """
    starts = [each for each in facts if each.role is Role.BASELINE]
    now = [each for each in starts if _is_of_now(each)]
    is_told = any(each.role is Role.ACTUAL for each in facts)
    is_dated = any(each.period is not None and not each.is_noted for each in starts)
    is_told = is_told or (is_dated and not _is_newer(now, starts))
    return now if len(now) < len(starts) and not is_told else []


def _is_newer(now: Sequence[Fact], starts: Sequence[Fact]) -> bool:
    """Whether the values of now are newer than those beside them, wherever both have a year."""
    ends = {id(each): each.period.end for each in starts if each.period is not None}
    before = {each.names: ends[id(each)] for each in starts if id(each) in ends and each not in now}
    dated = [each for each in now if id(each) in ends and each.names in before]
    return bool(dated) and all(ends[id(each)] > before[each.names] for each in dated)


def _is_of_now(fact: Fact) -> bool:
    return any(_LATEST.search(folded(box.text)) for box in fact.labels)


def _replaced(targets: Sequence[Fact]) -> list[Fact]:
    """Return the targets of one name that others stand for."""
    ranks = {_rank(fact) for fact in targets}
    if len(ranks) == 1:
        return []
    empty = [fact for fact in targets if _rank(fact) == max(ranks) and _says_nothing(fact)]
    left = [fact for fact in targets if fact not in empty]
    return empty + [fact for fact in left if any(_replaces(other, fact) for other in left)]


def _replaces(one: Fact, other: Fact) -> bool:
    is_of_its_time = one.period == other.period or None in (one.period, other.period)
    return _rank(one) > _rank(other) and is_of_its_time


def _rank(fact: Fact) -> int:
    """Return -1 for a target that was revised, 1 for one that stands in its place, else 0."""
    said = {box.said.column.revision for box in fact.labels}
    return (not said.isdisjoint(_REVISED)) - (not said.isdisjoint(_FIRST))


def _says_nothing(fact: Fact) -> bool:
    text = folded(fact.box.text)
    return fact.box.kind is Class.DASH or _UNCHANGED.fullmatch(text) is not None


def _heads(fact: Fact) -> list[Box]:
    """Return what heads the column of a value."""
    return [box for box in (*fact.labels, *fact.above) if box.row in fact.head]
