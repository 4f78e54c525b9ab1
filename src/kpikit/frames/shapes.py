"""Texts of one shape: the same but for the digits of their numbers.

A table has far more texts than shapes of texts: ``81.4％（R5）`` and ``79.9％（R5）`` are one. A
shape is learned from a few texts that are made for it, with the least and the largest numbers of
its digits and some between. It is kept only where all that is read of them is the same, but for
ends that are each one of the numbers: itself or its negative, with zeros behind it (万), perhaps
without the number itself (未満). Whatever else a reader does with a number (a year, a range, a
margin, a share, a limit) shows at the least and the largest, and such a shape is not kept.

What is never abstracted: numbers of dates, nought and one, zeros in front, digits beyond those that
a float has. What is always read by itself: a text in which two numbers are the same or one is the
sum of the others, since they may be held against each other; and one of a shape of which any is
refused, since other numbers may make sense of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, product
from math import inf, isclose, nextafter
from typing import Any, Final, NamedTuple

from kpikit.frames.ends import DIGITS
from kpikit.frames.rows import Row
from kpikit.frames.texts import Kind

__all__ = ["Learned", "Place", "Shape", "learned", "shape_of"]

_DIGIT: Final = "[0-9０-９]"
#: What stands before a number of a date, of a name (m3, 第3) or within another number …
_BEFORE: Final = "A-Za-zＡ-Ｚａ-ｚ明治大正昭和平成令第/／~～〜'’0-9０-９.,．，"
#: … and what stands behind one. What is missed here costs time, and nothing else.
_BEHIND: Final = rf" *[年月日期/／]|{_DIGIT}| *[かカヵヶケ箇]年| *四半期|[~～〜]{_DIGIT}"
_YEAR: Final = rf"(?<=[（(\[［【〔]){_DIGIT}{{4}}(?!{_DIGIT}|[,.，．])|{_DIGIT}{{4}}[)）\]］】〕]"
_NUMBER: Final = re.compile(
    rf"(?<![{_BEFORE}])(?!{_YEAR})"
    rf"({_DIGIT}++(?:[,，]{_DIGIT}++)*+(?:[.．]{_DIGIT}++)?+)(?!{_BEHIND})"
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
_BETWEEN: Final = ("31415926535897932384", "20192024202320222021", "12243648607284965152")
#: Shapes of more numbers are not learned: there would be too many least and largest together.
_MOST_NUMBERS: Final = 4
#: How many zeros words put behind a number (兆).
_ZEROS: Final = (0, 4, 8, 3, 6, 2, 1, 7, 12, 5, 9, 10, 11, 13)


class Place(NamedTuple):
    """Which number of a text an end is, and how."""

    #: Which of the numbers.
    number: int
    #: ``-`` for its negative.
    sign: str = ""
    #: The zeros behind it.
    zeros: int = 0
    #: On which side of the number all others are, as an infinity; 0 if it is an end itself.
    inwards: float = 0.0

    def of(self, numbers: Sequence[str]) -> float:
        """Return the end that it is of a text with these numbers.

        >>> Place(0, "-", 4).of(["1.6"])
        -16000.0
        """
        written = numbers[self.number]
        if self.sign or self.zeros:
            written = f"{self.sign}{written}e{self.zeros}"
        end = float(written)
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

    def probes(self) -> Iterator[list[str]]:
        """Yield numbers that texts of it may have: least and largest, and some between."""
        patterns = [self.pieces[at].translate(_NARROW) for at in self.open]
        yield from map(list, product(*map(_extremes, patterns)))
        for digits in _BETWEEN:
            yield [_filled(pattern, digits[at:]) for at, pattern in enumerate(patterns)]


class Learned(NamedTuple):
    """What is read of all texts of a shape."""

    #: Column → which number an end is, or the number that it always is.
    ends: dict[str, Place | float | None]
    #: Column → its value, of all others.
    others: dict[str, Any]


def shape_of(text: str) -> tuple[Shape, list[str]] | None:
    """Return the shape of a text and its numbers; ``None`` if it is to be read by itself.

    >>> shape_of("1人当たり1,234円（R5）")
    (Shape(pieces=('', '1', '人当たり', '9,999', '円（R5）'), open=(3,)), ['1234'])
    >>> shape_of("12人（男5、女7）") is None
    True
    """
    pieces = _NUMBER.split(text)
    if len(pieces) == 1:
        return None
    written = [each.translate(_NARROW) for each in pieces[1::2]]
    if len(written) > 1 and _are_related(written):
        return None
    is_open = [_is_open(each) for each in written]
    if not 0 < sum(is_open) <= _MOST_NUMBERS:
        return None
    for at in compress(range(1, len(pieces), 2), is_open):
        pieces[at] = _pattern(pieces[at])
    places = tuple(compress(range(1, len(pieces), 2), is_open))
    return Shape(tuple(pieces), places), [_plain(each) for each in compress(written, is_open)]


def _is_open(written: str) -> bool:
    """Whether other digits would make a number of the same kind."""
    return len(written) <= DIGITS and _WELL_WRITTEN.fullmatch(written) is not None


def _are_related(written: Sequence[str]) -> bool:
    """Whether two numbers are the same, or one is the sum of all others."""
    values = [float(_plain(each)) for each in written]
    return len({*values}) < len(values) or isclose(2 * max(values), sum(values))


def _plain(written: str) -> str:
    return written.replace(",", "")


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
    Place(number=0, sign='', zeros=0, inwards=0.0)
    >>> shape, _ = shape_of("約1,234人")
    >>> learned(shape, ACTUAL) is None
    True
    """
    probes = [*shape.probes()]
    rows: list[Row] = []
    for probe in probes:
        row = kind.read(shape.text(probe))
        if row is None or any(row[name] != rows[0][name] for name in kind.others if rows):
            return None
        rows.append(row)
    numbers = [[_plain(each) for each in probe] for probe in probes]
    ends: dict[str, Place | float | None] = {}
    for name in kind.numbers:
        values = [row[name] for row in rows]
        if len({*values}) == 1:
            ends[name] = values[0]
            continue
        place = next(_places(numbers, values), None)
        if place is None:
            return None
        ends[name] = place
    return Learned(ends, {name: rows[0][name] for name in kind.others})


def _places(numbers: list[list[str]], values: list[float | None]) -> Iterator[Place]:
    """Yield which of the numbers, and how, all values are."""
    if None in values:
        return
    for zeros, inwards, sign, number in product(
        _ZEROS, (0.0, inf, -inf), ("", "-"), range(len(numbers[0]))
    ):
        place = Place(number, sign, zeros, inwards)
        if all(place.of(each) == value for each, value in zip(numbers, values, strict=True)):
            yield place
