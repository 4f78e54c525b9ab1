"""Headings of which a line says when they are: 策定時：平成25年度　中間：平成30年度.

So does a sentence: 最新値は令和６年度の値である.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import normalize

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.lines import EXCEPTED_YEAR, YEAR_SAID_OF
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Role, folded

__all__ = ["dated"]

#: A word with its year.
_TOLD: Final = pattern(rf"([^\d\s:：、,・()（）]{{2,8}})\s*[:：]\s*({DATED})")
#: The same in a sentence: 最新値は令和６年度の値である.
_SAID_OF: Final = pattern(YEAR_SAID_OF)
_EXCEPTED: Final = pattern(EXCEPTED_YEAR)
_VALUES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
#: How many a line tells at least, which otherwise may say something else.
_SEVERAL: Final = 2


def dated(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet with the years that its lines tell of headings.

    >>> texts = {(1, 1): "当初：H25年度　中間：H30年度", (2, 1): "指標", (2, 2): "中間"}
    >>> dated(Cells.of(texts), Vocabulary()).boxes[2, 2].said.column.period
    FiscalYear(2018)
    """
    told = _said_of(sheet) | dict(_told(_lines(sheet)))
    told = told or _told_before(sheet, vocabulary)
    if told:
        for box in {id(box): box for box in sheet.boxes.values()}.values():
            said = _said(box, told, vocabulary)
            if said is not None:
                sheet.put(attrs.evolve(box, said=said))
    return sheet


def _told_before(sheet: Cells, vocabulary: Vocabulary) -> dict[str, str]:
    """Return what a line of a page before it tells, where both have the same labels of values.

    基準値：令和５年度　目標値：令和11年度 stands once above cards that go on over pages.
    """
    for texts in reversed(sheet.pages_before()):
        rows = Counter(row for row, _ in texts)
        alone = [(row, text) for (row, _), text in texts.items() if rows[row] == 1]
        told = dict(_told((row, normalize("NFKC", text)) for row, text in alone))
        if told:
            said = {
                text: what_it_says(text.strip(), vocabulary=vocabulary) for text in texts.values()
            }
            before = {folded(text) for text, each in said.items() if _is_of_values(each)}
            own = {folded(box.text) for box in sheet.boxes.values() if _is_of_values(box.said)}
            return told if own == before else {}
    return {}


def _is_of_values(said: Said) -> bool:
    """Whether a cell is the label of values, or a year."""
    return said.kind is Class.YEAR or said.column.role in _VALUES


def _told(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Yield the words of lines, each with its year."""
    for _, text in lines:
        pairs = _TOLD.findall(text)
        if len(pairs) >= _SEVERAL:
            yield from pairs


def _lines(sheet: Cells) -> Iterator[tuple[int, str]]:
    """Yield what stands alone in its row."""
    for row, boxes in sheet.lines.items():
        if len(boxes) == 1:
            yield row, normalize("NFKC", boxes[0].text)


def _said_of(sheet: Cells) -> dict[str, str]:
    """Return the words of sentences with their years, of which only one can be meant."""
    found: dict[str, set[str]] = {}
    for row, text in _lines(sheet):
        said = [] if _EXCEPTED.search(text) else _SAID_OF.findall(text)
        is_of_values = any(values for *_, values in said)
        for word, year, _ in said if is_of_values else ():
            is_of_all = _is_of_all(sheet, row, folded(word))
            found.setdefault(word, set()).add(year if is_of_all else "")
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
