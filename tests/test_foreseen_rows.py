"""Rows of what was foreseen above rows of what came of it."""

from __future__ import annotations

import pytest

from kpikit.table.cells import Cells
from kpikit.table.foreseen_rows import with_foreseen_rows
from kpikit.table.headings import Role

ROWS = [
    ["指標", "区分", "R6", "R7"],
    ["人口", "見込み", "50人", "51人"],
    ["", "実績", "49人", ""],
    ["割合", "目標", "8％", "9％"],
    ["", "実績", "7％", ""],
]


def role(rows: list[list[str]], at: int = 2) -> Role | None:
    texts = {
        (row, column): text
        for row, own in enumerate(rows, 1)
        for column, text in enumerate(own, 1)
        if text
    }
    return with_foreseen_rows(Cells.of(texts)).boxes[at, 2].said.column.role


@pytest.mark.parametrize("word", ["見込み", "見込値"])
def test_is_of_targets(word: str) -> None:
    rows = [ROWS[0], ["人口", word, "50人", "51人"], *ROWS[2:]]
    assert role(rows) is Role.TARGET


def test_is_of_targets_below_others() -> None:
    assert role([ROWS[0], *ROWS[3:], *ROWS[1:3]], 4) is Role.TARGET


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:3],  # no targets of others
        [*ROWS[:2], *ROWS[3:]],  # no actuals below
        [*ROWS[:2], ["", "見込値", "49人", ""], *ROWS[3:]],  # what is foreseen, again
        [*ROWS[:2], ["出生数", "実績", "49人", ""], *ROWS[3:]],  # of another name
        [*ROWS[:2], ["", "実績", "", ""], *ROWS[3:]],  # no year has both
        [*ROWS[:2], ["", "実績", "－", "－"], *ROWS[3:]],
        [*ROWS[:3], ["", "目標", "48人", ""], *ROWS[3:]],  # a target of its own
        [ROWS[0], ["", *ROWS[1][1:]], *ROWS[2:]],  # no name
    ],
)
def test_stays_as_it_is(rows: list[list[str]]) -> None:
    assert role(rows) is not Role.TARGET
