"""What the fields of a definition take: their annotations, checked as it is made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from types import NoneType, SimpleNamespace, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from kpikit.language.errors import KpikitError
from kpikit.model._given import check
from kpikit.model.period import PERIODS

__all__ = ["typed"]

_Field: TypeAlias = "attrs.Attribute[Any]"
#: What a value holds, each with what that may be.
_Parts: TypeAlias = Callable[[Any], Iterable[tuple["_Kinds", object]]]
#: How kinds are called that a reader makes of text.
_READ: Final = {frozenset(PERIODS): "Period (kpikit.read_period(…).value)"}


class _Kinds:
    """What a value may be: one of some classes, and if it holds others what those may be."""

    __slots__ = ("classes", "each", "holders", "parts", "passed", "wanted")

    def __init__(
        self,
        classes: tuple[type, ...],
        wanted: str,
        parts: _Parts | None = None,
        each: _Kinds | None = None,
    ) -> None:
        self.classes = classes
        #: How they are called.
        self.wanted = wanted
        self.parts = parts
        #: What all are that it holds, where they are of one kind.
        self.each = each
        #: The types of which no value is refused: nearly all that is given is of one of them.
        self.passed: set[type] = set()
        #: The types of what may hold others.
        self.holders: set[type] = set()

    def refused(self, given: object) -> tuple[str, object] | None:
        """Return what is of another kind, behind what was wanted there; ``None`` if nothing is."""
        kind = type(given)
        if kind in self.passed:
            return None
        if kind not in self.holders:
            is_flag = kind is bool and bool not in self.classes  # a truth value is no number
            if is_flag or not issubclass(kind, self.classes):
                return self.wanted, given
            (self.passed if self.parts is None or given is None else self.holders).add(kind)
        if self.parts is None or given is None:
            return None
        several: Any = given
        if self.each is not None and self.each.passed.issuperset(map(type, several)):
            return None
        found = (kinds.refused(each) for kinds, each in self.parts(given))
        return next(filter(None, found), None)


def typed(error: type[KpikitError]) -> Callable[[type, list[_Field]], list[_Field]]:
    """Return what lets every field of a class refuse what is not of its annotation.

    It is for ``field_transformer`` of :func:`attrs.frozen`. What a field checks of its own comes
    after that, and may rely on it. A number is no truth value, and a truth value no number; the
    metadata ``wanted`` tells in other words what a field takes.
    """

    def transform(_cls: type, fields: list[_Field]) -> list[_Field]:
        taken = [each for each in fields if each.init]
        together = {each.name: _Together(error, taken) for each in taken[-1:]}
        return [
            each.evolve(validator=together.get(each.name)) if each.init else each for each in fields
        ]

    return transform


class _Checked:
    """What a field takes, and what it checks of its own."""

    __slots__ = ("after", "error", "field", "kinds", "passed")

    def __init__(self, error: type[KpikitError], field: _Field) -> None:
        self.error = error
        self.field = field
        self.after: Any = field.validator
        #: What it may be, once that is asked for: names that stand below the class are there then.
        self.kinds: _Kinds | None = None
        #: The types of which no value is refused.
        self.passed: set[type] = set()

    def refuse(self, instance: object, value: object) -> None:
        """Refuse what is of another kind."""
        field, kinds = self.field, self.kinds
        if kinds is None:
            kinds = self.kinds = _kinds(_hint(type(instance), field.name))
            kinds.passed = self.passed
        refused = kinds.refused(value)
        if refused is not None:
            wanted = field.metadata.get("wanted", refused[0])
            check(self.error, f"{type(instance).__name__}.{field.alias}", refused[1], wanted)


class _Together:
    """All fields of a class, checked at once: it is the validator of the last one."""

    __slots__ = ("_alone", "_holding", "_known", "_own", "_plain")

    def __init__(self, error: type[KpikitError], fields: Sequence[_Field]) -> None:
        checks = [_Checked(error, each) for each in fields]
        holding = [each for each in checks if "[" in str(each.field.type)]
        #: What holds others, each with what it is by default, which needs no look.
        self._holding = [
            (attrgetter(each.field.name), each.field.default, each) for each in holding
        ]
        self._alone = [each for each in checks if each not in holding]
        self._plain = _getter([each.field.name for each in self._alone])
        #: Types that values of what holds nothing had together, none of which is refused.
        self._known: set[tuple[type, ...]] = set()
        self._own = [
            (attrgetter(each.field.name), each) for each in checks if each.after is not None
        ]

    def __call__(self, instance: object, _field: _Field, _value: object) -> None:
        values = self._plain(instance)
        types = (*map(type, values),)
        if types not in self._known:
            for value, each in zip(values, self._alone, strict=True):
                each.refuse(instance, value)
            if all(map(_passes, self._alone, types)):
                self._known.add(types)
        for get, usual, each in self._holding:
            value = get(instance)
            if value is not usual and type(value) not in each.passed:
                each.refuse(instance, value)
        for get, each in self._own:
            each.after(instance, each.field, get(instance))


def _passes(checked: _Checked, kind: type) -> bool:
    return kind in checked.passed


def _getter(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what gets all members of these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _hint(cls: type, name: str) -> Any:
    """Return the annotation of a field, with what its module calls by those names."""
    owner = next(each for each in cls.__mro__ if name in vars(each).get("__annotations__", ()))
    one: Any = SimpleNamespace(__annotations__={name: owner.__annotations__[name]})
    return get_type_hints(one, vars(sys.modules[owner.__module__]))[name]


def _kinds(hint: Any) -> _Kinds:
    """Return what an annotation allows: classes, or what holds others, or none of it."""
    options = get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)
    holder = next(filter(get_origin, options), None)
    if holder is not None:
        held = _held(holder)
        held.classes += (NoneType,) * (len(options) > 1)
        return held
    named = [each for each in options if each is not NoneType]
    words = " | ".join(each.__name__ for each in named)
    return _Kinds(options, _READ.get(frozenset(named), words))


def _held(hint: Any) -> _Kinds:
    """Return what holds others: a mapping, several of one kind, or one of each in order."""
    origin, args = get_origin(hint), get_args(hint)
    members = [_kinds(each) for each in args if each is not Ellipsis]
    words = [each.wanted for each in members]
    if origin is Mapping:
        return _Kinds((Mapping,), f"{{{words[0]}: {words[1]}, …}}", partial(_of_pairs, members))
    if origin is tuple and Ellipsis not in args:
        wanted = f"({', '.join(words)})"
        return _Kinds((tuple,), wanted, partial(_of_record, members, _Kinds((), wanted)))
    (member,) = members
    return _Kinds((origin,), f"[{words[0]}, …]", partial(_of_each, member), member)


def _of_pairs(members: list[_Kinds], given: Mapping[Any, Any]) -> Iterator[tuple[_Kinds, object]]:
    return (each for pair in given.items() for each in zip(members, pair, strict=True))


def _of_record(
    members: list[_Kinds], nothing: _Kinds, given: tuple[Any, ...]
) -> Iterable[tuple[_Kinds, object]]:
    is_whole = len(given) == len(members)
    return zip(members, given, strict=True) if is_whole else [(nothing, given)]


def _of_each(member: _Kinds, given: Iterable[Any]) -> Iterator[tuple[_Kinds, object]]:
    return ((member, each) for each in given)
