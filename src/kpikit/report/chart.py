"""What a chart of an indicator shows: numbers in one unit, and the words beside them.

Nothing is judged here. A chart is made where actual and target are numbers that can be
compared; where they are not, there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.spelling import AS_USUAL, Spelling
from kpikit.judging.wording import period_words, quantity_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.model.comparison import Aligned, align
from kpikit.model.indicator import Indicator
from kpikit.model.judgement import Judgement
from kpikit.model.naming import part_names
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT, Quantity, evolved
from kpikit.model.rule.zone import number_in
from kpikit.model.verdict import Verdict

__all__ = ["Bullet", "Step", "Trend", "bullets_of", "trend_of"]

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
#: How much of the scale is kept free beyond the outermost numbers.
_ROOM: Final = Decimal("0.1")
#: Shares are drawn on the whole scale, unless they are this small.
_SMALL: Final = Decimal("0.25")
_WHOLE: Final = {"%": Decimal(100), "割": Decimal(10)}
#: The language, and the words of a row.
_Words: TypeAlias = tuple[Language, Spelling]
#: Fewer values than this make no line.
_FEWEST: Final = 2


@final
@attrs.frozen(repr=False)
class Bullet(Value):
    """An actual beside its target and its baseline, on one scale.

    >>> seen, floor = Quantity("48.2", "%"), Quantity(lower="55", unit="%")
    >>> missed = Judgement(Verdict.NOT_ACHIEVED)
    >>> Bullet("", missed.verdict, seen, floor, None, seen, None, missed, "ja").scale
    (Decimal('0'), Decimal('100'))
    """

    #: The part that it is of, ``""`` if of the whole.
    label: str
    #: What became of it.
    verdict: Verdict
    #: All that the actual may stand for.
    actual: Quantity
    #: The numbers that meet the target; a point where only that number does.
    aim: Quantity
    #: The value at the start, or ``None``.
    baseline: Decimal | None
    #: The actual as it is written.
    seen: Quantity
    #: The value at the start as it is written, or ``None``.
    start: Quantity | None
    #: What was answered of the target.
    judgement: Judgement
    #: The language of the words.
    lang: Language
    #: The words of its row.
    spelling: Spelling = AS_USUAL

    @property
    def actual_words(self) -> str:
        """The actual in words, as it is written."""
        return quantity_words(self.seen, self.lang, self.spelling)

    @property
    def aim_words(self) -> str:
        """The target in words."""
        return _aim_words(self.judgement, self.lang, self.spelling)

    @property
    def baseline_words(self) -> str:
        """The baseline in words, ``""`` if there is none."""
        start = self.start if self.baseline is not None else None
        return "" if start is None else quantity_words(start, self.lang, self.spelling)

    @property
    def scale(self) -> tuple[Decimal, Decimal]:
        """The ends of the scale; zero is always on it.

        Shares are drawn from 0 to 100 %, where that does not make them too small to see. Where
        all numbers are negative, there is room above zero to draw that it meets the target.
        """
        ends = (self.actual.lower, self.actual.upper, self.aim.lower, self.aim.upper)
        known = [each for each in (*ends, self.baseline) if each is not None]
        low, high = min(_ZERO, *known), max(_ZERO, *known)
        whole = _WHOLE.get(self.actual.unit)
        if whole is not None and low == 0 and EXACT.multiply(whole, _SMALL) < high <= whole:
            return low, whole
        if low == high:
            return _ZERO, _ONE
        above = high if high > 0 or self.aim.upper is not None else EXACT.minus(low)
        return (
            EXACT.multiply(low, EXACT.add(_ONE, _ROOM)),
            EXACT.add(high, EXACT.multiply(above, _ROOM)),
        )

    def labels(self, lang: Language) -> tuple[str, ...]:
        """Say each number that is drawn, with what it is: actual, target, baseline if any."""
        start = self.baseline_words
        told = [
            say("chart-actual", lang, value=self.actual_words),
            say("chart-aim", lang, value=self.aim_words),
            *([say("chart-baseline", lang, value=start)] if start else ()),
        ]
        return tuple(told)

    def describe(self, lang: Language, labels: Sequence[str] = ()) -> str:
        """Say in words all that is drawn.

        Args:
            lang: The language.
            labels: What :meth:`labels` says, where it was asked before.
        """
        told = (*(labels or self.labels(lang)), say(f"verdict-{self.verdict.value}", lang))
        return say("chart-comma", lang).join(told)


@final
@attrs.frozen(repr=False)
class Step(Value):
    """One value of a line.

    >>> from kpikit.model.period import FiscalYear
    >>> Step(FiscalYear(2023), Decimal("48.2"), "48.2%").words
    '48.2%'
    """

    #: What it is for.
    period: Period
    #: Its number, in the unit of the last one.
    number: Decimal
    #: It in words, as it is written.
    words: str


@final
@attrs.frozen(repr=False)
class Trend(Value):
    """The values of several periods, in the order of time, and the way to the target.

    >>> from kpikit.model.period import FiscalYear
    >>> steps = [Step(FiscalYear(y), Decimal(n), f"{n}%") for y, n in ((2022, "48"), (2023, "50"))]
    >>> Trend(tuple(steps), Decimal(56), "56%以上", FiscalYear(2027)).last
    FiscalYear(2027)
    """

    #: The values.
    steps: tuple[Step, ...]
    #: The bound of the target in the same unit, or ``None``.
    aim: Decimal | None
    #: The target in words.
    aim_words: str
    #: By when the target is to be met, ``None`` where that is not later than the first value.
    due: Period | None = None

    @property
    def last(self) -> Period:
        """The last period that is drawn: that of the target, or of a value after it."""
        latest = self.steps[-1].period
        return self.due if self.due is not None and self.due.end > latest.end else latest

    def describe(self, lang: Language) -> str:
        """Say in words all that is drawn."""
        told = [
            say("chart-step", lang, period=period_words(each.period, lang), value=each.words)
            for each in self.steps
        ]
        if self.aim is not None:
            told.append(say("chart-aim", lang, value=self.aim_words))
        if self.due is not None:
            told.append(say("chart-due", lang, period=period_words(self.due, lang)))
        return say("chart-comma", lang).join(told)


def bullets_of(evaluation: Evaluation, lang: Language = "ja") -> tuple[Bullet, ...]:
    """Return a chart of the indicator, or of each of its parts; none where there are no numbers.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("48.2", "%"))
    >>> [chart.describe("ja") for chart in bullets_of(kk.evaluate(usage, seen))]
    ['実績値48.2%、目標値55%以上、未達成']
    """
    name = evaluation.indicator.name
    words: _Words = (lang, evaluation.spelling)
    if not evaluation.parts:
        made = _bullet(
            "", evaluation.judgement, evaluation.observation, evaluation.baseline, name, words
        )
        return () if made is None else (made,)
    names = part_names(name, [part.label for part in evaluation.parts])
    parts = zip(evaluation.parts, names, strict=True)
    made_of_parts = [
        _bullet(part.label, part.judgement, part.observation, None, own, words)
        for part, own in parts
    ]
    return tuple(each for each in made_of_parts if each is not None)


def trend_of(evaluation: Evaluation, lang: Language = "ja") -> Trend | None:
    """Return the line of an indicator's values, or ``None`` where there are not several.

    >>> import kpikit as kk
    >>> trend_of(kk.evaluate(kk.Indicator("利用率"))) is None
    True
    """
    indicator, spelling = evaluation.indicator, evaluation.spelling
    if len(indicator.observations) + (indicator.baseline_observation is not None) < _FEWEST:
        return None
    seen = _dated(indicator)
    if len(seen) < _FEWEST:
        return None
    *_, (_, last) = seen
    unit = last.exact
    steps: list[Step] = []
    for period, quantity in seen:
        number = number_in(quantity, unit, indicator.name)
        if number is not None:
            steps.append(Step(period, number, quantity_words(quantity, lang, spelling)))
    if len(steps) < _FEWEST:
        return None
    zone = _zone(evaluation.judgement, last, indicator.name)
    aim = number_in(_bound(zone), unit, indicator.name) if zone is not None else None
    due = evaluation.target.period if evaluation.target is not None else None
    is_ahead = due is not None and aim is not None and due.end > steps[0].period.end
    words = _aim_words(evaluation.judgement, lang, spelling)
    return Trend(tuple(steps), aim, words, due if is_ahead else None)


def _bullet(
    label: str,
    judgement: Judgement,
    seen: Observation | None,
    start: Observation | None,
    name: str,
    words: _Words,
) -> Bullet | None:
    actual = seen.quantity if seen is not None else None
    zone = _zone(judgement, actual, name) if actual is not None else None
    if actual is None or zone is None:
        return None
    pair = align(actual, zone, name)
    if not isinstance(pair, Aligned):
        return None
    was = start.quantity if start is not None else None
    baseline = number_in(was, pair.bound, name) if was is not None else None
    return Bullet(
        label,
        judgement.verdict,
        pair.actual,
        pair.bound,
        baseline,
        actual,
        was,
        judgement,
        *words,
    )


def _dated(indicator: Indicator) -> list[tuple[Period, Quantity]]:
    """Return the values of an indicator by time, the baseline too where it has a date."""
    first = indicator.baseline_observation
    found: dict[Period, Quantity] = {}
    for each in (first, *indicator.observations):
        when = each and (each.period or each.column)
        if each is not None and when and each.quantity is not None:
            found[when] = each.quantity
    return sorted(found.items(), key=lambda item: item[0].end)


def _bound(zone: Quantity) -> Quantity:
    """Return the end of a zone that is written, the lower one of a band."""
    end = zone.upper if zone.lower is None else zone.lower
    return evolved(zone, lower=end, upper=end, lower_closed=True, upper_closed=True)


def _aim_words(judgement: Judgement, lang: Language, spelling: Spelling) -> str:
    words = rule_words(judgement.rule, lang, spelling)
    if judgement.reference is None or judgement.level is not None:
        return words
    value = quantity_words(judgement.reference, lang, spelling)
    return say("chart-reference", lang, text=words, value=value)


def _zone(judgement: Judgement, actual: Quantity, name: str) -> Quantity | None:
    """Return the numbers that meet the rule as it was resolved, or ``None`` if none are known."""
    rule = judgement.rule
    return None if rule is None else rule.zone(judgement.reference, actual, name)
