"""Grades: what a scheme makes of one evaluation, and how: target, rate, rounding, class."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.analysis.scheme import _against
from kpikit.analysis.scheme._terms import (
    ANYWHERE,
    Against,
    Band,
    Measure,
    Position,
    Start,
    Tolerance,
    Variant,
    rounded,
    within,
)
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.explanation import flag_sentences, joined
from kpikit.judging.rates import Formula, Rate, rate_by
from kpikit.language.messages import CATALOGUE, Language, say
from kpikit.model.comparison import align
from kpikit.model.indicator import Source
from kpikit.model.naming import head
from kpikit.model.observation import Status
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["Grade", "grade", "rate_text"]


@final
@attrs.frozen(repr=False)
class Grade(Value):
    """What one body's rule makes of one indicator.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("50", "%")))
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))
    >>> kk.scheme.load("plain-percent").grade(kk.evaluate(usage, seen)).rate_text
    '90%'
    """

    #: The scheme, by its name.
    scheme: str
    #: What was graded: judged against the target that the scheme takes.
    evaluation: Evaluation
    #: The class, or ``None`` where it cannot be graded.
    label: str | None = None
    #: What the body prints: the label, or its mark for what is not graded.
    printed: str = attrs.field(default="", kw_only=True)
    #: Why it is not graded, a code; ``""`` if it is.
    undecided: str = attrs.field(default="", kw_only=True)
    #: The rate by its formula, neither rounded nor capped; ``None`` where the scheme takes none.
    rate: Rate | None = attrs.field(default=None, kw_only=True)
    #: The rate as the body prints it: ``94.2%``, ``100%超``; ``""`` where there is none.
    rate_text: str = attrs.field(default="", kw_only=True)
    #: The share of the period, in %, that the rate was divided by, or ``None``.
    elapsed: Decimal | None = attrs.field(default=None, kw_only=True)
    #: Publisher and title of the scheme, for :meth:`explain`.
    title: str = attrs.field(default="", kw_only=True)
    #: The grades of its parts, where target and actual have several.
    parts: tuple[Grade, ...] = attrs.field(default=(), kw_only=True, converter=to_tuple)
    #: The other rates that the scheme prints beside, each by what it is called.
    beside: tuple[tuple[str, Grade], ...] = attrs.field(
        default=(), kw_only=True, converter=to_tuple
    )

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What was taken as read."""
        return self.evaluation.flags

    def explain(self, lang: Language = "ja") -> str:
        """Say in words which rate led to the class, or why there is none."""
        text = say("grade-by", lang, title=self.title)
        if self.undecided:
            text += say("grade-none", lang, why=self._why(lang))
        else:
            text += say("grade-label", lang, label=self.label, how=self._how(lang))
        rule = self.evaluation.rule
        flags = flag_sentences(self.flags, lang, rule.way if rule is not None else None)
        return joined([text, *flags], lang)

    def _why(self, lang: Language) -> str:
        if self.rate is not None and self.rate.undefined == self.undecided:
            return self.rate.explain(lang)
        code = f"undefined-{self.undecided}"
        return say(code if code in CATALOGUE else "undefined-not-judged", lang)

    def _how(self, lang: Language) -> str:
        if self.rate is None or self.rate.undefined:
            return ""
        text = say("grade-rate", lang, name=self.rate.explain(lang), rate=self.rate_text)
        if self.elapsed is not None:
            text += say("grade-elapsed", lang, share=f"{self.elapsed.normalize():f}")
        return text


# -- how one is made -------------------------------------------------------------------------------

_HUNDRED: Final = Decimal(100)
#: The formulas of a scheme that rates nothing.
_NO_RATE: Final = Measure()
#: Ten digits less than rates are worked out with: 10 over 16.66…67 is 60 %, and not 59.99…99.
_CLEAN: Final = Context(prec=EXACT.prec - 10, Emin=EXACT.Emin, Emax=EXACT.Emax)
_NOT_BEYOND: Final = (Position.SAME, Position.WORSE)
#: What is graded by the straight line to the target.
_PACED: Final = frozenset({Against.LINE, Against.PROJECTION})
#: The formulas that count from a value before the actual, and why there is no rate without one.
_FROM_START: Final = (Formula.PROGRESS, Formula.RATIO, Formula.GROWTH)
_NO_START: Final = {
    Start.BASELINE: Reason.BASELINE_MISSING,
    Start.PREVIOUS: Reason.PREVIOUS_VALUE_MISSING,
}
#: The code for a value to keep, where the scheme has no rate for one.
_KEPT: Final = "kept"


@final
@attrs.frozen
class _Case:
    """What of one evaluation a scheme looks at."""

    evaluation: Evaluation
    name: str
    actual: Quantity
    aim: Quantity
    baseline: Quantity | None
    #: The actual of the year before.
    previous: Quantity | None
    direction: Direction | None
    #: Whether it lies between the two numbers that it is to lie between.
    is_within: bool = False


