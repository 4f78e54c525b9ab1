"""Names that go on in the row below, notes with a number, and totals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kpikit as kk
from kpikit.table.blocks import split_tables
from kpikit.table.lines import rows_of
from kpikit.table.read import plan_of

HEADER = "No.,指標名,実績(R5),目標"
PLAIN = "指標名,実績(R5),目標"


def read(*lines: str) -> kk.Plan:
    """Read lines of cells split by commas as if they stood in a file."""
    tables, _ = split_tables(rows_of("\n".join(lines), mark=","), "plan.csv")
    return plan_of(tables, file="plan.csv")


def names(plan: kk.Plan) -> list[str]:
    return [indicator.name for indicator in plan.indicators()]


def codes(plan: kk.Plan) -> list[str]:
    return [issue.code for issue in plan.issues]


class TestJoined:
    """A name is joined where its second row can be nothing else."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("市民活動に参加する", "市民の割合"),
            ("市民活動への", "参加率"),
            ("公共施設（図書館、", "公民館）の利用者数"),
            ("利用者数", "（延べ）"),
            ("国・県・", "市の職員数"),
        ],
    )
    @pytest.mark.parametrize("below", [["丙,5件,6件"], [], ["※注,,"], ["", "丙,5件,6件"]])
    def test_by_its_words(self, first: str, second: str, below: list[str]) -> None:
        plan = read(PLAIN, "甲,5件,6件", f"{first},7件,8件", f"{second},,", *below)

        assert ["甲", f"{first}\n{second}"] == names(plan)[:2]
        assert [("wrapped", f"「{first}{second}」")] == [
            (each.what, each.value) for each in plan.chosen if each.what == "wrapped"
        ]
        assert [] == codes(plan)
        joined = list(plan.indicators())[1]
        assert kk.Quantity("7", "件") == joined.observations[0].quantity

    def test_by_numbers(self) -> None:
        plan = read(HEADER, "1,行政サービス,5件,6件", ",利用率,,", "2,乙,5件,6件")

        assert ["行政サービス\n利用率", "乙"] == names(plan)
        assert [] == codes(plan)

    def test_workbook(self, tmp_path: Path) -> None:
        """The section may be merged over both rows, the figures may not."""
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for row in (
            ["施策", "指標名", "実績(R5)", "目標"],
            ["施策1 窓口", "窓口を利用した", "5件", "6件"],
            ["", "人の満足度", "", ""],
            ["施策2 道路", "道路を利用した", "5件", "6件"],
            ["", "人の満足度", "", ""],
        ):
            sheet.append(row)
        for area in ("A2:A3", "D4:D5"):
            sheet.merge_cells(area)
        book.save(tmp_path / "plan.xlsx")

        assert ["窓口を利用した\n人の満足度", "道路を利用した", "人の満足度"] == names(
            kk.read_plan(tmp_path / "plan.xlsx")
        )


class TestLeft:
    """Whatever may be an indicator without figures stays one."""

    @pytest.mark.parametrize(
        "lines",
        [
            # The name above is whole, and nothing tells the rows apart.
            [PLAIN, "防災訓練,5件,6件", "消防訓練,,", "丙,5件,6件"],
            [PLAIN, "救急搬送されたけが,5件,6件", "消防訓練,,", "丙,5件,6件"],
            # Two indicators of one project; a number that is missing elsewhere, too.
            [HEADER, "1,甲,5件,6件", "1,丙,5件,6件", ",乙,,"],
            [HEADER, "1,甲,5件,6件", ",丙,5件,6件", ",乙,,"],
            # A number, a mark, a total, a dash.
            [PLAIN, "市民活動に参加する,5件,6件", "65歳以上の市民,,"],
            [PLAIN, "市民活動に参加する,5件,6件", "①市民,,"],
            [PLAIN, "市民活動に参加する,5件,6件", "合計,,"],
            [PLAIN, "市民活動に参加する,5件,6件", "－,,"],
            # The rows above or below have no figures either, or nothing stands above.
            [PLAIN, "市民活動に参加する,,", "市民,,", "丙,5件,6件"],
            [PLAIN, "市民活動に参加する,5件,6件", "市民,,", "の割合,,"],
            [PLAIN, "市民の割合,,", "丙,5件,6件"],
            # More than a name.
            ["指標名,単位,実績(R5),目標", "市民活動に参加する,件,5,6", "市民,件,,"],
        ],
    )
    def test_as_it_is(self, lines: list[str]) -> None:
        plan = read(*lines)

        assert len(lines) - 1 == len(names(plan))
        assert "wrapped" not in [each.what for each in plan.chosen]

    def test_line_of_a_section(self) -> None:
        plan = read(PLAIN, "市民活動に参加する,5件,6件", "施策2 道路,,", "丙,5件,6件")

        assert ["市民活動に参加する", "丙"] == names(plan)

    def test_several_indicators_in_a_row(self) -> None:
        """Each is a table of its own, with its own names."""
        plan = read("活動指標,実績,成果指標,実績,目標", "利用の,5件,甲,6件,7件", "広報,,,,")
        assert ["利用の\n広報", "甲"] == names(plan)

    def test_no_names(self) -> None:
        plan = read("施策名,実績(R5),目標", "参加する,5件,6件", "市民,,")
        assert 2 == len(names(plan))


class TestNotes:
    """注 in the column of numbers begins a remark, unless figures stand beside it."""

    @pytest.mark.parametrize("mark", ["注", "注）", "注1)", "（注１）", "※", "※2"])
    def test_note(self, mark: str) -> None:
        plan = read(HEADER, "1,甲,5件,6件", f"{mark},速報値である,,")

        assert (["甲"], [], (f"{mark}\t速報値である",)) == (
            names(plan),
            codes(plan),
            plan.remarks,
        )

    def test_figures(self) -> None:
        assert ["甲", "乙"] == names(read(HEADER, "1,甲,5件,6件", "※,乙,5件,6件"))


class TestTotals:
    """A total or a mean is an indicator like others, and an issue says so."""

    @pytest.mark.parametrize("name", ["合計", "計", "小 計", "総計", "平均", "全体平均"])
    def test_total(self, name: str) -> None:
        plan = read(PLAIN, "甲,5件,6件", f"{name},5件,6件")

        assert (["甲", name], ["row-total"]) == (names(plan), codes(plan))
        assert f"the row is a total or a mean ({name}); it was read and is judged as an " in (
            plan.issues[0].message("en")
        )

    @pytest.mark.parametrize("name", ["平均寿命", "合計特殊出生率", "会計", "設計"])
    def test_names(self, name: str) -> None:
        assert [] == codes(read(PLAIN, f"{name},5件,6件"))
