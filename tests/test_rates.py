"""Rates, each by the name of its formula."""

from __future__ import annotations

from decimal import Decimal

import pytest

from contract import check_value_object
from kpikit import Quantity
from kpikit.judging.rates import Rate, achievement_rate, progress_rate


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def rate(lower: str | None, upper: str | None) -> tuple[Decimal | None, Decimal | None]:
    return (
        None if lower is None else Decimal(lower),
        None if upper is None else Decimal(upper),
    )


class TestRate:
    """A rate is a number, an interval, or the reason why there is none."""

    def test_contract(self) -> None:
        check_value_object(
            Rate("achievement", Decimal("0.5"), Decimal("0.5")),
            Rate("achievement", Decimal("0.5")),
            Rate("progress", undefined="zero-target"),
        )

    def test_value(self) -> None:
        assert Rate("progress", Decimal(1), Decimal(1)).value == 1
        assert Rate("progress", Decimal(1), Decimal(2)).value is None
        assert Rate("progress", undefined="zero-target").value is None


class TestAchievement:
    """Actual over target."""

    @pytest.mark.parametrize(
        ("actual", "target", "expected"),
        [
            ("150 人", "200 人", ("0.75", "0.75")),
            ("[9,∞) 割", "80 %", ("1.125", None)),
            ("[1,3] 件", "-2 件", ("-1.5", "-0.5")),
            ("[1,3] 件", "0.5 件", ("2", "6")),
            ("6 時間", "120 分", ("3", "3")),
        ],
    )
    def test_defined(
        self, actual: str, target: str, expected: tuple[str | None, str | None]
    ) -> None:
        found = achievement_rate(q(actual), q(target))
        assert (found.lower, found.upper) == rate(*expected)

    def test_undefined(self) -> None:
        assert achievement_rate(q("1 件"), q("0 件")).undefined == "zero-target"
        assert achievement_rate(q("1 件"), q("1 人")).undefined == "units-differ"


class TestProgress:
    """The distance covered from the baseline."""

    @pytest.mark.parametrize(
        ("actual", "baseline", "target", "expected"),
        [
            ("120 件", "140 件", "100 件", ("0.5", "0.5")),
            ("150 件", "140 件", "100 件", ("-0.25", "-0.25")),
            ("[110,120] 件", "140 件", "100 件", ("0.5", "0.75")),
            ("[110,120] 件", "100 件", "140 件", ("0.25", "0.5")),
        ],
    )
    def test_defined(
        self, actual: str, baseline: str, target: str, expected: tuple[str, str]
    ) -> None:
        found = progress_rate(q(actual), q(baseline), q(target))
        assert (found.lower, found.upper) == rate(*expected)

    def test_the_name_tells_of_the_value_at_the_start_too(self) -> None:
        """Cuts of 2, 7 and 12: half of the way, though only the name calls the first one a cut."""
        done, wanted = q("7 件 change=decrease"), q("12 件 change=decrease")
        assert progress_rate(done, q("2 件"), wanted, "削減件数").value == Decimal("0.5")

    @pytest.mark.parametrize(
        ("actual", "baseline", "target", "why"),
        [
            ("1 人", "1 件", "2 件", "units-differ"),
            ("1 件", "1 人", "2 件", "baseline-unusable"),
            ("1 件", "[1,5] 件", "2 件", "baseline-unusable"),
            ("1 件", "2 件", "2 件", "baseline-equals-target"),
        ],
    )
    def test_undefined(self, actual: str, baseline: str, target: str, why: str) -> None:
        assert progress_rate(q(actual), q(baseline), q(target)).undefined == why
