"""The columns of a sheet, as a spreadsheet calls them."""

from __future__ import annotations

__all__ = ["letters"]


def letters(column: int) -> str:
    """Return the letters of a column, counted from 1.

    >>> letters(3), letters(28)
    ('C', 'AB')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = f"{chr(ord('A') + rest)}{found}"
    return found
