"""What stands in one cell for several, and parts that are named after what they are parts of."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

import kpikit as kk
from kpikit.cell import Vocabulary
from kpikit.model.observation import Observation
from kpikit.table.cells import Cells
from kpikit.table.classes import Class
from kpikit.table.composed import parted
from kpikit.table.facts import facts_of
from kpikit.table.items import items_of
from kpikit.table.settled import with_settled
from kpikit.table.wholes import is_part

pytestmark = pytest.mark.usefixtures("in_this_process")


def plan_of(*rows: list[str]) -> kk.Plan:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return kk.read_plan(stream.getvalue().encode(), name="plan.csv")


def values(plan: kk.Plan) -> dict[str, tuple[list[str], list[str]]]:
    def said(seen: Observation) -> str:
        return f"{seen.period or seen.column} {seen.quantity}"

    return {
        each.name: (
            [f"{target.period} {target.rule.level}" for target in each.targets],
            [said(seen) for seen in each.observations if seen.quantity],
        )
        for each in plan.indicators()
    }


# -- two values above one another ------------------------------------------------------------------

STACKED = (
    ["指標（上段：目標　下段：実績）", "単位", "R4", "R5", "R6"],
    ["貸出点数", "点", "110\n112", "119\n115", "121"],
    ["閲覧回数", "回", "―", "20\n14", "30"],
)


def test_two_values_in_a_cell_are_told_by_a_line() -> None:
    found = values(plan_of(*STACKED))

    assert found["貸出点数"] == (
        ["FY2022 110 点", "FY2023 119 点", "FY2024 121 点"],
        ["FY2022 112 点", "FY2023 115 点"],
    )
    assert found["閲覧回数"] == (["FY2023 20 回", "FY2024 30 回"], ["FY2023 14 回"])


def test_a_value_keeps_the_year_in_the_line_below_it() -> None:
    head, first, _ = STACKED
    found = values(plan_of(head, first, ["健康寿命", "年", "―\n72.88\n（R3）", "―\n―", "73.80"]))

    assert found["健康寿命"] == (["FY2024 73.80 年"], ["FY2021 72.88 年"])


def test_what_is_below_a_year_and_not_understood_is_left_over() -> None:
    head, first, _ = STACKED
    plan = plan_of(head, first, ["閲覧回数", "回", "14\n15\n16", "20\n14", "30"])

    assert values(plan)["閲覧回数"] == (["FY2023 20 回", "FY2024 30 回"], ["FY2023 14 回"])
    assert [each.code for each in plan.issues] == ["column-left"]


def test_a_value_alone_before_others_is_left_over() -> None:
    head, first, last = STACKED
    plan = plan_of(head, first, [*last[:2], "18", *last[3:]])

    assert values(plan)["閲覧回数"] == (["FY2023 20 回", "FY2024 30 回"], ["FY2023 14 回"])
    assert [each.code for each in plan.issues] == ["column-left"]


# -- several indicators in one row -----------------------------------------------------------------

HEAD = ["指標", "単位", "R5実績", "R6実績", "R8目標", "評価"]


def test_items_of_names_and_values_are_parted() -> None:
    row = ["①学校数\n②団体数", "①校\n②団体", "①7\n②34", "①8、②33", "①10 ②40", "①Ａ\n②Ｃ"]
    plan = plan_of(HEAD, row, ["充足率", "％", "93", "91", "100", "Ｃ"])

    assert values(plan) == {
        "学校数": (["FY2026 10 校"], ["FY2023 7 校", "FY2024 8 校"]),
        "団体数": (["FY2026 40 団体"], ["FY2023 34 団体", "FY2024 33 団体"]),
        "充足率": (["FY2026 100 %"], ["FY2023 93 %", "FY2024 91 %"]),
    }
    printed = [mark.text for each in plan.indicators() for mark in each.printed]
    assert printed == ["Ａ", "Ｃ", "Ｃ"]


def test_a_dash_is_that_of_all_items() -> None:
    row = ["①学校数\n②団体数", "①校\n②団体", "―", "①8\n②33", "①10\n②40", ""]

    assert values(plan_of(HEAD, row))["団体数"] == (["FY2026 40 団体"], ["FY2024 33 団体"])


def test_items_stay_together_where_a_value_has_not_all_of_them() -> None:
    row = ["①学校数\n②団体数", "", "①7\n②34", "41", "①10\n②40", ""]

    assert not {"学校数", "団体数"} & values(plan_of(HEAD, row)).keys()


@pytest.mark.parametrize("text", ["", "①８校", "①８校 ③12人", "約①８校 ②３人", "①８校 ②"])
def test_what_is_no_list_of_items(text: str) -> None:
    assert items_of(text) == {}


# -- a name with its target and its actual ---------------------------------------------------------


def test_results_behind_a_name() -> None:
    plan = plan_of(
        ["取組", "指標と結果", "評価"],
        ["支援", "相談の解決率　目標：95％　実績：96％", "Ａ"],
        ["啓発", "講座の回数　目標：12回　実績：9回", "Ｂ"],
    )

    assert [each.name.split()[-1] for each in plan.indicators()] == ["相談の解決率", "講座の回数"]


@pytest.mark.parametrize(
    "text",
    [
        "目標：95％　実績：96％",
        "相談の解決率　目標：95％",
        "前年度：相談の解決率　目標：95％　実績：96％",
        "相談の解決率",
    ],
)
def test_what_is_no_name_with_its_results(text: str) -> None:
    sheet = parted(Cells.of({(1, 1): text}), Vocabulary())

    assert [box.text for box in sheet.lines[1]] == [text]


def test_results_beside_other_labels_are_a_remark() -> None:
    text = "相談の解決率　目標：95％　実績：96％"
    sheet = parted(Cells.of({(1, 1): "目標値", (2, 1): text}), Vocabulary())

    assert [box.text for box in sheet.lines[2]] == [text]


# -- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "うち女性",
        "　うち女性",
        "（うち女性）",
        "（内）市外",
        "内数：市外",
        "└うち市外",
        "【うち】市外",
    ],
)
def test_names_of_parts(name: str) -> None:
    assert is_part(name)


@pytest.mark.parametrize(
    "name",
    [
        "うちわの配布数",
        "うちエコ診断の受診者数",
        "うち読の実施校数",
        "内科の患者数",
        "内部研修の回数",
    ],
)
def test_names_that_begin_as_those_of_parts(name: str) -> None:
    assert not is_part(name)


def test_a_part_below_a_total_has_no_whole() -> None:
    texts = {(1, 1): "指標", (1, 2): "R6実績", (1, 3): "R8目標"}
    texts |= {(2, 1): "合計", (2, 2): "30", (2, 3): "40"}
    texts |= {(3, 1): "うち女性", (3, 2): "12", (3, 3): "20"}

    names = {tuple(box.text for box in fact.names) for fact in facts_of(Cells.of(texts)).facts}
    assert names == {("うち女性",)}


@pytest.mark.parametrize("merges", [(), [(2, 1, 2, 3)]])
def test_parts_below_a_line_with_a_unit(merges: list[tuple[int, int, int, int]]) -> None:
    """The line alone in its row is their whole, in one cell or in one over all columns."""
    texts = {(1, 1): "項目", (1, 2): "R5実績", (1, 3): "R9計画", (2, 1): "診療収入（円）"}
    texts |= {(3, 1): "　入院", (3, 2): "46315", (3, 3): "48000"}
    texts |= {(4, 1): "　外来", (4, 2): "12911", (4, 3): "13000"}

    found = facts_of(Cells.of(texts, merges)).facts
    assert {tuple(box.text.strip() for box in fact.names) for fact in found} == {
        ("入院", "診療収入（円）"),
        ("外来", "診療収入（円）"),
    }
    assert {fact.unit for fact in found} == {"円"}


SUM = (
    ["移行者数（人）", "", "19", "24"],
    ["", "うち就労移行（人）", "12", "14"],
    ["", "うち就労継続（人）", "7", "10"],
    ["利用者数（人）", "", "11", "20"],
)
PARTS = ["移行者数（人）　うち就労移行（人）", "移行者数（人）　うち就労継続（人）"]


def test_a_sum_with_parts_that_are_named_so_is_an_indicator() -> None:
    plan = plan_of(["区分", "項目", "R6実績", "R8目標"], *SUM)

    assert [*values(plan)] == ["移行者数（人）", *PARTS, "利用者数（人）"]


def test_parts_are_called_by_a_whole_that_could_not_be_read() -> None:
    plan = plan_of(["区分", "指標", "R6実績", "R8目標"], *SUM)

    assert [*values(plan)] == PARTS
    assert "移行者数（人）" in plan.issues[0].message("ja")


# -- labels amid values ----------------------------------------------------------------------------


def test_figures_below_labels_of_something_else_are_not_read() -> None:
    with pytest.raises(kk.TableError):
        plan_of(
            ["指標", "R5", "R6", "目標（R8）"],
            ["農業者数（人）", "207", "209", "220"],
            ["法人数（社）", "21", "24", "25"],
            ["関連", "", "", "備考"],
            ["甲会議（回）", "3", "4", "5"],
        )


def test_a_part_is_of_the_nearest_name_above_it() -> None:
    plan = plan_of(
        ["指標名", "実績値(R5)", "目標値(R5)"],
        ["交通事故件数", "10件", "8件以下"],
        ["火災件数", "5件", "4件以下"],
        ["うち放火", "2件", "1件以下"],
    )

    assert ["交通事故件数", "火災件数", "火災件数　うち放火"] == [
        each.name for each in plan.indicators()
    ]


# -- what values are counted in, by lines below their tables ---------------------------------------


def table(name: str, unit: str, *values: str, above: str = "") -> list[list[str]]:
    lines = [[name], *([[above]] if above else []), ["年度", "R5", "R6"]]
    return [*lines, ["目標値", *values[:2]], ["実績値", *values[2:]], *([[unit]] if unit else [])]


def units(*tables: list[list[str]]) -> list[str]:
    plan = plan_of(*(row for each in tables for row in each))
    levels = [each.targets[0].rule.level for each in plan.indicators()]
    return [level.unit for level in levels if level is not None]


RATE, COUNT = ("54.0", "56.0", "53.3", "56.8"), ("10", "5", "14", "6")


def test_units_below_each_table() -> None:
    first = table("指標1　満足度", "単位：％", *RATE)
    second = table("指標2　待機児童数", "単位：人", *COUNT)

    assert units(first, second) == ["%", "人"]
    assert units(second, first) == ["人", "%"]


def test_units_above_each_table() -> None:
    first = table("指標1　満足度", "", *RATE, above="単位：％")
    second = table("指標2　待機児童数", "", *COUNT, above="単位：人")

    assert units(first, second) == ["%", "人"]


def test_a_unit_between_two_tables_is_that_of_the_lower_one() -> None:
    """The last one has none below it."""
    first = table("指標1　来館者数（人）", "単位：件", *COUNT)
    second = table("指標2　相談件数", "", *COUNT)

    assert units(first, second) == ["人", "件"]


# -- names above their targets, in one cell --------------------------------------------------------

ABOVE = (
    ["番号", "取組項目", "目標（R8）", "実績（R6）"],
    ["1", "財政指標の改善", "経常収支比率\n92.0％以下", "94.9％"],
    ["2", "財政指標の改善", "財政調整基金の取崩額\n25億円以下", "23.8億円"],
)


def test_names_above_their_targets() -> None:
    assert [*values(plan_of(*ABOVE))] == ["経常収支比率", "財政調整基金の取崩額"]


def test_what_stands_above_targets_beside_names_is_none() -> None:
    """Nor where a cell has no name, or none says what is measured."""
    named = [["番号", "指標", *ABOVE[0][2:]], *ABOVE[1:2], ["2", "基金", *ABOVE[2][2:]]]
    single = [*ABOVE[:2], ["2", "基金残高の確保", "25億円", "23.8億円"]]
    worded = [
        ABOVE[0],
        ["1", "窓口の改善", "毎年度の\n92.0％", "94.9％"],
        ["2", "基金の確保", "年度末の\n25億円", "23.8億円"],
    ]

    assert [*values(plan_of(*named))] == ["財政指標の改善", "基金"]
    assert [*values(plan_of(*single))] == ["財政指標の改善", "基金残高の確保"]
    assert [*values(plan_of(*worded))] == ["窓口の改善", "基金の確保"]


# -- years of accounts -----------------------------------------------------------------------------


def test_years_of_accounts_below_headings_of_years() -> None:
    """A budget below them is none of what was seen."""
    texts = {(1, 1): "指標", (1, 2): "実績値", (1, 3): "実績年度", (1, 4): "目標値"}
    texts |= {(2, 1): "甲", (2, 2): "5", (2, 3): "R6決算", (2, 4): "7"}
    texts |= {(3, 1): "乙", (3, 2): "6", (3, 3): "R6予算", (3, 4): "7"}
    sheet = with_settled(Cells.of(texts), Vocabulary())

    assert str(sheet.boxes[2, 3].said.column.period) == "FY2024"
    assert [sheet.boxes[row, 3].said.kind for row in (2, 3)] == [Class.YEAR, Class.LABEL]
