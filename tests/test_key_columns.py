"""Columns of keys left of names."""

from __future__ import annotations

import pytest

from kpikit.table.cells import Cells
from kpikit.table.headings import Role
from kpikit.table.key_columns import with_key_columns

TEXTS = {
    (1, 1): "記号",
    (1, 2): "指標名",
    (2, 1): "ア",
    (2, 2): "利用者数",
    (3, 1): "イ",
    (3, 2): "満足した人の割合",
}


def role(texts: dict[tuple[int, int], str]) -> Role | None:
    return with_key_columns(Cells.of(texts)).boxes[1, 1].said.column.role


@pytest.mark.parametrize(
    "more",
    [
        {},
        {(4, 1): "備考", (4, 2): "なし"},  # what comes below
        {(1, 3): "単位", (2, 3): "人", (3, 3): "％"},
    ],
)
def test_is_of_numbers(more: dict[tuple[int, int], str]) -> None:
    assert role(TEXTS | more) is Role.NUMBER


@pytest.mark.parametrize(
    "more",
    [
        {(3, 1): "ア"},  # twice
        {(3, 1): "その他"},  # one key
        {(2, 1): "10"},  # a value
        {(3, 2): "12人"},  # no name
        {(3, 2): ""},
        {(1, 2): "内容"},  # no heading of names
        {(1, 1): "指標名", (1, 2): "内容"},
    ],
)
def test_is_of_something_else(more: dict[tuple[int, int], str]) -> None:
    assert role({at: text for at, text in (TEXTS | more).items() if text}) is not Role.NUMBER


def test_keeps_what_a_heading_says() -> None:
    assert role(TEXTS | {(1, 1): "区分"}) is Role.CATEGORY
