"""The answer that a report gives, in one sentence, before anything else is told.

Where nothing could be judged it says so first, and never that nothing was missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kpikit.judging.summary import MidTerm, Summary
from kpikit.judging.wording import quantity_words
from kpikit.language.messages import Language, say
from kpikit.model.observation import Missing
from kpikit.model.verdict import Verdict
from kpikit.report.headlines import Headline
from kpikit.report.model import Report

__all__ = ["answer_words", "clear_words"]

#: The counts that are told, in this order, those that there are.
_TOLD: Final = ("achieved", "not_achieved", "indeterminate", "forecast")
#: The counts of what may have been missed or be behind, for all that is known.
_UNKNOWN: Final = ("indeterminate", "forecast", "unknown")
#: How it is missing where an actual is given all the same.
_GIVEN: Final = (None, Missing.UNREADABLE)


def answer_words(report: Report) -> str:
    """Say what became of the plan, and whether the share that was published agrees.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> usage = kk.Indicator(
    ...     "利用率",
    ...     target=kk.AtLeast(kk.Quantity("60", "%")),
    ...     observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))],
    ... )
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    >>> answer_words(build_report(kk.evaluate(plan)))
    '目標のある1件のうち1件が未達成。'
    """
    lang = report.lang
    told = _unjudged(report) or report.open_words or _decided(report.mid_term.summary, lang)
    shares = (_share(each, lang) for each in report.headlines)
    return {"ja": "", "en": " "}[lang].join([_ended(told, lang), *shares])


def clear_words(report: Report) -> str:
    """Say that nothing was missed and nothing is behind, as far as that is known.

    It is ``""`` where something was missed or is behind.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("60", "%")))
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    >>> clear_words(build_report(kk.evaluate(plan)))
    '判定できた指標がないため、未達成や遅れがあるかどうかは分からない。'
    """
    summary, lang = report.mid_term.summary, report.lang
    if not _with_target(summary):
        return say("clear-no-targets", lang)
    if not _is_judged(summary):
        return say("clear-unjudged", lang)
    if summary.not_achieved or summary.behind:
        return ""
    left = [*_counted(summary, _UNKNOWN, "clear", lang)]
    if not left:
        return say("clear-all", lang)
    return say("clear-as-known", lang, left=say("answer-comma", lang).join(left))


def _with_target(summary: Summary) -> int:
    """Return how many have a target."""
    return summary.total - summary.not_applicable


def _is_judged(summary: Summary) -> bool:
    """Whether there is a verdict or a pace of anything."""
    return any((summary.decided, summary.forecast, summary.on_track, summary.behind))


def _unjudged(report: Report) -> str:
    """Say that there is nothing to judge, or that nothing could be; ``""`` of any other plan."""
    summary, lang = report.mid_term.summary, report.lang
    if not summary.total:
        return say("answer-no-indicators", lang)
    if not _with_target(summary):
        return say("answer-no-targets", lang, total=summary.total)
    if _is_judged(summary):
        return ""
    why = "" if _has_actual(report) else say("answer-no-actuals", lang)
    among = say("answer-comma", lang).join(_waiting(report.mid_term, lang))
    return say("answer-unjudged", lang, among=among, why=why)


def _waiting(counts: MidTerm, lang: Language) -> Iterator[str]:
    """Yield how many are due, how many may be, and how many are not."""
    summary = counts.summary
    if summary.due and not summary.open:
        yield say("answer-all-due", lang, number=summary.due)
    if counts.due and summary.open:
        yield say("answer-due", lang, number=counts.due)
    if counts.undated and summary.open:
        yield say("answer-undated", lang, number=counts.undated)
    if summary.open:
        yield say("answer-open", lang, number=summary.open, due=counts.deadline_words(lang))


def _has_actual(report: Report) -> bool:
    """Whether there is an actual of anything that has a target, be it one that is not read."""
    seen = (
        row.evaluation.observation
        for row in report.rows()
        if row.evaluation.verdict is not Verdict.NOT_APPLICABLE
    )
    return any(each is not None and each.missing in _GIVEN for each in seen)


def _decided(summary: Summary, lang: Language) -> str:
    """Say how many of the targets that are due were met and missed, and cannot be told."""
    told = say("answer-comma", lang).join(_counted(summary, _TOLD, "answer", lang))
    return say("answer-decided", lang, due=summary.due, told=told)


def _counted(summary: Summary, names: Iterable[str], what: str, lang: Language) -> Iterator[str]:
    """Yield the counts that are not zero, in the words of what is told."""
    for name in names:
        number = getattr(summary, name)
        if number:
            yield say(f"{what}-{name}", lang, number=number)


def _share(headline: Headline, lang: Language) -> str:
    """Say of a published share whether the recomputed one agrees."""
    published = quantity_words(headline.figure.share, lang)
    rate = headline.summary.rate
    if rate is None:
        return say("answer-share-none", lang, published=published)
    code = "answer-share-fits" if headline.fits else "answer-share-differs"
    return say(code, lang, published=published, share=rate, percent=headline.percent)


def _ended(text: str, lang: Language) -> str:
    """Return a sentence with its stop."""
    stop = {"ja": "。", "en": "."}[lang]
    return text if text.endswith(stop) else text + stop
