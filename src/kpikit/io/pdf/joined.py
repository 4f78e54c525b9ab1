"""Tables that go on over pages.

A row or label that the end of a page cuts is joined where there is evidence for it, and else left
out and named: half a row is never read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Final, final

import attrs

from kpikit.io.pdf.blocks import Block, Cell, Heading, Laid, Line, Table, as_rows
from kpikit.language.marks import DASHES
from kpikit.table.headings import Role
from kpikit.table.sections import is_remark

__all__ = ["Run", "runs_of"]

#: How far the columns of a table may be from those on the page before, in points.
_ASIDE: Final = 3.0
#: A table reaches the end of a page below this share of it, and begins one above the other.
_LOW: Final = 0.75
_HIGH: Final = 0.25
#: What stands above and below these shares may be the head or foot of a page.
_HEAD: Final = 0.1
_FOOT: Final = 0.9
#: The number of a page.
_FOLIO: Final = re.compile(r"[^\w%％]*(?:[pP]\.?)?\s*\d{1,4}(?:\s*[/／]\s*\d{1,4})?\s*頁?[^\w%％]*")
_DIGITS: Final = re.compile(r"\d+")
_FIGURES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
_NAMES: Final = frozenset((Role.SECTION, Role.INDICATOR))
_FIGURE: Final = re.compile(rf"\d|^[{DASHES}]$")
#: A column is one of names, or of figures, if so many of its rows have one.
_NAMED: Final = 0.9
_COUNTED: Final = 0.7
#: So many rows before the end of a page show what a row has.
_AROUND: Final = 40


@final
@attrs.define
class Run:
    """What is read together: a page, or several that a table goes on over."""

    #: Called by its first page.
    title: str
    #: The page that each block begins on, and the block.
    blocks: list[tuple[int, Block]] = attrs.field(factory=list[tuple[int, Block]])
    #: The table, counted from 0, the row of it and the text of each row that was cut.
    cut: list[tuple[int, int, str]] = attrs.field(factory=list[tuple[int, int, str]])


def runs_of(pages: Sequence[Laid], heading: Heading) -> list[Run]:
    """Return the runs of pages; what stands to the side of a page is a run of its own."""
    runs: list[Run] = []
    asides: list[Run] = []
    before: Laid | None = None
    for laid in _without_margins(pages):
        number = laid.page.number
        lanes = laid.lanes
        blocks = lanes[0]
        if before is not None and _goes_on(before, laid, runs[-1], heading):
            blocks = _joined(runs[-1], laid, heading)
        else:
            runs.append(Run(f"p{number}"))
        runs[-1].blocks += [(number, block) for block in blocks]
        asides += [
            Run(f"p{number}-{lane}", [(number, block) for block in blocks])
            for lane, blocks in enumerate(lanes[1:], 2)
        ]
        before = laid
    return sorted([*runs, *asides], key=lambda run: [int(part) for part in _parts(run.title)])


def _parts(title: str) -> list[str]:
    return _DIGITS.findall(title)


def _without_margins(pages: Sequence[Laid]) -> list[Laid]:
    """Leave out the numbers of pages, feet that come again, and heads after the first time."""
    feet = Counter(
        key for laid in pages for key in {_foot(block, laid) for block in _blocks(laid)} if key
    )
    heads: set[str] = set()
    found: list[Laid] = []
    for laid in pages:
        dropped = {
            id(block)
            for block in _blocks(laid)
            if _head(block, laid) in heads
            or feet[_foot(block, laid)] > 1
            or _FOLIO.fullmatch(_head(block, laid) or _foot(block, laid))
        }
        heads |= {_head(block, laid) for block in _blocks(laid)} - {""}
        lanes = [[block for block in lane if id(block) not in dropped] for lane in laid.lanes]
        found.append(attrs.evolve(laid, lanes=lanes))
    return found


def _blocks(laid: Laid) -> list[Block]:
    return [block for lane in laid.lanes for block in lane]


def _head(block: Block, laid: Laid) -> str:
    """Return the text of a line at the head of a page."""
    if isinstance(block, Table) or block.box.bottom > _HEAD * laid.page.height:
        return ""
    return block.text


def _foot(block: Block, laid: Laid) -> str:
    """Return what a line at the foot of a page is known by: its text without numbers."""
    if isinstance(block, Table) or block.box.top < _FOOT * laid.page.height:
        return ""
    return _DIGITS.sub("0", block.text)


def _goes_on(before: Laid, laid: Laid, run: Run, heading: Heading) -> bool:
    """Whether the last table of a run goes on at the top of the next page."""
    blocks = [block for _, block in run.blocks]
    notes = _notes(blocks)
    last = blocks[-1 - notes] if notes < len(blocks) else None
    first = next(iter(laid.lanes[0]), None)
    if not (isinstance(last, Table) and isinstance(first, Table) and _is_alike(last, first)):
        return False
    if _header(last, first):
        return True
    reaches = (
        last.box.bottom > _LOW * before.page.height and first.box.top < _HIGH * laid.page.height
    )
    return reaches and not notes and heading(as_rows(first)) is None


def _notes(blocks: Sequence[Block]) -> int:
    """Return how many notes stand at the end."""
    notes = 0
    while (
        notes < len(blocks)
        and isinstance(line := blocks[-1 - notes], Line)
        and is_remark(line.text)
    ):
        notes += 1
    return notes


def _is_alike(one: Table, other: Table) -> bool:
    """Whether two tables have the same columns."""
    return len(one.xs) == len(other.xs) and all(
        abs(a - b) <= _ASIDE for a, b in zip(one.xs, other.xs, strict=True)
    )


def _header(old: Table, new: Table) -> int:
    """Return how many rows at the top of a table say what those of the one before said."""
    rows = 0
    while rows < min(old.rows, new.rows - 1) and _row(old, rows) == _row(new, rows):
        rows += 1
    while rows and any(cell.span.top < rows <= cell.span.bottom for cell in new.cells):
        rows -= 1
    return rows


def _row(table: Table, row: int) -> list[tuple[object, str]]:
    return [(cell.span, cell.text) for cell in table.cells if cell.span.top == row]


def _joined(run: Run, laid: Laid, heading: Heading) -> list[Block]:
    """Join the first table of a page to the last of a run, and return what else is there."""
    at = max(n for n, (_, block) in enumerate(run.blocks) if isinstance(block, Table))
    page, old = run.blocks[at]
    new, *others = laid.lanes[0]
    assert isinstance(old, Table) and isinstance(new, Table)  # noqa: S101, PT018 - see _goes_on
    header = _header(old, new)
    head = heading(as_rows(old))
    seam = _Seam(old, new, header, head.roles if head else ())
    table = seam.joined()
    run.blocks[at] = (
        page,
        attrs.evolve(table, box=new.box, turns=(*old.turns, (old.rows, laid.page.number))),
    )
    if seam.cut:
        run.cut.append((at, old.rows - 1, seam.cut))
    return others


def _others(seam: _Seam) -> list[tuple[Table, int]]:
    """Return the rows around the end of a page, without those right beside it."""
    last = seam.old.rows - 1
    old = [(seam.old, row) for row in range(max(seam.header, 1, last - _AROUND), last)]
    new = [(seam.new, row) for row in range(seam.header + 1, seam.new.rows)]
    return [(table, row) for table, row in [*old, *new] if not _is_line(table, row)]


def _filled(seam: _Seam, roles: Container[Role | None], share: float) -> list[int]:
    """Return the columns of some roles that have something in most of the other rows."""
    others = _others(seam)
    return [
        at
        for at, role in enumerate(seam.roles)
        if role in roles and sum(bool(_at(*row, at).text) for row in others) >= share * len(others)
    ]


def _names(seam: _Seam) -> list[int]:
    return _filled(seam, _NAMES, _NAMED)


def _figures(seam: _Seam) -> list[int]:
    return _filled(seam, _FIGURES, _COUNTED)


@attrs.define
class _Seam:
    """Joins a table to the one on the page before, and looks at the rows on both sides."""

    old: Table
    new: Table
    #: How many rows at the top of the new page repeat the header.
    header: int
    #: What each column holds, where that is known.
    roles: tuple[Role | None, ...]
    #: The columns that have a name, and those that have a figure, in most rows.
    names: list[int] = attrs.field(init=False, default=attrs.Factory(_names, takes_self=True))
    figures: list[int] = attrs.field(init=False, default=attrs.Factory(_figures, takes_self=True))
    #: The rows that the end of the page cut, with nothing to show how they belong together.
    cut: str = ""

    def joined(self) -> Table:
        """Return the joined table, the rows that are cut left empty."""
        above, below = self.old.rows - 1, self.header
        lacking, missing = self._lacks(self.old, above), self._lacks(self.new, below)
        cells = [*self.old.cells, *[self._moved(cell) for cell in self._body()]]
        if not lacking and missing:
            if self._is_label(missing):
                return self._with(self._stretched(cells, missing))
            if self._is_wrapped():
                return self._with(self._run_on(cells))
        if lacking or missing:
            self.cut = " | ".join([*self._texts(self.old, above), *self._texts(self.new, below)])
            cells = self._blanked(cells)
        return self._with(cells)

    def _with(self, cells: Iterable[Cell]) -> Table:
        return attrs.evolve(self.old, cells=tuple(sorted(cells)))

    def _body(self) -> list[Cell]:
        return [cell for cell in self.new.cells if cell.span.top >= self.header]

    def _moved(self, cell: Cell) -> Cell:
        down = self.old.rows - self.header
        span = cell.span
        return cell._replace(span=span._replace(top=span.top + down, bottom=span.bottom + down))

    def _lacks(self, table: Table, row: int) -> list[int]:
        """Return the columns of names and figures that a row has nothing in."""
        if _is_line(table, row):
            return []
        lacking = {at for at in [*self.names, *self.figures] if not _at(table, row, at).text}
        if not any(_FIGURE.search(_at(table, row, at).text) for at in self.figures):
            lacking.update(self.figures)
        return sorted(lacking)

    def _is_label(self, missing: Sequence[int]) -> bool:
        """Whether a row is whole but for labels that the page before has and that span rows."""
        return all(self.roles[column] in _NAMES and self._spans_rows(column) for column in missing)

    def _spans_rows(self, column: int) -> bool:
        """Whether a column has labels for several rows, and one at the end of the page."""
        above, below = (
            _at(self.old, self.old.rows - 1, column),
            _at(self.new, self.header, column),
        )
        labels = [cell for cell in [*self.old.cells, *self._body()] if cell.span.left == column]
        return (
            bool(above.text)
            and above.span.left == below.span.left == column
            and above.span.right == below.span.right
            and any(cell.span.top < cell.span.bottom for cell in labels)
        )

    def _stretched(self, cells: Sequence[Cell], columns: Sequence[int]) -> list[Cell]:
        """Let labels cover the blank cells below the end of the page."""
        blank = {self._moved(_at(self.new, self.header, column)) for column in columns}
        bottom = {cell.span.left: cell.span.bottom for cell in blank}
        labels = {_at(self.old, self.old.rows - 1, column) for column in columns}
        return [
            cell._replace(span=cell.span._replace(bottom=bottom[cell.span.left]))
            if cell in labels and cell.span.left in bottom
            else cell
            for cell in cells
            if cell not in blank
        ]

    def _is_wrapped(self) -> bool:
        """Whether a row is nothing but text that full cells of the page before go on with."""
        return all(
            not cell.text
            or (
                not _FIGURE.search(cell.text)
                and cell.span.top == cell.span.bottom
                and _at(self.old, self.old.rows - 1, cell.span.left).full
            )
            for cell in self._top()
        )

    def _top(self) -> list[Cell]:
        """Return the cells of the first row on the new page."""
        return [cell for cell in self.new.cells if cell.span.top == self.header]

    def _run_on(self, cells: Sequence[Cell]) -> list[Cell]:
        """Write the text of the first row on the new page behind that of the last row before."""
        more = {_at(self.old, self.old.rows - 1, cell.span.left): cell for cell in self._top()}
        done: list[Cell] = []
        for cell in cells:
            if cell in more:
                done.append(Cell(cell.span, cell.text + more[cell].text, more[cell].full))
            else:
                done.append(cell._replace(text="") if cell.span.top == self.old.rows else cell)
        return done

    def _texts(self, table: Table, row: int) -> list[str]:
        columns = range(table.columns)
        cells = dict.fromkeys(_at(table, row, column) for column in columns)
        return [cell.text for cell in cells if cell.text]

    def _blanked(self, cells: Iterable[Cell]) -> list[Cell]:
        """Empty the rows on both sides; a label of further rows begins below them."""
        above, below = self.old.rows - 1, self.old.rows
        kept: list[Cell] = []
        for cell in cells:
            span, text, _ = cell
            if span.top not in (above, below):
                kept.append(cell)
                continue
            kept.append(Cell(span._replace(bottom=span.top), ""))
            if span.bottom > span.top:
                kept.append(Cell(span._replace(top=below + 1), text))
        return kept


def _at(table: Table, row: int, column: int) -> Cell:
    """Return the cell that covers a place."""
    return table.owners[row, column]


def _is_line(table: Table, row: int) -> bool:
    """Whether a row is one cell, as wide as the table."""
    span = _at(table, row, 0).span
    return span.right == table.columns - 1
