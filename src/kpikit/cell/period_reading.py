"""Read a whole cell that names a period."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import Final

import attrs

from kpikit.cell._periods import (
    STATUS,
    Conventions,
    PeriodFault,
    PeriodFound,
    parse_period_text,
    period_pattern,
    years_of,
)
from kpikit.language.fold import Folded, fold
from kpikit.language.issue import Issue, Note
from kpikit.language.lexicon import BY, CLASSES
from kpikit.language.pattern import pattern
from kpikit.language.periods import (
    AFTER_HEADINGS,
    AIMED,
    ASIDES,
    BOUNDS,
    CALENDAR,
    COMPARED,
    COUNTED,
    FOOTNOTE,
    HEADING_ENDS,
    HEADINGS,
    HEADS,
    LATELY,
    MEASURED_ENDS,
    NOW,
    NTH_YEAR,
    OF,
    OTHER_TIMES,
    PARTS_OF_PLANS,
    PLAN,
    PLANS,
    SPACE,
    SPANS_OF_PLANS,
    STAGES,
    STARTS,
    SUM,
    SUMS,
    SURVEYS,
    TERMS,
    TO,
    UNITS_OF_TIME,
    YEARS_BEFORE,
)
from kpikit.language.words import either
from kpikit.language.years import (
    ERA_NAMES,
    FISCAL,
    HALVES,
    INSTANTS,
    LETTERS,
    MONTH,
    OPENINGS,
    ORDINAL,
    QUARTERS,
    YEAR,
)
from kpikit.model._given import check_text
from kpikit.model.era import era_called
from kpikit.model.period import (
    CalendarYear,
    FiscalHalf,
    FiscalQuarter,
    FiscalYear,
    Month,
    Period,
    Span,
)
from kpikit.model.reading import Piece, Reading

__all__ = ["read_period"]

_OPENING: Final = rf"(?:{FOOTNOTE}[0-9]?\))?[ ※*(\[「『【〔〈<]*+"
#: Marks of a note: R5※1, R5（注1）.
_MARK: Final = rf"(?:[※*][0-9]?|[(](?:{FOOTNOTE}|※)[0-9]?[)])"
_CLOSING: Final = pattern(rf"(?:[ )\]」』】〕〉>。、]|{_MARK})*+")
#: The name of what was measured, before its period in brackets: 国家試験合格率【H24】.
_NAMED: Final = f"[^0-9()、。,%~-]{{2,30}}?{either(MEASURED_ENDS)}(?= *[(\\[〔【])"
_TERM: Final = f"{ORDINAL}?[0-9]{{1,2}}{either(TERMS)}"
#: The name of a plan before its period: 第2次総合計画（R5～9）; what is summed over one.
_PLANNED: Final = (
    rf"(?:{_TERM})?[^0-9()、。,%~-]{{0,20}}?{either(PLANS)}(?= *[(\[〔【])"
    rf"|{either(SUMS, SUM)}(?= *[(\[〔【])"
)
#: What may stand before a period without being part of it.
_HEAD: Final = pattern(
    rf"{_OPENING}(?:(?:(?:{_TERM} *)?{either(SPANS_OF_PLANS)}|{_TERM}|{either(HEADINGS)}"
    rf"|{either(STAGES)}?{either(HEADS)}{either(STAGES)}?{either(HEADING_ENDS)}?"
    rf"|(?:{PLAN})?[0-9]{{1,2}}{NTH_YEAR}|{_NAMED}|{_PLANNED}|(?:{either(LATELY)})?(?P<years>[0-9]{{1,2}})[{COUNTED}]?{YEAR}{SPACE}?{OF}?"
    rf"{either(SUMS, SUM)}?(?= *[(\[〔【])|(?P<part>{either(PARTS_OF_PLANS)}) *(?=[(\[〔【]))"
    rf"(?:{OF}|{AIMED.split()[0]}|[ :(\[「【〔{AFTER_HEADINGS}]++))?+{_OPENING}"
)
#: What no heading begins with, but most periods do.
_NO_HEAD: Final = frozenset(OPENINGS)
#: A noun phrase behind the period; it says nothing of another time, and bounds nothing.
_SURVEY: Final = (
    f"(?:(?!{either(BOUNDS)}|[{OTHER_TIMES}]{either(UNITS_OF_TIME)}|[{COMPARED}])"
    "[^0-9()、。,%~-]){1,60}+"
)
#: (令和6(2024)年度調査): when it was measured, which is not what it is filed under.
_IN_BRACKETS: Final = rf" *+\((?:[^()]|\([^()]*+\)){{1,60}}{either(ASIDES)}\) *+"
_RELATIVE: Final = pattern(
    f"(?:{either(YEARS_BEFORE)}|[{OTHER_TIMES}]){YEAR}{FISCAL}?|{either(NOW)}"
)
_STATUSES: Final = f"(?:(?:{STATUS}|{either(STARTS)})[ {OF}]*+){{1,4}}+"
#: How long a period is, and what the value of all of it is: R2からR5までの4年間, R6~R11(6年間),
#: R5~9の5か年平均; H30~34(前期).
_SUM: Final = f"(?:{OF}?{either(SUMS, SUM)})?"
_LENGTH: Final = (
    rf"(?:{TO})?{OF}(?:{SPACE}|{either(SPANS_OF_PLANS)})"
    rf"|(?:{TO})?[ (\[〔【]*+{OF}? ?(?P<length>[0-9]{{1,3}}) ?[{COUNTED}]?(?P<of>{YEAR}|{MONTH})"
    rf"{SPACE}?{_SUM}[ )\]〕】]*+{_SUM}(?:{BY}{either(SPANS_OF_PLANS)})?{either(AIMED)}?。?"
    rf"| ?\({either(PARTS_OF_PLANS)}\)"
)
#: The months of a part of a year: 第3四半期(10~12月).
_IN_MONTHS: Final = rf" *\((?P<first>[0-9]{{1,2}}){MONTH}?[~-](?P<last>[0-9]{{1,2}}){MONTH}\) *"
#: A part of a year with its months: 第3四半期(R6.10~12).
_PART: Final = (
    rf"(?:{ORDINAL}?(?P<quarter>[1-4]){either(QUARTERS)}|(?P<half>{either(*HALVES)}))"
    rf" *\((?P<first>[^()~]+)[~-](?P<last>[0-9]{{1,2}}){MONTH}?\)"
)
#: The first quarters of a year: （第2四半期まで）.
_TILL: Final = rf" *[(]{ORDINAL}?(?P<quarter>[1-4]){either(QUARTERS)}{TO}[)] *"
_FIRST_HALVES: Final = HALVES[:1]
_APRIL: Final = 4
#: What a year is to a plan: 2028年度（計画最終年度）.
_OF_PLAN: Final = f"(?:{either(HEADS)}|{either(STAGES)}){{1,3}}{either(HEADING_ENDS)}"
#: Which year of a plan it is: R7（初年度）, R8（2年目）.
_PLACE: Final = f"{either(HEADINGS)}|(?:{PLAN})?[0-9]{{1,2}}{NTH_YEAR}"
_SPAN_OF_PLAN: Final = either(SPANS_OF_PLANS)
_BRACKETS: Final = " ()[]「」『』【】〔〕〈〉<>。、・,※"
#: What stands between years that follow each other.
_ENUMERATING: Final = frozenset("、,・")
#: Words of every second cell, which need no note.
_PLAIN_WORDS: Final = frozenset(("", *INSTANTS.split()))


def read_period(
    text: str, *, fiscal_year_default: bool = True, era: str | None = None
) -> Reading[Period]:
    """Read a cell that names a period and nothing else.

    A heading before it (``実績値(R5)``) and words behind it (``R4調査``) are left out, the latter
    with a note; a cell that names two periods, or one relative to another, is refused.

    Args:
        text: The cell.
        fiscal_year_default: Whether a year without 年 or 年度 (``R5``) is a fiscal year.
        era: The era of years that name none (``8年度``), by name or letter; ``None``: such
            years are refused.

    Raises:
        InvalidPeriodError: No era is called *era*.

    >>> read_period("令和6年6月20日現在").value
    Date(2024, 6, 20)
    >>> print(read_period("令和6年2月30日").issues[0])
    2024年2月 has no day 30
        令和6年2月30日
                  ^^
    """
    check_text(text)
    conventions = _conventions(fiscal_year_default, era)
    folded = fold(text)
    head = None if folded.text[:1] in _NO_HEAD else _HEAD.match(folded.text)
    start = head.end() if head else 0
    is_open = folded.text.startswith("~", start)
    found = parse_period_text(folded, start + is_open, conventions=conventions)
    if head is None and isinstance(found, PeriodFault) and (head := _HEAD.match(folded.text)):
        start = head.end()  # 2年目（R8）
        found = parse_period_text(folded, start, conventions=conventions)
    if isinstance(found, PeriodFault):
        part = _part_of_year(folded, conventions)
        return part or Reading(text, issues=(_issue(folded, start, found),))
    misfit = head and _misfit(head, found.period)
    if misfit:
        return Reading(text, issues=(Issue("not-understood", text, *folded.span(*misfit)),))
    if found.end == len(folded.text) or _CLOSING.fullmatch(folded.text, found.end):
        reading = _reading(folded, found, found.words, (found.end - len(found.words), found.end))
        return _open(reading, folded, start) if is_open else reading
    return _rest(folded, found, conventions)


def _misfit(head: re.Match[str], period: Period) -> tuple[int, int] | None:
    """Return where a heading says another thing of a period: 前期（R7）, 3か年平均（R3～4）."""
    is_span = isinstance(period, Span)
    if head["part"] and not is_span:  # the first half of a year?
        return head.span("part")
    if head["years"] and not (is_span and int(head["years"]) == years_of(period)):
        return head.span("years")
    return None


@lru_cache(maxsize=32)
def _conventions(fiscal_year_default: bool, era: str | None) -> Conventions:  # noqa: FBT001 - as a cache is quick
    return Conventions(fiscal_year_default, None if era is None else era_called(era))


def _reading(
    folded: Folded, found: PeriodFound, words: str, place: tuple[int, int]
) -> Reading[Period]:
    """Report the period, and the *words* at *place* of the folded text unless they are plain."""
    notes = found.notes
    if words not in _PLAIN_WORDS:
        notes += (Note("words-beside-period", *folded.span(*place), words),)
    pieces = (Piece("period", *found.span),)
    return Reading(folded.original, found.period, notes, (), pieces)


def _part_of_year(folded: Folded, conventions: Conventions) -> Reading[Period] | None:
    """Read a part of a fiscal year with its months in brackets, which must be its own."""
    said = re.fullmatch(_PART, folded.text)
    first = said and parse_period_text(folded, *said.span("first"), conventions=conventions)
    if not (said and isinstance(first, PeriodFound) and first.end == said.end("first")):
        return None
    month, place = first.period, folded.span(*said.span())
    if not isinstance(month, Month):
        return None
    year, label = month.year - (month.month < _APRIL), folded.original[slice(*place)]
    quarter = said["quarter"]
    part = (
        FiscalQuarter(year, int(quarter), label=label)
        if quarter
        else FiscalHalf(year, 1 if said["half"] in _FIRST_HALVES else 2, label=label)
    )
    if part.start != month.start or part.end.month != int(said["last"]):
        return None
    return Reading(folded.original, part, first.notes, (), (Piece("period", *place),))


def _open(reading: Reading[Period], folded: Folded, start: int) -> Reading[Period]:
    note = Note("open-start", *folded.span(start, start + 1))
    return attrs.evolve(reading, notes=(*reading.notes, note))


def _rest(folded: Folded, found: PeriodFound, conventions: Conventions) -> Reading[Period]:
    """Accept or refuse what stands behind the period."""
    rest = folded.text[found.end :]
    words = rest.strip(_BRACKETS)
    start = found.end + len(rest) - len(rest.lstrip(_BRACKETS))
    place = start, start + len(words)
    if _is_aside(words) or re.fullmatch(_IN_BRACKETS, rest) or _says_same(rest, found.period):
        said = found.words + words
        return _reading(folded, found, said, (found.end - len(found.words), place[1]))
    till = re.fullmatch(_TILL, rest)
    if till and isinstance(found.period, FiscalYear) and int(till["quarter"]) > 1:
        return _till(folded, found, int(till["quarter"]))
    code = "not-understood"
    if period_pattern().search(rest):
        other = _parsed_beside(folded, found, place, conventions)
        if isinstance(other, PeriodFound) and other.end == place[1]:
            if other.period == found.period:
                return _reading(folded, found, found.words, place)
            if rest.strip()[0] in _ENUMERATING and _follows(found.period, other.period):
                return _enumerated(folded, found, other)
            place = start, other.end
        code = "two-periods"
    issue = Issue(code, folded.original, *folded.span(*place))
    return Reading(folded.original, issues=(issue,))


def _till(folded: Folded, found: PeriodFound, quarter: int) -> Reading[Period]:
    """Report the first quarters of a year: 令和5年度（第2四半期まで）."""
    year, label = found.period.start.year, found.period.label
    first, last = (FiscalQuarter(year, each, label=label) for each in (1, quarter))
    pieces = (Piece("period", *found.span),)
    return Reading(folded.original, Span(first, last, label=label), found.notes, (), pieces)


def _parsed_beside(
    folded: Folded, found: PeriodFound, place: tuple[int, int], conventions: Conventions
) -> PeriodFound | PeriodFault:
    """Return a second period; one without an era is of the era of the first: 平成29・30年度."""
    other = parse_period_text(folded, *place, conventions=conventions)
    named = re.match(_ERA, found.period.label) if isinstance(other, PeriodFault) else None
    if named is None:
        return other
    return parse_period_text(
        folded, *place, conventions=conventions._replace(era=era_called(named[0]))
    )


#: The era of a year.
_ERA: Final = f"{either(ERA_NAMES)}|[{LETTERS}]"


def _follows(one: Period, other: Period) -> bool:
    """Whether a period begins on the day after another ends."""
    spans = isinstance(one, Span) or isinstance(other, Span)
    return not spans and other.start - one.end == timedelta(days=1)


def _enumerated(folded: Folded, found: PeriodFound, other: PeriodFound) -> Reading[Period]:
    """Report years that are named one after the other: 2013、2014年度."""
    place = found.span[0], other.span[1]
    label = folded.original[slice(*place)]
    assert not isinstance(found.period, Span)  # noqa: S101 - of a year and the next
    assert not isinstance(other.period, Span)  # noqa: S101 - of a year and the next
    period = Span(found.period, other.period, label=label)
    notes = (*found.notes, *other.notes)
    return Reading(folded.original, period, notes, (), (Piece("period", *place),))


def _is_aside(words: str) -> bool:
    """Return whether *words* only say what was measured then, or how firm the value is."""
    if any(re.fullmatch(said, words) for said in (_STATUSES, _OF_PLAN, _SPAN_OF_PLAN, _PLACE)):
        return True
    return words.endswith(SURVEYS) and re.fullmatch(_SURVEY, words) is not None


def _says_same(rest: str, period: Period) -> bool:
    """Whether the words behind a period say how long it is, in which months, or which half."""
    words = rest.strip(_BRACKETS)
    if words in CLASSES["average"].split():  # 現在(全国平均)
        return True
    if words == CALENDAR:
        return isinstance(period, CalendarYear)
    months = re.fullmatch(_IN_MONTHS, rest)
    if months is not None:
        ends = period.start.month, period.end.month
        return (int(months["first"]), int(months["last"])) == ends and _months(period) <= _YEAR
    said = re.fullmatch(_LENGTH, rest)
    if said is None:
        return False
    if said["length"] is None:
        return isinstance(period, Span)
    length = years_of(period) if said["of"] == YEAR else _months(period)
    return int(said["length"]) == length


_YEAR: Final = 12


def _months(period: Period) -> int:
    """Return how many months a period has."""
    years = period.end.year - period.start.year
    return years * _YEAR + period.end.month - period.start.month + 1


def _issue(folded: Folded, start: int, fault: PeriodFault) -> Issue:
    """Say why nothing was read; *start* is where the heading ends."""
    code, first, last = fault.code, fault.start, fault.end
    if code == "not-a-period":
        relative = _RELATIVE.match(folded.text, start)
        if relative:
            code, (first, last) = "relative-period", folded.span(*relative.span())
        elif start == len(folded.text):
            code, first, last = "empty-cell", 0, len(folded.original)
    return Issue(code, folded.original, first, last, fault.detail)
