"""Names that stand behind a counted label, and rows of values that have the label alone: 指標１."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import COUNTED_KIND
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import Role, folded
from kpikit.table.structure import FIGURES

__all__ = ["with_names_by_label"]

_COUNTED: Final = pattern(COUNTED_KIND)


class _Named(NamedTuple):
    """A name, and its unit or ``""``, in the row of its label."""

    row: int
    text: str
    unit: str


def with_names_by_label(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such rows have their names.

    The name is that which the label was last given above them. A sheet stays as it is where one
    of these labels was given none, or several in turn.

    >>> texts = {(1, 1): "指標１", (1, 2): "貸出冊数", (3, 1): "指標１", (3, 2): "目標値"}
    >>> sheet = with_names_by_label(Cells.of(texts | {(3, 3): "5冊"}), Vocabulary())
    >>> sheet.boxes[3, 1].text
    '貸出冊数'
    """
    found = [*_found(sheet)]
    if any(len(names) != 1 for _, names in found):
        return sheet
    for label, (name,) in found:
        _put(sheet, label, name, vocabulary)
    for row in {name.row for _, (name,) in found}:
        _take(sheet, row)
    return sheet


def _found(sheet: Cells) -> Iterator[tuple[Box, list[_Named]]]:
    """Yield labels of rows of values, each with the names that it was given since the last one."""
    named: dict[str, list[_Named]] = {}
    used = set[str]()
    for label in _counted(sheet):
        key = folded(label.text)
        given = _name_beside(sheet, label)
        if given is not None:
            named[key] = [given] if key in used else [*named.get(key, []), given]
            used.discard(key)
        elif named and _heads_values(sheet, label):
            used.add(key)
            yield label, named.get(key, [])


def _counted(sheet: Cells) -> Iterator[Box]:
    """Yield the labels of indicators with a number, from the top to the bottom."""
    for row in sorted(sheet.lines):
        for box in sheet.lines[row]:
            is_label = box.is_label and box.said.column.role is Role.INDICATOR
            if box.row == row and is_label and _COUNTED.search(folded(box.text)):
                yield box


def _name_beside(sheet: Cells, label: Box) -> _Named | None:
    """Return the name right of a label, where no values are in its row."""
    name = sheet.at(label.row, label.right + 1)
    if name is None or name.says or name.kind is not Class.TEXT:
        return None
    beside = [box for box in sheet.lines[label.row] if box.column > label.right]
    if any(box.kind is Class.FIGURE or box.said.column.role in FIGURES for box in beside):
        return None
    unit = next((box.text.strip() for box in beside if box.said.kind is Class.UNIT), "")
    return _Named(label.row, name.text.strip(), unit)


def _heads_values(sheet: Cells, label: Box) -> bool:
    """Whether the label of values, or a value, stands right of a label of indicators."""
    right = (box for box in sheet.lines[label.row] if box.column > label.right)
    beside = next((box for box in right if box.said.kind is not Class.UNIT), None)
    if beside is None:
        return False
    return beside.said.column.role in FIGURES or beside.kind is Class.FIGURE


def _put(sheet: Cells, label: Box, name: _Named, vocabulary: Vocabulary) -> None:
    """Put a name in place of its label, with the unit where that is told with the name alone."""
    units = [box for box in sheet.lines[label.row] if box.said.kind is Class.UNIT]
    text = name.text if units or not name.unit else f"{name.text}（{name.unit}）"
    sheet.put(attrs.evolve(label, text=text, said=what_it_says(text, vocabulary=vocabulary)))


def _take(sheet: Cells, row: int) -> None:
    """Take away a row that has no more than a label with its name and its unit."""
    own = sheet.lines[row]
    more = [box for box in own[2:] if box.said.kind is not Class.UNIT]
    if not more and all(box.row == box.bottom for box in own):
        for box in [*own]:
            sheet.remove(box)
