"""The sheets of a workbook of LibreOffice, element by element."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Final, final

import attrs

from kpikit.io.calc_styles import Styles
from kpikit.io.elements import Element
from kpikit.io.grid import Complaint, Grid, Sheet, few
from kpikit.io.number_format import plain_date, plain_number, stored_in
from kpikit.io.run_style import PLAIN_RUN, RunStyle
from kpikit.io.runs import Text
from kpikit.io.task import Task
from kpikit.language.columns import letters
from kpikit.language.pattern import pattern
from kpikit.language.units import PERCENT

__all__ = ["Cells"]

#: What stands beside the cells: shapes, what was there before changes, what a cell may hold.
_BESIDE: Final = frozenset(("table:shapes", "table:tracked-changes", "table:content-validations"))
#: What of a text is none of it: readings of kanji, notes.
_ASIDE: Final = frozenset(("text:ruby-text", "text:note"))
#: What stands for a character.
_CHARACTERS: Final = {"text:tab": " ", "text:line-break": "\n"}
_LINES: Final = frozenset(("text:p", "text:h"))
_SHARE: Final = "percentage"
_NUMBERS: Final = frozenset(("float", _SHARE, "currency"))
_SPANNED: Final = ("columns", "rows")
_HUNDRED: Final = 100
#: How many characters of a point of time are its day.
_DAY: Final = 10
#: No more blanks stand beside one another than this.
_BLANKS: Final = 100
_UNSEEN: Final = frozenset(("collapse", "filter"))
#: A day whose parts may stand in any order.
_PARTS: Final = pattern(r"\s*\d+[/.-]\d+[/.-]\d+\s*")


@attrs.define
class _Cell:
    """A cell that is open."""

    values: Mapping[str, str]
    style: RunStyle
    is_covered: bool = False
    text: Text = attrs.field(factory=Text)
    #: The styles of the runs that are open, the innermost last.
    runs: list[RunStyle] = attrs.field(factory=list[RunStyle])
    #: How many paragraphs it has, and whether one is open.
    lines: int = 0
    is_open: bool = False

    def add(self, text: str) -> None:
        """Add text of the innermost run."""
        style = (self.runs or [PLAIN_RUN])[-1].over(self.style)
        self.text.add(text, struck=bool(style.struck), raised=bool(style.raised))


@attrs.define
class _Table:
    """A sheet that is open."""

    title: str
    visible: bool
    styles: Styles
    grid: Grid = attrs.field(factory=Grid)
    #: The column and the row that come next.
    column: int = 1
    row: int = 1
    #: First and last column, the style of the cells in them, and whether they are shown.
    columns: list[tuple[int, int, str, bool]] = attrs.field(
        factory=list[tuple[int, int, str, bool]]
    )
    #: The cells of the open row, and what the row says of itself.
    texts: dict[int, str] = attrs.field(factory=dict[int, str])
    about: Mapping[str, str] = attrs.field(factory=dict[str, str])
    hidden: set[int] = attrs.field(factory=set[int])
    complaints: list[Complaint] = attrs.field(factory=list[Complaint])
    longer: list[str] = attrs.field(factory=list[str])
    zeros: list[str] = attrs.field(factory=list[str])

    def add_columns(self, values: Mapping[str, str]) -> None:
        """Take what is said of columns."""
        last = self.column + _times(values, "columns") - 1
        is_shown = values.get("visibility") not in _UNSEEN
        style = values.get("default-cell-style-name", "")
        self.columns.append((self.column, last, style, is_shown))
        self.column = last + 1

    def open_row(self, values: Mapping[str, str]) -> None:
        """Begin a row."""
        self.about, self.texts, self.column = values, {}, 1

    def close_row(self) -> None:
        """Put the cells of the row into the grid, as often as it stands there."""
        count = _times(self.about, "rows")
        if self.texts:
            rows = range(self.row, self.row + count)
            self.grid.texts |= {
                (row, column): text for row in rows for column, text in self.texts.items()
            }
            if self.about.get("visibility") in _UNSEEN:
                self.hidden.update(rows)
        self.row += count

    def open_cell(self, element: Element) -> _Cell:
        """Begin a cell."""
        values = element.values
        style = values.get("style-name") or values.get("default-cell-style-name", "")
        named = style or self.about.get("default-cell-style-name", "") or self._of_column()
        return _Cell(values, self.styles.run(named), element.name != "table:table-cell")

    def _of_column(self) -> str:
        """Return the style of the cells of this column."""
        found = (style for first, last, style, _ in self.columns if first <= self.column <= last)
        return next(found, "")

    def close_cell(self, cell: _Cell) -> None:
        """Put a cell into its row; what stands below a merged one is not shown."""
        count = _times(cell.values, "columns")
        text = "" if cell.is_covered else self._shown(cell)
        if text:
            self.texts |= dict.fromkeys(range(self.column, self.column + count), text)
        right, down = (int(cell.values.get(f"number-{what}-spanned", 1)) for what in _SPANNED)
        if right > 1 or down > 1:
            last = self.row + down - 1, self.column + right - 1
            self.grid.merges.append((self.row, self.column, *last))
        self.column += count

    def _shown(self, cell: _Cell) -> str:
        """Return a cell as it is shown, with the digits that are stored."""
        shown, struck = cell.text.as_written, cell.text.struck
        if struck:
            self._complain("text-struck", struck, shown)
        kind, values = cell.values.get("value-type", ""), cell.values
        if kind in _NUMBERS and (shown or not struck):
            return self._number(shown, float(values["value"]), is_share=kind == _SHARE)
        if kind == "date" and (_PARTS.fullmatch(shown) or not (shown or struck)):
            return plain_date(date.fromisoformat(values["date-value"][:_DAY]))
        if not shown and not struck:
            self._check_formula(cell)
            return values.get("string-value", "") or values.get("boolean-value", "").upper()
        return shown

    def _number(self, shown: str, value: float, *, is_share: bool) -> str:
        """Return a number as it is shown, or where that is not understood as it is stored."""
        if not isfinite(value):
            return shown
        exact = plain_number(value * _HUNDRED) + PERCENT if is_share else plain_number(value)
        if not shown:
            return exact
        found = stored_in(shown, value, is_share=is_share)
        if found is None:
            self._complain("number-format-unknown", exact, shown)
            return exact
        if found.longer:
            self.longer.append(f"{self._here}={found.text}")
        if found.disguised:
            self.zeros.append(self._here)
        return found.text

    def _check_formula(self, cell: _Cell) -> None:
        """Say that a formula has no stored result."""
        formula = cell.values.get("formula")
        if formula and "value-type" not in cell.values:
            self._complain("formula-not-calculated", formula)

    @property
    def _here(self) -> str:
        return f"{letters(self.column)}{self.row}"

    def _complain(self, code: str, text: str, detail: str = "") -> None:
        self.complaints.append(Complaint(code, text, self.row, self._here, detail))

    def sheet(self) -> Sheet:
        """Return what was read."""
        used = {column for _, column in self.grid.texts}
        for first, last, _, is_shown in self.columns:
            if not is_shown and any(first <= column <= last for column in used):
                name = letters(first)
                self.complaints.append(Complaint("column-hidden", name, 1, name))
        self.grid.hidden = frozenset(self.hidden)
        told = [("digits", self.longer), ("zero", self.zeros)]
        chosen = [(what, few(cells)) for what, cells in told if cells]
        return Sheet(self.title, self.grid, self.visible, self.complaints, chosen)


@final
@attrs.define
class Cells:
    """Takes the elements of the content of a workbook."""

    task: Task
    styles: Styles
    sheets: list[Sheet] = attrs.field(factory=list[Sheet])
    _table: _Table | None = None
    _cell: _Cell | None = None
    #: How deep the element stands that is left out.
    _skipped: int | None = None

    def start(self, element: Element) -> None:
        """Take the start of an element."""
        if self._skipped is not None:
            return
        if element.name in _BESIDE:
            self._skipped = element.depth
        elif self._cell is not None:
            self._in_cell(element, self._cell)
        elif self._table is not None:
            self._in_table(element, self._table)
        elif element.name == "table:table":
            self._open_table(element)
        else:
            self.styles.start(element)

    def end(self, name: str, parents: list[str]) -> None:
        """Take the end of an element."""
        if self._skipped is not None:
            if len(parents) == self._skipped:
                self._skipped = None
        elif self._cell is not None:
            self._end_in_cell(name, self._cell)
        elif self._table is not None:
            self._end_in_table(name, self._table)
        else:
            self.styles.end(name, parents)

    def data(self, text: str, parents: list[str]) -> None:  # noqa: ARG002 - as of all readers
        """Take text of the innermost element."""
        if self._cell is not None and self._skipped is None and self._cell.is_open:
            self._cell.add(text)

    # -- sheets --------------------------------------------------------------------------------

    def _open_table(self, element: Element) -> None:
        title = element.values.get("name", "")
        if any(sheet.title == title for sheet in self.sheets):
            raise ValueError(f"two sheets are called {title}")
        visible = element.values.get("style-name", "") not in self.styles.unseen
        if self.task.wants(title, visible=visible):
            self._table = _Table(title, visible, self.styles)
        else:
            self.sheets.append(Sheet(title, visible=visible))
            self._skipped = element.depth

    def _in_table(self, element: Element, table: _Table) -> None:
        match element.name:
            case "table:table-column":
                table.add_columns(element.values)
            case "table:table-row":
                table.open_row(element.values)
            case "table:table-cell" | "table:covered-table-cell":
                self._cell = table.open_cell(element)
            case _:
                pass

    def _end_in_table(self, name: str, table: _Table) -> None:
        if name == "table:table-row":
            table.close_row()
        elif name == "table:table":
            self.sheets.append(table.sheet())
            self._table = None

    # -- cells ---------------------------------------------------------------------------------

    def _in_cell(self, element: Element, cell: _Cell) -> None:
        name = element.name
        if name in _ASIDE or not name.startswith("text:"):
            self._skipped = element.depth
        elif name in _LINES:
            cell.text.add("\n" if cell.lines else "")
            cell.lines += 1
            cell.is_open = True
        elif name == "text:span":
            outer = (cell.runs or [PLAIN_RUN])[-1]
            cell.runs.append(self.styles.run(element.values.get("style-name", "")).over(outer))
        elif name == "text:s":
            cell.add(" " * min(int(element.values.get("c", 1)), _BLANKS))
        else:
            cell.add(_CHARACTERS.get(name, ""))

    def _end_in_cell(self, name: str, cell: _Cell) -> None:
        if name == "text:span":
            cell.runs.pop()
        elif name in _LINES:
            cell.is_open = False
        elif name in ("table:table-cell", "table:covered-table-cell") and self._table:
            self._table.close_cell(cell)
            self._cell = None


def _times(values: Mapping[str, str], what: str) -> int:
    """Return how often an element stands there."""
    return max(int(values.get(f"number-{what}-repeated", 1)), 1)
