"""Numbers that are a multiple, or a share, of what a reference names: 前年比98%, 現状の1.25倍."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from kpikit import model
from kpikit.language.errors import InvalidRuleError
from kpikit.language.units import TIMES
from kpikit.model.quantity import Change, Quantity
from kpikit.model.unit import is_multiple, is_ratio
from kpikit.model.verdict import Flag, Reason

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence

__all__ = ["Bound", "a_multiple", "bound_of", "multiple_of"]

_HUNDRED: Final = Decimal(100)


class Bound(NamedTuple):
    """What an actual is compared with, and what it is a multiple of."""

    #: The number, or numbers, in the unit of the actual.
    number: Quantity
    #: What it is a multiple of; ``None`` where it is compared as it stands.
    base: Quantity | None = None
    #: What was taken as read.
    flags: tuple[Flag, ...] = ()

    @property
    def start(self) -> Quantity:
        """What it is a multiple of, in the unit of :attr:`number`: as a ratio, one times it."""
        one = _HUNDRED if is_ratio(self.number.unit) else Decimal(1)
        return self.base or Quantity(one, self.number.unit)


def a_multiple(instance: Any, _attribute: object, reference: str) -> None:
    """Refuse a reference beside a number that is no multiple and no share."""
    if not reference:
        return
    number: Quantity = instance.number
    lower = number.lower if number.upper is None else number.upper
    if not is_multiple(number.unit):
        raise InvalidRuleError(f"a multiple of {reference} is in {TIMES} or a share, not {number}")
    if number.change is not Change.LEVEL or lower is None or lower <= 0:
        raise InvalidRuleError(f"a multiple of {reference} is a positive number, not {number}")


def bound_of(
    number: Quantity, reference: str, evidence: Evidence, actual: Quantity
) -> Bound | Reason:
    """Return what an actual is compared with by a rule for a multiple of a reference.

    That multiple of the value referred to; the number as it stands where the actual is a ratio
    to it already, as the indicator's name says or since only the actual is a share.
    """
    # only a multiple that is judged pays for it
    from kpikit.model.rule.reference import is_same_reference, quantity_of, referenced

    is_one = is_multiple(actual.unit)
    stated = model.naming.stated_ratio(evidence.name)
    if stated and (is_one or not actual.unit):
        if not is_same_reference(stated, reference, evidence.name.replace(stated, "")):
            return Reason.BASIS_DIFFERS
        return Bound(_in_kind(number, actual), flags=(Flag.STATED_BY_NAME,))
    base = quantity_of(referenced(reference, evidence))
    if isinstance(base, Reason):
        return base
    if is_one:
        if not base.unit or is_multiple(base.unit):
            return Reason.RATE_OR_POINTS
        return Bound(_in_kind(number, actual), flags=(Flag.RATIO_ASSUMED,))
    found = multiple_of(number, base)
    if found is None:
        return Reason.BASELINE_UNUSABLE
    return Bound(found, base, (Flag.TARGET_APPROXIMATE,) * number.approximate)


def multiple_of(number: Quantity, base: Quantity) -> Quantity | None:
    """Return that multiple of *base*, which is to be positive, and for a band one number.

    >>> multiple_of(Quantity("98", "%"), Quantity("1000", "件"))
    Quantity('980', '件')
    """
    whole = base.possible
    if whole.lower is None or whole.lower <= 0:
        return None
    over = _HUNDRED if is_ratio(number.unit) else Decimal(1)
    times = number.to("%") if is_ratio(number.unit) else number
    if times.is_point:
        found = whole.times(times.value, base.unit, over=over)
    elif whole.is_point:
        found = attrs.evolve(times.times(whole.value, base.unit, over=over), change=base.change)
    else:
        return None
    return attrs.evolve(
        found, per=number.per or base.per, statistic=number.statistic or base.statistic
    )


def _in_kind(number: Quantity, actual: Quantity) -> Quantity:
    """Return a multiple as a share where the actual is one, and the other way round."""
    if number.unit == TIMES and is_ratio(actual.unit):
        return number.times(_HUNDRED, "%")
    if actual.unit == TIMES and is_ratio(number.unit):
        return number.to("%").times(Decimal(1), TIMES, over=_HUNDRED)
    return number
