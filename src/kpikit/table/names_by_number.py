"""Names that stand once with their number, and values elsewhere that have only the number: ①."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, final

import attrs

from kpikit.table.cells import Box
from kpikit.table.fact import About
from kpikit.table.headings import Role, folded
from kpikit.table.keys import Keys, behind_key

__all__ = ["NamesByNumber"]

#: What sorts names that are counted anew within each of its kinds: 活動指標 ①, 成果指標 ①.
_KINDS: Final = (Role.CATEGORY, Role.SECTION)


@final
class _Known(NamedTuple):
    """What a row says of the indicator whose number it has."""

    about: About
    #: What sorts it: 活動指標.
    kinds: list[str]

    @property
    def place(self) -> tuple[int, int]:
        """Where the name stands."""
        name = self.about[Role.INDICATOR][0]
        return name.row, name.column


@final
@attrs.define(eq=False, slots=False)
class NamesByNumber:
    """The names of indicators by their numbers, from the top of a sheet to its bottom.

    >>> NamesByNumber().find([], "①", {}) is None
    True
    """

    known: Keys[_Known] = attrs.field(factory=Keys["_Known"])
    #: First row of headings → the last words that sort rows below them.
    kinds: dict[int, list[str]] = attrs.field(factory=dict[int, "list[str]"])
    #: Where the names stand that values elsewhere were given.
    used: set[tuple[int, int]] = attrs.field(factory=set[tuple[int, int]])

    def keep(self, group: Sequence[int], about: About) -> None:
        """Keep what a row says, where its number stands in a cell of its own."""
        if about.get(Role.NUMBER) and about.get(Role.INDICATOR):
            self._keep(group, about[Role.NUMBER][0].text, about)

    def keep_counted(self, group: Sequence[int], name: Box, about: About) -> None:
        """Keep what a row without values says, where the number begins the name: ①利用者数."""
        found = behind_key(name.text)
        if found is not None:
            number, text = found
            told = [attrs.evolve(name, text=text)]
            self._keep(group, number, {**about, Role.INDICATOR: told})

    def _keep(self, group: Sequence[int], number: str, about: About) -> None:
        self.known.give(number, _Known(about, self._kinds(group, about)), _table(group))

    def find(self, group: Sequence[int], number: str, about: About) -> About | None:
        """Return what is said of the indicator with a number, in the last table that has it.

        It has no name where that has the number several times, and nothing beside it tells which.

        Args:
            group: The headings above the number.
            number: The number.
            about: What is said beside it.
        """
        found = self.known.find(number)
        if not found:
            return None
        kinds = self._kinds(group, about)
        if len({each.place for each in found}) > 1:
            found = [each for each in found if each.kinds == kinds != []]
        if len({each.place for each in found}) != 1:
            return {Role.INDICATOR: []}
        self.used.add(found[-1].place)
        return {role: boxes for role, boxes in found[-1].about.items() if role is not Role.NUMBER}

    def _kinds(self, group: Sequence[int], about: About) -> list[str]:
        """Return the words that sort a row, or those above it where they are blank."""
        own = [folded(box.text) for role in _KINDS for box in about.get(role, [])]
        known = self.kinds.setdefault(_table(group), own)
        if own:
            known = self.kinds[_table(group)] = own
        return known


def _table(group: Sequence[int]) -> int:
    return next(iter(group), 0)
