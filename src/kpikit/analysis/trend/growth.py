"""Growth-rate methods of statistical offices, by name and version.

Both compare the compound annual growth rate that was observed, (current/base)^(1/years) − 1,
with a threshold, or with the rate that the target requires. They give a value, a score from −5
to 5 and a status. They are offered for comparison with what such offices publish, and have
known defects: see :doc:`/explain/trends`. No verdict of kpikit rests on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import unique
from functools import reduce
from typing import ClassVar, Final, final

import attrs

from kpikit._value import Code, Value
from kpikit.analysis.trend.series import Series, numbers_of
from kpikit.judging.gap import Gap, Undefined
from kpikit.language.errors import InvalidDefinitionError
from kpikit.model._fields import typed
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.verdict import Direction

__all__ = ["Course", "EurostatVariant", "GrowthRate24", "Score", "TrendStatus"]


@unique
class TrendStatus(Code):
    """What the methods call a trend; each uses some of these.

    >>> TrendStatus("moderate_progress")
    TrendStatus.MODERATE_PROGRESS
    """

    #: The current value meets the target.
    TARGET_ACHIEVED = "target_achieved"
    #: Eurostat's: fast enough, or the target is met.
    SIGNIFICANT_PROGRESS = "significant_progress"
    #: Open SDG's: fast enough.
    SUBSTANTIAL_PROGRESS = "substantial_progress"
    #: In the right direction, too slow.
    MODERATE_PROGRESS = "moderate_progress"
    #: Open SDG's: hardly any movement in the right direction.
    LIMITED_PROGRESS = "limited_progress"
    #: Eurostat's, without a target: next to no movement.
    NO_PROGRESS = "no_progress"
    #: Eurostat's: slowly in the wrong direction; with a target, also far too slow.
    MODERATE_DETERIORATION = "moderate_deterioration"
    #: Open SDG's: in the wrong direction.
    DETERIORATION = "deterioration"
    #: Eurostat's: fast in the wrong direction.
    SIGNIFICANT_DETERIORATION = "significant_deterioration"


def _number(given: Decimal | int | str) -> Decimal:
    return Quantity(given).value


def _optional(given: Decimal | int | str | None) -> Decimal | None:
    return None if given is None else _number(given)


def _dated(instance: Course, _attribute: object, target_year: int | None) -> None:
    if (instance.target is None) is not (target_year is None):
        raise InvalidDefinitionError("a target needs its year, and a target year its target")


@final
@attrs.frozen(repr=False, field_transformer=typed(InvalidDefinitionError))
class Course(Value):
    """What a growth-rate method looks at: two values, and where they are to lead.

    All the numbers are in one unit.

    Raises:
        InvalidDefinitionError: There is a target without its year, or a year without its target.

    >>> Course(2015, "14.5", 2023, "10.2", Direction.LOWER, target="7.25", target_year=2030).years
    8
    """

    #: The year of the base value.
    base_year: int
    #: The base value.
    base: Decimal = attrs.field(converter=_number)
    #: The year of the current value.
    current_year: int
    #: The current value.
    current: Decimal = attrs.field(converter=_number)
    #: Which way is better.
    direction: Direction
    #: The target, or ``None``.
    target: Decimal | None = attrs.field(default=None, converter=_optional, kw_only=True)
    #: The year of the target, or ``None`` where there is no target.
    target_year: int | None = attrs.field(default=None, kw_only=True, validator=_dated)
    #: A value that cannot be passed, such as 100 %, or ``None``.
    limit: Decimal | None = attrs.field(default=None, converter=_optional, kw_only=True)

    @classmethod
    def of(
        cls,
        series: Series,
        direction: Direction,
        *,
        base_year: int | None = None,
        target: Decimal | int | str | None = None,
        target_year: int | None = None,
        limit: Decimal | int | str | None = None,
    ) -> Course | Undefined:
        """Take the two values from a series.

        Args:
            series: The series. Target and limit are in the unit of its last value.
            direction: Which way is better.
            base_year: The year to begin with, or the next one with a value; by default the first.
            target: The target, where there is one.
            target_year: Its year.
            limit: A value that cannot be passed.
        """
        ends = _ends(series, base_year)
        if isinstance(ends, Gap):
            return Undefined("growth-rate", ends)
        return cls(*ends, direction, target=target, target_year=target_year, limit=limit)

    @property
    def years(self) -> int:
        """How many years lie between the two values."""
        return self.current_year - self.base_year

    @property
    def is_achieved(self) -> bool:
        """Whether the current value meets the target."""
        if self.target is None:
            return False
        rises = self.direction is Direction.HIGHER
        return self.current >= self.target if rises else self.current <= self.target


@final
@attrs.frozen(repr=False)
class Score(Value):
    """What a growth-rate method says of a course, or of several.

    >>> GrowthRate24().measure(Course(2015, "50", 2023, "50", Direction.HIGHER)).status
    TrendStatus.LIMITED_PROGRESS
    """

    #: The method by its name.
    method: str
    #: Its version.
    version: str
    #: The score, from −5 to 5; 0 is neither good nor bad.
    score: Decimal
    #: What the method calls it.
    status: TrendStatus
    #: The growth rate, or its ratio to the one required; ``None`` where that is not defined, and
    #: for the mean of several.
    value: Decimal | None = None


@final
@attrs.frozen(repr=False)
class GrowthRate24(Value):
    """The growth-rate method of Open SDG, written by Statistics Canada, as of version 2.4.

    Publisher: Open SDG, ``sdg-build`` 2.4.0 (August 2025), ``sdg/ProgressMeasure.py``, and its
    page *Progress measure methodology*. Statistics Canada publishes its results for the Global
    and the Canadian Indicator Framework with it.

    Without a target, the observed rate itself is the value; with one, its ratio to the required
    rate. The thresholds are 1.5 %, 0.5 % and 0 a year (less near a limit), and 0.95, 0.60 and 0.
    A base value or a target of zero is replaced by 0.001, as the publisher does.

    >>> method = GrowthRate24()
    >>> course = Course(
    ...     2015, "14.5", 2023, "10.2", Direction.LOWER, target="7.25", target_year=2030
    ... )
    >>> score = method.measure(course)
    >>> score.status, round(score.value, 5), round(score.score, 5)
    (TrendStatus.SUBSTANTIAL_PROGRESS, Decimal('0.95259'), Decimal('2.51856'))
    """

    #: The name of the method in its results.
    name: ClassVar[str] = "open-sdg-growth-rate"
    #: The version of the method in its results.
    version: ClassVar[str] = "2.4"

    def measure(self, course: Course) -> Score | Undefined:
        """Give the value, the score and the status of *course*, or why there is none."""
        course = _with_target(course)
        value = _progress(course)
        if course.is_achieved:
            known = None if isinstance(value, Gap) else value
            return Score(self.name, self.version, _BEST, TrendStatus.TARGET_ACHIEVED, known)
        if isinstance(value, Gap):
            return Undefined(self.name, value)
        if course.target is None:
            score, status = _scored_by_rate(value, _coefficient(course))
        else:
            score, status = _scored_by_ratio(value)
        return Score(self.name, self.version, score, status, value)

    def combine(self, scores: Iterable[Score | Undefined]) -> Score | Undefined:
        """Give the mean of several scores; those that are undefined are left out.

        It is *target achieved* only if all that are left are. Means of means are what the
        publisher calls groups.
        """
        found = _of_method(self.name, scores)
        if not found:
            return Undefined(self.name, Gap.TOO_FEW_POINTS)
        mean = _mean(found)
        status = _status_of_mean(mean)
        if all(each.status is TrendStatus.TARGET_ACHIEVED for each in found):
            status = TrendStatus.TARGET_ACHIEVED
        return Score(self.name, self.version, mean, status)


@final
@attrs.frozen(repr=False)
class EurostatVariant(Value):
    """Eurostat's growth-rate method, as the Basque statistical office Eustat runs it.

    Publisher: Eustat, ``EUSTAT-DES/data``, which replaces the thresholds and scores of Open
    SDG's program by those of Eurostat's monitoring report *Sustainable development in the
    European Union*. Eustat gives its program no version.

    Without a target the thresholds are 1 % and 0.1 % a year on either side of zero (less near a
    limit); with one, the ratio of the observed to the required rate is above 0.95, above 0.60,
    or not below 0. A target that is met is *significant progress*, and so is a value at its
    limit.

    >>> score = EurostatVariant().measure(Course(2015, "69.9", 2023, "70.3", Direction.HIGHER))
    >>> score.status, round(score.score, 5)
    (TrendStatus.NO_PROGRESS, Decimal('0.17838'))
    """

    #: The name of the method in its results.
    name: ClassVar[str] = "eurostat-growth-rate"
    #: The version of the method in its results: whose reading of it this is.
    version: ClassVar[str] = "eustat"

    def measure(self, course: Course) -> Score | Undefined:
        """Give the value, the score and the status of *course*, or why there is none."""
        course = _with_target(course)
        value = _progress(course)
        if course.is_achieved or (course.target is None and course.current == course.limit):
            known = None if isinstance(value, Gap) else value
            return Score(self.name, self.version, _BEST, TrendStatus.SIGNIFICANT_PROGRESS, known)
        if isinstance(value, Gap):
            return Undefined(self.name, value)
        if course.target is None:
            left = _coefficient(course)
            score, status = _eurostat_rate_score(value, left), _eurostat_rate_status(value, left)
        else:
            score, status = _eurostat_score(value), _status_by_ratio(value)
        return Score(self.name, self.version, score, status, value)

    def combine(self, scores: Iterable[Score | Undefined]) -> Score | Undefined:
        """Give the mean of several scores; those that are undefined are left out.

        A single one stays as it is, with its own status.
        """
        scores = list(scores)
        found = _of_method(self.name, scores)
        if len(scores) == 1:
            return scores[0]
        if not found:
            return Undefined(self.name, Gap.TOO_FEW_POINTS)
        mean = _mean(found)
        status = _status_by_bands(mean, Decimal("2.5"), Decimal("0.25"), Decimal("-0.25"))
        return Score(self.name, self.version, mean, status)


# -- what both share -----------------------------------------------------------------------------

_BEST: Final = Decimal(5)
_WORST: Final = Decimal(-5)
_ONE: Final = Decimal(1)
#: What the publishers put in place of a zero, which no growth can start from or lead to.
_ZERO: Final = Decimal("0.001")
_HIGH: Final = Decimal("0.95")
_MIDDLE: Final = Decimal("0.6")


def _ends(series: Series, base_year: int | None) -> tuple[int, Decimal, int, Decimal] | Gap:
    """Return the base year with its value, and the last year with its own."""
    years = [year for year in series.years if year is not None]
    if len(years) < len(series.points):
        return Gap.NOT_A_YEAR
    if len(set(years)) < len(years):
        return Gap.SEVERAL_VALUES
    numbers = numbers_of(series)
    if isinstance(numbers, Gap):
        return numbers
    usable = [
        (year, number)
        for year, number in zip(years, numbers, strict=True)
        if base_year is None or year >= base_year
    ]
    return (*usable[0], *usable[-1]) if usable else Gap.TOO_FEW_POINTS


def _with_target(course: Course) -> Course:
    """Return the course with the stand-in for a target of zero."""
    return attrs.evolve(course, target=_ZERO) if course.target == 0 else course


def _growth(end: Decimal, start: Decimal, years: int) -> Decimal | Gap:
    """Return the compound annual growth rate."""
    if years < 1:
        return Gap.NOT_LATER
    ratio = EXACT.divide(end, start)
    if ratio < 0:
        return Gap.OPPOSITE_SIGNS
    root = EXACT.power(ratio, EXACT.divide(_ONE, Decimal(years)))
    return EXACT.subtract(root, _ONE)


def _progress(course: Course) -> Decimal | Gap:
    """Return the observed growth in the good direction, over the required one if there is any."""
    base = course.base or _ZERO
    observed = _growth(course.current, base, course.years)
    if isinstance(observed, Gap):
        return observed
    good = (course.direction is Direction.HIGHER) is (base > 0)
    observed = EXACT.plus(observed) if good else EXACT.minus(observed)
    if course.target is None or course.target_year is None:
        return observed
    required = _growth(course.target, base, course.target_year - course.base_year)
    if isinstance(required, Gap):
        return required
    return EXACT.divide(observed, abs(required)) if required else Gap.BASELINE_EQUALS_TARGET


def _of_method(name: str, scores: Iterable[Score | Undefined]) -> list[Score]:
    """Return the scores that are defined.

    Raises:
        InvalidDefinitionError: One is of another method.
    """
    found = [each for each in scores if isinstance(each, Score)]
    others = [each.method for each in found if each.method != name]
    if others:
        raise InvalidDefinitionError(f"a score of {others[0]!r} has no part in a mean of {name!r}")
    return found


def _mean(scores: list[Score]) -> Decimal:
    total = reduce(EXACT.add, (each.score for each in scores), Decimal(0))
    return EXACT.divide(total, Decimal(len(scores)))


def _linear(slope: str, value: Decimal, constant: str) -> Decimal:
    return EXACT.fma(Decimal(slope), value, Decimal(constant))


def _clipped(score: Decimal) -> Decimal:
    return max(_WORST, min(_BEST, score))


#: How fast the thresholds shrink near a limit.
_NEARNESS: Final = Decimal("4.44")


def _coefficient(course: Course) -> Decimal:
    """Return how much of the thresholds is left: 1 far from the limit, 0 at it."""
    if course.limit is None:
        return _ONE
    base, limit = abs(course.base), abs(course.limit)
    if base >= 2 * limit:
        return _ONE
    near = base if base <= limit else EXACT.subtract(2 * limit, base)
    return EXACT.subtract(_ONE, EXACT.power(EXACT.divide(near, limit), _NEARNESS))


# -- Open SDG ------------------------------------------------------------------------------------


def _scored_by_rate(rate: Decimal, coefficient: Decimal) -> tuple[Decimal, TrendStatus]:
    """Return score and status of an annual rate; the thresholds shrink with *coefficient*."""
    if rate < 0:
        return _clipped(_linear("125", rate, "-2.5")), TrendStatus.DETERIORATION
    if not coefficient:
        return _BEST, TrendStatus.SUBSTANTIAL_PROGRESS
    rate = EXACT.divide(rate, coefficient)
    if rate >= Decimal("0.015"):
        return _clipped(_linear("500", rate, "-5")), TrendStatus.SUBSTANTIAL_PROGRESS
    if rate >= Decimal("0.005"):
        return _linear("250", rate, "-1.25"), TrendStatus.MODERATE_PROGRESS
    return _linear("500", rate, "-2.5"), TrendStatus.LIMITED_PROGRESS


def _scored_by_ratio(ratio: Decimal) -> tuple[Decimal, TrendStatus]:
    """Return score and status of the ratio of the observed to the required rate."""
    if ratio < _MIDDLE:
        falling = TrendStatus.DETERIORATION
        status = falling if ratio < 0 else TrendStatus.LIMITED_PROGRESS
        return _clipped(_linear("4.1667", ratio, "-2.5")), status
    fast = TrendStatus.SUBSTANTIAL_PROGRESS
    status = fast if ratio >= _HIGH else TrendStatus.MODERATE_PROGRESS
    return _clipped(_linear("7.1429", ratio, "-4.2857")), status


def _status_of_mean(mean: Decimal) -> TrendStatus:
    if mean >= Decimal("2.5"):
        return TrendStatus.SUBSTANTIAL_PROGRESS
    if mean >= 0:
        return TrendStatus.MODERATE_PROGRESS
    return TrendStatus.LIMITED_PROGRESS if mean >= Decimal("-2.5") else TrendStatus.DETERIORATION


# -- Eurostat ------------------------------------------------------------------------------------


def _eurostat_score(ratio: Decimal) -> Decimal:
    """Return the score of a ratio: two straight pieces that meet at 0.6, and a best and worst."""
    if ratio >= _MIDDLE:
        return _clipped(EXACT.divide(EXACT.subtract(ratio, _MIDDLE), Decimal("0.14")))
    above = EXACT.divide(EXACT.add(ratio, _MIDDLE), Decimal("0.24"))
    return _clipped(EXACT.subtract(above, _BEST))


def _status_by_ratio(ratio: Decimal) -> TrendStatus:
    if ratio > _HIGH:
        return TrendStatus.SIGNIFICANT_PROGRESS
    if ratio > _MIDDLE:
        return TrendStatus.MODERATE_PROGRESS
    slow = TrendStatus.MODERATE_DETERIORATION
    return slow if ratio >= 0 else TrendStatus.SIGNIFICANT_DETERIORATION


def _eurostat_rate_score(rate: Decimal, coefficient: Decimal) -> Decimal:
    """Return the score of an annual rate; near a limit progress counts for more."""
    if not coefficient:
        return _BEST if rate >= Decimal("-0.02") else _WORST
    return _clipped(_linear("250", EXACT.divide(rate, coefficient) if rate > 0 else rate, "0"))


def _eurostat_rate_status(rate: Decimal, coefficient: Decimal) -> TrendStatus:
    """Return the status of an annual rate; near a limit all thresholds but −0.1 % shrink."""
    outer, inner = (EXACT.multiply(Decimal(each), coefficient) for each in ("0.01", "0.001"))
    return _status_by_bands(rate, outer, inner, Decimal("-0.001"))


def _status_by_bands(number: Decimal, outer: Decimal, inner: Decimal, low: Decimal) -> TrendStatus:
    """Return the status of a rate or a score, by the upper thresholds and the lower one."""
    if number > outer:
        return TrendStatus.SIGNIFICANT_PROGRESS
    if number > inner:
        return TrendStatus.MODERATE_PROGRESS
    if number >= low:
        return TrendStatus.NO_PROGRESS
    slow = TrendStatus.MODERATE_DETERIORATION
    return slow if number >= -outer else TrendStatus.SIGNIFICANT_DETERIORATION
