"""Lines that say what the values of the table above them are counted in: 単位：％ below each."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kpikit.language.headings import UNIT_LINE
from kpikit.language.pattern import pattern
from kpikit.table.structure import Structure

__all__ = ["UNIT_OF_ALL", "units_below"]

#: A line that says in what all is counted, and not only something: 事業費の単位.
UNIT_OF_ALL: Final = pattern(rf"(?:^|(?<=[\s(（【「]))\s*{UNIT_LINE}")
#: Below all rows.
_END: Final = 1 << 30


def units_below(structure: Structure) -> dict[int, str]:
    """Return the unit of the line below each table, by the first row of its headings.

    That is so where each table has one such line below it and none stands above the first; else
    such lines stand above their tables.

    >>> from kpikit.cell import Vocabulary
    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.worded import structure_of
    >>> rows = ["指標", "R5目標"], ["利用率", "48"], ["単位：％", ""]
    >>> texts = {(r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)}
    >>> cells = Cells.of({at: text for at, text in texts.items() if text})
    >>> units_below(structure_of(cells, Vocabulary()))
    {1: '％'}
    """
    lines = {
        row: told[1].strip()
        for row in structure.rows
        if row not in structure.headings
        and len(own := structure.own(row)) == 1
        and (told := UNIT_OF_ALL.search(own[0].text))
    }
    starts = [group[0] for group in structure.heads]
    found = [
        [unit for row, unit in lines.items() if start < row < end]
        for start, end in pairwise([*starts, _END])
    ]
    is_below = all(len(units) == 1 for units in found) and len(lines) == len(starts)
    return {start: units[0] for start, units in zip(starts, found, strict=True) if is_below}
