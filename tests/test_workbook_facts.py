"""The sheet of facts: numbers in one unit, rates that follow them, and nothing of a cell's text."""

from __future__ import annotations

import runpy
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from formulas import Value, worked_out
from kpikit.io.report_words import DATA, data_headings
from kpikit.language.errors import TableError
from kpikit.report import render_bytes
from kpikit.report.measured import Measured, measured
from kpikit.report.xlsx import formulas
from kpikit.report.xlsx.figures import Figure, figure_in, figure_of
from plans import hostile, of_every_kind, section
from sagamihara import EXAMPLE
from shared import ROOT

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")

AT = {code: at for at, code in enumerate(DATA)}


def kakuu(folder: Path) -> kk.PlanEvaluation:
    path = folder / "kakuu.xlsx"
    runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](path)
    return kk.evaluate(kk.read_plan(path))


def sagamihara() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


def one(indicator: kk.Indicator) -> kk.PlanEvaluation:
    table = kk.Section("表", "1", "表", heading="表", sections=[section("甲", indicator)])
    return kk.evaluate(kk.Plan("計画", sections=[table]))


def data(result: kk.PlanEvaluation, *, worked: bool = False) -> list[dict[str, Any]]:
    """Return the cells of the sheet of facts by column, a mapping for each row."""
    book = openpyxl.load_workbook(BytesIO(render_bytes(result, "xlsx")), data_only=worked)
    rows = book["データ"].iter_rows(min_row=2)
    return [{code: row[AT[code]] for code in DATA} for row in rows]


def values(result: kk.PlanEvaluation, name: str, *, worked: bool = True) -> dict[str, Any]:
    (row,) = [row for row in data(result, worked=worked) if row["indicator"].value == name]
    return {code: cell.value for code, cell in row.items() if cell.value is not None}


