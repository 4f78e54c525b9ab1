"""The common scale as a chart of the spreadsheet, which people can change and copy.

Each kind of verdict has a colour and a pattern of its own, so that the chart can be read when it
is printed in black and white; the verdict stands in words at the end of each bar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, NamedTuple

from kpikit.judging.standing import Pace
from kpikit.language.messages import Language, say
from kpikit.language.width import clip, width
from kpikit.model.verdict import Verdict
from kpikit.report.rows import MARKS, ReportRow, one_line, verdict_words
from kpikit.report.scale import Lane, LaneGroup, Span
from kpikit.report.xlsx.figures import Figure
from kpikit.report.xlsx.pen import FONT, Pen, set_widths

__all__ = ["Bar", "add_chart", "bars_of"]

#: The stretch of the scale that is drawn: what lies beyond is cut, and its label says so.
_MOST: Final = Fraction(2)
_LEAST: Final = Fraction(-1, 2)
#: Where the axis ends: labels stand right of the bars.
_END: Final = 3.4
#: Where it begins, where some bars go to the left: their labels stand left of them.
_BELOW: Final = -2
#: How wide the name of an indicator may be, in half-width characters.
_NAME: Final = 38
_LABEL: Final = 24
#: How tall a bar and what is around all of them is, in pixels.
_TALL: Final = 21
_AROUND: Final = 60
_NUMBER: Final = "0.00"
_GREY: Final = "#8a93a0"
_INK: Final = "#1b2027"

_Kind = tuple[Verdict, Pace | None]
#: Kind of verdict → how its bars are filled.
_FILLS: Final[Mapping[_Kind, Mapping[str, Any]]] = {
    (Verdict.ACHIEVED, None): {"fill": {"color": "#0a5c4a"}},
    (Verdict.NOT_ACHIEVED, None): {
        "pattern": {
            "pattern": "wide_upward_diagonal",
            "fg_color": "#9b1c1c",
            "bg_color": "#ffffff",
        }
    },
    (Verdict.INDETERMINATE, None): {
        "pattern": {"pattern": "percent_25", "fg_color": "#704500", "bg_color": "#ffffff"}
    },
    (Verdict.NOT_DUE, Pace.ON_TRACK): {"fill": {"color": "#7fa8dc"}},
    (Verdict.NOT_DUE, Pace.BEHIND): {
        "pattern": {
            "pattern": "dark_horizontal",
            "fg_color": "#1d4d8f",
            "bg_color": "#ffffff",
        }
    },
    (Verdict.NOT_DUE, Pace.UNKNOWN): {
        "pattern": {"pattern": "large_grid", "fg_color": "#1d4d8f", "bg_color": "#ffffff"}
    },
}
_MAYBE: Final = {
    "pattern": {"pattern": "light_upward_diagonal", "fg_color": _GREY, "bg_color": "#ffffff"}
}


class Bar(NamedTuple):
    """A line of the chart: a heading, or an indicator on the common scale."""

    #: The heading or the name.
    name: str
    #: Its kind of verdict, ``None`` for a heading.
    kind: _Kind | None = None
    #: Where it surely is, and where it may be, ``None`` where that is the same.
    place: Fraction = Fraction(0)
    maybe: Fraction | None = None
    #: What stands at its end.
    words: str = ""


def bars_of(groups: Sequence[LaneGroup], lang: Language) -> list[Bar]:
    """Return the lines of the chart: the headings, and each indicator below its own."""
    return [bar for group in groups for bar in _group(group, lang)]


def _group(group: LaneGroup, lang: Language) -> Iterator[Bar]:
    for heading in group.headings:
        yield Bar(_cut(heading, _NAME + 4))
    for lane in group.lanes:
        yield _bar(lane, lang)


def _bar(lane: Lane, lang: Language) -> Bar:
    row, span = lane.row, lane.span
    kind = (row.evaluation.verdict, row.pace)
    verdict = _short(row, lang)
    number = f"{row.number} " if row.number else ""
    name = _cut(f"{number}{row.evaluation.indicator.name}", _NAME)
    words = f"{verdict}  {_cut(lane.actual_words, _LABEL - width(verdict))}".rstrip()
    if span is None:
        return Bar(name, kind, words=words)
    low, high = span.within(_LEAST, _MOST)
    return Bar(name, kind, low, None if low == high else high, f"{_cut_off(span, lang)}{words}")


def _cut_off(span: Span, lang: Language) -> str:
    """Return the mark of a bar that ends beyond what is drawn, ``""`` for any other."""
    if span.is_point and span.is_beyond(_MOST):
        return say("drawn-beyond", lang)
    return say("drawn-below", lang) if span.is_below(_LEAST) else ""


def _short(row: ReportRow, lang: Language) -> str:
    """Say the verdict, of what is open only how it stands: the key has all."""
    verdict, pace = row.evaluation.verdict, row.pace
    if pace is None:
        return verdict_words(verdict, lang)
    return f"{MARKS[verdict]} {say(f'pace-word-{pace.value}', lang)}"


def _cut(text: str, wide: int) -> str:
    """Return text on one line, cut with a mark where it is too wide."""
    line = one_line(text)
    return line if width(line) <= wide else f"{clip(line, wide - 1)}…"


def add_chart(pen: Pen, bars: Sequence[Bar], wide: int) -> tuple[Any, int]:
    """Add a sheet with the numbers of the chart; return the chart, and how tall it is in pixels.

    Args:
        pen: What writes.
        bars: The lines of the chart.
        wide: How wide the chart is, in pixels.
    """
    kinds = [kind for kind in _FILLS if any(bar.kind == kind for bar in bars)]
    maybe = any(bar.maybe is not None for bar in bars)
    name = _numbers(pen, bars, kinds)
    chart = pen.book.add_chart({"type": "bar"})
    last = len(bars)
    if maybe:
        _series(chart, name, last, 1, _MAYBE, {})
    for column, kind in enumerate(kinds, 2):
        labels = [{"value": bar.words} if bar.kind == kind else {"delete": True} for bar in bars]
        shown = {"value": True, "custom": labels, "position": "outside_end", "font": _font(8)}
        _series(chart, name, last, column, _FILLS[kind], {"data_labels": shown})
    tall = _AROUND + _TALL * last
    _laid_out(chart, bars, pen.lang)
    chart.set_size({"width": wide, "height": tall})
    return chart, tall


def _series(
    chart: Any, name: str, last: int, column: int, look: Mapping[str, Any], more: Mapping[str, Any]
) -> None:
    chart.add_series(
        {
            "name": [name, 0, column],
            "categories": [name, 1, 0, last, 0],
            "values": [name, 1, column, last, column],
            "border": {"color": _INK, "width": 0.75},
            "gap": 35,
            "overlap": 100,
            **look,
            **more,
        }
    )


def _laid_out(chart: Any, bars: Sequence[Bar], lang: Language) -> None:
    """Set the axes: the start at 0 and the target at 1, and the first indicator at the top."""
    least = _BELOW if any(bar.place < 0 for bar in bars) else 0
    words = {code: say(f"lane-{code}", lang) for code in ("start", "target")}
    chart.set_x_axis(
        {
            "min": least,
            "max": _END,
            "major_unit": 1,
            "num_format": f'[=0]"{words["start"]}";[=1]"{words["target"]}";""',
            "num_font": _font(9, bold=True),
            "major_gridlines": {"visible": True, "line": {"color": _GREY, "width": 0.75}},
            "line": {"none": True},
        }
    )
    chart.set_y_axis(
        {
            "reverse": True,
            "num_font": _font(8),
            "label_position": "low",
            "major_tick_mark": "none",
            "line": {"color": _INK, "width": 1},
            "interval_unit": 1,
        }
    )
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": "#ffffff"}})


def _font(size: int, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": bold, "color": _INK}


def _numbers(pen: Pen, bars: Sequence[Bar], kinds: Sequence[_Kind]) -> str:
    """Write the numbers of the chart on a sheet of their own; return its name."""
    sheet = pen.sheet(say("drawn-data", pen.lang))
    words = [verdict_words(verdict, pen.lang, pace) for verdict, pace in kinds]
    headings = [say("data-indicator", pen.lang), say("drawn-maybe", pen.lang), *words]
    widths = [_NAME + 4, *[14] * (len(headings) - 1)]
    set_widths(sheet, widths)
    pen.line(sheet, 0, headings, widths, "head")
    for down, bar in enumerate(bars, 1):
        pen.text(sheet, down, 0, bar.name, "plain")
        if bar.kind is not None:
            at = 2 + kinds.index(bar.kind)
            pen.number(sheet, down, at, Figure(float(bar.place), _NUMBER), "plain")
        if bar.maybe is not None:
            pen.number(sheet, down, 1, Figure(float(bar.maybe), _NUMBER), "plain")
    sheet.freeze_panes(1, 1)
    name: str = sheet.get_name()
    return name
