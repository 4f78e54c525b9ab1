"""Numbers that could be years, among others: 2000 beside 1850 and above 2150."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count, takewhile

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import YEARS_OF
from kpikit.table.structure import BARE, FIGURES

__all__ = ["with_plain_numbers"]


def with_plain_numbers(sheet: Cells) -> Cells:
    """Return a sheet in which such numbers are none of years.

    Their row has another number, their column too, and no heading of years is above them; or they
    stand beside the label of a value, in a list of labels.

    >>> rows = [("指標", "R5", "R6"), ("来館者数", "1850", "2000"), ("貸出冊数", "7000", "7200")]
    >>> texts = {
    ...     (row, at): text for row, each in enumerate(rows, 1) for at, text in enumerate(each)
    ... }
    >>> [box.said.kind.value for box in with_plain_numbers(Cells.of(texts)).lines[2]]
    ['unread', 'figure', 'figure']
    """
    for box in [*dict.fromkeys(sheet.boxes.values())]:
        if box.said.kind is Class.YEAR and box.text.strip().isdecimal() and _is_number(sheet, box):
            sheet.put(attrs.evolve(box, said=Said(Class.FIGURE)))
    return sheet


def _is_number(sheet: Cells, box: Box) -> bool:
    """Whether a cell is one of values by those around it, and not the first of its row."""
    first, *beside = sheet.lines[box.row]
    if beside == [box] and _is_labelled(sheet, first, box):
        return True
    if first is box or not any(_is_figure(each) for each in beside if each is not box):
        return False
    above = [*_column(sheet, box, -1)]
    if any(each.said.of == "years" or each.said.column.role in YEARS_OF for each in above):
        return False
    return any(map(_is_figure, chain(above, _column(sheet, box, 1))))


def _is_labelled(sheet: Cells, label: Box, box: Box) -> bool:
    """Whether a label of a value is all that a cell has beside it, with no value below both."""
    below = sheet.lines.get(box.bottom + 1, [])
    is_list = not below or below[0].is_label or len(below) == 1
    return label.is_label and label.said.column.role in FIGURES and is_list


def _column(sheet: Cells, box: Box, step: int) -> Iterator[Box]:
    """Yield the cells above or below one, up to a blank row."""
    rows = takewhile(sheet.lines.__contains__, count(box.row + step, step))
    found = (sheet.at(row, box.column) for row in rows)
    return (each for each in found if each is not None)


def _is_figure(box: Box) -> bool:
    """Whether a cell is a number without a unit; one among those with units may be a year."""
    return box.kind is Class.FIGURE and BARE.fullmatch(box.text) is not None
