"""The formulas beside a/t and progress: for less is better, for what is left, for time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kpikit import CalendarYear, Change, Date, FiscalYear, Quantity, Reason
from kpikit.judging.rates import (
    Formula,
    Rate,
    achievement_rate,
    expected_rate,
    growth_rate,
    inverse_rate,
    mirrored_rate,
    progress_rate,
    rate_by,
    ratio,
    remaining_gap,
    remaining_rate,
)
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def ends(found: Rate) -> tuple[str, str]:
    """Return both ends as text, a point's rounded to four places."""
    assert not found.undefined
    texts = ("∞" if end is None else str(round(end, 4).normalize(EXACT)) for end in _both(found))
    lower, upper = texts
    return lower, upper


def _both(found: Rate) -> tuple[Decimal | None, Decimal | None]:
    return found.lower, found.upper


class TestMirrored:
    """2 - a/t, as 宮城県 prints it (44 → 47: 93.2 %) and a sheet of another city."""

    @pytest.mark.parametrize(
        ("actual", "target", "expected"),
        [
            ("11583 件", "10193 件", "0.8636"),
            ("47 人", "44 人", "0.9318"),
            ("0.30 -", "0.28 -", "0.9286"),
            ("0.24 -", "0.30 -", "1.2"),
            ("0.42 -", "0.27 -", "0.4444"),
            ("88 人", "44 人", "0"),
            ("132 人", "44 人", "-1"),
            ("-5 件", "10 件", "2.5"),
        ],
    )
    def test_point(self, actual: str, target: str, expected: str) -> None:
        assert ends(mirrored_rate(q(actual), q(target))) == (expected, expected)

    def test_interval(self) -> None:
        assert ends(mirrored_rate(q("[9,18] 件"), q("12 件"))) == ("0.5", "1.25")
        assert _both(mirrored_rate(q("[9,∞) 件"), q("12 件"))) == (None, Decimal("1.25"))

    def test_undefined(self) -> None:
        assert mirrored_rate(q("1 件"), q("0 件")) == Rate("mirrored", undefined="zero-target")
        assert mirrored_rate(q("1 件"), q("1 人")).undefined == "units-differ"


class TestInverse:
    """t/a, as 甲州市 prints it (37 for 41: 90 %)."""

    @pytest.mark.parametrize(
        ("actual", "target", "expected"),
        [
            ("41 人", "37 人", ("0.9024", "0.9024")),
            ("[10,20] 件", "5 件", ("0.25", "0.5")),
            ("[10,∞) 件", "5 件", ("0", "0.5")),
            ("(0,10] 件", "5 件", ("0.5", "∞")),
            ("[-20,-10] 件", "5 件", ("-0.5", "-0.25")),
            ("[-20,0) 件", "5 件", ("∞", "-0.25")),
            ("(-∞,-10] 件", "-5 件", ("0", "0.5")),
            ("[10,20] 件", "-5 件", ("-0.5", "-0.25")),
            ("[10,20] 件", "0.5 件", ("0.025", "0.05")),
            ("[0.5,2] 件", "6 件", ("3", "12")),
            ("7 件", "0 件", ("0", "0")),
            ("(0,∞) 件", "0 件", ("0", "0")),
        ],
    )
    def test_defined(self, actual: str, target: str, expected: tuple[str, str]) -> None:
        assert ends(inverse_rate(q(actual), q(target))) == expected

    @pytest.mark.parametrize(
        ("actual", "undefined"),
        [
            ("0 件", "zero-actual"),
            ("[0,5] 件", "actual-may-be-zero"),
            ("[-1,1] 件", "actual-may-be-zero"),
            ("[-1,0] 件", "actual-may-be-zero"),
            ("(-∞,5] 件", "actual-may-be-zero"),
            ("5 人", "units-differ"),
        ],
    )
    def test_undefined(self, actual: str, undefined: str) -> None:
        assert inverse_rate(q(actual), q("5 件")) == Rate("inverse", undefined=undefined)


