"""How an actual stands to a target or a baseline: better, the same, worse, or any of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kpikit.analysis.scheme.band import ANYWHERE, Position
from kpikit.analysis.scheme.choices import Tolerance
from kpikit.model.comparison import Aligned, align, at_least, at_most
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.verdict import Direction, Reason, Verdict

__all__ = ["by_verdict", "of_target", "to_baseline", "to_target"]

_HUNDRED: Final = Decimal(100)
_BY_VERDICT: Final = {
    Verdict.ACHIEVED: frozenset({Position.BETTER, Position.SAME}),
    Verdict.NOT_ACHIEVED: frozenset({Position.WORSE}),
}


def by_verdict(verdict: Verdict) -> frozenset[Position]:
    """Return how an actual may stand to a target of which only the verdict is known."""
    return _BY_VERDICT.get(verdict, ANYWHERE)


def to_target(
    actual: Quantity, aim: Quantity, name: str, direction: Direction, *, strict: bool
) -> frozenset[Position]:
    """Return how *actual* may stand to *aim*, which is not enough itself if *strict*."""
    pair = align(actual, aim, name)
    if isinstance(pair, Reason):
        return ANYWHERE
    found = _stand(pair.actual, pair.bound, pair.bound, direction)
    if strict and Position.SAME in found:
        return found - {Position.SAME} | {Position.WORSE}
    return found


def to_baseline(
    actual: Quantity, baseline: Quantity, name: str, direction: Direction, tolerance: Tolerance
) -> frozenset[Position]:
    """Return how *actual* may stand to *baseline*, near which it counts as the same."""
    pair = align(actual, baseline, name) if baseline.is_point else None
    if not isinstance(pair, Aligned):
        return ANYWHERE
    size = EXACT.divide(abs(pair.bound.value), _HUNDRED)
    up, down = tolerance.better, tolerance.worse
    if direction is Direction.LOWER:
        up, down = down, up
    low = pair.bound.plus(EXACT.multiply(size, EXACT.minus(down)))
    return _stand(pair.actual, low, pair.bound.plus(EXACT.multiply(size, up)), direction)


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
