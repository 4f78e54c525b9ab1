"""Where an indicator stands by now, beside where the straight line asks it to be."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import unique
from fractions import Fraction
from typing import final

import attrs

from kpikit._value import Code, Value
from kpikit.analysis.trend.path import Path, decimal
from kpikit.analysis.trend.series import instants
from kpikit.analysis.trend.undefined import Gap, Undefined
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.wording import observation_words, period_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.model.evidence import Judgement
from kpikit.model.indicator import Target
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = ["Pace", "Standing", "on_track"]


@unique
class Pace(Code):
    """Whether an indicator keeps up with the straight line to its target."""

    #: 順調: every value that the actual may stand for is on the line or beyond.
    ON_TRACK = "on_track"
    #: 遅れ: none is.
    BEHIND = "behind"
    #: 判定不能: it cannot be told, and the reason says why.
    INDETERMINATE = "indeterminate"


#: How the number of a rule is rounded so that it asks for no less.
_HARDER = {Direction.HIGHER: ROUND_CEILING, Direction.LOWER: ROUND_FLOOR, None: ROUND_HALF_UP}
_PACES = {Verdict.ACHIEVED: Pace.ON_TRACK, Verdict.NOT_ACHIEVED: Pace.BEHIND}


@final
@attrs.frozen(repr=False)
class Standing(Value):
    """The pace of one indicator at a time, and what it was told by."""

    #: The pace.
    pace: Pace
    #: Why it is indeterminate, else ``None``.
    reason: Reason | Gap | None
    #: The time, or ``None`` where it is not known.
    when: Period | None
    #: What the line asks for at that time, as a rule; ``None`` where there is no line.
    rule: Rule | None
    #: The actual.
    observation: Observation | None
    #: What was taken as read.
    flags: tuple[Flag, ...] = ()

    @property
    def expected(self) -> Quantity | None:
        """The value on the line, or the part of a change that should be done; ``None`` if none."""
        return self.rule.number if self.rule is not None else None

    def explain(self, lang: Language = "ja") -> str:
        """Say in words how it stands."""
        if self.rule is None or self.when is None:
            return say("pace-no-line", lang, text=_reason_words(self.reason, "", "", lang))
        asked = rule_words(_shown(self.rule, self.observation), lang)
        told = observation_words(self.observation, lang)
        text = say(
            f"pace-{self.pace.value}",
            lang,
            period=period_words(self.when, lang),
            rule=asked,
            actual=told,
            text=_reason_words(self.reason, asked, told, lang),
        )
        flags = (say(f"flag-{flag.value}", lang) for flag in self.flags)
        return "".join([text, *(say("explain-flag", lang, text=flag) for flag in flags)])


def on_track(
    evaluation: Evaluation,
    *,
    at: Period | None = None,
    since: Period | None = None,
    until: Period | None = None,
) -> Standing:
    """Tell whether an indicator keeps up with the straight line to the target that was judged.

    The line runs from the baseline, at the end of its period, to the number of the target, at
    the end of its own. What it asks for by now is judged as the target itself is, so that at
    the target's date the two agree.

    Args:
        evaluation: What :func:`kpikit.evaluate` returned; with ``final=True`` it has the last
            target, else the next one.
        at: The time that the line is looked up at; by default that of the actual.
        since: The period of the baseline, where the table does not say.
        until: The period of the target, where the table does not say.

    >>> import kpikit as kk
    >>> usage = kk.Indicator(
    ...     "利用率",
    ...     baseline=kk.Observation(kk.FiscalYear(2019), kk.Quantity("48", "%")),
    ...     target=kk.Target(kk.AtLeast(kk.Quantity("55", "%")), kk.FiscalYear(2026)),
    ...     observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("53", "%"))],
    ... )
    >>> on_track(kk.evaluate(usage)).explain("en")
    'The actual 53% keeps up with the straight line, which asks by FY2023 for at least 52%.'
    """
    seen = evaluation.observation
    when = at or (seen and (seen.period or seen.column))
    asked = Gap.ACTUAL_UNDATED if when is None else _asked(evaluation, when, since, until)
    if isinstance(asked, Gap):
        return Standing(Pace.INDETERMINATE, asked, when, None, seen)
    judgement = asked.judge(evaluation.evidence)
    reason = _reason(asked, judgement)
    pace = Pace.INDETERMINATE if reason else _PACES[judgement.verdict]
    known = (flag for flag in evaluation.flags if flag is not Flag.EARLY)
    flags = tuple(dict.fromkeys([*known, *judgement.flags]))
    return Standing(pace, reason, when, asked, seen, flags)


def _asked(
    evaluation: Evaluation, when: Period, since: Period | None, until: Period | None
) -> Rule | Gap:
    """Return what the line asks for at a time, as a rule of the target's own kind."""
    target, rule = evaluation.target, evaluation.rule
    if target is None or rule is None:
        return Gap.NO_SINGLE_TARGET
    goal = Target(rule, target.period or until)
    by = rule.number
    if by is not None and rule.sense is not Change.LEVEL:
        start = evaluation.baseline
        share = _share((start and (start.period or start.column)) or since, goal.period, when)
        if isinstance(share, Gap):
            return share
        part = by.value if share == 1 else decimal(Fraction(by.value) * share)
        return rule.with_number(attrs.evolve(by, lower=part, upper=part))
    path = Path.of(evaluation.indicator, goal, since=since)
    if isinstance(path, Undefined):
        return path.reason
    expected = path.at(when)
    return expected.reason if isinstance(expected, Undefined) else rule.on_the_way(expected)


