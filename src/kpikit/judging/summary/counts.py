"""Counts of verdicts and standings, and the share achieved with its bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary.distinct import distinct
from kpikit.judging.summary.share import Share

__all__ = ["Summary"]

#: What a row adds to whose indicator is counted elsewhere.
_ELSEWHERE: Final = ("repeated",)


@final
@attrs.frozen(repr=False, kw_only=True)
class Summary(Value):
    """How many indicators have which verdict, and how those that are open stand. Summaries add.

    >>> Summary(achieved=16, not_achieved=4, indeterminate=1, not_set=1).rate
    Share(16, 20)
    """

    #: 達成, the early ones included; forecasts are counted apart.
    achieved: int = 0
    #: 未達成.
    not_achieved: int = 0
    #: 判定不能.
    indeterminate: int = 0
    #: 期限前.
    not_due: int = 0
    #: 対象外, since the project explores.
    exploratory: int = 0
    #: 対象外, since no target is set.
    unset: int = 0
    #: 対象外, since the document that should define the indicator set none.
    not_set: int = 0
    #: Judged, but only a forecast.
    forecast: int = 0
    #: How many of the achieved ones were met before their date.
    early: int = 0
    #: How many of the forecasts meet a target before its date.
    early_forecast: int = 0
    #: 順調: how many of those not due are on track.
    on_track: int = 0
    #: 遅れ: how many of those not due are behind.
    behind: int = 0
    #: 不明: of how many of those not due the standing is unknown.
    unknown: int = 0
    #: How many rows were left out, since the same indicator is counted elsewhere.
    repeated: int = 0

    @classmethod
    def of(cls, evaluations: Iterable[Evaluation]) -> Summary:
        """Count evaluations; an indicator that appears twice counts once, see :func:`distinct`."""
        kinds = Counter(
            evaluation.counted_as if counts_here else _ELSEWHERE
            for evaluation, counts_here in distinct(evaluations)
        )
        counts: Counter[str] = Counter()
        for names, number in kinds.items():
            counts.update(dict.fromkeys(names, number))
        return cls(**counts)

    @property
    def not_applicable(self) -> int:
        """対象外, for any reason."""
        return self.exploratory + self.unset + self.not_set

    @property
    def decided(self) -> int:
        """Achieved or not achieved."""
        return self.achieved + self.not_achieved

    @property
    def open(self) -> int:
        """Those whose date lies ahead, met or not."""
        return self.not_due + self.early + self.early_forecast

    @property
    def due(self) -> int:
        """All but those not applicable and those whose date lies ahead."""
        return self.total - self.open - self.not_applicable

    @property
    def total(self) -> int:
        """All that were counted."""
        judged = self.decided + self.indeterminate + self.forecast
        return judged + self.not_due + self.not_applicable

    @property
    def rate(self) -> Share | None:
        """達成率: achieved of those that are due and decided, or ``None`` where none is.

        What was met before its date is not in it: all that is decided early is met.

        >>> Summary(achieved=2, early=2, not_due=7).rate is None
        True
        """
        decided = self.decided - self.early
        return Share(self.achieved - self.early, decided) if decided > 0 else None

    @property
    def bounds(self) -> tuple[Share, Share] | None:
        """What the rate would be if all the undecided were missed, and if all were met."""
        if self.due <= 0:
            return None
        met = self.achieved - self.early
        undecided = self.indeterminate + self.forecast - self.early_forecast
        return Share(met, self.due), Share(met + undecided, self.due)

    @property
    def coverage(self) -> Share | None:
        """How many of all that were counted are decided; ``None`` where there are none.

        Those not applicable and those not due are among all: they have no such verdict either.
        """
        return Share(self.decided, self.total) if self.total else None

    def __add__(self, other: Summary) -> Summary:
        """Add the counts of disjoint sets of indicators."""
        names = [field.name for field in attrs.fields(Summary)]
        return Summary(**{name: getattr(self, name) + getattr(other, name) for name in names})
