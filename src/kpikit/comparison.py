"""Whether a quantity can be compared with a bound, and how they compare.

What may be compared: units of one dimension, the same sense of change, the same basis.
A basis, 平均, 合計 or 年間 that stands on one side only is taken as shared and flagged, and so
is a sense, 累計 or 延べ that the indicator's name states. Anything else is *not comparable*:
a reason, never a number.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import gt, lt
from typing import Final, TypeAlias

import attrs

from kpikit.naming import stated_change
from kpikit.quantity import Change, Quantity
from kpikit.unit import scale_of
from kpikit.verdict import Flag, Reason, Verdict

__all__ = ["Aligned", "align", "at_least", "at_most"]

#: Statistics that may stand on one side only.
_SHARED: Final = frozenset({"", "平均", "合計", "年間", "月平均", "年平均", "計"})
_CUMULATIVE: Final = "累計"


@attrs.frozen
class Aligned:
    """An actual and a bound in one unit and one sense, and what was taken as read."""

    actual: Quantity
    bound: Quantity
    flags: tuple[Flag, ...] = ()


def align(actual: Quantity, bound: Quantity, name: str) -> Aligned | Reason:
    """Bring *actual* and *bound* together, or say why they cannot be compared.

    Args:
        actual: What was measured.
        bound: What it is compared with; an approximate one counts at its number.
        name: The indicator's name, which may state what a value leaves out.

    >>> pair = align(Quantity(lower="9", unit="割"), Quantity("80", "%"), "実施割合")
    >>> print(pair.actual, pair.bound)
    [90,∞) % 80 %
    """
    flags: list[Flag] = []
    if actual.margin is not None:
        flags.append(Flag.ACTUAL_APPROXIMATE)
        actual = actual.possible
    if bound.margin is not None:
        flags.append(Flag.TARGET_APPROXIMATE)
    if actual.unit != bound.unit:
        pair = _same_unit(actual, bound, flags)
        if pair is None:
            return Reason.UNITS_DIFFER
        actual, bound = pair
    for step in (_same_sense, _same_basis, _same_statistic):
        found = step(actual, bound, name, flags)
        if isinstance(found, Reason):
            return found
        actual = found
    return Aligned(actual, bound, tuple(flags))


def at_least(actual: Quantity, bound: Quantity, *, strict: bool) -> Verdict:
    """Judge whether every number of *actual*, or none, is at least (*strict*: above) *bound*."""
    lower = (actual.lower, actual.lower_closed)
    upper = (actual.upper, actual.upper_closed)
    return _beyond(bound.value, lower, upper, gt, strict=strict)


def at_most(actual: Quantity, bound: Quantity, *, strict: bool) -> Verdict:
    """Judge whether every number of *actual*, or none, is at most (*strict*: below) *bound*."""
    lower = (actual.lower, actual.lower_closed)
    upper = (actual.upper, actual.upper_closed)
    return _beyond(bound.value, upper, lower, lt, strict=strict)


_End: TypeAlias = tuple[Decimal | None, bool]


def _beyond(
    limit: Decimal,
    worst: _End,
    best: _End,
    better: Callable[[Decimal, Decimal], bool],
    *,
    strict: bool,
) -> Verdict:
    """Judge an interval by its worst and its best end, each with whether it is closed."""
    end, closed = worst
    if end is not None and (better(end, limit) or (end == limit and not (strict and closed))):
        return Verdict.ACHIEVED
    end, closed = best
    if end is not None and (better(limit, end) or (end == limit and (strict or not closed))):
        return Verdict.NOT_ACHIEVED
    return Verdict.INDETERMINATE


def _same_unit(
    actual: Quantity, bound: Quantity, flags: list[Flag]
) -> tuple[Quantity, Quantity] | None:
    """Multiply both into one unit; exact, since nothing is divided."""
    if not actual.unit or not bound.unit:
        flags.append(Flag.UNIT_ASSUMED)
        unit = actual.unit or bound.unit
        return attrs.evolve(actual, unit=unit), attrs.evolve(bound, unit=unit)
    mine, other = scale_of(actual.unit), scale_of(bound.unit)
    if mine.base != other.base:
        return None
    return (
        actual.times(mine.numerator * other.denominator, mine.base),
        bound.times(other.numerator * mine.denominator, mine.base),
    )


def _same_sense(
    actual: Quantity, bound: Quantity, name: str, flags: list[Flag]
) -> Quantity | Reason:
    if actual.change is bound.change:
        return actual
    if Change.LEVEL not in (actual.change, bound.change):
        return actual.negated()
    stated = bound.change if actual.change is Change.LEVEL else actual.change
    if stated_change(name) is not stated:
        return Reason.SENSE_DIFFERS
    flags.append(Flag.STATED_BY_NAME)
    return attrs.evolve(actual, change=bound.change)


def _same_basis(
    actual: Quantity, bound: Quantity, _name: str, flags: list[Flag]
) -> Quantity | Reason:
    if actual.per != bound.per:
        if actual.per and bound.per:
            return Reason.BASIS_DIFFERS
        flags.append(Flag.BASIS_ASSUMED)
    return actual


def _same_statistic(
    actual: Quantity, bound: Quantity, name: str, flags: list[Flag]
) -> Quantity | Reason:
    if actual.statistic == bound.statistic:
        return actual
    stated = actual.statistic or bound.statistic
    if _SHARED >= {actual.statistic, bound.statistic} and not (
        actual.statistic and bound.statistic
    ):
        flags.append(Flag.STATISTIC_ASSUMED)
        return actual
    if not (actual.statistic and bound.statistic) and stated in name:
        flags.append(Flag.STATED_BY_NAME)
        return actual
    if bound.statistic == _CUMULATIVE and actual.statistic in _SHARED and _is_part(actual):
        flags.append(Flag.PART_OF_TOTAL)
        return attrs.evolve(actual, upper=None)
    return Reason.STATISTIC_DIFFERS


def _is_part(actual: Quantity) -> bool:
    """Whether a running total can only be larger: counts of one year are not negative."""
    return actual.lower is not None and actual.lower >= 0
