"""The observations of an indicator in time: the latest, and those before it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final
from unicodedata import normalize

from kpikit.language.errors import InvalidPeriodError
from kpikit.language.years import BARE_YEAR
from kpikit.model.observation import Missing, Observation, Status
from kpikit.model.period import CalendarYear, Date, FiscalYear, Period, fiscal_year_of

__all__ = ["first_value", "given_start", "latest", "preceding", "year_before"]

_FIRMNESS: Final = {Status.FORECAST: 0, Status.PROVISIONAL: 1, Status.FINAL: 2}
#: Kinds of period that may stand for a fiscal year: all of it, or an instant in it.
_OF_A_YEAR: Final = (FiscalYear, Date)
#: Kinds of period that a number of a year alone may stand for.
_YEARS: Final = (FiscalYear, CalendarYear)


def latest(observations: tuple[Observation, ...], day: date | None) -> Observation | None:
    """Return the last observation not after *day*; one without a period counts as the first.

    An empty cell is no observation, unless there is nothing else. Of several for one period the
    firmest holds, and a value before a word that there is none.

    >>> from kpikit.model.quantity import Quantity
    >>> actual = Observation(FiscalYear(2024), Quantity("101", "人"))
    >>> expected = Observation(FiscalYear(2024), Quantity("90", "人"), status=Status.FORECAST)
    >>> latest((actual, expected), None) is actual
    True
    """
    found = _latest_of(observations, day, blank=False)
    if found is None and all(each.missing is Missing.BLANK for each in observations):
        return _latest_of(observations, day, blank=True)
    return found


def _latest_of(
    observations: tuple[Observation, ...], day: date | None, *, blank: bool
) -> Observation | None:
    """Return the last one of those that are empty cells, or of those that are not."""
    found, last, firmest = None, date.min, (False, 0)
    for seen in observations:
        if (seen.missing is Missing.BLANK) is not blank:
            continue
        placed = seen.column or seen.period
        end = placed.end if placed is not None else date.min
        if end >= last and (day is None or end <= day):
            firmness = seen.missing is None, _FIRMNESS[seen.status]
            if end > last or firmness >= firmest:
                found, last, firmest = seen, end, firmness
    return found


def given_start(baseline: Observation | None) -> Observation | None:
    """Return the value at the start as a table gives it: a dash is none, a cell in words is one.

    >>> given_start(Observation(None, missing=Missing.NONE)) is None
    True
    """
    is_given = baseline is not None and baseline.missing in (None, Missing.UNREADABLE)
    return baseline if is_given else None


def first_value(
    observations: tuple[Observation, ...], before: Observation | None = None
) -> Observation | None:
    """Return the earliest dated value, where one is asked for that lies before another one.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> seen = tuple(Observation(FiscalYear(year), Quantity(year, "件")) for year in (2022, 2021))
    >>> first_value(seen).period
    FiscalYear(2021)
    """
    limit = _time(before)
    if before is not None and limit is None:
        return None
    dated = [
        (period.end, index)
        for index, each in enumerate(observations)
        if (period := _time(each)) is not None
        and each.missing is None
        and each.status is not Status.FORECAST
        and (limit is None or period.end < limit.start)
    ]
    return observations[min(dated)[1]] if dated else None


def _time(seen: Observation | None) -> Period | None:
    """Return the time of a value: its own period, else that of its column."""
    return seen and (seen.period or seen.column)


def preceding(
    observations: tuple[Observation, ...], seen: Observation | None
) -> Observation | None:
    """Return what was observed last before *seen*, whatever its year.

    A dash is no observation: that year had no survey. Any other gap may hide one.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> seen = tuple(Observation(FiscalYear(year), Quantity(year, "件")) for year in (2019, 2023))
    >>> preceding(seen, seen[1]).period
    FiscalYear(2019)
    """
    placed = seen and seen.placed
    if placed is None:
        return None
    found, last, start = None, date.min, placed.start
    for other in observations:
        period = other.column or other.period
        if period is not None and other.missing is not Missing.NONE:
            end = period.end
            if last <= end < start:
                found, last = other, end
    return found


def year_before(
    observations: tuple[Observation, ...], seen: Observation | None
) -> Observation | None:
    """Return the observation of the year before *seen*.

    It is that of the same kind of period a year earlier; else the only one of that fiscal year,
    where one is for the year and the other for a day in it; else the only one of a year of that
    number, where one of the two is written bare, so that it may be of either kind: 2017, 2018年.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> seen = tuple(Observation(FiscalYear(year), Quantity(year, "件")) for year in (2019, 2023))
    >>> year_before(seen, seen[1]) is None
    True
    """
    placed = seen and seen.placed
    if not observations or placed is None:
        return None
    if len(observations) == 1 and (observations[0] is seen or observations[0].placed is None):
        return None  # as in most rows
    try:
        wanted = placed.plus_years(-1)
    except InvalidPeriodError:  # the first year that there is
        return None
    for other in observations:
        if (other.column or other.period) == wanted:
            return other
    if isinstance(wanted, _OF_A_YEAR):
        found = _only_of(fiscal_year_of(wanted), observations)
        if found is not None:
            return found
    return _of_number(placed, observations)


def _of_number(placed: Period, observations: tuple[Observation, ...]) -> Observation | None:
    """Return the only one of the year of the number before, of another kind of year."""
    if not isinstance(placed, _YEARS):
        return None
    found = [
        other
        for other in observations
        if isinstance(period := other.placed, _YEARS)
        and type(period) is not type(placed)
        and period.year == placed.year - 1
        and (_is_bare(period) or _is_bare(placed))
    ]
    return found[0] if len(found) == 1 else None


def _is_bare(period: Period) -> bool:
    """Whether a year was written as a number alone, which says nothing of its kind: 2017, R5."""
    return re.fullmatch(BARE_YEAR, normalize("NFKC", period.label)) is not None


def _only_of(year: int | None, observations: tuple[Observation, ...]) -> Observation | None:
    found = [
        other
        for other in observations
        if isinstance(other.placed, _OF_A_YEAR) and fiscal_year_of(other.placed) == year
    ]
    return found[0] if len(found) == 1 else None
