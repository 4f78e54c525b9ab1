"""The audit itself: every kind of finding, in the order in which they are told."""

from __future__ import annotations

from datetime import date
from types import NoneType
from typing import Final

from kpikit.analysis.findings import _arithmetic, _judged, _names, _targets, _units
from kpikit.analysis.findings._rows import Check, audited, of_leaves, of_rows
from kpikit.analysis.findings.finding import Finding
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation
from kpikit.model._given import check_day, check_given
from kpikit.model.plan import Plan


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
    check_given("audit", plan, "Plan | PlanEvaluation", Plan, PlanEvaluation)
    check_given("audit(previous=)", previous, "Plan", Plan, NoneType)
    check_day("audit(as_of=)", as_of)
    result = evaluate(plan, as_of=as_of) if isinstance(plan, Plan) else plan
    laid_out = audited(result, previous, as_of)
    return tuple(finding for check in _CHECKS for finding in check(laid_out))


_CHECKS: Final[tuple[Check, ...]] = (
    of_rows(_targets.period_mismatch),
    _names.section_names,
    _names.indicator_names,
    _names.duplicates,
    _names.conflicting,
    of_leaves(_units.unit_name),
    of_leaves(_judged.not_comparable),
    of_rows(_units.baseline_comparable),
    of_rows(_units.series_comparable),
    _units.shares_in_range,
    _units.counts_in_range,
    of_leaves(_judged.indicator_not_set),
    of_rows(_judged.several_values),
    of_rows(_targets.bettered_at_baseline),
    of_rows(_judged.direction_contradicted),
    of_rows(_judged.direction_opposed),
    of_rows(_targets.not_monotone),
    _targets.loosened,
    of_rows(_targets.target_before_baseline),
    _targets.overdue,
    of_rows(_targets.benchmark_lag),
    of_rows(_targets.forecast_as_actual),
    of_rows(_targets.era_overrun),
    of_rows(_units.power_of_ten),
    of_leaves(_judged.direction_assumed),
    of_leaves(_judged.direction_inferred),
    of_leaves(_judged.direction_unknown),
    of_leaves(_judged.not_quantified),
    of_rows(_arithmetic.sums),
    of_rows(_arithmetic.reductions),
    _arithmetic.headlines,
)
