"""Years with a remark behind them, R6年度（評価対象年度）, and days of them: R7(4/1)."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.pattern import pattern
from kpikit.language.years import ERA_YEAR, FISCAL, FISCAL_YEAR, YEAR
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, read_class, what_it_says
from kpikit.table.headings import folded

__all__ = ["with_remarked_years"]

#: A year, and what stands behind it in a bracket or in a line of its own.
_REMARKED: Final = pattern(
    rf"(?P<year>(?:{ERA_YEAR}|(?:19|20)\d{{2}}|\d{{1,2}}(?={FISCAL_YEAR}))(?:{FISCAL_YEAR}|{YEAR})?)\((?P<remark>[^()\d]{{2,12}})\)"
)
#: A year, and a day of it in a bracket.
_DAY: Final = pattern(
    rf"(?P<year>{ERA_YEAR}|(?:19|20)\d{{2}})(?:{YEAR}(?!{FISCAL}))?"
    r"\((?P<month>\d{1,2})[/.](?P<day>\d{1,2})\)"
)
#: The first month of a fiscal year.
_APRIL: Final = 4
#: What a year with a remark may be taken for by its text alone.
_OPEN: Final = frozenset((Class.TEXT, Class.WORD, Class.FIGURE))


def with_remarked_years(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which a year with a remark is a year, where it stands among years.

    >>> texts = {(1, 2): "R5年度", (1, 3): "R6年度（評価対象年度）", (2, 2): "R7(4/1)"}
    >>> sheet = with_remarked_years(Cells.of(texts), Vocabulary())
    >>> sheet.boxes[1, 3].said.column.period, sheet.boxes[2, 2].said.column.period
    (FiscalYear(2024), Date(2025, 4, 1))
    """
    for line in [*sheet.lines.values()]:
        is_among = any(box.said.kind is Class.YEAR for box in line)
        unread = [box for box in line if box.said.kind is Class.UNREAD]
        for box in [box for box in unread if "(" in _in_brackets(box.text)]:
            said = _day_of(box, vocabulary) or (_remarked(box, vocabulary) if is_among else None)
            if said is not None:
                sheet.put(attrs.evolve(box, said=said))
    return sheet


def _in_brackets(text: str) -> str:
    """Return a text folded, what stands in a line of its own below it in brackets."""
    first, *more = text.strip().splitlines()
    return folded(f"{first}({more[0]})" if len(more) == 1 and "(" not in folded(text) else text)


def _remarked(box: Box, vocabulary: Vocabulary) -> Said | None:
    """Return what the year of a cell says, where what stands behind it is a mere remark."""
    found = _REMARKED.fullmatch(_in_brackets(box.text))
    if found is None:
        return None
    remark = what_it_says(found["remark"], vocabulary=vocabulary)
    is_remark = remark.kind is Class.UNREAD and read_class(found["remark"]) in _OPEN
    said = what_it_says(found["year"], vocabulary=vocabulary)
    return said if is_remark and said.kind is Class.YEAR else None


def _day_of(box: Box, vocabulary: Vocabulary) -> Said | None:
    """Return what a day says that stands behind its year; one before April may be of the next."""
    found = _DAY.fullmatch(folded(box.text))
    if found is None or int(found["month"]) < _APRIL:
        return None
    said = what_it_says(f"{found['year']}.{found['month']}.{found['day']}", vocabulary=vocabulary)
    return said if said.kind is Class.YEAR else None
