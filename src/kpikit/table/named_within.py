"""Targets with what they are of in their cells, beside projects: 移住定住 | 移住世帯数 10世帯."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from kpikit.cell import Vocabulary, read_actual, read_target
from kpikit.language.headings import AIM
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Column, Role, folded

__all__ = ["has_names_within", "label_within", "with_names_within"]

_AIM: Final = pattern(AIM)
_DIGIT: Final = pattern(r"\d")
#: Between the words and the figure.
_BETWEEN: Final = " \t\n:\N{FULLWIDTH COLON}\N{IDEOGRAPHIC SPACE}"
_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
#: What stands left of such targets and is no name of an indicator.
_BESIDE: Final = frozenset((Role.SECTION, Role.CATEGORY, Role.NUMBER, Role.DEPARTMENT))
#: How many rows tell that the words in them are names.
_SEVERAL: Final = 2


class _Named(NamedTuple):
    """A cell with the words and the figure in it."""

    box: Box
    name: str
    value: str


def label_within(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Return the words before the only figure in a cell, and the figure.

    >>> label_within("移住世帯数　10世帯", Vocabulary()), label_within("累計 10世帯", Vocabulary())
    (('移住世帯数', '10世帯'), None)
    """
    text = text.strip()
    if not text[:1].isalpha() or not _DIGIT.search(folded(text)):
        return None
    seen = read_actual(text, vocabulary=vocabulary)
    pieces = seen.pieces or read_target(text, vocabulary=vocabulary).pieces
    labels = [piece for piece in pieces if piece.role == "label"]
    if len(labels) != 1 or labels[0].start:
        return None
    name, value = text[: labels[0].end], text[labels[0].end :].lstrip(_BETWEEN)
    return (name, value) if what_it_says(name, vocabulary=vocabulary).kind is Class.UNREAD else None


def with_names_within(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such names stand alone, and their targets in a column of their own.

    Each row has another name. Where the other values of a row have words too, these are the same.

    >>> texts = {(1, 1): "事業名", (1, 2): "目標", (1, 3): "R6", (2, 1): "定住", (3, 1): "農業"}
    >>> texts |= {(2, 2): "移住世帯数 10世帯", (2, 3): "4", (3, 2): "就農者数 5人", (3, 3): "1"}
    >>> sheet = with_names_within(Cells.of(texts), Vocabulary())
    >>> [box.text for box in sheet.lines[2]]
    ['定住', '移住世帯数', '4', '10世帯']
    """
    for head, parts in [*_headed(sheet, vocabulary)]:
        _part(sheet, head, parts, vocabulary)
    return sheet


def has_names_within(sheet: Cells, vocabulary: Vocabulary) -> bool:
    """Whether a sheet has such targets.

    >>> has_names_within(Cells.of({(1, 1): "事業名", (1, 2): "目標"}), Vocabulary())
    False
    """
    return next(_headed(sheet, vocabulary), None) is not None


def _headed(sheet: Cells, vocabulary: Vocabulary) -> Iterator[tuple[Box, list[_Named]]]:
    """Yield the headings of such targets, with what is below them."""
    for head in dict.fromkeys(sheet.boxes.values()):
        if _is_of_aims(head) and _is_of_projects(sheet, head):
            parts = _named_below(sheet, head, vocabulary)
            if parts:
                yield head, parts


def _is_of_aims(head: Box) -> bool:
    """Whether a heading is one of targets, or of what is named with its target: 数値目標."""
    role = head.said.column.role
    is_named = role is Role.INDICATOR and _AIM.search(folded(head.text)) is not None
    return role is Role.TARGET or is_named


def _is_of_projects(sheet: Cells, head: Box) -> bool:
    """Whether a heading covers one column, and all left of it is of projects, and no value."""
    beside = [box for box in sheet.lines[head.row] if box is not head]
    roles = [box.said.column.role for box in beside if box.column < head.column]
    is_one = head.is_label and head.column == head.right and bool(roles)
    is_of_projects = is_one and Role.SECTION in roles and set(roles) <= _BESIDE | _FIGURES
    others = {box.said.column.role for box in beside}
    return is_of_projects and others.isdisjoint((Role.TARGET, Role.INDICATOR))


def _named_below(sheet: Cells, head: Box, vocabulary: Vocabulary) -> list[_Named]:
    """Return the cells below a heading with their names and values, if each has its own."""
    below = [*_below(sheet, head)]
    told = [(box, label_within(box.text, vocabulary)) for box in below]
    parts = [_Named(box, *each) for box, each in told if each is not None]
    names = {folded(each.name) for each in parts}
    if len(parts) < _SEVERAL or len(parts) < len(below) or len(names) < len(parts):
        return []
    is_other = any(_says_otherwise(sheet, each, vocabulary) for each in parts)
    return [] if is_other else parts


def _part(sheet: Cells, head: Box, parts: Sequence[_Named], vocabulary: Vocabulary) -> None:
    """Give targets a column of their own, so that their names stand alone."""
    last = max(box.right for line in sheet.lines.values() for box in line) + 1
    aim = attrs.evolve(head.said.column, role=Role.TARGET)
    sheet.put(attrs.evolve(head, said=Said(Class.LABEL, Column(head.text, Role.INDICATOR))))
    sheet.insert(attrs.evolve(head, column=last, right=last, said=Said(Class.LABEL, aim)))
    for year in [box for box in sheet.below(head) if box.says]:
        sheet.remove(year)
        sheet.insert(attrs.evolve(year, column=last, right=last))
    for box, name, value in parts:
        sheet.put(attrs.evolve(box, text=name, said=what_it_says(name, vocabulary=vocabulary)))
        said = what_it_says(value, vocabulary=vocabulary)
        sheet.insert(attrs.evolve(box, column=last, right=last, text=value, said=said))


def _below(sheet: Cells, head: Box) -> Iterator[Box]:
    """Yield the cells below a heading and beyond the years below others, up to a blank row."""
    for box in sheet.below(head):
        if not all(each.says for each in sheet.lines[box.row]):
            yield box


def _says_otherwise(sheet: Cells, own: _Named, vocabulary: Vocabulary) -> bool:
    """Whether another figure of a row has other words before it than its target."""
    others = (each for each in sheet.lines[own.box.row] if each.column > own.box.right)
    told = (label_within(each.text, vocabulary) for each in others)
    return any(each is not None and folded(each[0]) != folded(own.name) for each in told)
