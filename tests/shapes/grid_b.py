"""Tables written as text, from which the documents b01 to b26 are made.

A line is a row, ``|`` parts its cells, and ``⏎`` is the end of a line within a cell. ``{2x3}``
before a text spans two rows and three columns; what it covers is left out, as in HTML.
Within a text ``{sup:1}`` marks a run.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

_SPAN: Final = re.compile(r"\{(\d+)x(\d+)\}(.*)", re.DOTALL)
_RUN: Final = re.compile(r"\{([a-z]+):([^{}]*)\}")


@frozen
class Cell:
    text: str
    rows: int = 1
    columns: int = 1


@frozen
class Placed:
    cell: Cell
    row: int
    column: int


def grid(text: str) -> list[list[Cell]]:
    return [[_cell(each.strip()) for each in line.split("|")] for line in text.strip().splitlines()]


def _cell(text: str) -> Cell:
    found = _SPAN.fullmatch(text)
    return Cell(found[3].strip(), int(found[1]), int(found[2])) if found else Cell(text)


def placed(rows: Sequence[Sequence[Cell]]) -> Iterator[Placed]:
    """Yield each cell with its place, counted from 0, beside what spans from above."""
    covered: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in covered:
                column += 1
            yield Placed(cell, row, column)
            covered |= {
                (row + down, column + over)
                for down in range(cell.rows)
                for over in range(cell.columns)
            }


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield (mark, text) of each run; what is not marked has no mark."""
    end = 0
    for found in _RUN.finditer(text):
        if text[end : found.start()]:
            yield "", text[end : found.start()]
        yield found[1], found[2]
        end = found.end()
    if text[end:]:
        yield "", text[end:]


def zipped(parts: dict[str, str]) -> bytes:
    """Return an archive of texts that is the same each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 4, 1, 0, 0, 0)), text)
    return stream.getvalue()
