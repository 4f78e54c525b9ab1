"""Cells of targets into rules."""

from __future__ import annotations

import re
from typing import Final

import attrs

from kpikit.cell._checks import check_part, check_preface, check_unread, is_base
from kpikit.cell._gaps import POINTS, gap_base, gap_of
from kpikit.cell._nodes import (
    Cell,
    CellFault,
    Part,
    Phrase,
    is_floor,
    is_strict,
    qualifies,
    way_of,
)
from kpikit.cell._observations import WILL_COME, is_dash, read_notes
from kpikit.cell._scan import Token
from kpikit.cell._values import (
    Context,
    base_in_brackets,
    is_basis,
    label_of,
    note_approximate_bound,
    period_of_words,
    periods_of,
    quantity_of,
    words_of,
)
from kpikit.period import Period
from kpikit.quantity import Change, Quantity
from kpikit.rule import (
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Comparator,
    DefinedElsewhere,
    Exploratory,
    Improve,
    IncreaseBy,
    Maintain,
    Qualitative,
    Reach,
    ReduceBy,
    RelativeTo,
    Rule,
    RulePart,
    Unset,
)
from kpikit.unit import is_ratio
from kpikit.verdict import Direction

__all__ = ["rule_of", "target_period", "unset_rule"]

_UNSET: Final = re.compile(
    r"(?:(?:数値)?目標値?は?)?(?:未設定|設定なし|設定せず|設定しない)(?:\((?P<note>[^()]*)\))?"
)
_ELSEWHERE: Final = re.compile(
    r"「?(?P<document>[^「」]+?)」?(?:で|に|において|により)(?:定める|定めた|定められた|規定する|掲げる|示す)"
    r"(?:指標|目標|目標値|数値|成果指標|数値目標)(?:の達成)?"
)
_LAG: Final = re.compile("前年度?(?:の)?調査に(?:おける|よる) ?の?")


def rule_of(cell: Cell, context: Context) -> Rule:
    """Return the rule that a target cell states.

    Raises:
        CellFault: It holds numbers or references that are not understood.
    """
    if not any(part.phrases for part in cell.parts):
        return _without_number(cell, context)
    parts: list[RulePart] = []
    for part in cell.parts:
        if part.phrases:
            check_part(part, cell.folded.text, context.vocabulary)
            parts += _part_rules(part, context)
        elif part.mark:
            raise CellFault("part-without-number", part.start, part.end)
        else:
            check_preface(part)
            context.note("words-beside-value", part.start, part.end)
    return parts[0].rule if len(parts) == 1 else AllOf(parts)


def target_period(cell: Cell, context: Context) -> Period | None:
    """Return the period by the end of which the target is to be met, if the cell names one.

    Raises:
        CellFault: It names several, which are targets of their own.
    """
    stated = read_notes(cell, context).period
    if not any(token.kind == "period" for token in cell.tokens):
        return stated
    if not any(part.phrases for part in cell.parts):
        nodes = [node for part in cell.parts for node in part.lead]
        return period_of_words(nodes, context) or stated
    found: dict[Period, Phrase] = {}
    for part in cell.parts:
        for phrase in part.phrases:
            period, _status = periods_of(phrase, context)
            if period is not None:
                found.setdefault(period, phrase)
    if len(found) > 1:
        last = list(found.values())[-1]
        raise CellFault("several-target-periods", last.start, last.end)
    return next(iter(found), stated)


def unset_rule(folded: str) -> Rule | None:
    """Return the rule of a cell that says that no target is set, else ``None``.

    >>> unset_rule("未設定(探索型事業のため)")
    Exploratory(note='探索型事業のため')
    """
    match = _UNSET.fullmatch(folded.strip())
    if match is None:
        return None
    note = match["note"] or ""
    return Exploratory(note) if "探索" in note else Unset(note)


