"""The sheets of a document: which are read, and the tables in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Final
from unicodedata import normalize

import attrs

from kpikit.io.child import sheets_of
from kpikit.io.draft_words import parts_of_draft
from kpikit.io.grid import Grid, Sheet
from kpikit.io.kinds import Kind
from kpikit.io.report_words import sheets_of_report
from kpikit.io.source import Closest, Request, Source, headless, quoted
from kpikit.io.task import Task
from kpikit.language.errors import TableError
from kpikit.language.lines import SAMPLE
from kpikit.language.pattern import pattern
from kpikit.model.plan import Chosen
from kpikit.table.cells import Cells
from kpikit.table.either import read_sheet
from kpikit.table.eras import years_named
from kpikit.table.headings import Role

__all__ = ["add_sheet", "chosen_sheets", "join_halves", "read_sheets", "tell"]

_SAMPLE: Final = pattern(SAMPLE, re.IGNORECASE)


def read_sheets(request: Request, kind: Kind) -> Source:
    """Read the tables of a document that has sheets.

    Raises:
        MissingDependencyError: A library that reads it is not here.
        TableError: It is too large, damaged or encrypted, takes too long, or has no table.
    """
    task = Task(kind, request.document, request.layout.sheets, request.encoding, request.limits)
    sheets = {sheet.title: sheet for sheet in sheets_of(task)}
    if parts_of_draft({title: sheet.grid for title, sheet in sheets.items()}):
        raise TableError.told("draft-as-table", file=request.file)
    source = Source()
    left = leave_report(sheets, request, source)
    hidden = [title for title, sheet in sheets.items() if not sheet.visible]
    grids = {title: sheet.grid for title, sheet in sheets.items() if title not in left}
    for title in chosen_sheets(list(sheets), hidden, request, source):
        if title in left:
            continue
        tell(source, sheets[title], request)
        add_sheet(source, grids, title, request)
    join_halves(source)
    if source.tables:
        tell_without_targets(source)
    if not source.tables:
        raise headless(request.file, source.closest, source.twice)
    return source


def leave_report(sheets: dict[str, Sheet], request: Request, source: Source) -> list[str]:
    """Return the sheets that a report has beside the published tables, and say so.

    Raises:
        TableError: There is no other sheet, or none is asked for.
    """
    found = sheets_of_report(sheets)
    if found and set(request.layout.sheets or sheets) <= set(found):
        raise TableError.told("report-as-table", file=request.file, found=quoted(found))
    source.chosen += [Chosen("of-report", title, request.place(1, title)) for title in found]
    return found


def tell(source: Source, sheet: Sheet, request: Request) -> None:
    """Say what could not be read of a sheet, and how it was taken."""
    for each in sheet.complaints:
        place = request.place(each.line, sheet.title, each.column)
        source.complain(each.code, each.text, place, each.detail)
    place = request.place(1, sheet.title)
    source.chosen += [Chosen(what, value, place) for what, value in sheet.chosen]


def chosen_sheets(
    titles: Sequence[str], hidden: Collection[str], request: Request, source: Source
) -> list[str]:
    """Return the sheets to read: those of the layout, else all that can be seen.

    Raises:
        TableError: The layout names a sheet that is not there, or all sheets are samples.
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
    seen = [title for title in titles if title not in hidden]
    samples = [title for title in seen if _SAMPLE.search(normalize("NFKC", title))]
    if samples and samples == seen:
        raise TableError.told("sheets-sample", file=request.file, found=quoted(samples))
    source.chosen += [Chosen("sample", title, request.place(1, title)) for title in samples]
    return [title for title in seen if title not in samples]


def add_sheet(
    source: Source,
    grids: Mapping[str, Grid],
    title: str,
    request: Request,
    *,
    are_pages: bool = False,
) -> None:
    """Add the tables of a sheet among others, or say that it has none.

    Args:
        source: What they are added to.
        grids: The sheets, in their order.
        title: What the sheet is called.
        request: How it is read.
        are_pages: Whether they are pages of one document.
    """
    grid = grids[title]
    rows = grid.rows(request)

    def years_beside() -> list[str]:
        others = (each for name, each in grids.items() if name != title)
        return [year for each in others for year in years_named(each.texts)]

    def pages_before() -> list[Mapping[tuple[int, int], str]]:
        return [grids[name].texts for name in takewhile(title.__ne__, grids if are_pages else ())]

    def cells() -> Cells:
        sheet = Cells.of(
            grid.texts,
            grid.merges,
            name=title,
            doubtful=grid.doubtful,
            labels=request.layout.labels,
            vocabulary=request.vocabulary,
        )
        sheet.years_beside = years_beside
        sheet.pages_before = pages_before
        return sheet

    request.look(title, cells)
    sheet = read_sheet(
        rows,
        cells,
        request.file,
        name=title,
        layout=request.layout,
        vocabulary=request.vocabulary,
    )
    place = request.place(1, title)
    if sheet.tables:
        source.tables += sheet.tables
        source.remarks += [row.line_text for row in sheet.before]
        source.issues += sheet.issues
        source.chosen.append(Chosen("sheet", title, place))
    else:
        source.closest += Closest.among(rows, request, title)
        source.halves += [sheet.half] if sheet.half else []
        source.rests += [sheet.rest] if sheet.rest else []
        source.twice += sheet.twice
        if sheet.refused:
            source.complain("header-unclear", title, place, sheet.refused)
        source.chosen.append(Chosen("sheet-without-table", title, place))


def tell_without_targets(source: Source) -> None:
    """Say which figures of sheets that are not read may be the targets of the names there."""
    read = {table.sheet for table in source.tables}
    for rest in source.rests:
        found = rest()
        source.issues += [] if found.sheet in read else found.left_without_targets()


def join_halves(source: Source) -> None:
    """Join the sheet that has the targets with the one that has the actuals of the same names."""
    targets = [half for half in source.halves if half.half is Role.TARGET]
    rests = source.rests if len(targets) == 1 else []
    others = [*source.halves, *(rest() for rest in rests)]
    actuals = [half for half in others if half.half is Role.ACTUAL]
    if len(targets) != 1 or len(actuals) != 1:
        return
    (one,), (other,) = targets, actuals
    joined = attrs.evolve(one, facts=one.facts.with_those_of(other.facts))
    names = {group.name for group in one.groups}
    is_same = names == {group.name for group in other.groups}
    if not is_same or one.hidden or other.hidden or not joined.is_whole:
        return
    titles = {one.sheet, other.sheet}
    source.tables.append(joined)
    source.issues[:] = [
        each
        for each in source.issues
        if each.code != "header-unclear"
        or each.location is None
        or each.location.sheet not in titles
    ]
    source.chosen[:] = [
        attrs.evolve(each, what="sheet")
        if each.what == "sheet-without-table" and each.value in titles
        else each
        for each in source.chosen
    ]
