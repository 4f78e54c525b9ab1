"""The headings of the sheet of a report that has one fact a column, in either language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from kpikit.io.draft_words import LANGUAGES
from kpikit.io.grid import Sheet
from kpikit.language.messages import Language, say

__all__ = ["DATA", "data_headings", "data_sheets"]

#: The columns of that sheet, each by the end of the code of its heading.
DATA: Final = (
    *("table", "heading", "number", "part", "section", "category", "department"),
    *("indicator", "unit", "way", "baseline", "baseline-period", "target", "target-period"),
    *("actual", "actual-period", "achievement", "progress", "verdict", "pace", "gap"),
    *("counted-as", "reason", "target-read", "target-cell", "actual-cell", "source"),
)


def data_headings(lang: Language) -> tuple[str, ...]:
    """Return the headings of the sheet.

    >>> data_headings("ja")[7:11]
    ('指標', '単位', '望ましい方向', '基準値', '基準値の時点')
    """
    return tuple(say(f"data-{code}", lang) for code in DATA)


def data_sheets(sheets: Mapping[str, Sheet]) -> Collection[str]:
    """Return the titles of the sheets that a report wrote so: no table is read of them."""
    known = [data_headings(lang) for lang in LANGUAGES]
    return [title for title, sheet in sheets.items() if _head(sheet) in known]


def _head(sheet: Sheet) -> tuple[str, ...]:
    """Return the first row of a sheet, as wide as the headings are."""
    return tuple(sheet.grid.texts.get((1, at), "") for at in range(1, len(DATA) + 1))
