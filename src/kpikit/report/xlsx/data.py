"""The sheet of facts: one row an indicator, one column a fact, ready for a pivot table.

Rates and differences are formulas over the cells of their row, so that they follow when a figure
is corrected. The verdict is what kpikit found, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from kpikit.io.report_words import DATA, data_headings
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.explanation import reason_words
from kpikit.judging.wording import period_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.verdict import Verdict
from kpikit.report.blocks import place_words
from kpikit.report.measured import Measured, gap_unit, measured
from kpikit.report.model import Report, ReportTable
from kpikit.report.rows import COUNTS, ReportRow, verdict_words
from kpikit.report.xlsx import formulas
from kpikit.report.xlsx.figures import PERCENT, PLAIN, figure_of
from kpikit.report.xlsx.pen import Pen, set_widths

__all__ = ["add_data"]

#: How wide the columns are, in half-width characters.
_WIDTHS: Final[Mapping[str, float]] = {
    "table": 6,
    "number": 8,
    "part": 8,
    "unit": 8,
    "heading": 24,
    "section": 24,
    "indicator": 34,
    "way": 16,
    "verdict": 14,
    "reason": 26,
    "target-read": 20,
    "target-cell": 22,
    "actual-cell": 22,
    "source": 20,
}
_WIDE: Final = 12
#: How many pages it is wide in print.
_PAGES: Final = 3
_AT: Final = {code: at for at, code in enumerate(DATA)}
_NUMBERS: Final = ("baseline", "target", "actual")
#: What stands between the headings that one row stands below, and between its departments.
_HEADINGS: Final = " > "
_LIST: Final = ", "
#: What a sentence ends with, and a clause does not.
_ENDS: Final = "。."


class _Placed(NamedTuple):
    """A row of the report, and the headings that it stands below."""

    headings: tuple[str, ...]
    row: ReportRow


def add_data(pen: Pen, report: Report) -> None:
    """Add the sheet of facts."""
    sheet = pen.sheet(say("data-title", pen.lang))
    headings = data_headings(pen.lang)
    widths = [_WIDTHS.get(code, _WIDE) for code in DATA]
    set_widths(sheet, widths)
    pen.line(sheet, 0, headings, widths, "head")
    placed = [each for table in report.tables for each in _rows(table)]
    for down, each in enumerate(placed, 1):
        _add(pen, sheet, down, each)
    sheet.freeze_panes(1, _AT["indicator"] + 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, _AT["indicator"])
    sheet.fit_to_pages(_PAGES, 0)
    if placed:
        pen.table(sheet, 0, headings, last=len(placed))
        pen.coloured(sheet, (1, _AT["verdict"], len(placed), _AT["verdict"]))


def _rows(table: ReportTable) -> Iterator[_Placed]:
    """Yield the rows of a table, each with all headings that it stands below."""
    opened: tuple[str, ...] = ()
    for group in table.groups:
        opened = opened[: group.level] + group.headings
        for row in group.rows:
            yield _Placed(opened, row)


def _add(pen: Pen, sheet: Any, down: int, placed: _Placed) -> None:
    numbers = measured(placed.row.evaluation)
    for code, text in _texts(placed, numbers, pen.lang).items():
        if text:
            pen.text(sheet, down, _AT[code], text, "plain")
    for code in _NUMBERS:
        figure = figure_of(getattr(numbers, code), numbers.unit)
        if figure is not None:
            pen.number(sheet, down, _AT[code], figure, "plain")
    if numbers.target is not None:
        _add_rates(pen, sheet, down, numbers)


def _add_rates(pen: Pen, sheet: Any, down: int, numbers: Measured) -> None:
    """Write what follows from the numbers of a row, as formulas over their cells."""
    way, baseline, target, actual = (
        formulas.cell_name(down, _AT[code]) for code in ("way", *_NUMBERS)
    )
    rate = formulas.achievement(actual, target, way, pen.lang)
    pen.formula(sheet, down, _AT["achievement"], rate, numbers.achievement, PERCENT)
    rate = formulas.progress(actual, baseline, target)
    pen.formula(sheet, down, _AT["progress"], rate, numbers.progress, PERCENT)
    shown = figure_of(numbers.gap, gap_unit(numbers.unit))
    form = shown.form if shown is not None else PLAIN
    pen.formula(sheet, down, _AT["gap"], formulas.gap(actual, target), numbers.gap, form)


def _texts(placed: _Placed, numbers: Measured, lang: Language) -> dict[str, str]:
    """Return all of a row that is said in words, by column."""
    row, evaluation = placed.row, placed.row.evaluation
    section, source, target = row.section, evaluation.indicator.source, evaluation.target
    return {
        "table": row.table,
        "heading": _HEADINGS.join(placed.headings),
        "number": row.number,
        "part": "" if row.part is None else str(row.part),
        "section": section.title,
        "category": "" if row.category is None else row.category.code,
        "department": _LIST.join(section.departments),
        "indicator": evaluation.indicator.name,
        "unit": numbers.unit,
        "way": say(f"data-{numbers.way.value}", lang) if numbers.way else "",
        "baseline-period": _time(evaluation.baseline, lang),
        "target-period": _words(target and target.period, lang),
        "actual-period": _time(evaluation.observation, lang),
        "verdict": verdict_words(evaluation.verdict, lang),
        "pace": say(f"pace-word-{row.pace.value}", lang) if row.pace else "",
        "counted-as": say(COUNTS[row.count], lang),
        "reason": _why(evaluation, lang),
        "target-read": rule_words(evaluation.rule, lang) if evaluation.rule else "",
        "target-cell": row.target,
        "actual-cell": row.actual,
        "source": place_words(source.location) if source else "",
    }


def _why(evaluation: Evaluation, lang: Language) -> str:
    """Say why there is no verdict, as a clause."""
    reason, target = evaluation.reason, evaluation.target
    if reason is None:
        return ""
    if evaluation.verdict is Verdict.NOT_APPLICABLE:
        rule = rule_words(evaluation.rule, lang)
        return say(f"reason-{reason.value}", lang, rule=rule).rstrip(_ENDS)
    due, unread = (None, "") if target is None else (target.period, target.unread)
    seen = evaluation.observation
    return reason_words(reason, seen, evaluation.rule, due, lang, unread=unread).rstrip(_ENDS)


def _time(seen: Observation | None, lang: Language) -> str:
    return _words(seen and (seen.period or seen.column), lang)


def _words(period: Period | None, lang: Language) -> str:
    return period_words(period, lang) if period else ""
