"""Laws of judging."""

from __future__ import annotations

import random
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.judging.wording import rule_words
from kpikit.model.unit import is_ratio
from strategies import indicators, numbers, observations, plans, quantities, rules

ORDER = [kk.Verdict.NOT_ACHIEVED, kk.Verdict.INDETERMINATE, kk.Verdict.ACHIEVED]

small = st.decimals(min_value=-20, max_value=20, places=1)
unit = st.just("件")
points = quantities(small, unit, points=True, plain=True)
not_negative = quantities(small.map(abs), unit, points=True, plain=True)
rates = quantities(small.map(abs), st.just("%"), points=True, plain=True)
spans = quantities(small, unit, plain=True)
positive = st.decimals(min_value=Decimal("0.1"), max_value=20, places=1)
multiples = quantities(positive, st.sampled_from(["倍", "割"]), points=True, plain=True)
#: Words for the values that a rule is judged against here, all the same one.
references = st.sampled_from(["前年度", "現状", "全国平均", "令和4年度", "前回の公開数"])
YEAR = kk.FiscalYear(2023)


def floors() -> st.SearchStrategy[kk.Rule]:
    """Return rules where more is better."""
    above = st.sampled_from([kk.Comparator.AT_LEAST, kk.Comparator.ABOVE])
    return st.one_of(
        st.builds(kk.AtLeast, points, strict=st.booleans()),
        st.builds(kk.IncreaseBy, not_negative, strict=st.booleans(), base=st.none() | points),
        st.builds(kk.IncreaseBy, rates, strict=st.booleans(), reference=st.just("前年度")),
        st.builds(kk.RelativeTo, st.just("全国平均"), above, margin=st.none() | not_negative),
        st.builds(kk.RelativeTo, st.just("現状"), above),
        st.builds(kk.AtLeast, multiples, strict=st.booleans(), reference=references),
        st.builds(kk.Maintain, reference=references, direction=st.just(kk.Direction.HIGHER)),
        st.just(kk.Improve(kk.Direction.HIGHER, reference="前年度")),
        st.just(kk.Qualitative("増加", direction=kk.Direction.HIGHER)),
    )


def ceilings() -> st.SearchStrategy[kk.Rule]:
    """Return rules where less is better."""
    below = st.sampled_from([kk.Comparator.AT_MOST, kk.Comparator.BELOW])
    return st.one_of(
        st.builds(kk.AtMost, points, strict=st.booleans()),
        st.builds(kk.ReduceBy, not_negative, strict=st.booleans(), base=st.none() | points),
        st.builds(kk.ReduceBy, rates, strict=st.booleans(), reference=st.just("前年度")),
        st.builds(kk.RelativeTo, st.just("全国平均"), below, margin=st.none() | not_negative),
        st.builds(kk.RelativeTo, st.just("現状"), below),
        st.builds(kk.AtMost, multiples, strict=st.booleans(), reference=references),
        st.builds(kk.Maintain, reference=references, direction=st.just(kk.Direction.LOWER)),
        st.just(kk.Improve(kk.Direction.LOWER, reference="前年度")),
        st.just(kk.Qualitative("減少", direction=kk.Direction.LOWER)),
    )


def open_ended() -> st.SearchStrategy[kk.Rule]:
    """Return rules that take their direction from the caller."""
    return st.one_of(
        st.builds(kk.Reach, points),
        st.builds(kk.Reach, multiples, reference=references),
        st.builds(kk.Maintain, points),
        st.just(kk.Maintain(reference="前年度")),
        st.just(kk.Improve()),
    )


def judge(
    rule: kk.Rule,
    actual: kk.Quantity,
    reference: kk.Quantity,
    direction: kk.Direction | None = None,
) -> kk.Verdict:
    """Judge *actual*, where every reference that a rule may ask for is *reference*."""
    before = kk.Observation(kk.FiscalYear(2022), reference)
    seen = kk.Observation(YEAR, actual, benchmark=kk.Benchmark("全国平均", reference))
    indicator = kk.Indicator("公開数", target=rule, baseline=reference, observations=[before, seen])
    return kk.evaluate(indicator, direction=direction).verdict


