"""Rates, each by the name of its formula.

With a for the actual, b for the baseline and t for the target:

=============== ===================================================
``achievement`` a/t
``mirrored``    2 − a/t, for indicators where less is better
``inverse``     t/a, for indicators where less is better
``progress``    (a − b)/(t − b), whichever way is better
``remaining``   (t − a)/(t − b), what is left of the whole distance
``expected``    the share of the distance that is due at a date
``ratio``       a/b
``growth``      (a − b)/b
=============== ===================================================

A rate over an interval is an interval. A rate that is not defined says why: it is never 0
and never infinite. Nothing is rounded or capped here; that belongs to a scheme.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.language.messages import Language, say
from kpikit.language.units import PERCENT, POINT
from kpikit.model._given import check_day, check_given
from kpikit.model.comparison import Aligned, align, common_unit
from kpikit.model.period import PERIODS, CalendarYear, Period, years_at
from kpikit.model.quantity import EXACT, Quantity, evolved
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Reason

__all__ = [
    "Formula",
    "Rate",
    "achievement_rate",
    "expected_rate",
    "growth_rate",
    "inverse_rate",
    "mirrored_rate",
    "progress_rate",
    "rate_by",
    "ratio",
    "remaining_gap",
    "remaining_rate",
]

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_TWO: Final = Decimal(2)
_PERIOD: Final = "Period (kpikit.read_period(…).value)"
_JANUARY: Final = 1
_APRIL: Final = 4


class Formula(Code):
    """The formulas by which bodies rate an actual.

    >>> Formula("mirrored")
    Formula.MIRRORED
    """

    #: a/t.
    ACHIEVEMENT = "achievement"
    #: 2 − a/t.
    MIRRORED = "mirrored"
    #: t/a.
    INVERSE = "inverse"
    #: (a − b)/(t − b).
    PROGRESS = "progress"
    #: a/b.
    RATIO = "ratio"
    #: (a − b)/b.
    GROWTH = "growth"


@final
@attrs.frozen(repr=False)
class Rate(Value):
    """A ratio, where 1 is 100 %, or why it is not defined.

    >>> achievement_rate(Quantity("150", "人"), Quantity("200", "人"))
    Rate('achievement', lower=Decimal('0.75'), upper=Decimal('0.75'))
    >>> Rate("achievement", undefined="zero-target").value is None
    True
    """

    #: The formula by name: ``achievement``, ``progress`` …
    name: str
    #: The lower end, inclusive; ``None`` is unbounded, or not defined.
    lower: Decimal | None = None
    #: The upper end, inclusive; ``None`` is unbounded, or not defined.
    upper: Decimal | None = None
    #: Why it is not defined: ``zero-target``, ``zero-actual``, ``actual-may-be-zero``,
    #: ``zero-baseline``, ``baseline-equals-target``, ``no-time-between``, or a reason's value.
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
    _check("achievement_rate", actual, target)
    return _achievement(actual, target, name)


def _achievement(actual: Quantity, target: Quantity, name: str) -> Rate:
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
    _check("mirrored_rate", actual, target)
    return _mirrored(actual, target, name)


def _mirrored(actual: Quantity, target: Quantity, name: str) -> Rate:
    return _left("mirrored", _TWO, _achievement(actual, target, name))


def inverse_rate(actual: Quantity, target: Quantity, name: str = "") -> Rate:
    """達成率 of an indicator where less is better: t/a.

    On target it is 1, at twice the target 0.5. Over an actual that may be zero there is none.

    >>> inverse_rate(Quantity("40", "人"), Quantity("30", "人")).value
    Decimal('0.75')
    """
    _check("inverse_rate", actual, target)
    return _inverse(actual, target, name)


def _inverse(actual: Quantity, target: Quantity, name: str) -> Rate:
    pair = align(actual, target, name)
    if isinstance(pair, Reason):
        return Rate("inverse", undefined=pair.value)
    low, high, aim = pair.actual.lower, pair.actual.upper, pair.bound.value
    if low == high == 0:
        return Rate("inverse", undefined="zero-actual")
    if not _is_off_zero(pair.actual):
        return Rate("inverse", undefined="actual-may-be-zero")
    least, most = _over(aim, high), _over(aim, low)
    return Rate("inverse", least, most) if aim >= 0 else Rate("inverse", most, least)


def progress_rate(actual: Quantity, baseline: Quantity, target: Quantity, name: str = "") -> Rate:
    """進捗率: the distance covered from the baseline, (a − b)/(t − b).

    The same formula serves falling targets: numerator and denominator change sign together.

    >>> progress_rate(Quantity("48.2", "%"), Quantity("48", "%"), Quantity("55", "%")).value
    Decimal('0.0285714285714285714285714285714285714285714285714285714285714')
    """
    _check("progress_rate", actual, baseline, target)
    return _progress(actual, baseline, target, name)


def _progress(actual: Quantity, baseline: Quantity, target: Quantity, name: str) -> Rate:
    pair, start = align(actual, target, name), align(baseline, target, name)
    if isinstance(pair, Reason):
        return Rate("progress", undefined=pair.value)
    if isinstance(start, Reason) or not start.actual.is_point:
        return Rate("progress", undefined=Reason.BASELINE_UNUSABLE.value)
    if start.actual.value == start.bound.value:
        return Rate("progress", undefined="baseline-equals-target")
    if actual.unit == baseline.unit:
        return _covered("progress", pair.actual, start.actual.value, start.bound.value)
    if not target.unit and actual.unit and baseline.unit:  # it was taken for either unit
        return Rate("progress", undefined=Reason.BASELINE_UNUSABLE.value)
    unit = common_unit(pair.actual.unit, start.actual.unit)
    now, begin, aim = (_in(each, unit) for each in (pair.actual, start.actual, start.bound))
    return _covered("progress", now, begin.value, aim.value)


def ratio(actual: Quantity, baseline: Quantity, name: str = "") -> Rate:
    """基準値比, 前年比: actual over a value before it, a/b.

    >>> ratio(Quantity("98", "人"), Quantity("100", "人")).value
    Decimal('0.98')
    """
    _check("ratio", actual, baseline)
    return _ratio(actual, baseline, name)


def _ratio(actual: Quantity, baseline: Quantity, name: str) -> Rate:
    rate = _achievement(actual, baseline, name)
    why = "zero-baseline" if rate.undefined == "zero-target" else rate.undefined
    return Rate("ratio", rate.lower, rate.upper, why)


def growth_rate(actual: Quantity, baseline: Quantity, name: str = "") -> Rate:
    """増減率: how far the actual has moved from a value before it, (a − b)/b.

    >>> growth_rate(Quantity("98", "人"), Quantity("100", "人")).value
    Decimal('-0.02')
    """
    _check("growth_rate", actual, baseline)
    return _growth(actual, baseline, name)


def _growth(actual: Quantity, baseline: Quantity, name: str) -> Rate:
    rate = _ratio(actual, baseline, name)
    lower, upper = (
        None if end is None else EXACT.subtract(end, _ONE) for end in (rate.lower, rate.upper)
    )
    return Rate("growth", lower, upper, rate.undefined)


def remaining_rate(actual: Quantity, baseline: Quantity, target: Quantity, name: str = "") -> Rate:
    """What is left of the distance from the baseline, (t − a)/(t − b): 1 less the progress.

    >>> remaining_rate(Quantity("50", "%"), Quantity("48", "%"), Quantity("56", "%")).value
    Decimal('0.75')
    """
    _check("remaining_rate", actual, baseline, target)
    return _left("remaining", _ONE, _progress(actual, baseline, target, name))


def remaining_gap(actual: Quantity, target: Quantity, name: str = "") -> Quantity | Reason:
    """残り: target less actual, or why the two cannot be compared.

    It is positive where the actual is below the target, whichever way is better, in the unit
    of the target; that of two % is in ポイント.

    >>> remaining_gap(Quantity("48.2", "%"), Quantity("55", "%"))
    Quantity('6.8', 'ポイント')
    """
    _check("remaining_gap", actual, target)
    pair = align(actual, target, name)
    if isinstance(pair, Reason):
        return pair
    if pair.actual.unit == target.unit == PERCENT:
        return _short_of(pair, unit=POINT)  # as most shares are
    gap = _in(_short_of(pair), target.unit)
    return evolved(gap.to(PERCENT), unit=POINT) if is_ratio(gap.unit) else gap


def _short_of(pair: Aligned, **called: str) -> Quantity:
    """Return how far each number of the actual is below the bound, and what that is called."""
    actual, end = pair.actual, pair.bound.value
    low, high = actual.lower, actual.upper
    lower = None if high is None else EXACT.subtract(end, high)
    upper = lower if low is high else None if low is None else EXACT.subtract(end, low)
    return evolved(
        actual,
        lower=lower,
        upper=upper,
        lower_closed=actual.upper_closed,
        upper_closed=actual.lower_closed,
        **called,
    )


def expected_rate(start: Period, end: Period, day: date) -> Rate:
    """経過割合: how much of the distance is due on *day*, on a straight line.

    Time runs from the last day of *start* to the last day of *end*, in fiscal years, or in
    calendar years where both are; each year of a plan counts alike. Before and at the start
    nothing is due, after the end all.

    Args:
        start: What the baseline is for.
        end: What the target is for.
        day: The day, inclusive.

    >>> from kpikit.model.period import FiscalYear
    >>> expected_rate(FiscalYear(2020), FiscalYear(2025), date(2022, 3, 31)).value
    Decimal('0.2')
    """
    check_given("expected_rate(start=)", start, _PERIOD, *PERIODS)
    check_given("expected_rate(end=)", end, _PERIOD, *PERIODS)
    check_day("expected_rate(day=)", day)
    solar = isinstance(start, CalendarYear) and isinstance(end, CalendarYear)
    first_month = _JANUARY if solar else _APRIL
    first, last, now = (years_at(each, first_month) for each in (start.end, end.end, day))
    if last <= first:
        return Rate("expected", undefined="no-time-between")
    passed = (now - first) / (last - first)
    share = EXACT.divide(Decimal(passed.numerator), Decimal(passed.denominator))
    share = min(max(share, Decimal(0)), Decimal(1))
    return Rate("expected", share, share)


def rate_by(
    formula: Formula,
    actual: Quantity,
    target: Quantity,
    baseline: Quantity | None = None,
    name: str = "",
) -> Rate:
    """Rate by the formula of that name; what counts from a baseline needs one.

    >>> rate_by(Formula.MIRRORED, Quantity("47", "人"), Quantity("44", "人")).value is None
    False
    """
    check_given("rate_by", formula, "Formula", Formula)
    _check("rate_by", actual, target)
    if formula in _OF_TARGET:
        return _OF_TARGET[formula](actual, target, name)
    if baseline is None:
        return Rate(formula.value, undefined=Reason.BASELINE_MISSING.value)
    if formula is Formula.PROGRESS:
        return _progress(actual, baseline, target, name)
    return _OF_BASELINE[formula](actual, baseline, name)


_OF_TARGET: Final = {
    Formula.ACHIEVEMENT: _achievement,
    Formula.MIRRORED: _mirrored,
    Formula.INVERSE: _inverse,
}


_OF_BASELINE: Final = {Formula.RATIO: _ratio, Formula.GROWTH: _growth}


def _check(name: str, *given: object) -> None:
    """Refuse what is no quantity."""
    for each in given:
        if not isinstance(each, Quantity):
            check_given(name, each, "Quantity (kpikit.read_quantity(…).value)", Quantity)


def _covered(name: str, actual: Quantity, start: Decimal, aim: Decimal) -> Rate:
    whole = EXACT.subtract(aim, start)
    lower = _share(actual.lower, start, whole)
    upper = lower if actual.upper is actual.lower else _share(actual.upper, start, whole)
    return Rate(name, lower, upper) if whole > 0 else Rate(name, upper, lower)


def _share(end: Decimal | None, start: Decimal, whole: Decimal) -> Decimal | None:
    return None if end is None else EXACT.divide(EXACT.subtract(end, start), whole)


def _in(quantity: Quantity, unit: str) -> Quantity:
    """Return the quantity in *unit*, where both have one."""
    return quantity.to(unit) if quantity.unit and unit else quantity


def _left(name: str, whole: Decimal, rate: Rate) -> Rate:
    """Return what a rate leaves of *whole*."""
    lower, upper = (
        None if end is None else EXACT.subtract(whole, end) for end in (rate.upper, rate.lower)
    )
    return Rate(name, lower, upper, rate.undefined)


def _over(aim: Decimal, end: Decimal | None) -> Decimal | None:
    """Divide by one end of an actual: by infinity it is 0, by an open end at 0 unbounded."""
    if end is None or aim == 0:
        return _ZERO
    return None if end == 0 else EXACT.divide(aim, end)


def _is_off_zero(actual: Quantity) -> bool:
    """Whether no number of the interval is zero."""
    low, high = actual.lower, actual.upper
    above = low is not None and (low > 0 or (low == 0 and not actual.lower_closed))
    below = high is not None and (high < 0 or (high == 0 and not actual.upper_closed))
    return above or below
