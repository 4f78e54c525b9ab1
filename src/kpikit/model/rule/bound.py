"""Rules that name a number: a floor, a ceiling, a band, a value, or a bare number."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TypeAlias, final

import attrs

from kpikit.language.errors import InvalidRuleError
from kpikit.model.comparison import Aligned, align, at_least, at_most
from kpikit.model.direction import resolve_direction
from kpikit.model.evidence import Evidence, Judgement, undecided
from kpikit.model.observation import Missing, Observation
from kpikit.model.quantity import Quantity
from kpikit.model.rule.base import NumberRule, Rule, a_point, decided
from kpikit.model.rule.multiple import Bound, a_multiple, bound_of, multiple_of
from kpikit.model.rule.phrase import Phrase, of_rank, phrase
from kpikit.model.rule.zone import above, below, point_of
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = ["AtLeast", "AtMost", "Between", "Exactly", "LevelRule", "Reach"]


class LevelRule(NumberRule):
    """A rule that names a level: its number, or that multiple of what a reference names."""

    __slots__ = ()

    @property
    @abstractmethod
    def number(self) -> Quantity:
        """The number of the rule, or its band, as it is written."""

    @property
    def multiple_of(self) -> str:
        """What its number is a multiple of, ``""`` if of nothing."""
        return ""

    @property
    def level(self) -> Quantity | None:
        """Its number, unless that is a multiple of something."""
        return None if self.multiple_of else self.number

    @property
    def counts_from(self) -> tuple[Quantity | None, str] | None:
        """What its number is a multiple of."""
        return (None, self.multiple_of) if self.multiple_of else None

    def _drawn(self, reference: Quantity | None) -> Quantity | None:
        """Return its number, or that multiple of what it was compared with."""
        if not self.multiple_of:
            return attrs.evolve(self.number, margin=None)
        base = point_of(reference)
        return None if base is None else multiple_of(attrs.evolve(self.number, margin=None), base)

    def _asked(self) -> Quantity | Phrase:
        """Return its number as it is said."""
        if not self.multiple_of:
            return self.number
        return phrase("rule-multiple", text=self.number, reference=self.multiple_of)


@final
@attrs.frozen(repr=False)
class AtLeast(LevelRule):
    """以上 (*strict*: 超, 上回る): the actual reaches a bound.

    >>> AtLeast(Quantity("50", "種類"), strict=True)
    AtLeast(Quantity('50', '種類'), strict=True)
    """

    #: The floor.
    bound: Quantity = attrs.field(validator=a_point)
    #: Whether the floor itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    def number(self) -> Quantity:
        """The bound as it is written."""
        return self.bound

    @property
    def multiple_of(self) -> str:
        """What its number is a multiple of."""
        return self.reference

    @property
    def goal(self) -> Quantity | None:
        """The level of the bound."""
        return self.level

    @property
    def way(self) -> Direction:
        """Higher is better."""
        return Direction.HIGHER

    @property
    def is_strict(self) -> bool:
        """Whether the bound itself is not enough."""
        return self.strict

    @property
    def accepts(self) -> Quantity:
        """All numbers on this side of the bound."""
        return above(self.bound, strict=self.strict)

    @property
    def phrase(self) -> Phrase:
        """50種類以上, 50種類超."""
        code = "rule-above" if self.strict else "rule-at-least"
        return phrase(code, text=self._asked())

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return the numbers on this side of the bound, itself too."""
        bound = self._drawn(reference)
        return None if bound is None else above(bound)

    def stricter(self) -> Rule:
        """Return the rule that the bound itself does not meet."""
        return attrs.evolve(self, strict=True)

    def with_number(self, number: Quantity) -> Rule:
        """Return the same rule with another bound."""
        return attrs.evolve(self, bound=number)

    def on_the_way(self, expected: Quantity) -> Rule:
        """Return the same rule for what a line asks for so far, never for more than itself."""
        bound = attrs.evolve(self.bound, margin=None)
        return attrs.evolve(self, bound=min(expected, bound, key=_value))

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_bound(self, evidence, actual, partial(at_least, strict=self.strict))


