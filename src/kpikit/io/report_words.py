"""The sheets that a report has beside the published tables, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kpikit.io.draft_words import LANGUAGES
from kpikit.io.grid import Sheet
from kpikit.language.messages import Language, say

__all__ = ["BESIDE", "DATA", "data_headings", "sheets_of_report"]

#: The columns of that sheet, each by the end of the code of its heading.
DATA: Final = (
    *("table", "number", "part", "indicator", "unit", "baseline", "target", "actual"),
    *("achievement", "progress", "verdict", "pace", "gap", "way", "baseline-period"),
    *("target-period", "actual-period", "section", "heading", "category", "department"),
    *("counted-as", "reason", "target-read", "target-cell", "actual-cell", "source"),
)
#: The sheets beside the published tables, each by the code of its title; the first has the facts.
BESIDE: Final = (
    *("data-title", "answer-sheet-title", "report-totals", "drawn-data"),
    *("xlsx-findings", "xlsx-issues", "xlsx-questions"),
)


def data_headings(lang: Language) -> tuple[str, ...]:
    """Return the headings of the sheet.

    >>> data_headings("ja")[3:8]
    ('指標', '単位', '基準値', '目標値', '実績値')
    """
    return tuple(say(f"data-{code}", lang) for code in DATA)


def sheets_of_report(sheets: Mapping[str, Sheet]) -> list[str]:
    """Return the titles of the sheets that a report has beside the published tables.

    They are known by the sheet of facts, which has all its headings, and then by their titles.
    """
    heads = {_head(sheet) for sheet in sheets.values()}
    written: list[Language] = [lang for lang in LANGUAGES if data_headings(lang) in heads]
    titles = {say(code, lang) for lang in written for code in BESIDE}
    return [title for title in sheets if title in titles]


def _head(sheet: Sheet) -> tuple[str, ...]:
    """Return the first row of a sheet, as wide as the headings are."""
    return tuple(sheet.grid.texts.get((1, at), "") for at in range(1, len(DATA) + 1))