def _part_rules(part: Part, context: Context) -> list[RulePart]:
    first = part.phrases[0]
    if is_base(first, part.phrases):
        rule = _phrase_rule(part.phrases[1], context)
        _note_words(part.phrases[1], context)
        if isinstance(rule, IncreaseBy | ReduceBy) and is_ratio(rule.by.unit):
            return [RulePart(part.label, attrs.evolve(rule, base=quantity_of(first)))]
        raise CellFault("several-numbers", first.start, first.end)
    rules = [
        RulePart(part.label + label_of(phrase, context), _phrase_rule(phrase, context))
        for phrase in part.phrases
    ]
    for phrase in part.phrases:
        _note_words(phrase, context, labelled=len(rules) > 1)
    return rules if len(rules) > 1 else [RulePart(part.label, rules[0].rule)]


def _note_words(phrase: Phrase, context: Context, *, labelled: bool = False) -> None:
    note_approximate_bound(phrase, context)
    trail = [node for node in phrase.trail if node.kind not in {"sep", "slash"}]
    for nodes in ([] if labelled else phrase.lead, trail):
        if nodes:
            context.note("words-beside-value", nodes[0].start, nodes[-1].end)
    for group in phrase.groups:
        if not (qualifies(group) or is_basis(group) or base_in_brackets(group)):
            context.note("remark", group.start, group.end)


def _phrase_rule(phrase: Phrase, context: Context) -> Rule:
    """Return the rule of one number, by the words around it."""
    if phrase.core.kind == "keep":
        return Maintain()
    for group in phrase.groups:
        if _names_another(group, phrase):
            raise CellFault("several-numbers", group.start, group.end)
    reference = gap_base(phrase) if phrase.lead else None
    if reference is not None:
        return _gap_rule(phrase, reference)
    value = quantity_of(phrase)
    _check_stated(phrase, value)
    if value.lower is not None and value.upper is not None and not value.is_point:
        return Between(value)
    if value.change is not Change.LEVEL:
        return _change_rule(phrase, value, context)
    if value.unit != "倍" and _compared_base(phrase, context):
        raise CellFault("reference-not-understood", phrase.start, phrase.end)
    if value.is_point:
        to = phrase.modifier("to")
        way = None if to is None else way_of(to.text)
        return Maintain(value) if phrase.modifier("keep") else Reach(value, direction=way)
    return _bound_rule(value, keep=phrase.modifier("keep") is not None)


def _check_stated(phrase: Phrase, value: Quantity) -> None:
    """Refuse a target without an end (80%台), and a distance from some average.

    Raises:
        CellFault: It is one.
    """
    if value.statistic and value.unit in POINTS and phrase.is_measure and phrase.core.sign:
        raise CellFault("reference-not-understood", phrase.start, phrase.end)
    around = phrase.modifier("around")
    if around is not None and around.text == "台" and not phrase.modifier("bound"):
        raise CellFault("decade-open", phrase.start, phrase.end)


def _names_another(group: Token, phrase: Phrase) -> bool:
    """Whether a bracket holds another target for the same: 80%(目標:90%)."""
    if not group.inner or _TARGET.match(group.inner[0].text) is None:
        return False
    return any(token.kind == "measure" and token.unit == phrase.unit for token in group.inner)


_TARGET: Final = re.compile("(?:最終)?目標")


def _compared_base(phrase: Phrase, context: Context) -> str:
    """Return what the words or a bracket beside a number compare it with, ``""`` if nothing."""
    for node, after in zip(phrase.lead, [*phrase.lead[1:], None], strict=False):
        tied = after is not None and _AGAINST.match(after.text) is not None
        if node.kind == "reference" and (tied or node.text.endswith("比")):
            return _bare_base(context.text(node.start, node.end))
        if node.kind == "period" and tied:
            return _bare_base(context.text(node.start, node.end))
    if phrase.lead and _IS_COMPARED.search(phrase.lead[-1].text):
        return _bare_base(phrase.lead[-1].text)
    for token in filter(None, map(base_in_brackets, phrase.groups)):
        return _bare_base(context.text(token.start, token.end))
    return ""


#: A time that a number is compared with; 構成比 is none.
_IS_COMPARED: Final = re.compile("(?:前|昨|同期|同月|[年月期時])比$")


def _bare_base(name: str) -> str:
    return name.replace(" ", "").removesuffix("比").removeprefix("対")


