"""A target of several labelled parts, all of which must be met."""

from __future__ import annotations

from typing import final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.errors import InvalidRuleError
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.observation import Observation, Part
from kpikit.quantity import Quantity
from kpikit.rule.base import Rule, judge_parts, same_label
from kpikit.verdict import Reason

__all__ = ["AllOf", "RulePart"]


@final
@attrs.frozen(repr=False)
class RulePart(Value):
    """One labelled part of a target."""

    #: The label as written; ``""`` where only the order tells.
    label: str
    #: What is to be met.
    rule: Rule


def _some(_instance: object, _attribute: object, value: tuple[RulePart, ...]) -> None:
    if not value:
        raise InvalidRuleError.told("rule-no-parts")


@final
@attrs.frozen(repr=False)
class AllOf(Rule):
    """Twitter: 400人 YouTube: 650人: every part must be met.

    Parts of target and actual belong together by their labels, or by their order where
    neither side has labels.

    >>> AllOf([RulePart("①", Rule())]).parts[0].label
    '①'
    """

    #: The parts, in the order of the cell.
    parts: tuple[RulePart, ...] = attrs.field(converter=to_tuple, validator=_some)

    def _judge_number(self, _evidence: Evidence, _actual: Quantity) -> Judgement:
        return undecided(Reason.PARTS_DIFFER, self)

    def _judge_parts(self, evidence: Evidence, seen: Observation) -> Judgement:
        pairs = _paired(self.parts, seen.parts)
        if pairs is None:
            return undecided(Reason.PARTS_DIFFER, self)
        return judge_parts(
            self, evidence, [(part.label, part.rule, observed) for part, observed in pairs]
        )


def _paired(
    rules: tuple[RulePart, ...], seen: tuple[Part, ...]
) -> list[tuple[RulePart, Observation | None]] | None:
    """Return each rule with its actual, or ``None`` if they do not belong together."""
    if not any([*(rule.label for rule in rules), *(part.label for part in seen)]):
        if len(rules) != len(seen):
            return None
        return [(rule, part.observation) for rule, part in zip(rules, seen, strict=True)]
    pairs: list[tuple[RulePart, Observation | None]] = []
    for rule in rules:
        found = [part.observation for part in seen if same_label(part.label, rule.label)]
        if len(found) > 1:
            return None
        pairs.append((rule, found[0] if found else None))
    return pairs if any(observed for _, observed in pairs) else None
