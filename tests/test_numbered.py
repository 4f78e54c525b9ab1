"""Forms that a word and a number begin, years of a form, numbers that are years or none."""

from __future__ import annotations

import pytest

from kpikit.cell import Vocabulary
from kpikit.model.period import FiscalYear
from kpikit.table.cells import Cells
from kpikit.table.counted import unit_in
from kpikit.table.eras import in_one_era
from kpikit.table.numbered import with_numbered_forms
from test_chosen_values import found_in, values
from test_eras import sheet


def numbered(*rows: str) -> list[str]:
    """Return the cells of forms that were joined."""
    lines = with_numbered_forms(sheet(*rows)).lines.values()
    return [box.text for line in lines for box in line if box.text.startswith("推進項目 ")]


class TestNumberedForms:
    def test_each_has_the_next_number(self) -> None:
        rows = (
            "推進項目|①|窓口の改善|所管|総務課",
            "指標|窓口数",
            "推進項目|②|財源の確保|所管|税務課",
        )

        assert ["推進項目 ①", "推進項目 ②"] == numbered(*rows)

    @pytest.mark.parametrize(
        "rows",
        [
            ("推進項目|1|窓口の改善", "指標|窓口数"),
            ("推進項目|1|窓口の改善", "指標|窓口数", "推進項目|3|財源の確保"),
            ("推進項目|1|窓口の改善", "推進項目|2|財源の確保"),
            ("推進項目|1|窓口の改善|120", "指標|窓口数", "推進項目|2|財源の確保|90"),
            ("推進項目|1|窓口の改善|所管|単位", "指標|窓口数", "推進項目|2|財源の確保|所管|単位"),
            ("推進項目|1|目標値", "指標|窓口数", "推進項目|2|目標値"),
            ("推進項目|1", "指標|窓口数", "推進項目|2"),
            ("推進項目|第1|窓口の改善", "指標|窓口数", "推進項目|第2|財源の確保"),
        ],
    )
    def test_no_form(self, rows: tuple[str, ...]) -> None:
        assert [] == numbered(*rows)


class TestYearsOfAForm:
    """A row is a year of the indicator that stands above, whatever was done in it."""

    FORM = ("指標|窓口数|単位|か所", "年度|取組計画|目標値|実績値")

    def test_what_was_done_is_no_name(self) -> None:
        found = found_in(*self.FORM, "R5|７か所に増設|10|9", "R6|研修|12|13")

        assert [
            "窓口数 actual FY2023 9",
            "窓口数 actual FY2024 13",
            "窓口数 target FY2023 10",
            "窓口数 target FY2024 12",
        ] == [*values(found)]

    @pytest.mark.parametrize(
        "lines",
        [
            (*FORM, "R5|増設|10|9", "R5|研修|12|13"),
            ("窓口数の推移", *FORM[1:], "R5|増設|10|9", "R6|研修|12|13"),
            (FORM[0], "年度|取組計画|目標値|決算", "R5|増設|10|9", "R6|研修|12|13"),
            (FORM[0], "令和６年度の状況", FORM[1], "R5|増設|10|9", "R6|研修|12|13"),
            (FORM[0], "取組|取組計画|目標値|実績値", "R5|増設|10|9", "R6|研修|12|13"),
        ],
    )
    def test_words_beside_years_may_be_names(self, lines: tuple[str, ...]) -> None:
        assert "窓口数 target FY2023 10" not in [*values(found_in(*lines))]


def test_figures_of_targets_right_of_a_number_are_left() -> None:
    found = found_in("指標|R5実績|R6目標", "登録者数（人）|90|100", "会員の登録番号|412|300")

    assert {"412", "300"} <= {box.text for box in found.facts.left}


def test_a_number_below_a_heading_of_numbers_is_none_of_several_indicators() -> None:
    """5 right of 実績 stands below 登録番号, as values of others do; 2 of contents is a page."""
    found = found_in("区分|来館者数|登録番号", "R6目標|10|4", "R6実績|9|5")
    pages = found_in("シート|内容|ページ", "目標値|年度別の目標値|2", "実績値|年度別の実績値|3")

    assert {"4", "5"} <= {box.text for box in found.doubts}
    assert [] == pages.facts.left


def test_the_year_when_it_began_is_of_another_era() -> None:
    cells, era = in_one_era(
        sheet("令和6年度 評価表", "始期|平成15年度", "指標|6年度実績"), Vocabulary()
    )

    assert ("令和", FiscalYear(2024)) == (era, cells.boxes[3, 2].said.column.period)


@pytest.mark.parametrize(
    ("numbers", "years"),
    [("5|6|7", [2023, 2024, 2025]), ("５|６|８", []), ("7|8|9", []), ("5|6|計", []), ("1|2|3", [])],
)
def test_numbers_that_count_on_below_the_word_for_years(numbers: str, years: list[int]) -> None:
    texts = {(1, 1): "令和6年度の評価", (2, 1): "指標", (2, 2): "年　度"}
    texts |= {(3, at): text for at, text in enumerate(numbers.split("|"), 2)}
    cells, _ = in_one_era(Cells.of(texts, [(2, 2, 2, 4)]), Vocabulary())

    told = [cells.boxes[3, at].said.column.period for at in (2, 3, 4)]
    assert years == [each.start.year for each in told if each is not None]


@pytest.mark.parametrize("unit", ["倍", "ポイント"])
def test_units_of_sure_dimensions(unit: str) -> None:
    assert unit == unit_in(f"志願の倍率（{unit}）")


def test_a_counter_across_beside_other_units() -> None:
    lines = ("年度|受講者数（人）|満足度（％）|見守り（校区）", "R5目標|10|50|3", "R5実績|9|51|2")
    found = found_in(*lines)

    assert {"人", "%", "校区"} == {fact.unit for fact in found.facts.facts}


def test_what_is_planned_below_a_later_year_too() -> None:
    found = found_in("取組|令和6年度||令和7年度", "|予定|実績|予定", "調査の数（件）|4|3|5")

    assert [
        "調査の数（件） actual FY2024 3",
        "調査の数（件） target FY2024 4",
        "調査の数（件） target FY2025 5",
    ] == [*values(found)]


def test_a_counted_line_below_a_counted_title() -> None:
    lines = (
        "１ 指標の状況",
        "指標|単位|R5実績|R6目標",
        "窓口数|件|9|10",
        "２ 経費の状況",
        "事業費|千円|90|91",
    )

    assert "２ 経費の状況" not in {box.text for box, _ in found_in(*lines).facts.unvalued}


def test_a_counted_name_among_counted_names() -> None:
    lines = (
        "１ 指標の状況",
        "指標|単位|R5実績|R6目標",
        "１ 窓口数|件|9|10",
        "２ 相談",
        "３ 来訪数|人|9|8",
    )

    assert "２ 相談" in {box.text for box, _ in found_in(*lines).facts.unvalued}
