"""Every kind of cell of the Sagamihara tables, with the reading that a careful person reaches."""

import pytest

from kpikit import (
    AllOf,
    AtLeast,
    AtMost,
    Benchmark,
    Change,
    Comparator,
    Date,
    DefinedElsewhere,
    Direction,
    Exploratory,
    FiscalYear,
    IncreaseBy,
    Missing,
    Observation,
    Part,
    Qualitative,
    Quantity,
    Reach,
    ReduceBy,
    RelativeTo,
    RulePart,
    Span,
    Unset,
    read_actual,
    read_quantity,
    read_target,
)
from kpikit.cell.derivations import read_derivations
from kpikit.model.indicator import Reduction, Sum

R2_TO_5 = Span(FiscalYear(2020), FiscalYear(2023))

TARGETS = {
    "6,700時間削減": ReduceBy(Quantity("6700", "時間")),
    "12種類": Reach(Quantity("12", "種類")),
    "11,600時間以上": AtLeast(Quantity("11600", "時間")),
    "80%以上": AtLeast(Quantity("80", "%")),
    "80%超": AtLeast(Quantity("80", "%"), strict=True),
    "0件": Reach(Quantity("0", "件")),
    "15手続以上": AtLeast(Quantity("15", "手続")),
    "12種類増加": IncreaseBy(Quantity("12", "種類")),
    "削減": Qualitative("削減", direction=Direction.LOWER),
    "資料部数 7割削減": ReduceBy(Quantity("7", "割"), reference="資料部数"),
    "8割": Reach(Quantity("8", "割")),
    "126件以下 (平成30年度に140件発生した システム障害の10%減を 目標とする)": AtMost(
        Quantity("126", "件")
    ),
    "年間稼働時間の0.1%未満": AtMost(Quantity("0.1", "%", per="年間稼働時間"), strict=True),
    "合計50種類超": AtLeast(Quantity("50", "種類", statistic="合計"), strict=True),
    "○ホームページ上で毎月の住民基本台帳人口の資料が過去12年間分閲覧できる。 "
    "○「調査データ一覧」に33件以上のデータを登録する。": AllOf(
        [
            RulePart("", Reach(Quantity("12", "年間分"))),
            RulePart("", AtLeast(Quantity("33", "件"))),
        ]
    ),
    "12,000件/年": Reach(Quantity("12000", "件", per="年")),
    "Twitter: 400人 YouTube: 650人": AllOf(
        [
            RulePart("Twitter", Reach(Quantity("400", "人"))),
            RulePart("YouTube", Reach(Quantity("650", "人"))),
        ]
    ),
    "前年度調査における全国平均以上": RelativeTo("全国平均", Comparator.AT_LEAST, lag=1),
    "DX人材育成方針で定める指標": DefinedElsewhere("DX人材育成方針"),
    "「相模原市DX人材育成方針」で定める指標": DefinedElsewhere("相模原市DX人材育成方針"),
    "未設定(探索型事業のため)": Exploratory("探索型事業のため"),
    "—": Unset(),
}

