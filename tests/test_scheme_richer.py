"""What schemes can say of the year before, of tolerances, of the line, of columns, of groups."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.scheme import (
    Against,
    Band,
    How,
    Measure,
    Position,
    Rolled,
    RollUp,
    Rounding,
    RoundingMode,
    Scheme,
    Start,
    Tolerance,
    Variant,
    dumps,
    load,
    loads,
    rolled,
)
from kpikit.judging.rates import Formula, growth_rate, ratio
from kpikit.language.issue import Location
from kpikit.model.indicator import Cell, Source

BETTER, SAME, WORSE = Position
OVER_TARGET = Measure(Formula.ACHIEVEMENT)
BOTH = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
HALVES = (Band("A", at_least=100), Band("B", below=100))
ARROWS = (
    Band("↗", previous=[BETTER]),
    Band("→", previous=[SAME]),
    Band("↘", previous=[WORSE]),
)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def scheme(**given: Any) -> Scheme:
    """Make a scheme of no body."""
    return Scheme(
        "example", version="1", title="評価", publisher="例示市", document="要領", **given
    )


def of_years(
    rule: kk.Rule, *actuals: str, baseline: str | None = None, due: int = 2025
) -> kk.Evaluation:
    """Evaluate actuals of FY2021 and after, against a target of FY2025 from FY2020."""
    start = kk.Observation(kk.FiscalYear(2020), q(baseline)) if baseline else None
    indicator = kk.Indicator(
        "指標",
        target=kk.Target(rule, kk.FiscalYear(due)),
        baseline=start,
        observations=[
            kk.Observation(kk.FiscalYear(year), q(each)) for year, each in enumerate(actuals, 2021)
        ],
    )
    return kk.evaluate(indicator)


class TestValues:
    """All of it is values, in files too."""

    def test_contract(self) -> None:
        check_value_object(Band("A", previous=[WORSE]), Band("A", baseline=[WORSE]))
        check_value_object(Tolerance(worse=1, in_units=True), Tolerance(worse=1))
        check_value_object(
            Variant("型", ["現状維持型"], BOTH), Variant("型", ["Ⅰ"], tolerance=Tolerance(worse=3))
        )
        check_value_object(
            RollUp(), RollUp(How.WORST), RollUp(points={"A": 2, "B": 1}, rounding=Rounding(0))
        )
        check_value_object(Rolled(None), Rolled("A", Decimal(100), 1, 2))

    def test_file(self) -> None:
        rich = scheme(
            rate=BOTH,
            bands=HALVES,
            zero_met=100,
            start=Start.PREVIOUS,
            variants=[
                Variant("型", ["Ⅱ", "現状維持型"], OVER_TARGET, tolerance=Tolerance(worse=3))
            ],
            target_tolerance=Tolerance(better=5, worse=5),
            previous_tolerance=Tolerance(worse=1, in_units=True),
            rounding=Rounding(0, RoundingMode.UP),
            roll_up=RollUp(
                points={"A": 2, "B": 1}, bands=[Band("◎", at_least=1), Band("△", below=1)]
            ),
        )
        text = dumps(rich)
        assert rich == loads(text)
        assert (
            'variants = [{heading = "型", texts = ["Ⅱ", "現状維持型"], '
            'rate = {higher = "achievement"}, tolerance = {worse = 3}}]\n'
        ) in text
        assert "[roll_up]\npoints = {A = 2, B = 1}\n" in text

    def test_a_label_as_a_key(self) -> None:
        marked = scheme(bands=ARROWS, roll_up=RollUp(points={"↗": 1, "→": 0, "↘": -1}))
        assert 'points = {"↗" = 1, "→" = 0, "↘" = -1}\n' in dumps(marked)
        assert marked == loads(dumps(marked))

    def test_a_gap(self) -> None:
        with pytest.raises(kk.InvalidSchemeError) as caught:
            scheme(bands=ARROWS[:2])
        assert (
            "the classes leave a gap: any rate where the actual is better beside the target and "
            "better beside the baseline and worse beside the year before"
        ) == str(caught.value)

    def test_a_gap_of_a_roll_up(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="a rate below 1 %"):
            scheme(bands=HALVES, rate=BOTH, roll_up=RollUp(bands=[Band("◎", at_least=1)]))


class TestRates:
    """a/b and (a - b)/b, of the value at the start or of the year before."""

    def test_ratio(self) -> None:
        assert Decimal("1.25") == ratio(q("50 人"), q("40 人")).value
        assert "zero-baseline" == ratio(q("50 人"), q("0 人")).undefined

    def test_growth(self) -> None:
        assert Decimal("0.25") == growth_rate(q("50 人"), q("40 人")).value
        found = growth_rate(q("[50,60] 人"), q("40 人"))
        assert (Decimal("0.25"), Decimal("0.5")) == (found.lower, found.upper)
        assert (Decimal("0.25"), None) == (
            growth_rate(q("[50,∞) 人"), q("40 人")).lower,
            growth_rate(q("[50,∞) 人"), q("40 人")).upper,
        )
        assert "zero-baseline" == growth_rate(q("50 人"), q("0 人")).undefined

    @pytest.mark.parametrize(
        ("formula", "start", "expected"),
        [
            (Formula.RATIO, Start.BASELINE, "125%"),
            (Formula.GROWTH, Start.BASELINE, "25%"),
            (Formula.RATIO, Start.PREVIOUS, "100%"),
            (Formula.GROWTH, Start.PREVIOUS, "0%"),
            (Formula.PROGRESS, Start.PREVIOUS, "0%"),
        ],
    )
    def test_graded(self, formula: Formula, start: Start, expected: str) -> None:
        seen = of_years(kk.AtLeast(q("60 人")), "50 人", "50 人", baseline="40 人")
        assert expected == scheme(rate=Measure(formula, formula), start=start).grade(seen).label

    @pytest.mark.parametrize(
        ("start", "expected"),
        [(Start.BASELINE, "baseline-missing"), (Start.PREVIOUS, "previous-value-missing")],
    )
    def test_no_start(self, start: Start, expected: str) -> None:
        seen = of_years(kk.AtLeast(q("60 人")), "50 人")
        growing = scheme(rate=Measure(Formula.GROWTH, Formula.GROWTH), start=start)
        assert expected == growing.grade(seen).undecided

    def test_of_less_than_nothing(self) -> None:
        seen = of_years(kk.AtLeast(q("60 人")), "50 人", baseline="-40 人")
        assert "negative-value" == scheme(rate=Measure(Formula.RATIO)).grade(seen).undecided

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (kk.AtMost(q("0 人")), "0 人", "100%"),
            (kk.AtMost(q("0 人")), "3 人", "zero-target"),
            (kk.AtLeast(q("0 人")), "3 人", "100%"),
            (kk.Reach(q("0 人")), "0 人", "100%"),
        ],
    )
    def test_a_target_of_zero(self, rule: kk.Rule, actual: str, expected: str) -> None:
        met = scheme(rate=BOTH, zero_met=100)
        found = met.grade(of_years(rule, actual))
        assert expected == (found.label or found.undecided)
        assert "zero-target" == scheme(rate=BOTH).grade(of_years(rule, actual)).undecided

    def test_an_open_direction_is_not_met(self) -> None:
        """A difference of zero may be come to from either side."""
        alike = Measure(Formula.ACHIEVEMENT, Formula.ACHIEVEMENT)
        indicator = kk.Indicator("収支", target=kk.Reach(q("0 人")))
        seen = kk.evaluate(indicator, kk.Observation(None, q("3 人")))
        assert "zero-target" == scheme(rate=alike, zero_met=100).grade(seen).undecided

    def test_a_benchmark(self) -> None:
        """36 against 全国平均 40 is 90 %."""
        rule = kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST)
        mean = kk.Benchmark("全国平均", q("40 %"))
        seen = kk.Observation(kk.FiscalYear(2023), q("36 %"), benchmark=mean)
        found = scheme(rate=BOTH, bands=HALVES).grade(
            kk.evaluate(kk.Indicator("率", target=rule), seen)
        )
        assert ("B", "90%") == (found.label, found.rate_text)

    def test_a_cut_from_a_base(self) -> None:
        """140件の10%減 is 126: 2 - 126/126."""
        rule = kk.ReduceBy(q("10 %"), base=q("140 件"))
        found = scheme(rate=BOTH, bands=HALVES).grade(of_years(rule, "126 件"))
        assert ("A", "100%") == (found.label, found.rate_text)

    def test_a_value_to_keep(self) -> None:
        rule = kk.Maintain(direction=kk.Direction.HIGHER)
        found = scheme(rate=BOTH).grade(of_years(rule, "30 人", baseline="40 人"))
        assert "75%" == found.label

    def test_a_band_has_two_ends(self) -> None:
        found = scheme(rate=BOTH).grade(of_years(kk.Between(q("[40,60] 人")), "30 人"))
        assert "not-a-number" == found.undecided


class TestPositions:
    """Beside the year before, and near the target."""

    @pytest.mark.parametrize(
        ("rule", "before", "now", "expected"),
        [
            (kk.AtLeast(q("90 人")), "50 人", "51 人", "↗"),
            (kk.AtLeast(q("90 人")), "50 人", "50 人", "→"),
            (kk.AtLeast(q("90 人")), "50 人", "49 人", "↘"),
            (kk.AtMost(q("10 人")), "50 人", "49 人", "↗"),
            (kk.AtLeast(q("90 人")), "50 人", "51 件", "units-differ"),
        ],
    )
    def test_the_year_before(self, rule: kk.Rule, before: str, now: str, expected: str) -> None:
        found = scheme(bands=ARROWS).grade(of_years(rule, before, now))
        assert expected == (found.label or found.undecided)

    def test_no_year_before(self) -> None:
        found = scheme(bands=ARROWS).grade(of_years(kk.AtLeast(q("90 人")), "50 人"))
        assert "previous-value-missing" == found.undecided

    @pytest.mark.parametrize(
        ("now", "expected"), [("51.1 %", "↗"), ("51 %", "→"), ("49 %", "→"), ("48.9 %", "↘")]
    )
    def test_points(self, now: str, expected: str) -> None:
        """前年並み is within a point of 50 %."""
        near = scheme(bands=ARROWS, previous_tolerance=Tolerance(better=1, worse=1, in_units=True))
        assert expected == near.grade(of_years(kk.AtLeast(q("90 %")), "50 %", now)).label

    @pytest.mark.parametrize(
        ("rule", "actual", "expected"),
        [
            (kk.AtLeast(q("100 人")), "105.1 人", "◎"),
            (kk.AtLeast(q("100 人")), "105 人", "○"),
            (kk.AtLeast(q("100 人")), "95 人", "○"),
            (kk.AtLeast(q("100 人")), "94.9 人", "△"),
            (kk.AtMost(q("100 人")), "97 人", "○"),
            (kk.AtMost(q("100 人")), "90 人", "◎"),
            (kk.AtMost(q("100 人")), "110 人", "△"),
        ],
    )
    def test_as_good_as_the_target(self, rule: kk.Rule, actual: str, expected: str) -> None:
        """同等 is within 5 % of the target."""
        bands = [Band("◎", target=[BETTER]), Band("○", target=[SAME]), Band("△", target=[WORSE])]
        near = scheme(bands=bands, target_tolerance=Tolerance(better=5, worse=5))
        assert expected == near.grade(of_years(rule, actual)).label


class TestTheLine:
    """Beside what is expected in a year, or by what the actual comes to."""

    #: From 0 in FY2020 to 100 in FY2025: 40 in FY2022.
    RULE = kk.AtLeast(q("100 人"))

    @pytest.mark.parametrize(
        ("actual", "expected", "text"), [("40 人", "A", "100%"), ("30 人", "B", "75%")]
    )
    def test_expected(self, actual: str, expected: str, text: str) -> None:
        on_line = scheme(rate=BOTH, bands=HALVES, against=Against.LINE)
        found = on_line.grade(of_years(self.RULE, "5 人", actual, baseline="0 人"))
        assert (expected, text) == (found.label, found.rate_text)

    @pytest.mark.parametrize(
        ("actual", "expected", "text"), [("50 人", "A", "125%"), ("30 人", "B", "75%")]
    )
    def test_projected(self, actual: str, expected: str, text: str) -> None:
        """30 in the second of five years come to 75 in the fifth."""
        ahead = scheme(rate=BOTH, bands=HALVES, against=Against.PROJECTION)
        found = ahead.grade(of_years(self.RULE, "5 人", actual, baseline="0 人"))
        assert (expected, text) == (found.label, found.rate_text)

    def test_position(self) -> None:
        """The target is not met, and what is expected is."""
        bands = [Band("順調", target=[BETTER, SAME]), Band("遅れ", target=[WORSE])]
        on_line = scheme(bands=bands, against=Against.LINE)
        seen = of_years(self.RULE, "5 人", "45 人", baseline="0 人")
        assert "順調" == on_line.grade(seen).label

    def test_shares_of_their_own(self) -> None:
        on_line = scheme(rate=BOTH, against=Against.LINE, elapsed={2022: 50})
        assert "60%" == on_line.grade(of_years(self.RULE, "5 人", "30 人", baseline="0 人")).label

    @pytest.mark.parametrize(
        ("seen", "expected"),
        [
            (of_years(kk.AtLeast(q("100 人")), "40 人"), "periods-missing"),
            (of_years(kk.AtLeast(q("100 人")), "40 人", baseline="3 %"), "baseline-unusable"),
            (of_years(kk.AtLeast(q("100 人")), "40 件", baseline="3 人"), "units-differ"),
            (of_years(kk.AtLeast(q("100 人")), "40 人", baseline="[3,5] 人"), "baseline-unusable"),
        ],
    )
    def test_no_line(self, seen: kk.Evaluation, expected: str) -> None:
        on_line = scheme(rate=BOTH, bands=HALVES, against=Against.LINE)
        assert expected == on_line.grade(seen).undecided


class TestColumns:
    """Another rate by what a column of the table says."""

    KEPT = Variant("型", ["現状維持型", "維持"], BOTH)

    @pytest.mark.parametrize(
        ("text", "expected"), [("現状維持型", "90%"), (" 維持", "90%"), ("進捗型", "80%")]
    )
    def test_rate(self, text: str, expected: str) -> None:
        rated = scheme(rate=Measure(Formula.PROGRESS, Formula.PROGRESS), variants=[self.KEPT])
        source = Source(Location("plan.tsv", 2), [Cell("型", text)])
        indicator = kk.Indicator(
            "指標", target=kk.AtLeast(q("100 人")), baseline=q("50 人"), source=source
        )
        seen = kk.evaluate(indicator, kk.Observation(kk.FiscalYear(2023), q("90 人")))
        assert expected == rated.grade(seen).label

    def test_tolerance(self) -> None:
        """±3 % counts as the same for surveys only."""
        bands = [
            Band("a", baseline=[BETTER]),
            Band("b", baseline=[SAME]),
            Band("c", baseline=[WORSE]),
        ]
        survey = Variant("種別", ["意識調査"], tolerance=Tolerance(better=3, worse=3))
        levels = scheme(bands=bands, variants=[survey])
        found = []
        for text in ("意識調査", "統計"):
            source = Source(Location("plan.tsv", 2), [Cell("種別", text)])
            indicator = kk.Indicator(
                "指標", target=kk.AtLeast(q("90 %")), baseline=q("50 %"), source=source
            )
            seen = kk.evaluate(indicator, kk.Observation(kk.FiscalYear(2023), q("51 %")))
            found.append(levels.grade(seen).label)
        assert ["b", "a"] == found

    def test_without_a_table(self) -> None:
        rated = scheme(rate=OVER_TARGET, variants=[self.KEPT])
        assert "90%" == rated.grade(of_years(kk.AtLeast(q("100 人")), "90 人")).label


class TestRollUps:
    """The grades of several indicators as one."""

    def grades(self, given: Scheme, *actuals: str) -> list[Any]:
        return [given.grade(of_years(kk.AtLeast(q("100 人")), each)) for each in actuals]

    def test_the_mean_of_rates(self) -> None:
        """施策群 of the elderly plan: 120, 90 and 60 are 90 %, which is ○."""
        elderly = load("elderly-plan")
        found = [
            elderly.grade(of_years(kk.AtLeast(q("100 人")), each, due=2021))
            for each in ("120 人", "90 人", "60 人")
        ]
        assert Rolled("○", Decimal(90), 3, 3) == rolled(elderly, found)

    def test_weights(self) -> None:
        given = scheme(rate=BOTH, bands=HALVES, roll_up=RollUp())
        found = self.grades(given, "120 人", "60 人", "[60,70] 人", "[60,170] 人")
        assert Rolled("A", Decimal(100), 2, 4) == rolled(
            given, found, lambda each: 2 if each.label == "A" else 1
        )

    def test_points(self) -> None:
        bands = [Band("◎", at_least="1.5"), Band("△", below="1.5")]
        points = RollUp(points={"A": 2}, bands=bands, rounding=Rounding(1))
        given = scheme(rate=BOTH, bands=HALVES, roll_up=points)
        assert Rolled("◎", Decimal("2.0"), 1, 2) == rolled(
            given, self.grades(given, "120 人", "60 人")
        )

    def test_ends(self) -> None:
        """A rate beyond the cap counts at the cap."""
        given = scheme(rate=BOTH, bands=HALVES, cap=100, roll_up=RollUp())
        assert Rolled("B", Decimal(80), 2, 2) == rolled(
            given, self.grades(given, "300 人", "60 人")
        )

    def test_no_rate(self) -> None:
        given = scheme(bands=ARROWS, roll_up=RollUp())
        found = [given.grade(of_years(kk.AtLeast(q("90 人")), "50 人", "51 人"))]
        assert Rolled(None, None, 0, 1) == rolled(given, found)

    def test_the_worst(self) -> None:
        given = scheme(rate=BOTH, bands=HALVES, roll_up=RollUp(How.WORST))
        assert Rolled("B", None, 2, 3) == rolled(
            given, self.grades(given, "120 人", "60 人", "[60,170] 人")
        )
        assert Rolled(None, None, 0, 0) == rolled(given, [])

    def test_nothing_is_said(self) -> None:
        assert None is rolled(scheme(rate=BOTH), [])


class TestShipped:
    """Those that the language came to state."""

    @pytest.mark.parametrize(
        ("before", "now", "expected"),
        [("80", "100", "A"), ("80", "90", "B"), ("80", "80", "C"), ("80", "79", "D")],
    )
    def test_osaka_library_final(self, before: str, now: str, expected: str) -> None:
        """In the years before the last: achieved early, 増加, 前年並み, 減少."""
        seen = of_years(kk.AtLeast(q("100 人")), f"{before} 人", f"{now} 人")
        assert expected == load("osaka-library-final").grade(seen).label

    @pytest.mark.parametrize(
        ("now", "expected"), [("100", "A"), ("60", "B"), ("50", "C"), ("49", "D")]
    )
    def test_health_japan_21_second(self, now: str, expected: str) -> None:
        seen = of_years(kk.AtLeast(q("100 人")), f"{now} 人", baseline="50 人")
        assert expected == load("health-japan-21-second").grade(seen).label

    @pytest.mark.parametrize(
        ("name", "expected"), [("plain-percent", "89%"), ("plain-tenth", "88.5%")]
    )
    def test_plain(self, name: str, expected: str) -> None:
        """85 of 96 is 88.54 %."""
        seen = of_years(kk.AtLeast(q("96 人")), "85 人", due=2021)
        assert expected == load(name).grade(seen).label

    @pytest.mark.parametrize("name", kk.scheme.shipped())
    def test_no_digit_too_many(self, name: str) -> None:
        """Whoever rates says how many digits are printed."""
        shipped = load(name)
        assert shipped.rate == Measure() or shipped.rounding is not None


def test_the_day_of_grading_does_not_move_the_line() -> None:
    """What is expected is that of the actual's year, whenever it is graded."""
    on_line = scheme(rate=BOTH, bands=HALVES, against=Against.LINE)
    seen = of_years(kk.AtLeast(q("100 人")), "5 人", "40 人", baseline="0 人")
    assert "100%" == on_line.grade(seen, date(2025, 3, 31)).rate_text
