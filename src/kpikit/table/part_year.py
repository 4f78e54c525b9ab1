"""Values of a part of a year, which are no actuals of the year: 上半期, 第4四半期, months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kpikit.model.period import FiscalHalf, FiscalQuarter, Month, Period
from kpikit.table.headings import Role

if TYPE_CHECKING:
    # Only sheets that are read by labels have facts.
    from kpikit.table.cells import Box
    from kpikit.table.fact import Fact

__all__ = ["of_parts", "parts_among"]


def parts_among(periods: Iterable[Period | None]) -> set[Period]:
    """Return those of some periods that are parts of a year: halves, quarters, several months.

    A single month is when something was counted.

    >>> sorted(map(str, parts_among([FiscalHalf(2024, 1), Month(2024, 4), None])))
    ['FY2024-H1']
    """
    told = set(periods)
    months = sum(isinstance(each, Month) for each in told)
    parts = (FiscalHalf, FiscalQuarter, Month) if months > 1 else (FiscalHalf, FiscalQuarter)
    return {each for each in told if isinstance(each, parts)}


def of_parts(facts: Iterable[Fact]) -> list[Fact]:
    """Return the actuals of parts of a year that no target of their name can be judged by.

    A part tells how things stand before a target is due, if that is dated and the year not over.
    """
    named: dict[tuple[Box, ...], list[Fact]] = {}
    for fact in facts:
        named.setdefault(fact.names, []).append(fact)
    return [fact for own in named.values() for fact in _of_one(own)]


def _of_one(facts: Sequence[Fact]) -> list[Fact]:
    """Return the parts among the values of one name, if any of them ends with its year."""
    due = {fact.period for fact in facts if fact.role is Role.TARGET}
    seen = [fact for fact in facts if fact.role is Role.ACTUAL]
    parts = parts_among(fact.period for fact in seen) - due
    is_over = any(not _is_before(part, due) for part in parts)
    return [fact for fact in seen if is_over and fact.period in parts]


def _is_before(part: Period, due: Iterable[Period | None]) -> bool:
    return any(each is not None and part.end < each.end for each in due)
