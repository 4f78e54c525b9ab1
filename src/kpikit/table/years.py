"""Of which year a value is that no label dates."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import read_actual, read_target
from kpikit.language.headings import NOT_OF_VALUES, OF_ACTUALS, PLAIN_TARGETS, WITHIN_PLAN
from kpikit.language.pattern import pattern
from kpikit.language.words import either
from kpikit.language.years import DATED, INSTANTS
from kpikit.model.period import Date, Month, Period
from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.dated import holds_for
from kpikit.table.headings import YEARS_OF, Role, folded
from kpikit.table.nouns import noun_of
from kpikit.table.place import Place
from kpikit.table.said_years import end_of_plan, is_of_no_actuals, said_year
from kpikit.table.scope import Scope
from kpikit.table.structure import FIGURES

__all__ = ["Years"]

#: Targets that say nothing of when they are due.
_PLAIN_TARGETS: Final = pattern(PLAIN_TARGETS)
_DATED: Final = pattern(DATED)
_INSTANT: Final = pattern(either(INSTANTS))
_OF_ACTUALS: Final = pattern(OF_ACTUALS)
_WITHIN_PLAN: Final = pattern(WITHIN_PLAN)
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_NOT_OF_VALUES: Final = pattern(NOT_OF_VALUES)


@attrs.frozen(eq=False)
class Years:
    """Finds the year of a value in other cells: beside it, in itself, in a title."""

    scope: Scope

    def of(self, place: Place, role: Role) -> tuple[Period | None, bool]:
        """Return what a value is for, and whether only a title says so."""
        period = self._own_year(place) or self._year_of_its_own(place, role)
        period = period or next(iter(place.periods), None) or self._year_beside(place, role)
        if period is not None:
            return period, False
        headed = self._year_of_heading(place)
        if headed is not None:
            return headed, False
        own = self._own_period(place.box, role)
        corner = self._year_of_corner(place, role)
        if own is None and corner is not None:
            return corner, False
        said = self._year_said(place, role) if own is None else None
        if said is not None:
            return said, False
        if own is None and self._may_be_titled(place, role):
            return self._year_of_title(), True
        return (own if role is Role.BASELINE else None), False

    def _year_of_its_own(self, place: Place, role: Role) -> Period | None:
        """Return the year that a column of its own tells, 目標年度, beside the year of the row."""
        if any(each.said.column.period is not None for each in place.stack):
            return None
        years = (place.about.get(year, []) for year, of in YEARS_OF.items() if of is role)
        told = (box for boxes in years for box in boxes if not self._is_of_another(place, box))
        return next((box.said.column.period for box in told), None)

    def _own_year(self, place: Place) -> Period | None:
        """Return the year in the cell beside a value, below the heading of both.

        It holds whatever year that heading names: 2024年度の現状値 of 2021年度, and
        2023年 | 1,931億円 below R6（現状値）.
        """
        years = (box for box in self.scope.sheet.lines[place.row] if box.said.kind is Class.YEAR)
        own = (box for box in years if self._is_below_the_same(place, box))
        return next((box.said.column.period for box in own), None)

    def _is_below_the_same(self, place: Place, box: Box) -> bool:
        """Whether one heading is over a year and a value, which others below it may tell apart."""
        stack = self.scope.structure.stack(place.row, box.column)
        if stack and stack == place.stack:
            return self._are_a_pair(place, box)
        is_headed = bool(place.stack[:-1]) and stack[:-1] == place.stack[:-1]
        return is_headed and self._is_owner(place, box)

    def _are_a_pair(self, place: Place, box: Box) -> bool:
        """Whether a heading is over two columns alone, one of them of years in all rows."""
        structure, head = self.scope.structure, place.stack[-1]
        if head.right != head.column + 1 or place.box.right > place.box.column:
            return False
        own = structure.below(structure.group(place.row), box.column)
        return all(each.said.kind in (Class.YEAR, Class.DASH) for each in own)

    def _year_of_heading(self, place: Place) -> Period | None:
        """Return the year in the words above a cell that has its own label: R6の状況."""
        label = place.labels[0] if place.labels else None
        is_own = label is not None and (label.row, label.column) == _place(place.box)
        if not is_own or not place.stack or place.stack[-1].kind is not Class.TEXT:
            return None
        years = {self.scope.period(year) for year in _years_in(place.stack[-1].text)}
        return years.pop() if len(years) == 1 else None

    def _year_of_corner(self, place: Place, role: Role) -> Period | None:
        """Return the only year of the headings, where it stands left of all values: R5 | 目標.

        So it is above their labels, left of names: R5 | 訪問介護 above 計画値 | 412.
        """
        boxes = [box for row in self._group(place) for box in self.scope.sheet.lines[row]]
        years = [box for box in boxes if box.said.column.period is not None]
        if len(years) != 1 or years[0].said.kind is not Class.YEAR:
            return None
        (corner,) = years
        values = [box.column for box in boxes if box.said.column.role in FIGURES]
        label = next((each for each in place.labels if each.column == corner.column), None)
        if not values and label is not None and label.said.column.role is role:
            values = [box.column for box in boxes if box is not corner]
            is_plain = _PLAIN_TARGETS.fullmatch(folded(label.text)) is not None
        else:
            is_plain = self._is_plain(place)
        is_left = corner.right < min(values, default=0)
        is_known = role is Role.ACTUAL or (role is Role.TARGET and is_plain)
        return corner.said.column.period if is_left and is_known else None

    def _group(self, place: Place) -> list[int]:
        return self.scope.structure.group(place.row)

    def _is_plain(self, place: Place) -> bool:
        """Whether a target is called nothing more than that."""
        last = place.stack[-1] if place.stack else None
        is_paired = last is not None and last in self.scope.structure.paired
        is_paired = is_paired or (last is not None and self._is_of_noun(last))
        return is_paired or _PLAIN_TARGETS.fullmatch(folded(last.text) if last else "") is not None

    def _is_of_noun(self, head: Box) -> bool:
        """Whether a heading is a noun and the word for its target: 利用者数目標."""
        is_told = self.scope.said(head.text).column.role is None
        return is_told and noun_of(head.text)[0] is Role.TARGET

    def _own_period(self, box: Box, role: Role) -> Period | None:
        """Return the period that a value names itself."""
        if role is Role.TARGET:
            return read_target(box.text, vocabulary=self.scope.vocabulary).period
        read = read_actual(box.text, vocabulary=self.scope.vocabulary).value
        return None if read is None else read.period

    def _may_be_titled(self, place: Place, role: Role) -> bool:
        """Whether a value without a year may be of the year of the title.

        An actual is, and so is a target in its row of which nothing says more. A blank in a
        column of their years is no year.
        """
        if self._has_column(place, role) or self._has_own_cell(place):
            return False
        if role is not Role.TARGET or not place.stack:
            return role is Role.ACTUAL
        if not self._is_plain(place):
            return False
        structure, heads = self.scope.structure, self._group(place)
        columns = {box.column for row in heads for box in self.scope.sheet.lines[row]}
        stacks = {structure.stack(place.row, column) for column in columns}
        role_of = self.scope.structure.role_of
        actuals = [stack for stack in stacks if stack and role_of(stack[-1]) is Role.ACTUAL]
        undated = [
            stack for stack in actuals if all(each.said.column.period is None for each in stack)
        ]
        if self._is_dated(place, actuals):
            return False
        if len(actuals) == len(undated):
            return len(actuals) == 1 or self._is_right_before(place, undated)
        return self._is_beside(place, undated)

    def _is_dated(self, place: Place, actuals: list[tuple[Box, ...]]) -> bool:
        """Whether an actual of its row names a year itself: then the title tells that of none."""
        seen = (self.scope.sheet.at(place.row, stack[-1].column) for stack in actuals)
        return any(box and self._own_period(box, Role.ACTUAL) for box in seen)

    def _has_column(self, place: Place, role: Role) -> bool:
        """Whether a heading is of the years of such values: 目標年度."""
        boxes = (box for row in self._group(place) for box in self.scope.sheet.lines[row])
        roles = {box.said.column.role for box in boxes}
        return any(year in roles for year, of in YEARS_OF.items() if of is role)

    def _has_own_cell(self, place: Place) -> bool:
        """Whether words stand in the cell beside a value that says when it was: 随時."""
        structure = self.scope.structure
        return any(
            box.kind in _WORDED
            and structure.is_of_value(place.row, box.column)
            and structure.owner(place.row, box.column) == place.box.column
            for box in self.scope.sheet.lines[place.row]
        )

    def _is_right_before(self, place: Place, actuals: list[tuple[Box, ...]]) -> bool:
        """Whether an actual stands right behind a target, as behind each of several."""
        beside = self.scope.structure.stack(place.row, place.stack[-1].right + 1)
        return beside in actuals and beside[:-1] == place.stack[:-1]

    def _is_beside(self, place: Place, actuals: list[tuple[Box, ...]]) -> bool:
        """Whether one heading stands above a target and the actual on its right."""
        *above, own = place.stack
        beside = self.scope.structure.stack(place.row, own.right + 1)
        return bool(above) and beside in actuals and list(beside[:-1]) == above

    def _year_beside(self, place: Place, role: Role) -> Period | None:
        """Return the year of a value that stands in a cell of its own."""
        for box in self.scope.sheet.lines[place.row]:
            if box.said.kind is Class.YEAR and self._is_owner(place, box):
                return box.said.column.period
        for year, of in YEARS_OF.items():
            told = self._told(place, year)
            if told is not None and (of is role or self._is_year_of_latest(place, role, of)):
                return told.said.column.period or self.scope.period(told.text)
        return None

    def _told(self, place: Place, year: Role) -> Box | None:
        """Return the cell of its row, of its column or of its form that says when a value was."""
        column = place.box.column
        told = [box for box in place.about.get(year, []) if not self._is_of_another(place, box)]
        if told:
            return told[0]
        pairs = self.scope.form.of(year, column)
        return self.scope.columns.get(year, {}).get(column) or (pairs[-1].value if pairs else None)

    def _is_of_another(self, place: Place, box: Box) -> bool:
        """Whether a year is that of another value, below the same heading as its own."""
        structure = self.scope.structure
        if box.row != place.row or not structure.stack(place.row, box.column)[:-1]:
            return False
        is_of_one = structure.is_of_value(place.row, box.column)
        owner = structure.owner(place.row, box.column) if is_of_one else None
        return owner is not None and owner != place.box.column

    def _is_owner(self, place: Place, box: Box) -> bool:
        """Whether a year in a column of years is that of a value beside it."""
        structure = self.scope.structure
        if not structure.is_of_value(place.row, box.column):
            return False
        return structure.owner(place.row, box.column) == place.box.column

    def _is_year_of_latest(self, place: Place, role: Role, of: Role) -> bool:
        """Whether the year of an actual is that of 現状値, since there is no other actual."""
        if role is not Role.BASELINE or of is not Role.ACTUAL:
            return False
        columns = range(1, max(box.right for box in self.scope.sheet.lines[place.row]) + 1)
        return all(self.scope.structure.role(place.row, at) is not Role.ACTUAL for at in columns)

    def _year_said(self, place: Place, role: Role) -> Period | None:
        """Return the year that the nearest line says such values are of: 目標年度：令和８年度."""
        structure, above = self.scope.structure, reversed(self.scope.lines)
        lines = [line.text for line in above if holds_for(line, place.row, structure)]
        if role is Role.TARGET and not self._is_plain(place):
            last = folded(place.stack[-1].text) if place.stack else ""
            ends = filter(None, map(end_of_plan, lines if _WITHIN_PLAN.search(last) else ()))
            return next(map(self.scope.period, ends), None)
        told = next((each for line in lines if (each := said_year(line, role))), None)
        return self.scope.period(told.year) if told and told.is_sure else None

    def _year_of_title(self) -> Period | None:
        """Return the only year that the nearest line with years names.

        A day is of the year that a line above it names: 令和5年度, 令和6年3月31日現在. A day or a
        month that no values are said to be of is when a paper came out: 令和7年9月 甲県.
        """
        texts = [*(line.text for line in reversed(self.scope.lines)), self.scope.sheet.name]
        own = (text for text in texts if not is_of_no_actuals(text))
        told = [self._years_of(text) for text in own if not _NOT_OF_VALUES.search(text)]
        alone = [next(iter(years)) for years in told if len(years) == 1]
        if not alone or next(filter(None, told)) != {alone[0]}:
            return None
        day, *more = alone
        if not isinstance(day, Date):
            return day
        of_day = (year for year in more if year and year.start <= day.start <= year.end)
        return next(of_day, day)

    def _years_of(self, text: str) -> set[Period | None]:
        """Return the years that a line names, but for when a paper came out."""
        years = {self.scope.period(year) for year in _years_in(text)}
        is_of_values = _INSTANT.search(text) is not None
        return {each for each in years if is_of_values or not isinstance(each, Month | Date)}


def _place(box: Box) -> tuple[int, int]:
    return box.row, box.column


def _years_in(text: str) -> list[str]:
    """Return the years that a line names: of several the one that it says is that of actuals."""
    every = [found[0] for found in _DATED.finditer(text)]
    actual = [found[1] for found in _OF_ACTUALS.finditer(text)]
    return actual if len(every) > 1 and len(set(actual)) == 1 else every
