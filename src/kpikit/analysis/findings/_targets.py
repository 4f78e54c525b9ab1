"""Findings about targets and time: what was met from the start, loosened, overdue, misdated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

import attrs

from kpikit.analysis.editions import Kind, compare
from kpikit.analysis.findings._rows import Audited, Row, leaves_of, place_of
from kpikit.analysis.findings.finding import Finding, Place, info, warning
from kpikit.judging.evaluation import Evaluation
from kpikit.model.comparison import align
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Target
from kpikit.model.judgement import Judgement
from kpikit.model.observation import Missing, Observation, Part, Status
from kpikit.model.period import CalendarYear, FiscalYear, Period, contains
from kpikit.model.rule import Rule
from kpikit.model.verdict import Direction, Flag, Reason, Verdict


def bettered_at_baseline(row: Row) -> Iterator[Finding]:
    """The value at the start is already strictly better than the last target."""
    start, target = row.evaluation.baseline, _last(row.evaluation)
    if start is None or target is None or not _names_level(target.rule):
        return
    given = row.evaluation.evidence
    evidence = Evidence(
        given.name,
        start,
        given.baseline,
        direction=given.direction,
        nouns=given.nouns,
        given_direction=given.given_direction,
    )
    for judgement, seen, told in _single(target.rule.judge(evidence), start):
        if _is_bettered(judgement, seen, row.name):
            yield warning(
                "target-bettered-at-baseline",
                row.place,
                spelling=row.spelling,
                rule=judgement.rule,
                baseline=told,
            )
            break


def _names_level(rule: Rule) -> bool:
    return any(each.level is not None for each in rule.each())


def _last(evaluation: Evaluation) -> Target | None:
    """Return the target that is to be met last; of those without a period the last one given."""
    targets = evaluation.indicator.targets
    return max(targets, key=lambda each: _end(each.period), default=None)


def _end(period: Period | None) -> date:
    return date.max if period is None else period.end


def _single(
    judgement: Judgement, seen: Observation | None
) -> Iterator[tuple[Judgement, Observation | None, Observation | None]]:
    """Yield each part, its value, and the value as it is told: with its label."""
    if not judgement.parts:
        yield judgement, seen, seen
    for part in judgement.parts:
        own = part.observation
        told = own and Observation(None, parts=[Part(part.label, own)])
        yield part.judgement, own, told


def _is_bettered(judgement: Judgement, seen: Observation | None, name: str) -> bool:
    if judgement.verdict is not Verdict.ACHIEVED:
        return False
    stricter = judgement.rule and judgement.rule.stricter()
    if stricter is None or Flag.PART_OF_TOTAL in judgement.flags:
        return False
    return stricter.judge(Evidence(name, seen)).verdict is Verdict.ACHIEVED


def not_monotone(row: Row) -> Iterator[Finding]:
    """A later target asks for less than an earlier one."""
    if len(row.indicator.targets) == 1:
        return
    targets = [each for each in row.indicator.targets if each.period is not None]
    in_order = sorted(targets, key=lambda each: _end(each.period))
    for one, other in pairwise(in_order):
        evidence = row.evaluation.evidence
        rules = one.rule.resolved(evidence), other.rule.resolved(evidence)
        if one.period != other.period and _is_looser(*rules, row.name):
            yield warning(
                "milestones-not-monotone",
                row.place,
                spelling=row.spelling,
                one=rules[0],
                other=rules[1],
                period=one.period,
                later=other.period,
            )
            break


def _is_looser(earlier: Rule, later: Rule, name: str) -> bool:
    """Whether a floor lies below the one before it, or a ceiling above."""
    one, other = earlier.goal, later.goal
    if one is None or other is None or earlier.way is None or earlier.way is not later.way:
        return False
    if earlier.way is Direction.LOWER:
        one, other = other, one
    pair = align(attrs.evolve(other, margin=None), attrs.evolve(one, margin=None), name)
    return not isinstance(pair, Reason) and pair.actual.value < pair.bound.value


def loosened(plan: Audited) -> Iterator[Finding]:
    """A target is easier to meet than it was in the edition before."""
    if plan.previous is None:
        return
    differences = compare(plan.previous, plan.result.plan).of(Kind.TARGET_LOOSENED)
    found = [(each.new, each.targets) for each in differences if each.new is not None]
    for new, (before, after) in found:
        place = place_of(new.sections, new.evaluation.indicator, new.position)
        one, other = (target and target.rule for target in (before, after))
        yield warning("target-loosened", place, one=one, other=other)


# -- time ------------------------------------------------------------------------------------------

#: Why there is no value yet, or none that may be told.
_TOLD: Final = frozenset({Missing.PENDING, Missing.NOT_PUBLISHED, Missing.SUPPRESSED})
_ERA_NOTES: Final = frozenset({"era-overrun", "era-not-begun"})


def period_mismatch(row: Row) -> Iterator[Finding]:
    """An actual is for another period than that of its column."""
    stated = (pair for seen in row.indicator.observations for pair in _stated(seen))
    found = [(period, column) for period, column in stated if not _belongs(period, column)]
    for period, column in dict.fromkeys(found):
        yield warning("period-mismatch", row.place, period=period, column=column)


def _stated(seen: Observation) -> Iterator[tuple[Period, Period]]:
    """Yield the periods that an actual states, each with that of its column."""
    given = [part.observation.period for part in seen.parts] or [seen.period]
    for period in given:
        if period is not None and seen.column is not None:
            yield period, seen.column


def _belongs(period: Period, column: Period) -> bool:
    """Whether a value for *period* may stand in the column: part of it, or a total up to it."""
    if period == column:
        return True
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
            yield info("forecast-as-actual", row.place, spelling=row.spelling, actual=seen)


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
