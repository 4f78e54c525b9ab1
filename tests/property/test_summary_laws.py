"""Laws of counting."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.judging.summary import Tally, WeightedSummary
from strategies import indicators


def _whole(**counts: int) -> kk.Summary:
    """Return a summary whose counts are those of some indicators."""
    counts["achieved"] += counts["early"]
    counts["forecast"] += counts["early_forecast"]
    counts["not_due"] = counts["on_track"] + counts["behind"] + counts["unknown"]
    return kk.Summary(**counts)


summaries = st.builds(
    _whole,
    **{field.name: st.integers(0, 9) for field in attrs.fields(kk.Summary)},
)


def counted(rows: list[kk.Indicator]) -> kk.Summary:
    return kk.Summary.of(map(kk.evaluate, rows))


class TestAddition:
    """Summaries add as numbers do, and as sets of different indicators do."""

    @given(summaries, summaries, summaries)
    def test_commutative_and_associative(
        self, one: kk.Summary, two: kk.Summary, three: kk.Summary
    ) -> None:
        assert one + two == two + one
        assert (one + two) + three == one + (two + three)
        assert one + kk.Summary() == one

    @given(st.lists(indicators, max_size=3, unique_by=lambda each: each.name), st.integers(0, 3))
    def test_union(self, rows: list[kk.Indicator], cut: int) -> None:
        assert counted(rows[:cut]) + counted(rows[cut:]) == counted(rows)


class TestBounds:
    """The bounds contain the rate of every completion of the undecided."""

    @given(summaries, st.data())
    def test_completion(self, summary: kk.Summary, data: st.DataObject) -> None:
        open_ = summary.indeterminate + summary.forecast - summary.early_forecast
        met = data.draw(st.integers(0, open_))
        completed = attrs.evolve(
            summary,
            achieved=summary.achieved + met,
            not_achieved=summary.not_achieved + open_ - met,
            indeterminate=0,
            forecast=summary.early_forecast,
        )
        if summary.bounds is None:
            assert completed.rate is None
            return
        assert completed.rate is not None
        low, high = (Fraction(each.numerator, each.denominator) for each in summary.bounds)
        rate = Fraction(completed.rate.numerator, completed.rate.denominator)
        assert low <= rate <= high


weights = st.decimals(min_value=0, max_value=9, places=1)


class TestWeights:
    """Weights of one change nothing, and scaling all of them changes no share."""

    @given(st.lists(indicators, max_size=4))
    def test_ones(self, rows: list[kk.Indicator]) -> None:
        evaluations = [kk.evaluate(each) for each in rows]
        weighted = WeightedSummary.of(evaluations, lambda _: 1)
        plain = kk.Summary.of(evaluations)
        assert weighted.counts == plain
        assert weighted.decided == plain.decided
        assert weighted.due == plain.due
        assert weighted.total == plain.total
        assert weighted.rate == (plain.rate and plain.rate.exact)
        assert weighted.bounds == (plain.bounds and tuple(each.exact for each in plain.bounds))
        assert weighted.coverage == (plain.coverage and plain.coverage.exact)

    @given(
        st.lists(st.tuples(indicators, weights), max_size=4, unique_by=lambda each: each[0].name)
    )
    def test_scaling(self, rows: list[tuple[kk.Indicator, Decimal]]) -> None:
        given_ = {each.name: weight for each, weight in rows}
        evaluations = [kk.evaluate(each) for each, _ in rows]
        one = WeightedSummary.of(evaluations, lambda each: given_[each.indicator.name])
        ten = WeightedSummary.of(evaluations, lambda each: 10 * given_[each.indicator.name])
        assert (one.rate, one.bounds, one.coverage) == (ten.rate, ten.bounds, ten.coverage)


class TestCoverage:
    """Coverage is a share of all; the bounds of what is covered meet when all is."""

    @given(summaries)
    def test_coverage(self, summary: kk.Summary) -> None:
        if summary.coverage is None:
            assert summary.total == 0
            return
        assert summary.coverage.denominator == summary.total
        assert summary.coverage.numerator == summary.achieved + summary.not_achieved
        if summary.coverage.exact == 1 and summary.early < summary.achieved:
            assert summary.bounds is not None
            assert summary.bounds[0] == summary.bounds[1] == summary.rate


class TestTally:
    """Counting by verdict says what the summary says."""

    @given(st.lists(indicators, max_size=4, unique_by=lambda each: each.name), st.integers(0, 4))
    def test_union(self, rows: list[kk.Indicator], cut: int) -> None:
        evaluations = [kk.evaluate(each) for each in rows]

        def tally(some: list[kk.Evaluation]) -> Tally[kk.Verdict]:
            return Tally.of(some, key=lambda each: each.verdict)

        assert tally(evaluations[:cut]) + tally(evaluations[cut:]) == tally(evaluations)
        assert tally(evaluations).total == kk.Summary.of(evaluations).total
