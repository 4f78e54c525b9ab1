"""Names beside the label of all that is said of them: 成果指標 over 名称, 単位, 目標値.

名称 alone does not say of what it is the name. In a form that has a column for each indicator, or
a row, the label of several rows or columns says so.
"""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.language.headings import NAME
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role

__all__ = ["with_names_of_blocks"]

_NAME: Final = pattern(NAME)


def with_names_of_blocks(sheet: Cells) -> Cells:
    """Return a sheet in which 名称 is a label of indicators where a label around it says so.

    >>> texts = {(1, 1): "成果指標", (1, 2): "名称", (1, 3): "利用率", (2, 2): "目標値"}
    >>> with_names_of_blocks(Cells.of(texts, [(1, 1, 2, 1)])).boxes[1, 2].said.column.role
    Role.INDICATOR
    >>> with_names_of_blocks(Cells.of(texts)).boxes[1, 2].said.column.role is None
    True
    """
    called = [box for box in sheet.boxes.values() if box.said.of == "values"]
    for box in dict.fromkeys(called):
        if _NAME.search(box.text) and _is_of_indicators(sheet, box):
            said = Said(Class.LABEL, Column(box.text, Role.INDICATOR))
            sheet.put(attrs.evolve(box, said=said))
    return sheet


def _is_of_indicators(sheet: Cells, box: Box) -> bool:
    """Whether a label of indicators reaches beyond a cell: down on its left, or across above it."""
    left, above = sheet.at(box.row, box.column - 1), sheet.at(box.row - 1, box.column)
    reaching = [left] if left is not None and left.bottom > box.bottom else []
    reaching += [above] if above is not None and above.right > box.right else []
    return any(each.said.column.role is Role.INDICATOR for each in reaching)
