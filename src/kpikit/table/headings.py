"""What the heading of a column says the column holds.

The words are data: :data:`SYNONYMS` maps each to a role, and a
:class:`kpikit.table.layout.Layout` adds more. A heading may add a period (``実績値(R5)``,
``令和5年度実績値``), a unit (``実績値(%)``), how firm its values are (``R6見込値``) or a remark in
brackets (``目標値(第2期計画)``). A heading that says more than that, or whose bracket may change
the values (``目標値(以下)``), is not known: its column is kept as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import unique
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias, final
from unicodedata import normalize

import attrs

from kpikit._value import Code, Value
from kpikit.cell import Vocabulary, read_period
from kpikit.cell.vocabulary import USUAL
from kpikit.language import headings as words_of
from kpikit.language.errors import FormatError
from kpikit.language.lines import NOTE
from kpikit.language.marks import DASHES, NOTE_MARK
from kpikit.language.pattern import pattern
from kpikit.language.units import IN_HEADINGS
from kpikit.language.words import either
from kpikit.language.years import (
    DATED,
    ENDS,
    ERA_YEAR,
    FIRST,
    FISCAL,
    FISCAL_YEAR,
    OF_PERIODS,
    YEAR,
)
from kpikit.model._fields import typed
from kpikit.model.observation import Status
from kpikit.model.period import CalendarYear, Date, FiscalYear, Period
from kpikit.model.reading import Reading
from kpikit.model.unit import Scale, scale_of

__all__ = [
    "SYNONYMS",
    "YEARS_OF",
    "Column",
    "Known",
    "Labels",
    "Role",
    "Words",
    "folded",
    "heading_of",
    "known_words",
    "label_of",
    "read_heading",
]

#: Marks of notes behind a heading, or behind its words.
_NOTED: Final = pattern(rf"(?:{NOTE_MARK}\d{{0,2}})+(?=\(|$)|\({NOTE}\d{{0,2}}\)")
#: Words of headings beyond the usual ones, each with its role.
Words: TypeAlias = tuple[tuple[str, "Role"], ...]
#: Labels by their whole text, each with what it says.
Labels: TypeAlias = tuple["Column", ...]


@unique
class Role(Code):
    """What a column holds.

    >>> Role("target-year")
    Role.TARGET_YEAR
    """

    #: The number of a section: No.
    NUMBER = "number"
    #: The name of a section: 施策名, 事業名; several such columns are levels of the tree.
    SECTION = "section"
    #: A label that sections are sorted by: 事業区分.
    CATEGORY = "category"
    #: What is measured: 指標名.
    INDICATOR = "indicator"
    #: What the figures of the row are counted in, where their cells do not say: 単位.
    UNIT = "unit"
    #: The value at the start: 当初値.
    BASELINE = "baseline"
    #: What was observed: 実績値.
    ACTUAL = "actual"
    #: What is to be met: 目標値.
    TARGET = "target"
    #: When the target is due: 目標年度.
    TARGET_YEAR = "target-year"
    #: When the actual was seen: 実績年度.
    ACTUAL_YEAR = "actual-year"
    #: When the value at the start was seen: 基準年度.
    BASELINE_YEAR = "baseline-year"
    #: Which way is better: 望ましい方向.
    DIRECTION = "direction"
    #: What the publisher works out: 達成率, 進捗率.
    RATE = "rate"
    #: How the publisher judges: 評価, 達成状況.
    RESULT = "result"
    #: The difference from the year before: 前年度比.
    CHANGE = "change"
    #: What other bodies have: 全国平均, 県平均.
    BENCHMARK = "benchmark"
    #: Who is in charge: 所管課.
    DEPARTMENT = "department"
    #: Notes on the figures: 備考.
    REMARK = "remark"


#: Word → role.
SYNONYMS: Final = MappingProxyType(
    {
        word.casefold(): Role(role)
        for role, words in words_of.ROLES.items()
        for word in words.split()
    }
)

_ONE: Final = Decimal(1)
_OWN_KIND: Final = pattern(words_of.OWN_SECTION)
_LETTER: Final = pattern(words_of.LETTER)
#: 指標1, 指標② beside others of a row, KPI1-2 above a table.
_NUMBERED: Final = pattern(rf"(.+?)(?:no\.?)?[(]?\d{{1,2}}(?:[{DASHES}.]\d{{1,2}})*[)]?")
_OPEN: Final = r"(\[【〔〈<"
_CLOSE: Final = r")\]】〕〉>"
_BRACKET: Final = pattern(f"[{_OPEN}]([^{_OPEN}{_CLOSE}]*)[{_CLOSE}]")
#: No heading is longer than this.
_LENGTH: Final = 40
_DIGIT: Final = pattern(rf"\d|{FIRST}")
_PERIOD: Final = pattern(rf"(?!\d{{1,3}}$|\d{{5}})[(\[]?[{OF_PERIODS}]+[)\]]?")
#: 令和5年度(実績), 令和5年度(2023年度): a period, and what stands in brackets behind it.
_TURNED: Final = pattern(rf"([{OF_PERIODS}]+)\(([^()]+)\)")
#: 令和22(2040)年度: a year, and the same again before the word for it.
_SAID_TWICE: Final = pattern(rf"({ERA_YEAR}|\d{{4}})\(({ERA_YEAR}|\d{{4}})\)({YEAR}{FISCAL}?)")
#: 成果目標(指標): a word, and behind it what stands below.
_SAID_BEHIND: Final = pattern(r"[^()\d]+\(([^()]+)\)")
_FORESEEN: Final = pattern(words_of.FORESEEN)
_BOTH: Final = 2
_YEAR_END: Final = FISCAL_YEAR + ENDS.split()[0]
#: The role of a year, and that of the value whose year it is: 基準年度, 基準値.
YEARS_OF: Final = {
    Role.TARGET_YEAR: Role.TARGET,
    Role.ACTUAL_YEAR: Role.ACTUAL,
    Role.BASELINE_YEAR: Role.BASELINE,
}
_YEAR_WORDS: Final = tuple(
    (role.value, frozenset(words_of.LABELS[role.value].split())) for role in YEARS_OF
)
_SETTLED: Final = pattern(words_of.SETTLED)
_PLACE_IN_PLAN: Final = pattern(words_of.PLACE_IN_PLAN)
#: What has a period.
_DATED: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
#: What a column says that holds no value.
_OF_NAMES: Final = frozenset(
    (Role.NUMBER, Role.SECTION, Role.CATEGORY, Role.INDICATOR, Role.DEPARTMENT, Role.REMARK)
)
#: A heading with a note, behind it or below.
_ANNOTATED: Final = pattern(rf"(.+?)\s*(?:\n\s*[(（]?{NOTE}|{NOTE_MARK}).+", re.DOTALL)
#: What the publisher works out of values, or says of them.
_WORKED_OUT: Final = frozenset((Role.RATE, Role.RESULT, Role.CHANGE))
_NAME: Final = pattern(words_of.NAME)
_NOW: Final = pattern(words_of.NOW)
_COMPOUND: Final = pattern(words_of.COMPOUND)
_OF_EACH_YEAR: Final = pattern(words_of.OF_EACH_YEAR)
_KIND_OF_AIM: Final = pattern(words_of.KIND_OF_AIM)
_AMOUNT_OF_AIM: Final = pattern(words_of.AMOUNT_OF_AIM)
_WITHIN_YEAR: Final = pattern(words_of.WITHIN_YEAR)
_DUE_IN: Final = pattern(words_of.DUE_IN)
_OF_ITS_OWN: Final = pattern(words_of.OF_ITS_OWN)
_TIME_OF_VALUE: Final = pattern(words_of.TIME_OF_VALUE)
#: Between a word and that for values: 直近の値.
_OF_VALUE: Final = pattern(words_of.OF_VALUE)
#: Years that all values below are added up over: R4~R8計.
_ADDED_UP: Final = pattern(words_of.ADDED_UP)
#: Which year of the plan a year is: 1年目(令和4年度).
_YEAR_OF_PLAN: Final = pattern(rf"^{words_of.YEAR_OF_PLAN}(?=\(?{DATED})")
_UNIT: Final = pattern(words_of.UNIT)
#: What a bracket says of values of another body, of another year, or of a part of the whole.
_NOT_ITS_OWN: Final = pattern(
    f"{words_of.NOT_ITS_OWN}|{words_of.OTHERS}|{words_of.PART_OF_ALL}"
    f"|{words_of.PART_OF_YEAR}|{words_of.MONTHS}"
)
_OPPOSED: Final = {Role(role): pattern(words) for role, words in words_of.OPPOSED.items()}
#: What a bracket says of values that changes nothing of them.
_REMARK: Final = pattern(f"(?:{words_of.REMARK_OF_VALUES}|{words_of.OWN})?")
#: Between what a bracket says.
_LISTED: Final = pattern("[、,・/]")
#: How firm the values below a heading are.
_STATUSES: Final = (
    (pattern(words_of.FORECAST), Status.FORECAST),
    (pattern(words_of.PROVISIONAL), Status.PROVISIONAL),
)
#: A total so far: its values are not those of a year.
_STATISTIC: Final = pattern(words_of.RUNNING)
#: Which of several targets: 当初, 変更後.
_REVISION: Final = pattern(either(words_of.UNREVISED, words_of.REVISED))
#: Words beside the word of the role that change nothing of it.
#: Lets the fields of what is said of a table refuse what is of another type.
FIELDS: Final = typed(FormatError)
_QUALIFIER: Final = pattern(words_of.QUALIFIER)
#: The plan that values are of, at the beginning.
_OF_PLAN: Final = pattern(f"^{words_of.OF_PLAN}")


@final
@attrs.frozen(repr=False, cache_hash=True, field_transformer=FIELDS)
class Column(Value):
    """A column of a table.

    >>> read_heading("実績値(R5)")
    Column('実績値(R5)', role=Role.ACTUAL, period=FiscalYear(2023))
    """

    #: The heading, word for word.
    heading: str
    #: What the column holds, or ``None`` where the heading is none of the known ones.
    role: Role | None = None
    #: What its values are for, where the heading says so.
    period: Period | None = None
    #: What its values are counted in, where the heading says so: ``%``; ``""`` if not.
    unit: str = ""
    #: How firm its values are, where the heading says so.
    status: Status = Status.FINAL
    #: The statistic that its values are, where the heading says so: 累計.
    statistic: str = ""
    #: Which of several targets for one period it is, where the heading says so: 当初, 変更後.
    revision: str = ""
    #: What a cell says beside it of when its values are for, of which no period could be read.
    unread: str = ""

    @property
    def kind(self) -> str:
        """The kind of the sections that a column of section names holds.

        >>> read_heading("施策名").kind
        '施策'
        """
        return self._kind

    @cached_property
    def _kind(self) -> str:
        return _NAME.sub("", folded(self.heading))

    @property
    def is_year(self) -> bool:
        """Whether its heading is a period and nothing else: ``R3``, ``2021年度``."""
        return self.role is None and self.period is not None


def label_of(text: str, labels: Labels) -> Column | None:
    """Return what somebody says of a label, ``None`` where nobody says anything.

    Blanks and width aside, the whole text is that of the label.

    >>> label_of("到 達 点", (Column("到達点", Role.ACTUAL),))
    Column('到 達 点', role=Role.ACTUAL)
    """
    known = _by_text(labels).get(folded(text)) if labels else None
    return None if known is None else attrs.evolve(known, heading=text)


@lru_cache(maxsize=64)
def _by_text(labels: Labels) -> dict[str, Column]:
    """Return labels by their texts; of two with one text, the first."""
    return {folded(each.heading): each for each in reversed(labels)}


def read_heading(text: str, *, words: Words = (), vocabulary: Vocabulary = USUAL) -> Column:
    """Tell what a column holds.

    Args:
        text: The heading.
        words: Words beyond :data:`SYNONYMS`.
        vocabulary: The words that a period is read by.

    Returns:
        The column. Its role is ``None`` where the heading is not known; a heading that is
        only a period has that period and no role.

    >>> read_heading("実績値(R5)")
    Column('実績値(R5)', role=Role.ACTUAL, period=FiscalYear(2023))
    >>> read_heading("R6見込値(%)").status, read_heading("R6見込値(%)").unit
    (Status.FORECAST, '%')
    >>> read_heading("達成状況").role is None
    True
    """
    return heading_of(text, known_words(words), vocabulary)


@lru_cache(maxsize=4096)
def heading_of(text: str, known: Known, vocabulary: Vocabulary) -> Column:
    """Tell what a column holds, by words that are prepared; see :func:`read_heading`."""
    bare = _bare(text)
    told = _told(text, bare, known, vocabulary)
    if told is not None:
        return told
    is_short = 0 < len(bare) <= _LENGTH
    return Column(text, period=_only_period(bare, vocabulary) if is_short else None)


def tells_role(text: str, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a heading tells more than a year: what :func:`heading_of` does not keep.

    >>> [tells_role(text, known_words(), Vocabulary()) for text in ("指標名", "指標3の件数", "R5")]
    [True, False, False]
    """
    told = _told(text, _bare(text), known, vocabulary)
    return told is not None and told.role is not None


