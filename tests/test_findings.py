"""The audit: what is wrong in a table, and what in it adds up."""

from __future__ import annotations

import csv
from typing import Any

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.findings import Place
from kpikit.model.indicator import Cell, Derivation, Reduction, ShareAchieved, Source, Sum
from kpikit.report.blocks import alike
from shared import shared_path

R3, R4, R5 = kk.FiscalYear(2021), kk.FiscalYear(2022), kk.FiscalYear(2023)
A = kk.Category("A", "重点事業")
LOCATION = kk.Location("table.csv", 3)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def seen(text: str, period: Any = R5, **named: Any) -> kk.Observation:
    return kk.Observation(period, q(text), **named)


def one(name: str, rule: kk.Rule, *observations: kk.Observation, **named: Any) -> kk.Plan:
    """Return a plan of one row."""
    indicator = kk.Indicator(name, target=rule, observations=observations, **named)
    section = kk.Section("事業", "12", "電子化", indicators=[indicator], location=LOCATION)
    return kk.Plan("計画", sections=[kk.Section("table", "2", "進捗", sections=[section])])


def codes(plan: kk.Plan) -> list[str]:
    return [finding.code for finding in kk.audit(plan)]


class TestFinding:
    """A finding is a value with a code, a place and a sentence in both languages."""

    def test_contract(self) -> None:
        (finding,) = kk.audit(one("障害率", kk.AtMost(q("126 件"))))
        check_value_object(
            finding, kk.Finding("x", kk.analysis.findings.Severity.INFO, [], "日", "e")
        )
        check_value_object(*finding.places, Place("", "1"))

    def test_what_it_tells(self) -> None:
        (finding,) = kk.audit(one("障害率", kk.AtMost(q("126 件"))))
        assert finding.severity is kk.analysis.findings.Severity.WARNING
        assert (finding.table, finding.section, finding.part) == ("2", "12", "")
        assert finding.places == (Place("2", "12", "障害率", "", LOCATION),)
        assert finding.message() == "指標「障害率」は、名称と単位「件」が合わない"
        assert finding.message("en") == (
            "the name of the indicator 「障害率」 does not go with its unit, 「件」"
        )

    def test_place(self) -> None:
        where = kk.Location("table.csv", 9)
        rule = kk.AllOf(
            [kk.RulePart("", kk.Reach(q("5 人"))), kk.RulePart("", kk.Reach(q("6 件")))]
        )
        parts = [kk.Part("", seen("5 人")), kk.Part("", seen("6 件"))]
        several = kk.Indicator(
            "利用人数、利用件数",
            target=rule,
            observations=[kk.Observation(R5, parts=parts)],
            source=Source(where),
        )
        plan = kk.Plan(
            "計画",
            sections=[kk.Section("施策", "1", "行政", indicators=[kk.Indicator("数"), several])],
        )
        assert [finding.places for finding in kk.audit(plan)] == [
            (Place("", "1", "利用人数、利用件数", "2.1", where),),
            (Place("", "1", "利用人数、利用件数", "2.2", where),),
        ]

    def test_a_plan_without_anything(self) -> None:
        assert kk.audit(kk.Plan("計画")) == ()

    def test_an_evaluation_is_audited_as_its_plan(self) -> None:
        plan = one("障害率", kk.AtMost(q("126 件")))
        assert kk.audit(kk.evaluate(plan)) == kk.audit(plan)


class TestPeriods:
    """An actual belongs into its column."""

    @pytest.mark.parametrize(
        "period",
        [
            None,
            R5,
            kk.Date(2024, 3, 31),
            kk.FiscalHalf(2023, 1),
            kk.CalendarYear(2023),
            kk.Span(kk.FiscalYear(2020), R5),
        ],
    )
    def test_belongs(self, period: Any) -> None:
        assert codes(one("数", kk.AtLeast(q("5 件")), seen("5 件", period, column=R5))) == []

    @pytest.mark.parametrize(
        "period",
        [R4, kk.Date(2024, 6, 20), kk.CalendarYear(2022), kk.Span(R5, kk.FiscalYear(2024))],
    )
    def test_mismatch(self, period: Any) -> None:
        plan = one("数", kk.AtLeast(q("5 件")), seen("5 件", period, column=R5))
        assert codes(plan) == ["period-mismatch"]

    def test_parts(self) -> None:
        parts = [kk.Part("①", seen("5 件", R4)), kk.Part("②", seen("5 件", R4))]
        plan = one("数", kk.AtLeast(q("5 件")), kk.Observation(R5, parts=parts, column=R5))
        finding, _ = kk.audit(plan)
        assert finding.message() == "令和5年度の欄に、令和4年度の実績値が書かれている"
        assert finding.message("en") == "the column is for FY2023, the actual for FY2022"


