"""Which way is better, for a target that does not say so.

In this order: the caller; a rank (位), where smaller is better; a target of zero; the head
noun of the indicator's name; the baseline. Every step after the first two is flagged with
its source, and where none of them tells, the direction stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection

from kpikit.naming import LOWER_IS_BETTER, head, is_difference
from kpikit.quantity import Quantity
from kpikit.unit import is_rank
from kpikit.verdict import Direction, Flag

__all__ = ["known_direction", "resolve_direction"]


def resolve_direction(
    target: Quantity,
    *,
    name: str,
    baseline: Quantity | None,
    given: Direction | None = None,
    nouns: Collection[str] = LOWER_IS_BETTER,
) -> tuple[Direction | None, Flag | None]:
    """Return which way is better and the flag that says how it was told.

    Args:
        target: The number to reach, a point.
        name: The indicator's name.
        baseline: The value at the start, in the unit of *target*, or ``None``.
        given: What the caller knows.
        nouns: Head nouns of names where less is better.

    >>> resolve_direction(Quantity("12", "種類"), name="数", baseline=Quantity("3", "種類"))
    (Direction.HIGHER, Flag.DIRECTION_FROM_BASELINE)
    """
    direction, flag = known_direction(target.unit, name=name, given=given, nouns=nouns)
    if direction is not None and flag is None:
        return direction, None
    if target.value == 0 and not _is_negative(baseline) and not is_difference(name):
        return Direction.LOWER, Flag.DIRECTION_FROM_ZERO
    if direction is not None:
        return direction, flag
    if baseline is None:
        return Direction.HIGHER, Flag.DIRECTION_ASSUMED
    if baseline.upper is not None and baseline.upper < target.value:
        return Direction.HIGHER, Flag.DIRECTION_FROM_BASELINE
    return None, None


def known_direction(
    unit: str, *, name: str, given: Direction | None, nouns: Collection[str]
) -> tuple[Direction | None, Flag | None]:
    """Return which way is better as far as it is known without looking at any number."""
    if given is not None:
        return given, None
    if is_rank(unit):
        return Direction.LOWER, None
    if head(name).endswith(tuple(nouns)):
        return Direction.LOWER, Flag.DIRECTION_FROM_NAME
    return None, None


def _is_negative(baseline: Quantity | None) -> bool:
    return baseline is not None and (baseline.lower is None or baseline.lower < 0)
