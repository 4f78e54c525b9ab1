"""The report as JSON, for other programs: stable keys, numbers as their written digits."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, cast

import attrs

from kpikit.findings import Finding
from kpikit.io.json_text import json_text
from kpikit.messages import Language
from kpikit.period import Period
from kpikit.plan import Category
from kpikit.rates import Rate
from kpikit.reading import Issue, Location
from kpikit.report.checks import Check
from kpikit.report.headlines import Headline
from kpikit.report.model import Report, ReportTable, Total
from kpikit.report.rows import ReportRow
from kpikit.scheme.grade import Grade
from kpikit.summary import Share, Summary
from kpikit.wording import observation_words, rule_words

__all__ = ["plain", "plain_finding", "render_json"]

#: What a reader may rely on; raised when a key changes its meaning.
_FORMAT = "kpikit-report/1"


def render_json(report: Report) -> str:
    """Write the report as one JSON object.

    Numbers of quantities are strings, so that no digit is lost.
    """
    plan = report.plan
    content = {
        "format": _FORMAT,
        "language": report.lang,
        "title": plan.title,
        "as_of": None if report.as_of is None else report.as_of.isoformat(),
        "categories": [_category(each) for each in plan.categories],
        "tables": [_table(each, report.lang) for each in report.tables],
        "remarks": list(plan.remarks),
        "headlines": [_headline(each) for each in report.headlines],
        "checks": [_check(each) for each in report.checks],
        "totals": [_total(each) for each in report.totals],
        "findings": [plain_finding(each, report.lang) for each in report.findings],
        "issues": [_issue(each, report.lang) for each in plan.issues],
    }
    return json_text(content, indent=2)


def plain(value: object) -> Any:
    """Return a value as objects, lists and text; a value object says its type.

    >>> from kpikit import AtLeast, Quantity
    >>> plain(AtLeast(Quantity("55", "%")))["bound"]["text"]
    '55 %'
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(each) for each in cast("tuple[object, ...]", value)]
    return _object(value)


def _object(value: Any) -> dict[str, Any]:
    """Return a value object: its type, its canonical text if it has one, its fields."""
    kind = cast("Any", type(value))
    told: dict[str, Any] = {"type": kind.__name__}
    if hasattr(kind, "parse"):
        told["text"] = str(value)
    if isinstance(value, Period):
        return told | {"start": value.start.isoformat(), "end": value.end.isoformat()}
    return told | {field.name: plain(getattr(value, field.name)) for field in attrs.fields(kind)}


def _table(table: ReportTable, lang: Language) -> dict[str, Any]:
    return {
        "number": table.number,
        "heading": table.heading,
        "columns": list(table.columns),
        "groups": [
            {
                "headings": list(group.headings),
                "rows": [_row(row, lang) for row in group.rows],
            }
            for group in table.groups
        ],
    }


def _row(row: ReportRow, lang: Language) -> dict[str, Any]:
    evaluation, section = row.evaluation, row.section
    rule, source = evaluation.rule, evaluation.indicator.source
    return {
        "table": row.table,
        "no": row.number,
        "part": row.part,
        "kind": section.kind,
        "title": section.title,
        "category": row.category.code if row.category else None,
        "departments": list(section.departments),
        "indicator": evaluation.indicator.name,
        "cells": [
            {"heading": cell.heading, "text": cell.text, "notes": _notes(cell.notes, lang)}
            for cell in row.cells
        ],
        "verdict": evaluation.verdict.value,
        "reason": plain(evaluation.reason),
        "flags": [flag.value for flag in evaluation.flags],
        "rule": None if rule is None else {"words": rule_words(rule, lang)} | _object(rule),
        "actual": {
            "words": observation_words(evaluation.observation, lang),
            "observation": plain(evaluation.observation),
        },
        "baseline": plain(evaluation.baseline),
        "rates": _rates(evaluation.rates),
        "explanation": evaluation.explain(lang),
        "grades": [_grade(each, lang) for each in row.grades],
        "source": _location(source.location) if source else None,
    }


def _grade(grade: Grade, lang: Language) -> dict[str, Any]:
    return {
        "scheme": grade.scheme,
        "label": grade.label,
        "printed": grade.printed,
        "rate": grade.rate_text or None,
        "undecided": grade.undecided or None,
        "explanation": grade.explain(lang),
    }


def plain_finding(finding: Finding, lang: Language) -> dict[str, Any]:
    """Return a finding as objects, lists and text."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message(lang),
        "places": [
            {
                "table": place.table,
                "no": place.section,
                "indicator": place.indicator,
                "part": place.part or None,
                "source": _location(place.location) if place.location else None,
            }
            for place in finding.places
        ],
    }


def _notes(notes: tuple[Any, ...], lang: Language) -> list[dict[str, Any]]:
    return [
        {"code": each.code, "start": each.start, "end": each.end, "message": each.message(lang)}
        for each in notes
    ]


def _rates(rates: Mapping[str, Rate]) -> dict[str, Any]:
    return {
        name: {
            "lower": plain(rate.lower),
            "upper": plain(rate.upper),
            "undefined": rate.undefined or None,
        }
        for name, rate in rates.items()
    }


def _place(row: ReportRow) -> dict[str, Any]:
    return {"table": row.table, "no": row.number, "part": row.part}


def _headline(headline: Headline) -> dict[str, Any]:
    return {
        **_place(headline.row),
        "published": plain(headline.figure.share),
        "category": _category(headline.category),
        "percent": plain(headline.percent),
        "fits": headline.fits,
        "summary": _summary(headline.summary),
        "not_achieved": [{**_place(row), "title": row.section.title} for row in headline.missed],
        "left_out": [
            {
                **_place(row),
                "title": row.section.title,
                "verdict": row.evaluation.verdict.value,
                "reason": plain(row.evaluation.reason),
            }
            for row in headline.left_out
        ],
        "note": {
            "not_achieved": headline.figure.missed,
            "titles": list(headline.figure.titles),
            "agrees": headline.agrees_with_note,
        },
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        **_place(check.row),
        "kind": check.kind,
        "formula": check.formula,
        "computed": plain(check.computed),
        "published": plain(check.published),
        "holds": check.holds,
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "kind": total.kind,
        "code": total.code,
        "title": total.title,
        **_summary(total.summary),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    counts = {field.name: getattr(summary, field.name) for field in attrs.fields(Summary)}
    low, high = summary.bounds or (None, None)
    return {
        "counts": counts,
        "decided": summary.decided,
        "due": summary.due,
        "total": summary.total,
        "rate": _share(summary.rate),
        "bounds": {"lower": _share(low), "upper": _share(high)},
    }


def _share(share: Share | None) -> dict[str, int] | None:
    if share is None:
        return None
    return {"numerator": share.numerator, "denominator": share.denominator}


def _category(category: Category) -> dict[str, str]:
    return {"code": category.code, "title": category.title, "meaning": category.meaning}


def _location(location: Location) -> dict[str, Any]:
    return {
        "file": location.file,
        "sheet": location.sheet,
        "line": location.line,
        "column": location.column,
    }


def _issue(issue: Issue, lang: Language) -> dict[str, Any]:
    return {
        "code": issue.code,
        "message": issue.message(lang),
        "text": issue.text,
        "start": issue.start,
        "end": issue.end,
        "source": _location(issue.location) if issue.location else None,
    }
