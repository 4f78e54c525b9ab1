"""A layout: what the headings and the file of one table do not say of themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, cast, final

import attrs

from kpikit._value import Value, several
from kpikit.language.errors import FormatError
from kpikit.table.answers import Answer
from kpikit.table.headings import FIELDS, Column, Labels, Role, Words, folded

__all__ = ["PLAIN", "Layout"]


_COLUMN: Final = "Column (kpikit.table.Column(heading, role)); a mapping is words="


def _pairs(given: Mapping[str, Role] | Iterable[tuple[str, Role]]) -> Words:
    if isinstance(given, Mapping):
        return tuple(cast("Mapping[str, Role]", given).items())
    return several(given)


def _lines(given: Iterable[int] | None) -> tuple[int, int] | None:
    return None if given is None else cast("tuple[int, int]", several(given))


def _ordered(_instance: object, _attribute: object, value: tuple[int, int] | None) -> None:
    if value is not None and not 1 <= value[0] <= value[1]:
        raise FormatError.told("layout-header", value=value)


@final
@attrs.frozen(repr=False, kw_only=True, field_transformer=FIELDS)
class Layout(Value):
    """How to take a table whose headings do not tell.

    Columns that it does not name are still found by their headings.

    Raises:
        FormatError: The lines of the header are no lines.

    >>> own = Layout(columns=[Column("到達点", Role.ACTUAL)], words={"めざす値": Role.TARGET})
    >>> own.column("到 達 点", set()).role
    Role.ACTUAL
    """

    #: Columns by their whole heading, blanks and width aside; a role of ``None`` keeps a
    #: column as text. Of two with one heading, the first is the one further left.
    columns: tuple[Column, ...] = attrs.field(
        default=(), converter=several, metadata={"wanted": _COLUMN}
    )
    #: Labels by their whole text, wherever they stand, each with what it says: above a column,
    #: beside a value of a form. One without a role and a period says nothing.
    labels: Labels = attrs.field(default=(), converter=several)
    #: What is said of single indicators.
    answers: tuple[Answer, ...] = attrs.field(default=(), converter=several)
    #: The SHA-256 of the file that the periods of labels hold for, ``""`` where they hold for
    #: any: next year's table has the same labels for other years.
    made_for: str = ""
    #: Words of headings beside the usual ones, each with its role.
    words: Words = attrs.field(default=(), converter=_pairs)
    #: The first and the last line of the header, counted from 1; ``None``: to be found.
    header: tuple[int, int] | None = attrs.field(default=None, converter=_lines, validator=_ordered)
    #: The sheets of a workbook that are read; ``()``: all that can be seen.
    sheets: tuple[str, ...] = attrs.field(default=(), converter=several)
    #: What splits the cells of a text file; ``None``: to be found.
    separator: str | None = None
    #: Whether a table of targets alone is a plan before it runs, rather than one that lacks its
    #: actuals.
    ahead: bool = False

    def column(self, heading: str, used: set[int]) -> Column | None:
        """Return what is said of a heading, or ``None``; *used* keeps what was found before."""
        for index, column in enumerate(self.columns):
            if index not in used and folded(column.heading) == folded(heading):
                used.add(index)
                return attrs.evolve(column, heading=heading)
        return None

    @property
    def names_columns(self) -> bool:
        """Whether it says where columns are or what heads them, so that nothing else is tried."""
        return bool(self.columns or self.words or self.header or self.separator)

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Layout:
        """Read a layout from a TOML file.

        Raises:
            OSError: The file cannot be opened.
            FormatError: It is no layout; everything that is wrong is listed.
        """
        import tomllib  # only those who keep layouts in files pay for it

        from kpikit.table.layout_file import fields_of

        file = os.fspath(path)
        try:
            content = tomllib.loads(Path(file).read_bytes().decode())
        except ValueError as error:
            raise FormatError.told("layout-toml", file=file, detail=error) from error
        return cls(**fields_of(content, file))

    def to_toml(self) -> str:
        """Write the layout as TOML. Inverse of :meth:`from_toml`.

        >>> print(Layout(labels=[Column("到達点", Role.ACTUAL)]).to_toml())
        [labels]
        "到達点" = { role = "actual" }
        <BLANKLINE>
        """
        from kpikit.table.layout_file import toml_of  # only those who keep layouts pay for it

        return toml_of(attrs.asdict(self, recurse=False))


#: Nothing is said: everything is found by its heading.
PLAIN: Final = Layout()
