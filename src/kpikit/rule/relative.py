"""Rules that compare with another value: an average, the year before, the value at the start."""

from __future__ import annotations

import re
from enum import unique
from typing import Final, final

import attrs

from kpikit._value import Code
from kpikit.comparison import align, at_least, at_most
from kpikit.direction import known_direction
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.observation import Benchmark, Observation
from kpikit.period import Period, fiscal_year_of
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.rule.base import Rule, a_point, decided
from kpikit.rule.bound import AtLeast, equal, judge_reach
from kpikit.unit import is_ratio
from kpikit.verdict import Direction, Flag, Reason, Verdict

__all__ = ["Comparator", "Improve", "Maintain", "RelativeTo"]

_PREVIOUS: Final = re.compile(r"(?:対?前|昨)(?:年度?|回|期)(?:の?(?:実績|調査|比|値))*")
_BASELINE: Final = re.compile(
    r"(?:現状|基準|当初|現在|(?:計画)?策定時|初期)(?:年度?|時)?(?:の?(?:実績|値|水準))*"
)


@unique
class Comparator(Code):
    """How a value stands to the one it is compared with."""

    #: 以上: at least.
    AT_LEAST = "at_least"
    #: 上回る, 超: above.
    ABOVE = "above"
    #: 以下: at most.
    AT_MOST = "at_most"
    #: 下回る, 未満: below.
    BELOW = "below"
    #: 同水準, 並み: equal.
    EQUAL = "equal"


@final
@attrs.frozen(repr=False)
class RelativeTo(Rule):
    """全国平均以上, 前年度を上回る: the actual against a reference value.

    前年度 and the like mean the actual of the year before, 現状値 and 基準値 the baseline, and
    anything else the benchmark that is reported beside the actual.

    >>> RelativeTo("全国平均", Comparator.AT_LEAST, lag=1)
    RelativeTo('全国平均', Comparator.AT_LEAST, lag=1)
    """

    #: What it is compared with, as the target calls it.
    reference: str
    #: How it must stand to it.
    comparator: Comparator
    #: How many fiscal years before the actual the benchmark is to be, where the rule says so.
    lag: int | None = attrs.field(default=None, kw_only=True)
    #: How far above (*at least*, *above*) or below the reference, in its unit.
    margin: Quantity | None = attrs.field(default=None, kw_only=True, validator=a_point)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        found = _referenced(self.reference, evidence)
        if isinstance(found, Reason):
            return undecided(found, self)
        flags: tuple[Flag, ...] = ()
        if isinstance(found, Benchmark):
            period = evidence.observation and evidence.observation.period
            timed = _timed(found, period, self.lag)
            if timed is Reason.BENCHMARK_PERIOD_DIFFERS:
                return undecided(timed, self)
            flags = (timed,) if isinstance(timed, Flag) else ()
            found = found.quantity
        return self._compared(actual, found, evidence.name, flags)

    def _compared(
        self, actual: Quantity, found: Quantity, name: str, flags: tuple[Flag, ...]
    ) -> Judgement:
        if not found.is_point:
            return undecided(Reason.BASELINE_UNUSABLE, self, flags)
        bound = found if self.margin is None else _moved(found, self.margin, self.comparator)
        if bound is None:
            return undecided(Reason.UNITS_DIFFER, self, flags)
        pair = align(actual, bound, name)
        if isinstance(pair, Reason):
            return undecided(pair, self, flags)
        verdict = _stands(self.comparator, pair.actual, pair.bound)
        return decided(self, pair, verdict, found).flagged(*flags)


