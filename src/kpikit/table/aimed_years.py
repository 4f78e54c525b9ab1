"""Years that are targets themselves, beside values in words: 計画の策定 | 未策定 | 令和８年度."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role

__all__ = ["with_aimed_years"]

_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
#: Headings of what was seen.
_SEEN: Final = frozenset((Role.ACTUAL, Role.BASELINE))


def with_aimed_years(sheet: Cells) -> Cells:
    """Return a sheet in which such a year is a value, and not the year of one.

    It is all that stands below the heading of targets in the row of a name, where no value is a
    figure and one says in words what was seen.

    >>> texts = {(1, 1): "指標", (1, 2): "現状", (1, 3): "目標", (2, 1): "計画の策定"}
    >>> sheet = with_aimed_years(Cells.of(texts | {(2, 2): "未策定", (2, 3): "令和８年度"}))
    >>> sheet.boxes[2, 3].said.kind.value
    'unread'
    """
    for head in [*dict.fromkeys(sheet.boxes.values())]:
        if head.is_label and head.said.column.role is Role.TARGET:
            for year in [*_years(sheet, head)]:
                sheet.put(attrs.evolve(year, said=Said(Class.UNREAD)))
    return sheet


def _years(sheet: Cells, head: Box) -> Iterator[Box]:
    """Yield the years below a heading of one column that are targets."""
    roles = {
        column: box.said.column.role
        for box in sheet.lines[head.row]
        for column in range(box.column, box.right + 1)
    }
    is_alone = head.column == head.right and [*roles.values()].count(Role.TARGET) == 1
    for box in sheet.below(head) if is_alone else ():
        if box.said.kind is Class.YEAR and _is_of_words(sheet, box, roles):
            yield box


def _is_of_words(sheet: Cells, year: Box, roles: dict[int, Role | None]) -> bool:
    """Whether a row has a name, words for what was seen, and no figure beside a year."""
    line = [box for box in sheet.lines[year.row] if box is not year]
    if any(box.row != box.bottom or box.kind is Class.FIGURE for box in line):
        return False
    is_named = any(roles.get(box.column) is Role.INDICATOR for box in line)
    return is_named and any(roles.get(box.column) in _SEEN and box.kind in _WORDED for box in line)
