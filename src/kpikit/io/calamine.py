"""Workbooks of other kinds (.xls, .xlsb), through python-calamine.

It gives no number formats. A number below 2 may be a percentage there, 0.985 or 98.5 %, 1 or
100 %: it is read only where its unit is given and is no share, and else an issue says so.

A damaged .xls file can send python-calamine into an endless loop, or make it panic or abort.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from kpikit.io.archive import check_parts, damaged
from kpikit.io.extras import required
from kpikit.io.grid import Grid, Sheet
from kpikit.io.kinds import Kind
from kpikit.io.number_format import plain_date, plain_number
from kpikit.io.runs import with_line_ends
from kpikit.io.task import Task
from kpikit.language.errors import TableError

__all__ = ["sheets_of"]

_EXTRA: Final = "xlsx-fast"
#: What PyO3 makes of a panic: no ``Exception``, and nowhere to be imported from.
_PANIC: Final = "PanicException"
#: A number below this may be a percentage.
_LARGEST: Final = 2


def sheets_of(task: Task) -> list[Sheet]:
    """Return the sheets of a workbook that is no .xlsx file.

    Raises:
        TableError: It is too large, damaged or encrypted.
    """
    if task.kind is Kind.XLSB:
        check_parts(task.document, task.limits)
    calamine = required("python_calamine", _EXTRA)
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(task.document.data)) as book:
            return [_sheet(book, data, calamine, task) for data in book.sheets_metadata]
    except calamine.PasswordError as error:
        raise TableError.told("file-encrypted", file=task.document.name) from error
    except calamine.CalamineError as error:
        raise damaged(task.document.name, error) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise damaged(task.document.name, error) from error


def _sheet(book: Any, data: Any, calamine: Any, task: Task) -> Sheet:
    visible = data.visible == calamine.SheetVisibleEnum.Visible
    if not task.wants(data.name, visible=visible):
        return Sheet(data.name, visible=visible)
    sheet = book.get_sheet_by_name(data.name)
    grid = _grid(sheet.to_python(skip_empty_area=False))
    grid.merges = [
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    return Sheet(data.name, grid, visible)


def _grid(rows: Sequence[Sequence[Any]]) -> Grid:
    grid = Grid()
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            text = _text(value)
            if text:
                grid.texts[line, column] = text
            if _is_doubtful(value):
                grid.doubtful.add((line, column))
    return grid


def _is_doubtful(value: object) -> bool:
    """Whether a value is a number that may be a percentage; zero is zero in any case."""
    return (
        isinstance(value, int | float) and not isinstance(value, bool) and 0 < abs(value) < _LARGEST
    )


def _text(value: Any) -> str:
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return plain_number(value)
        case date():
            return plain_date(value)
        case _:
            return with_line_ends(str(value))
