"""Cards, legends, values with their labels in their cells, and targets called those of indicators.

Whole tables of these kinds are in ``small_grids.txt``.
"""

from __future__ import annotations

import pytest

import kpikit as kk
from cells_of import cells
from kpikit.cell.vocabulary import USUAL
from kpikit.table.aimed import aims_of_named
from kpikit.table.captions import captions_of
from kpikit.table.cards import with_names_of_cards
from kpikit.table.cells import Cells
from kpikit.table.headings import Role
from kpikit.table.labelled import has_labelled_aims, with_labelled_values
from kpikit.table.legends import with_legends
from kpikit.table.structure import Structure

_YEARS = "R4|R5|R6|R12目標"
_VALUES = "90|91|92|95"


def texts(sheet: Cells, row: int) -> list[str]:
    return [box.text for box in sheet.lines[row]]


class TestCards:
    def test_unit_beside_a_name_goes_behind_it(self) -> None:
        sheet = cells("②|事故の件数||（件）", _YEARS, _VALUES, merges=[(1, 2, 1, 3)])

        told = with_names_of_cards(sheet, USUAL)

        assert texts(told, 1) == ["②", "事故の件数（件）"]
        assert told.titles == {1}

    @pytest.mark.parametrize(
        ("first", "why"),
        [
            ("歳入|収納率（％）||", "a word is no number"),
            ("１|（単位：人）||", "the unit of all is no name"),
            ("１|実績値||", "a label is no name"),
            ("１|98.5％||", "a figure is no name"),
            ("１|収納率||甲", "what stands behind it is no unit"),
            ("１|収納率（％）||", "the headings go further than the name"),
        ],
    )
    def test_no_card(self, first: str, why: str) -> None:
        years = f"{_YEARS}|R13" if "further" in why else _YEARS
        sheet = cells(first, "説明の行", years, _VALUES, merges=[(1, 2, 1, 3), (2, 1, 2, 4)])

        assert not with_names_of_cards(sheet, USUAL).titles, why
        assert not sheet.unsure, why

    def test_no_card_above_a_number_alone(self) -> None:
        merges = [(1, 2, 1, 4), (2, 1, 2, 4)]
        sheet = cells("１|収納率（％）||", "2024", _YEARS, _VALUES, merges=merges)

        assert not with_names_of_cards(sheet, USUAL).titles

    def test_no_card_beyond_three_lines(self) -> None:
        lines = ["甲の説明", "乙の説明", "丙の説明"]
        merges = [(1, 2, 1, 4), *((row, 1, row, 4) for row in (2, 3, 4))]
        sheet = cells("１|収納率（％）||", *lines, _YEARS, _VALUES, merges=merges)

        assert not with_names_of_cards(sheet, USUAL).titles

    def test_one_name_of_two_tables_is_that_of_none(self) -> None:
        card = ("収納率（％）|||", "説明の行", _YEARS, _VALUES)
        merges = [(row, 1, row, 4) for row in (1, 2, 6, 7)]
        sheet = cells(*card, "", *card, merges=merges)

        assert not with_names_of_cards(sheet, USUAL).titles

    def test_lines_below_names_without_units_may_be_names(self) -> None:
        merges = [(1, 2, 1, 4), (2, 1, 2, 4)]
        sheet = cells("A-1|有収率||", "料金になった水の割合", _YEARS, _VALUES, merges=merges)

        assert with_names_of_cards(sheet, USUAL).unsure == {2}

    def test_a_heading_of_the_document_beyond_a_blank_names_no_card(self) -> None:
        rows = ["<tr><th colspan=4>有収率（％）</th></tr>", "<tr><td colspan=4>水の割合</td></tr>"]
        rows += ["<tr>" + "".join(f"<th>{each}</th>" for each in _YEARS.split("|")) + "</tr>"]
        rows += ["<tr>" + "".join(f"<td>{each}</td>" for each in _VALUES.split("|")) + "</tr>"]
        page = f"<h1>指標の一覧</h1><table>{''.join(rows[1:])}</table>"

        (indicator,) = kk.read_plan(page.encode(), name="plan.html").indicators()

        assert indicator.name == "水の割合"


class TestCaptions:
    CARD = ("甲の数", "基準値|5|目標|9", "年度|R5|R6", "実績|6|7")

    def rows(self, *rows: str) -> list[int]:
        return sorted(captions_of(Structure(cells(*rows))))

    def test_a_row_of_two_values_has_both_of_its_labels(self) -> None:
        assert [2, 4, 7, 9] == self.rows(*self.CARD, "", *self.CARD)

    def test_one_line_may_be_the_title_of_all(self) -> None:
        assert [] == self.rows(*self.CARD)

    def test_a_line_names_no_values_without_an_actual(self) -> None:
        half = ("乙の数", "基準値|5|目標|9")

        assert [] == self.rows(*self.CARD, "", *half)

    def test_a_line_names_no_values_that_headings_tell(self) -> None:
        table = ("指標|目標|実績", "乙|5|6")

        assert [2, 4, 7, 9] == self.rows(*self.CARD, "", *self.CARD, "", *table)


