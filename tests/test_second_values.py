"""What a line says that figures in brackets are."""

from __future__ import annotations

import pytest

from kpikit.table.cells import Cells
from kpikit.table.classes import what_it_says
from kpikit.table.headings import Role
from kpikit.table.second_values import legend_of, parted


def legend(*lines: str) -> str:
    return legend_of(Cells.of({(row, 1): line for row, line in enumerate(lines, 1)}))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("※（　）内は目標値", "目標値"),
        ("（ ）内の数値は前年度の実績である。", "前年度の実績"),
        ("注：( )内は、国の値を示す", "国"),
        ("（）書きは実人数です。", "実人数"),
    ],
)
def test_a_line_says_what_stands_in_brackets(line: str, told: str) -> None:
    assert told == legend("指標の一覧", line)


@pytest.mark.parametrize(
    "lines",
    [("指標（割合）は市民意識調査による。",), ("（　）内は目標値", "（　）内は前年の値"), ()],
)
def test_nothing_says_it(lines: tuple[str, ...]) -> None:
    assert "" == legend("指標の一覧", *lines)


@pytest.mark.parametrize("text", ["甲（5）", "5件", "（R6）", "5件（速報）", "（市民）"])
def test_no_second_value(text: str) -> None:
    assert parted(Cells.of({(1, 1): text}).boxes[1, 1], "目標値", what_it_says) is None


def test_no_legend() -> None:
    assert parted(Cells.of({(1, 1): "5件（6件）"}).boxes[1, 1], "", what_it_says) is None


def test_two_values() -> None:
    first, second, label = parted(
        Cells.of({(1, 1): "5件\n（6件）"}).boxes[1, 1], "目標値", what_it_says
    ) or (None, None, None)

    assert first is not None
    assert second is not None
    assert label is not None
    assert ("5件", "6件", Role.TARGET) == (first.text, second.text, label.said.column.role)
