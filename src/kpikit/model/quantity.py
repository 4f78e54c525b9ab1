"""A quantity: an interval of decimal numbers with a unit.

``47,511人`` is a point; ``9割以上`` reported as an *actual* is [90 %, ∞); ``0.1%未満`` is open
at 0.1. Numbers are :class:`decimal.Decimal` and keep the digits they were written with.
"""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.language.errors import InvalidQuantityError, UnitMismatchError
from kpikit.model.unit import scale_of

__all__ = ["EXACT", "Change", "Quantity"]

#: No number is as large as 1 with so many zeros, nor smaller than such a part of 1.
_LARGEST: Final = 300
#: The arithmetic of the package: wide enough that no published figure is ever rounded.
EXACT: Final = Context(prec=60, Emin=MIN_EMIN, Emax=MAX_EMAX)
#: Nobody writes a number with so many digits.
_ENDLESS: Final = 27


class Change(Code):
    """Whether a number is a level or the size of a change.

    >>> Quantity("16000", "時間", change=Change.DECREASE).change
    Change.DECREASE
    """

    #: The value itself.
    LEVEL = "level"
    #: By how much it grew; the magnitude is stored positive.
    INCREASE = "increase"
    #: By how much it fell; the magnitude is stored positive.
    DECREASE = "decrease"

    @property
    def opposite(self) -> Change:
        """The other sense; a level is its own opposite.

        >>> Change.INCREASE.opposite
        Change.DECREASE
        """
        if self is Change.LEVEL:
            return self
        return Change.DECREASE if self is Change.INCREASE else Change.INCREASE


