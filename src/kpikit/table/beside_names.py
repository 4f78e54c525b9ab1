"""A name across its table, above rows of its targets and actuals, with what is said beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role

__all__ = ["with_names_across"]

_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What may stand beside such a name.
_BESIDE: Final = frozenset((Class.MARK, Class.TEXT, Class.UNIT, Class.WORD, Class.DASH))


def with_names_across(sheet: Cells) -> Cells:
    """Return a sheet in which a name across stands left of the labels of the rows below it.

    What stands beside it begins there too.

    >>> texts = {(1, 1): "① 就職率", (1, 9): "ａ", (2, 1): "目標値", (3, 1): "実績値"}
    >>> texts |= {(row, 8): "50%" for row in (2, 3)}
    >>> sheet = with_names_across(Cells.of(texts, [(1, 1, 1, 8), (1, 9, 3, 9)]))
    >>> [[box.text for box in line] for line in sheet.lines.values()]
    [['① 就職率', '目標値', '50%', 'ａ'], ['① 就職率', '実績値', '50%', 'ａ']]
    """
    for row, (name, *beside) in [*_names(sheet)]:
        before, below = name.column - 1, row + 1
        named = attrs.evolve(name, row=below, bottom=row + 2, column=before, right=before)
        downward = (
            attrs.evolve(each, row=below, bottom=max(each.bottom, below)) for each in beside
        )
        for box in (name, *beside):
            sheet.remove(box)
        for box in (named, *downward):
            sheet.insert(box)
    return sheet


def _names(sheet: Cells) -> Iterator[tuple[int, list[Box]]]:
    """Yield the rows of names across, each name with what stands right of it."""
    for row, (name, *beside) in sheet.lines.items():
        is_name = name.kind is Class.TEXT and name.bottom == row and not name.says
        end = beside[0].column if beside else name.right + 1
        is_name = is_name and all(_may_go_down(sheet, box) for box in beside)
        if is_name and _is_across(sheet, name, end):
            yield row, [name, *beside]


def _is_across(sheet: Cells, name: Box, end: int) -> bool:
    """Whether nothing stands right of a text, where values of both kinds stand below it."""
    rows = [_own(sheet, row) for row in (name.row + 1, name.row + 2)]
    roles = {line[0].said.column.role for line in rows if line}
    is_over = roles == _NEEDED and all(line[0].column == name.column for line in rows)
    return is_over and any(name.column < box.column < end for box in rows[0])


def _own(sheet: Cells, row: int) -> Sequence[Box]:
    return [box for box in sheet.lines.get(row, ()) if box.row == row]


def _may_go_down(sheet: Cells, box: Box) -> bool:
    """Whether a cell that is no value goes on below, or has a blank there."""
    is_free = box.bottom > box.row or sheet.at(box.row + 1, box.column) is None
    return is_free and box.kind in _BESIDE
