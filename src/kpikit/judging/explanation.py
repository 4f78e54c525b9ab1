"""The sentences that explain a verdict: the value and its period, the target, and the gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP
from typing import Final, NamedTuple

from kpikit.judging.amounts import amount_words, as_written, is_bare, noun_words, places_of
from kpikit.judging.assumed import NOTHING_TOLD, told_of
from kpikit.judging.dated import is_part_of
from kpikit.judging.rates import remaining_gap
from kpikit.judging.spelling import AS_USUAL, Spelling
from kpikit.judging.wording import (
    flag_words,
    is_by_stroke,
    is_unit_of,
    observation_words,
    period_words,
    quantity_words,
    rule_words,
)
from kpikit.language.messages import Language, say
from kpikit.language.units import RANKS_APART
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Target
from kpikit.model.judgement import Judgement, PartJudgement
from kpikit.model.observation import Missing, Observation, Status
from kpikit.model.period import CalendarYear, FiscalYear, Period, Span
from kpikit.model.quantity import Quantity, evolved, is_endless
from kpikit.model.rule import Rule
from kpikit.model.unit import is_rank
from kpikit.model.verdict import Direction, Flag, Reason, Verdict

__all__ = [
    "end_of",
    "explanation",
    "flag_sentences",
    "gap_words",
    "joined",
    "reason_words",
    "side_of",
    "unit_of_gap",
]

#: Kinds of missing that say more than that there is no value.
_TOLD_APART: Final = (Missing.PENDING, Missing.NOT_PUBLISHED, Missing.SUPPRESSED)
#: Reasons that are a sentence of their own: there is nothing that could be judged.
_NOTHING_TO_JUDGE: Final = (Reason.EXPLORATORY, Reason.UNSET, Reason.INDICATOR_NOT_SET)
#: The ends of codes for the sides of what is asked for on which an actual may be.
_SIDES: Final = ("-below", "-above", "-ahead", "-behind")
#: What the sentence says itself.
_TOLD: Final = (Flag.EARLY,)

#: What tells which way is better, each by itself.
_SOURCES: Final = (
    Flag.DIRECTION_FROM_BASELINE,
    Flag.DIRECTION_FROM_NAME,
    Flag.DIRECTION_FROM_ZERO,
    Flag.DIRECTION_FROM_PARTS,
)
#: Quotes → those that stand within quotes.
_WITHIN: Final = str.maketrans("「」", "『』")


def explanation(
    judgement: Judgement,
    evidence: Evidence,
    target: Target | None,
    lang: Language = "ja",
    *,
    standing: str = "",
    spelling: Spelling = AS_USUAL,
    later: bool = False,
) -> str:
    """Say in words how a verdict came about, with what was taken as read.

    Args:
        judgement: What the rule answered.
        evidence: What it was judged against.
        target: The target that was judged.
        lang: The language.
        standing: How an open target stands, in words.
        spelling: The words of the row.
        later: Whether there is an actual that is of later than the day of judging.

    >>> from kpikit.model.observation import Observation
    >>> from kpikit.model.period import FiscalYear
    >>> from kpikit.model.rule import AtLeast
    >>> rule = AtLeast(Quantity("55", "%"))
    >>> evidence = Evidence("利用率", Observation(FiscalYear(2023), Quantity("48.2", "%")))
    >>> explanation(rule.judge(evidence), evidence, Target(rule))
    '実績値(令和5年度)は48.2%で、目標値55%以上に6.8ポイント及ばない。'
    """
    case = _Case(judgement, evidence, target, lang, spelling, later)
    rules = case.rule.each() if case.rule is not None else ()
    ways = {each.way for each in rules}
    way = ways.pop() if len(ways) == 1 else None
    flags = [flag for flag in judgement.flags if flag not in _TOLD]
    told = (_answer(case), standing, _reference_words(case), _direction_words(case))
    words = told_of(flags, case.seen, case.rule, lang, spelling)
    assumed = flag_sentences(flags, lang, way, words)
    return joined([*filter(None, told), *assumed], lang)


def joined(sentences: Iterable[str], lang: Language) -> str:
    """Return sentences one after the other.

    >>> joined(["the one.", "the other."], "en")
    'The one. The other.'
    """
    begun = (each[:1].upper() + each[1:] for each in sentences)
    return {"ja": "", "en": " "}[lang].join(begun)


def flag_sentences(
    flags: Iterable[Flag],
    lang: Language,
    way: Direction | None = None,
    told: Mapping[Flag, str] = NOTHING_TOLD,
) -> Iterator[str]:
    """Say each thing that was taken as read, and which way is better, in a sentence.

    Args:
        flags: What was taken as read.
        lang: The language.
        way: Which way is better.
        told: What is said of some of them in the words of the row.

    >>> print(*flag_sentences([Flag.PROVISIONAL], "ja"))
    実績値は速報又は暫定の値である。
    """
    taken = sorted(flags, key=lambda flag: flag is not Flag.START_FROM_FIRST_VALUE)
    sources = [flag for flag in taken if flag in _SOURCES]
    if way is not None and len(sources) > 1:
        told = {**told, sources[0]: _together(sources, way, lang)}
        taken = [flag for flag in taken if flag not in sources[1:]]
    for flag in taken:
        yield say("explain-flag", lang, text=told.get(flag) or flag_words(flag, lang, way))


def _together(sources: Iterable[Flag], way: Direction, lang: Language) -> str:
    """Say which way is better where several things tell the same."""
    words = [say(f"question-{source.value}", lang) for source in sources]
    joint = say("flag-direction-and", lang).join(words)
    return say(f"flag-direction-together-{way.value}", lang, sources=joint)


def reason_words(
    reason: Reason,
    seen: Observation | None,
    rule: Rule | None,
    due: Period | None,
    lang: Language = "ja",
    *,
    unread: str = "",
) -> str:
    """Say why it cannot be told, as a clause; of a missing actual and of shares, by kind.

    >>> reason_words(Reason.UNITS_DIFFER, None, None, None, "en")
    'it and the target differ in unit'
    """
    code = f"reason-{reason.value}"
    missing = seen and seen.missing
    if reason is Reason.RATE_OR_POINTS and rule is not None and rule.is_multiple:
        code = f"{code}-multiple"
    elif reason is Reason.NO_ACTUAL and missing in _TOLD_APART:
        code = f"{code}-{missing.value}"
    elif reason is Reason.UNITS_DIFFER:
        code += _side_without_unit(seen, rule)
    elif reason is Reason.INTERVAL_STRADDLES and _is_rounded(seen, rule):
        code += "-rounded"
    elif _tells_due(reason, seen, due) and reason is Reason.STATISTIC_DIFFERS:
        code += "-part"
    if reason is Reason.ACTUAL_YEAR_UNKNOWN and seen is not None:
        unread = seen.unread
    time = _time(seen)
    of = say("explain-of", lang, period=period_words(time, lang)) if time else ""
    when = say("reason-unread", lang, text=unread) if unread else ""
    return say(code, lang, of=of, due=_period_words(due, lang), when=when)


def _is_rounded(seen: Observation | None, rule: Rule | None) -> bool:
    """Whether the actual is one exact number, beside a target that no decimals reach."""
    level = rule.level.lower if rule is not None and rule.level is not None else None
    number = seen.quantity if seen is not None else None
    is_exact = number is not None and number.is_point and not number.approximate
    return is_exact and level is not None and is_endless(level)


def _tells_due(reason: Reason, seen: Observation | None, due: Period | None) -> bool:
    """Whether why it cannot be told has the time of the target in it."""
    time = _time(seen)
    is_part = due is not None and time is not None and is_part_of(time, due)
    return reason is Reason.ACTUAL_STALE or (reason is Reason.STATISTIC_DIFFERS and is_part)


def _side_without_unit(seen: Observation | None, rule: Rule | None) -> str:
    """Return the end of the code where no unit is written on one side."""
    actual = seen.quantity if seen is not None else None
    level = rule.number if rule is not None else None
    if actual is None or level is None or bool(actual.unit) is bool(level.unit):
        return ""
    return "-none-actual" if level.unit else "-none-target"


def gap_words(gap: Quantity, lang: Language = "ja", spelling: Spelling = AS_USUAL) -> str:
    """Say the size of a gap, in units; that between places is told in ranks.

    >>> gap_words(Quantity("-9800", "時間", per="年"))
    '9,800時間'
    >>> gap_words(Quantity("-0.1", "mg", per="L"), spelling=Spelling.found(["2.0mg/L以下"]))
    '0.1mg/L'
    >>> gap_words(Quantity("-5", "位")), gap_words(Quantity("-5", "位"), "en")
    ('5ランク', '5 places')
    """
    text = amount_words(abs(gap.value), unit_of_gap(gap), lang, spelling)
    if lang == "ja" and is_by_stroke(gap, spelling):
        text = say("words-per-stroke", lang, text=text, per=noun_words(gap.per, lang))
    return text if gap.margin is None else say("words-approximate", lang, text=text)


def unit_of_gap(gap: Quantity) -> str:
    """Return what a gap is counted in: one between places, which are no amounts, in ranks.

    >>> unit_of_gap(Quantity("2", "位")), unit_of_gap(Quantity("2", "件"))
    ('ランク', '件')
    """
    return RANKS_APART if is_rank(gap.unit) else gap.unit


def side_of(gap: Quantity) -> str:
    """Return on which side of what was asked an actual is: of a place, whether ahead or behind.

    Args:
        gap: What was asked for less the actual.

    >>> side_of(Quantity("-2", "件")), side_of(Quantity("-2", "位"))
    ('above', 'behind')
    """
    is_less = (gap.upper or 0) > 0
    if is_rank(gap.unit):
        return "ahead" if is_less else "behind"
    return "below" if is_less else "above"


def end_of(zone: Quantity | None) -> Quantity | None:
    """Return the end of a zone that has one.

    >>> end_of(Quantity(lower="80", unit="%")), end_of(Quantity(lower="40", upper="60", unit="%"))
    (Quantity('80', '%'), None)
    """
    if zone is None or (zone.lower is not None and zone.upper not in (None, zone.lower)):
        return None
    end = zone.upper if zone.lower is None else zone.lower
    return evolved(zone, lower=end, upper=end, lower_closed=True, upper_closed=True)


class _Case(NamedTuple):
    """What is explained, in which language and whose words."""

    judgement: Judgement
    evidence: Evidence
    target: Target | None
    lang: Language
    spelling: Spelling
    is_later: bool

    def say(self, code: str, **values: object) -> str:
        """Say a text in its language."""
        return say(code, self.lang, **values)

    @property
    def seen(self) -> Observation | None:
        """The actual, ``None`` where there is none."""
        seen = self.evidence.observation
        return None if seen is None or seen.missing is not None else seen

    @property
    def due(self) -> Period | None:
        """The period of the target."""
        return self.target.period if self.target is not None else None

    @property
    def rule(self) -> Rule | None:
        """The rule as it was judged, each part of it too."""
        parts, target = self.judgement.parts, self.target
        rule = self.judgement.rule or (target and target.rule)
        if rule is None or not parts:
            return rule
        own = [part.judgement.rule or rule for part in parts]
        if len(rule.labels) == len(own):
            return rule.with_parts(own)
        return own[0] if all(each == own[0] for each in own) else rule

    @property
    def told(self) -> Rule | None:
        """The rule as it is told: a zero and a number that is not exact as they are written."""
        rule, target = self.rule, self.target
        if target is None or not target.rule.is_undirected:
            return rule
        level = target.rule.level
        is_zero = Flag.DIRECTION_FROM_ZERO in self.judgement.flags
        is_about = level is not None and level.approximate
        return target.rule if is_zero or is_about else rule  # 0件, not 0件以下; not 3%程度以上


# -- what is said ----------------------------------------------------------------------------------


def _answer(case: _Case) -> str:
    reason = case.judgement.reason
    if reason is None:
        return _decided(case)
    if reason in _NOTHING_TO_JUDGE:
        return case.say(f"reason-{reason.value}", rule=_asked(case))
    if reason is Reason.NOT_YET_DUE:
        code = "explain-not-due" if _is_value(case) else "explain-not-due-words"
        return case.say(code, rule=_asked(case), due=_due_words(case))
    return _undecided(case, reason)


def _decided(case: _Case) -> str:
    gap = _gap(case.judgement, case.seen, case.evidence.name)
    words = gap_words(gap, case.lang, case.spelling) if gap is not None else ""
    side = "" if gap is None else f"-{side_of(gap)}"
    parts = _missed_parts(case)
    return case.say(
        _code_of_decided(case, "-parts" if parts else side),
        subject=_subject(case),
        actual=_actual(case),
        aim=_dated_aim(case),
        beyond=case.say(f"explain-beyond{side}", gap=words) if side else "",
        gap=words,
        parts=parts,
    )


def _code_of_decided(case: _Case, side: str) -> str:
    """Return the code of the sentence for what is met, or is missed on that side."""
    flags = case.judgement.flags
    if case.judgement.verdict is not Verdict.ACHIEVED:
        in_words = "-words" if side in _SIDES and not _is_value(case) else ""
        expected = "-expected" if Flag.FORECAST in flags else ""
        return f"explain{expected}-missed{in_words}{side}"
    if Flag.FORECAST in flags:
        return "explain-expected"
    return "explain-early" if Flag.EARLY in flags else "explain-achieved"


def _undecided(case: _Case, reason: Reason) -> str:
    """Say why it cannot be told, behind the actual where there is one.

    Why an actual is stale, or of a part of it, tells the time of the target, which is not told
    twice.
    """
    code = "explain-undecided" if case.rule is not None else "explain-no-target"
    is_dated = _tells_due(reason, case.evidence.observation, case.due)
    return case.say(
        code if case.seen is not None else f"{code}-bare",
        subject=_subject(case),
        actual=_actual(case),
        aim=_aim(case) if is_dated else _dated_aim(case),
        why=_why(case, reason),
    )


def _why(case: _Case, reason: Reason) -> str:
    """Say why it cannot be told, and of which parts where it is not so of all of them."""
    if reason is Reason.NO_ACTUAL and case.is_later and case.evidence.observation is None:
        return case.say("reason-no-actual-later")
    unread = case.target.unread if case.target is not None else ""
    seen, rule, due = case.evidence.observation, case.rule, case.due
    why = reason_words(reason, seen, rule, due, case.lang, unread=unread)
    parts = case.judgement.parts
    concerned = [part for part in parts if part.judgement.reason is reason]
    if len(concerned) in (0, len(parts)):
        return why
    labels = case.say("chart-comma").join(_label(part, case) for part in concerned)
    return case.say("explain-why-parts", parts=labels, why=why)


def _reference_words(case: _Case) -> str:
    """Say what the actual was compared with, where that stands neither in the rule nor beside."""
    value, seen = case.judgement.reference, case.seen
    beside = [each.quantity for each in seen.benchmarks] if seen is not None else []
    if value is None or value in beside:
        return ""
    words = quantity_words(value, case.lang, case.spelling)
    end = _end_asked(case.judgement, seen, case.evidence.name)
    if end is None or seen is None or end.change is not value.change or end.value == value.value:
        return case.say("explain-reference", value=words)
    places = max(places_of(value), places_of(seen.quantity))
    goal = quantity_words(as_written(end, places, ROUND_HALF_UP), case.lang, case.spelling)
    return case.say("explain-reference-goal", value=words, goal=goal)


def _direction_words(case: _Case) -> str:
    """Say which cell tells which way is better, ``""`` where none does or the rule says it."""
    given, target = case.evidence.given_direction, case.target
    if given is None or target is None or not target.rule.is_undirected:
        return ""
    cell = " ".join(f"{given.heading} {given.text}".split())
    return case.say("explain-direction", cell=cell)


# -- its pieces ------------------------------------------------------------------------------------


def _subject(case: _Case) -> str:
    """Name the actual, or the forecast, with its period."""
    seen = case.seen
    is_forecast = seen is not None and seen.status is Status.FORECAST
    kind = case.say("explain-forecast" if is_forecast else "explain-actual")
    time = _time(seen)
    if time is None:
        return case.say("explain-subject", kind=kind)
    return case.say("explain-subject-dated", kind=kind, period=period_words(time, case.lang))


def _actual(case: _Case) -> str:
    return observation_words(case.seen, case.lang, case.spelling)


def _aim(case: _Case) -> str:
    """Name the target: a value, or words in quotes where it is more than that."""
    code = "explain-aim-value" if _is_value(case) else "explain-aim-words"
    return case.say(code, rule=_asked(case))


def _dated_aim(case: _Case) -> str:
    aim, due = _aim(case), case.due
    if due is None:
        return aim
    if due == _time(case.evidence.observation):
        return case.say(f"explain-aim-same{_kind_of(due)}", aim=aim)
    return case.say("explain-aim-dated", aim=aim, period=period_words(due, case.lang))


def _asked(case: _Case) -> str:
    """Say what is asked for; in Japanese, quotes in it are those that stand within quotes."""
    words = rule_words(case.told, case.lang, case.spelling)
    return words.translate(_WITHIN) if case.lang == "ja" else words


def _is_value(case: _Case) -> bool:
    """Whether the target is a floor, a ceiling or a bare number that begins with its digits."""
    rule = case.told
    level = rule.level if rule is not None and not rule.is_kept else None
    if rule is None or level is None or level.margin:
        return False
    if not is_bare(level) and not is_by_stroke(level, case.spelling):
        return False
    if case.spelling.scope and is_rank(level.unit):
        return False
    return rule.way is not None or rule.is_undirected


def _due_words(case: _Case) -> str:
    words = _period_words(case.due, case.lang)
    return case.say(f"explain-due{_kind_of(case.due)}", period=words)


def _kind_of(period: Period | None) -> str:
    """Return the end of the code of what is said of such a period."""
    match period:
        case FiscalYear():
            return "-fiscal-year"
        case CalendarYear():
            return "-year"
        case Span():
            return "-span"
        case _:
            return ""


def _period_words(period: Period | None, lang: Language) -> str:
    return period_words(period, lang) if period is not None else ""


def _time(seen: Observation | None) -> Period | None:
    """Return the time of a value: its own, that of all its parts, or that of its column."""
    if seen is None:
        return None
    own = {part.observation.period for part in seen.parts}
    return seen.period or (own.pop() if len(own) == 1 else None) or seen.column


# -- how far off -----------------------------------------------------------------------------------


def _gap(judgement: Judgement, seen: Observation | None, name: str) -> Quantity | None:
    """Return what is asked for less the actual; ``None`` if that is no number, or nothing."""
    rule, actual = judgement.rule, seen and seen.quantity
    end = _end_asked(judgement, seen, name)
    if rule is None or actual is None or end is None:
        return None
    gap = remaining_gap(actual.exact, end, name)
    if not isinstance(gap, Quantity) or gap.value == 0:
        return None
    shown = as_written(gap, max(places_of(actual), places_of(rule.number)), ROUND_HALF_UP)
    return shown if shown.margin is actual.margin else evolved(shown, margin=actual.margin)


def _end_asked(judgement: Judgement, seen: Observation | None, name: str) -> Quantity | None:
    """Return the number that one exact actual was held against, ``None`` if there is none."""
    rule, actual = judgement.rule, seen and seen.quantity
    if rule is None or actual is None or not actual.is_point:
        return None
    return end_of(rule.zone(judgement.reference, actual.exact, name))


def _missed_parts(case: _Case) -> str:
    """Say which of several parts are missed, and by how much."""
    missed = [
        _missed_part(part, case)
        for part in case.judgement.parts
        if part.judgement.verdict is Verdict.NOT_ACHIEVED
    ]
    return case.say("chart-comma").join(missed)


def _label(part: PartJudgement, case: _Case) -> str:
    """Return what a part is called: its label, or its value where it has none but a unit."""
    return part.label if _is_named(part, case) else _part_words(part, case)


def _is_named(part: PartJudgement, case: _Case) -> bool:
    """Whether a part has a label that says more than its unit."""
    return bool(part.label) and not is_unit_of(part.label, _part_words(part, case))


def _part_words(part: PartJudgement, case: _Case) -> str:
    return observation_words(part.observation, case.lang, case.spelling)


def _missed_part(part: PartJudgement, case: _Case) -> str:
    gap = _gap(part.judgement, part.observation, case.evidence.name)
    label = _label(part, case)
    if gap is None:
        return case.say("explain-part", label=label)
    side = side_of(gap)
    bare = "" if _is_named(part, case) else "-bare"
    words = gap_words(gap, case.lang, case.spelling)
    return case.say(f"explain-part-{side}{bare}", label=label, gap=words)
