"""An evaluation: the verdict on one indicator, with all that led to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.explanation import explanation
from kpikit.judging.rates import Rate, achievement_rate, progress_rate
from kpikit.judging.spelling import Spelling
from kpikit.judging.standing import Pace, Standing, standing_of
from kpikit.language.messages import Language
from kpikit.model._given import check_language
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Indicator, Target
from kpikit.model.judgement import Judgement, PartJudgement
from kpikit.model.naming import part_names
from kpikit.model.observation import Observation
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.rule.base import part_of
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = ["Evaluation"]


@final
@attrs.frozen(repr=False)
class Evaluation(Value):
    """The verdict on one indicator, and everything that it was reached from.

    >>> import kpikit as kk
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> found = kk.evaluate(usage, kk.read_actual("48.2%").unwrap())
    >>> isinstance(found, kk.Evaluation), found.verdict, found.rule
    (True, Verdict.NOT_ACHIEVED, AtLeast(Quantity('55', '%')))
    """

    #: What was judged.
    indicator: Indicator
    #: What the rule answered, after the date was looked at.
    judgement: Judgement
    #: The target that was judged, of those that the indicator has; ``None`` if none.
    target: Target | None
    #: What the rule was judged against.
    evidence: Evidence
    #: The day of judging, or ``None`` where no date plays a part.
    as_of: date | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self.judgement.verdict

    @property
    def reason(self) -> Reason | None:
        """Why it is neither achieved nor not achieved, else ``None``."""
        return self.judgement.reason

    @property
    def rule(self) -> Rule | None:
        """The rule as it was resolved, or ``None`` where there is none."""
        return self.judgement.rule

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What was taken as read."""
        return self.judgement.flags

    @property
    def parts(self) -> tuple[PartJudgement, ...]:
        """The parts, where target or actual has several."""
        return self.judgement.parts

    @property
    def observation(self) -> Observation | None:
        """The actual that was judged."""
        return self.evidence.observation

    @property
    def baseline(self) -> Observation | None:
        """The value at the start."""
        return self.evidence.baseline

    @property
    def aim(self) -> Quantity | None:
        """The number that the rule aims for, or ``None`` if it is not one number."""
        return self.rule.aim if self.rule is not None else None

    @property
    def rates(self) -> Mapping[str, Rate]:
        """The rates by name, where rule and actual are numbers; see :mod:`kpikit.judging.rates`."""
        return MappingProxyType(_rates(self))

    @property
    def rates_of_parts(self) -> tuple[tuple[str, Mapping[str, Rate]], ...]:
        """The rates of each labelled part by name, where target and actual have several.

        >>> import kpikit as kk
        >>> both = kk.read_target("男性30% 女性40%").value
        >>> seen = kk.read_actual("男性15% 女性30%").value
        >>> for label, rates in kk.evaluate(kk.Indicator("割合", target=both), seen).rates_of_parts:
        ...     print(label, rates["achievement"].value)
        男性 0.5
        女性 0.75
        """
        labels = [part.label for part in self.parts]
        names = part_names(self.indicator.name, labels)
        told = (
            (part, names[index], part_of(self.baseline, labels, index))
            for index, part in enumerate(self.parts)
        )
        return tuple(
            (part.label, MappingProxyType(_rated(part.judgement, part.observation, start, name)))
            for part, name, start in told
        )

    @property
    def spelling(self) -> Spelling:
        """The words of the row for what can be said in more than one way."""
        return self._spelling

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling.of(self.indicator)

    @property
    def standing(self) -> Standing | None:
        """How it stands beside the line to its target while that is open.

        ``None`` where the target is due, met or unreadable, and where there is none.
        """
        return self._standing if self.judgement.verdict is Verdict.NOT_DUE else None

    @cached_property
    def _standing(self) -> Standing | None:
        return standing_of(self.judgement, self.target, self.evidence, indicator=self.indicator)

    @cached_property
    def counted_as(self) -> tuple[str, ...]:
        """The counts of a :class:`~kpikit.judging.summary.Summary` that it adds to.

        The first one is its own, and each indicator has just one such: ``achieved``,
        ``not_achieved``, ``indeterminate``, ``not_due``, ``forecast``, or why there is no target.
        """
        return _counted_as(self)

    def explain(self, lang: Language = "ja") -> str:
        """Say in words how the verdict came about, and how it stands where it is open."""
        check_language("Evaluation.explain", lang)
        spelling, standing = self.spelling, self.standing
        told = standing.explain(lang, known=self.flags, spelling=spelling) if standing else ""
        return explanation(
            self.judgement,
            self.evidence,
            self.target,
            lang,
            standing=told,
            spelling=spelling,
            later=any(each.missing is None for each in self.indicator.observations),
        )


#: Why there is no target → the name of the count.
_NO_TARGET: Final = {
    Reason.EXPLORATORY: "exploratory",
    Reason.UNSET: "unset",
    Reason.INDICATOR_NOT_SET: "not_set",
}


#: Pace → the counts of what is not due, which many evaluations share.
_OPEN: Final = {each: (Verdict.NOT_DUE.value, each.value) for each in Pace}


def _counted_as(evaluation: Evaluation) -> tuple[str, ...]:
    judgement, standing = evaluation.judgement, evaluation.standing
    verdict, flags = judgement.verdict, judgement.flags
    if verdict is Verdict.NOT_APPLICABLE and judgement.reason is not None:
        return (_NO_TARGET[judgement.reason],)
    if standing is not None:
        return _OPEN[standing.pace]
    is_early = Flag.EARLY in flags
    if Flag.FORECAST in flags:
        return ("forecast", "early_forecast") if is_early else ("forecast",)
    return (verdict.value, "early") if is_early else (verdict.value,)


def _rates(evaluation: Evaluation) -> dict[str, Rate]:
    judgement, seen = evaluation.judgement, evaluation.observation
    return _rated(judgement, seen, evaluation.baseline, evaluation.indicator.name)


def _rated(
    judgement: Judgement, seen: Observation | None, baseline: Observation | None, name: str
) -> dict[str, Rate]:
    """Return the rates by name of an actual against the number that it was judged against."""
    aim = judgement.rule.aim if judgement.rule is not None else None
    if aim is None or seen is None or seen.quantity is None:
        return {}
    rates = {"achievement": achievement_rate(seen.quantity, aim, name)}
    start = baseline and baseline.quantity
    if start is not None:
        rates["progress"] = progress_rate(seen.quantity, start, aim, name)
    return rates
