"""Where what was read stands: the cell of a sheet, as a spreadsheet calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase
from typing import final

import attrs

from kpikit.language.issue import Location
from kpikit.table.cells import Box, Cells
from kpikit.table.headings import folded

__all__ = ["Places"]


@final
@attrs.frozen
class Places:
    """The cells of all sheets that were looked into."""

    #: The title of each sheet, ``""`` where the file is one table, with its cells.
    sheets: Mapping[str, Cells]

    def boxes(self) -> Iterable[tuple[str, Box]]:
        """Yield every cell once, from the top, with the title of its sheet."""
        for title, cells in self.sheets.items():
            for row, line in cells.lines.items():
                yield from ((title, box) for box in line if box.row == row)

    def name(self, title: str, box: Box) -> str:
        """Return what a cell is called: ``KPI!C3``."""
        address = f"{_letters(box.column)}{box.row}"
        return f"{title}!{address}" if title else address

    def find(self, location: Location | None, heading: str, text: str) -> str:
        """Return where a text stands; its row alone where that is all that is certain.

        Args:
            location: The row that it was read in.
            heading: The labels that it was read below or beside.
            text: The text, word for word.
        """
        if location is None:
            return ""
        found = self._found(location, heading, text)
        if len(found) == 1:
            return self.name(location.sheet, found[0])
        return f"{location.sheet}!{location.line}" if location.sheet else str(location.line)

    def _found(self, location: Location, heading: str, text: str) -> list[Box]:
        """Return the cells of a text that its row or its labels point at."""
        boxes = [box for title, box in self.boxes() if title == location.sheet]
        alike = [box for box in boxes if box.text.strip() == text.strip()]
        row = self._row(location)
        own = [box for box in alike if box.row <= row <= box.bottom]
        return own if len(own) == 1 else _best(own or alike, boxes, heading)

    def _row(self, location: Location) -> int:
        """Return the row that begins in a line of a file: a cell may go over several lines."""
        cells = self.sheets.get(location.sheet)
        rows = {line: row for (_, row), line in cells.numbers.items()} if cells else {}
        return rows.get(location.line, location.line)


def _letters(column: int) -> str:
    """Return what a spreadsheet calls a column: A to Z, then AA."""
    letters = ""
    while column:
        column, last = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[last] + letters
    return letters


def _best(found: Sequence[Box], boxes: Sequence[Box], heading: str) -> list[Box]:
    """Return those of some cells that most of the labels stand above or on the left of."""
    words = {folded(word) for word in (heading, *heading.split())}
    counts = [_labels(box, boxes, words) for box in found]
    most = max(counts, default=0)
    return [box for box, count in zip(found, counts, strict=True) if count == most]


def _labels(box: Box, boxes: Iterable[Box], words: set[str]) -> int:
    return sum(folded(each.text) in words and _leads_to(each, box) for each in boxes)


def _leads_to(label: Box, box: Box) -> bool:
    """Whether a cell stands above another, or on its left."""
    is_above = label.bottom < box.row and label.column <= box.column <= label.right
    return is_above or (label.right < box.column and label.row <= box.row <= label.bottom)
