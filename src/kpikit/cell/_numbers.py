"""Numbers as cells write them: ``16,000``, ``1万6千``, ``6,666億83百万``, ``七割五分``'s ``七``.

The value keeps the place of its last written digit, which tells how precise an approximate
number is: ``1万6千`` is ``1.6E+4``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kpikit.model.quantity import EXACT

__all__ = [
    "KANJI",
    "KANJI_NUMBER",
    "KANJI_NUMERALS",
    "KANJI_SHARE",
    "NOUN",
    "NUMBER",
    "number",
]

#: A letter that is neither Latin nor kana; said so, it compiles at once, unlike a long range.
KANJI: Final = r"[^\W0-9A-Za-z_ぁ-ヿ]"
#: A letter of a noun in Japanese: kanji or katakana.
NOUN: Final = r"[^\W0-9A-Za-z_ぁ-ゖ]"

_PLAIN: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?+"
_SMALL: Final = {"十": 1, "百": 2, "千": 3}
_BIG: Final = {"万": 4, "億": 8, "兆": 12}
_MULTIPLIERS: Final = "[十百千万億兆]"
_ONE_TO_TEN: Final = "[一二三四五六七八九十]"
#: A share of people by itself; of 児童2人に1人の支援員 it is none.
_OF_PEOPLE: Final = (
    rf"(?<![0-9,.])(?<!{NOUN})[0-9]{{1,3}}人に[0-9]{{1,3}}人(?=$|[ )、。が]|以上|以下|程度|の割合)"
)
#: An arabic number with its multipliers, or a share such as 3分の1 and 3人に1人.
NUMBER: Final = (
    rf"{_OF_PEOPLE}|[0-9]++分の[0-9]++|"
    rf"{_PLAIN}(?: ?{_MULTIPLIERS}++(?: ?{_PLAIN} ?{_MULTIPLIERS}++)*+"
    rf"(?:{_PLAIN}(?!{_MULTIPLIERS}))?+)?+"
)
#: A share in kanji.
KANJI_SHARE: Final = f"{_ONE_TO_TEN}分の{_ONE_TO_TEN}"
_DIGIT: Final = "〇零一二三四五六七八九壱弐参"
#: A number in kanji.
KANJI_NUMERALS: Final = f"{_DIGIT}十百千万億兆拾廿"
KANJI_NUMBER: Final = f"[{KANJI_NUMERALS}]++(?:・[{_DIGIT}]++)?+"
_DIGITS: Final = dict(zip(_DIGIT, "00123456789123", strict=True))
_TERM: Final = rf"({_PLAIN})([十百千]?)([万億兆]?)"
_TERMS: Final = rf"(?:{_TERM})+"
#: 二三 is two or three, not 23.
_ONE_OR_THE_NEXT: Final = frozenset(f"{digit}{digit + 1}" for digit in range(1, 9))
_UNBOUNDED: Final = Decimal("Infinity")
#: What is longer is no published figure; with its zeros (千兆) it would not be exact.
_LONGEST: Final = 44


def number(text: str) -> Decimal | None:
    """Return the value of a number, or ``None`` if its parts do not make one.

    >>> number("1万6千"), number("百二十六"), number("〇・五"), number("5千万3億")
    (Decimal('1.6E+4'), Decimal('126'), Decimal('0.5'), None)
    """
    text = text.replace(" ", "")
    if len(text) > _LONGEST or (text[:1] == "0" and "0" <= text[1:2] <= "9"):
        return None
    if text.isascii():
        return Decimal(text.replace(",", ""))
    if "の" in text or "に" in text:
        return _share(text)
    return _arabic(text) if text[0].isascii() else _kanji(text)


def _share(text: str) -> Decimal | None:
    """Return the value of 3分の1 and 3人に1人, to 60 digits; of people it is below one."""
    below, above = map(number, re.split("分の|人に", text.removesuffix("人")))
    if above is None or not below or (above >= below and "人" in text):
        return None
    return EXACT.divide(above, below)


def _arabic(text: str) -> Decimal | None:
    """Return the value of digits and multipliers, the larger ones first: 1億2千3百万."""
    if re.fullmatch(_TERMS, text) is None:
        return None
    total: Decimal | None = None
    group: Decimal | None = None
    least = last_big = _UNBOUNDED
    for digits, small, big in re.findall(_TERM, text):
        place = Decimal(1).scaleb(_SMALL[small] if small else 0)
        value = EXACT.multiply(Decimal(digits.replace(",", "")), place)
        if value >= least:
            return None
        group, least = _sum(group, value), place
        if big:
            if group.scaleb(_BIG[big], EXACT) >= last_big:
                return None
            last_big = Decimal(1).scaleb(_BIG[big])
            total, group, least = _sum(total, group.scaleb(_BIG[big], EXACT)), None, last_big
    return total if group is None else _sum(total, group)


def _sum(total: Decimal | None, value: Decimal) -> Decimal:
    """Add, and keep the place of the last written digit: nothing is written in a zero."""
    return value if total is None else EXACT.add(total, value)


def _kanji(text: str) -> Decimal | None:
    text = text.replace("拾", "十").replace("廿", "二十")
    whole, _, fraction = text.partition("・")
    if not any(char in _SMALL or char in _BIG for char in whole):
        digits = "".join(_DIGITS[char] for char in whole)
        if digits in _ONE_OR_THE_NEXT and not fraction:
            return None
        decimals = "".join(_DIGITS[char] for char in fraction)
        return Decimal(f"{digits}.{decimals}" if decimals else digits)
    return None if fraction else _positional(whole)


def _positional(text: str) -> Decimal | None:
    """Return the value of kanji with powers: ``十二万三千四百五十六``."""
    total = group = digit = 0
    last_small = last_big = 99
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = int(_DIGITS[char])
        elif char in _SMALL:
            if _SMALL[char] >= last_small:
                return None
            last_small = _SMALL[char]
            group += (digit or 1) * 10**last_small
            digit = 0
        else:
            if _BIG[char] >= last_big or not group + digit:
                return None
            last_small, last_big = 99, _BIG[char]
            total += (group + digit) * 10**last_big
            group = digit = 0
    return Decimal(total + group + digit)
