"""A fault: what is wrong with a file or a definition, with a code, in both languages."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from typing import Any, Final, final

import attrs

from kpikit._value import Value
from kpikit.language.messages import Language, say

__all__ = ["Fault"]

#: So many characters of a value does a message show.
_LONGEST: Final = 1_000


@final
@attrs.frozen(repr=False)
class Fault(Value):
    """Something that is wrong, and where.

    >>> print(Fault("wanted-text", "plan.title").message("en"))
    plan.title: text is wanted
    """

    #: A stable code such as ``wanted-text``.
    code: str
    #: Where it is in the file: ``plan.sections[2].title``; ``""`` for the whole of it.
    path: str = ""
    #: What the message shows; a function is asked for its words in the language.
    values: Mapping[str, Any] = attrs.field(factory=dict[str, Any], hash=False)

    def message(self, lang: Language = "ja") -> str:
        """Say where and what it is in one sentence, which repeats no more than a line can show."""
        shown = {
            name: _short(value(lang) if callable(value) else value)
            for name, value in self.values.items()
        }
        where = f"{_short(self.path)}: " if self.path else ""
        return where + say(self.code, lang, **shown)


def _short(value: Any) -> Any:
    """Cut what a file may have made as long as it likes."""
    if type(value) in (list, dict):
        return _Shown(reprlib.repr(value))
    is_long = isinstance(value, str) and len(value) > _LONGEST
    return f"{value[:_LONGEST]}…" if is_long else value


class _Shown(str):
    """The first of what a list or an object holds, which is no text in quotes."""

    __slots__ = ()
    __repr__ = str.__str__
