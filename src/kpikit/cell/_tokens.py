"""Split a folded cell into tokens, whose kinds are the classes of the lexicon.

Signs, numbers, periods and runs of letters are told apart by one pattern; a run of letters is
then divided by the lexicon (:func:`segments`). Every character belongs to one token, blanks to
none: a kind that begins with a blank says that one stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from kpikit.cell._numbers import KANJI_NUMBER, KANJI_NUMERALS, KANJI_SHARE, NUMBER
from kpikit.cell._periods import period_pattern
from kpikit.language.fold import Folded
from kpikit.language.lexicon import (
    ABOUT_THEN,
    AFTER_KANJI,
    AFTER_MEASURES,
    ALIKE,
    ANYWHERE,
    BEFORE_MINUS,
    BEFORE_NUMBERS,
    BOTH,
    BY,
    CLASSES,
    CLAUSE_ENDS,
    CLOSING,
    COUNTERS,
    DEED_END,
    DIMENSIONS,
    DOES,
    DURATIONS,
    EVERY,
    FOR_EVERY,
    FOR_WHEN,
    FOR_WHOM,
    FREE,
    HALVES,
    HEAD_NOUNS,
    IN_BRACKETS,
    IN_MONTHS,
    ITEMS,
    JOINED,
    LEVEL_COUNTERS,
    MYRIAD,
    NEGATED,
    NO_ABOUT,
    NO_DEEDS,
    NO_MEASURE,
    NO_MONTH,
    NO_NUMBERS,
    NO_TIME,
    NO_UNIT,
    NOT_DONE,
    NOT_YET,
    NOUN_TAILS,
    ORDERED,
    PARTED,
    PARTICLES,
    PER_MANY,
    PERSON_DAYS,
    PHYSICAL,
    PREFIXES,
    RULED,
    SIZES_OF_UNITS,
    STANDS_ALONE,
    SURE_COUNTERS,
    TENTHS,
    TIED,
    TON,
    TURNING,
    UNIT_ENDS,
    WITH_SIZES,
    expanded,
)
from kpikit.language.marks import DASHES
from kpikit.language.numbers import ONE_TO_NINE, SIZES, TEN
from kpikit.language.pattern import pattern
from kpikit.language.periods import COUNTED
from kpikit.language.units import RANK
from kpikit.language.words import KATAKANA as KANA
from kpikit.language.words import either, inline
from kpikit.language.years import (
    DAY,
    ERA_NAMES,
    FIRST,
    FISCAL_YEAR,
    MONTH,
    ONE_WORD,
    OPENINGS,
    ORDINAL,
    RECENT_LETTERS,
    RECENT_SHORTS,
    SHORTS,
)

__all__ = [
    "AFTER_BLANK",
    "AFTER_NUMBER",
    "AFTER_PERIOD",
    "NOWHERE",
    "Tokens",
    "Words",
    "mended",
    "number_alone",
    "scan",
]

#: What stands before a run of letters.
Place: TypeAlias = int
NOWHERE: Final = 0
AFTER_NUMBER: Final = 1
AFTER_BLANK: Final = 2
AFTER_PERIOD: Final = 3

#: A letter of a word, a unit sign among them.
_LETTER: Final = "[^\\W0-9_²³¹①-⓿❶-➓㉈-㊿Ⅰ-ↈ¼-¾〇〃]"
#: An era, and what its year begins with.
_ERA: Final = (
    rf"{either(ERA_NAMES)}(?= ?[0-9{FIRST}{ONE_TO_NINE}{TEN}])|[{RECENT_SHORTS}](?=[0-9{FIRST}])"
    rf"|(?<![A-Za-z])[{RECENT_LETTERS}](?= ?[0-9{FIRST}])|FY"
)
_FOR_EVERY: Final = f"(?<=[{UNIT_ENDS}]){EVERY}{either(PERSON_DAYS, FOR_EVERY)}"
_OF_BOTH: Final = (
    f"{either(FOR_WHOM)} ?/ ?{either(FOR_WHEN)}|{either(FOR_WHEN)} ?/ ?{either(FOR_WHOM)}"
)
#: A letter of what a stroke says what something is for one of, and what that may begin with.
_NO_KANA: Final = rf"{_LETTER[:-1]}\u3041-\u3096]"
_KA: Final = f"[{COUNTED}]"
#: Of whom the value behind a blank is: 男性 約100人/女性 約120人.
_OF_WHOM: Final = rf"{either(CLASSES['group'], CLASSES['school'])} +[^ (]"
_STROKE: Final = pattern(
    rf"(?P<stroke>{_FOR_EVERY}|/ ?(?:{PERSON_DAYS}|{_OF_BOTH}|{either(FOR_WHEN)})"
    rf"(?=[(]|/{_OF_WHOM}|(?![{NO_TIME}])[\u4e00-\u9fff]{{2}})"
    rf"|(?!(?<=[A-Z]{{2}})/[A-Z])/ ?(?:[0-9]{{1,2}}{either(DURATIONS)}(?![0-9])"
    rf"|N?(?:km2|m[23]N?)(?![A-Za-z0-9])"
    rf"|1(?:0{{0,2}},000|0{{0,5}}){MYRIAD}?{either(PER_MANY)}(?![A-Za-z0-9])"
    rf"|(?:{PERSON_DAYS}|{_OF_BOTH}|(?![{NO_MEASURE}]|{_OF_WHOM}){_KA}?(?:{_NO_KANA}|[%℃・]){{1,8}}?)"
    rf"(?=$|[\u3041-\u3096]| +(?![0-9:△▲+-])|[^\w:・/ (]|[①-⓿]|[(](?![^()]*\)(?: ?:|(?:{_LETTER}+ ?)?[0-9]))"
    rf"|{'|'.join(AFTER_MEASURES)}|{either(BOTH)})(?! *:)))"
)
_RUN: Final = f"{_LETTER}+"
#: A number in kanji that stands in a word: no row takes it.
_IN_KANJI: Final = f"[{ONE_TO_NINE[1:]}{SIZES}][{ONE_TO_NINE}{SIZES}〇]"
_KANJI_DIGITS: Final = frozenset(ONE_TO_NINE + TEN)
_UNIT_SIGNS: Final = "%‰℃°"
#: Letters that may begin something else than a word, and need a second look.
_NO_WORD: Final = f"{EVERY}{ORDINAL}{ONE_TO_NINE}{SHORTS}{RECENT_LETTERS}FNn"
_SECOND_LOOK: Final = "".join([_NO_WORD, *(word[0] for word in JOINED.split())])
#: What is a number though a letter of a name stands before it: HbA1c8.0%.
_BEHIND_MEASURE: Final = "|".join(f"(?<={each})" for each in CLASSES["measure"].split())
_SURE_NUMBER: Final = (
    r"[0-9]{1,3},[0-9]{3}|(?<=[0-9][A-Za-z])[0-9]{1,3}\.[0-9]+ ?%"
    rf"|(?:{_BEHIND_MEASURE})[0-9]+\.[0-9]"
)
_AFTER_LATIN: Final = rf"(?<![A-Za-z])|(?={_SURE_NUMBER})"
#: A token at a digit, but for periods …
_AT_DIGIT: Final = pattern(
    rf"(?P<day>(?<![0-9.,])(?<![0-9]/)(?:1[0-2]|[1-9]){MONTH}(?!{inline(NO_MONTH)})"
    rf"(?:[0-9]{{1,2}}{DAY}|{inline(IN_MONTHS)})?+{either(ABOUT_THEN)}?+)"
    rf"|(?P<num>(?:{_AFTER_LATIN})(?:{NUMBER}))"
)
#: … and a number with the letters behind it at the end, or before a bracket: what most cells begin
#: with, and all that it can be, unless it begins with what may be a year.
_AMOUNT: Final = pattern(
    rf"(?<![A-Za-z(〔【\[])(?:(?=([12][0-9]{{3}}))|)"
    rf"((?:[0-9]{{1,3}}(?:,[0-9]{{3}})++|[0-9]++)(?:\.[0-9]++)?+(?: ?[{SIZES}]++)?+)"
    rf"(?:( ?)(?![{KANJI_NUMERALS}{OPENINGS}{MONTH}]|{FISCAL_YEAR})"
    rf"((?:{_LETTER[:-1]}{_NO_WORD}]++|[{_UNIT_SIGNS}])++))?+(?=\Z| ?[(])"
)
#: What only looks like a number in kanji: (千円), 〇〇, 一部, a size by itself.
_NO_NUMBER: Final = (
    rf"(?<=[(〔【〈\[:])[{SIZES_OF_UNITS}]+[{WITH_SIZES}][)〕】〉\]]"
    rf"|\A[{SIZES_OF_UNITS}]+[{WITH_SIZES}]\ [0-9]"
    rf"|〇++(?![{ONE_TO_NINE}・])|{inline(NO_NUMBERS)}|千?[{SIZES}]$"
)
#: … at a letter that may be no part of a word …
_AT_NAME: Final = pattern(
    rf"(?P<item>(?<![^ ])[{ITEMS}]\)(?=[^ )]))"
    rf"|(?P<name>[Ⅰ-ↈ]+|{ORDINAL}[0-9]{{1,3}}{either(ORDERED)})"
    rf"|(?P<order>{ORDINAL}(?=[0-9]++ ?{RANK}))"
    rf"|(?P<num>(?:{_AFTER_LATIN})(?:{KANJI_SHARE}))"
    rf"|(?P<kanji>(?:(?<!{_LETTER})|(?<={TENTHS[0]}))(?!{_NO_NUMBER}){KANJI_NUMBER}"
    rf"(?=$| ?{either(LEVEL_COUNTERS)}(?:$|[^\w]|[0-9{AFTER_KANJI}{ONE_TO_NINE}])))"
)
_NAMES: Final = frozenset(
    [ORDINAL, *ITEMS, *KANJI_NUMERALS, *map(chr, range(ord("Ⅰ"), ord("ↈ") + 1))]
)
#: … at any other, and what is none of these.
_AT_LETTER: Final = pattern(
    rf"(?P<run>(?:{_LETTER[:-1]}{_SECOND_LOOK}]++|{inline(JOINED)}|[Nn](?:/|\.)[Aa]\.?+(?![A-Za-z])"
    rf"|(?!{_FOR_EVERY}|{ORDINAL}[0-9]{{1,3}}{either(ORDERED, RANK)}|(?<={TENTHS[0]})[{ONE_TO_NINE}]{TENTHS[1]}|{_ERA}){_LETTER}"
    rf"|(?<=[A-Za-z])(?!{_SURE_NUMBER})[0-9²³]+|[{_UNIT_SIGNS}]"
    rf"|(?<=[A-Za-z])[-&.](?=[A-Za-z])|(?<={TON})-(?=C)"
    rf"|(?<=[{KANA}])・(?=[{KANA}]))++)"
    r"|(?P<missing>(?<![^ (])\*{3,4}(?=$|[ )]))"
    r"|(?P<mark>(?<![^ ])\([1-9]\)(?=[^ )])|[①-⑳㉑-㉟㊱-㊿❶-❿])"
    r"|(?P<sign>(?s:.))"
)

_SIGNS: Final = {
    **dict.fromkeys("([〈【「『《≪", "("),
    **dict.fromkeys(")]〉】」』》≫", ")"),
    "〔": "(",
    "〕": ")",
    **dict.fromkeys("○●◯◎■□◆◇▪", "bullet"),
    **dict.fromkeys("△▲", "neg"),
    **dict.fromkeys("→⇒", "arrow"),
    **dict.fromkeys("、,;", "comma"),
    "。": "stop",
    ":": "colon",
    "~": "wave",
    "±": "pm",
    **dict.fromkeys("≧≥", "least"),
    **dict.fromkeys("≦≤", "most"),
    "+": "plus",
    "/": "slash",
    "-": "dash",
    "※": "note",
    "*": "note",
    **dict.fromkeys("†‡", "note"),
    "・": "dot",
    "×": "times_sign",
    "〇": "circle",
    "…": "dots",
    "‥": "dots",
    "〃": "pointer",
    "=": "equals",
    "÷": "divided",
    "<": "fewer",
    ">": "beyond",
    "¥": "unitfirst",
    "≒": "about",
    **dict.fromkeys("↑↗", "upward"),
    **dict.fromkeys("↓↘", "downward"),
}
#: What begins a note, which nothing closes.
NOTE_SIGNS: Final = frozenset(sign for sign, kind in _SIGNS.items() if kind == "note")
#: Signs that may be a part of a longer token, or not mean the same wherever they stand.
_UNSURE: Final = "(-/*・〇<>…‥"
_CLOSING: Final = frozenset(")]〉】〕》≫")
#: How many digits a year has, and what stands before one that has less.
_WESTERN: Final = 4
#: How long a year without an era, or two of them, may be: 10~14年度.
_SHORT: Final = 7
_BEFORE_YEAR: Final = frozenset("(〔【[")
_BEFORE_MINUS: Final = frozenset(f" (〔[〈【:,、{BEFORE_MINUS}")
HIRAGANA: Final = frozenset(chr(code) for code in range(0x3041, 0x3097))
KATAKANA: Final = frozenset(chr(code) for code in range(0x30A1, 0x30FD)) | {"ー"}
PARTICLE_WORDS: Final = frozenset(word for kind in PARTICLES for word in expanded(CLASSES[kind]))
#: Classes whose words in hiragana may stand right behind a verb.
_AFTER_HIRAGANA: Final = frozenset(
    [
        "aim",
        "per",
        "above",
        "below",
        "floor",
        "ceiling",
        "within",
        "due",
        "keep",
        "both",
        "either",
        "reason",
        "seen",
        "along",
    ]
)
#: What makes a deed of any noun.
_DOES: Final = frozenset(("aim", "doing"))
#: Kinds of words, also behind a blank.
_LOOSE: Final = FREE | {f" {kind}" for kind in FREE}
_SEVERAL: Final = pattern(r"\+\++")
#: Kinds of units that a zero in letters stands before.
_COUNTED: Final = frozenset(("unit", "pct", "point"))
#: Kinds of words that the lexicon does not know.
_PLAIN: Final = frozenset(("word", "noun"))
#: What a word for about may stand right before: 約週2回, 概ね半減.
_ABOUT: Final = frozenset(("each", "halved", "doubled", "zero"))
_EDGES: Final = PARTICLES - {"from"} | {"link", "aim"}
#: What a grade is of.
_SCHOOLS: Final = frozenset(("school", " school"))
_PLACES: Final = {
    "num": AFTER_NUMBER,
    "one": AFTER_NUMBER,
    "dash": AFTER_NUMBER,
    "period": AFTER_PERIOD,
}
#: A blank between two letters that may be those of one word.
_BREAK: Final = pattern(
    r" (?:(?<=[^\W0-9A-Za-z_] )(?=[^\W0-9A-Za-z_])|(?<=[t-] )(?=CO)|(?<=CO )(?=2)|(?<=- )(?=C)"
    r"|(?<=[0-9] )(?=\.[0-9])|(?<=[0-9]\. )(?=[0-9])|(?<=/ )(?=[^\W0-9_])"
    r"|(?<=[0-9] )(?=,[0-9])|(?<=[0-9], )(?=[0-9]{3}(?![0-9])))"
)
#: A text that begins with a number of an enumeration.
_NUMBERED: Final = r"[1-9]\. "
_BEFORE_BREAK: Final = pattern(r"[^\W0-9_]{1,5}$")
_AFTER_BREAK: Final = pattern(r"[^\W0-9_]{1,6}")
_LONGEST_UNIT: Final = 10
_LONGEST_OPEN_UNIT: Final = 8
#: How many runs are remembered.
_KEPT: Final = 4096


class Words:
    """The words of the lexicon, and those that a city adds, ready to be looked up."""

    def __init__(self, units: Iterable[str] = (), extra: Iterable[tuple[str, str]] = ()) -> None:
        """Keep the *units* and the *extra* words, each with its class."""
        self._units = tuple(units)
        self._extra = tuple(extra)
        self._known: dict[tuple[str, int, bool], tuple[tuple[str, int], ...]] = {}

    @cached_property
    def classes(self) -> dict[str, tuple[str, ...]]:
        """Word → its classes: 中 may say of how many, or name a school."""
        found: dict[str, tuple[str, ...]] = {}
        for kind, words in CLASSES.items():
            more: dict[str, tuple[str, ...]] = dict.fromkeys(expanded(words), (kind,))
            for word in found.keys() & more.keys():
                more[word] = _with(found[word], kind)
            found |= more
        for word, kind in self._extra:
            found[word] = _with(found.get(word, ()), kind)
        return found

    @cached_property
    def longest(self) -> dict[str, int]:
        """First letter → how long the longest word is that begins with it."""
        return {word[0]: len(word) for word in sorted(self.classes, key=len)}

    @cached_property
    def apart(self) -> re.Pattern[str] | None:
        """The words that a city adds and that are no run of letters."""
        apart = [word for word in self._own if not re.fullmatch(_RUN, word)]
        if not apart:
            return None
        words = sorted(apart, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)))

    @cached_property
    def _own(self) -> dict[str, str]:
        """Each word that a city adds, with its class."""
        marks = {word: kind for word, kind in self._extra if word not in DASHES}
        return dict.fromkeys(self._units, "unit") | marks

    def own(self, word: str) -> str:
        """Return the class of a word that a city adds."""
        return self._own[word]

    @cached_property
    def one_word(self) -> frozenset[str]:
        """What a blank does not part."""
        known = frozenset(ONE_WORD).union(self.classes, self.measures, IN_BRACKETS)
        return known - PARTED

    @cached_property
    def measures(self) -> dict[str, str]:
        """Unit → its kind."""
        physical = [size + unit for unit in PHYSICAL.split() for size in ("", *PREFIXES)]
        known = dict.fromkeys([*COUNTERS.split(), *physical], "unit")
        known |= {unit: kind for kind, units in DIMENSIONS.items() for unit in units.split()}
        return known | dict.fromkeys(self._units, "unit")

    def boxed(self, run: str, *, after_number: bool) -> str:
        """Return the kind of a unit that is all there is in a bracket, ``""`` if it is none.

        Behind a number any known unit may stand so; elsewhere 市 and 校 may be names.

        >>> Words().boxed("校区", after_number=True), Words().boxed("館", after_number=False)
        ('unit', '')
        """
        if not after_number:
            return self.measures.get(run, "unit") if run in IN_BRACKETS else ""
        return self.measures.get(run) or self.measures.get(run.lstrip(SIZES), "")

    def segments(
        self, run: str, place: Place, *, before_number: bool
    ) -> tuple[tuple[str, int], ...]:
        """Divide a run of letters into kinds and lengths.

        Args:
            run: The letters.
            place: What stands before it.
            before_number: Whether a number follows.

        >>> Words().segments("件以下", AFTER_NUMBER, before_number=False)
        (('unit', 1), ('ceiling', 2))
        """
        key = run, place, before_number
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = tuple(_Run(self, run, place, before_number).divided())
            if not before_number and NOT_YET in run:
                known = self._with_undone(run, place, known)
            if not before_number and run.endswith(NOT_DONE) and self._is_not_done(run):
                known = (("undone", len(run)),)
            self._known[key] = known
        return known

    def _with_undone(
        self, run: str, place: Place, found: tuple[tuple[str, int], ...]
    ) -> tuple[tuple[str, int], ...]:
        """Join 未 to the deed that a run ends in: what was not done names no number."""
        at = run.rfind(NOT_YET)
        starts = [sum(size for _, size in found[:index]) for index in range(len(found))]
        kind = [each for (each, _), start in zip(found, starts, strict=True) if start <= at][-1]
        is_word = at in starts or kind in _PLAIN
        is_deed = "deed" in self.classes.get(run[at + 1 :], ()) and run[at:] not in self.classes
        if not (is_word and is_deed):
            return found
        before = self.segments(run[:at], place, before_number=False) if at else ()
        return (*before, ("undone", len(run) - at))

    def _is_not_done(self, run: str) -> bool:
        """Whether a run is a deed with what says that it was not done, and nothing else: 実施せず."""
        end = next(each for each in NOT_DONE if run.endswith(each))
        return "deed" in self.classes.get(run.removesuffix(end), ()) and run not in self.classes


def _with(known: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the classes of a word with one more: what belongs to the number before it first."""
    return (kind, *known) if kind in TIED else (*known, kind)