@final
@attrs.frozen(init=False, repr=False)
class Quantity(Value):
    """An interval with a unit.

    Args:
        value: The number, for a point.
        unit: Any counter or symbol; ``""`` where none is written.
        lower: The lower end, in place of *value*; ``None`` is unbounded.
        upper: The upper end, in place of *value*; ``None`` is unbounded.
        lower_closed: Whether *lower* itself belongs to the interval.
        upper_closed: Whether *upper* itself belongs to the interval.
        approximate: Whether the text says 約, 概ね, 程度 or 前後; the margin follows from
            the digits of the number.
        change: A level, or the sense of a change.
        per: The basis, such as ``年`` or ``1案件``; ``""`` where none is written.
        statistic: ``平均``, ``合計``, ``累計``, ``延べ`` …; ``""`` where none is written.
        margin: The margin of an approximate number, where it is not that of its digits.

    Raises:
        InvalidQuantityError: The interval is empty, has no end, is not finite, is approximate
            and not a point, a number has more than 60 digits or is beyond 10^±300, a word has
            blanks in it, or something is of another type.

    >>> Quantity("48.2", "%")
    Quantity('48.2', '%')
    >>> Quantity(lower="9", unit="割").upper is None
    True
    """

    #: The lower end, or ``None``.
    lower: Decimal | None
    #: The upper end, or ``None``.
    upper: Decimal | None
    #: Whether the lower end belongs to the interval; ``False`` where there is none.
    lower_closed: bool
    #: Whether the upper end belongs to the interval; ``False`` where there is none.
    upper_closed: bool
    #: The unit as written, ``""`` if none.
    unit: str
    #: A level, or the sense of a change.
    change: Change
    #: The basis, ``""`` if none is stated.
    per: str
    #: The statistic, ``""`` if none is stated.
    statistic: str
    #: How far an approximate number may be off: half a unit of its last written place.
    margin: Decimal | None

    if TYPE_CHECKING:

        def __attrs_init__(self, *fields: object) -> None:
            """Set the fields, as the decorator writes it."""

    def __init__(  # noqa: PLR0913 - the fields of the vocabulary, all but two by keyword
        self,
        value: Decimal | int | str | None = None,
        unit: str = "",
        *,
        lower: Decimal | int | str | None = None,
        upper: Decimal | int | str | None = None,
        lower_closed: bool = True,
        upper_closed: bool = True,
        approximate: bool = False,
        change: Change = Change.LEVEL,
        per: str = "",
        statistic: str = "",
        margin: Decimal | int | str | None = None,
    ) -> None:
        """Check the interval and keep it."""
        if value is None:
            low = None if lower is None else _decimal(lower)
            high = low if upper is lower else None if upper is None else _decimal(upper)
        elif lower is None and upper is None:
            low = high = _decimal(value)
        else:
            raise InvalidQuantityError.told("quantity-both")
        if low is not high or low is None or not (lower_closed and upper_closed):
            _check_interval(low, high, closed=lower_closed and upper_closed)
        words = f"{unit}{per}{statistic}" if per or statistic else unit
        if type(words) is not str:
            raise InvalidQuantityError.told("given-other", name="unit", wanted="str", given=unit)
        if words and not words.isalnum() and words.split() != [words]:
            parted = [word for word in (unit, per, statistic) if word and word.split() != [word]]
            raise InvalidQuantityError.told("quantity-blanks", word=parted[0])
        if type(change) is not Change:
            raise InvalidQuantityError.told(
                "given-other", name="change", wanted="Change", given=repr(change)
            )
        if unit == "-":
            raise InvalidQuantityError.told("quantity-dash")
        off = _margin(low, high, margin) if approximate or margin is not None else None
        self.__attrs_init__(
            low,
            high,
            low is not None and lower_closed,
            high is not None and upper_closed,
            unit,
            change,
            per,
            statistic,
            off,
        )

    @property
    def approximate(self) -> bool:
        """Whether the text says 約, 概ね, 程度 or 前後."""
        return self.margin is not None

    @property
    def is_point(self) -> bool:
        """Whether the interval is one number (approximate or not)."""
        lower, upper = self.lower, self.upper
        return lower is not None and (lower is upper or lower == upper)

    @property
    def value(self) -> Decimal:
        """The number of a point, with the digits it was written with.

        Raises:
            InvalidQuantityError: It is not a point.
        """
        lower = self.lower
        if lower is None or not (lower is self.upper or lower == self.upper):
            raise InvalidQuantityError.told("quantity-no-point", quantity=self)
        return lower

    @property
    def possible(self) -> Quantity:
        """All the numbers that it may stand for.

        An approximate number stands for what rounds to it: its margin on either side, the
        upper end excluded. Trailing zeros of a whole number count as written up to the
        second digit only.

        >>> print(Quantity("16000", "時間", approximate=True).possible)
        [15500,16500) 時間
        """
        if self.margin is None or self.lower is None:
            return self
        return evolved(
            self,
            lower=EXACT.subtract(self.lower, self.margin),
            upper=EXACT.add(self.lower, self.margin),
            upper_closed=False,
            margin=None,
        )

    @property
    def exact(self) -> Quantity:
        """The same without a margin.

        >>> Quantity("100", "人", approximate=True).exact
        Quantity('100', '人')
        """
        return self if self.margin is None else evolved(self, margin=None)

    def times(self, factor: Decimal, unit: str, *, over: Decimal = Decimal(1)) -> Quantity:
        """Multiply every number by the positive *factor* / *over* and call the result *unit*.

        >>> Quantity("90", "分").times(Decimal(1), "時間", over=Decimal(60))
        Quantity('1.5', '時間')
        """

        def scaled(number: Decimal | None) -> Decimal | None:
            return None if number is None else EXACT.divide(EXACT.multiply(number, factor), over)

        lower = scaled(self.lower)
        return evolved(
            self,
            lower=lower,
            upper=lower if self.is_point else scaled(self.upper),
            margin=scaled(self.margin),
            unit=unit,
        )

    def plus(self, number: Decimal) -> Quantity:
        """Move every number by *number*, in the same unit.

        >>> Quantity("40", "%").plus(Decimal(5))
        Quantity('45', '%')
        """
        lower = None if self.lower is None else EXACT.add(self.lower, number)
        upper = None if self.upper is None else EXACT.add(self.upper, number)
        return evolved(self, lower=lower, upper=lower if self.is_point else upper)

    def added(self, other: Quantity) -> Quantity:
        """Return all sums of a number of this interval and one of *other*, in the same unit.

        >>> Quantity("5", "件").added(Quantity(lower="3", unit="件"))
        Quantity(lower='8', unit='件')
        """

        def end(one: Decimal | None, two: Decimal | None) -> Decimal | None:
            return None if one is None or two is None else EXACT.add(one, two)

        lower = end(self.lower, other.lower)
        both = self.is_point and other.is_point
        return evolved(
            self,
            lower=lower,
            upper=lower if both else end(self.upper, other.upper),
            lower_closed=self.lower_closed and other.lower_closed,
            upper_closed=self.upper_closed and other.upper_closed,
        )

    def to(self, unit: str) -> Quantity:
        """Return the same quantity in another unit of its dimension.

        Raises:
            UnitMismatchError: The units are not of one dimension.

        >>> Quantity(lower="9", unit="割").to("%")
        Quantity(lower='90', unit='%')
        """
        if unit == self.unit:
            return self
        mine, other = scale_of(self.unit), scale_of(unit)
        if mine.base != other.base:
            raise UnitMismatchError(f"{self.unit or 'no unit'} cannot become {unit or 'no unit'}")
        above = EXACT.multiply(mine.numerator, other.denominator)
        return self.times(above, unit, over=EXACT.multiply(mine.denominator, other.numerator))

    def counted_in(self, one: Quantity) -> Quantity:
        """Return the same numbers in the unit of *one*, with its basis where they have none.

        >>> Quantity("30").counted_in(Quantity("1", "人", per="年"))
        Quantity('30', '人', per='年')
        """
        made = Quantity.__new__(Quantity)  # of two whose parts are checked
        made.__attrs_init__(
            self.lower,
            self.upper,
            self.lower_closed,
            self.upper_closed,
            one.unit,
            self.change,
            self.per or one.per,
            self.statistic or one.statistic,
            self.margin,
        )
        return made

    def negated(self) -> Quantity:
        """Return the interval mirrored at zero, with the opposite sense of change.

        >>> Quantity(lower="5", unit="件", change=Change.DECREASE).negated()
        Quantity(upper='-5', unit='件', change=Change.INCREASE)
        """
        lower = None if self.upper is None else EXACT.minus(self.upper)
        upper = None if self.lower is None else EXACT.minus(self.lower)
        return evolved(
            self,
            lower=lower,
            upper=lower if self.is_point else upper,
            lower_closed=self.upper_closed,
            upper_closed=self.lower_closed,
            change=self.change.opposite,
        )

    def __str__(self) -> str:
        """Return canonical text, the inverse of :meth:`parse`.

        >>> str(Quantity("126", "部", change=Change.DECREASE, per="1案件"))
        '126 部 change=decrease per=1案件'
        """
        named = {
            "margin": self.margin,
            "change": "" if self.change is Change.LEVEL else self.change.value,
            "per": self.per,
            "statistic": self.statistic,
        }
        words = [f"{name}={word}" for name, word in named.items() if word]
        return " ".join([_interval_text(self), self.unit or "-", *words])

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read canonical text (not a cell: that is :func:`kpikit.read_quantity`).

        Inverse of :meth:`__str__`.

        Raises:
            InvalidQuantityError: *text* is not what :meth:`__str__` writes.

        >>> Quantity.parse("[90,∞) %")
        Quantity(lower='90', unit='%')
        """
        interval, _, rest = text.partition(" ")
        unit, *words = rest.split(" ")
        named = dict(word.split("=", 1) for word in words if "=" in word)
        try:
            made = cls(
                **_ends(interval),
                unit="" if unit == "-" else unit,
                change=Change(named.get("change", "level")),
                per=named.get("per", ""),
                statistic=named.get("statistic", ""),
                margin=named.get("margin"),
            )
        except ValueError as error:
            raise InvalidQuantityError.told("quantity-text", text=text) from error
        if str(made) != text:
            raise InvalidQuantityError.told("quantity-other-text", text=text, made=str(made))
        return made

    def __repr__(self) -> str:
        """Return the constructor call, defaults left out."""
        shown: list[str] = [repr(str(self.lower))] if self.is_point else self._repr_of_ends()
        if self.unit:
            shown.append(repr(self.unit) if self.is_point else f"unit={self.unit!r}")
        if self.margin is not None:
            usual = self.margin == _margin(self.lower, self.upper, None)
            shown.append("approximate=True" if usual else f"margin={str(self.margin)!r}")
        if self.change is not Change.LEVEL:
            shown.append(f"change={self.change}")
        for name, word in (("per", self.per), ("statistic", self.statistic)):
            if word:
                shown.append(f"{name}={word!r}")
        return f"Quantity({', '.join(shown)})"

    def _repr_of_ends(self) -> list[str]:
        shown: list[str] = []
        for name, end, closed in (
            ("lower", self.lower, self.lower_closed),
            ("upper", self.upper, self.upper_closed),
        ):
            if end is not None:
                shown.append(f"{name}={str(end)!r}")
                if not closed:
                    shown.append(f"{name}_closed=False")
        return shown


#: What ends an interval.
_ENDS: Final = frozenset(("lower", "upper", "lower_closed", "upper_closed"))
_INTERVAL: Final = r"([\[(])([^,]+),([^,]+)([\])])"


@lru_cache(maxsize=4096)
def is_endless(number: Decimal) -> bool:
    """Whether a number has digits without end, of which the first are kept: 3分の1.

    >>> is_endless(EXACT.divide(Decimal(100), Decimal(3))), is_endless(Decimal("33.33"))
    (True, False)
    """
    return len(number.normalize(EXACT).as_tuple().digits) >= _ENDLESS


def _ends(interval: str) -> dict[str, Any]:
    """Return how an interval is made from its text: by its number, or by its ends."""
    found = re.fullmatch(_INTERVAL, interval)
    if found is None:
        return {"value": interval}
    opening, *ends, closing = found.groups()
    lower, upper = (None if end in ("-∞", "∞") else end for end in ends)
    closed = {"lower_closed": opening == "[", "upper_closed": closing == "]"}
    return {"lower": lower, "upper": upper, **closed}


def evolved(quantity: Quantity, **changes: Any) -> Quantity:
    """Return the same with other values of some fields, checked as those of any other.

    ``attrs.evolve`` does so too, for values of all classes, which takes it longer.

    >>> evolved(Quantity("5", "件"), upper=None)
    Quantity(lower='5', unit='件')
    """
    made = _exact(quantity, changes)
    if made is not None:
        return made
    fields: dict[str, Any] = {
        "lower": quantity.lower,
        "upper": quantity.upper,
        "lower_closed": quantity.lower_closed,
        "upper_closed": quantity.upper_closed,
        "unit": quantity.unit,
        "change": quantity.change,
        "per": quantity.per,
        "statistic": quantity.statistic,
        "margin": quantity.margin,
    }
    return Quantity(**(fields | changes))


def _exact(quantity: Quantity, changes: dict[str, Any]) -> Quantity | None:
    """Return an exact quantity of which only what is new is checked.

    That is of no use for one with a margin, and for words that need a closer look.
    """
    given = changes.get
    change = given("change", quantity.change)
    if given("margin", quantity.margin) is not None or type(change) is not Change:
        return None
    unit, per, statistic = quantity.unit, quantity.per, quantity.statistic
    if not _ENDS.issuperset(changes):
        for word in (given("unit", ""), given("per", ""), given("statistic", "")):
            if word and not (type(word) is str and word.isalnum()):
                return None
        unit, per = given("unit", unit), given("per", per)
        statistic = given("statistic", statistic)
    own = quantity.lower, quantity.upper
    low, high = given("lower", own[0]), given("upper", own[1])
    if low is not None and low is not own[0] and low is not own[1]:
        low = _decimal(low)
    if high is not None and high is not own[0] and high is not own[1]:
        high = low if high is given("lower") else _decimal(high)
    begins = given("lower_closed", quantity.lower_closed)
    ends = given("upper_closed", quantity.upper_closed)
    if low is not high or low is None or not (begins and ends):
        _check_interval(low, high, closed=begins and ends)
    made = Quantity.__new__(Quantity)
    made.__attrs_init__(
        low,
        high,
        low is not None and begins,
        high is not None and ends,
        unit,
        change,
        per,
        statistic,
        None,
    )
    return made


def _interval_text(quantity: Quantity) -> str:
    if quantity.is_point:
        return str(quantity.lower)
    opening, closing = "[" if quantity.lower_closed else "(", "]" if quantity.upper_closed else ")"
    lower = "-∞" if quantity.lower is None else quantity.lower
    upper = "∞" if quantity.upper is None else quantity.upper
    return f"{opening}{lower},{upper}{closing}"


def _decimal(number: Decimal | int | str) -> Decimal:
    if type(number) is not Decimal:
        if isinstance(number, bool):
            raise InvalidQuantityError.told("number-not-read", number=number)
        if isinstance(number, float):
            raise InvalidQuantityError.told("quantity-float", number=number)
        try:
            number = Decimal(number)
        except (InvalidOperation, TypeError, ValueError) as error:
            raise InvalidQuantityError.told("number-not-read", number=number) from error
    if not number.is_finite():
        raise InvalidQuantityError.told("number-not-finite", number=number)
    if EXACT.plus(number) != number:
        raise InvalidQuantityError.told("quantity-digits", most=EXACT.prec)
    if number and not -_LARGEST <= number.adjusted() < _LARGEST:
        raise InvalidQuantityError.told("quantity-size", most=_LARGEST)
    return number


def _check_interval(low: Decimal | None, high: Decimal | None, *, closed: bool) -> None:
    if low is None or high is None:
        if low is high:
            raise InvalidQuantityError.told("quantity-endless")
    elif low > high or (low == high and not closed):
        raise InvalidQuantityError.told("quantity-empty", low=low, high=high)


def _margin(
    low: Decimal | None, high: Decimal | None, given: Decimal | int | str | None
) -> Decimal:
    """Return the given margin, or half a unit of the last written place."""
    if low is None or low != high:
        raise InvalidQuantityError.told("quantity-approximate")
    if given is not None:
        margin = _decimal(given)
        if margin <= 0:
            raise InvalidQuantityError.told("quantity-margin", margin=margin)
        return margin
    _, digits, exponent = low.as_tuple()
    place = int(exponent)
    written = len(digits)
    while place >= 0 and written > 2 and digits[written - 1] == 0:  # noqa: PLR2004 - design: up to the second digit
        written -= 1
        place += 1
    return Decimal(5).scaleb(place - 1)
