"""Workbooks of other kinds (.xls, .xlsb, .ods), through python-calamine.

It gives no number formats. A number below 2 with decimals may be a percentage there, 0.985 or
98.5 %: it is not read, and an issue says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from kpikit.io.archive import check_archive, damaged
from kpikit.io.extras import required
from kpikit.io.grid import Grid
from kpikit.io.kinds import Kind, checked_bytes
from kpikit.io.number_format import plain_date, plain_number
from kpikit.io.sheets import add_sheet, chosen_sheets, no_table
from kpikit.io.source import Request, Source
from kpikit.table.faults import table_error

__all__ = ["read_old_workbook"]

_EXTRA: Final = "xlsx-fast"
#: A number below this with decimals may be a percentage.
_LARGEST: Final = 2


def read_old_workbook(request: Request, kind: Kind) -> Source:
    """Read the tables of a workbook that is no .xlsx file.

    Raises:
        MissingDependencyError: python-calamine is not here.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
    """
    calamine = required("python_calamine", _EXTRA)
    checked_bytes(request.file, request.limits)
    if kind is not Kind.XLS:
        check_archive(request.file, request.limits)
    source = Source()
    try:
        with calamine.CalamineWorkbook.from_path(request.file) as book:
            _read(book, request, source, calamine)
    except calamine.PasswordError as error:
        raise table_error("file-encrypted", file=request.file) from error
    except calamine.CalamineError as error:
        raise damaged(request.file, error) from error
    if not source.tables:
        raise no_table(source, request)
    return source


def _read(book: Any, request: Request, source: Source, calamine: Any) -> None:
    titles: list[str] = list(book.sheet_names)
    visible = calamine.SheetVisibleEnum.Visible
    hidden = [sheet.name for sheet in book.sheets_metadata if sheet.visible != visible]
    for title in chosen_sheets(titles, hidden, request, source):
        sheet = book.get_sheet_by_name(title)
        grid = _grid(sheet.to_python(skip_empty_area=False))
        grid.merges = [
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        add_sheet(source, grid, title, request)


def _grid(rows: Sequence[Sequence[Any]]) -> Grid:
    grid = Grid()
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            text = _text(value)
            if text:
                grid.texts[line, column] = text
        grid.doubtful |= {(line, column) for column in _doubtful(row)}
    return grid


def _doubtful(row: Sequence[Any]) -> list[int]:
    """Return the columns of numbers that may be percentages; beside such ones, 1 may be 100 %."""
    numbers = [
        (column, value)
        for column, value in enumerate(row, 1)
        if isinstance(value, int | float) and abs(value) < _LARGEST and value
    ]
    has_parts = any(value != int(value) for _, value in numbers)
    return [column for column, _ in numbers] if has_parts else []


def _text(value: Any) -> str:
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return plain_number(value)
        case date():
            return plain_date(value)
        case _:
            return str(value)
