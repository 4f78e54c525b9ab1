"""What no reading may break: names are no values, years are not passed over, costs are none."""

from __future__ import annotations

import pytest

from kpikit.cell import Vocabulary
from kpikit.table.blocks import split_tables
from kpikit.table.cells import Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.eras import in_one_era, years_named
from kpikit.table.fact import Facts
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.headings import Role
from kpikit.table.lines import rows_of
from kpikit.table.read import plan_of
from kpikit.table.remarked import with_remarked_years
from kpikit.table.sections import counting_of
from kpikit.table.settled import with_settled
from kpikit.table.unit_rows import with_unit_rows
from kpikit.table.units import read_unit

pytestmark = pytest.mark.usefixtures("in_this_process")

USUAL = Vocabulary()


def cells(*lines: str) -> Cells:
    texts = {
        (row, column): text.replace("↵", "\n")
        for row, line in enumerate(lines, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text
    }
    return Cells.of(texts)


def found(*lines: str) -> Found:
    return Found("plan", "", facts_of(cells(*lines)))


def values(*lines: str) -> list[tuple[str, str, str, str]]:
    """Return of each value of an indicator its name, its role, its year and its text."""
    return [
        (group.name, fact.role.value, str(fact.period), fact.box.text)
        for group in found(*lines).indicators
        for fact in group.facts
    ]


class TestYears:
    """A year is one with whatever stands behind it that is no other value."""

    @pytest.mark.parametrize(
        ("text", "year"),
        [
            ("R6年度（評価対象年度）", "FY2024"),
            ("令和６年度↵点検対象", "FY2024"),
            ("R7(4/1)", "2025-04-01"),
            ("2025年(10/1)", "2025-10-01"),
        ],
    )
    def test_with_a_remark(self, text: str, year: str) -> None:
        sheet = with_remarked_years(cells(f"R5年度|{text}"), USUAL)

        assert year == str(sheet.boxes[1, 2].said.column.period)

    @pytest.mark.parametrize(
        "text", ["R7(3/31)", "R6年度（全国平均）", "R7(13/1)", "相談件数（年間）", "R6（９月末）"]
    )
    def test_not_of_something_else(self, text: str) -> None:
        sheet = with_remarked_years(cells(f"R5年度|{text}"), USUAL)

        assert None is sheet.boxes[1, 2].said.column.period

    def test_not_alone(self) -> None:
        sheet = with_remarked_years(cells("指標|R6年度（評価対象年度）"), USUAL)

        assert Class.UNREAD is sheet.boxes[1, 2].said.kind

    def test_a_mark_of_a_note_in_brackets(self) -> None:
        assert Class.YEAR is what_it_says("R6（※２）").kind
        assert Role.TARGET is what_it_says("目標値（注1）").column.role

    def test_of_the_other_sheets(self) -> None:
        sheet = cells("指標|５年度|目標値（６年度）")
        sheet.years_beside = lambda: ["令和6"]
        told, era = in_one_era(sheet, USUAL)

        assert "令和" == era
        assert ["FY2023", "FY2024"] == [str(told.boxes[1, at].said.column.period) for at in (2, 3)]

    def test_named_by_titles(self) -> None:
        texts = {
            (1, 1): "令和7年度",
            (1, 9): "R7.6",
            (3, 1): "平成30年",
            (4, 1): "R5",
            (4, 2): "甲",
        }

        assert ["令和7", "R7", "平成30"] == years_named(texts)

    def test_beside_a_value_before_that_of_its_heading(self) -> None:
        lines = (
            "指標|2024年度の現状値||目標値|",
            "|値|時点|値|時点",
            "市内総生産|4790億円|2021年度|5300億円|2030年度",
            "観光消費額|441億円|2024年|500億円|2030年",
        )

        assert {"FY2021", "2024"} == {
            year for _, role, year, _ in values(*lines) if role == "actual"
        }

    def test_of_two_columns_the_undated_one(self) -> None:
        lines = (
            "指標|最新値|（年度）|目標値（R8）",
            "ごみの量|868g|R6|850g",
            "緑被率|37.9%|R4|38.4%",
        )

        assert ["FY2024", "FY2022"] == [
            year for _, role, year, _ in values(*lines) if role == "actual"
        ]

    def test_a_title_dates_nothing_beside_a_year_in_words(self) -> None:
        lines = (
            "令和6年度の実績",
            "指標|実績|時点|目標|時点",
            "女性の割合|36.9%|R7(3/31)|40%|R7",
            "講座の数|12回|R6|15回|R7",
        )

        assert ["None", "FY2024"] == [
            year for _, role, year, _ in values(*lines) if role == "actual"
        ]
        assert ["R7(3/31)"] == [box.text for box in found(*lines).facts.left]


class TestHeadings:
    """Letters, units, accounts and titles around headings."""

    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("計画値Ａ", Role.TARGET),
            ("実績Ｂ", Role.ACTUAL),
            ("対計画比Ｂ／Ａ", Role.RATE),
            ("(b)-(a)", Role.CHANGE),
            ("件数Ｂ／Ａ", None),
        ],
    )
    def test_letters_behind_words(self, text: str, role: Role | None) -> None:
        assert role is what_it_says(text).column.role

    @pytest.mark.parametrize(
        ("text", "unit"),
        [("日／月", "日"), ("時間／人", "時間"), ("日/月/年", ""), ("甲:乙/月", "")],
    )
    def test_units_that_could_be_dates(self, text: str, unit: str) -> None:
        one = read_unit(text)

        assert unit == (one.unit if one else "")

    def test_a_row_of_units(self) -> None:
        sheet = with_unit_rows(cells("年度|件数|割合", "|単位：件|（単位：％）"), USUAL)
        other = with_unit_rows(cells("年度|件数", "注|単位：件"), USUAL)

        assert ["件", "%"] == [box.text for box in sheet.lines[2]]
        assert "単位：件" == other.boxes[2, 2].text

    @pytest.mark.parametrize(
        ("line", "role"),
        [
            ("指標|令和６年度決算|目標値", Role.ACTUAL),
            ("指標|予算額|目標値", None),
            ("指標|決算|目標値|実績値", None),
            ("科目|決算|目標値", None),
        ],
    )
    def test_accounts(self, line: str, role: Role | None) -> None:
        assert role is with_settled(cells(line), USUAL).boxes[1, 2].said.column.role

    @pytest.mark.parametrize(
        "text", ["Ⅱ 下水道", "１ 経営", "（２）水環境", "第１章　北部", "① 甲", "ア 乙"]
    )
    def test_counted_titles(self, text: str) -> None:
        assert "" != counting_of(text)

    def test_titles_over_titles(self) -> None:
        table = ("指標|R6|目標値（R8）", "利用率|5%|6%", "件数|3件|4件")
        lines = ("経営戦略", "Ⅰ 上水道", "１ 経営", *table, "Ⅱ 下水道", "１ 経営", *table)

        assert [("Ⅰ 上水道", "１ 経営"), ("Ⅱ 下水道", "１ 経営")] == [
            group.path for group in found(*lines).indicators if group.name == "利用率"
        ]

    def test_what_sorts_columns_names_them(self) -> None:
        lines = ("区分|移住者数|登録件数", "R6実績|27人|61件", "R7目標|30人|60件")

        assert {"移住者数", "登録件数"} == {name for name, *_ in values(*lines)}

    def test_a_second_table_below_a_blank(self) -> None:
        table = ("項目|移住者数|登録件数", "R6実績|27人|61件", "R7目標|30人|60件")
        other = ("項目|医師数|受診率", "R6実績|2人|－", "R7目標|3人|50%")

        assert {"移住者数", "登録件数", "医師数", "受診率"} == {
            name for name, *_ in values("１ 産業", *table, "", "２ 医療", *other)
        }


