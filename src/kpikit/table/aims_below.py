"""Names with their values in one row, and their targets in the next: 利用率 above 目標."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Column, Role, folded

__all__ = ["ASSUMED", "with_aims_below", "with_rows_in_brackets"]

#: What a label is of that nobody wrote: that the values beside a name are those that were seen.
ASSUMED: Final = "assumed"
_KINDS: Final = (Role.TARGET, Role.ACTUAL)
_BRACKETED: Final = pattern(r"[(]([^()]+)[)]")
_VALUES: Final = frozenset((Class.FIGURE, Class.DASH, Class.WORD))


def with_rows_in_brackets(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which a row whose label and values are all in brackets has them plain.

    >>> texts = {(1, 1): "（目標）", (1, 2): "（45%）", (1, 3): "(50%)"}
    >>> sheet = with_rows_in_brackets(Cells.of(texts), Vocabulary())
    >>> [box.text for box in sheet.lines[1]]
    ['（目標）', '45%', '50%']
    """
    for label, *values in [*sheet.lines.values()]:
        if label.said.column.role not in _KINDS or not _BRACKETED.fullmatch(folded(label.text)):
            continue
        inside = [(box, _BRACKETED.fullmatch(folded(box.text))) for box in values]
        for box, found in inside if all(found for _, found in inside) else ():
            assert found is not None  # noqa: S101 - all of them are
            said = what_it_says(found[1], labels=sheet.labels, vocabulary=vocabulary)
            sheet.put(attrs.evolve(box, text=found[1], said=said))
    return sheet


def with_aims_below(sheet: Cells) -> Cells:
    """Return a sheet in which a name stands left of its values and of the targets below them.

    Years alone head both rows, and nothing in the sheet says that values are actuals. No target
    stands above the first name, where those below names may be of the next ones.

    >>> texts = {(1, 1): "指標", (1, 2): "R5", (1, 3): "R6"}
    >>> texts |= {(2, 1): "利用率", (2, 2): "48%", (2, 3): "50%"}
    >>> texts |= {(3, 1): "（目標）", (3, 2): "45%", (3, 3): "50%"}
    >>> [[box.text for box in line] for line in with_aims_below(Cells.of(texts)).lines.values()]
    [['指標', 'R5', 'R6'], ['利用率', '利用率', '48%', '50%'], ['利用率', '（目標）', '45%', '50%']]
    """
    boxes = dict.fromkeys(sheet.boxes.values())
    if any(box.said.column.role is Role.ACTUAL for box in boxes):
        return sheet
    pairs = [*_pairs(sheet)]
    for name, label in pairs if len(pairs) == len([*_labels(sheet)]) else ():
        before = name.column - 1
        seen = Said(Class.LABEL, Column(name.text, Role.ACTUAL), ASSUMED)
        sheet.put(attrs.evolve(name, said=seen))
        sheet.insert(attrs.evolve(name, bottom=label.bottom, column=before, right=before))
    return sheet


def _labels(sheet: Cells) -> Iterator[Box]:
    """Yield the labels of targets that begin a row, and head nothing."""
    for row, (label, *values) in sheet.lines.items():
        is_own = label.row == label.bottom == row and label.column == label.right
        is_aim = label.is_label and label.said.column.role is Role.TARGET
        if is_own and is_aim and any(box.kind in _VALUES for box in values):
            yield label


def _pairs(sheet: Cells) -> Iterator[tuple[Box, Box]]:
    """Yield the names that have a label of targets right below them, each with it."""
    for label in _labels(sheet):
        name = sheet.at(label.row - 1, label.column)
        is_name = name is not None and not name.says and name.kind is Class.TEXT
        if name is not None and is_name and _is_above(sheet, name, label):
            yield name, label


def _is_above(sheet: Cells, name: Box, label: Box) -> bool:
    """Whether a row is a name and values, with a target of the same year below each of several."""
    is_own = name.row == name.bottom and name.column == name.right
    if not is_own or sheet.lines[name.row][0] is not name:
        return False
    seen = {box.column for box in sheet.lines[name.row][1:] if box.kind in _VALUES}
    aims = {box.column for box in sheet.lines[label.row][1:] if box.kind in _VALUES}
    return bool(seen) and seen <= aims and all(_is_of_year(sheet, name.row, at) for at in seen)


def _is_of_year(sheet: Cells, row: int, column: int) -> bool:
    """Whether the nearest heading above a value is a year and nothing else."""
    above = (sheet.at(each, column) for each in range(row - 1, 0, -1))
    head = next((box for box in above if box is not None and box.says), None)
    return head is not None and head.said.kind is Class.YEAR
