"""Which way is better, where nothing but a printed rate or result tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from kpikit.analysis.reconcile.result import Reconciliation, reconcile
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation, SectionEvaluation
from kpikit.model._given import check_given
from kpikit.model.indicator import Indicator
from kpikit.model.sense import sense
from kpikit.model.verdict import Direction, Flag, Reason

__all__ = ["directed", "directions"]

_OPPOSITE: Final = {
    Direction.HIGHER: Direction.LOWER,
    Direction.LOWER: Direction.HIGHER,
}


def directions(reconciliation: Reconciliation) -> dict[Indicator, Direction]:
    """Return which way is better for indicators of which only what is printed tells it.

    One whose printed rates and results tell different ways is left out.

    >>> directions(Reconciliation())
    {}
    """
    wanted = "Reconciliation (kpikit.reconcile(result))"
    check_given("directions", reconciliation, wanted, Reconciliation)
    found: dict[Indicator, set[Direction]] = {}
    for row in (row for column in reconciliation.columns for row in column.rows):
        if row.direction is not None:
            found.setdefault(row.evaluation.indicator, set()).add(row.direction)
    return {each: ways.pop() for each, ways in found.items() if len(ways) == 1}


def directed(
    result: PlanEvaluation, reconciliation: Reconciliation | None = None
) -> PlanEvaluation:
    r"""Judge what is open for want of a direction by the one that its printed results take.

    Only a verdict that is *direction unknown* changes, with the flag ``direction-from-printed``.

    Args:
        result: An evaluated plan.
        reconciliation: What :func:`reconcile` makes of it, where it is at hand.

    >>> import kpikit as kk
    >>> lines = ["指標名\t基準値\t目標値\t実績値\t達成状況", "利用者数\t10人\t20人以上\t21人\t達成"]
    >>> lines += ["ごみの量\t60g\t50g\t49g\t達成", "講座の数\t3件\t5件以上\t4件\t未達成"]
    >>> result = kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="a.tsv"))
    >>> [each.verdict.value for each in directed(result).all()]
    ['achieved', 'achieved', 'not_achieved']
    """
    told = directions(reconcile(result) if reconciliation is None else reconciliation)
    if not told:
        return result
    return attrs.evolve(result, sections=tuple(_section(each, told) for each in result.sections))


def _section(section: SectionEvaluation, told: Mapping[Indicator, Direction]) -> SectionEvaluation:
    return attrs.evolve(
        section,
        evaluations=tuple(_judged(each, told) for each in section.evaluations),
        sections=tuple(_section(each, told) for each in section.sections),
    )


def _judged(evaluation: Evaluation, told: Mapping[Indicator, Direction]) -> Evaluation:
    if evaluation.reason is not Reason.DIRECTION_UNKNOWN:
        return evaluation
    way = told.get(evaluation.indicator)
    if way is None or way is _opposite_of_name(evaluation):
        return evaluation
    judged = evaluate(
        evaluation.indicator,
        as_of=evaluation.as_of,
        direction=way,
        nouns=evaluation.evidence.nouns,
    )
    judgement = judged.judgement.flagged(Flag.DIRECTION_FROM_PRINTED)
    return attrs.evolve(judged, judgement=judgement)


def _opposite_of_name(evaluation: Evaluation) -> Direction | None:
    """Return the way that the name speaks against: no printed result overrules it."""
    evidence = evaluation.evidence
    named = sense(evidence.name, evidence.nouns, evidence.body)
    return named and _OPPOSITE[named]
