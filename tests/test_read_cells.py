"""Reading cells: made-up ones one by one, messages, notes, options, and any text at all."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from cell_tables import Case, cases, scraps
from contract import evaluated
from kpikit.cell import (
    Vocabulary,
    _read,
    read_actual,
    read_period,
    read_quantity,
    read_target,
    read_targets,
)
from kpikit.cell.derivations import read_derivations
from kpikit.language.issue import Note
from kpikit.language.messages import CATALOGUE
from kpikit.model.reading import Piece, Reading

READERS: tuple[Callable[[str], Reading[Any]], ...] = (
    read_target,
    read_actual,
    read_quantity,
    read_period,
)
FIGURE = kk.Quantity("126", "件")


def check(case: Case, reading: Reading[Any]) -> None:
    """Compare a reading with what a table expects."""
    if case.expected == "!":
        (issue,) = reading.issues
        assert reading.value is None
        if case.period:
            told = issue.code, case.text[issue.start : issue.end]
            assert (case.period, case.notes) == told
        return
    assert () == reading.issues
    assert evaluated(case.expected) == reading.value
    assert case.expected == repr(reading.value)
    assert case.period == ("" if reading.period is None else str(reading.period))
    assert case.notes == " ".join(note.code for note in reading.notes)


@pytest.mark.parametrize("case", cases("targets"), ids=lambda case: case.text)
def test_targets(case: Case) -> None:
    """A target is the rule that a careful person reads there, or it is refused."""
    check(case, read_target(case.text))


@pytest.mark.parametrize("case", cases("actuals"), ids=lambda case: case.text)
def test_actuals(case: Case) -> None:
    """An actual is the observation that a careful person reads there, or it is refused."""
    check(case, read_actual(case.text))


@pytest.mark.parametrize("case", cases("quantities"), ids=lambda case: case.text or "empty")
def test_quantities(case: Case) -> None:
    """A quantity is one number with all that is said of it, or it is refused."""
    check(case, read_quantity(case.text))


class TestMessages:
    """Whole messages, each with the caret where it belongs under full-width text."""

    @pytest.mark.parametrize(
        ("text", "japanese", "english", "drawing"),
        [
            (
                "１，２３人",
                "「１，２３」の数字が数にならない",
                "the digits 「１，２３」 make no number",
                ["１，２３人", "^^^^^^^^"],
            ),
            (
                "約８０％±５人",
                (
                    "「±」がここでは読み取れない。"
                    "「80%以上」「7割削減」「全国平均以上」「50人(R6)」の形で書く"
                ),
                "cannot place 「±」 here: write it like 80%以上, 7割削減, 全国平均以上 or 50人(R6)",
                ["約８０％±５人", "        ^"],
            ),
            (
                "８０％以上を達成できず",
                "「できず」は否定か中止の意味にとれ、値をそのまま使えない",
                "「できず」 may turn the meaning round",
                ["８０％以上を達成できず", "                ^^^^^^"],
            ),
            (
                "８０％（９０",
                "「（」に対応する「)」がない",
                "「（」 is never closed by 「)」",
                ["８０％（９０", "      ^^"],
            ),
            (
                "８０％　―",
                "ほかの内訳には数があるのに、ここにはない",
                "the other parts have a number and this one has none",
                ["８０％　―", "        ^"],
            ),
            (
                "５件（残り）",
                "「残り」が値の意味を変えるため、その値としては読まない",
                "「残り」 makes another thing of the number, which is not read as the value",
                ["５件（残り）", "      ^^^^"],
            ),
            (
                "１０％以下の減少",
                "増減の目標に「１０％以下の減少」が付き、下限か上限か決まらない",
                "「１０％以下の減少」 on a change may be a floor or a ceiling",
                ["１０％以下の減少", "^^^^^^^^^^^^^^^^"],
            ),
            ("", "空欄である", "the cell is empty", ["", "^"]),
        ],
    )
    def test_refusals(self, text: str, japanese: str, english: str, drawing: list[str]) -> None:
        (issue,) = read_target(text).issues
        assert (japanese, english) == (issue.message("ja"), issue.message("en"))
        assert drawing == issue.caret().split("\n")

    def test_a_note_points_at_its_words(self) -> None:
        reading = read_target("約８０％以上（市内）")
        assert (Note("approximate-bound", 0, 1),) == reading.notes
        assert "上限・下限に付く「約」「程度」は判定に用いない" == reading.notes[0].message()

    @pytest.mark.parametrize(
        ("read", "text", "code", "words", "detail"),
        [
            (read_target, "20人から25人程度", "approximate-bound", "程度", ""),
            (read_target, "約80%以上", "approximate-bound", "約", ""),
            (read_target, "90％台", "decade-open", "90％台", "90%台"),
            (read_target, "5ポイント（10%）以上", "value-beside", "（10%）", "10%"),
            (read_target, "年1回（3月）", "day-without-year", "3月", "3月"),
            (
                read_actual,
                "17.8％（R6年（R7.3卒））",
                "words-beside-period",
                "（R7.3卒）",
                "R7.3卒",
            ),
            (
                read_target,
                "71%（全国平均68.5%）",
                "benchmark-in-target",
                "（全国平均68.5%）",
                "全国平均68.5%",
            ),
            (
                read_target,
                "30時間以内（R5実績38時間）",
                "starting-value",
                "（R5実績38時間）",
                "R5実績38時間",
            ),
            (
                read_actual,
                "19事業所（4年3月末現在）",
                "period-without-era",
                "（4年3月末現在）",
                "4年3月末現在",
            ),
            (read_target, "16年度までに 2,000ヶ所", "period-without-era", "16年度", "16年度"),
            (read_target, "Web会議 50回", "label-apart", "Web会議", "Web会議"),
            (
                read_target,
                "学校、公園等の施設 30か所",
                "label-apart",
                "学校、公園等の施設",
                "学校、公園等の施設",
            ),
            (read_target, "未策定→策定", "starting-value", "未策定", "未策定"),
            (read_target, "R4:3校→R9:5校", "starting-value", "R4:3校", "R4:3校"),
            (
                read_target,
                "全国平均75.2% 本県76.0%",
                "benchmark-in-target",
                "全国平均75.2%",
                "全国平均",
            ),
            (read_target, "12.0% 15.3%", "without-names", "12.0% 15.3%", "12.0%15.3%"),
            (
                read_actual,
                "緑地面積 12.3ha（計画18.0ha）",
                "value-beside",
                "（計画18.0ha）",
                "計画18.0ha",
            ),
            (read_actual, "目標80件、実績74件", "value-beside", "80件", "80件"),
            (read_actual, "829人=約3.5%", "value-beside", "約3.5%", "約3.5%"),
            (
                read_target,
                "(1,084グラム ⇒ 約980グラム)",
                "starting-value",
                "(1,084グラム ⇒ 約980グラム)",
                "1084",
            ),
            (read_target, "現状：40％、目標：60％", "starting-value", "40％", "40%"),
            (
                read_target,
                "普及率（R4:41%）を50%に引き上げる",
                "starting-value",
                "（R4:41%）",
                "R4:41%",
            ),
            (read_target, "63人（14.2%）の削減", "value-beside", "（14.2%）", "14.2%"),
            (read_target, "5件→10件", "starting-value", "5件", "5件"),
            (read_actual, "140件の10%減", "starting-value", "140件", "140件"),
            (read_target, "半減（R5：▲320人）", "value-beside", "（R5：▲320人）", "R5:▲320人"),
            (read_target, "12件苦情", "words-beside-value", "苦情", "苦情"),
            (read_target, "前年度以上（R5：50件）", "starting-value", "（R5：50件）", "R5:50件"),
            (read_actual, "71%（全国４位）", "value-beside", "（全国４位）", "全国4位"),
            (
                read_target,
                "126件（前年度比3%増）以上",
                "value-beside",
                "（前年度比3%増）",
                "前年度比3%増",
            ),
            (read_actual, "12人※前年度比5%増", "value-beside", "※前年度比5%増", "前年度比5%増"),
            (read_actual, "12人　※基準値", "starting-value", "※基準値", "基準値"),
            (read_target, "71% ※県平均68%", "benchmark-in-target", "※県平均68%", "県平均68%"),
        ],
    )
    def test_notes_point_at_what_they_are_about(
        self, read: Callable[[str], Reading[Any]], text: str, code: str, words: str, detail: str
    ) -> None:
        (note,) = read(text).notes
        told = note.code, text[note.start : note.end], note.detail
        assert (code, words, detail) == told

    def test_pieces_say_what_was_taken_for_what(self) -> None:
        pieces = (
            Piece("approximation", 0, 1),
            Piece("number", 1, 3),
            Piece("unit", 3, 4),
            Piece("bound", 4, 6),
            Piece("bracket", 6, 7),
            Piece("remark", 7, 9),
            Piece("bracket", 9, 10),
        )
        assert pieces == read_target("約８０％以上（市内）").pieces

    def test_a_rank_beside_a_value_is_named_and_noted(self) -> None:
        reading = read_actual("男性 80.5年 全国4位 女性 86.8年 全国3位")
        assert [("value-beside", "全国4位"), ("value-beside", "全国3位")] == [
            (note.code, note.detail) for note in reading.notes
        ]
        ranks = [piece.start for piece in reading.pieces if piece.role == "rank"]
        assert [9, 11, 12, 23, 25, 26] == ranks


class TestOptions:
    """What the caller knows of the table."""

    def test_the_period_of_the_column_is_kept_beside_its_own(self) -> None:
        column = kk.FiscalYear(2024)
        seen = read_actual("80% (R5)", column=column).unwrap()
        assert (kk.FiscalYear(2023), column) == (seen.period, seen.column)
        assert column == read_actual("80%", column=column).unwrap().period
        assert column == read_actual("―", column=column).unwrap().column

    @pytest.mark.parametrize(
        "text", ["設置済み", "約80%（市内）", "62.1%（見込み）", "62.1%（全国60.3%）"]
    )
    def test_the_column_of_an_actual(self, text: str) -> None:
        column = kk.FiscalYear(2024)
        seen = read_actual(text, column=column).unwrap()
        assert (column, column) == (seen.period, seen.column)

    def test_how_firm_a_value_is_beside_that_of_others(self) -> None:
        seen = read_actual("62.1%（見込み）（全国60.3%）").unwrap()
        others = kk.Benchmark("全国", kk.Quantity("60.3", "%"))
        assert (kk.Status.FORECAST, others) == (seen.status, seen.benchmark)

    def test_a_date_later_than_its_column_is_to_come(self) -> None:
        column = kk.FiscalYear(2023)
        assert kk.Missing.PENDING is read_actual("R8.10月", column=column).unwrap().missing
        assert "2024年3月31日" == read_actual("2024年3月31日", column=column).unwrap().outcome

    def test_years_without_an_era(self) -> None:
        own = Vocabulary(era="令和")
        assert kk.FiscalYear(2026) == read_target("90%（8年度）", vocabulary=own).period
        reading = read_target("90%（8年度）")
        assert None is reading.period
        assert "「8年度」は元号がなく、いつか決まらないため用いない" == reading.notes[0].message()

    def test_calendar_years(self) -> None:
        own = Vocabulary(fiscal_year_default=False)
        assert kk.CalendarYear(2025) == read_target("R7：80%", vocabulary=own).period

    def test_a_year_that_no_calendar_has_is_refused(self) -> None:
        assert "no-such-month" == read_actual("80%（R5.13月）").issues[0].code

    def test_targets_of_several_periods(self) -> None:
        targets = read_targets("中間(R7)12か所・最終(R11)20か所").unwrap()
        assert ["FY2025", "FY2029"] == [str(each.period) for each in targets]
        reading = read_targets("12か所を断念")
        assert None is reading.value
        assert read_target("12か所を断念").issues == reading.issues

    def test_a_label_that_the_name_of_the_indicator_does_not_have(self) -> None:
        assert () == read_target("利用率80%", name="施設の利用率").notes
        (note,) = read_target("利用率80%", name="施設の満足度").notes
        assert ("label-apart", 0, 3) == (note.code, note.start, note.end)

    def test_a_label_that_the_name_of_the_indicator_writes_otherwise(self) -> None:
        """Blanks and wide letters make no other name."""
        for name in ("Web 会議の回数", "Ｗｅｂ会議の回数"):
            reading = read_target("Web会議 50回", name=name)
            assert (kk.Reach(kk.Quantity("50", "回")), ()) == (reading.value, reading.notes)
        assert "no-form" == read_target("Web会議 50回", name="会議の回数").issues[0].code

    @pytest.mark.parametrize("text", ["Web会議 50回", "Web 会議 50回"])
    def test_blanks_of_a_label_are_no_part_of_it(self, text: str) -> None:
        """A name that is blank is none, and is not asked for."""
        for name in ("Web会議の回数", "Web 会議の回数", " "):
            assert () == read_target(text, name=name).notes

    def test_a_date_behind_its_column_is_when_a_value_is_to_come(self) -> None:
        """A day within it is what was seen; without a column no day is told from another."""
        before, same = (
            read_actual("R7.3.31", column=kk.FiscalYear(year)).value for year in (2023, 2024)
        )
        assert before is not None
        assert same is not None
        assert (kk.Missing.PENDING, None) == (before.missing, same.missing)

    def test_own_words_for_what_a_mark_stands_for(self) -> None:
        own = Vocabulary(missing={"-": kk.Missing.PENDING})
        (usual, told) = (read_actual("－").value, read_actual("－", vocabulary=own).value)
        assert usual is not None
        assert told is not None
        assert (kk.Missing.NONE, kk.Missing.PENDING) == (usual.missing, told.missing)

    def test_how_often_is_no_target_of_a_share(self) -> None:
        assert "not-of-the-row" == read_target("週1回", unit="%").issues[0].code
        like = kk.Quantity("52.1", "%")
        assert "not-of-the-row" == read_target("週1回", like=like).issues[0].code
        assert None is not read_target("週1回", unit="回").value
        assert kk.AtLeast(kk.Quantity("100", "人")) == read_target("100人以上", unit="%").value

    def test_several_dates_beside_one_value(self) -> None:
        assert read_target("令和6年度の着手後、令和8年度に80%").value is None
        assert isinstance(read_target("R6に着手、R8までに設置").value, kk.AllOf)


#: What no cell should hold, and some do.
ODD = "\ud800\udfff\u202e\u200f\u200b\x00\x1b\x7f\x85﷽é😀ｶﾞ゙㍻㎢①１％ー"
TEXTS = st.one_of(
    st.text(),
    st.text(ODD + "0123456789%人件R年度()、 ", max_size=20),
    st.lists(st.sampled_from([*scraps("scraps"), *"\u3000\n"]), max_size=12).map("".join),
)


class TestAnyText:
    """No text raises, and every span lies within it."""

    @given(TEXTS)
    def test_a_value_or_an_issue(self, text: str) -> None:
        for read in READERS:
            reading = read(text)
            assert (reading.value is None) == bool(reading.issues)
            spans = [(piece.start, piece.end) for piece in reading.pieces]
            spans += [(note.start, note.end) for note in reading.notes]
            spans += [(issue.start, issue.end) for issue in reading.issues]
            assert all(0 <= start <= end <= len(text) for start, end in spans)
            for issue in reading.issues:
                assert issue.code in CATALOGUE
                assert issue.report("ja") != issue.report("en")
            for note in reading.notes:
                assert note.message("ja") != note.message("en")

    @given(TEXTS)
    def test_derivations(self, text: str) -> None:
        for each in (text, f"<内訳>{text}", f"140件({text})"):
            assert isinstance(read_derivations(each, FIGURE), tuple)

    @given(TEXTS)
    def test_reading_is_the_same_every_time(self, text: str) -> None:
        assert repr(read_target(text)) == repr(read_target(text))


NASTY = scraps("nasty")


class TestLongCells:
    """What is too long is no cell; what is not takes time that grows with its length."""

    @pytest.mark.wide
    @pytest.mark.parametrize("scrap", NASTY[::4])
    def test_a_megabyte_is_refused(self, scrap: str) -> None:
        text = (scrap * 1_000_000)[:1_000_000]
        for read in (read_target, read_actual, read_quantity):
            assert "cell-too-long" == read(text).issues[0].code
        assert () == read_derivations(text, FIGURE)
        read_period(text)

    def test_too_many_words(self) -> None:
        (issue,) = read_target("5件、" * 51).issues  # three tokens each, of which 150 may be
        assert ("cell-too-many-words", 150) == (issue.code, issue.start)

    @pytest.mark.wide
    def test_a_megabyte_of_blanks_is_blank(self) -> None:
        text = "\u3000\u200b" * 500_000
        assert "empty-cell" == read_target(text).issues[0].code
        assert kk.Missing.BLANK is read_actual(text).unwrap().missing

    @pytest.mark.wide
    @pytest.mark.parametrize("scrap", NASTY)
    def test_time_is_linear(self, scrap: str) -> None:
        short, long = (
            min(_seconds((scrap * length)[:length]) for _ in range(3)) for length in (2_000, 10_000)
        )
        assert long < 12 * short + 0.2


def _seconds(text: str) -> float:
    """Return the time that all readers take, without that of clearing up after other tests."""
    gc.disable()
    start = time.process_time()
    for read in READERS:
        read(text)
    seconds = time.process_time() - start
    gc.enable()
    return seconds


class TestNumbersAlone:
    """What is written behind a number is told once for all numbers."""

    def test_each_column_has_its_own_time(self) -> None:
        first, second = kk.read_period("R5").unwrap(), kk.read_period("令和5年度").unwrap()
        assert first == second
        seen = [kk.read_actual("1,260件", column=each).unwrap() for each in (first, second, None)]
        assert [each.period and each.period.label for each in seen] == ["R5", "令和5年度", None]
        assert {each.quantity for each in seen} == {kk.Quantity("1260", "件")}

    def test_as_a_target_it_is_a_rule(self) -> None:
        assert kk.read_actual("1,260件").unwrap().quantity == kk.Quantity("1260", "件")
        assert kk.read_target("1,260件").value == kk.Reach(kk.Quantity("1260", "件"))
        assert kk.read_actual("1,260件").text == "1,260件"

    def test_each_has_the_text_as_it_is_written(self) -> None:
        wide, narrow = kk.read_actual("１，２６０件"), kk.read_actual("1,260件")
        assert (wide.text, narrow.text) == ("１，２６０件", "1,260件")
        assert [piece.role for piece in wide.pieces] == ["number", "unit"]

    def test_of_other_words_it_is_read_anew(self) -> None:
        own = Vocabulary(units=("件数分",))
        assert kk.read_quantity("5件数分", vocabulary=own).value == kk.Quantity("5", "件数分")
        plain = kk.read_quantity("5件数分").value
        assert plain != kk.Quantity("5", "件数分")
        assert kk.read_quantity("5件数分", vocabulary=own).value == kk.Quantity("5", "件数分")

    @pytest.mark.parametrize(
        ("text", "number", "unit"),
        [
            ("2019件", "2019", "件"),
            ("20,195人", "20195", "人"),
            ("19,500千円", "19500000", "円"),
            ("1.6万人", "16000", "人"),
            ("12.50％", "12.50", "%"),
            ("3 カ所", "3", "カ所"),
            ("7月", None, ""),
            ("2019年", None, ""),
            ("2019", "2019", ""),
            ("007件", None, ""),
            ("3万2億円", None, ""),
            ("5 万件", "50000", "件"),
        ],
    )
    def test_which_number_it_is(self, text: str, number: str | None, unit: str) -> None:
        expected = None if number is None else kk.Quantity(number, unit)
        assert expected == kk.read_quantity(text).value

    @pytest.mark.wide
    @pytest.mark.parametrize("number", ["1", "7", "12", "007", "1,234", "2024", "2024.3", "20245"])
    def test_it_says_what_a_closer_look_says(
        self, number: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        units = (
            "",
            *scraps("scraps")[:90],
            *["月末", "日", "千円", "億5", "校区", "（件）", "件、", "ー"],
        )
        texts = [f"{number}{gap}{unit}" for gap in ("", " ") for unit in units]

        def read() -> list[tuple[object, ...]]:
            readings = [reader(text) for text in texts for reader in READERS]
            return [(each, each.pieces, each.issues) for each in readings]

        straight = read()
        monkeypatch.setattr(_read, "_alone", lambda *_: None)
        assert straight == read()
