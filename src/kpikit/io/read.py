"""Read a plan, whatever it is given as: a file, a folder of files, bytes, a stream."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Final, TypeAlias, cast

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.io.document import Readable, is_folder, is_several, taken
from kpikit.io.fitting import check_columns, fitted, labels_left
from kpikit.io.json_file import read_json
from kpikit.io.kinds import SUFFIXES, Kind, kind_of
from kpikit.io.limits import USUAL_LIMITS, Limits
from kpikit.io.source import Request, Source
from kpikit.io.text import read_text
from kpikit.io.uncalculated import gathered
from kpikit.language.errors import KpikitError, ReadingError
from kpikit.model._given import check_given
from kpikit.model.plan import Plan
from kpikit.table.layout import PLAIN, Layout
from kpikit.table.read import plan_of

__all__ = ["planned", "read_plan", "tables_of"]

#: What begins the names of files that programs leave beside those of people: hidden, or locks.
_LEFT: Final = (".", "~$")
#: A plan, and the files whose tables are in it.
_Read: TypeAlias = tuple[Plan, frozenset[str]]


def read_plan(
    source: Readable | Iterable[Readable],
    *,
    name: str = "",
    layout: Layout | None = None,
    encoding: str | None = None,
    strict: bool = False,
    vocabulary: Vocabulary = USUAL,
    limits: Limits = USUAL_LIMITS,
) -> Plan:
    r"""Read the KPI tables of a plan.

    Text files (``.csv``, ``.tsv``, ``.txt``), workbooks (``.xlsx`` and ``.ods``; ``.xls`` and
    ``.xlsb`` with the extra ``xlsx-fast``), Word files (``.docx`` with the extra ``word``), PDF
    files that have text (``.pdf`` with the extra ``pdf-in``) and web pages (``.html``, ``.htm``)
    hold one or more tables as published: a title, a header of one or more rows, rows of cells,
    sections as lines with a mark (◆, ○), a legend.
    A ``.json`` file is a plan that :func:`write_plan` wrote, or a ``datapackage.json``.
    Columns are known by their headings, see ``kpikit.table.SYNONYMS``; those of
    other headings are kept as text.

    A folder stands for all files of these kinds in it, in the order of their names; folders in
    it, and files that begin with ``.`` or ``~$``, are left out. The plans of several files are
    merged: their sections follow each other. An indicator that several files have in the same
    section, with the same figures or without any, stands once; where figures for the same period
    differ, both stay and an issue says so (``merge-conflict``). A file that cannot be read is an
    issue (``file-unread``).

    Args:
        source: A path, or bytes, or a stream, or several of these. Pasted text is given as bytes
            or as ``io.StringIO``.
        name: What messages call bytes or a stream; how it ends tells their kind. By default the
            name of the stream, and the kind is told by the content.
        layout: What the headings and the file do not tell.
        encoding: How a text file is encoded, by default what fits (UTF-8, cp932, EUC-JP); that
            of a package says so itself.
        strict: Whether to raise if anything could not be read.
        vocabulary: The words that cells are read by.
        limits: How large each file may be, and how long reading it may take.

    Returns:
        The plan. What could not be read is listed in its issues; no row is left out. How the
        file was taken is listed in ``chosen``.

    Raises:
        OSError: The file cannot be opened.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
        FormatError: A plan or package as JSON that is none; all that is wrong is listed.
        MissingDependencyError: Its kind is read by a library that an extra installs.
        ReadingError: *strict* was asked for and there are issues; it holds all of them.

    >>> pasted = "指標名\t実績値\t目標値\n利用率\t48.2%\t55%以上\n".encode()
    >>> [each.name for each in read_plan(pasted).indicators()]
    ['利用率']
    """
    if not hasattr(source, "read"):
        wanted = "path | bytes | stream | [these, …]"
        check_given("read_plan", source, wanted, os.PathLike, memoryview, Iterable)
    check_given("read_plan(layout=)", layout, "Layout", Layout, NoneType)
    check_given("read_plan(vocabulary=)", vocabulary, "Vocabulary", Vocabulary)
    check_given("read_plan(limits=)", limits, "Limits", Limits)
    read = partial(
        _read, layout=layout or PLAIN, encoding=encoding, vocabulary=vocabulary, limits=limits
    )
    if is_several(source):
        plan = _merged(source, read)
    elif is_folder(source):
        plan = _merged([source], read, folder=os.fspath(source))
    else:
        plan, _ = read(cast("Readable", source), name=name)
    if strict and plan.issues:
        raise ReadingError(plan.issues)
    return plan


def _read(
    source: Readable,
    *,
    name: str = "",
    layout: Layout,
    encoding: str | None,
    vocabulary: Vocabulary,
    limits: Limits,
) -> _Read:
    """Read one document as a plan, and say which files were read for it."""
    document = taken(source, limits, name)
    request = Request(document, fitted(layout, document), encoding, vocabulary, limits)
    kind = kind_of(document)
    read = read_json(request) if kind is Kind.JSON else tables_of(request, kind)
    if isinstance(read, Plan):
        return read, frozenset()
    return planned(read, request, layout), frozenset(table.file for table in read.tables)


def _merged(
    given: Iterable[Readable], read: Callable[[Readable], _Read], *, folder: str = ""
) -> Plan:
    """Read several documents as one plan."""
    from kpikit.io.merge import Unread, merged  # of use for several only

    plans: dict[str, Plan] = {}
    unread: dict[str, KpikitError | OSError] = {}
    packed: set[str] = set()
    for number, each in enumerate(_listed(given)):
        file = _name_of(each, number)
        try:
            plans[file], files = read(each)
        except (KpikitError, OSError) as error:
            unread[file] = error
        else:
            # A data package is read with its files; what is no file has a name of its own.
            packed |= files - {file} if isinstance(each, str | os.PathLike) else set()
    return merged(
        [plan for file, plan in plans.items() if file not in packed],
        [Unread(file, error) for file, error in unread.items() if file not in packed],
        folder=folder,
    )


def _listed(given: Iterable[Readable]) -> Iterator[Readable]:
    """Yield what is read, the files of a folder in the order of their names."""
    for each in given:
        if is_folder(each):
            yield from _files(Path(each))
        else:
            yield each


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        is_left = path.name.startswith(_LEFT) or path.is_dir()
        if path.suffix.lower() in SUFFIXES and not is_left:
            yield path


def _name_of(source: Readable, number: int) -> str:
    """Return what a document is known by among several."""
    if isinstance(source, str | os.PathLike):
        return os.fspath(source)
    return f"{getattr(source, 'name', '')}#{number}"


def tables_of(request: Request, kind: Kind) -> Source:
    """Read a document of tables."""
    if kind is Kind.TEXT:
        return read_text(request)
    if kind is Kind.WORD:
        from kpikit.io.flow_tables import read_word  # of use for its kind only

        return read_word(request)
    if kind is Kind.PDF:
        from kpikit.io.pdf.tables import read_pdf  # of use for its kind only

        return read_pdf(request)
    if kind is Kind.HTML:
        from kpikit.io.web_page import read_web_page  # of use for its kind only

        return read_web_page(request)
    from kpikit.io.sheets import read_sheets  # of use for its kinds only

    return read_sheets(request, kind)


def planned(source: Source, request: Request, layout: Layout) -> Plan:
    """Make a plan of what was read, and say what of the layout does not fit.

    Args:
        source: The tables.
        request: How they were read.
        layout: The layout as it was given.
    """
    check_columns(source, request)
    left = [*labels_left(layout, source, request)]
    plan = plan_of(
        source.tables,
        remarks=source.remarks,
        title=source.title,
        file=request.file,
        chosen=source.chosen,
        vocabulary=request.vocabulary,
    )
    found = gathered(source.issues, plan)
    plan = attrs.evolve(plan, issues=(*found, *left, *plan.issues))
    if layout.answers:
        from kpikit.table.answers import answered  # of use for layouts that have some

        plan = answered(plan, layout.answers, request.vocabulary)
    return plan
