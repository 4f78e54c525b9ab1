"""What was taken as read, told in the words of a row: which word stands on one side only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from kpikit.judging.spelling import Spelling
from kpikit.judging.wording import (
    change_words,
    is_of_each,
    per_words,
    quantity_words,
    statistic_words,
)
from kpikit.language.messages import Language, say
from kpikit.model.observation import Observation
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Flag

__all__ = ["NOTHING_TOLD", "quantities_of", "told_of"]

#: What is said of flags in the words of a row, where there is nothing.
NOTHING_TOLD: Final[Mapping[Flag, str]] = MappingProxyType({})
#: What was taken of both sides, where one of them has a word for it.
_ONE_SIDED: Final = (Flag.BASIS_ASSUMED, Flag.STATISTIC_ASSUMED, Flag.STATED_BY_NAME)


def told_of(
    flags: Collection[Flag],
    seen: Observation | None,
    rule: Rule | None,
    lang: Language,
    spelling: Spelling,
) -> Mapping[Flag, str]:
    """Return what is said of flags in the words of a row, as far as it has words for them.

    >>> from kpikit.judging.spelling import AS_USUAL
    >>> from kpikit.model.rule import AtLeast
    >>> seen = Observation(None, Quantity("5", "件"))
    >>> rule = AtLeast(Quantity("9", "件", statistic="累計"))
    >>> told_of([Flag.STATED_BY_NAME], seen, rule, "ja", AS_USUAL)[Flag.STATED_BY_NAME]
    '「累計」が目標値にしか書かれていないため、指標名により、実績値も「累計」の値とみなした'
    """
    told: dict[Flag, str] = {
        flag: _one_sided(flag, seen, rule, lang, spelling) for flag in flags if flag in _ONE_SIDED
    }
    if Flag.ACTUAL_APPROXIMATE in flags:
        told[Flag.ACTUAL_APPROXIMATE] = _range(seen, lang, spelling)
    return {flag: text for flag, text in told.items() if text} or NOTHING_TOLD


def quantities_of(seen: Observation | None) -> list[Quantity]:
    """Return the numbers of a value, those of its parts where it has some.

    >>> quantities_of(Observation(None, Quantity("5", "件")))
    [Quantity('5', '件')]
    """
    if seen is None:
        return []
    values = [part.observation for part in seen.parts] or [seen]
    return [each.quantity for each in values if each.quantity is not None]


def _one_sided(
    flag: Flag, seen: Observation | None, rule: Rule | None, lang: Language, spelling: Spelling
) -> str:
    """Say what stands with the actual or the target only and was taken of both, where it is one."""
    sides = {"actual": quantities_of(seen), "target": _asked(rule)}
    words = {
        (side, word)
        for side, quantities in sides.items()
        for each in quantities
        if (word := _word_of(flag, each, lang, spelling))
    }
    if len(words) != 1:
        return ""
    side, word = words.pop()
    each = "-each" if flag is Flag.BASIS_ASSUMED and _is_of_each(sides[side]) else ""
    return say(f"flag-{flag.value}-{side}{each}", lang, word=word)


def _word_of(flag: Flag, quantity: Quantity, lang: Language, spelling: Spelling) -> str:
    """Return the word of a number for what was taken of both, ``""`` where it has none."""
    if flag is Flag.BASIS_ASSUMED:
        return per_words(quantity, lang)
    if flag is Flag.STATISTIC_ASSUMED:
        return statistic_words(quantity, lang)
    return statistic_words(quantity, lang) or change_words(quantity, lang, spelling)


def _is_of_each(quantities: Iterable[Quantity]) -> bool:
    """Whether what stands on one side is of each year or month: 毎年30%."""
    return all(is_of_each(each) for each in quantities if each.per)


def _range(seen: Observation | None, lang: Language, spelling: Spelling) -> str:
    """Say which values an actual that is not exact was judged as, where it is one number."""
    quantity = seen.quantity if seen is not None else None
    if quantity is None:
        return ""
    words = quantity_words(quantity.possible, lang, spelling)
    return say("flag-actual-approximate-range", lang, range=words)


def _asked(rule: Rule | None) -> list[Quantity]:
    """Return the numbers of a target, of each of its parts."""
    rules = rule.each() if rule is not None else ()
    return [each.number for each in rules if each.number is not None]
