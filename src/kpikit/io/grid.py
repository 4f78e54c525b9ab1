"""A sheet as rows: cells at their places, merged ranges written into all that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        covered: dict[int, set[int]] = {}
        continued: dict[int, set[int]] = {}
        for merge in self.merges:
            self._fill(merge, cells, covered, continued)
        rows: list[Row] = []
        for line in lines:
            if rows and line - 1 not in cells and line not in continued:
                rows.append(Row(line - 1, [""] * width))
            rows.append(self._row(line, cells[line], covered, continued))
        return rows

    def _row(
        self,
        line: int,
        cells: Iterable[str],
        covered: Mapping[int, set[int]],
        continued: Mapping[int, set[int]],
    ) -> Row:
        return Row(
            line,
            cells,
            covered.get(line, ()),
            continued.get(line, ()),
            hidden=line in self.hidden,
            doubtful=[column - 1 for row, column in self.doubtful if row == line],
        )

    def _fill(
        self,
        merge: tuple[int, int, int, int],
        cells: dict[int, list[str]],
        covered: dict[int, set[int]],
        continued: dict[int, set[int]],
    ) -> None:
        """Write the text of a merged range into the rows and columns that it covers."""
        top, left, bottom, right = merge
        text = self.texts.get((top, left))
        if text is None:
            return
        for line in range(top, bottom + 1):
            row = cells.get(line)
            if row is None:
                continue
            for at in range(left - 1, min(right, len(row))):
                row[at] = text
                if at > left - 1:
                    covered.setdefault(line, set()).add(at)
                if line > top:
                    continued.setdefault(line, set()).add(at)
