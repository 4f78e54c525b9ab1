"""Tables side by side in a sheet, beyond a blank column: their rows begin alike."""

from __future__ import annotations

from itertools import pairwise
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
    own, *others = [at for at in sorted(taken) if at - 1 not in taken] or [0]
    texts: dict[int, set[tuple[int, str]]] = {at: set() for at in (own, *others)}
    for (row, column), box in sheet.boxes.items() if others else ():
        if column in texts:
            texts[column].add((row, folded(box.text)))
    starts = [at for at in others if len(texts[own] & texts[at]) >= _ALIKE]
    end = max((box.right for box in sheet.boxes.values()), default=0) + 1
    return [_lane(sheet, *each) for each in pairwise([0, *starts, end])] if starts else []


def _lane(sheet: Cells, first: int, end: int) -> Cells:
    """Return the cells that begin in some columns."""
    made = attrs.evolve(sheet, boxes={}, lines={}, dittos=[])
    for box in dict.fromkeys(sheet.boxes.values()):
        if first <= box.column < end:
            made.insert(box)
    made.dittos += [box for box in sheet.dittos if made.at(box.row, box.column) is box]
    made.lines = dict(sorted(made.lines.items()))
    return made
