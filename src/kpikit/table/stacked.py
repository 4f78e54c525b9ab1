"""What lines say of two values above one another: 上段：目標値 下段：実績値."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import OF_ALL_VALUES, OF_ONE_YEAR, PAIRED, STACKED, STACKED_OF
from kpikit.language.lexicon import OTHER_GOALS
from kpikit.language.pattern import pattern
from kpikit.language.years import LOWER
from kpikit.table.cells import Box
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import Role, folded
from kpikit.table.sections import counting_of, is_remark
from kpikit.table.structure import FIGURES, Structure

__all__ = ["Stacked"]

_STACKED: Final = pattern(STACKED)
_OF: Final = pattern(STACKED_OF)
_OF_ALL_VALUES: Final = pattern(OF_ALL_VALUES)
#: Targets that are none of the year above them.
_OF_OTHER_YEARS: Final = OTHER_GOALS - {*OF_ONE_YEAR.split()}
_SAYING: Final = (Class.UNREAD, Class.YEAR, Class.LABEL)


@final
@attrs.frozen
class _Half:
    """What a line says of the upper or of the lower value."""

    #: What such values are; ``None`` if they are none of an indicator: 上段：当初予算.
    role: Role | None
    #: The word for it.
    word: str


@final
@attrs.frozen(slots=False)
class Stacked:
    """What the lines of a sheet say of two values above one another, and of which tables.

    A line holds for the tables below it, one that is counted up to the next that is counted alike,
    or to one below values that is not counted;
    one right below a table holds for that table alone. Lines that say two things of a table say
    nothing.

    >>> from kpikit.cell.vocabulary import USUAL
    >>> from kpikit.table.cells import Cells
    >>> from kpikit.table.structure import Structure
    >>> lines = Cells.of({(1, 1): "上段：目標　下段：実績", (2, 1): "指標", (2, 2): "R5"})
    >>> Stacked(Structure(lines, USUAL), USUAL).words(2)
    ['目標', '実績']
    """

    #: The sheet.
    structure: Structure
    #: The words that are known.
    vocabulary: Vocabulary

    def roles(self, row: int) -> dict[bool, Role]:
        """Return what the upper (``False``) and the lower (``True``) values of a table are."""
        halves = self._holding.get(row, {})
        return {at: half.role for at, half in halves.items() if half.role is not None}

    def words(self, row: int) -> list[str]:
        """Return the words for these values, from the top."""
        halves = self._holding.get(row, {})
        return [halves[at].word for at in sorted(halves) if halves[at].role is not None]

    def is_line(self, row: int) -> bool:
        """Whether a row is a line that says what both values are."""
        halves = self._told.get(row, {})
        roles = [half.role for half in halves.values() if half.role is not None]
        return len(roles) == 2 and self.structure.is_line(row)  # noqa: PLR2004 - both

    @cached_property
    def _told(self) -> dict[int, dict[bool, _Half]]:
        """What rows say."""
        rows = self.structure.rows
        told = {row: self._told_by(self.structure.own(row)) for row in rows}
        return {row: halves for row, halves in told.items() if halves}

    def _told_by(self, boxes: Sequence[Box]) -> dict[bool, _Half]:
        halves = dict[bool, _Half]()
        for box in boxes:
            found = [*_STACKED.finditer(box.text)] if box.said.kind in _SAYING else []
            of = _OF.search(folded(box.text[: found[0].start()])) if found else None
            if of is not None and not _OF_ALL_VALUES.fullmatch(of[1]):
                continue  # 事業費の欄は、上段が計画
            halves |= {each[1] == LOWER: self._half(each[2]) for each in found}
        return halves

    def _half(self, word: str) -> _Half:
        said = what_it_says(word, labels=self.structure.sheet.labels, vocabulary=self.vocabulary)
        is_of_all = _OF_ALL_VALUES.fullmatch(word) is not None  # 年度別目標, and not 前年度目標
        ending = (Role(role) for role, words in PAIRED if word.endswith(tuple(words.split())))
        role = said.column.role or (next(ending, None) if is_of_all else None)
        is_own = role in FIGURES and word not in _OF_OTHER_YEARS
        return _Half(role if is_own else None, word)

    @cached_property
    def _holding(self) -> dict[int, dict[bool, _Half]]:
        """What holds for each row."""
        holding = dict[int, dict[bool, _Half]]()
        halves, way, last = dict[bool, _Half](), "", 0
        for row in self.structure.rows:
            told = self._told.get(row)
            if told and row not in self._below.values():
                is_kept = self._agrees(halves, told) or self._has_values(last, row)
                halves, way, last = halves | told if is_kept else {}, self._way(row), row
            elif way and self._ends(way, last, row):
                halves, way = {}, ""
            holding[row] = self._with_below(row, halves)
        return holding

    def _ends(self, way: str, last: int, row: int) -> bool:
        """Whether what a counted title says ends at a row: at one that is counted alike.

        So it does at one below values that is not counted: nobody knows that it is a part.
        """
        if not self.structure.is_line(row) or row in self.structure.headings:
            return False
        own = self._way(row)
        is_note = is_remark(self.structure.line(row).text)
        return own == way or not (own or is_note or not self._has_values(last, row))

    def _with_below(self, row: int, halves: dict[bool, _Half]) -> dict[bool, _Half]:
        """Return what holds for a row, where a line right below its table may say so too."""
        below = self._below.get(self._table(row))
        if below is None:
            return halves
        told = self._told[below]
        return halves | told if self._agrees(halves, told) else {}

    def _agrees(self, halves: dict[bool, _Half], others: dict[bool, _Half]) -> bool:
        """Whether what two lines say is the same, as far as both say it."""
        return all(halves[at].role is others[at].role for at in halves.keys() & others.keys())

    def _has_values(self, first: int, last: int) -> bool:
        """Whether there are rows of values between two rows: a table that the first is said of."""
        rows = (row for row in self.structure.rows if first < row < last)
        return any(row not in self.structure.headings and not self._is_line_at(row) for row in rows)

    def _table(self, row: int) -> int:
        """Return the first row of the headings of a row, 0 if there are none."""
        return next(iter(self.structure.group(row)), 0)

    def _way(self, row: int) -> str:
        """Return in which way a row is counted, if it is a line."""
        return counting_of(self.structure.line(row).text) if self.structure.is_line(row) else ""

    @cached_property
    def _below(self) -> dict[int, int]:
        """By the first row of their headings, the lines that hold for the tables above them."""
        lines = (row for row in self._told if self.structure.is_line(row))
        return {self._table(row): row for row in lines if self._is_below(row)}

    def _is_below(self, row: int) -> bool:
        """Whether a line is said of the table above it: with no title between, and no table below.

        Where there is one below, the line stands right below the one, and apart from the other.
        """
        rows = self.structure.rows
        at = rows.index(row)
        first, last = at, at + 1
        while first and self.structure.is_line(rows[first]):
            first -= 1
        while last < len(rows) and self._is_line_at(rows[last]):
            last += 1
        if not self._table(row) or any(self._way(each) for each in rows[first : at + 1]):
            return False
        is_joined = rows[first : at + 1] == [*range(rows[first], row + 1)]
        return last == len(rows) or (is_joined and rows[at + 1] > row + 1)

    def _is_line_at(self, row: int) -> bool:
        return row not in self.structure.headings and self.structure.is_line(row)
