"""Rows of cells: what every source of tables yields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.language.marks import DASHES

__all__ = ["Row", "rows_of", "says"]

_LINE_END: Final = r"\r\n|\r|\n"
_BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_DASHES: Final = frozenset(DASHES)


def _as_places(given: Iterable[int]) -> frozenset[int]:
    return frozenset(given)


def _filled(row: Row) -> tuple[int, ...]:
    places = range(len(row.cells))
    return tuple([at for at in places if row.cells[at].strip() and at not in row.covered])


@final
@attrs.frozen(repr=False)
class Row(Value):
    """The cells of one line or row of a source.

    A merged cell of a workbook stands in every row and column that it covers.

    >>> Row(3, ["◆ 基本目標1", "", ""]).filled
    (0,)
    """

    #: The line, counted from 1.
    line: int
    #: The cells, word for word.
    cells: tuple[str, ...] = attrs.field(converter=to_tuple)
    #: Which cells are covered by one further left.
    covered: frozenset[int] = attrs.field(default=frozenset[int](), converter=_as_places)
    #: Which cells are covered by one of a row above.
    continued: frozenset[int] = attrs.field(default=frozenset[int](), converter=_as_places)
    #: Whether the row is hidden.
    hidden: bool = False
    #: Which cells are numbers whose format is not known: 0.985 may be 98.5 %.
    doubtful: frozenset[int] = attrs.field(default=frozenset[int](), converter=_as_places)
    #: The line of each cell, where it was joined of several; ``()`` if not.
    lines: tuple[int, ...] = attrs.field(default=(), converter=to_tuple)
    #: The page that it stands on, where that is not the one that its table begins on.
    page: str = ""
    #: The sheet of each cell, where it was joined of several sheets; ``()`` if not.
    sheets: tuple[str, ...] = attrs.field(default=(), converter=to_tuple)

    #: Which cells hold more than blanks, counted from 0; a merged cell counts once.
    filled: tuple[int, ...] = attrs.field(
        init=False, eq=False, default=attrs.Factory(_filled, takes_self=True)
    )

    @property
    def text(self) -> str:
        """The whole line, each merged cell once."""
        return "\t".join(
            "" if index in self.covered else cell for index, cell in enumerate(self.cells)
        )

    @property
    def line_text(self) -> str:
        """The line without the empty cells behind it."""
        return self.text.rstrip("\t")

    def at(self, places: Sequence[int]) -> Row:
        """Return the cells of some columns as a row.

        >>> Row(3, ["甲", "1", "乙", "2"], covered=[3]).at([2, 3])
        Row(3, ('乙', '2'), covered=frozenset({1}))
        """
        new = {
            old: at for at, old in enumerate(place for place in places if place < len(self.cells))
        }

        def kept(marked: Iterable[int]) -> list[int]:
            return [new[old] for old in marked if old in new]

        return attrs.evolve(
            self,
            cells=[self.cells[old] for old in new],
            covered=kept(self.covered),
            continued=kept(self.continued),
            doubtful=kept(self.doubtful),
            lines=[self.lines[old] for old in new] if self.lines else (),
            sheets=[self.sheets[old] for old in new] if self.sheets else (),
        )

    @property
    def is_new(self) -> bool:
        """Whether it holds anything that does not stand in a row above already."""
        return any(index not in self.continued for index in self.filled)


def rows_of(text: str, *, mark: str = "\t") -> list[Row]:
    r"""Split text into rows of cells at a mark, which no quotes can protect.

    >>> rows_of("No.\t目標値\r\n1\t8割")
    [Row(1, ('No.', '目標値')), Row(2, ('1', '8割'))]
    """
    lines = re.split(_LINE_END, text.removeprefix(_BYTE_ORDER_MARK))
    return [Row(number, line.split(mark)) for number, line in enumerate(lines, 1)]


def says(text: str) -> bool:
    """Whether a cell says anything: it is neither blank nor a dash.

    >>> says("8割"), says("―"), says("－"), says(" ")
    (True, False, False, False)
    """
    bare = text.strip()
    return bool(bare) and bare not in _DASHES
