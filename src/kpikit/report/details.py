"""What is told of a row on demand: why, by which formula, and what the source says beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from kpikit.analysis.findings import Place
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import Rate
from kpikit.language.issue import Location
from kpikit.language.messages import Language, say
from kpikit.model.quantity import EXACT
from kpikit.model.verdict import Direction
from kpikit.report.blocks import Item, place_of
from kpikit.report.model import Report
from kpikit.report.rows import ReportRow, advice_words, column_of, one_line
from kpikit.table.headings import Role

__all__ = ["details_of", "finding_place", "issue_items", "percent_words", "place_words"]

_TENTH: Final = Decimal("0.1")
_FOLDERS: Final = re.compile(r".*[\\/]", re.DOTALL)


def details_of(row: ReportRow, lang: Language) -> tuple[Item, ...]:
    """Return what is told of a row: explanation, advice, rates, remarks, notes, and its place."""
    return (
        Item(say("report-explanation", lang), row.evaluation.explain(lang)),
        *_advice(row.evaluation, lang),
        *_rates(row, lang),
        *(Item(each.scheme, each.explain(lang)) for each in row.grades),
        *_remarks(row),
        *_notes(row, lang),
        *_source(row, lang),
    )


def percent_words(rate: Rate) -> str:
    """Write a rate in %, to a tenth, half up; an interval as its ends.

    >>> percent_words(Rate("achievement", Decimal("0.8764"), None))
    '87.6%~'
    """
    low, high = (None if end is None else _percent(end) for end in (rate.lower, rate.upper))
    if low == high:
        return f"{low}%"
    return f"{'' if low is None else f'{low}%'}~{'' if high is None else f'{high}%'}"


def place_words(location: Location) -> str:
    """Say where a cell stands, without the folders of whoever made the report.

    >>> place_words(Location("/home/me/plan.tsv", 3))
    'plan.tsv:3'
    """
    name = _FOLDERS.sub("", location.file)
    return str(Location(name, location.line, location.column, location.sheet))


def finding_place(place: Place) -> str:
    """Say what a finding is about: table, number, part, indicator, as far as they are known."""
    return place_of(place.table, place.section, place.part, place.indicator)


def issue_items(report: Report) -> tuple[Item, ...]:
    """Say what could not be read: where, what, and the cell."""
    return tuple(
        Item(
            place_words(issue.location) if issue.location else "",
            issue.message(report.lang),
            ((issue.text, ""),) if issue.text else (),
        )
        for issue in report.plan.issues
    )


def _percent(end: Decimal) -> Decimal:
    return EXACT.multiply(end, Decimal(100)).quantize(_TENTH, ROUND_HALF_UP, EXACT)


def _advice(evaluation: Evaluation, lang: Language) -> Iterator[Item]:
    advice = advice_words(evaluation, lang)
    if advice:
        yield Item(say("report-advice", lang), advice)


def _rates(row: ReportRow, lang: Language) -> Iterator[Item]:
    """Yield the rates that are defined; actual over target only where more of it is better."""
    for name, rate in row.evaluation.rates.items():
        if not rate.undefined and (name != "achievement" or _grows(row.evaluation)):
            yield Item(rate.explain(lang), percent_words(rate))


def _grows(evaluation: Evaluation) -> bool:
    """Whether actual over target grows as things get better: not of a ceiling or a deficit."""
    aim = evaluation.aim
    above = aim is not None and aim.lower is not None and aim.lower > 0
    return above and evaluation.rule is not None and evaluation.rule.way is Direction.HIGHER


def _remarks(row: ReportRow) -> Iterator[Item]:
    for cell in row.cells:
        if cell.text.strip() and column_of(cell.heading).role is Role.REMARK:
            yield Item(cell.heading, cell.text)


def _notes(row: ReportRow, lang: Language) -> Iterator[Item]:
    """Yield what was noted of cells, once for all the cells that it was noted of."""
    noted: dict[str, list[tuple[str, str]]] = {}
    for cell in row.cells:
        for note in cell.notes:
            about = cell.text[note.start : note.end].strip()
            noted.setdefault(note.message(lang), []).append((cell.heading, about))
    for told, places in noted.items():
        headings = "".join(dict.fromkeys(f"「{one_line(heading)}」" for heading, _ in places))
        shown = "".join(dict.fromkeys(f"「{text}」" for _, text in places if text))
        text = say("html-noted", lang, text=shown, note=told) if shown else told
        yield Item(say("html-note", lang, headings=headings), text)


def _source(row: ReportRow, lang: Language) -> Iterator[Item]:
    source = row.evaluation.indicator.source
    if source is not None:
        yield Item(say("html-source", lang), place_words(source.location))
