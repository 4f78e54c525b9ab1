"""Sums right of the names of projects, which are what these cost: 事業名 | 計画額 | 実績額."""

from __future__ import annotations

from typing import Final

import attrs

from kpikit.language.headings import (
    PROJECTS,
    SUM_PLANNED,
    SUM_SPENT,
    SUM_WITHIN,
    SUMS_EARNED,
)
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role, folded

__all__ = ["with_project_costs"]

_PROJECTS: Final = pattern(PROJECTS)
_PLANNED: Final = pattern(SUM_PLANNED)
_SPENT: Final = pattern(SUM_SPENT)
_WITHIN: Final = pattern(SUM_WITHIN)
_EARNED: Final = pattern(SUMS_EARNED)
#: How many rows above headings may be a title.
_NEAR: Final = 3


def with_project_costs(sheet: Cells) -> Cells:
    """Return a sheet in which headings of such sums are of costs.

    One is of what was planned and one of what was spent; none beside them names indicators, and no
    title says that projects bring it in.

    >>> texts = {(1, 1): "事業名", (1, 2): "計画額", (1, 3): "実績額", (1, 4): "うち過疎債"}
    >>> [box.said.of for box in with_project_costs(Cells.of(texts)).lines[1]]
    ['', 'cost', 'cost', 'cost']
    """
    for row, line in [*sheet.lines.items()]:
        names = [box for box in line if _heads_projects(box)]
        is_of_indicators = any(box.said.column.role is Role.INDICATOR for box in line)
        right = [box for box in line if names and box.column > names[-1].right]
        texts = [folded(box.text) for box in right]
        is_of_sums = any(map(_PLANNED.fullmatch, texts)) and any(map(_SPENT.fullmatch, texts))
        is_of_costs = is_of_sums and not (is_of_indicators or _is_earned(sheet, row))
        for box in right if is_of_costs else ():
            if _is_sum(box):
                sheet.put(attrs.evolve(box, said=Said(Class.LABEL, Column(box.text), "cost")))
    return sheet


def _is_earned(sheet: Cells, row: int) -> bool:
    """Whether a title says that sums are what projects bring in."""
    above = (sheet.lines.get(at, ()) for at in range(row - _NEAR, row))
    return any(_EARNED.search(line[0].text) for line in above if len(line) == 1)


def _heads_projects(box: Box) -> bool:
    is_of_names = box.said.column.role is Role.SECTION
    return is_of_names and _PROJECTS.fullmatch(folded(box.text)) is not None


def _is_sum(box: Box) -> bool:
    text = folded(box.text)
    return any(form.fullmatch(text) is not None for form in (_PLANNED, _SPENT, _WITHIN))
