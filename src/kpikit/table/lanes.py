"""Tables side by side in a sheet, beyond a blank column: their rows begin alike."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.table.cells import Cells
from kpikit.table.headings import folded

__all__ = ["lanes_of"]

#: So many rows of both begin with the same text.
_ALIKE: Final = 3


def lanes_of(sheet: Cells) -> list[Cells]:
    """Return the parts of a sheet whose tables stand side by side, from the left; ``[]`` for none.

    Lines that go over all of them are in the first one.

    >>> years = ("年度", "R4", "R5", "R6")
    >>> texts = {(row, at): year for row, year in enumerate(years, 1) for at in (1, 4)}
    >>> texts |= {(row, at): str(row) for row in range(1, 5) for at in (2, 5)}
    >>> [[box.text for box in lane.lines[2]] for lane in lanes_of(Cells.of(texts))]
    [['R4', '2'], ['R4', '2']]
    """
    rows = [line for line in sheet.lines.values() if len(line) > 1]
    taken = {at for line in rows for box in line for at in range(box.column, box.right + 1)}
    first = min(taken, default=0)
    starts = [at for at in sorted(taken) if at > first and at - 1 not in taken]
    own = _beginnings(sheet, first)
    starts = [at for at in starts if len(own & _beginnings(sheet, at)) >= _ALIKE]
    return [_lane(sheet, at, starts) for at in range(len(starts) + 1)] if starts else []


def _beginnings(sheet: Cells, column: int) -> set[tuple[int, str]]:
    """Return what stands in a column, each with its row."""
    return {(row, folded(box.text)) for (row, at), box in sheet.boxes.items() if at == column}


def _lane(sheet: Cells, number: int, starts: list[int]) -> Cells:
    """Return the cells that begin between two columns."""
    first, last = [0, *starts][number], [*starts, _end(sheet)][number]
    made = attrs.evolve(sheet, boxes={}, lines={}, dittos=[])
    for box in dict.fromkeys(sheet.boxes.values()):
        if first <= box.column < last:
            made.insert(box)
    made.dittos += [box for box in sheet.dittos if made.at(box.row, box.column) is box]
    made.lines = dict(sorted(made.lines.items()))
    return made


def _end(sheet: Cells) -> int:
    """Return the first column behind all cells."""
    return max(box.right for box in sheet.boxes.values()) + 1
