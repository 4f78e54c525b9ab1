"""The grids of a PDF file become tables."""

from __future__ import annotations

from typing import Final

from kpikit.io.child import sheets_of
from kpikit.io.grid import Grid
from kpikit.io.kinds import Kind
from kpikit.io.sheets import add_sheet, chosen_sheets, tell
from kpikit.io.source import Request, Source, headless
from kpikit.io.task import Task
from kpikit.model.plan import Chosen

__all__ = ["read_pdf"]

#: So many pages stand for all that are told of.
_FEW: Final = 5


def read_pdf(request: Request) -> Source:
    """Read the tables of a PDF file.

    Raises:
        MissingDependencyError: pypdfium2 is not here.
        TableError: It is too large, damaged, encrypted or a picture, takes too long, or there is
            no table in it.
    """
    source = Source()
    grids: dict[str, Grid] = {}
    for sheet in sheets_of(_task(request)):
        tell(source, sheet, request)
        source.title = sheet.called
        if sheet.grid.texts:
            grids[sheet.title] = sheet.grid
    bare: list[str] = []
    for title in chosen_sheets(list(grids), (), request, source):
        if _has_columns(grids[title]):
            add_sheet(source, grids, title, request, are_pages=True)
        else:
            bare.append(title)
    if bare:
        told = " ".join(bare[:_FEW]) + (" …" if len(bare) > _FEW else "")
        source.chosen.append(Chosen("pages-without-table", told, request.place(1, bare[0])))
    if not source.tables:
        raise headless(request.file, source.closest, source.twice)
    return source


def _task(request: Request) -> Task:
    return Task(
        Kind.PDF,
        request.document,
        limits=request.limits,
        layout=request.layout,
        vocabulary=request.vocabulary,
    )


def _has_columns(grid: Grid) -> bool:
    """Whether there is more than lines."""
    return any(column > 1 for _, column in grid.texts)
