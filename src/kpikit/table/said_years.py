"""Lines that say of which year all values of a kind are: 目標値は令和８年度末."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, final

import attrs

from kpikit.cell import read_target
from kpikit.language.headings import (
    ALL_VALUES,
    BETWEEN_STATEMENTS,
    EXCEPTED,
    PLAIN_TARGETS,
    SAID_BESIDE,
    SAID_OF_OTHERS,
    SAID_OF_SOME,
    SAID_OF_VALUES,
    SAID_OF_YEARS,
    SAYING_SO,
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
from kpikit.table.structure import Structure

__all__ = [
    "SaidYear",
    "dated_by_lines",
    "end_of_plan",
    "holds_for",
    "is_of_no_actuals",
    "said_year",
    "statements",
]

_OF_YEARS: Final = {of: pattern(SAID_OF_YEARS[year.value]) for year, of in YEARS_OF.items()}
_OF_ALL: Final = {of: frozenset(ALL_VALUES[of.value].split()) for of in YEARS_OF.values()}
_STATEMENT: Final = pattern(SAID_OF_VALUES)
_OF_SOME: Final = {of: pattern(SAID_OF_SOME[of.value]) for of in YEARS_OF.values()}
_BETWEEN: Final = pattern(BETWEEN_STATEMENTS)
_DATED: Final = pattern(DATED)
_EXCEPTED: Final = pattern(EXCEPTED)
_EXCEPTED_YEAR: Final = pattern(EXCEPTED_YEAR)
_SAYING_SO: Final = pattern(SAYING_SO)
_BESIDE: Final = pattern(SAID_BESIDE)
_OF_OTHERS: Final = pattern(SAID_OF_OTHERS)
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
    parts = _parts(text)
    for part in (folded(text), *parts):
        found = _OF_YEARS[role].search(part)
        if found is not None:
            return SaidYear(found[1])
    told = [found for found in statements(text) if found["word"] in _OF_ALL[role]]
    if not told:
        return None
    year = told[0]["year"]
    is_one = {year} >= {*chain(*map(_OF_SOME[role].findall, parts))}
    is_one = is_one and not _EXCEPTED_YEAR.search(folded(text))
    return SaidYear(year, is_sure=is_one and all(map(_is_of_all, told)))


def statements(text: str) -> list[re.Match[str]]:
    """Return what a line says of when values are, word by word.

    >>> said = statements("※策定時の値は平成30年度、最新値は令和６年度の値である。")
    >>> [(each["word"], each["year"]) for each in said]
    [('策定時', '平成30年度'), ('最新値', '令和6年度')]
    """
    return [*chain(*map(_STATEMENT.finditer, _parts(text)))]


def _parts(text: str) -> list[str]:
    """Return the statements of a line, and what it says between them."""
    return [folded(part) for part in _BETWEEN.split(text)]


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
    behind = found.string[found.end() :]
    if found["rest"] or _DATED.search(_BESIDE.sub("", behind)):
        return False
    return not _EXCEPTED.search(behind) or _SAYING_SO.search(behind) is not None


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
