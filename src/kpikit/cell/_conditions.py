"""Numbers that say of whom or what a share or a count is: 週1回以上運動する者の割合 70%.

They are no values. That is sure only where the noun that is measured stands between them and
the value, with no separator, and where the value has a unit that the noun may have.
"""

from __future__ import annotations

import re
from typing import Final

from kpikit.cell._nodes import Phrase
from kpikit.cell._numbers import NOUN
from kpikit.cell._scan import Token
from kpikit.unit import is_ratio

__all__ = ["without_conditions"]

#: What stays within one noun phrase.
_WITHIN: Final = r"[^ 、。,;:()\[\]〔〕【】0-9]"
_THEN: Final = "(?:[をはが]|とも)?[ :]*"
#: A share of those that a clause or の describes: 回以上運動する|者の割合を.
_SHARE_OF_WHOM: Final = re.compile(
    f"{_WITHIN}{{1,24}}(?:の|[うくすつぬむるたい])"
    f"(?:{NOUN}{{1,12}}(?:の(?:割合|比率)|を全体の)|割合){_THEN}"
)
#: What measures time, age or distance, and counts nothing.
_MEASURED: Final = "(?:時間|分|秒|日|泊|週間?|[かヶヵカケ]月|年間?|歳|km|m)"
_BOUND: Final = "(?:以上|以下|以内|未満|超)?"
_RATE_OF_WHAT: Final = re.compile(
    rf"{_MEASURED}{_BOUND}(?:がん|(?![をはがでと]){_WITHIN}){{1,20}}(?:割合|比率|率){_THEN}"
)
_COUNT_OF_WHAT: Final = re.compile(
    rf"(?:時間|分|[かヶヵカケ]月|歳|km|m){_BOUND}の?{NOUN}{{0,12}}[数量額]{_THEN}"
)
#: What a number is no part of a word behind.
_WORD: Final = re.compile(r"[^\W_ぁ-ゖ]")
#: What makes a statement of its own of the number before.
_STATES: Final = tuple("でとをはが")


def without_conditions(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases that are values, each with the conditions before it as words."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if kept and _is_condition(kept[-1], phrase):
            _take(kept.pop(), phrase)
        kept.append(phrase)
    return kept


def _is_condition(first: Phrase, value: Phrase) -> bool:
    """Whether a number describes what the next one measures."""
    last = first.other or first
    if not last.is_measure or first.groups or value.bracket:
        return False
    text = last.core.match.string
    between = text[max(last.core.match.end("number"), last.core.match.end("kanji")) : value.start]
    if value.is_measure and not is_ratio(value.unit):
        return bool(value.unit) and _heads(first, text) and _is(_COUNT_OF_WHAT, between)
    if _is(_SHARE_OF_WHOM, between) and not text.startswith(_STATES, first.end):
        return True
    return _heads(first, text) and _is(_RATE_OF_WHAT, between)


def _is(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None


def _heads(first: Phrase, text: str) -> bool:
    """Whether no word ends right before a number, whose value it might be: 残業20時間."""
    return first.start == 0 or _WORD.match(text, first.start - 1) is None


def _take(condition: Phrase, value: Phrase) -> None:
    """Make words of a condition, and give its date to the value."""
    dates = [each for each in condition.modifiers if each.kind == "period"]
    own = [each for each in condition.modifiers if each.kind != "period"]
    start = min(each.start for each in (condition.core, *own))
    match = condition.core.match
    words = Token("word", match.string[start : value.start].rstrip(" :"), start, value.start, match)
    value.lead = [*condition.lead, words]
    value.modifiers = [*dates, *value.modifiers]
