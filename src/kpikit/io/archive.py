"""The parts of a packed file, before any reader sees them: what they hold is counted.

A workbook is a zip archive of XML. A few kilobytes can claim gigabytes, a document type can pull
in other files, and one merged range can cover every cell there is. So each part is gone through
once by the parser that reads it later, which keeps nothing: names, encodings, signs and blanks
are what they will be then, and what is too much is refused as soon as it is counted.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from math import prod
from typing import Any, Final, Protocol, final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import attrs

from kpikit.io.document import Document
from kpikit.io.limits import Limits, too_large
from kpikit.language.errors import TableError
from kpikit.language.pattern import pattern

__all__ = [
    "DAMAGE",
    "ElementTally",
    "OpenTally",
    "Tally",
    "WorkbookTally",
    "check_archive",
    "check_parts",
    "damaged",
    "is_small",
    "opened",
]

#: What a damaged file makes the readers of it raise.
DAMAGE: Final = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,  # of XML
    TypeError,
    ValueError,
    zlib.error,
)
_COMPLAINT: Final = 120
#: What an archive begins with.
_ZIP: Final = b"PK\x03\x04"
#: What the end of an archive begins with, how long it and a remark behind it may be, and where
#: in it the size of the list of parts stands.
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22 + 0xFFFF
_LIST_SIZE: Final = slice(12, 16)
#: So many bytes may list the parts: some ten thousand of them.
_LISTED: Final = 1_000_000
_CHUNK: Final = 1 << 16
#: So long may a tag be, and so many different names may tags have.
_TAG: Final = 1 << 20
_NAMES: Final = 10_000
#: So many elements may there be for each cell: the cell, its value, its text …
_FOR_A_CELL: Final = 6
#: What is read in this process whatever it holds: so many bytes unpacked.
_SMALL: Final = 2_000_000
#: A part may hold so many rows that are merely formatted for each that may hold anything.
_FORMATTED: Final = 30
#: Pictures may say what their document type is.
_PICTURE: Final = ".svg"
#: So many cells may lie between those of an .ods file for each that there may be.
_BETWEEN: Final = 8
#: Elements of a workbook that cost little; all others are made into objects.
_PLAIN: Final = frozenset(
    [
        "c",
        "v",
        "f",
        "row",
        "is",
        "t",
        "si",
        "r",
        "rPr",
        "rPh",
        "phoneticPr",
        "rFont",
        "sz",
        "color",
        "charset",
        "family",
        "b",
        "i",
        "u",
        "strike",
        "vertAlign",
        "scheme",
        "mergeCell",
    ]
)
_LAST_ROW: Final = 1 << 20
_RANGE: Final = pattern(r"([A-Z]{0,3})(\d{0,7})(?::([A-Z]{0,3})(\d{0,7}))?")
_BLANKS: Final = pattern(r"[\s$]+")


class Tally(Protocol):
    """Counts the elements of XML parts."""

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """Count an element that begins."""

    def check(self, file: str, limits: Limits) -> None:
        """Refuse what is too much.

        Raises:
            TableError: It is.
        """


def opened(document: Document) -> ZipFile:
    """Open a packed document.

    Raises:
        TableError: It is damaged, or lists more parts than any document has.
    """
    end = document.data.rfind(_END, max(len(document.data) - _END_SIZE, 0))
    listed = int.from_bytes(document.data[end:][_LIST_SIZE], "little")
    if end >= 0 and listed > _LISTED:
        raise too_large(document.name, "size", _LISTED)
    try:
        return ZipFile(BytesIO(document.data))
    except DAMAGE as error:
        raise damaged(document.name, error) from error


def check_parts(document: Document, limits: Limits) -> int:
    """Refuse a document whose parts are encrypted, oddly packed, or too large by their own word.

    Returns:
        How many bytes there are, unpacked.

    Raises:
        TableError: It is to be refused.
    """
    with opened(document) as archive:
        parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    if total > limits.size:
        raise too_large(document.name, "size", limits.size)
    for part in parts:
        if part.flag_bits & 1:
            raise TableError.told("file-encrypted", file=document.name)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged(document.name, f"compression {part.compress_type}")
    return total


def is_small(document: Document, limits: Limits) -> bool:
    """Whether a document can do no harm, whatever it holds.

    Raises:
        TableError: It is to be refused.
    """
    packed = document.data.startswith(_ZIP)
    return (check_parts(document, limits) if packed else len(document.data)) <= _SMALL


def check_archive(document: Document, limits: Limits, tally: Tally) -> None:
    """Go through the parts that are XML, whatever they are called, and count.

    Raises:
        TableError: The document is to be refused.
    """
    check_parts(document, limits)
    try:
        with opened(document) as archive:
            for part in archive.infolist():
                _check_part(document.name, archive, part, limits, tally)
    except DAMAGE as error:
        if isinstance(error, TableError):
            raise
        raise damaged(document.name, error) from error


def damaged(file: str, error: object) -> TableError:
    """Return the error for a file whose reader stumbled, with the first words of its complaint."""
    detail = " ".join(str(error).split()) or type(error).__name__
    return TableError.told("file-damaged", file=file, detail=detail[:_COMPLAINT])


def _check_part(file: str, archive: ZipFile, part: ZipInfo, limits: Limits, tally: Tally) -> None:
    parser = _parser(file, part.filename, tally)
    fed, is_xml = 0, True
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):  # to its end: whether it can be unpacked
            fed += len(chunk)
            is_xml = is_xml and _is_parsed(parser, chunk)
            tally.check(file, limits)
            if is_xml and fed - max(parser.CurrentByteIndex, 0) > _TAG:
                raise damaged(file, f"{part.filename}: a tag of more than {_TAG:,} bytes")


def _is_parsed(parser: Any, chunk: bytes) -> bool:
    """Whether a piece is XML so far; where it is not, no reader of it will come further."""
    from pyexpat import ExpatError

    try:
        parser.Parse(chunk)
    except ExpatError:
        return False
    return True


def _parser(file: str, name: str, tally: Tally) -> Any:
    """Return a parser of a part that counts, and refuses entities."""
    from pyexpat import ParserCreate

    def refuse(*_arguments: object) -> None:
        raise TableError.told("file-entities", file=file, detail=name)

    parser = ParserCreate()
    parser.StartElementHandler = tally.start
    parser.EntityDeclHandler = refuse
    if not name.lower().endswith(_PICTURE):
        parser.StartDoctypeDeclHandler = refuse
    return parser


@final
@attrs.define
class ElementTally:
    """Counts the elements of a document whose cells are counted when it is read."""

    total: int = 0

    def start(self, _name: str, _attributes: Mapping[str, str], /) -> None:
        """Count an element that begins."""
        self.total += 1

    def check(self, file: str, limits: Limits) -> None:
        """Refuse what is too much."""
        if self.total > limits.cells * _FOR_A_CELL + limits.styles:
            raise too_large(file, "cells", limits.cells)


@final
@attrs.define
class WorkbookTally:
    """Counts what a workbook (.xlsx) has."""

    #: Elements, each by its name with its prefix.
    counts: Counter[str] = attrs.field(factory=Counter[str])
    #: The cells that merged ranges cover.
    merged: int = 0

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """Count an element that begins."""
        self.counts[name] += 1
        if name.endswith("mergeCell"):
            self.merged += _covered(attributes.get("ref", ""))

    @property
    def found(self) -> Counter[str]:
        """How many elements there are, by their names alone."""
        found = Counter[str]()
        for name, count in self.counts.items():
            found[name.rpartition(":")[2]] += count
        return found

    def has(self, *names: str) -> bool:
        """Whether there is an element of one of these names."""
        return not self.found.keys().isdisjoint(names)

    def check(self, file: str, limits: Limits) -> None:
        """Refuse what is too much."""
        found = self.found
        total = found.total()
        styles = total - sum(found[name] for name in _PLAIN)
        for what, count, limit in (
            ("cells", max(found["c"], self.merged), limits.cells),
            ("strings", found["si"], limits.strings),
            ("styles", styles, limits.styles),
            ("styles", len(self.counts), _NAMES),
            ("cells", total, limits.cells * _FOR_A_CELL + limits.styles),
        ):
            if count > limit:
                raise too_large(file, what, getattr(limits, what))
        if found["row"] > limits.rows * _FORMATTED:
            raise too_large(file, "rows", limits.rows)


def _covered(written: str) -> int:
    """Return how many cells a range covers: ``A1:B2``, ``$A$1``, ``a1 : b2``, ``A:C``."""
    found = _RANGE.fullmatch(_BLANKS.sub("", written).upper())
    if found is None:
        raise ValueError(f"no range of cells: {written[:_COMPLAINT]}")
    left, top, right, bottom = found.groups()
    first = _column(left or "A"), int(top or 1)
    last = _column(right or left or "XFD"), int(bottom or top or _LAST_ROW)
    return (abs(last[0] - first[0]) + 1) * (abs(last[1] - first[1]) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@final
@attrs.define
class OpenTally:
    """Counts what a workbook of LibreOffice (.ods) has, where a cell may stand for many."""

    #: All elements.
    total: int = 0
    #: The cells that hold anything, each as often as it is repeated.
    cells: int = 0
    #: How many cells the merged ones cover.
    merged: int = 0
    #: How often such a cell, and its row, are repeated at most.
    widest: int = 0
    tallest: int = 0
    #: Where the last of them stands, in the sheet that reaches furthest.
    right: int = 0
    bottom: int = 0
    _rows: tuple[int, int] = (0, 0)
    _columns: tuple[int, int] = (0, 0)
    _is_open: bool = False

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """Count an element that begins."""
        self.total += 1
        match name.rpartition(":")[2]:
            case "table":
                self._rows = self._columns = (0, 0)
            case "table-row":
                self._rows = self._rows[1], self._rows[1] + _times(attributes, "rows")
                self._columns = (0, 0)
                self._is_open = False
            case "table-cell" | "covered-table-cell":
                self._columns = self._columns[1], self._columns[1] + _times(attributes, "columns")
                self._is_open = True
                self.merged += _spanned(attributes)
                if any(each.endswith("value-type") for each in attributes):
                    self._fill()
            case "p":
                self._fill()
            case _:
                pass

    def _fill(self) -> None:
        """Count the cell that is open, once."""
        if not self._is_open:
            return
        self._is_open = False
        tall, wide = self._rows[1] - self._rows[0], self._columns[1] - self._columns[0]
        self.cells += tall * wide
        self.tallest, self.widest = max(self.tallest, tall), max(self.widest, wide)
        self.bottom, self.right = max(self.bottom, self._rows[1]), max(self.right, self._columns[1])

    def check(self, file: str, limits: Limits) -> None:
        """Refuse what is too much."""
        for what, count, limit in (
            ("rows", self.tallest, limits.rows),
            ("columns", self.widest, limits.columns),
            ("cells", self.cells, limits.cells),
            ("cells", self.merged, limits.cells),
            ("cells", self.right * self.bottom, limits.cells * _BETWEEN),
            ("cells", self.total, limits.cells * _FOR_A_CELL + limits.styles),
        ):
            if count > limit:
                raise too_large(file, what, getattr(limits, what))


def _times(attributes: Mapping[str, str], what: str) -> int:
    """Return how often an element is repeated."""
    name = f"number-{what}-repeated"
    return max(int(next((attributes[each] for each in attributes if each.endswith(name)), 1)), 1)


def _spanned(attributes: Mapping[str, str]) -> int:
    """Return how many cells a merged one covers, 0 if it is none."""
    spans = [int(attributes[each]) for each in attributes if each.endswith("-spanned")]
    return max(prod(spans), 0) if spans else 0
