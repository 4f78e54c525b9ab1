"""Columns of keys left of names are columns of numbers, whatever heads them: 記号 above ア, イ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role
from kpikit.table.keys import is_key

__all__ = ["with_key_columns"]

#: How many keys tell that a column is one of keys.
_SEVERAL: Final = 2


def with_key_columns(sheet: Cells) -> Cells:
    """Return a sheet in which headings of keys that say nothing else are those of numbers.

    No key stands there twice, and each has a name in its row.

    >>> texts = {(1, 1): "記号", (1, 2): "指標名", (2, 1): "ア", (2, 2): "利用者数"}
    >>> sheet = with_key_columns(Cells.of(texts | {(3, 1): "イ", (3, 2): "利用率"}))
    >>> sheet.boxes[1, 1].said.column.role
    Role.NUMBER
    """
    for line in [*sheet.lines.values()]:
        names = next((box for box in line if box.said.column.role is Role.INDICATOR), None)
        left = [box for box in line if names is not None and box.right < names.column]
        for head in left:
            if names is not None and not head.says and _heads_keys(sheet, head, names):
                column = Column(head.text, Role.NUMBER)
                sheet.put(attrs.evolve(head, said=Said(Class.LABEL, column)))
    return sheet


def _heads_keys(sheet: Cells, head: Box, names: Box) -> bool:
    """Whether keys stand right below a heading, each with a name."""
    keys = [*takewhile(lambda box: is_key(box.text), _column(sheet, head))]
    texts = {box.text.strip() for box in keys}
    beside = (sheet.at(box.row, names.column) for box in keys)
    is_named = all(box is not None and box.kind is Class.TEXT for box in beside)
    return len(keys) == len(texts) >= _SEVERAL and is_named


def _column(sheet: Cells, head: Box) -> Iterator[Box]:
    """Yield the cells below a heading, as many as stand right below one another."""
    box = sheet.at(head.bottom + 1, head.column)
    while box is not None:
        yield box
        box = sheet.at(box.bottom + 1, head.column)
