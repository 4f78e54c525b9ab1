"""Rules that name a change: by an amount, or by a rate of a base."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast, final

import attrs

from kpikit.language.errors import InvalidRuleError
from kpikit.language.units import POINT
from kpikit.model.comparison import Aligned, align, reaching
from kpikit.model.judgement import Judgement, undecided
from kpikit.model.naming import stated_change
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.rule.base import FIELDS, NumberRule, Rule, a_point, compared, evolved
from kpikit.model.rule.phrase import Phrase, of_rank, phrase
from kpikit.model.rule.reference import counted_from, is_counted_from_before, is_of_time, is_of_year
from kpikit.model.rule.zone import amount_of, beyond, hundredths, point_of
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction, Flag, Reason

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence

__all__ = ["ChangeRule", "IncreaseBy", "ReduceBy"]


def _decrease(by: Quantity) -> Quantity:
    return _size(by, Change.DECREASE)


def _increase(by: Quantity) -> Quantity:
    return _size(by, Change.INCREASE)


def _size(by: Quantity, sense: Change) -> Quantity:
    """Return the bare size of a change, since the rule itself has the sense."""
    if not isinstance(cast("object", by), Quantity):
        return by  # for the check of the field to refuse
    if by.change is sense.opposite:
        raise InvalidRuleError.told("rule-other-way", sense=sense.value, by=by)
    return by if by.change is Change.LEVEL else attrs.evolve(by, change=Change.LEVEL)


def _not_negative(_instance: object, _attribute: object, by: Quantity) -> None:
    if by.value < 0:
        raise InvalidRuleError.told("rule-negative", by=by)


_ZERO: Final = Decimal(0)


class ChangeRule(NumberRule):
    """A change by an amount or by a rate, at least.

    >>> IncreaseBy(Quantity("10", "%")).way
    Direction.HIGHER
    """

    __slots__ = ()

    _holder = "by"
    #: By how much at least, not negative: an amount, or a rate.
    by: Quantity
    #: Whether *by* itself is not enough.
    strict: bool
    #: What the change is counted from, where the rule says so.
    base: Quantity | None
    #: What the base is called: ``平成25年度``, ``資料部数``; ``""`` if nothing.
    reference: str

    @property
    def way(self) -> Direction:
        """The more of the change, the better."""
        return Direction.HIGHER

    @property
    def aim(self) -> Quantity:
        """By how much, with the sense of the change."""
        return attrs.evolve(self.by, change=self.sense)

    @property
    def counts_from(self) -> tuple[Quantity | None, str]:
        """What the change counts from, and what that is called."""
        return self.base, self.reference

    @property
    def whole(self) -> Quantity:
        """By how much."""
        return self.by

    def begun(self, start: Quantity | None) -> Quantity:  # noqa: ARG002 - it is the same for all
        """Return no change at all."""
        return attrs.evolve(self.by, lower=_ZERO, upper=_ZERO, margin=None)

    def is_moving(self, name: str) -> bool:  # noqa: ARG002 - it is the same for all
        """Whether it counts from the time before."""
        return self.base is None and is_counted_from_before(self.reference)

    def on_the_way(self, expected: Quantity) -> Rule:
        """Return the same rule for the part of the change that a line asks for so far."""
        return evolved(self, by=expected, strict=False)

    @property
    def accepts(self) -> Quantity:
        """All changes that are enough."""
        return beyond(self.aim, self.way, strict=self.strict)

    @property
    def phrase(self) -> Phrase:
        """6,700時間以上の削減; 140件から10%以上の削減."""
        above = "-above" if self.strict else ""
        by = phrase(f"rule-{self.sense.value}{above}{of_rank(self.by)}", text=self.by)
        of = self.base or self.reference
        if not of:
            return by
        return phrase(f"rule-of-{self._kind_of_base}", text=by, base=of)

    @property
    def _kind_of_base(self) -> str:
        """Of what kind that is which it counts from: a year, an amount, or something else."""
        if self.base is not None or not is_ratio(self.by.unit):
            return "base"
        if is_of_year(self.reference):
            return "year"
        return "base" if is_of_time(self.reference) else "amount"

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:
        """Return the changes that are enough, or the levels that the base leaves."""
        wanted = self.aim.exact
        is_change = _is_change(self, actual, name)
        if is_change and is_ratio(actual.unit) == is_ratio(wanted.unit):
            return beyond(wanted, self.way)
        base = point_of(reference)
        by = None if base is None or is_change else amount_of(wanted, base)
        if base is None or by is None:
            return None
        if self.sense is Change.DECREASE:
            return beyond(base.plus(EXACT.minus(by)), Direction.LOWER)
        return beyond(base.plus(by), Direction.HIGHER)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        return _judge_change(self, evidence, actual)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class ReduceBy(ChangeRule):
    """削減: 6,700時間削減, 7割削減, 140件の10%減, 半減.

    A rate (%, 割) is of the base; without a base in the rule it is of the value that *reference*
    names, 前年度 or the like, else of the baseline. An actual given as a reduction is compared as
    it is; a level is compared with what the base leaves.

    >>> ReduceBy(Quantity("10", "%"), base=Quantity("140", "件"))
    ReduceBy(Quantity('10', '%'), base=Quantity('140', '件'))
    >>> import kpikit as kk
    >>> faults = kk.Indicator("障害の件数", target=kk.read_target("140件の10%減").unwrap())
    >>> for cell in ("126件", "127件", "10%減"):
    ...     print(cell, kk.evaluate(faults, kk.read_actual(cell).unwrap()).verdict.value)
    126件 achieved
    127件 not_achieved
    10%減 achieved
    """

    #: It falls.
    sense = Change.DECREASE
    #: By how much at least, not negative: an amount, or a rate.
    by: Quantity = attrs.field(converter=_decrease, validator=[a_point, _not_negative])
    #: Whether *by* itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What it is reduced from, where the rule says so.
    base: Quantity | None = attrs.field(default=None, kw_only=True, validator=a_point)
    #: What the base is called: ``平成25年度``, ``資料部数``; ``""`` if nothing.
    reference: str = attrs.field(default="", kw_only=True)

    def is_capped(self, actual: Quantity) -> bool:
        """Whether more could come to miss it: of what is left, not of the reduction itself."""
        return actual.change is Change.LEVEL


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class IncreaseBy(ChangeRule):
    """増加: 12種類増加, 3割増, 倍増. The mirror image of :class:`ReduceBy`.

    >>> IncreaseBy(Quantity("12", "種類"))
    IncreaseBy(Quantity('12', '種類'))
    >>> import kpikit as kk
    >>> kinds = kk.Indicator(
    ...     "サービスの種類",
    ...     baseline=kk.read_quantity("3種類").unwrap(),
    ...     target=kk.IncreaseBy(kk.Quantity("12", "種類")),
    ... )
    >>> kk.evaluate(kinds, kk.read_actual("14種類 (R5)").unwrap()).verdict
    Verdict.NOT_ACHIEVED
    """

    #: It grows.
    sense = Change.INCREASE
    #: By how much at least, not negative: an amount, or a rate.
    by: Quantity = attrs.field(converter=_increase, validator=[a_point, _not_negative])
    #: Whether *by* itself is not enough.
    strict: bool = attrs.field(default=False, kw_only=True)
    #: What it is increased from, where the rule says so.
    base: Quantity | None = attrs.field(default=None, kw_only=True, validator=a_point)
    #: What the base is called: ``平成25年度``, ``資料部数``; ``""`` if nothing.
    reference: str = attrs.field(default="", kw_only=True)


def _judge_change(rule: ChangeRule, evidence: Evidence, actual: Quantity) -> Judgement:
    wanted, enough = rule.aim, reaching(rule.way, strict=rule.strict)
    is_change = _is_change(rule, actual, evidence.name)
    if is_change and is_ratio(actual.unit) == is_ratio(wanted.unit):
        return compared(rule, actual, wanted, evidence.name, enough)
    if is_ratio(actual.unit) and is_ratio(wanted.unit):
        return undecided(Reason.RATE_OR_POINTS, rule)
    base = _base(rule, evidence)
    if isinstance(base, Reason):
        return undecided(base, rule)
    change = actual
    flags: tuple[Flag, ...] = ()
    if not is_change:
        pair = align(actual, base, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, rule)
        change, flags = _change_since(pair), pair.flags
    asked = _amount(wanted, base)
    judgement = compared(rule, change, asked, evidence.name, enough, base)
    return judgement.flagged(*flags, Flag.TARGET_APPROXIMATE if rule.by.approximate else None)


def _is_change(rule: ChangeRule, actual: Quantity, name: str) -> bool:
    """Whether an actual is a change itself, by its own words or by the indicator's name."""
    return actual.change is not Change.LEVEL or stated_change(name) is rule.sense


