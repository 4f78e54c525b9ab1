"""Counts of verdicts, and the share achieved."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import kpikit as kk
from contract import check_value_object

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
        )
        assert (summary.not_applicable, summary.decided, summary.due) == (3, 3, 6)
        assert summary.total == 11
        assert summary.rate == kk.Share(2, 3)
        assert summary.bounds == (kk.Share(2, 6), kk.Share(5, 6))

    def test_the_category_of_the_example(self) -> None:
        summary = kk.Summary(achieved=16, not_achieved=4, indeterminate=1, not_set=1)
        assert summary.rate == kk.Share(16, 20)
        assert summary.bounds == (kk.Share(16, 21), kk.Share(17, 21))

    def test_nothing(self) -> None:
        assert kk.Summary().rate is None
        assert kk.Summary().bounds is None


class TestTwice:
    """The same indicator counts once; never by name alone."""

    def test_marked(self) -> None:
        summary = kk.Summary.of([evaluated("a", 5), evaluated("b", 5, repeated=True)])
        assert summary == kk.Summary(achieved=1, repeated=1)

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
