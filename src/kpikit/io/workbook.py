"""Workbooks (.xlsx): every sheet that can be seen, its cells as they are shown.

openpyxl reads the texts, styles and cells. The rest of a sheet (links, rules, pictures, tables)
is left out, and merged ranges are written into the cells here: openpyxl would make a cell of
each that a link or a merged range covers.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from io import BytesIO
from math import isfinite
from typing import Any, Final

import attrs

from kpikit.io.archive import DAMAGE, WorkbookTally, check_archive, damaged
from kpikit.io.extras import required
from kpikit.io.grid import Complaint, Grid, Sheet, few
from kpikit.io.number_format import is_date_format, plain_number, shown_date, shown_number
from kpikit.io.runs import Text, with_line_ends
from kpikit.io.task import Task

__all__ = ["sheets_of"]

_EXTRA: Final = "xlsx"
#: What a spreadsheet shows for a number that is none.
_FAILED: Final = "#NUM!"
#: Elements of fonts and of runs that say what is struck out or raised.
_RUNS: Final = ("strike", "vertAlign")
_RAISED: Final = "superscript"
#: A number format is no longer than this.
_LONGEST: Final = 255
_SHOWN: Final = 40
_BUILT_IN: Final = 164
_TRUE: Final = ("1", "t", "true")


def sheets_of(task: Task) -> list[Sheet]:
    """Return the sheets of a workbook.

    Raises:
        TableError: It is too large or damaged.
    """
    tally = WorkbookTally()
    check_archive(task.document, task.limits, tally)
    try:
        with warnings.catch_warnings():
            # Of what is left out: extensions, data validation. None of it is a cell.
            warnings.simplefilter("ignore")
            return [*_sheets(task, runs=tally.has(*_RUNS))]
    except DAMAGE as error:
        raise damaged(task.document.name, error) from error


def _sheets(task: Task, *, runs: bool) -> Iterator[Sheet]:
    styles = required("openpyxl.styles.stylesheet", _EXTRA)
    reader = required("openpyxl.reader.excel", _EXTRA).ExcelReader(
        BytesIO(task.document.data), data_only=True, keep_links=False, rich_text=runs
    )
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    styles.apply_stylesheet(reader.archive, reader.wb)
    fonts = _Fonts.of(reader.wb)
    titles: set[str] = set()
    for sheet, rel in reader.parser.find_sheets():
        if rel.target not in reader.valid_files or "chartsheet" in rel.Type:
            continue
        if sheet.name in titles:
            raise ValueError(f"two sheets are called {sheet.name}")
        titles.add(sheet.name)
        visible = sheet.state == "visible"
        if task.wants(sheet.name, visible=visible):
            yield _Cells(reader, rel.target, fonts).sheet(sheet.name, visible=visible)
        else:
            yield Sheet(sheet.name, visible=visible)


@attrs.frozen
class _Fonts:
    """Which fonts of a workbook are struck out, and which are raised."""

    struck: frozenset[int]
    raised: frozenset[int]

    @classmethod
    def of(cls, book: Any) -> _Fonts:
        fonts: list[Any] = list(book._fonts)  # noqa: SLF001 - there is no public way
        return cls(
            frozenset(at for at, font in enumerate(fonts) if font.strike),
            frozenset(at for at, font in enumerate(fonts) if font.vertAlign == _RAISED),
        )


@attrs.define
class _Cells:
    """The cells of one sheet, and what there is to say of them."""

    reader: Any
    part: str
    fonts: _Fonts
    #: The value of each cell that has one or a formula, its style, and the formula if no value.
    cells: dict[tuple[int, int], tuple[Any, int, str]] = attrs.field(
        factory=dict[tuple[int, int], tuple[Any, int, str]]
    )
    #: The number format of each style that was met.
    formats: dict[int, str] = attrs.field(factory=dict[int, str])
    complaints: list[Complaint] = attrs.field(factory=list[Complaint])
    longer: list[str] = attrs.field(factory=list[str])
    zeros: list[str] = attrs.field(factory=list[str])

    def sheet(self, title: str, *, visible: bool) -> Sheet:
        """Read the sheet."""
        parsed = self._parsed()
        grid = Grid()
        grid.merges = self._merges(parsed)
        for place, (value, style, _) in self.cells.items():
            text = self._shown(place, value, style)
            if text:
                grid.texts[place] = text
        grid.hidden = frozenset(
            int(row) for row, dimension in parsed.row_dimensions.items() if _is_hidden(dimension)
        )
        self._columns(grid, parsed)
        self._uncalculated()
        told = [("digits", self.longer), ("zero", self.zeros)]
        chosen = [(what, few(cells)) for what, cells in told if cells]
        return Sheet(title, grid, visible, self.complaints, chosen)

    def _parsed(self) -> Any:
        """Let openpyxl parse the sheet, and keep the cells that hold anything."""
        book = self.reader.wb
        with self.reader.archive.open(self.part) as stream:
            parser = required("openpyxl.worksheet._reader", _EXTRA).WorkSheetParser(
                stream,
                self.reader.shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,  # noqa: SLF001 - there is no public way
                timedelta_formats=book._timedelta_formats,  # noqa: SLF001 - as above
                rich_text=self.reader.rich_text,
            )
            parser.parse_cell = partial(_with_formula, parser.parse_cell)
            for _, row in parser.parse():
                for cell in row:
                    place = cell["row"], cell["column"]
                    self.cells.pop(place, None)
                    formula = cell.get("formula", "")
                    if cell["value"] is not None or formula:
                        self.cells[place] = cell["value"], cell["style_id"], formula
        return parser

    def _merges(self, parsed: Any) -> list[tuple[int, int, int, int]]:
        """Return the merged ranges, each once, and forget what stands below them."""
        if parsed.merged_cells is None:
            return []
        ranges = dict.fromkeys(
            (each.min_row, each.min_col, each.max_row, each.max_col)
            for each in parsed.merged_cells.mergeCell
        )
        for top, left, bottom, right in ranges:
            for line in range(top, bottom + 1):
                for column in range(left, right + 1):
                    if (line, column) != (top, left):
                        self.cells.pop((line, column), None)
        return list(ranges)

    def _shown(self, place: tuple[int, int], value: Any, style: int) -> str:
        """Return a cell without what is struck out, and its raised text as the mark of a note."""
        font: int = self.reader.wb._cell_styles[style].fontId  # noqa: SLF001 - there is no public way
        struck, raised = font in self.fonts.struck, font in self.fonts.raised
        rich = _is_rich(value)
        if not (rich or struck or raised):
            return self._text(place, value, style)
        text = Text()
        for run in value if rich else (self._text(place, value, style),):
            if isinstance(run, str):
                text.add(run, struck=struck, raised=raised)
            else:
                own = run.font.vertAlign == _RAISED
                text.add(run.text, struck=bool(run.font.strike), raised=own)
        if text.struck:
            self._complain("text-struck", text.struck, place, text.value)
        return text.value

    def _text(self, place: tuple[int, int], value: Any, style: int) -> str:
        """Return a cell as it is shown."""
        match value:
            case None:
                return ""
            case bool():
                return str(value).upper()
            case int() | float():
                return self._number(place, value, self._format(style))
            case date():
                code = self._format(style)
                return shown_date(value, code if len(code) <= _LONGEST else "")
            case _:
                return with_line_ends(str(value))

    def _format(self, style: int) -> str:
        """Return the number format of a style."""
        if style not in self.formats:
            self.formats[style] = self._looked_up(style)
        return self.formats[style]

    def _looked_up(self, style: int) -> str:
        book = self.reader.wb
        number: int = book._cell_styles[style].numFmtId  # noqa: SLF001 - there is no public way
        if number >= _BUILT_IN:
            code: str = book._number_formats[number - _BUILT_IN]  # noqa: SLF001 - as above
            return code
        known: Mapping[int, str] = required("openpyxl.styles.numbers", _EXTRA).BUILTIN_FORMATS
        return known.get(number, "General")

    def _number(self, place: tuple[int, int], value: float, code: str) -> str:
        if not isfinite(value):
            return _FAILED
        is_short = len(code) <= _LONGEST
        day = self._day(value) if is_short and is_date_format(code) else None
        if day is not None:
            return shown_date(day, code)
        shown = shown_number(value, code) if is_short else None
        if shown is None:
            text = plain_number(value)
            self._complain("number-format-unknown", text, place, code[:_SHOWN])
            return text
        if shown.longer:
            self.longer.append(f"{_coordinate(place)}={shown.text}")
        if shown.disguised:
            self.zeros.append(_coordinate(place))
        return shown.text

    def _complain(self, code: str, text: str, place: tuple[int, int], detail: str = "") -> None:
        self.complaints.append(Complaint(code, text, place[0], _coordinate(place), detail))

    def _day(self, value: float) -> date | None:
        """Return the day that a number is, where its format asks for one."""
        converter = required("openpyxl.utils.datetime", _EXTRA)
        try:
            day = converter.from_excel(value, self.reader.wb.epoch)
        except (OverflowError, ValueError):
            return None
        return day if isinstance(day, date) else None

    def _columns(self, grid: Grid, parsed: Any) -> None:
        """Say which columns were read although they are hidden."""
        used = {column for _, column in grid.texts}
        for name, dimension in parsed.column_dimensions.items():
            first, last = int(dimension["min"]), int(dimension["max"])
            if _is_hidden(dimension) and any(first <= column <= last for column in used):
                self.complaints.append(Complaint("column-hidden", name, 1, name))

    def _uncalculated(self) -> None:
        """Say which formulas have no stored result."""
        for place, (_, _, formula) in self.cells.items():
            if formula:
                self._complain("formula-not-calculated", formula, place)


def _is_rich(value: object) -> bool:
    """Whether a text is one of runs."""
    return isinstance(value, list)


def _with_formula(parse: Any, element: Any) -> dict[str, Any]:
    """Parse a cell, and keep its formula where it has no stored result."""
    cell: dict[str, Any] = parse(element)
    if cell["value"] is None:
        formula = next((each for each in element if each.tag.endswith("}f")), None)
        if formula is not None:
            cell["formula"] = f"={formula.text or ''}"
    return cell


def _is_hidden(dimension: Mapping[str, str]) -> bool:
    return dimension.get("hidden") in _TRUE


def _coordinate(place: tuple[int, int]) -> str:
    name: str = required("openpyxl.utils", _EXTRA).get_column_letter(place[1])
    return f"{name}{place[0]}"
