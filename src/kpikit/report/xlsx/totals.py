"""The sheet of counts, the published share beside the recomputed one, and what stands aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from kpikit.judging.summary import Share, Summary
from kpikit.language.messages import say
from kpikit.report import blocks
from kpikit.report.model import Report
from kpikit.report.taken import taken_lines
from kpikit.report.xlsx import formulas
from kpikit.report.xlsx.figures import PERCENT, Figure
from kpikit.report.xlsx.pen import Pen, set_widths

__all__ = ["add_totals"]

_LABELS: Final = 44
_COUNTS: Final = 14
_COLUMNS: Final = 13
_WHOLE: Final = "0"


def add_totals(pen: Pen, report: Report) -> None:
    """Add the sheet of counts."""
    sheet = pen.sheet(say("report-totals", pen.lang))
    set_widths(sheet, [_LABELS, *[_COUNTS] * (_COLUMNS - 1)])
    pen.title_row(sheet, say("report-totals", pen.lang))
    down = 1
    for matrix in blocks.total_matrices(report):
        down = _matrix(pen, sheet, matrix, down + 1)
    for title, items in _statements(report):
        down = _items(pen, sheet, title, items, down + 1)
    sheet.freeze_panes(1, 0)


def _statements(report: Report) -> Iterable[tuple[str, Sequence[blocks.Item]]]:
    """Yield what stands below the counts, each with its title."""
    lang = report.lang
    for headline in report.headlines:
        yield say("report-headlines", lang), blocks.headline_items(headline, lang)
    if report.checks:
        yield say("report-checks", lang), blocks.check_items(report)
    if report.plan.remarks:
        remarks = [blocks.Item(line) for line in report.plan.remarks]
        yield say("report-remarks", lang), remarks
    taken = taken_lines(report.plan, lang)
    if taken:
        yield say("report-taken", lang), [blocks.Item(line) for line in taken]


def _matrix(pen: Pen, sheet: Any, matrix: blocks.Matrix, down: int) -> int:
    """Write counts as numbers and shares as formulas; return the next free row."""
    ends = [say(code, pen.lang) for code in ("total-least", "total-most")]
    shares = (matrix.shares[0], *ends) if matrix.shares else ()
    headings = (matrix.title, *matrix.counts, *shares)
    pen.line(sheet, down, headings, [_LABELS, *[_COUNTS] * len(headings)], "head")
    head = down
    for row, summary in zip(matrix.rows, matrix.summaries, strict=True):
        down += 1
        pen.text(sheet, down, 0, row[0])
        for column, count in enumerate(row[1 : len(matrix.counts) + 1], 1):
            pen.number(sheet, down, column, Figure(float(count), _WHOLE), "number")
        if shares:
            _shares(pen, sheet, down, len(matrix.counts) + 1, summary)
    pen.table(sheet, head, headings, last=down, filtered=False)
    if matrix.note:
        down += 1
        pen.text(sheet, down, 0, matrix.note, "plain")
    return down + 1


def _shares(pen: Pen, sheet: Any, down: int, column: int, summary: Summary) -> None:
    """Write the share achieved and its bounds; as a formula where the counts yield it."""
    rate, bounds = summary.rate, summary.bounds
    if rate is None or summary.early:
        _share(pen, sheet, down, column, rate)
    else:
        met, missed = formulas.cell_name(down, 1), formulas.cell_name(down, 2)
        pen.formula(sheet, down, column, formulas.share(met, missed), rate.exact, PERCENT)
    for at, share in enumerate(bounds or (None, None), column + 1):
        _share(pen, sheet, down, at, share)


def _share(pen: Pen, sheet: Any, down: int, column: int, share: Share | None) -> None:
    if share is None:
        pen.text(sheet, down, column, "")
    else:
        pen.number(sheet, down, column, Figure(float(share.exact), PERCENT), "number")


def _items(pen: Pen, sheet: Any, title: str, items: Sequence[blocks.Item], down: int) -> int:
    """Write labelled statements, one below the other; return the next free row."""
    pen.text(sheet, down, 0, title, "label")
    for item in items:
        down += 1
        pen.text(sheet, down, 0, item.label, "plain")
        pen.text(sheet, down, 1, item.text, "plain")
        for line in item.lines:
            down += 1
            pen.text(sheet, down, 1, line, "plain")
    return down + 1
