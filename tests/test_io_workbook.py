"""Workbooks: what is shown in them is what is read, and what is wrong with them is said."""

from __future__ import annotations

import builtins
import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kpikit as kk
from kpikit.table import Row, plan_of, split_tables
from kpikit.table.headings import Column, Role
from shared import ROOT

HEADER = ["施策名", "指標名", "実績値(R5)", "目標値"]
AGAIN = "get it again, or open it and save it anew"
GOLDEN = ROOT / "tests" / "golden"


def book(path: Path, fill: Callable[[Any], None], title: str = "KPI") -> Path:
    """Write a workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.title = title
    fill(sheet)
    made.save(path)
    return path


def of_rows(folder: Path, *rows: list[Any], after: Callable[[Any], None] | None = None) -> Path:
    def fill(sheet: Any) -> None:
        for row in rows:
            sheet.append(row)
        if after is not None:
            after(sheet)

    return book(folder / "plan.xlsx", fill)


def refused(path: Path, **options: Any) -> str:
    with pytest.raises(kk.TableError) as caught:
        kk.read_plan(path, **options)
    assert caught.value.__notes__[0]
    return str(caught.value).removeprefix(str(path))


def indicators(plan: kk.Plan) -> list[kk.Indicator]:
    return list(plan.indicators())


def told(plan: kk.Plan) -> list[tuple[str, str]]:
    return [(each.what, each.value) for each in plan.chosen if each.what != "columns"]


class TestCells:
    """A cell is the text that is shown."""

    def test_number_formats(self, tmp_path: Path) -> None:
        def formats(sheet: Any) -> None:
            for place, code in {
                "C2": "0.0%",
                "D2": "0%",
                "C3": "#,##0",
                "D3": '#,##0"件以上"',
                "C4": "0.0",
            }.items():
                sheet[place].number_format = code

        plan = kk.read_plan(
            of_rows(
                tmp_path,
                HEADER,
                ["甲", "率", 0.985, 0.95],
                ["甲", "数", 12345, 12000],
                ["甲", "平均点", 1 / 3, "0.3以上"],
                after=formats,
            )
        )

        assert ["98.5%", "12,345", "0.333333333333333"] == [
            each.source.text("実績値(R5)") for each in indicators(plan) if each.source is not None
        ]
        assert kk.AtLeast(kk.Quantity("12000", "件")) == indicators(plan)[1].targets[0].rule
        assert [("digits", "C4=0.333333333333333"), ("sheet", "KPI")] == told(plan)
        assert () == plan.issues

    def test_other_values(self, tmp_path: Path) -> None:
        def formats(sheet: Any) -> None:
            sheet["E1"].number_format = '[$-411]ggge"年度"'
            sheet["E2"].number_format = '#,##0;-#,##0;"-"'
            sheet["C3"].number_format = "# ?/?"

        plan = kk.read_plan(
            of_rows(
                tmp_path,
                ["施策名", "指標名", "実績値(R4)", "目標値", 45017, "備考"],
                ["甲", "数", "５件", "６件", 0, True],
                ["甲", "率", 0.5, "#N/A", float("inf"), date(2024, 3, 31)],
                after=formats,
            )
        )
        first, second = indicators(plan)

        assert first.source is not None
        assert second.source is not None
        assert "0" == first.source.text("令和5年度")
        assert ["TRUE", "2024-03-31"] == [
            each.source.text("備考") for each in (first, second) if each.source
        ]
        assert ["number-format-unknown", "formula-error"] == [each.code for each in plan.issues]
        assert "the number format # ?/? is not understood; the stored number was read" == (
            plan.issues[0].message("en")
        )
        assert f"{tmp_path}/plan.xlsx[KPI]:3 「C3」" == str(plan.issues[0].location)
        assert ("zero", "E2") in told(plan)

    def test_number_that_is_no_date(self, tmp_path: Path) -> None:
        def formats(sheet: Any) -> None:
            sheet["C2"].number_format = "[$-411]ge"
            sheet["D2"].number_format = "[$-411]ge"

        plan = kk.read_plan(of_rows(tmp_path, HEADER, ["甲", "数", -1e12, 0.5], after=formats))

        assert ["number-format-unknown"] * 2 == [each.code for each in plan.issues[:2]]

    def test_number_that_is_not_finite(self, tmp_path: Path) -> None:
        path = of_rows(tmp_path, HEADER, ["甲", "数", 77, 5])
        repacked(path, lambda _, data: data.replace(b"<v>77</v>", b"<v>1E999</v>"))
        (indicator,) = indicators(kk.read_plan(path))

        assert kk.Missing.UNREADABLE is indicator.observations[0].missing
        assert "the error of a formula (#NUM!): there is no value" == (
            kk.read_plan(path).issues[0].message("en")
        )

    def test_many_of_a_kind_are_cut_short(self, tmp_path: Path) -> None:
        def formats(sheet: Any) -> None:
            for line in range(2, 9):
                sheet[f"C{line}"].number_format = "0"

        rows = [["甲", f"数{line}", line + 0.5, "9以上"] for line in range(7)]
        plan = kk.read_plan(of_rows(tmp_path, HEADER, *rows, after=formats))

        assert ("digits", "C2=0.5 C3=1.5 C4=2.5 C5=3.5 C6=4.5 …") == told(plan)[0]

    def test_formula_without_a_result(self, tmp_path: Path) -> None:
        path = of_rows(tmp_path, HEADER, ["甲", "数", "=1+1", "2件"], ["甲", "率", "3%", "2%"])
        plan = kk.read_plan(path)
        issue = plan.issues[0]

        assert ("formula-not-calculated", "=1+1") == (issue.code, issue.text)
        assert kk.Missing.BLANK is indicators(plan)[0].observations[0].missing

    def test_formulas_of_their_own_rows_are_one_issue(self, tmp_path: Path) -> None:
        """What is worked out beside values loses none; a sum of other rows may be a value."""
        rows = [
            ["甲", "率", "3%", "2%", "=C2-D2", "=ROUND(C2/D2,1)"],
            ["乙", "率", "3%", "2%", "=C3-D3", "=C3/$D3"],
            ["丙", "率", "3%", "2%", "=C2+C3", "=表!C4"],
            ["丁", "率", "=D5", "2%", "=C5-D5", ""],
        ]
        plan = kk.read_plan(of_rows(tmp_path, [*HEADER, "差", "備考"], *rows))
        told = [(each.code, each.location, each.detail) for each in plan.issues]

        assert [
            ("formulas-not-calculated", "E2", "E2 F2 E3 F3"),
            ("formulas-not-calculated", "E4", "E4 F4"),
            ("formulas-not-calculated", "C5", "C5 E5"),
        ] == [(code, place and place.column, detail) for code, place, detail in told]

    @pytest.mark.parametrize(("last", "places"), [("2%", ["E2"]), ("", ["E2", "E3"])])
    def test_rates_of_other_rows_are_one_issue_where_no_value_is_lost(
        self, tmp_path: Path, last: str, places: list[str]
    ) -> None:
        rows = [["甲", "率", "3%", "2%", "=C2/C3"], ["乙", "率", "3%", last, "=C3-C2"]]
        head = ["指標名", "単位", "目標値", "実績値", "差"]
        plan = kk.read_plan(of_rows(tmp_path, head, *rows))

        assert places == [each.location and each.location.column for each in plan.issues]


class TestMerges:
    """A merged cell stands in every row and column that it covers."""

    def test_header_and_sections(self, tmp_path: Path) -> None:
        def merge(sheet: Any) -> None:
            for cells in ("A1:G1", "A2:A3", "B2:B3", "C2:E2", "F2:F3", "G2:G3", "A4:A6", "B4:B5"):
                sheet.merge_cells(cells)

        plan = kk.read_plan(
            of_rows(
                tmp_path,
                ["KPI一覧"],
                ["基本目標", "施策", "実績値", None, None, "指標名", "目標値"],
                [None, None, "R3", "R4", "R5"],
                ["基本目標1 甲", "施策1-1 乙", "1件", "2件", "3件", "数", "3件"],
                [None, None, "1%", "2%", "3%", "率", "3%"],
                [None, "施策1-2 丙", "1人", "2人", "3人", "人数", "3人"],
                after=merge,
            )
        )
        (goal,) = plan.sections[0].sections

        assert ("KPI一覧", "1", "甲") == (plan.title, goal.code, goal.title)
        assert [("1-1", "乙", 2), ("1-2", "丙", 1)] == [
            (each.code, each.title, len(each.indicators)) for each in goal.sections
        ]
        assert [2021, 2022, 2023] == [
            each.column.year
            for each in indicators(plan)[0].observations
            if isinstance(each.column, kk.FiscalYear)
        ]
        assert () == plan.issues

    def test_across_columns(self, tmp_path: Path) -> None:
        """What stands in two columns is said of both."""
        plan = kk.read_plan(
            of_rows(
                tmp_path,
                ["指標名", "実績値(R4)", "実績値(R5)", "目標値"],
                ["数", "集計中", None, "3件"],
                after=lambda sheet: sheet.merge_cells("B2:C2"),
            )
        )

        assert [kk.Missing.PENDING] * 2 == [
            each.missing for each in indicators(plan)[0].observations
        ]

    def test_section_line_and_note(self, tmp_path: Path) -> None:
        def merge(sheet: Any) -> None:
            for line in (2, 4, 5):
                sheet.merge_cells(f"A{line}:D{line}")

        plan = kk.read_plan(
            of_rows(
                tmp_path,
                HEADER,
                ["◆ 基本目標1 甲"],
                ["乙", "数", "2件", "3件"],
                ["(注)集計中のものを除く"],
                ["以上のとおり"],
                after=merge,
            )
        )

        assert "甲" == plan.sections[0].sections[0].title
        assert ("(注)集計中のものを除く", "以上のとおり") == plan.remarks
        assert ["stray-line"] == [each.code for each in plan.issues]

    def test_a_sentence_is_a_remark(self, tmp_path: Path) -> None:
        plan = kk.read_plan(
            of_rows(
                tmp_path,
                HEADER,
                ["乙", "数", "2件", "3件"],
                ["数は38件の状況を確認した。"],
                ["丙", "人数", "4人", "5人"],
                after=lambda sheet: sheet.merge_cells("A3:D3"),
            )
        )

        assert ["数", "人数"] == [each.name for each in plan.indicators()]
        assert ("数は38件の状況を確認した。",) == plan.remarks
        assert () == plan.issues

    def test_row_that_goes_on(self, tmp_path: Path) -> None:
        """Two divisions below each other make one indicator, not two."""

        def merge(sheet: Any) -> None:
            for column in "ABCD":
                sheet.merge_cells(f"{column}2:{column}3")

        plan = kk.read_plan(
            of_rows(
                tmp_path,
                [*HEADER, "担当課", "備考"],
                ["甲", "数", "2件", "3件", "企画課", "上"],
                [None, None, None, None, "財政課", "下"],
                after=merge,
            )
        )

        assert 1 == len(indicators(plan))
        assert ("企画課", "財政課") == plan.sections[0].sections[0].departments
        assert ("下",) == plan.remarks

    def test_title_over_two_rows(self, tmp_path: Path) -> None:
        plan = kk.read_plan(
            of_rows(
                tmp_path,
                ["KPI一覧"],
                ["", "", "", ""],
                HEADER,
                ["甲", "数", "2件", "3件"],
                after=lambda sheet: sheet.merge_cells("A1:D2"),
            )
        )

        assert ("KPI一覧", ()) == (plan.title, plan.remarks)

    def test_rows_with_nothing_of_their_own(self, tmp_path: Path) -> None:
        def merge(sheet: Any) -> None:
            sheet.merge_cells("A2:A9")
            sheet.merge_cells("C5:D6")

        plan = kk.read_plan(of_rows(tmp_path, HEADER, ["甲", "数", "2件", "3件"], after=merge))

        assert 1 == len(indicators(plan))


class TestSheets:
    """All sheets that can be seen are read; what is hidden is told."""

    def two(self, folder: Path, state: str = "visible") -> Path:
        made = openpyxl.Workbook()
        first: Any = made.active
        first.title = "表紙"
        first.append(["市の計画", "令和5年度"])
        for title in ("甲", "乙"):
            sheet = made.create_sheet(title)
            sheet.append(["指標名", "実績値(R5)", "目標値"])
            sheet.append([f"{title}の数", "2件", "3件"])
        sheet.sheet_state = state  # type: ignore[possibly-undefined]
        made.save(folder / "plan.xlsx")
        return folder / "plan.xlsx"

    def test_all(self, tmp_path: Path) -> None:
        plan = kk.read_plan(self.two(tmp_path))

        assert ["甲の数", "乙の数"] == [each.name for each in indicators(plan)]
        assert [("sheet-without-table", "表紙"), ("sheet", "甲"), ("sheet", "乙")] == told(plan)
        assert ["甲", "乙"] == [
            each.location.sheet for each in plan.sections if each.location is not None
        ]
        first = indicators(plan)[0].source
        assert first is not None
        assert f"{tmp_path}/plan.xlsx[甲]:2" == str(first.location)

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    def test_hidden(self, tmp_path: Path, state: str) -> None:
        plan = kk.read_plan(self.two(tmp_path, state))

        assert ["甲の数"] == [each.name for each in indicators(plan)]
        assert ["the sheet is hidden and was not read"] == [
            each.message("en") for each in plan.issues
        ]

    def test_named(self, tmp_path: Path) -> None:
        path = self.two(tmp_path, "hidden")
        plan = kk.read_plan(path, layout=kk.Layout(sheets=["乙"]))

        assert (["乙の数"], ()) == ([each.name for each in indicators(plan)], plan.issues)
        assert ": no sheet is called 「丙」: there are 「表紙」「甲」「乙」" == refused(
            path, layout=kk.Layout(sheets=["丙"])
        )

    def test_a_sheet_with_targets_that_is_not_read(self, tmp_path: Path) -> None:
        def more(sheet: Any) -> None:
            other = sheet.parent.create_sheet("来年度")
            for row in (["指標名", "R7目標"], ["甲", "5件"], ["乙", "6件"]):
                other.append(row)

        plan = kk.read_plan(of_rows(tmp_path, HEADER, ["甲", "数", "2件", "3件"], after=more))

        assert ["header-unclear"] == [each.code for each in plan.issues]
        assert "B2:B3 「甲」「乙」" == plan.issues[0].detail

    def test_no_table_among_many_headings(self, tmp_path: Path) -> None:
        """What is shown of a wide sheet fits on a screen."""
        path = of_rows(
            tmp_path, ["指標名", "実績値(R5)", *(f"欄{number}" for number in range(200))]
        )
        told = refused(path)

        assert "[KPI]:1 「指標名」→indicator 「実績値(R5)」→actual 「欄0」 「欄1」" in told
        assert "「欄11」 (+188))" in told
        assert len(told) < 600

    def test_no_table_on_many_sheets(self, tmp_path: Path) -> None:
        def more(sheet: Any) -> None:
            for number in range(4):
                sheet.parent.create_sheet(f"表{number}").append(["項目", "値", "めやす"])

        told = refused(of_rows(tmp_path, ["項目", "値", "めやす"], after=more))

        assert "[表1]:1 「項目」 「値」 「めやす」 (+2))" in told

    def test_hidden_rows_and_columns(self, tmp_path: Path) -> None:
        def hide(sheet: Any) -> None:
            sheet.row_dimensions[2].hidden = True
            sheet.column_dimensions["C"].hidden = True
            sheet.column_dimensions["Z"].hidden = True

        plan = kk.read_plan(of_rows(tmp_path, HEADER, ["甲", "数", "2件", "3件"], after=hide))

        assert [("column-hidden", "C"), ("row-hidden", "甲\t数\t2件\t3件")] == [
            (each.code, each.text) for each in plan.issues
        ]
        assert 1 == len(indicators(plan))

    @pytest.mark.parametrize(
        ("rows", "found"),
        [([], "—"), ([["項目", "値", "めやす"]], "[KPI]:1 「項目」 「値」 「めやす」")],
    )
    def test_no_table(self, tmp_path: Path, rows: list[list[Any]], found: str) -> None:
        path = of_rows(tmp_path, *rows)

        assert (
            ": no table: it needs a header of 「指標名」, 「目標値」, 「実績値」 or the like "
            f"(headings found: {found}); if they are called otherwise, let kpikit draft {path} "
            "-o draft.xlsx list them, choose what each is, and give --layout draft.xlsx"
        ) == refused(path)

    def test_layout(self, tmp_path: Path) -> None:
        layout = kk.Layout(
            columns=[
                Column("項目", Role.INDICATOR),
                Column("値", Role.ACTUAL),
                Column("めやす", Role.TARGET),
            ]
        )
        path = of_rows(tmp_path, ["項目", "値", "めやす"], ["数", 3, "3以上"])

        assert ["数"] == [each.name for each in kk.read_plan(path, layout=layout).indicators()]
        more = kk.Layout(columns=[*layout.columns, Column("所見", Role.REMARK)])
        assert (
            ": the layout's columns 「所見」 are not among the headings found: "
            "「項目」「値」「めやす」"
        ) == (refused(path, layout=more))


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Rewrite the parts of a workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(stream, "w", 8) as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    path.write_bytes(stream.getvalue())
    return path


class TestBadWorkbooks:
    """Damaged, encrypted, malicious: refused with what to do, and before it takes memory."""

    @pytest.fixture
    def good(self, tmp_path: Path) -> Path:
        return of_rows(tmp_path, HEADER, ["甲", "数", "2件", "3件"])

    @pytest.mark.parametrize("kept", [10, 100, 2000, 4000])
    def test_truncated(self, good: Path, kept: int) -> None:
        good.write_bytes(good.read_bytes()[:kept])

        assert refused(good).startswith(": truncated or damaged (")

    def test_damaged_inside(self, good: Path) -> None:
        data = bytearray(good.read_bytes())
        data[60:90] = b"x" * 30
        good.write_bytes(bytes(data))

        assert refused(good).startswith(": truncated or damaged (")

    def test_broken_xml(self, good: Path) -> None:
        repacked(good, lambda name, data: data[:-20] if name.endswith("sheet1.xml") else data)

        assert refused(good).startswith(": truncated or damaged (")

    def test_encrypted(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xlsx"
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        path.write_bytes(head + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))

        assert ": protected by a password: save it again without one" == refused(path)

    def test_encrypted_archive(self, good: Path) -> None:
        data = good.read_bytes()
        at = data.index(b"PK\x01\x02") + 8
        good.write_bytes(data[:at] + bytes([data[at] | 1]) + data[at + 1 :])

        assert ": protected by a password: save it again without one" == refused(good)

    def test_another_kind(self, good: Path) -> None:
        path = good.rename(good.with_suffix(".csv"))
        assert ": the content is that of a .xlsx file: rename it to end in .xlsx" == refused(path)
        path = path.rename(path.with_suffix(".ods"))
        assert ": the content is that of a .xlsx file: rename it to end in .xlsx" == refused(path)

    def test_old_workbook_called_a_new_one(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xlsx"
        path.write_bytes((GOLDEN / "kpi.xls").read_bytes())

        assert ": the content is that of a .xls file: rename it to end in .xls" == refused(path)

    def test_binary_workbook_called_another(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("xl/workbook.bin", b"")

        assert ": the content is that of a .xlsb file: rename it to end in .xlsb" == refused(path)

    def test_other_archive(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("plan.csv", b"")

        said = "an archive that is neither a workbook nor a Word file"
        assert f": {said}: unpack it and name the table in it" == refused(path)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities(self, good: Path, encoding: str) -> None:
        text = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        repacked(
            good,
            lambda name, data: text.encode(encoding) + data if "sheet1" in name else data,
        )

        assert refused(good).startswith(
            ": it declares a document type or entities (xl/worksheets/sheet1.xml)"
        )

    def test_zip_bomb(self, good: Path) -> None:
        repacked(
            good,
            lambda name, data: data + b" " * 30_000_000 if "sheet1" in name else data,
        )

        assert good.stat().st_size < 100_000
        told = refused(good, limits=kk.Limits(size=20_000_000))
        assert told.startswith(": larger than the limit (size: 20,000,000)")

    def test_merge_of_everything(self, good: Path) -> None:
        merges = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
        repacked(
            good,
            lambda name, data: data.replace(b"</worksheet>", merges) if "sheet1" in name else data,
        )

        assert refused(good).startswith(": larger than the limit (cells: 3,000,000)")

    def test_formatted_cells_count(self, good: Path) -> None:
        assert "(cells: 3)" in refused(good, limits=kk.Limits(cells=3))

    def test_formatted_rows_count(self, good: Path) -> None:
        rows = b'<row r="9"/>' * 61
        repacked(
            good,
            lambda name, data: (
                data.replace(b"</sheetData>", rows + b"</sheetData>") if "sheet1" in name else data
            ),
        )

        assert "(rows: 2)" in refused(good, limits=kk.Limits(rows=2))

    def test_cell_far_away(self, tmp_path: Path) -> None:
        def far(sheet: Any) -> None:
            sheet["XFD1048576"] = "x"

        path = of_rows(tmp_path, HEADER, ["甲", "数", "2件", "3件"], after=far)

        assert "(columns: 1,000)" in refused(path)

    def test_too_many_rows(self, tmp_path: Path) -> None:
        import xlsxwriter  # openpyxl takes long for so many

        path = tmp_path / "plan.xlsx"
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as made:
            sheet = made.add_worksheet()
            for line in range(10_000):
                sheet.write_number(line, 0, line)

        assert "(rows: 9,999)" in refused(path, limits=kk.Limits(rows=9_999))


@pytest.mark.usefixtures("in_this_process")
class TestOldWorkbooks:
    """.xls and .xlsb have no number formats: what may be a percentage is not read."""

    def test_xls(self) -> None:
        plan = kk.read_plan(GOLDEN / "kpi.xls")
        count, share, area, users = indicators(plan)

        assert ("保育", "1") == (
            plan.sections[0].sections[0].title,
            plan.sections[0].sections[0].code,
        )
        assert [kk.Missing.UNREADABLE] * 2 == [
            each.observations[0].missing for each in (count, share)
        ]
        assert () == share.targets
        assert kk.Quantity("13.25") == area.observations[0].quantity
        assert kk.AtLeast(kk.Quantity("1100", "人")) == users.targets[0].rule
        assert ["sheet-hidden", *["number-format-absent"] * 4] == [
            each.code for each in plan.issues
        ]
        assert count.source is not None
        assert share.source is not None
        assert ("2024年3月31日", "TRUE") == (count.source.text("備考"), share.source.text("備考"))

    def test_no_table(self, tmp_path: Path) -> None:
        told = refused(self.ods(tmp_path, "<table:table-row/>"))

        assert "(headings found: —)" in told

    def ods(self, folder: Path, rows: str) -> Path:
        path = folder / "plan.ods"
        names = ("office", "table", "text")
        spaces = " ".join(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
        )
        content = (
            f'<?xml version="1.0"?><office:document-content {spaces}><office:body>'
            f'<office:spreadsheet><table:table table:name="KPI">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", content)
            archive.writestr("META-INF/manifest.xml", "<manifest/>")
        return path

    def cells(self, *texts: str, repeated: int = 1) -> str:
        inside = "".join(
            f'<table:table-cell office:value-type="string" '
            f'table:number-columns-repeated="{repeated}"><text:p>{text}</text:p>'
            "</table:table-cell>"
            for text in texts
        )
        return f"<table:table-row>{inside}</table:table-row>"

    def test_ods(self, tmp_path: Path) -> None:
        rows = self.cells(*HEADER) + self.cells("甲", "数", "2件", "3件")
        plan = kk.read_plan(self.ods(tmp_path, rows))

        assert ["数"] == [each.name for each in plan.indicators()]

    def test_hundred_percent(self) -> None:
        """It is stored as 1, as is one of anything: the unit tells, and nothing else."""
        head = Row(1, ["指標名", "単位", "実績値", "実績値(%)", "目標値"])
        names = (("受診率", "%"), ("園数", "園"), ("数", ""))
        rows = [
            Row(line, [name, unit, "1", "1", "0"], doubtful=[2, 3])
            for line, (name, unit) in enumerate(names, 2)
        ]
        tables, _ = split_tables([head, *rows], "plan.xls")
        plan = plan_of(tables)
        share, count, bare = indicators(plan)

        assert [None, "1 園", None] == [
            str(each.observations[0].quantity) if each.observations[0].quantity else None
            for each in (share, count, bare)
        ]
        assert {kk.Missing.UNREADABLE} == {
            each.observations[1].missing for each in (share, count, bare)
        }
        assert kk.Reach(kk.Quantity("0", "園")) == count.targets[0].rule
        assert ["number-format-absent"] * 5 == [issue.code for issue in plan.issues]

    def test_ods_repeated(self, tmp_path: Path) -> None:
        rows = self.cells("x", repeated=9999)
        assert "(columns: 1,000)" in refused(self.ods(tmp_path, rows))
        rows = self.cells("x").replace(
            "<table:table-row>", '<table:table-row table:number-rows-repeated="299999">'
        )
        assert "(rows: 200,000)" in refused(self.ods(tmp_path, rows))

    def test_ods_empty_rows_may_be_many(self, tmp_path: Path) -> None:
        rows = self.cells(*HEADER) + self.cells("甲", "数", "2件", "3件")
        rows += '<table:table-row table:number-rows-repeated="99999"/>'
        rows += (
            '<table:table-row table:number-rows-repeated="99999"><table:table-cell/>'
            "</table:table-row>"
        )

        assert 1 == len(indicators(kk.read_plan(self.ods(tmp_path, rows))))

    def test_damaged(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.xls"
        path.write_bytes((GOLDEN / "kpi.xls").read_bytes()[:3000])

        assert refused(path).startswith(": truncated or damaged (")

    @pytest.mark.usefixtures("in_this_process")
    def test_panic(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A panic of the library is a damaged file; whoever stops kpikit stops it."""

        class PanicException(BaseException):
            """What PyO3 makes of a panic."""

        raised: list[BaseException] = [PanicException("range end 4 > 3"), KeyboardInterrupt()]

        class Book:
            @staticmethod
            def from_filelike(_file: object) -> object:
                raise raised.pop(0)

        monkeypatch.setattr("python_calamine.CalamineWorkbook", Book)

        assert refused(GOLDEN / "kpi.xls").startswith(": truncated or damaged (range end 4 > 3)")
        with pytest.raises(KeyboardInterrupt):
            kk.read_plan(GOLDEN / "kpi.xls")


