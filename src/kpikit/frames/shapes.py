"""Texts of one shape: the same but for the digits of their numbers.

A table has far more texts than shapes of texts: ``81.4％（R5）`` and ``79.9％（R5）`` are one. A
shape is learned from a few texts that are made for it, with the least and the largest numbers of
its digits and some between. It is kept only where all that is read of them is the same, but for
ends that are sums of the numbers, each so many times: once, for its negative, with zeros behind it
(万). Whatever else a reader does with a number (a year, a range, a margin, a share, a limit) shows
at the least and the largest, and such a shape is not kept.

What is never abstracted: numbers of dates, nought and one, zeros in front, digits beyond those that
a float has. What is always read by itself: a text of three numbers or more, or of two that are the
same, since they may be held against each other. For the same reason no shape of more than one
number is kept where its texts are refused: 28人から56人へ倍増 makes sense, but 57人 does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import product
from math import inf, isinf, nextafter
from operator import eq, mul
from typing import Final, NamedTuple

from kpikit.frames.ends import DIGITS, nearest
from kpikit.frames.rows import Row
from kpikit.frames.texts import Kind
from kpikit.language.years import (
    COUNTING,
    DAY,
    ERA_NAMES,
    MONTH,
    ORDINAL,
    QUARTERS,
    SHORTS,
    TERM,
    YEAR,
)
from kpikit.model.quantity import EXACT

__all__ = ["Learned", "Place", "Shape", "learned", "shape_of"]

_DIGIT: Final = "[0-9０-９]"
#: What stands before a number of a date, of a name (m3, 第3) or within another number …
_BEFORE: Final = (
    f"A-Za-zＡ-Ｚａ-ｚ{ERA_NAMES.replace(' ', '')}{SHORTS}{ORDINAL}/／~～〜'’0-9０-９.,．，"
)
#: … and what stands behind one. What is missed here costs time, and nothing else.
_BEHIND: Final = (
    rf" *(?:[{YEAR}{MONTH}{DAY}{TERM}/／]|[{COUNTING}]{YEAR}|{QUARTERS.split()[0]})"
    rf"|{_DIGIT}|[~～〜]{_DIGIT}"
)
#: What stands behind the first digit of a year in brackets.
_YEAR: Final = (
    rf"(?<=[（(\[［【〔]{_DIGIT}){_DIGIT}{{3}}(?!{_DIGIT}|[,.，．])|{_DIGIT}{{3}}[)）\]］】〕]"
)
#: A number; it begins with what is quickly looked for.
_NUMBER: Final = re.compile(
    rf"({_DIGIT}(?<![{_BEFORE}]{_DIGIT})(?!{_YEAR})"
    rf"{_DIGIT}*+(?:[,，]{_DIGIT}++)*+(?:[.．]{_DIGIT}++)?+)(?!{_BEHIND})"
)
_NARROW: Final = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
#: A number that is written as numbers are, but neither nought nor one.
_WELL_WRITTEN: Final = re.compile(
    r"(?!1\Z|[0.]+\Z)(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?"
)
#: Any digit, as the pattern of a number has it: narrow or wide.
_ANY: Final = str.maketrans("0123456789０１２３４５６７８９", "9" * 10 + "９" * 10)
_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
#: Digits of numbers between the least and the largest: days and months, years, others.
_BETWEEN: Final = ("31415926535897932384", "20192024202320222021")
#: How many pieces a text of two numbers has: those of more may be sums, shares, products.
_MOST_PIECES: Final = 5
#: How many pieces a text of one number has.
_OF_ONE: Final = 3
#: Digits that belong to one number.
_DIGITS_OF: Final = re.compile(rf"{_DIGIT}+(?:[,.，．]{_DIGIT}+)*")
#: A number as it is.
_ONCE: Final = Decimal(1)


class Place(NamedTuple):
    """Which numbers of a text an end is the sum of."""

    #: How often each number counts.
    times: tuple[Decimal, ...]
    #: What is added to them.
    more: Decimal = Decimal(0)
    #: On which side all others are, as an infinity, if the sum is no end itself; else 0.
    inwards: float = 0.0

    @property
    def alone(self) -> int | None:
        """Which number it is as it is written, ``None`` if it is none."""
        others = [each for each in self.times if each]
        is_alone = others == [_ONCE] and not self.more and not self.inwards
        return self.times.index(_ONCE) if is_alone else None

    def of(self, numbers: Sequence[str | Decimal]) -> float:
        """Return the end that it is of a text with these numbers.

        >>> Place((Decimal(10000), Decimal(1000))).of(["1", "6"])
        16000.0
        """
        parts = map(EXACT.multiply, self.times, map(Decimal, numbers))
        end = float(reduce(EXACT.add, parts, self.more))
        return nextafter(end, self.inwards) if self.inwards else end


class Shape(NamedTuple):
    """What all texts of a shape share."""

    #: Texts and, between them, its numbers: with 9 for any digit, or as they are.
    pieces: tuple[str, ...]
    #: Which of the pieces are numbers with any digits.
    open: tuple[int, ...]

    def text(self, numbers: Sequence[str]) -> str:
        """Return the text of this shape that has these numbers, each digit as wide as it was."""
        pieces = [*self.pieces]
        for at, number in zip(self.open, numbers, strict=True):
            pieces[at] = _as_wide_as(pieces[at], number)
        return "".join(pieces)

    @property
    def is_of_one(self) -> bool:
        """Whether there is but one number, of dates as well: no other can make sense of it."""
        return len(_DIGITS_OF.findall("".join(self.pieces))) == 1

    def probes(self) -> Iterator[list[str]]:
        """Yield numbers that texts of it may have: least and largest, and some between."""
        patterns = [self.pieces[at].translate(_NARROW) for at in self.open]
        yield from map(list, product(*map(_extremes, patterns)))
        for digits in _BETWEEN:
            yield [_filled(pattern, digits[at:]) for at, pattern in enumerate(patterns)]


class Learned(NamedTuple):
    """What is read of all texts of a shape."""

    #: Column → which numbers an end is, or what it always is.
    ends: dict[str, Place | float | None]
    #: Column → its value, of all others.
    others: Row
    #: For each end which number of the text it is as written, ``None`` if it is none.
    alone: tuple[int | None, ...]

    def of(self, numbers: Sequence[str]) -> list[float | None]:
        """Return the ends of a text that has these numbers."""
        return [
            float(numbers[alone])
            if alone is not None
            else end.of(numbers)
            if isinstance(end, Place)
            else end
            for alone, end in zip(self.alone, self.ends.values(), strict=True)
        ]


def shape_of(text: str) -> tuple[Shape, list[str]] | None:
    """Return the shape of a text and its numbers; ``None`` if it is to be read by itself.

    >>> shape_of("1人当たり1,234円（R5）")
    (Shape(pieces=('', '1', '人当たり', '9,999', '円（R5）'), open=(3,)), ['1234'])
    >>> shape_of("12人（男5、女7）") is None
    True
    """
    pieces = _NUMBER.split(text)
    if not 1 < len(pieces) <= _MOST_PIECES:
        return None
    found: list[int] = []
    numbers: list[str] = []
    for at in range(1, len(pieces), 2):
        written = _narrow(pieces[at])
        if len(written) <= DIGITS and _WELL_WRITTEN.fullmatch(written) is not None:
            found.append(at)
            numbers.append(_plain(written))
    if not found:
        return None
    if len(pieces) > _OF_ONE and _are_related(pieces[1::2]):
        return None
    for at in found:
        pieces[at] = _pattern(pieces[at])
    return Shape(tuple(pieces), tuple(found)), numbers


def _are_related(written: Sequence[str]) -> bool:
    """Whether two numbers are the same."""
    return len({float(_plain(_narrow(each))) for each in written}) < len(written)


def _narrow(written: str) -> str:
    return written if written.isascii() else written.translate(_NARROW)


def _plain(written: str) -> str:
    return written.replace(",", "") if "," in written else written


def _pattern(piece: str) -> str:
    """Return a number with 9 for any digit; a nought before the point stays."""
    pattern = piece.translate(_ANY)
    return piece[0] + pattern[1:] if piece[0] in "0０" else pattern


def _extremes(pattern: str) -> tuple[str, str]:
    """Return the least and the largest number of a pattern.

    >>> _extremes("9,999"), _extremes("0.99"), _extremes("9")
    (('1,000', '9,999'), ('0.01', '0.99'), ('2', '9'))
    """
    if pattern == "9":
        return "2", "9"
    least = pattern.replace("9", "0")
    return (f"{least[:-1]}1" if pattern[0] == "0" else f"1{least[1:]}"), pattern


def _filled(pattern: str, digits: str) -> str:
    """Return a number of a pattern that has some digits, none of them in front if it is nought."""
    given = iter(digits)
    filled = "".join([next(given) if char == "9" else char for char in pattern])
    return filled if pattern[0] == "0" or filled[0] != "0" else f"5{filled[1:]}"


def _as_wide_as(piece: str, number: str) -> str:
    """Return a number with each digit as wide as that of a pattern.

    >>> _as_wide_as("９，9９", "1,23")
    '１，2３'
    """
    return "".join(
        [
            digit.translate(_WIDE) if char == "９" else digit if char == "9" else char
            for char, digit in zip(piece, number, strict=True)
        ]
    )


def learned(shape: Shape, kind: Kind) -> Learned | None:
    """Return what is read of all texts of a shape, ``None`` if that is not told by its numbers.

    >>> from kpikit.frames.texts import ACTUAL, TARGET
    >>> shape, _ = shape_of("81.4％以上")
    >>> learned(shape, TARGET).ends["target_low"]
    Place(times=(Decimal('1'),), more=Decimal('0'), inwards=0.0)
    >>> shape, _ = shape_of("約1,234人")
    >>> learned(shape, ACTUAL) is None
    True
    """
    probes = [*shape.probes()]
    first = kind.read(shape.text(probes[0]))
    if first is None and not shape.is_of_one:
        return None
    rows = [first, *(kind.read(shape.text(probe)) for probe in probes[1:])]
    if not any(rows):
        return _constant(kind.refused, kind)
    read = [row for row in rows if row is not None]
    if len(read) < len(rows) or any(_differ(row, read[0], kind.others) for row in read):
        return None
    numbers = [[Decimal(_plain(each)) for each in probe] for probe in probes]
    ends: dict[str, Place | float | None] = {}
    for name in kind.numbers:
        values = [row[name] for row in read]
        is_constant = len({*values}) == 1
        ends[name] = values[0] if is_constant else _place(numbers, values)
        if ends[name] is None and not is_constant:
            return None
    return _learned(ends, {name: read[0][name] for name in kind.others})


def _constant(row: Row, kind: Kind) -> Learned:
    """Return a row that is the same for all texts."""
    ends = {name: row[name] for name in kind.numbers}
    return _learned(ends, {name: row[name] for name in kind.others})


def _learned(ends: dict[str, Place | float | None], others: Row) -> Learned:
    alone = tuple(end.alone if isinstance(end, Place) else None for end in ends.values())
    return Learned(ends, others, alone)


def _differ(row: Row, other: Row, names: Iterable[str]) -> bool:
    return any(row[name] != other[name] for name in names)


def _place(numbers: list[list[Decimal]], values: list[float | None]) -> Place | None:
    """Return which numbers an end is the sum of, ``None`` if it is no such sum.

    How often a number counts is told by its least and its largest, beside the least of all others.
    """
    if any(value is None or isinf(value) for value in values):
        return None
    sums = [nearest(value) for value in values if value is not None]
    count = len(numbers[0])
    alone = [1 << (count - 1 - at) for at in range(count)]
    times = tuple(
        (sums[largest] - sums[0]) / (numbers[largest][at] - numbers[0][at])
        for at, largest in enumerate(alone)
    )
    more = sums[0] - sum(map(mul, times, numbers[0]), Decimal(0))
    if max(len(each.as_tuple().digits) for each in (*times, *sums)) > DIGITS:
        return None
    for inwards in (0.0, inf, -inf):
        place = Place(tuple(each.normalize() for each in times), more.normalize(), inwards)
        if all(map(eq, map(place.of, numbers), values)):
            return place
    return None
