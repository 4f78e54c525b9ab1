"""Which way is better by what the publisher prints: the only one that yields it.

A rate is yielded where a usual formula comes to it, to the last digit that is printed; 達成 and
未達成 where the actual lies on that side of the target. A column that yields the other way for
rows whose direction is known tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple, final
from unicodedata import normalize

import attrs

from kpikit._value import to_tuple
from kpikit.language import directions as words
from kpikit.model.comparison import Aligned, align
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator
from kpikit.model.observation import Observation
from kpikit.model.percents import percents_of
from kpikit.model.printed import Printed, PrintedRate, PrintedResult
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.rule import Rule
from kpikit.model.sense import NOUNS, Nouns
from kpikit.model.series import latest
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction

__all__ = ["Columns", "printed_direction"]

_HUNDRED: Final = Decimal(100)
#: Of so many rows that yield one way one may be known to go the other.
_AMONG: Final = 20


class _Figures(NamedTuple):
    """An actual, the target, and where it starts from, in one unit."""

    actual: Decimal
    target: Decimal
    start: Decimal | None


@final
@attrs.define(eq=False, slots=False)
class Columns:
    """The columns of a plan in which its publisher prints results, by their headings.

    >>> Columns([]).untrusted
    frozenset()
    """

    #: All indicators that have cells in them.
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=to_tuple)
    #: What says which way is better by a name.
    nouns: Nouns = NOUNS

    @cached_property
    def untrusted(self) -> frozenset[str]:
        """Those that yield other ways than are known."""
        right, wrong = Counter[str](), Counter[str]()
        for indicator in self.indicators:
            seen = latest(indicator.observations, None)
            for rule in (each.rule for each in indicator.targets if indicator.printed and seen):
                way = self._known(indicator, rule)
                told = _told(indicator, rule, seen) if way is not None and seen else ()
                for heading, other in told:
                    (right if other is way else wrong)[heading] += 1
        return frozenset(each for each in wrong if wrong[each] * _AMONG > right[each] + wrong[each])

    def _known(self, indicator: Indicator, rule: Rule) -> Direction | None:
        """Return which way is better by anything else."""
        column = indicator.given_direction
        given = indicator.direction or (column.direction if column else None)
        start = indicator.baseline_observation
        known = Evidence(indicator.name, None, start, direction=given, nouns=self.nouns)
        told = rule.told(known)
        return rule.way if told is None else told.direction


def printed_direction(
    indicator: Indicator, rule: Rule, seen: Observation | None, columns: Columns
) -> Direction | None:
    """Return the only way that yields what is printed for *seen*, ``None`` if none or both do.

    Args:
        indicator: The indicator, with what is printed beside it.
        rule: Its target.
        seen: The actual that is judged.
        columns: Those of the whole plan.

    >>> from kpikit.model.rule import Reach
    >>> rate = PrintedRate("90.2%", "達成率", quantity=Quantity("90.2", "%"))
    >>> people = Indicator("入所者", target=Reach(Quantity("37", "人")), printed=[rate])
    >>> seen = Observation(None, Quantity("41", "人"))
    >>> printed_direction(people, people.targets[0].rule, seen, Columns())
    Direction.LOWER
    """
    if not indicator.printed or seen is None or not rule.is_undirected:
        return None
    told = list(_told(indicator, rule, seen))
    ways = {way for heading, way in told if heading not in columns.untrusted}
    return ways.pop() if len(ways) == 1 else None


def _told(indicator: Indicator, rule: Rule, seen: Observation) -> Iterator[tuple[str, Direction]]:
    """Yield what each cell tells, with its heading."""
    figures = _figures(indicator, rule, seen)
    for printed in indicator.printed if figures is not None else ():
        is_of_seen = printed.period is None or printed.period in (seen.period, seen.column)
        way = _way(printed, figures) if is_of_seen and figures is not None else None
        if way is not None:
            yield printed.heading, way


def _figures(indicator: Indicator, rule: Rule, seen: Observation) -> _Figures | None:
    target, start = rule.goal, indicator.baseline_observation
    pair = _aligned(seen.quantity, target, indicator.name)
    if pair is None:
        return None
    from_start = _aligned(start.quantity if start else None, pair.bound, indicator.name)
    of_start = None if from_start is None else from_start.actual.value
    return _Figures(pair.actual.value, pair.bound.value, of_start)


def _aligned(one: Quantity | None, other: Quantity | None, name: str) -> Aligned | None:
    """Return two numbers in one unit, ``None`` where they are not two numbers of one kind."""
    if one is None or other is None or not (one.is_point and other.is_point):
        return None
    pair = align(one, other, name)
    return pair if isinstance(pair, Aligned) and pair.actual.is_point else None


def _way(printed: Printed, figures: _Figures) -> Direction | None:
    if isinstance(printed, PrintedRate):
        met = _exceeds(printed.quantity)
        return _by_rate(printed.percent, figures) if met is None else _by_side(figures, met=met)
    if isinstance(printed, PrintedResult):
        bare = "".join(normalize("NFKC", printed.text).split())
        for met, pattern in ((True, words.MET), (False, words.MISSED)):
            if re.fullmatch(pattern, bare):
                return _by_side(figures, met=met)
    return None


def _exceeds(rate: Quantity | None) -> bool | None:
    """Whether a rate is only said to exceed the whole, 100%超; ``None`` if it is a number."""
    if rate is None or rate.is_point or not is_ratio(rate.unit):
        return None
    lower = rate.to("%").lower
    return True if lower is not None and lower >= _HUNDRED else None


def _by_side(figures: _Figures, *, met: bool) -> Direction | None:
    """Tell it by the side of the target on which the actual lies."""
    if figures.actual == figures.target:
        return None
    is_above = figures.actual > figures.target
    return Direction.HIGHER if is_above is met else Direction.LOWER


def _by_rate(percent: Decimal | None, figures: _Figures) -> Direction | None:
    """Tell it by the formulas of each way, of which only one must come to the rate."""
    if percent is None:
        return None
    exponent = percent.as_tuple().exponent
    last = Decimal(1).scaleb(min(int(exponent), 0))
    found = {
        way
        for way, rate in _rates(figures)
        if rate is not None and abs(EXACT.subtract(rate, percent)) < last
    }
    return found.pop() if len(found) == 1 else None


def _rates(figures: _Figures) -> Iterator[tuple[Direction, Decimal | None]]:
    """Yield the rates of each way: a/t; t/a and 2 - a/t; the way that leads to the target."""
    actual, target, start = figures
    rates = percents_of(actual, target, start)
    yield Direction.HIGHER, rates.achievement
    yield Direction.LOWER, rates.mirrored
    yield Direction.LOWER, rates.inverse
    is_up = start is not None and target > start
    yield Direction.HIGHER if is_up else Direction.LOWER, rates.progress
