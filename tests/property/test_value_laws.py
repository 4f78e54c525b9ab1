"""Laws of values: what is printed can be read back."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from contract import check_one_value
from strategies import indicators, observations, periods, plans, quantities, rules, targets


class TestText:
    """``Quantity.parse(str(q)) == q``, and so with periods."""

    @given(quantities())
    def test_quantity(self, quantity: kk.Quantity) -> None:
        assert kk.Quantity.parse(str(quantity)) == quantity

    @given(quantities().map(str), st.text(max_size=3), st.integers(0, 20))
    def test_other_text_is_refused_or_canonical(self, text: str, new: str, place: int) -> None:
        spoiled = text[:place] + new + text[place:]
        try:
            read = kk.Quantity.parse(spoiled)
        except kk.InvalidQuantityError:
            return
        assert str(read) == spoiled


class TestValues:
    """Every value compares, hashes, prints as its constructor, pickles and copies."""

    @given(st.one_of(quantities(), periods(), observations(), rules, targets, indicators, plans))
    def test_any(self, value: Any) -> None:
        check_one_value(value)

    @given(indicators)
    def test_evaluation(self, indicator: kk.Indicator) -> None:
        check_one_value(kk.evaluate(indicator))


class TestMirror:
    """Turning round or scaling twice leaves a quantity as it was."""

    @given(quantities())
    def test_negated(self, quantity: kk.Quantity) -> None:
        assert quantity.negated().negated() == quantity

    @given(quantities(unit=st.just("千人")))
    def test_to(self, quantity: kk.Quantity) -> None:
        assert quantity.to("人").to("千人") == quantity
