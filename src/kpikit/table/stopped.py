"""Targets of early years alone, where others have one in each: the cell may have been merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kpikit.language.issue import Issue
from kpikit.model.indicator import Indicator, Source
from kpikit.model.period import Period
from kpikit.table.classes import Class, what_it_says

__all__ = ["targets_that_stop"]


def targets_that_stop(indicators: Sequence[Indicator]) -> Iterator[Issue]:
    r"""Say whose targets end before a year that has its actual, and a target of most others.

    A target that is merged over several years stands in the first of them once it is saved as
    text, and would be that of the first alone.

    >>> import kpikit as kk
    >>> rows = ["指標名,目標値R5,目標値R6,実績値R5,実績値R6"]
    >>> rows += [
    ...     "充足率（％）,100,,92,100",
    ...     "団員数（人）,240,245,238,240",
    ...     "件数（件）,20,30,17,33",
    ... ]
    >>> plan = kk.read_plan("\n".join(rows).encode(), name="plan.csv")
    >>> [(each.code, each.text, each.detail) for each in plan.issues]
    [('targets-stop', '充足率（％）', '令和6年度')]
    """
    after = [(each, later) for each in indicators if (later := _seen_after(each))]
    if not after:  # as of most
        return
    aimed = Counter(year for each in indicators for year in {one.period for one in each.targets})
    for each, later in after:
        late = [year for year in later if aimed[year] * 2 > len(indicators)]
        source = each.source
        if late and not (source and _has_dash(source)):
            told = min(late, key=lambda year: year.start).japanese()
            place = source.location if source else None
            yield Issue("targets-stop", each.name, 0, len(each.name), told, place)


def _seen_after(indicator: Indicator) -> list[Period]:
    """Return when there is an actual after the last target, where all of them have a time."""
    ends = [one.period.end for one in indicator.targets if one.period is not None]
    if not ends or len(ends) < len(indicator.targets):
        return []
    last = max(ends)
    seen = (one.period for one in indicator.observations if one.quantity and one.period)
    return [period for period in seen if period.start > last]


def _has_dash(source: Source) -> bool:
    """Whether somebody wrote that there is no value, and left nothing blank by accident."""
    return any(what_it_says(cell.text).kind is Class.DASH for cell in source.cells)
