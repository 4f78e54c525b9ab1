"""What other bodies have, in cells of its own beside the values of an indicator: 全国平均."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import COMPARED
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.observation import Benchmark, Observation
from kpikit.model.period import Period, contains, fiscal_year_of
from kpikit.model.series import latest
from kpikit.table.headings import Column, Role, folded, read_heading

__all__ = ["compared_with", "with_benchmarks"]

_COMPARED: Final = pattern(COMPARED)
_DATED: Final = pattern(DATED)
_INSIDE: Final = pattern(r"[(]([^()]+)[)]")


def compared_with(text: str, vocabulary: Vocabulary = USUAL) -> Column | None:
    """Return whose values a label says that others are, with their year if it says one.

    >>> compared_with("全国平均(R5)")
    Column('全国平均', role=Role.BENCHMARK, period=FiscalYear(2023))
    >>> compared_with("実績値(県)").heading, compared_with("前年度実績")
    ('県', None)
    """
    bare = folded(text)
    year = _DATED.search(bare)
    undated = bare.replace(f"({year[0]})", "") if year else bare
    told = (_COMPARED.fullmatch(each) for each in (undated, *_INSIDE.findall(undated)))
    whose = next((found[1] for found in told if found is not None), None)
    if whose is None:
        return None
    period = read_heading(year[0], vocabulary=vocabulary).period if year else None
    return Column(whose, Role.BENCHMARK, period)


def with_benchmarks(seen: Sequence[Observation], told: Iterable[Benchmark]) -> list[Observation]:
    """Return values with those of other bodies: of their year and of the one before.

    One without a year stands beside the latest value.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> seen = [Observation(FiscalYear(year), Quantity("80", "%")) for year in (2022, 2024)]
    >>> told = [Benchmark("全国平均", Quantity("75", "%"), FiscalYear(2023))]
    >>> [len(each.benchmarks) for each in with_benchmarks(seen, told)]
    [0, 1]
    """
    told = [*told]
    if not told:
        return [*seen]
    last = latest(tuple(seen), None)
    return [_beside(each, told, is_last=each is last) for each in seen]


def _beside(seen: Observation, told: Sequence[Benchmark], *, is_last: bool) -> Observation:
    own = {each.name for each in seen.benchmarks}
    more = [each for each in told if each.name not in own and _is_of(each, seen, is_last=is_last)]
    if not more or seen.quantity is None:
        return seen
    first, *others = (*seen.benchmarks, *more)
    return attrs.evolve(seen, benchmark=first, other_benchmarks=others)


def _is_of(benchmark: Benchmark, seen: Observation, *, is_last: bool) -> bool:
    """Whether a value may be compared with one of another body."""
    if benchmark.period is None or seen.placed is None:
        return is_last
    return _years_from(benchmark.period, seen.placed) in (0, 1)


def _years_from(one: Period, other: Period) -> int | None:
    """Return how many fiscal years later another period is; 0 where one holds the other."""
    if contains(one, other) or contains(other, one):
        return 0
    first, later = fiscal_year_of(one), fiscal_year_of(other)
    return None if first is None or later is None else later - first
