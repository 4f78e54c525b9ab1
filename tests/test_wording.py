"""Values in words, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit.judging.assumed import quantities_of
from kpikit.judging.explanation import flag_sentences
from kpikit.judging.wording import (
    flag_words,
    number_words,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)
from kpikit.language.messages import Language
from kpikit.model.indicator import Cell, Source
from kpikit.model.verdict import Direction, Flag

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
        "資料部数の7割を超える削減",
        "a reduction of more than 70% (7割) of 資料部数",
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
        kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=2),
        "2年度前の全国平均以上",
        "at least the national average of 2 years before",
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


class TestSpelling:
    """A row is told in its own words."""

    @staticmethod
    def told(name: str, target: str, actual: str, lang: Language = "ja") -> str:
        cells = [
            Cell("指標名", name),
            Cell("目標値", target),
            Cell("実績値", actual),
        ]
        one = kk.Indicator(
            name,
            target=kk.read_target(target).unwrap(),
            source=Source(kk.Location("plan.csv", 2), cells),
        )
        return kk.evaluate(one, kk.read_actual(actual).unwrap()).explain(lang)

    @pytest.mark.parametrize(
        ("target", "actual", "told"),
        [
            (
                "6,700時間削減",
                "約16,000時間削減 (R5)",
                (
                    "実績値(令和5年度)は約16,000時間の削減で、目標「6,700時間以上の削減」を達成した"
                    "(約9,300時間上回る)。"
                ),
            ),
            (
                "5人以上減少",
                "3人減少",
                "実績値は3人の減少で、目標「5人以上の減少」を達成していない(2人不足)。",
            ),
            (
                "149百万円以下",
                "187百万円",
                (
                    "実績値は187百万円で、目標値149百万円以下を38百万円超過しており、"
                    "達成していない。"
                ),
            ),
            (
                "285千人以上",
                "300千人",
                "実績値は300千人で、目標値285千人以上を達成した(15千人上回る)。",
            ),
            (
                "1億4,900万円以上",
                "160百万円",
                "実績値は1億6,000万円で、目標値1億4,900万円以上を達成した(1,100万円上回る)。",
            ),
            (
                "12,000件/年以上",
                "33,852件/年",
                "実績値は年間33,852件で、目標「年間12,000件以上」を達成した(21,852件上回る)。",
            ),
            (
                "4年間累計2,000人以上",
                "4年間累計2,100人",
                (
                    "実績値は4年間の累計2,100人で、目標「4年間の累計2,000人以上」を達成した"
                    "(100人上回る)。"
                ),
            ),
        ],
    )
    def test_words_of_the_cells(self, target: str, actual: str, told: str) -> None:
        assert self.told("指標", target, actual).startswith(told)

    @pytest.mark.parametrize(
        ("name", "target", "actual", "told"),
        [
            (
                "BOD",
                "2.0mg/L以下",
                "1.9mg/L",
                "実績値は1.9mg/Lで、目標値2.0mg/L以下を達成した(0.1mg/L下回る)。",
            ),
            (
                "給水原価",
                "168円/㎥以下",
                "171.6円/㎥",
                (
                    "実績値は171.6円/㎥で、目標値168円/㎥以下を3.6円/㎥超過しており、"
                    "達成していない。"
                ),
            ),
            (  # what is per people or a year has words of its own
                "公園面積",
                "12.9㎡/人以上",
                "13.1㎡/人",
                "実績値は1人当たり13.1㎡で、目標「1人当たり12.9㎡以上」を達成した(0.2㎡上回る)。",
            ),
            (
                "得点",
                "58.1点以上かつ57点以上",
                "57.5点",
                "実績値は57.5点で、目標「58.1点以上かつ57点以上」を達成していない(0.6点不足)。",
            ),
            (
                "延長",
                "6km以上(23km以上)",
                "7km(24km)",
                "実績値は7km(24km)で、目標「6km以上(23km以上)」を達成した。",
            ),
            (
                "来館者数",
                "70万人以上",
                "約64万人",
                (
                    "実績値は約64万人で、目標値70万人以上に約6万人及ばない。"
                    "実績値は概数のため、63.5万人以上64.5万人未満として判定した。"
                ),
            ),
            (
                "通いの場への参加率",
                "3%程度",
                "2.8%",
                (
                    "実績値は2.8%で、目標「3%程度」を達成していない(0.2ポイント不足)。"
                    "目標値は概数であるが、書かれた数値そのものと比較した。"
                    "指標名から、増加を目指す指標とみなした。"
                ),
            ),
            (
                "率",
                "9.0以下",
                "8.9%",
                (
                    "実績値は8.9%であるが、目標値に単位が書かれておらず、実績値の単位と照合できない"
                    "ため、目標値9.0以下を達成したか判定できない。"
                ),
            ),
            (
                "率",
                "11.0%以下",
                "8.9",
                (
                    "実績値は8.9であるが、実績値に単位が書かれておらず、目標値の単位と照合できない"
                    "ため、目標値11.0%以下を達成したか判定できない。"
                ),
            ),
            (
                "開業数(累計)",
                "累計15件以上",
                "12件",
                (
                    "実績値は12件で、目標「累計15件以上」を達成していない(3件不足)。"
                    "「累計」が目標値にしか書かれていないため、指標名により、"
                    "実績値も「累計」の値とみなした。"
                ),
            ),
            (
                "サービスの増加数",
                "12件以上",
                "26件増加",
                (
                    "実績値は26件の増加で、目標値12件以上を達成した(14件上回る)。"
                    "「増加」が実績値にしか書かれていないため、指標名により、"
                    "目標値も「増加」の値とみなした。"
                ),
            ),
        ],
    )
    def test_whole_sentences(self, name: str, target: str, actual: str, told: str) -> None:
        assert self.told(name, target, actual) == told

    @pytest.mark.parametrize(
        ("target", "japanese", "english"),
        [
            (
                "平成25年度比10%削減",
                "平成25年度比10%以上の削減",
                "a reduction of at least 10% from FY2013",
            ),
            ("2013年比10%増", "2013年比10%以上の増加", "an increase of at least 10% from 2013"),
            (
                "対前年度比10%増",
                "前年度比10%以上の増加",
                "an increase of at least 10% from the value of the year before",
            ),
            (
                "前年度から5件増加",
                "前年度から5件以上の増加",
                "an increase of at least 5 cases from the value of the year before",
            ),
            (
                "現状から10%削減",
                "現状から10%以上の削減",
                "a reduction of at least 10% from the present value",
            ),
            (
                "140件の10%減",
                "140件から10%以上の削減",
                "a reduction of at least 10% from 140 cases",
            ),
        ],
    )
    def test_from_what_a_change_counts(self, target: str, japanese: str, english: str) -> None:
        rule = kk.read_target(target).unwrap()
        assert (rule_words(rule), rule_words(rule, "en")) == (japanese, english)

    def test_the_value_that_a_change_asks_for(self) -> None:
        one = kk.Indicator(
            "電気使用量",
            target=kk.read_target("平成25年度比10%削減").unwrap(),
            baseline=kk.Observation(kk.FiscalYear(2013), q("2130 千kWh")),
        )
        judged = kk.evaluate(one, kk.Observation(R5, q("1905 千kWh")))
        assert judged.explain() == (
            "実績値(令和5年度)は1,905千kWhで、目標「平成25年度比10%以上の削減」を達成した"
            "(12千kWh下回る)。比較の基準とした値は2,130千kWhで、"
            "目標に当たる値は1,917千kWhである。"
        )
        assert judged.explain("en").endswith(
            "It was compared with 2,130,000 kWh, which makes the target 1,917,000 kWh."
        )

    def test_parts_that_are_not_exact(self) -> None:
        """Of several values the sentence says no range, but how each was taken."""
        assert self.told("延べ利用者数", "A 50人以上 B 50人以上", "A 約60人 B 約70人") == (
            "実績値はA 約60人、B 約70人で、目標「A 50人以上、B 50人以上」を達成した。"
            "実績値は概数のため、四捨五入してその値になる範囲で判定した。"
        )

    def test_the_first_value_is_told_before_what_follows_from_it(self) -> None:
        one = kk.Indicator(
            "給水件数",
            target=kk.Reach(q("1400 件")),
            observations=[
                kk.Observation(kk.FiscalYear(2004), q("1280 件")),
                kk.Observation(kk.FiscalYear(2006), q("1400 件")),
            ],
        )
        assert (
            kk.evaluate(one)
            .explain()
            .endswith(
                "当初値が示されていないため、最も古い値を当初値とみなした。"
                "目標値が当初値より大きいため、増加を目指す指標とみなした。"
            )
        )

    @pytest.mark.parametrize(
        ("quantity", "japanese", "english"),
        [
            ("390 千m2", "390千㎡", "390,000 m²"),
            ("96 m3", "96㎥", "96 m³"),
            ("20 km2", "20㎢", "20 km²"),
            ("1.9 mg per=L", "1L当たり1.9mg", "1.9 mg per L"),
            ("168 円 per=m3", "1㎥当たり168円", "168 yen per m³"),
            ("1230 万t-CO2", "1,230万t-CO2", "12,300,000 t-CO2"),
            ("9 法人", "9法人", "9 corporations"),
            (
                "1500 社 per=5年間 statistic=累計",
                "5年間の累計1,500社",
                "1,500 companies (running total) of 5 years",
            ),
            ("7.2 件 per=10万人", "10万人当たり7.2件", "7.2 cases per 100,000 people"),
        ],
    )
    def test_measures(self, quantity: str, japanese: str, english: str) -> None:
        told = q(quantity)
        assert (quantity_words(told), quantity_words(told, "en")) == (japanese, english)

    def test_conditions_and_brackets_in_english(self) -> None:
        assert self.told("得点", "58.1点以上かつ57点以上", "57.5点", "en") == (
            "The actual is 57.5 points and does not meet the target of "
            "at least 58.1 points and at least 57 points (0.6 points short)."
        )
        assert "is 1.9 mg per L" in self.told("BOD", "2.0mg/L以下", "1.9mg/L", "en")
        assert self.told("延長", "6km以上(23km以上)", "7km(24km)", "en") == (
            "The actual is 7 km (24 km) and meets the target of at least 6 km (at least 23 km)."
        )

    def test_a_rank_keeps_what_stands_before_it(self) -> None:
        assert self.told("順位", "全国10位以内", "全国12位") == (
            "実績値は全国12位で、目標「全国10位以内」を達成していない(2ランク下)。"
        )
        assert self.told("順位", "全国10位以内", "県内12位").startswith(
            "実績値は12位で、目標値10位以内に2ランク及ばない。"
        )

    def test_the_word_behind_a_number_that_is_not_exact(self) -> None:
        assert "目標「30%程度」を達成したか" in self.told("割合", "30%程度", "20%")
        assert "目標「約30%" in self.told("割合", "約30%", "25%程度")

    def test_what_another_document_sets(self) -> None:
        told = self.told("処分量", "第五次計画で定 める目標", "9.6万t")
        assert "目標「第五次計画で定める目標」を達成したか判定できない" in told
        told = self.told("処分量", "第五次計画で定める", "9.6万t")
        assert "目標「第五次計画で定める指標」を達成したか判定できない" in told

    def test_change_of_an_amount_and_from_a_time(self) -> None:
        target = kk.read_target("資料部数 7割削減").unwrap()
        assert rule_words(target) == "資料部数の7割以上の削減"
        assert rule_words(target, "en") == "a reduction of at least 70% (7割) of 資料部数"
        assert rule_words(kk.read_target("2020年度比11.2%増").unwrap()) == (
            "2020年度比11.2%以上の増加"
        )

    def test_numbers_below_a_multiplier_are_told_in_ones(self) -> None:
        """The 10万人 of a name make no 0.02646万人 of 264.6人."""
        assert self.told("医師数(人口10万人当たり)", "264.6人以上", "243.8人").startswith(
            "実績値は243.8人で、目標値264.6人以上に20.8人及ばない。"
        )

    @pytest.mark.parametrize(
        ("target", "actual", "told", "english"),
        [
            (
                "年30%以上",
                "36%",
                "「毎年」の目標値のため、実績値の時期の目標とみなした。",
                'The target is set for each ("each year") and was taken for that of the actual.',
            ),
            (
                "30%以上",
                "年36%",
                "「毎年」の実績値のため、目標値も「毎年」の値とみなした。",
                'The actual is of each ("each year"), and so was the target taken.',
            ),
            (
                "5人以上",
                "1世帯当たり6人",
                "「1世帯当たり」が実績値にしか書かれていないため、目標値も同じ基準とみなした。",
                '"per household" stands with the actual only and was taken for the target too.',
            ),
            (
                "年間稼働時間の0.1%未満",
                "0%",
                "「年間稼働時間」が目標値にしか書かれていないため、実績値も同じ基準とみなした。",
                '"年間稼働時間" stands with the target only and was taken for the actual too.',
            ),
            (
                "15%以上",
                "平均5.0%",
                "「平均」が実績値にしか書かれていないため、目標値も「平均」の値とみなした。",
                '"on average" stands with the actual only and was taken for the target too.',
            ),
            (
                "A: 1人当たり30件以上 B: 40件以上",
                "A: 1人当たり35件 B: 1人当たり45件",
                (
                    "「年間」「毎年度」「1人当たり」などの基準が実績値と目標値の一方にしか"
                    "書かれていないため、同じ基準とみなした。"
                ),
                "what it is of or per stands on one side only and was taken as shared.",
            ),
        ],
    )
    def test_what_one_side_leaves_out(
        self, target: str, actual: str, told: str, english: str
    ) -> None:
        assert told in self.told("指標", target, actual)
        assert english in self.told("指標", target, actual, "en").replace("What it", "what it")

    def test_english(self) -> None:
        assert self.told("指標", "149百万円以下", "187百万円", "en").startswith(
            "The actual is 187 million yen, 38 million yen above the target of "
            "at most 149 million yen, which is not met."
        )

    def test_share_of_something(self) -> None:
        target = kk.read_target("年間稼働時間の0.1%未満").unwrap()
        assert rule_words(target) == "年間稼働時間の0.1%未満"
        assert quantity_words(q("5 % per=月")) == "毎月5%"
        assert quantity_words(q("5 人 per=世帯")) == "1世帯当たり5人"
        assert quantity_words(q("946 g per=人・日"), "en") == "946 g per person and day"


class TestAmounts:
    """Units in English, where there is a word."""

    @pytest.mark.parametrize(
        ("quantity", "english"),
        [
            ("1 人", "1 person"),
            ("21 事業", "21 projects"),
            ("355.0 万人", "3,550,000 people"),
            ("34.5 千件", "34,500 cases"),
            ("4 割", "40% (4割)"),
            ("12 位", "place 12"),
            ("3 頭", "3 head"),
            ("7 者", "7者"),
            ("5 km", "5 km"),
            ("5 %", "5%"),
            ("1234567 円", "1,234,567 yen"),
            ("149000000 円", "149 million yen"),
            ("152 件数", "152 cases"),
        ],
    )
    def test_english(self, quantity: str, english: str) -> None:
        assert quantity_words(q(quantity), "en") == english

    def test_name_of_a_count(self) -> None:
        assert quantity_words(q("152 件数")) == "152件"
        assert quantity_words(q("3 階数")) == "3階数"


class TestPlaces:
    """A place is so many ranks ahead of another or behind it, never more or less."""

    @staticmethod
    def told(rule: kk.Rule, actual: str, lang: Language, status: str = "final") -> str:
        one = kk.Indicator("全国順位", target=rule)
        seen = kk.Observation(None, q(actual), status=kk.Status(status))
        return kk.evaluate(one, seen).explain(lang)

    @pytest.mark.parametrize(
        ("rule", "actual", "status", "japanese", "english"),
        [
            (
                kk.AtMost(q("10 位")),
                "15 位",
                "final",
                "実績値は15位で、目標値10位以内に5ランク及ばない。",
                "The actual is place 15, 5 places behind the target of place 10 or better.",
            ),
            (
                kk.AtMost(q("10 位")),
                "9 位",
                "final",
                "実績値は9位で、目標値10位以内を達成した(1ランク上)。",
                (
                    "The actual is place 9 and meets the target of place 10 or better "
                    "(1 place ahead of it)."
                ),
            ),
            (
                kk.AtMost(q("10 位")),
                "10 位",
                "final",
                "実績値は10位で、目標値10位以内を達成した。",
                "The actual is place 10 and meets the target of place 10 or better.",
            ),
            (
                kk.Exactly(q("3 位")),
                "2 位",
                "final",
                "実績値は2位で、目標「ちょうど3位」を達成していない(1ランク上)。",
                (
                    "The actual is place 2 and does not meet the target of exactly place 3 "
                    "(1 place ahead)."
                ),
            ),
            (
                kk.AtMost(q("10 位")),
                "15 位",
                "forecast",
                (
                    "見込値は15位で、目標値10位以内に5ランク及ばない見込みである。"
                    "見込みの値のため、達成・未達成の件数に含めない。"
                ),
                (
                    "The forecast is place 15, which would be 5 places behind "
                    "the target of place 10 or better. A forecast, kept out of the counts."
                ),
            ),
        ],
    )
    def test_sentences(
        self, rule: kk.Rule, actual: str, status: str, japanese: str, english: str
    ) -> None:
        assert self.told(rule, actual, "ja", status) == japanese
        assert self.told(rule, actual, "en", status) == english

    def test_of_parts_and_of_a_target_in_words(self) -> None:
        one = kk.Indicator("順位", target=kk.read_target("X: 10位以内 Y: 5位以内").unwrap())
        seen = kk.read_actual("X: 12位 Y: 5位").unwrap()
        assert kk.evaluate(one, seen).explain() == (
            "実績値はX 12位、Y 5位で、目標「X 10位以内、Y 5位以内」を達成していない(Xは2ランク下)。"
        )
        assert kk.evaluate(one, seen).explain("en").endswith("(X is 2 places behind).")
        better = kk.Indicator("順位", target=kk.Improve(), baseline=q("12 位"))
        assert (
            kk.evaluate(better, kk.Observation(R5, q("14 位")))
            .explain()
            .startswith(
                "実績値(令和5年度)は14位で、目標「現状より改善」を達成していない(2ランク下)。"
            )
        )


class TestParts:
    """Which of several parts are missed, by how much, or cannot be told."""

    @staticmethod
    def told(target: str, actual: str, **settings: Any) -> str:
        one = kk.Indicator("利用者数", target=kk.read_target(target).unwrap(), **settings)
        return kk.evaluate(one, kk.read_actual(actual).unwrap()).explain()

    def test_missed(self) -> None:
        assert self.told("X: 400人以上 Y: 650人以上", "X: 390人 Y: 700人").startswith(
            "実績値はX 390人、Y 700人で、目標「X 400人以上、Y 650人以上」を達成していない"
            "(Xは10人不足)。"
        )
        assert "(Yは5件超過)" in self.told("X: 40件以下 Y: 60件以下", "X: 39件 Y: 65件")

    def test_missed_without_a_name(self) -> None:
        """What is called by its unit alone is told by how far off it is."""
        assert "(9社不足、29人不足)。" in self.told("30社以上、60人以上", "21社、31人")
        assert "(2人超過)。" in self.told("30社以下、60人以下", "21社、62人")

    def test_two_things_that_tell_which_way_is_better(self) -> None:
        flags = [Flag.DIRECTION_FROM_NAME, Flag.PROVISIONAL, Flag.DIRECTION_FROM_PARTS]
        assert [*flag_sentences(flags, "ja", Direction.LOWER)] == [
            "指標名及び同じ指標のほかの項目から、減少を目指す指標とみなした。",
            "実績値は速報又は暫定の値である。",
        ]
        assert next(flag_sentences(flags, "en", Direction.HIGHER)) == (
            "the name and other parts tell that this should rise."
        )
        assert len([*flag_sentences(flags, "ja")]) == 3

    def test_a_target_of_nought_is_told_as_it_is_written(self) -> None:
        assert self.told("0件", "0件") == (
            "実績値は0件で、目標値0件を達成した。目標値がゼロのため、ゼロ以下を目標とみなした。"
        )
        assert self.told("0件", "3件").startswith(
            "実績値は3件で、目標値0件を3件超過しており、達成していない。"
        )

    def test_numbers_of_nothing(self) -> None:
        assert quantities_of(None) == []

    def test_label_in_brackets(self) -> None:
        told = self.told("【現場】5人以上、【事務】5人以上", "【現場】4人、【事務】6人")
        assert told.startswith("実績値は【現場】4人、【事務】6人で、")

    def test_one_target_for_all(self) -> None:
        assert self.told("80%以上", "男性:75% 女性:85%").startswith(
            "実績値は男性 75%、女性 85%で、目標値80%以上を達成していない(男性は5ポイント不足)。"
        )

    def test_some_cannot_be_told(self) -> None:
        told = self.told("30社以上", "①40社 ②50人")
        assert told == (
            "実績値は① 40社、② 50人であるが、うち②は目標とは単位が異なるため、"
            "目標値30社以上を達成したか判定できない。"
        )

    def test_without_a_gap(self) -> None:
        ranges = "X: 3件以上 Y: 2件以上"
        assert "(Xが未達成)" in self.told("X: 2件以下 Y: 9件以上", "X: 3件以上 Y: 9件以上")
        assert "取り得る範囲が目標値をまたぐ" in self.told("X: 4件以上 Y: 1件以上", ranges)


class TestDue:
    """What is not due names its target and when it is."""

    @pytest.mark.parametrize(
        ("period", "told"),
        [
            (kk.FiscalYear(2027), "目標値は55%以上で、目標年度(令和9年度)は到来していない。"),
            (kk.CalendarYear(2027), "目標値は55%以上で、目標年(令和9年)は到来していない。"),
            (kk.Date(2027, 3, 31), "目標値は55%以上で、期限(令和9年3月31日)は到来していない。"),
            (
                kk.Span(kk.FiscalYear(2024), kk.FiscalYear(2027)),
                ("目標値は55%以上で、対象期間(令和6年度～令和9年度)の終期は到来していない。"),
            ),
        ],
    )
    def test_not_due(self, period: kk.Period, told: str) -> None:
        one = kk.Indicator("利用率", target=kk.Target(kk.AtLeast(q("55 %")), period))
        assert kk.evaluate(one, kk.Observation(R5, q("48 %"))).explain() == (
            f"{told}令和5年度の実績値は48%であるが、"
            "進み具合は、当初値が示されていないため判定できない。"
        )

    def test_words(self) -> None:
        one = kk.Indicator("率", target=kk.Target(kk.ReduceBy(q("7 割")), kk.FiscalYear(2027)))
        assert kk.evaluate(one, kk.Observation(R5, missing=kk.Missing.BLANK)).explain() == (
            "目標は「7割以上の削減」で、目標年度(令和9年度)は到来していない。"
            "進み具合は、令和5年度の実績値が示されていないため判定できない。"
        )

    @pytest.mark.parametrize(
        ("period", "seen", "told"),
        [
            (R5, R5, "実績値(令和5年度)は60%で、同年度の目標値55%以上を達成した"),
            (
                kk.CalendarYear(2023),
                kk.CalendarYear(2023),
                "実績値(令和5年)は60%で、同年の目標値55%以上を達成した",
            ),
            (
                kk.Date(2023, 3, 31),
                kk.Date(2023, 3, 31),
                "実績値(令和5年3月31日)は60%で、同じ時期の目標値55%以上を達成した",
            ),
            (
                kk.FiscalYear(2024),
                R5,
                "実績値(令和5年度)は60%で、令和6年度の目標値55%以上を期限前に達成した",
            ),
        ],
    )
    def test_periods_of_both(self, period: kk.Period, seen: kk.Period, told: str) -> None:
        one = kk.Indicator("利用率", target=kk.Target(kk.AtLeast(q("55 %")), period))
        assert kk.evaluate(one, kk.Observation(seen, q("60 %"))).explain() == (
            f"{told}(5ポイント上回る)。"
        )

    def test_forecast(self) -> None:
        one = kk.Indicator("利用率", target=kk.AtLeast(q("55 %")))
        seen = kk.Observation(R5, q("60 %"), status=kk.Status.FORECAST)
        assert kk.evaluate(one, seen).explain() == (
            "見込値(令和5年度)は60%で、目標値55%以上を達成する見込みである(5ポイント上回る)。"
            "見込みの値のため、達成・未達成の件数に含めない。"
        )

    def test_approximate(self) -> None:
        one = kk.Indicator("利用者数", target=kk.AtLeast(q("16000 人")))
        seen = kk.read_actual("約12,000人").unwrap()
        assert "目標値16,000人以上に約4,000人及ばない。" in kk.evaluate(one, seen).explain()


class TestFlags:
    """What was taken as read, and which way."""

    def test_way(self) -> None:
        lower = kk.Direction.LOWER
        assert flag_words(kk.Flag.DIRECTION_FROM_NAME, way=lower) == (
            "指標名から、減少を目指す指標とみなした"
        )
        assert flag_words(kk.Flag.DIRECTION_FROM_NAME) == "指標名から、望ましい方向を判断した"
        assert flag_words(kk.Flag.EARLY, "en", lower) == "met before its date"


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

    def test_band(self) -> None:
        one = kk.Indicator("割合", target=kk.Between(q("[40,60] %")))
        assert kk.evaluate(one, kk.Observation(R5, q("35 %"))).explain() == (
            "実績値(令和5年度)は35%で、目標「40%以上60%以下」を達成していない。"
        )

    def test_benchmark_beside_the_actual_is_told_once(self) -> None:
        one = kk.Indicator("割合", target=kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST))
        seen = kk.Observation(R5, q("70 %"), benchmark=kk.Benchmark("全国平均", q("75 %")))
        assert kk.evaluate(one, seen).explain() == (
            "実績値(令和5年度)は70%(全国平均75%)で、"
            "目標「全国平均以上」を達成していない(5ポイント不足)。"
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
            "比較の基準とした値は1,000tで、目標に当たる値は980tである。"
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
