"""Grades of several indicators as one: of a measure, of a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Value
from kpikit.analysis.scheme._terms import How, RollUp, rounded, within
from kpikit.analysis.scheme.grade import Grade
from kpikit.model._given import check_each
from kpikit.model.quantity import EXACT
from kpikit.model.verdict import Verdict

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["Rolled", "rolled"]

_HUNDRED: Final = Decimal(100)


@final
@attrs.frozen(repr=False)
class Rolled(Value):
    """What the grades of several indicators come to.

    >>> Rolled("A", Decimal("102.5"), counted=3, total=4).label
    'A'
    """

    #: The class, or ``None`` where none of them is graded.
    label: str | None
    #: The mean of their rates in %, or of their points; ``None`` where the worst class counts.
    mean: Decimal | None = None
    #: How many of them are counted.
    counted: int = 0
    #: How many there are.
    total: int = 0


def rolled(
    scheme: Scheme,
    grades: Iterable[Grade],
    weight: Callable[[Grade], Decimal | int] | None = None,
) -> Rolled | None:
    """Make one of several grades, as the scheme says; ``None`` where it says nothing.

    What has no class, or no points or no single rate, is not counted.

    Args:
        scheme: What they are graded by.
        grades: The grades.
        weight: How much one counts for; by default all count alike.

    >>> from kpikit.analysis.scheme import load
    >>> rolled(load("elderly-plan"), [])
    Rolled(None)
    """
    how, given = scheme.roll_up, check_each("rolled", grades, "Grade (Scheme.grade(…))", Grade)
    if how is None:
        return None
    if how.by is How.WORST:
        return _worst(scheme, given)
    numbers = [(_number(scheme, how, each), each) for each in given]
    counted = [
        (number, Decimal(weight(each) if weight is not None else 1))
        for number, each in numbers
        if number is not None
    ]
    whole = sum((share for _, share in counted), Decimal(0))
    if not whole:
        return Rolled(None, total=len(given))
    total = sum((EXACT.multiply(number, share) for number, share in counted), Decimal(0))
    mean = EXACT.divide(total, whole)
    seen = mean if how.rounding is None else rounded(mean, how.rounding)
    bands = how.bands or scheme.bands
    label = next((band.label for band in bands if band.holds(seen)), None)
    return Rolled(label, seen, len(counted), len(given))


def _worst(scheme: Scheme, grades: tuple[Grade, ...]) -> Rolled:
    """Return the worst class of any of the grades."""
    labels = [each.label for each in grades if each.label is not None]
    known = [label for label in scheme.labels if label in labels]
    worst = known[-1] if known else None
    return Rolled(worst, counted=len(labels), total=len(grades))


def _number(scheme: Scheme, how: RollUp, grade: Grade) -> Decimal | None:
    """Return the points of a grade, or its rate in % within the ends of the scheme.

    Where those that are met are counted, what is met is worth 100, and anything else nothing.
    """
    if grade.label is None:
        return None
    if how.by is How.MET:
        return _HUNDRED if _is_met(how, grade) else Decimal(0)
    if how.points:
        return dict(how.points).get(grade.label)
    rate = grade.rate.value if grade.rate is not None else None
    if rate is None:
        return None
    return within(EXACT.multiply(rate, _HUNDRED), scheme.floor, scheme.cap)


def _is_met(how: RollUp, grade: Grade) -> bool:
    """Whether a grade counts as met: by its class, else by the verdict."""
    return grade.label in how.met if how.met else grade.evaluation.verdict is Verdict.ACHIEVED
