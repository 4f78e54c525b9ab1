"""Cells into facts: what every figure of a sheet is, of which indicator, of which year.

Nothing is known of the form of a table beforehand. Rows that only say what others are, are
headings; a label with its value beside it is a pair of a form; every other figure is told by the
labels above it and to its left, whichever of them say its role, its year, its unit and its name.
Each label, and each figure, is used or left over, and what is left over is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary, read_period
from kpikit.cell.vocabulary import USUAL
from kpikit.language import headings as words_of
from kpikit.language.units import IN_HEADINGS, YEN
from kpikit.language.years import DATED
from kpikit.model.observation import Status
from kpikit.model.period import Period
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import Role, folded
from kpikit.table.sheet import Box, Sheet
from kpikit.table.units import read_unit

__all__ = ["Fact", "Facts", "facts_of"]

#: What is a value of an indicator.
FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
#: What the publisher says of its values.
PRINTED: Final = frozenset((Role.RATE, Role.RESULT, Role.CHANGE))
#: What says of a whole row, or of a form, something that is no value.
ABOUT: Final = frozenset(
    (Role.NUMBER, Role.SECTION, Role.CATEGORY, Role.INDICATOR, Role.UNIT, Role.DEPARTMENT)
    + (Role.REMARK, Role.DIRECTION, Role.TARGET_YEAR, Role.ACTUAL_YEAR, Role.BASELINE_YEAR)
)
#: Whose year a year is.
YEAR_OF: Final = {
    Role.TARGET_YEAR: Role.TARGET,
    Role.ACTUAL_YEAR: Role.ACTUAL,
    Role.BASELINE_YEAR: Role.BASELINE,
}
_SAYING: Final = frozenset((Class.LABEL, Class.YEAR))
_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH, Class.MARK, Class.UNIT, Class.TEXT))
_UNIT_LINE: Final = re.compile(words_of.UNIT_LINE)
_DATED: Final = re.compile(DATED)
_BRACKETS: Final = re.compile(r"[(]([^()]+)[)]$")
_MONEY: Final = re.compile(f"{YEN}$")
#: A label and its value in one cell.
#: How many rows of attributes may stand above the first of values.
_NEAR: Final = 8
_STACKED: Final = re.compile(words_of.STACKED)
_INNER: Final = re.compile(r"([^:：\s]{1,12})\s*[:：]\s*(\S.*)", re.DOTALL)


@final
@attrs.frozen(eq=False)
class Fact:
    """A value of an indicator, with all that its labels say of it."""

    #: Where it stands.
    box: Box
    role: Role
    #: What it is called, the innermost name first.
    names: tuple[Box, ...]
    period: Period | None = None
    unit: str = ""
    status: Status = Status.FINAL
    #: The labels that say so.
    labels: tuple[Box, ...] = ()
    #: The year alone said that it is an actual.
    is_assumed: bool = False


@final
@attrs.define(eq=False)
class Facts:
    """What a sheet says."""

    facts: list[Fact] = attrs.field(factory=list[Fact])
    #: Of the row of a fact: what its other cells say of it, by its box.
    about: dict[Box, dict[Role, list[Box]]] = attrs.field(factory=dict[Box, dict[Role, list[Box]]])
    #: Figures of what is no indicator: costs.
    costs: list[Box] = attrs.field(factory=list[Box])
    #: Figures that no label explains.
    left: list[Box] = attrs.field(factory=list[Box])
    #: Lines of text.
    lines: list[Box] = attrs.field(factory=list[Box])
    #: The headings above a fact that are no labels: what else its name may be.
    above: dict[Box, tuple[Box, ...]] = attrs.field(factory=dict[Box, tuple[Box, ...]])


@final
@attrs.frozen(eq=False)
class _Pair:
    """A label of a form, and the value beside it."""

    label: Box
    value: Box
    #: The columns that it holds for.
    left: int
    right: int

    @property
    def role(self) -> Role | None:
        return self.label.said.column.role


def facts_of(sheet: Sheet, vocabulary: Vocabulary = USUAL) -> Facts:
    """Return what a sheet says."""
    return _Reader(sheet, vocabulary).facts()


@attrs.define(eq=False, slots=False)
class _Reader:
    """Reads one sheet."""

    sheet: Sheet
    vocabulary: Vocabulary
    found: Facts = attrs.field(factory=Facts)
    #: What a row of a kind is about, for the rows of other kinds below it.
    carried: tuple[list[int], tuple[Box, ...], dict[Role, list[Box]]] | None = None
    #: What rows of attributes say of the columns below them: 指標名, 単位 in a transposed table.
    columns: dict[Role, dict[int, Box]] = attrs.field(factory=dict[Role, dict[int, Box]])
    #: What the upper and the lower of two values are, where a line says so.
    stacked: tuple[Role, Role] | None = None
    #: By its number, what a row says of an indicator whose values stand elsewhere.
    numbered: dict[str, dict[Role, list[Box]]] = attrs.field(
        factory=dict[str, dict[Role, list[Box]]]
    )
    #: The rows with values.
    value_rows: list[int] = attrs.field(factory=list[int])

    @cached_property
    def rows(self) -> list[int]:
        return sorted(self.sheet.lines)

    def own(self, row: int) -> list[Box]:
        """Return the cells that begin in a row."""
        return [box for box in self.sheet.lines[row] if box.row == row]

    # -- what a row is -----------------------------------------------------------------------

    @cached_property
    def heads(self) -> list[list[int]]:
        """The rows of headings, those together that stand below one another."""
        groups: list[list[int]] = []
        for row in self.rows:
            joined = bool(groups) and groups[-1][-1] == row - 1
            if not self.is_heading(row, below_heading=joined):
                continue
            if joined:
                groups[-1].append(row)
            else:
                groups.append([row])
                while self.heads_headings(groups[-1][0] - 1):
                    groups[-1].insert(0, groups[-1][0] - 1)
        return groups

    def heads_headings(self, row: int) -> bool:
        """Whether a row of text stands above headings: its cells reach down to them, or over two."""
        own = self.own(row) if row in self.sheet.lines else []
        if self.pairs(row) if own else True:
            return False
        if any(box.kind in (Class.FIGURE, Class.DASH) for box in own):
            return False
        return sum(box.bottom > row or self._spans_two(box) for box in own) > 1

    def _spans_two(self, box: Box) -> bool:
        below = {self.sheet.at(box.bottom + 1, at) for at in range(box.column, box.right + 1)}
        return len(below - {None}) > 1

    def is_heading(self, row: int, *, below_heading: bool) -> bool:
        """Whether a row only says what others are."""
        own = self.own(row)
        kinds = [box.kind for box in own]
        saying = sum(kind in _SAYING for kind in kinds)
        if not own or not saying or self.pairs(row) or Class.FIGURE in kinds or Class.DASH in kinds:
            return False
        if self._alternates(row):
            return False
        first = own[0].said.column.role
        if first in FIGURES and saying == 1:  # 計画 above words: 検討 一部実施
            return False
        if saying == 1 and len(own) == 1:
            return below_heading
        years = any(box.said.of == "years" for box in own)
        return saying >= 2 or years or below_heading

    def _alternates(self, row: int) -> bool:
        """Whether a row has by turns a label of values and a word: 目標値 増加 実績値 維持."""
        own = self.own(row)
        labels, values = own[::2], own[1::2]
        if len(labels) != len(values) or any(box.kind in _SAYING for box in values):
            return False
        if not all(box.said.column.role in FIGURES for box in labels):
            return False
        below = [self.sheet.at(row + 1, box.column) for box in labels]
        return not any(box is not None and box.kind is Class.FIGURE for box in below)

    @cached_property
    def _pairs(self) -> dict[int, list[_Pair]]:
        return {}

    def pairs(self, row: int) -> list[_Pair]:
        """Return the labels of a row that each have one value beside them."""
        known = self._pairs.get(row)
        if known is not None:
            return known
        own = self.own(row)
        if len(own) % 2 and own[0].bottom > row:  # the name of a group of rows
            own = own[1:]
        labels, values = own[::2], own[1::2]
        found = list(zip(labels, values, strict=False))
        if (
            len(labels) != len(values)
            or not any(label.kind is Class.LABEL for label in labels)
            or not all(self._may_pair(*pair) for pair in found)
        ):
            found = []
        made = [_Pair(*pair, 0, 1 << 30) for pair in found]
        for at, pair in enumerate(made):
            again = [other for other in made if other.role is pair.role and other is not pair]
            if again:
                right = min((o.label.column for o in again if o.label.column > pair.label.column), default=1 << 30)
                left = pair.label.column if any(o.label.column < pair.label.column for o in again) else 0
                made[at] = attrs.evolve(pair, left=left, right=right - 1)
        self._pairs[row] = made
        return made

    def _may_pair(self, label: Box, value: Box) -> bool:
        """Whether a cell says what the one beside it is, and that is no value of an indicator."""
        if value.kind in _SAYING:
            return False
        if label.kind is not Class.LABEL:
            return label.kind in (Class.TEXT, Class.WORD)
        role = label.said.column.role
        return label.said.of == "cost" or role in ABOUT or role in PRINTED

    def is_alone(self, row: int) -> bool:
        return len(self.sheet.lines[row]) == 1

    # -- what stands above a column ----------------------------------------------------------

    @cached_property
    def _group_rows(self) -> list[int]:
        return [group[-1] for group in self.heads]

    def group(self, row: int) -> list[int]:
        """Return the headings that hold for a row."""
        at = bisect_right(self._group_rows, row - 1)
        if not at:
            return []
        group = self.heads[at - 1]
        end = bisect_right(self._ends, group[-1])
        return [] if end < len(self._ends) and self._ends[end] < row else group

    @cached_property
    def _ends(self) -> list[int]:
        """The lines of text behind which the columns above do not go on."""
        headings = {row for group in self.heads for row in group}
        ends: list[int] = []
        for at, row in enumerate(self.rows):
            if row in headings or not self.is_alone(row):
                continue
            after = next((r for r in self.rows[at + 1 :] if not self.is_alone(r)), None)
            heads = bisect_right(self._group_rows, row - 1)
            if after is None or after in headings or not heads:
                continue
            if not self._fits(after, self.heads[heads - 1]):
                ends.append(row)
        return ends

    def _fits(self, row: int, group: list[int]) -> bool:
        """Whether a row has a value in a column of values."""
        for box in self.own(row):
            if box.kind in (Class.FIGURE, Class.WORD, Class.DASH, Class.MARK):
                above = [self.heading_at(group, line, box.column) for line in group]
                said = [each.said.column for each in above if each is not None]
                if any(each.role in FIGURES or each.period is not None for each in said):
                    return True
        return False

    @cached_property
    def _stacks(self) -> dict[tuple[int, int], tuple[Box, ...]]:
        return {}

    def stack(self, row: int, column: int) -> tuple[Box, ...]:
        """Return the headings above a cell, the outermost first."""
        group = self.group(row)
        if not group:
            return ()
        key = group[0], column
        known = self._stacks.get(key)
        if known is None:
            boxes = [self.heading_at(group, line, column) for line in group]
            known = self._stacks[key] = tuple(dict.fromkeys(box for box in boxes if box is not None))
        return known

    def heading_at(self, group: Sequence[int], row: int, column: int) -> Box | None:
        """Return the heading of a column in a row: one on its left goes on over blanks above others."""
        box = self.sheet.at(row, column)
        if box is not None:
            return box if box.row >= group[0] and box.bottom <= group[-1] else None
        if row == group[-1]:
            return None
        below = self.sheet.at(row + 1, column)
        if below is None or below.row != row + 1:
            return None
        for left in range(column - 1, 0, -1):
            box = self.sheet.at(row, left)
            if box is not None:
                return box if box.right == box.column and box.bottom == box.row else None
            if self.sheet.at(row + 1, left) is None:
                return None
        return None

    def heading_role(self, row: int, column: int) -> Role | None:
        """Return what the cells of a column are, by the innermost heading that says so."""
        for box in reversed(self.stack(row, column)):
            if box.said.column.role is not None:
                return box.said.column.role
        return None

    # -- facts -------------------------------------------------------------------------------

    def facts(self) -> Facts:
        headings = {row for group in self.heads for row in group}
        forms: list[_Pair] = []
        for row in self.rows:
            if row in headings:
                continue
            if self.is_about_columns(row):
                self.tell_columns(row)
                continue
            pairs = self.pairs(row) or self.inner_pairs(row)
            if any(self.heading_role(row, pair.value.column) in ABOUT | FIGURES for pair in pairs):
                pairs = []
            if not pairs and self.is_line(row):
                self.found.lines.append(self.sheet.lines[row][0])
                self.stacked = self._stacked_by(self.sheet.lines[row][0].text) or self.stacked
                continue
            if pairs:
                for pair in pairs:
                    forms = self._with_pair(forms, pair)
                continue
            self.row(row, forms)
        return self.found

    def is_about_columns(self, row: int) -> bool:
        """Whether a row is a label, and what it says of each column below: 指標名, 単位."""
        first, *rest = self.own(row) or [None]
        if first is None or len(rest) < 2 or first.kind is not Class.LABEL:
            return False
        role = first.said.column.role
        if role not in ABOUT or any(box.kind in _SAYING for box in rest):
            return False
        if any(self.stack(row, box.column) for box in rest):
            return False
        columns = {box.column for box in rest}
        for after in self.rows[self.rows.index(row) + 1 :][:_NEAR]:
            head, *values = self.own(after) or [None]
            if head is None or head.column != first.column or head.kind not in _SAYING:
                return False
            figures = {box.column for box in values if box.kind is Class.FIGURE}
            if len(figures & columns) > 1:
                return head.kind is Class.YEAR or head.said.column.role in FIGURES
        return False

    def tell_columns(self, row: int) -> None:
        """Keep what a row says of the columns below it; a new name begins a new table."""
        first, *rest = self.own(row)
        role = first.said.column.role
        assert role is not None
        if role is Role.INDICATOR and role in self.columns:
            self.columns = {}
        told = self.columns[role] = dict[int, Box]()
        for box in rest:
            told |= dict.fromkeys(range(box.column, box.right + 1), box)

    def _stacked_by(self, text: str) -> tuple[Role, Role] | None:
        """Return what a line says of two values above one another: 上段：目標値 下段：実績値."""
        found = _STACKED.search(text)
        if found is None:
            return None
        upper, lower = (
            what_it_says(part, vocabulary=self.vocabulary).column.role for part in found.groups()
        )
        return (upper, lower) if upper in FIGURES and lower in FIGURES else None

    def is_line(self, row: int) -> bool:
        """Whether a row is one cell of text, and no value below a heading."""
        if not self.is_alone(row) or self.sheet.lines[row][0].row != row:
            return False
        box = self.sheet.lines[row][0]
        is_value = box.kind in (Class.FIGURE, Class.DASH, Class.WORD)
        return not (is_value and self.heading_role(row, box.column) in FIGURES)

    def inner_pairs(self, row: int) -> list[_Pair]:
        """Return the pairs that single cells of a row are: 指標名：利用率."""
        found: list[_Pair] = []
        for box in self.own(row):
            parts = _INNER.fullmatch(box.text.strip())
            if parts is None or box.kind is not Class.TEXT:
                return []
            label, value = (what_it_says(part, vocabulary=self.vocabulary) for part in parts.groups())
            if label.column.role not in ABOUT or value.kind is Class.LABEL:
                return []
            one = attrs.evolve(box, text=parts[1], said=label)
            found.append(_Pair(one, attrs.evolve(box, text=parts[2], said=value), 0, 1 << 30))
        return found

    def _with_pair(self, forms: list[_Pair], pair: _Pair) -> list[_Pair]:
        """Return the pairs that hold from here on."""
        rank = _RANKS.get(pair.role, 9)
        return [
            other
            for other in forms
            if not (
                (other.role is pair.role or _RANKS.get(other.role, 9) > rank)
                and other.left <= pair.right
                and pair.left <= other.right
            )
            or other.label.row == pair.label.row and other.role is not pair.role
        ] + [pair]

    def row(self, row: int, forms: list[_Pair]) -> None:
        """Find the facts of a row."""
        line = self.sheet.lines[row]
        about = self.about(row)
        if about.get(Role.NUMBER) and about.get(Role.INDICATOR):
            self.numbered[folded(about[Role.NUMBER][0].text)] = about
        used = {box for boxes in about.values() for box in boxes}
        for at, box in enumerate(line):
            if box.row != row or box.kind not in _VALUES or box in used:
                continue
            self.value(row, box, line[:at], about, forms)

    def about(self, row: int) -> dict[Role, list[Box]]:
        """Return what the cells of a row say of it, by the headings of their columns."""
        found: dict[Role, list[Box]] = {}
        for box in self.sheet.lines[row]:
            role = self.heading_role(row, box.column)
            own = box.said.column.role
            if own in FIGURES or own in PRINTED or (own in YEAR_OF and box.kind is Class.LABEL):
                continue  # 目標 below 区分: it says what the row is
            if role in ABOUT or role in PRINTED:
                found.setdefault(role, []).append(box)
            elif role in FIGURES and box.kind is Class.YEAR:
                year = next(each for each, of in YEAR_OF.items() if of is role)
                found.setdefault(year, []).append(box)
        return found

    def value(
        self, row: int, box: Box, left: Sequence[Box], about: dict[Role, list[Box]], forms: list[_Pair]
    ) -> None:
        stack = self.stack(row, box.column)
        labels = self.row_labels(row, left)
        said = [each.said.column for each in (*stack, *labels)]
        if self.is_cost(row, box, left, stack):
            if box.kind is Class.FIGURE:
                self.found.costs.append(box)
            return
        roles = [self.heading_role(row, box.column)] + [each.said.column.role for each in labels]
        given = [role for role in roles if role in FIGURES or role in PRINTED or role in YEAR_OF]
        if set(given) & PRINTED or set(given) & YEAR_OF.keys():
            return
        role = given[0] if given and len(set(given)) == 1 else None
        periods = list(dict.fromkeys(each.period for each in said if each.period is not None))
        is_assumed = role is None and not given and bool(periods) and box.kind is Class.FIGURE
        names = self.names(row, box, left, about, forms)
        elsewhere = self.numbered.get(folded(names[0].text)) if names else None
        if elsewhere is not None:
            names = (elsewhere[Role.INDICATOR][0],)
            about = {**about, **{key: boxes for key, boxes in elsewhere.items() if key is not Role.NUMBER}}
        if self.stacked and not given and periods and names and names[0].row < names[0].bottom:
            role, is_assumed = self.stacked[row != names[0].row], False
        elif is_assumed:
            role = Role.ACTUAL
        if not names and labels and self.carried is not None and self.carried[0] == self.group(row):
            _, names, before = self.carried
            about = {**before, **about}
        if role is None or len(periods) > 1 or not names:
            if box.kind is Class.FIGURE:
                is_money = role is None and _MONEY.search(folded(box.text)) is not None
                (self.found.costs if is_money else self.found.left).append(box)
            return
        self.value_rows += [row] if row not in self.value_rows[-1:] else []
        if labels and labels[0].said.column.role is not None:
            self.carried = (self.group(row), names, about)
        period = periods[0] if periods else self.year_beside(row, role, stack, about)
        if period is None and role is Role.ACTUAL:
            period = self.year_of_title()
        status = next((each.status for each in said if each.status is not Status.FINAL), Status.FINAL)
        unit = self.unit(row, box, stack, about, forms, names)
        fact = Fact(box, role, names, period, unit, status, (*labels, *stack), is_assumed)
        self.found.facts.append(fact)
        own = {key: list(boxes) for key, boxes in about.items()}
        for pair in forms:
            if pair.role is not None and pair.left <= box.column <= pair.right:
                own.setdefault(pair.role, []).append(pair.value)
        for key, told in self.columns.items():
            if box.column in told:
                own.setdefault(key, []).append(told[box.column])
        self.found.about[box] = own
        self.found.above[box] = tuple(
            each for each in stack if each.kind in (Class.TEXT, Class.WORD) and each not in names
        )

    def row_labels(self, row: int, left: Sequence[Box]) -> list[Box]:
        """Return the labels on the left that say what the values of a row are."""
        found: list[Box] = []
        seen_role = seen_year = False
        for box in reversed(left):
            column = box.said.column
            is_role = box.kind is Class.LABEL and (
                column.role in FIGURES or column.role in PRINTED or column.role in YEAR_OF
            )
            if is_role and not seen_role:
                found.append(box)
                seen_role, seen_year = True, seen_year or column.period is not None
            elif box.kind is Class.YEAR and not seen_year and self._is_axis(row, box):
                found.append(box)
                seen_year = True
        return found

    def _is_axis(self, row: int, box: Box) -> bool:
        """Whether a year on the left is that of the row: its heading says 年度, or nothing."""
        stack = self.stack(row, box.column)
        return all(each.said.of == "years" or each.kind is Class.YEAR for each in stack)

    def is_cost(self, row: int, box: Box, left: Sequence[Box], stack: Sequence[Box]) -> bool:
        return any(each.said.of == "cost" for each in (*left, *stack))

    def year_beside(
        self, row: int, role: Role, stack: Sequence[Box], about: dict[Role, list[Box]]
    ) -> Period | None:
        """Return the year of a value that stands in a cell of its own: below one heading with it."""
        for box in self.sheet.lines[row]:
            if box.kind is Class.YEAR and box.said.column.period is not None:
                shared = [each for each in self.stack(row, box.column) if each in stack]
                if any(each.said.column.role is role for each in shared):
                    return box.said.column.period
        for key, of in YEAR_OF.items():
            if of is role and about.get(key):
                box = about[key][0]
                if box.said.column.period is not None:
                    return box.said.column.period
                return _period(box.text, self.vocabulary)
        return None

    def names(
        self, row: int, box: Box, left: Sequence[Box], about: dict[Role, list[Box]], forms: list[_Pair]
    ) -> tuple[Box, ...]:
        """Return what a value is called, the innermost name first."""
        indicators = about.get(Role.INDICATOR, [])
        named = [each for each in indicators if each.column < box.column] or indicators[:1]
        if named:
            return (named[-1],) if named[-1].kind is not Class.DASH else ()
        texts = [
            each
            for each in left
            if each.kind in (Class.TEXT, Class.WORD)
            and self.heading_role(row, each.column) in (None, Role.SECTION, Role.CATEGORY)
        ]
        if texts:
            return tuple(reversed(texts))
        block = [
            pair.value
            for pair in forms
            if pair.role is Role.INDICATOR and pair.left <= box.column <= pair.right
        ]
        if block:
            return (block[-1],)
        if box.column in self.columns.get(Role.INDICATOR, {}):
            return (self.columns[Role.INDICATOR][box.column],)
        above = [
            each for each in self.stack(row, box.column) if each.kind in (Class.TEXT, Class.WORD)
        ]
        return tuple(reversed(above)) or self.title_of_block(row)

    def title_of_block(self, row: int) -> tuple[Box, ...]:
        """Return the line right above the headings, where nothing else is a name."""
        group = self.group(row)
        lines = [
            line
            for line in self.found.lines
            if group and self.last_before(group[0]) < line.row < group[0]
            and not _UNIT_LINE.search(line.text)
        ]
        return (lines[-1],) if lines else ()

    def last_before(self, row: int) -> int:
        """Return the last row of values above a row."""
        at = bisect_right(self.value_rows, row - 1)
        return self.value_rows[at - 1] if at else 0

    def year_of_title(self) -> Period | None:
        """Return the only year that a title above names."""
        for line in reversed(self.found.lines):
            years = {_period(found[0], self.vocabulary) for found in _DATED.finditer(line.text)}
            if len(years) == 1:
                return years.pop()
        return None

    def unit(
        self,
        row: int,
        box: Box,
        stack: Sequence[Box],
        about: dict[Role, list[Box]],
        forms: list[_Pair],
        names: tuple[Box, ...],
    ) -> str:
        for each in reversed(stack):
            if each.said.column.unit:
                return each.said.column.unit
        if box.column in self.columns.get(Role.UNIT, {}):
            return self.columns[Role.UNIT][box.column].text.strip()
        units = about.get(Role.UNIT, [])
        near = [each for each in units if names[0].right < each.column < box.column or each.column > names[0].right]
        if near:
            return near[0].text.strip()
        beside = [each for each in self.sheet.lines[row] if each.kind is Class.UNIT and each.column < box.column]
        if beside:
            return beside[-1].text.strip()
        block = [pair.value for pair in forms if pair.role is Role.UNIT and pair.left <= box.column <= pair.right]
        if block:
            return block[-1].text.strip()
        for name in (*names, *reversed(stack)):
            found = _unit_in(name.text, self.vocabulary)
            if found:
                return found
        for line in reversed(self.found.lines):
            inside = _UNIT_LINE.search(line.text)
            if inside:
                return inside[1].strip()
        return ""


def _unit_in(text: str, vocabulary: Vocabulary) -> str:
    """Return the unit in brackets behind a name: 回数（回／月）."""
    found = _BRACKETS.search(folded(text))
    if found is None:
        return ""
    inside = found[1]
    is_unit = inside in IN_HEADINGS or "/" in inside
    return inside if is_unit and read_unit(inside, vocabulary) is not None else ""


def _period(text: str, vocabulary: Vocabulary) -> Period | None:
    return read_period(
        text, fiscal_year_default=vocabulary.fiscal_year_default, era=vocabulary.era
    ).value


#: Which pairs a pair ends: those of what lies within.
_RANKS: Final = {Role.SECTION: 0, Role.NUMBER: 0, Role.INDICATOR: 2, Role.UNIT: 3, Role.CATEGORY: 4, Role.DEPARTMENT: 1}
