"""Values that are the sums of others: subtotals that no word says are such, totals of years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Final, TypeAlias

import attrs

from kpikit.cell import read_actual, read_target
from kpikit.language.headings import RUNNING
from kpikit.language.lines import MEASURED
from kpikit.language.pattern import pattern
from kpikit.language.years import COUNTED_OVER
from kpikit.model.period import Period, Span
from kpikit.table.cells import Box
from kpikit.table.classes import Class
from kpikit.table.fact import Fact
from kpikit.table.headings import Role
from kpikit.table.units import stated_unit
from kpikit.table.wholes import is_part

__all__ = ["over_years", "sums_of_others"]

_MEASURED: Final = pattern(MEASURED)
_COUNTED_OVER: Final = pattern(COUNTED_OVER)
_RUNNING: Final = pattern(RUNNING)
_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What a sum has at least.
_PARTS: Final = 2
#: The facts of an indicator.
_Facts: TypeAlias = Sequence[Fact]


def sums_of_others(indicators: Sequence[_Facts]) -> list[Box]:
    """Return the names of the indicators whose figures are the sums of those of others.

    They are called by a cell on the left of the names of those right below them, 公債権 before
    市税 and 保険税, or right above them, or stand last and are the sums of such sums. A name that
    says what is counted, 総排出量 before 家庭系 and 事業系, is that of an indicator all the same.
    """
    sums = list[_Facts]()
    for at, facts in enumerate(indicators):
        below = _below(facts, indicators[at + 1 :])
        above = [each for each in sums if _column(each) == _column(facts)]
        before = _below(facts, indicators[at - 1 :: -1]) if at else []
        if any(_is_sum(facts, parts) for parts in (below, above, before)):
            sums.append(facts)
    return [facts[0].names[0] for facts in sums]


def over_years(
    total: Fact, facts: Sequence[Fact], *, is_meant: bool = False
) -> tuple[Fact, list[Fact]] | None:
    """Return a total as the actual of the years that it is the sum of, and the values of these.

    ``None`` where its line has no target for these years, or for more that begin with them, or
    that counts over so many (5年間で40世帯), or where they are not the sum. Where each year is
    said to have an actual, a target for more years leaves that open.

    Args:
        total: The total.
        facts: The values of its name.
        is_meant: Whether a cell of its row says that the target is one of totals: 累計 below 区分.
    """
    line = [fact for fact in facts if fact.names == total.names and _is_in_line(fact, total)]
    years = [fact for fact in line if fact.role is Role.ACTUAL and fact.period is not None]
    told = [fact for fact in years if fact.box.kind is not Class.DASH]  # － before it began
    numbers = [number for fact in told if (number := _number(fact)) is not None]
    seen = _over([fact.period for fact in years if fact.period is not None])
    if seen is None or len(numbers) < max(len(told), _PARTS) or sum(numbers) != _number(total):
        return None
    aims = [fact for fact in line if fact.role is Role.TARGET]
    own = next((aim.period for aim in aims if _spans(aim.period, seen)), None)
    is_free = all(year.is_assumed for year in years)
    is_open = bool(aims) and all(
        (is_free and _goes_on(aim.period, seen))
        or _counts_on(aim, seen)
        or (is_meant and _is_later(aim.period, seen))
        for aim in aims
    )
    if own is None and not is_open:
        return None
    return attrs.evolve(total.chosen(), period=own or seen, is_titled=False), years


def _is_in_line(one: Fact, other: Fact) -> bool:
    return one.box.row == other.box.row or one.box.column == other.box.column


def _over(periods: Sequence[Period]) -> Span | None:
    """Return the time from the first of several years to the last."""
    years = [each for each in periods if not isinstance(each, Span)]
    if len(years) < max(_PARTS, len(periods)):
        return None
    return Span(min(years, key=_start), max(years, key=_start))


def _start(period: Period) -> date:
    return period.start


def _spans(aim: Period | None, seen: Span) -> bool:
    """Whether a target is for the years of all actuals, and no others."""
    return aim is not None and (aim.start, aim.end) == (seen.start, seen.end)


def _goes_on(aim: Period | None, seen: Span) -> bool:
    """Whether a target is for more years, of which those of the actuals are the first."""
    return aim is not None and aim.start == seen.start and aim.end > seen.end


def _is_later(aim: Period | None, seen: Span) -> bool:
    """Whether a target is not due before the last of the actuals, or nothing says when it is."""
    return aim is None or aim.end >= seen.end


def _counts_on(aim: Fact, seen: Span) -> bool:
    """Whether a target counts over years that begin with those of the actuals: 5年間で40世帯.

    So it does where it is a total, and its year is after theirs.
    """
    own = aim.box.vocabulary
    counted_in = stated_unit(aim.unit, own)
    rule = read_target(aim.box.text, vocabulary=own, counted_in=counted_in).value
    level = None if rule is None else rule.level
    if level is None or aim.period is None or aim.period.end < seen.end:
        return False
    found = _COUNTED_OVER.fullmatch(level.per)
    if found is None:
        return _RUNNING.search(level.statistic) is not None
    return aim.period.start.year - int(found[1]) + 1 == seen.start.year


def _below(facts: _Facts, others: Sequence[_Facts]) -> list[_Facts]:
    """Return the first of others, those whose names stand further right."""
    column = _column(facts)
    return [*takewhile(lambda other: _column(other) > column, others)]


def _column(facts: _Facts) -> int:
    return facts[0].names[0].column


def _is_sum(facts: _Facts, parts: Sequence[_Facts]) -> bool:
    """Whether each figure is the sum of those below the same headings."""
    if len(parts) < _PARTS or not {fact.role for fact in facts} >= _NEEDED:
        return False
    if _MEASURED.fullmatch(facts[0].names[0].text):
        return False
    if any(is_part(part[0].names[0].text) for part in parts):
        return False  # うち女性: the whole has parts that are named after it
    is_one_table = all(part[0].head is facts[0].head for part in parts)
    return is_one_table and all(_is_sum_of(fact, parts) for fact in facts)


def _is_sum_of(fact: Fact, parts: Sequence[_Facts]) -> bool:
    key = fact.role, fact.period
    same = [[each for each in part if (each.role, each.period) == key] for part in parts]
    numbers = [_number(facts[0]) if len(facts) == 1 else None for facts in same]
    told = [number for number in numbers if number is not None]
    whole = _number(fact)
    return len(told) == len(parts) and whole is not None and sum(told) == whole != 0


def _number(fact: Fact) -> Decimal | None:
    seen = read_actual(fact.box.text).value
    return None if seen is None or seen.quantity is None else seen.quantity.lower
