"""Rows of headings that say what the columns below are counted in: 単位：人 below names.

A row may say once that it is of units: 単位 | t | ％, right below the names of columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import OWN_INDICATOR, UNIT_LINE
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role, folded
from kpikit.table.units import read_unit

__all__ = ["with_unit_rows"]

_UNIT: Final = pattern(rf"[(]?{UNIT_LINE}[)]?")
_OWN_INDICATOR: Final = pattern(OWN_INDICATOR)
_BRACKETED: Final = pattern(r"[(]([^()]+)[)]")
_SAID: Final = Said(Class.UNIT)
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
#: How many columns such a row says it of at least.
_SEVERAL: Final = 2


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
        if own and _is_of_units(sheet, own, vocabulary):
            label, *rest = own
            for box in rest:
                is_none = box.said.kind is Class.DASH
                sheet.remove(box) if is_none else sheet.put(attrs.evolve(box, said=_SAID))
            sheet.remove(label)
        elif len(own) >= _SEVERAL and _are_among_units(sheet, own, vocabulary):
            for box in own:
                sheet.put(attrs.evolve(box, said=_SAID))
    return sheet


def _are_among_units(sheet: Cells, own: Sequence[Box], vocabulary: Vocabulary) -> bool:
    """Whether some cells below names or labels are units, and the others may be: ％ | 円／㎥."""
    above = [sheet.at(box.row - 1, box.column) for box in own]
    is_named = all(box is not None and (box.is_label or box.kind in _WORDED) for box in above)
    is_unit = any(box.said.kind is Class.UNIT for box in own)
    return is_named and is_unit and all(_is_unit(box, vocabulary) for box in own)


def _is_of_units(sheet: Cells, own: Sequence[Box], vocabulary: Vocabulary) -> bool:
    """Whether a row is the label of units and these, right below names: 年度 | 排出量 | 資源化率.

    The names are headings, which a year or a word heads, and no other label.
    """
    label, *units = own
    if len(units) < _SEVERAL or label.said.column.role is not Role.UNIT:
        return False
    corner = sheet.at(label.row - 1, label.column)
    above = [sheet.at(label.row - 1, box.column) for box in units]
    is_headed = corner is not None and (corner.said.of == "years" or _is_word(corner))
    is_named = all(box is not None and not box.says and box.kind in _WORDED for box in above)
    return is_headed and is_named and all(_is_unit(box, vocabulary) for box in units)


def _is_word(box: Box) -> bool:
    """Whether a cell is no label, and not the name of a kind of indicators either: 環境指標."""
    return not box.says and _OWN_INDICATOR.fullmatch(folded(box.text)) is None


def _is_unit(box: Box, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a unit, or a dash where there is none."""
    if box.said.kind is Class.DASH:
        return True
    is_own = box.said.kind in (Class.UNIT, Class.UNREAD)
    return is_own and read_unit(box.text.strip(), vocabulary) is not None


def _units(own: Sequence[Box], vocabulary: Vocabulary) -> list[str]:
    """Return the units that cells name, ``[]`` unless each of them does nothing else.

    In brackets it is a unit where most of the others are known as such: （人） （千km） （％）.
    """
    found = [_UNIT.fullmatch(folded(box.text)) for box in own]
    if 2 * sum(box.said.kind is Class.UNIT for box in own) > len(own):
        found = [_BRACKETED.fullmatch(folded(box.text)) for box in own]
    units = [each[1] for each in found if each is not None]
    is_whole = len(units) == len(own) and all(read_unit(unit, vocabulary) for unit in units)
    return units if is_whole else []
