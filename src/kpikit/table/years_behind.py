"""Years behind values, right of the word for one: 目標値 | 60件 | 年度 | 令和７年度."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.structure import FIGURES

__all__ = ["with_years_behind"]

#: What a value is, the value, the word for a year, and the year.
_Four: TypeAlias = tuple[Box, Box, Box, Box]
_SIZE: Final = 4


def with_years_behind(sheet: Cells) -> Cells:
    """Return a sheet in which such years are those of the labels of their values.

    >>> from kpikit.table.classes import what_it_says
    >>> row = ("目標値", "60件", "年・年度", "令和７年度")
    >>> texts = {(1, column): text for column, text in enumerate(row, 1)}
    >>> sheet = with_years_behind(Cells.of(texts))
    >>> [(box.text, str(box.said.column.period)) for box in sheet.lines[1]]
    [('目標値', 'FY2025'), ('60件', 'None')]
    """
    for line in [*sheet.lines.values()]:
        for label, _, word, year in [*_fours(line)]:
            period = year.said.column.period
            column = attrs.evolve(label.said.column, period=period)
            sheet.put(attrs.evolve(label, said=attrs.evolve(label.said, column=column)))
            for box in (word, year):
                sheet.remove(box)
    return sheet


def _fours(line: Sequence[Box]) -> Iterator[_Four]:
    """Yield what stands beside one another so, where the label has no year of its own."""
    for at in range(len(line) - _SIZE + 1):
        label, value, word, year = line[at : at + _SIZE]
        is_label = label.is_label and label.said.column.role in FIGURES
        is_dated = word.said.of == "years" and year.said.kind is Class.YEAR
        if is_label and is_dated and not value.says and label.said.column.period is None:
            yield label, value, word, year
