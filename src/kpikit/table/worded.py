"""Words left of values that could be something else by themselves, and are names: 施設, 実績.

What a cell is by its text alone is a candidate, which the cells around it may overrule: a unit
or a figure in a column of words is a word, and so is a label of values where the headings of the
same figures say something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.counted import unit_in
from kpikit.table.headings import Role, folded
from kpikit.table.structure import FIGURES, PRINTED, Structure

__all__ = ["structure_of"]

_WORDS: Final = frozenset((Class.TEXT, Class.WORD))
_BOTH: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What a heading says of columns whose cells are names.
_OF_NAMES: Final = frozenset((Role.SECTION, Role.CATEGORY, Role.INDICATOR))
#: What a cell is if it is nothing else.
_TEXT: Final = Said(Class.TEXT)


def structure_of(sheet: Cells, vocabulary: Vocabulary) -> Structure:
    """Return what the rows of a sheet are, what is a name among names being taken for one.

    >>> rows = [
    ...     "分野,サービス,目標,実績",
    ...     "在宅,訪問介護,5,6",
    ...     "在宅,通所介護,7,8",
    ...     "施設,特養,4,3",
    ... ]
    >>> cells = [row.split(",") for row in rows]
    >>> sheet = Cells.of(
    ...     {(r, c): text for r, row in enumerate(cells, 1) for c, text in enumerate(row, 1)}
    ... )
    >>> before = sheet.boxes[4, 1].kind.value
    >>> before, structure_of(sheet, Vocabulary()).sheet.boxes[4, 1].kind.value
    ('unit', 'text')
    """
    structure = Structure(sheet, vocabulary)
    words = _Columns(structure).words
    for box in words:
        sheet.put(attrs.evolve(box, said=_TEXT))
    return Structure(sheet, vocabulary) if words else structure


@attrs.define(eq=False, slots=False)
class _Columns:
    """The columns of a sheet that are left of values, and hold names."""

    structure: Structure

    @cached_property
    def words(self) -> list[Box]:
        """The cells that are words, whatever they say by themselves."""
        found = list[Box]()
        for row in self.structure.rows:
            group = () if row in self.structure.headings else self.structure.group(row)
            if group and not self.structure.pairs(row):
                own = self.structure.own(row)
                found += [box for box in own if self._is_word(group, box)]
            elif row in self.structure.headings:
                found += self._among_headings(row)
        return found

    def _among_headings(self, row: int) -> list[Box]:
        """Return the units that stand among more words, above other headings: 居宅, 通所, 施設."""
        own = [box for box in self.structure.own(row) if not box.says]
        units = [box for box in own if box.said.kind is Class.UNIT]
        words = sum(box.kind in _WORDS for box in own)
        is_above = row + 1 in self.structure.headings
        return units if is_above and words > len(units) else []

    def _is_word(self, group: Sequence[int], box: Box) -> bool:
        """Whether a cell stands among names, and says nothing of the figures on its right."""
        if box.column >= self._first_of_values(group) or not self._holds_names(box):
            return False
        if box.said.kind is Class.UNIT:
            return self._is_of_words(group, box.column) or self._are_counted(group)
        if box.said.kind is Class.UNREAD and box.kind is Class.FIGURE:
            return self._is_of_words(group, box.column) or self._is_below_wide(group, box)
        if box.is_label and box.said.column.role in PRINTED:
            return self._is_named_once(group, box)
        return self._may_be_named_so(box) and self._is_contradicted(group, box.column)

    def _first_of_values(self, group: Sequence[int]) -> int:
        """Return the first column that headings say holds values; 0 where they say it of none."""
        if group[-1] not in self._first:
            boxes = (box for row in group for box in self.structure.sheet.lines[row])
            values = [box.column for box in boxes if self._heads_values(box)]
            self._first[group[-1]] = min(values, default=0)
        return self._first[group[-1]]

    @cached_property
    def _first(self) -> dict[int, int]:
        return {}

    def _heads_values(self, box: Box) -> bool:
        return box.said.kind is Class.YEAR or self.structure.role_of(box) in FIGURES

    def _holds_names(self, box: Box) -> bool:
        """Whether a cell stands below a heading, which is a word or says that names are below."""
        stack = self.structure.stack(box.row, box.column)
        roles = [self.structure.role_of(each) for each in stack if each.says]
        return bool(stack) and all(role in _OF_NAMES for role in roles)

    def _is_of_words(self, group: Sequence[int], column: int) -> bool:
        """Whether a column has more words than anything else that it has none beside."""
        key = group[-1], column
        if key not in self._worded:
            boxes = dict.fromkeys(self.structure.below(group, column))
            kinds = [box.kind for box in boxes]
            words = sum(kind in _WORDS for kind in kinds)
            others = sum(kind in (Class.UNIT, Class.FIGURE) for kind in kinds)
            self._worded[key] = words > others
        return self._worded[key]

    def _is_below_wide(self, group: Sequence[int], box: Box) -> bool:
        """Whether a heading of names covers a column without plain figures, too: １号炉."""
        *_, head = self.structure.stack(box.row, box.column)
        is_plain = any(
            each.said.kind is Class.FIGURE for each in self.structure.below(group, box.column)
        )
        return head.column < box.column and not is_plain

    def _are_counted(self, group: Sequence[int]) -> bool:
        """Whether a heading of each column of values says what they are counted in."""
        row = group[-1] + 1
        if row not in self._counted:
            stacks = [self.structure.stack(row, at) for at in self._columns_of_values(group)]
            self._counted[row] = all(any(map(self._has_unit, stack)) for stack in stacks)
        return self._counted[row]

    @cached_property
    def _counted(self) -> dict[int, bool]:
        return {}

    def _has_unit(self, box: Box) -> bool:
        return bool(box.said.column.unit or unit_in(box.text, self.structure.vocabulary))

    @cached_property
    def _worded(self) -> dict[tuple[int, int], bool]:
        return {}

    def _is_named_once(self, group: Sequence[int], box: Box) -> bool:
        """Whether a label of what is worked out names a row with its own values: 達成率.

        What is worked out of each indicator has the same label below each of them.
        """
        if self.structure.role(box.row, box.column) is not Role.INDICATOR:
            return False
        if self._is_beside_kinds(box):
            return True
        if not (self._tells_all(group) and {*self._roles_beside(box)} >= _BOTH):
            return False
        key = group[-1], box.column
        if key not in self._names:
            names = dict.fromkeys(self.structure.below(group, box.column))
            self._names[key] = Counter(folded(each.text) for each in names)
        return self._names[key][folded(box.text)] == 1

    def _is_beside_kinds(self, box: Box) -> bool:
        """Whether targets and actuals have rows of their own right of a cell: 達成率 | 目標."""
        sheet, row = self.structure.sheet, box.row
        kinds = set[Role | None]()
        while row in sheet.lines and sheet.at(row, box.column) in (box, None):
            beside = sheet.at(row, box.right + 1)
            kinds.add(beside.said.column.role if beside is not None and beside.is_label else None)
            row += 1
        return kinds >= _BOTH

    @cached_property
    def _names(self) -> dict[tuple[int, int], Counter[str]]:
        return {}

    def _may_be_named_so(self, box: Box) -> bool:
        """Whether a label says what values are, as a name may too: 実績, 量の見込み, 確保方策."""
        is_provided = box.said.of == "provision"
        return is_provided or (box.is_label and box.said.column.role in FIGURES)

    def _is_contradicted(self, group: Sequence[int], column: int) -> bool:
        """Whether headings tell all values of a table, and not as the labels of a column do."""
        key = group[-1], column
        if key not in self._named_so:
            labels = [
                box
                for box in dict.fromkeys(self.structure.below(group, column))
                if self._may_be_named_so(box)
            ]
            is_told = self._tells_all(group)
            self._named_so[key] = is_told and any(map(self._is_other, labels))
        return self._named_so[key]

    @cached_property
    def _named_so(self) -> dict[tuple[int, int], bool]:
        return {}

    def _tells_all(self, group: Sequence[int]) -> bool:
        """Whether headings say of each column of values what it holds, targets and actuals."""
        row = group[-1] + 1
        roles = {self.structure.role(row, column) for column in self._columns_of_values(group)}
        return None not in roles and roles >= _BOTH

    def _columns_of_values(self, group: Sequence[int]) -> set[int]:
        return {
            at
            for row in group
            for box in self.structure.sheet.lines[row]
            if self._heads_values(box)
            for at in range(box.column, box.right + 1)
        }

    def _is_other(self, label: Box) -> bool:
        """Whether a figure right of a label is a value of another kind by its heading."""
        return any(role is not label.said.column.role for role in self._roles_beside(label))

    def _roles_beside(self, label: Box) -> Iterator[Role]:
        for box in self.structure.own(label.row):
            role = self.structure.role(box.row, box.column)
            if box.column > label.right and box.kind is Class.FIGURE and role in FIGURES:
                assert role is not None  # noqa: S101 - it is one of these
                yield role
