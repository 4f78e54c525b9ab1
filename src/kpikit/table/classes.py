"""What a cell of a sheet says by itself: a label, a year, a figure, a mark, a unit, text."""

from __future__ import annotations

from enum import unique
from functools import lru_cache
from typing import Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.cell import Vocabulary, read_actual, read_target
from kpikit.cell.vocabulary import USUAL
from kpikit.language import headings as words_of
from kpikit.language.lines import SUM_OF, TOTAL
from kpikit.language.marks import CLOSING, DASHES, NOTE_MARK, OPENING, STROKE
from kpikit.language.pattern import pattern
from kpikit.language.units import IN_HEADINGS
from kpikit.language.words import inline
from kpikit.language.years import DATED, FIRST, FISCAL, FISCAL_YEAR, OF_PERIODS, YEAR
from kpikit.table.headings import (
    YEARS_OF,
    Column,
    Known,
    Labels,
    Role,
    Words,
    folded,
    heading_of,
    known_words,
    label_of,
    read_heading,
)
from kpikit.table.units import is_counter

__all__ = ["OTHERS", "SAYING", "Class", "Said", "is_year", "read_class", "what_it_says"]


@unique
class Class(Code):
    """What a cell is, for all that its own text tells."""

    #: It says what other cells are.
    LABEL = "label"
    #: A period and nothing else.
    YEAR = "year"
    #: A number, with whatever belongs to it.
    FIGURE = "figure"
    #: A word that stands for a value: 増加, 集計中.
    WORD = "word"
    #: A dash alone, or the stroke that a blank cell is struck out with.
    DASH = "dash"
    #: A mark or a letter alone: ◎, A.
    MARK = "mark"
    #: A unit alone.
    UNIT = "unit"
    #: Anything else.
    TEXT = "text"
    #: A figure, a word or text: which of them only its reading tells.
    UNREAD = "unread"


#: What says what other cells are.
SAYING: Final = frozenset((Class.LABEL, Class.YEAR))
#: What labels tell of whose values are none of an indicator's own.
OTHERS: Final = frozenset(("others", "provision"))
_NO_COLUMN: Final = Column("")


@final
@attrs.frozen(repr=False)
class Said(Value):
    """What a cell says by itself."""

    #: What it is.
    kind: Class
    #: Of a label or a year: its role, period, unit and status.
    column: Column = _NO_COLUMN
    #: Of a label without a role: what it tells of: ``years``, ``values``, ``statistic``, ``cost``,
    #: ``staff``, ``total``, ``others`` (of other bodies, a part of a year, a trend; not used),
    #: ``provision`` (not used beside what is expected), ``own``.
    of: str = ""


