"""What all values share."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit._value import Code, altered


class TestCode:
    """A closed set of codes."""

    def test_none_stands_twice(self) -> None:
        with pytest.raises(ValueError, match="duplicate values found"):

            class Twice(Code):
                ONE = "one"
                OTHER = "one"


class TestAltered:
    """A value with others of some fields."""

    def test_the_rest_stays(self) -> None:
        seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("5"), status=kk.Status.FORECAST)
        counted = kk.Quantity("5", "件")
        other = altered(seen, quantity=counted)

        assert other == kk.Observation(kk.FiscalYear(2023), counted, status=kk.Status.FORECAST)
        assert kk.Quantity("5") == seen.quantity
