"""How much of a plan's period has passed, as a scheme counts it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import expected_rate
from kpikit.model.period import Date, fiscal_year_of
from kpikit.model.quantity import EXACT

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["elapsed_share"]

_HUNDRED: Final = Decimal(100)


def elapsed_share(scheme: Scheme, evaluation: Evaluation, as_of: date | None) -> Decimal | str:
    """Return the share in % that has passed on the day of grading, or why it is not known."""
    day = as_of or evaluation.as_of
    if scheme.elapsed:
        year = fiscal_year_of(Date.from_date(day)) if day else None
        return dict(scheme.elapsed).get(year or 0, "year-not-in-plan")
    start = evaluation.baseline and evaluation.baseline.placed
    end = evaluation.target and evaluation.target.period
    if start is None or end is None or day is None:
        return "periods-missing"
    expected = expected_rate(start, end, day)
    if expected.value is None:
        return expected.undefined
    return EXACT.multiply(expected.value, _HUNDRED) or "no-time-elapsed"
