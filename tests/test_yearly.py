"""The total of all parts of a year is its actual."""

from __future__ import annotations

import pytest

from kpikit.table.cells import Cells
from kpikit.table.headings import Role
from kpikit.table.yearly import with_yearly

MONTHS = [f"{month}月" for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)]


def role_of_last(*heads: str) -> Role | None:
    cells = with_yearly(Cells.of({(1, at): text for at, text in enumerate(heads, 1)}))
    return cells.boxes[1, len(heads)].said.column.role


@pytest.mark.parametrize(
    "parts",
    [MONTHS, ["第1四半期", "第2四半期", "第3四半期", "第4四半期"], ["上期", "下期"]],
)
def test_all_parts_of_a_year(parts: list[str]) -> None:
    assert Role.ACTUAL is role_of_last("指標", "目標", *parts, "年間計")
    assert Role.ACTUAL is role_of_last("指標", "目標", *parts, "計")


@pytest.mark.parametrize(
    "heads",
    [
        ("指標", "目標", *MONTHS[:11], "年間計"),
        ("指標", "目標", *MONTHS[:6], "備考", *MONTHS[6:], "計"),
        ("指標", "目標", *MONTHS, "担当課"),
        ("指標", "目標", "実績", *MONTHS, "計"),
        ("指標", *MONTHS, "計"),
        ("指標", "目標", "計"),
    ],
)
def test_no_actual(heads: tuple[str, ...]) -> None:
    assert Role.ACTUAL is not role_of_last(*heads)
