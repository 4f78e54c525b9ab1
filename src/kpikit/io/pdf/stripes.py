"""Tables whose columns are parted by white stripes: ruled only across, or not at all.

Without rules the lines of a row are nearer to each other than the rows are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple, TypeAlias

from kpikit.io.pdf.page import Box, Glyph, Rule
from kpikit.language.lines import TITLE_NUMBER
from kpikit.language.pattern import pattern

__all__ = ["Step", "crosses", "is_title", "rules_between", "steps_of", "stripes"]

#: Where something begins, and where it ends.
_Stretch: TypeAlias = tuple[float, float]

#: The number before a title.
_NUMBER: Final = pattern(TITLE_NUMBER)
#: Ends of rules so near to each other are at one place.
_REACH: Final = 2.5
#: Rules so near to each other are one.
_NEAR: Final = 3.0
#: How many rows and columns there are at least: a title is none of them.
_ROWS: Final = 3
_COLUMNS: Final = 3
#: How wide a white stripe is, in sizes of a character: more than beside a Latin letter.
_GUTTER: Final = 0.3
#: How much of a character may be white at its sides, in sizes.
_INK: Final = 0.1
#: How far apart lines are, in sizes of a character.
_LINE: Final = 0.6
#: How far a line is from those of another cell that it stands amid, in their distance.
_AMID: Final = 0.25
#: Lines of other columns are amid each other if they are no further apart, in sizes.
_AMID_LINES: Final = 0.95
#: How much further apart rows are than the lines of a cell, and how far at most, in sizes.
_APART: Final = 1.15
_FURTHEST: Final = 4.0


def stripes(
    level: Iterable[Rule],
    glyphs: Sequence[Glyph],
    taken: Sequence[Box],
    fills: Sequence[Box] = (),
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules of each table that is ruled across, with upright ones where it is white.

    Args:
        level: The level rules of a page.
        glyphs: The characters that stand in no table.
        taken: What tables take of the page.
        fills: Boxes of colour: those at its top are the cells of its header.
    """
    free = [rule for rule in level if not any(_is_in(rule, box) for box in taken)]
    for stack in (part for each in _stacks(free) for part in _tables(each, fills, glyphs)):
        header = _header(stack, fills)
        if header:
            yield from _below_header(stack, header, glyphs)
            continue
        ruled = [*_ruled_bands(stack, glyphs)]
        bands = [inside for _, inside in ruled]
        columns = _columns(bands)
        is_table = len(bands) >= _ROWS and len(columns) >= _COLUMNS
        if is_table and all(_is_row(band, columns) for band in bands[1:]):
            walls = [(end + start) / 2 for (_, end), (start, _) in pairwise(columns)]
            edges = [stack[0].start, *walls, stack[0].end]
            lines = [(box, band) for box, band in ruled[1:] if _is_counted(band)]
            is_over = any(_goes_over(band, walls) for _, band in lines)
            titles = [box for box, _ in lines] if is_over else []
            yield stack, _upright(edges, stack[0].at, stack[-1].at, titles)


