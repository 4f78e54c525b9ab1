"""What a scheme is made of: classes, targets, formulas, rounding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import unique
from typing import Any, Final, TypeAlias, cast, final

import attrs

from kpikit._value import Code, Value, is_several, several
from kpikit.judging.rates import Formula
from kpikit.language.errors import InvalidSchemeError
from kpikit.model._fields import typed
from kpikit.model.quantity import EXACT

_HUNDRED: Final = Decimal(100)
#: Lets the fields of a scheme refuse what is of another type.
FIELDS: Final = typed(InvalidSchemeError)
#: An end of an interval: its number, ``None`` where unbounded, and whether it belongs to it.
End: TypeAlias = tuple[Decimal | None, bool]


@unique
class Position(Code):
    """How an actual stands to a target or a baseline, in the direction that is better.

    >>> Position("better")
    Position.BETTER
    """

    #: Better than it.
    BETTER = "better"
    #: The same.
    SAME = "same"
    #: Worse than it.
    WORSE = "worse"


#: Every position, in order.
ANYWHERE: Final = frozenset(Position)


#: What a class may look at how the actual stands to.
BESIDE: Final = ("target", "baseline", "previous")


def decimal(number: Decimal | int | str) -> Decimal:
    """Convert a number of a scheme; a float is none, since its digits are not the written ones."""
    if isinstance(number, bool | float):
        raise InvalidSchemeError.told("number-not-exact", number=number)
    try:
        made = Decimal(number)
    except (ArithmeticError, TypeError, ValueError) as error:
        raise InvalidSchemeError.told("number-not-read", number=number) from error
    if not made.is_finite():
        raise InvalidSchemeError.told("number-not-finite", number=number)
    return made


def optional_decimal(number: Decimal | int | str | None) -> Decimal | None:
    """Convert a number of a scheme, or leave it out."""
    return None if number is None else decimal(number)


def _positions(given: Iterable[Position] | None) -> frozenset[Position]:
    if given is None:
        return ANYWHERE
    return frozenset(given) if is_several(given) else cast("frozenset[Position]", given)


def _some(_instance: object, attribute: attrs.Attribute[Any], value: Collection[Any]) -> None:
    if not value:
        raise InvalidSchemeError.told("class-nowhere", name=attribute.name)


def _told(_instance: object, _attribute: object, label: str) -> None:
    if not label.strip():
        raise InvalidSchemeError.told("class-unlabelled")


def _one_end(instance: Band, _attribute: object, _value: object) -> None:
    for one, other in (("at_least", "above"), ("at_most", "below")):
        if getattr(instance, one) is not None and getattr(instance, other) is not None:
            label = instance.label
            raise InvalidSchemeError.told("class-ends", label=label, one=one, other=other)
    (low, has_low), (high, has_high) = instance.lower, instance.upper
    if low is None or high is None:
        return
    if low > high or (low == high and not (has_low and has_high)):
        raise InvalidSchemeError.told("class-empty", label=instance.label)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Band(Value):
    """One class: its label, the rates in % that get it, and how the actual stands.

    Raises:
        InvalidSchemeError: It holds no rate, or no position, or has no label.

    >>> Band("B", at_least=80, below=100).holds(Decimal(80))
    True
    """

    #: What is printed.
    label: str = attrs.field(validator=_told)
    #: The lowest rate in %, inclusive.
    at_least: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: The rate in % above which it begins.
    above: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: The highest rate in %, inclusive.
    at_most: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: The rate in % below which it ends.
    below: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: How the actual may stand to the target; by default anyhow.
    target: frozenset[Position] = attrs.field(
        default=ANYWHERE, kw_only=True, converter=_positions, validator=_some
    )
    #: How the actual may stand to the baseline; by default anyhow.
    baseline: frozenset[Position] = attrs.field(
        default=ANYWHERE, kw_only=True, converter=_positions, validator=_some
    )
    #: How the actual may stand to that of the year before; by default anyhow.
    previous: frozenset[Position] = attrs.field(
        default=ANYWHERE, kw_only=True, converter=_positions, validator=[_some, _one_end]
    )

    @property
    def lower(self) -> End:
        """The lower end of its rates."""
        return (self.at_least, True) if self.above is None else (self.above, False)

    @property
    def upper(self) -> End:
        """The upper end of its rates."""
        return (self.at_most, True) if self.below is None else (self.below, False)

    @property
    def is_limited(self) -> bool:
        """Whether it depends on a rate."""
        return self.lower[0] is not None or self.upper[0] is not None

    def holds(self, rate: Decimal) -> bool:
        """Whether a rate in % lies within its limits."""
        return self.meets(rate, rate)

    def meets(self, low: Decimal | None, high: Decimal | None) -> bool:
        """Whether any rate from *low* to *high*, both inclusive, lies within its limits."""
        if high is not None and (
            (self.at_least is not None and high < self.at_least)
            or (self.above is not None and high <= self.above)
        ):
            return False
        return low is None or not (
            (self.at_most is not None and low > self.at_most)
            or (self.below is not None and low >= self.below)
        )

    def __repr__(self) -> str:
        """Return the constructor call, defaults left out."""
        shown = [repr(self.label)]
        for name in ("at_least", "above", "at_most", "below"):
            limit: Decimal | None = getattr(self, name)
            if limit is not None:
                shown.append(f"{name}={str(limit)!r}")
        for name in BESIDE:
            where: frozenset[Position] = getattr(self, name)
            if where != ANYWHERE:
                kept = ", ".join(repr(each) for each in Position if each in where)
                shown.append(f"{name}=[{kept}]")
        return f"Band({', '.join(shown)})"


_MOST_PLACES: Final = 9
_PAIR: Final = 2


@unique
class Known(Code):
    """How firmly a rule is known.

    >>> Known("fitted")
    Known.FITTED
    """

    #: The text of the rule was read.
    TEXT = "text"
    #: Only part of the text was seen.
    PART = "part"
    #: No text was seen; the rule reproduces the published figures.
    FITTED = "fitted"


@unique
class Against(Code):
    """Which target an actual is rated against.

    >>> Against("year")
    Against.YEAR
    """

    #: The last one.
    FINAL = "final"
    #: That of the actual's own year.
    YEAR = "year"
    #: The one half-way, before the last.
    INTERIM = "interim"
    #: The last one, and the rate is divided by the elapsed share of the period.
    ELAPSED = "elapsed"
    #: What the straight line from the baseline to the last one expects in the actual's year.
    LINE = "line"
    #: The last one, and the actual is what it comes to at that pace.
    PROJECTION = "projection"


@unique
class Start(Code):
    """What a rate counts from.

    >>> Start("baseline")
    Start.BASELINE
    """

    #: The value at the start.
    BASELINE = "baseline"
    #: The actual of the year before.
    PREVIOUS = "previous"


@unique
class RoundingMode(Code):
    """What becomes of the digits that are not printed.

    >>> rounded(Decimal("94.25"), Rounding(1, RoundingMode.HALF_UP))
    Decimal('94.3')
    """

    #: 四捨五入.
    HALF_UP = "half-up"
    #: 切捨て.
    TRUNCATE = "truncate"
    #: 切上げ.
    UP = "up"


#: The last place that is printed, by the number of decimal places.
_STEPS: Final = tuple(Decimal(1).scaleb(-places) for places in range(_MOST_PLACES + 1))
_HOW: Final = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.TRUNCATE: ROUND_DOWN,
    RoundingMode.UP: ROUND_UP,
}


def _few(_instance: object, _attribute: object, places: int) -> None:
    if type(places) is not int or not 0 <= places <= _MOST_PLACES:
        raise InvalidSchemeError.told("scheme-places", most=_MOST_PLACES, places=places)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
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
    return percent.quantize(_STEPS[rounding.places], _HOW[rounding.mode], EXACT)


def within(percent: Decimal, floor: Decimal | None, cap: Decimal | None) -> Decimal:
    """Return a rate in %, or the end that it lies beyond.

    >>> within(Decimal(-3), Decimal(0), None)
    Decimal('0')
    """
    if floor is not None and percent < floor:
        return floor
    return cap if cap is not None and percent > cap else percent


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Measure(Value):
    """Which formula rates which indicators; ``None`` where the rule has none.

    >>> Measure(higher=Formula.ACHIEVEMENT, lower=Formula.INVERSE).lower
    Formula.INVERSE
    """

    #: Where more is better.
    higher: Formula | None = None
    #: Where less is better.
    lower: Formula | None = None


def _not_negative(_instance: object, attribute: attrs.Attribute[Any], value: Decimal) -> None:
    if value < 0:
        raise InvalidSchemeError.told("scheme-tolerance", name=attribute.name, value=value)


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Tolerance(Value):
    """How far from a value still counts as the same, in % of it or in its unit, inclusive.

    >>> Tolerance(worse=10)
    Tolerance(worse=Decimal('10'))
    """

    #: To the better.
    better: Decimal = attrs.field(
        default=Decimal(0), converter=decimal, kw_only=True, validator=_not_negative
    )
    #: To the worse.
    worse: Decimal = attrs.field(
        default=Decimal(0), converter=decimal, kw_only=True, validator=_not_negative
    )
    #: Whether it is a number of the value's own unit, of a share in %: points.
    in_units: bool = attrs.field(default=False, kw_only=True)

    def around(self, value: Decimal, *, is_lower_better: bool) -> tuple[Decimal, Decimal]:
        """Return the lowest and the highest number that counts as the same as *value*.

        >>> Tolerance(worse=10).around(Decimal(50), is_lower_better=False)
        (Decimal('45.0'), Decimal('50.0'))
        """
        size = Decimal(1) if self.in_units else EXACT.divide(abs(value), _HUNDRED)
        down, up = self.worse, self.better
        if is_lower_better:
            down, up = up, down
        low, high = EXACT.multiply(size, down), EXACT.multiply(size, up)
        return EXACT.subtract(value, low), EXACT.add(value, high)


class How(Code):
    """How the grades of several indicators become one.

    >>> How("worst")
    How.WORST
    """

    #: The mean of their rates, or of the points of their classes.
    MEAN = "mean"
    #: The worst class of any of them.
    WORST = "worst"
    #: The share in % of those that are met: 100 where all are.
    MET = "met"


def pairs_of(given: Any) -> tuple[tuple[Any, Any], ...]:
    """Convert a mapping, or the pairs of one, to pairs."""
    is_mapping = isinstance(given, Mapping)
    pairs = several(cast("Mapping[Any, Any]", given).items() if is_mapping else given)
    return tuple(map(several, pairs)) if is_several(pairs) else pairs


def numbered(given: Any) -> tuple[tuple[Any, Decimal], ...]:
    """Convert a mapping to numbers, or the pairs of one, to pairs."""
    pairs = pairs_of(given)
    if not is_several(pairs) or not all(map(_is_pair, pairs)):
        return pairs  # for the check of the field to refuse
    return tuple((each, decimal(number)) for each, number in pairs)


def _is_pair(given: Any) -> bool:
    return is_several(given) and len(given) == _PAIR


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class RollUp(Value):
    """How the grades of a measure's or a policy's indicators become one.

    >>> RollUp(How.MET, bands=[Band("達成", at_least=100), Band("未達成", below=100)]).met
    ()
    """

    #: How.
    by: How = How.MEAN
    #: The classes that count as met, for the share of those; empty: what is achieved.
    met: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=several)
    #: What each class is worth; empty: the rates themselves are taken.
    points: tuple[tuple[str, Decimal], ...] = attrs.field(
        default=(), kw_only=True, converter=numbered
    )
    #: How the mean is rounded before its class is looked up; ``None``: not at all.
    rounding: Rounding | None = attrs.field(default=None, kw_only=True)
    #: The classes of the mean, in % or points; empty: those of the scheme.
    bands: tuple[Band, ...] = attrs.field(
        default=(), kw_only=True, converter=several, metadata={"member": "classes"}
    )


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Variant(Value):
    """Another rate for the indicators of which a column of the table says something.

    >>> Variant("型", ["現状維持型"], Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)).heading
    '型'
    """

    #: The heading of the column.
    heading: str
    #: What it says, one of these.
    texts: tuple[str, ...] = attrs.field(converter=several)
    #: The formulas of such indicators.
    rate: Measure = attrs.field(default=Measure())
    #: What counts as the same as the baseline there; ``None``: what the scheme says.
    tolerance: Tolerance | None = attrs.field(default=None, kw_only=True)
    #: The classes of such indicators; empty: those of the scheme.
    bands: tuple[Band, ...] = attrs.field(
        default=(), kw_only=True, converter=several, metadata={"member": "classes"}
    )


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Beside(Value):
    """Another rate that a body prints beside the one that it grades by: 単年, 全体.

    >>> Beside("単年", Measure(Formula.ACHIEVEMENT), against=Against.YEAR).heading
    '単年'
    """

    #: What it is called.
    heading: str = attrs.field(validator=_told)
    #: Its formulas.
    rate: Measure
    #: Which target it is against.
    against: Against = attrs.field(default=Against.FINAL, kw_only=True)
    #: What it counts from.
    start: Start = attrs.field(default=Start.BASELINE, kw_only=True)
    #: The lowest rate in %; ``None`` where there is no end.
    floor: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: The highest rate in %; ``None`` where there is no end.
    cap: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: How it is rounded; ``None``: as the scheme rounds.
    rounding: Rounding | None = attrs.field(default=None, kw_only=True)
