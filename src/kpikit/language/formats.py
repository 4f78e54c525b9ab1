"""Words in the number formats of a spreadsheet."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import either

__all__ = ["COLOURS", "GENERAL"]

#: The format that is none, as spreadsheets in Japanese call it.
GENERAL: Final = "G/標準"
#: The colours of a section, in English and in Japanese.
COLOURS: Final = either("Black Blue Cyan Green Magenta Red White Yellow 黒 青 水 緑 紫 赤 白 黄")
