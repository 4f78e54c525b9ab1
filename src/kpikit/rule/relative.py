"""Rules that compare with another value: an average, the year before, the value at the start."""

from __future__ import annotations

import re
from enum import unique
from typing import Any, Final, final

import attrs

from kpikit._value import Code
from kpikit.comparison import align, at_least, at_most
from kpikit.direction import known_direction
from kpikit.errors import InvalidRuleError
from kpikit.evidence import Evidence, Judgement, undecided
from kpikit.observation import Benchmark, Observation
from kpikit.period import CalendarYear, Period, fiscal_year_of
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.rule.base import Rule, a_point, decided
from kpikit.rule.bound import AtLeast, equal, judge_reach, one_sided
from kpikit.unit import is_ratio, scale_of
from kpikit.verdict import Direction, Flag, Reason, Verdict

__all__ = ["Comparator", "Improve", "Maintain", "RelativeTo", "referenced", "year_of"]

_PREVIOUS: Final = re.compile(r"(?:対?前|昨)年度?(?:の?(?:実績|調査|比|値))*")
_PRECEDING: Final = re.compile(r"対?前回(?:の?(?:実績|調査|比|値))*")
#: Half a year before or a whole one, or the plan before this one: which, the words do not tell.
_TERM: Final = re.compile(r"対?前期(?:の?(?:実績|調査|比|値))*")
_BASELINE: Final = re.compile(
    r"(?:現状|基準|当初|現在|(?:計画)?策定時|初期)(?:年度?|時)?(?:の?(?:実績|値|水準))*"
)


#: What makes one word with what follows; a year (令和4年度) and 対 do not.
_WORD: Final = re.compile(r"[^\W0-9A-Za-z_ぁ-ヿ](?<![年度対])$")


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


def _one_number(instance: object, attribute: attrs.Attribute[Any], value: Quantity | None) -> None:
    if value is not None and value.lower is not None and value.upper is not None:
        a_point(instance, attribute, value)


def _on_one_side(instance: RelativeTo, _attribute: object, value: Quantity | None) -> None:
    if value is not None and instance.comparator is Comparator.EQUAL:
        raise InvalidRuleError.told("rule-margin", margin=value)


@final
@attrs.frozen(repr=False)
class RelativeTo(Rule):
    """全国平均以上, 前年度を上回る: the actual against a reference value.

    前年度 and the like mean the actual of the year before, 前回 the one observed last before,
    現状値 and 基準値 the baseline, and anything else the benchmark that is reported beside the
    actual.

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
    margin: Quantity | None = attrs.field(
        default=None, kw_only=True, validator=[a_point, _on_one_side]
    )

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        found = referenced(self.reference, evidence)
        if isinstance(found, Reason):
            return undecided(found, self)
        flags: tuple[Flag, ...] = ()
        if isinstance(found, Benchmark):
            timed = _timed(found, evidence.observation, self.lag)
            if timed is Reason.BENCHMARK_PERIOD_DIFFERS:
                return undecided(timed, self)
            flags = (timed,) if isinstance(timed, Flag) else ()
            found = found.quantity
        return self._compared(actual, found, evidence.name, flags)

    def _compared(
        self, actual: Quantity, found: Quantity, name: str, flags: tuple[Flag, ...]
    ) -> Judgement:
        bound = found.possible
        if self.margin is not None:
            moved = _moved(bound, self.margin, self.comparator)
            if isinstance(moved, Reason):
                return undecided(moved, self, flags)
            bound = moved
        pair = align(actual, bound, name)
        if isinstance(pair, Reason):
            return undecided(pair, self, flags)
        verdict = _stands(self.comparator, pair.actual, pair.bound)
        return decided(self, pair, verdict, found).flagged(*flags)


@final
@attrs.frozen(repr=False)
class Maintain(Rule):
    """維持, 継続: not worse than a value, inclusive, or not beyond a bound.

    >>> Maintain(Quantity("90", "団体"))
    Maintain(value=Quantity('90', '団体'))
    >>> Maintain(Quantity(lower="80", unit="%"))
    Maintain(value=Quantity(lower='80', unit='%'))
    """

    #: The value to keep, or an interval with one open end for 80%以上を維持, or ``None`` for the
    #: value of the reference.
    value: Quantity | None = attrs.field(default=None, validator=_one_number)
    #: What is to be kept, where no value is given: ``現状``, ``前年度``.
    reference: str = attrs.field(default="現状", kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        if self.value is not None:
            bound = one_sided(self.value)
            if bound is not None:
                return bound.judge(evidence)
            return judge_reach(self, self.value, evidence, actual)
        value = _quantity_of(referenced(self.reference, evidence))
        if isinstance(value, Reason):
            return undecided(value, self)
        if not value.is_point or value.approximate:
            return _judge_against(self, value, evidence, actual, strict=False)
        # What is kept is where it starts from: which way is better, it does not tell.
        evidence = attrs.evolve(evidence, baseline=Observation(None, value))
        return attrs.evolve(judge_reach(self, value, evidence, actual), reference=value)


@final
@attrs.frozen(repr=False)
class Improve(Rule):
    """増加, 減少, 向上: strictly better than a value.

    >>> Improve(Direction.HIGHER, reference="前年度")
    Improve(direction=Direction.HIGHER, reference='前年度')
    """

    #: Which way is better, or ``None`` where the target does not say.
    direction: Direction | None = None
    #: What is to be bettered: ``現状``, ``前年度``.
    reference: str = attrs.field(default="現状", kw_only=True)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        if actual.change is not Change.LEVEL:
            return self._judge_change(evidence, actual)
        value = _quantity_of(referenced(self.reference, evidence))
        if isinstance(value, Reason):
            return undecided(value, self)
        return _judge_against(self, value, evidence, actual, strict=True, given=self.direction)

    def _judge_change(self, evidence: Evidence, actual: Quantity) -> Judgement:
        direction, flag = _way(actual, evidence, self.direction)
        if direction is None:
            return undecided(Reason.DIRECTION_UNKNOWN, self)
        sense = Change.INCREASE if direction is Direction.HIGHER else Change.DECREASE
        nothing = Quantity(0, actual.unit, change=sense, per=actual.per, statistic=actual.statistic)
        judgement = AtLeast(nothing, strict=True).judge(evidence).flagged(flag)
        return attrs.evolve(judgement, rule=self)


def referenced(reference: str, evidence: Evidence) -> Quantity | Benchmark | Reason:
    """Return the value that a reference word stands for."""
    if _PREVIOUS.fullmatch(reference):
        return _number(evidence.previous) or Reason.PREVIOUS_VALUE_MISSING
    if _PRECEDING.fullmatch(reference):
        return _number(evidence.preceding) or Reason.PREVIOUS_VALUE_MISSING
    if _TERM.fullmatch(reference):
        return Reason.PREVIOUS_VALUE_MISSING
    if _BASELINE.fullmatch(reference):
        return _number(evidence.baseline) or Reason.BASELINE_MISSING
    benchmark = evidence.observation and evidence.observation.benchmark
    if not benchmark or not reference:
        return Reason.BENCHMARK_MISSING
    named = _has(reference, benchmark.name) or _has(benchmark.name, reference)
    return benchmark if named else Reason.BENCHMARK_MISSING


def _has(longer: str, shorter: str) -> bool:
    """Whether a name has another one in it, and not as the end of a longer word.

    全国平均 is in 前年度調査における全国平均, 県平均 is not in 都道府県平均.
    """
    before, found, _ = longer.partition(shorter)
    return bool(found) and _WORD.search(before) is None


def _way(
    value: Quantity, evidence: Evidence, given: Direction | None
) -> tuple[Direction | None, Flag | None]:
    """Return which way is better, where the rule or the indicator's name says so."""
    return known_direction(
        value.unit,
        name=evidence.name,
        given=given or evidence.direction,
        nouns=evidence.nouns,
    )


