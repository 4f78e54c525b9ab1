"""Rules that name a change: by an amount, or by a rate of a base."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, final

import attrs

from kpikit.comparison import Aligned, align, at_least
from kpikit.era import era_called
from kpikit.errors import InvalidRuleError
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.naming import stated_change
from kpikit.observation import Benchmark
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.rule.base import NumberRule, a_point, decided
from kpikit.rule.relative import referenced, year_of
from kpikit.unit import is_ratio
from kpikit.verdict import Flag, Reason

__all__ = ["IncreaseBy", "ReduceBy"]

_HUNDRED: Final = Decimal(100)
_BEFORE: Final = re.compile("前年|昨年|前回|前期")
_YEAR: Final = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR])\s*(?P<count>元|\d{1,2})(?!\d)|(?P<year>\d{4})"
)


def _decrease(by: Quantity) -> Quantity:
    return _size(by, Change.DECREASE)


def _increase(by: Quantity) -> Quantity:
    return _size(by, Change.INCREASE)


def _size(by: Quantity, sense: Change) -> Quantity:
    """Return the bare size of a change, since the rule itself has the sense."""
    if by.change is sense.opposite:
        raise InvalidRuleError.told("rule-other-way", sense=sense.value, by=by)
    return by if by.change is Change.LEVEL else attrs.evolve(by, change=Change.LEVEL)


def _not_negative(_instance: object, _attribute: object, by: Quantity) -> None:
    if by.value < 0:
        raise InvalidRuleError.told("rule-negative", by=by)


@final
@attrs.frozen(repr=False)
class ReduceBy(NumberRule):
    """削減: 6,700時間削減, 7割削減, 140件の10%減, 半減.

    A rate (%, 割) is of the base; without a base in the rule it is of the value that *reference*
    names, 前年度 or the like, else of the baseline. An actual given as a reduction is compared as
    it is; a level is compared with what the base leaves.

    >>> ReduceBy(Quantity("10", "%"), base=Quantity("140", "件"))
    ReduceBy(Quantity('10', '%'), base=Quantity('140', '件'))
    """

    #: By how much at least, not negative: an amount, or a rate.
    by: Quantity = attrs.field(converter=_decrease, validator=[a_point, _not_negative])
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
class IncreaseBy(NumberRule):
    """増加: 12種類増加, 3割増, 倍増. The mirror image of :class:`ReduceBy`.

    >>> IncreaseBy(Quantity("12", "種類"))
    IncreaseBy(Quantity('12', '種類'))
    """

    #: By how much at least, not negative: an amount, or a rate.
    by: Quantity = attrs.field(converter=_increase, validator=[a_point, _not_negative])
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


def _judge_change(rule: ReduceBy | IncreaseBy, evidence: Evidence, actual: Quantity) -> Judgement:
    wanted = attrs.evolve(rule.by, change=rule.sense)
    is_change = actual.change is not Change.LEVEL or stated_change(evidence.name) is rule.sense
    if is_change and is_ratio(actual.unit) == is_ratio(wanted.unit):
        return _reaches(rule, actual, wanted, evidence.name)
    if is_ratio(actual.unit) and is_ratio(wanted.unit):
        return undecided(Reason.RATE_OR_POINTS, rule)
    base = rule.base or _base(rule.reference, evidence)
    if isinstance(base, Reason):
        return undecided(base, rule)
    if is_ratio(base.unit) and is_ratio(wanted.unit):
        return undecided(Reason.RATE_OR_POINTS, rule)
    if not _is_usable(base, rule):
        return undecided(Reason.BASELINE_UNUSABLE, rule)
    change = actual
    flags: tuple[Flag, ...] = ()
    if not is_change:
        pair = align(actual, base, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, rule)
        change, flags = _change_since(pair), pair.flags
    judgement = _reaches(rule, change, _amount(wanted, base), evidence.name, base)
    return judgement.flagged(*flags, Flag.TARGET_APPROXIMATE if rule.by.approximate else None)


def _base(reference: str, evidence: Evidence) -> Quantity | Reason:
    """Return what the change counts from: the year before if the rule says so, else the baseline.

    A baseline that is of another year than the one the rule names is not it.
    """
    before = _BEFORE.search(reference)
    if before is not None:
        reference = before[0]
    found = referenced(reference, evidence)
    if found is Reason.PREVIOUS_VALUE_MISSING or isinstance(found, Quantity):
        return found
    if isinstance(found, Benchmark):
        return found.quantity
    baseline = evidence.baseline
    if baseline is None or baseline.quantity is None:
        return Reason.BASELINE_MISSING
    named, year = _year_named(reference), year_of(baseline.period)
    if named is not None and year is not None and named != year:
        return Reason.BASELINE_MISSING
    return baseline.quantity


def _year_named(reference: str) -> int | None:
    """Return the year that the words name: 平成25年度, H25, 2013年."""
    found = _YEAR.search(reference)
    if found is None:
        return None
    if found["year"]:
        return int(found["year"])
    count = 1 if found["count"] == "元" else int(found["count"])
    return era_called(found["era"]).first.year + count - 1


def _is_usable(base: Quantity, rule: ReduceBy | IncreaseBy) -> bool:
    """Whether a change can be counted from *base*: one exact level, positive for a rate of it."""
    if not base.is_point or base.change is not Change.LEVEL:
        return False
    if base.approximate and rule.base is None:
        return False
    return base.value > 0 or not is_ratio(rule.by.unit)


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


def _change_since(pair: Aligned) -> Quantity:
    """Return by how much a level has grown from its base; % differ in points."""
    moved = pair.actual.plus(EXACT.minus(pair.bound.value))
    if is_ratio(moved.unit):
        moved = attrs.evolve(moved.to("%"), unit="ポイント")
    return attrs.evolve(moved, change=Change.INCREASE)
