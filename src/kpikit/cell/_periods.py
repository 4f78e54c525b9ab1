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
from calendar import monthrange
from functools import cache
from typing import Final, NamedTuple, TypeAlias, TypeGuard

import attrs

from kpikit.language.errors import InvalidPeriodError
from kpikit.language.fold import Folded
from kpikit.language.issue import Note
from kpikit.language.words import KANJI
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
    "PERIOD_PATTERN",
    "STATUS_WORDS",
    "Conventions",
    "PeriodFault",
    "PeriodFound",
    "parse_period_text",
    "period_pattern",
]

_ERA: Final = "令和|平成|昭和|大正|明治|[令平昭大明MTSHRhr]"
_KANJI: Final = "[〇零一二三四五六七八九十百]{1,6}+"
_YEAR: Final = f"元|[0-9]{{1,4}}+|{_KANJI}"
_NUMBER: Final = f"[0-9]{{1,2}}+|{_KANJI}"
_NO_DURATION: Final = "(?!間|代|目|以内|以上|未満|ぶり|後(?![期半])|前(?![期半]))"
_UNIT: Final = rf"年 *+度|年\(度\)|暦年|年{_NO_DURATION}"
_GLOSS: Final = (
    rf"(?: *+\( *+(?:(?P<gloss_era>{_ERA}) *+(?P<gloss_year>{_YEAR})"
    r"|(?:西暦 *+)?(?P<gloss_west>[12][0-9]{3})) *+(?:年 *+度|暦年|年)?+ *+\))?+"
)
_MONTH: Final = (
    rf" *+(?P<month>{_NUMBER}) *+月"
    rf"(?: *+(?P<day>{_NUMBER}) *+日(?: *+\([日月火水木金土]\))?+)?+"
)
_HALF: Final = (
    r"(?: *+(?P<half>[上下]半?期|[前後][期半])|(?<=[0-9]{4})[ -]?(?P<half_h>H[12])(?![0-9]))"
)
_QUARTER: Final = (
    r" *+(?:第? *+(?P<quarter>[0-9]{1,2}+|[一二三四五六七八九]) *+(?:[四4]半期|Q)"
    r"|-?Q(?P<quarter_q>[0-9]))"
)
_NUMERIC: Final = (
    r"(?:(?P<stop>[./-])(?P<month_3>[0-9]{1,2}+)(?P<stop_2>[./-])(?P<day_3>[0-9]{1,2}+)"
    r"|(?<![0-9]{4})\.(?P<month_2>[0-9]{1,2}+)月?+"
    r"|(?<=[0-9]{4})(?:/(?P<month_slash>[0-9]{1,2}+)(?![0-9/])"
    r"|-(?P<month_iso>0[1-9]|1[0-2])(?![0-9-])))"
)
_EDGE: Final = r"(?: *+(?P<edge>末日|末|当初(?!予算|値)|初日|初め))?+"
_SECOND_GLOSS: Final = _GLOSS.replace("P<", "P<second_")
_IN_YEAR: Final = f"(?:(?<=[0-9元]){_NUMERIC}|{_MONTH}|{_HALF}|{_QUARTER})?+{_EDGE}"
_UNITED: Final = f" *+(?P<unit>{_UNIT}){_SECOND_GLOSS}"
_YEAR_PART: Final = (
    f"(?:(?P<era>{_ERA}) *+|(?P<prefix>FY|CY|西暦|') *+)?+(?P<year>{_YEAR})(?! *+[月日])"
    f"{_GLOSS}(?:{_UNITED})?+"
)

#: Words that stand behind a period and say what its value is, not when.
STATUS_WORDS: Final = (
    "調査時点|現在|時点|までに|まで|実績見込み|実績見込|実績値|実績|見込み値|見込値|見込み|見込|"
    "最終目標|中間目標|中間|最終|目標値|目標|計画値|推計値|推計|速報値|速報|暫定値|暫定|確定値|確定|累計|平均|合計|決算|"
    "当初予算|予算|調査結果|調査|における|において|卒業者|卒業|卒|中(?![旬間])|内(?!訳)"
)
_STATUS: Final = rf"(?P<words>(?: *+の?+ *+(?:{STATUS_WORDS})){{1,3}}+)?+"
_LINK: Final = "(?: *+(?P<link>~|-|から|より|/) *+)?+"
_POINT: Final = f"(?P<core>(?:{_YEAR_PART})?+{_IN_YEAR}){_STATUS}{_LINK}"
_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")


def _anonymous(pattern: str) -> str:
    return _NAMED_GROUP.sub("(?:", pattern)


