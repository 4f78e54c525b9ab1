"""How a finding is made: its code, its severity, and its sentence in each language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import singledispatch

from kpikit.analysis.findings.finding import Finding, Place, Severity
from kpikit.judging.wording import (
    number_words,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)
from kpikit.language.issue import Note
from kpikit.language.messages import Language, say
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Flag

__all__ = ["checked", "info", "warning"]


def warning(code: str, *places: Place, **values: object) -> Finding:
    """Warn, with what the sentence shows."""
    return _found(code, Severity.WARNING, places, values)


def info(code: str, *places: Place, **values: object) -> Finding:
    """Note, with what the sentence shows."""
    return _found(code, Severity.INFO, places, values)


def checked(code: str, place: Place, *, agrees: bool, **values: object) -> Finding:
    """Say that a published figure follows from others, or warn that it does not."""
    if agrees:
        return info(f"{code}-confirmed", place, **values)
    return warning(f"{code}-differs", place, **values)


def _found(
    code: str, severity: Severity, places: tuple[Place, ...], values: Mapping[str, object]
) -> Finding:
    def sentence(lang: Language) -> str:
        words = {name: _words(value, lang) for name, value in values.items()}
        return say(f"finding-{code}", lang, **words)

    return Finding(code, severity, places, sentence("ja"), sentence("en"))


@singledispatch
def _words(value: object, lang: Language) -> str:
    """Say a value; a period is no class that can be named, and text stays as it is."""
    return period_words(value, lang) if isinstance(value, Period) else str(value)


@_words.register
def _(value: Decimal, _lang: Language) -> str:
    return number_words(value)


@_words.register
def _(value: Flag, lang: Language) -> str:
    return say(f"flag-{value.value}", lang)


@_words.register
def _(value: Note, lang: Language) -> str:
    return value.message(lang)


_words.register(Observation, observation_words)
_words.register(type(None), observation_words)
_words.register(Quantity, quantity_words)
_words.register(Rule, rule_words)
