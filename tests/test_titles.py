"""What a plan is called: by the heading of a page, by the largest lines of a paper, by its top."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpikit as kk
from pdf_files import Paper, write_pdf

pytestmark = pytest.mark.usefixtures("in_this_process")

HEAD = ("指標名", "実績値(R6)", "目標値(R7)")
ROWS = [HEAD, ("受診率", "33％", "40％"), ("来館者数", "120人", "150人")]


class TestPages:
    TABLE = (
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in ROWS)
        + "</table>"
    )

    def read(self, folder: Path, head: str) -> kk.Plan:
        path = folder / "page.html"
        path.write_text(f"<meta charset=utf-8><p>みのり市</p>{head}{self.TABLE}", encoding="utf-8")
        return kk.read_plan(path)

    def test_its_heading_is_the_title_and_no_remark(self, tmp_path: Path) -> None:
        plan = self.read(tmp_path, "<h1>総合戦略の進捗状況</h1><h2>１　指標</h2>")

        assert "総合戦略の進捗状況" == plan.title
        assert ("みのり市",) == plan.remarks

    @pytest.mark.parametrize(
        ("head", "title"),
        [
            ("<h1>甲計画</h1><h1>乙計画</h1>", "乙計画"),
            ("<h1>甲<br>計画</h1><h2>達成状況</h2>", "達成状況"),
            ("", "みのり市"),
        ],
    )
    def test_without_one_heading_it_is_that_of_its_table(
        self, tmp_path: Path, head: str, title: str
    ) -> None:
        assert self.read(tmp_path, head).title == title


class TestPapers:
    @pytest.fixture(autouse=True)
    def _library(self) -> None:
        pytest.importorskip("pypdfium2")

    def title(self, folder: Path, *lines: tuple[str, float]) -> str:
        paper = Paper()
        for at, (text, size) in enumerate(lines):
            paper.text(50, 30 + 25 * at, text, size=size)
        paper.table([list(row) for row in ROWS], y=200, widths=[150, 80, 80])
        return kk.read_plan(write_pdf(folder / "plan.pdf", paper)).title

    def test_the_largest_lines(self, tmp_path: Path) -> None:
        lines = [
            ("令和７年９月", 10.0),
            ("経営強化プラン", 17.0),
            ("点検・評価報告書（令和６年度", 17.0),
        ]
        below = [("事業）", 17.0), ("評価委員会", 10.0), ("本年度の状況は次のとおりです。", 10.0)]

        assert "経営強化プラン 点検・評価報告書（令和６年度事業）" == self.title(
            tmp_path, *lines, *below
        )

    def test_lines_of_one_size_have_none_that_is_larger(self, tmp_path: Path) -> None:
        assert "達成状況" == self.title(tmp_path, ("第１章", 10.0), ("達成状況", 10.0))

    def test_no_lines(self, tmp_path: Path) -> None:
        assert "plan" == self.title(tmp_path)


@pytest.mark.parametrize(
    "corner", ["様式第３号（第７条関係）", "別紙１", "令和７年８月　農業振興課", "（単位：人）"]
)
def test_what_stands_above_a_title_is_none(tmp_path: Path, corner: str) -> None:
    rows = [(corner,), ("農業計画　進捗管理表",), ("年度", "R5", "R6"), ("目標", "5人", "6人")]
    path = tmp_path / "plan.csv"
    text = "\n".join(
        ",".join(row)
        for row in [*rows[:2], ("指標", "就農者数"), *rows[2:], ("実績", "4人", "7人")]
    )
    path.write_text(text, encoding="utf-8")

    assert "農業計画　進捗管理表" == kk.read_plan(path).title.replace(" ", "　")
