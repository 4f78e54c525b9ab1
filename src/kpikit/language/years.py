"""Words of time: the eras, what years and their parts are called, what names an instant."""

from __future__ import annotations

from typing import Final

from kpikit.language.marks import DASHES
from kpikit.language.words import either

__all__ = [
    "AROUND",
    "BARE_YEAR",
    "CALENDAR",
    "COUNTED_OVER",
    "COUNTING",
    "DAY",
    "ENDS",
    "ERAS",
    "ERA_NAMES",
    "ERA_YEAR",
    "FIRST",
    "FIRST_DAYS",
    "FIRST_HALVES",
    "FISCAL",
    "FISCAL_YEAR",
    "HALF",
    "HALVES",
    "INSTANTS",
    "LENGTHS_OF_TIME",
    "LETTERS",
    "LOWER",
    "MONTH",
    "MONTHS",
    "NO_FISCAL_YEAR",
    "NO_START",
    "OF_PERIODS",
    "OF_WEEK",
    "ONE_WORD",
    "OPENINGS",
    "ORDINAL",
    "OTHER_LETTERS",
    "PREFIXES",
    "QUARTER",
    "QUARTERS",
    "RECENT_LETTERS",
    "RECENT_SHORTS",
    "SHORTS",
    "START",
    "TERM",
    "UPPER",
    "WEEKDAYS",
    "WESTERN",
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
#: The eras by their names, abbreviations and letters.
ERA_NAMES: Final = " ".join(name for name, *_ in ERAS)
SHORTS: Final = "".join(short for _, _, short, *_ in ERAS)
LETTERS: Final = "".join(letter for _, letter, *_ in ERAS)
#: The abbreviations that stand in running text, 昭50年度, and the letters that need no 年 there: H30.
RECENT_SHORTS: Final = "令平昭"
RECENT_LETTERS: Final = "HR"
OTHER_LETTERS: Final = "".join(letter for letter in LETTERS if letter not in RECENT_LETTERS)
#: How the first year of an era is counted.
FIRST: Final = "元"

# -- what periods are called -------------------------------------------------------------------

#: Behind a number, or an era and a number.
YEAR: Final = "年"
#: Before 年, behind how many there are: 3か年.
COUNTING: Final = "かカヵヶケ箇"
#: Behind a year.
FISCAL: Final = "度"
#: Before 年.
CALENDAR: Final = "暦"
#: Before a year that is of no era.
WESTERN: Final = "西暦"
#: Behind a year and a number.
MONTH: Final = "月"
#: The months in English, the first one first.
MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
#: Behind a month and a number.
DAY: Final = "日"
#: The days of the week, as they stand in brackets behind a day.
WEEKDAYS: Final = "日月火水木金土"
#: What may follow one.
OF_WEEK: Final = "曜日"
#: Before and after: behind 年 they make a length of time (2年前), and with the letters that may
#: follow them a part of a year (前期, 後半).
AROUND: Final = "前後"
TERM: Final = "期"
HALF: Final = "半"
#: The upper and the lower half of a year.
UPPER: Final = "上"
LOWER: Final = "下"
#: The halves of a fiscal year, behind it.
HALVES: Final = (UPPER + HALF + TERM, LOWER + HALF + TERM)
#: All words for the first half.
FIRST_HALVES: Final = f"{HALVES[0]} 上期 前期 前半"
#: Before a number in an order.
ORDINAL: Final = "第"
#: Behind the number of a quarter.
QUARTERS: Final = "四半期 4半期"
#: A quarter of a fiscal year, behind it.
QUARTER: Final = f"{ORDINAL}{{}}{QUARTERS.split()[0]}"
#: The end of a period, behind it.
ENDS: Final = "末 末日"
#: The start of a period, behind it; what may follow START is another word with it: 当初予算.
START: Final = "当初"
NO_START: Final = "予算 値"
FIRST_DAYS: Final = "初日 初め"
#: What makes a number of years of 年度: 3年度連続, 2年度間.
NO_FISCAL_YEAR: Final = "間連続目分内以計"
#: What makes a length of time of 年: 5年間, 3年以内.
LENGTHS_OF_TIME: Final = "間 代 目 以内 以上 未満 ぶり"

#: How many years something is counted over, as a basis has it: 5年間, 5か年, 3年.
COUNTED_OVER: Final = f"(\\d+)(?:[かカヵケヶ箇]?{YEAR}間?)"

# -- how they are found ------------------------------------------------------------------------

#: A year, without saying which.
FISCAL_YEAR: Final = YEAR + FISCAL
#: Latin letters before a year, each with what they say of it.
PREFIXES: Final = {"FY": FISCAL_YEAR, "CY": YEAR}
#: What no blank parts; 明治 may be of two words, 説明 and 治水.
ONE_WORD: Final = (*ERA_NAMES.split()[1:], FISCAL_YEAR)
#: What a period may begin with.
OPENINGS: Final = f"{SHORTS}{LETTERS}F0123456789"
#: A year of an era, but for the word 年: 令和5, R5, 平成元.
ERA_YEAR: Final = (
    rf"(?:{either(*(f'{name} {letter}' for name, letter, *_ in ERAS))}(?:元|\d{{1,2}}))"
)
#: A year that does not say whether it is 年 or 年度.
BARE_YEAR: Final = rf"{ERA_YEAR}|(?:19|20)\d{{2}}"
#: A year and the day of it, as titles have them: 令和5年度, R5.3, 2023年6月.
DATED: Final = rf"(?:{ERA_YEAR}|(?<!\d)(?:19|20)\d{{2}})年?度?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
#: What stands behind an instant: 令和5年3月31日現在.
INSTANTS: Final = "現在 時点"
#: The characters that periods are written with, as they stand in the brackets of a pattern.
OF_PERIODS: Final = (
    rf"\d元年度月日末上中下半期第一二三四次時点現在西暦{ERA_NAMES.replace(' ', '')}"
    rf"fyrhsmtqFYRHSMTQ/.~〜～・'’\{DASHES}"
)
