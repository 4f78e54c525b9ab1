"""How a column of printed changes comes about: 前年度比, 増減, 目標との差."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.analysis.reconcile.figures import Cells
from kpikit.analysis.reconcile.fit import FEWEST
from kpikit.analysis.reconcile.rows import NOTHING, PrintedRows, Yielded
from kpikit.analysis.scheme import Rounding, RoundingMode
from kpikit.analysis.scheme._terms import rounded
from kpikit.judging.evaluation import Evaluation
from kpikit.language.messages import Language, say
from kpikit.model.comparison import Aligned, align
from kpikit.model.printed import Printed, PrintedChange
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.unit import is_ratio

__all__ = ["ChangeFit", "ChangeForm", "ChangeFrom", "changes_of"]

_HUNDRED: Final = Decimal(100)
#: So large a share of the rows that can be computed makes a rule evident.
_HALF: Final = 2


class ChangeFrom(Code):
    """What a change is from.

    >>> ChangeFrom("previous")
    ChangeFrom.PREVIOUS
    """

    #: The actual of the year before.
    PREVIOUS = "previous"
    #: The target.
    TARGET = "target"
    #: The value at the start.
    BASELINE = "baseline"


class ChangeForm(Code):
    """How a change is told, with v for the value that it is from.

    >>> ChangeForm("growth")
    ChangeForm.GROWTH
    """

    #: a − v, in the unit of the actual, of shares in points.
    DIFFERENCE = "difference"
    #: a/v, in %.
    RATIO = "ratio"
    #: (a − v)/v, in %.
    GROWTH = "growth"


@final
@attrs.frozen(repr=False)
class ChangeFit(Value):
    """How the changes of a column may come about, as far as its figures tell.

    >>> ChangeFit(ChangeFrom.PREVIOUS, ChangeForm.RATIO, Rounding(1)).words("en")
    'a/v, v the actual of the year before; half up, decimals: 1'
    """

    #: What they are from.
    base: ChangeFrom
    #: How they are told.
    form: ChangeForm
    #: How many decimal places are printed, and what becomes of the rest.
    rounding: Rounding

    def words(self, lang: Language = "ja") -> str:
        """Say how the changes come about."""
        told = say(f"change-{self.form.value}", lang) + say(f"change-from-{self.base.value}", lang)
        mode, places = self.rounding.mode.value, self.rounding.places
        return told + say(f"fit-{mode}", lang, places=places)


#: Every way to tell a change, the plainest first.
_WAYS: Final = tuple(product(ChangeFrom, ChangeForm))


def changes_of(cells: Cells) -> list[tuple[ChangeFit, PrintedRows]]:
    """Return what reproduces most of the changes of a column with its rows, the plainest only.

    There is none where too few are reproduced.
    """
    numbers = [_number(each) for each in cells.printed]
    places = max((_places(each) for each in numbers if each is not None), default=0)
    judged = [each.judged for each in cells.given]
    found = [
        (ChangeFit(base, form, rounding), yielded)
        for base, form in _WAYS
        for computed in [[*map(partial(_computed, base, form), judged, numbers)]]
        for rounding in (Rounding(places, mode) for mode in RoundingMode)
        for yielded in [[*map(partial(_yielded, rounding), numbers, computed)]]
    ]
    fit, yielded = max(found, key=lambda each: _agreeing(each[1]))
    compared = sum(agrees is not None for _, agrees, *_ in yielded)
    if _agreeing(yielded) < max(FEWEST, compared / _HALF):
        return []
    units = [
        number.unit if number is not None and told is not NOTHING else "%"
        for number, told in zip(numbers, yielded, strict=True)
    ]
    return [(fit, PrintedRows.beside(cells.evaluations, cells.printed, yielded, units))]


def _agreeing(yielded: Sequence[Yielded]) -> int:
    return sum(agrees is True for _, agrees, *_ in yielded)


def _number(printed: Printed) -> Quantity | None:
    """Return a printed change that is one number."""
    number = printed.quantity if isinstance(printed, PrintedChange) else None
    return number if number is not None and number.is_point else None


def _places(number: Quantity) -> int:
    exponent = number.value.as_tuple().exponent
    return min(max(-exponent, 0), 9) if isinstance(exponent, int) else 0


def _yielded(rounding: Rounding, number: Quantity | None, computed: Decimal | None) -> Yielded:
    if number is None or computed is None:
        return NOTHING
    change = rounded(computed, rounding)
    return change, change == number.value, None, ""


def _computed(
    base: ChangeFrom, form: ChangeForm, judged: Evaluation | None, number: Quantity | None
) -> Decimal | None:
    """Return the change of an actual, ``None`` where it is not told so, or from nothing."""
    pair = None if judged is None or number is None else _pair(judged, base)
    if pair is None or number is None or not _may_be(number, pair, form):
        return None
    actual, before = pair.actual.value, pair.bound.value
    change = EXACT.subtract(actual, before)
    if form is ChangeForm.DIFFERENCE:
        return change
    part = actual if form is ChangeForm.RATIO else change
    return EXACT.divide(EXACT.multiply(part, _HUNDRED), before) if before else None


def _may_be(number: Quantity, pair: Aligned, form: ChangeForm) -> bool:
    """Whether a change may be told so by its unit: in %, or in that of the actual or in points."""
    if form is ChangeForm.DIFFERENCE:
        return not is_ratio(number.unit) or is_ratio(pair.actual.unit)
    return not number.unit or is_ratio(number.unit)


def _pair(judged: Evaluation, base: ChangeFrom) -> Aligned | None:
    """Return an actual and what its change is from, in the unit of the actual."""
    seen = judged.observation and judged.observation.quantity
    other = _base(judged, base)
    pair = None if seen is None or other is None else align(seen, other, judged.indicator.name)
    if seen is None or not isinstance(pair, Aligned):
        return None
    if not (pair.actual.is_point and pair.bound.is_point):
        return None
    actual, bound = (
        each.to(seen.unit) if seen.unit and each.unit else each
        for each in (pair.actual, pair.bound)
    )
    return Aligned(actual, bound)


def _base(judged: Evaluation, base: ChangeFrom) -> Quantity | None:
    if base is ChangeFrom.TARGET:
        return judged.aim
    told = judged.evidence.previous if base is ChangeFrom.PREVIOUS else judged.baseline
    return told and told.quantity
