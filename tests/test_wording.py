"""Values in words, in both languages."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

import kpikit as kk
from kpikit.judging.wording import (
    number_words,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)

R5 = kk.FiscalYear(2023)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


class TestValues:
    """Numbers, quantities, periods."""

    def test_number(self) -> None:
        numbers = ["16000", "1.6E+4", "-5.0", "0.10", "1234567.89"]
        assert [number_words(Decimal(each)) for each in numbers] == [
            "16,000",
            "16,000",
            "-5.0",
            "0.10",
            "1,234,567.89",
        ]

    @pytest.mark.parametrize(
        ("quantity", "japanese", "english"),
        [
            ("55 %", "55%", "55%"),
            ("16000 時間 margin=500", "約16,000時間", "about 16,000 hours"),
            ("26 種類 change=increase", "26種類の増加", "an increase of 26 kinds"),
            ("26 種類 change=decrease", "26種類の減少", "a decrease of 26 kinds"),
            ("10 位 change=decrease", "10位の上昇", "a rise of 10 places"),
            ("10 位 change=increase", "10位の低下", "a fall of 10 places"),
            ("5.0 % statistic=平均", "平均5.0%", "5.0% (on average)"),
            ("126 部 per=1案件", "1案件当たり126部", "126 copies per case"),
            ("[9,∞) 割", "9割以上", "90% (9割) or more"),
            ("(9,∞) 割", "9割超", "above 90% (9割)"),
            ("(-∞,30] 分", "30分以下", "30 minutes or less"),
            ("19800000000 円", "198億円", "19.8 billion yen"),
            ("-1200120050000 円", "-1兆2,001億2,005万円", "-1,200,120.05 million yen"),
            ("360000 円 margin=5000", "約36万円", "about 360,000 yen"),
            (
                "[20000,35500) 円",
                "2万円以上35,500円未満",
                "20,000 yen or more and below 35,500 yen",
            ),
            ("0 円", "0円", "0 yen"),
            ("10000.5 円", "10,000.5円", "10,000.5 yen"),
            ("1350000 人", "1,350,000人", "1,350,000 people"),
            ("[40,60) %", "40%以上60%未満", "40% or more and below 60%"),
        ],
    )
    def test_quantity(self, quantity: str, japanese: str, english: str) -> None:
        assert quantity_words(q(quantity)) == japanese
        assert quantity_words(q(quantity), "en") == english

    def test_period(self) -> None:
        assert period_words(R5) == "令和5年度"
        assert period_words(R5, "en") == "FY2023"

    def test_observation(self) -> None:
        average = kk.Benchmark("全国平均", q("75.2 %"))
        seen = kk.Observation(R5, q("81.9 %"), benchmark=average)
        unnamed = kk.Part("", kk.Observation(R5, outcome="削減"))
        both = kk.Observation(R5, parts=[kk.Part("①", seen), unnamed])
        assert observation_words(both) == "① 81.9%(全国平均75.2%)、「削減」"
        assert observation_words(both, "en") == ("① 81.9% (the national average 75.2%); 「削減」")
        assert observation_words(None) == "なし"
        of_county = kk.Benchmark("県平均", q("70 %"))
        several = attrs.evolve(seen, other_benchmarks=[of_county])
        assert observation_words(several) == "81.9%(全国平均75.2%、県平均70%)"
        assert (
            observation_words(several, "en")
            == "81.9% (the national average 75.2%; the prefectural average 70%)"
        )
        missing = kk.Observation(R5, missing=kk.Missing.PENDING)
        assert observation_words(missing, "en") == "none"


RULES: list[tuple[kk.Rule, str, str]] = [
    (kk.AtLeast(q("55 %")), "55%以上", "at least 55%"),
    (kk.AtLeast(q("50 種類"), strict=True), "50種類超", "more than 50 kinds"),
    (kk.AtMost(q("126 件")), "126件以下", "at most 126 cases"),
    (kk.AtMost(q("0.1 %"), strict=True), "0.1%未満", "less than 0.1%"),
    (kk.Between(q("[40,60] %")), "40%以上60%以下", "40% or more and 60% or less"),
    (kk.Exactly(q("27 館")), "ちょうど27館", "exactly 27 facilities"),
    (kk.Reach(q("12 種類")), "12種類", "12 kinds"),
    (
        kk.AtMost(q("98 %"), reference="前年"),
        "前年の98%以下",
        "at most 98% of the value of the year before",
    ),
    (
        kk.Reach(q("1.1 倍"), reference="前年"),
        "前年の1.1倍",
        "1.1 times of the value of the year before",
    ),
    (
        kk.Between(q("[95,105] %"), reference="前年"),
        "前年の95%以上105%以下",
        "95% or more and 105% or less of the value of the year before",
    ),
    (kk.ReduceBy(q("7 割")), "7割以上の削減", "a reduction of at least 70% (7割)"),
    (kk.ReduceBy(q("10 位")), "順位を10位以上上げること", "a rise by at least 10 places in rank"),
    (
        kk.ReduceBy(q("10 位"), strict=True, reference="前年度"),
        "前年度から順位を10位より多く上げること",
        "a rise by more than 10 places in rank from the value of the year before",
    ),
    (kk.IncreaseBy(q("3 位")), "順位を3位以上下げること", "a fall by at least 3 places in rank"),
    (
        kk.IncreaseBy(q("3 位"), strict=True),
        "順位を3位より多く下げること",
        "a fall by more than 3 places in rank",
    ),
    (
        kk.ReduceBy(q("7 割"), strict=True, reference="資料部数"),
        "資料部数から7割を超える削減",
        "a reduction of more than 70% (7割) from 資料部数",
    ),
    (
        kk.IncreaseBy(q("10 %"), base=q("140 件")),
        "140件から10%以上の増加",
        "an increase of at least 10% from 140 cases",
    ),
    (
        kk.IncreaseBy(q("10 %"), strict=True),
        "10%を超える増加",
        "an increase of more than 10%",
    ),
    (
        kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=1),
        "前年度の全国平均以上",
        "at least the national average of the year before",
    ),
    (
        kk.RelativeTo("前年度", kk.Comparator.ABOVE, margin=q("5 件")),
        "前年度に5件を加えた値を上回る",
        "above the value of the year before plus 5 cases",
    ),
    (
        kk.RelativeTo("全国平均", kk.Comparator.AT_MOST, margin=q("5 ポイント")),
        "全国平均から5ポイントを引いた値以下",
        "at most the national average less 5 points",
    ),
    (
        kk.RelativeTo("県平均", kk.Comparator.AT_LEAST, margin=q("-1 ポイント")),
        "県平均から1ポイントを引いた値以上",
        "at least the prefectural average less 1 point",
    ),
    (
        kk.RelativeTo("県平均", kk.Comparator.AT_MOST, margin=q("-2 ポイント")),
        "県平均に2ポイントを加えた値以下",
        "at most the prefectural average plus 2 points",
    ),
    (
        kk.RelativeTo("前年度", kk.Comparator.AT_MOST),
        "前年度以下",
        "at most the value of the year before",
    ),
    (
        kk.RelativeTo("前年度", kk.Comparator.BELOW),
        "前年度を下回る",
        "below the value of the year before",
    ),
    (
        kk.RelativeTo("前年度", kk.Comparator.EQUAL),
        "前年度と同じ",
        "equal to the value of the year before",
    ),
    (kk.AtMost(q("30 位")), "30位以内", "place 30 or better"),
    (kk.AtMost(q("30 位"), strict=True), "30位より上", "better than place 30"),
    (kk.Maintain(q("(-∞,10] 位")), "10位以内を維持", "keeping place 10 or better"),
    (kk.Maintain(q("[80,∞) %")), "80%以上を維持", "keeping 80% or more"),
    (kk.Maintain(), "現状を維持", "keeping the present value"),
    (
        kk.Maintain(direction=kk.Direction.HIGHER),
        "現状を維持又は増加",
        "keeping or raising the present value",
    ),
    (
        kk.Maintain(direction=kk.Direction.LOWER),
        "現状を維持又は減少",
        "keeping or lowering the present value",
    ),
    (
        kk.Maintain(q("5 位"), direction=kk.Direction.LOWER),
        "5位を維持又は上昇",
        "keeping or bettering place 5",
    ),
    (
        kk.Maintain(q("5 位"), direction=kk.Direction.HIGHER),
        "5位を維持又は低下",
        "keeping or worsening place 5",
    ),
    (kk.Maintain(q("90 団体")), "90団体を維持", "keeping 90 organisations"),
    (kk.Improve(kk.Direction.HIGHER), "現状より増加", "more than the present value"),
    (kk.Improve(kk.Direction.LOWER), "現状より減少", "less than the present value"),
    (kk.Improve(reference="前年度"), "前年度より改善", "better than the value of the year before"),
    (kk.Qualitative("削減"), "削減", "「削減」"),
    (kk.DefinedElsewhere("方針"), "方針で定める指標", "as set in 方針"),
    (kk.Exploratory(), "未設定(探索型)", "none, exploratory"),
    (kk.Unset(), "未設定", "none set"),
    (
        kk.AllOf([kk.RulePart("①", kk.Unset()), kk.RulePart("", kk.Reach(q("5 件")))]),
        "① 未設定、5件",
        "① none set; 5 cases",
    ),
]


class TestRules:
    """Every rule has words in both languages."""

    @pytest.mark.parametrize(("rule", "japanese", "english"), RULES)
    def test_words(self, rule: kk.Rule, japanese: str, english: str) -> None:
        assert rule_words(rule) == japanese
        assert rule_words(rule, "en") == english

    def test_no_kind_is_left_out(self) -> None:
        def kinds(kind: type[kk.Rule]) -> set[type[kk.Rule]]:
            below = kind.__subclasses__()
            return {each for one in below for each in kinds(one)} or {kind}

        assert {type(rule) for rule, _, _ in RULES} == kinds(kk.Rule)

    def test_no_rule(self) -> None:
        assert rule_words(None) == "(目標値なし)"

    def test_a_rule_of_no_kind(self) -> None:
        with pytest.raises(NotImplementedError, match="no words for Rule"):
            rule_words(kk.Rule())


class TestExplanation:
    """One sentence, what it was compared with, and what was taken as read."""

    def test_achieved(self) -> None:
        one = kk.Indicator("数", target=kk.Reach(q("12 種類")), baseline=q("3 種類"))
        evaluation = kk.evaluate(one, kk.Observation(R5, q("96 種類")))
        assert evaluation.explain() == (
            "実績値(令和5年度)は96種類で、目標値12種類以上を達成した(84種類上回る)。"
            "目標値が当初値より大きいため、増加を目指す指標とみなした。"
        )
        assert evaluation.explain("en") == (
            "The actual (FY2023) is 96 kinds and meets the target of at least 12 kinds "
            "(84 kinds above it). "
            "The target lies above the baseline, so this was taken for an indicator that "
            "should rise."
        )

    def test_reference(self) -> None:
        one = kk.Indicator("数", target=kk.Improve(kk.Direction.HIGHER), baseline=q("3 件"))
        evaluation = kk.evaluate(one, kk.Observation(R5, q("2 件")))
        assert evaluation.explain() == (
            "実績値(令和5年度)は2件で、目標「現状より増加」を達成していない(1件不足)。"
            "比較の基準とした値は3件である。"
        )

    def test_reason(self) -> None:
        evaluation = kk.evaluate(kk.Indicator("数", target=kk.AtLeast(q("5 件"))))
        assert evaluation.explain() == (
            "実績値が示されていないため、目標値5件以上を達成したか判定できない。"
        )
        assert evaluation.explain("en") == (
            "Whether the target of at least 5 cases is met cannot be told, "
            "since no actual is given."
        )

    def test_multiple(self) -> None:
        one = kk.Indicator(
            "ごみ排出量",
            target=kk.AtMost(q("98 %"), reference="前年"),
            observations=[
                kk.Observation(kk.FiscalYear(2022), q("1000 t")),
                kk.Observation(R5, q("981 t")),
            ],
        )
        assert kk.evaluate(one).explain() == (
            "実績値(令和5年度)は981tで、目標「前年の98%以下」を達成していない(1t超過)。"
            "比較の基準とした値は1,000tである。"
        )
        share = kk.evaluate(one, kk.Observation(R5, q("97 %")))
        assert share.explain() == (
            "実績値(令和5年度)は97%で、目標値98%以下を達成した(1ポイント下回る)。"
            "実績値は、目標のいう値に対する割合とみなした。"
        )

    def test_a_share_beside_a_share(self) -> None:
        seen = [kk.Observation(kk.FiscalYear(year), q("97 %")) for year in (2022, 2023)]
        target = kk.AtMost(q("98 %"), reference="前年")
        one = kk.Indicator("普及率", target=target, observations=seen)
        assert kk.evaluate(one).explain() == (
            "実績値(令和5年度)は97%であるが、比較の対象も割合であり、"
            "実績値が目標のいう比率そのものかが示されていないため、"
            "目標「前年の98%以下」を達成したか判定できない。"
        )

    def test_no_target(self) -> None:
        evaluation = kk.evaluate(kk.Indicator("数"), kk.Observation(R5, q("2 件")))
        assert evaluation.explain() == (
            "実績値(令和5年度)は2件であるが、目標値を読み取れないため、判定できない。"
        )


class TestMissing:
    """A value that is still to come, unpublished or withheld is not merely absent."""

    @pytest.mark.parametrize(
        ("cell", "japanese", "english"),
        [
            ("―", "実績値が示されていない", "no actual is given"),
            ("集計中", "実績値が確定していない(集計中など)", "the actual is still to come"),
            ("未公表", "実績値が公表されていない", "the actual is not published"),
            ("x", "実績値が秘匿されている", "the actual is withheld"),
        ],
    )
    def test_reason(self, cell: str, japanese: str, english: str) -> None:
        usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
        result = kk.evaluate(usage, kk.read_actual(cell).unwrap())

        assert kk.Reason.NO_ACTUAL is result.reason
        assert f"{japanese}ため、目標値55%以上を達成したか判定できない。" == result.explain("ja")
        assert (
            f"Whether the target of at least 55% is met cannot be told, since {english}."
            == result.explain("en")
        )
