"""How wide text is in a terminal, where full-width characters take two columns."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from unicodedata import combining, east_asian_width

__all__ = ["clip", "pad", "width", "wrap"]

#: Characters that a line must not begin with (the commonest of JIS X 4051).
_NOT_FIRST = frozenset("、。，．)）」』】〕〉》]｝}:：;；!！?？%％ー々…・")
#: Characters that a line must not end with.
_NOT_LAST = frozenset("(（「『【〔〈《[｛{")


def width(text: str) -> int:
    """Return the columns that *text* takes in a terminal.

    Full-width and wide characters take 2, combining ones 0, all others 1
    (*ambiguous* ones such as ``→`` count 1, as most terminals draw them).

    >>> width("90手続 (R4)")
    11
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def pad(text: str, columns: int) -> str:
    """Fill *text* with blanks on the right up to *columns*; longer text stays as it is.

    >>> pad("達成", 6) + "|"
    '達成  |'
    """
    return text + " " * (columns - width(text))


def clip(text: str, columns: int) -> str:
    """Return as much of the beginning of *text* as takes at most *columns*.

    >>> clip("９割以上", 5)
    '９割'
    """
    ends = accumulate(map(_columns, text))
    return "".join(char for char, end in zip(text, ends, strict=True) if end <= columns)


def wrap(text: str, columns: int) -> list[str]:
    """Break *text* into lines of at most *columns*, words of letters kept whole.

    Japanese breaks anywhere but before closing and after opening marks. At
    least one line is returned, and no character but a blank at a break is lost.

    >>> wrap("成果指標達成率(重点事業)", 14)
    ['成果指標達成率', '(重点事業)']
    """
    if width(text) <= columns:
        return [text]
    lines: list[str] = []
    line, taken = "", 0
    for unit in _units(text):
        new = unit
        if taken and taken + width(unit.rstrip()) > columns:
            lines.append(line.rstrip())
            line, taken = "", 0
            new = unit.lstrip()
        if width(new.rstrip()) > columns:
            *full, new = _cut(line + new, columns)
            lines += full
            line, taken = "", 0
        line += new
        taken += width(new)
    return [*lines, line.rstrip()]


@cache
def _columns(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _units(text: str) -> list[str]:
    """Split into stretches that should not be broken."""
    starts = [index for index in range(1, len(text)) if not _sticks(text[index - 1], text[index])]
    return [text[start:end] for start, end in zip([0, *starts], [*starts, None], strict=True)]


def _sticks(before: str, char: str) -> bool:
    if char in _NOT_FIRST or before in _NOT_LAST or char == " " or combining(char):
        return True
    return before != " " and _columns(before) < 2 and _columns(char) == 1  # noqa: PLR2004


def _cut(unit: str, columns: int) -> list[str]:
    """Cut a stretch that is wider than a line, at least one character a line."""
    pieces: list[str] = []
    start = taken = 0
    for index, char in enumerate(unit):
        taken += _columns(char)
        if taken > columns and index > start:
            pieces.append(unit[start:index])
            start, taken = index, _columns(char)
    return [*pieces, unit[start:]]