class TestBesideABaseline:
    """a/b, as bodies print 前年比 (98 of 100: 98 %), and (a - b)/b (2 % less)."""

    @pytest.mark.parametrize(
        ("actual", "baseline", "lower", "upper"),
        [
            ("98 人", "100 人", "0.98", "0.98"),
            ("5 千人", "4000 人", "1.25", "1.25"),
            ("[90,∞) 人", "100 人", "0.9", None),
            ("(-∞,90] 人", "100 人", None, "0.9"),
            ("[1,3] 人", "0.5 人", "2", "6"),
        ],
    )
    def test_defined(
        self, actual: str, baseline: str, lower: str | None, upper: str | None
    ) -> None:
        low, high = (None if end is None else Decimal(end) for end in (lower, upper))
        assert ratio(q(actual), q(baseline)) == Rate("ratio", low, high)
        low, high = (None if end is None else end - 1 for end in (low, high))
        assert growth_rate(q(actual), q(baseline)) == Rate("growth", low, high)

    @pytest.mark.parametrize(
        ("actual", "baseline", "why"),
        [("1 人", "0 人", "zero-baseline"), ("1 人", "2 件", "units-differ")],
    )
    def test_undefined(self, actual: str, baseline: str, why: str) -> None:
        assert ratio(q(actual), q(baseline)) == Rate("ratio", undefined=why)
        assert growth_rate(q(actual), q(baseline)) == Rate("growth", undefined=why)


class TestProgressOfMixedUnits:
    """Each value may be in a unit of its own, as long as all are of one dimension."""

    @pytest.mark.parametrize(
        ("actual", "baseline", "target", "expected"),
        [
            ("10 千人", "0 人", "20 千人", "0.5"),
            ("10 千人", "5000 人", "20000 人", "0.3333"),
            ("90 分", "1 時間", "120 分", "0.5"),
            ("8 -", "6 人", "10 人", "0.5"),
        ],
    )
    def test_defined(self, actual: str, baseline: str, target: str, expected: str) -> None:
        found = progress_rate(q(actual), q(baseline), q(target))
        assert (found.name, *ends(found)) == ("progress", expected, expected)

    def test_target_without_a_unit(self) -> None:
        """It would be taken for minutes beside the one and for hours beside the other."""
        found = progress_rate(q("90 分"), q("2 時間"), q("1 -"))

        assert found == Rate("progress", undefined="baseline-unusable")


class TestRemaining:
    """What is left: as a share of the distance, and as a quantity."""

    def test_rate(self) -> None:
        assert ends(remaining_rate(q("50 %"), q("48 %"), q("56 %"))) == ("0.75", "0.75")
        assert ends(remaining_rate(q("60 %"), q("48 %"), q("56 %"))) == ("-0.5", "-0.5")
        assert ends(remaining_rate(q("[30,35] 件"), q("40 件"), q("20 件"))) == ("0.5", "0.75")

    def test_rate_undefined(self) -> None:
        found = remaining_rate(q("5 件"), q("9 件"), q("9 件"))

        assert found == Rate("remaining", undefined="baseline-equals-target")

    @pytest.mark.parametrize(
        ("actual", "target", "expected"),
        [
            ("48.2 %", "55 %", "6.8 ポイント"),
            ("60 件", "50 件", "-10 件"),
            ("[9,∞) 割", "95 %", "(-∞,5] ポイント"),
            ("8 割", "9 割", "10 ポイント"),
            ("3 -", "5 件", "2 件"),
            ("5 千人", "6000 人", "1000 人"),
            ("5000 人", "6 千人", "1 千人"),
            ("90 分", "2 時間", "0.5 時間"),
            ("-3 件", "0 件", "3 件"),
            ("3 件", "5 -", "2 件"),
            ("[9,10) 件", "20 件", "(10,11] 件"),
            ("(-∞,5] 件", "8 件", "[3,∞) 件"),
            ("[5,∞) 件", "8 件", "(-∞,3] 件"),
            ("482 ‰", "55 %", "6.8 ポイント"),
            ("48.2 %", "550 ‰", "6.8 ポイント"),
        ],
    )
    def test_gap(self, actual: str, target: str, expected: str) -> None:
        found = remaining_gap(q(actual), q(target))

        assert found == q(expected)

    def test_gap_keeps_the_sense(self) -> None:
        done = Quantity("40", "時間", change=Change.DECREASE)
        wanted = Quantity("100", "時間", change=Change.DECREASE)

        left = Quantity("60", "時間", change=Change.DECREASE)
        assert remaining_gap(done, wanted) == left
        assert remaining_gap(Quantity("40", "時間"), wanted, "作業削減時間") == left

    def test_gap_undefined(self) -> None:
        assert remaining_gap(q("5 件"), q("5 人")) is Reason.UNITS_DIFFER


