"""Characters become lines, and lines the text of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from kpikit.io.pdf.page import Box, Glyph
from kpikit.language.marks import NOT_FIRST, NOT_LAST

__all__ = ["Text", "cell_text", "line_text", "lines_of", "stretches"]

#: A gap so wide, in sizes of a character, is a blank; between Japanese and other letters some
#: programs leave a little room by themselves.
_BLANK: Final = 0.18
_MIXED_BLANK: Final = 0.21
#: Letters so far apart are spread over their cell.
_SPREAD: Final = 0.35
#: A gap so wide parts what stands on one line of the page.
_APART: Final = 2.0
#: A character at most so large beside others, and so much higher, is a raised one; so is a digit
#: of any size that is much higher.
_SMALL: Final = 0.92
_RAISED: Final = 0.1
_HIGH: Final = 0.25
#: Characters share a line where so much of the lower one is beside the other, and their middles
#: are no further apart, in heights of the higher one.
_BESIDE: Final = 0.5
_LEVEL: Final = 0.42
#: A gap so wide may end at a tab stop.
_STOP: Final = 0.5
#: What is drawn twice is at most so far apart.
_TWICE: Final = 0.2
#: The blank at the sides of a cell is taken to be at most so wide, in sizes of a character, or in
#: points, as word processors have it.
_PADDING: Final = 0.7
_POINTS: Final = 6.0
#: By how much, in sizes of a character, the room left on a wrapped line may be misjudged.
_DOUBT: Final = 0.3
#: Another line needs so much room, in sizes of a character, that above and below it included.
_LINE: Final = 3.0
#: A step from one character to the next goes down if it goes aside at most so far.
_ASIDE: Final = 0.5
#: So many of the steps in upright writing go down.
_UPRIGHT: Final = 0.6

_EXPONENTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
#: A line that is a figure, and one that begins with a figure.
_WHOLE_FIGURE: Final = re.compile(r"[△▲+＋−－-]?[\d,，.．]+\D{0,4}")
_FIGURE_FIRST: Final = re.compile(r"[△▲+＋−－-]?[\d,，.．]+[^\d\s(（]{0,4}(?:$|[\s(（])")
#: What a raised number may be a power of.
_LENGTH: Final = re.compile(r"[mｍ]$")
_TEN: Final = re.compile(r"(?<![\d.,])10$")
_POWERS: Final = ("2", "3")
_NOTE: Final = "※"


class Text(NamedTuple):
    """What stands in a cell."""

    text: str
    #: Whether it has no room left, so that it may go on elsewhere.
    full: bool


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the lines that characters make, from the top; each in the order of drawing."""
    lines: list[list[Glyph]] = []
    heights: list[tuple[float, float]] = []
    for glyph in glyphs:
        for at in range(len(lines) - 1, -1, -1):
            if _is_beside(glyph, *heights[at]) and not _is_next_line(lines[at][-1], glyph):
                lines[at].append(glyph)
                heights[at] = _higher(glyph, *heights[at])
                break
        else:
            lines.append([glyph])
            heights.append((glyph.top, glyph.bottom))
    order = sorted(range(len(lines)), key=heights.__getitem__)
    ordered = [_without_margins(_in_order(lines[at])) for at in order]
    return [line for line in ordered if line]


def _without_margins(line: list[Glyph]) -> list[Glyph]:
    """Leave out the blanks at both ends."""
    start, end = 0, len(line)
    while start < end and line[start].text.isspace():
        start += 1
    while start < end and line[end - 1].text.isspace():
        end -= 1
    return line[start:end]


def _is_beside(glyph: Glyph, top: float, bottom: float) -> bool:
    if glyph.top == top and glyph.bottom == bottom:
        return True
    shared = min(glyph.bottom, bottom) - max(glyph.top, top)
    low, high = sorted((glyph.bottom - glyph.top, bottom - top))
    return shared > _BESIDE * low and abs(2 * glyph.y - top - bottom) < _LEVEL * 2 * high