def _bare(text: str) -> str:
    """Return a heading without what changes nothing of what it tells."""
    bare = _WITHIN_YEAR.sub("", _with_years_once(folded(text[: 2 * _LENGTH])))
    bare = _OF_ITS_OWN.sub("", _DUE_IN.sub("", bare))
    bare = _TIME_OF_VALUE.sub(rf"\1{FISCAL_YEAR}", bare)
    if _COMPOUND.search(bare):
        bare = _KIND_OF_AIM.sub("", _OF_EACH_YEAR.sub("", bare))
        bare = _AMOUNT_OF_AIM.sub(words_of.VALUE, bare)
    bare = _YEAR_OF_PLAN.sub("", _NOW.sub(words_of.VALUES_OF_NOW, bare))
    return _ADDED_UP.sub(r"\g<years>", bare)


def _told(text: str, bare: str, known: Known, vocabulary: Vocabulary) -> Column | None:
    """Return the column that the words of a heading tell, ``None`` if they tell none."""
    if not bare or len(bare) > _LENGTH:
        return None
    roles, low = known.roles, bare.casefold()
    for word in [word for word in known.words_of(low) if word in low]:
        at = low.find(word)
        if roles[word] in _WORKED_OUT and _is_beside_value(low, at, roles):
            continue
        around, revision = _parted(bare, at, word, roles[word])
        column = _beside(text, roles[word], around, vocabulary)
        is_start = roles[word] is Role.BASELINE  # 見込(当初) is none
        if column is not None and not (is_start and _status(bare) is Status.FORECAST):
            statistic = _STATISTIC.search(bare) if roles[word] in _DATED else None
            return attrs.evolve(
                column,
                role=roles[word],
                status=_status(bare),
                statistic=statistic[0] if statistic else "",
                revision=revision,
            )
    joined = _OF_VALUE.sub(words_of.VALUE, bare)
    if joined != bare:  # 直近の値
        return attrs.evolve(heading_of(joined, known, vocabulary), heading=text)
    numbered = _NUMBERED.fullmatch(low) if low[-1] == ")" or low[-1].isdecimal() else None
    is_kind = roles.get(numbered[1] if numbered else low[:-1]) is Role.INDICATOR
    if is_kind and (numbered or _LETTER.match(low[-1])):  # 指標1, 活動指標ア
        return Column(text, Role.INDICATOR)
    if _OWN_KIND.fullmatch(bare):
        return Column(text, Role.SECTION)
    turned = _turned(bare, known, vocabulary) or _annotated(text, known, vocabulary)
    return None if turned is None else attrs.evolve(turned, heading=text)