class TestNames:
    """The same section has the same name in every table."""

    @staticmethod
    def tables(*titles: list[str]) -> kk.Plan:
        return kk.Plan(
            "計画",
            sections=[
                kk.Section(
                    "table",
                    str(number),
                    "表",
                    sections=[kk.Section("施策", "3-1", title) for title in each],
                )
                for number, each in enumerate(titles, 1)
            ],
        )

    def test_mismatch(self) -> None:
        (finding,) = kk.audit(self.tables(["データ利活用"], ["データの利活用"]))
        assert (finding.table, finding.section) == ("1,2", "3-1")
        assert finding.message() == "表によって名称が異なる(「データ利活用」と「データの利活用」)"

    def test_width_and_blanks_do_not_count(self) -> None:
        assert codes(self.tables(["ICT 教育"], ["ＩＣＴ教育"])) == []

    def test_numbers_that_begin_anew_name_nothing(self) -> None:
        assert codes(self.tables(["甲", "乙"], ["丙"])) == []

    def test_sections_without_a_code(self) -> None:
        tables = [
            kk.Section("table", "", title, sections=[kk.Section("施策", "", title)])
            for title in "甲乙"
        ]
        assert codes(kk.Plan("計画", sections=tables)) == []


class TestUnits:
    """A name and a unit say the same."""

    @pytest.mark.parametrize(
        ("name", "rule", "actual"),
        [
            ("障害率", kk.AtMost(q("126 件")), "59 件"),
            ("実施割合", kk.Exactly(q("5 %")), "5 件"),
            ("停止時間", kk.Between(q("[0,1] %")), "0 %"),
            ("登録数", kk.Reach(q("5 %")), "5 %"),
            ("排出量", kk.AtLeast(q("5 割")), "5 割"),
            ("参加者数", kk.AtLeast(q("5 円")), "5 円"),
            ("整備面積", kk.AtLeast(q("5 人")), "5 人"),
        ],
    )
    def test_mismatch(self, name: str, rule: kk.Rule, actual: str) -> None:
        plan = one(name, rule, seen(actual), direction=kk.Direction.HIGHER)
        found = [code for code in codes(plan) if code != "not-comparable"]
        assert found == ["unit-name-mismatch"]

    @pytest.mark.parametrize(
        ("name", "rule", "actual"),
        [
            ("障害率", kk.AtMost(q("5 %")), "5 %"),
            ("死亡率", kk.AtMost(q("5 人 per=人口10万人")), "5 人 per=人口10万人"),
            ("障害率", kk.AtMost(q("5 -")), "5 -"),
            ("停止時間", kk.AtMost(q("90 分")), "1 時間"),
            ("登録数", kk.AtLeast(q("5 件")), "5 件"),
            ("排出量", kk.ReduceBy(q("26 %")), "30 % change=decrease"),
            ("作業削減時間", kk.AtLeast(q("5 %")), "5 %"),
            ("死亡率（人口10万人当たり）", kk.AtLeast(q("5 人")), "5 人"),
            ("排出量（2013年度比）", kk.AtLeast(q("5 %")), "5 %"),
        ],
    )
    def test_match(self, name: str, rule: kk.Rule, actual: str) -> None:
        assert codes(one(name, rule, seen(actual))) == []


class TestJudging:
    """What the judging says that a careful reader would note."""

    def test_not_comparable(self) -> None:
        rule = kk.ReduceBy(q("7 割"), reference="資料部数")
        (finding,) = kk.audit(one("資料", rule, seen("126 部 change=decrease per=1案件")))
        assert finding.code == "not-comparable"
        assert finding.message() == (
            "実績値「1案件当たり126部の減少」は、基準となる値(当初値)が示されていないため、"
            "目標「資料部数の7割以上の削減」と比較できない"
        )

    @pytest.mark.parametrize(
        ("rule", "observation"),
        [
            (kk.ReduceBy(q("7 割"), reference="資料部数"), seen("80 % change=decrease")),
            (kk.DefinedElsewhere("方針"), seen("5 件")),
            (kk.AtLeast(q("5 件")), seen("5 件")),
            (kk.AtMost(q("5 件")), seen("6 件")),
        ],
    )
    def test_nothing_to_tell(self, rule: kk.Rule, observation: kk.Observation) -> None:
        """Comparable; set elsewhere, and nothing says that it was not; a bound word."""
        assert codes(one("資料", rule, observation)) == []

    def test_indicator_not_set(self) -> None:
        not_set = kk.Observation(R5, missing=kk.Missing.NOT_SET)
        (finding,) = kk.audit(one("指標", kk.DefinedElsewhere("方針"), not_set))
        assert finding.message("en") == (
            "the document that the target points to set no indicator: as set in 方針"
        )

    @pytest.mark.parametrize(
        ("lag", "period", "expected"),
        [
            (1, R3, ["benchmark-lag-confirmed"]),
            (1, R4, ["benchmark-lag-differs"]),
            (1, None, []),
            (None, R4, []),
        ],
    )
    def test_lag(self, lag: int | None, period: Any, expected: list[str]) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=lag)
        average = kk.Benchmark("全国平均", q("75 %"), period)
        assert codes(one("割合", rule, seen("80 %", R4, benchmark=average))) == expected

    def test_lag_without_a_benchmark(self) -> None:
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST, lag=1)
        assert codes(one("割合", rule, seen("80 %"))) == ["not-comparable"]

    @pytest.mark.parametrize(
        ("name", "target", "baseline", "expected"),
        [
            ("利用者数", "5 件", None, "direction-inferred"),
            ("数", "5 件", "3 件", "direction-inferred"),
            ("数", "0 件", None, "direction-inferred"),
            ("死者数", "5 人", None, "direction-inferred"),
        ],
    )
    def test_direction(self, name: str, target: str, baseline: str | None, expected: str) -> None:
        start = None if baseline is None else q(baseline)
        plan = one(name, kk.Reach(q(target)), seen(target), baseline=start)
        assert codes(plan) == [expected]

    @pytest.mark.parametrize("outcome", ["削減", "検討中"])
    def test_not_quantified(self, outcome: str) -> None:
        plan = one("経費", kk.Qualitative("削減"), kk.Observation(R5, outcome=outcome))
        assert codes(plan) == ["not-quantified"]


