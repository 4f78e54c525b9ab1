"""The common scale: where the actual of each indicator stands between its start and its target.

The start is at 0 and the target at 1, whatever the unit; better is always to the right, also
where less is better. The start is the value at the start where one is known and the target is
better than it. Else it is nothing (0) of a floor and twice the number of a ceiling, so that
with a for the actual, b for the start and t for the target the place of a is:

========= ==================================================
start     (a − b)/(t − b), whichever way is better
nothing   a/t, where more is better
double    2 − a/t, where less is better
========= ==================================================

The places are exact, and agree with the verdict: what is achieved is at 1 or beyond, what is not
achieved is not beyond 1. An indicator without numbers, or whose target has no better side, has
no place, and keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, final

import attrs

from kpikit._value import Code, Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import remaining_gap
from kpikit.judging.wording import quantity_words
from kpikit.language.messages import Language, say
from kpikit.model.quantity import Quantity, evolved
from kpikit.model.rule.zone import number_in
from kpikit.model.series import first_value, given_start
from kpikit.model.verdict import Reason, Verdict
from kpikit.report.chart import Bullet, bullets_of
from kpikit.report.model import Report
from kpikit.report.rows import ReportRow, one_line

__all__ = ["Lane", "LaneGroup", "Origin", "Scale", "Span", "pair_words", "scale_of"]

_ZERO: Final = Fraction(0)
_ONE: Final = Fraction(1)


class Origin(Code):
    """What stands at 0 of the scale.

    >>> Origin("start")
    Origin.START
    """

    #: The value at the start.
    START = "start"
    #: Nothing: of a floor without a start.
    NOTHING = "nothing"
    #: Twice the number of the target: of a ceiling without a start.
    DOUBLE = "double"


@final
@attrs.frozen(repr=False)
class Span(Value):
    """All places where the actual may stand, its worse end first.

    >>> Span(Fraction(1, 2), None)
    Span(Fraction(1, 2), None)
    """

    #: The worse end; ``None`` is without end.
    lower: Fraction | None
    #: The better end; ``None`` is without end.
    upper: Fraction | None

    @property
    def is_point(self) -> bool:
        """Whether it is a single place.

        >>> Span(Fraction(1, 2), Fraction(1, 2)).is_point, Span(Fraction(1, 2), None).is_point
        (True, False)
        """
        return self.lower is not None and self.lower == self.upper

    def within(self, least: Fraction, most: Fraction) -> tuple[Fraction, Fraction]:
        """Return its ends, those that lie beyond a stretch of the scale moved to its ends.

        >>> Span(Fraction(1, 2), None).within(Fraction(0), Fraction(2))
        (Fraction(1, 2), Fraction(2, 1))
        """
        low = least if self.lower is None else self.lower
        high = most if self.upper is None else self.upper
        return min(max(low, least), most), min(max(high, least), most)

    def is_below(self, least: Fraction) -> bool:
        """Whether some of it lies below a place."""
        return self.lower is None or self.lower < least

    def is_beyond(self, most: Fraction) -> bool:
        """Whether some of it lies beyond a place.

        >>> Span(Fraction(1, 2), None).is_beyond(Fraction(2))
        True
        """
        return self.upper is None or self.upper > most


@final
@attrs.frozen(repr=False)
class Lane(Value):
    """One indicator on the common scale.

    >>> import kpikit as kk
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> row = ReportRow("1", kk.Section("施策", "1", "窓口"), None, None, usage, ())
    >>> Lane(0, row).span is None
    True
    """

    #: Its place among all rows of the report, from 0.
    number: int
    #: The row.
    row: ReportRow
    #: What stands at 0, ``None`` where the indicator has no place.
    origin: Origin | None = None
    #: Where its actual stands: of several parts the part that is furthest off.
    span: Span | None = None
    #: Where the straight line to the target asks to be at the time of the actual.
    expected: Fraction | None = None
    #: The target less the actual, in units; ``None`` where it has no place. See
    #: :func:`kpikit.judging.rates.remaining_gap`.
    gap: Quantity | None = None
    #: The value at the start, ``None`` where nothing is known of it.
    start: Quantity | None = None
    #: Actual and target, of each part; empty where the indicator has no place.
    bullets: tuple[Bullet, ...] = ()

    @property
    def start_words(self) -> str:
        """The value at 0 in words, ``""`` where it is not the value at the start."""
        if self.start is None or self.origin is not Origin.START:
            return ""
        return quantity_words(self.start, self.bullets[0].lang)

    @property
    def actual_words(self) -> str:
        """The actual in words, as published where it has no place."""
        if not self.bullets:
            return self.row.actual
        return _joined([bullet.actual_words for bullet in self.bullets], self.bullets[0].lang)

    @property
    def aim_words(self) -> str:
        """The target in words, as published where the indicator has no place."""
        if not self.bullets:
            return self.row.target
        return _joined([bullet.aim_words for bullet in self.bullets], self.bullets[0].lang)


@final
@attrs.frozen(repr=False)
class LaneGroup(Value):
    """The lanes below one heading.

    >>> LaneGroup(("1 窓口",), ()).headings
    ('1 窓口',)
    """

    #: The headings that open here, outermost first.
    headings: tuple[str, ...]
    #: The indicators with a target, in source order.
    lanes: tuple[Lane, ...]


@final
@attrs.frozen(repr=False)
class Scale(Value):
    """All indicators with a target on the common scale, by section.

    >>> list(Scale("ja", ()).lanes())
    []
    """

    #: The language of the words.
    lang: Language
    #: The indicators, by heading.
    groups: tuple[LaneGroup, ...]
    #: How many rows have no target, and are in no group.
    without_target: int = 0

    def lanes(self) -> Iterator[Lane]:
        """Yield every indicator, in source order."""
        for group in self.groups:
            yield from group.lanes

    @property
    def unplaced(self) -> int:
        """How many of the indicators have no place."""
        return sum(1 for lane in self.lanes() if lane.span is None)


def pair_words(actual: str, aim: str) -> str:
    """Say an actual and a target on one line, with a dash for what is not there.

    >>> pair_words("48.2%", "55%以上"), pair_words("", "100件")
    ('48.2% / 55%以上', '- / 100件')
    """
    return " / ".join(one_line(each) or "-" for each in (actual, aim))


def scale_of(report: Report) -> Scale:
    """Place every indicator of a report that has a target.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> usage = kk.Indicator(
    ...     "利用率",
    ...     target=kk.AtLeast(kk.Quantity("60", "%")),
    ...     observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))],
    ... )
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    >>> [lane.span for lane in scale_of(build_report(kk.evaluate(plan))).lanes()]
    [Span(Fraction(3, 4), Fraction(3, 4))]
    """
    groups: list[LaneGroup] = []
    opened: tuple[str, ...] = ()
    number = without = 0
    for table in report.tables:
        opened += (table.heading,) if table.heading and len(report.tables) > 1 else ()
        for group in table.groups:
            opened += group.headings
            rows = list(enumerate(group.rows, number))
            lanes = tuple(
                _lane(place, row, report.lang)
                for place, row in rows
                if row.evaluation.verdict is not Verdict.NOT_APPLICABLE
            )
            number += len(rows)
            without += len(rows) - len(lanes)
            if lanes:
                groups.append(LaneGroup(opened, lanes))
                opened = ()
    return Scale(report.lang, tuple(groups), without)


def _lane(number: int, row: ReportRow, lang: Language) -> Lane:
    evaluation = row.evaluation
    bullets = bullets_of(evaluation, lang)
    start = _start(evaluation)
    placed = [_placed(bullet, start, evaluation.indicator.name) for bullet in bullets]
    spans = [span for _, span in placed if span is not None]
    if not spans or len(spans) < (len(evaluation.parts) or 1):
        return Lane(number, row)
    worst = spans.index(min(spans, key=_best_end))
    bullet, axis = bullets[worst], placed[worst][0]
    return Lane(
        number,
        row,
        axis and axis.origin,
        _furthest_off(spans),
        axis and _expected(evaluation, bullet, axis),
        _gap(bullet, evaluation.indicator.name),
        start,
        bullets,
    )


class _Axis(NamedTuple):
    """How the numbers of an indicator lie on the scale: what is at 0, and how far on the target."""

    origin: Origin
    start: Fraction
    length: Fraction

    def at(self, number: Decimal | None) -> Fraction | None:
        """Return the place of a number; of no end there is none."""
        if number is None:
            return None
        return (Fraction(number) - self.start) / self.length

    def span(self, actual: Quantity) -> Span:
        """Return the places of an actual, the worse end first."""
        if actual.is_point:
            place = self.at(actual.value)
            return Span(place, place)
        ends = [self.at(actual.lower), self.at(actual.upper)]
        return Span(*ends) if self.length > 0 else Span(*reversed(ends))


def _start(evaluation: Evaluation) -> Quantity | None:
    """Return the value at the start: the baseline, else the earliest value before the actual."""
    seen = given_start(evaluation.baseline) or first_value(
        evaluation.indicator.observations, evaluation.observation
    )
    return seen and seen.quantity


def _placed(bullet: Bullet, start: Quantity | None, name: str) -> tuple[_Axis | None, Span | None]:
    """Return the axis of an indicator or a part, and its place; that on target needs no axis."""
    axis = _axis(bullet, start, name)
    if axis is not None:
        return axis, axis.span(bullet.actual)
    actual, aim = bullet.actual, bullet.aim
    on_target = actual.is_point and actual.value in (aim.lower, aim.upper)
    return None, Span(_ONE, _ONE) if on_target else None


def _axis(bullet: Bullet, start: Quantity | None, name: str) -> _Axis | None:
    """Return how its numbers lie on the scale, ``None`` if no side of the target is better."""
    is_floor = bullet.aim.lower is not None
    bound = bullet.aim.lower if is_floor else bullet.aim.upper
    if bound is None or (is_floor and bullet.aim.upper is not None):
        return None
    aim = Fraction(bound)
    began = _begun(bullet, start, name)
    if began is not None and (began < bound if is_floor else began > bound):
        start_at = Fraction(began)
        return _Axis(Origin.START, start_at, aim - start_at)
    if bound <= 0:
        return None
    if is_floor:
        return _Axis(Origin.NOTHING, _ZERO, aim)
    return _Axis(Origin.DOUBLE, 2 * aim, -aim)


def _begun(bullet: Bullet, start: Quantity | None, name: str) -> Decimal | None:
    """Return the value at the start in the unit of a target."""
    if start is None or start is bullet.start:
        return bullet.baseline
    return number_in(start, bullet.aim, name)


def _expected(evaluation: Evaluation, bullet: Bullet, axis: _Axis) -> Fraction | None:
    """Return where the line to the target asks to be, ``None`` where there is no line."""
    standing = evaluation.standing
    asked = standing.expected if standing is not None else None
    if asked is None:
        return None
    return axis.at(number_in(asked, bullet.aim, evaluation.indicator.name))


def _gap(bullet: Bullet, name: str) -> Quantity | None:
    """Return how far the actual is below the number that it must reach.

    Of an actual that is not exact it is about as far as its number is, if it is on one side.
    """
    aim = bullet.aim
    end = aim.upper if aim.lower is None else aim.lower
    bound = evolved(aim, lower=end, upper=end, lower_closed=True, upper_closed=True)
    gap = remaining_gap(bullet.actual, bound, name)
    if isinstance(gap, Reason) or bullet.seen.margin is None or _is_astride(gap):
        return None if isinstance(gap, Reason) else gap
    told = remaining_gap(bullet.seen.exact, bound, name)
    return gap if isinstance(told, Reason) else evolved(told, margin=bullet.seen.margin)


def _is_astride(gap: Quantity) -> bool:
    """Whether it may be on either side, or has no end."""
    return gap.lower is None or gap.upper is None or gap.lower < 0 < gap.upper


def _best_end(span: Span) -> tuple[bool, Fraction]:
    """Return how far a part is at best, to find the one that is furthest off."""
    return span.upper is None, span.upper or _ZERO


def _furthest_off(spans: Sequence[Span]) -> Span:
    """Return the places that are left when each part must meet its target."""
    worst = [each.lower for each in spans if each.lower is not None]
    best = [each.upper for each in spans if each.upper is not None]
    lower = min(worst) if len(worst) == len(spans) else None
    return Span(lower, min(best, default=None))


def _joined(words: Iterable[str], lang: Language) -> str:
    """Join the words of several parts, what they share once."""
    return say("chart-comma", lang).join(dict.fromkeys(words))
