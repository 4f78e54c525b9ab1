"""Rows of a body that others may be called by too: 県 with a target beside 全国 without one."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.language.headings import OF_BODY, OWN_ROW
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import Role, folded

__all__ = ["with_own_rows"]

_OF_BODY: Final = pattern(OF_BODY)
_OWN: Final = what_it_says(OWN_ROW)


def with_own_rows(sheet: Cells) -> Cells:
    """Return a sheet in which the row of a prefecture that alone has a target is its own.

    Nobody aims for what others have. The row beside it, above or below, is that of another body
    and has a dash or nothing below the same heading of targets.

    >>> texts = {(1, 1): "単位：％", (1, 2): "R6", (1, 3): "目標（R8）"}
    >>> texts |= {(2, 1): "県", (2, 2): "3.3", (2, 3): "4.5"}
    >>> texts |= {(3, 1): "（参考）全国", (3, 2): "3.9", (3, 3): "―"}
    >>> with_own_rows(Cells.of(texts)).boxes[2, 1].said.of
    'own'
    """
    for box in [*dict.fromkeys(sheet.boxes.values())]:
        if box.said.of == "others" and _OF_BODY.fullmatch(folded(box.text)) and _is_own(sheet, box):
            sheet.put(attrs.evolve(box, said=_OWN))
    return sheet


def _is_own(sheet: Cells, box: Box) -> bool:
    """Whether a row has a target, and those of other bodies right beside it have none."""
    around = (sheet.at(box.row - 1, box.column), sheet.at(box.bottom + 1, box.column))
    others = [each for each in around if each is not None and each.said.of == "others"]
    aimed = [each.column for each in sheet.lines[box.row] if _is_aim(sheet, each)]
    return bool(others and aimed) and not any(
        _is_aim(sheet, each)
        for other in others
        for column in aimed
        if (each := sheet.at(other.row, column)) is not None
    )


def _is_aim(sheet: Cells, box: Box) -> bool:
    """Whether a cell is a figure below a heading of targets."""
    if box.kind is not Class.FIGURE:
        return False
    above = (sheet.at(row, box.column) for row in range(box.row - 1, 0, -1))
    head = next((each for each in above if each is not None and each.says), None)
    return head is not None and head.said.column.role is Role.TARGET
