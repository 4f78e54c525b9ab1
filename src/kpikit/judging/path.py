"""The straight line from the value at the start to the target."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final, cast, final

import attrs

from kpikit._value import Value, several
from kpikit.judging.gap import Gap, Undefined
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model._fields import typed
from kpikit.model.comparison import align
from kpikit.model.indicator import Indicator, Target
from kpikit.model.observation import Observation
from kpikit.model.period import CalendarYear, Period, years_at
from kpikit.model.quantity import EXACT, Quantity, is_endless
from kpikit.model.series import first_value, given_start
from kpikit.model.verdict import Reason

__all__ = [
    "Path",
    "Point",
    "ascend",
    "between",
    "instants",
    "milestones",
    "number_in",
    "one_of",
    "share_of_time",
    "start_of",
]

#: The arithmetic of a number on a line that has no end.
_ON_A_LINE: Final = Context(prec=26, Emin=EXACT.Emin, Emax=EXACT.Emax)
_NAME: Final = "path"
_ENDS: Final = 2
_APRIL: Final = 4


@final
@attrs.frozen(repr=False, field_transformer=typed(InvalidDefinitionError))
class Point(Value):
    """A value at the end of a period.

    >>> from kpikit.model.period import FiscalYear
    >>> Point(FiscalYear(2023), Quantity("48.2", "%")).period
    FiscalYear(2023)
    """

    #: What it is for.
    period: Period
    #: The value.
    quantity: Quantity


def milestones(indicator: Indicator) -> tuple[Target, ...]:
    """Return the dated targets of *indicator* in the order of time; the last is the final one.

    >>> import kpikit as kk
    >>> floor = kk.AtLeast(kk.Quantity("55", "%"))
    >>> targets = [kk.Target(floor, kk.FiscalYear(2027)), kk.Target(floor, kk.FiscalYear(2025))]
    >>> [each.period for each in milestones(kk.Indicator("利用率", target=targets))]
    [FiscalYear(2025), FiscalYear(2027)]
    """
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
@attrs.frozen(repr=False, field_transformer=typed(InvalidDefinitionError))
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
    points: tuple[Point, ...] = attrs.field(converter=several, validator=_leads_on)

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

        It is exact, or has 26 digits where it has no end.
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
        return one_of(unit, between(start, end, share))

    def _number(self, index: int) -> Decimal:
        """Return the number of a point, in the unit of the last one."""
        number = number_in(self.points[index].quantity, self.points[-1].quantity, "")
        return cast(Decimal, number)  # which the validator has seen to

    def _instants(self, when: Period) -> list[Fraction]:
        return instants([*(point.period for point in self.points), when])


def between(start: Decimal, end: Decimal, share: Fraction) -> Decimal:
    """Return the number that lies a *share* of the way from *start* to *end*.

    It is exact, or has 26 digits where it has no end: it was not written, so that what is measured
    is not that number rounded.

    >>> between(Decimal(48), Decimal(55), Fraction(3, 4))
    Decimal('53.25')
    """
    whole, part = Decimal(share.denominator), Decimal(share.numerator)
    covered = EXACT.multiply(EXACT.subtract(end, start), part)
    number = EXACT.divide(EXACT.add(EXACT.multiply(start, whole), covered), whole)
    return _ON_A_LINE.plus(number) if is_endless(number) else number


@lru_cache(maxsize=1024)
def share_of_time(since: Period, until: Period, when: Period) -> Fraction | Gap:
    """Return which share of the time from *since* to *until* has passed at the end of *when*.

    It is 1 after the end. The same few periods come again in every row of a table.

    >>> from kpikit.model.period import FiscalYear
    >>> share_of_time(FiscalYear(2019), FiscalYear(2027), FiscalYear(2023))
    Fraction(1, 2)
    """
    first, last, now = instants([since, until, when])
    if last <= first:
        return Gap.NOT_LATER
    if now <= first:
        return Gap.BEFORE_BASELINE if now < first else Gap.NO_LATER_VALUE
    return min(Fraction(1), (now - first) / (last - first))


def start_of(indicator: Indicator) -> Observation | None:
    """Return the value at the start: the baseline, else the earliest dated value.

    >>> from kpikit.model.period import FiscalYear
    >>> seen = [Observation(FiscalYear(year), Quantity(year, "件")) for year in (2022, 2021)]
    >>> start_of(Indicator("公開数", observations=seen))
    Observation(FiscalYear(2021), quantity=Quantity('2021', '件'))
    """
    return given_start(indicator.baseline_observation) or first_value(indicator.observations)


def _drawn(indicator: Indicator, stops: list[Target], since: Period | None) -> list[Point] | Gap:
    """Return the points of the line from the baseline through *stops*."""
    start = start_of(indicator)
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


def number_in(quantity: Quantity, unit: Quantity, name: str) -> Decimal | Gap:
    """Return the number of *quantity* in the unit of another one.

    >>> number_in(Quantity("9", "割"), Quantity("80", "%"), "利用率")
    Decimal('90')
    >>> number_in(Quantity("9", "人"), Quantity("80", "%"), "利用率")
    Gap.NOT_COMPARABLE
    """
    if not quantity.is_point or quantity.approximate:
        return Gap.IMPRECISE_VALUE
    if _is_alike(quantity, unit) and quantity.value >= 0:
        return quantity.value
    pair = align(quantity, one_of(unit), name)
    if isinstance(pair, Reason) or not pair.actual.is_point:
        return Gap.NOT_COMPARABLE  # a single year is only a floor of a running total
    return EXACT.divide(pair.actual.value, pair.bound.value)


def one_of(quantity: Quantity, number: Decimal = Decimal(1)) -> Quantity:
    """Return a single exact number of what *quantity* is of.

    >>> one_of(Quantity("126", "部", per="1案件"))
    Quantity('1', '部', per='1案件')
    """
    return Quantity(
        number,
        quantity.unit,
        change=quantity.change,
        per=quantity.per,
        statistic=quantity.statistic,
    )


def _is_alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are counted in the same."""
    return (
        one.unit == other.unit
        and one.change is other.change
        and one.per == other.per
        and one.statistic == other.statistic
    )


def instants(periods: Iterable[Period]) -> list[Fraction]:
    """Return the ends of *periods* as years, fiscal ones unless all are calendar years.

    >>> from kpikit.model.period import Date, FiscalYear
    >>> instants([FiscalYear(2023), FiscalYear(2024), Date(2022, 6, 12)])
    [Fraction(2024, 1), Fraction(2025, 1), Fraction(10111, 5)]
    """
    periods = list(periods)
    first = 1 if all(isinstance(each, CalendarYear) for each in periods) else _APRIL
    return [years_at(each.end, first) for each in periods]


def ascend(times: Iterable[Fraction]) -> bool:
    """Whether each time is later than the one before.

    >>> ascend([Fraction(1), Fraction(2)]), ascend([Fraction(2), Fraction(2)])
    (True, False)
    """
    return all(one < other for one, other in pairwise(times))
