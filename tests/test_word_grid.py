"""Word files as grids: where the cells stand, and what they say."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from flows import (
    W,
    cell,
    document,
    flow_of,
    line,
    lines,
    part,
    relations,
    row,
    run,
    table,
    texts,
)

ON = "<w:vMerge/>"
FROM_HERE = '<w:vMerge w:val="restart"/>'
RAISED = '<w:vertAlign w:val="superscript"/>'
STRUCK = "<w:strike/>"
HIDDEN = "<w:vanish/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


class TestPlaces:
    """Lines are rows of one cell; tables stand below one another, with a blank row around."""

    def test_lines_and_tables(self, tmp_path: Path) -> None:
        read = document(
            tmp_path,
            line("計画")
            + line()
            + line("表1")
            + table(["指標名", "目標値"], ["利用率", "8割"])
            + table(["課"], ["係"])
            + line("注"),
        )

        assert texts(read) == {
            (1, 1): "計画",
            (2, 1): "表1",
            (4, 1): "指標名",
            (4, 2): "目標値",
            (5, 1): "利用率",
            (5, 2): "8割",
            (7, 1): "課",
            (8, 1): "係",
            (10, 1): "注",
        }
        assert [(4, 5), (7, 8)] == read.grid.tables
        assert [] == read.grid.merges

    def test_merges(self, tmp_path: Path) -> None:
        """Across, down, and both; a cell that goes on with nothing stands by itself."""
        read = document(
            tmp_path,
            table(
                row(cell("甲", FROM_HERE), cell("乙", span(2)), "丙"),
                row(cell("", ON), "丁", "戊", cell("己", ON)),
                row(cell("庚", span(2) + FROM_HERE), "辛", "壬"),
                row(cell("", span(2) + '<w:vMerge w:val="continue"/>'), "癸", "子"),
                row(cell("丑", ON), "寅", "卯", "辰"),
            ),
        )

        assert texts(read) == {
            (1, 1): "甲",
            (1, 2): "乙",
            (1, 4): "丙",
            (2, 2): "丁",
            (2, 3): "戊",
            (2, 4): "己",
            (3, 1): "庚",
            (3, 3): "辛",
            (3, 4): "壬",
            (4, 3): "癸",
            (4, 4): "子",
            (5, 1): "丑",
            (5, 2): "寅",
            (5, 3): "卯",
            (5, 4): "辰",
        }
        assert [(1, 1, 2, 1), (1, 2, 1, 3), (3, 1, 4, 2)] == read.grid.merges

    def test_columns_left_out(self, tmp_path: Path) -> None:
        read = document(
            tmp_path,
            table(
                row("甲", "乙"),
                row("丙", style='<w:gridBefore w:val="1"/><w:gridAfter w:val="0"/>'),
            ),
        )

        assert {(1, 1): "甲", (1, 2): "乙", (2, 2): "丙"} == texts(read)

    def test_single_cell_is_a_frame(self, tmp_path: Path) -> None:
        read = document(tmp_path, table([cell(line("計画") + line("令和5年度"))]) + table())

        assert {(1, 1): "計画", (2, 1): "令和5年度"} == texts(read)
        assert [] == read.grid.tables

    def test_table_in_a_cell(self, tmp_path: Path) -> None:
        """The rows around it are tables, the row that it stands in is lines."""
        inner = table(["指標名", "目標値"], ["利用率", "8割"])
        read = document(
            tmp_path,
            table(
                ["課", "企画課"],
                row("指標", cell(line("表1") + inner + line("以上")), "右"),
                ["係", "統計係"],
            ),
        )

        assert texts(read) == {
            (1, 1): "課",
            (1, 2): "企画課",
            (3, 1): "指標",
            (4, 1): "表1",
            (6, 1): "指標名",
            (6, 2): "目標値",
            (7, 1): "利用率",
            (7, 2): "8割",
            (9, 1): "以上",
            (10, 1): "右",
            (12, 1): "係",
            (12, 2): "統計係",
        }
        assert [(1, 1), (6, 7), (12, 12)] == read.grid.tables

    def test_tables_side_by_side(self, tmp_path: Path) -> None:
        """Two tables in cells of a row are two tables, the left one first."""
        left, right = table(["甲", "1"], ["乙", "2"]), table(["丙", "3"], ["丁", "4"])
        read = document(tmp_path, table([cell(left + line()), cell(right + line())]))

        assert ["甲", "1", "乙", "2", "丙", "3", "丁", "4"] == lines(read)
        assert [(1, 2), (4, 5)] == read.grid.tables

    def test_text_boxes(self, tmp_path: Path) -> None:
        """They stand before what they are anchored in, and once; so do the tables in them."""
        box = "<w:txbxContent>{}</w:txbxContent>"
        shape = (
            "<w:r><mc:AlternateContent><mc:Choice>"
            + box.format(line("枠1") + table(["甲", "1"]))
            + "</mc:Choice><mc:Fallback>"
            + box.format(line("枠1"))
            + "</mc:Fallback></mc:AlternateContent></w:r>"
        )
        in_cell = f"<w:p>{run('9')}<w:r>{box.format(line('枠2'))}</w:r>{run('割')}</w:p>"
        read = document(tmp_path, line("計画", shape, "案") + table(["達成率", cell(in_cell)]))

        assert ["枠1", "甲", "1", "計画案", "枠2", "達成率", "9割"] == lines(read)

    @pytest.mark.wide
    @pytest.mark.parametrize("kind", ["tbl", "sdt"])
    def test_depth(self, tmp_path: Path, kind: str) -> None:
        """However deep tables or controls are nested, nothing runs over."""
        deep = 20_000
        first, last = {
            "tbl": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
            "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        }[kind]
        read = document(tmp_path, first * deep + line("底") + last * deep)

        assert {(1, 1): "底"} == texts(read)


class TestText:
    """What a cell says: as it is shown, with tracked changes accepted."""

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            pytest.param(line("1", "26", "件"), "126件", id="runs"),
            pytest.param(line("50件") + line() + line("(R5)"), "50件\n(R5)", id="paragraphs"),
            pytest.param(
                line("50件", "<w:r><w:br/></w:r>", "(R5)", "<w:r><w:cr/></w:r>", "注"),
                "50件\n(R5)\n注",
                id="line ends",
            ),
            pytest.param(line("50件_x000D_(R5)"), "50件\n(R5)", id="escaped line end"),
            pytest.param(line("甲", "<w:r><w:tab/></w:r>", "乙"), "甲 乙", id="tab"),
            pytest.param(
                "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("乙") + "</w:p>",
                "乙",
                id="place of a tab",
            ),
            pytest.param(line("甲\n乙"), "甲 乙", id="line end of the file"),
            pytest.param(line("3", "<w:r><w:noBreakHyphen/></w:r>", "1"), "3-1", id="hyphen"),
            pytest.param(
                line('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
                "\uf0fc",
                id="symbol",
            ),
            pytest.param(line('<w:r><w:sym w:char="FFFFFFFF"/></w:r>'), "\ufffd", id="no symbol"),
            pytest.param(
                line("達成", '<w:ins w:id="1">' + run("率") + "</w:ins>"), "達成率", id="inserted"
            ),
            pytest.param(
                line('<w:del w:id="1"><w:r><w:delText>80</w:delText></w:r></w:del>', "90", "%"),
                "90%",
                id="deleted",
            ),
            pytest.param(
                line("90", '<w:moveFrom w:id="1">' + run("80") + "</w:moveFrom>", "%"),
                "90%",
                id="moved away",
            ),
            pytest.param(
                line("90", '<w:moveTo w:id="1">' + run("%") + "</w:moveTo>"), "90%", id="moved here"
            ),
            pytest.param(
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("1") + "</w:p>" + line("26件"),
                "126件",
                id="deleted end of a paragraph",
            ),
            pytest.param(
                "<w:sdt><w:sdtPr/><w:sdtContent>" + line("50件") + "</w:sdtContent></w:sdt>",
                "50件",
                id="control",
            ),
            pytest.param(
                "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + run("入力してください")
                + "</w:sdtContent></w:sdt>"
                + run("件")
                + "</w:p>",
                "件",
                id="control that asks",
            ),
            pytest.param(
                line(
                    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                    "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>",
                    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                    "126",
                ),
                "126",
                id="field",
            ),
            pytest.param(
                line("<w:r><w:ruby><w:rt>" + run("りよう") + "</w:rt><w:rubyBase>" + run("利用"))[
                    :-6
                ]
                + "</w:rubyBase></w:ruby></w:r></w:p>",
                "利用",
                id="reading of kanji",
            ),
            pytest.param(
                line(
                    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
                    "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
                ),
                "\ufffd",
                id="equation",
            ),
            pytest.param(
                "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr>"
                "<w:t>50</w:t></w:r></w:p>",
                "50",
                id="struck out before",
            ),
            pytest.param(
                "<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + run("50") + "</w:p>",
                "50",
                id="struck mark of a paragraph",
            ),
        ],
    )
    def test_text(self, tmp_path: Path, content: str, text: str) -> None:
        read = document(tmp_path, table(["甲", cell(content)]))

        assert ["甲", text] == lines(read)

    @pytest.mark.parametrize(
        ("runs", "text"),
        [
            ([run("12.3％"), run("1", RAISED)], "12.3％※1"),
            ([run("12.3"), run("1", RAISED), run("％")], "12.3％※1"),
            ([run("100", STRUCK), run("120件")], "120件"),
            ([run("100", "<w:dstrike/>"), run("120件")], "120件"),
            ([run("100", '<w:strike w:val="0"/>'), run("件")], "100件"),
            ([run("9", HIDDEN), run("8割")], "8割"),
            ([run("96人"), run("1", '<w:position w:val="6"/>')], "96人※1"),
            ([run("96人"), run("下", '<w:position w:val="-6"/>')], "96人下"),
            ([run("CO"), run("2", '<w:vertAlign w:val="subscript"/>')], "CO2"),
        ],
    )
    def test_runs(self, tmp_path: Path, runs: list[str], text: str) -> None:
        read = document(tmp_path, table(["甲", cell(line(*runs))]))

        assert ["甲", text] == lines(read)

    def test_lines_outside_tables(self, tmp_path: Path) -> None:
        """A line end of one paragraph begins another row."""
        read = document(tmp_path, line("計画", "<w:r><w:br/></w:r>", "一覧"))

        assert {(1, 1): "計画", (2, 1): "一覧"} == texts(read)

    def test_deleted_row(self, tmp_path: Path) -> None:
        read = document(
            tmp_path,
            table(["甲", "1"], row("乙", "2", style="<w:del/>"), row("丙", "3", style="<w:ins/>")),
        )

        assert {(1, 1): "甲", (1, 2): "1", (2, 1): "丙", (2, 2): "3"} == texts(read)


class TestStyles:
    """A style, and what it rests upon, strikes out or raises; the run has the last word."""

    STYLES = (
        '<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Older"><w:basedOn w:val="Old"/></w:style>'
        '<w:style w:type="character" w:styleId="Mark"><w:name w:val="note"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (line(run("80", '<w:rStyle w:val="Old"/>'), "90"), "90"),
            (line(run("80", '<w:rStyle w:val="Older"/>'), "90"), "90"),
            (line(run("80", '<w:rStyle w:val="Old"/><w:strike w:val="false"/>')), "80"),
            (line("90", run("1", '<w:rStyle w:val="Mark"/>')), "90※1"),
            (line("90", run("%", '<w:rStyle w:val="None"/>')), "90%"),
            ('<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>' + run("1") + "</w:p>" + line("2"), "2"),
            ('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>' + run("1") + "</w:p>", "1"),
        ],
    )
    def test_text(self, tmp_path: Path, content: str, text: str) -> None:
        read = document(tmp_path, table(["甲", cell(content)]), styles=self.STYLES)

        assert ["甲", text] == lines(read)


class TestNotes:
    """A note is marked where it is referred to, and is a line behind all else."""

    def test_footnotes_and_endnotes(self, tmp_path: Path) -> None:
        def refer(kind: str, name: int, more: str = "") -> str:
            return f'<w:r><w:{kind}Reference w:id="{name}"{more}/></w:r>'

        read = document(
            tmp_path,
            table(
                [
                    cell(line("利用率", refer("footnote", 2))),
                    cell(line("8割", refer("endnote", 2))),
                    cell(line("1", refer("footnote", 3, ' w:customMarkFollows="1"'), "※")),
                ]
            ),
            footnotes='<w:footnote w:type="separator" w:id="0">'
            + line("――")
            + '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
            + run("速報値")
            + '</w:p></w:footnote><w:footnote w:id="3">'
            + line("推計")
            + "</w:footnote>",
            endnotes='<w:endnote w:id="2">' + line("市の調査") + "</w:endnote>",
        )

        assert ["利用率※1", "8割※2", "1※", "※1 速報値", "※ 推計", "※2 市の調査"] == lines(read)

    def test_no_part_of_notes(self, tmp_path: Path) -> None:
        read = document(tmp_path, line("甲", '<w:r><w:footnoteReference w:id="1"/></w:r>'))

        assert ["甲※1"] == lines(read)


def test_strict_form(tmp_path: Path) -> None:
    """The strict form of the standard has other namespaces."""
    made = document(tmp_path, table(["甲", "乙"]))
    path = Path(made.task.file)
    strict = part(table(["甲", "丙"])).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations("/text/main.xml"))
        archive.writestr("text/main.xml", strict)
        archive.writestr("word/document.xml", part(""))

    assert ["甲", "丙"] == lines(flow_of(path))
