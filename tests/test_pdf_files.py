"""PDF files become plans: what is refused, what is said, and tables that go on over pages."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.io import child
from pdf_files import Paper, pdf_bytes, write_pdf

pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.usefixtures("in_this_process")

HEADER = ["施策", "指標名", "実績値(R6)", "目標値(R7)", "説明"]
WIDTHS = [80, 150, 80, 80, 100]
ROWS = [
    ["甲", f"指標{letter}の割合", f"{at}％", f"{at + 1}％", "文"]
    for at, letter in enumerate("あいうえ", 10)
]


def paper_of(
    rows: list[list[str]], *, last: bool = False, title: str = "", header: bool = True
) -> Paper:
    """Return a page with a table: at its top, or, if it goes on, down to its end."""
    paper = Paper()
    rows = [HEADER, *rows] if header else rows
    top = 800 - 40 - 20 * len(rows) if last else 60
    if title:
        paper.text(50, top - 20, title)
    paper.table(rows, y=top, widths=WIDTHS)
    return paper


def read(tmp_path: Path, *pages: Paper) -> kk.Plan:
    return kk.read_plan(write_pdf(tmp_path / "plan.pdf", *pages))


def names(plan: kk.Plan) -> list[str]:
    return [indicator.name for indicator in plan.indicators()]


def codes(plan: kk.Plan) -> list[str]:
    return [issue.code for issue in plan.issues]


def refused(path: Path, **options: object) -> str:
    with pytest.raises(kk.TableError) as caught:
        kk.read_plan(path, **options)  # type: ignore[arg-type]
    return str(caught.value)


class TestPlan:
    def test_a_table(self, tmp_path: Path) -> None:
        plan = read(tmp_path, paper_of(ROWS, title="表1 施策の指標"))
        first = next(plan.indicators())
        assert [
            "指標あの割合",
            "FY2024",
            "10 %",
            "Reach(Quantity('11', '%'))",
        ] == [
            first.name,
            str(first.observations[0].period),
            str(first.observations[0].quantity),
            str(first.targets[0].rule),
        ]
        assert "p1" == first.source.location.sheet  # type: ignore[union-attr]
        assert () == plan.issues

    def test_a_layout_names_a_page(self, tmp_path: Path) -> None:
        path = write_pdf(tmp_path / "plan.pdf", paper_of(ROWS[:1]), paper_of(ROWS[1:2], title="乙"))
        plan = kk.read_plan(path, layout=kk.Layout(sheets=("p2",)))
        assert ["指標いの割合"] == names(plan)
        assert "「p1」「p2」" in refused(path, layout=kk.Layout(sheets=("p3",)))

    def test_a_picture_beside_text(self, tmp_path: Path) -> None:
        """A page that is a picture is named; one that is blank is not."""
        scan = Paper(content=["q 600 0 0 800 0 0 cm /Picture Do Q"])
        plan = read(tmp_path, paper_of(ROWS), scan, Paper())
        assert [("pdf-page-no-text", "p2")] == [(i.code, i.text) for i in plan.issues]

    def test_pages_of_prose(self, tmp_path: Path) -> None:
        """Pages without a table are told of once."""
        prose = Paper()
        prose.text(50, 100, "本文である。")
        plan = read(tmp_path, *[prose] * 2, paper_of(ROWS, title="表1"), *[prose] * 5)
        assert ("pages-without-table", "p1 p2 p4 p5 p6 …") in [
            (each.what, each.value) for each in plan.chosen
        ]
        assert ["p3"] == [each.value for each in plan.chosen if each.what == "sheet"]
        plan = read(tmp_path, prose, paper_of(ROWS, title="表1"))
        assert "p1" in [each.value for each in plan.chosen if "without" in each.what]

    def test_without_a_table(self, tmp_path: Path) -> None:
        paper = Paper()
        paper.text(50, 50, "本文")
        assert "no table" in refused(write_pdf(tmp_path / "plan.pdf", paper))


class TestRefused:
    def test_a_scan(self, tmp_path: Path) -> None:
        scan = Paper(content=["q 600 0 0 800 0 0 cm /Picture Do Q"])
        path = write_pdf(tmp_path / "plan.pdf", scan, scan)
        assert "OCR" in refused(path)

    def test_a_font_without_codes(self, tmp_path: Path) -> None:
        """Numbers of characters in a font are not taken for the characters of these numbers."""
        path = tmp_path / "plan.pdf"
        data = pdf_bytes([paper_of(ROWS)]).replace(b"/UniJIS-UCS2-H", b"/Identity-H   ")
        path.write_bytes(data.replace(b"(Japan1)", b"(Other1)"))
        assert "font without codes" in refused(path)

    def test_encrypted(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.pdf"
        data = pdf_bytes([paper_of(ROWS)])
        key = b"/V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s>" % (b"41" * 32, b"42" * 32)
        lock = b"trailer << /Encrypt << /Filter /Standard %s >> /ID [<41> <41>]" % key
        path.write_bytes(data.replace(b"trailer <<", lock))
        assert "password" in refused(path)

    @pytest.mark.parametrize(
        ("limits", "said"),
        [
            (kk.Limits(pages=1), "(pages: 1)"),
            (kk.Limits(marks=20), "(marks: 20)"),
            (kk.Limits(cells=10), "(cells: 10)"),
            (kk.Limits(size=100), "(size: 100)"),
        ],
    )
    def test_too_large(self, tmp_path: Path, limits: kk.Limits, said: str) -> None:
        path = write_pdf(tmp_path / "plan.pdf", paper_of(ROWS), paper_of(ROWS))
        assert said in refused(path, limits=limits)

    def test_many_strokes(self, tmp_path: Path) -> None:
        paper = Paper()
        paper.table([["い", "ろ"]])
        paper.form = "0 0 m 9 9 l S " * 100
        paper.raw("/Form Do " * 3)
        path = write_pdf(tmp_path / "plan.pdf", paper)
        assert "(marks: 250)" in refused(path, limits=kk.Limits(marks=250))

    def test_a_large_lattice(self, tmp_path: Path) -> None:
        """Four rules across and one down, with the outer ones 4 by 3."""
        paper = Paper()
        for y in (100, 120, 140, 160):
            paper.line(50, y, 250, y)
        paper.line(150, 100, 150, 160)
        paper.text(55, 110, "い")
        path = write_pdf(tmp_path / "plan.pdf", paper)
        assert "(cells: 10)" in refused(path, limits=kk.Limits(cells=10))

    def test_many_boxes(self, tmp_path: Path) -> None:
        paper = paper_of(ROWS)
        for at in range(20):
            paper.box(20 + 25 * at, 300 + 20 * at, 42 + 25 * at, 318 + 20 * at)
        path = write_pdf(tmp_path / "plan.pdf", paper)
        assert "(cells: 200)" in refused(path, limits=kk.Limits(cells=200))

    def test_another_kind(self, tmp_path: Path) -> None:
        """A PDF under another name is told to be one, and the other way round."""
        path = tmp_path / "plan.xlsx"
        path.write_bytes(pdf_bytes([paper_of(ROWS)]))
        assert ".pdf" in refused(path)
        path = tmp_path / "plan.pdf"
        path.write_text("指標名,目標値\n", encoding="utf-8")
        assert ".csv" in refused(path)

    def test_without_the_library(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write_pdf(tmp_path / "plan.pdf", paper_of(ROWS))
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
        with pytest.raises(kk.MissingDependencyError, match="pdf-in"):
            kk.read_plan(path)

    @pytest.mark.wide
    def test_damaged(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever is cut off, changed or left out of a file: an error of ours, or a plan."""
        monkeypatch.setattr(child, "_HAS_PROCESSES", False)  # so that it is the reader's own doing
        chance = random.Random(12)  # noqa: S311 - no secret
        whole = pdf_bytes([paper_of(ROWS, last=True), paper_of(ROWS, header=False)])
        path = tmp_path / "plan.pdf"
        for _ in range(150):
            data, at = bytearray(whole), chance.randrange(5, len(whole))
            match chance.randrange(3):
                case 0:
                    del data[at:]
                case 1:
                    del data[at : at + chance.randrange(200)]
                case _:
                    for place in chance.choices(range(5, len(data)), k=at % 40):
                        data[place] = chance.randrange(256)
            path.write_bytes(data)
            try:
                kk.read_plan(path)
            except kk.TableError as error:
                assert str(path) in str(error)  # noqa: PT017 - either is right