class TestMissingLibraries:
    """A library that is not here is named with the command that installs it."""

    @pytest.mark.parametrize(
        ("name", "module", "extra"),
        [
            ("plan.xlsx", "openpyxl", "xlsx"),
            ("plan.xlsx", "defusedxml", "xlsx"),
            ("plan.xls", "python_calamine", "xlsx-fast"),
        ],
    )
    def test_named(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        module: str,
        extra: str,
    ) -> None:
        path = of_rows(tmp_path, HEADER)
        if name.endswith(".xls"):
            path = tmp_path / name
            path.write_bytes((GOLDEN / "kpi.xls").read_bytes())
        monkeypatch.setitem(sys.modules, module, None)
        monkeypatch.setattr(sys, "executable", "/opt/python")
        with pytest.raises(kk.MissingDependencyError) as caught:
            kk.read_plan(path)

        command = f'/opt/python -m pip install "kpikit[{extra}]"'
        assert f"{module} is not installed: run {command}" == str(caught.value)
        assert f"{module}がない。次のコマンドで入れる:{command}" == caught.value.__notes__[0]

    def test_fault_inside_a_library(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A library that is here and broken is not called missing."""
        path = of_rows(tmp_path, HEADER)
        real = builtins.__import__

        def broken(name: str, *args: Any, **keywords: Any) -> Any:
            if name == "et_xmlfile":
                raise ImportError("no", name=name)
            return real(name, *args, **keywords)

        for name in [each for each in sys.modules if each.startswith("openpyxl")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setattr(builtins, "__import__", broken)
        with pytest.raises(ImportError) as caught:
            kk.read_plan(path)

        assert not isinstance(caught.value, kk.MissingDependencyError)
