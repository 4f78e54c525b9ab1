"""Units in brackets in the row below their names: 来館者数 above （人）, beside 目標 and 実績."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import IN_A_BRACKET
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import folded
from kpikit.table.structure import FIGURES, PRINTED

__all__ = ["with_units_of_names"]

_IN_BRACKET: Final = pattern(IN_A_BRACKET)


def with_units_of_names(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such a unit stands behind its name, in one cell over both rows.

    Labels of values right of both say that these are the rows of one name.

    >>> texts = {(1, 1): "来館者数", (1, 2): "目標", (2, 1): "（人）", (2, 2): "実績"}
    >>> box = with_units_of_names(Cells.of(texts), Vocabulary()).boxes[2, 1]
    >>> box.row, box.text
    (1, '来館者数（人）')
    """
    for name, unit in [*_below(sheet)]:
        sheet.remove(unit)
        sheet.remove(name)
        text = f"{name.text.strip()}{unit.text.strip()}"
        said = what_it_says(text, vocabulary=vocabulary)
        sheet.insert(attrs.evolve(name, bottom=unit.bottom, text=text, said=said))
    return sheet


def _below(sheet: Cells) -> Iterator[tuple[Box, Box]]:
    """Yield names with the units right below them."""
    for unit in dict.fromkeys(sheet.boxes.values()):
        if unit.said.kind is Class.UNIT and _IN_BRACKET.fullmatch(folded(unit.text)):
            name = sheet.at(unit.row - 1, unit.column)
            if name is not None and _is_name(name, unit) and _are_labelled(sheet, name, unit):
                yield name, unit


def _is_name(name: Box, unit: Box) -> bool:
    """Whether a cell is text as wide as the one below it, in one row."""
    is_as_wide = (name.column, name.right) == (unit.column, unit.right)
    return is_as_wide and name.row == name.bottom and not name.says and name.kind is Class.TEXT


def _are_labelled(sheet: Cells, name: Box, unit: Box) -> bool:
    """Whether other labels of values stand right of a name and of the unit below it."""
    labels = [sheet.at(box.row, box.right + 1) for box in (name, unit)]
    roles = [label.said.column.role if label and label.is_label else None for label in labels]
    is_told = all(role in FIGURES | PRINTED for role in roles)
    return is_told and roles[0] is not roles[1] and labels[0] is not labels[1]
