"""What a plan in mid-term comes to: no share of what is not due, but how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.summary.counts import Summary
from kpikit.judging.summary.distinct import distinct
from kpikit.judging.wording import period_words
from kpikit.language.messages import Language, say
from kpikit.model.period import Period, Span
from kpikit.model.verdict import Reason, Verdict

__all__ = ["MidTerm"]


#: No more deadlines than these are listed: of others the first and the last is told.
_FEW: Final = 2


def _in_order(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Sort by time, each period once."""
    return tuple(sorted(dict.fromkeys(periods), key=lambda each: (each.end, each.start)))


@final
@attrs.frozen(repr=False)
class MidTerm(Value):
    """The counts of some indicators, and by when those that are not due are to be met.

    >>> from kpikit.model.period import FiscalYear
    >>> counts = Summary(achieved=2, early=2, not_due=7, on_track=3, behind=2, unknown=2)
    >>> print(MidTerm(counts, [FiscalYear(2027)]).explain())
    9件中2件が到達。残る7件(期限 令和9年度)は順調3・遅れ2・不明2
    """

    #: The counts.
    summary: Summary
    #: The periods of the targets that are not due and not met, in the order of time.
    deadlines: tuple[Period, ...] = attrs.field(default=(), converter=_in_order)
    #: How many of those that count as due have a date that could not be read.
    undated: int = 0

    @classmethod
    def of(cls, evaluations: Iterable[Evaluation]) -> MidTerm:
        """Count evaluations, and collect by when those that are not due are to be met."""
        rows = [*distinct(evaluations)]
        counted = [each for each, counts_here in rows if counts_here]
        targets = (each.target for each in counted if each.verdict is Verdict.NOT_DUE)
        return cls(
            Summary.of(each for each, _ in rows),
            [each.period for each in targets if each and each.period],
            sum(each.reason is Reason.TARGET_UNDATED for each in counted),
        )

    def explain(self, lang: Language = "ja") -> str:
        """Say what is met of what is open and how the rest stands, ``""`` where nothing is open.

        What is due is told before it, with the share achieved and of how many.
        """
        if not self.summary.open:
            return ""
        told = [self._of_due(lang), self._undated(lang), self._met(lang), self._left(lang)]
        return {"ja": "", "en": " "}[lang].join(filter(None, told))

    def deadline_words(self, lang: Language = "ja") -> str:
        """Say by when those that are not due are to be met: two dates, or the first and the last.

        >>> from kpikit.model.period import FiscalYear
        >>> years = [FiscalYear(2027), FiscalYear(2025), FiscalYear(2026)]
        >>> MidTerm(Summary(not_due=2), years[:2]).deadline_words()
        '令和7年度、令和9年度'
        >>> MidTerm(Summary(not_due=3), years).deadline_words()
        '令和7年度～令和9年度'
        """
        ends = (each.last if isinstance(each, Span) else each for each in self.deadlines)
        words = [*dict.fromkeys(period_words(each, lang) for each in ends)]
        if len(words) <= _FEW:
            return say("chart-comma", lang).join(words)
        return say("total-range", lang, low=words[0], high=words[-1])

    def __add__(self, other: MidTerm) -> MidTerm:
        """Add the counts of disjoint sets of indicators."""
        return MidTerm(
            self.summary + other.summary,
            self.deadlines + other.deadlines,
            self.undated + other.undated,
        )

    @property
    def due(self) -> int:
        """How many are due, without those of which nobody can tell.

        >>> MidTerm(Summary(achieved=2, indeterminate=1), undated=1).due
        2
        """
        return self.summary.due - self.undated

    def _undated(self, lang: Language) -> str:
        return say("mid-term-undated", lang, count=self.undated) if self.undated else ""

    def _of_due(self, lang: Language) -> str:
        share, due = self.summary.rate, self.due
        if share is None:
            return say("mid-term-undecided", lang, due=due) if due else ""
        return say(
            "mid-term-due",
            lang,
            due=due,
            decided=share.denominator,
            achieved=share.numerator,
            percent=share.percent(),
        )

    def _met(self, lang: Language) -> str:
        counts = self.summary
        among = say("mid-term-open" if counts.due else "mid-term-all", lang, open=counts.open)
        code = "mid-term-expected" if counts.early_forecast else "mid-term-met"
        met, expected = counts.early, counts.early_forecast
        if not (met or expected) and counts.not_due:
            due, paces = self.deadline_words(lang), self._paces(lang)
            return say("mid-term-none-met", lang, among=among, due=due, paces=paces)
        return say(code, lang, among=among, met=met, expected=expected)

    def _left(self, lang: Language) -> str:
        """Say how the others stand, where some are met; of none, that is said with them."""
        counts = self.summary
        if not counts.not_due or not (counts.early or counts.early_forecast):
            return ""
        left, due = counts.not_due, self.deadline_words(lang)
        return say("mid-term-left", lang, left=left, due=due, paces=self._paces(lang))

    def _paces(self, lang: Language) -> str:
        counts = self.summary
        if counts.unknown == counts.not_due:
            return say("mid-term-paces-unknown", lang)
        return say(
            "mid-term-paces",
            lang,
            on_track=counts.on_track,
            behind=counts.behind,
            unknown=counts.unknown,
        )
