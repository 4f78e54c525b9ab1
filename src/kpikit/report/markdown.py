"""The report as GitHub Markdown. Published cells stay word for word.

Escaped is what would break a table, vanish as a tag or become alive: ``|``, line ends, ``<``
before an ASCII letter, and whatever makes a link, an image or code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kpikit.language.messages import say
from kpikit.language.pattern import pattern
from kpikit.language.printable import safe
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.blocks import (
    check_items,
    headline_items,
    question_items,
    total_matrices,
    unread_issues,
)
from kpikit.report.concern import FIRST, Concern, concerns_of
from kpikit.report.model import Report, ReportTable, check_report
from kpikit.report.rows import grade_words, one_line
from kpikit.report.scale import scale_of
from kpikit.report.strips import key_line, strip_lines
from kpikit.report.taken import taken_lines

__all__ = ["escape", "render_markdown"]

#: A tag, a link or an image by brackets, code, and what becomes a link by itself: an address of
#: the web or of mail. A backslash that would undo the one before them is one of these too.
_ALIVE: Final = pattern(
    r"<(?=[A-Za-z/!?])|[|\[`]|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<=https)://|(?<=http)://|(?<=ftp)://|(?<=www)\.|(?<=mailto):|(?<=xmpp):|(?<=\w)@(?=\w)",
    re.IGNORECASE,
)
_TICKS: Final = pattern("`+")
_FENCE: Final = 3
_FIRST_LEVEL: Final = 3
_DEEPEST: Final = 6


def render_markdown(report: Report) -> str:
    """Write the report as Markdown: each table below its headings, a line a row.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_markdown(build_report(kk.evaluate(kk.Plan("計画")))).splitlines()[0]
    '# 計画'
    """
    check_report("render_markdown", report)
    lines = [f"# {escape(report.plan.title)}", ""]
    lines += [report.dated, ""] * bool(report.dated)
    lines += [f"**{escape(answer_words(report))}**", "", *_first(report), *_changed(report)]
    for table in report.tables:
        lines += _table(report, table)
    for block in (_remarks, _issues, _taken, _totals, _checks, _headlines, _questions):
        lines += block(report)
    return "\n".join(lines)


def escape(text: str) -> str:
    r"""Return *text* for a cell of a table or a line.

    >>> print(escape("<内訳> a|b <b> ![図](x.png) https://example.jp"))
    <内訳> a\|b \<b> !\[図](x.png) https\://example.jp
    """
    return _ALIVE.sub(r"\\\g<0>", one_line(text)).strip(" ")


def _first(report: Report) -> Iterator[str]:
    """Say what to look at first, and draw where every indicator stands."""
    scale = scale_of(report)
    if not scale.groups:
        return
    yield from (f"## {say('first-title', report.lang)}", "")
    yield from _concerns(concerns_of(scale), report)
    yield from ("", f"## {say('lane-title', report.lang)}", "")
    yield from _fenced(strip_lines(scale))
    yield from (key_line(scale), "")


def _changed(report: Report) -> Iterator[str]:
    """Say what is different from the edition before, where one was given."""
    if report.changes is None:
        return
    from kpikit.report.changes import changes_of  # most reports have no edition before

    lang = report.lang
    yield from (f"## {say('changes-title', lang)}", "")
    found = changes_of(report.changes, lang)
    if not found:
        yield from (say("changes-none", lang), "")
    for each in found:
        title = say("changes-titled", lang, title=each.title, count=len(each.lines))
        yield from (f"### {escape(title)}", "", *(f"- {escape(line)}" for line in each.lines), "")


def _concerns(found: Sequence[Concern], report: Report) -> Iterator[str]:
    if not found:
        yield clear_words(report)
    for number, concern in enumerate(found[:FIRST], 1):
        row = concern.lane.row
        named = (row.number, row.evaluation.indicator.name, row.verdict(report.lang))
        told = filter(None, (*named, concern.explain(report.lang)))
        yield f"{number}. {escape(' '.join(told))}"
    if len(found) > FIRST:
        yield from ("", say("first-more", report.lang, count=len(found) - FIRST))


def _fenced(lines: Iterable[str]) -> Iterator[str]:
    """Write lines as they are, between fences that are longer than any in them."""
    texts = [*lines]
    longest = max((len(run) for text in texts for run in _TICKS.findall(text)), default=0)
    fence = "`" * max(longest + 1, _FENCE)
    yield from (f"{fence}text", *texts, fence, "")


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
            cells = row.texts(table.columns)
            told = (row.verdict(report.lang), row.why(report.lang))
            rows.append((*cells, *told, *map(grade_words, row.grades)))
        if group.rows:
            yield from _rows(rows)


def _remarks(report: Report) -> Iterator[str]:
    if report.plan.remarks:
        yield from (f"## {say('report-remarks', report.lang)}", "")
        yield from _fenced(one_line(line) for line in report.plan.remarks)


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
    issues = unread_issues(report.plan.issues)
    if not issues:
        yield from (say("report-no-issues", report.lang), "")
        return
    yield from (f"## {say('report-issues', report.lang, count=len(issues))}", "")
    yield from _fenced(safe(issue.report(report.lang)) for issue in issues)


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
        yield from (f"## {say('report-taken', report.lang)}", "")
        yield from _fenced(map(one_line, lines))