def _base_name(phrase: Phrase, context: Context) -> str:
    """Return what a change counts from: 平成27年度 of 平成27年度比, or a plain noun."""
    base = _compared_base(phrase, context)
    dated = phrase.modifier("period") is not None or any(
        node.kind in {"measure", "period", "day"} for node in phrase.lead
    )
    label = _FROM.sub("", label_of(phrase, context))
    return base or ("" if dated or _SENTENCE_WORDS.search(label) else label)


_AGAINST: Final = re.compile("対?比|に比べ|を基準|から|より")
_FROM: Final = re.compile("(?:の|から|より| )+$")
_SENTENCE_WORDS: Final = re.compile("[をはがに、。]|する|した")


def _bound_rule(value: Quantity, *, keep: bool) -> Rule:
    """Return the rule of an interval without one end."""
    floor = value.lower is not None
    if keep:
        return Maintain(value)
    point = Quantity(
        value.lower if floor else value.upper,
        value.unit,
        per=value.per,
        statistic=value.statistic,
    )
    strict = not (value.lower_closed or value.upper_closed)
    return AtLeast(point, strict=strict) if floor else AtMost(point, strict=strict)


def _change_rule(phrase: Phrase, value: Quantity, context: Context) -> Rule:
    bound = phrase.modifier("bound")
    if bound is not None and not is_floor(bound.text):
        raise CellFault("bound-against-change", bound.start, bound.end)
    by = Quantity(
        value.lower,
        value.unit,
        per=value.per,
        statistic=value.statistic,
        margin=value.margin,
    )
    strict = bound is not None and is_strict(bound.text)
    reference = _base_name(phrase, context)
    kind = IncreaseBy if value.change is Change.INCREASE else ReduceBy
    return kind(by, strict=strict, reference=reference)


def _gap_rule(phrase: Phrase, reference: Token) -> Rule:
    """Return how far from a reference the value is to be."""
    comparator, amount = gap_of(phrase)
    name, lag = _named(reference)
    return RelativeTo(name, comparator, lag=lag, margin=Quantity(amount, phrase.unit))


def _without_number(cell: Cell, context: Context) -> Rule:
    """Return the rule of a cell without numbers: a reference, a document, or an outcome."""
    folded = cell.folded.text.strip()
    nodes = [node for part in cell.parts for node in part.lead]
    check_unread(nodes, cell.folded.text, context.vocabulary)
    if is_dash(nodes):
        return Unset()
    if WILL_COME.search(folded):
        return Unset(cell.folded.original.strip())
    elsewhere = _ELSEWHERE.fullmatch(folded.replace(" ", ""))
    if elsewhere:
        return DefinedElsewhere(elsewhere["document"])
    reference = next((node for node in nodes if node.kind == "reference"), None)
    if reference is not None and len(cell.parts) == 1:
        return _reference_rule(nodes, reference)
    compared = _compared(nodes)
    if compared is not None and len(cell.parts) == 1:
        return compared
    direction = _direction(nodes)
    words = [node for node in nodes if not (node.kind == "group" and qualifies(node))]
    if words and words[-1].kind == "keep":
        kept = words_of(words[:-1])
        if not kept or (
            words[0].kind == "period" and _LEVEL_OF.fullmatch(kept, words[0].end - words[0].start)
        ):
            return Maintain(reference=kept) if kept else Maintain()
    if not any(char.isprintable() and char not in _MARKS for char in folded):
        raise CellFault("not-understood", 0, len(cell.folded.text))
    return Qualitative(cell.folded.original.strip(), direction=direction)


#: What a value was in a period: 令和元年度|実績値.
_LEVEL_OF: Final = re.compile("の?(?:(?:実績|現状)値?|水準|値){1,2}(?:の水準)?")
#: What is no word by itself.
_MARKS: Final = frozenset(" 「」『』。、・")


def _compared(nodes: list[Token]) -> Rule | None:
    """Return the rule of 平均寿命の増加分を上回る健康寿命の増加: a noun, and how to stand to it."""
    at = next((index for index, node in enumerate(nodes) if node.kind == "bound"), 0)
    bound = _last_bound(nodes)
    name = words_of(nodes[:at])
    if any(node.kind == "measure" for node in nodes[:at]):
        return None
    if not _HAS_WORD.match(name) or _SENTENCE_WORDS.search(name):
        return None
    if _GRADE.search(name) and nodes[0].kind != "period":
        return None
    return RelativeTo(name, _comparator(bound.text)) if bound is not None else None


