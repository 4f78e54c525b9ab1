"""What is drawn on a page: characters, rules and filled boxes, turned so that text is upright.

Places count from the upper left corner, in points.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import cache
from itertools import pairwise
from math import hypot
from typing import Any, Final, NamedTuple, TypeAlias, final

import attrs

from kpikit.io.extras import required
from kpikit.io.pdf.fonts import Foreign
from kpikit.language.radicals import typed

__all__ = ["EXTRA", "UNKNOWN", "Box", "Glyph", "Page", "Rule", "page_of", "pdfium"]

EXTRA: Final = "pdf-in"
#: A filled box at most so thick is a rule.
_THIN: Final = 3.0
#: A stroke is at least so long, or it is part of a picture.
_SHORT: Final = 3.0
#: How far the ends of a rule may be out of line.
_ASLANT: Final = 1.0
#: Forms within forms are looked into so deep.
_DEEP: Final = 6
#: A box has so many corners, or one more where the first is said again.
_CORNERS: Final = (4, 5)
#: What the library adds between characters.
_ADDED: Final = frozenset((0x0A, 0x0D, 0x20))
_BLANK: Final = 0x20
#: How far within the box that cuts it off a character is taken to stand.
_INSIDE: Final = 1.0
#: What the library gives for a hyphen at the end of a line.
_HYPHENS: Final = (0x02, 0xFFFE)
#: A character that has no code.
UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
#: A font's box is at most so much higher than its size, or there is something wrong with the size.
_TALL: Final = 2.0

_Sides: TypeAlias = tuple[float, float, float, float]
_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
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
    drawn = _Drawn(pdfium(), most, Foreign(pdfium()))
    if not drawn.walk(page):
        return None
    with closing(page.get_textpage()) as text:
        if text.count_chars() > most:
            return None
        letters = _letters(pdfium(), text, drawn)
        return _turned(page.get_bbox(), letters, drawn, number)


def _letters(raw: Any, text: Any, drawn: _Drawn) -> list[tuple[Glyph, int | None]]:
    """Return the characters of the page, without the blanks and line ends that the library adds.

    They are in the library's own coordinates, each with the direction in which it is written:
    quarter turns against the clock, ``None`` if it stands aslant.
    """
    foreign = drawn.foreign
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    to_box, to_matrix, handle = ctypes.byref(box), ctypes.byref(matrix), text.raw
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    matrix_of, size_of = raw.FPDFText_GetMatrix, raw.FPDFText_GetFontSize
    found: list[tuple[Glyph, int | None]] = []
    level, size, turn = (0.0, 0.0), 0.0, None
    for at in range(text.count_chars()):
        code = code_of(handle, at)
        if code in _ADDED and (code != _BLANK or raw.FPDFText_IsGenerated(handle, at) == 1):
            continue
        box_of(handle, at, to_box)
        if level != (box.bottom, box.top):  # else it is of the size of the one before
            level = box.bottom, box.top
            matrix_of(handle, at, to_matrix)
            size = size_of(handle, at) * hypot(matrix.c, matrix.d)
            turn = _quarter(matrix.a, matrix.b)
        char = UNKNOWN if raw.FPDFText_HasUnicodeMapError(handle, at) == 1 else _char(code)
        glyph = Glyph(char, box.left, level[0], box.right, level[1], size)
        if foreign.fonts and (sides := foreign.around(handle, at, code)):
            glyph = Glyph(char, *sides, size)
        if drawn.clips and (
            clip := drawn.clips.get(_address(raw.FPDFText_GetTextObject(handle, at)))
        ):
            glyph = _within(glyph, clip)
        found.append((glyph, turn))
    return found


def _address(thing: Any) -> int | None:
    """Return what tells an object of a page from others."""
    return ctypes.cast(thing, ctypes.c_void_p).value


def _within(glyph: Glyph, clip: Box) -> Glyph:
    """Return a character within the box that its text is cut off at, as near as it may be.

    A cell whose text is longer than it is high shows the middle of it; the rest stands where the
    cells above and below are, and is none of theirs.
    """
    right, down = _into(glyph.x, clip.left, clip.right), _into(glyph.y, clip.top, clip.bottom)
    text, left, top, end, bottom, size = glyph
    return Glyph(text, left + right, top + down, end + right, bottom + down, size)


def _into(at: float, start: float, end: float) -> float:
    """Return how far a place is from a stretch, and a little more."""
    low, high = min(start, end) + _INSIDE, max(start, end) - _INSIDE
    return max(low - at, 0.0) + min(high - at, 0.0) if low <= high else 0.0


@cache
def _char(code: int) -> str:
    """Return the character of a code; what has none must not vanish from a figure."""
    if code in _HYPHENS:
        return "-"
    return typed(chr(code)) if code else UNKNOWN


def _quarter(a: float, b: float) -> int | None:
    """Return how many quarters a character is turned, ``None`` if it stands aslant."""
    if b == 0 and a > 0:
        return 0
    along, across = abs(a), abs(b)
    if min(along, across) > max(along, across) / 10:
        return None
    if along >= across:
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


@attrs.define
class _Drawn:
    """Walks through what is drawn on a page, in the library's own coordinates."""

    raw: Any
    #: How many pieces of paths there may be.
    most: int
    #: What is told of text in fonts that the file does not bring along.
    foreign: Foreign
    segments: list[_Sides] = attrs.field(factory=list[_Sides])
    #: The boxes that text is cut off at, by its object.
    clips: dict[int | None, Box] = attrs.field(factory=dict[int | None, Box])
    fills: list[Box] = attrs.field(factory=list[Box])
    pictured: bool = False
    #: What the library writes its answers into.
    modes: list[ctypes.c_int] = attrs.field(factory=lambda: [ctypes.c_int() for _ in range(2)])
    sides: list[ctypes.c_float] = attrs.field(factory=lambda: [ctypes.c_float() for _ in range(4)])

    def walk(self, page: Any) -> bool:
        """Look at all objects; return whether there were not too many."""
        for at in range(self.raw.FPDFPage_CountObjects(page.raw)):
            self._see(self.raw.FPDFPage_GetObject(page.raw, at), _IDENTITY, _DEEP)
        return self.most >= 0

    def _see(self, thing: Any, outer: _Matrix, deep: int) -> None:
        kind = self.raw.FPDFPageObj_GetType(thing)
        if kind == self.raw.FPDF_PAGEOBJ_TEXT:
            self.foreign.see(thing)
            if outer is _IDENTITY:
                self._clip(thing)
        elif kind == self.raw.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer)
        elif kind == self.raw.FPDF_PAGEOBJ_IMAGE:
            self.pictured = True
        elif kind == self.raw.FPDF_PAGEOBJ_FORM and deep and self.most >= 0:
            inner = _times(self._matrix(thing), outer)
            for at in range(self.raw.FPDFFormObj_CountObjects(thing)):
                self._see(self.raw.FPDFFormObj_GetObject(thing, at), inner, deep - 1)

    def _clip(self, thing: Any) -> None:
        """Keep the one box that text is cut off at, if there is one."""
        path = self.raw.FPDFPageObj_GetClipPath(thing)
        if not path or self.raw.FPDFClipPath_CountPaths(path) != 1:
            return
        points: list[tuple[float, float]] = []
        x, y = self.sides[:2]
        for at in range(self.raw.FPDFClipPath_CountPathSegments(path, 0)):
            self.raw.FPDFPathSegment_GetPoint(
                self.raw.FPDFClipPath_GetPathSegment(path, 0, at), x, y
            )
            points.append((x.value, y.value))
        if len(points) in _CORNERS:
            self.clips[_address(thing)] = _around(points)

    def _matrix(self, thing: Any) -> _Matrix:
        matrix = self.raw.FS_MATRIX()
        self.raw.FPDFPageObj_GetMatrix(thing, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _path(self, path: Any, outer: _Matrix) -> None:
        fill, stroke = self.modes
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
        self.raw.FPDFPageObj_GetBounds(path, *self.sides)
        left, bottom, right, top = [side.value for side in self.sides]
        if outer is _IDENTITY:
            return Box(left, bottom, right, top)
        return _around((_moved(outer, left, bottom), _moved(outer, right, top)))

    def _stroked(self, points: Sequence[tuple[float, float]]) -> None:
        self.segments += [
            _around((one, other))
            for one, other in pairwise(points)
            if abs(other[0] - one[0]) + abs(other[1] - one[1]) > _SHORT
        ]

    def _filled(self, box: Box) -> None:
        """Keep a filled box: one that is thin is a rule, a dot may be one of any rule."""
        wide, high = box.right - box.left, box.bottom - box.top
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if wide > _THIN and high > _THIN:
            self.fills.append(box)
        if high <= _THIN:
            self.segments.append((box.left, y, box.right, y))
        if wide <= _THIN:
            self.segments.append((x, box.top, x, box.bottom))

    def _outlines(self, path: Any, matrix: _Matrix, count: int) -> list[list[tuple[float, float]]]:
        """Return the straight stretches of a path, point by point."""
        found: list[list[tuple[float, float]]] = []
        x, y = self.sides[:2]
        for at in range(count):
            piece = self.raw.FPDFPath_GetPathSegment(path, at)
            self.raw.FPDFPathSegment_GetPoint(piece, x, y)
            if self.raw.FPDFPathSegment_GetType(piece) != self.raw.FPDF_SEGMENT_LINETO or not found:
                found.append([])
            found[-1].append(_moved(matrix, x.value, y.value))
            if self.raw.FPDFPathSegment_GetClose(piece):
                found[-1].append(found[-1][0])
        return found


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
    bounds: tuple[float, float, float, float],
    letters: list[tuple[Glyph, int | None]],
    drawn: _Drawn,
    number: int,
) -> Page:
    """Turn a page so that most of its text is upright, and its first line on top."""
    turns = Counter(turn for _, turn in letters if turn is not None)
    turned = _turner(turns.most_common(1)[0][0] if turns else 0, Box(*bounds))
    paper = Box(*turned(*bounds))
    glyphs = [
        _sized(Glyph(text, *turned(*box), size))
        for (text, *box, size), turn in letters
        if turn is not None
    ]
    level, upright = _straight(turned(*segment) for segment in drawn.segments)
    return Page(
        number,
        paper.right,
        paper.bottom,
        [glyph for glyph in glyphs if paper.holds(glyph.x, glyph.y)],
        [rule for rule in level if 0 <= rule.at <= paper.bottom],
        [rule for rule in upright if 0 <= rule.at <= paper.right],
        [Box(*turned(*fill)) for fill in drawn.fills],
        drawn.pictured,
    )


def _turner(quarters: int, paper: Box) -> Callable[[float, float, float, float], _Sides]:
    """Return what turns a box of the library, which counts up from below, by quarters."""
    left, bottom, right, top = paper

    def turned(x0: float, y0: float, x1: float, y1: float) -> _Sides:
        match quarters:
            case 0:
                return x0 - left, top - y1, x1 - left, top - y0
            case 1:
                return y0 - bottom, x0 - left, y1 - bottom, x1 - left
            case 2:
                return right - x1, y0 - bottom, right - x0, y1 - bottom
            case _:
                return top - y1, right - x1, top - y0, right - x0

    return turned


def _sized(glyph: Glyph) -> Glyph:
    """Correct the size of a font where it is odd: its box tells it too."""
    high = glyph.bottom - glyph.top
    return glyph if high <= glyph.size * _TALL else glyph._replace(size=high)


def _straight(segments: Iterable[_Sides]) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright rules."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for left, top, right, bottom in segments:
        wide, high = right - left, bottom - top
        if high <= _ASLANT and high <= wide:
            level.append(Rule((top + bottom) / 2, left, right))
        elif wide <= _ASLANT:
            upright.append(Rule((left + right) / 2, top, bottom))
    return level, upright
