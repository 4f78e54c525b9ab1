"""Periods: years, halves, quarters, months, days, and spans of them.

Every period knows its first and its last day, both inclusive, and keeps the label that it was
written with; the label takes no part in comparisons. A fiscal year (年度) runs from April to
March. ``str`` of a period is its canonical text, and ``parse`` is the inverse. What people write
in tables is read by :func:`kpikit.cell.read_period`, not here.

In Japanese a period is named by the era of its middle day, that is, by the era which has most of
its days. That is how fiscal years are called: FY2019 is 令和元年度 although it began in 平成31年,
FY1988 is 昭和63年度 although it ended in 平成元年, and FY1926 is 大正15年度.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias, cast, final, get_args

import attrs

from kpikit._value import Value
from kpikit.language.errors import InvalidPeriodError
from kpikit.language.messages import Language
from kpikit.language.years import DAY, FISCAL, HALVES, MONTH, MONTHS, QUARTER, YEAR
from kpikit.model._given import check
from kpikit.model.era import FIRST_SOLAR_DAY, era_year_text

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "PERIODS",
    "CalendarYear",
    "Date",
    "FiscalHalf",
    "FiscalQuarter",
    "FiscalYear",
    "Month",
    "Period",
    "Span",
    "contains",
    "fiscal_year_of",
    "parse_period",
    "years_at",
]

#: The first year that a period may lie in: the first of Meiji.
FIRST_YEAR: Final = 1868
#: The last year that a period may lie in.
LAST_YEAR: Final = 2200

_APRIL: Final = 4
_DAY: Final = timedelta(days=1)
_FISCAL: Final = r"FY([0-9]{4})(?:-([HQ])([0-9]))?"
_SOLAR: Final = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"


def _check_label(instance: object, _attribute: object, label: object) -> None:
    if not isinstance(label, str):
        check(InvalidPeriodError, f"{type(instance).__name__}.label", label, "str", str)


def _check_whole(instance: object, field: str, number: object) -> None:
    if type(number) is not int:
        name = f"{type(instance).__name__}.{field}"
        check(InvalidPeriodError, name, number, "int (text: .parse)")


def _check_year(instance: object, __: object, year: int) -> None:
    _check_whole(instance, "year", year)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidPeriodError.told("period-year", year=year, first=FIRST_YEAR, last=LAST_YEAR)


@lru_cache(maxsize=256)
def _last_of_march(year: int) -> date:
    return date(year, 3, 31)


def _one_to(most: int, name: str) -> Callable[[object, object, int], None]:
    """Return the validator of a part of a year that is counted."""

    def check(instance: object, _: object, number: int) -> None:
        _check_whole(instance, name, number)
        if not 1 <= number <= most:
            raise InvalidPeriodError.told(f"period-{name}", **{name: number})

    return check


def _check_day(self: Date, _: object, day: int) -> None:
    _check_whole(self, "day", day)
    try:
        date(self.year, self.month, day)
    except ValueError:
        month = partial(_month_words, self.year, self.month)
        raise InvalidPeriodError.told("period-day", day=day, month=month) from None


def _month_words(year: int, month: int, lang: Language) -> str:
    return Month(year, month).japanese() if lang == "ja" else Month(year, month).english()


def _check_part(_: object, __: object, part: Any) -> None:
    if not isinstance(part, _Part):
        raise InvalidPeriodError.told("period-part", part=part)


def _check_order(self: Span, _: object, last: Part) -> None:
    if self.first.start > last.end:
        raise InvalidPeriodError.told("period-order", first=self.first, last=last)


class _Period(Value):
    """Any period."""

    __slots__ = ()

    @property
    @abstractmethod
    def start(self) -> date:
        """The first day."""

    @property
    @abstractmethod
    def end(self) -> date:
        """The last day, inclusive."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the period with that canonical text. Inverse of :class:`str`.

        Raises:
            InvalidPeriodError: The text is of another kind of period, or of none.
        """
        period = cast("object", parse_period(text))
        if not isinstance(period, cls):
            raise InvalidPeriodError.told("period-kind", kind=cls.__name__, text=text)
        return period


@attrs.frozen(repr=False, order=True)
class _Part(_Period):
    """A period that is not a span."""

    #: The Gregorian year that it begins in, a fiscal year that of its April.
    year: int = attrs.field(validator=_check_year)
    #: The text that it was written with, or ``""``.
    label: str = attrs.field(default="", kw_only=True, eq=False, repr=False, validator=_check_label)

    def plus_years(self, count: int) -> Self:
        """Return the same part of the year *count* years later; earlier if negative."""
        return attrs.evolve(self, year=self.year + count, label="")

    def english(self) -> str:
        """Name it in English: ``FY2023``, ``2023``, ``FY2023 Q4``."""
        return str(self).replace("-", " ")

    def _era_year(self) -> str:
        start, end = self.start, self.end
        return era_year_text(self.year, start + (end - start + _DAY) // 2)

    def _solar_year(self) -> str:
        """Name the year of a month, by the era unless the lunisolar calendar had other months."""
        return f"{self.year}{YEAR}" if self.start < FIRST_SOLAR_DAY else self._era_year()


@final
class FiscalYear(_Part):
    """A fiscal year (年度), from 1 April of the year to 31 March of the next.

    >>> FiscalYear(2023).end
    datetime.date(2024, 3, 31)
    >>> FiscalYear(2019).japanese()
    '令和元年度'
    """

    __slots__ = ()

    @property
    def start(self) -> date:
        """1 April."""
        return date(self.year, _APRIL, 1)

    @property
    def end(self) -> date:
        """31 March of the next year."""
        return _last_of_march(self.year + 1)

    def plus_years(self, count: int) -> FiscalYear:
        """Return the fiscal year *count* years later; earlier if negative."""
        return _fiscal_year(self.year + count)

    def next(self) -> FiscalYear:
        """Return the fiscal year after this one."""
        return _fiscal_year(self.year + 1)

    def previous(self) -> FiscalYear:
        """Return the fiscal year before this one."""
        return _fiscal_year(self.year - 1)

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和5年度``."""
        return self._era_year() + FISCAL

    def __str__(self) -> str:
        """Return the canonical text, ``FY2023``. Inverse of :meth:`parse`."""
        return f"FY{self.year}"


