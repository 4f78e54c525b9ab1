"""Periods: their days, their canonical text, their names."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.language.errors import InvalidPeriodError
from kpikit.model.period import (
    CalendarYear,
    Date,
    FiscalHalf,
    FiscalQuarter,
    FiscalYear,
    Month,
    Part,
    Period,
    Span,
    contains,
    fiscal_year_of,
    parse_period,
)

YEARS = st.integers(1868, 2200)
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(FiscalYear, YEARS),
    st.builds(CalendarYear, YEARS),
    st.builds(Month, YEARS, st.integers(1, 12)),
    st.dates(date(1868, 1, 1), date(2200, 12, 31)).map(Date.from_date),
    st.builds(FiscalHalf, YEARS, st.integers(1, 2)),
    st.builds(FiscalQuarter, YEARS, st.integers(1, 4)),
)
SPANS = (
    st.tuples(PARTS, PARTS)
    .filter(lambda two: two[0].start <= two[1].end)
    .map(lambda two: Span(*two))
)
PERIODS: st.SearchStrategy[Period] = PARTS | SPANS

#: period, canonical text, first day, last day, Japanese, English
EXAMPLES: list[tuple[Period, str, date, date, str, str]] = [
    (FiscalYear(2023), "FY2023", date(2023, 4, 1), date(2024, 3, 31), "令和5年度", "FY2023"),
    (CalendarYear(2023), "2023", date(2023, 1, 1), date(2023, 12, 31), "令和5年", "2023"),
    (Month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29), "令和6年2月", "February 2024"),
    (
        Date(2024, 6, 20),
        "2024-06-20",
        date(2024, 6, 20),
        date(2024, 6, 20),
        "令和6年6月20日",
        "20 June 2024",
    ),
    (
        FiscalHalf(2023, 1),
        "FY2023-H1",
        date(2023, 4, 1),
        date(2023, 9, 30),
        "令和5年度上半期",
        "FY2023 H1",
    ),
    (
        FiscalHalf(2023, 2),
        "FY2023-H2",
        date(2023, 10, 1),
        date(2024, 3, 31),
        "令和5年度下半期",
        "FY2023 H2",
    ),
    (
        FiscalQuarter(2023, 1),
        "FY2023-Q1",
        date(2023, 4, 1),
        date(2023, 6, 30),
        "令和5年度第1四半期",
        "FY2023 Q1",
    ),
    (
        FiscalQuarter(2023, 4),
        "FY2023-Q4",
        date(2024, 1, 1),
        date(2024, 3, 31),
        "令和5年度第4四半期",
        "FY2023 Q4",
    ),
    (
        Span(FiscalYear(2020), FiscalYear(2023)),
        "FY2020/FY2023",
        date(2020, 4, 1),
        date(2024, 3, 31),
        "令和2年度～令和5年度",
        "FY2020 to FY2023",
    ),
]


@pytest.mark.parametrize(
    ("period", "text", "start", "end", "japanese", "english"), EXAMPLES, ids=str
)
class TestExamples:
    """Each kind of period, by hand."""

    def test_all(
        self, period: Period, text: str, start: date, end: date, japanese: str, english: str
    ) -> None:
        assert str(period) == text
        assert parse_period(text) == period
        assert type(period).parse(text) == period
        assert (period.start, period.end) == (start, end)
        assert (period.japanese(), period.english()) == (japanese, english)
        assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301 - just written


class TestLaws:
    """What holds for every period."""

    @given(PERIODS)
    def test_parse_is_the_inverse_of_str(self, period: Period) -> None:
        assert type(period).parse(str(period)) == period

    @given(PERIODS)
    def test_a_period_does_not_end_before_it_begins(self, period: Period) -> None:
        assert period.start <= period.end
        assert contains(period, period)

    @given(PERIODS, st.text())
    def test_the_label_is_no_part_of_the_value(self, period: Period, label: str) -> None:
        labelled = attrs.evolve(period, label=label)
        assert labelled == period
        assert hash(labelled) == hash(period)
        assert repr(labelled) == repr(period)
        assert labelled.label == label

    @given(PARTS)
    def test_no_years_later_is_the_same(self, part: Part) -> None:
        assert part.plus_years(0) == part

    @given(YEARS)
    def test_a_fiscal_year_is_its_halves_and_its_quarters(self, year: int) -> None:
        whole = FiscalYear(year)
        for parts in (
            [FiscalHalf(year, half) for half in (1, 2)],
            [FiscalQuarter(year, quarter) for quarter in (1, 2, 3, 4)],
        ):
            days = sum(((part.end - part.start).days + 1 for part in parts), 0)
            assert days == (whole.end - whole.start).days + 1
            assert all(contains(whole, part) for part in parts)
            assert all(fiscal_year_of(part) == year for part in parts)

    @given(st.integers(1868, 2199))
    def test_fiscal_years_follow_each_other(self, year: int) -> None:
        assert FiscalYear(year).end + timedelta(days=1) == FiscalYear(year).next().start
        assert FiscalYear(year).next().previous() == FiscalYear(year)
        assert FiscalYear(year) < FiscalYear(year + 1)


class TestEraNames:
    """A period is named by the era which has most of its days."""

    @pytest.mark.parametrize(
        ("year", "name"),
        [
            (1911, "明治44年度"),
            (1912, "大正元年度"),
            (1925, "大正14年度"),
            (1926, "大正15年度"),
            (1927, "昭和2年度"),
            (1988, "昭和63年度"),
            (1989, "平成元年度"),
            (2018, "平成30年度"),
            (2019, "令和元年度"),
            (2020, "令和2年度"),
        ],
    )
    def test_fiscal_years(self, year: int, name: str) -> None:
        assert FiscalYear(year).japanese() == name

    @pytest.mark.parametrize(
        ("period", "name"),
        [
            (CalendarYear(1868), "明治元年"),
            (CalendarYear(1912), "明治45年"),
            (CalendarYear(1926), "大正15年"),
            (CalendarYear(1989), "平成元年"),
            (CalendarYear(2019), "令和元年"),
            (Month(2019, 4), "平成31年4月"),
            (Month(2019, 5), "令和元年5月"),
            (Date(2019, 4, 30), "平成31年4月30日"),
            (Date(1873, 1, 1), "明治6年1月1日"),
            (Date(1872, 12, 31), "1872年12月31日"),
            (Month(1870, 2), "1870年2月"),
        ],
    )
    def test_other_periods(self, period: Period, name: str) -> None:
        assert period.japanese() == name


class TestPlusYears:
    """The same period of another year."""

    @pytest.mark.parametrize(
        ("period", "count", "expected"),
        [
            (FiscalYear(2023), -1, FiscalYear(2022)),
            (CalendarYear(2023), 2, CalendarYear(2025)),
            (Month(2023, 6), -1, Month(2022, 6)),
            (Date(2024, 2, 29), -1, Date(2023, 2, 28)),
            (FiscalHalf(2023, 2), 1, FiscalHalf(2024, 2)),
            (FiscalQuarter(2023, 4), 1, FiscalQuarter(2024, 4)),
            (Span(FiscalYear(2020), Month(2021, 5)), 1, Span(FiscalYear(2021), Month(2022, 5))),
        ],
    )
    def test_examples(self, period: Period, count: int, expected: Period) -> None:
        assert period.plus_years(count) == expected


class TestSpan:
    """A span is of two periods."""

    def test_years_are_counted_with_both_ends(self) -> None:
        assert Span(FiscalYear(2020), FiscalYear(2023)).years == 4
        assert Span(CalendarYear(2020), CalendarYear(2020)).years == 1

    def test_years_of_different_kinds_are_not_counted(self) -> None:
        assert Span(FiscalYear(2020), CalendarYear(2023)).years is None
        assert Span(Month(2020, 4), Month(2023, 3)).years is None

    def test_a_span_may_end_within_its_first_period(self) -> None:
        assert Span(FiscalYear(2020), Month(2020, 4)).end == date(2020, 4, 30)


class TestQuestions:
    """Which fiscal year a period lies in."""

    @pytest.mark.parametrize(
        ("period", "year"),
        [
            (FiscalYear(2023), 2023),
            (CalendarYear(2023), None),
            (Month(2024, 3), 2023),
            (Month(2024, 4), 2024),
            (Date(2024, 3, 31), 2023),
            (Span(Month(2023, 4), Month(2024, 3)), 2023),
            (Span(FiscalYear(2020), FiscalYear(2023)), None),
        ],
    )
    def test_fiscal_year_of(self, period: Period, year: int | None) -> None:
        assert fiscal_year_of(period) == year

    def test_contains(self) -> None:
        assert contains(FiscalYear(2023), Date(2024, 3, 31))
        assert not contains(FiscalYear(2023), Date(2024, 4, 1))
        assert not contains(FiscalYear(2023), CalendarYear(2023))

    def test_kinds_differ(self) -> None:
        assert len({FiscalYear(2023), CalendarYear(2023)}) == 2


class TestErrors:
    """The whole messages."""

    @pytest.mark.parametrize(
        ("build", "message"),
        [
            (lambda: FiscalYear(1867), "no year 1867: years run from 1868 to 2200"),
            (lambda: FiscalYear(2200).next(), "no year 2201: years run from 1868 to 2200"),
            (lambda: Month(2024, 13), "no month 13: months run from 1 to 12"),
            (lambda: Date(2024, 0, 1), "no month 0: months run from 1 to 12"),
            (lambda: Date(2023, 2, 29), "no day 29 in February 2023"),
            (lambda: FiscalHalf(2023, 3), "no half 3 of a year: it is 1 or 2"),
            (lambda: FiscalQuarter(2023, 5), "no quarter 5 of a year: quarters run from 1 to 4"),
            (
                lambda: Span(FiscalYear(2023), FiscalYear(2020)),
                "a span cannot end before it begins: FY2023, FY2020",
            ),
            (
                lambda: Span(FiscalYear(2020), Span(FiscalYear(2021), FiscalYear(2022))),  # type: ignore[arg-type]
                (
                    "a span is of two periods that are no spans, "
                    "not of Span(FiscalYear(2021), FiscalYear(2022))"
                ),
            ),
            (lambda: parse_period("R5"), "not the text of a period: 'R5'"),
            (lambda: parse_period("FY2020/x"), "not the text of a period: 'FY2020/x'"),
            (lambda: FiscalYear.parse("2023"), "not the text of a FiscalYear: '2023'"),
            (lambda: Span.parse("FY2023"), "not the text of a Span: 'FY2023'"),
            (lambda: parse_period("２０２３"), "not the text of a period: '２０２３'"),
        ],
    )
    def test_messages(self, build: Callable[[], object], message: str) -> None:
        with pytest.raises(InvalidPeriodError) as caught:
            build()
        assert str(caught.value) == message

    @given(st.text())
    def test_no_text_raises_anything_else(self, text: str) -> None:
        try:
            period = parse_period(text)
        except InvalidPeriodError:
            return
        assert str(period) == text