class TestPages:
    """A table that goes on over pages is one."""

    def test_the_header_again(self, tmp_path: Path) -> None:
        plan = read(tmp_path, paper_of(ROWS[:2]), paper_of(ROWS[2:]))
        assert [f"指標{letter}の割合" for letter in "あいうえ"] == names(plan)
        assert () == plan.issues
        assert ("pages", "p2") in [(each.what, each.value) for each in plan.chosen]

    def test_a_row_knows_its_page(self, tmp_path: Path) -> None:
        row = ["甲", "指標おの割合", "12％34％", "9％", "文"]
        plan = read(tmp_path, paper_of(ROWS[:3]), paper_of([ROWS[3], row]))
        places = [issue.location for issue in plan.issues]
        assert [("p2", 6)] == [(place.sheet, place.line) for place in places if place]

    def test_no_header(self, tmp_path: Path) -> None:
        plan = read(tmp_path, paper_of(ROWS[:2], last=True), paper_of(ROWS[2:], header=False))
        assert 4 == len(names(plan))

    def test_over_three_pages_with_margins(self, tmp_path: Path) -> None:
        """Heads, feet and numbers of pages do not part a table."""
        pages = [paper_of(ROWS[:2], last=True), *[paper_of(ROWS[at : at + 1]) for at in (2, 3)]]
        for number, page in enumerate(pages, 11):
            page.text(50, 20, "第3章 計画の指標")
            page.text(280, 780, f"- {number} -")
            page.text(400, 780, f"架空市総合計画 {number}")
        plan = read(tmp_path, *pages)
        assert 4 == len(names(plan))
        assert ("pages", "p2 p3") in [(each.what, each.value) for each in plan.chosen]

    @pytest.mark.parametrize(
        ("first", "years"), [("", ["FY2024", "FY2024"]), ("令和7年度 一覧", ["FY2025", "None"])]
    )
    def test_heads_that_name_a_year(self, tmp_path: Path, first: str, years: list[str]) -> None:
        """They are of each page, unless another line names one above the first table."""
        pages = []
        for at, label in enumerate(("計画", "方針")):
            paper = Paper()
            paper.text(50, 20, "（評価対象:令和6年度）")
            if first and not at:
                paper.text(50, 100, first)
            rows = [["施策", label], ["甲", "文"]]
            paper.table([["指標名", "実績値", "目標値"], [f"割合{at}", "9％", "8％"]], y=150)
            paper.table(rows, y=300)
            pages.append(paper)

        plan = read(tmp_path, *pages)
        seen = [str(each.observations[0].period) for each in plan.indicators()]
        assert years == seen

    def test_a_line_of_the_years_of_cards(self, tmp_path: Path) -> None:
        """It stands above the first of them, and holds for those on the pages behind it."""
        pages = []
        for at in range(2):
            paper = Paper()
            if not at:
                paper.text(50, 100, "基準値:令和5年度 目標値:令和9年度")
            years = ["年度", "令和6", "令和7", "令和8"]
            values = ["基準値", "6人", "目標値", "12人"]
            paper.table([values, years, ["実績", "7人", "9人", "-"]], y=200)
            paper.table([[f"1-{at + 1}", f"移住者数{at}"]], y=180, widths=[70, 210])
            pages.append(paper)

        plan = read(tmp_path, *pages)
        aims = [(each.name, str(each.targets[0].period)) for each in plan.indicators()]
        assert [("移住者数0", "FY2027"), ("移住者数1", "FY2027")] == aims

    def test_a_note_at_the_end_of_the_page(self, tmp_path: Path) -> None:
        first = paper_of(ROWS[:2])
        first.text(50, 200, "※ 注である。")
        assert 4 == len(names(read(tmp_path, first, paper_of(ROWS[2:]))))

    def test_another_table(self, tmp_path: Path) -> None:
        """Neither other columns, nor a title, nor a header of its own goes on."""
        for second in (
            paper_of(ROWS[2:], title="表2"),
            paper_of([["区分", *HEADER[1:]], *ROWS[2:]], header=False),
        ):
            plan = read(tmp_path, paper_of(ROWS[:2], last=True), second)
            assert "pages" not in [each.what for each in plan.chosen]
            assert 4 == len(names(plan))

    def test_a_header_that_differs_in_its_second_row(self, tmp_path: Path) -> None:
        """Half of a header is none: what is merged over both of its rows shows that it goes on."""
        pages = []
        for year, rows in (("R5", ROWS[:2]), ("R4", ROWS[2:])):
            paper = Paper()
            header = [["施策", "指標名", "実績値", "<", "目標値"], ["^", "^", "R6", year, "^"]]
            paper.table([*header, *rows], y=60, widths=WIDTHS)
            pages.append(paper)
        plan = read(tmp_path, *pages)
        assert "pages" not in [each.what for each in plan.chosen]

    def test_the_first_page_ends_above(self, tmp_path: Path) -> None:
        """Without the header, a table that had room on the page before may be another one."""
        plan = read(tmp_path, paper_of(ROWS[:2]), paper_of(ROWS[2:], header=False))
        assert 2 == len(names(plan))
        assert [("pdf-table-apart", "甲 | 指標うの割合 | 12％ | 13％ | 文")] == [
            (issue.code, issue.text) for issue in plan.issues
        ]

    def test_a_line_between(self, tmp_path: Path) -> None:
        first = paper_of(ROWS[:2], last=True)
        first.text(50, 775, "一")
        second = paper_of(ROWS[2:], header=False)
        for pages in (
            (first, second),
            (paper_of(ROWS[:2], last=True), paper_of(ROWS[2:], header=False, title="一")),
        ):
            plan = read(tmp_path, *pages)
            assert 2 == len(names(plan))
            assert "pdf-table-apart" in codes(plan)

    def test_rows_that_found_no_room(self, tmp_path: Path) -> None:
        """A row as high as the room that was left shows why the page ends above."""
        second = Paper()
        second.table([ROWS[2], ROWS[3]], y=60, widths=WIDTHS, height=340)
        first = Paper()
        first.table([HEADER, *ROWS[:2]], y=60, widths=WIDTHS, height=120)
        plan = read(tmp_path, first, second)
        assert 4 == len(names(plan))
        assert () == plan.issues

    def test_tables_that_are_none_of_indicators(self, tmp_path: Path) -> None:
        """Nothing is said of tables without a header that follow another without."""
        pages = [Paper(), Paper()]
        for paper, text in zip(pages, "甲乙", strict=True):
            paper.table([[text, "内容"], ["名称", text]], y=300)
        plan = read(tmp_path, *pages, paper_of(ROWS, title="表"))
        assert () == plan.issues

    @pytest.mark.parametrize(
        ("label", "half", "found", "code"),
        [
            ("2 市民の進め方", "の見直し", "2 市民の進め方の見直し", []),
            ("2 市民の進め方", "3 防災", "3 防災", []),
            ("市民協働の進め", "の見直し", "の見直し", ["pdf-label-cut"]),
            ("2 市民", "その他", "その他", ["pdf-label-cut"]),
            ("市民", "その他", "その他", []),
        ],
    )
    def test_a_label_that_is_cut(
        self, tmp_path: Path, label: str, half: str, found: str, code: list[str]
    ) -> None:
        """Where all begin with a number and one does not, it is the other half of that above."""
        other = [["1 窓口", *ROWS[0][1:]], ["^", *ROWS[1][1:]]]
        above = [*other, [label, *ROWS[2][1:]]]
        below = [[half, *ROWS[3][1:]], ["^", "指標おの割合", "1％", "2％", "文"]]
        plan = read(tmp_path, paper_of(above), paper_of(below))
        assert 5 == len(names(plan))
        assert code == codes(plan)
        titles = {i.name: s.title for s in plan.sections[0].sections for i in s.indicators}
        codes_of = {i.name: s.code for s in plan.sections[0].sections for i in s.indicators}
        last = f"{codes_of['指標おの割合']} {titles['指標おの割合']}".strip()
        assert found == last

    def test_a_label_over_the_end(self, tmp_path: Path) -> None:
        """A label of several rows goes on below the end of the page."""
        above = [["乙", *ROWS[0][1:]], ["^", *ROWS[1][1:]]]
        below = [["", *ROWS[2][1:]], ["丙", *ROWS[3][1:]]]
        plan = read(tmp_path, paper_of(above), paper_of(below))
        assert () == plan.issues
        titles = {s.title: [i.name for i in s.indicators] for s in plan.sections[0].sections}
        assert {
            "乙": [f"指標{letter}の割合" for letter in "あいう"],
            "丙": ["指標えの割合"],
        } == titles

    def test_a_label_that_may_be_missing(self, tmp_path: Path) -> None:
        """No label of the column has several rows: a blank one is not that of the row above."""
        below = [["", *ROWS[2][1:]], ROWS[3]]
        plan = read(tmp_path, paper_of(ROWS[:2]), paper_of(below))
        assert ["指標あの割合", "指標えの割合"] == names(plan)
        assert ["pdf-row-cut"] == codes(plan)

    def test_a_row_whose_text_goes_on(self, tmp_path: Path) -> None:
        """What is full and goes on with nothing but text is joined."""
        above = [ROWS[0], ["甲", "市民が主体となる活動に参加し", "50％", "60％", "文"]]
        below = [["", "ている市民の割合", "", "", ""], ROWS[2]]
        plan = read(tmp_path, paper_of(above), paper_of(below))
        assert [
            "指標あの割合",
            "市民が主体となる活動に参加している市民の割合",
            "指標うの割合",
        ] == names(plan)
        assert () == plan.issues

    @pytest.mark.parametrize(
        ("above", "below"),
        [
            # the text is not full
            (["甲", "市民の活動", "50％", "60％", "文"], ["", "の割合", "", "", ""]),
            # a figure stands in what goes on
            (
                ["甲", "市民が主体となる活動に参加し", "50％", "60％", "文"],
                ["", "た80人", "", "", ""],
            ),
            # the figures are on the other page than the name
            (["甲", "市民の活動の割合", "", "", ""], ["", "", "50％", "60％", "文"]),
            # one figure is on the other page
            (["甲", "市民の活動の割合", "50％", "", "文"], ["", "", "", "60％", ""]),
            # the name is parted, its figures are below
            (["甲", "市民の活動", "", "", ""], ["", "の割合", "50％", "60％", "文"]),
            # the bound of a target is parted from it
            (["甲", "市民の活動の割合", "50％", "60％", "文"], ["", "", "", "以上", ""]),
            # words stand below figures
            (
                ["甲", "市民の活動の割合", "50％", "60％", "文"],
                ["甲", "の割合", "（速報）", "以上", "文"],
            ),
            # a value of two lines is parted
            (["甲", "市民の活動の割合", "50％", "60％", "文"], ["", "", "（49％）", "", ""]),
        ],
    )
    def test_a_row_that_is_cut(self, tmp_path: Path, above: list[str], below: list[str]) -> None:
        """Neither half is read, and an issue names both."""
        plan = read(tmp_path, paper_of([ROWS[0], above]), paper_of([below, ROWS[3]]))
        assert ["指標あの割合", "指標えの割合"] == names(plan)
        issue = next(issue for issue in plan.issues if issue.code == "pdf-row-cut")
        assert " | ".join(text for text in [*above, *below] if text) == issue.text
        assert 1 == len(plan.issues)

    def test_a_label_beside_a_row_that_is_cut(self, tmp_path: Path) -> None:
        """A label of the rows below the cut one stays theirs."""
        above = [ROWS[0], ["甲", "市民の活動の割合", "", "", ""]]
        below = [["乙", "", "50％", "60％", "文"], ["^", *ROWS[2][1:]], ["^", *ROWS[3][1:]]]
        plan = read(tmp_path, paper_of(above), paper_of(below))
        assert ["pdf-row-cut"] == codes(plan)
        titles = {s.title: [i.name for i in s.indicators] for s in plan.sections[0].sections}
        assert {"甲": ["指標あの割合"], "乙": ["指標うの割合", "指標えの割合"]} == titles

    def test_a_label_that_begins_with_a_row_that_is_cut(self, tmp_path: Path) -> None:
        """It is that of the rows below on the next page, whose cells are blank."""
        other = [["甲", *ROWS[0][1:]], ["^", *ROWS[1][1:]]]
        above = [*other, ["乙", "市民の活動の割合", "50％", "", "文"]]
        below = [["", "", "", "60％", "文"], ["^", *ROWS[2][1:]], ["^", *ROWS[3][1:]]]
        plan = read(tmp_path, paper_of(above), paper_of(below))
        assert ["pdf-row-cut"] == codes(plan)
        titles = {s.title: [i.name for i in s.indicators] for s in plan.sections[0].sections}
        assert {
            "甲": ["指標あの割合", "指標いの割合"],
            "乙": ["指標うの割合", "指標えの割合"],
        } == titles

    def test_the_end_of_one_cell(self, tmp_path: Path) -> None:
        """A page may hold nothing but the end of a name."""
        above = [ROWS[0], ["甲", "市民が主体となる活動に参加し", "50％", "60％", "文"]]
        below = [["", "ている市民の割合", "", "", ""]]
        plan = read(tmp_path, paper_of(above, last=True), paper_of(below, header=False))
        assert ["指標あの割合", "市民が主体となる活動に参加している市民の割合"] == names(plan)

    def test_a_line_across_at_the_end(self, tmp_path: Path) -> None:
        """A row that is one cell is no half of anything."""
        above = [ROWS[0], ["◆ 基本目標1", "<", "<", "<", "<"]]
        plan = read(tmp_path, paper_of(above), paper_of(ROWS[2:]))
        assert () == plan.issues
        assert 3 == len(names(plan))

    def test_a_table_that_is_none_of_indicators(self, tmp_path: Path) -> None:
        """What its columns hold is not known, and its rows are joined as they are."""
        pages = []
        for texts in (["甲", "乙"], ["", "丙"]):
            paper = Paper()
            paper.table([["名称", "内容"], texts], y=100)
            pages.append(paper)
        plan = read(tmp_path, *pages, paper_of(ROWS, title="表"))
        assert () == plan.issues
