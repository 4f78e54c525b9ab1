"""What kind of file a file is: by its name, and by what it begins with."""

from __future__ import annotations

import errno
from pathlib import Path, PurePath
from typing import Final

from kpikit._value import Code
from kpikit.io.files import os_error
from kpikit.io.limits import Limits, too_large
from kpikit.language.errors import TableError

__all__ = ["Kind", "checked_bytes", "kind_of"]


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
    #: A document as it is printed.
    PDF = "pdf"


#: How a file's name ends → its kind.
_SUFFIXES: Final = {
    **dict.fromkeys(("", ".csv", ".tsv", ".txt"), Kind.TEXT),
    ".json": Kind.JSON,
    **dict.fromkeys((".xlsx", ".xlsm"), Kind.XLSX),
    **{f".{kind.value}": kind for kind in (Kind.XLS, Kind.XLSB, Kind.ODS, Kind.PDF)},
}
_SUFFIX_OF: Final = {kind: f".{kind.value}" for kind in Kind} | {Kind.TEXT: ".csv"}
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = b"%PDF-"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
#: How far into a file its kind is looked for.
_HEAD: Final = 512
#: Files of one kind that the other kind's reader takes too.
_TEXTUAL: Final = frozenset((Kind.TEXT, Kind.JSON))


def kind_of(file: str) -> Kind:
    """Tell how to read a file.

    Raises:
        OSError: It cannot be opened.
        TableError: It is of no kind that is read, or its name says another than its content.
    """
    named = _SUFFIXES.get(PurePath(file).suffix.lower())
    head = _head(file)
    if named is None:
        raise TableError.told(
            "file-kind", file=file, known=" ".join(suffix for suffix in _SUFFIXES if suffix)
        )
    if not head:
        raise TableError.told("file-empty", file=file)
    found = _content(file, head, named)
    if found is not named and not {found, named} <= _TEXTUAL:
        raise TableError.told("file-other-kind", file=file, suffix=_SUFFIX_OF[found])
    return named


def checked_bytes(file: str, limits: Limits) -> bytes:
    """Return the content of a file that is not too large.

    Raises:
        OSError: It cannot be opened.
        TableError: It is larger than *limits* allow.
    """
    if Path(file).stat().st_size > limits.size:
        raise too_large(file, "size", limits.size)
    return Path(file).read_bytes()


def _head(file: str) -> bytes:
    """Return how a file begins; where there is none, say what to do."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(_HEAD)
    except FileNotFoundError as error:
        raise os_error(errno.ENOENT, "path-missing", file) from error
    except IsADirectoryError as error:
        raise os_error(errno.EISDIR, "path-folder", file) from error


def _content(file: str, head: bytes, named: Kind) -> Kind:
    if head.startswith(_OLE):
        if _ENCRYPTED in Path(file).read_bytes():
            raise TableError.told("file-encrypted", file=file)
        return Kind.XLS
    if head.startswith(_ZIP):
        return _packed(file)
    if head.lstrip().startswith(_PDF):
        return Kind.PDF
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        raise TableError.told("file-web-page", file=file)
    textual = named in _TEXTUAL
    if not textual:
        if b"\0" in head:
            raise TableError.told("file-damaged", file=file, detail=head[:8].hex(" "))
        return Kind.TEXT
    return named


def _packed(file: str) -> Kind:
    from zipfile import BadZipFile, ZipFile  # of use for workbooks only

    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, EOFError, OSError) as error:
        raise TableError.told("file-damaged", file=file, detail=error) from error
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if "content.xml" in names:
        return Kind.ODS
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    raise TableError.told("file-archive", file=file)
