"""The answer that a report gives, in one sentence, before anything else is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kpikit.judging.summary import Summary
from kpikit.judging.wording import quantity_words
from kpikit.language.messages import Language, say
from kpikit.report.headlines import Headline
from kpikit.report.model import Report

__all__ = ["answer_words"]

#: The counts that are told, in this order, those that there are.
_TOLD: Final = ("achieved", "not_achieved", "indeterminate", "forecast")


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
    told = report.open_words or _decided(report.mid_term.summary, lang)
    shares = (_share(each, lang) for each in report.headlines)
    return {"ja": "", "en": " "}[lang].join([_ended(told, lang), *shares])


def _decided(summary: Summary, lang: Language) -> str:
    """Say how many of the targets that are due were met and missed, and cannot be told."""
    if not summary.due:
        return say("answer-no-targets", lang)
    told = say("answer-comma", lang).join(_counted(summary, lang))
    return say("answer-decided", lang, due=summary.due, told=told)


def _counted(summary: Summary, lang: Language) -> Iterator[str]:
    for name in _TOLD:
        number = getattr(summary, name)
        if number:
            yield say(f"answer-{name}", lang, number=number)


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
