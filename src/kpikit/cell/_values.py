"""From statements to values: the rule of a target, what was observed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kpikit.cell._around import bare_base
from kpikit.cell._cell import Cell, Fault, Said
from kpikit.language.lexicon import HOPED
from kpikit.language.pattern import pattern
from kpikit.language.words import inline
from kpikit.model import rule as rules
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.unit import is_ratio

_HOPED: Final = pattern(inline(*HOPED))


def check_with_row(cell: Cell, said: Sequence[Said]) -> None:
    """Refuse how often something is to be done in a row of shares: it is a condition on people."""
    unit, _, like, _, one = cell.context
    beside = one or like
    if beside is not None:
        unit = unit or beside.unit
    if not unit or not is_ratio(unit):
        return
    for each in said:
        amount = each.amount
        if amount is not None and amount.unit and amount.per and not is_ratio(amount.unit):
            raise Fault("not-of-the-row", 0, len(cell.spans), unit)


def rule_of(said: Said) -> Rule:
    """Return the rule that a statement of a target is."""
    if said.rule is not None:
        return said.rule
    amount = said.amount
    if amount is None:
        return rules.Unset()
    if said.keep:
        return rules.Maintain(amount.quantity(), direction=said.way)
    is_point = amount.is_point
    is_level, is_floor = amount.change is Change.LEVEL, amount.lower is not None
    if is_point and is_level:
        return rules.Reach(amount.quantity(), direction=said.way, reference=said.reference)
    is_open = amount.lower is None or amount.upper is None
    if not is_point and (amount.is_about or not is_open or not (is_level or is_floor)):
        return rules.Between(amount.quantity())
    end = amount.lower if is_floor else amount.upper
    about = amount.is_about
    number = Quantity(
        end, amount.unit, per=amount.basis, statistic=amount.statistic, approximate=about
    )
    strict = not (amount.lower_closed if is_floor else amount.upper_closed)
    if is_level:
        kind = rules.AtLeast if is_floor else rules.AtMost
        return kind(number, strict=strict, reference=said.reference)
    by = rules.IncreaseBy if amount.change is Change.INCREASE else rules.ReduceBy
    return by(number, strict=strict, base=said.base, reference=bare_base(said.reference))


def observation_of(cell: Cell, said: Said, column: Period | None = None) -> Observation:
    """Return what a statement of an actual says was observed, a part of a cell without a column."""
    period = said.period or cell.context.column
    if said.missing is not None:
        return Observation(period, missing=said.missing, column=column)
    if isinstance(said.rule, rules.Qualitative):
        return Observation(period, outcome=said.rule.outcome, column=column)
    if said.rule is not None or said.way is not None:
        raise Fault("second-statement", 0, len(cell.spans))
    if _HOPED.search(cell.line):  # 5件を目指す
        raise Fault("turned", 0, len(cell.spans))
    quantity = said.quantity
    if not said.benchmarks:
        return Observation(period, quantity, status=said.status, column=column)
    return Observation(
        period,
        quantity,
        status=said.status,
        benchmark=said.benchmarks[0],
        other_benchmarks=said.benchmarks[1:],
        column=column,
    )
