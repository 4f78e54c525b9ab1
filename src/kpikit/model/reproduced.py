"""Which way is better by what the publisher prints: the only one that yields it.

A rate is yielded where a usual formula comes to it, to the last digit that is printed; 達成 and
未達成 where the actual lies on that side of the target. A column that yields the other way for
rows whose direction is known tells nothing, unless it turns a rate round of which only the name or
the baseline tells the way: there they contradict one another. Neither does a/t where no row of its
column is turned round (2 - a/t, t/a): many publishers print it whichever way is better.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple, final
from unicodedata import normalize

import attrs

from kpikit._value import to_tuple
from kpikit.language import directions as words
from kpikit.model.comparison import Aligned, align, are_of_one_kind
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, Target
from kpikit.model.judgement import Told
from kpikit.model.observation import Observation
from kpikit.model.printed import Printed, PrintedRate, PrintedResult
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.rule import Rule
from kpikit.model.sense import NOUNS, Nouns
from kpikit.model.series import latest
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction, Flag

__all__ = ["Columns", "printed_direction", "with_printed"]

_HUNDRED: Final = Decimal(100)
#: Between these a rate in % may be a whole that was rounded.
_NEARLY_ALL: Final = Decimal(99)
_JUST_MORE: Final = Decimal(101)
#: What a rate that is turned round may well contradict: each alone is a hint.
_WITNESSES: Final = (Flag.DIRECTION_FROM_NAME, Flag.DIRECTION_FROM_BASELINE)
#: Of so many rows that yield one way one may be known to go the other.
_AMONG: Final = 20


class _Figures(NamedTuple):
    """An actual, the target, and where it starts from, in one unit."""

    actual: Decimal
    target: Decimal
    start: Decimal | None


class _Told(NamedTuple):
    """What a cell tells."""

    #: The heading of its column.
    heading: str
    #: The only way that yields it.
    way: Direction
    #: Whether nothing but a/t comes to it.
    is_plain: bool = False
    #: Whether a formula comes to it that turns the rate round.
    is_turned: bool = False


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
        for indicator, target, seen in self._rows(self.indicators, _any):
            told = _told(indicator, target.rule, seen)
            way, is_firm = self._known(indicator, target.rule) if told else (None, False)
            if way is not None:
                for cell in told:
                    if cell.way is way:
                        right[cell.heading] += 1
                    elif is_firm or not cell.is_turned:
                        wrong[cell.heading] += 1
        return frozenset(each for each in wrong if wrong[each] * _AMONG > right[each] + wrong[each])

    @cached_property
    def turned(self) -> frozenset[str]:
        """Those of rates in which a row is turned round of which less is better."""
        turned = set[str]()
        rated = [each for each in self.indicators if any(map(_is_rate, each.printed))]
        for indicator, target, seen in self._rows(rated, _may_be_lower):
            if _may_be_turned(indicator, target.rule, seen):
                told = [each for each in _told(indicator, target.rule, seen) if each.is_turned]
                if told and self._known(indicator, target.rule)[0] is not Direction.HIGHER:
                    turned.update(each.heading for each in told)
        return frozenset(turned)

    @staticmethod
    def _rows(
        indicators: Iterable[Indicator], is_of_use: Callable[[Rule], bool]
    ) -> Iterator[tuple[Indicator, Target, Observation]]:
        """Yield what has printed cells, with each target *is of use* and its latest actual."""
        for indicator in indicators:
            seen: Observation | None = None
            for target in indicator.targets if indicator.printed else ():
                if is_of_use(target.rule):
                    seen = seen or latest(indicator.observations, None)
                    if seen is not None:
                        yield indicator, target, seen

    def _known(self, indicator: Indicator, rule: Rule) -> tuple[Direction | None, bool]:
        """Return which way is better by anything else, and whether no name or baseline tells it."""
        if not rule.is_undirected:
            return rule.way, True
        column = indicator.given_direction
        given = indicator.direction or (column.direction if column else None)
        start = indicator.baseline_observation
        known = Evidence(indicator.name, None, start, direction=given, nouns=self.nouns)
        told = rule.told(known)
        return (told.direction if told else rule.way), not _is_one_witness(told)


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
    if seen is None or not rule.is_undirected:
        return None
    ways = {cell.way for cell in _told(indicator, rule, seen) if _tells(cell, columns)}
    return ways.pop() if len(ways) == 1 else None


def with_printed(known: Evidence, indicator: Indicator, rule: Rule, columns: Columns) -> Evidence:
    """Return the evidence with what is printed, as far as that is of use.

    It is where nothing else tells which way is better, or where the name or the baseline alone
    tells it, and a printed rate may contradict that.

    >>> from kpikit.model.rule import Reach
    >>> rate = PrintedRate("91%", "達成率", quantity=Quantity("91", "%"))
    >>> rule, seen = Reach(Quantity("120")), Observation(None, Quantity("131.7"))
    >>> known = Evidence("交付枚数", seen)  # more of them is better, by its name; 120 / 131.7
    >>> with_printed(
    ...     known, Indicator("交付枚数", target=rule, printed=[rate]), rule, Columns()
    ... ).printed
    Direction.LOWER
    """
    if not rule.is_undirected:
        return known
    told, seen = rule.told(known), known.observation
    is_open = told is None or told.direction is None or told.flag is Flag.DIRECTION_ASSUMED
    if not is_open and not (_is_one_witness(told) and _may_be_turned(indicator, rule, seen)):
        return known
    return attrs.evolve(known, printed=printed_direction(indicator, rule, seen, columns))


def _is_one_witness(told: Told | None) -> bool:
    """Whether only the name or the baseline tells which way is better, which may be mistaken."""
    return told is not None and told.flag in _WITNESSES


def _tells(cell: _Told, columns: Columns) -> bool:
    """Whether which way a cell is yielded by says which way is better."""
    if cell.is_plain and cell.heading not in columns.turned:
        return False
    return cell.heading not in columns.untrusted


def _is_rate(printed: Printed) -> bool:
    """Whether a printed cell is a rate."""
    return isinstance(printed, PrintedRate)


def _any(_rule: Rule) -> bool:
    """Whatever the rule."""
    return True


def _may_be_lower(rule: Rule) -> bool:
    """Whether less may be better of what a rule asks for, as far as its own words tell."""
    return rule.is_undirected or rule.way is not Direction.HIGHER


def _may_be_turned(indicator: Indicator, rule: Rule, seen: Observation | None) -> bool:
    """Whether a formula comes to any printed rate that turns it round, which few do."""
    if seen is None:
        return False
    for each in indicator.printed:
        percent = each.percent if isinstance(each, PrintedRate) else None
        pair = None if percent is None else _aligned(seen.quantity, rule.goal, indicator.name)
        if pair is not None and percent is not None:
            actual, target = pair[0].lower, pair[1].lower
            if actual is not None and target is not None and _is_turned(actual, target, percent):
                return True
    return False


def _told(indicator: Indicator, rule: Rule, seen: Observation) -> list[_Told]:
    """Return what each cell tells."""
    figures = _figures(indicator, rule, seen)
    if figures is None:
        return []
    of_seen = (None, seen.period, seen.column)
    return [
        told
        for each in indicator.printed
        if each.period in of_seen and (told := _way(each, figures)) is not None
    ]


def _figures(indicator: Indicator, rule: Rule, seen: Observation) -> _Figures | None:
    target, start = rule.goal, indicator.baseline_observation
    pair = _aligned(seen.quantity, target, indicator.name)
    if pair is None:
        return None
    actual, bound = pair
    begun = _aligned(start.quantity if start else None, bound, indicator.name)
    return _Figures(actual.value, bound.value, None if begun is None else begun[0].value)


def _aligned(
    one: Quantity | None, other: Quantity | None, name: str
) -> tuple[Quantity, Quantity] | None:
    """Return two numbers in one unit, ``None`` where they are not two numbers of one kind."""
    if one is None or other is None or not (one.is_point and other.is_point):
        return None
    if are_of_one_kind(one, other):
        return one, other
    pair = align(one, other, name)
    return (pair.actual, pair.bound) if isinstance(pair, Aligned) and pair.actual.is_point else None


def _way(printed: Printed, figures: _Figures) -> _Told | None:
    percent = printed.percent if isinstance(printed, PrintedRate) else None
    if percent is not None:
        return _by_rate(printed.heading, percent, figures)
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


def _by_rate(heading: str, percent: Decimal, figures: _Figures) -> _Told | None:
    """Tell it by the formulas of each way, of which only one way must come to the rate.

    a/t; t/a and 2 - a/t; the way that leads to the target.
    """
    last = _last_place(percent)
    actual, target, start = figures
    is_plain = _comes_to(actual, target, percent, last)
    is_turned = _is_turned(actual, target, percent)
    leads_up = start is not None and target > start
    is_covered = start is not None and _comes_to(
        EXACT.subtract(actual, start), EXACT.subtract(target, start), percent, last
    )
    is_up = is_plain or (is_covered and leads_up)
    if is_up is (is_turned or (is_covered and not leads_up)):
        return None
    way = Direction.HIGHER if is_up else Direction.LOWER
    return _Told(heading, way, is_plain and not is_covered, is_turned)


def _is_turned(actual: Decimal, target: Decimal, percent: Decimal) -> bool:
    """Whether 2 - a/t or t/a comes to a rate in %, to the last digit printed."""
    if not _may_be_on_its_side(actual, target, percent):
        return False  # as nearly all that is a/t
    last = _last_place(percent)
    mirrored = EXACT.subtract(EXACT.add(target, target), actual)
    return _comes_to(mirrored, target, percent, last) or _comes_to(target, actual, percent, last)


def _may_be_on_its_side(actual: Decimal, target: Decimal, percent: Decimal) -> bool:
    """Whether a rate may lie on that side of the whole on which every rate turned round lies.

    It exceeds the whole where an actual is below its target, as it is printed at least within 1 %.
    """
    if actual <= 0 or target <= 0:
        return True
    return percent > _NEARLY_ALL if actual < target else percent < _JUST_MORE


def _last_place(percent: Decimal) -> Decimal:
    """Return one in the last place of a number, or 1 if that is no decimal place."""
    return Decimal(1).scaleb(min(int(percent.as_tuple().exponent), 0))


def _comes_to(part: Decimal, whole: Decimal, percent: Decimal, last: Decimal) -> bool:
    """Whether a share is a rate in %, to the last digit printed; of nothing there is none."""
    off = EXACT.subtract(EXACT.multiply(part, _HUNDRED), EXACT.multiply(percent, whole))
    return off.copy_abs() < EXACT.multiply(whole.copy_abs(), last)
