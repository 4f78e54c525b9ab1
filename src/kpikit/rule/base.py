"""What all rules share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from unicodedata import normalize

import attrs

from kpikit._value import Value
from kpikit.comparison import Aligned
from kpikit.errors import InvalidRuleError
from kpikit.evidence import Evidence, Judgement, PartJudgement, all_of, undecided
from kpikit.naming import head, part_names
from kpikit.observation import Missing, Observation
from kpikit.quantity import Quantity
from kpikit.unit import is_rank, is_ratio
from kpikit.verdict import Reason, Verdict

__all__ = ["NumberRule", "Rule"]


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
        return judge_parts(
            self, evidence, [(part.label, self, part.observation) for part in seen.parts]
        )

    def _judge_number(self, _evidence: Evidence, _actual: Quantity) -> Judgement:
        return undecided(Reason.NOT_QUANTIFIED, self)


class NumberRule(Rule):
    """A condition on a number, which several values may meet each or only together."""

    __slots__ = ()

    def _judge_parts(self, evidence: Evidence, seen: Observation) -> Judgement:
        """Judge each value; counts also as one sum, since the target does not say which."""
        each = super()._judge_parts(evidence, seen)
        total = _sum_of(seen)
        if total is None or each.verdict is Verdict.INDETERMINATE:
            return each
        summed = attrs.evolve(seen, quantity=total, parts=())
        whole = self.judge(attrs.evolve(evidence, observation=summed))
        open_too = whole.reason in (None, Reason.INTERVAL_STRADDLES)
        if whole.verdict is each.verdict or not open_too:
            return each
        return attrs.evolve(each, verdict=Verdict.INDETERMINATE, reason=Reason.PARTS_DIFFER)


#: Statistics of which a sum says nothing.
_MEANS: Final = frozenset({"平均", "月平均", "年平均"})


def _sum_of(seen: Observation) -> Quantity | None:
    """Return the sum of the values of several parts, ``None`` if they are no counts of one kind."""
    values = [part.observation.quantity for part in seen.parts]
    first = values[0]
    if first is None or len(values) == 1 or is_ratio(first.unit) or is_rank(first.unit):
        return None
    total = first.possible
    for value in values[1:]:
        kind = value and (value.unit, value.change, value.per, value.statistic)
        if value is None or kind != (first.unit, first.change, first.per, first.statistic):
            return None
        total = total.added(value.possible)
    return None if first.statistic in _MEANS else total


def a_point(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Refuse a bound that is not a single number."""
    if isinstance(value, Quantity) and not value.is_point:
        raise InvalidRuleError.told("rule-no-point", name=attribute.name, value=value)


def decided(
    rule: Rule, pair: Aligned, verdict: Verdict, reference: Quantity | None = None
) -> Judgement:
    """Answer with what a comparison found."""
    straddles = verdict is Verdict.INDETERMINATE
    reason = Reason.INTERVAL_STRADDLES if straddles else None
    return Judgement(verdict, reason, pair.flags, rule, reference)


def judge_parts(
    whole: Rule, evidence: Evidence, parts: Sequence[tuple[str, Rule, Observation | None]]
) -> Judgement:
    """Judge each part by its rule, against its own actual, baseline and name."""
    labels = [label for label, _, _ in parts]
    names = part_names(evidence.name, labels)
    judged: list[PartJudgement] = []
    for index, (label, rule, seen) in enumerate(parts):
        own = attrs.evolve(
            evidence,
            name=names[index],
            observation=_dated_as(evidence.observation, seen),
            baseline=_part_of(evidence.baseline, labels, index),
            previous=_part_of(evidence.previous, labels, index),
            preceding=_part_of(evidence.preceding, labels, index),
        )
        judged.append(PartJudgement(label, rule.judge(own), seen))
    return all_of(whole, judged)


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same part: remarks in brackets and blanks do not count.

    >>> same_label("Twitter(現X)", "Twitter ")
    True
    """
    return _bare(one) == _bare(other)


def _bare(label: str) -> str:
    return "".join(head(normalize("NFKC", label)).split())


def _dated_as(whole: Observation | None, part: Observation | None) -> Observation | None:
    """Return the part, for the period of the whole where it has none of its own."""
    if whole is None or part is None or part.placed is not None:
        return part
    return attrs.evolve(part, period=whole.period, column=whole.column)


def _part_of(whole: Observation | None, labels: list[str], index: int) -> Observation | None:
    """Return the part of a baseline: by its label, or by its place where none has one.

    A single number is that of the whole: which share of it a part has, nobody knows.
    """
    if whole is None:
        return None
    if not any([*labels, *(part.label for part in whole.parts)]):
        return whole.parts[index].observation if len(whole.parts) == len(labels) else None
    found = [each for each in whole.parts if same_label(each.label, labels[index])]
    return found[0].observation if len(found) == 1 else None
