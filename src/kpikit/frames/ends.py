"""Ends of intervals as floats that compare as the decimals do.

An engine only compares closed ends: an open one is moved to the next float inside. A number of up
to 15 significant digits has a float of its own, and no two of them share one. So the least float
of an interval that begins at any decimal, be it 60 digits long, is that of the least such number
in it, and no number of up to 15 digits is on the wrong side of it.
"""

from __future__ import annotations

from decimal import Decimal
from math import inf, isinf, nextafter
from typing import Final, NamedTuple

from kpikit.model.quantity import Change, Quantity

__all__ = ["DIGITS", "Ends", "ends_of", "nearest", "quantity_of"]

#: How many significant digits a number may have so that no two share a float.
DIGITS: Final = 15
#: No quantity but zero is nearer to it.
_LEAST: Final = 1e-300


class Ends(NamedTuple):
    """A closed interval of floats; an end that is none is infinite.

    >>> Ends(90.0, inf).high
    inf
    """

    #: The lower end.
    low: float
    #: The upper end.
    high: float


def ends_of(quantity: Quantity) -> Ends:
    """Return the ends of an interval.

    >>> ends_of(Quantity("126", "件"))
    Ends(low=126.0, high=126.0)
    >>> ends_of(Quantity(upper="0.1", upper_closed=False, unit="%"))
    Ends(low=-inf, high=0.09999999999999999)
    """
    low, high = quantity.lower, quantity.upper
    return Ends(
        -inf if low is None else _inside(low, inf, closed=quantity.lower_closed),
        inf if high is None else _inside(high, -inf, closed=quantity.upper_closed),
    )


def _inside(end: Decimal, inwards: float, *, closed: bool) -> float:
    """Return the float from which on, *inwards*, all numbers of 15 digits are inside."""
    near = float(end)
    written = nearest(near)
    if float(written) != near:
        return near  # no number of 15 digits is there
    is_inside = written >= end if inwards > 0 else written <= end
    return near if is_inside and (closed or written != end) else nextafter(near, inwards)


def nearest(number: float) -> Decimal:
    """Return the number of 15 digits that is nearest to a float; next to zero that is zero.

    >>> nearest(0.1 + 0.2)
    Decimal('0.300000000000000')
    """
    return Decimal(f"{number:.{DIGITS - 1}e}") if abs(number) >= _LEAST else Decimal(0)


def quantity_of(ends: Ends, unit: str, change: Change = Change.LEVEL) -> Quantity:
    """Return the interval that has these ends, the inverse of :func:`ends_of` for 15 digits.

    >>> quantity_of(Ends(-inf, 0.09999999999999999), "%")
    Quantity(upper='0.1', upper_closed=False, unit='%')
    """
    low, high = (None if isinf(end) else _plain(nearest(end)) for end in ends)
    return Quantity(
        lower=low,
        upper=high,
        lower_closed=low is None or float(low) == ends.low,
        upper_closed=high is None or float(high) == ends.high,
        unit=unit,
        change=change,
    )


def _plain(number: Decimal) -> Decimal:
    """Return a number without trailing zeros and without an exponent."""
    return Decimal(f"{number.normalize():f}")
