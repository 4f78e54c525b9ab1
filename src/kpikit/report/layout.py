"""Columns of text for a terminal: how wide each is, and the lines that a row takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from kpikit.language.width import pad, width, wrap

__all__ = ["GAP", "column_widths", "hanging", "natural_widths", "row_lines"]

#: The blanks between two columns.
GAP: Final = 2
#: A column that lacks no more than this is not wrapped, if there is room.
_NEARLY: Final = 4


def column_widths(
    rows: Sequence[Sequence[str]],
    columns: int | None,
    *,
    least: int = 12,
    whole: frozenset[int] = frozenset(),
) -> tuple[int, ...] | None:
    """Share out the width of a line among the columns of a table.

    Starting from narrow columns, the one that would take the most lines is widened again and
    again, until the line is full or nothing has to be wrapped.

    Args:
        rows: The cells of every row, as many in each.
        columns: The width of a line; ``None`` for as wide as need be.
        least: How narrow a column may be made that has to be wrapped.
        whole: The columns that are never wrapped, counted from 0.

    Returns:
        The width of each column, or ``None`` if so many columns do not fit.

    >>> column_widths([["No.", "利用率"], ["1", "48.2%"]], None)
    (3, 6)
    """
    widest = natural_widths(rows)
    if columns is None:
        return widest
    widths = [each if index in whole else min(each, least) for index, each in enumerate(widest)]
    spare = columns - sum(widths) - GAP * (len(widths) - 1)
    if spare < 0:
        return None
    sizes = [[width(cell) for cell in column] for column in zip(*rows, strict=True)]
    return _widened(widths, widest, sizes, spare)


def natural_widths(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return how wide each column is if nothing is wrapped.

    >>> natural_widths([["No.", "利用率"], ["1", "48.2%"]])
    (3, 6)
    """
    return tuple(max(map(width, column)) for column in zip(*rows, strict=True))


def row_lines(
    cells: Sequence[str], widths: Sequence[int], *, right: frozenset[int] = frozenset()
) -> list[str]:
    """Lay out one row, its cells wrapped to their columns.

    Args:
        cells: The cells.
        widths: The width of each column.
        right: The columns that are set flush right, counted from 0.

    >>> row_lines(["1", "電子申請の利用促進"], [2, 12])
    ['1   電子申請の利', '    用促進']
    """
    wrapped = [_wrapped(cell, each) for cell, each in zip(cells, widths, strict=True)]
    lines: list[str] = []
    for parts in zip_longest(*wrapped, fillvalue=""):
        shown = [
            " " * (each - width(part)) + part if index in right else pad(part, each)
            for index, (part, each) in enumerate(zip(parts, widths, strict=True))
        ]
        lines.append((" " * GAP).join(shown).rstrip(" "))
    return lines


def hanging(first: str, text: str, columns: int | None) -> list[str]:
    """Set *text* behind *first*, the lines after the first indented as far.

    >>> hanging("- ", "判定できない指標", 10)
    ['- 判定でき', '  ない指標']
    """
    if columns is None:
        return [f"{first}{text}".rstrip(" ")]
    indent = " " * width(first)
    lines = wrap(text, max(columns - len(indent), 2))
    return [f"{first}{lines[0]}".rstrip(" "), *(indent + line for line in lines[1:])]


def _widened(
    widths: list[int], widest: Sequence[int], sizes: Sequence[Sequence[int]], spare: int
) -> tuple[int, ...]:
    """Share out what is left: first to those that lack little, then to the tallest."""
    for index, each in enumerate(widest):
        lacking = each - widths[index]
        if lacking <= min(_NEARLY, spare):
            widths[index], spare = each, spare - lacking
    while spare > 0:
        wrapped = [index for index, each in enumerate(widths) if each < widest[index]]
        if not wrapped:
            break
        tallest = max(wrapped, key=lambda index: _height(sizes[index], widths[index]))
        step = min(2, spare, widest[tallest] - widths[tallest])
        widths[tallest] += step
        spare -= step
    return tuple(widths)


def _wrapped(cell: str, columns: int) -> list[str]:
    """Wrap a cell; one that begins with blanks is indented as a whole."""
    text = cell.lstrip()
    indent = cell[: len(cell) - len(text)]
    return [indent + line for line in wrap(text, max(columns - width(indent), 2))]


def _height(sizes: Sequence[int], columns: int) -> int:
    """Return how tall a column is, tall cells weighing more."""
    return sum((-(-size // columns)) ** 2 for size in sizes)
