"""The Japanese eras, and how an era year becomes a Gregorian one.

An era is one row of ``kpikit.language.years.ERAS``; the next one is added there, nowhere else.
Years are keyed on the Gregorian year, so that 令和元年度 and 平成31年度 are one year.
Until 1872 Japan had a lunisolar calendar, and 明治6年1月1日 is 1 January 1873: only years
are converted before that, never months or days.

A year that an era never reached (平成32年度) is still a year: documents of the time before an
era ended are full of them. Up to :data:`LONGEST_OVERRUN` years are taken, to be flagged by the
caller; later ones (平成72年) do not exist. 昭和100年, a unit of many computer systems, does.

Source: the cabinet orders and edicts that changed the era (元号を改める政令: 昭和64年政令第1号,
平成31年政令第143号; 詔書 of 1868-10-23, 1912-07-30 and 1926-12-25), as in JIS X 0301:2019,
annex on Japanese era names. Meiji counts from the first day of the lunisolar year 慶応4年.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language import years
from kpikit.language.errors import InvalidPeriodError

__all__ = [
    "ERAS",
    "FIRST_SOLAR_DAY",
    "LONGEST_OVERRUN",
    "Era",
    "era_called",
    "era_of",
    "era_year_text",
]

#: The first day on which Japan had the Gregorian calendar.
FIRST_SOLAR_DAY: Final = date(1873, 1, 1)
#: How many years past the last one of its era a year may be counted.
LONGEST_OVERRUN: Final = 40


@final
@attrs.frozen(repr=False)
class Era(Value):
    """A Japanese era.

    >>> era_called("R")
    Era('令和', 'R', '令', 'Reiwa', datetime.date(2019, 5, 1))
    """

    #: The name in kanji, ``令和``.
    name: str
    #: The letter of JIS X 0301, ``R``.
    letter: str
    #: The abbreviation in one kanji, ``令``.
    short: str
    #: The name in Latin letters, ``Reiwa``.
    romaji: str
    #: The first day.
    first: date
    #: The last day, or ``None`` for the era that runs.
    last: date | None = None

    def gregorian_year(self, year: int) -> int:
        """Return the Gregorian year of the era's *year*, which may overrun the era.

        Args:
            year: Counted from 1 (元年).

        Raises:
            InvalidPeriodError: The year is 0, negative, or too far past the era's end.
        """
        last = self.last
        limit = 99 if last is None else last.year - self.first.year + 1 + LONGEST_OVERRUN
        if not 1 <= year <= limit:
            msg = f"no year {year} of {self.romaji}: years run from 1 to {limit}"
            raise InvalidPeriodError(msg)
        return self.first.year + year - 1

    def overruns(self, start: date) -> bool:
        """Return whether the era had ended before *start*.

        >>> era_called("平成").overruns(date(2019, 4, 1))
        False
        """
        return self.last is not None and self.last < start

    def has_all_of(self, year: int) -> bool:
        """Return whether the era began before *year* and ended after it, in solar years.

        >>> era_called("平成").has_all_of(2018), era_called("平成").has_all_of(2019)
        (True, False)
        """
        begins = self.first.year < year and FIRST_SOLAR_DAY.year < year
        return begins and (self.last is None or year < self.last.year)


_FIRST_DAYS: Final = [date(*first) for *_, first in years.ERAS]
#: All eras, the earliest first; each ends on the day before the next.
ERAS: Final = tuple(
    Era(name, letter, short, romaji, first, after and after - timedelta(days=1))
    for (name, letter, short, romaji, _), first, after in zip(
        years.ERAS, _FIRST_DAYS, [*_FIRST_DAYS[1:], None], strict=True
    )
)

_BY_SIGN: Final = {
    sign: era
    for era in ERAS
    for sign in (era.name, era.letter, era.letter.lower(), era.short, era.romaji)
}


def era_called(sign: str) -> Era:
    """Return the era with a name in kanji or Latin letters, a letter or an abbreviation.

    Raises:
        InvalidPeriodError: No era is called so.

    >>> era_called("平").name
    '平成'
    """
    era = _BY_SIGN.get(sign)
    if era is None:
        names = ", ".join(era.name for era in ERAS)
        msg = f"no era is called {sign!r}: the eras are {names}"
        raise InvalidPeriodError(msg)
    return era


def era_of(day: date) -> Era | None:
    """Return the era that *day* lies in, or ``None`` before Meiji.

    >>> era_of(date(2019, 4, 30)).name
    '平成'
    """
    return next((era for era in reversed(ERAS) if era.first <= day), None)


def era_year_text(year: int, day: date) -> str:
    """Return *year* in the era of *day*, ``令和5年``; the first is ``元年``.

    Args:
        year: A Gregorian year.
        day: The day whose era names the year: the middle one of a period.

    >>> era_year_text(2019, date(2019, 10, 1))
    '令和元年'
    """
    era = era_of(day)
    if era is None:
        return f"{year}{years.YEAR}"
    count = year - era.first.year + 1
    return f"{era.name}{years.FIRST if count == 1 else count}{years.YEAR}"
