"""The report as plain text, for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kpikit.language.messages import Language, say
from kpikit.language.width import width
from kpikit.model.verdict import Verdict
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.blocks import (
    Item,
    Matrix,
    check_items,
    headline_items,
    question_items,
    total_matrices,
    unread_issues,
)
from kpikit.report.concern import FIRST, Concern, concerns_of
from kpikit.report.layout import GAP, column_widths, hanging, natural_widths, row_lines
from kpikit.report.markup import safe
from kpikit.report.model import Report, ReportTable, check_report
from kpikit.report.rows import ReportRow, column_of, one_line, reason_lines
from kpikit.report.scale import scale_of
from kpikit.report.strips import key_line, strip_lines
from kpikit.report.taken import taken_lines
from kpikit.table.headings import Role

__all__ = ["render_text"]

#: Verdict → the colour of its word on a terminal.
_COLOURS: Final = {
    Verdict.ACHIEVED: "32",
    Verdict.NOT_ACHIEVED: "31",
    Verdict.INDETERMINATE: "33",
    Verdict.NOT_DUE: "36",
    Verdict.NOT_APPLICABLE: "2",
}
#: Every column but those that say which row it is.
_FIGURES: Final = frozenset({*Role, None}) - {Role.NUMBER, Role.INDICATOR}
#: What is tried in turn where a line is too narrow: the columns that move below the row, and
#: how wide columns of words are at least.
_TRIALS: Final = (
    (frozenset({Role.REMARK}), 24),
    (frozenset({Role.DEPARTMENT}), 16),
    (frozenset({Role.CATEGORY}), 16),
    (frozenset({Role.BASELINE}), 12),
    (frozenset({Role.BASELINE}), 10),
    (_FIGURES, 8),
)
#: The verdict and a few characters of the name fit on such a line.
_NARROWEST: Final = 32
_RULE_LENGTH: Final = 72
_NUMBER_WIDTH: Final = 4
_SQUEEZED: Final = 4
#: How wide the names beside counts are at least: beside more than the usual ones in words …
_USUAL: Final = 5
_LABEL: Final = 20
#: … and else.
_NARROW: Final = 12
_INDENT: Final = " " * 4


def render_text(report: Report, *, columns: int | None = None, colour: bool = False) -> str:
    """Write the report as text.

    Args:
        report: The report.
        columns: How wide a line may be, full-width characters counting 2; ``None`` wraps
            nothing, so that every published cell stays on one line.
        colour: Whether to colour the verdicts; they are always in words as well.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_text(build_report(kk.evaluate(kk.Plan("計画")))).splitlines()[0]
    '計画'
    """
    check_report("render_text", report)
    look = _Look(None if columns is None else max(columns, _NARROWEST), colour)
    lines = hanging("", one_line(report.plan.title), look.columns)
    lines += [report.dated] * bool(report.dated)
    lines += ["", *hanging("", one_line(answer_words(report)), look.columns)]
    lines += _first(report, look)
    lines += _changed(report, look)
    for table in report.tables:
        lines += ["", *_table(report, table, look)]
    for title, block in _AROUND:
        told = [*block(report, look)]
        if told:
            counts = {"report-questions": len(report.questions)}
            words = say(title, report.lang, count=counts.get(title, len(report.plan.issues)))
            lines += ["", *_titled(words, look.columns), *told]
        elif title == "report-issues":
            lines += ["", *hanging("", say("report-no-issues", report.lang), look.columns)]
    return "\n".join([*lines, ""])


class _Look(NamedTuple):
    """How wide a line may be, and whether verdicts are coloured."""

    columns: int | None
    colour: bool

    def coloured(self, line: str, word: str, verdict: Verdict) -> str:
        """Colour the word of the verdict, which ends the line."""
        if not self.colour:
            return line
        return f"{line.removesuffix(word)}\N{ESCAPE}[{_COLOURS[verdict]}m{word}\N{ESCAPE}[0m"


def _titled(title: str, columns: int | None) -> list[str]:
    return [*hanging("", title, columns), "=" * (columns or _RULE_LENGTH)]


# -- the answer ----------------------------------------------------------------------------------


def _first(report: Report, look: _Look) -> Iterator[str]:
    """Say what to look at first, and draw where every indicator stands."""
    scale = scale_of(report)
    if not scale.groups:
        return
    yield from ("", *_titled(say("first-title", report.lang), look.columns))
    yield from _concerns(concerns_of(scale), report, look)
    yield from ("", *_titled(say("lane-title", report.lang), look.columns))
    yield from strip_lines(scale, look.columns)
    yield from hanging("", key_line(scale), look.columns)


def _changed(report: Report, look: _Look) -> Iterator[str]:
    """Say what is different from the edition before, where one was given."""
    if report.changes is None:
        return
    from kpikit.report.changes import changes_of  # most reports have no edition before

    lang = report.lang
    yield from ("", *_titled(say("changes-title", lang), look.columns))
    found = changes_of(report.changes, lang)
    if not found:
        yield from hanging("", say("changes-none", lang), look.columns)
    for each in found:
        title = say("changes-titled", lang, title=each.title, count=len(each.lines))
        yield from hanging("", title, look.columns)
        for line in each.lines:
            yield from hanging("  - ", one_line(line), look.columns)


def _concerns(found: Sequence[Concern], report: Report, look: _Look) -> Iterator[str]:
    lang = report.lang
    if not found:
        yield from hanging("", clear_words(report), look.columns)
    for number, concern in enumerate(found[:FIRST], 1):
        row = concern.lane.row
        name, word = one_line(row.evaluation.indicator.name), row.verdict(lang)
        first, *rest = hanging(f"{number}. ", f"{row.number} {name}".strip(), look.columns)
        yield from (first, *rest)
        told = "  ".join(filter(None, (word, concern.explain(lang))))
        yield from hanging("   ", told, look.columns)
    if len(found) > FIRST:
        yield say("first-more", lang, count=len(found) - FIRST)


# -- the tables ----------------------------------------------------------------------------------


class _Shape(NamedTuple):
    """Which columns of a table stand side by side, which below the row, and how wide."""

    headings: tuple[str, ...]
    beside: tuple[int, ...]
    widths: tuple[int, ...]
    columns: int | None

    @property
    def indent(self) -> str:
        """What stands before the lines below a row."""
        return " " * (min(self.widths[0], _NUMBER_WIDTH) + GAP)

    def lines(self, cells: Sequence[str]) -> list[str]:
        """Lay out a row."""
        return row_lines([cells[index] for index in self.beside], self.widths)

    def details(self, cells: Sequence[str], lang: Language) -> Iterator[str]:
        """Lay out the cells that have no place in the row, short ones side by side."""
        packed = ""
        for index, cell in enumerate(cells):
            if index in self.beside or not cell.strip():
                continue
            label = say("report-labelled", lang, label=self.headings[index], text="")
            if packed and self._holds(f"{packed}{' ' * GAP}{label}{cell}"):
                packed = f"{packed}{' ' * GAP}{label}{cell}"
                continue
            yield from [packed] * bool(packed)
            packed = f"{self.indent}{label}{cell}"
            if not self._holds(packed):
                yield from hanging(f"{self.indent}{label}", cell, self.columns)
                packed = ""
        yield from [packed] * bool(packed)

    def _holds(self, line: str) -> bool:
        return self.columns is not None and width(line) <= self.columns


def _table(report: Report, table: ReportTable, look: _Look) -> Iterator[str]:
    yield from _titled(one_line(table.heading), look.columns)
    headings = [*map(one_line, table.columns), say("report-verdict", report.lang)]
    cells = [
        [*map(one_line, row.texts(table.columns)), row.verdict(report.lang)] for row in table.rows()
    ]
    shape = _shape([headings, *cells], look.columns)
    yield from shape.lines(headings)
    yield (" " * GAP).join("-" * each for each in shape.widths)
    shown = iter(cells)
    for group in table.groups:
        for heading in group.headings:
            yield ""
            yield from hanging("", one_line(heading), look.columns)
        for number, row in enumerate(group.rows):
            if look.columns is not None and (number or group.headings):
                yield ""
            yield from _row(row, next(shown), shape, report.lang, look)


def _row(
    row: ReportRow, cells: Sequence[str], shape: _Shape, lang: Language, look: _Look
) -> Iterator[str]:
    first, *rest = shape.lines(cells)
    yield look.coloured(first, row.verdict(lang), row.evaluation.verdict)
    yield from rest
    yield from shape.details(cells, lang)
    grades = (grade.explain(lang) for grade in row.grades)
    for text in (*reason_lines(row.evaluation, lang), *grades):
        yield from hanging(f"{shape.indent}└ ", one_line(text), look.columns)


def _shape(rows: Sequence[Sequence[str]], columns: int | None) -> _Shape:
    """Find the columns that fit side by side; the others go below each row."""
    headings = tuple(rows[0])
    roles = [column_of(heading).role if heading else Role.INDICATOR for heading in headings]
    last = len(headings) - 1
    beside = tuple(range(len(headings)))
    for moved, least in _TRIALS:
        beside = tuple(each for each in beside if each == last or roles[each] not in moved)
        cells = [[row[index] for index in beside] for row in rows]
        whole = frozenset((len(beside) - 1,))
        widths = column_widths(cells, columns, least=least, whole=whole)
        if widths is not None:
            return _Shape(headings, beside, widths, columns)
    sizes = (_NUMBER_WIDTH, max(width(row[last]) for row in rows))
    return _Shape(headings, (0, last), sizes, columns)


# -- what stands around them ---------------------------------------------------------------------


def _remarks(report: Report, look: _Look) -> Iterator[str]:
    for line in report.plan.remarks:
        yield from hanging("", one_line(line), look.columns)


def _headlines(report: Report, look: _Look) -> Iterator[str]:
    for headline in report.headlines:
        for item in headline_items(headline, report.lang):
            yield from _item(item, report.lang, look)


def _checks(report: Report, look: _Look) -> Iterator[str]:
    for item in check_items(report):
        yield from hanging("", one_line(item.label), look.columns)
        for formula, result in item.entries:
            yield from hanging("  ", one_line(f"{formula}  {result}"), look.columns)


def _item(item: Item, lang: Language, look: _Look) -> Iterator[str]:
    label = say("report-labelled", lang, label=item.label, text="")
    yield from hanging(label, one_line(item.text), look.columns)
    for name, text in item.entries:
        yield from hanging("  - ", one_line(name), look.columns)
        if text:
            yield from hanging("    └ ", one_line(text), look.columns)


def _taken(report: Report, look: _Look) -> Iterator[str]:
    for line in taken_lines(report.plan, report.lang):
        yield from hanging("", one_line(line), look.columns)


def _totals(report: Report, look: _Look) -> Iterator[str]:
    for number, matrix in enumerate(total_matrices(report)):
        yield from [""] * bool(number)
        yield from _counts(matrix, look)
        if matrix.note:
            yield from hanging("", matrix.note, look.columns)


def _counts(matrix: Matrix, look: _Look) -> Iterator[str]:
    rows = [tuple(map(one_line, row)) for row in matrix.rows]
    figures = frozenset(range(1, len(matrix.counts) + 1))
    head, widths = _fitting(matrix, rows, figures, look.columns)
    yield from row_lines(head, widths, right=figures)
    yield (" " * GAP).join("-" * each for each in widths)
    for row in rows:
        yield from row_lines(row, widths, right=figures)


def _fitting(
    matrix: Matrix, rows: list[tuple[str, ...]], figures: frozenset[int], columns: int | None
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the headings in words, or as marks where a line is too narrow, and the widths."""
    all_but_first = figures | {len(figures) + 1, len(figures) + 2}
    in_words = (matrix.title, *matrix.counts, *matrix.shares)
    in_marks = (matrix.title, *matrix.marks, *matrix.shares)
    readable = _LABEL if len(matrix.counts) > _USUAL else _NARROW
    for head, least in ((in_words, readable), (in_marks, _NARROW)):
        widths = column_widths([head, *rows], columns, least=least, whole=all_but_first)
        if widths is not None:
            return head, widths
    narrowest = column_widths([in_marks, *rows], columns, least=_SQUEEZED)
    return in_marks, narrowest or natural_widths([in_marks, *rows])


def _issues(report: Report, look: _Look) -> Iterator[str]:
    """Say where and what, and draw it."""
    columns = look.columns
    for issue in unread_issues(report.plan.issues):
        where = f"{issue.location}: " if issue.location else ""
        yield from hanging("", one_line(f"{where}{issue.message(report.lang)}"), columns)
        drawn = issue.caret(None if columns is None else columns - len(_INDENT))
        yield from (f"{_INDENT}{line}" for line in safe(drawn).split("\n"))


def _questions(report: Report, look: _Look) -> Iterator[str]:
    for item in question_items(report):
        where = f"{item.label}: " if item.label else ""
        yield from hanging("", one_line(f"{where}{item.text}"), look.columns)


#: What stands around the tables, each with its title.
_AROUND: Final = (
    ("report-remarks", _remarks),
    ("report-issues", _issues),
    ("report-taken", _taken),
    ("report-totals", _totals),
    ("report-checks", _checks),
    ("report-headlines", _headlines),
    ("report-questions", _questions),
)
