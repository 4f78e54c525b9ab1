"""Cells of targets into rules."""

from __future__ import annotations

import re
from typing import Final

from kpikit.cell._grammar import Cell, CellFault, Node, Part, Phrase, is_floor, qualifies
from kpikit.cell._observations import check_words, read_notes
from kpikit.cell._values import (
    Context,
    label_of,
    periods_of,
    quantity_of,
    strictness,
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
from kpikit.unit import is_rank
from kpikit.verdict import Direction

__all__ = ["rule_of", "target_period", "unset_rule"]

_UNSET: Final = re.compile(r"(?:目標)?(?:未設定|設定なし|設定せず)(?:\((?P<note>[^()]*)\))?")
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
        return _without_number(cell)
    parts: list[RulePart] = []
    for part in cell.parts:
        if part.phrases:
            check_words(part)
            parts += _part_rules(part, context)
        elif part.mark:
            raise CellFault("part-without-number", part.start, part.end)
    return parts[0].rule if len(parts) == 1 else AllOf(parts)


def target_period(cell: Cell, context: Context) -> Period | None:
    """Return the period by the end of which the target is to be met, if the cell names one."""
    stated = read_notes(cell, context).period
    for part in cell.parts:
        for phrase in part.phrases:
            period, _status = periods_of(phrase, context)
            if period is not None:
                return period
    return stated


def unset_rule(folded: str) -> Rule | None:
    """Return the rule of a cell that says that no target is set, else ``None``.

    >>> unset_rule("未設定(探索型事業のため)")
    Exploratory('探索型事業のため')
    """
    match = _UNSET.fullmatch(folded.strip())
    if match is None:
        return None
    note = match["note"] or ""
    return Exploratory(note) if "探索" in note else Unset(note)


def _part_rules(part: Part, context: Context) -> list[RulePart]:
    rules = [
        RulePart(part.label + label_of(phrase, context), _phrase_rule(phrase, context))
        for phrase in part.phrases
    ]
    if len(rules) == 1:
        _note_words(part.phrases[0], context)
        return [RulePart(part.label, rules[0].rule)]
    return rules


def _note_words(phrase: Phrase, context: Context) -> None:
    for nodes in (phrase.lead, [node for node in phrase.trail if node.kind != "sep"]):
        if nodes:
            context.note("words-beside-value", nodes[0].start, nodes[-1].end)
    for group in phrase.groups:
        if not qualifies(group):
            context.note("remark", group.start, group.end)


def _phrase_rule(phrase: Phrase, context: Context) -> Rule:
    """Return the rule of one number, by the words around it."""
    if phrase.core.kind == "keep":
        return Maintain()
    if _is_margin(phrase):
        raise CellFault("reference-not-understood", phrase.lead[-1].start, phrase.end)
    value = quantity_of(phrase)
    if phrase.other is not None and not value.is_point:
        return Between(value)
    if value.change is not Change.LEVEL:
        return _change_rule(phrase, value, context)
    bound = phrase.modifier("bound")
    if bound is not None:
        return _bound_rule(bound, value)
    return Maintain(value) if phrase.modifier("keep") else Reach(value)


def _base_name(phrase: Phrase, context: Context) -> str:
    """Return what a change counts from: 平成27年度 of 平成27年度比, or a plain noun."""
    lead = phrase.lead
    for node, after in zip(lead, [*lead[1:], None], strict=False):
        if node.kind == "reference" and node.text.endswith("比"):
            return context.text(node.start, node.end).rstrip("比")
        if node.kind == "period" and after is not None and _AGAINST.match(after.text):
            return context.text(node.start, node.end)
    last = next((each for each in phrase.modifiers if each.kind == "period"), None)
    label = label_of(phrase, context).rstrip("の ")
    return label if last is None and not _SENTENCE_WORDS.search(label) else ""


_AGAINST: Final = re.compile("(?:対比|比|に比べ|を基準|から)")
_SENTENCE_WORDS: Final = re.compile("[をはがに、。]|する|した")


def _bound_rule(bound: Node, value: Quantity) -> Rule:
    number = value.lower if value.lower is not None else value.upper
    point = Quantity(
        number, value.unit, per=value.per, statistic=value.statistic, change=value.change
    )
    floor = is_floor(bound.text) != is_rank(value.unit)
    strict = strictness(bound.text)
    if is_rank(value.unit) and not is_floor(bound.text):
        floor = False
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
    strict = bound is not None and strictness(bound.text)
    reference = _base_name(phrase, context)
    kind = IncreaseBy if value.change is Change.INCREASE else ReduceBy
    return kind(by, strict=strict, reference=reference)


def _is_margin(phrase: Phrase) -> bool:
    """Whether the number is how far from a reference the value is to be, up or down."""
    lead = [node for node in phrase.lead if node.kind != "sep"]
    if not lead or phrase.modifier("keep"):
        return False
    is_by = lead[-1].kind == "word" and _BY.fullmatch(lead[-1].text) is not None
    near = lead[-2:] if is_by else []
    return any(node.kind == "reference" and not node.text.endswith("比") for node in near)


_BY: Final = re.compile("より|から|を|に比べ|に対し|比で?")


def _without_number(cell: Cell) -> Rule:
    """Return the rule of a cell without numbers: a reference, a document, or an outcome."""
    folded = cell.folded.text.strip()
    nodes = [node for part in cell.parts for node in part.lead]
    elsewhere = _ELSEWHERE.fullmatch(folded)
    if elsewhere:
        return DefinedElsewhere(elsewhere["document"])
    reference = next((node for node in nodes if node.kind == "reference"), None)
    if reference is not None and len(cell.parts) == 1:
        return _reference_rule(nodes, reference)
    compared = _compared(nodes)
    if compared is not None and len(cell.parts) == 1:
        return compared
    direction = _direction(nodes)
    if len(nodes) == 1 and nodes[0].kind == "keep":
        return Maintain()
    return Qualitative(cell.folded.original.strip(), direction=direction)


def _compared(nodes: list[Node]) -> Rule | None:
    """Return the rule of 平均寿命の増加分を上回る健康寿命の増加: a noun, and how to stand to it."""
    at = next((index for index, node in enumerate(nodes) if node.kind == "bound"), 0)
    name = words_of(nodes[:at])
    if not name or _SENTENCE_WORDS.search(name):
        return None
    return RelativeTo(name, _comparator(nodes[at].text))


def _reference_rule(nodes: list[Node], reference: Node) -> Rule:
    """Return how a value is to stand to a reference, by the words behind it."""
    behind = [node for node in nodes if node.start > reference.start]
    bound = next((node for node in behind if node.kind == "bound"), None)
    lag = 1 if _LAG.match(reference.text) else None
    name = _LAG.sub("", reference.text).replace(" ", "")
    if bound is not None and bound.text.startswith("より"):
        better = Direction.HIGHER if is_floor(bound.text) else Direction.LOWER
        return Improve(better, reference=name)
    if bound is not None:
        return RelativeTo(name, _comparator(bound.text), lag=lag)
    if name.startswith("過去最"):
        return RelativeTo(name, Comparator.BELOW if name[3] in "低少" else Comparator.ABOVE)
    if any(node.kind == "keep" for node in behind):
        return Maintain(reference=name)
    direction = _direction(behind)
    if direction is None:
        raise CellFault("reference-not-understood", reference.start, nodes[-1].end)
    return Improve(direction, reference=name)


def _comparator(bound: str) -> Comparator:
    """Return the comparator of a bound word such as 以上, 上回る or 並み."""
    if _EQUAL.match(bound):
        return Comparator.EQUAL
    return _COMPARATORS[is_floor(bound), strictness(bound)]


_EQUAL: Final = re.compile("並|(?:と ?)?同")
_COMPARATORS: Final = {
    (True, False): Comparator.AT_LEAST,
    (True, True): Comparator.ABOVE,
    (False, False): Comparator.AT_MOST,
    (False, True): Comparator.BELOW,
}


def _direction(nodes: list[Node]) -> Direction | None:
    """Return the direction that words such as 増加 and 削減 name, if they name one."""
    kinds = {node.kind for node in nodes} & {"up", "down", "nearly"}
    if len(kinds) != 1:
        return None
    return Direction.HIGHER if "up" in kinds else Direction.LOWER
