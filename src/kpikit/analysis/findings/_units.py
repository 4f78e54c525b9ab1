"""Findings about units: what a name says, what can be compared, what a value may be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

import attrs

from kpikit.analysis.findings._rows import Audited, Leaf, Row
from kpikit.analysis.findings.finding import Dated, Finding, Term, Unit, info, warning
from kpikit.language.nouns import AMOUNTS, NET, OF_A_WHOLE, OF_ANOTHER, OWN, PER, SHARES, UNITS_OF
from kpikit.language.units import COUNTS, MUNICIPALITIES, PERCENT
from kpikit.model.comparison import align
from kpikit.model.naming import head, stated_change
from kpikit.model.observation import Observation
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.unit import is_ratio, scale_of
from kpikit.model.verdict import Reason

# -- names and units ---------------------------------------------------------------------------


def unit_name(leaf: Leaf) -> Iterator[Finding]:
    """An indicator is called a rate, a time or a number, and given in a unit of something else."""
    for quantity in (leaf.judgement.level, leaf.quantity):
        if quantity is not None and not _suits(leaf.name, quantity):
            yield warning(
                "unit-name-mismatch", leaf.place, name=leaf.name, unit=Unit(quantity.unit)
            )
            break


def _suits(name: str, quantity: Quantity) -> bool:
    """Whether a level in that unit may be what the head noun says; a change may be in any."""
    is_change = quantity.change is not Change.LEVEL or stated_change(name) is not Change.LEVEL
    if not quantity.unit or is_change or quantity.per:
        return True
    noun, base = head(name), scale_of(quantity.unit).base
    if _is_relative(name.strip().removeprefix(noun), base):
        return True
    for nouns, bases in UNITS_OF:
        if noun.endswith(nouns):
            return base in bases
    if noun.endswith(AMOUNTS) and base == PERCENT:
        return False
    return not noun.endswith(OWN.get(base, ("\0",)))


def _is_relative(remark: str, base: str) -> bool:
    """Whether the remark behind the noun says per what it is, or that it is a share after all."""
    if not remark:
        return False  # as behind most
    if any(word in remark for word in PER):
        return True
    return base == PERCENT and any(word in remark for word in SHARES)


# -- what can be compared ----------------------------------------------------------------------

_DIFFER: Final = frozenset({Reason.UNITS_DIFFER, Reason.BASIS_DIFFERS, Reason.STATISTIC_DIFFERS})


def baseline_comparable(row: Row) -> Iterator[Finding]:
    """The value at the start has another unit or basis than the target, or than the actual."""
    start = row.baseline
    seen = row.observation and row.observation.quantity
    others = ("target", row.evaluation.judgement.level), ("actual", seen)
    for kind, other in others:
        if start is not None and other is not None and _differ(start, other, row.name):
            yield warning(
                "baseline-not-comparable",
                row.place,
                spelling=row.spelling,
                baseline=start,
                kind=Term(f"finding-{kind}"),
                other=other,
            )
            break


def series_comparable(row: Row) -> Iterator[Finding]:
    """The actuals of two years have different units or bases."""
    for one, other in pairwise(row.indicator.observations):
        mine, yours = one.quantity, other.quantity
        if mine is not None and yours is not None and _differ(mine, yours, row.name):
            yield warning(
                "series-not-comparable",
                row.place,
                spelling=row.spelling,
                one=Dated(one),
                other=Dated(other),
            )
            break


def _differ(one: Quantity, other: Quantity, name: str) -> bool:
    """Whether two numbers cannot be compared, though both have a unit and are of one sense."""
    if one.change is not other.change or not (one.unit and other.unit):
        return False
    if {one.unit, other.unit} <= MUNICIPALITIES or _aspect(one) == _aspect(other):
        return False
    return align(one, other, name) in _DIFFER and align(other, one, name) in _DIFFER


def _aspect(quantity: Quantity) -> tuple[str, Change, str, str]:
    """Return what makes two numbers comparable as they stand."""
    return quantity.unit, quantity.change, quantity.per, quantity.statistic


# -- what a value may be -----------------------------------------------------------------------

_WHOLE: Final = Decimal(100)


def shares_in_range(plan: Audited) -> Iterator[Finding]:
    """A share of a whole is above 100 %, or below 0 %."""
    for leaf, quantity in _given(plan):
        if is_ratio(quantity.unit) and quantity.change is Change.LEVEL and _is_share(leaf.name):
            share = quantity.to(PERCENT)
            above = share.lower is not None and share.lower > _WHOLE
            below = share.upper is not None and share.upper < 0
            if above or below:
                yield warning(
                    "share-out-of-range",
                    leaf.place,
                    spelling=leaf.spelling,
                    name=leaf.name,
                    value=quantity,
                )


def _is_share(name: str) -> bool:
    noun = head(name)
    return noun.endswith(OF_A_WHOLE) and not any(word in name for word in OF_ANOTHER)


def counts_in_range(plan: Audited) -> Iterator[Finding]:
    """A number of things is below zero."""
    for leaf, quantity in _given(plan):
        if quantity.upper is None or quantity.upper >= 0:
            continue
        counted = scale_of(quantity.unit).base in COUNTS
        net = quantity.change is not Change.LEVEL or any(word in leaf.name for word in NET)
        if counted and not net:
            yield warning(
                "count-negative", leaf.place, spelling=leaf.spelling, name=leaf.name, value=quantity
            )


def _given(plan: Audited) -> Iterator[tuple[Leaf, Quantity]]:
    """Yield each target, actual and baseline, with what it belongs to; each number once."""
    for leaf in plan.leaves:
        level, quantity = leaf.judgement.level, leaf.quantity
        if level is not None:
            yield leaf, level
        if quantity is not None and quantity != level:
            yield leaf, quantity
    for row in plan.rows:
        start = row.baseline
        if start is not None:
            evaluation = row.evaluation
            leaf = Leaf(row, row.place, row.name, evaluation.judgement, evaluation.baseline)
            yield leaf, start


# -- slips of a unit ---------------------------------------------------------------------------

_TEN: Final = Decimal(10)
#: What makes a power of ten of all that is near one: 8 × 1.25.
_NEARLY: Final = Decimal("1.25")
_LEAST: Final = Decimal(8)
#: How far a ratio may lie from ten, and from a higher power of ten.
_NEAR_TEN: Final = Decimal("0.1")
_NEAR_POWER: Final = Decimal("0.2")


def power_of_ten(row: Row) -> Iterator[Finding]:
    """A value is about 10, 100 … times that of the time before: a unit may have slipped."""
    for one, other in pairwise(_series(row)):
        mine, yours = one.quantity, other.quantity
        if mine is not None and yours is not None and _slips(mine, yours, row.name):
            yield info(
                "power-of-ten",
                row.place,
                spelling=row.spelling,
                one=Dated(one),
                other=Dated(other),
            )


def _series(row: Row) -> list[Observation]:
    """Return the dated values, from the baseline on, in the order of their periods."""
    start = row.evaluation.baseline
    seen = [each for each in (start, *row.indicator.observations) if each is not None]
    dated = [(each.placed.end, each) for each in seen if each.placed is not None]
    return [each for _, each in sorted(dated, key=lambda pair: pair[0])]


def _slips(one: Quantity, other: Quantity, name: str) -> bool:
    if _aspect(one) != _aspect(other):
        pair = align(attrs.evolve(one, margin=None), other, name)
        if isinstance(pair, Reason):
            return False
        one, other = pair.actual, pair.bound
    if not (one.is_point and other.is_point):
        return False
    low, high = sorted((one.value, other.value))
    if low <= 0 or EXACT.multiply(low, _LEAST) > high:
        return False
    ratio = EXACT.divide(high, low)
    power = EXACT.multiply(ratio, _NEARLY).adjusted()
    if len(low.normalize().as_tuple().digits) == 1:
        return False  # 3 and 30 are ten times apart by chance
    off = abs(EXACT.divide(ratio, _TEN**power) - 1)
    return off <= (_NEAR_TEN if power == 1 else _NEAR_POWER)
