"""Findings about time: what a value is for, what is overdue, what is only expected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from kpikit.analysis.findings._rows import Audited, Row, leaves_of
from kpikit.analysis.findings.finding import Finding, Place, info, warning
from kpikit.model.evidence import Judgement
from kpikit.model.observation import Missing, Observation, Status
from kpikit.model.period import CalendarYear, FiscalYear, Period, contains
from kpikit.model.rule import Rule
from kpikit.model.verdict import Flag, Reason, Verdict

#: Why there is no value yet, or none that may be told.
_TOLD: Final = frozenset({Missing.PENDING, Missing.NOT_PUBLISHED, Missing.SUPPRESSED})
_ERA_NOTES: Final = frozenset({"era-overrun", "era-not-begun"})


def period_mismatch(row: Row) -> Iterator[Finding]:
    """An actual is for another period than that of its column."""
    found = [pair for seen in row.indicator.observations for pair in _stated(seen)]
    for period, column in dict.fromkeys(found):
        if not _belongs(period, column):
            yield warning("period-mismatch", row.place, period=period, column=column)


def _stated(seen: Observation) -> Iterator[tuple[Period, Period]]:
    """Yield the periods that an actual states, each with that of its column."""
    given = [part.observation.period for part in seen.parts] or [seen.period]
    for period in given:
        if period is not None and seen.column is not None:
            yield period, seen.column


def _belongs(period: Period, column: Period) -> bool:
    """Whether a value for *period* may stand in the column: part of it, or a total up to it."""
    if isinstance(period, CalendarYear) and isinstance(column, FiscalYear):
        return period.year == column.year
    total = contains(period, column) and period.end == column.end
    return total or contains(column, period)


def overdue(plan: Audited) -> Iterator[Finding]:
    """The time of a target has come, and there is no actual for it.

    Come it has by the day that the caller names, else by the end of the latest column that has
    an actual. A period that only the cells name says nothing of the other rows.
    """
    day = plan.day or _end_of_columns(plan)
    for row in plan.rows:
        due = _due(row, day)
        if due is None or row.evaluation.verdict is Verdict.NOT_APPLICABLE:
            continue
        seen = [each for each in row.indicator.observations if _reaches(each, due)]
        if all(each.missing in {Missing.BLANK, Missing.NONE} for each in seen):
            yield warning("actual-missing", row.place, period=due)
        elif all(each.missing in _TOLD for each in seen):
            yield info("actual-pending", row.place, period=due)


def _end_of_columns(plan: Audited) -> date | None:
    return max(
        (
            seen.column.end
            for row in plan.rows
            for seen in row.indicator.observations
            if seen.column is not None
            and seen.missing is None
            and seen.status is not Status.FORECAST
        ),
        default=None,
    )


def _due(row: Row, day: date | None) -> Period | None:
    """Return the latest period of a target that has ended by *day*."""
    periods = [each.period for each in row.indicator.targets if each.period is not None]
    ended = [each for each in periods if day is not None and each.end <= day]
    return max(ended, key=lambda each: each.end, default=None)


def _reaches(seen: Observation, due: Period) -> bool:
    """Whether an observation is for that time or later, as far as is known."""
    return seen.placed is None or seen.placed.end >= due.start


def target_before_baseline(row: Row) -> Iterator[Finding]:
    """The last target is for a time before that of the value it starts from."""
    start = row.evaluation.baseline and row.evaluation.baseline.placed
    periods = [each.period for each in row.indicator.targets if each.period is not None]
    last = max(periods, key=lambda each: each.end, default=None)
    if start is not None and last is not None and last.end < start.start:
        yield warning("target-before-baseline", row.place, target=last, baseline=start)


def benchmark_lag(row: Row) -> Iterator[Finding]:
    """A benchmark is, or is not, of the year that the target asks for."""
    if not row.evaluation.parts and not _asks_for_lag(row.evaluation.rule):
        return
    asked = [leaf.judgement for leaf in leaves_of(row) if _asks_for_lag(leaf.judgement.rule)]
    if any(each.reason is Reason.BENCHMARK_PERIOD_DIFFERS for each in asked):
        yield warning("benchmark-lag-differs", row.place, rule=asked[0].rule)
    elif asked and all(map(_is_timed, asked)):
        yield info("benchmark-lag-confirmed", row.place, rule=asked[0].rule)


def _asks_for_lag(rule: Rule | None) -> bool:
    return rule is not None and rule.is_timed


def _is_timed(judgement: Judgement) -> bool:
    """Whether a benchmark was found, and its period known."""
    return judgement.reference is not None and Flag.BENCHMARK_PERIOD_UNKNOWN not in judgement.flags


def forecast_as_actual(row: Row) -> Iterator[Finding]:
    """A value among the actuals is only expected."""
    for seen in row.indicator.observations:
        given = [part.observation for part in seen.parts] or [seen]
        if Status.FORECAST in {seen.status, *(each.status for each in given)}:
            yield info("forecast-as-actual", row.place, actual=seen)


def era_overrun(row: Row) -> Iterator[Finding]:
    """A year is written in an era that had ended by then, or had not begun."""
    source = row.indicator.source
    for cell in source.cells if source else ():
        for note in cell.notes:
            if note.code in _ERA_NOTES:
                shown = cell.text[note.start : note.end]
                place = _in_column(row.place, cell.heading)
                yield info("era-overrun", place, shown=shown, note=note)


def _in_column(place: Place, heading: str) -> Place:
    where = place.location
    return attrs.evolve(place, location=where and attrs.evolve(where, column=heading))
