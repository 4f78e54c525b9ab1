"""PDF files become grids: what is drawn tells the cells, and what is written their texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from kpikit.io.document import Document
from kpikit.io.grid import Grid, Sheet
from kpikit.io.kinds import Kind
from kpikit.io.pdf.reader import sheets_of
from kpikit.io.task import Task
from pdf_files import Paper, write_pdf

pytest.importorskip("pypdfium2")

#: Reads pages as grids, and tells what is said of them: a code, a text and a place.
Grids: TypeAlias = Callable[..., dict[str, Grid]]
Told: TypeAlias = Callable[..., list[tuple[str, str, str]]]

HEADER = ["指標名", "実績値(R6)", "目標値(R7)"]


def sheets(folder: Path, *pages: Paper) -> list[Sheet]:
    """Read pages."""
    path = write_pdf(folder / "plan.pdf", *pages)
    return sheets_of(Task(Kind.PDF, Document(path.name, path.read_bytes())))


@pytest.fixture
def grids(tmp_path: Path) -> Grids:
    """Return what reads pages as grids."""

    def read(*pages: Paper) -> dict[str, Grid]:
        return {each.title: each.grid for each in sheets(tmp_path, *pages) if each.grid.texts}

    return read


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return what reads pages and lists the codes of what is said of them, and the texts."""

    def read(*pages: Paper) -> list[tuple[str, str, str]]:
        read = sheets(tmp_path, *pages)
        issues = [
            (told.code, told.text, f"{sheet.title}:{told.line}")
            for sheet in read
            for told in sheet.complaints
        ]
        chosen = [(what, value, sheet.title) for sheet in read for what, value in sheet.chosen]
        return issues + chosen

    return read


def table_of(grid: Grid) -> list[list[str]]:
    """Return the texts of a grid, row by row."""
    height, width = (max(at) for at in zip(*grid.texts, strict=True))
    return [
        [grid.texts.get((row, column), "") for column in range(1, width + 1)]
        for row in range(1, height + 1)
    ]


def one_cell(grids: Grids, *lines: tuple[float, float, str, float], width: float = 200) -> str:
    """Return the text of a cell, 60 high, that characters are written into: x, y, text, size."""
    paper = Paper()
    paper.table([["名", ""]], x=50, y=100, widths=[50, width], height=60)
    for x, y, text, size in lines:
        paper.text(100 + x, 100 + y, text, size=size)
    return grids(paper)["p1"].texts.get((1, 2), "")