def moved(quantity: kk.Quantity, by: Decimal, further: Decimal) -> kk.Quantity:
    """Return the quantity with both ends moved up, the upper by more; ``None`` stays."""
    lower = None if quantity.lower is None else quantity.lower + by
    upper = None if quantity.upper is None else quantity.upper + by + further
    return attrs.evolve(quantity, lower=lower, upper=upper)


class TestMonotony:
    """Where both ends of an actual improve, the verdict never worsens."""

    @given(floors(), spans, spans, small.map(abs), small.map(abs))
    def test_more_of_what_should_be_more(
        self,
        rule: kk.Rule,
        actual: kk.Quantity,
        reference: kk.Quantity,
        by: Decimal,
        further: Decimal,
    ) -> None:
        before = judge(rule, actual, reference)
        after = judge(rule, moved(actual, by, further), reference)
        assert ORDER.index(before) <= ORDER.index(after)

    @given(ceilings(), spans, spans, small.map(abs), small.map(abs))
    def test_less_of_what_should_be_less(
        self,
        rule: kk.Rule,
        actual: kk.Quantity,
        reference: kk.Quantity,
        by: Decimal,
        further: Decimal,
    ) -> None:
        worse = judge(rule, moved(actual, by, further), reference)
        assert ORDER.index(worse) <= ORDER.index(judge(rule, actual, reference))

    @given(open_ended(), st.sampled_from(kk.Direction), spans, spans, small.map(abs))
    def test_as_the_caller_says(
        self,
        rule: kk.Rule,
        direction: kk.Direction,
        actual: kk.Quantity,
        reference: kk.Quantity,
        by: Decimal,
    ) -> None:
        verdicts = [
            judge(rule, each, reference, direction) for each in (actual, moved(actual, by, by))
        ]
        if direction is kk.Direction.LOWER:
            verdicts.reverse()
        assert ORDER.index(verdicts[0]) <= ORDER.index(verdicts[1])


class TestIntervals:
    """An interval is achieved only if each of its points is, and missed only if none is."""

    @given(floors() | ceilings() | st.builds(kk.Exactly, points), spans, points, small)
    def test_against_its_points(
        self, rule: kk.Rule, actual: kk.Quantity, reference: kk.Quantity, number: Decimal
    ) -> None:
        verdict = judge(rule, actual, reference)
        inside = [
            each
            for each in (number, actual.lower, actual.upper)
            if each is not None and holds(actual, each)
        ]
        for each in inside:
            at = judge(rule, kk.Quantity(each, "件"), reference)
            assert verdict in (at, kk.Verdict.INDETERMINATE)

    @given(floors(), spans, spans, small)
    def test_against_an_interval_to_compare_with(
        self, rule: kk.Rule, actual: kk.Quantity, reference: kk.Quantity, number: Decimal
    ) -> None:
        verdict = judge(rule, actual, reference)
        if holds(reference, number):
            at = judge(rule, actual, kk.Quantity(number, "件"))
            assert verdict in (at, kk.Verdict.INDETERMINATE)

    @given(floors() | ceilings() | st.builds(kk.Exactly, points), spans, points)
    def test_open_only_where_its_points_differ(
        self, rule: kk.Rule, actual: kk.Quantity, reference: kk.Quantity
    ) -> None:
        numbers = extremes(actual)
        if isinstance(rule, kk.Exactly):  # the one number that it asks for may lie between
            numbers.append(rule.value.value)
        if judge(rule, actual, reference) is kk.Verdict.INDETERMINATE:
            verdicts = {
                judge(rule, kk.Quantity(each, "件"), reference)
                for each in numbers
                if holds(actual, each)
            }
            assert verdicts != {kk.Verdict.ACHIEVED}
            assert verdicts != {kk.Verdict.NOT_ACHIEVED}


