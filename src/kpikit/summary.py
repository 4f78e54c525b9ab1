"""Counts of verdicts, and the share achieved with its bounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.errors import InvalidDefinitionError
from kpikit.evaluation import Evaluation
from kpikit.quantity import EXACT
from kpikit.verdict import Flag, Reason, Verdict

__all__ = ["Share", "Summary"]


def _at_least_one(_instance: object, _attribute: object, value: int) -> None:
    if value < 1:
        raise InvalidDefinitionError(f"a share is of at least 1, not of {value}")


@final
@attrs.frozen(repr=False)
class Share(Value):
    """A share kept as its two counts.

    >>> print(Share(16, 20), Share(16, 20).percent())
    16/20 80
    """

    #: The count above the line.
    numerator: int
    #: The count below the line, at least 1.
    denominator: int = attrs.field(validator=_at_least_one)

    def percent(self, places: int = 0) -> Decimal:
        """Return the share in %, rounded half up to *places* decimals for showing.

        >>> Share(18, 22).percent()
        Decimal('82')
        """
        exact = EXACT.divide(Decimal(100 * self.numerator), Decimal(self.denominator))
        return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

    def __str__(self) -> str:
        """Return ``numerator/denominator``."""
        return f"{self.numerator}/{self.denominator}"


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
        """Count evaluations; an indicator that appears twice counts once.

        It is the same if it is marked 再掲, or has the same name, target, baseline, actual and
        all else that it was judged by; never by name alone.
        """
        counts = dict.fromkeys((field.name for field in attrs.fields(cls)), 0)
        seen: set[object] = set()
        for evaluation in evaluations:
            key = (evaluation.evidence, evaluation.target, evaluation.as_of)
            if evaluation.indicator.repeated or (key in seen and _has_value(evaluation)):
                counts["repeated"] += 1
                continue
            seen.add(key)
            count = _count_of(evaluation)
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

    def __add__(self, other: Summary) -> Summary:
        """Add the counts of disjoint sets of indicators."""
        names = [field.name for field in attrs.fields(Summary)]
        return Summary(**{name: getattr(self, name) + getattr(other, name) for name in names})


_NOT_APPLICABLE = {
    Reason.EXPLORATORY: "exploratory",
    Reason.UNSET: "unset",
    Reason.INDICATOR_NOT_SET: "not_set",
}


def _count_of(evaluation: Evaluation) -> str:
    """Return the name of the count that an evaluation belongs to."""
    if evaluation.verdict is Verdict.NOT_APPLICABLE and evaluation.reason is not None:
        return _NOT_APPLICABLE[evaluation.reason]
    if Flag.FORECAST in evaluation.flags and evaluation.verdict is not Verdict.NOT_DUE:
        return "forecast"
    return evaluation.verdict.value


def _has_value(evaluation: Evaluation) -> bool:
    """Whether there is anything that makes two rows the same: two blanks are not."""
    seen = evaluation.observation
    return seen is not None and seen.missing is None
