"""The audit: what is wrong in a table, and what in it adds up."""

from __future__ import annotations

import csv
from typing import Any

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.findings import Place
from kpikit.indicator import Derivation, Reduction, ShareAchieved, Source, Sum
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
        check_value_object(finding, kk.Finding("x", kk.findings.Severity.INFO, [], "日", "e"))
        check_value_object(*finding.places, Place("", "1"))

    def test_what_it_tells(self) -> None:
        (finding,) = kk.audit(one("障害率", kk.AtMost(q("126 件"))))
        assert finding.severity is kk.findings.Severity.WARNING
        assert (finding.table, finding.section, finding.part) == ("2", "12", "")
        assert finding.places == (Place("2", "12", "障害率", "", LOCATION),)
        assert finding.message() == "指標「障害率」の値が「件」で示されている"
        assert finding.message("en") == "the indicator 「障害率」 is given in 「件」"

    def test_place(self) -> None:
        where = kk.Location("table.csv", 9)
        rule = kk.AllOf(
            [kk.RulePart("", kk.Reach(q("5 人"))), kk.RulePart("", kk.Reach(q("6 件")))]
        )
        parts = [kk.Part("", seen("5 人")), kk.Part("", seen("6 件"))]
        several = kk.Indicator(
            "人数、件数",
            target=rule,
            observations=[kk.Observation(R5, parts=parts)],
            source=Source(where),
        )
        plan = kk.Plan(
            "計画",
            sections=[kk.Section("施策", "1", "行政", indicators=[kk.Indicator("数"), several])],
        )
        assert [finding.places for finding in kk.audit(plan)] == [
            (Place("", "1", "人数、件数", "2.1", where),),
            (Place("", "1", "人数、件数", "2.2", where),),
        ]

    def test_a_plan_without_anything(self) -> None:
        assert kk.audit(kk.Plan("計画")) == ()


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
        (finding,) = kk.audit(plan)
        assert finding.message() == "「令和5年度」の欄に「令和4年度」の実績が書かれている"
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
        assert finding.message() == "表により名称が異なる(「データ利活用」「データの利活用」)"

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
            "実績値1案件当たり126部の減は、目標「資料部数から7割以上の削減」と比べられない"
        )

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
            ("数", "5 件", None, "direction-assumed"),
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
            ("sum-confirmed", "内訳の合計は公表値と一致する(2,843 + 3,583 = 6,426)"),
            (
                "sum-differs",
                "内訳の合計が公表値6,427時間と一致しない(2,843 + 3,583 = 6,426)",
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


class TestSagamihara:
    """What must be found in the published tables is found, and nothing else."""

    def test_expected_findings(self) -> None:
        plan = kk.read_plan(str(shared_path("sagamihara", "published.txt")))
        path = shared_path("sagamihara", "expected_findings.tsv")
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
