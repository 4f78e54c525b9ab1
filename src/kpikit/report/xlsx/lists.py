"""The sheets that are one list each: findings, what could not be read, what only a person knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kpikit.language.messages import say
from kpikit.report import blocks
from kpikit.report.model import Report
from kpikit.report.xlsx.pen import Pen, column_width, set_widths

__all__ = ["add_lists"]

_WIDEST: Final = 46


def add_lists(pen: Pen, report: Report) -> None:
    """Add the findings, and what could not be read or is to be answered where there is any."""
    _findings(pen, report)
    if report.plan.issues:
        _issues(pen, report)
    if report.questions:
        _questions(pen, report)


def _findings(pen: Pen, report: Report) -> None:
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


def _issues(pen: Pen, report: Report) -> None:
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


def _questions(pen: Pen, report: Report) -> None:
    rows = [
        (item.label, each.section, each.indicator.name, item.text)
        for each, item in zip(report.questions, blocks.question_items(report), strict=True)
    ]
    codes = ("finding-source", "draft-head-section", "finding-indicator", "finding-message")
    _listed(pen, "xlsx-questions", codes, rows)


def _listed(pen: Pen, title: str, codes: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a sheet that is one list: a table of the spreadsheet, where it has rows."""
    sheet = pen.sheet(say(title, pen.lang))
    headings = [say(code, pen.lang) for code in codes]
    columns = zip(headings, *rows, strict=True)
    widths = [column_width(column, _WIDEST) for column in columns]
    set_widths(sheet, widths)
    for down, row in enumerate([headings, *rows]):
        pen.line(sheet, down, row, widths, "cell" if down else "head")
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    if rows:
        pen.table(sheet, 0, headings, last=len(rows))
