"""A published table with its verdicts as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from kpikit.io.written import escaped
from kpikit.language.messages import Language, say
from kpikit.report.cards import Card
from kpikit.report.model import ReportTable
from kpikit.report.rows import one_line, plain_verdict

__all__ = ["table_csv"]

#: What is told of a row behind its cells.
_TOLD = ("report-verdict", "card-due", "lane-gap", "report-explanation")


def table_csv(table: ReportTable, cards: list[Card], lang: Language) -> str:
    r"""Write a table as published, with verdict, due date, gap and explanation of each row.

    It begins with a byte order mark, by which spreadsheets know that it is UTF-8. A cell that
    they would take for a formula gets an apostrophe before it.

    >>> table_csv(ReportTable("1", "指標", ("指標名",), ()), [], "ja")
    '\ufeff指標名,判定,期限,目標との差,判定の理由\r\n'
    """
    told = [say(code, lang) for code in _TOLD]
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([_cell(each) for each in (*table.columns, *told)])
    for card in cards:
        row = card.row
        own = (
            plain_verdict(row.evaluation.verdict, lang, row.pace),
            card.due,
            card.gap,
            card.sentence,
        )
        writer.writerow([_cell(each) for each in (*row.texts(table.columns), *own)])
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + written.getvalue()


def _cell(text: str) -> str:
    return escaped(one_line(text))
