"""Read a whole cell that names a period."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, lru_cache
from typing import Final

import attrs

from kpikit.cell._periods import (
    STATUS,
    Conventions,
    PeriodFault,
    PeriodFound,
    parse_period_text,
    period_pattern,
)
from kpikit.language.fold import Folded, fold
from kpikit.language.issue import Issue, Note
from kpikit.language.periods import (
    AIMED,
    ASIDES,
    BOUNDS,
    COMPARED,
    COUNTED,
    HEADING_ENDS,
    HEADINGS,
    HEADS,
    NOW,
    OF,
    OTHER_TIMES,
    PARTS_OF_PLANS,
    SPACE,
    SPANS_OF_PLANS,
    STAGES,
    STARTS,
    SURVEYS,
    TO,
    YEARS_BEFORE,
)
from kpikit.language.words import either
from kpikit.language.years import (
    FISCAL,
    INSTANTS,
    OPENINGS,
    ORDINAL,
    TERM,
    YEAR,
)
from kpikit.model._given import check_text
from kpikit.model.era import era_called
from kpikit.model.period import Period, Span
from kpikit.model.reading import Piece, Reading

__all__ = ["read_period"]

_OPENING: Final = r"[ ※*(\[「『【〔〈<]*+"
_CLOSING: Final = r"[ )\]」』】〕〉>。、]*+"
_TERM: Final = f"{ORDINAL}[0-9]{{1,2}}{TERM}"
#: What may stand before a period without being part of it.
_HEAD: Final = (
    rf"{_OPENING}(?:(?:(?:{_TERM} *)?{either(SPANS_OF_PLANS)}|{_TERM}|{either(HEADINGS)}"
    rf"|{either(STAGES)}?{either(HEADS)}{either(HEADING_ENDS)}?"
    rf"|(?P<part>{either(PARTS_OF_PLANS)}) *(?=[(\[〔【]))"
    rf"(?:{OF}|{AIMED.split()[0]}|[ :(\[「【〔]++))?+{_OPENING}"
)
#: What no heading begins with, but most periods do.
_NO_HEAD: Final = frozenset(OPENINGS)
#: A noun phrase behind the period; it says nothing of another time, and bounds nothing.
_SURVEY: Final = f"(?:(?!{either(BOUNDS)}|[{OTHER_TIMES}{COMPARED}])[^0-9()、。,%~-]){{1,60}}+"
#: (令和6(2024)年度調査): when it was measured, which is not what it is filed under.
_IN_BRACKETS: Final = rf" *+\((?:[^()]|\([^()]*+\)){{1,60}}{either(ASIDES)}\) *+"
_RELATIVE: Final = f"(?:{either(YEARS_BEFORE)}|[{OTHER_TIMES}]){YEAR}{FISCAL}?|{either(NOW)}"
_STATUSES: Final = f"(?:(?:{STATUS}|{either(STARTS)})[ {OF}]*+){{1,4}}+"
#: How long a span is: R2からR5までの4年間, H30~34(前期).
_LENGTH: Final = (
    rf"(?:{TO})?{OF}(?:{SPACE}"
    rf"| ?(?P<years>[0-9]{{1,2}}) ?[{COUNTED}]?{YEAR}{SPACE}?{either(AIMED)}?。?)"
    rf"| ?\({either(PARTS_OF_PLANS)}\)"
)
#: What a year is to a plan: 2028年度（計画最終年度）.
_OF_PLAN: Final = f"(?:{either(HEADS)}|{either(STAGES)}){{1,3}}{either(HEADING_ENDS)}"
_BRACKETS: Final = " ()[]「」『』【】〔〕〈〉<>。、※"
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
    head = None if folded.text[:1] in _NO_HEAD else _head_pattern().match(folded.text)
    start = head.end() if head else 0
    is_open = folded.text.startswith("~", start)
    found = parse_period_text(folded, start + is_open, conventions=conventions)
    if isinstance(found, PeriodFault):
        return Reading(text, issues=(_issue(folded, start, found),))
    if start and head and head["part"] and not isinstance(found.period, Span):
        issue = Issue("not-understood", text, *folded.span(*head.span("part")))
        return Reading(text, issues=(issue,))  # 前期（R7）: the first half of a year?
    if found.end == len(folded.text) or _closing_pattern().fullmatch(folded.text, found.end):
        reading = _reading(folded, found, found.words, (found.end - len(found.words), found.end))
        return _open(reading, folded, start) if is_open else reading
    return _rest(folded, found, conventions)


@lru_cache(maxsize=32)
def _conventions(fiscal_year_default: bool, era: str | None) -> Conventions:  # noqa: FBT001 - as a cache is quick
    return Conventions(fiscal_year_default, None if era is None else era_called(era))


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(_HEAD)


@cache
def _closing_pattern() -> re.Pattern[str]:
    return re.compile(_CLOSING)


def _reading(
    folded: Folded, found: PeriodFound, words: str, place: tuple[int, int]
) -> Reading[Period]:
    """Report the period, and the *words* at *place* of the folded text unless they are plain."""
    notes = found.notes
    if words not in _PLAIN_WORDS:
        notes += (Note("words-beside-period", *folded.span(*place), words),)
    pieces = (Piece("period", *found.span),)
    return Reading(folded.original, found.period, notes, (), pieces)


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
    code = "not-understood"
    if period_pattern().search(rest):
        other = parse_period_text(folded, *place, conventions=conventions)
        if isinstance(other, PeriodFound) and other.end == place[1]:
            if other.period == found.period:
                return _reading(folded, found, found.words, place)
            if rest.strip()[0] in _ENUMERATING and _follows(found.period, other.period):
                return _enumerated(folded, found, other)
            place = start, other.end
        code = "two-periods"
    issue = Issue(code, folded.original, *folded.span(*place))
    return Reading(folded.original, issues=(issue,))


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
    if re.fullmatch(_STATUSES, words) or re.fullmatch(_OF_PLAN, words):
        return True
    return words.endswith(SURVEYS) and re.fullmatch(_SURVEY, words) is not None


def _says_same(rest: str, period: Period) -> bool:
    """Whether the words behind a span say how long it is, or which half of a plan: 9年間."""
    said = re.fullmatch(_LENGTH, rest)
    if said is None or not isinstance(period, Span):
        return False
    return said["years"] is None or int(said["years"]) == _years(period)


def _years(period: Period) -> int:
    return round((period.end - period.start).days / 365.25)


def _issue(folded: Folded, start: int, fault: PeriodFault) -> Issue:
    """Say why nothing was read; *start* is where the heading ends."""
    code, first, last = fault.code, fault.start, fault.end
    if code == "not-a-period":
        relative = re.compile(_RELATIVE).match(folded.text, start)
        if relative:
            code, (first, last) = "relative-period", folded.span(*relative.span())
        elif start == len(folded.text):
            code, first, last = "empty-cell", 0, len(folded.original)
    return Issue(code, folded.original, first, last, fault.detail)