def _with_years_once(bare: str) -> str:
    """Return a heading without what says a year again: 令和22(2040)年度."""

    def once(found: re.Match[str]) -> str:
        is_one = read_period(found[0]).value is not None
        return found[1] + found[3] if is_one else found[0]

    return _SAID_TWICE.sub(once, bare)


def _annotated(text: str, known: Known, vocabulary: Vocabulary) -> Column | None:
    """Return the column of names whose heading has a note: 指標名, ※【　】内は目標の番号.

    A note of values may change them.
    """
    found = _ANNOTATED.fullmatch(text[: 2 * _LENGTH])
    column = heading_of(found[1], known, vocabulary) if found else None
    return column if column is not None and column.role in _OF_NAMES else None


def _is_beside_value(bare: str, at: int, roles: Mapping[str, Role]) -> bool:
    """Whether a word in brackets is behind that of a value: 実績値(達成率) is above both."""
    opening, closing = bare.rfind("(", 0, at), bare.find(")", at)
    is_inside = opening >= 0 and ")" not in bare[opening:at] and closing >= 0
    before = bare[:opening] if is_inside else ""
    return any(each in before for each, role in roles.items() if role in (Role.TARGET, Role.ACTUAL))


def _turned(bare: str, known: Known, vocabulary: Vocabulary) -> Column | None:
    """Return the column of a heading whose bracket says what is below.

    令和5年度(実績) is above actuals, 成果目標(指標) above names.
    """
    turned = _TURNED.fullmatch(bare)
    period = _only_period(turned[1], vocabulary) if turned else None
    if turned and period is not None:
        column = heading_of(turned[2], known, vocabulary)
        role = _year_of(turned[2], column.role)
        if role in _DATED and column.period is None:
            return attrs.evolve(column, role=role, period=period)
        rest = _without_marks(turned[2]).replace(" ", "")
        if _SETTLED.fullmatch(rest) or _PLACE_IN_PLAN.fullmatch(turned[2]):
            return Column(turned[1], period=period, status=_status(turned[2]))
    named = _SAID_BEHIND.fullmatch(bare)
    of_name = heading_of(named[1], known, vocabulary) if named else None
    if of_name is not None and of_name.role is Role.INDICATOR:
        return of_name
    foreseen = _FORESEEN.fullmatch(bare)
    aim = heading_of(foreseen[1], known, vocabulary) if foreseen else None
    return aim if aim is not None and aim.role is Role.TARGET else None


