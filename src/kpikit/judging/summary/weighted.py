"""Counts of verdicts in which indicators weigh more or less."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary.counts import Summary
from kpikit.judging.summary.distinct import distinct
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model.quantity import EXACT

__all__ = ["Weight", "WeightedSummary"]

#: What a weight may be given as; ``None`` is a missing one, which is refused.
Weight: TypeAlias = Decimal | int | str | None

_ZERO: Final = Decimal(0)


@final
@attrs.frozen(repr=False, kw_only=True)
class WeightedSummary(Value):
    """The weight of the indicators that have each verdict. Weighted summaries add.

    >>> WeightedSummary(achieved=Decimal(3), not_achieved=Decimal(1)).rate
    Decimal('0.75')
    """

    #: 達成.
    achieved: Decimal = _ZERO
    #: 未達成.
    not_achieved: Decimal = _ZERO
    #: 判定不能.
    indeterminate: Decimal = _ZERO
    #: 期限前.
    not_due: Decimal = _ZERO
    #: 対象外, for any reason.
    not_applicable: Decimal = _ZERO
    #: Judged, but only a forecast.
    forecast: Decimal = _ZERO
    #: How much of the achieved was met before its date.
    early: Decimal = _ZERO
    #: How much of the forecasts meets a target before its date.
    early_forecast: Decimal = _ZERO
    #: 順調: how much of what is not due is on track.
    on_track: Decimal = _ZERO
    #: 遅れ: how much of what is not due is behind.
    behind: Decimal = _ZERO
    #: 不明: of how much of what is not due the standing is unknown.
    unknown: Decimal = _ZERO
    #: The same, every indicator counted as one.
    counts: Summary = attrs.field(factory=Summary)

    @classmethod
    def of(
        cls, evaluations: Iterable[Evaluation], weight: Callable[[Evaluation], Weight]
    ) -> WeightedSummary:
        """Add the weights of evaluations; an indicator that appears twice weighs once.

        Args:
            evaluations: What to add up.
            weight: The weight of an evaluation: zero or more. Every indicator that counts needs
                one, those not applicable too, since they are among all.

        Raises:
            InvalidDefinitionError: A weight is missing, negative, or no finite decimal number.
        """
        sums = dict.fromkeys((field.name for field in attrs.fields(cls)), _ZERO)
        del sums["counts"]
        rows = list(evaluations)
        for evaluation, counts_here in distinct(rows):
            if counts_here:
                weighs = _checked(weight(evaluation), evaluation)
                for name in evaluation.counted_as:
                    count = name if name in sums else "not_applicable"
                    sums[count] = EXACT.add(sums[count], weighs)
        return cls(**sums, counts=Summary.of(rows))

    @property
    def decided(self) -> Decimal:
        """Achieved or not achieved."""
        return _sum(self.achieved, self.not_achieved)

    @property
    def due(self) -> Decimal:
        """All but those not applicable and those whose date lies ahead."""
        return EXACT.subtract(_sum(self.decided, self.indeterminate, self.forecast), self._ahead)

    @property
    def total(self) -> Decimal:
        """All that were counted."""
        return _sum(self.due, self._ahead, self.not_due, self.not_applicable)

    @property
    def rate(self) -> Decimal | None:
        """Achieved of those due and decided, where 1 is all; ``None`` where none of them weighs."""
        return _share(self._met, EXACT.subtract(self.decided, self.early))

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """What the rate would be if all the undecided were missed, and if all were met."""
        undecided = EXACT.subtract(_sum(self.indeterminate, self.forecast), self.early_forecast)
        low, high = _share(self._met, self.due), _share(_sum(self._met, undecided), self.due)
        return None if low is None or high is None else (low, high)

    @property
    def _met(self) -> Decimal:
        """Achieved of those due."""
        return EXACT.subtract(self.achieved, self.early)

    @property
    def _ahead(self) -> Decimal:
        """What is met, or expected to be, before its date."""
        return _sum(self.early, self.early_forecast)

    @property
    def coverage(self) -> Decimal | None:
        """How much of the whole weight is decided; ``None`` where nothing weighs."""
        return _share(self.decided, self.total)

    def __add__(self, other: WeightedSummary) -> WeightedSummary:
        """Add the weights of disjoint sets of indicators."""
        names = [field.name for field in attrs.fields(WeightedSummary) if field.name != "counts"]
        sums = {name: _sum(getattr(self, name), getattr(other, name)) for name in names}
        return WeightedSummary(**sums, counts=self.counts + other.counts)


def _checked(weight: object, evaluation: Evaluation) -> Decimal:
    """Return the weight as a number, or refuse it."""
    name = evaluation.indicator.name
    if weight is None:
        raise InvalidDefinitionError(
            f"no weight for {name!r}: give 0 if it is to count for nothing"
        )
    if not isinstance(weight, Decimal | int | str):
        raise InvalidDefinitionError(f"the weight of {name!r} is no decimal number: {weight!r}")
    try:
        number = Decimal(weight)
    except InvalidOperation as error:
        raise InvalidDefinitionError(f"the weight of {name!r} is no number: {weight!r}") from error
    if not number.is_finite() or number < 0:
        raise InvalidDefinitionError(f"the weight of {name!r} must be zero or more, not {number}")
    return number


def _sum(*weights: Decimal) -> Decimal:
    total = _ZERO
    for each in weights:
        total = EXACT.add(total, each)
    return total


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return EXACT.divide(part, whole) if whole else None
