"""Years alone that are later than those with both values are those of targets: R8年度."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role

__all__ = ["with_years_ahead"]

_KINDS: Final = frozenset((Role.TARGET, Role.ACTUAL))


def with_years_ahead(sheet: Cells) -> Cells:
    """Return a sheet in which such years head targets: nothing was seen of them yet.

    Another year in their row has a target and an actual below it, and nothing beside them says
    which values are targets or actuals.

    >>> texts = {(1, 1): "指標", (1, 2): "R6", (1, 4): "R7", (2, 2): "目標", (2, 3): "実績"}
    >>> texts |= {(3, 1): "来館者数", (3, 2): "40人", (3, 3): "42人", (3, 4): "43人"}
    >>> sheet = with_years_ahead(Cells.of(texts, [(1, 2, 1, 3)]))
    >>> sheet.boxes[1, 4].said.column.role
    Role.TARGET
    """
    for line in [*sheet.lines.values()]:
        for head in [*_ahead(sheet, line)]:
            column = attrs.evolve(head.said.column, role=Role.TARGET)
            sheet.put(attrs.evolve(head, said=Said(Class.LABEL, column)))
    return sheet


def _ahead(sheet: Cells, line: Sequence[Box]) -> list[Box]:
    """Return the years of a row that are later than all that have labels of values below them."""
    years = {box: _roles_below(sheet, box) for box in line if box.said.kind is Class.YEAR}
    told = [box for box, roles in years.items() if roles]
    is_paired = any(roles >= _KINDS for roles in years.values())
    if not is_paired or any(box.said.column.role in _KINDS for box in line):
        return []
    labels = told[0].bottom + 1
    alone = [box for box in years if _is_alone(sheet, box, labels)]
    return [box for box in alone if all(_is_before(each, box) for each in told)]


def _roles_below(sheet: Cells, head: Box) -> frozenset[Role]:
    """Return which values the labels right below a heading say that there are."""
    below = [sheet.at(head.bottom + 1, at) for at in range(head.column, head.right + 1)]
    roles = (box.said.column.role for box in below if box is not None and box.is_label)
    return frozenset(role for role in roles if role is not None)


def _is_alone(sheet: Cells, head: Box, labels: int) -> bool:
    """Whether a year heads a column of figures, with no label above it or in a row of labels."""
    above = sheet.at(head.row - 1, head.column)
    is_free = sheet.at(labels, head.column) in (None, head)
    is_free = is_free and (above is None or not above.is_label) and head.right == head.column
    return is_free and any(box.kind is Class.FIGURE for box in sheet.below(head))


def _is_before(one: Box, other: Box) -> bool:
    first, last = one.said.column.period, other.said.column.period
    return first is not None and last is not None and first.end < last.end
