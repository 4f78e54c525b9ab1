"""What all rules share."""

from __future__ import annotations

from typing import Any

import attrs

from kpikit._value import Value
from kpikit.comparison import Aligned
from kpikit.errors import InvalidRuleError
from kpikit.evidence import Evidence, Judgement, PartJudgement, all_of, undecided
from kpikit.naming import head
from kpikit.observation import Missing, Observation
from kpikit.quantity import Quantity
from kpikit.verdict import Reason, Verdict

__all__ = ["Rule"]


class Rule(Value):
    """A condition to meet. No actual, no verdict; several values, all must meet it."""

    __slots__ = ()

    def judge(self, evidence: Evidence) -> Judgement:
        """Judge against *evidence*.

        >>> from kpikit.rule import AtMost
        >>> seen = Observation(None, Quantity("59", "件"))
        >>> AtMost(Quantity("126", "件")).judge(Evidence("システム障害", seen)).verdict
        Verdict.ACHIEVED
        """
        seen = evidence.observation
        if seen is None or seen.missing is not None:
            return self._judge_missing(seen)
        if seen.quantity is not None:
            return self._judge_number(evidence, seen.quantity)
        if seen.parts:
            return self._judge_parts(evidence, seen)
        return self._judge_words(evidence, seen.outcome or "")

    def _judge_missing(self, seen: Observation | None) -> Judgement:
        unreadable = seen is not None and seen.missing is Missing.UNREADABLE
        return undecided(Reason.ACTUAL_UNREADABLE if unreadable else Reason.NO_ACTUAL, self)

    def _judge_words(self, _evidence: Evidence, _outcome: str) -> Judgement:
        return undecided(Reason.NOT_QUANTIFIED, self)

    def _judge_parts(self, evidence: Evidence, seen: Observation) -> Judgement:
        return all_of(
            self,
            (
                PartJudgement(
                    part.label,
                    self.judge(evidence_of_part(evidence, part.label, part.observation)),
                    part.observation,
                )
                for part in seen.parts
            ),
        )

    def _judge_number(self, _evidence: Evidence, _actual: Quantity) -> Judgement:
        return undecided(Reason.NOT_QUANTIFIED, self)


def a_point(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Refuse a bound that is not a single number."""
    if isinstance(value, Quantity) and not value.is_point:
        raise InvalidRuleError(f"{attribute.name} must be a single number, not {value}")


def decided(
    rule: Rule, pair: Aligned, verdict: Verdict, reference: Quantity | None = None
) -> Judgement:
    """Answer with what a comparison found."""
    straddles = verdict is Verdict.INDETERMINATE
    reason = Reason.INTERVAL_STRADDLES if straddles else None
    return Judgement(verdict, reason, pair.flags, rule, reference)


def evidence_of_part(evidence: Evidence, label: str, seen: Observation | None) -> Evidence:
    """Return the evidence for one labelled part."""
    return attrs.evolve(
        evidence,
        name=label or evidence.name,
        observation=seen,
        baseline=_part_of(evidence.baseline, label),
        previous=_part_of(evidence.previous, label),
    )


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same part: remarks in brackets and blanks do not count.

    >>> same_label("Twitter(現X)", "Twitter ")
    True
    """
    return head(one).replace(" ", "") == head(other).replace(" ", "")


def _part_of(whole: Observation | None, label: str) -> Observation | None:
    if whole is None or not whole.parts:
        return whole
    for part in whole.parts:
        if same_label(part.label, label):
            return part.observation
    return None
