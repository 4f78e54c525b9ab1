"""How wide text is in a terminal, where full-width characters take two columns."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

__all__ = ["pad", "width", "wrap"]

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
    line = ""
    for unit in _units(text):
        if line and width(line) + width(unit.rstrip()) > columns:
            lines.append(line.rstrip())
            line = unit.lstrip()
        else:
            line += unit
        while width(line) > columns:
            cut = _cut(line, columns)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()]


def _columns(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _units(text: str) -> list[str]:
    """Split into stretches that should not be broken."""
    units: list[str] = []
    for char in text:
        if units and _sticks(units[-1][-1], char):
            units[-1] += char
        else:
            units.append(char)
    return units


def _sticks(before: str, char: str) -> bool:
    if char in _NOT_FIRST or before in _NOT_LAST or char == " ":
        return True
    return before != " " and _columns(before) == 1 and _columns(char) == 1


def _cut(line: str, columns: int) -> int:
    """Return how many characters fit, at least one."""
    taken = 0
    for index, char in enumerate(line):
        taken += _columns(char)
        if taken > columns:
            return max(1, index)
    return len(line)
