"""Documents drawn as text: a line for each row, `|` between cells.

A cell `<` belongs to the one on its left, `^` to the one above (both are merged), `↵` breaks a
line, `'` before digits makes a text of them; bare digits without a comma are stored as a number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:  # an extra: tests without it may import this
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LEFT, _ABOVE, _BREAK, _TEXT = "<", "^", "↵", "'"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

_Stored: TypeAlias = str | int | float | None
_Place: TypeAlias = tuple[int, int]


@frozen
class Sheet:
    """A sheet: its cells, number formats by range and what is hidden of it."""

    title: str
    grid: str
    formats: Mapping[str, str] = field(factory=dict)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    #: Whether all of it is hidden.
    hidden: bool = False


def workbook(path: Path, *sheets: Sheet) -> Path:
    """Write the sheets to a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    book.save(path)
    return path


def separated(path: Path, grid: str, encoding: str, delimiter: str = ",") -> Path:
    """Write the cells, all of them text, to a file of values parted by the delimiter."""
    rows = _rows(grid)
    width = max(map(len, rows))
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(
            [*(cell.replace(_BREAK, "\n") for cell in row), *[""] * (width - len(row))]
            for row in rows
        )
    return path


def spanned(grid: str) -> str:
    """Return the cells as text of ``grid_b``, in which what a cell covers is left out."""
    rows = _rows(grid)
    lines: list[str] = []
    extents = _extents(rows)
    covered = {
        (row, column)
        for (top, left), (bottom, right) in extents.items()
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    for row, line in enumerate(rows, 1):
        cells: list[str] = []
        for column, text in enumerate(line, 1):
            if (row, column) not in covered:
                bottom, right = extents.get((row, column), (row, column))
                span = (bottom - row + 1, right - column + 1)
                cells.append(f"{{{span[0]}x{span[1]}}}{text}" if span != (1, 1) else text)
        lines.append(" | ".join(cells))
    return "\n".join(lines).replace(_BREAK, "⏎")


def _fill(page: Worksheet, sheet: Sheet) -> None:
    rows = _rows(sheet.grid)
    for (row, column), corner in _extents(rows).items():
        _rule(page.cell(row, column, _value(rows[row - 1][column - 1])))
        if corner != (row, column):
            page.merge_cells(None, row, column, *corner)
    for area, number_format in sheet.formats.items():
        for cell in _cells(page, area):
            cell.number_format = number_format
    for number in sheet.hidden_rows:
        page.row_dimensions[number].hidden = True
    for letter in sheet.hidden_columns:
        page.column_dimensions[letter].hidden = True
    if sheet.hidden:
        page.sheet_state = "hidden"


def _rule(cell: Cell) -> None:
    """Draw the lines around the cell, and wrap its text."""
    from openpyxl.styles import Alignment, Border, Side

    cell.border = Border(*(Side("thin") for _ in range(4)))
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _cells(page: Worksheet, area: str) -> Iterable[Cell]:
    return chain.from_iterable(page[area]) if ":" in area else [page[area]]


def _rows(grid: str) -> list[list[str]]:
    lines = grid.removeprefix("\n").removesuffix("\n").split("\n")
    return [[cell.strip(" ") for cell in line.split("|")] for line in lines]


def _value(text: str) -> _Stored:
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text.removeprefix(_TEXT).replace(_BREAK, "\n") or None


def _extents(rows: list[list[str]]) -> dict[_Place, _Place]:
    """The first cell of each area, and the last."""
    first: dict[_Place, _Place] = {}
    last: dict[_Place, _Place] = {}
    for row, line in enumerate(rows, 1):
        for column, text in enumerate(line, 1):
            place = (row, column)
            if text == _LEFT:
                first[place] = first[row, column - 1]
            elif text == _ABOVE:
                first[place] = first[row - 1, column]
            elif text:
                first[place] = place
            else:
                continue
            last[first[place]] = place
    return last
