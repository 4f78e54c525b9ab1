"""Years that name no era: 5年度実績."""

from __future__ import annotations

import pytest

from kpikit.cell import Vocabulary
from kpikit.model.period import FiscalYear
from kpikit.table.cells import Cells
from kpikit.table.eras import in_one_era, with_years_in_turn
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.headings import Role

Texts = dict[tuple[int, int], str]


def sheet(*rows: str, name: str = "") -> Cells:
    texts = {
        (row, column): text
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text
    }
    return Cells.of(texts, name=name)


def test_the_era_of_the_title() -> None:
    cells, era = in_one_era(
        sheet("令和6年度 評価表", "指標|５年度↵実績|6年度目標|元年度"), Vocabulary()
    )

    told = [cells.boxes[2, at].said.column for at in (3, 4)]
    assert "令和" == era
    assert [(Role.TARGET, FiscalYear(2024)), (None, FiscalYear(2019))] == [
        (each.role, each.period) for each in told
    ]


def test_the_era_of_the_name_of_a_sheet() -> None:
    cells, era = in_one_era(sheet("指標|5年度実績", name="R6評価"), Vocabulary())

    assert ("令和", FiscalYear(2023)) == (era, cells.boxes[1, 2].said.column.period)


@pytest.mark.parametrize(
    "rows",
    [
        ("評価表", "指標|5年度実績"),
        ("令和6年度 評価表", "指標|H30|5年度実績"),
        ("令和6年度 評価表", "指標|30年度実績"),
        ("令和30年度 評価表", "指標|2年度実績"),
        ("令和6年度 評価表", "指標|5年度について"),
        ("令和6年度 評価表", "指標|実績"),
    ],
)
def test_nothing_is_known_of_the_era(rows: tuple[str, ...]) -> None:
    cells, era = in_one_era(sheet(*rows), Vocabulary())

    last = max(column for row, column in cells.boxes if row == len(rows))
    assert ("", None) == (era, cells.boxes[len(rows), last].said.column.period)


def test_somebody_says_which_era() -> None:
    assert "" == in_one_era(sheet("令和6年度", "指標|5年度実績"), Vocabulary(era="平成"))[1]


def test_what_was_assumed_is_told() -> None:
    cells = sheet("令和6年度 評価表", "指標|5年度実績|6年度目標", "利用率|48%|50%")
    chosen = Found("plan", "", facts_of(cells)).taken()

    assert [("era", "令和")] == [(each.what, each.value) for each in chosen if each.what == "era"]


def test_a_year_without_era_is_no_noun_of_two_values() -> None:
    """5年度計画 and 5年度実績 name a year, and no thing that has a plan and an actual."""
    cells = sheet("評価表", "指標|5年度計画|5年度実績", "利用者数|10人|9人")

    assert [] == facts_of(cells).facts


def test_years_behind_the_first_of_an_era() -> None:
    """元年 is the year 1 of its era, and goes on with 2."""
    told = with_years_in_turn(sheet("令和元年|2年|3年|5年"), Vocabulary()).lines[1]

    assert ["2019", "2020", "2021", "None"] == [str(box.said.column.period) for box in told]
