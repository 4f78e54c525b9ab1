"""Lines that are by turns a label and its value, as a list of terms has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role

__all__ = ["in_turn"]

_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What the line below a label may be: a value, or what is said of one.
_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH, Class.MARK))
_VALUED: Final = _FIGURES | {Role.RATE, Role.RESULT, Role.CHANGE}
_SAID: Final = frozenset((Role.UNIT, Role.DEPARTMENT, Role.DIRECTION, Role.NUMBER))


def in_turn(sheet: Cells) -> Cells:
    """Return a sheet in which each value stands beside its label, and not in the line below.

    >>> texts = {(1, 1): "目標値(R6)", (2, 1): "5件", (3, 1): "実績値(R6)", (4, 1): "6件"}
    >>> [[box.text for box in line] for line in in_turn(Cells.of(texts)).lines.values()]
    [['目標値(R6)', '5件'], ['実績値(R6)', '6件']]
    """
    pairs = [*_pairs(sheet)]
    roles = {label.said.column.role for label, value in pairs if value.kind is Class.FIGURE}
    if roles >= _NEEDED:
        for label, value in pairs:
            sheet.move(value, label.row, label.column + 1)
    return sheet


def _pairs(sheet: Cells) -> Iterator[tuple[Box, Box]]:
    """Yield each label alone in its row with the value alone in the next."""
    for row in sorted(sheet.lines):
        label, value = _alone(sheet, row), _alone(sheet, row + 1)
        if label and value and label.column == value.column and _are_pair(label, value):
            yield label, value


def _alone(sheet: Cells, row: int) -> Box | None:
    """Return the only cell of a row, if it covers no other place."""
    line = sheet.lines.get(row, [])
    is_plain = len(line) == 1 and (line[0].bottom, line[0].right) == (row, line[0].column)
    return line[0] if is_plain else None


def _are_pair(label: Box, value: Box) -> bool:
    role = label.said.column.role
    if not label.is_label or value.says:
        return False
    return value.kind in _VALUES if role in _VALUED else role in _SAID
