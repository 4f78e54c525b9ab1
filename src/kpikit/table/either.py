"""Which way to read a sheet: as rows below headings, or by the labels of each figure."""

from __future__ import annotations

from collections.abc import Sequence

from kpikit.table.blocks import Table
from kpikit.table.classes import Class, what_it_says
from kpikit.table.found import Found
from kpikit.table.headings import Role

__all__ = ["explains_all"]

_NEEDED = frozenset((Role.INDICATOR, Role.TARGET, Role.ACTUAL))
_YEARS = frozenset((Role.TARGET_YEAR, Role.ACTUAL_YEAR, Role.BASELINE_YEAR))
_TELLING = frozenset((Class.FIGURE, Class.YEAR))


def explains_all(tables: Sequence[Table], found: Found) -> bool:
    """Whether the headings of tables explain each figure and each year in their rows."""
    if not tables or any(table.twice for table in tables):
        return False
    return all(_is_whole(table) for table in tables) and not _has_more(tables, found)


def _is_whole(table: Table) -> bool:
    roles = [column.role for column in table.columns]
    if not _NEEDED <= set(roles) or not _YEARS.isdisjoint(roles) or roles.count(Role.BASELINE) > 1:
        return False
    for at, column in enumerate(table.columns):
        if column.role is None and any(
            at < len(row.cells) and what_it_says(row.cells[at].strip()).kind in _TELLING
            for row in table.body
        ):
            return False
    return True


def _has_more(tables: Sequence[Table], found: Found) -> bool:
    """Whether labels tell more: another number of indicators, or the year of an actual."""
    undated = any(
        column.role is Role.ACTUAL and column.period is None
        for table in tables
        for column in table.columns
    )
    dated = any(
        fact.role is Role.ACTUAL and fact.period is not None
        for group in found.indicators
        for fact in group.facts
    )
    return undated and dated and found.is_whole
