"""Rules: what each asks for, and how it judges."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
import kpikit.model.rule
from contract import check_value_object
from kpikit.model.evidence import Evidence
from kpikit.model.judgement import Judgement, PartJudgement, all_of
from kpikit.model.rule.base import same_label
from kpikit.model.rule.multiple import multiple_of

ACHIEVED = kk.Verdict.ACHIEVED
MISSED = kk.Verdict.NOT_ACHIEVED
LOWER, HIGHER = kk.Direction.LOWER, kk.Direction.HIGHER
R3, R4, R5 = kk.FiscalYear(2021), kk.FiscalYear(2022), kk.FiscalYear(2023)

#: An outcome: a verdict, or the reason why there is none.
Outcome = kk.Verdict | kk.Reason


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def seen(text: str | None, **named: Any) -> kk.Observation | None:
    if text is None:
        return None
    return kk.Observation(R5, q(text), **named)


def judge(
    rule: kk.Rule,
    actual: str | kk.Observation | None,
    name: str = "数",
    *,
    baseline: str | kk.Observation | None = None,
    previous: str | None = None,
    direction: kk.Direction | None = None,
) -> Judgement:
    observation = seen(actual) if isinstance(actual, str) else actual
    start = kk.Observation(None, q(baseline)) if isinstance(baseline, str) else baseline
    return rule.judge(Evidence(name, observation, start, seen(previous), direction))


def outcome(
    rule: kk.Rule, actual: str | kk.Observation | None, *args: Any, **named: Any
) -> Outcome:
    judgement = judge(rule, actual, *args, **named)
    return judgement.reason or judgement.verdict


class TestValues:
    """Rules are values."""

    def test_contract(self) -> None:
        number, rate = q("50 種類"), q("10 %")
        check_value_object(kk.AtLeast(number), kk.AtLeast(number, strict=True))
        check_value_object(kk.AtMost(number), kk.AtMost(number, strict=True))
        check_value_object(kk.Between(q("[4,6] %")), kk.Between(q("(4,6] %")))
        check_value_object(kk.Exactly(number), kk.Exactly(rate))
        check_value_object(kk.Reach(number), kk.Reach(rate))
        check_value_object(
            kk.ReduceBy(rate), kk.ReduceBy(rate, strict=True), kk.ReduceBy(rate, base=number)
        )
        check_value_object(kk.IncreaseBy(rate), kk.IncreaseBy(rate, reference="前年度"))
        check_value_object(
            kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST),
            kk.RelativeTo("全国平均", kk.Comparator.ABOVE, lag=1, margin=q("5 ポイント")),
        )
        check_value_object(kk.Maintain(), kk.Maintain(number), kk.Maintain(reference="前年度"))
        check_value_object(kk.Maintain(direction=LOWER), kk.Maintain(direction=HIGHER))
        check_value_object(kk.AtMost(rate, reference="前年"), kk.Reach(rate, reference="前年"))
        check_value_object(kk.Improve(), kk.Improve(LOWER), kk.Improve(reference="前年度"))
        check_value_object(kk.Qualitative("削減"), kk.Qualitative("削減", direction=LOWER))
        check_value_object(kk.DefinedElsewhere("方針"), kk.DefinedElsewhere("計画"))
        check_value_object(kk.Exploratory(), kk.Exploratory("探索型"))
        check_value_object(kk.Unset(), kk.Unset("―"))
        parts = [kk.RulePart("①", kk.Unset()), kk.RulePart("②", kk.Unset())]
        check_value_object(kk.AllOf(parts), kk.AllOf(parts[:1]))
        check_value_object(*parts)

    def test_refused(self) -> None:
        def message(kind: Any, *arguments: Any, **named: Any) -> str:
            with pytest.raises(kk.InvalidRuleError) as caught:
                kind(*arguments, **named)
            return str(caught.value)

        span = q("[9,∞) 割")
        assert message(kk.AtLeast, span) == "bound must be a single number, not [9,∞) 割"
        assert message(kk.Exactly, span) == "value must be a single number, not [9,∞) 割"
        assert message(kk.ReduceBy, q("7 割"), base=span) == (
            "base must be a single number, not [9,∞) 割"
        )
        assert message(kk.Between, span) == "band must have two different ends, not [9,∞) 割"
        assert message(kk.Between, q("5 件")) == "band must have two different ends, not 5 件"
        assert message(kk.ReduceBy, q("-5 件")) == "by must not be negative, not -5 件"
        assert message(kk.ReduceBy, q("5 件 change=increase")) == (
            "a change the other way is no decrease: 5 件 change=increase"
        )
        assert (
            message(kk.RelativeTo, "全国平均", kk.Comparator.EQUAL, margin=q("5 ポイント"))
            == "what is equal to a reference keeps no margin: 5 ポイント"
        )
        assert message(kk.AllOf, []) == "a target of several parts needs at least one"
        assert message(kk.Qualitative, "「」") == "an outcome in words needs words"

    def test_the_sense_is_the_rules_own(self) -> None:
        assert kk.ReduceBy(q("5 件 change=decrease")) == kk.ReduceBy(q("5 件"))
        assert kk.IncreaseBy(q("5 件 change=increase")) == kk.IncreaseBy(q("5 件"))


def test_a_name_that_is_of_no_rule() -> None:
    told = r"^module 'kpikit\.model\.rule' has no attribute 'Nothing'$"
    with pytest.raises(AttributeError, match=told):
        getattr(kpikit.model.rule, "Nothing")  # noqa: B009 - it has none


class TestEveryRule:
    """No actual, no verdict."""

    @pytest.mark.parametrize(
        ("missing", "reason"),
        [
            (kk.Missing.BLANK, kk.Reason.NO_ACTUAL),
            (kk.Missing.PENDING, kk.Reason.NO_ACTUAL),
            (kk.Missing.NOT_SET, kk.Reason.NO_ACTUAL),
            (kk.Missing.UNREADABLE, kk.Reason.ACTUAL_UNREADABLE),
        ],
    )
    def test_missing(self, missing: kk.Missing, reason: kk.Reason) -> None:
        assert outcome(kk.AtMost(q("5 件")), kk.Observation(R5, missing=missing)) is reason

    def test_none(self) -> None:
        assert outcome(kk.AtMost(q("5 件")), None) is kk.Reason.NO_ACTUAL

    def test_words_for_a_number(self) -> None:
        reported = kk.Observation(R5, outcome="削減")
        assert outcome(kk.AtMost(q("5 件")), reported) is kk.Reason.NOT_QUANTIFIED
        assert outcome(kk.Rule(), "5 件") is kk.Reason.NOT_QUANTIFIED

    def test_numbers_that_cannot_be_compared(self) -> None:
        for rule in (
            kk.AtLeast(q("5 件")),
            kk.AtMost(q("5 件")),
            kk.Exactly(q("5 件")),
            kk.Between(q("[4,6] 件")),
            kk.Reach(q("5 件")),
            kk.IncreaseBy(q("5 件")),
            kk.RelativeTo("現状", kk.Comparator.AT_LEAST),
            kk.Improve(HIGHER),
        ):
            assert outcome(rule, "5 人", baseline="5 件") is kk.Reason.UNITS_DIFFER


class TestBounds:
    """以上, 以下 include; 超, 未満 exclude."""

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (kk.AtLeast(q("80 %")), "80 %", ACHIEVED),
            (kk.AtLeast(q("80 %"), strict=True), "80 %", MISSED),
            (kk.AtLeast(q("80 %")), "8 割", ACHIEVED),
            (kk.AtLeast(q("80 %")), "[9,∞) 割", ACHIEVED),
            (kk.AtLeast(q("80 %")), "[7,∞) 割", kk.Reason.INTERVAL_STRADDLES),
            (kk.AtMost(q("126 件")), "59 件", ACHIEVED),
            (kk.AtMost(q("0.1 %"), strict=True), "0.1 %", MISSED),
            (kk.Between(q("[40,60] %")), "40 %", ACHIEVED),
            (kk.Between(q("(40,60] %")), "40 %", MISSED),
            (kk.Between(q("[40,60] %")), "61 %", MISSED),
            (kk.Between(q("[40,60] %")), "[50,70] %", kk.Reason.INTERVAL_STRADDLES),
            (kk.Exactly(q("27 館")), "27 館", ACHIEVED),
            (kk.Exactly(q("27 館")), "28 館", MISSED),
            (kk.Exactly(q("27 館")), "(27,30] 館", MISSED),
            (kk.Exactly(q("27 館")), "[27,30] 館", kk.Reason.INTERVAL_STRADDLES),
        ],
    )
    def test_bound(self, rule: kk.Rule, actual: str, expected: Outcome) -> None:
        assert outcome(rule, actual) is expected


class TestReach:
    """A bare number becomes a floor or a ceiling when it is judged."""

    @pytest.mark.parametrize(
        ("target", "actual", "baseline", "expected"),
        [
            ("12 種類", "96 種類", "3 種類", ACHIEVED),
            ("30000000 件", "25557731 件", None, kk.Reason.DIRECTION_UNKNOWN),
            ("30000000 件", "30000000 件", None, ACHIEVED),
            ("0 件", "0 件", "0 件", ACHIEVED),
            ("0 件", "1 件", "0 件", MISSED),
            ("34.0 万人", "34.0 万人", "37.9 万人", ACHIEVED),
            ("34.0 万人", "35.0 万人", "37.9 万人", kk.Reason.DIRECTION_UNKNOWN),
            ("34.0 万人", "30 件", "37.9 万人", kk.Reason.UNITS_DIFFER),
            ("12 種類", "96 種類", "3 件", kk.Reason.DIRECTION_UNKNOWN),
            ("0 ポイント", "3 ポイント", "-5 %", kk.Reason.DIRECTION_UNKNOWN),
            ("0 ポイント", "3 ポイント", "5 %", MISSED),
        ],
    )
    def test_reach(self, target: str, actual: str, baseline: str | None, expected: Outcome) -> None:
        assert outcome(kk.Reach(q(target)), actual, baseline=baseline) is expected

    def test_it_says_how_it_was_resolved(self) -> None:
        judgement = judge(kk.Reach(q("12 種類")), "96 種類", baseline="3 種類")
        assert judgement.rule == kk.AtLeast(q("12 種類"))
        assert judgement.flags == (kk.Flag.DIRECTION_FROM_BASELINE,)

    @pytest.mark.parametrize("missing", [kk.Missing.NONE, kk.Missing.UNREADABLE])
    def test_a_dash_is_no_baseline(self, missing: kk.Missing) -> None:
        start = kk.Observation(None, missing=missing)
        found = outcome(kk.Reach(q("12 種類")), "3 種類", baseline=start)
        assert found is kk.Reason.DIRECTION_UNKNOWN

    def test_a_baseline_in_words_tells_nothing(self) -> None:
        start = kk.Observation(None, outcome="未整備")
        found = outcome(kk.Reach(q("12 種類")), "3 種類", baseline=start)
        assert found is kk.Reason.DIRECTION_UNKNOWN


class TestMultiple:
    """前年比98%以下, 対前年比1.1倍, 現状職員数の1.25倍."""

    START = kk.Observation(kk.FiscalYear(2013), q("1000 件"))
    AT_MOST = kk.AtMost(q("98 %"), reference="前年")

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (AT_MOST, "1960 件", ACHIEVED),
            (AT_MOST, "1961 件", MISSED),
            (kk.AtMost(q("98 %"), strict=True, reference="前年"), "1960 件", MISSED),
            (kk.AtMost(q("9.8 割"), reference="対前年度比"), "1960 件", ACHIEVED),
            (kk.AtLeast(q("1.25 倍"), reference="現状"), "1250 件", ACHIEVED),
            (kk.AtLeast(q("1.25 倍"), reference="現状件数"), "1249 件", MISSED),
            (kk.AtLeast(q("1.25 倍"), reference="現状の件数"), "1250 件", ACHIEVED),
            (kk.AtLeast(q("1.25 倍"), reference="平成25年度"), "1250 件", ACHIEVED),
            (kk.AtLeast(q("1.25 倍"), reference="H25"), "1249 件", MISSED),
            (kk.AtLeast(q("1 倍"), reference="令和4年度"), "2000 件", ACHIEVED),
            (kk.AtLeast(q("1 倍"), reference="前回"), "2999 件", MISSED),
            (kk.AtLeast(q("0.5 倍"), reference="県平均"), "250 件", ACHIEVED),
            (kk.Between(q("[95,105] %"), reference="前年度"), "1900 件", ACHIEVED),
            (kk.Between(q("(95,105] %"), reference="前年度"), "1900 件", MISSED),
            (kk.Between(q("[0.95,1.05] 倍"), reference="前年度"), "2101 件", MISSED),
            (kk.Reach(q("1.1 倍"), reference="前年"), "2200 件", ACHIEVED),
            (kk.Reach(q("1.1 倍"), reference="前年"), "2199 件", MISSED),
            (kk.Reach(q("98 %"), reference="前年"), "1960 件", ACHIEVED),
            (kk.Reach(q("98 %"), reference="前年"), "1900 件", kk.Reason.DIRECTION_UNKNOWN),
            (kk.Reach(q("98 %"), reference="前年", direction=LOWER), "1900 件", ACHIEVED),
            (AT_MOST, "1960 人", kk.Reason.UNITS_DIFFER),
            (kk.Reach(q("98 %"), reference="前年"), "1960 人", kk.Reason.UNITS_DIFFER),
            # what it is a multiple of is not there
            (kk.AtMost(q("98 %"), reference="全国平均"), "5 件", kk.Reason.BENCHMARK_MISSING),
            (kk.AtMost(q("98 %"), reference="資料件数"), "5 件", kk.Reason.BENCHMARK_MISSING),
            (kk.AtMost(q("98 %"), reference="平成17年度"), "5 件", kk.Reason.BASELINE_MISSING),
            (kk.AtMost(q("98 %"), reference="前期"), "5 件", kk.Reason.PREVIOUS_VALUE_MISSING),
        ],
    )
    def test_of_what_the_rule_names(self, rule: kk.Rule, actual: str, expected: Outcome) -> None:
        average = kk.Benchmark("県平均", q("500 件"))
        evidence = Evidence(
            "会議の件数",
            kk.Observation(R5, q(actual), benchmark=average),
            self.START,
            kk.Observation(R4, q("2000 件")),
            preceding=kk.Observation(R3, q("3000 件")),
        )
        judgement = rule.judge(evidence)
        assert (judgement.reason or judgement.verdict) is expected

    def test_what_it_was_compared_with_is_told(self) -> None:
        judgement = judge(self.AT_MOST, "1900 件", previous="2000 件")
        assert judgement.rule == self.AT_MOST
        assert (judgement.reference, judgement.flags) == (q("2000 件"), ())
        assert judge(kk.Reach(q("98 %"), reference="前年"), "1 件", previous="2 件").reference == (
            q("2 件")
        )

    @pytest.mark.parametrize(
        ("actual", "previous", "name", "expected"),
        [
            # only the actual is a share: it is the ratio itself
            ("98 %", "2000 件", "ごみ排出量", ACHIEVED),
            ("9.9 割", "2000 件", "ごみ排出量", MISSED),
            ("0.98 倍", "2000 件", "ごみ排出量", ACHIEVED),
            # both are shares, and of what nobody knows, unless the name says so
            ("98 %", "99 %", "普及率", kk.Reason.RATE_OR_POINTS),
            ("98 %", "99 -", "普及率", kk.Reason.RATE_OR_POINTS),
            ("98 %", "99 %", "ごみ排出量(対前年度比)", ACHIEVED),
            ("98 %", None, "ごみ排出量(前年比)", ACHIEVED),
            ("0.99 倍", None, "ごみ排出量(前年比)", MISSED),
            ("98 -", None, "ごみ排出量(前年比)", kk.Reason.UNITS_DIFFER),
            ("98 %", None, "ごみ排出量(基準年度比)", kk.Reason.BASIS_DIFFERS),
            ("98 %", None, "ごみ排出量(2013年度比)", kk.Reason.BASIS_DIFFERS),
            ("98 %", None, "ごみ排出量(前年同月比)", kk.Reason.BASIS_DIFFERS),
            # an amount under such a name is none
            ("1960 件", "2000 件", "ごみ排出量(前年比)", ACHIEVED),
            ("98 %", None, "ごみ排出量", kk.Reason.PREVIOUS_VALUE_MISSING),
            # shares of a share are points
            ("1960 件", "99 %", "ごみ排出量", kk.Reason.UNITS_DIFFER),
        ],
    )
    def test_a_ratio_already(
        self, actual: str, previous: str | None, name: str, expected: Outcome
    ) -> None:
        assert outcome(self.AT_MOST, actual, name, previous=previous) is expected

    def test_a_ratio_is_compared_as_it_stands(self) -> None:
        judgement = judge(self.AT_MOST, "97 %", "ごみ排出量", previous="2000 件")
        assert (judgement.rule, judgement.reference) == (kk.AtMost(q("98 %")), None)
        assert judgement.flags == (kk.Flag.RATIO_ASSUMED,)
        judgement = judge(self.AT_MOST, "97 %", "ごみ排出量(前年比)")
        assert judgement.flags == (kk.Flag.STATED_BY_NAME,)
        growth = kk.Reach(q("1.1 倍"), reference="前年")
        judgement = judge(growth, "109 %", "利用者数(前年比)")
        assert (judgement.verdict, judgement.rule) == (MISSED, kk.AtLeast(q("1.1 倍")))
        assert kk.Flag.DIRECTION_FROM_BASELINE in judgement.flags

    @pytest.mark.parametrize(
        ("rule", "previous", "expected"),
        [
            (AT_MOST, "0 件", kk.Reason.BASELINE_UNUSABLE),
            (AT_MOST, "-5 件", kk.Reason.BASELINE_UNUSABLE),
            (AT_MOST, "(-∞,5] 件", kk.Reason.BASELINE_UNUSABLE),
            (AT_MOST, "101 件 margin=0.5", ACHIEVED),
            (AT_MOST, "100 件 margin=0.5", kk.Reason.INTERVAL_STRADDLES),
            (AT_MOST, "[200,∞) 件", ACHIEVED),
            (
                kk.Reach(q("1.1 倍"), reference="前年"),
                "[200,∞) 件",
                kk.Reason.DIRECTION_UNKNOWN,
            ),
            (
                kk.Between(q("[95,105] %"), reference="前年"),
                "98 件 margin=0.5",
                kk.Reason.BASELINE_UNUSABLE,
            ),
        ],
    )
    def test_imprecise_bases(self, rule: kk.Rule, previous: str, expected: Outcome) -> None:
        assert outcome(rule, "98 件", previous=previous) is expected

    def test_basis_and_statistic_are_those_of_the_base(self) -> None:
        average = q("10 件 per=年 statistic=平均")
        assert multiple_of(q("1.5 倍"), average) == q("15.0 件 per=年 statistic=平均")
        assert multiple_of(q("1.5 倍 per=月"), average) == q("15.0 件 per=月 statistic=平均")

    def test_an_approximate_multiple_counts_at_its_number(self) -> None:
        judgement = judge(
            kk.AtLeast(q("80 % margin=0.5"), reference="前年"), "80 件", previous="100 件"
        )
        assert (judgement.verdict, judgement.flags) == (ACHIEVED, (kk.Flag.TARGET_APPROXIMATE,))

    @pytest.mark.parametrize("text", ["5 件", "98 -", "-5 %", "0 倍", "5 % change=increase"])
    def test_no_multiple(self, text: str) -> None:
        with pytest.raises(kk.InvalidRuleError):
            kk.AtLeast(q(text), reference="前年")
        with pytest.raises(kk.InvalidRuleError):
            kk.Reach(q(text), reference="前年")

    def test_parts_have_their_own(self) -> None:
        rule = kk.AtLeast(q("1.1 倍"), reference="現状")
        actual = parted(("①", "11 %"), ("②", "110 件"))
        start = parted(("①", "10 人"), ("②", "100 件"))
        judgement = judge(rule, actual, baseline=start)
        assert [part.judgement.verdict for part in judgement.parts] == [MISSED, ACHIEVED]

    def test_references_are_the_same_for_every_rule(self) -> None:
        for reference in ("前年度の件数", "前年度件数", "令和4年度", "令和4年度の件数", "R4実績"):
            evidence = Evidence("件数", seen("5 件"), None, kk.Observation(R4, q("5 件")))
            assert kk.Maintain(reference=reference).judge(evidence).verdict is ACHIEVED
        assert outcome(kk.Maintain(reference="R4"), "5 件") is kk.Reason.BASELINE_MISSING
        undated = kk.Observation(R4, outcome="多い")
        assert outcome(kk.Maintain(reference="R4"), "5 件", baseline=undated) is (
            kk.Reason.BASELINE_MISSING
        )


class TestChange:
    """削減 and 増加, by an amount or by a rate of a base."""

    @pytest.mark.parametrize(
        ("rule", "actual", "baseline", "expected"),
        [
            # a change against a change
            (kk.ReduceBy(q("6700 時間")), "16000 時間 margin=500 change=decrease", None, ACHIEVED),
            (kk.ReduceBy(q("6700 時間")), "6700 時間 change=decrease", None, ACHIEVED),
            (kk.ReduceBy(q("7 割")), "80 % change=decrease", None, ACHIEVED),
            (kk.ReduceBy(q("5 件")), "5 件 change=increase", None, MISSED),
            (
                kk.ReduceBy(q("6700 時間"), strict=True),
                "6700 時間 change=decrease",
                None,
                MISSED,
            ),
            # a rate against an amount: of what?
            (kk.ReduceBy(q("7 割")), "126 部 change=decrease", None, kk.Reason.BASELINE_MISSING),
            (kk.ReduceBy(q("7 割")), "126 部 change=decrease", "180 部", ACHIEVED),
            (kk.ReduceBy(q("7 割")), "125 部 change=decrease", "180 部", MISSED),
            (kk.ReduceBy(q("5 件")), "5 % change=decrease", "100 件", kk.Reason.UNITS_DIFFER),
            # a level against what the base leaves
            (kk.ReduceBy(q("10 %"), base=q("140 件")), "126 件", None, ACHIEVED),
            (kk.ReduceBy(q("10 %"), base=q("140 件")), "127 件", None, MISSED),
            (kk.ReduceBy(q("10 %")), "126 件", "140 件", ACHIEVED),
            (kk.ReduceBy(q("14 件")), "126 件", "140 件", ACHIEVED),
            (kk.IncreaseBy(q("100 %")), "280 件", "140 件", ACHIEVED),
            (kk.IncreaseBy(q("12 種類")), "12 種類", "0 種類", ACHIEVED),
            (kk.IncreaseBy(q("12 種類")), "[10,∞) 種類", "0 種類", kk.Reason.INTERVAL_STRADDLES),
            (kk.IncreaseBy(q("12 種類")), "(-∞,10] 種類", "0 種類", MISSED),
            (kk.IncreaseBy(q("5 ポイント")), "45 %", "40 %", ACHIEVED),
            (kk.IncreaseBy(q("5 ポイント")), "4 割", "40 %", MISSED),
            # 0.5割 are 5 points, 5‰ are half a point
            (kk.IncreaseBy(q("5 ポイント")), "4.5 割", "4 割", ACHIEVED),
            (kk.IncreaseBy(q("5 ポイント")), "4.4 割", "4 割", MISSED),
            (kk.IncreaseBy(q("5 ポイント")), "45 ‰", "40 ‰", MISSED),
            (kk.ReduceBy(q("5 ポイント")), "3.5 割", "4 割", ACHIEVED),
            (kk.IncreaseBy(q("5 人")), "8 件", "3 件", kk.Reason.UNITS_DIFFER),
            # bases that cannot serve
            (kk.IncreaseBy(q("5 %")), "45 %", "40 %", kk.Reason.RATE_OR_POINTS),
            (
                kk.IncreaseBy(q("5 %")),
                "5 ポイント change=increase",
                "40 %",
                kk.Reason.RATE_OR_POINTS,
            ),
            (kk.IncreaseBy(q("5 %")), "8 件", "0 件", kk.Reason.BASELINE_UNUSABLE),
            (kk.IncreaseBy(q("5 %")), "8 件", "[1,5] 件", kk.Reason.BASELINE_UNUSABLE),
            (kk.IncreaseBy(q("5 %")), "8 件", "5 件 margin=0.5", kk.Reason.BASELINE_UNUSABLE),
            (kk.IncreaseBy(q("5 件")), "8 件", "5 件 change=increase", kk.Reason.BASELINE_UNUSABLE),
            (kk.IncreaseBy(q("5 件")), "8 件", None, kk.Reason.BASELINE_MISSING),
        ],
    )
    def test_change(
        self, rule: kk.Rule, actual: str, baseline: str | None, expected: Outcome
    ) -> None:
        assert outcome(rule, actual, baseline=baseline) is expected

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (kk.ReduceBy(q("10 位")), "5 位", ACHIEVED),
            (kk.ReduceBy(q("10 位")), "6 位", MISSED),
            (kk.ReduceBy(q("10 位")), "10 位 change=decrease", ACHIEVED),
            (kk.ReduceBy(q("10 位")), "9 位 change=decrease", MISSED),
            (kk.ReduceBy(q("10 位")), "10 位 change=increase", MISSED),
            (kk.ReduceBy(q("10 位")), "5 点", kk.Reason.UNITS_DIFFER),
            (kk.IncreaseBy(q("3 位")), "18 位", ACHIEVED),
            (kk.Reach(q("10 位"), direction=LOWER), "9 位", ACHIEVED),
            (kk.Reach(q("10 位"), direction=LOWER), "11 位", MISSED),
            (kk.Reach(q("10 位")), "11 位", MISSED),
            (kk.Maintain(), "14 位", ACHIEVED),
            (kk.Maintain(), "16 位", MISSED),
            (kk.Maintain(direction=LOWER), "16 位", MISSED),
            (kk.Improve(), "14 位", ACHIEVED),
            (kk.Improve(), "15 位", MISSED),
        ],
    )
    def test_ranks_go_up_by_going_down(self, rule: kk.Rule, actual: str, expected: Outcome) -> None:
        assert outcome(rule, actual, "順位", baseline="15 位") is expected

    def test_the_name_states_that_it_is_a_change(self) -> None:
        judgement = judge(kk.ReduceBy(q("6700 時間")), "7000 時間", "作業削減時間")
        assert judgement.verdict is ACHIEVED
        assert judgement.flags == (kk.Flag.STATED_BY_NAME,)

    def test_what_a_name_calls_a_cut_may_be_what_is_left(self) -> None:
        found = outcome(kk.ReduceBy(q("10 %")), "99 万円", "経費の削減", baseline="100 万円")
        assert found is MISSED

    def test_flags_of_every_step(self) -> None:
        rule = kk.ReduceBy(q("10 % margin=0.5"), base=q("140 件 margin=5"))
        judgement = judge(rule, "100 件 margin=5")
        assert judgement.verdict is ACHIEVED
        assert judgement.flags == (kk.Flag.TARGET_APPROXIMATE, kk.Flag.ACTUAL_APPROXIMATE)

    @pytest.mark.parametrize(
        ("reference", "expected"),
        [
            ("", MISSED),
            ("現状", MISSED),
            ("資料部数", MISSED),
            ("平成25年度", MISSED),
            ("H25", MISSED),
            ("2013年度", MISSED),
            ("平成17年度", kk.Reason.BASELINE_MISSING),
            ("令和元年度", kk.Reason.BASELINE_MISSING),
            ("前年度", ACHIEVED),
            ("前年度の件数", ACHIEVED),
            ("全国平均", ACHIEVED),
        ],
    )
    def test_the_base_that_the_rule_names(self, reference: str, expected: Outcome) -> None:
        actual = kk.Observation(R5, q("90 件"), benchmark=kk.Benchmark("全国平均", q("200 件")))
        start = kk.Observation(kk.FiscalYear(2013), q("95 件"))
        rule = kk.ReduceBy(q("10 %"), reference=reference)
        assert outcome(rule, actual, baseline=start, previous="100 件") is expected

    def test_the_base_that_is_not_there(self) -> None:
        rule = kk.ReduceBy(q("10 %"), reference="前年度")
        found = outcome(rule, "90 件", baseline="100 件")
        assert found is kk.Reason.PREVIOUS_VALUE_MISSING
        in_words = kk.Observation(None, outcome="多い")
        found = outcome(kk.ReduceBy(q("10 %")), "90 件", baseline=in_words)
        assert found is kk.Reason.BASELINE_MISSING


class TestRelativeTo:
    """全国平均以上, 前年度を上回る."""

    @staticmethod
    def with_average(
        text: str, actual: str = "81.9 %", period: Any = R3, name: str = "全国平均"
    ) -> kk.Observation:
        return kk.Observation(R4, q(actual), benchmark=kk.Benchmark(name, q(text), period))

    @pytest.mark.parametrize(
        ("comparator", "equal", "above"),
        [
            (kk.Comparator.AT_LEAST, ACHIEVED, ACHIEVED),
            (kk.Comparator.ABOVE, MISSED, ACHIEVED),
            (kk.Comparator.AT_MOST, ACHIEVED, MISSED),
            (kk.Comparator.BELOW, MISSED, MISSED),
            (kk.Comparator.EQUAL, ACHIEVED, MISSED),
        ],
    )
    def test_comparators(self, comparator: kk.Comparator, equal: Outcome, above: Outcome) -> None:
        rule = kk.RelativeTo("全国平均", comparator)
        assert outcome(rule, self.with_average("81.9 %")) is equal
        assert outcome(rule, self.with_average("75.2 %")) is above

    @pytest.mark.parametrize(
        ("lag", "period", "expected", "flags"),
        [
            (1, R3, ACHIEVED, ()),
            (None, R4, ACHIEVED, ()),
            (None, R5, ACHIEVED, (kk.Flag.BENCHMARK_OF_ANOTHER_YEAR,)),
            (0, R3, kk.Reason.BENCHMARK_PERIOD_DIFFERS, ()),
            (1, None, ACHIEVED, (kk.Flag.BENCHMARK_PERIOD_UNKNOWN,)),
            (1, kk.Span(R3, R4), ACHIEVED, (kk.Flag.BENCHMARK_PERIOD_UNKNOWN,)),
        ],
    )
    def test_lag(
        self, lag: int | None, period: Any, expected: Outcome, flags: tuple[kk.Flag, ...]
    ) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=lag)
        judgement = judge(rule, self.with_average("75.2 %", period=period))
        assert (judgement.reason or judgement.verdict) is expected
        assert judgement.flags == flags

    def test_lag_of_calendar_years_and_columns(self) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=1)
        average = kk.Benchmark("全国平均", q("75 %"), kk.CalendarYear(2022))
        year = kk.Observation(kk.CalendarYear(2023), q("80 %"), benchmark=average)
        column = kk.Observation(None, q("80 %"), benchmark=average, column=R5)
        late = kk.Observation(kk.CalendarYear(2024), q("80 %"), benchmark=average)
        assert outcome(rule, year) is ACHIEVED
        assert outcome(rule, column) is ACHIEVED
        assert outcome(rule, late) is kk.Reason.BENCHMARK_PERIOD_DIFFERS

    @pytest.mark.parametrize(
        ("comparator", "margin", "expected"),
        [
            (kk.Comparator.AT_LEAST, "5 ポイント", ACHIEVED),
            (kk.Comparator.AT_LEAST, "7 ポイント", MISSED),
            (kk.Comparator.AT_LEAST, "5 pt", ACHIEVED),
            (kk.Comparator.AT_MOST, "5 ポイント", MISSED),
            (kk.Comparator.AT_LEAST, "5 %", kk.Reason.RATE_OR_POINTS),
            (kk.Comparator.AT_LEAST, "5 件", kk.Reason.UNITS_DIFFER),
        ],
    )
    def test_margin(self, comparator: kk.Comparator, margin: str, expected: Outcome) -> None:
        rule = kk.RelativeTo("全国平均", comparator, margin=q(margin))
        assert outcome(rule, self.with_average("75.2 %")) is expected

    def test_margin_on_counts(self) -> None:
        rule = kk.RelativeTo("前年度", kk.Comparator.AT_LEAST, margin=q("5 件"))
        assert outcome(rule, "15 件", previous="10 件") is ACHIEVED
        assert outcome(rule, "14 件", previous="10 件") is MISSED

    def test_margin_beside_a_running_total(self) -> None:
        """Whether it is for one year or for all of them, the margin does not say."""
        rule = kk.RelativeTo("前年度", kk.Comparator.AT_LEAST, margin=q("5 件"))
        total = "10 件 statistic=累計"
        assert outcome(rule, "15 件 statistic=累計", previous=total) is kk.Reason.STATISTIC_DIFFERS

    @pytest.mark.parametrize(
        ("average", "expected"),
        [
            ("81 % margin=0.5", ACHIEVED),
            ("82 % margin=0.5", kk.Reason.INTERVAL_STRADDLES),
            ("83 % margin=0.5", MISSED),
            ("[82,∞) %", MISSED),
        ],
    )
    def test_a_reference_that_is_not_exact(self, average: str, expected: Outcome) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST)
        assert outcome(rule, self.with_average(average)) is expected

    @pytest.mark.parametrize(
        ("reference", "expected"),
        [
            ("前年度調査における全国平均", ACHIEVED),
            ("県平均", kk.Reason.BENCHMARK_MISSING),
            ("令和4年度全国平均", ACHIEVED),
            ("非全国平均", kk.Reason.BENCHMARK_MISSING),
            ("", kk.Reason.BENCHMARK_MISSING),
            ("前年度実績", kk.Reason.PREVIOUS_VALUE_MISSING),
            ("基準値", kk.Reason.BASELINE_MISSING),
        ],
    )
    def test_references(self, reference: str, expected: Outcome) -> None:
        rule = kk.RelativeTo(reference, kk.Comparator.AT_LEAST)
        assert outcome(rule, self.with_average("75.2 %")) is expected

    @pytest.mark.parametrize(
        ("reference", "expected"),
        [
            ("全国平均", ACHIEVED),
            ("県平均", MISSED),
            ("類似団体平均", kk.Reason.BENCHMARK_MISSING),
            # which of two is meant, nobody knows; the one that is called just so is
            ("平均", ACHIEVED),
            ("前年度の全国平均", ACHIEVED),
            ("都市平均", kk.Reason.BENCHMARK_MISSING),
        ],
    )
    def test_each_reference_has_its_own_benchmark(self, reference: str, expected: Outcome) -> None:
        names = {"全国平均": "70 %", "県平均": "90 %", "平均": "75 %"}
        towns = {"都市平均(人口5万以上)": "1 %", "都市平均(人口5万未満)": "2 %"}
        first, *others = (kk.Benchmark(name, q(text)) for name, text in {**names, **towns}.items())
        observed = kk.Observation(R5, q("80 %"), benchmark=first, other_benchmarks=others)
        rule = kk.RelativeTo(reference, kk.Comparator.AT_LEAST)
        assert outcome(rule, observed) is expected

    def test_above_two_averages(self) -> None:
        rule = kk.AllOf(
            [
                kk.RulePart("", kk.RelativeTo(each, kk.Comparator.ABOVE))
                for each in ("全国平均", "県平均")
            ]
        )
        nation, county = kk.Benchmark("全国平均", q("70 %")), kk.Benchmark("県平均", q("80 %"))
        for text, expected in (("81 %", ACHIEVED), ("80 %", MISSED), ("69 %", MISSED)):
            observed = kk.Observation(R5, q(text), benchmark=nation, other_benchmarks=[county])
            assert outcome(rule, observed) is expected
            # without the second one it can still be missed, never met
            observed = kk.Observation(R5, q(text), benchmark=nation)
            missed = MISSED if text == "69 %" else kk.Reason.BENCHMARK_MISSING
            assert outcome(rule, observed) is missed

    def test_no_benchmark(self) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST)
        assert outcome(rule, "81.9 %") is kk.Reason.BENCHMARK_MISSING


class TestMaintain:
    """維持: not worse, inclusive."""

    @pytest.mark.parametrize(
        ("rule", "actual", "direction", "expected"),
        [
            (kk.Maintain(q("90 団体")), "90 団体", None, ACHIEVED),
            (kk.Maintain(q("90 団体")), "89 団体", HIGHER, MISSED),
            (kk.Maintain(q("[80,∞) %")), "80 %", None, ACHIEVED),
            (kk.Maintain(q("[80,∞) %")), "79 %", LOWER, MISSED),
            (kk.Maintain(q("(-∞,80) %")), "80 %", None, MISSED),
            (kk.Maintain(q("(80,∞) %")), "80 %", None, MISSED),
            (kk.Maintain(), "10 件", None, ACHIEVED),
            (kk.Maintain(), "12 件", None, kk.Reason.DIRECTION_UNKNOWN),
            (kk.Maintain(), "12 件", HIGHER, ACHIEVED),
            (kk.Maintain(), "12 件", LOWER, MISSED),
            # that last year was better than the start does not say which way is better
            (kk.Maintain(reference="前年度"), "25 件", None, kk.Reason.DIRECTION_UNKNOWN),
            (kk.Maintain(reference="前年度"), "20 件", None, ACHIEVED),
            (kk.Maintain(reference="全国平均"), "20 件", None, kk.Reason.BENCHMARK_MISSING),
        ],
    )
    def test_maintain(
        self, rule: kk.Rule, actual: str, direction: kk.Direction | None, expected: Outcome
    ) -> None:
        found = outcome(rule, actual, baseline="10 件", previous="20 件", direction=direction)
        assert found is expected

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (kk.Maintain(direction=HIGHER), "10 件", ACHIEVED),
            (kk.Maintain(direction=HIGHER), "12 件", ACHIEVED),
            (kk.Maintain(direction=HIGHER), "9 件", MISSED),
            (kk.Maintain(direction=LOWER), "10 件", ACHIEVED),
            (kk.Maintain(direction=LOWER), "9 件", ACHIEVED),
            (kk.Maintain(direction=LOWER), "12 件", MISSED),
            (kk.Maintain(q("90 団体"), direction=HIGHER), "91 団体", ACHIEVED),
            (kk.Maintain(q("90 団体"), direction=LOWER), "91 団体", MISSED),
            (kk.Maintain(q("[80,∞) %"), direction=HIGHER), "79 %", MISSED),
            (kk.Maintain(direction=HIGHER), "2 件 change=increase", ACHIEVED),
            (kk.Maintain(direction=HIGHER), "0 件 change=increase", ACHIEVED),
            (kk.Maintain(direction=HIGHER), "2 件 change=decrease", MISSED),
            (kk.Maintain(direction=LOWER), "2 件 change=decrease", ACHIEVED),
            (kk.Maintain(), "2 件 change=increase", kk.Reason.SENSE_DIFFERS),
        ],
    )
    def test_the_words_say_which_way(self, rule: kk.Rule, actual: str, expected: Outcome) -> None:
        other = LOWER if rule.direction is HIGHER else None  # type: ignore[attr-defined]
        assert outcome(rule, actual, baseline="10 件", direction=other) is expected

    def test_a_bound_the_other_way(self) -> None:
        for bound, way in (("[80,∞) %", LOWER), ("(-∞,80] %", HIGHER)):
            with pytest.raises(kk.InvalidRuleError):
                kk.Maintain(q(bound), direction=way)

    def test_nothing_stays_nothing(self) -> None:
        assert outcome(kk.Maintain(), "1 件", baseline="0 件") is MISSED

    @pytest.mark.parametrize(
        ("actual", "direction", "expected"),
        [
            ("11 件", HIGHER, ACHIEVED),
            ("10 件", HIGHER, kk.Reason.INTERVAL_STRADDLES),
            ("9 件", HIGHER, MISSED),
            ("9 件", None, kk.Reason.DIRECTION_UNKNOWN),
            ("9 人", HIGHER, kk.Reason.UNITS_DIFFER),
        ],
    )
    def test_an_approximate_reference(
        self, actual: str, direction: kk.Direction | None, expected: Outcome
    ) -> None:
        found = outcome(kk.Maintain(), actual, baseline="10 件 margin=0.5", direction=direction)
        assert found is expected

    def test_an_average_to_keep(self) -> None:
        average = kk.Benchmark("全国平均", q("10 件"))
        actual = kk.Observation(R5, q("10 件"), benchmark=average)
        judgement = judge(kk.Maintain(reference="全国平均"), actual)
        assert (judgement.verdict, judgement.reference) == (ACHIEVED, q("10 件"))


class TestImprove:
    """増加, 減少, 向上: strictly better."""

    @pytest.mark.parametrize(
        ("rule", "actual", "name", "expected"),
        [
            (kk.Improve(HIGHER), "11 件", "数", ACHIEVED),
            (kk.Improve(HIGHER), "10 件", "数", MISSED),
            (kk.Improve(LOWER), "9 件", "数", ACHIEVED),
            (kk.Improve(), "9 件", "死者数", ACHIEVED),
            (kk.Improve(), "9 件", "数", kk.Reason.DIRECTION_UNKNOWN),
            (kk.Improve(HIGHER, reference="前年度"), "20 件", "数", MISSED),
            (kk.Improve(HIGHER), "5 件 change=increase", "数", ACHIEVED),
            (kk.Improve(HIGHER), "5 件 change=decrease", "数", MISSED),
            (kk.Improve(), "5 件 change=decrease", "死者数", ACHIEVED),
            (kk.Improve(), "5 件 change=decrease", "数", kk.Reason.DIRECTION_UNKNOWN),
            (kk.Improve(), "11 件", "死者数", MISSED),
            (kk.Improve(reference="全国平均"), "5 件", "数", kk.Reason.BENCHMARK_MISSING),
        ],
    )
    def test_improve(self, rule: kk.Rule, actual: str, name: str, expected: Outcome) -> None:
        assert outcome(rule, actual, name, baseline="10 件", previous="20 件") is expected


class TestQualitative:
    """設置, 削減: an outcome in words."""

    @pytest.mark.parametrize(
        ("words", "direction"),
        [
            ("毎年度増加", HIGHER),
            ("4年連続増加", HIGHER),
            ("増加傾向", HIGHER),
            ("減少の抑制", LOWER),
            ("人口流出の抑制", LOWER),
            ("伸びの抑制", LOWER),
            ("減少幅の縮小", LOWER),
            ("大幅な削減", LOWER),
        ],
    )
    def test_words_that_say_more_than_which_way(self, words: str, direction: kk.Direction) -> None:
        """One number beside the baseline shows neither each year nor a rise that was slowed."""
        rule = kk.Qualitative(words, direction=direction)

        for actual in ("5 件", "15 件"):
            assert outcome(rule, actual, baseline="10 件") is kk.Reason.NOT_QUANTIFIED

    def test_costs_that_rose_may_be_curbed(self) -> None:
        curb = kk.Qualitative("医療費の抑制", direction=LOWER)

        assert outcome(curb, "34 万円", baseline="35 万円") is ACHIEVED
        assert outcome(curb, "36 万円", baseline="35 万円") is kk.Reason.NOT_QUANTIFIED

    @pytest.mark.parametrize(
        "reported", ["設置", "設置済", "設置 済み", "設置した。", "「設置」しました", "設置完了"]
    )
    def test_achieved(self, reported: str) -> None:
        judgement = judge(kk.Qualitative("設置"), kk.Observation(R5, outcome=reported))
        assert judgement.verdict is ACHIEVED
        assert judgement.flags == (kk.Flag.OUTCOME_IN_WORDS,)

    @pytest.mark.parametrize(
        "reported", ["未設置", "設置予定", "設置検討中", "設置に向けて準備", "", "設"]
    )
    def test_open(self, reported: str) -> None:
        found = outcome(kk.Qualitative("設置"), kk.Observation(R5, outcome=reported))
        assert found is kk.Reason.NOT_QUANTIFIED

    @pytest.mark.parametrize("words", ["検討中", "設置予定", "未定"])
    def test_what_is_not_done_is_never_achieved(self, words: str) -> None:
        found = outcome(kk.Qualitative(words), kk.Observation(R5, outcome=words))
        assert found is kk.Reason.NOT_QUANTIFIED

    def test_the_future_is_no_not_yet(self) -> None:
        words = "未来カフェ設置"
        assert outcome(kk.Qualitative(words), kk.Observation(R5, outcome=words)) is ACHIEVED

    def test_a_number(self) -> None:
        cut = kk.Qualitative("削減", direction=LOWER)
        assert outcome(kk.Qualitative("削減"), "5 件") is kk.Reason.NOT_QUANTIFIED
        assert outcome(cut, "9 件", baseline="10 件") is ACHIEVED
        assert outcome(cut, "9 件") is kk.Reason.BASELINE_MISSING
        assert judge(cut, "9 件 change=decrease").rule == cut


class TestNoNumber:
    """Targets that are set elsewhere, or not at all."""

    def test_defined_elsewhere(self) -> None:
        rule = kk.DefinedElsewhere("方針")
        not_set = kk.Observation(R5, missing=kk.Missing.NOT_SET)
        judgement = judge(rule, not_set)
        assert judgement.verdict is kk.Verdict.NOT_APPLICABLE
        assert judgement.reason is kk.Reason.INDICATOR_NOT_SET
        assert outcome(rule, "85 %") is kk.Reason.DEFINED_ELSEWHERE
        assert outcome(rule, kk.Observation(R5, outcome="実施")) is kk.Reason.DEFINED_ELSEWHERE
        assert outcome(rule, None) is kk.Reason.NO_ACTUAL

    def test_exploratory_and_unset(self) -> None:
        for rule, reason in (
            (kk.Exploratory(), kk.Reason.EXPLORATORY),
            (kk.Unset(), kk.Reason.UNSET),
        ):
            judgement = judge(rule, "85 %")
            assert judgement.verdict is kk.Verdict.NOT_APPLICABLE
            assert judgement.reason is reason


def parted(*parts: tuple[str, str], **named: Any) -> kk.Observation:
    return kk.Observation(
        R5, parts=[kk.Part(label, kk.Observation(None, q(text))) for label, text in parts], **named
    )


class TestParts:
    """Several values: all must meet the target."""

    TWO = kk.AllOf(
        [
            kk.RulePart("Twitter", kk.Reach(q("400 人"))),
            kk.RulePart("YouTube", kk.Reach(q("650 人"))),
        ]
    )
    UNLABELLED = kk.AllOf(
        [kk.RulePart("", kk.AtLeast(q("12 年間分"))), kk.RulePart("", kk.AtLeast(q("33 件")))]
    )

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            (parted(("YouTube", "886 人"), ("Twitter(現X)", "697 人")), ACHIEVED),
            (parted(("Ｔｗｉｔｔｅｒ", "697 人"), ("YouTube", "600 人")), MISSED),
            (parted(("Twitter", "697 人")), kk.Reason.NO_ACTUAL),
            (parted(("Twitter", "300 人")), MISSED),
            (parted(("LINE", "697 人")), kk.Reason.PARTS_DIFFER),
            (parted(("Twitter", "697 人"), ("Twitter", "1 人")), kk.Reason.PARTS_DIFFER),
            (parted(("", "697 人"), ("", "886 人")), kk.Reason.PARTS_DIFFER),
            (kk.Observation(R5, q("700 人")), kk.Reason.PARTS_DIFFER),
        ],
    )
    def test_by_label(self, actual: kk.Observation, expected: Outcome) -> None:
        assert outcome(self.TWO, actual, "登録者数") is expected

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            (parted(("", "12 年間分"), ("", "172 件")), ACHIEVED),
            (parted(("", "172 件"), ("", "12 年間分")), kk.Reason.UNITS_DIFFER),
            (parted(("", "12 年間分")), kk.Reason.PARTS_DIFFER),
            ("12 年間分", kk.Reason.PARTS_DIFFER),
        ],
    )
    def test_by_order(self, actual: kk.Observation | str, expected: Outcome) -> None:
        assert outcome(self.UNLABELLED, actual) is expected

    BOTH = kk.AllOf(
        [
            kk.RulePart("", kk.AtLeast(q("58.1 点"))),
            kk.RulePart("", kk.RelativeTo("直近3か年平均", kk.Comparator.AT_LEAST)),
        ]
    )

    @pytest.mark.parametrize(
        ("actual", "average", "expected"),
        [
            ("58.1 点", "58 点", ACHIEVED),
            ("58.1 点", "58.2 点", MISSED),
            ("58 点", "57 点", MISSED),
            ("58.2 点", None, kk.Reason.BENCHMARK_MISSING),
            ("58 点", None, MISSED),
            ("58 件", "57 点", kk.Reason.UNITS_DIFFER),
            ("58 件", None, kk.Reason.PARTS_DIFFER),
        ],
    )
    def test_conditions_on_one_number(
        self, actual: str, average: str | None, expected: Outcome
    ) -> None:
        benchmark = kk.Benchmark("直近3か年平均", q(average)) if average else None
        observed = kk.Observation(R5, q(actual), benchmark=benchmark)
        assert outcome(self.BOTH, observed) is expected
        several = kk.Observation(R5, parts=[kk.Part(label, observed) for label in ("市", "町", "")])
        assert outcome(self.BOTH, several) is expected

    def test_conditions_look_at_all_that_is_known_of_the_number(self) -> None:
        rule = kk.AllOf([kk.RulePart("", kk.IncreaseBy(q("10 %"))), kk.RulePart("", kk.Maintain())])
        judgement = judge(rule, "110 件", baseline="100 件", direction=HIGHER)
        assert judgement.verdict is ACHIEVED
        assert [part.observation for part in judgement.parts] == [seen("110 件")] * 2
        assert outcome(rule, "109 件", baseline="100 件", direction=HIGHER) is MISSED

    def test_conditions_pair_with_as_many_values(self) -> None:
        rule = kk.AllOf([kk.RulePart("", kk.AtLeast(q(f"{each} 件"))) for each in (5, 10)])
        assert outcome(rule, parted(("", "5 件"), ("", "10 件"))) is ACHIEVED
        assert outcome(rule, parted(("①", "5 件"), ("②", "10 件"))) is MISSED
        assert outcome(rule, parted(("①", "10 件"), ("②", "10 件"))) is ACHIEVED

    def test_numbers_in_brackets_are_labels(self) -> None:
        assert not same_label("(1)", "(2)")
        rule = kk.AllOf([kk.RulePart("(1)", kk.AtLeast(q("5 件")))])
        assert outcome(rule, parted(("(2)", "9 件"))) is kk.Reason.PARTS_DIFFER

    def test_one_rule_for_every_part(self) -> None:
        judgement = judge(kk.AtLeast(q("5 %")), parted(("①", "5 %"), ("②", "4 %")))
        assert judgement.verdict is MISSED
        assert [part.judgement.verdict for part in judgement.parts] == [ACHIEVED, MISSED]

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            # 5 alone would do, 4 would not, and 9 together would
            (kk.AtLeast(q("5 件")), ["5 件", "4 件"], kk.Reason.PARTS_DIFFER),
            (kk.AtLeast(q("5 件")), ["5 件", "6 件"], ACHIEVED),
            (kk.AtLeast(q("10 件")), ["5 件", "4 件"], MISSED),
            # each is below the ceiling, and both together are not
            (kk.AtMost(q("10 件")), ["6 件", "8 件"], kk.Reason.PARTS_DIFFER),
            (kk.AtMost(q("14 件")), ["6 件", "8 件"], ACHIEVED),
            (kk.AtMost(q("10 件")), ["[0,6] 件", "[3,8] 件"], kk.Reason.PARTS_DIFFER),
            (kk.AtMost(q("10 件")), ["6 件 statistic=平均", "8 件 statistic=平均"], ACHIEVED),
            (kk.Reach(q("10 位")), ["6 位", "8 位"], ACHIEVED),
            (kk.AtMost(q("10 件")), ["6 件", "8 人"], kk.Reason.UNITS_DIFFER),
            (
                kk.IncreaseBy(q("10 種類")),
                ["6 種類 change=increase", "5 種類 change=increase"],
                kk.Reason.PARTS_DIFFER,
            ),
            # without a baseline of the whole there is no sum to judge
            (kk.IncreaseBy(q("10 種類"), base=q("0 種類")), ["11 種類", "12 種類"], ACHIEVED),
        ],
    )
    def test_counts_each_or_together(
        self, rule: kk.Rule, actual: list[str], expected: Outcome
    ) -> None:
        parts = zip("①②", actual, strict=True)
        assert outcome(rule, parted(*parts)) is expected

    def test_a_missing_part_has_no_sum(self) -> None:
        parts = [
            kk.Part("①", kk.Observation(R5, q("6 件"))),
            kk.Part("②", kk.Observation(None, missing=kk.Missing.NONE)),
        ]
        assert outcome(kk.AtLeast(q("9 件")), kk.Observation(R5, parts=parts)) is MISSED
        parts.reverse()
        assert outcome(kk.AtLeast(q("9 件")), kk.Observation(R5, parts=parts)) is MISSED

    def test_a_floor_and_a_ceiling_have_no_sum(self) -> None:
        parts = [
            kk.Part("①", kk.Observation(R5, kk.Quantity(lower="4", unit="件"))),
            kk.Part("②", kk.Observation(R5, kk.Quantity(upper="3", unit="件"))),
        ]
        assert outcome(kk.AtLeast(q("9 件")), kk.Observation(R5, parts=parts)) is MISSED

    def test_a_part_keeps_the_name_of_the_whole(self) -> None:
        rule = kk.AllOf([kk.RulePart(label, kk.Reach(q("5 人"))) for label in "①②"])
        judgement = judge(rule, parted(("①", "10 人"), ("②", "3 人")), "交通事故死者数")
        assert judgement.verdict is MISSED
        assert judgement.flags == (kk.Flag.DIRECTION_FROM_NAME,)

    @pytest.mark.parametrize(
        ("baseline", "expected"),
        [
            (parted(("①", "10 件"), ("②", "100 件")), ACHIEVED),
            (parted(("", "10 件"), ("", "100 件")), kk.Reason.BASELINE_MISSING),
            (parted(("①", "10 件")), kk.Reason.BASELINE_MISSING),
            (kk.Observation(None, q("110 件")), kk.Reason.BASELINE_MISSING),
            (None, kk.Reason.BASELINE_MISSING),
        ],
    )
    def test_each_part_has_its_own_baseline(
        self, baseline: kk.Observation | None, expected: Outcome
    ) -> None:
        rule = kk.ReduceBy(q("10 %"))
        actual = parted(("①", "9 件"), ("②", "90 件"))
        assert outcome(rule, actual, baseline=baseline) is expected

    @pytest.mark.parametrize(
        ("baseline", "expected"),
        [
            (parted(("", "10 件"), ("", "100 件")), ACHIEVED),
            (parted(("", "10 件")), kk.Reason.BASELINE_MISSING),
        ],
    )
    def test_baselines_by_order(self, baseline: kk.Observation, expected: Outcome) -> None:
        actual = parted(("", "9 件"), ("", "90 件"))
        assert outcome(kk.ReduceBy(q("10 %")), actual, baseline=baseline) is expected

    def test_a_part_without_a_period_has_that_of_the_whole(self) -> None:
        average = kk.Benchmark("全国平均", q("75 %"), R4)
        part = kk.Part("①", kk.Observation(None, q("80 %"), benchmark=average))
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=1)
        judgement = judge(rule, kk.Observation(R5, parts=[part]))
        assert (judgement.verdict, judgement.flags) == (ACHIEVED, ())

    def test_parts_without_a_target_take_no_part(self) -> None:
        unset = kk.RulePart("①", kk.Unset())
        actual = parted(("①", "5 件"), ("②", "5 件"))
        both = kk.AllOf([unset, kk.RulePart("②", kk.AtLeast(q("5 件")))])
        assert outcome(both, actual) is ACHIEVED
        assert judge(kk.AllOf([unset]), actual).verdict is kk.Verdict.NOT_APPLICABLE

    def test_nothing_is_not_all(self) -> None:
        with pytest.raises(kk.InvalidRuleError) as caught:
            all_of(kk.Unset(), [])
        assert str(caught.value) == "a target of several parts needs at least one"


class TestWhatRulesTell:
    """What others need to know of a rule is told by the rule itself."""

    FLOOR, CEILING = kk.AtLeast(q("55 %"), strict=True), kk.AtMost(q("126 件 margin=0.5"))
    BAND, NUMBER, BARE = kk.Between(q("[4,6] 件")), kk.Exactly(q("27 館")), kk.Reach(q("12 種類"))
    CUT, GAIN = kk.ReduceBy(q("7 割"), strict=True), kk.IncreaseBy(q("5 件"), reference="前年度")
    MULTIPLE = kk.AtMost(q("98 %"), reference="前年")
    RELATIVE = kk.RelativeTo("全国平均", kk.Comparator.ABOVE, lag=1)
    KEPT = kk.Maintain(q("90 団体"))

    @pytest.mark.parametrize(
        ("rule", "number", "level", "aim", "goal"),
        [
            (FLOOR, "55 %", "55 %", "55 %", "55 %"),
            (CEILING, "126 件 margin=0.5", *["126 件 margin=0.5"] * 3),
            (BAND, "[4,6] 件", "[4,6] 件", None, None),
            (NUMBER, "27 館", "27 館", "27 館", None),
            (BARE, "12 種類", "12 種類", "12 種類", "12 種類"),
            (CUT, "7 割", None, "7 割 change=decrease", None),
            (GAIN, "5 件", None, "5 件 change=increase", None),
            (MULTIPLE, "98 %", None, None, None),
            (kk.Reach(q("2 倍"), reference="現状"), "2 倍", None, None, None),
            (kk.Between(q("[1,2] 倍"), reference="現状"), "[1,2] 倍", None, None, None),
            (RELATIVE, None, None, None, None),
            (KEPT, None, None, None, None),
            (kk.Unset(), None, None, None, None),
        ],
    )
    def test_numbers(
        self,
        rule: kk.Rule,
        number: str | None,
        level: str | None,
        aim: str | None,
        goal: str | None,
    ) -> None:
        told = [rule.number, rule.level, rule.aim, rule.goal]
        assert told == [each and q(each) for each in (number, level, aim, goal)]
        assert rule.with_number(q("55 %") if number is None else q(number)) == rule

    @pytest.mark.parametrize(
        ("rule", "way", "accepts", "counts_from"),
        [
            (FLOOR, HIGHER, "(55,∞) %", None),
            (CEILING, LOWER, "(-∞,126] 件", None),
            (BAND, None, "[4,6] 件", None),
            (NUMBER, None, "27 館", None),
            (BARE, None, None, None),
            (kk.Reach(q("12 種類"), direction=LOWER), LOWER, None, None),
            (CUT, HIGHER, "(7,∞) 割 change=decrease", (None, "")),
            (GAIN, HIGHER, "[5,∞) 件 change=increase", (None, "前年度")),
            (MULTIPLE, LOWER, "(-∞,98] %", (None, "前年")),
            (RELATIVE, HIGHER, None, None),
            (kk.RelativeTo("平均", kk.Comparator.BELOW), LOWER, None, None),
            (kk.RelativeTo("平均", kk.Comparator.EQUAL), None, None, None),
            (kk.Maintain(direction=LOWER), LOWER, None, None),
            (kk.Improve(HIGHER), HIGHER, None, None),
            (kk.Qualitative("増加", direction=HIGHER), HIGHER, None, None),
            (kk.Exploratory(), None, None, None),
        ],
    )
    def test_ways(
        self,
        rule: kk.Rule,
        way: kk.Direction | None,
        accepts: str | None,
        counts_from: tuple[kk.Quantity | None, str] | None,
    ) -> None:
        assert (rule.way, rule.accepts) == (way, accepts and q(accepts))
        assert rule.counts_from == counts_from

    def test_yes_or_no(self) -> None:
        parts = kk.AllOf([kk.RulePart("", self.CEILING), kk.RulePart("", self.KEPT)])
        rules = (self.FLOOR, self.CUT, self.GAIN, self.KEPT, parts, self.RELATIVE, kk.Unset())
        assert [each.is_strict for each in rules] == [True, True, *[False] * 5]
        assert [each.is_kept for each in rules] == [*[False] * 3, True, True, False, False]
        assert [each.is_timed for each in rules] == [*[False] * 5, True, False]
        assert [each.is_none for each in (*rules, kk.Exploratory("探索型"))] == [
            *[False] * 6,
            True,
            True,
        ]
        nested = kk.AllOf([kk.RulePart("①", parts), kk.RulePart("②", self.BARE)])
        assert nested.each() == (self.CEILING, self.KEPT, self.BARE)
        assert self.BARE.each() == (self.BARE,)

    @pytest.mark.parametrize(
        ("rule", "capped"),
        [
            (FLOOR, False),
            (CEILING, True),
            (BAND, True),
            (NUMBER, True),
            (BARE, True),
            (CUT, True),
            (GAIN, False),
            (RELATIVE, False),
            (kk.RelativeTo("平均", kk.Comparator.EQUAL), True),
            (KEPT, False),
            (kk.Improve(), True),
            (kk.Improve(HIGHER), False),
            (kk.Qualitative("削減", direction=LOWER), True),
            (kk.Unset(), False),
        ],
    )
    def test_what_more_could_miss(self, rule: kk.Rule, capped: bool) -> None:  # noqa: FBT001
        assert rule.is_capped(q("5 件")) is capped
        assert not self.CUT.is_capped(q("5 件 change=decrease"))

    @pytest.mark.parametrize(
        ("rule", "reference", "expected"),
        [
            (MULTIPLE, "1000 件", "(-∞,980] 件"),
            (MULTIPLE, None, None),
            (MULTIPLE, "[1000,∞) 件", None),
            (kk.AtLeast(q("1.1 倍"), reference="現状"), "1000 件", "[1100.0,∞) 件"),
            (kk.AtLeast(q("1.1 倍"), reference="現状"), None, None),
            (kk.Between(q("[95,105] %"), reference="前年"), "1000 件", "[950,1050] 件"),
            (kk.Reach(q("1.1 倍"), reference="前年"), "1000 件", "1100.0 件"),
            (kk.Maintain(direction=HIGHER), "10 件", "[10,∞) 件"),
            (kk.Maintain(direction=LOWER), "10 件", "(-∞,10] 件"),
            (kk.Maintain(direction=LOWER), None, None),
            (kk.Maintain(q("(-∞,10] 件"), direction=LOWER), None, "(-∞,10] 件"),
            (kk.Maintain(), "10 件", "10 件"),
            (kk.ReduceBy(q("10 位")), "15 位", "(-∞,5] 位"),
        ],
    )
    def test_what_is_drawn_as_met(
        self, rule: kk.Rule, reference: str | None, expected: str | None
    ) -> None:
        zone = rule.zone(None if reference is None else q(reference), q("5 件"), "数")
        assert zone == (expected and q(expected))

    def test_a_bare_number_resolved(self) -> None:
        evidence = Evidence("数", None, kk.Observation(None, q("3 種類")))
        assert self.BARE.resolved(evidence) == kk.AtLeast(q("12 種類"))
        assert kk.Reach(q("2 種類")).resolved(evidence) == kk.Reach(q("2 種類"))
        assert self.NUMBER.resolved(evidence) == self.NUMBER
        half = kk.Reach(q("50 %"), reference="現状")
        assert half.resolved(evidence) == half
        lower = kk.Reach(q("50 %"), reference="現状", direction=LOWER)
        assert lower.resolved(evidence) == kk.AtMost(q("50 %"), reference="現状")
        known = Evidence("数", None, direction=HIGHER)
        assert half.resolved(known) == kk.AtLeast(q("50 %"), reference="現状")

    def test_a_stricter_one(self) -> None:
        assert self.CEILING.stricter() == kk.AtMost(q("126 件 margin=0.5"), strict=True)
        assert self.FLOOR.stricter() == self.FLOOR
        assert self.BARE.stricter() is None

    def test_on_the_way(self) -> None:
        assert self.FLOOR.strict
        assert self.FLOOR.on_the_way(q("50 %")) == kk.AtLeast(q("50 %"))
        assert self.FLOOR.on_the_way(q("60 %")) == kk.AtLeast(q("55 %"))
        assert self.CEILING.on_the_way(q("130 件")) == kk.AtMost(q("130 件"))
        assert self.CEILING.on_the_way(q("120 件")) == kk.AtMost(q("126 件"))
        assert self.BARE.on_the_way(q("5 種類")) == kk.Exactly(q("5 種類"))
        assert self.KEPT.on_the_way(q("5 団体")) == self.KEPT
        assert self.FLOOR.with_parts([]) == self.FLOOR

    @pytest.mark.wide
    def test_nobody_else_asks_which_class_a_rule_is_of(self) -> None:
        kinds = set(kpikit.model.rule.__all__) - {"Phrase", "Rule"}
        package = Path(kk.__file__).parent
        makers = {package / "rule", package / "cell"}
        codec = {package / "io" / "plan_format.py", package / "frames" / "indicators.py"}
        for path in sorted(package.rglob("*.py")):
            if makers & set(path.parents) or path in codec:
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module == "kpikit.model.rule":
                    found = kinds & {each.name for each in node.names}
                    assert path.name == "__init__.py" or not found, f"{path}: {found}"


class TestEvidence:
    """What a rule is judged against, and what it answers, are values."""

    def test_contract(self) -> None:
        check_value_object(
            Evidence("数", None), Evidence("数", seen("5 件")), Evidence("数", None, nouns=["数"])
        )
        one, other = Judgement(ACHIEVED), Judgement(MISSED)
        check_value_object(one, other)
        check_value_object(PartJudgement("①", one), PartJudgement("①", other))

    def test_flagged(self) -> None:
        judgement = Judgement(ACHIEVED, flags=(kk.Flag.EARLY,))
        assert judgement.flagged(kk.Flag.EARLY, None) is judgement
        assert judgement.flagged(kk.Flag.FORECAST).flags == (kk.Flag.EARLY, kk.Flag.FORECAST)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(kk.Improve(), True), (kk.Improve(kk.Direction.HIGHER), False), (kk.Maintain(), True)],
)
def test_what_evidence_tells(rule: kk.Rule, *, expected: bool) -> None:
    assert expected is rule.is_undirected
