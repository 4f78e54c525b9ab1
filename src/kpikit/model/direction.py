"""Which way is better, for a target that does not say so.

In this order: the caller; a column of the table (望ましい方向); a rank (位), where smaller is
better; a target of zero; the head noun of the indicator's name; the baseline. Every step after
the first three is flagged with its source, and where none of them tells, the direction stays
unknown.
"""

from __future__ import annotations

from collections.abc import Collection

from kpikit.model.naming import LOWER_IS_BETTER, is_difference, is_lower_better, stated_change
from kpikit.model.quantity import Change, Quantity
from kpikit.model.unit import is_rank
from kpikit.model.verdict import Direction, Flag

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
        target: The number to reach, a point. That of a change is better the larger it is, but
            for a change that goes the wrong way (5人増 of 死者数).
        name: The indicator's name.
        baseline: The value at the start, in the unit of *target*, or ``None``.
        given: What the caller knows, or a column of the table says.
        nouns: Head nouns of names where less is better.

    Without a baseline a negative number (▲46%) may be a cut or a loss to stay above, and a
    difference of zero may be come to from either side: unknown.

    >>> resolve_direction(Quantity("12", "種類"), name="数", baseline=Quantity("3", "種類"))
    (Direction.HIGHER, Flag.DIRECTION_FROM_BASELINE)
    """
    direction, flag = known_direction(target.unit, name=name, given=given, nouns=nouns)
    if target.change is not Change.LEVEL:
        return _of_change(target.change, direction, name), flag
    if direction is not None and flag is None:
        return direction, None
    if target.value == 0 and not _is_negative(baseline) and not is_difference(name):
        return Direction.LOWER, Flag.DIRECTION_FROM_ZERO
    if direction is not None:
        return direction, flag
    if baseline is None:
        up, flag = target.value > 0, Flag.DIRECTION_ASSUMED
    else:
        up, flag = _is_below(baseline, target), Flag.DIRECTION_FROM_BASELINE
    return (Direction.HIGHER, flag) if up else (None, None)


def known_direction(
    unit: str, *, name: str, given: Direction | None, nouns: Collection[str]
) -> tuple[Direction | None, Flag | None]:
    """Return which way is better as far as it is known without looking at any number."""
    if given is not None:
        return given, None
    if is_rank(unit):
        return Direction.LOWER, None
    if is_lower_better(name, nouns):
        return Direction.LOWER, Flag.DIRECTION_FROM_NAME
    return None, None


def _of_change(change: Change, direction: Direction | None, name: str) -> Direction:
    """Return which way the size of a change is better, by which way its level is.

    Of an indicator that is itself the change (削減率), more of it is better.
    """
    if direction is Direction.HIGHER and stated_change(name) is change:
        return direction
    wrong_way = Direction.LOWER if change is Change.INCREASE else Direction.HIGHER
    return Direction.LOWER if direction is wrong_way else Direction.HIGHER


def _is_below(baseline: Quantity, target: Quantity) -> bool:
    end = baseline.upper
    if end is None:
        return False
    return end < target.value or (end == target.value and not baseline.upper_closed)


def _is_negative(baseline: Quantity | None) -> bool:
    return baseline is not None and (baseline.lower is None or baseline.lower < 0)
