"""Tables that may be taken wrong, or of which something may be left unsaid.

Each is small and has one trap. What a careful person takes from it is written by hand; where two
readings stand, it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def book(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
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

    def test_what_is_said(self) -> None:
        """That rows are missing, not headings, which are all there."""
        with pytest.raises(kk.TableError) as caught:
            kk.read_plan("指標名,目標値,実績値\n".encode(), name="a.csv")
        assert str(caught.value) == (
            "a.csv: no row of values stands below the headings (found: 「指標名」→indicator "
            "「目標値」→target 「実績値」→actual); fill them in first, or name a table "
            "that has values"
        )

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
        assert [("column-left", "C2:D2 (2)")] == issues(plan)


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
        rows = [row for sheet in openpyxl.load_workbook(report).worksheets for row in sheet.values]
        assert self.SAID in [cell for row in rows for cell in row]

    def test_places_of_many_sheets(self) -> None:
        sheets = {f"その{at}": list(self.ROWS) for at in range(1, 8)}
        (line,) = taken_lines(kk.read_plan(book(sheets), name="plan.xlsx"), "ja")

        assert line.endswith(" [その4] C4:E5 (5) [その5] C4:E5 (5) (+2)")


class TestBrackets:
    """What a bracket says of a part or of another role is never the whole, nor a second value."""

    WHOLE = ("参加者数", ["100 人 FY2025"], ["90 人 FY2023"])

    @pytest.mark.parametrize(
        "part", ["うち市民", "男", "女性", "北地区", "A区", "全国", "R5年度、男性"]
    )
    def test_a_part_alone_is_refused(self, part: str) -> None:
        with pytest.raises(kk.TableError, match="「目標値"):
            read(f"指標名|目標値(R7)|実績値({part})", "参加者数|100人|60人")

    @pytest.mark.parametrize("part", ["うち市民", "男", "B地区"])
    def test_a_part_beside_the_whole(self, part: str) -> None:
        plan = read(f"指標名|目標値(R7)|実績値(R5)|実績値(R5)({part})", "参加者数|100人|90人|60人")

        assert [self.WHOLE] == told(plan)
        assert ["D2"] == chosen(plan, "printed")

    @pytest.mark.parametrize("whole", ["全区", "本市", "合計", "第2期計画"])
    def test_the_whole(self, whole: str) -> None:
        plan = read(f"指標名|目標値(R7)|実績値(R5)({whole})", "参加者数|100人|90人")

        assert [self.WHOLE] == told(plan)

    @pytest.mark.parametrize("role", ["目標", "計画値", "予算"])
    def test_another_role(self, role: str) -> None:
        plan = read(f"指標名|目標値(R7)|実績値({role})|実績値(R5)", "参加者数|100人|95人|90人")

        assert [self.WHOLE] == told(plan)
        assert [("column-left", "95人")] == issues(plan)

    def test_a_budget_as_a_target_and_the_accounts_as_an_actual(self) -> None:
        plan = read("指標名|目標値(予算)|実績値(決算)", "利用料収入|100万円|90万円")

        assert [("利用料収入", ["1000000 円"], ["900000 円"])] == told(plan)


class TestSamples:
    """A sheet that shows how to fill in another one is no data."""

    ROWS = (["指標名", "目標値", "実績値"], ["利用者数(人)", "100", "90"])

    @pytest.mark.parametrize("sample", ["記入例", "様式1（記入例）", "Sample", "【見本】"])
    def test_it_is_left_out_and_named(self, sample: str) -> None:
        plan = kk.read_plan(book({"KPI": list(self.ROWS), sample: list(self.ROWS)}), name="a.xlsx")

        assert 1 == len(list(plan.indicators()))
        assert [sample] == chosen(plan, "sample")

    @pytest.mark.parametrize("sheet", ["サンプル調査結果", "見本市"])
    def test_what_has_a_word_of_it_only(self, sheet: str) -> None:
        plan = kk.read_plan(book({sheet: list(self.ROWS)}), name="a.xlsx")

        assert [] == chosen(plan, "sample")

    def test_nothing_else(self) -> None:
        held = book({"記入例": list(self.ROWS)})

        with pytest.raises(kk.TableError, match="「記入例」"):
            kk.read_plan(held, name="a.xlsx")
        plan = kk.read_plan(held, name="a.xlsx", layout=kk.Layout(sheets=("記入例",)))
        assert 1 == len(list(plan.indicators()))


class TestFirmness:
    """What a note, a title or the name of a sheet says of how firm values are."""

    HEAD = "指標名|目標値(R6)|R5|R6"
    ROW = "利用者数(人)|100|90|95"

    def firm(self, plan: kk.Plan) -> list[str]:
        return [seen.status.value for each in plan.indicators() for seen in each.observations]

    @pytest.mark.parametrize("sheet", ["", "KPI"])
    @pytest.mark.parametrize(
        ("line", "status"),
        [
            ("※令和6年度は見込値", "forecast"),
            ("注）R6の実績は、速報値である。", "provisional"),
            ("※令和5年度まで確定値、令和6年度は速報値", "provisional"),
            ("※令和6年度の目標は見込みで設定", "final"),
            ("※見込値は令和6年9月末時点", "final"),
        ],
    )
    def test_a_note_of_a_year(self, line: str, status: str, sheet: str) -> None:
        plan = read(self.HEAD, self.ROW, line, sheet=sheet)

        assert ["final", status] == self.firm(plan)

    def test_a_note_of_all_values(self) -> None:
        assert ["provisional"] * 2 == self.firm(read(self.HEAD, self.ROW, "※実績値は速報値"))

    @pytest.mark.parametrize(
        ("sheet", "statuses"),
        [
            ("R6見込", ["final", "forecast"]),
            ("R5実績R6速報", ["final", "provisional"]),
            ("速報値", ["provisional", "provisional"]),
            ("人口推計", ["final", "final"]),
        ],
    )
    def test_a_sheet(self, sheet: str, statuses: list[str]) -> None:
        assert statuses == self.firm(read(self.HEAD, self.ROW, sheet=sheet))

    def test_a_heading_says_more(self) -> None:
        plan = read("指標名|目標値(R6)|R6速報値", "利用者数(人)|100|95", "※令和6年度は見込値")

        assert ["provisional"] == self.firm(plan)

    def test_a_note_of_another_sheet(self) -> None:
        rows = [line.split("|") for line in (self.HEAD, self.ROW)]
        noted = [*rows, ["※令和6年度は見込値"]]
        plan = kk.read_plan(book({"甲": rows, "乙": noted}), name="a.xlsx")

        assert ["final", "final", "final", "forecast"] == self.firm(plan)

    def test_what_is_missing_has_none(self) -> None:
        plan = read(self.HEAD, "利用者数(人)|100|90|集計中", "※令和6年度は見込値")

        assert ["final", "final"] == self.firm(plan)


class TestLeftOfValues:
    """What stands beside values is told, wherever it stands."""

    def test_figures_below_words_that_nobody_knows(self) -> None:
        plan = read("指標名|分母|分子|実績値|目標値", "参加率|200人|170人|85%|90%")

        assert [("参加率", ["90 %"], ["85 %"])] == told(plan)
        assert [("column-left", "B2:C2 (2)")] == issues(plan)

    def test_values_of_the_year_before(self) -> None:
        plan = read("指標名|前年度実績|目標値|実績値", "相談件数|80件|100件|90件")

        assert [("相談件数", ["100 件"], ["90 件"])] == told(plan)
        assert ["B2"] == chosen(plan, "printed")

    def test_a_row_of_the_year_before(self) -> None:
        plan = read(
            "指標名|目標(R7)|実績(R5)", "相談件数|100件|90件", "前年|95件|80件", "満足度|80%|85%"
        )

        assert ["相談件数", "満足度"] == [each.name for each in plan.indicators()]
        assert ["B3:C3 (2)"] == chosen(plan, "printed")

    @pytest.mark.parametrize("total", ["3館合計", "２館の合計", "3地区計", "3校平均", "施設計"])
    def test_a_sum_of_so_many(self, total: str) -> None:
        head = "指標名|目標(R7)|実績(R5)"
        plan = read(head, "中央館|100人|90人", "北館|100人|90人", f"{total}|200人|180人")

        assert ["中央館", "北館"] == [each.name for each in plan.indicators()]
        assert [("total-left", "")] == issues(plan)
        assert ["B4:C4 (2)"] == chosen(plan, "printed")

    def test_a_total_so_far_is_no_sum(self) -> None:
        plan = read("指標名|目標(R7)|実績(R5)", "5年累計|100人|90人", "満足度|80%|85%")

        assert 2 == len(list(plan.indicators()))

    @pytest.mark.parametrize("head", ["ランク", "一次評価"])
    @pytest.mark.parametrize("actual", ["実績(R5)", "R5"])
    def test_marks_are_results(self, head: str, actual: str) -> None:
        """By what stands in it, right of values."""
        plan = read(f"指標名|目標(R7)|{actual}|{head}", "参加者数|100人|90人|B", "満足度|80%|85%|○")

        printed = [[each.text for each in one.printed] for one in plan.indicators()]
        assert [["B"], ["○"]] == printed

    def test_other_marks_are_none(self) -> None:
        """Left of values they may sort the rows, and among text they are some of it."""
        plan = read(
            "指標名|重点|目標(R7)|実績(R5)|メモ", "参加者数|○|100人|90人|○", "満足度||80%|85%|調整"
        )

        assert [[], []] == [list(one.printed) for one in plan.indicators()]


class TestYearOfAll:
    """The year of a form that says it once, whatever says it."""

    ROWS = ("指標名|単位|目標値|実績値", "参加者数|人|100|90")
    TOLD = ("参加者数", ["100 人 FY2023"], ["90 人 FY2023"])

    @pytest.mark.parametrize(
        "line",
        [
            "年度：令和5年度",
            "対象年度：令和5年度",
            "評価対象年度|令和5年度",
            "事業名|A事業|対象年度|令和5年度",
            "評価対象年度|令和5年度|担当課|市民課",
        ],
    )
    def test_above_the_table(self, line: str) -> None:
        assert [self.TOLD] == told(read(line, *self.ROWS))

    @pytest.mark.parametrize("line", ["作成年度|令和5年度", "計画期間：令和5年度～令和7年度"])
    def test_another_year(self, line: str) -> None:
        assert [("参加者数", ["100 人"], ["90 人"])] == told(read(line, *self.ROWS))

    def test_one_year_after_another(self) -> None:
        plan = read(
            "年度：令和4年度||",
            "指標名|目標|実績",
            "参加者数|100人|90人",
            "",
            "年度：令和5年度||",
            "指標名|目標|実績",
            "参加者数|110人|95人",
        )

        targets, actuals = ["100 人 FY2022", "110 人 FY2023"], ["90 人 FY2022", "95 人 FY2023"]
        assert [("参加者数", targets, actuals)] == told(plan)

    def test_in_the_corner(self) -> None:
        plan = read(
            "事業名|A事業|",
            "R5|目標|実績",
            "参加者数（人）|100|90",
            "R6|目標|実績",
            "参加者数（人）|110|95",
        )

        targets, actuals = ["100 人 FY2023", "110 人 FY2024"], ["90 人 FY2023", "95 人 FY2024"]
        assert [("参加者数（人）", targets, actuals)] == told(plan)

    def test_a_corner_is_no_year_of_other_values(self) -> None:
        plan = read("R5|基準値|最終目標|実績", "参加者数|50人|100人|90人", "訪問数|5人|10人|9人")
        first = next(plan.indicators())

        assert ("参加者数", ["100 人"], ["90 人 FY2023"]) == told(plan)[0]
        assert first.baseline_observation is not None
        assert first.baseline_observation.period is None


class TestHeadingsInDoubt:
    def test_a_row_of_headings_that_is_too_short(self) -> None:
        """The group that a heading stands above is not known."""
        with pytest.raises(kk.TableError):
            read("指標名|単位|目標値|実績値", "||中間|最終|R4|R5", "参加者数|人|70|100|90|95")

    def test_other_years_amid_values(self) -> None:
        """Years in a line between rows are those of the rows below it."""
        plan = read(
            "指標|単位|目標|実績",
            "||（R7）|（R5）",
            "参加者数|人|100|95",
            "満足度|%|80|81",
            "||（R8）|（R6）",
            "訪問数|回|10|9",
        )
        years = [
            (each.name, str(each.targets[0].period), str(each.observations[0].period))
            for section in plan.sections
            for each in section.indicators
        ]
        assert [
            ("参加者数", "FY2025", "FY2023"),
            ("満足度", "FY2025", "FY2023"),
            ("訪問数", "FY2026", "FY2024"),
        ] == years

    def test_years_of_costs_below_a_line(self) -> None:
        """They begin a table of their own."""
        plan = read(
            "指標名|区分|R5|R6",
            "訪問数|目標|10回|11回",
            "|実績|9回|",
            "事業費|||",
            "|R5|R6|",
            "決算額|10千円|20千円|",
        )

        assert [("訪問数", ["10 回 FY2023", "11 回 FY2024"], ["9 回 FY2023"])] == told(plan)

    def test_a_figure_in_brackets(self) -> None:
        plan = read(
            "指標名|区分|R4|R5",
            "参加者数|目標|100人|110人",
            "|実績|90人|95人",
            "|（参考）|(86)|(88)",
        )

        assert [
            ("参加者数", ["100 人 FY2022", "110 人 FY2023"], ["90 人 FY2022", "95 人 FY2023"])
        ] == told(plan)

    def test_an_actual_below_a_target(self) -> None:
        """A row of actuals has nothing to say in a column of targets."""
        with pytest.raises(kk.TableError, match="by the column 「区分」"):
            read("指標名|区分|目標値(R7)|R3", "甲|目標|1件|2件", "|実績|1件|2件")

    def test_names_right_of_their_kinds(self) -> None:
        plan = read(
            "指標|||R4|R5",
            "活動指標|開催数|目標（回）|10|12",
            "||実績（回）|9|11",
            "成果指標|参加者数|目標（人）|100|110",
            "||実績（人）|90|95",
        )

        assert ["開催数", "参加者数"] == [each.name for each in plan.indicators()]


class TestBracketsThatAreNotKnown:
    """What a bracket may change of the values is not passed over."""

    @pytest.mark.parametrize("word", ["以下", "上限", "増減", "前年比", "水道"])
    def test_of_a_target(self, word: str) -> None:
        with pytest.raises(kk.TableError, match=f"「目標値\\({word}\\)」"):
            read(f"指標名|目標値({word})|実績値", "離職率|10%|8%")

    @pytest.mark.parametrize(
        "remark",
        ["第2期計画", "後期基本計画に定める値", "市民アンケート", "確定値", "変更後", "A", "決算"],
    )
    def test_remarks(self, remark: str) -> None:
        role = "実績値" if remark == "決算" else "目標値"
        other = "目標値" if role == "実績値" else "実績値"
        plan = read(f"指標名|{role}({remark})|{other}", "離職率|10%|10%")

        assert [("離職率", ["10 %"], ["10 %"])] == told(plan)

    def test_of_what_is_no_value(self) -> None:
        plan = read("指標名(その他)|目標値|実績値|備考(市民向け)", "離職率|10%|8%|良好")

        assert [("離職率", ["10 %"], ["8 %"])] == told(plan)


class TestPartsOfAYear:
    """A part of a year is not judged by a target of the year."""

    @pytest.mark.parametrize(
        "heads", ["R6年間|R6上半期|R6下半期", "R6年間実績|R6上半期実績|R6下半期実績"]
    )
    @pytest.mark.parametrize("target", ["目標値", "目標値(R6)"])
    def test_beside_the_whole(self, heads: str, target: str) -> None:
        plan = read(f"指標名|{target}|{heads}", "参加者数|100人|90人|40人|50人")

        assert [["90 人 FY2024"]] == [actuals for _, _, actuals in told(plan)]
        assert ["D2:E2 (2)"] == chosen(plan, "parts")

    def test_without_the_whole(self) -> None:
        heads = "|".join(f"R6第{at}四半期" for at in range(1, 5))

        with pytest.raises(kk.TableError):
            read(f"指標名|目標値(R6)|{heads}", "参加者数|100人|10人|40人|50人|5人")

    def test_before_the_target_is_due(self) -> None:
        plan = read("指標名|目標値(R6)|R6上半期実績", "参加者数|100人|40人")

        assert [["40 人 FY2024-H1"]] == [actuals for _, _, actuals in told(plan)]

    def test_a_target_of_the_same_part(self) -> None:
        plan = read("指標名|R6下半期目標|R6下半期実績", "参加者数|100人|40人")

        assert [("参加者数", ["100 人 FY2024-H2"], ["40 人 FY2024-H2"])] == told(plan)

    def test_a_single_month(self) -> None:
        """It says when something was counted."""
        plan = read("指標名|目標値(R6)|R7年3月", "登録者数|100人|90人")

        assert [["90 人 2025-03"]] == [actuals for _, _, actuals in told(plan)]


class TestArrows:
    def test_left_of_values(self) -> None:
        plan = read(
            "指標|方向|目標|実績",
            "窓口呼出回数|↓|10回|8回",
            "参加者数|↑|100人|120人",
            "待ち|―|1分|1分",
        )
        ways = [
            each.given_direction and each.given_direction.direction for each in plan.indicators()
        ]

        assert [kk.Direction.LOWER, kk.Direction.HIGHER, None] == ways

    def test_right_of_values(self) -> None:
        """They may say how it went."""
        plan = read("指標|目標|実績|傾向", "窓口呼出回数|10回|8回|↑", "参加者数|100人|120人|↑")

        assert [None, None] == [each.given_direction for each in plan.indicators()]
        assert [["↑"], ["↑"]] == [
            [cell.text for cell in each.printed] for each in plan.indicators()
        ]


class TestSectionsWithin:
    """A line within a table heads what stands below it."""

    HEAD = "指標名|現状値(R3)|目標値(R8)|R5|R6"

    def paths(self, plan: kk.Plan) -> list[tuple[str, str]]:
        return [(node.title, each.name) for node in plan.walk() for each in node.indicators]

    def test_another_section(self) -> None:
        plan = read(
            "第3次総合計画||||",
            "基本目標1 安心||||",
            self.HEAD,
            "待機児童数（人）|10|0|3|1",
            "基本目標2 活力||||",
            "参加者数（人）|50|100|80|90",
            sheet="一覧",
        )

        assert [("安心", "待機児童数（人）"), ("活力", "参加者数（人）")] == self.paths(plan)
        assert ("基本目標2 活力",) != plan.remarks

    def test_a_section_of_another_kind(self) -> None:
        plan = read(
            "第3次総合計画||||",
            "基本目標1 安心||||",
            self.HEAD,
            "【活動指標】||||",
            "待機児童数（人）|10|0|3|1",
            "※未確定||||",
            "参加者数（人）|50|100|80|90",
            sheet="一覧",
        )

        assert [
            ("【活動指標】", "待機児童数（人）"),
            ("【活動指標】", "参加者数（人）"),
        ] == self.paths(plan)

    def test_a_block_of_a_form_has_its_values(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        made = openpyxl.Workbook()
        for row in (
            ["活動指標", "開催回数（回）"],
            [None, "R4", "R5"],
            ["目標", 10, 12],
            ["実績", 9, 11],
        ):
            made.active.append(row)
        made.active.merge_cells("A1:A2")
        held = BytesIO()
        made.save(held)
        plan = kk.read_plan(held.getvalue(), name="plan.xlsx")

        assert ["開催回数（回）"] == [each.name for each in plan.indicators()]
        assert [] == issues(plan)

    @pytest.mark.parametrize("rows", [("甲|10件|9件|R6は速報値",)])
    def test_a_remark_of_a_row(self, rows: tuple[str, ...]) -> None:
        plan = read("指標名|R6目標|R6実績|備考", *rows, "乙|10件|9件|")

        assert ["provisional", "final"] == [
            each.observations[0].status.value for each in plan.indicators()
        ]


class TestOfOthers:
    def test_below_a_line(self) -> None:
        plan = read(
            "指標|単位|目標（R7）|実績（R5）",
            "参加者数|人|100|95",
            "",
            "参考（県）|||",
            "参加者数|人|1000|950",
            sheet="一覧",
        )

        assert [("参加者数", ["100 人 FY2025"], ["95 人 FY2023"])] == told(plan)
        assert ["C5:D5 (2)"] == chosen(plan, "printed")


class TestLabelsInCells:
    """指標名：参加者数 is a name, and neither a title nor left over."""

    def test_forms(self) -> None:
        plan = read(
            "指標名：参加者数||",
            "単位：人||",
            "|R4|R5",
            "目標|100|110",
            "実績|90|95",
            "指標名：満足度||",
            "単位：%||",
            "|R4|R5",
            "目標|80|81",
            "実績|79|83",
        )

        assert [
            ("参加者数", ["100 人 FY2022", "110 人 FY2023"], ["90 人 FY2022", "95 人 FY2023"]),
            ("満足度", ["80 % FY2022", "81 % FY2023"], ["79 % FY2022", "83 % FY2023"]),
        ] == told(plan)
        assert [] == paths(plan)
        assert [] == issues(plan)


class TestFirmestHolds:
    """Of two values for one period the firmer one is judged, wherever it stands."""

    @pytest.mark.parametrize(
        ("heads", "cells"),
        [
            ("R6実績|R6見込", "101人|90人"),
            ("R6見込|R6実績", "90人|101人"),
            ("R6実績(確定)|R6実績(暫定)", "101人|90人"),
            ("R6実績|R6見込", "集計中|101人"),
        ],
    )
    def test_of_one_period(self, heads: str, cells: str) -> None:
        plan = read(f"指標名|目標値(R6)|{heads}", f"参加者数|100人以上|{cells}")

        assert [kk.Verdict.ACHIEVED] == [each.verdict for each in kk.evaluate(plan).all()]

    def test_an_actual_without_a_year(self) -> None:
        """It may be newer than the one that has a year, or older."""
        with pytest.raises(kk.TableError, match="「実績値」→actual"):
            read("指標名|目標値|実績値(R4)|実績値", "参加者数|100人|80人|101人")

    @pytest.mark.parametrize(
        "lines",
        [
            ("指標名|目標値|実績値(R4)|最新値", "参加者数|100人|80人|101人（R6）"),
            ("令和6年度実績", "指標名|目標値|実績値(R4)|実績値", "参加者数|100人|80人|101人"),
        ],
    )
    def test_a_year_elsewhere(self, lines: tuple[str, ...]) -> None:
        plan = read(*lines)

        ((_, _, actuals),) = told(plan)
        assert {"80 人 FY2022", "101 人 FY2024"} == set(actuals)

    def test_a_forecast_without_a_year(self) -> None:
        plan = read("指標名|目標値|実績値(R5)|見込値", "参加者数|100人|80人|101人")

        assert [("参加者数", ["100 人"], ["80 人 FY2023", "101 人"])] == told(plan)


class TestHeadingsOfWords:
    """What headings that nobody knows have below them is told at the heading, or refused."""

    def test_a_sheet_without_targets(self) -> None:
        first = [["指標", "実績値（R6）", "目標値（R7）"], ["甲", "4", "5"]]
        second = [["指標", "実績値（R6）", "めど"], ["乙", "6", "7"], ["丙", "8", "9"]]
        plan = kk.read_plan(book({"一": first, "二": second}), name="plan.xlsx")

        assert ["甲"] == [each.name for each in plan.indicators()]
        assert [("column-left", "C2:C3 (2)")] == issues(plan)

    def test_a_span_of_years_left_of_names(self) -> None:
        plan = read("|指標|目標値|実績値", "R4～R6|甲|5件|4件", "R5～R7|乙|7件|6件")

        assert [("甲", ["5 件"], ["4 件"]), ("乙", ["7 件"], ["6 件"])] == told(plan)

    def test_a_value_right_of_names_below_one_heading(self) -> None:
        rows = [
            ["事業", "成果指標", "", ""],
            ["", "指標名", "欄", "実績"],
            ["A", "甲", "70%", "64%"],
        ]
        openpyxl = pytest.importorskip("openpyxl")
        made = openpyxl.Workbook()
        for row in [*rows, ["B", "乙", "50%", "52%"]]:
            made.active.append([text or None for text in row])
        made.active.merge_cells("B1:D1")
        held = BytesIO()
        made.save(held)

        with pytest.raises(kk.TableError):
            kk.read_plan(held.getvalue(), name="plan.xlsx")

    def test_before_with_years_of_its_own(self) -> None:
        plan = read(
            "指標|前回|直近|目標", "甲|4件(R3)|6件(R6)|9件(R8)", "乙|5件(R3)|調査中|9件(R8)"
        )

        assert [
            ("甲", ["9 件 FY2026"], ["6 件 FY2024", "4 件 FY2021"]),
            ("乙", ["9 件 FY2026"], ["None", "5 件 FY2021"]),
        ] == told(plan)

    def test_now(self) -> None:
        plan = read("指標|計画策定時（R3）|現在（R6）|目標（R13）", "甲|4件|6件|9件")

        assert [("甲", ["9 件 FY2031"], ["6 件 FY2024"])] == told(plan)
