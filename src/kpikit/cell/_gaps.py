"""How far from a reference a value is to be: 全国平均+2ポイント, 全国平均を2ポイント上回る."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kpikit.cell._nodes import CellFault, Phrase
from kpikit.cell._scan import Token
from kpikit.rule import Comparator
from kpikit.unit import is_ratio

__all__ = ["POINTS", "gap_base", "gap_of", "is_start"]

#: The units of a difference of two shares.
POINTS: Final = frozenset({"ポイント", "%ポイント", "pt"})
#: What a change counts from; 全国平均 is none of these.
_START: Final = re.compile("対?前(?!年度?の?調査に)|昨|現状|基準|当初|現在|(?:計画)?策定|初")
_BY: Final = re.compile("より(?:も)?|から|を|[にと]比べて?|に対し|比で?")
#: Units of a rate, and of how often or how long a value lies beyond.
_NO_DISTANCE: Final = frozenset({"倍", "割", "回", "年間", "か年", "ヶ年", "カ年", "年度", "期"})
_BEYOND: Final = re.compile("を?(?:上回|[超越]え)(?!らない|ない)")
_BELOW: Final = re.compile("を?下回(?!らない)")
_HIGHER: Final = re.compile("高|多|大き|長")
_LOWER: Final = re.compile("低|少|小さ|短")
#: Better is up or down, by what is measured.
_BETTER: Final = re.compile("改善|抑制")
#: How a value stands to a reference, and whether the amount counts towards it (1) or away, by
#: the way it is to lie from it and by how its amount is bounded.
_AMOUNTS: Final = {
    ("up", ""): (Comparator.AT_LEAST, 1),
    ("up", "以上"): (Comparator.AT_LEAST, 1),
    ("up", "超"): (Comparator.ABOVE, 1),
    ("down", ""): (Comparator.AT_MOST, 1),
    ("down", "以上"): (Comparator.AT_MOST, 1),
    ("down", "超"): (Comparator.BELOW, 1),
    ("+", ""): (Comparator.AT_LEAST, 1),
    ("+", "以上"): (Comparator.AT_LEAST, 1),
    ("+", "超"): (Comparator.ABOVE, 1),
    ("+", "以内"): (Comparator.AT_MOST, -1),
    ("-", "以下"): (Comparator.AT_MOST, 1),
    ("-", "以内"): (Comparator.AT_LEAST, -1),
}


def gap_base(phrase: Phrase) -> Token | None:
    """Return the reference that a number is the distance from, ``None`` if there is none.

    前年度より5人増 is a change, and so is 前年度+5人.
    """
    lead = [node for node in phrase.lead if node.kind != "sep"]
    if not lead or not phrase.is_measure:
        return None
    is_by = lead[-1].kind == "word" and _BY.fullmatch(lead[-1].text) is not None
    base = lead[-2] if is_by and len(lead) > 1 else lead[-1]
    if base.kind != "reference" or base.text.endswith("比"):
        return None
    is_signed = bool(phrase.core.sign)
    if phrase.modifier("keep") and not is_signed:
        return None
    if is_start(base) and (is_signed or phrase.modifier("up") or phrase.modifier("down")):
        return None
    return base if is_by or is_signed or phrase.unit in POINTS else None


def is_start(reference: Token) -> bool:
    """Whether a reference is the value at another time, as 前年度 and 現状 are."""
    return _START.match(reference.text) is not None


def gap_of(phrase: Phrase) -> tuple[Comparator, Decimal]:
    """Return how a value stands to its reference, and by how much: signed for a margin.

    Raises:
        CellFault: The words do not tell which way, or which side of the amount.
    """
    amounts = [each.text for each in phrase.modifiers if each.kind == "bound"]
    ways = [way for way in map(_way_of, amounts) if way]
    amounts = [each for each in amounts if not _way_of(each)]
    for each in phrase.modifiers:
        if each.kind in {"up", "down"}:
            ways.append("" if _BETTER.search(each.text) else each.kind)
        elif each.kind != "bound":
            ways.append("")
    ways += _signs(phrase) + _words(phrase)
    number = phrase.core.number
    found = _AMOUNTS.get((ways[0], "".join(amounts))) if len(ways) == 1 else None
    from_other = phrase.other or phrase.spread or phrase.unit in _NO_DISTANCE
    dashed = phrase.core.sign == "-" and is_ratio(phrase.unit)  # 全国平均-75%以下
    if found is None or number is None or from_other or dashed:
        raise CellFault("reference-not-understood", phrase.lead[-1].start, phrase.end)
    comparator, sense = found
    return comparator, number.copy_abs() * sense


def _way_of(bound: str) -> str:
    """Return the way that 上回る or 下回る names; 以上 and the like bound the amount."""
    if _BEYOND.match(bound):
        return "up"
    return "down" if _BELOW.match(bound) else ""


def _signs(phrase: Phrase) -> list[str]:
    if not phrase.core.sign:
        return []
    return ["+"] if phrase.core.sign in {"+", "プラス"} else ["-"]


def _words(phrase: Phrase) -> list[str]:
    """Return the way that the word right behind names: 2ポイント以上|高い."""
    word = next((node.text for node in phrase.trail[:1] if node.start == phrase.end), "")
    if _HIGHER.match(word):
        return ["up"]
    return ["down"] if _LOWER.match(word) else []