class TestFacts:
    """What stands in the columns, worked out by hand."""

    def test_a_share_on_its_way(self, tmp_path: Path) -> None:
        """(67.5 - 60) / (70 - 60) is 0.75, and 70 - 67.5 are 2.5 points."""
        found = values(kakuu(tmp_path), "自主防災組織率")

        assert ("%", 60, 70, 67.5) == tuple(
            found[code] for code in ("unit", "baseline", "target", "actual")
        )
        assert 67.5 / 70 == pytest.approx(found["achievement"])
        assert (0.75, 2.5) == (found["progress"], found["gap"])
        assert ("大きいほど良い", "… 期限前", "順調") == (
            found["way"],
            found["verdict"],
            found["pace"],
        )
        assert ("令和元年度", "令和9年度", "令和6年度") == tuple(
            found[code] for code in ("baseline-period", "target-period", "actual-period")
        )
        assert "基本目標2 安全に暮らせるまち > 施策2-1 防災・交通安全" == found["heading"]

    def test_why_there_is_no_verdict(self, tmp_path: Path) -> None:
        assert "期限が到来していない" == values(kakuu(tmp_path), "自主防災組織率")["reason"]
        assert "reason" not in values(kakuu(tmp_path), "待機児童数")
        told = [row["reason"].value for row in data(sagamihara())]
        assert "探索型事業のため、目標値を設けていない" in told
        assert "基準となる値(当初値)が示されていない" in told
        assert (
            "目標は「DX人材育成方針で定める指標」とされているが、その文書が具体的な指標を定めなかった"
            "ため、判定の対象外とする"
        ) in told

    def test_less_is_better(self, tmp_path: Path) -> None:
        """5 → 4 of 5 → 2 is a third of the way; actual over target says nothing."""
        found = values(kakuu(tmp_path), "交通事故死者数")

        assert ("小さいほど良い", -2) == (found["way"], found["gap"])
        assert 1 / 3 == pytest.approx(found["progress"])
        assert "achievement" not in found

    def test_numbers_are_shown_with_their_units(self) -> None:
        (row,) = [row for row in data(sagamihara()) if row["number"].value == "3-1"]

        assert ('#,##0"件"', 103610) == (row["actual"].number_format, row["actual"].value)
        assert "0.0%" == row["achievement"].number_format

    def test_units_of_one_dimension_are_one(self) -> None:
        usage = kk.Indicator(
            "利用率",
            target=kk.AtLeast(kk.Quantity("8", "割")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("60", "%"))],
        )
        found = values(one(usage), "利用率")

        assert ("%", 80, 60, 0.75) == tuple(
            found[code] for code in ("unit", "target", "actual", "achievement")
        )

    def test_what_is_no_single_number_is_left_out(self) -> None:
        """約16,000時間 stands for many numbers; its cell is told as it was published."""
        (row,) = [row for row in data(sagamihara(), worked=True) if row["number"].value == "1-1"]

        assert (None, None, "→ 約16,000時間削減 (R5)") == tuple(
            row[code].value for code in ("actual", "achievement", "actual-cell")
        )

    def test_a_target_that_cannot_be_compared_is_left_out(self) -> None:
        """126部 a case against 7割 of something: two numbers, and no rate."""
        (row,) = [
            row for row in data(sagamihara()) if row["section"].value == "市議会対応事務の電子化"
        ]

        assert (126, None, None, None) == tuple(
            row[code].value for code in ("actual", "target", "achievement", "gap")
        )

    def test_a_cut_has_no_target_in_the_unit_of_the_values(self) -> None:
        found = values(kk.evaluate(of_every_kind()), "排出量")

        assert ("t", 1200, 900, "小さいほど良い") == tuple(
            found[code] for code in ("unit", "baseline", "actual", "way")
        )
        assert "target" not in found

    def test_a_zero_target_has_no_rate(self, tmp_path: Path) -> None:
        found = values(kakuu(tmp_path), "待機児童数")

        assert (0, 0, 1, "小さいほど良い") == tuple(
            found[code] for code in ("target", "actual", "progress", "way")
        )
        assert "achievement" not in found

    def test_every_row_and_column(self) -> None:
        result = sagamihara()
        found = data(result)

        assert 42 == len(found)
        assert [each.indicator.name for each in result.all()] == [
            row["indicator"].value for row in found
        ]
        assert ["測れない"] == [
            row["indicator"].value for row in data(one(kk.Indicator("測れない")))
        ]

    def test_it_is_a_table_of_the_spreadsheet(self) -> None:
        book = openpyxl.load_workbook(BytesIO(render_bytes(sagamihara(), "xlsx")))
        (table,) = book["データ"].tables.values()

        assert list(data_headings("ja")) == [column.name for column in table.tableColumns]
        assert "A1:AA43" == table.ref

    @pytest.mark.wide
    def test_no_green_corners(self) -> None:
        """Text that looks like a number is meant as text on every sheet."""
        book = openpyxl.load_workbook(BytesIO(render_bytes(sagamihara(), "xlsx")))
        rows = book["表1 施策目標値の達成状況"].iter_rows(min_row=3, values_only=True)

        assert {"1-1", "1-2"} < {row[0] for row in rows}
        assert all("ignoredErrors" in xml for xml in sheets(render_bytes(sagamihara(), "xlsx")))


def sheets(content: bytes) -> list[str]:
    from zipfile import ZipFile

    with ZipFile(BytesIO(content)) as archive:
        return [
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]


