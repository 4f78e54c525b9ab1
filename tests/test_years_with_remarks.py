"""Years that say more than which they are, and whose values stand beside them."""

from __future__ import annotations

import pytest

from kpikit.table.classes import Class, what_it_says
from kpikit.table.counted import unit_in
from kpikit.table.headings import Role, folded
from kpikit.table.units import is_counter
from test_forms_and_blocks import sheet, values


class TestYears:
    """A year with its place in the plan is that year."""

    @pytest.mark.parametrize(
        "place", ["第８期", "最終年度", "計画２年目", "初年度", "第3次計画", "中間年", "３年次"]
    )
    def test_a_place_in_the_plan(self, place: str) -> None:
        said = what_it_says(f"令和５年度（{place}）")

        assert (Class.YEAR, "FY2023") == (said.kind, str(said.column.period))

    @pytest.mark.parametrize("place", ["計画年度", "第１四半期", "上半期", "目標年度", "別計画"])
    def test_no_place_in_the_plan(self, place: str) -> None:
        assert what_it_says(f"令和５年度（{place}）").kind is not Class.YEAR

    def test_the_year_of_the_start_left_of_a_label(self) -> None:
        """平成30年度（基準） before 実績: the value at the start, of that year."""
        found = sheet(
            "年度|区分|利用者数|利用件数",
            "平成30年度（基準）|実績|10|20",
            "令和６年度（最終年度）|目標|12|22",
            "|実績|13|23",
            merges=((3, 1, 4, 1),),
        )

        assert [
            "利用者数 baseline FY2018 10",
            "利用者数 actual FY2024 13",
            "利用者数 target FY2024 12",
            "利用件数 baseline FY2018 20",
            "利用件数 actual FY2024 23",
            "利用件数 target FY2024 22",
        ] == [*values(found)]

    @pytest.mark.parametrize(
        ("note", "year"),
        [
            ("令和４年度県民健康・栄養調査による。", "FY2022"),
            ("令和４年度学校保健統計の結果", "FY2022"),
            ("令和４年度に開始した事業", "FY2023"),
        ],
    )
    def test_a_note_names_a_survey(self, note: str, year: str) -> None:
        found = sheet(
            "指標名|直近値（令和５年度）|目標値（令和11年度）",
            "食塩摂取量|9.8ｇ※1|7.0ｇ",
            "喫煙率|24％|19％",
            f"※1　{note}",
        )

        seen = [fact for group in found.groups for fact in group.facts if "9.8" in fact.box.text]
        assert [year] == [str(fact.period) for fact in seen]


class TestOwnRows:
    """Nobody aims for what others have."""

    HEADINGS = ("単位：％|R4|R5|目標（R8）",)

    def test_a_prefecture_with_a_target(self) -> None:
        found = sheet("開業率", *self.HEADINGS, "県|3.1|3.3|4.5", "（参考）全国|3.9|4.0|―")

        assert [
            "開業率 actual FY2022 3.1",
            "開業率 actual FY2023 3.3",
            "開業率 target FY2026 4.5",
        ] == [*values(found)]

    @pytest.mark.parametrize(
        "rows",
        [
            ("県|3.1|3.3|4.5", "全国|3.9|4.0|4.8"),
            ("県|3.1|3.3|―", "全国|3.9|4.0|―"),
            ("県|3.1|3.3|4.5",),
            ("県平均|3.1|3.3|4.5", "全国|3.9|4.0|―"),
        ],
    )
    def test_others(self, rows: tuple[str, ...]) -> None:
        found = sheet("開業率", *self.HEADINGS, *rows)

        assert [] == [*values(found)]

    def test_when_a_value_is_published_is_no_name(self) -> None:
        """11月公表 right of figures: the target is not that of something called so."""
        found = sheet(
            "開業率", "|R4|R5|R6|目標（R8）", "県|3.1|3.3|11月公表|4.5", "全国|3.9|4.0|11月公表|―"
        )

        assert [
            "開業率 actual FY2022 3.1",
            "開業率 actual FY2023 3.3",
            "開業率 actual FY2024 11月公表",
            "開業率 target FY2026 4.5",
        ] == [*values(found)]


