"""The verdicts as tab-separated lines, one an indicator, in source order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kpikit.analysis.findings import Finding
from kpikit.io.written import escaped
from kpikit.judging.wording import rule_words
from kpikit.language.messages import Language
from kpikit.report.model import Report
from kpikit.report.rows import ReportRow, one_line

__all__ = ["COLUMNS", "findings_tsv", "render_tsv"]

#: The header.
COLUMNS: Final = (
    "table",
    "no",
    "part",
    "indicator",
    "verdict",
    "reason",
    "rule",
    "actual",
    "target",
    "explanation",
)

_FINDING_COLUMNS: Final = (
    "severity",
    "code",
    "table",
    "no",
    "part",
    "indicator",
    "message",
    "source",
)


def render_tsv(report: Report) -> str:
    """Write a header and a line for each indicator.

    ``part`` is empty unless the row has several indicators; ``verdict`` and ``reason`` are the
    stable codes; ``actual`` and ``target`` are cells as published. Tabs and line ends inside
    a cell become blanks. A cell that a spreadsheet would take for a formula gets an
    apostrophe before it.
    """
    graded = tuple(f"grade:{name}" for name in report.schemes)
    lines = [(*COLUMNS, *graded), *(_line(row, report) for row in report.rows())]
    return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def findings_tsv(findings: Iterable[Finding], lang: Language) -> str:
    """Write a header and a line for each finding; codes are the stable ones."""
    lines: list[tuple[str, ...]] = [_FINDING_COLUMNS]
    for finding in findings:
        located = [str(place.location) for place in finding.places if place.location]
        indicators = dict.fromkeys(place.indicator for place in finding.places)
        lines.append(
            (
                finding.severity.value,
                finding.code,
                finding.table,
                finding.section,
                finding.part,
                " / ".join(filter(None, indicators)),
                finding.message(lang),
                " ".join(located),
            )
        )
    return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def _cell(text: str) -> str:
    return escaped(one_line(text))


def _line(row: ReportRow, report: Report) -> tuple[str, ...]:
    evaluation = row.evaluation
    rule = evaluation.rule
    return (
        row.table,
        row.number,
        "" if row.part is None else str(row.part),
        evaluation.indicator.name,
        evaluation.verdict.value,
        "" if evaluation.reason is None else evaluation.reason.value,
        "" if rule is None else rule_words(rule, report.lang),
        row.actual,
        row.target,
        evaluation.explain(report.lang),
        *(grade.printed for grade in row.grades),
    )
