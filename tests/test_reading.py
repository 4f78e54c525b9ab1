"""What reading a cell returns."""

from __future__ import annotations

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.model.reading import Piece

WHERE = kk.Location("table.csv", 3, "目標値")
ISSUE = kk.Issue("not-understood", "約１２フィート", 3, 7)


class TestValues:
    """Readings, notes and issues are values."""

    def test_contract(self) -> None:
        check_value_object(WHERE, kk.Location("table.xlsx", 3, sheet="表1"))
        check_value_object(Piece("number", 0, 2), Piece("unit", 2, 3))
        check_value_object(kk.Note("era-overrun"), kk.Note("era-overrun", 0, 6, "令和2年度"))
        check_value_object(ISSUE, kk.Issue("not-understood", "x", 0, 1, location=WHERE))
        check_value_object(
            kk.Reading("5件", kk.Quantity("5", "件")),
            kk.Reading("x", issues=(ISSUE,)),
            kk.Reading("5件", kk.Quantity("5", "件"), period=kk.FiscalYear(2023)),
        )


class TestLocation:
    """Where a cell stands."""

    def test_text(self) -> None:
        assert str(WHERE) == "table.csv:3 「目標値」"
        assert str(kk.Location("table.xlsx", 3, sheet="表1")) == "table.xlsx[表1]:3"


class TestNote:
    """A note says one thing in either language."""

    def test_message(self) -> None:
        note = kk.Note("era-overrun", 0, 6, "令和2年度")
        assert note.message() == "元号が改まった後の時期である(令和2年度)"
        assert note.message("en") == "the era had ended by then: it is 令和2年度"


class TestIssue:
    """An issue draws a caret right below full-width text."""

    def test_report(self) -> None:
        assert ISSUE.report("ja") == (
            "「フィート」が読み取れない\n    約１２フィート\n          ^^^^^^^^"
        )
        located = kk.Issue("not-understood", "x", 0, 1, location=WHERE)
        assert str(located) == "table.csv:3 「目標値」: cannot understand 「x」\n    x\n    ^"

    def test_a_long_cell_is_shown_around_the_fault(self) -> None:
        issue = kk.Issue("not-understood", "a" * 100 + "X" + "b" * 100, 100, 101)
        assert issue.caret() == f"…{'a' * 40}X{'b' * 40}…\n{' ' * 41}^"

    def test_what_cannot_be_printed_is_replaced(self) -> None:
        issue = kk.Issue("not-understood", "a\nb", 2, 3)
        assert issue.caret() == "a\N{REPLACEMENT CHARACTER}b\n  ^"

    def test_a_tab_between_cells_is_a_blank(self) -> None:
        assert kk.Issue("stray-line", "甲\t乙", 2, 3).caret() == "甲 乙\n   ^^"

    @pytest.mark.parametrize(
        ("before", "marked", "after", "drawn"),
        [
            ("あい", "う", "えお", "あいうえお\n    ^^"),
            ("a" * 30, "う", "b" * 30, "…aaaaうbbbb…\n     ^^"),
            ("a", "う", "b" * 30, "aうbbbbbbb…\n ^^"),
            ("a" * 30, "う", "b", "…aaaaaaaうb\n        ^^"),
            ("a", "うえおかきくけ", "b", "…うえおかき…\n ^^^^^^^^^^"),
            ("", "うえおかきくけ", "", "うえおかき…\n^^^^^^^^^^"),
        ],
    )
    def test_a_narrow_line(self, before: str, marked: str, after: str, drawn: str) -> None:
        end = len(before + marked)
        issue = kk.Issue("not-understood", before + marked + after, len(before), end)
        assert issue.caret(12) == drawn

    def test_nothing_has_a_caret_too(self) -> None:
        assert kk.Issue("empty-cell", "", 0, 0).caret() == "\n^"


class TestReading:
    """A value, or issues."""

    def test_value(self) -> None:
        reading = kk.Reading("5件", kk.Quantity("5", "件"))
        assert reading.is_read
        assert reading.unwrap() == kk.Quantity("5", "件")

    def test_issues(self) -> None:
        reading: kk.Reading[kk.Quantity] = kk.Reading("約１２フィート", issues=(ISSUE,))
        assert not reading.is_read
        with pytest.raises(kk.ReadingError) as caught:
            reading.unwrap()
        assert caught.value.issues == (ISSUE,)
