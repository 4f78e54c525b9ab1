"""A layout: what the headings and the file of one table do not say of themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache, partial
from operator import eq
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.language.errors import FormatError
from kpikit.model.codec import new_converter, read, wanted
from kpikit.model.period import Period, parse_period
from kpikit.table.headings import Column, Role, Words, folded

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["PLAIN", "Layout"]

#: The role in a file of a column that is kept as text, whatever its heading says.
_TEXT: Final = "text"


def _pairs(given: Mapping[str, Role] | Iterable[tuple[str, Role]]) -> Words:
    if isinstance(given, Mapping):
        return tuple(cast("Mapping[str, Role]", given).items())
    return tuple(given)


def _ordered(_instance: object, _attribute: object, value: tuple[int, int] | None) -> None:
    if value is not None and not 1 <= value[0] <= value[1]:
        raise FormatError.told("layout-header", value=value)


@final
@attrs.frozen(repr=False, kw_only=True)
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
    columns: tuple[Column, ...] = attrs.field(default=(), converter=to_tuple)
    #: Words of headings beside the usual ones, each with its role.
    words: Words = attrs.field(default=(), converter=_pairs)
    #: The first and the last line of the header, counted from 1; ``None``: to be found.
    header: tuple[int, int] | None = attrs.field(default=None, validator=_ordered)
    #: The sheets of a workbook that are read; ``()``: all that can be seen.
    sheets: tuple[str, ...] = attrs.field(default=(), converter=to_tuple)
    #: What splits the cells of a text file; ``None``: to be found.
    separator: str | None = None

    def column(self, heading: str, used: set[int]) -> Column | None:
        """Return what is said of a heading, or ``None``; *used* keeps what was found before."""
        for index, column in enumerate(self.columns):
            if index not in used and folded(column.heading) == folded(heading):
                used.add(index)
                return attrs.evolve(column, heading=heading)
        return None

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Layout:
        """Read a layout from a TOML file.

        Raises:
            OSError: The file cannot be opened.
            FormatError: It is no layout; everything that is wrong is listed.
        """
        import tomllib  # only those who keep layouts in files pay for it

        file = os.fspath(path)
        try:
            content = tomllib.loads(Path(file).read_bytes().decode())
        except ValueError as error:
            raise FormatError.told("layout-toml", file=file, detail=error) from error
        return read(_converter(), content, _WrittenLayout, file=file).layout()


#: Nothing is said: everything is found by its heading.
PLAIN: Final = Layout()


@final
@attrs.frozen
class _WrittenColumn:
    """A column in a file: its role alone, or an object with more than that."""

    role: Role | Literal["text"]
    period: Period | None = None
    unit: str = ""

    def headed(self, heading: str) -> Column:
        """Return the column of that heading."""
        role = self.role if isinstance(self.role, Role) else None
        return Column(heading, role, self.period, self.unit)


@final
@attrs.frozen
class _WrittenLayout:
    """A layout in a file: columns by their headings, and words by their roles."""

    columns: dict[str, _WrittenColumn] = attrs.field(factory=dict[str, _WrittenColumn])
    words: dict[Role, tuple[str, ...]] = attrs.field(factory=dict[Role, tuple[str, ...]])
    header: tuple[int, int] | None = None
    sheets: tuple[str, ...] = ()
    separator: str | None = None

    def layout(self) -> Layout:
        """Return the layout."""
        return Layout(
            columns=[column.headed(heading) for heading, column in self.columns.items()],
            words=[(word, role) for role, words in self.words.items() for word in words],
            header=self.header,
            sheets=self.sheets,
            separator=self.separator,
        )


@cache
def _converter() -> Converter:
    """Return the converter of layouts, which are only read."""
    made = new_converter()
    for kind, reader in (
        (Role | Literal["text"], _role),
        (Period, _period),
        (tuple[int, int], _lines),
    ):
        made.register_structure_hook_func(partial(eq, kind), reader)
    fields = made.get_structure_hook(_WrittenColumn)

    def column(given: Any, kind: Any) -> Any:
        return fields(given if isinstance(given, dict) else {"role": given}, kind)

    made.register_structure_hook(_WrittenColumn, column)
    return made


def _role(given: Any, _: Any) -> Role | str:
    roles = {role.value: role for role in Role} | {_TEXT: _TEXT}
    if not isinstance(given, str) or given not in roles:
        raise wanted("one-of", known=" | ".join(roles))
    return roles[given]


def _period(given: Any, _: Any) -> Period:
    if not isinstance(given, str):
        raise wanted("period")
    return parse_period(given)


def _lines(given: Any, _: Any) -> tuple[int, int]:
    match given:
        case [int(first), int(last)] if 1 <= first <= last:
            return first, last
        case _:
            raise wanted("one-of", known="[1, 2]")
