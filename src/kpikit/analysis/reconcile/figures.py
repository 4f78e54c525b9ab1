"""What a printed rate or result may rest on: the numbers of its row, and which way is better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Code
from kpikit.analysis.scheme import Against, Measure, Position
from kpikit.analysis.scheme._against import aim_of
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.judge import evaluate
from kpikit.judging.rates import Formula
from kpikit.language.lexicon import BRACKETED
from kpikit.model.comparison import align, are_of_one_kind
from kpikit.model.indicator import Target
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.printed import Printed
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = [
    "TRIED",
    "WITHOUT",
    "Case",
    "Cells",
    "Figures",
    "Given",
    "Lies",
    "Tried",
    "given",
    "targets_of",
]

_WAYS: Final = tuple(Direction)
_ONE: Final = {way: (way,) for way in Direction}
#: What is no evidence of a direction beside the printed cells themselves.
_UNSURE: Final = frozenset({Flag.DIRECTION_ASSUMED, Flag.DIRECTION_FROM_PRINTED})
#: The place of a formula among the rates of a row.
_AT: Final = {
    formula: at
    for at, formula in enumerate(
        (Formula.ACHIEVEMENT, Formula.MIRRORED, Formula.INVERSE, Formula.PROGRESS)
    )
}
_HUNDRED: Final = Decimal(100)
_TWO_HUNDRED: Final = Decimal(200)
_AGAINST: Final = (Against.YEAR, Against.FINAL)
#: An actual and what it is held against, in one unit.
_Pair: TypeAlias = tuple[Quantity, Quantity]


class Lies(Code):
    """Where a target lies, seen from the baseline."""

    #: On the better side of it.
    BEYOND = "beyond"
    #: At it, or on the worse side.
    BEHIND = "behind"
    #: There is no baseline.
    UNKNOWN = "unknown"


#: A way that may be the better one, and where the target lies then.
Case: TypeAlias = tuple[Direction, Lies]
_Cases: TypeAlias = Mapping[tuple[Direction, ...], tuple[Case, ...]]


def _cases(lies: Lies, where_less_is: Lies) -> _Cases:
    """Return the cases of the ways that may be better, for where a target lies by each of them."""
    higher, lower = (Direction.HIGHER, lies), (Direction.LOWER, where_less_is)
    return {_ONE[higher[0]]: (higher,), _ONE[lower[0]]: (lower,), _WAYS: (higher, lower)}


#: By where a target is from the baseline, of which all rows have one: there is none, it is above,
#: below, or at it.
_UNKNOWN: Final = _cases(Lies.UNKNOWN, Lies.UNKNOWN)
_ABOVE: Final = _cases(Lies.BEYOND, Lies.BEHIND)
_BELOW: Final = _cases(Lies.BEHIND, Lies.BEYOND)
_AT_IT: Final = _cases(Lies.BEHIND, Lies.BEHIND)


def _places(tried: Tried) -> Mapping[Case, int]:
    """Return the places of its formulas among the rates of a row."""
    others = {Lies.BEHIND: tried.kept, Lies.UNKNOWN: tried.without}
    found = dict[Case, int]()
    for lies in Lies:
        measure = others.get(lies) or tried.rate
        for way, formula in zip(_WAYS, (measure.higher, measure.lower), strict=True):
            assert formula is not None  # noqa: S101 - what is tried has both
            found[way, lies] = _AT[formula]
    return found


@final
@attrs.frozen(eq=False)
class Tried:
    """Formulas that are tried: of a target beyond the baseline, of one to keep, and without any."""

    rate: Measure
    kept: Measure | None = None
    without: Measure | None = None
    #: The place of the formula among the rates of a row, by its case.
    places: Mapping[Case, int] = attrs.field(
        init=False, repr=False, default=attrs.Factory(_places, takes_self=True)
    )


_MIRRORED: Final = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
_INVERSE: Final = Measure(Formula.ACHIEVEMENT, Formula.INVERSE)
_PROGRESS: Final = Measure(Formula.PROGRESS, Formula.PROGRESS)
_PLAIN: Final = Measure(Formula.ACHIEVEMENT, Formula.ACHIEVEMENT)
#: What is tried, the plainest first.
TRIED: Final = (
    Tried(_PLAIN),
    Tried(_MIRRORED),
    Tried(_INVERSE),
    Tried(_PROGRESS),
    Tried(_PROGRESS, _MIRRORED),
    Tried(_PROGRESS, _INVERSE),
)
#: What is tried of a column that has rows without a baseline, where it reproduces more.
WITHOUT: Final = (
    Tried(_PROGRESS, None, _PLAIN),
    Tried(_PROGRESS, None, _MIRRORED),
    Tried(_PROGRESS, None, _INVERSE),
    Tried(_PROGRESS, _MIRRORED, _MIRRORED),
    Tried(_PROGRESS, _INVERSE, _INVERSE),
)


@final
@attrs.frozen(eq=False)
class Figures:
    """The numbers of a row in one unit, and the rates in % that they yield."""

    actual: Decimal
    aim: Decimal
    #: The number at the start, ``None`` where there is none that can be compared.
    start: Decimal | None
    #: What asks for the aim.
    rule: Rule
    #: The rates in %, by their formulas; ``None`` where one is not defined.
    rates: tuple[Decimal | None, ...]
    #: The cases of the ways that may be better.
    cases: _Cases

    def position(self, way: Direction) -> Position:
        """Return how the actual stands to the aim."""
        if self.actual == self.aim:
            return Position.WORSE if self.rule.is_strict else Position.SAME
        is_more = self.actual > self.aim
        return Position.BETTER if is_more is (way is Direction.HIGHER) else Position.WORSE


@final
@attrs.frozen(eq=False)
class Given:
    """What a row gives to compute a printed cell from: those of one year share it."""

    #: The indicator that it is printed beside, as it was judged.
    evaluation: Evaluation
    #: What it is for, ``None`` where neither its heading nor the cell says so.
    period: Period | None
    #: Which way is better: one, or both where nothing but the printed cell may tell it.
    ways: tuple[Direction, ...]
    #: The figures against the target of the year, and against the last one.
    of_year: Figures | None = None
    of_last: Figures | None = None
    #: The evaluation of the actual that the cell is for, ``None`` where there is none.
    judged: Evaluation | None = None

    def against(self, target: Against) -> Figures | None:
        """Return the figures against a target."""
        return self.of_year if target is Against.YEAR else self.of_last

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the actual that the cell is for."""
        return self.judged and self.judged.verdict

    @property
    def is_told(self) -> bool:
        """Whether anything but the printed cell tells which way is better."""
        return len(self.ways) == 1