class TestCosts:
    """What something costs is told from indicators by where it stands."""

    HEAD = ("区分||名称|単位|R5実績|R6目標|R6実績",)

    def test_names_left_of_those_of_indicators(self) -> None:
        lines = (
            *self.HEAD,
            "活動指標|①|相談件数|件|600|650|701",
            "成果指標|①|解決率|％|93|95|96",
            "成果指標|②|（設定なし）|－|－|－|－",
            "事業費|||千円|5230|5700|5561",
        )

        assert {"相談件数", "解決率"} == {name for name, *_ in values(*lines)}

    def test_staff_right_below_costs(self) -> None:
        lines = (
            "成果指標||R5|R6",
            "利用者数|目標値|900|1000",
            "|実績値|874|1048",
            "事業費|予算額|24100|25800",
            "|決算額|23415|24906",
            "職員数|計画|4|4",
            "|実績|3|4",
        )

        assert {"利用者数"} == {name for name, *_ in values(*lines)}

    def test_accounts_beside_indicators(self) -> None:
        lines = (
            "指標|目標値|実績値",
            "利用率|5%|6%",
            "",
            "科目|計画|決算",
            "医業収益|5260|5171",
            "医業費用|5812|5896",
        )

        assert {"利用率"} == {name for name, *_ in values(*lines)}