class TestArithmetic:
    """Figures that should follow from others."""

    @staticmethod
    def derived(*derivations: Derivation) -> list[tuple[str, str]]:
        plan = one("数", kk.AtLeast(q("5 件")), seen("5 件"), derivations=derivations)
        return [(finding.code, finding.message()) for finding in kk.audit(plan)]

    def test_sum(self) -> None:
        parts = [("R2", q("2843 時間")), ("R3", q("3583 時間"))]
        assert self.derived(Sum(parts, q("6426 時間")), Sum(parts, q("6427 時間"))) == [
            ("sum-confirmed", "内訳の合計は、公表値6,426時間と一致する(2,843 + 3,583 = 6,426)"),
            (
                "sum-differs",
                "内訳の合計が、公表値6,427時間と一致しない(2,843 + 3,583 = 6,426)",
            ),
        ]

    @pytest.mark.parametrize("part", ["5 人", "[5,∞) 件", "5 件 margin=0.5"])
    def test_a_sum_that_cannot_be_checked(self, part: str) -> None:
        assert self.derived(Sum([("R2", q(part))], q("5 件"))) == []

    @pytest.mark.parametrize(
        ("base", "rate", "result", "expected"),
        [
            ("140 件", "10 %", "126 件", ["derivation-confirmed"]),
            ("140 件", "1 割", "126 件", ["derivation-confirmed"]),
            ("137 件", "10 %", "123 件", ["derivation-confirmed"]),
            ("139 件", "10 %", "125 件", ["derivation-confirmed"]),
            ("139 件", "10 %", "125.1 件", ["derivation-confirmed"]),
            ("140 件", "10 %", "125 件", ["derivation-differs"]),
            ("140 件", "10 件", "126 件", []),
            ("140 件", "[10,∞) %", "126 件", []),
            ("140 件", "10 %", "126 人", []),
        ],
    )
    def test_reduction(self, base: str, rate: str, result: str, expected: list[str]) -> None:
        found = self.derived(Reduction(q(base), q(rate), q(result)))
        assert [code for code, _ in found] == expected

    @pytest.mark.parametrize(
        ("share", "missed", "titles", "expected"),
        [
            ("66.7 %", None, (), ["headline-confirmed"]),
            ("67 %", 1, ("丙",), ["headline-confirmed"]),
            ("66 %", 1, (), ["headline-confirmed"]),
            ("68 %", None, (), ["headline-differs"]),
            ("67 %", 2, (), ["headline-differs"]),
            ("67 %", 1, ("乙",), ["headline-differs"]),
            ("67 件", None, (), ["headline-differs"]),
            ("[60,∞) %", None, (), ["headline-differs"]),
        ],
    )
    def test_headline(
        self, share: str, missed: int | None, titles: tuple[str, ...], expected: list[str]
    ) -> None:
        assert codes(self.projects("A", share, missed, titles)) == expected

    def test_a_headline_of_another_category(self) -> None:
        assert codes(self.projects("B", "67 %", None, ())) == []

    @staticmethod
    def projects(category: str, share: str, missed: int | None, titles: tuple[str, ...]) -> kk.Plan:
        headline = kk.Indicator(
            "達成",
            target=kk.Unset(),
            derivations=[ShareAchieved(category, q(share), missed=missed, titles=titles)],
        )
        rows = [
            kk.Section(
                "事業",
                str(number),
                title,
                category=A,
                indicators=[
                    kk.Indicator(
                        title, target=kk.AtLeast(q("5 件")), observations=[seen(f"{actual} 件")]
                    )
                ],
            )
            for number, (title, actual) in enumerate([("甲", 5), ("乙", 6), ("丙", 4)], 1)
        ]
        return kk.Plan(
            "計画",
            sections=[kk.Section("施策", "3-3", "人材", indicators=[headline], sections=rows)],
        )


def found(plan: kk.Plan, **named: Any) -> list[tuple[str, str, str, str]]:
    """Return the code, the severity and both sentences of every finding."""
    return [
        (each.code, each.severity.value, each.message("ja"), each.message("en"))
        for each in kk.audit(plan, **named)
    ]


def table(code: str, *indicators: kk.Indicator, section: str = "1") -> kk.Section:
    """Return a table of one section."""
    return kk.Section(
        "table", code, "表", sections=[kk.Section("施策", section, "行政", indicators=indicators)]
    )


