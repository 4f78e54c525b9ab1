"""An oracle of direction and time, written from the design and from nothing else.

It knows numbers of one unit, names whose sense is given beside them, and fiscal years.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

#: Name, and which way is better by it: 1 more, -1 less, 0 nothing is told.
NAMES: Final = {
    "講座の利用者数": 1,
    "交通事故死者数": -1,
    "窓口の数": 0,
    "出生数": 1,
    "待機児童数": -1,
}


class Case(NamedTuple):
    """What is known of one indicator with a bare number as its target."""

    name: str
    target: int
    actual: int
    start: int | None = None
    caller: int = 0
    column: int = 0
    is_rank: bool = False
    #: 達成 (1), 未達成 (-1) or nothing (0) beside the actual.
    printed: int = 0
    assumed: int = 0


def direction(case: Case) -> tuple[int, str]:
    """Return which way is better, and what told it."""
    if case.caller:
        return case.caller, ""
    if case.column:
        return case.column, ""
    if case.is_rank:
        return -1, ""
    if case.target == 0 and (case.start is None or case.start >= 0):
        return -1, "direction-from-zero"
    rises = case.start is not None and case.start < case.target
    named = NAMES[case.name]
    if rises and named >= 0:
        return 1, "direction-from-baseline"
    if named and not rises:
        return named, "direction-from-name"
    if case.printed and case.actual != case.target:
        way = case.printed if case.actual > case.target else -case.printed
        if not rises or way == named:  # no result overrules what the name says
            return way, "direction-from-printed"
    if case.assumed:
        return case.assumed, "direction-assumed"
    return 0, ""


def verdict(case: Case) -> str:
    """Return the verdict where no date plays a part."""
    way, _ = direction(case)
    if case.actual == case.target:
        return "achieved"
    if not way:
        return "indeterminate"
    return "achieved" if (case.actual > case.target) == (way > 0) else "not_achieved"


class Timed(NamedTuple):
    """An actual of a year against a bound for a year, on the last day of a third year.

    The year of the actual is ``None`` where it names no era: 30年度.
    """

    actual: Decimal
    bound: Decimal
    is_floor: bool
    is_total: bool
    of: int | None
    due: int | None
    on: int


def timed(case: Timed) -> tuple[str, str]:
    """Return the verdict and its reason, or the flag ``early``."""
    met = case.actual >= case.bound if case.is_floor else case.actual <= case.bound
    told = "achieved" if met else "not_achieved"
    if case.due is None:
        return told, ""
    if case.due > case.on:
        early = met and (case.is_floor or not case.is_total)
        return ("achieved", "early") if early else ("not_due", "not-yet-due")
    if case.of is not None and case.of >= case.due:
        return told, ""
    if met and case.is_floor and case.is_total:
        return "achieved", ""
    return "indeterminate", "actual-year-unknown" if case.of is None else "actual-stale"
