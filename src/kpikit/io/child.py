"""Readers of sheets, in this process or in one of their own.

What takes much, and what a library may hang or die of, is read in a process of its own, whose
time and memory are bounded. It is given the bytes, opens nothing, and answers with plain data:
texts, places and codes as JSON. A small packed document can do no harm and is read here, since
it takes a tenth of a second to start a process. Where none can be started (a browser), and where
memory cannot be bounded (Windows), what the readers count holds alone.

A kind of document is added by a line of ``_READERS``: its module has
``sheets_of(task: Task) -> list[Sheet]``, and imports nothing of :mod:`kpikit.table`, which is slow,
unless it has to tell headers from other rows, as that of PDF files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO, Final, final

import attrs

from kpikit.io.archive import damaged, is_small
from kpikit.io.document import Document
from kpikit.io.extras import missing
from kpikit.io.grid import Complaint, Grid, Sheet
from kpikit.io.kinds import Kind
from kpikit.io.limits import Limits, too_large
from kpikit.io.task import Task
from kpikit.language.errors import TableError

__all__ = ["main", "sheets_of"]


@final
@attrs.frozen
class _Reader:
    """Who reads a kind of document."""

    #: The module.
    module: str
    #: The libraries that it imports, and the extra that installs them.
    libraries: tuple[str, ...] = ()
    extra: str = ""
    #: Whether it may hang or die, however small the document is.
    may_die: bool = False


_OLD: Final = _Reader("kpikit.io.calamine", ("python_calamine",), "xlsx-fast", may_die=True)
#: Kind → who reads it.
_READERS: Final[Mapping[Kind, _Reader]] = {
    Kind.XLSX: _Reader("kpikit.io.workbook", ("openpyxl", "defusedxml"), "xlsx"),
    Kind.WORD: _Reader("kpikit.io.word", ("defusedxml",), "word"),
    Kind.PDF: _Reader("kpikit.io.pdf.reader", ("pypdfium2",), "pdf-in", may_die=True),
    Kind.XLS: _OLD,
    Kind.XLSB: _OLD,
    Kind.ODS: _Reader("kpikit.io.calc", ("defusedxml",), "xlsx"),
}
#: Whether an interpreter can be started: not in a browser, nor where it is part of a program.
_HAS_PROCESSES: Final = (
    sys.platform not in ("emscripten", "wasi")
    and bool(sys.executable)
    and not getattr(sys, "frozen", False)
)
_COMMAND: Final = (sys.executable, "-P", "-m", "kpikit.io.child")
#: What a system says of a process that asked for more memory than it may have.
_MEMORY_WORDS: Final = (b"MemoryError", b"Memory alloc", b"memory alloc", b"bad_alloc")
#: What a process ends with that was stopped for its time: SIGXCPU, where there is one.
_OUT_OF_TIME: Final = -24


def sheets_of(task: Task) -> list[Sheet]:
    """Return the sheets of a document, with the cells of those that are wanted.

    Raises:
        MissingDependencyError: A library that reads it is not here.
        TableError: It is too large, damaged or encrypted, or takes too long to read.
    """
    reader = _READERS[task.kind]
    for library in reader.libraries:
        if find_spec(library) is None:
            raise missing(library, reader.extra)
    if _HAS_PROCESSES and (reader.may_die or not is_small(task.document, task.limits)):
        return _from_child(task)
    return _read(task)


def _read(task: Task) -> list[Sheet]:
    """Read a document in this process."""
    read: Any = import_module(_READERS[task.kind].module)
    sheets: list[Sheet] = read.sheets_of(task)
    texts = sum(len(text) for sheet in sheets for text in sheet.grid.texts.values())
    if texts > task.limits.size:
        raise too_large(task.document.name, "size", task.limits.size)
    return sheets


# -- the parent ------------------------------------------------------------------------------------


def _from_child(task: Task) -> list[Sheet]:
    """Let a process of its own read a document."""
    import json  # of use for large and old documents only
    import subprocess

    file, paths = task.document.name, os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            _COMMAND,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
            input=_asked(task),
            timeout=task.limits.seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_long(task) from error
    if done.returncode == _OUT_OF_TIME:
        raise _too_long(task)
    if any(words in done.stderr for words in _MEMORY_WORDS):
        raise _too_much(task)
    if done.returncode:
        complaint = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise damaged(file, complaint or f"exit {done.returncode}")
    try:
        told = json.loads(done.stdout)
        if "code" in told:
            raise TableError.told(told["code"], **told["values"])
        return [_sheet(each) for each in told["sheets"]]
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise damaged(file, error) from error


def _asked(task: Task) -> bytes:
    """Return what the process is given, as :func:`main` takes it. Inverse of :func:`_task`."""
    import json
    import pickle

    head = {
        "kind": task.kind.value,
        "name": task.file,
        "wanted": task.wanted,
        "encoding": task.encoding,
        "limits": attrs.asdict(task.limits),
        "header": pickle.dumps((task.layout, task.vocabulary)).hex(),
    }
    return json.dumps(head).encode() + b"\n" + task.document.data


def _too_long(task: Task) -> TableError:
    return TableError.told(
        "file-too-long", file=task.document.name, limit=f"{task.limits.seconds:,}"
    )


def _too_much(task: Task) -> TableError:
    return TableError.told(
        "file-too-much", file=task.document.name, limit=f"{task.limits.memory:,}"
    )


def _sheet(plain: dict[str, Any]) -> Sheet:
    """Return a sheet of plain data. Inverse of :func:`_plain`."""
    lines, columns, texts = plain["texts"]
    grid = Grid(
        dict(zip(zip(lines, columns, strict=True), texts, strict=True)),
        [(top, left, bottom, right) for top, left, bottom, right in plain["merges"]],
        frozenset(plain["hidden"]),
        {(line, column) for line, column in plain["doubtful"]},
        [(first, last) for first, last in plain["tables"]],
        dict(plain["pages"]),
        set(plain["titles"]),
    )
    complaints = [Complaint(*each) for each in plain["complaints"]]
    chosen = [(what, value) for what, value in plain["chosen"]]
    title, visible, called = plain["title"], plain["visible"], plain["called"]
    return Sheet(title, grid, visible, complaints, chosen, called=called)


# -- the child -------------------------------------------------------------------------------------


def main(given: BinaryIO, answer: BinaryIO) -> None:
    """Read a document, and answer with its sheets, or with what is wrong.

    Args:
        given: What is wanted, a line of JSON, and the document.
        answer: Where to.
    """
    import json

    task = _task(given)
    try:
        told: dict[str, Any] = {"sheets": [_plain(sheet) for sheet in _read(task)]}
    except TableError as error:
        (fault,) = error.faults
        told = {"code": fault.code, "values": dict(fault.values)}
    answer.write(json.dumps(told).encode())
    answer.flush()


def _task(given: BinaryIO) -> Task:
    """Return what is asked for, in bounds before the document is taken in."""
    import json
    import pickle

    head = json.loads(given.readline())
    limits = Limits(**head["limits"])
    _bound(limits)
    layout, vocabulary = pickle.loads(bytes.fromhex(head["header"]))  # noqa: S301 - the parent's
    kind, document = Kind(head["kind"]), Document(head["name"], given.read())
    return Task(kind, document, head["wanted"], head["encoding"], limits, layout, vocabulary)


def _plain(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as plain data. Inverse of :func:`_sheet`."""
    grid = sheet.grid
    return {
        "title": sheet.title,
        "visible": sheet.visible,
        "called": sheet.called,
        "texts": (
            [line for line, _ in grid.texts],
            [column for _, column in grid.texts],
            [*grid.texts.values()],
        ),
        "merges": grid.merges,
        "hidden": sorted(grid.hidden),
        "doubtful": sorted(grid.doubtful),
        "tables": grid.tables,
        "pages": [*grid.pages.items()],
        "titles": sorted(grid.titles),
        "complaints": [attrs.astuple(each) for each in sheet.complaints],
        "chosen": sheet.chosen,
    }


def _bound(limits: Limits) -> None:
    """Take no more memory and time than is allowed, nor than the parent may, where that can be."""
    # The parser whose behaviour the counters know.
    os.environ["OPENPYXL_LXML"] = "False"
    try:
        import resource
    except ImportError:
        return
    for kind, bound in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        own = resource.getrlimit(kind)
        least = min([bound, *(each for each in own if each != resource.RLIM_INFINITY)])
        with suppress(OSError, ValueError):  # not every system bounds all of these
            resource.setrlimit(kind, (least, own[1]))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
