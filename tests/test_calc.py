"""Workbooks of LibreOffice (.ods): what they show, with the digits that they store."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpikit as kk
from hostile import OPEN, packed
from kpikit.io.calc import sheets_of
from kpikit.io.document import Document
from kpikit.io.grid import Complaint, Sheet
from kpikit.io.kinds import Kind
from kpikit.io.task import Task

NAMES = ("office", "style", "table", "text", "draw")
SPACES = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in NAMES)


def content(tables: str, styles: str = "") -> str:
    return (
        f'<?xml version="1.0"?><office:document-content {SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def read(folder: Path, tables: str, own: str = "", *wanted: str, **parts: str) -> list[Sheet]:
    made = {"content.xml": content(tables, own)}
    made |= {f"{name}.xml": text for name, text in parts.items()}
    path = packed(folder / "plan.ods", made)
    return sheets_of(Task(Kind.ODS, Document("plan.ods", path.read_bytes()), wanted=wanted))


def table(*rows: str, named: str = "KPI", about: str = "", columns: str = "") -> str:
    return f'<table:table table:name="{named}"{about}>{columns}{"".join(rows)}</table:table>'


def row(*cells: str, about: str = "") -> str:
    return f"<table:table-row{about}>{''.join(cells)}</table:table-row>"


def cell(inside: str, about: str = "", kind: str = "string") -> str:
    said = f' office:value-type="{kind}"' if kind else ""
    return f"<table:table-cell{said}{about}>{inside}</table:table-cell>"


def number(value: str, shown: str = "", kind: str = "float") -> str:
    line = f"<text:p>{shown}</text:p>" if shown else ""
    return cell(line, f' office:value="{value}"', kind)


def words(text: str) -> str:
    return cell(f"<text:p>{text}</text:p>")


def texts(sheet: Sheet) -> dict[tuple[int, int], str]:
    return sheet.grid.texts


def only(folder: Path, *cells: str, styles: str = "") -> tuple[list[str], Sheet]:
    (sheet,) = read(folder, table(row(*cells)), styles)
    return [texts(sheet).get((1, at), "") for at in range(1, len(cells) + 1)], sheet


class TestNumbers:
    """A number as it is shown, to the last stored digit."""

    @pytest.mark.parametrize(
        ("made", "text"),
        [
            (number("0.985", "98.5%", "percentage"), "98.5%"),
            (number("0.98765", "99%", "percentage"), "98.765%"),
            (number("1", "100%", "percentage"), "100%"),
            (number("0.985", kind="percentage"), "98.5%"),
            (number("1", "1"), "1"),
            (number("1.5"), "1.5"),
            (number("12345", "12,345件"), "12,345件"),
            (number("-1234", "△1,234"), "△1,234"),
            (number("-1234", "(1,234)"), "-1,234"),
            (number("-5", "5"), "-5"),
            (number("12.345", "12.3 ％"), "12.345 ％"),
            (number("1234567", "1,235千円"), "1234.567千円"),
            (number("5000", "￥5,000", "currency"), "￥5,000"),
            (number("0.1", ".1"), ".1"),
            (number("NaN", "#NUM!"), "#NUM!"),
        ],
    )
    def test_text(self, tmp_path: Path, made: str, text: str) -> None:
        found, sheet = only(tmp_path, made)

        assert [text] == found
        assert () == sheet.complaints

    @pytest.mark.parametrize(
        ("made", "text", "shown"),
        [
            (number("0.75", "3/4"), "0.75", "3/4"),
            (number("7", "8"), "7", "8"),
            (number("5", "―"), "5", "―"),
            (number("0.5", "50", "percentage"), "50%", "50"),
        ],
    )
    def test_not_understood(self, tmp_path: Path, made: str, text: str, shown: str) -> None:
        """What is shown is another number: that which is stored is read, and it is said."""
        found, sheet = only(tmp_path, made)

        assert [text] == found
        assert (Complaint("number-format-unknown", text, 1, "A1", shown),) == sheet.complaints

    def test_chosen(self, tmp_path: Path) -> None:
        """It is said where more is stored than shown, and where a zero looks like none."""
        zeros = number("0", "―"), number("0", "―", "percentage")
        found, sheet = only(tmp_path, number("1.25", "1.3"), *zeros)

        assert ["1.25", "0", "0%"] == found
        assert (("digits", "A1=1.25"), ("zero", "B1 C1")) == sheet.chosen


class TestOthers:
    """What is no number."""

    @pytest.mark.parametrize(
        ("made", "text"),
        [
            (
                cell("<text:p>令和6年3月</text:p>", ' office:date-value="2024-03-31"', "date"),
                "令和6年3月",
            ),
            (
                cell("<text:p>03/31/24</text:p>", ' office:date-value="2024-03-31"', "date"),
                "2024年3月31日",
            ),
            (cell("", ' office:date-value="2024-03-31T10:00:00"', "date"), "2024年3月31日"),
            (cell("<text:p>TRUE</text:p>", ' office:boolean-value="true"', "boolean"), "TRUE"),
            (cell("", ' office:boolean-value="true"', "boolean"), "TRUE"),
            (cell("", ' office:string-value="5kWh"'), "5kWh"),
            (words("5<text:s/>件<text:s text:c='2'/>超<text:tab/>計"), "5 件  超 計"),
            (words("目標<text:line-break/>5件"), "目標\n5件"),
            (cell("<text:p>目標</text:p><text:p>5件</text:p>"), "目標\n5件"),
            (
                words(
                    "<text:ruby><text:ruby-base>件</text:ruby-base><text:ruby-text>けん</text:ruby-text></text:ruby>"
                ),
                "件",
            ),
            (
                cell(
                    "<office:annotation><text:p>昨年は4件</text:p></office:annotation><text:p>5件</text:p>"
                ),
                "5件",
            ),
            (cell("\n  <text:p>5件</text:p>\n"), "5件"),
            (cell("", kind=""), ""),
        ],
    )
    def test_text(self, tmp_path: Path, made: str, text: str) -> None:
        found, sheet = only(tmp_path, made)

        assert [text] == found
        assert () == sheet.complaints

    def test_formula_without_a_result(self, tmp_path: Path) -> None:
        found, sheet = only(tmp_path, cell("", ' table:formula="of:=[.B1]*2"', ""))

        assert [""] == found
        assert (Complaint("formula-not-calculated", "of:=[.B1]*2", 1, "A1"),) == sheet.complaints


def styled(name: str, properties: str, about: str = "") -> str:
    return (
        f'<style:style style:name="{name}"{about}><style:text-properties {properties}/>'
        "</style:style>"
    )


STRUCK = styled("S", 'style:text-line-through-style="solid"')
RAISED = styled("R", 'style:text-position="super 58%"')
PLAIN = styled("N", 'style:text-line-through-style="none"')


class TestStyles:
    """What is struck out is not read, and what is raised is a mark."""

    def test_runs(self, tmp_path: Path) -> None:
        struck, raised = (f'<text:span text:style-name="{name}">' for name in "SR")
        inside = f"{struck}98</text:span>97件{raised}1</text:span>"
        found, sheet = only(tmp_path, words(inside), styles=STRUCK + RAISED)

        assert ["97件※1"] == found
        assert (Complaint("text-struck", "98", 1, "A1", "97件※1"),) == sheet.complaints

    def test_cells(self, tmp_path: Path) -> None:
        """The style of a cell, of its row or of its column, by itself or by what it rests upon."""
        rests = styled("T", 'style:font-name="x"', ' style:parent-style-name="U"')
        columns = (
            '<table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:default-cell-style-name="S"/>'
        )
        shown = "<text:p>5件</text:p>"
        first = row(
            cell(shown, ' table:style-name="S"'), cell(shown, ' table:style-name="T"'), words("5件")
        )
        second = row(
            words("5件"),
            cell(shown, ' table:style-name="N"'),
            number("5", '<text:span text:style-name="N">5</text:span>'),
            words("5件"),
            about=' table:default-cell-style-name="S"',
        )
        under = styled("U", 'style:text-line-through-style="solid"')
        named = (
            f"<office:document-styles {SPACES}><office:styles>{under}</office:styles>"
            "</office:document-styles>"
        )

        (sheet,) = read(
            tmp_path,
            table(first, second, columns=columns),
            STRUCK + PLAIN + rests,
            styles=named,
        )

        assert {(2, 2): "5件", (2, 3): "5"} == texts(sheet)
        assert ["A1", "B1", "C1", "A2", "D2"] == [each.column for each in sheet.complaints]

    def test_circle(self, tmp_path: Path) -> None:
        """Styles that rest upon each other are none."""
        one = styled("A", 'style:font-name="x"', ' style:parent-style-name="B"')
        other = styled("B", 'style:font-name="x"', ' style:parent-style-name="A"')
        made = cell("<text:p>5件</text:p>", ' table:style-name="A"')

        assert ["5件"] == only(tmp_path, made, styles=one + other)[0]


class TestPlaces:
    """Where cells stand."""

    def test_repeated(self, tmp_path: Path) -> None:
        rows = (
            row(cell("", kind="", about=' table:number-columns-repeated="2"'), words("甲")),
            row(about=' table:number-rows-repeated="3"'),
            row(
                cell("<text:p>乙</text:p>", ' table:number-columns-repeated="2"'),
                about=' table:number-rows-repeated="2"',
            ),
        )
        (sheet,) = read(
            tmp_path,
            table("<table:table-header-rows>", rows[0], "</table:table-header-rows>", *rows[1:]),
        )

        assert {(1, 3): "甲"} | {(at, column): "乙" for at in (5, 6) for column in (1, 2)} == texts(
            sheet
        )

    def test_merged(self, tmp_path: Path) -> None:
        """What stands below a merged cell is not shown."""
        spans = ' table:number-columns-spanned="2" table:number-rows-spanned="2"'
        covered = words("古い").replace("table:table-cell", "table:covered-table-cell")
        (sheet,) = read(
            tmp_path,
            table(
                row(cell("<text:p>甲</text:p>", spans), covered, words("乙")), row(covered, covered)
            ),
        )

        assert {(1, 1): "甲", (1, 3): "乙"} == texts(sheet)
        assert [(1, 1, 2, 2)] == sheet.grid.merges

    def test_hidden(self, tmp_path: Path) -> None:
        """Hidden rows are marked, and hidden columns are said, where they hold anything."""
        unseen = ' table:visibility="collapse"'
        columns = (
            f'<table:table-column/><table:table-column{unseen} table:number-columns-repeated="2"/>'
        )
        columns += f"<table:table-column{unseen}/>"
        (sheet,) = read(
            tmp_path,
            table(
                row(words("甲"), words("乙")),
                row(words("丙"), about=' table:visibility="filter"'),
                row(about=f'{unseen} table:number-rows-repeated="9"'),
                columns=columns,
            ),
        )

        assert frozenset({2}) == sheet.grid.hidden
        assert (Complaint("column-hidden", "B", 1, "B"),) == sheet.complaints

    def test_beside(self, tmp_path: Path) -> None:
        """Shapes and what was there before changes are no cells."""
        shape = "<table:shapes><draw:frame><text:p>図</text:p></draw:frame></table:shapes>"
        changes = f"<table:tracked-changes>{table(row(words('前')))}</table:tracked-changes>"
        (sheet,) = read(tmp_path, changes + table(shape, row(words("甲")), "<office:forms/>"))

        assert {(1, 1): "甲"} == texts(sheet)


class TestSheets:
    """Which sheets are read."""

    HIDDEN = (
        '<style:style style:name="H" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )

    def test_visible(self, tmp_path: Path) -> None:
        tables = table(row(words("甲"))) + table(
            row(words("乙")), named="作業", about=' table:style-name="H"'
        )
        found = read(tmp_path, tables, self.HIDDEN)

        assert [("KPI", True, {(1, 1): "甲"}), ("作業", False, {})] == [
            (each.title, each.visible, texts(each)) for each in found
        ]
        assert {(1, 1): "乙"} == texts(read(tmp_path, tables, self.HIDDEN, "作業")[1])

    def test_two_of_one_name(self, tmp_path: Path) -> None:
        with pytest.raises(kk.TableError, match="two sheets are called KPI"):
            read(tmp_path, table() * 2)

    def test_encrypted(self, tmp_path: Path) -> None:
        manifest = "<manifest><encryption-data/></manifest>"
        path = packed(
            tmp_path / "plan.ods", {"content.xml": "\x01", "META-INF/manifest.xml": manifest}
        )
        with pytest.raises(kk.TableError, match="protected by a password"):
            kk.read_plan(path)

    def test_damaged(self, tmp_path: Path) -> None:
        with pytest.raises(kk.TableError, match=r"plan\.ods: "):
            read(tmp_path, table(row(number("five", "5"))))


def test_plan(tmp_path: Path) -> None:
    """A table with percentages is read as it is shown, with no question left."""
    head = row(*map(words, ("指標名", "単位", "実績値（令和5年度）", "目標値（令和6年度）")))
    rates = row(
        words("受診率"),
        words("%"),
        number("0.985", "98.5%", "percentage"),
        number("1", "100%", "percentage"),
    )
    counts = row(words("参加者数"), words("人"), number("1", "1"), number("1200", "1,200"))
    path = packed(tmp_path / "plan.ods", {"content.xml": content(table(head, rates, counts))})

    plan = kk.read_plan(path)

    assert () == plan.issues
    assert [("98.5 %", "100 %"), ("1 人", "1200 人")] == [
        (str(each.observations[0].quantity), str(each.targets[0].rule.level))
        for each in plan.indicators()
    ]
