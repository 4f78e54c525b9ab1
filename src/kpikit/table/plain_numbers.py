"""Numbers that could be years, among others: 2000 beside 1850 and above 2150."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import YEARS_OF
from kpikit.table.structure import BARE, FIGURES

__all__ = ["with_plain_numbers"]


class _Column(NamedTuple):
    """What stands in a column of rows without a blank one between them."""

    has_numbers: bool
    is_of_years: bool


def with_plain_numbers(sheet: Cells) -> Cells:
    """Return a sheet in which such numbers are none of years.

    Their row has another number, their column too, which no heading says is of years; or they
    stand beside the label of a value, in a list of labels.

    >>> rows = [("指標", "R5", "R6"), ("来館者数", "1850", "2000"), ("貸出冊数", "7000", "7200")]
    >>> texts = {
    ...     (row, at): text for row, each in enumerate(rows, 1) for at, text in enumerate(each)
    ... }
    >>> [box.said.kind.value for box in with_plain_numbers(Cells.of(texts)).lines[2]]
    ['unread', 'figure', 'figure']
    """
    for rows in _blocks(sheet.lines):
        known: dict[int, _Column] = {}
        for box in [box for row in rows for box in sheet.lines[row] if box.row == row]:
            if box.said.kind is not Class.YEAR or not box.text.strip().isdecimal():
                continue
            if box.column not in known:
                known[box.column] = _column(sheet, rows, box.column)
            if _is_labelled(sheet, box) or _is_number(sheet, box, known[box.column]):
                sheet.put(attrs.evolve(box, said=Said(Class.FIGURE)))
    return sheet


def _blocks(rows: Iterable[int]) -> list[list[int]]:
    """Return rows by blocks that no blank row parts."""
    found: list[list[int]] = []
    for row in sorted(rows):
        if found and found[-1][-1] == row - 1:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _column(sheet: Cells, rows: Iterable[int], column: int) -> _Column:
    boxes = [box for row in rows if (box := sheet.at(row, column)) is not None]
    of_years = (box.said.of == "years" or box.said.column.role in YEARS_OF for box in boxes)
    return _Column(any(map(_is_plain, boxes)), any(of_years))


def _is_number(sheet: Cells, box: Box, column: _Column) -> bool:
    """Whether a cell is one of the numbers of its row and its column, and not the first of it."""
    first, *beside = sheet.lines[box.row]
    is_beside = first is not box and any(map(_is_plain, beside))
    return is_beside and column.has_numbers and not column.is_of_years


def _is_labelled(sheet: Cells, box: Box) -> bool:
    """Whether a label of a value is all that a cell has beside it, with no value below both."""
    label, *beside = sheet.lines[box.row]
    below = sheet.lines.get(box.bottom + 1, [])
    is_list = not below or below[0].is_label or len(below) == 1
    return beside == [box] and label.is_label and label.said.column.role in FIGURES and is_list


def _is_plain(box: Box) -> bool:
    """Whether a cell is a number without a unit; one among those with units may be a year."""
    return box.kind is Class.FIGURE and BARE.fullmatch(box.text) is not None
