"""Which way is better by what the publisher prints: the only one that yields it.

A rate is yielded where a usual formula comes to it, to the last digit that is printed; 達成 and
未達成 where the actual lies on that side of the target. A column that yields the other way for
rows whose direction is known tells nothing. Neither does a/t where no row of its column is turned
round (2 - a/t, t/a): many publishers print it whichever way is better.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
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


class _Kind(Enum):
    """The formulas of a printed rate."""

    PLAIN = "a/t"
    MIRRORED = "2 - a/t"
    INVERSE = "t/a"
    COVERED = "(a - b)/(t - b)"


class _Told(NamedTuple):
    """What a cell tells."""

    #: The heading of its column.
    heading: str
    #: The only way that yields it.
    way: Direction
    #: The formulas that come to it, of a rate.
    by: frozenset[_Kind] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether nothing but a/t comes to it."""
        return self.by == {_Kind.PLAIN}

    @property
    def is_turned(self) -> bool:
        """Whether a formula comes to it that turns the rate round."""
        return not self.by.isdisjoint((_Kind.MIRRORED, _Kind.INVERSE))


@final
@attrs.define(eq=False, slots=False)
class Columns:
    """The columns of a plan in which its publisher prints results, by their headings."""

    #: All indicators that have cells in them.
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=to_tuple)
    #: What says which way is better by a name.
    nouns: Nouns = NOUNS

    def tells(self, cell: _Told) -> bool:
        """Whether which way a cell is yielded by says which way is better."""
        if cell.heading in self.untrusted:
            return False
        return not cell.is_plain or cell.heading in self.turned

    @cached_property
    def untrusted(self) -> frozenset[str]:
        """Those that yield other ways than are known."""
        right, wrong = Counter[str](), Counter[str]()
        for cell, way in self._cells:
            if way is not None:
                (right if cell.way is way else wrong)[cell.heading] += 1
        return frozenset(each for each in wrong if wrong[each] * _AMONG > right[each] + wrong[each])

    @cached_property
    def turned(self) -> frozenset[str]:
        """Those of rates in which a row is turned round of which less is better."""
        return frozenset(
            cell.heading
            for cell, way in self._cells
            if cell.is_turned and way is not Direction.HIGHER
        )

    @cached_property
    def _cells(self) -> tuple[tuple[_Told, Direction | None], ...]:
        """What each cell tells, and which way is better by anything else."""
        return tuple(
            (cell, way)
            for indicator in self.indicators
            if indicator.printed and (seen := latest(indicator.observations, None)) is not None
            for rule in (each.rule for each in indicator.targets)
            for way in [self._known(indicator, rule)]
            for cell in _told(indicator, rule, seen)
        )

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
    ways = {cell.way for cell in _told(indicator, rule, seen) if columns.tells(cell)}
    return ways.pop() if len(ways) == 1 else None


def _told(indicator: Indicator, rule: Rule, seen: Observation) -> Iterator[_Told]:
    """Yield what each cell tells."""
    figures = _figures(indicator, rule, seen)
    for printed in indicator.printed if figures is not None else ():
        is_of_seen = printed.period is None or printed.period in (seen.period, seen.column)
        told = _way(printed, figures) if is_of_seen and figures is not None else None
        if told is not None:
            yield told


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


def _way(printed: Printed, figures: _Figures) -> _Told | None:
    if isinstance(printed, PrintedRate) and _exceeds(printed.quantity) is None:
        return _by_rate(printed, figures)
    way = _by_side(figures, met=met) if (met := _met(printed)) is not None else None
    return None if way is None else _Told(printed.heading, way)


def _met(printed: Printed) -> bool | None:
    """Whether a cell says that the target is met, as a word or as 100%超; ``None``: neither."""
    if isinstance(printed, PrintedRate):
        return _exceeds(printed.quantity)
    if isinstance(printed, PrintedResult):
        bare = "".join(normalize("NFKC", printed.text).split())
        for met, pattern in ((True, words.MET), (False, words.MISSED)):
            if re.fullmatch(pattern, bare):
                return met
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


def _by_rate(printed: PrintedRate, figures: _Figures) -> _Told | None:
    """Tell it by the formulas of each way, of which only one must come to the rate."""
    percent = printed.percent
    if percent is None:
        return None
    exponent = percent.as_tuple().exponent
    last = Decimal(1).scaleb(min(int(exponent), 0))
    found = {
        kind: way
        for kind, way, rate in _rates(figures)
        if rate is not None and abs(EXACT.subtract(rate, percent)) < last
    }
    ways = set(found.values())
    return _Told(printed.heading, ways.pop(), frozenset(found)) if len(ways) == 1 else None


def _rates(figures: _Figures) -> Iterator[tuple[_Kind, Direction, Decimal | None]]:
    """Yield the rates of each way: a/t; t/a and 2 - a/t; the way that leads to the target."""
    actual, target, start = figures
    rates = percents_of(actual, target, start)
    yield _Kind.PLAIN, Direction.HIGHER, rates.achievement
    yield _Kind.MIRRORED, Direction.LOWER, rates.mirrored
    yield _Kind.INVERSE, Direction.LOWER, rates.inverse
    is_up = start is not None and target > start
    yield _Kind.COVERED, Direction.HIGHER if is_up else Direction.LOWER, rates.progress
