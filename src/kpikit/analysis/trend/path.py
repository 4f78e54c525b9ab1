"""The straight line from the baseline to the target."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import cast, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.analysis.trend.series import Point, ascend, instants, number_in, one_of
from kpikit.analysis.trend.undefined import Gap, Undefined
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model.indicator import Indicator, Target
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT, Quantity

__all__ = ["Path", "milestones"]

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
