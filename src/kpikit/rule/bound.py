"""Rules that name a number: a floor, a ceiling, a band, a value, or a bare number."""

from __future__ import annotations

from typing import final

import attrs

from kpikit.comparison import Aligned, align, at_least, at_most
from kpikit.direction import resolve_direction
from kpikit.errors import InvalidRuleError
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.observation import Missing, Observation
from kpikit.quantity import Quantity
from kpikit.rule.base import NumberRule, Rule, a_point, decided
from kpikit.verdict import Direction, Flag, Reason, Verdict

__all__ = ["AtLeast", "AtMost", "Between", "Exactly", "Reach"]


@final
@attrs.frozen(repr=False)
class AtLeast(NumberRule):
    """以上 (*strict*: 超, 上回る): the actual reaches a bound.

    >>> AtLeast(Quantity("50", "種類"), strict=True)
    AtLeast(Quantity('50', '種類'), strict=True)
    """

    #: The floor.
    bound: Quantity = attrs.field(validator=a_point)
    #: Whether the floor itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        pair = align(actual, self.bound, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, self)
        return decided(self, pair, at_least(pair.actual, pair.bound, strict=self.strict))


@final
@attrs.frozen(repr=False)
class AtMost(NumberRule):
    """以下, 以内 (*strict*: 未満, 下回る): the actual stays below a bound.

    >>> AtMost(Quantity("0.1", "%"), strict=True)
    AtMost(Quantity('0.1', '%'), strict=True)
    """

    #: The ceiling.
    bound: Quantity = attrs.field(validator=a_point)
    #: Whether the ceiling itself is too much.
    strict: bool = attrs.field(default=False, kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        pair = align(actual, self.bound, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, self)
        return decided(self, pair, at_most(pair.actual, pair.bound, strict=self.strict))


def _a_band(_instance: object, _attribute: object, value: Quantity) -> None:
    if value.lower is None or value.upper is None or value.is_point:
        raise InvalidRuleError.told("rule-band", value=value)


@final
@attrs.frozen(repr=False)
class Between(NumberRule):
    """40%以上60%以下: the actual lies in a band, whose ends belong to it as they say.

    >>> Between(Quantity(lower="40", upper="60", unit="%")).band.lower_closed
    True
    """

    #: The band, bounded on both sides.
    band: Quantity = attrs.field(validator=_a_band)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        pair = align(actual, self.band, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, self)
        low, high = _ends(pair.bound)
        floor = at_least(pair.actual, low, strict=not self.band.lower_closed)
        ceiling = at_most(pair.actual, high, strict=not self.band.upper_closed)
        return decided(self, pair, _both(floor, ceiling))


@final
@attrs.frozen(repr=False)
class Exactly(NumberRule):
    """ちょうど, 同数: the actual is one number.

    >>> Exactly(Quantity("27", "館"))
    Exactly(Quantity('27', '館'))
    """

    #: The number.
    value: Quantity = attrs.field(validator=a_point)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        pair = align(actual, self.value, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, self)
        return decided(self, pair, equal(pair.actual, pair.bound))


@final
@attrs.frozen(repr=False)
class Reach(NumberRule):
    """A bare number: whether it is a floor or a ceiling is open until it is judged.

    See :func:`kpikit.direction.resolve_direction` for the order in which that is told; words
    such as 15%に減少 tell it here.

    >>> Reach(Quantity("12", "種類"))
    Reach(Quantity('12', '種類'))
    """

    #: The number.
    value: Quantity = attrs.field(validator=a_point)
    #: Which way leads to it, where the words say so; the caller's word comes before.
    direction: Direction | None = attrs.field(default=None, kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        if self.direction is not None and evidence.direction is None:
            evidence = attrs.evolve(evidence, direction=self.direction)
        return judge_reach(self, self.value, evidence, actual)


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
    resolved = AtLeast(value) if direction is Direction.HIGHER else AtMost(value)
    return resolved.judge(evidence).flagged(flag)


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


def _ends(band: Quantity) -> tuple[Quantity, Quantity]:
    low = attrs.evolve(band, upper=band.lower, lower_closed=True, upper_closed=True)
    high = attrs.evolve(band, lower=band.upper, lower_closed=True, upper_closed=True)
    return low, high
