"""A sheet for each table: as it was published, with what became of each row behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from kpikit.judging.wording import rule_words
from kpikit.language.messages import say
from kpikit.report.model import Report, ReportTable
from kpikit.report.rows import ReportRow, column_of, grade_words
from kpikit.report.xlsx.figures import figure_in
from kpikit.report.xlsx.pen import Pen, column_width, set_height, set_widths
from kpikit.table.headings import Role

__all__ = ["add_tables"]

#: Role → how wide its column may be, in half-width characters.
_WIDEST: Final[dict[Role | None, int]] = {
    Role.NUMBER: 8,
    Role.SECTION: 24,
    Role.CATEGORY: 15,
    Role.INDICATOR: 30,
    Role.BASELINE: 14,
    Role.ACTUAL: 26,
    Role.TARGET: 26,
    Role.DEPARTMENT: 16,
    Role.UNIT: 10,
    Role.REMARK: 40,
}
_WIDE: Final = 24
#: The columns behind the published ones: verdict, target as read, explanation.
_OURS: Final = (13.0, 20.0, 44.0)
#: The column of a scheme.
_GRADE: Final = 16.0
#: The columns whose cells are numbers, where they are shown just as they were published.
_FIGURES: Final = (Role.BASELINE, Role.ACTUAL, Role.TARGET)


def add_tables(pen: Pen, report: Report) -> None:
    """Add a sheet for each table of a report."""
    for table in report.tables:
        _add(pen, table, report.schemes)


def _add(pen: Pen, table: ReportTable, schemes: Sequence[str]) -> None:
    number = say("total-table", pen.lang, number=table.number)
    sheet = pen.sheet(f"{number} {table.heading.split(' ')[-1]}")
    ours = ("report-verdict", "xlsx-rule", "report-explanation")
    headings = (*table.columns, *(say(code, pen.lang) for code in ours), *schemes)
    widths = (*_widths(table), *_OURS, *[_GRADE] * len(schemes))
    pen.title_row(sheet, table.heading)
    pen.line(sheet, 1, headings, widths, "head")
    figures = {
        at for at, heading in enumerate(table.columns) if column_of(heading).role in _FIGURES
    }
    down = 2
    for heading, row in _lines(table):
        if row is None:
            pen.line(sheet, down, (heading, *[""] * (len(headings) - 1)), (), "group")
        else:
            texts = _texts(row, table.columns, pen)
            _row(pen, sheet, down, texts, figures)
            set_height(sheet, down, texts, widths)
        down += 1
    _laid_out(pen, sheet, widths, len(table.columns), down - 1)


def _lines(table: ReportTable) -> Iterator[tuple[str, ReportRow | None]]:
    """Yield headings and rows as they follow one another."""
    for group in table.groups:
        yield from ((heading, None) for heading in group.headings)
        yield from (("", row) for row in group.rows)


def _texts(row: ReportRow, columns: Sequence[str], pen: Pen) -> tuple[str, ...]:
    rule = row.evaluation.rule
    words = rule_words(rule, pen.lang) if rule else ""
    told = (row.verdict(pen.lang), words, row.why(pen.lang))
    return (*row.texts(columns), *told, *map(grade_words, row.grades))


def _row(pen: Pen, sheet: Any, down: int, texts: Sequence[str], figures: set[int]) -> None:
    """Write a row; a cell that is a number is one, if it is shown just as it was published."""
    for column, text in enumerate(texts):
        figure = figure_in(text) if column in figures else None
        if figure is None:
            pen.text(sheet, down, column, text)
        else:
            pen.number(sheet, down, column, figure, "number")


def _laid_out(pen: Pen, sheet: Any, widths: Sequence[float], verdicts: int, last: int) -> None:
    """Set widths, the frozen header, the filter and the colours of verdicts."""
    set_widths(sheet, widths)
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    if last > 1:
        sheet.autofilter(1, 0, last, len(widths) - 1)
        pen.coloured(sheet, (2, verdicts, last, verdicts))


def _widths(table: ReportTable) -> list[float]:
    rows = [row.texts(table.columns) for row in table.rows()]
    widths: list[float] = []
    for column, heading in enumerate(table.columns):
        texts = [heading, *(row[column] for row in rows)]
        role = column_of(heading).role
        widths.append(column_width(texts, _WIDEST.get(role, _WIDE)))
    return widths
