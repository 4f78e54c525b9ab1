"""How values stand in files: one converter, which takes the members of a file from their fields.

Plans and reports as JSON, schemes and layouts as TOML, and data packages go through it: a file
that keeps to its form yields values, and one that does not yields every fault at once, each
with its path. It stands low, since schemes and layouts lie below :mod:`kpikit.io`; it knows no
value of the model. Who owns a value that does not stand in a file as its fields adds to
:func:`new_converter` how it does.

A field that is left out has its usual value, and one of its usual value is left out; none is
null. A new field of a value is a new member of the file, with nothing to be done here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, lru_cache, partial
from itertools import islice
from pathlib import PurePosixPath, PureWindowsPath
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast, get_args, get_origin

import attrs

from kpikit.language.errors import FormatError, KpikitError
from kpikit.language.fault import Fault
from kpikit.language.pattern import pattern
from kpikit.model._annotation import is_list, is_optional, is_pairs, is_set, is_table, some

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["MOST", "members", "named_file", "new_converter", "read", "tag", "tagged", "wanted"]

T = TypeVar("T")
#: What reads a value of a kind, called with what is given and the kind.
_Reader: TypeAlias = Callable[[Any, Any], Any]

#: The kinds that JSON and TOML have too, each with the fault of what is another one.
_PLAIN: Final[Mapping[type, str]] = {
    str: "wanted-text",
    int: "wanted-whole",
    bool: "wanted-flag",
}
_BARE: Final = pattern(r"[^\W\d]\w*")
_CAPITAL: Final = pattern("(?<!^)(?=[A-Z])")
#: Where the metadata of a field say what it is called in files.
_MEMBER: Final = "member"
#: So many faults of a file are told at once: where more is wrong, it was made by no slip.
MOST: Final = 1_000
#: What stands for a member that is left out, which null does not.
_ABSENT: Final = object()


def new_converter(*, others: bool = False) -> Converter:
    """Return a converter for values by their fields; the caller may add to it.

    Args:
        others: Whether a file may have members that are not known.

    >>> from kpikit.model.plan import Category
    >>> new_converter().unstructure(Category("A", meaning="重点"))
    {'code': 'A', 'meaning': '重点'}
    """
    from cattrs import Converter  # only those who read or write such a file pay for it

    made = Converter(
        forbid_extra_keys=not others,
        omit_if_default=True,
        unstruct_collection_overrides={tuple: list},
    )
    for kind, code in _PLAIN.items():
        made.register_structure_hook(kind, partial(_plain, kind, code))
    made.register_structure_hook(Enum, _choice)
    for whether, reader in (
        (attrs.has, _record),
        (is_optional, _optional),
        (is_list, _list),
        (is_table, _table),
    ):
        made.register_structure_hook_factory(whether, reader)
    made.register_unstructure_hook_factory(attrs.has, _written_record)
    made.register_unstructure_hook_factory(is_set, _written_set)
    made.register_unstructure_hook_factory(is_pairs, _written_pairs)
    return made


def read(
    converter: Converter,
    content: object,
    kind: type[T],
    error: type[KpikitError] = FormatError,
    file: str = "",
) -> T:
    """Return the value that the content of a file says.

    Args:
        converter: Made by :func:`new_converter`.
        content: What the JSON or TOML of the file says.
        kind: What it should be.
        error: What to raise.
        file: The file, for the message; ``""`` if it has no name.

    Raises:
        KpikitError: It is no such value: an *error* that lists every fault, or the first
            :data:`MOST`.

    >>> from kpikit.model.plan import Category
    >>> try:
    ...     read(new_converter(), {"cod": "A", "title": 1}, Category)
    ... except FormatError as error:
    ...     [(fault.path, fault.code) for fault in error.faults]
    [('code', 'wanted-there'), ('title', 'wanted-text'), ('cod', 'wanted-known')]
    """
    from cattrs import BaseValidationError  # see above

    try:
        return converter.structure(content, kind)
    except (BaseValidationError, KpikitError) as found:
        faults = [*islice(_faults(found, ""), MOST)]
    if len(faults) == MOST:
        faults.append(Fault("faults-more", values={"count": f"{MOST:,}"}))
    raise error.of_file(file, faults)


def wanted(code: str, **values: object) -> FormatError:
    """Return the error that a hook raises for what it cannot read.

    >>> print(wanted("text").faults[0].code)
    wanted-text
    """
    return FormatError.told(f"wanted-{code}", **values)


def tagged(converter: Converter, union: Any, kinds: Iterable[type]) -> None:
    """Let a value of one of several classes say by ``type`` of which: ``at-least`` of AtLeast.

    Args:
        converter: What is to read and write it.
        union: What fields call it: a union, or a class that the others derive from.
        kinds: The classes.

    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast, AtMost
    >>> converter = new_converter()
    >>> tagged(converter, AtLeast | AtMost, [AtLeast, AtMost])
    >>> converter.unstructure(AtLeast(Quantity("55", "%")), AtLeast | AtMost)["type"]
    'at-least'
    """
    tags = {kind: tag(kind) for kind in kinds}
    by_tag = {name: kind for kind, name in tags.items()}

    def from_file(given: Any, _: Any) -> Any:
        content = _object(given)
        kind = content.get("type")
        if not isinstance(kind, str) or kind not in by_tag:
            fault = Fault("wanted-one-of", "type", {"known": " | ".join(by_tag)})
            raise FormatError.of_file("", [fault])
        rest = {name: value for name, value in content.items() if name != "type"}
        return converter.structure(rest, cast("type[Any]", by_tag[kind]))

    def to_file(value: object) -> dict[str, Any]:
        kind = type(value)
        if kind not in tags:
            raise FormatError.told("format-no-form", what=kind.__name__)
        return {"type": tags[kind], **converter.unstructure(value, kind)}

    def is_it(kind: Any) -> bool:
        return bool(some(kind) == union)

    converter.register_structure_hook_func(is_it, from_file)
    converter.register_unstructure_hook_func(is_it, to_file)


def tag(kind: type) -> str:
    """Return how files call a class.

    >>> from kpikit.model.rule import AtLeast
    >>> tag(AtLeast)
    'at-least'
    """
    return _CAPITAL.sub("-", kind.__name__).lower()


def members(kind: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the fields of a value by the names of the members that they are in a file.

    A field is called otherwise in files if its metadata says so by ``member``.

    >>> from kpikit.model.plan import Category
    >>> [*members(Category)]
    ['code', 'title', 'meaning']
    """
    fields = attrs.fields(attrs.resolve_types(cast("Any", kind)))
    return {_member(field): field for field in fields if field.init}


