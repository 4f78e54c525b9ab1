"""Constructors and readers say what they expected, and of which argument."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import kpikit as kk
from kpikit.model.rule import RulePart
from kpikit.table import Layout

FIVE = kk.Quantity("5", "件")
#: What is made of what a caller gives, who heeds no type checker.
ANY: Any = kk
LAYOUT: Any = Layout
PART: Any = RulePart
RULE = "Rule | Target (kpikit.read_target(…).value)"
COLUMN = "Column (kpikit.table.Column(heading, role)); a mapping is words="
PERIOD = "Period (kpikit.read_period(…).value)"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: ANY.Indicator(5), "Indicator.name takes str, and was given 5"),
        (
            lambda: ANY.Indicator("a", target="55%"),
            f"Indicator.target takes {RULE}, and was given '55%'",
        ),
        (
            lambda: ANY.Indicator("a", target=[FIVE]),
            f"Indicator.target takes {RULE}, and was given Quantity('5', '件')",
        ),
        (
            lambda: ANY.Indicator("a", baseline="5件"),
            "Indicator.baseline takes Quantity | Observation, and was given '5件'",
        ),
        (
            lambda: ANY.Indicator("a", observations=[FIVE]),
            "Indicator.observations takes Observation, and was given Quantity('5', '件')",
        ),
        (
            lambda: ANY.Indicator("a", direction="higher"),
            "Indicator.direction takes Direction, and was given 'higher'",
        ),
        (
            lambda: ANY.Observation("R5", FIVE),
            f"Observation.period takes {PERIOD}, and was given 'R5'",
        ),
        (
            lambda: ANY.Observation(None, "5件"),
            "Observation.quantity takes Quantity, and was given '5件'",
        ),
        (
            lambda: ANY.Part("①", FIVE),
            "Part.observation takes Observation, and was given Quantity('5', '件')",
        ),
        (lambda: ANY.AtLeast("5件"), "bound takes Quantity, and was given '5件'"),
        (lambda: ANY.ReduceBy("1割"), "by takes Quantity, and was given '1割'"),
        (lambda: ANY.AllOf(["5件"]), "AllOf.parts takes RulePart, and was given '5件'"),
        (
            lambda: PART("①", FIVE),
            "RulePart.rule takes Rule, and was given Quantity('5', '件')",
        ),
        (
            lambda: ANY.Section("table", "", "", indicators=["利用率"]),
            "Section.indicators takes Indicator, and was given '利用率'",
        ),
        (
            lambda: ANY.Plan("計画", sections=[ANY.Plan("計画")]),
            "Plan.sections takes Section, and was given Plan('計画')",
        ),
        (
            lambda: LAYOUT(columns={"到達点": "actual"}),
            f"Layout.columns takes {COLUMN}, and was given '到達点'",
        ),
        (lambda: ANY.Quantity("5", 3), "unit takes str, and was given 3"),
        (
            lambda: ANY.FiscalYear("R5"),
            "FiscalYear.year takes int (text: .parse), and was given 'R5'",
        ),
        (lambda: ANY.read_target(5), "text takes str, and was given 5"),
        (lambda: ANY.read_actual(None), "text takes str, and was given None"),
        (lambda: ANY.read_quantity(b"5"), "text takes str, and was given b'5'"),
        (lambda: ANY.read_period(2023), "text takes str, and was given 2023"),
    ],
)
def test_of_another_type(make: Callable[[], object], told: str) -> None:
    with pytest.raises(kk.KpikitError) as caught:
        make()
    assert told == str(caught.value)


@pytest.mark.parametrize("number", ["1E+300", "-1E+300", "1E-301", "1E+1000000"])
def test_too_large_or_too_small(number: str) -> None:
    with pytest.raises(kk.InvalidQuantityError) as caught:
        kk.Quantity(number)
    assert "a number lies between 10^-300 and 10^300" == str(caught.value)


@pytest.mark.parametrize("number", ["9E+299", "1E-300", "0E+1000", "0"])
def test_as_large_or_as_small_as_may_be(number: str) -> None:
    assert number == str(kk.Quantity(number).value)
