"""Names that begin as the one above them, and do not say that again: 〃　算数."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.marks import DITTOS
from kpikit.language.pattern import pattern
from kpikit.language.words import inline
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import what_it_says

__all__ = ["begins_as_above", "with_names_again"]

#: Between the parts of a name.
_BLANK: Final = "\N{IDEOGRAPHIC SPACE}"
#: A mark for what stands above, and what is said beyond.
_MARKED: Final = pattern(rf"\s*(?:{inline(*DITTOS)})[ \u3000]*(?P<more>(?![\d.,]+\S?\s*$)\S.*)")
#: What tells a name from its like in a bracket at its end: 割合（小６）.
_BRACKETED: Final = pattern(r"[(（][^()（）]*[)）]$")
#: A text that is set in as far as a name is long.
_SET_IN: Final = pattern(r"(?P<blanks>[ \u3000]{3,})(?P<more>\S.*)")
#: What all names of its like begin with, and what they differ in.
_PARTED: Final = pattern(r"(?P<first>\S.*\S)[ \u3000]+\S+")
#: How much further or less far it may be set in.
_NEAR: Final = 3


def begins_as_above(text: str) -> bool:
    """Whether a text says that it goes on with what stands above it.

    >>> [begins_as_above(text) for text in ("〃　算数", "〃", "　　　　外来", "算数")]
    [True, False, True, False]
    """
    return _MARKED.fullmatch(text) is not None or _SET_IN.fullmatch(text) is not None


def with_names_again(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such names are said in full.

    What is merely set in stands below a name of two parts, right below the second of them.

    >>> texts = {(1, 1): "患者満足度（％）　入院", (2, 1): "　　　　　　　　　外来"}
    >>> with_names_again(Cells.of(texts), Vocabulary()).boxes[2, 1].text
    '患者満足度（％）\u3000外来'
    """
    for row in sorted(sheet.lines):
        for box in [*sheet.lines[row]]:
            above = sheet.at(row - 1, box.column) if box.row == row else None
            text = "" if above is None or above.says else _in_full(box, above)
            if text:
                said = what_it_says(text, labels=sheet.labels, vocabulary=vocabulary)
                whole = attrs.evolve(box, text=text, said=said)
                sheet.put(whole)
                sheet.dittos.append(whole)
    return sheet


def _in_full(box: Box, above: Box) -> str:
    """Return a name with what the one above begins with, ``""`` if it does not go on with it."""
    parts = _PARTED.fullmatch(above.text.strip())
    marked = _MARKED.fullmatch(box.text)
    if marked and _BRACKETED.match(marked["more"]):
        return _BRACKETED.sub("", above.text.strip()) + marked["more"]
    if marked:
        return f"{parts['first'] if parts else above.text.strip()}{_BLANK}{marked['more']}"
    set_in = _SET_IN.fullmatch(box.text)
    if parts is None or set_in is None:
        return ""
    is_below = abs(_width(set_in["blanks"]) - _width(parts["first"])) <= _NEAR
    return f"{parts['first']}{_BLANK}{set_in['more']}" if is_below else ""


def _width(text: str) -> float:
    """Return how wide a text is set, in letters."""
    return sum(0.5 if letter.isascii() else 1 for letter in text)
