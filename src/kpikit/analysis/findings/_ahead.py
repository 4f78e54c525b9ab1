"""A plan before it runs: what of its indicators would leave a verdict open later.

Each target is judged as it would be once there is an actual, with the value at its start for
one; what such a trial cannot tell, next year's table cannot either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import attrs

from kpikit.analysis.findings._rows import Row, rows_of
from kpikit.analysis.findings.finding import Finding, info, warning
from kpikit.judging.judge import evaluate
from kpikit.language.headings import ORIGINS
from kpikit.model.indicator import Target
from kpikit.model.observation import Observation
from kpikit.model.plan import Plan
from kpikit.model.quantity import Quantity
from kpikit.model.question import Question
from kpikit.model.verdict import Reason, Verdict

__all__ = ["audit_plan"]


def audit_plan(plan: Plan) -> tuple[Finding, ...]:
    """Return what would make its indicators undecidable later, indicator by indicator.

    That is a target without a unit or a date, one that counts from a value or compares with one
    that is not given, one of which nothing tells which way is better, and one that the value at
    the start meets already; and an indicator without a target, without a value at the start, or
    without a word on where its figures come from. What the table says to be without a target
    (未設定, exploratory) is none.

    >>> import kpikit as kk
    >>> one = kk.Indicator("窓口の数", target=kk.Reach(kk.Quantity("5")))
    >>> plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "相談", indicators=[one])])
    >>> [finding.code for finding in audit_plan(plan)]
    ['plan-unit-missing', 'plan-date-missing', 'plan-direction-unknown', 'plan-start-missing']
    """
    asked = {(each.section, each.indicator.name): each for each in plan.questions}
    rows = [row for row in rows_of(evaluate(plan)) if not _is_without(row)]
    return tuple(
        found
        for row in rows
        for check in _CHECKS
        for found in check(row, asked.get((row.section.title, row.name)))
    )


#: Yields the findings of one kind, with what is to be asked of the row.
_Check: TypeAlias = Callable[[Row, Question | None], Iterator[Finding]]


def _is_without(row: Row) -> bool:
    """Whether the table says that it sets no target."""
    targets = row.indicator.targets
    return bool(targets) and all(each.rule.is_none for each in targets)


def _target(row: Row, _asked: Question | None) -> Iterator[Finding]:
    if not row.indicator.targets:
        yield warning("plan-target-missing", row.place)


def _unit(row: Row, _asked: Question | None) -> Iterator[Finding]:
    """A number without a unit, beside a value at the start that has none either."""
    start = row.baseline
    if start is not None and start.unit:
        return
    for target in row.indicator.targets:
        numbers = [each.number for each in target.rule.each()]
        if any(number is not None and not number.unit for number in numbers):
            yield warning("plan-unit-missing", row.place, rule=target.rule)


def _date(row: Row, _asked: Question | None) -> Iterator[Finding]:
    for target in row.indicator.targets:
        if target.period is None:
            yield warning("plan-date-missing", row.place, rule=target.rule)


def _direction(row: Row, asked: Question | None) -> Iterator[Finding]:
    if asked is not None:
        yield warning("plan-direction-unknown", row.place, rule=row.indicator.targets[-1].rule)


#: Why a target stays undecided whatever the actual is → the finding.
_STAYS: Final = {
    Reason.BASELINE_MISSING: "plan-baseline-missing",
    Reason.BASELINE_UNUSABLE: "plan-baseline-unusable",
    Reason.BENCHMARK_MISSING: "plan-benchmark-missing",
    Reason.DEFINED_ELSEWHERE: "plan-defined-elsewhere",
    Reason.RATE_OR_POINTS: "plan-rate-or-points",
}


_ANY: Final = Quantity(1)


def _trial(row: Row, _asked: Question | None) -> Iterator[Finding]:
    """What an actual could not be held against, and what the value at the start meets."""
    for target in row.indicator.targets:
        verdict, reason = _judged(row, target)
        if reason in _STAYS:
            yield warning(_STAYS[reason], row.place, rule=target.rule)
        elif verdict is Verdict.ACHIEVED and not target.rule.is_kept and row.baseline is not None:
            start = row.evaluation.baseline
            yield warning("plan-met-at-start", row.place, rule=target.rule, baseline=start)


def _judged(row: Row, target: Target) -> tuple[Verdict, Reason | None]:
    """Return what becomes of a target if nothing moves."""
    start = row.evaluation.baseline or _level_of(target)
    seen = attrs.evolve(start, period=target.period, column=None)
    one = attrs.evolve(row.indicator, target=target, observations=())
    judgement = evaluate(one, seen, final=True).judgement
    return judgement.verdict, judgement.reason


def _level_of(target: Target) -> Observation:
    """Return the level that a target names, or just any number, as if it had been observed."""
    levels = (each.level for each in target.rule.each())
    return Observation(None, next((each for each in levels if each is not None), _ANY))


def _start(row: Row, _asked: Question | None) -> Iterator[Finding]:
    if row.evaluation.baseline is None and row.indicator.targets:
        yield info("plan-start-missing", row.place)


def _origin(row: Row, _asked: Question | None) -> Iterator[Finding]:
    """No column says where the figures come from, or this cell of it is empty."""
    source = row.indicator.source
    cells = source.cells if source else ()
    told = [each for each in cells if any(word in each.heading for word in ORIGINS)]
    if source is not None and not any(each.text.strip() for each in told):
        yield info("plan-source-missing", row.place)


_CHECKS: Final[tuple[_Check, ...]] = (_target, _unit, _date, _trial, _direction, _start, _origin)
