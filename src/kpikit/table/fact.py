"""A value with all that its labels say of it, and what else a sheet says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final, TypeAlias, final

import attrs

from kpikit.cell import read_actual
from kpikit.language.headings import RUNNING
from kpikit.language.pattern import pattern
from kpikit.model.observation import Status
from kpikit.model.period import Period, Span
from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.eras import has_bare_year
from kpikit.table.headings import YEARS_OF, Role, folded
from kpikit.table.lines import says
from kpikit.table.structure import FIGURES

__all__ = ["About", "Fact", "Facts"]

#: What the cells around a value say of it, by what they are.
About: TypeAlias = dict[Role, list[Box]]
#: Around what a heading says in brackets.
_AROUND: Final = "()（） \n"
_TOTAL: Final = pattern(RUNNING)


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
    #: Whether its year is that of a note.
    is_noted: bool = False
    #: The note that may say that it is of another year, ``""`` if there is none.
    doubted_by: str = ""
    #: The nearest line above it that is no note.
    title: Box | None = None
    #: Of what another body has, whose it is.
    whose: str = ""
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

    def chosen(self) -> Fact:
        """Return the value as that of its name, whatever statistic a heading says it is."""
        above = tuple(box for box in self.above if box.said.of != "statistic")
        return attrs.evolve(self, above=above, is_assumed=False)

    @property
    def has_own_unit(self) -> bool:
        """Whether a label of its own says what it is counted in: 目標(千人)."""
        return any(
            self.unit in (each.said.column.unit, each.text.strip(_AROUND)) for each in self.labels
        )

    @property
    def is_firm(self) -> bool:
        """Whether it is a figure of which nothing says that it is none of what was seen."""
        return self.box.kind is Class.FIGURE and self.status is not Status.FORECAST

    @property
    def is_dated(self) -> bool:
        """Whether its own cell says of when it is: 90人(R6)."""
        read = read_actual(self.box.text, vocabulary=self.box.vocabulary).value
        return read is not None and read.period is not None

    @property
    def is_of_bare_year(self) -> bool:
        """Whether a label says of when it is by a year without its era: 最終目標（９年度）."""
        return any(has_bare_year(folded(label.text)) for label in self.labels)

    @property
    def unread(self) -> str:
        """What a cell of its own says of when it is, of which no period could be read."""
        if self.period is not None:
            return ""
        return next((box.text.strip() for box in self._years if says(box.text)), "")

    @property
    def total(self) -> str:
        """The word by which a cell of its own year says that it is a total up to then: 累計.

        Of several years, H28~R2年度累計, they say so themselves.
        """
        if self.period is None or isinstance(self.period, Span):
            return ""
        found = filter(None, (_TOTAL.search(box.text) for box in self._years))
        return next((each[0] for each in found), "")

    @property
    def _years(self) -> Iterator[Box]:
        """The cells beside it of a column of years of such values: 実績年度."""
        columns = (year for year, of in YEARS_OF.items() if of is self.role)
        return chain.from_iterable(self.about.get(year, []) for year in columns)

    @property
    def is_of_another_year(self) -> bool:
        """Whether its row is one of a year that is not its own: R8 for a target in a row of R6."""
        years = (box for box in self.labels if box.said.kind is Class.YEAR)
        rows = [box for box in years if box.row not in self.head]
        return any(box.said.column.period != self.period for box in rows)

    @property
    def is_told_apart(self) -> bool:
        """Whether one heading says which value it is, and another one below or above it when."""
        heads = [each.said.column for each in self.labels if each.row in self.head]
        roles = [each for each in heads if each.role is self.role and each.period is None]
        return bool(roles) and any(each.is_year for each in heads)

    @property
    def is_target_in_bracket(self) -> bool:
        """Whether a line says that targets stand in brackets, as it does: （　）内は目標値."""
        place = self.box.row, self.box.column
        own = (each for each in self.labels if (each.row, each.column) == place)
        return any(each.said.column.role is Role.TARGET for each in own)

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
    #: The era of years that name none, since the sheet names no other.
    eras: list[str] = attrs.field(factory=list[str])
    #: Sheet and row → the line of the file that it begins in, where that is another.
    numbers: dict[tuple[str, int], int] = attrs.field(factory=dict[tuple[str, int], int])
    #: Figures of what is no indicator: what something costs, and sums of money without a role.
    costs: list[Box] = attrs.field(factory=list[Box])
    #: What the publisher works out or says of the values.
    printed: list[Box] = attrs.field(factory=list[Box])
    #: Values of a part of a year.
    parts: list[Box] = attrs.field(factory=list[Box])
    #: Those of what is worked out that have a name, as facts.
    rated: list[Fact] = attrs.field(factory=list[Fact])
    #: Labels of rows that are the sum or the mean of others.
    totals: list[Box] = attrs.field(factory=list[Box])
    #: Values that others stand for: a target before its revision, a single year beside a total.
    passed: list[Box] = attrs.field(factory=list[Box])
    #: What says something of these.
    told: list[Box] = attrs.field(factory=list[Box])
    #: Names of indicators without a value in their row, with their headings.
    unvalued: list[tuple[Box, list[int]]] = attrs.field(factory=list[tuple[Box, list[int]]])
    #: Values of which labels say two things.
    doubts: list[Box] = attrs.field(factory=list[Box])
    #: The first cells of rows that have too few for their headings.
    ragged: list[Box] = attrs.field(factory=list[Box])
    #: Figures that no label explains.
    left: list[Box] = attrs.field(factory=list[Box])
    #: The headings of those of them that stand below one.
    above: dict[Box, Box] = attrs.field(factory=dict[Box, Box])
    #: Figures that labels say are targets, taken or not.
    aimed: list[Box] = attrs.field(factory=list[Box])
    #: Lines of text.
    lines: list[Box] = attrs.field(factory=list[Box])
    #: Cells that say the same as the one above.
    dittos: list[Box] = attrs.field(factory=list[Box])
    #: Labels that say nothing of any value.
    unused: list[Box] = attrs.field(factory=list[Box])
    #: Text that says nothing of a value.
    apart: list[Box] = attrs.field(factory=list[Box])
    #: The heading or the label of what says something of values.
    headings: dict[Box, str] = attrs.field(factory=dict[Box, str])

    def with_those_of(self, other: Facts) -> Facts:
        """Return what this sheet and another one say."""
        own, more = (attrs.asdict(each, recurse=False) for each in (self, other))
        joined = {
            name: value if name == "first" else _both(value, more[name])
            for name, value in own.items()
        }
        return Facts(**joined)

    @property
    def taken(self) -> set[tuple[int, int]]:
        """Where the cells stand, but headings, that are taken for something or told to be none."""
        unvalued = (box for box, _ in self.unvalued)
        kept = (
            self.costs,
            self.printed,
            self.parts,
            self.totals,
            self.doubts,
            self.ragged,
            self.left,
        )
        boxes = chain(
            *kept,
            self.passed,
            self.told,
            self.lines,
            unvalued,
            *(fact.taken for fact in (*self.facts, *self.rated)),
        )
        return {(box.row, at) for box in boxes for at in range(box.column, box.right + 1)}


def _both(one: Any, other: Any) -> Any:
    return [*one, *other] if hasattr(one, "append") else one | other
