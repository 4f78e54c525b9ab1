"""How a finding is made: its code, its severity, and its sentence in each language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kpikit.findings.finding import Finding, Place, Severity
from kpikit.messages import Language, say
from kpikit.observation import Observation
from kpikit.period import Period
from kpikit.quantity import Quantity
from kpikit.reading import Note
from kpikit.rule import Rule
from kpikit.verdict import Flag
from kpikit.wording import (
    number_words,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)

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


def _words(value: object, lang: Language) -> str:
    match value:
        case Quantity():
            return quantity_words(value, lang)
        case Decimal():
            return number_words(value)
        case Rule():
            return rule_words(value, lang)
        case Observation() | None:
            return observation_words(value, lang)
        case Flag():
            return say(f"flag-{value.value}", lang)
        case Note():
            return value.message(lang)
        case _:
            return _other_words(value, lang)


def _other_words(value: object, lang: Language) -> str:
    """Say a period, which is no class that a pattern can name; text as it is."""
    return period_words(value, lang) if isinstance(value, Period) else str(value)
