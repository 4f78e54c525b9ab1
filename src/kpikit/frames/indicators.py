"""The indicators that rows of a frame tell, the way back from :mod:`kpikit.frames.rows`."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import inf, isnan, nextafter
from typing import Any, Final

import attrs

from kpikit.frames.codes import REASONS, VERDICTS, flags_in
from kpikit.frames.ends import Ends, quantity_of
from kpikit.frames.rows import SENSES, WAYS, Row
from kpikit.model.indicator import Indicator, Target
from kpikit.model.observation import Missing, Observation, Status
from kpikit.model.period import CalendarYear, Date, FiscalYear, Month, Part, Period, Span
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import (
    AtLeast,
    AtMost,
    Between,
    DefinedElsewhere,
    Exactly,
    Exploratory,
    Maintain,
    Reach,
    Rule,
    Unset,
)
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = ["day_of", "indicator_of", "known"]

_CHANGES: Final[dict[Any, Change]] = {number: change for change, number in SENSES.items()}
_DIRECTIONS: Final[dict[Any, Direction | None]] = {number: way for way, number in WAYS.items()}
#: What there is instead of a target.
_NO_TARGET: Final = {
    REASONS[Reason.EXPLORATORY]: Exploratory(),
    REASONS[Reason.UNSET]: Unset(),
    REASONS[Reason.INDICATOR_NOT_SET]: DefinedElsewhere(""),
}
#: Why there is no actual, where the numbers do not say it.
_MISSING: Final = {
    REASONS[Reason.ACTUAL_UNREADABLE]: Missing.UNREADABLE,
    REASONS[Reason.INDICATOR_NOT_SET]: Missing.NOT_SET,
}
#: The verdict that a count of other years cannot give → whether it is that the target is met.
_MET: Final[dict[Any, bool]] = {
    VERDICTS[Verdict.ACHIEVED]: True,
    VERDICTS[Verdict.NOT_ACHIEVED]: False,
}
#: What an indicator is called that has no name.
_NAMELESS: Final = "—"
#: Ends between which everything lies: they say nothing.
_ENDLESS: Final = (-inf, inf)
#: What pandas has where a day or a value is missing; neither is equal to itself.
_OF_PANDAS: Final = frozenset(("NaTType", "NAType"))
_UNREADABLE: Final = REASONS[Reason.TARGET_UNREADABLE]
_UNDIRECTED: Final = REASONS[Reason.DIRECTION_UNKNOWN]
#: The last month of a fiscal year, and that of a calendar year.
_MARCH: Final = 3
_DECEMBER: Final = 12


def known(row: Row) -> Row:
    """Return a row with ``None`` for all that is missing, however its engine says so.

    >>> known({"name": "利用率", "baseline": float("nan")})
    {'name': '利用率', 'baseline': None}
    """
    return {name: None if _is_missing(value) else value for name, value in row.items()}


def _is_missing(value: Any) -> bool:
    return (isinstance(value, float) and isnan(value)) or type(value).__name__ in _OF_PANDAS


def indicator_of(row: Row) -> Indicator:
    """Return the indicator of a row that is known, with its one observation.

    What a column that is not there would tell is not told. A unit, a name and a day are those of
    the row, and a bound is the one that its ends are; how it was worded is not in them.

    >>> row = {"undecided": 0, "name": "利用率", "unit": "%", "year": 2023}
    >>> row |= {"target_low": 55.0, "target_high": float("inf")}
    >>> row |= {"actual_low": 48.2, "actual_high": 48.2}
    >>> indicator_of(row).targets[0].rule
    AtLeast(Quantity('55', '%'))
    """
    rule, start, seen = _rule(row), _number(row, "baseline"), _observation(row)
    target = [] if rule is None else [Target(rule, _due(row), _unread(row))]
    return Indicator(
        _text(row, "name") or _NAMELESS,
        target=target,
        baseline=None if start is None else _point(row, start),
        observations=[] if seen is None else [seen],
        direction=_DIRECTIONS.get(row.get("direction")) if rule and rule.is_kept else None,
    )


def _unread(row: Row) -> str:
    """Return what stands for the words that no period could be read of."""
    return _NAMELESS if row["undecided"] == REASONS[Reason.TARGET_UNDATED] else ""


def _rule(row: Row) -> Rule | None:
    """Return what is to be met, ``None`` where no numbers say so."""
    code, zone = row["undecided"], _quantity(row, "target")
    if code in _NO_TARGET or code == _UNREADABLE:
        return _NO_TARGET.get(code)
    if zone is None:
        aim = _number(row, "aim")
        return DefinedElsewhere(_source(row)) if aim is None else Reach(_point(row, aim))
    if code == _UNDIRECTED:
        return Reach(zone)
    is_bound = zone.lower is None or zone.upper is None
    return Maintain(zone) if row.get("waits") and is_bound else _bound(zone)


def _source(row: Row) -> str:
    """Return what the document is called that has the target, where its columns do not."""
    return _text(row, "file") or _text(row, "plan") or _NAMELESS


def _bound(zone: Quantity) -> Rule:
    """Return the rule that the numbers of an interval meet, and no others."""
    if zone.is_point:
        return Exactly(zone)
    if zone.lower is not None and zone.upper is not None:
        return Between(zone)
    number = zone.lower if zone.upper is None else zone.upper
    point = attrs.evolve(zone, lower=number, upper=number, lower_closed=True, upper_closed=True)
    if zone.upper is None:
        return AtLeast(point, strict=not zone.lower_closed)
    return AtMost(point, strict=not zone.upper_closed)


def _observation(row: Row) -> Observation | None:
    """Return what was seen, ``None`` where nothing is said of it."""
    period, quantity = _seen_in(row), _quantity(row, "actual")
    missing = _MISSING.get(row["undecided"])
    if quantity is None or missing is not None:
        return None if missing is None else Observation(period, missing=missing)
    is_said = row["undecided"] == REASONS[Reason.ACTUAL_YEAR_UNKNOWN]
    unread = _NAMELESS if is_said and period is None else ""
    return Observation(period, quantity, status=_status(row), unread=unread)


def _status(row: Row) -> Status:
    if row.get("forecast"):
        return Status.FORECAST
    flags = flags_in(row.get("taken") or 0)
    return Status.PROVISIONAL if Flag.PROVISIONAL in flags else Status.FINAL


# -- numbers ---------------------------------------------------------------------------------------


def _number(row: Row, column: str) -> float | None:
    """Return a number, ``None`` where it is missing."""
    number = row.get(column)
    return None if number is None else float(number)


def _point(row: Row, number: float) -> Quantity:
    return _counted(row, quantity_of(Ends(number, number), ""))


def _quantity(row: Row, name: str) -> Quantity | None:
    """Return the interval between two ends, ``None`` where one is missing or nothing lies there."""
    low, high = _end(row, f"{name}_low", 1), _end(row, f"{name}_high", -1)
    if low is None or high is None or low > high or (low, high) == _ENDLESS:
        return None
    return _counted(row, quantity_of(Ends(low, high), ""))


def _end(row: Row, column: str, inwards: int) -> float | None:
    """Return an end that belongs to its interval: one that does not is moved inside."""
    end = _number(row, column)
    if end is None or row.get(f"{column}_closed") is not False:
        return end
    return nextafter(end, inwards * inf)


def _counted(row: Row, quantity: Quantity) -> Quantity:
    """Return a quantity as one of its row: its unit, its sense, and of what it is."""
    return attrs.evolve(
        quantity,
        unit=_text(row, "unit"),
        change=_CHANGES.get(row.get("sense"), Change.LEVEL),
        per="" if _longer(row) else _text(row, "per"),
        statistic=_text(row, "statistic"),
    )


def _text(row: Row, column: str) -> str:
    return row.get(column) or ""


# -- days ------------------------------------------------------------------------------------------


def day_of(row: Row, column: str) -> date | None:
    """Return a day of a row, ``None`` where it is missing.

    >>> day_of({"as_of": datetime(2024, 3, 31)}, "as_of")
    datetime.date(2024, 3, 31)
    """
    day: Any = row.get(column)
    return day.date() if isinstance(day, datetime) else day


def _seen_in(row: Row) -> Period | None:
    """Return when a value was seen: the fiscal year that ends on that day, or what else does."""
    day = day_of(row, "actual_until")
    if day is not None:
        is_whole = row.get("part_of_total") == 0 and isinstance(_span(row), Span)
        if _longer(row) == "actual":
            return _of_several(_ends_on(day))
        return Date.from_date(day) if is_whole else _ends_on(day)
    year = row.get("year")
    return FiscalYear(year) if year else None


def _ends_on(day: date) -> Part:
    """Return the year or the month that ends on a day, or the day."""
    if (day + timedelta(1)).day != 1:
        return Date.from_date(day)
    if day.month == _MARCH:
        return FiscalYear(day.year - 1)
    return CalendarYear(day.year) if day.month == _DECEMBER else Month(day.year, day.month)


def _due(row: Row) -> Period | None:
    """Return the period of the target: several years, of which an actual may be a part."""
    span = _span(row)
    if span is None or isinstance(span, Span) or _longer(row) != "target":
        return span
    return _of_several(span)


def _longer(row: Row) -> str:
    """Return which of target and actual is counted over more years, ``""`` where a span says it.

    It is the actual where what is met by all of its years may not be met by one, as of a floor.
    """
    met = _MET.get(row.get("part_of_total"))
    if met is None or isinstance(_span(row), Span):
        return ""
    is_capped = _end(row, "target_high", -1) not in (None, inf)
    return "target" if met is is_capped else "actual"


def _of_several(ending: Part) -> Span:
    """Return two years that end with a period."""
    return Span(ending.plus_years(-1), ending)


def _span(row: Row) -> Period | None:
    """Return the period of the target, ``None`` where its last day is not known."""
    first, last = day_of(row, "target_from"), day_of(row, "target_due")
    if last is None:
        return None
    ending = _ends_on(last)
    if first is None or first == ending.start:
        return ending
    same = Month(last.year, last.month), Date.from_date(last)
    found = next((each for each in same if (each.start, each.end) == (first, last)), None)
    return found or Span(_begins_on(first, ending), ending)


def _begins_on(day: date, ending: Part) -> Part:
    """Return the period of the kind of another that begins on a day, or the day."""
    if isinstance(ending, FiscalYear | CalendarYear):
        year = type(ending)(day.year)
        if year.start == day:
            return year
    return Date.from_date(day)