def _year_of(text: str, role: Role | None) -> Role | None:
    """Return the role of the value whose year a label says that a year is: 基準年度."""
    year = role or next((Role(key) for key, words in _YEAR_WORDS if text in words), None)
    return YEARS_OF.get(year, role) if year else None


@attrs.frozen(eq=False)
class Known:
    """Words of headings, prepared to be looked for."""

    #: Word → role.
    roles: dict[str, Role]
    #: All words, the longest first.
    longest_first: list[str]
    #: What each heading with such a word has the shape of.
    shape: re.Pattern[str]

    def words_of(self, low: str) -> Sequence[str]:
        """Return the words that a heading may have, the longest first."""
        return self.longest_first if self.shape.fullmatch(low) else ()


@lru_cache(maxsize=64)
def known_words(words: Words = ()) -> Known:
    """Prepare the usual words of headings, and those beyond.

    The pattern spares most cells of a table a closer look. What may stand before the word and
    behind it is stated once; the empty group marks that the word is past.
    """
    roles = dict(SYNONYMS) | {folded(word).casefold(): role for word, role in words}
    longest_first = sorted(roles, key=len, reverse=True)
    statuses = "|".join(each.pattern for each, _ in _STATUSES)
    marks = f"{_BRACKET.pattern}|{statuses}|{_QUALIFIER.pattern}|{_REVISION.pattern}"
    marks = f"{marks}|{_OF_PLAN.pattern}"
    beside = f"(?:{marks}|[{OF_PERIODS}])*"
    word = "|".join(re.escape(each) for each in longest_first)
    shape = pattern(f"(?:{beside}(?(2)|(?:{word})())){{2}}")
    return Known(roles, longest_first, shape)


