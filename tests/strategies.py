"""Hypothesis strategies for every value of the model."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

import kpikit as kk
from kpikit.model.indicator import Cell, Derivation, Reduction, ShareAchieved, Source, Sum
from kpikit.model.period import Part, Period
from kpikit.model.printed import GivenDirection, PrintedChange, PrintedRate, PrintedResult
from kpikit.model.quantity import Change

UNITS = ["", "%", "割", "ポイント", "人", "千人", "件", "円", "百万円", "億円", "時間", "分", "位"]
NAMES = ["利用率", "死者数", "公開数", "作業削減時間", "男女の賃金差", "累計参加者数", "排出量"]

numbers = st.decimals(
    min_value=-(10**9), max_value=10**9, places=2, allow_nan=False, allow_infinity=False
)
units = st.sampled_from(UNITS)
names = st.sampled_from(NAMES)
words = st.text("あいうabc%()①", min_size=1, max_size=6)


@st.composite
def quantities(
    draw: st.DrawFn,
    values: st.SearchStrategy[Decimal] = numbers,
    unit: st.SearchStrategy[str] = units,
    *,
    points: bool = False,
    plain: bool = False,
) -> kk.Quantity:
    """Draw a quantity; *points*: only single numbers; *plain*: nothing but number and unit."""
    change, per, statistic = Change.LEVEL, "", ""
    if not plain:
        change = draw(st.sampled_from(Change))
        per = draw(st.sampled_from(["", "", "年", "1案件"]))
        statistic = draw(st.sampled_from(["", "", "平均", "合計", "累計", "延べ"]))
    one, other = sorted([draw(values), draw(values)])
    if points or draw(st.booleans()):
        margin = None if plain else draw(st.none() | st.sampled_from([Decimal("0.5"), Decimal(5)]))
        return kk.Quantity(
            one,
            draw(unit),
            change=change,
            per=per,
            statistic=statistic,
            margin=margin,
        )
    ends = draw(st.sampled_from(["both", "lower", "upper"]))
    closed = one == other and ends == "both"
    return kk.Quantity(
        lower=None if ends == "upper" else one,
        upper=None if ends == "lower" else other,
        lower_closed=closed or draw(st.booleans()),
        upper_closed=closed or draw(st.booleans()),
        unit=draw(unit),
        change=change,
        per=per,
        statistic=statistic,
    )


parts_of_years: st.SearchStrategy[Part] = st.one_of(
    st.builds(kk.FiscalYear, st.integers(1990, 2030)),
    st.builds(kk.CalendarYear, st.integers(1990, 2030)),
    st.builds(kk.Month, st.integers(1990, 2030), st.integers(1, 12)),
    st.builds(kk.FiscalHalf, st.integers(1990, 2030), st.integers(1, 2)),
    st.builds(kk.FiscalQuarter, st.integers(1990, 2030), st.integers(1, 4)),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(kk.Date.from_date),
)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period of any kind."""
    one, other = draw(parts_of_years), draw(parts_of_years)
    if draw(st.booleans()):
        return one
    first, last = sorted((one, other), key=lambda each: (each.start, each.end))
    return kk.Span(first, last)


benchmarks = st.builds(
    kk.Benchmark,
    st.sampled_from(["全国平均", "県平均"]),
    quantities(plain=True, points=True),
    st.none() | periods(),
)


def observations(
    quantity: st.SearchStrategy[kk.Quantity] | None = None,
) -> st.SearchStrategy[kk.Observation]:
    """Return observations of all kinds, or only those of a number."""
    kept = {
        "status": st.sampled_from(kk.Status),
        "benchmark": st.none() | benchmarks,
        "column": st.none() | periods(),
    }
    beside = {**kept, "benchmark": benchmarks, "other_benchmarks": st.lists(benchmarks, max_size=2)}
    period = st.none() | periods()
    simple = st.builds(kk.Observation, period, quantity or quantities(), **kept) | st.builds(
        kk.Observation, period, quantity or quantities(), **beside
    )
    if quantity is not None:
        return simple
    missing = st.builds(kk.Observation, period, missing=st.sampled_from(kk.Missing), **kept)
    in_words = st.builds(
        kk.Observation, period, outcome=st.sampled_from(["削減", "設置済み", "検討中"]), **kept
    )
    labelled = st.builds(kk.Part, st.sampled_from(["", "①", "②"]), simple | missing)
    several = st.builds(
        kk.Observation, period, parts=st.lists(labelled, min_size=1, max_size=3), **kept
    )
    return st.one_of(simple, missing, in_words, several)


def _not_negative() -> st.SearchStrategy[kk.Quantity]:
    return quantities(numbers.map(abs), points=True, plain=True)


