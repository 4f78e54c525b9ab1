"""Names that stand elsewhere behind a letter, and rows with the letter: 成果指標 | Ａ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.language.headings import KEY, KEYED, KIND_OF_KEYS
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import folded

__all__ = ["with_names_by_letter"]

_KEY: Final = pattern(KEY)
_KEYED: Final = pattern(KEYED)
_KIND: Final = pattern(KIND_OF_KEYS)


def with_names_by_letter(sheet: Cells) -> Cells:
    """Return a sheet in which rows have the names that their letters stand for.

    The names stand below a heading of their kind, and the letters right of the same word; a sheet
    in which one of these letters stands for nothing stays as it is.

    >>> texts = {(1, 1): "② 成果指標", (2, 1): "Ａ　利用者数", (3, 1): "Ｂ　利用率"}
    >>> texts |= {(5, 1): "成果指標", (5, 2): "Ａ", (6, 1): "成果指標", (6, 2): "Ｂ"}
    >>> [box.text for box in with_names_by_letter(Cells.of(texts)).lines[6]]
    ['成果指標', '利用率']
    """
    names = dict(_names(sheet))
    rows = [*_rows(sheet)] if names else []
    if not rows or any(key not in names for _, key in rows):
        return sheet
    for box, key in rows:
        name = names[key]
        sheet.put(attrs.evolve(box, text=name, said=Said(Class.TEXT)))
    return sheet


def _names(sheet: Cells) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the names below headings, each by its kind and its letter."""
    for head in dict.fromkeys(sheet.boxes.values()):
        kind = _kind(head)
        below = sheet.at(head.bottom + 1, head.column) if kind else None
        while below is not None and (found := _KEYED.fullmatch(below.text.strip())):
            yield (kind, folded(found["key"])), found["name"].strip()
            below = sheet.at(below.bottom + 1, below.column)


def _rows(sheet: Cells) -> Iterator[tuple[Box, tuple[str, str]]]:
    """Yield the letters right of the word for a kind, each with that."""
    for line in sheet.lines.values():
        for at, box in enumerate(line[1:], 1):
            kind = _kind(line[at - 1]) if _KEY.fullmatch(folded(box.text)) else ""
            if kind and box.row in range(line[at - 1].row, line[at - 1].bottom + 1):
                yield box, (kind, folded(box.text))


def _kind(box: Box) -> str:
    found = _KIND.fullmatch(folded(box.text))
    return found[1] if found else ""
