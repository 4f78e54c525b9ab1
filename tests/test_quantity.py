"""Quantities: intervals of decimal numbers with a unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from contract import check_value_object
from kpikit import Change, InvalidQuantityError, Quantity, UnitMismatchError
from kpikit.model.quantity import evolved


def refusal(*arguments: Any, **named: Any) -> str:
    with pytest.raises(InvalidQuantityError) as caught:
        Quantity(*arguments, **named)
    return str(caught.value)


class TestValue:
    """A quantity is a value."""

    def test_contract(self) -> None:
        check_value_object(
            Quantity("48.2", "%"),
            Quantity("48.2"),
            Quantity(lower="9", unit="割"),
            Quantity(upper="0.1", upper_closed=False, unit="%"),
            Quantity(lower="40", upper="60", unit="%"),
            Quantity(lower="40", upper="60", lower_closed=False, unit="%"),
            Quantity("16000", "時間", approximate=True, change=Change.DECREASE),
            Quantity("16000", "時間", margin="5"),
            Quantity("126", "部", per="1案件", statistic="平均"),
        )

    def test_written_digits_are_kept_but_do_not_count(self) -> None:
        assert str(Quantity("5.0", "%")) == "5.0 %"
        assert Quantity("5.0", "%") == Quantity(5, "%")

    def test_ends(self) -> None:
        ends = Quantity(lower="9", unit="割")
        assert (ends.lower, ends.upper) == (Decimal(9), None)
        assert (ends.lower_closed, ends.upper_closed) == (True, False)
        assert not ends.is_point

    def test_the_value_of_an_interval_is_no_number(self) -> None:
        with pytest.raises(InvalidQuantityError) as caught:
            _ = Quantity(lower="9", unit="割").value
        assert str(caught.value) == "not a single number: [9,∞) 割"


class TestRefused:
    """What cannot exist is refused, with a sentence that says why."""

    def test_messages(self) -> None:
        assert refusal(1.5) == ("1.5 is a float, whose digits are not the written ones: give text")
        assert refusal("一") == "not a number: '一'"
        assert refusal(object()).startswith("not a number: <object")
        assert refusal("NaN") == "not a finite number: NaN"
        assert refusal("Infinity") == "not a finite number: Infinity"
        assert refusal("1" * 61) == "a number has at most 60 digits"
        assert refusal() == "an interval needs at least one end"
        assert refusal("1", lower="1") == "give a value, or the ends of an interval, not both"
        assert refusal(lower="2", upper="1") == "no number lies between 2 and 1"
        assert refusal(lower="1", upper="1", upper_closed=False) == (
            "no number lies between 1 and 1"
        )
        assert refusal("1", "a b") == "no blanks may stand in 'a b'"
        assert refusal("1", per="\u3000") == "no blanks may stand in '\\u3000'"
        assert refusal("1", "-") == "'-' is no unit: give '' where none is written"
        assert refusal(lower="1", approximate=True) == "only a single number can be approximate"
        assert refusal("1", margin="0") == "a margin lies above zero, not 0"


class TestApproximate:
    """約 stands for all that rounds to it: half a unit of the last written place."""

    @pytest.mark.parametrize(
        ("number", "lower", "upper"),
        [
            ("16000", "15500", "16500"),
            ("20000", "19500", "20500"),
            ("80", "79.5", "80.5"),
            ("9", "8.5", "9.5"),
            ("100", "95", "105"),
            ("1050", "1045", "1055"),
            ("1.60", "1.595", "1.605"),
            ("1.6E+4", "15500", "16500"),
        ],
    )
    def test_possible(self, number: str, lower: str, upper: str) -> None:
        about = Quantity(number, "時間", approximate=True)
        assert about.approximate
        assert about.possible == Quantity(lower=lower, upper=upper, upper_closed=False, unit="時間")

    def test_an_exact_number_is_all_it_may_be(self) -> None:
        assert Quantity("80", "%").possible == Quantity("80", "%")


class TestText:
    """Canonical text and back."""

    @pytest.mark.parametrize(
        "text",
        [
            "126 部 change=decrease per=1案件",
            "[90,∞) %",
            "(-∞,0.1) %",
            "(40,60] -",
            "16000 時間 margin=500 statistic=累計",
            "-5.0 %",
        ],
    )
    def test_round_trip(self, text: str) -> None:
        assert str(Quantity.parse(text)) == text

    @pytest.mark.parametrize("text", ["", "件", "5 件 change=up", "5 件 5", "[1,0] 件", "5  件"])
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidQuantityError) as caught:
            Quantity.parse(text)
        assert str(caught.value).startswith(f"not canonical text: {text!r}")

    def test_what_it_should_have_been(self) -> None:
        with pytest.raises(InvalidQuantityError) as caught:
            Quantity.parse("[1,1] 件")
        assert str(caught.value) == "not canonical text: '[1,1] 件', that is '1 件'"


class TestArithmetic:
    """Exact, whatever the caller's decimal context is."""

    def test_to(self) -> None:
        assert Quantity("8", "割").to("%") == Quantity("80", "%")
        assert Quantity("90", "分", margin="30").to("時間") == Quantity("1.5", "時間", margin="0.5")
        assert Quantity(upper="2", unit="千人").to("人") == Quantity(upper="2000", unit="人")

    def test_another_dimension(self) -> None:
        with pytest.raises(UnitMismatchError) as caught:
            Quantity("8", "").to("%")
        assert str(caught.value) == "no unit cannot become %"

    def test_negated(self) -> None:
        fall = Quantity(lower="5", lower_closed=False, unit="件", change=Change.DECREASE)
        assert fall.negated() == Quantity(
            upper="-5", upper_closed=False, unit="件", change=Change.INCREASE
        )
        assert Quantity("5", "件").negated() == Quantity("-5", "件")

    def test_negated_keeps_all_digits(self) -> None:
        assert Quantity("1" * 40).negated().value == Decimal("-" + "1" * 40)

    def test_plus(self) -> None:
        assert Quantity(upper="5", unit="%").plus(Decimal(-1)) == Quantity(upper="4", unit="%")
        assert Quantity(lower="5", unit="%").plus(Decimal(1)) == Quantity(lower="6", unit="%")
        assert Quantity("5").plus(Decimal(1)) == Quantity("6")

    @pytest.mark.parametrize(
        ("number", "wanted"),
        [
            (Quantity("30"), Quantity("30", "人", per="年", statistic="延べ")),
            (
                Quantity("30", approximate=True, change=Change.DECREASE),
                Quantity(
                    "30",
                    "人",
                    approximate=True,
                    change=Change.DECREASE,
                    per="年",
                    statistic="延べ",
                ),
            ),
            (
                Quantity(lower="9", lower_closed=False, per="月", statistic="平均"),
                Quantity(lower="9", lower_closed=False, unit="人", per="月", statistic="平均"),
            ),
        ],
    )
    def test_counted_in(self, number: Quantity, wanted: Quantity) -> None:
        one = Quantity("1", "人", per="年", statistic="延べ")
        assert number.counted_in(one) == wanted


