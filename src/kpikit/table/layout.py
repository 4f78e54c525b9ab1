"""A layout: what the headings and the file of one table do not say of themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, cast, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.errors import FormatError, InvalidPeriodError
from kpikit.messages import say
from kpikit.period import parse_period
from kpikit.table.faults import Fault, all_faults, table_error
from kpikit.table.headings import Column, Role, Words, folded

__all__ = ["PLAIN", "Layout"]

#: A column that is kept as text, whatever its heading says.
_TEXT: Final = "text"
_KEYS: Final = ("columns", "header", "separator", "sheets", "words")
_COLUMN_KEYS: Final = ("period", "role", "unit")


def _pairs(given: Mapping[str, Role] | Iterable[tuple[str, Role]]) -> Words:
    if isinstance(given, Mapping):
        return tuple(cast("Mapping[str, Role]", given).items())
    return tuple(given)


def _ordered(_instance: object, _attribute: object, value: tuple[int, int] | None) -> None:
    if value is not None and not 1 <= value[0] <= value[1]:
        raise FormatError(say("layout-header", "en", value=value))


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
            raise table_error("layout-toml", FormatError, file=file, detail=error) from error
        return _Reader(file).layout(content)


#: Nothing is said: everything is found by its heading.
PLAIN: Final = Layout()


@attrs.define
class _Reader:
    """Reads the content of a TOML file, and keeps everything that is wrong with it."""

    file: str
    faults: list[Fault] = attrs.field(factory=list[Fault])

    def layout(self, content: dict[str, Any]) -> Layout:
        self._unknown("", content, _KEYS)
        columns = self._table(content, "columns")
        made = [self._column(name, value) for name, value in columns.items()]
        words = self._words(self._table(content, "words"))
        sheets = self._texts("sheets", content.get("sheets", []))
        header = self._header(content.get("header"))
        separator = content.get("separator")
        if not isinstance(separator, str | None):
            self.faults.append(Fault("separator", "text"))
        if self.faults:
            raise all_faults(self.file, self.faults)
        return Layout(columns=made, words=words, header=header, sheets=sheets, separator=separator)

    def _fault(self, place: str, wanted: str) -> None:
        self.faults.append(Fault(place, "one-of", wanted))

    def _unknown(self, place: str, content: dict[str, Any], known: tuple[str, ...]) -> None:
        for key in content:
            if key not in known:
                self.faults.append(Fault(f"{place}{key}", "member", " | ".join(known)))

    def _table(self, content: dict[str, Any], key: str) -> dict[str, Any]:
        value: Any = content.get(key, {})
        if isinstance(value, dict):
            return value  # pyright: ignore[reportUnknownVariableType]
        self.faults.append(Fault(key, "object"))
        return {}

    def _column(self, name: str, value: Any) -> Column:
        place = f"columns.{name}"
        given: dict[str, Any] = {"role": value}
        if isinstance(value, dict):
            given = value  # pyright: ignore[reportUnknownVariableType]
        self._unknown(f"{place}.", given, _COLUMN_KEYS)
        period = None
        try:
            period = parse_period(given["period"]) if "period" in given else None
        except (InvalidPeriodError, AttributeError):
            self.faults.append(Fault(f"{place}.period", "period"))
        unit: Any = given.get("unit", "")
        if not isinstance(unit, str):
            self.faults.append(Fault(f"{place}.unit", "text"))
            unit = ""
        return Column(name, self._role(f"{place}.role", given.get("role")), period, unit)

    def _role(self, place: str, value: Any) -> Role | None:
        if value == _TEXT:
            return None
        names = {role.value: role for role in Role}
        if not isinstance(value, str) or value not in names:
            self._fault(place, " | ".join([*names, _TEXT]))
            return None
        return names[value]

    def _words(self, given: dict[str, Any]) -> list[tuple[str, Role]]:
        found: list[tuple[str, Role]] = []
        for key, value in given.items():
            role = self._role(f"words.{key}", key)
            texts = self._texts(f"words.{key}", value)
            found += [(text, role) for text in texts if role is not None]
        return found

    def _texts(self, place: str, value: Any) -> list[str]:
        if isinstance(value, list):
            each: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
            if all(isinstance(text, str) for text in each):
                return each
        self._fault(place, '["…"]')
        return []

    def _header(self, value: Any) -> tuple[int, int] | None:
        match value:
            case None:
                return None
            case [int(first), int(last)] if 1 <= first <= last:
                return first, last
            case _:
                self._fault("header", "[1, 2]")
                return None