def row(name: str, actual: str | None = "5 件", target: str = "3 件", **named: Any) -> kk.Indicator:
    """Return an indicator that reached its floor."""
    given = [] if actual is None else [seen(actual)]
    named = {"baseline": q("2 件"), "observations": given, **named}
    return kk.Indicator(name, target=kk.Target(kk.AtLeast(q(target)), R5), **named)


def plan_of(*tables: kk.Section) -> kk.Plan:
    return kk.Plan("計画", sections=tables)


class TestIndicatorNames:
    """The same figures, under another name or twice."""

    def test_other_name(self) -> None:
        plan = plan_of(table("1", row("公開データの数")), table("2", row("公開データ数")))
        (finding,) = kk.audit(plan)
        assert (finding.table, finding.severity.value) == ("1,2", "warning")
        assert finding.message() == (
            "数値の同じ指標の名称が、表によって異なる(「公開データの数」と「公開データ数」)"
        )
        assert finding.message("en") == (
            "the same figures stand under 「公開データの数」 in one table "
            "and 「公開データ数」 in another"
        )

    @pytest.mark.parametrize(
        "other",
        [
            row("公開したアプリの件数"),
            row("公開データの数2"),
            row("公開データ数", "6 件"),
            row("公開データ数", None),
            row("公開 データの数", observations=[kk.Observation(R5, missing=kk.Missing.BLANK)]),
        ],
    )
    def test_another_indicator(self, other: kk.Indicator) -> None:
        found = codes(plan_of(table("1", row("公開データの数")), table("2", other)))
        assert "indicator-name-mismatch" not in found

    def test_within_a_table_names_may_be_alike(self) -> None:
        plan = plan_of(table("1", row("男性の参加者数"), row("女性の参加者数")), table("2"))
        assert codes(plan) == []

    def test_too_many_with_the_same_figures(self) -> None:
        names = [f"公開データ{'あ' * number}" for number in range(51)]
        plan = plan_of(table("1", *map(row, names)), table("2", row("公開データの")))
        assert codes(plan) == []

    def test_twice_in_a_section(self) -> None:
        assert found(plan_of(table("1", row("公開数"), row("公開数")))) == [
            (
                "duplicate-indicator",
                "warning",
                "指標「公開数」が、同じ数値で二度掲げられている",
                "the indicator 「公開数」 is listed twice with the same figures",
            )
        ]

    def test_again_elsewhere(self) -> None:
        plan = plan_of(table("1", row("公開数")), table("1", row("公開数"), section="2"))
        assert found(plan) == [
            (
                "repeated-indicator",
                "info",
                "指標「公開数」が、再掲の表示なしに、別の箇所にも同じ数値で掲げられている",
                (
                    "the indicator 「公開数」 is listed elsewhere with the same figures, "
                    "not marked 再掲"
                ),
            )
        ]
        marked = plan_of(table("1", row("公開数"), row("公開数", repeated=True)))
        assert codes(marked) == []

    def test_other_actuals(self) -> None:
        plan = plan_of(table("1", row("公開数")), table("2", row("公開数", "6 件")))
        assert found(plan) == [
            (
                "values-conflict",
                "warning",
                "同じ指標「公開数」の実績値が、箇所によって異なる(5件と6件)",
                "the indicator 「公開数」 has one actual here and another there: 5 cases; 6 cases",
            )
        ]

    @pytest.mark.parametrize(
        "other",
        [
            row("公開数", "6 件", baseline=q("0 件")),
            row("公開数", "6 件", baseline=None),
            row("公開数", None),
            row("公開数", observations=[seen("6 件", R4)]),
            row("公開数", observations=[kk.Observation(None, q("6 件"))]),
        ],
    )
    def test_no_conflict(self, other: kk.Indicator) -> None:
        first = row("公開数", baseline=other.baseline)
        assert "values-conflict" not in codes(plan_of(table("1", first), table("2", other)))


