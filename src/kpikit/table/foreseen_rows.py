"""Rows of what was foreseen, above rows of what came of it, are rows of targets: 見込み, 実績."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.language.headings import FORECAST
from kpikit.language.pattern import pattern
from kpikit.model.observation import Status
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role, folded

__all__ = ["with_foreseen_rows"]

_FORESEEN: Final = pattern(FORECAST)


def with_foreseen_rows(sheet: Cells) -> Cells:
    """Return a sheet in which labels of such rows are those of targets.

    Other names have their targets in their place, this one has none, and a year has both values:
    what is foreseen for a year that nothing is known of yet may be an actual.

    >>> rows = (("人口", "見込み", "50人"), ("", "実績", "49人"), ("割合", "目標", "8％"))
    >>> rows = {row: enumerate(own, 2) for row, own in enumerate(rows, 2)}
    >>> texts = {(row, at): text for row, own in rows.items() for at, text in own if text}
    >>> sheet = with_foreseen_rows(Cells.of(texts | {(1, 2): "指標", (1, 4): "R6"}))
    >>> sheet.boxes[2, 3].said.column.role
    Role.TARGET
    """
    aimed = {box.column for box in sheet.boxes.values() if _is_of(box, Role.TARGET)}
    for label in [*dict.fromkeys(sheet.boxes.values())]:
        is_foreseen = label.is_label and _FORESEEN.fullmatch(folded(label.text)) is not None
        if is_foreseen and label.column in aimed and _is_above_actuals(sheet, label):
            said = Said(Class.LABEL, Column(label.text, Role.TARGET))
            sheet.put(attrs.evolve(label, said=said))
    return sheet


def _is_of(box: Box | None, role: Role) -> bool:
    is_label = box is not None and box.is_label
    return is_label and box is not None and box.said.column.role is role


def _is_above_actuals(sheet: Cells, label: Box) -> bool:
    """Whether the row of a label begins a name, and the next is all else that it has."""
    below = sheet.at(label.bottom + 1, label.column)
    if below is None or not _is_of(below, Role.ACTUAL):
        return False
    is_pair = [_begins(sheet, row, label) for row in (label.row, below.row)] == [True, False]
    after = sheet.at(below.bottom + 1, label.column)
    is_whole = after is None or not after.is_label or _begins(sheet, after.row, label)
    is_final = below.said.column.status is not Status.FORECAST
    is_final = is_final and _FORESEEN.fullmatch(folded(below.text)) is None
    return is_pair and is_whole and is_final and any(_in_both(sheet, label, below))


def _begins(sheet: Cells, row: int, label: Box) -> bool:
    """Whether a cell begins in a row right of which a label stands."""
    name = sheet.at(row, label.column - 1)
    return name is not None and name.row == row


def _in_both(sheet: Cells, one: Box, other: Box) -> Iterator[bool]:
    for box in sheet.lines[one.row]:
        below = sheet.at(other.row, box.column)
        is_value = box.kind is Class.FIGURE and box.column > one.right
        yield is_value and below is not None and below.kind is Class.FIGURE
