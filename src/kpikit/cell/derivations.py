"""Derivations inside notes and remarks: what a published figure should follow from."""

from __future__ import annotations

import re
from typing import Final

import attrs

from kpikit.cell._checks import check_signs
from kpikit.cell._fold import fold
from kpikit.cell._grammar import LONGEST, parse
from kpikit.cell._nodes import CellFault, Part, Phrase
from kpikit.cell._values import Context, label_of, quantity_of
from kpikit.cell.vocabulary import USUAL, Vocabulary
from kpikit.indicator import Derivation, Reduction, Sum
from kpikit.quantity import Change, Quantity
from kpikit.unit import is_ratio

__all__ = ["read_derivations"]

_BREAKDOWN: Final = re.compile(r"[<(\[【〈「]?内訳[>)\]】〉」]?:?")

_REMARK: Final = re.compile("[(（]([^()（）]+)[)）]")


def read_derivations(
    text: str, figure: Quantity | None, *, vocabulary: Vocabulary = USUAL
) -> tuple[Derivation, ...]:
    """Return how *figure* should follow from other figures, as far as *text* says so.

    A breakdown (内訳) whose parts are in the unit of the figure is a sum; a base and a rate
    that it is cut by (140件 … 10%減) are a reduction. What is not understood is no derivation.

    Args:
        text: A note, or the remark behind a value.
        figure: The published figure, a point; otherwise nothing follows.
        vocabulary: The words of the table.

    >>> read_derivations("<内訳> R2:3件、R3:4件", Quantity("7", "件"))
    (Sum((('R2', Quantity('3', '件')), ('R3', Quantity('4', '件'))), Quantity('7', '件')),)
    >>> read_derivations("平成30年度に140件発生した障害の10%減を目標とする", Quantity("126", "件"))
    (Reduction(Quantity('140', '件'), Quantity('10', '%'), Quantity('126', '件')),)
    """
    if figure is None or not figure.is_point or len(text) > LONGEST:
        return ()
    found: list[Derivation | None] = [_sum(text, figure, vocabulary)]
    found += [_reduction(each, figure, vocabulary) for each in (text, *_REMARK.findall(text))]
    return tuple(each for each in found if each is not None)


def _sum(text: str, figure: Quantity, vocabulary: Vocabulary) -> Sum | None:
    folded = fold(text)
    breakdown = _BREAKDOWN.search(folded.text)
    if breakdown is None:
        return None
    start, _ = folded.span(breakdown.end(), breakdown.end())
    context = Context(fold(text[start:]), vocabulary)
    parts = [
        (_part_label(phrase, context), each) for phrase, each in _quantities(context, listed=True)
    ]
    of_unit = [part for part in parts if part[1].unit == figure.unit and part[1].is_point]
    total = attrs.evolve(figure, change=Change.LEVEL)
    return Sum(of_unit, total) if len(of_unit) > 1 and len(of_unit) == len(parts) else None


def _reduction(text: str, figure: Quantity, vocabulary: Vocabulary) -> Reduction | None:
    context = Context(fold(text), vocabulary)
    quantities = [each for _, each in _quantities(context, listed=False)]
    rates = [each for each in quantities if each.change is Change.DECREASE and is_ratio(each.unit)]
    bases = [
        each for each in quantities if each.change is Change.LEVEL and each.unit == figure.unit
    ]
    if len(rates) != 1 or len(bases) != 1 or len(quantities) != len(rates) + len(bases):
        return None
    rate = attrs.evolve(rates[0], change=Change.LEVEL)
    return Reduction(bases[0], rate, figure)


def _quantities(context: Context, *, listed: bool) -> list[tuple[Phrase, Quantity]]:
    """Return every number of a text with its phrase, or none if it is not understood.

    In a list, what touches a number must be no more than a label or a separator.
    """
    try:
        parts: list[Part] = parse(context.folded, context.vocabulary).parts
        for part in parts if listed else ():
            check_signs(part, context.folded.text)
        phrases = [phrase for part in parts for phrase in part.phrases]
        return [(phrase, quantity_of(phrase)) for phrase in phrases]
    except CellFault:
        return []


def _part_label(phrase: Phrase, context: Context) -> str:
    period = phrase.modifier("period")
    if period is not None:
        return context.text(period.start, period.end)
    return label_of(phrase, context)
