"""The runs of a text: what is struck out, and what is raised to mark a note.

Struck text is no part of the value. A raised ``1`` behind ``12.3％`` is the mark of a note, never
the end of 12.31: it becomes ``※1`` at the end of the text, where the cell reader knows it. Behind
a metre it stays, for 100m² is an area; behind a bare 10 it may be a power, and is not read.
"""

from __future__ import annotations

from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit.language.marks import NOTE_MARK, NOTES
from kpikit.language.pattern import pattern
from kpikit.language.raised import EACH_MARK, METRE, NOTE_MARKS

__all__ = ["EQUATION", "Text", "plain", "with_line_ends"]

#: What stands for an equation: a character that no cell reads.
EQUATION: Final = "\N{REPLACEMENT CHARACTER}"

#: Line ends as files and spreadsheets escape them.
_LINE_END: Final = pattern(r"(?:_x000[Dd]_)+\n?|_x000[Aa]_|\r\n?")
_ESCAPE: Final = "_x000"
#: A raised text that marks notes, and nothing else; each of the marks.
_MARKS: Final = pattern(NOTE_MARKS)
_EACH: Final = pattern(EACH_MARK)
#: Behind what a raised 2 or 3 is no note.
_METRE: Final = pattern(rf"(?:{METRE})$")
_INDEX: Final = pattern(r"[23２３]")
#: Behind what raised digits may be a power, or belong to the number.
_POWER: Final = pattern(r"(?:(?<![\d.．,，A-Za-z])(?:10|１０)|\d[.．,，])$")
_DIGITS: Final = pattern(r"\d+")
_FIGURE: Final = pattern(r"[-+−－＋±]?\s*\d")
_NUMBER: Final = pattern(r"[\d.．,，]")
#: What stands before raised text that is neither a note nor a word, so that nothing reads it.
_RAISED: Final = "^"
#: How many characters before a raised text are looked at.
_NEAR: Final = 8


@final
@attrs.define
class Text:
    """Gathers the runs of a text.

    >>> text = Text()
    >>> text.add("98.7", struck=True)
    >>> text.add("12.3")
    >>> text.add("1", raised=True)
    >>> text.add("％")
    >>> text.value, text.struck
    ('12.3％※1', '98.7')
    """

    _pieces: list[str] = attrs.field(factory=list[str])
    _raised: list[str] = attrs.field(factory=list[str])
    _struck: list[str] = attrs.field(factory=list[str])
    _marks: list[str] = attrs.field(factory=list[str])
    #: Whether text was left out behind the last piece.
    _parted: bool = False

    def add(self, text: str, *, struck: bool = False, raised: bool = False) -> None:
        """Add a run."""
        if not text:
            return
        if struck:
            self._struck.append(text)
            self._parted = True
        elif raised:
            self._raised.append(text)
        else:
            self._end_raised()
            self._append(text)

    @property
    def value(self) -> str:
        """What is not struck out, each line without blanks around it, and behind it the marks."""
        self._end_raised()
        body = plain("".join(self._pieces))
        if self._marks and not body:
            return NOTE_MARK  # the mark alone: its number is no value
        return body + "".join(self._marks)

    @property
    def as_written(self) -> str:
        """Word for word what it says, where nothing of it is struck out or marks a note."""
        value = self.value
        is_bare = not (self._struck or self._marks)
        return with_line_ends("".join(self._pieces)) if is_bare else value

    @property
    def struck(self) -> str:
        """What is struck out."""
        return plain("".join(self._struck))

    def _append(self, text: str) -> None:
        """Add a piece; digits on both sides of what was left out are two numbers."""
        last = self._pieces[-1][-1:] if self._pieces else ""
        if self._parted and _NUMBER.match(last) and _NUMBER.match(text):
            self._pieces.append(" ")
        self._parted = False
        self._pieces.append(text)

    def _end_raised(self) -> None:
        """Take the raised runs up to here as marks of notes, or as text."""
        if not self._raised:
            return
        raised = "".join(self._raised)
        self._raised.clear()
        before = "".join(self._pieces[-_NEAR:]).rstrip()[-_NEAR:]
        text = _as_text(before, raised.strip())
        if text is None:
            marks = _EACH.findall(raised) or [""]
            self._marks += [NOTE_MARK + normalize("NFKC", mark) for mark in marks]
        elif text:
            self._append(text)


def _as_text(before: str, raised: str) -> str | None:
    """Return what a raised text is if it stays in its place, ``None`` if it marks a note."""
    if _INDEX.fullmatch(raised) and _METRE.search(before):
        return raised
    if _DIGITS.fullmatch(raised) and _POWER.search(before):
        return _RAISED + raised
    if _MARKS.fullmatch(raised) and (_EACH.search(raised) or not set(NOTES).isdisjoint(raised)):
        return None
    return _RAISED + raised if _FIGURE.match(raised) else raised


def plain(text: str) -> str:
    r"""Return lines without blanks around them, and no empty ones.

    >>> plain("50件_x000D_\n \r\n(R5) ")
    '50件\n(R5)'
    """
    lines = (line.strip() for line in with_line_ends(text).split("\n"))
    return "\n".join(line for line in lines if line)


def with_line_ends(text: str) -> str:
    r"""Return text with the line ends that a file escapes.

    >>> with_line_ends("50件_x000D_\n(R5)")
    '50件\n(R5)'
    """
    escaped = "\r" in text or _ESCAPE in text  # seen fast, and most texts have neither
    return _LINE_END.sub("\n", text) if escaped else text
