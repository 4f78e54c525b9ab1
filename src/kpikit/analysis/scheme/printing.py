"""A rate in % as a body prints it."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from kpikit.analysis.scheme.choices import Rounding, RoundingMode
from kpikit.model.quantity import EXACT

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["percent_text", "rounded"]

_HUNDRED: Final = Decimal(100)
_MODES: Final = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.TRUNCATE: ROUND_DOWN,
}


def rounded(percent: Decimal, rounding: Rounding) -> Decimal:
    """Round a rate in %; one with more digits than can be told apart stays as it is.

    >>> rounded(Decimal("129.075"), Rounding(1, RoundingMode.TRUNCATE))
    Decimal('129.0')
    """
    if percent.adjusted() + rounding.places >= EXACT.prec:
        return percent
    step = Decimal(1).scaleb(-rounding.places)
    return percent.quantize(step, _MODES[rounding.mode], EXACT)


def percent_text(scheme: Scheme, low: Decimal | None, high: Decimal | None) -> str:
    """Write a rate in %, or the two ends of one that is an interval, if they print differently."""
    ends = ["" if end is None else _text(scheme, end) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "~".join(ends)


def _text(scheme: Scheme, percent: Decimal) -> str:
    if scheme.above_hundred and percent > _HUNDRED:
        return scheme.above_hundred
    if scheme.below_zero and percent < 0:
        return scheme.below_zero
    shown = rounded(percent, scheme.rounding) if scheme.rounding else EXACT.normalize(percent)
    return f"{abs(shown) if shown == 0 else shown:f}%"
