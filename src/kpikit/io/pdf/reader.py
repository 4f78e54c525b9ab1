"""A file becomes grids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from threading import Lock
from typing import Any, Final

import attrs

from kpikit.cell.vocabulary import USUAL
from kpikit.io.archive import damaged
from kpikit.io.extras import required
from kpikit.io.grid import Complaint, Grid, Sheet
from kpikit.io.limits import too_large
from kpikit.io.pdf.blocks import Cell, Head, Heading, Laid, Line, Table, laid_out
from kpikit.io.pdf.joined import Run, runs_of
from kpikit.io.pdf.page import EXTRA, UNKNOWN, Page, page_of, pdfium
from kpikit.io.pdf.rules import Span
from kpikit.io.pdf.title import title_of
from kpikit.io.task import Task
from kpikit.language.errors import TableError
from kpikit.table.header import find_headers
from kpikit.table.layout import PLAIN
from kpikit.table.lines import Row

__all__ = ["sheets_of"]

#: The library can do one thing at a time.
_ONE_AT_A_TIME: Final = Lock()


@attrs.define
class _Told:
    """What there is to say, by the page that it is of."""

    complaints: defaultdict[str, list[Complaint]] = attrs.field(factory=lambda: defaultdict(list))
    chosen: defaultdict[str, list[tuple[str, str]]] = attrs.field(factory=lambda: defaultdict(list))

    def complain(self, page: str, code: str, text: str, line: int = 1) -> None:
        """Add an issue."""
        self.complaints[page].append(Complaint(code, text, line))


def sheets_of(task: Task) -> list[Sheet]:
    """Return the grids of a PDF file, called by the page that they begin on, ``p1``.

    What stands to the side of a page is a grid of its own, ``p1-2``. A page that no grid begins
    on has no cells.

    Raises:
        TableError: It is too large, damaged, encrypted or a picture.
    """
    told = _Told()
    with _ONE_AT_A_TIME:
        pages = list(_pages(task))
    _check_text(pages, task, told)
    heading = _heading(task)
    laid = [_laid_out(page, heading, task) for page in pages]
    for each in laid:
        _tell(each, told)
    called = title_of(laid[0])
    grids: dict[str, Grid] = {}
    for run in runs_of(laid, heading):
        grids[run.title], starts = _grid(run)
        _tell_joined(run, starts, told)
    return [
        Sheet(
            title,
            grids.get(title, Grid()),
            complaints=told.complaints[title],
            chosen=told.chosen[title],
            called=called,
        )
        for title in dict.fromkeys((*grids, *told.complaints, *told.chosen))
    ]


def _pages(task: Task) -> Iterator[Page]:
    """Yield what is drawn on each page."""
    library = required("pypdfium2", EXTRA)
    try:
        with library.PdfDocument(task.document.data) as document:
            if len(document) > task.limits.pages:
                raise too_large(task.file, "pages", task.limits.pages)
            for number in range(1, len(document) + 1):
                yield _page(document, number, task)
    except library.PdfiumError as error:
        if error.err_code == pdfium().FPDF_ERR_PASSWORD:
            raise TableError.told("file-encrypted", file=task.file) from error
        raise damaged(task.file, error) from error


def _page(document: Any, number: int, task: Task) -> Page:
    if document.get_formtype():
        _fill_in(document, number)
    with closing(document[number - 1]) as page:
        found = page_of(page, number, task.limits.marks)
    if found is None:
        raise too_large(task.file, "marks", task.limits.marks)
    return found


def _fill_in(document: Any, number: int) -> None:
    """Write what was filled into the fields of a form on the page itself."""
    with closing(document[number - 1]) as page:
        pdfium().FPDFPage_Flatten(page.raw, pdfium().FLAT_NORMALDISPLAY)


def _check_text(pages: Sequence[Page], task: Task, told: _Told) -> None:
    """Refuse a file without text, and name the pages without."""
    if not any(_is_written(page) for page in pages):
        raise TableError.told("pdf-no-text", file=task.file)
    for page in pages:
        if (page.pictured or page.glyphs) and not _is_written(page):
            title = f"p{page.number}"
            told.complain(title, "pdf-page-no-text", title)


def _is_written(page: Page) -> bool:
    """Whether most characters of a page have a code."""
    unknown = sum(glyph.text == UNKNOWN for glyph in page.glyphs)
    return 2 * unknown < len(page.glyphs)


def _laid_out(page: Page, heading: Heading, task: Task) -> Laid:
    laid = laid_out(page, heading, task.limits.cells)
    if laid is None:
        raise too_large(task.file, "cells", task.limits.cells)
    return laid


def _heading(task: Task) -> Heading:
    """Return what finds the header among rows."""
    layout, vocabulary = task.layout or PLAIN, task.vocabulary or USUAL

    def heading(rows: Sequence[Row]) -> Head | None:
        for header in find_headers(rows, layout, vocabulary):
            roles = tuple(column.role for column in header.columns)
            return Head(header.first, header.last, roles)
        return None

    return heading


def _tell(laid: Laid, told: _Told) -> None:
    """Say what of a page was left out or may be read otherwise."""
    title = f"p{laid.page.number}"
    if laid.struck:
        told.chosen[title].append(("struck", " ".join(laid.struck)))
    for code, texts in (("pdf-over-rule", laid.over), ("pdf-not-plain", laid.uncertain)):
        for text in texts:
            told.complain(title, code, text)


def _tell_joined(run: Run, starts: Sequence[int], told: _Told) -> None:
    pages = " ".join(f"p{page}" for _, block in run.blocks for _, page in block.turns)
    if pages:
        told.chosen[run.title].append(("pages", pages))
    for code, found in (("pdf-row-cut", run.cut), ("pdf-label-cut", run.unsure)):
        for block, row, text in found:
            told.complain(run.title, code, text, starts[block] + row)
    for page, text in run.apart:
        told.complain(f"p{page}", "pdf-table-apart", text)


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
