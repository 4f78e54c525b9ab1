"""What a reference word stands for: the year before, the value at the start, an average."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from kpikit.language import references as words
from kpikit.model.era import era_called
from kpikit.model.observation import Benchmark, Observation
from kpikit.model.period import CalendarYear, FiscalYear, Period, fiscal_year_of
from kpikit.model.quantity import Quantity
from kpikit.model.verdict import Reason

if TYPE_CHECKING:
    from kpikit.model.evidence import Evidence

__all__ = [
    "counted_from",
    "is_counted_from_before",
    "is_fixed",
    "is_of_time",
    "is_of_year",
    "is_same_reference",
    "quantity_of",
    "referenced",
    "year_named",
    "year_of",
]


def referenced(
    reference: str, evidence: Evidence, lag: int | None = None
) -> Quantity | Benchmark | Reason:
    """Return the value that a reference word stands for.

    前年度 is the actual of the year before, 前回 the one observed last before, 現状 and 基準値 the
    baseline, a year that of the indicator's values that is dated so, each also with what is
    measured behind it (現状職員数); anything else is the one benchmark that goes by its name:
    of several that of the year of the actual, or of *lag* years before.

    >>> from kpikit.model.evidence import Evidence
    >>> start = Observation(None, Quantity("80", "人"))
    >>> referenced("現状職員数", Evidence("市の職員数", None, start))
    Quantity('80', '人')
    >>> referenced("全国平均", Evidence("市の職員数", None, start))
    Reason.BENCHMARK_MISSING
    """
    for pattern, value in _OWN:
        found = re.match(pattern, reference)
        if found is not None and _is_of(reference[found.end() :], evidence.name):
            return value(found, evidence)
    return _benchmark(reference, evidence, lag or 0)


def counted_from(reference: str, evidence: Evidence) -> Quantity | Reason:
    """Return what a change counts from: what the rule names, else the baseline.

    A baseline that is of another year than the one the rule names is not it.
    """
    before = re.search(words.EARLIER, reference)
    found = referenced(before[0] if before else reference, evidence)
    if isinstance(found, Benchmark):
        return found.quantity
    if isinstance(found, Quantity) or found is Reason.PREVIOUS_VALUE_MISSING:
        return found
    baseline = evidence.baseline
    if baseline is None or baseline.quantity is None:
        return Reason.BASELINE_MISSING
    return Reason.BASELINE_MISSING if _is_other(baseline, reference) else baseline.quantity


def is_counted_from_before(reference: str) -> bool:
    """Whether a change counts from the time before, by what the rule names.

    >>> is_counted_from_before("前年度比"), is_counted_from_before("資料部数")
    (True, False)
    """
    return re.search(words.EARLIER, reference) is not None


def is_of_time(reference: str) -> bool:
    """Whether a reference word is that of a time, and of no amount.

    >>> is_of_time("前年度"), is_of_time("2013年度"), is_of_time("資料部数")
    (True, True, False)
    """
    return any(re.match(pattern, reference) for pattern, _ in _OWN)


def is_of_year(reference: str) -> bool:
    """Whether a reference word is that of a year or of the time before: 前年度, 平成25年度.

    >>> is_of_year("前年度"), is_of_year("2013年度"), is_of_year("現状")
    (True, True, False)
    """
    found = next((value for own, value in _OWN if re.match(own, reference)), None)
    return found in _OF_A_YEAR


def year_named(reference: str) -> Period | None:
    """Return the year that a reference word is, and nothing else.

    >>> year_named("平成25年度"), year_named("2013年"), year_named("前年度")
    (FiscalYear(2013), CalendarYear(2013), None)
    """
    found = re.fullmatch(words.WHOLE_YEAR, reference)
    if found is None:
        return None
    return CalendarYear(_year(found)) if found["calendar"] else FiscalYear(_year(found))


def is_fixed(reference: str, name: str) -> bool:
    """Whether a reference word stands for a value of the indicator that is known beforehand.

    >>> is_fixed("現状", "数"), is_fixed("平成25年度", "数"), is_fixed("全国平均", "数")
    (True, True, False)
    """
    return _kind(reference, name)[0] in (_baseline, _dated)


def is_same_reference(one: str, other: str, name: str) -> bool:
    """Whether two reference words stand for the same value of the indicator called *name*.

    >>> is_same_reference("前年", "前年度実績", "数"), is_same_reference("前年", "基準年", "数")
    (True, False)
    """
    return _kind(one, name) == _kind(other, name)


def quantity_of(found: Quantity | Benchmark | Reason) -> Quantity | Reason:
    """Return the number of what was found."""
    return found.quantity if isinstance(found, Benchmark) else found


def year_of(period: Period | None) -> int | None:
    """Return the year that a period is of, as such a year is counted."""
    if isinstance(period, CalendarYear):
        return period.year
    return fiscal_year_of(period) if period else None


def _previous(_found: re.Match[str], evidence: Evidence) -> Quantity | Reason:
    return _number(evidence.previous) or Reason.PREVIOUS_VALUE_MISSING


def _preceding(_found: re.Match[str], evidence: Evidence) -> Quantity | Reason:
    return _number(evidence.preceding) or Reason.PREVIOUS_VALUE_MISSING


def _term(_found: re.Match[str], _evidence: Evidence) -> Reason:
    """Half a year before or a whole one, or the plan before: which, the words do not tell."""
    return Reason.PREVIOUS_VALUE_MISSING


def _baseline(found: re.Match[str], evidence: Evidence) -> Quantity | Reason:
    """Return the value at the start, unless the words name another year than it is of."""
    other = _is_other(evidence.baseline, found["dated"] or "")
    return (None if other else _number(evidence.baseline)) or Reason.BASELINE_MISSING


def _is_other(baseline: Observation | None, text: str) -> bool:
    """Whether the value at the start is of another year than the one that a text names."""
    named, year = re.search(words.YEAR, text), _year_of(baseline)
    return named is not None and year is not None and _year(named) != year


def _year_of(seen: Observation | None) -> int | None:
    return year_of(seen and (seen.period or seen.column))


def _dated(found: re.Match[str], evidence: Evidence) -> Quantity | Reason:
    year = _year(found)
    for seen in (evidence.baseline, evidence.previous, evidence.preceding):
        if seen is not None and _year_of(seen) == year:
            return seen.quantity or Reason.BASELINE_MISSING
    return Reason.BASELINE_MISSING


_Value: TypeAlias = "Callable[[re.Match[str], Evidence], Quantity | Reason]"

#: How a value of the indicator itself is called, and which it is.
_OWN: Final[tuple[tuple[str, _Value], ...]] = (
    (words.LAST_YEAR, _previous),
    (words.LAST_TIME, _preceding),
    (words.LAST_TERM, _term),
    (words.STARTING, _baseline),
    (words.OF_YEAR, _dated),
)

#: Those that are of a year, or of the time before.
_OF_A_YEAR: Final = (_previous, _preceding, _dated)


def _is_of(rest: str, name: str) -> bool:
    """Whether what stands behind a word for a time is what the indicator measures, or nothing."""
    return rest.removeprefix("の") in name


def _kind(reference: str, name: str) -> tuple[object, object]:
    for pattern, value in _OWN:
        found = re.match(pattern, reference)
        if found is not None and _is_of(reference[found.end() :], name):
            return value, _year(found) if value is _dated else None
    return None, reference


def _year(found: re.Match[str]) -> int:
    """Return the year that the words name: 平成25年度, H25, 2013年."""
    if found["year"]:
        return int(found["year"])
    count = 1 if found["count"] == "元" else int(found["count"])
    return era_called(found["era"]).first.year + count - 1


def _benchmark(reference: str, evidence: Evidence, lag: int) -> Benchmark | Reason:
    given = evidence.observation.benchmarks if evidence.observation is not None else ()
    if not reference:
        return Reason.BENCHMARK_MISSING
    named = [each for each in given if each.name == reference] or [
        each for each in given if _has(reference, each.name) or _has(each.name, reference)
    ]
    if len({each.name for each in named}) == 1 < len(named):
        year = _year_of(evidence.observation)
        named = [each for each in named if year is not None and _is_of_year(each, year - lag)]
    return named[0] if len(named) == 1 else Reason.BENCHMARK_MISSING


def _is_of_year(benchmark: Benchmark, year: int) -> bool:
    return year_of(benchmark.period) == year


def _has(longer: str, shorter: str) -> bool:
    """Whether a name has another one in it, and not as the end of a longer word.

    全国平均 is in 前年度調査における全国平均, 県平均 is not in 都道府県平均.
    """
    before, found, _ = longer.partition(shorter)
    return bool(found) and re.search(words.ONE_WORD, before) is None


def _number(seen: Observation | None) -> Quantity | None:
    return seen.quantity if seen is not None else None
