"""Targets that no decimals reach: 3人に1人 is 33.333…, and what is measured is printed rounded."""

from __future__ import annotations

import pytest

import kpikit as kk


def judged(target: str, actual: str, name: str = "運動する人の割合") -> kk.Evaluation:
    indicator = kk.Indicator(name, target=kk.read_target(target).unwrap())
    return kk.evaluate(indicator, kk.read_actual(actual).unwrap())


@pytest.mark.parametrize(
    ("target", "actual", "verdict"),
    [
        ("3人に1人以上", "33.3%", "indeterminate"),  # 33.25 to 33.35
        ("3人に1人以上", "33.33%", "indeterminate"),
        ("3人に1人以上", "33%", "indeterminate"),  # 32.5 to 33.5
        ("3人に1人以上", "33.4%", "achieved"),
        ("3人に1人以上", "33.2%", "not_achieved"),
        ("3人に1人以上", "34%", "achieved"),
        ("3人に1人以上", "32%", "not_achieved"),
        ("3分の2以上", "66.7%", "indeterminate"),
        ("3分の2以上", "66.6%", "not_achieved"),
        ("3分の2以上", "67%", "indeterminate"),
        ("7分の1以下", "14.3%", "indeterminate"),
        ("7分の1以下", "14.2%", "achieved"),
        ("7分の1以下", "14.4%", "not_achieved"),
        ("3人に1人以上", "33.3%以上", "indeterminate"),
        ("3人に1人以上", "33.4%以上", "achieved"),
        ("4人に1人以上", "25%", "achieved"),  # 25 exactly
        ("4人に1人以上", "24.9%", "not_achieved"),
    ],
)
def test_verdicts(target: str, actual: str, verdict: str) -> None:
    assert verdict == judged(target, actual).verdict.value


def test_it_is_said_in_japanese() -> None:
    assert (
        "実績値は33.3%であるが、目標値を丸めた数と同じで、目標値のどちら側にあるか分からないため、"
        "目標値33.3333…%以上を達成したか判定できない。"
    ) == judged("3人に1人以上", "33.3%").explain()


def test_it_is_said_in_english() -> None:
    assert "it is the target rounded, and may lie on either side of it" in judged(
        "3人に1人以上", "33.3%"
    ).explain(lang="en")


def test_a_range_is_said_to_be_one() -> None:
    """約33% is a range itself, and no number that was rounded to the target."""
    assert "幅のある値であり" in judged("3人に1人以上", "約33%").explain()


def test_a_gap_is_shown_with_its_first_digits() -> None:
    assert "2.1333…ポイント" in judged("3人に1人以上", "31.2%").explain()


def test_a_number_of_many_digits_that_are_no_rounding() -> None:
    """The actual without an end is compared as it is."""
    assert "achieved" == judged("3人に1人以上", "3分の1").verdict.value
    assert "achieved" == judged("33.3%以上", "3分の1").verdict.value
    assert "not_achieved" == judged("33.4%以上", "3分の1").verdict.value