@final
@attrs.frozen(repr=False)
class AtMost(LevelRule):
    """以下, 以内 (*strict*: 未満, 下回る): the actual stays below a bound.

    >>> AtMost(Quantity("0.1", "%"), strict=True)
    AtMost(Quantity('0.1', '%'), strict=True)
    >>> before = Observation(None, Quantity("1000", "t"))
    >>> now = Observation(None, Quantity("990", "t"))
    >>> rule = AtMost(Quantity("98", "%"), reference="前年")
    >>> rule.judge(Evidence("ごみ排出量", now, previous=before)).verdict
    Verdict.NOT_ACHIEVED
    """

    #: The ceiling.
    bound: Quantity = attrs.field(validator=a_point)
    #: Whether the ceiling itself is too much.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    def number(self) -> Quantity:
        """The bound as it is written."""
        return self.bound

    @property
    def multiple_of(self) -> str:
        """What its number is a multiple of."""
        return self.reference

    @property
    def goal(self) -> Quantity | None:
        """The level of the bound."""
        return self.level

    @property
    def way(self) -> Direction:
        """Lower is better."""
        return Direction.LOWER

    @property
    def is_strict(self) -> bool:
        """Whether the bound itself is not enough."""
        return self.strict

    @property
    def accepts(self) -> Quantity:
        """All numbers on this side of the bound."""
        return below(self.bound, strict=self.strict)

    @property
    def phrase(self) -> Phrase:
        """0.1%以下, 0.1%未満; 10位以内."""
        code = f"{'rule-below' if self.strict else 'rule-at-most'}{of_rank(self.bound)}"
        return phrase(code, text=self._asked())

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - none may exceed it
        """Whether an actual larger than *actual* could come to miss it: it always could."""
        return True

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return the numbers on this side of the bound, itself too."""
        bound = self._drawn(reference)
        return None if bound is None else below(bound)

    def stricter(self) -> Rule:
        """Return the rule that the bound itself does not meet."""
        return attrs.evolve(self, strict=True)

    def with_number(self, number: Quantity) -> Rule:
        """Return the same rule with another bound."""
        return attrs.evolve(self, bound=number)

    def on_the_way(self, expected: Quantity) -> Rule:
        """Return the same rule for what a line asks for so far, never for more than itself."""
        bound = attrs.evolve(self.bound, margin=None)
        return attrs.evolve(self, bound=max(expected, bound, key=_value))

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_bound(self, evidence, actual, partial(at_most, strict=self.strict))


def _a_band(_instance: object, _attribute: object, value: Quantity) -> None:
    if value.lower is None or value.upper is None or value.is_point:
        raise InvalidRuleError.told("rule-band", value=value)


@final
@attrs.frozen(repr=False)
class Between(LevelRule):
    """40%以上60%以下: the actual lies in a band, whose ends belong to it as they say.

    >>> Between(Quantity(lower="40", upper="60", unit="%")).band.lower_closed
    True
    """

    #: The band, bounded on both sides.
    band: Quantity = attrs.field(validator=_a_band)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    def number(self) -> Quantity:
        """The band as it is written."""
        return self.band

    @property
    def multiple_of(self) -> str:
        """What its number is a multiple of."""
        return self.reference

    @property
    def accepts(self) -> Quantity:
        """The band."""
        return self.band

    @property
    def phrase(self) -> Phrase:
        """40%以上60%以下."""
        return phrase("rule-between", text=self._asked())

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - any band has an upper end
        """Whether an actual larger than *actual* could come to miss it: it always could."""
        return True

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return the band."""
        return self._drawn(reference)

    def with_number(self, number: Quantity) -> Rule:
        """Return the same rule with another band."""
        return attrs.evolve(self, band=number)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_bound(self, evidence, actual, _lies_in)


