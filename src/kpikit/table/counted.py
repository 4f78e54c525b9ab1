"""What a value is counted in, by the labels around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import NUMBER_OF_THINGS
from kpikit.language.lexicon import COUNTERS
from kpikit.language.marks import CLOSING, NOTES, OPENING
from kpikit.language.pattern import pattern
from kpikit.language.units import CARBON, MEASURES, PERCENT, YEN
from kpikit.language.years import MONTH, YEAR
from kpikit.model.unit import scale_of
from kpikit.table.cells import Box
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import Role, folded
from kpikit.table.place import Place
from kpikit.table.scope import Scope
from kpikit.table.units import is_counter, read_unit
from kpikit.table.units_below import UNIT_OF_ALL, units_below

__all__ = ["UNIT_OF_ALL", "Units", "unit_in"]

_JOINED: Final = pattern("[、,・]")
#: A unit for each of two things: g/人・日.
_FOR_EACH_OF: Final = pattern(r"[^/・]+/[^/・]+・([^/・]+)")
#: Of these the second may be a time: 件/施設・年.
_TIMES: Final = frozenset((YEAR, MONTH))
_INSIDE: Final = rf"[^{OPENING}{CLOSING}]+"
_BRACKETS: Final = pattern(rf"[{OPENING}]({_INSIDE})[{CLOSING}]$")
_CLOSED: Final = rf"[{CLOSING}）］｝＞]"
#: What else is said of a name behind its unit: （日）（一般病棟）.
_MORE: Final = pattern(rf"(?<=[{CLOSING}])[{OPENING}]{_INSIDE}[{CLOSING}]$")
#: What tells a name from others of its like, behind what all of them are: （％）　入院.
_PARTED: Final = pattern(rf"(?<={_CLOSED})[ \u3000]+\S+$")
#: A remark behind all of it: （人）※累計.
_REMARK: Final = pattern(rf"(?<={_CLOSED})\s*[{NOTES}][^()（）]+$")
#: Words that things are counted in, of which some may be where they are: 校区.
_COUNTERS: Final = frozenset(COUNTERS.split())
#: How many units tell that others like them are units too.
_SEVERAL: Final = 2
_AROUND: Final = "()（） \n"
_DIGIT: Final = pattern(r"\d")
#: What no remark is that stands behind another one.
_MEASURED: Final = frozenset(scale_of(unit).base for unit in (PERCENT, YEN, CARBON, *MEASURES))


@attrs.frozen(eq=False, slots=False)
class Units:
    """Finds the unit of a value in other cells."""

    scope: Scope

    @cached_property
    def below(self) -> dict[int, str]:
        """By the first row of its headings, what the line below a table says."""
        return units_below(self.scope.structure)

    def of(self, place: Place, names: tuple[Box, ...]) -> str:
        """Return what a value is counted in, by the nearest label that says so."""
        return next((unit for unit in self._units(place, names) if unit), "")

    def are_two(self, place: Place, names: tuple[Box, ...]) -> bool:
        """Whether the cell on its right is another unit than it has by other labels."""
        beside = self.scope.sheet.at(place.row, place.box.right + 1)
        units = place.about.get(Role.UNIT, [])
        return bool(names) and beside in units and beside.text.strip() != self.of(place, names)

    def _units(self, place: Place, names: tuple[Box, ...]) -> Iterator[str]:
        """Yield what labels say that a value is counted in, the nearest first."""
        column = place.box.column
        yield from (box.said.column.unit for box in (*place.labels, *reversed(place.stack)))
        yield from (box.text.strip(_AROUND) for box in place.stack if box.said.kind is Class.UNIT)
        yield self._of_cell_beside(place)
        told = self.scope.columns.get(Role.UNIT, {}).get(column)
        yield told.text.strip() if told else ""
        yield from self._of_row(place, names[0].right)
        yield self._of_line_below(place.row)
        pairs = self.scope.form.of(Role.UNIT, column)
        yield from (pair.value.text.strip() for pair in reversed(pairs))
        yield from self._of_names(place, names)
        yield self._as_others(names[0])
        yield self._of_corner(place)
        yield self._of_line(place.row)
        yield from self._of_all(place.row)
        yield self._of_noun_beside(place)

    def _of_cell_beside(self, place: Place) -> str:
        """Return the unit right of a value, below the same heading or below none."""
        beside = self.scope.sheet.at(place.row, place.box.right + 1)
        if beside is None or beside.said.kind is not Class.UNIT:
            return ""
        stack = self.scope.structure.stack(place.row, beside.column)
        same = stack == place.stack or (not stack and beside.row == place.row)
        return beside.text.strip() if same else ""

    def _of_row(self, place: Place, end: int) -> Iterator[str]:
        """Yield the units of a row: between the name and the value, right of it, anywhere.

        Args:
            place: The value.
            end: The last column of its name.
        """
        units = place.about.get(Role.UNIT, [])
        yield from (box.text.strip() for box in units if end < box.column < place.box.column)
        yield from (box.text.strip() for box in units if box.column > end)
        only = {box.text.strip() for box in units}  # wherever it stands: 目標値 | 単位 | 指標名
        yield only.pop() if len(only) == 1 else ""
        yield from (
            box.text.strip()
            for box in reversed(place.telling)
            if box.said.kind is Class.UNIT and box not in units  # 単位 人 | 単位 件: of which?
        )

    def _of_names(self, place: Place, names: tuple[Box, ...]) -> Iterator[str]:
        """Yield the units in brackets behind headings, names and titles: 来館者数（人）."""
        title = self.scope.structure.title(place.row)
        titles = [title] if title is not None else []
        titles += [pair.value for pair in self.scope.form.of(Role.INDICATOR, place.box.column)]
        named = (*reversed(place.stack), *names, *titles)
        yield from (unit_in(box.text, self.scope.vocabulary) for box in named)

    def _of_all(self, row: int) -> Iterator[str]:
        """Yield what lines above a row say that all figures below them are counted in."""
        begin, over = self.scope.structure.begin(row), self.scope.structure.over_alike(row)
        lines = reversed(self.scope.lines)
        texts = (line.text for line in lines if line.row > begin or line.row in over)
        yield from (found[1].strip() for found in map(UNIT_OF_ALL.search, texts) if found)

    def _of_line_below(self, row: int) -> str:
        return self.below.get((self.scope.structure.group(row) or [0])[0], "")

    def _of_noun_beside(self, place: Place) -> str:
        """Return the unit of nouns above years, beside a value that has none: 効果額（千円）.

        These are the actuals then, and no other heading is one of them.
        """
        structure = self.scope.structure
        heads = [*chain(*map(structure.own, structure.group(place.row)))]
        is_bare = bool(place.stack) and all(box.says for box in place.stack)
        if not is_bare or any(structure.role_of(box) is Role.ACTUAL for box in heads):
            return ""
        nouns = [box for box in heads if box.kind is Class.TEXT and self._is_above_year(box)]
        units = {unit_in(box.text, self.scope.vocabulary) for box in nouns}
        return units.pop() if len(units) == 1 else ""

    def _is_above_year(self, box: Box) -> bool:
        below = self.scope.sheet.at(box.bottom + 1, box.column)
        return below is not None and below.said.kind is Class.YEAR

    def _as_others(self, name: Box) -> str:
        """Return the counter in brackets behind a name, where all others beside it have units.

        校区 behind one of them may be where something is, beside （件） and （人） it is a unit.
        """
        unit = _counter_in(name.text)
        return unit if unit and self._are_counted(self._like(name)) else ""

    def _like(self, name: Box) -> list[Box]:
        """Return the names of a heading, or of a column below one; above all of them are none."""
        structure = self.scope.structure
        if name.row in structure.headings:
            return structure.own(name.row)
        group = structure.group(name.row)
        return structure.below(group, name.column) if group else []

    def _are_counted(self, boxes: Sequence[Box]) -> bool:
        """Whether each of several names has a unit behind it, or a counter, two for certain."""
        vocabulary = self.scope.vocabulary
        names = [box.text for box in dict.fromkeys(boxes) if box.kind is Class.TEXT]
        units = [unit_in(text, vocabulary) for text in names]
        is_told = all(unit or _counter_in(text) for unit, text in zip(units, names, strict=True))
        return is_told and sum(unit != "" for unit in units) >= _SEVERAL

    def _of_corner(self, place: Place) -> str:
        """Return the unit in the corner of the headings, left of values: 推移（人） | R5."""
        group = self.scope.structure.group(place.row)
        own = self.scope.structure.own(group[0]) if group else []
        is_corner = bool(own) and own[0].right < place.box.column and own[0] not in place.stack
        is_text = is_corner and own[0].kind is Class.TEXT
        return unit_in(own[0].text, self.scope.vocabulary) if is_text else ""

    def _of_line(self, row: int) -> str:
        """Return the unit of the last line above a row that names what its rows are parts of.

        診療収入（円） above 入院 and 外来.
        """
        head = (self.scope.structure.group(row) or [row])[-1]
        line = next((line for line in reversed(self.scope.lines) if line.row < row), None)
        is_within = line is not None and line.row > head
        return unit_in(line.text, self.scope.vocabulary) if line and is_within else ""


def unit_in(text: str, vocabulary: Vocabulary = USUAL) -> str:
    """Return the unit in brackets behind a name, beside a statistic; ``""`` if there is none.

    >>> [unit_in(each) for each in ("開催数（累計・回）", "満足度【％】", "割合（男性）")]
    ['回', '%', '']
    >>> (
    ...     unit_in("排出量（g/人・日）"),
    ...     unit_in("受講者数（人）※累計"),
    ...     unit_in("在院日数（日）（一般）"),
    ... )
    ('g/人・日', '人', '日')
    """
    text = _REMARK.sub("", text)
    bare = folded(text)
    own = _unit_at_end(bare, vocabulary) or _unit_at_end(_MORE.sub("", bare), vocabulary)
    return own or _unit_at_end(folded(_PARTED.sub("", text)), vocabulary)


def _unit_at_end(text: str, vocabulary: Vocabulary) -> str:
    """Return the unit in the bracket that a name ends with, ``""`` if it is none."""
    found = _BRACKETS.search(text)
    each = _FOR_EACH_OF.fullmatch(found[1]) if found else None
    is_each = each is not None and (is_counter(each[1]) or each[1] in _TIMES)
    if each and is_each and read_unit(each[0], vocabulary) is not None:
        return each[0]
    parts = _JOINED.split(found[1]) if found else []
    told = [part for part in parts if not _is_statistic(part)]
    told = _measures(told) or told
    told = told if len(told) == 1 else [part for part in told if not _DIGIT.search(part)]
    if len(told) != 1:
        return ""
    named = UNIT_OF_ALL.fullmatch(told[0])
    unit = named[1] if named else told[0]
    is_unit = named or "/" in unit or is_counter(unit) or _counts_what_it_names(text, unit)
    return unit if is_unit and read_unit(unit, vocabulary) is not None else ""


def _counter_in(text: str) -> str:
    """Return the bracket at the end of a name, if it is a word that things are counted in."""
    found = _BRACKETS.search(folded(_REMARK.sub("", text)))
    return found[1] if found and found[1] in _COUNTERS else ""


def _measures(parts: Sequence[str]) -> list[str]:
    """Return the only unit that a bracket has, one of no things, beside other words: 入院・％.

    So it is before what is said of a sum of money, 千円・税抜; 園 behind 保育所 may be one of those
    that are counted.
    """
    found = [part for part in parts if "/" in part or scale_of(part).base in _MEASURED]
    others = [part for part in parts if part not in found]
    is_only = len(found) == 1 and bool(others) and not any(map(is_counter, others))
    return found if is_only else []


def _is_statistic(text: str) -> bool:
    return what_it_says(text).of == "statistic"


def _counts_what_it_names(text: str, unit: str) -> bool:
    """Whether a bracket has again what a name says is counted: 委託業務数（業務）."""
    return re.search(rf"{re.escape(unit + NUMBER_OF_THINGS)}[{OPENING}]", folded(text)) is not None
