"""Text files as rows of cells: decoding, and splitting lines at a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.table.faults import table_error

__all__ = ["Row", "read_rows", "rows_of"]

#: What to try when a file is not in the encoding that it should be in.
_USUAL: Final = ("utf-16", "utf-8", "cp932", "euc_jp")
_NEWLINE: Final = b"\n"
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


def _as_cells(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@final
@attrs.frozen(repr=False)
class Row(Value):
    """The cells of one line or row of a source.

    >>> Row(3, ["◆ 基本目標1", "", ""]).filled
    (0,)
    """

    #: The line, counted from 1.
    line: int
    #: The cells, word for word.
    cells: tuple[str, ...] = attrs.field(converter=_as_cells)

    @property
    def text(self) -> str:
        """The whole line."""
        return "\t".join(self.cells)

    @property
    def filled(self) -> tuple[int, ...]:
        """Which cells hold more than blanks, counted from 0."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.strip())


def read_rows(file: str, *, encoding: str = "utf-8", mark: str = "\t") -> list[Row]:
    """Read a text file, one row a line, cells split at *mark*.

    Raises:
        OSError: The file cannot be opened.
        TableError: It is not text in *encoding*.
    """
    return rows_of(_decoded(Path(file).read_bytes(), file, encoding), mark=mark)


def rows_of(text: str, *, mark: str = "\t") -> list[Row]:
    r"""Split text into rows of cells.

    >>> rows_of("No.\t目標値\r\n1\t8割")
    [Row(1, ('No.', '目標値')), Row(2, ('1', '8割'))]
    """
    lines = _LINE_END.split(text.removeprefix(_BYTE_ORDER_MARK))
    return [Row(number, line.split(mark)) for number, line in enumerate(lines, 1)]


def _decoded(data: bytes, file: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise table_error("file-encoding", name=encoding) from error
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise table_error(
            "file-bytes",
            place=f"{file}:{data.count(_NEWLINE, 0, start) + 1}",
            byte=f"0x{data[start]:02X}",
            offset=start,
            name=encoding,
            other=_fitting(data, encoding),
        ) from error


def _fitting(data: bytes, refused: str) -> str:
    """Return the first usual encoding that the bytes are text in, else the usual one."""
    for name in _USUAL:
        if name == refused or (name == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            data.decode(name)
        except UnicodeError:
            continue
        return name
    return "cp932" if refused != "cp932" else "utf-8"