class TestSpent:
    """What was spent on something is none of an indicator, unless it has a target."""

    def test_a_column_over_the_rows_of_a_year(self) -> None:
        found = sheet(
            "年度|区分|入込客数|満足度|観光費決算額（千円）",
            "R5|目標|10|80|900",
            "|実績|11|82|",
            "R6|目標|12|81|950",
            "|実績|13|83|",
            merges=((2, 1, 3, 1), (4, 1, 5, 1), (2, 5, 3, 5), (4, 5, 5, 5)),
        )

        assert {"入込客数", "満足度"} == {group.name for group in found.indicators}
        assert "E2:E5 (2)" in [each.value for each in found.taken() if each.what == "costs"]
        assert [] == found.facts.left

    def test_a_row(self) -> None:
        found = sheet("名称|R6目標|R6実績", "入込客数|10|9", "観光費決算額|―|950", "観光案内所|3|2")

        assert "観光費決算額" in {group.name for group in found.indicators}
        found = sheet("名称|R6目標|R6実績", "入込客数|10|9", "観光費決算額||950", "案内所数|3|2")

        assert {"入込客数", "案内所数"} == {group.name for group in found.indicators}


class TestUnits:
    """What stands in the bracket behind a name."""

    @pytest.mark.parametrize(
        ("name", "unit"),
        [
            ("満足度（入院・％）", "%"),
            ("排出量（市域・千トン-CO2）", "千トン-CO2"),
            ("給付費（国、千円）", "千円"),
            ("排出量（トン-CO2）", "トン-CO2"),
            ("待機児童数（保育所・園）", ""),
            ("利用者数（土・日）", ""),
            ("収納率（％・％）", ""),
            ("使用料収入（千円・税抜）", "千円"),
            ("料金収入（百万円、税込）", "百万円"),
            ("処理原価（円/㎥・税抜）", "円/m3"),
            ("ごみ排出量（g/人・日）", "g/人・日"),
            ("受診回数（回/人・年）", "回/人・年"),
            ("補助額（円・件）", ""),
        ],
    )
    def test_behind_a_remark(self, name: str, unit: str) -> None:
        assert unit == unit_in(name)

    @pytest.mark.parametrize("word", ["円/月", "男性", "千", "日"])
    def test_in_headings_or_not(self, word: str) -> None:
        assert (word == "日") == is_counter(word)

    def test_a_row_of_them(self) -> None:
        found = sheet("年度|宿泊者数|満足度", "|（人泊）|（％）", "R6目標|10|80", "R6実績|9|82")

        assert {"人泊", "%"} == {folded(fact.unit).strip("()") for fact in found.facts.facts}


