"""Workbooks (.xlsx): every sheet that can be seen, its cells as they are shown."""

from __future__ import annotations

import re
import warnings
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import attrs

from kpikit.io.archive import DAMAGE, check_archive, damaged
from kpikit.io.extras import required
from kpikit.io.grid import Grid
from kpikit.io.number_format import is_date_format, plain_number, shown_date, shown_number
from kpikit.io.runs import Text, with_line_ends
from kpikit.io.sheets import add_sheet, chosen_sheets
from kpikit.io.source import Request, Source, headless
from kpikit.language.issue import Location
from kpikit.model.plan import Chosen

__all__ = ["read_workbook"]

_EXTRA: Final = "xlsx"
_FEW: Final = 5
#: What a spreadsheet shows for a number that is none.
_FAILED: Final = "#NUM!"
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >/]")
#: Runs of a text that are struck out or raised.
_RUNS: Final = re.compile(rb"<(?:\w+:)?(?:strike|vertAlign)\b")
#: The parts that hold formulas, and those that hold texts or their fonts.
_SHEETS: Final = ("xl/worksheets/",)
_TEXTS: Final = ("xl/styles", "xl/sharedStrings", *_SHEETS)
_RAISED: Final = "superscript"


def read_workbook(request: Request) -> Source:
    """Read the tables of a workbook.

    Raises:
        MissingDependencyError: openpyxl or defusedxml is not here.
        TableError: It is too large or damaged, or there is no table in it.
    """
    for library in ("openpyxl", "defusedxml"):
        required(library, _EXTRA)
    check_archive(request.file, request.limits)
    book = _opened(request.file, runs=_holds(request.file, _RUNS, _TEXTS))
    formulas = None
    if _holds(request.file, _FORMULA, _SHEETS):
        formulas = _opened(request.file, values=False)
    source = Source()
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    fonts = _Fonts.of(book)
    hidden = [title for title, sheet in sheets.items() if sheet.sheet_state != "visible"]
    for title in chosen_sheets(list(sheets), hidden, request, source):
        reader = _Sheet(request, title, sheets[title], source, book.epoch, fonts)
        grid = reader.grid()
        if formulas is not None:
            reader.uncalculated(formulas[title])
        reader.forget()
        add_sheet(source, grid, title, request)
    if not source.tables:
        raise headless(request.file, source.closest)
    return source


def _opened(file: str, *, values: bool = True, runs: bool = False) -> Any:
    openpyxl = required("openpyxl", _EXTRA)
    try:
        with warnings.catch_warnings(), Path(file).open("rb") as stream:
            # Of what it leaves out: pictures, controls, data validation. None of it is a cell.
            warnings.simplefilter("ignore")
            book: Any = openpyxl.load_workbook(
                stream, data_only=values, keep_links=False, rich_text=runs
            )
    except DAMAGE as error:
        raise damaged(file, error) from error
    return book


def _holds(file: str, pattern: re.Pattern[bytes], parts: tuple[str, ...]) -> bool:
    """Whether a pattern occurs in some parts of a workbook."""
    with ZipFile(Path(file)) as archive:
        names = [name for name in archive.namelist() if name.startswith(parts)]
        return any(pattern.search(archive.read(name)) for name in names)


@attrs.frozen
class _Fonts:
    """Which fonts of a workbook are struck out, and which are raised."""

    struck: frozenset[int]
    raised: frozenset[int]

    @classmethod
    def of(cls, book: Any) -> _Fonts:
        # The public way from a cell to its font copies the font.
        fonts: list[Any] = list(book._fonts)  # noqa: SLF001
        return cls(
            frozenset(at for at, font in enumerate(fonts) if font.strike),
            frozenset(at for at, font in enumerate(fonts) if font.vertAlign == _RAISED),
        )


