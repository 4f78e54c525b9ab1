"""The common scale in characters, one line an indicator, for a terminal and for Markdown.

The characters are those that every terminal draws one column wide.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Final

from kpikit.language.messages import say
from kpikit.language.printable import one_line
from kpikit.language.width import clip, pad, width
from kpikit.report.layout import hanging
from kpikit.report.scale import Lane, Scale, Span, pair_words

__all__ = ["key_line", "strip_lines", "strip_of"]

#: So many characters to the target, and as many beyond it: where there is room, and where not.
_WIDE: Final = 12
_HALVES: Final = (_WIDE, 5)
_TWICE: Final = Fraction(2)
_ZERO: Final = Fraction(0)
_ACTUAL, _RANGE, _ASKED, _TARGET, _LINE = "*=^|-"
_BELOW, _BEYOND = "<>"
#: How wide a name may be where a line is as wide as need be, and how narrow it is at least.
_USUAL: Final = 40
_LEAST: Final = 12
_GAP: Final = 2


def strip_of(lane: Lane, half: int = _WIDE) -> str:
    """Draw where an indicator stands: the start at the left, the target in the middle.

    One that has no place keeps its words.

    Args:
        lane: The indicator.
        half: How many characters there are to the target, and beyond it.

    >>> import kpikit as kk
    >>> from kpikit.report.rows import ReportRow
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> row = ReportRow("1", kk.Section("施策", "1", "窓口"), None, None, usage, ())
    >>> strip_of(Lane(0, row, span=Span(Fraction(1, 2), Fraction(1, 2))), half=12)
    '------*-----|------------'
    """
    if lane.span is not None:
        return _drawn(lane.span, lane.expected, half)
    length = 2 * half + 1
    return pad(_clipped(pair_words(lane.actual_words, lane.aim_words), length), length)


def strip_lines(scale: Scale, columns: int | None = None) -> Iterator[str]:
    """Draw all indicators of a scale, below their headings, each with its verdict in words.

    Args:
        scale: The scale.
        columns: How wide a line may be; ``None`` for as wide as names of a usual length need.
            On a narrow line the strip is short, on a very narrow one it is left out.

    >>> list(strip_lines(Scale("ja", ())))
    []
    """
    words = {lane.number: lane.row.verdict(scale.lang) for lane in scale.lanes()}
    room, half = _room(max(map(width, words.values()), default=0), columns)
    for group in scale.groups:
        if group.headings:
            yield from hanging("", one_line(" / ".join(group.headings)), columns)
        for lane in group.lanes:
            name = pad(_clipped(_name(lane), room), room)
            drawn = (name, *([strip_of(lane, half)] * bool(half)), words[lane.number])
            yield (" " * _GAP).join(drawn)


def _room(rest: int, columns: int | None) -> tuple[int, int]:
    """Return how wide names may be, and half of a strip: 0 where there is no room for one."""
    if columns is None:
        return _USUAL, _WIDE
    for half in _HALVES:
        room = columns - rest - 2 * _GAP - (2 * half + 1)
        if room >= _LEAST:
            return room, half
    return columns - rest - _GAP, 0


def key_line(scale: Scale) -> str:
    """Say what the characters mean, and how many indicators have no place.

    >>> key_line(Scale("en", ()))
    'start ------|------ twice; | target, * actual, = range, ^ where the straight line asks to be.'
    """
    told = [say("strip-key", scale.lang)]
    for code, count in (("lane-without", scale.without_target), ("lane-unplaced", scale.unplaced)):
        told += [say(code, scale.lang, count=count)] * bool(count)
    return {"ja": "", "en": " "}[scale.lang].join(told)


def _name(lane: Lane) -> str:
    row = lane.row
    return one_line(f"{row.number} {row.evaluation.indicator.name}".strip())


def _clipped(name: str, room: int) -> str:
    return name if width(name) <= room else f"{clip(name, room - 1)}…"


def _drawn(span: Span, expected: Fraction | None, half: int) -> str:
    """Draw the places of an actual, and where it should be.

    >>> print(_drawn(Span(Fraction(1, 2), Fraction(1, 2)), Fraction(3, 4), 12))
    ------*--^--|------------
    """
    drawn = [_LINE] * (2 * half + 1)
    drawn[half] = _TARGET
    if expected is not None:
        drawn[_at(expected, half)] = _ASKED
    low, high = (_at(end, half) for end in span.within(_ZERO, _TWICE))
    if span.is_point:
        drawn[low] = _ACTUAL
    else:
        drawn[low : high + 1] = [_RANGE] * (high + 1 - low)
    if span.is_below(_ZERO):
        drawn[0] = _BELOW
    if span.is_beyond(_TWICE):
        drawn[-1] = _BEYOND
    return "".join(drawn)


def _at(place: Fraction, half: int) -> int:
    """Return the character of a place: that of the target is of the target alone."""
    near = min(max(place, _ZERO), _TWICE) * half
    return floor(near) if near <= half else ceil(near)