class TestYearsSaid:
    """Lines, titles and cells of a row say of which year values are."""

    @pytest.mark.parametrize(
        ("line", "year"),
        [
            ("(2) 循環（目標年度：令和８年度）", "FY2026"),
            ("基準年は2013年度、目標年は2030年度", "FY2030"),
            ("提出期限：令和７年度", "None"),
        ],
    )
    def test_a_line_above(self, line: str, year: str) -> None:
        found = sheet(line, "指標|R5実績|R6実績|目標", "ごみ排出量|871|858|840")

        (group,) = found.indicators
        assert [year] == [str(each.period) for each in group.facts if each.role is Role.TARGET]

    def test_of_another_table(self) -> None:
        """What stands above the headings before is not of these."""
        rows = ("指標|R5実績|R6実績|目標", "利用率|71%|58%|80%")
        found = sheet(
            "一覧", *rows, "目標年度：令和８年度", "", *rows[:1], "利用者数|1|2|3", "", *rows
        )

        years = [str(each.period) for group in found.groups for each in group.facts]
        assert "FY2026" in years
        assert "None" == years[-1]

    def test_a_target_that_is_called_more(self) -> None:
        found = sheet("１　（目標年度：令和８年度）", "指標|R6実績|最終目標", "ごみ|858|840")

        assert {"FY2024", "None"} == {str(f.period) for g in found.groups for f in g.facts}

    def test_a_row_of_a_form(self) -> None:
        found = sheet(
            "ＫＰＩ①|移住相談件数",
            "|目標値|300|件|目標年度|令和７年度|",
            "|実績値|262|件|測定時点|令和６年度|達成率|87%",
            merges=((1, 1, 3, 1),),
        )

        assert ["移住相談件数 actual FY2024 262", "移住相談件数 target FY2025 300"] == [
            *values(found)
        ]

    def test_what_was_foreseen(self) -> None:
        heads = ("KPI|令和６年度||目標（令和８年度）", "|見込（当初）|実績|")
        merges = ((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4))
        found = sheet(*heads, "参加者数|250|311|400", merges=merges)

        assert ["参加者数 actual FY2024 311", "参加者数 target FY2026 400"] == [*values(found)]
        assert ["250"] == [box.text for box in found.facts.passed]

    def test_what_is_foreseen_behind(self) -> None:
        heads = ("KPI|令和６年度||目標（令和８年度）", "|実績|見込|")
        merges = ((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4))

        assert not sheet(*heads, "参加者数|250|311|400", merges=merges).is_whole


class TestHeadings:
    """Headings that stand above others, or right below the values of others."""

    @pytest.mark.parametrize("labels", [("計画", "実績"), ("計画", "差")])
    def test_accounts_above_years(self, labels: tuple[str, str]) -> None:
        """決算 and 計画 only say of which years values are known."""
        found = sheet(
            "指標||区分|決算||計画",
            "名称|単位||R5|R6|R7",
            f"有収率|％|{labels[0]}|80|81|82",
            f"||{labels[1]}|79|83|",
            merges=((1, 1, 1, 2), (1, 3, 2, 3), (1, 4, 1, 5), (3, 1, 4, 1), (3, 2, 4, 2)),
        )

        assert (labels[1] == "実績") == (
            [
                "有収率 actual FY2023 79",
                "有収率 actual FY2024 83",
                "有収率 target FY2023 80",
                "有収率 target FY2024 81",
                "有収率 target FY2025 82",
            ]
            == [*values(found)]
        )

    def test_one_year_of_accounts(self) -> None:
        found = sheet("指標|区分|決算|目標", "||R6|R7", "有収率|計画|80|82", "|実績|79|")

        assert "有収率 target FY2024 80" in [*values(found)]

    def test_of_another_table(self) -> None:
        """No row of dates: 効果指標 | 最新値（R6） | 目標値（R20） below another table."""
        found = sheet(
            "評価指標|策定時（H30）|令和６年度|目標値（R10）",
            "人口密度|52.6|51.7|52.0",
            "２　計画の効果",
            "効果指標|策定時（H30）|最新値（令和６年度）|目標値（令和20年度）",
            "歩行者通行量|6,240|5,810|7,000",
        )

        assert "歩行者通行量 target FY2038 7,000" in [*values(found)]


class TestFormulas:
    """What an indicator is worked out of stands below its name."""

    ROWS = (
        "指標名（算式・出典）|単位|区分|R5|R6",
        "利用率|％|目標|80|82",
        "利用日数÷可能日数||実績|79|83",
    )

    def test_below_a_name(self) -> None:
        found = sheet(*self.ROWS, merges=((2, 2, 3, 2),))

        assert {"利用率（利用日数÷可能日数）"} == {group.name for group in found.indicators}

    def test_of_no_indicator_that_goes_on(self) -> None:
        found = sheet(*self.ROWS)

        assert not found.is_whole

    def test_two_names(self) -> None:
        rows = ("指標名（出典）|R6目標|R6実績", "利用率|80|82", "利用者数|79|83", "―|1|2")

        assert {"利用率", "利用者数"} <= {group.name for group in sheet(*rows).indicators}
