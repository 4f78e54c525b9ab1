"""Names that stand elsewhere behind a letter, and rows with the letter: 成果指標 | Ａ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, final

import attrs

from kpikit.language.headings import KEY, KEYED, KIND_OF_KEYS
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import folded

__all__ = ["stands_for_name", "with_names_by_letter"]

_KEY: Final = pattern(KEY)
_KEYED: Final = pattern(KEYED)
_KIND: Final = pattern(KIND_OF_KEYS)


@final
class _Name(NamedTuple):
    """A name, and its cell where the letter has another one."""

    text: str
    cell: Box | None = None


@final
class _List(NamedTuple):
    """Names below the heading of their kind, by their letters."""

    head: Box
    kind: str
    names: dict[str, _Name]


def with_names_by_letter(sheet: Cells) -> Cells:
    """Return a sheet in which rows have the names that their letters stand for.

    The names stand below a heading of their kind, and the letters right of the same word; a sheet
    in which one of these letters stands for nothing stays as it is. Where forms follow one another,
    a letter is one of the nearest heading above it.

    >>> texts = {(1, 1): "② 成果指標", (2, 1): "Ａ　利用者数", (3, 1): "Ｂ　利用率"}
    >>> texts |= {(5, 1): "成果指標", (5, 2): "Ａ", (6, 1): "成果指標", (6, 2): "Ｂ"}
    >>> [box.text for box in with_names_by_letter(Cells.of(texts)).lines[6]]
    ['成果指標', '利用率']
    """
    lists = [*_lists(sheet)]
    rows = [(box, _named(lists, box, kind)) for box, kind in _rows(sheet)] if lists else []
    if any(name is None for _, name in rows):
        return sheet
    told = [(box, name) for box, name in rows if name is not None]
    for box, name in told:
        sheet.put(attrs.evolve(box, text=name.text, said=Said(Class.TEXT)))
    for cell in dict.fromkeys(name.cell for _, name in told if name.cell is not None):
        sheet.remove(cell)
    return sheet


def stands_for_name(box: Box) -> bool:
    """Whether a cell is a letter for a name that is said elsewhere, or the word for its kind.

    >>> cells = Cells.of({(1, 1): "④活動指標", (1, 2): "ア", (1, 3): "利用者数"})
    >>> [stands_for_name(box) for box in cells.lines[1]]
    [True, True, False]
    """
    return _is_key(box) or _kind(box) != ""


def _lists(sheet: Cells) -> Iterator[_List]:
    """Yield the headings of names, each with these by their letters."""
    for head in dict.fromkeys(sheet.boxes.values()):
        kind = _kind(head)
        named = dict(_named_below(sheet, head)) if kind else {}
        if named:
            yield _List(head, kind, named)


def _named_below(sheet: Cells, head: Box) -> Iterator[tuple[str, _Name]]:
    """Yield the letters below a heading with their names, in one cell or right of them."""
    below = sheet.at(head.bottom + 1, head.column)
    while below is not None:
        found = _KEYED.fullmatch(below.text.strip())
        beside = sheet.at(below.row, below.right + 1)
        if found:
            yield folded(found["key"]), _Name(found["name"].strip())
        elif _is_key(below) and below.right < head.right and beside is not None:
            yield folded(below.text), _Name(beside.text.strip(), beside)
        else:
            return
        below = sheet.at(below.bottom + 1, below.column)


def _named(lists: Sequence[_List], box: Box, kind: str) -> _Name | None:
    """Return what a letter stands for, ``None`` if nothing tells it."""
    own = [each for each in lists if each.kind == kind]
    above = [each for each in own if each.head.row < box.row]
    nearest = above[-1:] or (own if len(own) == 1 else [])
    return nearest[0].names.get(folded(box.text)) if nearest else None


def _rows(sheet: Cells) -> Iterator[tuple[Box, str]]:
    """Yield the letters right of the word for a kind, each with that."""
    for line in sheet.lines.values():
        for at, box in enumerate(line[1:], 1):
            kind = _kind(line[at - 1]) if _is_key(box) else ""
            if kind and box.row in range(line[at - 1].row, line[at - 1].bottom + 1):
                yield box, kind


def _is_key(box: Box) -> bool:
    return _KEY.fullmatch(folded(box.text)) is not None


def _kind(box: Box) -> str:
    found = _KIND.fullmatch(folded(box.text))
    return found[1] if found else ""
