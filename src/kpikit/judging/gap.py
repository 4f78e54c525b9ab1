"""Why a line or a trend has no value. It is never 0 and never infinite."""

from __future__ import annotations

from enum import unique
from typing import final

import attrs

from kpikit._value import Code, Value
from kpikit.language.messages import Language, say

__all__ = ["Gap", "Undefined"]


@unique
class Gap(Code):
    """What is missing, or does not go together.

    >>> Gap("too-few-points")
    Gap.TOO_FEW_POINTS
    """

    #: The indicator has no baseline that is a number.
    BASELINE_MISSING = "baseline-missing"
    #: The period of the baseline is not given.
    BASELINE_UNDATED = "baseline-undated"
    #: The target names no single number that a line could lead to.
    NO_SINGLE_TARGET = "no-single-target"
    #: The period of the target is not given.
    TARGET_UNDATED = "target-undated"
    #: The period of the actual is not given.
    ACTUAL_UNDATED = "actual-undated"
    #: What should come later does not.
    NOT_LATER = "not-later"
    #: The day asked for lies before the baseline.
    BEFORE_BASELINE = "before-baseline"
    #: The actual is for the same time as the baseline.
    NO_LATER_VALUE = "no-later-value"
    #: A value is an interval or approximate, where a single number is needed.
    IMPRECISE_VALUE = "imprecise-value"
    #: Units, senses or bases differ.
    NOT_COMPARABLE = "not-comparable"
    #: The series has too few values for the method.
    TOO_FEW_POINTS = "too-few-points"
    #: The series has two values for one time.
    SEVERAL_VALUES = "several-values"
    #: A period is of no single year, where a method counts in years.
    NOT_A_YEAR = "not-a-year"
    #: A value is zero or negative, where growth is compound.
    NOT_POSITIVE = "not-positive"
    #: Two values lie on different sides of zero.
    OPPOSITE_SIGNS = "opposite-signs"
    #: The target is where the series began: no growth is required.
    BASELINE_EQUALS_TARGET = "baseline-equals-target"


@final
@attrs.frozen(repr=False)
class Undefined(Value):
    """No value, and why.

    >>> Undefined("least-squares", Gap.TOO_FEW_POINTS).explain("en")
    'least squares: the series has too few values'
    """

    #: What was asked for: a method by its name, or ``path``.
    method: str
    #: Why there is none.
    reason: Gap

    def explain(self, lang: Language = "ja") -> str:
        """Say it in words."""
        text = say(f"gap-{self.reason.value}", lang)
        return say("trend-undefined", lang, method=say(f"trend-{self.method}", lang), text=text)