@final
@attrs.frozen(repr=False)
class Maintain(Rule):
    """維持, 継続: not worse than a value, inclusive.

    >>> Maintain(Quantity("90", "団体"))
    Maintain(Quantity('90', '団体'))
    """

    #: The value to keep, or ``None`` for that of the reference.
    value: Quantity | None = attrs.field(default=None, validator=a_point)
    #: What is to be kept, where no value is given: ``現状``, ``前年度``.
    reference: str = attrs.field(default="現状", kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        value = self.value or _quantity_of(_referenced(self.reference, evidence))
        if isinstance(value, Reason):
            return undecided(value, self)
        if not value.is_point:
            return undecided(Reason.BASELINE_UNUSABLE, self)
        judgement = judge_reach(self, value, evidence, actual)
        return attrs.evolve(judgement, reference=None if self.value else value)


@final
@attrs.frozen(repr=False)
class Improve(Rule):
    """増加, 減少, 向上: strictly better than a value.

    >>> Improve(Direction.HIGHER, reference="前年度")
    Improve(Direction.HIGHER, reference='前年度')
    """

    #: Which way is better, or ``None`` where the target does not say.
    direction: Direction | None = None
    #: What is to be bettered: ``現状``, ``前年度``.
    reference: str = attrs.field(default="現状", kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        if actual.change is not Change.LEVEL:
            return self._judge_change(evidence, actual)
        value = _quantity_of(_referenced(self.reference, evidence))
        if isinstance(value, Reason):
            return undecided(value, self)
        if not value.is_point:
            return undecided(Reason.BASELINE_UNUSABLE, self)
        return self._judge_level(evidence, actual, value)

    def _judge_change(self, evidence: Evidence, actual: Quantity) -> Judgement:
        direction = self.direction or evidence.direction
        if direction is None:
            return undecided(Reason.DIRECTION_UNKNOWN, self)
        sense = Change.INCREASE if direction is Direction.HIGHER else Change.DECREASE
        nothing = Quantity(0, actual.unit, change=sense, per=actual.per, statistic=actual.statistic)
        return attrs.evolve(AtLeast(nothing, strict=True).judge(evidence), rule=self)

    def _judge_level(self, evidence: Evidence, actual: Quantity, value: Quantity) -> Judgement:
        direction, flag = self.direction, None
        if direction is None:
            direction, flag = known_direction(
                value.unit, name=evidence.name, given=evidence.direction, nouns=evidence.nouns
            )
        if direction is None:
            return undecided(Reason.DIRECTION_UNKNOWN, self)
        pair = align(actual, value, evidence.name)
        if isinstance(pair, Reason):
            return undecided(pair, self)
        test = at_least if direction is Direction.HIGHER else at_most
        judgement = decided(self, pair, test(pair.actual, pair.bound, strict=True), value)
        return judgement.flagged(flag)


def _referenced(reference: str, evidence: Evidence) -> Quantity | Benchmark | Reason:
    """Return the value that a reference word stands for."""
    if _PREVIOUS.fullmatch(reference):
        return _number(evidence.previous) or Reason.PREVIOUS_VALUE_MISSING
    if _BASELINE.fullmatch(reference):
        return _number(evidence.baseline) or Reason.BASELINE_MISSING
    benchmark = evidence.observation and evidence.observation.benchmark
    if not benchmark or not (benchmark.name in reference or reference in benchmark.name):
        return Reason.BENCHMARK_MISSING
    return benchmark


def _number(seen: Observation | None) -> Quantity | None:
    return seen.quantity if seen is not None else None


def _quantity_of(found: Quantity | Benchmark | Reason) -> Quantity | Reason:
    return found.quantity if isinstance(found, Benchmark) else found


def _timed(benchmark: Benchmark, period: Period | None, lag: int | None) -> Flag | Reason | None:
    """Say whether the benchmark's period is the one that the rule asks for."""
    if lag is None:
        return None
    year = period and fiscal_year_of(period)
    other = benchmark.period and fiscal_year_of(benchmark.period)
    if year is None or other is None:
        return Flag.BENCHMARK_PERIOD_UNKNOWN
    return None if other == year - lag else Reason.BENCHMARK_PERIOD_DIFFERS


def _moved(found: Quantity, margin: Quantity, comparator: Comparator) -> Quantity | None:
    """Return the reference moved by the margin, points added to %."""
    if margin.unit == "ポイント" and is_ratio(found.unit):
        margin = attrs.evolve(margin, unit="%")
    pair = align(margin, attrs.evolve(found, margin=None), "")
    if isinstance(pair, Reason):
        return None
    above = comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
    by = pair.actual.value if above else -pair.actual.value
    moved = EXACT.add(pair.bound.value, by)
    return attrs.evolve(pair.bound, lower=moved, upper=moved)


def _stands(comparator: Comparator, actual: Quantity, bound: Quantity) -> Verdict:
    if comparator is Comparator.EQUAL:
        return equal(actual, bound)
    strict = comparator in (Comparator.ABOVE, Comparator.BELOW)
    above = comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
    return (at_least if above else at_most)(actual, bound, strict=strict)
