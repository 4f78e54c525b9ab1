"""What a cell says by itself, whatever its numbers are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.table.classes import Class, is_year, what_it_says

AMOUNTS = st.one_of(
    st.integers(100, 999).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.decimals(1000, 10**6, places=1).map("{:,}".format),
)
AROUND = st.sampled_from(
    [
        "{}",
        "約{}",
        "{}件",
        "{}人以上",
        "{}件 (R5)",
        "目標{}件",
        "第{}号の利用率",
        "{}円/年",
        "({})",
        "▲{}",
    ]
)


class TestNumbers:
    """Numbers that count nothing say nothing of their cell."""

    @given(AROUND, AMOUNTS, AMOUNTS)
    def test_any_amount(self, around: str, one: str, other: str) -> None:
        assert what_it_says(around.format(one)).kind is what_it_says(around.format(other)).kind

    def test_its_own_text_is_kept(self) -> None:
        """A label with a number in it is that label, not another one."""
        assert "目標値(第120回調査)" == what_it_says("目標値(第120回調査)").column.heading


class TestYears:
    """A year alone."""

    @pytest.mark.parametrize(
        "text", ["R5", "令和5年度", "2024", "最終(R8)", "前年度(R5)", "Ｒ５", "計画期間R5"]
    )
    def test_is_year(self, text: str) -> None:
        assert is_year(text)
        assert what_it_says(text).kind is Class.YEAR

    @pytest.mark.parametrize("text", ["利用率", "指標5", "", "5件", "R5実績値", "120"])
    def test_is_none(self, text: str) -> None:
        assert not is_year(text)
