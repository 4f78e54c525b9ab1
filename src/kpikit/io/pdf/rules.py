"""Rules that meet are a lattice of cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from kpikit.io.pdf.page import Box, Glyph, Rule

__all__ = ["Lattice", "Span", "boxes_as_rules", "lattices", "struck_out"]

#: Rules so near to each other are one: a double one, or the borders of two cells.
_NEAR: Final = 3.0
#: How far the ends of a rule may be from the rule that they meet.
_REACH: Final = 2.5
#: A rule is longer.
_SHORT: Final = 3.0
#: The middle of a character, where it is struck out: from the first to the second share of it.
_MIDDLE: Final = (0.3, 0.7)
#: How much further than what it strikes out a rule may go, in sizes of a character, and how much
#: of it the rule covers.
_BEYOND: Final = 0.4
_COVERS: Final = 0.6

#: Row and column, counted from 0.
_Place: TypeAlias = tuple[int, int]


class Span(NamedTuple):
    """Which rows and columns a cell takes, counted from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    def places(self) -> Iterator[_Place]:
        """Yield each row and column that it takes."""
        return product(range(self.top, self.bottom + 1), range(self.left, self.right + 1))


@final
@attrs.frozen
class Lattice:
    """The cells that rules make."""

    #: Where its columns begin, and where the last ends.
    xs: tuple[float, ...]
    #: Where its rows begin, and where the last ends.
    ys: tuple[float, ...]
    #: The cells, from the upper left to the lower right.
    spans: tuple[Span, ...]
    #: Row and column → the number of the cell that covers it.
    owners: dict[_Place, int]

    @property
    def box(self) -> Box:
        """All that it takes of the page."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def owner(self, x: float, y: float) -> int:
        """Return the number of the cell that a point of its box is in."""
        column = bisect_right(self.xs, x, 1, len(self.xs) - 1) - 1
        row = bisect_right(self.ys, y, 1, len(self.ys) - 1) - 1
        return self.owners[row, column]

    def cell(self, number: int) -> Box:
        """Return what a cell takes of the page."""
        span = self.spans[number]
        return Box(
            self.xs[span.left],
            self.ys[span.top],
            self.xs[span.right + 1],
            self.ys[span.bottom + 1],
        )


def struck_out(
    rules: Sequence[Rule], glyphs: Sequence[Glyph]
) -> tuple[list[Rule], frozenset[Glyph]]:
    """Tell the rules through the middle of characters from the others.

    Returns:
        The other rules, and the characters that are struck out.
    """
    order = sorted(glyphs, key=lambda glyph: glyph.y)
    heights = [glyph.y for glyph in order]
    reach = max((glyph.bottom - glyph.top for glyph in glyphs), default=0) / 2
    others: list[Rule] = []
    struck: set[Glyph] = set()
    for rule in rules:
        near = order[bisect_left(heights, rule.at - reach) : bisect_right(heights, rule.at + reach)]
        through = [glyph for glyph in near if _goes_through(rule, glyph)]
        if through and _fits(rule, through):
            struck.update(through)
        else:
            others.append(rule)
    return others, frozenset(struck)


def _goes_through(rule: Rule, glyph: Glyph) -> bool:
    if not rule.start <= glyph.x <= rule.end:
        return False
    upper, lower = _MIDDLE
    high = glyph.bottom - glyph.top
    return glyph.top + upper * high <= rule.at <= glyph.top + lower * high


def _fits(rule: Rule, glyphs: Sequence[Glyph]) -> bool:
    """Whether a rule is as long as the characters that it goes through."""
    beyond = _BEYOND * max(glyph.size for glyph in glyphs)
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    covers = rule.end - rule.start >= _COVERS * (right - left)
    return covers and left - beyond <= rule.start and rule.end <= right + beyond


def boxes_as_rules(boxes: Iterable[Box]) -> tuple[list[Rule], list[Rule]]:
    """Return the edges of boxes, the level and the upright ones."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for box in boxes:
        level += [Rule(at, box.left, box.right) for at in (box.top, box.bottom)]
        upright += [Rule(at, box.top, box.bottom) for at in (box.left, box.right)]
    return level, upright


