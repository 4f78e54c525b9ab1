"""Cells of actuals and baselines into observations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from kpikit.cell._grammar import Cell, CellFault, Part, Phrase
from kpikit.cell._values import Context, label_of, periods_of, qualifies, quantity_of, words_of
from kpikit.naming import head
from kpikit.observation import Benchmark, Missing, Observation
from kpikit.observation import Part as ObservedPart
from kpikit.period import Period

__all__ = ["check_words", "note_periods", "observation_of"]

#: The document that should define the indicator set none.
_NOT_SET: Final = re.compile(
    "(?:指標|目標)[^。]{0,10}(?:定め|設定し?|設け)(?:て?い)?(?:なかった|ない|ず|なし)"
)
_NEGATION: Final = re.compile(
    "な[いかくけ]|(?<![りわ])ず(?=[、。に]|$)|ません|未|不能|困難|中止|延期"
)
#: Words that make a sentence of a cell, where several numbers would be a guess.
_SENTENCE: Final = re.compile(
    "を|[一-龠ァ-ヺ][はがにで](?=[一-龠ァ-ヺ、])|する|した|こと|ため|うち"
)


def observation_of(cell: Cell, context: Context, column: Period | None) -> Observation:
    """Return what a cell says was observed.

    Raises:
        CellFault: It holds numbers that are not understood.
    """
    stated, labelled = note_periods(cell, context)
    period = stated or column
    if not any(part.phrases for part in cell.parts):
        return _without_number(cell, context, column)
    parts: list[ObservedPart] = []
    for part in cell.parts:
        if part.phrases:
            check_words(part)
            parts += _observed(part, context, labelled, period)
        elif part.mark:
            raise CellFault("part-without-number", part.start, part.end)
    if len(parts) == 1:
        return attrs.evolve(parts[0].observation, column=column)
    return Observation(period, parts=tuple(parts), column=column)


def note_periods(cell: Cell, context: Context) -> tuple[Period | None, dict[str, Period]]:
    """Return the period that the notes (※) give for the whole cell, and those by label."""
    whole: Period | None = None
    labelled: dict[str, Period] = {}
    for tokens in cell.notes:
        for index, token in enumerate(tokens):
            if token.kind != "period":
                continue
            if index >= 2 and tokens[index - 1].kind == "colon":
                named = context.period(token)
                if named is not None:
                    labelled[tokens[index - 2].text] = named
            elif index == 0:
                whole = context.period(token)
        if tokens and not any(token.kind == "period" for token in tokens):
            context.note("remark", tokens[0].start, tokens[-1].end)
    return whole, labelled


def check_words(part: Part) -> None:
    """Refuse words that may turn the meaning round, or that leave several numbers open.

    Raises:
        CellFault: There are such words.
    """
    for phrase in part.phrases:
        _check_trail(phrase)
        for node in phrase.trail:
            found = _NEGATION.search(node.text) if node.kind == "word" else None
            if found:
                start = node.start + found.start()
                raise CellFault("negated", start, node.end)
    if len(part.phrases) > 1:
        words = [each for phrase in part.phrases for each in (*phrase.lead, *phrase.trail)]
        for node in words:
            if node.kind == "word" and _SENTENCE.search(node.text):
                second = part.phrases[1]
                raise CellFault("several-numbers", second.start, second.end)


def _check_trail(phrase: Phrase) -> None:
    """Refuse a bare number that begins a sentence, and a second statement behind the value."""
    words = [node for node in phrase.trail if node.kind not in {"sep", "group", "quote"}]
    bare = phrase.core.kind == "measure" and not phrase.core.token.unit and not phrase.modifiers
    if words and bare and phrase.other is None:
        raise CellFault("number-without-unit", phrase.start, phrase.end)
    second = next((node for node in words if node.kind == "reference"), None)
    if second is not None:
        raise CellFault("second-statement", second.start, second.end)


def _without_number(cell: Cell, context: Context, column: Period | None) -> Observation:
    """Return an outcome in words, or why there is no value."""
    nodes = [node for part in cell.parts for node in part.lead]
    words = words_of(nodes)
    missing = context.vocabulary.why_missing(words)
    if missing is not None:
        return Observation(column, missing=missing, column=column)
    if _NOT_SET.search(words):
        return Observation(column, missing=Missing.NOT_SET, column=column)
    if all(node.kind in {"period", "sep"} for node in nodes):
        return Observation(column, missing=Missing.PENDING, column=column)
    return Observation(column, outcome=cell.folded.original.strip(), column=column)


def _observed(
    part: Part, context: Context, labelled: Mapping[str, Period], period: Period | None
) -> list[ObservedPart]:
    """Return the values of one part; a benchmark goes to the value before it."""
    found: list[ObservedPart] = []
    for phrase in part.phrases:
        label = label_of(phrase, context)
        own, status = periods_of(phrase, context)
        when = own or labelled.get(head(label)) or period
        quantity = quantity_of(phrase, context)
        if found and _is_reference(phrase):
            name = label.rstrip("はの")
            benchmark = Benchmark(name, quantity, own or labelled.get(head(label)))
            last = found[-1]
            seen = attrs.evolve(last.observation, benchmark=benchmark)
            found[-1] = attrs.evolve(last, observation=seen)
        else:
            seen = Observation(when, quantity, status=status)
            found.append(ObservedPart(label, seen))
        _note_remarks(phrase, context)
    if len(found) == 1:
        return [_marked(found[0], part, context)]
    return [attrs.evolve(each, label=part.label + each.label) for each in found]


def _marked(found: ObservedPart, part: Part, context: Context) -> ObservedPart:
    """Return the only value of a part, whose label is its mark; other words are noted."""
    lead = part.phrases[0].lead
    if lead:
        context.note("words-beside-value", lead[0].start, lead[-1].end, found.label)
    return attrs.evolve(found, label=part.label)


def _is_reference(phrase: Phrase) -> bool:
    return any(node.kind == "reference" for node in phrase.lead)


def _note_remarks(phrase: Phrase, context: Context) -> None:
    for group in phrase.groups:
        if not qualifies(group):
            context.note("remark", group.start, group.end)
    trail = [node for node in phrase.trail if node.kind != "sep"]
    if trail:
        context.note("words-beside-value", trail[0].start, trail[-1].end)
