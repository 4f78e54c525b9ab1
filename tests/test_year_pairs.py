"""Headings of years above a year and a value in each row."""

from __future__ import annotations

import pytest

from kpikit.table.cells import Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role
from kpikit.table.year_pairs import with_years_of_pairs

HEADS = {(1, 1): "指標", (1, 2): "2022年", (1, 4): "2030年目標"}
ROWS = {(2, 1): "利用者数", (2, 2): "2022年3月", (2, 3): "19人", (2, 4): "2030年", (2, 5): "40人"}
PAIRS = [(1, 2, 1, 3), (1, 4, 1, 5)]


def heading(more: dict[tuple[int, int], str], merges: list[tuple[int, int, int, int]]) -> Class:
    return with_years_of_pairs(Cells.of(HEADS | ROWS | more, merges)).boxes[1, 2].said.kind


def test_heads_actuals() -> None:
    sheet = with_years_of_pairs(Cells.of(HEADS | ROWS, PAIRS))
    head = sheet.boxes[1, 3]
    assert (head.said.column.role, str(head.said.column.period)) == (Role.ACTUAL, "2022")


@pytest.mark.parametrize(
    ("more", "merges"),
    [
        ({(1, 4): "2030年"}, PAIRS),  # no target
        ({(1, 6): "実績値"}, PAIRS),  # actuals have a heading
        ({}, PAIRS[1:]),  # one column
        ({(2, 2): "18人"}, PAIRS),  # no years
        ({(2, 2): "－"}, PAIRS),  # no year
        ({(2, 3): "利用者"}, PAIRS),  # no value
        ({(2, 3): ""}, PAIRS),
    ],
)
def test_stays_a_year(
    more: dict[tuple[int, int], str], merges: list[tuple[int, int, int, int]]
) -> None:
    assert heading(more, merges) is Class.YEAR
