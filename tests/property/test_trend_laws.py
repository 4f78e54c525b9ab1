"""Laws of trends."""

from __future__ import annotations

from decimal import Decimal

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.analysis.trend import (
    Course,
    GrowthRate24,
    Method,
    Pace,
    Path,
    Point,
    Projection,
    Score,
    Series,
    Undefined,
    on_track,
    project,
)
from kpikit.model.period import Period
from strategies import quantities

small = st.decimals(min_value=-1000, max_value=1000, places=1)
positive = st.decimals(min_value=1, max_value=1000, places=1)
percents = quantities(small, st.just("%"), points=True, plain=True)
actuals = quantities(small, st.just("%"), plain=True)
days = st.dates(kk.Date(2015, 4, 1).start, kk.Date(2030, 3, 31).end).map(kk.Date.from_date)
years = st.integers(2015, 2040).map(kk.FiscalYear)
START, END = kk.FiscalYear(2014), kk.FiscalYear(2030)
#: A unit, one of the same dimension, and how many of the second one of the first is.
RESCALED = ("千人", "人", 1000)


def path(start: kk.Quantity, end: kk.Quantity) -> Path:
    """Return the line between two values."""
    return Path([Point(START, start), Point(END, end)])


def value(line: Path, when: Period) -> Decimal:
    """Return the number on a line."""
    found = line.at(when)
    assert isinstance(found, kk.Quantity)
    return found.value


class TestPath:
    """The path is linear and hits both ends."""

    @given(percents, percents)
    def test_hits_both_ends(self, start: kk.Quantity, end: kk.Quantity) -> None:
        assert start == path(start, end).at(START)
        assert end == path(start, end).at(END)

    @given(percents, percents, days)
    def test_value_divides_the_way_as_the_day_divides_the_time(
        self, start: kk.Quantity, end: kk.Quantity, day: kk.Date
    ) -> None:
        line = path(start, end)
        share = line.share(day)

        assert share is not None
        expected = start.value + (end.value - start.value) * Decimal(share.numerator) / Decimal(
            share.denominator
        )
        assert abs(value(line, day) - expected) < Decimal("1e-20")

    @given(percents, percents, days)
    def test_two_lines_between_the_same_ends_add_to_their_sum(
        self, start: kk.Quantity, end: kk.Quantity, day: kk.Date
    ) -> None:
        there, back = path(start, end), path(end, start)

        total = value(there, day) + value(back, day)
        assert abs(total - (start.value + end.value)) < Decimal("1e-20")

    @given(percents, percents, days)
    def test_stays_between_the_ends(
        self, start: kk.Quantity, end: kk.Quantity, day: kk.Date
    ) -> None:
        low, high = sorted([start.value, end.value])

        assert low <= value(path(start, end), day) <= high

    @given(small, small, days)
    def test_unit_does_not_matter(self, start: Decimal, end: Decimal, day: kk.Date) -> None:
        unit, other, factor = RESCALED
        one = path(kk.Quantity(start, unit), kk.Quantity(end, unit)).at(day)
        scaled = path(kk.Quantity(start * factor, other), kk.Quantity(end, unit)).at(day)

        assert one == scaled


class TestPace:
    """The pace is told by the target's own rule."""

    @given(percents, percents, actuals, st.booleans(), st.sampled_from("<>=c"))
    def test_agrees_with_the_verdict_at_the_end(
        self,
        start: kk.Quantity,
        end: kk.Quantity,
        actual: kk.Quantity,
        strict: bool,  # noqa: FBT001 - drawn
        kind: str,
    ) -> None:
        rules: dict[str, kk.Rule] = {
            ">": kk.AtLeast(end, strict=strict),
            "<": kk.AtMost(end, strict=strict),
            "=": kk.Reach(end),
            "c": kk.ReduceBy(kk.Quantity(abs(end.value), "ポイント"), strict=strict),
        }
        indicator = kk.Indicator(
            "利用率",
            baseline=kk.Observation(START, start),
            target=kk.Target(rules[kind], END),
        )
        evaluation = kk.evaluate(indicator, kk.Observation(END, actual))
        paces = {
            kk.Verdict.ACHIEVED: Pace.ON_TRACK,
            kk.Verdict.NOT_ACHIEVED: Pace.BEHIND,
            kk.Verdict.INDETERMINATE: Pace.UNKNOWN,
        }

        found = on_track(evaluation)
        assert (paces[evaluation.verdict], evaluation.reason) == (found.pace, found.reason)

    @given(percents, percents, days)
    def test_on_the_line_is_on_track(
        self, start: kk.Quantity, end: kk.Quantity, day: kk.Date
    ) -> None:
        rule = kk.AtLeast(end) if end.value > start.value else kk.AtMost(end)
        indicator = kk.Indicator(
            "利用率", baseline=kk.Observation(START, start), target=kk.Target(rule, END)
        )
        expected = path(start, end).at(day)

        assert isinstance(expected, kk.Quantity)
        assert Pace.ON_TRACK is on_track(kk.evaluate(indicator, kk.Observation(day, expected))).pace


