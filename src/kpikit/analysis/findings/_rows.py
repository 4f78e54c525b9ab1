"""What an audit looks at: the rows of an evaluated plan, and what was judged as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from kpikit.analysis.findings.finding import Finding, Place
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.result import PlanEvaluation
from kpikit.judging.spelling import Spelling
from kpikit.model.indicator import Indicator
from kpikit.model.judgement import Judgement
from kpikit.model.naming import part_names
from kpikit.model.observation import Observation
from kpikit.model.plan import Plan, Section
from kpikit.model.quantity import Quantity


@attrs.frozen
class Row:
    """An evaluation and where it stands."""

    place: Place
    section: Section
    evaluation: Evaluation

    @property
    def indicator(self) -> Indicator:
        """What was judged."""
        return self.evaluation.indicator

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.evaluation.indicator.name

    @property
    def spelling(self) -> Spelling:
        """The words of the row."""
        return self.evaluation.spelling

    @property
    def observation(self) -> Observation | None:
        """The actual that was judged."""
        return self.evaluation.observation

    @property
    def baseline(self) -> Quantity | None:
        """The number at the start, if it is one."""
        start = self.evaluation.baseline
        return start and start.quantity


@attrs.frozen
class Leaf:
    """What was judged as one value: a row, or one labelled part of it."""

    row: Row
    place: Place
    name: str
    judgement: Judgement
    observation: Observation | None

    @property
    def spelling(self) -> Spelling:
        """The words of its row."""
        return self.row.spelling

    @property
    def quantity(self) -> Quantity | None:
        """The number that was judged, if it is one."""
        return self.observation and self.observation.quantity


@attrs.frozen
class Audited:
    """An evaluated plan, laid out in rows."""

    result: PlanEvaluation
    rows: tuple[Row, ...]
    leaves: tuple[Leaf, ...]
    #: The edition before, if it is given.
    previous: Plan | None = None
    #: The day by which a target is overdue, if the caller names one.
    day: date | None = None


#: Yields the findings of one kind.
Check: TypeAlias = Callable[[Audited], Iterator[Finding]]


def of_rows(check: Callable[[Row], Iterator[Finding]]) -> Check:
    """Return what checks each row by itself."""
    return lambda plan: (found for row in plan.rows for found in check(row))


def of_leaves(check: Callable[[Leaf], Iterator[Finding]]) -> Check:
    """Return what checks by itself each value that was judged as one."""
    return lambda plan: (found for leaf in plan.leaves for found in check(leaf))


def audited(
    result: PlanEvaluation, previous: Plan | None = None, day: date | None = None
) -> Audited:
    """Lay out an evaluated plan."""
    rows = tuple(rows_of(result))
    leaves = tuple(leaf for row in rows for leaf in leaves_of(row))
    return Audited(result, rows, leaves, previous, day)


def leaves_of(row: Row) -> Iterator[Leaf]:
    """Yield what was judged as one value in a row."""
    parts = row.evaluation.parts
    if not parts:
        yield Leaf(row, row.place, row.name, row.evaluation.judgement, row.observation)
        return
    names = part_names(row.name, [part.label for part in parts])
    for number, (part, name) in enumerate(zip(parts, names, strict=True), 1):
        inner = f"{row.place.part}.{number}" if row.place.part else str(number)
        place = attrs.evolve(row.place, part=inner)
        yield Leaf(row, place, name, part.judgement, part.observation)


def place_of(sections: Sequence[Section], indicator: Indicator, position: int) -> Place:
    """Return the place of the indicator at a position, counted from 1, of the last section."""
    section, source = sections[-1], indicator.source
    return Place(
        table_code(sections[0]),
        section.code,
        indicator.name,
        str(position) if len(section.indicators) > 1 else "",
        source.location if source else section.location,
    )


def table_code(top: Section) -> str:
    """Return the code of a table, ``""`` if the topmost section is none."""
    return top.code if top.kind == "table" else ""


def rows_of(result: PlanEvaluation) -> Iterator[Row]:
    """Yield the evaluations of a plan, each with its place."""
    for top in result.sections:
        for each in top.walk():
            for position, evaluation in enumerate(each.evaluations, 1):
                path = top.section, each.section
                place = place_of(path, evaluation.indicator, position)
                yield Row(place, each.section, evaluation)