class TestComparable:
    """Baseline, target and actuals are in one unit and on one basis."""

    def test_baseline(self) -> None:
        plan = one("事業者", kk.AtLeast(q("297 件")), seen("300 件"), baseline=q("20 社"))
        assert found(plan) == [
            (
                "baseline-not-comparable",
                "warning",
                "当初値「20社」と目標「297件」は、単位又は集計の仕方が異なるため比較できない",
                (
                    "the baseline, 20 companies, cannot be compared with the target, 297 cases: "
                    "they differ in unit or in how they are totalled"
                ),
            )
        ]

    @pytest.mark.parametrize(
        ("rule", "baseline", "actual"),
        [
            (kk.AtLeast(q("297 件")), "200 件", "300 件"),
            (kk.AtLeast(q("297 件")), "200 -", "300 件"),
            (kk.AtLeast(q("27 市町村")), "4 市", "28 市町村"),
            (kk.AtLeast(q("5 人")), "0.003 千人", "6 人"),
            (kk.ReduceBy(q("10 %")), "200 件", "150 件"),
            (kk.AtLeast(q("10 % change=increase")), "200 件", "20 % change=increase"),
        ],
    )
    def test_baseline_that_is(self, rule: kk.Rule, baseline: str, actual: str) -> None:
        assert codes(one("事業", rule, seen(actual), baseline=q(baseline))) == []

    def test_series(self) -> None:
        rule = kk.AtLeast(q("5 件"))
        assert found(one("事業", rule, seen("5 社", R4), seen("5 件"))) == [
            (
                "series-not-comparable",
                "warning",
                (
                    "年によって単位又は集計の仕方が異なるため、値を比較できない"
                    "(令和4年度の5社と令和5年度の5件)"
                ),
                (
                    "the actuals of different years cannot be compared: "
                    "5 companies (FY2022); 5 cases (FY2023)"
                ),
            )
        ]
        blank = kk.Observation(R4, missing=kk.Missing.NONE)
        assert codes(one("事業", rule, blank, seen("5 件"))) == []

    def test_series_without_periods(self) -> None:
        undated = [kk.Observation(None, q(each)) for each in ("5 社", "5 件")]
        (told,) = found(one("事業", kk.AtLeast(q("5 件")), *undated))
        assert told[2].endswith("(5社と5件)")

    def test_a_target_without_a_unit(self) -> None:
        assert found(one("公債費比率", kk.AtMost(q("9.0 -")), seen("8.9 %"))) == [
            (
                "not-comparable",
                "warning",
                (
                    "実績値「8.9%」は、目標値に単位が書かれておらず、実績値の単位と照合できないため、"
                    "目標「9.0以下」と比較できない"
                ),
                (
                    "the actual, 8.9%, cannot be compared with the target of at most 9.0: "
                    "the target has no unit"
                ),
            )
        ]

    def test_a_baseline_beside_the_actual(self) -> None:
        plan = one("事業者", kk.ReduceBy(q("10 %")), seen("300 件"), baseline=q("20 社"))
        assert "当初値「20社」と実績値「300件」は、単位又は集計の仕方が異なるため比較できない" in [
            each[2] for each in found(plan)
        ]

    @pytest.mark.parametrize(("unit", "told"), [("m2", "㎡"), ("件", "件")])
    def test_a_unit_that_does_not_suit(self, unit: str, told: str) -> None:
        plan = one("公園の利用率", kk.AtLeast(q(f"5 {unit}")), seen(f"6 {unit}"))
        mismatch = next(each for each in found(plan) if each[0] == "unit-name-mismatch")
        assert mismatch[2] == f"指標「公園の利用率」は、名称と単位「{told}」が合わない"


class TestRange:
    """A share of a whole is one of 0 % to 100 %; a count is none below zero."""

    @pytest.mark.parametrize(
        ("value", "english"), [("110 %", "110%"), ("11 割", "110% (11割)"), ("-5 %", "-5%")]
    )
    def test_share(self, value: str, english: str) -> None:
        plan = one("参加した人の割合", kk.AtMost(q("50 %")), seen(value))
        words = value.replace(" ", "")
        assert found(plan) == [
            (
                "share-out-of-range",
                "warning",
                f"割合を示す指標「参加した人の割合」の値{words}が、0%から100%までの範囲にない",
                (
                    f"「参加した人の割合」 is a share of a whole, "
                    f"and {english} is not between 0% and 100%"
                ),
            )
        ]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("参加した人の割合", "100 %"),
            ("計画に対する割合", "110 %"),
            ("食料自給率", "110 %"),
            ("参加した人の割合", "[90,∞) %"),
            ("参加した人の割合", "-5 ポイント"),
        ],
    )
    def test_share_that_may_be(self, name: str, value: str) -> None:
        assert "share-out-of-range" not in codes(one(name, kk.AtMost(q("50 %")), seen(value)))

    def test_baseline_too(self) -> None:
        plan = one("参加した人の割合", kk.AtLeast(q("50 %")), seen("60 %"), baseline=q("-1 %"))
        assert codes(plan) == ["share-out-of-range"]

    def test_count(self) -> None:
        plan = one("参加者数", kk.AtLeast(q("5 人")), seen("-3 人"))
        assert found(plan) == [
            (
                "count-negative",
                "warning",
                "件数などの数を示す指標「参加者数」の値が負である(-3人)",
                "「参加者数」 is a count, and -3 people is below zero",
            )
        ]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("転入超過数", "-3 人"),
            ("参加者数", "0 人"),
            ("参加者数", "-3 人 change=increase"),
            ("収益", "-3 円"),
            ("参加者数", "(-∞,5] 人"),
            ("参加者数", "[5,∞) 人"),
        ],
    )
    def test_count_that_may_be(self, name: str, value: str) -> None:
        assert "count-negative" not in codes(one(name, kk.Unset(), seen(value)))


