"""How a column of printed results comes about: what its marks rest on, and where they begin.

Nothing is known of a mark but what its rows tell: which is the better one is seen by how many of
its rows meet their targets. Only 達成 and 未達成 say by themselves what they mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final, TypeAlias, final

import attrs

from kpikit.analysis.reconcile.figures import TRIED, Cells, Given, Tried, targets_of
from kpikit.analysis.reconcile.fit import FEWEST
from kpikit.analysis.reconcile.limits import Rows, limits_of
from kpikit.analysis.reconcile.rows import NOTHING, PrintedRows, Yielded
from kpikit.analysis.reconcile.scale import PLACES, Basis, Limit, MarkScale
from kpikit.analysis.scheme import Against, Position, Rounding
from kpikit.analysis.scheme._terms import rounded
from kpikit.language.fold import fold
from kpikit.language.outcomes import MET, NOT_MET
from kpikit.model.printed import PrintedRate
from kpikit.model.verdict import Direction, Verdict

__all__ = ["NEARLY", "label_of", "scales_of"]

#: So large a share of the rows is reproduced, and half of those that the commonest mark gets wrong.
_SHARE: Final = Decimal("0.8")
#: How the rate is shown that a class rests on.
_SHOWN: Final = Rounding(1)
#: More rows than so many are needed for each limit.
_ROWS: Final = 3
#: Where so large a share is reproduced, nothing less plain is looked for.
NEARLY: Final = Decimal("0.98")
#: A scale has no more classes than these; what has more is prose.
_MOST_CLASSES: Final = 9


# -- what a mark may rest on -----------------------------------------------------------------------

#: The number of a row by which it is classed, where a way is the better one.
_Number: TypeAlias = Callable[[Given, Direction], Decimal | None]


def _position(against: Against) -> _Number:
    """Return how an actual stands to its target; by its verdict where they are no numbers."""

    def number(row: Given, way: Direction) -> Decimal | None:
        figures = row.against(against)
        if figures is not None:
            return PLACES[figures.position(way)]
        return _BY_VERDICT.get(row.verdict)

    return number


_BY_VERDICT: Final[dict[Verdict | None, Decimal]] = {
    Verdict.ACHIEVED: PLACES[Position.SAME],
    Verdict.NOT_ACHIEVED: PLACES[Position.WORSE],
}


def _printed(row: Given, _way: Direction) -> Decimal | None:
    """Return the rate that is printed beside it, the end of one that stands for many: 100%超."""
    for each in row.evaluation.indicator.printed:
        if isinstance(each, PrintedRate) and each.period == row.period and each.quantity:
            low, high = each.quantity.lower, each.quantity.upper
            return high if low is None else low
    return None


def _by_formula(tried: Tried, against: Against) -> _Number:
    places = tried.places

    def number(row: Given, way: Direction) -> Decimal | None:
        figures = row.of_year if against is Against.YEAR else row.of_last
        if figures is None:
            return None
        (case,) = figures.cases[(way,)]
        return figures.rates[places[case]]

    return number


#: What results may rest on, each with how a row is numbered by it.
_Basis: TypeAlias = list[tuple[MarkScale, _Number]]


def _bases(targets: Sequence[Against]) -> Iterator[_Basis]:
    """Yield what results may rest on, the plainest first.

    A rate that says nothing of the better way, a/t of every indicator, makes no classes.
    """
    yield [(MarkScale(Basis.PRINTED), _printed)]
    yield [(MarkScale(Basis.TARGET, against=each), _position(each)) for each in targets]
    yield [
        (
            MarkScale(Basis.FORMULA, rate=tried.rate, kept=tried.kept, against=against),
            _by_formula(tried, against),
        )
        for against in targets
        for tried in TRIED[1:]
    ]


#: What 達成 and 未達成 say by themselves.
_BY_WORDS: Final = (
    MarkScale(
        Basis.TARGET,
        [MET[0], NOT_MET[0]],
        [Limit(MET[0], PLACES[Position.WORSE], PLACES[Position.SAME])],
    ),
    _position(Against.YEAR),
)


# -- what a column yields --------------------------------------------------------------------------


@final
@attrs.frozen(eq=False, slots=False)
class _Column:
    """The printed results of a column."""

    cells: Cells
    labels: list[str]

    def numbers(self, number: _Number) -> list[Decimal | None]:
        """Return the numbers of the rows of which it is told which way is better."""
        if number is _printed:
            return [_printed(each, each.ways[0]) for each in self.cells.given]
        told = zip(self.cells.given, self._ways, strict=True)
        return [None if way is None else number(each, way) for each, way in told]

    @cached_property
    def _ways(self) -> list[Direction | None]:
        """Which way is better of each row, where that is told."""
        return [each.ways[0] if each.is_told else None for each in self.cells.given]

    def rows(self, numbers: list[Decimal | None]) -> Rows:
        """Count the numbers with their marks."""
        pairs = zip(numbers, self.labels, strict=True)
        return Counter((number, label) for number, label in pairs if number is not None)


def scales_of(cells: Cells) -> list[tuple[MarkScale, PrintedRows]]:
    """Return what reproduces most of the results, with its rows; the plainest first.

    None where too few results are reproduced. What reproduces nearly all makes an end of it.
    """
    column = _Column(cells, [label_of(each.text) for each in cells.printed])
    if len({*column.labels}) > _MOST_CLASSES:
        return []
    places = column.numbers(_position(Against.YEAR))
    all_of_them = sum(place is not None for place in places)
    merit = _merit(column.labels, places)
    tried = [*_by_words(column, column.rows(places))]
    for basis in _bases(targets_of(cells.given)):
        if any(count >= all_of_them * NEARLY for count, _, _ in tried):
            break
        tried += _by_rows(column, basis, merit)
    best = max((count for count, _, _ in tried), default=0)
    found = (each for each in tried if each[0] == best)
    return [(scale, _rows(column, scale, number)) for _, scale, number in found]


@lru_cache(maxsize=1024)
def label_of(text: str) -> str:
    """Return a mark by which it is compared with others: in one width, and one word of a sense."""
    folded = fold(text).text.strip()
    return next((words[0] for words in (MET, NOT_MET) if folded in words), folded)


def _by_words(column: _Column, rows: Rows) -> Iterator[tuple[int, MarkScale, _Number]]:
    """Yield the scale of 達成 and 未達成, unless more rows than not say otherwise."""
    scale, number = _BY_WORDS
    if not {*column.labels} & {*scale.labels}:
        return
    own = {pair: count for pair, count in rows.items() if pair[1] in scale.labels}
    right = sum(count for (place, label), count in own.items() if scale.label(place) == label)
    compared = sum(own.values())
    if compared < FEWEST or 2 * right >= compared:
        yield right, scale, number


def _by_rows(
    column: _Column, basis: _Basis, merit: Mapping[str, Fraction]
) -> Iterator[tuple[int, MarkScale, _Number]]:
    """Yield the scales that the rows tell, each by what it rests on."""
    known: list[list[Decimal | None]] = []
    for outline, number in basis:
        numbers = column.numbers(number)
        rows = column.rows(numbers)
        if numbers in known or not rows:
            continue
        known.append(numbers)
        limits, labels, count = limits_of(rows, merit)
        if limits and _is_evident(rows, len(limits), count):
            yield count, attrs.evolve(outline, labels=labels, limits=limits), number


def _merit(labels: Sequence[str], places: Sequence[Decimal | None]) -> dict[str, Fraction]:
    """Return which share of the rows of each mark meets its target."""
    rows, met = Counter(labels), Counter[str]()
    for label, place in zip(labels, places, strict=True):
        met[label] += place is not None and place >= 0
    return {label: Fraction(met[label], count) for label, count in rows.items()}


def _is_evident(rows: Rows, limits: int, right: int) -> bool:
    """Whether so many rows are right that their limits are no accident."""
    by_label = Counter[str]()
    for (_, label), count in rows.items():
        by_label[label] += count
    compared, commonest = sum(by_label.values()), max(by_label.values())
    enough = right > _ROWS * limits and right >= compared * _SHARE
    return enough and 2 * right >= compared + commonest


def _rows(column: _Column, scale: MarkScale, number: _Number) -> PrintedRows:
    """Return what a scale makes of the rows."""
    cells = column.cells
    return PrintedRows.beside(
        cells.evaluations,
        cells.printed,
        (
            _yielded(cell, label, scale, number)
            for cell, label in zip(cells.given, column.labels, strict=True)
        ),
    )


def _yielded(cell: Given, label: str, scale: MarkScale, number: _Number) -> Yielded:
    """Return what one way or both make of a row; the mark tells which where nothing else does."""
    if label not in scale.labels:
        return NOTHING
    classes = [_classed(cell, way, scale, number) for way in cell.ways]
    found, rate = classes[0]
    if len(classes) == 1:
        return (rate, found == label, None, found) if found else NOTHING
    labels = {each for each, _ in classes}
    right = [way for way, each in zip(cell.ways, classes, strict=True) if each[0] == label]
    if "" in labels or (not right and len(labels) > 1):
        return NOTHING  # either way it is another class than the printed one
    if right:
        found, rate = classes[cell.ways.index(right[0])]
    told = right[0] if len(right) == 1 else None
    return rate, bool(right), told, found


def _classed(
    cell: Given, way: Direction, scale: MarkScale, number: _Number
) -> tuple[str, Decimal | None]:
    """Return the class of a row with the rate that it rests on, ``""`` where no row tells it."""
    own = number(cell, way)
    found = None if own is None else scale.label(own)
    if own is None or found is None:
        return "", None
    return found, None if scale.basis is Basis.TARGET else rounded(own, _SHOWN)
