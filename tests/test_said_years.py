"""Lines that say of which year all targets are, and years of lines that are none of actuals."""

from __future__ import annotations

import pytest

from kpikit.table.found import Found
from kpikit.table.headings import Role
from kpikit.table.said_years import may_be_due, said_year
from test_forms_and_blocks import sheet, values

HEADS = "指標|策定時|実績|目標値"
ROWS = ("参加者数|418人|1,022人|1,200人", "女性の割合|31%|36%|40%（R7）")


def years(found: Found, role: Role = Role.TARGET) -> list[str]:
    """The years of the values of a role, in order."""
    facts = (fact for group in found.groups for fact in group.facts)
    return [str(fact.period) for fact in facts if fact.role is role]


class TestWhatALineSays:
    """A statement of a line with the word for targets, a year, and nothing that is otherwise."""

    @pytest.mark.parametrize(
        "line",
        [
            "目標値は令和８年度末とする。",
            "計画期間：令和４年度～令和８年度　目標値は令和８年度（特に記載のあるものを除く。）",
            "※　各指標の目標値は、いずれも令和８年度の数値です。",
            "成果指標一覧（目標値：令和８年度）",
            "目標は、令和８年度までに達成すべき水準",
            "実績は令和６年度、目標値は令和８年度",
            "目標値は令和８年度、実績値は令和６年度に公表",
            "目標の数値は令和８年度の値、現状値は令和５年度の数値",
            "計画期間：令和４年度～令和８年度 目標値は令和８年度末",
            "計画期間：令和４年度～令和８年度　目標年度：令和８年度",
            "目標値＝令和８年度",
            "基準値（令和２年度）、目標値（令和８年度末）",
            "※目標値（令和８年度）",
            "令和２年度を基準値、令和８年度を目標値としています。",
            "目標値は、令和８年度を目標年度とする。",
            "目標値は、第３次計画の最終年度である令和８年度の値です。",
            "基準値：令和２年度／目標値：令和８年度",
        ],
    )
    def test_of_all(self, line: str) -> None:
        said = said_year(line, Role.TARGET)

        assert said is not None
        assert ("令和8年度", True) == (said.year, said.is_sure)

    @pytest.mark.parametrize(
        "line",
        [
            "目標値は令和８年度（No.2は令和７年度）",
            "目標値は令和８年度（一部の指標を除く）",
            "目標値は令和８年度、ただし再掲の指標は別に定める",
            "No.3は令和７年度、その他の目標値は令和８年度末",
            "目標値は令和８年度。再掲の指標の目標値は令和７年度",
            "No.2は令和８年度を目標年度とする。",
            "令和８年度を目標値とし、再掲の指標を除く",
            "目標値は令和８年度、待機児童の数は令和７年度",
            "数値目標は令和８年度、計画値は令和７年度",
        ],
    )
    def test_of_some(self, line: str) -> None:
        said = said_year(line, Role.TARGET)

        assert said is not None
        assert not said.is_sure

    @pytest.mark.parametrize(
        "line",
        [
            "目標値は令和３年度に設定した。",
            "待機児童数の目標値は令和７年度",
            "目標値は令和３年度比の値",
            "前計画の目標値は令和５年度",
            "中間目標：令和７年度　最終目標：令和12年度",
            "実績は令和６年度",
            "目標値（令和８年度）",
            "目標値（令和８年度）の進捗",
            "令和８年度を目標に人口の減少を抑える。",
        ],
    )
    def test_of_none(self, line: str) -> None:
        assert said_year(line, Role.TARGET) is None

    def test_other_values(self) -> None:
        line = "策定時は令和２年度、実績は令和６年度、目標値は令和８年度"
        said = [said_year(line, role) for role in (Role.BASELINE, Role.ACTUAL, Role.RATE)]

        assert ["令和2年度", "令和6年度", ""] == [each.year if each else "" for each in said]


class TestGuesses:
    """What a line may say of when targets are due, in words that nobody knows."""

    @pytest.mark.parametrize(
        ("line", "year"),
        [
            ("令和８年度の目標達成に向けて取り組んでいます。", "令和8年度"),
            ("目標の達成は令和８年度を見込む。", "令和8年度"),
            ("令和８年度に目標を見直す。", ""),
            ("令和８年度に増える見通し。", ""),
            ("目標に向けて進める。令和８年度は中間の年", ""),
        ],
    )
    def test_a_year(self, line: str, year: str) -> None:
        said = may_be_due(line)

        assert year == (said.year if said else "")
        assert said is None or (said.is_guessed and not said.is_sure)

    @pytest.mark.parametrize(
        ("line", "codes"),
        [
            ("令和８年度の目標達成を目指す。", ["note-of-another-year"]),
            ("令和６年度の目標達成を目指した。", []),
            ("※　目標値は令和７年度　令和８年度の目標達成を目指す。", []),
        ],
    )
    def test_behind_all_actuals(self, line: str, codes: list[str]) -> None:
        """A year of actuals, or one where the line says it surely, is no guess."""
        issues = sheet("指標|実績（R6）|目標値", "参加者数|5人|9人", line).tree().issues

        assert codes == [issue.code for issue in issues if "note" in issue.code]

    def test_without_actuals(self) -> None:
        rows = "指標|実績|目標値", "参加者数|5人|9人", "令和８年度の目標達成を目指す。"

        assert not [each for each in sheet(*rows).tree().issues if "note" in each.code]


