"""Tables whose cells have level rules or colours of their own, and no upright rules between them.

The borders of cells are drawn cell by cell, and so are their colours: where they meet, columns do.
Of rows in two colours often only every other one is coloured; those between lie between its edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, starmap, takewhile
from math import inf
from statistics import median
from typing import Final, NamedTuple, final

import attrs

from kpikit.io.pdf.page import Box, Glyph, Rule
from kpikit.io.pdf.rules import Lattice
from kpikit.io.pdf.stripes import crosses, is_title
from kpikit.io.pdf.text import lines_of, stretches

__all__ = ["celled", "walls_between", "walls_within"]

#: Ends so near to each other are at one place.
_REACH: Final = 2.5
#: Shorter rules are pieces of a broken one, in points.
_PIECE: Final = 6.0
#: How many rows and columns there are at least.
_ROWS: Final = 3
_COLUMNS: Final = 3
#: The edges of a column, and how many parts a label and its value are.
_SIDES: Final = ("left", "right")
_PAIR: Final = 2
#: Characters so near to each other, in sizes, go on from each other.
_TOUCHING: Final = 0.1
#: How far below the last colour a row begins at most, in heights of rows, and how far its lines are
#: apart, in sizes of a character.
_BELOW: Final = 0.8
_LINE: Final = 1.6
#: How much higher than a row a line over all its columns may be.
_HIGHER: Final = 1.6


class _Edge(NamedTuple):
    """A level line from cell to cell, and where the cells meet."""

    at: float
    places: tuple[float, ...]
    #: Whether it is that of a colour, below which a row without one may go on.
    is_colour: bool


def celled(
    level: Iterable[Rule], fills: Sequence[Box], glyphs: Sequence[Glyph], taken: Sequence[Box]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules of each table, the upright ones where its cells meet.

    Args:
        level: The level rules of a page.
        fills: Its boxes of colour.
        glyphs: The characters that stand in no table.
        taken: What tables take of the page.
    """
    edges = [each for each in _edges(level, fills) if not any(_is_in(each, box) for box in taken)]
    for walls, own in _groups(edges):
        table = _Cells(walls, fills, glyphs)
        for run in table.runs(own):
            across = [Rule(edge.at, edge.places[0], edge.places[-1]) for edge in run]
            down = [
                Rule(wall, band.top, band.bottom)
                for band in starmap(table.band, pairwise(run))
                for wall in band.white
            ]
            yield across, down


def walls_between(
    level: Iterable[Rule], upright: Sequence[Rule], glyphs: Sequence[Glyph]
) -> list[Rule]:
    """Return where cells meet that have no upright rule between them, in a table that has others.

    That is so where text stands on both sides of it in several rows.

    Args:
        level: The level rules of a page.
        upright: Its upright rules.
        glyphs: Its characters.
    """
    found = list[Rule]()
    for walls, own in _groups(_edges(level, ())):
        table = _Cells(walls, (), glyphs)
        told: dict[float, list[Rule]] = {wall: [] for wall in walls}
        for upper, lower in pairwise(own):
            band = table.band(upper, lower)
            through = (each.at for each in upright if _goes_through(each, band))
            known = [at for at in through if walls[0] - _REACH < at < walls[-1] + _REACH]
            for wall in band.white[1:-1] if known else ():
                is_met = _are_among([wall], upper.places) and _are_among([wall], lower.places)
                if is_met and not _are_among([wall], known) and _is_between(wall, known, band):
                    told[wall].append(Rule(wall, band.top, band.bottom))
        found += chain.from_iterable(rules for rules in told.values() if len(rules) >= _ROWS)
    return found


def walls_within(lattices: Iterable[Lattice], glyphs: Sequence[Glyph]) -> list[Rule]:
    """Return what parts the rows of tables of one column that are a label and its value, far apart.

    Args:
        lattices: The tables of a page.
        glyphs: Its characters.
    """
    found = list[Rule]()
    for lattice in (each for each in lattices if len(each.xs) == len(_SIDES)):
        rows = [lattice.box._replace(top=top, bottom=low) for top, low in pairwise(lattice.ys)]
        pairs = [(row, parts) for row in rows if len(parts := _parts(row, glyphs)) == _PAIR]
        left = max((label[-1].right for _, (label, _) in pairs), default=0)
        right = min((value[0].left for _, (_, value) in pairs), default=0)
        if len(pairs) > 1 and left < right:
            found += [Rule((left + right) / 2, row.top, row.bottom) for row, _ in pairs]
    return found


