"""Rates, each by the name of its formula.

A rate over an interval is an interval. A rate that is not defined says why: it is never 0
and never infinite. Nothing is rounded or capped here; that belongs to a scheme.
"""

from __future__ import annotations

from decimal import Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.comparison import align
from kpikit.quantity import EXACT, Quantity
from kpikit.verdict import Reason

__all__ = ["Rate", "achievement_rate", "progress_rate"]


@final
@attrs.frozen(repr=False)
class Rate(Value):
    """A ratio, where 1 is 100 %, or why it is not defined."""

    #: The formula by name: ``achievement`` or ``progress``.
    name: str
    #: The lower end, inclusive; ``None`` is unbounded, or not defined.
    lower: Decimal | None = None
    #: The upper end, inclusive; ``None`` is unbounded, or not defined.
    upper: Decimal | None = None
    #: Why it is not defined: ``zero-target``, ``baseline-equals-target``, or a reason's value.
    undefined: str = ""

    @property
    def value(self) -> Decimal | None:
        """The ratio where it is a single number, else ``None``."""
        return self.lower if self.lower == self.upper else None


def achievement_rate(actual: Quantity, target: Quantity, name: str = "") -> Rate:
    """達成率: actual over target. It says nothing about direction.

    Args:
        actual: What was measured.
        target: The number aimed for, a point.
        name: The indicator's name, which may state what a value leaves out.

    >>> achievement_rate(Quantity("150", "人"), Quantity("200", "人")).value
    Decimal('0.75')
    """
    pair = align(actual, target, name)
    if isinstance(pair, Reason):
        return Rate("achievement", undefined=pair.value)
    if pair.bound.value == 0:
        return Rate("achievement", undefined="zero-target")
    return _rate("achievement", pair.actual, Decimal(0), pair.bound.value)


def progress_rate(actual: Quantity, baseline: Quantity, target: Quantity, name: str = "") -> Rate:
    """進捗率: the distance covered from the baseline, (a − b)/(t − b).

    The same formula serves falling targets: numerator and denominator change sign together.

    >>> progress_rate(Quantity("48.2", "%"), Quantity("48", "%"), Quantity("55", "%")).value
    Decimal('0.0285714285714285714285714285714285714285714285714285714285714')
    """
    pair, start = align(actual, target, name), align(baseline, target, name)
    if isinstance(pair, Reason):
        return Rate("progress", undefined=pair.value)
    if isinstance(start, Reason) or not start.actual.is_point:
        return Rate("progress", undefined=Reason.BASELINE_UNUSABLE.value)
    if start.actual.value == start.bound.value:
        return Rate("progress", undefined="baseline-equals-target")
    return _rate("progress", pair.actual, start.actual.value, start.bound.value)


def _rate(name: str, actual: Quantity, start: Decimal, aim: Decimal) -> Rate:
    whole = EXACT.subtract(aim, start)

    def covered(end: Decimal | None) -> Decimal | None:
        return None if end is None else EXACT.divide(EXACT.subtract(end, start), whole)

    lower, upper = covered(actual.lower), covered(actual.upper)
    return Rate(name, lower, upper) if whole > 0 else Rate(name, upper, lower)
