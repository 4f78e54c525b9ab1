"""The Word file: its parts hang together, it says what the report says, and reads back as that."""

from __future__ import annotations

import runpy
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import kpikit as kk
from kpikit.language.messages import Language
from kpikit.model.indicator import Cell as IndicatorCell
from kpikit.model.indicator import Source
from kpikit.report import build_report, render_bytes
from kpikit.report.docx.charts import pictures
from kpikit.report.docx.markup import INNER, Cell, paragraph, table
from kpikit.report.xlsx.chart import Bar
from plans import ATTACKS, hostile, of_every_kind
from sagamihara import EXAMPLE
from shared import ROOT

pytest.importorskip("xlsxwriter")
etree = pytest.importorskip("defusedxml.ElementTree")

ANSWER = (
    "目標のある30件のうち23件が達成、6件が未達成、1件は判定できない。"
    "公表された80%は16/20と一致する。"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(result: kk.PlanEvaluation, lang: Language = "ja") -> dict[str, bytes]:
    return parts(render_bytes(result, "docx", lang=lang))


def texts(content: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph."""
    found: list[tuple[str, str]] = []
    for each in etree.fromstring(content["word/document.xml"]).iter(f"{W}p"):
        style = each.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        pieces = (
            "\n" if piece.tag == f"{W}br" else piece.text or ""
            for piece in each.iter()
            if piece.tag in (f"{W}t", f"{W}br")
        )
        found.append((style, "".join(pieces)))
    return found


def sagamihara() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


def many(count: int, actual: str = "1") -> kk.PlanEvaluation:
    indicators = [
        kk.Indicator(
            f"数{at}",
            target=kk.AtLeast(kk.Quantity("2", "件")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity(actual, "件"))],
        )
        for at in range(count)
    ]
    sections = [kk.Section("表", "1", "表", heading="表", indicators=indicators)]
    return kk.evaluate(kk.Plan("計画", sections=sections))


class TestContents:
    def test_the_answer_comes_first(self) -> None:
        found = texts(written(sagamihara()))

        assert [
            ("Title", "相模原市ICT総合戦略"),
            ("Dated", "判定の基準日:令和7年3月31日"),
            (
                "Answer",
                ANSWER,
            ),
            ("Heading1", "まず見るべきもの"),
        ] == found[:4]
        assert (
            ("Verdict", "× 未達成"),
            ("Cell", "3-3 ICTを活用した行政サービスの利用率"),
            ("Cell", "実績 48.2% / 目標 55%以上"),
            ("Cell", "目標を6.8ポイント下回る"),
        ) == tuple(found[8:12])

    def test_headings(self) -> None:
        found = [text for style, text in texts(written(sagamihara())) if style == "Heading1"]

        assert [
            "まず見るべきもの",
            "集計",
            "すべての指標の位置",
            "区分・所管課別の集計",
            "(1) 相模原市ICT総合戦略 施策目標値の達成状況",
            "(2) 相模原市ICT総合戦略 計上事業の進捗状況",
            "公表された達成率の再計算",
            "検算",
            "表に添えられた注記",
            "担当者向け(表の確認と手直し)",
        ] == found

    def test_the_officers_part_is_the_last(self) -> None:
        found = texts(written(sagamihara()))
        start = found.index(("Heading1", "担当者向け(表の確認と手直し)"))
        below = [text for style, text in found[start:] if style == "Heading2"]

        assert found[start + 1][1].endswith("議会資料とするときは除く。")
        assert [text.partition("(")[0] for text in below] == ["表の点検"]
        assert not [text for style, text in found[:start] if style == "Heading2"]

    def test_every_verdict_with_its_reason(self) -> None:
        """Where the row says all, nothing stands below it."""
        found = texts(written(sagamihara()))
        why = [text for style, text in found if style == "Why"]

        assert "実績値(令和5年度)は48.2%で、目標値55%以上に6.8ポイント及ばない。" in why
        assert not [text for text in why if "59,000件" in text]
        assert 42 + 5 == sum(style == "Verdict" for style, _ in found)

    def test_english(self) -> None:
        found = texts(written(sagamihara(), "en"))

        assert ("Heading1", "What to look at first") in found
        assert ("Verdict", "× not achieved") in found

    def test_schemes_and_open_targets(self) -> None:
        from kpikit.analysis.scheme import load

        content = parts(
            render_bytes(kk.evaluate(of_every_kind()), "docx", schemes=[load("miyagi")])
        )

        assert "Miyagi" in str(texts(content)) or "miyagi" in str(texts(content))

    def test_empty_plan(self) -> None:
        found = texts(written(kk.evaluate(kk.Plan("計画"))))

        assert ("Item", "指摘はない。") in found
        assert "word/charts/chart1.xml" not in written(kk.evaluate(kk.Plan("計画")))

    def test_places_of_a_finding(self) -> None:
        """Five are named, and how many more there are."""
        found = texts(written(sagamihara()))

        assert [] != [text for _, text in found if text.endswith("\nほか5件")]

    def test_many_columns(self) -> None:
        """A table with more columns than a line has room for has them alike."""
        cells = [IndicatorCell(f"見出し{at}", "値") for at in range(40)]
        source = Source(kk.Location("a.tsv", 1), cells)
        indicator = kk.Indicator("数", source=source)
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "表", indicators=[indicator])])
        found = texts(written(kk.evaluate(plan)))

        assert ("Head", "見出し39") in found


class TestReadAgain:
    """Nobody mistakes its tables for others: read as a plan it has the same verdicts."""

    @pytest.mark.wide
    def test_sagamihara(self, tmp_path: Path) -> None:
        result = sagamihara()
        path = tmp_path / "report.docx"
        path.write_bytes(render_bytes(result, "docx"))
        again = kk.evaluate(kk.read_plan(path), as_of=result.as_of)

        assert [each.verdict for each in result.all()] == [each.verdict for each in again.all()]

    def test_kakuu(self, tmp_path: Path) -> None:
        book = tmp_path / "kakuu.xlsx"
        runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](book)
        result = kk.evaluate(kk.read_plan(book))
        path = tmp_path / "report.docx"
        path.write_bytes(render_bytes(result, "docx"))
        again = kk.evaluate(kk.read_plan(path), as_of=result.as_of)

        assert [each.verdict for each in result.all()] == [each.verdict for each in again.all()]


class TestParts:
    @pytest.mark.parametrize("text", ["普通", *ATTACKS])
    def test_every_part_is_well_formed(self, text: str) -> None:
        content = written(kk.evaluate(hostile(text)))
        for name, data in content.items():
            if not name.endswith(".xlsx"):
                etree.fromstring(data)

        shown = text.translate({0: "\ufffd", 27: "\ufffd", 0x202E: "\ufffd", 9: " "})
        assert shown in [told for _, told in texts(content)]

    def test_what_is_told_of_is_there(self) -> None:
        """Every relation leads to a part, and every part has a kind."""
        content = written(sagamihara())
        for name, data in content.items():
            if not name.endswith(".rels"):
                continue
            folder = Path(name).parent.parent
            for each in etree.fromstring(data):
                target = (folder / each.get("Target")).as_posix()
                target = target.replace("word/charts/../", "word/")
                assert target in content
        kinds = etree.fromstring(content["[Content_Types].xml"])
        told = {each.get("PartName", "").lstrip("/") for each in kinds}

        assert {name for name in content if name.startswith("word/") and name.endswith(".xml")} <= (
            told
        )

    def test_paper_and_pages(self) -> None:
        content = written(sagamihara())

        assert b'<w:pgSz w:w="11906" w:h="16838"/>' in content["word/document.xml"]
        assert b" PAGE " in content["word/footer.xml"]
        assert b" NUMPAGES " in content["word/footer.xml"]
        assert "相模原市ICT総合戦略".encode() in content["word/header.xml"]

    def test_fonts_have_other_names(self) -> None:
        content = written(sagamihara())

        assert b'w:eastAsia="Yu Gothic"' in content["word/styles.xml"]
        assert "游ゴシック".encode() in content["word/fontTable.xml"]

    def test_every_style_is_there(self) -> None:
        content = written(kk.evaluate(of_every_kind()))
        known = {
            each.get(f"{W}styleId")
            for each in etree.fromstring(content["word/styles.xml"]).iter(f"{W}style")
        }

        assert {style for style, _ in texts(content)} <= known

    def test_same_bytes_whenever_made(self) -> None:
        assert render_bytes(sagamihara(), "docx") == render_bytes(sagamihara(), "docx")

    def test_rows_are_as_wide_as_the_page(self) -> None:
        root = etree.fromstring(written(sagamihara())["word/document.xml"])
        for each in root.iter(f"{W}tbl"):
            grid = [int(column.get(f"{W}w")) for column in each.iter(f"{W}gridCol")]
            assert abs(sum(grid) - INNER) <= len(grid)
            for row in each.iter(f"{W}tr"):
                wide = [int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")]
                assert sum(wide) == sum(grid)


class TestCharts:
    def test_each_has_its_workbook(self) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        content = written(sagamihara())
        book = openpyxl.load_workbook(BytesIO(content["word/embeddings/chart1.xlsx"]))

        assert ["図のデータ"] == book.sheetnames
        assert b'<c:externalData r:id="book">' in content["word/charts/chart1.xml"]
        assert b"printSettings" not in content["word/charts/chart1.xml"]

    def test_it_says_what_it_shows(self) -> None:
        text = written(sagamihara())["word/document.xml"].decode()

        assert 'name="すべての指標の位置" descr="右ほど良い' in text

    def test_too_many_for_one(self) -> None:
        """60 lines stand on two pages, half each."""
        content = written(many(60))

        assert [30, 30] == [
            content[f"word/charts/chart{at}.xml"].count(b"<c:pt idx=") // 2 for at in (1, 2)
        ]

    def test_none_missed_of_too_many(self) -> None:
        content = written(many(61, "3"))

        assert "word/charts/chart1.xml" not in content

    def test_the_worst_of_too_many(self) -> None:
        assert ("Heading1", "未達成と遅れの指標の位置") in texts(written(many(61)))

    def test_cut_before_a_heading(self) -> None:
        """40 lines, a heading at 18: the second chart begins with it."""
        kind = build_report(many(1)).tables[0].groups[0].rows[0].evaluation.verdict
        bars = [Bar(f"{at}", (kind, None)) for at in range(40)]
        bars[18] = Bar("見出し")
        first, second = pictures("計画", bars, "ja")

        assert ">17<" in first.part.chart
        assert "見出し" not in first.part.chart
        assert "見出し" in second.part.chart

    def test_taller_with_more_lines(self) -> None:
        kind = build_report(many(1)).tables[0].groups[0].rows[0].evaluation.verdict
        (one,) = pictures("計画", [Bar("1", (kind, None))], "ja")
        (two,) = pictures("計画", [Bar("1", (kind, None)), Bar("2", (kind, None))], "ja")

        assert one.high < two.high


class TestMarkup:
    def test_line_ends(self) -> None:
        assert '一</w:t><w:br/><w:t xml:space="preserve">二' in paragraph("一\n二", "Cell")

    def test_cells_that_take_several_columns(self) -> None:
        found = table([[Cell("甲"), Cell("乙")], [Cell("丙", span=2)]], [1, 3])

        assert f'<w:tcW w:w="{INNER}"' in found or f'<w:tcW w:w="{INNER + 1}"' in found
        assert '<w:gridSpan w:val="2"/>' in found
        assert 1 == found.count("<w:tblHeader/>")
