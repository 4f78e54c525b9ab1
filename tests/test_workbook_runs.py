"""Workbooks: text that is struck out or raised, and line ends that are escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

import kpikit as kk

HEADER = ["施策名", "指標名", "実績値(R5)", "目標値"]
RAISED = InlineFont(vertAlign="superscript")
STRUCK = InlineFont(strike=True)


def rich(*runs: Any) -> Any:
    return CellRichText(
        *(run if isinstance(run, str) else TextBlock(run[0], run[1]) for run in runs)
    )


def read(path: Path, cells: dict[str, Any], fonts: dict[str, Font] | None = None) -> kk.Plan:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (HEADER, ["甲", "利用率", "48.2%", "55%以上"]):
        sheet.append(row)
    for place, value in cells.items():
        sheet[place] = value
    for place, font in (fonts or {}).items():
        sheet[place].font = font
    book.save(path / "plan.xlsx")
    return kk.read_plan(path / "plan.xlsx")


def shown(plan: kk.Plan, heading: str) -> str:
    (indicator,) = plan.indicators()
    assert indicator.source is not None
    return str(indicator.source.text(heading))


class TestRuns:
    """Runs of a text that have a font of their own."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (rich("12.3", (RAISED, "1"), "%"), "12.3%※1"),
            (rich("12.3%", (InlineFont(b=True), "以上")), "12.3%以上"),
            (rich((STRUCK, "10%"), "12.3%"), "12.3%"),
            ("12.3%_x000D_\n(R5)", "12.3%\n(R5)"),
        ],
    )
    def test_text(self, tmp_path: Path, value: Any, text: str) -> None:
        assert text == shown(read(tmp_path, {"C2": value}), "実績値(R5)")

    def test_struck_is_noted(self, tmp_path: Path) -> None:
        plan = read(tmp_path, {"D2": rich((STRUCK, "40%"), "55%以上")})
        (issue,) = plan.issues

        assert ("text-struck", "40%", "55%以上") == (issue.code, issue.text, issue.detail)
        assert str(issue.location).endswith("plan.xlsx[Sheet]:2 「D2」")
        assert [kk.Verdict.NOT_ACHIEVED] == [each.verdict for each in kk.evaluate(plan).all()]


class TestCells:
    """Cells whose font is struck out or raised as a whole."""

    def test_struck(self, tmp_path: Path) -> None:
        plan = read(tmp_path, {"D2": 0.4}, {"D2": Font(strike=True)})

        assert ("text-struck", "0.4", "") == (
            plan.issues[0].code,
            plan.issues[0].text,
            plan.issues[0].detail,
        )
        assert [kk.Verdict.INDETERMINATE] == [each.verdict for each in kk.evaluate(plan).all()]

    def test_run_that_is_not(self, tmp_path: Path) -> None:
        """A run with a font of its own is not struck out with the others."""
        value = rich("40%", (InlineFont(b=True), "55%以上"))
        plan = read(tmp_path, {"D2": value}, {"D2": Font(strike=True)})

        assert "55%以上" == shown(plan, "目標値")

    def test_raised(self, tmp_path: Path) -> None:
        """A number that is nothing but the mark of a note is no value."""
        plan = read(tmp_path, {"C2": 1}, {"C2": Font(vertAlign="superscript")})

        assert "※" == shown(plan, "実績値(R5)")
        assert ["no-form"] == [each.code for each in plan.issues]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('General"%"', "7%"),
        ('[DBNum3]General"%"', "7%"),
        ('0"%"', "7%"),
        ('#,##0"%"_ ;[Red]-#,##0"%"', "7%"),
    ],
)
def test_units_of_number_formats(tmp_path: Path, code: str, text: str) -> None:
    """The unit is text of the number format."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(HEADER)
    sheet.append(["甲", "利用率", 7, "5%以上"])
    sheet["C2"].number_format = code
    book.save(tmp_path / "plan.xlsx")
    plan = kk.read_plan(tmp_path / "plan.xlsx")

    assert text == shown(plan, "実績値(R5)")
    assert [kk.Verdict.ACHIEVED] == [each.verdict for each in kk.evaluate(plan).all()]
