"""A fault: what is wrong with a file or a definition, with a code, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, final

import attrs

from kpikit._value import Value
from kpikit.language.messages import Language, say

__all__ = ["Fault"]


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
        """Say where and what it is in one sentence."""
        shown = {
            name: value(lang) if callable(value) else value for name, value in self.values.items()
        }
        where = f"{self.path}: " if self.path else ""
        return where + say(self.code, lang, **shown)
