"""A document as one grid: its lines and tables below one another, in reading order.

A line outside the tables is a row of one cell. A row of a table with another table in one of its
cells is opened up: its texts are lines, and the inner table is one of its own. So is a table of a
single cell, or one that only lays out a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, final

import attrs

from kpikit.io.grid import Complaint, Grid, Sheet, Span
from kpikit.io.limits import too_large
from kpikit.io.runs import Text
from kpikit.io.spans import Cell, TableRow, placed
from kpikit.io.task import Task

__all__ = ["Flow"]

#: How many of the texts that were left out are shown, and how much of each.
_FEW: Final = 5
_SHOWN: Final = 20


@attrs.define
class _Table:
    """A table that is not yet closed."""

    #: Whether it only lays out a page.
    layout: bool = False
    rows: list[TableRow] = attrs.field(factory=list[TableRow])
    #: The row and the cell that are open.
    row: TableRow | None = None
    cell: Cell | None = None
    #: Whether the cells of the open row are lines of the document.
    opened: bool = False


@final
@attrs.define
class Flow:
    """Takes the parts of a document in their order, and lays them into a grid."""

    task: Task
    grid: Grid = attrs.field(factory=Grid)
    #: The last row, and whether a blank one follows.
    _line: int = 0
    _gap: bool = False
    #: How many cells there are.
    _cells: int = 0
    #: Whether what is read is a heading, and whether it is one of the document.
    is_heading: bool = False
    is_title: bool = False
    #: The lines that are headings of the document.
    _titles: list[str] = attrs.field(factory=list[str])
    #: The line and the tables that are open; the same around each text that stands by itself.
    _text: Text = attrs.field(factory=Text)
    _tables: list[_Table] = attrs.field(factory=list[_Table])
    _around: list[tuple[Text, list[_Table]]] = attrs.field(factory=list[tuple[Text, list[_Table]]])
    #: What is struck out, in which row, and what is left; what was left out, by why.
    _struck: list[tuple[int, str, str]] = attrs.field(factory=list[tuple[int, str, str]])
    _left: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])

    def add(self, text: str, *, struck: bool = False, raised: bool = False) -> None:
        """Add a run to the open cell or line."""
        cell = self._tables[-1].cell if self._tables else None
        (cell.text if cell else self._text).add(text, struck=struck, raised=raised)

    def end_line(self) -> None:
        """End a line of the open cell, or a line of the document."""
        cell = self._tables[-1].cell if self._tables else None
        if cell:
            cell.text.add("\n")
        else:
            text, self._text = self._text, Text()
            self._add_line(text)

    def leave_out(self, why: str, text: str) -> None:
        """Note a text that is not shown: hidden, deleted."""
        shown = " ".join(text.split())
        texts = self._left.setdefault(why, []) if shown else []
        if len(texts) <= _FEW:
            texts.append(shown)

    def open_aside(self) -> None:
        """Begin a text box, which stands before what it was found in."""
        self._around.append((self._text, self._tables))
        self._text, self._tables = Text(), []

    def close_aside(self) -> None:
        """End a text box."""
        self.end_line()
        self._text, self._tables = self._around.pop()

    def open_table(self, *, layout: bool = False) -> None:
        """Begin a table, inside a cell or outside."""
        if self._tables:
            self._open_up(self._tables[-1])
        self.end_line()
        self._tables.append(_Table(layout))

    def close_table(self) -> None:
        """End the innermost table."""
        self.close_row()
        self.end_line()
        self._add_table(self._tables.pop().rows)

    def open_row(self, row: TableRow) -> None:
        """Begin a row of the innermost table."""
        table = self._tables[-1]
        table.row, table.opened = row, table.layout

    def close_row(self, *, deleted: bool = False) -> None:
        """End the open row, if one is; forget it if it was deleted."""
        self.close_cell()
        table = self._tables[-1]
        if table.row and not table.opened and not deleted:
            table.rows.append(table.row)
        table.row, table.opened = None, False

    def open_cell(self, cell: Cell) -> None:
        """Begin a cell of the open row."""
        limits, table = self.task.limits, self._tables[-1]
        self._cells += 1
        if self._cells > limits.cells:
            raise too_large(self.task.file, "cells", limits.cells)
        if table.row and not table.opened:
            table.cell = cell
            table.row.cells.append(cell)

    def close_cell(self) -> None:
        """End the open cell, if one is."""
        table = self._tables[-1]
        if table.opened:
            self.end_line()
        table.cell = None

    def sheet(self) -> Sheet:
        """Return the grid, and what there is to say of it."""
        complaints = [
            Complaint("text-struck", text, line, "", rest) for line, text, rest in self._struck
        ]
        called = self._titles[0] if len(self._titles) == 1 else ""
        return Sheet("", self.grid, complaints=complaints, chosen=[*self._told()], called=called)

    def _told(self) -> Iterator[tuple[str, str]]:
        """Say what was left out."""
        for why, texts in self._left.items():
            shown = " ".join(f"「{text[:_SHOWN]}」" for text in texts[:_FEW])
            yield why, shown + (" …" if len(texts) > _FEW else "")

    def _open_up(self, table: _Table) -> None:
        """Make lines of the open row of a table, since another table stands in it."""
        if table.row and not table.opened:
            rows, table.rows = table.rows, []
            self._add_table(rows)
            for cell in table.row.cells:
                self._add_line(cell.text)
            table.cell, table.opened = None, True

    def _add_line(self, text: Text) -> None:
        """Add each line of a text as a row."""
        for line in filter(None, text.value.split("\n")):
            self._next_row()
            self.grid.texts[self._line, 1] = line
            if self.is_heading:
                self.grid.titles.add(self._line)
            if self.is_title:
                self._titles.append(line.strip())
        self._note_struck(max(1, self._line), text)

    def _next_row(self) -> None:
        self._line += 1 + self._gap
        self._gap = False
        if self._line > self.task.limits.rows:
            raise too_large(self.task.file, "rows", self.task.limits.rows)

    def _add_table(self, rows: list[TableRow]) -> None:
        """Add the rows of a table, with a blank row before and after them."""
        rows = sorted(rows, key=lambda row: row.group)
        cells = [cell for row in rows for cell in row.cells]
        if len(cells) <= 1:
            for cell in cells:
                self._add_line(cell.text)
            return
        start = self._line + 1 + bool(self._line)
        self._line = start - 1
        self._gap = False
        for _ in rows:
            self._next_row()
        places = placed(rows, start, self.task)
        for span, cell in places:
            self._add_cell(span, cell)
        shown = {id(cell) for _, cell in places}
        for cell in cells:
            if id(cell) not in shown:
                self.leave_out("hidden", cell.text.value)
        self.grid.tables.append((start, self._line))
        self._gap = True

    def _add_cell(self, span: Span, cell: Cell) -> None:
        top, left, bottom, right = span
        value = cell.text.value
        if value:
            self.grid.texts[top, left] = value
        if (top, left) != (bottom, right):
            self.grid.merges.append(span)
        self._note_struck(top, cell.text)

    def _note_struck(self, line: int, text: Text) -> None:
        if text.struck:
            self._struck.append((line, text.struck, text.value))
