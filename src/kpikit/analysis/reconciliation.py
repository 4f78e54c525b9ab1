"""What a publisher printed beside what its own figures yield: 達成率, 進捗率.

Each column of printed rates is fitted: of the formulas that bodies use, with the target of the
year or the last one, rounded half up, down or up, kept within 0 and 100 or not, the one that
reproduces most of its rows is named with their number; every row that differs is listed with
both numbers. No verdict changes by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import unique
from functools import cache, partial
from itertools import product
from typing import Final, TypeAlias, final
from unicodedata import normalize

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
    """Return the heading of a rate without its year, in one width."""
    heading, label = (
        normalize("NFKC", text) for text in (printed.heading, getattr(printed.period, "label", ""))
    )
    return " ".join(heading.replace(label, "").split()) if label else heading


# -- what a row yields -----------------------------------------------------------------------------

#: What is tried, the plainest first: formulas, and those of a target not beyond the baseline.
_FORMULAS: Final = (
    (_ALIKE, None),
    (_MIRRORED, None),
    (_INVERSE, None),
    (_PROGRESS, None),
    (_PROGRESS, _MIRRORED),
    (_PROGRESS, _INVERSE),
)
#: The same with the target of the year, then with the last one.
_TRIED: Final = tuple(
    Fit(rate, kept, target) for target in (Against.YEAR, Against.FINAL) for rate, kept in _FORMULAS
)


#: A rate in % by one formula, and which way is better where that formula holds.
_Case: TypeAlias = tuple[Decimal, Direction]


@final
@attrs.frozen(eq=False)
class _Rated:
    """A printed rate with all that its row may yield."""

    evaluation: Evaluation
    printed: PrintedRate
    #: Which way is better, where anything but the printed rate tells it.
    way: Direction | None
    #: The rates by what is tried, in its order: one, or one for each way.
    cases: tuple[tuple[_Case, ...], ...]


def _rated(evaluation: Evaluation, printed: PrintedRate) -> _Rated:
    seen = _seen(evaluation, printed)
    of_year = _judged(evaluation, seen, Against.YEAR)
    way = _way(of_year)
    cases = tuple(_cases(of_year, way))
    is_one = len(evaluation.indicator.targets) == 1
    last = cases if is_one else tuple(_cases(_judged(evaluation, seen, Against.FINAL), way))
    return _Rated(evaluation, printed, way, cases + last)


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
    """Yield for each of the formulas its rates: one where the way is known, else one a way.

    The same formulas yield the same object.
    """
    ways = tuple(Direction) if way is None else (way,)
    beyond = {each: _is_beyond(judged, each) for each in ways}
    made = cache(partial(_made, cache(partial(_rate, judged)), ways))
    for usual, kept in _FORMULAS:
        measures = [kept if kept and not beyond[each] else usual for each in ways]
        yield made(tuple(map(_formula, measures, ways)))


def _made(
    rate: Callable[[Formula | None], Decimal | None],
    ways: tuple[Direction, ...],
    formulas: tuple[Formula | None, ...],
) -> tuple[_Case, ...]:
    """Return the rates by a formula for each way, where they are single numbers."""
    found = zip(map(rate, formulas), ways, strict=True)
    return tuple((percent, way) for percent, way in found if percent is not None)


def _formula(measure: Measure, way: Direction) -> Formula | None:
    return measure.higher if way is Direction.HIGHER else measure.lower


def _rate(judged: Evaluation, formula: Formula | None) -> Decimal | None:
    """Return the rate of a row in % by a formula, where it is a single number."""
    seen, aim = judged.observation, judged.aim
    if formula is None or seen is None or seen.quantity is None or aim is None:
        return None
    start = judged.baseline.quantity if judged.baseline is not None else None
    value = rate_by(formula, seen.quantity, aim, start, judged.indicator.name).value
    return None if value is None else EXACT.multiply(value, _HUNDRED)


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


#: Whether a computed rate in % is a printed one, by a fit.
_Test: TypeAlias = Callable[[Decimal, Quantity, Fit], bool]


@final
@attrs.frozen(eq=False)
class _Attempt:
    """A fit, with what it makes of the rows."""

    fit: Fit
    #: The rates of each row.
    cases: list[tuple[_Case, ...]]
    #: The printed rates in %.
    numbers: list[Quantity | None]

    def reproduced(self, test: _Test) -> int:
        """Return how many rows pass a test of the fit."""
        return sum(
            number is not None and any(test(percent, number, self.fit) for percent, _ in cases)
            for cases, number in zip(self.cases, self.numbers, strict=True)
        )

    def rows(self, rates: list[_Rated]) -> tuple[PrintedRow, ...]:
        """Return what the rows yield."""
        each = zip(rates, self.cases, self.numbers, strict=True)
        return tuple(_row(row, cases, number, self.fit) for row, cases, number in each)


def _column(table: str, heading: str, rates: list[_Rated]) -> PrintedColumn:
    tried = [*_tried(rates)]
    best = max(found for _, found in tried)
    found = {each.fit: each.rows(rates) for each, count in tried if count == best}
    rows = next(iter(found.values()))
    compared = sum(row.agrees is not None for row in rows)
    if best < _FEWEST or best < compared * _SHARE:
        return PrintedColumn(heading, table, [PrintedRow(e.evaluation, e.printed) for e in rates])
    return PrintedColumn(heading, table, rows, _different(found))


def _different(found: dict[Fit, tuple[PrintedRow, ...]]) -> Iterable[Fit]:
    """Return the fits that yield another rate in any row, the plainest of those that do not."""
    plainest: dict[tuple[Decimal | None, ...], Fit] = {}
    for fit, rows in found.items():
        plainest.setdefault(tuple(row.computed for row in rows), fit)
    return plainest.values()


def _tried(rates: list[_Rated]) -> Iterator[tuple[_Attempt, int]]:
    """Yield what may reproduce a column, each with how many rows it does.

    Only formulas that come near most of the rates are tried with every way to round and end.
    """
    is_open = any(_is_bare(each.printed) for each in rates)
    for is_share in (False, True)[: 1 + is_open]:
        numbers = [_percent(each.printed, is_share=is_share) for each in rates]
        points = [each.value for each in numbers if each is not None and each.is_point]
        for each, remainder, floor, cap in product(
            _closest(rates, numbers, points, is_share=is_share), Remainder, *_ends(points)
        ):
            fit = attrs.evolve(each.fit, remainder=remainder, floor=floor, cap=cap)
            made = attrs.evolve(each, fit=fit)
            yield made, made.reproduced(_is_as_printed)


def _closest(
    rates: list[_Rated], numbers: list[Quantity | None], points: list[Decimal], *, is_share: bool
) -> list[_Attempt]:
    """Return the formulas that come near most of the rates."""
    places = min(max(map(_places, points), default=0), _MOST_PLACES)
    plain = [
        _Attempt(attrs.evolve(fit, places=places, is_share=is_share), cases, numbers)
        for fit, cases in _columns(rates)
    ]
    near = [each.reproduced(_is_near) for each in plain]
    return [each for each, found in zip(plain, near, strict=True) if found == max(near)]


def _columns(rates: list[_Rated]) -> Iterator[tuple[Fit, list[tuple[_Case, ...]]]]:
    """Yield what is tried with the rates of all rows, but for what yields the same as before."""
    known: list[list[tuple[_Case, ...]]] = []
    for number, fit in enumerate(_TRIED):
        cases = [each.cases[number] for each in rates]
        if cases not in known:
            known.append(cases)
            yield fit, cases


def _ends(points: list[Decimal]) -> tuple[list[Decimal | None], list[Decimal | None]]:
    """Return the lowest and the highest rate that a column may print, where nothing is beyond."""
    floors: list[Decimal | None] = [None]
    caps: list[Decimal | None] = [None]
    floors += [_ZERO] if points and min(points) == _ZERO else []
    caps += [_HUNDRED] if points and max(points) == _HUNDRED else []
    return floors, caps


def _row(row: _Rated, cases: tuple[_Case, ...], number: Quantity | None, fit: Fit) -> PrintedRow:
    """Return what a row yields by a fit; of two ways the one that reproduces what is printed."""
    if number is None or not cases:
        return PrintedRow(row.evaluation, row.printed)
    right = [each for each in cases if _is_as_printed(each[0], number, fit)]
    told = {way for _, way in right}
    percent, _ = (right or cases)[0]
    return PrintedRow(
        row.evaluation,
        row.printed,
        fit.printed(percent),
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
