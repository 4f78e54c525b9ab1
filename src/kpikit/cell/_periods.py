"""The grammar of periods, over folded text.

One regular expression, ``_POINT``, matches one point of time once; what it found is then
turned into a period or into the characters that are wrong. In EBNF::

    period = point [words] [link point [words]]
    point  = [era] year [gloss] [unit] [gloss] [part] [edge]  |  month [day] [edge]
    gloss  = "(" (era year | western year) [unit] ")"       令和5(2023)年度
    unit   = "年度" | "年" | "暦年" | "年(度)"
    part   = month [day] | half | quarter | "." month ["." day]
    edge   = "末" | "末日" | "当初"
    link   = "~" | "-" | "から"       a span; the second point may leave out era, year and unit
           | "/"                     another name of the same point: H31/R1

Every repetition is bounded or possessive: matching takes time linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple, TypeAlias, TypeGuard

import attrs

from kpikit.language.errors import InvalidPeriodError
from kpikit.language.fold import Folded
from kpikit.language.issue import Note
from kpikit.language.numbers import DIGITS, HUNDRED, ONE_TO_NINE, TEN
from kpikit.language.pattern import pattern
from kpikit.language.periods import OF, SINCE, STATUSES, SUM, SUMS, TO, WITHIN
from kpikit.language.words import KANJI, either, inline
from kpikit.language.years import (
    AROUND,
    CALENDAR,
    DAY,
    ENDS,
    ERA_NAMES,
    FIRST,
    FIRST_DAYS,
    FIRST_HALVES,
    FISCAL,
    FISCAL_YEAR,
    HALF,
    INSTANTS,
    LENGTHS_OF_TIME,
    LETTERS,
    LOWER,
    MONTH,
    NO_FISCAL_YEAR,
    NO_START,
    OF_WEEK,
    OPENINGS,
    ORDINAL,
    OTHER_LETTERS,
    PREFIXES,
    QUARTERS,
    RECENT_LETTERS,
    RECENT_SHORTS,
    START,
    TERM,
    UPPER,
    WEEKDAYS,
    WESTERN,
    YEAR,
)
from kpikit.model.era import FIRST_SOLAR_DAY, Era, era_called
from kpikit.model.period import (
    CalendarYear,
    Date,
    FiscalHalf,
    FiscalQuarter,
    FiscalYear,
    Month,
    Part,
    Period,
    Span,
)

__all__ = [
    "STATUS",
    "Conventions",
    "PeriodFault",
    "PeriodFound",
    "parse_period_text",
    "period_pattern",
    "years_of",
]

#: 令 or 令和: large classes of characters take long to compile, so there are as few as can be.
_ERA: Final = "|".join([*(f"{name[0]}{name[1:]}?" for name in ERA_NAMES.split()), f"[{LETTERS}hr]"])
_KANJI: Final = f"[{''.join(DIGITS)}{TEN}{HUNDRED}]{{1,6}}+"
_YEAR: Final = f"{FIRST}|[0-9]{{1,4}}+|{_KANJI}"
_NUMBER: Final = f"[0-9]{{1,2}}+|{_KANJI}"
_NO_LENGTH: Final = f"(?!{inline(LENGTHS_OF_TIME)}|[{AROUND}](?![{TERM}{HALF}]))"
#: A year of either kind, in the ways in which it is written.
_EITHER: Final = f"{YEAR}({FISCAL})"
_EITHERS: Final = (
    _EITHER,
    *(f"{YEAR}{mark}{YEAR}{FISCAL}" for mark in "/・"),
    f"{YEAR}{FISCAL}/{YEAR}",
)
_UNIT: Final = (
    rf"{'|'.join(map(re.escape, _EITHERS))}"
    rf"|{YEAR} *+{FISCAL}|{CALENDAR}{YEAR}|{YEAR}{_NO_LENGTH}"
)
_GLOSS: Final = (
    rf"(?: *+\( *+(?:(?P<gloss_era>{_ERA}) *+(?P<gloss_year>{_YEAR})"
    rf"|(?:{WESTERN} *+)?(?P<gloss_west>[12][0-9]{{3}}))"
    rf" *+(?:{YEAR} *+{FISCAL}|{CALENDAR}?{YEAR})?+ *+\))?+"
)
_MONTH: Final = (
    rf" *+(?P<month>{_NUMBER}) *+(?:{MONTH}|(?=[~-] *+[0-9]{{1,2}}+ *+{MONTH}))"
    rf"(?: *+(?P<day>{_NUMBER}) *+{DAY}(?: *+\([{WEEKDAYS}](?:{OF_WEEK})?\))?+)?+"
)
_HALF: Final = (
    rf"(?: *+(?P<half>[{UPPER}{LOWER}]{HALF}?{TERM}|[{AROUND}][{TERM}{HALF}])"
    r"|(?<=[0-9]{4})[ -]?(?P<half_h>H[12])(?![0-9]))"
)
_QUARTER: Final = (
    rf" *+(?:{ORDINAL}? *+(?P<quarter>[0-9]{{1,2}}+|[{ONE_TO_NINE}]) *+(?:{inline(QUARTERS)}|Q)"
    r"|-?Q(?P<quarter_q>[0-9]))"
)
_NUMERIC: Final = (
    r"(?:(?P<stop>[./-])(?P<month_3>[0-9]{1,2}+)(?P<stop_2>[./-])(?P<day_3>[0-9]{1,2}+(?![0-9]))"
    rf"|(?:(?<![0-9]{{4}})|(?=\.[0-9]{{1,2}}{either(ENDS)})"
    r"|(?=\.[0-9]{1,2} *[~-] *[12][0-9]{3}\.[0-9])|(?<=[~-][0-9]{4})(?=\.[0-9]{1,2}(?![0-9.])))"
    rf"\.(?P<month_2>[0-9]{{1,2}}+)(?: *+{MONTH})?+"
    r"|(?<=[0-9]{4})(?:/(?P<month_slash>[0-9]{1,2}+)(?![0-9/])"
    r"|-(?P<month_iso>0[1-9]|1[0-2])(?![0-9-])))"
)
_EDGE: Final = f"(?: *+(?P<edge>{inline(ENDS, FIRST_DAYS)}|{START}(?!{either(NO_START)})))?+"
_SECOND_GLOSS: Final = _GLOSS.replace("P<", "P<second_")
_IN_YEAR: Final = f"(?P<part>(?<=[0-9{FIRST}]){_NUMERIC}|{_MONTH}|{_HALF}|{_QUARTER})?+{_EDGE}"
_REST: Final = f"{_GLOSS}(?: *+(?P<unit>{_UNIT}){_SECOND_GLOSS})?+"
_NO_DAY: Final = f"(?! *+[{MONTH}{DAY}])"
_YEAR_PART: Final = (
    f"(?:(?P<era>{_ERA}) *+|(?P<prefix>{'|'.join(PREFIXES)}|{WESTERN}|') *+)?+"
    f"(?P<year>{_YEAR}){_NO_DAY}{_REST}"
)
#: What stands behind a period and says what its value is, not when.
STATUS: Final = "|".join(
    [inline(STATUSES), *(f"{word}(?![{more}])" for word, more in WITHIN.items())]
)
_WORDS: Final = rf"(?P<words>(?: *+{OF}?+ *+(?:{STATUS})){{1,3}}+)?+"
_LINK: Final = f"(?: *+(?P<link>[~/-]|{'|'.join(SINCE)}) *+)?+"
_POINT: Final = pattern(f"(?P<core>(?:{_YEAR_PART})?+{_IN_YEAR}){_WORDS}{_LINK}")

#: A year that nothing else shows to be one is followed by its unit.
_IS_UNITED: Final = rf"(?= *+(?:\([^()]{{1,12}}\) *+)?(?:{_UNIT}))"
_WESTERN: Final = "[12][0-9]{3}+"
_UNJOINED: Final = rf"(?<![0-9][.,]){_WESTERN}"
#: The first year of a period, whose unit, part and edge follow.
_FIRST_YEAR: Final = (
    rf"(?:{either(ERA_NAMES)} *+(?:{_YEAR}){_NO_DAY}"
    rf"|[{RECENT_LETTERS}] ?(?:{FIRST}|[0-9]{{1,2}}+)(?![0-9A-Za-z{MONTH}{DAY}])|FY *+{_WESTERN}"
    rf"|(?:(?:(?<!{KANJI})[{RECENT_SHORTS}]|[{OTHER_LETTERS}] ?)(?:{_YEAR})|{_UNJOINED})"
    rf"{_IS_UNITED})"
)
#: The second one, or its month, or a number that nothing follows.
_SECOND_YEAR: Final = (
    rf" *+(?:~|-|{SINCE[0]}|/(?=[{RECENT_SHORTS}{LETTERS}])) *+"
    rf"(?:(?:{_ERA}|FY) *+(?:{_YEAR})|(?:{_YEAR}){_IS_UNITED}|(?=(?:{_NUMBER}) *+{MONTH})"
    rf"|(?<! -)(?<![{YEAR}{FISCAL}]-)[0-9]{{1,4}}+(?= *+(?:\)|$|{OF}|{either(SUMS, SUM)})))"
)
#: What nothing but a second year follows: '20, 2024/4/1, 2022~24年度, (2022), (4年), 16年度.
_OTHER_FIRST: Final = (
    rf"(?:'[0-9]{{2}}(?![0-9])|{_UNJOINED}(?:\.[0-9]{{1,2}}+{either(ENDS)}|[./-][0-9]{{1,2}}+[./-][0-9]{{1,2}}+(?![0-9])"
    rf"|(?= *+[~-] *+(?:{_WESTERN}|[0-9]{{2}}) *+(?:{_UNIT})))"
    rf"|(?<=[(〔【\[])(?:{_WESTERN}"
    rf"(?=[)\]]|〕|】|→{_WESTERN}[)\]]"
    rf"|~(?:{_WESTERN}|[0-9]{{2}})(?:[)\]]|〕|】|{either(SUMS, SUM)}))"
    rf"|[0-9]{{1,2}}+(?: *+{YEAR} *+{FISCAL}(?: *+{ENDS.split()[0]})?+|{YEAR}(?=[)\]]|〕|】)))"
    rf"|(?<![0-9.,])(?:[0-9]{{1,2}}+ *+[~-] *+)?+[0-9]{{1,2}}+{FISCAL_YEAR}"
    rf"(?![{NO_FISCAL_YEAR}])(?:{ENDS.split()[0]})?+)"
)
#: A period within folded text, narrower than what :func:`parse_period_text` takes: a bare number is
#: no period, nor is 12年間, 2-3 or AR5. The one group, which is empty, marks that there is a first
#: year: so what may follow a year, the same for both, is stated once.
PERIOD_PATTERN: Final = (
    rf"(?=[{OPENINGS}'])(?<![A-Za-z0-9])(?:(?:(?(1){_SECOND_YEAR}|{_FIRST_YEAR}){_REST}{_IN_YEAR}"
    rf"|(?(1)(?!)|{_OTHER_FIRST}))(?(1)(?: *+{TO})?+|())){{1,2}}(?: *+{either(INSTANTS)})?+"
)
_NAMED_GROUP: Final = r"\(\?P<\w+>"


@cache
def period_pattern() -> re.Pattern[str]:
    """Return what finds a period within folded text, compiled on first use: many need it not."""
    return re.compile(re.sub(_NAMED_GROUP, "(?:", PERIOD_PATTERN))


class Conventions(NamedTuple):
    """What a table leaves unsaid about its periods."""

    #: Whether a year without 年 or 年度 (``R5``) is a fiscal year.
    fiscal_year_default: bool = True
    #: The era of years that name none (``8年度``), or ``None`` to refuse them.
    era: Era | None = None


class PeriodFound(NamedTuple):
    """A period and where it stands."""

    #: The period, labelled with the original text.
    period: Period
    #: One past its last character, in the *folded* text, words such as 現在 included.
    end: int
    #: The words behind it that say what its value is: 現在, 時点, 実績, 見込み …
    words: str
    #: Where the period stands in the original text, the words left out.
    span: tuple[int, int]
    #: What should be known of it.
    notes: tuple[Note, ...]


class PeriodFault(NamedTuple):
    """Why there is no period."""

    #: The code of an issue.
    code: str
    #: Where the faulty characters begin in the original text.
    start: int
    #: One past where they end.
    end: int
    #: A value that the message shows.
    detail: str = ""


_MONTHS: Final = ("month", "month_2", "month_3", "month_slash", "month_iso")
_GLOSS_GROUPS: Final = (
    ("gloss_era", "gloss_year", "gloss_west"),
    ("second_gloss_era", "second_gloss_year", "second_gloss_west"),
)
_FIRST_HALVES: Final = frozenset(("H1", *FIRST_HALVES.split()))
_ENDS: Final = frozenset(ENDS.split())
_TENS: Final = {TEN: 10, HUNDRED: 100}
_APRIL: Final = 4
_DECEMBER: Final = 12
#: How many days every month has at least.
_IN_ANY_MONTH: Final = 28
_QUARTERS: Final = 4
_WESTERN_DIGITS: Final = 4
#: How many years a period of which the second year is a bare number may have: R1から66.
_LONGEST: Final = 40
#: Of '20 and the like.
_CENTURY: Final = 2000
#: As the second year of 2022～24 is written.
_SHORT_DIGITS: Final = 2

#: What a table leaves unsaid, unless the caller knows better.
_USUAL: Final = Conventions()
_Match: TypeAlias = re.Match[str]


class _UnreadableError(Exception):
    """Characters, in folded offsets, that make no period."""

    def __init__(self, code: str, span: tuple[int, int], detail: str = "") -> None:
        super().__init__(code, span, detail)
        self.code, self.span, self.detail = code, span, detail


def parse_period_text(
    folded: Folded, start: int = 0, end: int | None = None, *, conventions: Conventions = _USUAL
) -> PeriodFound | PeriodFault:
    """Parse the longest period that begins at *start*.

    Args:
        folded: The cell.
        start: Where the period begins, in the folded text.
        end: Where it must end at the latest; ``None``: at the end of the text.
        conventions: What the table leaves unsaid.

    Returns:
        The period found, which may end before *end*, or what is wrong with it.

    >>> from kpikit.language.fold import fold
    >>> str(parse_period_text(fold("R2〜5")).period)
    'FY2020/FY2023'
    """
    parser = _Parser(folded, len(folded.text) if end is None else end, conventions)
    try:
        return parser.period(start)
    except _UnreadableError as fault:
        return PeriodFault(fault.code, *folded.span(*fault.span), fault.detail)


def years_of(period: Period) -> int:
    """Return how many years a period has, to the nearest.

    >>> years_of(Span(FiscalYear(2023), FiscalYear(2027)))
    5
    """
    return round((period.end - period.start).days / 365.25)


class _Parser:
    """Turns the points of one period into a value; remembers what the first one settles."""

    __slots__ = ("before", "conventions", "end", "folded", "notes")

    def __init__(self, folded: Folded, end: int, conventions: Conventions) -> None:
        self.folded = folded
        self.end = end
        self.conventions = conventions
        self.notes: list[Note] = []
        #: The first point and its era, which the second may leave out.
        self.before: tuple[Part, Era | None] | None = None

    def period(self, start: int) -> PeriodFound:
        first = self._match(start)
        if first is None:
            raise _UnreadableError("not-a-period", (start, self.end))
        second = self._match(first.end()) if first["link"] else None
        if second is not None:
            return (self._same if first["link"] == "/" else self._span)(first, second)
        return self._found(self._part(first, _unit(first)), first, first.span("core"))

    def _match(self, start: int) -> _Match | None:
        match = _POINT.match(self.folded.text, start, self.end)
        if match is None or not (match["year"] or match["month"]):
            return None
        return match

    def _found(self, period: Period, match: _Match, place: tuple[int, int]) -> PeriodFound:
        """Report *period*, whose last point is *match*."""
        last, said, words = match.end("core"), "", match["words"]
        if words:
            last, said = last + len(words), words.strip()
            if said == TO and isinstance(period, Span):
                said = ""  # the other half of から
        return PeriodFound(period, last, said, self.folded.span(*place), tuple(self.notes))

    def _span(self, first: _Match, second: _Match) -> PeriodFound:
        units = _unit(first), _unit(second)
        begin = self._part(first, units[0] or (None if second["month"] else units[1]))
        is_of_month = any(second[each] for each in _MONTHS)
        is_dotted = second["month_2"] is not None and second["era"] is None
        is_same = _has_month(begin) if is_dotted else is_of_month or not _has_month(begin)
        if not (is_same or second["era"] or units[1]):
            raise _UnreadableError("not-understood", second.span("core"))
        finish = self._part(second, units[1] or units[0])
        place = first.start(), second.end("core")
        if begin.start > finish.end:
            raise _UnreadableError("span-backwards", place)
        if not (second["era"] or units[1]) and finish.start.year - begin.start.year > _LONGEST:
            raise _UnreadableError("not-understood", second.span("core"))
        period = Span(begin, finish, label=self._original(*place))
        return self._found(period, second, place)

    def _same(self, first: _Match, second: _Match) -> PeriodFound:
        """Read two names of one period, ``H31/R1``."""
        part = self._part(first, _unit(first) or _unit(second))
        place = first.start(), second.end("core")
        if self._part(second, _unit(second) or _unit(first)) != part:
            raise _UnreadableError("years-disagree", place)
        return self._found(attrs.evolve(part, label=self._original(*place)), second, place)

    def _part(self, match: _Match, unit: str | None) -> Part:
        """Build what one point stands for; *unit* may come from the other point of a span."""
        year, era = self._year(match, unit)
        label = self._original(*match.span("core"))
        try:
            named = self._named(match, year, unit, label)
            self._compare_eras(match, named, era)
            if "(" in match[0]:
                for group in _GLOSS_GROUPS:
                    self._compare_gloss(match, group, named, year)
            self.before = named, era
            if match["edge"]:
                day = named.end if match["edge"] in _ENDS else named.start
                return Date.from_date(day, label=label)
        except InvalidPeriodError:
            raise _UnreadableError("no-such-year", match.span("core")) from None
        return named

    def _year(self, match: _Match, unit: str | None) -> tuple[int, Era | None]:
        """Return the Gregorian year, and the era if the year was counted in one."""
        digits = match["year"]
        before, era = self.before or (None, self.conventions.era)
        if digits is None:
            if before is None or not _has_month(before):
                raise _UnreadableError("month-without-year", match.span("core"))
            return before.year, None
        if match["era"]:
            era = era_called(match["era"])
        elif match["prefix"] == "'":
            return _CENTURY + _number(digits), None
        elif len(digits) == _WESTERN_DIGITS:
            return _number(digits), None
        elif before is not None and era is None and len(digits) == _SHORT_DIGITS:
            return before.year // 100 * 100 + _number(digits), None
        elif before is None and unit is None:
            raise _UnreadableError("not-a-period", (match.start(), self.end))
        return self._era_year(era, digits, match.span("core")), era

    def _era_year(self, era: Era | None, digits: str, span: tuple[int, int]) -> int:
        if era is None:
            raise _UnreadableError("era-unknown", span)
        try:
            return era.gregorian_year(_number(digits))
        except InvalidPeriodError:
            raise _UnreadableError("no-such-era-year", span, f"{era.name}{digits}{YEAR}") from None

    def _named(self, match: _Match, year: int, unit: str | None, label: str) -> Part:
        """Build the period without its edge (末, 当初)."""
        fiscal = unit == FISCAL_YEAR or (unit != YEAR and self.conventions.fiscal_year_default)
        is_whole = match["part"] is None
        for group in () if is_whole else _MONTHS:
            if match[group]:
                return self._month(match, group, year, unit, label)
        if unit == _EITHER:
            self._note("fiscal-year-assumed" if fiscal else "calendar-year-assumed", match)
        if is_whole:
            return (FiscalYear if fiscal else CalendarYear)(year, label=label)
        half = match["half"] or match["half_h"]
        if not (fiscal and (unit or match["era"])):
            raise _UnreadableError("part-of-calendar-year", match.span("core"))
        if half:
            return FiscalHalf(year, 1 if half in _FIRST_HALVES else 2, label=label)
        return FiscalQuarter(year, self._quarter(match), label=label)

    def _quarter(self, match: _Match) -> int:
        group = "quarter" if match["quarter"] else "quarter_q"
        quarter = _number(match[group])
        if not 1 <= quarter <= _QUARTERS:
            raise _UnreadableError("no-such-quarter", match.span(group), str(quarter))
        return quarter

    def _month(
        self, match: _Match, group: str, year: int, unit: str | None, label: str
    ) -> Month | Date:
        """Build a month or a day of *year*; in a fiscal year March is one of the next year."""
        month = _number(match[group])
        if not 1 <= month <= _DECEMBER:
            raise _UnreadableError("no-such-month", match.span(group), str(month))
        if unit == FISCAL_YEAR and match["year"]:
            if match["prefix"] or match["day"]:
                raise _UnreadableError("not-understood", match.span(group))
            year += month < _APRIL
            self._note("month-of-fiscal-year", match, Month(year, month).japanese())
        of_day = "day_3" if group == "month_3" else "day"
        if not match[of_day]:
            return Month(year, month, label=label)
        if match["stop"] != match["stop_2"]:
            raise _UnreadableError("not-a-period", match.span("core"))
        day = _number(match[of_day])
        if not 1 <= day <= _IN_ANY_MONTH and not _has_day(year, month, day):
            raise _UnreadableError("no-such-day", match.span(of_day), f"{year}{YEAR}{month}{MONTH}")
        return Date(year, month, day, label=label)

    def _compare_eras(self, match: _Match, named: Part, era: Era | None) -> None:
        """Note it where the days that the period names are not days of the era."""
        if era is None or era.has_all_of(named.year):
            return
        if _has_month(named) and named.start < FIRST_SOLAR_DAY:
            raise _UnreadableError("lunisolar-day", match.span("core"))
        if era.overruns(named.start):
            self._note("era-overrun", match, named.japanese())
        elif named.end < era.first:
            self._note("era-not-begun", match, named.japanese())

    def _compare_gloss(
        self, match: _Match, groups: tuple[str, str, str], named: Part, year: int
    ) -> None:
        """Compare the year with the one in brackets behind it."""
        sign, count, western = match.group(*groups)
        if sign:
            era = era_called(sign)
            other = self._era_year(era, count, match.span(groups[1]))
            if era.overruns(named.start):
                self._note("era-overrun", match, named.japanese())
        elif western:
            other = int(western)
        else:
            return
        if other != year:
            raise _UnreadableError("years-disagree", match.span("core"))

    def _original(self, start: int, end: int) -> str:
        first, last = self.folded.span(start, end)
        return self.folded.original[first:last]

    def _note(self, code: str, match: _Match, detail: str = "") -> None:
        self.notes.append(Note(code, *self.folded.span(*match.span("core")), detail))


def _has_month(part: Part) -> TypeGuard[Month | Date]:
    return isinstance(part, Month | Date)


def _unit(match: _Match) -> str | None:
    """Return what kind of year a point says it is, ``None`` if it does not."""
    unit = match["unit"]
    if unit is None:
        return PREFIXES.get(match["prefix"])
    if unit in _EITHERS:
        return _EITHER
    return FISCAL_YEAR if unit[-1] == FISCAL else YEAR


def _has_day(year: int, month: int, day: int) -> bool:
    """Return whether a month has so many days."""
    from calendar import monthrange  # only the last days of a month pay for it

    return 1 <= day <= monthrange(year, month)[1]


def _number(digits: str) -> int:
    """Return what ASCII digits, ``元``, 二〇二四, 三十一 or 百 say."""
    if digits.isascii():
        return int(digits)
    if digits == FIRST:
        return 1
    total = value = 0
    for char in digits:
        if char in _TENS:
            total, value = total + (value or 1) * _TENS[char], 0
        else:
            value = value * 10 + int(DIGITS[char])
    return total + value
