"""Headings of costs that say no more than that they are others: 地方債 | その他 | 一般財源."""

from __future__ import annotations

from typing import Final, TypeGuard

import attrs

from kpikit.language.lines import NAMELESS
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.headings import Column

__all__ = ["with_other_costs"]

_NAMELESS: Final = pattern(NAMELESS)
_COST: Final = "cost"


def with_other_costs(sheet: Cells) -> Cells:
    """Return a sheet in which what else there is, between two costs, is a cost too.

    >>> texts = {(1, 1): "地方債", (1, 2): "その他", (1, 3): "一般財源"}
    >>> with_other_costs(Cells.of(texts)).boxes[1, 2].said.of
    'cost'
    """
    for box in dict.fromkeys(sheet.boxes.values()):
        left, right = sheet.at(box.row, box.column - 1), sheet.at(box.row, box.right + 1)
        if _NAMELESS.fullmatch(box.text) and _is_cost(left) and _is_cost(right):
            said = attrs.evolve(left.said, column=Column(box.text.strip()))
            sheet.put(attrs.evolve(box, said=said))
    return sheet


def _is_cost(box: Box | None) -> TypeGuard[Box]:
    return box is not None and box.is_label and box.said.of == _COST
