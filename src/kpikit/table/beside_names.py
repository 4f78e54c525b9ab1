"""A name across its table, above rows of its targets and actuals, with what is said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class
from kpikit.table.headings import Role

__all__ = ["with_names_across"]

_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What the rows below such a name are called, each once.
_ROWS: Final = _NEEDED | {Role.BASELINE, Role.RATE, Role.RESULT, Role.CHANGE}
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
        bottom = row + len(_rows_below(sheet, name))
        named = attrs.evolve(name, row=below, bottom=bottom, column=before, right=before)
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
        is_meaning = row in sheet.unsure | sheet.meanings  # of the name above it
        if is_name and not is_meaning and _is_across(sheet, name, end):
            yield row, [name, *beside]


def _is_across(sheet: Cells, name: Box, end: int) -> bool:
    """Whether nothing stands right of a text, where values of both kinds stand below it."""
    rows = _rows_below(sheet, name)
    roles = [line[0].said.column.role for line in rows]
    is_of_one = len(set(roles)) == len(roles) and _NEEDED.issubset(roles)
    is_over = any(name.column < box.column < end for box in rows[0]) if is_of_one else False
    return is_over and not any(line[1].kind is Class.TEXT for line in rows if len(line) > 1)


def _rows_below(sheet: Cells, name: Box) -> list[list[Box]]:
    """Return the rows right below a name that begin in its column with labels of values."""
    rows = list[list[Box]]()
    while own := _labelled(sheet, name.row + 1 + len(rows), name.column):
        rows.append(own)
    return rows


def _labelled(sheet: Cells, row: int, column: int) -> list[Box]:
    """Return the cells of a row, ``[]`` unless it begins in a column with a label of values."""
    own = [box for box in sheet.lines.get(row, ()) if box.row == row]
    is_labelled = bool(own) and own[0].column == column and own[0].said.column.role in _ROWS
    return own if is_labelled else []


def _may_go_down(sheet: Cells, box: Box) -> bool:
    """Whether a cell that is no value goes on below, or has a blank there."""
    is_free = box.bottom > box.row or sheet.at(box.row + 1, box.column) is None
    return is_free and box.kind in _BESIDE
