"""Runs of a text: what is struck out, and what is raised."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.io.runs import Text, plain, with_line_ends


def text_of(*runs: str) -> Text:
    """Gather runs: raised ones begin with a ^, those struck out with a ~."""
    text = Text()
    for run in runs:
        text.add(run.lstrip("^~"), raised=run.startswith("^"), struck=run.startswith("~"))
    return text


class TestRaised:
    """A raised text marks notes, belongs to a unit, or is a word; else it is pointed at."""

    @pytest.mark.parametrize(
        ("runs", "value"),
        [
            (("12.3％", "^1"), "12.3％※1"),
            (("12.3", "^1", "％"), "12.3％※1"),
            (("12.3", "^※", "^1", "％"), "12.3％※1"),
            (("96人", "^（注1）"), "96人※1"),
            (("96人", "^1)"), "96人※1"),
            (("96人", "^1,2"), "96人※1※2"),
            (("96人", "^１・２"), "96人※1※2"),
            (("96人", "^*"), "96人※"),
            (("96人", "^①"), "96人※1"),
            (("96人", "^a"), "96人※a"),
            (("96人", "^z)"), "96人※z"),
            (("96人", "^ア"), "96人※ア"),
            (("96人", "^1", "\n(R5)"), "96人\n(R5)※1"),
            (("^1", "12.3％"), "12.3％※1"),
            (("96人", "^1", "^ ", "(R5)", "^2"), "96人(R5)※1※2"),
            (("10人", "^3"), "10人※3"),
            (("R10", "^3"), "R10※3"),
            (("100m", "^2"), "100m2"),
            (("5km", "^3", "減"), "5km3減"),
            (("t-CO", "^2"), "t-CO2"),
            (("96", "^以上"), "96以上"),
            (("96", "^ポイント"), "96ポイント"),
            (("96", "^％"), "96％"),
            (("96", "^t"), "96t"),
            (("96人", "^(R5)"), "96人(R5)"),
            (("96人", "^ "), "96人"),
            (("96人", "^、"), "96人、"),
            (("10", "^3", "人"), "10^3人"),
            (("5×10", "^3"), "5×10^3"),
            (("12.", "^5"), "12.^5"),
            (("96", "^1-3"), "96^1-3"),
            (("s", "^-1"), "s^-1"),
            (("^1",), "※"),
            ((), ""),
        ],
    )
    def test_value(self, runs: tuple[str, ...], value: str) -> None:
        assert value == text_of(*runs).value

    def test_never_the_end_of_a_number(self) -> None:
        """What is read is the number without its note, or nothing."""
        for number in ("12.3％", "96人", "1,234", "0.5ポイント"):
            marked = kk.read_actual(text_of(number, "^1").value)
            assert kk.read_actual(number).value == marked.value
        for runs in (("10", "^3", "人"), ("12.", "^5", "％"), ("^1",), ("96", "^1-3")):
            reading = kk.read_actual(text_of(*runs).value)
            assert reading.value is None
            assert reading.issues


class TestStruck:
    """Struck text is no part of the value."""

    @pytest.mark.parametrize(
        ("runs", "value", "struck"),
        [
            (("~100件", "120件"), "120件", "100件"),
            (("120", "~〜130", "件"), "120件", "〜130"),
            (("12", "~3", "5件"), "12 5件", "3"),
            (("12", "~.3", "^1", "5件"), "12 5件※1", ".3"),
            (("~100", "~件"), "", "100件"),
            (("~100\n", "~件"), "", "100\n件"),
            (("", "~", "5"), "5", ""),
        ],
    )
    def test_value(self, runs: tuple[str, ...], value: str, struck: str) -> None:
        text = text_of(*runs)

        assert (value, struck) == (text.value, text.struck)

    def test_digits_around_it_are_no_number(self) -> None:
        assert ["several-numbers"] == [
            each.code for each in kk.read_actual(text_of("12", "~3", "5件").value).issues
        ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("50件_x000D_\n(R5)", "50件\n(R5)"),
        ("50件_x000d_(R5)", "50件\n(R5)"),
        ("50件_x000D__x000D_\n(R5)", "50件\n(R5)"),
        ("50件_x000A_(R5)", "50件\n(R5)"),
        ("50件\r\n(R5)\r", "50件\n(R5)\n"),
        ("50件", "50件"),
    ],
)
def test_line_ends(text: str, lines: str) -> None:
    assert lines == with_line_ends(text)
    assert lines.strip() == plain(text)
