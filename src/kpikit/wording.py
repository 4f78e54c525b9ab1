"""Values in words: quantities, rules, and the sentence that explains a verdict."""

from __future__ import annotations

from decimal import Decimal
from functools import singledispatch
from typing import Final

import attrs

from kpikit.evidence import Evidence, Judgement
from kpikit.indicator import Target
from kpikit.messages import Language, say
from kpikit.observation import Missing, Observation
from kpikit.period import Period
from kpikit.quantity import Change, Quantity
from kpikit.rule import (
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Comparator,
    DefinedElsewhere,
    Exactly,
    Exploratory,
    Improve,
    IncreaseBy,
    Maintain,
    Qualitative,
    Reach,
    ReduceBy,
    RelativeTo,
    Rule,
    Unset,
)
from kpikit.unit import is_rank
from kpikit.verdict import Reason, Verdict

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
        text = say(f"words-{quantity.change.value}", lang, text=text)
    if quantity.statistic:
        text = say("words-statistic", lang, text=text, statistic=quantity.statistic)
    if quantity.per:
        text = say("words-per", lang, text=text, per=quantity.per)
    return text


def period_words(period: Period, lang: Language = "ja") -> str:
    """Say a period.

    >>> from kpikit.period import FiscalYear
    >>> period_words(FiscalYear(2023)), period_words(FiscalYear(2023), "en")
    ('令和5年度', 'FY2023')
    """
    return period.japanese() if lang == "ja" else period.english()


def rule_words(rule: Rule | None, lang: Language = "ja") -> str:
    """Say what a rule asks for.

    >>> rule_words(AtMost(Quantity("126", "件")))
    '126件以下'
    >>> rule_words(AtMost(Quantity("126", "件")), "en")
    'at most 126件'
    """
    return say("words-no-rule", lang) if rule is None else _rule_words(rule, lang)


def observation_words(seen: Observation | None, lang: Language = "ja") -> str:
    """Say what was observed, its benchmark beside it.

    >>> observation_words(Observation(None, Quantity("48.2", "%")))
    '48.2%'
    """
    if seen is None or seen.missing is not None:
        return say("words-no-actual", lang)
    if seen.parts:
        return _SEPARATOR[lang].join(
            f"{each.label}{' ' if each.label else ''}{observation_words(each.observation, lang)}"
            for each in seen.parts
        )
    text = quantity_words(seen.quantity, lang) if seen.quantity else f"「{seen.outcome}」"
    if seen.benchmark is None:
        return text
    value = quantity_words(seen.benchmark.quantity, lang)
    return say("words-beside", lang, text=text, name=seen.benchmark.name, value=value)


def explanation(
    judgement: Judgement, evidence: Evidence, target: Target | None, lang: Language = "ja"
) -> str:
    """Say in words how a verdict came about, with what was taken as read."""
    asked = rule_words(judgement.rule or (target and target.rule), lang)
    told = observation_words(evidence.observation, lang)
    if judgement.reason is not None:
        text = say(_reason_code(judgement.reason, evidence), lang, rule=asked, actual=told)
    elif judgement.verdict is Verdict.ACHIEVED:
        text = say("explain-achieved", lang, rule=asked, actual=told)
    else:
        text = say("explain-not-achieved", lang, rule=asked, actual=told)
    if judgement.reference is not None:
        value = quantity_words(judgement.reference, lang)
        text += say("explain-reference", lang, value=value)
    for flag in judgement.flags:
        text += say("explain-flag", lang, text=say(f"flag-{flag.value}", lang))
    return text


#: Kinds of missing that say more than that there is no value.
_TOLD_APART: Final = (Missing.PENDING, Missing.NOT_PUBLISHED, Missing.SUPPRESSED)


def _reason_code(reason: Reason, evidence: Evidence) -> str:
    """Return the code of the text of a reason; for a missing actual, of its kind."""
    missing = evidence.observation and evidence.observation.missing
    kind = f"-{missing.value}" if reason is Reason.NO_ACTUAL and missing in _TOLD_APART else ""
    return f"reason-{reason.value}{kind}"


