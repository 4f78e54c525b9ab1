"""Headings of names that stand above the first of several columns, as a table without merges has.

指標 above 取扱貨物量 | 輸出: the blank on its right is below no heading of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role

__all__ = ["with_wide_headings"]

_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
#: How many rows below a heading may be headings too.
_HEADS: Final = 2


def with_wide_headings(sheet: Cells) -> Cells:
    """Return a sheet in which a heading of names covers all columns that hold them.

    >>> texts = {(1, 1): "指標", (1, 3): "目標値", (2, 1): "貨物量", (2, 2): "輸出", (3, 2): "輸入"}
    >>> with_wide_headings(Cells.of(texts)).boxes[1, 2].text
    '指標'
    """
    for box in [*dict.fromkeys(sheet.boxes.values())]:
        if _heads_names(sheet, box):
            right = max(_named(sheet, box), default=box.right)
            if right > box.right:
                sheet.remove(box)
                sheet.insert(attrs.evolve(box, right=right))
    return sheet


def _named(sheet: Cells, head: Box) -> Iterator[int]:
    """Yield the columns right of a heading that have no other, and words beside names."""
    beside = next((box for box in sheet.lines[head.row] if box.column > head.right), None)
    for column in range(head.right + 1, beside.column if beside else head.right + 1):
        below = [*_below(sheet, head, column)]
        is_worded = 2 * sum(_is_word(box) for box in below) > len(below)
        is_told = any(box.says and box.said.of != "total" for box in below)
        if not is_worded or is_told or not _goes_on(sheet, head, column):
            return
        yield column


def _below(sheet: Cells, head: Box, column: int) -> Iterator[Box]:
    """Yield the cells of a column in the rows that begin at a heading or behind it."""
    row = head.bottom + 1
    while line := sheet.lines.get(row):
        box = sheet.at(row, column)
        if box is not None and box.column == column and line[0].column >= head.column:
            yield box
        row += 1


def _goes_on(sheet: Cells, head: Box, column: int) -> bool:
    """Whether a row has a name below the heading and a word in the column, and others a blank."""
    rows = [box.row for box in _below(sheet, head, column)]
    beside = [sheet.at(row, column - 1) for row in rows]
    near = range(head.bottom + 1, head.bottom + _HEADS)
    is_free = all(sheet.at(row, column) is None for row in near if _is_heading(sheet, row))
    return is_free and any(box is not None and _is_word(box) for box in beside)


def _is_word(box: Box) -> bool:
    """Whether a cell is words, whatever they may be besides: 計, １号炉."""
    return box.kind in _WORDED or box.said.of == "total" or box.said.kind is Class.UNREAD


def _heads_names(sheet: Cells, box: Box) -> bool:
    """Whether a cell begins a row of headings as that of names, whatever it is called: 項目."""
    if box.said.column.role is Role.INDICATOR:
        return box.is_label
    first, *more = sheet.lines[box.row]
    is_named = box is first and box.kind is Class.TEXT and box.row == box.bottom
    is_named = is_named and all(each.said.column.role is not Role.INDICATOR for each in more)
    return is_named and sum(each.is_label for each in more) > 1 and not any(map(_is_figure, more))


def _is_figure(box: Box) -> bool:
    return box.said.kind is Class.FIGURE


def _is_heading(sheet: Cells, row: int) -> bool:
    return any(box.says for box in sheet.lines.get(row, ()))
