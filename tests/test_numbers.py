"""Numbers as cells write them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpikit.cell._numbers import KANJI_NUMBER, NUMBER, number, plain_number


class TestNumber:
    """What makes a number, and what does not."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("0", "0"),
            ("0.50", "0.50"),
            ("1,234,567", "1234567"),
            ("1万", "1E+4"),
            ("1万6千", "1.6E+4"),
            ("1.5万", "1.5E+4"),
            ("1億2千3百万", "1.23E+8"),
            ("1億2,300万", "1.2300E+8"),
            ("5百91万", "5.91E+6"),
            ("6,666億83百万", "6.66683E+11"),
            ("12億3456万7890", "1234567890"),
            ("5,130百万", "5.130E+9"),
            ("5万3", "50003"),
            ("1 万 2 千", "1.2E+4"),
            ("百二十六", "126"),
            ("十二万三千四百五十六", "123456"),
            ("一〇", "10"),
            ("二〇二三", "2023"),
            ("〇・五", "0.5"),
            ("廿", "20"),
            ("一千", "1000"),
            ("4分の1", "0.25"),
            ("四分の三", "0.75"),
        ],
    )
    def test_values(self, text: str, value: str) -> None:
        assert Decimal(value) == number(text)
        assert value == str(number(text))

    @pytest.mark.parametrize(
        "text",
        [
            "007",
            "00",
            "1万2万",
            "1万20,000",
            "1万10,000",
            "1千1千",
            "1万3億",
            "3百4千",
            "1千2千",
            "万",
            "千",
            "百万",
            "十百",
            "百千",
            "一二十",
            "万億",
            "一万億",
            "1千千",
            "千・五",
            "0分の1",
            "3人に3人",
            "3人に4人",
            "9" * 45,
        ],
    )
    def test_no_numbers(self, text: str) -> None:
        assert None is number(text)

    def test_a_share_has_sixty_digits(self) -> None:
        assert "0." + "3" * 60 == str(number("3分の1"))

    def test_the_longest_is_exact(self) -> None:
        value = number("9" * 42 + "千兆")
        assert value == int("9" * 42) * 10**15

    @given(st.from_regex(f"(?:{NUMBER}|{KANJI_NUMBER})", fullmatch=True))
    def test_whatever_the_scanner_finds(self, text: str) -> None:
        value = number(text)
        assert value is None or value >= 0

    @given(st.integers(0, 10**16 - 1))
    def test_arabic_and_kanji_agree(self, value: int) -> None:
        grouped = "".join(
            f"{part}{power}" for power, part in zip("兆億万", _groups(value), strict=False) if part
        )
        rest = value % 10**4
        text = grouped + (str(rest) if rest or not grouped else "")
        assert value == number(text) == number(f"{value:,}")
        assert re.fullmatch(NUMBER, text)


def _groups(value: int) -> list[int]:
    return [value // 10**power % 10**4 for power in (12, 8, 4)]


class TestPlainNumber:
    """Digits with little behind them, as most cells are."""

    @pytest.mark.parametrize(
        ("text", "groups"),
        [
            ("126件", (None, "126", "件")),
            ("1,260 人", (None, "1,260", " 人")),
            ("48.2％", (None, "48.2", "％")),
            ("1.5", (None, "1.5", "")),
            ("12", (None, "12", "")),
            ("5件以下", (None, "5", "件以下")),
            ("2024件", ("2024", "2024", "件")),
            ("19,500千円", (None, "19,500", "千円")),
            ("20245人", ("2024", "20245", "人")),
        ],
    )
    def test_is_one(self, text: str, groups: tuple[str | None, str, str]) -> None:
        found = plain_number(text)
        assert found is not None
        assert groups == found.groups()

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "",
                "件",
                "1",
                "1件",
                "１２件",
                "12,34件",
                "2024.3月",
                "2024.5%",
                "約5件",
                "5件（R5）",
            ),
            *("3分の1", "5件とそれ以外のものすべて", "1 000件"),
        ],
    )
    def test_is_none(self, text: str) -> None:
        assert plain_number(text) is None
