"""Words in the number formats of a spreadsheet."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import either

__all__ = ["COLOUR", "COLOURS", "GENERAL"]

#: The format that is none, as spreadsheets in English, in Japanese and in Chinese call it.
GENERAL: Final = either("General G/標準 G/通用格式 Standard")
#: What stands before the number of a colour.
COLOUR: Final = either("Color 色")
#: The colours of a section, in English and in Japanese.
COLOURS: Final = either("Black Blue Cyan Green Magenta Red White Yellow 黒 青 水 緑 紫 赤 白 黄")
