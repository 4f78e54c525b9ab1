"""The published layout as a workbook: text cells, merges, a header of two rows for years.

Every cell is written as text: nothing is taken for a number, a date, a formula or a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from typing import Any, Final

import attrs

from kpikit.io.extras import required
from kpikit.io.published import Line, LineKind
from kpikit.language.errors import TableError
from kpikit.table.headings import read_heading

__all__ = ["workbook_of"]

_SHEET: Final = "KPI"
#: No cell of a workbook holds more characters.
_LONGEST: Final = 32_767
_SHOWN: Final = 20
_WIDTH: Final = 18
_TEXT: Final = "@"
#: How each kind of line looks.
_STYLES: Final[dict[LineKind, dict[str, Any]]] = {
    LineKind.BLANK: {},
    LineKind.TITLE: {"bold": True, "font_size": 13},
    LineKind.HEADER: {"bold": True, "border": 1, "bg_color": "#E7EEF6", "align": "center"},
    LineKind.SECTION: {"bold": True, "border": 1, "bg_color": "#F5F5F0"},
    LineKind.ROW: {"border": 1, "text_wrap": True},
    LineKind.REMARK: {},
}


def workbook_of(lines: Sequence[Line]) -> bytes:
    """Return the bytes of a workbook with the lines of a plan.

    Raises:
        MissingDependencyError: XlsxWriter is not here.
        TableError: A cell is longer than a workbook allows.
    """
    xlsxwriter = required("xlsxwriter", "xlsx")
    stream = BytesIO()
    book: Any = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet: Any = book.add_worksheet(_SHEET)
    formats = {
        kind: book.add_format({"num_format": _TEXT, "valign": "vcenter", **style})
        for kind, style in _STYLES.items()
    }
    width = max((len(line.cells) for line in lines if line.kind is LineKind.HEADER), default=1)
    sheet.set_column(0, width - 1, _WIDTH)
    writer = _Writer(sheet, formats, width)
    for line in lines:
        writer.add(line)
    writer.finish()
    book.close()
    return stream.getvalue()


@attrs.define
class _Writer:
    """Writes lines one below the other."""

    sheet: Any
    formats: dict[LineKind, Any]
    width: int
    row: int = 0
    #: Column → the text and the first row of a cell that the next row may go on with.
    open: dict[int, tuple[str, int]] = attrs.field(factory=dict[int, tuple[str, int]])

    def add(self, line: Line) -> None:
        """Write a line."""
        if line.kind is not LineKind.ROW:
            self.finish()
        if line.kind is LineKind.HEADER:
            self._header(line.cells)
        elif line.kind is LineKind.ROW:
            self._row(line)
        elif len(line.cells) == 1 and self.width > 1:
            self._merge(self.row, 0, self.row, self.width - 1, line.cells[0], line.kind)
        else:
            for at, text in enumerate(line.cells):
                self._cell(self.row, at, text, line.kind)
        self.row += 1

    def finish(self) -> None:
        """Write the cells that go on over several rows."""
        for at, (text, first) in self.open.items():
            self._merge(first, at, self.row - 1, at, text, LineKind.ROW)
        self.open.clear()

    def _row(self, line: Line) -> None:
        for at, text in enumerate(line.cells):
            if at in line.shared:
                continue
            if at in self.open:
                before, first = self.open.pop(at)
                self._merge(first, at, self.row - 1, at, before, LineKind.ROW)
            self.open[at] = (text, self.row)

    def _header(self, cells: Sequence[str]) -> None:
        groups = [_group(text) for text in cells]
        if not any(groups):
            for at, text in enumerate(cells):
                self._cell(self.row, at, text, LineKind.HEADER)
            return
        for key, columns in groupby(range(len(cells)), lambda at: groups[at][:1] or at):
            first, *others = columns
            if isinstance(key, int):
                self._merge(self.row, first, self.row + 1, first, cells[first], LineKind.HEADER)
                continue
            last = first + len(others)
            self._merge(self.row, first, self.row, last, key[0], LineKind.HEADER)
            for column in (first, *others):
                self._cell(self.row + 1, column, groups[column][1], LineKind.HEADER)
        self.row += 1

    def _merge(
        self, top: int, left: int, bottom: int, right: int, text: str, kind: LineKind
    ) -> None:
        if (top, left) == (bottom, right) or not text:
            for row in range(top, bottom + 1):
                self._cell(row, left, text if row == top else "", kind)
            return
        self.sheet.merge_range(top, left, bottom, right, "", self.formats[kind])
        self._cell(top, left, text, kind)

    def _cell(self, row: int, column: int, text: str, kind: LineKind) -> None:
        if len(text) > _LONGEST:
            raise TableError.told(
                "cell-too-long-to-write", limit=f"{_LONGEST:,}", cell=text[:_SHOWN]
            )
        if text:
            self.sheet.write_string(row, column, text, self.formats[kind])
        else:
            self.sheet.write_blank(row, column, None, self.formats[kind])


def _group(heading: str) -> tuple[str, ...]:
    """Split 「実績値 R3」 into the heading of its group and that of its year."""
    outer, _, inner = heading.partition(" ")
    is_split = bool(inner) and read_heading(inner).is_year and read_heading(outer).role
    return (outer, inner) if is_split else ()
