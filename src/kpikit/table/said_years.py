"""What lines say of the years of values: 目標値は令和８年度末, 策定時の値は令和２年度."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple, final

import attrs

from kpikit.language.headings import (
    ALL_VALUES,
    BETWEEN_STATEMENTS,
    EXCEPTED,
    LABELS,
    MAY_BE_DUE,
    NOT_WHEN_DUE,
    OF_SOMETHING,
    ROLES,
    SAID_BESIDE,
    SAID_OF_OTHERS,
    SAID_OF_SOME,
    SAID_OF_VALUES,
    SAID_OF_YEARS,
    SAYING_SO,
    YEAR_SAID_FIRST,
    YEAR_SAID_FIRST_OF_ALL,
    YEARS_OF_PLAN,
)
from kpikit.language.lines import EXCEPTED_YEAR
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.table.headings import YEARS_OF, Role, folded
from kpikit.table.sections import is_remark

__all__ = [
    "SaidYear",
    "Statement",
    "end_of_plan",
    "is_of_no_actuals",
    "may_be_due",
    "said_year",
    "statements",
    "tells_years",
]

_OF_YEARS: Final = {of: pattern(SAID_OF_YEARS[year.value]) for year, of in YEARS_OF.items()}
_OF_ALL: Final = {of: frozenset(ALL_VALUES[of.value].split()) for of in YEARS_OF.values()}
#: What values of any kind are called, of which a line may say other years.
_KNOWN: Final = frozenset(chain(*(ROLES[of.value].split() for of in YEARS_OF.values())))
_BESIDE: Final = pattern(SAID_BESIDE)
_STATEMENT: Final = pattern(SAID_OF_VALUES)
_OF_SOME: Final = {of: pattern(SAID_OF_SOME[of.value]) for of in YEARS_OF.values()}
_BETWEEN: Final = pattern(BETWEEN_STATEMENTS)
_DATED: Final = pattern(DATED)
_EXCEPTED: Final = pattern(EXCEPTED)
_EXCEPTED_YEAR: Final = pattern(EXCEPTED_YEAR)
_SAYING_SO: Final = pattern(SAYING_SO)
_OF_OTHERS: Final = pattern(SAID_OF_OTHERS)
_FIRST: Final = pattern(YEAR_SAID_FIRST)
_FIRST_OF_ALL: Final = pattern(YEAR_SAID_FIRST_OF_ALL)
_YEAR_WORDS: Final = {of: LABELS[year.value].split() for year, of in YEARS_OF.items()}
_MAY_BE_DUE: Final = pattern(MAY_BE_DUE)
_NOT_WHEN_DUE: Final = pattern(NOT_WHEN_DUE)
#: How a statement begins that is of some things: No.2は.
_OF_SOMETHING: Final = pattern(OF_SOMETHING)
_YEARS_OF_PLAN: Final = pattern(YEARS_OF_PLAN)


@final
@attrs.frozen(eq=False)
class SaidYear:
    """What a line says of the year of values."""

    #: The year as it is written.
    year: str
    #: Whether it is that of all of them, or of all that do not say their own.
    is_sure: bool = True
    #: What it calls the values, ``""`` where it names their year: 目標年度.
    word: str = ""
    #: Whether it only may say so, in words that nobody knows.
    is_guessed: bool = False


@final
class Statement(NamedTuple):
    """What a line says of the year of the values that a word is for: 最新値は令和６年度の値."""

    word: str
    #: The year as it is written.
    year: str
    #: How it says that this is the year of their values, ``None`` if it does not: の値.
    values: str | None
    #: How it says that it is of those of which nothing was said, ``None`` if it does not: その他の.
    rest: str | None
    #: What stands behind it.
    behind: str

    def is_sure(self, words: Container[str] = ()) -> bool:
        """Whether it names no other year, but for those of other words, and nothing that has one.

        Args:
            words: Other words for values than the usual ones.

        >>> (said,) = statements("最新値は令和６年度（No.2は令和５年度）")
        >>> said.is_sure()
        False
        """

        def without_known(found: re.Match[str]) -> str:
            is_known = found["word"] in _KNOWN or found["word"] in words
            return "" if is_known else found[0]

        beside = _BESIDE.sub(without_known, self.behind)
        if self.rest or _DATED.search(beside):
            return False
        return not _EXCEPTED.search(beside) or _SAYING_SO.search(beside) is not None


@lru_cache(maxsize=1024)  # a line is asked about by each value below it
def said_year(text: str, role: Role) -> SaidYear | None:
    """Return of which year a line says that values of a role are, ``None`` if it says nothing.

    >>> said_year(
    ...     "計画期間：R4～R8　目標値は令和８年度末（特に記載のあるものを除く。）", Role.TARGET
    ... ).year
    '令和8年度'
    >>> said_year("目標値は令和８年度末（No.2は令和７年度）", Role.TARGET).is_sure
    False
    >>> said_year("目標値は令和３年度に設定した。", Role.TARGET)
    """
    if role not in _OF_YEARS:
        return None
    whole = folded(text)
    if not _DATED.search(whole):
        return None
    parts = _parts(text)
    for part in (whole, *parts):
        found = _OF_YEARS[role].search(part)
        if found is not None:
            return SaidYear(found[1])
    told = [each for each in statements(text) if each.word in _OF_ALL[role]]
    if not told:
        return next(filter(None, (_said_first(part, role) for part in parts)), None)
    years = {*chain(*map(_OF_SOME[role].findall, parts)), *(each.year for each in told)}
    is_one = len(years) == 1 and not _EXCEPTED_YEAR.search(whole)
    is_sure = is_one and all(each.is_sure() for each in told)
    return SaidYear(told[0].year, is_sure, told[0].word)


def _said_first(part: str, role: Role) -> SaidYear | None:
    """Return the year before the word for values of a role: 令和８年度を目標年度とする."""
    words = {*_OF_ALL[role], *_YEAR_WORDS[role]}
    told = (each for each in _FIRST_OF_ALL.finditer(part) if each["word"] in words)
    found = next(told, None)
    if found is None:
        return None
    before, behind = (_FIRST.sub("", text) for text in _around(part, found))
    is_of_some = _OF_SOMETHING.search(before) or _DATED.search(behind) or _EXCEPTED.search(behind)
    word = found["word"] if found["word"] in _OF_ALL[role] else ""
    return SaidYear(found["year"], not is_of_some, word)


def _around(part: str, found: re.Match[str]) -> tuple[str, str]:
    return part[: found.start()], part[found.end() :]


def statements(text: str) -> list[Statement]:
    """Return what a line says of the years of values, word by word.

    >>> said = statements("※策定時の値は平成30年度、最新値は令和６年度の値である。")
    >>> [(each.word, each.year) for each in said]
    [('策定時', '平成30年度'), ('最新値', '令和6年度')]
    """
    is_note = is_remark(text.strip())
    return [
        Statement._make((*found.group("word", "year", "values", "rest"), part[found.end() :]))
        for part in _parts(text)
        for found in _sayings(part, is_note=is_note)
    ]


def _sayings(part: str, *, is_note: bool) -> list[re.Match[str]]:
    """Return what a part says of years.

    With the year in a bracket, 目標値（R9）, it may be a title, unless it is a note or says two.
    """
    found = [*_STATEMENT.finditer(part)]
    is_told = is_note or len(found) > 1
    return [each for each in found if is_told or not each["bracket"]]


def tells_years(text: str) -> bool:
    """Whether a line says of which year values are, and so is no name of an indicator.

    >>> tells_years("基準値はR1年度、目標値はR9年度"), tells_years("目標値を達成した事業数")
    (True, False)
    """
    return any(said_year(text, role) is not None for role in _OF_YEARS)


@lru_cache(maxsize=1024)
def may_be_due(text: str) -> SaidYear | None:
    """Return when targets may be due by a line that says it in other words, or nothing.

    >>> may_be_due("令和９年度における目標達成を目指す。").year
    '令和9年度'
    >>> may_be_due("令和９年度に目標を見直す。")
    """
    parts = _parts(text)
    told = (_MAY_BE_DUE.search(part) for part in parts if not _NOT_WHEN_DUE.search(part))
    found = next(filter(None, told), None)
    if found is None:
        return None
    return SaidYear(found[1] or found[2], is_sure=False, is_guessed=True)


def _parts(text: str) -> list[str]:
    """Return the statements of a line, and what it says between them."""
    return [folded(part) for part in _BETWEEN.split(text)]


def end_of_plan(text: str) -> str:
    """Return the last year of a plan, where a line says from when to when it runs.

    >>> end_of_plan("過疎地域持続的発展計画（R3～R7）"), end_of_plan("実績（R3～R6）")
    ('R7', '')
    """
    found = {each[1] for each in _YEARS_OF_PLAN.finditer(folded(text))}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=1024)
def is_of_no_actuals(text: str) -> bool:
    """Whether the year of a line is that of targets, or of values at the start.

    >>> (
    ...     is_of_no_actuals("待機児童数の目標値は令和７年度"),
    ...     is_of_no_actuals("令和７年度の目標と実績"),
    ... )
    (True, False)
    """
    return _OF_OTHERS.search(folded(text)) is not None
