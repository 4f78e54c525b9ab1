"""Charts: the numbers that meet a rule, in the unit of the actual, or no chart at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

import kpikit as kk
from kpikit.report.chart import Bullet, bullets_of, trend_of
from kpikit.report.svg import bullet_svg, trend_svg

YEAR = kk.FiscalYear(2023)


def quantity(text: str) -> kk.Quantity:
    return kk.read_quantity(text).unwrap()


def evaluated(
    rule: kk.Rule, actual: str, *, name: str = "数", baseline: str | None = None, **settings: object
) -> kk.Evaluation:
    indicator = kk.Indicator(name, target=rule, baseline=quantity(baseline) if baseline else None)
    seen = kk.Observation(YEAR, quantity(actual), **settings)  # type: ignore[arg-type]
    return kk.evaluate(indicator, seen)


def bullet(rule: kk.Rule, actual: str, **settings: object) -> Bullet | None:
    found = bullets_of(evaluated(rule, actual, **settings))  # type: ignore[arg-type]
    return found[0] if found else None


AVERAGE = kk.Benchmark("全国平均", kk.Quantity("60", "%"))


class TestAim:
    """What is drawn as met is what meets the rule."""

    @pytest.mark.parametrize(
        ("rule", "actual", "settings", "aim"),
        [
            (kk.AtLeast(quantity("55%")), "48%", {}, "[55,∞) %"),
            (kk.AtMost(quantity("20人")), "24人", {}, "(-∞,20] 人"),
            (kk.Between(kk.Quantity(lower="4", upper="6", unit="割")), "5割", {}, "[4,6] 割"),
            (kk.Exactly(quantity("27館")), "27館", {}, "27 館"),
            (kk.AtLeast(quantity("6千人")), "5500人", {}, "[6000,∞) 人"),
            (kk.ReduceBy(quantity("30件")), "80件", {"baseline": "100件"}, "(-∞,70] 件"),
            (kk.ReduceBy(quantity("3割")), "80件", {"baseline": "100件"}, "(-∞,70.0] 件"),
            (kk.IncreaseBy(quantity("30件")), "80件", {"baseline": "60件"}, "[90,∞) 件"),
            (kk.ReduceBy(quantity("30件")), "40件削減", {}, "[30,∞) 件 change=decrease"),
            (
                kk.RelativeTo("全国平均", kk.Comparator.ABOVE),
                "71%",
                {"benchmark": AVERAGE},
                "[60,∞) %",
            ),
            (
                kk.RelativeTo("全国平均", kk.Comparator.AT_MOST),
                "71%",
                {"benchmark": AVERAGE},
                "(-∞,60] %",
            ),
            (kk.RelativeTo("全国平均", kk.Comparator.EQUAL), "71%", {"benchmark": AVERAGE}, "60 %"),
            (
                kk.RelativeTo(
                    "全国平均", kk.Comparator.AT_LEAST, margin=kk.Quantity("5", "ポイント")
                ),
                "71%",
                {"benchmark": AVERAGE},
                "[65,∞) %",
            ),
            (
                kk.RelativeTo("全国平均", kk.Comparator.BELOW, margin=kk.Quantity("5", "ポイント")),
                "71%",
                {"benchmark": AVERAGE},
                "(-∞,55] %",
            ),
            (
                kk.RelativeTo("平均", kk.Comparator.AT_LEAST, margin=kk.Quantity("5", "件")),
                "71件",
                {"benchmark": kk.Benchmark("平均", kk.Quantity("60", "件"))},
                "[65,∞) 件",
            ),
            (kk.IncreaseBy(kk.Quantity("5", "ポイント")), "71%", {"baseline": "70%"}, "[75,∞) %"),
            (kk.Maintain(quantity("90団体")), "91団体", {"baseline": "95団体"}, "90 団体"),
            (kk.Improve(kk.Direction.HIGHER), "71件", {"baseline": "70件"}, "70 件"),
        ],
    )
    def test_rule(self, rule: kk.Rule, actual: str, settings: dict[str, object], aim: str) -> None:
        drawn = bullet(rule, actual, **settings)

        assert drawn is not None
        assert aim == str(drawn.aim)

    @pytest.mark.parametrize(
        ("rule", "actual", "settings"),
        [
            (kk.AtLeast(quantity("55%")), "48人", {}),
            (kk.Exploratory("探索型"), "48人", {}),
            (kk.ReduceBy(quantity("30%")), "30ポイント削減", {"baseline": "80%"}),
            (kk.ReduceBy(quantity("3割")), "80件", {}),
            (kk.ReduceBy(kk.Quantity("30", "件", statistic="累計")), "80件", {"baseline": "100件"}),
            (kk.ReduceBy(quantity("3人")), "80%", {"baseline": "90%"}),
            (
                kk.RelativeTo("全国平均", kk.Comparator.ABOVE, margin=kk.Quantity("5", "人")),
                "71%",
                {"benchmark": AVERAGE},
            ),
        ],
    )
    def test_nothing_to_draw(self, rule: kk.Rule, actual: str, settings: dict[str, object]) -> None:
        assert bullet(rule, actual, **settings) is None

    def test_no_actual(self) -> None:
        assert () == bullets_of(kk.evaluate(kk.Indicator("数", target=kk.Unset())))

    def test_kept(self) -> None:
        for direction, aim in ((kk.Direction.HIGHER, "[90,∞) 団体"), (None, "90 団体")):
            drawn = bullet(kk.Maintain(quantity("90団体"), direction=direction), "91団体")

            assert drawn is not None
            assert aim == str(drawn.aim)

    def test_parts(self) -> None:
        rule = kk.AllOf(
            [
                kk.RulePart("甲", kk.AtLeast(quantity("2件"))),
                kk.RulePart("乙", kk.Exploratory("探")),
            ]
        )
        parts = [
            kk.Part("甲", kk.Observation(YEAR, quantity("3件"))),
            kk.Part("乙", kk.Observation(YEAR, quantity("4件"))),
        ]
        found = bullets_of(
            kk.evaluate(kk.Indicator("数", target=rule), kk.Observation(YEAR, parts=parts))
        )

        assert ["甲"] == [each.label for each in found]


class TestScale:
    """Zero is always on the scale, and shares are drawn on the whole of theirs."""

    @pytest.mark.parametrize(
        ("target", "actual", "scale"),
        [
            ("55%", "48%", ("0", "100")),
            ("8割", "9割", ("0", "10")),
            ("1.2%", "1.6%", ("0", "1.76")),
            ("120%", "90%", ("0", "132")),
            ("0件", "0件", ("0", "1")),
            ("30件", "20件", ("0", "33")),
            ("10件", "-10件", ("-11", "11")),
            ("0件", "-10件", ("-11", "1")),
            ("-5件", "-10件", ("-11", "1")),
        ],
    )
    def test_ends(self, target: str, actual: str, scale: tuple[str, str]) -> None:
        drawn = bullet(kk.AtLeast(quantity(target)), actual)

        assert drawn is not None
        assert scale == tuple(f"{each.normalize():f}" for each in drawn.scale)

    def test_ceiling_below_zero(self) -> None:
        drawn = bullet(kk.AtMost(quantity("-5件")), "-10件")

        assert drawn is not None
        assert (Decimal(-11), Decimal(0)) == drawn.scale


class TestTrend:
    """A line where several years are known, in the unit of the last."""

    def line(
        self, *values: tuple[int, str], baseline: kk.Observation | None = None
    ) -> kk.Evaluation:
        seen = [kk.Observation(kk.FiscalYear(year), quantity(text)) for year, text in values]
        return kk.evaluate(
            kk.Indicator(
                "利用者数",
                target=kk.AtLeast(quantity("6千人")),
                observations=seen,
                baseline=baseline,
            )
        )

    def test_units(self) -> None:
        trend = trend_of(self.line((2022, "5千人"), (2023, "5,500人"), (2021, "12%")))

        assert trend is not None
        assert [Decimal(5000), Decimal(5500)] == [step.number for step in trend.steps]
        assert Decimal(6000) == trend.aim

    def test_baseline(self) -> None:
        start = kk.Observation(kk.FiscalYear(2019), quantity("4千人"))
        trend = trend_of(self.line((2023, "5,500人"), baseline=start))

        assert trend is not None
        assert "令和元年度 4,000人、令和5年度 5,500人、目標値6,000人以上" == trend.describe("ja")

    def test_one_year(self) -> None:
        assert trend_of(self.line((2023, "5,500人"))) is None

    def test_intervals_are_no_points(self) -> None:
        assert trend_of(self.line((2022, "5千人以上"), (2023, "5,500人"))) is None

    def test_without_target(self) -> None:
        seen = [kk.Observation(kk.FiscalYear(year), quantity("3件")) for year in (2022, 2023)]
        trend = trend_of(
            kk.evaluate(kk.Indicator("数", target=kk.Exploratory("探"), observations=seen))
        )

        assert trend is not None
        assert trend.aim is None
        assert 'class="aim"' not in trend_svg(trend, "a", "数", "ja")
        assert "令和4年度 3件、令和5年度 3件" == trend.describe("ja")


def test_numbers_of_a_bullet_are_told_in_its_drawing_as_in_its_description() -> None:
    drawn = bullet(kk.AtLeast(quantity("55%")), "48.2%")
    assert drawn is not None
    assert drawn.labels("ja") == ("実績値48.2%", "目標値55%以上")
    assert drawn.describe("ja", drawn.labels("ja")) == drawn.describe("ja")
    markup = bullet_svg(drawn, "a", "割合", "ja")
    # 48.2 and 55 of a scale from 0 to 100 that is 272 wide and begins at 4.
    assert 'cx="135.1"' in markup
    assert 'd="M153.6 14v20"' in markup


class TestWords:
    """Words stay inside the drawing; what is cut there is whole in the description."""

    def test_long(self) -> None:
        benchmark = kk.Benchmark(
            "全国の同規模自治体における令和元年度から令和5年度までの平均", quantity("60%")
        )
        drawn = bullet(
            kk.RelativeTo(benchmark.name, kk.Comparator.AT_LEAST), "71%", benchmark=benchmark
        )

        assert drawn is not None
        markup = bullet_svg(drawn, "a", "割合", "ja")
        assert "…</text>" in markup
        assert f"目標値{benchmark.name}以上(60%)" in markup


def test_a_value_stands_at_its_own_time() -> None:
    """What a cell says of its year comes before the year of the column that it stands in."""
    lines = "指標名\t基準値(R3)\t実績値(R6)\t目標値(R8)\n受診率\t(2016) 51%\t60%\t66%以上\n"
    (evaluation,) = kk.evaluate(kk.read_plan(lines.encode(), name="a.tsv")).all()
    trend = trend_of(evaluation)

    assert trend is not None
    assert [kk.FiscalYear(2016), kk.FiscalYear(2024)] == [each.period for each in trend.steps]
