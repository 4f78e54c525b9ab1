"""Cells of actuals and baselines into observations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from kpikit.cell._checks import check_part, check_preface, check_unread
from kpikit.cell._comparators import comparator_in
from kpikit.cell._gaps import POINTS, gap_base
from kpikit.cell._nodes import Cell, CellFault, Part, Phrase, qualifies
from kpikit.cell._scan import Token
from kpikit.cell._values import (
    Context,
    is_basis,
    label_of,
    note_approximate_bound,
    periods_of,
    quantity_of,
    words_of,
)
from kpikit.naming import head
from kpikit.observation import Benchmark, Missing, Observation
from kpikit.observation import Part as ObservedPart
from kpikit.period import Date, Period

__all__ = ["WILL_COME", "CellNotes", "is_dash", "observation_of", "read_notes"]

#: The document that should define the indicator set none.
_NOT_SET: Final = re.compile(
    "(?:指標|目標)[^。]{0,10}(?:定め|設定し?|設け)(?:て?い)?(?:なかった|ない|ず|なし)"
)
#: What stands behind a date: R8調査, R8.10月頃. With one of the latter words a value will be known.
_ABOUT_DAY: Final = re.compile(
    "(?:の?(?:調査|公表|判明|集計|実施|把握|頃|以降|予定|時点|現在|中|に)){0,4}"
)
_IS_TOLD: Final = re.compile("調査|公表|判明|集計|把握|予定")


#: A value that is announced: R8調査予定.
WILL_COME: Final = re.compile("(?:公表|判明|集計|算定|調査)予定")
_DASH: Final = re.compile(r"-{1,3}(?:[%‰]|[^\W_ぁ-ゖ]{1,4}(?:/[年月週日回人件])?)?")


@attrs.frozen
class CellNotes:
    """What the notes (※) of a cell say of its values."""

    #: The period of the whole cell.
    period: Period | None
    #: Periods by the label of a value: ※市:R4調査.
    periods: Mapping[str, Period | None]
    #: References by the bracket that their values stand in: ※[ ]が全国平均.
    references: Mapping[str, str]


def observation_of(cell: Cell, context: Context, column: Period | None) -> Observation:
    """Return what a cell says was observed.

    Raises:
        CellFault: It holds numbers that are not understood.
    """
    if not any(part.phrases for part in cell.parts):
        return _without_number(cell, context, column)
    notes = read_notes(cell, context)
    parts: list[ObservedPart] = []
    for part in cell.parts:
        if part.phrases:
            check_part(part, cell.folded.text, context.vocabulary)
            parts += _observed(part, context, notes, column)
        elif part.mark:
            raise CellFault("part-without-number", part.start, part.end)
        else:
            check_preface(part)
            context.note("words-beside-value", part.start, part.end)
    if len(parts) == 1:
        seen = parts[0].observation
        return seen if column is None else attrs.evolve(seen, column=column)
    return Observation(notes.period or column, parts=tuple(parts), column=column)


def read_notes(cell: Cell, context: Context) -> CellNotes:
    """Read the notes of a cell; one that gives no period and no reference is a remark."""
    if not cell.notes:
        return _NO_NOTES
    whole: Period | None = None
    periods: dict[str, Period | None] = {}
    references: dict[str, str] = {}
    for tokens in cell.notes:
        kinds = [token.kind for token in tokens]
        if kinds[:2] == ["open", "close"] and "reference" in kinds:
            references[tokens[0].text] = tokens[kinds.index("reference")].text
        elif _is_dating(kinds):
            whole = context.period(tokens[1])
        elif kinds[:1] == ["period"] and _ABOUT_DATE.fullmatch(_words(tokens[1:])):
            whole = context.period(tokens[0])
        elif labelled := _labelled_periods(tokens, context):
            periods |= labelled
        elif tokens:
            context.note("remark", tokens[0].start, tokens[-1].end)
    return CellNotes(whole, periods, references)


def _is_dating(kinds: list[str]) -> bool:
    """Whether a note is a date in brackets: 50%程度※(2030年)."""
    return kinds == ["open", "period", "close"]


_NO_NOTES: Final = CellNotes(None, {}, {})
#: What may stand behind the period of a note that dates the whole cell.
_ABOUT_DATE: Final = re.compile(
    "(?:の|末|現在|時点|調査|実績|値|データ|数値|結果|公表|確定|速報|暫定|見込み?|[。、()]){0,6}"
)


def _words(tokens: list[Token]) -> str:
    return "".join(token.text for token in tokens)


def _labelled_periods(tokens: list[Token], context: Context) -> dict[str, Period | None]:
    """Return the period of each label: ※市:R4調査、県:R3調査."""
    return {
        label.text: context.period(token)
        for label, colon, token in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if colon.kind == "colon" and token.kind == "period"
    }


def is_dash(nodes: list[Token]) -> bool:
    """Whether a cell is a dash, with nothing but a period and a unit beside it: 2024年 -%."""
    bare = [node for node in nodes if node.kind != "group"]
    if any(token.kind == "measure" for node in nodes for token in node.inner):
        return False
    undated = bare[1:] if bare and bare[0].kind == "period" else bare
    return _DASH.fullmatch("".join(node.text for node in undated)) is not None


def _without_number(cell: Cell, context: Context, column: Period | None) -> Observation:
    """Return an outcome in words, or why there is no value."""
    nodes = [node for part in cell.parts for node in part.lead]
    check_unread(nodes, cell.folded.text, context.vocabulary)
    marks, remark = _before_remark(nodes)
    words = words_of(marks)
    missing = Missing.NONE if is_dash(marks) else context.vocabulary.why_missing(words)
    if missing is not None and remark:
        context.note("remark", remark[0].start, remark[-1].end)
    if _NOT_SET.search(words):
        missing = Missing.NOT_SET
    elif WILL_COME.search(cell.folded.text) or _is_to_come(nodes, context, column):
        missing = Missing.PENDING
    if missing is None:
        return Observation(column, outcome=cell.folded.original.strip(), column=column)
    return Observation(column, missing=missing, column=column)


def _before_remark(nodes: list[Token]) -> tuple[list[Token], list[Token]]:
    """Divide words before a remark that (注) opens."""
    for index, node in enumerate(nodes):
        if node.inner and node.inner[0].text.startswith("注"):
            return nodes[:index], nodes[index:]
    return nodes, []


def _is_to_come(nodes: list[Token], context: Context, column: Period | None) -> bool:
    """Whether a cell is the date on which a value will be known: R8調査, 11月頃公表.

    A day by itself may be the value: when a plan was made. It is to come where it is later than
    all the days of its column; where there is none, a month or a year is, and a day is not.
    """
    if not nodes or nodes[0].kind not in {"period", "day"}:
        return False
    words = words_of(nodes[1:])
    if _ABOUT_DAY.fullmatch(words) is None:
        return False
    if _IS_TOLD.search(words):
        return True
    day = context.period(nodes[0]) if nodes[0].kind == "period" else None
    if day is None or column is None:
        return day is not None and not isinstance(day, Date)
    return day.start > column.end


def _observed(
    part: Part, context: Context, notes: CellNotes, column: Period | None
) -> list[ObservedPart]:
    """Return the values of one part; a benchmark goes to the value before it."""
    dated = [periods_of(phrase, context, observed=True) for phrase in part.phrases]
    shared = _shared_period([period for period, _ in dated]) or notes.period or column
    found: list[ObservedPart] = []
    ahead: Benchmark | None = None
    for phrase, (own, status) in zip(part.phrases, dated, strict=True):
        if phrase.lead or phrase.modifiers:
            _check_value(phrase)
        label = label_of(phrase, context) if phrase.lead or phrase.bracket else ""
        stated = own or (notes.periods.get(head(label)) if notes.periods else None)
        quantity = quantity_of(phrase)
        reference = _reference(phrase, label, notes)
        if reference and phrase is part.phrases[0] and len(part.phrases) == 2:  # noqa: PLR2004
            ahead = Benchmark(reference, quantity, stated)
        elif found and reference:
            found[-1] = _with_benchmark(found[-1], Benchmark(reference, quantity, stated))
        else:
            beside = ahead or _take_comparator(phrase, context)
            seen = Observation(stated or shared, quantity, status=status, benchmark=beside)
            found.append(ObservedPart(label, seen))
        _note_remarks(phrase, context)
    if len(found) == 1:
        return [_marked(found[0], part, context)]
    return [ObservedPart(part.label + each.label, each.observation) for each in found]


def _check_value(phrase: Phrase) -> None:
    """Refuse 最大50人, which may be the largest of several values, and 全国平均+2ポイント.

    Raises:
        CellFault: It is one.
    """
    if phrase.lead and gap_base(phrase) and (phrase.core.sign or phrase.unit in POINTS):
        raise CellFault("reference-not-understood", phrase.lead[-1].start, phrase.end)
    bound = phrase.modifier("bound")
    if bound is not None and bound.end <= phrase.core.start and _EXTREME.match(bound.text):
        raise CellFault("bound-before-number", bound.start, phrase.end)


_EXTREME: Final = re.compile("最|[上下]限")


def _shared_period(periods: list[Period | None]) -> Period | None:
    """Return the period behind the last of several values, if no other has one: it is of all."""
    last = periods[-1]
    return last if all(period is None for period in periods[:-1]) else None


def _reference(phrase: Phrase, label: str, notes: CellNotes) -> str:
    """Return the comparator that a value is of, ``""`` if it is a value of its own."""
    if phrase.bracket:
        return notes.references.get(phrase.bracket, "")
    return label.rstrip("はの") if any(node.kind == "reference" for node in phrase.lead) else ""


def _take_comparator(phrase: Phrase, context: Context) -> Benchmark | None:
    """Return the first comparator in the brackets of a value; what says more stays a remark."""
    for group in phrase.groups:
        benchmark, says_more = comparator_in(group, phrase, context)
        if benchmark is not None:
            if not says_more:
                phrase.groups.remove(group)
            return benchmark
    return None


def _with_benchmark(part: ObservedPart, benchmark: Benchmark) -> ObservedPart:
    return attrs.evolve(part, observation=attrs.evolve(part.observation, benchmark=benchmark))


def _marked(found: ObservedPart, part: Part, context: Context) -> ObservedPart:
    """Return the only value of a part, whose label is its mark; other words are noted."""
    lead = part.phrases[0].lead
    if lead:
        context.note("words-beside-value", lead[0].start, lead[-1].end, found.label)
    return ObservedPart(part.label, found.observation)


def _note_remarks(phrase: Phrase, context: Context) -> None:
    note_approximate_bound(phrase, context)
    for group in phrase.groups:
        if not qualifies(group) and not is_basis(group):
            context.note("remark", group.start, group.end)
    trail = [node for node in phrase.trail if node.kind != "sep"]
    if trail:
        context.note("words-beside-value", trail[0].start, trail[-1].end)