class TestChange:
    """A level, or the sense of a change."""

    def test_opposite(self) -> None:
        assert [each.opposite for each in Change] == [
            Change.LEVEL,
            Change.DECREASE,
            Change.INCREASE,
        ]


class TestEvolved:
    """The same with other values of some fields, of which only what is new is checked."""

    def test_ends_and_words(self) -> None:
        of_floor = evolved(Quantity("5", "件", per="年"), upper=None, per="", statistic="累計")
        assert of_floor == Quantity(lower="5", unit="件", statistic="累計")

    def test_a_new_number_stands_at_both_ends(self) -> None:
        number = Decimal(6)
        assert evolved(Quantity("5", "件"), lower=number, upper=number) == Quantity("6", "件")

    def test_a_margin_is_left_or_kept(self) -> None:
        about = Quantity("16000", "時間", approximate=True)
        assert evolved(about, margin=None) == Quantity("16000", "時間")
        assert evolved(about, unit="分").margin == Decimal(500)
        assert evolved(Quantity("5", "件"), margin="0.5").margin == Decimal("0.5")

    @pytest.mark.parametrize(
        "changes",
        [
            {"lower": None, "upper": None},
            {"lower": Decimal(6)},  # above the upper end
            {"upper_closed": False},  # no number is left
            {"lower": Decimal("NaN"), "upper": None},
            {"unit": "件 数"},
            {"unit": "-"},
            {"unit": 5},
            {"per": " "},
            {"change": "increase"},
        ],
    )
    def test_what_cannot_be(self, changes: dict[str, Any]) -> None:
        with pytest.raises(InvalidQuantityError):
            evolved(Quantity("5", "件"), **changes)
