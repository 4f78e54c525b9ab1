"""Headings behind what they are of, as exports have them: 指標1_R5目標 beside 指標1_単位."""

from __future__ import annotations

from collections import Counter
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import SAYING, Class, what_it_says

__all__ = ["with_prefixed"]

#: What a heading is of, and what it says: 指標1_R5目標, 成果指標：単位.
_PREFIXED: Final = pattern(r"([^_＿:：|｜]{1,16})[_＿:：|｜]([^_＿:：|｜]+)")
#: How many headings of one thing there are at least.
_SEVERAL: Final = 3


def with_prefixed(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such headings say what they say without what they are of.

    >>> texts = {(1, 1): "指標1_名称", (1, 2): "指標1_R5目標", (1, 3): "指標1_R5実績"}
    >>> told = with_prefixed(Cells.of(texts), Vocabulary())
    >>> [told.boxes[1, at].said.column.role for at in (2, 3)]
    [Role.TARGET, Role.ACTUAL]
    """
    for line in [*sheet.lines.values()]:
        own = [box for box in line if _PREFIXED.fullmatch(box.text)]
        of = Counter(map(_prefix, own))
        for box in own:
            if of[_prefix(box)] >= _SEVERAL and box.said.kind is Class.UNREAD:
                text = box.text[len(_prefix(box)) + 1 :]
                said = what_it_says(text, labels=sheet.labels, vocabulary=vocabulary)
                if said.kind in SAYING:
                    sheet.put(attrs.evolve(box, said=said))
    return sheet


def _prefix(box: Box) -> str:
    found = _PREFIXED.fullmatch(box.text)
    return found[1] if found else ""