@final
@attrs.frozen(eq=False)
class Cells:
    """The printed cells of a column, and what the row of each gives to compute it from."""

    printed: list[Printed] = attrs.field(factory=list[Printed])
    given: list[Given] = attrs.field(factory=list[Given])

    def add(self, printed: Printed, given: Given) -> None:
        """Add a cell."""
        self.printed.append(printed)
        self.given.append(given)

    @property
    def evaluations(self) -> list[Evaluation]:
        """The indicators that they are printed beside."""
        return [each.evaluation for each in self.given]

    def __iter__(self) -> Iterator[tuple[Printed, Given]]:
        """Yield each with what its row gives."""
        return zip(self.printed, self.given, strict=True)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.printed)


def given(evaluation: Evaluation, period: Period | None) -> Given:
    """Return what a row gives to compute what is printed for a period."""
    seen = _seen(evaluation, period)
    if seen is None:
        return Given(evaluation, period, _WAYS)
    of_year = _judged(evaluation, seen, Against.YEAR)
    whole = _whole(of_year, seen)
    if whole is not None:  # several numbers are no target of the year to compare with
        last, way = _figures(whole)
        return Given(evaluation, period, _ways(whole, way), None, last, of_year)
    figures, way = _figures(of_year)
    is_one = len(evaluation.indicator.targets) == 1
    last = figures if is_one else _figures(_judged(evaluation, seen, Against.FINAL))[0]
    return Given(evaluation, period, _ways(of_year, way), figures, last, of_year)