class TestExpected:
    """The share of the distance that a straight line asks for at a date."""

    @pytest.mark.parametrize(
        ("year", "expected"),
        [(2020, "0"), (2021, "0.2"), (2022, "0.4"), (2023, "0.6"), (2024, "0.8"), (2025, "1")],
    )
    def test_years_of_a_plan_count_alike(self, year: int, expected: str) -> None:
        """20, 40, 60, 80 and 100 % after one to five years, leap years or not."""
        found = expected_rate(FiscalYear(2020), FiscalYear(2025), FiscalYear(year).end)

        assert found == Rate("expected", Decimal(expected), Decimal(expected))

    @pytest.mark.parametrize(
        ("start", "end", "day", "expected"),
        [
            (CalendarYear(2020), CalendarYear(2024), date(2022, 12, 31), "0.5"),
            (CalendarYear(2020), FiscalYear(2020), date(2020, 12, 31), "0"),
            # in calendar years one of two, though the first day of April parts them unevenly
            (CalendarYear(2019), CalendarYear(2021), date(2020, 12, 31), "0.5"),
            (FiscalYear(2021), FiscalYear(2022), date(2022, 6, 12), "0.2"),
            (Date(2021, 4, 30), Date(2021, 6, 29), date(2021, 5, 30), "0.5"),
            (Date(2021, 4, 30), Date(2021, 5, 31), date(2021, 5, 31), "1"),
            (FiscalYear(2020), FiscalYear(2025), date(2019, 3, 31), "0"),
            (FiscalYear(2020), FiscalYear(2025), date(2030, 3, 31), "1"),
        ],
    )
    def test_time(self, start: Period, end: Period, day: date, expected: str) -> None:
        assert expected_rate(start, end, day).value == Decimal(expected)

    @pytest.mark.parametrize("is_back", [False, True])
    def test_a_year_of_one_kind_alone(self, is_back: bool) -> None:  # noqa: FBT001
        """Fiscal years then: of 2023 the 275th of 366 days, of 2022 the 275th of 365."""
        begun, now = 2022 + Fraction(275, 365), 2023 + Fraction(275, 366)
        start: Period = CalendarYear(2022)
        end: Period = FiscalYear(2024)
        share = (now - begun) / (2025 - begun)
        if is_back:
            start, end = FiscalYear(2021), CalendarYear(2024)
            share = (now - 2022) / (2024 + Fraction(275, 365) - 2022)

        found = expected_rate(start, end, date(2023, 12, 31)).value

        assert found == EXACT.divide(Decimal(share.numerator), Decimal(share.denominator))

    def test_no_time(self) -> None:
        found = expected_rate(FiscalYear(2025), FiscalYear(2025), date(2025, 4, 1))

        assert found == Rate("expected", undefined="no-time-between")