@final
@attrs.frozen
class _Rated:
    """The rate that the classes look at, in %, or why there is none."""

    rate: Rate | None = None
    text: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    elapsed: Decimal | None = None
    code: str = ""


def grade(scheme: Scheme, evaluation: Evaluation, as_of: date | None) -> Grade:
    """Grade one evaluation by *scheme*."""
    scheme = _varied(scheme, evaluation.indicator.source)
    chosen = _against.against(scheme, evaluation)
    if isinstance(chosen, str):
        return _grade(scheme, evaluation, _Rated(code=chosen))
    nothing = _nothing(chosen)
    if nothing:
        return _grade(scheme, chosen, _Rated(code=nothing))
    case = _case(scheme, chosen)
    if isinstance(case, str):
        return _grade(scheme, chosen, _Rated(code=case))
    rated = _Rated(code=_why_none(chosen)) if case is None else _rated(scheme, case, as_of)
    if scheme.verdicts and (case is None or rated.code == _KEPT):
        label = dict(scheme.verdicts).get(_verdict(chosen))
        return _grade(scheme, chosen, attrs.evolve(rated, code=_reason(chosen)), label)
    return _classed(scheme, chosen, case, rated)


def _nothing(chosen: Evaluation) -> str:
    """Say why there is nothing to grade, ``""`` if there is something."""
    seen = chosen.observation
    if seen is None or seen.missing is not None or chosen.verdict is Verdict.NOT_APPLICABLE:
        return _reason(chosen)
    return Status.FORECAST.value if seen.status is Status.FORECAST else ""


def _varied(scheme: Scheme, source: Source | None) -> Scheme:
    """Return the scheme as it is for what a column of the table says of an indicator."""
    if source is not None:
        for variant in scheme.variants:
            if source.text(variant.heading).strip() in variant.texts:
                return _of_variant(scheme, variant)
    return scheme


@lru_cache(maxsize=64)
def _of_variant(scheme: Scheme, variant: Variant) -> Scheme:
    tolerance = scheme.tolerance if variant.tolerance is None else variant.tolerance
    bands = variant.bands or scheme.bands
    return attrs.evolve(scheme, rate=variant.rate, tolerance=tolerance, bands=bands, variants=())


def _case(scheme: Scheme, evaluation: Evaluation) -> _Case | str | None:
    """Return the numbers of an evaluation, or why there are none that the scheme looks at.

    ``None`` where target or actual is no number.
    """
    seen = evaluation.observation
    if seen is None or seen.quantity is None:
        return None
    actual, (aim, way) = seen.quantity, _against.aim_of(evaluation, seen.quantity)
    is_within = False
    if aim is None and scheme.range_met is not None:
        aim, way, is_within = _against.nearer_end(evaluation, actual)
    if aim is None:
        return None
    if scheme.against in _PACED:
        paced = _against.on_the_line(scheme, evaluation, actual, aim)
        if isinstance(paced, str):
            return paced
        actual, aim = paced
    start, before = evaluation.baseline, evaluation.evidence.previous
    previous = before and before.quantity
    counted = start and start.quantity if scheme.start is Start.BASELINE else previous
    name = evaluation.indicator.name
    return _Case(evaluation, name, actual, aim, counted, previous, way, is_within)


def _rated(scheme: Scheme, case: _Case, as_of: date | None) -> _Rated:
    if scheme.rate == _NO_RATE:
        return _Rated()
    formula, is_kept = _formula(scheme, case)
    if isinstance(formula, str):
        return _Rated(code=formula)
    rate = rate_by(formula, case.actual, case.aim, case.baseline, case.name)
    fixed = _fixed(scheme, case, rate) if rate.undefined or case.is_within else None
    if fixed is not None:
        met = EXACT.divide(fixed, _HUNDRED)
        rate = Rate(rate.name, met, met)
    if rate.undefined:
        return _Rated(rate, code=rate.undefined)
    low = _percent(scheme, rate.lower, scheme.floor)
    single = rate.lower is not None and rate.upper is rate.lower
    high = low if single else _percent(scheme, rate.upper, scheme.cap)
    rated = _Rated(rate, _text(scheme, low, high), _seen(scheme, low), _seen(scheme, high))
    if scheme.against is not Against.ELAPSED or is_kept:
        return rated
    share = _against.elapsed_share(scheme, case.evaluation, as_of)
    if isinstance(share, str):
        return _Rated(rate, rated.text, code=share)
    low, high = _over(rated.low, share), _over(rated.high, share)
    return attrs.evolve(rated, low=low, high=high, elapsed=share)


