"""Schemes: what can be built, how they grade, what they cannot grade."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.scheme import (
    Against,
    Band,
    Grade,
    Known,
    Measure,
    Position,
    Rounding,
    RoundingMode,
    Scheme,
    SchemeRow,
    SchemeTable,
    Tolerance,
    compare_schemes,
)
from kpikit.judging.rates import Formula, Rate

BETTER, SAME, WORSE = Position
OVER_TARGET = Measure(Formula.ACHIEVEMENT)
BOTH = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
PROGRESS = Measure(Formula.PROGRESS, Formula.PROGRESS)
HALVES = (Band("A", at_least=100), Band("B", below=100))


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def scheme(**given: Any) -> Scheme:
    """Make a scheme of no body."""
    return Scheme(
        "example", version="1", title="評価", publisher="例示市", document="要領", **given
    )


def evaluated(
    actual: str | None,
    rule: kk.Rule,
    baseline: str | None = None,
    *,
    name: str = "指標",
    year: int = 2023,
) -> kk.Evaluation:
    """Evaluate one actual of one fiscal year."""
    seen = kk.Observation(
        kk.FiscalYear(year),
        None if actual is None else q(actual),
        missing=kk.Missing.PENDING if actual is None else None,
    )
    indicator = kk.Indicator(name, target=rule, baseline=q(baseline) if baseline else None)
    return kk.evaluate(indicator, seen)


def at_least(text: str) -> kk.Rule:
    return kk.AtLeast(q(text))


def at_most(text: str) -> kk.Rule:
    return kk.AtMost(q(text))


class TestValues:
    """All of it is values."""

    def test_contract(self) -> None:
        plain = scheme(rate=OVER_TARGET)
        check_value_object(
            plain,
            scheme(rate=BOTH, bands=HALVES, known=Known.PART, notes=["注"], by_hand=["S"]),
            scheme(
                rate=PROGRESS,
                kept=Measure(),
                without_baseline=Formula.ACHIEVEMENT,
                marks=["*"],
                marked=Formula.ACHIEVEMENT,
                against=Against.ELAPSED,
                elapsed={2023: 50, 2022: "25"},
                floor=0,
                cap=100,
                rounding=Rounding(1, RoundingMode.TRUNCATE, exact_classes=True),
                above_hundred="100%超",
                below_zero="0%未満",
                tolerance=Tolerance(worse=10),
                verdicts={kk.Verdict.ACHIEVED: "達成"},
                ungraded={"other": "-"},
            ),
        )

    def test_contract_of_classes(self) -> None:
        check_value_object(
            Band("A", at_least=80),
            Band("A", above="80"),
            Band("A", at_most="79.9"),
            Band("A", below=80, target=[SAME, BETTER]),
            Band("A", baseline=[WORSE]),
        )

    def test_contract_of_choices(self) -> None:
        check_value_object(Measure(), OVER_TARGET, BOTH)
        check_value_object(Rounding(0), Rounding(1), Rounding(1, RoundingMode.TRUNCATE))
        check_value_object(Tolerance(), Tolerance(better=3), Tolerance(better=3, worse=3))

    def test_contract_of_grades(self) -> None:
        evaluation = evaluated("5 件", at_least("4 件"))
        one, other = Grade("a", evaluation, "A", printed="A"), Grade("a", evaluation)
        check_value_object(one, other)
        check_value_object(SchemeRow(evaluation, [one]), SchemeRow(evaluation, [other]))
        check_value_object(SchemeTable(["a"]), SchemeTable(["a"], [SchemeRow(evaluation, [one])]))

    def test_labels(self) -> None:
        twice = [Band("A", at_least=100), Band("B", at_least=50, below=100), Band("A", below=50)]

        assert scheme(rate=OVER_TARGET, bands=twice).labels == ("A", "B")


class TestBand:
    """A class has the rates between its limits, each closed or open."""

    @pytest.mark.parametrize(
        ("band", "inside", "outside"),
        [
            (Band("4", at_least=100, at_most=105), ["100", "105"], ["99.99", "105.01"]),
            (Band("5", above=105), ["105.01"], ["105"]),
            (Band("1", below=90), ["89.99", "-5"], ["90"]),
            (Band("○"), ["-1E+9", "0", "1E+9"], []),
        ],
    )
    def test_holds(self, band: Band, inside: list[str], outside: list[str]) -> None:
        assert all(band.holds(Decimal(each)) for each in inside)
        assert not any(band.holds(Decimal(each)) for each in outside)

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({"at_least": 1, "above": 1}, "class 'A' has both at_least and above: give one of"),
            ({"at_most": 1, "below": 1}, "class 'A' has both at_most and below: give one of"),
            ({"at_least": 2, "at_most": 1}, "class 'A' holds no rate at all"),
            ({"at_least": 2, "below": 2}, "class 'A' holds no rate at all"),
            ({"at_least": 0.8}, "0.8 is no exact number"),
            ({"at_least": True}, "True is no exact number"),
            ({"at_least": "八割"}, "not a number: '八割'"),
            ({"at_least": [1]}, "not a number: [1]"),
            ({"at_least": "Infinity"}, "not a finite number: Infinity"),
            ({"target": []}, "a class needs at least one position for target"),
            ({"baseline": []}, "a class needs at least one position for baseline"),
        ],
    )
    def test_refused(self, given: dict[str, Any], message: str) -> None:
        with pytest.raises(kk.InvalidSchemeError) as caught:
            Band("A", **given)

        assert str(caught.value).startswith(message)


class TestPartition:
    """Classes with a gap or an overlap are refused, and it is named."""

    @pytest.mark.parametrize(
        ("bands", "message"),
        [
            (
                [Band("A", at_least=80), Band("B", below=79)],
                "the classes leave a gap: a rate of 79 %",
            ),
            (
                [Band("A", at_least=80), Band("B", at_most=79)],
                "the classes leave a gap: a rate between 79 % and 80 %",
            ),
            (
                [Band("A", above=80), Band("B", below=80)],
                "the classes leave a gap: a rate of 80 %",
            ),
            (
                [Band("A", at_least=80, at_most=100), Band("B", below=80)],
                "the classes leave a gap: a rate above 100 %",
            ),
            (
                [Band("A", at_least=80), Band("B", at_least=50, below=80)],
                "the classes leave a gap: a rate below 50 %",
            ),
            (
                [Band("A", at_least=80), Band("B", at_most=80)],
                "the classes A, B overlap: a rate of 80 %",
            ),
            (
                [Band("A", at_least=80), Band("B", below=90)],
                "the classes A, B overlap: a rate of 80 %",
            ),
            ([Band("A"), Band("B")], "the classes A, B overlap: any rate"),
            (
                [
                    Band("◎", target=[BETTER, SAME]),
                    Band("○", target=[SAME]),
                    Band("△", target=[WORSE]),
                ],
                (
                    "the classes ◎, ○ overlap: any rate where the actual is same beside the "
                    "target and better beside the baseline"
                ),
            ),
            (
                [Band("A", target=[BETTER]), Band("B", target=[WORSE], baseline=[BETTER])],
                (
                    "the classes leave a gap: any rate where the actual is same beside the target "
                    "and better beside the baseline"
                ),
            ),
        ],
    )
    def test_refused(self, bands: list[Band], message: str) -> None:
        with pytest.raises(kk.InvalidSchemeError) as caught:
            scheme(rate=OVER_TARGET, bands=bands)

        assert str(caught.value) == message

    def test_whole_per_cents_have_no_gap_where_rates_are_whole(self) -> None:
        """「80~99」 and 「100以上」 leave nothing out of rates rounded to whole per cents."""
        bands = [Band("A", at_least=100), Band("B", at_least=80, at_most=99), Band("C", below=80)]

        assert scheme(rate=OVER_TARGET, bands=bands, rounding=Rounding(0)).bands == tuple(bands)
        for rounding in (Rounding(1), Rounding(0, exact_classes=True), None):
            with pytest.raises(kk.InvalidSchemeError, match=r"gap: a rate between 99 % and 100 %"):
                scheme(rate=OVER_TARGET, bands=bands, rounding=rounding)

    def test_limits_off_the_grid(self) -> None:
        """No rounded rate is 79.5, so that it may belong to nobody."""
        bands = [Band("A", above="79.5"), Band("B", below="79.5")]

        assert scheme(rate=OVER_TARGET, bands=bands, rounding=Rounding(0)).labels == ("A", "B")

    def test_grid_does_not_count_where_the_rate_is_divided(self) -> None:
        bands = [Band("A", at_least=100), Band("B", at_most=99)]
        with pytest.raises(kk.InvalidSchemeError, match="gap"):
            scheme(rate=PROGRESS, bands=bands, rounding=Rounding(0), against=Against.ELAPSED)

    def test_what_floor_and_cap_keep_out_needs_no_class(self) -> None:
        bands = [Band("A", at_least=50, at_most=100), Band("B", at_least=0, below=50)]

        assert scheme(rate=PROGRESS, bands=bands, floor=0, cap=100).labels == ("A", "B")

    def test_a_gap_up_to_the_floor_does_not_count(self) -> None:
        bands = [Band("A", at_least=0), Band("B", at_most=-5)]

        assert scheme(rate=BOTH, floor=0, bands=bands).labels == ("A", "B")
        with pytest.raises(kk.InvalidSchemeError, match="a rate between -5 % and 0 %"):
            scheme(rate=BOTH, floor="-1", bands=bands)

    def test_a_cap_does_not_keep_out_what_is_divided(self) -> None:
        """100 % at half of the time is 200 % of what is due."""
        bands = [Band("A", at_least=80, at_most=100), Band("B", below=80)]

        assert scheme(rate=BOTH, cap=100, bands=bands).labels == ("A", "B")
        with pytest.raises(kk.InvalidSchemeError, match="gap: a rate above 100 %"):
            scheme(rate=BOTH, cap=100, bands=bands, against=Against.ELAPSED)

    def test_a_cap_is_rounded_as_rates_are(self) -> None:
        bands = [Band("A", at_least=80, below=100), Band("B", below=80)]

        with pytest.raises(kk.InvalidSchemeError, match="gap: a rate of 100 %"):
            scheme(rate=BOTH, cap="99.5", bands=bands, rounding=Rounding(0))

    def test_beyond_floor_and_cap(self) -> None:
        """Limits that no rate reaches leave no gap: -10 to -5, 150 to 200."""
        bands = [
            Band("A", at_least=50, below=150),
            Band("B", at_least=-5, below=50),
            Band("C", at_least=200),
            Band("D", below=-10),
        ]

        assert scheme(rate=PROGRESS, bands=bands, floor=0, cap=100).bands == tuple(bands)


class TestRefused:
    """A scheme that contradicts itself cannot be built."""

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({}, "a scheme needs classes, a formula for a rate, or verdicts"),
            ({"bands": HALVES}, "classes of rates need a formula for the rate"),
            ({"rate": BOTH, "floor": 1, "cap": 1}, "floor 1 is not below cap 1"),
            ({"rate": BOTH, "elapsed": {2022: 50}}, "elapsed shares need against = elapsed"),
            (
                {"rate": BOTH, "against": Against.ELAPSED, "elapsed": {2022: 0}},
                "the elapsed share of 2022 is not in (0, 100]: 0",
            ),
            (
                {"rate": BOTH, "against": Against.ELAPSED, "elapsed": {2022: 500}},
                "the elapsed share of 2022 is not in (0, 100]: 500",
            ),
            (
                {"rate": BOTH, "marks": ["*"]},
                "marks and the formula for what is marked need each other",
            ),
            (
                {"rate": BOTH, "marked": Formula.ACHIEVEMENT},
                "marks and the formula for what is marked need each other",
            ),
            (
                {"rate": BOTH, "ungraded": {"no_actual": "N"}},
                "nothing is left ungraded for 'no_actual'",
            ),
        ],
    )
    def test_fields(self, given: dict[str, Any], message: str) -> None:
        with pytest.raises(kk.InvalidSchemeError) as caught:
            scheme(**given)

        assert str(caught.value) == message

    def test_label(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="a class needs a label"):
            Band(" ")

    def test_name(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="small letters and hyphens"):
            attrs.evolve(scheme(rate=BOTH), name="宮城県")

    def test_publisher(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="a scheme needs a publisher"):
            attrs.evolve(scheme(rate=BOTH), publisher=" ")

    def test_rounding(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="decimal places run from 0 to 9"):
            Rounding(-1)
        with pytest.raises(kk.InvalidSchemeError, match="decimal places run from 0 to 9"):
            Rounding(10)

    def test_tolerance(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="a tolerance is not negative: worse"):
            Tolerance(worse=-1)

    def test_verdicts_alone(self) -> None:
        only = scheme(verdicts={kk.Verdict.ACHIEVED: "○", kk.Verdict.NOT_ACHIEVED: "×"})

        assert only.grade(evaluated("5 件", at_least("4 件"))).undecided == ""


class TestRating:
    """The rate is that of the direction, capped, rounded, and then classed."""

    def test_direction(self) -> None:
        both = scheme(rate=BOTH, bands=HALVES, rounding=Rounding(1))

        assert both.grade(evaluated("95 件", at_least("100 件"))).rate_text == "95.0%"
        assert both.grade(evaluated("95 件", at_most("100 件"))).rate_text == "105.0%"
        assert both.grade(evaluated("95 件", kk.Reach(q("100 件")), "90 件")).label == "B"

    def test_no_formula_for_the_direction(self) -> None:
        found = scheme(rate=OVER_TARGET, bands=HALVES).grade(evaluated("9 件", at_most("10 件")))

        assert (found.label, found.undecided, found.rate) == (None, "no-formula", None)
        assert found.printed == "判定不能"

    def test_direction_unknown(self) -> None:
        falling = evaluated("12 件", kk.Reach(q("10 件")), "20 件")
        found = scheme(rate=BOTH, bands=HALVES).grade(falling)

        assert (found.label, found.undecided) == (None, "direction-unknown")

    def test_what_is_assumed_holds_for_another_target_too(self) -> None:
        both = scheme(rate=BOTH, bands=HALVES)
        open_one = kk.Indicator("指標", target=kk.Reach(q("100 件")))
        seen = kk.Observation(kk.FiscalYear(2023), q("95 件"))

        assert both.grade(kk.evaluate(open_one, seen)).undecided == "direction-unknown"
        found = both.grade(kk.evaluate(open_one, seen, assume=kk.Direction.HIGHER))
        assert (found.label, found.flags) == ("B", (kk.Flag.DIRECTION_ASSUMED,))

    def test_a_formula_without_direction_needs_none(self) -> None:
        falling = evaluated("12 件", kk.Reach(q("10 件")), "20 件")
        alike = Measure(Formula.ACHIEVEMENT, Formula.ACHIEVEMENT)
        found = scheme(rate=alike, bands=HALVES).grade(falling)

        assert (found.label, found.rate_text) == ("A", "120%")

    @pytest.mark.parametrize("kept", [None, BOTH])
    def test_progress_needs_a_direction(self, kept: Measure | None) -> None:
        """From 50 to 52, 45 asked: of a cut it is a loss, and of a floor in decline none."""
        open_ = evaluated("52 件", kk.Reach(q("45 件")), "50 件")
        found = scheme(rate=PROGRESS, kept=kept, floor=0).grade(open_)

        assert (found.label, found.undecided) == (None, "direction-unknown")

    def test_rounding_before_or_after(self) -> None:
        near = evaluated("9995 件", at_least("10000 件"))
        before = scheme(rate=BOTH, bands=HALVES, rounding=Rounding(1))
        after = scheme(rate=BOTH, bands=HALVES, rounding=Rounding(1, exact_classes=True))
        cut = scheme(rate=BOTH, bands=HALVES, rounding=Rounding(1, RoundingMode.TRUNCATE))

        assert [
            (each.grade(near).label, each.grade(near).rate_text) for each in (before, after)
        ] == [
            ("A", "100.0%"),
            ("B", "100.0%"),
        ]
        assert (cut.grade(near).label, cut.grade(near).rate_text) == ("B", "99.9%")

    def test_no_negative_zero(self) -> None:
        found = scheme(rate=PROGRESS, rounding=Rounding(0)).grade(
            evaluated("999 件", at_least("2000 件"), "1000 件")
        )

        assert found.label == "0%"

    def test_more_digits_than_can_be_rounded(self) -> None:
        found = scheme(rate=BOTH, rounding=Rounding(1)).grade(
            evaluated("1E+70 件", at_least("1 件"))
        )

        assert found.label == f"1{'0' * 72}%"

    def test_floor_and_cap(self) -> None:
        capped = scheme(rate=PROGRESS, floor=0, cap=100)

        assert capped.grade(evaluated("5 件", at_least("20 件"), "10 件")).label == "0%"
        assert capped.grade(evaluated("50 件", at_least("20 件"), "10 件")).label == "100%"
        assert capped.grade(evaluated("15 件", at_least("20 件"), "10 件")).label == "50%"
        assert capped.grade(evaluated("50 件", at_least("20 件"), "10 件")).rate == Rate(
            "progress", Decimal(4), Decimal(4)
        )

    @pytest.mark.parametrize(("actual", "label"), [("[9,∞)", "100%"), ("(-∞,1]", "20%")])
    def test_an_end_without_a_number_is_kept_within_too(self, actual: str, label: str) -> None:
        """At least 180 % is 100 % where rates are capped there; at most 20 %, from the floor."""
        kept = scheme(rate=OVER_TARGET, cap=100, floor=20)

        assert kept.grade(evaluated(f"{actual} 件", at_least("5 件"))).label == label

    def test_words_for_what_is_outside(self) -> None:
        worded = scheme(rate=PROGRESS, above_hundred="100%超", below_zero="0%未満")

        assert worded.grade(evaluated("21 件", at_least("20 件"), "10 件")).rate_text == "100%超"
        assert worded.grade(evaluated("20 件", at_least("20 件"), "10 件")).rate_text == "100%"
        assert worded.grade(evaluated("9 件", at_least("20 件"), "10 件")).rate_text == "0%未満"
        assert (
            worded.grade(evaluated("8 件 margin=0.5", at_least("20 件"), "10 件")).rate_text
            == "0%未満"
        )

    @pytest.mark.parametrize(
        ("actual", "rule", "measure", "code"),
        [
            ("-5 件", at_least("-10 件"), BOTH, "negative-value"),
            ("-5 件", at_most("-10 件"), BOTH, "negative-value"),
            ("-5 件", at_most("10 件"), Measure(None, Formula.INVERSE), "negative-value"),
            ("(-∞,5] 件", at_most("10 件"), Measure(None, Formula.INVERSE), "negative-value"),
            ("0 件", at_most("10 件"), Measure(None, Formula.INVERSE), "zero-actual"),
            ("5 件", at_most("0 件"), BOTH, "zero-target"),
            ("5 件", at_least("10 人"), BOTH, "units-differ"),
            ("5 件", at_least("10 件"), PROGRESS, "baseline-missing"),
            ("5 件", kk.Qualitative("開始"), BOTH, "not-quantified"),
            ("5 件", kk.Between(q("[1,9] 件")), BOTH, "not-a-number"),
            (None, at_least("10 件"), BOTH, "no-actual"),
            ("5 件", kk.Unset(), BOTH, "unset"),
        ],
    )
    def test_undecided(
        self, actual: str | None, rule: kk.Rule, measure: Measure, code: str
    ) -> None:
        for graded in (scheme(rate=measure, bands=HALVES), scheme(rate=measure)):
            found = graded.grade(evaluated(actual, rule))

            assert (found.label, found.undecided) == (None, code)
            assert found.explain("ja").startswith("例示市「評価」の基準では、評価しない。")
            assert "undefined" not in found.explain("en")

    def test_progress_that_would_run_backwards(self) -> None:
        """At least 100 from 104: 102 is better than asked, and would be 50 % of the way down."""
        found = scheme(rate=PROGRESS, bands=HALVES).grade(
            evaluated("102 件", at_least("100 件"), "104 件")
        )

        assert found.undecided == "not-beyond-baseline"

    def test_baseline_that_cannot_be_compared(self) -> None:
        found = scheme(rate=PROGRESS, kept=BOTH, bands=HALVES).grade(
            evaluated("102 件", at_least("100 件"), "104 人")
        )

        assert found.undecided == "baseline-unusable"

    def test_kept(self) -> None:
        kept = scheme(rate=PROGRESS, kept=BOTH, rounding=Rounding(1))

        assert kept.grade(evaluated("97 件", at_least("100 件"), "104 件")).label == "97.0%"
        assert kept.grade(evaluated("47 人", at_most("44 人"), "44 人")).label == "93.2%"
        assert kept.grade(evaluated("97 件", at_least("100 件"), "90 件")).label == "70.0%"
        assert kept.grade(evaluated("97 件", at_least("100 件"))).undecided == "baseline-missing"

    def test_kept_by_verdict(self) -> None:
        kept = scheme(
            rate=PROGRESS,
            kept=Measure(),
            verdicts={kk.Verdict.ACHIEVED: "達成", kk.Verdict.NOT_ACHIEVED: "未達成"},
        )

        assert kept.grade(evaluated("101 件", at_least("100 件"), "104 件")).label == "達成"
        assert kept.grade(evaluated("97 件", at_least("100 件"), "104 件")).label == "未達成"
        straddling = kept.grade(evaluated("[97,101] 件", at_least("100 件"), "104 件"))
        assert (straddling.label, straddling.undecided) == (None, "interval-straddles")
        assert (
            scheme(rate=PROGRESS, kept=Measure())
            .grade(evaluated("97 件", at_least("100 件"), "104 件"))
            .undecided
            == "kept"
        )

    def test_without_baseline(self) -> None:
        counted = scheme(rate=PROGRESS, without_baseline=Formula.ACHIEVEMENT)
        circular = scheme(rate=PROGRESS, without_baseline=Formula.PROGRESS)

        assert counted.grade(evaluated("25 件", at_least("80 件"))).label == "31.25%"
        assert circular.grade(evaluated("25 件", at_least("80 件"))).undecided == "baseline-missing"

    def test_marked(self) -> None:
        marked = scheme(rate=PROGRESS, marks=["*"], marked=Formula.ACHIEVEMENT)
        plain = evaluated("60 件", at_least("80 件"), "40 件")
        starred = evaluated("60 件", at_least("80 件"), "40 件", name="指標 * ")
        falling = evaluated("60 件", at_most("40 件"), "80 件", name="指標*")

        assert [marked.grade(each).label for each in (plain, starred, falling)] == [
            "50%",
            "75%",
            "50%",
        ]

    def test_change(self) -> None:
        """Of a reduction more is better."""
        rule = kk.ReduceBy(q("100 時間"))
        found = scheme(rate=BOTH, bands=HALVES).grade(evaluated("120 時間 change=decrease", rule))

        assert (found.label, found.rate_text) == ("A", "120%")


class TestIntervals:
    """An actual that is an interval is graded where all of it falls into one class."""

    @pytest.mark.parametrize(
        ("actual", "label", "text"),
        [
            ("[90,∞) 件", "A", "112.5%~"),
            ("[70,90] 件", None, "87.5%~112.5%"),
            ("(-∞,70] 件", "B", "~87.5%"),
            ("80 件", "A", "100%"),
        ],
    )
    def test_label(self, actual: str, label: str | None, text: str) -> None:
        found = scheme(rate=BOTH, bands=HALVES).grade(evaluated(actual, at_least("80 件")))

        assert (found.label, found.rate_text) == (label, text)
        assert found.undecided == ("" if label else "interval-straddles")

    def test_rounded(self) -> None:
        graded = scheme(rate=BOTH, bands=HALVES, rounding=Rounding(0))

        assert graded.grade(evaluated("[79.9,∞) 件", at_least("80 件"))).label == "A"


class TestElapsed:
    """The rate is divided by the share of the period that has passed."""

    def test_table(self) -> None:
        graded = scheme(
            rate=PROGRESS, bands=HALVES, against=Against.ELAPSED, elapsed={2022: 50, 2023: 75}
        )
        evaluation = evaluated("60 件", at_least("100 件"), "0 件")

        found = graded.grade(evaluation)
        assert (found.label, found.rate_text, found.elapsed) == ("B", "60%", Decimal(75))
        assert graded.grade(evaluation, date(2023, 3, 31)).label == "A"
        assert graded.grade(evaluation, date(2030, 3, 31)).undecided == "year-not-in-plan"

    def test_no_day(self) -> None:
        graded = scheme(rate=PROGRESS, against=Against.ELAPSED, elapsed={2022: 50})
        indicator = kk.Indicator("指標", target=at_least("9 件"), baseline=q("0 件"))
        found = graded.grade(kk.evaluate(indicator, kk.Observation(None, q("5 件"))))

        assert found.undecided == "year-not-in-plan"

    @pytest.mark.parametrize(
        ("start", "end", "year", "expected"),
        [
            (2020, 2025, 2022, ("A", "")),
            (2020, 2025, 2023, ("B", "")),
            (None, 2025, 2023, (None, "periods-missing")),
            (2020, None, 2023, (None, "periods-missing")),
            (2025, 2025, 2023, (None, "no-time-between")),
            (2023, 2025, 2023, (None, "no-time-elapsed")),
        ],
    )
    def test_straight_line(
        self, start: int | None, end: int | None, year: int, expected: tuple[str | None, str]
    ) -> None:
        graded = scheme(rate=PROGRESS, bands=HALVES, against=Against.ELAPSED)
        indicator = kk.Indicator(
            "指標",
            target=kk.Target(at_least("100 件"), kk.FiscalYear(end) if end else None),
            baseline=kk.Observation(kk.FiscalYear(start) if start else None, q("0 件")),
        )
        seen = kk.Observation(kk.FiscalYear(year), q("40 件"))
        found = graded.grade(kk.evaluate(indicator, seen))

        assert (found.label, found.undecided) == expected
        assert found.rate_text == "40%"

    def test_interval(self) -> None:
        graded = scheme(rate=PROGRESS, bands=HALVES, against=Against.ELAPSED, elapsed={2023: 50})

        assert graded.grade(evaluated("[60,∞) 件", at_least("100 件"), "0 件")).label == "A"

    def test_a_kept_value_is_not_divided(self) -> None:
        graded = scheme(
            rate=PROGRESS,
            kept=BOTH,
            bands=HALVES,
            against=Against.ELAPSED,
            elapsed={2023: 50},
        )
        found = graded.grade(evaluated("90 件", at_least("100 件"), "100 件"))

        assert (found.label, found.rate_text, found.elapsed) == ("B", "90%", None)


def planned(*targets: tuple[str, int | None], year: int | None = 2023) -> kk.Evaluation:
    """Evaluate 60件 against targets for several years."""
    indicator = kk.Indicator(
        "指標",
        target=[
            kk.Target(at_least(text), None if due is None else kk.FiscalYear(due))
            for text, due in targets
        ],
        baseline=q("0 件"),
    )
    seen = kk.Observation(None if year is None else kk.FiscalYear(year), q("60 件"))
    return kk.evaluate(indicator, seen)


class TestTargets:
    """Of several targets a scheme takes its own."""

    @pytest.mark.parametrize(
        ("evaluation", "against", "expected"),
        [
            (planned(("50 件", 2023), ("100 件", 2025)), Against.FINAL, "60%"),
            (planned(("50 件", 2023), ("100 件", 2025)), Against.YEAR, "120%"),
            (planned(("50 件", 2023), ("100 件", 2025)), Against.INTERIM, "120%"),
            (planned(("75 件", 2024), ("100 件", 2025)), Against.YEAR, "no-target-of-year"),
            (planned(("75 件", 2024), ("100 件", 2025)), Against.INTERIM, "80%"),
            (planned(("50 件", 2022), ("100 件", 2025)), Against.INTERIM, "120%"),
            (planned(("50 件", 2021), ("75 件", 2024), ("100 件", 2025)), Against.INTERIM, "80%"),
            (planned(("50 件", 2023), ("100 件", None)), Against.FINAL, "60%"),
            (planned(("50 件", 2023), ("100 件", None)), Against.YEAR, "120%"),
            (planned(("50 件", 2022), ("100 件", None)), Against.YEAR, "no-target-of-year"),
            (planned(("100 件", None)), Against.YEAR, "60%"),
            (planned(("100 件", None)), Against.FINAL, "60%"),
            (planned(("100 件", None)), Against.INTERIM, "no-interim-target"),
            (planned(("100 件", 2025)), Against.FINAL, "60%"),
            (planned(("100 件", 2025)), Against.YEAR, "no-target-of-year"),
            (planned(("100 件", 2025)), Against.INTERIM, "no-interim-target"),
            (planned(("100 件", 2025), year=None), Against.YEAR, "60%"),
            (planned(("50 件", 2023), ("100 件", 2025), year=None), Against.INTERIM, "120%"),
            (
                planned(("50 件", 2023), ("100 件", 2025), year=None),
                Against.YEAR,
                "no-target-of-year",
            ),
            (planned(year=None), Against.FINAL, "target-unreadable"),
        ],
    )
    def test_chosen(self, evaluation: kk.Evaluation, against: Against, expected: str) -> None:
        found = scheme(rate=BOTH, against=against).grade(evaluation)

        assert (found.label or found.undecided) == expected

    def test_what_the_caller_knew_is_kept(self) -> None:
        indicator = kk.Indicator(
            "職員数",
            target=[
                kk.Target(kk.Reach(q("90 人")), kk.FiscalYear(2023)),
                kk.Target(kk.Reach(q("80 人")), kk.FiscalYear(2025)),
            ],
            baseline=q("100 人"),
        )
        seen = kk.Observation(kk.FiscalYear(2023), q("90 人"))
        evaluation = kk.evaluate(indicator, seen, direction=kk.Direction.LOWER)

        assert scheme(rate=BOTH).grade(evaluation).label == "87.5%"


class TestPositions:
    """Classes may look at how the actual stands to target and baseline."""

    LEVELS = (
        Band("S", target=[BETTER]),
        Band("A", target=[SAME, WORSE], baseline=[BETTER]),
        Band("B", target=[SAME, WORSE], baseline=[SAME]),
        Band("C", target=[SAME, WORSE], baseline=[WORSE]),
    )

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            ("111", "S"),
            ("110", "A"),
            ("101", "A"),
            ("100", "B"),
            ("90", "B"),
            ("89.9", "C"),
            ("[111,∞)", "S"),
            ("[110,∞)", "interval-straddles"),
            ("(110,∞)", "S"),
            ("[101,110]", "A"),
            ("(100,110]", "A"),
            ("[90,100]", "B"),
            ("(-∞,90)", "C"),
            ("(-∞,90]", "interval-straddles"),
        ],
    )
    def test_rising(self, actual: str, expected: str) -> None:
        graded = scheme(bands=self.LEVELS, tolerance=Tolerance(worse=10))
        found = graded.grade(evaluated(f"{actual} 件", at_least("110 件"), "100 件"))

        assert (found.label or found.undecided) == expected
        assert found.rate is None

    @pytest.mark.parametrize(
        ("actual", "expected"), [("89", "S"), ("90", "A"), ("100", "B"), ("110", "B"), ("111", "C")]
    )
    def test_falling(self, actual: str, expected: str) -> None:
        graded = scheme(bands=self.LEVELS, tolerance=Tolerance(worse=10))

        assert graded.grade(evaluated(f"{actual} 件", at_most("90 件"), "100 件")).label == expected

    def test_a_strict_target_is_not_met_at_its_number(self) -> None:
        bands = [Band("◎", target=[BETTER]), Band("○", target=[SAME]), Band("△", target=[WORSE])]
        graded = scheme(bands=bands)

        assert graded.grade(evaluated("110 件", at_least("110 件"))).label == "○"
        assert graded.grade(evaluated("110 件", kk.AtLeast(q("110 件"), strict=True))).label == "△"
        assert graded.grade(evaluated("111 件", kk.AtLeast(q("110 件"), strict=True))).label == "◎"

    @pytest.mark.parametrize(
        ("evaluation", "expected"),
        [
            (evaluated("109 件", at_least("110 件")), "baseline-missing"),
            (evaluated("111 件", at_least("110 件")), "S"),
            (evaluated("80 件", kk.Reach(q("70 件")), "90 件"), "direction-unknown"),
            (evaluated("80 件", at_least("90 人"), "70 件"), "units-differ"),
            (evaluated("80 件", at_least("90 件"), "70 人"), "baseline-unusable"),
            (evaluated("80 件", at_least("90 件"), "[60,70] 件"), "baseline-unusable"),
            (evaluated("[60,80] 件", at_least("90 件"), "70 件"), "interval-straddles"),
            (evaluated("80 件", kk.Between(q("[70,90] 件"))), "not-a-number"),
        ],
    )
    def test_open(self, evaluation: kk.Evaluation, expected: str) -> None:
        found = scheme(bands=self.LEVELS).grade(evaluation)

        assert (found.label or found.undecided) == expected

    def test_words_by_the_verdict(self) -> None:
        bands = [Band("達成", target=[BETTER, SAME]), Band("未達成", target=[WORSE])]
        graded = scheme(bands=bands)

        assert graded.grade(evaluated("80 件", kk.Between(q("[70,90] 件")))).label == "達成"
        assert graded.grade(evaluated("99 件", kk.Between(q("[70,90] 件")))).label == "未達成"
        words = kk.Observation(None, outcome="検討中")
        started = kk.evaluate(kk.Indicator("運用", target=kk.Qualitative("開始")), words)
        assert graded.grade(started).undecided == "not-quantified"

    @pytest.mark.parametrize(
        ("actual", "rule", "label"),
        [
            ("12", kk.Exactly(q("12 件")), "達成"),
            ("13", kk.Exactly(q("12 件")), "未達成"),
            ("126", kk.ReduceBy(q("10 %"), base=q("140 件")), "達成"),
            ("127", kk.ReduceBy(q("10 %"), base=q("140 件")), "未達成"),
        ],
    )
    def test_by_the_verdict_where_the_numbers_do_not_tell(
        self, actual: str, rule: kk.Rule, label: str
    ) -> None:
        bands = [Band("達成", target=[BETTER, SAME]), Band("未達成", target=[WORSE])]

        assert scheme(bands=bands).grade(evaluated(f"{actual} 件", rule)).label == label

    def test_forecast(self) -> None:
        """見込 is not what was measured, which all rules speak of."""
        forecast = kk.Observation(kk.FiscalYear(2023), q("12 件"), status=kk.Status.FORECAST)
        evaluation = kk.evaluate(kk.Indicator("件数", target=at_least("10 件")), forecast)
        found = scheme(rate=BOTH, bands=HALVES).grade(evaluation)

        assert (found.label, found.undecided) == (None, "forecast")
        assert "there is only a forecast, no actual" in found.explain("en")

    def test_words_before_the_date(self) -> None:
        """A body that grades in mid-plan judges what it has."""
        graded = scheme(
            rate=PROGRESS,
            verdicts={kk.Verdict.ACHIEVED: "達成", kk.Verdict.NOT_ACHIEVED: "未達成"},
        )
        indicator = kk.Indicator(
            "件数", target=kk.Target(kk.Between(q("[1,9] 件")), kk.FiscalYear(2025))
        )
        evaluation = kk.evaluate(indicator, kk.Observation(kk.FiscalYear(2023), q("12 件")))

        assert evaluation.verdict is kk.Verdict.NOT_DUE
        assert graded.grade(evaluation).label == "未達成"


class TestWords:
    """A grade explains itself."""

    def test_label(self) -> None:
        graded = scheme(
            rate=PROGRESS,
            bands=HALVES,
            rounding=Rounding(1),
            against=Against.ELAPSED,
            elapsed={2023: 75},
        )
        found = graded.grade(evaluated("60 件", at_least("100 件"), "0 件"))

        assert found.explain() == (
            "例示市「評価」の基準では、「B」:進捗率((実績値-基準値)÷(目標値-基準値)) 60.0%、"
            "経過割合75%で割って評価。"
        )
        assert found.explain("en") == (
            "By 例示市「評価」: B, progress rate ((actual - baseline) / (target - baseline)) "
            "60.0%, divided by the elapsed share of 75%."
        )

    def test_flags(self) -> None:
        rising = evaluated("60 件", kk.Reach(q("50 件")), "40 件")
        found = scheme(rate=BOTH, bands=HALVES).grade(rising)

        assert found.flags == (kk.Flag.DIRECTION_FROM_BASELINE,)
        assert found.explain().endswith(
            "。目標値が当初値より大きいため、増加を目指す指標とみなした。"
        )

    def test_class_without_rate(self) -> None:
        bands = [Band("○", target=[BETTER, SAME]), Band("×", target=[WORSE])]
        found = scheme(bands=bands).grade(evaluated("60 件", at_least("50 件")))

        assert found.explain("en") == "By 例示市「評価」: ○."

    @pytest.mark.parametrize(
        ("found", "en"),
        [
            (
                scheme(rate=BOTH).grade(evaluated("5 件", at_least("0 件"))),
                (
                    "not graded. achievement rate (actual / target): not defined, "
                    "since the target is 0."
                ),
            ),
            (
                scheme(rate=OVER_TARGET).grade(evaluated("5 件", at_most("1 件"))),
                "not graded. the scheme has no rate for this direction.",
            ),
            (
                scheme(rate=OVER_TARGET).grade(evaluated(None, at_most("1 件"))),
                "not graded. it is not applicable, or target or actual is missing.",
            ),
        ],
    )
    def test_undecided(self, found: Grade, en: str) -> None:
        assert found.explain("en") == f"By 例示市「評価」: {en}"

    def test_class_of_a_rate_that_is_not_defined(self) -> None:
        """The position alone may tell the class."""
        bands = [
            Band("A", target=[BETTER]),
            Band("B", at_least=80, target=[SAME, WORSE]),
            Band("C", below=80, target=[SAME, WORSE]),
        ]
        found = scheme(rate=OVER_TARGET, bands=bands).grade(evaluated("1 件", at_least("0 件")))

        assert found.label == "A"
        assert found.explain("en") == "By 例示市「評価」: A."

    def test_marks(self) -> None:
        marked = scheme(rate=OVER_TARGET, ungraded={"no-actual": "N", "other": "-"})

        assert marked.grade(evaluated(None, at_least("1 件"))).printed == "N"
        assert marked.grade(evaluated("1 件", at_most("1 件"))).printed == "-"


class TestPlans:
    """A whole plan, by one scheme or by several."""

    PLAN = kk.Plan(
        "計画",
        sections=[
            kk.Section(
                "事業",
                "1",
                "事業",
                indicators=[
                    kk.Indicator(
                        name,
                        target=rule,
                        baseline=q("100 件"),
                        observations=[kk.Observation(kk.FiscalYear(2023), q(actual))],
                    )
                    for name, rule, actual in (
                        ("一", at_least("110 件"), "105 件"),
                        ("二", at_least("110 件"), "121 件"),
                        ("三", at_most("90 件"), "95 件"),
                    )
                ],
            )
        ],
    )

    def test_grades(self) -> None:
        found = scheme(rate=BOTH, bands=HALVES).grade_plan(kk.evaluate(self.PLAN))

        assert [each.label for each in found] == ["B", "A", "B"]

    def test_day(self) -> None:
        graded = scheme(
            rate=PROGRESS, bands=HALVES, against=Against.ELAPSED, elapsed={2023: 50, 2024: 100}
        )
        plan = kk.evaluate(self.PLAN)

        assert [each.label for each in graded.grade_plan(plan)] == ["A", "A", "A"]
        later = graded.grade_plan(plan, date(2025, 3, 31))
        assert [each.label for each in later] == ["B", "A", "B"]

    def test_several(self) -> None:
        mine = scheme(rate=BOTH, bands=HALVES)
        table = compare_schemes(kk.evaluate(self.PLAN), [mine, "osaka-library", "nagayo"])

        assert table.names == ("example", "osaka-library", "nagayo")
        assert [[each.printed for each in row.grades] for row in table.rows] == [
            ["B", "B", "A"],
            ["A", "A", "S"],
            ["B", "判定不能", "A"],
        ]
        assert [row.evaluation.indicator.name for row in table.rows] == ["一", "二", "三"]
        assert table.changed("example", "osaka-library") == 0
        assert table.changed("example", "nagayo") == 3
        assert table.changed("osaka-library", "nagayo") == 2
        assert table.changes == {
            ("example", "osaka-library"): 0,
            ("example", "nagayo"): 3,
            ("osaka-library", "nagayo"): 2,
        }
        assert table.graded("osaka-library") == 2
        assert table.counts("osaka-library") == {"B": 1, "A": 1, "判定不能": 1}

    def test_two_of_one_name(self) -> None:
        """Which of the two a name meant, nobody could tell."""
        with pytest.raises(kk.InvalidSchemeError, match="two schemes are called 'nagayo'"):
            compare_schemes(kk.evaluate(self.PLAN), ["nagayo", "miyagi", "nagayo"])

    def test_unknown_column(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="no scheme of the table is called 'x'"):
            SchemeTable(["a"]).graded("x")

    def test_from_a_path(self, tmp_path: Path) -> None:
        path = tmp_path / "own.toml"
        path.write_text(kk.scheme.dumps(scheme(rate=BOTH, bands=HALVES)), encoding="utf-8")

        table = compare_schemes(kk.evaluate(self.PLAN), [str(path)], as_of=date(2024, 3, 31))
        assert table.names == ("example",)
