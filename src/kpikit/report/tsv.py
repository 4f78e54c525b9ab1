"""The verdicts as tab-separated lines, one an indicator, in source order."""

from __future__ import annotations

from typing import Final

from kpikit.report.model import Report
from kpikit.report.rows import ReportRow, one_line
from kpikit.wording import rule_words

__all__ = ["COLUMNS", "render_tsv"]

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


def render_tsv(report: Report) -> str:
    """Write a header and a line for each indicator.

    ``part`` is empty unless the row has several indicators; ``verdict`` and ``reason`` are the
    stable codes; ``actual`` and ``target`` are cells as published. Tabs and line ends inside
    a cell become blanks.
    """
    lines = [COLUMNS, *(_line(row, report) for row in report.rows())]
    return "".join("\t".join(map(one_line, line)) + "\n" for line in lines)


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
    )
