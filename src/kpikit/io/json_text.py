"""Content as JSON text: a line for each thing that is listed, readable where it can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from enum import Enum
from functools import lru_cache, partial
from typing import Any, Final, TypeAlias, cast, final

import attrs

__all__ = ["Members", "json_text"]

#: What writes a value in one line.
_Encode: TypeAlias = Callable[[Any], str]
#: What shows a value that JSON does not know by others, and what finds that of a class.
_View: TypeAlias = Callable[[Any], Any]
_Views: TypeAlias = Callable[[type], _View]
#: The name of a member, what it is, and whether that is a list of what has lines of its own.
_Line: TypeAlias = tuple[str, Any, bool]
#: What JSON knows.
_KNOWN: Final = (dict, list, tuple, str, int, type(None))


@final
@attrs.frozen
class Members:
    """A view of values that all have the same members.

    >>> view = Members(("real", "imag"), lambda number: (number.real, number.imag))
    >>> view(1 + 2j)
    {'real': 1.0, 'imag': 2.0}
    """

    #: What the members are called.
    names: tuple[str, ...]
    #: What finds the values of all of them, in that order.
    of: Callable[[Any], Sequence[Any]]
    #: Whether the same few values come again and again.
    shared: bool = False

    def __call__(self, value: Any) -> dict[str, Any]:
        """Show a value as an object."""
        return dict(zip(self.names, self.of(value), strict=True))


def json_text(
    content: object,
    *,
    apart: Collection[str] = (),
    views: _Views | None = None,
    opened: _View | None = None,
) -> str:
    r"""Write content as JSON, with a line end.

    A list takes a line for each of its items where its member is one of *apart*, and so does the
    outermost one; an object takes one for each of its members where such a list is among them.
    All else stands in one line.

    Letters stand as they are; all that is not ASCII is escaped where half of a surrogate pair is
    among it, which a file cannot hold otherwise.

    Args:
        content: Objects, lists and text, and what *views* make such of.
        apart: The members that list what is to have a line of its own.
        views: What finds how values of a class are shown that JSON does not know, one level at a
            time.
        opened: In place of *views*, what shows such a value where a line is to hold it: plain but
            for what has lines of its own, so that of much content one line is held at a time.

    >>> print(json_text({"rows": [{"割": 1}, {"割": 2}]}, apart=["rows"]), end="")
    {
     "rows": [
      {"割": 1},
      {"割": 2}
     ]
    }
    """
    shown = opened if views is None else partial(_shown_by, views)

    def written(*, escaped: bool) -> str:
        encode = _encoder(escaped) if views is None else _Writers(views, escaped=escaped).write
        pieces: list[str] = []
        _Layout(encode, frozenset(apart), shown, pieces.append).write(content)
        return "".join([*pieces, "\n"])

    text = written(escaped=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = written(escaped=True)
    return text


def _shown_by(views: _Views, value: Any) -> Any:
    return views(value.__class__)(value)


def _encoder(escaped: bool) -> _Encode:  # noqa: FBT001 - as JSON has it
    from json import JSONEncoder  # only this kind pays for it

    return JSONEncoder(ensure_ascii=escaped, check_circular=False).encode


@final
class _Writers(dict[type, _Encode]):
    """What writes the values of each class in one line, made when the first of them comes.

    Values of the same members go into a form that has the names, with no object in between.
    """

    def __init__(self, views: _Views, *, escaped: bool) -> None:
        from json import encoder  # only this kind pays for it

        self.views = views
        self.quoted: _Encode = (
            encoder.encode_basestring_ascii if escaped else encoder.encode_basestring
        )
        super().__init__(
            {
                type(None): {None: "null"}.__getitem__,
                bool: {False: "false", True: "true"}.__getitem__,
                int: int.__repr__,
                str: self.quoted,
                list: self._listed,
                tuple: self._listed,
                dict: self._keyed,
            }
        )

    def __missing__(self, kind: type) -> _Encode:
        known = next((each for each in _KNOWN if issubclass(kind, each)), None)
        made = self[kind] = self._viewed(kind) if known is None else self[known]
        return made

    def write(self, value: Any) -> str:
        """Write a value of any class."""
        return self[value.__class__](value)

    def _listed(self, values: Sequence[Any]) -> str:
        return f"[{', '.join([self[each.__class__](each) for each in values])}]" if values else "[]"

    def _keyed(self, members: dict[str, Any]) -> str:
        quoted = self.quoted
        shown = [f"{quoted(name)}: {self[each.__class__](each)}" for name, each in members.items()]
        return f"{{{', '.join(shown)}}}"

    def _viewed(self, kind: Any) -> _Encode:
        view = self.views(kind)
        if issubclass(kind, Enum):
            return {each: self.write(view(each)) for each in kind}.__getitem__
        if not isinstance(view, Members):
            return lambda value: self.write(view(value))
        of, names = view.of, [self.quoted(name).replace("%", "%%") for name in view.names]
        form = f"{{{', '.join([f'{name}: %s' for name in names])}}}"

        def write(value: Any) -> str:
            return form % tuple([self[each.__class__](each) for each in of(value)])

        return lru_cache(maxsize=1024)(write) if view.shared else write


@final
@attrs.frozen
class _Layout:
    """What stands on lines of its own; all else is written in one."""

    encode: _Encode
    apart: frozenset[str]
    #: What shows a value that JSON does not know.
    shown: _View | None
    #: What takes one piece of the text after the other.
    put: Callable[[str], None]
    #: The names of members as JSON, each with its colon.
    names: dict[str, str] = attrs.field(factory=dict[str, str])

    def write(self, content: Any, margin: str = "\n", *, listed: bool = True) -> None:
        """Write a value, a list with a line for each item if it is *listed*."""
        if self.shown is not None and not isinstance(content, _KNOWN):
            content = self.shown(content)
        ends, inner = self._inside(content, listed=listed)
        if not ends:
            self.put(self.encode(content))
            return
        self.put(ends[0])
        for number, (name, value, is_listed) in enumerate(inner):
            self.put(f"{',' if number else ''}{margin} {name}")
            self.write(value, f"{margin} ", listed=is_listed)
        self.put(f"{margin}{ends[1]}")

    def _inside(self, content: Any, *, listed: bool) -> tuple[str, Iterable[_Line]]:
        """Return the brackets of what takes several lines, and what stands on each."""
        members = cast("dict[str, Any]", content) if isinstance(content, dict) else {}
        if not self.apart.isdisjoint(members):
            return "{}", [
                (self._name(name), value, name in self.apart) for name, value in members.items()
            ]
        if isinstance(content, list | tuple) and content and listed:
            return "[]", [("", value, False) for value in cast("list[Any]", content)]
        return "", ()

    def _name(self, name: str) -> str:
        known = self.names.get(name)
        if known is None:
            known = self.names[name] = f"{self.encode(name)}: "
        return known