class TestRules:
    def test_a_table_and_lines_around_it(self, grids: Grids) -> None:
        paper = Paper()
        paper.text(50, 50, "表1 指標の一覧")
        paper.text(250, 80, "（単位：千円）")
        end = paper.table([HEADER, ["受診率", "12.3％", "20％以上"], ["件数", "4件", "5件"]])
        paper.text(50, end + 20, "※ 注である。")
        assert [
            ["表1 指標の一覧", "", ""],
            ["（単位：千円）", "", ""],
            HEADER,
            ["受診率", "12.3％", "20％以上"],
            ["件数", "4件", "5件"],
            ["※ 注である。", "", ""],
        ] == table_of(grids(paper)["p1"])

    def test_merged_cells(self, grids: Grids) -> None:
        paper = Paper()
        paper.table([["施策", "指標", "<"], ["甲", "い", "1件"], ["^", "ろ", "2件"]])
        grid = grids(paper)["p1"]
        assert [["施策", "指標", ""], ["甲", "い", "1件"], ["", "ろ", "2件"]] == table_of(grid)
        assert [(1, 2, 1, 3), (2, 1, 3, 1)] == sorted(grid.merges)

    def test_thin_filled_boxes_are_rules(self, grids: Grids) -> None:
        paper = Paper()
        for y in (100, 120, 140):
            paper.box(50, y, 250.5, y + 0.5)
        for x in (50, 150, 250):
            paper.box(x, 100, x + 0.5, 140.5)
        for at, text in enumerate(("い", "ろ", "は", "に")):
            paper.text(55 + at % 2 * 100, 110 + at // 2 * 20, text)
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_dots_make_a_rule(self, grids: Grids) -> None:
        paper = Paper()
        for y in (100, 120, 140):
            for x in range(50, 251, 2):
                paper.box(x, y, x + 1, y + 1)
        for x in (50, 150, 250):
            for y in range(100, 141, 2):
                paper.box(x, y, x + 1, y + 1)
        for at, text in enumerate(("い", "ろ", "は", "に")):
            paper.text(55 + at % 2 * 100, 110 + at // 2 * 20, text)
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_double_rules_are_one(self, grids: Grids) -> None:
        paper = Paper()
        for x, y, text in ((50, 100, "い"), (152, 100, "ろ"), (50, 122, "は"), (152, 122, "に")):
            paper.box(x, y, x + 100, y + 20, "S")
            paper.text(x + 5, y + 10, text)
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_outer_rules_may_be_left_out(self, grids: Grids) -> None:
        paper = Paper()
        for y in (100, 120, 140):
            paper.line(50, y, 250, y)
        paper.line(150, 100, 150, 160)
        texts = ("い", "ろ", "は", "に", "ほ", "へ")
        for at, text in enumerate(texts):
            paper.text(55 + at % 2 * 100, 110 + at // 2 * 20, text)
        assert [["い", "ろ"], ["は", "に"], ["ほ", "へ"]] == table_of(grids(paper)["p1"])

    def test_filled_boxes_are_cells_where_there_are_no_rules(self, grids: Grids) -> None:
        paper = Paper()
        paper.box(20, 20, 580, 780)  # the paper itself is none
        paper.raw("0.9 g")
        for row, column in ((row, column) for row in range(2) for column in range(2)):
            x, y = 50 + column * 102, 100 + row * 22
            paper.box(x, y, x + 100, y + 20)
        paper.raw("0 g")
        for at, text in enumerate(("い", "ろ", "は", "に")):
            paper.text(55 + at % 2 * 102, 110 + at // 2 * 22, text)
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_a_filled_box_in_a_cell_parts_nothing(self, grids: Grids) -> None:
        paper = Paper()
        paper.raw("0.9 g")
        paper.box(60, 105, 80, 115)
        paper.raw("0 g")
        paper.table([["名称", "ろ"], ["は", "に"]])
        assert [["名称", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_a_box_around_one_text_is_no_table(self, grids: Grids) -> None:
        paper = Paper()
        paper.box(40, 40, 200, 60, "S")
        paper.text(50, 50, "題名")
        paper.table([["い", "ろ"], ["は", "に"]])
        assert [["題名", ""], ["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_a_cell_around_others(self, grids: Grids) -> None:
        """The upper left cell goes on along the side of two rows."""
        paper = Paper()
        paper.box(50, 100, 250, 160, "S")
        paper.line(70, 120, 250, 120)
        paper.line(70, 140, 250, 140)
        paper.line(70, 120, 70, 160)
        paper.line(150, 120, 150, 160)
        texts = ((55, 110, "合計"), (75, 130, "い"), (155, 130, "ろ"), (75, 150, "は"))
        for x, y, text in texts:
            paper.text(x, y, text)
        grid = grids(paper)["p1"]
        assert [["合計", "", ""], ["", "い", "ろ"], ["", "は", ""]] == table_of(grid)
        assert (1, 1, 1, 3) in grid.merges

    def test_rules_in_a_form(self, grids: Grids) -> None:
        paper = Paper()
        inner = Paper()
        inner.table([["い", "ろ"], ["は", "に"]])
        paper.form = "\n".join(["q 1 0 0 1 30 -40 cm", *inner.content, "0 0 9 9 re f Q"])
        paper.raw("/Form Do")
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_rounded_boxes(self, grids: Grids) -> None:
        """The straight stretches of a path are rules, its curves are not."""
        paper = Paper()
        paper.table([["い", "ろ"], ["は", "に"]])
        paper.raw("100 300 m 200 300 l 210 300 210 310 210 320 c 100 320 l h f")
        paper.raw("100 200 m 104 201 108 203 112 206 c S")
        paper.raw("100 200 m 140 240 l S n")
        paper.raw("300 300 m 302 302 l S")
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_side_by_side(self, grids: Grids) -> None:
        paper = Paper()
        for x in (50, 320):
            paper.text(x, 80, f"表{x}")
            paper.table([["い", "ろ"], ["は", f"{x}"]], x=x, widths=[100, 100])
        paper.text(50, 200, "※ 注である。")
        found = grids(paper)
        assert ["p1", "p1-2"] == list(found)
        assert [["表50", ""], ["い", "ろ"], ["は", "50"], ["※ 注である。", ""]] == table_of(
            found["p1"]
        )
        assert [["表320", ""], ["い", "ろ"], ["は", "320"]] == table_of(found["p1-2"])

    def test_below_each_other(self, grids: Grids) -> None:
        """A blank row stands between two tables."""
        paper = Paper()
        paper.table([["い", "ろ"]], y=100)
        paper.table([["は", "に"]], y=200)
        assert [["い", "ろ"], ["", ""], ["は", "に"]] == table_of(grids(paper)["p1"])

    @pytest.mark.parametrize("rotate", [0, 90, 180, 270])
    def test_a_page_that_is_shown_turned(self, grids: Grids, rotate: int) -> None:
        """Text and rules are drawn so that they are upright when the page is turned."""
        inner = Paper(width=600, height=600)
        inner.text(50, 50, "表1")
        inner.table([["い", "ろ"], ["は", "に"]])
        turn = {
            0: "1 0 0 1 0 0",
            90: "0 1 -1 0 600 0",
            180: "-1 0 0 -1 600 600",
            270: "0 -1 1 0 0 600",
        }
        paper = Paper(width=600, height=600, rotate=rotate)
        paper.raw("\n".join([f"{turn[rotate]} cm", *inner.content]))
        assert [["表1", ""], ["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_a_watermark_is_left_out(self, grids: Grids) -> None:
        paper = Paper()
        paper.table([["い", "ろ"], ["は", "に"]])
        paper.raw("BT /F 60 Tf 0.7 0.7 -0.7 0.7 60 640 Tm <6848> Tj ET")
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_what_is_beside_the_paper_is_left_out(self, grids: Grids) -> None:
        paper = Paper()
        paper.table([["い", "ろ"], ["は", "に"]])
        paper.text(50, -20, "外")
        assert [["い", "ろ"], ["は", "に"]] == table_of(grids(paper)["p1"])


class TestCells:
    def test_characters_are_folded(self, grids: Grids) -> None:
        assert "市民の歯科健診・受診率(%/年)" == one_cell(
            grids, (3, 20, "市⺠の⻭科健診‧受診率(%∕年)", 10)
        )

    def test_wrapped_text_is_joined(self, grids: Grids) -> None:
        assert "市民の窓口に対する満足度" == one_cell(
            grids, (3, 15, "市民の窓口に対す", 10), (3, 30, "る満足度", 10), width=90
        )

    def test_a_bracket_that_would_not_fit_is_joined(self, grids: Grids) -> None:
        """（割合 cannot be parted behind its bracket."""
        assert "市民満足度（割合）" == one_cell(
            grids, (3, 15, "市民満足度", 10), (3, 30, "（割合）", 10), width=75
        )

    def test_another_line_stays_one(self, grids: Grids) -> None:
        assert "目標値\n（令和7年度）" == one_cell(
            grids, (3, 15, "目標値", 10), (3, 30, "（令和7年度）", 10), width=100
        )

    def test_lines_that_go_on_at_one_place_stay_two(self, grids: Grids) -> None:
        """計画 and 実績 stand before a gap, however full the line above is."""
        lines = [(3, 15, "計画", 10), (33, 15, "2850以下", 10)]
        below = [(3, 30, "実績", 10), (33, 30, "3077", 10)]
        assert "計画 2850以下\n実績 3077" == one_cell(grids, *lines, *below, width=84)

    def test_words_are_parted(self, grids: Grids) -> None:
        assert "web site" == one_cell(grids, (3, 15, "web", 10), (3, 30, "site", 10), width=22)

    @pytest.mark.parametrize(
        ("above", "below"), [("85.0％", "90.0％"), ("12", "34"), ("1,234", "5,678"), ("△3", "4")]
    )
    def test_figures_never_run_together(self, grids: Grids, above: str, below: str) -> None:
        """However narrow the cell is, two lines of figures stay two."""
        text = one_cell(grids, (3, 15, above, 10), (3, 30, below, 10), width=36)
        assert f"{above}\n{below}" == text

    def test_a_figure_and_its_bound_are_joined(self, grids: Grids) -> None:
        assert "85.0％以上" == one_cell(grids, (3, 15, "85.0％", 10), (3, 30, "以上", 10), width=40)

    def test_written_from_the_top_down(self, grids: Grids) -> None:
        lines = [(10, 8 + 10 * at, char, 10) for at, char in enumerate("学力育成")]
        assert "学力育成" == one_cell(grids, *lines)

    def test_written_from_the_top_down_in_two_columns(self, grids: Grids) -> None:
        lines = [(25, 8 + 10 * at, char, 10) for at, char in enumerate("確かな")]
        lines += [(10, 8 + 10 * at, char, 10) for at, char in enumerate("学力。")]
        assert "確かな学力。" == one_cell(grids, *lines)

    def test_digits_below_each_other_are_two_figures(self, grids: Grids) -> None:
        assert "1\n2" == one_cell(grids, (10, 15, "1", 10), (10, 30, "2", 10))

    def test_drawn_from_right_to_left(self, grids: Grids) -> None:
        assert "実績値" == one_cell(
            grids, (23, 15, "値", 10), (13, 15, "績", 10), (3, 15, "実", 10)
        )

    def test_small_lines_beside_large_characters(self, grids: Grids) -> None:
        """Two lines beside a large figure stay two."""
        paper = Paper()
        paper.text(50, 110, "件数", size=20)
        paper.text(120, 103, "上の行", size=8)
        paper.text(120, 116, "下の行", size=8)
        texts = grids(paper)["p1"].texts.values()
        assert {"上の行", "件数", "下の行"} == set(texts)

    def clipped(self, grids: Grids, clip: str, *lines: tuple[float, str]) -> list[list[str]]:
        """Return the cells of two rows, 20 high, the lower of whose texts is cut off at a path."""
        paper = Paper()
        paper.table([["甲", ""], ["乙", ""]], x=50, y=100, widths=[50, 100], height=20)
        paper.text(103, 110, "上の値")
        paper.raw(f"q {clip} W n")
        for y, text in lines:
            paper.text(103, y, text)
        paper.raw("Q")
        return table_of(grids(paper)["p1"])

    def test_text_that_is_cut_off_at_its_cell(self, grids: Grids) -> None:
        """Lines for which a cell is too low are its own, wherever they would stand."""
        clip = "100 660 100 20 re"  # the lower cell
        lines = ((118, "認知症対応"), (130, "型共同生活"), (142, "介護"))
        assert [["甲", "上の値"], ["乙", "認知症対応型共同生活介護"]] == [
            [text.replace("\n", "") for text in row] for row in self.clipped(grids, clip, *lines)
        ]

    def test_text_within_the_box_that_would_cut_it_off(self, grids: Grids) -> None:
        whole = "0 0 600 800 re"
        assert [["甲", "上の値"], ["乙", "下の値"]] == self.clipped(grids, whole, (130, "下の値"))

    def test_text_that_is_cut_off_at_another_form(self, grids: Grids) -> None:
        """A path of three or six corners, two boxes, or a box too low for text moves nothing."""
        for clip in (
            "100 660 m 200 660 l 200 680 l h",
            "100 660 m 200 660 l 200 680 l 150 690 l 100 680 l 90 670 l h",
            "100 660 100 20 re W n 0 0 600 800 re",
            "100 660 100 1 re",
        ):
            cells = self.clipped(grids, clip, (130, "下の値"))
            assert [["甲", "上の値"], ["乙", "下の値"]] == cells

    def test_drawn_twice(self, grids: Grids) -> None:
        """What is drawn again right beside looks bold, and stands there once."""
        again = [(3.3 + 5 * at, 15, char, 10) for at, char in enumerate("63件")]
        assert "63件" == one_cell(grids, (3, 15, "63件", 10), *again)

    def test_lines_in_any_order(self, grids: Grids) -> None:
        assert "上の行\n下の行" == one_cell(grids, (3, 45, "下の行", 10), (3, 15, "上の行", 10))

    def test_blanks(self, grids: Grids) -> None:
        """A gap is a blank; what is spread over a cell has none."""
        assert "小 88.2％" == one_cell(grids, (3, 15, "小", 10), (16, 15, "88.2％", 10))
        assert "延べ60回" == one_cell(grids, (3, 15, "延べ", 10), (25, 15, "60回", 10))
        assert "基本 目標" == one_cell(grids, (3, 15, "基本", 10), (27, 15, "目標", 10))
        assert "指標" == one_cell(grids, (3, 15, "指", 10), (40, 15, "標", 10))
        assert "甲 乙" == one_cell(grids, (3, 15, " 甲 乙 ", 10))
        assert "甲 乙 丙" == one_cell(grids, (3, 15, "甲 乙", 10), (32, 15, "丙", 10))
        assert "" == one_cell(grids, (3, 15, "  ", 10))

    def test_narrow_letters(self, grids: Grids) -> None:
        """Letters that are drawn narrow have room around them, which is no blank."""
        paper = Paper()
        paper.table([["名", ""]])
        code = "指標".encode("utf-16-be").hex()
        paper.raw(f"BT /F 10 Tf 4 Tc 60 Tz 1 0 0 1 155 686 Tm <{code}> Tj ET")
        assert "指標" == grids(paper)["p1"].texts[1, 2]

    @pytest.mark.parametrize(
        ("text", "mark", "found"),
        [
            ("12.3％", "1", "12.3％※1"),
            ("12.3", "1)", "12.3※1"),
            ("12.3", "2", "12.3※2"),
            ("12.3％", "※2", "12.3％※2"),
            ("12.3％", "*", "12.3％*"),
            ("12.3％", "注1", "12.3％（注1）"),
            ("10m", "2", "10m²"),
            ("10km", "3", "10km³"),
            ("10m", "4", "10m※4"),
            ("10", "3", "10³"),
            ("110", "3", "110※3"),
        ],
    )
    def test_raised_characters(self, grids: Grids, text: str, mark: str, found: str) -> None:
        """12.3％ with a raised 1 is never 12.31 or 12.3％1."""
        end = 3 + sum(10 if char == "％" else 5 for char in text)
        assert found == one_cell(grids, (3, 30, text, 10), (end, 26, mark, 6))

    def test_a_raised_digit_of_the_same_size(self, grids: Grids) -> None:
        assert "12.3％※1件" == one_cell(
            grids, (3, 30, "12.3％", 10), (33, 27, "1", 10), (38, 30, "件", 10)
        )

    def test_small_characters_on_the_line_are_none(self, grids: Grids) -> None:
        assert "93.4％(速報値)" == one_cell(grids, (3, 30, "93.4％", 10), (33, 31, "(速報値)", 6))

    def test_a_mark_in_front(self, grids: Grids) -> None:
        assert "※1受診率" == one_cell(grids, (3, 26, "1", 6), (6, 30, "受診率", 10))

    def test_a_hyphen_at_the_end_of_a_line(self, grids: Grids) -> None:
        assert "A-B" == one_cell(grids, (3, 15, "A-", 10), (3, 30, "B", 10), width=16)
        assert "inter-national" == one_cell(
            grids, (3, 15, "inter-", 10), (3, 30, "national", 10), width=45
        )

    def test_filled_in(self, grids: Grids) -> None:
        """What is filled into a field stands where it is seen."""
        paper, field = Paper(), Paper()
        paper.table([["件数", ""], ["は", "に"]])
        field.text(153, 110, "63件")
        paper.filled = "\n".join(field.content)
        assert [["件数", "63件"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_struck_out(self, grids: Grids, told: Told) -> None:
        paper = Paper()
        paper.table([["件数", "63件65件"], ["は", "に"]])
        paper.line(153, 110, 173, 110)
        assert [["件数", "65件"], ["は", "に"]] == table_of(grids(paper)["p1"])
        assert [("struck", "63件", "p1")] == told(paper)

    def test_underlined(self, grids: Grids, told: Told) -> None:
        paper = Paper()
        paper.table([["件数", "63件"], ["は", "に"]])
        paper.line(153, 116, 173, 116)
        assert [["件数", "63件"], ["は", "に"]] == table_of(grids(paper)["p1"])
        assert [] == told(paper)

    def test_a_stroke_in_a_character_strikes_nothing(self, grids: Grids) -> None:
        paper = Paper()
        paper.table([["件数", "63件"], ["は", "に"]])
        paper.box(156, 109.8, 159, 110.2)
        assert [["件数", "63件"], ["は", "に"]] == table_of(grids(paper)["p1"])

    def test_over_a_rule(self, grids: Grids, told: Told) -> None:
        """A figure that goes over a rule is not parted, and an issue says so."""
        paper = Paper()
        paper.table([["い", "", "に"], ["は", "ろ", "へ"]], widths=[100, 20, 100])
        paper.text(153, 110, "12,408")
        assert [["い", "12,408", "に"], ["は", "ろ", "へ"]] == table_of(grids(paper)["p1"])
        assert [("pdf-over-rule", "12,408", "p1:1")] == told(paper)

    def test_up_to_a_rule(self, grids: Grids, told: Told) -> None:
        """Two figures that a rule just parts stay two, and an issue says so."""
        paper = Paper()
        paper.table([["", ""], ["は", "ろ"]])
        paper.text(140, 110, "12")
        paper.text(150, 110, "34")
        assert [["12", "34"], ["は", "ろ"]] == table_of(grids(paper)["p1"])
        assert [("pdf-over-rule", "1234", "p1:1")] == told(paper)


class TestWithoutRules:
    ROWS = (HEADER, ["受診率", "12.3％", "20％以上"], ["件数", "4件", "5件"], ["数", "6人", "7人"])

    def written(self, *, pitch: float = 20) -> Paper:
        paper = Paper()
        for number, cells in enumerate(self.ROWS):
            for column, text in enumerate(cells):
                paper.text(50 + 120 * column, 100 + pitch * number, text)
        return paper

    def test_plain_columns(self, grids: Grids, told: Told) -> None:
        paper = self.written()
        paper.text(50, 60, "表1 指標の一覧")
        paper.text(50, 220, "以上である。")
        assert [
            ["表1 指標の一覧", "", ""],
            *map(list, self.ROWS),
            ["以上である。", "", ""],
        ] == table_of(grids(paper)["p1"])
        assert [] == told(paper)

    def test_a_note_right_below(self, grids: Grids) -> None:
        paper = self.written()
        paper.text(50, 180, "※ 注である。")
        assert ["※ 注である。", "", ""] == table_of(grids(paper)["p1"])[-1]

    def test_a_name_that_goes_on(self, grids: Grids, told: Told) -> None:
        """The second line of a name shows that lines are not rows: nothing is read of it."""
        paper = self.written()
        paper.text(50, 180, "（人口10万人対）")
        assert [13] == [len(table_of(grids(paper)["p1"]))]
        assert [("pdf-not-plain", "指標名 実績値(R6) 目標値(R7)", "p1:1")] == told(paper)

    def test_a_blank_cell(self, told: Told) -> None:
        paper = self.written()
        for column, text in ((0, "計"), (2, "9件")):
            paper.text(50 + 120 * column, 180, text)
        assert ["pdf-not-plain"] == [code for code, _, _ in told(paper)]

    def test_other_columns(self, told: Told) -> None:
        """A line with as many columns, but others, is no row of the table."""
        paper = self.written()
        paper.text(50, 180, "文章である文章である文章である")
        for x in (290, 420):
            paper.text(x, 180, "9件")
        assert ["pdf-not-plain"] == [code for code, _, _ in told(paper)]

    def test_no_header(self, grids: Grids, told: Told) -> None:
        paper = Paper()
        for number in range(4):
            for column in range(3):
                paper.text(50 + 120 * column, 100 + 20 * number, "文")
        assert 12 == len(table_of(grids(paper)["p1"]))
        assert [] == told(paper)

    def test_lines_parted_by_a_table(self, grids: Grids) -> None:
        """Lines above and below a table are not rows of one."""
        paper = Paper()
        for column, text in enumerate(HEADER):
            paper.text(50 + 120 * column, 60, text)
            paper.text(50 + 120 * column, 160, "文")
            paper.text(50 + 120 * column, 180, "文")
        paper.table([["い", "ろ"], ["は", "に"]])
        rows = table_of(grids(paper)["p1"])
        assert [["指標名", ""], ["実績値(R6)", ""], ["目標値(R7)", ""], ["い", "ろ"]] == rows[:4]
