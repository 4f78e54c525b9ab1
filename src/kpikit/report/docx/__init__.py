"""The report as a Word file for a council paper: A4, with headings, tables, and charts to change.

Its XML is written by hand; only the charts need a library, the one that writes workbooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kpikit.language.messages import Language, say
from kpikit.language.width import width
from kpikit.model.verdict import Verdict
from kpikit.report import blocks
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.concern import FIRST, Concern, concerns_of
from kpikit.report.docx.charts import Picture, pictures
from kpikit.report.docx.markup import Cell, chart, paragraph, table
from kpikit.report.docx.package import packed
from kpikit.report.layout import GAP, column_widths
from kpikit.report.model import Report, ReportTable, check_report
from kpikit.report.rows import COLOURS, ReportRow, column_of, grade_words, one_line, verdict_words
from kpikit.report.scale import scale_of
from kpikit.report.taken import taken_lines
from kpikit.report.xlsx.answer import drawn_groups
from kpikit.report.xlsx.chart import bars_of
from kpikit.table.headings import Role

__all__ = ["render_docx"]

_HEAD: Final = "E9EDF2"
_GROUP: Final = "F5F6F8"
#: How many half-width characters of a table stand in a line, and how narrow a column is at least.
_LINE: Final = 112
_LEAST: Final = 6
#: What digits are wider than half a character, in a column.
_ROOM: Final = 2
#: How many rows tell how wide the columns are.
_LOOKED_AT: Final = 500
#: How many places of a finding are named.
_PLACES: Final = 5
_CONCERN: Final = (12.0, 32.0, 31.0, 25.0)
_FINDING: Final = (10.0, 26.0, 64.0)
_LABEL: Final = 36.0
#: How narrow it may be.
_NARROW: Final = 20.0
_COUNT: Final = 9.0
_RATE: Final = 14.0


def render_docx(report: Report) -> bytes:
    """Write the report as a Word file.

    Raises:
        MissingDependencyError: xlsxwriter is not installed (``kpikit[word]``).

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_docx(build_report(kk.evaluate(kk.Plan("計画"))))[:2]
    b'PK'
    """
    check_report("render_docx", report)
    scale = scale_of(report)
    concerns = concerns_of(scale)
    groups = drawn_groups(scale, concerns)
    drawn = pictures(report.plan.title, bars_of(groups, report.lang), report.lang)
    title = "lane-title" if groups == scale.groups else "drawn-worst"
    body = "".join(
        [
            *_top(report, concerns),
            *_totals(report, say("report-totals", report.lang), slice(1)),
            *_charts(drawn, say(title, report.lang), report.lang),
            *_totals(report, say("word-more-totals", report.lang), slice(1, None)),
            *(part for each in report.tables for part in _table(each, report)),
            *_statements(report),
            *_officer(report),
        ]
    )
    return packed(report.plan.title, body, [each.part for each in drawn], report.lang)


# -- the first page --------------------------------------------------------------------------------


def _top(report: Report, concerns: Sequence[Concern]) -> Iterator[str]:
    """Yield the title, the answer, and what to look at first.

    Actual and target stand in one cell: in columns of their own they would be a table of
    indicators, and be read as one again.
    """
    lang = report.lang
    yield paragraph(report.plan.title, "Title")
    yield paragraph(report.dated, "Dated")
    yield paragraph(answer_words(report), "Answer")
    yield paragraph(say("first-title", lang), "Heading1")
    if not concerns:
        yield paragraph(clear_words(report), "Item")
        return
    codes = ("report-verdict", "report-indicator", "word-values", "word-gap")
    rows = [_heads(say(code, lang) for code in codes)]
    rows += [_concern(each, lang) for each in concerns[:FIRST]]
    yield table(rows, _CONCERN)
    more = len(concerns) - FIRST
    yield paragraph(say("first-more", lang, count=more) if more > 0 else "", "Note")


def _concern(concern: Concern, lang: Language) -> list[Cell]:
    lane = concern.lane
    name = f"{lane.row.number} {lane.row.evaluation.indicator.name}".strip()
    values = say("first-values", lang, actual=lane.actual_words, target=lane.aim_words)
    texts = (name, values, concern.explain(lang))
    return [_verdict(lane.row, lang), *map(Cell, texts)]


def _charts(drawn: Sequence[Picture], title: str, lang: Language) -> Iterator[str]:
    if not drawn:
        return
    note = say("drawn-note", lang)
    yield paragraph(title, "Heading1")
    yield paragraph(note, "Note", follows=True)
    for number, each in enumerate(drawn, 1):
        yield chart(number, each.high, title, note)


# -- counts and tables -----------------------------------------------------------------------------


def _totals(report: Report, title: str, which: slice) -> Iterator[str]:
    """Yield tables of counts below a title: all, by section; by category and department."""
    matrices = blocks.total_matrices(report)[which]
    if matrices:
        yield paragraph(title, "Heading1")
    for matrix in matrices:
        rows = [_heads((matrix.title, *matrix.counts, *matrix.shares))]
        rows += [[Cell(row[0]), *(Cell(text, "Number") for text in row[1:])] for row in matrix.rows]
        yield table(rows, _total_widths(matrix))
        yield paragraph(matrix.note, "Note")


def _total_widths(matrix: blocks.Matrix) -> list[float]:
    """Share out the width of a page: no share is torn, and of many counts the headings are."""
    shares = [
        max(_RATE, *(width(row[at]) + GAP + _ROOM for row in matrix.rows))
        for at in range(-len(matrix.shares), 0)
    ]
    counts = [max(_COUNT, *map(width, heading.split())) for heading in matrix.counts]
    left = _LINE - sum(shares)
    label = min(_LABEL, max(_NARROW, left - sum(counts)))
    much = min(1.0, (left - label) / sum(counts))
    return [label, *(each * much for each in counts), *shares]


def _table(published: ReportTable, report: Report) -> Iterator[str]:
    """Yield a table as it was published, with the verdict, and why below each row."""
    shown = [heading for heading in published.columns if column_of(heading).role is not Role.REMARK]
    headings = [*shown, say("report-verdict", report.lang), *report.schemes]
    rows, followed = [_heads(headings)], list[int]()
    for group in published.groups:
        for heading in group.headings:
            followed.append(len(rows))
            rows.append([Cell(heading, "Head", _GROUP, span=len(headings))])
        for row in group.rows:
            rows.append(_row(row, shown, report.lang))
            if not _is_plain(row):
                followed.append(len(rows) - 1)
                rows.append([Cell(row.why(report.lang), "Why", span=len(headings))])
    yield paragraph(published.heading, "Heading1")
    yield table(rows, _widths(rows, len(headings)), followed=followed)
    yield paragraph("", "Note")


def _row(row: ReportRow, shown: Sequence[str], lang: Language) -> list[Cell]:
    grades = map(Cell, map(grade_words, row.grades))
    return [*map(Cell, row.texts(shown)), _verdict(row, lang), *grades]


def _widths(rows: Sequence[Sequence[Cell]], count: int) -> Sequence[float]:
    """Share out the width of a page among the columns, so that few cells take many lines.

    The longest word of a verdict is never torn.
    """
    texts = [[_for_width(cell) for cell in row] for row in rows if len(row) == count]
    verdicts = {at for row in rows for at, cell in enumerate(row) if cell.style == "Verdict"}
    looked_at = texts[1:_LOOKED_AT] or texts
    found = column_widths(looked_at, _LINE, least=_LEAST, whole=frozenset(verdicts))
    return [each + GAP + _ROOM for each in found] if found else [1.0] * count


def _for_width(cell: Cell) -> str:
    """Return what of a cell asks for width: all of it, of a verdict its longest word."""
    text = one_line(cell.text)
    return max(text.split(), key=width) if cell.style == "Verdict" else text


def _is_plain(row: ReportRow) -> bool:
    """Whether the row says all: there is no target, or it is met with nothing taken as read."""
    verdict = row.evaluation.verdict
    met = verdict is Verdict.ACHIEVED and not row.evaluation.flags
    return met or verdict is Verdict.NOT_APPLICABLE


def _heads(headings: Iterable[str]) -> list[Cell]:
    return [Cell(heading, "Head", _HEAD) for heading in headings]


def _verdict(row: ReportRow, lang: Language) -> Cell:
    ink, paper = COLOURS[row.evaluation.verdict]
    words = verdict_words(row.evaluation.verdict, lang, row.pace)
    return Cell(words, "Verdict", paper.removeprefix("#"), ink.removeprefix("#"))


# -- what stands behind ----------------------------------------------------------------------------


def _statements(report: Report) -> Iterator[str]:
    """Yield what is said around the tables, each with its heading."""
    lang, plan = report.lang, report.plan
    for headline in report.headlines:
        yield from _listed(say("report-headlines", lang), blocks.headline_items(headline, lang))
    yield from _listed(say("report-checks", lang), blocks.check_items(report))
    yield from _listed(say("report-remarks", lang), map(blocks.Item, plan.remarks))


def _officer(report: Report) -> Iterator[str]:
    """Yield the last part, which whoever keeps the table cuts from a paper for the council."""
    lang, plan = report.lang, report.plan
    yield paragraph(say("officer-title", lang), "Heading1")
    yield paragraph(say("word-officer", lang), "Note")
    questions = say("report-questions", lang, count=len(report.questions))
    yield from _listed(questions, blocks.question_items(report), "Heading2")
    issues = say("report-issues", lang, count=len(plan.issues))
    yield from _listed(issues, blocks.issue_items(report), "Heading2")
    taken = map(blocks.Item, taken_lines(plan, lang))
    yield from _listed(say("report-taken", lang), taken, "Heading2")
    yield from _findings(report)


def _listed(title: str, items: Iterable[blocks.Item], style: str = "Heading1") -> Iterator[str]:
    """Yield labelled statements below their title, nothing where there are none."""
    told = list(items)
    if told:
        yield paragraph(title, style)
    for item in told:
        between = "  " if item.label and item.text else ""
        yield paragraph(f"{item.label}{between}{item.text}", "Item")
        for line in item.lines:
            yield paragraph(line, "Below")


def _findings(report: Report) -> Iterator[str]:
    lang, found = report.lang, blocks.alike(report.findings)
    yield paragraph(say("html-findings", lang, count=len(report.findings)), "Heading2")
    if not found:
        yield paragraph(say("html-no-findings", lang), "Item")
        return
    codes = ("finding-severity", "finding-place", "finding-message")
    rows = [_heads(say(code, lang) for code in codes)]
    for each in found:
        severity = say(f"severity-{each.first.severity.value}", lang)
        more = len(each.places) - _PLACES
        beyond = [say("first-more", lang, count=more)] if more > 0 else []
        places = "\n".join([*each.places[:_PLACES], *beyond])
        rows.append([Cell(severity), Cell(places), Cell(each.message(lang))])
    yield table(rows, _FINDING)
    yield paragraph("", "Note")
