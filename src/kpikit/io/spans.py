"""Where the cells of a table stand, of which some cover several rows or columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final, final

import attrs

from kpikit.io.grid import Span
from kpikit.io.limits import too_large
from kpikit.io.runs import Text
from kpikit.io.task import Task

__all__ = ["TO_THE_END", "Cell", "TableRow", "placed"]

#: How many rows a cell covers that goes on to the end of its group.
TO_THE_END: Final = 0
#: How many columns a cell may cover, as browsers have it.
_MOST: Final = 1_000


def _at_most(columns: int) -> int:
    return max(1, min(columns, _MOST))


@final
@attrs.define
class Cell:
    """A cell of a table, not yet placed."""

    #: How many rows it covers, :data:`TO_THE_END` for all of its group.
    rows: int = 1
    #: How many columns it covers, a thousand at most.
    columns: int = attrs.field(default=1, converter=_at_most)
    #: Whether it is one with the cells below that say so.
    merged: bool = False
    #: Whether it is one with the cell above, if that is merged.
    continued: bool = False
    #: What it says.
    text: Text = attrs.field(factory=Text)


@final
@attrs.define
class TableRow:
    """A row of a table."""

    #: Rows of a lower group stand above those of a higher one, and no cell covers rows of two.
    group: int = 0
    #: The column of its first cell, counted from 1.
    first: int = 1
    #: Its cells.
    cells: list[Cell] = attrs.field(factory=list[Cell])


@attrs.define
class _Place:
    """A cell with its first and last row and column."""

    cell: Cell
    top: int
    left: int
    bottom: int
    right: int

    @property
    def span(self) -> Span:
        return self.top, self.left, self.bottom, self.right


def placed(rows: Sequence[TableRow], start: int, task: Task) -> list[tuple[Span, Cell]]:
    """Give each cell the rows and the columns that it covers.

    Args:
        rows: The rows, sorted by group.
        start: The number of the first of them.
        task: What says how many columns there may be.

    Raises:
        TableError: There are more.
    """
    places: list[_Place] = []
    for _, group in groupby(rows, key=lambda row: row.group):
        each = list(group)
        places += _of_group(each, start, task)
        start += len(each)
    return [(place.span, place.cell) for place in places]


def _of_group(rows: Sequence[TableRow], start: int, task: Task) -> list[_Place]:
    places: list[_Place] = []
    #: Column → the last row that a cell covers there; column → a cell that may go on.
    busy: dict[int, int] = {}
    above: dict[int, _Place] = {}
    end = start + len(rows) - 1
    for line, row in enumerate(rows, start):
        column = row.first
        merged: dict[int, _Place] = {}
        for cell in row.cells:
            while busy.get(column, 0) >= line:
                column += 1
            right = _right(cell, column, line, busy)
            if right > task.limits.columns:
                raise too_large(task.file, "columns", task.limits.columns)
            place = above.get(column) if cell.continued else None
            if place is None or place.right != right:
                bottom = min(end, line + cell.rows - 1) if cell.rows else end
                place = _Place(cell, line, column, bottom, right)
                places.append(place)
            place.bottom = max(place.bottom, line)
            if place.bottom > line:
                busy.update(dict.fromkeys(range(column, right + 1), place.bottom))
            if cell.merged:
                merged[column] = place
            column = right + 1
        above = merged
    return places


def _right(cell: Cell, left: int, line: int, busy: dict[int, int]) -> int:
    """Return the last column of a cell, which ends before one that reaches down from above."""
    columns = range(left + 1, left + cell.columns)
    return next(
        (each - 1 for each in columns if busy.get(each, 0) >= line), left + cell.columns - 1
    )
