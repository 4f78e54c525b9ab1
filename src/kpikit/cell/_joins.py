"""What becomes of the phrases of a part together: origins, bands, compounds, asides."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from kpikit.cell._conditions import without_conditions
from kpikit.cell._nodes import SPANS, CellFault, Phrase, is_floor
from kpikit.cell._scan import Token

__all__ = ["SECOND_UNITS", "joined"]

#: Units that follow another of the same number, and how many of them make one.
SECOND_UNITS: Final = {
    ("時間", "分"): 60,
    ("分", "秒"): 60,
    ("割", "分"): 10,
    ("分", "厘"): 10,
    **{("年", f"{ka}月"): 12 for ka in "かヶヵカケ箇"},
}
_TIME: Final = SPANS | {"か月", "ヶ月", "カ月", "ヵ月", "月", "週間", "日間", "日", "次", "期"}
#: Of these an event is one in so many: 3年に1回.
_TURNS: Final = frozenset({"年", "か月", "ヶ月", "カ月", "月", "週間", "日"})
_OF_TIME: Final = re.compile("[にでの後]|までに|計画|時点|目|児|連続|続け|ぶり")
_OF_AGE: Final = re.compile("の|[者児人男女]")
#: Counters of people by age or school year, which label a value: 20歳代, 5年生, 3年目.
_AGES: Final = re.compile("歳.|年生|学年|回生|代$|号|類$|級|型|番|丁目|.*目$")
#: A bracket of such a number says what the value is of: 10位(47都道府県中).
_OF_WHOLE: Final = ("中", "満点", "段階", "点満点")


def joined(phrases: list[Phrase], nodes: list[Token]) -> tuple[list[Phrase], list[Token] | None]:
    """Return the phrases that stand for a value each.

    The second result are the words of a part that has no value but a reference, else ``None``.
    """
    if not phrases or (len(phrases) == 1 and phrases[0].end == nodes[-1].end):
        return phrases, None
    phrases = _with_second_values(_without_origins(phrases))
    return _without_asides(without_conditions(_bands(_compounds(phrases))), nodes)


def _without_origins(phrases: list[Phrase]) -> list[Phrase]:
    """Leave out where a change starts: 22%→27% and 22%から27%に増加 are 27 %."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if kept and ([node.kind for node in phrase.lead] == ["arrow"] or _leads(kept[-1], phrase)):
            phrase.lead = kept.pop().lead
        kept.append(phrase)
    return kept


def _leads(origin: Phrase, end: Phrase) -> bool:
    """Whether a change goes from one number to the other: 20%から25%に増加."""
    link = "".join(node.text for node in (*origin.trail, *end.lead))
    if link not in {"から", "を"} or end.modifier("to") is None or origin.modifier("bound"):
        return False
    is_dated = any(node.kind == "period" for node in (*origin.lead, *origin.modifiers))
    return origin.unit in {"", end.unit} and not (is_dated or origin.groups)


def _with_second_values(phrases: list[Phrase]) -> list[Phrase]:
    """Make the only number of a bracket a value of its own: 23.4%[25.6%], 4(21)."""
    values: list[Phrase] = []
    for phrase in phrases:
        values.append(phrase)
        for group in list(phrase.groups):
            if _is_second_row(group):
                raise CellFault("several-numbers", group.start, group.end)
            if _is_second_value(phrase, group):
                values.append(Phrase(group.inner[0], bracket=group.text))
                phrase.groups.remove(group)
    return values


def _is_second_row(group: Token) -> bool:
    """Whether a bracket holds values without labels: 7か所・5市町村(10か所・7市町村)."""
    kinds = [token.kind for token in group.inner if token.text not in {"、", ",", "・"}]
    return len(kinds) > 1 and set(kinds) == {"measure"}


def _is_second_value(phrase: Phrase, group: Token) -> bool:
    """Whether a bracket holds a value, not a change, a rank, or what the value is of."""
    if len(group.inner) != 1 or group.inner[0].kind != "measure" or phrase.unit == "位":
        return False
    token = group.inner[0]
    if phrase.whole is not None and token.unit == "%":
        return False
    if token.sign or token.unit == "位" or token.unit.endswith(_OF_WHOLE):
        return False
    if (not token.unit and phrase.unit) or token.per != phrase.core.per:
        return False
    return token.unit not in _TIME or token.unit == phrase.unit


