"""Headings of which a line says when they are: 策定時：平成25年度　中間：平成30年度.

So does a sentence: 最新値は令和６年度の値である.
"""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.lines import EXCEPTED_YEAR
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Said, what_it_says
from kpikit.table.headings import Role, folded
from kpikit.table.said_years import statements

__all__ = ["dated"]

_EXCEPTED: Final = pattern(EXCEPTED_YEAR)
#: How many a line tells at least, which otherwise may say something else.
_SEVERAL: Final = 2


def dated(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet with the years that its lines tell of headings.

    >>> texts = {(1, 1): "当初：H25年度　中間：H30年度", (2, 1): "指標", (2, 2): "中間"}
    >>> dated(Cells.of(texts), Vocabulary()).boxes[2, 2].said.column.period
    FiscalYear(2018)
    """
    told = _told(sheet)
    if told:
        for box in {id(box): box for box in sheet.boxes.values()}.values():
            said = _said(box, told, vocabulary)
            if said is not None:
                sheet.put(attrs.evolve(box, said=said))
    return sheet


def _told(sheet: Cells) -> dict[str, str]:
    """Return the words of lines with their years, of which only one can be meant."""
    found: dict[str, set[str]] = {}
    for row, own in sheet.lines.items():
        told = statements(own[0].text) if len(own) == 1 else []
        is_of_values = len(told) >= _SEVERAL or any(each["values"] for each in told)
        if is_of_values and not _EXCEPTED.search(folded(own[0].text)):
            for each in told:
                year = each["year"] if _is_of_all(sheet, row, each["word"]) else ""
                found.setdefault(each["word"], set()).add(year)
    return {word: min(years) for word, years in found.items() if len(years) == 1 and all(years)}


def _is_of_all(sheet: Cells, row: int, word: str) -> bool:
    """Whether a line is of all headings of a word: there is one, or it is above all titles.

    Those of targets may have a year in each row, and are dated by other means.
    """
    heads = [box for box in sheet.boxes.values() if folded(box.text) == word]
    rows = {box.row for box in heads}
    if any(box.said.column.role is Role.TARGET for box in heads):
        return False
    if len(rows) < _SEVERAL:
        return True
    first = min(rows)
    lines = sheet.lines
    return any(row < at < first and len(own) == 1 for at, own in lines.items())


def _said(box: Box, told: dict[str, str], vocabulary: Vocabulary) -> Said | None:
    """Return what a cell says with the year of its word, ``None`` where that is nothing new."""
    year = told.get(folded(box.text))
    if year is None or box.said.column.period is not None:
        return None
    said = what_it_says(f"{box.text.strip()}({year})", vocabulary=vocabulary)
    return None if said.column.period is None else said
