"""Labels of values that stand in the cells of these: 目標:5件, 【実績】48％, 目標 24."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from kpikit.language.pattern import pattern
from kpikit.model.observation import Status
from kpikit.table.cells import Box
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role

__all__ = ["BOX", "has_label", "is_label_of_value", "label_and_text", "label_and_value"]

#: What is a value of an indicator, and what the publisher works out of them.
_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_PRINTED: Final = frozenset((Role.RATE, Role.RESULT, Role.CHANGE))
#: A label with its value: 目標:5件.
_LABELLED: Final = pattern(r"([^\d\s:：]{1,10})(?:\s*[:：]|\s)\s*(.*)")
#: The same with its label in brackets: （目標）50％, 【実績】48％.
_IN_BOX: Final = r"[(（【〔\[［＜<]([^\d\s:：()（）【】〔〕\[\]［］＜＞<>]{1,10})[)）】〕\]］＞>]"
#: Such a label.
BOX: Final = pattern(_IN_BOX)
_BOXED: Final = pattern(rf"{_IN_BOX}\s*[:：]?\s*(.*)")


def is_label_of_value(label: str, read: Callable[[str], Said]) -> bool:
    """Whether a text is the label of a value.

    >>> from kpikit.table.classes import what_it_says
    >>> [is_label_of_value(text, what_it_says) for text in ("目標", "達成率", "年度")]
    [True, True, False]
    """
    return read(label).column.role in _FIGURES | _PRINTED


def label_and_text(line: str, read: Callable[[str], Said]) -> tuple[str, str] | None:
    """Return the label of a value and the value, where a line has both.

    >>> from kpikit.table.classes import what_it_says
    >>> label_and_text("目標:5件", what_it_says), label_and_text("登録 5件", what_it_says)
    (('目標', '5件'), None)
    """
    found = _LABELLED.fullmatch(line) or _BOXED.fullmatch(line)
    if found is None:
        return None
    return (found[1], found[2]) if is_label_of_value(found[1], read) else None


def label_and_value(box: Box, read: Callable[[str], Said]) -> tuple[Box, Box] | None:
    """Return the label in a cell and the figure behind it, each as a cell.

    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.classes import what_it_says
    >>> box = Cells.of({(1, 1): "目標 24"}).boxes[1, 1]
    >>> [each.text for each in label_and_value(box, what_it_says) or ()]
    ['目標', '24']
    """
    pair = label_and_text(box.text.strip(), read)
    if pair is None:
        return None
    label, said = (read(text) for text in pair)
    value = attrs.evolve(box, text=pair[1], said=said)
    is_told = (
        label.column.role in _FIGURES and label.column.status is Status.FINAL
    )  # no （速報値）5
    is_told = is_told and value.kind is Class.FIGURE
    return (attrs.evolve(box, text=pair[0], said=label), value) if is_told else None


def has_label(box: Box, read: Callable[[str], Said]) -> bool:
    """Whether a cell is a figure with its label before it: 目標 24.

    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.classes import what_it_says
    >>> sheet = Cells.of({(1, 1): "目標 24", (1, 2): "目標 達成", (2, 1): "24"})
    >>> [has_label(box, what_it_says) for box in sheet.boxes.values()]
    [True, False, False]
    """
    return label_and_value(box, read) is not None