def _parted(bare: str, at: int, word: str, role: Role) -> tuple[tuple[str, str], str]:
    """Return what stands before a word and behind it, and which of several targets that says."""
    before, after = bare[:at], bare[at + len(word) :]
    before = _OF_PLAN.sub("", before) if role in _DATED else before
    found = _REVISION.search(f"{before} {after}") if role is Role.TARGET else None
    if found is None:
        return (before, after), ""
    return (_REVISION.sub("", before), _REVISION.sub("", after)), found[0]


def _beside(
    text: str, role: Role, around: tuple[str, str], vocabulary: Vocabulary
) -> Column | None:
    """Return the column with what stands beside its word, ``None`` if that is not understood.

    What stands in brackets may be a remark; of values, one that is known to change nothing of
    them. What stands outside of brackets must be understood.
    """
    rest = " ".join(around)
    column = Column(text)
    for inside in _BRACKET.findall(rest):
        if _is_of_others(inside, role):
            return None
        piece = _without_marks(inside)
        unit, period = _unit(piece), _period(piece, vocabulary)
        is_same = SYNONYMS.get(inside.casefold()) is role  # 計画値(量の見込み)
        if role in _DATED and not (unit or period or is_same or _is_remark(inside, piece)):
            return None
        column = attrs.evolve(
            column, unit=column.unit or unit, period=column.period or (None if unit else period)
        )
    for outside in _without_marks(_BRACKET.sub(" ", rest)).split():
        period = _period(outside, vocabulary)
        if period is not None and column.period is not None:
            period = _same(period, column.period)
        if period is None:
            return None
        column = attrs.evolve(column, period=period)
    return column


