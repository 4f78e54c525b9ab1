"""Trends: series, straight lines, the pace, projections, growth-rate methods."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.trend import (
    Course,
    EurostatVariant,
    Gap,
    GrowthRate24,
    Method,
    Pace,
    Path,
    Point,
    Projection,
    Score,
    Series,
    Standing,
    TrendStatus,
    Undefined,
    milestones,
    on_track,
    project,
)
from kpikit.judging.path import instants
from kpikit.language import messages

HIGHER, LOWER = kk.Direction.HIGHER, kk.Direction.LOWER


def fy(year: int) -> kk.FiscalYear:
    return kk.FiscalYear(year)


def percent(value: str) -> kk.Quantity:
    return kk.Quantity(value, "%")


def seen(year: int, value: str, unit: str = "%") -> kk.Observation:
    return kk.Observation(fy(year), kk.Quantity(value, unit))


def series(*values: str, unit: str = "件", first: int = 2020) -> Series:
    return Series(
        "件数",
        [Point(fy(first + index), kk.Quantity(each, unit)) for index, each in enumerate(values)],
    )


#: 48 % in FY2019, 55 % by FY2026, one point a year.
USAGE = kk.Indicator(
    "利用率",
    baseline=seen(2019, "48"),
    target=kk.Target(kk.AtLeast(percent("55")), fy(2026)),
)


def standing(indicator: kk.Indicator, actual: kk.Observation | None = None) -> Standing:
    return on_track(kk.evaluate(indicator, actual) if actual else kk.evaluate(indicator))


class TestClock:
    """Time runs in years, of which each begins and ends on a whole number."""

    def test_fiscal_years_are_equally_long(self) -> None:
        assert [2019, 2020, 2021] == instants([fy(2018), fy(2019), fy(2020)])

    def test_days_count_within_their_year(self) -> None:
        # 1 April to 12 June are 73 days, a fifth of FY2022.
        assert [Fraction(10111, 5)] == instants([kk.Date(2022, 6, 12)])

    def test_calendar_years_among_themselves(self) -> None:
        assert [2021, 2022] == instants([kk.CalendarYear(2020), kk.CalendarYear(2021)])

    def test_calendar_year_among_fiscal_ones(self) -> None:
        assert [2022, 2021 + Fraction(275, 365)] == instants([fy(2021), kk.CalendarYear(2021)])


class TestSeries:
    """A series has what was measured, in the order of time."""

    def test_values(self) -> None:
        check_value_object(series("1"), series("1", "2"))
        check_value_object(*series("1", "2").points)

    def test_of_indicator(self) -> None:
        indicator = attrs.evolve(
            USAGE,
            observations=[
                seen(2021, "50"),
                kk.Observation(fy(2020), percent("49"), column=fy(2022)),
                kk.Observation(None, percent("51"), column=fy(2022)),
                kk.Observation(None, percent("99")),
                kk.Observation(fy(2023), missing=kk.Missing.PENDING),
                kk.Observation(fy(2024), percent("54"), status=kk.Status.FORECAST),
            ],
        )

        assert (2019, 2020, 2021, 2022) == Series.of(indicator).years
        assert (2020, 2021, 2022) == Series.of(indicator, baseline=False).years

    def test_baseline_that_is_also_observed_counts_once(self) -> None:
        indicator = attrs.evolve(USAGE, observations=[seen(2019, "48.0"), seen(2020, "49")])

        assert (2019, 2020) == Series.of(indicator).years

    def test_undated_baseline_is_left_out(self) -> None:
        assert Series.of(kk.Indicator("利用率", baseline=percent("48"))) == Series("利用率", [])

    def test_period_of_several_years_has_no_year(self) -> None:
        span = kk.Span(fy(2020), fy(2023))

        assert (None,) == Series("合計", [Point(span, percent("1"))]).years


class TestPath:
    """The path is straight from the baseline to the target, and level after it."""

    def test_values(self) -> None:
        path = Path.of(USAGE)

        assert isinstance(path, Path)
        check_value_object(path, Path([path.points[0], Point(fy(2030), percent("55"))]))

    @pytest.mark.parametrize(
        ("when", "expected"),
        [
            (fy(2019), "48"),
            (fy(2020), "49"),
            (fy(2026), "55"),
            (fy(2027), "55"),
            (kk.Date(2022, 6, 12), "50.2"),
            (kk.Date(2020, 3, 31), "48"),
        ],
    )
    def test_value_at(self, when: kk.FiscalYear | kk.Date, expected: str) -> None:
        path = Path.of(USAGE)

        assert isinstance(path, Path)
        assert percent(expected) == path.at(when)

    def test_digits_of_the_target_are_kept(self) -> None:
        path = Path([Point(fy(2019), percent("48")), Point(fy(2020), percent("55.0"))])

        assert "55.0 %" == str(path.at(fy(2020)))

    def test_value_without_end_has_26_digits(self) -> None:
        path = Path([Point(fy(2019), percent("0")), Point(fy(2022), percent("1"))])

        assert kk.Quantity("0." + 26 * "3", "%") == path.at(fy(2020))

    def test_before_the_baseline(self) -> None:
        path = Path.of(USAGE)

        assert isinstance(path, Path)
        assert Undefined("path", Gap.BEFORE_BASELINE) == path.at(fy(2018))

    @pytest.mark.parametrize(
        ("year", "share"), [(2018, None), (2019, 0), (2020, Fraction(1, 7)), (2026, 1), (2030, 1)]
    )
    def test_share_of_the_time(self, year: int, share: Fraction | None) -> None:
        path = Path.of(USAGE)

        assert isinstance(path, Path)
        assert share == path.share(fy(year))

    def test_begins_with_the_earliest_value_where_no_baseline_is_given(self) -> None:
        row = attrs.evolve(USAGE, baseline=None, observations=[seen(2021, "49"), seen(2019, "48")])

        assert Path.of(USAGE) == Path.of(row)

    def test_milestones_bend_it(self) -> None:
        half = kk.Target(kk.AtLeast(percent("50")), fy(2024))
        indicator = attrs.evolve(USAGE, target=[*USAGE.targets, half, kk.Unset()])
        straight, bent = Path.of(indicator), Path.of(indicator, through_milestones=True)

        assert (half, USAGE.targets[0]) == milestones(indicator)
        assert isinstance(straight, Path)
        assert isinstance(bent, Path)
        assert percent("53") == straight.at(fy(2024))
        assert percent("50") == bent.at(fy(2024))
        assert percent("52.5") == bent.at(fy(2025))

    def test_target_of_choice(self) -> None:
        path = Path.of(USAGE, kk.Target(kk.Reach(percent("50")), fy(2021)))

        assert isinstance(path, Path)
        assert percent("49") == path.at(fy(2020))

    def test_units_of_one_dimension(self) -> None:
        indicator = attrs.evolve(USAGE, baseline=seen(2019, "4.8", "割"))

        assert Path.of(USAGE) == Path.of(indicator)

    def test_approximate_target_counts_at_its_number(self) -> None:
        about = kk.Target(kk.AtLeast(kk.Quantity("55", "%", approximate=True)), fy(2026))

        assert Path.of(USAGE) == Path.of(attrs.evolve(USAGE, target=[about]))

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"baseline": None}, Gap.BASELINE_MISSING),
            ({"baseline": kk.Observation(fy(2019), outcome="未実施")}, Gap.BASELINE_MISSING),
            ({"baseline": percent("48")}, Gap.BASELINE_UNDATED),
            ({"baseline": seen(2019, "48", "件")}, Gap.NOT_COMPARABLE),
            (
                {"baseline": kk.Observation(fy(2019), kk.Quantity("48", "%", approximate=True))},
                Gap.IMPRECISE_VALUE,
            ),
            (
                {"baseline": kk.Observation(fy(2019), kk.Quantity(lower="9", unit="割"))},
                Gap.IMPRECISE_VALUE,
            ),
            ({"baseline": seen(2026, "48")}, Gap.NOT_LATER),
            ({"target": [kk.AtLeast(percent("55"))]}, Gap.TARGET_UNDATED),
            ({"target": []}, Gap.TARGET_UNDATED),
            ({"target": [kk.Target(kk.Unset(), fy(2026))]}, Gap.NO_SINGLE_TARGET),
        ],
    )
    def test_no_path(self, changed: dict[str, Any], reason: Gap) -> None:
        assert Undefined("path", reason) == Path.of(attrs.evolve(USAGE, **changed))

    def test_target_without_a_date(self) -> None:
        undated = kk.Target(kk.AtLeast(percent("55")))

        assert Undefined("path", Gap.TARGET_UNDATED) == Path.of(
            USAGE, undated, through_milestones=True
        )

    @pytest.mark.parametrize(
        ("points", "message"),
        [
            ([Point(fy(2019), percent("1"))], "a path leads from one point to a later one"),
            (
                [Point(fy(2019), percent("1")), Point(kk.Date(2020, 3, 31), percent("2"))],
                "a path leads from one point to a later one",
            ),
            (
                [Point(fy(2019), kk.Quantity("1", "件")), Point(fy(2020), percent("2"))],
                "a path leads through single numbers in one unit, not through 1 件",
            ),
        ],
    )
    def test_path_that_cannot_be(self, points: list[Point], message: str) -> None:
        with pytest.raises(kk.InvalidDefinitionError, match=f"^{message}$"):
            Path(points)


class TestOnTrack:
    """What the line asks for by now is judged as the target itself is."""

    def test_values(self) -> None:
        check_value_object(
            standing(USAGE, seen(2023, "52")),
            standing(USAGE, seen(2023, "51.9")),
            standing(USAGE),
        )

    @pytest.mark.parametrize(
        ("actual", "pace"),
        [("52", Pace.ON_TRACK), ("51.9", Pace.BEHIND), ("60", Pace.ON_TRACK)],
    )
    def test_rising(self, actual: str, pace: Pace) -> None:
        found = standing(USAGE, seen(2023, actual))

        assert (pace, None, percent("52")) == (found.pace, found.reason, found.expected)

    @pytest.mark.parametrize(("actual", "pace"), [("130", Pace.ON_TRACK), ("131", Pace.BEHIND)])
    def test_falling(self, actual: str, pace: Pace) -> None:
        faults = kk.Indicator(
            "障害件数",
            baseline=seen(2018, "140", "件"),
            target=kk.Target(kk.AtMost(kk.Quantity("120", "件")), fy(2022)),
        )

        assert pace is standing(faults, seen(2020, actual, "件")).pace

    @pytest.mark.parametrize(
        ("rule", "actual", "pace"),
        [
            (kk.AtLeast(percent("40")), "41", Pace.ON_TRACK),
            (kk.AtLeast(percent("40")), "39.9", Pace.BEHIND),
            (kk.AtMost(percent("60")), "59", Pace.ON_TRACK),
            (kk.AtMost(percent("60")), "60.1", Pace.BEHIND),
        ],
    )
    def test_no_more_than_the_target_is_asked_for(
        self, rule: kk.Rule, actual: str, pace: Pace
    ) -> None:
        """From a baseline of 48 % that is beyond it: what meets the target is not behind."""
        beyond = attrs.evolve(USAGE, target=[kk.Target(rule, fy(2026))])
        found = standing(beyond, seen(2023, actual))

        assert (found.pace, found.rule) == (pace, rule)

    def test_interval_may_straddle_the_line(self) -> None:
        about = kk.Observation(fy(2023), kk.Quantity("52", "%", approximate=True))
        found = standing(USAGE, about)

        assert (Pace.UNKNOWN, kk.Reason.INTERVAL_STRADDLES) == (found.pace, found.reason)
        assert found.flags == (kk.Flag.ACTUAL_APPROXIMATE,)

    @pytest.mark.parametrize(
        ("year", "actual", "pace"),
        [
            (2023, "52", Pace.ON_TRACK),
            (2023, "51.9", Pace.BEHIND),
            (2026, "55", Pace.BEHIND),
            (2026, "55.1", Pace.ON_TRACK),
        ],
    )
    def test_strict_bound_is_strict_at_its_date(self, year: int, actual: str, pace: Pace) -> None:
        """On the way a value on the line is not behind, since it is not worse."""
        above = kk.Target(kk.AtLeast(percent("55"), strict=True), fy(2026))

        found = standing(attrs.evolve(USAGE, target=[above]), seen(year, actual))
        assert pace is found.pace

    def test_bare_number_takes_its_direction_from_the_target(self) -> None:
        bare = attrs.evolve(USAGE, target=[kk.Target(kk.Reach(percent("55")), fy(2026))])
        found = standing(bare, seen(2023, "53"))

        assert (Pace.ON_TRACK, kk.AtLeast(percent("52"))) == (found.pace, found.rule)
        assert (kk.Flag.DIRECTION_FROM_BASELINE,) == found.flags

    @pytest.mark.parametrize(
        ("actual", "pace", "reason"),
        [
            (percent("41"), Pace.UNKNOWN, kk.Reason.DIRECTION_UNKNOWN),
            (percent("44"), Pace.UNKNOWN, kk.Reason.DIRECTION_UNKNOWN),
            (
                kk.Quantity("44", "%", approximate=True),
                Pace.UNKNOWN,
                kk.Reason.DIRECTION_UNKNOWN,
            ),
            (kk.Quantity("44", "件"), Pace.UNKNOWN, kk.Reason.UNITS_DIFFER),
        ],
    )
    def test_unknown_direction(
        self, actual: kk.Quantity, pace: Pace, reason: kk.Reason | None
    ) -> None:
        targets = [kk.Target(kk.Reach(percent("41")), fy(2026))]
        bare = attrs.evolve(USAGE, name="高齢者の割合", target=targets)
        found = standing(bare, kk.Observation(fy(2023), actual))

        assert (pace, reason, percent("44")) == (found.pace, found.reason, found.expected)

    def test_no_actual(self) -> None:
        pending = kk.Observation(fy(2023), missing=kk.Missing.PENDING)
        found = standing(USAGE, pending)

        assert (Pace.UNKNOWN, kk.Reason.NO_ACTUAL) == (found.pace, found.reason)

    def test_at_another_time(self) -> None:
        evaluation = kk.evaluate(USAGE, seen(2023, "52"))

        assert percent("53") == on_track(evaluation, at=fy(2024)).expected

    @pytest.mark.parametrize(
        "rule", [kk.AtLeast(percent("55")), kk.IncreaseBy(kk.Quantity("7", "ポイント"))]
    )
    def test_dates_that_the_table_does_not_give(self, rule: kk.Rule) -> None:
        undated = kk.Indicator("利用率", baseline=percent("48"), target=rule)
        evaluation = kk.evaluate(undated, seen(2023, "52"))

        found = on_track(evaluation, since=fy(2019), until=fy(2026))
        assert Pace.ON_TRACK is found.pace
        assert Gap.BASELINE_UNDATED is on_track(evaluation, until=fy(2026)).reason
        assert Gap.TARGET_UNDATED is on_track(evaluation, since=fy(2019)).reason

    def test_dates_of_the_table_come_first(self) -> None:
        evaluation = kk.evaluate(USAGE, seen(2023, "52"))

        assert on_track(evaluation) == on_track(evaluation, since=fy(2000), until=fy(2050))

    def test_reduction_is_asked_for_in_part(self) -> None:
        paper = kk.Indicator(
            "資料部数",
            baseline=seen(2019, "200", "部"),
            target=kk.Target(kk.ReduceBy(kk.Quantity("40", "%")), fy(2023)),
        )

        # Half of the time: 20 % of 200 are 40.
        assert Pace.ON_TRACK is standing(paper, seen(2021, "160", "部")).pace
        assert Pace.BEHIND is standing(paper, seen(2021, "161", "部")).pace
        copies = kk.Quantity("160", "部")
        assert copies == standing(paper, seen(2021, "161", "部")).expected
        assert kk.Quantity("-1", "部") == standing(paper, seen(2021, "161", "部")).gap
        assert kk.Quantity("120", "部") == standing(paper, seen(2024, "161", "部")).expected

    def test_increase_is_asked_for_in_part(self) -> None:
        more = kk.Target(kk.IncreaseBy(kk.Quantity("12", "種類")), fy(2022))
        kinds = kk.Indicator("種類数", baseline=seen(2019, "3", "種類"), target=more)

        assert kk.Quantity("7", "種類") == standing(kinds, seen(2020, "6", "種類")).expected
        assert kk.Quantity("1", "種類") == standing(kinds, seen(2020, "6", "種類")).gap

    @pytest.mark.parametrize(
        ("indicator", "reason"),
        [
            (kk.Indicator("利用率"), Gap.NO_SINGLE_TARGET),
            (attrs.evolve(USAGE, target=[kk.Unset()]), Gap.NO_SINGLE_TARGET),
            (attrs.evolve(USAGE, baseline=None), Gap.BASELINE_MISSING),
            (attrs.evolve(USAGE, baseline=seen(2024, "48")), Gap.BEFORE_BASELINE),
        ],
    )
    def test_no_line(self, indicator: kk.Indicator, reason: Gap) -> None:
        found = standing(indicator, seen(2023, "52"))

        assert (Pace.UNKNOWN, reason, None) == (found.pace, found.reason, found.expected)

    @pytest.mark.parametrize(
        ("baseline", "until", "reason"),
        [
            (None, fy(2026), Gap.BASELINE_UNDATED),
            (seen(2019, "9"), None, Gap.TARGET_UNDATED),
            (seen(2026, "9"), fy(2026), Gap.NOT_LATER),
            (seen(2024, "9"), fy(2026), Gap.BEFORE_BASELINE),
        ],
    )
    def test_no_line_of_a_change(
        self, baseline: kk.Observation | None, until: kk.FiscalYear | None, reason: Gap
    ) -> None:
        cut = kk.Target(kk.ReduceBy(kk.Quantity("4", "%"), base=percent("9")), until)
        indicator = kk.Indicator("利用率", baseline=baseline, target=cut)

        assert reason is standing(indicator, seen(2023, "8")).reason

    def test_without_any_actual(self) -> None:
        assert Gap.ACTUAL_UNDATED is standing(USAGE).reason


class TestOnTrackInWords:
    """One sentence says how it stands."""

    def test_on_track(self) -> None:
        found = standing(USAGE, seen(2023, "52"))

        assert found.explain() == (
            "令和5年度の実績値は52%で、直線上の目安52%を満たし、順調である。"
        )

    def test_behind(self) -> None:
        found = standing(USAGE, seen(2023, "51"))

        assert found.explain("en") == (
            "The actual of FY2023 is 51%, 1 point short of the straight line (52%): behind."
        )

    def test_indeterminate(self) -> None:
        about = kk.Observation(fy(2023), kk.Quantity("52", "%", approximate=True))

        assert standing(USAGE, about).explain("en") == (
            "The actual of FY2023 is about 52%. "
            "The pace cannot be told, since its possible range lies on both sides of the "
            "straight line. "
            "The actual is approximate and was judged as 51.5% or more and below 52.5%."
        )

    def test_no_line(self) -> None:
        found = standing(attrs.evolve(USAGE, baseline=percent("48")), seen(2023, "52"))

        assert found.explain() == (
            "令和5年度の実績値は52%であるが、"
            "進み具合は、当初値の時期が示されていないため判定できない。"
        )
        assert found.explain("en") == (
            "The actual of FY2023 is 52%. "
            "The pace cannot be told, since the period of the baseline is not given."
        )

    @pytest.mark.parametrize(
        ("rule", "start", "actual", "shown"),
        [
            (kk.AtLeast(percent("1")), "0", "0.33", "short of the straight line (about 0.334%)"),
            (kk.AtMost(percent("0")), "2", "1.33", "below the straight line (about 1.333%)"),
        ],
    )
    def test_long_numbers_are_rounded_to_the_harder_side(
        self, rule: kk.Rule, start: str, actual: str, shown: str
    ) -> None:
        targets = [kk.Target(rule, fy(2022))]
        indicator = attrs.evolve(
            USAGE, name="高齢者の割合", baseline=seen(2019, start), target=targets
        )

        assert shown in standing(indicator, seen(2020, actual)).explain("en")

    def test_rule_of_another_kind_is_shown_as_it_is(self) -> None:
        found = Standing(Pace.ON_TRACK, None, fy(2023), kk.Unset(), None)

        assert found.expected is None
        assert "none set" in found.explain("en")


class TestProject:
    """A projection names its method, or says why it has no value."""

    def test_values(self) -> None:
        found = [project(series("1", "2"), fy(2025), each) for each in Method]
        projections = [each for each in found if isinstance(each, Projection)]

        check_value_object(*projections)

    @pytest.mark.parametrize(
        ("method", "expected"),
        [
            # 100, 130, 140: slope 20; fitted 103.33 + 20 n; ratio 1.4 in two years.
            (Method.FIRST_TO_LAST, "180"),
            (Method.LEAST_SQUARES, "183." + 20 * "3"),
            (Method.COMPOUND_GROWTH, "196"),
        ],
    )
    def test_methods(self, method: Method, expected: str) -> None:
        found = project(series("100", "130", "140"), fy(2024), method)

        assert isinstance(found, Projection)
        assert Decimal(expected) == round(found.quantity.value, 20)

    def test_observation_is_a_forecast(self) -> None:
        found = project(series("1", "2"), fy(2025), Method.FIRST_TO_LAST)

        assert isinstance(found, Projection)
        assert found.observation == kk.Observation(
            fy(2025), kk.Quantity("6", "件"), status=kk.Status.FORECAST
        )

    def test_units_of_one_dimension(self) -> None:
        points = [
            Point(fy(2020), kk.Quantity("900", "人")),
            Point(fy(2021), kk.Quantity("1", "千人")),
        ]
        found = project(Series("人数", points), fy(2022), Method.FIRST_TO_LAST)

        assert isinstance(found, Projection)
        assert kk.Quantity("1.1", "千人") == found.quantity

    @pytest.mark.parametrize("method", Method)
    @pytest.mark.parametrize(
        ("points", "reason"),
        [
            ([], Gap.TOO_FEW_POINTS),
            ([(fy(2020), percent("1"))], Gap.TOO_FEW_POINTS),
            (
                [
                    (fy(2020), percent("1")),
                    (fy(2021), percent("2")),
                    (kk.Date(2022, 3, 31), percent("3")),
                ],
                Gap.SEVERAL_VALUES,
            ),
            (
                [
                    (fy(2020), kk.Quantity("1", "件")),
                    (fy(2021), percent("2")),
                    (fy(2022), percent("3")),
                ],
                Gap.NOT_COMPARABLE,
            ),
            (
                [
                    (fy(2020), kk.Quantity("1", "%", approximate=True)),
                    (fy(2021), percent("2")),
                    (fy(2022), percent("3")),
                ],
                Gap.IMPRECISE_VALUE,
            ),
        ],
    )
    def test_undefined(
        self,
        method: Method,
        points: list[tuple[kk.FiscalYear | kk.Date, kk.Quantity]],
        reason: Gap,
    ) -> None:
        given = Series("率", [Point(*each) for each in points])

        assert Undefined(method.value, reason) == project(given, fy(2025), method)

    def test_least_squares_need_three(self) -> None:
        found = project(series("1", "2"), fy(2025), Method.LEAST_SQUARES)

        assert Undefined("least-squares", Gap.TOO_FEW_POINTS) == found

    @pytest.mark.parametrize("values", [("0", "2"), ("1", "0"), ("-1", "-2")])
    def test_compound_growth_needs_positive_values(self, values: tuple[str, str]) -> None:
        found = project(series(*values), fy(2025), Method.COMPOUND_GROWTH)

        assert Undefined("compound-growth", Gap.NOT_POSITIVE) == found


def course(base: str, current: str, direction: kk.Direction = HIGHER, **more: Any) -> Course:
    """Return a course from 2015 to 2023."""
    given: dict[str, Any] = {"target_year": 2030} if "target" in more else {}
    return attrs.evolve(Course(2015, base, 2023, current, direction), **given, **more)


def shown(result: Score | Undefined) -> tuple[str | None, str, TrendStatus] | Gap:
    """Return value and score to five places, and the status; or why there is none."""
    if isinstance(result, Undefined):
        return result.reason
    value = None if result.value is None else f"{result.value:.5f}"
    return value, f"{result.score:.5f}", result.status


class TestCourse:
    """A course is two values of a series, and where they are to lead."""

    def test_values(self) -> None:
        check_value_object(course("1", "2"), course("1", "2", target="3"), course("1", "2", LOWER))

    def test_of_series(self) -> None:
        given = series("10", "20", "30")

        assert Course(2020, "10", 2022, "30", HIGHER) == Course.of(given, HIGHER)
        assert Course(2021, "20", 2022, "30", HIGHER) == Course.of(given, HIGHER, base_year=2021)

    def test_base_year_without_a_value_is_the_next_with_one(self) -> None:
        found = Course.of(series("10", "20"), HIGHER, base_year=2015, target="40", target_year=2030)

        assert Course(2020, "10", 2021, "20", HIGHER, target="40", target_year=2030) == found

    @pytest.mark.parametrize(
        ("points", "reason"),
        [
            ([], Gap.TOO_FEW_POINTS),
            ([(kk.Span(fy(2015), fy(2018)), percent("1"))], Gap.NOT_A_YEAR),
            (
                [(kk.FiscalHalf(2020, 1), percent("1")), (kk.FiscalHalf(2020, 2), percent("2"))],
                Gap.SEVERAL_VALUES,
            ),
            (
                [(fy(2020), kk.Quantity(lower="1", unit="%")), (fy(2021), percent("2"))],
                Gap.IMPRECISE_VALUE,
            ),
        ],
    )
    def test_undefined(self, points: list[tuple[object, kk.Quantity]], reason: Gap) -> None:
        given = Series("率", [Point(*each) for each in points])  # type: ignore[arg-type]

        assert Undefined("growth-rate", reason) == Course.of(given, HIGHER)

    def test_base_year_after_the_last_value(self) -> None:
        found = Course.of(series("1"), HIGHER, base_year=2030)

        assert Undefined("growth-rate", Gap.TOO_FEW_POINTS) == found

    @pytest.mark.parametrize("given", [{"target": "3"}, {"target_year": 2030}])
    def test_target_and_year_go_together(self, given: dict[str, Any]) -> None:
        with pytest.raises(kk.InvalidDefinitionError, match=r"^a target needs its year, and a "):
            attrs.evolve(course("1", "2"), **given)

    def test_no_floats(self) -> None:
        with pytest.raises(kk.InvalidQuantityError, match="is a float"):
            Course(2015, 0.1, 2023, "1", HIGHER)  # type: ignore[arg-type]


class TestGrowthRate24:
    """Published by Statistics Canada with Open SDG 2.4."""

    def test_values(self) -> None:
        found = GrowthRate24().measure(course("1", "2"))

        assert isinstance(found, Score)
        check_value_object(found, attrs.evolve(found, version="2.3"))
        assert ("open-sdg-growth-rate", "2.4") == (found.method, found.version)
        assert GrowthRate24() == GrowthRate24()

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            # Inputs and results as published for the Global Indicator Framework.
            (
                Course(2015, "14.5", 2023, "10.2", LOWER, target="7.25", target_year=2030),
                ("0.95259", "2.51856", TrendStatus.SUBSTANTIAL_PROGRESS),
            ),
            (
                Course(2015, "0.27", 2023, "0.38", HIGHER, target="0.7", target_year=2030),
                ("0.66561", "0.46865", TrendStatus.MODERATE_PROGRESS),
            ),
            (
                Course(2020, "28.93", 2023, "29.2", HIGHER, target="100", target_year=2030),
                ("0.02349", "-2.40214", TrendStatus.LIMITED_PROGRESS),
            ),
            (
                Course(2018, "10", 2022, "10.4", LOWER, target="0.1", target_year=2030),
                ("-0.03092", "-2.62882", TrendStatus.DETERIORATION),
            ),
            (
                Course(2015, "81124", 2023, "0", LOWER, target="0", target_year=2030),
                ("1.42243", "5.00000", TrendStatus.TARGET_ACHIEVED),
            ),
            (
                Course(2015, "100", 2023, "100", HIGHER, target="100", target_year=2030),
                (None, "5.00000", TrendStatus.TARGET_ACHIEVED),
            ),
            (
                Course(2015, "86.1", 2023, "95.7", HIGHER, limit="100"),
                ("0.01330", "5.00000", TrendStatus.SUBSTANTIAL_PROGRESS),
            ),
            (
                Course(2016, "74.8", 2024, "78.3", HIGHER, limit="100"),
                ("0.00573", "0.72812", TrendStatus.MODERATE_PROGRESS),
            ),
            (
                Course(2014, "48", 2019, "46", LOWER),
                ("0.00848", "0.86895", TrendStatus.MODERATE_PROGRESS),
            ),
            (
                Course(2021, "79", 2022, "79", HIGHER, limit="100"),
                ("0.00000", "-2.50000", TrendStatus.LIMITED_PROGRESS),
            ),
            (
                Course(2015, "9", 2021, "6", HIGHER, limit="11"),
                ("-0.06534", "-5.00000", TrendStatus.DETERIORATION),
            ),
            (
                Course(2017, "5.5", 2017, "5.5", LOWER, target="3", target_year=2030),
                Gap.NOT_LATER,
            ),
        ],
    )
    def test_published(
        self, given: Course, expected: tuple[str | None, str, TrendStatus] | Gap
    ) -> None:
        assert expected == shown(GrowthRate24().measure(given))

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            # At the limit and not worse.
            (
                course("100", "100", limit="100"),
                ("0.00000", "5.00000", TrendStatus.SUBSTANTIAL_PROGRESS),
            ),
            # At the limit and worse.
            (course("100", "50", limit="100"), ("-0.08300", "-5.00000", TrendStatus.DETERIORATION)),
            # Far above a floor: the thresholds are whole. 2 ^ (1/8) − 1 = 9 %.
            (
                course("100", "50", LOWER, limit="50"),
                ("0.08300", "5.00000", TrendStatus.SUBSTANTIAL_PROGRESS),
            ),
            # 1.5 times a floor: 1 − 0.5 ^ 4.44 = 0.954 of the thresholds are left.
            (
                course("75", "75", LOWER, limit="50"),
                ("0.00000", "-2.50000", TrendStatus.LIMITED_PROGRESS),
            ),
            # Below zero, rising is better, and the magnitude halves.
            (course("-100", "-50"), ("0.08300", "5.00000", TrendStatus.SUBSTANTIAL_PROGRESS)),
            (course("0", "0", LOWER), ("1.00000", "5.00000", TrendStatus.SUBSTANTIAL_PROGRESS)),
            (course("1", "-1"), Gap.OPPOSITE_SIGNS),
            (course("1", "2", target="-1"), (None, "5.00000", TrendStatus.TARGET_ACHIEVED)),
            (course("-5", "-4", target="1"), Gap.OPPOSITE_SIGNS),
            (course("5", "4", target="5"), Gap.BASELINE_EQUALS_TARGET),
            (attrs.evolve(course("5", "6", target="9"), target_year=2015), Gap.NOT_LATER),
        ],
    )
    def test_edges(
        self, given: Course, expected: tuple[str | None, str, TrendStatus] | Gap
    ) -> None:
        assert expected == shown(GrowthRate24().measure(given))

    def test_mean_of_means(self) -> None:
        """Indicator 4-a-1 as published: the mean of a group of two and of a third."""
        method = GrowthRate24()
        one, other, third = (
            Score(method.name, method.version, Decimal(each), TrendStatus.MODERATE_PROGRESS)
            for each in ("4.981798173986059", "5", "1.4505697730651663")
        )
        group = method.combine([one, other, Undefined(method.name, Gap.TOO_FEW_POINTS)])
        found = method.combine([group, third])

        assert shown(found) == (None, "3.22073", TrendStatus.SUBSTANTIAL_PROGRESS)

    @pytest.mark.parametrize(
        ("score", "status"),
        [
            ("2.5", TrendStatus.SUBSTANTIAL_PROGRESS),
            ("0", TrendStatus.MODERATE_PROGRESS),
            ("-2.5", TrendStatus.LIMITED_PROGRESS),
            ("-2.6", TrendStatus.DETERIORATION),
        ],
    )
    def test_status_of_mean(self, score: str, status: TrendStatus) -> None:
        method = GrowthRate24()
        one = Score(method.name, method.version, Decimal(score), TrendStatus.DETERIORATION)
        found = method.combine([one])

        assert isinstance(found, Score)
        assert status is found.status

    def test_mean_of_achieved_is_achieved(self) -> None:
        method = GrowthRate24()
        one = Score(method.name, method.version, Decimal(5), TrendStatus.TARGET_ACHIEVED)

        assert one == method.combine([one, one])

    def test_mean_of_nothing(self) -> None:
        method = GrowthRate24()

        assert Undefined(method.name, Gap.TOO_FEW_POINTS) == method.combine([])

    def test_scores_of_methods_do_not_mix(self) -> None:
        other = EurostatVariant().measure(course("1", "2"))

        with pytest.raises(kk.InvalidDefinitionError, match="'eurostat-growth-rate' has no part"):
            GrowthRate24().combine([other])


class TestKnownDefects:
    """What the method does, which the explanation of trends warns of."""

    @pytest.mark.parametrize(
        ("unit", "ratio"), [("0.01", "0.381"), ("1", "0.195"), ("10", "0.164"), ("1000", "0.130")]
    )
    def test_zero_target_depends_on_the_unit(self, unit: str, ratio: str) -> None:
        scale = Decimal(unit)
        given = Course(2015, 4 * scale, 2023, 2 * scale, LOWER, target=0, target_year=2030)
        found = GrowthRate24().measure(given)

        assert isinstance(found, Score)
        assert found.value is not None
        assert Decimal(ratio) == round(found.value, 3)

    @pytest.mark.parametrize(
        ("target", "direction", "current", "ratio"),
        [
            ("200", HIGHER, Decimal(160) - Decimal(20) / 3, "1.160"),
            ("50", LOWER, Decimal(220) / 3, "0.842"),
        ],
    )
    def test_falling_and_rising_are_not_symmetric(
        self, target: str, direction: kk.Direction, current: Decimal, ratio: str
    ) -> None:
        """Both are on the straight line after 8 of 15 years."""
        given = Course(2015, 100, 2023, current, direction, target=target, target_year=2030)
        found = GrowthRate24().measure(given)

        assert isinstance(found, Score)
        assert found.value is not None
        assert Decimal(ratio) == round(found.value, 3)

    def test_mean_hides_deterioration(self) -> None:
        method = GrowthRate24()
        up, down = method.measure(course("10", "20")), method.measure(course("10", "9.9"))

        assert [TrendStatus.SUBSTANTIAL_PROGRESS, TrendStatus.DETERIORATION] == [
            each.status for each in (up, down) if isinstance(each, Score)
        ]
        found = method.combine([up, down])
        assert isinstance(found, Score)
        assert TrendStatus.MODERATE_PROGRESS is found.status


class TestEurostatVariant:
    """As Eustat runs it."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            # Inputs and results as published by Eustat.
            (
                Course(2016, "16.4", 2022, "16.5", LOWER, target="8.2", target_year=2030),
                ("-0.02099", "-2.58744", TrendStatus.SIGNIFICANT_DETERIORATION),
            ),
            (
                Course(2016, "20.6", 2024, "20.6", LOWER, target="20.5", target_year=2030),
                ("0.00000", "-2.50000", TrendStatus.MODERATE_DETERIORATION),
            ),
            (
                Course(2015, "99.6", 2023, "99.8", HIGHER, target="99.9", target_year=2030),
                ("1.25066", "4.64756", TrendStatus.SIGNIFICANT_PROGRESS),
            ),
            (
                Course(2015, "99.9", 2023, "99.9", HIGHER, target="99.9", target_year=2030),
                (None, "5.00000", TrendStatus.SIGNIFICANT_PROGRESS),
            ),
            (
                Course(2015, "82.7", 2025, "82.4", HIGHER),
                ("-0.00036", "-0.09084", TrendStatus.NO_PROGRESS),
            ),
            (
                Course(2015, "34.13", 2024, "35.32", HIGHER),
                ("0.00382", "0.95383", TrendStatus.MODERATE_PROGRESS),
            ),
            (
                Course(2015, "100", 2024, "100", HIGHER, limit="100"),
                ("0.00000", "5.00000", TrendStatus.SIGNIFICANT_PROGRESS),
            ),
            # By the formula.
            (course("10", "20"), ("0.09051", "5.00000", TrendStatus.SIGNIFICANT_PROGRESS)),
            (course("100", "96"), ("-0.00509", "-1.27244", TrendStatus.MODERATE_DETERIORATION)),
            (course("10", "5"), ("-0.08300", "-5.00000", TrendStatus.SIGNIFICANT_DETERIORATION)),
            (
                course("100", "110", target="125"),
                ("0.79967", "1.42622", TrendStatus.MODERATE_PROGRESS),
            ),
            # Below its ceiling by a tenth: 1 − 0.9 ^ 4.44 = 0.37362 of the thresholds are left.
            (
                course("90", "90.5", limit="100"),
                ("0.00069", "0.46355", TrendStatus.MODERATE_PROGRESS),
            ),
            (
                course("90", "89.5", limit="100"),
                ("-0.00070", "-0.17403", TrendStatus.NO_PROGRESS),
            ),
            (
                course("90", "86", limit="100"),
                ("-0.00567", "-1.41667", TrendStatus.SIGNIFICANT_DETERIORATION),
            ),
            # From the limit down by 1 % a year: no threshold is left, and the score stays.
            (
                course("100", "92.274", limit="100"),
                ("-0.01000", "5.00000", TrendStatus.SIGNIFICANT_DETERIORATION),
            ),
            (course("10", "-5"), Gap.OPPOSITE_SIGNS),
            (
                course("100", "50", limit="100"),
                ("-0.08300", "-5.00000", TrendStatus.SIGNIFICANT_DETERIORATION),
            ),
        ],
    )
    def test_measure(
        self, given: Course, expected: tuple[str | None, str, TrendStatus] | Gap
    ) -> None:
        assert expected == shown(EurostatVariant().measure(given))

    def test_combine(self) -> None:
        method = EurostatVariant()
        scores = [
            Score(method.name, method.version, Decimal(each), TrendStatus.NO_PROGRESS)
            for each in ("-0.09083762091008363", "5.0")
        ]

        assert shown(method.combine(scores)) == (None, "2.45458", TrendStatus.MODERATE_PROGRESS)
        assert Undefined(method.name, Gap.TOO_FEW_POINTS) == method.combine([])
        assert scores[1] == method.combine(scores[1:])


class TestWords:
    """Everything that can be said of a trend has a text."""

    @pytest.mark.parametrize("reason", Gap)
    def test_gap(self, reason: Gap) -> None:
        check_value_object(Undefined("path", reason))
        assert messages.say(f"gap-{reason.value}", "en") in Undefined("path", reason).explain("en")

    @pytest.mark.parametrize(
        "method",
        [
            *(each.value for each in Method),
            "path",
            "growth-rate",
            GrowthRate24.name,
            EurostatVariant.name,
        ],
    )
    def test_method(self, method: str) -> None:
        assert (
            Undefined(method, Gap.NOT_A_YEAR).explain().endswith("年又は年度に収まらない時期がある")
        )
