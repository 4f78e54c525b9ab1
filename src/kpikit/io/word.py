"""Word files (.docx): their lines and tables as they are shown, tracked changes accepted.

The file is read from its beginning to its end, so that no nesting of tables or controls is too
deep. Text boxes stand before the line or table that they are found in, notes behind all else.
"""

from __future__ import annotations

from posixpath import dirname, join
from typing import Final, final
from zipfile import ZipFile

import attrs

from kpikit.io.archive import DAMAGE, ElementTally, check_archive, damaged, opened
from kpikit.io.elements import Element, parse
from kpikit.io.flow import Flow
from kpikit.io.grid import Sheet
from kpikit.io.task import Task
from kpikit.io.word_body import Body
from kpikit.io.word_styles import Styles
from kpikit.language.errors import TableError

__all__ = ["sheets_of", "word_flow"]

#: What installs the reader of XML.
_EXTRA: Final = "word"
#: The parts that hold notes.
_NOTES: Final = ("footnotes", "endnotes")


def sheets_of(task: Task) -> list[Sheet]:
    """Return the text of a Word file as one sheet.

    Raises:
        TableError: It is too large, damaged or encrypted.
    """
    return [word_flow(task).sheet()]


def word_flow(task: Task) -> Flow:
    """Lay the lines and tables of a Word file into a grid.

    Raises:
        MissingDependencyError: defusedxml is not here.
        TableError: It is too large, damaged or encrypted.
    """
    check_archive(task.document, task.limits, ElementTally())
    flow = Flow(task)
    try:
        with opened(task.document) as archive:
            _read_parts(archive, flow)
    except TableError:
        raise
    except DAMAGE as error:
        raise damaged(task.file, error) from error
    flow.end_line()
    return flow


def _read_parts(archive: ZipFile, flow: Flow) -> None:
    """Read the styles, the text and the notes that it refers to."""
    main = _Main()
    parse(archive.read("_rels/.rels"), main, _EXTRA)
    names = set(archive.namelist())
    styles = Styles()
    if (part := main.beside("styles")) in names:
        parse(archive.read(part), styles, _EXTRA)
    body = Body(flow, styles)
    parse(archive.read(main.name), body, _EXTRA)
    for notes in _NOTES:
        if body.notes and (part := main.beside(notes)) in names:
            parse(archive.read(part), body, _EXTRA)


@final
@attrs.define
class _Main:
    """Finds the part of the text."""

    name: str = "word/document.xml"

    def start(self, element: Element) -> None:
        """Take the part that is called the document."""
        if element.values.get("Type", "").endswith("/officeDocument"):
            self.name = element.values.get("Target", "").lstrip("/")

    def end(self, name: str, parents: list[str]) -> None:
        """Take the end of an element, which says nothing here."""

    def data(self, text: str, parents: list[str]) -> None:
        """Take text, which says nothing here."""

    def beside(self, name: str) -> str:
        """Return the part of a name in the same folder."""
        return join(dirname(self.name), f"{name}.xml")
