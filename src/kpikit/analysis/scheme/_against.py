"""What a scheme grades against: a target, the time that has passed, where an actual stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from kpikit.analysis.scheme._terms import ANYWHERE, Against, Position, Tolerance
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.judging.rates import expected_rate
from kpikit.model.comparison import Aligned, align, at_least, at_most
from kpikit.model.indicator import Target
from kpikit.model.period import Date, fiscal_year_of
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.verdict import Direction, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme


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
        assume=evidence.assumed,
    )


def aim_of(evaluation: Evaluation, actual: Quantity) -> tuple[Quantity | None, Direction | None]:
    """Return the number aimed for and which way is better.

    That of a benchmark, or of a cut from a base, is the end of what meets the rule.
    """
    rule, name = evaluation.rule, evaluation.indicator.name
    if rule is None:
        return None, None
    aim = rule.aim
    if rule.level is not None or (aim and isinstance(align(actual, aim, name), Aligned)):
        return aim, rule.way
    zone = rule.zone(evaluation.judgement.reference, actual, name)
    ends = {zone.lower, zone.upper} - {None} if zone is not None else set[Decimal | None]()
    if zone is None or len(ends) != 1:
        return aim, rule.way
    end = Quantity(ends.pop(), zone.unit, per=zone.per, statistic=zone.statistic)
    if zone.is_point:
        return end, rule.way
    return end, Direction.LOWER if zone.lower is None else Direction.HIGHER


def nearer_end(
    evaluation: Evaluation, actual: Quantity
) -> tuple[Quantity | None, Direction | None, bool]:
    """Return the nearer of the two numbers that a value is to lie between, and which way it leads.

    The last tells whether it lies between them; there is no number where the rule names no two.
    """
    rule, name = evaluation.rule, evaluation.indicator.name
    reference = evaluation.judgement.reference
    zone = None if rule is None else rule.zone(reference, actual, name)
    if zone is None or zone.is_point or zone.lower is None or zone.upper is None:
        return None, None, False
    low, high = (
        Quantity(end, zone.unit, per=zone.per, statistic=zone.statistic)
        for end in (zone.lower, zone.upper)
    )
    pair = align(actual, high, name)
    if isinstance(pair, Reason) or not pair.actual.is_point:
        return None, None, False
    is_above = pair.actual.value > pair.bound.value
    end, way = (high, Direction.LOWER) if is_above else (low, Direction.HIGHER)
    return end, way, evaluation.judgement.verdict is Verdict.ACHIEVED


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


def on_the_line(
    scheme: Scheme, evaluation: Evaluation, actual: Quantity, aim: Quantity
) -> tuple[Quantity, Quantity] | str:
    """Return what is beside what at the pace of the straight line, or why that is not known.

    That is the actual beside what is expected in its year, or what the actual comes to at its
    pace beside the target.
    """
    seen, start = evaluation.observation, evaluation.baseline
    share = elapsed_share(scheme, evaluation, seen.placed.end if seen and seen.placed else None)
    if isinstance(share, str):
        return share
    name = evaluation.indicator.name
    begun = start and start.quantity and align(start.quantity, aim, name)
    pair = align(actual, aim, name)
    if not isinstance(begun, Aligned) or not begun.actual.is_point:
        return Reason.BASELINE_UNUSABLE.value
    if isinstance(pair, Reason) or begun.bound.unit != pair.bound.unit:
        return Reason.UNITS_DIFFER.value
    base = begun.actual.value
    if scheme.against is Against.LINE:
        return pair.actual, _moved(pair.bound, base, share, _HUNDRED)
    return _moved(pair.actual, base, _HUNDRED, share), pair.bound


def _moved(value: Quantity, base: Decimal, factor: Decimal, over: Decimal) -> Quantity:
    """Return a value at another distance from a base, in the same sense."""
    return value.plus(EXACT.minus(base)).times(factor, value.unit, over=over).plus(base)


# -- where an actual stands ------------------------------------------------------------------------

_BY_VERDICT: Final = {
    Verdict.ACHIEVED: frozenset({Position.BETTER, Position.SAME}),
    Verdict.NOT_ACHIEVED: frozenset({Position.WORSE}),
}


def by_verdict(verdict: Verdict) -> frozenset[Position]:
    """Return how an actual may stand to a target of which only the verdict is known."""
    return _BY_VERDICT.get(verdict, ANYWHERE)


def to_target(
    actual: Quantity,
    aim: Quantity,
    name: str,
    direction: Direction,
    tolerance: Tolerance,
    *,
    strict: bool,
) -> frozenset[Position]:
    """Return how *actual* may stand to *aim*, which is not enough itself if *strict*."""
    found = to_value(actual, aim, name, direction, tolerance)
    if strict and Position.SAME in found:
        return found - {Position.SAME} | {Position.WORSE}
    return found


def to_value(
    actual: Quantity, value: Quantity, name: str, direction: Direction, tolerance: Tolerance
) -> frozenset[Position]:
    """Return how *actual* may stand to *value*, near which it counts as the same."""
    pair = align(actual, value, name) if value.is_point else None
    if not isinstance(pair, Aligned):
        return ANYWHERE
    if not (tolerance.better or tolerance.worse):
        return _stand(pair.actual, pair.bound, pair.bound, direction)
    is_lower_better = direction is Direction.LOWER
    low, high = tolerance.around(pair.bound.value, is_lower_better=is_lower_better)
    lowest, highest = (
        pair.bound.plus(EXACT.subtract(end, pair.bound.value)) for end in (low, high)
    )
    return _stand(pair.actual, lowest, highest, direction)


def of_target(
    aim: Quantity, baseline: Quantity, name: str, direction: Direction
) -> Position | None:
    """Return how the target stands to the baseline, or ``None`` if they cannot be compared."""
    pair = align(baseline, aim, name)
    if isinstance(pair, Reason) or not pair.actual.is_point:
        return None
    return next(iter(_stand(pair.bound, pair.actual, pair.actual, direction)))


def _stand(
    actual: Quantity, low: Quantity, high: Quantity, direction: Direction
) -> frozenset[Position]:
    """Say whether numbers of *actual* lie above *high*, below *low*, or between the two."""
    beyond = [at_least(actual, high, strict=True), at_most(actual, low, strict=True)]
    if direction is Direction.LOWER:
        beyond.reverse()
    within = {at_least(actual, low, strict=False), at_most(actual, high, strict=False)}
    found = {Position.BETTER: {beyond[0]}, Position.WORSE: {beyond[1]}, Position.SAME: within}
    return frozenset(each for each in found if Verdict.NOT_ACHIEVED not in found[each])
