"""The report as a workbook: a sheet for the counts, one for each table, one for the findings.

Every published cell is written as text, whatever it looks like: nothing is taken for a number,
a date, a formula or a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final, final

import attrs

from kpikit.io.extras import required
from kpikit.judging.standing import Pace
from kpikit.judging.wording import rule_words
from kpikit.language.messages import Language, say
from kpikit.language.width import width
from kpikit.model.verdict import Verdict
from kpikit.report import blocks
from kpikit.report.markup import safe
from kpikit.report.model import Report, ReportTable
from kpikit.report.rows import COLOURS, ReportRow, column_of, grade_words, verdict_words
from kpikit.report.taken import taken_lines
from kpikit.table.headings import Role

__all__ = ["render_xlsx"]

#: No cell of a workbook holds more characters.
_LONGEST: Final = 32767
_NAME_LENGTH: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
#: What other programs may take for a formula, once the workbook is saved as text.
_LIKE_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_FONT: Final = "Yu Gothic"
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
_NARROW: Final = 6
#: The columns behind the published ones: verdict, target as read, explanation.
_OURS: Final = (13.0, 20.0, 44.0)
#: The column of a scheme.
_GRADE: Final = 16.0
#: How tall a line is, and a row at most, in points.
_LINE: Final = 14
_TALLEST: Final = 400
#: How tall the row of a title is.
_TITLE: Final = 24
_LIST_WIDTH: Final = 46
#: The verdict that a pace goes with.
_OPEN: Final = Verdict.NOT_DUE
#: A workbook says the same whenever it is made.
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


def render_xlsx(report: Report) -> bytes:
    """Write the report as a workbook.

    Raises:
        MissingDependencyError: xlsxwriter is not installed (``kpikit[xlsx]``).
    """
    xlsxwriter = required("xlsxwriter", "xlsx")
    held = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(held, options)
    book.set_properties({"title": safe(report.plan.title), "created": _EPOCH})
    pen = _Pen(book, report.lang)
    _summary(pen, report)
    for table in report.tables:
        _table(pen, table, report.schemes)
    _findings(pen, report)
    if report.plan.issues:
        _issues(pen, report)
    if report.questions:
        _questions(pen, report)
    book.close()
    return held.getvalue()


@final
@attrs.define
class _Pen:
    """Writes text into the sheets of a workbook, in a few formats."""

    book: Any
    lang: Language
    names: set[str] = attrs.field(factory=set[str])
    formats: dict[tuple[str, bool], Any] = attrs.field(factory=dict[tuple[str, bool], Any])

    def sheet(self, title: str) -> Any:
        """Add a sheet whose name is *title*, as far as a name may be that."""
        name = _NOT_IN_NAMES.sub(" ", safe(title)).replace("\n", " ").strip()[:_NAME_LENGTH]
        first, tried = name or "-", 1
        name = first
        while name.casefold() in self.names:
            tried += 1
            name = f"{first[: _NAME_LENGTH - 4]} {tried}"
        self.names.add(name.casefold())
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: str, kind: str = "cell") -> None:
        """Write text, and nothing but text."""
        shown = safe(text).replace("\r", "\n")
        if len(shown) > _LONGEST:
            shown = f"{shown[: _LONGEST - 1]}…"
        sheet.write_string(row, column, shown, self.format(kind, shown.startswith(_LIKE_FORMULA)))

    def title(self, sheet: Any, text: str) -> None:
        """Write the title of a sheet, in a row that is tall enough for it."""
        sheet.set_row(0, _TITLE)
        self.text(sheet, 0, 0, text, "title")

    def format(self, kind: str, quoted: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Return a format; a quoted one stays text when the cell is edited."""
        if (kind, quoted) not in self.formats:
            settings = _FORMATS[kind] | ({"quote_prefix": True} if quoted else {})
            self.formats[kind, quoted] = self.book.add_format(
                {"font_name": _FONT, "font_size": 10, "valign": "top"} | settings
            )
        return self.formats[kind, quoted]


_BOX: Final = {"border": 1, "border_color": "#d3d9e0"}
_HEAD: Final = {"bg_color": "#e9edf2", "border": 1, "border_color": "#b8c1cc", "valign": "vcenter"}
_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "cell": {"text_wrap": True, **_BOX},
    "head": {"bold": True, "text_wrap": True, **_HEAD},
    "title": {"bold": True, "font_size": 14},
    "group": {"bold": True, "bg_color": "#f5f6f8", **_BOX},
    "label": {"bold": True},
    "plain": {},
    "share": {"indent": 1, **_BOX},
    "number": {"num_format": "0", "align": "right", **_BOX},
}


# -- a table ---------------------------------------------------------------------------------------


def _table(pen: _Pen, table: ReportTable, schemes: Sequence[str]) -> None:
    """Write a table as it was published, with what became of each row behind it."""
    number = say("total-table", pen.lang, number=table.number)
    sheet = pen.sheet(f"{number} {table.heading.split(' ')[-1]}")
    ours = ("report-verdict", "xlsx-rule", "report-explanation")
    headings = (*table.columns, *(say(code, pen.lang) for code in ours), *schemes)
    widths = (*_widths(table), *_OURS, *[_GRADE] * len(schemes))
    pen.title(sheet, table.heading)
    _line(pen, sheet, 1, headings, widths, "head")
    down = 2
    for group in table.groups:
        for heading in group.headings:
            _line(pen, sheet, down, (heading, *[""] * (len(headings) - 1)), (), "group")
            down += 1
        for row in group.rows:
            texts = _texts(row, len(table.columns), pen.lang)
            _line(pen, sheet, down, texts, widths, "cell")
            down += 1
    _laid_out(pen, sheet, widths, len(table.columns), down - 1)


