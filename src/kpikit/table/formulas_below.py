"""What an indicator is worked out of, in the cell below its name: 指標名（算式・出典）."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.language.headings import NAME_AND_ORIGIN
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import folded

__all__ = ["with_formulas_below"]

_NAME_AND_ORIGIN: Final = pattern(NAME_AND_ORIGIN)
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))


def with_formulas_below(sheet: Cells) -> Cells:
    """Return a sheet in which what stands below a name is a remark in brackets behind it.

    Their heading says so, and a cell beside them goes on from the one to the other: they are of
    one indicator.

    >>> texts = {(1, 1): "指標名（算式）", (1, 2): "単位", (2, 1): "利用率", (2, 2): "％"}
    >>> sheet = Cells.of(texts | {(3, 1): "利用÷席数"}, [(2, 2, 3, 2)])
    >>> with_formulas_below(sheet).boxes[3, 1].text
    '利用率（利用÷席数）'
    """
    heads = [box for box in sheet.boxes.values() if _NAME_AND_ORIGIN.fullmatch(folded(box.text))]
    for head in dict.fromkeys(heads):
        row = head.bottom
        while (row := row + 1) in sheet.lines:
            box = sheet.boxes.get((row, head.right))
            below = sheet.boxes.get((box.bottom + 1, head.right)) if box is not None else None
            if box is not None and below is not None and _are_one(sheet, box, below):
                text = f"{box.text.strip()}（{below.text.strip()}）"
                sheet.put(attrs.evolve(box, text=text, bottom=below.bottom))
                row = below.bottom
    return sheet


def _are_one(sheet: Cells, name: Box, formula: Box) -> bool:
    """Whether a cell beside a name goes on beside the words below it."""
    if name.kind not in _WORDED or formula.says or name.row == formula.row:
        return False
    return any(
        box.row == name.row and box.bottom >= formula.bottom > name.bottom
        for box in sheet.lines[formula.row]
    )
