"""What a cell says by itself, whatever its numbers are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.table.classes import Class, is_year, what_it_says
from kpikit.table.headings import Role

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


class TestGaps:
    """What lies between two values is what the publisher works out."""

    @pytest.mark.parametrize(
        "text",
        [
            "乖離",
            "乖離（実績－計画）",
            "かい離率(%)",
            "目標値との差異",
            "前年度との差",
            "R6乖離",
            "差分",
        ],
    )
    def test_is_a_gap(self, text: str) -> None:
        assert Role.CHANGE is what_it_says(text).column.role

    @pytest.mark.parametrize("text", ["格差", "所得の格差", "計画との整合", "開業"])
    def test_is_none(self, text: str) -> None:
        assert what_it_says(text).column.role is None


class TestBegun:
    """When a project begins or ends is a remark."""

    @pytest.mark.parametrize("text", ["開始年度", "事業の終了予定年度", "終期", "事業開始年月"])
    def test_is_a_remark(self, text: str) -> None:
        assert Role.REMARK is what_it_says(text).column.role

    @pytest.mark.parametrize("text", ["計画開始年度", "開始", "開始時", "終了年度の値"])
    def test_is_none(self, text: str) -> None:
        assert Role.REMARK is not what_it_says(text).column.role


class TestNumberedLabels:
    """A label may have a number, and say that it is worked out of others that have one."""

    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("①量の見込み", Role.TARGET),
            ("③実績", Role.ACTUAL),
            ("②－③", Role.CHANGE),
            ("（② - ①）", Role.CHANGE),
            ("①+②", Role.CHANGE),
            ("③÷①", Role.RATE),
            ("③/①×100", Role.RATE),
            ("過不足（②－①）", Role.CHANGE),
            ("将来展望（目標）", Role.TARGET),
            ("将来の見通し(目標値)", Role.TARGET),
        ],
    )
    def test_roles(self, text: str, role: Role) -> None:
        said = what_it_says(text)

        assert (Class.LABEL, role) == (said.kind, said.column.role)

    @pytest.mark.parametrize("text", ["②確保方策", "確保の内容", "確保量（定員）"])
    def test_what_is_provided_is_not_what_is_expected(self, text: str) -> None:
        assert "provision" == what_it_says(text).of

    @pytest.mark.parametrize(
        "text", ["2-3", "①", "①～③", "将来展望", "将来展望（実績）", "将来展望（市）"]
    )
    def test_what_is_no_such_label(self, text: str) -> None:
        assert what_it_says(text).kind is not Class.LABEL
