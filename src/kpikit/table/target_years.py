"""Years of targets above rows of targets and of actuals say no more than their year."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, what_it_says
from kpikit.table.headings import Role, folded

__all__ = ["with_target_years"]

_BRACKETED: Final = pattern(r"([^()]+)[(]([^()]+)[)]")
_KINDS: Final = frozenset((Role.TARGET, Role.ACTUAL))


def with_target_years(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which such a heading, R8（目標年度）, is that of its year.

    Years alone stand beside it, and labels in one column left of it say of each row what it has.

    >>> texts = {(1, 2): "区分", (1, 3): "R7", (1, 4): "R8（目標年度）"}
    >>> texts |= {(2, 1): "来館者数", (2, 2): "目標", (3, 2): "実績", (3, 4): "46人"}
    >>> sheet = with_target_years(Cells.of(texts), Vocabulary())
    >>> sheet.boxes[1, 4].kind
    Class.YEAR
    """
    for line in [*sheet.lines.values()]:
        is_of_years = any(box.said.kind is Class.YEAR for box in line)
        for head in [box for box in line if box.said.column.role is Role.TARGET and is_of_years]:
            found = _BRACKETED.fullmatch(folded(head.text))
            role = what_it_says(found[2], vocabulary=vocabulary).column.role if found else None
            if found is not None and role is Role.TARGET_YEAR and _is_of_rows(sheet, head):
                said = what_it_says(found[1].strip(), vocabulary=vocabulary)
                sheet.put(attrs.evolve(head, said=said))
    return sheet


def _is_of_rows(sheet: Cells, head: Box) -> bool:
    """Whether labels left of the cells below a heading are of targets and of actuals."""
    roles: dict[int, set[Role]] = {}
    row = head.bottom + 1
    while row in sheet.lines:
        for box in sheet.lines[row]:
            role = box.said.column.role if box.is_label and box.right < head.column else None
            if role is not None:
                roles.setdefault(box.column, set()).add(role)
        row += 1
    return any(own >= _KINDS for own in roles.values())
