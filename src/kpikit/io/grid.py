"""A sheet as rows: cells at their places, merged ranges written into all that they cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from typing import final

import attrs

from kpikit.io.limits import check_counts
from kpikit.io.source import Request
from kpikit.table.lines import Row

__all__ = ["Grid"]


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
        covered: defaultdict[int, set[int]] = defaultdict(set)
        continued: defaultdict[int, set[int]] = defaultdict(set)
        for line, at, text, (top, left) in self._merged(cells, width):
            cells[line][at] = text
            if at >= left:
                covered[line].add(at)
            if line > top:
                continued[line].add(at)
        doubtful: defaultdict[int, list[int]] = defaultdict(list)
        for row, column in self.doubtful:
            doubtful[row].append(column - 1)
        rows: list[Row] = []
        for line in lines:
            if rows and line - 1 not in cells and line not in continued:
                rows.append(Row(line - 1, [""] * width))
            about = covered[line], continued.get(line, ())
            is_hidden = line in self.hidden
            rows.append(Row(line, cells[line], *about, hidden=is_hidden, doubtful=doubtful[line]))
        return rows

    def _merged(
        self, lines: Container[int], width: int
    ) -> Iterator[tuple[int, int, str, tuple[int, int]]]:
        """Yield what each merged range covers: row, index in it, text, and where it stands."""
        for top, left, bottom, right in self.merges:
            text = self.texts.get((top, left), "")
            for line in range(top, bottom + 1 if text else top):
                if line in lines:
                    for at in range(left - 1, min(right, width)):
                        yield line, at, text, (top, left)