class _Run:
    """One run of letters, and which words of the lexicon may stand where in it."""

    def __init__(self, words: Words, run: str, place: Place, before_number: bool) -> None:  # noqa: FBT001 - a fact of the run
        self.words = words
        self.run = run
        self.place = place
        self.before_number = before_number
        #: Where no word of change begins, in a noun that is made of one: 減額 of 削減額.
        self.inside: set[int] = set()
        #: For each letter the words that may begin there, as far as what follows them tells.
        self.fits: list[list[tuple[str, str]]] = [[] for _ in run]
        for at in reversed(range(len(run))):
            self.fits[at] = list(self._fitting(at))

    def divided(self) -> Iterator[tuple[str, int]]:
        """Yield the kind and the length of each stretch."""
        begun = 0
        if self.place in (AFTER_NUMBER, AFTER_BLANK):
            kind, length = self._unit()
            if length:
                yield kind, length
            begun = length
        at = start = begun
        while at < len(self.run):
            kind, length = self.word(at, begun, tied=at == start and self.place != NOWHERE)
            if not length:
                at += 1
                continue
            if begun < at:
                is_done = kind in _DOES and self.run[at] in DOES
                yield _plain(self.run[begun:at], is_done=is_done), at - begun
            yield kind, length
            at = begun = at + length
            if kind == "zero" and (unit := self._counter(at)):  # ゼロ件
                yield self.words.measures[unit], len(unit)
                at = begun = at + len(unit)
        if begun < at:
            yield _plain(self.run[begun:]), at - begun

    def word(self, at: int, begun: int, *, tied: bool = False) -> tuple[str, int]:
        """Return the class and the length of the longest word at a place; length 0 if none is."""
        for word, kind in self._tied(at) if tied else ():
            return kind, len(word)
        for word, kind in self.fits[at]:
            if self._begins(word, kind, at, begun):
                return kind, len(word)
        return "", 0

    def _tied(self, at: int) -> Iterator[tuple[str, str]]:
        """Yield the words that belong to the number or the period before them."""
        for word, kinds in self._words(at):
            for kind in kinds:
                if kind == "during" and self.place == AFTER_PERIOD and self._is_longest(word, at):
                    yield word, kind
                if kind in TIED and self._closes(kind, at, at + len(word)):
                    yield word, kind

    def _is_longest(self, word: str, at: int) -> bool:
        """Whether no longer word fits at a place: R9中, but R9|中間目標."""
        return all(len(other) <= len(word) for other, _ in self.fits[at])

    def _closes(self, kind: str, at: int, end: int) -> bool:
        """Whether a word that belongs to a number may stand at a place.

        A band of ten has a unit, or says which half it is: 20台 are cars. Some end a run.
        """
        if kind == "decade" and at == 0 and self.place == AFTER_NUMBER:
            return self.run.startswith(HALVES)
        if kind not in CLOSING:
            return True
        counts = self.place == AFTER_NUMBER and (kind != "among" or self.before_number)
        return counts and end == len(self.run)

    def _fitting(self, at: int) -> Iterator[tuple[str, str]]:
        for word, kinds in self._words(at):
            for kind in kinds:
                if self._ends(word, kind, at + len(word)):
                    yield word, kind

    def _words(self, at: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the words of the lexicon at a place with their classes, the longest first."""
        longest = self.words.longest.get(self.run[at], 0)
        for end in range(min(at + longest, len(self.run)), at, -1):
            word = self.run[at:end]
            kinds = self.words.classes.get(word)
            if kinds is not None:
                yield word, kinds

    def _ends(self, word: str, kind: str, end: int) -> bool:
        """Whether a word may end at a place: nothing of a longer word follows."""
        after = self.run[end : end + 1]
        if kind in ("during", *CLOSING) or (after and kind == "about"):
            return kind == "about" and any(each in _ABOUT for _, each in self.fits[end])
        if kind in BEFORE_NUMBERS or kind in CLAUSE_ENDS:
            return not after and (self.before_number or kind in CLAUSE_ENDS)
        if not after or (kind == "zero" and self._counter(end)):
            return True
        if word[-1] in KATAKANA and after in KATAKANA:
            return False
        if kind in TURNING and (after in NOUN_TAILS or self.run.startswith(RULED, end)):
            self.inside.update(range(end - len(word) + 1, end))
            return False
        if word.isascii():
            return not (after.isascii() and after.isalpha())
        if kind == "doing" or word in PARTICLE_WORDS:  # 開催しつつ, but not 開催している
            return after not in HIRAGANA or bool(self.fits[end])
        if kind in ANYWHERE or after in HIRAGANA:
            return True
        if word[-1] in HIRAGANA and (len(word) > 2 or word[0] not in HIRAGANA):  # noqa: PLR2004 - より is a particle too
            return True
        return bool(self.fits[end])

    def _counter(self, at: int) -> str:
        """Return the unit that stands behind a zero, up to what is no part of it: ゼロ|件|を維持."""
        for end in range(min(len(self.run), at + _LONGEST_UNIT), at, -1):
            is_end = end == len(self.run) or self.run[end] in HIRAGANA or self.fits[end]
            if is_end and self.words.measures.get(self.run[at:end]) in _COUNTED:
                return self.run[at:end]
        return ""

    def _begins(self, word: str, kind: str, at: int, begun: int) -> bool:
        """Whether a word may begin at a place: nothing of a longer word stands before."""
        before = self.run[at - 1] if begun < at else ""
        if kind == "doing":  # 開催し、, but not 見通し
            return at == begun > 0
        if not before:
            return True
        if kind in TURNING and at in self.inside:
            return False
        if word.isascii() or (word[0] in KATAKANA and before in KATAKANA):
            return False
        if before in HIRAGANA:
            return word == BY or (
                word not in PARTICLE_WORDS
                and (word[0] not in HIRAGANA or kind in _AFTER_HIRAGANA or not word.isalpha())
            )
        if kind == "about":  # 来場者約500人; 契約 is another word
            return before not in NO_ABOUT
        if kind in STANDS_ALONE:  # 受診率県平均, but not 配置数基準, 同規模市平均
            is_other = word.endswith(RULED) or self.run.startswith(ALIKE, begun)
            return self.run.endswith(HEAD_NOUNS, 0, at) and not is_other
        return len(word) > 1 or word in PARTICLE_WORDS

    def _unit(self) -> tuple[str, int]:
        """Return the unit that a run begins with; length 0 if it begins with something else."""
        first = ("", 0)
        tied = max((len(word) for word, _ in self._tied(0)), default=0)
        for length in range(min(len(self.run), _LONGEST_UNIT), 0, -1):
            kind = self.words.measures.get(self.run[:length])
            if kind is None:
                continue
            if self._is_label(length):
                return (kind, length) if self.run in SURE_COUNTERS else ("", 0)
            if self._unit_ends(length):
                return (kind, length) if tied <= length else ("", 0)
            first = first if first[1] else (kind, length)
        if self.word(0, 0, tied=True)[1] or self.run[0] in HIRAGANA:
            return "", 0
        if first[1]:
            return first if self.place == AFTER_NUMBER else ("", 0)
        return self._open_unit()

    def _is_label(self, length: int) -> bool:
        """Whether a counter between two numbers may be the name of the second: 5 中学校 3."""
        return self.place == AFTER_BLANK and self.before_number and length == len(self.run) > 1

    def _unit_ends(self, length: int) -> bool:
        if length == len(self.run) or self.run[length] in HIRAGANA:
            return True
        if self.word(length, length, tied=True)[1]:
            return True
        named = self.before_number and self.place == AFTER_NUMBER
        return named and not any(char in HIRAGANA for char in self.run[length:])

    def _open_unit(self) -> tuple[str, int]:
        """Return a unit that no table knows: the letters up to a word of the lexicon."""
        run = self.run
        if self.place == AFTER_BLANK or run[0].isascii() or run.startswith(NO_UNIT):
            return "", 0
        if run[0] in _KANJI_DIGITS:
            return "", 0
        end = 1
        while end < len(run) and run[end] not in HIRAGANA:
            if self.word(end, end, tied=True)[1]:
                break
            end += 1
        is_deed = run[:end].endswith(DEED_END) and not run[:end].endswith(NO_DEEDS)  # 2車線化
        return ("", 0) if is_deed or end > _LONGEST_OPEN_UNIT else ("open", end)


def _plain(word: str, *, is_done: bool = False) -> str:
    """Return the kind of a stretch that the lexicon does not know: what is done is a deed."""
    if word.endswith(NEGATED):
        return "not"
    if all(char in HIRAGANA for char in word):
        return "kana"
    if word[0].isascii() and word[-1].isdecimal():
        return "code"
    if re.search(_IN_KANJI, word):
        return "figures"
    is_deed = word[-1] not in HIRAGANA if is_done else word.endswith(DEED_END)
    if is_deed and len(word) > 1 and not word.endswith(NO_DEEDS):
        return "deed"
    if word.endswith(RULED):
        return "standard"
    return "noun" if word.endswith(HEAD_NOUNS) else "word"


class Tokens(NamedTuple):
    """The tokens of a cell."""

    #: What each is; one that begins with a blank has one before it.
    kinds: tuple[str, ...]
    #: Where each stands in the folded text.
    spans: list[tuple[int, int]]


def scan(folded: Folded, words: Words) -> Tokens:
    """Return the tokens of a cell.

    >>> from kpikit.language.fold import fold
    >>> scan(fold("約126件 以下"), Words()).kinds
    ('about', 'num', 'unit', ' ceiling')
    """
    text = folded.text
    kinds: list[str] = []
    spans: list[tuple[int, int]] = []
    gap = last = ""
    apart = words.apart
    end, length = 0, len(text)
    while end < length:
        start, look = end, _LOOKS.get(text[end])
        if apart and (own := apart.match(text, start)):
            last, end = words.own(own[0]), own.end()
        elif isinstance(look, str):
            end += 1
            if look == " ":
                gap = look
                continue
            last = look
        elif look is _at_digit and apart is None and (amount := _amount_at(text, start)):
            last, end = _amount(amount, gap, kinds, spans, words), amount.end()
            gap = ""
            continue
        elif look and (found := look(text, start)):
            last, end = found
        else:
            match = _AT_LETTER.match(text, start)
            assert match is not None  # noqa: S101 - a sign is any character
            end = match.end()
            if match.lastgroup == "run":
                stretches = _stretches(match, kinds, gap, last, words)
                last = _put(stretches, start, gap, kinds, spans)
                gap = ""
                continue
            last = _kind(match, gap, last)
        kinds.append(gap + last)
        spans.append((start, end))
        gap = ""
        if last == ")" and end < length:
            last = _before_mark(kinds)
        elif last == "note" and kinds[-2:] == ["num", "note"]:
            last = "num"  # 1,032*件
    return _gathered(kinds, spans)


def _put(
    stretches: Iterable[tuple[str, int]],
    start: int,
    gap: str,
    kinds: list[str],
    spans: list[tuple[int, int]],
) -> str:
    """Add the stretches of a run of letters, and return the kind of the last."""
    kind = ""
    for kind, size in stretches:
        kinds.append(gap + kind)
        spans.append((start, start + size))
        start += size
        gap = ""
    return kind


def _amount_at(text: str, start: int) -> re.Match[str] | None:
    found = _AMOUNT.match(text, start)
    return None if found and found[1] and _at_opening(text, start) else found


def _amount(
    found: re.Match[str],
    gap: str,
    kinds: list[str],
    spans: list[tuple[int, int]],
    words: Words,
) -> str:
    """Add a number and the letters behind it, and return the kind of the last."""
    _, number, blank, run = found.groups()
    kind = "one" if number == "1" else "num"
    kinds.append(gap + kind)
    spans.append(found.span(2))
    if run is None:
        return kind
    place = AFTER_BLANK if blank else AFTER_NUMBER
    stretches = words.segments(run, place, before_number=False)
    if (
        len(kinds) > 1
        and kinds[-2] in _SCHOOLS
        and _is_grade(found.string, found.start(4), stretches)
    ):
        stretches = words.segments(run, NOWHERE, before_number=False)
    return _put(stretches, found.start(4), blank, kinds, spans)


def number_alone(text: str, words: Words) -> tuple[tuple[str, ...], str, str] | None:
    """Return the kinds, the number and the unit of a text that is no more than that.

    It says what :func:`scan` would, and need not look for anything else.

    >>> number_alone("1,260件", Words()), number_alone("126件以下", Words())
    ((('num', 'unit'), '1,260', '件'), None)
    """
    found = _AMOUNT.fullmatch(text) if words.apart is None else None
    if found is None or (found[1] and _at_opening(text, 0)):
        return None
    _, number, blank, run = found.groups()
    kind = "one" if number == "1" else "num"
    if run is None:
        return (kind,), number, ""
    place = AFTER_BLANK if blank else AFTER_NUMBER
    (unit, _), *more = words.segments(run, place, before_number=False)
    return None if more else ((kind, blank + unit), number, run)


def _before_mark(kinds: list[str]) -> str:
    """Return what stands before the bracket that closes where it parts nothing, else the bracket.

    A mark parts no number from its unit, nor does another number: 1,200(注2)人, 6(6)人.
    """
    for begun in (-4, -3):
        if len(kinds) > -begun and kinds[begun] == "(":
            before, inner = kinds[begun - 1].lstrip(" "), kinds[begun + 1]
            if inner in ("footnote", "note") or {inner, before} <= {"num", "one"}:
                return before
    return ")"


def _at_digit(text: str, at: int) -> tuple[str, int] | None:
    """Return what stands at a digit; those that are of no year are told by a glance."""
    if text.startswith(")", at + 1) and text.startswith("1)") and text[at - 1 : at] in ("", " "):
        return "mark", at + 2  # 1)80% 2)90%
    digits = text[at : at + _WESTERN]
    is_year = digits[0] in "12" and len(digits) == _WESTERN and digits.isdecimal()
    if is_year or FISCAL_YEAR in text[at : at + _SHORT] or (at and text[at - 1] in _BEFORE_YEAR):
        period = _at_opening(text, at)
        if period:
            return period
    return _numbered(_AT_DIGIT.match(text, at))


def _at_opening(text: str, at: int) -> tuple[str, int] | None:
    found = period_pattern().match(text, at)
    return ("period", found.end()) if found else None


def _at_bracket(text: str, at: int) -> tuple[str, int] | None:
    """Return a bracket, unless it may be that of a mark: (1)."""
    return None if text.startswith(")", at + 2) else ("(", at + 1)


def _at_name(text: str, at: int) -> tuple[str, int] | None:
    return _numbered(_AT_NAME.match(text, at))


def _at_stroke(text: str, at: int) -> tuple[str, int] | None:
    return _numbered(_STROKE.match(text, at))


def _numbered(found: re.Match[str] | None) -> tuple[str, int] | None:
    """Return the kind of what a pattern found, and where it ends."""
    if found is None:
        return None
    kind = found.lastgroup or ""
    if kind in ("num", "kanji"):
        kind = "one" if found[0] in ("1", "一") else "num"
    return _KINDS.get(kind, kind), found.end()


#: The kinds of what a pattern calls otherwise.
_KINDS: Final = {"item": "mark", "name": "word"}


#: The kind of what begins with a character, or how to look for it: else it is a letter or a sign.
_LOOKS: Final[dict[str, str | Callable[[str, int], tuple[str, int] | None]]] = {
    " ": " ",
    **{char: kind for char, kind in _SIGNS.items() if char not in _UNSURE},
    "(": _at_bracket,
    **dict.fromkeys(("/", EVERY), _at_stroke),
    **dict.fromkeys(_NAMES, _at_name),
    **dict.fromkeys(f"{OPENINGS}'", _at_opening),
    **dict.fromkeys("0123456789", _at_digit),
}


def _stretches(
    match: re.Match[str], kinds: list[str], gap: str, last: str, words: Words
) -> Iterable[tuple[str, int]]:
    """Return the stretches of a run of letters that stands behind a token of kind *last*."""
    run, end = match[0], match.end()
    after = match.string[end : end + 2]
    if after[:1] in _CLOSING and last in ("(", "colon"):
        kind = _boxed(run, kinds, last, words)
        if kind:
            return ((kind, len(run)),)
    elif not last and after[:1] == " " and after[1:].isdecimal() and run in IN_BRACKETS:
        return (("unitfirst", len(run)),)
    place = _PLACES.get(last, NOWHERE)
    if gap:
        place = AFTER_BLANK if place == AFTER_NUMBER else NOWHERE
    before_number = after != "" and after.lstrip(" △▲")[:1].isdecimal()
    found = words.segments(run, place, before_number=before_number)
    if (
        len(kinds) > 1 and kinds[-2] in _SCHOOLS and _is_grade(match.string, match.start(), found)
    ):  # 小6国語
        return words.segments(run, NOWHERE, before_number=before_number)
    return found


def _is_grade(text: str, start: int, found: Sequence[tuple[str, int]]) -> bool:
    """Whether the digit of a grade stands before letters that only begin like a counter."""
    kinds = [kind for kind, _ in found]
    is_in_word = kinds == ["open"] or (kinds[:1] == ["unit"] and kinds[1:] in (["word"], ["noun"]))
    return is_in_word and text[start - 1].isdecimal() and not text[start - 2].isdecimal()


def _boxed(run: str, kinds: list[str], last: str, words: Words) -> str:
    """Return the kind of a unit behind which a bracket closes, ``""`` if a run is none."""
    if last == "colon":
        return words.measures.get(run, "unit") if run in IN_BRACKETS else ""
    is_behind_number = len(kinds) > 1 and kinds[-2].lstrip(" ") in ("num", "one")
    return words.boxed(run, after_number=is_behind_number)


def _kind(match: re.Match[str], gap: str, last: str) -> str:
    """Return the kind of what is no run of letters."""
    kind = match.lastgroup or ""
    if kind == "sign":
        return _sign(match.string, match.start(), match[0])
    is_behind_word = kind == "mark" and not gap and last in FREE
    return "word" if is_behind_word and match.string.startswith(" ", match.end()) else kind


def _sign(text: str, start: int, char: str) -> str:
    """Return the kind of a sign: a hyphen before a number that nothing precedes is a minus."""
    kind = _SIGNS.get(char, "sign")
    if char == "<" and ">" in text[start:]:
        return "("
    if char == ">" and "<" in text[:start]:
        return ")"
    if kind == "dots" and text[start - 1 : start].isalpha():
        after = text[start + 1 : start + 2]  # 参加率…100%, 女性職員…取得率75%
        kind = "colon" if after.isdecimal() else "comma" if after.isalpha() else kind
    if kind == "dash" and text[start + 1 : start + 2].isdecimal():
        before = text[start - 1] if start else " "
        if before in _BEFORE_MINUS:
            return "minus"
    return kind


def mended(folded: Folded, words: Words) -> Folded:
    """Return a text without the blanks that part a word.

    A line break inside a cell becomes a blank, and breaks fall anywhere: 18団 体, 令 和5年度. A
    blank goes where a word of the lexicon, a counter or an era would stand across it.

    >>> from kpikit.language.fold import fold
    >>> mended(fold("18団 体"), Words()).text
    '18団体'
    """
    text = folded.text
    if " " not in text.replace(" (", ""):  # no word goes on with a bracket
        return folded
    dropped = {
        match.start() for match in _BREAK.finditer(text) if _is_broken(text, match.start(), words)
    }
    if dropped and _is_spaced(text):
        dropped = {index for index, char in enumerate(text) if char == " "}
    return folded.without(dropped) if dropped else folded


def _is_spaced(text: str) -> bool:
    """Return whether blanks stand behind nearly every character: 9 0 % 以 上."""
    pieces = text.split()
    return len(pieces) > 3 and len("".join(pieces)) <= 1.7 * len(pieces)  # noqa: PLR2004


def _is_broken(text: str, blank: int, words: Words) -> bool:
    if text[blank - 1] in "O-/":  # CO 2, t- CO2, 人/ 便
        return text[blank - 1] != "/" or text[blank - 2 : blank - 1] not in ("", " ")
    if "," in text[blank - 1 : blank + 2]:
        return True
    if "." in text[blank - 1 : blank + 2]:  # 27. 9%, but no 1. 9件 2. 5件
        return re.match(_NUMBERED, text) is None
    letters = _BEFORE_BREAK.search(text[max(0, blank - _LONGEST_UNIT) : blank])
    before = letters[0] if letters else ""
    letters = _AFTER_BREAK.match(text[blank + 1 : blank + _LONGEST_UNIT])
    after = letters[0] if letters else ""
    known = words.one_word
    ends = [after[:end] for end in range(len(after), 0, -1)]
    for start in range(len(before)):
        left = before[start:]
        if not known.isdisjoint([left + right for right in ends]):
            return True
    return False


def _gathered(kinds: list[str], spans: list[tuple[int, int]]) -> Tokens:
    """Join the words that stand between what has a meaning, up to the particle at their end."""
    if not _LOOSE.isdisjoint(kinds):
        loose = "".join(["+" if kind in _LOOSE else "-" for kind in kinds])
        for run in reversed([*_SEVERAL.finditer(loose)]):
            at = slice(*run.span())
            kinds[at], spans[at] = _joined(kinds[at], spans[at])
    return Tokens(tuple(kinds), spans)


def _joined(
    kinds: list[str], spans: list[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Join words and the particles between them; those at either end stay by themselves."""
    first, last = 0, len(kinds)
    while first < last and kinds[first].lstrip(" ") in _EDGES:
        first += 1
    while last > first and kinds[last - 1].lstrip(" ") in _EDGES:
        last -= 1
    body = [kind.lstrip(" ") for kind in kinds[first:last]]
    if len(body) < 2:  # noqa: PLR2004 - nothing to join
        return kinds, spans
    gap = " " if kinds[first][0] == " " else ""
    kinds[first:last] = [gap + _joined_kind(body)]
    spans[first:last] = [(spans[first][0], spans[last - 1][1])]
    return kinds, spans


def _joined_kind(body: list[str]) -> str:
    """Return the kind of words that were joined: by what they end in, and whether in a phrase."""
    if all(kind in ("word", "noun") for kind in body):
        return body[-1]
    return {"noun": "nouns", "deed": "deeds"}.get(body[-1], "text")
