"""The sheets of a workbook: which are read, and the tables in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kpikit.io.grid import Grid
from kpikit.io.source import Request, Source, quoted
from kpikit.language.errors import TableError
from kpikit.model.plan import Chosen
from kpikit.table.either import read_sheet
from kpikit.table.header import closest_header
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
    sheet = Sheet.of(
        grid.texts,
        grid.merges,
        doubtful=grid.doubtful,
        words=request.layout.words,
        vocabulary=request.vocabulary,
    )
    tables, before = read_sheet(
        rows,
        sheet,
        request.file,
        name=title,
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
