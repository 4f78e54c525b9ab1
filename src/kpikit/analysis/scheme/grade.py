"""Grades: what a scheme makes of one evaluation, and how: target, rate, rounding, class."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Value
from kpikit.analysis.scheme import _against
from kpikit.analysis.scheme._terms import ANYWHERE, Against, Band, Measure, Position, rounded
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import Formula, Rate, rate_by
from kpikit.language.messages import CATALOGUE, Language, say
from kpikit.model.comparison import align
from kpikit.model.naming import head
from kpikit.model.observation import Status
from kpikit.model.quantity import EXACT, Quantity
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

if TYPE_CHECKING:
    from kpikit.analysis.scheme.definition import Scheme

__all__ = ["Grade", "grade"]


@final
@attrs.frozen(repr=False)
class Grade(Value):
    """What one body's rule makes of one indicator."""

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
        for flag in self.flags:
            text += say("explain-flag", lang, text=say(f"flag-{flag.value}", lang))
        return text

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
#: Ten digits less than rates are worked out with: 10 over 16.66…67 is 60 %, and not 59.99…99.
_CLEAN: Final = Context(prec=EXACT.prec - 10, Emin=EXACT.Emin, Emax=EXACT.Emax)
_NOT_BEYOND: Final = (Position.SAME, Position.WORSE)
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
    direction: Direction | None


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
    chosen = _against.against(scheme, evaluation)
    if isinstance(chosen, str):
        return _grade(scheme, evaluation, _Rated(code=chosen))
    nothing = _nothing(chosen)
    if nothing:
        return _grade(scheme, chosen, _Rated(code=nothing))
    case = _case(chosen)
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


def _case(evaluation: Evaluation) -> _Case | None:
    """Return the numbers of an evaluation, or ``None`` where target or actual is no number."""
    seen, aim, start = evaluation.observation, evaluation.aim, evaluation.baseline
    if seen is None or seen.quantity is None or aim is None:
        return None
    return _Case(
        evaluation,
        evaluation.indicator.name,
        seen.quantity,
        aim,
        start and start.quantity,
        evaluation.rule.way if evaluation.rule is not None else None,
    )


def _rated(scheme: Scheme, case: _Case, as_of: date | None) -> _Rated:
    if scheme.rate == Measure():
        return _Rated()
    formula, is_kept = _formula(scheme, case)
    if isinstance(formula, str):
        return _Rated(code=formula)
    rate = rate_by(formula, case.actual, case.aim, case.baseline, case.name)
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


def _formula(scheme: Scheme, case: _Case) -> tuple[Formula | str, bool]:
    """Return the formula, or why there is none, and whether it is that of a kept value."""
    direction, usual = case.direction, scheme.rate
    if direction is None:
        if scheme.kept is not None or usual.higher is not usual.lower:
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
    if formula is Formula.PROGRESS:
        if case.baseline is not None:
            return formula
        counts_up = case.direction is Direction.HIGHER
        if not counts_up or scheme.without_baseline in (None, Formula.PROGRESS):
            return Reason.BASELINE_MISSING.value
        return _checked(scheme, case, scheme.without_baseline)
    low = case.actual.lower
    is_negative = case.aim.value < 0 or (formula is Formula.INVERSE and (low is None or low < 0))
    return "negative-value" if is_negative else formula


def _percent(scheme: Scheme, end: Decimal | None, furthest: Decimal | None) -> Decimal | None:
    """Return one end of a rate in %, kept within floor and cap; *furthest* if it has no end."""
    if end is None:
        return furthest
    percent = EXACT.multiply(end, _HUNDRED)
    if scheme.floor is not None and percent < scheme.floor:
        return scheme.floor
    return scheme.cap if scheme.cap is not None and percent > scheme.cap else percent


def _seen(scheme: Scheme, end: Decimal | None) -> Decimal | None:
    """Return one end of a rate as the classes look at it."""
    if end is None or scheme.rounding is None or scheme.rounding.exact_classes:
        return end
    return rounded(end, scheme.rounding)


def _text(scheme: Scheme, low: Decimal | None, high: Decimal | None) -> str:
    """Write a rate in %, or the two ends of one that is an interval, if they print differently."""
    ends = dict.fromkeys("" if end is None else _printed(scheme, end) for end in (low, high))
    return "~".join(ends)


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
        where = _to_target(chosen, case)
        bands = [band for band in bands if band.target & where]
    if scheme.looks_at_baseline:
        where = _to_baseline(scheme, case)
        bands = [band for band in bands if band.baseline & where]
    return bands


def _to_target(chosen: Evaluation, case: _Case | None) -> frozenset[Position]:
    """Say how the actual may stand to the target: as its verdict says, and as the numbers do."""
    told = _against.by_verdict(_verdict(chosen))
    if case is None or case.direction is None:
        return told
    rule = chosen.rule
    strict = rule is not None and rule.is_strict
    return told & _against.to_target(
        case.actual, case.aim, case.name, case.direction, strict=strict
    )


def _to_baseline(scheme: Scheme, case: _Case | None) -> frozenset[Position]:
    if case is None or case.direction is None or case.baseline is None:
        return ANYWHERE
    return _against.to_baseline(
        case.actual, case.baseline, case.name, case.direction, scheme.tolerance
    )


def _open(case: _Case | None, bands: list[Band]) -> str:
    """Say why more than one class is possible, where nothing else has said so."""
    if case is None or case.direction is None:
        return Reason.DIRECTION_UNKNOWN.value
    pair = align(case.actual, case.aim, case.name)
    if isinstance(pair, Reason):
        return pair.value
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