class TestFormulas:
    """They come to what kpikit comes to, for all numbers, and are guarded."""

    @given(
        *[st.none() | st.decimals(-1000, 1000, places=1, allow_nan=False)] * 3,
        st.sampled_from(kk.Direction),
    )
    def test_rates(
        self,
        baseline: Decimal | None,
        target: Decimal | None,
        actual: Decimal | None,
        way: kk.Direction,
    ) -> None:
        numbers = Measured("件", baseline, target, actual, way)
        told = {"higher": "大きいほど良い", "lower": "小さいほど良い"}[way.value]
        cells: dict[str, Value] = {"N2": told}
        named = {"F2": baseline, "G2": target, "H2": actual}
        cells |= {name: Fraction(each) for name, each in named.items() if each is not None}
        for formula, expected in (
            (formulas.achievement("H2", "G2", "N2", "ja"), numbers.achievement),
            (formulas.progress("H2", "F2", "G2"), numbers.progress),
            (formulas.gap("H2", "G2"), numbers.gap),
        ):
            found = worked_out(formula, cells)

            if expected is None:
                assert "" == found
            else:
                assert isinstance(found, Fraction)
                assert abs(found - Fraction(expected)) < Fraction(1, 10**40)

    @pytest.mark.wide
    @pytest.mark.parametrize("form", ["sagamihara", "kakuu", "every kind"])
    def test_of_real_rows(self, form: str, tmp_path: Path) -> None:
        """Every formula, worked out from the numbers of its row, is what stands in its cell."""
        if form == "kakuu":
            result = kakuu(tmp_path)
        else:
            result = sagamihara() if form == "sagamihara" else kk.evaluate(of_every_kind())
        written, known = data(result), data(result, worked=True)
        for row, result_row in zip(written, known, strict=True):
            cells = {
                cell.coordinate: Fraction(str(cell.value))
                if isinstance(cell.value, int | float)
                else cell.value
                for cell in result_row.values()
            }
            for code in ("achievement", "progress", "gap"):
                formula = row[code].value
                if formula is not None:
                    found = worked_out(formula, cells)
                    value = result_row[code].value
                    if found == "":
                        assert value is None
                    else:
                        assert isinstance(found, Fraction)
                        assert float(found) == pytest.approx(value)

    @pytest.mark.parametrize("form", ["sagamihara", "every kind"])
    def test_they_are_the_rates_of_the_evaluation(self, form: str) -> None:
        result = sagamihara() if form == "sagamihara" else kk.evaluate(of_every_kind())
        compared = 0
        for each in result.all():
            numbers = measured(each)
            for name in ("achievement", "progress"):
                if (mine := getattr(numbers, name)) is not None:
                    compared += 1
                    assert each.rates[name].value == mine

        assert compared > 4

    def test_names_of_cells(self) -> None:
        assert ["A1", "Z1", "AA2", "AZ2", "BA3"] == [
            formulas.cell_name(row, column)
            for row, column in ((0, 0), (0, 25), (1, 26), (1, 51), (2, 52))
        ]

    def test_words_of_cells_are_in_none(self) -> None:
        """Whatever the table says, each formula is made of addresses and our own words."""
        row = data(kk.evaluate(hostile('大きいほど良い"),1,1)')))[0]

        assert '=IF(COUNT(H2,F2,G2)=3,IF(G2<>F2,(H2-F2)/(G2-F2),""),"")' == row["progress"].value


