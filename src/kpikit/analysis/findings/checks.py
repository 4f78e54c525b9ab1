"""The audit itself: every kind of finding, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from kpikit.analysis.findings import arithmetic, judged, names, periods, targets, units
from kpikit.analysis.findings.finding import Finding
from kpikit.analysis.findings.rows import Audited, audited
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation
from kpikit.model.plan import Plan

__all__ = ["audit"]


def audit(
    plan: Plan | PlanEvaluation, *, previous: Plan | None = None, as_of: date | None = None
) -> tuple[Finding, ...]:
    """Return everything worth noting, one kind after the other, each in source order.

    Args:
        plan: The plan, with the derivations that table reading found; or its evaluation, where
            there is one already.
        previous: The edition before, to find what was loosened since.
        as_of: The day of judging, as for :func:`kpikit.evaluate`, where *plan* is not yet
            evaluated; and the day by which a target without an actual is overdue, by default the
            end of the latest column that has an actual.

    >>> import kpikit as kk
    >>> faults = kk.Indicator("システム障害率", target=kk.AtMost(kk.Quantity("126", "件")))
    >>> plan = kk.Plan("計画", sections=[kk.Section("事業", "19", "保守", indicators=[faults])])
    >>> [finding.code for finding in audit(plan)]
    ['unit-name-mismatch']
    """
    result = evaluate(plan, as_of=as_of) if isinstance(plan, Plan) else plan
    laid_out = audited(result, previous, as_of)
    return tuple(finding for check in _CHECKS for finding in check(laid_out))


_CHECKS: Final[tuple[Callable[[Audited], Iterator[Finding]], ...]] = (
    periods.period_mismatch,
    names.section_names,
    names.indicator_names,
    names.duplicates,
    names.conflicting,
    units.unit_name,
    judged.not_comparable,
    units.baseline_comparable,
    units.series_comparable,
    units.shares_in_range,
    units.counts_in_range,
    judged.indicator_not_set,
    judged.several_values,
    targets.bettered_at_baseline,
    targets.not_monotone,
    targets.loosened,
    periods.target_before_baseline,
    periods.overdue,
    periods.benchmark_lag,
    periods.forecast_as_actual,
    periods.era_overrun,
    units.power_of_ten,
    judged.direction_assumed,
    judged.direction_inferred,
    judged.direction_unknown,
    judged.not_quantified,
    arithmetic.sums,
    arithmetic.reductions,
    arithmetic.headlines,
)
