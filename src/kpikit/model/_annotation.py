"""What the annotation of a field says of the values that it holds."""

from __future__ import annotations

from enum import Enum
from functools import reduce
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

_PAIR: Final = 2


def is_optional(kind: Any) -> bool:
    """Whether it may be ``None``."""
    return get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind)


def some(kind: Any) -> Any:
    """Return a kind without the ``None`` that stands for what is left out."""
    if not is_optional(kind):
        return kind
    return reduce(
        lambda one, other: one | other, [each for each in get_args(kind) if each is not NoneType]
    )


def is_many(kind: Any) -> bool:
    """Whether it is a tuple of any length."""
    return get_origin(kind) is tuple and get_args(kind)[-1:] == (...,)


def is_pairs(kind: Any) -> bool:
    """Whether it is the pairs of a mapping: ``tuple[tuple[str, int], ...]``."""
    inner = get_args(kind)[0] if is_many(kind) else None
    return get_origin(inner) is tuple and not is_many(inner) and len(get_args(inner)) == _PAIR


def is_set(kind: Any) -> bool:
    """Whether it is a set of a closed one's members."""
    return get_origin(kind) is frozenset


def is_list(kind: Any) -> bool:
    """Whether files have a list for it."""
    return is_set(kind) or (is_many(kind) and not is_pairs(kind))


def is_table(kind: Any) -> bool:
    """Whether files have an object of any keys for it."""
    return get_origin(kind) is dict or is_pairs(kind)


def is_choice(kind: Any) -> bool:
    """Whether it is a closed set of codes."""
    return isinstance(kind, type) and issubclass(kind, Enum)
