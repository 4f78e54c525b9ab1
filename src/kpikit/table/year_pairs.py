"""Headings of years above a year and a value in each row: 2022年 above 2022年3月 | 19人."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role

__all__ = ["with_years_of_pairs"]

_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH))
_YEARS: Final = frozenset((Class.YEAR, Class.DASH))


def with_years_of_pairs(sheet: Cells) -> Cells:
    """Return a sheet in which such headings head actuals, beside one of targets and no other.

    The year in each row, which may be an older one, is that of the value beside it.

    >>> texts = {(1, 1): "指標", (1, 2): "2022年", (1, 4): "2030年目標"}
    >>> rows = {2: ("利用者数", "2022年3月", "19人", "2030年", "40人")}
    >>> rows |= {3: ("満足度", "2021年", "61％", "2030年", "75％")}
    >>> texts |= {(row, at): text for row, own in rows.items() for at, text in enumerate(own, 1)}
    >>> sheet = with_years_of_pairs(Cells.of(texts, [(1, 2, 1, 3), (1, 4, 1, 5)]))
    >>> sheet.boxes[1, 2].said.column.role
    Role.ACTUAL
    """
    for line in [*sheet.lines.values()]:
        roles = {box.said.column.role for box in line if box.is_label}
        if Role.TARGET in roles and Role.ACTUAL not in roles:
            for head in [box for box in line if _heads_pairs(sheet, box)]:
                column = attrs.evolve(head.said.column, role=Role.ACTUAL)
                sheet.put(attrs.evolve(head, said=Said(Class.LABEL, column)))
    return sheet


def _heads_pairs(sheet: Cells, head: Box) -> bool:
    """Whether a year covers a column of years and one of values, on either side."""
    if head.said.kind is not Class.YEAR or head.right != head.column + 1:
        return False
    below = [*sheet.below(head)]
    left, right = ([box for box in below if box.column == at] for at in (head.column, head.right))
    return _are_pairs(left, right) or _are_pairs(right, left)


def _are_pairs(years: Sequence[Box], values: Sequence[Box]) -> bool:
    """Whether cells are years, and those beside them values."""
    is_of_years = all(box.said.kind in _YEARS for box in years)
    is_told = any(box.said.kind is Class.YEAR for box in years) and bool(values)
    return is_of_years and is_told and all(box.kind in _VALUES for box in values)
