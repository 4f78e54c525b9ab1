"""Tables that may be taken wrong, or of which something may be left unsaid.

Each is small and has one trap. What a careful person takes from it is written by hand; where two
readings stand, it is refused.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.cli import main
from kpikit.report.taken import taken_lines


def read(*lines: str, sheet: str = "") -> kk.Plan:
    """Read lines of cells parted by strokes, as text or as a sheet of a workbook."""
    rows = [line.split("|") for line in lines]
    if sheet:
        return kk.read_plan(book({sheet: rows}), name="plan.xlsx")
    return kk.read_plan("\n".join("\t".join(row) for row in rows).encode(), name="plan.tsv")


def book(sheets: dict[str, list[list[str]]]) -> bytes:
    """Return a workbook; what is a number is stored as one."""
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append([int(text) if text.isdecimal() else text or None for text in row])
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def told(plan: kk.Plan) -> list[tuple[str, list[str], list[str]]]:
    """Return of each indicator its name, its targets and its actuals, each with its period."""
    return [
        (
            each.name,
            [f"{target.rule.level} {target.period or ''}".strip() for target in each.targets],
            [f"{seen.quantity} {seen.placed or ''}".strip() for seen in each.observations],
        )
        for each in plan.indicators()
    ]


def issues(plan: kk.Plan) -> list[tuple[str, str]]:
    """Return the codes of the issues, each with its detail."""
    return [(str(each.code), each.detail) for each in plan.issues]


def chosen(plan: kk.Plan, what: str) -> list[str]:
    """Return how something was taken."""
    return [each.value for each in plan.chosen if each.what == what]


def paths(plan: kk.Plan) -> list[list[str]]:
    """Return the titles of the sections that are not tables, each with the departments."""
    tables = set(map(id, plan.sections))
    return [[each.title, *each.departments] for each in plan.walk() if id(each) not in tables]


class TestHeadingsOnly:
    """A table without any row of values is none."""

    @pytest.mark.parametrize("rows", [(), ("|||",)])
    def test_as_text(self, rows: tuple[str, ...]) -> None:
        with pytest.raises(kk.TableError, match="「実績値」→actual"):
            read("指標名|単位|目標値|実績値", *rows)

    @pytest.mark.parametrize("rows", [(), ("||R7|R10|R5",)])
    def test_as_a_sheet(self, rows: tuple[str, ...]) -> None:
        with pytest.raises(kk.TableError, match="「目標値」→target"):
            read("指標名|単位|目標値||実績値", *rows, sheet="指標")

    def test_on_the_command_line(self, tmp_path: Path) -> None:
        table = tmp_path / "plan.csv"
        table.write_text("指標名,単位,目標値,実績値\n", encoding="utf-8")

        assert 3 == main(["evaluate", str(table)])

    def test_beside_a_table_with_rows(self) -> None:
        head = "指標名|目標値|実績値"
        plan = read("(1) 子育て", head, "(2) 福祉", head, "相談件数|100件|90件")

        assert [("相談件数", ["100 件"], ["90 件"])] == told(plan)


class TestLinesOfOneThing:
    """A label with what it says is neither a title nor a section."""

    PERIOD = "計画期間：令和6年度～令和10年度"
    ROWS = ("指標名|単位|目標値(R10)|R5|R6", "利用者数|人|100|90|95")

    @pytest.mark.parametrize("above", [(), ("第3次計画",)])
    @pytest.mark.parametrize("sheet", ["", "指標"])
    def test_it_is_a_remark_and_named_once(self, above: tuple[str, ...], sheet: str) -> None:
        plan = read(*above, self.PERIOD, *self.ROWS, sheet=sheet)

        assert [("利用者数", ["100 人 FY2028"], ["90 人 FY2023", "95 人 FY2024"])] == told(plan)
        assert [f"「{self.PERIOD}」"] == chosen(plan, "asides")
        assert self.PERIOD in plan.remarks
        assert self.PERIOD not in [node.title for node in plan.walk()]

    def test_it_names_no_indicator(self) -> None:
        """A form without a name is refused; what it is for is no name."""
        with pytest.raises(kk.TableError):
            read("目的：市民の健康", "|R5|R6", "目標|10|12", "実績|9|13")

    def test_between_rows(self) -> None:
        plan = read(
            "指標名|単位|R5実績|R7目標",
            "待機児童|人|3|0",
            "評価：B　担当課：こども課|||",
            "学力|点|59|60",
        )

        assert ["待機児童", "学力"] == [each.name for each in plan.indicators()]
        assert [("stray-line", "")] == issues(plan)

    @pytest.mark.parametrize("line", ["基本目標1：子育て", "施策：子育て", "表1：達成状況"])
    def test_a_heading_stays_one(self, line: str) -> None:
        plan = read("計画", line, "指標名|目標値|実績値", "利用者数|100人|90人")

        assert [] == chosen(plan, "asides")


class TestYears:
    """A year alone heads what it heads."""

    def test_no_target_is_due_before_another(self) -> None:
        plan = read("指標名|目標値(R7)|R4|実績値(R5)", "参加者数|100人|80人|95人")

        assert [("参加者数", ["100 人 FY2025"], ["80 人 FY2022", "95 人 FY2023"])] == told(plan)

    def test_a_later_one_is(self) -> None:
        plan = read("指標名|目標値(R7)|R8|実績値(R5)", "参加者数|100人|180人|95人")

        assert [("参加者数", ["100 人 FY2025", "180 人 FY2026"], ["95 人 FY2023"])] == told(plan)

    def test_years_alone_beside_an_actual_without_one(self) -> None:
        """It may be newer than they are."""
        plan = read("指標名|目標値|R4|R5|実績値", "参加者数|100人|80人|85人|101人")

        assert [("参加者数", ["100 人"], ["101 人"])] == told(plan)
        assert [("cell-left", "C2:D2 (2)")] == issues(plan)


class TestDepartments:
    def test_each_indicator_has_its_own(self) -> None:
        plan = read(
            "1 子育て|||||",
            "指標名|単位|担当課|目標(R7)|R4|R5",
            "参加者数|人|こども課|100|80|95",
            "訪問数|回|学校課|10|8|9",
            "",
            "2 福祉|||||",
            "指標名|単位|担当課|目標(R7)|R4|R5",
            "相談数|件|福祉課|100|80|95",
            "面談数|回|福祉課|10|8|9",
        )

        assert [
            ("参加者数", ("こども課",)),
            ("訪問数", ("学校課",)),
            ("相談数", ("福祉課",)),
            ("面談数", ("福祉課",)),
        ] == [(each.name, node.departments) for node in plan.walk() for each in node.indicators]


class TestReports:
    """What was left out is told in each report, each kind in a line."""

    ROWS = (
        ["指標名", "", "R4", "R5", "R6"],
        ["開催数", "目標（回）", "10", "12", "12"],
        ["", "実績（回）", "9", "11", ""],
        ["事業費", "予算（千円）", "100", "110", "120"],
        ["", "決算（千円）", "90", "95", ""],
    )
    SAID = "費用や人員など、指標でない数値は読まなかった: C4:E5 (5)"

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_as_text(self, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        table = tmp_path / "plan.tsv"
        table.write_text("\n".join(map("\t".join, self.ROWS)), encoding="utf-8")

        assert 0 == main(["evaluate", str(table), "--format", form])
        assert 1 == capsys.readouterr().out.count(self.SAID)

    def test_as_a_workbook(self, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        table, report = tmp_path / "plan.tsv", tmp_path / "report.xlsx"
        table.write_text("\n".join(map("\t".join, self.ROWS)), encoding="utf-8")

        assert 0 == main(["report", str(table), "-o", str(report)])
        cells = [cell for row in openpyxl.load_workbook(report).worksheets[0].rows for cell in row]
        assert self.SAID in [cell.value for cell in cells]

    def test_places_of_many_sheets(self) -> None:
        sheets = {f"その{at}": list(self.ROWS) for at in range(1, 8)}
        (line,) = taken_lines(kk.read_plan(book(sheets), name="plan.xlsx"), "ja")

        assert line.endswith(" [その4] C4:E5 (5) [その5] C4:E5 (5) (+2)")