@lru_cache(maxsize=256)
def named_file(file: str) -> str:
    """Return the name of a file as others may see it: without the folders of this machine.

    >>> named_file("data/plan.csv"), named_file("/home/me/plan.csv"), named_file("C:/me/plan.csv")
    ('data/plan.csv', 'plan.csv', 'plan.csv')
    """
    path = PureWindowsPath(file)  # which knows both kinds of strokes, drives and shares
    return path.name if path.anchor or PurePosixPath(file).is_absolute() else file


# -- reading ---------------------------------------------------------------------------------------


def _plain(kind: type, code: str, given: Any, _: Any) -> Any:
    if type(given) is not kind:
        raise FormatError.told(code)
    return given


def _object(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise wanted("object")
    return cast("dict[str, Any]", given)


def _record(kind: Any, converter: Converter) -> _Reader:
    """Read an object as a value of that class."""
    known = members(kind)
    structure = _when_called(
        lambda: _cattrs().make_dict_structure_fn_from_attrs(
            [*known.values()], kind, converter, **_renamed(known)
        )
    )
    absent = {name: _ABSENT for name, field in known.items() if _may_be_left_out(field)}
    return lambda given, _: structure(absent | _object(given), kind)


def _optional(kind: Any, converter: Converter) -> _Reader:
    """Read what may be left out, which is not said by null."""
    inner = some(kind)
    return lambda given, _: None if given is _ABSENT else converter.structure(given, inner)


def _list(kind: Any, converter: Converter) -> _Reader:
    """Read a list as a tuple or a set."""
    inner = get_args(kind)[0]

    def listed(given: Any, _: Any) -> Any:
        if not isinstance(given, list):
            raise wanted("list")
        return get_origin(kind)(_items(cast("list[object]", given), inner, converter))

    return listed


def _items(given: list[object], kind: Any, converter: Converter) -> list[Any]:
    """Read the items of a list, until there is as much wrong as is told at once."""
    from cattrs import BaseValidationError, IterableValidationError, IterableValidationNote

    structure = converter.get_structure_hook(kind)
    items: list[Any] = []
    errors: list[Exception] = []
    count = 0
    for index, each in enumerate(given):
        try:
            items.append(structure(each, kind))
        except (BaseValidationError, KpikitError) as error:
            error.add_note(IterableValidationNote("", index, kind))
            errors.append(error)
            count += sum(1 for _ in islice(_faults(error, ""), MOST))
            if count >= MOST:
                break
    if errors:
        raise cast("Any", IterableValidationError)("", errors, GenericAlias(list, (kind,)))
    return items


def _table(kind: Any, converter: Converter) -> _Reader:
    """Read an object of any keys as a mapping, or as the pairs of one."""
    of_pairs = is_pairs(kind)
    mapping: Any = GenericAlias(dict, get_args(get_args(kind)[0] if of_pairs else kind))
    structure: _Reader = _cattrs().make_mapping_structure_fn(mapping, converter)

    def keyed(given: Any, _: Any) -> Any:
        content: dict[Any, Any] = _object(given)
        if get_args(mapping)[0] is int:
            content = {int(key) if key.isdecimal() else key: content[key] for key in content}
        found = structure(content, mapping)
        return tuple(found.items()) if of_pairs else found

    return keyed


def _choice(given: Any, kind: Any) -> Any:
    """Read the code of a member of a closed set."""
    codes = {each.value: each for each in kind}
    if not isinstance(given, str) or given not in codes:
        raise wanted("one-of", known=" | ".join(codes))
    return codes[given]


# -- writing ---------------------------------------------------------------------------------------


def _written_record(kind: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    known = members(kind)
    fields = [
        field.evolve(default=None) if _may_be_left_out(field) else field for field in known.values()
    ]
    return _when_called(
        lambda: _cattrs().make_dict_unstructure_fn_from_attrs(
            fields, kind, converter, _cattrs_omit_if_default=True, **_renamed(known)
        )
    )


def _written_set(kind: Any) -> Callable[[Any], list[Any]]:
    """Write a set of codes in the order of the closed set."""
    order = get_args(kind)[0]
    return lambda value: [each.value for each in order if each in value]


def _written_pairs(_: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {
        str(converter.unstructure(key)): converter.unstructure(each) for key, each in value
    }


# -- fields ----------------------------------------------------------------------------------------


def _may_be_left_out(field: attrs.Attribute[Any]) -> bool:
    """Whether a file may leave out what the class itself must be given."""
    return field.default is attrs.NOTHING and is_optional(field.type)


def _member(field: attrs.Attribute[Any]) -> str:
    name: str = field.metadata.get(_MEMBER, field.name)
    return name


def _renamed(known: Mapping[str, attrs.Attribute[Any]]) -> dict[str, Any]:
    """Return what cattrs is to call each field."""
    return {field.name: _cattrs().override(rename=name) for name, field in known.items()}


def _when_called(make: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
    """Return a function that is made with its first call, since classes may hold one another.

    Made at once, it would be made of those of other classes down to the end of the stack, where
    cattrs takes what it can no longer make for something that stands in a file as it is.
    """
    made = cache(make)

    def called(*given: Any) -> Any:
        return made()(*given)

    return called


def _cattrs() -> Any:
    """Return what makes readers and writers; its types are not told in full."""
    from cattrs import gen

    return gen


# -- faults ----------------------------------------------------------------------------------------


def _faults(error: Exception, path: str) -> Iterator[Fault]:
    """Yield what cattrs found, in the order of the members, then what is wrong with the whole."""
    from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

    match error:
        case ClassValidationError() | IterableValidationError():
            noted, others = error.group_exceptions()
            for each, note in noted:
                yield from _faults(each, _below(path, _key(error.cl, note)))
            for each in others:
                yield from _faults(each, path)
        case ForbiddenExtraKeysError(cl=kind, extra_fields=names):
            known = " | ".join(members(kind))
            for name in sorted(names):
                yield Fault("wanted-known", _below(path, name), {"known": known})
        case KeyError():
            yield Fault("wanted-there", path)
        case KpikitError():
            yield from _told(error, path)
        case _:
            raise error


def _told(error: KpikitError, path: str) -> Iterator[Fault]:
    """Yield what an error of ours says, at its place."""
    for fault in error.faults or [Fault("wanted-valid", values={"detail": str(error)})]:
        yield attrs.evolve(fault, path=".".join(filter(None, (path, fault.path))))


def _key(kind: Any, note: Any) -> str | int:
    """Return the name of a member, the key of a table, or the place in a list."""
    if hasattr(note, "name"):
        return _member(getattr(attrs.fields(kind), note.name))
    return note.index if get_origin(kind) is list else str(note.index)


def _below(path: str, key: str | int) -> str:
    """Return the path of a member; one whose name is no word stands in quotes."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    if _BARE.fullmatch(key):
        return f"{path}.{key}" if path else key
    quoted = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"{path}['{quoted}']"
