"""What is drawn on a page: characters, rules and filled boxes, turned so that text is upright.

Places count from the upper left corner, in points.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Any, Final, NamedTuple, TypeAlias, final

import attrs

from kpikit.io.extras import required
from kpikit.language.radicals import typed

__all__ = ["EXTRA", "THIN", "Box", "Glyph", "Page", "Rule", "page_of", "pdfium"]

EXTRA: Final = "pdf-in"
#: A filled box at most so thick is a rule.
THIN: Final = 3.0
#: A stroke is at least so long, or it is part of a picture.
_SHORT: Final = 3.0
#: How far the ends of a rule may be out of line.
_ASLANT: Final = 1.0
#: Forms within forms are looked into so deep.
_DEEP: Final = 6
#: A box has so many corners, or one more where the first is said again.
_CORNERS: Final = (4, 5)
#: What the library gives for a hyphen at the end of a line.
_HYPHENS: Final = (0x02, 0xFFFE)
#: A character that has no code.
UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
#: A font's box is at most so much higher than its size, or there is something wrong with the size.
_TALL: Final = 2.0

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_Segment: TypeAlias = tuple[float, float, float, float]
_IDENTITY: Final[_Matrix] = (1, 0, 0, 1, 0, 0)


class Glyph(NamedTuple):
    """A character where it is drawn."""

    #: The character; two where one picture stands for two.
    text: str
    left: float
    top: float
    right: float
    bottom: float
    #: The size of its font.
    size: float

    @property
    def x(self) -> float:
        """Its centre."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """Its centre."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A straight rule, level or upright."""

    #: How far down a level rule is, how far right an upright one.
    at: float
    #: Where it begins.
    start: float
    #: Where it ends.
    end: float


class Box(NamedTuple):
    """A stretch of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is within."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    @property
    def area(self) -> float:
        """How much of the page it is."""
        return (self.right - self.left) * (self.bottom - self.top)


@final
@attrs.frozen
class Page:
    """What is drawn on a page."""

    #: Counted from 1.
    number: int
    width: float
    height: float
    #: In the order in which they are drawn.
    glyphs: list[Glyph]
    level: list[Rule]
    upright: list[Rule]
    #: Boxes that are filled and have no rule around them.
    fills: list[Box]
    #: Whether there is a picture on it.
    pictured: bool


def pdfium() -> Any:
    """Return the functions of the library.

    Raises:
        MissingDependencyError: It is not here.
    """
    required("pypdfium2", EXTRA)
    return required("pypdfium2.raw", EXTRA)


def page_of(page: Any, number: int, most: int) -> Page | None:
    """Read what is drawn on a page; ``None`` where there are more than *most* things."""
    text = page.get_textpage()
    try:
        if text.count_chars() > most:
            return None
        letters = _letters(pdfium(), text)
        drawn = _Drawn(pdfium(), most)
        return _turned(page.get_bbox(), letters, drawn, number) if drawn.walk(page) else None
    finally:
        text.close()


class _Letter(NamedTuple):
    text: str
    box: Box
    size: float
    #: In which direction it is written: quarter turns against the clock; ``None``: aslant.
    turn: int | None


def _letters(raw: Any, text: Any) -> list[_Letter]:
    """Return the characters that the page itself has; the library adds blanks and line ends."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    found: list[_Letter] = []
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        char = _char(code, raw.FPDFText_HasUnicodeMapError(text, at) == 1)
        if not char or not raw.FPDFText_GetLooseCharBox(text, at, box):
            continue
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        place = Box(box.left, box.bottom, box.right, box.top)
        found.append(_Letter(char, place, size, _quarter(matrix.a, matrix.b)))
    return found


def _char(code: int, unknown: bool) -> str:  # noqa: FBT001 - of a library
    """Return the character of a code; what has none must not vanish from a figure."""
    if code in _HYPHENS:
        return "-"
    if unknown or code == 0:
        return UNKNOWN
    char = chr(code)
    return "" if char in "\r\n" else char


def _quarter(a: float, b: float) -> int | None:
    """Return how many quarters a character is turned, ``None`` if it stands aslant."""
    along, across = abs(a), abs(b)
    if min(along, across) > max(along, across) / 10:
        return None
    if along >= across:
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