def _is_remark(*texts: str) -> bool:
    """Whether a bracket changes nothing of values, as it stands or without words that do not."""
    return any(map(_REMARK.fullmatch, texts))


def _is_of_others(inside: str, role: Role) -> bool:
    """Whether a bracket says that values are others', those of a part, or of another role."""
    opposed = _OPPOSED.get(role)
    return any(
        _NOT_ITS_OWN.fullmatch(each) or (opposed is not None and opposed.fullmatch(each))
        for each in (inside, *_LISTED.split(inside))
    )


def _same(one: Period, other: Period) -> Period | None:
    """Return the year that is said twice, 令和5年度 and 2023年, or ``None`` if it is not one."""
    years = [each for each in (one, other) if isinstance(each, FiscalYear | CalendarYear)]
    if len(years) < _BOTH or years[0].year != years[1].year:
        return None
    return next((each for each in years if isinstance(each, FiscalYear)), one)


def _without_marks(text: str) -> str:
    """Leave out the words that say how firm or of which kind the values are."""
    for each, _ in _STATUSES:
        text = each.sub(" ", text)
    return _QUALIFIER.sub(" ", text).strip()


def _status(bare: str) -> Status:
    found = (status for each, status in _STATUSES if each.search(bare))
    return next(found, Status.FINAL)


def _unit(piece: str) -> str:
    """Return the unit that the text in a bracket is, ``""`` if it may be anything else."""
    named = _UNIT.fullmatch(piece)
    if named:
        return named[1]
    known = piece in IN_HEADINGS or (len(piece) > 1 and scale_of(piece) != Scale(piece, _ONE))
    return piece if known else ""


def _period(piece: str, vocabulary: Vocabulary) -> Period | None:
    return _read_period(piece, vocabulary).value if _DIGIT.search(piece) else None


def _only_period(bare: str, vocabulary: Vocabulary) -> Period | None:
    """Return the period that a heading is, unless it says anything else."""
    twice = _TURNED.fullmatch(bare)
    if twice:
        one, other = (_only_period(each, vocabulary) for each in twice.groups())
        return None if one is None or other is None else _same(one, other)
    if not _PERIOD.fullmatch(bare) or not _DIGIT.search(bare):
        return None
    reading = _read_period(bare, vocabulary)
    more = any(note.code == "words-beside-period" for note in reading.notes)
    return None if more else reading.value


def _read_period(text: str, vocabulary: Vocabulary) -> Reading[Period]:
    """Read a period; the end of a fiscal year heads the values of that year."""
    reading = read_period(
        text, fiscal_year_default=vocabulary.fiscal_year_default, era=vocabulary.era
    )
    if isinstance(reading.value, Date) and _YEAR_END in text:
        year = FiscalYear(reading.value.year - 1, label=reading.value.label)
        return attrs.evolve(reading, value=year)
    return reading


def folded(text: str) -> str:
    r"""Return text without blanks and marks of notes, and in one width.

    >>> folded("指 標\n名（ＫＰＩ）"), folded("実績値※１（R5）")
    ('指標名(KPI)', '実績値(R5)')
    """
    return _NOTED.sub("", "".join(normalize("NFKC", text).split()))