#: One letter is no name: 倍以上.
_HAS_WORD: Final = re.compile(r"(?=..).*[^\W\d_]")
#: Grades have an order that only their scale knows.
_GRADE: Final = re.compile("(?:ランク|評価|級|段階|レベル|相当|判定|[A-Z])$")


def _reference_rule(nodes: list[Token], reference: Token) -> Rule:
    """Return how a value is to stand to a reference, by the words behind it."""
    behind = [node for node in nodes if node.start > reference.start]
    if behind and _GAP.match(behind[0].text):
        raise CellFault("reference-not-understood", reference.start, nodes[-1].end)
    bound = _last_bound(behind)
    name, lag = _named(reference)
    if name.startswith("平均"):
        name = _whose(nodes[: nodes.index(reference)], reference) + name
    if bound is not None and bound.text.startswith("より"):
        better = Direction.HIGHER if is_floor(bound.text) else Direction.LOWER
        return Improve(better, reference=name)
    if bound is not None:
        noun = words_of(
            [node for node in behind if node.kind == "word" and node.end <= bound.start]
        )
        name += noun if _IS_NOUN.match(noun) else ""
        return RelativeTo(name, _comparator(bound.text), lag=lag)
    if name.startswith("過去最"):
        return RelativeTo(name, Comparator.BELOW if name[3] in "低少" else Comparator.ABOVE)
    if any(node.kind == "keep" for node in behind):
        return Maintain(reference=name)
    direction = _direction(behind)
    if direction is None:
        raise CellFault("reference-not-understood", reference.start, nodes[-1].end)
    return Improve(direction, reference=name)


def _named(reference: Token) -> tuple[str, int | None]:
    """Return the name of a reference, and how many years before it is to be."""
    lag = 1 if _LAG.match(reference.text) else None
    name = _LAG.sub("", reference.text).replace(" ", "").removesuffix("比").removeprefix("対")
    return name, lag


def _whose(before: list[Token], average: Token) -> str:
    """Return whose average it is, as far as one phrase goes: 前計画期間|平均."""
    start = average.start
    for node in reversed(before):
        if node.end != start:
            break
        start = node.start
    return _PHRASE_END.split(average.match.string[start : average.start])[-1]


_PHRASE_END: Final = re.compile("[はをがで、。:()]|に(?!対|お|よ)")
#: What belongs to the name of a reference: 前年度|伸び率.
_IS_NOUN: Final = re.compile(r"[^\W0-9A-Za-z_ぁ-ゖ]")
#: How far from a reference a value is, is another value.
_GAP: Final = re.compile("(?:と|から|に対する?)の?(?:格?差|かい離|乖離|開き)")


def _last_bound(nodes: list[Token]) -> Token | None:
    """Return the bound that counts: 以上 of 同等以上, and none of 2年以内に."""
    bounds = [
        node
        for node, before in zip(nodes, [None, *nodes], strict=False)
        if node.kind == "bound" and (before is None or before.kind != "measure")
    ]
    if len(bounds) > 1 and _EQUAL.match(bounds[0].text) and bounds[0].end == bounds[1].start:
        return bounds[1]
    return bounds[0] if bounds else None


def _comparator(bound: str) -> Comparator:
    """Return the comparator of a bound word such as 以上, 上回る or 並み."""
    if _EQUAL.match(bound):
        return Comparator.EQUAL
    return _COMPARATORS[is_floor(bound), is_strict(bound)]


_EQUAL: Final = re.compile("並|(?:と ?)?同")
_COMPARATORS: Final = {
    (True, False): Comparator.AT_LEAST,
    (True, True): Comparator.ABOVE,
    (False, False): Comparator.AT_MOST,
    (False, True): Comparator.BELOW,
}


def _direction(nodes: list[Token]) -> Direction | None:
    """Return the direction that words such as 増加 and 削減 name, if they name one."""
    kinds = {node.kind for node in nodes} & {"up", "down", "nearly"}
    if len(kinds) != 1:
        return None
    return Direction.HIGHER if "up" in kinds else Direction.LOWER
