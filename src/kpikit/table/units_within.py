"""Units below a name, right of the word for one, in a row of its values: 単位｜人 beside 達成率."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from kpikit.cell import Vocabulary
from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.fact import Fact
from kpikit.table.headings import Role
from kpikit.table.structure import Structure
from kpikit.table.units import stated_unit

__all__ = ["with_units_within"]

#: The word for a unit, and the unit right of it.
_Unit: TypeAlias = tuple[Box, Box]


def with_units_within(
    facts: Sequence[Fact], structure: Structure, vocabulary: Vocabulary
) -> tuple[list[Fact], list[Box]]:
    """Return values with the units that stand below their names, and the cells that say so.

    The word for a unit stands in the column of the name, and no other name between the two.

    Args:
        facts: The values of a sheet.
        structure: What its rows are.
        vocabulary: What tells a unit.
    """
    told: dict[Box, _Unit] = {}
    names = {fact.names[0] for fact in facts}
    for label, unit in _units(structure, vocabulary):
        above = [each for each in names if each.column == label.column and each.row < label.row]
        name = max(above, key=lambda each: each.row, default=None)
        if name is not None and any(_is_beside(fact, name, label) for fact in facts):
            told[name] = (label, unit)
    found = [
        attrs.evolve(fact, about=fact.about | {Role.UNIT: [told[fact.names[0]][1]]})
        if fact.names[0] in told and Role.UNIT not in fact.about and not fact.unit
        else fact
        for fact in facts
    ]
    return found, [box for pair in told.values() for box in pair]


def _units(structure: Structure, vocabulary: Vocabulary) -> Iterator[_Unit]:
    """Yield the words for a unit in rows of values, each with a unit right of it."""
    for row in structure.rows:
        if row not in structure.headings:
            for label, unit in pairwise(structure.own(row)):
                is_told = label.is_label and label.said.column.role is Role.UNIT
                is_unit = is_told and unit.kind is not Class.FIGURE
                if is_unit and stated_unit(unit.text, vocabulary) is not None:
                    yield label, unit


def _is_beside(fact: Fact, name: Box, label: Box) -> bool:
    """Whether a value of a name stands in the row of a label, or in the one above it."""
    return fact.names[0] is name and label.row - 1 <= fact.box.row <= label.row
