"""The parts of a workbook, before any reader sees them: sizes, entities, merges.

A workbook is a zip archive of XML. A few kilobytes can claim gigabytes, a document type can pull
in other files, and one merged range can cover every cell there is: all are refused here.
"""

from __future__ import annotations

import re
import zlib
from typing import Final
from zipfile import BadZipFile, ZipFile

from kpikit.io.limits import Limits, too_large
from kpikit.language.errors import TableError

__all__ = ["DAMAGE", "check_archive", "damaged"]

#: What a damaged file makes the readers of it raise.
DAMAGE: Final = (
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    SyntaxError,  # of XML
    TypeError,
    ValueError,
    zlib.error,
)
_COMPLAINT: Final = 120
_TEXTUAL: Final = (".xml", ".rels", ".vml")
_DECLARED: Final = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_CELL: Final = re.compile(rb"<(?:\w+:)?c[ >/]")
_ROW: Final = re.compile(rb"<(?:\w+:)?row[ >/]")
_MERGED: Final = re.compile(rb"mergeCell\s[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_REPEATED: Final = re.compile(rb"number-(?:rows|columns)-repeated=[\"'](\d+)[\"']")
_ODS_ROW: Final = re.compile(rb"<table:table-row\b([^>]*)(?<!/)>(.*?)</table:table-row>", re.DOTALL)
#: A part may hold so many rows that are merely formatted for each that may hold anything.
_FORMATTED: Final = 30


def check_archive(file: str, limits: Limits) -> None:
    """Refuse a workbook whose parts are damaged, too large, or declare entities.

    Raises:
        TableError: It is to be refused.
    """
    try:
        with ZipFile(file) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > limits.size:
                raise too_large(file, "size", limits.size)
            for part in parts:
                if part.flag_bits & 1:
                    raise TableError.told("file-encrypted", file=file)
                _check_part(file, part.filename, archive.read(part), limits)
    except TableError:
        raise
    except DAMAGE as error:
        raise damaged(file, error) from error


def damaged(file: str, error: object) -> TableError:
    """Return the error for a file whose reader stumbled, with the first words of its complaint."""
    detail = " ".join(str(error).split()) or type(error).__name__
    return TableError.told("file-damaged", file=file, detail=detail[:_COMPLAINT])


def _check_part(file: str, name: str, data: bytes, limits: Limits) -> None:
    if not name.endswith(_TEXTUAL):
        return
    if _DECLARED.search(data):
        raise TableError.told("file-entities", file=file, detail=name)
    if name == "content.xml":
        _check_repeats(file, data, limits)
        return
    if _many(_CELL, data, limits.cells) or _merged(data) > limits.cells:
        raise too_large(file, "cells", limits.cells)
    if _many(_ROW, data, limits.rows * _FORMATTED):
        raise too_large(file, "rows", limits.rows)


def _many(pattern: re.Pattern[bytes], data: bytes, limit: int) -> bool:
    """Whether a pattern occurs more often than it may."""
    return any(count > limit for count, _ in enumerate(pattern.finditer(data), 1))


def _merged(data: bytes) -> int:
    """Return how many cells the merged ranges cover."""
    return sum(
        (_column(last) - _column(first) + 1) * (int(bottom) - int(top) + 1)
        for first, top, last, bottom in _MERGED.findall(data)
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repeats(file: str, data: bytes, limits: Limits) -> None:
    """Refuse rows and cells of an .ods file that hold something and are repeated too often."""
    for attributes, content in _ODS_ROW.findall(data):
        if b"<text:p" not in content:
            continue
        if _times(attributes) > limits.rows:
            raise too_large(file, "rows", limits.rows)
        for cell in content.split(b"<text:p")[:-1]:
            if _times(cell.rpartition(b"<table:table-cell")[2]) > limits.columns:
                raise too_large(file, "columns", limits.columns)


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1
