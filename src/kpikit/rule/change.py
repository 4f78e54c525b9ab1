"""Rules that name a change: by an amount, or by a rate of a base."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, final

import attrs

from kpikit.comparison import align, at_least
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.naming import stated_change
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.rule.base import Rule, a_point, decided
from kpikit.unit import is_ratio
from kpikit.verdict import Reason

__all__ = ["IncreaseBy", "ReduceBy"]

_HUNDRED: Final = Decimal(100)


@final
@attrs.frozen(repr=False)
class ReduceBy(Rule):
    """削減: 6,700時間削減, 7割削減, 140件の10%減, 半減.

    A rate (%, 割) is of the base; without a base in the rule it is of the baseline. An actual
    given as a reduction is compared as it is; a level is compared with what the base leaves.

    >>> ReduceBy(Quantity("10", "%"), base=Quantity("140", "件"))
    ReduceBy(Quantity('10', '%'), base=Quantity('140', '件'))
    """

    #: By how much at least, positive: an amount, or a rate.
    by: Quantity = attrs.field(validator=a_point)
    #: Whether *by* itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What it is reduced from, where the rule says so.
    base: Quantity | None = attrs.field(default=None, kw_only=True, validator=a_point)
    #: What the base is called: ``平成25年度``, ``資料部数``; ``""`` if nothing.
    reference: str = attrs.field(default="", kw_only=True)

    @property
    def sense(self) -> Change:
        """The sense of the change."""
        return Change.DECREASE

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_change(self, evidence, actual)


@final
@attrs.frozen(repr=False)
class IncreaseBy(Rule):
    """増加: 12種類増加, 3割増, 倍増. The mirror image of :class:`ReduceBy`.

    >>> IncreaseBy(Quantity("12", "種類"))
    IncreaseBy(Quantity('12', '種類'))
    """

    #: By how much at least, positive: an amount, or a rate.
    by: Quantity = attrs.field(validator=a_point)
    #: Whether *by* itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What it grows from, where the rule says so.
    base: Quantity | None = attrs.field(default=None, kw_only=True, validator=a_point)
    #: What the base is called; ``""`` if nothing.
    reference: str = attrs.field(default="", kw_only=True)

    @property
    def sense(self) -> Change:
        """The sense of the change."""
        return Change.INCREASE

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_change(self, evidence, actual)


def _judge_change(
    rule: ReduceBy | IncreaseBy, evidence: Evidence, actual: Quantity
) -> Judgement:
    wanted = attrs.evolve(rule.by, change=rule.sense)
    is_change = actual.change is not Change.LEVEL or stated_change(evidence.name) is rule.sense
    if is_change and is_ratio(actual.unit) == is_ratio(wanted.unit):
        return _reaches(rule, actual, wanted, evidence.name)
    if is_ratio(actual.unit) and is_ratio(wanted.unit):
        return undecided(Reason.RATE_OR_POINTS, rule)
    base = rule.base or (evidence.baseline and evidence.baseline.quantity)
    if base is None:
        return undecided(Reason.BASELINE_MISSING, rule)
    if not base.is_point or base.value <= 0 or base.change is not Change.LEVEL:
        return undecided(Reason.BASELINE_UNUSABLE, rule)
    change = actual if is_change else _change_since(base, actual, wanted, evidence.name)
    if isinstance(change, Reason):
        return undecided(change, rule)
    return _reaches(rule, change, _amount(wanted, base), evidence.name, base)


def _reaches(
    rule: ReduceBy | IncreaseBy,
    change: Quantity,
    wanted: Quantity,
    name: str,
    base: Quantity | None = None,
) -> Judgement:
    pair = align(change, wanted, name)
    if isinstance(pair, Reason):
        return undecided(pair, rule)
    verdict = at_least(pair.actual, pair.bound, strict=rule.strict)
    return decided(rule, pair, verdict, base)


def _amount(wanted: Quantity, base: Quantity) -> Quantity:
    """Return how much a rate is of its base; an amount is one already."""
    if not is_ratio(wanted.unit):
        return wanted
    share = EXACT.divide(wanted.to("%").value, _HUNDRED)
    return attrs.evolve(base.times(share, base.unit), change=wanted.change)


def _change_since(
    base: Quantity, level: Quantity, wanted: Quantity, name: str
) -> Quantity | Reason:
    """Return how far *level* has moved from *base* in the wanted sense; two % differ in points."""
    pair = align(level, base, name)
    if isinstance(pair, Reason):
        return pair
    grown = attrs.evolve(
        pair.actual,
        lower=None if pair.actual.lower is None else pair.actual.lower - pair.bound.value,
        upper=None if pair.actual.upper is None else pair.actual.upper - pair.bound.value,
        unit="ポイント" if is_ratio(pair.actual.unit) else pair.actual.unit,
        change=Change.INCREASE,
    )
    return grown if wanted.change is Change.INCREASE else grown.negated()
