"""The tables and lines of a page, in the order of reading."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import ClassVar, Final, NamedTuple, TypeAlias, final

import attrs

from kpikit.io.pdf.celled import celled, walls_between, walls_within
from kpikit.io.pdf.page import Box, Glyph, Page, Rule
from kpikit.io.pdf.rules import Lattice, Span, boxes_as_rules, lattices, struck_out
from kpikit.io.pdf.stripes import rules_between, steps_of, stripes
from kpikit.io.pdf.text import cell_text, line_text, lines_of, stretches
from kpikit.table.headings import Role
from kpikit.table.lines import Row
from kpikit.table.sections import is_remark

__all__ = ["Block", "Cell", "Head", "Heading", "Laid", "Line", "Table", "as_rows", "laid_out"]

#: A filled box that takes more of the page is no cell.
_LARGE: Final = 0.25
#: Characters so near to each other, in sizes, go on from each other: no rule is between them.
_TOUCHING: Final = 0.12
_ON_LINE: Final = 0.3
#: A rule that is so far within a character, in sizes, goes through it.
_THROUGH: Final = 0.1
#: Columns without rules are at least so many, and so far apart, in sizes of a character.
_COLUMNS: Final = 3
_GUTTER: Final = 1.0
_ROWS: Final = 3
#: The header is looked for in so many rows at the top of a table.
_TOP: Final = 12
#: A line that is so much further down than the rows above it does not go on with them.
_FURTHER: Final = 1.4
#: Tables stand side by side if the lower one has so much of its height beside the other.
_BESIDE: Final = 0.5
#: The edges of a single row.
_EDGES: Final = ("top", "bottom")
#: A colour so near to a rule begins or ends at it, in points.
_AT: Final = 2.5
#: How far beside a table its title may go, in points.
_AROUND: Final = 6.0


class Head(NamedTuple):
    """The header among the rows of a table."""

    #: The first row of it, and the last, counted from 0.
    first: int
    last: int
    #: What each column holds.
    roles: tuple[Role | None, ...]


#: Finds the header among rows.
Heading: TypeAlias = Callable[[Sequence[Row]], Head | None]


class Cell(NamedTuple):
    """A cell of a table."""

    span: Span
    text: str
    #: Whether it has no room left, so that it may go on elsewhere.
    full: bool = False


def _owners(table: Table) -> dict[tuple[int, int], Cell]:
    return {place: cell for cell in table.cells for place in cell.span.places()}


def _rows(table: Table) -> int:
    return max(cell.span.bottom for cell in table.cells) + 1


@final
@attrs.frozen
class Table:
    """A table of a page."""

    #: Where its columns begin, and where the last ends.
    xs: tuple[float, ...]
    box: Box
    #: From the upper left to the lower right.
    cells: tuple[Cell, ...]
    #: Where its rows begin, and where the last ends; of a joined one those on the last page.
    ys: tuple[float, ...]
    #: The rows that begin another page, with its number.
    turns: tuple[tuple[int, int], ...] = ()
    #: Row and column → the cell that covers it.
    owners: dict[tuple[int, int], Cell] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_owners, takes_self=True)
    )
    #: How many rows it has.
    rows: int = attrs.field(init=False, eq=False, default=attrs.Factory(_rows, takes_self=True))

    @property
    def columns(self) -> int:
        """How many it has."""
        return len(self.xs) - 1


@final
@attrs.frozen
class Line:
    """A line beside the tables of a page."""

    text: str
    box: Box
    rows: ClassVar[int] = 1
    columns: ClassVar[int] = 1
    turns: ClassVar[tuple[tuple[int, int], ...]] = ()


Block: TypeAlias = Table | Line


@final
@attrs.define
class Laid:
    """What stands on a page."""

    page: Page
    #: What is read together, from the top; tables beside the first ones are read apart.
    lanes: list[list[Block]] = attrs.field(factory=list[list[Block]])
    #: Texts that are struck out.
    struck: list[str] = attrs.field(factory=list[str])
    #: Texts that go over a rule.
    over: list[str] = attrs.field(factory=list[str])
    #: First lines of what may be a table, but has no plain columns.
    uncertain: list[str] = attrs.field(factory=list[str])


def laid_out(page: Page, heading: Heading, most: int) -> Laid | None:
    """Find the tables and lines of a page; ``None`` where it has more than *most* cells."""
    laid = Laid(page)
    level, struck = struck_out(page.level, page.glyphs)
    laid.struck += [line_text(line) for line in lines_of(g for g in page.glyphs if g in struck)]
    glyphs = [glyph for glyph in page.glyphs if glyph not in struck]
    bare = attrs.evolve(page, level=level, glyphs=glyphs)
    ruled = _ruled(bare, most)
    if ruled is None:
        return None
    tables, rest = _tables(ruled, glyphs, laid)
    tables, rest = _celled(bare, tables, rest, heading, most)
    tables, rest = _striped(bare, tables, rest, heading, most)
    filled = lattices(*boxes_as_rules(_cell_fills(page, tables)), most)
    if filled is None:
        return None
    more, rest = _tables([one for one in filled if _is_square(one)], rest, laid)
    tables += more
    lines, unruled = _plain(rest, tables, heading, laid)
    if laid.uncertain or not unruled:
        boxes = [table.box for table in unruled]
        free = [glyph for glyph in rest if not _is_in(glyph, boxes)]
        known = [*tables, *unruled]
        wrapped, _ = _wrapped(attrs.evolve(page, glyphs=free), known, heading, most)
        if wrapped:
            tables += wrapped
            boxes = [table.box for table in wrapped]
            rest = [glyph for glyph in rest if not _is_in(glyph, boxes)]
            laid.uncertain.clear()
            lines, unruled = _plain(rest, tables, heading, laid)
    laid.lanes = _lanes([*tables, *unruled], lines)
    return laid


def _ruled(page: Page, most: int) -> list[Lattice] | None:
    """Return the tables that rules make, and what goes from one to another; ``None``: too many."""
    level = [*page.level, *_coloured_off(page)]
    upright = [*page.upright, *walls_between(page.level, page.upright, page.glyphs)]
    ruled = lattices(level, upright, most)
    within = walls_within(ruled or (), page.glyphs)
    return lattices(level, [*upright, *within], most) if within else ruled


def _tables(
    found: Iterable[Lattice], glyphs: Sequence[Glyph], laid: Laid
) -> tuple[list[Table], list[Glyph]]:
    """Fill lattices with characters, each the smallest that it is in.

    Returns:
        The tables, and the characters in none.
    """
    order = sorted((one for one in found if len(one.spans) > 1), key=lambda one: one.box.area)
    tables: list[Table] = []
    rest = list(glyphs)
    for lattice in order:
        box = lattice.box
        inside = [glyph for glyph in rest if box.holds(glyph.x, glyph.y)]
        cells = _cells(lattice, inside, laid)
        written = sum(bool(cell.text) for cell in cells)
        if written > 1 or (written and len(lattice.xs) > _COLUMNS):
            tables.append(Table(lattice.xs, box, tuple(cells), lattice.ys))
            rest = [glyph for glyph in rest if not box.holds(glyph.x, glyph.y)]
    return tables, rest


def _celled(
    page: Page, tables: Sequence[Table], rest: list[Glyph], heading: Heading, most: int
) -> tuple[list[Table], list[Glyph]]:
    """Find the tables whose cells have level rules or colours of their own.

    Returns:
        All tables, and the characters in none.
    """
    taken = [table.box for table in tables]
    ways = celled(page.level, _cell_fills(page, tables), rest, taken)
    found, left = _headed(attrs.evolve(page, glyphs=rest), ways, heading, most)
    return [*tables, *found], left


def _striped(
    page: Page, tables: Sequence[Table], rest: list[Glyph], heading: Heading, most: int
) -> tuple[list[Table], list[Glyph]]:
    """Find the tables that are ruled across, where the first rows of them are a header.

    That may have all its rules, and be found as a table of its own.

    Args:
        page: The page with all its characters.
        tables: The tables that have all their rules.
        rest: The characters in none of them.
        heading: Finds the header among rows.
        most: How many cells there may be.

    Returns:
        All tables, and the characters in none.
    """
    heads = [one for one in tables if len(one.ys) == len(_EDGES) and heading(as_rows(one))]
    if heads:
        others = [one for one in tables if one not in heads]
        boxes = [box for one in heads for box in _boxes(one)]
        known = set(map(id, rest))
        free = [each for each in page.glyphs if id(each) in known or _is_in(each, boxes)]
        headed = attrs.evolve(page, glyphs=free, fills=[*page.fills, *boxes])
        level = [*page.level, *(Rule(box.top, box.left, box.right) for box in boxes)]
        found, left = _parted_by_white(headed, level, others, heading, most)
        if all(any(one.box.holds(*_middle(head.box)) for one in found) for head in heads):
            return [*others, *found], left
    bare = attrs.evolve(page, glyphs=rest)
    found, left = _parted_by_white(bare, page.level, tables, heading, most)
    return [*tables, *found], left


def _boxes(table: Table) -> list[Box]:
    """Return the boxes of the cells of a table."""
    xs, ys, spans = table.xs, table.ys, [cell.span for cell in table.cells]
    return [
        Box(xs[span.left], ys[span.top], xs[span.right + 1], ys[span.bottom + 1]) for span in spans
    ]


def _is_in(glyph: Glyph, boxes: Iterable[Box]) -> bool:
    return any(box.holds(glyph.x, glyph.y) for box in boxes)


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _wrapped(
    page: Page, tables: Sequence[Table], heading: Heading, most: int
) -> tuple[list[Table], list[Glyph]]:
    """Find the tables without rules whose cells have several lines.

    Returns:
        The tables, and the characters in none.
    """
    found: list[Table] = []
    rows, glyphs = lines_of(page.glyphs), page.glyphs
    steps = steps_of(rows)
    at = 0
    while at < len(rows):
        level = rules_between(rows[at:], steps[at:])
        made, glyphs = _parted_by_white(
            attrs.evolve(page, glyphs=glyphs), level, [*tables, *found], heading, most
        )
        found += made
        bottom = made[-1].box.bottom if made else rows[at][0].y
        at = next(
            (next_ for next_ in range(at + 1, len(rows)) if rows[next_][0].y > bottom), len(rows)
        )
    return found, glyphs


def _parted_by_white(
    page: Page, level: Sequence[Rule], tables: Sequence[Table], heading: Heading, most: int
) -> tuple[list[Table], list[Glyph]]:
    taken, fills = [table.box for table in tables], _cell_fills(page, tables)
    return _headed(page, stripes(level, page.glyphs, taken, fills), heading, most)


def _headed(
    page: Page, ways: Iterable[tuple[list[Rule], list[Rule]]], heading: Heading, most: int
) -> tuple[list[Table], list[Glyph]]:
    """Return the tables that begin with a header, of rules across and down, and what is left."""
    found: list[Table] = []
    glyphs = page.glyphs
    for across, down in ways:
        aside = Laid(page)
        made, rest = _tables(lattices(across, down, most) or [], glyphs, aside)
        if made and not aside.over and all(heading(as_rows(table)) for table in made):
            found, glyphs = [*found, *made], rest
    return found, glyphs


def _cells(lattice: Lattice, glyphs: Sequence[Glyph], laid: Laid) -> list[Cell]:
    owners = [lattice.owner(glyph.x, glyph.y) for glyph in glyphs]
    for at, (before, after) in enumerate(pairwise(glyphs)):
        if owners[at] != owners[at + 1] and _touch(before, after):
            run = _run(glyphs, at)
            laid.over.append(line_text(glyphs[run.start : run.stop]))
            if _crosses(lattice.cell(owners[at + 1]).left, before, after):
                most = Counter(owners[run.start : run.stop]).most_common(1)[0][0]
                owners[run.start : run.stop] = [most] * len(run)
    inside: list[list[Glyph]] = [[] for _ in lattice.spans]
    for glyph, owner in zip(glyphs, owners, strict=True):
        inside[owner].append(glyph)
    return [
        Cell(span, *cell_text(inside[number], lattice.cell(number)))
        for number, span in enumerate(lattice.spans)
    ]


def _run(glyphs: Sequence[Glyph], at: int) -> range:
    """Return the places of the characters around one that all touch each other."""
    start, stop = at, at + 1
    while start and _touch(glyphs[start - 1], glyphs[start]):
        start -= 1
    while stop < len(glyphs) and _touch(glyphs[stop - 1], glyphs[stop]):
        stop += 1
    return range(start, stop)


def _crosses(wall: float, before: Glyph, after: Glyph) -> bool:
    """Whether a rule goes through one of two characters, and not only between them."""
    through = _THROUGH * before.size
    return before.right - wall > through or wall - after.left > through


def _touch(before: Glyph, after: Glyph) -> bool:
    """Whether characters go on from each other, so that no rule can be between them."""
    if before.text.isspace() or after.text.isspace():
        return False
    near = abs(after.left - before.right) < _TOUCHING * before.size
    return near and abs(after.y - before.y) < _ON_LINE * before.size


def _coloured_off(page: Page) -> list[Rule]:
    """Return the lower edges of colours that go from one upright rule to another: of a title."""
    return [
        Rule(fill.bottom, fill.left, fill.right)
        for fill in page.fills
        if all(_passes(page.upright, at, fill.bottom) for at in (fill.left, fill.right))
    ]


def _passes(upright: Iterable[Rule], x: float, y: float) -> bool:
    """Whether an upright rule goes on below and above a place."""
    return any(abs(each.at - x) < _AT and each.start < y < each.end for each in upright)


def _cell_fills(page: Page, tables: Sequence[Table]) -> list[Box]:
    """Return the filled boxes that may be cells of a table without rules."""
    large = _LARGE * page.width * page.height
    return [
        fill
        for fill in page.fills
        if fill.area < large
        and not any(
            table.box.holds((fill.left + fill.right) / 2, (fill.top + fill.bottom) / 2)
            for table in tables
        )
    ]


def _is_square(lattice: Lattice) -> bool:
    """Whether a lattice has several rows and several columns."""
    return len(lattice.xs) > 2 and len(lattice.ys) > 2  # noqa: PLR2004 - edges of two


def _box(glyphs: Sequence[Glyph]) -> Box:
    return Box(
        min(glyph.left for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
    )


def _plain(
    glyphs: Sequence[Glyph], tables: Sequence[Table], heading: Heading, laid: Laid
) -> tuple[list[Line], list[Table]]:
    """Return the lines beside the tables, and tables without rules whose columns are plain."""
    rows = lines_of(glyphs)
    lines: list[Line] = []
    found: list[Table] = []
    at = 0
    while at < len(rows):
        if len(_gutters(rows[at])) >= _COLUMNS and _is_header(rows[at], heading):
            end = _end_of_columns(rows, at, tables)
            if end - at >= _ROWS and (end == len(rows) or not _goes_on(rows, at, end)):
                found.append(_unruled(rows[at:end]))
                at = end
                continue
            laid.uncertain.append(line_text(rows[at]))
        lines += [Line(line_text(part), _box(part)) for part in stretches(rows[at])]
        at += 1
    return lines, found


def _is_header(row: list[Glyph], heading: Heading) -> bool:
    """Whether a line by itself is a header."""
    return heading(as_rows(_unruled([row]))) is not None


def _end_of_columns(rows: Sequence[list[Glyph]], start: int, tables: Sequence[Table]) -> int:
    """Return where the lines end that have the same plain columns as the first."""
    columns = _gutters(rows[start])
    end = start + 1
    while end < len(rows) and not _parted(rows[end - 1], rows[end], tables):
        wider = _gutters(rows[end], columns)
        if not all(_parts(rows[end], wider)) or not _are_within(columns, wider):
            break
        columns, end = wider, end + 1
    return end


def _are_within(
    columns: Sequence[tuple[float, float]], wider: Sequence[tuple[float, float]]
) -> bool:
    """Whether each column lies in one of the others, in their order."""
    return len(columns) == len(wider) and all(
        start <= left and right <= end
        for (left, right), (start, end) in zip(columns, wider, strict=True)
    )


def _parted(before: Sequence[Glyph], after: Sequence[Glyph], tables: Sequence[Table]) -> bool:
    """Whether a table stands between two lines."""
    return any(before[0].y < table.box.top < after[0].y for table in tables)


def _gutters(
    row: Sequence[Glyph], columns: Sequence[tuple[float, float]] = ()
) -> list[tuple[float, float]]:
    """Return the columns of a line, and of those above: stretches between what is always white."""
    size = max(glyph.size for glyph in row)
    written = [(glyph.left, glyph.right) for glyph in row if not glyph.text.isspace()]
    found: list[tuple[float, float]] = []
    for left, right in sorted([*columns, *written]):
        if found and left - found[-1][1] < _GUTTER * size:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _parts(row: Sequence[Glyph], columns: Sequence[tuple[float, float]]) -> list[list[Glyph]]:
    """Return the characters of a line by column; a blank between two is in the one before."""
    starts = [start for start, _ in columns]
    parts: list[list[Glyph]] = [[] for _ in columns]
    for glyph in row:
        parts[max(bisect_right(starts, glyph.x) - 1, 0)].append(glyph)
    return parts


def _goes_on(rows: Sequence[list[Glyph]], start: int, end: int) -> bool:
    """Whether the line below a table without rules may belong to it."""
    below = rows[end]
    pitch = max(after[0].y - before[0].y for before, after in pairwise(rows[start:end]))
    near = below[0].y - rows[end - 1][0].y < _FURTHER * pitch
    return near and not is_remark(line_text(below))


def _unruled(rows: Sequence[list[Glyph]]) -> Table:
    columns: list[tuple[float, float]] = []
    for row in rows:
        columns = _gutters(row, columns)
    xs = (*[start for start, _ in columns], columns[-1][1])
    cells = [
        Cell(Span(line, at, line, at), line_text(part))
        for line, row in enumerate(rows)
        for at, part in enumerate(_parts(row, columns))
    ]
    box = _box([glyph for row in rows for glyph in row])
    ys = (*[row[0].top for row in rows], box.bottom)
    return Table(xs, box, tuple(cells), ys)


def as_rows(table: Table) -> list[Row]:
    """Return the first rows of a table, as what looks for headers takes them."""
    return [
        Row(
            row + 1,
            [cell.text for cell in cells],
            [at for at, cell in enumerate(cells) if cell.span.left < at],
            [at for at, cell in enumerate(cells) if cell.span.top < row],
        )
        for row in range(min(table.rows, _TOP))
        for cells in [[table.owners[row, column] for column in range(table.columns)]]
    ]


def _lanes(tables: Sequence[Table], lines: Sequence[Line]) -> list[list[Block]]:
    """Part what stands side by side, the title of a table to the side along with it."""
    beside: list[list[Table]] = [[]]
    for table in sorted(tables, key=lambda table: (table.box.left, table.box.top)):
        lane = next((lane for lane in beside if not any(_overlap(table, o) for o in lane)), None)
        if lane is None:
            beside.append([table])
        else:
            lane.append(table)
    lanes: list[list[Block]] = [[*lane] for lane in beside]
    for line in lines:
        lanes[_lane_of(line, beside)].append(line)
    return [sorted(lane, key=lambda block: (block.box.top, block.box.left)) for lane in lanes]


def _overlap(one: Table, other: Table) -> bool:
    """Whether two tables stand side by side, or one in the other."""
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    lower = min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)
    return shared > _BESIDE * lower


def _lane_of(line: Line, lanes: Sequence[Sequence[Table]]) -> int:
    """Return the lane of a line: that of the table right below, if it is above no other."""
    below = [
        (table.box.top, number)
        for number, lane in enumerate(lanes)
        for table in lane
        if line.box.bottom <= table.box.top + _AROUND
        and table.box.left - _AROUND <= line.box.left
        and line.box.right <= table.box.right + _AROUND
    ]
    return min(below)[1] if below else 0
