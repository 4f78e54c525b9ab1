"""Where an indicator stands before its date: beside the straight line to its target.

The line runs from the value at the start, at the end of its period, to the number of the
target, at the end of its own. The value is held against what the line asks for at the value's
*own* time. It is behind where it is worse, and on track where it is not; at the target's date
the target itself is asked for, so that standing and verdict agree.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import unique
from fractions import Fraction
from functools import cached_property
from typing import Final, NamedTuple, final

import attrs

from kpikit._value import Code, Value
from kpikit.judging.gap import Gap
from kpikit.judging.path import between, number_in, one_of, share_of_time, start_of
from kpikit.judging.rates import remaining_gap
from kpikit.judging.wording import observation_words, period_words, quantity_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, Target
from kpikit.model.judgement import Judgement, PartJudgement
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.rule.base import part_of
from kpikit.model.series import given_start
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = ["Pace", "Standing", "StandingMethod", "standing_of"]


@unique
class Pace(Code):
    """Whether an indicator keeps up with the line to its target.

    >>> Pace("on_track")
    Pace.ON_TRACK
    """

    #: 順調: every value that the actual may stand for is on the line or beyond.
    ON_TRACK = "on_track"
    #: 遅れ: every one is worse.
    BEHIND = "behind"
    #: 不明: it cannot be told, and the reason says why.
    UNKNOWN = "unknown"


@unique
class StandingMethod(Code):
    """By which line it is told."""

    #: The straight line from the value at the start to the last day of the target's period.
    STRAIGHT_LINE = "straight-line"


#: How the number of a rule is rounded so that it asks for no less.
_HARDER: Final = {Direction.HIGHER: ROUND_CEILING, Direction.LOWER: ROUND_FLOOR}
_PACES: Final = {Verdict.ACHIEVED: Pace.ON_TRACK, Verdict.NOT_ACHIEVED: Pace.BEHIND}


@final
@attrs.frozen(repr=False)
class Standing(Value):
    """The pace of one indicator at a time, and what it was told by."""

    #: The pace.
    pace: Pace
    #: Why it is unknown, else ``None``.
    reason: Reason | Gap | None
    #: The time of the value, or ``None`` where it is not known.
    when: Period | None
    #: What the line asks for at that time, as a rule; ``None`` where there is no line.
    rule: Rule | None
    #: The actual.
    observation: Observation | None
    #: What was taken as read.
    flags: tuple[Flag, ...] = ()
    #: What the rule was compared with, where it is not in the rule: the value at the start.
    reference: Quantity | None = None
    #: The name of the indicator, which may state what a value leaves out.
    name: str = ""
    #: By which line it was told.
    method: StandingMethod = StandingMethod.STRAIGHT_LINE

    @property
    def expected(self) -> Quantity | None:
        """The value on the line at that time; ``None`` if there is none.

        Of a target to increase or to reduce it is the value that is left, where the actual is a
        value; else the part of the change that should be done.
        """
        return self._expected

    @cached_property
    def _expected(self) -> Quantity | None:
        if self.rule is None:
            return None
        actual = self.observation.quantity if self.observation is not None else None
        zone = actual and self.rule.zone(self.reference, actual, self.name)
        return _end(zone) if zone is not None else self.rule.number

    @property
    def gap(self) -> Quantity | None:
        """The value expected less the actual, in units; ``None`` if either is not known.

        It is positive where the actual is below, whichever way is better; that of two % is in
        ポイント. See :func:`kpikit.judging.rates.remaining_gap`.
        """
        return self._gap

    @cached_property
    def _gap(self) -> Quantity | None:
        expected, seen = self.expected, self.observation
        if expected is None or seen is None or seen.quantity is None:
            return None
        gap = remaining_gap(seen.quantity, expected, self.name)
        return None if isinstance(gap, Reason) else gap

    def gap_words(self, lang: Language = "ja") -> str:
        """Say how far the actual is off, to one place more than it has; ``""`` if it is not.

        >>> from kpikit.model.rule import AtLeast
        >>> seen = Observation(None, Quantity("51", "%"))
        >>> asked = AtLeast(Quantity("52", "%"))
        >>> print(Standing(Pace.BEHIND, None, None, asked, seen).gap_words("en"))
        It is 1ポイント below that.
        """
        gap = self.gap
        if self.pace is Pace.UNKNOWN or gap is None or not gap.is_point or gap.value == 0:
            return ""
        number = abs(gap.value).normalize(EXACT)
        size = attrs.evolve(one_of(gap, number), change=Change.LEVEL)
        places = 1 + _places(self.observation and self.observation.quantity)
        words = quantity_words(_rounded(size, places, ROUND_HALF_UP), lang)
        return say("pace-gap-below" if gap.value > 0 else "pace-gap-above", lang, gap=words)

    def explain(self, lang: Language = "ja", *, known: Collection[Flag] = ()) -> str:
        """Say in words how it stands, with what was taken as read beside what is *known*."""
        if self.rule is None or self.when is None:
            return say("pace-no-line", lang, text=_reason_words(self.reason, "", "", lang))
        asked = rule_words(_shown(self.rule, self.observation), lang)
        told, by = observation_words(self.observation, lang), period_words(self.when, lang)
        text = say(
            f"pace-{self.pace.value}",
            lang,
            period=by,
            rule=asked,
            actual=told,
            text=_reason_words(self.reason, f"{asked} [{by}]", told, lang),
        )
        flags = (say(f"flag-{flag.value}", lang) for flag in self.flags if flag not in known)
        return "".join([text, *(say("explain-flag", lang, text=flag) for flag in flags)])


class _Line(NamedTuple):
    """How much of the way a line asks for by now, and of what."""

    name: str
    share: Fraction | Gap

    def asks(self, rule: Rule, start: Quantity | None) -> Rule | Gap:
        """Return what it asks for by then, as a rule of the target's own kind."""
        whole, begun, share = rule.whole, rule.begun(start), self.share
        asked = rule.kept if whole is None else rule
        if asked is None:
            return Gap.NO_SINGLE_TARGET
        if begun is None:
            return Gap.BASELINE_MISSING
        if isinstance(share, Gap):
            return share
        if share == 1 or whole is None:
            return asked if whole is None and share < 1 else rule
        number = number_in(begun, whole, self.name)
        if isinstance(number, Gap):
            return number
        return rule.on_the_way(one_of(whole, between(number, whole.value, share)))


