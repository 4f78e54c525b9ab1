"""Marks that stand for words: dashes for no value, stars before notes, bullets."""

from __future__ import annotations

from typing import Final

__all__ = [
    "BULLETS",
    "CLOSING",
    "DASHES",
    "DITTOS",
    "GRADES",
    "NOTES",
    "NOTE_MARK",
    "NOT_FIRST",
    "NOT_LAST",
    "OPENING",
    "PLACEHOLDER",
    "STROKE",
]

#: All that is drawn like a hyphen, dash or minus sign; by itself it stands for no value.
DASHES: Final = (
    "-\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u2796\u2e3a\u2e3b"
    "\u30fc\ufe58\ufe63\uff0d\uff70"
)
#: What a cell is struck out with that has no value; wide, it is the same.
STROKE: Final = "/"
#: What an item of a list begins with; a longer dash may be a value that is not there.
BULLETS: Final = "-‐・"
#: What stands for a value in a form that shows how it is filled in: ○○, ○○人.
PLACEHOLDER: Final = r"([○〇◯●△□×＊])\1+\S{0,3}"
#: What stands for the cell above.
DITTOS: Final = ("〃", "同上", "々")
#: What a note begins with.
NOTES: Final = "※*＊"
#: What the mark of a note is written as, where a file only raises its number.
NOTE_MARK: Final = NOTES[0]
#: Brackets around what is said beside a word, as the class of a pattern has them: 受診率【％】.
OPENING: Final = r"(\[{【〔〈《<"
CLOSING: Final = r")\]}】〕〉》>"
#: What no line ends with, as Japanese is set.
NOT_LAST: Final = frozenset("（(「『【〔［[｛{〈《")
#: What no line begins with.
NOT_FIRST: Final = frozenset(
    "、。，．,.・：；:;？！?!ー―～〜）)」』】〕］]｝}〉》％%‰゛゜々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
#: A mark or letter that a legend explains: ◎：達成.
GRADES: Final = "[◎○〇●△▲×✕☆★A-ES\uff21-\uff25\uff33]"
