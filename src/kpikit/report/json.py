"""The report as JSON, for other programs: stable keys, numbers as their written digits.

What others may rely on is a view: the members that a value has in the report, each of which is
written by its own view in turn. A value without one says its type and has its fields as members.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from operator import attrgetter
from typing import Any, Final, TypeAlias

import attrs

from kpikit._value import Code
from kpikit.analysis.findings import Finding
from kpikit.analysis.findings.finding import Place
from kpikit.analysis.scheme.grade import Grade
from kpikit.io.json_text import Members, json_text
from kpikit.judging.evaluation import Evaluation
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
from kpikit.report.model import Report, ReportGroup, ReportTable, Total, check_report
from kpikit.report.rows import ReportRow

__all__ = ["findings_json", "plain", "render_json"]

#: The members of a value, not yet written themselves.
_View: TypeAlias = dict[str, Any]
#: What shows the values of a class.
_Show: TypeAlias = Callable[[Any], Any]

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

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> json.loads(render_json(build_report(kk.evaluate(kk.Plan("計画")))))["language"]
    'ja'
    """
    check_report("render_json", report)
    return json_text(report, apart=_LISTED, views=_views_in(report.lang))


def findings_json(findings: Sequence[Finding], lang: Language) -> str:
    """Write findings as a JSON list, with a line for each.

    >>> json.loads(findings_json([], "ja"))
    []
    """
    return json_text([*findings], views=_views_in(lang))


def plain(value: object) -> Any:
    """Return a value as objects, lists and text; a value object says its type.

    >>> from kpikit import AtLeast, Quantity
    >>> plain(AtLeast(Quantity("55", "%")))["bound"]["text"]
    '55 %'
    """
    return json.loads(json_text(value, views=_views_in("ja")))


def _views_in(lang: Language) -> Callable[[type], _Show]:
    """Return what finds how the values of a class are shown in a language."""
    return cache(partial(_view_of, lang=lang))


def _view_of(kind: Any, lang: Language) -> _Show:
    if issubclass(kind, Code):
        return attrgetter("_value_")  # the property of Enum is slow
    if kind is Decimal:
        return "{:f}".format
    if kind in _VIEWS:
        show = _VIEWS[kind]
        return lambda value: show(value, lang)
    if kind is Location:
        return Members(("file", "sheet", "line", "column"), _location)
    if issubclass(kind, Period):
        return Members(("type", "text", "start", "end"), _period, shared=True)
    return _members(kind, _MEMBERS[kind], lang) if kind in _MEMBERS else _typed(kind)


@cache
def _typed(kind: Any) -> Members:
    """Show the type of a value, its canonical text if it has one, and its fields."""
    name, names = kind.__name__, _fields(kind)
    get = _getter(names)

    def of(value: Any) -> tuple[Any, ...]:
        return (name, *get(value))

    def of_text(value: Any) -> tuple[Any, ...]:
        return (name, str(value), *get(value))

    if hasattr(kind, "parse"):
        return Members(("type", "text", *names), of_text)
    return Members(("type", *names), of)


def _shown(value: Any) -> _View:
    return _typed(value.__class__)(value)


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gets all members of these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _fields(kind: Any) -> tuple[str, ...]:
    """Return the names of all fields of a class."""
    return tuple(attrs.fields_dict(kind))


@cache
def _members(kind: type, names: tuple[str, ...], lang: Language) -> Members:
    """Show some members: ``key=member`` under another key, ``member?`` as ``null`` where empty.

    What is told in a language is told in that of the report.
    """
    keys = tuple(name.partition("=")[0].rstrip("?") for name in names)
    wanted = [(name.partition("=")[2] or name) for name in names]
    told = [each for each in wanted if callable(getattr(kind, each, None))]
    if not told and not any(each.endswith("?") for each in wanted):
        return Members(keys, _getter(wanted))
    getters = [_told(each, lang) if each in told else _given(each) for each in wanted]

    def of(value: Any) -> list[Any]:
        return [get(value) for get in getters]

    return Members(keys, of)


def _told(name: str, lang: Language) -> _Show:
    return lambda value: getattr(value, name)(lang)


def _given(name: str) -> _Show:
    if not name.endswith("?"):
        return attrgetter(name)
    get = attrgetter(name.rstrip("?"))
    return lambda value: get(value) or None


def _period(period: Period) -> tuple[str, ...]:
    name, text = type(period).__name__, str(period)
    return name, text, period.start.isoformat(), period.end.isoformat()


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
        "rule": None if rule is None else {"words": rule_words(rule, lang)} | _shown(rule),
        "actual": {
            "words": observation_words(evaluation.observation, lang),
            "observation": evaluation.observation,
        },
        "baseline": evaluation.baseline,
        "rates": dict(evaluation.rates),
        "explanation": evaluation.explain(lang),
        "counted_as": row.count,
        "standing": _standing(evaluation, lang),
        "grades": row.grades,
        "source": source and source.location,
    }


def _standing(evaluation: Evaluation, lang: Language) -> _View | None:
    """Show how an evaluation stands while it is open, in the words of its row."""
    standing = evaluation.standing
    if standing is None:
        return None
    told = standing.explain(lang, spelling=evaluation.spelling)
    return _members(Standing, _STANDING, lang)(standing) | {"explanation": told}


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
    shown = _members(Grade, _GRADED, lang)(grade)
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


def _check(check: Check, _: Language) -> _View:
    return _place(check.row) | {
        "kind": check.kind,
        "formula": check.formula,
        "computed": check.computed,
        "published": check.published,
        "holds": check.holds,
    }


def _total(total: Total, lang: Language) -> _View:
    named = {"kind": total.kind, "code": total.code, "title": total.title}
    return named | _summary(total.summary, lang)


def _summary(summary: Summary, _: Language) -> _View:
    low, high = summary.bounds or (None, None)
    return {
        "counts": attrs.asdict(summary, recurse=False),
        "decided": summary.decided,
        "due": summary.due,
        "open": summary.open,
        "total": summary.total,
        "rate": summary.rate,
        "bounds": {"lower": low, "upper": high},
    }


def _location(location: Location) -> tuple[Any, ...]:
    return named_file(location.file), location.sheet, location.line, location.column


#: The members that show a grade, whatever it has beside them.
_GRADED: Final = (
    "scheme",
    "label",
    "printed",
    "rate=rate_text?",
    "undecided?",
    "explanation=explain",
)
#: The members of a standing that are the same in all words.
_STANDING: Final = ("pace", "reason", "method", "when", "expected", "gap", "flags")
#: Class → the members that show its values.
_MEMBERS: Final[Mapping[type, tuple[str, ...]]] = {
    ReportTable: _fields(ReportTable),
    ReportGroup: ("headings", "rows"),
    Cell: _fields(Cell),
    Note: ("code", "start", "end", "message"),
    Rate: ("lower", "upper", "undefined?"),
    Share: _fields(Share),
    Category: _fields(Category),
    Finding: ("code", "severity", "message", "places"),
    Place: ("table", "no=section", "indicator", "part?", "source=location"),
    Issue: ("code", "message", "text", "start", "end", "source=location"),
}
#: Class → what shows its values where more is to be done.
_VIEWS: Final[Mapping[type, Callable[[Any, Language], Any]]] = {
    Report: _report,
    ReportRow: _row,
    Grade: _grade,
    Question: _question,
    MidTerm: _mid_term,
    Headline: _headline,
    Check: _check,
    Total: _total,
    Summary: _summary,
}
