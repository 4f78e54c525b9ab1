"""Lines that name the values below them, where a sheet has one such line after another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.headings import Role
from kpikit.table.sections import is_remark
from kpikit.table.structure import FIGURES, Structure

__all__ = ["captions_of"]

_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: How many there are at least: one may be the title of all.
_SEVERAL: Final = 2


def captions_of(structure: Structure) -> Mapping[int, Box]:
    """Return the line that names the values of each row, where targets and actuals are below it.

    >>> from kpikit.table.cells import Cells
    >>> texts = {(1, 1): "甲の数", (2, 1): "目標", (2, 2): "5", (3, 1): "実績", (3, 2): "6"}
    >>> twice = texts | {(row + 3, column): text for (row, column), text in texts.items()}
    >>> sorted(captions_of(Structure(Cells.of(twice))))
    [2, 3, 5, 6]
    """
    rows = structure.rows
    starts = [at for at in range(len(rows)) if _is_caption(structure, at)]
    found: dict[int, Box] = {}
    count = 0
    for start, end in pairwise((*starts, len(rows))):
        below = rows[start + 1 : end]
        valued = {row: roles for row in below if (roles := _roles_of(structure, row))}
        if set[Role]().union(*valued.values()) >= _NEEDED:
            found |= dict.fromkeys(valued, _caption(structure, rows[start]))
            count += 1
    return found if count >= _SEVERAL else {}


def _caption(structure: Structure, row: int) -> Box:
    """Return the name that a line is, or the one above it whose meaning it says."""
    while row in structure.sheet.meanings:
        row -= 1
    return structure.line(row)


def _is_caption(structure: Structure, at: int) -> bool:
    """Whether a row is a line of text above a labelled value, with only pairs between them."""
    row, below = structure.rows[at], structure.rows[at + 1 :]
    first = next((each for each in below if not structure.pairs(each)), None)
    if not structure.is_line(row) or first is None or not _begins_values(structure, first):
        return False
    box = structure.own(row)[0]
    is_text = box.kind is Class.TEXT and not is_remark(box.text)
    return not box.says and (is_text or row in structure.sheet.meanings)


def _begins_values(structure: Structure, row: int) -> bool:
    """Whether a row has values, each by the label beside it, below no heading."""
    return not structure.group(row) and bool(_roles_of(structure, row))


def _roles_of(structure: Structure, row: int) -> set[Role]:
    """Return what the values of a row are, by the labels beside them; headings are of years.

    基準値 | 6 | 目標値 | 12 has two of them.
    """
    own = structure.own(row)
    heads = (box for each in structure.group(row) for box in structure.own(each))
    if any(not box.says or box.said.column.role for box in heads):
        return set()
    labelled = ((label, label.said.column.role) for label, value in pairwise(own) if not value.says)
    roles = [role if label.is_label and role in FIGURES else None for label, role in labelled]
    return {role for role in roles if role is not None} if roles and roles[0] else set()
