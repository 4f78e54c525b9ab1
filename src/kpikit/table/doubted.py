"""Which tables of a document are in doubt, and which of them are certain without those.

A document says where each of its tables begins and ends; on a sheet blank rows part them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from kpikit.table.classes import Class
from kpikit.table.headings import Role

if TYPE_CHECKING:
    # Only documents that are read by labels have them.
    from kpikit.table.cells import Box, Cells
    from kpikit.table.found import Found

__all__ = ["Range", "certain_part", "in_doubt", "is_told_alike", "tables_of"]

#: What the labels of a table of indicators say of its values.
_LABELLED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: The first and the last row of a table.
Range: TypeAlias = tuple[int, int]


def certain_part(
    found: Found, tables: Sequence[Range], without: Callable[[Sequence[Range]], Found]
) -> tuple[Found, list[Range]] | None:
    """Return what is told without the tables that are in doubt, and which these are.

    ``None`` if no table is in doubt by itself, or others are not told the same without it.

    Args:
        found: What the labels of a document tell.
        tables: The first and the last row of each of its tables.
        without: Tells what they say without some tables.

    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.facts import facts_of
    >>> from kpikit.table.found import Found
    >>> heads = ("指標", "R6目標値", "R6実績値")
    >>> lines = {1: heads, 2: ("利用率", "5%", "6%"), 4: heads, 5: ("その他", "9%", "8%")}
    >>> texts = {(row, at): text for row, line in lines.items() for at, text in enumerate(line, 1)}
    >>> sheet = Cells.of(texts)
    >>> found = Found("plan", "", facts_of(sheet))
    >>> def without(gone):
    ...     return Found("plan", "", facts_of(Cells.of(texts).without(gone)))
    >>> rest, doubted = certain_part(found, tables_of(sheet, found), without)
    >>> [each.name for each in rest.indicators], doubted
    (['利用率'], [(4, 5)])
    """
    doubted = in_doubt(found, tables)
    if not doubted:
        return None
    rest = without(doubted)
    certain = [each for each in tables if each not in doubted]
    is_certain = rest.is_whole and is_told_alike(found, rest, certain)
    return (rest, doubted) if is_certain else None


def tables_of(sheet: Cells, found: Found) -> list[Range]:
    """Return the first and the last line of what blank rows part, values below one heading whole.

    Values without a label of a target or an actual go on with what is above them.

    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.facts import facts_of
    >>> from kpikit.table.found import Found
    >>> texts = {(1, 1): "指標", (1, 2): "目標", (2, 1): "利用率", (2, 2): "5%"}
    >>> texts |= {(4, 1): "満足度", (4, 2): "7%", (6, 1): "（注）"}
    >>> sheet = Cells.of(texts)
    >>> tables_of(sheet, Found("plan", "", facts_of(sheet)))
    [(1, 4), (6, 6)]
    """
    at = {row: sheet.numbers.get((sheet.name, row), row) for row in sorted(sheet.lines)}
    parted = groupby(enumerate(at), lambda each: each[1] - each[0])
    ranges: list[Range] = []
    for block in ([row for _, row in each] for _, each in parted):
        first, last = at[block[0]], at[block[-1]]
        if ranges and _goes_on(sheet, block):
            first = ranges.pop()[0]
        ranges.append((first, last))
    for first, last in _headed(found):
        over = [each for each in ranges if each[0] <= last and first <= each[1]]
        if len(over) > 1:
            joined = min(each[0] for each in over), max(each[1] for each in over)
            ranges = sorted([*(each for each in ranges if each not in over), joined])
    return ranges


def _goes_on(sheet: Cells, rows: Sequence[int]) -> bool:
    """Whether rows have figures beside other cells, and no label of a target or an actual."""
    lines = [sheet.lines[row] for row in rows]
    boxes = [box for line in lines for box in line]
    is_labelled = any(box.is_label and box.said.column.role in _LABELLED for box in boxes)
    wide = (line for line in lines if len(line) > 1)
    return not is_labelled and any(box.kind is Class.FIGURE for line in wide for box in line)


def _headed(found: Found) -> Iterator[Range]:
    """Yield the first and the last line of the values below each group of headings."""
    lines: dict[int, list[int]] = {}
    for group in found.groups:
        for fact in group.facts:
            if fact.head:
                lines.setdefault(id(fact.head), []).append(found.line(fact.box))
    yield from ((min(each), max(each)) for each in lines.values())


def in_doubt(found: Found, tables: Sequence[Range]) -> list[Range]:
    """Return the tables in which something is in doubt, none where that may be all of a document.

    A value in doubt takes all values of its indicator with it, wherever they stand.

    Args:
        found: What the labels of a document tell.
        tables: The first and the last row of each of its tables.

    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.facts import facts_of
    >>> from kpikit.table.found import Found
    >>> heads = ("指標", "R6目標値", "R6実績値")
    >>> lines = {1: heads, 2: ("利用率", "5%", "6%"), 4: heads, 5: ("満足度", "7%", "8%")}
    >>> lines[6] = ("その他", "9%", "8%")
    >>> texts = {(row, at): text for row, line in lines.items() for at, text in enumerate(line, 1)}
    >>> in_doubt(Found("plan", "", facts_of(Cells.of(texts))), [(1, 2), (4, 6)])
    [(4, 6)]
    """
    rows = set(_rows_in_doubt(found))
    told = [each for each in tables if not rows.isdisjoint(range(each[0], each[1] + 1))]
    inside = {row for first, last in told for row in range(first, last + 1)}
    return told if rows <= inside and len(told) < len(tables) else []


def is_told_alike(one: Found, other: Found, tables: Sequence[Range]) -> bool:
    """Whether two readings of a document tell the same of the indicators in some of its tables.

    Args:
        one: What its labels tell.
        other: What they tell without other tables.
        tables: The first and the last row of each of the tables.
    """
    rows = {row for first, last in tables for row in range(first, last + 1)}
    return {*_told(one, rows)} == {*_told(other, rows)}


def _rows_in_doubt(found: Found) -> Iterator[int]:
    """Yield the rows of what is in doubt; a name may stand in a line above the table."""
    boxes = set(found.doubts)
    names: set[Box] = set()
    for group in found.groups:
        called = {group.box, *(name for fact in group.facts for name in fact.names)}
        values = {fact.box for fact in group.facts}
        if not boxes.isdisjoint(called | values):
            yield from map(found.line, values)
            names |= called
    yield from map(found.line, boxes - names)


def _told(found: Found, rows: set[int]) -> Iterator[tuple[object, ...]]:
    """Yield each value in some rows, with what is told of it."""
    for group in found.indicators:
        for fact in group.facts:
            box: Box = fact.box.published
            row = found.line(box)
            if row in rows:
                told = fact.role, fact.period, fact.unit, fact.status
                yield group.name, group.path, row, box.column, box.text, *told