def lattices(level: Iterable[Rule], upright: Iterable[Rule], most: int) -> list[Lattice] | None:
    """Return the lattices that rules make; ``None`` where that takes more than *most* steps."""
    across, down = _merged(level), _merged(upright)
    if len(across) * len(down) > most:
        return None
    found: list[Lattice] = []
    for ours, theirs in _meeting(across, down):
        frame = _framed(ours, theirs)
        xs, ys = _lines(frame[1]), _lines(frame[0])
        if len(xs) * len(ys) > most:
            return None
        if len(xs) > 1 and len(ys) > 1:
            found.append(_lattice(xs, ys, *frame))
    return found


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join rules that go on from each other, or lie on each other; dots make a rule so."""
    merged: list[Rule] = []
    for group in _groups(sorted(rules)):
        long = sum(rule.end - rule.start for rule in group)
        at = (
            sum(rule.at * (rule.end - rule.start) for rule in group) / long if long else group[0].at
        )
        start, end = min(rule.start for rule in group), float("-inf")
        for rule in sorted(group, key=lambda rule: rule.start):
            if rule.start > end + _REACH and end > start:
                merged.append(Rule(at, start, end))
            if rule.start > end + _REACH:
                start = rule.start
            end = max(end, rule.end)
        merged.append(Rule(at, start, end))
    return [rule for rule in merged if rule.end - rule.start > _SHORT]


def _groups(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules that are near to each other, in their order."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > _NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _meeting(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the rules of each figure whose rules all hang together."""
    heads = list(range(len(level) + len(upright)))

    def head(at: int) -> int:
        while heads[at] != at:
            heads[at] = at = heads[heads[at]]
        return at

    for (one, across), (other, down) in product(enumerate(level), enumerate(upright)):
        if _meet(across, down):
            heads[head(one)] = head(len(level) + other)
    figures: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate([*level, *upright]):
        figures.setdefault(head(at), ([], []))[at >= len(level)].append(rule)
    return list(figures.values())


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _REACH <= upright.at <= level.end + _REACH
        and upright.start - _REACH <= level.at <= upright.end + _REACH
    )


def _framed(level: list[Rule], upright: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Close a figure whose outer rules are left out, as at the end of a page."""
    if not level or not upright:
        return level, upright
    left = min(rule.start for rule in level)
    right = max(rule.end for rule in level)
    top = min(rule.start for rule in upright)
    bottom = max(rule.end for rule in upright)
    xs, ys = [rule.at for rule in upright], [rule.at for rule in level]
    left, right = min(left, *xs), max(right, *xs)
    top, bottom = min(top, *ys), max(bottom, *ys)
    return (
        [*level, Rule(top, left, right), Rule(bottom, left, right)],
        [*upright, Rule(left, top, bottom), Rule(right, top, bottom)],
    )


def _lines(rules: Iterable[Rule]) -> list[float]:
    """Return where there are rules, those that are near to each other once."""
    return [group[0].at for group in _groups(sorted(rules))]


def _lattice(
    xs: list[float], ys: list[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> Lattice:
    roofs = {(_nearest(ys, rule.at), at) for rule in level for at in _covered(xs, rule)}
    walls = {(at, _nearest(xs, rule.at)) for rule in upright for at in _covered(ys, rule)}
    spans = _spans(_regions(len(xs) - 1, len(ys) - 1, roofs, walls))
    rows = sorted({span.top for span in spans})
    columns = sorted({span.left for span in spans})
    packed = sorted(
        Span(
            bisect_right(rows, span.top) - 1,
            bisect_right(columns, span.left) - 1,
            bisect_right(rows, span.bottom) - 1,
            bisect_right(columns, span.right) - 1,
        )
        for span in spans
    )
    return Lattice(
        (*[xs[at] for at in columns], xs[-1]),
        (*[ys[at] for at in rows], ys[-1]),
        tuple(packed),
        {place: number for number, span in enumerate(packed) for place in span.places()},
    )


def _nearest(lines: Sequence[float], at: float) -> int:
    after = bisect_left(lines, at)
    near = [one for one in (after - 1, after) if 0 <= one < len(lines)]
    return min(near, key=lambda one: abs(lines[one] - at))


def _covered(lines: Sequence[float], rule: Rule) -> range:
    """Return which stretches between lines a rule covers from end to end."""
    first = bisect_left(lines, rule.start - _REACH)
    last = bisect_right(lines, rule.end + _REACH) - 1
    return range(first, last)


def _regions(width: int, height: int, roofs: set[_Place], walls: set[_Place]) -> dict[_Place, int]:
    """Number the places of a lattice: those without a rule between them alike."""
    regions: dict[_Place, int] = {}
    for number, start in enumerate(product(range(height), range(width))):
        waiting = [start] if start not in regions else []
        while waiting:
            place = waiting.pop()
            if place in regions:
                continue
            regions[place] = number
            row, column = place
            if row and place not in roofs:
                waiting.append((row - 1, column))
            if row + 1 < height and (row + 1, column) not in roofs:
                waiting.append((row + 1, column))
            if column and place not in walls:
                waiting.append((row, column - 1))
            if column + 1 < width and (row, column + 1) not in walls:
                waiting.append((row, column + 1))
    return regions


def _spans(regions: dict[_Place, int]) -> list[Span]:
    """Cut each region into rectangles, of which most are one."""
    taken: set[_Place] = set()
    spans: list[Span] = []

    def free(row: int, column: int, number: int) -> bool:
        return regions.get((row, column)) == number and (row, column) not in taken

    for (top, left), number in sorted(regions.items()):
        if (top, left) in taken:
            continue
        right, bottom = left, top
        while free(top, right + 1, number):
            right += 1
        while all(free(bottom + 1, at, number) for at in range(left, right + 1)):
            bottom += 1
        spans.append(Span(top, left, bottom, right))
        taken.update(spans[-1].places())
    return spans
