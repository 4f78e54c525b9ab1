"""What all rules share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar
from unicodedata import normalize

import attrs

from kpikit import model
from kpikit._value import Value
from kpikit.language.errors import InvalidRuleError
from kpikit.language.statistic import MEANS
from kpikit.model._fields import typed
from kpikit.model.observation import Missing, Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule.zone import point_of
from kpikit.model.unit import is_rank, is_ratio
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence
    from kpikit.model.judgement import Judgement, Meets, Told
    from kpikit.model.rule.phrase import Phrase

__all__ = ["NumberRule", "Rule"]

R = TypeVar("R", bound="Rule")
#: Lets the fields of a rule refuse what is of another type.
FIELDS: Final = typed(InvalidRuleError)


class Rule(Value):
    """A condition to meet. No actual, no verdict; several values, all must meet it.

    >>> from kpikit.model.rule import AtLeast
    >>> isinstance(AtLeast(Quantity("55", "%")), Rule)
    True
    """

    __slots__ = ()

    #: The sense of the change that it asks for; a level if of none.
    sense: ClassVar[Change] = Change.LEVEL
    #: Whether it says that there is no target.
    is_none: ClassVar[bool] = False

    def judge(self, evidence: Evidence) -> Judgement:
        """Judge against *evidence*.

        >>> from kpikit.model.evidence import Evidence
        >>> from kpikit.model.rule import AtMost
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

    # -- what a rule asks for: of most rules there is nothing to say -----------------------------

    @property
    def number(self) -> Quantity | None:
        """The number of the rule as it is written, a band too; ``None`` if it has none."""
        return None

    @property
    def level(self) -> Quantity | None:
        """The level that it names, a number or a band in the unit of what is measured.

        A change is none, and neither is a multiple of something else.
        """
        return None

    @property
    def aim(self) -> Quantity | None:
        """The number to reach, with its sense if it is that of a change; ``None`` if not one.

        >>> from kpikit.model.rule import AtMost, ReduceBy
        >>> AtMost(Quantity("126", "件")).aim, ReduceBy(Quantity("7", "割")).aim
        (Quantity('126', '件'), Quantity('7', '割', change=Change.DECREASE))
        """
        level = self.level
        return level if level is not None and level.is_point else None

    @property
    def goal(self) -> Quantity | None:
        """The level that it can be approached to step by step, ``None`` if there is none."""
        return None

    @property
    def way(self) -> Direction | None:
        """Which way is better by the rule's own words, of a change which size of it.

        >>> from kpikit.model.rule import AtMost, Reach
        >>> AtMost(Quantity("126", "件")).way, Reach(Quantity("126", "件")).way
        (Direction.LOWER, None)
        """
        found: Direction | None = getattr(self, "direction", None)
        return found

    @property
    def is_undirected(self) -> bool:
        """Whether evidence of the indicator tells which way is better, and not the rule alone.

        >>> from kpikit.model.rule import AtMost, Reach
        >>> AtMost(Quantity("126", "件")).is_undirected, Reach(Quantity("126", "件")).is_undirected
        (False, True)
        """
        return False

    @property
    def is_strict(self) -> bool:
        """Whether its number itself is not enough."""
        return bool(getattr(self, "strict", False))

    @property
    def counts_from(self) -> tuple[Quantity | None, str] | None:
        """What a change or a multiple is of: the base and its name, as the rule gives them."""
        return None

    @property
    def is_multiple(self) -> bool:
        """Whether its number is a multiple or a share of what :attr:`counts_from` names."""
        return self.counts_from is not None and self.sense is Change.LEVEL

    @property
    def accepts(self) -> Quantity | None:
        """All numbers that meet it, counted as :attr:`number` is; ``None`` if it names none.

        >>> from kpikit.model.rule import AtLeast
        >>> AtLeast(Quantity("50", "種類"), strict=True).accepts
        Quantity(lower='50', lower_closed=False, unit='種類')
        """
        return None

    @property
    def by_period(self) -> tuple[tuple[Period | None, Rule], ...]:
        """What is to be met by when; ``None`` where the rule itself names no period.

        >>> from kpikit.model.rule import AtLeast
        >>> AtLeast(Quantity("12", "か所")).by_period
        ((None, AtLeast(Quantity('12', 'か所'))),)
        """
        return ((None, self),)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its parts, in their order; none where it has no parts."""
        return ()

    def part(self, label: str) -> Rule | None:  # noqa: ARG002 - what is said of others
        """Return the rule of the first part of a label, ``None`` where no part has it.

        >>> from kpikit.model.rule import AllOf, AtLeast, RulePart
        >>> AllOf([RulePart("男性", AtLeast(Quantity("3", "人")))]).part("男性")
        AtLeast(Quantity('3', '人'))
        """
        return None

    def with_parts(self, rules: Sequence[Rule]) -> Rule:  # noqa: ARG002 - what is said of others
        """Return the same rule with another rule for each part; one that has none as it is.

        >>> from kpikit.model.rule import AllOf, AtLeast, RulePart
        >>> one, other = (AtLeast(Quantity(number, "人")) for number in (400, 200))
        >>> AllOf([RulePart("X", one)]).with_parts([other])
        AllOf((RulePart('X', AtLeast(Quantity('200', '人'))),))
        """
        return self

    @property
    def is_kept(self) -> bool:
        """Whether it asks to keep something, which only its date can show."""
        return False

    def is_moving(self, name: str) -> bool:  # noqa: ARG002 - what is said of others
        """Whether what it compares with is known at its date only: the year before, an average.

        Args:
            name: The indicator's name.

        >>> from kpikit.model.rule import AtLeast, Improve
        >>> Improve(reference="前年度").is_moving("来客数"), Improve().is_moving("来客数")
        (True, False)
        """
        return False

    @property
    def whole(self) -> Quantity | None:
        """What a line asks for in part: the goal, or the size of a change; ``None`` if neither.

        >>> from kpikit.model.rule import ReduceBy
        >>> ReduceBy(Quantity("7", "割")).whole
        Quantity('7', '割')
        """
        return self.goal

    def begun(self, start: Quantity | None) -> Quantity | None:
        """Return where the way to it begins: at the value at the start; a change at nothing."""
        return start

    @property
    def kept(self) -> Rule | None:
        """What it asks for all the way where it names no goal: to be no worse than its reference.

        >>> from kpikit.model.rule import Improve
        >>> Improve(Direction.HIGHER).kept
        Maintain(direction=Direction.HIGHER)
        """
        return None

    @property
    def is_timed(self) -> bool:
        """Whether it says how long before the actual its reference is to be."""
        return getattr(self, "lag", None) is not None

    @property
    def phrase(self) -> Phrase:
        """What it asks for, as a message; see :func:`kpikit.judging.wording.rule_words`.

        Raises:
            NotImplementedError: It is no rule of kpikit's own.
        """
        raise NotImplementedError(f"no words for {type(self).__name__}")

    def each(self) -> tuple[Rule, ...]:
        """Return the rules of its parts, those of parts of parts too; itself if it has none."""
        return (self,)

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - what is said of others
        """Whether an actual larger than *actual* could come to miss it."""
        return False

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - what is said of others
        """Return the numbers that meet it once it is judged, to be drawn beside the actual.

        Args:
            reference: What it was compared with, where that is not in the rule.
            actual: The actual, a level or a change.
            name: The indicator's name.

        >>> from kpikit.model.rule import ReduceBy
        >>> rule = ReduceBy(Quantity("10", "%"))
        >>> print(rule.zone(Quantity("140", "件"), Quantity("130", "件"), "障害件数"))
        (-∞,126.0] 件
        """
        return point_of(reference)

    def told(self, evidence: Evidence) -> Told | None:  # noqa: ARG002 - what is said of others
        """Tell which way is better by evidence; ``None`` where its own words or its unit do."""
        return None

    def resolved(self, evidence: Evidence) -> Rule:  # noqa: ARG002 - what is said of others
        """Return the rule that a bare number is, a floor or a ceiling; others as they are.

        >>> from kpikit.model.evidence import Evidence
        >>> from kpikit.model.rule import Reach
        >>> Reach(Quantity("5", "位")).resolved(Evidence("順位", None))
        AtMost(Quantity('5', '位'))
        """
        return self

    def stricter(self) -> Rule | None:
        """Return a floor or ceiling that its own number does not meet; of others ``None``."""
        return None

    def with_number(self, number: Quantity) -> Rule:  # noqa: ARG002 - what is said of others
        """Return the same rule with another number; one that has none as it is.

        >>> from kpikit.model.rule import AtMost
        >>> AtMost(Quantity("5", "件"), strict=True).with_number(Quantity("6", "件"))
        AtMost(Quantity('6', '件'), strict=True)
        """
        return self

    def on_the_way(self, expected: Quantity) -> Rule:  # noqa: ARG002 - what is said of others
        """Return what it asks for as long as only *expected* can be, at most its :attr:`goal`.

        What is expected is enough then, also where the goal itself will not be.
        """
        return self

    # -- how it judges -----------------------------------------------------------------------------

    def _judge_missing(self, seen: Observation | None) -> Judgement:
        unreadable = seen is not None and seen.missing is Missing.UNREADABLE
        return model.judgement.undecided(
            Reason.ACTUAL_UNREADABLE if unreadable else Reason.NO_ACTUAL, self
        )

    def _judge_words(self, _evidence: Evidence, _outcome: str) -> Judgement:
        return model.judgement.undecided(Reason.NOT_QUANTIFIED, self)

    def _judge_parts(self, evidence: Evidence, seen: Observation) -> Judgement:
        return judge_parts(
            self, evidence, [(part.label, self, part.observation) for part in seen.parts]
        )

    def _judge_number(self, _evidence: Evidence, _actual: Quantity) -> Judgement:
        return model.judgement.undecided(Reason.NOT_QUANTIFIED, self)


class NumberRule(Rule):
    """A condition on a number, which several values may meet each or only together.

    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> isinstance(AtLeast(Quantity("55", "%")), NumberRule)
    True
    """

    __slots__ = ()

    #: The field that has the number.
    _holder: ClassVar[str] = "value"

    @property
    def number(self) -> Quantity:
        """The number of the rule, or its band, as it is written."""
        number: Quantity = getattr(self, self._holder)
        return number

    def with_number(self, number: Quantity) -> Rule:
        """Return the same rule with another number."""
        return evolved(self, **{self._holder: number})

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


def _sum_of(seen: Observation) -> Quantity | None:
    """Return the sum of the values of several parts, ``None`` if they are no counts of one kind."""
    values = [each.observation.quantity for each in seen.parts]
    numbers = list(filter(None, values))
    kinds = {(each.unit, each.change, each.per, each.statistic) for each in numbers}
    if not 1 < len(numbers) == len(values) or len(kinds) > 1:
        return None
    first = numbers[0]
    if is_ratio(first.unit) or is_rank(first.unit) or first.statistic in MEANS:
        return None
    possible = [each.possible for each in numbers]
    if any(each.lower is None for each in possible) and any(
        each.upper is None for each in possible
    ):
        return None  # 4件以上 and 3件以下: any number
    return reduce(Quantity.added, possible)


def evolved(rule: R, **changes: object) -> R:
    """Return a rule with other fields, whatever its class."""
    value: Any = rule
    changed: R = attrs.evolve(value, **changes)
    return changed


def a_point(_instance: object, attribute: attrs.Attribute[Any], value: Quantity | None) -> None:
    """Refuse a bound that is not a single number."""
    if value is not None and not value.is_point:
        raise InvalidRuleError.told("rule-no-point", name=attribute.name, value=value)


def compared(
    rule: Rule,
    actual: Quantity,
    bound: Quantity,
    name: str,
    meets: Meets,
    reference: Quantity | None = None,
    flags: Sequence[Flag | None] = (),
) -> Judgement:
    """Answer with what a comparison finds, flagged if the two can be compared."""
    read: tuple[Flag, ...] = ()
    if not model.comparison.are_of_one_kind(actual, bound):
        pair = model.comparison.align(actual, bound, name)
        if isinstance(pair, Reason):
            return model.judgement.undecided(pair, rule)
        actual, bound, read = pair.actual, pair.bound, pair.flags
    actual = model.comparison.as_measured(actual, bound)
    verdict = meets(actual, bound)
    reason = Reason.INTERVAL_STRADDLES if verdict is Verdict.INDETERMINATE else None
    judgement = model.judgement.Judgement(
        verdict, reason, read, rule, reference, (), actual, bound, meets
    )
    return judgement.flagged(*flags) if flags else judgement


def judge_parts(
    whole: Rule, evidence: Evidence, parts: Sequence[tuple[str, Rule, Observation | None]]
) -> Judgement:
    """Judge each part by its rule, against its own actual, baseline and name."""
    labels = [label for label, _, _ in parts]
    names = model.naming.part_names(evidence.name, labels)
    rules = [rule for _, rule, _ in parts]
    own = [
        attrs.evolve(
            evidence,
            name=names[index],
            observation=_dated_as(evidence.observation, seen),
            baseline=part_of(evidence.baseline, labels, index),
            previous=part_of(evidence.previous, labels, index),
            preceding=part_of(evidence.preceding, labels, index),
        )
        for index, (_, _, seen) in enumerate(parts)
    ]
    judged = [rule.judge(each) for rule, each in zip(rules, sharing(rules, own), strict=True)]
    told = zip(parts, judged, strict=True)
    return model.judgement.all_of(
        whole, [model.judgement.PartJudgement(label, each, seen) for (label, _, seen), each in told]
    )


def sharing(
    rules: Sequence[Rule], evidence: Sequence[Evidence], *, are_steps: bool = False
) -> list[Evidence]:
    """Return the evidence of several parts, with one direction for all bare numbers of them.

    Of parts that *are steps* to one another, one may well lie below the baseline.
    """
    told = [rule.told(each) for rule, each in zip(rules, evidence, strict=True)]
    if are_steps:
        told = [each and each._replace(is_beyond=False) for each in told]
    bare = [each for each in told if each is not None]
    if len(rules) == 1 or not bare or evidence[0].direction is not None:
        return list(evidence)
    ways = [
        rule.way
        for rule in rules
        if rule.way is not None and rule.level is not None and not is_rank(rule.level.unit)
    ]
    shared = iter(model.direction.shared_direction(bare, ways, evidence[0]))
    return [
        each if own is None else attrs.evolve(each, told=next(shared))
        for each, own in zip(evidence, told, strict=True)
    ]


def same_label(one: str, other: str) -> bool:
    """Whether two labels name the same part: remarks in brackets and blanks do not count.

    >>> same_label("Twitter(現X)", "Twitter ")
    True
    """
    return _bare(one) == _bare(other)


def _bare(label: str) -> str:
    return "".join(model.naming.head(normalize("NFKC", label)).split())


def _dated_as(whole: Observation | None, part: Observation | None) -> Observation | None:
    """Return the part, for the period of the whole where it has none of its own."""
    if whole is None or part is None or part.placed is not None:
        return part
    return attrs.evolve(part, period=whole.period, column=whole.column)


def part_of(whole: Observation | None, labels: list[str], index: int) -> Observation | None:
    """Return the part of a baseline: by its label, or by its place where none has one.

    A single number is that of the whole: which share of it a part has, nobody knows.
    """
    if whole is None:
        return None
    if not any([*labels, *(part.label for part in whole.parts)]):
        return whole.parts[index].observation if len(whole.parts) == len(labels) else None
    found = [each for each in whole.parts if same_label(each.label, labels[index])]
    return found[0].observation if len(found) == 1 else None
