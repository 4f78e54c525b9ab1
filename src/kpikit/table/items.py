"""Names of several indicators in one cell, with their values in one each: ①8校 ②3団体."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs

from kpikit.language.headings import ITEMIZED
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box
from kpikit.table.classes import Class, what_it_says
from kpikit.table.fact import Fact, Facts

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


def with_items(facts: Facts) -> None:
    """Part values of names that are lists, where each of them has all its items.

    Args:
        facts: What a sheet says.
    """
    listed = _listed([*facts.facts, *facts.rated])
    made: dict[tuple[Box, str], Box] = {}

    def item(box: Box, mark: str) -> Box:
        """Return what a cell says of an item; all of it, where it is no list."""
        text = items_of(box.text).get(mark)
        if text is None:
            return box
        if (box, mark) not in made:
            said = what_it_says(text, vocabulary=box.vocabulary)
            made[box, mark] = attrs.evolve(box, text=text, said=said)
            facts.headings[made[box, mark]] = facts.headings.get(box, "")
        return made[box, mark]

    def parted(fact: Fact) -> list[Fact]:
        marks = listed.get(fact.names[0], ())
        return [_of_item(fact, mark, item) for mark in marks] or [fact]

    facts.facts = [each for fact in facts.facts for each in parted(fact)]
    facts.rated = [each for fact in facts.rated for each in parted(fact)]


def _listed(named: Iterable[Fact]) -> dict[Box, list[str]]:
    """Return the names that are lists, as their values are, each with the marks of its items."""
    found: dict[Box, list[str]] = {}
    apart: set[Box] = set()
    for fact in named:
        items = items_of(fact.names[0].text)
        if not items:
            continue
        name = fact.names[0]
        found[name] = [*items]
        if fact.box.kind is not Class.DASH and items_of(fact.box.text).keys() != items.keys():
            apart.add(name)
    return {name: marks for name, marks in found.items() if name not in apart}


def _of_item(fact: Fact, mark: str, item: Callable[[Box, str], Box]) -> Fact:
    """Return the value of an item."""
    return attrs.evolve(
        fact,
        box=attrs.evolve(item(fact.box, mark)),  # a dash is the value of each
        names=(item(fact.names[0], mark), *fact.names[1:]),
        unit=items_of(fact.unit).get(mark, fact.unit),
        about={role: [item(box, mark) for box in boxes] for role, boxes in fact.about.items()},
    )
