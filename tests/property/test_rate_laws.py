"""Laws of rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from kpikit import FiscalYear, Quantity
from kpikit.judging.rates import (
    Formula,
    Rate,
    expected_rate,
    progress_rate,
    rate_by,
    remaining_rate,
)
from kpikit.model.quantity import EXACT

numbers = st.decimals(-(10**6), 10**6, places=2, allow_nan=False, allow_infinity=False)
#: Units and how many of the second the first is.
SCALES = [("千人", "人", 1000), ("割", "%", 10), ("時間", "分", 60), ("億円", "百万円", 100)]
#: How far apart two ways of computing may be: they divide in another order.
NEAR = Decimal("1e-40")


def near(one: Rate, other: Rate) -> bool:
    """Whether two rates are the same but for the last of sixty digits."""
    if one.undefined or other.undefined:
        return one.undefined == other.undefined
    return all(
        (mine is None) == (yours is None) and (mine is None or yours is None or _near(mine, yours))
        for mine, yours in ((one.lower, other.lower), (one.upper, other.upper))
    )


def _near(one: Decimal, other: Decimal) -> bool:
    gap = EXACT.abs(EXACT.subtract(one, other))
    return gap <= NEAR * max(Decimal(1), abs(one))


@st.composite
def intervals(draw: st.DrawFn) -> Quantity:
    """Draw a point or an interval of 件."""
    one, other = draw(numbers), draw(numbers)
    low, high = min(one, other), max(one, other)
    kind = draw(st.sampled_from(["point", "both", "lower", "upper"]))
    if kind == "point" or low == high:
        return Quantity(low, "件")
    return Quantity(
        lower=None if kind == "upper" else low,
        upper=None if kind == "lower" else high,
        unit="件",
    )


class TestUnits:
    """A rate does not depend on the unit that any of its values is given in."""

    @given(st.sampled_from(Formula), numbers, numbers, numbers, st.sampled_from(SCALES), st.data())
    def test_invariant(
        self,
        formula: Formula,
        actual: Decimal,
        baseline: Decimal,
        target: Decimal,
        scale: tuple[str, str, int],
        data: st.DataObject,
    ) -> None:
        large, small, factor = scale
        values = [Quantity(each, large) for each in (actual, target, baseline)]
        others = [
            Quantity(each.value * factor, small) if data.draw(st.booleans()) else each
            for each in values
        ]

        one = rate_by(formula, values[0], values[1], values[2])
        assert near(one, rate_by(formula, others[0], others[1], others[2]))


class TestProgress:
    """Progress has no favoured direction and no favoured origin."""

    @given(intervals(), numbers, numbers)
    def test_mirrored(self, actual: Quantity, baseline: Decimal, target: Decimal) -> None:
        """Falling from 60 to 20 is rising from -60 to -20."""
        straight = progress_rate(actual, Quantity(baseline, "件"), Quantity(target, "件"))
        turned = progress_rate(mirrored(actual), Quantity(-baseline, "件"), Quantity(-target, "件"))

        assert straight == turned

    @given(intervals(), numbers, numbers, numbers)
    def test_shifted(
        self, actual: Quantity, baseline: Decimal, target: Decimal, shift: Decimal
    ) -> None:
        here = progress_rate(actual, Quantity(baseline, "件"), Quantity(target, "件"))
        there = progress_rate(
            actual.plus(shift), Quantity(baseline + shift, "件"), Quantity(target + shift, "件")
        )

        assert here == there

    @given(numbers, numbers)
    def test_ends(self, baseline: Decimal, target: Decimal) -> None:
        assume(baseline != target)
        start, aim = Quantity(baseline, "件"), Quantity(target, "件")

        assert progress_rate(start, start, aim).value == 0
        assert progress_rate(aim, start, aim).value == 1

    @given(intervals(), numbers, numbers)
    def test_remaining_is_the_rest(
        self, actual: Quantity, baseline: Decimal, target: Decimal
    ) -> None:
        start, aim = Quantity(baseline, "件"), Quantity(target, "件")
        covered, left = progress_rate(actual, start, aim), remaining_rate(actual, start, aim)

        assert covered.undefined == left.undefined
        if covered.upper is not None:
            assert left.lower == EXACT.subtract(Decimal(1), covered.upper)


def mirrored(actual: Quantity) -> Quantity:
    """Return the interval mirrored at zero."""
    return Quantity(
        lower=None if actual.upper is None else -actual.upper,
        upper=None if actual.lower is None else -actual.lower,
        unit=actual.unit,
    )


class TestIntervals:
    """The rate of an interval holds the rate of each of its numbers, and has an order."""

    @given(st.sampled_from(Formula), intervals(), st.decimals(0, 1, places=2), numbers, numbers)
    def test_contains(
        self,
        formula: Formula,
        actual: Quantity,
        share: Decimal,
        baseline: Decimal,
        target: Decimal,
    ) -> None:
        start, aim = Quantity(baseline, "件"), Quantity(target, "件")
        whole = rate_by(formula, actual, aim, start)
        one = rate_by(formula, Quantity(within(actual, share), "件"), aim, start)

        if whole.undefined:
            return
        assert one.value is not None
        assert whole.lower is None or whole.lower <= one.value or _near(whole.lower, one.value)
        assert whole.upper is None or one.value <= whole.upper or _near(whole.upper, one.value)


def within(actual: Quantity, share: Decimal) -> Decimal:
    """Return a number of the interval, the further up the larger *share* is."""
    far = Decimal(10**6) * share
    if actual.lower is None:
        assert actual.upper is not None
        return actual.upper - far
    if actual.upper is None:
        return actual.lower + far
    return actual.lower + share * (actual.upper - actual.lower)


class TestExpected:
    """What is due never falls, and runs from nothing to all."""

    @given(st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.dates(date(2015, 1, 1)))
    def test_monotone(self, one: date, other: date) -> None:
        first, second = sorted([one, other])
        start, end = FiscalYear(2020), FiscalYear(2025)
        early = expected_rate(start, end, first).value
        late = expected_rate(start, end, second).value

        assert early is not None
        assert late is not None
        assert 0 <= early <= late <= 1
