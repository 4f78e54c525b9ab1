"""The common scale drawn: a lane for each indicator, and all of them as one drawing of its own.

A lane is as wide as the place that it is given: where its marks stand is said in %. Each verdict
has a mark of its own outline, so that nothing hangs on colour: a dot, a diamond, a square, a ring.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kpikit.language.messages import Language, say
from kpikit.language.width import clip, width
from kpikit.model.verdict import Verdict
from kpikit.report.markup import escape
from kpikit.report.rows import COLOURS, verdict_words
from kpikit.report.scale import Lane, Scale, pair_words

__all__ = ["lane_marks", "mark_shapes", "scale_svg"]

_ZERO, _ONE, _TWO = map(Fraction, range(3))
#: Where 0 and 2 of the scale stand, in % of the width.
_LEFT: Final = 5
_RIGHT: Final = 95
#: How high a lane is, in pixels, and where its middle is.
_HIGH: Final = 16
_MIDDLE: Final = 8

#: Verdict → the outline of its mark, around 0.
_MARKS: Final = {
    Verdict.ACHIEVED: '<circle r="5"/>',
    Verdict.NOT_ACHIEVED: '<path d="M0-6.5L6.5 0L0 6.5L-6.5 0z"/>',
    Verdict.INDETERMINATE: '<path d="M-4.5-4.5h9v9h-9z"/>',
    Verdict.NOT_DUE: '<circle class="ring" r="4"/>',
}
#: What stands beyond the scale, and where the line asks to be.
_OTHERS: Final = {
    "right": '<path d="M-6-5L3 0L-6 5z"/>',
    "left": '<path d="M6-5L-3 0L6 5z"/>',
    "asked": '<path class="asked" d="M-2.5-7h5v14h-5z"/>',
}


def mark_shapes() -> str:
    """Return the marks as symbols, for the head of a page or of a drawing.

    >>> mark_shapes()[:6]
    '<defs>'
    """
    shapes = {**{each.value: shape for each, shape in _MARKS.items()}, **_OTHERS}
    marks = "".join(f'<g id="m-{name}">{shape}</g>' for name, shape in shapes.items())
    hatched = (
        '<pattern id="m-hatch" width="4" height="4" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="hatch" d="M0 0v4M2 0v4"/></pattern>'
    )
    return f"<defs>{marks}{hatched}</defs>"


def lane_marks(lane: Lane) -> str:
    """Draw the place of an indicator: its way, what may be, where the line asks to be, its mark.

    >>> import kpikit as kk
    >>> from kpikit.report.rows import ReportRow
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> row = ReportRow("1", kk.Section("施策", "1", "窓口"), None, None, usage, ())
    >>> "stem" in lane_marks(Lane(0, row))
    False
    """
    return "".join(_marks(lane))


def _marks(lane: Lane) -> Iterator[str]:
    yield _SCALE
    span = lane.span
    if span is None:
        return
    low, high = span.within(_ZERO, _TWO)
    yield _stem(low)
    if not span.is_point:
        yield (
            f'<rect class="maybe" x="{_at(low)}" y="3" width="{_share(high - low)}" height="10" '
            'fill="url(#m-hatch)"/>'
        )
    if lane.expected is not None:
        at = min(max(lane.expected, _ZERO), _TWO)
        yield _use("asked", at)
    if span.is_beyond(_TWO):
        yield _use("right", _TWO)
    if span.is_below(_ZERO):
        yield _use("left", _ZERO)
    if span.is_point and not (span.is_beyond(_TWO) or span.is_below(_ZERO)):
        yield _use(lane.row.evaluation.verdict.value, low)


def _at(place: Fraction) -> str:
    """Return where a place of the scale stands, in % to a tenth."""
    return f"{_LEFT + float(place) * (_RIGHT - _LEFT) / 2:.1f}%"


def _share(part: Fraction) -> str:
    return f"{float(part) * (_RIGHT - _LEFT) / 2:.1f}%"


def _stem(low: Fraction) -> str:
    return f'<rect class="stem" x="{_at(_ZERO)}" y="7" width="{_share(low)}" height="2"/>'


def _use(name: str, place: Fraction) -> str:
    return f'<use href="#m-{name}" x="{_at(place)}" y="{_MIDDLE}"/>'


#: What every lane has: the line, and what crosses it at the start and at the target.
_SCALE: Final = (
    f'<rect class="track" x="{_LEFT}%" y="7.5" width="{_RIGHT - _LEFT}%" height="1"/>'
    f'<rect class="zero" x="{_LEFT}%" y="4" width="1" height="8"/>'
    '<rect class="goal" x="50%" y="0" width="2" height="16"/>'
)


# -- all of them as one drawing --------------------------------------------------------------------

_WIDTH: Final = 900
_NAMES: Final = 400
_LANE: Final = 330
_ROW: Final = 20
_HEAD: Final = 64
#: How wide a half-width character is, in pixels of the drawing.
_CHARACTER: Final = 6.2

_STYLE: Final = (
    "text{font:12px 'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',Meiryo,"
    "IPAexGothic,sans-serif;fill:#1b2027}"
    ".heading,.title{font-weight:700}.muted{fill:#545e6b}.track{fill:#d3d9e0}.zero{fill:#545e6b}"
    ".goal{fill:#1b2027}.stem,.mark{fill:currentColor}.ring{fill:#fff;stroke:currentColor;"
    "stroke-width:2.5}.maybe{stroke:currentColor;stroke-width:1.5}.hatch{stroke:#1b2027}"
    ".asked{fill:#fff;stroke:#1b2027;stroke-width:1.5}use{fill:currentColor}"
)


def scale_svg(scale: Scale, title: str) -> str:
    """Draw the common scale as one SVG that needs no page around it.

    Args:
        scale: The indicators.
        title: What the drawing is called.

    >>> print(scale_svg(Scale("ja", ()), "計画")[:45])
    <svg xmlns="http://www.w3.org/2000/svg" role=
    """
    lines = [*_lines(scale)]
    high = _HEAD + _ROW * (len(lines) + 1)
    drawn = "".join(
        f'<g transform="translate(0 {_HEAD + _ROW * index})">{line}</g>'
        for index, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{_WIDTH}" height="{high}" '
        f'viewBox="0 0 {_WIDTH} {high}"><title>{escape(title)}</title><style>{_STYLE}</style>'
        f'{mark_shapes()}<rect width="100%" height="100%" fill="#fff"/>'
        f'<text class="title" x="8" y="22">{escape(_clipped(title, _WIDTH))}</text>'
        f"{_axis(scale.lang)}{drawn}</svg>"
    )


def _axis(lang: Language) -> str:
    """Write what 0, 1 and 2 of the scale are."""
    return "".join(
        f'<svg x="{_NAMES}" width="{_LANE}" overflow="visible">'
        f'<text class="muted" x="{_at(place)}" y="52" text-anchor="middle">'
        f"{escape(say(code, lang))}</text></svg>"
        for place, code in ((_ZERO, "lane-start"), (_ONE, "lane-target"), (_TWO, "lane-twice"))
    )


def _lines(scale: Scale) -> Iterator[str]:
    for group in scale.groups:
        if group.headings:
            told = " / ".join(group.headings)
            yield f'<text class="heading" x="8" y="14">{escape(_clipped(told, _WIDTH))}</text>'
        for lane in group.lanes:
            yield _line(lane, scale.lang)


def _line(lane: Lane, lang: Language) -> str:
    evaluation = lane.row.evaluation
    name = _clipped(evaluation.indicator.name, _NAMES - 12)
    words = verdict_words(evaluation.verdict, lang, lane.row.pace)
    tone, _ = COLOURS[evaluation.verdict]
    drawn = (
        f'<svg x="{_NAMES}" width="{_LANE}" height="{_HIGH}" overflow="visible">'
        f"{lane_marks(lane)}</svg>"
        if lane.span is not None
        else f'<text class="muted" x="{_NAMES}" y="13">{escape(_unplaced(lane))}</text>'
    )
    return (
        f'<g color="{tone}"><text x="16" y="13">{escape(name)}</text>{drawn}'
        f'<text x="{_NAMES + _LANE + 14}" y="13">{escape(words)}</text></g>'
    )


def _unplaced(lane: Lane) -> str:
    """Return the words of an indicator that has no place."""
    return _clipped(pair_words(lane.actual_words, lane.aim_words), _LANE)


def _clipped(text: str, wide: int) -> str:
    """Return as much of a text as fits."""
    text = " ".join(text.split())
    room = int(wide / _CHARACTER)
    return text if width(text) <= room else f"{clip(text, room - 1)}…"