class TestSlips:
    """A value that moved by a power of ten."""

    @staticmethod
    def moved(one_: str, other: str) -> list[tuple[str, str, str, str]]:
        rule = kk.AtLeast(q("1 人"))
        return found(one("数", rule, seen(other, R5), seen(one_, R4)))

    def test_told(self) -> None:
        assert self.moved("1303 人", "13100 人") == [
            (
                "power-of-ten",
                "info",
                (
                    "前の時期の値と桁が異なり、単位の誤りの可能性がある"
                    "(令和4年度の1,303人と令和5年度の13,100人)"
                ),
                (
                    "the value moved by about a power of ten, maybe a slip of the unit: "
                    "1,303 people (FY2022); 13,100 people (FY2023)"
                ),
            )
        ]

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ("1303 人", "1.15 人", True),
            ("1.303 千人", "13000 人", True),
            ("95 人", "1000 人", True),
            ("1303 人", "2000 人", False),
            ("1303 人", "11000 人", False),
            ("3 人", "30 人", False),
            ("12 人", "0 人", False),
            ("12 人", "120 件", False),
            ("12 人", "[120,∞) 人", False),
            ("12 人 statistic=累計", "18 人", False),  # a part of a total: that is [18,∞)
        ],
    )
    def test_power(self, before: str, after: str, expected: bool) -> None:  # noqa: FBT001 - a column
        assert expected == ("power-of-ten" in [code for code, *_ in self.moved(before, after)])

    def test_undated_values_are_in_no_order(self) -> None:
        plan = one("数", kk.AtLeast(q("1 人")), seen("1200 人", None), baseline=q("12 人"))
        assert "power-of-ten" not in codes(plan)


class TestSeveral:
    """Several values where one is expected."""

    @staticmethod
    def parts(*labels: str) -> kk.Plan:
        parts = [kk.Part(label, seen("6 件")) for label in labels]
        return one("数", kk.AtLeast(q("5 件")), kk.Observation(R5, parts=parts))

    def test_without_labels(self) -> None:
        assert found(self.parts("", "男")) == [
            (
                "several-values",
                "warning",
                "値が一つであるべき欄に、複数の値がある(6件、男 6件)",
                "there are several values where one is expected: 6 cases; 男 6 cases",
            )
        ]

    def test_with_labels(self) -> None:
        assert found(self.parts("男", "女")) == [
            (
                "parts-alike",
                "info",
                (
                    "実績値が複数(男 6件、女 6件)あり、目標は「5件以上」だけであるため、"
                    "それぞれを同じ目標と比較した"
                ),
                (
                    "the actual has parts (男 6 cases; 女 6 cases), the target has none: "
                    "each was held against at least 5 cases"
                ),
            )
        ]

    def test_not_told_twice(self) -> None:
        parts = [kk.Part("", seen("6 回")), kk.Part("", seen("6 件"))]
        plan = one("数", kk.AtLeast(q("5 件")), kk.Observation(R5, parts=parts))
        assert codes(plan) == ["several-values"]

    def test_two_for_one_time(self) -> None:
        plan = one("数", kk.AtLeast(q("5 件")), seen("6 件"), seen("7 件"), seen("7 件"))
        assert found(plan)[0] == (
            "values-of-one-time",
            "warning",
            "令和5年度の実績値が二つあり、値が異なる(6件と7件)",
            "there are two different actuals for FY2023: 6 cases; 7 cases",
        )

    @pytest.mark.parametrize(
        "other",
        [
            seen("6 件"),
            seen("7 件", status=kk.Status.PROVISIONAL),
            seen("7 件", None),
            kk.Observation(R5, missing=kk.Missing.PENDING),
        ],
    )
    def test_one_for_one_time(self, other: kk.Observation) -> None:
        assert codes(one("数", kk.AtLeast(q("5 件")), other, seen("6 件"))) == []


