"""Values of which cells elsewhere say more: notes, lines, revised targets, totals, other sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.table.cells import Cells
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.lines import rows_of


def found_in(*lines: str) -> Found:
    """Return what the cells of lines say, parted by strokes."""
    cells = Cells.of_rows(rows_of("\n".join(lines), mark="|"))
    return Found("plan", "", facts_of(cells))


def values(found: Found) -> Iterator[str]:
    """Yield each value: its name, role, period and text."""
    for group in found.groups:
        for fact in group.facts:
            yield f"{group.name} {fact.role.value} {fact.period or ''} {fact.box.text}"


def chosen(found: Found) -> dict[str, str]:
    return {each.what: each.value for each in found.taken()}


class TestRevisedTargets:
    """Of 当初目標 and 変更後目標 the changed one holds."""

    def test_columns(self) -> None:
        found = found_in(
            "指標名|当初目標値(R8)|見直し後目標値(R8)|R6実績",
            "甲|10|12|9",
            "乙|20|－|15",
            "丙|30|変更なし|35",
        )

        assert [
            "甲 actual FY2024 9",
            "甲 target FY2026 12",
            "乙 actual FY2024 15",
            "乙 target FY2026 20",
            "丙 actual FY2024 35",
            "丙 target FY2026 30",
        ] == [*values(found)]
        assert "B2:C4 (3)" == chosen(found)["passed"]

    def test_of_another_year_both_hold(self) -> None:
        found = found_in("指標名|目標(変更前)(R5)|目標(変更後)(R8)|R6実績", "甲|10|12|9")

        assert ["10", "12"] == [
            each.box.text for each in found.facts.facts if each.role.value == "target"
        ]
        assert "passed" not in chosen(found)

    def test_rows(self) -> None:
        found = found_in(
            "指標名|区分|R5|R6",
            "甲|当初目標|10|20",
            "|変更後目標|－|25",
            "|実績|9|24",
        )

        assert [
            "甲 actual FY2023 9",
            "甲 actual FY2024 24",
            "甲 target FY2023 10",
            "甲 target FY2024 25",
        ] == [*values(found)]

    def test_one_alone_is_the_target(self) -> None:
        assert ["甲 actual FY2024 9", "甲 target FY2026 －"] == [
            *values(found_in("指標名|変更後目標値(R8)|R6実績", "甲|－|9"))
        ]


class TestStatistics:
    """A row that names its statistic has the values of that."""

    LINES = (
        "指標名|種類|目標値(R8)|単年度の実績||令和4年度からの累計|",
        "|||R5|R6|R5|R6",
        "甲|累計|20|4|5|9|14",
        "乙|単年|6|4|5|9|14",
    )

    def test_the_one_that_is_meant(self) -> None:
        found = found_in(*self.LINES)

        assert [
            "甲 actual FY2023 9",
            "甲 actual FY2024 14",
            "甲 target FY2026 20",
            "乙 actual FY2023 4",
            "乙 actual FY2024 5",
            "乙 target FY2026 6",
        ] == [*values(found)]
        assert "D3:G4 (4)" == chosen(found)["passed"]
        assert found.is_whole

    def test_nothing_is_meant(self) -> None:
        lines = [line.replace("|累計|2", "||2") for line in self.LINES]

        assert not found_in(*lines).is_whole


class TestTotalsOfYears:
    HEAD = "指標名|計画(R4～R6)|R4|R5|R6|累計"

    def test_the_sum_of_years(self) -> None:
        found = found_in(self.HEAD, "甲|30|9|8|12|29")

        assert ["甲 actual FY2022/FY2024 29", "甲 target FY2022/FY2024 30"] == [*values(found)]
        assert "C2:E2 (3)" == chosen(found)["passed"]

    def test_no_sum(self) -> None:
        found = found_in(self.HEAD, "甲|30|9|8|12|28")

        assert ["28"] == [box.text for box in found.facts.left]

    @pytest.mark.parametrize("years", ["R3～R8", "R4～R5", "R5～R8"])
    def test_a_target_for_other_years(self, years: str) -> None:
        found = found_in(self.HEAD.replace("R4～R6", years), "甲|30|9|8|12|29")

        assert ["29"] == [box.text for box in found.facts.left]

    @pytest.mark.parametrize(
        ("head", "target"),
        [
            ("計画(R4～R8)", "30"),
            ("目標額(R4～R8計)", "30"),
            ("目標(R8)", "5年間で30件"),
            ("目標(R8)", "30件（累計）"),
        ],
    )
    def test_a_target_for_more_years(self, head: str, target: str) -> None:
        found = found_in(self.HEAD.replace("計画(R4～R6)", head), f"甲|{target}|9|8|12|29")

        actuals = [each for each in values(found) if " actual " in each]
        assert ["甲 actual FY2022/FY2024 29"] == actuals
        assert "C2:E2 (3)" == chosen(found)["passed"]

    def test_actuals_of_years_leave_a_target_for_more_years_open(self) -> None:
        head = "指標名|計画(R4～R8)|R4実績|R5実績|R6実績|累計"
        found = found_in(head, "甲|30|9|8|12|29")

        assert ["29"] == [box.text for box in found.facts.left]

    @pytest.mark.parametrize("target", ["4年間で30件", "30件", "5年間で増加"])
    def test_a_target_that_counts_over_other_years(self, target: str) -> None:
        found = found_in(self.HEAD.replace("計画(R4～R6)", "目標(R8)"), f"甲|{target}|9|8|12|29")

        assert ["29"] == [box.text for box in found.facts.left]

    def test_values_of_several_years_are_no_parts(self) -> None:
        found = found_in("指標名|計画(R1～R6)|R1～R3|R4～R6|累計", "甲|30|9|8|17")

        assert ["17"] == [box.text for box in found.facts.left]

    def test_a_total_without_years(self) -> None:
        found = found_in("指標名|計画(R4～R6)|R4実績|計", "甲|30|9|9", "|||9")

        assert ["甲 actual FY2022 9", "甲 target FY2022/FY2024 30"] == [*values(found)]

    def test_a_total_of_a_sheet_that_is_no_target(self) -> None:
        found = found_in("指標名|目標|R4|R5|累計", "甲|30|9|8|17")

        assert ["17"] == [box.text for box in found.facts.left]


class TestNotes:
    """A note that begins with a year dates the values with its mark."""

    @pytest.mark.parametrize(
        ("note", "year"),
        [
            ("※1　令和５年度の値（令和６年度は集計中）", "FY2023"),
            ("※1 R5実績", "FY2023"),
            ("※1 令和５年度の値と比べられない", "FY2024"),
            ("※1 令和６年度から設問を変えた", "FY2024"),
            ("※1 令和５年度の値　※1 令和４年度の値", "FY2024"),
        ],
    )
    def test_years(self, note: str, year: str) -> None:
        found = found_in("指標名|R6実績|R7目標", "甲|9※1|12", "乙|8|11", "", note)

        assert f"甲 actual {year} 9※1" in [*values(found)]
        assert "乙 actual FY2024 8" in [*values(found)]

    def test_what_headings_alone_would_not_tell(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.csv"
        path.write_text(
            "指標名,R6実績,R7目標\n甲,9※1,12\n\n※1 令和５年度の値,,\n", encoding="utf-8"
        )
        (indicator,) = kk.read_plan(path).indicators()

        assert ["FY2023"] == [str(each.period) for each in indicator.observations]


class TestNotesOfNames:
    """A note dates what its mark stands beside, what it names, or the values of columns."""

    @staticmethod
    def doubted(found: Found) -> list[str]:
        issues = found.tree().issues
        return [each.text for each in issues if each.code == "note-of-another-year"]

    @pytest.mark.parametrize(
        "note",
        [
            "※1 R5欄にはR3年度、R6欄にはR4年度の値",
            "※1 甲は公表時期の関係から、R5年度欄はR3年度、R6年度欄はR4年度の数値を掲載。",
            "※1 R5年度の実績はR3年度、R6年度の実績はR4年度の実績値である。",
        ],
    )
    def test_columns(self, note: str) -> None:
        found = found_in("指標名|R5実績|R6実績|R7目標", "甲※1|8|9|12", "甲乙|6|7|8", "", note)

        assert [
            "甲※1 actual FY2021 8",
            "甲※1 actual FY2022 9",
            "甲※1 target FY2025 12",
            "甲乙 actual FY2023 6",
            "甲乙 actual FY2024 7",
            "甲乙 target FY2025 8",
        ] == [*values(found)]
        assert [] == self.doubted(found)

    def test_a_note_of_two_lines(self) -> None:
        found = found_in(
            "指標名|R6実績|R7目標", "甲※1|9|12", "", "※1 公表が遅れるため、令和４年度", "の値"
        )

        assert "甲※1 actual FY2022 9" in [*values(found)]

    @pytest.mark.parametrize(
        ("name", "note", "year"),
        [
            ("甲※1", "※1 令和４年度の値", "FY2022"),
            ("甲（注１）", "（注１）令和４年度の値", "FY2022"),
            ("甲※1(市域)", "※1 実績値は令和４年度", "FY2022"),
            ("甲※1", "※1 確定が遅れるため、令和４年度の実績値", "FY2022"),
            ("甲", "※甲は令和５年の値である。", "2023"),
            ("甲", "※丙、甲は令和５年の値である。", "2023"),
            ("甲（※１）", "（※１）令和４年度の値", "FY2022"),
            ("甲※1", "※1|令和４年度の値", "FY2022"),
            ("甲", "※甲は令和６年10月１日現在の値である。", "FY2024"),
            ("甲", "※甲は令和７年５月１日現在の値である。", "FY2024"),
            ("甲※1", "※1 全国平均は令和４年度の値", "FY2024"),
            ("甲※1", "※1 目標値は令和４年度の値", "FY2024"),
            ("甲※1", "※1 基準値は令和４年度の値", "FY2024"),
            ("甲", "※丙は令和４年度の値", "FY2024"),
        ],
    )
    def test_years(self, name: str, note: str, year: str) -> None:
        found = found_in("指標名|R2基準値|R6実績|R7目標", f"{name}|5|9|12", "乙|6|8|11", "", note)

        assert f"{name} actual {year} 9" in [*values(found)]
        assert "乙 actual FY2024 8" in [*values(found)]
        assert [] == self.doubted(found)

    def test_a_baseline(self) -> None:
        found = found_in(
            "指標名|R2基準値|R6実績|R7目標", "甲※1|5|9|12", "", "※1 基準値は令和元年の値"
        )

        assert ["2019", "FY2024"] == [
            str(fact.period) for group in found.groups for fact in group.facts[:2]
        ]

    def test_a_heading(self) -> None:
        found = found_in("指標名|R6実績※1|R7目標", "甲|9|12", "乙|8|11", "", "※1 令和５年度の値")

        assert "甲 actual FY2023 9" in [*values(found)]
        assert "乙 actual FY2023 8" in [*values(found)]

    @pytest.mark.parametrize(
        ("name", "note"),
        [
            ("甲※1", "※1 令和４年度の値"),
            ("甲※1", "※1 最新の公表値は令和４年度"),
            ("甲の数", "※甲は令和４年度の値"),
            ("甲※", "※ 甲の実績は暦年（令和４年）の値。"),
            ("甲※1", "※1 令和４年度の値　※1 令和３年度の値"),
            ("甲", "※ R6欄は令和４年度の値"),
        ],
    )
    def test_what_is_not_sure_is_told(self, name: str, note: str) -> None:
        found = found_in("指標名|R5実績|R6実績|R7目標", f"{name}|8|9|12", "", note)

        assert f"{name} actual FY2024 9" in [*values(found)]
        assert ["9"] == self.doubted(found)

    def test_a_remark(self) -> None:
        found = found_in(
            "指標名|R6実績|R7目標|備考", "甲|9|12|令和５年度の値", "乙|8|11|次回は令和８年度の調査"
        )

        assert "甲 actual FY2023 9" in [*values(found)]
        assert "乙 actual FY2024 8" in [*values(found)]
        assert [] == self.doubted(found)

    def test_a_year_that_another_value_has(self) -> None:
        found = found_in("指標名|R5実績|R6実績|R7目標|備考", "甲|8|9|12|R6は令和５年度の値")

        assert "甲 actual FY2024 9" in [*values(found)]
        assert ["9"] == self.doubted(found)

    def test_a_year_that_ends_within_that_of_another_value(self) -> None:
        found = found_in("指標名|R5実績|R6実績|R7目標", "甲|8|9※1|12", "", "※1 令和５年の値")

        assert "甲 actual FY2024 9※1" in [*values(found)]
        assert ["9※1"] == self.doubted(found)

    def test_a_value_without_a_year(self) -> None:
        found = found_in("指標名|実績値|目標値(R7)", "甲|9|12", "", "※甲の数は令和５年度の値")

        assert "甲 actual  9" in [*values(found)]
        assert [] == self.doubted(found)

    def test_words_are_of_no_year(self) -> None:
        found = found_in("指標名|R6実績|R7目標", "甲※1|未実施|実施", "", "※1 令和５年度の値")

        assert "甲※1 actual FY2024 未実施" in [*values(found)]

    def test_a_remark_of_a_plain_table(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.csv"
        path.write_text(
            "指標名,R6実績,R7目標,備考\n甲,9,12,令和５年度の値\n乙,8,11,\n", encoding="utf-8"
        )

        assert ["FY2023", "FY2024"] == [
            str(each.observations[0].period) for each in kk.read_plan(path).indicators()
        ]


class TestSubtotals:
    """A row whose figures are the sums of others, and whose name stands left of theirs."""

    HEAD = "債権|R6目標|R6実績"

    @staticmethod
    def names(*rows: str) -> list[str]:
        merges = [(number, 1, number, 2) for number in range(1, len(rows) + 1)]
        texts = {
            (number, column): text
            for number, row in enumerate(rows, 1)
            for column, text in enumerate(row.split("|"), 1)
            if text
        }
        wide = [merge for merge in merges if (merge[0], 2) not in texts]
        found = Found("plan", "", facts_of(Cells.of(texts, wide)))
        return [each.name for each in found.indicators]

    def test_sums_and_sums_of_them(self) -> None:
        assert ["市税", "保険税", "使用料", "給食費"] == self.names(
            "債権||R6目標|R6実績",
            "公債権||30|27",
            "|市税|20|19",
            "|保険税|10|8",
            "私債権||7|9",
            "|使用料|4|6",
            "|給食費|3|3",
            "全て||37|36",
        )

    def test_no_sum(self) -> None:
        assert ["公債権", "市税", "保険税"] == self.names(
            "債権||R6目標|R6実績", "公債権||30|28", "|市税|20|19", "|保険税|10|8"
        )

    def test_a_part_without_a_number(self) -> None:
        assert ["公債権", "市税", "保険税"] == self.names(
            "債権||R6目標|R6実績", "公債権||30|19", "|市税|20|19", "|保険税|10|集計中"
        )


class TestYearsOfHeadings:
    def test_a_line_tells_them(self) -> None:
        found = found_in(
            "（策定時：平成25年度　中間：平成30年度　最終：令和５年度）",
            "指標|策定時|中間|最終|目標",
            "甲|6|7|8|9",
        )

        assert [
            "甲 baseline FY2013 6",
            "甲 actual FY2018 7",
            "甲 actual FY2023 8",
            "甲 target  9",
        ] == [*values(found)]

    def test_a_line_tells_one_year(self) -> None:
        found = found_in("（中間：平成30年度）", "指標|策定時(H25)|中間|R5実績|目標", "甲|6|7|8|9")

        assert ["7"] == [box.text for box in found.facts.left]

    def test_what_has_a_year_keeps_it(self) -> None:
        found = found_in("当初：H25　目標：R9　検証：R4", "指標|目標(R8)|R5実績|検証", "甲|9|8|－")

        assert "甲 target FY2026 9" in [*values(found)]

    def test_what_was_looked_at_in_a_year(self) -> None:
        found = found_in("指標|策定時(H30)|中間評価(R5)|目標(R11)", "甲|61.2％|63.0％|70％")

        assert "甲 actual FY2023 63.0％" in [*values(found)]

    def test_grades(self) -> None:
        found = found_in("指標|R5実績|中間評価(R5)|目標(R11)", "甲|61.2％|3|70％")

        assert ["甲 actual FY2023 61.2％", "甲 target FY2029 70％"] == [*values(found)]

    def test_values_of_the_year_that_a_heading_names(self) -> None:
        found = found_in("部門|基準年度2013|2022|目標年度2030", "産業|212|177|131")

        assert [
            "産業 baseline FY2013 212",
            "産業 actual FY2022 177",
            "産業 target FY2030 131",
        ] == [*values(found)]

    def test_a_value_at_the_start_in_a_row_of_actuals(self) -> None:
        found = found_in("指標名|甲||", "年度|基準値(H30)|R5|R6", "目標値|－|4|5", "実績値|2|3|6")

        assert "甲 baseline FY2018 2" in [*values(found)]


class TestLines:
    LABELLED = ("甲の数", "目標値(R6)", "5件", "実績値(R6)", "6件", "達成状況", "達成")

    def test_labels_and_values_by_turns(self) -> None:
        second = (*self.LABELLED[1:3], "実績値(R6)", "4件")
        found = found_in(*self.LABELLED, "乙の数", *second)

        assert [
            "甲の数 actual FY2024 6件",
            "甲の数 target FY2024 5件",
            "乙の数 actual FY2024 4件",
            "乙の数 target FY2024 5件",
        ] == [*values(found)]

    def test_one_line_is_the_title(self) -> None:
        assert [] == [*values(found_in(*self.LABELLED))]

    def test_targets_alone(self) -> None:
        found = found_in("甲の数", "目標値(R6)", "5件", "乙の数", "目標値(R6)", "6件")

        assert [] == found.facts.facts

    def test_captions_of_tables(self) -> None:
        found = found_in(
            "取組１　甲の数|",
            "目標値|5件",
            "実績値(R6)|6件",
            "担当課|総務課",
            "",
            "取組２　乙の数|",
            "目標値|7件",
            "実績値(R6)|8件",
            "※　目標値は|",
            "目標値|9件",
        )

        assert {"取組１　甲の数", "取組２　乙の数"} == {group.name for group in found.indicators}

    def test_a_line_above_a_target_alone(self) -> None:
        found = found_in(
            "甲の数|",
            "目標値|5件",
            "実績値(R6)|6件",
            "",
            "乙の数|",
            "目標値|7件",
            "",
            "丙の数|",
            "目標値|5件",
            "実績値(R6)|6件",
        )

        assert {"甲の数", "丙の数"} == {group.name for group in found.indicators}


class TestTransposed:
    def test_other_headings_follow(self) -> None:
        found = found_in("施策名|甲|乙", "指標|R6目標|R6実績", "丙|1|2")

        assert ["丙 actual FY2024 2", "丙 target FY2024 1"] == [*values(found)]

    def test_figures_follow(self) -> None:
        assert [] == [*values(found_in("指標名|甲|乙", "1|2|3", "R6目標|4|5"))]

    def test_years_in_rows(self) -> None:
        found = found_in(
            "番号|1|2",
            "環境指標|甲|乙",
            "単位|件|人",
            "望む向き|↓|↑",
            "目標年度|2030|2027",
            "目標値|10|20",
            "実績年度|R5|R6",
            "実績値|12|18",
            "担当課|総務課|税務課",
        )

        assert [
            "乙 actual FY2024 18",
            "乙 target FY2027 20",
            "甲 actual FY2023 12",
            "甲 target FY2030 10",
        ] == sorted(values(found))
        assert {"件", "人"} == {fact.unit for fact in found.facts.facts}

    def test_a_row_that_counts_the_columns(self) -> None:
        found = found_in(
            "成果指標|指標１|指標２|指標３",
            "指標の名称|甲|乙|",
            "R6目標|10|20|",
            "R6実績|12|18|",
            "県平均(R6)|11|－|",
        )

        assert [
            "乙 actual FY2024 18",
            "乙 target FY2024 20",
            "甲 actual FY2024 12",
            "甲 target FY2024 10",
        ] == sorted(values(found))
        assert [] == found.facts.left

    def test_years_without_names_are_headings(self) -> None:
        found = found_in("利用者数|", "目標年度|R5|R6", "目標値|10|20", "実績値|9|21")

        assert ["FY2023", "FY2024"] == sorted({str(fact.period) for fact in found.facts.facts})


class TestUnits:
    HEAD = "指標|R6実績|R7目標"

    def test_one_line_above_alike_tables(self) -> None:
        found = found_in(
            "指標の状況",
            "（単位：％）",
            "基本方針１　学び",
            self.HEAD,
            "甲|1|2",
            "",
            "基本方針２　運動",
            self.HEAD,
            "乙|3|4",
        )

        assert {"％"} == {fact.unit for fact in found.facts.facts}

    def test_a_line_below_the_title_is_of_its_table(self) -> None:
        found = found_in(
            "基本方針１　学び",
            "（単位：％）",
            self.HEAD,
            "甲|1|2",
            "",
            "基本方針２　運動",
            self.HEAD,
            "乙|3|4",
        )

        assert ["％", "％", "", ""] == [fact.unit for fact in found.facts.facts]


class TestLegendsAndGroups:
    def test_a_heading_in_brackets_is_no_name(self) -> None:
        found = found_in(
            "指標|R6実績|R6目標",
            "【強靱化】||",
            "甲|1|2",
            "【経営】||",
            "乙|3|4",
            "Ａ：計画を上回る　Ｂ：下回る||",
        )

        assert found.is_whole
        assert ["甲", "乙"] == [group.name for group in found.indicators]

    def test_costs_as_a_kind_of_indicators(self) -> None:
        found = found_in("区分|指標|R6実績|R6目標", "コスト|維持管理費の額|1億円|2億円")

        assert ["維持管理費の額"] == [group.name for group in found.indicators]

    def test_the_year_that_a_title_says_is_that_of_actuals(self) -> None:
        found = found_in("令和７年度　一覧（令和６年度実績）", "指標|目標|実績", "甲|2|1")

        assert {"FY2024"} == {str(fact.period) for fact in found.facts.facts}


class TestLabelledCells:
    def test_targets_and_actuals_of_two_years(self) -> None:
        cells = {
            (1, 1): "項目",
            (1, 2): "R5",
            (1, 3): "R6",
            (2, 1): "甲の率",
            (2, 2): "目標　78％\n実績　75％",
            (2, 3): "目標　80％\n実績　77％",
        }

        assert [
            "甲の率 actual FY2023 75％",
            "甲の率 actual FY2024 77％",
            "甲の率 target FY2023 78％",
            "甲の率 target FY2024 80％",
        ] == [*values(Found("plan", "", facts_of(Cells.of(cells))))]


class TestSheets:
    """Targets on one sheet, actuals on another."""

    @staticmethod
    def read(folder: Path, *sheets: list[list[str | int]], hidden: bool = False) -> kk.Plan:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        book.remove(book.active)
        for number, rows in enumerate(sheets, 1):
            sheet = book.create_sheet(f"第{number}")
            for row in rows:
                sheet.append(row)
            sheet.row_dimensions[2].hidden = hidden
        book.save(folder / "plan.xlsx")
        return kk.read_plan(folder / "plan.xlsx")

    TARGETS: tuple[list[str | int], ...] = (
        ["指標名", "単位", "R6目標", "R7目標"],
        ["甲", "件", 10, 12],
        ["乙", "人", 30, 32],
    )
    ACTUALS: tuple[list[str | int], ...] = (
        ["担当", "指標名", "R5実績", "R6実績", "備考"],
        ["税務課", "乙", 28, 33, "夏に増えた"],
        ["総務課", "甲", 8, 9, ""],
    )

    def test_halves(self, tmp_path: Path) -> None:
        plan = self.read(tmp_path, [*self.TARGETS], [*self.ACTUALS])
        first, second = plan.indicators()

        assert ("甲", "乙") == (first.name, second.name)
        assert ["8 件", "9 件"] == [str(each.quantity) for each in first.observations]
        assert first.source is not None
        assert () == plan.issues

    def test_where_an_actual_cannot_be_read(self, tmp_path: Path) -> None:
        rows: list[list[str | int]] = [*self.ACTUALS[:2], ["総務課", "甲", 8, "9 ほど? 10", ""]]
        plan = self.read(tmp_path, [*self.TARGETS], rows)

        assert {"第2"} == {each.location.sheet for each in plan.issues if each.location}

    def test_other_names(self, tmp_path: Path) -> None:
        with pytest.raises(kk.TableError):
            self.read(tmp_path, [*self.TARGETS], [*self.ACTUALS[:2]])

    def test_hidden_rows(self, tmp_path: Path) -> None:
        with pytest.raises(kk.TableError):
            self.read(tmp_path, [*self.TARGETS], [*self.ACTUALS], hidden=True)

    def test_two_sheets_of_actuals(self, tmp_path: Path) -> None:
        with pytest.raises(kk.TableError):
            self.read(tmp_path, [*self.TARGETS], [*self.ACTUALS], [*self.ACTUALS])


class TestSeveralTimes:
    """A cell with a value for each of several times is so many values, each of its own time."""

    @staticmethod
    def read(*rows: str) -> kk.Plan:
        heads = "指標名\t単位\t実績値\t実績年度\t目標値\t目標年度"
        return kk.read_plan("\n".join([heads, *rows, ""]).encode(), name="plan.tsv")

    @pytest.mark.parametrize(
        ("cell", "seen"),
        [
            ("216件（R4）443件（R5）744件（R6）", [(2022, "216"), (2023, "443"), (2024, "744")]),
            ("令和4年度 80件、令和5年度 85件", [(2022, "80"), (2023, "85")]),
        ],
    )
    def test_times(self, cell: str, seen: list[tuple[int, str]]) -> None:
        (one,) = self.read(f"診療件数\t件\t{cell}\t\t4,000件（R9）\t").indicators()
        assert one.observations == tuple(
            kk.Observation(kk.FiscalYear(year), kk.Quantity(number, "件")) for year, number in seen
        )

    @pytest.mark.parametrize("cell", ["①80件(R4)②85件(R5)", "男性 80件、女性 85件", "80件(R4)"])
    def test_parts_and_single_values_stay_one(self, cell: str) -> None:
        (one,) = self.read(f"診療件数\t件\t{cell}\t\t4,000件（R9）\t").indicators()
        assert len(one.observations) == 1

    def test_told(self) -> None:
        plan = self.read("診療件数\t件\t216件（R4）443件（R5）744件（R6）\t\t4,000件以上（R9）\t")
        (judged,) = kk.evaluate(plan).all()
        assert judged.explain() == (
            "目標値は4,000件以上で、目標年度(令和9年度)は到来していない。"
            "令和6年度の実績値は744件で、直線上の目安1,729.6件に985.6件及ばず、遅れている。"
            "当初値が示されていないため、最も古い値を当初値とみなした。"
        )


class TestYearsThatAreNone:
    """A cell for the year of a value that names no year is told, not dropped."""

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("28年度", "era-unknown"),
            ("平成26年度 (※平成26年9月現在)", "two-periods"),
            ("調整中", "not-a-period"),
        ],
    )
    def test_told(self, cell: str, code: str) -> None:
        plan = TestSeveralTimes.read(
            f"利用者数\t人\t5\t{cell}\t6以上\tR6", "件数\t件\t5\tR5\t6以上\tR6"
        )
        assert [(code, cell, 2)] == [
            (each.code, each.text, each.location and each.location.line) for each in plan.issues
        ]

    @pytest.mark.parametrize("cell", ["", "－"])
    def test_nothing_to_tell(self, cell: str) -> None:
        plan = TestSeveralTimes.read(
            f"利用者数\t人\t5\t{cell}\t6以上\tR6", "件数\t件\t5\tR5\t6以上\tR6"
        )
        assert plan.issues == ()

    def test_a_value_that_says_itself_when_it_was(self) -> None:
        plan = TestSeveralTimes.read(
            "利用者数\t人\t5(R5)\t調整中\t6以上\tR6", "件数\t件\t5\tR5\t6以上\tR6"
        )
        assert plan.issues == ()
