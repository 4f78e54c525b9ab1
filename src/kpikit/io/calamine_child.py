"""Reads a workbook in a process of its own, and prints its cells as JSON.

A damaged .xls file can send python-calamine into an endless loop, or make it abort the process:
that must not be the process of the caller. Nothing of kpikit is imported here, so that it
starts quickly.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, TextIO

import python_calamine

__all__ = ["main", "sheets_of"]

#: So many bytes of memory may be asked for, where the system can be told.
_MEMORY: Final = 4 << 30


def main(arguments: Sequence[str], output: TextIO) -> None:
    """Print the sheets of a workbook, or why there are none.

    Args:
        arguments: The file, and the sheets that are read though hidden.
        output: Where to.
    """
    file, *wanted = arguments
    told: dict[str, Any]
    try:
        told = {"sheets": sheets_of(file, wanted)}
    except python_calamine.PasswordError:
        told = {"error": "password"}
    except python_calamine.CalamineError as error:
        told = {"error": "damaged", "detail": str(error)}
    json.dump(told, output)


def sheets_of(file: str, wanted: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sheets: their names, whether they can be seen, their cells and merges."""
    visible = python_calamine.SheetVisibleEnum.Visible
    found: list[dict[str, Any]] = []
    # Its stub leaves the kind of path open.
    load: Any = python_calamine.CalamineWorkbook.from_path  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    with load(file) as book:
        for data in book.sheets_metadata:
            seen = data.visible == visible
            sheet: Any = book.get_sheet_by_name(data.name) if seen or data.name in wanted else None
            rows: list[list[Any]] = sheet.to_python(skip_empty_area=False) if sheet else []
            merges = sheet.merged_cell_ranges if sheet else None
            cells = [[_plain(value) for value in row] for row in rows]
            found.append(
                {"name": data.name, "visible": seen, "rows": cells, "merges": merges or []}
            )
    return found


def _plain(value: object) -> object:
    """Return a value that JSON has: a date as an object of its parts."""
    if isinstance(value, date):
        return {"date": [value.year, value.month, value.day]}
    return value if isinstance(value, str | bool | int | float) else str(value)


def _limit_memory() -> None:
    try:
        import resource  # not every system has it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _limit_memory()
    main(sys.argv[1:], sys.stdout)
