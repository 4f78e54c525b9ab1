"""A grade: what a scheme makes of one evaluation."""

from __future__ import annotations

from decimal import Decimal
from typing import final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.rates import Rate
from kpikit.language.messages import CATALOGUE, Language, say
from kpikit.model.verdict import Flag

__all__ = ["Grade"]


@final
@attrs.frozen(repr=False)
class Grade(Value):
    """What one body's rule makes of one indicator."""

    #: The scheme, by its name.
    scheme: str
    #: What was graded: judged against the target that the scheme takes.
    evaluation: Evaluation
    #: The class, or ``None`` where it cannot be graded.
    label: str | None = None
    #: What the body prints: the label, or its mark for what is not graded.
    printed: str = attrs.field(default="", kw_only=True)
    #: Why it is not graded, a code; ``""`` if it is.
    undecided: str = attrs.field(default="", kw_only=True)
    #: The rate by its formula, neither rounded nor capped; ``None`` where the scheme takes none.
    rate: Rate | None = attrs.field(default=None, kw_only=True)
    #: The rate as the body prints it: ``94.2%``, ``100%超``; ``""`` where there is none.
    rate_text: str = attrs.field(default="", kw_only=True)
    #: The share of the period, in %, that the rate was divided by, or ``None``.
    elapsed: Decimal | None = attrs.field(default=None, kw_only=True)
    #: Publisher and title of the scheme, for :meth:`explain`.
    title: str = attrs.field(default="", kw_only=True)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What was taken as read."""
        return self.evaluation.flags

    def explain(self, lang: Language = "ja") -> str:
        """Say in words which rate led to the class, or why there is none."""
        text = say("grade-by", lang, title=self.title)
        if self.undecided:
            text += say("grade-none", lang, why=self._why(lang))
        else:
            text += say("grade-label", lang, label=self.label, how=self._how(lang))
        for flag in self.flags:
            text += say("explain-flag", lang, text=say(f"flag-{flag.value}", lang))
        return text

    def _why(self, lang: Language) -> str:
        if self.rate is not None and self.rate.undefined == self.undecided:
            return self.rate.explain(lang)
        code = f"undefined-{self.undecided}"
        return say(code if code in CATALOGUE else "undefined-not-judged", lang)

    def _how(self, lang: Language) -> str:
        if self.rate is None or self.rate.undefined:
            return ""
        text = say("grade-rate", lang, name=self.rate.explain(lang), rate=self.rate_text)
        if self.elapsed is not None:
            text += say("grade-elapsed", lang, share=f"{self.elapsed.normalize():f}")
        return text
