"""A unit in the corner of a table, left of its headings: 単位：件 above 実績 and left of years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import ROLES, UNIT_LINE
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Column, Role, folded
from kpikit.table.units import read_unit

__all__ = ["with_corner_units"]

_UNIT: Final = pattern(rf"[(]?{UNIT_LINE}([(][^()]+[)])?[)]?")
#: What a column of units is headed with.
_HEAD: Final = ROLES[Role.UNIT.value].split()[0]
#: How many headings stand right of such a corner at least.
_SEVERAL: Final = 2


def with_corner_units(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which the unit of a corner stands in a column right of its table too.

    >>> texts = {(1, 1): "単位：件", (1, 2): "R5", (1, 3): "目標（R8）"}
    >>> texts |= {(2, 1): "実績", (2, 2): "34", (2, 3): "40"}
    >>> sheet = with_corner_units(Cells.of(texts), Vocabulary())
    >>> [[box.text for box in line] for line in sheet.lines.values()]
    [['単位：件', 'R5', '目標（R8）', '単位'], ['実績', '34', '40', '件']]
    """
    corners = [*_corners(sheet, vocabulary)]
    right = 1 + max((box.right for box in sheet.boxes.values()), default=0) if corners else 0
    for corner, unit in corners:
        head = Said(Class.LABEL, Column(_HEAD, Role.UNIT))
        sheet.insert(_at(corner, corner.row, right, _HEAD, head))
        for row in _rows_below(sheet, corner):
            said = what_it_says(unit, vocabulary=vocabulary)
            sheet.insert(_at(corner, row, right, unit, said))
    return sheet


def _corners(sheet: Cells, vocabulary: Vocabulary) -> Iterator[tuple[Box, str]]:
    """Yield the corners of tables that are a unit, each with it, but for those with more units."""
    for row, (corner, *heads) in sheet.lines.items():
        told = _UNIT.fullmatch(folded(corner.text)) if corner.bottom == row else None
        is_head = len(heads) >= _SEVERAL and all(box.says and box.row == row for box in heads)
        is_head = is_head and all(box.said.column.role is not Role.UNIT for box in heads)
        unit = f"{told[1]}{told[2] or ''}" if told is not None and is_head else ""
        if read_unit(unit, vocabulary) is not None:
            yield corner, unit


def _rows_below(sheet: Cells, corner: Box) -> list[int]:
    """Return the rows of a table: those that begin below its corner, and have values."""
    rows = list[int]()
    row = corner.bottom + 1
    while (line := sheet.lines.get(row, [])) and line[0].column == corner.column and line[1:]:
        rows.append(row)
        row += 1
    return rows


def _at(box: Box, row: int, column: int, text: str, said: Said) -> Box:
    return attrs.evolve(box, row=row, bottom=row, column=column, right=column, text=text, said=said)
