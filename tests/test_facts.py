"""What a figure is, by the labels around it."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.model.printed import PrintedRate
from kpikit.table.cells import Cells
from kpikit.table.fact import Facts
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.headings import Column, Role
from kpikit.table.layout import Layout
from kpikit.table.lines import rows_of

#: What the first row of a form says.
_OF_FORM = (Role.SECTION, Role.DEPARTMENT)


def facts(*lines: str) -> Facts:
    """Return what the cells of lines say, parted by strokes."""
    return facts_of(Cells.of_rows(rows_of("\n".join(lines), mark="|")))


def told(found: Facts) -> list[tuple[str, str, str, str]]:
    """Return the name, the role, the period and the text of each fact."""
    return [
        (each.names[0].text, each.role.value, str(each.period or ""), each.box.text)
        for each in found.facts
    ]


def left(found: Facts) -> list[str]:
    return [box.text for box in found.left]


class TestTransposed:
    """Names across, labels down."""

    def test_two_tables(self) -> None:
        found = facts(
            "指標名|甲|乙",
            "単位|件|人",
            "R5目標|5|6",
            "R5実績|7|8",
            "",
            "指標名|丙|丁",
            "R5目標|1|2",
            "R5実績|3|4",
        )

        assert [
            ("甲", "target", "FY2023", "5"),
            ("乙", "target", "FY2023", "6"),
            ("甲", "actual", "FY2023", "7"),
            ("乙", "actual", "FY2023", "8"),
            ("丙", "target", "FY2023", "1"),
            ("丁", "target", "FY2023", "2"),
            ("丙", "actual", "FY2023", "3"),
            ("丁", "actual", "FY2023", "4"),
        ] == told(found)
        assert ["件", "人", "件", "人", "", "", "", ""] == [each.unit for each in found.facts]

    def test_a_unit_of_one_column_only(self) -> None:
        found = facts(
            "指標名|甲|乙|丙",
            "単位|件|人|",
            "R5目標|5|6|1",
            "R5実績|7|8|2",
        )

        assert ["件", "人", ""] * 2 == [each.unit for each in found.facts]

    def test_blanks_are_no_cells(self) -> None:
        assert {} == Cells.of({(1, 1): " ", (2, 1): "\u3000"}).lines

    def test_a_figure_below_no_name(self) -> None:
        found = facts("指標名|甲|乙|", "R5目標|5|6|9", "R5実績|7|8|")

        assert ["9"] == left(found)


class TestHeadings:
    """Rows that say what others are."""

    def test_a_year_above_a_word_is_no_actual(self) -> None:
        found = facts("指標名|目標値|2024年|2024年", "||人数|構成割合", "甲|5|6|7")

        assert [("甲", "target", "", "5")] == told(found)
        assert ["6", "7"] == left(found)

    def test_a_plan_in_words_is_no_heading(self) -> None:
        found = facts(
            "年度|R4|R5",
            "計画|検討|一部着手",
            "指標名|甲|",
            "目標|5|6",
            "実績|7|8",
        )

        assert [("甲", "target", "FY2022", "5"), ("甲", "target", "FY2023", "6")] == [
            each for each in told(found) if each[3] in "56"
        ]

    def test_dates_below_headings_of_values_are_no_headings(self) -> None:
        found = facts("指標名|目標|実績", "策定時期|令和7年3月|令和7年6月", "甲|5|3")

        assert [("甲", "target", "", "5"), ("甲", "actual", "", "3")] == told(found)

    def test_years_above_a_name(self) -> None:
        found = facts("年度|R4|R5", "指標名|甲|", "目標|1|2", "実績|3|4")

        assert [
            ("甲", "target", "FY2022", "1"),
            ("甲", "target", "FY2023", "2"),
            ("甲", "actual", "FY2022", "3"),
            ("甲", "actual", "FY2023", "4"),
        ] == told(found)

    def test_a_heading_goes_on_over_blanks_only_from_its_left(self) -> None:
        """It may be centred: what stands above none says that it does not go on to the right."""
        found = facts("指標名||実績|", "|R3|R4|R5", "甲|1|2|3")

        assert [("甲", "actual", "FY2021", "1")] == [each for each in told(found) if each[3] == "1"]
        assert [True, False, True] == [each.is_assumed for each in found.facts]
        assert ["1", "3"] == [box.text for box in Found("plan", "", found).doubts]

    def test_a_heading_of_three_columns(self) -> None:
        found = facts("指標名|実績|||目標値", "|R3|R4|R5|(R7)", "甲|1|2|3|4")

        assert ["FY2021", "FY2022", "FY2023", "FY2025"] == [
            str(each.period) for each in found.facts
        ]
        assert [] == [each for each in found.facts if each.is_assumed]

    def test_years_in_the_middle_of_their_columns(self) -> None:
        found = facts("指標名||R4||R5", "|目標|実績|目標|実績", "甲|100|90|110|95")

        periods = {str(each.period or "") for each in found.facts}
        assert {"", "FY2022", "FY2023"} >= periods
        assert Found("plan", "", found).doubts

    def test_a_year_beside_values_that_are_told(self) -> None:
        texts = {(1, 1): "指標名", (1, 2): "R4", (1, 4): "最終年度", (2, 2): "目標", (2, 3): "実績"}
        values = {(2, 4): "(R8)", (3, 1): "甲", (3, 2): "100", (3, 3): "90", (3, 4): "130"}
        found = facts_of(Cells.of({**texts, **values}, [(1, 1, 2, 1), (1, 2, 1, 3)]))

        assert ["130"] == [box.text for box in Found("plan", "", found).doubts]

    def test_words_alone_below_names_and_values(self) -> None:
        """They may be values as well as headings, and the rows below them would be told by none."""
        found = facts(
            "分野|指標名|策定時|目標|実績|担当",
            "住|甲|3|5|4|東課",
            "住|会館|東側|西側|南側|北課",
            "住|乙|5|6|7|西課",
        )

        assert ["住"] == [box.text for box in found.doubts]

    def test_a_pair_above_headings_is_of_the_table_below(self) -> None:
        one = ("事業名|A事業|担当課|市民課", "指標|単位|R5目標|R5実績", "甲|人|90|95")
        two = ("事業名|B事業|担当課|福祉課", "指標|単位|R5目標|R5実績", "乙|%|79|81")
        found = facts(*one, *two)

        assert {("甲", "A事業", "市民課"), ("乙", "B事業", "福祉課")} == {
            (each.names[0].text, *(each.about[role][-1].text for role in _OF_FORM))
            for each in found.facts
        }

    def test_a_year_in_a_column_below_the_heading_of_its_value(self) -> None:
        head = {(1, 1): "指標名", (1, 2): "基準値", (1, 4): "目標値", (1, 6): "実績値"}
        below = {(2, 2): "値", (2, 3): "年度", (2, 4): "値", (2, 5): "年度", (2, 6): "R4"}
        row = {(3, 1): "甲", (3, 2): "80", (3, 3): "R2", (3, 4): "100", (3, 5): "R7", (3, 6): "90"}
        merges = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)]
        found = facts_of(Cells.of({**head, **below, **row}, merges))

        assert [("baseline", "FY2020"), ("target", "FY2025"), ("actual", "FY2022")] == [
            (each.role.value, str(each.period)) for each in found.facts
        ]

    def test_a_figure_below_a_heading_of_years(self) -> None:
        row = "甲|70|100|90"

        assert ["70"] == left(facts("指標名|基準年|R5目標|R5実績", row))
        assert [] == left(facts("指標名|基準年(R2)|R5目標|R5実績", row))


class TestNames:
    """What a value is called."""

    def test_tables_side_by_side(self) -> None:
        found = facts(
            "施策|R5目標|R5実績||施策|R5目標|R5実績",
            "甲|1|2||乙|3|4",
        )

        assert ["甲", "甲", "乙", "乙"] == [each.names[0].text for each in found.facts]
        assert {1} == {len(each.names) for each in found.facts}

    def test_a_name_that_is_blank_goes_on(self) -> None:
        found = facts("指標名|単位|年度|目標|実績", "甲|件|R4|1|2", "||R5|3|4")

        assert ["甲"] * 4 == [each.names[0].text for each in found.facts]
        assert ["件"] * 4 == [each.unit for each in found.facts]

    def test_a_value_of_several_rows(self) -> None:
        """A target beside several names is the target of each that has an actual."""
        texts = {(1, 1): "指標名", (1, 2): "目標(R7)", (1, 3): "R5実績", (2, 2): "85%"}
        rows = {(2, 1): "甲", (3, 1): "乙", (4, 1): "丙", (2, 3): "80%", (3, 3): "81%"}
        found = facts_of(Cells.of({**texts, **rows}, [(2, 2, 4, 2)]))

        targets = [each for each in found.facts if each.role is Role.TARGET]
        assert ["甲", "乙"] == [each.names[0].text for each in targets]

    def test_a_form_that_is_blank(self) -> None:
        """Beside another one, of which it has the labels and no values."""
        found = facts("指標名|甲||指標名|", "年度|計画|実績|年度|計画", "R5|4|5|R5|", "R6|6|7|R6|")

        assert {"甲"} == {each.names[0].text for each in found.facts}
        assert [] == Found("plan", "", found).doubts

    def test_names_below_a_kind_of_indicators(self) -> None:
        texts = {(1, 1): "区分", (1, 2): "項目", (1, 3): "単位", (1, 4): "R5計画", (1, 5): "R5実績"}
        one = {(2, 1): "成果指標", (2, 2): "甲", (2, 3): "人", (2, 4): "1", (2, 5): "2"}
        two = {(3, 2): "乙", (3, 3): "％", (3, 4): "3", (3, 5): "4"}
        found = facts_of(Cells.of({**texts, **one, **two}, [(2, 1, 3, 1)]))

        assert ["甲", "甲", "乙", "乙"] == [each.names[0].text for each in found.facts]

    def test_words_alone_tell_rows_apart(self) -> None:
        head = "指標名|対象|目標(R7)|R4|R5"
        found = facts(head, "受診率（%）|男性|60|55|56", "|女性|65|66|67", "甲|全員|20|25|24")

        assert ["受診率（%）　男性", "受診率（%）　女性", "甲"] == [
            each.name for each in Found("plan", "", found).indicators
        ]

    def test_an_outer_section_goes_on(self) -> None:
        head = "基本目標|施策|指標名|目標値(R7)|R4|R5"
        found = facts(head, "子育て|保育|甲|0|5|3", "|教育|乙|60|58|59")

        assert {("子育て", "保育"), ("子育て", "教育")} == {
            tuple(box.text for box in each.about[Role.SECTION]) for each in found.facts
        }

    def test_the_name_of_a_group_goes_on(self) -> None:
        found = facts("大項目|小項目|R5目標", "防災|甲|1", "|乙|2", "防犯|甲|3")

        assert [["甲", "防災"], ["乙", "防災"], ["甲", "防犯"]] == [
            [box.text for box in each.names] for each in found.facts
        ]

    def test_another_unit_is_another_indicator(self) -> None:
        found = facts("指標名|単位|年度|目標|実績", "甲|件|R4|1|2", "|人|R5|3|4")

        assert ["3", "4"] == left(found)

    def test_a_line_of_units_holds_for_the_next_table(self) -> None:
        found = facts(
            "指標名：甲|",
            "（単位：千人）|",
            "年度|R5",
            "目標|1",
            "指標名：乙|",
            "年度|R5",
            "目標|80",
        )

        assert ["千人", ""] == [each.unit for each in found.facts]

    def test_labels_of_rows_may_have_units(self) -> None:
        found = facts("指標名|甲", "年度|R5", "目標（人）|5000", "実績（千人）|3")

        assert ["人", "千人"] == [each.unit for each in found.facts]

    def test_a_row_of_units(self) -> None:
        lines = ("指標名|R5||R6|", "|目標|実績|目標|実績", "|千人|人|千人|人", "甲|5|3000|5|3000")

        assert ["千人", "人", "千人", "人"] == [each.unit for each in facts(*lines).facts]
        assert Found("a", "", facts(*lines)).is_whole

    def test_a_part_of_a_year_is_no_name(self) -> None:
        found = facts("年度|R5目標|R5実績", "第1四半期|5|4")

        assert ["5", "4"] == left(found)


class TestTitles:
    """Lines above tables."""

    def test_a_title_as_a_name_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "title.csv"
        values = "年度,R4,R5\n目標,1,2\n実績,3,4\n"
        lines = f"甲の推移,,\n{values}乙の推移,,\n{values}"
        path.write_text(lines, encoding="utf-8")
        plan = kk.read_plan(path)

        assert ["甲の推移", "乙の推移"] == [each.name for each in plan.indicators()]
        assert ["「甲の推移」 「乙の推移」"] == [
            each.value for each in plan.chosen if each.what == "title-name"
        ]

    def test_who_made_it_is_no_title(self) -> None:
        lines = ("進捗状況", "２　農地の保全", "令和７年８月　農業振興課")
        found = facts(*lines, "指標|R5目標|R5実績", "甲|5|6")

        assert {("２　農地の保全",)} == {
            tuple(box.text for box in each.about[Role.SECTION]) for each in found.facts
        }

    def test_the_number_of_a_table_is_no_name(self) -> None:
        found = facts("表１||", "年度|R4|R5", "目標|1|2", "実績|3|4")

        assert [] == told(found)


class TestLeft:
    """What is not taken is told."""

    def test_a_category_is_no_name(self) -> None:
        found = facts("区分|指標名|R5目標|R5実績", "活動|甲|1|2", "成果||3|4")

        assert ["甲", "甲"] == [each.names[0].text for each in found.facts]
        assert ["3", "4"] == left(found)

    def test_a_table_without_targets(self) -> None:
        found = facts("指標名|R5目標|R5実績", "甲|1|2", "", "施設|R5|R6", "北館|30|40")
        told_so = {each.what: each.value for each in Found("a", "", found).taken()}

        assert "B5:C5 (2)" == told_so["no-target"]

    def test_what_something_costs(self) -> None:
        found = facts("指標名|R5目標", "甲|1", "", "事業費|R5計画", "乙|100")

        assert [("甲", "target", "FY2023", "1")] == told(found)
        assert ["100"] == [box.text for box in found.costs]

    def test_values_of_the_prefecture(self) -> None:
        found = facts("指標名|R6||参考（県）|", "|目標|実績|目標|実績", "甲|1|2|3|4")

        assert ["1", "2"] == [each.box.text for each in found.facts]
        assert ["3", "4"] == [box.text for box in found.printed]

    def test_a_name_without_values(self) -> None:
        found = facts("指標名|甲", "年度|R4", "目標|", "指標名|乙", "年度|R4", "目標|1", "実績|2")

        assert ["甲"] == left(found)


class TestWords:
    """What is no value is used too, or named."""

    @pytest.mark.parametrize(
        "line", ["判定|Ａ", "備考|調査による", "担当課|企画課", "望ましい方向|↑"]
    )
    def test_a_form_goes_on_below_its_values(self, line: str) -> None:
        found = facts("指標名|甲", "目標値|5件", "R5実績|7件", line)

        told = [
            {box.text for boxes in each.about.values() for box in boxes} for each in found.facts
        ]
        assert [{"甲", line.split("|")[1]}] * 2 == told

    @pytest.mark.parametrize("blank", [(), ("",)])
    def test_whose_department(self, blank: tuple[str, ...]) -> None:
        """What stands right below values is theirs; behind a blank row it begins the next form."""
        one = ("指標名|甲", "目標値|5件", "R5実績|7件")
        two = ("担当課|財政課", "指標名|乙", "目標値|5件", "R5実績|7件")
        found = facts(*one, *blank, *two)

        whose = {each.names[0].text for each in found.facts if Role.DEPARTMENT in each.about}
        assert ({"乙"} if blank else {"甲"}) == whose

    def test_departments_above_and_right_below(self) -> None:
        one = ("担当課|企画課", "指標名|甲", "目標値|5件", "R5実績|7件")
        two = ("担当課|財政課", "指標名|乙", "目標値|5件", "R5実績|7件")
        found = facts(*one, *two)

        pairs = {(each.names[0].text, each.about[Role.DEPARTMENT][-1].text) for each in found.facts}
        assert {("甲", "企画課"), ("乙", "財政課")} == pairs

    def test_text_beside_values_is_kept_with_its_heading(self) -> None:
        found = facts("指標名|R4目標|R4実績|今年の様子|R5目標|R5実績", "甲|5件|6件|広報|7件|8件")

        assert [("今年の様子", "広報")] == [(found.headings[box], box.text) for box in found.apart]
        (indicator,) = Found("plan", "", found).tree().root.indicators
        assert indicator.source is not None
        assert ("今年の様子", "広報") in [
            (each.heading, each.text) for each in indicator.source.cells
        ]

    def test_text_of_no_indicator_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "form.tsv"
        path.write_text("対象\t市民\n\n指標名\t甲\n目標値\t5件\nR5実績\t7件\n", encoding="utf-8")

        chosen = {each.what: each.value for each in kk.read_plan(path).chosen}
        assert "A1:B1 (2)" == chosen["texts"]


class TestCells:
    """What single cells say."""

    def test_a_label_in_each_line(self) -> None:
        text = {(1, 1): "指標", (1, 2): "R5", (2, 1): "甲", (2, 2): "目標：5件\n実績：3件"}
        found = facts_of(Cells.of(text))

        assert [("甲", "target", "FY2023", "5件"), ("甲", "actual", "FY2023", "3件")] == told(found)

    def test_a_label_in_each_line_of_the_heading(self) -> None:
        text = {
            (1, 1): "指標",
            (1, 2): "R5",
            (2, 2): "目標\n実績",
            (3, 1): "甲",
            (3, 2): "5件\n集計中",
        }
        found = facts_of(Cells.of(text, [(1, 1, 2, 1)]))

        assert ["5件", "集計中"] == [each.box.text for each in found.facts]
        assert [Role.TARGET, Role.ACTUAL] == [each.role for each in found.facts]

    def test_lines_without_labels_are_one_value(self) -> None:
        text = {(1, 1): "指標", (1, 2): "R5目標", (2, 1): "甲", (2, 2): "男 5件\n女 3件"}

        assert ["男 5件\n女 3件"] == [each.box.text for each in facts_of(Cells.of(text)).facts]

    def test_ditto(self) -> None:
        found = facts("指標|年度|現状|目標(R7)", "甲|R元|5件|6件", "乙|〃|3件|4件")

        assert ["R元"] == [box.text for box in found.dittos]
        (chosen,) = [each for each in Found("plan", "", found).taken() if each.what == "ditto"]
        assert "B3" == chosen.value

    def test_nothing_is_above_the_first_ditto(self) -> None:
        assert [] == facts("〃|甲", "乙|丙").dittos

    def test_a_sum_of_a_group(self) -> None:
        found = facts("施設|目標|実績", "図書館|5人|6人", "文化施設　計|5人|6人", "体育館|3人|4人")

        assert ["文化施設　計"] == [box.text for box in found.totals]
        assert {"図書館", "体育館"} == {each.names[0].text for each in found.facts}

    @pytest.mark.parametrize("name", ["従事職員数", "決算額（R6は予算額）"])
    def test_staff_and_costs_among_indicators(self, name: str) -> None:
        found = facts("指標|区分|R5|R6", "甲|目標|5件|6件", "|実績|5件|4件", f"{name}||7|8")

        assert ["7", "8"] == [box.text for box in found.costs]
        assert {"甲"} == {each.names[0].text for each in found.facts}

    def test_a_value_beside_what_a_form_says(self) -> None:
        found = facts("指標名|甲", "単位|頭|最終目標|200(R7)", "年度|実績", "R5|150")

        assert [("甲", "target", "", "200(R7)"), ("甲", "actual", "FY2023", "150")] == told(found)
        assert {"頭"} == {each.unit for each in found.facts}

    def test_what_stands_above_the_name_of_an_indicator(self) -> None:
        found = facts("担当課|財政課|評価|Ｂ", "指標名|甲", "目標値|5件", "R5実績|7件")

        assert [["Ｂ"], ["Ｂ"]] == [
            [box.text for box in each.about[Role.RESULT]] for each in found.facts
        ]

    def test_a_kind_of_indicators_heads_names(self) -> None:
        found = facts("環境指標|R5|R6|目標値(R8)", "甲|5|未集計|6", "乙|5|4|6")

        assert {"甲", "乙"} == {each.names[0].text for each in found.facts}
        assert ("甲", "actual", "FY2024", "未集計") in told(found)

    def test_the_year_of_the_only_value(self) -> None:
        found = facts(
            "指標|現状値|調査年度|目標値|目標年度", "甲|5件|R5|6件|R8", "乙|3件|R4|5件|R8"
        )
        first, second = Found("plan", "", found).indicators

        roles = [(each.role.value, str(each.period)) for each in first.facts]
        assert [("actual", "FY2023"), ("target", "FY2026")] == roles
        assert "FY2022" == str(second.facts[0].period)

    @pytest.mark.parametrize(
        ("line", "unit"),
        [("（単位：千円）", "千円"), ("（事業費の単位：千円）", "")],
    )
    def test_a_unit_beside_a_title(self, line: str, unit: str) -> None:
        found = facts(f"財政効果|{line}", "取組|R5目標|R5実績", "甲|5|6", "乙|7|8")

        assert {unit} == {each.unit for each in found.facts}

    @pytest.mark.parametrize(
        ("name", "unit"),
        [
            ("貸出冊数（千冊）", "千冊"),
            ("整備数\n（箇所、累計）", "箇所"),
            ("利用者数\n（単位：千人）", "千人"),
            ("利用者（男、女）", ""),
            ("甲（乙）", ""),
        ],
    )
    def test_a_unit_behind_a_name(self, name: str, unit: str) -> None:
        text = {(1, 1): "指標", (1, 2): "R5目標", (1, 3): "R5実績", (2, 1): name}
        found = facts_of(Cells.of({**text, (2, 2): "5", (2, 3): "6"}))

        assert {unit} == {each.unit for each in found.facts}

    def test_a_day_is_of_the_year_above_it(self) -> None:
        found = facts(
            "令和５年度　評価結果",
            "（令和６年３月31日現在）",
            "",
            "施設|利用者数||満足度|",
            "|目標|実績|目標|実績",
            "図書館|5|6|7|8",
        )

        assert {"FY2023"} == {str(each.period) for each in found.facts if each.role is Role.ACTUAL}

    def test_a_day_alone(self) -> None:
        found = facts("（令和６年３月31日現在）", "指標|目標|実績", "甲|5|6", "乙|7|8")

        assert {"2024-03-31"} == {
            str(each.period) for each in found.facts if each.role is Role.ACTUAL
        }


class TestYears:
    """A year is that of its row, of the value beside it, or of none."""

    @pytest.mark.parametrize(
        ("head", "row", "wanted"),
        [
            (
                "指標名|時点|現状値|目標値|実績値",
                "甲|R3|90|150|110",
                {"baseline": "FY2021", "target": "", "actual": ""},
            ),
            (
                "指標名|期限|目標値|実績値",
                "甲|R8|150|110",
                {"target": "FY2026", "actual": ""},
            ),
            (
                "指標名|年度|現状値|年度|目標値|実績値",
                "甲|R3|90|R8|150|110",
                {"baseline": "FY2021", "target": "FY2026", "actual": ""},
            ),
            (
                "指標名|目標|年度|実績|年度",
                "甲|150|R8|110|R5",
                {"target": "FY2026", "actual": "FY2023"},
            ),
            (
                "指標名|目標値|期限|実績値",
                "甲|150|R8|110",
                {"target": "FY2026", "actual": ""},
            ),
            (
                "年度|指標名|目標|実績",
                "R5|甲|150|110",
                {"target": "FY2023", "actual": "FY2023"},
            ),
        ],
    )
    def test_whose_year(self, head: str, row: str, wanted: dict[str, str]) -> None:
        found = facts(head, row)

        assert wanted == {each.role.value: str(each.period or "") for each in found.facts}

    def test_a_year_goes_on_where_it_is_blank(self) -> None:
        head = "年度|指標名|目標|実績"
        found = facts(head, "R4|甲|100|90", "|乙|80|79", "R5|甲|110|95", "|乙|82|81")

        told = {(each.names[0].text, str(each.period)) for each in found.facts}
        assert {(name, year) for name in "甲乙" for year in ("FY2022", "FY2023")} == told

    def test_a_section_goes_on_where_it_is_blank(self) -> None:
        head = "施策|指標名|単位|現状値|目標値|目標年度|実績値"
        found = facts(head, "子育て|甲|件|80|100|R7|90", "|乙|%|70|80|R7|79")

        assert {("子育て",)} == {
            tuple(box.text for box in each.about[Role.SECTION]) for each in found.facts
        }

    def test_text_for_a_year(self) -> None:
        found = facts("年度|参加者数", "|目標|実績", "R5|110|95", "R6（9月末）|120|50")

        assert ["120", "50"] == left(found)

    @pytest.mark.parametrize("word", ["年次計画", "推計", "今後の見通し"])
    def test_what_is_planned_has_not_been_seen(self, word: str) -> None:
        texts = {(1, 1): "指標名", (1, 2): "実績", (1, 4): word, (1, 6): "目標", (3, 1): "甲"}
        years = {(2, at): f"R{at + 2}" for at in range(2, 7)}
        values = {(3, at): str(70 + at) for at in range(2, 7)}
        merges = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)]
        found = facts_of(Cells.of({**texts, **years, **values}, merges))

        assert ["74", "75"] == left(found)
        assert ["72", "73", "76"] == [each.box.text for each in found.facts]

    def test_years_are_no_names(self) -> None:
        found = facts(
            "参加者数", "", "指標|目標|実績", "令和4年度|100人|90人", "令和5年度|110人|95人"
        )

        told = {(each.names[0].text, str(each.period)) for each in found.facts}
        assert {("参加者数", "FY2022"), ("参加者数", "FY2023")} == told

    @pytest.mark.parametrize(
        "line",
        ["更新日：令和6年8月1日", "目標年度　令和7年度", "令和7年度当初予算", "平成20年度開始"],
    )
    def test_years_of_titles_that_are_not_those_of_values(self, line: str) -> None:
        found = facts(line, "", "指標名|単位|目標値(R7)|実績値", "甲|人|1000|990", "乙|人|5|6")

        assert {None} == {each.period for each in found.facts if each.role is Role.ACTUAL}

    def test_a_year_that_nothing_takes(self) -> None:
        found = facts("指標名|目標値|達成の目安|実績値", "甲|5|R7|6", "乙|5|R8|6")

        assert ["R7", "R8"] == left(found)

    def test_one_year_throughout(self) -> None:
        found = facts("指標名|目標値|作成の年|実績値", "甲|5|R7|6", "乙|5|R7|6")

        assert [] == left(found)
        assert ["R7", "R7"] == [box.text for box in found.apart]

    def test_the_year_of_a_sheet(self) -> None:
        texts = {(1, 1): "指標名", (1, 2): "目標", (1, 3): "実績", (2, 1): "甲"}
        found = facts_of(Cells.of({**texts, (2, 2): "5", (2, 3): "6"}, name="R5"))

        assert {"FY2023"} == {str(each.period) for each in found.facts if each.role is Role.ACTUAL}

    def test_lines_in_cells_part_no_rows(self, tmp_path: Path) -> None:
        path = tmp_path / "lines.tsv"
        one = '参加者数\t"目標：100人\n実績：90人"\t"目標：110人\n実績：95人"\n'
        two = '満足度\t"目標：80%\n実績：79%"\t"目標：82%\n実績："\n'
        path.write_text(f"指標名\tR4\tR5\n{one}{two}", encoding="utf-8")
        _, second = kk.read_plan(path).indicators()

        assert ["FY2022", "FY2023"] == [str(each.period) for each in second.targets]
        assert ["79 %"] == [str(each.quantity) for each in second.observations]
        assert second.source is not None
        assert 5 == second.source.location.line


class TestNumbers:
    """Numbers that look like years."""

    def test_among_others(self) -> None:
        found = facts("指標名|R7目標|R5実績", "甲|2100|74.9", "乙|2000|2024", "丙|2010|2030")

        assert ["2100", "74.9", "2000", "2024", "2010", "2030"] == [
            each.box.text for each in found.facts
        ]
        assert [] == Found("plan", "", found).doubts


class TestWays:
    """Lists whose headings are plain, and whose cells are not."""

    def test_years_for_names(self, tmp_path: Path) -> None:
        path = tmp_path / "years.tsv"
        path.write_text("指標\t目標\t実績\n令和4年度\t100人\t90人\n", encoding="utf-8")

        with pytest.raises(kk.TableError):
            kk.read_plan(path)

    def test_dittos(self, tmp_path: Path) -> None:
        path = tmp_path / "dittos.tsv"
        rows = ("指標名\t単位\t目標値\t実績値", "甲\t件\t100\t90", "乙\t〃\t10\t8")
        path.write_text("\n".join(rows), encoding="utf-8")
        _, second = kk.read_plan(path).indicators()

        assert "8 件" == str(second.observations[0].quantity)


class TestPrinted:
    """What the publisher works out is kept with the indicator."""

    def test_in_rows(self) -> None:
        found = facts(
            "指標名|単位|区分|R4|R5", "甲|人|目標|10|20", "||実績|5|30", "||達成率|50.0|150.0"
        )
        (indicator,) = Found("plan", "", found).tree().root.indicators

        assert [("50.0", "FY2022", ""), ("150.0", "FY2023", "")] == [
            (each.text, str(each.period), each.quantity.unit if each.quantity else None)
            for each in indicator.printed
            if isinstance(each, PrintedRate)
        ]

    def test_of_no_indicator(self) -> None:
        found = facts("指標名|区分|R5", "甲|目標|10", "|実績|5", "乙|達成率|50%")

        assert ["50%"] == [box.text for box in found.printed]
        assert [] == [fact for each in Found("plan", "", found).groups for fact in each.rated]

    def test_of_two_indicators_in_a_row(self) -> None:
        head = "年度|甲|||乙||"
        below = "|目標|実績|評価|目標|実績|評価"
        texts = {
            (row, column + 1): text
            for row, line in enumerate((head, below, "R4|1|2|A|3|4|B"), 1)
            for column, text in enumerate(line.split("|"))
        }
        found = facts_of(Cells.of(texts, [(1, 2, 1, 4), (1, 5, 1, 7)]))

        assert {("甲", "A"), ("乙", "B")} == {
            (each.names[0].text, *(box.text for box in each.about[Role.RESULT]))
            for each in found.facts
        }


class TestOthers:
    """Values of others are none of the indicator."""

    @pytest.mark.parametrize(
        "heading",
        [
            "実績値（全国）",
            "実績値（県平均）",
            "実績値（前年度）",
            "R6実績（上半期）",
            "実績値(4月～9月)",
            "参考値",
        ],
    )
    def test_in_a_heading(self, heading: str) -> None:
        found = facts(f"指標名|単位|目標値(R7)|実績値（市）|{heading}", "甲|件|100|90|95")

        assert ["100", "90"] == [each.box.text for each in found.facts]
        assert ["95"] == [box.text for box in found.printed]

    def test_in_the_name_of_a_form(self) -> None:
        found = facts("指標名|全国平均", "R5目標|5", "R5実績|6")

        assert [] == found.facts
        assert ["5", "6"] == [box.text for box in found.printed]

    def test_in_a_name_on_the_right(self) -> None:
        found = facts("R5目標|R5実績|指標名", "5|6|甲", "7|8|全国平均")

        assert ["5", "6"] == [each.box.text for each in found.facts]
        assert ["7", "8"] == [box.text for box in found.printed]

    def test_in_the_name_of_a_row(self) -> None:
        found = facts("指標名|単位|目標値(R7)|R4|R5", "甲|%|60|58|59", "全国平均|%||50|51")

        assert {"甲"} == {each.names[0].text for each in found.facts}
        assert ["50", "51"] == [box.text for box in found.printed]


class TestDoubts:
    """What labels say in two ways is refused."""

    @pytest.mark.parametrize(
        "lines",
        [
            ("指標名|区分|R5実績", "甲|目標|1", "|実績|2"),
            ("指標名|区分|R5", "甲|R4目標|1", "|実績|2"),
            ("指標名|R5目標|R5目標|R5実績", "甲|1|2|3"),
            ("指標名|区分|R5", "市民の|目標|1", "満足度|実績|2"),
            ("指標名|区分|R5", "甲|目標|1", "|実績|2", "乙||3"),
            ("活動指標|甲|成果指標|乙", "年度|R4|R5|R6", "目標|1|2|3", "実績|1|2|3"),
            ("指標名|甲", "指標名|乙", "年度|R4", "目標|1", "実績|2"),
            (
                "指標名|甲|単位|人",
                "年度|R4||",
                "目標|1||",
                "",
                "単位|件||",
                "年度|R5||",
                "実績|4||",
            ),
            ("指標名||目標||実績", "|R5|R6|R5|R6", "甲|1|2|3|4"),
            ("指標名|甲|", "年度|R4|R5", "目標|1|2", "研修|する|", "年度|R6|R7", "実績|3|4"),
            ("指標名|目標|年度|実績", "甲|1|R7|2"),
            ("指標名|R6||改訂版|", "|目標|実績|目標|実績", "甲|1|2|3|4"),
            ("指標名：甲||", "年度|R5|R6", "目標|1980人|1985人", "実績|1990人|2024"),
            ("指標名|目標|単位|実績|単位", "甲|5|千人|3000|人"),
            ("指標名|R7目標", "【A】|", "甲|1", "", "指標名|R5実績", "【B】|", "甲|2"),
        ],
        ids=[
            *("roles", "years", "twice", "halves", "assumed"),
            *(
                "cut",
                "unvalued",
                "units",
                "shifted",
                "long",
                "behind",
                "headed",
                "number",
                "beside",
                "sections",
            ),
        ],
    )
    def test_sheet(self, lines: tuple[str, ...]) -> None:
        found = Found("a", "", facts(*lines))

        assert found.doubts
        assert not found.is_whole

    @pytest.mark.parametrize(
        ("lines", "doubtful"),
        [
            (("指標名|R4実績|実績|R7目標", "甲|5|6|10"), ["6"]),
            (("指標名|R4実績|実績|R7目標", "甲|5|6(R5)|10"), []),
            (("指標名|R4見込|実績|R7目標", "甲|5|6|10"), []),
        ],
        ids=["undated", "dated", "forecast"],
    )
    def test_an_actual_without_a_year(self, lines: tuple[str, ...], doubtful: list[str]) -> None:
        """Beside one that was seen in R4 it may be newer or older; a forecast was not seen."""
        assert doubtful == [box.text for box in Found("a", "", facts(*lines)).doubts]


class TestConserved:
    """What is no value of an indicator is named, and nothing is taken for what it is not."""

    def test_a_target_that_was_revised(self) -> None:
        found = facts("指標名|当初目標（R7）|変更後目標（R7）|R5実績", "甲|10|20|5")
        assert [
            ("甲", "target", "FY2025", "20"),
            ("甲", "actual", "FY2023", "5"),
        ] == told(found)
        assert ["10"] == [box.text for box in found.passed]
        assert [] == found.left

    @pytest.mark.parametrize(
        ("rows", "left"),
        [
            (("甲|10|5|R4",), ["R4"]),
            (("甲|10|5|R4", "乙|20|8|R3"), ["R4", "R3"]),
            (("甲|10|5|R4", "乙|20|8|R4"), []),
        ],
        ids=["one", "two", "the same"],
    )
    def test_a_year_beside_values(self, rows: tuple[str, ...], left: list[str]) -> None:
        """One year throughout may say when all was written; any other is of some value."""
        found = facts("指標名|目標（R7）|R5実績|", *rows)
        assert left == [box.text for box in found.left]

    def test_a_word_below_another_heading_is_no_unit_of_the_value_before(self) -> None:
        found = facts("指標名|R5実績|備考|R7目標", "甲|5|人|10")
        assert [("5", ""), ("10", "人")] == [(each.box.text, each.unit) for each in found.facts]

    @pytest.mark.parametrize(
        ("one", "other", "unit", "doubtful"),
        [
            ("人", "件", "", ["5", "10"]),
            ("区画案", "路線群", "", ["5", "10"]),
            ("人", "人", "人", []),
            ("区画案", "区画案", "区画案", []),
        ],
    )
    def test_two_units_before_a_name(
        self, one: str, other: str, unit: str, doubtful: list[str]
    ) -> None:
        """Which of them values are counted in, nothing says; the same one twice is one."""
        found = facts("単位|単位|指標名|R5実績|R7目標", f"{one}|{other}|甲|5|10")
        assert [unit, unit] == [each.unit for each in found.facts]
        assert doubtful == [box.text for box in Found("a", "", found).doubts]

    def test_a_counter_behind_a_name_below_no_heading(self) -> None:
        """Whether others have one too is asked of those below its heading, which may be none."""
        table = "指標名\t目標値(R8)\n形成した地域（地域）\t6\n"
        with pytest.raises(kk.TableError, match="no table"):
            kk.read_plan(table.encode(), name="plan.tsv")

    def test_a_word_below_the_same_heading_is(self) -> None:
        found = facts("指標名|R5実績||R7目標|", "甲|5|人|10|人")
        assert [("5", "人"), ("10", "人")] == [(each.box.text, each.unit) for each in found.facts]


class TestFlow:
    """Documents that say where their tables end."""

    @staticmethod
    def page(folder: Path, *tables: str) -> Path:
        path = folder / "page.html"
        made = "".join(
            f"<table>{''.join(self_row(row) for row in table.split('/'))}</table><p>次</p>"
            for table in tables
        )
        path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{made}", encoding="utf-8")
        return path

    def test_targets_and_actuals_in_two_tables(self, tmp_path: Path) -> None:
        aims, seen = "指標|単位|目標値（R7）/甲|件|5/乙|人|6", "指標|R5/甲|3件/乙|4人"
        path = self.page(tmp_path, aims, seen)
        first, second = kk.read_plan(path).indicators()

        assert ("甲", "3 件") == (first.name, str(first.observations[0].quantity))
        assert ("乙", "4 人") == (second.name, str(second.observations[0].quantity))

    def test_layout_means_columns(self, tmp_path: Path) -> None:
        path = self.page(tmp_path, "指標名|到達点|目標値/甲|3件|5件")
        layout = Layout(columns=[Column("到達点", Role.ACTUAL)])
        (indicator,) = kk.read_plan(path, layout=layout).indicators()

        assert ["3 件"] == [str(each.quantity) for each in indicator.observations]

    def test_years_that_no_column_heads(self, tmp_path: Path) -> None:
        path = tmp_path / "shifted.csv"
        path.write_text("指標名,,目標,,実績\n,R5,R6,R5,R6\n甲,1,2,3,4\n", encoding="utf-8")
        with pytest.raises(kk.TableError):
            kk.read_plan(path)

    def test_a_year_that_goes_on_over_a_blank(self, tmp_path: Path) -> None:
        path = tmp_path / "years.csv"
        lines = "指標名,R5,,最終目標\n,目標,実績,(R7)\n甲,10,5,20\n"
        path.write_text(lines, encoding="utf-8")
        (indicator,) = kk.read_plan(path).indicators()

        assert ["FY2023"] == [str(each.period) for each in indicator.observations]

    def test_two_units_in_a_row(self, tmp_path: Path) -> None:
        path = tmp_path / "units.csv"
        lines = "指標名,目標,単位,実績,単位\n甲,5,千人,3000,人\n"
        path.write_text(lines, encoding="utf-8")
        with pytest.raises(kk.TableError):
            kk.read_plan(path)

    def test_rows_in_doubt(self, tmp_path: Path) -> None:
        path = self.page(tmp_path, "指標名|区分|R5/市民の|目標|1/満足度|実績|2")
        with pytest.raises(kk.TableError, match="not certain"):
            kk.read_plan(path)


def self_row(row: str) -> str:
    return f"<tr>{''.join(f'<td>{html.escape(cell)}' for cell in row.split('|'))}"


class TestRowsThatTellColumns:
    """A row with a label says something of the columns of the rows that begin as it does."""

    def test_rows_that_begin_elsewhere(self) -> None:
        """Figures below which no label stands in the first column are left over."""
        assert ["5", "6", "7", "8"] == left(facts("単位|件|人", "|5|6", "R6|7|8"))
        found = facts("指標名|甲|乙", "単位|件|人", "R5|5|6", "|7|8")
        assert [
            ("甲", "actual", "FY2023", "5"),
            ("乙", "actual", "FY2023", "6"),
        ] == told(found)
        assert ["7", "8"] == left(found)

    def test_units_without_names(self) -> None:
        found = facts("単位|件|人|台", "R5|5|6|7", "R6|7|8|9")
        assert ([], ["5", "6", "7", "7", "8", "9"]) == (told(found), left(found))

    def test_a_total_of_no_name(self) -> None:
        """The total of years is the actual of a target for these years, where it has a name."""
        found = facts("指標名|目標値(R5～R6)|R5実績|R6実績|累計", "甲|9|5|6|11", "|9|5|6|11")
        assert [
            ("甲", "target", "FY2023/FY2024", "9"),
            ("甲", "actual", "FY2023/FY2024", "11"),
        ] == told(found)
        assert ["9", "5", "6", "11"] == left(found)


class TestExpectedAndProvided:
    """量の見込み is the target of 実績; 確保方策 and what is worked out are none."""

    def test_numbered_rows(self) -> None:
        found = facts(
            "事業名|単位|区分|R5|R6",
            "一時預かり|人日|①量の見込み|500|520",
            "||②確保方策|600|610",
            "||③実績|480|530",
            "||②－③|120|80",
            "病児保育|人日|①量の見込み|50|52",
            "||②確保方策|60|61",
            "||③実績|48|53",
            "||②－③|12|8",
        )

        assert [
            ("一時預かり", "target", "FY2023", "500"),
            ("一時預かり", "target", "FY2024", "520"),
            ("一時預かり", "actual", "FY2023", "480"),
            ("一時預かり", "actual", "FY2024", "530"),
            ("病児保育", "target", "FY2023", "50"),
            ("病児保育", "target", "FY2024", "52"),
            ("病児保育", "actual", "FY2023", "48"),
            ("病児保育", "actual", "FY2024", "53"),
        ] == told(found)
        assert {"600", "610", "120", "80", "60", "61", "12", "8"} == {
            box.text for box in found.printed
        }

    def test_times_to_come(self) -> None:
        found = facts(
            "指標|単位|実績||将来展望（目標）|",
            "||令和２年|令和６年|令和７年|令和12年",
            "社会増減|人|△51|△22|0|10",
        )

        assert [
            ("社会増減", "actual", "2020", "△51"),
            ("社会増減", "actual", "2024", "△22"),
            ("社会増減", "target", "2025", "0"),
            ("社会増減", "target", "2030", "10"),
        ] == told(found)

    def test_years_below_times_to_come_are_not_seen(self) -> None:
        found = facts(
            "指標|目標(R8)|実績|将来展望|", "||R6|R7|R12", "総人口|9|8|7|6", "出生数|5|4|3|2"
        )

        assert [("8", "actual"), ("4", "actual")] == [
            (text, role) for _, role, _, text in told(found) if role != "target"
        ]
