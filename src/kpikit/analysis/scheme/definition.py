"""A scheme: one body's rule for rates and classes, as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final, final

import attrs

from kpikit._value import Value, is_several, several
from kpikit.analysis.scheme._partition import UNBOUNDED, Rates, check_partition
from kpikit.analysis.scheme._terms import (
    ANYWHERE,
    FIELDS,
    Against,
    Band,
    Beside,
    How,
    Known,
    Measure,
    RollUp,
    Rounding,
    Start,
    Tolerance,
    Variant,
    numbered,
    optional_decimal,
    pairs_of,
    rounded,
)
from kpikit.analysis.scheme.grade import Grade
from kpikit.analysis.scheme.parts import graded
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import Formula
from kpikit.judging.result import PlanEvaluation
from kpikit.language.errors import InvalidSchemeError
from kpikit.language.messages import CATALOGUE, say
from kpikit.language.pattern import pattern
from kpikit.model._given import check_given
from kpikit.model.verdict import Reason, Verdict

__all__ = ["Scheme"]

_ZERO: Final = Decimal(0)
_HUNDRED: Final = Decimal(100)
#: What looks at how much of the period has passed.
_OVER_TIME: Final = (Against.ELAPSED, Against.LINE, Against.PROJECTION)
_WHY: Final = "undefined-"
#: The codes for which an indicator may be left without a class, and the one for all of them.
_CODES: Final = frozenset(
    {
        "other",
        *(reason.value for reason in Reason),
        *(code.removeprefix(_WHY) for code in CATALOGUE if code.startswith(_WHY)),
    }
)
_NAME: Final = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _shares(given: Any) -> tuple[tuple[int, Decimal], ...]:
    shares = numbered(given)
    return tuple(sorted(shares)) if is_several(shares) else shares


def _a_name(_instance: object, _attribute: object, value: str) -> None:
    if not _NAME.fullmatch(value):
        raise InvalidSchemeError.told("scheme-name", value=value)


def _told(_instance: object, attribute: attrs.Attribute[Any], value: str) -> None:
    if not value.strip():
        raise InvalidSchemeError.told("scheme-untold", name=attribute.name)


def _parted(_instance: object, _attribute: object, value: RollUp | None) -> None:
    if value is not None and value.bands:
        check_partition(value.bands, Rates())
    elif value is not None and value.by is How.MET:
        raise InvalidSchemeError.told("scheme-met")


def _consistent(scheme: Scheme, _attribute: object, _value: object) -> None:
    """Check what several fields say together; runs at the last of them."""
    if scheme.floor is not None and scheme.cap is not None and scheme.floor >= scheme.cap:
        raise InvalidSchemeError.told("scheme-floor", floor=scheme.floor, cap=scheme.cap)
    if scheme.elapsed and scheme.against not in _OVER_TIME:
        raise InvalidSchemeError.told("scheme-elapsed")
    for year, share in scheme.elapsed:
        if not 0 < share <= _HUNDRED:
            raise InvalidSchemeError.told("scheme-share", year=year, share=share)
    if bool(scheme.marks) is not bool(scheme.marked):
        raise InvalidSchemeError.told("scheme-marks")
    unknown = [code for code, _ in scheme.ungraded if code not in _CODES]
    if unknown:
        raise InvalidSchemeError.told("scheme-ungraded", code=unknown[0])
    has_rate = scheme.rate != Measure()
    _have_formulas(scheme)
    if scheme.bands:
        check_partition(scheme.bands, _rates(scheme))
    elif not has_rate and not scheme.verdicts:
        raise InvalidSchemeError.told("scheme-empty")


def _have_formulas(scheme: Scheme) -> None:
    """Check that no classes look at a rate where there is none, those of variants neither."""
    for rate, bands in (
        (scheme.rate, scheme.bands),
        *((each.rate, each.bands) for each in scheme.variants),
    ):
        if rate == Measure() and any(band.is_limited for band in bands):
            raise InvalidSchemeError.told("scheme-no-formula")
    for each in scheme.variants:
        if each.bands:
            check_partition(each.bands, _rates(scheme))


def _rates(scheme: Scheme) -> Rates:
    """Return which rates can occur; one divided by an elapsed share keeps only its sign."""
    floor = -UNBOUNDED if scheme.floor is None else scheme.floor
    cap = UNBOUNDED if scheme.cap is None else scheme.cap
    if scheme.against is Against.ELAPSED:
        return Rates(_ZERO if floor >= 0 else -UNBOUNDED, _ZERO if cap <= 0 else UNBOUNDED)
    rounding = scheme.rounding
    if rounding is None or rounding.exact_classes:
        return Rates(floor, cap)
    floor, cap = (end if end.is_infinite() else rounded(end, rounding) for end in (floor, cap))
    return Rates(floor, cap, Decimal(1).scaleb(-rounding.places))


@final
@attrs.frozen(repr=False, field_transformer=FIELDS)
class Scheme(Value):
    """One body's rule: which rate, against which target, how rounded, and its classes.

    Raises:
        InvalidSchemeError: The classes leave a gap or overlap, or the fields contradict one
            another.

    >>> mine = Scheme(
    ...     "mine",
    ...     version="R6",
    ...     title="事務事業評価",
    ...     publisher="ある市",
    ...     document="評価要領",
    ...     rate=Measure(Formula.ACHIEVEMENT, Formula.MIRRORED),
    ...     bands=[Band("A", at_least=100), Band("B", below=100)],
    ... )
    >>> [band.label for band in mine.bands]
    ['A', 'B']
    """

    #: Its name in files and in code.
    name: str = attrs.field(validator=_a_name)
    #: Which edition of the rule it is.
    version: str = attrs.field(kw_only=True, validator=_told)
    #: What it is called.
    title: str = attrs.field(kw_only=True, validator=_told)
    #: Who grades by it.
    publisher: str = attrs.field(kw_only=True, validator=_told)
    #: The document that has the rule, or the grades.
    document: str = attrs.field(kw_only=True, validator=_told)
    #: What was read of it, in words.
    source: str = attrs.field(default="", kw_only=True)
    #: How firmly it is known.
    known: Known = attrs.field(default=Known.TEXT, kw_only=True)
    #: How gaps and overlaps of the published text were resolved, and what was left out.
    notes: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=several)
    #: Labels that the body gives by hand, for what figures do not tell.
    by_hand: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=several)
    #: The formulas.
    rate: Measure = attrs.field(default=Measure(), kw_only=True)
    #: The formulas where the target is not beyond the baseline; ``None``: no other ones.
    kept: Measure | None = attrs.field(default=None, kw_only=True)
    #: The formula in place of progress where there is no baseline and more is better.
    without_baseline: Formula | None = attrs.field(default=None, kw_only=True)
    #: What marks an indicator, at the end of its name, that is rated by *marked*.
    marks: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=several)
    #: The formula of a marked indicator where more is better.
    marked: Formula | None = attrs.field(default=None, kw_only=True)
    #: Which target it is rated against.
    against: Against = attrs.field(default=Against.FINAL, kw_only=True)
    #: Fiscal year → elapsed share in %; empty: by the straight line between the periods.
    elapsed: tuple[tuple[int, Decimal], ...] = attrs.field(
        default=(), kw_only=True, converter=_shares
    )
    #: The lowest rate in %.
    floor: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: The highest rate in %.
    cap: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: How the rate is rounded; ``None``: not at all.
    rounding: Rounding | None = attrs.field(default=None, kw_only=True)
    #: What is printed for a rate above 100 %; ``""``: the rate.
    above_hundred: str = attrs.field(default="", kw_only=True)
    #: What is printed for a rate below 0 %; ``""``: the rate.
    below_zero: str = attrs.field(default="", kw_only=True)
    #: The rate in % of a target of zero that is met; ``None``: there is none.
    zero_met: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: The rate in % of a value between two numbers that it is to lie between, and of one below or
    #: above them the rate against the nearer one; ``None``: there is none.
    range_met: Decimal | None = attrs.field(default=None, kw_only=True, converter=optional_decimal)
    #: What rates and classes count from: the value at the start, or the actual of the year before.
    start: Start = attrs.field(default=Start.BASELINE, kw_only=True)
    #: Other rates by what a column of the table says; the first that fits counts.
    variants: tuple[Variant, ...] = attrs.field(default=(), kw_only=True, converter=several)
    #: What counts as the same as the baseline.
    tolerance: Tolerance = attrs.field(default=Tolerance(), kw_only=True)
    #: What counts as the same as the target.
    target_tolerance: Tolerance = attrs.field(default=Tolerance(), kw_only=True)
    #: What counts as the same as the actual of the year before.
    previous_tolerance: Tolerance = attrs.field(default=Tolerance(), kw_only=True)
    #: How the grades of several indicators become one; ``None``: they do not.
    roll_up: RollUp | None = attrs.field(default=None, kw_only=True, validator=_parted)
    #: How the grades of the parts of one indicator (①②, 男性・女性) become its own; ``None``: only
    #: where all parts have the same.
    parts: RollUp | None = attrs.field(default=None, kw_only=True, validator=_parted)
    #: Other rates that are printed beside: 単年, 全体.
    beside: tuple[Beside, ...] = attrs.field(default=(), kw_only=True, converter=several)
    #: Labels for the verdicts of targets that have no rate: words, a value to keep.
    verdicts: tuple[tuple[Verdict, str], ...] = attrs.field(
        default=(), kw_only=True, converter=pairs_of
    )
    #: What is printed for what is not graded, by code; the code ``other`` stands for the rest.
    ungraded: tuple[tuple[str, str], ...] = attrs.field(
        default=(), kw_only=True, converter=pairs_of
    )
    #: The classes, from the best; without any, the rate itself is the grade.
    bands: tuple[Band, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=several,
        validator=_consistent,
        metadata={"member": "classes"},  # which Python has another word for
    )

    @property
    def looks_at_target(self) -> bool:
        """Whether a class looks at how the actual stands to the target."""
        return any(band.target != ANYWHERE for band in self.bands)

    @property
    def looks_at_baseline(self) -> bool:
        """Whether a class looks at how the actual stands to the baseline."""
        return any(band.baseline != ANYWHERE for band in self.bands)

    @property
    def looks_at_previous(self) -> bool:
        """Whether a class looks at how the actual stands to that of the year before."""
        return any(band.previous != ANYWHERE for band in self.bands)

    @property
    def words(self) -> str:
        """Publisher and title, for sentences."""
        return f"{self.publisher}「{self.title}」"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its classes, from the best, each once."""
        return tuple(dict.fromkeys(band.label for band in self.bands))

    def mark(self, code: str) -> str:
        """Return what is printed for what is not graded for the reason of that code."""
        marks = dict(self.ungraded)
        return marks.get(code, marks.get("other", say("verdict-indeterminate", "ja")))

    def grade(self, evaluation: Evaluation, as_of: date | None = None) -> Grade:
        """Grade one evaluation.

        Args:
            evaluation: The evaluation; of several targets the scheme takes its own.
            as_of: The day of grading, which tells the elapsed share; by default the day of
                judging.
        """
        check_given("Scheme.grade", evaluation, "Evaluation (kpikit.evaluate(…))", Evaluation)
        return graded(self, evaluation, as_of)

    def grade_plan(self, plan: PlanEvaluation, as_of: date | None = None) -> tuple[Grade, ...]:
        """Grade every indicator of a plan, in source order."""
        wanted = "PlanEvaluation (kpikit.evaluate(plan))"
        check_given("Scheme.grade_plan", plan, wanted, PlanEvaluation)
        day = as_of or plan.as_of
        return tuple(graded(self, evaluation, day) for evaluation in plan.all())
