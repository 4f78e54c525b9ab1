"""The workbook: published cells as text, verdicts beside them, opened with another library."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest

import kpikit as kk
from kpikit.io.number_format import shown_number
from kpikit.language.messages import Language
from kpikit.report import render_bytes
from plans import ATTACKS, hostile, of_every_kind, section
from sagamihara import EXAMPLE, EXPECTED, cells, rows_of

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")

WORDS = {
    "achieved": "○ 達成",
    "not_achieved": "× 未達成",
    "indeterminate": "? 判定不能",
    "not_applicable": "- 対象外",
}


#: All that a formula may be made of: addresses, numbers, our words and a few functions.
OURS = re.compile(r'=(?:IF|AND|COUNT|[A-Z]{1,2}[0-9]+|[0-9]|"(?:大きいほど良い)?"|[(),=<>+/-])+')


def opened(result: kk.PlanEvaluation, lang: Language = "ja") -> Any:
    return openpyxl.load_workbook(BytesIO(render_bytes(result, "xlsx", lang=lang)))


@pytest.fixture(scope="module")
def example() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


@pytest.fixture(scope="module")
def book(example: kk.PlanEvaluation) -> Any:
    return opened(example)


def shown(cell: Any) -> str:
    """Return what a spreadsheet shows: of a number what its format makes of it."""
    if not isinstance(cell.value, int | float):
        return cell.value or ""
    number = shown_number(cell.value, cell.number_format)
    return number.text if number is not None else ""


def texts(book: Any) -> list[str]:
    return [
        str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None
    ]


class TestBook:
    """A sheet for the counts, one for each table, one for the findings."""

    def test_sheets(self, book: Any) -> None:
        assert [
            "結果",
            "集計",
            "データ",
            "表1 施策目標値の達成状況",
            "表2 計上事業の進捗状況",
            "点検",
            "図のデータ",
        ] == book.sheetnames

    def test_every_published_cell(self, book: Any) -> None:
        found = {shown(cell) for sheet in book for row in sheet for cell in row}

        assert [] == [cell for cell in cells() if cell not in found]

    def test_rows_as_published(self, book: Any) -> None:
        sheet = book["表1 施策目標値の達成状況"]
        rows = [[shown(cell) for cell in row][:7] for row in sheet.iter_rows(min_row=2)]

        assert rows_of("measures") == rows

    def test_verdicts(self, book: Any) -> None:
        found = [
            cell.value
            for name, column in (("表1 施策目標値の達成状況", 7), ("表2 計上事業の進捗状況", 7))
            for row in book[name].iter_rows(min_row=3)
            for cell in [row[column]]
            if cell.value
        ]

        assert [WORDS[row[3]] for row in EXPECTED] == found

    def test_colours_follow_the_words(self, book: Any) -> None:
        sheet = book["表2 計上事業の進捗状況"]
        (area,) = sheet.conditional_formatting
        rules = {rule.formula[0]: rule for rule in area.rules}

        assert "H3:H46" == str(area.sqref)
        assert {f'"{word}"' for word in WORDS.values()} < set(rules)
        assert "FF9B1C1C" == rules['"× 未達成"'].dxf.font.color.rgb

    def test_header_stays(self, book: Any) -> None:
        assert [None, "A2", "E2", "A3", "A3", "A2", "B2"] == [each.freeze_panes for each in book]
        assert "A2:J46" == book["表2 計上事業の進捗状況"].auto_filter.ref

    def test_counts_are_numbers(self, book: Any) -> None:
        sheet = book["集計"]
        head, total = (
            next(sheet.iter_rows(min_row=row, max_row=row, values_only=True)) for row in (3, 4)
        )

        assert (
            "表・基本目標・施策",
            "○ 達成",
            "× 未達成",
            "? 判定不能",
            "- 対象外",
            "達成率",
            "達成率の下限",
            "達成率の上限",
        ) == head[:8]
        assert ("全体", 23, 6, 1, 12, '=IF(B4+C4>0,B4/(B4+C4),"")') == total[:6]
        assert [round(23 / 30, 9), round(24 / 30, 9)] == [round(each, 9) for each in total[6:8]]

    def test_shares_are_worked_out(self, example: kk.PlanEvaluation) -> None:
        data = BytesIO(render_bytes(example, "xlsx"))
        sheet = openpyxl.load_workbook(data, data_only=True)["集計"]

        assert 23 / 29 == pytest.approx(sheet["F4"].value)
        assert "0.0%" == sheet["F4"].number_format

    def test_a_share_that_the_counts_do_not_yield_is_no_formula(self) -> None:
        """One is met early: the share is over those that are due."""
        aim = kk.AtLeast(kk.Quantity("5", "件"))
        indicators = [
            kk.Indicator(
                name,
                target=kk.Target(aim, kk.FiscalYear(until)),
                observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("6", "件"))],
            )
            for name, until in (("甲", 2023), ("乙", 2027))
        ]
        table = kk.Section("表", "1", "表", indicators=indicators)
        sheet = opened(kk.evaluate(kk.Plan("計画", sections=[table])))["集計"]
        found = [cell.value for cell in sheet[4]]

        assert ("全体", 2, 1) == (found[0], found[1], found[-3])

    def test_titles_have_room(self, book: Any) -> None:
        assert all(
            book[name].row_dimensions[1].height > book[name]["A1"].font.size * 1.5
            for name in ("結果", "集計", "表1 施策目標値の達成状況")
        )

    def test_findings(self, example: kk.PlanEvaluation, book: Any) -> None:
        rows = list(book["点検"].iter_rows(min_row=2, values_only=True))

        assert [finding.code for finding in kk.audit(example)] == [row[1] for row in rows]
        assert [finding.message() for finding in kk.audit(example)] == [row[6] for row in rows]

    def test_columns_are_wide_enough_for_japanese(self, book: Any) -> None:
        widths = book["表1 施策目標値の達成状況"].column_dimensions

        assert widths["B"].width >= 20
        assert widths["A"].width < 9

    def test_english(self, example: kk.PlanEvaluation) -> None:
        found = opened(example, "en")

        assert ["Results", "Totals", "Data", "Table 1 施策目標値の達成状況"] == found.sheetnames[:4]
        assert "× not achieved" in texts(found)

    def test_same_bytes_whenever_made(self, example: kk.PlanEvaluation) -> None:
        assert render_bytes(example, "xlsx") == render_bytes(example, "xlsx")

    def test_empty_plan(self) -> None:
        assert ["結果", "集計", "データ", "点検"] == opened(kk.evaluate(kk.Plan("計画"))).sheetnames

    def test_every_verdict(self) -> None:
        assert "… 期限前" in texts(opened(kk.evaluate(of_every_kind())))


class TestBadInput:
    """What looks like a formula is text, and what is too long for a sheet is cut with a mark."""

    @pytest.mark.wide
    @pytest.mark.parametrize("text", ATTACKS)
    def test_attack(self, text: str) -> None:
        book = opened(kk.evaluate(hostile(text)))
        kinds = {cell.data_type for sheet in book for row in sheet for cell in row}

        formulas = [
            cell.value for sheet in book for row in sheet for cell in row if cell.data_type == "f"
        ]

        assert kinds <= {"s", "n", "f"}
        assert not [each for each in formulas if not OURS.fullmatch(each)]
        assert not [cell for sheet in book for row in sheet for cell in row if cell.hyperlink]
        shown = text.translate({0: "\ufffd", 27: "\ufffd", 0x202E: "\ufffd"})
        assert shown in texts(book)

    def test_formula_stays_text_when_edited(self) -> None:
        sheet = opened(kk.evaluate(hostile("=1+1"))).worksheets[3]
        found = [cell for row in sheet for cell in row if cell.value == "=1+1"]

        assert found
        assert all(cell.quotePrefix for cell in found)

    def test_names_of_sheets(self) -> None:
        tables = [
            kk.Section("表", "1", name, heading=name, sections=[section("甲", kk.Indicator("数"))])
            for name in ("a/b:c?*[d]\\e'" + "長" * 40, "A/B:C?*[D]\\E'" + "長" * 40, "\n")
        ]
        names = opened(kk.evaluate(kk.Plan("計画", sections=tables))).sheetnames

        assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
        assert len({name.casefold() for name in names}) == 8

    def test_same_name_twice(self) -> None:
        tables = [kk.Section("表", "1", "表", heading="表") for _ in range(3)]
        names = opened(kk.evaluate(kk.Plan("計画", sections=tables))).sheetnames

        assert ["表1 表", "表1 表 2", "表1 表 3"] == names[3:6]

    def test_cell_longer_than_a_sheet_holds(self) -> None:
        name = "長" * 40_000
        plan = kk.Plan(
            "計画",
            sections=[kk.Section("表", "1", "表", sections=[section("甲", kk.Indicator(name))])],
        )
        found = max(texts(opened(kk.evaluate(plan))), key=len)

        assert (32767, "…") == (len(found), found[-1])

    def test_issues(self) -> None:
        book = opened(kk.evaluate(hostile("読めない")))

        assert ("読めない:1", "「読めない」が読み取れない", "読めない", "読めない") == next(
            book["読み取りの問題点"].iter_rows(min_row=2, values_only=True)
        )


class TestReadAgain:
    """The workbook reads back to the same verdicts."""

    def test_verdicts(self, example: kk.PlanEvaluation, tmp_path: Any) -> None:
        path = tmp_path / "report.xlsx"
        path.write_bytes(render_bytes(example, "xlsx"))
        again = kk.evaluate(kk.read_plan(path), as_of=example.as_of)

        assert [each.verdict for each in example.all()] == [each.verdict for each in again.all()]
