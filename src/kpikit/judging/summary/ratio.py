"""Ratios rolled up by what they are made of, never as a mean of percentages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary.distinct import distinct
from kpikit.judging.summary.share import Share
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.unit import scale_of

__all__ = ["Fraction", "PooledRatio"]

#: The two counted parts of a ratio: what is above the line, and what is below.
Fraction: TypeAlias = tuple[Quantity, Quantity]


@final
@attrs.frozen(repr=False)
class PooledRatio(Value):
    """A ratio over several indicators: the sum of the numerators over that of the denominators.

    >>> PooledRatio(Quantity("60", "人"), Quantity("300", "人"), used=2).value
    Decimal('0.2')
    """

    #: The sum above the line, ``None`` where no indicator gave its parts.
    numerator: Quantity | None = None
    #: The sum below the line, ``None`` where no indicator gave its parts.
    denominator: Quantity | None = None
    #: How many indicators it is made of.
    used: int = attrs.field(default=0, kw_only=True)
    #: How many gave no parts, so that they are not in it.
    left_out: int = attrs.field(default=0, kw_only=True)
    #: How many rows were left out, since the same indicator is counted elsewhere.
    repeated: int = attrs.field(default=0, kw_only=True)

    @classmethod
    def of(
        cls, evaluations: Iterable[Evaluation], parts: Callable[[Evaluation], Fraction | None]
    ) -> PooledRatio:
        """Add up the counted parts of evaluations; an indicator that appears twice counts once.

        Args:
            evaluations: What to add up.
            parts: Numerator and denominator of an evaluation, each an exact number; ``None``
                where they are not known, as of a percentage that is published alone.

        Raises:
            InvalidDefinitionError: A part is no exact number.
            UnitMismatchError: The numerators, or the denominators, are not of one dimension.
        """
        pooled = cls()
        for evaluation, counts_here in distinct(evaluations):
            found = parts(evaluation) if counts_here else None
            if found is not None:
                pooled += cls(*map(_exact, found), used=1)
            elif counts_here:
                pooled += cls(left_out=1)
            else:
                pooled += cls(repeated=1)
        return pooled

    @property
    def value(self) -> Decimal | None:
        """The ratio; ``None`` where there are no parts, or their denominators add up to zero.

        Of one dimension, 千人 over 人, it is a pure number; else it is per unit below the line.
        """
        above, below = self.numerator, self.denominator
        if above is None or below is None or below.value == 0:
            return None
        if scale_of(above.unit).base == scale_of(below.unit).base:
            above = above.to(below.unit)
        return EXACT.divide(above.value, below.value)

    @property
    def coverage(self) -> Share | None:
        """How many of all gave their parts; ``None`` where there are none at all."""
        total = self.used + self.left_out
        return Share(self.used, total) if total else None

    def __add__(self, other: PooledRatio) -> PooledRatio:
        """Add the parts of disjoint sets of indicators."""
        return PooledRatio(
            _added(self.numerator, other.numerator),
            _added(self.denominator, other.denominator),
            used=self.used + other.used,
            left_out=self.left_out + other.left_out,
            repeated=self.repeated + other.repeated,
        )


def _exact(part: Quantity) -> Quantity:
    if not part.is_point or part.approximate:
        raise InvalidDefinitionError(f"a part of a ratio is one exact number, not {part}")
    return part


def _added(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    if one is None or other is None:
        return one or other
    return one.plus(other.to(one.unit).value)
