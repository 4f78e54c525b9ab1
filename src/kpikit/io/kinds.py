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
    #: A document of Word.
    WORD = "docx"
    #: A web page.
    HTML = "html"


#: How a file's name ends → its kind.
_SUFFIXES: Final = {
    **dict.fromkeys(("", ".csv", ".tsv", ".txt"), Kind.TEXT),
    ".json": Kind.JSON,
    **dict.fromkeys((".xlsx", ".xlsm"), Kind.XLSX),
    **{f".{kind.value}": kind for kind in (Kind.XLS, Kind.XLSB, Kind.ODS)},
    **dict.fromkeys((".docx", ".docm"), Kind.WORD),
    **dict.fromkeys((".html", ".htm"), Kind.HTML),
}
#: What Word wrote before 2007.
_OLD_WORD: Final = (".doc", ".dot", ".rtf")
_SUFFIX_OF: Final = {kind: f".{kind.value}" for kind in Kind} | {Kind.TEXT: ".csv"}
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
#: What a web page begins with.
_MARKUP: Final = (b"<!doctype html", b"<html", b"<table", b"<?xml")
#: How far into a file its kind is looked for.
_HEAD: Final = 512
#: Files of one kind that the other kind's reader takes too.
_TEXTUAL: Final = frozenset((Kind.TEXT, Kind.JSON, Kind.HTML))


def kind_of(file: str) -> Kind:
    """Tell how to read a file.

    Raises:
        OSError: It cannot be opened.
        TableError: It is of no kind that is read, or its name says another than its content.
    """
    suffix = PurePath(file).suffix.lower()
    named = _SUFFIXES.get(suffix)
    head = _head(file)
    if suffix in _OLD_WORD:
        raise TableError.told("file-old-word", file=file)
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
        data = Path(file).read_bytes()
        if _ENCRYPTED in data:
            raise TableError.told("file-encrypted", file=file)
        if _WORD_STREAM in data:
            raise TableError.told("file-old-word", file=file)
        return Kind.XLS
    if head.startswith(_ZIP):
        return _packed(file)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if named is not Kind.HTML and start.startswith(_MARKUP):
        raise TableError.told("file-web-page", file=file)
    textual = named in _TEXTUAL
    if not textual:
        if b"\0" in head:
            raise TableError.told("file-damaged", file=file, detail=head[:8].hex(" "))
        return Kind.TEXT
    return named


def _packed(file: str) -> Kind:
    from zipfile import ZipFile  # of use for archives only

    from kpikit.io.archive import DAMAGE, damaged

    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
    except DAMAGE as error:
        raise damaged(file, error) from error
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if "content.xml" in names:
        return Kind.ODS
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    if any(name.startswith("word/") for name in names):
        return Kind.WORD
    raise TableError.told("file-archive", file=file)
