"""A regular expression that is compiled when it is first asked."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["pattern"]


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would return, at no cost for those who never ask it.

    Most of what kpikit knows of tables and documents is not needed for any one of them.

    >>> number = pattern("[0-9]+")
    >>> number.fullmatch("12") is not None, number.sub("#", "5件, 12人")
    (True, '#件, #人')
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Question:
    """What a pattern is asked; its answer takes its place, so that nothing stands between."""

    def __set_name__(self, _: type, name: str) -> None:
        self.name = name

    def __get__(self, asked: Any, _: type) -> Any:
        answer = getattr(re.compile(asked.pattern, asked.flags), self.name)
        setattr(asked, self.name, answer)
        return answer


class _Pattern:
    findall = _Question()
    finditer = _Question()
    fullmatch = _Question()
    match = _Question()
    search = _Question()
    split = _Question()
    sub = _Question()

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self.flags = flags
