"""The common scale in characters."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.language.messages import Language
from kpikit.language.width import width
from kpikit.report import build_report
from kpikit.report.scale import Lane, Scale, Span, scale_of
from kpikit.report.strips import key_line, strip_lines, strip_of

R5 = kk.FiscalYear(2023)


def row(name: str, target: str, actual: str) -> kk.Indicator:
    seen = kk.read_actual(actual).unwrap()
    return kk.Indicator(name, target=kk.read_target(target).unwrap(), observations=[seen])


ROWS = [
    row("窓口で手続を済ませた市民の割合", "80%以上", "40%"),
    row("待ち時間", "30分以下", "20分"),
    row("件数", "10件以上", "25件"),
    row("実施率", "8割以上", "9割以上"),
    row("方針の策定", "策定", "策定済"),
]


def scale(lang: Language = "ja") -> Scale:
    section = kk.Section("表", "1", "指標", indicators=ROWS)
    top = kk.Section("表", "", "", sections=[section])
    return scale_of(build_report(kk.evaluate(kk.Plan("計画", sections=[top])), lang))


def lane(low: Fraction | None, high: Fraction | None, asked: Fraction | None = None) -> Lane:
    found = next(scale().lanes())
    return Lane(0, found.row, found.origin, Span(low, high), asked)


class TestStrip:
    """The start at the left, the target in the middle, twice the way at the right."""

    @pytest.mark.parametrize(
        ("low", "high", "asked", "drawn"),
        [
            ("0", "0", None, "*-----------|------------"),
            ("1/2", "1/2", None, "------*-----|------------"),
            ("1/2", "1/2", "3/4", "------*--^--|------------"),
            ("1", "1", None, "------------*------------"),
            ("2", "2", None, "------------|-----------*"),
            # just short of the target, and just beyond it, is not on it
            ("999/1000", "999/1000", None, "-----------*|------------"),
            ("1001/1000", "1001/1000", None, "------------|*-----------"),
            ("-1", "-1", None, "<-----------|------------"),
            ("5", "5", None, "------------|----------->"),
            ("1/2", "3/4", None, "------====--|------------"),
            ("3/2", None, None, "------------|-----======>"),
            (None, "1/4", None, "<===--------|------------"),
        ],
    )
    def test_drawn(self, low: str | None, high: str | None, asked: str | None, drawn: str) -> None:
        ends = [None if each is None else Fraction(each) for each in (low, high, asked)]

        assert drawn == strip_of(lane(*ends))

    def test_words_where_it_has_no_place(self) -> None:
        *_, last = scale().lanes()

        assert last.span is None
        assert "「策定済」 / 策定        " == strip_of(last)

    @given(place=st.fractions(min_value=-5, max_value=5), half=st.integers(1, 20))
    def test_side_of_the_target(self, place: Fraction, half: int) -> None:
        """Better is to the right, and on the target is only what reaches it exactly."""
        drawn = strip_of(lane(place, place), half)
        at = next(index for index, mark in enumerate(drawn) if mark in "*<>")

        assert 2 * half + 1 == len(drawn)
        assert (place > 1) - (place < 1) == (at > half) - (at < half)


class TestLines:
    """One line an indicator, with its verdict in words."""

    def test_as_wide_as_need_be(self) -> None:
        assert [
            "1 窓口で手続を済ませた市民の割合          ------*-----|------------  × 未達成",
            "1 待ち時間                                ------------|---*--------  ○ 達成",
            "1 件数                                    ------------|----------->  ○ 達成",
            "1 実施率                                  ------------|-==========>  ○ 達成",
            "1 方針の策定                              「策定済」 / 策定          ○ 達成",
        ] == list(strip_lines(scale()))[-5:]

    @pytest.mark.parametrize(
        ("columns", "line"),
        [
            (60, "1 窓口で手続を済ませた…  ------*-----|------------  × 未達成"),
            (40, "1 窓口で手続を済…  --*--|-----  × 未達成"),
            (32, "1 窓口で手続を済ませ…  × 未達成"),
        ],
    )
    def test_narrow(self, columns: int, line: str) -> None:
        lines = list(strip_lines(scale(), columns))

        assert line.split() == lines[-5].split()
        assert max(map(width, lines)) <= columns

    def test_key(self) -> None:
        assert "共通の目盛りに置けない1件は、値だけを示す。" in key_line(scale())
        assert key_line(scale("en")).endswith("Told in words, for want of a place on it: 1.")