class TestByName:
    """A formula by its name."""

    def test_each(self) -> None:
        actual, target, start = q("105 件"), q("110 件"), q("100 件")

        assert rate_by(Formula.ACHIEVEMENT, actual, target) == achievement_rate(actual, target)
        assert rate_by(Formula.MIRRORED, actual, target) == mirrored_rate(actual, target)
        assert rate_by(Formula.INVERSE, actual, target) == inverse_rate(actual, target)
        assert rate_by(Formula.PROGRESS, actual, target, start).value == Decimal("0.5")
        assert rate_by(Formula.RATIO, actual, target, start) == ratio(actual, start)
        assert rate_by(Formula.GROWTH, actual, target, start) == growth_rate(actual, start)

    @pytest.mark.parametrize("formula", Formula)
    def test_it_says_its_name(self, formula: Formula) -> None:
        """Where it is defined, where there is no number to divide by, and where units differ."""
        one, none = q("4 件"), q("0 件")
        for actual, target, start in (
            (one, q("8 件"), q("2 件")),
            (one, q("-8 件"), q("-2 件")),
            (none, none, none),
            (one, q("8 人"), q("2 人")),
            (one, q("8 件"), q("2 人")),
        ):
            assert rate_by(formula, actual, target, start).name == formula.value

    @pytest.mark.parametrize("formula", Formula)
    def test_a_name_states_what_a_number_leaves_out(self, formula: Formula) -> None:
        """累計 of the actual, which target and baseline do not repeat."""
        total, target, start = q("5 人 statistic=累計"), q("10 人"), q("4 人")
        named = rate_by(formula, total, target, start, "累計参加者数")
        assert named == rate_by(formula, q("5 人"), target, start)
        assert rate_by(formula, total, target, start).undefined == "statistic-differs"

    def test_each_by_itself_takes_the_name(self) -> None:
        total, target, start = q("5 人 statistic=累計"), q("10 人"), q("4 人")
        name, half = "累計参加者数", Decimal("0.5")
        assert achievement_rate(total, target, name).value == half
        assert mirrored_rate(total, target, name).value == Decimal("1.5")
        assert inverse_rate(total, target, name).value == 2
        assert progress_rate(total, start, target, name).value == EXACT.divide(Decimal(1), 6)
        assert ratio(total, start, name).value == Decimal("1.25")
        assert growth_rate(total, start, name).value == Decimal("0.25")
        assert remaining_rate(total, start, target, name).value == EXACT.divide(Decimal(5), 6)
        gap = remaining_gap(total, target, name)
        assert isinstance(gap, Quantity)
        assert (gap.value, gap.unit) == (Decimal(5), "人")

    def test_no_baseline(self) -> None:
        found = rate_by(Formula.PROGRESS, q("1 件"), q("2 件"))

        assert found == Rate("progress", undefined="baseline-missing")

    def test_two_rates_of_one_row(self) -> None:
        """Baseline 100, actual 105, target 110: 95.45 % or 50 %."""
        assert ends(achievement_rate(q("105 件"), q("110 件")))[0] == "0.9545"
        assert ends(progress_rate(q("105 件"), q("100 件"), q("110 件")))[0] == "0.5"


class TestWords:
    """A rate says its formula, and why it is not defined."""

    def test_defined(self) -> None:
        found = progress_rate(q("1 件"), q("0 件"), q("4 件"))

        assert found.explain() == "進捗率((実績値-基準値)÷(目標値-基準値))"
        assert found.explain("en").startswith("progress rate (")

    @pytest.mark.parametrize(
        ("found", "ja", "en"),
        [
            (inverse_rate(q("0 件"), q("1 件")), "実績値が0のため求められない", "the actual is 0"),
            (
                progress_rate(q("1 件"), q("2 人"), q("2 件")),
                "基準値が比較できる一つの数でないため求められない",
                "the baseline is no single number that can be compared",
            ),
            (
                expected_rate(FiscalYear(2025), FiscalYear(2024), date(2025, 4, 1)),
                "基準値の時期が目標値の時期より前でないため求められない",
                "the baseline is not earlier than the target",
            ),
        ],
    )
    def test_undefined(self, found: Rate, ja: str, en: str) -> None:
        defined = Rate(found.name)
        assert found.explain() == f"{defined.explain()}:{ja}"
        assert found.explain("en") == f"{defined.explain('en')}: not defined, since {en}"