class TestLegends:
    @pytest.mark.parametrize("head", ["館|実績", "館|R6"])
    def test_what_heads_values_heads_no_legend(self, head: str) -> None:
        sheet = with_legends(cells(head, "A|98", "B|305"))

        assert sheet.boxes[1, 2].says
        assert sheet.boxes[2, 2].kind.value == "figure"

    def test_a_mark_that_stands_twice_is_that_of_rows(self) -> None:
        sheet = with_legends(cells("評価|基準", "A|98％", "A|95％"))

        assert sheet.boxes[1, 2].said.column.role is Role.BASELINE

    def test_a_legend_needs_no_headings(self) -> None:
        sheet = with_legends(cells("凡例", "◎|100％以上", "○|80％以上"))

        assert sheet.boxes[2, 2].kind.value == "text"

    def test_two_legends_in_other_columns(self) -> None:
        sheet = with_legends(cells("◎|100％以上", "○|80％以上", "|A|60％以上", "|B|60％未満"))

        assert {box.kind.value for row in (1, 2, 3, 4) for box in sheet.lines[row][1:]} == {"text"}


class TestLabelled:
    @pytest.mark.parametrize(
        "rows",
        [
            ["KPI|", "登録数|", "実績（R6）：83店|R12：90店", "注記|"],
            ["KPI|", "登録数|", "実績（R6）：83店|計画の見直し：する"],
            ["KPI|", "登録数|", "面積|", "実績（R6）：83店|R12：90店"],
            ["KPI|", "登録数|", "実績（R6）：83店|R12：90店", "実績（R6）：5店|R12：9店"],
            ["KPI|", "登録数|", "実績（R6）：83店|R5：90店"],
            ["KPI|", "登録数|", "目標（R6）：83店|目標（R12）：90店"],
            ["登録数|", "実績（R6）：83店|R12：90店"],
        ],
        ids=[
            "a line",
            "no value",
            "two names",
            "one name",
            "an early year",
            "no actual",
            "no head",
        ],
    )
    def test_not_certain(self, rows: list[str]) -> None:
        wide = [at for at, row in enumerate(rows, 1) if row.endswith("|")]
        sheet = cells(*rows, merges=[(at, 1, at, 2) for at in wide])
        before = [texts(sheet, row) for row in sheet.lines]

        assert not has_labelled_aims(sheet, USUAL)
        assert before == [texts(with_labelled_values(sheet, USUAL), n) for n in sheet.lines]

    def test_a_dash_is_a_value_and_keeps_its_year(self) -> None:
        rows = ("指標|KPI||", "登録数|実績（R6）：83店|目標（R12）：―")
        sheet = cells(*rows, merges=[(1, 2, 1, 3)])

        told = with_labelled_values(sheet, USUAL)

        assert texts(told, 1) == ["指標", "実績", "目標"]
        assert texts(told, 2) == ["登録数", "83店（R6）", "―（R12）"]

    def test_a_name_needs_no_label(self) -> None:
        rows = ("KPI|", "登録数|", "実績：83店|目標：90店")
        sheet = cells(*rows, merges=[(1, 1, 1, 2), (2, 1, 2, 2)])

        assert texts(with_labelled_values(sheet, USUAL), 3) == ["83店", "90店", "登録数"]


class TestValuesOfIndicators:
    @pytest.mark.parametrize(
        "row",
        [
            "指標|指標値|実績値|目標値",
            "指標|指標値|備考",
            "事業名|指標値|実績値",
            "指標|事業値|実績値",
        ],
        ids=["a target too", "no actual", "no name", "no indicator"],
    )
    def test_no_target(self, row: str) -> None:
        sheet = cells(row)

        assert aims_of_named(sheet, sheet.boxes[1, 2]) is None

    def test_over_two_columns(self) -> None:
        sheet = cells("指標|指標値||実績値", merges=[(1, 2, 1, 3)])

        assert aims_of_named(sheet, sheet.boxes[1, 2]) is None

    def test_a_bracket_that_says_other_than_a_year(self) -> None:
        sheet = cells("指標|指標値（全国）|実績値")

        assert aims_of_named(sheet, sheet.boxes[1, 2]) is None
