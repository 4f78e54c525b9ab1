"""The sheets of a workbook: which are read, and the tables in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kpikit.io.grid import Grid
from kpikit.io.source import Request, Source, quoted
from kpikit.language.errors import TableError
from kpikit.model.plan import Chosen
from kpikit.table.blocks import Table, split_tables
from kpikit.table.either import explains_all
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.header import closest_header
from kpikit.table.lines import Row
from kpikit.table.sheet import Sheet

__all__ = ["add_sheet", "chosen_sheets"]


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
        raise TableError.told(
            "sheet-not-found", file=request.file, wanted=quoted(absent), found=quoted(titles)
        )
    if wanted:
        return list(wanted)
    for title in titles:
        if title in hidden:
            source.complain("sheet-hidden", title, request.place(1, title))
    return [title for title in titles if title not in hidden]


def add_sheet(source: Source, grid: Grid, title: str, request: Request) -> None:
    """Add the tables of a sheet, or say that it has none."""
    rows = grid.rows(request)
    error: TableError | None = None
    tables, before = list[Table](), list[Row]()
    try:
        tables, before = split_tables(
            rows, request.file, sheet=title, layout=request.layout, vocabulary=request.vocabulary
        )
    except TableError as fault:
        error = fault
    place = request.place(1, title)
    found = _found(grid, title, request)
    if found.is_whole and not explains_all(tables, found):
        source.tables.append(found)
        source.chosen.append(Chosen("sheet", title, place))
    elif error is not None:
        raise error
    elif tables:
        source.tables += tables
        source.remarks += [row.line_text for row in before]
        source.chosen.append(Chosen("sheet", title, place))
    else:
        closest = closest_header(rows, request.layout, request.vocabulary)
        if closest is not None:
            source.closest.append(closest)
        source.chosen.append(Chosen("sheet-without-table", title, place))


def _found(grid: Grid, title: str, request: Request) -> Found:
    """Return what the labels of a sheet tell of its figures."""
    sheet = Sheet.of(
        grid.texts, grid.merges, words=request.layout.words, vocabulary=request.vocabulary
    )
    return Found(request.file, title, facts_of(sheet, request.vocabulary))
