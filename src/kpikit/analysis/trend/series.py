"""The values of an indicator in the order of time."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import final

import attrs

from kpikit._value import Value, is_several, several
from kpikit.judging.gap import Gap
from kpikit.judging.path import Point, number_in
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model._fields import typed
from kpikit.model.indicator import Indicator
from kpikit.model.observation import Observation, Status
from kpikit.model.rule.reference import year_of

__all__ = ["Series", "numbers_of"]


def _in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    """Sort by time; the same value for the same period twice is one."""
    given = several(points)
    if not is_several(points) or not all(isinstance(each, Point) for each in given):
        return given
    return tuple(sorted(dict.fromkeys(given), key=lambda point: point.period.end))


@final
@attrs.frozen(repr=False, field_transformer=typed(InvalidDefinitionError))
class Series(Value):
    """The values of an indicator, in the order of time.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
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


def numbers_of(series: Series) -> list[Decimal] | Gap:
    """Return the numbers of a series, all in the unit of its last value."""
    numbers: list[Decimal] = []
    for point in series.points:
        number = number_in(point.quantity, series.points[-1].quantity, series.name)
        if isinstance(number, Gap):
            return number
        numbers.append(number)
    return numbers
