"""The verdicts as tab-separated lines, one an indicator, in source order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kpikit.analysis.findings import Finding
from kpikit.io.written import escaped
from kpikit.judging.wording import quantity_words, rule_words
from kpikit.language.messages import Language
from kpikit.report.blocks import finding_texts
from kpikit.report.model import Report, check_report
from kpikit.report.rows import ReportRow, one_line

__all__ = ["COLUMNS", "COUNTED", "findings_tsv", "render_tsv"]

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
#: What is told besides where the verdict alone does not tell what a row counts as.
COUNTED: Final = ("counted_as", "standing", "expected", "gap")
_FINDING_COLUMNS: Final = ("severity", "code", *COLUMNS[:4], "message", "source")


def render_tsv(report: Report) -> str:
    """Write a header and a line for each indicator.

    ``part`` is empty unless the row has several indicators; ``verdict`` and ``reason`` are the
    stable codes; ``actual`` and ``target`` are cells as published. Where a target is open, a value
    is a forecast or an indicator is listed again, :data:`COUNTED` follows: the count that the row
    adds to, the code of how it stands, the value expected by then and the gap. Tabs and line ends
    inside a cell become blanks. A cell that a spreadsheet would take for a formula gets an
    apostrophe before it.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_tsv(build_report(kk.evaluate(kk.Plan("計画")))).split()[:5]
    ['table', 'no', 'part', 'indicator', 'verdict']
    """
    check_report("render_tsv", report)
    graded = tuple(f"grade:{name}" for name in report.schemes)
    counted = COUNTED if report.is_mixed else ()
    return _written([(*COLUMNS, *counted, *graded), *(_line(row, report) for row in report.rows())])


def findings_tsv(findings: Iterable[Finding], lang: Language) -> str:
    """Write a header and a line for each finding; codes are the stable ones.

    >>> findings_tsv([], "ja").split()[:2]
    ['severity', 'code']
    """
    lines = [
        (
            finding.severity.value,
            *finding_texts(finding, lang),
            " ".join(map(str, finding.locations)),
        )
        for finding in findings
    ]
    return _written([_FINDING_COLUMNS, *lines])


def _written(lines: Iterable[Iterable[str]]) -> str:
    return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def _cell(text: str) -> str:
    return escaped(one_line(text))


def _counted(row: ReportRow) -> tuple[str, str, str, str]:
    """Return what it counts as, how it stands, the value expected and the gap, where known."""
    standing = row.evaluation.standing
    if standing is None:
        return row.count, "", "", ""
    expected, gap = standing.expected, standing.gap
    return (
        row.count,
        standing.pace.value,
        "" if expected is None else quantity_words(expected),
        "" if gap is None else quantity_words(gap),
    )


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
        *(_counted(row) if report.is_mixed else ()),
        *(grade.printed for grade in row.grades),
    )
