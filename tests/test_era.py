"""Eras: where they begin, and which Gregorian year their years are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.language.errors import InvalidPeriodError
from kpikit.model.era import ERAS, Era, era_called, era_of, era_year_text


class TestEra:
    """An era is known by its first day and ends on the day before the next."""

    def test_the_eras_follow_each_other(self) -> None:
        assert [(era.letter, era.first, era.last) for era in ERAS] == [
            ("M", date(1868, 1, 25), date(1912, 7, 29)),
            ("T", date(1912, 7, 30), date(1926, 12, 24)),
            ("S", date(1926, 12, 25), date(1989, 1, 7)),
            ("H", date(1989, 1, 8), date(2019, 4, 30)),
            ("R", date(2019, 5, 1), None),
        ]

    @pytest.mark.parametrize("sign", ["平成", "平", "H", "h", "Heisei"])
    def test_an_era_has_several_names(self, sign: str) -> None:
        assert era_called(sign) == ERAS[3]

    def test_an_unknown_name_lists_the_known_ones(self) -> None:
        with pytest.raises(InvalidPeriodError) as caught:
            era_called("慶応")
        assert str(caught.value) == (
            "no era is called '慶応': the eras are 明治, 大正, 昭和, 平成, 令和"
        )

    def test_it_prints_as_its_constructor(self) -> None:
        era = Era("令和", "R", "令", "Reiwa", date(2019, 5, 1))
        assert repr(era) == "Era('令和', 'R', '令', 'Reiwa', datetime.date(2019, 5, 1))"


class TestGregorianYear:
    """An era year is keyed on one Gregorian year."""

    @pytest.mark.parametrize(
        ("sign", "year", "gregorian"),
        [
            ("M", 1, 1868),
            ("M", 45, 1912),
            ("T", 1, 1912),
            ("T", 15, 1926),
            ("S", 1, 1926),
            ("S", 64, 1989),
            ("S", 100, 2025),
            ("H", 1, 1989),
            ("H", 31, 2019),
            ("H", 32, 2020),
            ("H", 71, 2059),
            ("R", 1, 2019),
            ("R", 99, 2117),
        ],
    )
    def test_years(self, sign: str, year: int, gregorian: int) -> None:
        assert era_called(sign).gregorian_year(year) == gregorian

    @pytest.mark.parametrize(("sign", "year"), [("R", 0), ("R", -1), ("R", 100), ("H", 72)])
    def test_years_that_do_not_exist(self, sign: str, year: int) -> None:
        with pytest.raises(InvalidPeriodError):
            era_called(sign).gregorian_year(year)

    def test_the_message_tells_the_limits(self) -> None:
        with pytest.raises(InvalidPeriodError) as caught:
            era_called("平成").gregorian_year(0)
        assert str(caught.value) == "no year 0 of Heisei: years run from 1 to 71"

    def test_overrun_is_a_matter_of_days(self) -> None:
        heisei = era_called("平成")
        assert not heisei.overruns(date(2019, 4, 30))
        assert heisei.overruns(date(2019, 5, 1))
        assert not era_called("令和").overruns(date(2200, 1, 1))

    @pytest.mark.parametrize(
        ("sign", "year", "expected"),
        [
            ("M", 1873, False),
            ("M", 1874, True),
            ("M", 1912, False),
            ("S", 1988, True),
            ("S", 1989, False),
            ("H", 1989, False),
            ("H", 2018, True),
            ("R", 2019, False),
            ("R", 2020, True),
        ],
    )
    def test_years_that_lie_inside(self, sign: str, year: int, expected: bool) -> None:  # noqa: FBT001
        assert era_called(sign).has_all_of(year) == expected


class TestEraOf:
    """Each day since Meiji began lies in exactly one era."""

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(1868, 1, 25), "明治"),
            (date(1912, 7, 29), "明治"),
            (date(1912, 7, 30), "大正"),
            (date(1926, 12, 24), "大正"),
            (date(1926, 12, 25), "昭和"),
            (date(1989, 1, 7), "昭和"),
            (date(1989, 1, 8), "平成"),
            (date(2019, 4, 30), "平成"),
            (date(2019, 5, 1), "令和"),
        ],
    )
    def test_boundaries(self, day: date, name: str) -> None:
        era = era_of(day)
        assert era is not None
        assert era.name == name

    def test_before_meiji_there_is_none(self) -> None:
        assert era_of(date(1868, 1, 24)) is None

    @given(st.dates(date(1868, 1, 25), date(2117, 12, 31)))
    def test_a_day_lies_within_its_era_and_its_era_year(self, day: date) -> None:
        era = era_of(day)
        assert era is not None
        assert era.first <= day
        assert not era.overruns(day)
        assert era.gregorian_year(day.year - era.first.year + 1) == day.year

    def test_year_texts(self) -> None:
        assert era_year_text(2019, date(2019, 4, 30)) == "平成31年"
        assert era_year_text(2019, date(2019, 5, 1)) == "令和元年"
        assert era_year_text(1868, date(1868, 1, 1)) == "1868年"
