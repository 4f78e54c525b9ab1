"""The edges of counts: one that is due, one with a weight, one without a key.

Each was found by a small change of the code that no other test noticed.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

import kpikit as kk
from kpikit.judging.summary import MidTerm, PooledRatio, Tally, WeightedSummary
from test_summary import R7, evaluated

ONE = Decimal(1)


class TestOne:
    """A plan of one indicator has a share too."""

    def test_share_of_one(self) -> None:
        assert kk.Share(0, 1).percent() == 0
        assert kk.Share(1, 1).exact == 1
        with pytest.raises(kk.InvalidDefinitionError, match="not of 0"):
            kk.Share(1, 0)

    @pytest.mark.parametrize(
        ("share", "places", "percent"),
        [
            (kk.Share(1, 3), 0, "33"),
            (kk.Share(1, 3), 1, "33.3"),
            (kk.Share(2, 3), 3, "66.667"),
            (kk.Share(1, 200), 0, "1"),
            (kk.Share(1, 201), 0, "0"),
        ],
    )
    def test_places(self, share: kk.Share, places: int, percent: str) -> None:
        assert str(share.percent(places)) == percent

    def test_one_due(self) -> None:
        assert kk.Summary(achieved=1).rate == kk.Share(1, 1)
        assert kk.Summary(not_achieved=1).rate == kk.Share(0, 1)
        assert kk.Summary(achieved=1).bounds == (kk.Share(1, 1), kk.Share(1, 1))
        assert kk.Summary(indeterminate=1).bounds == (kk.Share(0, 1), kk.Share(1, 1))
        assert kk.Summary(not_due=1).coverage == kk.Share(0, 1)

    def test_early_is_in_no_share(self) -> None:
        """Two are met, one of them early: of those due one is met and one is not."""
        summary = kk.Summary(achieved=2, not_achieved=1, early=1, not_due=3)
        assert (summary.rate, summary.due, summary.open) == (kk.Share(1, 2), 2, 4)
        assert summary.bounds == (kk.Share(1, 2), kk.Share(1, 2))


class TestKeys:
    """Those without a key are counted apart, and add up."""

    def test_of(self) -> None:
        rows = [
            evaluated("a", 5),
            evaluated("b", 4),
            evaluated("c", 6),
            evaluated("d", None),
            evaluated("e", None),
            evaluated("f", 5, repeated=True),
            evaluated("g", 5, repeated=True),
        ]
        tally = Tally.of(rows, lambda each: each.verdict.value if each.observation else None)
        assert tally == Tally([("achieved", 2), ("not_achieved", 1)], without=2, repeated=2)
        assert (tally.keyed, tally.total, tally.coverage) == (3, 5, kk.Share(3, 5))

    def test_added(self) -> None:
        one = Tally([("A", 3), ("B", 1)], without=5, repeated=7)
        other = Tally([("C", 2), ("A", 4)], without=6, repeated=9)
        assert one + other == Tally([("A", 7), ("B", 1), ("C", 2)], without=11, repeated=16)
        nothing: Tally[str] = Tally()
        assert one + nothing == one == nothing + one

    def test_bounds(self) -> None:
        tally = Tally([("A", 3), ("B", 1)], without=1)
        assert tally.bounds("A") == (kk.Share(3, 5), kk.Share(4, 5))
        assert tally.bounds("A", "A", "B") == (kk.Share(4, 5), kk.Share(5, 5))
        assert tally.share("A", "A") == kk.Share(3, 4)
        without: Tally[str] = Tally(without=1)
        assert without.bounds("A") == (kk.Share(0, 1), kk.Share(1, 1))
        assert without.share("A") is None


class TestWeights:
    """Each of the sums that a weighted share is made of."""

    ALL = WeightedSummary(
        achieved=ONE * 2,
        not_achieved=ONE * 4,
        indeterminate=ONE * 8,
        not_due=ONE * 16,
        not_applicable=ONE * 32,
        forecast=ONE * 64,
        early=ONE,
        early_forecast=ONE * 3,
        on_track=ONE * 5,
        behind=ONE * 7,
        unknown=ONE * 4,
    )

    def test_sums(self) -> None:
        assert self.ALL.decided == 6
        assert self.ALL.due == 6 + 8 + 64 - 1 - 3
        assert self.ALL.total == 2 + 4 + 8 + 16 + 32 + 64
        assert self.ALL.rate == Decimal(1) / 5
        assert [round(each, 20) for each in self.ALL.bounds or ()] == [
            round(Decimal(met) / 74, 20) for met in (1, 1 + 8 + 64 - 3)
        ]
        coverage = self.ALL.coverage
        assert coverage is not None
        assert round(coverage, 20) == round(Decimal(6) / 126, 20)

    def test_added(self) -> None:
        twice = self.ALL + self.ALL
        assert [twice.achieved, twice.early, twice.unknown] == [4, 2, 8]
        assert [twice.not_due, twice.not_applicable, twice.on_track] == [32, 64, 10]

    def test_nothing(self) -> None:
        assert WeightedSummary().bounds is None
        assert WeightedSummary(not_due=ONE).bounds is None
        assert [*(WeightedSummary(indeterminate=ONE).bounds or ())] == [0, 1]

    @pytest.mark.parametrize("weight", [None, 1.5, "x", "-0.1", -1, "NaN", "Infinity"])
    def test_refused(self, weight: object) -> None:
        with pytest.raises(kk.InvalidDefinitionError, match="'a'"):
            WeightedSummary.of([evaluated("a", 5)], lambda _: weight)  # type: ignore[arg-type, return-value]

    def test_zero_is_a_weight(self) -> None:
        assert WeightedSummary.of([evaluated("a", 5)], lambda _: 0).counts.achieved == 1
        assert WeightedSummary.of([evaluated("a", 5)], lambda _: "0.1").achieved == Decimal("0.1")


class TestPooled:
    """Sums above and below the line."""

    def test_one_side_alone_has_no_ratio(self) -> None:
        people = kk.Quantity("5", "人")
        assert PooledRatio(people).value is None
        assert PooledRatio(None, people).value is None
        assert PooledRatio(people, kk.Quantity("0", "人")).value is None
        assert PooledRatio(kk.Quantity("0", "人"), people).value == 0

    def test_scales(self) -> None:
        above, below = kk.Quantity("5", "千人"), kk.Quantity("20000", "人")
        assert PooledRatio(above, below).value == Decimal("0.25")
        assert PooledRatio(above, kk.Quantity("20", "件")).value == Decimal("0.25")


class TestMidTerm:
    """What is told of a plan in mid-term, in either language."""

    COUNTS = kk.Summary(
        achieved=3,
        not_achieved=1,
        early=1,
        not_due=4,
        on_track=1,
        behind=2,
        unknown=1,
        indeterminate=1,
    )
    R8 = kk.FiscalYear(2026)

    def test_told(self) -> None:
        told = MidTerm(self.COUNTS, [self.R8, R7, self.R8])
        assert told.deadlines == (R7, self.R8)
        assert told.explain() == (
            "期限が来た4件のうち、判定できた3件中2件が達成(67%)。期限前の5件中1件が到達。"
            "残る4件(期限 令和7年度、令和8年度)は順調1・遅れ2・不明1"
        )
        assert told.explain("en") == (
            "Of 4 due, 2 of 3 decided are achieved (67%). Of 5 not due, 1 met. "
            "Of the other 4 (due FY2025, FY2026): 1 on track, 2 behind, 1 unknown."
        )
        expected = kk.Summary(not_due=1, forecast=1, early_forecast=1, unknown=1)
        assert MidTerm(expected, [R7]).explain() == (
            "2件中0件が到達、1件が到達の見込み。残る1件(期限 令和7年度)は進み具合が不明"
        )
        undecided = kk.Summary(indeterminate=1, achieved=1, early=1)
        assert MidTerm(undecided).explain() == (
            "期限が来た1件に、判定できたものはない。期限前の1件中1件が到達。"
        )
        assert MidTerm(undecided).explain("en") == (
            "Of 1 due, none can be decided. Of 1 not due, 1 met."
        )

    def test_deadlines_in_the_order_of_time(self) -> None:
        """Of all kinds: a month before the year that it is in ends."""
        june, last = kk.Month(2025, 6), kk.FiscalYear(2027)
        told = MidTerm(self.COUNTS, [last, self.R8, R7, june])
        assert told.deadlines == (june, R7, self.R8, last)
        assert "(期限 令和7年6月～令和9年度)" in told.explain()
        assert "(due June 2025 to FY2027)" in told.explain("en")

    def test_a_deadline_of_several_years_is_its_last(self) -> None:
        told = MidTerm(self.COUNTS, [kk.Span(kk.FiscalYear(2024), self.R8)])
        assert told.deadline_words() == "令和8年度"

    def test_that_nothing_is_known_of_how_they_stand(self) -> None:
        told = MidTerm(kk.Summary(not_due=2, unknown=2), [self.R8])
        assert told.explain("en") == "Of 2 (due FY2026), none is met: how they stand is unknown."

    def test_added(self) -> None:
        one, other = MidTerm(self.COUNTS, [self.R8]), MidTerm(kk.Summary(not_due=1), [R7])
        assert one + other == MidTerm(self.COUNTS + kk.Summary(not_due=1), [R7, self.R8])
        one, other = (MidTerm(kk.Summary(indeterminate=each), undated=each) for each in (1, 2))
        assert one + other == MidTerm(kk.Summary(indeterminate=3), undated=3)

    def test_of(self) -> None:
        rows = [
            evaluated("a", 4, due=self.R8),
            evaluated("b", 6, due=R7),
            evaluated("c", 4, due=R7, repeated=True),
            evaluated("d", 4),
        ]
        assert MidTerm.of(rows) == MidTerm(kk.Summary.of(rows), [self.R8])

    def test_nothing_open(self) -> None:
        assert MidTerm(kk.Summary(achieved=1)).explain() == ""