def extremes(actual: kk.Quantity) -> list[Decimal]:
    """Return numbers at, next to and far beyond the ends; all bounds lie on a coarser grid."""
    ends = [end for end in (actual.lower, actual.upper) if end is not None]
    near = (Decimal(0), Decimal("1e-6"), Decimal("-1e-6"), Decimal("1e6"), Decimal("-1e6"))
    return [end + by for end in ends for by in near]


def holds(quantity: kk.Quantity, number: Decimal) -> bool:
    """Whether *number* belongs to the interval."""
    low, high = quantity.lower, quantity.upper
    above = low is None or low < number or (low == number and quantity.lower_closed)
    below = high is None or number < high or (high == number and quantity.upper_closed)
    return above and below


class TestOneRuleTwoWays:
    """What asks for the same thing in other words gets the same verdict."""

    @given(
        st.sampled_from([kk.AtLeast, kk.AtMost, kk.Reach]),
        positive,
        positive,
        references,
        spans,
        st.sampled_from(kk.Direction),
    )
    def test_a_multiple_is_that_number(
        self,
        kind: type[kk.AtLeast | kk.AtMost | kk.Reach],
        times: Decimal,
        base: Decimal,
        reference: str,
        actual: kk.Quantity,
        direction: kk.Direction,
    ) -> None:
        start = kk.Quantity(base, "件")
        verdicts = {
            judge(rule, actual, start, direction)
            for rule in (
                kind(kk.Quantity(times * base, "件")),
                kind(kk.Quantity(times, "倍"), reference=reference),
                kind(kk.Quantity(times * 100, "%"), reference=reference),
                kind(kk.Quantity(times * 10, "割"), reference=reference),
            )
        }
        assert len(verdicts) == 1

    @given(st.sampled_from(kk.Direction), references, spans, points)
    def test_kept_one_way_is_not_beyond(
        self, way: kk.Direction, reference: str, actual: kk.Quantity, start: kk.Quantity
    ) -> None:
        up = way is kk.Direction.HIGHER
        side = kk.Comparator.AT_LEAST if up else kk.Comparator.AT_MOST
        kept = kk.Maintain(reference=reference, direction=way)
        for caller in (None, *kk.Direction):
            verdict = judge(kept, actual, start, caller)
            assert verdict is judge(kk.RelativeTo(reference, side), actual, start)

    @given(st.lists(floors() | ceilings(), min_size=1, max_size=3), spans, points)
    def test_conditions_on_one_number_are_each_met(
        self, conditions: list[kk.Rule], actual: kk.Quantity, reference: kk.Quantity
    ) -> None:
        rule = kk.AllOf([kk.RulePart("", each) for each in conditions])
        each = [ORDER.index(judge(one, actual, reference)) for one in conditions]
        assert ORDER.index(judge(rule, actual, reference)) == min(each)

    @given(
        st.builds(kk.AtLeast, points, strict=st.booleans())
        | st.builds(kk.AtMost, points, strict=st.booleans())
        | st.builds(kk.Exactly, points),
        small,
    )
    def test_met_by_what_it_accepts(self, rule: kk.Rule, number: Decimal) -> None:
        actual = kk.Quantity(number, "件")
        met = judge(rule, actual, actual) is kk.Verdict.ACHIEVED
        assert rule.accepts is not None
        assert met is holds(rule.accepts, number)

    @given(rules)
    def test_every_rule_tells_itself(self, rule: kk.Rule) -> None:
        assert rule.number is None or rule.with_number(rule.number) == rule
        assert rule.aim is None or rule.aim.is_point
        assert rule.goal is None or rule.goal == rule.level
        for lang in ("ja", "en"):
            assert rule_words(rule, lang)


