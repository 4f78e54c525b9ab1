"""Names that stand once with their keys, and rows of values that have the keys alone.

A key is a letter or a number beside its kind, 成果指標 | Ａ, or a label with one, 成果指標１. The
names may have their kinds and keys beside them, too: 成果指標 | Ａ | 利用者数.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple, final

import attrs

from kpikit.language.headings import COUNTED_KIND, INDICATOR, KIND_OF_KEYS
from kpikit.language.lines import FIGURE_ALONE
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role, folded
from kpikit.table.keys import Keys, behind_key, is_key
from kpikit.table.structure import FIGURES
from kpikit.table.units import read_unit

__all__ = ["stands_for_name", "with_names_by_key"]

_COUNTED: Final = pattern(COUNTED_KIND)
_KIND: Final = pattern(KIND_OF_KEYS)
_ALONE: Final = pattern(FIGURE_ALONE)


@final
class _Name(NamedTuple):
    """A name with its key."""

    key: str
    text: str
    #: What it is counted in, or ``""``.
    unit: str
    #: What is taken away where the name is put in place of its key.
    cells: Sequence[Box]


def with_names_by_key(sheet: Cells) -> Cells:
    """Return a sheet in which rows have the names that their keys stand for.

    The names stand below a heading of their kind, or each right of its label where no values are
    in its row. A sheet stays as it is where one of its keys stands for nothing, or for several.

    >>> texts = {(1, 1): "② 成果指標", (2, 1): "Ａ　利用者数", (3, 1): "指標１", (3, 2): "冊数"}
    >>> texts |= {(5, 1): "成果指標", (5, 2): "Ａ", (6, 1): "指標１", (6, 2): "目標値"}
    >>> sheet = with_names_by_key(Cells.of(texts))
    >>> sheet.boxes[5, 2].text, sheet.boxes[6, 1].text
    ('利用者数', '冊数')
    """
    found = [*_found(sheet)]
    if any(len(names) != 1 for _, names in found):
        return sheet
    for key, (name,) in found:
        is_counted = any(
            box.said.kind is Class.UNIT or box.text.strip() == name.unit
            for box in sheet.lines[key.row]
        )
        text = name.text if is_counted or not name.unit else f"{name.text}（{name.unit}）"
        sheet.put(attrs.evolve(key, text=text, said=Said(Class.TEXT)))
    for cell in dict.fromkeys(cell for _, (name,) in found for cell in name.cells):
        sheet.remove(cell)
    return sheet


def stands_for_name(box: Box) -> bool:
    """Whether a cell is a key for a name that is said elsewhere, or the word for its kind.

    >>> cells = Cells.of({(1, 1): "④活動指標", (1, 2): "ア", (1, 3): "利用者数"})
    >>> [stands_for_name(box) for box in cells.lines[1]]
    [True, True, False]
    """
    return is_key(box.text) or _kind(box.text) != ""


def _found(sheet: Cells) -> Iterator[tuple[Box, Sequence[_Name]]]:
    """Yield the keys of rows of values, each with what it stands for.

    Labels right below a heading of numbers, No., are those of a table that says more; so are the
    keys anywhere below it.
    """
    keys, lists, numbers = Keys[_Name](), _lists(sheet), set[int]()
    numbered = {box.column for box in sheet.boxes.values() if box.said.column.role is Role.NUMBER}
    for left, box in _neighbours(sheet):
        for name in lists.get(box, ()):
            keys.give(name.key, name, box.row)
        kind, label = _kind(left.text) if left else "", _label(box)
        if box.said.column.role is Role.NUMBER:
            numbers.add(box.column)
        elif not label:
            numbers.discard(box.column)
        if kind and is_key(box.text) and lists:
            yield box, keys.find(f"{kind}{box.text}")
        elif kind and is_key(box.text) and box.column not in numbered:
            yield from _of_kind(sheet, keys, kind, box)
        elif label and box.column not in numbers:
            right = _words_right(sheet, box)
            if keys and any(map(_is_value, right[:1])):
                yield box, keys.find(label)
            elif right and _is_name(right[0]) and not any(map(_is_value, right)):
                keys.give(label, _name_of(sheet, label, box, right))


def _of_kind(
    sheet: Cells, keys: Keys[_Name], kind: str, box: Box
) -> Iterator[tuple[Box, Sequence[_Name]]]:
    """Yield a key right of its kind with what it stands for, or take what stands beside it."""
    key, name = f"{kind}{box.text}", _listed(sheet, kind, box)
    if keys and _is_of_values(sheet, box):
        yield box, keys.find(key)
    elif name is not None:
        keys.give(key, name)


def _neighbours(sheet: Cells) -> Iterator[tuple[Box | None, Box]]:
    """Yield the cells from the top to the bottom, each with the one on its left."""
    for row in sorted(sheet.lines):
        left = None
        for box in sheet.lines[row]:
            if box.row == row:
                yield left, box
            left = box


def _lists(sheet: Cells) -> dict[Box, list[_Name]]:
    """Return the headings of lists of names with these.

    Where each kind has only one list they may stand below the values: the first cell has all.
    """
    kinds = {head: _kind(head.text) for head in dict.fromkeys(sheet.boxes.values())}
    named = {head: [*_named_below(sheet, head, kind)] for head, kind in kinds.items() if kind}
    lists = {head: names for head, names in named.items() if names}
    is_one_form = len({kinds[head] for head in lists}) == len(lists) > 0
    first = sheet.lines[min(sheet.lines)][0] if is_one_form else None
    return {first: [*chain(*lists.values())]} if first else lists


def _named_below(sheet: Cells, head: Box, kind: str) -> Iterator[_Name]:
    """Yield the names below a heading behind their keys, in one cell or right of them."""
    key = sheet.at(head.bottom + 1, head.column)
    while key is not None and not _kind(key.text):
        whole, beside = behind_key(key.text), sheet.at(key.row, key.right + 1)
        if whole is not None:
            yield _Name(f"{kind}{whole[0]}", whole[1].strip(), _unit(sheet, key), ())
        elif is_key(key.text) and key.right < head.right and beside is not None:
            text = beside.text.strip()
            yield _Name(f"{kind}{key.text}", text, _unit(sheet, beside), (beside,))
        else:
            return
        key = sheet.at(key.bottom + 1, key.column)


def _kind(text: str) -> str:
    """Return the kind of names that a heading or a label says, ``""`` if it says none."""
    found = _KIND.fullmatch(folded(text)) if INDICATOR[-1] in text else None
    return found[1] if found else ""


def _label(box: Box) -> str:
    """Return the kind and the key that a label says, ``""`` if it says none: 指標１."""
    is_label = box.is_label and box.said.column.role is Role.INDICATOR
    found = _COUNTED.fullmatch(folded(box.text)) if is_label else None
    return f"{_kind(found['kind']) or found['kind']}{found['key']}" if found else ""


def _name_of(sheet: Cells, key: str, label: Box, right: Sequence[Box]) -> _Name:
    """Return the name right of a label; a row that says no more is taken away with it."""
    own, (name, *more) = sheet.lines[label.row], right
    is_row = own[0] is label and not more and all(box.row == box.bottom for box in own)
    return _Name(key, name.text.strip(), _unit(sheet, name), tuple(own) if is_row else ())


def _unit(sheet: Cells, name: Box) -> str:
    """Return the unit right of a name, ``""`` if there is none."""
    units = (box.text.strip() for box in _right(sheet, name) if box.said.kind is Class.UNIT)
    return next(units, "")


def _right(sheet: Cells, box: Box) -> Iterator[Box]:
    return (each for each in sheet.lines[box.row] if each.column > box.right)


def _words_right(sheet: Cells, box: Box) -> list[Box]:
    """Return what stands right of a cell, but for units."""
    return [each for each in _right(sheet, box) if each.said.kind is not Class.UNIT]


def _is_unit(box: Box) -> bool:
    """Whether a word stands for a unit, one that nobody knows too: 学級."""
    return read_unit(box.text) is not None


def _is_of_values(sheet: Cells, key: Box) -> bool:
    """Whether a value stands right of a key, or of a unit beside it."""
    right = _words_right(sheet, key)
    values = right[1:] if right and _is_unit(right[0]) else right
    return any(map(_is_value, values[:1]))


def _listed(sheet: Cells, kind: str, key: Box) -> _Name | None:
    """Return the name alone right of a key, one with a number in it too: 英検３級以上の割合."""
    right = _words_right(sheet, key)
    is_named = bool(right) and _is_named(right[0]) and all(map(_is_unit, right[1:]))
    if not is_named:
        return None
    unit = right[1].text.strip() if len(right) > 1 else _unit(sheet, right[0])
    own = [each for each in sheet.lines[key.row] if each.row == key.row]
    return _Name(f"{kind}{key.text}", right[0].text.strip(), unit, own)


def _is_named(box: Box) -> bool:
    is_figure = box.kind is Class.FIGURE and _ALONE.fullmatch(folded(box.text)) is not None
    return not (box.says or is_figure)


def _is_name(box: Box) -> bool:
    return box.kind is Class.TEXT and not box.says


def _is_value(box: Box) -> bool:
    return box.kind is Class.FIGURE or box.said.column.role in FIGURES
