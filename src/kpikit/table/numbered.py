"""Forms that a word and a number begin, and then what they are of: 推進項目 | 1 | 窓口."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from kpikit.language.headings import ITEM
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role, folded

__all__ = ["with_numbered_forms"]

_ITEM: Final = pattern(ITEM)
#: A word, a number and a name.
_CELLS: Final = 3
_VALUES: Final = frozenset((Class.FIGURE, Class.DASH))
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_DIGITS: Final = pattern(r"\d+")


def with_numbered_forms(sheet: Cells) -> Cells:
    """Return a sheet in which such a word and its number are one label of what a form is of.

    Each form has the next number, and has rows of its own below it.

    >>> texts = {(1, 1): "推進項目", (1, 2): "1", (1, 3): "窓口の改善", (2, 1): "指標"}
    >>> texts |= {(5, 1): "推進項目", (5, 2): "2", (5, 3): "財源の確保", (6, 1): "指標"}
    >>> sheet = with_numbered_forms(Cells.of(texts))
    >>> [(box.text, box.said.column.role) for box in sheet.lines[5]][0]
    ('推進項目 2', Role.SECTION)
    """
    forms: dict[tuple[int, str], list[list[Box]]] = {}
    for row, line in sheet.lines.items():
        own = [box for box in line if box.row == row]
        if _begins_form(own):
            forms.setdefault((own[0].column, folded(own[0].text)), []).append(own)
    for same in forms.values():
        if len(same) > 1 and all(_goes_on(one, other) for one, other in pairwise(same)):
            for label, number, *_ in same:
                _join(sheet, label, number)
    return sheet


def _begins_form(own: Sequence[Box]) -> bool:
    """Whether a row is a word, its number and a name, with words and what they say behind."""
    if len(own) < _CELLS or not _ITEM.fullmatch(own[1].text.strip()):
        return False
    label, _, name, *rest = own
    is_word = label.kind in _WORDED or label.said.column.role is Role.SECTION
    is_word = is_word and name.kind in _WORDED
    is_in_turn = len(rest) % 2 == 0 and not any(box.kind in _VALUES for box in rest)
    return is_word and is_in_turn and not any(box.says for box in (name, *rest[1::2]))


def _goes_on(one: Sequence[Box], other: Sequence[Box]) -> bool:
    """Whether the second of two forms has the next number, and does not stand right below."""
    first, second = (int(_DIGITS.findall(folded(form[1].text))[0]) for form in (one, other))
    return second == first + 1 and other[0].row > one[0].bottom + 1


def _join(sheet: Cells, label: Box, number: Box) -> None:
    """Let a label take the cell of its number in."""
    sheet.remove(number)
    sheet.remove(label)
    text = f"{label.text.strip()} {number.text.strip()}"
    said = Said(Class.LABEL, Column(label.text, Role.SECTION))  # the same word heads all of them
    sheet.insert(attrs.evolve(label, right=number.right, text=text, said=said))