def _parts(row: Box, glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the parts of a row of one line, far from each other."""
    lines = lines_of(each for each in glyphs if row.holds(each.x, each.y))
    return stretches(lines[0]) if len(lines) == 1 else []


def _goes_through(rule: Rule, band: _Band) -> bool:
    """Whether an upright rule parts what stands between two edges."""
    return rule.start < (band.top + band.bottom) / 2 < rule.end


def _is_between(wall: float, known: Sequence[float], band: _Band) -> bool:
    """Whether text stands on both sides of a place, up to the next rules."""
    left = max((each for each in known if each < wall), default=0)
    right = min((each for each in known if each > wall), default=inf)
    own = [glyph.x < wall for glyph in band.glyphs if left < glyph.x < right]
    return any(own) and not all(own)


def _edges(level: Iterable[Rule], fills: Iterable[Box]) -> list[_Edge]:
    """Return the level lines of cells that meet, and of those that go over many, from the top."""
    rows: dict[int, list[tuple[Rule, bool]]] = {}
    for rule in level:
        rows.setdefault(round(rule.at), []).append((rule, False))
    for fill in fills:
        rows.setdefault(round(fill.top), []).append((Rule(fill.top, fill.left, fill.right), False))
        bottom = Rule(fill.bottom, fill.left, fill.right)
        rows.setdefault(round(fill.bottom), []).append((bottom, True))
    return sorted(edge for own in rows.values() for edge in _chains(own))


def _chains(parts: Iterable[tuple[Rule, bool]]) -> Iterator[_Edge]:
    """Yield the edges of what goes on from each other at one height."""
    found = list[_Edge]()
    for rule, is_colour in _dashes_joined(sorted(parts, key=lambda each: each[0].start)):
        before = found[-1] if found else None
        if before is None or rule.start > before.places[-1] + _REACH:
            found.append(_Edge(rule.at, (rule.start, rule.end), is_colour))
            continue
        new = (at for at in (rule.start, rule.end) if not _are_among([at], before.places))
        places = tuple(sorted((*before.places, *new)))
        found[-1] = _Edge(before.at, places, is_colour and before.is_colour)
    yield from found


def _dashes_joined(parts: Iterable[tuple[Rule, bool]]) -> Iterator[tuple[Rule, bool]]:
    """Yield rules, and the pieces of a broken one, which meet in no cell, as one."""
    broken: Rule | None = None
    for rule, is_colour in parts:
        is_piece = rule.end - rule.start < _PIECE
        if broken is not None and is_piece and rule.start <= broken.end + _REACH:
            broken = broken._replace(end=max(broken.end, rule.end))
            continue
        if broken is not None:
            yield broken, False
        broken = rule if is_piece else None
        if not is_piece:
            yield rule, is_colour
    if broken is not None:
        yield broken, False


def _is_in(edge: _Edge, box: Box) -> bool:
    is_beside = box.top - _REACH <= edge.at <= box.bottom + _REACH
    return is_beside and edge.places[0] < box.right and box.left < edge.places[-1]


def _groups(edges: Sequence[_Edge]) -> Iterator[tuple[tuple[float, ...], list[_Edge]]]:
    """Yield where cells meet with all edges that do so there, and those over some of the cells."""
    known = list[tuple[float, ...]]()
    for edge in edges:
        walls = edge.places
        if len(walls) > _COLUMNS and not any(_are_among(walls, each) for each in known):
            known = [each for each in known if not _are_among(each, walls)] + [walls]
    for walls in known:
        own = [each for each in edges if _are_among(each.places, walls)]
        found = own[:1]
        for edge in own[1:]:
            if edge.at - found[-1].at > _REACH:
                found.append(edge)
            elif len(edge.places) > len(found[-1].places):
                found[-1] = edge
        yield walls, found


def _are_among(places: Sequence[float], walls: Sequence[float]) -> bool:
    return all(any(abs(place - wall) < _REACH for wall in walls) for place in places)


class _Band(NamedTuple):
    """What stands between two edges."""

    top: float
    bottom: float
    glyphs: list[Glyph]
    #: The places where its cells meet, and those of them where it is white.
    walls: list[float]
    white: list[float]

    @property
    def height(self) -> float:
        """How far its edges are apart."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


@final
@attrs.frozen
class _Cells:
    """Where the cells of a table meet, and what is drawn there."""

    walls: tuple[float, ...]
    fills: Sequence[Box]
    glyphs: Sequence[Glyph]

    def band(self, upper: _Edge, lower: _Edge) -> _Band:
        """Return what stands between two edges."""
        box = Box(self.walls[0], upper.at, self.walls[-1], lower.at)
        inside = [
            each for each in self.glyphs if box.holds(each.x, each.y) and not each.text.isspace()
        ]
        walls, lines = self._meeting(upper, lower), lines_of(inside)
        white = [wall for wall in walls if not any(_goes_over(line, wall) for line in lines)]
        walls = [wall for wall in walls if wall in white or not self._is_over(wall, lower)]
        return _Band(upper.at, lower.at, inside, walls, white)

    def _is_over(self, wall: float, lower: _Edge) -> bool:
        """Whether a heading stands over the cells of the next row, above an edge of these alone."""
        first, *_, last = lower.places
        is_part = not _are_among((self.walls[0], self.walls[-1]), (first, last))
        return is_part and first + _REACH < wall < last - _REACH

    def _meeting(self, upper: _Edge, lower: _Edge) -> list[float]:
        """Return where the cells between two edges meet, as far as colours or edges tell it."""
        middle = (upper.at + lower.at) / 2
        own = [box for box in self.fills if box.top < middle < box.bottom]
        ends = [at for box in own for at in (box.left, box.right)]
        if len(own) > 1 and _are_among((self.walls[0], self.walls[-1]), ends):
            return [wall for wall in self.walls if _are_among([wall], ends)]
        return [*self.walls]

    def runs(self, edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
        """Yield the edges of each table: one ends where something else stands between two of them.

        A header that comes again begins another one. Of a row whose text goes over where cells meet
        nothing tells the cells, of none of its table.
        """
        bands = [*starmap(self.band, pairwise(edges))]
        usual = median([band.height for band in bands] or [0])
        if any(self._is_unclear(band, usual) for band in bands):
            return
        run, header = [*edges[:1]], ""
        for band, edge in zip(bands, edges[1:], strict=True):
            is_again = len(run) > 1 and band.text == header
            if is_again or not self._is_row(band, usual):
                start = run[-1]
                yield from self._whole(run[:-1] if is_again else run)
                run = [start] if is_again else []
            header = band.text if len(run) == 1 else header
            run.append(edge)
        yield from self._whole(run)

    def _is_row(self, band: _Band, usual: float) -> bool:
        """Whether what stands between two edges is a row, or a title over all of its columns."""
        is_low = band.height < _HIGHER * usual
        if band.white == band.walls:
            return self._columns(band.glyphs) > 1 or (bool(band.glyphs) and is_low)
        return is_low and is_title(band.glyphs, self.walls)

    def _is_unclear(self, band: _Band, usual: float) -> bool:
        """Whether a row has text over the places where cells meet, beside other text."""
        is_row = band.height < _HIGHER * usual and self._columns(band.glyphs) >= _COLUMNS
        return is_row and band.white != band.walls and not is_title(band.glyphs, self.walls)

    def _columns(self, glyphs: Iterable[Glyph]) -> int:
        """Return in how many columns something stands."""
        return len({sum(wall < glyph.x for wall in self.walls) for glyph in glyphs})

    def _whole(self, run: Sequence[_Edge]) -> Iterator[list[_Edge]]:
        """Yield the edges of a table with that below its last row, where it has no colour."""
        if len(run) < _ROWS:
            return
        usual = median(lower.at - upper.at for upper, lower in pairwise(run))
        bottom = self._bottom(run[-1].at, usual) if run[-1].is_colour else None
        edges = [*run] if bottom is None else [*run, _Edge(bottom, self.walls, is_colour=False)]
        if len(edges) > _ROWS:
            yield edges

    def _bottom(self, top: float, usual: float) -> float | None:
        """Return where a row ends that begins there, ``None`` where there is none."""
        left, right = self.walls[0], self.walls[-1]
        below = [each for each in self.glyphs if each.y > top and left < each.x < right]
        rows = [row for row in lines_of(below) if any(not each.text.isspace() for each in row)]
        near = [row for row in rows[:1] if row[0].top - top < _BELOW * usual]
        for upper, lower in pairwise(rows):
            if not near or lower[0].y - upper[0].y > _LINE * upper[0].size:
                break
            near.append(lower)
        own = [
            glyph
            for row in takewhile(
                lambda row: not any(_goes_over(row, at) for at in self.walls), near
            )
            for glyph in row
        ]
        if self._columns(own) < _COLUMNS:
            return None
        return max(glyph.bottom for glyph in own) + _REACH


def _goes_over(line: Sequence[Glyph], at: float) -> bool:
    """Whether a character stands on both sides of a place, or the text goes on from one to next."""
    before = max((each.right for each in line if each.x <= at), default=None)
    behind = min((each.left for each in line if each.x > at), default=None)
    if any(crosses(glyph, at) for glyph in line):
        return True
    return before is not None and behind is not None and behind - before < _TOUCHING * line[0].size
