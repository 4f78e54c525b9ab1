"""Many distinct texts, read to columns: by their shapes, and else one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from kpikit.frames.rows import Row
from kpikit.frames.shapes import Learned, Shape, learned, pattern_of
from kpikit.frames.texts import Kind

__all__ = ["Bulk"]

#: How many texts are looked at together.
_TOGETHER: Final = 20_000
#: The least texts of a shape that take longer to read than the shape takes to be learned: of one
#: or two numbers, and of more.
_ENOUGH: Final = 6
_ENOUGH_OF_MANY: Final = 12
#: The pattern of a text that is always read by itself: one without numbers has none.
_NONE: Final = ""


class Bulk:
    """What many texts say: the ends of each, and which row it shares with others of them."""

    def __init__(self, kind: Kind, texts: Sequence[str]) -> None:
        """Read the texts."""
        self.kind = kind
        #: Column of numbers → the end of each text.
        self.ends: dict[str, list[float | None]] = {name: [] for name in kind.numbers}
        #: Which of :attr:`rows` has the other columns of each text.
        self.shared: list[int] = []
        #: All that the other columns hold together.
        self.rows: list[Row] = []
        self._places: dict[tuple[Any, ...], int] = {}
        self._seen: Counter[str] = Counter()
        self._known: dict[str, tuple[Learned, int] | None] = {}
        for first in range(0, len(texts), _TOGETHER):
            self._read(texts[first : first + _TOGETHER])

    def _read(self, texts: Sequence[str]) -> None:
        """Read some texts: of their shapes, enough of which are learned, and else by itself."""
        patterns, numbers = _patterned(texts)
        self._seen.update(patterns)
        self._learn(patterns)
        columns, known = [*self.ends.values()], self._known
        for text, pattern, written in zip(texts, patterns, numbers, strict=True):
            found = known.get(pattern)
            if found is None:
                row = self.kind.row(text)
                ends = [row[name] for name in self.ends]
                self.shared.append(self._place({name: row[name] for name in self.kind.others}))
            else:
                ends = found[0].of(written)
                self.shared.append(found[1])
            for column, end in zip(columns, ends, strict=True):
                column.append(end)

    def _learn(self, patterns: Iterable[str]) -> None:
        """Learn the shapes that enough texts have."""
        for pattern in {*patterns} - self._known.keys() - {_NONE}:
            if self._seen[pattern] >= _ENOUGH:
                shape = Shape.of(pattern)
                if shape.is_of_many and self._seen[pattern] < _ENOUGH_OF_MANY:
                    continue
                found = learned(shape, self.kind)
                self._known[pattern] = found and (found, self._place(found.others))

    def _place(self, others: Row) -> int:
        """Return the place of a row among :attr:`rows`, to which it is added if it is new."""
        place = self._places.setdefault(tuple(others.values()), len(self.rows))
        if place == len(self.rows):
            self.rows.append(others)
        return place

    def __iter__(self) -> Iterator[Row]:
        """Yield the row of each text."""
        for place, *ends in zip(self.shared, *self.ends.values(), strict=True):
            yield dict(zip(self.ends, ends, strict=True)) | self.rows[place]


def _patterned(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the pattern of each text and its numbers.

    Nothing else is kept of a text: millions of small lists are what collecting garbage costs.
    """
    patterns: list[str] = []
    numbers: list[str] = []
    for text in texts:
        pattern, written = pattern_of(text)
        patterns.append(pattern)
        numbers.append(written)
    return patterns, numbers
