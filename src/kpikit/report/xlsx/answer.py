"""The first sheet: the answer, what to look at first, and every indicator on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kpikit.language.messages import say
from kpikit.report import blocks
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.concern import FIRST, Concern, concerns_of
from kpikit.report.model import Report
from kpikit.report.rows import verdict_words
from kpikit.report.scale import LaneGroup, Scale, scale_of
from kpikit.report.xlsx.chart import add_chart, bars_of
from kpikit.report.xlsx.figures import Figure
from kpikit.report.xlsx.pen import Pen, line_count, set_widths

__all__ = ["answer_sheet", "drawn_groups", "write_answer"]

_WIDTHS: Final = (19.0, 40.0, 17.0, 17.0, 22.0)
_LINE: Final = 16
#: How wide the chart is, in pixels.
_CHART: Final = 840
#: A chart with more lines is no chart: then the worst ones are drawn.
_MOST: Final = 60
_WHOLE: Final = "#,##0"


def answer_sheet(pen: Pen) -> Any:
    """Add the sheet, still empty: what its chart is made of comes behind all others."""
    sheet = pen.sheet(say("answer-sheet-title", pen.lang), upright=True)
    sheet.fit_to_pages(1, 1)
    return sheet


def write_answer(pen: Pen, sheet: Any, report: Report) -> None:
    """Fill the sheet, and add one with the numbers of its chart."""
    scale = scale_of(report)
    concerns = concerns_of(scale)
    set_widths(sheet, _WIDTHS)
    pen.title_row(sheet, report.plan.title)
    pen.text(sheet, 1, 0, report.dated, "plain")
    _across(pen, sheet, 2, answer_words(report), "answer")
    down = _counts(pen, sheet, report, 4)
    down = _concerns(pen, sheet, report, concerns, down + 1)
    _chart(pen, sheet, scale, concerns, down + 1)


def _across(pen: Pen, sheet: Any, down: int, text: str, kind: str) -> None:
    """Write text over all columns, in a row that is tall enough."""
    style = pen.format(kind)
    sheet.merge_range(down, 0, down, len(_WIDTHS) - 1, "", style)
    pen.text(sheet, down, 0, text, kind)
    sheet.set_row(down, _LINE * 1.3 * line_count(text, sum(_WIDTHS) / 1.25) + 4)


def _counts(pen: Pen, sheet: Any, report: Report, down: int) -> int:
    """Write how many of each kind there are; return the next free row."""
    counts = [each for each in blocks.counts_of(report) if each.is_told]
    pen.line(sheet, down, [_count_words(each, pen) for each in counts], _WIDTHS, "head")
    for column, each in enumerate(counts):
        pen.number(sheet, down + 1, column, Figure(float(each.number), _WHOLE), "count")
    return down + 2


def _count_words(count: blocks.Count, pen: Pen) -> str:
    """Return what is counted, and how what is open stands."""
    words = verdict_words(count.verdict, pen.lang) if count.verdict else count.words
    return f"{words}\n{count.below}" if count.below else words


def _concerns(pen: Pen, sheet: Any, report: Report, concerns: Sequence[Concern], down: int) -> int:
    """Write what to look at first, the worst first; return the next free row.

    Each cell says what it is: below headings they would be a table, and be read as one again.
    """
    pen.text(sheet, down, 0, say("first-title", pen.lang), "label")
    if not concerns:
        pen.text(sheet, down + 1, 0, clear_words(report), "plain")
        return down + 2
    for each in concerns[:FIRST]:
        down += 1
        lane = each.lane
        row = lane.row
        name = f"{row.number} {row.evaluation.indicator.name}".strip()
        seen = say("chart-actual", pen.lang, value=lane.actual_words)
        aim = say("chart-aim", pen.lang, value=lane.aim_words)
        texts = (seen, aim, each.explain(pen.lang))
        pen.line(sheet, down, (row.verdict(pen.lang), name, *texts), _WIDTHS, "cell")
    more = len(concerns) - FIRST
    if more > 0:
        down += 1
        pen.text(sheet, down, 0, say("first-more", pen.lang, count=more), "plain")
    pen.coloured(sheet, (down - FIRST, 0, down, 0))
    return down + 1


def _chart(pen: Pen, sheet: Any, scale: Scale, concerns: Sequence[Concern], down: int) -> None:
    """Draw the indicators that have a target, or where they are many the worst of them."""
    groups = drawn_groups(scale, concerns)
    if not groups:
        return
    all_drawn = groups == scale.groups
    pen.text(sheet, down, 0, say("lane-title" if all_drawn else "drawn-worst", pen.lang), "label")
    _across(pen, sheet, down + 1, say("drawn-note", pen.lang), "wrapped")
    chart, tall = add_chart(pen, bars_of(groups, pen.lang), _CHART)
    chart.set_title({"none": True})
    described = {"description": say("drawn-note", pen.lang)}
    sheet.insert_chart(down + 2, 0, chart, {"object_position": 1, **described})
    del tall


def drawn_groups(scale: Scale, concerns: Sequence[Concern]) -> tuple[LaneGroup, ...]:
    """Return what is drawn: all indicators, or the worst ones where there are too many."""
    if sum(1 for _ in scale.lanes()) <= _MOST:
        return scale.groups
    worst = tuple(each.lane for each in concerns[:_MOST])
    return (LaneGroup((), worst),) if worst else ()
