"""Laws of counting."""

from __future__ import annotations

from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from strategies import indicators

summaries = st.builds(
    kk.Summary,
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
        open_ = summary.indeterminate + summary.forecast
        met = data.draw(st.integers(0, open_))
        completed = attrs.evolve(
            summary,
            achieved=summary.achieved + met,
            not_achieved=summary.not_achieved + open_ - met,
            indeterminate=0,
            forecast=0,
        )
        if summary.bounds is None:
            assert completed.rate is None
            return
        assert completed.rate is not None
        low, high = (Fraction(each.numerator, each.denominator) for each in summary.bounds)
        rate = Fraction(completed.rate.numerator, completed.rate.denominator)
        assert low <= rate <= high
