"""Findings about targets: what was met from the start, goes back and forth, or was loosened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import attrs

from kpikit.analysis.editions import Kind, compare
from kpikit.analysis.findings._rows import Audited, Row, place_of
from kpikit.analysis.findings.finding import Finding, warning
from kpikit.judging.evaluation import Evaluation
from kpikit.model.comparison import align
from kpikit.model.evidence import Evidence, Judgement
from kpikit.model.indicator import Target
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.rule import Rule
from kpikit.model.verdict import Direction, Flag, Reason, Verdict


def bettered_at_baseline(row: Row) -> Iterator[Finding]:
    """The value at the start is already strictly better than the last target.

    If only the name tells which way is better, that may be what is wrong.
    """
    start, target = row.evaluation.baseline, _last(row.evaluation)
    if start is None or target is None or not _names_level(target.rule):
        return
    evidence = attrs.evolve(
        row.evaluation.evidence, observation=start, previous=None, preceding=None
    )
    for judgement, seen in _single(target.rule.judge(evidence), start):
        if _is_bettered(judgement, seen, row.name):
            by_name = Flag.DIRECTION_FROM_NAME in judgement.flags
            code = "direction-contradicted" if by_name else "target-bettered-at-baseline"
            yield warning(code, row.place, rule=judgement.rule, baseline=seen)
            break


def _names_level(rule: Rule) -> bool:
    return any(each.level is not None for each in rule.each())


def _last(evaluation: Evaluation) -> Target | None:
    """Return the target that is to be met last; of those without a period the last one given."""
    targets = evaluation.indicator.targets
    return max(targets, key=lambda each: _end(each.period), default=None)


def _end(period: Period | None) -> date:
    return date.max if period is None else period.end


def _single(
    judgement: Judgement, seen: Observation | None
) -> Iterator[tuple[Judgement, Observation | None]]:
    if not judgement.parts:
        yield judgement, seen
    for part in judgement.parts:
        yield part.judgement, part.observation


def _is_bettered(judgement: Judgement, seen: Observation | None, name: str) -> bool:
    stricter = judgement.rule and judgement.rule.stricter()
    if stricter is None or Flag.PART_OF_TOTAL in judgement.flags:
        return False
    return stricter.judge(Evidence(name, seen)).verdict is Verdict.ACHIEVED


def not_monotone(row: Row) -> Iterator[Finding]:
    """A later target asks for less than an earlier one."""
    if len(row.indicator.targets) == 1:
        return
    targets = [each for each in row.indicator.targets if each.period is not None]
    in_order = sorted(targets, key=lambda each: _end(each.period))
    for one, other in pairwise(in_order):
        evidence = row.evaluation.evidence
        rules = one.rule.resolved(evidence), other.rule.resolved(evidence)
        if one.period != other.period and _is_looser(*rules, row.name):
            yield warning(
                "milestones-not-monotone",
                row.place,
                one=rules[0],
                other=rules[1],
                period=one.period,
                later=other.period,
            )
            break


def _is_looser(earlier: Rule, later: Rule, name: str) -> bool:
    """Whether a floor lies below the one before it, or a ceiling above."""
    one, other = earlier.goal, later.goal
    if one is None or other is None or earlier.way is None or earlier.way is not later.way:
        return False
    if earlier.way is Direction.LOWER:
        one, other = other, one
    pair = align(attrs.evolve(other, margin=None), attrs.evolve(one, margin=None), name)
    return not isinstance(pair, Reason) and pair.actual.value < pair.bound.value


def loosened(plan: Audited) -> Iterator[Finding]:
    """A target is easier to meet than it was in the edition before."""
    if plan.previous is None:
        return
    differences = compare(plan.previous, plan.result.plan).of(Kind.TARGET_LOOSENED)
    found = [(each.new, each.targets) for each in differences if each.new is not None]
    for new, (before, after) in found:
        place = place_of(new.sections, new.evaluation.indicator, new.position)
        one, other = (target and target.rule for target in (before, after))
        yield warning("target-loosened", place, one=one, other=other)
