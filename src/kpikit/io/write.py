"""Write a plan: as JSON, or as the tables that it was read from."""

from __future__ import annotations

import codecs
import os
from io import StringIO
from pathlib import PurePath
from typing import Final

from kpikit.io.files import write_whole
from kpikit.io.published import Line, LineKind, published_lines
from kpikit.io.written import escaped
from kpikit.language.errors import TableError
from kpikit.model._given import check_given
from kpikit.model.plan import Plan

__all__ = ["write_plan"]

_SEPARATORS: Final = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
#: How a text file is encoded by default: spreadsheets know UTF-8 by its mark.
_ENCODINGS: Final = {".csv": "utf-8-sig", ".tsv": "utf-8", ".txt": "utf-8"}
_WRITTEN: Final = ".json .csv .tsv .txt .xlsx"
#: What cp932 has under another code point that looks the same.
_LOOK_ALIKES: Final = str.maketrans("—〜−‖¢£¬", "―～－∥￠￡￢")
#: Names of what Windows writes, which Python reads more narrowly by the second.
_JAPANESE: Final = ("cp932", "shift_jis")


def write_plan(
    plan: Plan,
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    force: bool = False,
) -> None:
    """Write a plan as the name of the file asks for.

    ``.json`` keeps everything but the folders of this machine: :func:`read_plan` returns an equal
    plan, whose files are called by their last names if the names were absolute. ``.csv``, ``.tsv``,
    ``.txt`` and ``.xlsx`` (extra ``xlsx``) hold the tables as published, with the cells word for
    word; a cell that a spreadsheet would take for a formula is written as text.

    Args:
        plan: The plan.
        path: The file. It is written whole or not at all.
        encoding: How a text file is encoded, by default as UTF-8, a ``.csv`` with a byte order
            mark. In cp932, which ``shift_jis`` is too, ``—〜−‖¢£¬`` become the characters that
            it has for them.
        force: Whether a file that is there already is replaced.

    Raises:
        FileExistsError: There is such a file, and *force* was not asked for; or the plan was
            read from it.
        OSError: It cannot be written; nothing was changed.
        TableError: The name of the file ends in something else, a character is none of the
            encoding, or tables are asked for and an indicator was read from none.
        MissingDependencyError: A workbook is asked for, and XlsxWriter is not here.

    >>> from tempfile import TemporaryDirectory
    >>> from kpikit.io import read_plan
    >>> with TemporaryDirectory() as folder:
    ...     write_plan(Plan("計画"), f"{folder}/plan.json")
    ...     read_plan(f"{folder}/plan.json")
    Plan('計画')
    """
    check_given("write_plan", plan, "Plan", Plan)
    file = os.fspath(path)
    suffix = PurePath(file).suffix.lower()
    if suffix == ".json":
        data = _as_json(plan)
    elif suffix == ".xlsx":
        from kpikit.io.published_xlsx import workbook_of  # heavy

        data = workbook_of(published_lines(plan))
    elif suffix in _SEPARATORS:
        text = _as_text(published_lines(plan), _SEPARATORS[suffix])
        data = _encoded(text, encoding or _ENCODINGS[suffix])
    else:
        raise TableError.told("file-kind", file=file, known=_WRITTEN)
    write_whole(file, data, force=force, sources=plan.files)


def _as_json(plan: Plan) -> bytes:
    from kpikit.io.plan_format import plan_text  # only this kind pays for it

    return plan_text(plan).encode()


def _as_text(lines: list[Line], separator: str) -> str:
    import csv  # only these kinds pay for it

    width = max((len(line.cells) for line in lines if line.kind is LineKind.HEADER), default=1)
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    for line in lines:
        cells = [escaped(cell) for cell in line.cells]
        writer.writerow([*cells, *[""] * (width - len(cells))])
    return stream.getvalue()


def _encoded(text: str, encoding: str) -> bytes:
    try:
        if codecs.lookup(encoding).name in _JAPANESE:
            return text.translate(_LOOK_ALIKES).encode(_JAPANESE[0])
        return text.encode(encoding)
    except LookupError as error:
        raise TableError.told("file-encoding", name=encoding) from error
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 10) : error.end + 10]
        raise TableError.told(
            "not-encodable",
            char=f"{text[error.start]!r} (U+{ord(text[error.start]):04X})",
            encoding=encoding,
            cell=" ".join(around.split()),
        ) from error
