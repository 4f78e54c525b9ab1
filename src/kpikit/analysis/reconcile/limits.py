"""The limits of classes, from rows that have a number and a mark each.

Which class is the better one is told; of all limits in that order those are taken that get most
rows right, and of equally good ones those where the roundest number lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from functools import partial
from itertools import accumulate, pairwise
from statistics import median_low
from typing import Final, TypeAlias

from kpikit.analysis.reconcile.scale import Limit

__all__ = ["Rows", "limits_of"]

#: How often a number has a mark.
Rows: TypeAlias = Counter[tuple[Decimal, str]]
#: The distances of limits, the roundest first.
_ROUND: Final = tuple(map(Decimal, ("100", "50", "10", "5", "1", "0.1")))


def limits_of(rows: Rows, merit: Mapping[str, Fraction]) -> tuple[list[Limit], list[str], int]:
    """Return where classes begin, the classes from the best, and how many rows they get right.

    There is at least one row. A class that gets no row right is left out.

    Args:
        rows: How often a number has a mark.
        merit: How good a mark is, where that is told; equally good ones are told by their rows.

    >>> met = {"A": Fraction(1), "B": Fraction(0)}
    >>> rows = {("110", "A"): 2, ("99", "B"): 1, ("80", "B"): 1}
    >>> limits_of(Counter({(Decimal(n), mark): k for (n, mark), k in rows.items()}), met)
    ([Limit('A', Decimal('99'), Decimal('110'))], ['A', 'B'], 4)
    """
    numbers = sorted({number for number, _ in rows})
    labels = _from_the_worst(rows, merit)
    sums = [
        [*accumulate((rows[number, label] for number in numbers), initial=0)] for label in labels
    ]
    cuts = _cuts(numbers, sums)
    right = [sums[at][high] - sums[at][low] for at, (low, high) in enumerate(pairwise(cuts))]
    used = [at for at, count in enumerate(right) if count]
    limits = [
        Limit(labels[upper], numbers[cuts[lower + 1] - 1], numbers[cuts[upper]])
        for lower, upper in pairwise(used)
    ]
    return limits[::-1], [labels[at] for at in reversed(used)], sum(right)


def _from_the_worst(rows: Rows, merit: Mapping[str, Fraction]) -> list[str]:
    """Return the marks from the worst: by the middle of their numbers, then by their merit."""
    found: dict[str, list[Decimal]] = {}
    for (number, label), count in rows.items():
        found.setdefault(label, []).extend([number] * count)
    return sorted(found, key=lambda label: (median_low(found[label]), merit[label], label))


def _cuts(numbers: Sequence[Decimal], sums: Sequence[Sequence[int]]) -> list[int]:
    """Return where each class begins among the numbers, and where the last one ends."""
    best = [list(sums[0])]  # how many are right up to a number, if it is of the class
    for own in sums[1:]:
        before = accumulate((got - own[at] for at, got in enumerate(best[-1])), max)
        best.append([gain + own[at] for at, gain in enumerate(before)])
    cuts = [len(numbers)]
    for upto, own in zip(best[-2::-1], sums[:0:-1], strict=True):
        gains = [upto[at] - own[at] for at in range(cuts[-1] + 1)]
        most = max(gains)
        equal = [at for at, gain in enumerate(gains) if gain == most]
        cuts.append(min(equal, key=partial(_roughness, numbers)))
    return [0, *cuts[::-1]]


def _roughness(numbers: Sequence[Decimal], at: int) -> int:
    """Return how rough the roundest number is that may divide the numbers there."""
    if not 0 < at < len(numbers):
        return len(_ROUND)
    low, high = numbers[at - 1], numbers[at]
    reached = (step * (high / step).to_integral_value(ROUND_FLOOR) > low for step in _ROUND)
    return next((rank for rank, holds in enumerate(reached) if holds), len(_ROUND))