@attrs.define
class _Drawn:
    """Walks through what is drawn on a page beside text, in the library's own coordinates."""

    raw: Any
    #: How many pieces of paths there may be.
    most: int
    segments: list[_Segment] = attrs.field(factory=list[_Segment])
    fills: list[Box] = attrs.field(factory=list[Box])
    pictured: bool = False

    def walk(self, page: Any) -> bool:
        """Look at all objects; return whether there were not too many."""
        count, get = self.raw.FPDFPage_CountObjects, self.raw.FPDFPage_GetObject
        for at in range(count(page)):
            self._see(get(page, at), _IDENTITY, _DEEP)
        return self.most >= 0

    def _see(self, thing: Any, outer: _Matrix, deep: int) -> None:
        kind = self.raw.FPDFPageObj_GetType(thing)
        if kind == self.raw.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer)
        elif kind == self.raw.FPDF_PAGEOBJ_IMAGE:
            self.pictured = True
        elif kind == self.raw.FPDF_PAGEOBJ_FORM and deep and self.most >= 0:
            inner = _times(self._matrix(thing), outer)
            for at in range(self.raw.FPDFFormObj_CountObjects(thing)):
                self._see(self.raw.FPDFFormObj_GetObject(thing, at), inner, deep - 1)

    def _matrix(self, thing: Any) -> _Matrix:
        matrix = self.raw.FS_MATRIX()
        self.raw.FPDFPageObj_GetMatrix(thing, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _path(self, path: Any, outer: _Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self.raw.FPDFPath_GetDrawMode(path, fill, stroke)
        count = self.raw.FPDFPath_CountSegments(path)
        self.most -= count
        if self.most < 0 or not (fill.value or stroke.value):
            return
        if not stroke.value and count in _CORNERS:
            self._filled(self._bounds(path, outer))
            return
        for points in self._outlines(path, _times(self._matrix(path), outer), count):
            if stroke.value:
                self._stroked(points)
            elif len(points) in _CORNERS:
                self._filled(_around(points))

    def _bounds(self, path: Any, outer: _Matrix) -> Box:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        self.raw.FPDFPageObj_GetBounds(path, left, bottom, right, top)
        corners = (left.value, bottom.value), (right.value, top.value)
        return _around([_moved(outer, *corner) for corner in corners])

    def _stroked(self, points: Sequence[tuple[float, float]]) -> None:
        self.segments += [
            (*one, *other)
            for one, other in pairwise(points)
            if abs(other[0] - one[0]) + abs(other[1] - one[1]) > _SHORT
        ]

    def _filled(self, box: Box) -> None:
        """Keep a filled box: one that is thin is a rule, a dot may be one of any rule."""
        wide, high = box.right - box.left, box.bottom - box.top
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if wide > THIN and high > THIN:
            self.fills.append(box)
        if high <= THIN:
            self.segments.append((box.left, y, box.right, y))
        if wide <= THIN:
            self.segments.append((x, box.top, x, box.bottom))

    def _outlines(
        self, path: Any, matrix: _Matrix, count: int
    ) -> Iterator[list[tuple[float, float]]]:
        """Yield the straight stretches of a path, point by point."""
        points: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for at in range(count):
            piece = self.raw.FPDFPath_GetPathSegment(path, at)
            self.raw.FPDFPathSegment_GetPoint(piece, x, y)
            if self.raw.FPDFPathSegment_GetType(piece) != self.raw.FPDF_SEGMENT_LINETO:
                if points:
                    yield points
                points = []
            points.append(_moved(matrix, x.value, y.value))
            if self.raw.FPDFPathSegment_GetClose(piece):
                points.append(points[0])
        if points:
            yield points


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Return the matrix that does what *inner* does, then *outer*."""
    a, b, c, d, e, f = inner
    rows = [(a, b, 0.0), (c, d, 0.0), (e, f, 1.0)]
    n = [
        (p * outer[0] + q * outer[2] + r * outer[4], p * outer[1] + q * outer[3] + r * outer[5])
        for p, q, r in rows
    ]
    return (*n[0], *n[1], *n[2])


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _turned(
    bounds: tuple[float, float, float, float], letters: list[_Letter], drawn: _Drawn, number: int
) -> Page:
    """Turn a page so that most of its text is upright, and its first line on top."""
    turns = Counter(letter.turn for letter in letters if letter.turn is not None)
    quarters = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = bounds

    def turned(x: float, y: float) -> tuple[float, float]:
        match quarters:
            case 0:
                return x - left, top - y
            case 1:
                return y - bottom, x - left
            case 2:
                return right - x, y - bottom
            case _:
                return top - y, right - x

    def boxed(box: Box) -> Box:
        return _around([turned(box.left, box.top), turned(box.right, box.bottom)])

    paper = boxed(Box(*bounds))
    glyphs = [_glyph(letter, boxed(letter.box)) for letter in letters if letter.turn is not None]
    level, upright = _straight(
        [(*turned(*segment[:2]), *turned(*segment[2:])) for segment in drawn.segments]
    )
    return Page(
        number,
        paper.right,
        paper.bottom,
        [glyph for glyph in glyphs if paper.holds(glyph.x, glyph.y)],
        [rule for rule in level if 0 <= rule.at <= paper.bottom],
        [rule for rule in upright if 0 <= rule.at <= paper.right],
        [boxed(fill) for fill in drawn.fills],
        drawn.pictured,
    )


def _glyph(letter: _Letter, box: Box) -> Glyph:
    """Return a character on the turned page; where the font's size is odd, its box tells it."""
    high = box.bottom - box.top
    size = letter.size if high <= letter.size * _TALL else high
    return Glyph(typed(letter.text), *box, size)


def _straight(segments: Iterable[_Segment]) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright rules."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for left, top, right, bottom in segments:
        wide, high = abs(right - left), abs(bottom - top)
        if high <= _ASLANT and high <= wide:
            level.append(Rule((top + bottom) / 2, min(left, right), max(left, right)))
        elif wide <= _ASLANT:
            upright.append(Rule((left + right) / 2, min(top, bottom), max(top, bottom)))
    return level, upright
