"""What to look at first: what was missed and what is behind, the worst first, with its gap.

How bad it is, is told on the common scale: how far the best that the actual may stand for lies
before 1, or before what the straight line asks for by now. What has no place there comes last.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.amounts import places_of
from kpikit.judging.explanation import side_of, unit_of_gap
from kpikit.judging.standing import Pace
from kpikit.judging.wording import quantity_words
from kpikit.language.messages import Language, say
from kpikit.model.observation import Observation
from kpikit.model.quantity import EXACT, Change, Quantity, evolved
from kpikit.model.verdict import Verdict
from kpikit.report.scale import Lane, Scale

__all__ = ["FIRST", "Concern", "concerns_of", "gap_words"]

#: How many of them are told first.
FIRST: Final = 5
_ONE: Final = Fraction(1)


@final
@attrs.frozen(repr=False)
class Concern(Value):
    """An indicator that missed its target, or is behind on the way to it.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> from kpikit.report.scale import scale_of
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))
    >>> usage = kk.Indicator(
    ...     "利用率", target=kk.AtLeast(kk.Quantity("60", "%")), observations=[seen]
    ... )
    >>> table = kk.Section("table", "1", "指標", indicators=[usage])
    >>> report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
    >>> [each.is_missed for each in concerns_of(scale_of(report))]
    [True]
    """

    #: The indicator.
    lane: Lane
    #: How far it is off on the common scale, ``None`` where it has no place.
    shortfall: Fraction | None
    #: What was asked for less the actual, in units; ``None`` where it cannot be told.
    gap: Quantity | None

    @property
    def is_missed(self) -> bool:
        """Whether it missed its target, and is not just behind."""
        return self.lane.row.evaluation.verdict is Verdict.NOT_ACHIEVED

    def explain(self, lang: Language = "ja") -> str:
        """Say how far it is off, in units; ``""`` where that cannot be told."""
        evaluation = self.lane.row.evaluation
        if self.is_missed or evaluation.standing is None:
            return gap_words(self.gap, "target", lang, evaluation.observation)
        _, told = evaluation.standing.shown(evaluation.spelling)
        return gap_words(told or self.gap, "line", lang, evaluation.observation)


def concerns_of(scale: Scale) -> tuple[Concern, ...]:
    """Return what was missed and what is behind, the worst first.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> from kpikit.report.scale import scale_of
    >>> usage = kk.Indicator(
    ...     "利用率",
    ...     target=kk.AtLeast(kk.Quantity("60", "%")),
    ...     observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))],
    ... )
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    >>> [each.explain() for each in concerns_of(scale_of(build_report(kk.evaluate(plan))))]
    ['目標を15ポイント下回る']
    """
    found = [each for lane in scale.lanes() if (each := _concern(lane)) is not None]
    return tuple(sorted(found, key=_badness, reverse=True))


def gap_words(
    gap: Quantity | None, what: str, lang: Language = "ja", seen: Observation | None = None
) -> str:
    """Say how far an actual is below or above the target or the line to it, ``""`` if unknown.

    Args:
        gap: What was asked for less the actual.
        what: ``target``, or ``line``.
        lang: The language.
        seen: The actual: of a gap with more decimals, one more is told than it has.

    >>> gap_words(Quantity("-14", "件"), "target"), gap_words(Quantity("-14", "件"), "target", "en")
    ('目標を14件上回る', '14 cases above the target')
    """
    if gap is None or gap.lower is None or gap.upper is None or gap.lower < 0 < gap.upper:
        return ""
    if gap.lower == gap.upper == 0:
        return say(f"gap-{what}-same", lang)
    size = _shown(gap if gap.upper > 0 else gap.negated(), seen and seen.quantity)
    size = evolved(size, unit=unit_of_gap(size))
    return say(f"gap-{what}-{side_of(gap)}", lang, gap=quantity_words(size, lang))


def _shown(gap: Quantity, actual: Quantity | None) -> Quantity:
    """Return the size of a gap as it is told: no longer than need be, without 平均 or the like."""
    least = gap.lower and gap.lower.normalize(EXACT)
    most = least if gap.upper is gap.lower else gap.upper and gap.upper.normalize(EXACT)
    margin = gap.margin if gap.is_point else None
    plain = evolved(
        gap, lower=least, upper=most, change=Change.LEVEL, statistic="", per="", margin=margin
    )
    places = 1 + places_of(actual) if actual is not None else None
    if places is None or not plain.is_point or places_of(plain) <= places:
        return plain
    unit = Decimal(1).scaleb(-places)
    number = plain.value.quantize(unit, ROUND_HALF_UP, EXACT)
    return evolved(plain, lower=number, upper=number, margin=unit)


def _concern(lane: Lane) -> Concern | None:
    """Return the concern that an indicator is, ``None`` if it is none."""
    if not lane.row.counts:
        return None
    evaluation, best = lane.row.evaluation, lane.span and lane.span.upper
    if evaluation.counted_as[0] == Verdict.NOT_ACHIEVED.value:
        return Concern(lane, None if best is None else _ONE - best, lane.gap)
    standing = evaluation.standing
    if standing is None or standing.pace is not Pace.BEHIND:
        return None
    asked = lane.expected
    off = None if asked is None or best is None else asked - best
    return Concern(lane, off, standing.gap)


def _badness(concern: Concern) -> tuple[bool, float, Fraction]:
    """Return how bad it is, least of what has no place; most are told apart without fractions."""
    off = concern.shortfall or Fraction(0)
    return concern.shortfall is not None, float(off), off
