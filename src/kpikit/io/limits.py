"""How large a file may be: beyond, it is refused before it takes memory."""

from __future__ import annotations

from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language.errors import InvalidDefinitionError, TableError
from kpikit.model._given import check

__all__ = ["USUAL_LIMITS", "Limits", "check_counts", "too_large"]


def _some(_instance: object, attribute: attrs.Attribute[int], value: object) -> None:
    """Refuse what is no whole number above 0: nothing could be read, or all."""
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        check(InvalidDefinitionError, f"Limits.{attribute.alias}", value, "int > 0")


@final
@attrs.frozen(repr=False, kw_only=True)
class Limits(Value):
    """How large a file may be, and what reading it may take. A plan has a few hundred rows.

    What takes memory is the cells: 130,000 lines may be of which twenty columns are filled, and
    are read in about two minutes.

    >>> Limits(cells=10_000_000).columns
    1000
    """

    #: Bytes: of a file, of all parts of a workbook unpacked, and of the texts of its cells.
    size: int = attrs.field(default=200_000_000, validator=_some)
    #: Rows of a text file or sheet that hold anything.
    rows: int = attrs.field(default=200_000, validator=_some)
    #: Columns of a text file or sheet.
    columns: int = attrs.field(default=1_000, validator=_some)
    #: Cells of a text file that hold anything, with room for five times as many blank ones; and
    #: of all sheets of a workbook, those that are merely formatted and those that merged ranges
    #: cover among them.
    cells: int = attrs.field(default=3_000_000, validator=_some)
    #: Different texts of a workbook.
    strings: int = attrs.field(default=500_000, validator=_some)
    #: What a workbook has beside cells and texts: formats, links, rules.
    styles: int = attrs.field(default=200_000, validator=_some)
    #: Pages of a PDF file.
    pages: int = attrs.field(default=2_000, validator=_some)
    #: Characters of a page of a PDF file, and pieces of what is drawn on it.
    marks: int = attrs.field(default=500_000, validator=_some)
    #: Seconds that a process may take that reads a file by itself.
    seconds: int = attrs.field(default=60, validator=_some)
    #: Bytes of memory that it may take, where the system can be told.
    memory: int = attrs.field(default=2_000_000_000, validator=_some)


#: So many blank cells of a text take less than one that holds anything.
BLANK: Final = 5
#: The limits where the caller gives none.
USUAL_LIMITS: Final = Limits()


def too_large(file: str, what: str, limit: int) -> TableError:
    """Return the error for a file that is larger than it may be.

    Args:
        file: The file.
        what: The name of the limit, a field of :class:`Limits`.
        limit: The limit.
    """
    return TableError.told("file-too-large", file=file, what=what, limit=f"{limit:,}")


def check_counts(
    file: str, limits: Limits, *, rows: int, columns: int, filled: int | None = None
) -> None:
    """Refuse a table of more rows, columns or cells than there may be.

    Args:
        file: The file.
        limits: How many there may be.
        rows: How many rows hold anything.
        columns: How many columns there are.
        filled: How many cells hold anything, where the others take next to no memory; by
            default all take the same.

    Raises:
        TableError: It has.
    """
    cells = rows * columns
    counts = {"rows": rows, "columns": columns, "cells": cells}
    if filled is not None:
        counts["cells"] = max(filled, (cells - filled) // BLANK)
    for what, count in counts.items():
        limit: int = getattr(limits, what)
        if count > limit:
            raise too_large(file, what, limit)
