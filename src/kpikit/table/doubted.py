"""Which tables of a document are in doubt, where it says where each of them begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # Only documents that are read by labels have them.
    from kpikit.table.cells import Box
    from kpikit.table.found import Found

__all__ = ["Range", "in_doubt", "is_told_alike"]

#: The first and the last row of a table.
Range: TypeAlias = tuple[int, int]


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
