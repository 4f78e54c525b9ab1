"""What a publisher printed beside what its own figures yield: 達成率, 進捗率.

Each column of printed rates is fitted: of the formulas that bodies use, with the target of the
year or the last one, rounded half up, down or up, kept within 0 and 100 or not, the one that
reproduces most of its rows is named with their number; every row that differs is listed with
both numbers. No verdict changes by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import unique
from itertools import product
from typing import Final, final

import attrs

from kpikit._value import Code, Value, to_tuple
from kpikit.analysis.scheme import Against, Measure
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.judging.rates import Formula, rate_by
from kpikit.judging.result import PlanEvaluation
from kpikit.language.messages import Language, say
from kpikit.model.comparison import align
from kpikit.model.observation import Observation
from kpikit.model.printed import PrintedRate
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.unit import is_ratio
from kpikit.model.verdict import Direction, Flag, Reason

__all__ = ["Fit", "PrintedColumn", "PrintedRow", "Reconciliation", "Remainder", "reconcile"]

_HUNDRED: Final = Decimal(100)
_ZERO: Final = Decimal(0)
#: More digits than these are those of a spreadsheet that nobody rounded.
_MOST_PLACES: Final = 9
#: So many rows, and so large a share of those that can be computed, make a scheme evident.
_FEWEST: Final = 3
_SHARE: Final = Decimal("0.5")
_ALIKE: Final = Measure(Formula.ACHIEVEMENT, Formula.ACHIEVEMENT)
_MIRRORED: Final = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
_INVERSE: Final = Measure(Formula.ACHIEVEMENT, Formula.INVERSE)
_PROGRESS: Final = Measure(Formula.PROGRESS, Formula.PROGRESS)


@unique
class Remainder(Code):
    """What becomes of the digits of a rate that are not printed."""

    #: 四捨五入.
    HALF_UP = "half-up"
    #: 切捨て.
    DOWN = "down"
    #: 切上げ.
    UP = "up"


_HOW: Final = {
    Remainder.HALF_UP: ROUND_HALF_UP,
    Remainder.DOWN: ROUND_DOWN,
    Remainder.UP: ROUND_UP,
}


@final
@attrs.frozen(repr=False)
class Fit(Value):
    """How the rates of a column may come about, as far as its figures tell."""

    #: The formulas where more is better, and where less is.
    rate: Measure
    #: Those of a target that does not lie beyond the baseline, where they are others.
    kept: Measure | None = None
    #: Which target it is rated against: that of the year, or the last one.
    against: Against = Against.YEAR
    #: How many decimal places are printed.
    places: int = 0
    #: What becomes of the rest.
    remainder: Remainder = Remainder.HALF_UP
    #: The lowest rate in % that is printed, and the highest; ``None`` where there is no end.
    floor: Decimal | None = None
    cap: Decimal | None = None
    #: Whether its bare numbers are shares: 0.98 is 98 %.
    is_share: bool = False

    def printed(self, percent: Decimal) -> Decimal:
        """Return a rate in % as it would be printed.

        >>> Fit(Measure(), places=1, cap=Decimal(100)).printed(Decimal("100.8"))
        Decimal('100.0')
        >>> Fit(Measure(), places=1, remainder=Remainder.DOWN).printed(Decimal("129.075"))
        Decimal('129.0')
        """
        return _quantized(self.within(percent), self.places, _HOW[self.remainder])

    def within(self, percent: Decimal) -> Decimal:
        """Return a rate in %, or the end that it lies beyond."""
        if self.floor is not None and percent < self.floor:
            return self.floor
        return self.cap if self.cap is not None and percent > self.cap else percent

    def words(self, lang: Language = "ja") -> str:
        """Say how the rates come about.

        >>> Fit(Measure(Formula.ACHIEVEMENT, Formula.INVERSE)).words("en")
        'a/t, where less is better t/a; target of the year; half up, decimals: 0'
        """
        text = say(f"fit-{_code(self.rate)}", lang)
        if self.kept is not None:
            text += say("fit-kept", lang, kept=say(f"fit-{_code(self.kept)}", lang))
        text += say(f"fit-{self.against.value}", lang)
        text += say(f"fit-{self.remainder.value}", lang, places=self.places)
        for name, end in (("floor", self.floor), ("cap", self.cap)):
            text += "" if end is None else say(f"fit-{name}", lang, end=f"{end:f}")
        return text + (say("fit-share", lang) if self.is_share else "")


def _code(measure: Measure) -> str:
    """Return the codes of the formulas of a measure."""
    codes = dict.fromkeys(each.value for each in (measure.higher, measure.lower) if each)
    return "-".join(codes)


@final
@attrs.frozen(repr=False)
class PrintedRow(Value):
    """A printed rate, and what its row yields by the scheme of its column."""

    #: The indicator that it is printed beside, as it was judged.
    evaluation: Evaluation
    #: What is printed.
    printed: PrintedRate
    #: The rate in % as the scheme would print it; ``None`` where it cannot be computed.
    computed: Decimal | None = None
    #: Whether the printed rate is the computed one; ``None`` where there is nothing to compare.
    agrees: bool | None = None
    #: Which way is better, where nothing but the printed rate tells it.
    direction: Direction | None = None

    def explain(self, lang: Language = "ja") -> str:
        """Say what is printed and what was computed."""
        name = self.evaluation.indicator.name
        if self.computed is None:
            return say("reconcile-row-open", lang, name=name, printed=self.printed.text)
        computed = f"{self.computed:f}%"
        return say("reconcile-row", lang, name=name, printed=self.printed.text, computed=computed)


@final
@attrs.frozen(repr=False)
class PrintedColumn(Value):
    """The printed rates below one heading."""

    #: The heading, without the year.
    heading: str
    #: The title of the table.
    table: str
    #: The rates in the order of the rows.
    rows: tuple[PrintedRow, ...] = attrs.field(converter=to_tuple)
    #: What reproduces most of them, equally well; the plainest first. None where too few are.
    fits: tuple[Fit, ...] = attrs.field(default=(), converter=to_tuple)

    @property
    def compared(self) -> int:
        """How many rates can be compared with a computed one."""
        return sum(row.agrees is not None for row in self.rows)

    @property
    def reproduced(self) -> int:
        """How many of them are as computed."""
        return sum(row.agrees is True for row in self.rows)

    @property
    def differing(self) -> tuple[PrintedRow, ...]:
        """The rows whose printed rate is another than the computed one."""
        return tuple(row for row in self.rows if row.agrees is False)

    def explain(self, lang: Language = "ja") -> str:
        """Say which scheme reproduces how many of how many rows."""
        if not self.fits:
            return say("reconcile-none", lang, heading=self.heading, rows=len(self.rows))
        text = say(
            "reconcile-column",
            lang,
            heading=self.heading,
            fit=self.fits[0].words(lang),
            reproduced=self.reproduced,
            compared=self.compared,
            rows=len(self.rows),
        )
        others = len(self.fits) - 1
        return text + (say("reconcile-others", lang, count=others) if others else "")


@final
@attrs.frozen(repr=False)
class Reconciliation(Value):
    """What the printed rates of a plan come to beside those that its figures yield."""

    #: Its columns of printed rates.
    columns: tuple[PrintedColumn, ...] = attrs.field(default=(), converter=to_tuple)

    def explain(self, lang: Language = "ja") -> str:
        """Say it, a line a column and a line a row that differs."""
        lines = [
            line
            for column in self.columns
            for line in (column.explain(lang), *(each.explain(lang) for each in column.differing))
        ]
        return "\n".join(lines)


def reconcile(result: PlanEvaluation) -> Reconciliation:
    r"""Compare what a publisher printed with what its figures yield.

    Args:
        result: An evaluated plan.

    >>> import kpikit as kk
    >>> figures = [(60, 41, 68), (70, 50, 71), (90, 50, 55), (80, 80, 99)]
    >>> lines = [f"施設{t}の利用者数\t{t}人以上\t{a}人\t{r}%" for t, a, r in figures]
    >>> plan = kk.read_plan(
    ...     "\n".join(["指標名\t目標値\t実績値\t達成率", *lines]).encode(), name="a.tsv"
    ... )
    >>> print(kk.reconcile(kk.evaluate(plan)).explain("en"))
    達成率: a/t; target of the year; down, decimals: 0: 3 of 4 compared rates (4 printed)
    施設80の利用者数: 99% is printed, 100% computed
    """
    columns: dict[tuple[str, str], list[_Rated]] = {}
    for top in result.sections:
        for evaluation in (each for part in top.walk() for each in part.evaluations):
            for printed in evaluation.indicator.printed:
                if isinstance(printed, PrintedRate):
                    key = top.section.title, _heading(printed)
                    columns.setdefault(key, []).append(_rated(evaluation, printed))
    return Reconciliation(
        _column(table, heading, rates) for (table, heading), rates in columns.items()
    )


def _heading(printed: PrintedRate) -> str:
    """Return the heading of a rate without its year."""
    label = printed.period.label if printed.period is not None else ""
    return " ".join(printed.heading.replace(label, "").split()) if label else printed.heading


# -- what a row yields -----------------------------------------------------------------------------

#: What is tried, the plainest first: formulas, and those of a target not beyond the baseline.
_TRIED: Final = (
    (_ALIKE, None),
    (_MIRRORED, None),
    (_INVERSE, None),
    (_PROGRESS, None),
    (_PROGRESS, _MIRRORED),
    (_PROGRESS, _INVERSE),
)
_AGAINST: Final = (Against.YEAR, Against.FINAL)


@final
@attrs.frozen
class _Case:
    """A rate in % by one formula, and which way is better where that formula holds."""

    percent: Decimal
    way: Direction


@final
@attrs.frozen
class _Rated:
    """A printed rate with all that its row may yield."""

    evaluation: Evaluation
    printed: PrintedRate
    #: Which way is better, where anything but the printed rate tells it.
    way: Direction | None
    #: By the number of what is tried, and by the target: the rates, one for each way.
    cases: dict[tuple[int, Against], tuple[_Case, ...]]


def _rated(evaluation: Evaluation, printed: PrintedRate) -> _Rated:
    seen = _seen(evaluation, printed)
    of_year = _judged(evaluation, seen, Against.YEAR)
    is_one = len(evaluation.indicator.targets) == 1
    last = of_year if is_one else _judged(evaluation, seen, Against.FINAL)
    way = _way(of_year)
    cases = {
        (number, target): found
        for target, judged in ((Against.YEAR, of_year), (Against.FINAL, last))
        for number, found in enumerate(_cases(judged, way))
    }
    return _Rated(evaluation, printed, way, cases)


def _seen(evaluation: Evaluation, printed: PrintedRate) -> Observation | None:
    """Return the actual that a rate is for: that of its year, else the one that was judged."""
    if printed.period is None:
        return evaluation.observation
    own = (each for each in evaluation.indicator.observations if each.placed == printed.period)
    return next(own, None)


def _judged(evaluation: Evaluation, seen: Observation | None, target: Against) -> Evaluation:
    """Return the evaluation of an actual against the target of its year or the last one."""
    evidence = evaluation.evidence
    if seen is None:
        return attrs.evolve(evaluation, evidence=attrs.evolve(evidence, observation=None))
    if seen is evaluation.observation and len(evaluation.indicator.targets) == 1:
        return evaluation
    return evaluate(
        evaluation.indicator,
        seen,
        final=target is Against.FINAL,
        direction=evidence.direction,
        nouns=evidence.nouns,
    )


def _way(judged: Evaluation) -> Direction | None:
    """Return which way is better, unless it was only assumed."""
    if judged.rule is None or Flag.DIRECTION_ASSUMED in judged.flags:
        return None
    return judged.rule.way


def _cases(judged: Evaluation, way: Direction | None) -> Iterator[tuple[_Case, ...]]:
    """Yield for each of what is tried its rates: one where the way is known, else one a way."""
    rates = _rates(judged)
    ways = tuple(Direction) if way is None else (way,)
    beyond = {each: _is_beyond(judged, each) for each in ways}
    for rate, kept in _TRIED:
        measures = [(each, kept if kept and not beyond[each] else rate) for each in ways]
        found = [
            (rates.get(measure.higher if each is Direction.HIGHER else measure.lower), each)
            for each, measure in measures
        ]
        yield tuple(_Case(percent, each) for percent, each in found if percent is not None)


def _rates(judged: Evaluation) -> dict[Formula | None, Decimal]:
    """Return the rates in % of a row that are single numbers, by their formula."""
    seen, aim = judged.observation, judged.aim
    if seen is None or seen.quantity is None or aim is None:
        return {}
    start = judged.baseline.quantity if judged.baseline is not None else None
    name, actual = judged.indicator.name, seen.quantity
    values = {each: rate_by(each, actual, aim, start, name).value for each in Formula}
    return {
        formula: EXACT.multiply(value, _HUNDRED)
        for formula, value in values.items()
        if value is not None
    }


def _is_beyond(judged: Evaluation, way: Direction) -> bool:
    """Whether a target lies beyond its baseline, or nothing tells that it does not."""
    start, aim = judged.baseline, judged.aim
    if start is None or start.quantity is None or aim is None:
        return True
    pair = align(start.quantity, aim, judged.indicator.name)
    if isinstance(pair, Reason) or not pair.actual.is_point:
        return True
    low, high = pair.actual.value, pair.bound.value
    return low < high if way is Direction.HIGHER else high < low


# -- what a column yields --------------------------------------------------------------------------


def _column(table: str, heading: str, rates: list[_Rated]) -> PrintedColumn:
    tried = [*_fits(rates)]
    best = max(found for _, found in tried)
    fits = [each for each, found in tried if found == best]
    rows = [_row(each, fits[0]) for each in rates]
    compared = sum(row.agrees is not None for row in rows)
    if best < _FEWEST or best < compared * _SHARE:
        return PrintedColumn(heading, table, [_row(each, None) for each in rates])
    return PrintedColumn(heading, table, rows, _different(fits, rates))


def _different(fits: Iterable[Fit], rates: list[_Rated]) -> Iterable[Fit]:
    """Return the fits that yield another rate in any row, the plainest of those that do not."""
    found: dict[tuple[Decimal | None, ...], Fit] = {}
    for fit in fits:
        found.setdefault(tuple(_row(each, fit).computed for each in rates), fit)
    return found.values()


def _fits(rates: list[_Rated]) -> Iterator[tuple[Fit, int]]:
    """Yield what may reproduce a column, each with how many rows it does.

    Only formulas that come near most of the rates are tried with every way to round and end.
    """
    for is_share in (False, True) if any(_is_bare(each.printed) for each in rates) else (False,):
        numbers = [_percent(each.printed, is_share=is_share) for each in rates]
        points = [each.value for each in numbers if each is not None and each.is_point]
        places = min(max(map(_places, points), default=0), _MOST_PLACES)
        plain = [
            Fit(rate, kept, target, places, is_share=is_share)
            for target in _AGAINST
            for rate, kept in _TRIED
        ]
        near = [_count(rates, each, numbers, loosely=True) for each in plain]
        closest = [each for each, found in zip(plain, near, strict=True) if found == max(near)]
        for fit in closest:
            for remainder, floor, cap in product(Remainder, *_ends(points)):
                made = attrs.evolve(fit, remainder=remainder, floor=floor, cap=cap)
                yield made, _count(rates, made, numbers)


def _ends(points: list[Decimal]) -> tuple[list[Decimal | None], list[Decimal | None]]:
    """Return the lowest and the highest rate that a column may print, where nothing is beyond."""
    floors: list[Decimal | None] = [None]
    caps: list[Decimal | None] = [None]
    floors += [_ZERO] if points and min(points) == _ZERO else []
    caps += [_HUNDRED] if points and max(points) == _HUNDRED else []
    return floors, caps


def _count(
    rates: Iterable[_Rated],
    fit: Fit,
    numbers: Iterable[Quantity | None],
    *,
    loosely: bool = False,
) -> int:
    """Return how many rates a fit reproduces; *loosely*: before it is known how it rounds."""
    test = _is_near if loosely else _is_as_printed
    return sum(
        number is not None and any(test(each.percent, number, fit) for each in _of(row, fit))
        for row, number in zip(rates, numbers, strict=True)
    )


def _of(row: _Rated, fit: Fit) -> tuple[_Case, ...]:
    return row.cases[_TRIED.index((fit.rate, fit.kept)), fit.against]


def _row(row: _Rated, fit: Fit | None) -> PrintedRow:
    """Return what a row yields by a fit; of two ways the one that reproduces what is printed."""
    if fit is None:
        return PrintedRow(row.evaluation, row.printed)
    number, cases = _percent(row.printed, is_share=fit.is_share), _of(row, fit)
    if number is None or not cases:
        return PrintedRow(row.evaluation, row.printed)
    right = [each for each in cases if _is_as_printed(each.percent, number, fit)]
    told = {each.way for each in right}
    return PrintedRow(
        row.evaluation,
        row.printed,
        fit.printed((right or cases)[0].percent),
        bool(right),
        told.pop() if row.way is None and len(told) == 1 else None,
    )


# -- numbers ---------------------------------------------------------------------------------------


def _is_bare(printed: PrintedRate) -> bool:
    return printed.quantity is not None and not printed.quantity.unit


def _percent(printed: PrintedRate, *, is_share: bool) -> Quantity | None:
    """Return a printed rate in %; bare numbers are percentages, or shares."""
    number = printed.quantity
    if number is None:
        return None
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


def _is_as_printed(percent: Decimal, number: Quantity, fit: Fit) -> bool:
    """Whether a rate prints as the number, or lies in what is printed in its place: 100%超."""
    if not number.is_point:
        return _lies_in(fit.within(percent), number)
    return fit.printed(percent) == _quantized(number.value, fit.places, ROUND_HALF_UP)


def _is_near(percent: Decimal, number: Quantity, fit: Fit) -> bool:
    """Whether a rate is off by less than its last digit, or beyond an end that is printed."""
    if not number.is_point:
        return _lies_in(percent, number)
    value = number.value
    if (value == _HUNDRED < percent) or (value == _ZERO > percent):
        return True
    return abs(percent - value) < Decimal(1).scaleb(-fit.places)


def _lies_in(percent: Decimal, band: Quantity) -> bool:
    low, high = band.lower, band.upper
    above = low is None or percent > low or (percent == low and band.lower_closed)
    below = high is None or percent < high or (percent == high and band.upper_closed)
    return above and below


def _quantized(percent: Decimal, places: int, how: str) -> Decimal:
    """Round a number; one with more digits than can be told apart stays as it is."""
    if percent.adjusted() + places >= EXACT.prec:
        return percent
    return percent.quantize(Decimal(1).scaleb(-places), how, EXACT)
