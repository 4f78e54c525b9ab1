"""A finding: what it is about, its code and severity, and its sentence in each language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import unique
from functools import singledispatch
from typing import final

import attrs

from kpikit._value import Code, Value, to_tuple
from kpikit.judging import wording
from kpikit.judging.amounts import noun_words
from kpikit.judging.explanation import reason_words
from kpikit.judging.spelling import AS_USUAL, Spelling
from kpikit.language.issue import Location, Note
from kpikit.language.messages import Language, say
from kpikit.model.judgement import Told
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Reason

__all__ = ["Finding", "Place", "Severity", "checked", "info", "warning"]


@unique
class Severity(Code):
    """Whether something is wrong, or only worth knowing.

    >>> Severity("warning")
    Severity.WARNING
    """

    #: The table contradicts itself, or a reader would be misled.
    WARNING = "warning"
    #: Something was assumed, or adds up.
    INFO = "info"


@final
@attrs.frozen(repr=False)
class Place(Value):
    """The row that a finding is about.

    >>> Place("1", "2-1", "利用率").section
    '2-1'
    """

    #: The code of the table, ``""`` if it has none.
    table: str
    #: The code of the section: that of the 施策 or 事業.
    section: str
    #: The indicator's name, ``""`` if it is about the section itself.
    indicator: str = ""
    #: Which of several indicators or labelled parts, counted from 1; ``""`` if there is one.
    part: str = ""
    #: Where it was published.
    location: Location | None = None


@final
@attrs.frozen(repr=False)
class Finding(Value):
    """Something that a careful reader would note, in a sentence of either language.

    >>> Finding("sum-differs", Severity.WARNING, [Place("1", "2-1")], "…", "1 + 1 is not 3").part
    ''
    """

    #: A stable code: ``period-mismatch``.
    code: str
    #: How bad it is.
    severity: Severity
    #: What it is about, in source order.
    places: tuple[Place, ...] = attrs.field(converter=to_tuple)
    #: The sentence in Japanese.
    japanese: str
    #: The sentence in English.
    english: str

    @property
    def table(self) -> str:
        """The codes of the tables, joined by a comma."""
        return ",".join(dict.fromkeys(place.table for place in self.places))

    @property
    def section(self) -> str:
        """The codes of the sections, joined by a comma."""
        return ",".join(dict.fromkeys(place.section for place in self.places))

    @property
    def part(self) -> str:
        """Which of several indicators or parts; ``""`` if it is about the whole row."""
        return ",".join(dict.fromkeys(place.part for place in self.places))

    @property
    def locations(self) -> list[Location]:
        """Where it was published, as far as that is known."""
        return [place.location for place in self.places if place.location]

    def message(self, lang: Language = "ja") -> str:
        """Say it in one sentence."""
        return self.japanese if lang == "ja" else self.english


@final
@attrs.frozen
class Why:
    """Why a value and a target cannot be compared, told of both."""

    #: Why.
    reason: Reason
    #: The value.
    observation: Observation | None
    #: What the target asks for.
    rule: Rule | None
    #: When the target is due, where the plan says so.
    due: Period | None = None


@final
@attrs.frozen
class Dated:
    """A value that is told with its time."""

    #: The value.
    observation: Observation


@final
@attrs.frozen
class Term:
    """A word of the messages."""

    #: The code of its text.
    code: str


@final
@attrs.frozen
class Unit:
    """A unit, told as it is printed."""

    #: The unit as it is kept: ``m2``.
    unit: str


# -- how one is made -------------------------------------------------------------------------------


def warning(code: str, *places: Place, spelling: Spelling = AS_USUAL, **values: object) -> Finding:
    """Warn, with what the sentence shows, in the words of the row."""
    return _found(code, Severity.WARNING, places, values, spelling)


def info(code: str, *places: Place, spelling: Spelling = AS_USUAL, **values: object) -> Finding:
    """Note, with what the sentence shows, in the words of the row."""
    return _found(code, Severity.INFO, places, values, spelling)


def checked(code: str, place: Place, *, agrees: bool, **values: object) -> Finding:
    """Say that a published figure follows from others, or warn that it does not."""
    if agrees:
        return _found(f"{code}-confirmed", Severity.INFO, (place,), values)
    return _found(f"{code}-differs", Severity.WARNING, (place,), values)


def _found(
    code: str,
    severity: Severity,
    places: tuple[Place, ...],
    values: Mapping[str, object],
    spelling: Spelling = AS_USUAL,
) -> Finding:
    def sentence(lang: Language) -> str:
        words = {name: _words(value, lang, spelling) for name, value in values.items()}
        return say(f"finding-{code}", lang, **words)

    return Finding(code, severity, places, sentence("ja"), sentence("en"))


@singledispatch
def _words(value: object, lang: Language, _spelling: Spelling) -> str:
    """Say a value; a period is no class that can be named, and text stays as it is."""
    return wording.period_words(value, lang) if isinstance(value, Period) else str(value)


@_words.register
def _(value: Decimal, _lang: Language, _spelling: Spelling) -> str:
    return wording.number_words(value)


@_words.register
def _(value: Told, lang: Language, _spelling: Spelling) -> str:
    return wording.flag_words(value.flag, lang, value.direction) if value.flag else ""


@_words.register
def _(value: Term, lang: Language, _spelling: Spelling) -> str:
    return say(value.code, lang)


@_words.register
def _(value: Unit, lang: Language, _spelling: Spelling) -> str:
    return noun_words(value.unit) if lang == "ja" else value.unit


@_words.register
def _(value: Why, lang: Language, _spelling: Spelling) -> str:
    return reason_words(value.reason, value.observation, value.rule, value.due, lang)


@_words.register
def _(value: Dated, lang: Language, spelling: Spelling) -> str:
    words = wording.observation_words(value.observation, lang, spelling)
    when = value.observation.placed
    if when is None:
        return words
    return say("finding-dated", lang, value=words, period=wording.period_words(when, lang))


@_words.register
def _(value: Note, lang: Language, _spelling: Spelling) -> str:
    return value.message(lang)


_words.register(Observation, wording.observation_words)
_words.register(type(None), wording.observation_words)
_words.register(Quantity, wording.quantity_words)
_words.register(Rule, wording.rule_words)