@final
@attrs.frozen(repr=False)
class Exactly(LevelRule):
    """ちょうど, 同数: the actual is one number.

    >>> Exactly(Quantity("27", "館"))
    Exactly(Quantity('27', '館'))
    """

    #: The number.
    value: Quantity = attrs.field(validator=a_point)

    @property
    def number(self) -> Quantity:
        """The number as it is written."""
        return self.value

    @property
    def accepts(self) -> Quantity:
        """The number."""
        return attrs.evolve(self.value, margin=None)

    @property
    def phrase(self) -> Phrase:
        """ちょうど27館."""
        return phrase("rule-exactly", text=self.value)

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - any other number misses it
        """Whether an actual larger than *actual* could come to miss it: it always could."""
        return True

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return the number."""
        return self._drawn(reference)

    def with_number(self, number: Quantity) -> Rule:
        """Return the same rule with another number."""
        return attrs.evolve(self, value=number)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        pair = align(actual, self.value, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, self)
        return decided(self, pair, equal(pair.actual, pair.bound))


@final
@attrs.frozen(repr=False)
class Reach(LevelRule):
    """A bare number: whether it is a floor or a ceiling is open until it is judged.

    See :func:`kpikit.model.direction.resolve_direction` for the order in which that is told; words
    such as 15%に減少 tell it here.

    >>> Reach(Quantity("12", "種類"))
    Reach(Quantity('12', '種類'))
    """

    #: The number.
    value: Quantity = attrs.field(validator=a_point)
    #: Which way leads to it, where the words say so; the caller's word comes before.
    direction: Direction | None = attrs.field(default=None, kw_only=True)
    #: What the number is a multiple (倍) or a share (%, 割) of: ``前年``; ``""`` if of nothing.
    reference: str = attrs.field(default="", kw_only=True, validator=a_multiple)

    @property
    def number(self) -> Quantity:
        """The number as it is written."""
        return self.value

    @property
    def multiple_of(self) -> str:
        """What its number is a multiple of."""
        return self.reference

    @property
    def goal(self) -> Quantity | None:
        """The level of the number."""
        return self.level

    @property
    def way(self) -> Direction | None:
        """Which way leads to it, where the words say so."""
        return self.direction

    @property
    def phrase(self) -> Phrase:
        """12種類."""
        return phrase("rule-reach", text=self._asked())

    def is_capped(self, actual: Quantity) -> bool:  # noqa: ARG002 - it may turn out a ceiling
        """Whether an actual larger than *actual* could come to miss it: it always could."""
        return True

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return the number alone, as long as the way is not known."""
        return self._drawn(reference)

    def resolved(self, evidence: Evidence) -> Rule:
        """Return the floor or the ceiling that it would be judged as, as far as that is known."""
        if self.reference:
            way = evidence.direction or self.direction
            return self if way is None else _towards(way)(self.value, reference=self.reference)
        probe = attrs.evolve(evidence, observation=Observation(None, self.value))
        return self.judge(probe).rule or self

    def with_number(self, number: Quantity) -> Rule:
        """Return the same rule with another number."""
        return attrs.evolve(self, value=number)

    def on_the_way(self, expected: Quantity) -> Rule:
        """Return just what a line asks for so far: which way is better is not known."""
        return Exactly(expected)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        if self.direction is not None and evidence.direction is None:
            evidence = attrs.evolve(evidence, direction=self.direction)
        if self.reference:
            return self._judge_multiple(evidence, actual)
        return judge_reach(self, self.value, evidence, actual)

    def _judge_multiple(self, evidence: Evidence, actual: Quantity) -> Judgement:
        bound = bound_of(self.value, self.reference, evidence, actual)
        if isinstance(bound, Reason):
            return undecided(bound, self)
        # What it is a multiple of is where it starts from.
        evidence = attrs.evolve(evidence, baseline=Observation(None, bound.start))
        direction, flag = _direction(bound.number, evidence)
        if direction is None:
            rule = self if bound.base is not None else attrs.evolve(self, reference="")
            judgement = _judge_equality(rule, bound.number, evidence, actual)
            return attrs.evolve(judgement, reference=bound.base).flagged(*bound.flags)
        return (
            _towards(direction)(self.value, reference=self.reference).judge(evidence).flagged(flag)
        )


_Meets: TypeAlias = Callable[[Quantity, Quantity], Verdict]


