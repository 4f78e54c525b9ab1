"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.language.pattern import pattern

ASKED = ("findall", "split")


class TestPattern:
    @given(st.text("0123件人 ", max_size=12))
    def test_answers_as_a_compiled_one(self, text: str) -> None:
        late, now = pattern("([0-9]+)(件|人)?"), re.compile("([0-9]+)(件|人)?")
        assert all(getattr(now, name)(text) == getattr(late, name)(text) for name in ASKED)
        assert now.sub("#", text) == late.sub("#", text)
        assert [each.span() for each in now.finditer(text)] == [
            each.span() for each in late.finditer(text)
        ]

    def test_flags(self) -> None:
        assert pattern("kpi", re.IGNORECASE).fullmatch("KPI") is not None

    def test_is_compiled_when_asked(self) -> None:
        wrong = pattern("(")
        assert "(" == wrong.pattern
        with pytest.raises(re.error, match="unterminated"):
            wrong.match("")

    def test_has_nothing_else(self) -> None:
        with pytest.raises(AttributeError, match="scanner"):
            _ = getattr(pattern("a"), "scanner")  # noqa: B009 - no name that the types know