ACTUALS = {
    "→ 約16,000時間削減 (R5)": Observation(
        FiscalYear(2023),
        Quantity("16000", "時間", approximate=True, change=Change.DECREASE),
    ),
    "→ 19,839時間 (R2~5)": Observation(R2_TO_5, Quantity("19839", "時間")),
    "→ 70% (R6)": Observation(FiscalYear(2024), Quantity("70", "%")),
    "→ 0件 (R2~5)": Observation(R2_TO_5, Quantity("0", "件")),
    "90手続 (R4)": Observation(FiscalYear(2022), Quantity("90", "手続")),
    "26種類増加": Observation(None, Quantity("26", "種類", change=Change.INCREASE)),
    "25,557,731件": Observation(None, Quantity("25557731", "件")),
    "削減": Observation(None, outcome="削減"),
    "1案件当たり 126部削減": Observation(
        None, Quantity("126", "部", change=Change.DECREASE, per="1案件")
    ),
    "平均5.0%": Observation(None, Quantity("5.0", "%", statistic="平均")),
    "9割以上": Observation(None, Quantity(lower="9", unit="割")),
    "59件 (問い合わせを含む)": Observation(None, Quantity("59", "件")),
    "合計52種類": Observation(None, Quantity("52", "種類", statistic="合計")),
    "33,852件/年": Observation(None, Quantity("33852", "件", per="年")),
    "—": Observation(None, missing=Missing.NONE),
    "": Observation(None, missing=Missing.BLANK),
    "DX人材育成方針では具体的な指標を定めなかったが、毎年度策定する研修計画に基づき、"
    "各種研修を実施した。": Observation(None, missing=Missing.NOT_SET),
    "Twitter(現X): 697人 YouTube: 886人 ※令和6年6月20日現在": Observation(
        Date(2024, 6, 20),
        parts=[
            Part("Twitter(現X)", Observation(Date(2024, 6, 20), Quantity("697", "人"))),
            Part("YouTube", Observation(Date(2024, 6, 20), Quantity("886", "人"))),
        ],
    ),
    "○ホームページ上で毎月の住民基本台帳人口の資料が過去12年間分閲覧できるようになった。 "
    "○「調査データ一覧」に172件のデータを登録した。": Observation(
        None,
        parts=[
            Part("", Observation(None, Quantity("12", "年間分"))),
            Part("", Observation(None, Quantity("172", "件"))),
        ],
    ),
    "①市:81.9% 全国平均:75.2% ②市:82.6% 全国平均:77.3% ※市:R4調査、全国平均:R3調査": Observation(
        FiscalYear(2022),
        parts=[
            Part(
                mark,
                Observation(
                    FiscalYear(2022),
                    Quantity(city, "%"),
                    benchmark=Benchmark("全国平均", Quantity(nation, "%"), FiscalYear(2021)),
                ),
            )
            for mark, city, nation in (("①", "81.9", "75.2"), ("②", "82.6", "77.3"))
        ],
    ),
}


class TestTargets:
    @pytest.mark.parametrize("text", TARGETS)
    def test_reading(self, text: str) -> None:
        """A target reads as the rule that a person would state."""
        assert TARGETS[text] == read_target(text).unwrap()

    def test_blank_is_refused(self) -> None:
        """An empty target may be an oversight: it is no rule."""
        assert ["empty-cell"] == [issue.code for issue in read_target(" ").issues]


class TestActuals:
    @pytest.mark.parametrize("text", ACTUALS)
    def test_reading(self, text: str) -> None:
        """An actual reads as the observation that a person would make."""
        assert ACTUALS[text] == read_actual(text).unwrap()

    def test_column(self) -> None:
        """The period of the column holds where the cell names none, and is kept where it does."""
        column = FiscalYear(2023)
        assert column == read_actual("59,000件", column=column).unwrap().period
        seen = read_actual("90手続 (R4)", column=column).unwrap()
        assert (FiscalYear(2022), column) == (seen.period, seen.column)


class TestQuantities:
    def test_interval(self) -> None:
        """A bound word leaves one end open."""
        assert Quantity(lower="9", unit="割") == read_quantity("９割以上").unwrap()

    @pytest.mark.parametrize(
        "text", ["", "—", "削減", "R5", "DX人材育成方針で定める指標", "Twitter: 1人 YouTube: 2人"]
    )
    def test_no_quantity(self, text: str) -> None:
        """What is no single quantity is refused."""
        assert not read_quantity(text).is_read


class TestDerivations:
    def test_sum(self) -> None:
        """The breakdown of the RPA hours is a sum of four years."""
        note = (
            "・実績値は、RPAによる作業削減時間 <内訳> R2:2,843時間、R3:3,583時間 "
            "R4:6,169時間、R5:7,244時間"
        )
        hours = [("R2", "2843"), ("R3", "3583"), ("R4", "6169"), ("R5", "7244")]
        expected = Sum(
            [(year, Quantity(count, "時間")) for year, count in hours], Quantity("19839", "時間")
        )
        assert (expected,) == read_derivations(note, Quantity("19839", "時間"))

    def test_reduction(self) -> None:
        """140件 less 10 % is stated in the target's remark."""
        note = "126件以下 (平成30年度に140件発生した システム障害の10%減を 目標とする)"
        expected = Reduction(Quantity("140", "件"), Quantity("10", "%"), Quantity("126", "件"))
        assert (expected,) == read_derivations(note, Quantity("126", "件"))

    @pytest.mark.parametrize("note", ["", "・実績値は、令和6年3月31日時点", "内訳は別紙のとおり"])
    def test_nothing(self, note: str) -> None:
        """A note without figures derives nothing."""
        assert () == read_derivations(note, Quantity("5", "件"))

    def test_no_figure(self) -> None:
        """Without a published figure nothing follows."""
        assert () == read_derivations("<内訳> 1件、2件", None)
