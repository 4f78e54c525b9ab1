"""Headings of what came of a year in the accounts, where names of indicators stand beside: 決算."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import OF_ACCOUNTS, ROLES
from kpikit.language.pattern import pattern
from kpikit.table.cells import Cells
from kpikit.table.classes import what_it_says
from kpikit.table.headings import Role, folded

__all__ = ["with_settled"]

_OF_ACCOUNTS: Final = pattern(OF_ACCOUNTS)
#: What such a word is read as.
_ACTUAL: Final = ROLES[Role.ACTUAL.value].split()[0]
_AIMED: Final = frozenset((Role.INDICATOR, Role.TARGET))


def with_settled(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which headings of accounts are those of actuals.

    Beside them are a heading of indicators and one of targets, and none of actuals.

    >>> texts = {(1, 1): "指標", (1, 2): "令和６年度決算", (1, 3): "目標値"}
    >>> with_settled(Cells.of(texts), Vocabulary()).boxes[1, 2].said.column.role
    Role.ACTUAL
    """
    for line in [*sheet.lines.values()]:
        roles = {box.said.column.role for box in line if box.is_label}
        costs = [box for box in line if box.said.of == "cost"] if roles >= _AIMED else []
        for box in costs if Role.ACTUAL not in roles else ():
            bare = folded(box.text)
            text = _OF_ACCOUNTS.sub(_ACTUAL, bare)
            said = what_it_says(text, vocabulary=vocabulary)
            if text != bare and said.column.role is Role.ACTUAL:
                sheet.put(attrs.evolve(box, said=said))
    return sheet
