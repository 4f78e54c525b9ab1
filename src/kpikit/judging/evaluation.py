"""An evaluation: the verdict on one indicator, with all that led to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import final

import attrs

from kpikit._value import Value
from kpikit.judging.rates import Rate, achievement_rate, progress_rate
from kpikit.judging.wording import explanation
from kpikit.language.messages import Language
from kpikit.model.evidence import Evidence, Judgement, PartJudgement
from kpikit.model.indicator import Indicator, Target
from kpikit.model.observation import Observation
from kpikit.model.quantity import Quantity
from kpikit.model.rule import Rule
from kpikit.model.verdict import Flag, Reason, Verdict

__all__ = ["Evaluation"]


@final
@attrs.frozen(repr=False)
class Evaluation(Value):
    """The verdict on one indicator, and everything that it was reached from."""

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

    def explain(self, lang: Language = "ja") -> str:
        """Say in words how the verdict came about."""
        return explanation(self.judgement, self.evidence, self.target, lang)


def _rates(evaluation: Evaluation) -> dict[str, Rate]:
    aim = evaluation.aim
    seen = evaluation.observation
    if aim is None or seen is None or seen.quantity is None:
        return {}
    name = evaluation.indicator.name
    rates = {"achievement": achievement_rate(seen.quantity, aim, name)}
    start = evaluation.baseline and evaluation.baseline.quantity
    if start is not None:
        rates["progress"] = progress_rate(seen.quantity, start, aim, name)
    return rates
