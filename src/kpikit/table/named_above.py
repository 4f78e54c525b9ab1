"""Names above their targets in one cell, where no column has names: 市税の収納率 above 99.3％."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, final

import attrs

from kpikit.language.headings import INDICATOR
from kpikit.language.nouns import MEASURED
from kpikit.model.naming import head
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, read_class
from kpikit.table.headings import Column, Role, folded

__all__ = ["with_names_above"]

#: How many such cells a column has at least.
_SEVERAL: Final = 2


@final
class _Named(NamedTuple):
    """A cell, and the name and the value in it."""

    box: Box
    name: str
    value: str


def with_names_above(sheet: Cells) -> Cells:
    r"""Return a sheet in which such names stand in a column of their own.

    Each cell below the heading of targets has one, and some of them say what is measured.

    >>> texts = {(1, 1): "取組", (1, 2): "目標", (2, 2): "収納率\n99.3%", (3, 2): "寄附額\n8億円"}
    >>> told = with_names_above(Cells.of(texts))
    >>> [box.text for row in (1, 2, 3) for box in told.lines[row]]
    ['取組', '目標', '指標', '99.3%', '収納率', '8億円', '寄附額']
    """
    last = max((box.right for line in sheet.lines.values() for box in line), default=0)
    for target in [*dict.fromkeys(sheet.boxes.values())]:
        if target.said.column.role is not Role.TARGET or _has_names(sheet, target):
            continue
        found = [_named(box) for box in sheet.below(target)]
        named = [each for each in found if each is not None]
        if len(found) == len(named) >= _SEVERAL and any(map(_is_measured, named)):
            _part(sheet, target, named, last + 1)
    return sheet


def _has_names(sheet: Cells, target: Box) -> bool:
    """Whether names have a heading beside that of targets."""
    return any(box.said.column.role is Role.INDICATOR for box in sheet.lines[target.row])


def _part(sheet: Cells, target: Box, named: list[_Named], column: int) -> None:
    """Put names right of all, below a heading of their own."""
    said = Said(Class.LABEL, Column(INDICATOR, Role.INDICATOR))
    sheet.insert(attrs.evolve(target, column=column, right=column, text=INDICATOR, said=said))
    for box, name, value in named:
        sheet.put(attrs.evolve(box, text=value, said=Said(read_class(value, box.vocabulary))))
        said = Said(Class.UNREAD)
        sheet.insert(attrs.evolve(box, column=column, right=column, text=name, said=said))


def _named(box: Box) -> _Named | None:
    """Return a cell whose last line is a figure, and what stands above it is text."""
    *above, value = box.text.strip().splitlines() or [""]
    name = "".join(map(str.strip, above))
    if not name or read_class(value.strip(), box.vocabulary) is not Class.FIGURE:
        return None
    is_text = read_class(name, box.vocabulary) is Class.TEXT
    return _Named(box, name, value.strip()) if is_text else None


def _is_measured(named: _Named) -> bool:
    return re.search(MEASURED, head(folded(named.name))) is not None
