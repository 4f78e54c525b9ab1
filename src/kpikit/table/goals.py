"""Headings of goals in words, left of those that have values: 目標 | 現状 | 目標（令和７年度）."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role

__all__ = ["with_goals"]

_SEEN: Final = frozenset((Role.ACTUAL, Role.BASELINE))
_VALUES: Final = frozenset((Class.FIGURE, Class.WORD, Class.DASH))


def with_goals(sheet: Cells) -> Cells:
    """Return a sheet in which such headings are of names, or of sections where names have one.

    Below them are texts alone, and right of them headings of other targets and of what was seen.

    >>> heads = ["目標", "R6実績", "目標（R7）"]
    >>> rows = [heads, ["総人口", "2,561人", "2,600人"]]
    >>> texts = {(row, at): text for row, line in enumerate(rows, 1) for at, text in enumerate(line, 1)}
    >>> [box.said.column.role for box in with_goals(Cells.of(texts)).lines[1]][0]
    Role.INDICATOR
    """
    for box in dict.fromkeys(sheet.boxes.values()):
        role = _role(sheet, box)
        if role is not None:
            said = attrs.evolve(box.said, column=attrs.evolve(box.said.column, role=role))
            sheet.put(attrs.evolve(box, said=said))
    return sheet


def _role(sheet: Cells, head: Box) -> Role | None:
    """Return what a heading of goals in words is, ``None`` if it is none."""
    column = head.said.column
    if not head.is_label or column.role is not Role.TARGET or column.period is not None:
        return None
    right = [box for box in sheet.lines[head.row] if box.column > head.right]
    roles = {box.said.column.role for box in right}
    is_aimed = any(
        box.said.column.role is Role.TARGET and _has_values(sheet, box) for box in right
    )
    below = [*sheet.below(head)]
    is_worded = bool(below) and all(box.kind is Class.TEXT for box in below)
    if not (is_worded and is_aimed) or roles.isdisjoint(_SEEN):
        return None
    return Role.SECTION if Role.INDICATOR in roles else Role.INDICATOR


def _has_values(sheet: Cells, head: Box) -> bool:
    """Whether values stand below a heading."""
    return any(box.kind in _VALUES for box in sheet.below(head))
