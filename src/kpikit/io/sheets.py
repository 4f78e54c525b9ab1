"""The sheets of a workbook: which are read, and the tables in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kpikit.io.grid import Grid
from kpikit.io.source import Request, Source
from kpikit.language.errors import TableError
from kpikit.language.issue import Issue
from kpikit.model.plan import Chosen
from kpikit.table.blocks import split_tables
from kpikit.table.faults import table_error
from kpikit.table.header import closest_header

__all__ = ["add_sheet", "chosen_sheets", "no_table"]


def chosen_sheets(
    titles: Sequence[str], hidden: Collection[str], request: Request, source: Source
) -> list[str]:
    """Return the sheets to read: those of the layout, else all that can be seen.

    Raises:
        TableError: The layout names a sheet that is not there.
    """
    wanted = request.layout.sheets
    absent = [title for title in wanted if title not in titles]
    if absent:
        raise table_error(
            "sheet-not-found",
            file=request.file,
            wanted="".join(f"「{title}」" for title in absent),
            found="".join(f"「{title}」" for title in titles),
        )
    if wanted:
        return list(wanted)
    for title in titles:
        if title in hidden:
            place = request.place(1, title)
            source.issues.append(Issue("sheet-hidden", title, 0, len(title), "", place))
    return [title for title in titles if title not in hidden]


def add_sheet(source: Source, grid: Grid, title: str, request: Request) -> None:
    """Add the tables of a sheet, or say that it has none."""
    rows = grid.rows(request)
    tables, before = split_tables(
        rows,
        request.file,
        sheet=title,
        layout=request.layout,
        vocabulary=request.vocabulary,
    )
    place = request.place(1, title)
    if tables:
        source.tables += tables
        source.remarks += [row.line_text for row in before]
        source.chosen.append(Chosen("sheet", title, place))
    else:
        closest = closest_header(rows, request.layout, request.vocabulary)
        if closest is not None:
            source.closest.append(closest)
        source.chosen.append(Chosen("sheet-without-table", title, place))


def no_table(source: Source, request: Request) -> TableError:
    """Return the error for a workbook without a table, with the headings that come closest."""
    found = [f"「{row.cells[at].strip()}」" for row in source.closest for at in row.filled]
    return table_error("table-no-header", file=request.file, found=" ".join(found) or "—")