def _fixed(scheme: Scheme, case: _Case, rate: Rate) -> Decimal | None:
    """Return the rate in % that a scheme gives to what is met, where no formula tells it."""
    if case.is_within:
        return scheme.range_met
    is_zero = rate.undefined == "zero-target" and scheme.zero_met is not None
    return scheme.zero_met if is_zero and _is_met(case) else None


def _is_met(case: _Case) -> bool:
    """Whether an actual certainly meets the number aimed for."""
    if case.direction is None:
        return False
    where = _against.to_value(case.actual, case.aim, case.name, case.direction, Tolerance())
    return Position.WORSE not in where


def _formula(scheme: Scheme, case: _Case) -> tuple[Formula | str, bool]:
    """Return the formula, or why there is none, and whether it is that of a kept value."""
    direction, usual = case.direction, scheme.rate
    if direction is None:
        if scheme.kept is not None or usual.higher is not usual.lower or _is_progress(usual):
            return Reason.DIRECTION_UNKNOWN.value, False
        return _checked(scheme, case, usual.higher), False
    higher = direction is Direction.HIGHER
    formula = usual.higher if higher else usual.lower
    if scheme.kept is None and formula is not Formula.PROGRESS:
        return _checked(scheme, case, _marked(scheme, case, formula)), False
    asked = None
    if case.baseline is not None:
        asked = _against.of_target(case.aim, case.baseline, case.name, direction)
    if scheme.kept is not None and asked in _NOT_BEYOND:
        kept = scheme.kept.higher if higher else scheme.kept.lower
        return (_checked(scheme, case, kept) if kept else _KEPT), True
    chosen = _checked(scheme, case, _marked(scheme, case, formula))
    if chosen is Formula.PROGRESS and asked is Position.WORSE:
        return "not-beyond-baseline", False
    return chosen, False


def _is_progress(measure: Measure) -> bool:
    """Whether a rate is one of progress: of a cut it is, and of a floor in decline it is not."""
    return measure.higher is Formula.PROGRESS


def _marked(scheme: Scheme, case: _Case, formula: Formula | None) -> Formula | None:
    """Return the formula of a marked indicator, where more is better and it is marked."""
    if not scheme.marks or case.direction is not Direction.HIGHER:
        return formula
    names = (case.name.rstrip(), head(case.name))  # with a unit in brackets, and without
    return scheme.marked if any(each.endswith(scheme.marks) for each in names) else formula


def _checked(scheme: Scheme, case: _Case, formula: Formula | None) -> Formula | str:
    """Return the formula, unless its rate would say the opposite of what it is meant to."""
    if formula is None:
        return "no-formula"
    if formula in _FROM_START:
        if case.baseline is not None:
            return _checked_start(case.baseline, formula)
        counts_up = case.direction is Direction.HIGHER
        if not counts_up or scheme.without_baseline in (None, *_FROM_START):
            return _NO_START[scheme.start].value
        return _checked(scheme, case, scheme.without_baseline)
    low = case.actual.lower
    is_negative = case.aim.value < 0 or (formula is Formula.INVERSE and (low is None or low < 0))
    return "negative-value" if is_negative else formula


def _checked_start(start: Quantity, formula: Formula) -> Formula | str:
    """Return a formula that counts from a start, unless it is a share of less than nothing."""
    low = start.lower
    is_negative = formula is not Formula.PROGRESS and (low is None or low < 0)
    return "negative-value" if is_negative else formula


def _percent(scheme: Scheme, end: Decimal | None, furthest: Decimal | None) -> Decimal | None:
    """Return one end of a rate in %, kept within floor and cap; *furthest* if it has no end."""
    if end is None:
        return furthest
    return within(EXACT.multiply(end, _HUNDRED), scheme.floor, scheme.cap)


def _seen(scheme: Scheme, end: Decimal | None) -> Decimal | None:
    """Return one end of a rate as the classes look at it."""
    if end is None or scheme.rounding is None or scheme.rounding.exact_classes:
        return end
    return rounded(end, scheme.rounding)


def _text(scheme: Scheme, low: Decimal | None, high: Decimal | None) -> str:
    """Write a rate in %, or the two ends of one that is an interval, if they print differently."""
    ends = dict.fromkeys("" if end is None else _printed(scheme, end) for end in (low, high))
    return "~".join(ends)


def rate_text(scheme: Scheme, percent: Decimal) -> str:
    """Write a rate in % as the body prints it, kept within its ends."""
    return _printed(scheme, within(percent, scheme.floor, scheme.cap))


def _printed(scheme: Scheme, percent: Decimal) -> str:
    """Write a rate in % as the body prints it."""
    if scheme.above_hundred and percent > _HUNDRED:
        return scheme.above_hundred
    if scheme.below_zero and percent < 0:
        return scheme.below_zero
    shown = rounded(percent, scheme.rounding) if scheme.rounding else EXACT.normalize(percent)
    return f"{abs(shown) if shown == 0 else shown:f}%"


