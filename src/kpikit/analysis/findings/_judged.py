"""Findings that the judging itself left: what could not be compared, what was assumed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final

from kpikit.analysis.editions import content
from kpikit.analysis.findings._rows import Leaf, Row
from kpikit.analysis.findings.finding import Finding, Why, info, warning
from kpikit.model.judgement import Told
from kpikit.model.observation import Observation
from kpikit.model.verdict import Flag, Reason

_NOT_COMPARABLE: Final = frozenset(
    {
        Reason.UNITS_DIFFER,
        Reason.BASIS_DIFFERS,
        Reason.SENSE_DIFFERS,
        Reason.STATISTIC_DIFFERS,
        Reason.BASELINE_MISSING,
        Reason.BASELINE_UNUSABLE,
        Reason.BENCHMARK_MISSING,
        Reason.PREVIOUS_VALUE_MISSING,
        Reason.RATE_OR_POINTS,
        Reason.PARTS_DIFFER,
    }
)
_INFERRED: Final = frozenset(
    {
        Flag.DIRECTION_FROM_BASELINE,
        Flag.DIRECTION_FROM_ZERO,
        Flag.DIRECTION_FROM_NAME,
        Flag.DIRECTION_FROM_PRINTED,
    }
)
_CONTRADICTED: Final = frozenset({Flag.DIRECTION_FROM_BASELINE, Flag.DIRECTION_FROM_NAME})


def not_comparable(leaf: Leaf) -> Iterator[Finding]:
    """A target and its actual cannot be compared at all."""
    judgement = leaf.judgement
    # Several values where one is expected are told as such.
    if judgement.reason in _NOT_COMPARABLE and not _is_several(leaf.row):
        target = leaf.row.evaluation.target
        yield warning(
            "not-comparable",
            leaf.place,
            spelling=leaf.spelling,
            rule=judgement.rule,
            actual=leaf.observation,
            why=Why(judgement.reason, leaf.observation, judgement.rule, target and target.period),
        )


def indicator_not_set(leaf: Leaf) -> Iterator[Finding]:
    """The target points to a document that set no indicator."""
    if leaf.judgement.reason is Reason.INDICATOR_NOT_SET:
        yield warning("indicator-not-set", leaf.place, rule=leaf.judgement.rule)


def direction_assumed(leaf: Leaf) -> Iterator[Finding]:
    """Nothing says whether more or less is better: the caller assumes one of them."""
    if Flag.DIRECTION_ASSUMED in leaf.judgement.flags:
        yield info(
            "direction-assumed", leaf.place, spelling=leaf.spelling, rule=leaf.judgement.rule
        )


def direction_inferred(leaf: Leaf) -> Iterator[Finding]:
    """Whether more or less is better was told by a baseline, a zero, the name or the results."""
    rule = leaf.judgement.rule
    way = rule.way if rule is not None else None
    for flag in leaf.judgement.flags:
        if flag in _INFERRED:
            yield info("direction-inferred", leaf.place, how=Told(way, flag))


def direction_unknown(leaf: Leaf) -> Iterator[Finding]:
    """A bare target: whether it is a floor or a ceiling, nothing says."""
    if leaf.judgement.reason is Reason.DIRECTION_UNKNOWN:
        yield info(
            "direction-unknown", leaf.place, spelling=leaf.spelling, rule=leaf.judgement.rule
        )


def direction_contradicted(row: Row) -> Iterator[Finding]:
    """By its name less is better, and the target lies above the baseline."""
    target, evidence = row.evaluation.target, row.evaluation.evidence
    told = [each.told(evidence) for each in target.rule.each()] if target is not None else []
    if any(each is not None and {*each.opposed} >= _CONTRADICTED for each in told):
        rule = row.evaluation.rule
        yield warning(
            "direction-contradicted",
            row.place,
            spelling=row.spelling,
            rule=rule,
            baseline=evidence.baseline,
        )


def direction_opposed(row: Row) -> Iterator[Finding]:
    """A column says one way is better, and the words of the target say the other."""
    given, target = row.indicator.given_direction, row.evaluation.target
    if given is None or given.direction is None or target is None:
        return
    ways = {each.way for each in target.rule.each() if each.level is not None}
    if ways - {None, given.direction}:
        yield warning(
            "direction-opposed",
            row.place,
            spelling=row.spelling,
            rule=target.rule,
            given=given.text,
        )


def not_quantified(leaf: Leaf) -> Iterator[Finding]:
    """A target or its actual is in words, without an amount."""
    judgement = leaf.judgement
    in_words = Flag.OUTCOME_IN_WORDS in judgement.flags
    if in_words or judgement.reason is Reason.NOT_QUANTIFIED:
        yield info(
            "not-quantified",
            leaf.place,
            spelling=leaf.spelling,
            rule=judgement.rule,
            actual=leaf.observation,
        )


def several_values(row: Row) -> Iterator[Finding]:
    """Several values stand where the target names one, or a column has two."""
    seen, rule = row.observation, row.evaluation.rule
    if _is_several(row):
        yield warning("several-values", row.place, spelling=row.spelling, actual=seen)
    elif seen is not None and seen.parts and row.evaluation.judgement.level is not None:
        yield info("parts-alike", row.place, spelling=row.spelling, actual=seen, rule=rule)
    yield from _twice(row)


def _is_several(row: Row) -> bool:
    """Whether values without labels stand where the target names one number."""
    seen = row.observation
    parts = seen.parts if seen is not None else ()
    return any(not part.label for part in parts) and row.evaluation.judgement.level is not None


def _twice(row: Row) -> Iterator[Finding]:
    """Warn of two different values that are equally firm and for one time."""
    first: dict[Hashable, Observation] = {}
    for seen in row.indicator.observations:
        if seen.placed is None or seen.missing is not None:
            continue
        earlier = first.setdefault((seen.placed, seen.period, seen.status), seen)
        if content(earlier) != content(seen):
            yield warning(
                "values-of-one-time",
                row.place,
                spelling=row.spelling,
                one=earlier,
                other=seen,
                period=seen.placed,
            )
