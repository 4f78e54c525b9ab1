"""A layout as it stands in a file."""

from __future__ import annotations

from functools import cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any, Final, Literal, final

import attrs

from kpikit.model.codec import new_converter, read, wanted
from kpikit.model.period import Period, parse_period
from kpikit.table.headings import Column, Role

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["fields_of"]

#: The role in a file of a column that is kept as text, whatever its heading says.
_TEXT: Final = "text"


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

    def fields(self) -> dict[str, Any]:
        """Return the fields of the layout."""
        return {
            "columns": [column.headed(heading) for heading, column in self.columns.items()],
            "words": [(word, role) for role, words in self.words.items() for word in words],
            "header": self.header,
            "sheets": self.sheets,
            "separator": self.separator,
        }


def fields_of(content: object, file: str) -> dict[str, Any]:
    """Return what the content of a file says of each field of a layout.

    Raises:
        FormatError: It is no layout; everything that is wrong is listed.
    """
    return read(_converter(), content, _WrittenLayout, file=file).fields()


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