def _over(end: Decimal | None, share: Decimal) -> Decimal | None:
    """Divide a rate by the elapsed share; both may be cut off, which shall not miss a limit."""
    if end is None:
        return None
    return _CLEAN.plus(EXACT.divide(EXACT.multiply(end, _HUNDRED), share))


def _verdict(chosen: Evaluation) -> Verdict:
    """Return the verdict as of today: a body that grades before the date judges what it has."""
    if chosen.verdict is not Verdict.NOT_DUE or chosen.rule is None:
        return chosen.verdict
    return chosen.rule.judge(chosen.evidence).verdict


def _classed(scheme: Scheme, chosen: Evaluation, case: _Case | None, rated: _Rated) -> Grade:
    if not scheme.bands:
        return _grade(scheme, chosen, rated, None if rated.code else rated.text)
    bands = _possible(scheme, chosen, case, rated)
    labels = {band.label for band in bands}
    if len(labels) == 1:
        return _grade(scheme, chosen, rated, labels.pop())
    return _grade(scheme, chosen, attrs.evolve(rated, code=rated.code or _open(case, bands)))


def _possible(scheme: Scheme, chosen: Evaluation, case: _Case | None, rated: _Rated) -> list[Band]:
    """Return the classes that it may fall into."""
    bands = [band for band in scheme.bands if band.meets(rated.low, rated.high)]
    if scheme.looks_at_target:
        where = _to_target(scheme, chosen, case)
        bands = [band for band in bands if band.target & where]
    if scheme.looks_at_baseline:
        where = _to_start(case, case and case.baseline, scheme.tolerance)
        bands = [band for band in bands if band.baseline & where]
    if scheme.looks_at_previous:
        where = _to_start(case, case and case.previous, scheme.previous_tolerance)
        bands = [band for band in bands if band.previous & where]
    return bands


def _to_target(scheme: Scheme, chosen: Evaluation, case: _Case | None) -> frozenset[Position]:
    """Say how the actual may stand to the target: as its verdict says, and as the numbers do.

    The verdict knows of no tolerance, and is on the target and not on the way to it.
    """
    tolerance = scheme.target_tolerance
    is_exact = not (tolerance.better or tolerance.worse) and scheme.against not in _PACED
    told = _against.by_verdict(_verdict(chosen)) if is_exact else ANYWHERE
    if case is None or case.direction is None:
        return told
    rule = chosen.rule
    strict = rule is not None and rule.is_strict
    return told & _against.to_target(
        case.actual, case.aim, case.name, case.direction, tolerance, strict=strict
    )


def _to_start(
    case: _Case | None, start: Quantity | None, tolerance: Tolerance
) -> frozenset[Position]:
    """Say how the actual may stand to the value at the start, or to that of the year before."""
    if case is None or case.direction is None or start is None:
        return ANYWHERE
    return _against.to_value(case.actual, start, case.name, case.direction, tolerance)


def _open(case: _Case | None, bands: list[Band]) -> str:
    """Say why more than one class is possible, where nothing else has said so."""
    if case is None or case.direction is None:
        return Reason.DIRECTION_UNKNOWN.value
    pair = align(case.actual, case.aim, case.name)
    if isinstance(pair, Reason):
        return pair.value
    if len({band.previous for band in bands}) > 1 and case.previous is None:
        return Reason.PREVIOUS_VALUE_MISSING.value
    if len({band.baseline for band in bands}) > 1:
        if case.baseline is None:
            return Reason.BASELINE_MISSING.value
        start = align(case.actual, case.baseline, case.name)
        if isinstance(start, Reason) or not case.baseline.is_point:
            return Reason.BASELINE_UNUSABLE.value
    return Reason.INTERVAL_STRADDLES.value


def _reason(evaluation: Evaluation) -> str:
    return evaluation.reason.value if evaluation.reason else "not-a-number"


def _why_none(evaluation: Evaluation) -> str:
    """Say why there is no rate: the reason of what is undecided, or that it is no number."""
    open_ = evaluation.verdict is Verdict.INDETERMINATE
    return _reason(evaluation) if open_ else "not-a-number"


def _grade(scheme: Scheme, chosen: Evaluation, rated: _Rated, label: str | None = None) -> Grade:
    """Give a label, or say by the code of what is rated why there is none."""
    return Grade(
        scheme.name,
        chosen,
        label,
        printed=scheme.mark(rated.code) if label is None else label,
        undecided=rated.code if label is None else "",
        rate=rated.rate,
        rate_text=rated.text,
        elapsed=rated.elapsed,
        title=scheme.words,
    )