#: What a label is that may stand in brackets: of years, or of values.
_IN_BRACKETS: Final = YEARS_OF.keys() | {Role.TARGET, Role.ACTUAL}
_DASHES: Final = frozenset(DASHES)
#: Words that head rows and not columns.
_KINDS: Final[Words] = (
    *((word, Role(role)) for word, role in words_of.KINDS),
    *((word, Role(role)) for role, words in words_of.LABELS.items() for word in words.split()),
)
_WHICH_YEAR: Final = pattern(f"^(?:{words_of.OBSERVED}|{words_of.WHICH_YEAR})")
_OF_SURVEY: Final = pattern(words_of.OF_SURVEY)
_QUALIFIER: Final = pattern(words_of.QUALIFIER)
_NUMBERED: Final = pattern(words_of.NUMBERED)
_COUNTED_LABEL: Final = pattern(words_of.COUNTED_LABEL)
#: What rows are that are worked out of numbered ones.
_WORKED_OUT: Final = {
    Role.CHANGE: pattern(words_of.DIFFERENCE),
    Role.RATE: pattern(words_of.QUOTIENT),
}
#: The same behind the word for it.
_WORKED_OUT_BEHIND: Final = {
    role: pattern(rf"([^\W\dA-Za-zＡ-Ｚ]+)(?:{form.pattern})") for role, form in _WORKED_OUT.items()
}
#: What is certainly a number, and needs no reading.
_PLAIN: Final = pattern(rf"[-+▲△]?\d[\d,]*(?:\.\d+)?(?:{inline(*IN_HEADINGS)})?")
#: Numbers one above another, which are no year: 20 above 18.
_STACKED: Final = pattern(r"\s*[\d,.]+\s*\n\s*[\d,.]+\s*")
#: 令和6年(度): of a calendar year or a fiscal one, by its row.
_YEAR_OR_FISCAL: Final = f"{YEAR}({FISCAL})"
#: A number that counts nothing: no year, no place in an order, no month.
_AMOUNT: Final = pattern(r"(?<![\d,.])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{3})(?:\.[0-9]+)?(?![\d,.])")
#: Any such number.
_ANY: Final = "100"
_DIGIT: Final = pattern(r"\d")
_MAY_BE_YEAR: Final = pattern(rf"\d|{FIRST}")
_MARK: Final = pattern(words_of.MARKS)
_INSIDE: Final = pattern(r"[(]([^()]+)[)]")
_INSIDE_WHOLE: Final = pattern(r"[(][^()]+[)]")
_NOT_ITS_OWN: Final = pattern(
    f"{words_of.NOT_ITS_OWN}|{words_of.OTHERS}|{words_of.PART_OF_ALL}"
    f"|{words_of.PART_OF_YEAR}|{words_of.MONTHS}"
)
#: What a value is, of which a line beside its label may say whose or of which part it is.
_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_SUM_OF: Final = pattern(SUM_OF)
#: Labels without a role, by what they tell of.
_OF: Final = {
    "total": pattern(TOTAL),
    "others": pattern(
        f"{words_of.OTHERS}|{words_of.NOT_OF_ITS_YEAR}|{words_of.PART_OF_YEAR}|{words_of.MONTHS}"
        f"|{words_of.TREND}"
    ),
    "provision": pattern(words_of.PROVISION),
    "own": pattern(words_of.OWN),
    "statistic": pattern(words_of.TOTAL_SO_FAR),
    "cost": pattern(words_of.COST),
    "staff": pattern(words_of.STAFF),
}
#: Labels with a role that have a form rather than a word.
_FORMS: Final = {
    Role.NUMBER: pattern(words_of.ORDERED),
    Role.CHANGE: pattern(f"{words_of.SINCE}|{words_of.GAP_FROM}"),
    Role.SECTION: pattern(words_of.NAMED),
    Role.REMARK: pattern(f"{words_of.REASONED}|{words_of.BEGUN}"),
}
_NAME: Final = pattern(words_of.NAME)
_BRACKETED: Final = pattern(r"[(]([^()]+)[)]")
#: Two words, of which the second stands in a bracket, or behind a stroke or a dot.
_OF_TWO: Final = pattern(r"([^()（）・／/]+)(?:[(（]([^()（）]+)[)）]|[・／/]([^()（）・／/]+))")
_IN_ANY_BRACKET: Final = pattern(rf"[{OPENING}]([^{OPENING}{CLOSING}]+)[{CLOSING}]")
_PLAIN_LABELS: Final = (
    ("years", frozenset(words_of.OF_YEARS)),
    ("values", frozenset(words_of.VALUES.split())),
    ("statistic", frozenset(words_of.STATISTICS.split())),
)
_JOINED: Final = pattern(words_of.JOINING)
#: The same in a bracket behind their year: R5（目標／実績）.
_JOINED_BEHIND: Final = pattern(rf"^({DATED})[(]([^()/]+/[^()/]+)[)]$")
#: Between what a bracket says.
_LISTED: Final = pattern("[、,・/]")
#: A year that is written as a number may be a number.
_AS_NUMBER: Final = pattern(r"\d{4}")
_YEARS: Final = range(1950, 2071)


