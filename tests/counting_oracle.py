"""What a table of figures in mid-term comes to, worked out from design.md alone.

A row is plain numbers; nothing of kpikit is used to count it. Only rows are made of which the
design says what they are: targets with a bound, or bare ones above their start.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

#: The year whose end is the day of judging.
NOW = 2023


class Figures(NamedTuple):
    """A row as a table prints it."""

    name: str
    #: ``>=``, ``<=``, or ``=`` for a bare number.
    bound: str
    target: int
    #: The year of the target, ``None`` where the table does not say.
    until: int | None
    #: The value at the start and its year; neither of the two where there is none.
    start: int | None
    since: int | None
    #: The values by year.
    values: tuple[tuple[int, int], ...]
    #: Whether the last one is a forecast.
    forecast: bool
    #: 再掲.
    marked: bool


def counts_of(rows: Iterable[Figures]) -> Counter[str]:
    """Count rows: each indicator once, what is met before its date apart, forecasts apart.

    Rows of one name, target, start and of the same two newest values are one.
    """
    counts: Counter[str] = Counter()
    seen: set[Figures] = set()
    for row in rows:
        facts = row._replace(values=row.values[-2:])
        if row.marked or (facts in seen and row.values):
            counts["repeated"] += 1
            continue
        seen.add(facts)
        counts.update(_counted(row))
    return counts


def _counted(row: Figures) -> list[str]:
    is_open = row.until is not None and row.until > NOW
    if not row.values:
        return ["not_due", "unknown"] if is_open else ["indeterminate"]
    met = _meets(row, Fraction(row.target))
    if not is_open:
        return ["forecast" if row.forecast else "achieved" if met else "not_achieved"]
    if not met:
        return ["not_due", _pace(row)]
    return ["forecast", "early_forecast"] if row.forecast else ["achieved", "early"]


def _meets(row: Figures, asked: Fraction) -> bool:
    last = max(row.values)[1]
    return last <= asked if row.bound == "<=" else last >= asked


def _pace(row: Figures) -> str:
    """On the straight line or beyond is on track; of what has no line nothing is known."""
    start, since = row.start, row.since
    if start is None:
        measured = row.values[:-1] if row.forecast else row.values
        since, start = min(measured, default=(None, None))
    year, until = max(row.values)[0], row.until
    if start is None or since is None or until is None or not since < year or since >= until:
        return "unknown"
    line = start + Fraction((row.target - start) * (year - since), until - since)
    return "on_track" if _meets(row, line) else "behind"
