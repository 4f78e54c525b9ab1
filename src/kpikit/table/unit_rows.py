"""Rows of headings that say what the columns below are counted in: 単位：人 below names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import UNIT_LINE
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import folded
from kpikit.table.units import read_unit

__all__ = ["with_unit_rows"]

_UNIT: Final = pattern(rf"[(]?{UNIT_LINE}[)]?")
_SAID: Final = Said(Class.UNIT)


def with_unit_rows(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which the cells of a row that only name units are these units.

    >>> texts = {(1, 1): "年度", (1, 2): "利用者数", (1, 3): "利用率"}
    >>> texts |= {(2, 2): "単位：人", (2, 3): "（単位：％）"}
    >>> [box.text for box in with_unit_rows(Cells.of(texts), Vocabulary()).lines[2]]
    ['人', '%']
    """
    for row, line in [*sheet.lines.items()]:
        own = [box for box in line if box.row == row]
        units = _units(own, vocabulary) if len(line) > 1 else []
        for box, unit in zip(own, units, strict=False):
            sheet.put(attrs.evolve(box, text=unit, said=_SAID))
    return sheet


def _units(own: Sequence[Box], vocabulary: Vocabulary) -> list[str]:
    """Return the units that cells name, ``[]`` unless each of them does nothing else."""
    found = [_UNIT.fullmatch(folded(box.text)) for box in own]
    units = [each[1] for each in found if each is not None]
    is_whole = len(units) == len(own) and all(read_unit(unit, vocabulary) for unit in units)
    return units if is_whole else []