def _texts(row: ReportRow, published: int, lang: Language) -> tuple[str, ...]:
    rule = row.evaluation.rule
    words = rule_words(rule, lang) if rule else ""
    told = (row.verdict(lang), words, row.why(lang))
    return (*row.texts(published), *told, *map(grade_words, row.grades))


def _line(
    pen: _Pen, sheet: Any, down: int, texts: Sequence[str], widths: Sequence[float], kind: str
) -> None:
    """Write a row of cells, as tall as its tallest one."""
    for column, text in enumerate(texts):
        pen.text(sheet, down, column, text, kind)
    lines = [_lines(text, wide) for text, wide in zip(texts, widths, strict=False)]
    sheet.set_row(down, min(_LINE * max(lines, default=1) + 3, _TALLEST))


def _lines(text: str, wide: float) -> int:
    return sum(max(1, -(-width(line) // int(wide - 1))) for line in text.split("\n"))


def _set_widths(sheet: Any, widths: Sequence[float]) -> None:
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)


def _laid_out(pen: _Pen, sheet: Any, widths: Sequence[float], verdicts: int, last: int) -> None:
    """Set widths, the frozen header, the filter and the colours of verdicts."""
    _set_widths(sheet, widths)
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    if last > 1:
        sheet.autofilter(1, 0, last, len(widths) - 1)
        _coloured(pen, sheet, (2, verdicts, last, verdicts))


def _coloured(pen: _Pen, sheet: Any, area: tuple[int, int, int, int]) -> None:
    """Colour verdicts by what the cells say, so that a change of the cell changes its colour."""
    words = [(verdict, verdict_words(verdict, pen.lang)) for verdict in COLOURS]
    words += [(_OPEN, verdict_words(_OPEN, pen.lang, pace)) for pace in Pace]
    for verdict, told in words:
        ink, paper = COLOURS[verdict]
        word = f'"{told}"'
        style = pen.book.add_format({"font_color": ink, "bg_color": paper, "bold": True})
        rule = {"type": "cell", "criteria": "==", "value": word, "format": style}
        sheet.conditional_format(*area, rule)


def _widths(table: ReportTable) -> list[float]:
    rows = [[cell.text for cell in row.cells] for row in table.rows()]
    widths: list[float] = []
    for column, heading in enumerate(table.columns):
        texts = [heading, *(row[column] for row in rows if column < len(row))]
        role = column_of(heading).role
        widths.append(_column_width(texts, _WIDEST.get(role, _WIDE)))
    return widths


def _column_width(texts: Iterable[str], widest: int) -> float:
    longest = max(width(line) for text in texts for line in text.split("\n"))
    return min(max(longest + 2, _NARROW), widest)


# -- the counts ------------------------------------------------------------------------------------


def _summary(pen: _Pen, report: Report) -> None:
    sheet = pen.sheet(say("report-totals", pen.lang))
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 12, 14)
    pen.title(sheet, report.plan.title)
    down = 1
    if report.dated:
        pen.text(sheet, 1, 0, report.dated, "plain")
        down = 2
    if report.open_words:
        pen.text(sheet, down, 0, report.open_words, "label")
        down += 1
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


def _matrix(pen: _Pen, sheet: Any, matrix: blocks.Matrix, down: int) -> int:
    """Write counts as numbers; return the next free row."""
    for column, heading in enumerate((matrix.title, *matrix.counts, *matrix.shares)):
        pen.text(sheet, down, column, heading, "head")
    for row in matrix.rows:
        down += 1
        for column, text in enumerate(row):
            if 0 < column <= len(matrix.counts):
                sheet.write_number(down, column, int(text), pen.format("number"))
            else:
                pen.text(sheet, down, column, text, "share" if column else "cell")
    if matrix.note:
        down += 1
        pen.text(sheet, down, 0, matrix.note, "plain")
    return down + 1


def _items(pen: _Pen, sheet: Any, title: str, items: Sequence[blocks.Item], down: int) -> int:
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


# -- findings and issues ---------------------------------------------------------------------------


def _findings(pen: _Pen, report: Report) -> None:
    rows = [
        (
            say(f"severity-{finding.severity.value}", pen.lang),
            *blocks.finding_texts(finding, pen.lang),
            "\n".join(map(blocks.place_words, finding.locations)),
        )
        for finding in report.findings
    ]
    codes = ("severity", "code", "table", "section", "part", "indicator", "message", "source")
    _listed(pen, "xlsx-findings", [f"finding-{code}" for code in codes], rows)


def _issues(pen: _Pen, report: Report) -> None:
    rows = [
        (
            blocks.place_words(issue.location) if issue.location else "",
            issue.message(pen.lang),
            issue.text[issue.start : issue.end],
            issue.text,
        )
        for issue in report.plan.issues
    ]
    codes = ("finding-source", "finding-message", "issue-characters", "issue-cell")
    _listed(pen, "xlsx-issues", codes, rows)


def _questions(pen: _Pen, report: Report) -> None:
    rows = [
        (item.label, each.section, each.indicator.name, item.text)
        for each, item in zip(report.questions, blocks.question_items(report), strict=True)
    ]
    codes = ("finding-source", "draft-head-section", "finding-indicator", "finding-message")
    _listed(pen, "xlsx-questions", codes, rows)


def _listed(pen: _Pen, title: str, codes: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a sheet that is one list."""
    sheet = pen.sheet(say(title, pen.lang))
    headings = [say(code, pen.lang) for code in codes]
    columns = zip(headings, *rows, strict=True)
    widths = [_column_width(column, _LIST_WIDTH) for column in columns]
    _set_widths(sheet, widths)
    for down, row in enumerate([headings, *rows]):
        _line(pen, sheet, down, row, widths, "cell" if down else "head")
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(headings) - 1)