_FIGURE: Final = Said(Class.FIGURE)
#: What is longer is prose, whatever it says.
_PROSE: Final = 120


def what_it_says(
    text: str, *, words: Words = (), labels: Labels = (), vocabulary: Vocabulary = USUAL
) -> Said:
    """Tell what a cell is by its text alone.

    Args:
        text: What stands in it.
        words: Words of headings beyond the usual ones.
        labels: What somebody says of whole texts, which comes before all else.
        vocabulary: The words that it is read by.

    >>> [what_it_says(text).kind.value for text in ("目標値", "R5", "48.2%", "―", "◎", "人", "甲")]
    ['label', 'year', 'figure', 'dash', 'mark', 'unit', 'unread']
    """
    given = label_of(text, labels)
    if given is not None:
        return _said_of(given)
    alike = _AMOUNT.sub(_ANY, text)
    said = _said(alike, words, vocabulary)
    is_its_own = alike != text and said.kind in (Class.LABEL, Class.YEAR)
    return _said(text, words, vocabulary) if is_its_own else said


#: What is certainly no year: it has a letter that stands neither in a period nor in what is said
#: beside one.
_BESIDE_YEARS: Final = "".join(
    (
        *(words_of.QUALIFIER, words_of.WHICH_YEAR, words_of.OF_SURVEY, words_of.OBSERVED),
        *(words_of.SETTLED, words_of.FORECAST, words_of.PROVISIONAL, words_of.NOW),
        *(words_of.NUMBERED, words_of.COUNTED_LABEL, words_of.VALUES_OF_NOW),
        *(words_of.YEAR_OF_PLAN, words_of.PLACE_IN_PLAN),
    )
)
_NO_YEAR: Final = pattern(rf"[^\W_{OF_PERIODS}{''.join(filter(str.isalnum, set(_BESIDE_YEARS)))}]")


def is_year(text: str) -> bool:
    """Whether a text is a period and nothing else.

    >>> is_year("R5"), is_year("窓口の利用率"), is_year("第1号の利用率")
    (True, False, False)
    """
    return not _NO_YEAR.search(folded(text)) and what_it_says(text).kind is Class.YEAR


@lru_cache(maxsize=8192)
def _said(text: str, words: Words, vocabulary: Vocabulary) -> Said:
    """Return what a text says that nobody has given a meaning to."""
    if _PLAIN.fullmatch(text) and not _AS_NUMBER.fullmatch(text):
        return _FIGURE
    bare = _bare(text)
    if not bare:
        return Said(Class.TEXT)
    if _STACKED.fullmatch(text):
        return Said(Class.UNREAD)
    if set(bare) <= _DASHES or bare == STROKE:
        return Said(Class.DASH)
    label = _worked_out(text)
    label = label or _label(text, _bare(_COUNTED_LABEL.sub("", text)), words, vocabulary)
    if label is not None:
        return label
    if _MARK.fullmatch(bare):
        return Said(Class.MARK)
    if _PLAIN.fullmatch(text):
        return _FIGURE
    same = _said_by_both(text, words, vocabulary)
    if same is not None:
        return same
    inside = _IN_ANY_BRACKET.fullmatch(bare)
    is_unit = is_counter(inside[1]) if inside else bare in IN_HEADINGS
    return Said(Class.UNIT if is_unit else Class.UNREAD)


def _said_by_both(text: str, words: Words, vocabulary: Vocabulary) -> Said | None:
    """Return what two labels say that say the same: 第１四半期（４～６月）, 年・年度."""
    found = _OF_TWO.fullmatch("".join(text.split()))
    if found is None:
        return None
    said, again = (_said(each, words, vocabulary) for each in filter(None, found.groups()))
    is_same = said.of == again.of in ("others", "years") and said.kind is again.kind is Class.LABEL
    return attrs.evolve(said, column=attrs.evolve(said.column, heading=text)) if is_same else None


