"""Headings of years above values: 34.1％ below 基準年度, and no other value at the start."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import YEARS_OF, folded

__all__ = ["with_values_of_years"]

_VALUES: Final = frozenset((Class.FIGURE, Class.DASH))
#: What may be a year of an era that nobody names.
_MAY_BE_YEAR: Final = pattern(r"\d{1,2}")
#: How many figures tell that no years are below a heading.
_SEVERAL: Final = 2


def with_values_of_years(sheet: Cells) -> Cells:
    """Return a sheet in which a heading of years above figures alone is one of values.

    No other label of the sheet is one of such values.

    >>> texts = {(1, 1): "指標", (1, 2): "基準年度", (1, 3): "実績値", (1, 4): "目標値"}
    >>> texts |= {(2, 1): "収納率", (2, 2): "96.2", (2, 3): "97", (2, 4): "98"}
    >>> texts |= {(3, 1): "普及率", (3, 2): "81.5", (3, 3): "84", (3, 4): "90"}
    >>> with_values_of_years(Cells.of(texts)).boxes[1, 2].said.column.role
    Role.BASELINE
    """
    boxes = [*dict.fromkeys(sheet.boxes.values())]
    told = {box.said.column.role for box in boxes if box.is_label}
    for head in boxes:
        year = head.said.column.role if head.is_label else None
        role = YEARS_OF.get(year) if year else None
        if role is not None and role not in told and _are_values([*sheet.below(head)]):
            column = attrs.evolve(head.said.column, role=role)
            sheet.put(attrs.evolve(head, said=attrs.evolve(head.said, column=column)))
    return sheet


def _are_values(below: list[Box]) -> bool:
    """Whether figures stand below a heading, and none that could be a year."""
    texts = [folded(box.text) for box in below if box.kind is Class.FIGURE]
    is_of_figures = len(texts) >= _SEVERAL and all(box.kind in _VALUES for box in below)
    return is_of_figures and not any(map(_MAY_BE_YEAR.fullmatch, texts))
