"""A layout as it stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any, Final, Literal, cast, final

import attrs

from kpikit.model.codec import new_converter, read, wanted
from kpikit.model.period import Period, parse_period
from kpikit.table.answers import Answer
from kpikit.table.headings import Column, Role

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["fields_of", "toml_of"]

#: The role in a file of a column that is kept as text, whatever its heading says.
_TEXT: Final = "text"


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
class _WrittenLabel(_WrittenColumn):
    """A label in a file, which may say no more than a period."""

    role: Role | Literal["text"] = _TEXT


@final
@attrs.frozen
class _WrittenLayout:
    """A layout in a file: columns by their headings, and words by their roles."""

    columns: dict[str, _WrittenColumn] = attrs.field(factory=dict[str, _WrittenColumn])
    labels: dict[str, _WrittenLabel] = attrs.field(factory=dict[str, _WrittenLabel])
    answers: tuple[Answer, ...] = ()
    made_for: str = ""
    words: dict[Role, tuple[str, ...]] = attrs.field(factory=dict[Role, tuple[str, ...]])
    header: tuple[int, int] | None = None
    sheets: tuple[str, ...] = ()
    separator: str | None = None
    ahead: bool = False

    def fields(self) -> dict[str, Any]:
        """Return the fields of the layout."""
        return {
            "columns": [column.headed(heading) for heading, column in self.columns.items()],
            "labels": [label.headed(heading) for heading, label in self.labels.items()],
            "answers": self.answers,
            "made_for": self.made_for,
            "words": [(word, role) for role, words in self.words.items() for word in words],
            "header": self.header,
            "sheets": self.sheets,
            "separator": self.separator,
            "ahead": self.ahead,
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
    fields = {kind: made.get_structure_hook(kind) for kind in (_WrittenColumn, _WrittenLabel)}
    for written, hook in fields.items():
        made.register_structure_hook(written, partial(_column, hook))
    return made


def _column(fields: Callable[[Any, Any], Any], given: Any, kind: Any) -> Any:
    return fields(given if isinstance(given, dict) else {"role": given}, kind)


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


# -- to a file -------------------------------------------------------------------------------------


#: What may not stand in a TOML string as it is.
_ESCAPES: Final = str.maketrans(
    {
        **{chr(code): f"\\u{code:04x}" for code in (*range(32), 127)},
        '"': '\\"',
        "\\": "\\\\",
    }
)


def toml_of(fields: Mapping[str, Any]) -> str:
    """Return the fields of a layout as TOML, what it does not say left out."""
    words: dict[Role, list[str]] = {}
    for word, role in fields["words"]:
        words.setdefault(role, []).append(word)
    plain = {name: fields[name] for name in ("made_for", "header", "sheets", "separator", "ahead")}
    tables: dict[str, Mapping[str, object]] = {
        "[columns]": {each.heading: _said(each) for each in fields["columns"]},
        "[labels]": {each.heading: _said(each) for each in fields["labels"]},
        "[words]": {role.value: found for role, found in words.items()},
    }
    blocks: list[tuple[str, Mapping[str, object]]] = [("", plain), *tables.items()]
    blocks += [("[[answers]]", _answered(each)) for each in fields["answers"]]
    told = [
        "\n".join(filter(None, (head, *_pairs(table))))
        for head, table in blocks
        if any(table.values())
    ]
    return "\n\n".join(told) + "\n"


def _said(column: Column) -> dict[str, object]:
    """Return what is said of a column or a label."""
    return {
        "role": column.role.value if column.role else _TEXT,
        "period": str(column.period) if column.period else "",
        "unit": column.unit,
    }


def _answered(answer: Answer) -> dict[str, object]:
    return {
        "indicator": answer.indicator,
        "section": answer.section,
        "unit": answer.unit,
        "direction": answer.direction.value if answer.direction else "",
    }


def _pairs(table: Mapping[str, object]) -> Iterator[str]:
    """Yield keys with their values; what is empty is left out."""
    for name, value in table.items():
        if value:
            is_bare = name.isidentifier() and name.isascii()
            yield f"{name if is_bare else _value(name)} = {_value(value)}"


def _value(value: object) -> str:
    match value:
        case str():
            return f'"{value.translate(_ESCAPES)}"'
        case bool():
            return "true" if value else "false"
        case Mapping():
            return f"{{ {', '.join(_pairs(cast('Mapping[str, object]', value)))} }}"
        case tuple() | list():
            return f"[{', '.join(map(_value, cast('list[object]', value)))}]"
        case _:
            return str(value)