def _upright(
    edges: Sequence[float], top: float, bottom: float, titles: Sequence[Box]
) -> list[Rule]:
    """Return the rules between columns, but through titles that go over all of them."""
    ends = [top, *(at for box in titles for at in (box.top, box.bottom)), bottom]
    walls = [(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if start < end]
    down = [Rule(at, start, end) for at in edges for start, end in walls]
    return down + [Rule(at, top, bottom) for at in (min(edges), max(edges))]


def _goes_over(band: Sequence[Glyph], edges: Sequence[float]) -> bool:
    """Whether what stands between two rules is one line, over the edges of columns."""
    is_line = len(_lines(band)) == 1
    return is_line and any(crosses(glyph, at) for glyph in band for at in edges)


def _tables(
    stack: Sequence[Rule], fills: Sequence[Box], glyphs: Sequence[Glyph]
) -> Iterator[list[Rule]]:
    """Yield the rules of each of several tables of one width: where a header comes again.

    What stands between two tables, a title or a note, is none of their rows.
    """
    words = _texts(_header(stack, fills), glyphs)
    again = [
        at
        for at in range(1, len(stack) if words else 0)
        if words & _texts(_header(stack[at:], fills), glyphs)
    ]
    for start, end in pairwise([0, *again, len(stack)]):
        if end - start > _ROWS:
            yield [*stack[start:end]]


def _texts(boxes: Sequence[Box], glyphs: Sequence[Glyph]) -> set[str]:
    """Return what stands in some boxes."""
    inside = ([glyph.text for glyph in glyphs if box.holds(glyph.x, glyph.y)] for box in boxes)
    return {text for each in inside if (text := "".join(each).strip())}


def _header(stack: Sequence[Rule], fills: Iterable[Box]) -> list[Box]:
    """Return the boxes of colour at the top of a table, those of several rows included."""
    end, found = stack[0].at, list[Box]()
    for fill in sorted(fills, key=lambda each: each.top):
        is_beside = stack[0].start - _REACH <= fill.left and fill.right <= stack[0].end + _REACH
        if is_beside and stack[0].at - _REACH <= fill.top <= end + _REACH:
            found.append(fill)
            end = max(end, fill.bottom)
    return found if len(found) >= _COLUMNS else []


def _below_header(
    stack: Sequence[Rule], header: Sequence[Box], glyphs: Sequence[Glyph]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules of a table whose columns its header parts, if they are white below it.

    A title between its rows goes over all columns.
    """
    head, bottom = max(box.bottom for box in header), stack[-1].at
    edges = [at for box in header for at in (box.left, box.right)]
    bands = [*_ruled_bands([rule for rule in stack if rule.at >= head - _REACH], glyphs)]
    titles = [band for band, inside in bands if is_title(inside, edges)]
    rows = [inside for band, inside in bands if band not in titles]
    is_white = not any(crosses(glyph, at) for row in rows for glyph in row for at in edges)
    columns = [*pairwise(sorted(edges))]
    if len(rows) >= _COLUMNS - 1 and is_white and all(_is_row(row, columns) for row in rows):
        across = [Rule(at, box.left, box.right) for box in header for at in (box.top, box.bottom)]
        down = [Rule(at, box.top, box.bottom) for box in header for at in (box.left, box.right)]
        down += _upright(edges, head, bottom, titles)
        yield [*stack, *across], down


def is_title(band: Sequence[Glyph], edges: Sequence[float]) -> bool:
    """Whether what stands between two rules is one line that goes over the edges of columns.

    It may have a blank behind its number, and is parted by no more.
    """
    return len(_own(band)) < _COLUMNS and _goes_over(band, edges)


def crosses(glyph: Glyph, at: float) -> bool:
    """Whether a character stands on both sides of a place."""
    return glyph.left + _INK * glyph.size < at < glyph.right - _INK * glyph.size


class Step(NamedTuple):
    """What is between a line and the next one."""

    gap: float
    #: Whether the next one stands below it, and not amid it.
    is_under: bool


def steps_of(lines: Sequence[Sequence[Glyph]]) -> list[Step]:
    """Return what is between each line and the next."""
    columns = [_columns([line]) for line in lines]
    return [
        Step(below[0].y - above[0].y, _is_far(above, below) or _share(*of_both))
        for (above, below), of_both in zip(pairwise(lines), pairwise(columns), strict=True)
    ]


def _is_far(above: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    """Whether a line is so far down that it cannot stand amid the one above."""
    return below[0].y - above[0].y > _AMID_LINES * max(above[0].size, below[0].size)


def _share(columns: Iterable[_Stretch], others: Sequence[_Stretch]) -> bool:
    """Whether two lines stand in one column."""
    return any(left < end and start < right for start, end in columns for left, right in others)


def rules_between(lines: Sequence[Sequence[Glyph]], steps: Sequence[Step]) -> list[Rule]:
    """Return level rules around the rows of a table without rules, which begins with its header.

    Each row has one line that stands in several columns; the others go on with a cell of it.

    Args:
        lines: The lines from its header on.
        steps: What is between them.
    """
    if len(_columns([lines[0]])) < _COLUMNS - 1:
        return []
    most = _FURTHEST * max(glyph.size for glyph in lines[0])
    near = [*takewhile(lambda step: step.gap < most, steps)]
    rows = max((_rows(lines, near, apart) for apart in (_APART, 0)), key=len)
    header = [glyph for line in rows[0] for glyph in line]
    if not _is_whole(header) or len(rows) < _ROWS or all(len(row) == 1 for row in rows):
        return []
    edges = [(_bottom(upper) + _top(lower)) / 2 for upper, lower in pairwise(rows)]
    glyphs = [glyph for row in rows for line in row for glyph in line]
    left, right = min(each.left for each in glyphs), max(each.right for each in glyphs)
    beyond = _GUTTER * max(each.size for each in glyphs)
    heights = [_top(rows[0]) - beyond, *edges, _bottom(rows[-1]) + beyond]
    return [Rule(at, left - beyond, right + beyond) for at in heights]


def _rows(
    lines: Sequence[Sequence[Glyph]], steps: Sequence[Step], apart: float
) -> list[list[Sequence[Glyph]]]:
    """Return the rows that lines make from the header on, those of a cell at most so far apart."""
    bands = _near(lines, steps, apart)
    return [next(bands), *takewhile(_has_one_whole_line, bands)]


def _near(
    lines: Sequence[Sequence[Glyph]], steps: Sequence[Step], apart: float
) -> Iterator[list[Sequence[Glyph]]]:
    """Yield the lines that are nearest to each other together, as far as there are steps.

    Lines of other columns that stand amid each other are of one row.
    """
    least = apart * min((step.gap for step in steps if step.is_under), default=0)
    band = [*lines[:1]]
    for step, line in zip(steps, lines[1:], strict=False):
        if step.is_under and step.gap > least:
            yield band
            band = []
        band.append(line)
    yield band


def _has_one_whole_line(band: Sequence[Sequence[Glyph]]) -> bool:
    return sum(map(_is_whole, band)) == 1


def _is_whole(line: Sequence[Glyph]) -> bool:
    """Whether a line stands in several columns."""
    return len(_columns([line])) >= _COLUMNS


def _top(lines: Sequence[Sequence[Glyph]]) -> float:
    return min(glyph.top for line in lines for glyph in line)


def _bottom(lines: Sequence[Sequence[Glyph]]) -> float:
    return max(glyph.bottom for line in lines for glyph in line)


def _is_in(rule: Rule, box: Box) -> bool:
    is_beside = box.top - _REACH <= rule.at <= box.bottom + _REACH
    return is_beside and rule.start < box.right and box.left < rule.end


def _stacks(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules of one length below one another, from the top."""
    found: list[list[Rule]] = []
    for rule in sorted(_whole(rules), key=lambda each: (each.at, each.start)):
        for stack in found:
            last = stack[-1]
            if abs(last.start - rule.start) < _REACH and abs(last.end - rule.end) < _REACH:
                stack.extend([rule] if rule.at - last.at > _NEAR else [])
                break
        else:
            found.append([rule])
    yield from (stack for stack in found if len(stack) > _ROWS)


def _whole(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield rules with those that go on from them."""
    heights: dict[float, list[Rule]] = {}
    for rule in sorted(rules, key=lambda each: (each.start, each.end)):
        heights.setdefault(round(rule.at), []).append(rule)
    for parts in heights.values():
        start, end = parts[0].start, parts[0].end
        for part in parts[1:]:
            if part.start > end + _REACH:
                yield Rule(parts[0].at, start, end)
                start = part.start
            end = max(end, part.end)
        yield Rule(parts[0].at, start, end)


def _ruled_bands(
    stack: Sequence[Rule], glyphs: Sequence[Glyph]
) -> Iterator[tuple[Box, list[Glyph]]]:
    """Yield what is between each two rules, and the characters there, where there are any."""
    left, right = stack[0].start, stack[0].end
    for upper, lower in pairwise(stack):
        band = Box(left, upper.at, right, lower.at)
        inside = [each for each in glyphs if band.holds(each.x, each.y) and not each.text.isspace()]
        if inside:
            yield band, inside


def _columns(bands: Sequence[Sequence[Glyph]]) -> list[tuple[float, float]]:
    """Return the columns of all rows: stretches between what is always white."""
    found: list[tuple[float, float]] = []
    for band in bands:
        if not _is_counted(band):  # a title has no columns
            found = _stretches([*found, *_own(band)], _gutter(band))
    return found


def _own(band: Sequence[Glyph]) -> list[tuple[float, float]]:
    """Return the stretches between what is white of a row."""
    return _stretches([(glyph.left, glyph.right) for glyph in band], _gutter(band))


def _is_counted(band: Sequence[Glyph]) -> bool:
    """Whether a row is one stretch, or one line behind its number: １ 命を守る、助ける."""
    first, *more = _own(band)
    if not more:
        return True
    start = first[1]
    number = "".join(glyph.text for glyph in band if glyph.right <= start)
    behind = [(glyph.left, glyph.right) for glyph in band if glyph.left > start]
    is_whole = len(_stretches(behind, max(glyph.size for glyph in band))) == 1
    return is_whole and len(_lines(band)) == 1 and _NUMBER.fullmatch(number) is not None


def _is_row(band: Sequence[Glyph], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether what stands between two rules is one row.

    Most of its cells have one line, or one stands amid the lines of the others.
    """
    cells = [_lines([each for each in band if start <= each.x <= end]) for start, end in columns]
    wrapped = [lines for lines in cells if len(lines) > 1]
    alone = [lines[0] for lines in cells if len(lines) == 1]
    is_amid = any(_is_amid(line, lines) for line in alone for lines in wrapped)
    return not wrapped or len(wrapped) < len(alone) or is_amid


def _is_amid(line: float, lines: Sequence[float]) -> bool:
    """Whether a line stands between two of others, at the height of none of them."""
    apart = _AMID * (lines[1] - lines[0])
    return lines[0] < line < lines[-1] and all(abs(line - each) > apart for each in lines)


def _lines(glyphs: Sequence[Glyph]) -> list[float]:
    """Return the heights of the lines of a cell, from the top."""
    heights = sorted(glyph.y for glyph in glyphs)
    apart = _LINE * max((glyph.size for glyph in glyphs), default=0)
    lines = heights[:1]
    lines += [after for before, after in pairwise(heights) if after - before > apart]
    return lines


def _gutter(band: Sequence[Glyph]) -> float:
    return _GUTTER * max(glyph.size for glyph in band)


def _stretches(written: Iterable[tuple[float, float]], gutter: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for left, right in sorted(written):
        if found and left - found[-1][1] < gutter:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
