"""What keys stand for that stand instead of names: Ａ, ①, (1), 成果指標１."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Generic, TypeVar, final

import attrs

from kpikit.language.headings import KEY, KEYED
from kpikit.language.pattern import pattern
from kpikit.table.headings import folded

__all__ = ["Keys", "behind_key", "is_key"]

_KEY: Final = pattern(KEY)
_KEYED: Final = pattern(KEYED)
_Named = TypeVar("_Named")
_USED: Final = -1


@final
@attrs.define(eq=False)
class Keys(Generic[_Named]):
    """What keys stand for, from the top of a sheet to its bottom.

    A key that stands for something else when it has been used, or in another list, begins a form
    in which no key stands for what it stood for before.

    >>> keys = Keys[str]()
    >>> for key, name in (("①", "利用者数"), ("②", "利用率")):
    ...     keys.give(key, name)
    >>> keys.find("①")
    ['利用者数']
    >>> keys.give("１", "貸出冊数")
    >>> keys.find("①"), keys.find("②")
    (['貸出冊数'], [])
    """

    _named: dict[str, list[_Named]] = attrs.field(factory=dict[str, "list[_Named]"])
    #: Key → the list that gave it what it stands for, -1 if it has been used.
    _lists: dict[str, int] = attrs.field(factory=dict[str, int])

    def __bool__(self) -> bool:
        """Whether any key stands for something."""
        return bool(self._named)

    def give(self, key: str, named: _Named, within: int = 0) -> None:
        """Let a key stand for something, beside what it stands for in the same list.

        Args:
            key: The key.
            named: What it stands for.
            within: The row that its list begins in, 0 if it is in none.
        """
        if self._lists.setdefault(folded(key), within) != within:
            self._named.clear()
            self._lists = {folded(key): within}
        self._named.setdefault(folded(key), []).append(named)

    def find(self, key: str) -> Sequence[_Named]:
        """Return all that a key stands for, in the order in which it was given that."""
        if folded(key) in self._lists:
            self._lists[folded(key)] = _USED
        return self._named.get(folded(key), [])


def is_key(text: str) -> bool:
    """Whether a text is a key and nothing else; a bare number may be a value.

    >>> [is_key(text) for text in ("Ａ", "ア", "①", "（２）", "5", "AB")]
    [True, True, True, True, False, False]
    """
    return _KEY.fullmatch(text.strip()) is not None


def behind_key(text: str) -> tuple[str, str] | None:
    """Return a key and the name behind it, ``None`` where there are none.

    >>> [behind_key(text) for text in ("Ａ　利用率", "①利用者数", "1. 件数", "①5件", "ア")]
    [('Ａ', '利用率'), ('①', '利用者数'), ('1', '件数'), None, None]
    """
    found = _KEYED.fullmatch(text.strip())
    return (found["key"], found["name"]) if found else None