def _is_next_line(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character begins another line, even if both are beside a larger one."""
    apart = abs(glyph.y - before.y) > _ASIDE * max(glyph.size, before.size)
    return apart and glyph.left < before.left


def _higher(glyph: Glyph, top: float, bottom: float) -> tuple[float, float]:
    """Return the height of a line: that of its highest character."""
    higher = glyph.bottom - glyph.top > bottom - top
    return (glyph.top, glyph.bottom) if higher else (top, bottom)


def _in_order(line: list[Glyph]) -> list[Glyph]:
    """Order a line by place where it was not drawn from left to right.

    What is drawn twice at one place, so that it looks bold, stands there once.
    """
    if all(after.left > before.left - before.size / 2 for before, after in pairwise(line)):
        return line
    kept: list[Glyph] = []
    for glyph in sorted(line, key=lambda glyph: glyph.left):
        if not kept or glyph.text != kept[-1].text or not _is_same_place(kept[-1], glyph):
            kept.append(glyph)
    return kept


def _is_same_place(one: Glyph, other: Glyph) -> bool:
    near = _TWICE * one.size
    return abs(one.x - other.x) < near and abs(one.y - other.y) < near


def stretches(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """Part a line of the page where there is nothing for a while."""
    parts: list[list[Glyph]] = []
    end = float("-inf")
    for glyph in line:
        if glyph.text.isspace():
            continue
        if not parts or glyph.left - end > _APART * glyph.size:
            parts.append([])
        parts[-1].append(glyph)
        end = glyph.right
    return parts


def line_text(line: Sequence[Glyph]) -> str:
    """Return the text of a line, its raised characters as marks of notes or powers."""
    raised = _raised(line)
    if not raised and not _has_gaps(line):
        return "".join([glyph.text for glyph in line]).strip()
    loose = _looseness(line)
    text, mark = "", ""
    for before, glyph in zip([None, *line], line, strict=False):
        if glyph in raised:
            mark += glyph.text
            continue
        text, mark = _marked(text, mark), ""
        if before and _is_blank_between(before, glyph, loose) and text[-1:].strip():
            text += " "
        text += glyph.text
    return _marked(text, mark).strip()


def _has_gaps(line: Sequence[Glyph]) -> bool:
    """Whether there may be blanks between the characters of a line."""
    return any(after.left - before.right > _BLANK * before.size for before, after in pairwise(line))


def _raised(line: Sequence[Glyph]) -> frozenset[Glyph]:
    """Return the characters that are raised above the others of a line."""
    first = line[0]
    if all(glyph.size == first.size and glyph.top == first.top for glyph in line):
        return frozenset()
    large = max(glyph.size for glyph in line)
    middle = median(glyph.y for glyph in line if glyph.size > _SMALL * large)
    return frozenset(
        glyph
        for glyph in line
        if (glyph.size <= _SMALL * large and glyph.y < middle - _RAISED * large)
        or (glyph.text.isdecimal() and glyph.y < middle - _HIGH * large)
    )


def _marked(text: str, mark: str) -> str:
    """Return a text with a raised mark behind it, so that the two cannot run together."""
    if not mark:
        return text
    digits = mark.strip("()（）")
    if not digits.isdecimal():
        bare = mark[0].isalnum() and mark.isalnum()
        return f"{text}（{mark}）" if bare else text + mark
    if (digits in _POWERS and _LENGTH.search(text)) or _TEN.search(text):
        return text + digits.translate(_EXPONENTS)
    return f"{text}{_NOTE}{digits}"


def _is_blank_between(before: Glyph, glyph: Glyph, loose: float) -> bool:
    if before.text.isspace() or glyph.text.isspace():
        return False
    size = max(before.size, glyph.size)
    if glyph.left - before.right <= (loose + _BLANK) * size:
        return False
    blank = _BLANK if _is_wide(before) == _is_wide(glyph) else _MIXED_BLANK
    return _gap(before, glyph) > (loose + blank) * size


def _gap(before: Glyph, glyph: Glyph) -> float:
    return _sides(glyph)[0] - _sides(before)[1]


def _sides(glyph: Glyph) -> tuple[float, float]:
    """Return where a character begins and ends, the room around its picture included."""
    half = glyph.size / 2
    if _is_wide(glyph) and glyph.right - glyph.left < glyph.size:
        return glyph.x - half, glyph.x + half
    return glyph.left, glyph.right


def _is_wide(glyph: Glyph) -> bool:
    return east_asian_width(glyph.text[0]) in "WF"


def _looseness(line: Sequence[Glyph]) -> float:
    """Return the gap, in sizes, that Japanese letters have throughout: 指 標 is 指標."""
    gaps = [
        _gap(one, other) / one.size
        for one, other in pairwise(line)
        if _is_wide(one) and _is_wide(other)
    ]
    loose = max(min(gaps, default=0), 0)
    return loose if len(gaps) == len(line) - 1 or loose < _SPREAD else 0


def cell_text(glyphs: Sequence[Glyph], box: Box) -> Text:
    """Return the text of a cell: what is wrapped is joined, other lines stay lines."""
    lines = lines_of(glyphs)
    if not lines:
        return Text("", full=False)
    if len(lines) > 1 and _is_upright(glyphs):
        return Text(_downwards(glyphs), full=False)
    padding = _padding(lines, box)
    text = line_text(lines[0])
    for before, line in pairwise(lines):
        after = line_text(line)
        wrapped = _room(before, box, padding) < _start_width(line) and not _share_stop(before, line)
        text += _between(text, after, wrapped=wrapped) + after
    return Text(text, full=_is_full(lines, box, padding))


def _share_stop(before: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    """Whether two lines go on behind a gap at one place: 計画 2,850 above 実績 3,077."""
    near = _TWICE * before[0].size
    return any(abs(one - other) < near for one in _stops(before) for other in _stops(line))


def _stops(line: Sequence[Glyph]) -> list[float]:
    """Return where a line goes on behind a gap."""
    written = [glyph for glyph in line if not glyph.text.isspace()]
    return [
        after.left
        for before, after in pairwise(written)
        if after.left - before.right > _STOP * before.size
    ]


def _between(before: str, after: str, *, wrapped: bool) -> str:
    """Return what parts two lines of a cell.

    Two figures never run together, however narrow the cell is.
    """
    last = before.rpartition("\n")[2]
    if not wrapped or _are_figures(last, after):
        return "\n"
    return " " if _is_latin(before[-1]) and _is_latin(after[0]) else ""


def _are_figures(last: str, after: str) -> bool:
    """Whether one figure ends where another begins."""
    if last[-1].isdecimal() and after[0].isdecimal():
        return True
    return bool(_WHOLE_FIGURE.fullmatch(last) and _FIGURE_FIRST.match(after))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _margins(line: Sequence[Glyph], box: Box) -> tuple[float, float]:
    return max(line[0].left - box.left, 0), max(box.right - line[-1].right, 0)


def _is_full(lines: Sequence[Sequence[Glyph]], box: Box, padding: float) -> bool:
    """Whether there is room neither on the last line nor for another one."""
    last = lines[-1]
    size = max(glyph.size for glyph in last)
    room = lines[0][0].top - box.top + box.bottom - last[0].bottom
    return room < _LINE * size and _room(last, box, padding) < size


def _padding(lines: Sequence[Sequence[Glyph]], box: Box) -> float:
    """Return the room left blank at the side that lines begin or end at.

    Brackets at the end of a line may be set narrower than they are, and are not looked at.
    """
    if len(lines) == 1:
        return min(_margins(lines[0], box))
    plain = [
        line for line in lines if line[0].text not in NOT_LAST and line[-1].text not in NOT_FIRST
    ]
    margins = [_margins(line, box) for line in plain or lines]
    left, right = [margin[0] for margin in margins], [margin[1] for margin in margins]
    steady = max(left) - min(left) <= max(right) - min(right)
    return min(left if steady else right)


def _room(line: Sequence[Glyph], box: Box, padding: float) -> float:
    """Return how much more would have stood on a line of a cell."""
    size = max(glyph.size for glyph in line)
    sides = 2 * min(padding, max(_PADDING * size, _POINTS)) + _DOUBT * size
    return sum(_margins(line, box)) - sides


def _start_width(line: Sequence[Glyph]) -> float:
    """Return how wide what a line begins with is, up to where it could have been parted."""
    last = 0
    while last + 1 < len(line) and not _may_part(line[last].text[-1], line[last + 1].text[0]):
        last += 1
    return line[last].right - line[0].left


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if before in NOT_LAST or after in NOT_FIRST:
        return False
    return not (_is_narrow(before) and _is_narrow(after))


def _is_narrow(char: str) -> bool:
    return not char.isspace() and east_asian_width(char) not in "WF"


def _is_upright(glyphs: Sequence[Glyph]) -> bool:
    """Whether a cell is written from the top down."""
    down = [
        abs(after.x - before.x) < _ASIDE * before.size
        and abs(after.y - before.y) > _ASIDE * before.size
        for before, after in pairwise(glyphs)
    ]
    return bool(down) and sum(down) >= _UPRIGHT * len(down)


def _downwards(glyphs: Sequence[Glyph]) -> str:
    """Return the text of upright writing; digits below each other may be two figures."""
    text = glyphs[0].text
    for before, after in pairwise(glyphs):
        apart = abs(after.y - before.y) > _ASIDE * before.size
        digits = before.text.isdecimal() and after.text.isdecimal()
        text += ("\n" if apart and digits else "") + after.text
    return text.strip()
