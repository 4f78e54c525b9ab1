"""Years above the values that they are of, or below, beside a label of both: 目標値 | 令和７."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import YEARS_OF, Column, Role

__all__ = ["with_years_in_labels", "with_years_named"]

_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH))
_AROUND: Final = "()（） \n\N{IDEOGRAPHIC SPACE}"
#: How many labels such a row has at least.
_SEVERAL: Final = 2


def with_years_in_labels(sheet: Cells) -> Cells:
    """Return a sheet in which labels name the years that stand above the values beside them.

    A row is labels and years by turns, and below each year is a value, or the other way round.

    >>> texts = {(1, 1): "目標値", (1, 2): "令和７年度", (1, 3): "実績値", (1, 4): "令和６年度"}
    >>> sheet = Cells.of(texts | {(2, 2): "10人", (2, 4): "7人"}, [(1, 1, 2, 1), (1, 3, 2, 3)])
    >>> [box.text for box in with_years_in_labels(sheet).lines[1]]
    ['目標値（令和７年度）', '10人', '実績値（令和６年度）', '7人']
    """
    for row in sorted(sheet.lines):
        for label, year, value in [*_dated(sheet, row)]:
            text = f"{label.text.strip()}（{year.text.strip(_AROUND)}）"
            column = attrs.evolve(label.said.column, period=year.said.column.period)
            said = attrs.evolve(label.said, column=column)
            top, bottom = min(year.row, value.row), max(year.bottom, value.bottom)
            for box in (label, year, value):
                sheet.remove(box)
            sheet.insert(attrs.evolve(label, text=text, said=said, row=top, bottom=bottom))
            sheet.insert(attrs.evolve(value, row=top, bottom=bottom))
    return sheet


def with_years_named(sheet: Cells) -> Cells:
    """Return a sheet in which what says whose year stands below it heads the values below that.

    >>> texts = {(1, 1): "指標", (1, 2): "基準年度", (2, 2): "2013年度", (3, 2): "14,820"}
    >>> with_years_named(Cells.of(texts)).boxes[1, 2].said.column.role
    Role.BASELINE
    """
    for head in [*dict.fromkeys(sheet.boxes.values())]:
        own = head.said.column.role
        role = YEARS_OF.get(own) if own else None
        year = sheet.at(head.bottom + 1, head.column)
        if role is None or head.said.column.period is not None or year is None:
            continue
        below = sheet.at(year.bottom + 1, year.column)
        is_same = (year.column, year.right) == (head.column, head.right)
        is_heading = not any(box.kind is Class.FIGURE for box in sheet.lines[head.row])
        is_year = is_same and is_heading and year.said.kind is Class.YEAR
        if is_year and below is not None and below.kind in _VALUES:
            sheet.put(attrs.evolve(head, said=Said(Class.LABEL, Column(head.text, role))))
    return sheet


def _dated(sheet: Cells, row: int) -> Iterator[tuple[Box, Box, Box]]:
    """Yield each label of a row with the year and the value that it is of, if the row is such."""
    own = _own(sheet, row)
    if len(own) % 2 or len(own) < 2 * _SEVERAL:
        return
    found = [_parted(sheet, label, upper) for label, upper in [*pairwise(own)][::2]]
    below = [box for each in found if each for box in each[1:] if box.row > row]
    if all(found) and below == _own(sheet, row + 1):
        yield from (each for each in found if each)


def _own(sheet: Cells, row: int) -> Sequence[Box]:
    return [box for box in sheet.lines.get(row, []) if box.row == row]


def _parted(sheet: Cells, label: Box, upper: Box) -> tuple[Box, Box, Box] | None:
    """Return a label with the year and the value beside it, one above the other."""
    lower = sheet.at(upper.bottom + 1, upper.column)
    is_label = label.is_label and label.said.column.role in _FIGURES
    if lower is None or not is_label or label.said.column.period is not None:
        return None
    if (lower.column, lower.right) != (upper.column, upper.right):
        return None
    if sheet.at(lower.row, label.column) not in (label, None):
        return None
    year, value = (upper, lower) if upper.said.kind is Class.YEAR else (lower, upper)
    return (label, year, value) if year.said.kind is Class.YEAR and value.kind in _VALUES else None
