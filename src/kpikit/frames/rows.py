"""The rows of a frame: one for each indicator of a plan, every threshold resolved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias, cast

import attrs

from kpikit.frames.codes import ANY_VERDICT, REASONS, VERDICTS, flags_of
from kpikit.frames.ends import Ends, ends_of
from kpikit.frames.zone import Compared, compared
from kpikit.judging.dated import is_running_floor, not_of_other_years, waits
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.path import start_of
from kpikit.judging.result import PlanEvaluation
from kpikit.judging.standing import Pace, Standing, standing_of
from kpikit.judging.summary import distinct
from kpikit.model.comparison import Aligned, align
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Target
from kpikit.model.judgement import Judgement
from kpikit.model.observation import Observation
from kpikit.model.period import fiscal_year_of
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.series import given_start
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = ["SENSES", "WAYS", "Row", "row_of", "rows_of"]

#: Column → value; ``None`` is missing.
Row: TypeAlias = dict[str, Any]

#: What is undecided for want of a time, whatever the numbers say.
_OF_TIMES: Final = (Reason.TARGET_UNDATED, Reason.ACTUAL_YEAR_UNKNOWN)
_EVERYTHING: Final = Ends(float("-inf"), float("inf"))
_NOTHING: Final = Ends(float("inf"), float("-inf"))
WAYS: Final = {Direction.HIGHER: 1, Direction.LOWER: -1, None: 0}
SENSES: Final = {Change.INCREASE: 1, Change.DECREASE: -1, Change.LEVEL: 0}


def rows_of(evaluated: PlanEvaluation) -> Iterator[Row]:
    """Yield a row for each evaluation of a plan, in source order."""
    names = [
        {"plan": evaluated.plan.title, "section": section.section.title}
        for section in evaluated.walk()
        for _ in section.evaluations
    ]
    counted = distinct(evaluated.all())
    for number, (named, (each, counts)) in enumerate(zip(names, counted, strict=True)):
        yield row_of(each) | named | {"repeated": not counts, "row": number}


def row_of(evaluation: Evaluation) -> Row:
    """Return the row of one evaluation.

    >>> import kpikit as kk
    >>> rule = kk.ReduceBy(kk.Quantity("10", "%"), base=kk.Quantity("140", "件"))
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("59", "件"))
    >>> row = row_of(kk.evaluate(kk.Indicator("障害件数", target=rule), seen))
    >>> row["target_high"], row["actual_high"], row["undecided"]
    (126.0, 59.0, 0)
    """
    target, evidence = evaluation.target, evaluation.evidence
    if target is None:
        judgement, found = evaluation.judgement, None
    elif _is_of_any_target(evaluation):  # which of several, no day tells
        judgement, found = evaluation.judgement, None
        evaluation = attrs.evolve(evaluation, target=None)
    else:
        judgement = target.rule.judge(evidence)
        found = compared(judgement, evidence)
    row = _judged(judgement, found) | _line(judgement, evaluation, found)
    row |= _rated(evaluation, row)
    if evaluation.reason is not None and evaluation.reason in _OF_TIMES:
        row["undecided"] = REASONS[evaluation.reason]
    if evaluation.target is not None and row["actual_low"] is None:
        found = _asked(evaluation.target.rule, evidence)
        row |= _columns_asked(found)
    return row | _timed(judgement, evaluation) | _named(judgement, evaluation, found)


def _is_of_any_target(evaluation: Evaluation) -> bool:
    """Whether nobody knows which of several targets an actual is to be held against."""
    is_unknown = evaluation.reason is Reason.ACTUAL_YEAR_UNKNOWN
    is_any = is_unknown and len(evaluation.indicator.targets) > 1
    return is_any or evaluation.reason is Reason.ACTUAL_UNDATED


def _asked(rule: Rule, evidence: Evidence) -> Compared | None:
    """Return what a target asks for where there is no actual: of the number itself, or the start.

    ``None`` where only an actual could tell.
    """
    start = evidence.baseline and evidence.baseline.quantity
    probe = rule.level or start
    if probe is None:
        return None
    known = attrs.evolve(evidence, observation=Observation(None, probe))
    return compared(rule.judge(known), known)


def _columns_asked(asked: Compared | None) -> Row:
    """Return the columns of a target without an actual; of a bare number, only what it aims for."""
    if asked is None or asked.zone is None:
        return {}
    if asked.is_undirected:
        return {"aim": asked.zone.low}
    return _columns_of("target", asked.zone)


def _judged(judgement: Judgement, found: Compared | None) -> Row:
    """Return the five columns that tell the verdict."""
    if found is not None and found.zone is not None:
        code = REASONS[Reason.DIRECTION_UNKNOWN] if found.is_undirected else 0
        return _columns(code, found.zone, ends_of(found.actual))
    asked, met = _counted(judgement)
    if judgement.reason is None:
        return _columns(0, asked, met)
    actual = met if judgement.parts else ends_of(found.actual) if found else None
    return _columns(REASONS[judgement.reason], None, actual)


def _counted(judgement: Judgement) -> tuple[Ends, Ends]:
    """Return how many parts are to be met and how many are; words that are met are one part."""
    verdicts = [part.judgement.verdict for part in judgement.parts] or [judgement.verdict]
    asked = len(verdicts) - verdicts.count(Verdict.NOT_APPLICABLE)
    met = verdicts.count(Verdict.ACHIEVED)
    at_most = asked - verdicts.count(Verdict.NOT_ACHIEVED)
    return Ends(asked, asked), Ends(met, at_most)


def _columns(code: int, zone: Ends | None, actual: Ends | None) -> Row:
    return {"undecided": code} | _columns_of("target", zone) | _columns_of("actual", actual)


def _columns_of(name: str, ends: Ends | None) -> Row:
    low, high = ends or (None, None)
    return {f"{name}_low": low, f"{name}_high": high}


def _timed(judgement: Judgement, evaluation: Evaluation) -> Row:
    """Return the days, and what they can change."""
    target, evidence, seen = evaluation.target, evaluation.evidence, evaluation.observation
    time = seen and (seen.period or seen.column)
    period = target and target.period
    return {
        "as_of": evaluation.as_of,
        "target_from": period and period.start,
        "target_due": period and period.end,
        "actual_until": time and time.end,
        "waits": target is not None and waits(target, judgement, evidence),
        "stays": is_running_floor(judgement, seen, evidence.name),
        "part_of_total": _part_of_total(judgement, target, evaluation),
        "year": (time and fiscal_year_of(time)) or 0,
    }


def _part_of_total(judgement: Judgement, target: Target | None, evaluation: Evaluation) -> int:
    """Return the verdict that the value of other years than the target's cannot give."""
    if target is None or target.period is None:
        return 0
    for verdict in (Verdict.ACHIEVED, Verdict.NOT_ACHIEVED):
        said = attrs.evolve(judgement, verdict=verdict, reason=None)
        if not_of_other_years(said, target.period, evaluation.evidence) != said:
            return ANY_VERDICT if judgement.parts else VERDICTS[verdict]
    return 0


