"""Cells into facts: what every figure of a sheet is, of which indicator, of which year.

Nothing is known of the form of a table beforehand. A value is told by the labels above it and to
its left, whichever of them say its role, its year, its unit and its name. Each figure is a fact,
something that is no indicator, or left over; what is left over is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, takewhile
from typing import Final, TypeAlias, final

import attrs

from kpikit.cell import Vocabulary, read_actual, read_period, read_target
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import LINE_NUMBER, PAIRED, PLAIN_TARGETS, STACKED, UNIT_LINE
from kpikit.language.units import IN_HEADINGS, MULTIPLIERS, YEN
from kpikit.language.years import DATED, LOWER
from kpikit.model.observation import Status
from kpikit.model.period import Date, Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Role, folded
from kpikit.table.sections import is_remark, read_heading_line, read_table_title
from kpikit.table.structure import ABOUT, FIGURES, PRINTED, SAYING, YEARS_OF, Pair, Structure
from kpikit.table.units import read_unit

__all__ = ["About", "Fact", "Facts", "facts_of"]

#: What the cells around a value say of it, by what they are.
About: TypeAlias = dict[Role, list[Box]]

_VALUES: Final = frozenset(Class) - SAYING - {Class.UNIT}
_NAMES: Final = frozenset((Class.TEXT, Class.WORD))
#: Targets that say nothing of when they are due.
_PLAIN_TARGETS: Final = frozenset(PLAIN_TARGETS.split())
#: What a cell of several values has at least.
_BOTH: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: A label with its value: 目標:5件.
_LABELLED: Final = re.compile(r"([^\d\s:：]{1,10})\s*[:：\s]\s*(\S.*)")
#: What rows are called whose values are indicators only where they say so.
_COSTING: Final = frozenset(("cost", "staff"))
#: What says of the cells on its right what they are.
_TELLING: Final = SAYING | {Class.UNIT}
#: What a name goes on with where it is blank.
_CARRIED: Final = (Role.INDICATOR, Role.UNIT, Role.SECTION, Role.CATEGORY)
#: Headings of names that are none of indicators.
_OF_NAMES: Final = frozenset((None, Role.SECTION, Role.CATEGORY))
_UNIT_LINE: Final = re.compile(rf"(?:^|(?<=[\s(（【「]))\s*{UNIT_LINE}")
_STACKED: Final = re.compile(STACKED)
_DATED: Final = re.compile(DATED)
_JOINED: Final = re.compile("[、,・]")
_MULTIPLIERS: Final = "".join(dict.fromkeys(sign for word, _ in MULTIPLIERS for sign in word))
_BRACKETS: Final = re.compile(r"[(]([^()]+)[)]$")
_LINE_NUMBER: Final = re.compile(LINE_NUMBER)
_AROUND: Final = "()（） \n"
_MONEY: Final = re.compile(f"{YEN}$")
#: What the pairs of a form are within: a pair ends those within what it begins anew.
_DEPTHS: Final = {
    Role.SECTION: 0,
    Role.NUMBER: 0,
    Role.DEPARTMENT: 1,
    Role.INDICATOR: 2,
    Role.UNIT: 3,
}
_DEEPEST: Final = 4
#: What a form says of its indicator, be it above its values or below them.
_ALSO_BELOW: Final = (
    (ABOUT | PRINTED) - YEARS_OF.keys() - {Role.SECTION, Role.NUMBER, Role.INDICATOR}
)


@final
@attrs.frozen(eq=False)
class Fact:
    """A value of an indicator, with all that its labels say of it."""

    #: Where it stands.
    box: Box
    #: Which value it is.
    role: Role
    #: What it is called, the innermost name first.
    names: tuple[Box, ...]
    #: What it is for; ``None`` where nothing says so.
    period: Period | None = None
    #: What it is counted in, where a label says so.
    unit: str = ""
    #: How firm it is, where a label says so.
    status: Status = Status.FINAL
    #: The labels that say so.
    labels: tuple[Box, ...] = ()
    #: What else the cells around it say.
    about: About = attrs.field(factory=dict[Role, list[Box]])
    #: The text above it that is no label, and may tell it from others of its name.
    above: tuple[Box, ...] = ()
    #: Whether nothing but its year says that it is an actual.
    is_assumed: bool = False
    #: Whether its year is that of a title.
    is_titled: bool = False
    #: The nearest line above it that is no note.
    title: Box | None = None
    #: The rows of the headings that it stands below.
    head: list[int] = attrs.field(factory=list[int])

    @property
    def taken(self) -> Iterator[Box]:
        """The value with all cells that say something of it."""
        yield from (self.box, *self.names, *self.labels, *chain(*self.about.values()))

    @property
    def statistic(self) -> str:
        """The statistic that a heading of its own says it is: 累計, 単年度."""
        return next((box.text.strip() for box in self.above if box.said.of == "statistic"), "")

    @property
    def has_own_unit(self) -> bool:
        """Whether a label of its own says what it is counted in: 目標(千人)."""
        return any(
            self.unit in (each.said.column.unit, each.text.strip(_AROUND)) for each in self.labels
        )

    @property
    def is_told_by_row(self) -> bool:
        """Whether a label on its left says which value it is."""
        return any(
            each.said.column.role in FIGURES
            and each.said.column.period is None
            and each.row not in self.head
            for each in self.labels
        )


@final
@attrs.define(eq=False)
class Facts:
    """What a sheet says."""

    facts: list[Fact] = attrs.field(factory=list[Fact])
    #: The first row.
    first: int = 0
    #: Figures of what is no indicator: what something costs, and sums of money without a role.
    costs: list[Box] = attrs.field(factory=list[Box])
    #: What the publisher works out or says of the values.
    printed: list[Box] = attrs.field(factory=list[Box])
    #: Labels of rows that are the sum or the mean of others.
    totals: list[Box] = attrs.field(factory=list[Box])
    #: Names of indicators without a value in their row, with their headings.
    unvalued: list[tuple[Box, list[int]]] = attrs.field(factory=list[tuple[Box, list[int]]])
    #: Values of which labels say two things.
    doubts: list[Box] = attrs.field(factory=list[Box])
    #: Figures that no label explains.
    left: list[Box] = attrs.field(factory=list[Box])
    #: Lines of text.
    lines: list[Box] = attrs.field(factory=list[Box])
    #: Cells that say the same as the one above.
    dittos: list[Box] = attrs.field(factory=list[Box])
    #: Text that says nothing of a value.
    apart: list[Box] = attrs.field(factory=list[Box])
    #: The heading or the label of what says something of values.
    headings: dict[Box, str] = attrs.field(factory=dict[Box, str])

    @property
    def taken(self) -> set[tuple[int, int]]:
        """Where the cells stand, but headings, that are taken for something or told to be none."""
        unvalued = (box for box, _ in self.unvalued)
        kept = (self.costs, self.printed, self.totals, self.doubts, self.left, self.lines, unvalued)
        boxes = chain(*kept, *(fact.taken for fact in self.facts))
        return {(box.row, box.column) for box in boxes}


def facts_of(sheet: Cells, vocabulary: Vocabulary = USUAL) -> Facts:
    """Return what a sheet says.

    >>> texts = {(1, 1): "年度", (1, 2): "利用率", (2, 1): "R5実績", (2, 2): "48%"}
    >>> (fact,) = facts_of(Cells.of(texts)).facts
    >>> fact.role, fact.period, fact.names[0].text
    (Role.ACTUAL, FiscalYear(2023), '利用率')
    """
    return _Reader(Structure(sheet, vocabulary), vocabulary).read()


@attrs.frozen(eq=False)
class _Place:
    """A value with what stands around it."""

    row: int
    box: Box
    #: The cells on its left, and those of them that say what others are.
    left: Sequence[Box]
    telling: Sequence[Box]
    #: The headings above it.
    stack: tuple[Box, ...]
    #: The labels of its row.
    labels: tuple[Box, ...]
    #: What the other cells of its row say.
    about: About

    @property
    def said(self) -> tuple[Box, ...]:
        """All labels: those of its row, and the headings."""
        return (*self.labels, *self.stack)

    @property
    def periods(self) -> list[Period]:
        """The periods that its labels name."""
        every = [box.said.column.period for box in self.said]
        return list(dict.fromkeys(period for period in every if period is not None))

    @property
    def is_cost(self) -> bool:
        """Whether a label says that it is what something costs."""
        named = self.about.get(Role.INDICATOR, [])
        is_labelled = any(each.said.column.role in FIGURES for each in self.labels)
        costs = ("cost",) if is_labelled else ("cost", "staff")
        every = (*self.telling, *self.stack)
        return any(box.said.of in costs for box in every if box not in named)

    @property
    def is_computed(self) -> bool:
        """Whether a heading says that it is a sum of others, or of other bodies."""
        return any(box.said.of in ("total", "others") for box in self.stack)


def _told(left: Sequence[Box]) -> list[Box]:
    """Return the cells right before a value that say what it is, up to another cell."""
    return [*reversed([*takewhile(lambda box: box.said.kind in _TELLING, reversed(left))])]


def _named_by(box: Box) -> tuple[Box, ...]:
    """Return the name that a cell is; a dash is none."""
    return () if box.said.kind is Class.DASH else (box,)


def _texts_of(about: About, role: Role) -> list[str]:
    return [folded(box.text) for box in about.get(role, [])]


@attrs.define(eq=False, slots=False)
class _Reader:
    """Reads one sheet from top to bottom."""

    structure: Structure
    vocabulary: Vocabulary
    found: Facts = attrs.field(factory=Facts)
    #: The pairs of the form that is read.
    forms: list[Pair] = attrs.field(factory=list[Pair])
    #: What rows say of the columns below them: 指標名, 単位 of a transposed table.
    columns: dict[Role, dict[int, Box]] = attrs.field(factory=dict[Role, dict[int, Box]])
    #: By its number, what a row says of an indicator whose values stand elsewhere.
    numbered: dict[str, About] = attrs.field(factory=dict[str, About])
    #: The last row with a name, for those whose name is blank: its headings, and what it says.
    named: tuple[list[int], About] | None = None
    #: The names of the facts, each with the headings and the row of its last value.
    valued: dict[Box, tuple[list[int], int]] = attrs.field(factory=dict[Box, tuple[list[int], int]])
    #: The names of the last row that is named by text: its headings, and the lines before it.
    outer: tuple[list[int], int, tuple[Box, ...]] | None = None
    #: What the upper and the lower of two values are, where a line says so.
    stacked: dict[bool, Role] = attrs.field(factory=dict[bool, Role])
    #: The cells of the pairs of forms.
    told: set[Box] = attrs.field(factory=set[Box])
    #: Row → whether its name is blank.
    unnamed: dict[int, bool] = attrs.field(factory=dict[int, bool])
    #: Row → its cells that are names, the pair of a name, or values.
    beside: dict[int, list[tuple[Box, bool, Pair | None]]] = attrs.field(
        factory=dict[int, list[tuple[Box, bool, "Pair | None"]]]
    )
    #: What the last row of a kind (目標, 実績) is about, and its headings.
    last: tuple[list[int], tuple[Box, ...], About] | None = None

    @cached_property
    def sheet(self) -> Cells:
        return self.structure.sheet

    def read(self) -> Facts:
        """Return what the sheet says."""
        self.found.first = next(iter(self.structure.rows), 0)
        self.found.dittos = self.sheet.dittos
        for row in self.structure.rows:
            self._tell_stacked(row)
            for pair in self.structure.of_block(row):
                self._begin(pair)
            if row not in self.structure.headings:
                self._read_row(row)
        self._keep_apart()
        return self.found

    def _keep_apart(self) -> None:
        """Keep the text that nothing has taken, with its headings."""
        taken = self.found.taken
        rows = [row for row in self.structure.rows if row not in self.structure.headings]
        for box in chain(*map(self.structure.own, rows)):
            if (box.row, box.column) not in taken and not box.is_label:
                self.found.apart.append(box)
                stack = self.structure.stack(box.row, box.column)
                heading = " ".join(" ".join(each.text.split()) for each in stack)
                self.found.headings.setdefault(box, heading)

    def _read_row(self, row: int) -> None:
        if row in self.sheet.ragged and self.structure.group(row):
            self.found.doubts += self.structure.own(row)[:1]
        if self.structure.tells_columns(row):
            self._tell_columns(row)
            return
        pairs = self.structure.pairs(row)
        if any(self.structure.role(row, pair.value.column) for pair in pairs):
            pairs = []
        pairs = pairs or self.structure.vertical(row)
        for pair in pairs:
            self._begin(pair)
            self.told |= {pair.label, pair.value}
        if pairs:
            self._read_values(row)
            return
        if self.structure.is_line(row) and not self._is_name(row):
            self.found.lines.append(self.sheet.lines[row][0])
        else:
            self._read_values(row)

    def _is_name(self, row: int) -> bool:
        """Whether a cell alone in its row is a name between those of indicators, and no heading."""
        box = self.sheet.lines[row][0]
        text = box.text.strip()
        stack = self.structure.stack(row, box.column)
        is_wide = bool(stack) and box.right > stack[-1].right
        role = self.structure.role(row, box.column)
        if role is not Role.INDICATOR or is_wide or is_remark(text):
            return False
        return self.structure.is_between(row) and read_heading_line(text) is None

    # -- what holds for values further below ---------------------------------------------------

    def _begin(self, pair: Pair) -> None:
        """Let a pair hold, and end those of its role and those within."""
        self.found.headings[pair.value] = pair.label.text.strip()
        above = self._facts_above(pair)
        for fact in above:
            assert pair.role is not None  # noqa: S101 - what stands below values has one
            fact.about[pair.role] = [pair.value]
        if above:
            return
        ended = [*self._ended_by(pair)]
        self._leave(ended, pair)
        self.forms = [*(other for other in self.forms if other not in ended), pair]
        if pair.label.said.of == "cost" and pair.value.kind is Class.FIGURE:
            self.found.costs.append(pair.value)

    def _ended_by(self, pair: Pair) -> Iterator[Pair]:
        """Yield the pairs that end where one begins: those of its role, and those within.

        What stands above the first name of an indicator is about it.
        """
        depth = _DEPTHS.get(pair.role, _DEEPEST) if pair.role else _DEEPEST
        overlapping = [each for each in self.forms if each.overlaps(pair)]
        is_first = pair.role not in {each.role for each in overlapping}
        for other in overlapping:
            is_beside = other.label.row == pair.label.row
            is_within = other.role is None or _DEPTHS.get(other.role, _DEEPEST) > depth
            is_above = is_first and pair.role is Role.INDICATOR
            if other.role is pair.role or (is_within and not is_beside and not is_above):
                yield other

    def _facts_above(self, pair: Pair) -> list[Fact]:
        """Return the values of the form above of which a pair below them says something new.

        A blank row parts it from what begins the next form.
        """
        row, role = pair.label.row, pair.role
        if role not in _ALSO_BELOW or (role in _DEPTHS and row - 1 not in self.sheet.lines):
            return []
        names = {
            other.value
            for other in self.forms
            if other.role is Role.INDICATOR and other.overlaps(pair)
        }
        facts = [fact for fact in self.found.facts if not names.isdisjoint(fact.names)]
        return [] if any(role in fact.about for fact in facts) else facts

    def _leave(self, pairs: Sequence[Pair], following: Pair) -> None:
        """Say which names end without a value, and doubt them right above other names."""
        for pair in pairs:
            name = pair.value
            if pair.role is Role.INDICATOR and name.kind in _NAMES and name not in self.valued:
                is_right_above = pair.label.bottom + 1 == following.label.row
                is_again = following.role is pair.role and is_right_above
                kept = self.found.doubts if is_again else self.found.left
                kept.append(name)

    def _tell_columns(self, row: int) -> None:
        """Keep what a row says of the columns below it; new names begin a new table."""
        first, *rest = self.structure.own(row)
        role = first.said.column.role
        assert role is not None  # noqa: S101 - what tells columns has one
        if role is Role.INDICATOR and role in self.columns:
            self.columns.clear()
        self.columns[role] = {
            column: box for box in rest for column in range(box.column, box.right + 1)
        }

    def _tell_stacked(self, row: int) -> None:
        """Keep what a row says of two values above one another: 上段：目標値 下段：実績値."""
        for box in self.structure.own(row):
            for at, part in _STACKED.findall(box.text) if box.said.kind is Class.UNREAD else ():
                role = what_it_says(part, vocabulary=self.vocabulary).column.role
                role = role or self._begins_with(part)
                if role in FIGURES:
                    self.stacked[at == LOWER] = role

    def _begins_with(self, text: str) -> Role | None:
        """Return the role of the word that a text ends with: 年度別目標."""
        found = (Role(role) for role, words in PAIRED if text.endswith(tuple(words.split())))
        return next(found, None)

    # -- values --------------------------------------------------------------------------------

    def _read_values(self, row: int) -> None:
        """Find the facts of a row, but for the cells that are pairs of a form."""
        line = [box for box in self.sheet.lines[row] if box not in self.told]
        about = self._about(row)
        if about.get(Role.NUMBER) and about.get(Role.INDICATOR):
            self.numbered[folded(about[Role.NUMBER][0].text)] = about
        self._carry(row, about)
        used = {box for boxes in about.values() for box in boxes}
        for pair in filter(None, map(self.structure.in_cell, self.structure.own(row))):
            used.add(self.sheet.boxes[row, pair.label.column])
            self._begin(pair)
        own = [box for box in about.get(Role.INDICATOR, []) if box.row == row]
        if own and not any(box.kind in _VALUES and box not in used for box in line):
            is_listed = Role.NUMBER in about
            group = self.structure.group(row)
            self.found.unvalued += [] if is_listed else [(box, group) for box in own]
        self.found.doubts += [box for box in self.structure.own(row) if self._is_number(row, box)]
        self.found.lines += [
            box for box in self.structure.own(row) if _UNIT_LINE.search(box.text) and not about
        ]
        telling: list[Box] = []
        is_table = bool(self.structure.group(row)) or bool(self.columns)
        for at, box in enumerate(line):
            if box.row == row and box.kind in _VALUES and box not in used:
                stack = self.structure.stack(row, box.column)
                labels = tuple(self._labels(row, telling if is_table else _told(line[:at])))
                place = _Place(row, box, line[:at], telling[:], stack, labels, about)
                for each in self._opened(place) or [place]:
                    self._read_value(each)
            if box.said.kind in _TELLING or box.said.of:
                telling.append(box)

    def _opened(self, place: _Place) -> list[_Place]:
        """Return each value of a cell that has several, one a line, which labels tell apart.

        The labels stand in the cell, 目標:5件 above 実績:3件, or in the lines of its heading.
        """
        lines = [line.strip() for line in place.box.text.splitlines() if line.strip()]
        pairs = [pair for line in lines if (pair := self._labelled(line))]
        heads = place.stack[-1].text.split() if place.stack else []
        stack = place.stack
        if len(lines) > 1 and len(pairs) < len(lines) and len(heads) == len(lines):
            pairs, stack = list(zip(heads, lines, strict=True)), stack[:-1]
        told = [(what_it_says(label, vocabulary=self.vocabulary), text) for label, text in pairs]
        roles = {said.column.role for said, _ in told}
        if len(lines) < 2 or len(roles) < len(lines) or not roles >= _BOTH:  # noqa: PLR2004
            return []
        return [
            attrs.evolve(
                place,
                box=attrs.evolve(place.box, text=text, said=self._said(text)),
                labels=(
                    attrs.evolve(place.box, text=said.column.heading, said=said),
                    *place.labels,
                ),
                stack=stack,
            )
            for said, text in told
        ]

    def _said(self, text: str) -> Said:
        return what_it_says(text, vocabulary=self.vocabulary)

    def _labelled(self, line: str) -> tuple[str, str] | None:
        """Return the label of a value and the value, where a line has both."""
        found = _LABELLED.fullmatch(line)
        is_label = found is not None and self._said(found[1]).column.role in FIGURES | PRINTED
        return (found[1], found[2]) if found is not None and is_label else None

    def _is_number(self, row: int, box: Box) -> bool:
        """Whether a year may be a number: 2024 below a heading of values."""
        stack = self.structure.stack(row, box.column)
        if box.said.kind is not Class.YEAR or not box.text.strip().isdigit() or not stack:
            return False
        return stack[-1].said.column.role in FIGURES or stack[-1].said.column.period is not None

    def _about(self, row: int) -> About:
        """Return what the cells of a row say of it, by the headings of their columns."""
        found: About = {}
        for box in self.sheet.lines[row]:
            role, own = self.structure.role(row, box.column), box.said.column.role
            if box.is_label and (own in FIGURES or own in PRINTED or own in YEARS_OF):
                continue  # 目標 below 区分: it says what the row is
            if role in ABOUT or role in PRINTED:
                found.setdefault(role, []).append(box)
                stack = self.structure.stack(row, box.column)
                self.found.headings[box] = " ".join(" ".join(each.text.split()) for each in stack)
            elif role in FIGURES and box.said.kind is Class.YEAR:
                year = next(each for each, of in YEARS_OF.items() if of is role)
                found.setdefault(year, []).append(box)
        return found

    def _carry(self, row: int, about: About) -> None:
        """Let the cell above go on where the name of an indicator is blank, with its unit."""
        group = self.structure.group(row)
        if about.get(Role.INDICATOR):
            self.named = group, {key: about[key] for key in _CARRIED if key in about}
            return
        columns = range(1, max((box.right for box in self.sheet.lines[row]), default=0) + 1)
        has_name = any(self.structure.role(row, at) is Role.INDICATOR for at in columns)
        if not has_name or self.named is None or self.named[0] != group:
            return
        said = self.named[1]
        is_told = any(box.says for box in self.structure.own(row))
        if is_told and _texts_of(about, Role.UNIT) in (_texts_of(said, Role.UNIT), []):
            for key, boxes in said.items():
                about.setdefault(key, list(boxes))

    def _labels(self, row: int, left: Sequence[Box]) -> Iterator[Box]:
        """Yield the nearest label of values on the left, and the nearest year."""
        has_role = has_year = False
        for box in reversed(left):
            column = box.said.column
            is_role = column.role in FIGURES or column.role in PRINTED or column.role in YEARS_OF
            if box.is_label and is_role and not has_role:
                yield box
                has_role, has_year = True, has_year or column.period is not None
            elif box.said.kind is Class.YEAR and not has_year and self._is_axis(row, box):
                yield box
                has_year = True

    def _is_axis(self, row: int, box: Box) -> bool:
        """Whether a year on the left is that of the row: its heading says 年度, or nothing."""
        stack = self.structure.stack(row, box.column)
        return all(
            each.said.of in ("years", "own")
            or each.said.kind is Class.YEAR
            or each.said.column.role in (Role.INDICATOR, Role.SECTION)
            for each in stack
        )

    def _read_value(self, place: _Place) -> None:
        """Tell what a value is: a fact, none of an indicator, or left over."""
        box, is_figure = place.box, place.box.kind is Class.FIGURE
        given = self._roles(place)
        totals = [each for each in place.telling if each.said.of == "total"]
        if totals:
            self.found.totals += [totals[0]] if totals[0] not in self.found.totals else []
            return
        if place.is_cost or place.is_computed or given & (PRINTED | YEARS_OF.keys()):
            kept = self.found.costs if place.is_cost else self.found.printed
            kept += [box] if is_figure else []
            return
        names, about = self._named(place)
        if any(self._is_below_cost(place.row, each) for each in names):
            self.found.costs += [box] if is_figure else []
            return
        role, is_assumed = self._role(place, given, names)
        if is_assumed and names and names[0].said.of in _COSTING:
            self.found.costs.append(box)
            return
        is_one = self.structure.is_of_one(box)
        is_cut = self._is_cut(place, names) or self._has_two_units(place, names)
        is_cut = is_cut or (not place.periods and self._is_before_year(place))
        if len(given) > 1 or len(place.periods) > 1 or is_cut:
            self.found.doubts += [box] if is_figure else []
            return
        if role is None or not names or not is_one or self._is_undated(place, names):
            self._leave_over(place, is_value=role is not None and is_one)
            return
        if place.labels and place.labels[0].said.column.role is not None:
            self.last = self.structure.group(place.row), names, about
        if self._goes_on_too_long(place, names[0]):
            self.found.doubts.append(box)
        self.valued |= dict.fromkeys(names, (self.structure.group(place.row), place.row))
        self.found.facts.append(
            self._fact(attrs.evolve(place, about=about), role, names, is_assumed=is_assumed)
        )

    def _leave_over(self, place: _Place, *, is_value: bool) -> None:
        """Keep a figure that is none of an indicator; a sum of money is what something costs."""
        box = place.box
        if box.kind is Class.FIGURE and not self._is_among_text(place):
            is_money = not is_value and _MONEY.search(folded(box.text)) is not None
            (self.found.costs if is_money else self.found.left).append(box)

    def _goes_on_too_long(self, place: _Place, name: Box) -> bool:
        """Whether other text stands between two tables that a form has one name for."""
        group = self.structure.group(place.row)
        before, last = self.valued.get(name, (group, place.row))
        if group == before or all(pair.value is not name for pair in self.forms):
            return False
        between = range(last + 1, group[0] if group else place.row)
        rows = [row for row in between if self.structure.own(row)]
        return any(not self.structure.pairs(row) for row in rows)

    def _is_before_year(self, place: _Place) -> bool:
        """Whether a year stands right behind a value without one, and may be that of the next."""
        beside = self.sheet.at(place.row, place.box.right + 1)
        if beside is None or beside.said.kind is not Class.YEAR:
            return False
        stack = self.structure.stack(place.row, beside.column)
        return bool(stack) and stack[-1].said.of == "years" and self._is_axis(place.row, beside)

    def _is_below_cost(self, row: int, name: Box) -> bool:
        """Whether a name is that of something of which the table says what it costs."""
        return any(each.said.of == "cost" for each in self.structure.stack(row, name.column))

    def _is_cut(self, place: _Place, names: tuple[Box, ...]) -> bool:
        """Whether its name is that of a form beside another, and its label is not below it."""
        cut = [
            pair
            for pair in self.forms
            if pair.value in names and pair.left > 1 and pair.label.row == pair.value.row
        ]
        return any(label.column < pair.left for pair in cut for label in place.labels)

    def _roles(self, place: _Place) -> frozenset[Role]:
        """Return what labels and headings say that a value is."""
        every = [each.said.column.role for each in place.labels]
        every.append(self.structure.role(place.row, place.box.column))
        telling = FIGURES | PRINTED | YEARS_OF.keys()
        found = frozenset(role for role in every if role is not None and role in telling)
        is_value = place.box.kind is not Class.TEXT and place.stack and place.stack[-1].says
        return found or (self._role_of_title(place.row) if is_value else found)

    def _role_of_title(self, row: int) -> frozenset[Role]:
        """Return what the title of a table says that all its values are: ２　実績値."""
        title = self.structure.title(row)
        text = _LINE_NUMBER.sub("", title.text) if title else ""
        role = what_it_says(text, vocabulary=self.vocabulary).column.role if text else None
        return frozenset((role,)) if role in FIGURES or role in PRINTED else frozenset()

    def _role(
        self, place: _Place, given: frozenset[Role], names: tuple[Box, ...]
    ) -> tuple[Role | None, bool]:
        """Return what a value is, and whether only its year says so."""
        if given:
            return next(iter(given)), False
        if not place.periods or not self._may_be_seen(place.box):
            return None, False
        if place.stack and place.stack[-1].kind is Class.TEXT and not self._is_dated(place.labels):
            return None, False  # 2024年 above a word that nobody knows
        if len(self.stacked) > 1 and names and names[0].row < names[0].bottom:
            return self.stacked[place.row != names[0].row], False
        return Role.ACTUAL, True

    def _may_be_seen(self, box: Box) -> bool:
        """Whether a cell is a figure, or says that there is none yet: 集計中."""
        if box.kind is not Class.WORD:
            return box.kind is Class.FIGURE
        seen = read_actual(box.text, vocabulary=self.vocabulary).value
        return seen is not None and seen.missing is not None

    def _is_undated(self, place: _Place, names: tuple[Box, ...]) -> bool:
        """Whether a value stands below a word that nobody knows, among columns of years."""
        if not place.stack or place.stack[-1].kind is not Class.TEXT or place.periods:
            return False
        return place.stack[-1] not in names and self.structure.has_years(place.row)

    def _is_among_text(self, place: _Place) -> bool:
        """Whether a value stands in a column of text, whose heading says nothing of values."""
        if not place.stack or any(each.says for each in place.stack):
            return False
        if not self.structure.is_right_of_values(place.row, place.box.column):
            return True
        return self.structure.is_text(place.row, place.box.column)

    def _is_dated(self, labels: Sequence[Box]) -> bool:
        return any(each.said.column.period is not None for each in labels)

    def _fact(self, place: _Place, role: Role, names: tuple[Box, ...], *, is_assumed: bool) -> Fact:
        periods, box = place.periods, place.box
        period = periods[0] if periods else self._year_beside(place, role)
        own = self._own_period(box, role) if period is None else None
        is_titled = period is None and own is None and self._may_be_titled(place, role)
        if role is Role.BASELINE:
            period = period or own
        about = {key: list(boxes) for key, boxes in place.about.items()}
        for pair in self.forms:
            if pair.role is not None and pair.covers(box.column):
                about.setdefault(pair.role, []).append(pair.value)
        for key, told in self.columns.items():
            if box.column in told:
                about.setdefault(key, []).append(told[box.column])
        title = self.structure.title(place.row)
        is_section = title is not None and not self._role_of_title(place.row)
        if (
            title is not None
            and is_section
            and title not in names
            and title.row > self.structure.rows[0]
        ):
            about.setdefault(Role.SECTION, []).insert(0, title)
        firm = (each.said.column.status for each in place.said)
        return Fact(
            box,
            role,
            names,
            self._year_of_title() if is_titled else period,
            self._unit(place, names),
            next((each for each in firm if each is not Status.FINAL), Status.FINAL),
            place.said,
            about,
            tuple(
                each
                for each in place.stack
                if (each.kind in _NAMES or each.said.of == "statistic")
                and each not in names
                and self.structure.role_of(each) is None
            ),
            is_assumed,
            is_titled,
            next((line for line in reversed(self.found.lines) if not is_remark(line.text)), None),
            self.structure.group(place.row),
        )

    def _own_period(self, box: Box, role: Role) -> Period | None:
        """Return the period that a value names itself."""
        if role is Role.TARGET:
            return read_target(box.text, vocabulary=self.vocabulary).period
        read = read_actual(box.text, vocabulary=self.vocabulary).value
        return None if read is None else read.period

    def _may_be_titled(self, place: _Place, role: Role) -> bool:
        """Whether a value without a year may be of the year of the title.

        An actual is, and the target beside it, where one heading stands above both.
        """
        if role is Role.ACTUAL:
            return True
        *above, own = place.stack or (place.box,)
        if role is not Role.TARGET or not above or folded(own.text) not in _PLAIN_TARGETS:
            return False
        row, column = place.row, own.right + 1
        beside = self.structure.stack(row, column)
        return list(beside[:-1]) == above and self.structure.role(row, column) is Role.ACTUAL

    # -- years ---------------------------------------------------------------------------------

    def _year_beside(self, place: _Place, role: Role) -> Period | None:
        """Return the year of a value that stands in a cell of its own."""
        for box in self.sheet.lines[place.row]:
            if box.said.kind is Class.YEAR:
                stack = self.structure.stack(place.row, box.column)
                if any(each in place.stack and each.said.column.role is role for each in stack):
                    return box.said.column.period
        for year, of in YEARS_OF.items():
            if place.about.get(year) and (of is role or self._is_year_of_latest(place, role, of)):
                box = place.about[year][0]
                return box.said.column.period or self._period(box.text)
        return None

    def _is_year_of_latest(self, place: _Place, role: Role, of: Role) -> bool:
        """Whether the year of an actual is that of 現状値, since there is no other actual."""
        if role is not Role.BASELINE or of is not Role.ACTUAL:
            return False
        columns = range(1, max(box.right for box in self.sheet.lines[place.row]) + 1)
        return all(self.structure.role(place.row, at) is not Role.ACTUAL for at in columns)

    def _year_of_title(self) -> Period | None:
        """Return the only year that the nearest line with years names.

        A day is of the year that a line above it names: 令和5年度, 令和6年3月31日現在.
        """
        lines = (_DATED.finditer(line.text) for line in reversed(self.found.lines))
        told = [{self._period(found[0]) for found in line} for line in lines]
        alone = [next(iter(years)) for years in told if len(years) == 1]
        if not alone or next(filter(None, told)) != {alone[0]}:
            return None
        day, *more = alone
        if not isinstance(day, Date):
            return day
        of_day = (year for year in more if year and year.start <= day.start <= year.end)
        return next(of_day, day)

    def _period(self, text: str) -> Period | None:
        default, era = self.vocabulary.fiscal_year_default, self.vocabulary.era
        return read_period(text, fiscal_year_default=default, era=era).value

    # -- names ---------------------------------------------------------------------------------

    def _named(self, place: _Place) -> tuple[tuple[Box, ...], About]:
        """Return the names of a value, and what the cells around it say."""
        names, about = self._names(place), place.about
        if not names and place.labels and self.last is not None and not self._is_dashed(place):
            group, before, said = self.last
            is_same = _texts_of(about, Role.UNIT) in (_texts_of(said, Role.UNIT), [])
            if not self.columns and group == self.structure.group(place.row) and is_same:
                return before, {**said, **about}
        elsewhere = self.numbered.get(folded(names[0].text)) if names else None
        if elsewhere is None:
            return names, about
        more: About = {key: boxes for key, boxes in elsewhere.items() if key is not Role.NUMBER}
        return (elsewhere[Role.INDICATOR][0],), {**about, **more}

    def _is_dashed(self, place: _Place) -> bool:
        """Whether a dash stands for the name of its indicator."""
        names = place.about.get(Role.INDICATOR, [])
        return any(each.said.kind is Class.DASH for each in names) or any(
            pair.role is Role.INDICATOR and pair.value.said.kind is Class.DASH
            for pair in self.forms
            if pair.covers(place.box.column)
        )

    def _names(self, place: _Place) -> tuple[Box, ...]:
        """Return what a value is called, the innermost name first."""
        column = place.box.column
        indicators = place.about.get(Role.INDICATOR, [])
        named = [box for box in indicators if box.column < column] or indicators[:1]
        if named:
            return self._with_groups(place, named) if named[-1].said.kind is not Class.DASH else ()
        texts = tuple(self._texts(place))
        told = [pair for pair in self.forms if pair.label.bottom >= place.row > pair.label.row]
        if self._is_unnamed(place.row) and not self._may_name(place.row, texts):
            texts = ()  # no category is a name
        block = [pair.value for pair in told if pair.role is Role.INDICATOR]
        if block or texts:
            return _named_by(block[-1]) if block else self._with_outer(place.row, texts)
        names = [
            pair.value for pair in self.forms if pair.role is Role.INDICATOR and pair.covers(column)
        ]
        if names:
            return _named_by(names[-1])
        if column in self.columns.get(Role.INDICATOR, {}):
            return (self.columns[Role.INDICATOR][column],)
        above = tuple(box for box in reversed(place.stack) if box.kind in _NAMES)
        title = self.structure.title(place.row)
        is_name = title is not None and read_table_title(title.text)[1] != ""  # not 表１
        return above or ((title,) if title and is_name and not self._has_names(place.row) else ())

    def _is_unnamed(self, row: int) -> bool:
        """Whether the cell below the heading of names is blank."""
        if row not in self.unnamed:
            roles = {self.structure.role(row, box.column) for box in self.sheet.lines[row]}
            self.unnamed[row] = Role.INDICATOR not in roles and self._has_names(row)
        return self.unnamed[row]

    def _may_name(self, row: int, texts: Sequence[Box]) -> bool:
        """Whether a text stands where its heading does not say that it names something else."""
        return any(self.structure.role(row, box.column) is None for box in texts)

    def _with_outer(self, row: int, names: tuple[Box, ...]) -> tuple[Box, ...]:
        """Return names with those that go on from the row above, where a cell is blank."""
        group, line = self.structure.group(row), len(self.found.lines)
        known = self.outer[2] if self.outer and self.outer[:2] == (group, line) else ()
        first = min(box.column for box in names)
        more = [box for box in known if box.right < first and not self.sheet.at(row, box.column)]
        names = tuple(dict.fromkeys((*names, *more)))
        self.outer = group, line, names
        return names

    def _has_names(self, row: int) -> bool:
        """Whether a column of names stands in the table of a row."""
        group = self.structure.group(row)
        boxes = {box for line in group for box in self.sheet.lines[line]}
        return any(box.said.column.role is Role.INDICATOR for box in boxes)

    def _with_groups(self, place: _Place, named: Sequence[Box]) -> tuple[Box, ...]:
        """Return a name with those below the same heading, and the word that tells rows apart."""
        name = named[-1]
        stack = self.structure.stack(place.row, name.column)
        same = [box for box in named if self.structure.stack(place.row, box.column) == stack]
        names = tuple(dict.fromkeys(reversed(same)))
        if name.bottom == name.row and name.row == place.row:
            return names
        between = [
            box
            for box in place.left
            if box.column > name.right and self._tells_rows_apart(place.row, box)
        ]
        return (*reversed(between), *names)

    def _tells_rows_apart(self, row: int, box: Box) -> bool:
        """Whether a cell is beside a name and no value: below a word, or text below nothing."""
        stack = self.structure.stack(row, box.column)
        if self.structure.role(row, box.column) is not None or any(each.says for each in stack):
            return False
        return box.kind is Class.TEXT or (bool(stack) and box.kind is Class.FIGURE)

    def _may_be_name(self, box: Box) -> bool:
        """Whether a cell is text, or who works on something, which may have a target."""
        return box.kind in _NAMES or box.said.of == "staff"

    def _texts(self, place: _Place) -> Iterator[Box]:
        """Yield the names on the left of a value, up to the values of another."""
        found = False
        for box, is_name, pair in reversed(self._beside(place.row)):
            if box.column >= place.box.column:
                continue
            if pair is not None:
                self._begin(pair)
            elif is_name:
                found = True
                yield box
            elif found:
                return

    def _beside(self, row: int) -> list[tuple[Box, bool, Pair | None]]:
        """Return the cells of a row that are names, the pair of a name, or values."""
        known = self.beside.get(row)
        if known is None:
            known = self.beside[row] = [*self._names_and_values(row)]
        return known

    def _names_and_values(self, row: int) -> Iterator[tuple[Box, bool, Pair | None]]:
        for box in self.sheet.lines[row]:
            if box in self.told:
                continue
            role = self.structure.role(row, box.column)
            pair = self.structure.in_cell(box) if role in _OF_NAMES else None
            is_name = role in _OF_NAMES and self._may_be_name(box) and not self._is_told(row, box)
            if pair is not None or is_name or (box.kind is Class.FIGURE and role in FIGURES):
                yield box, is_name, pair

    def _is_told(self, row: int, box: Box) -> bool:
        """Whether a heading says of a text that it is a part of a year, or the value of one."""
        stack = self.structure.stack(row, box.column)
        is_time = bool(stack) and stack[-1].said.of == "years"
        is_word = box.kind is Class.WORD and any(each.says for each in stack)
        return is_time or (is_word and any(each.said.kind is Class.YEAR for each in stack))

    # -- units ---------------------------------------------------------------------------------

    def _unit(self, place: _Place, names: tuple[Box, ...]) -> str:
        """Return what a value is counted in, by the nearest label that says so."""
        return next((unit for unit in self._units(place, names) if unit), "")

    def _has_two_units(self, place: _Place, names: tuple[Box, ...]) -> bool:
        """Whether the cell on its right is another unit than it has by other labels."""
        beside = self.sheet.at(place.row, place.box.right + 1)
        units = place.about.get(Role.UNIT, [])
        return bool(names) and beside in units and beside.text.strip() != self._unit(place, names)

    def _units(self, place: _Place, names: tuple[Box, ...]) -> Iterator[str]:
        column, end = place.box.column, names[0].right
        yield from (box.said.column.unit for box in (*place.labels, *reversed(place.stack)))
        yield from (box.text.strip(_AROUND) for box in place.stack if box.said.kind is Class.UNIT)
        beside = self.sheet.at(place.row, place.box.right + 1)
        if beside is not None and beside.said.kind is Class.UNIT:
            same = self.structure.stack(place.row, beside.column) == place.stack
            yield beside.text.strip() if same else ""
        told = self.columns.get(Role.UNIT, {}).get(column)
        yield told.text.strip() if told else ""
        units = place.about.get(Role.UNIT, [])
        yield from (box.text.strip() for box in units if end < box.column < column)
        yield from (box.text.strip() for box in units if box.column > end)
        yield from (
            box.text.strip() for box in reversed(place.telling) if box.said.kind is Class.UNIT
        )
        pairs = [pair for pair in self.forms if pair.role is Role.UNIT and pair.covers(column)]
        yield from (pair.value.text.strip() for pair in reversed(pairs))
        yield from (self._unit_in(box.text) for box in (*names, *reversed(place.stack)))
        begin = self.structure.begin(place.row)
        lines = [line for line in reversed(self.found.lines) if line.row > begin]
        found = (_UNIT_LINE.search(line.text) for line in lines)
        yield from (line[1].strip() for line in found if line)

    def _unit_in(self, text: str) -> str:
        """Return the unit in brackets behind a name: 回数（回／月）."""
        found = _BRACKETS.search(folded(text))
        first, *more = _JOINED.split(found[1]) if found else [""]
        named = _UNIT_LINE.fullmatch(first)
        unit = named[1] if named else first
        is_unit = named or "/" in unit or unit.lstrip(_MULTIPLIERS) in IN_HEADINGS
        is_whole = is_unit and all(what_it_says(each).of == "statistic" for each in more)
        return unit if is_whole and read_unit(unit, self.vocabulary) is not None else ""
