"""How values stand in JSON: forms that write a value and read it back.

A form reads what it is given as far as it can: what is wrong is added to the faults, each with
its path (RFC 9535) and what is wanted there, and reading goes on beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, Final, Protocol, cast, final

import attrs

from kpikit.errors import InvalidDefinitionError
from kpikit.period import Period, parse_period
from kpikit.table.faults import Fault, table_error

__all__ = [
    "BAD",
    "Choice",
    "Digits",
    "Flag",
    "Form",
    "Later",
    "Many",
    "Member",
    "Named",
    "PeriodText",
    "Record",
    "Text",
    "Whole",
]

#: What a form returns for what it cannot read, after it has said why.
BAD: Final = object()
#: What stands for the usual value of a member that an object must have.
NEEDED: Final = object()
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DIGITS: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?")


class Form(Protocol):
    """How a kind of value stands in JSON."""

    def write(self, value: Any) -> Any:
        """Return what stands in JSON."""
        ...

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        """Return the value, or :data:`BAD`. Inverse of :meth:`write`."""
        ...


@final
@attrs.frozen
class _Plain:
    """A value that JSON has too."""

    kind: type
    wanted: str

    def write(self, value: Any) -> Any:
        return value

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        if type(given) is self.kind:
            return given
        faults.append(Fault(path, self.wanted))
        return BAD


Text: Final[Form] = _Plain(str, "text")
Whole: Final[Form] = _Plain(int, "whole")
Flag: Final[Form] = _Plain(bool, "flag")


@final
@attrs.frozen
class _Digits:
    """A number, as the text of its digits."""

    def write(self, value: Decimal) -> str:
        return str(value)

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        if isinstance(given, str) and _DIGITS.fullmatch(given):
            try:
                return Decimal(given)
            except InvalidOperation:
                pass
        faults.append(Fault(path, "digits"))
        return BAD


Digits: Final[Form] = _Digits()


@final
@attrs.frozen
class Named:
    """A member of a closed set, by its code."""

    kind: type[Enum]

    def write(self, value: Enum) -> Any:
        """Return its code."""
        return value.value

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        """Return the member of a code."""
        codes: dict[Any, Enum] = {member.value: member for member in self.kind}
        if isinstance(given, str) and given in codes:
            return codes[given]
        faults.append(Fault(path, "one-of", " | ".join(codes)))
        return BAD


@final
@attrs.frozen
class _PeriodText:
    """A period by its canonical text, with its label where it has one."""

    def write(self, value: Period) -> Any:
        return {"period": str(value), "label": value.label} if value.label else str(value)

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        if isinstance(given, dict):
            made = _LABELLED.read(given, path, faults)
            return BAD if made is BAD else attrs.evolve(made[0], label=made[1])
        if isinstance(given, str):
            try:
                return parse_period(given)
            except InvalidDefinitionError as error:
                faults.append(Fault(path, "valid", str(error)))
                return BAD
        faults.append(Fault(path, "period"))
        return BAD


PeriodText: Final[Form] = _PeriodText()


@final
@attrs.frozen
class Many:
    """A list of values of one form."""

    each: Form

    def write(self, value: Any) -> list[Any]:
        """Return a list."""
        return [self.each.write(one) for one in value]

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        """Return a tuple."""
        if not isinstance(given, list):
            faults.append(Fault(path, "list"))
            return BAD
        each: list[Any] = given  # pyright: ignore[reportUnknownVariableType]
        read = [self.each.read(one, f"{path}[{index}]", faults) for index, one in enumerate(each)]
        return BAD if any(one is BAD for one in read) else tuple(read)


@final
@attrs.frozen
class Member:
    """A member of an object."""

    #: How its value stands in JSON.
    form: Form
    #: The value where the object has no such member; without one, it must have it.
    usual: Any = NEEDED
    #: The name of the field, if it is another than that of the member.
    field: str = ""


@final
@attrs.frozen
class Record:
    """A value of several fields, as an object; fields of their usual value are left out."""

    #: What makes the value of its fields.
    make: Callable[..., Any]
    #: Name → member.
    members: Mapping[str, Member]

    def write(self, value: Any) -> dict[str, Any]:
        """Return an object."""
        written: dict[str, Any] = {}
        for name, member in self.members.items():
            one = getattr(value, member.field or name)
            if one != member.usual or type(one) is not type(member.usual):
                written[name] = member.form.write(one)
        return written

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        """Return the value that an object makes."""
        if not isinstance(given, dict):
            faults.append(Fault(path, "object"))
            return BAD
        content = cast("dict[str, Any]", given)
        before = len(faults)
        known = " | ".join(self.members)
        faults += [
            Fault(_below(path, name), "member", known)
            for name in content
            if name not in self.members
        ]
        read = {
            name: self._member(name, member, content, path, faults)
            for name, member in self.members.items()
        }
        if len(faults) > before:
            return BAD
        try:
            return self.make(**read)
        except InvalidDefinitionError as error:
            faults.append(Fault(path, "valid", str(error)))
            return BAD

    def _member(
        self, name: str, member: Member, given: dict[str, Any], path: str, faults: list[Fault]
    ) -> Any:
        if name in given:
            return member.form.read(given[name], _below(path, name), faults)
        if member.usual is NEEDED:
            faults.append(Fault(path, "there", name))
            return BAD
        return member.usual


@final
@attrs.frozen
class Choice:
    """A value of one of several classes, whose object says by its ``type`` which."""

    #: Type → class and form.
    kinds: Mapping[str, tuple[type, Record]]

    def write(self, value: Any) -> dict[str, Any]:
        """Return an object with its type."""
        for name, (kind, form) in self.kinds.items():
            if type(value) is kind:
                return {"type": name, **form.write(value)}
        raise table_error("format-no-form", what=type(value).__name__)

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        """Return the value that an object makes."""
        if not isinstance(given, dict):
            faults.append(Fault(path, "object"))
            return BAD
        content = cast("dict[str, Any]", given)
        kind = content.get("type")
        if not isinstance(kind, str) or kind not in self.kinds:
            faults.append(Fault(f"{path}.type", "one-of", " | ".join(self.kinds)))
            return BAD
        rest = {name: value for name, value in content.items() if name != "type"}
        return self.kinds[kind][1].read(rest, path, faults)


@final
@attrs.frozen
class Later:
    """A form that is known later, for what may hold itself."""

    form: Callable[[], Form]

    def write(self, value: Any) -> Any:
        """Write by the form."""
        return self.form().write(value)

    def read(self, given: Any, path: str, faults: list[Fault]) -> Any:
        """Read by the form."""
        return self.form().read(given, path, faults)


def _below(path: str, name: str) -> str:
    """Return the path of a member."""
    if _NAME.fullmatch(name):
        return f"{path}.{name}"
    quoted = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"{path}['{quoted}']"


def _labelled(period: Period, label: str) -> tuple[Period, str]:
    return period, label


_LABELLED: Final = Record(
    _labelled,
    {"period": Member(_PeriodText()), "label": Member(Text)},
)
