"""Time in years, as exact fractions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from kpikit.period import CalendarYear, Period

__all__ = ["instants"]

_APRIL = 4


def instants(periods: Iterable[Period]) -> list[Fraction]:
    """Return the ends of *periods* as years, fiscal ones unless all are calendar years.

    >>> from kpikit.period import Date, FiscalYear
    >>> instants([FiscalYear(2023), FiscalYear(2024), Date(2022, 6, 12)])
    [Fraction(2024, 1), Fraction(2025, 1), Fraction(10111, 5)]
    """
    periods = list(periods)
    first = 1 if all(isinstance(each, CalendarYear) for each in periods) else _APRIL
    return [_instant(each.end, first) for each in periods]


def _instant(day: date, first_month: int) -> Fraction:
    """Return the end of *day*, in years that begin with *first_month*."""
    start = date(day.year - (day.month < first_month), first_month, 1)
    length = start.replace(year=start.year + 1) - start
    return start.year + Fraction((day - start).days + 1, length.days)
