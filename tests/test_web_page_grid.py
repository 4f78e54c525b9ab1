"""Web pages as grids: the cells where a browser puts them, and what they say."""

from __future__ import annotations

import pytest

from flows import lines, page, texts


class TestPlaces:
    """Cells stand where a browser draws them."""

    @pytest.mark.parametrize(
        ("html", "expected", "merges"),
        [
            pytest.param(
                "<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>",
                {(1, 1): "甲", (1, 2): "乙", (2, 1): "1", (2, 2): "2"},
                [],
                id="plain",
            ),
            pytest.param(
                "<TABLE><TR><TH>甲<TH>乙<TR><TD>1<TD>2",
                {(1, 1): "甲", (1, 2): "乙", (2, 1): "1", (2, 2): "2"},
                [],
                id="no end tags",
            ),
            pytest.param(
                "<table><td>甲<td>乙<tbody><td>1<p>2<div><tr><td>3",
                {(1, 1): "甲", (1, 2): "乙", (2, 1): "1\n2", (3, 1): "3"},
                [],
                id="no rows",
            ),
            pytest.param(
                "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td>戊",
                {(1, 1): "甲", (1, 2): "乙", (2, 2): "丙", (2, 3): "丁", (3, 1): "戊"},
                [(1, 1, 2, 1), (1, 2, 1, 3)],
                id="spans",
            ),
            pytest.param(
                "<table><tr><td>甲<td rowspan=0>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>",
                {(1, 1): "甲", (1, 2): "乙", (2, 1): "丙", (3, 1): "丁", (3, 2): "戊"},
                [(1, 2, 2, 2)],
                id="to the end of the group",
            ),
            pytest.param(
                "<table><tr><td rowspan=99999999999>甲<td>乙<tr><td>丙</table>",
                {(1, 1): "甲", (1, 2): "乙", (2, 2): "丙"},
                [(1, 1, 2, 1)],
                id="no further than there are rows",
            ),
            pytest.param(
                "<table><tr><td colspan=x>甲<td colspan=0 rowspan=-1>乙<td colspan>丙</table>",
                {(1, 1): "甲", (1, 2): "乙", (1, 3): "丙"},
                [],
                id="no numbers",
            ),
            pytest.param(
                "<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁</table>",
                {(1, 1): "甲", (1, 2): "乙", (2, 1): "丙", (2, 3): "丁"},
                [(1, 2, 2, 2)],
                id="one cell does not cover another",
            ),
            pytest.param(
                "<table><tfoot><tr><td>計<td>3<tbody><tr><td>甲<td>1<thead><tr><th>名<th>数"
                "<thead><tr><th>名2<th>数2<tfoot><tr><td>計2<td>4</table>",
                {
                    (1, 1): "名",
                    (1, 2): "数",
                    (2, 1): "甲",
                    (2, 2): "1",
                    (3, 1): "名2",
                    (3, 2): "数2",
                    (4, 1): "計2",
                    (4, 2): "4",
                    (5, 1): "計",
                    (5, 2): "3",
                },
                [],
                id="head above and foot below",
            ),
            pytest.param(
                "<table><tbody><tr><td>甲<td>1</tbody><tr><td>乙<td>2</table>",
                {(1, 1): "甲", (1, 2): "1", (2, 1): "乙", (2, 2): "2"},
                [],
                id="a row behind a group",
            ),
            pytest.param(
                "<table><colgroup><col><col></colgroup><caption>表1<tr><td>甲<td>1</table>",
                {(1, 1): "表1", (3, 1): "甲", (3, 2): "1"},
                [],
                id="caption",
            ),
            pytest.param(
                "<table>前<tr>間<td>甲<td>1</table>後",
                {(1, 1): "前間", (3, 1): "甲", (3, 2): "1", (5, 1): "後"},
                [],
                id="text beside cells",
            ),
            pytest.param(
                "<table><tr><td>甲<td>1<table><tr><td>乙<td>2</table></td></tr></table>丙",
                {(1, 1): "甲", (2, 1): "1", (4, 1): "乙", (4, 2): "2", (6, 1): "丙"},
                [],
                id="table in a cell",
            ),
            pytest.param(
                "<table><tr><td>甲<td>1</td><table><tr><td>乙<td>2</table>",
                {(1, 1): "甲", (1, 2): "1", (3, 1): "乙", (3, 2): "2"},
                [],
                id="table between cells ends the table",
            ),
            pytest.param(
                "<table role=presentation><tr><td>甲<td>乙<tr><td>丙</table>",
                {(1, 1): "甲", (2, 1): "乙", (3, 1): "丙"},
                [],
                id="table that lays out",
            ),
            pytest.param(
                "<table><tr><td><h2>計画</h2><p>令和5年度</table>",
                {(1, 1): "計画", (2, 1): "令和5年度"},
                [],
                id="frame",
            ),
            pytest.param(
                "<td>甲</td><tr>乙</tr><caption>丙</caption>",
                {(1, 1): "甲乙丙"},
                [],
                id="cells without a table",
            ),
            pytest.param(
                "<table><tr><td>甲<td style='display: none'>乙<td>丙<tr hidden><td>丁"
                "<tr><td>戊</table>",
                {(1, 1): "甲", (1, 2): "丙", (2, 1): "戊"},
                [],
                id="hidden cells take no place",
            ),
            pytest.param(
                "<div hidden><table><thead><tr><td>甲</table></div>乙",
                {(1, 1): "乙"},
                [],
                id="hidden table",
            ),
        ],
    )
    def test_places(
        self,
        html: str,
        expected: dict[tuple[int, int], str],
        merges: list[tuple[int, int, int, int]],
    ) -> None:
        read = page(html)

        assert expected == texts(read)
        assert merges == read.grid.merges

    def test_tables_that_lay_out_a_page(self) -> None:
        """The tables inside are tables of their own, each below its title."""
        read = page(
            "<table><tr><td colspan=2><h1>計画</h1></td></tr><tr><td><ul><li>目次<li>一覧</ul>"
            "<td><h2>表1</h2><table><tr><th>甲<tr><td>1</table><table><tr><th>乙<th>丙</table>"
            "<tr><td>問合せ<td>企画課</table>"
        )

        assert texts(read) == {
            (1, 1): "計画",
            (2, 1): "目次",
            (3, 1): "一覧",
            (4, 1): "表1",
            (6, 1): "甲",
            (7, 1): "1",
            (9, 1): "乙",
            (9, 2): "丙",
            (11, 1): "問合せ",
            (11, 2): "企画課",
        }
        assert [(6, 7), (9, 9), (11, 11)] == read.grid.tables

    def test_depth(self) -> None:
        deep = 600
        read = page("<table><tr><td>" * deep + "底" + "</table>" * deep)

        assert {(1, 1): "底"} == texts(read)


