"""Units: which are of one dimension, and how many of one make another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from contract import check_value_object
from kpikit.model.unit import Scale, is_rank, is_ratio, may_be_left_out, scale_of


class TestScale:
    """A unit is so many of the base unit of its dimension."""

    @pytest.mark.parametrize(
        ("unit", "base", "numerator", "denominator"),
        [
            ("割", "%", "10", "1"),
            ("‰", "%", "0.1", "1"),
            ("%", "%", "1", "1"),
            ("名", "人", "1", "1"),
            ("千人", "人", "1000", "1"),
            ("万人", "人", "10000", "1"),
            ("百万円", "円", "1000000", "1"),
            ("千万円", "円", "10000000", "1"),
            ("億円", "円", "100000000", "1"),
            ("千億円", "円", "100000000000", "1"),
            ("十億円", "円", "1000000000", "1"),
            ("兆円", "円", "1000000000000", "1"),
            ("分", "時間", "1", "60"),
            ("秒", "時間", "1", "3600"),
            ("千t", "g", "1000000000", "1"),
            ("ヶ所", "か所", "1", "1"),
            ("箇所", "か所", "1", "1"),
            ("カ国", "か国", "1", "1"),
            ("メートル", "m", "1", "1"),
            ("平方メートル", "m2", "1", "1"),
            ("ヘクタール", "m2", "10000", "1"),
            ("立方メートル", "L", "1000", "1"),
            ("グラム", "g", "1", "1"),
            ("tCO2", "t-CO2", "1", "1"),
            ("千t-CO2", "t-CO2", "1000", "1"),
            ("kg-CO2", "t-CO2", "0.001", "1"),
            ("GJ", "J", "1000000000", "1"),
            ("分間", "時間", "1", "60"),
            ("千", "", "1000", "1"),
            ("種類", "種類", "1", "1"),
            ("", "", "1", "1"),
        ],
    )
    def test_of(self, unit: str, base: str, numerator: str, denominator: str) -> None:
        assert scale_of(unit) == Scale(base, Decimal(numerator), Decimal(denominator))

    def test_points_are_no_per_cent(self) -> None:
        assert scale_of("ポイント").base != scale_of("%").base

    def test_is_a_value(self) -> None:
        check_value_object(Scale("%", Decimal(10)), Scale("時間", Decimal(1), Decimal(60)))


class TestKinds:
    """Some units say more than how much."""

    def test_ratio(self) -> None:
        units = ["%", "割", "‰", "パーセント", "ポイント", "人", ""]
        assert [is_ratio(unit) for unit in units] == [True] * 4 + [False] * 3

    def test_rank(self) -> None:
        assert [is_rank(unit) for unit in ["位", "人"]] == [True, False]

    def test_left_out(self) -> None:
        units = ["件", "時間", "", "%", "割", "千円", "百万円", "万人"]
        assert [may_be_left_out(unit) for unit in units] == [True] * 3 + [False] * 5
