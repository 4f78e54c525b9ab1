"""A regular expression that is compiled when it is first asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

__all__ = ["Pattern"]

_QUESTIONS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class Pattern:
    """What ``re.compile`` would return, at no cost for those who never ask it.

    Most of what kpikit knows of tables and documents is not needed for any one of them.

    >>> number = Pattern("[0-9]+")
    >>> number.fullmatch("12") is not None, number.sub("#", "5件, 12人")
    (True, '#件, #人')
    """

    findall: Callable[..., list[Any]]
    finditer: Callable[..., Iterator[re.Match[str]]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep what is to be compiled."""
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile it with the first question; then nothing stands between it and the next."""
        if name not in _QUESTIONS:
            raise AttributeError(name, name=name, obj=self)
        compiled = re.compile(self.pattern, self.flags)
        for each in _QUESTIONS:
            setattr(self, each, getattr(compiled, each))
        return getattr(self, name)
