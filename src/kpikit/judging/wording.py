"""Values in words: quantities, rules, and the sentence that explains a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from kpikit.language.messages import Language, say
from kpikit.model.evidence import Evidence
from kpikit.model.indicator import Target
from kpikit.model.judgement import Judgement
from kpikit.model.observation import Missing, Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import Rule
from kpikit.model.rule.phrase import Filling, Phrase, of_rank
from kpikit.model.verdict import Reason, Verdict

__all__ = [
    "amount_words",
    "explanation",
    "number_words",
    "observation_words",
    "period_words",
    "quantity_words",
    "rule_words",
]

_MAN: Final = 10**4
_POWERS: Final = (("兆", 10**12), ("億", 10**8), ("万", _MAN))
_SEPARATOR: Final = {"ja": "、", "en": "; "}


def number_words(number: Decimal) -> str:
    """Write a number with thousands marks and all its digits.

    >>> number_words(Decimal("1.6E+4"))
    '16,000'
    """
    return f"{number:,f}"


def amount_words(number: Decimal, unit: str, lang: Language = "ja") -> str:
    """Write a number with its unit; in Japanese, round sums of yen as budgets have them.

    >>> amount_words(Decimal("19800000000"), "円"), amount_words(Decimal("1350000"), "人")
    ('198億円', '1,350,000人')
    """
    whole = int(number)
    if lang != "ja" or unit != "円" or not whole or whole != number or whole % _MAN:
        return f"{number_words(number)}{unit}"
    words: list[str] = ["-"] if whole < 0 else []
    left = abs(whole)
    for name, power in _POWERS:
        part, left = divmod(left, power)
        words += [f"{part:,}{name}"] if part else []
    return f"{''.join(words)}{unit}"


def quantity_words(quantity: Quantity, lang: Language = "ja") -> str:
    """Say a quantity.

    >>> quantity_words(Quantity("126", "部", change=Change.DECREASE, per="1案件"))
    '1案件当たり126部の減'
    >>> quantity_words(Quantity(lower="9", unit="割"), "en")
    '9割 or more'
    """
    text = _ends_words(quantity, lang)
    if quantity.margin is not None:
        text = say("words-approximate", lang, text=text)
    if quantity.change is not Change.LEVEL:
        text = say(f"words-{quantity.change.value}{of_rank(quantity)}", lang, text=text)
    if quantity.statistic:
        text = say("words-statistic", lang, text=text, statistic=quantity.statistic)
    if quantity.per:
        text = say("words-per", lang, text=text, per=quantity.per)
    return text


def period_words(period: Period, lang: Language = "ja") -> str:
    """Say a period.

    >>> from kpikit.model.period import FiscalYear
    >>> period_words(FiscalYear(2023)), period_words(FiscalYear(2023), "en")
    ('令和5年度', 'FY2023')
    """
    return period.japanese() if lang == "ja" else period.english()


def rule_words(rule: Rule | None, lang: Language = "ja") -> str:
    """Say what a rule asks for.

    >>> from kpikit.model.rule import AtMost
    >>> rule_words(AtMost(Quantity("126", "件")))
    '126件以下'
    >>> rule_words(AtMost(Quantity("126", "件")), "en")
    'at most 126件'
    """
    return say("words-no-rule", lang) if rule is None else _phrase_words(rule.phrase, lang)


def observation_words(seen: Observation | None, lang: Language = "ja") -> str:
    """Say what was observed, its benchmarks beside it.

    >>> observation_words(Observation(None, Quantity("48.2", "%")))
    '48.2%'
    """
    if seen is None or seen.missing is not None:
        return say("words-no-actual", lang)
    if seen.parts:
        told = [(each.label, observation_words(each.observation, lang)) for each in seen.parts]
        return _listed(told, lang)
    text = quantity_words(seen.quantity, lang) if seen.quantity else f"「{seen.outcome}」"
    beside = _SEPARATOR[lang].join(
        say("words-named", lang, name=each.name, value=quantity_words(each.quantity, lang))
        for each in seen.benchmarks
    )
    return say("words-beside", lang, text=text, beside=beside) if beside else text


def explanation(
    judgement: Judgement, evidence: Evidence, target: Target | None, lang: Language = "ja"
) -> str:
    """Say in words how a verdict came about, with what was taken as read."""
    asked = rule_words(judgement.rule or (target and target.rule), lang)
    told = observation_words(evidence.observation, lang)
    if judgement.reason is not None:
        code = _reason_code(judgement, judgement.reason, evidence)
    else:
        met = judgement.verdict is Verdict.ACHIEVED
        code = "explain-achieved" if met else "explain-not-achieved"
    text = say(code, lang, rule=asked, actual=told)
    if judgement.reference is not None:
        value = quantity_words(judgement.reference, lang)
        text += say("explain-reference", lang, value=value)
    text += _direction_words(evidence, target, lang)
    for flag in judgement.flags:
        text += say("explain-flag", lang, text=say(f"flag-{flag.value}", lang))
    return text


def _direction_words(evidence: Evidence, target: Target | None, lang: Language) -> str:
    """Say which cell tells which way is better, ``""`` where none does or the rule says it."""
    given = evidence.given_direction
    if given is None or target is None or not target.rule.is_undirected:
        return ""
    cell = " ".join(f"{given.heading} {given.text}".split())
    return say("explain-direction", lang, cell=cell)


#: Kinds of missing that say more than that there is no value.
_TOLD_APART: Final = (Missing.PENDING, Missing.NOT_PUBLISHED, Missing.SUPPRESSED)


def _reason_code(judgement: Judgement, reason: Reason, evidence: Evidence) -> str:
    """Return the code of the text of a reason; of a missing actual and of shares, by kind."""
    rule = judgement.rule
    if reason is Reason.RATE_OR_POINTS and rule is not None and rule.is_multiple:
        return f"reason-{reason.value}-multiple"
    missing = evidence.observation and evidence.observation.missing
    kind = f"-{missing.value}" if reason is Reason.NO_ACTUAL and missing in _TOLD_APART else ""
    return f"reason-{reason.value}{kind}"


def _ends_words(quantity: Quantity, lang: Language) -> str:
    unit = quantity.unit
    if quantity.is_point:
        return amount_words(quantity.value, unit, lang)
    ends: list[tuple[str, Decimal]] = []
    if quantity.lower is not None:
        ends.append(("words-at-least" if quantity.lower_closed else "words-above", quantity.lower))
    if quantity.upper is not None:
        code = "words-at-most" if quantity.upper_closed else "words-below"
        ends.append((code + _of_ceiling(quantity), quantity.upper))
    words = [say(code, lang, text=amount_words(number, unit, lang)) for code, number in ends]
    return {"ja": "", "en": " and "}[lang].join(words)


def _of_ceiling(quantity: Quantity) -> str:
    """Return the end of the code of a ceiling: 10位以下 would be the ranks from 10 on."""
    return of_rank(quantity) if quantity.lower in (None, quantity.upper) else ""


def _listed(parts: Iterable[tuple[str, str]], lang: Language) -> str:
    """Return what is said of several parts, each with its label."""
    return _SEPARATOR[lang].join(f"{label} {text}" if label else text for label, text in parts)


def _phrase_words(phrase: Phrase, lang: Language) -> str:
    if phrase.parts:
        return _listed([(label, _phrase_words(each, lang)) for label, each in phrase.parts], lang)
    fillings = {name: _filling_words(each, lang) for name, each in phrase.fillings}
    return say(phrase.code, lang, **fillings)


def _filling_words(filling: Filling, lang: Language) -> str:
    match filling:
        case Quantity():
            return quantity_words(filling, lang)
        case Phrase():
            return _phrase_words(filling, lang)
        case str() | int():
            return str(filling)
        case period:
            return period_words(period, lang)
