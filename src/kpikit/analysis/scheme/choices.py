"""What a scheme chooses between: the target, the formulas, the rounding."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import unique
from typing import Any, Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.analysis.scheme.band import decimal
from kpikit.judging.rates import Formula
from kpikit.language.errors import InvalidSchemeError
from kpikit.model.quantity import EXACT

__all__ = ["Against", "Known", "Measure", "Rounding", "RoundingMode", "Tolerance", "rounded"]

_MOST_PLACES: Final = 9


@unique
class Known(Code):
    """How firmly a rule is known."""

    #: The text of the rule was read.
    TEXT = "text"
    #: Only part of the text was seen.
    PART = "part"
    #: No text was seen; the rule reproduces the published figures.
    FITTED = "fitted"


@unique
class Against(Code):
    """Which target an actual is rated against."""

    #: The last one.
    FINAL = "final"
    #: That of the actual's own year.
    YEAR = "year"
    #: The one half-way, before the last.
    INTERIM = "interim"
    #: The last one, and the rate is divided by the elapsed share of the period.
    ELAPSED = "elapsed"


@unique
class RoundingMode(Code):
    """What becomes of the digits that are not printed."""

    #: 四捨五入.
    HALF_UP = "half-up"
    #: 切捨て.
    TRUNCATE = "truncate"


def _few(_instance: object, _attribute: object, places: int) -> None:
    if type(places) is not int or not 0 <= places <= _MOST_PLACES:
        raise InvalidSchemeError.told("scheme-places", most=_MOST_PLACES, places=places)


@final
@attrs.frozen(repr=False)
class Rounding(Value):
    """How a rate in % is rounded.

    >>> Rounding(1)
    Rounding(1)
    """

    #: How many decimal places are printed.
    places: int = attrs.field(validator=_few)
    #: What becomes of the rest.
    mode: RoundingMode = RoundingMode.HALF_UP
    #: Whether the classes look at the rate before it is rounded.
    exact_classes: bool = attrs.field(default=False, kw_only=True)


def rounded(percent: Decimal, rounding: Rounding) -> Decimal:
    """Round a rate in %; one with more digits than can be told apart stays as it is.

    >>> rounded(Decimal("129.075"), Rounding(1, RoundingMode.TRUNCATE))
    Decimal('129.0')
    """
    if percent.adjusted() + rounding.places >= EXACT.prec:
        return percent
    how = ROUND_DOWN if rounding.mode is RoundingMode.TRUNCATE else ROUND_HALF_UP
    return percent.quantize(Decimal(1).scaleb(-rounding.places), how, EXACT)


@final
@attrs.frozen(repr=False)
class Measure(Value):
    """Which formula rates which indicators; ``None`` where the rule has none."""

    #: Where more is better.
    higher: Formula | None = None
    #: Where less is better.
    lower: Formula | None = None


def _not_negative(_instance: object, attribute: attrs.Attribute[Any], value: Decimal) -> None:
    if value < 0:
        raise InvalidSchemeError.told("scheme-tolerance", name=attribute.name, value=value)


@final
@attrs.frozen(repr=False)
class Tolerance(Value):
    """How far from the baseline still counts as the same, in % of the baseline, inclusive."""

    #: To the better.
    better: Decimal = attrs.field(
        default=Decimal(0), converter=decimal, kw_only=True, validator=_not_negative
    )
    #: To the worse.
    worse: Decimal = attrs.field(
        default=Decimal(0), converter=decimal, kw_only=True, validator=_not_negative
    )
