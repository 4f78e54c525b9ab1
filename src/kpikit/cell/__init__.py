"""What a cell of a KPI table says: text in, :class:`kpikit.reading.Reading` out.

Reading is layered: fold (one way of writing each character, offsets kept), scan (tokens),
grammar (phrases), model values. A cell that is not understood is reported as not understood,
with the characters: a wrong reading is far worse than a refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from kpikit.cell._fold import fold
from kpikit.cell._grammar import parse
from kpikit.cell._nodes import Cell, CellFault
from kpikit.cell._observations import observation_of
from kpikit.cell._targets import rule_of, target_period, unset_rule
from kpikit.cell._values import Context
from kpikit.cell.period_reading import read_period
from kpikit.cell.vocabulary import USUAL, Vocabulary
from kpikit.observation import Missing, Observation
from kpikit.period import Period
from kpikit.quantity import Quantity
from kpikit.reading import Issue, Piece, Reading
from kpikit.rule import Rule, Unset

__all__ = ["Vocabulary", "read_actual", "read_period", "read_quantity", "read_target"]

T = TypeVar("T")


def read_actual(
    text: str, *, column: Period | None = None, vocabulary: Vocabulary = USUAL
) -> Reading[Observation]:
    """Read a cell of actuals (実績値) or baselines (当初値).

    Args:
        text: The cell.
        column: The period of its column; what the cell itself names comes first.
        vocabulary: The words of the table.

    Returns:
        The observation, which has a quantity, an outcome in words, labelled parts, or the reason
        why there is none of these.

    >>> read_actual("約16,000時間削減 (R5)").value.period
    FiscalYear(2023)
    >>> read_actual("―").value
    Observation(None, missing=Missing.NONE)
    """
    context = Context(fold(text), vocabulary)
    missing = _why_missing(context)
    if missing is not None:
        return Reading(text, Observation(column, missing=missing, column=column))
    return _reading(context, lambda cell: observation_of(cell, context, column), unwraps=True)


def read_quantity(text: str, *, vocabulary: Vocabulary = USUAL) -> Reading[Quantity]:
    """Read a cell that holds one quantity.

    A bound word leaves one end open, as in an actual: 9割以上 is [9, ∞)割.

    >>> read_quantity("9割以上").value
    Quantity(lower='9', unit='割')
    >>> print(read_quantity("8,21件").issues[0].message("en"))
    the digits 「8,21件」 make no number
    """
    context = Context(fold(text), vocabulary)
    if _why_missing(context) is not None:
        return _refused(context, CellFault("no-quantity", 0, len(context.folded.text)))

    def only(cell: Cell) -> Quantity:
        seen = observation_of(cell, context, None)
        if seen.quantity is None or any(len(part.phrases) > 1 for part in cell.parts):
            raise CellFault("no-quantity", 0, len(cell.folded.text))
        return seen.quantity

    return _reading(context, only, unwraps=True)


def read_target(text: str, *, vocabulary: Vocabulary = USUAL) -> Reading[Rule]:
    """Read a cell of targets (目標値).

    Returns:
        The rule, and the period that the cell names beside it. A dash is
        :class:`kpikit.rule.Unset`; an empty cell is refused, since it may be an oversight.

    >>> read_target("126件以下").value
    AtMost(Quantity('126', '件'))
    >>> read_target("前年度調査における全国平均以上").value
    RelativeTo('全国平均', Comparator.AT_LEAST, lag=1)
    """
    context = Context(fold(text), vocabulary)
    unset = unset_rule(context.folded.text)
    if unset is not None:
        return Reading(text, unset)
    missing = _why_missing(context)
    if missing is Missing.BLANK:
        return _refused(context, CellFault("empty-cell", 0, 0))
    if missing is not None:
        return Reading(text, Unset("" if missing is Missing.NONE else text.strip()))
    return _reading(
        context,
        lambda cell: rule_of(cell, context),
        lambda cell: target_period(cell, context),
    )


def _why_missing(context: Context) -> Missing | None:
    folded = context.folded.text
    return context.vocabulary.why_missing(folded) if folded.strip() else Missing.BLANK


def _reading(
    context: Context,
    build: Callable[[Cell], T],
    period: Callable[[Cell], Period | None] = lambda _: None,
    *,
    unwraps: bool = False,
) -> Reading[T]:
    """Parse a cell and build its value; a fault becomes an issue."""
    try:
        cell = parse(context.folded, context.vocabulary, unwraps=unwraps)
        value, when = build(cell), period(cell)
    except CellFault as fault:
        return _refused(context, fault)
    span = context.folded.span
    return Reading(
        context.folded.original,
        value,
        notes=tuple(context.notes),
        pieces=tuple([Piece(each.kind, *span(each.start, each.end)) for each in cell.tokens]),
        period=when,
    )


def _refused(context: Context, fault: CellFault) -> Reading[Any]:
    span = context.folded.span(fault.start, fault.end)
    issue = Issue(fault.code, context.folded.original, *span, fault.detail)
    return Reading(context.folded.original, issues=(issue,))