def _base(rule: ChangeRule, evidence: Evidence) -> Quantity | Reason:
    """Return what the change counts from, or why it cannot."""
    base = rule.base or counted_from(rule.reference, evidence)
    if isinstance(base, Reason):
        return base
    if is_ratio(base.unit) and is_ratio(rule.by.unit):
        return Reason.RATE_OR_POINTS
    return base if _is_usable(base, rule) else Reason.BASELINE_UNUSABLE


def _is_usable(base: Quantity, rule: ChangeRule) -> bool:
    """Whether a change can be counted from *base*: one exact level, positive for a rate of it."""
    if not base.is_point or base.change is not Change.LEVEL:
        return False
    if base.approximate and rule.base is None:
        return False
    return base.value > 0 or not is_ratio(rule.by.unit)


def _amount(wanted: Quantity, base: Quantity) -> Quantity:
    """Return how much a rate is of its base; an amount is one already."""
    if not is_ratio(wanted.unit):
        return wanted
    return attrs.evolve(base.times(hundredths(wanted), base.unit), change=wanted.change)


def _change_since(pair: Aligned) -> Quantity:
    """Return by how much a level has grown from its base; % differ in points."""
    moved = pair.actual.plus(EXACT.minus(pair.bound.value))
    if is_ratio(moved.unit):
        moved = attrs.evolve(moved.to("%"), unit=POINT)
    return attrs.evolve(moved, change=Change.INCREASE)
