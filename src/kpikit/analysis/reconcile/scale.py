"""What the marks of a column mean: classes of a rate or a position, and where they begin."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, final

import attrs

from kpikit._value import Code, Value, to_tuple
from kpikit.analysis.reconcile.figures import Tried
from kpikit.analysis.reconcile.fit import formula_words
from kpikit.analysis.scheme import Against, Measure, Position, Rounding
from kpikit.analysis.scheme._terms import rounded
from kpikit.language.messages import Language, say

__all__ = ["PLACES", "Basis", "Limit", "MarkScale"]

#: How an actual stands to its target, as a number on a scale.
PLACES: Final = {
    Position.WORSE: Decimal(-1),
    Position.SAME: Decimal(0),
    Position.BETTER: Decimal(1),
}


class Basis(Code):
    """What a printed result rests on.

    >>> Basis("target")
    Basis.TARGET
    """

    #: How the actual stands to its target.
    TARGET = "target"
    #: The rate that is printed beside it.
    PRINTED = "printed"
    #: A rate that the figures yield.
    FORMULA = "formula"


@final
@attrs.frozen(repr=False)
class Limit(Value):
    """Where a class begins: above one number, and not above another.

    >>> limit = Limit("A", above=Decimal(90), at_most=Decimal(95))
    >>> limit.above < Decimal(93) <= limit.at_most
    True
    """

    #: The class that begins there.
    label: str
    #: The highest number of the class below, which does not reach it: a rate in %, or -1, 0 or 1
    #: for worse than the target, equal to it and better.
    above: Decimal
    #: The lowest number of the class itself.
    at_most: Decimal


@final
@attrs.frozen(repr=False)
class MarkScale(Value):
    """What the marks of a column mean, as far as its figures tell.

    >>> scale = MarkScale(Basis.FORMULA, "AB", [Limit("A", Decimal(90), Decimal(95))])
    >>> scale.labels, scale.label(Decimal(95))
    (('A', 'B'), 'A')
    """

    #: What they rest on.
    basis: Basis
    #: The classes, from the best.
    labels: tuple[str, ...] = attrs.field(default=(), converter=to_tuple)
    #: Where each of them but the last begins.
    limits: tuple[Limit, ...] = attrs.field(default=(), converter=to_tuple)
    #: The formulas where more is better, and where less is.
    rate: Measure = attrs.field(default=Measure())
    #: Those of a target that does not lie beyond the baseline, where they are others.
    kept: Measure | None = None
    #: Which target it is against: that of the year, or the last one.
    against: Against = Against.YEAR

    def label(self, number: Decimal) -> str | None:
        """Return the class of a number, ``None`` where no row tells.

        >>> scale = MarkScale(Basis.FORMULA, "AB", [Limit("A", Decimal(90), Decimal(95))])
        >>> [scale.label(Decimal(each)) for each in (95, 92, 90)]
        ['A', None, 'B']
        """
        for limit in self.limits:
            if number >= limit.at_most:
                return limit.label
            if number > limit.above:
                return None
        return self.labels[-1]

    def words(self, lang: Language = "ja") -> str:
        """Say what the marks mean.

        >>> scale = MarkScale(Basis.PRINTED, "AB", [Limit("A", Decimal(90), Decimal(95))])
        >>> scale.words("en")
        'the printed rate; A from above 90% and at most 95%; B below'
        """
        text = self._basis_words(lang)
        for limit in self.limits:
            text += self._limit_words(limit, lang)
        return text + say("scale-lowest", lang, label=self.labels[-1])

    def _basis_words(self, lang: Language) -> str:
        if self.basis is Basis.FORMULA:
            return formula_words(Tried(self.rate, self.kept), self.against, lang)
        if self.basis is Basis.PRINTED:
            return say("scale-printed", lang)
        return say("scale-target", lang) + say(f"fit-{self.against.value}", lang)

    def _limit_words(self, limit: Limit, lang: Language) -> str:
        if self.basis is not Basis.TARGET:
            ends = {"above": _short(limit.above), "at_most": _short(limit.at_most)}
            return say("scale-limit", lang, label=limit.label, **ends)
        is_open = limit.at_most - limit.above > 1
        form = "near" if is_open else "at" if limit.at_most == 0 else "beyond"
        return say(f"scale-{form}", lang, label=limit.label)


def _short(percent: Decimal) -> str:
    """Write a rate in %, with no more than two decimal places."""
    return f"{rounded(percent, Rounding(2)).normalize():f}"
