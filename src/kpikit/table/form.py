"""The form that is read: the pairs of labels and what they say that hold for what follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.headings import Role
from kpikit.table.structure import Pair

__all__ = ["WITHIN", "Form"]

#: What pairs are within: a pair ends those within what it begins anew.
WITHIN: Final = {
    Role.SECTION: 0,
    Role.NUMBER: 0,
    Role.DEPARTMENT: 1,
    Role.INDICATOR: 2,
    Role.UNIT: 3,
}
_DEEPEST: Final = 4


@attrs.define(eq=False)
class Form:
    """The pairs that hold."""

    pairs: list[Pair] = attrs.field(factory=list[Pair])
    #: Their cells, and those of all that held before.
    told: set[Box] = attrs.field(factory=set[Box])

    def begin(self, pair: Pair) -> list[Pair]:
        """Let a pair hold, and return those that it ends."""
        ended = [*self._ended_by(pair)]
        self.pairs = [*(each for each in self.pairs if each not in ended), pair]
        return ended

    def _ended_by(self, pair: Pair) -> Iterator[Pair]:
        """Yield the pairs that end where one begins: those of its role, and those within.

        What stands above the first name of an indicator is about it, and so is the first office
        below it.
        """
        depth = _depth(pair)
        overlapping = [each for each in self.pairs if each.overlaps(pair)]
        is_first = pair.role not in {each.role for each in overlapping}
        for other in overlapping:
            is_beside = other.label.row == pair.label.row
            is_within = other.role is None or _depth(other) > depth
            is_above = is_first and pair.role in (Role.INDICATOR, Role.DEPARTMENT)
            if other.role is pair.role or (is_within and not is_beside and not is_above):
                yield other

    def of(self, role: Role, column: int) -> list[Pair]:
        """Return the pairs of a role that hold for a column."""
        return [pair for pair in self.pairs if pair.role is role and pair.covers(column)]

    def block(self, row: int) -> list[Box]:
        """Return the names of which a row is a part, since they reach down to it."""
        return [
            pair.value
            for pair in self.pairs
            if pair.label.bottom >= row > pair.label.row and pair.role is Role.INDICATOR
        ]

    def is_name(self, box: Box) -> bool:
        """Whether a cell is what a pair says."""
        return any(pair.value is box for pair in self.pairs)

    def is_dashed(self, column: int) -> bool:
        """Whether a dash stands for the name of an indicator."""
        names = self.of(Role.INDICATOR, column)
        return any(pair.value.said.kind is Class.DASH for pair in names)

    def cuts(self, names: tuple[Box, ...], labels: tuple[Box, ...]) -> bool:
        """Whether a name is that of a form beside another, and a label is not below it."""
        cut = [
            pair
            for pair in self.pairs
            if pair.value in names and pair.left > 1 and pair.label.row == pair.value.row
        ]
        return any(label.column < pair.left for pair in cut for label in labels)


def _depth(pair: Pair) -> int:
    return _DEEPEST if pair.role is None else WITHIN.get(pair.role, _DEEPEST)