def _rules() -> st.SearchStrategy[kk.Rule]:
    points = quantities(points=True)
    band = st.builds(
        lambda ends, unit: kk.Quantity(lower=min(ends), upper=max(ends), unit=unit),
        st.lists(numbers, min_size=2, max_size=2, unique=True),
        units,
    )
    references = st.sampled_from(["現状", "前年度", "全国平均", "平成25年度", "資料部数"])
    directions = st.none() | st.sampled_from(kk.Direction)
    times = {
        "reference": st.sampled_from(["前年度", "現状", "全国平均", "平成25年度"]),
    }
    multiples = quantities(
        numbers.map(lambda number: abs(number) + 1),
        st.sampled_from(["%", "割", "倍"]),
        points=True,
        plain=True,
    )
    change = {
        "strict": st.booleans(),
        "base": st.none() | _not_negative(),
        "reference": references | st.just(""),
    }
    return st.one_of(
        st.builds(kk.AtLeast, points, strict=st.booleans()),
        st.builds(kk.AtMost, points, strict=st.booleans()),
        st.builds(kk.AtLeast, multiples, strict=st.booleans(), **times),
        st.builds(kk.AtMost, multiples, strict=st.booleans(), **times),
        st.builds(kk.Reach, multiples, direction=directions, **times),
        st.builds(kk.Between, band),
        st.builds(kk.Exactly, points),
        st.builds(kk.Reach, points, direction=st.none() | st.sampled_from(kk.Direction)),
        st.builds(kk.ReduceBy, _not_negative(), **change),
        st.builds(kk.IncreaseBy, _not_negative(), **change),
        st.builds(
            kk.RelativeTo,
            references,
            st.sampled_from([each for each in kk.Comparator if each is not kk.Comparator.EQUAL]),
            lag=st.none() | st.integers(0, 2),
            margin=st.none() | _not_negative(),
        ),
        st.builds(kk.RelativeTo, references, st.just(kk.Comparator.EQUAL)),
        st.builds(kk.Maintain, st.none() | points, reference=references, direction=directions),
        st.builds(kk.Improve, directions, reference=references),
        st.builds(kk.Qualitative, st.sampled_from(["削減", "設置"]), direction=directions),
        st.builds(kk.DefinedElsewhere, words),
        st.builds(kk.Exploratory, words),
        st.builds(kk.Unset, words),
    )


simple_rules = _rules()
rules = simple_rules | st.builds(
    kk.AllOf,
    st.lists(
        st.builds(kk.RulePart, st.sampled_from(["", "①", "②"]), simple_rules),
        min_size=1,
        max_size=3,
    ),
)
targets = st.builds(kk.Target, rules, st.none() | periods()) | st.builds(
    kk.Target, rules, unread=st.just("31年度")
)
derivations: st.SearchStrategy[Derivation] = st.one_of(
    st.builds(
        Sum,
        st.lists(st.tuples(words, quantities(plain=True)), max_size=3),
        quantities(plain=True, points=True),
    ),
    st.builds(
        Reduction,
        quantities(plain=True, points=True),
        quantities(unit=st.sampled_from(["%", "割"]), plain=True, points=True),
        quantities(plain=True, points=True),
    ),
    st.builds(
        ShareAchieved,
        st.sampled_from("AB"),
        quantities(unit=st.just("%"), plain=True, points=True),
        missed=st.none() | st.integers(0, 3),
        titles=st.lists(words, max_size=2),
    ),
)
locations = st.builds(kk.Location, words, st.integers(1, 99), words, words)
cells = st.builds(Cell, words, words, st.lists(st.builds(kk.Note, words), max_size=1))
printed = st.one_of(
    st.builds(
        PrintedRate,
        words,
        words,
        period=st.none() | periods(),
        quantity=st.none() | quantities(),
    ),
    *(
        st.builds(kind, words, words, period=st.none() | periods())
        for kind in (PrintedResult, PrintedChange)
    ),
)
given_directions = st.builds(
    GivenDirection, words, words, direction=st.none() | st.sampled_from(kk.Direction)
)
indicators = st.builds(
    kk.Indicator,
    names,
    target=st.lists(targets, max_size=3),
    baseline=st.none() | quantities() | observations(),
    observations=st.lists(observations(), max_size=3),
    direction=st.none() | st.sampled_from(kk.Direction),
    given_direction=st.none() | given_directions,
    printed=st.lists(printed, max_size=2),
    derivations=st.lists(derivations, max_size=2),
    repeated=st.booleans(),
    source=st.none() | st.builds(Source, locations, st.lists(cells, max_size=2)),
)
categories = st.builds(kk.Category, st.sampled_from("AB"), st.sampled_from(["重点", ""]))


def sections(depth: int = 2) -> st.SearchStrategy[kk.Section]:
    """Return sections, with sections below them down to *depth*."""
    below = st.lists(sections(depth - 1), max_size=2) if depth else st.just([])
    return st.builds(
        kk.Section,
        st.sampled_from(["table", "施策", "事業"]),
        st.sampled_from(["", "1", "1-1", "2"]),
        words,
        category=st.none() | categories,
        departments=st.lists(words, max_size=2),
        indicators=st.lists(indicators, max_size=2),
        sections=below,
    )


plans = st.builds(kk.Plan, words, sections=st.lists(sections(1), max_size=2))
