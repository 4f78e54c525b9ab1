"""Where a series leads, by a named method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import unique
from fractions import Fraction
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Code, Value
from kpikit.analysis.trend.series import Series, numbers_of
from kpikit.judging.gap import Gap, Undefined
from kpikit.judging.path import ascend, instants, one_of
from kpikit.model.observation import Observation, Status
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT, Quantity

__all__ = ["Method", "Projection", "project"]


@unique
class Method(Code):
    """How a series is carried on.

    >>> Method("first-to-last")
    Method.FIRST_TO_LAST
    """

    #: The straight line through the first and the last value.
    FIRST_TO_LAST = "first-to-last"
    #: The straight line with the least squared distances from all values; three at least.
    LEAST_SQUARES = "least-squares"
    #: The same rate of growth each year as between the first and the last value, both positive.
    COMPOUND_GROWTH = "compound-growth"


@final
@attrs.frozen(repr=False)
class Projection(Value):
    """A value that follows from a series, by a method.

    >>> from kpikit.judging.path import Point
    >>> from kpikit.model.period import FiscalYear
    >>> points = [
    ...     Point(FiscalYear(2021), Quantity("10", "件")),
    ...     Point(FiscalYear(2022), Quantity("12", "件")),
    ... ]
    >>> found = project(Series("相談件数", points), FiscalYear(2024), Method.FIRST_TO_LAST)
    >>> found.observation.status
    Status.FORECAST
    """

    #: The method.
    method: Method
    #: The series that it follows from.
    series: Series
    #: What the value is for.
    period: Period
    #: The value, in the unit of the last one of the series.
    quantity: Quantity

    @property
    def observation(self) -> Observation:
        """The value as a forecast, which can be judged against a target and is never counted."""
        return Observation(self.period, self.quantity, status=Status.FORECAST)


def project(series: Series, when: Period, method: Method) -> Projection | Undefined:
    """Carry a series on to the end of *when*.

    Args:
        series: At least two values (three for the least squares), each a single exact number.
        when: The period of the target.
        method: How.

    Returns:
        The projection, exact or with 60 digits; or why the method has no value.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.analysis.trend import Point
    >>> points = [Point(FiscalYear(2020 + n), Quantity(100 + 10 * n, "件")) for n in range(3)]
    >>> project(Series("相談件数", points), FiscalYear(2026), Method.FIRST_TO_LAST).quantity
    Quantity('160', '件')
    """
    found = _projected(series, when, method)
    if isinstance(found, Gap):
        return Undefined(method.value, found)
    return Projection(method, series, when, one_of(series.points[-1].quantity, found))


def _decimal(number: Fraction) -> Decimal:
    """Return *number* as a decimal, exact where it has an end."""
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))


_Points: TypeAlias = Sequence[tuple[Fraction, Decimal]]


def _projected(series: Series, when: Period, method: Method) -> Decimal | Gap:
    fit, fewest = _METHODS[method]
    if len(series.points) < fewest:
        return Gap.TOO_FEW_POINTS
    *times, now = instants([*(point.period for point in series.points), when])
    if not ascend(times):
        return Gap.SEVERAL_VALUES
    numbers = numbers_of(series)
    return numbers if isinstance(numbers, Gap) else fit(list(zip(times, numbers, strict=True)), now)


def _first_to_last(points: _Points, now: Fraction) -> Decimal:
    (start, one), (end, other) = points[0], points[-1]
    slope = (Fraction(other) - Fraction(one)) / (end - start)
    return _decimal(Fraction(other) + slope * (now - end))


def _least_squares(points: _Points, now: Fraction) -> Decimal:
    count = len(points)
    middle = sum((time for time, _ in points), Fraction()) / count
    mean = sum((Fraction(number) for _, number in points), Fraction()) / count
    offsets = [(time - middle, Fraction(number)) for time, number in points]
    covered = sum((offset * number for offset, number in offsets), Fraction())
    slope = covered / sum((offset**2 for offset, _ in offsets), Fraction())
    return _decimal(mean + slope * (now - middle))


def _compound_growth(points: _Points, now: Fraction) -> Decimal | Gap:
    (start, one), (end, other) = points[0], points[-1]
    if one <= 0 or other <= 0:
        return Gap.NOT_POSITIVE
    power = EXACT.power(EXACT.divide(other, one), _decimal((now - end) / (end - start)))
    return EXACT.multiply(other, power)


#: Method → (the fit, the fewest values that it needs).
_METHODS: Final[dict[Method, tuple[Callable[[_Points, Fraction], Decimal | Gap], int]]] = {
    Method.FIRST_TO_LAST: (_first_to_last, 2),
    Method.LEAST_SQUARES: (_least_squares, 3),
    Method.COMPOUND_GROWTH: (_compound_growth, 2),
}
