"""Years of targets above rows of targets and of actuals."""

from __future__ import annotations

import pytest

from kpikit.cell import Vocabulary
from kpikit.table.cells import Cells
from kpikit.table.classes import Class
from kpikit.table.target_years import with_target_years

TEXTS = {
    (1, 1): "指標",
    (1, 2): "区分",
    (1, 3): "R7",
    (1, 4): "R8（目標年度）",
    (2, 1): "来館者数",
    (2, 2): "目標",
    (2, 4): "45人",
    (3, 2): "実績",
    (3, 4): "46人",
}


def test_is_a_year() -> None:
    head = with_target_years(Cells.of(TEXTS), Vocabulary()).boxes[1, 4]
    assert (head.kind, str(head.said.column.period)) == (Class.YEAR, "FY2026")
    assert head.text == "R8（目標年度）"


@pytest.mark.parametrize(
    "more",
    [
        {(1, 4): "R8（目標）"},  # all values are
        {(1, 4): "目標年度"},  # no bracket
        {(1, 3): "現状"},  # no years beside it
        {(3, 2): "備考"},  # no actuals
        {(2, 2): "実績"},  # no targets
        {(2, 2): "中央館", (3, 2): "分館", (2, 5): "目標", (3, 5): "実績"},  # right of it
    ],
)
def test_is_no_year(more: dict[tuple[int, int], str]) -> None:
    sheet = with_target_years(Cells.of(TEXTS | more), Vocabulary())
    assert sheet.boxes[1, 4].kind is Class.LABEL
