"""Headings of values and their years that nobody knows, beside those of targets: 評価値."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.language.headings import VALUE, YEARS_OF_VALUES
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role, folded

__all__ = ["with_evaluated"]

_YEARS: Final = pattern(YEARS_OF_VALUES)
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_OF_TARGETS: Final = (Role.TARGET, Role.TARGET_YEAR)


def with_evaluated(sheet: Cells) -> Cells:
    """Return a sheet in which values with years of their own are actuals, as nothing else is.

    The heading stands above 数値 and its years, as that of the targets does: 評価値 | 評価年度.

    >>> texts = {(1, 1): "目標値", (1, 3): "評価値", (2, 1): "数値", (2, 2): "目標年度"}
    >>> texts |= {(2, 3): "数値", (2, 4): "評価年度"}
    >>> sheet = with_evaluated(Cells.of(texts, [(1, 1, 1, 2), (1, 3, 1, 4)]))
    >>> sheet.boxes[1, 3].said.column.role, sheet.boxes[2, 4].said.column.role
    (Role.ACTUAL, Role.ACTUAL_YEAR)
    """
    for row in sorted(sheet.lines):
        own = [box for box in sheet.lines[row] if box.row == row]
        roles = {box.said.column.role for box in own}
        pairs = [(box, below) for box in own if (below := _below(sheet, box))]
        is_told = any(_roles(box, below) == _OF_TARGETS for box, below in pairs)
        free = [(box, below) for box, below in pairs if _is_open(box, below)]
        if is_told and Role.ACTUAL not in roles and len(free) == 1:
            ((head, (_, year)),) = free
            for box, role in ((head, Role.ACTUAL), (year, Role.ACTUAL_YEAR)):
                sheet.put(attrs.evolve(box, said=Said(Class.LABEL, Column(box.text, role))))
    return sheet


def _below(sheet: Cells, head: Box) -> tuple[Box, Box] | None:
    """Return the headings of a value and of its year below another one, in this order."""
    boxes = [sheet.at(head.bottom + 1, at) for at in range(head.column, head.right + 1)]
    found = [box for box in boxes if box is not None]
    values = [box for box in found if box.said.of == "values"]
    years = [box for box in found if box not in values]
    is_pair = len(boxes) == len(found) == len(values) + len(years) and len(values) == 1
    return (values[0], years[0]) if is_pair and len(years) == 1 else None


def _roles(head: Box, below: Sequence[Box]) -> tuple[Role | None, Role | None]:
    return head.said.column.role, below[1].said.column.role


def _is_open(head: Box, below: Sequence[Box]) -> bool:
    """Whether nobody knows a heading, and the years below it are called as it is."""
    stem = folded(head.text).removesuffix(VALUE)
    years = folded(below[1].text)
    is_free = head.said.column.role is None and head.kind in _WORDED and stem != ""
    return is_free and years.startswith(stem) and bool(_YEARS.fullmatch(years[len(stem) :]))
