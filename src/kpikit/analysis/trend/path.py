"""The straight line from the baseline to the target, and where a series leads by a named method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import unique
from fractions import Fraction
from typing import Final, TypeAlias, cast, final

import attrs

from kpikit._value import Code, Value, to_tuple
from kpikit.analysis.trend.series import (
    Point,
    Series,
    ascend,
    instants,
    number_in,
    numbers_of,
    one_of,
)
from kpikit.analysis.trend.undefined import Gap, Undefined
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model.indicator import Indicator, Target
from kpikit.model.observation import Observation, Status
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT, Quantity

__all__ = ["Method", "Path", "Projection", "milestones", "project"]

_NAME = "path"
_ENDS = 2


def milestones(indicator: Indicator) -> tuple[Target, ...]:
    """Return the dated targets of *indicator* in the order of time; the last is the final one."""
    dated = [(target.period.end, target) for target in indicator.targets if target.period]
    return tuple(target for _, target in sorted(dated, key=lambda each: each[0]))


def _leads_on(_instance: object, _attribute: object, points: tuple[Point, ...]) -> None:
    if len(points) < _ENDS or not ascend(instants(point.period for point in points)):
        raise InvalidDefinitionError("a path leads from one point to a later one")
    end = points[-1].quantity
    for point in points:
        if isinstance(number_in(point.quantity, end, ""), Gap):
            msg = f"a path leads through single numbers in one unit, not through {point.quantity}"
            raise InvalidDefinitionError(msg)


@final
@attrs.frozen(repr=False)
class Path(Value):
    """A line through points in time, straight between each two and level after the last.

    Raises:
        InvalidDefinitionError: There are not two points, each later than the one before, or
            they are not single numbers in one unit.

    >>> from kpikit.model.period import FiscalYear
    >>> start, end = Quantity("48", "%"), Quantity("55", "%")
    >>> path = Path([Point(FiscalYear(2019), start), Point(FiscalYear(2023), end)])
    >>> path.at(FiscalYear(2022))
    Quantity('53.25', '%')
    """

    #: The points, from the baseline to the final target.
    points: tuple[Point, ...] = attrs.field(converter=to_tuple, validator=_leads_on)

    @classmethod
    def of(
        cls,
        indicator: Indicator,
        target: Target | None = None,
        *,
        since: Period | None = None,
        through_milestones: bool = False,
    ) -> Path | Undefined:
        """Draw the line from the baseline of *indicator* to a target.

        Args:
            indicator: The indicator.
            target: Where the line leads to; by default the last dated target.
            since: The period of the baseline, where the baseline itself does not say.
            through_milestones: Whether the line bends at the dated targets before that one.
        """
        aims = milestones(indicator)
        if target is None and not aims:
            return Undefined(_NAME, Gap.TARGET_UNDATED)
        goal = target or aims[-1]
        stops = [goal]
        if through_milestones and goal.period is not None:
            until = goal.period.end
            stops = [each for each in aims if each.period and each.period.end < until] + stops
        drawn = _drawn(indicator, stops, since)
        return Undefined(_NAME, drawn) if isinstance(drawn, Gap) else cls(drawn)

    def share(self, when: Period) -> Fraction | None:
        """Return which share of the time from the first to the last point has passed at *when*.

        It is 1 after the last point, and ``None`` before the first.
        """
        first, *_, last, now = self._instants(when)
        return None if now < first else min(Fraction(1), (now - first) / (last - first))

    def at(self, when: Period) -> Quantity | Undefined:
        """Return the value on the line at the end of *when*, in the unit of its end.

        It is exact, or has 60 digits where it has no end.
        """
        *times, now = self._instants(when)
        unit = self.points[-1].quantity
        if now < times[0]:
            return Undefined(_NAME, Gap.BEFORE_BASELINE)
        if now >= times[-1]:
            return unit
        index = max(index for index, time in enumerate(times) if time <= now)
        start, end = (self._number(each) for each in (index, index + 1))
        share = (now - times[index]) / (times[index + 1] - times[index])
        return one_of(unit, decimal(start + share * (end - start)))

    def _number(self, index: int) -> Fraction:
        """Return the number of a point, in the unit of the last one."""
        number = number_in(self.points[index].quantity, self.points[-1].quantity, "")
        return Fraction(cast(Decimal, number))  # which the validator has seen to

    def _instants(self, when: Period) -> list[Fraction]:
        return instants([*(point.period for point in self.points), when])


def decimal(number: Fraction) -> Decimal:
    """Return *number* as a decimal, exact where it has an end."""
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))


def _drawn(indicator: Indicator, stops: list[Target], since: Period | None) -> list[Point] | Gap:
    """Return the points of the line from the baseline through *stops*."""
    start = indicator.baseline_observation
    if start is None or start.quantity is None:
        return Gap.BASELINE_MISSING
    since = start.period or start.column or since
    if since is None:
        return Gap.BASELINE_UNDATED
    points: list[tuple[Period, Quantity]] = [(since, start.quantity)]
    for stop in stops:
        aim = stop.rule.goal
        if aim is None:
            return Gap.NO_SINGLE_TARGET
        if stop.period is None:
            return Gap.TARGET_UNDATED
        points.append((stop.period, one_of(aim, aim.value)))
    if not ascend(instants(period for period, _ in points)):
        return Gap.NOT_LATER
    return _in_one_unit(points, indicator.name)


def _in_one_unit(points: list[tuple[Period, Quantity]], name: str) -> list[Point] | Gap:
    unit = points[-1][1]
    found: list[Point] = []
    for period, quantity in points:
        number = number_in(quantity, unit, name)
        if isinstance(number, Gap):
            return number
        found.append(Point(period, one_of(unit, number)))
    return found


@unique
class Method(Code):
    """How a series is carried on."""

    #: The straight line through the first and the last value.
    FIRST_TO_LAST = "first-to-last"
    #: The straight line with the least squared distances from all values; three at least.
    LEAST_SQUARES = "least-squares"
    #: The same rate of growth each year as between the first and the last value, both positive.
    COMPOUND_GROWTH = "compound-growth"


@final
@attrs.frozen(repr=False)
class Projection(Value):
    """A value that follows from a series, by a method."""

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
    return decimal(Fraction(other) + slope * (now - end))


def _least_squares(points: _Points, now: Fraction) -> Decimal:
    count = len(points)
    middle = sum((time for time, _ in points), Fraction()) / count
    mean = sum((Fraction(number) for _, number in points), Fraction()) / count
    offsets = [(time - middle, Fraction(number)) for time, number in points]
    covered = sum((offset * number for offset, number in offsets), Fraction())
    slope = covered / sum((offset**2 for offset, _ in offsets), Fraction())
    return decimal(mean + slope * (now - middle))


def _compound_growth(points: _Points, now: Fraction) -> Decimal | Gap:
    (start, one), (end, other) = points[0], points[-1]
    if one <= 0 or other <= 0:
        return Gap.NOT_POSITIVE
    power = EXACT.power(EXACT.divide(other, one), decimal((now - end) / (end - start)))
    return EXACT.multiply(other, power)


#: Method → (the fit, the fewest values that it needs).
_METHODS: Final[dict[Method, tuple[Callable[[_Points, Fraction], Decimal | Gap], int]]] = {
    Method.FIRST_TO_LAST: (_first_to_last, 2),
    Method.LEAST_SQUARES: (_least_squares, 3),
    Method.COMPOUND_GROWTH: (_compound_growth, 2),
}
