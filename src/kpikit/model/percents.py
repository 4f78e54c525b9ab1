"""The rates in % that publishers print, of numbers that stand in one unit.

Who looks for the rule of a whole column (:mod:`kpikit.analysis.reconcile`) takes them from here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from kpikit.model.quantity import EXACT

__all__ = ["Percents", "percents_of"]

_HUNDRED: Final = Decimal(100)
_TWO_HUNDRED: Final = Decimal(200)


class Percents(NamedTuple):
    """The rates in % of an actual, by their formulas; ``None`` where one is not defined.

    >>> Percents(Decimal(75), None, None, None).achievement
    Decimal('75')
    """

    #: a/t.
    achievement: Decimal | None
    #: 2 − a/t.
    mirrored: Decimal | None
    #: t/a.
    inverse: Decimal | None
    #: (a − b)/(t − b).
    progress: Decimal | None


def percents_of(actual: Decimal, target: Decimal, start: Decimal | None) -> Percents:
    """Return the rates in % of an actual beside a target, and from a start where there is one.

    >>> percents_of(Decimal(41), Decimal(50), Decimal(32)).progress
    Decimal('50')
    """
    rate = _share(actual, target)
    mirrored = None if rate is None else EXACT.subtract(_TWO_HUNDRED, rate)
    covered = None
    if start is not None:
        covered = _share(EXACT.subtract(actual, start), EXACT.subtract(target, start))
    return Percents(rate, mirrored, _share(target, actual), covered)


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return EXACT.divide(EXACT.multiply(part, _HUNDRED), whole) if whole else None
