"""Grades of what has several values: of its parts, and other rates beside the one that counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from kpikit.analysis.scheme._terms import Beside, RollUp
from kpikit.analysis.scheme.grade import Grade, grade, rate_text
from kpikit.analysis.scheme.rolled import rolled
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.model.indicator import Target
from kpikit.model.naming import part_names
from kpikit.model.rule import Rule
from kpikit.model.rule.base import part_of
from kpikit.model.verdict import Reason

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["graded"]

#: Between what is printed of parts.
_BETWEEN: Final = "、"


def graded(scheme: Scheme, evaluation: Evaluation, as_of: date | None) -> Grade:
    """Grade one evaluation by *scheme*: by its parts, where it has no number of its own."""
    whole = grade(scheme, evaluation, as_of)
    if whole.label is None and whole.evaluation.parts:
        whole = _of_parts(scheme, whole, as_of)
    if not scheme.beside:
        return whole
    others = [(each.heading, _beside(scheme, each)) for each in scheme.beside]
    return attrs.evolve(
        whole, beside=[(heading, grade(other, evaluation, as_of)) for heading, other in others]
    )


@lru_cache(maxsize=64)
def _beside(scheme: Scheme, other: Beside) -> Scheme:
    """Return the scheme of another rate that is printed beside."""
    return attrs.evolve(
        scheme,
        rate=other.rate,
        against=other.against,
        start=other.start,
        floor=other.floor,
        cap=other.cap,
        rounding=other.rounding or scheme.rounding,
        elapsed=(),
        kept=None,
        marks=(),
        marked=None,
        without_baseline=None,
        variants=(),
        verdicts=(),
        beside=(),
        bands=(),
    )


def _of_parts(scheme: Scheme, whole: Grade, as_of: date | None) -> Grade:
    """Return the grade of an indicator by those of its parts, where all of them are graded."""
    each = [grade(scheme, part, as_of) for part in _evaluated(whole.evaluation)]
    is_whole = len(each) == len(whole.evaluation.parts)
    if not is_whole or any(part.label is None for part in each):
        return attrs.evolve(whole, parts=each)
    text = _BETWEEN.join(dict.fromkeys(part.rate_text for part in each))
    label = _label(scheme, each)
    if label is None:
        return attrs.evolve(whole, parts=each, rate_text=text, undecided=Reason.PARTS_DIFFER.value)
    return attrs.evolve(whole, label=label, printed=label, undecided="", rate_text=text, parts=each)


def _label(scheme: Scheme, parts: list[Grade]) -> str | None:
    """Return what the grades of parts come to, ``None`` where nothing says so."""
    if scheme.parts is None:
        labels = {part.label for part in parts}
        return labels.pop() if len(labels) == 1 else None
    found = rolled(_by_parts(scheme, scheme.parts), parts)
    if found is None or found.label is not None or found.mean is None or scheme.bands:
        return found and found.label
    return rate_text(scheme, found.mean)


@lru_cache(maxsize=64)
def _by_parts(scheme: Scheme, how: RollUp) -> Scheme:
    return attrs.evolve(scheme, roll_up=how)


def _target(rule: Rule, whole: Target | None) -> Target:
    """Return the target of a part, to be met when the whole is."""
    return Target(rule) if whole is None else attrs.evolve(whole, rule=rule)


def _evaluated(evaluation: Evaluation) -> Iterator[Evaluation]:
    """Yield the evaluation of each part that has a rule and an actual, as of an indicator."""
    indicator, parts, seen = evaluation.indicator, evaluation.parts, evaluation.observation
    labels = [part.label for part in parts]
    names = part_names(indicator.name, labels)
    for index, (name, part) in enumerate(zip(names, parts, strict=True)):
        rule, own = part.judgement.rule, part.observation
        if rule is None or own is None or seen is None:
            continue
        yield evaluate(
            attrs.evolve(
                indicator,
                name=name,
                target=_target(rule, evaluation.target),
                baseline=part_of(evaluation.baseline, labels, index),
                observations=(),
            ),
            attrs.evolve(own, period=own.period or seen.period, column=seen.column),
            as_of=evaluation.as_of,
            nouns=evaluation.evidence.nouns,
        )
