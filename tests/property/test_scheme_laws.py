"""Laws of schemes: classes cover every rate and position exactly once, or are refused."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.analysis.scheme import Against, Band, Measure, Position, Rounding, Scheme, dumps, loads
from kpikit.judging.rates import Formula

PLACES = list(product(Position, Position))


@st.composite
def any_bands(draw: st.DrawFn) -> list[Band]:
    """Draw classes that may leave gaps and overlap."""
    bands: list[Band] = []
    for number in range(draw(st.integers(1, 4))):
        low, high = (draw(st.none() | st.integers(-2, 12)) for _ in range(2))
        places = st.none() | st.sets(st.sampled_from(Position), min_size=1)
        given_here: dict[str, Any] = {"target": draw(places), "baseline": draw(places)}
        if low is not None:
            given_here[draw(st.sampled_from(["at_least", "above"]))] = 10 * low
        if high is not None and (low is None or high > low):
            given_here[draw(st.sampled_from(["at_most", "below"]))] = 10 * high
        bands.append(Band(f"class {number}", **given_here))
    return bands


@st.composite
def cut_bands(draw: st.DrawFn) -> list[Band]:
    """Draw classes that follow one another."""
    bands: list[Band] = []
    start: dict[str, Any] = {}
    for number, limit in enumerate(sorted(draw(st.sets(st.integers(-2, 12), max_size=4)))):
        end, begin = draw(st.sampled_from([("below", "at_least"), ("at_most", "above")]))
        limits: dict[str, Any] = start | {end: 10 * limit}
        bands.append(Band(f"class {number}", **limits))
        start = {begin: 10 * limit}
    return [*bands, Band("last", **start)]


def built(bands: list[Band], **given_too: Any) -> Scheme | None:
    """Make a scheme, or return ``None`` if it is refused."""
    try:
        return Scheme(
            "law",
            version="1",
            title="評価",
            publisher="例示市",
            document="要領",
            rate=Measure(Formula.ACHIEVEMENT, Formula.MIRRORED),
            bands=bands,
            **given_too,
        )
    except kk.InvalidSchemeError:
        return None


@given(
    any_bands() | cut_bands(),
    st.none() | st.integers(0, 1),
    st.sampled_from([None, Decimal(-10), Decimal(0), Decimal("0.5")]),
    st.sampled_from([None, Decimal(60), Decimal("99.5")]),
)
def test_once_or_refused(
    bands: list[Band], places: int | None, floor: Decimal | None, cap: Decimal | None
) -> None:
    """A scheme that can be built has one class for every rate and place; no other one can."""
    rounding = None if places is None else Rounding(places)
    made = built(bands, rounding=rounding, floor=floor, cap=cap)

    rates: set[Decimal] = set()
    for number in range(-250, 1350, 1):
        rate = Decimal(number) / 10
        rate = rate if floor is None else max(rate, floor)
        rate = rate if cap is None else min(rate, cap)
        if places is not None:
            rate = rate.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")
        rates.add(rate)
    once = all(
        sum(each.holds(rate) and to in each.target and at in each.baseline for each in bands) == 1
        for rate in rates
        for to, at in PLACES
    )
    assert once is (made is not None)
    assert made is None or loads(dumps(made)) == made


@given(
    any_bands() | cut_bands(),
    st.sampled_from([None, Decimal(-10), Decimal(0), Decimal(10)]),
    st.sampled_from([None, Decimal(0), Decimal(60)]),
    st.integers(1, 100),
    st.integers(-20, 200),
)
def test_once_over_an_elapsed_share(
    bands: list[Band], floor: Decimal | None, cap: Decimal | None, share: int, rate: int
) -> None:
    """Also a rate that is divided by the elapsed share has its one class."""
    given_too = {"against": Against.ELAPSED, "elapsed": {2023: share}, "floor": floor, "cap": cap}
    if (floor is None or cap is None or floor < cap) and (made := built(bands, **given_too)):
        kept = Decimal(rate) if floor is None else max(Decimal(rate), floor)
        kept = kept if cap is None else min(kept, cap)
        found = [each.holds(kept * 100 / share) for each in made.bands]
        for to, at in PLACES:
            here = [to in each.target and at in each.baseline for each in made.bands]
            assert sum(one and other for one, other in zip(found, here, strict=True)) == 1


amounts = st.integers(-30, 260).map(lambda half: Decimal(half) / 2)
SHIPPED = [kk.scheme.load(name) for name in kk.scheme.shipped()]


def people(number: Decimal) -> kk.Quantity:
    return kk.Quantity(number, "人")


@st.composite
def indicators(draw: st.DrawFn) -> kk.Indicator:
    """Draw an indicator that rises or falls to a target of this year and to a last one."""
    kind = draw(st.sampled_from([kk.AtLeast, kk.AtMost]))
    strict = draw(st.booleans())
    start = draw(st.none() | amounts)
    return kk.Indicator(
        "参加者",
        target=[
            kk.Target(kind(people(draw(amounts)), strict=strict), kk.FiscalYear(year))
            for year in (2022, 2025)
        ],
        baseline=None if start is None else kk.Observation(kk.FiscalYear(2020), people(start)),
    )


def printed(scheme: Scheme, indicator: kk.Indicator, actual: kk.Quantity) -> str | None:
    seen = kk.Observation(kk.FiscalYear(2022), actual)
    return scheme.grade(kk.evaluate(indicator, seen)).label


@given(st.sampled_from(SHIPPED), indicators(), amounts, amounts)
def test_better_is_never_worse(
    scheme: Scheme, indicator: kk.Indicator, one: Decimal, other: Decimal
) -> None:
    """Of two actuals the better one has no lower class."""
    falls = isinstance(indicator.targets[0].rule, kk.AtMost)
    worse, better = sorted([one, other], reverse=falls)
    labels = [printed(scheme, indicator, people(each)) for each in (better, worse)]
    ranks = [scheme.labels.index(each) for each in labels if each in scheme.labels]
    assert ranks == sorted(ranks)


@given(st.sampled_from(SHIPPED), indicators(), amounts, st.integers(0, 40), st.integers(0, 8))
def test_a_range_has_the_class_of_all_that_is_in_it(
    scheme: Scheme, indicator: kk.Indicator, low: Decimal, width: int, eighths: int
) -> None:
    """Also in another unit."""
    inside = low + Decimal(width) * eighths / 8
    label = printed(scheme, indicator, people(inside))
    whole = kk.Quantity(lower=low, upper=low + width, unit="人")
    found = printed(scheme, indicator, whole)
    assert found is None or found == label or "~" in found
    assert label == printed(scheme, indicator, kk.Quantity(inside / 1000, "千人"))
