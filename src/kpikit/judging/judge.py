"""Evaluate: one indicator against one observation, or a whole plan.

The verdict is told in this order: not applicable; target unreadable; achieved; not due;
the rest. A target met before its date is achieved and flagged as early, but for a value to
be *maintained* and for a ceiling on a running total, which only its date can show: on 累計, and
on the count of the first months of the very period that the target is for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from types import NoneType
from typing import NamedTuple, overload

import attrs

from kpikit.judging.dated import dated
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.result import PlanEvaluation, SectionEvaluation
from kpikit.model._given import check_day, check_given
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, Target, sharing_of
from kpikit.model.judgement import Judgement
from kpikit.model.observation import Observation, Status
from kpikit.model.plan import Plan, Section
from kpikit.model.printed import GivenDirection
from kpikit.model.reproduced import Columns, with_printed
from kpikit.model.sense import NOUNS, Body, Nouns, body_beside, body_of, nouns_of
from kpikit.model.series import first_value, given_start, latest, preceding, year_before
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = ["evaluate"]

STATUS_FLAGS = {Status.FORECAST: Flag.FORECAST, Status.PROVISIONAL: Flag.PROVISIONAL}


class _Settings(NamedTuple):
    """What the caller says beside the data."""

    as_of: date | None
    final: bool
    direction: Direction | None
    nouns: Nouns
    assume: Direction | None
    #: The columns of printed results.
    columns: Columns
    #: The kind of body that the title of a section around it tells, the innermost first, or else
    #: the indicators beside it.
    body: Body | None = None
    #: Whether the caller has named the day of judging.
    is_told: bool = False

    def on(self, day: date | None) -> _Settings:
        """Return the same for a day of judging, unless the caller has named one."""
        return self if self.as_of else self._replace(as_of=day)


@overload
def evaluate(
    subject: Indicator,
    observation: Observation | None = None,
    /,
    *,
    as_of: date | None = None,
    final: bool = False,
    direction: Direction | None = None,
    nouns: Nouns | Collection[str] = NOUNS,
    assume: Direction | None = None,
) -> Evaluation: ...


@overload
def evaluate(
    subject: Plan,
    /,
    *,
    as_of: date | None = None,
    final: bool = False,
    nouns: Nouns | Collection[str] = NOUNS,
    assume: Direction | None = None,
) -> PlanEvaluation: ...


def evaluate(
    subject: Indicator | Plan,
    observation: Observation | None = None,
    /,
    *,
    as_of: date | None = None,
    final: bool = False,
    direction: Direction | None = None,
    nouns: Nouns | Collection[str] = NOUNS,
    assume: Direction | None = None,
) -> Evaluation | PlanEvaluation:
    """Judge an indicator, or every indicator of a plan.

    Args:
        subject: The indicator, or the plan.
        observation: The actual; by default that of the latest column not after *as_of*.
        as_of: The day of judging, inclusive. By default the end of the latest column that has
            an actual (a forecast is none, unless there is nothing else), in a plan that of all
            its indicators; never today.
        final: Whether to judge the last target rather than that of the actual's period.
        direction: Which way is better, if the caller knows; an indicator's own comes first, and
            what a column of the table says comes after.
        nouns: The nouns of names that say which way is better; plain words are head nouns where
            less is.
        assume: Which way is better where nothing tells. There is no default: what nothing tells
            stays unknown, and is asked once (:attr:`kpikit.model.plan.Plan.questions`).

    Returns:
        For an indicator its evaluation, for a plan a tree of them.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> kk.evaluate(usage, kk.Observation(kk.FiscalYear(2023), kk.Quantity("48.2", "%"))).verdict
    Verdict.NOT_ACHIEVED
    """
    _check(subject, observation, as_of, direction, assume)
    table = nouns_of(nouns)
    settings = _Settings(
        as_of, final, direction, table, assume, Columns(nouns=table), is_told=as_of is not None
    )
    if isinstance(subject, Plan):
        return _evaluate_plan(subject, settings)
    if observation is not None:
        placed = observation.placed
        return _judge(subject, observation, settings.on(placed and placed.end))
    settings = settings.on(_latest_day([subject]))
    return _judge(subject, latest(subject.observations, settings.as_of), settings)


def _check(
    subject: object, observation: object, as_of: object, direction: object, assume: object
) -> None:
    """Say what was expected, where a caller gives something else."""
    check_given("evaluate", subject, "Indicator | Plan", Indicator, Plan)
    check_day("evaluate(as_of=)", as_of)
    check_given("evaluate(assume=)", assume, "Direction", Direction, NoneType)
    if isinstance(subject, Plan):
        check_given("evaluate(observation)", observation, "None (Plan)", NoneType)
        check_given("evaluate(direction=)", direction, "None (Plan; assume=)", NoneType)
    wanted = "Observation (kpikit.read_actual(…).value)"
    check_given("evaluate(observation)", observation, wanted, Observation, NoneType)
    check_given("evaluate(direction=)", direction, "Direction", Direction, NoneType)


def _evaluate_plan(plan: Plan, settings: _Settings) -> PlanEvaluation:
    indicators = tuple(plan.indicators())
    settings = settings.on(_latest_day(indicators))._replace(
        columns=Columns(indicators, settings.nouns), body=body_of([plan.title])
    )
    sections = tuple(_evaluate_section(each, settings) for each in plan.sections)
    return PlanEvaluation(plan, sections, settings.as_of)


def _evaluate_section(section: Section, settings: _Settings) -> SectionEvaluation:
    body = body_of([section.title])
    if body is None and settings.body is None:
        body = body_beside([each.name for each in section.indicators])
    if body is not None:
        settings = settings._replace(body=body)
    return SectionEvaluation(
        section,
        tuple(
            _judge(each, latest(each.observations, settings.as_of), settings)
            for each in section.indicators
        ),
        tuple(_evaluate_section(each, settings) for each in section.sections),
    )


def _latest_day(indicators: Collection[Indicator]) -> date | None:
    """Return the end of the latest column that has an actual, else of the latest forecast."""
    return _latest_end(indicators, forecast=False) or _latest_end(indicators, forecast=True)


def _latest_end(indicators: Iterable[Indicator], *, forecast: bool) -> date | None:
    days = (
        placed.end
        for indicator in indicators
        for seen in indicator.observations
        if (seen.status is Status.FORECAST) is forecast
        and seen.missing is None
        and (placed := seen.column or seen.period) is not None
    )
    return max(days, default=None)


def _judge(indicator: Indicator, seen: Observation | None, settings: _Settings) -> Evaluation:
    target = _target(indicator.targets, seen, settings)
    if target is None:
        known = _evidence(indicator, None, seen, settings)
        judgement = Judgement(Verdict.INDETERMINATE, Reason.TARGET_UNREADABLE)
        return Evaluation(indicator, _with_status(judgement, seen), None, known, settings.as_of)
    judged = _against(indicator, target, seen, settings)
    if _is_of_any(indicator.targets, seen, settings):
        others = (_against(indicator, each, seen, settings) for each in indicator.targets)
        if {each.verdict for each in others} != {judged.verdict}:
            answer, is_said = judged.judgement, seen is not None and bool(seen.unread)
            why = Reason.ACTUAL_YEAR_UNKNOWN if is_said else Reason.ACTUAL_UNDATED
            judgement = answer.changed_to(Verdict.INDETERMINATE, why)
            flags = tuple(flag for flag in judgement.flags if flag is not Flag.EARLY)
            judgement = attrs.evolve(judgement, flags=flags)
            return attrs.evolve(judged, judgement=judgement)
    return judged


def _against(
    indicator: Indicator, target: Target, seen: Observation | None, settings: _Settings
) -> Evaluation:
    """Judge an observation against one of the targets of an indicator."""
    known = _evidence(indicator, target, seen, settings)
    is_given = given_start(known.baseline) is not None
    first = first_value(indicator.observations, seen) if seen and not is_given else None
    judgement, evidence = _started(indicator, target, known, first)
    judgement = _with_status(dated(judgement, target, evidence, settings.as_of), seen)
    return Evaluation(indicator, judgement, target, evidence, settings.as_of)


def _evidence(
    indicator: Indicator, target: Target | None, seen: Observation | None, settings: _Settings
) -> Evidence:
    """Return what a target is judged by."""
    direction, column = _direction(indicator, settings)
    baseline = indicator.baseline_observation
    start = given_start(baseline)
    known = Evidence(
        indicator.name,
        seen,
        baseline,
        year_before(indicator.observations, seen) or year_before((start,) if start else (), seen),
        direction,
        settings.nouns,
        preceding(indicator.observations, seen),
        column,
        body_of([indicator.name]) or settings.body,
        assumed=settings.assume,
    )
    if target is None or not indicator.printed:
        return known
    return with_printed(known, indicator, target.rule, settings.columns)


def _started(
    indicator: Indicator, target: Target, evidence: Evidence, first: Observation | None
) -> tuple[Judgement, Evidence]:
    """Judge, and where that makes a difference take the earliest value for that at the start."""
    own = sharing_of(indicator.targets, target, evidence)
    judgement = target.rule.judge(own)
    is_settled = judgement.reason is None and not target.rule.is_undirected
    if first is None or is_settled:
        return judgement, own
    started = sharing_of(indicator.targets, target, attrs.evolve(evidence, baseline=first))
    other = target.rule.judge(started)
    if other == judgement:
        return judgement, own
    return other.flagged(Flag.START_FROM_FIRST_VALUE), started


def _direction(
    indicator: Indicator, settings: _Settings
) -> tuple[Direction | None, GivenDirection | None]:
    """Return which way is better by the caller, else by a column, and the cell that says so."""
    said, column = indicator.direction or settings.direction, indicator.given_direction
    if said is not None or column is None or column.direction is None:
        return said, None
    return column.direction, column


def _target(
    targets: tuple[Target, ...], seen: Observation | None, settings: _Settings
) -> Target | None:
    """Return the target of the actual's period, else the next later one, else the last."""
    if len(targets) <= 1:
        return targets[0] if targets else None
    ordered = sorted(targets, key=_due)
    placed = seen.placed.end if seen is not None and seen.placed else settings.as_of
    later = [each for each in ordered if placed is not None and placed <= _due(each) < date.max]
    if later and not settings.final:
        return later[0]
    return ordered[-1]


def _is_of_any(targets: tuple[Target, ...], seen: Observation | None, settings: _Settings) -> bool:
    """Whether a value without a date may be that of each of several dated targets."""
    is_dated = seen is None or seen.placed is not None or settings.is_told
    several = sum(each.period is not None for each in targets) > 1
    return several and not (is_dated or settings.final)


def _due(target: Target) -> date:
    """Return when a target is due; one without a period comes last."""
    return target.period.end if target.period is not None else date.max


def _with_status(judgement: Judgement, seen: Observation | None) -> Judgement:
    """Flag what is a forecast or provisional, in whole or in part."""
    if seen is None:
        return judgement
    if seen.status is not Status.FINAL:
        judgement = judgement.flagged(STATUS_FLAGS[seen.status])
    for part in seen.parts:
        judgement = _with_status(judgement, part.observation)
    return judgement
