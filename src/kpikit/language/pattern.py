"""A regular expression that is compiled when it is first asked."""

from __future__ import annotations

import re
from typing import Any, Final, cast

__all__ = ["pattern"]

_QUESTIONS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would return, at no cost for those who never ask it.

    Most of what kpikit knows of tables and documents is not needed for any one of them.

    >>> number = pattern("[0-9]+")
    >>> number.fullmatch("12") is not None, number.sub("#", "5件, 12人")
    (True, '#件, #人')
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile it with the first question; then nothing stands between it and the next."""
        if name not in _QUESTIONS:
            raise AttributeError(name, name=name, obj=self)
        compiled = re.compile(self.pattern, self.flags)
        for each in _QUESTIONS:
            setattr(self, each, getattr(compiled, each))
        return getattr(self, name)
