"""Sheets of cells for the tests of what is done to them, written as lines."""

from __future__ import annotations

from collections.abc import Sequence

from kpikit.table.cells import Cells

__all__ = ["cells", "lines"]


def cells(*rows: str, merges: Sequence[tuple[int, int, int, int]] = ()) -> Cells:
    """Return a sheet of rows, whose cells are parted by strokes."""
    texts = {
        (row, column): text
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text
    }
    return Cells.of(texts, merges)


def lines(sheet: Cells) -> list[list[str]]:
    """Return the texts of each row."""
    return [[box.text for box in line] for line in sheet.lines.values()]
