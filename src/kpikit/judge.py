"""Evaluate: one indicator against one observation, or a whole plan.

The verdict is told in this order: not applicable; target unreadable; achieved; not due;
the rest. A target met before its date is achieved and flagged as early, but for a value to
be *maintained* and for a ceiling on a running total, which only its date can show.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import overload

import attrs

from kpikit.evaluation import Evaluation
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.indicator import Indicator, Target
from kpikit.naming import LOWER_IS_BETTER
from kpikit.observation import Missing, Observation, Status
from kpikit.period import fiscal_year_of
from kpikit.plan import Plan, Section
from kpikit.result import PlanEvaluation, SectionEvaluation
from kpikit.rule import AtMost, Maintain, Unset
from kpikit.verdict import Direction, Flag, Reason, Verdict

__all__ = ["evaluate"]

_STATUS_FLAGS = {Status.FORECAST: Flag.FORECAST, Status.PROVISIONAL: Flag.PROVISIONAL}
_CUMULATIVE = "累計"


@attrs.frozen
class _Settings:
    """What the caller says beside the data."""

    as_of: date | None
    final: bool
    direction: Direction | None
    nouns: Collection[str]


@overload
def evaluate(
    subject: Indicator,
    observation: Observation | None = None,
    /,
    *,
    as_of: date | None = None,
    final: bool = False,
    direction: Direction | None = None,
    nouns: Collection[str] = LOWER_IS_BETTER,
) -> Evaluation: ...


@overload
def evaluate(
    subject: Plan,
    /,
    *,
    as_of: date | None = None,
    final: bool = False,
    nouns: Collection[str] = LOWER_IS_BETTER,
) -> PlanEvaluation: ...


def evaluate(  # noqa: PLR0913 - what a caller may say beside the data, by keyword
    subject: Indicator | Plan,
    observation: Observation | None = None,
    /,
    *,
    as_of: date | None = None,
    final: bool = False,
    direction: Direction | None = None,
    nouns: Collection[str] = LOWER_IS_BETTER,
) -> Evaluation | PlanEvaluation:
    """Judge an indicator, or every indicator of a plan.

    Args:
        subject: The indicator, or the plan.
        observation: The actual; by default that of the latest column not after *as_of*.
        as_of: The day of judging, inclusive. By default the end of the latest column that has
            an actual, in a plan that of all its indicators; never today.
        final: Whether to judge the last target rather than that of the actual's period.
        direction: Which way is better, if the caller knows; an indicator's own comes first.
        nouns: Head nouns of names where less is better.

    Returns:
        For an indicator its evaluation, for a plan a tree of them.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> kk.evaluate(usage, kk.Observation(kk.FiscalYear(2023), kk.Quantity("48.2", "%"))).verdict
    Verdict.NOT_ACHIEVED
    """
    if isinstance(subject, Plan):
        day = as_of or _latest_day(subject.indicators())
        settings = _Settings(day, final, direction, nouns)
        return PlanEvaluation(
            subject, tuple(_evaluate_section(each, settings) for each in subject.sections), day
        )
    if observation is not None:
        placed = observation.placed
        day = as_of or (placed and placed.end)
        return _judge(subject, observation, _Settings(day, final, direction, nouns))
    day = as_of or _latest_day([subject])
    settings = _Settings(day, final, direction, nouns)
    return _judge(subject, _latest(subject.observations, day), settings)


def _evaluate_section(section: Section, settings: _Settings) -> SectionEvaluation:
    return SectionEvaluation(
        section,
        tuple(
            _judge(each, _latest(each.observations, settings.as_of), settings)
            for each in section.indicators
        ),
        tuple(_evaluate_section(each, settings) for each in section.sections),
    )


def _latest_day(indicators: Iterable[Indicator]) -> date | None:
    """Return the end of the latest column that has an actual."""
    days = [
        seen.placed.end
        for indicator in indicators
        for seen in indicator.observations
        if seen.placed is not None and seen.missing is None
    ]
    return max(days, default=None)


def _latest(observations: tuple[Observation, ...], day: date | None) -> Observation | None:
    """Return the last observation not after *day*; one without a period counts as the first."""
    latest, latest_end = None, date.min
    for seen in observations:
        end = seen.placed.end if seen.placed else date.min
        if (day is None or end <= day) and end >= latest_end:
            latest, latest_end = seen, end
    return latest


def _judge(indicator: Indicator, seen: Observation | None, settings: _Settings) -> Evaluation:
    evidence = Evidence(
        indicator.name,
        seen,
        indicator.baseline_observation,
        _year_before(indicator.observations, seen),
        indicator.direction or settings.direction,
        settings.nouns,
    )
    target = _target(indicator.targets, seen, settings)
    if target is None:
        judgement = Judgement(Verdict.INDETERMINATE, Reason.TARGET_UNREADABLE)
    else:
        judgement = _dated(target.rule.judge(evidence), target, indicator.name, settings.as_of)
    if seen is not None and seen.status is not Status.FINAL:
        judgement = judgement.flagged(_STATUS_FLAGS[seen.status])
    return Evaluation(indicator, judgement, target, evidence, settings.as_of)


def _target(
    targets: tuple[Target, ...], seen: Observation | None, settings: _Settings
) -> Target | None:
    """Return the target of the actual's period, else the next later one, else the last."""
    if len(targets) <= 1:
        return targets[0] if targets else None
    dated = sorted(
        ((each.period.end, index) for index, each in enumerate(targets) if each.period),
    )
    placed = seen.placed.end if seen is not None and seen.placed else settings.as_of
    later = [index for end, index in dated if placed is not None and end >= placed]
    if later and not settings.final:
        return targets[later[0]]
    undated = [each for each in targets if each.period is None]
    return undated[-1] if undated else targets[dated[-1][1]]


def _dated(judgement: Judgement, target: Target, name: str, day: date | None) -> Judgement:
    """Look at the target's date: what is not yet due is not missed."""
    not_due = target.period is not None and day is not None and target.period.end > day
    if not not_due or judgement.verdict is Verdict.NOT_APPLICABLE:
        return judgement
    if judgement.verdict is Verdict.ACHIEVED and not _waits(judgement, name):
        return judgement.flagged(Flag.EARLY)
    return attrs.evolve(judgement, verdict=Verdict.NOT_DUE, reason=Reason.NOT_YET_DUE)


def _waits(judgement: Judgement, name: str) -> bool:
    """Whether only the date can show that it is met: a value to keep, a total's ceiling."""
    rule = judgement.rule
    if isinstance(rule, AtMost) and _CUMULATIVE in (rule.bound.statistic, *_statistics(name)):
        return True
    parts = judgement.parts
    return isinstance(rule, Maintain) or any(_waits(each.judgement, name) for each in parts)


def _statistics(name: str) -> tuple[str, ...]:
    return (_CUMULATIVE,) if _CUMULATIVE in name else ()


def _year_before(
    observations: tuple[Observation, ...], seen: Observation | None
) -> Observation | None:
    """Return the observation of the fiscal year before that of *seen*."""
    if len(observations) <= 1 or seen is None or seen.placed is None:
        return None
    year = fiscal_year_of(seen.placed)
    if year is None:
        return None
    for other in observations:
        if other.placed is not None and fiscal_year_of(other.placed) == year - 1:
            return other
    return None