@attrs.define
class _Sheet:
    """Reads one sheet into a grid, and keeps what there is to say of its cells."""

    request: Request
    title: str
    sheet: Any
    source: Source
    epoch: Any
    fonts: _Fonts
    longer: list[str] = attrs.field(factory=list[str])
    zeros: list[str] = attrs.field(factory=list[str])

    def grid(self) -> Grid:
        """Return the cells that hold anything."""
        grid = Grid()
        # The public ways to the cells make those that are not there, up to the last row.
        cells: dict[tuple[int, int], Any] = self.sheet._cells  # noqa: SLF001
        for place, cell in cells.items():
            text = self._shown(cell)
            if text:
                grid.texts[place] = text
        grid.merges = [
            (each.min_row, each.min_col, each.max_row, each.max_col)
            for each in self.sheet.merged_cells.ranges
        ]
        dimensions = self.sheet.row_dimensions
        grid.hidden = frozenset(row for row in dimensions if dimensions[row].hidden)
        self._columns(grid)
        self._told("digits", self.longer)
        self._told("zero", self.zeros)
        return grid

    def _told(self, what: str, cells: list[str]) -> None:
        """Say for which cells something was chosen; the first few stand for all."""
        if cells:
            value = " ".join(cells[:_FEW]) + (" …" if len(cells) > _FEW else "")
            self.source.chosen.append(Chosen(what, value, self.request.place(1, self.title)))

    def _shown(self, cell: Any) -> str:
        """Return a cell without what is struck out, and its raised text as the mark of a note."""
        font: int = cell._style.fontId  # noqa: SLF001
        struck, raised = font in self.fonts.struck, font in self.fonts.raised
        rich = isinstance(cell.value, list)
        if not (rich or struck or raised):
            return self._text(cell)
        text = Text()
        for run in cell.value if rich else (self._text(cell),):
            if isinstance(run, str):
                text.add(run, struck=struck, raised=raised)
            else:
                own = run.font.vertAlign == _RAISED
                text.add(run.text, struck=bool(run.font.strike), raised=own)
        if text.struck:
            self.source.complain("text-struck", text.struck, self._place(cell), text.value)
        return text.value

    def _text(self, cell: Any) -> str:
        """Return a cell as it is shown."""
        value: Any = cell.value
        match value:
            case None:
                return ""
            case bool():
                return str(value).upper()
            case int() | float():
                return self._number(cell, value)
            case date():
                return shown_date(value, cell.number_format)
            case _:
                return with_line_ends(str(value))

    def _number(self, cell: Any, value: float) -> str:
        if not isfinite(value):
            return _FAILED
        code: str = cell.number_format
        day = self._day(value) if is_date_format(code) else None
        if day is not None:
            return shown_date(day, code)
        shown = shown_number(value, code)
        if shown is None:
            text = plain_number(value)
            self.source.complain("number-format-unknown", text, self._place(cell), code)
            return text
        if shown.longer:
            self.longer.append(f"{cell.coordinate}={shown.text}")
        if shown.disguised:
            self.zeros.append(cell.coordinate)
        return shown.text

    def _place(self, cell: Any) -> Location:
        return self.request.place(cell.row, self.title, cell.coordinate)

    def _day(self, value: float) -> date | None:
        """Return the day that a number is, where its format asks for one."""
        converter = required("openpyxl.utils.datetime", _EXTRA)
        try:
            day = converter.from_excel(value, self.epoch)
        except (OverflowError, ValueError):
            return None
        return day if isinstance(day, date) else None

    def _columns(self, grid: Grid) -> None:
        """Say which columns were read although they are hidden."""
        used = {column for _, column in grid.texts}
        for name, dimension in self.sheet.column_dimensions.items():
            columns = range(dimension.min or 0, (dimension.max or 0) + 1)
            if dimension.hidden and not used.isdisjoint(columns):
                place = self.request.place(1, self.title, name)
                self.source.complain("column-hidden", name, place)

    def forget(self) -> None:
        """Let go of the cells, which refer to their sheet and would stay in memory."""
        self.sheet._cells.clear()  # noqa: SLF001

    def uncalculated(self, formulas: Any) -> None:
        """Say which formulas have no stored result."""
        values: dict[tuple[int, int], Any] = self.sheet._cells  # noqa: SLF001
        cells: dict[tuple[int, int], Any] = formulas._cells  # noqa: SLF001
        for place, cell in cells.items():
            if cell.data_type == "f" and values[place].value is None:
                self.source.complain("formula-not-calculated", str(cell.value), self._place(cell))
