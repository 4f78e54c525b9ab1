"""Numbers as cells write them: ``16,000``, ``1万6千``, ``6,666億83百万``, ``七割五分``'s ``七``.

The value keeps the place of its last written digit, which tells how precise an approximate
number is: ``1万6千`` is ``1.6E+4``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kpikit.language.lexicon import SIZES_OF_UNITS
from kpikit.language.numbers import (
    BIG,
    DIGITS,
    FORMAL,
    ONE_TO_NINE,
    OTHER_SIZES,
    PARTS,
    PEOPLE,
    SHARE_ENDS,
    SIZES,
    SMALL,
    TEN,
)
from kpikit.language.pattern import pattern
from kpikit.language.words import NOUN, inline
from kpikit.model.quantity import EXACT

__all__ = [
    "KANJI_NUMBER",
    "KANJI_NUMERALS",
    "KANJI_SHARE",
    "NUMBER",
    "is_share",
    "number",
    "plain_number",
]

_PLAIN: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?+"
_SIZES: Final = f"[{SIZES}]++"
_PERSONS, _AMONG = PEOPLE
#: A share of people by itself; of 児童2人に1人の支援員 it is none.
_OF_PEOPLE: Final = (
    rf"(?<![0-9,.])(?<!{NOUN})[0-9]{{1,3}}{_PERSONS}{_AMONG}[0-9]{{1,3}}{_PERSONS}"
    rf"(?=$|[ )]|{inline(SHARE_ENDS)})"
)
#: An arabic number with its multipliers, or a share such as 3分の1 and 3人に1人.
NUMBER: Final = (
    rf"{_OF_PEOPLE}|[0-9]++{PARTS}[0-9]++|"
    rf"{_PLAIN}(?: ?(?!(?<= ){TEN}){_SIZES}(?: ?{_PLAIN} ?{_SIZES})*+(?:{_PLAIN})?+)?+"
)
#: Plain digits, whether they begin as those of a year, and what little is written behind them; 1
#: is a kind of its own.
_WITH_UNIT: Final = pattern(
    rf"(?!1(?![0-9,.])|[12][0-9]{{3,}}+\.)(?=([12][0-9]{{3}})?)({_PLAIN})(\D{{0,10}})"
)
_BETWEEN: Final = f"{PARTS}|{_PERSONS}{_AMONG}"
#: A share in kanji.
KANJI_SHARE: Final = f"[{ONE_TO_NINE}{TEN}]{PARTS}[{ONE_TO_NINE}{TEN}]"
_DIGITS: Final = DIGITS | FORMAL
_DIGIT: Final = "".join(_DIGITS)
#: A number in kanji.
KANJI_NUMERALS: Final = "".join([_DIGIT, SIZES, *OTHER_SIZES])
KANJI_NUMBER: Final = f"[{KANJI_NUMERALS}]++(?:・[{_DIGIT}]++)?+"
_TERM: Final = rf"({_PLAIN})([{''.join(SMALL)}]?)([{''.join(BIG)}]?)"
_TERMS: Final = rf"(?:{_TERM})+"
#: 二三 is two or three, not 23.
_ONE_OR_THE_NEXT: Final = frozenset(f"{digit}{digit + 1}" for digit in range(1, 9))
_OF_UNITS: Final = frozenset(SIZES_OF_UNITS)
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
    if is_share(text):
        return _share(text)
    return _arabic(text) if text[0].isascii() else _kanji(text)


def plain_number(text: str) -> re.Match[str] | None:
    """Return the digits of a text and what is written behind them, if there is nothing else.

    Its first group tells whether they may be those of a year.

    >>> plain_number("1,260件").groups(), plain_number("2024年").groups(), plain_number("5件（R5）")
    ((None, '1,260', '件'), ('2024', '2024', '年'), None)
    """
    return _WITH_UNIT.fullmatch(text)


def is_share(text: str) -> bool:
    """Whether a number is written as a share: 3分の1, 3人に1人.

    >>> is_share("3分の1"), is_share("1万6千")
    (True, False)
    """
    return not text.isascii() and (PARTS in text or _AMONG in text)


def _share(text: str) -> Decimal | None:
    """Return the value of 3分の1 and 3人に1人, to 60 digits; of people it is below one."""
    below, above = map(number, re.split(_BETWEEN, text.removesuffix(_PERSONS)))
    if above is None or not below or (above >= below and _PERSONS in text):
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
        place = Decimal(1).scaleb(SMALL[small] if small else 0)
        value = EXACT.multiply(Decimal(digits.replace(",", "")), place)
        if value >= least:
            return None
        group, least = _sum(group, value), place
        if big:
            if group.scaleb(BIG[big], EXACT) >= last_big:
                return None
            last_big = Decimal(1).scaleb(BIG[big])
            total, group, least = _sum(total, group.scaleb(BIG[big], EXACT)), None, last_big
    return total if group is None else _sum(total, group)


def _sum(total: Decimal | None, value: Decimal) -> Decimal:
    """Add, and keep the place of the last written digit: nothing is written in a zero."""
    return value if total is None else EXACT.add(total, value)


def _kanji(text: str) -> Decimal | None:
    for other, usual in OTHER_SIZES.items():
        text = text.replace(other, usual)
    whole, _, fraction = text.partition("・")
    if not any(char in SMALL or char in BIG for char in whole):
        digits = "".join(_DIGITS[char] for char in whole)
        if digits in _ONE_OR_THE_NEXT and not fraction:
            return None
        decimals = "".join(_DIGITS[char] for char in fraction)
        return Decimal(f"{digits}.{decimals}" if decimals else digits)
    return None if fraction else _positional(whole)


def _positional(text: str) -> Decimal | None:
    """Return the value of kanji with powers: ``十二万三千四百五十六``.

    Sizes alone are those of a unit: 千冊.
    """
    if _OF_UNITS.issuperset(text):
        return None
    total = group = digit = 0
    last_small = last_big = 99
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = int(_DIGITS[char])
        elif char in SMALL:
            if SMALL[char] >= last_small:
                return None
            last_small = SMALL[char]
            group += (digit or 1) * 10**last_small
            digit = 0
        else:
            if BIG[char] >= last_big or not group + digit:
                return None
            last_small, last_big = 99, BIG[char]
            total += (group + digit) * 10**last_big
            group = digit = 0
    return Decimal(total + group + digit)
