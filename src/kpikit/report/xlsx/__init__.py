"""The report as a workbook: the answer, the facts, the counts, the tables, the findings.

Every published cell is written as text, but for a value that a number shows just so; nothing is
taken for a date, a formula or a link. All formulas are made of addresses and our own words.
"""

from __future__ import annotations

from kpikit.report.model import Report, check_report
from kpikit.report.xlsx.answer import answer_sheet, write_answer
from kpikit.report.xlsx.data import add_data
from kpikit.report.xlsx.lists import add_lists
from kpikit.report.xlsx.pen import Pen
from kpikit.report.xlsx.published import add_tables
from kpikit.report.xlsx.totals import add_totals

__all__ = ["render_xlsx"]


def render_xlsx(report: Report) -> bytes:
    """Write the report as a workbook.

    Raises:
        MissingDependencyError: xlsxwriter is not installed (``kpikit[xlsx]``).

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_xlsx(build_report(kk.evaluate(kk.Plan("計画"))))[:2]
    b'PK'
    """
    check_report("render_xlsx", report)
    pen = Pen(report.plan.title, report.lang)
    first = answer_sheet(pen)
    add_totals(pen, report)
    add_data(pen, report)
    add_tables(pen, report)
    add_lists(pen, report)
    write_answer(pen, first, report)
    return pen.data()
