"""Read a file as a plan, whatever kind of file it is."""

from __future__ import annotations

import os

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.io.json_file import read_json
from kpikit.io.kinds import Kind, kind_of
from kpikit.io.limits import USUAL_LIMITS, Limits
from kpikit.io.source import Request, Source, quoted
from kpikit.io.text import read_text
from kpikit.language.errors import ReadingError, TableError
from kpikit.model.plan import Plan
from kpikit.table.headings import folded
from kpikit.table.layout import PLAIN, Layout
from kpikit.table.read import plan_of

__all__ = ["read_plan"]


def read_plan(
    path: str | os.PathLike[str],
    *,
    layout: Layout | None = None,
    encoding: str | None = None,
    strict: bool = False,
    vocabulary: Vocabulary = USUAL,
    limits: Limits = USUAL_LIMITS,
) -> Plan:
    """Read the KPI tables of a plan.

    Text files (``.csv``, ``.tsv``, ``.txt``), workbooks (``.xlsx``; ``.xls``, ``.xlsb`` and
    ``.ods`` with the extra ``xlsx-fast``) and PDF files that have text (``.pdf``, with the extra
    ``pdf-in``) hold one or more tables as published: a title, a header of one or more rows, rows
    of cells, sections as lines with a mark (◆, ○), a legend.
    A ``.json`` file is a plan that :func:`write_plan` wrote, or a ``datapackage.json``.
    Columns are known by their headings, see ``kpikit.table.SYNONYMS``; those of
    other headings are kept as text.

    Args:
        path: The file, or the ``datapackage.json`` of several.
        layout: What the headings and the file do not tell.
        encoding: How a text file is encoded, by default what fits (UTF-8, cp932, EUC-JP); that
            of a package says so itself.
        strict: Whether to raise if anything could not be read.
        vocabulary: The words that cells are read by.
        limits: How large the file may be.

    Returns:
        The plan. What could not be read is listed in its issues; no row is left out. How the
        file was taken is listed in ``chosen``.

    Raises:
        OSError: The file cannot be opened.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
        FormatError: A plan or package as JSON that is none; all that is wrong is listed.
        MissingDependencyError: Its kind is read by a library that an extra installs.
        ReadingError: *strict* was asked for and there are issues; it holds all of them.
    """
    request = Request(os.fspath(path), layout or PLAIN, encoding, vocabulary, limits)
    kind = kind_of(request.file)
    read = read_json(request) if kind is Kind.JSON else _tables(request, kind)
    plan = read if isinstance(read, Plan) else _plan(read, request)
    if strict and plan.issues:
        raise ReadingError(plan.issues)
    return plan


def _tables(request: Request, kind: Kind) -> Source:
    """Read a file of tables; the reader of its kind is imported now."""
    if kind is Kind.TEXT:
        return read_text(request)
    if kind is Kind.XLSX:
        from kpikit.io.workbook import read_workbook  # of use for its kind only

        return read_workbook(request)
    if kind is Kind.PDF:
        from kpikit.io.pdf import read_pdf  # of use for its kind only

        return read_pdf(request)
    from kpikit.io.calamine import read_old_workbook  # of use for its kind only

    return read_old_workbook(request, kind)


def _plan(source: Source, request: Request) -> Plan:
    _check_layout(source, request)
    plan = plan_of(
        source.tables,
        remarks=source.remarks,
        title=source.title,
        file=request.file,
        chosen=source.chosen,
        vocabulary=request.vocabulary,
    )
    return attrs.evolve(plan, issues=(*source.issues, *plan.issues))


def _check_layout(source: Source, request: Request) -> None:
    """Refuse a file without a column that the layout names."""
    found = [column.heading for table in source.tables for column in table.columns]
    known = {folded(heading) for heading in found}
    absent = [
        column.heading for column in request.layout.columns if folded(column.heading) not in known
    ]
    if absent:
        raise TableError.told(
            "layout-columns",
            file=request.file,
            wanted=quoted(absent),
            found=quoted(heading for heading in found if heading.strip()),
        )