class TestTargets:
    """A target asks for something, and for more as time goes on."""

    def test_bettered(self) -> None:
        plan = one("数", kk.AtLeast(q("5 件")), seen("7 件"), baseline=q("6 件"))
        assert found(plan) == [
            (
                "target-bettered-at-baseline",
                "warning",
                "当初値(6件)の時点で、既に目標「5件以上」より良い水準にある",
                "the baseline 6 cases is already better than the target of at least 5 cases",
            )
        ]

    def test_contradicted(self) -> None:
        plan = one("認知件数", kk.Reach(q("25 件")), seen("7 件"), baseline=q("15 件"))
        assert found(plan)[0] == (
            "direction-contradicted",
            "warning",
            "名称からは減少を目指す指標とみなされるが、目標「25件」は当初値15件より大きい",
            (
                "by its name less is better, and the target of 25 cases "
                "lies above the baseline 15 cases"
            ),
        )

    @pytest.mark.parametrize(
        ("rule", "baseline"),
        [
            (kk.AtLeast(q("5 件")), seen("5 件", R4)),
            (kk.AtLeast(q("5 件")), seen("[5,∞) 件", R4)),
            (kk.AtLeast(q("5 件 statistic=累計")), seen("7 件", R4)),
            (kk.Maintain(q("5 件")), seen("7 件", R4)),
            (kk.Reach(q("7 件")), seen("8 件", R4)),
            (kk.AtLeast(q("5 件")), kk.Observation(R4, missing=kk.Missing.NONE)),
        ],
    )
    def test_not_bettered(self, rule: kk.Rule, baseline: kk.Observation) -> None:
        found = codes(one("数", rule, seen("7 件"), baseline=baseline))
        assert "target-bettered-at-baseline" not in found

    def test_a_part_bettered(self) -> None:
        rule = kk.AllOf(
            [kk.RulePart("男", kk.AtLeast(q("5 人"))), kk.RulePart("女", kk.AtLeast(q("6 人")))]
        )
        start = kk.Observation(
            R4, parts=[kk.Part("男", seen("4 人", R4)), kk.Part("女", seen("7 人", R4))]
        )
        actual = kk.Observation(
            R5, parts=[kk.Part("男", seen("6 人")), kk.Part("女", seen("7 人"))]
        )
        assert codes(one("数", rule, actual, baseline=start)) == ["target-bettered-at-baseline"]

    @pytest.mark.parametrize("baseline", ["8 件", "8 件 margin=1"])
    def test_direction_unknown(self, baseline: str) -> None:
        plan = one("数", kk.Reach(q("7 件")), seen("9 件"), baseline=q(baseline))
        assert found(plan) == [
            (
                "direction-unknown",
                "info",
                "目標「7件」について、増加と減少のどちらを目指すかが示されていない",
                "nothing tells whether more or less is better: 7 cases",
            )
        ]

    @staticmethod
    def milestones(*rules: tuple[kk.Rule, Any]) -> kk.Plan:
        targets = [kk.Target(rule, period) for rule, period in rules]
        indicator = kk.Indicator("数", target=targets, baseline=q("3 件"))
        return plan_of(table("1", indicator))

    def test_milestones(self) -> None:
        plan = self.milestones((kk.Reach(q("8 件")), R5), (kk.AtLeast(q("9 件")), R4))
        assert found(plan) == [
            (
                "milestones-not-monotone",
                "warning",
                "令和5年度の目標「8件以上」が、令和4年度の目標「9件以上」より緩い",
                (
                    "the target for FY2023 (at least 8 cases) asks for less than "
                    "that for FY2022 (at least 9 cases)"
                ),
            )
        ]

    @pytest.mark.parametrize(
        ("earlier", "later", "expected"),
        [
            (kk.AtMost(q("5 件")), kk.AtMost(q("6 件")), ["milestones-not-monotone"]),
            (kk.AtMost(q("6 件")), kk.AtMost(q("5 件")), []),
            (kk.AtLeast(q("6 件")), kk.AtLeast(q("6 件")), []),
            (kk.AtLeast(q("6 件")), kk.AtLeast(q("5 社")), []),
            (kk.AtLeast(q("6 件")), kk.AtMost(q("5 件")), []),
            (kk.Reach(q("5 件")), kk.Reach(q("6 件")), []),
        ],
    )
    def test_order(self, earlier: kk.Rule, later: kk.Rule, expected: list[str]) -> None:
        found = codes(self.milestones((earlier, R4), (later, R5)))
        assert [each for each in found if each == "milestones-not-monotone"] == expected

    def test_targets_for_no_time_or_one_time_have_no_order(self) -> None:
        assert codes(self.milestones((kk.AtLeast(q("6 件")), None))) == []
        two = self.milestones((kk.AtLeast(q("6 件")), R5), (kk.AtLeast(q("5 件")), R5))
        assert codes(two) == []

    def test_loosened(self) -> None:
        old, new = plan_of(table("1", row("数", target="4 件"))), plan_of(table("1", row("数")))
        assert found(new, previous=old) == [
            (
                "target-loosened",
                "warning",
                "前の年度版で「4件以上」であった目標が、「3件以上」に緩められている",
                (
                    "the target was loosened since the edition before: "
                    "at least 4 cases → at least 3 cases"
                ),
            )
        ]
        (finding,) = kk.audit(new, previous=old)
        assert finding.places == (Place("1", "1", "数"),)
        assert found(old, previous=new) == []


