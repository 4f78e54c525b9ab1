"""Workbooks of other kinds (.xls, .xlsb, .ods), through python-calamine.

It gives no number formats. A number below 2 may be a percentage there, 0.985 or 98.5 %, 1 or
100 %: it is read only where its unit is given and is no share, and else an issue says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from kpikit.io.archive import check_archive, damaged
from kpikit.io.extras import required
from kpikit.io.grid import Grid
from kpikit.io.kinds import Kind, checked_bytes
from kpikit.io.number_format import plain_date, plain_number
from kpikit.io.runs import with_line_ends
from kpikit.io.sheets import add_sheet, chosen_sheets
from kpikit.io.source import Request, Source, headless
from kpikit.language.errors import TableError

__all__ = ["read_old_workbook"]

_EXTRA: Final = "xlsx-fast"
#: A number below this may be a percentage.
_LARGEST: Final = 2
#: What reads the file in a process of its own, and how many seconds it may take.
_CHILD: Final = Path(__file__).with_name("calamine_child.py")
_SECONDS: Final = 60


def read_old_workbook(request: Request, kind: Kind) -> Source:
    """Read the tables of a workbook that is no .xlsx file.

    Raises:
        MissingDependencyError: python-calamine is not here.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
    """
    required("python_calamine", _EXTRA)
    checked_bytes(request.file, request.limits)
    if kind is not Kind.XLS:
        check_archive(request.file, request.limits)
    sheets = {sheet["name"]: sheet for sheet in _sheets(request)}
    source = Source()
    hidden = [name for name, sheet in sheets.items() if not sheet["visible"]]
    for title in chosen_sheets(list(sheets), hidden, request, source):
        grid = _grid(sheets[title]["rows"])
        grid.merges = [
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheets[title]["merges"]
        ]
        add_sheet(source, grid, title, request)
    if not source.tables:
        raise headless(request.file, source.closest)
    return source


def _sheets(request: Request) -> list[dict[str, Any]]:
    """Let a process of its own read the file, since a damaged one can stop or end it."""
    import json  # of use for these kinds only

    command = [sys.executable, "-P", str(_CHILD), request.file, *request.layout.sheets]
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(  # noqa: S603 - our own script
            command,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
            timeout=_SECONDS,
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise damaged(request.file, type(error).__name__) from error
    match told:
        case {"error": "password"}:
            raise TableError.told("file-encrypted", file=request.file)
        case {"error": _}:
            raise damaged(request.file, told["detail"])
        case _:
            sheets: list[dict[str, Any]] = told["sheets"]
            return sheets


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
        case {"date": parts}:
            return plain_date(date(*parts))
        case _:
            return with_line_ends(str(value))
