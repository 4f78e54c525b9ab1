"""Tables that say what marks mean: ◎ | 目標を達成した below 評価 | 基準, and no values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Role, folded

__all__ = ["with_legends"]

#: How many marks a legend has at least.
_SEVERAL: Final = 2
#: What heads values that no legend has; 基準 is what heads its own.
_VALUES: Final = frozenset((Role.TARGET, Role.ACTUAL))
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
_TEXT: Final = Said(Class.TEXT)
#: What may say what a mark means: 100％以上 too.
_MEANING: Final = frozenset((Class.TEXT, Class.WORD, Class.FIGURE))


def with_legends(sheet: Cells) -> Cells:
    """Return a sheet in which what a table says of marks is text, whatever it looks like.

    >>> texts = {(1, 1): "評価", (1, 2): "基準", (2, 1): "◎", (2, 2): "100％以上"}
    >>> sheet = with_legends(Cells.of(texts | {(3, 1): "×", (3, 2): "100％未満"}))
    >>> {box.kind.value for line in sheet.lines.values() for box in line[1:]}
    {'text'}
    """
    for rows in [*_legends(sheet)]:
        first = sheet.lines[rows[0]]
        head = sheet.lines.get(rows[0] - 1, [])
        head = head if _columns(head) == _columns(first) else []
        if any(box.said.column.role in _VALUES or box.said.kind is Class.YEAR for box in head):
            continue
        meanings = [box for row in rows for box in sheet.lines[row][1:]]
        for box in (*head, *meanings):
            sheet.put(attrs.evolve(box, said=_TEXT))
    return sheet


def _legends(sheet: Cells) -> Iterator[list[int]]:
    """Yield the rows of each legend: several marks below one another, all of them others."""
    rows: list[int] = []
    for row in [*sorted(sheet.lines), 0]:
        is_next = bool(rows) and row == rows[-1] + 1
        if row and _explains(sheet.lines[row]):
            line = sheet.lines[row]
            if is_next and _columns(line) == _columns(sheet.lines[rows[-1]]):
                rows.append(row)
                continue
            yield from _whole(sheet, rows)
            rows = [row]
        else:
            yield from _whole(sheet, rows)
            rows = []


def _whole(sheet: Cells, rows: list[int]) -> Iterator[list[int]]:
    """Yield rows if they are a legend: they have a mark each, and no mark twice."""
    marks = {folded(sheet.lines[row][0].text) for row in rows}
    if len(marks) == len(rows) >= _SEVERAL:
        yield rows


def _explains(line: Sequence[Box]) -> bool:
    """Whether a row is a mark, what that means, and nothing else but text."""
    mark, *meaning = line
    if mark.said.kind is not Class.MARK:
        return False
    is_meaning = 1 <= len(meaning) <= _SEVERAL and meaning[0].kind in _MEANING
    is_text = all(box.kind in _WORDED for box in meaning[1:])
    is_row = all(box.row == box.bottom for box in line)
    return is_meaning and is_text and is_row


def _columns(line: Sequence[Box]) -> list[int]:
    return [box.column for box in line]
