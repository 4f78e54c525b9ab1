"""Years alone that are later than those with both values."""

from __future__ import annotations

import pytest

from kpikit.table.cells import Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role
from kpikit.table.years_ahead import with_years_ahead

TEXTS = {
    (1, 1): "指標",
    (1, 2): "R6",
    (1, 4): "R7",
    (2, 2): "目標",
    (2, 3): "実績",
    (3, 1): "来館者数",
    (3, 2): "40人",
    (3, 3): "42人",
    (3, 4): "43人",
}
MERGES = [(1, 1, 2, 1), (1, 2, 1, 3)]
COVERED = [*MERGES, (1, 4, 2, 4)]


@pytest.mark.parametrize("merges", [MERGES, COVERED])
def test_heads_targets(merges: list[tuple[int, int, int, int]]) -> None:
    head = with_years_ahead(Cells.of(TEXTS, merges)).boxes[1, 4]
    column = head.said.column
    assert (head.kind, column.role, str(column.period)) == (Class.LABEL, Role.TARGET, "FY2025")


@pytest.mark.parametrize(
    ("more", "merges"),
    [
        ({(1, 4): "R5"}, MERGES),  # before it
        ({(1, 4): "R6"}, MERGES),  # the same
        ({(2, 2): "評価"}, MERGES),  # no targets
        ({(1, 5): "目標値", (3, 5): "45人"}, MERGES),  # targets have a heading
        ({(2, 4): "予算額"}, MERGES),  # a label of its own
        ({(3, 4): "改装する"}, MERGES),  # no figure
        ({(3, 5): "44人"}, [*MERGES, (1, 4, 2, 5)]),  # two columns
        ({(1, 5): "R8", (2, 5): "目標"}, MERGES),  # a later one has a label
    ],
)
def test_stays_a_year(
    more: dict[tuple[int, int], str], merges: list[tuple[int, int, int, int]]
) -> None:
    head = with_years_ahead(Cells.of(TEXTS | more, merges)).boxes[1, 4]
    assert head.kind is Class.YEAR


def test_a_label_above_says_what_it_is() -> None:
    texts = {(row + 1, at): text for (row, at), text in TEXTS.items()} | {(1, 4): "実績値"}
    merges = [(top + 1, left, low + 1, right) for top, left, low, right in MERGES]
    assert with_years_ahead(Cells.of(texts, merges)).boxes[2, 4].kind is Class.YEAR
