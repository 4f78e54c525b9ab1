"""A sheet as rows: cells at their places, merged ranges written into all that they cover."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from kpikit._value import to_tuple
from kpikit.io.limits import check_counts, too_large

if TYPE_CHECKING:
    from kpikit.io.source import Request
    from kpikit.table.lines import Row

__all__ = ["Complaint", "Grid", "Sheet", "Span", "few"]

#: How many cells stand for all.
_FEW = 5
#: Row → some of its cells, counted from 0.
_Places: TypeAlias = defaultdict[int, set[int]]
#: First row, first column, last row and last column of a range.
Span: TypeAlias = tuple[int, int, int, int]


@final
@attrs.define
class Grid:
    """The texts of a sheet by row and column, both counted from 1."""

    #: The texts that are not empty.
    texts: dict[tuple[int, int], str] = attrs.field(factory=dict[tuple[int, int], str])
    #: The merged ranges.
    merges: list[Span] = attrs.field(factory=list[Span])
    #: The hidden rows.
    hidden: frozenset[int] = frozenset()
    #: The cells whose number may be a percentage, for all that can be told.
    doubtful: set[tuple[int, int]] = attrs.field(factory=set[tuple[int, int]])
    #: First and last row of each table, where a document tells tables from what is around them.
    tables: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])
    #: Row → the page that it stands on, where the grid is of several.
    pages: dict[int, str] = attrs.field(factory=dict[int, str])
    #: The rows that a document says are headings.
    titles: set[int] = attrs.field(factory=set[int])

    def rows(self, request: Request) -> list[Row]:
        """Return the rows that hold anything, all of one width, and a blank one before a gap.

        Raises:
            TableError: There are more than there may be.
        """
        from kpikit.table.lines import Row  # heavy, and a process that only reads has no rows

        lines = sorted({row for row, _ in self.texts})
        width = max((column for _, column in self.texts), default=0)
        check_counts(request.file, request.limits, rows=len(lines), columns=width)
        cells = {line: [""] * width for line in lines}
        for (row, column), text in self.texts.items():
            cells[row][column - 1] = text
        covered, continued = self._spread(cells)
        if sum(len(text) for row in cells.values() for text in row) > request.limits.size:
            raise too_large(request.file, "size", request.limits.size)
        doubtful: _Places = defaultdict(set)
        for row, column in self.doubtful:
            doubtful[row].add(column - 1)
        rows: list[Row] = []
        for line in lines:
            if rows and line - 1 not in cells and line not in continued:
                rows.append(Row(line - 1, [""] * width))
            about = covered[line], continued.get(line, ()), line in self.hidden, doubtful[line]
            rows.append(Row(line, cells[line], *about, page=self.pages.get(line, "")))
        return rows

    def _spread(self, cells: dict[int, list[str]]) -> tuple[_Places, _Places]:
        """Write the text of each merged range into all that it covers.

        Returns:
            By row, which cells are covered by one further left, and which by one of a row above.
        """
        covered: _Places = defaultdict(set)
        continued: _Places = defaultdict(set)
        for top, left, bottom, right in self.merges:
            text = self.texts.get((top, left), "")
            for line in range(top, bottom + 1 if text else top):
                row = cells.get(line, [])
                for at in range(left - 1, min(right, len(row))):
                    row[at] = text
                    if at >= left:
                        covered[line].add(at)
                    if line > top:
                        continued[line].add(at)
        return covered, continued


@final
@attrs.frozen
class Complaint:
    """What could not be read of a sheet."""

    #: The code of the issue.
    code: str
    #: What stands there.
    text: str
    #: Where, counted from 1.
    line: int
    #: The cell or column, or ``""``.
    column: str = ""
    #: A value that the message shows.
    detail: str = ""


@final
@attrs.frozen
class Sheet:
    """A sheet of a workbook, or a table or page of a document, before it is searched for tables."""

    #: What it is called; ``""`` where the document is one table. No two are called the same.
    title: str
    #: What all of its document is called, by its only main heading or its largest lines, or ``""``.
    called: str = attrs.field(default="", kw_only=True)
    #: Its cells.
    grid: Grid = attrs.field(factory=Grid)
    #: Whether it can be seen; one that cannot is read where it is asked for by name.
    visible: bool = True
    #: What could not be read.
    complaints: tuple[Complaint, ...] = attrs.field(default=(), converter=to_tuple)
    #: What it does not say of itself, and how it was taken: pairs as of ``Chosen``.
    chosen: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_tuple)


def few(cells: list[str]) -> str:
    """Name the first few cells, which stand for all.

    >>> few(["A1", "A2"]), few(["A1", "A2", "A3", "A4", "A5", "A6"])
    ('A1 A2', 'A1 A2 A3 A4 A5 …')
    """
    return " ".join(cells[:_FEW]) + " …" * (len(cells) > _FEW)