def _whole(judged: Evaluation, seen: Observation) -> Evaluation | None:
    """Return the evaluation of the whole that stands in brackets, where a target has one: 20(80).

    That is what is to be reached in the end; an actual has one too, or is taken as it is.
    """
    target = judged.target
    asked = target and target.rule.part(BRACKETED)
    if asked is None:
        return None
    reached = (each.observation for each in seen.parts if each.label == BRACKETED)
    own = attrs.evolve(judged.indicator, target=Target(asked))
    evidence = judged.evidence
    return evaluate(own, next(reached, seen), direction=evidence.direction, nouns=evidence.nouns)


def _seen(evaluation: Evaluation, period: Period | None) -> Observation | None:
    """Return the actual that a cell is for: that of its year, else the one that was judged."""
    if period is None:
        return evaluation.observation
    own = (each for each in evaluation.indicator.observations if each.placed == period)
    return next(own, None)


def _judged(evaluation: Evaluation, seen: Observation, target: Against) -> Evaluation:
    """Return the evaluation of an actual against the target of its year or the last one."""
    if seen is evaluation.observation and len(evaluation.indicator.targets) == 1:
        return evaluation
    evidence, rule = evaluation.evidence, evaluation.rule
    ways = _ways(evaluation, rule.way) if rule is not None and rule.level is not None else ()
    return evaluate(
        evaluation.indicator,
        seen,
        final=target is Against.FINAL,
        direction=ways[0] if len(ways) == 1 else evidence.direction,
        nouns=evidence.nouns,
    )


def _ways(judged: Evaluation, way: Direction | None) -> tuple[Direction, ...]:
    """Return which way is better, both where only the printed cells or an assumption tell it."""
    if way is None or not _UNSURE.isdisjoint(judged.flags):
        return _WAYS
    return _ONE[way]


def _figures(judged: Evaluation) -> tuple[Figures | None, Direction | None]:
    """Return the numbers of a row, where they are one each, and which way is better."""
    evidence, answer = judged.evidence, judged.judgement
    seen, rule = evidence.observation, judged.rule
    if seen is None or seen.quantity is None or rule is None:
        return None, None
    aim, way = aim_of(judged, seen.quantity)
    pair = answer.pair
    if aim is None or pair is None or not pair[0].is_point:
        return None, way
    begun = evidence.baseline
    before = begun and begun.quantity
    if before is None or (before.is_point and are_of_one_kind(before, pair[1])):
        start = before and before.value
    else:
        start = _start(before, aim, pair, judged.indicator.name)
    actual, bound = pair[0].value, pair[1].value
    return _figures_of(actual, bound, start, rule), way


def _figures_of(actual: Decimal, aim: Decimal, start: Decimal | None, rule: Rule) -> Figures:
    """Return the figures of numbers in one unit: a/t, 2 - a/t, t/a and (a - b)/(t - b) in %."""
    rate = mirrored = inverse = covered = None
    if aim:
        rate = _percent(actual, aim)
        mirrored = EXACT.subtract(_TWO_HUNDRED, rate)
    if actual:
        inverse = _percent(aim, actual)
    cases = _UNKNOWN
    if start is not None:
        way = EXACT.subtract(aim, start)
        cases = _AT_IT
        if way:
            covered = _percent(EXACT.subtract(actual, start), way)
            cases = _ABOVE if way > 0 else _BELOW
    return Figures(actual, aim, start, rule, (rate, mirrored, inverse, covered), cases)


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return EXACT.divide(EXACT.multiply(part, _HUNDRED), whole)


def _start(before: Quantity, aim: Quantity, pair: _Pair, name: str) -> Decimal | None:
    """Return the number at the start in the unit of the pair, where it can be compared."""
    found = align(before, aim, name)
    if isinstance(found, Reason) or not found.actual.is_point:
        return None
    actual, bound = pair
    if not aim.unit and found.actual.unit != actual.unit:  # it was taken for either unit
        return None
    start, there, here = found.actual.value, found.bound.value, bound.value
    return start if there == here else EXACT.divide(EXACT.multiply(start, here), there)


def targets_of(cells: Iterable[Given]) -> tuple[Against, ...]:
    """Return the targets that cells may be rated against: one where no row has two."""
    is_one = all(each.of_year is each.of_last for each in cells)
    return _AGAINST[:1] if is_one else _AGAINST
