"""The report as JSON, for other programs: stable keys, numbers as their written digits.

What others may rely on is a view: the members that a value has in the report, each of which is
written by its own view in turn. A value without one says its type and has its fields as members.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Final, TypeAlias

import attrs

from kpikit._value import Code
from kpikit.analysis.findings import Finding
from kpikit.analysis.findings.finding import Place
from kpikit.analysis.scheme.grade import Grade
from kpikit.io.json_text import json_text
from kpikit.judging.rates import Rate
from kpikit.judging.standing import Standing
from kpikit.judging.summary import MidTerm, Share, Summary
from kpikit.judging.wording import observation_words, rule_words
from kpikit.language.issue import Issue, Location, Note
from kpikit.language.messages import Language
from kpikit.model.codec import named_file
from kpikit.model.indicator import Cell
from kpikit.model.period import Period
from kpikit.model.plan import Category
from kpikit.model.question import Question
from kpikit.model.verdict import Direction
from kpikit.report.checks import Check
from kpikit.report.headlines import Headline
from kpikit.report.model import Report, ReportGroup, ReportTable, Total
from kpikit.report.rows import ReportRow

__all__ = ["findings_json", "plain", "render_json"]

#: The members of a value, not yet written themselves.
_View: TypeAlias = dict[str, Any]

#: What a reader may rely on; raised when a key changes its meaning.
_FORMAT: Final = "kpikit-report/1"
#: The members whose items stand on lines of their own.
_LISTED: Final = (
    "categories",
    "checks",
    "findings",
    "groups",
    "headlines",
    "issues",
    "questions",
    "rows",
    "tables",
    "totals",
)


def render_json(report: Report) -> str:
    """Write the report as one JSON object, with a line for each row.

    Numbers of quantities are strings, so that no digit is lost. Files are named without the
    folders of this machine.
    """
    return json_text(report, apart=_LISTED, view=_shown_in(report.lang))


def findings_json(findings: Sequence[Finding], lang: Language) -> str:
    """Write findings as a JSON list, with a line for each."""
    return json_text([*findings], view=_shown_in(lang))


def plain(value: object) -> Any:
    """Return a value as objects, lists and text; a value object says its type.

    >>> from kpikit import AtLeast, Quantity
    >>> plain(AtLeast(Quantity("55", "%")))["bound"]["text"]
    '55 %'
    """
    return json.loads(json_text(value, view=_shown_in("ja")))


def _shown_in(lang: Language) -> Callable[[Any], Any]:
    """Return what shows a value that JSON does not know by what may be shown in its turn."""
    views = _Views()

    def shown(value: Any) -> Any:
        return views[value.__class__](value, lang)

    return shown


class _Views(dict[type, Callable[[Any, Language], Any]]):
    """What shows the values of each class, looked for once."""

    def __missing__(self, kind: type) -> Callable[[Any, Language], Any]:
        view = self[kind] = _view_of(kind)
        return view


def _view_of(kind: Any) -> Callable[[Any, Language], Any]:
    """Return what shows the values of a class."""
    if issubclass(kind, Code):
        return _code
    if kind is Decimal:
        return lambda value, _: f"{value:f}"
    if issubclass(kind, Period):
        return _period
    return _VIEWS.get(kind) or _typed_view(kind)


def _code(value: Code, _: Language) -> Any:
    return value._value_  # the property of Enum is slow


def _typed(value: Any, lang: Language) -> _View:
    """Return the type of a value, its canonical text if it has one, and its fields."""
    return _typed_view(value.__class__)(value, lang)


@cache
def _typed_view(kind: Any) -> Callable[[Any, Language], _View]:
    """Return what shows the type of a value, its canonical text if it has one, and its fields."""
    name, has_text = kind.__name__, hasattr(kind, "parse")
    names, getter = _getter(kind)

    def view(value: Any, _: Language) -> _View:
        shown: _View = {"type": name}
        if has_text:
            shown["text"] = str(value)
        shown.update(zip(names, getter(value), strict=True))
        return shown

    return view


@lru_cache(maxsize=1024)
def _period(period: Period, _: Language) -> _View:
    return {
        "type": type(period).__name__,
        "text": str(period),
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
    }


def _fields(value: Any, _: Language | None = None) -> _View:
    """Show a value by its fields and nothing else."""
    names, getter = _getter(value.__class__)
    return dict(zip(names, getter(value), strict=True))


@cache
def _getter(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of the fields of a class, and what gets all of them."""
    names = tuple(attrs.fields_dict(kind))
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)


def _members(*names: str) -> Callable[[Any, Language], _View]:
    """Show some members: ``key=member`` under another key, ``member?`` as ``null`` where empty.

    What is told in a language is told in that of the report.
    """
    wanted = [
        (
            name.partition("=")[0].rstrip("?"),
            (name.partition("=")[2] or name).rstrip("?"),
            "?" in name,
        )
        for name in names
    ]

    def view(value: Any, lang: Language) -> _View:
        shown: _View = {}
        for key, name, is_optional in wanted:
            member = getattr(value, name)
            if callable(member):
                member = member(lang)
            shown[key] = member or None if is_optional else member
        return shown

    return view


