"""The rows on both sides of the end of a page.

The end of a page may cut a row or a label. What is cut is joined where there is evidence for it,
and else left out and named: half a row is never read.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final, final

import attrs

from kpikit.io.pdf.blocks import Cell, Table
from kpikit.language.marks import DASHES
from kpikit.table.headings import Role

__all__ = ["Seam"]

_FIGURES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
_NAMES: Final = frozenset((Role.SECTION, Role.INDICATOR))
_FIGURE: Final = re.compile(rf"\d|^[{DASHES}]$")
#: A column is one of names, or of figures, if so many of its rows have one.
_NAMED: Final = 0.9
_COUNTED: Final = 0.7
#: So many rows before the end of a page show what a row has.
_AROUND: Final = 40
#: What two texts are joined by where they are named.
_AND: Final = " | "


def _others(seam: Seam) -> list[int]:
    """Return the rows around the end of a page, without those right beside it."""
    rows = range(max(seam.header, 1, seam.above - _AROUND), seam.table.rows)
    return [row for row in rows if row not in seam.beside and not seam.is_line(row)]


def _names(seam: Seam) -> list[int]:
    return seam.filled(_NAMES, _NAMED)


def _figures(seam: Seam) -> list[int]:
    return seam.filled(_FIGURES, _COUNTED)


@final
@attrs.define
class Seam:
    """Looks at a table that was put together of two, and mends it."""

    table: Table
    #: The last row of the page before.
    above: int
    #: How many rows the header has.
    header: int
    #: What each column holds, where that is known.
    roles: tuple[Role | None, ...]
    #: The other rows.
    others: list[int] = attrs.field(init=False, default=attrs.Factory(_others, takes_self=True))
    #: The columns that have a name, and those that have a figure, in most rows.
    names: list[int] = attrs.field(init=False, default=attrs.Factory(_names, takes_self=True))
    figures: list[int] = attrs.field(init=False, default=attrs.Factory(_figures, takes_self=True))
    #: The rows that were cut, with nothing to show how they belong together.
    cut: str = ""
    #: Labels that may be one or two.
    unsure: list[str] = attrs.field(factory=list[str])

    @property
    def below(self) -> int:
        """The first row of the new page."""
        return self.above + 1

    @property
    def beside(self) -> tuple[int, int]:
        """Both rows."""
        return self.above, self.below

    def mend(self) -> None:
        """Join what the end of the page cut, and empty the rows of which that is not certain."""
        for column, role in enumerate(self.roles):
            if role is Role.SECTION:
                self._go_on_with_label(column)
        lacking, missing = self._lacks(self.above), self._lacks(self.below)
        blank = [at for at in missing if self.roles[at] in _NAMES and self._is_label(at)]
        whole = not lacking and blank == missing
        self._stretch([at for at in blank if whole or self.roles[at] is Role.SECTION])
        if whole:
            return
        if not lacking and self._is_wrapped():
            self._run_on()
        else:
            cells = dict.fromkeys(cell for row in self.beside for cell in self._row(row))
            self.cut = _AND.join(cell.text for cell in cells if cell.text)
            self._empty()

    def filled(self, roles: Container[Role | None], share: float) -> list[int]:
        """Return the columns of some roles that have something in most of the other rows."""
        return [
            at for at, role in enumerate(self.roles) if role in roles and self._share(at) >= share
        ]

    def _share(self, column: int) -> float:
        """Return how many of the other rows have something in a column.

        Those that a cell beside the end of the page covers tell nothing.
        """
        beside = [self._at(row, column) for row in self.beside]
        cells = [self._at(row, column) for row in self.others]
        others = [bool(cell.text) for cell in cells if cell not in beside]
        return sum(others) / len(others) if others else 1

    def is_line(self, row: int) -> bool:
        """Whether a row is one cell, as wide as the table."""
        return self._at(row, 0).span.right == self.table.columns - 1

    def _at(self, row: int, column: int) -> Cell:
        return self.table.owners[row, column]

    def _row(self, row: int) -> list[Cell]:
        """Return the cells that cover a row."""
        return [self._at(row, column) for column in range(self.table.columns)]

    def _swap(self, new: Mapping[Cell, Cell | None]) -> None:
        """Put other cells in the place of some, or none."""
        swapped = [new.get(cell, cell) for cell in self.table.cells]
        cells = tuple(sorted(cell for cell in swapped if cell is not None))
        self.table = attrs.evolve(self.table, cells=cells)

    def _lacks(self, row: int) -> list[int]:
        """Return the columns of names and figures that a row has nothing in."""
        if self.is_line(row):
            return []
        lacking = {at for at in [*self.names, *self.figures] if not self._at(row, at).text}
        if not any(_FIGURE.search(self._at(row, at).text) for at in self.figures):
            lacking.update(self.figures)
        return sorted(lacking)

    def _is_label(self, column: int) -> bool:
        """Whether a column has labels for several rows, and one at the end of the page."""
        above, below = self._at(self.above, column), self._at(self.below, column)
        return (
            bool(above.text)
            and above.span.left == below.span.left == column
            and above.span.right == below.span.right
            and any(cell.span.top < cell.span.bottom for cell in self._labels(column))
        )

    def _labels(self, column: int) -> list[Cell]:
        """Return the cells of a column below the header."""
        cells = [cell for cell in self.table.cells if cell.span.left == column]
        return [cell for cell in cells if cell.span.top >= max(self.header, 1)]

    def _go_on_with_label(self, column: int) -> None:
        """Join a label that was cut to its other half, if the others show that it is one.

        Where they all begin alike, with a number or with 施策, and this one does not, it is, if
        the first half is full. With only one of the two it may be.
        """
        above, below = self._at(self.above, column), self._at(self.below, column)
        if not (self._is_label(column) and below.text):
            return
        labels = {cell.text for cell in self._labels(column) if cell.text and cell is not below}
        starts = {_start(label) for label in labels}
        alike = len(starts) == 1 and len(labels) > 1
        if _start(below.text) in starts or not (alike or above.full):
            return
        if alike and above.full:
            self._swap({above: above._replace(text=above.text + below.text), below: _blank(below)})
        else:
            self.unsure.append(f"{above.text}{_AND}{below.text}")

    def _stretch(self, columns: list[int]) -> None:
        """Let labels cover the blank cells below the end of the page."""
        for column in columns:
            above, below = self._at(self.above, column), self._at(self.below, column)
            span = above.span._replace(bottom=below.span.bottom)
            self._swap({above: above._replace(span=span), below: None})

    def _top(self) -> list[Cell]:
        """Return the cells that begin in the first row of the new page."""
        return [cell for cell in self.table.cells if cell.span.top == self.below]

    def _is_wrapped(self) -> bool:
        """Whether a row is nothing but text that full cells of the page before go on with."""
        return all(
            not cell.text
            or (
                not _FIGURE.search(cell.text)
                and cell.span.top == cell.span.bottom
                and self._at(self.above, cell.span.left).full
            )
            for cell in self._top()
        )

    def _run_on(self) -> None:
        """Write the text of the first row on the new page behind that of the last row before."""
        swapped: dict[Cell, Cell | None] = {}
        for cell in self._top():
            before = self._at(self.above, cell.span.left)
            swapped[cell] = _blank(cell)
            swapped[before] = before._replace(text=before.text + cell.text, full=cell.full)
        self._swap(swapped)

    def _empty(self) -> None:
        """Empty the rows on both sides; a label of further rows begins below them."""
        kept: list[Cell] = []
        for cell in self.table.cells:
            span = cell.span
            if span.top not in self.beside:
                kept.append(cell)
                continue
            kept.append(
                _blank(cell)._replace(span=span._replace(bottom=min(span.bottom, self.below)))
            )
            if span.bottom > self.below:
                kept.append(cell._replace(span=span._replace(top=self.below + 1)))
        self.table = attrs.evolve(self.table, cells=tuple(sorted(kept)))


def _blank(cell: Cell) -> Cell:
    return Cell(cell.span, "")


def _start(label: str) -> str:
    """Return how a label begins; every number begins alike."""
    return "0" if label[0].isdecimal() else label[0]
