"""How wide text is, and where it breaks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.language.width import clip, pad, width, wrap


class TestWidth:
    """Full-width characters take two columns, combining ones none."""

    @pytest.mark.parametrize(
        ("text", "columns"),
        [
            ("", 0),
            ("abc", 3),
            ("達成", 4),
            ("90手続 (R4)", 11),
            ("e\u0301", 1),
            ("ｶﾅ", 2),
            ("→", 1),
        ],
    )
    def test_width(self, text: str, columns: int) -> None:
        assert width(text) == columns

    def test_pad(self) -> None:
        assert pad("達成", 6) == "達成  "
        assert pad("未達成", 4) == "未達成"


class TestClip:
    """The beginning that fits; a wide character is not halved."""

    @pytest.mark.parametrize(
        ("text", "columns", "clipped"),
        [
            ("達成", 4, "達成"),
            ("達成", 3, "達"),
            ("達成", 1, ""),
            ("a達b", 3, "a達"),
            ("か\u3099達", 2, "か\u3099"),
        ],
    )
    def test_clip(self, text: str, columns: int, clipped: str) -> None:
        assert clip(text, columns) == clipped


class TestWrap:
    """Words are kept whole, and marks stay with their text."""

    @pytest.mark.parametrize(
        ("text", "columns", "lines"),
        [
            ("", 5, [""]),
            ("達成", 4, ["達成"]),
            ("成果指標達成率(重点事業)", 14, ["成果指標達成率", "(重点事業)"]),
            ("hello world foo bar", 11, ["hello world", "foo bar"]),
            ("abcdefghij klm", 4, ["abcd", "efgh", "ij", "klm"]),
            ("達成。", 4, ["達", "成。"]),
            ("達成", 1, ["達", "成"]),
            ("\u0301あ。", 2, ["\u0301あ", "。"]),
            ("あabcdefgh", 4, ["あ", "abcd", "efgh"]),
            ("ae\u0301e\u0301あ", 3, ["ae\u0301e\u0301", "あ"]),
        ],
    )
    def test_wrap(self, text: str, columns: int, lines: list[str]) -> None:
        assert wrap(text, columns) == lines

    @given(st.text("ab あ。(（\u0301"), st.integers(2, 9))
    def test_nothing_but_blanks_is_lost_and_every_line_fits(self, text: str, columns: int) -> None:
        lines = wrap(text, columns)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(width(line) <= columns for line in lines)

    @pytest.mark.parametrize("text", ["a", "あ", "a ", "（", "\u0301", " "])
    def test_time_is_linear(self, text: str) -> None:
        start = time.process_time()
        wrap("e" + text * 100_000, 40)
        assert time.process_time() - start < 5