class TestScales:
    """Judging is invariant under a change of unit scale."""

    SCALES = (
        ("割", "%", 10),
        ("千人", "人", 1000),
        ("億円", "百万円", 100),
        ("時間", "分", 60),
        ("t", "kg", 1000),
    )

    @pytest.mark.parametrize(("large", "little", "factor"), SCALES)
    @given(
        actual=spans,
        bound=points,
        kind=st.sampled_from([kk.AtLeast, kk.AtMost]),
        strict=st.booleans(),
    )
    def test_either_side(
        self,
        large: str,
        little: str,
        factor: int,
        actual: kk.Quantity,
        bound: kk.Quantity,
        kind: type[kk.AtLeast | kk.AtMost],
        strict: bool,  # noqa: FBT001 - drawn
    ) -> None:
        verdicts = {
            judge(kind(target, strict=strict), seen, bound)
            for seen in in_both(actual, large, little, factor)
            for target in in_both(bound, large, little, factor)
        }
        assert len(verdicts) == 1

    @pytest.mark.parametrize(("large", "little", "factor"), [*SCALES, ("%", "‰", 10)])
    @given(
        actual=spans,
        base=quantities(small.filter(lambda each: each > 0), unit, points=True, plain=True),
        by=not_negative,
        kind=st.sampled_from([kk.IncreaseBy, kk.ReduceBy]),
    )
    def test_change_since_a_base(
        self,
        large: str,
        little: str,
        factor: int,
        actual: kk.Quantity,
        base: kk.Quantity,
        by: kk.Quantity,
        kind: type[kk.IncreaseBy | kk.ReduceBy],
    ) -> None:
        size = "ポイント" if is_ratio(large) else large
        rule = kind(attrs.evolve(by, unit=size))
        verdicts = {
            judge(rule, seen, start)
            for seen in in_both(actual, large, little, factor)
            for start in in_both(base, large, little, factor)
        }
        assert len(verdicts) == 1


def in_both(
    quantity: kk.Quantity, large: str, little: str, factor: int
) -> tuple[kk.Quantity, kk.Quantity]:
    """Return the quantity in both units."""
    return attrs.evolve(quantity, unit=large), quantity.times(Decimal(factor), little)


class TestAnyPlan:
    """Whatever a plan holds, it is judged, explained and counted."""

    @given(indicators)
    def test_an_indicator(self, indicator: kk.Indicator) -> None:
        evaluation = kk.evaluate(indicator)
        decided = evaluation.verdict in (kk.Verdict.ACHIEVED, kk.Verdict.NOT_ACHIEVED)
        assert decided == (evaluation.reason is None)
        assert evaluation.explain("ja")
        assert evaluation.explain("en")
        assert set(evaluation.rates) <= {"achievement", "progress"}

    @given(plans)
    def test_a_plan(self, plan: kk.Plan) -> None:
        result = kk.evaluate(plan)
        assert len(list(result.all())) == len(list(plan.indicators()))
        summary = result.summary()
        assert summary.total + summary.repeated == len(list(plan.indicators()))
        kk.audit(plan)

    @given(rules, observations(), numbers)
    def test_a_rule(self, rule: kk.Rule, seen: kk.Observation, number: Decimal) -> None:
        indicator = kk.Indicator("数", target=rule, baseline=kk.Quantity(number, "件"))
        assert kk.evaluate(indicator, seen) == kk.evaluate(indicator, seen)


class TestOrder:
    """Evaluation does not depend on the order of rows."""

    @given(st.lists(indicators, max_size=3), st.randoms(use_true_random=False))
    def test_rows(self, rows: list[kk.Indicator], shuffler: random.Random) -> None:
        shuffled = list(rows)
        shuffler.shuffle(shuffled)
        one, other = (
            kk.evaluate(
                kk.Plan("計画", sections=[kk.Section("施策", "1", "行政", indicators=each)])
            )
            for each in (rows, shuffled)
        )
        assert sorted(map(repr, one.all())) == sorted(map(repr, other.all()))
        assert one.summary() == other.summary()
        assert one.as_of == other.as_of
