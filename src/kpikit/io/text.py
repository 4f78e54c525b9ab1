"""Text files of separated cells: encoding and separator are found, and told.

Of several encodings and separators that fit, the one is taken with which the file has a header
that is known, and of several of those the one with the most columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final, NamedTuple

from kpikit.io.limits import check_counts
from kpikit.io.pasted import pasted_rows
from kpikit.io.source import Closest, Request, Source, headless
from kpikit.io.written import is_escaped, unescaped
from kpikit.language.errors import TableError
from kpikit.language.pattern import pattern
from kpikit.model.plan import Chosen
from kpikit.table.either import read_sheet
from kpikit.table.header import find_headers
from kpikit.table.lines import Row

if TYPE_CHECKING:
    from kpikit.table.cells import Cells

__all__ = ["decoded", "delimited_rows", "is_separator", "read_text"]

#: What a file may be in that does not say so, the likeliest first.
_USUAL: Final = ("utf-8", "cp932", "euc_jp")
#: Byte order mark → encoding; the longer ones come first.
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS: Final = ("\t", ",", ";")
#: What a spreadsheet is told the separator by, in a first line of its own.
_TOLD: Final = pattern(r"sep=([^\w\s\"]|\t)[\r\n]", re.IGNORECASE)
_NAMES: Final = {"\t": "tab"}
_NEWLINE: Final = b"\n"
#: How many rows are looked at to find the separator.
_LOOKED_AT: Final = 500


class _Split(NamedTuple):
    """A text as rows, by one encoding and one separator."""

    encoding: str
    separator: str
    rows: list[Row]


def read_text(request: Request, *, title: str = "") -> Source:
    """Read the tables of a text file.

    Args:
        request: The file.
        title: The title of its first table, where no line gives it.

    Raises:
        TableError: It is no text, too large, or there is no table in it.
    """
    texts = decoded(request.document.data, request)
    best = _best(texts, request)
    chosen = _chosen(best, request)

    def cells() -> Cells:
        from kpikit.table.cells import Cells  # of use where headings do not tell all

        labels, vocabulary = request.layout.labels, request.vocabulary
        return Cells.of_rows(best.rows, labels=labels, vocabulary=vocabulary)

    request.look("", cells)
    sheet = read_sheet(
        best.rows,
        cells,
        request.file,
        title=title,
        layout=request.layout,
        vocabulary=request.vocabulary,
    )
    if not sheet.tables:
        raise headless(request.file, Closest.among(best.rows, request), sheet.twice)
    remarks = [row.line_text for row in sheet.before]
    return Source(sheet.tables, remarks, chosen=chosen, issues=[*sheet.issues])


def delimited_rows(text: str, separator: str, file: str = "") -> list[Row]:
    r"""Split text into rows of cells, which may stand in quotes (RFC 4180).

    Raises:
        TableError: A quote does not close, or nothing can be separated by *separator*.

    >>> delimited_rows('指標名,目標値\n"利用率,\n年間",8割', ",")
    [Row(1, ('指標名', '目標値')), Row(2, ('利用率,\n年間', '8割'))]
    """
    import csv  # only those who read files pay for it

    if not is_separator(separator):
        raise TableError.told("separator-one", text=separator)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    line = 1
    known: dict[str, str] = {}  # a text that stands in many cells is kept once
    restored = unescaped if is_escaped(text) else str
    try:
        for cells in reader:
            texts = [known.setdefault(cell, cell) for cell in map(restored, cells)]
            rows.append(Row(line, texts or [""]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError.told("file-quotes", file=file, line=line, detail=error) from error
    return rows


def is_separator(text: str) -> bool:
    """Whether a text can separate cells.

    >>> is_separator(";"), is_separator("::")
    (True, False)
    """
    return len(text) == 1 and text not in '"\r\n'


def _best(texts: Sequence[tuple[str, str]], request: Request) -> _Split:
    """Return the text split by the encoding and the separator that give a table."""
    found: list[_Split] = []
    faults: list[TableError] = []
    for encoding, text in texts:
        found += _splits(encoding, text, request, faults)
    if len(found) == 1:
        return found[0]
    if faults and not found:
        raise faults[0]
    if not found:
        raise headless(request.file, [])
    columns = [_columns_of(split, request) for split in found]
    if any(columns):
        return found[columns.index(max(columns))]
    return max(found, key=lambda split: sum(len(row.filled) for row in split.rows))


def _columns_of(split: _Split, request: Request) -> int:
    """Return how many columns the largest header has that is known, 0 if there is none."""
    headers = find_headers(split.rows[:_LOOKED_AT], request.layout, request.vocabulary)
    return max((len(header.columns) for header in headers), default=0)


def _splits(
    encoding: str, text: str, request: Request, faults: list[TableError]
) -> Iterator[_Split]:
    told = _TOLD.match(text)
    given = request.layout.separator or (told[1] if told else None)
    for separator in (given,) if given else _SEPARATORS:
        if separator not in text and not given:
            continue
        try:
            rows = delimited_rows(text, separator, request.file)
        except TableError as error:
            if separator != "\t":
                faults.append(error)
                continue
            rows = pasted_rows(text)
        rows = rows[1:] if told else rows
        check_counts(
            request.file,
            request.limits,
            rows=sum(bool(row.filled) for row in rows),
            filled=sum(len(row.filled) for row in rows),
            columns=max((len(row.cells) for row in rows), default=0),
        )
        yield _Split(encoding, separator, rows)


def _chosen(split: _Split, request: Request) -> list[Chosen]:
    """Say what was found out."""
    chosen: list[Chosen] = []
    if request.encoding is None:
        chosen.append(Chosen("encoding", split.encoding, request.place()))
    if request.layout.separator is None:
        name = _NAMES.get(split.separator, split.separator)
        chosen.append(Chosen("separator", name, request.place()))
    return chosen


def decoded(data: bytes, request: Request) -> list[tuple[str, str]]:
    """Return the text by each encoding that it may be in: one, unless two fit.

    Raises:
        TableError: It is in none of them, or not in the one that was asked for.
    """
    if request.encoding is not None:
        return [(request.encoding, _given(data, request.file, request.encoding))]
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [(encoding, _given(data, request.file, encoding))]
    names = ("utf-16-le", "utf-16-be") if b"\0" in data else _USUAL
    found: list[tuple[str, str]] = []
    for name in names:
        text = _decoded_by(name, data)
        if text is not None:
            found.append((name, text))
            if name == "utf-8":
                break
    if not found:
        raise TableError.told("file-no-text", file=request.file, names=" ".join(names))
    return found


def _given(data: bytes, file: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise TableError.told(
            "file-bytes",
            place=f"{file}:{data.count(_NEWLINE, 0, start) + 1}",
            byte=f"0x{data[start]:02X}",
            offset=start,
            name=encoding,
            other=_fitting(data, encoding),
        ) from error
    except (LookupError, ValueError) as error:  # no encoding has a NUL in its name
        raise TableError.told("file-encoding", name=encoding) from error


def _fitting(data: bytes, refused: str) -> str:
    """Return the first usual encoding that the bytes are text in, else the usual one."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    names = ("utf-16", *_USUAL) if marked else _USUAL
    others = (name for name in names if name != refused and _decoded_by(name, data) is not None)
    return next(others, "cp932" if refused != "cp932" else "utf-8")


def _decoded_by(encoding: str, data: bytes) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None