def _share(since: Period | None, until: Period | None, when: Period | None) -> Fraction | Gap:
    """Return which share of the way is asked for by *when*, or why there is no way."""
    if when is None:
        return Gap.ACTUAL_UNDATED
    if since is None:
        return Gap.BASELINE_UNDATED
    return Gap.TARGET_UNDATED if until is None else share_of_time(since, until, when)


def standing_of(
    judgement: Judgement,
    target: Target | None,
    evidence: Evidence,
    *,
    indicator: Indicator | None = None,
    since: Period | None = None,
    until: Period | None = None,
    at: Period | None = None,
) -> Standing:
    """Tell how the value of *evidence* stands beside the line to *target*.

    Args:
        judgement: What the rule of the target answered.
        target: The target that was judged.
        evidence: What it was judged against.
        indicator: What has the value at the start, where the evidence has none.
        since: The period of the value at the start, where the table does not say.
        until: The period of the target, where the table does not say.
        at: The time that the line is looked up at; by default that of the actual.
    """
    seen, name = evidence.observation, evidence.name
    flags = judgement.flags
    first = start_of(indicator) if indicator and not given_start(evidence.baseline) else None
    if first is not None:
        evidence = attrs.evolve(evidence, baseline=first)
        flags += (Flag.START_FROM_FIRST_VALUE,)
    when = at or _time(seen)
    until = (target and target.period) or until
    line = _Line(name, _share(_time(evidence.baseline) or since, until, when))
    asked = _asked(judgement, target, evidence, line)
    if isinstance(asked, Gap):
        return Standing(Pace.UNKNOWN, asked, when, None, seen, name=name)
    answer = asked.judge(evidence)
    reason = _reason(answer, line)
    pace = Pace.UNKNOWN if reason is not None else _PACES[answer.verdict]
    flags = _flags(flags, answer.flags)
    return Standing(pace, reason, when, asked, seen, flags, answer.reference, name)


def _time(seen: Observation | None) -> Period | None:
    """Return the time of a value: its own period, else that of its column."""
    return seen and (seen.period or seen.column)


def _asked(
    judgement: Judgement, target: Target | None, evidence: Evidence, line: _Line
) -> Rule | Gap:
    """Return what the line asks for, that of each part where the target has several."""
    rule, start = judgement.rule, evidence.baseline
    if rule is None or target is None or target.rule.is_moving(line.name):
        return Gap.NO_SINGLE_TARGET
    if not rule.labels:
        return line.asks(rule, start and start.quantity)
    return _of_parts(rule, judgement.parts, evidence, line) if judgement.parts else rule


def _of_parts(
    rule: Rule, judged: Sequence[PartJudgement], evidence: Evidence, line: _Line
) -> Rule | Gap:
    """Return what the line asks for of each part, from what each began with."""
    labels, seen, start = [*rule.labels], evidence.observation, evidence.baseline
    if len(labels) != len(judged):
        return Gap.NO_SINGLE_TARGET
    is_one = seen is not None and seen.quantity is not None
    asked: list[Rule] = []
    for index, part in enumerate(judged):
        begun = start if is_one else part_of(start, labels, index)
        found = _of_part(part.judgement.rule or rule, begun, line)
        if isinstance(found, Gap):
            return found
        asked.append(found)
    return rule.with_parts(asked)


def _of_part(rule: Rule, start: Observation | None, line: _Line) -> Rule | Gap:
    """Return what the line asks for of a part; one without a target asks for nothing."""
    return rule if rule.is_none else line.asks(rule, start and start.quantity)


def _flags(known: tuple[Flag, ...], found: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Return what was taken as read by the verdict or by the line, each once."""
    if not known and not found:
        return ()
    return tuple(flag for flag in dict.fromkeys([*known, *found]) if flag is not Flag.EARLY)


def _reason(answer: Judgement, line: _Line) -> Reason | None:
    """Return why it cannot be told; before the end, a line of unknown direction tells nothing."""
    beside = answer.reason in (None, Reason.INTERVAL_STRADDLES)
    unknown = beside and _is_undirected(answer) and line.share != 1
    return Reason.DIRECTION_UNKNOWN if unknown else answer.reason


def _is_undirected(answer: Judgement) -> bool:
    """Whether it holds for a rule, or a part of it, of which nothing tells which way is better."""
    if answer.parts:
        return any(_is_undirected(part.judgement) for part in answer.parts)
    return answer.rule is not None and answer.rule.way is None and not answer.rule.is_none


def _end(zone: Quantity) -> Quantity | None:
    """Return the end of a zone that has one."""
    if zone.is_point:
        return zone
    end = zone.upper if zone.lower is None else zone.lower
    return None if end is None else one_of(zone, end)


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
    rounding = _HARDER[rule.way] if rule.way is not None else ROUND_HALF_UP
    rounded = _rounded(rule.number, places, rounding)
    return rule if rounded is rule.number else rule.with_number(rounded)


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
