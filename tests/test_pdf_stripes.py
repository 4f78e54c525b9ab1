"""Tables of a PDF file that are parted by white: ruled only across, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from kpikit.io.pdf.page import Box, Glyph, Rule
from kpikit.io.pdf.stripes import stripes
from pdf_files import Paper, rows_of_page

pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.usefixtures("in_this_process")

HEADER = ["指標名", "実績値(R6)", "目標値(R7)"]
ROWS = [HEADER, ["甲の数", "10件", "20件"], ["乙の数", "30件", "40件"], ["丙の数", "5件", "6件"]]
COLUMNS = (50, 200, 320)


FOUR = (50, 150, 250, 350)
TWO_ROWS = [
    ["指標名", "令和６年度", "", "令和７年度"],
    ["", "目標", "実績", "目標"],
    ["甲の数", "1件", "2件", "3件"],
    ["乙の数", "4件", "5件", "6件"],
]


def written(
    rows: Iterable[Sequence[str]],
    *,
    top: float = 100,
    pitch: float = 30,
    at: Sequence[float] = COLUMNS,
) -> Paper:
    """Write the cells of rows, the lines of a cell parted by a stroke, 12 points apart."""
    paper = Paper()
    for number, row in enumerate(rows):
        for x, text in zip(at, row, strict=False):
            for line, part in enumerate(text.split("/")):
                paper.text(x, top + number * pitch + 12 * line, part)
    return paper


def ruled(paper: Paper, heights: Iterable[float], *, left: float = 45, right: float = 420) -> Paper:
    for height in heights:
        paper.line(left, height, right, height)
    return paper


def coloured(paper: Paper, *, top: float = 88, rows: int = 2) -> Paper:
    """Rule the rows across, and fill the cells of a header of two rows with colour."""
    for left, begin, right, end in (
        (45, 0, 145, 60),
        (145, 0, 345, 30),
        (145, 30, 245, 60),
        (245, 30, 345, 60),
        (345, 0, 420, 30),
        (345, 30, 420, 60),
    ):
        paper.raw("0.9 g")
        paper.box(left, top + begin, right, top + end)
        paper.raw("0 g")
    for number, row in enumerate(TWO_ROWS[:2]):
        for x, text in zip(FOUR, row, strict=True):
            paper.text(x, top + 12 + 30 * number, text)
    return ruled(paper, [top + at for at in (0, 60, 90, 120)[: rows + 2]])


def below_header(*rows: Sequence[str]) -> Paper:
    """Write a header with rules around its cells, and rows below it that are ruled across."""
    paper = Paper()
    paper.table([HEADER], x=45, y=88, widths=[145, 120, 110], height=30)
    for number, row in enumerate(rows, 1):
        for x, text in zip(COLUMNS, row, strict=False):
            paper.text(x, 100 + 30 * number, text)
    return ruled(paper, range(118, 119 + 30 * len(rows), 30))


class TestRuledAcross:
    def test_each_row_between_two_rules(self, tmp_path: Path) -> None:
        paper = ruled(written(ROWS), range(88, 209, 30))

        assert ROWS == rows_of_page(tmp_path, paper)

    def test_rules_of_several_pieces(self, tmp_path: Path) -> None:
        paper = ruled(written(ROWS), range(88, 209, 30), right=190)
        ruled(paper, range(88, 209, 30), left=190, right=420)

        assert ROWS == rows_of_page(tmp_path, paper)

    def test_a_cell_of_two_lines(self, tmp_path: Path) -> None:
        rows = [HEADER, ["甲の数を数えた/ものの数", "10件", "20件"], *ROWS[2:]]
        first, second, *_ = rows_of_page(tmp_path, ruled(written(rows), range(88, 209, 30)))

        assert HEADER == first
        assert ["甲の数を数えた\nものの数", "10件", "20件"] == second

    def test_titles_with_a_number_go_over_all_columns(self, tmp_path: Path) -> None:
        rows = [
            HEADER,
            ["１ 命を守り、次の世代に伝えるまちをつくる"],
            *ROWS[1:3],
            ["２ 学ぶ"],
            *ROWS[3:],
        ]
        paper = ruled(written(rows, at=(50, 130, 320)), range(88, 299, 30))

        assert [[*row, "", ""][:3] for row in rows] == rows_of_page(tmp_path, paper)

    def test_two_tables_side_by_side(self, tmp_path: Path) -> None:
        paper = ruled(written(ROWS), range(88, 209, 30), right=280)
        paper = ruled(paper, range(88, 209, 30), left=300, right=420)

        assert "目標値(R7)" in [row[-1] for row in rows_of_page(tmp_path, paper)]

    def test_a_band_without_text(self, tmp_path: Path) -> None:
        paper = ruled(written(ROWS), range(88, 239, 30))

        assert ROWS == rows_of_page(tmp_path, paper)

    def test_a_header_of_two_rows_in_colour(self, tmp_path: Path) -> None:
        shown = rows_of_page(tmp_path, coloured(written(TWO_ROWS, at=FOUR)))

        assert [
            ["指標名", "令和６年度", "", "令和７年度"],
            ["", "目標", "実績", "目標"],
            ["甲の数", "1件", "2件", "3件"],
            ["乙の数", "4件", "5件", "6件"],
        ] == shown

    def test_two_tables_of_one_width(self, tmp_path: Path) -> None:
        """A header that comes again begins a table; what stands between the two is no row of it."""
        rows = [*TWO_ROWS, ["乙の数は、去年よりも多いことを確かめた。"], *TWO_ROWS]
        paper = written(rows, at=FOUR)
        for top in (88, 238):
            coloured(paper, top=top)
        shown = rows_of_page(tmp_path, paper)

        assert 2 == shown.count(["指標名", "令和６年度", "", "令和７年度"])
        assert 2 == shown.count(["乙の数", "4件", "5件", "6件"])

    def test_a_second_table_of_one_row(self, tmp_path: Path) -> None:
        """The colours of its header tell the columns, however few rows there are."""
        rows = [*TWO_ROWS, [""], *TWO_ROWS[:3]]
        paper = coloured(written(rows, at=FOUR))
        coloured(paper, top=238, rows=1)
        shown = rows_of_page(tmp_path, paper)

        assert 2 == shown.count(["指標名", "令和６年度", "", "令和７年度"])
        assert 2 == shown.count(["甲の数", "1件", "2件", "3件"])

    def test_colour_beside_the_table(self, tmp_path: Path) -> None:
        """A box of colour at its side, and one below it, are no part of its header."""
        paper = coloured(written(TWO_ROWS, at=FOUR))
        paper.raw("0.9 g")
        paper.box(500, 88, 540, 148)
        paper.box(45, 300, 145, 330)
        paper.raw("0 g")

        assert ["指標名", "令和６年度", "", "令和７年度"] == rows_of_page(tmp_path, paper)[0]

    def test_text_across_the_columns_of_the_header(self, tmp_path: Path) -> None:
        rows = [*TWO_ROWS[:3], ["乙の数をこの表のように数える", "4件", "5件", "6件"]]
        shown = rows_of_page(tmp_path, coloured(written(rows, at=FOUR)))

        assert all(len([text for text in row if text]) < 4 for row in shown[2:])

    def test_a_header_with_all_its_rules(self, tmp_path: Path) -> None:
        """The rows below it are ruled across; a title goes over all columns of them."""
        shown = rows_of_page(
            tmp_path, below_header(ROWS[1], ["１ 甲と乙の数を数えた結果"], *ROWS[2:])
        )

        assert [HEADER, ROWS[1]] == shown[:2]
        assert ["１ 甲と乙の数を数えた結果", "", ""] == shown[2]
        assert ROWS[2:] == shown[3:]

    def test_a_header_with_all_its_rules_above_a_title(self, tmp_path: Path) -> None:
        shown = rows_of_page(tmp_path, below_header(["１ 甲と乙の数を数えた結果"], *ROWS[1:]))

        assert [HEADER, ["１ 甲と乙の数を数えた結果", "", ""], *ROWS[1:]] == shown

    def test_a_header_with_all_its_rules_and_nothing_below(self, tmp_path: Path) -> None:
        shown = rows_of_page(tmp_path, below_header())

        assert [HEADER] == shown

    def test_one_line_amid_two_of_others(self, tmp_path: Path) -> None:
        """A cell set in the middle of a row of two lines tells that these are one row."""
        paper = Paper()
        for top, row in zip((100, 138, 176, 214), ROWS, strict=True):
            paper.text(COLUMNS[0], top + 6, row[0])
            for x, text in zip(COLUMNS[1:], row[1:], strict=True):
                paper.text(x, top, text)
                paper.text(x, top + 12, "（R6）")
        shown = rows_of_page(tmp_path, ruled(paper, range(90, 243, 38)))

        assert [row[0] for row in ROWS] == [row[0] for row in shown]
        assert "20件\n（R6）" == shown[1][2]

    def test_a_rule_around_several_rows(self, tmp_path: Path) -> None:
        rows = [HEADER, ["甲/乙", "1件/2件", "3件/4件"], ["丙/丁", "5件/6件", "7件/8件"], ROWS[3]]
        paper = ruled(written(rows), range(88, 209, 30))

        assert all(len(row) < 3 or row[0] != "甲\n乙" for row in rows_of_page(tmp_path, paper))

    def test_a_title_between_rules(self, tmp_path: Path) -> None:
        rows = [["第１章"], *ROWS]
        shown = rows_of_page(tmp_path, ruled(written(rows), range(88, 239, 30)))

        assert ROWS == shown[1:]

    def test_no_header(self, tmp_path: Path) -> None:
        rows = [["甲の数", "10件", "20件"]] * 4
        paper = ruled(written(rows), range(88, 209, 30))

        assert {1} == {len([text for text in row if text]) for row in rows_of_page(tmp_path, paper)}

    def test_rules_of_other_lengths_are_no_table(self, tmp_path: Path) -> None:
        paper = written(ROWS[:1])
        for number in range(6):
            paper.line(45, 300 + 30 * number, 100 + 40 * number, 300 + 30 * number)

        assert all(sum(map(bool, row)) <= 3 for row in rows_of_page(tmp_path, paper))

    def test_a_table_with_all_its_rules_beside(self, tmp_path: Path) -> None:
        paper = ruled(written(ROWS), range(88, 209, 30))
        paper.table([["区分", "数"], ["甲", "1"]], x=50, y=400, widths=[100, 100], height=30)
        shown = rows_of_page(tmp_path, paper)

        assert ROWS == [row[:3] for row in shown[:4]]
        assert ["区分", "数"] == shown[-2][:2]


class TestWithoutRules:
    WRAPPED = (
        [*HEADER],
        ["甲の数を数えた/ものの数", "10件", "20件"],
        ["乙の数を数えた/ものの数", "30件", "40件"],
        ["丙の数", "5件", "6件"],
    )

    def test_cells_of_two_lines(self, tmp_path: Path) -> None:
        shown = rows_of_page(tmp_path, written(self.WRAPPED))

        assert [
            HEADER,
            ["甲の数を数えた\nものの数", "10件", "20件"],
            ["乙の数を数えた\nものの数", "30件", "40件"],
            ["丙の数", "5件", "6件"],
        ] == shown

    def test_lines_of_a_row_no_nearer_than_rows(self, tmp_path: Path) -> None:
        shown = rows_of_page(tmp_path, written(self.WRAPPED, pitch=24))

        assert all(row[0] != "甲の数を数えた\nものの数" for row in shown)

    def test_a_paragraph_after_a_gap(self, tmp_path: Path) -> None:
        paper = written(self.WRAPPED)
        paper.text(50, 400, "次の年も同じように数える。")
        shown = rows_of_page(tmp_path, paper)

        assert "次の年も同じように数える。" == shown[-1][0]
        assert ["丙の数", "5件", "6件"] == shown[3]

    def test_a_header_of_two_lines_beside_one_amid_them(self, tmp_path: Path) -> None:
        paper = Paper()
        for x, text in zip(COLUMNS, HEADER, strict=True):
            name, _, year = text.partition("(")
            for line, part in enumerate([name, f"({year}"] if year else [name]):
                paper.text(x, 100 + 12 * line + (0 if year else 6), part)
        for number, row in enumerate(self.WRAPPED[1:], 1):
            for x, text in zip(COLUMNS, row, strict=True):
                for line, part in enumerate(text.split("/")):
                    paper.text(x, 106 + 30 * number + 12 * line, part)

        assert [
            ["指標名", "実績値\n(R6)", "目標値\n(R7)"],
            ["甲の数を数えた\nものの数", "10件", "20件"],
            ["乙の数を数えた\nものの数", "30件", "40件"],
            ["丙の数", "5件", "6件"],
        ] == rows_of_page(tmp_path, paper)

    def test_a_table_of_plain_rows_beside_one_of_wrapped_ones(self, tmp_path: Path) -> None:
        plain = [[text.partition("/")[0] for text in row] for row in self.WRAPPED]
        paper = written(plain, top=100, pitch=24)
        for number, row in enumerate(self.WRAPPED):
            for x, text in zip(COLUMNS, row, strict=True):
                for line, part in enumerate(text.split("/")):
                    paper.text(x, 300 + 30 * number + 12 * line, part)
        shown = rows_of_page(tmp_path, paper)

        assert ["甲の数を数えた", "10件", "20件"] in shown
        assert ["甲の数を数えた\nものの数", "10件", "20件"] in shown

    def test_two_rows_so_near_that_they_may_be_one(self, tmp_path: Path) -> None:
        rows = [HEADER, ["甲の数/乙の数", "10件/30件", "20件/40件"], *self.WRAPPED[2:]]
        shown = rows_of_page(tmp_path, written(rows))

        assert all("甲の数\n乙の数" not in row for row in shown)


def test_a_header_that_comes_again_above_too_few_rows() -> None:
    """Of one width: the second is left alone, and the first one is a table."""
    words = [("指標名", 50), ("実績", 150), ("目標", 250)]
    glyphs = [
        Glyph(text, x, top, x + 40, top + 10, 10)
        for top in (92, 122, 152, 212, 242)
        for text, x in words
    ]
    fills = [Box(x - 5, top, x + 95, top + 30) for top in (87, 207) for _, x in words]
    level = [Rule(at, 45, 345) for at in (87, 117, 147, 177, 207, 237)]

    (table,) = stripes(level, glyphs, [], fills)
    across, _ = table

    assert {87, 117, 147, 177} == {rule.at for rule in across}
