"""Reading the period that a cell names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.cell._periods import (
    Conventions,
    PeriodFault,
    PeriodFound,
    parse_period_text,
    period_pattern,
)
from kpikit.cell.period_reading import read_period
from kpikit.language.errors import InvalidPeriodError, ReadingError
from kpikit.language.fold import fold
from kpikit.language.issue import Note
from kpikit.language.messages import say
from kpikit.model.era import ERAS, era_of
from kpikit.model.period import CalendarYear, Date, FiscalYear, Month, Period, Span
from kpikit.model.reading import Piece, Reading


def _cases() -> list[tuple[str, str, str]]:
    path = Path(__file__).parent / "cells" / "periods.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["expected"], row["note"]) for row in rows]


def _days(period: Period) -> str:
    if period.start == period.end:
        return period.start.isoformat()
    return f"{period.start.isoformat()}/{period.end.isoformat()}"


def _outcome(reading: Reading[Period]) -> str:
    return reading.issues[0].code if reading.value is None else _days(reading.value)


class TestCases:
    """Cells and what a careful person reads there: the days or the code of the issue."""

    @pytest.mark.parametrize(("text", "expected", "note"), _cases())
    def test_table(self, text: str, expected: str, note: str) -> None:
        reading = read_period(text)
        assert _outcome(reading) == expected
        assert " ".join(found.code for found in reading.notes) == note


class TestKinds:
    """Periods of the same days may be of different kinds."""

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            ("R5", FiscalYear(2023)),
            ("令和元年度", FiscalYear(2019)),
            ("平成31年度", FiscalYear(2019)),
            ("H31/R1", FiscalYear(2019)),
            ("令和5暦年", CalendarYear(2023)),
            ("令和5年度末", Date(2024, 3, 31)),
            ("R2～5", Span(FiscalYear(2020), FiscalYear(2023))),
            ("令和5年4月から令和6年3月まで", Span(Month(2023, 4), Month(2024, 3))),
        ],
    )
    def test_examples(self, text: str, period: Period) -> None:
        assert read_period(text).value == period

    def test_the_label_is_the_original_text(self) -> None:
        reading = read_period("※令和６年６月２０日現在")
        assert reading.unwrap().label == "令和６年６月２０日"
        assert reading.pieces == (Piece("period", 1, 10),)

    def test_the_label_of_two_names_is_both(self) -> None:
        assert read_period("（Ｈ３１／Ｒ１）").unwrap().label == "Ｈ３１／Ｒ１"


class TestConventions:
    """What the caller can say of the table."""

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            ("R5", CalendarYear(2023)),
            ("2023", CalendarYear(2023)),
            ("R2～5", Span(CalendarYear(2020), CalendarYear(2023))),
            ("R5年度", FiscalYear(2023)),
            ("R10年(度)", CalendarYear(2028)),
        ],
    )
    def test_calendar_years(self, text: str, period: Period) -> None:
        assert read_period(text, fiscal_year_default=False).value == period

    def test_an_assumed_calendar_year_is_noted(self) -> None:
        reading = read_period("R10年(度)", fiscal_year_default=False)
        assert reading.notes == (Note("calendar-year-assumed", 0, 7),)

    def test_half_of_an_unsaid_year_needs_the_convention(self) -> None:
        assert _outcome(read_period("R5上半期")) == "2023-04-01/2023-09-30"
        assert _outcome(read_period("R5上半期", fiscal_year_default=False)) == (
            "part-of-calendar-year"
        )

    @pytest.mark.parametrize(
        ("text", "era", "expected"),
        [
            ("32年度", "平成", "2020-04-01/2021-03-31"),
            ("（８年度）", "令和", "2026-04-01/2027-03-31"),
            ("(元年度)", "R", "2019-04-01/2020-03-31"),
            ("5～8年度", "令", "2023-04-01/2027-03-31"),
            ("2026～29", "令和", "2026-04-01/2030-03-31"),
            ("5", "令和", "not-a-period"),
            ("R5", "平成", "2023-04-01/2024-03-31"),
        ],
    )
    def test_eras(self, text: str, era: str, expected: str) -> None:
        assert _outcome(read_period(text, era=era)) == expected

    def test_an_unknown_era_is_a_fault_of_the_caller(self) -> None:
        with pytest.raises(InvalidPeriodError):
            read_period("8年度", era="慶応")


class TestNotes:
    """What a careful reader would want to know."""

    @pytest.mark.parametrize(
        ("text", "note", "japanese"),
        [
            (
                "平成32年度",
                Note("era-overrun", 0, 6, "令和2年度"),
                "元号が改まった後の時期である(令和2年度)",
            ),
            (
                "令和元年4月1日",
                Note("era-not-begun", 0, 8, "平成31年4月1日"),
                "元号が始まる前の時期である(平成31年4月1日)",
            ),
            (
                "（Ｒ４調査）",
                Note("words-beside-period", 3, 5, "調査"),
                "期間のほかに「調査」とある",
            ),
            (
                "令和5年度3月",
                Note("month-of-fiscal-year", 0, 7, "令和6年3月"),
                "年度の中の月と読んだ(令和6年3月)",
            ),
        ],
    )
    def test_examples(self, text: str, note: Note, japanese: str) -> None:
        (found,) = read_period(text).notes
        assert found == note
        assert found.message("ja") == japanese

    def test_words_on_both_sides_of_a_bracket(self) -> None:
        (note,) = read_period("R4調査（速報値）").notes
        assert note == Note("words-beside-period", 2, 8, "調査速報値")


class TestIssues:
    """The whole report, with the caret below the characters that are wrong."""

    @pytest.mark.parametrize(
        ("text", "report"),
        [
            (
                "令和６年２月３０日",
                "2024年2月に３０日はない\n    令和６年２月３０日\n                ^^^^",
            ),
            (
                "（令和５年１３月）",
                "13月という月はない\n    （令和５年１３月）\n              ^^^^",
            ),
            ("㋿0年", "令和0年という年はない\n    ㋿0年\n    ^^^^^"),
            (
                "令和5年度第5四半期",
                "第5四半期という期はない\n    令和5年度第5四半期\n               ^",
            ),
            ("8年度", "「8年度」に元号がない\n    8年度\n    ^^^^^"),
            (
                "前年度調査における全国平均以上",
                (
                    "「前年度」だけではいつのことか決まらない\n"
                    "    前年度調査における全国平均以上\n"
                    "    ^^^^^^"
                ),
            ),
            (
                "平成20年度 (※平成21年1月現在)",
                (
                    "別の期間「平成21年1月現在」も書かれている\n"
                    "    平成20年度 (※平成21年1月現在)\n"
                    "                 ^^^^^^^^^^^^^^^"
                ),
            ),
            (
                "令和5年度(2022年度)",
                (
                    "「令和5年度(2022年度)」の年が一致しない\n"
                    "    令和5年度(2022年度)\n"
                    "    ^^^^^^^^^^^^^^^^^^^"
                ),
            ),
            ("27館", "「27館」は年・年度・年月日として読み取れない\n    27館\n    ^^^^"),
            ("", "空欄である\n    \n    ^"),
            ("令和５年度フー", "「フー」が読み取れない\n    令和５年度フー\n              ^^^^"),
        ],
    )
    def test_reports(self, text: str, report: str) -> None:
        (issue,) = read_period(text).issues
        assert issue.report("ja") == report

    def test_english(self) -> None:
        with pytest.raises(ReadingError) as caught:
            read_period("R5～R2").unwrap()
        assert str(caught.value) == "「R5～R2」 ends before it begins\n    R5～R2\n    ^^^^^^"

    @pytest.mark.parametrize(
        "code", sorted({case[1] for case in _cases() if case[1][0].isalpha()} | {"empty-cell"})
    )
    def test_every_code_has_texts(self, code: str) -> None:
        values = {"detail": "d", "shown": "s"}
        assert say(code, "ja", **values) != say(code, "en", **values)


class TestLaws:
    """What holds for every cell."""

    @given(st.text())
    def test_no_text_raises(self, text: str) -> None:
        reading = read_period(text)
        assert reading.text == text
        assert (reading.value is None) == bool(reading.issues)
        for issue in reading.issues:
            assert 0 <= issue.start <= issue.end <= len(text)
            assert issue.report("ja")

    @given(
        st.text("RH令和平成元0123456789年度月日末.~-/()（）から まで調査\ud800\u200b", max_size=25)
    )
    def test_no_near_miss_raises(self, text: str) -> None:
        reading = read_period(text)
        assert (reading.value is None) == bool(reading.issues)

    @given(st.integers(1873, 2117))
    def test_what_a_period_is_called_is_read_back(self, year: int) -> None:
        for period in (FiscalYear(year), CalendarYear(year), Month(year, 2), Date(year, 12, 28)):
            reading = read_period(period.japanese())
            assert reading.value == period
            assert reading.notes == ()

    @given(st.dates(ERAS[0].first.replace(1873), FiscalYear(2116).end))
    def test_every_day_is_read_in_its_era(self, day: object) -> None:
        assert hasattr(day, "year")
        date = Date.from_date(day)  # type: ignore[arg-type]
        era = era_of(date.start)
        assert era is not None
        count = date.year - era.first.year + 1
        text = f"{era.letter}{count:02}.{date.month:02}.{date.day:02}"
        assert read_period(text).value == date

    @pytest.mark.parametrize("year", [1912, 1926, 1989, 2019])
    def test_a_fiscal_year_has_the_same_days_under_both_names(self, year: int) -> None:
        names = {era.name: year - era.first.year + 1 for era in ERAS}
        readings = [
            read_period(f"{name}{count}年度") for name, count in names.items() if 1 <= count <= 64
        ]
        assert len({reading.value for reading in readings}) == 1
        assert readings[0].value == FiscalYear(year)

    @pytest.mark.parametrize(
        "text",
        [
            "R2~" * 30_000,
            "令和" * 50_000,
            "1" * 100_000,
            "(" * 100_000,
            " " * 100_000,
            "R5(" * 40_000,
            "令和5(  " * 20_000,
            "R5" + " の" * 50_000,
            "R5" + "。" * 100_000 + "x",
            "(2023~" * 20_000,
            "あ" * 1_000_000,
            "R5 " + "調" * 1_000_000,
            "か\u3099" * 50_000,
            "\x00" * 100_000,
        ],
        ids=lambda text: text[:5],
    )
    def test_junk_is_refused_at_once(self, text: str) -> None:
        assert read_period(text).value is None


class TestPattern:
    """Finding a period within a cell."""

    @pytest.mark.parametrize(
        ("cell", "found"),
        [
            ("40社(R5~8累計)", ["R5~8"]),
            ("12.4% (令和5年度)", ["令和5年度"]),
            ("90%(2027年度)", ["2027年度"]),
            ("140 (2023~2026年度)", ["2023~2026年度"]),
            ("200 (2026~29累計)", ["2026~29"]),
            ("52.7%(R6)", ["R6"]),
            ("10件(H30年3月開設)", ["H30年3月"]),
            ("697人(令和6年6月20日現在)", ["令和6年6月20日現在"]),
            ("42,818件(R8.2末時点)", ["R8.2末時点"]),
            ("2030年 5,400人", ["2030年"]),
            ("25.6% (令和元年7月)", ["令和元年7月"]),
            ("FY2023 5件", ["FY2023"]),
            ("3件(令和6(2024)年度)", ["令和6(2024)年度"]),
            ("5(R05.03.31)", ["R05.03.31"]),
            ("2013年 度 比 17.5%削減 (R3)", ["2013年 度", "R3"]),
            ("R4:6,169時間 R5:7,244時間", ["R4", "R5"]),
            ("(2019) 9", ["2019"]),
            ("令和5年4月から令和6年3月まで 3件", ["令和5年4月から令和6年3月まで"]),
            ("5件(8年度)", ["8年度"]),
            ("R5 10件", ["R5"]),
            ("12年間", []),
            ("3年以内", []),
            ("10年", []),
            ("2-3", []),
            ("AR5", []),
            ("R5G", []),
            ("5.0", []),
            ("2,023年", []),
            ("2023件", []),
            ("R13月", []),
            ("2020年代", []),
            ("10~15件", []),
        ],
    )
    def test_examples(self, cell: str, found: list[str]) -> None:
        assert [match[0] for match in period_pattern().finditer(cell)] == found

    def test_it_has_no_named_groups(self) -> None:
        assert not period_pattern().groupindex

    def test_what_is_found_is_parsed_to_its_end(self) -> None:
        folded = fold("㎥で40社（Ｒ５～８累計）")
        match = period_pattern().search(folded.text)
        assert match is not None
        found = parse_period_text(folded, *match.span())
        assert isinstance(found, PeriodFound)
        assert (str(found.period), found.end) == ("FY2023/FY2026", match.end())
        assert folded.original[slice(*found.span)] == found.period.label == "Ｒ５～８"

    def test_the_words_behind_are_reported(self) -> None:
        found = parse_period_text(fold("R7見込み)"), conventions=Conventions())
        assert isinstance(found, PeriodFound)
        assert (found.words, found.end, found.period.label) == ("見込み", 5, "R7")

    def test_a_fault_points_into_the_original(self) -> None:
        fault = parse_period_text(fold("㋿5年13月"))
        assert fault == PeriodFault("no-such-month", 3, 5, "13")


class TestEnumerated:
    """Years that are named one after the other."""

    def test_years_that_follow_each_other_are_a_span(self) -> None:
        reading = read_period("2013、2014 年度")
        assert Span(FiscalYear(2013), FiscalYear(2014)) == reading.value
        assert [("period", 0, 12)] == [
            (piece.role, piece.start, piece.end) for piece in reading.pieces
        ]

    @pytest.mark.parametrize("text", ["2013、2015年度", "R3～R4、R5年度"])
    def test_others_are_two(self, text: str) -> None:
        assert ["two-periods"] == [issue.code for issue in read_period(text).issues]


def test_a_number_is_no_year_long_after() -> None:
    assert ["not-understood"] == [issue.code for issue in read_period("R1～66").issues]
