"""Rows of cells that are each a label and its value: 令和6年度目標　22日 | 令和6年度実績　22日."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import SAYING, Class, Said, read_class, what_it_says
from kpikit.table.headings import Role

__all__ = ["has_led_values", "led_value", "with_led_values"]

#: Between a label and its value.
_BETWEEN: Final = pattern(r"\s*[:：]\s*|\s+")
_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
_SHOWN: Final = frozenset((Role.RATE, Role.RESULT, Role.CHANGE))
_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH))
#: What a cell says by itself that may be such a pair.
_OPEN: Final = frozenset((Class.UNREAD, Class.TEXT))
#: No label is longer.
_SHORT: Final = 24


@final
class _Led(NamedTuple):
    """A cell, its label, and its value behind it."""

    box: Box
    label: str
    said: Said
    value: str


def led_value(text: str, vocabulary: Vocabulary) -> tuple[str, Said, str] | None:
    """Return the label that a text begins with, what it says, and the value behind it.

    ``None`` if the text is no such pair. A label may have blanks in it: the longest is taken.

    >>> label, _, value = led_value("令和６年度 目標：22日", Vocabulary())
    >>> label, value
    ('令和６年度 目標', '22日')
    """
    for found in reversed([*_BETWEEN.finditer(text)]):
        label, value = text[: found.start()].strip(), text[found.end() :].strip()
        if not (value and 0 < len(label) <= _SHORT):
            continue
        said = what_it_says(label, vocabulary=vocabulary)
        if said.kind in SAYING and _is_value(value, vocabulary):
            return label, said, value
    return None


def with_led_values(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which the values of such rows stand in a row of their own, below labels.

    Such a row has nothing else, and both a target and an actual.

    >>> texts = {(1, 1): "利用者数", (2, 1): "R6目標 30人", (2, 2): "R6実績 28人"}
    >>> sheet = with_led_values(Cells.of(texts), Vocabulary())
    >>> [[box.text for box in line] for line in sheet.lines.values()]
    [['利用者数'], ['R6目標', 'R6実績'], ['30人', '28人']]
    """
    rows = dict(_rows(sheet, vocabulary))
    if not rows or any(box.is_turned for box in sheet.boxes.values()):
        return sheet
    made = sheet.opened(rows)
    for at, row in enumerate(sorted(rows)):
        for each in rows[row]:
            _part(made, each, row + at, vocabulary)
    return made


def has_led_values(sheet: Cells, vocabulary: Vocabulary) -> bool:
    """Whether a sheet has such a row.

    >>> has_led_values(Cells.of({(1, 1): "目標 30人", (1, 2): "実績 28人"}), Vocabulary())
    True
    """
    return next(_rows(sheet, vocabulary), None) is not None


def _is_value(text: str, vocabulary: Vocabulary) -> bool:
    said = what_it_says(text, vocabulary=vocabulary).kind
    return said is Class.DASH or read_class(text, vocabulary) in _VALUES


def _rows(sheet: Cells, vocabulary: Vocabulary) -> Iterator[tuple[int, Sequence[_Led]]]:
    """Yield the rows of a sheet that are such pairs and nothing else."""
    for row, line in sheet.lines.items():
        own = [box for box in line if box.row == row]
        if len(own) < len(_NEEDED) or any(box.said.kind not in _OPEN for box in own):
            continue
        found = [_led(box, vocabulary) for box in own]
        pairs = [each for each in found if each is not None]
        roles = [each.said.column.role for each in pairs]
        labels = {each.label for each in pairs}
        is_known = {*roles} >= _NEEDED and {*roles} <= _NEEDED | _SHOWN | {Role.BASELINE}
        if is_known and len(labels) == len(found):
            yield row, pairs


def _led(box: Box, vocabulary: Vocabulary) -> _Led | None:
    """Return the label and the value of a cell of one row, ``None`` if it has none."""
    found = led_value(box.text.strip(), vocabulary) if box.row == box.bottom else None
    return _Led(box, *found) if found is not None else None


def _part(sheet: Cells, led: _Led, row: int, vocabulary: Vocabulary) -> None:
    """Put a label and its value into the rows that their cell covers now."""
    box = sheet.boxes[row, led.box.column]
    sheet.remove(box)
    said = what_it_says(led.value, vocabulary=vocabulary)
    sheet.insert(attrs.evolve(box, bottom=row, text=led.label, said=led.said))
    sheet.insert(attrs.evolve(box, row=row + 1, text=led.value, said=said))
