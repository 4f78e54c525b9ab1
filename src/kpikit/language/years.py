"""Words of time: the eras, what years and their parts are called, what names an instant."""

from __future__ import annotations

from typing import Final

from kpikit.language.marks import DASHES
from kpikit.language.words import either

__all__ = [
    "DAY",
    "ERAS",
    "ERA_YEAR",
    "FIRST",
    "FISCAL",
    "FISCAL_YEAR",
    "HALVES",
    "INSTANTS",
    "MONTH",
    "MONTHS",
    "OF_PERIODS",
    "QUARTER",
    "YEAR",
]

#: Each era, the earliest first: its name in kanji, the letter of JIS X 0301, the abbreviation in
#: one kanji, the name in Latin letters, and the first day. The next era is added here.
ERAS: Final = (
    ("明治", "M", "明", "Meiji", (1868, 1, 25)),
    ("大正", "T", "大", "Taisho", (1912, 7, 30)),
    ("昭和", "S", "昭", "Showa", (1926, 12, 25)),
    ("平成", "H", "平", "Heisei", (1989, 1, 8)),
    ("令和", "R", "令", "Reiwa", (2019, 5, 1)),
)
#: How the first year of an era is counted.
FIRST: Final = "元"

# -- what periods are called -------------------------------------------------------------------

#: Behind a number, or an era and a number.
YEAR: Final = "年"
#: Behind a year.
FISCAL: Final = "度"
#: Behind a year and a number.
MONTH: Final = "月"
#: The months in English, the first one first.
MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
#: Behind a month and a number.
DAY: Final = "日"
#: The halves of a fiscal year, behind it.
HALVES: Final = ("上半期", "下半期")
#: A quarter of a fiscal year, behind it.
QUARTER: Final = "第{}四半期"

# -- how they are found ------------------------------------------------------------------------

#: A year, without saying which.
FISCAL_YEAR: Final = YEAR + FISCAL
#: A year of an era, but for the word 年: 令和5, R5, 平成元.
ERA_YEAR: Final = (
    rf"(?:{either(*(f'{name} {letter}' for name, letter, *_ in ERAS))}(?:元|\d{{1,2}}))"
)
#: A year and the day of it, as titles have them: 令和5年度, R5.3, 2023年6月.
DATED: Final = rf"(?:{ERA_YEAR}|(?<!\d)(?:19|20)\d{{2}})年?度?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
#: What stands behind an instant: 令和5年3月31日現在.
INSTANTS: Final = "現在 時点"
#: The characters that periods are written with, as they stand in the brackets of a pattern.
OF_PERIODS: Final = (
    rf"\d元年度月日末上中下半期第一二三四次時点現在西暦{''.join(name for name, *_ in ERAS)}"
    rf"fyrhsmtqFYRHSMTQ/.~〜～・'’\{DASHES}"
)
