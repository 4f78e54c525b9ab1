"""The tables of a document that says where each of them ends: a Word file, a web page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import attrs

from kpikit.io.child import sheets_of
from kpikit.io.grid import Sheet
from kpikit.io.kinds import Kind
from kpikit.io.sheets import tell
from kpikit.io.source import Closest, Request, Source, headless, quoted
from kpikit.io.task import Task
from kpikit.language.errors import TableError
from kpikit.model.plan import Chosen
from kpikit.table.blocks import Table, have_rows, split_tables
from kpikit.table.cells import Cells
from kpikit.table.doubted import Range, certain_part
from kpikit.table.either import are_doubtful, better_way, has_all, tells_more
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.lines import Row

__all__ = ["add_tables", "read_word"]

#: How many cells show which table is meant.
_FEW: Final = 5


def read_word(request: Request) -> Source:
    """Read the tables of a Word file.

    Raises:
        MissingDependencyError: defusedxml is not here.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
    """
    source = Source()
    for sheet in sheets_of(Task(Kind.WORD, request.document, limits=request.limits)):
        add_tables(source, sheet, request)
    return source


def add_tables(source: Source, sheet: Sheet, request: Request) -> None:
    """Add the tables of a document, and what there is to say of the rest, to a source.

    Raises:
        TableError: No table is one of indicators.
    """
    _find_tables(source, sheet, request)
    source.title = sheet.called
    source.remarks[:] = [each for each in source.remarks if each != sheet.called]
    tell(source, sheet, request)


def _find_tables(source: Source, sheet: Sheet, request: Request) -> None:
    """Add each table that is one of indicators, with the lines above it, and name the others.

    What follows a table is never its body: a document says where a table ends.
    """
    rows = sheet.grid.rows(request)
    cells = _cells(sheet, request)
    request.look("", cells)
    found = _told(cells, sheet.called, request)
    fault: TableError | None = None
    try:
        _split_all(source, sheet, rows, request)
    except TableError as error:
        fault = error
    tables = [each for each in source.tables if isinstance(each, Table)]
    if found is not None and tells_more(found, tables):
        _take(source, found)
    elif fault is not None or (found is not None and not _are_certain(found, tables)):
        source.tables.clear()
    if not source.tables and found is not None:
        _take_certain(source, found, sheet, request)
    if not source.tables:
        raise fault or headless(request.file, source.closest, source.twice)


def _take(source: Source, found: Found) -> None:
    """Take what labels tell in place of what headings do."""
    source.tables[:], source.remarks[:] = [found], []
    source.chosen[:] = [each for each in source.chosen if each.what != "table-left"]


def _take_certain(source: Source, found: Found, sheet: Sheet, request: Request) -> None:
    """Take what labels tell of tables beside others that are in doubt, and say which these are."""

    def without(doubted: Sequence[Range]) -> Found:
        return _of_labels(_cells(_without(sheet, doubted), request), sheet.called, request)

    part = certain_part(found, sheet.grid.tables, without)
    if part is not None:
        rest, doubted = part
        _take(source, rest)
        source.issues += found.left_within(doubted)


def _without(sheet: Sheet, tables: Sequence[Range]) -> Sheet:
    """Return a document without some of its tables."""
    gone = {row for first, last in tables for row in range(first, last + 1)}
    grid = sheet.grid
    texts = {place: text for place, text in grid.texts.items() if place[0] not in gone}
    merges = [each for each in grid.merges if each[0] not in gone]
    return attrs.evolve(sheet, grid=attrs.evolve(grid, texts=texts, merges=merges))


def _are_certain(found: Found, tables: Sequence[Table]) -> bool:
    """Whether there are tables of indicators by their headings, and labels say nothing else."""
    whole = [each for each in tables if has_all(each)]
    return bool(whole) and not are_doubtful(found, whole)


def _cells(sheet: Sheet, request: Request) -> Callable[[], Cells]:
    return partial(
        Cells.of,
        sheet.grid.texts,
        sheet.grid.merges,
        titles=sheet.grid.titles,
        labels=request.layout.labels,
        vocabulary=request.vocabulary,
    )


def _told(cells: Callable[[], Cells], called: str, request: Request) -> Found | None:
    """Return what the labels of a document tell, where no layout says it."""
    return None if request.layout.names_columns else _of_labels(cells, called, request)


def _of_labels(cells: Callable[[], Cells], called: str, request: Request) -> Found:
    def told(sheet: Cells) -> Found:
        facts = facts_of(sheet, request.vocabulary)
        return Found(request.file, "", facts, called, ahead=request.layout.ahead)

    return better_way(told(cells()), lambda: told(cells().turned()))


def _split_all(source: Source, sheet: Sheet, rows: Sequence[Row], request: Request) -> None:
    """Add each table whose headings say what it is, and name the others."""
    start = 0
    for first, last in sheet.grid.tables:
        end = bisect_right(rows, last, key=lambda row: row.line)
        piece, start = rows[start:end], end
        tables, before = _split(piece, request)
        source.tables += tables
        source.remarks += [row.line_text for row in before if tables or row.line < first]
        if not tables:
            _pass_over([row for row in piece if row.line >= first], source, request)
    source.remarks += [row.line_text for row in rows[start:] if row.is_new]


def _split(rows: Sequence[Row], request: Request) -> tuple[list[Table], list[Row]]:
    layout, vocabulary = request.layout, request.vocabulary
    tables, before = split_tables(rows, request.file, layout=layout, vocabulary=vocabulary)
    return (tables if have_rows(tables) else []), before


def _pass_over(rows: Sequence[Row], source: Source, request: Request) -> None:
    """Say which table is none of indicators."""
    source.closest += Closest.among(rows, request)
    named = next((row for row in rows if row.is_new), None)
    if named is not None:
        shown = quoted(named.cells[at] for at in named.filled[:_FEW])
        source.chosen.append(Chosen("table-left", shown, request.place(named.line)))
