"""Texts of one shape: the same but for the digits of their numbers.

A table has far more texts than shapes of texts: ``81.4％（R5）`` and ``79.9％（R5）`` are one. A
shape is learned from a few texts that are made for it, with the least and the largest numbers of
its digits and some between. It is kept only where all that is read of them is the same, but for
ends that are sums of the numbers, each so many times: once, for its negative, with zeros behind it
(万). Whatever else a reader does with a number (a year, a range, a margin, a share, a limit) shows
at the least and the largest, and such a shape is not kept.

What is never abstracted: numbers of dates, nought and one, zeros in front, digits beyond those that
a float has. What is always read by itself: a text of more than five numbers, or of which one may be
told by the others (the same, their sum, their share, how often one goes into the other, the first,
second and third of a list), since they may be held against each other. For the same reason no
shape of more than one number is kept where its texts are refused (28人から56人へ倍増 makes sense,
but 57人 does not), and none of more than two whose ends are told by its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, reduce
from itertools import permutations, product
from math import inf, isclose, isinf, nextafter
from operator import eq, mul
from typing import Final, NamedTuple, Self

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

__all__ = ["Learned", "Place", "Shape", "learned", "pattern_of"]

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
#: What a well-written number of one or more begins with.
_FIRST: Final = frozenset("123456789")
#: Digits of numbers between the least and the largest: days and months, years, others.
_BETWEEN: Final = ("31415926535897932384", "20192024202320222021")
#: Digits in the middle between those.
_MIDDLE: Final = ("31415926535897932384", "54546364545453625451", "73256173205080756887")
#: How many numbers a text has at most.
_MOST: Final = 5
#: From how many numbers on each may be told by two others.
_MANY: Final = 3
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

    @classmethod
    def of(cls, pattern: str) -> Self:
        """Return the shape of all texts that have a pattern.

        >>> Shape.of("1人当たり9,999円（R5）")
        Shape(pieces=('', '1', '人当たり', '9,999', '円（R5）'), open=(3,))
        """
        pieces = (*_NUMBER.split(pattern),)
        numbers = range(1, len(pieces), 2)
        return cls(pieces, tuple(at for at in numbers if _is_open(_narrow(pieces[at]))))

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

    @property
    def is_of_many(self) -> bool:
        """Whether it has more than two numbers, each of which may be told by the others."""
        return len(self.pieces) // 2 >= _MANY

    def probes(self) -> Iterator[list[str]]:
        """Yield numbers that texts of it may have: least and largest, and some between.

        Of many numbers no two are at the same end, which would be two that are the same; of any two
        each is once the larger one.
        """
        patterns = [self.pieces[at].translate(_NARROW) for at in self.open]
        if self.is_of_many:
            levels = [[*_levels(each)] for each in patterns]
            count = max(2, len(levels))
            for turn, ahead in product(range(count), (1, -1)):
                yield [each[(turn + ahead * at) % count - 1] for at, each in enumerate(levels)]
        else:
            yield from map(list, product(*map(_extremes, patterns)))
        for digits in _BETWEEN:
            yield [_filled(pattern, digits[at:]) for at, pattern in enumerate(patterns)]


class Learned(NamedTuple):
    """What is read of all texts of a shape."""

    #: Column → which numbers an end is, or what it always is.
    ends: dict[str, Place | float | None]
    #: Column → its value, of all others.
    others: Row
    #: Each end, after which number of the text it is as written, ``None`` if it is none.
    each: tuple[tuple[int | None, Place | float | None], ...]

    def of(self, written: str) -> list[float | None]:
        """Return the ends of a text that has these numbers, which have blanks between."""
        numbers = written.split()
        floats = [*map(float, numbers)]
        return [
            floats[alone]
            if alone is not None
            else end.of(numbers)
            if isinstance(end, Place)
            else end
            for alone, end in self.each
        ]


def pattern_of(text: str) -> tuple[str, str]:
    """Return a text with 9 for the digits of its numbers, and those, with blanks between.

    There is no pattern of a text that has no shape.

    >>> pattern_of("1人当たり1,234円（R5）")
    ('1人当たり9,999円（R5）', '1234')
    >>> pattern_of("12人（男5人、女7人）")
    ('', '')
    """
    outline = text.translate(_ANY)
    places = _places(outline)
    if len(places) == 1 and places[0].is_all:
        (start, stop, _) = places[0]
        written = text[start:stop]
        if written[0] in _FIRST and written != "1":
            return outline, written.replace(",", "")
    return _pattern_of_several(text, outline, places)


def _pattern_of_several(text: str, outline: str, places: Sequence[_Where]) -> tuple[str, str]:
    """Return the pattern of any text, and its numbers."""
    pieces: list[str] = []
    numbers: list[str] = []
    end = 0
    for start, stop, _ in places:
        written = _narrow(text[start:stop])
        if _is_open(written):
            numbers.append(_plain(written))
            kept = start + (written[0] == "0")  # before the point
            pieces += (text[end:kept], outline[kept:stop])
        else:
            pieces.append(text[end:stop])
        end = stop
    if not numbers or (len(places) > 1 and _may_be_related(text, places)):
        return "", ""
    return "".join((*pieces, text[end:])), " ".join(numbers)


class _Where(NamedTuple):
    """Where a number is in all texts that are the same but for their digits."""

    start: int
    stop: int
    #: Whether it has all digits of the text, narrow and well written.
    is_all: bool


@lru_cache(maxsize=1 << 16)
def _places(outline: str) -> tuple[_Where, ...]:
    """Return where the numbers are in all texts that are the same but for their digits.

    There are none where there are too many.
    """
    count = sum(map(str.isdigit, outline))
    found = [
        _Where(*each.span(), _is_open(each[0]) and sum(map(str.isdigit, each[0])) == count)
        for each in _NUMBER.finditer(outline)
    ]
    return tuple(found) if len(found) <= _MOST else ()


def _is_open(written: str) -> bool:
    """Whether a number may have any digits."""
    return len(written) <= DIGITS and _WELL_WRITTEN.fullmatch(written) is not None


def _may_be_related(text: str, places: Sequence[_Where]) -> bool:
    """Whether one of several numbers may be told by the others.

    Of many only what is counted in one unit is looked at: 1.5千人 and 500人 are 2,000人.
    """
    written = [_plain(_narrow(text[start:stop])) for start, stop, _ in places]
    numbers = [*map(float, written)]
    if len({*numbers}) < len(numbers) or [*map(int, numbers)] == [*range(1, len(numbers) + 1)]:
        return True
    if len(numbers) < _MANY:
        return False
    ends = [
        (number, 0.5 * 10 ** -len(each.partition(".")[2]))
        for number, each in zip(numbers, written, strict=True)
    ]
    return (
        len({text[stop : stop + 1] for _, stop, _ in places}) > 1
        or any(
            isclose(one, other + last) or any(abs(one - each) <= off for each in _made(other, last))
            for (one, off), (other, _), (last, _) in permutations(ends, _MANY)
        )
        or any(isclose(2 * each, sum(numbers)) for each in numbers)
    )


def _made(number: float, other: float) -> Iterator[float]:
    """Yield what two numbers make: how often one goes into the other, their share, a change."""
    if other:
        yield number / other
        yield 100 * number / other
        yield abs(100 * (number - other) / other)


def _narrow(written: str) -> str:
    return written if written.isascii() else written.translate(_NARROW)


def _plain(written: str) -> str:
    return written.replace(",", "") if "," in written else written


def _extremes(pattern: str) -> tuple[str, str]:
    """Return the least and the largest number of a pattern.

    >>> _extremes("9,999"), _extremes("0.99"), _extremes("9")
    (('1,000', '9,999'), ('0.01', '0.99'), ('2', '9'))
    """
    if pattern == "9":
        return "2", "9"
    least = pattern.replace("9", "0")
    return (f"{least[:-1]}1" if pattern[0] == "0" else f"1{least[1:]}"), pattern


def _levels(pattern: str) -> Iterator[str]:
    """Yield the least number of a pattern, some that are larger, and last the largest."""
    least, largest = _extremes(pattern)
    yield least
    yield from (_filled(pattern, digits) for digits in _MIDDLE)
    yield largest


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
    >>> learned(Shape.of("99.9％以上"), TARGET).ends["target_low"]
    Place(times=(Decimal('1'),), more=Decimal('0'), inwards=0.0)
    >>> learned(Shape.of("約9,999人"), ACTUAL) is None
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
        if not is_constant and (ends[name] is None or shape.is_of_many):
            return None
    return _learned(ends, {name: read[0][name] for name in kind.others})


def _constant(row: Row, kind: Kind) -> Learned:
    """Return a row that is the same for all texts."""
    ends = {name: row[name] for name in kind.numbers}
    return _learned(ends, {name: row[name] for name in kind.others})


def _learned(ends: dict[str, Place | float | None], others: Row) -> Learned:
    each = tuple((end.alone if isinstance(end, Place) else None, end) for end in ends.values())
    return Learned(ends, others, each)


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
