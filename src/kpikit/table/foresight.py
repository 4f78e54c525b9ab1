"""Tables of what is expected to come, whose plans are no aims: accounts, what is seen, a plan."""

from __future__ import annotations

from typing import Final

from kpikit.language.headings import FIGURES, SETTLED
from kpikit.language.lines import OF_FORESIGHT
from kpikit.language.pattern import pattern
from kpikit.model.period import Period
from kpikit.table.cells import Box
from kpikit.table.headings import Role, folded
from kpikit.table.structure import Structure

__all__ = ["is_of_foresight"]

_OF_FORESIGHT: Final = pattern(OF_FORESIGHT)
_SETTLED: Final = pattern(rf"[(]?{SETTLED}[)]?$")


def is_of_foresight(structure: Structure, row: int, *, is_money: bool) -> bool:
    """Whether the values of a row are those of years that were and of years to come, no aims.

    No year has two, and no heading calls any of them 目標. The title says so, 収支の見通し, or
    all are sums of money, some of them of the accounts: 決算, 見込, 計画.

    Args:
        structure: What the rows of a sheet are.
        row: A row of values.
        is_money: Whether all of the table is counted in money.

    >>> from kpikit.table.cells import Cells
    >>> heads = ["区分", "令和６年度（決算）", "令和７年度（見込）", "令和８年度（計画）"]
    >>> texts = {(2, at): text for at, text in enumerate(heads, 1)}
    >>> texts |= {(3, at): text for at, text in enumerate(["収益", "5", "6", "7"], 1)}
    >>> sheet = Structure(Cells.of({(1, 1): "収支の見通し"} | texts))
    >>> is_of_foresight(sheet, 3, is_money=False)
    True
    """
    group = structure.group(row)
    columns = {at for line in group for box in structure.own(line) for at in _columns(box)}
    stacks = {at: structure.stack(row, at) for at in columns}
    years: dict[Role | None, list[Period]] = {}
    for at, stack in stacks.items():
        periods = {box.said.column.period for box in stack} - {None}
        for period in periods:
            assert period is not None  # noqa: S101 - those without one are taken out
            years.setdefault(structure.role(row, at), []).append(period)
    aims = years.pop(Role.TARGET, [])
    seen = [period for periods in years.values() for period in periods]
    if not (aims and seen) or min(each.start for each in aims) <= max(each.end for each in seen):
        return False
    texts = [folded(box.text) for stack in stacks.values() for box in stack]
    if any(FIGURES[Role.TARGET.value] in text for text in texts):
        return False
    title = structure.title(row)
    is_titled = title is not None and _OF_FORESIGHT.search(title.text) is not None
    return is_titled or (is_money and any(map(_SETTLED.search, texts)))


def _columns(box: Box) -> range:
    return range(box.column, box.right + 1)
