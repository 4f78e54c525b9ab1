"""Text as a spreadsheet pastes it: cells between tabs, quoted only where they hold a line end."""

from __future__ import annotations

from typing import Final

from kpikit.io.written import unescaped
from kpikit.language.pattern import pattern
from kpikit.table.lines import Row

__all__ = ["pasted_rows"]

#: A cell and what ends it. Quotes are of the text where more of it follows behind them.
_CELL: Final = pattern(r'(?:"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*))(\t|\r\n|\r|\n|\Z)')
_LINE_END: Final = pattern(r"\r\n|\r|\n")


def pasted_rows(text: str) -> list[Row]:
    r"""Split pasted text into rows of cells.

    >>> pasted_rows('指標名\t目標値\n"利用率\n(年間)"\t8割\n"X"率\t9割')
    [Row(1, ('指標名', '目標値')), Row(2, ('利用率\n(年間)', '8割')), Row(4, ('"X"率', '9割'))]
    """
    rows: list[Row] = []
    cells: list[str] = []
    first = line = 1
    for quoted, plain, end in _cells(text):
        cells.append(unescaped(quoted.replace('""', '"') or plain))
        line += len(_LINE_END.findall(quoted + end))
        if end != "\t":
            rows.append(Row(first, cells))
            cells, first = [], line
    return rows


def _cells(text: str) -> list[tuple[str, str, str]]:
    """Return what each cell has in quotes, or else what it is, and what ends it."""
    found = _CELL.findall(text)
    # Behind the last cell stands an empty one, which is one only after a tab or a line end.
    return found[:-1] if len(found) > 1 and not found[-2][2] else found
