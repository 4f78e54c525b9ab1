"""The values of an indicator in the order of time."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.analysis.trend.undefined import Gap
from kpikit.model.comparison import align
from kpikit.model.indicator import Indicator
from kpikit.model.observation import Observation, Status
from kpikit.model.period import CalendarYear, Period, years_at
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.rule.reference import year_of
from kpikit.model.verdict import Reason

__all__ = ["Point", "Series"]

_APRIL: Final = 4


@final
@attrs.frozen(repr=False)
class Point(Value):
    """A value at the end of a period."""

    #: What it is for.
    period: Period
    #: The value.
    quantity: Quantity


def _in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    """Sort by time; the same value for the same period twice is one."""
    return tuple(sorted(dict.fromkeys(points), key=lambda point: point.period.end))


@final
@attrs.frozen(repr=False)
class Series(Value):
    """The values of an indicator, in the order of time.

    >>> from kpikit.model.period import FiscalYear
    >>> points = [Point(FiscalYear(year), Quantity(year - 2000, "件")) for year in (2023, 2021)]
    >>> Series("相談件数", points).years
    (2021, 2023)
    """

    #: What is measured.
    name: str
    #: Its values; sorted when the series is made.
    points: tuple[Point, ...] = attrs.field(converter=_in_order)

    @classmethod
    def of(cls, indicator: Indicator, *, baseline: bool = True) -> Series:
        """Collect what was measured of *indicator*.

        A value counts for its own period, else for that of its column. What has no period or no
        number is left out, and so is a forecast.

        Args:
            indicator: The indicator.
            baseline: Whether the series begins with the baseline, where that is dated.
        """
        first = indicator.baseline_observation if baseline else None
        seen = [*([first] if first else []), *indicator.observations]
        points = [point for each in seen if (point := _point(each))]
        return cls(indicator.name, points)

    @property
    def years(self) -> tuple[int | None, ...]:
        """The year of each value, ``None`` for a period that lies in no single one."""
        return tuple(year_of(point.period) for point in self.points)


def _point(seen: Observation) -> Point | None:
    period = seen.period or seen.column
    if period is None or seen.quantity is None or seen.status is Status.FORECAST:
        return None
    return Point(period, seen.quantity)


def number_in(quantity: Quantity, unit: Quantity, name: str) -> Decimal | Gap:
    """Return the number of *quantity* in the unit of another one."""
    if not quantity.is_point or quantity.approximate:
        return Gap.IMPRECISE_VALUE
    pair = align(quantity, one_of(unit), name)
    if isinstance(pair, Reason):
        return Gap.NOT_COMPARABLE
    return EXACT.divide(pair.actual.value, pair.bound.value)


def one_of(quantity: Quantity, number: Decimal = Decimal(1)) -> Quantity:
    """Return a single exact number of what *quantity* is of."""
    return attrs.evolve(
        quantity, lower=number, upper=number, lower_closed=True, upper_closed=True, margin=None
    )


def numbers_of(series: Series) -> list[Decimal] | Gap:
    """Return the numbers of a series, all in the unit of its last value."""
    numbers: list[Decimal] = []
    for point in series.points:
        number = number_in(point.quantity, series.points[-1].quantity, series.name)
        if isinstance(number, Gap):
            return number
        numbers.append(number)
    return numbers


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
    """Whether each time is later than the one before."""
    return all(one < other for one, other in pairwise(times))
