"""What a raised text is: the marks of notes, or a part of a unit."""

from __future__ import annotations

from typing import Final

from kpikit.language.lines import NOTE

__all__ = ["EACH_MARK", "METRE", "NOTE_MARKS"]

_LETTER: Final = "a-zａ-ｚア-ンｱ-ﾝ"
#: One mark: a number, a letter by itself, a dagger.
_MARK: Final = rf"(?<!\d)\d+(?!\d)|(?<![{_LETTER}])[a-eａ-ｅア-ンｱ-ﾝ](?![{_LETTER}])|[①-⑳†‡]"
#: What stands around marks.
_AROUND: Final = rf"(?:{NOTE}|[()（）\[\]〔〕,，、・\s])"
#: Marks of notes and nothing else: 1, ※1, (注1), 1)2), a; any letter before a bracket.
NOTE_MARKS: Final = rf"{_AROUND}*(?:(?:{_MARK}){_AROUND}*)*|{_AROUND}*[A-Za-z][)）]"
#: Each of them.
EACH_MARK: Final = rf"{_MARK}|[A-Za-z]"
#: What a raised 2 or 3 belongs to: metres, and CO2.
METRE: Final = "[mｍMＭ㎞㎝㎜㍍]|CO|ＣＯ"
