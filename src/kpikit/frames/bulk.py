"""Many distinct texts, read to columns: by their shapes, and else one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from kpikit.frames.rows import Row
from kpikit.frames.shapes import Learned, Shape, learned, shape_of
from kpikit.frames.texts import Kind

__all__ = ["Bulk"]

#: How many texts are looked at together.
_TOGETHER: Final = 20_000
#: The least texts of a shape that take longer to read than the shape takes to be learned.
_ENOUGH: Final = 6


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
        self._shapes: dict[Shape, Shape] = {}
        self._seen: Counter[Shape] = Counter()
        self._known: dict[Shape, tuple[Learned, int] | None] = {}
        for first in range(0, len(texts), _TOGETHER):
            self._read(texts[first : first + _TOGETHER])

    def _read(self, texts: Sequence[str]) -> None:
        """Read some texts: of their shapes, enough of which are learned, and else by itself."""
        shapes, numbers = self._shaped(texts)
        self._seen.update(each for each in shapes if each is not None)
        self._learn({each for each in shapes if each is not None})
        columns = [*self.ends.values()]
        for text, shape, written in zip(texts, shapes, numbers, strict=True):
            known = None if shape is None else self._known.get(shape)
            if known is None:
                row = self.kind.row(text)
                ends = [row[name] for name in self.ends]
                self.shared.append(self._place({name: row[name] for name in self.kind.others}))
            else:
                ends = known[0].of(written.split())
                self.shared.append(known[1])
            for column, end in zip(columns, ends, strict=True):
                column.append(end)

    def _shaped(self, texts: Iterable[str]) -> tuple[list[Shape | None], list[str]]:
        """Return the shapes of some texts, each but once, and their numbers with blanks between.

        Nothing else is kept of a text: millions of small lists are what collecting garbage costs.
        """
        shapes: list[Shape | None] = []
        numbers: list[str] = []
        for text in texts:
            found = shape_of(text)
            shape, written = (None, ()) if found is None else found
            shapes.append(shape and self._shapes.setdefault(shape, shape))
            numbers.append(" ".join(written))
        return shapes, numbers

    def _learn(self, shapes: Iterable[Shape]) -> None:
        """Learn the shapes that enough texts have."""
        for shape in shapes:
            if self._seen[shape] >= _ENOUGH and shape not in self._known:
                found = learned(shape, self.kind)
                self._known[shape] = found and (found, self._place(found.others))

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
