"""Names of several indicators in one cell, with their values in one each: ①…数 ②…数, ①8校 ②3団体."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from kpikit.language.headings import ITEMIZED
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box
from kpikit.table.classes import Class, what_it_says
from kpikit.table.fact import Fact

__all__ = ["items_of", "with_items"]

_ITEMIZED: Final = pattern(ITEMIZED)
#: Around an item.
_BETWEEN: Final = " \t\n\N{IDEOGRAPHIC SPACE}、,;；/／・"


def items_of(text: str) -> dict[str, str]:
    """Return the items of a cell by their marks, ``{}`` where it is no list of several.

    >>> items_of("①８校 ②33団体")
    {'①': '８校', '②': '33団体'}
    >>> items_of("①８校"), items_of("①８校 ③12人"), items_of("約①８校 ②33団体")
    ({}, {}, {})
    """
    found = _ITEMIZED.findall(text)
    marks = [mark for mark, _ in found]
    items = {mark: item.strip(_BETWEEN) for mark, item in found}
    first = ord(marks[0]) if marks else 0
    is_list = text.strip()[:1] in items and marks == [chr(first + at) for at in range(len(marks))]
    return items if len(items) > 1 and is_list and all(items.values()) else {}


def with_items(facts: Sequence[Fact], named: Iterable[Fact]) -> list[Fact]:
    """Return values with those of each item apart, where names and values are lists of them.

    Args:
        facts: The values.
        named: All values; those of a name are parted where each of them has all its items.
    """
    names = _listed(named)
    items = {
        (name, mark): _item(name, text) for name, parts in names.items() for mark, text in parts
    }
    parted: list[Fact] = []
    for fact in facts:
        marks = [mark for mark, _ in names.get(fact.names[0], ())] if fact.names else []
        parted += [_of_item(fact, mark, items[fact.names[0], mark]) for mark in marks] or [fact]
    return parted


def _listed(named: Iterable[Fact]) -> dict[Box, list[tuple[str, str]]]:
    """Return the names that are lists, each with its items, as its values are."""
    found: dict[Box, list[tuple[str, str]]] = {}
    apart: set[Box] = set()
    for fact in named:
        items = items_of(fact.names[0].text) if fact.names else {}
        if not items:
            continue
        name = fact.names[0]
        found[name] = [*items.items()]
        if fact.box.kind is not Class.DASH and items_of(fact.box.text).keys() != items.keys():
            apart.add(name)
    return {name: items for name, items in found.items() if name not in apart}


def _of_item(fact: Fact, mark: str, name: Box) -> Fact:
    """Return the value of an item."""
    text = items_of(fact.box.text).get(mark, fact.box.text)
    unit = items_of(fact.unit).get(mark, fact.unit)
    names = (name, *fact.names[1:])
    return attrs.evolve(fact, box=_item(fact.box, text), names=names, unit=unit)


def _item(box: Box, text: str) -> Box:
    said = what_it_says(text, vocabulary=box.vocabulary)
    return attrs.evolve(box, text=text, said=said)