class TestText:
    """What a cell says: as a browser shows it."""

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            ("50件<br>(R5)<br/>注", "50件\n(R5)\n注"),
            ("50件<p>(R5)</p>", "50件\n(R5)"),
            ("<p>50件<p>(R5)", "50件\n(R5)"),
            ("<p>50件</p>(R5)", "50件\n(R5)"),
            ("50件</p>(R5)", "50件\n(R5)"),
            ("50件</br>(R5)", "50件\n(R5)"),
            ("50件<hr>(R5)", "50件\n(R5)"),
            ("<ul><li>甲<li>乙<ul><li>丙</ul><li>丁</ul>", "甲\n乙\n丙\n丁"),
            ("<dl><dt>甲<dd>乙<dt>丙<dd>丁</dl>", "甲\n乙\n丙\n丁"),
            ("  126 \n  件 ", "126 件"),
            ("&nbsp;8割&nbsp;", "8割"),
            ("80&#37;&lt;&#x5272;&gt;&amp", "80%<割>&"),
            ("1<b>2</b>6<!-- 旧 -->件", "126件"),
            ("12<img alt='上昇'>6<wbr>件", "126件"),
            ("<s>100</s>120件", "120件"),
            ("<strike>100</strike>120件", "120件"),
            ("<del>100</del><ins>120件</ins>", "120件"),
            ("<span style='text-decoration: line-through'>100</span>120件", "120件"),
            ("<span class='x old'>100</span>120件", "120件"),
            ("<span class='mark'>100</span>120件", "120件※100"),
            ("1<s>2</s>6件", "1 6件"),
            ("<b><s>100</b>110</s>120件", "120件"),
            ("<p><s>100<p>110</s>120件", "120件"),
            ("<span><s>100</span>110</s>120件", "120件"),
            ("12.3％<sup>1</sup>", "12.3％※1"),
            ("12.3<sup>(注1)</sup>％", "12.3％※1"),
            ("100m<sup>2</sup>", "100m2"),
            ("CO<sub>2</sub>", "CO2"),
            ("12.3％<span style='vertical-align:super'>1</span>", "12.3％※1"),
            ("<div style='display:none'>9</div>8割", "8割"),
            ("<span style='visibility: hidden'>9</span>8割", "8割"),
            ("<span hidden>9<b>9</b></span>8割", "8割"),
            ("<script>document.write('<td>9')</script>8割", "8割"),
            ("<style>.y{color:red}</style>8割", "8割"),
            ("<template><td>9</template><noscript>9</noscript>8割", "8割"),
            ("<select><option>9<option>7</select><textarea>9</textarea>8割", "8割"),
            ("<script src=x />8割", "8割"),
            ("<a name=x />8割", "8割"),
            ("<ruby>利用<rp>(</rp><rt>りよう</rt><rp>)</rp></ruby>率", "利用率"),
            ("<ruby>利用<rt>りよう</ruby>率", "利用率"),
            ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "\ufffd"),
            ("<![if !supportEmptyParas]>8割<![endif]>", "8割"),
            ("<![x[8割", ""),
            ("8割</div></b></nosuch>", "8割"),
            ("<div><b>8</div>割", "8\n割"),
        ],
    )
    def test_text(self, cell: str, text: str) -> None:
        style = (
            "<style><!-- td.x, .old {text-decoration:line-through} p {color:red}"
            " .mark { vertical-align: super } --></style>"
        )
        read = page(f"{style}<table><tr><td>甲<td>{cell}</table>")

        assert ["甲", text] == [*lines(read), ""][:2]

    def test_struck_goes_on(self) -> None:
        """An end tag that is left out strikes all lines below, and three end tags end it."""
        again = "<p><s>100" * 3_000

        assert [] == lines(page(again))
        assert ["120件"] == lines(page(again + "</s></s></s><p>120件"))
        assert [] == lines(page(again + "</s></s><p>120件"))

    def test_struck_ends_with_the_cell(self) -> None:
        read = page("<table><tr><td><span><s>100</span>110<td>120件<td>130件</table>")

        assert {(1, 2): "120件", (1, 3): "130件"} == texts(read)

    def test_navigation_is_no_text(self) -> None:
        read = page("<head><title>市</title></head><nav><ul><li>目次</ul></nav><h1>計画</h1>")

        assert ["計画"] == lines(read)

    def test_classes_of_print(self) -> None:
        """A rule within another one says nothing of how the page is shown."""
        read = page("<style>@media print { .x {text-decoration:line-through} }</style><p class=x>1")

        assert ["1"] == lines(read)