def _judge_bound(
    rule: AtLeast | AtMost | Between, evidence: Evidence, actual: Quantity, meets: _Meets
) -> Judgement:
    """Judge by the number of a rule, or by that multiple of what its reference names."""
    asked = Bound(rule.number)
    if rule.reference:
        bound = bound_of(rule.number, rule.reference, evidence, actual)
        if isinstance(bound, Reason):
            return undecided(bound, rule)
        if bound.base is None:
            rule = attrs.evolve(rule, reference="")
        asked = bound
    pair = align(actual, asked.number, evidence.name)
    if isinstance(pair, Reason):
        return undecided(pair, rule)
    return decided(rule, pair, meets(pair.actual, pair.bound), asked.base).flagged(*asked.flags)


def _lies_in(actual: Quantity, band: Quantity) -> Verdict:
    low, high = _ends(band)
    floor = at_least(actual, low, strict=not band.lower_closed)
    return _both(floor, at_most(actual, high, strict=not band.upper_closed))


def one_sided(value: Quantity) -> AtLeast | AtMost | None:
    """Return the floor or ceiling that an interval with one open end is, else ``None``."""
    point = attrs.evolve(
        value,
        lower=value.upper if value.lower is None else value.lower,
        upper=value.lower if value.upper is None else value.upper,
        lower_closed=True,
        upper_closed=True,
    )
    if value.upper is None:
        return AtLeast(point, strict=not value.lower_closed)
    return AtMost(point, strict=not value.upper_closed) if value.lower is None else None


def judge_reach(rule: Rule, value: Quantity, evidence: Evidence, actual: Quantity) -> Judgement:
    """Judge *value* as the floor or ceiling that the evidence shows it to be."""
    direction, flag = _direction(value, evidence)
    if direction is None:
        return _judge_equality(rule, value, evidence, actual)
    return _towards(direction)(value).judge(evidence).flagged(flag)


def _towards(direction: Direction) -> type[AtLeast | AtMost]:
    return AtLeast if direction is Direction.HIGHER else AtMost


def _direction(value: Quantity, evidence: Evidence) -> tuple[Direction | None, Flag | None]:
    baseline, target = _comparable(evidence.baseline, value, evidence.name)
    return resolve_direction(
        target,
        name=evidence.name,
        baseline=baseline,
        given=evidence.direction,
        nouns=evidence.nouns,
    )


def _comparable(
    baseline: Observation | None, value: Quantity, name: str
) -> tuple[Quantity | None, Quantity]:
    """Return baseline and target in one unit.

    A baseline that cannot be compared is stood for by the target itself, and by all below it
    if it is negative: it was there, so the direction is not assumed as if it were not, and
    whether it was below the target it does not tell.
    """
    if baseline is None or baseline.missing not in (None, Missing.UNREADABLE):
        return None, value
    was = baseline.quantity
    pair = align(was, value, name) if was is not None else None
    if isinstance(pair, Aligned):
        return pair.actual, pair.bound
    negative = was is not None and (was.lower is None or was.lower < 0)
    return attrs.evolve(value, lower=None, margin=None) if negative else value, value


def _judge_equality(rule: Rule, value: Quantity, evidence: Evidence, actual: Quantity) -> Judgement:
    """Judge a number of unknown direction: equal is achieved, anything else is open."""
    pair = align(actual, value, evidence.name)
    if isinstance(pair, Reason):
        return undecided(pair, rule)
    if equal(pair.actual, pair.bound) is Verdict.ACHIEVED:
        return decided(rule, pair, Verdict.ACHIEVED)
    return undecided(Reason.DIRECTION_UNKNOWN, rule, pair.flags)


def equal(actual: Quantity, bound: Quantity) -> Verdict:
    """Judge whether every number of *actual*, or none, is *bound*."""
    return _both(at_least(actual, bound, strict=False), at_most(actual, bound, strict=False))


def _both(floor: Verdict, ceiling: Verdict) -> Verdict:
    """Return the three-valued *and* of two verdicts on one interval."""
    for worse in (Verdict.NOT_ACHIEVED, Verdict.INDETERMINATE):
        if worse in (floor, ceiling):
            return worse
    return Verdict.ACHIEVED


def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def _ends(band: Quantity) -> tuple[Quantity, Quantity]:
    low = attrs.evolve(band, upper=band.lower, lower_closed=True, upper_closed=True)
    high = attrs.evolve(band, lower=band.upper, lower_closed=True, upper_closed=True)
    return low, high
