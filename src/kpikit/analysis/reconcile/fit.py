"""How a column of printed rates comes about: formula, target, rounding, floor and cap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.analysis.reconcile.figures import (
    TRIED,
    WITHOUT,
    Case,
    Cells,
    Given,
    Tried,
    targets_of,
)
from kpikit.analysis.reconcile.rows import NOTHING, PrintedRows, Yielded
from kpikit.analysis.scheme import Against, Measure, Rounding, RoundingMode
from kpikit.analysis.scheme._terms import rounded, within
from kpikit.language.messages import Language, say
from kpikit.model.printed import Printed, PrintedRate
from kpikit.model.quantity import Quantity
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction

__all__ = ["FEWEST", "Fit", "fits_of", "formula_words"]

_HUNDRED: Final = Decimal(100)
_ZERO: Final = Decimal(0)
#: More digits than these are those of a spreadsheet that nobody rounded.
_MOST_PLACES: Final = 9
#: So many rows, and so large a share of those that can be computed, make a rule evident.
FEWEST: Final = 3
_SHARE: Final = Decimal("0.5")
#: So many rows without a baseline make a formula of their own evident.
_FEWEST_WITHOUT: Final = Decimal(2)


@final
@attrs.frozen(repr=False)
class Fit(Value):
    """How the rates of a column may come about, as far as its figures tell.

    >>> Fit(Measure(), cap=Decimal(100)).printed(Decimal("109.2"))
    Decimal('100')
    """

    #: The formulas where more is better, and where less is.
    rate: Measure
    #: Those of a target that does not lie beyond the baseline, where they are others.
    kept: Measure | None = None
    #: Which target it is rated against: that of the year, or the last one.
    against: Against = Against.YEAR
    #: How many decimal places are printed, and what becomes of the rest.
    rounding: Rounding = attrs.field(default=Rounding(0))
    #: The lowest rate in % that is printed; ``None`` where there is no end.
    floor: Decimal | None = None
    #: The highest rate in % that is printed; ``None`` where there is no end.
    cap: Decimal | None = None
    #: Whether its bare numbers are shares: 0.98 is 98 %.
    is_share: bool = False
    #: The formulas of a row without a baseline, where they are others.
    without: Measure | None = None

    def printed(self, percent: Decimal) -> Decimal:
        """Return a rate in % as it would be printed.

        >>> Fit(Measure(), rounding=Rounding(1), cap=Decimal(100)).printed(Decimal("100.8"))
        Decimal('100.0')
        """
        return rounded(within(percent, self.floor, self.cap), self.rounding)

    def words(self, lang: Language = "ja") -> str:
        """Say how the rates come about.

        >>> from kpikit.judging.rates import Formula
        >>> Fit(Measure(Formula.ACHIEVEMENT, Formula.INVERSE)).words("en")
        'a/t, where less is better t/a; target of the year; half up, decimals: 0'
        """
        text = formula_words(Tried(self.rate, self.kept, self.without), self.against, lang)
        text += say(f"fit-{self.rounding.mode.value}", lang, places=self.rounding.places)
        for name, end in (("floor", self.floor), ("cap", self.cap)):
            text += "" if end is None else say(f"fit-{name}", lang, end=f"{end:f}")
        return text + (say("fit-share", lang) if self.is_share else "")


def formula_words(tried: Tried, against: Against, lang: Language) -> str:
    """Say by which formulas, and against which target."""
    text = say(f"fit-{_code(tried.rate)}", lang)
    for name, other in (("kept", tried.kept), ("without", tried.without)):
        if other is not None:
            text += say(f"fit-{name}", lang, other=say(f"fit-{_code(other)}", lang))
    return text + say(f"fit-{against.value}", lang)


def _code(measure: Measure) -> str:
    """Return the codes of the formulas of a measure."""
    codes = dict.fromkeys(each.value for each in (measure.higher, measure.lower) if each)
    return "-".join(codes)


# -- which ways to print a rate yield the printed one ----------------------------------------------

#: What of the ways to print a rate yield a printed one: a bit for each of them.
_Ways: TypeAlias = int
#: Every way to round a rate and to keep it within ends, the plainest first.
_PRINTINGS: Final = tuple(product(RoundingMode, (None, _ZERO), (None, _HUNDRED)))


def _those(**wanted: object) -> _Ways:
    """Return the ways that round, begin or end as wanted."""
    return sum(
        1 << bit
        for bit, (mode, floor, cap) in enumerate(_PRINTINGS)
        if {"mode": mode, "floor": floor, "cap": cap}.items() >= wanted.items()
    )


_HALF_UP, _DOWN, _UP = (_those(mode=mode) for mode in RoundingMode)
_FLOORED: Final = _those(floor=_ZERO)
_CAPPED: Final = _those(cap=_HUNDRED)
_ENDED: Final = _FLOORED | _CAPPED
_ALL: Final = _those()
#: The bit that says that there is a rate at all.
_COMPARED: Final = len(_PRINTINGS)
_IS_COMPARED: Final = 1 << _COMPARED


@final
@attrs.frozen(eq=False)
class _Column:
    """The printed rates of a column in %, and how many decimal places they have."""

    numbers: list[Quantity | None]
    is_share: bool
    #: What they are rounded to, each way.
    roundings: tuple[Rounding, ...]
    #: The distance of two rates that are next to each other, and half of it.
    step: Decimal
    half: Decimal
    #: The ways that may be taken: with an end only where it is printed, and nothing beyond it.
    ways: _Ways

    def of(self, percent: Decimal, number: Quantity) -> _Ways:
        """Return the ways that print a rate as the number, or as what stands for it: 100%超.

        That there is a rate at all is the last bit.
        """
        found, value = _IS_COMPARED, number.lower
        if value is None or value != number.upper:
            found |= _ALL if _lies_in(percent, number) else 0
        else:
            over = percent - value if percent >= 0 else value - percent
            if -self.step < over < self.step:
                found |= _HALF_UP if -self.half <= over < self.half else 0
                found |= (_DOWN if over >= 0 else 0) | (_UP if over <= 0 else 0)
        return found if self.ways & _ENDED == 0 else _ending(percent, number, found)


def _ending(percent: Decimal, number: Quantity, found: _Ways) -> _Ways:
    """Return what is found where a rate beyond an end is printed as that end."""
    if percent > _HUNDRED:
        return found & ~_CAPPED | (_CAPPED if _lies_in(_HUNDRED, number) else 0)
    if percent < _ZERO:
        return found & ~_FLOORED | (_FLOORED if _lies_in(_ZERO, number) else 0)
    return found


def _lies_in(percent: Decimal, band: Quantity) -> bool:
    low, high = band.lower, band.upper
    above = low is None or percent > low or (percent == low and band.lower_closed)
    below = high is None or percent < high or (percent == high and band.upper_closed)
    return above and below


def _columns(rates: Iterable[Printed]) -> Iterator[_Column]:
    """Yield a column as percentages, and where a rate has no unit as shares."""
    cells = [each for each in rates if isinstance(each, PrintedRate)]
    is_open = any(each.quantity is not None and not each.quantity.unit for each in cells)
    for is_share in (False, True)[: 1 + is_open]:
        numbers = [_percent(each, is_share=is_share) for each in cells]
        points = {each.value for each in numbers if each is not None and each.is_point}
        places = min(max(map(_places, points), default=0), _MOST_PLACES)
        ways = _ALL if points and min(points) == _ZERO else _ALL & ~_FLOORED
        ways &= _ALL if points and max(points) == _HUNDRED else ~_CAPPED
        roundings = tuple(Rounding(places, mode) for mode in RoundingMode)
        step = Decimal(1).scaleb(-places)
        yield _Column(numbers, is_share, roundings, step, step / 2, ways)


def _percent(printed: PrintedRate, *, is_share: bool) -> Quantity | None:
    """Return a printed rate in %; bare numbers are percentages, or shares."""
    number = printed.quantity
    if number is None or number.unit == "%":
        return number
    if not number.unit:
        return _of_share(number) if is_share else attrs.evolve(number, unit="%")
    return number.to("%") if is_ratio(number.unit) else None


def _of_share(number: Quantity) -> Quantity:
    """Return a share in %, with its own digits: 0.71 is 71 %, not 71.00."""
    low, high = (end if end is None else end.scaleb(2) for end in (number.lower, number.upper))
    return attrs.evolve(number, lower=low, upper=high, unit="%")


def _places(percent: Decimal) -> int:
    exponent = percent.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


# -- what a column yields --------------------------------------------------------------------------

#: What tells the formula of a row, its cases; and by formula, the ways to print its rate that yield
#: the printed one.
_Row: TypeAlias = tuple[tuple[Case, ...], tuple[_Ways, ...]]


@final
@attrs.frozen(eq=False)
class _Tried:
    """Formulas with one way to print them, and how many rows they reproduce and can compute."""

    tried: Tried
    against: Against
    bit: int
    column: _Column
    rows: list[_Row | None]
    count: int
    compared: int

    @property
    def fit(self) -> Fit:
        """What is tried, as a rule."""
        mode, floor, cap = _PRINTINGS[self.bit]
        rounding = next(each for each in self.column.roundings if each.mode is mode)
        rate, kept, without = self.tried.rate, self.tried.kept, self.tried.without
        is_share = self.column.is_share
        return Fit(rate, kept, self.against, rounding, floor, cap, is_share, without)


def fits_of(cells: Cells) -> list[tuple[Fit, PrintedRows]]:
    """Return what reproduces most of the rates, equally well, with its rows; the plainest first.

    Of those that yield the same numbers only the plainest is returned; none where too few rates
    are reproduced.
    """
    tried = [
        each
        for column in _columns(cells.printed)
        for against in targets_of(cells.given)
        for each in _tried(cells.given, column, against)
    ]
    found = _best(tried)
    best = found[0].count
    if best < FEWEST or best < min(each.compared for each in found) * _SHARE:
        return []
    plainest: dict[tuple[object, ...], tuple[Fit, PrintedRows]] = {}
    for each in found:
        fit, rows = each.fit, _printed_rows(cells, each)
        told = zip(rows.agrees, rows.computed, strict=True)
        differing = tuple((agrees, None if agrees else computed) for agrees, computed in told)
        plainest.setdefault(differing, (fit, rows))
    return [*plainest.values()]


def _best(tried: list[_Tried]) -> list[_Tried]:
    """Return what reproduces most.

    A formula of their own for rows without a baseline is taken where it reproduces enough of them.
    """
    plain = _most([each for each in tried if each.tried.without is None])
    count, compared = plain[0].count, min(each.compared for each in plain)
    richer = [
        each
        for each in tried
        if each.tried.without is not None
        and each.count - count >= max(_FEWEST_WITHOUT, (each.compared - compared) * _SHARE)
    ]
    return _most(richer) if richer else plain


def _most(tried: list[_Tried]) -> list[_Tried]:
    best = max(each.count for each in tried)
    return [each for each in tried if each.count == best]


def _tried(cells: Sequence[Given], column: _Column, against: Against) -> Iterator[_Tried]:
    """Yield all formulas with every way to print their rates."""
    same: dict[_Row | None, _Row | None] = {}  # many rows are alike, and are kept once
    found = map(partial(_row, against, column), cells, column.numbers)
    rows = [same.setdefault(row, row) for row in found]
    counts = Counter(row for row in rows if row is not None)
    cases = {case for own, _ in counts for case in own}
    known: set[tuple[int, ...]] = set()
    for tried in TRIED + WITHOUT:
        places = tuple(tried.places[case] for case in cases)
        if places not in known:
            known.add(places)
            masks = [(_by(tried, row), count) for row, count in counts.items()]
            compared = _with(masks, _COMPARED)
            for bit in range(len(_PRINTINGS)):
                if column.ways >> bit & 1:
                    count = _with(masks, bit)
                    yield _Tried(tried, against, bit, column, rows, count, compared)


def _row(against: Against, column: _Column, cell: Given, number: Quantity | None) -> _Row | None:
    figures = cell.against(against)
    if figures is None or number is None:
        return None
    return (
        figures.cases[cell.ways],
        tuple([0 if each is None else column.of(each, number) for each in figures.rates]),
    )


def _by(tried: Tried, row: _Row) -> _Ways:
    """Return the ways to print that reproduce a row by any of its formulas."""
    cases, masks = row
    found = 0
    for case in cases:
        found |= masks[tried.places[case]]
    return found


def _with(found: list[tuple[_Ways, int]], bit: int) -> int:
    """Count the rows that have a bit."""
    return sum(count for ways, count in found if ways >> bit & 1)


def _printed_rows(cells: Cells, found: _Tried) -> PrintedRows:
    """Return what the rows yield by a fit."""
    fit = found.fit
    rows = zip(cells.given, found.rows, strict=True)
    yielded = (_yielded(cell, row, found, fit) for cell, row in rows)
    return PrintedRows.beside(cells.evaluations, cells.printed, yielded)


def _yielded(cell: Given, row: _Row | None, found: _Tried, fit: Fit) -> Yielded:
    """Return what a row yields by a fit; of two ways the one that reproduces what is printed."""
    figures = cell.against(found.against)
    if row is None or figures is None:
        return NOTHING
    (cases, masks), places = row, found.tried.places
    right, computed = list[Direction](), None
    for case in cases:
        at = places[case]
        if masks[at] >> found.bit & 1:
            right.append(case[0])
        if computed is None or (len(right) == 1 and right[0] is case[0]):
            computed = figures.rates[at]
    if computed is None:
        return NOTHING
    told = None if cell.is_told or len(right) != 1 else right[0]
    return fit.printed(computed), bool(right), told, ""