def _compounds(phrases: list[Phrase]) -> list[Phrase]:
    """Join 2時間30分 and 7割5分: a number in two units or more."""
    result: list[Phrase] = []
    last = None
    for phrase in phrases:
        if last is not None and _is_next_unit(result[-1], last, phrase):
            last.other = phrase
            whole = result[-1]
            whole.modifiers.extend(phrase.modifiers)
            whole.groups.extend(phrase.groups)
            whole.trail = phrase.trail
        else:
            result.append(phrase)
        last = phrase
    return result


def _is_next_unit(whole: Phrase, last: Phrase, phrase: Phrase) -> bool:
    if not (last.is_measure and phrase.is_measure) or (last.unit, phrase.unit) not in SECOND_UNITS:
        return False
    before = [each for each in whole.modifiers if each.start > whole.core.start]
    return not (before or whole.groups or whole.trail or phrase.lead or last.other)


def _bands(phrases: list[Phrase]) -> list[Phrase]:
    """Join 40%以上60%以下: a floor and the ceiling right behind it."""
    result: list[Phrase] = []
    for phrase in phrases:
        last = result[-1] if result else None
        if last is not None and _is_ceiling_of(last, phrase):
            last.other = phrase
            last.groups.extend(phrase.groups)
            last.trail = phrase.trail
        else:
            result.append(phrase)
    return result


def _is_ceiling_of(first: Phrase, second: Phrase) -> bool:
    floor, ceiling = first.modifier("bound"), second.modifier("bound")
    if floor is None or ceiling is None or first.other or second.other or second.lead:
        return False
    if first.trail or not (first.is_measure and second.is_measure):
        return False
    same = first.unit in {"", second.unit}
    return same and is_floor(floor.text) and not is_floor(ceiling.text)


def _without_asides(
    phrases: list[Phrase], nodes: list[Token]
) -> tuple[list[Phrase], list[Token] | None]:
    """Leave out numbers that only qualify the words: 5年以内に, 65歳以上の, 10年間で.

    Only where something else is left to be the value: another number, or a reference, whose
    words are then returned, too. What is left out belongs to the words of the next value.
    """
    asides = _asides(phrases, nodes)
    if not asides:
        return phrases, None
    if len(asides) == len(phrases):
        in_words = any(node.kind == "reference" for node in nodes) or all(asides.values())
        return ([], nodes) if in_words else (phrases, None)
    kept: list[Phrase] = []
    words: list[Token] = []
    for phrase in phrases:
        if id(phrase) in asides:
            words += [*phrase.lead, phrase.core, *phrase.modifiers, *phrase.groups, *phrase.trail]
        else:
            phrase.lead = sorted([*words, *phrase.lead], key=_start)
            words = []
            kept.append(phrase)
    kept[-1].trail += sorted(words, key=_start)
    return kept, None


def _asides(phrases: list[Phrase], nodes: list[Token]) -> dict[int, bool]:
    """Return the identities of the phrases that stand for no value, and whether words follow."""
    if len(phrases) > 1 and len({_last_unit(phrase) for phrase in phrases}) == 1:
        return {}
    last = max((each.start for each in phrases if _last_unit(each) != "歳"), default=-1)
    found: dict[int, bool] = {}
    for phrase in phrases:
        index = bisect_left(nodes, phrase.end, key=_start)
        after = nodes[index] if index < len(nodes) else None
        if _is_aside(phrase, after, more=phrase.start < last):
            found[id(phrase)] = after is None or after.kind == "word"
    return found


def _last_unit(phrase: Phrase) -> str:
    return phrase.unit if phrase.other is None else phrase.other.unit


def _start(node: Token) -> int:
    return node.start


def _is_aside(phrase: Phrase, after: Token | None, *, more: bool) -> bool:
    """Whether a number is a time allowed, or the age or school year of whom is counted.

    *after* is what stands behind it, and *more* whether a number that is no age follows.
    """
    if not phrase.is_measure:
        return False
    unit = _last_unit(phrase).removesuffix("計画").removesuffix("後")
    if _AGES.match(unit):
        return True
    if after is None:
        return False
    if unit == "歳":
        return more or (after.start == phrase.end and _OF_AGE.match(after.text) is not None)
    is_turn = after.text == "に" and unit in _TURNS and _last_unit(phrase) == unit
    if is_turn and not phrase.modifiers:
        return False
    if unit not in _TIME or after.kind not in {"word", "group", "statistic"}:
        return False
    if _last_unit(phrase) != unit or after.kind == "group" or _OF_TIME.match(after.text):
        return True
    return after.kind == "statistic" and unit in SPANS
