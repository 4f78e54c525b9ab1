"""What kind of file a document is: by its name, and by what it begins with."""

from __future__ import annotations

from typing import Final

from kpikit._value import Code
from kpikit.io.document import Document
from kpikit.language.errors import TableError

__all__ = ["SUFFIXES", "Kind", "kind_of"]


class Kind(Code):
    """How a file is read."""

    #: Text with separated cells.
    TEXT = "text"
    #: JSON: a plan of ours, or a data package.
    JSON = "json"
    #: A workbook with number formats.
    XLSX = "xlsx"
    #: A workbook of before 2007.
    XLS = "xls"
    #: A binary workbook.
    XLSB = "xlsb"
    #: A workbook of LibreOffice.
    ODS = "ods"
    #: A document of Word.
    WORD = "docx"
    #: A web page.
    HTML = "html"
    #: A document as it is printed.
    PDF = "pdf"


#: How a file's name ends → its kind.
_SUFFIXES: Final = {
    **dict.fromkeys(("", ".csv", ".tsv", ".txt"), Kind.TEXT),
    ".json": Kind.JSON,
    **dict.fromkeys((".xlsx", ".xlsm"), Kind.XLSX),
    **{f".{kind.value}": kind for kind in (Kind.XLS, Kind.XLSB, Kind.ODS)},
    **dict.fromkeys((".docx", ".docm"), Kind.WORD),
    **dict.fromkeys((".html", ".htm"), Kind.HTML),
    ".pdf": Kind.PDF,
}
#: What Word wrote before 2007.
_OLD_WORD: Final = (".doc", ".dot", ".rtf")
#: How the names of files end that are read.
SUFFIXES: Final = tuple(filter(None, _SUFFIXES))
_SUFFIX_OF: Final = {kind: f".{kind.value}" for kind in Kind} | {Kind.TEXT: ".csv"}
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = b"%PDF-"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
#: What a web page begins with, and what one or another XML does.
_WEB: Final = (b"<!doctype html", b"<html", b"<table")
_XML: Final = b"<?xml"
#: How far into a file its kind is looked for.
_HEAD: Final = 512
#: Files of one kind that the other kind's reader takes too.
_TEXTUAL: Final = frozenset((Kind.TEXT, Kind.JSON, Kind.HTML))


def kind_of(document: Document) -> Kind:
    """Tell how to read a document.

    The name of a file must be one of its kind. What is no file, and has a name that tells no
    kind, is of the kind that its content is.

    Raises:
        TableError: It is of no kind that is read, or its name says another than its content.
    """
    named = _named(document)
    if not document.data:
        raise TableError.told("file-empty", file=document.name)
    found = _content(document, named)
    if named is None or found is named or {found, named} <= _TEXTUAL:
        return named or found
    raise TableError.told("file-other-kind", file=document.name, suffix=_SUFFIX_OF[found])


def _named(document: Document) -> Kind | None:
    """Return the kind that the name says, or ``None`` where the content is asked."""
    known = _SUFFIXES.get(document.suffix)
    if document.suffix in _OLD_WORD:
        raise TableError.told("file-old-word", file=document.name)
    if document.folder is None:
        return known if document.suffix else None
    if known is None:
        raise TableError.told("file-kind", file=document.name, known=" ".join(SUFFIXES))
    return known


def _content(document: Document, named: Kind | None) -> Kind:
    """Return the kind that the content is; that text is JSON is told by its name, if by any."""
    head = document.data[:_HEAD]
    if head.startswith(_OLE):
        if _ENCRYPTED in document.data:
            raise TableError.told("file-encrypted", file=document.name)
        if _WORD_STREAM in document.data:
            raise TableError.told("file-old-word", file=document.name)
        return Kind.XLS
    if head.startswith(_ZIP):
        return _packed(document)
    if head.lstrip().startswith(_PDF):
        return Kind.PDF
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if named is None and start.startswith(_WEB):
        return Kind.HTML
    if named is not Kind.HTML and start.startswith((*_WEB, _XML)):
        raise TableError.told("file-web-page", file=document.name)
    if named is None:
        return Kind.JSON if start.startswith(b"{") else Kind.TEXT
    if named not in _TEXTUAL and b"\0" in head:
        raise TableError.told("file-damaged", file=document.name, detail=head[:8].hex(" "))
    return named if named in _TEXTUAL else Kind.TEXT


def _packed(document: Document) -> Kind:
    from kpikit.io.archive import opened  # of use for packed files only

    with opened(document) as archive:
        names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    if "content.xml" in names:
        return Kind.ODS
    if any(name.startswith("word/") for name in names):
        return Kind.WORD
    raise TableError.told("file-archive", file=document.name)
