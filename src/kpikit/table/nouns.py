"""Headings that say of several nouns which value of each is below: 利用者数目標, 稼働率実績."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import PAIRED
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.counted import unit_in
from kpikit.table.eras import has_bare_year
from kpikit.table.headings import Column, Role, folded

__all__ = ["noun_of", "with_nouns"]

_WORDS: Final = tuple(
    (Role(role), word) for role, words in PAIRED for word in sorted(words.split())
)
_BOTH: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: Of how many nouns a row says it at least: one may be all that there is.
_SEVERAL: Final = 2
_AROUND: Final = "_ \N{IDEOGRAPHIC SPACE}"


def noun_of(text: str) -> tuple[Role | None, str]:
    """Return which value of what a heading says is below it, as far as it does.

    >>> noun_of("利用者数（人）目標"), noun_of("目標")
    ((Role.TARGET, '利用者数(人)'), (None, ''))
    """
    bare = folded(text)
    for role, word in _WORDS:
        rest = bare.removeprefix(word) if bare.startswith(word) else bare.removesuffix(word)
        rest = rest.strip(_AROUND)
        if rest not in ("", bare) and not has_bare_year(rest):
            return role, rest
    return None, ""


def with_nouns(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such headings are those of targets and actuals.

    A row has both of each of several nouns.

    >>> heads = ["施設", "利用者数目標", "利用者数実績", "稼働率目標", "稼働率実績"]
    >>> sheet = Cells.of({(1, at): text for at, text in enumerate(heads, 1)})
    >>> [box.said.column.role for box in with_nouns(sheet, Vocabulary()).lines[1]][1:3]
    [Role.TARGET, Role.ACTUAL]
    """
    for line in [*sheet.lines.values()]:
        told = [(box, *noun_of(box.text)) for box in line if _is_open(box)]
        roles: dict[str, set[Role | None]] = {}
        for _, role, noun in told:
            roles.setdefault(noun, set()).add(role)
        both = {noun for noun, each in roles.items() if each >= _BOTH}
        for box, role, noun in told if len(both) >= _SEVERAL else ():
            if noun in both:
                column = Column(box.text, role, unit=unit_in(noun, vocabulary))
                sheet.put(attrs.evolve(box, said=Said(Class.LABEL, column)))
    return sheet


def _is_open(box: Box) -> bool:
    return box.said.kind is Class.UNREAD and any(word in box.text for _, word in _WORDS)
