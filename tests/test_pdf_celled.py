"""Tables of a PDF file whose cells have level rules or colours of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from pdf_files import Paper, rows_of_page

pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.usefixtures("in_this_process")

#: Where the cells of a row meet.
EDGES = (45, 200, 280, 360, 440)
HEADER = ["指標名", "基準値(R4)", "実績値(R6)", "目標値(R7)"]
ROWS = [
    HEADER,
    ["甲の数", "10件", "20件", "30件"],
    ["乙の数", "40件", "50件", "60件"],
    ["丙の数", "7件", "8件", "9件"],
    ["丁の数", "1件", "2件", "3件"],
]


def written(rows: Iterable[Sequence[str]], *, top: float = 100, pitch: float = 30) -> Paper:
    """Write the cells of rows, the lines of a cell parted by a stroke, 12 points apart."""
    paper = Paper()
    for number, row in enumerate(rows):
        for x, text in zip(EDGES, row, strict=False):
            for line, part in enumerate(text.split("/")):
                paper.text(x + 5, top + number * pitch + 12 * line, part)
    return paper


def bordered(paper: Paper, heights: Iterable[float], edges: Sequence[float] = EDGES) -> Paper:
    """Draw the border below each cell by itself."""
    for height in heights:
        for left, right in pairwise(edges):
            paper.line(left, height, right, height)
    return paper


def coloured(
    paper: Paper, tops: Iterable[float], *, pitch: float = 30, whole: bool = False
) -> Paper:
    """Fill the cells of rows, or each row as a whole."""
    behind = Paper()
    behind.raw("0.9 g")
    for top in tops:
        edges = (EDGES[0], EDGES[-1]) if whole else EDGES
        for left, right in pairwise(edges):
            behind.box(left, top, right, top + pitch)
    behind.raw("0 g")
    behind.content += paper.content
    return behind


class TestBordersOfCells:
    def test_a_cell_of_two_lines(self, tmp_path: Path) -> None:
        rows = [HEADER, ["甲の数を数えた/ものの数", "10件", "20件", "30件"], *ROWS[2:]]
        shown = rows_of_page(tmp_path, bordered(written(rows), range(82, 233, 30)))

        assert "甲の数を数えた\nものの数" == shown[1][0]
        assert ROWS[2:] == shown[2:]

    def test_a_title_over_all_cells(self, tmp_path: Path) -> None:
        rows = [HEADER, ROWS[1], ["１ 命を守り、次の世代に何かを伝えるまちをつくる"], *ROWS[2:]]
        shown = rows_of_page(tmp_path, bordered(written(rows), range(82, 263, 30)))

        assert [row[:4] for row in shown[:2]] == [HEADER, ROWS[1]]
        assert "１ 命を守り、次の世代に何かを伝えるまちをつくる" == "".join(shown[2])
        assert ROWS[2:] == shown[3:]

    def test_two_tables_with_a_text_between(self, tmp_path: Path) -> None:
        """What stands between them is no row, and neither is the header that comes again."""
        paper = bordered(written(ROWS[:3]), (82, 112, 142, 172))
        paper.text(45, 190, "この表の下にも、同じ幅の表がもう一つ置いてあることを書いた。")
        paper.text(45, 205, "二行にわたる。")
        second = bordered(written([HEADER, *ROWS[3:]], top=240), (222, 252, 282, 312))
        paper.content += second.content
        shown = rows_of_page(tmp_path, paper)

        assert 2 == shown.count(HEADER)
        assert all(row in shown for row in ROWS[1:])

    def test_two_tables_without_a_text_between(self, tmp_path: Path) -> None:
        rows = [*ROWS[:3], HEADER, *ROWS[3:]]
        shown = rows_of_page(tmp_path, bordered(written(rows), range(82, 263, 30)))

        assert 2 == shown.count(HEADER)
        assert all(row in shown for row in ROWS[1:])

    def test_a_cell_that_goes_on_down(self, tmp_path: Path) -> None:
        """The border is missing below it in the rows that it is of."""
        rows = [
            ["分類", *HEADER[1:]],
            ["甲", *ROWS[1][1:]],
            ["", *ROWS[2][1:]],
            ["乙", *ROWS[3][1:]],
        ]
        paper = bordered(written(rows), (82, 112, 172, 202))
        shown = rows_of_page(tmp_path, bordered(paper, (142,), EDGES[1:]))

        assert ["甲", *ROWS[1][1:]] == shown[1]
        assert ["", *ROWS[2][1:]] == shown[2]

    def test_a_heading_over_two_cells(self, tmp_path: Path) -> None:
        """Only the cells below it have a border between the two rows of the header."""
        rows = [
            ["指標名", "基準値", "", ""],
            ["", "", "目標値(R6)", "実績値(R6)"],
            *(row for row in ROWS[1:]),
        ]
        paper = bordered(written(rows), (82, *range(142, 263, 30)))
        paper.text(300, 100, "令和６年度の目標と実績")
        shown = rows_of_page(tmp_path, bordered(paper, (112,), EDGES[2:]))

        assert ["指標名", "基準値", "令和６年度の目標と実績", ""] == shown[0]
        assert ["", "", "目標値(R6)", "実績値(R6)"] == shown[1]
        assert ROWS[1:] == shown[2:]

    def test_two_borders_at_one_height(self, tmp_path: Path) -> None:
        """A rule over all cells, and right below it the borders of each."""
        paper = written(ROWS)
        for height in range(82, 233, 30):
            paper.line(45, height - 1, 440, height - 1)

        assert ROWS == rows_of_page(tmp_path, bordered(paper, range(82, 233, 30)))

    def test_a_rule_right_below_the_borders(self, tmp_path: Path) -> None:
        paper = bordered(written(ROWS), range(82, 233, 30))
        for height in range(82, 233, 30):
            paper.line(45, height + 1, 440, height + 1)

        assert ROWS == rows_of_page(tmp_path, paper)

    def test_broken_borders(self, tmp_path: Path) -> None:
        """The pieces of a broken rule meet in no cell."""
        paper = bordered(written(ROWS), (82, 112, 232))
        for height in (142, 172, 202):
            for left in range(45, 440, 4):
                paper.line(left, height, left + 3, height)

        assert ROWS == rows_of_page(tmp_path, paper)

    def test_text_over_the_border_of_cells(self, tmp_path: Path) -> None:
        """Nothing tells the cells of such a row, and of none beside it."""
        rows = [
            *ROWS[:2],
            ["乙の数をこの表のように数えたものの数とその合計の数", "40件", "50件", "60件"],
        ]
        shown = rows_of_page(tmp_path, bordered(written(rows), (82, 112, 142, 172)))

        assert all(len([text for text in row if text]) < 4 for row in shown[2:])

    def test_empty_bands(self, tmp_path: Path) -> None:
        paper = bordered(written(ROWS), [*range(82, 233, 30), 262, 292])

        assert ROWS == [row for row in rows_of_page(tmp_path, paper) if any(row)]

    def test_two_rows_are_no_table(self, tmp_path: Path) -> None:
        shown = rows_of_page(tmp_path, bordered(written(ROWS[:1]), (82, 112)))

        assert [HEADER] != shown


class TestColoursOfCells:
    def test_every_other_row(self, tmp_path: Path) -> None:
        rows = [HEADER, ["甲の数を数えた/ものの数", *ROWS[1][1:]], *ROWS[2:]]
        shown = rows_of_page(tmp_path, coloured(written(rows), (82, 142, 202)))

        assert ["甲の数を数えた\nものの数", *ROWS[1][1:]] == shown[1]
        assert ROWS[2:] == shown[2:]

    @pytest.mark.parametrize(
        "below", ["", "※ ここに書いたことは、表のどの列にも当たらない長い注である。", "注１"]
    )
    def test_a_last_row_without_colour(self, tmp_path: Path, below: str) -> None:
        paper = written(ROWS[:4])
        if below:
            paper.text(50, 216, below)
        shown = rows_of_page(tmp_path, coloured(paper, (82, 142)))

        assert ROWS[:4] == [row[:4] for row in shown[:4]]
        assert below in ["", *("".join(row) for row in shown[4:])]

    def test_a_last_row_of_two_lines(self, tmp_path: Path) -> None:
        last = ["丙の数を数えた/ものの数", *ROWS[3][1:]]
        paper = written([*ROWS[:3], last])
        paper.text(45, 300, "ここは、表のずっと下に書いたことである。")
        shown = rows_of_page(tmp_path, coloured(paper, (82, 142)))

        assert ["丙の数を数えた\nものの数", *ROWS[3][1:]] == shown[3][:4]

    def test_rows_coloured_as_a_whole(self, tmp_path: Path) -> None:
        paper = coloured(written(ROWS), (142, 202), whole=True)

        assert ROWS == rows_of_page(tmp_path, coloured(paper, (82,)))

    def test_nothing_below_the_last_colour(self, tmp_path: Path) -> None:
        assert ROWS[:3] == rows_of_page(tmp_path, coloured(written(ROWS[:3]), (82, 112, 142)))


class TestCellsAmongRules:
    """Tables that have upright rules, but not between all cells."""

    def test_where_borders_meet_without_an_upright_rule(self, tmp_path: Path) -> None:
        paper = bordered(written(ROWS), range(82, 233, 30))
        for x in (45, 200, 440):
            paper.line(x, 82, x, 232)

        assert ROWS == rows_of_page(tmp_path, paper)

    def test_where_two_rows_tell_it(self, tmp_path: Path) -> None:
        """Two rows are too few to tell that cells meet there."""
        paper = bordered(written(ROWS[:2]), (82, 112, 142))
        for x in (45, 200, 440):
            paper.line(x, 82, x, 142)

        assert 2 == max(len(row) for row in rows_of_page(tmp_path, paper))


class TestCards:
    """A frame with a title in colour, and rows of a label and its value far apart."""

    def paper(self, rows: Sequence[tuple[str, str]]) -> Paper:
        paper = Paper()
        paper.raw("0.9 g")
        paper.box(45, 80, 300, 100)
        paper.raw("0 g")
        paper.text(50, 90, "KPI1 甲の数")
        bottom = 100 + 20 * len(rows)
        for number, (label, value) in enumerate(rows):
            paper.text(50, 110 + 20 * number, label)
            paper.text(260, 110 + 20 * number, value)
            paper.line(45, 120 + 20 * number, 300, 120 + 20 * number)
        paper.line(45, 80, 300, 80)
        for x in (45, 300):
            paper.line(x, 80, x, bottom)
        return paper

    def test_rows_of_pairs(self, tmp_path: Path) -> None:
        rows = [("基準値（R4）", "10件"), ("実績値（R6）", "20件"), ("目標値（R7）", "30件")]
        shown = rows_of_page(tmp_path, self.paper(rows))

        assert [["KPI1 甲の数", ""], *map(list, rows)] == shown

    def test_a_pair_alone(self, tmp_path: Path) -> None:
        """One such row may be a text with a gap in it."""
        shown = rows_of_page(
            tmp_path, self.paper([("基準値（R4）", "10件"), ("説明の文である", "")])
        )

        assert ["基準値（R4） 10件"] == shown[1]
