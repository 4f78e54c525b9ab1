"""The kind of an indicator that stands above its name, in the first of its rows: 活動指標."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role

__all__ = ["with_names_beside_kinds", "with_other_kinds"]

_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: No word for a kind is longer.
_SHORT: Final = 8


def with_names_beside_kinds(sheet: Cells) -> Cells:
    """Return a sheet in which a name begins where its kind stands, which is left out.

    >>> texts = {(1, 1): "活動指標", (1, 2): "計画", (1, 3): "8"}
    >>> texts |= {(2, 1): "補助団体数", (2, 2): "実績", (2, 3): "7"}
    >>> [box.text for box in with_names_beside_kinds(Cells.of(texts)).lines[1]]
    ['補助団体数', '計画', '8']
    """
    for kind, name in [*_kinds(sheet)]:
        sheet.put(attrs.evolve(name, row=kind.row))
    return sheet


def with_other_kinds(sheet: Cells) -> Cells:
    """Return a sheet in which a word below kinds of indicators, left of names, is one of them.

    >>> texts = {(1, 1): "活動指標", (1, 2): "開催回数", (1, 3): "目標", (1, 4): "8"}
    >>> texts |= {(2, 1): "その他", (2, 2): "事業者数", (2, 3): "目標", (2, 4): "7"}
    >>> with_other_kinds(Cells.of(texts)).boxes[2, 1].said.column.role
    Role.INDICATOR
    """
    for row in sorted(sheet.lines):
        for box in [*sheet.lines[row]]:
            above = sheet.at(box.row - 1, box.column) if box.row == row else None
            is_below = above is not None and (above.column, above.right) == (box.column, box.right)
            is_kind = is_below and above is not None and _is_kind(sheet, above)
            if is_kind and len(box.text.strip()) <= _SHORT and _is_left_of_name(sheet, box):
                said = Said(Class.LABEL, Column(box.text, Role.INDICATOR))
                sheet.put(attrs.evolve(box, said=said))
    return sheet


def _is_kind(sheet: Cells, box: Box) -> bool:
    """Whether a label of indicators stands beside a name and a figure: it heads nothing."""
    is_label = box.is_label and box.said.column.role is Role.INDICATOR
    return is_label and _has_name(sheet, box)


def _is_left_of_name(sheet: Cells, box: Box) -> bool:
    return box.kind in (Class.TEXT, Class.WORD) and not box.says and _has_name(sheet, box)


def _has_name(sheet: Cells, box: Box) -> bool:
    """Whether a text stands right beside a cell, and right of it the label of a value with it."""
    name, *more = [each for each in sheet.lines[box.row] if each.column > box.right] or [box]
    roles = {each.said.column.role for each in more}
    is_valued = any(each.kind in (Class.FIGURE, Class.DASH) for each in more)
    return name.kind is Class.TEXT and is_valued and not roles.isdisjoint(_FIGURES)


def _kinds(sheet: Cells) -> Iterator[tuple[Box, Box]]:
    """Yield the kinds of indicators, each with the name right below it."""
    for row, line in sheet.lines.items():
        for box in line:
            if box.row == row and box.said.column.role is Role.INDICATOR and box.is_label:
                name = sheet.at(box.bottom + 1, box.column)
                if name is not None and _are_one(sheet, box, name):
                    yield box, name


def _are_one(sheet: Cells, kind: Box, name: Box) -> bool:
    """Whether a name goes on with the rows of its kind: 目標 beside one, 実績 beside the other."""
    is_below = (name.row, name.right) == (kind.bottom + 1, kind.right)
    if not is_below or name.says or name.kind is not Class.TEXT:
        return False
    one, other = _label_beside(sheet, kind), _label_beside(sheet, name)
    return one is not None and other is not None and one is not other


def _label_beside(sheet: Cells, box: Box) -> Role | None:
    """Return what the label of a row says that its values are, which no other text is left of."""
    for each in sheet.lines[box.row]:
        if each.column <= box.right:
            continue
        role = each.said.column.role
        if each.row == box.row and role in _FIGURES and each.said.column.period is None:
            return role
        if each.said.kind is not Class.UNIT:
            return None
    return None
