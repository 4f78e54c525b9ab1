"""How an actual stands to a target or a baseline: better, the same, worse, or any of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kpikit.analysis.scheme.band import ANYWHERE, Position
from kpikit.analysis.scheme.choices import Tolerance
from kpikit.model.comparison import Aligned, align
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
    found = _stand(pair.actual, pair.bound.value, pair.bound.value, direction)
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
    start = pair.bound.value
    size = EXACT.divide(abs(start), _HUNDRED)
    up, down = tolerance.better, tolerance.worse
    if direction is Direction.LOWER:
        up, down = down, up
    low = EXACT.subtract(start, EXACT.multiply(size, down))
    high = EXACT.add(start, EXACT.multiply(size, up))
    return _stand(pair.actual, low, high, direction)


def of_target(
    aim: Quantity, baseline: Quantity, name: str, direction: Direction
) -> Position | None:
    """Return how the target stands to the baseline, or ``None`` if they cannot be compared."""
    pair = align(baseline, aim, name)
    if isinstance(pair, Reason) or not pair.actual.is_point:
        return None
    start, end = pair.actual.value, pair.bound.value
    if start == end:
        return Position.SAME
    return Position.BETTER if (end > start) is (direction is Direction.HIGHER) else Position.WORSE


def _stand(
    actual: Quantity, low: Decimal, high: Decimal, direction: Direction
) -> frozenset[Position]:
    """Say whether numbers of *actual* lie above *high*, below *low*, or between the two."""
    found: set[Position] = set()
    best, worst = Position.BETTER, Position.WORSE
    if direction is Direction.LOWER:
        best, worst = worst, best
    if actual.upper is None or actual.upper > high:
        found.add(best)
    if actual.lower is None or actual.lower < low:
        found.add(worst)
    if _meets(actual, low, high):
        found.add(Position.SAME)
    return frozenset(found)


def _meets(actual: Quantity, low: Decimal, high: Decimal) -> bool:
    start, end = actual.lower, actual.upper
    if start is not None and (start > high or (start == high and not actual.lower_closed)):
        return False
    return end is None or not (end < low or (end == low and not actual.upper_closed))
