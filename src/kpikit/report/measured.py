"""The numbers of a row in one unit: baseline, target and actual."""

from __future__ import annotations

from decimal import Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.language.units import POINT
from kpikit.model.comparison import Aligned, align
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.rule.zone import number_in
from kpikit.model.verdict import Direction

__all__ = ["Measured", "gap_unit", "measured"]


@final
@attrs.frozen(repr=False)
class Measured(Value):
    """The numbers of one indicator, each ``None`` where it is not a single number.

    >>> Measured("人", Decimal(100), Decimal(200), Decimal(150)).unit
    '人'
    """

    #: The unit of all of them.
    unit: str = ""
    #: The value at the start.
    baseline: Decimal | None = None
    #: The number aimed for.
    target: Decimal | None = None
    #: The actual.
    actual: Decimal | None = None
    #: Which way is better, ``None`` where nothing tells.
    way: Direction | None = None

    @property
    def achievement(self) -> Decimal | None:
        """Actual over target, where more is better and the target is above zero.

        >>> Measured("人", None, Decimal(200), Decimal(150), Direction.HIGHER).achievement
        Decimal('0.75')
        """
        target, actual = self.target, self.actual
        if target is None or actual is None or self.way is not Direction.HIGHER or target <= 0:
            return None
        return EXACT.divide(actual, target)

    @property
    def progress(self) -> Decimal | None:
        """The distance covered from the baseline, where the target is another number.

        >>> Measured("人", Decimal(100), Decimal(200), Decimal(150)).progress
        Decimal('0.5')
        """
        start, target, actual = self.baseline, self.target, self.actual
        if start is None or target is None or actual is None or target == start:
            return None
        return EXACT.divide(EXACT.subtract(actual, start), EXACT.subtract(target, start))

    @property
    def gap(self) -> Decimal | None:
        """The target less the actual.

        >>> Measured("人", None, Decimal(200), Decimal(150)).gap
        Decimal('50')
        """
        if self.target is None or self.actual is None:
            return None
        return EXACT.subtract(self.target, self.actual)


def gap_unit(unit: str) -> str:
    """Return the unit of a difference: that of two shares is in points.

    >>> gap_unit("%"), gap_unit("人")
    ('ポイント', '人')
    """
    return POINT if unit == "%" else unit


def measured(evaluation: Evaluation) -> Measured:
    """Return the numbers of an indicator, all in the unit of its target.

    What cannot be compared with the target is left out; a target that cannot be compared with
    the actual is left out itself. A number that is not single, 9割以上 or 約80%, is none.

    >>> import kpikit as kk
    >>> usage = kk.Indicator(
    ...     "利用率", target=kk.AtLeast(kk.Quantity("8", "割")), baseline=kk.Quantity("48", "%")
    ... )
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("60", "%"))
    >>> found = measured(kk.evaluate(usage, seen))
    >>> found.unit, found.baseline, found.target, found.actual
    ('%', Decimal('48'), Decimal('80'), Decimal('60'))
    """
    name, rule = evaluation.indicator.name, evaluation.rule
    seen = evaluation.observation and evaluation.observation.quantity
    start = evaluation.baseline and evaluation.baseline.quantity
    aim = evaluation.aim
    pair = align(seen, aim, name) if seen is not None and aim is not None else None
    actual, target = seen, aim if seen is None and _is_level(aim) else None
    if isinstance(pair, Aligned):
        actual, target = pair.actual, pair.bound
    like = next((each for each in (target, actual, start) if each is not None), None)
    if like is None:
        return Measured()
    baseline = number_in(start, like, name) if start is not None else None
    way = rule.way if rule is not None else None
    if target is None and aim is not None and aim.change is Change.DECREASE:
        way = Direction.LOWER  # the numbers are values, of which the larger cut leaves less
    return Measured(like.unit, baseline, _number(target), _number(actual), way)


def _is_level(aim: Quantity | None) -> bool:
    """Whether a target is a value, and not a change that says nothing without its base."""
    return aim is not None and aim.change is Change.LEVEL


def _number(quantity: Quantity | None) -> Decimal | None:
    """Return a single number; an approximate actual is none, a target counts at its number."""
    return quantity.value if quantity is not None and quantity.is_point else None