def _ends_words(quantity: Quantity, lang: Language) -> str:
    unit = quantity.unit
    if quantity.is_point:
        return amount_words(quantity.value, unit, lang)
    words: list[str] = []
    if quantity.lower is not None:
        code = "words-at-least" if quantity.lower_closed else "words-above"
        words.append(say(code, lang, text=amount_words(quantity.lower, unit, lang)))
    if quantity.upper is not None:
        code = f"{'words-at-most' if quantity.upper_closed else 'words-below'}{_of_rank(quantity)}"
        words.append(say(code, lang, text=amount_words(quantity.upper, unit, lang)))
    return {"ja": "", "en": " and "}[lang].join(words)


def _of_rank(quantity: Quantity) -> str:
    """Return the end of the code of a ceiling: 10位以下 would be the ranks from 10 on."""
    return "-rank" if is_rank(quantity.unit) and quantity.lower in (None, quantity.upper) else ""


def _multiple_words(number: Quantity, reference: str, lang: Language) -> str:
    text = quantity_words(number, lang)
    return say("rule-multiple", lang, text=text, reference=reference) if reference else text


@singledispatch
def _rule_words(rule: Rule, lang: Language) -> str:
    raise NotImplementedError(f"no words for {type(rule).__name__}")


@_rule_words.register
def _(rule: AtLeast, lang: Language) -> str:
    code = "rule-above" if rule.strict else "rule-at-least"
    return say(code, lang, text=_multiple_words(rule.bound, rule.reference, lang))


@_rule_words.register
def _(rule: AtMost, lang: Language) -> str:
    code = f"{'rule-below' if rule.strict else 'rule-at-most'}{_of_rank(rule.bound)}"
    return say(code, lang, text=_multiple_words(rule.bound, rule.reference, lang))


@_rule_words.register
def _(rule: Between, lang: Language) -> str:
    return _multiple_words(rule.band, rule.reference, lang)


@_rule_words.register
def _(rule: Exactly, lang: Language) -> str:
    return say("rule-exactly", lang, text=quantity_words(rule.value, lang))


@_rule_words.register
def _(rule: Reach, lang: Language) -> str:
    return say("rule-reach", lang, text=_multiple_words(rule.value, rule.reference, lang))


@_rule_words.register(ReduceBy)
@_rule_words.register(IncreaseBy)
def _(rule: ReduceBy | IncreaseBy, lang: Language) -> str:
    base = quantity_words(rule.base, lang) if rule.base else rule.reference
    text = quantity_words(rule.by, lang)
    code = f"rule-{rule.sense.value}{'-above' if rule.strict else ''}"
    words = say(code, lang, text=text)
    return say("rule-of-base", lang, text=words, base=base) if base else words


@_rule_words.register
def _(rule: RelativeTo, lang: Language) -> str:
    reference = rule.reference
    if rule.lag:
        reference = say("rule-lag", lang, reference=reference, lag=rule.lag)
    if rule.margin is not None:
        away = rule.margin.value < 0  # no more than so far on the other side
        above = rule.comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
        side = "above" if above is not away else "below"
        amount = abs(rule.margin.value)
        margin = quantity_words(attrs.evolve(rule.margin, lower=amount, upper=amount), lang)
        reference = say(f"rule-margin-{side}", lang, reference=reference, margin=margin)
    return say(f"rule-relative-{rule.comparator.value}", lang, reference=reference)


@_rule_words.register
def _(rule: Maintain, lang: Language) -> str:
    kept = rule.reference if rule.value is None else quantity_words(rule.value, lang)
    way = f"-{rule.direction.value}" if rule.direction else ""
    return say(f"rule-maintain{way}", lang, text=kept)


@_rule_words.register
def _(rule: Improve, lang: Language) -> str:
    way = rule.direction.value if rule.direction else "better"
    return say(f"rule-improve-{way}", lang, reference=rule.reference)


@_rule_words.register
def _(rule: Qualitative, lang: Language) -> str:
    return say("rule-qualitative", lang, text=rule.outcome)


@_rule_words.register
def _(rule: DefinedElsewhere, lang: Language) -> str:
    return say("rule-defined-elsewhere", lang, text=rule.document)


@_rule_words.register
def _(_rule: Exploratory, lang: Language) -> str:
    return say("rule-exploratory", lang)


@_rule_words.register
def _(_rule: Unset, lang: Language) -> str:
    return say("rule-unset", lang)


@_rule_words.register
def _(rule: AllOf, lang: Language) -> str:
    return _SEPARATOR[lang].join(
        f"{each.label}{' ' if each.label else ''}{rule_words(each.rule, lang)}"
        for each in rule.parts
    )