def _report(report: Report, lang: Language) -> _View:
    plan = report.plan
    return {
        "format": _FORMAT,
        "language": lang,
        "title": plan.title,
        "as_of": None if report.as_of is None else report.as_of.isoformat(),
        "categories": plan.categories,
        "tables": report.tables,
        "remarks": plan.remarks,
        "headlines": report.headlines,
        "checks": report.checks,
        "totals": report.totals,
        "mid_term": report.mid_term if report.mid_term.summary.open else None,
        "findings": report.findings,
        "questions": report.questions,
        "issues": plan.issues,
    }


def _row(row: ReportRow, lang: Language) -> _View:
    evaluation, section = row.evaluation, row.section
    rule, source = evaluation.rule, evaluation.indicator.source
    return {
        **_place(row),
        "kind": section.kind,
        "title": section.title,
        "category": row.category.code if row.category else None,
        "departments": section.departments,
        "indicator": evaluation.indicator.name,
        "cells": row.cells,
        "verdict": evaluation.verdict,
        "reason": evaluation.reason,
        "flags": evaluation.flags,
        "rule": None if rule is None else {"words": rule_words(rule, lang)} | _typed(rule, lang),
        "actual": {
            "words": observation_words(evaluation.observation, lang),
            "observation": evaluation.observation,
        },
        "baseline": evaluation.baseline,
        "rates": dict(evaluation.rates),
        "explanation": evaluation.explain(lang),
        "counted_as": row.count,
        "standing": evaluation.standing,
        "grades": row.grades,
        "source": source and source.location,
    }


def _question(question: Question, lang: Language) -> _View:
    """Show what only a person can answer, with the words of which one would decide it."""
    source = question.indicator.source
    return {
        "what": question.what,
        "section": question.section,
        "indicator": question.indicator.name,
        "message": question.message(lang),
        "answers": {way.value: word for way, word in zip(Direction, question.words, strict=True)},
        "opposed": question.opposed,
        "source": source and source.location,
    }


def _grade(grade: Grade, lang: Language) -> _View:
    """Show a grade, with those of its parts and the other rates beside it where there are any."""
    shown = _GRADED(grade, lang)
    if grade.parts:
        shown["parts"] = grade.parts
    if grade.beside:
        shown["beside"] = dict(grade.beside)
    return shown


def _place(row: ReportRow) -> _View:
    return {"table": row.table, "no": row.number, "part": row.part}


def _headline(headline: Headline, _: Language) -> _View:
    return {
        **_place(headline.row),
        "published": headline.figure.share,
        "category": headline.category,
        "percent": headline.percent,
        "fits": headline.fits,
        "summary": headline.summary,
        "not_achieved": [_titled(row) for row in headline.missed],
        "left_out": [
            _titled(row) | {"verdict": row.evaluation.verdict, "reason": row.evaluation.reason}
            for row in headline.left_out
        ],
        "note": {
            "not_achieved": headline.figure.missed,
            "titles": headline.figure.titles,
            "agrees": headline.agrees_with_note,
        },
    }


def _mid_term(mid_term: MidTerm, lang: Language) -> _View:
    counts = mid_term.summary
    return {
        "words": mid_term.explain(lang),
        "open": counts.open,
        "met": counts.early,
        "expected": counts.early_forecast,
        "left": counts.not_due,
        "deadlines": mid_term.deadlines,
        "on_track": counts.on_track,
        "behind": counts.behind,
        "unknown": counts.unknown,
    }


def _titled(row: ReportRow) -> _View:
    return {**_place(row), "title": row.section.title}


def _check(check: Check, lang: Language) -> _View:
    return _place(check.row) | _CHECKED(check, lang)


def _total(total: Total, lang: Language) -> _View:
    return _COUNTED(total, lang) | _summary(total.summary, lang)


def _summary(summary: Summary, _: Language) -> _View:
    low, high = summary.bounds or (None, None)
    return {
        "counts": _fields(summary),
        "decided": summary.decided,
        "due": summary.due,
        "open": summary.open,
        "total": summary.total,
        "rate": summary.rate,
        "bounds": {"lower": low, "upper": high},
    }


def _location(location: Location, lang: Language) -> _View:
    return {"file": named_file(location.file), **_WITHIN(location, lang)}


_CHECKED: Final = _members("kind", "formula", "computed", "published", "holds")
_COUNTED: Final = _members("kind", "code", "title")
_WITHIN: Final = _members("sheet", "line", "column")
_GRADED: Final = _members(
    "scheme", "label", "printed", "rate=rate_text?", "undecided?", "explanation=explain"
)
_VIEWS: Final[Mapping[type, Callable[[Any, Language], _View]]] = {
    Report: _report,
    ReportTable: _fields,
    ReportGroup: _members("headings", "rows"),
    ReportRow: _row,
    Cell: _fields,
    Note: _members("code", "start", "end", "message"),
    Rate: _members("lower", "upper", "undefined?"),
    Grade: _grade,
    Question: _question,
    Standing: _members(
        "pace", "reason", "method", "when", "expected", "gap", "flags", "explanation=explain"
    ),
    MidTerm: _mid_term,
    Headline: _headline,
    Check: _check,
    Total: _total,
    Summary: _summary,
    Share: _fields,
    Category: _fields,
    Finding: _members("code", "severity", "message", "places"),
    Place: _members("table", "no=section", "indicator", "part?", "source=location"),
    Issue: _members("code", "message", "text", "start", "end", "source=location"),
    Location: _location,
}