class TestDoubts:
    """What a reading breaks is doubted, or said."""

    def test_names_that_are_years(self) -> None:
        lines = ("項目|R5値|R6値", "目標値|5|6", "実績値|4|7")

        assert {"R5値", "R6値"} <= {box.text for box in found(*lines).doubts}

    def test_shifted_rows(self) -> None:
        lines = (
            "番号|取組|指標|年度|目標|実績",
            "1|申請|手続の数|R4|50件|46件",
            "R5|80件|91件",
            "2|証明|保有率|R4|60%|64%",
        )

        assert "R5" in [box.text for box in found(*lines).doubts]

    def test_values_left_beside_one_without_a_year(self) -> None:
        lines = ("成果指標||何か|5年|6年", "利用者数|目標値|900|1000|1100", "|実績値|874|1048|1200")

        assert found(*lines).doubts

    def test_a_figure_is_no_name_right_of_values(self) -> None:
        lines = (
            "指標|校種|現状値（R3）|R5|R6の見方|目標値（R8）",
            "理解度|小学校|81%|83%|84%|87%",
            "活用度|中学校|30%|70%|90%|100%",
        )

        assert not any(name.endswith("％") or "84" in name for name, *_ in values(*lines))

    def test_text_below_a_heading_of_values_is_said(self) -> None:
        lines = (
            "年度|延長保育|",
            "|見込み|実績",
            "令和5年度|830|844",
            "令和6年度|840|862↵（8 44）",
        )

        assert ["862\n（8 44）"] == [box.text for box in found(*lines).facts.left]

    def test_figures_with_a_remark_are_no_names(self) -> None:
        lines = (
            "事業名|単位|量の見込み|確保方策|実績",
            "利用者支援|か所|3|3|3",
            "家庭訪問|人|410↵（1 2）|410↵（1 2）|377",
        )

        assert "410\n（1 2）" in [box.text for box in found(*lines).doubts]

    @pytest.mark.parametrize(
        ("heading", "second", "codes"),
        [
            ("到達の度", "14", ["column-unread"]),
            ("到達の度", "検討中", []),
            ("全国平均", "14", []),
        ],
    )
    def test_a_column_that_no_heading_explains(
        self, heading: str, second: str, codes: list[str]
    ) -> None:
        lines = (f"指標|目標値|実績値|{heading}", "利用率|5%|6%|12", f"件数|3件|4件|{second}")
        tables, _ = split_tables(rows_of("\n".join(lines), mark="|"), "plan.txt")

        assert codes == [issue.code for issue in plan_of(tables).issues]

    def test_the_word_left_of_a_target_may_be_its_name(self) -> None:
        sheet = cells("|割合", "受診率|5%")
        words = [sheet.boxes[1, 2], sheet.boxes[2, 1]]
        facts = Facts(aimed=[sheet.boxes[2, 2]], apart=words)

        assert "B2:B2 「受診率」" == Found("plan", "", facts).aims

    def test_what_is_left_of_targets_is_named(self) -> None:
        lines = (
            "指標|目標値（R6）|実績値（R6）",
            "利用率|5%|6%",
            "訪問の数|410↵（1 2.3）|",
        )
        issues = [(each.code, each.detail) for each in found(*lines).tree(USUAL).issues]

        assert [("aims-left", "B3 「訪問の数」")] == issues

    def test_of_what_targets_may_be_that_are_not_read(self) -> None:
        lines = ("指標|R7目標", "利用率|5%", "受診率|50%")

        assert "B2:B3 「利用率」「受診率」" == found(*lines).aims


def test_rows_of_text_have_no_years_beside() -> None:
    assert () == Cells.of_rows(rows_of("甲|乙", mark="|")).years_beside()
