"""What the target's date makes of a judgement.

What is not yet due is not missed, and what is due is not met by a value from before its period.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from kpikit.language.statistic import MEANS, YEARLY
from kpikit.language.years import YEAR
from kpikit.model.comparison import is_total, states_total
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Target
from kpikit.model.judgement import Judgement
from kpikit.model.observation import Observation
from kpikit.model.period import Date, FiscalHalf, FiscalQuarter, Period, Span, contains
from kpikit.model.quantity import Quantity
from kpikit.model.unit import is_ratio, years_counted
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = ["STRETCHES", "dated", "is_part_of", "is_running_floor", "not_of_other_years", "waits"]

#: What of a year is no moment: a value of it is what there was in that time.
STRETCHES: Final = (Span, FiscalHalf, FiscalQuarter)
#: The days of a year that is no leap year.
_SHORTEST_YEAR: Final = 365


def dated(judgement: Judgement, target: Target, evidence: Evidence, day: date | None) -> Judgement:
    """Look at the target's date: what is not yet due is not missed.

    Once it is due a value from before its period tells nothing.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> target = Target(AtLeast(Quantity("55", "%")), FiscalYear(2027))
    >>> evidence = Evidence("利用率", Observation(FiscalYear(2023), Quantity("48.2", "%")))
    >>> dated(target.rule.judge(evidence), target, evidence, date(2024, 3, 31)).verdict
    Verdict.NOT_DUE
    """
    if target.unread and judgement.reason is None:
        return _undated(judgement)
    if target.period is None or judgement.verdict is Verdict.NOT_APPLICABLE:
        return judgement
    seen, is_due = evidence.observation, day is None or target.period.end <= day
    if is_due and seen is not None and seen.unread:
        judgement = _of_known_year(judgement, seen, evidence.name)
    if day is None:
        return judgement
    if is_due:
        answer = not_of_other_years(judgement, target.period, evidence)
        return _not_stale(answer, target.period, evidence)
    if judgement.verdict is Verdict.ACHIEVED and not waits(target, judgement, evidence):
        return judgement.flagged(Flag.EARLY)
    return judgement.changed_to(Verdict.NOT_DUE, Reason.NOT_YET_DUE)


def _undated(judgement: Judgement) -> Judgement:
    """Answer for a target of which nobody knows when it is due: it may be open, or long past."""
    return judgement.changed_to(Verdict.INDETERMINATE, Reason.TARGET_UNDATED)


def _of_known_year(judgement: Judgement, seen: Observation, name: str) -> Judgement:
    """Answer for a value of which nobody knows the year: it may be from before its target's.

    A total that has reached its floor stays there, whichever year that was.
    """
    if seen.placed is not None or judgement.reason is not None:
        return judgement
    if judgement.verdict is Verdict.ACHIEVED and is_running_floor(judgement, seen, name):
        return judgement
    return judgement.changed_to(Verdict.INDETERMINATE, Reason.ACTUAL_YEAR_UNKNOWN)


def not_of_other_years(judgement: Judgement, period: Period, evidence: Evidence) -> Judgement:
    """Answer for a count of fewer years than its target, or of more, one of which may be a total.

    A floor that fewer years reach is met either way, and one that more do not is missed; of a
    ceiling it is the other way round.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> evidence = Evidence("相談件数", Observation(FiscalYear(2023), Quantity("40", "件")))
    >>> missed = AtLeast(Quantity("100", "件")).judge(evidence)
    >>> years = Span(FiscalYear(2023), FiscalYear(2025))
    >>> not_of_other_years(missed, years, evidence).reason
    Reason.STATISTIC_DIFFERS
    """
    seen = evidence.observation
    time = seen and (seen.period or seen.column)
    if not _is_of_other_years(judgement, seen, evidence.name, period, time):
        return judgement
    return attrs.evolve(judgement, verdict=Verdict.INDETERMINATE, reason=Reason.STATISTIC_DIFFERS)


def _is_of_other_years(
    judgement: Judgement,
    seen: Observation | None,
    name: str,
    period: Period,
    time: Period | None,
) -> bool:
    """Whether the answer is another one if a count is held against a total, or is one itself."""
    if judgement.parts:
        return any(
            _is_of_other_years(part.judgement, part.observation, name, period, time)
            for part in judgement.parts
        )
    actual, rule = seen and seen.quantity, judgement.rule
    if actual is None or rule is None:
        return False
    asked = rule.level or actual
    has_stretch = isinstance(period, Span) or isinstance(time, STRETCHES)
    if not (has_stretch or actual.per or asked.per):
        return False  # as most
    if not _is_count(actual) or states_total(name) or is_total(actual.statistic):
        return False
    if _is_shorter(actual, time, asked, period):
        return judgement.verdict is _answer(met=rule.is_capped(actual))
    if _is_shorter(asked, period, actual, time):
        return judgement.verdict is _answer(met=not rule.is_capped(actual))
    return False


def _answer(*, met: bool) -> Verdict:
    return Verdict.ACHIEVED if met else Verdict.NOT_ACHIEVED


def _is_shorter(one: Quantity, time: Period | None, other: Quantity, period: Period | None) -> bool:
    """Whether one count is of fewer years than another, none of which is for each year.

    A day is of no length: what is told for it may be the total up to then.
    """
    if other.per == YEAR or other.statistic == YEARLY:
        return False
    years = years_counted(other.per)
    if years > 1:
        return _is_of_less_than(years, one, time)
    if time is None or period is None or years_counted(one.per) > 1:
        return False
    return is_part_of(time, period)


def _is_of_less_than(years: int, counted: Quantity, time: Period | None) -> bool:
    """Whether something is counted over less than so many years, as far as its time tells."""
    own = years_counted(counted.per)
    if own > 1 or time is None or isinstance(time, Date):
        return 1 < own < years
    return (time.end - time.start).days < years * _SHORTEST_YEAR - 1


def is_part_of(time: Period, period: Period) -> bool:
    """Whether a time is a part of a period: a year of several, some months of a year.

    No day is, which may tell the total up to then, and of a year no single month.

    >>> from kpikit.model.period import FiscalYear, Month
    >>> months = Span(Month(2025, 10), Month(2025, 12))
    >>> is_part_of(months, FiscalYear(2025)), is_part_of(Month(2025, 12), FiscalYear(2025))
    (True, False)
    """
    if isinstance(time, Date) or (not isinstance(period, Span) and not isinstance(time, STRETCHES)):
        return False
    is_shorter = time.end - time.start < period.end - period.start
    return is_shorter and contains(period, time)


def _not_stale(judgement: Judgement, period: Period, evidence: Evidence) -> Judgement:
    """Answer for a target that is due: a total that has reached its floor stays there."""
    seen = evidence.observation
    time = seen and (seen.period or seen.column)
    is_open = judgement.verdict is Verdict.INDETERMINATE
    if is_open or time is None or time.end >= period.start:
        return judgement
    if judgement.verdict is Verdict.ACHIEVED and is_running_floor(judgement, seen, evidence.name):
        return judgement
    return attrs.evolve(judgement, verdict=Verdict.INDETERMINATE, reason=Reason.ACTUAL_STALE)


def is_running_floor(judgement: Judgement, seen: Observation | None, name: str) -> bool:
    """Whether a running total was judged against a floor, that of each part.

    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> seen = Observation(None, Quantity("120", "人", statistic="累計"))
    >>> met = AtLeast(Quantity("100", "人", statistic="累計")).judge(Evidence("受講者数", seen))
    >>> is_running_floor(met, seen, "受講者数")
    True
    """
    if judgement.parts:
        return all(
            is_running_floor(part.judgement, part.observation, name) for part in judgement.parts
        )
    actual, rule = seen and seen.quantity, judgement.rule
    if actual is None or rule is None or rule.is_capped(actual):
        return False
    statistics = actual.statistic, (rule.level or actual).statistic
    return any(map(is_total, statistics)) or (states_total(name) and _is_count(actual))


def waits(target: Target, judgement: Judgement, evidence: Evidence) -> bool:
    """Whether only the date can show that it is met: a value to keep, a total's ceiling.

    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> target = Target(AtLeast(Quantity("55", "%")))
    >>> evidence = Evidence("利用率", Observation(None, Quantity("60", "%")))
    >>> waits(target, target.rule.judge(evidence), evidence)
    False
    """
    seen = evidence.observation
    running = states_total(evidence.name) or _is_under_way(target.period, seen)
    return target.rule.is_kept or _is_capped(judgement, seen, running=running)


def _is_under_way(target: Period | None, seen: Observation | None) -> bool:
    """Whether the actual is that of the first part of the target's own period."""
    period = seen and (seen.period or seen.column)
    if target is None or period is None or isinstance(period, Date):
        return False
    return target.start <= period.start and period.end < target.end


def _is_capped(judgement: Judgement, seen: Observation | None, *, running: bool) -> bool:
    """Whether a total that may still grow was judged against a ceiling."""
    if judgement.parts:
        return any(
            _is_capped(part.judgement, part.observation, running=running)
            for part in judgement.parts
        )
    actual, rule = seen and seen.quantity, judgement.rule
    if actual is None or rule is None or not rule.is_capped(actual):
        return False
    asked = rule.level or actual
    return (running and _is_count(actual)) or any(
        map(is_total, (actual.statistic, asked.statistic))
    )


def _is_count(actual: Quantity) -> bool:
    """Whether a value grows in the course of its period."""
    return not is_ratio(actual.unit) and actual.statistic not in MEANS
