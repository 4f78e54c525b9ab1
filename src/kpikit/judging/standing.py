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
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from kpikit._value import Code, Value
from kpikit.judging.amounts import as_written, is_bare, places_written, rounded
from kpikit.judging.assumed import quantities_of, told_of
from kpikit.judging.explanation import (
    end_of,
    flag_sentences,
    gap_words,
    joined,
    reason_words,
    side_of,
)
from kpikit.judging.gap import Gap
from kpikit.judging.path import between, number_in, one_of, share_of_time, start_of
from kpikit.judging.rates import remaining_gap
from kpikit.judging.spelling import AS_USUAL, Spelling
from kpikit.judging.wording import observation_words, period_words, quantity_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.model.comparison import are_of_one_kind
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, Target
from kpikit.model.judgement import Judgement, PartJudgement, with_flags
from kpikit.model.observation import Missing, Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity, evolved
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
    """By which line it is told.

    >>> StandingMethod("straight-line")
    StandingMethod.STRAIGHT_LINE
    """

    #: The straight line from the value at the start to the last day of the target's period.
    STRAIGHT_LINE = "straight-line"


#: A number of more digits than these needs none behind those that the actual has.
_LONG: Final = 4
#: How the number of a rule is rounded so that it asks for no less.
_HARDER: Final = {Direction.HIGHER: ROUND_CEILING, Direction.LOWER: ROUND_FLOOR}
#: The value on the line as it is shown, and how far off that is.
_Measured: TypeAlias = tuple[Quantity | None, Quantity | None]
#: The reasons that are said in other words of a pace than of a verdict or a trend.
_OF_PACE: Final = (
    Reason.INTERVAL_STRADDLES,
    Gap.ACTUAL_UNDATED,
    Gap.BEFORE_BASELINE,
    Gap.IMPRECISE_VALUE,
    Gap.NOT_COMPARABLE,
)
_PACES: Final = {Verdict.ACHIEVED: Pace.ON_TRACK, Verdict.NOT_ACHIEVED: Pace.BEHIND}


@final
@attrs.frozen(repr=False, eq=False)
class Standing(Value):
    """The pace of one indicator at a time, and what it was told by.

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.rule import AtLeast
    >>> seen = Observation(FiscalYear(2023), Quantity("50", "%"))
    >>> asked = AtLeast(Quantity("52", "%"))
    >>> standing = Standing(Pace.BEHIND, None, FiscalYear(2023), asked, seen)
    >>> standing.expected, standing.gap
    (Quantity('52', '%'), Quantity('2', 'ポイント'))
    """

    #: The pace.
    pace: Pace
    #: Why it is unknown, else ``None``.
    reason: Reason | Gap | None
    #: The time of the value, or ``None`` where it is not known.
    when: Period | None
    #: What the line asks for at that time; with a number on the line, the rule of the target.
    _rule: Rule | None = attrs.field(alias="rule")
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
    #: What the table gives as the value at the start where that is no number, as 未実施.
    start: Observation | None = None
    #: The number on the line: most plans have one for each indicator, of which few ask for a rule.
    _number: Decimal | None = attrs.field(default=None, kw_only=True, alias="number")

    @property
    def rule(self) -> Rule | None:
        """What the line asks for at that time, as a rule; ``None`` where there is no line."""
        return self._on_the_way

    @cached_property
    def _on_the_way(self) -> Rule | None:
        rule, number = self._rule, self._number
        whole = None if rule is None else rule.whole
        if rule is None or whole is None or number is None:
            return rule
        return rule.on_the_way(one_of(whole, number))

    @property
    def _key(self) -> tuple[object, ...]:
        """All that it says."""
        told = self.pace, self.reason, self.when, self.rule, self.observation, self.flags
        return (*told, self.reference, self.name, self.method, self.start)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return isinstance(other, Standing) and self._key == other._key

    def __hash__(self) -> int:
        """Return the hash of what it says."""
        return hash(self._key)

    def __repr__(self) -> str:
        """Return the constructor call, with the rule that the line asks for."""
        return Value.__repr__(attrs.evolve(self, rule=self.rule, number=None))

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
        zone = self._zone
        return end_of(zone) if zone is not None else self.rule.number

    @cached_property
    def _zone(self) -> Quantity | None:
        """The numbers that meet what the line asks for, where the actual is one."""
        actual = self.observation and self.observation.quantity
        if self.rule is None or actual is None:
            return None
        return self.rule.zone(self.reference, actual, self.name)

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
        return _gap_to(expected, seen.quantity, self.name)

    def shown(self, spelling: Spelling = AS_USUAL) -> tuple[Quantity | None, Quantity | None]:
        """The value expected and the gap as they are told, ``None`` where either is not known.

        They are rounded as the row writes its numbers, to the harder side.

        >>> from kpikit.model.period import FiscalYear
        >>> from kpikit.model.rule import AtLeast
        >>> seen = Observation(FiscalYear(2023), Quantity("66", "人"))
        >>> asked = AtLeast(Quantity("97.2", "人"))
        >>> Standing(Pace.BEHIND, None, FiscalYear(2023), asked, seen).shown()
        (Quantity('97.2', '人'), Quantity('31.2', '人'))
        """
        return _measured(self, self._zone, spelling)

    @cached_property
    def _sentences(self) -> dict[tuple[Language, Spelling], str]:
        """What was said of it so far, without what was taken as read."""
        return {}

    def explain(
        self,
        lang: Language = "ja",
        *,
        known: Collection[Flag] = (),
        spelling: Spelling = AS_USUAL,
    ) -> str:
        """Say in words how it stands, with what was taken as read beside what is *known*.

        >>> from kpikit.model.period import FiscalYear
        >>> from kpikit.model.rule import AtLeast
        >>> seen = Observation(FiscalYear(2023), Quantity("51", "%"))
        >>> asked = AtLeast(Quantity("52", "%"))
        >>> behind = Standing(Pace.BEHIND, None, FiscalYear(2023), asked, seen)
        >>> print(behind.explain("en"))
        The actual of FY2023 is 51%, 1 point short of the straight line (52%): behind.
        """
        told = self._sentences.get((lang, spelling))
        if told is None:
            told = _told(self, self.shown(spelling), lang, spelling)
            self._sentences[lang, spelling] = told
        way = self.rule.way if self.rule is not None else None
        new = [flag for flag in self.flags if flag not in known]
        words = told_of(new, self.observation, self.rule, lang, spelling)
        return joined([told, *flag_sentences(new, lang, way, words)], lang)


