"""Content as JSON text: a line for each thing that is listed, readable where it can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Final, TypeAlias, cast, final

import attrs

__all__ = ["json_text"]

#: What writes a value in one line, and what shows one that JSON does not know by others.
_Encode: TypeAlias = Callable[[Any], str]
_View: TypeAlias = Callable[[Any], Any]
#: The name of a member, what it is, and whether that is a list of what has lines of its own.
_Line: TypeAlias = tuple[str, Any, bool]
#: What JSON knows.
_KNOWN: Final = (dict, list, tuple, str, int, type(None))


def json_text(content: object, *, apart: Collection[str] = (), view: _View | None = None) -> str:
    r"""Write content as JSON, with a line end.

    A list takes a line for each of its items where its member is one of *apart*, and so does the
    outermost one; an object takes one for each of its members where such a list is among them.
    All else stands in one line.

    Letters stand as they are; all that is not ASCII is escaped where half of a surrogate pair is
    among it, which a file cannot hold otherwise.

    Args:
        content: Objects, lists and text, and what *view* makes such of.
        apart: The members that list what is to have a line of its own.
        view: What a value is shown by that JSON does not know, one level at a time.

    >>> print(json_text({"rows": [{"割": 1}, {"割": 2}]}, apart=["rows"]), end="")
    {
     "rows": [
      {"割": 1},
      {"割": 2}
     ]
    }
    """
    from json import JSONEncoder  # only this kind pays for it

    def written(*, escaped: bool) -> str:
        encoder = JSONEncoder(ensure_ascii=escaped, check_circular=False, default=view)
        return "".join([*_Layout(encoder.encode, frozenset(apart), view).pieces(content), "\n"])

    text = written(escaped=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = written(escaped=True)
    return text


@final
@attrs.frozen
class _Layout:
    """What stands on lines of its own; all else is written by the encoder, which is fast."""

    encode: _Encode
    apart: frozenset[str]
    view: _View | None
    #: The names of members as JSON, each with its colon.
    names: dict[str, str] = attrs.field(factory=dict[str, str])

    def pieces(self, content: Any, margin: str = "\n", *, listed: bool = True) -> Iterator[str]:
        """Yield the text of a value, of a list with a line for each item if it is *listed*."""
        if self.view and not isinstance(content, _KNOWN):
            content = self.view(content)
        ends, inner = self._inside(content, listed=listed)
        if not ends:
            yield self.encode(content)
            return
        yield ends[0]
        for number, (name, value, is_listed) in enumerate(inner):
            yield f"{',' if number else ''}{margin} {name}"
            yield from self.pieces(value, f"{margin} ", listed=is_listed)
        yield f"{margin}{ends[1]}"

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