def _bare(text: str) -> str:
    """Return a text folded, a year of either kind as a fiscal one."""
    return folded(text).replace(_YEAR_OR_FISCAL, FISCAL_YEAR)


def _worked_out(text: str) -> Said | None:
    """Return what a label says that takes numbered rows from one another: ②－③."""
    *before, last = text.split()
    for role, form in _WORKED_OUT.items():
        if form.fullmatch("".join((*before, last))):
            return Said(Class.LABEL, Column(text, role))
        if before and form.fullmatch(last):  # 達成率 ②／①
            return _named_so(text, folded("".join(before)), role)
        behind = _WORKED_OUT_BEHIND[role].fullmatch(last) if not before else None
        if behind:  # 対計画比Ｂ／Ａ
            return _named_so(text, folded(behind[1]), role)
    return None


def _named_so(text: str, word: str, role: Role) -> Said | None:
    """Return what a label says whose word is that of what its formula works out."""
    named = known_words(_KINDS).roles.get(word)
    return Said(Class.LABEL, Column(text, role)) if named is role else None


def _said_of(given: Column) -> Said:
    """Return what a label says of which somebody says it; one that says nothing is not used."""
    if given.is_year:
        return Said(Class.YEAR, given)
    return Said(Class.LABEL, given, "" if given.role else "others")


@lru_cache(maxsize=8192)
def read_class(text: str, vocabulary: Vocabulary = USUAL) -> Class:
    """Tell whether a text that is nothing else is a figure, a word of a value, a mark, or text.

    >>> [read_class(text).value for text in ("9割以上", "増加", "窓口の利用率", "＊＊")]
    ['figure', 'word', 'text', 'mark']
    """
    if len(text) > _PROSE:
        return Class.TEXT
    seen = read_actual(text, vocabulary=vocabulary).value
    if seen is None and not any(map(str.isalnum, text)):
        return Class.MARK  # no name, whatever it stands for
    if not _DIGIT.search(folded(text)):
        return Class.TEXT if seen is None else Class.WORD
    if seen is not None and seen.quantity is not None:
        return Class.FIGURE
    if seen is not None and (seen.outcome is not None or seen.missing is not None):
        return Class.WORD  # 9月公表予定, too
    rule = read_target(text, vocabulary=vocabulary).value
    is_rule = rule is not None and (rule.level is not None or not rule.is_none)
    return Class.FIGURE if is_rule else Class.TEXT


def _label(text: str, bare: str, words: Words, vocabulary: Vocabulary) -> Said | None:
    """Return what a label or a year says, ``None`` where a text is neither."""
    unnumbered, known = _NUMBERED.sub("", bare).replace("_", ""), _with_kinds(words)
    column = heading_of(unnumbered, known, vocabulary)
    if column.role is None and (NOTE_MARK in bare or "\n" in text):
        column = heading_of(text, known, vocabulary)
    column = attrs.evolve(column, heading=text)
    if column.role is not None:
        return Said(Class.LABEL, _of_its_year(column))
    if not column.is_year and _MAY_BE_YEAR.search(unnumbered):  # 最終(令和8年度)
        bare = _OF_SURVEY.sub("", _WHICH_YEAR.sub("", unnumbered))
        bare = _QUALIFIER.sub("", bare).strip("()")
        plain = read_heading(bare, vocabulary=vocabulary)
        column = attrs.evolve(plain, heading=text) if plain.is_year else column
    if column.is_year:
        is_number = _AS_NUMBER.fullmatch(bare) and int(bare) not in _YEARS
        return None if is_number else Said(Class.YEAR, column)
    for of_form, form in _FORMS.items():
        if form.fullmatch(unnumbered):
            named = read_heading(_NAME.sub("", unnumbered), vocabulary=vocabulary).role
            return Said(Class.LABEL, attrs.evolve(column, role=named or of_form))
    whole = _BRACKETED.fullmatch(bare)
    inside = _label(text, whole[1], words, vocabulary) if whole else None
    is_told = inside is not None and (inside.of == "years" or inside.column.role in _IN_BRACKETS)
    if inside is not None and is_told:
        return inside  # （年度） below 最新値, （目標） below a name
    of = "total" if _SUM_OF.search(text) else _what_of(_undated(unnumbered, vocabulary))
    is_others = not of and (
        _is_of_others(unnumbered, known, vocabulary) or _has_line_of_others(text, known, vocabulary)
    )
    of = "others" if is_others else of
    return Said(Class.LABEL, Column(text), of) if of else _joined(text, bare, known, vocabulary)


