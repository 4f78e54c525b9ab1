"""Counts of verdicts, and the share achieved."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.judging.summary import PooledRatio, Tally, WeightedSummary

R5, R7 = kk.FiscalYear(2023), kk.FiscalYear(2025)


def evaluated(name: str, actual: int | None, rule: kk.Rule | None = None, **named: Any) -> Any:
    """Judge an actual against at least 5件."""
    status = named.pop("status", kk.Status.FINAL)
    due = named.pop("due", R5)
    seen = None if actual is None else kk.Observation(R5, kk.Quantity(actual, "件"), status=status)
    target = kk.Target(rule or kk.AtLeast(kk.Quantity("5", "件")), due)
    return kk.evaluate(kk.Indicator(name, target=target, **named), seen)


class TestShare:
    """A share keeps its two counts."""

    def test_contract(self) -> None:
        check_value_object(kk.Share(16, 20), kk.Share(4, 5))
        with pytest.raises(kk.InvalidDefinitionError) as caught:
            kk.Share(0, 0)
        assert str(caught.value) == "a share is of at least 1, not of 0"

    def test_percent_is_rounded_half_up(self) -> None:
        assert kk.Share(18, 22).percent() == Decimal(82)
        assert kk.Share(1, 8).percent() == Decimal(13)
        assert kk.Share(1, 8).percent(1) == Decimal("12.5")
        assert kk.Share(1, 8).exact == Decimal("0.125")


class TestCounts:
    """Every evaluation is counted once."""

    def test_contract(self) -> None:
        check_value_object(kk.Summary(), kk.Summary(achieved=1), kk.Summary(early=1))

    def test_each_count(self) -> None:
        summary = kk.Summary.of(
            [
                evaluated("a", 5),
                evaluated("b", 4),
                evaluated("c", None),
                evaluated("d", 4, due=R7),
                evaluated("e", None, kk.Exploratory()),
                evaluated("f", None, kk.Unset()),
                kk.evaluate(
                    kk.Indicator("g", target=kk.DefinedElsewhere("方針")),
                    kk.Observation(R5, missing=kk.Missing.NOT_SET),
                ),
                evaluated("h", 5, status=kk.Status.FORECAST),
                evaluated("i", 6, due=R7),
                evaluated("j", 6, status=kk.Status.FORECAST, due=R7),
                evaluated("k", 4, status=kk.Status.FORECAST, due=R7),
            ]
        )
        assert summary == kk.Summary(
            achieved=2,
            not_achieved=1,
            indeterminate=1,
            not_due=2,
            exploratory=1,
            unset=1,
            not_set=1,
            forecast=2,
            early=1,
            early_forecast=1,
            unknown=2,
        )
        assert (summary.not_applicable, summary.decided, summary.due) == (3, 3, 4)
        assert (summary.total, summary.open) == (11, 4)
        # Of a, b, c and h, which are due.
        assert summary.rate == kk.Share(1, 2)
        assert summary.bounds == (kk.Share(1, 4), kk.Share(3, 4))

    def test_the_category_of_the_example(self) -> None:
        summary = kk.Summary(achieved=16, not_achieved=4, indeterminate=1, not_set=1)
        assert summary.rate == kk.Share(16, 20)
        assert summary.bounds == (kk.Share(16, 21), kk.Share(17, 21))

    def test_nothing(self) -> None:
        assert kk.Summary().rate is None
        assert kk.Summary().bounds is None

    def test_no_share_while_nothing_is_due(self) -> None:
        summary = kk.Summary(achieved=2, early=2, not_due=7, forecast=1, early_forecast=1)
        assert (summary.rate, summary.bounds, summary.due, summary.open) == (None, None, 0, 10)


class TestTwice:
    """The same indicator counts once; never by name alone."""

    def test_marked(self) -> None:
        summary = kk.Summary.of([evaluated("a", 5), evaluated("b", 5, repeated=True)])
        assert summary == kk.Summary(achieved=1, repeated=1)

    @pytest.mark.parametrize("marked", [(True, False), (False, True)])
    def test_one_of_both_counts_whichever_stands_first(self, marked: tuple[bool, bool]) -> None:
        rows = [evaluated("a", 5, repeated=each) for each in marked]
        assert kk.Summary.of(rows) == kk.Summary(achieved=1, repeated=1)

    def test_the_same(self) -> None:
        summary = kk.Summary.of([evaluated("a", 5), evaluated("a", 5)])
        assert summary == kk.Summary(achieved=1, repeated=1)

    @pytest.mark.parametrize(
        "other",
        [
            evaluated("a", 6),
            evaluated("a", 5, due=R7),
            evaluated("a", 5, baseline=kk.Quantity("1", "件")),
        ],
    )
    def test_the_same_name_only(self, other: kk.Evaluation) -> None:
        assert kk.Summary.of([evaluated("a", 5), other]).repeated == 0

    def test_two_blanks_are_not_the_same(self) -> None:
        assert kk.Summary.of([evaluated("a", None)] * 2).indeterminate == 2


class TestCoverage:
    """How many of all have a verdict."""

    def test_all_are_all(self) -> None:
        summary = kk.Summary(achieved=16, not_achieved=4, indeterminate=1, not_set=1)
        assert summary.coverage == kk.Share(20, 22)
        assert kk.Summary(not_due=3).coverage == kk.Share(0, 3)
        assert kk.Summary().coverage is None


class TestTally:
    """Counts by any key."""

    @staticmethod
    def tally() -> Tally[str]:
        rows = [
            evaluated("a", 5),
            evaluated("b", 4),
            evaluated("c", 6),
            evaluated("d", None),
            evaluated("a", 5),
        ]
        labels = {kk.Verdict.ACHIEVED: "A", kk.Verdict.NOT_ACHIEVED: "C"}
        return Tally.of(rows, key=lambda each: labels.get(each.verdict))

    def test_contract(self) -> None:
        check_value_object(Tally(), Tally([("A", 1)]), Tally(without=1))

    def test_counts(self) -> None:
        tally = self.tally()
        assert tally == Tally([("A", 2), ("C", 1)], without=1, repeated=1)
        assert (tally.count("A"), tally.count("B"), tally.keyed, tally.total) == (2, 0, 3, 4)

    def test_shares(self) -> None:
        tally = self.tally()
        assert tally.coverage == kk.Share(3, 4)
        assert tally.share("A") == kk.Share(2, 3)
        assert tally.share("A", "C", "A") == kk.Share(3, 3)
        assert tally.bounds("A") == (kk.Share(2, 4), kk.Share(3, 4))

    def test_nothing(self) -> None:
        empty: Tally[str] = Tally()
        assert (empty.coverage, empty.share("A"), empty.bounds("A")) == (None, None, None)

    def test_addition(self) -> None:
        one, other = Tally([("A", 1)], without=1), Tally([("B", 2), ("A", 1)], repeated=1)
        assert one + other == Tally([("A", 2), ("B", 2)], without=1, repeated=1)


class TestWeights:
    """Indicators that weigh more or less."""

    ROWS = (
        evaluated("a", 5),
        evaluated("b", 4),
        evaluated("c", None),
        evaluated("d", None, kk.Exploratory()),
        evaluated("e", 4, due=R7),
        evaluated("f", 5, status=kk.Status.FORECAST),
        evaluated("a", 5),
    )

    def test_contract(self) -> None:
        check_value_object(WeightedSummary(), WeightedSummary(achieved=Decimal(1)))

    def test_weights(self) -> None:
        weights: dict[str, Any] = {"a": 3, "b": "1", "c": Decimal(2), "d": 1, "e": 0, "f": "0.5"}
        summary = WeightedSummary.of(self.ROWS, lambda each: weights[each.indicator.name])
        assert summary == WeightedSummary(
            achieved=Decimal(3),
            not_achieved=Decimal(1),
            indeterminate=Decimal(2),
            not_applicable=Decimal(1),
            forecast=Decimal("0.5"),
            counts=kk.Summary.of(self.ROWS),
        )
        assert [summary.decided, summary.due, summary.total] == [4, Decimal("6.5"), Decimal("7.5")]
        assert summary.rate == Decimal("0.75")
        assert summary.bounds is not None
        assert [round(each, 4) for each in summary.bounds] == [Decimal("0.4615"), Decimal("0.8462")]
        assert summary.coverage is not None
        assert round(summary.coverage, 4) == Decimal("0.5333")

    def test_addition(self) -> None:
        def half(rows: tuple[Any, ...]) -> WeightedSummary:
            return WeightedSummary.of(rows, lambda _: "0.5")

        assert half(self.ROWS[:3]) + half(self.ROWS[3:6]) == half(self.ROWS[:6])

    def test_nothing_weighs(self) -> None:
        nothing = WeightedSummary.of(self.ROWS, lambda _: 0)
        assert (nothing.rate, nothing.bounds, nothing.coverage) == (None, None, None)

    @pytest.mark.parametrize(
        ("weight", "message"),
        [
            (None, "no weight for 'a': give 0 if it is to count for nothing"),
            (-1, "the weight of 'a' must be zero or more, not -1"),
            ("NaN", "the weight of 'a' must be zero or more, not NaN"),
            ("viel", "the weight of 'a' is no number: 'viel'"),
            (0.5, "the weight of 'a' is no decimal number: 0.5"),
        ],
    )
    def test_refused(self, weight: Any, message: str) -> None:
        with pytest.raises(kk.InvalidDefinitionError) as caught:
            WeightedSummary.of(self.ROWS, lambda _: weight)
        assert str(caught.value) == message


class TestPooledRatio:
    """A ratio of several is the sum above over the sum below."""

    def test_contract(self) -> None:
        one = PooledRatio(kk.Quantity("1", "人"), kk.Quantity("2", "人"), used=1)
        check_value_object(PooledRatio(), one, PooledRatio(left_out=1))

    def test_no_mean_of_percentages(self) -> None:
        counted = {
            "a": (kk.Quantity("9", "人"), kk.Quantity("10", "人")),
            "b": (kk.Quantity("0.3", "千人"), kk.Quantity("1", "千人")),
        }
        rows = [evaluated(name, 5) for name in ("a", "b", "c", "a")]
        ratio = PooledRatio.of(rows, lambda each: counted.get(each.indicator.name))
        assert ratio == PooledRatio(
            kk.Quantity("309.0", "人"), kk.Quantity("1010", "人"), used=2, left_out=1, repeated=1
        )
        assert ratio.value is not None
        assert round(ratio.value, 3) == Decimal("0.306")
        assert ratio.coverage == kk.Share(2, 3)

    def test_of_two_dimensions(self) -> None:
        assert PooledRatio(kk.Quantity("6", "件"), kk.Quantity("3", "人"), used=1).value == 2
        assert PooledRatio(kk.Quantity("6", "千人"), kk.Quantity("3", "人"), used=1).value == 2000

    def test_not_defined(self) -> None:
        assert PooledRatio().value is None
        assert PooledRatio().coverage is None
        assert PooledRatio(kk.Quantity("0", "人"), kk.Quantity("0", "人"), used=1).value is None

    def test_refused(self) -> None:
        rows = [evaluated("a", 5), evaluated("b", 5)]
        about = kk.Quantity("10", "人", approximate=True)
        with pytest.raises(kk.InvalidDefinitionError) as caught:
            PooledRatio.of(rows, lambda _: (about, about))
        assert str(caught.value) == "a part of a ratio is one exact number, not 10 人 margin=0.5"
        units = iter(["人", "件"])
        with pytest.raises(kk.UnitMismatchError):
            PooledRatio.of(rows, lambda _: (kk.Quantity(1, next(units)), kk.Quantity(2, "人")))
