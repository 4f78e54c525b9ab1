"""Observations: a value and its period, or why there is none."""

from __future__ import annotations

from typing import Any

import pytest

from contract import check_value_object
from kpikit import (
    Benchmark,
    FiscalYear,
    InvalidIndicatorError,
    Missing,
    Observation,
    Part,
    Quantity,
    Status,
)

YEAR = FiscalYear(2023)
VALUE = Quantity("48.2", "%")


class TestValue:
    """Observations, parts and benchmarks are values."""

    def test_contract(self) -> None:
        one = Observation(YEAR, VALUE)
        check_value_object(
            one,
            Observation(None, VALUE),
            Observation(YEAR, missing=Missing.PENDING),
            Observation(YEAR, outcome="削減"),
            Observation(YEAR, parts=[Part("①", one)]),
            Observation(YEAR, VALUE, status=Status.FORECAST, column=FiscalYear(2024)),
            Observation(YEAR, VALUE, benchmark=Benchmark("全国平均", VALUE, YEAR)),
            Observation(
                YEAR,
                VALUE,
                benchmark=Benchmark("全国平均", VALUE),
                other_benchmarks=[Benchmark("県平均", VALUE)],
            ),
        )
        check_value_object(Part("①", one), Part("②", one))
        check_value_object(Benchmark("全国平均", VALUE), Benchmark("全国平均", VALUE, YEAR))


class TestContent:
    """An observation says one thing."""

    @pytest.mark.parametrize(
        ("content", "count"),
        [
            ({}, 0),
            ({"quantity": VALUE, "missing": Missing.NONE}, 2),
            ({"outcome": "削減", "parts": [Part("", Observation(None, VALUE))]}, 2),
        ],
    )
    def test_refused(self, content: dict[str, Any], count: int) -> None:
        with pytest.raises(InvalidIndicatorError) as caught:
            Observation(YEAR, **content)
        assert str(caught.value) == (
            "an observation has one of: a quantity, an outcome in words, parts, "
            f"or the reason why there is none; not {count} of them"
        )

    def test_a_benchmark_has_a_name(self) -> None:
        with pytest.raises(InvalidIndicatorError) as caught:
            Benchmark(" ", VALUE)
        assert str(caught.value) == "a benchmark needs a name"

    def test_other_benchmarks_come_after_a_first_one(self) -> None:
        nation, county = Benchmark("全国平均", VALUE), Benchmark("県平均", VALUE)
        seen = Observation(YEAR, VALUE, benchmark=nation, other_benchmarks=[county])
        assert seen.benchmarks == (nation, county)
        assert Observation(YEAR, VALUE).benchmarks == ()
        with pytest.raises(InvalidIndicatorError) as caught:
            Observation(YEAR, VALUE, other_benchmarks=[county])
        assert str(caught.value) == "other benchmarks come after a first one"

    def test_it_is_filed_by_its_column(self) -> None:
        assert Observation(YEAR, VALUE, column=FiscalYear(2024)).placed == FiscalYear(2024)
        assert Observation(YEAR, VALUE).placed == YEAR
        assert Observation(None, VALUE).placed is None
