"""Cells that a spreadsheet would take for a formula: written as text, and read back.

An apostrophe is put before such a cell of a text file, which spreadsheets understand as *text
follows*, and before one that already has an apostrophe there, so that nothing is lost.
"""

from __future__ import annotations

from typing import Final

from kpikit.language.pattern import pattern

__all__ = ["escaped", "is_escaped", "unescaped"]

#: What is put before such a cell.
_SIGN: Final = "'"

#: What begins a formula; Japanese spreadsheets take the full-width signs too.
_FORMULA: Final = pattern("'*[=+\\-@\\t\\r\\n＝＋－＠]")
_ESCAPED: Final = pattern("'+[=+\\-@\\t\\r\\n＝＋－＠]")


def escaped(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula. Inverse of :func:`unescaped`.

    >>> escaped("- "), escaped("—"), escaped("'=A1")
    ("'- ", '—', "''=A1")
    """
    return f"{_SIGN}{cell}" if _FORMULA.match(cell) else cell


def is_escaped(text: str) -> bool:
    """Whether a text may hold such cells.

    >>> is_escaped("目標値,'-5"), is_escaped("目標値,-5")
    (True, False)
    """
    return _SIGN in text


def unescaped(cell: str) -> str:
    """Return a cell as it was before it was written. Inverse of :func:`escaped`.

    >>> unescaped("'- "), unescaped("'86年")
    ('- ', "'86年")
    """
    return cell[1:] if _ESCAPED.match(cell) else cell
