"""Which of an indicator's targets a scheme rates against, and how much of its time has passed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from kpikit.analysis.scheme.choices import Against
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.judging.rates import expected_rate
from kpikit.model.indicator import Target
from kpikit.model.period import Date, fiscal_year_of
from kpikit.model.quantity import EXACT

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["against", "elapsed_share"]

_HUNDRED: Final = Decimal(100)


def against(scheme: Scheme, evaluation: Evaluation) -> Evaluation | str:
    """Return the evaluation against the target that *scheme* takes, or why there is none."""
    targets = evaluation.indicator.targets
    if not targets:
        return evaluation
    if scheme.against is Against.INTERIM:
        return _half_way(targets, evaluation)
    if len(targets) == 1 and targets[0].period is None:
        return evaluation
    if scheme.against is Against.YEAR:
        return _of_year(targets, evaluation)
    return _judged(evaluation, _last(targets))


def _of_year(targets: tuple[Target, ...], evaluation: Evaluation) -> Evaluation | str:
    seen = evaluation.observation
    placed = seen and seen.placed
    year = fiscal_year_of(placed) if placed else None
    for target in targets:
        due = fiscal_year_of(target.period) if target.period else None
        if due is None or year is None:
            if len(targets) == 1:
                return evaluation
        elif due == year:
            return _judged(evaluation, target)
    return "no-target-of-year"


def _half_way(targets: tuple[Target, ...], evaluation: Evaluation) -> Evaluation | str:
    """Return the next target not before the actual, but not the last one."""
    last = _last(targets)
    earlier = tuple(
        sorted((each for each in targets if each is not last and each.period), key=_due)
    )
    if not earlier:
        return "no-interim-target"
    seen = evaluation.observation
    placed = seen and seen.placed
    later = [each for each in earlier if placed and _due(each) >= placed.end.toordinal()]
    return _judged(evaluation, later[0] if later else earlier[-1])


def _due(target: Target) -> int:
    return target.period.end.toordinal() if target.period else 0


def _last(targets: tuple[Target, ...]) -> Target:
    """Return the last target: that of the plan as a whole, else the latest."""
    undated = [each for each in targets if each.period is None]
    return undated[-1] if undated else max(targets, key=_due)


def _judged(evaluation: Evaluation, target: Target) -> Evaluation:
    """Judge the same actual against another of the indicator's targets."""
    if evaluation.target is target or evaluation.target == target:
        return evaluation
    evidence = evaluation.evidence
    return evaluate(
        attrs.evolve(evaluation.indicator, target=(target,)),
        evaluation.observation,
        as_of=evaluation.as_of,
        direction=evidence.direction,
        nouns=evidence.nouns,
    )


def elapsed_share(scheme: Scheme, evaluation: Evaluation, as_of: date | None) -> Decimal | str:
    """Return the share in % that has passed on the day of grading, or why it is not known."""
    day = as_of or evaluation.as_of
    if scheme.elapsed:
        year = fiscal_year_of(Date.from_date(day)) if day else None
        return dict(scheme.elapsed).get(year or 0, "year-not-in-plan")
    start = evaluation.baseline and evaluation.baseline.placed
    end = evaluation.target and evaluation.target.period
    if start is None or end is None or day is None:
        return "periods-missing"
    expected = expected_rate(start, end, day)
    if expected.value is None:
        return expected.undefined
    return EXACT.multiply(expected.value, _HUNDRED) or "no-time-elapsed"
