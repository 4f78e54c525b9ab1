"""Units: open (any counter is one), with a small table of scales of one dimension.

``割`` and ``%``, ``千人`` and ``人``, ``億円`` and ``百万円`` can be compared; ``ポイント`` and
``%`` cannot. A unit that stands in no table is a dimension of its own.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language.units import MULTIPLIERS, PERCENT, RANK, SCALES, TIMES
from kpikit.language.years import COUNTED_OVER

__all__ = [
    "Scale",
    "is_multiple",
    "is_rank",
    "is_ratio",
    "may_be_left_out",
    "scale_of",
    "years_counted",
]

_MULTIPLIER_WORDS: Final = tuple(word for word, _ in MULTIPLIERS)


@final
@attrs.frozen(repr=False)
class Scale(Value):
    """What one of a unit is in the base unit of its dimension.

    The factor is ``numerator / denominator``, so that a minute is an exact 1/60 of an hour.

    >>> scale_of("分")
    Scale('時間', Decimal('1'), denominator=Decimal('60'))
    """

    #: The base unit of the dimension.
    base: str
    #: How many of the base unit, above the line.
    numerator: Decimal
    #: How many of the base unit, below the line.
    denominator: Decimal = Decimal(1)


@lru_cache(maxsize=4096)
def scale_of(unit: str, /) -> Scale:
    """Return the scale of *unit*; an unknown unit is its own base.

    >>> scale_of("割")
    Scale('%', Decimal('10'))
    >>> scale_of("千人") == scale_of("千名")
    True
    >>> scale_of("種類")
    Scale('種類', Decimal('1'))
    >>> scale_of("万")
    Scale('', Decimal('10000'))
    """
    if unit in SCALES:
        base, factor = SCALES[unit]
        numerator, _, denominator = factor.partition("/")
        return Scale(base, Decimal(numerator), Decimal(denominator or "1"))
    for word, factor in MULTIPLIERS:
        if unit.startswith(word):
            inner = scale_of(unit.removeprefix(word))
            return attrs.evolve(inner, numerator=inner.numerator * Decimal(factor))
    return Scale(unit, Decimal(1))


def is_ratio(unit: str, /) -> bool:
    """Whether *unit* is a share of something: %, 割, ‰.

    >>> is_ratio("割"), is_ratio("ポイント")
    (True, False)
    """
    return scale_of(unit).base == PERCENT


def is_multiple(unit: str, /) -> bool:
    """Whether *unit* says how many times something it is: 倍, or a share.

    >>> is_multiple("倍"), is_multiple("割"), is_multiple("件")
    (True, True, False)
    """
    return unit == TIMES or is_ratio(unit)


def is_rank(unit: str, /) -> bool:
    """Whether *unit* is a place in an order, where smaller is better.

    >>> is_rank("位"), is_rank("人")
    (True, False)
    """
    return unit == RANK


def may_be_left_out(unit: str, /) -> bool:
    """Whether a bare number beside one in *unit* can only mean that unit.

    Not so for shares, where 0.8 may be 80 %, and behind a multiplier, where a bare number may
    count ones or thousands.

    >>> may_be_left_out("件"), may_be_left_out("%"), may_be_left_out("千円")
    (True, False, False)
    """
    return not is_ratio(unit) and not unit.startswith(_MULTIPLIER_WORDS)


@lru_cache(maxsize=1024)
def years_counted(basis: str) -> int:
    """Return over how many years something is counted, by its basis; one where it says nothing.

    >>> years_counted("5年間"), years_counted("年"), years_counted("1人")
    (5, 1, 1)
    """
    found = re.fullmatch(COUNTED_OVER, basis)
    return int(found[1]) if found else 1
