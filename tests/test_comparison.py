"""What can be compared, and how an interval compares with a bound."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from contract import check_value_object
from kpikit import Direction, Flag, Quantity, Reason, Verdict
from kpikit.model.comparison import (
    Aligned,
    align,
    as_measured,
    at_least,
    at_most,
    is_total,
    reaches,
    reaching,
    states_total,
)
from kpikit.model.quantity import EXACT
from kpikit.model.unit import years_counted

ACHIEVED, MISSED, OPEN = Verdict.ACHIEVED, Verdict.NOT_ACHIEVED, Verdict.INDETERMINATE


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def aligned(actual: str, bound: str, name: str = "数") -> tuple[str, str, tuple[Flag, ...]]:
    pair = align(q(actual), q(bound), name)
    assert isinstance(pair, Aligned)
    return str(pair.actual), str(pair.bound), pair.flags


def reason(actual: str, bound: str, name: str = "数") -> Reason:
    found = align(q(actual), q(bound), name)
    assert isinstance(found, Reason)
    return found


class TestYearsCounted:
    """What is counted over some years, and beside what it can be held."""

    def test_years(self) -> None:
        bases = ("5年間", "5か年", "10年", "年", "1人", "")
        assert [years_counted(each) for each in bases] == [5, 5, 10, 1, 1, 1]

    @staticmethod
    def flags(actual: dict[str, Any], bound: dict[str, Any]) -> tuple[Flag, ...] | Reason:
        found = align(Quantity("30", "件", **actual), Quantity("100", "件", **bound), "数")
        return found.flags if isinstance(found, Aligned) else found

    def test_as_many_years_by_another_word(self) -> None:
        assert self.flags({"per": "5年間"}, {"per": "5か年"}) == ()
        assert self.flags({"per": "5年間"}, {"per": "4年間"}) is Reason.BASIS_DIFFERS
        assert self.flags({"per": "1年間"}, {"per": "1か年"}) is Reason.BASIS_DIFFERS

    def test_a_total_beside_what_is_counted_over_years(self) -> None:
        total, counted = {"statistic": "累計"}, {"per": "2年間"}
        assumed = (Flag.BASIS_ASSUMED, Flag.STATISTIC_ASSUMED)
        assert self.flags(total, counted) == assumed
        assert self.flags(counted, total) == assumed
        assert self.flags(total, {"per": "月"}) is Reason.STATISTIC_DIFFERS


class TestUnits:
    """Units of one dimension; a bare number beside a plain counter."""

    @pytest.mark.parametrize(
        ("actual", "bound", "expected"),
        [
            ("9 割", "80 %", ("90 %", "80 %")),
            ("5 千人", "6000 人", ("5000 人", "6000 人")),
            ("90 分", "1.5 時間", ("90 分", "90.0 分")),
            ("5 件", "6 件", ("5 件", "6 件")),
        ],
    )
    def test_one_dimension(self, actual: str, bound: str, expected: tuple[str, str]) -> None:
        assert aligned(actual, bound) == (*expected, ())

    @pytest.mark.parametrize(
        ("actual", "bound", "expected"),
        [
            ("5 -", "6 件", ("5 件", "6 件")),
            ("5 件", "6 -", ("5 件", "6 件")),
            ("5 千", "6000 人", ("5000 人", "6000 人")),
            ("6000 kg", "5 千", ("6000 kg", "5000 kg")),
            ("5 千", "6000 kg", ("5000 kg", "6000 kg")),
            ("5 千", "6000 分", ("5000 分", "6000 分")),
            ("3 %", "0 -", ("3 %", "0 %")),
        ],
    )
    def test_left_out(self, actual: str, bound: str, expected: tuple[str, str]) -> None:
        assert aligned(actual, bound) == (*expected, (Flag.UNIT_ASSUMED,))

    @pytest.mark.parametrize(
        ("actual", "bound"),
        [
            ("5 件", "5 人"),
            ("5 ポイント", "5 %"),
            ("0.8 -", "80 %"),
            ("80 %", "0.8 -"),
            ("5000000 -", "5000 千円"),
            ("5 %", "5 千"),
            ("5 千", "6000 千円"),
            ("0 -", "[0,5] %"),
        ],
    )
    def test_another_dimension(self, actual: str, bound: str) -> None:
        assert reason(actual, bound) is Reason.UNITS_DIFFER


class TestBarePercent:
    """A number of ten or more beside a per cent is one, where the name is that of a share."""

    @pytest.mark.parametrize(
        ("actual", "bound", "expected"),
        [
            ("89.2 %", "90.0 -", ("89.2 %", "90.0 %")),
            ("89.2 -", "90.0 %", ("89.2 %", "90.0 %")),
            ("8.9 %", "10 -", ("8.9 %", "10 %")),
            ("10 -", "8.9 %", ("10 %", "8.9 %")),
        ],
    )
    @pytest.mark.parametrize("name", ["経常収支比率", "実質公債費率(%)", "満足している人の割合"])
    def test_share(self, name: str, actual: str, bound: str, expected: tuple[str, str]) -> None:
        pair = align(q(actual), q(bound), name)
        assert isinstance(pair, Aligned)
        assert (str(pair.actual), str(pair.bound)) == tuple(str(q(each)) for each in expected)
        assert pair.flags == (Flag.UNIT_ASSUMED,)

    @pytest.mark.parametrize(
        ("actual", "bound", "name"),
        [
            ("89.2 %", "9.9 -", "経常収支比率"),
            ("9.9 -", "89.2 %", "経常収支比率"),
            ("80 %", "90 -", "利用者数"),
            ("80 %", "90 -", ""),
            ("8 割", "90 -", "満足している人の割合"),
            ("80 %", "(-∞,90] -", "満足している人の割合"),
        ],
    )
    def test_anything_else(self, actual: str, bound: str, name: str) -> None:
        assert align(q(actual), q(bound), name) is Reason.UNITS_DIFFER


class TestSense:
    """A change with a change, a level with a level."""

    def test_the_opposite_is_negative(self) -> None:
        assert aligned("5 件 change=increase", "3 件 change=decrease") == (
            "-5 件 change=decrease",
            "3 件 change=decrease",
            (),
        )

    def test_one_side_only(self) -> None:
        assert reason("5 件", "3 件 change=decrease") is Reason.SENSE_DIFFERS
        assert reason("5 件", "3 件 change=decrease", "増加数") is Reason.SENSE_DIFFERS

    @pytest.mark.parametrize(
        ("actual", "bound"), [("5 件", "3 件 change=decrease"), ("5 件 change=decrease", "3 件")]
    )
    def test_stated_by_the_name(self, actual: str, bound: str) -> None:
        pair = align(q(actual), q(bound), "削減件数")
        assert isinstance(pair, Aligned)
        assert pair.actual.change is pair.bound.change
        assert pair.flags == (Flag.STATED_BY_NAME,)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("-12 %", "5 %"),
            ("-0.1 %", "0.1 %"),
            ("[-12,-3] %", "[5,∞) %"),
            ("(-∞,-1] %", "5 %"),
        ],
    )
    def test_a_cut_and_its_opposite(self, one: str, other: str) -> None:
        """▲12% of 削減率 may be a cut of 12 % or a rise: beside 5% nobody can tell."""
        for actual, bound in ((one, other), (other, one)):
            assert reason(actual, bound, "削減率") is Reason.SENSE_DIFFERS
            assert isinstance(align(q(actual), q(bound), "増減率"), Aligned)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("0 %", "5 %"),
            ("0.5 %", "5 %"),
            ("-12 %", "0 %"),
            ("-12 %", "-5 %"),
            ("[-12,0] %", "5 %"),
            ("[-12,∞) %", "5 %"),
            ("-12 %", "[0,5] %"),
            ("-12 %", "(-∞,5] %"),
        ],
    )
    def test_not_wholly_opposite(self, one: str, other: str) -> None:
        for actual, bound in ((one, other), (other, one)):
            assert isinstance(align(q(actual), q(bound), "削減率"), Aligned)


class TestBasis:
    """Per what."""

    def test_basis(self) -> None:
        assert aligned("5 件 per=年", "3 件 per=年")[2] == ()
        assert aligned("5 件 per=年", "3 件")[2] == (Flag.BASIS_ASSUMED,)
        assert aligned("5 件", "3 件 per=年")[2] == (Flag.BASIS_ASSUMED,)
        assert reason("5 件 per=年", "3 件 per=月") is Reason.BASIS_DIFFERS
        assert aligned("5 件 per=2年間", "3 件 per=2か年")[2] == ()


class TestStatistic:
    """平均 and 合計 may be left out; 累計 and 延べ only where the name says them."""

    @pytest.mark.parametrize(
        ("actual", "bound", "name", "flag"),
        [
            ("平均", "平均", "数", None),
            ("計", "合計", "数", None),
            ("平均", "", "数", Flag.STATISTIC_ASSUMED),
            ("", "合計", "数", Flag.STATISTIC_ASSUMED),
            ("", "年間", "数", Flag.STATISTIC_ASSUMED),
            ("累計", "", "累計参加者数", Flag.STATED_BY_NAME),
            ("", "累計", "累計参加者数", Flag.STATED_BY_NAME),
            ("", "累計", "累積参加者数", Flag.STATED_BY_NAME),
            ("延べ", "", "のべ参加者数", Flag.STATED_BY_NAME),
            ("", "累計", "数", Flag.PART_OF_TOTAL),
            ("合計", "累計", "数", Flag.PART_OF_TOTAL),
        ],
    )
    def test_shared(self, actual: str, bound: str, name: str, flag: Flag | None) -> None:
        pair = align(Quantity("5", statistic=actual), Quantity("3", statistic=bound), name)
        assert isinstance(pair, Aligned)
        assert pair.flags == (() if flag is None else (flag,))

    @pytest.mark.parametrize(
        ("actual", "bound", "name"),
        [
            ("平均", "合計", "数"),
            ("延べ", "", "数"),
            ("", "延べ", "道路延長"),
            ("延", "", "道路延長"),
            ("累計", "", "数"),
            ("延べ", "累計", "数"),
        ],
    )
    def test_differs(self, actual: str, bound: str, name: str) -> None:
        found = align(Quantity("5", statistic=actual), Quantity("3", statistic=bound), name)
        assert found is Reason.STATISTIC_DIFFERS

    def test_a_part_of_a_total_is_a_lower_bound_of_it(self) -> None:
        assert aligned("5 件", "9 件 statistic=累計")[0] == "[5,∞) 件"
        assert aligned("0 件", "9 件 statistic=累計")[0] == "[0,∞) 件"
        assert aligned("0.5 人日", "9 人日 statistic=累計")[0] == "[0.5,∞) 人日"
        assert reason("-5 件", "9 件 statistic=累計") is Reason.STATISTIC_DIFFERS
        assert reason("(-∞,5] 件", "9 件 statistic=累計") is Reason.STATISTIC_DIFFERS

    def test_what_a_name_states(self) -> None:
        assert states_total("認定件数（累計）")
        assert states_total("累積参加者数")
        assert not states_total("延べ参加者数")
        assert not states_total("件数")
        assert [is_total(each) for each in ("累計", "累積", "合計", "")] == [
            True,
            True,
            False,
            False,
        ]


class TestApproximate:
    """An actual is all that rounds to it; a target is its number."""

    def test_flags(self) -> None:
        actual = Quantity("80", "%", approximate=True)
        bound = Quantity("75", "%", approximate=True)
        pair = align(actual, bound, "率")
        assert isinstance(pair, Aligned)
        assert str(pair.actual) == "[79.5,80.5) %"
        assert pair.flags == (Flag.ACTUAL_APPROXIMATE, Flag.TARGET_APPROXIMATE)
        check_value_object(pair, Aligned(q("1 件"), q("2 件")))

    def test_one_side_only(self) -> None:
        about, exact = Quantity("80", "%", approximate=True), Quantity("80", "%")
        for actual, bound, flags in [
            (about, exact, (Flag.ACTUAL_APPROXIMATE,)),
            (exact, about, (Flag.TARGET_APPROXIMATE,)),
            (about, about, (Flag.ACTUAL_APPROXIMATE, Flag.TARGET_APPROXIMATE)),
        ]:
            pair = align(actual, bound, "率")
            assert isinstance(pair, Aligned)
            assert pair.flags == flags


def part(number: str, divisor: str) -> str:
    """Return a number divided by one that leaves digits without end: 33.333… %."""
    return str(EXACT.divide(Decimal(number), Decimal(divisor)))


class TestMeasured:
    """What is printed as a bound without end is rounded may lie on either side of it."""

    @pytest.mark.parametrize(
        ("actual", "bound", "expected"),
        [
            ("33.3 %", f"{part('100', '3')} %", "[33.25,33.35) %"),
            ("33.33 %", f"{part('100', '3')} %", "[33.325,33.335) %"),
            ("33 %", f"{part('100', '3')} %", "[32.5,33.5) %"),
            ("66.7 %", f"{part('200', '3')} %", "[66.65,66.75) %"),
            ("-0.3 %", f"{part('-1', '3')} %", "[-0.35,-0.25) %"),
            ("0.333 kg per=人", f"{part('1', '3')} kg per=人", "[0.3325,0.3335) kg per=人"),
        ],
    )
    def test_printed_as_the_bound_rounded(self, actual: str, bound: str, expected: str) -> None:
        assert as_measured(q(actual), q(bound)) == q(expected)

    @pytest.mark.parametrize(
        ("actual", "bound"),
        [
            ("33.4 %", f"{part('100', '3')} %"),
            ("33.2 %", f"{part('100', '3')} %"),
            ("66.6 %", f"{part('200', '3')} %"),
            ("33.3 %", "33.3 %"),  # a bound that is printed in full
            ("33 %", "33.3 %"),
            ("33 %", "(-∞,33.3] %"),
            ("33.3 %", f"(-∞,{part('100', '3')}] %"),
            ("[33,34] %", f"{part('100', '3')} %"),  # a range, which says itself what it may be
            ("[33,∞) %", f"{part('100', '3')} %"),
            ("(-∞,33] %", f"{part('100', '3')} %"),
            (f"{part('100', '3')} %", f"{part('100', '3')} %"),  # counted, and not printed
        ],
    )
    def test_any_other(self, actual: str, bound: str) -> None:
        assert as_measured(q(actual), q(bound)) == q(actual)

    def test_zeros_are_no_digits_without_end(self) -> None:
        """Whether a number has such is the same for all that are equal."""
        half = f"2.{'5':0<30} 点"
        assert as_measured(q("3 点"), q(half)) == q("3 点")
        assert as_measured(q("3 点"), q("2.5 点")) == q("3 点")

    def test_numbers_of_any_size(self) -> None:
        """A part of 10⁸⁰ has more digits before the point than are kept of any number."""
        assert as_measured(q("0.3 円"), q(f"{part('1E+80', '3')} 円")) == q("0.3 円")
        small, large = "3333333333333333333333333 円", f"{part('1E+25', '3')} 円"
        assert as_measured(q(small), q(large)) == q(
            "[3333333333333333333333332.5,3333333333333333333333333.5) 円"
        )


class TestBounds:
    """Achieved when every number is, not achieved when none is."""

    @pytest.mark.parametrize(
        ("actual", "bound", "verdict", "strictly"),
        [
            ("5 -", "5 -", ACHIEVED, MISSED),
            ("6 -", "5 -", ACHIEVED, ACHIEVED),
            ("4 -", "5 -", MISSED, MISSED),
            ("[5,∞) -", "5 -", ACHIEVED, OPEN),
            ("(5,∞) -", "5 -", ACHIEVED, ACHIEVED),
            ("(-∞,5] -", "5 -", OPEN, MISSED),
            ("(-∞,5) -", "5 -", MISSED, MISSED),
            ("[4,6] -", "5 -", OPEN, OPEN),
            ("5 -", "[3,5] -", ACHIEVED, OPEN),
            ("5 -", "[3,5) -", ACHIEVED, ACHIEVED),
            ("4 -", "[3,5] -", OPEN, OPEN),
            ("3 -", "[3,5] -", OPEN, MISSED),
            ("3 -", "(3,5] -", MISSED, MISSED),
            ("9 -", "[3,∞) -", OPEN, OPEN),
            ("9 -", "(-∞,9] -", ACHIEVED, OPEN),
        ],
    )
    def test_at_least(self, actual: str, bound: str, verdict: Verdict, strictly: Verdict) -> None:
        assert at_least(q(actual), q(bound), strict=False) is verdict
        assert at_least(q(actual), q(bound), strict=True) is strictly
        mirrored = q(actual).negated(), q(bound).negated()
        assert at_most(*mirrored, strict=False) is verdict
        assert at_most(*mirrored, strict=True) is strictly
        for way, one, other in [
            (Direction.HIGHER, q(actual), q(bound)),
            (Direction.LOWER, *mirrored),
        ]:
            assert reaches(way, one, other, strict=False) is verdict
            assert reaches(way, one, other, strict=True) is strictly

    @pytest.mark.parametrize(
        ("way", "actual", "verdict", "strictly"),
        [
            (Direction.HIGHER, "6 件", ACHIEVED, ACHIEVED),
            (Direction.HIGHER, "5 件", ACHIEVED, MISSED),
            (Direction.HIGHER, "4 件", MISSED, MISSED),
            (Direction.LOWER, "6 件", MISSED, MISSED),
            (Direction.LOWER, "5 件", ACHIEVED, MISSED),
            (Direction.LOWER, "4 件", ACHIEVED, ACHIEVED),
        ],
    )
    def test_reaches(
        self, way: Direction, actual: str, verdict: Verdict, strictly: Verdict
    ) -> None:
        assert reaches(way, q(actual), q("5 件"), strict=False) is verdict
        assert reaches(way, q(actual), q("5 件"), strict=True) is strictly
        assert reaching(way, strict=False)(q(actual), q("5 件")) is verdict
        assert reaching(way, strict=True)(q(actual), q("5 件")) is strictly

    def test_a_way_and_its_opposite(self) -> None:
        """Of 4 or more, the floor of 4 is met and the ceiling of 4 is open; above 4 mirrors it."""
        actual, bound = q("[4,∞) 件"), q("4 件")
        assert reaching(Direction.HIGHER, strict=False)(actual, bound) is ACHIEVED
        assert reaching(Direction.LOWER, strict=False)(actual, bound) is OPEN
        assert reaching(Direction.HIGHER, strict=True)(actual, bound) is OPEN
        assert reaching(Direction.LOWER, strict=True)(actual, bound) is MISSED