class TestFigures:
    """A number is written as one where it is shown as it was published, and never else."""

    @pytest.mark.parametrize(
        ("text", "number", "form"),
        [
            ("48.2%", 48.2, '0.0"%"'),
            ("0件", 0, '0"件"'),
            ("45,570件", 45570, '#,##0"件"'),
            ("-7.50", -7.5, "0.00"),
            ("55%以上", 55, '0"%以上"'),
            ("1.23456789", 1.23456789, "0.000000"),
        ],
    )
    def test_numbers(self, text: str, number: float, form: str) -> None:
        assert Figure(number, form) == figure_in(text)

    @pytest.mark.parametrize(
        "text",
        [
            *("", "007", "1-1", "約80%", "4,55", "1,2345", "１２人", "3 件", "5件(R5)", "+3", "-"),
            *("-0", "1234567890123456", "3\N{RIGHT-TO-LEFT OVERRIDE}件", '3"件"', "3[件]", "3=件"),
            *("3件=1", "3;件", "1.", ".5", "1e5", "3" + "件" * 41),
        ],
    )
    def test_text(self, text: str) -> None:
        assert figure_in(text) is None

    def test_what_came_out_of_a_calculation_is_shown_rounded(self) -> None:
        assert Figure(-0.9000000000001, '0.000000"%"') == figure_of(
            Decimal("-0.9000000000001"), "%"
        )

    def test_more_digits_than_a_spreadsheet_keeps(self) -> None:
        assert figure_of(Decimal("1234567890.1234567")) is None
        assert figure_of(None) is None

    def test_a_unit_that_a_format_cannot_hold(self) -> None:
        assert Figure(3.0, "0") == figure_of(Decimal(3), 'h"y')

    def test_more_units_than_a_spreadsheet_has_room_for(self) -> None:
        """Those beyond are shown without; the column of units has them."""
        indicators = [
            kk.Indicator(
                f"数{at}",
                target=kk.AtLeast(kk.Quantity("2", f"単位{chr(0x4E00 + at)}")),
                observations=[
                    kk.Observation(kk.FiscalYear(2023), kk.Quantity("3", f"単位{chr(0x4E00 + at)}"))
                ],
            )
            for at in range(200)
        ]
        table = kk.Section("表", "1", "表", indicators=indicators)
        rows = data(kk.evaluate(kk.Plan("計画", sections=[table])))

        assert ('0"単位一"', "General") == tuple(
            rows[at]["actual"].number_format for at in (0, 199)
        )
        assert rows[199]["unit"].value == f"単位{chr(0x4E00 + 199)}"


class TestReadAgain:
    """The sheets beside the published tables are no tables, and are named as left out."""

    def written(self, folder: Path, *left_out: str, only: str = "", lang: str = "ja") -> Path:
        content = render_bytes(sagamihara(), "xlsx", lang=lang)  # type: ignore[arg-type]
        book = openpyxl.load_workbook(BytesIO(content))
        for name in book.sheetnames:
            if name in left_out or (only and name != only):
                del book[name]
        path = folder / "report.xlsx"
        book.save(path)
        return path

    def test_named(self, tmp_path: Path) -> None:
        plan = kk.read_plan(self.written(tmp_path))

        assert ["結果", "集計", "データ", "点検", "図のデータ"] == [
            each.value for each in plan.chosen if each.what == "of-report"
        ]
        assert 42 == len(list(plan.indicators()))

    @pytest.mark.wide
    def test_in_english(self, tmp_path: Path) -> None:
        plan = kk.read_plan(self.written(tmp_path, lang="en"))

        assert ["Results", "Totals", "Data", "Findings", "Chart"] == [
            each.value for each in plan.chosen if each.what == "of-report"
        ]
        assert 42 == len(list(plan.indicators()))

    @pytest.mark.wide
    def test_without_the_sheet_that_tells(self, tmp_path: Path) -> None:
        """None of the others looks like a table of indicators."""
        plan = kk.read_plan(self.written(tmp_path, "データ"))

        assert 42 == len(list(plan.indicators()))

    def test_alone(self, tmp_path: Path) -> None:
        with pytest.raises(TableError) as caught:
            kk.read_plan(self.written(tmp_path, only="データ"))

        assert "report-as-table" == caught.value.faults[0].code

    def test_asked_for(self, tmp_path: Path) -> None:
        """It is refused too, beside the tables it is left out."""
        path = self.written(tmp_path)
        with pytest.raises(TableError) as caught:
            kk.read_plan(path, layout=kk.Layout(sheets=["データ"]))
        plan = kk.read_plan(path, layout=kk.Layout(sheets=["データ", "表1 施策目標値の達成状況"]))

        assert "report-as-table" == caught.value.faults[0].code
        assert 9 == len(list(plan.indicators()))
