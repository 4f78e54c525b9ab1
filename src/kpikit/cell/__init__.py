"""What a cell of a KPI table says: text in, :class:`kpikit.model.reading.Reading` out.

Reading is layered: fold (one way of writing each character, offsets kept), tokens of the lexicon,
a row of the tables of forms, an action that makes a value of the model. A cell that no row takes is
reported with the first token that none could take: a wrong reading is far worse than a refusal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from kpikit.cell._cell import Cell, Context, Fault, Said
from kpikit.cell._read import Reader, read_cell
from kpikit.cell._values import check_with_row, observation_of, rule_of
from kpikit.cell.period_reading import read_period
from kpikit.cell.vocabulary import USUAL, Vocabulary
from kpikit.language.fold import is_blank
from kpikit.language.issue import Issue
from kpikit.model import rule as rules
from kpikit.model._given import check_text
from kpikit.model.observation import Missing, Observation, Part
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Reading
from kpikit.model.rule import Rule

if TYPE_CHECKING:
    from kpikit.model.indicator import Target

__all__ = [
    "Vocabulary",
    "read_actual",
    "read_period",
    "read_quantity",
    "read_target",
    "read_targets",
]


def read_actual(
    text: str,
    *,
    column: Period | None = None,
    unit: str = "",
    name: str = "",
    counted_in: Quantity | None = None,
    like: Quantity | None = None,
    vocabulary: Vocabulary = USUAL,
) -> Reading[Observation]:
    """Read a cell of actuals (実績値) or baselines (当初値).

    Args:
        text: The cell.
        column: The period of its column; what the cell itself names comes first.
        unit: The unit of the row, where it has one.
        name: The name of the indicator: a label that it does not have is noted, and refused where
            nothing is known of its words.
        counted_in: One of what a number without a unit is counted in, as what stands beside the
            cell says; it stands for *unit*, and such a number is noted.
        like: A quantity of another cell of the row.
        vocabulary: The words of the table.

    Returns:
        The observation, which has a quantity, an outcome in words, labelled parts, or the reason
        why there is none of these.

    >>> read_actual("約16,000時間削減 (R5)").value.period
    FiscalYear(2023)
    >>> read_actual("―").value
    Observation(None, missing=Missing.NONE)
    >>> read_actual("80件（30年度）").value.unread
    '30年度'
    >>> read_actual("1,260", counted_in=Quantity("1", "件")).value.quantity
    Quantity('1260', '件')
    """
    check_text(text)
    if is_blank(text):
        return Reading(text, Observation(column, missing=Missing.BLANK, column=column))

    context = Context(unit, name, like, column, counted_in)
    reading = read_cell(text, vocabulary, _ACTUAL, context)
    seen = reading.value
    if seen is None or seen.quantity is None or seen.placed is not None or not reading.unread:
        return reading
    return attrs.evolve(reading, value=attrs.evolve(seen, unread=reading.unread))


def read_quantity(text: str, *, vocabulary: Vocabulary = USUAL) -> Reading[Quantity]:
    """Read a cell that holds one quantity.

    A bound word leaves one end open, as in an actual: 9割以上 is [9, ∞)割.

    >>> read_quantity("9割以上").value
    Quantity(lower='9', unit='割')
    >>> print(read_quantity("007件").issues[0].message("en"))
    the digits 「007」 make no number
    """
    check_text(text)
    return read_cell(text, vocabulary, _QUANTITY, Context())


def read_target(
    text: str,
    *,
    unit: str = "",
    name: str = "",
    counted_in: Quantity | None = None,
    like: Quantity | None = None,
    vocabulary: Vocabulary = USUAL,
) -> Reading[Rule]:
    """Read a cell of targets (目標値).

    Args:
        text: The cell.
        unit: The unit of the row, where it has one: 週1回 is no target in a row of %.
        name: The name of the indicator: a label that it does not have is noted, and refused where
            nothing is known of its words.
        counted_in: One of what a number without a unit is counted in, as what stands beside the
            cell says; it stands for *unit*, and such a number is noted.
        like: A quantity of another cell of the row.
        vocabulary: The words of the table.

    Returns:
        The rule, and the period that the cell names beside it. A dash is
        :class:`kpikit.model.rule.Unset`; an empty cell is refused, since it may be an oversight.
        Targets for several periods are parts that each have one: see :func:`read_targets`.

    >>> read_target("126件以下").value
    AtMost(Quantity('126', '件'))
    >>> read_target("126以下", counted_in=Quantity("1", "件")).value
    AtMost(Quantity('126', '件'))
    >>> read_target("前年度調査における全国平均以上").value
    RelativeTo('全国平均', Comparator.AT_LEAST, lag=1)
    """
    check_text(text)
    if is_blank(text):
        return Reading(text, issues=(Issue("empty-cell", text, 0, 0),))
    return read_cell(text, vocabulary, _TARGET, Context(unit, name, like, None, counted_in))


def read_targets(
    text: str,
    *,
    unit: str = "",
    name: str = "",
    like: Quantity | None = None,
    vocabulary: Vocabulary = USUAL,
) -> Reading[tuple[Target, ...]]:
    """Read a cell of targets that may be for several periods, as targets of their own.

    Args:
        text: The cell.
        unit: The unit of the row, where it has one.
        name: The name of the indicator.
        like: A quantity of another cell of the row.
        vocabulary: The words of the table.

    >>> [str(each.period) for each in read_targets("中間(R7)12か所・最終(R11)20か所").value]
    ['FY2025', 'FY2029']
    """
    from kpikit.model.indicator import targets_of

    reading = read_target(text, unit=unit, name=name, like=like, vocabulary=vocabulary)
    value = (
        None
        if reading.value is None
        else targets_of(reading.value, reading.period, unread=reading.unread)
    )
    return Reading(
        text, value, reading.notes, reading.issues, lambda: reading.pieces, reading.period
    )


def _observed(cell: Cell, said: list[Said]) -> tuple[Observation, Period | None]:
    check_with_row(cell, said)
    column = cell.context.column
    if len(said) == 1:
        return observation_of(cell, said[0], column), said[0].due
    parts = [Part(each.label, observation_of(cell, each)) for each in said]
    periods = {each.period for each in said}
    period = periods.pop() if len(periods) == 1 else None
    return Observation(period or column, parts=tuple(parts), column=column), None


def _one_quantity(cell: Cell, said: list[Said]) -> tuple[Quantity, Period | None]:
    only = said[0]
    says_more = only.way is not None or only.keep or only.benchmarks
    if len(said) != 1 or only.quantity is None or says_more:
        raise Fault("no-quantity", 0, len(cell.spans))
    return only.quantity, None


def _demanded(cell: Cell, said: list[Said]) -> tuple[Rule, Period | None]:
    check_with_row(cell, said)
    for each in said:
        if len(each.benchmarks) > 1:
            raise Fault("several-numbers", 0, len(cell.spans))
    if len(said) == 1:
        only = said[0]
        if only.missing is Missing.NONE:
            return rules.Unset(), only.period
        if only.missing is not None:
            return rules.Unset(cell.original()), only.period
        return rule_of(only), only.period
    asked = [(each.label, rule_of(each), each.period) for each in said]
    periods = {period for _, _, period in asked}
    if len(periods) == 1:
        return rules.AllOf([rules.RulePart(label, rule) for label, rule, _ in asked]), periods.pop()
    return rules.AllOf(
        [rules.RulePart(label, rule, period=when) for label, rule, when in asked]
    ), None


def _observed_bare(
    context: Context, quantity: Quantity, period: Period | None
) -> tuple[Observation, Period | None]:
    column = context.column
    return Observation(period or column, quantity, column=column), None


def _quantity_bare(
    _context: Context, quantity: Quantity, _period: Period | None
) -> tuple[Quantity, Period | None]:
    return quantity, None


def _demanded_bare(
    _context: Context, quantity: Quantity, period: Period | None
) -> tuple[Rule, Period | None]:
    return rules.Reach(quantity), period


_ACTUAL: Final = Reader("actual", _observed, _observed_bare)
_QUANTITY: Final = Reader("actual", _one_quantity, _quantity_bare)
_TARGET: Final = Reader("target", _demanded, _demanded_bare)
