"""Lines that say of which year all values of a kind are: 目標値は令和８年度末."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, takewhile
from typing import Final, final

import attrs

from kpikit.cell import read_actual, read_target
from kpikit.language.headings import (
    BETWEEN_STATEMENTS,
    EXCEPTED,
    MAY_BE_DUE,
    NOT_WHEN_DUE,
    OF_SOMETHING,
    PLAIN_TARGETS,
    SAID_BESIDE,
    SAID_OF_OTHERS,
    SAID_OF_SOME,
    SAID_OF_VALUES,
    SAID_OF_YEARS,
    SAYING_SO,
    VALUE,
    YEAR_SAID_FIRST,
    YEARS_OF_PLAN,
)
from kpikit.language.lines import EXCEPTED_YEAR
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.period import Period
from kpikit.table.cells import Box
from kpikit.table.fact import Fact
from kpikit.table.headings import YEARS_OF, Role, folded
from kpikit.table.sections import is_remark
from kpikit.table.structure import Structure, is_aside

__all__ = [
    "SaidYear",
    "dated_by_lines",
    "end_of_plan",
    "holds_for",
    "is_of_no_actuals",
    "may_be_due",
    "said_year",
    "tells_years",
]

_OF_YEARS: Final = {of: pattern(SAID_OF_YEARS[year.value]) for year, of in YEARS_OF.items()}
_OF_VALUES: Final = {of: pattern(SAID_OF_VALUES[of.value]) for of in YEARS_OF.values()}
_YEAR_FIRST: Final = {of: pattern(YEAR_SAID_FIRST[of.value]) for of in YEARS_OF.values()}
_OF_SOME: Final = {of: pattern(SAID_OF_SOME[of.value]) for of in YEARS_OF.values()}
_BETWEEN: Final = pattern(BETWEEN_STATEMENTS)
_DATED: Final = pattern(DATED)
_EXCEPTED: Final = pattern(EXCEPTED)
_EXCEPTED_YEAR: Final = pattern(EXCEPTED_YEAR)
_SAYING_SO: Final = pattern(SAYING_SO)
_MAY_BE_DUE: Final = pattern(MAY_BE_DUE)
_NOT_WHEN_DUE: Final = pattern(NOT_WHEN_DUE)
_BESIDE: Final = pattern(SAID_BESIDE)
_OF_OTHERS: Final = pattern(SAID_OF_OTHERS)
#: How a statement begins that is of some things: No.2は.
_OF_SOMETHING: Final = pattern(OF_SOMETHING)
_YEARS_OF_PLAN: Final = pattern(YEARS_OF_PLAN)
_PLAIN_TARGETS: Final = pattern(PLAIN_TARGETS)


@final
@attrs.frozen(eq=False)
class SaidYear:
    """What a line says of the year of values."""

    #: The year as it is written.
    year: str
    #: Whether it is that of all of them, or of all that do not say their own.
    is_sure: bool = True
    #: What it calls the values, ``""`` where it names their year: 目標年度.
    word: str = ""
    #: Whether it only may say so, in words that nobody knows.
    is_guessed: bool = False


@lru_cache(maxsize=1024)  # a line is asked about by each value below it
def said_year(text: str, role: Role) -> SaidYear | None:
    """Return of which year a line says that values of a role are, ``None`` if it says nothing.

    >>> said_year(
    ...     "計画期間：R4～R8　目標値は令和８年度末（特に記載のあるものを除く。）", Role.TARGET
    ... ).year
    '令和8年度'
    >>> said_year("目標値は令和８年度末（No.2は令和７年度）", Role.TARGET).is_sure
    False
    >>> said_year("目標値は令和３年度に設定した。", Role.TARGET)
    """
    if role not in _OF_YEARS:
        return None
    whole = folded(text)
    if not _DATED.search(whole):
        return None
    parts = [folded(part) for part in _BETWEEN.split(text)]
    for part in (whole, *parts):
        found = _OF_YEARS[role].search(part)
        if found is not None:
            return SaidYear(found[1])
    is_note = is_remark(text.strip())
    told = [found for part in parts if (found := _told(part, role, is_note=is_note))]
    if not told:
        return None
    year = told[0]["year"]
    is_one = {year} >= {*chain(*map(_OF_SOME[role].findall, parts))}
    is_one = is_one and not _EXCEPTED_YEAR.search(whole)
    return SaidYear(year, is_one and all(map(_is_of_all, told)), told[0]["word"] or "")


def _told(part: str, role: Role, *, is_note: bool) -> re.Match[str] | None:
    """Return what a statement says of the year of values, in either order.

    With the year in a bracket, 目標値（R9）, it may be a title, unless it is a note or says two.
    """
    found = _OF_VALUES[role].fullmatch(part)
    if found is not None and found["bracket"]:
        is_told = is_note or len(_BESIDE.findall(part)) > 1
        return found if is_told else None
    return found or _YEAR_FIRST[role].fullmatch(part)


def tells_years(text: str) -> bool:
    """Whether a line says of which year values are, and so is no name of an indicator.

    >>> tells_years("基準値はR1年度、目標値はR9年度"), tells_years("目標値を達成した事業数")
    (True, False)
    """
    return any(said_year(text, role) is not None for role in _OF_YEARS)


@lru_cache(maxsize=1024)
def may_be_due(text: str) -> SaidYear | None:
    """Return when targets may be due by a line that says it in other words, or nothing.

    >>> may_be_due("令和９年度における目標達成を目指す。").year
    '令和9年度'
    >>> may_be_due("令和９年度に目標を見直す。")
    """
    parts = [folded(part) for part in _BETWEEN.split(text)]
    told = (_MAY_BE_DUE.search(part) for part in parts if not _NOT_WHEN_DUE.search(part))
    found = next(filter(None, told), None)
    if found is None:
        return None
    return SaidYear(found[1] or found[2], is_sure=False, is_guessed=True)


def end_of_plan(text: str) -> str:
    """Return the last year of a plan, where a line says from when to when it runs.

    >>> end_of_plan("過疎地域持続的発展計画（R3～R7）"), end_of_plan("実績（R3～R6）")
    ('R7', '')
    """
    found = {each[1] for each in _YEARS_OF_PLAN.finditer(folded(text))}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=1024)
def is_of_no_actuals(text: str) -> bool:
    """Whether the year of a line is that of targets, or of values at the start.

    >>> (
    ...     is_of_no_actuals("待機児童数の目標値は令和７年度"),
    ...     is_of_no_actuals("令和７年度の目標と実績"),
    ... )
    (True, False)
    """
    return _OF_OTHERS.search(folded(text)) is not None


def _is_of_all(found: re.Match[str]) -> bool:
    """Whether a statement is not of the rest, and names no other year, and nothing that has one."""
    told, behind = found.groupdict(), found["behind"]
    before = _BESIDE.sub("", told.get("before") or "")
    if _OF_SOMETHING.search(before):  # No.2は令和７年度を目標年度とする
        return False
    if told.get("rest") or _DATED.search(_BESIDE.sub("", behind)):
        return False
    return not _EXCEPTED.search(behind) or _SAYING_SO.search(behind) is not None


def dated_by_lines(
    facts: Iterable[Fact],
    lines: Sequence[Box],
    structure: Structure,
    read: Callable[[str], Period | None],
) -> list[Fact]:
    """Return values, those without a year with that which a note below their table says.

    A line that may say of another year is what a target is doubted by.

    Args:
        facts: The values of a sheet.
        lines: Its lines.
        structure: Its headings.
        read: Reads a period.
    """
    facts = [*facts]
    undated = Counter((fact.role, fact.names) for fact in facts if fact.period is None)
    told = {
        role: [(line, found) for line in lines if (found := said_year(line.text, role))]
        for role in _OF_YEARS
    }
    told[Role.TARGET] += _guessed(facts, lines, read)
    return [
        _dated(fact, [*_of_its_table(fact, told[fact.role], structure)], read)
        if told.get(fact.role) and _may_be_dated(fact, undated[fact.role, fact.names])
        else fact
        for fact in facts
    ]


def _may_be_dated(fact: Fact, count: int) -> bool:
    """Whether a value has no year; of a kind that a name has twice, only targets say which."""
    return fact.period is None and (fact.role is Role.TARGET or count == 1)


def _guessed(
    facts: Sequence[Fact], lines: Sequence[Box], read: Callable[[str], Period | None]
) -> Iterator[tuple[Box, SaidYear]]:
    """Yield the lines that may say when targets are due: in a year behind those of all actuals."""
    ends = [fact.period.end for fact in facts if fact.period and fact.role is not Role.TARGET]
    for line in lines if ends else ():
        found = may_be_due(line.text)
        period = read(found.year) if found else None
        if found and period is not None and period.start > max(ends):
            yield line, found


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
    """Whether a line is a note right below a table, and not below the title of the next one.

    Without a mark it may be above the next table as well, but for a title between them.
    """
    is_note = is_remark(line.text) or _is_before_title(line, structure)
    return is_note and _is_below_values(line, structure)


def _is_below_values(line: Box, structure: Structure) -> bool:
    """Whether only notes stand between a line and the row of several cells above it."""
    at = bisect_left(structure.rows, line.row)
    above = (structure.own(row) for row in reversed(structure.rows[:at]))
    own = next((own for own in above if len(own) != 1 or not _is_note(own[0])), None)
    return own is not None and (len(own) != 1 or own[0].says)


def _is_note(box: Box) -> bool:
    return is_remark(box.text) or tells_years(box.text)


def _is_before_title(line: Box, structure: Structure) -> bool:
    """Whether a title stands between a line and the next headings."""
    end = _next_headings(line.row, structure)
    rows = takewhile(lambda row: end is None or row < end, _rows_below(line.row, structure))
    own = (structure.own(row) for row in rows)
    return any(len(boxes) == 1 and _is_title(boxes[0]) for boxes in own)


def _is_title(box: Box) -> bool:
    return not (box.says or is_aside(box.text.strip()) or _is_note(box))


def _rows_below(row: int, structure: Structure) -> Sequence[int]:
    return structure.rows[bisect_right(structure.rows, row) :]


def _next_headings(row: int, structure: Structure) -> int | None:
    """Return the first row of the headings below a row, ``None`` if there are none."""
    return next((group[0] for group in structure.heads if group[0] > row), None)


def _of_its_table(
    fact: Fact, told: Sequence[tuple[Box, SaidYear]], structure: Structure
) -> Iterator[tuple[Box, SaidYear]]:
    """Yield what lines say of the table of a value, those above it and then its notes.

    A line right above the next headings may be of that table, or of this one.
    """
    row = fact.box.row
    yield from (each for each in reversed(told) if holds_for(each[0], row, structure))
    end = _next_headings(row, structure)
    for line, found in told:
        if line.row <= row or (end is not None and line.row > end):
            continue
        if end is None or _is_note_below(line, structure):
            yield line, found
        elif _is_below_values(line, structure):
            yield line, attrs.evolve(found, is_sure=False)


def _dated(
    fact: Fact, told: Sequence[tuple[Box, SaidYear]], read: Callable[[str], Period | None]
) -> Fact:
    """Return a value that has no year with that of the first line that says it."""
    own = [(line, found) for line, found in told if _is_called(fact, found.word)]
    if not own or not _is_plain(fact):
        return fact
    line, found = min(own, key=lambda each: each[1].is_guessed)
    period = read(found.year) if found.is_sure else None
    if period is None:
        is_aim = fact.role is Role.TARGET
        return attrs.evolve(fact, doubted_by=line.text.strip()) if is_aim else fact
    return attrs.evolve(fact, period=period, is_noted=True)


def _is_called(fact: Fact, word: str) -> bool:
    """Whether a label calls a value as a line does that tells its year: 基準値, and 基準."""
    stem = word.removesuffix(VALUE)
    labels = (box for box in fact.labels if box.said.column.role is fact.role)
    return fact.role is Role.TARGET or any(stem in folded(box.text) for box in labels)


def _is_plain(fact: Fact) -> bool:
    """Whether a value has no own year, and a target is called nothing more than that."""
    if fact.unread:
        return False
    if fact.role is not Role.TARGET:
        read = read_actual(fact.box.text, vocabulary=fact.box.vocabulary).value
        return read is None or read.period is None
    labels = [box for box in fact.labels if box.said.column.role is Role.TARGET]
    if not all(_PLAIN_TARGETS.fullmatch(folded(box.text)) for box in labels):
        return False
    return read_target(fact.box.text, vocabulary=fact.box.vocabulary).period is None
