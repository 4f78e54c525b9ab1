"""Text in fonts that a file does not bring along.

The library draws such text in fonts of the machine, and where these have no picture of a character
it passes over the text. What a file says must not depend on that: text without pictures is kept,
and the place of a character is told by where it begins and by the widths that the file states.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final, TypeAlias

import attrs

__all__ = ["Foreign"]

#: The library passes over text that is narrower, in points.
_NOTHING: Final = 0.01

_Sides: TypeAlias = tuple[float, float, float, float]
_Shape: TypeAlias = tuple[float, float, float]


@attrs.define
class Foreign:
    """What is written on a page in fonts that the file does not bring along."""

    raw: Any
    #: The address of each such text → its font.
    fonts: dict[int, Any] = attrs.field(factory=dict[int, Any])
    #: The address of each font of the page → whether the file brings it along.
    brought: dict[int, bool] = attrs.field(factory=dict[int, bool])
    #: A font and a character → its width, and how far it reaches up and down, in sizes.
    shapes: dict[tuple[int, int], _Shape | None] = attrs.field(
        factory=dict[tuple[int, int], "_Shape | None"]
    )
    #: What the library writes its answers into.
    sides: list[ctypes.c_float] = attrs.field(factory=lambda: [ctypes.c_float() for _ in range(4)])
    origin: list[ctypes.c_double] = attrs.field(
        factory=lambda: [ctypes.c_double() for _ in range(2)]
    )

    def see(self, text: Any) -> None:
        """Note a text that is drawn, and let the library keep it, before its text is taken."""
        font = self.raw.FPDFTextObj_GetFont(text)
        if not font or self._is_brought(font):
            return
        self.fonts[_address(text)] = font
        self.raw.FPDFPageObj_GetBounds(text, *self.sides)
        left, _, right, _ = self.sides
        if right.value - left.value < _NOTHING and self._has_size(text):
            self._widen(text)

    def _is_brought(self, font: Any) -> bool:
        at = _address(font)
        if at not in self.brought:
            self.brought[at] = self.raw.FPDFFont_GetIsEmbedded(font) != 0
        return self.brought[at]

    def _has_size(self, text: Any) -> bool:
        size, matrix = self.sides[0], self.raw.FS_MATRIX()
        self.raw.FPDFTextObj_GetFontSize(text, size)
        self.raw.FPDFPageObj_GetMatrix(text, matrix)
        return bool(size.value * (matrix.a * matrix.d - matrix.b * matrix.c))

    def _widen(self, text: Any) -> None:
        """Let a text be drawn as lines: these have a width, if its characters have none."""
        self.raw.FPDFTextObj_SetTextRenderMode(text, self.raw.FPDF_TEXTRENDERMODE_STROKE)
        self.raw.FPDFPageObj_SetStrokeWidth(text, 1)
        self.raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 0, 0)  # measured again

    def around(self, handle: Any, at: int, code: int) -> _Sides | None:
        """Return the box of a character of such text, in the library's coordinates.

        Args:
            handle: The text of the page.
            at: Which character of it.
            code: The code of that character.
        """
        text = self.raw.FPDFText_GetTextObject(handle, at)
        font = self.fonts.get(_address(text)) if text else None
        shape = self._shape(font, code) if font and code else None
        return self._placed(handle, at, shape) if shape else None

    def _shape(self, font: Any, code: int) -> _Shape | None:
        key = _address(font), code
        if key not in self.shapes:
            width, up, down = self.sides[:3]
            self.raw.FPDFFont_GetGlyphWidth(font, code, 1, width)
            self.raw.FPDFFont_GetAscent(font, 1, up)
            self.raw.FPDFFont_GetDescent(font, 1, down)
            # The step of upright writing goes down, and its letters are as wide as they are high.
            along = width.value if width.value >= 0 else 1
            self.shapes[key] = (along, up.value, down.value) if along else None
        return self.shapes[key]

    def _placed(self, handle: Any, at: int, shape: _Shape) -> _Sides:
        matrix, (x, y) = self.raw.FS_MATRIX(), self.origin
        self.raw.FPDFText_GetMatrix(handle, at, matrix)
        self.raw.FPDFText_GetCharOrigin(handle, at, x, y)
        along, up, down = (self.raw.FPDFText_GetFontSize(handle, at) * each for each in shape)
        xs = sorted((matrix.c * down, matrix.a * along + matrix.c * up))
        ys = sorted((matrix.d * down, matrix.b * along + matrix.d * up))
        return x.value + xs[0], y.value + ys[0], x.value + xs[1], y.value + ys[1]


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents)