#: So many days has a year at most.
_YEAR: Final = 366


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
            return asked if share < 1 else rule
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
    if _is_of_years(when) != _is_of_years(since):
        return Gap.NOT_COMPARABLE  # what several years came to, and what one did
    return Gap.TARGET_UNDATED if until is None else share_of_time(since, until, when)


def _is_of_years(period: Period) -> bool:
    """Whether a period is longer than a year."""
    return (period.end - period.start).days > _YEAR


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

    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> start, seen = (
    ...     Observation(FiscalYear(year), Quantity(number, "%"))
    ...     for year, number in ((2019, "48"), (2023, "50"))
    ... )
    >>> rule, evidence = AtLeast(Quantity("56", "%")), Evidence("利用率", seen, start)
    >>> standing = standing_of(rule.judge(evidence), Target(rule, FiscalYear(2027)), evidence)
    >>> standing.pace, standing.expected, standing.gap
    (Pace.BEHIND, Quantity('52', '%'), Quantity('2', 'ポイント'))
    """
    seen, name, given = evidence.observation, evidence.name, evidence.baseline
    flags = judgement.flags
    first = start_of(indicator) if indicator and not given_start(evidence.baseline) else None
    if first is not None:
        evidence = attrs.evolve(evidence, baseline=first)
        flags += (Flag.START_FROM_FIRST_VALUE,)
    when = at or _time(seen)
    until = (target and target.period) or until
    line = _Line(name, _share(_time(evidence.baseline) or since, until, when))
    plain = _plainly(judgement, target, evidence, line)
    if plain is not None:
        number, pace = plain
        told = _flags(flags, ())
        return Standing(pace, None, when, judgement.rule, seen, told, name=name, number=number)
    asked = _asked(judgement, target, evidence, line)
    if asked is Gap.NO_LATER_VALUE and first is not None:
        asked = Gap.BASELINE_MISSING  # the only value there is cannot be its own start
    if isinstance(asked, Gap):
        begun = given if asked is Gap.BASELINE_MISSING else None
        taken = flags if asked is Gap.NOT_COMPARABLE else ()  # of which value that is said
        return Standing(Pace.UNKNOWN, asked, when, None, seen, taken, name=name, start=begun)
    answer = asked.judge(evidence)
    reason = _reason(answer, line)
    pace = Pace.UNKNOWN if reason is not None else _PACES[answer.verdict]
    flags = _flags(flags, answer.flags)
    return Standing(pace, reason, when, asked, seen, flags, answer.reference, name)


def _plainly(
    judgement: Judgement, target: Target | None, evidence: Evidence, line: _Line
) -> tuple[Decimal, Pace] | None:
    """Return the number on the line of a floor or a ceiling, and how the actual stands to it.

    ``None`` where that takes more than three numbers in one unit: all is asked of the rules then.
    """
    rule, pair, share = judgement.rule, judgement.pair, line.share
    start = evidence.baseline and evidence.baseline.quantity
    if rule is None or rule.way is None or pair is None or start is None:
        return None
    if isinstance(share, Gap) or share == 1 or target is None or target.rule.is_moving(line.name):
        return None
    (actual, bound), seen = pair, evidence.observation
    is_as_seen = seen is not None and actual is seen.quantity and bound is rule.level
    if not (is_as_seen and _are_plain(actual, bound, start)):
        return None
    number = between(start.value, bound.value, share)
    if rule.way is Direction.HIGHER:
        is_reached = actual.value >= min(number, bound.value)
    else:
        is_reached = actual.value <= max(number, bound.value)
    return number, Pace.ON_TRACK if is_reached else Pace.BEHIND


def _are_plain(*quantities: Quantity) -> bool:
    """Whether all are single exact numbers of one kind, none of them negative."""
    first = quantities[0]
    return all(
        each.is_point and each.value >= 0 and are_of_one_kind(each, first) for each in quantities
    )


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
    return tuple(each for each in with_flags(known, found) if each is not Flag.EARLY)


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


def _shown(rule: Rule, seen: Observation | None, spelling: Spelling) -> Rule:
    """Return the rule, and each part of it, with its number rounded as it is shown.

    It is rounded to the harder side, so that the verdict on the number shown is the same.
    """
    if rule.labels:
        return rule.with_parts([_shown(each, seen, spelling) for each in rule.each()])
    if rule.number is None or not rule.number.is_point:
        return rule
    rounding = _HARDER[rule.way] if rule.way is not None else ROUND_HALF_UP
    return rule.with_number(_as_told(rule.number, seen, spelling, rounding))


def _as_told(
    number: Quantity, seen: Observation | None, spelling: Spelling, rounding: str
) -> Quantity:
    """Return a number with one decimal more than the actual is written with, or none more.

    Of a number that is not exact anyway, a long one needs none.
    """
    written = max((places_written(each, spelling) for each in quantities_of(seen)), default=0)
    told = as_written(number, written, rounding)
    is_long = told.is_point and told.value.adjusted() + written >= _LONG
    return rounded(number, written, rounding) if is_long and told.margin != number.margin else told


def _told(standing: Standing, measured: _Measured, lang: Language, spelling: Spelling) -> str:
    """Say where the actual is beside the line and how far off, or why that cannot be told."""
    seen = standing.observation
    period = _time(seen) or standing.when
    dated = {"period": period_words(period, lang)} if period is not None else {}
    expected, gap = measured
    return say(
        _code_of_pace(standing, gap),
        lang,
        subject=say("pace-subject-dated" if dated else "pace-subject", lang, **dated),
        actual=observation_words(seen, lang, spelling),
        expected=_expected_words(expected, standing, lang, spelling),
        gap="" if gap is None else gap_words(gap, lang, spelling),
        why=_why(standing, lang),
    )


def _code_of_pace(standing: Standing, gap: Quantity | None) -> str:
    """Return the code of the sentence: by pace, and by the side or whether there is an actual."""
    seen = standing.observation
    if standing.reason is not None:
        is_missing = seen is None or seen.missing is not None
        return "pace-unknown-bare" if is_missing else "pace-unknown"
    side = "" if gap is None else f"-{side_of(gap)}"
    return f"pace-{standing.pace.value}{side}"


def _expected_words(
    expected: Quantity | None, standing: Standing, lang: Language, spelling: Spelling
) -> str:
    """Say the value on the line, or in quotes what it asks for where that is more than a number."""
    if expected is None:
        shown = standing.rule and _shown(standing.rule, standing.observation, spelling)
        return say("pace-rule", lang, rule=rule_words(shown, lang, spelling))
    words = quantity_words(expected, lang, spelling)
    return words if is_bare(expected) else say("pace-rule", lang, rule=words)


def _measured(standing: Standing, zone: Quantity | None, spelling: Spelling) -> _Measured:
    """Return the value on the line as it is shown, and how far off that is, where there is one.

    It is rounded to the harder side, so that the verdict on the number shown is the same.
    """
    number, seen, rule = standing.expected, standing.observation, standing.rule
    actual = seen and seen.quantity
    if number is None or actual is None or rule is None or not number.is_point:
        return None, None
    shown = _as_told(number, seen, spelling, _harder(rule, zone))
    if shown is number and shown.margin is None:  # as nearly all are
        gap = standing.gap
    else:
        gap = _gap_to(shown.exact, actual, standing.name)
    if gap is None or not gap.is_point or gap.value == 0:
        return shown, None
    return shown, evolved(gap, margin=shown.margin)


def _gap_to(expected: Quantity, actual: Quantity, name: str) -> Quantity | None:
    gap = remaining_gap(actual, expected, name)
    return None if isinstance(gap, Reason) else gap


def _harder(rule: Rule, zone: Quantity | None) -> str:
    """Return how its number is rounded so that it asks for no less."""
    if zone is None or zone.is_point:
        return _HARDER[rule.way] if rule.way is not None else ROUND_HALF_UP
    return ROUND_CEILING if zone.upper is None else ROUND_FLOOR


def _why(standing: Standing, lang: Language) -> str:
    reason = standing.reason
    seen = standing.observation
    if isinstance(reason, Gap) and (seen is None or seen.missing is not None):
        is_unread = seen is not None and seen.missing is Missing.UNREADABLE
        reason = Reason.ACTUAL_UNREADABLE if is_unread else Reason.NO_ACTUAL
    is_blank = standing.start is None or standing.start.missing is not None
    if reason in _OF_PACE or (reason is Gap.BASELINE_MISSING and is_blank):
        return say(f"pace-reason-{reason.value}", lang)
    if isinstance(reason, Reason):
        return reason_words(reason, standing.observation, standing.rule, None, lang)
    return say(f"gap-{reason.value}", lang) if reason is not None else ""
