"""Word files (.docx): their lines and tables as they are shown, tracked changes accepted.

The file is read from its beginning to its end, so that no nesting of tables or controls is too
deep. Text boxes stand before the line or table that they are found in, notes behind all else.
"""

from __future__ import annotations

from posixpath import dirname, join
from typing import Final, final
from zipfile import ZipFile

import attrs

from kpikit.io.archive import DAMAGE, check_archive, damaged
from kpikit.io.document import Document
from kpikit.io.extras import required
from kpikit.io.source import Request, Source
from kpikit.io.word_body import Body
from kpikit.io.word_styles import Styles
from kpikit.io.word_xml import EXTRA, Element, parse
from kpikit.language.errors import TableError

__all__ = ["read_word", "word_document"]

#: The parts that hold notes.
_NOTES: Final = ("footnotes", "endnotes")


def read_word(request: Request) -> Source:
    """Read the tables of a Word file.

    Raises:
        MissingDependencyError: defusedxml is not here.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
    """
    source = Source()
    word_document(request).read(source)
    return source


def word_document(request: Request) -> Document:
    """Lay the lines and tables of a Word file into a grid.

    Raises:
        MissingDependencyError: defusedxml is not here.
        TableError: It is too large, damaged or encrypted.
    """
    required("defusedxml", EXTRA)
    check_archive(request.file, request.limits)
    document = Document(request)
    try:
        with ZipFile(request.file) as archive:
            _read_parts(archive, document)
    except TableError:
        raise
    except DAMAGE as error:
        raise damaged(request.file, error) from error
    document.end_line()
    return document


def _read_parts(archive: ZipFile, document: Document) -> None:
    """Read the styles, the text and the notes that it refers to."""
    main = _Main()
    parse(archive.read("_rels/.rels"), main)
    names = set(archive.namelist())
    styles = Styles()
    if (part := main.beside("styles")) in names:
        parse(archive.read(part), styles)
    body = Body(document, styles)
    parse(archive.read(main.name), body)
    for notes in _NOTES:
        if body.notes and (part := main.beside(notes)) in names:
            parse(archive.read(part), body)


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
