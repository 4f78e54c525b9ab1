"""Pages that are read together, since a table goes on over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final, final

import attrs

from kpikit.io.pdf.blocks import Block, Cell, Heading, Laid, Line, Table, as_rows
from kpikit.io.pdf.seam import Seam
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.table.headings import folded
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
_DATED: Final = pattern(DATED)
_DIGITS: Final = re.compile(r"\d+")


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
    #: Labels that may be one or two, in the same way.
    unsure: list[tuple[int, int, str]] = attrs.field(factory=list[tuple[int, int, str]])
    #: Pages whose first table may go on with the last, and what it begins with.
    apart: list[tuple[int, str]] = attrs.field(factory=list[tuple[int, str]])


def runs_of(pages: Sequence[Laid], heading: Heading) -> list[Run]:
    """Return the runs of pages; what stands to the side of a page is a run of its own."""
    runs: list[Run] = []
    asides: list[Run] = []
    before: Laid | None = None
    dated = _dated_heads(pages)
    for whole, laid in zip(pages, _without_margins(pages), strict=True):
        number = laid.page.number
        lanes = laid.lanes
        blocks = lanes[0]
        if before is not None and _goes_on(before, laid, runs[-1], heading):
            blocks = _joined(runs[-1], laid, heading)
        else:
            runs.append(Run(f"p{number}"))
            again = [block for block in whole.lanes[0] if _head(block, whole) in dated]
            blocks = [*(block for block in again if block not in blocks), *blocks]
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


def _dated_heads(pages: Sequence[Laid]) -> set[str]:
    """Return the heads that name a year for each page: the title of a form that comes again.

    Where another line names one above the tables of the first page, they may be of something
    else: 第2回会議 above the title of a list.
    """
    often = Counter(
        head for laid in pages for head in {_head(block, laid) for block in _blocks(laid)}
    )
    found, seen = set[str](), set[str]()
    for laid in pages:
        above = takewhile(lambda block: not isinstance(block, Table), laid.lanes[0])
        dated = {_head(block, laid) for block in above if _is_dated(block)}
        new = dated - seen
        found |= new if all(head and often[head] > 1 for head in new) else set()
        seen |= {_head(block, laid) for block in _blocks(laid)}
    return found


def _is_dated(block: Block) -> bool:
    return isinstance(block, Line) and _DATED.search(folded(block.text)) is not None


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
    """Whether the last table of a run goes on at the top of the next page.

    Where it may, but that is not certain, the run keeps the place.
    """
    after, last = _first_table([block for _, block in reversed(run.blocks)])
    above, first = _first_table(laid.lanes[0])
    if last is None or first is None or not _is_alike(last, first):
        return False
    if _header(last, first):
        return not above and all(is_remark(line) for line in after)
    if heading(as_rows(first)) is not None:
        return False
    top = not above and first.box.top < _HIGH * laid.page.height
    if top and not after and _reaches(last, first, before.page.height):
        return True
    if heading(as_rows(last)) is not None:
        run.apart.append((laid.page.number, " | ".join(_texts(first))))
    return False


def _texts(table: Table) -> list[str]:
    """Return the texts of the first row."""
    return [cell.text for cell in table.cells if cell.span.top == 0 and cell.text]


def _first_table(blocks: Iterable[Block]) -> tuple[list[str], Table | None]:
    """Return the first table, and the lines that stand before it."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            return lines, block
        lines.append(block.text)
    return lines, None


def _reaches(last: Table, first: Table, height: float) -> bool:
    """Whether a table ends where the page does, or where the rows that follow found no room."""
    together = max(cell.span.bottom for cell in first.cells if cell.span.top == 0)
    rows = first.ys[together + 1] - first.ys[0]
    return last.box.bottom > _LOW * height or rows > height - first.box.top - last.box.bottom


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
    assert isinstance(old, Table) and isinstance(new, Table)  # noqa: S101, PT018 - see _follows
    head, header = heading(as_rows(old)), _header(old, new)
    table = attrs.evolve(
        new,
        cells=(*old.cells, *_moved(new, header, old.rows - header)),
        turns=(*old.turns, (old.rows, laid.page.number)),
    )
    if head is not None:
        seam = Seam(table, old.rows - 1, head.last + 1, head.roles)
        seam.mend()
        table = seam.table
        run.cut += [(at, old.rows - 1, seam.cut)] if seam.cut else []
        run.unsure += [(at, old.rows, text) for text in seam.unsure]
    run.blocks[at] = page, table
    return others


def _moved(table: Table, first: int, down: int) -> list[Cell]:
    """Return the cells of a table from a row on, further down."""
    return [
        cell._replace(span=span._replace(top=span.top + down, bottom=span.bottom + down))
        for cell in table.cells
        for span in [cell.span]
        if span.top >= first
    ]
