"""Audit: what is wrong in a published table, and what in it adds up.

The audit parses nothing. It works on the typed plan and on its evaluation: on periods and
columns, on the derivations that table reading left on the indicators, on flags and reasons.
Each kind of finding is one small function; :func:`audit` runs all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import unique
from itertools import pairwise
from typing import Final, cast, final
from unicodedata import normalize

import attrs

from kpikit._value import Code, Value
from kpikit.evaluation import Evaluation
from kpikit.evidence import Judgement
from kpikit.indicator import Reduction, ShareAchieved, Sum
from kpikit.judge import evaluate
from kpikit.messages import Language, say
from kpikit.naming import head, part_names, stated_change
from kpikit.observation import Observation
from kpikit.period import CalendarYear, FiscalYear, Period, contains
from kpikit.plan import Plan
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.reading import Location
from kpikit.result import PlanEvaluation, SectionEvaluation
from kpikit.rule import AtLeast, AtMost, Between, Exactly, Reach, RelativeTo, Rule
from kpikit.summary import Share, Summary
from kpikit.unit import is_ratio, scale_of
from kpikit.verdict import Flag, Reason, Verdict
from kpikit.wording import (
    number_words,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)

__all__ = ["Finding", "Place", "Severity", "audit"]


@unique
class Severity(Code):
    """Whether something is wrong, or only worth knowing."""

    #: The table contradicts itself, or a reader would be misled.
    WARNING = "warning"
    #: Something was assumed, or adds up.
    INFO = "info"


@final
@attrs.frozen(repr=False)
class Place(Value):
    """The row that a finding is about."""

    #: The code of the table, ``""`` if it has none.
    table: str
    #: The code of the section: that of the 施策 or 事業.
    section: str
    #: The indicator's name, ``""`` if it is about the section itself.
    indicator: str = ""
    #: Which of several indicators or labelled parts, counted from 1; ``""`` if there is one.
    part: str = ""
    #: Where it was published.
    location: Location | None = None


def _places(given: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(given)


@final
@attrs.frozen(repr=False)
class Finding(Value):
    """Something that a careful reader would note, in a sentence of either language.

    >>> Finding("sum-differs", Severity.WARNING, [Place("1", "2-1")], "…", "1 + 1 is not 3").part
    ''
    """

    #: A stable code: ``period-mismatch``.
    code: str
    #: How bad it is.
    severity: Severity
    #: What it is about, in source order.
    places: tuple[Place, ...] = attrs.field(converter=_places)
    #: The sentence in Japanese.
    japanese: str
    #: The sentence in English.
    english: str

    @property
    def table(self) -> str:
        """The codes of the tables, joined by a comma."""
        return ",".join(dict.fromkeys(place.table for place in self.places))

    @property
    def section(self) -> str:
        """The codes of the sections, joined by a comma."""
        return ",".join(dict.fromkeys(place.section for place in self.places))

    @property
    def part(self) -> str:
        """Which of several indicators or parts; ``""`` if it is about the whole row."""
        return ",".join(dict.fromkeys(place.part for place in self.places))

    def message(self, lang: Language = "ja") -> str:
        """Say it in one sentence."""
        return self.japanese if lang == "ja" else self.english


def audit(plan: Plan, *, as_of: date | None = None) -> tuple[Finding, ...]:
    """Return everything worth noting, one kind after the other, each in source order.

    Args:
        plan: The plan, with the derivations that table reading found.
        as_of: The day of judging, as for :func:`kpikit.evaluate`.

    >>> import kpikit as kk
    >>> faults = kk.Indicator("システム障害率", target=kk.AtMost(kk.Quantity("126", "件")))
    >>> plan = kk.Plan("計画", sections=[kk.Section("事業", "19", "保守", indicators=[faults])])
    >>> [finding.code for finding in audit(plan)]
    ['unit-name-mismatch']
    """
    result = evaluate(plan, as_of=as_of)
    return tuple(finding for check in _CHECKS for finding in check(result))


# -- rows --------------------------------------------------------------------------------------


@attrs.frozen
class _Row:
    """An evaluation and where it stands."""

    place: Place
    evaluation: Evaluation

    @property
    def observation(self) -> Observation | None:
        return self.evaluation.observation


@attrs.frozen
class _Leaf:
    """What was judged as one value: a row, or one labelled part of it."""

    place: Place
    name: str
    judgement: Judgement
    observation: Observation | None


def _rows(result: PlanEvaluation) -> Iterator[_Row]:
    for top in result.sections:
        for section in top.walk():
            several = len(section.evaluations) > 1
            for number, evaluation in enumerate(section.evaluations, 1):
                source = evaluation.indicator.source
                place = Place(
                    _table_code(top),
                    section.section.code,
                    evaluation.indicator.name,
                    str(number) if several else "",
                    source.location if source else section.section.location,
                )
                yield _Row(place, evaluation)


def _table_code(top: SectionEvaluation) -> str:
    return top.section.code if top.section.kind == "table" else ""


def _leaves(row: _Row) -> Iterator[_Leaf]:
    parts = row.evaluation.parts
    if not parts:
        yield _Leaf(
            row.place, row.place.indicator, row.evaluation.judgement, row.evaluation.observation
        )
    names = part_names(row.place.indicator, [part.label for part in parts])
    for number, (part, name) in enumerate(zip(parts, names, strict=True), 1):
        inner = f"{row.place.part}.{number}" if row.place.part else str(number)
        place = attrs.evolve(row.place, part=inner)
        yield _Leaf(place, name, part.judgement, part.observation)


def _all_leaves(result: PlanEvaluation) -> Iterator[_Leaf]:
    for row in _rows(result):
        yield from _leaves(row)


def _warning(code: str, *places: Place, **values: object) -> Finding:
    return _found(code, Severity.WARNING, places, values)


def _info(code: str, *places: Place, **values: object) -> Finding:
    return _found(code, Severity.INFO, places, values)


def _checked(code: str, place: Place, *, agrees: bool, **values: object) -> Finding:
    """Say that a published figure follows from others, or warn that it does not."""
    if agrees:
        return _info(f"{code}-confirmed", place, **values)
    return _warning(f"{code}-differs", place, **values)


def _found(
    code: str, severity: Severity, places: tuple[Place, ...], values: Mapping[str, object]
) -> Finding:
    """Make a finding, its sentence said in each language."""

    def sentence(lang: Language) -> str:
        words = {name: _words(value, lang) for name, value in values.items()}
        return say(f"finding-{code}", lang, **words)

    return Finding(code, severity, places, sentence("ja"), sentence("en"))


def _words(value: object, lang: Language) -> str:
    match value:
        case Quantity():
            return quantity_words(value, lang)
        case Decimal():
            return number_words(value)
        case Rule():
            return rule_words(value, lang)
        case Observation() | None:
            return observation_words(value, lang)
        case Flag():
            return say(f"flag-{value.value}", lang)
        case str() | Share():
            return str(value)
        case _:
            return period_words(cast("Period", value), lang)


# -- periods and names -------------------------------------------------------------------------


def _period_mismatch(result: PlanEvaluation) -> Iterator[Finding]:
    """An actual is for another period than that of its column."""
    for row in _rows(result):
        seen = row.observation
        if seen is None or seen.column is None:
            continue
        stated = [part.observation.period for part in seen.parts] or [seen.period]
        for period in dict.fromkeys(stated):
            if period is not None and not _belongs(period, seen.column):
                yield _warning("period-mismatch", row.place, period=period, column=seen.column)


def _belongs(period: Period, column: Period) -> bool:
    """Whether a value for *period* may stand in the column: part of it, or a total up to it."""
    if isinstance(period, CalendarYear) and isinstance(column, FiscalYear):
        return period.year == column.year
    total = contains(period, column) and period.end == column.end
    return total or contains(column, period)


def _name_mismatch(result: PlanEvaluation) -> Iterator[Finding]:
    """Sections of one kind and code have different titles in different tables."""
    tables = [_by_code(top) for top in result.sections]
    for key in dict.fromkeys(key for table in tables for key in table):
        found = [table[key] for table in tables if key in table]
        if any(len(sections) > 1 for sections in found):
            continue  # numbers that begin anew below each heading
        same = [places[0] for places in found]
        for (place, title), (other, other_title) in pairwise(same):
            if _folded(title) != _folded(other_title):
                yield _warning("name-mismatch", place, other, one=title, other=other_title)


def _by_code(top: SectionEvaluation) -> dict[tuple[str, str], list[tuple[Place, str]]]:
    """Return the places and titles of the sections below a table, by kind and code."""
    sections: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    for each in top.walk():
        section = each.section
        if section.code and each is not top:
            place = Place(_table_code(top), section.code, location=section.location)
            found = sections.setdefault((section.kind, section.code), [])
            found.append((place, section.title))
    return sections


def _unit_name_mismatch(result: PlanEvaluation) -> Iterator[Finding]:
    """An indicator is called a rate, a time or a number, and given in a unit of something else."""
    for leaf in _all_leaves(result):
        given = _level(leaf.judgement.rule), leaf.observation and leaf.observation.quantity
        for quantity in given:
            if quantity is not None and not _suits(leaf.name, quantity):
                yield _warning("unit-name-mismatch", leaf.place, name=leaf.name, unit=quantity.unit)
                break


def _level(rule: Rule | None) -> Quantity | None:
    """Return the number of a rule that names a level."""
    match rule:
        case AtLeast(bound=number) | AtMost(bound=number) | Between(band=number):
            return number
        case Exactly(value=number) | Reach(value=number):
            return number
        case _:
            return None


def _suits(name: str, quantity: Quantity) -> bool:
    """Whether a level in that unit may be what the head noun says; a change may be in any."""
    is_change = quantity.change is not Change.LEVEL or stated_change(name) is not Change.LEVEL
    if not quantity.unit or is_change:
        return True
    noun, base = head(name), scale_of(quantity.unit).base
    if noun.endswith(("率", "割合")):
        return bool(quantity.per) or base in {"%", "ポイント", "倍", "点"}
    if noun.endswith("時間"):
        return base in {"時間", "日"}
    return not (noun.endswith(("数", "額", "量", "面積")) and base == "%")


# -- what the judging says ---------------------------------------------------------------------

_NOT_COMPARABLE: Final = frozenset(
    {
        Reason.UNITS_DIFFER,
        Reason.BASIS_DIFFERS,
        Reason.SENSE_DIFFERS,
        Reason.STATISTIC_DIFFERS,
        Reason.BASELINE_MISSING,
        Reason.BASELINE_UNUSABLE,
        Reason.BENCHMARK_MISSING,
        Reason.PREVIOUS_VALUE_MISSING,
        Reason.RATE_OR_POINTS,
        Reason.PARTS_DIFFER,
    }
)
_INFERRED: Final = frozenset(
    {Flag.DIRECTION_FROM_BASELINE, Flag.DIRECTION_FROM_ZERO, Flag.DIRECTION_FROM_NAME}
)


def _not_comparable(result: PlanEvaluation) -> Iterator[Finding]:
    """A target and its actual cannot be compared at all."""
    for leaf in _all_leaves(result):
        judgement = leaf.judgement
        if judgement.reason in _NOT_COMPARABLE:
            yield _warning(
                "not-comparable", leaf.place, rule=judgement.rule, actual=leaf.observation
            )


def _indicator_not_set(result: PlanEvaluation) -> Iterator[Finding]:
    """The target points to a document that set no indicator."""
    for leaf in _all_leaves(result):
        if leaf.judgement.reason is Reason.INDICATOR_NOT_SET:
            yield _warning("indicator-not-set", leaf.place, rule=leaf.judgement.rule)


def _benchmark_lag(result: PlanEvaluation) -> Iterator[Finding]:
    """A benchmark is, or is not, of the year that the target asks for."""
    for row in _rows(result):
        asked = [leaf.judgement for leaf in _leaves(row) if _asks_for_lag(leaf.judgement.rule)]
        if any(each.reason is Reason.BENCHMARK_PERIOD_DIFFERS for each in asked):
            yield _warning("benchmark-lag-differs", row.place, rule=asked[0].rule)
        elif asked and all(map(_is_timed, asked)):
            yield _info("benchmark-lag-confirmed", row.place, rule=asked[0].rule)


def _asks_for_lag(rule: Rule | None) -> bool:
    return isinstance(rule, RelativeTo) and rule.lag is not None


def _is_timed(judgement: Judgement) -> bool:
    """Whether a benchmark was found, and its period known."""
    return judgement.reference is not None and Flag.BENCHMARK_PERIOD_UNKNOWN not in judgement.flags


def _direction_assumed(result: PlanEvaluation) -> Iterator[Finding]:
    """Nothing says whether more or less is better: more was assumed."""
    for leaf in _all_leaves(result):
        if Flag.DIRECTION_ASSUMED in leaf.judgement.flags:
            yield _info("direction-assumed", leaf.place, rule=leaf.judgement.rule)


def _direction_inferred(result: PlanEvaluation) -> Iterator[Finding]:
    """Whether more or less is better was told from the baseline, a zero or the name."""
    for leaf in _all_leaves(result):
        for flag in leaf.judgement.flags:
            if flag in _INFERRED:
                yield _info("direction-inferred", leaf.place, how=flag)


def _not_quantified(result: PlanEvaluation) -> Iterator[Finding]:
    """A target or its actual is in words, without an amount."""
    for leaf in _all_leaves(result):
        judgement = leaf.judgement
        in_words = Flag.OUTCOME_IN_WORDS in judgement.flags
        if in_words or judgement.reason is Reason.NOT_QUANTIFIED:
            yield _info("not-quantified", leaf.place, rule=judgement.rule, actual=leaf.observation)


# -- what should follow from other figures -----------------------------------------------------


def _sums(result: PlanEvaluation) -> Iterator[Finding]:
    """The parts of a sum do, or do not, add up."""
    for row in _rows(result):
        for derivation in row.evaluation.indicator.derivations:
            if isinstance(derivation, Sum):
                figures = [part for _, part in derivation.parts]
                if _are_exact(derivation.total, *figures):
                    yield _sum(row.place, derivation.total, figures)


def _sum(place: Place, published: Quantity, figures: list[Quantity]) -> Finding:
    total = Decimal(0)
    for each in figures:
        total = EXACT.add(total, each.value)
    return _checked(
        "sum",
        place,
        agrees=total == published.value,
        parts=" + ".join(number_words(each.value) for each in figures),
        total=total,
        published=published,
    )


def _reductions(result: PlanEvaluation) -> Iterator[Finding]:
    """A base less a rate of it does, or does not, leave the published figure."""
    for row in _rows(result):
        for derivation in row.evaluation.indicator.derivations:
            if isinstance(derivation, Reduction) and _is_checkable(derivation):
                yield _reduction(row.place, derivation)


def _is_checkable(derivation: Reduction) -> bool:
    rate = derivation.rate
    return is_ratio(rate.unit) and rate.is_point and _are_exact(derivation.base, derivation.result)


def _reduction(place: Place, derivation: Reduction) -> Finding:
    share = EXACT.subtract(Decimal(100), derivation.rate.to("%").value)
    left = EXACT.divide(EXACT.multiply(derivation.base.value, share), Decimal(100))
    return _checked(
        "derivation",
        place,
        agrees=_rounds_to(left, derivation.result.value),
        base=derivation.base,
        rate=derivation.rate,
        left=left,
        published=derivation.result,
    )


def _headlines(result: PlanEvaluation) -> Iterator[Finding]:
    """A published share achieved does, or does not, follow from the rows."""
    for row in _rows(result):
        for derivation in row.evaluation.indicator.derivations:
            if isinstance(derivation, ShareAchieved):
                counted = Summary.of(_of_category(result, derivation.category))
                if counted.rate is not None:
                    yield _headline(row.place, derivation, counted.rate, result)


def _headline(
    place: Place, derivation: ShareAchieved, share: Share, result: PlanEvaluation
) -> Finding:
    missed = share.denominator - share.numerator
    titles = {_folded(title) for title in derivation.titles}
    agrees = (
        _is_share(share, derivation.share)
        and derivation.missed in {None, missed}
        and titles in (set(), _missed(result, derivation.category))
    )
    return _checked(
        "headline",
        place,
        agrees=agrees,
        published=derivation.share,
        category=derivation.category,
        share=share,
        percent=share.percent(1),
    )


def _of_category(result: PlanEvaluation, code: str) -> Iterator[Evaluation]:
    """Yield the evaluations of the sections that have the category themselves."""
    for section in result.walk():
        if section.section.category is not None and section.section.category.code == code:
            yield from section.evaluations


def _missed(result: PlanEvaluation, code: str) -> set[str]:
    """Return the titles of the sections of a category that missed a target."""
    return {
        _folded(section.section.title)
        for section in result.walk()
        if any(each.verdict is Verdict.NOT_ACHIEVED for each in section.evaluations)
        and section.section.category is not None
        and section.section.category.code == code
    }


def _is_share(share: Share, published: Quantity) -> bool:
    if not is_ratio(published.unit) or not published.is_point:
        return False
    exact = EXACT.divide(Decimal(100 * share.numerator), Decimal(share.denominator))
    return _rounds_to(exact, published.to("%").value)


def _are_exact(total: Quantity, *figures: Quantity) -> bool:
    """Whether all are single numbers in one unit, so that arithmetic can be checked."""
    return all(
        each.is_point and not each.approximate and each.unit == total.unit
        for each in (total, *figures)
    )


def _rounds_to(exact: Decimal, published: Decimal) -> bool:
    """Whether *published* is *exact*, rounded half up or cut off at its last written place."""
    place = Decimal(1).scaleb(min(0, int(published.as_tuple().exponent)))
    rounded = (exact.quantize(place, how, EXACT) for how in (ROUND_HALF_UP, ROUND_DOWN))
    return published in rounded


def _folded(title: str) -> str:
    return "".join(normalize("NFKC", title).split())


#: Every kind of finding, in the order in which they are told.
_CHECKS: Final[tuple[Callable[[PlanEvaluation], Iterator[Finding]], ...]] = (
    _period_mismatch,
    _name_mismatch,
    _unit_name_mismatch,
    _not_comparable,
    _indicator_not_set,
    _benchmark_lag,
    _direction_assumed,
    _direction_inferred,
    _not_quantified,
    _sums,
    _reductions,
    _headlines,
)
