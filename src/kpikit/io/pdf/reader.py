"""A file becomes grids, and these become tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from threading import Lock
from typing import Any, Final

from kpikit.io.archive import damaged
from kpikit.io.extras import required
from kpikit.io.grid import Grid
from kpikit.io.kinds import checked_bytes
from kpikit.io.limits import too_large
from kpikit.io.pdf.blocks import Cell, Head, Heading, Laid, Line, Table, laid_out
from kpikit.io.pdf.joined import Run, runs_of
from kpikit.io.pdf.page import EXTRA, UNKNOWN, Page, page_of, pdfium
from kpikit.io.pdf.rules import Span
from kpikit.io.sheets import add_sheet, chosen_sheets
from kpikit.io.source import Request, Source, headless
from kpikit.language.errors import TableError
from kpikit.model.plan import Chosen
from kpikit.table.header import find_headers
from kpikit.table.lines import Row

__all__ = ["grids_of", "read_pdf"]

#: So many pages stand for all that are told of.
_FEW: Final = 5
#: The library can do one thing at a time.
_ONE_AT_A_TIME: Final = Lock()


def read_pdf(request: Request) -> Source:
    """Read the tables of a PDF file.

    Raises:
        MissingDependencyError: pypdfium2 is not here.
        TableError: It is too large, damaged, encrypted or a picture, or there is no table in it.
    """
    source = Source()
    grids = grids_of(request, source)
    bare: list[str] = []
    for title in chosen_sheets(list(grids), (), request, source):
        if _has_columns(grids[title]):
            add_sheet(source, grids[title], title, request)
        else:
            bare.append(title)
    if bare:
        told = " ".join(bare[:_FEW]) + (" …" if len(bare) > _FEW else "")
        source.chosen.append(Chosen("pages-without-table", told, request.place(1, bare[0])))
    if not source.tables:
        raise headless(request.file, source.closest)
    return source


def _has_columns(grid: Grid) -> bool:
    """Whether there is more than lines."""
    return any(column > 1 for _, column in grid.texts)


def grids_of(request: Request, source: Source) -> dict[str, Grid]:
    """Return the grids of a PDF file by the page that they begin on, ``p1``.

    What stands to the side of a page is a grid of its own, ``p1-2``. What there is to say of the
    file is added to *source*.
    """
    pdfium()
    with _ONE_AT_A_TIME:
        pages = list(_pages(request))
    _check_text(pages, request, source)
    heading = _heading(request)
    laid = [_laid_out(page, heading, request) for page in pages]
    for each in laid:
        _tell(each, request, source)
    grids: dict[str, Grid] = {}
    for run in runs_of(laid, heading):
        grids[run.title], starts = _grid(run)
        _tell_joined(run, starts, request, source)
    return grids


def _pages(request: Request) -> Iterator[Page]:
    """Yield what is drawn on each page."""
    data = checked_bytes(request.file, request.limits)
    library = required("pypdfium2", EXTRA)
    try:
        with library.PdfDocument(data) as document:
            if len(document) > request.limits.pages:
                raise too_large(request.file, "pages", request.limits.pages)
            for number in range(1, len(document) + 1):
                yield _page(document, number, request)
    except library.PdfiumError as error:
        if error.err_code == pdfium().FPDF_ERR_PASSWORD:
            raise TableError.told("file-encrypted", file=request.file) from error
        raise damaged(request.file, error) from error


def _page(document: Any, number: int, request: Request) -> Page:
    if document.get_formtype():
        _fill_in(document, number)
    with closing(document[number - 1]) as page:
        found = page_of(page, number, request.limits.marks)
    if found is None:
        raise too_large(request.file, "marks", request.limits.marks)
    return found


def _fill_in(document: Any, number: int) -> None:
    """Write what was filled into the fields of a form on the page itself."""
    with closing(document[number - 1]) as page:
        pdfium().FPDFPage_Flatten(page.raw, pdfium().FLAT_NORMALDISPLAY)


def _check_text(pages: Sequence[Page], request: Request, source: Source) -> None:
    """Refuse a file without text, and name the pages without."""
    if not any(_is_written(page) for page in pages):
        raise TableError.told("pdf-no-text", file=request.file)
    for page in pages:
        if (page.pictured or page.glyphs) and not _is_written(page):
            title = f"p{page.number}"
            source.complain("pdf-page-no-text", title, request.place(1, title))


def _is_written(page: Page) -> bool:
    """Whether most characters of a page have a code."""
    unknown = sum(glyph.text == UNKNOWN for glyph in page.glyphs)
    return 2 * unknown < len(page.glyphs)


def _laid_out(page: Page, heading: Heading, request: Request) -> Laid:
    laid = laid_out(page, heading, request.limits.cells)
    if laid is None:
        raise too_large(request.file, "cells", request.limits.cells)
    return laid


def _heading(request: Request) -> Heading:
    """Return what finds the header among rows."""

    def heading(rows: Sequence[Row]) -> Head | None:
        for header in find_headers(rows, request.layout, request.vocabulary):
            roles = tuple(column.role for column in header.columns)
            return Head(header.first, header.last, roles)
        return None

    return heading


def _tell(laid: Laid, request: Request, source: Source) -> None:
    """Say what of a page was left out or may be read otherwise."""
    title = f"p{laid.page.number}"
    place = request.place(1, title)
    if laid.struck:
        source.chosen.append(Chosen("struck", " ".join(laid.struck), place))
    for code, texts in (("pdf-over-rule", laid.over), ("pdf-not-plain", laid.uncertain)):
        for text in texts:
            source.complain(code, text, place)


def _tell_joined(run: Run, starts: Sequence[int], request: Request, source: Source) -> None:
    told = " ".join(f"p{page}" for _, block in run.blocks for _, page in block.turns)
    if told:
        source.chosen.append(Chosen("pages", told, request.place(1, run.title)))
    for code, found in (("pdf-row-cut", run.cut), ("pdf-label-cut", run.unsure)):
        for block, row, text in found:
            source.complain(code, text, request.place(starts[block] + row, run.title))
    for page, text in run.apart:
        source.complain("pdf-table-apart", text, request.place(1, f"p{page}"))


def _grid(run: Run) -> tuple[Grid, list[int]]:
    """Write tables and lines below each other, with a blank row between two tables.

    A line is merged over all columns, so that it is not taken for the first cell of a row.

    Returns:
        The grid, and the row that each block begins in.
    """
    grid = Grid()
    starts: list[int] = []
    row, table = 1, False
    width = max((block.columns for _, block in run.blocks), default=1)
    for page, block in run.blocks:
        row += table and isinstance(block, Table)
        starts.append(row)
        if isinstance(block, Line):
            _write(grid, [Cell(Span(0, 0, 0, width - 1), block.text)], row)
        else:
            _write(grid, block.cells, row)
        for at in range(block.rows):
            on = [page, *[number for first, number in block.turns if first <= at]][-1]
            if f"p{on}" != run.title.partition("-")[0]:
                grid.pages[row + at] = f"p{on}"
        row, table = row + block.rows, isinstance(block, Table)
    return grid, starts


def _write(grid: Grid, cells: Iterable[Cell], row: int) -> None:
    for span, text, _ in cells:
        top, left = row + span.top, 1 + span.left
        bottom, right = row + span.bottom, 1 + span.right
        if text:
            grid.texts[top, left] = text
        if (top, left) != (bottom, right):
            grid.merges.append((top, left, bottom, right))