def _share(since: Period | None, until: Period | None, when: Period) -> Fraction | Gap:
    """Return which share of the time from the baseline to the target has passed."""
    if since is None:
        return Gap.BASELINE_UNDATED
    if until is None:
        return Gap.TARGET_UNDATED
    first, last, now = instants([since, until, when])
    if last <= first:
        return Gap.NOT_LATER
    return Gap.BEFORE_BASELINE if now < first else min(Fraction(1), (now - first) / (last - first))


def _reason(asked: Rule, judgement: Judgement) -> Reason | None:
    """Return why it cannot be told; a value beside a line of unknown direction tells nothing."""
    beside = judgement.reason in (None, Reason.INTERVAL_STRADDLES)
    if asked.way is None and beside and judgement.verdict is not Verdict.ACHIEVED:
        return Reason.DIRECTION_UNKNOWN
    return judgement.reason


def _reason_words(reason: Reason | Gap | None, asked: str, told: str, lang: Language) -> str:
    if reason is None:
        return ""
    kind = "gap" if isinstance(reason, Gap) else "reason"
    return say(f"{kind}-{reason.value}", lang, rule=asked, actual=told)


def _shown(rule: Rule, seen: Observation | None) -> Rule:
    """Return the rule with its number rounded to one place more than the actual has.

    It is rounded to the harder side, so that the verdict on the number shown is the same.
    """
    places = 1 + _places(seen.quantity if seen else None)
    if rule.number is None:
        return rule
    return rule.with_number(_rounded(rule.number, places, _HARDER[rule.way]))


def _rounded(quantity: Quantity, places: int, rounding: str) -> Quantity:
    """Return a single number with at most so many decimals, approximate if that changed it."""
    if _places(quantity) <= places:
        return quantity
    unit = Decimal(1).scaleb(-places)
    number = quantity.value.quantize(unit, rounding, EXACT)
    return attrs.evolve(quantity, lower=number, upper=number, margin=unit)


def _places(quantity: Quantity | None) -> int:
    """Return how many decimals a quantity is written with."""
    ends = (quantity.lower, quantity.upper) if quantity else ()
    return max((-int(end.as_tuple().exponent) for end in ends if end is not None), default=0)