@lru_cache(maxsize=64)
def _with_kinds(words: Words) -> Known:
    """Return words of headings with those that head rows."""
    return known_words((*words, *_KINDS))


def _is_of_others(bare: str, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a bracket says of a label that its values are others': 実績値(全国)."""
    inside = _INSIDE.findall(bare)
    pieces = [piece for each in inside for piece in (each, *_LISTED.split(each))]
    is_others = any(_NOT_ITS_OWN.fullmatch(each) for each in pieces)
    if not is_others:
        return False
    column = _unbracketed(bare, known, vocabulary)
    return column.role is not None or column.is_year


def _has_line_of_others(text: str, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a line of the label of a value says what a bracket may: 実績値 above 4月~9月."""
    lines = [folded(line) for line in text.splitlines()]
    halves = [("".join(lines[:at]), "".join(lines[at:])) for at in range(1, len(lines))]
    return any(
        _NOT_ITS_OWN.fullmatch(told) and _unbracketed(named, known, vocabulary).role in _FIGURES
        for upper, lower in halves
        for named, told in ((upper, lower), (lower, upper))
    )


def _unbracketed(bare: str, known: Known, vocabulary: Vocabulary) -> Column:
    """Return what a label says, its brackets aside."""
    return heading_of(_INSIDE_WHOLE.sub("", bare), known, vocabulary)


def _of_its_year(column: Column) -> Column:
    """Return a label of years that names one as that of the values of it: 目標年度(R7)."""
    role = YEARS_OF.get(column.role) if column.role and column.period else None
    return attrs.evolve(column, role=role) if role else column


def _undated(bare: str, vocabulary: Vocabulary) -> str:
    """Return a label without the year in its bracket: 県平均(R6)."""
    *_, inside = _INSIDE.findall(bare) or [""]
    is_year = bool(inside) and read_heading(inside, vocabulary=vocabulary).is_year
    return bare.replace(f"({inside})", "") if is_year else bare


def _what_of(bare: str) -> str:
    """Return what a label without a role tells of, ``""`` if it is none."""
    for of, form in _OF.items():
        if form.fullmatch(bare):
            return of
    return next((of for of, known in _PLAIN_LABELS if bare in known), "")


def _joined(text: str, bare: str, known: Known, vocabulary: Vocabulary) -> Said | None:
    """Return what labels say that a stroke joins, or a line end: 活動指標／成果指標."""
    behind = _JOINED_BEHIND.fullmatch(folded(text))
    pieces = _JOINED.split(f"{behind[1]} {behind[2]}" if behind else bare)
    pieces = pieces if len(pieces) > 1 else [folded(line) for line in text.splitlines()]
    if len(pieces) < 2:  # noqa: PLR2004 - joined are two
        return None
    parts = [heading_of(part, known, vocabulary) for part in pieces]
    roles = {part.role for part in parts}
    if None not in roles:
        role = parts[0].role if len(roles) == 1 else None
        periods = {part.period for part in parts} - {None}
        period = periods.pop() if len(periods) == 1 and role is None else None
        return Said(Class.LABEL, Column(text, role, period), "" if role else "values")
    return None
