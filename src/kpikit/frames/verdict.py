"""What numbers tell, as expressions over columns: the verdict and its reason before any day.

They are arithmetic of ones and zeros: chains of conditions take up to twice as long. Whatever is
missing makes a comparison null or, as NaN, may make it true; so an interval counts only where its
ends are in order, which no missing number is, and null is 0 at the end of each step.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from kpikit.frames.codes import DECIDED_BY_NUMBERS, NOTHING_TO_MEET, REASONS, VERDICTS
from kpikit.frames.engine import narwhals
from kpikit.frames.interval import Expr, Interval, Schema, code, column, every, one
from kpikit.model.verdict import Reason, Verdict

__all__ = ["REASON", "VERDICT", "steps_of", "undated", "verdict_of"]

#: Columns of the way, none of which is left.
VERDICT, REASON = "_kpikit_verdict", "_kpikit_reason"
_TARGET, _ACTUAL, _EMPTY = "_kpikit_target", "_kpikit_actual", "_kpikit_empty"
_MET, _MISSED = "_kpikit_met", "_kpikit_missed"

_NOT_ACHIEVED: Final = VERDICTS[Verdict.NOT_ACHIEVED]
_NOT_APPLICABLE: Final = VERDICTS[Verdict.NOT_APPLICABLE]


def verdict_of(schema: Schema, held: Any = None) -> Expr:
    """Return the verdict of the columns of a frame, where nothing else is asked for.

    Args:
        schema: The columns.
        held: The frame, if its engine computes at once, holds each yes and no in a byte, and
            multiplies two columns of bytes sooner than it joins them.
    """
    if held is None:
        return _verdict_of(schema, column, code, _conjunction)
    return _verdict_of(schema, cache(held.get_column), int, _product)


def _verdict_of(
    schema: Schema,
    column: Callable[[str], Expr],
    code: Callable[[int], Expr],
    all_of: Callable[[list[Expr]], Expr],
) -> Expr:
    target, actual = Interval("target", schema, column), Interval("actual", schema, column)
    undecided = column("undecided")
    is_open = undecided <= code(DECIDED_BY_NUMBERS)
    counts = all_of([*target.order, *actual.order, is_open])
    missed = all_of([undecided == code(0), actual.is_apart(target)])
    decided = counts * (all_of(actual.limits_in(target)) + code(_NOT_ACHIEVED) * missed)
    nothing = one(undecided >= code(NOTHING_TO_MEET))
    return decided.fill_null(0) + code(_NOT_APPLICABLE) * nothing


def _conjunction(conditions: list[Expr]) -> Expr:
    """Return 1 where all conditions hold, else 0."""
    return every(conditions).cast(narwhals().Int8)


def _product(conditions: list[Expr]) -> Expr:
    """Return the same by arithmetic."""
    int8 = narwhals().Int8
    product, *others = (each.cast(int8) for each in conditions)
    for other in others:
        product = product * other
    return product


def steps_of(schema: Schema) -> dict[str, Expr]:
    """Return the columns that verdict and reason are told by, each of ones and zeros."""
    target, actual = Interval("target", schema), Interval("actual", schema)
    comparable = target.is_ordered & actual.is_ordered
    undecided = narwhals().col("undecided")
    is_open = undecided <= code(DECIDED_BY_NUMBERS)
    return {
        _TARGET: one(target.is_ordered),
        _ACTUAL: one(actual.is_ordered),
        _EMPTY: one(actual.is_empty),
        _MET: one(is_open & comparable & actual.is_inside(target)),
        _MISSED: one((undecided == code(0)) & comparable & actual.is_apart(target)),
    }


def undated() -> dict[str, Expr]:
    """Return verdict and reason by the columns of :func:`steps_of`."""
    nw = narwhals()
    met, missed = nw.col(_MET), nw.col(_MISSED)
    return {VERDICT: _verdict(met, missed), REASON: _reason(met, missed)}


def _verdict(met: Expr, missed: Expr) -> Expr:
    nothing = one(narwhals().col("undecided") >= code(NOTHING_TO_MEET))
    return met + code(_NOT_ACHIEVED) * missed + code(_NOT_APPLICABLE) * nothing


def _reason(met: Expr, missed: Expr) -> Expr:
    """Return the reason that is given; else a target that is none, an actual that is none."""
    nw = narwhals()
    given = nw.col("undecided").cast(nw.Int8).fill_null(REASONS[Reason.TARGET_UNREADABLE])
    target, actual, empty = nw.col(_TARGET), nw.col(_ACTUAL), nw.col(_EMPTY)
    of_target = (code(1) - target) * code(REASONS[Reason.TARGET_UNREADABLE])
    of_actual = (code(1) - actual - empty) * code(REASONS[Reason.NO_ACTUAL])
    of_empty = empty * code(REASONS[Reason.ACTUAL_UNREADABLE])
    straddling = actual * (code(1) - met - missed) * code(REASONS[Reason.INTERVAL_STRADDLES])
    own = of_target + target * (of_actual + of_empty + straddling)
    return given * (code(1) - met) + one(given == code(0)) * own
