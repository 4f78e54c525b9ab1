"""Rows into tables: where a table begins, what its columns are, which lines are beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.table.headings import Column, Role, read_heading
from kpikit.table.lines import Row
from kpikit.table.sections import read_heading_line, read_legend

__all__ = ["Table", "is_remark", "split_tables"]

#: A header has at least one of these.
_CORE: Final = frozenset((Role.INDICATOR, Role.TARGET, Role.ACTUAL))
#: A header has at least so many columns of known headings, and half of its columns.
_KNOWN: Final = 2
_REMARK: Final = re.compile(r"\s*(?:[※*＊注]|[-‐・]\s|備考|出典|資料|凡例)")


@final
@attrs.frozen(repr=False)
class Table(Value):
    """A table as it stands in a source, not yet understood."""

    #: The file it stands in.
    file: str
    #: The line of its title, word for word; ``""`` if none.
    title: str
    #: Its header.
    header: Row
    #: What each cell of the header says.
    columns: tuple[Column, ...]
    #: All rows below the header.
    body: tuple[Row, ...]


def split_tables(
    rows: Sequence[Row], file: str, *, title: str = ""
) -> tuple[list[Table], list[Row]]:
    """Find the tables, each with the line above its header as its title.

    Args:
        rows: All rows of the source.
        file: What the caller calls it.
        title: The title of the first table, where no line gives it.

    Returns:
        The tables, and the rows that stand before the first of them.
    """
    starts = _headers(rows)
    titles = [_title_before(rows, start) for start, _ in starts]
    tables: list[Table] = []
    for number, (start, columns) in enumerate(starts):
        own = titles[number]
        end = len(rows)
        if number + 1 < len(starts):
            below = titles[number + 1]
            end = starts[number + 1][0] if below is None else below
        named = title if own is None else rows[own].text.strip("\t")
        body = tuple(row for row in rows[start + 1 : end] if row.cells != rows[start].cells)
        tables.append(Table(file, named, rows[start], columns, body))
        title = ""
    if not starts:
        return [], list(rows)
    first = starts[0][0] if titles[0] is None else titles[0]
    return tables, [row for row in rows[:first] if row.filled]


def is_remark(text: str) -> bool:
    """Whether a line by itself is a note or part of a legend.

    >>> is_remark("※事業区分"), is_remark("- A(重点事業)・・・実現性が高い事業")
    (True, True)
    """
    return _REMARK.match(text) is not None or read_legend(text) is not None


def _headers(rows: Sequence[Row]) -> list[tuple[int, tuple[Column, ...]]]:
    """Return the index and columns of each header; one repeated on a new page is none."""
    found: list[tuple[int, tuple[Column, ...]]] = []
    for index, row in enumerate(rows):
        columns = _columns(row)
        if columns is None:
            continue
        again = bool(found) and rows[found[-1][0]].cells == row.cells
        if not again or _title_before(rows, index) is not None:
            found.append((index, columns))
    return found


def _columns(row: Row) -> tuple[Column, ...] | None:
    """Return the columns that a row heads, or ``None`` if it is no header."""
    if len(row.filled) < _KNOWN:
        return None
    columns = tuple(read_heading(cell) for cell in row.cells)
    known = [column.role for column in columns if column.role is not None]
    enough = len(known) >= max(_KNOWN, len(row.filled) / 2)
    is_header = enough and not _CORE.isdisjoint(known)
    return columns if is_header else None


def _title_before(rows: Sequence[Row], start: int) -> int | None:
    """Return the index of the line that is the title of the table whose header is *start*."""
    for index in range(start - 1, -1, -1):
        if rows[index].filled:
            text = rows[index].cells[0]
            alone = rows[index].filled == (0,)
            plain = alone and not is_remark(text) and read_heading_line(text) is None
            return index if plain else None
    return None