@st.composite
def all_series(
    draw: st.DrawFn, values: st.SearchStrategy[Decimal] = small, unit: str = "千人"
) -> Series:
    """Draw a series of three to six years."""
    periods = draw(st.lists(years, min_size=3, max_size=6, unique=True))
    points = [Point(period, kk.Quantity(draw(values), unit)) for period in periods]
    return Series("人数", points)


class TestProjection:
    """A projection does not depend on the unit, nor on the order of the values."""

    @given(all_series(positive), years, st.sampled_from(Method))
    def test_unit_does_not_matter(
        self, series: Series, when: kk.FiscalYear, method: Method
    ) -> None:
        _, other, factor = RESCALED
        rescaled = Series(
            series.name,
            [
                Point(point.period, kk.Quantity(point.quantity.value * factor, other))
                for point in series.points
            ],
        )
        one, scaled = project(series, when, method), project(rescaled, when, method)

        assert isinstance(one, Projection)
        assert isinstance(scaled, Projection)
        difference = one.quantity.value * factor - scaled.quantity.value
        assert abs(difference) <= abs(scaled.quantity.value) * Decimal("1e-20")

    @given(small, small, years, st.sampled_from([Method.FIRST_TO_LAST, Method.LEAST_SQUARES]))
    def test_a_line_goes_on_as_the_line(
        self, first: Decimal, step: Decimal, when: kk.FiscalYear, method: Method
    ) -> None:
        def on_line(year: int) -> kk.Quantity:
            return kk.Quantity(first + step * (year - 2015), "件")

        points = [Point(kk.FiscalYear(year), on_line(year)) for year in (2015, 2017, 2018, 2023)]
        found = project(Series("件数", points), when, method)

        assert isinstance(found, Projection)
        assert on_line(when.year) == found.quantity

    @given(all_series(positive), st.sampled_from([Method.FIRST_TO_LAST, Method.COMPOUND_GROWTH]))
    def test_goes_through_the_first_and_the_last(self, series: Series, method: Method) -> None:
        for point in (series.points[0], series.points[-1]):
            found = project(series, point.period, method)

            assert isinstance(found, Projection)
            assert abs(found.quantity.value - point.quantity.value) < Decimal("1e-20")

    @given(all_series(), years)
    def test_falling_mirrors_rising(self, series: Series, when: kk.FiscalYear) -> None:
        mirrored = Series(
            series.name,
            [attrs.evolve(point, quantity=point.quantity.negated()) for point in series.points],
        )
        one = project(series, when, Method.LEAST_SQUARES)
        other = project(mirrored, when, Method.LEAST_SQUARES)

        assert isinstance(one, Projection)
        assert isinstance(other, Projection)
        assert one.quantity == other.quantity.negated()


class TestGrowthRate:
    """The growth-rate method is bounded, and free of the unit unless a zero is involved."""

    @given(positive, positive, positive, st.sampled_from(kk.Direction), st.sampled_from([10, 1000]))
    def test_unit_does_not_matter_without_a_zero(
        self, base: Decimal, current: Decimal, target: Decimal, direction: kk.Direction, factor: int
    ) -> None:
        assume(base != target)

        def measured(scale: int) -> Score | Undefined:
            given_course = Course(
                2015,
                base * scale,
                2023,
                current * scale,
                direction,
                target=target * scale,
                target_year=2030,
            )
            return GrowthRate24().measure(given_course)

        one, other = measured(1), measured(factor)
        assert isinstance(one, Score)
        assert one == other
        assert -5 <= one.score <= 5
