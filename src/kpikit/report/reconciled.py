"""A reconciliation as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from kpikit.analysis.findings import Finding
from kpikit.analysis.reconcile import PrintedColumn, PrintedRow, Reconciliation
from kpikit.language.messages import Language, say
from kpikit.language.width import wrap
from kpikit.report.blocks import finding_place, place_words
from kpikit.report.json import plain

__all__ = ["reconciliation_plain", "reconciliation_text"]

#: How far a sentence stands in below what it is about.
_INDENT: Final = " " * 4
#: A note on many rows names so many of them.
_MOST_PLACES: Final = 5
#: Lines are no narrower, however narrow the terminal.
_NARROWEST: Final = 20


def reconciliation_text(
    findings: Sequence[Finding], lang: Language, columns: int | None = None
) -> str:
    """Say what a reconciliation found, a paragraph for each finding, in lines of a width."""
    lines = [line for finding in findings for line in _lines(finding, lang, columns)]
    return "\n".join([*lines, say("reconcile-count", lang, count=len(findings)), ""])


def _lines(finding: Finding, lang: Language, columns: int | None) -> Iterator[str]:
    named = [*dict.fromkeys(map(finding_place, finding.places))]
    where = [*dict.fromkeys(map(place_words, finding.locations))]
    yield " ".join([say(f"severity-{finding.severity.value}", lang), _few(named, lang)]).rstrip()
    told = [f"{finding.message(lang)} [{finding.code}]", _few(where, lang)]
    for text in filter(None, told):
        room = max(columns - len(_INDENT), _NARROWEST) if columns else None
        yield from (f"{_INDENT}{line}" for line in (wrap(text, room) if room else [text]))


def _few(names: list[str], lang: Language) -> str:
    """Join names, the first of many only."""
    text = say("chart-comma", lang).join(names[:_MOST_PLACES])
    left = len(names) - _MOST_PLACES
    return text + (say("reconcile-more", lang, count=left) if left > 0 else "")


def reconciliation_plain(
    reconciliation: Reconciliation, findings: Sequence[Finding], lang: Language
) -> dict[str, Any]:
    """Return a reconciliation as objects, lists and text: its columns, and what was found."""
    return {
        "columns": [_column(each, lang) for each in reconciliation.columns],
        "findings": [
            {
                "code": each.code,
                "severity": each.severity.value,
                "message": each.message(lang),
                "places": [plain(place) for place in each.places],
            }
            for each in findings
        ],
    }


def _column(column: PrintedColumn, lang: Language) -> dict[str, Any]:
    return {
        "heading": column.heading,
        "table": column.table,
        "kept": column.is_kept,
        "printed": len(column.rows),
        "compared": column.compared,
        "reproduced": column.reproduced,
        "rules": [{"words": each.words(lang), **plain(each)} for each in column.fits],
        "schemes": [plain(each) for each in column.schemes],
        "rows": [_row(each) for each in column.rows],
    }


def _row(row: PrintedRow) -> dict[str, Any]:
    return {
        "indicator": row.evaluation.indicator.name,
        "printed": row.printed.text,
        "computed": row.yields or None,
        "agrees": row.agrees,
        "direction": row.direction and row.direction.value,
    }
