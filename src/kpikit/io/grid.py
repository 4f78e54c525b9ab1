"""A sheet as rows: cells at their places, merged ranges written into all that they cover."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias, final

import attrs

from kpikit.io.limits import check_counts
from kpikit.io.source import Request
from kpikit.table.lines import Row

__all__ = ["Grid"]

#: Row → some of its cells, counted from 0.
_Places: TypeAlias = defaultdict[int, set[int]]


@final
@attrs.define
class Grid:
    """The texts of a sheet by row and column, both counted from 1."""

    #: The texts that are not empty.
    texts: dict[tuple[int, int], str] = attrs.field(factory=dict[tuple[int, int], str])
    #: First row, first column, last row and last column of each merged range.
    merges: list[tuple[int, int, int, int]] = attrs.field(factory=list[tuple[int, int, int, int]])
    #: The hidden rows.
    hidden: frozenset[int] = frozenset()
    #: The cells whose number may be a percentage, for all that can be told.
    doubtful: set[tuple[int, int]] = attrs.field(factory=set[tuple[int, int]])
    #: Row → the page that it stands on, where the grid is of several.
    pages: dict[int, str] = attrs.field(factory=dict[int, str])

    def rows(self, request: Request) -> list[Row]:
        """Return the rows that hold anything, all of one width, and a blank one before a gap.

        Raises:
            TableError: There are more than there may be.
        """
        lines = sorted({row for row, _ in self.texts})
        width = max((column for _, column in self.texts), default=0)
        check_counts(request.file, request.limits, rows=len(lines), columns=width)
        cells = {line: [""] * width for line in lines}
        for (row, column), text in self.texts.items():
            cells[row][column - 1] = text
        covered, continued = self._spread(cells)
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
