"""What is said of a text: notes, and a caret below the characters that were not understood.

Positions are offsets in the *original* text, start inclusive, end exclusive.
"""

from __future__ import annotations

from typing import final

import attrs

from kpikit._value import Value
from kpikit.language.messages import Language, say_of_file
from kpikit.language.printable import one_line
from kpikit.language.width import clip, width

__all__ = ["Issue", "Location", "Note"]

#: How much of a long cell a caret drawing shows on each side of the fault.
_CONTEXT = 40
#: What stands where a drawing is cut.
_CUT = "…"


@final
@attrs.frozen(repr=False)
class Location(Value):
    """Where a cell stands in a file.

    >>> print(Location("plan.xlsx", 12, "実績値", sheet="指標"))
    plan.xlsx[指標]:12 「実績値」
    """

    #: The file as it was named by the caller.
    file: str
    #: The line or row, counted from 1.
    line: int
    #: The heading of the column, or ``""`` for the whole line.
    column: str = ""
    #: The sheet of a workbook, or ``""``.
    sheet: str = ""

    def __str__(self) -> str:
        """Return ``file:line [column]``."""
        sheet = f"[{self.sheet}]" if self.sheet else ""
        column = f" 「{self.column}」" if self.column else ""
        return one_line(f"{self.file}{sheet}:{self.line}{column}")


@final
@attrs.frozen(repr=False)
class Note(Value):
    """Something a careful reader would want to know about a cell that was read.

    >>> import kpikit as kk
    >>> kk.read_actual("平成32年度 5件").notes
    (Note('era-overrun', end=6, detail='令和2年度'),)
    """

    #: A stable code such as ``era-overrun``.
    code: str
    #: First character it is about.
    start: int = 0
    #: One past the last character.
    end: int = 0
    #: A value that the message shows.
    detail: str = ""

    def message(self, lang: Language = "ja") -> str:
        """Say it in one sentence.

        >>> Note("era-overrun", 0, 6, "令和2年度").message("en")
        'the era had ended by then: it is 令和2年度'
        """
        return say_of_file(self.code, lang, detail=self.detail)


@final
@attrs.frozen(repr=False)
class Issue(Value):
    """Characters that were not understood.

    >>> import kpikit as kk
    >>> kk.read_actual("48.2%（目標）").issues
    (Issue('turned', '48.2%（目標）', 6, 8),)
    """

    #: A stable code such as ``no-form``.
    code: str
    #: The whole cell, as published.
    text: str
    #: First character that was not understood.
    start: int
    #: One past the last.
    end: int
    #: A value that the message shows.
    detail: str = ""
    #: Where the cell stands, where that is known.
    location: Location | None = None

    def message(self, lang: Language = "ja") -> str:
        """Say it in one sentence, without the drawing."""
        shown = self.text[self.start : self.end][:_CONTEXT]
        return say_of_file(self.code, lang, detail=self.detail, shown=shown)

    def caret(self, columns: int | None = None) -> str:
        """Draw the cell with a caret below the characters, right under full-width text.

        Args:
            columns: How wide a line may be; ``None`` for as wide as the characters need.

        >>> print(Issue("not-understood", "約１２フィート", 3, 7).caret())
        約１２フィート
              ^^^^^^^^
        """
        shown = _shown(self.text)
        before, marked, after = shown[: self.start], shown[self.start : self.end], shown[self.end :]
        left, middle, right = _window(before[-_CONTEXT:], marked, after[:_CONTEXT], columns)
        left = _CUT * (left != before) + left
        right += _CUT * (middle + right != marked + after)
        return f"{left}{middle}{right}\n{' ' * width(left)}{'^' * max(1, width(middle))}"

    def report(self, lang: Language = "ja") -> str:
        """Say where, what, and draw it: three lines."""
        where = f"{self.location}: " if self.location else ""
        drawing = self.caret().replace("\n", "\n    ")
        return f"{where}{self.message(lang)}\n    {drawing}"

    def __str__(self) -> str:
        """Return the English report."""
        return self.report("en")


def _window(before: str, marked: str, after: str, columns: int | None) -> tuple[str, str, str]:
    """Return what fits on a line of the marked stretch, and of what stands before and after it."""
    if columns is None:
        return before, marked, after
    room = max(columns - 2 * width(_CUT), 1)
    if width(marked) > room:
        return "", clip(marked, room), ""
    spare = room - width(marked)
    left = clip(before[::-1], max(spare // 2, spare - width(after)))[::-1]
    return left, marked, clip(after, spare - width(left))


def _shown(text: str) -> str:
    """Replace what would move the cursor or cannot be printed; a tab between cells is a blank."""
    return "".join(
        char
        if char.isprintable() or char == "\N{IDEOGRAPHIC SPACE}"
        else "\N{REPLACEMENT CHARACTER}"
        for char in text.replace("\t", " ")
    )
