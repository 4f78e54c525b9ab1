"""What all values share: they print as the code that makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, unique
from functools import cache
from typing import Any, Final, TypeVar, cast

import attrs

_Frozen = TypeVar("_Frozen")

#: What several are given as nearly always.
_USUAL: Final = frozenset((tuple, list))


class Code(Enum):
    """A closed set of codes, all different, each printed as the name it is written with."""

    def __init_subclass__(cls) -> None:
        """Refuse a code that stands twice."""
        unique(cls)

    #: Members are one of a kind; the hash of ``Enum`` itself is slow.
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        """Return the name in code: ``Verdict.ACHIEVED``."""
        return f"{type(self).__name__}.{self.name}"


class Value:
    """A frozen value whose ``repr`` is its constructor, defaults left out."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the constructor call, with only what differs from the defaults."""
        cls: Any = type(self)
        shown: list[str] = []
        for field in attrs.fields(cls):
            if not field.init or not field.repr:
                continue
            value: Any = getattr(self, field.name)
            if value == field.default and type(value) is type(field.default):
                continue
            positional = field.default is attrs.NOTHING and not field.kw_only
            shown.append(f"{value!r}" if positional else f"{field.alias}={value!r}")
        return f"{cls.__name__}({', '.join(shown)})"


@cache
def _slots(cls: Any) -> list[tuple[Callable[[Any], Any], Callable[[Any, Any], None]]]:
    """Return what tells each field of a class, and what sets it."""
    own = [getattr(cls, field.name) for field in attrs.fields(cls)]
    return [(each.__get__, each.__set__) for each in own]


def altered(value: _Frozen, **changes: object) -> _Frozen:
    """Return a frozen value with others of some fields, which were checked when they were made.

    ``attrs.evolve`` checks all of them again.

    >>> from kpikit.model.quantity import Quantity
    >>> altered(Quantity("5", "件"), unit="人")
    Quantity('5', '人')
    """
    cls: Any = value.__class__
    made: _Frozen = cls.__new__(cls)
    for told, put in _slots(cls):
        put(made, told(value))
    for name, changed in changes.items():
        object.__setattr__(made, name, changed)
    return made


def unchecked(cls: type[_Frozen]) -> Callable[..., _Frozen]:
    """Return what makes values of a class of all its fields, which were checked before.

    >>> from kpikit.model.indicator import Cell
    >>> unchecked(Cell)("目標値", "55%以上", ())
    Cell('目標値', '55%以上')
    """
    kind: Any = cls
    puts = [put for _, put in _slots(kind)]

    def make(*values: object) -> _Frozen:
        made: _Frozen = kind.__new__(kind)
        for put, value in zip(puts, values, strict=True):
            put(made, value)
        return made

    return make


def is_several(given: Any) -> bool:
    """Whether a field of several is given several: a text is one, and not its letters."""
    return isinstance(given, Iterable) and not isinstance(given, str | bytes)


def to_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Convert a field to a tuple; ``tuple`` itself is too generic for the type checkers."""
    return tuple(values)


def several(values: Iterable[Any]) -> tuple[Any, ...]:
    """Convert a field to a tuple; what is not several stays, for the field's check to refuse."""
    is_usual = values.__class__ in _USUAL
    return tuple(values) if is_usual or is_several(values) else cast("tuple[Any, ...]", values)
