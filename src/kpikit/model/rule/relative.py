"""Rules that compare with another value: an average, the year before, the value at the start."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from kpikit._value import Code
from kpikit.language.errors import InvalidRuleError
from kpikit.language.references import START
from kpikit.language.units import POINT
from kpikit.model.comparison import align, reaches, reaching
from kpikit.model.direction import known_direction
from kpikit.model.judgement import Judgement, Told, undecided
from kpikit.model.observation import Benchmark, Observation
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.rule.base import FIELDS, Rule, a_point, compared
from kpikit.model.rule.bound import AtLeast, equal, judge_reach, one_sided, told_of
from kpikit.model.rule.phrase import Phrase, of_rank, phrase
from kpikit.model.rule.reference import is_fixed, quantity_of, referenced, year_of
from kpikit.model.rule.zone import amount_of, beyond, point_of
from kpikit.model.unit import is_rank, is_ratio, scale_of
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence

__all__ = ["Comparator", "Improve", "Maintain", "RelativeTo"]


_ZERO: Final = Decimal(0)
#: What says which way is better, or nothing.


class Comparator(Code):
    """How a value stands to the one it is compared with.

    >>> RelativeTo("全国平均", Comparator.ABOVE).comparator
    Comparator.ABOVE
    """

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

    @property
    def way(self) -> Direction | None:
        """Which way from the reference it leads; ``None`` to the reference itself.

        >>> Comparator.ABOVE.way, Comparator.EQUAL.way
        (Direction.HIGHER, None)
        """
        if self is Comparator.EQUAL:
            return None
        up = self in (Comparator.AT_LEAST, Comparator.ABOVE)
        return Direction.HIGHER if up else Direction.LOWER


def way_in(way: Direction | None, unit: str) -> Direction | None:
    """Return which way the numbers of a unit lead, where words or a caller say a way.

    The smaller a rank is, the better, and the higher it stands: 上回る and 下げない are told of the
    place, 減少 of its number, and no plan wants to fall.

    Args:
        way: The way that is said, if one is.
        unit: The unit of what is compared.

    >>> way_in(Direction.HIGHER, "位"), way_in(Direction.HIGHER, "人"), way_in(None, "位")
    (Direction.LOWER, Direction.HIGHER, None)
    """
    return Direction.LOWER if way is not None and is_rank(unit) else way


def _one_number(instance: object, attribute: attrs.Attribute[Any], value: Quantity | None) -> None:
    if value is not None and value.lower is not None and value.upper is not None:
        a_point(instance, attribute, value)


def _on_one_side(instance: RelativeTo, _attribute: object, value: Quantity | None) -> None:
    if value is not None and instance.comparator is Comparator.EQUAL:
        raise InvalidRuleError.told("rule-margin", margin=value)


def _not_against(instance: Maintain, _attribute: object, direction: Direction | None) -> None:
    value = instance.value
    if direction is None or value is None:
        return
    end = value.lower if direction is Direction.HIGHER else value.upper
    if end is None:
        raise InvalidRuleError(f"no bound to keep that way: {value}")


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class RelativeTo(Rule):
    """全国平均以上, 前年度を上回る: the actual against a reference value.

    前年度 and the like mean the actual of the year before, 前回 the one observed last before,
    現状値 and 基準値 the baseline, and anything else the benchmark that is reported beside the
    actual.

    >>> RelativeTo("全国平均", Comparator.AT_LEAST, lag=1)
    RelativeTo('全国平均', Comparator.AT_LEAST, lag=1)
    >>> import kpikit as kk
    >>> rate = kk.Indicator("受診率", target=kk.read_target("全国平均以上").unwrap())
    >>> kk.evaluate(rate, kk.read_actual("52.3% (全国平均51.8%)").unwrap()).verdict
    Verdict.ACHIEVED
    >>> kk.evaluate(rate, kk.read_actual("52.3%").unwrap()).reason
    Reason.BENCHMARK_MISSING
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

    @property
    def way(self) -> Direction | None:
        """The side of the reference that it asks for."""
        return self.comparator.way

    def is_moving(self, name: str) -> bool:
        """Whether its reference is known at its date only."""
        return not is_fixed(self.reference, name)

    @property
    def kept(self) -> Rule | None:
        """On that side of its reference, itself too; ``None`` where it is to be that, or beyond."""
        if self.way is None or self.margin is not None:
            return None
        up = self.way is Direction.HIGHER
        return attrs.evolve(self, comparator=Comparator.AT_LEAST if up else Comparator.AT_MOST)

    @property
    def phrase(self) -> Phrase:
        """全国平均以上."""
        reference: str | Phrase = self.reference
        if self.lag:
            code = "rule-lag-one" if self.lag == 1 else "rule-lag"
            reference = phrase(code, reference=reference, lag=self.lag)
        if self.margin is not None:
            away = self.margin.value < 0  # no more than so far on the other side
            side = "above" if (self.way is Direction.HIGHER) is not away else "below"
            size = abs(self.margin.value)
            margin = attrs.evolve(self.margin, lower=size, upper=size)
            reference = phrase(f"rule-margin-{side}", reference=reference, margin=margin)
        return phrase(f"rule-relative-{self.comparator.value}", reference=reference)

    def is_capped(self, actual: Quantity) -> bool:
        """Whether an actual larger than *actual* could come to miss it."""
        return way_in(self.way, actual.unit) is not Direction.HIGHER

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return the numbers on that side of the reference, moved by the margin."""
        point = point_of(reference)
        if point is None or self.way is None:
            return point
        way = Direction.LOWER if is_rank(point.unit) else self.way
        if self.margin is not None:
            point = _beside(point, amount_of(self.margin, point) or _ZERO, way)
        return beyond(point, way)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        found = referenced(self.reference, evidence, self.lag)
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
        bound, way = found.possible, way_in(self.way, actual.unit)
        if self.margin is not None:
            moved = _moved(bound, self.margin, way)
            if isinstance(moved, Reason):
                return undecided(moved, self, flags)
            bound = moved
        stands = partial(_stands, way, self.comparator)
        return compared(self, actual, bound, name, stands, found).flagged(*flags)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Maintain(Rule):
    """維持, 継続: not worse than a value, inclusive, or not beyond a bound.

    >>> from kpikit.model.evidence import Evidence
    >>> Maintain(Quantity("90", "団体"))
    Maintain(value=Quantity('90', '団体'))
    >>> Maintain(Quantity(lower="80", unit="%"))
    Maintain(value=Quantity(lower='80', unit='%'))
    >>> rule = Maintain(direction=Direction.HIGHER)
    >>> start, now = (Observation(None, Quantity(number, "人")) for number in ("50", "52"))
    >>> rule.judge(Evidence("参加者数", now, start)).verdict
    Verdict.ACHIEVED

    Raises:
        InvalidRuleError: *value* has an open end on the other side than *direction* says.
    """

    #: The value to keep, or an interval with one open end for 80%以上を維持, or ``None`` for the
    #: value of the reference.
    value: Quantity | None = attrs.field(default=None, validator=_one_number)
    #: What is to be kept, where no value is given: ``現状``, ``前年度``.
    reference: str = attrs.field(default=START, kw_only=True)
    #: Which way is not worse, where the words say so: 維持または増加, 横ばい又は低下.
    direction: Direction | None = attrs.field(default=None, kw_only=True, validator=_not_against)

    @property
    def is_kept(self) -> bool:
        """It asks to keep something."""
        return True

    @property
    def is_undirected(self) -> bool:
        """Evidence tells it where its words do not."""
        return self.direction is None

    def is_moving(self, name: str) -> bool:
        """Whether what is to be kept is known at its date only."""
        return self.value is None and not is_fixed(self.reference, name)

    @property
    def kept(self) -> Rule:
        """Itself."""
        return self

    @property
    def phrase(self) -> Phrase:
        """90団体を維持, 現状を維持または増加."""
        way = f"-{self.direction.value}" if self.direction else ""
        if self.value is None:
            return phrase(f"rule-maintain{way}", text=self.reference)
        rank = of_rank(self.value) if way else ""
        return phrase(f"rule-maintain{way}{rank}", text=self.value)

    def zone(self, reference: Quantity | None, actual: Quantity, name: str) -> Quantity | None:  # noqa: ARG002 - it is the same for all
        """Return what is to be kept, and what is not worse where the words say which way."""
        kept = self.value if self.value is not None else point_of(reference)
        if self.direction is None or kept is None or not kept.is_point:
            return kept
        return beyond(kept, Direction.LOWER if is_rank(kept.unit) else self.direction)

    def told(self, evidence: Evidence) -> Told | None:
        """Tell which way is better of the number to keep, unless its words or its unit do."""
        if self.direction is not None or self.value is None or not self.value.is_point:
            return None
        return None if is_rank(self.value.unit) else told_of(self.value, evidence)

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        way = way_in(self.direction, actual.unit)
        if way is not None:
            evidence = attrs.evolve(evidence, direction=way)
        if self.value is not None:
            bound = one_sided(self.value)
            if bound is not None:
                return bound.judge(evidence)
            return judge_reach(self, self.value, evidence, actual)
        if way is not None and actual.change is not Change.LEVEL:
            return _judge_change(self, evidence, actual, way, strict=False)
        value = quantity_of(referenced(self.reference, evidence))
        if isinstance(value, Reason):
            return undecided(value, self)
        if not value.is_point or value.approximate:
            return _judge_against(self, value, evidence, actual, strict=False)
        # What is kept is where it starts from: which way is better, it does not tell.
        evidence = attrs.evolve(evidence, baseline=Observation(None, value))
        return attrs.evolve(judge_reach(self, value, evidence, actual), reference=value)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Improve(Rule):
    """増加, 減少, 向上: strictly better than a value.

    >>> Improve(Direction.HIGHER, reference="前年度")
    Improve(direction=Direction.HIGHER, reference='前年度')
    >>> import kpikit as kk
    >>> visits = kk.Indicator(
    ...     "来客数",
    ...     target=kk.read_target("前年度より増加").unwrap(),
    ...     observations=[
    ...         kk.Observation(kk.FiscalYear(2022), kk.Quantity("970", "人")),
    ...         kk.Observation(kk.FiscalYear(2023), kk.Quantity("970", "人")),
    ...     ],
    ... )
    >>> kk.evaluate(visits).verdict
    Verdict.NOT_ACHIEVED
    """

    #: Which way is better, or ``None`` where the target does not say.
    direction: Direction | None = None
    #: What is to be bettered: ``現状``, ``前年度``.
    reference: str = attrs.field(default=START, kw_only=True)

    @property
    def is_undirected(self) -> bool:
        """Evidence tells it where its words do not."""
        return self.direction is None

    def is_moving(self, name: str) -> bool:
        """Whether its reference is known at its date only."""
        return not is_fixed(self.reference, name)

    @property
    def kept(self) -> Rule:
        """Not to be worse than its reference."""
        return Maintain(reference=self.reference, direction=self.direction)

    @property
    def phrase(self) -> Phrase:
        """現状より増加."""
        way = self.direction.value if self.direction else "better"
        return phrase(f"rule-improve-{way}", reference=self.reference)

    def is_capped(self, actual: Quantity) -> bool:
        """Whether an actual larger than *actual* could come to miss it."""
        return way_in(self.direction, actual.unit) is not Direction.HIGHER

    def _judge_number(self, evidence: Evidence, actual: Quantity) -> Judgement:
        way = way_in(self.direction, actual.unit)
        if actual.change is not Change.LEVEL:
            return _judge_change(self, evidence, actual, way, strict=True)
        value = quantity_of(referenced(self.reference, evidence))
        if isinstance(value, Reason):
            return undecided(value, self)
        return _judge_against(self, value, evidence, actual, strict=True, given=way)


def _judge_change(
    rule: Rule, evidence: Evidence, actual: Quantity, given: Direction | None, *, strict: bool
) -> Judgement:
    """Judge a change by its sense: the better way, or, unless *strict*, none at all."""
    direction, flag = _way(actual, evidence, given)
    if direction is None:
        return undecided(Reason.DIRECTION_UNKNOWN, rule)
    sense = Change.INCREASE if direction is Direction.HIGHER else Change.DECREASE
    nothing = Quantity(0, actual.unit, change=sense, per=actual.per, statistic=actual.statistic)
    judgement = AtLeast(nothing, strict=strict).judge(evidence).flagged(flag)
    return attrs.evolve(judgement, rule=rule)


def _way(
    value: Quantity, evidence: Evidence, given: Direction | None
) -> tuple[Direction | None, Flag | None]:
    """Return which way is better, where the rule or the indicator's name says so."""
    told = known_direction(
        value.unit, attrs.evolve(evidence, direction=given or evidence.direction)
    )
    return told.direction, told.flag


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
    meets = reaching(direction, strict=strict)
    return compared(rule, actual, value.possible, evidence.name, meets, value, [flag])


