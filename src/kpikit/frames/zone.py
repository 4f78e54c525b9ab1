"""The numbers that meet a target, as they were compared."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

import attrs

from kpikit.frames.ends import Ends, ends_of
from kpikit.model.comparison import Aligned, align
from kpikit.model.evidence import Evidence
from kpikit.model.judgement import Held, Judgement
from kpikit.model.quantity import Quantity
from kpikit.model.rule.bound import equal
from kpikit.model.rule.change import ChangeRule
from kpikit.model.verdict import Verdict

__all__ = ["Compared", "compared"]


class Compared(NamedTuple):
    """An actual and the numbers that meet the target, in one unit."""

    #: All that the actual may stand for.
    actual: Quantity
    #: What meets the target; ``None`` if the number to compare with may be several, of which some
    #: are met and some are not.
    zone: Ends | None
    #: Whether nothing tells which way is better, so that only the number itself meets it.
    is_undirected: bool = False


def compared(judgement: Judgement, evidence: Evidence) -> Compared | None:
    """Return what a judgement compared, ``None`` if it compared no numbers.

    >>> from kpikit.model.observation import Observation
    >>> from kpikit.model.rule import ReduceBy
    >>> seen = Observation(None, Quantity("59", "件"))
    >>> evidence = Evidence("障害件数", seen, Observation(None, Quantity("140", "件")))
    >>> found = compared(ReduceBy(Quantity("10", "%")).judge(evidence), evidence)
    >>> found.actual, found.zone
    (Quantity('59', '件'), Ends(low=-inf, high=126.0))
    """
    held, rule = judgement.held, judgement.rule
    if held is None or rule is None:
        return None
    levels = _levels(judgement, evidence)
    if levels is not None:
        return levels
    is_undirected = held.meets is equal and rule.is_undirected
    return Compared(held.actual, _zone(held), is_undirected)


def _levels(judgement: Judgement, evidence: Evidence) -> Compared | None:
    """Return a level beside the levels that a change leaves, where it was judged as a change."""
    rule, base = judgement.rule, judgement.reference
    actual = evidence.observation and evidence.observation.quantity
    if not isinstance(rule, ChangeRule) or base is None or actual is None:
        return None
    zone = rule.zone(base, actual, evidence.name)
    if zone is None or zone.change is not base.change:
        return None
    end = zone.upper if zone.lower is None else zone.lower
    pair = align(actual, _interval(base, end, end), evidence.name)
    is_floor, closed = zone.upper is None, not rule.strict
    return _one_sided(pair, is_floor=is_floor, closed=closed) if isinstance(pair, Aligned) else None


def _one_sided(pair: Aligned, *, is_floor: bool, closed: bool) -> Compared:
    number = pair.bound.value
    low, high = (number, None) if is_floor else (None, number)
    return Compared(pair.actual, ends_of(_interval(pair.bound, low, high, closed=closed)))


def _zone(held: Held) -> Ends | None:
    """Return the numbers that meet what was asked, found by asking it of all numbers.

    Where the number to compare with may be several, they are those that meet all of them, or any
    if the actual meets none.
    """
    answers = [(held.meets(each, held.bound), each) for each in _regions(held.bound)]
    wanted = {Verdict.ACHIEVED}
    if Verdict.INDETERMINATE in (answer for answer, _ in answers):
        verdict = held.meets(held.actual, held.bound)
        if verdict is Verdict.INDETERMINATE:
            return None
        if verdict is Verdict.NOT_ACHIEVED:
            wanted.add(Verdict.INDETERMINATE)
    met = [ends_of(region) for answer, region in answers if answer in wanted]
    return Ends(met[0].low, met[-1].high)


def _regions(bound: Quantity) -> list[Quantity]:
    """Return all numbers in order: those below the ends of *bound*, at, between and above them."""
    ends = [*dict.fromkeys(end for end in (bound.lower, bound.upper) if end is not None)]
    points = [_interval(bound, end, end) for end in ends]
    around = [_interval(bound, *pair, closed=False) for pair in pairwise([None, *ends, None])]
    return [around[0], *(each for pair in zip(points, around[1:], strict=True) for each in pair)]


def _interval(
    like: Quantity, low: Decimal | None, high: Decimal | None, *, closed: bool = True
) -> Quantity:
    return attrs.evolve(
        like, lower=low, upper=high, lower_closed=closed, upper_closed=closed, margin=None
    )
