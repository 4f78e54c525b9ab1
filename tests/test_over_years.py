"""Values in forms that cover the columns of all years: they are of none of them."""

from __future__ import annotations

import pytest

from test_forms_and_blocks import sheet, values

FORM = (
    "重要業績評価指標|認証品の数||",
    "|令和５年度|令和６年度|令和７年度",
    "目標|16品|18品|20品",
    "実績|17品|21品|",
)
KNOWN = [
    "認証品の数 actual FY2023 17品",
    "認証品の数 actual FY2024 21品",
    "認証品の数 target FY2023 16品",
    "認証品の数 target FY2024 18品",
    "認証品の数 target FY2025 20品",
]


def told(row: str, *, last: int = 4, corner: str = "") -> list[str]:
    """The values of the form with one more row, whose cell covers columns up to the last."""
    name, years, *others = FORM
    merges = ((1, 2, 1, 4), (5, 2, 5, last))
    found = sheet(name, corner + years, *others, row, merges=merges)
    return sorted({*values(found)} - {*KNOWN})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("策定時の値|14品（令和４年度）||", ["認証品の数 baseline FY2022 14品（令和４年度）"]),
        ("基準値（R4）|14品||", ["認証品の数 baseline FY2022 14品"]),
        ("当初値|14品||", ["認証品の数 baseline  14品"]),
        ("最終目標|30品（令和10年度）||", ["認証品の数 target  30品（令和10年度）"]),
    ],
)
def test_of_none_of_them(row: str, expected: list[str]) -> None:
    assert expected == told(row)


@pytest.mark.parametrize("row", ["最終目標|30品||", "実績|17品||", "備考|14品||"])
def test_what_may_be_of_all(row: str) -> None:
    """A number of things without a year may be that of all the years together."""
    assert [] == told(row)


def test_of_some_years() -> None:
    assert [] == told("策定時の値|14品||", last=3)


def test_what_is_beside_the_years() -> None:
    """A word left of all years heads no value."""
    assert ["認証品の数 baseline  14品"] == told("策定時の値|14品||", corner="区分")
