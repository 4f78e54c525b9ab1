"""Time in years, as exact fractions."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kpikit.model.period import CalendarYear, Period, years_at

__all__ = ["instants"]

_APRIL = 4


def instants(periods: Iterable[Period]) -> list[Fraction]:
    """Return the ends of *periods* as years, fiscal ones unless all are calendar years.

    >>> from kpikit.model.period import Date, FiscalYear
    >>> instants([FiscalYear(2023), FiscalYear(2024), Date(2022, 6, 12)])
    [Fraction(2024, 1), Fraction(2025, 1), Fraction(10111, 5)]
    """
    periods = list(periods)
    first = 1 if all(isinstance(each, CalendarYear) for each in periods) else _APRIL
    return [years_at(each.end, first) for each in periods]
