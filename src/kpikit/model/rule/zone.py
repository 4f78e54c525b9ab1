"""The numbers that meet a rule, as far as they can be named."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kpikit import model
from kpikit.model.quantity import EXACT, Quantity, evolved
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction

__all__ = ["amount_of", "beyond", "hundredths", "number_in", "point_of"]

_HUNDRED: Final = Decimal(100)


def beyond(bound: Quantity, way: Direction, *, strict: bool = False) -> Quantity:
    """Return all numbers from *bound* on: those above it, or those below.

    >>> beyond(Quantity("5", "件"), Direction.HIGHER)
    Quantity(lower='5', unit='件')
    >>> beyond(Quantity("5", "件"), Direction.LOWER, strict=True)
    Quantity(upper='5', upper_closed=False, unit='件')
    """
    up = way is Direction.HIGHER
    return evolved(
        bound,
        lower=bound.lower if up else None,
        upper=None if up else bound.upper,
        lower_closed=not strict,
        upper_closed=not strict,
        margin=None,
    )


def point_of(quantity: Quantity | None) -> Quantity | None:
    """Return a single number without its margin, ``None`` if it is none."""
    if quantity is None or not quantity.is_point:
        return None
    return quantity.exact


def number_in(quantity: Quantity, like: Quantity, name: str = "") -> Decimal | None:
    """Return a single number in the unit of another quantity, or ``None``.

    >>> number_in(Quantity("5", "割"), Quantity("60", "%"))
    Decimal('50')
    """
    point = point_of(quantity)
    pair = model.comparison.align(point, like, name) if point is not None else None
    if not isinstance(pair, model.comparison.Aligned) or not pair.actual.is_point:
        return None
    return pair.actual.value if pair.bound.unit == like.unit else None


def hundredths(share: Quantity) -> Decimal:
    """Return a share as a number: 80 % are 0.8.

    >>> hundredths(Quantity("8", "割"))
    Decimal('0.8')
    """
    return EXACT.divide(share.to("%").value, _HUNDRED)


def amount_of(change: Quantity, base: Quantity) -> Decimal | None:
    """Return how much a change is, in the unit of its base; that of a share is given in points.

    >>> amount_of(Quantity("3", "ポイント"), Quantity("4", "割"))
    Decimal('0.3')
    """
    if is_ratio(change.unit):
        return EXACT.multiply(base.value, hundredths(change))
    if is_ratio(base.unit):
        return Quantity(change.value, "%").to(base.unit).value
    return number_in(evolved(change, change=base.change), base)
