"""Words of numbers: digits and sizes in kanji, and what makes a share of two numbers."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABOUT",
    "AROUND",
    "BIG",
    "DIGITS",
    "FORMAL",
    "HUNDRED",
    "ONE_TO_NINE",
    "OTHER_SIZES",
    "PARTS",
    "PEOPLE",
    "SHARE_ENDS",
    "SIZES",
    "SMALL",
    "TEN",
]

#: Each digit in kanji, and which it is.
DIGITS: Final = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
#: Digits as deeds have them.
FORMAL: Final = dict(zip("壱弐参", "123", strict=True))
#: The digits that are not nought.
ONE_TO_NINE: Final = "".join(digit for digit, value in DIGITS.items() if value != "0")
TEN: Final = "十"
HUNDRED: Final = "百"
#: Sizes below a myriad, and how many zeros each has.
SMALL: Final = {TEN: 1, HUNDRED: 2, "千": 3}
#: The myriad and what is beyond.
BIG: Final = {"万": 4, "億": 8, "兆": 12}
#: All sizes, the smallest first.
SIZES: Final = "".join([*SMALL, *BIG])
#: Other kanji for sizes, and the usual ones.
OTHER_SIZES: Final = {"拾": TEN, "廿": "二十"}

#: What a row may say before a number that is not exact, and behind it.
ABOUT: Final = "約 概ね おおむね おおよそ およそ"
AROUND: Final = "程度 前後"
#: Between the whole and the part of a share: 3分の1.
PARTS: Final = "分の"
#: Behind both numbers of a share of people, and between them: 3人に1人.
PEOPLE: Final = ("人", "に")
#: What may follow a share of people.
SHARE_ENDS: Final = "以上 以下 程度 の割合 、 。 が"
