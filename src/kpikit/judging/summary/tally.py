"""Counts by any key: the grades of a scheme, the labels of a city."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary.distinct import distinct
from kpikit.judging.summary.share import Share

__all__ = ["Tally"]

K = TypeVar("K", bound=Hashable)


def _pairs(counts: Iterable[tuple[K, int]]) -> tuple[tuple[K, int], ...]:
    return tuple(counts)


@final
@attrs.frozen(repr=False)
class Tally(Value, Generic[K]):
    """How many indicators have which key, and how many have none. Tallies add.

    >>> Tally([("A", 3), ("B", 1)], without=1).share("A")
    Share(3, 4)
    """

    #: Each key with its count, in the order of first appearance.
    counts: tuple[tuple[K, int], ...] = attrs.field(default=(), converter=_pairs)
    #: How many have no key: they could not be graded.
    without: int = attrs.field(default=0, kw_only=True)
    #: How many rows were left out, since the same indicator is counted elsewhere.
    repeated: int = attrs.field(default=0, kw_only=True)

    @classmethod
    def of(
        cls, evaluations: Iterable[Evaluation], key: Callable[[Evaluation], K | None]
    ) -> Tally[K]:
        """Count evaluations by *key*; ``None`` is no key. Each indicator counts once."""
        counts: Counter[K] = Counter()
        without = repeated = 0
        for evaluation, counts_here in distinct(evaluations):
            if not counts_here:
                repeated += 1
                continue
            found = key(evaluation)
            if found is None:
                without += 1
            else:
                counts[found] += 1
        return Tally(counts.items(), without=without, repeated=repeated)

    def count(self, key: K) -> int:
        """Return how many have *key*, 0 if none has."""
        return dict(self.counts).get(key, 0)

    @property
    def keyed(self) -> int:
        """How many have a key."""
        return sum(count for _, count in self.counts)

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.keyed + self.without

    @property
    def coverage(self) -> Share | None:
        """How many of all have a key; ``None`` where there are none at all."""
        return Share(self.keyed, self.total) if self.total else None

    def share(self, *keys: K) -> Share | None:
        """Return the share of some keys among those that have one, ``None`` where none has."""
        return Share(self._of(*keys), self.keyed) if self.keyed else None

    def bounds(self, *keys: K) -> tuple[Share, Share] | None:
        """Return the share of some keys if none, and if all, without a key had one of them."""
        if not self.total:
            return None
        found = self._of(*keys)
        return Share(found, self.total), Share(found + self.without, self.total)

    def _of(self, *keys: K) -> int:
        return sum(self.count(key) for key in dict.fromkeys(keys))

    def __add__(self, other: Tally[K]) -> Tally[K]:
        """Add the counts of disjoint sets of indicators."""
        counts = Counter(dict(self.counts))
        counts.update(dict(other.counts))
        return Tally(
            counts.items(),
            without=self.without + other.without,
            repeated=self.repeated + other.repeated,
        )
