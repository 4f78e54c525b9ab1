"""Numbers as cells write them: ``16,000``, ``1万6千``, ``6,666億83百万``, ``七割五分``'s ``七``.

The value keeps the place of its last written digit, which tells how precise an approximate
number is: ``1万6千`` is ``1.6E+4``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kpikit.quantity import EXACT

__all__ = ["KANJI_NUMBER", "NUMBER", "number"]

_PLAIN: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?+"
_POWERS: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}
#: An arabic number with its multipliers.
_SHARE: Final = "[0-9]++分の[0-9]++"
_MULTIPLIERS: Final = "[十百千万億兆]"
NUMBER: Final = (
    rf"{_SHARE}|{_PLAIN}(?: ?{_MULTIPLIERS}++(?: ?{_PLAIN} ?{_MULTIPLIERS}++)*+"
    rf"(?:{_PLAIN}(?!{_MULTIPLIERS}))?+)?+"
)
_DIGIT: Final = "〇零一二三四五六七八九壱弐参"
#: A number in kanji.
KANJI_NUMBER: Final = f"[{_DIGIT}十百千万億兆拾廿]++(?:・[{_DIGIT}]++)?+"
_DIGITS: Final = dict(zip(_DIGIT, "00123456789123", strict=True))
_SMALL: Final = frozenset("十百千")
_TERM: Final = re.compile(rf"({_PLAIN}) ?([十百千万億兆]*)")


def number(text: str) -> Decimal | None:
    """Return the value of a number, or ``None`` if its parts do not make one.

    >>> number("1万6千"), number("百二十六"), number("〇・五"), number("5千万3億")
    (Decimal('1.6E+4'), Decimal('126'), Decimal('0.5'), None)
    """
    text = text.replace(" ", "")
    if "分の" in text:
        return _share(text)
    if text[0].isascii():
        return _arabic(text)
    return _kanji(text)


def _share(text: str) -> Decimal | None:
    """Return the value of 3分の1, to 60 digits."""
    below, _, above = text.partition("分の")
    return EXACT.divide(Decimal(above), Decimal(below)) if int(below) else None


def _arabic(text: str) -> Decimal | None:
    if text[-1].isascii() and text.isascii():
        return Decimal(text.replace(",", ""))
    total, least = Decimal(0), None
    for digits, powers in _TERM.findall(text):
        value = Decimal(digits.replace(",", "")).scaleb(sum(_POWERS[power] for power in powers))
        if least is not None and value >= least:
            return None
        total = total + value
        least = Decimal(1).scaleb(sum(_POWERS[power] for power in powers))
    return total


def _kanji(text: str) -> Decimal | None:
    text = text.replace("拾", "十").replace("廿", "二十")
    whole, _, fraction = text.partition("・")
    if not any(char in _POWERS for char in whole):
        digits = "".join(_DIGITS[char] for char in whole)
        decimals = "".join(_DIGITS[char] for char in fraction)
        return Decimal(f"{digits}.{decimals}" if decimals else digits)
    return None if fraction else _positional(whole)


def _positional(text: str) -> Decimal | None:
    """Return the value of kanji with powers: ``十二万三千四百五十六``."""
    total = group = digit = 0
    last_small, last_big = 99, 99
    for char in text:
        if char not in _POWERS:
            if digit:
                return None
            digit = int(_DIGITS[char])
        elif char in _SMALL:
            if _POWERS[char] >= last_small:
                return None
            last_small = _POWERS[char]
            group += (digit or 1) * 10**last_small
            digit = 0
        else:
            if _POWERS[char] >= last_big or not group + digit:
                return None
            last_small, last_big = 99, _POWERS[char]
            total += (group + digit) * 10**last_big
            group = digit = 0
    return Decimal(total + group + digit)
