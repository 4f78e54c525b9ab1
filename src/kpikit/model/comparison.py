"""Whether a quantity can be compared with a bound, and how they compare.

What may be compared: units of one dimension, the same sense of change, the same basis.
A basis, 平均, 合計 or 年間 that stands on one side only is taken as shared and flagged, and so
is a sense, 累計 or 延べ that the indicator's name states. A bare number is taken for the other
side's unit, unless that is a share or thousands; beside a share too where the name is one and the
number cannot be a multiple: 90 beside 89.2 %. Anything else is *not comparable*: a reason, never a
number.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache, partial
from operator import gt, lt
from typing import Final, TypeAlias

import attrs

from kpikit.language.statistic import OTHER_WORDS, SHARED, SHORT, TOTAL
from kpikit.language.units import PERCENT
from kpikit.model.naming import is_share, stated_change
from kpikit.model.quantity import EXACT, Change, Quantity, evolved, is_endless
from kpikit.model.unit import is_ratio, may_be_left_out, scale_of, years_counted
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = [
    "Aligned",
    "align",
    "are_of_one_kind",
    "as_measured",
    "at_least",
    "at_most",
    "common_unit",
    "is_total",
    "states_total",
]

#: No share is so many times the whole: 90 can only be 90 %.
_MULTIPLES: Final = Decimal(10)
#: Statistics that may stand on one side only.
_SHARED: Final = SHARED | {""}


@attrs.frozen
class Aligned:
    """An actual and a bound in one unit and one sense, and what was taken as read.

    >>> align(Quantity("9", "割"), Quantity("80", "%"), "利用率")
    Aligned(actual=Quantity('90', '%'), bound=Quantity('80', '%'), flags=())
    """

    #: The actual, in the unit of the bound.
    actual: Quantity
    #: What it is compared with.
    bound: Quantity
    #: What was taken as read.
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
    if are_of_one_kind(actual, bound):
        return Aligned(actual, bound)
    flags: list[Flag] = []
    if actual.margin is not None:
        flags.append(Flag.ACTUAL_APPROXIMATE)
        actual = actual.possible
    if bound.margin is not None:
        flags.append(Flag.TARGET_APPROXIMATE)
    if actual.unit != bound.unit:
        pair = _same_unit(actual, bound, name, flags)
        if pair is None:
            return Reason.UNITS_DIFFER
        actual, bound = pair
    for step in (_same_sense, _same_basis, _same_statistic):
        found = step(actual, bound, name, flags)
        if isinstance(found, Reason):
            return found
        actual = found
    return Aligned(actual, bound, tuple(flags))


def are_of_one_kind(actual: Quantity, bound: Quantity) -> bool:
    """Whether both can be compared as they stand, with nothing to be taken as read.

    >>> are_of_one_kind(Quantity("5", "件"), Quantity("6", "件"))
    True
    >>> are_of_one_kind(Quantity("9", "割"), Quantity("80", "%"))
    False
    """
    return (
        actual.unit == bound.unit
        and actual.change is bound.change
        and actual.per == bound.per
        and actual.statistic == bound.statistic
        and actual.margin is bound.margin is None
        and not _are_opposite(actual, bound)
    )


def as_measured(actual: Quantity, bound: Quantity) -> Quantity:
    """Return all numbers that are printed as *actual* is, beside a bound that no decimals reach.

    The third of 3人に1人 has no last digit. A value that is the bound rounded, 33.3 %, does not
    tell on which side of it the measured one lay; any other does.

    >>> third = Quantity(EXACT.divide(Decimal(100), Decimal(3)), "%")
    >>> print(as_measured(Quantity("33.3", "%"), third), as_measured(Quantity("33.4", "%"), third))
    [33.25,33.35) % 33.4 %
    """
    level, number = bound.lower, actual.lower
    if level is None or number is None or not is_endless(level) or not actual.is_point:
        return actual
    half = EXACT.scaleb(Decimal(5), int(number.as_tuple().exponent) - 1)
    lower, upper = EXACT.subtract(number, half), EXACT.add(number, half)
    if is_endless(number) or not lower < level < upper:
        return actual
    return evolved(actual, lower=lower, upper=upper, upper_closed=False)


def at_least(actual: Quantity, bound: Quantity, *, strict: bool) -> Verdict:
    """Judge whether every number of *actual*, or none, is at least (*strict*: above) *bound*.

    A bound that is an interval may be any of its numbers: the answer holds for all of them.

    >>> at_least(Quantity(lower="9", unit="割"), Quantity("9", "割"), strict=True)
    Verdict.INDETERMINATE
    """
    return _beyond(_upper(bound), _lower(bound), _lower(actual), _upper(actual), gt, strict=strict)


def at_most(actual: Quantity, bound: Quantity, *, strict: bool) -> Verdict:
    """Judge whether every number of *actual*, or none, is at most (*strict*: below) *bound*.

    >>> at_most(Quantity("126", "件"), Quantity("126", "件"), strict=False)
    Verdict.ACHIEVED
    """
    return _beyond(_lower(bound), _upper(bound), _upper(actual), _lower(actual), lt, strict=strict)


def reaches(way: Direction, actual: Quantity, bound: Quantity, *, strict: bool) -> Verdict:
    """Judge whether *actual* is at least the bound where larger is better, else at most."""
    one, other = actual.lower, bound.lower
    if one is not None and other is not None and one is actual.upper and other is bound.upper:
        is_met = not strict if one == other else (one > other) is (way is Direction.HIGHER)
        return Verdict.ACHIEVED if is_met else Verdict.NOT_ACHIEVED  # of single numbers, as most
    test = at_least if way is Direction.HIGHER else at_most
    return test(actual, bound, strict=strict)


@cache
def reaching(way: Direction, *, strict: bool) -> Callable[[Quantity, Quantity], Verdict]:
    """Return what tells whether an actual reaches a bound, the same for all rules of a way."""
    return partial(reaches, way, strict=strict)


def is_total(statistic: str) -> bool:
    """Whether a statistic is a running total, by any of its words.

    >>> is_total("累積"), is_total("合計")
    (True, False)
    """
    return _same(statistic) == TOTAL


@lru_cache(maxsize=4096)
def states_total(name: str) -> bool:
    """Whether an indicator's name says that it is a running total.

    >>> states_total("認定件数（累計）")
    True
    """
    return _states(name, TOTAL)


_Pair: TypeAlias = tuple[Quantity, Quantity]
#: What a step makes of the actual, or why it cannot be compared.
_Step: TypeAlias = Quantity | Reason
_End: TypeAlias = tuple[Decimal | None, bool]
_Better: TypeAlias = Callable[[Decimal, Decimal], bool]


def _lower(quantity: Quantity) -> _End:
    return quantity.lower, quantity.lower_closed


def _upper(quantity: Quantity) -> _End:
    return quantity.upper, quantity.upper_closed


def _beyond(
    hardest: _End, easiest: _End, worst: _End, best: _End, better: _Better, *, strict: bool
) -> Verdict:
    """Judge an interval by its worst and its best end, each with whether it is closed.

    Achieved if the worst is beyond the hardest bound; not achieved if the best is not even
    beyond the easiest.
    """
    if _is_past(worst, hardest, better, touching=not strict):
        return Verdict.ACHIEVED
    if _is_past(easiest, best, better, touching=strict):
        return Verdict.NOT_ACHIEVED
    return Verdict.INDETERMINATE


def _is_past(one: _End, other: _End, better: _Better, *, touching: bool) -> bool:
    """Whether one end lies past another, or at it and one of them is open or *touching* will do."""
    (end, closed), (limit, reached) = one, other
    if end is None or limit is None:
        return False
    if end == limit:
        return touching or not (closed and reached)
    return better(end, limit)


def _same_unit(actual: Quantity, bound: Quantity, name: str, flags: list[Flag]) -> _Pair | None:
    """Turn both into one unit, exactly."""
    if not actual.unit or not bound.unit:
        return _unit_of_one(actual, bound, name, flags)
    mine, other = scale_of(actual.unit), scale_of(bound.unit)
    if mine.base == other.base:
        unit = common_unit(actual.unit, bound.unit)
        return actual.to(unit), bound.to(unit)
    unit = actual.unit if mine.base else bound.unit
    if (mine.base and other.base) or not may_be_left_out(unit):
        return None
    flags.append(Flag.UNIT_ASSUMED)  # 5千 and 6,000人
    return (
        actual if mine.base else actual.times(mine.numerator, unit),
        bound if other.base else bound.times(other.numerator, unit),
    )


def _unit_of_one(actual: Quantity, bound: Quantity, name: str, flags: list[Flag]) -> _Pair | None:
    """Give the unit that stands on one side to both, where it can be no other."""
    unit = actual.unit or bound.unit
    if not (may_be_left_out(unit) or _is_zero(bound)):
        bare = bound if actual.unit else actual
        if unit != PERCENT or not (is_share(name) and _exceeds_multiples(bare)):
            return None
    flags.append(Flag.UNIT_ASSUMED)
    return evolved(actual, unit=unit), evolved(bound, unit=unit)


def common_unit(one: str, other: str) -> str:
    """Return the unit that both of one dimension become exactly: its base, or minutes of hours.

    >>> common_unit("千人", "人"), common_unit("時間", "分")
    ('人', '分')
    """
    finest = max(one, other, key=lambda unit: scale_of(unit).denominator)
    scale = scale_of(finest)
    return scale.base if scale.denominator == 1 else finest


def _exceeds_multiples(bare: Quantity) -> bool:
    """Whether a number is too large to say how many times a whole something is."""
    return bare.lower is not None and bare.lower >= _MULTIPLES


def _is_zero(bound: Quantity) -> bool:
    """Whether the bound is the same number in any unit."""
    return bound.is_point and bound.lower == 0


def _same_sense(actual: Quantity, bound: Quantity, name: str, flags: list[Flag]) -> _Step:
    if _are_opposite(actual, bound) and stated_change(name) is Change.DECREASE:
        return Reason.SENSE_DIFFERS  # ▲12% of 削減率: a cut, or the opposite of one
    if actual.change is bound.change:
        return actual
    if Change.LEVEL not in (actual.change, bound.change):
        return actual.negated()
    stated = bound.change if actual.change is Change.LEVEL else actual.change
    if stated_change(name) is not stated:
        return Reason.SENSE_DIFFERS
    flags.append(Flag.STATED_BY_NAME)
    return evolved(actual, change=bound.change)


def _are_opposite(one: Quantity, other: Quantity) -> bool:
    """Whether all numbers of one quantity are negative and all of the other positive."""
    if one.upper is not None and one.upper < 0:
        return other.lower is not None and other.lower > 0
    return bool(other.upper is not None and other.upper < 0 and one.lower and one.lower > 0)


def _same_basis(actual: Quantity, bound: Quantity, _name: str, flags: list[Flag]) -> _Step:
    if actual.per != bound.per:
        years = years_counted(actual.per)
        if years > 1 and years == years_counted(bound.per):  # 5年間 and 5か年
            return actual
        if actual.per and bound.per:
            return Reason.BASIS_DIFFERS
        flags.append(Flag.BASIS_ASSUMED)
    return actual


def _same_statistic(actual: Quantity, bound: Quantity, name: str, flags: list[Flag]) -> _Step:
    mine, other = map(_same, (actual.statistic, bound.statistic))
    if mine == other:
        return actual
    if not (mine and other):
        if {mine, other} <= _SHARED:
            flags.append(Flag.STATISTIC_ASSUMED)
            return actual
        if _states(name, mine or other):
            flags.append(Flag.STATED_BY_NAME)
            return actual
        if is_total(mine or other) and years_counted((bound if mine else actual).per) > 1:
            flags.append(Flag.STATISTIC_ASSUMED)  # 累計30件 of 5年間で100件
            return actual
    if is_total(other) and mine in _SHARED and _is_part(actual):
        flags.append(Flag.PART_OF_TOTAL)
        return evolved(actual, upper=None)
    return Reason.STATISTIC_DIFFERS


def _same(statistic: str) -> str:
    """Return a statistic by its usual word."""
    return OTHER_WORDS.get(statistic, statistic)


def _states(name: str, statistic: str) -> bool:
    """Whether the indicator's name has the statistic, by any of its words."""
    return any(word in name for word in _words_of(statistic))


@lru_cache(maxsize=64)
def _words_of(statistic: str) -> frozenset[str]:
    """Return the words of a statistic that are no part of others."""
    others = (word for word, same in OTHER_WORDS.items() if same == statistic)
    return frozenset({statistic, *others} - SHORT)


def _is_part(actual: Quantity) -> bool:
    """Whether a running total can only be larger: one of counts, which are not negative."""
    return actual.lower is not None and actual.lower >= 0 and not is_ratio(actual.unit)