def _rated(evaluation: Evaluation, row: Row) -> Row:
    """Return the numbers that rates are of, in the unit of the actual."""
    aim, seen, name = evaluation.aim, evaluation.observation, evaluation.indicator.name
    found: Row = {"aim": None, "baseline": None}
    if aim is None or seen is None or seen.quantity is None:
        return found
    pair = align(seen.quantity, aim, name)
    if not isinstance(pair, Aligned) or not _is_of(row, pair.actual):
        return found
    found |= _columns_of("actual", ends_of(pair.actual))
    found["aim"] = float(pair.bound.value)
    start = evaluation.baseline and evaluation.baseline.quantity
    if start is not None and not evaluation.rates["progress"].undefined:
        found["baseline"] = _number_in(start, pair.bound, aim, name)
    return found


def _is_of(row: Row, actual: Quantity) -> bool:
    """Whether an actual is that of the row, where the row has one."""
    return (
        row["actual_low"] is None or _columns_of("actual", ends_of(actual)).items() <= row.items()
    )


def _number_in(start: Quantity, unit: Quantity, aim: Quantity, name: str) -> float:
    """Return the value at the start in the unit of the row, as the rate of progress takes it."""
    pair = cast(Aligned, align(start, aim, name))  # of which the rate is defined
    number = pair.actual.to(unit.unit) if pair.actual.unit and unit.unit else pair.actual
    return float(number.value)


def _line(judgement: Judgement, evaluation: Evaluation, found: Compared | None) -> Row:
    """Return what the line to a dated target asks for at the time of the actual."""
    target, evidence = evaluation.target, evaluation.evidence
    if target is None or target.period is None or judgement.verdict is Verdict.NOT_APPLICABLE:
        return _asked_by_line(0, None)
    standing = standing_of(judgement, target, evidence, indicator=evaluation.indicator)
    reason, own = standing.reason, _on_line(standing, evaluation)
    if reason is not None and reason is not Reason.INTERVAL_STRADDLES:
        return _asked_by_line(REASONS[reason], None)
    if own is not None and own.zone and (found is None or own.actual == found.actual):
        row = _asked_by_line(0, own.zone)
        return row if found else row | _columns_of("actual", ends_of(own.actual))
    if reason is not None:
        return _asked_by_line(REASONS[reason], None)
    return _asked_by_line(0, _EVERYTHING if standing.pace is Pace.ON_TRACK else _NOTHING)


def _asked_by_line(code: int, zone: Ends | None) -> Row:
    return {"line_undecided": code} | _columns_of("line", zone)


def _on_line(standing: Standing, evaluation: Evaluation) -> Compared | None:
    """Return what was compared to tell the pace."""
    evidence, rule = evaluation.evidence, standing.rule
    if rule is None:
        return None
    first = None if given_start(evidence.baseline) else start_of(evaluation.indicator)
    if first is not None:
        evidence = attrs.evolve(evidence, baseline=first)
    return compared(rule.judge(evidence), evidence)


def _named(judgement: Judgement, evaluation: Evaluation, found: Compared | None) -> Row:
    """Return what is known beside the numbers."""
    rule, reference = judgement.rule, judgement.reference
    unit = found.actual.unit if found else ""
    is_alike = reference is not None and reference.is_point and reference.unit == unit
    flags = [flag for flag in evaluation.flags if flag is not Flag.EARLY]
    return {
        "direction": WAYS[rule.way if rule else None],
        "sense": SENSES[found.actual.change] if found else 0,
        "benchmark": float(reference.value) if reference is not None and is_alike else None,
        "taken": flags_of(flags),
        "forecast": Flag.FORECAST in flags,
        "unit": unit,
        "per": found.actual.per if found else "",
        "statistic": found.actual.statistic if found else "",
        "name": evaluation.indicator.name,
    }
