"""A target of several labelled parts, all of which must be met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, final

import attrs

from kpikit._value import Value, several
from kpikit.language.errors import InvalidRuleError
from kpikit.model.judgement import Judgement, PartJudgement, all_of, undecided
from kpikit.model.observation import Observation, Part
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.rule.base import FIELDS, Rule, judge_parts, same_label, sharing
from kpikit.model.rule.phrase import Phrase, phrase
from kpikit.model.verdict import Reason

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence

__all__ = ["AllOf", "RulePart"]


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class RulePart(Value):
    """One labelled part of a target.

    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> RulePart("男性", AtLeast(Quantity("30", "%"))).label
    '男性'
    """

    #: The label as written; ``""`` where only the order tells.
    label: str
    #: What is to be met.
    rule: Rule
    #: By the end of when, where the cell names several: 中間(R7)12か所・最終(R11)20か所.
    period: Period | None = attrs.field(default=None, kw_only=True)


def _some(_instance: object, _attribute: object, value: tuple[RulePart, ...]) -> None:
    if not value:
        raise InvalidRuleError.told("rule-no-parts")


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class AllOf(Rule):
    """Twitter: 400人 YouTube: 650人: every part must be met.

    Parts of target and actual belong together by their labels, or by their order where
    neither side has labels. Parts none of which has a label are conditions on one number,
    58.1以上かつ直近3か年平均以上: a single actual must meet them all, and so must each of several
    that do not pair with them.

    >>> from kpikit.model.evidence import Evidence
    >>> AllOf([RulePart("①", Rule())]).parts[0].label
    '①'
    >>> from kpikit.model.rule import AtLeast
    >>> both = AllOf([RulePart("", AtLeast(Quantity(each, "点"))) for each in ("58.1", "57")])
    >>> both.judge(Evidence("得点", Observation(None, Quantity("57.5", "点")))).verdict
    Verdict.NOT_ACHIEVED
    """

    #: The parts, in the order of the cell.
    parts: tuple[RulePart, ...] = attrs.field(converter=several, validator=_some)

    @property
    def by_period(self) -> tuple[tuple[Period | None, Rule], ...]:
        """What is to be met by when: a rule for each period that the parts name."""
        periods = dict.fromkeys(part.period for part in self.parts)
        return (
            ((None, self),)
            if [*periods] == [None]
            else tuple((period, self._due(period)) for period in periods)
        )

    def _due(self, period: Period | None) -> Rule:
        parts = [attrs.evolve(part, period=None) for part in self.parts if part.period == period]
        return parts[0].rule if len(parts) == 1 else AllOf(parts)

    @property
    def is_kept(self) -> bool:
        """Whether any part asks to keep something."""
        return any(part.rule.is_kept for part in self.parts)

    @property
    def is_undirected(self) -> bool:
        """Whether evidence tells it of any part."""
        return any(part.rule.is_undirected for part in self.parts)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its parts, in the order of the cell."""
        return tuple(part.label for part in self.parts)

    def part(self, label: str) -> Rule | None:
        """Return the rule of the first part of a label, ``None`` where no part has it."""
        return next((part.rule for part in self.parts if part.label == label), None)

    def with_parts(self, rules: Sequence[Rule]) -> AllOf:
        """Return the same parts with other rules."""
        pairs = zip(self.parts, rules, strict=True)
        return AllOf([attrs.evolve(part, rule=rule) for part, rule in pairs])

    def is_moving(self, name: str) -> bool:
        """Whether what any part compares with is known at its date only."""
        return any(part.rule.is_moving(name) for part in self.parts)

    @property
    def phrase(self) -> Phrase:
        """Twitter 400人、YouTube 650人."""
        return Phrase("", parts=[(part.label, _dated(part)) for part in self.parts])

    def each(self) -> tuple[Rule, ...]:
        """Return the rules of its parts, those of parts of parts too."""
        return tuple(rule for part in self.parts for rule in part.rule.each())

    def _judge_number(self, evidence: Evidence, _actual: Quantity) -> Judgement:
        if self._has_labels:
            return undecided(Reason.PARTS_DIFFER, self)
        seen = evidence.observation
        rules = [part.rule for part in self.parts]
        own = sharing(rules, [evidence] * len(rules))
        each = [rule.judge(told) for rule, told in zip(rules, own, strict=True)]
        judged = [PartJudgement("", judgement, seen) for judgement in each]
        differ = [each.judgement.reason is Reason.UNITS_DIFFER for each in judged]
        if any(differ) and not all(differ):  # 12年間分, 33件 are no conditions on one number
            return undecided(Reason.PARTS_DIFFER, self)
        return all_of(self, judged)

    def _judge_parts(self, evidence: Evidence, seen: Observation) -> Judgement:
        pairs = _paired(self.parts, seen.parts)
        if pairs is None and not self._has_labels:
            return super()._judge_parts(evidence, seen)
        if pairs is None:
            return undecided(Reason.PARTS_DIFFER, self)
        return judge_parts(
            self, evidence, [(part.label, part.rule, observed) for part, observed in pairs]
        )

    @property
    def _has_labels(self) -> bool:
        return any(part.label for part in self.parts)


def _paired(
    rules: tuple[RulePart, ...], seen: tuple[Part, ...]
) -> list[tuple[RulePart, Observation | None]] | None:
    """Return each rule with its actual, or ``None`` if they do not belong together."""
    if not any(rule.label for rule in rules):
        return _in_order(rules, seen)
    found = [_called(rule.label, seen) for rule in rules]
    if max(map(len, found)) > 1 or not any(found):
        return None
    return [(rule, own[0] if own else None) for rule, own in zip(rules, found, strict=True)]


def _in_order(
    rules: tuple[RulePart, ...], seen: tuple[Part, ...]
) -> list[tuple[RulePart, Observation | None]] | None:
    if len(rules) != len(seen) or any(part.label for part in seen):
        return None
    return [(rule, part.observation) for rule, part in zip(rules, seen, strict=True)]


def _called(label: str, parts: tuple[Part, ...]) -> list[Observation]:
    return [each.observation for each in parts if same_label(each.label, label)]


def _dated(part: RulePart) -> Phrase:
    """Return what a part asks for, with its period where it has one."""
    if part.period is None:
        return part.rule.phrase
    return phrase("rule-by", rule=part.rule.phrase, period=part.period)
