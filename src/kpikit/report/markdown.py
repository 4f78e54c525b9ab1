"""The report as GitHub Markdown. Published cells stay word for word.

Escaped is only what would break a table or vanish as a tag: ``|``, line ends, and ``<`` before
an ASCII letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kpikit.language.messages import say
from kpikit.report.blocks import check_items, headline_items, question_items, total_matrices
from kpikit.report.markup import safe
from kpikit.report.model import Report, ReportTable
from kpikit.report.rows import grade_words, one_line
from kpikit.report.taken import taken_lines

__all__ = ["escape", "render_markdown"]

_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_FIRST_LEVEL: Final = 3
_DEEPEST: Final = 6


def render_markdown(report: Report) -> str:
    """Write the report as Markdown: each table below its headings, a line a row."""
    lines = [f"# {escape(report.plan.title)}", ""]
    lines += [report.dated, ""] * bool(report.dated)
    lines += [report.open_words, ""] * bool(report.open_words)
    for table in report.tables:
        lines += _table(report, table)
    for block in (_remarks, _issues, _taken, _totals, _checks, _headlines, _questions):
        lines += block(report)
    return "\n".join(lines)


def escape(text: str) -> str:
    r"""Return *text* for a cell of a table or a line.

    >>> escape("<内訳> a|b <b>")
    '<内訳> a\\|b \\<b>'
    """
    return _TAG.sub(r"\\<", one_line(text).replace("|", r"\|")).strip(" ")


def _rows(rows: Sequence[Sequence[str]], *, figures: frozenset[int] = frozenset()) -> Iterator[str]:
    """Write a table; the first row heads it."""
    marks = ["--:" if index in figures else "---" for index in range(len(rows[0]))]
    for row in (rows[0], marks, *rows[1:]):
        yield f"| {' | '.join(escape(cell) for cell in row)} |"
    yield ""


def _table(report: Report, table: ReportTable) -> Iterator[str]:
    yield from (f"## {escape(table.heading)}", "")
    ours = (say("report-verdict", report.lang), say("report-explanation", report.lang))
    headings = (*table.columns, *ours, *report.schemes)
    for group in table.groups:
        for level, heading in enumerate(group.headings, _FIRST_LEVEL + group.level):
            yield from (f"{'#' * min(level, _DEEPEST)} {escape(heading)}", "")
        rows = [headings]
        for row in group.rows:
            cells = row.texts(len(table.columns))
            told = (row.verdict(report.lang), row.why(report.lang))
            rows.append((*cells, *told, *map(grade_words, row.grades)))
        if group.rows:
            yield from _rows(rows)


def _remarks(report: Report) -> Iterator[str]:
    if report.plan.remarks:
        yield from (f"## {say('report-remarks', report.lang)}", "", "```text")
        yield from (one_line(line) for line in report.plan.remarks)
        yield from ("```", "")


def _headlines(report: Report) -> Iterator[str]:
    if report.headlines:
        yield from (f"## {say('report-headlines', report.lang)}", "")
    for headline in report.headlines:
        for item in headline_items(headline, report.lang):
            yield f"- {_labelled(report, item.label, item.text)}"
            for name, text in item.entries:
                yield f"  - {_labelled(report, name, text) if text else escape(name)}"
        yield ""


def _labelled(report: Report, label: str, text: str) -> str:
    return escape(say("report-labelled", report.lang, label=label, text=text))


def _checks(report: Report) -> Iterator[str]:
    if report.checks:
        yield from (f"## {say('report-checks', report.lang)}", "")
        for item in check_items(report):
            for formula, result in item.entries:
                yield f"- {escape(item.label)}: {escape(formula)} ({escape(result)})"
        yield ""


def _totals(report: Report) -> Iterator[str]:
    yield from (f"## {say('report-totals', report.lang)}", "")
    for matrix in total_matrices(report):
        headings = (matrix.title, *matrix.counts, *matrix.shares)
        figures = frozenset(range(1, len(matrix.counts) + 1))
        yield from _rows([headings, *matrix.rows], figures=figures)
        if matrix.note:
            yield from (escape(matrix.note), "")


def _issues(report: Report) -> Iterator[str]:
    issues = report.plan.issues
    if not issues:
        yield from (say("report-no-issues", report.lang), "")
        return
    yield from (f"## {say('report-issues', report.lang, count=len(issues))}", "", "```text")
    yield from (safe(issue.report(report.lang)) for issue in issues)
    yield from ("```", "")


def _questions(report: Report) -> Iterator[str]:
    items = question_items(report)
    if items:
        yield from (f"## {say('report-questions', report.lang, count=len(items))}", "")
        for item in items:
            yield f"- {escape(f'{item.label}: ' if item.label else '')}{escape(item.text)}"
        yield ""


def _taken(report: Report) -> Iterator[str]:
    lines = taken_lines(report.plan, report.lang)
    if lines:
        yield from (f"## {say('report-taken', report.lang)}", "", "```text")
        yield from (safe(one_line(line)) for line in lines)
        yield from ("```", "")