def _timed(benchmark: Benchmark, seen: Observation | None, lag: int | None) -> Flag | Reason | None:
    """Say whether the benchmark's period is the one that the rule asks for.

    A rule that names none is answered by one of another year too, which is flagged.
    """
    year = year_of(seen and (seen.period or seen.column))
    other = year_of(benchmark.period)
    if year is None or other is None:
        return None if lag is None else Flag.BENCHMARK_PERIOD_UNKNOWN
    if lag is None:
        return None if other == year else Flag.BENCHMARK_OF_ANOTHER_YEAR
    return None if other == year - lag else Reason.BENCHMARK_PERIOD_DIFFERS


def _moved(found: Quantity, margin: Quantity, way: Direction | None) -> Quantity | Reason:
    """Return the reference moved by the margin, points added to %."""
    if is_ratio(found.unit):
        if is_ratio(margin.unit):
            return Reason.RATE_OR_POINTS
        if scale_of(margin.unit) == scale_of(POINT):
            margin = attrs.evolve(margin, unit="%")
    pair = align(margin.exact, found, "")
    if isinstance(pair, Reason):
        return pair
    if not pair.actual.is_point:  # how far from a running total, a number of its own does not say
        return Reason.STATISTIC_DIFFERS
    return _beside(pair.bound, pair.actual.value, way)


def _beside(found: Quantity, off: Decimal, way: Direction | None) -> Quantity:
    """Return a quantity moved up by some number, or down."""
    return found.plus(off if way is Direction.HIGHER else EXACT.minus(off))


def _stands(
    way: Direction | None, comparator: Comparator, actual: Quantity, bound: Quantity
) -> Verdict:
    if way is None:
        return equal(actual, bound)
    return reaches(way, actual, bound, strict=comparator in (Comparator.ABOVE, Comparator.BELOW))