class TestTargets:
    """Targets without a year have that of the line."""

    @pytest.mark.parametrize(
        "lines",
        [
            ("目標値は令和８年度末（特に記載のあるものを除く。）", HEADS, *ROWS),
            (HEADS, *ROWS, "※　目標値は令和８年度末の値である。"),
            ("１　指標", HEADS, *ROWS, "（注）目標値は、令和８年度末時点"),
        ],
    )
    def test_above_and_below(self, lines: tuple[str, ...]) -> None:
        found = sheet(*lines)

        assert ["FY2026", "None"] == years(found)
        assert not [issue.code for issue in found.tree().issues if "note" in issue.code]

    @pytest.mark.parametrize("at", [0, 3])
    def test_others_are_of_other_years(self, at: int) -> None:
        """A line that may say of another year is shown with the targets it may be of."""
        rows = [HEADS, *ROWS]
        rows.insert(at, "※　目標値は令和８年度（No.2は令和７年度）")
        found = sheet(*rows)

        assert ["None", "None"] == years(found)
        assert ["note-of-another-year"] == [
            issue.code for issue in found.tree().issues if "note" in issue.code
        ]

    @pytest.mark.parametrize("heading", ["最終目標", "中間目標値"])
    def test_a_target_that_is_called_more(self, heading: str) -> None:
        rows = (f"指標|策定時|実績|{heading}", *ROWS, "※　目標値は令和８年度の値")

        assert ["None", "None"] == years(sheet(*rows))

    def test_a_cell_for_the_year(self) -> None:
        """What stands in a column of years, 随時, is the time of the target."""
        rows = (
            "指標|実績（R6）|目標値|目標年度",
            "甲の数|5件|6件|随時",
            "乙の数|5件|6件|令和７年度",
        )

        assert ["None", "FY2025"] == years(sheet(*rows, "※　目標値は令和８年度の値"))

    def test_notes_of_two_tables(self) -> None:
        """A note right below a table is of that one, below the title of the next of the next."""
        note = "※　目標値は令和{}年度の値"
        second = (HEADS, "公園の数|3|4|5")
        below = sheet("甲", HEADS, *ROWS, note.format("８"), "乙", *second, note.format("９"))
        above = sheet("甲", HEADS, *ROWS, "乙", note.format("９"), *second)

        assert ["FY2026", "None", "FY2027"] == years(below)
        assert ["None", "None", "FY2027"] == years(above)

    def test_lines_without_a_mark(self) -> None:
        """A line right below values is theirs where a title is between it and the next table."""
        line = "策定時は令和２年度、目標値は令和８年度"
        second = (HEADS, "公園の数|3|4|5")
        below = sheet(HEADS, *ROWS, "※　毎年調べる。", line, "乙", *second)
        above = sheet(HEADS, *ROWS, "乙", line, *second)
        between = sheet(HEADS, *ROWS, line, *second)

        assert ["FY2026", "None", "None"] == years(below)
        assert ["FY2020", "FY2020", "None"] == years(below, Role.BASELINE)
        assert ["None", "None", "FY2026"] == years(above)
        assert ["None", "None", "FY2026"] == years(between)
        assert not [each for each in above.tree().issues if "note" in each.code]
        assert ["note-of-another-year"] == [
            each.code for each in between.tree().issues if "note" in each.code
        ]


class TestActuals:
    """The year of targets is none of the actuals beside them."""

    @pytest.mark.parametrize(
        "line", ["目標値は令和８年度", "待機児童数の目標値は令和８年度", "基準値：令和２年度"]
    )
    def test_no_title(self, line: str) -> None:
        undated = sheet("指標の一覧", line, HEADS, *ROWS)
        titled = sheet("令和６年度の進捗", line, HEADS, *ROWS)

        assert ["None", "None"] == years(undated, Role.ACTUAL)
        assert ["FY2024", "FY2024"] == years(titled, Role.ACTUAL)

    @pytest.mark.parametrize("line", ["数値目標：令和６年度実績", "施策目標：令和６年度の進捗"])
    def test_titles_that_say_more(self, line: str) -> None:
        assert ["FY2024", "FY2024"] == years(sheet(line, HEADS, *ROWS), Role.ACTUAL)

    def test_said_of_them(self) -> None:
        found = sheet("策定時は令和２年度、実績は令和６年度、目標値は令和８年度", HEADS, *ROWS)

        assert ["FY2024", "FY2024"] == years(found, Role.ACTUAL)
        assert ["FY2020", "FY2020"] == years(found, Role.BASELINE)


