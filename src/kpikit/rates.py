"""Rates, each by the name of its formula.

With a for the actual, b for the baseline and t for the target:

=============== ===================================================
``achievement`` a/t
``mirrored``    2 − a/t, for indicators where less is better
``inverse``     t/a, for indicators where less is better
``progress``    (a − b)/(t − b), whichever way is better
``remaining``   (t − a)/(t − b), what is left of the whole distance
``expected``    the share of the distance that is due at a date
=============== ===================================================

A rate over an interval is an interval. A rate that is not defined says why: it is never 0
and never infinite. Nothing is rounded or capped here; that belongs to a scheme.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from enum import unique
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.comparison import Aligned, align
from kpikit.messages import Language, say
from kpikit.quantity import EXACT, Quantity
from kpikit.unit import is_ratio
from kpikit.verdict import Reason

if TYPE_CHECKING:
    from kpikit.period import Period

__all__ = [
    "Formula",
    "Rate",
    "achievement_rate",
    "expected_rate",
    "inverse_rate",
    "mirrored_rate",
    "progress_rate",
    "rate_by",
    "remaining_gap",
    "remaining_rate",
]

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_TWO: Final = Decimal(2)
_MONTHS: Final = 12


@unique
class Formula(Code):
    """The formulas by which bodies rate an actual."""

    #: a/t.
    ACHIEVEMENT = "achievement"
    #: 2 − a/t.
    MIRRORED = "mirrored"
    #: t/a.
    INVERSE = "inverse"
    #: (a − b)/(t − b).
    PROGRESS = "progress"


@final
@attrs.frozen(repr=False)
class Rate(Value):
    """A ratio, where 1 is 100 %, or why it is not defined."""

    #: The formula by name: ``achievement``, ``progress`` …
    name: str
    #: The lower end, inclusive; ``None`` is unbounded, or not defined.
    lower: Decimal | None = None
    #: The upper end, inclusive; ``None`` is unbounded, or not defined.
    upper: Decimal | None = None
    #: Why it is not defined: ``zero-target``, ``zero-actual``, ``actual-may-be-zero``,
    #: ``baseline-equals-target``, ``no-time-between``, or a reason's value.
    undefined: str = ""

    @property
    def value(self) -> Decimal | None:
        """The ratio where it is a single number, else ``None``."""
        return self.lower if self.lower == self.upper else None

    def explain(self, lang: Language = "ja") -> str:
        """Say which formula it is, and why it is not defined where it is not.

        >>> achievement_rate(Quantity("1", "件"), Quantity("0", "件")).explain("en")
        'achievement rate (actual / target): not defined, since the target is 0'
        """
        name = say(f"rate-{self.name}", lang)
        if not self.undefined:
            return name
        why = say(f"undefined-{self.undefined}", lang)
        return say("rate-undefined", lang, name=name, why=why)


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
    return _covered("achievement", pair.actual, _ZERO, pair.bound.value)


def mirrored_rate(actual: Quantity, target: Quantity, name: str = "") -> Rate:
    """達成率 of an indicator where less is better: 2 − a/t.

    On target it is 1, at twice the target 0, and beyond that negative.

    >>> mirrored_rate(Quantity("0.24"), Quantity("0.30")).value
    Decimal('1.2')
    """
    straight = achievement_rate(actual, target, name)
    if straight.undefined:
        return Rate("mirrored", undefined=straight.undefined)
    return Rate("mirrored", _from(_TWO, straight.upper), _from(_TWO, straight.lower))


def inverse_rate(actual: Quantity, target: Quantity, name: str = "") -> Rate:
    """達成率 of an indicator where less is better: t/a.

    On target it is 1, at twice the target 0.5. Over an actual that may be zero there is none.

    >>> inverse_rate(Quantity("40", "人"), Quantity("30", "人")).value
    Decimal('0.75')
    """
    pair = align(actual, target, name)
    if isinstance(pair, Reason):
        return Rate("inverse", undefined=pair.value)
    low, high = pair.actual.lower, pair.actual.upper
    if low == high == 0:
        return Rate("inverse", undefined="zero-actual")
    if not _is_off_zero(pair.actual):
        return Rate("inverse", undefined="actual-may-be-zero")
    ends = [_over(pair.bound.value, low), _over(pair.bound.value, high)]
    if None in ends:  # zero is the open end of the actual: as near to it as one likes
        ends.sort(key=lambda end: (end is None) == (_is_rising(pair)))
        return Rate("inverse", *ends)
    return Rate("inverse", *sorted(end for end in ends if end is not None))


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
    return _covered("progress", pair.actual, start.actual.value, start.bound.value)