class TestTimes:
    """What is overdue, and what is written for another time."""

    def test_before_the_baseline(self) -> None:
        plan = one("数", kk.AtLeast(q("5 件")), baseline=seen("3 件", kk.FiscalYear(2024)))
        indicator = kk.Indicator(
            "数",
            target=kk.Target(kk.AtLeast(q("5 件")), R5),
            baseline=seen("3 件", kk.FiscalYear(2024)),
        )
        assert codes(plan) == []
        assert found(plan_of(table("1", indicator))) == [
            (
                "target-before-baseline",
                "warning",
                "目標の時期(令和5年度)が、当初値の時期(令和6年度)より前である",
                "the target is for FY2023, before the baseline of FY2024",
            )
        ]

    @staticmethod
    def beside_a_column(*observations: kk.Observation, **named: Any) -> kk.Plan:
        named = {"target": kk.Target(kk.AtLeast(q("3 件")), R5)} | named
        late = kk.Indicator("数", observations=observations, **named)
        other = kk.Indicator(
            "他", target=kk.AtLeast(q("1 人")), observations=[seen("5 人", column=R5)]
        )
        return plan_of(table("1", late, other))

    def test_overdue(self) -> None:
        assert found(self.beside_a_column(seen("5 件", R4, column=R4))) == [
            (
                "actual-missing",
                "warning",
                "目標の時期(令和5年度)が到来しているが、その実績値が示されていない",
                "the time of the target (FY2023) has come, and there is no actual for it",
            )
        ]

    def test_pending(self) -> None:
        pending = kk.Observation(None, missing=kk.Missing.PENDING, column=R5)
        assert found(self.beside_a_column(pending)) == [
            (
                "actual-pending",
                "info",
                "目標の時期(令和5年度)の実績値が、集計中などのため示されていない",
                "the actual for the time of the target (FY2023) is not told yet",
            )
        ]

    @pytest.mark.parametrize(
        ("observation", "named"),
        [
            (seen("5 件", column=R5), {}),
            (seen("5 件", None), {}),
            (kk.Observation(None, missing=kk.Missing.UNREADABLE, column=R5), {}),
            (kk.Observation(None, missing=kk.Missing.NONE, column=R5), {"target": kk.Unset()}),
            (
                kk.Observation(None, missing=kk.Missing.NONE, column=R5),
                {"target": kk.Target(kk.Unset(), R5)},
            ),
            (
                seen("2 件", R4, column=R4),
                {"target": kk.Target(kk.AtLeast(q("3 件")), kk.FiscalYear(2024))},
            ),
        ],
    )
    def test_not_overdue(self, observation: kk.Observation, named: dict[str, Any]) -> None:
        assert codes(self.beside_a_column(observation, **named)) == []

    def test_the_day_of_the_caller(self) -> None:
        plan = plan_of(table("1", row("数", None)))
        assert codes(plan) == []
        assert [each.code for each in kk.audit(plan, as_of=R5.end)] == ["actual-missing"]
        evaluated = kk.evaluate(plan)
        assert [each.code for each in kk.audit(evaluated, as_of=R5.end)] == ["actual-missing"]
        assert kk.audit(plan, as_of=R4.end) == ()

    def test_forecast(self) -> None:
        plan = one("数", kk.AtLeast(q("3 件")), seen("5 件", status=kk.Status.FORECAST))
        assert found(plan) == [
            (
                "forecast-as-actual",
                "info",
                "実績値の欄の5件は、見込みの値である",
                "the value 5 cases stands among the actuals, and is only expected",
            )
        ]

    def test_a_part_that_is_a_forecast(self) -> None:
        parts = [kk.Part("男", seen("5 件", status=kk.Status.FORECAST))]
        plan = one("数", kk.AtLeast(q("3 件")), kk.Observation(R5, parts=parts))
        assert codes(plan) == ["parts-alike", "forecast-as-actual"]

    def test_era(self) -> None:
        note = kk.Note("era-overrun", 0, 6, "令和2年度")
        cell = Cell("目標", "平成32年度 5件", [note, kk.Note("remark", 0, 2)])
        plan = one("数", kk.AtLeast(q("3 件")), seen("5 件"), source=Source(LOCATION, [cell]))
        assert found(plan) == [
            (
                "era-overrun",
                "info",
                "「平成32年度」は、元号が改まった後の時期である(令和2年度)",
                "「平成32年度」: the era had ended by then: it is 令和2年度",
            )
        ]
        (finding,) = kk.audit(plan)
        assert finding.places[0].location == kk.Location("table.csv", 3, "目標")


class TestSagamihara:
    """What must be found in the published tables is found, and nothing else."""

    def test_expected_findings(self) -> None:
        plan = kk.read_plan(str(shared_path("sagamihara", "published.txt")))
        path = shared_path("sagamihara", "expected_findings_next.tsv")
        with path.open(encoding="utf-8", newline="") as file:
            expected = [
                (row["code"], row["severity"], row["table"], row["no"], row["part"] or "")
                for row in csv.DictReader(file, delimiter="\t")
            ]
        found = [
            (each.code, each.severity.value, each.table, each.section, each.part)
            for each in kk.audit(plan)
        ]
        assert sorted(found) == sorted(expected)


class TestAlike:
    """Notes of one kind are told in one line, every warning by itself."""

    def told(self, *indicators: kk.Indicator) -> list[tuple[str, int, str]]:
        section = kk.Section("施策", "1", "行政", indicators=indicators)
        found = kk.audit(kk.Plan("計画", sections=[section]))
        return [(one.first.code, len(one.places), one.message("en")) for one in alike(found)]

    def indicator(self, name: str, target: str, actual: str) -> kk.Indicator:
        return kk.Indicator(name, target=kk.Reach(q(target)), observations=[seen(actual)])

    def test_notes(self) -> None:
        one, other, third = (
            self.indicator(name, target, "4 件")
            for name, target in (("窓口の数", "5 件"), ("棚の数", "5 件"), ("机の数", "6 件"))
        )
        text = "nothing tells whether more or less is better: 5 cases"
        assert self.told(one) == [("direction-unknown", 1, text)]
        assert self.told(one, other) == [("direction-unknown", 2, f"{text} (2)")]
        assert self.told(one, other, third) == [
            ("direction-unknown", 3, f"{text} (2 more of this kind)")
        ]

    def test_warnings(self) -> None:
        rates = [
            kk.Indicator(name, target=kk.AtMost(q("5 件")), observations=[seen("4 件")])
            for name in ("障害率", "事故率")
        ]
        assert [code for code, _, _ in self.told(*rates)] == ["unit-name-mismatch"] * 2

    def test_how_often_something_turns_over(self) -> None:
        turns = kk.Indicator(
            "蔵書回転率", target=kk.AtLeast(q("2.0 回")), observations=[seen("1.6 回")]
        )
        assert [] == [code for code, _, _ in self.told(turns) if code == "unit-name-mismatch"]