@lru_cache(maxsize=256)
def _fiscal_year(year: int) -> FiscalYear:
    """Return a fiscal year as it is made anew, of which there are few."""
    return FiscalYear(year)


@final
class CalendarYear(_Part):
    """A year from January to December (暦年).

    >>> CalendarYear(2023).japanese()
    '令和5年'
    """

    __slots__ = ()

    @property
    def start(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def end(self) -> date:
        """31 December."""
        return date(self.year, 12, 31)

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和5年``."""
        return self._era_year()

    def __str__(self) -> str:
        """Return the canonical text, ``2023``. Inverse of :meth:`parse`."""
        return str(self.year)


@final
@attrs.frozen(repr=False, order=True)
class Month(_Part):
    """A month of a year.

    >>> Month(2024, 2).end
    datetime.date(2024, 2, 29)
    """

    #: 1 to 12.
    month: int = attrs.field(validator=_one_to(12, "month"))

    @property
    def start(self) -> date:
        """The first of the month."""
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """The last of the month, 28 to 31."""
        return _first_of(self.year, self.month + 1) - _DAY

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和5年6月``."""
        return f"{self._solar_year()}{self.month}{MONTH}"

    def english(self) -> str:
        """Name it in English, ``June 2023``."""
        return f"{MONTHS[self.month - 1]} {self.year}"

    def __str__(self) -> str:
        """Return the canonical text, ``2023-06``. Inverse of :meth:`parse`."""
        return f"{self.year}-{self.month:02}"


@final
@attrs.frozen(repr=False, order=True)
class Date(_Part):
    """A day, for what is counted at an instant (時点, 現在).

    >>> Date(2024, 6, 20).japanese()
    '令和6年6月20日'
    """

    #: 1 to 12.
    month: int = attrs.field(validator=_one_to(12, "month"))
    #: 1 to 31, as the month has.
    day: int = attrs.field(validator=_check_day)

    @classmethod
    def from_date(cls, day: date, *, label: str = "") -> Date:
        """Return the period that is this one day."""
        return cls(day.year, day.month, day.day, label=label)

    @property
    def start(self) -> date:
        """The day itself."""
        return date(self.year, self.month, self.day)

    @property
    def end(self) -> date:
        """The day itself."""
        return date(self.year, self.month, self.day)

    def plus_years(self, count: int) -> Date:
        """Return the same day *count* years later; 29 February may become the 28th."""
        from dateutil.relativedelta import relativedelta  # only a day that moves pays for it

        return Date.from_date(self.start + relativedelta(years=count))

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和6年6月20日``."""
        return f"{self._solar_year()}{self.month}{MONTH}{self.day}{DAY}"

    def english(self) -> str:
        """Name it in English, ``20 June 2024``."""
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    def __str__(self) -> str:
        """Return the canonical text, ``2024-06-20``. Inverse of :meth:`parse`."""
        return f"{self.year}-{self.month:02}-{self.day:02}"


@final
@attrs.frozen(repr=False, order=True)
class FiscalHalf(_Part):
    """A half of a fiscal year: April to September (上半期), October to March (下半期).

    >>> FiscalHalf(2023, 2).start
    datetime.date(2023, 10, 1)
    """

    #: 1 or 2.
    half: int = attrs.field(validator=_one_to(2, "half"))

    @property
    def start(self) -> date:
        """1 April or 1 October."""
        return date(self.year, _APRIL if self.half == 1 else 10, 1)

    @property
    def end(self) -> date:
        """30 September, or 31 March of the next year."""
        return date(self.year, 9, 30) if self.half == 1 else date(self.year + 1, 3, 31)

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和5年度上半期``."""
        return FiscalYear(self.year).japanese() + HALVES[self.half - 1]

    def __str__(self) -> str:
        """Return the canonical text, ``FY2023-H1``. Inverse of :meth:`parse`."""
        return f"FY{self.year}-H{self.half}"


@final
@attrs.frozen(repr=False, order=True)
class FiscalQuarter(_Part):
    """A quarter of a fiscal year; the fourth is January to March.

    >>> FiscalQuarter(2023, 4).start
    datetime.date(2024, 1, 1)
    """

    #: 1 to 4.
    quarter: int = attrs.field(validator=_one_to(4, "quarter"))

    @property
    def start(self) -> date:
        """The first day of its first month."""
        return _first_of(self.year, _APRIL + 3 * (self.quarter - 1))

    @property
    def end(self) -> date:
        """The last day of its third month."""
        return _first_of(self.year, _APRIL + 3 * self.quarter) - _DAY

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和5年度第4四半期``."""
        return FiscalYear(self.year).japanese() + QUARTER.format(self.quarter)

    def __str__(self) -> str:
        """Return the canonical text, ``FY2023-Q4``. Inverse of :meth:`parse`."""
        return f"FY{self.year}-Q{self.quarter}"


@final
@attrs.frozen(repr=False)
class Span(_Period):
    """All days from the first of one period to the last of another.

    >>> Span(FiscalYear(2020), FiscalYear(2023)).years
    4
    """

    #: The period that it begins with.
    first: Part = attrs.field(validator=_check_part)
    #: The period that it ends with, which may lie in the first but not before it.
    last: Part = attrs.field(validator=[_check_part, _check_order])
    #: The text that it was written with, or ``""``.
    label: str = attrs.field(default="", kw_only=True, eq=False, repr=False, validator=_check_label)

    @property
    def start(self) -> date:
        """The first day of the first period."""
        return self.first.start

    @property
    def end(self) -> date:
        """The last day of the last period, inclusive."""
        return self.last.end

    @property
    def years(self) -> int | None:
        """How many years, both ends included; ``None`` unless both are of the same kind."""
        first, last = self.first, self.last
        if type(first) is type(last) and isinstance(first, FiscalYear | CalendarYear):
            return last.year - first.year + 1
        return None

    def plus_years(self, count: int) -> Span:
        """Return the span *count* years later; earlier if negative."""
        return Span(self.first.plus_years(count), self.last.plus_years(count))

    def japanese(self) -> str:
        """Name it as Japanese documents do, ``令和2年度～令和5年度``."""
        return f"{self.first.japanese()}～{self.last.japanese()}"

    def english(self) -> str:
        """Name it in English, ``FY2020 to FY2023``."""
        return f"{self.first.english()} to {self.last.english()}"

    def __str__(self) -> str:
        """Return the canonical text, ``FY2020/FY2023``. Inverse of :meth:`parse`."""
        return f"{self.first}/{self.last}"


#: A period that is not a span.
Part: TypeAlias = FiscalYear | CalendarYear | Month | Date | FiscalHalf | FiscalQuarter
#: Any period.
Period: TypeAlias = Part | Span
#: The classes of periods.
PERIODS: Final = (*get_args(Part), Span)


def parse_period(text: str) -> Period:
    """Return the period with that canonical text, of whatever kind.

    Raises:
        InvalidPeriodError: There is no such period.

    >>> parse_period("FY2020/FY2023")
    Span(FiscalYear(2020), FiscalYear(2023))
    """
    first, slash, last = text.partition("/")
    if slash:
        return Span(_parse_part(first, text), _parse_part(last, text))
    return _parse_part(text, text)


def contains(outer: Period, inner: Period) -> bool:
    """Return whether every day of *inner* is a day of *outer*.

    >>> contains(FiscalYear(2023), Month(2024, 3))
    True
    """
    return outer.start <= inner.start and inner.end <= outer.end


def fiscal_year_of(period: Period) -> int | None:
    """Return the fiscal year that the whole of *period* lies in, ``None`` if in several.

    >>> fiscal_year_of(Date(2024, 3, 31)), fiscal_year_of(CalendarYear(2024))
    (2023, None)
    """
    first, last = (day.year - (day.month < _APRIL) for day in (period.start, period.end))
    return first if first == last else None


def years_at(day: date, first_month: int = _APRIL) -> Fraction:
    """Return the end of *day* as a number of years, which begin with *first_month*.

    Each day counts alike within its own year, so that all years are equally long.

    >>> years_at(date(2024, 3, 31)), years_at(date(2022, 6, 12))
    (Fraction(2024, 1), Fraction(10111, 5))
    """
    from fractions import Fraction

    start = date(day.year - (day.month < first_month), first_month, 1)
    length = start.replace(year=start.year + 1) - start
    return start.year + Fraction((day - start).days + 1, length.days)


def _first_of(year: int, month: int) -> date:
    """Return the first day of a month; those behind December are of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _parse_part(part: str, text: str) -> Part:
    if match := re.fullmatch(_FISCAL, part):
        year = int(match[1])
        if match[2] == "H":
            return FiscalHalf(year, int(match[3]))
        if match[2] == "Q":
            return FiscalQuarter(year, int(match[3]))
        return FiscalYear(year)
    if match := re.fullmatch(_SOLAR, part):
        year, month, day = (int(group or 0) for group in match.groups())
        if match[3]:
            return Date(year, month, day)
        return Month(year, month) if match[2] else CalendarYear(year)
    raise InvalidPeriodError.told("period-text", text=text)