class TestOtherValues:
    """Values at the start, and actuals, have the year of a line that calls them so."""

    def test_what_they_are_called(self) -> None:
        line = "※　策定時：令和２年度、実績：令和６年度、目標値：令和８年度"
        found = sheet(HEADS, *ROWS, line)
        other = sheet(HEADS.replace("策定時", "現状値"), *ROWS, line)

        assert ["FY2020", "FY2020"] == years(found, Role.BASELINE)
        assert ["FY2024", "FY2024"] == years(found, Role.ACTUAL)
        assert ["None", "None"] == years(other, Role.BASELINE)

    def test_their_own_year(self) -> None:
        rows = ("参加者数|418人（R元）|1,022人（R5）|1,200人", "女性の割合|31%|36%|40%")
        starts = sheet(HEADS, *rows, "※　策定時は令和２年度")
        actuals = sheet(HEADS, *rows, "※　実績は令和６年度")

        assert ["FY2019", "FY2020"] == years(starts, Role.BASELINE)
        assert ["None", "FY2024"] == years(actuals, Role.ACTUAL)

    def test_two_of_a_kind(self) -> None:
        """Of two actuals without a year nobody knows which it is."""
        rows = ("指標|実績||目標値", "|甲|乙|", "講座の数|5|6|9", "※　実績は令和６年度")

        assert ["None", "None"] == years(sheet(*rows), Role.ACTUAL)

    def test_some_of_them(self) -> None:
        """A line that may say of another year is no doubt of what has no target's verdict."""
        found = sheet(HEADS, *ROWS, "※　実績は令和６年度（No.2は令和５年度）")

        assert ["None", "None"] == years(found, Role.ACTUAL)
        assert not [each for each in found.tree().issues if "note" in each.code]


class TestWithinThePlan:
    """Targets within the plan are due in its last year, which its title or a line tells."""

    HEADS = "指標|単位|{}|R3|R4|R5|R6|累計"
    ROWS = ("転入者数|人|100\n（５年間）|14|22|19|27|82", "加入率|％|80.0|61.4|66.0|70.9|73.5|－")

    @pytest.mark.parametrize(
        ("line", "heading", "year"),
        [
            ("過疎計画（R3～R7）の達成状況", "目標値\n（計画期間内）", "FY2025"),
            ("計画期間：令和３年度～令和７年度", "計画期間中の目標", "FY2025"),
            ("計画期間は令和３年度から令和７年度まで", "目標値（計画期間）", "FY2025"),
            ("過疎計画の達成状況（R3～R6）", "目標値（計画期間内）", "None"),
            ("計画（R3～R7）、前計画（H28～R2）", "目標値（計画期間内）", "None"),
            ("過疎計画（R3～R7）の達成状況", "目標値（最終）", "None"),
        ],
    )
    def test_a_heading(self, line: str, heading: str, year: str) -> None:
        assert {year} == {*years(sheet(line, self.HEADS.format(heading), self.ROWS[1]))}

    def test_totals_of_the_years(self) -> None:
        """A target for five years, which the first year begins, has the total for its actual."""
        found = sheet(
            "過疎計画（R3～R7）の達成状況", self.HEADS.format("目標値（計画期間内）"), *self.ROWS
        )

        assert [
            "転入者数 actual FY2021/FY2024 82",
            "転入者数 target FY2025 100\n（５年間）",
            "加入率 actual FY2021 61.4",
            "加入率 actual FY2022 66.0",
            "加入率 actual FY2023 70.9",
            "加入率 actual FY2024 73.5",
            "加入率 target FY2025 80.0",
        ] == [*values(found)]

    def test_years_without_a_value(self) -> None:
        """What had not begun adds nothing to the total: －."""
        rows = ("利用組数|組|60（５年間）|－|9|15|18|42", "講座数|回|10（５年間）|－|集計中|1|2|3")
        line, heads = "過疎計画（R3～R7）", self.HEADS.format("目標値（計画期間内）")
        told = {*values(sheet(line, heads, *rows))}

        assert "利用組数 actual FY2021/FY2024 42" in told
        assert "講座数 actual FY2022 集計中" in told
        assert 7 == len(told)