_REST: Final = f"{_GLOSS}(?:{_UNITED})?+{_IN_YEAR}"
#: A year that nothing else shows to be one is followed by its unit.
_IS_UNITED: Final = rf"(?= *+(?:\([^()]{{1,12}}\) *+)?(?:{_UNIT}))"
_WESTERN: Final = "[12][0-9]{3}+"
_SECOND: Final = (
    r"(?: *+(?:~|-|から|/(?=[令平昭MTSHR])) *+"
    rf"(?:(?:(?:{_ERA}|FY) *+(?:{_YEAR})|(?:{_YEAR}){_IS_UNITED}){_REST}|{_MONTH}{_EDGE}"
    r"|[0-9]{1,4}+(?= *+(?:\)|$|累計|平均|合計|計|の)))(?: *+まで)?+)?+"
)
#: A period within folded text; has no named groups. It is narrower than what
#: :func:`parse_period_text` takes: a bare number is no period, nor is 12年間, 2-3 or AR5.
PERIOD_PATTERN: Final = _anonymous(
    "(?=[令平昭大明MTSHRF0-9'])(?<![A-Za-z0-9])(?:"
    "'[0-9]{2}(?![0-9])|"
    rf"(?:(?:令和|平成|昭和|大正|明治) *+(?:{_YEAR})(?! *+[月日])"
    rf"|[RH] ?(?:元|[0-9]{{1,2}}+)(?![0-9A-Za-z月日])|FY *+{_WESTERN}"
    rf"|(?:(?:(?<!{KANJI})[令平昭]|[MTS] ?)(?:{_YEAR})|(?<![0-9][.,]){_WESTERN}){_IS_UNITED})"
    rf"{_REST}"
    rf"|(?<![0-9][.,]){_WESTERN}(?:[./-][0-9]{{1,2}}+[./-][0-9]{{1,2}}+(?![0-9])"
    rf"|(?= *+[~-] *+(?:{_WESTERN}|[0-9]{{2}}) *+(?:{_UNIT})))"
    rf"|(?<=[(〔【\[]){_WESTERN}(?=[)〕】\]]|~(?:{_WESTERN}|[0-9]{{2}})(?:[)〕】\]]|累計|平均|合計|計))"
    r"|(?<=[(〔【\[])[0-9]{1,2}+(?: *+年 *+度(?: *+末)?+|年(?=[)〕】\]]))"
    rf"){_SECOND}(?: *+(?:現在|時点))?+"
)


@cache
def period_pattern() -> re.Pattern[str]:
    """Return what finds a period within folded text, compiled on first use: many need it not."""
    return re.compile(PERIOD_PATTERN)


@cache
def _point_pattern() -> re.Pattern[str]:
    return re.compile(_POINT)


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


_FISCAL: Final = "年度"
_CALENDAR: Final = "年"
_EITHER: Final = "年(度)"
_PREFIXES: Final = {"FY": _FISCAL, "CY": _CALENDAR}
_MONTHS: Final = ("month", "month_2", "month_3", "month_slash", "month_iso")
_GLOSS_GROUPS: Final = (
    ("gloss_era", "gloss_year", "gloss_west"),
    ("second_gloss_era", "second_gloss_year", "second_gloss_west"),
)
_TENS: Final = {"十": 10, "百": 100}
_DIGITS: Final = "〇一二三四五六七八九零"
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
        match = _point_pattern().match(self.folded.text, start, self.end)
        if match is None or not (match["year"] or match["month"]):
            return None
        return match

    def _found(self, period: Period, match: _Match, place: tuple[int, int]) -> PeriodFound:
        """Report *period*, whose last point is *match*."""
        words = match["words"] or ""
        last = match.end("core") + len(words)
        said = words.strip()
        if said == "まで" and isinstance(period, Span):
            said = ""  # the other half of から
        return PeriodFound(period, last, said, self.folded.span(*place), tuple(self.notes))

    def _span(self, first: _Match, second: _Match) -> PeriodFound:
        units = _unit(first), _unit(second)
        begin = self._part(first, units[0] or (None if second["month"] else units[1]))
        if _has_month(begin) and not (second["month"] or second["era"] or units[1]):
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
                day = named.end if match["edge"].startswith("末") else named.start
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
            raise _UnreadableError("no-such-era-year", span, f"{era.name}{digits}年") from None

    def _named(self, match: _Match, year: int, unit: str | None, label: str) -> Part:
        """Build the period without its edge (末, 当初)."""
        fiscal = unit == _FISCAL or (unit != _CALENDAR and self.conventions.fiscal_year_default)
        for group in _MONTHS:
            if match[group]:
                return self._month(match, group, year, unit, label)
        if unit == _EITHER:
            self._note("fiscal-year-assumed" if fiscal else "calendar-year-assumed", match)
        half, half_h, quarter, quarter_q = match.group("half", "half_h", "quarter", "quarter_q")
        half = half or half_h
        part = half or quarter or quarter_q
        if not part:
            return (FiscalYear if fiscal else CalendarYear)(year, label=label)
        if not (fiscal and (unit or match["era"])):
            raise _UnreadableError("part-of-calendar-year", match.span("core"))
        if half:
            return FiscalHalf(year, 1 if half[0] in "上前" or half == "H1" else 2, label=label)
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
        if unit == _FISCAL and match["year"]:
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
        if not 1 <= day <= _IN_ANY_MONTH and not 1 <= day <= monthrange(year, month)[1]:
            raise _UnreadableError("no-such-day", match.span(of_day), f"{year}年{month}月")
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
        return _PREFIXES.get(match["prefix"])
    if unit.endswith(")"):
        return _EITHER
    return _FISCAL if unit[-1] == "度" else _CALENDAR


def _number(digits: str) -> int:
    """Return what ASCII digits, ``元``, 二〇二四, 三十一 or 百 say."""
    if digits.isascii():
        return int(digits)
    if digits == "元":
        return 1
    total = value = 0
    for char in digits:
        if char in _TENS:
            total, value = total + (value or 1) * _TENS[char], 0
        else:
            value = value * 10 + _DIGITS.index(char) % 10
    return total + value