def _judge_against(
    rule: Rule,
    value: Quantity,
    evidence: Evidence,
    actual: Quantity,
    *,
    strict: bool,
    given: Direction | None = None,
) -> Judgement:
    """Judge whether *actual* is not worse, or *strict* better, than all that *value* may be."""
    direction, flag = _way(value, evidence, given)
    if direction is None:
        return undecided(Reason.DIRECTION_UNKNOWN, rule)
    pair = align(actual, value.possible, evidence.name)
    if isinstance(pair, Reason):
        return undecided(pair, rule)
    test = at_least if direction is Direction.HIGHER else at_most
    judgement = decided(rule, pair, test(pair.actual, pair.bound, strict=strict), value)
    return judgement.flagged(flag)


def _number(seen: Observation | None) -> Quantity | None:
    return seen.quantity if seen is not None else None


def _quantity_of(found: Quantity | Benchmark | Reason) -> Quantity | Reason:
    return found.quantity if isinstance(found, Benchmark) else found


def _timed(benchmark: Benchmark, seen: Observation | None, lag: int | None) -> Flag | Reason | None:
    """Say whether the benchmark's period is the one that the rule asks for."""
    if lag is None:
        return None
    year = year_of(seen and (seen.period or seen.column))
    other = year_of(benchmark.period)
    if year is None or other is None:
        return Flag.BENCHMARK_PERIOD_UNKNOWN
    return None if other == year - lag else Reason.BENCHMARK_PERIOD_DIFFERS


def year_of(period: Period | None) -> int | None:
    """Return the year that a period is of, as such a year is counted."""
    if isinstance(period, CalendarYear):
        return period.year
    return fiscal_year_of(period) if period else None


def _moved(found: Quantity, margin: Quantity, comparator: Comparator) -> Quantity | Reason:
    """Return the reference moved by the margin, points added to %."""
    if is_ratio(found.unit):
        if is_ratio(margin.unit):
            return Reason.RATE_OR_POINTS
        if scale_of(margin.unit) == scale_of("ポイント"):
            margin = attrs.evolve(margin, unit="%")
    pair = align(attrs.evolve(margin, margin=None), found, "")
    if isinstance(pair, Reason):
        return pair
    above = comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
    return pair.bound.plus(pair.actual.value if above else EXACT.minus(pair.actual.value))


def _stands(comparator: Comparator, actual: Quantity, bound: Quantity) -> Verdict:
    if comparator is Comparator.EQUAL:
        return equal(actual, bound)
    strict = comparator in (Comparator.ABOVE, Comparator.BELOW)
    above = comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
    return (at_least if above else at_most)(actual, bound, strict=strict)
