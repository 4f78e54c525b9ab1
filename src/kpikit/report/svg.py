"""Charts drawn by hand as SVG: each with a title, a description, and words beside the marks.

Colours come from the style sheet of the page: the marks have classes only. Coordinates are
whole numbers and tenths of a pixel of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from kpikit.judging.wording import period_words
from kpikit.language.messages import Language, say
from kpikit.language.width import clip, width
from kpikit.model.period import Period
from kpikit.report.chart import Bullet, Trend
from kpikit.report.markup import escape

__all__ = ["bullet_svg", "trend_svg"]

_WIDTH: Final = 280
_LEFT: Final = 4
_RIGHT: Final = _WIDTH - 4
#: How wide a half-width character is, in pixels of the drawing.
_CHARACTER: Final = 6.1
#: Where the marks stand from the top: the bar, and the lines of words.
_BAR: Final = 17
_BAR_HEIGHT: Final = 14
_WORDS_ABOVE: Final = 11
_WORDS_BELOW: Final = 45
_LINE: Final = 14
_TREND_TOP: Final = 38
_TREND_BOTTOM: Final = 92
_TREND_WIDTH: Final = 320
_TREND_HEIGHT: Final = 128
_TREND_SIDE: Final = 10
#: How far apart two words below the line must be, in pixels of the drawing.
_APART: Final = 78
_ZERO: Final = Decimal(0)


def bullet_svg(bullet: Bullet, key: str, title: str, lang: Language) -> str:
    """Draw an actual beside its target and its baseline.

    Args:
        bullet: What to draw.
        key: What the ids of the drawing begin with; unique on the page.
        title: What the drawing is called.
        lang: The language of the words.
    """
    height = _WORDS_BELOW + 3 + (_LINE if bullet.baseline is not None else 0)
    labels = bullet.labels(lang)
    head = _head(key, title, bullet.describe(lang, labels), _WIDTH, height, "bullet")
    places = _Places(*bullet.scale)
    marks = _bullet_marks(bullet, places)
    words = _bullet_words(bullet, places, labels)
    return "".join([head, *marks, *words, "</svg>"])


def trend_svg(trend: Trend, key: str, title: str, lang: Language) -> str:
    """Draw the values of several periods as a line; arguments as for :func:`bullet_svg`."""
    head = _head(key, title, trend.describe(lang), _TREND_WIDTH, _TREND_HEIGHT, "trend")
    frame = _Frame.of(trend)
    points = frame.points()
    marks, words = _trend_marks(frame, points), _trend_words(frame, points, lang)
    return "".join([head, *marks, *words, "</svg>"])


def _head(key: str, title: str, described: str, wide: int, high: int, kind: str) -> str:
    return (
        f'<svg class="{kind}" role="img" viewBox="0 0 {wide} {high}" '
        f'aria-labelledby="{key}t {key}d">'
        f'<title id="{key}t">{escape(title)}</title>'
        f'<desc id="{key}d">{escape(described)}</desc>'
    )


# -- an actual beside its target -------------------------------------------------------------------


class _Places:
    """Where numbers stand on a scale, in pixels from the left; each is asked for more than once."""

    def __init__(self, low: Decimal, high: Decimal) -> None:
        self.low = low
        self.range = high - low
        self.known: dict[Decimal, float] = {}

    def at(self, number: Decimal) -> float:
        """Return the place of a number."""
        place = self.known.get(number)
        if place is None:
            share = float((number - self.low) / self.range)
            place = self.known[number] = round(_LEFT + share * (_RIGHT - _LEFT), 1)
        return place

    def end(self, number: Decimal | None, unbounded: float) -> float:
        """Return the place of the end of an interval, which may have none."""
        return unbounded if number is None else self.at(number)


def _bullet_marks(bullet: Bullet, places: _Places) -> Iterator[str]:
    """Draw the track, the zone that meets the target, the bar, and the lines across."""
    yield _TRACK
    aim = bullet.aim
    if not aim.is_point:
        yield _bar("zone", places.end(aim.lower, _LEFT), places.end(aim.upper, _RIGHT))
    zero = places.at(_ZERO)
    actual = bullet.actual
    begin, end = places.end(actual.lower, _LEFT), places.end(actual.upper, _RIGHT)
    sure = min(max(zero, begin), end)
    yield _bar("seen", min(zero, sure), max(zero, sure), inset=4)
    if not actual.is_point:
        yield _bar("maybe", begin, end, inset=4)
    else:
        yield f'<circle class="point" cx="{begin:g}" cy="{_BAR + _BAR_HEIGHT // 2}" r="4.5"/>'
    if bullet.baseline is not None:
        yield _across("start", places.at(bullet.baseline))
    for each in dict.fromkeys((aim.lower, aim.upper)):
        if each is not None:
            yield _across("aim", places.at(each))


def _bullet_words(bullet: Bullet, places: _Places, labels: Sequence[str]) -> Iterator[str]:
    """Write the target above the bar, the actual and the baseline below it."""
    seen, told, *start = labels
    aim = bullet.aim.lower if bullet.aim.lower is not None else bullet.aim.upper
    yield _words(told, places.end(aim, _LEFT), _WORDS_ABOVE, "aim-words")
    actual = bullet.actual.lower if bullet.actual.lower is not None else bullet.actual.upper
    yield _words(seen, places.end(actual, _LEFT), _WORDS_BELOW, "actual-words")
    if bullet.baseline is not None:
        at = places.at(bullet.baseline)
        yield _words(start[0], at, _WORDS_BELOW + _LINE, "start-words")


def _bar(kind: str, begin: float, end: float, *, inset: int = 0) -> str:
    return (
        f'<rect class="{kind}" x="{begin:g}" y="{_BAR + inset}" '
        f'width="{round(end - begin, 1):g}" height="{_BAR_HEIGHT - 2 * inset}"/>'
    )


_TRACK: Final = _bar("track", _LEFT, _RIGHT)


def _across(kind: str, at: float) -> str:
    return f'<path class="{kind}" d="M{at:g} {_BAR - 3}v{_BAR_HEIGHT + 6}"/>'


def _words(text: str, at: float, down: int, kind: str, wide: int = _WIDTH) -> str:
    """Write words around a place, all of them inside the drawing, cut if they are too wide.

    Words near an edge are set from there, so that a wide font does not push them out.
    """
    text = " ".join(text.split())
    size = width(text)
    room = int(wide / _CHARACTER)
    if size > room:  # the description has them whole
        text = f"{clip(text, room - 1)}…"
        size = width(text)
    half = size * _CHARACTER / 2
    anchor = ""
    if half * 2 > wide - 2 or at - half < 1:
        at, anchor = 1, ' text-anchor="start"'
    elif at + half > wide - 1:
        at, anchor = wide - 1, ' text-anchor="end"'
    return f'<text class="{kind}" x="{at:g}" y="{down}"{anchor}>{escape(text)}</text>'


# -- a line ----------------------------------------------------------------------------------------


@attrs.frozen
class _Frame:
    """Where the numbers and the days of a line stand in its drawing."""

    trend: Trend
    low: Decimal
    high: Decimal
    start: date
    days: int

    @classmethod
    def of(cls, trend: Trend) -> _Frame:
        numbers = [each.number for each in trend.steps]
        if trend.aim is not None:
            numbers.append(trend.aim)
        start = trend.steps[0].period.end
        days = (trend.last.end - start).days
        return cls(trend, min(numbers), max(numbers), start, days or 1)

    def points(self) -> list[tuple[float, float]]:
        """Return where the values stand: across by date, up by number."""
        return [(self.along(each.period), self.height(each.number)) for each in self.trend.steps]

    def along(self, period: Period) -> float:
        passed = (period.end - self.start).days
        return round(_TREND_SIDE + (_TREND_WIDTH - 2 * _TREND_SIDE) * passed / self.days, 1)

    def height(self, number: Decimal) -> float:
        if self.low == self.high:
            return (_TREND_TOP + _TREND_BOTTOM) / 2
        share = float((number - self.low) / (self.high - self.low))
        return round(_TREND_BOTTOM - share * (_TREND_BOTTOM - _TREND_TOP), 1)


_Points: TypeAlias = list[tuple[float, float]]


def _trend_marks(frame: _Frame, points: _Points) -> Iterator[str]:
    trend = frame.trend
    if trend.aim is not None:
        at = frame.height(trend.aim)
        yield f'<path class="aim" d="M{_TREND_SIDE} {at:g}H{_TREND_WIDTH - _TREND_SIDE}"/>'
        if trend.due is not None:
            (across, down), end = points[0], frame.along(trend.due)
            yield f'<path class="way" d="M{across:g} {down:g}L{end:g} {at:g}"/>'
            yield f'<rect class="goal" x="{end - 4:g}" y="{at - 4:g}" width="8" height="8"/>'
    line = " ".join(f"{across:g},{down:g}" for across, down in points)
    yield f'<polyline class="line" points="{line}"/>'
    for across, down in points:
        yield f'<circle class="point" cx="{across:g}" cy="{down:g}" r="3.5"/>'


def _trend_words(frame: _Frame, points: _Points, lang: Language) -> Iterator[str]:
    """Write the target on top, the first and last value at their points, the periods below."""
    trend = frame.trend
    if trend.aim is not None:
        told = say("chart-aim", lang, value=trend.aim_words)
        at = _TREND_WIDTH if trend.due is None else frame.along(trend.due)
        yield _words(told, at, 13, "aim-words", _TREND_WIDTH)
    for step, (across, down) in ((trend.steps[0], points[0]), (trend.steps[-1], points[-1])):
        above = down - 8 if down - 8 > _TREND_TOP - 10 else down + 18
        yield _words(step.words, across, round(above), "actual-words", _TREND_WIDTH)
    yield from _period_words(frame, lang)


def _period_words(frame: _Frame, lang: Language) -> Iterator[str]:
    """Write the first period, that of the target and the last one, which goes where room is."""
    trend = frame.trend
    first, last = trend.steps[0].period, trend.steps[-1].period
    shown = [first, last]
    if trend.due is not None and trend.due != last:
        shown.insert(1, trend.due)
    taken: list[float] = []
    for period in shown:
        at = frame.along(period)
        is_free = all(abs(at - other) >= _APART for other in taken)
        taken.append(at)
        down = _TREND_HEIGHT - (18 if is_free else 3)
        yield _words(period_words(period, lang), at, down, "start-words", _TREND_WIDTH)
