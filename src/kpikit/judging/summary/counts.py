"""Counts of verdicts, and the share achieved with its bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary.distinct import distinct
from kpikit.judging.summary.share import Share
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = ["Summary", "count_of"]


@final
@attrs.frozen(repr=False, kw_only=True)
class Summary(Value):
    """How many indicators have which verdict. Summaries add.

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
    #: How many rows were left out, since the same indicator is counted elsewhere.
    repeated: int = 0

    @classmethod
    def of(cls, evaluations: Iterable[Evaluation]) -> Summary:
        """Count evaluations; an indicator that appears twice counts once, see :func:`distinct`."""
        counts = dict.fromkeys((field.name for field in attrs.fields(cls)), 0)
        for evaluation, counts_here in distinct(evaluations):
            count = count_of(evaluation) if counts_here else "repeated"
            counts[count] += 1
            counts["early"] += count == "achieved" and Flag.EARLY in evaluation.flags
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
    def due(self) -> int:
        """All but those not applicable and those not due."""
        return self.decided + self.indeterminate + self.forecast

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.due + self.not_due + self.not_applicable

    @property
    def rate(self) -> Share | None:
        """達成率: achieved of those decided, or ``None`` where none is."""
        return Share(self.achieved, self.decided) if self.decided else None

    @property
    def bounds(self) -> tuple[Share, Share] | None:
        """What the rate would be if all the undecided were missed, and if all were met."""
        if not self.due:
            return None
        open_ = self.indeterminate + self.forecast
        return Share(self.achieved, self.due), Share(self.achieved + open_, self.due)

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


#: Why there is no target → the name of the count.
NOT_APPLICABLE: Final = {
    Reason.EXPLORATORY: "exploratory",
    Reason.UNSET: "unset",
    Reason.INDICATOR_NOT_SET: "not_set",
}


def count_of(evaluation: Evaluation) -> str:
    """Return the name of the count that an evaluation belongs to."""
    if evaluation.verdict is Verdict.NOT_APPLICABLE and evaluation.reason is not None:
        return NOT_APPLICABLE[evaluation.reason]
    if Flag.FORECAST in evaluation.flags and evaluation.verdict is not Verdict.NOT_DUE:
        return "forecast"
    return evaluation.verdict.value
