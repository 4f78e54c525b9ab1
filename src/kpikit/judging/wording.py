"""Values in words: quantities, periods, observations, rules and what was taken as read.

In Japanese a row's own words are used, as far as :class:`Spelling` knows them; in English numbers
have English units where there is a word for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final
from unicodedata import category

from kpikit.judging.amounts import amount_words, is_bare, noun_words, number_words
from kpikit.judging.spelling import AS_USUAL, Spelling
from kpikit.language.lexicon import BRACKETED
from kpikit.language.messages import CATALOGUE, Language, say
from kpikit.language.statistic import MEANS
from kpikit.language.units import COUNTS, MEASURES
from kpikit.model.comparison import is_total
from kpikit.model.observation import Observation
from kpikit.model.period import Period
from kpikit.model.quantity import Change, Quantity, evolved
from kpikit.model.rule import Rule
from kpikit.model.rule.phrase import Filling, Phrase, of_rank
from kpikit.model.rule.reference import year_named
from kpikit.model.unit import is_rank, is_ratio, years_counted
from kpikit.model.verdict import Direction, Flag

__all__ = [
    "amount_words",
    "change_words",
    "flag_words",
    "is_by_stroke",
    "is_of_each",
    "is_unit_of",
    "number_words",
    "observation_words",
    "per_words",
    "period_words",
    "quantity_words",
    "rule_words",
    "statistic_words",
]

_CHANGES: Final = (Change.INCREASE, Change.DECREASE)
_SEPARATOR: Final = {"ja": "、", "en": "; "}
#: The code of a share of something.
_OF_A_SHARE: Final = "words-per-share"
#: The codes of a share of each year, or of each month.
_OF_EACH: Final = ("words-per-年-share", "words-per-月-share")
#: The code of what is per something, as a unit has it.
_BY_STROKE: Final = "words-per-stroke"
#: The code of what another document sets.
_ELSEWHERE: Final = "rule-defined-elsewhere"
#: The kind of a bracket that closes.
_CLOSING: Final = "Pe"


def quantity_words(quantity: Quantity, lang: Language = "ja", spelling: Spelling = AS_USUAL) -> str:
    """Say a quantity.

    >>> quantity_words(Quantity("126", "部", change=Change.DECREASE, per="1案件"))
    '1案件当たり126部の減少'
    >>> quantity_words(Quantity(lower="9", unit="割"), "en")
    '90% (9割) or more'
    """
    text = _size_words(quantity, lang, spelling)
    if is_bare(quantity):
        return text  # as most are
    if quantity.change is not Change.LEVEL:
        code = f"words-{quantity.change.value}{of_rank(quantity)}"
        text = say(code, lang, text=text, change=_change_words(quantity.change, lang, spelling))
    return _based_words(quantity, text, lang, spelling)


def period_words(period: Period, lang: Language = "ja") -> str:
    """Say a period.

    >>> from kpikit.model.period import FiscalYear
    >>> period_words(FiscalYear(2023)), period_words(FiscalYear(2023), "en")
    ('令和5年度', 'FY2023')
    """
    return _period_words(period, lang)


@lru_cache(maxsize=1024)
def _period_words(period: Period, lang: Language) -> str:
    """Say a period; the same few come again in every row."""
    return period.japanese() if lang == "ja" else period.english()


def rule_words(rule: Rule | None, lang: Language = "ja", spelling: Spelling = AS_USUAL) -> str:
    """Say what a rule asks for.

    >>> from kpikit.model.rule import AtMost
    >>> rule_words(AtMost(Quantity("126", "件")))
    '126件以下'
    >>> rule_words(AtMost(Quantity("126", "件")), "en")
    'at most 126 cases'
    """
    if rule is None:
        return say("words-no-rule", lang)
    return _phrase_words(rule.phrase, lang, spelling)


def observation_words(
    seen: Observation | None, lang: Language = "ja", spelling: Spelling = AS_USUAL
) -> str:
    """Say what was observed, its benchmarks beside it.

    >>> observation_words(Observation(None, Quantity("48.2", "%")))
    '48.2%'
    """
    if seen is None or seen.missing is not None:
        return say("words-no-actual", lang)
    if seen.parts:
        told = [
            (each.label, observation_words(each.observation, lang, spelling)) for each in seen.parts
        ]
        return _listed(told, lang)
    quantity = seen.quantity
    text = quantity_words(quantity, lang, spelling) if quantity else f"「{seen.outcome}」"
    beside = _SEPARATOR[lang].join(
        say(
            "words-named",
            lang,
            name=noun_words(each.name, lang),
            value=quantity_words(each.quantity, lang, spelling),
        )
        for each in seen.benchmarks
    )
    return say("words-beside", lang, text=text, beside=beside) if beside else text


def flag_words(flag: Flag, lang: Language = "ja", way: Direction | None = None) -> str:
    """Say what was taken as read, with which way is better where that is known.

    >>> flag_words(Flag.DIRECTION_FROM_NAME, "en", Direction.HIGHER)
    'by its name this is an indicator that should rise'
    """
    code = f"flag-{flag.value}"
    with_way = f"{code}-{way.value}" if way is not None else code
    return say(with_way if with_way in CATALOGUE else code, lang)


def _size_words(quantity: Quantity, lang: Language, spelling: Spelling) -> str:
    """Say the numbers of a quantity, whatever they are the change or the mean of, or per."""
    text = _ends_words(quantity, lang, spelling)
    if quantity.margin is None:
        return text
    if spelling.around and lang == "ja":
        return text + spelling.around
    return say("words-approximate", lang, text=text)


def _based_words(quantity: Quantity, text: str, lang: Language, spelling: Spelling) -> str:
    """Say what a value is per: 1人当たり, 年間; a share is one of something, 年間稼働時間の0.1%.

    Where the row has it behind a stroke, so it is told: 171.6円/㎥.
    """
    if quantity.statistic:
        statistic = statistic_words(quantity, lang)
        text = say("words-statistic", lang, text=text, statistic=statistic)
    if not quantity.per:
        return text
    code = _code_of_basis(quantity)
    if lang == "ja" and is_by_stroke(quantity, spelling):
        code = _BY_STROKE
    return say(code, lang, text=text, per=noun_words(quantity.per, lang))


def is_by_stroke(quantity: Quantity, spelling: Spelling) -> bool:
    """Whether its row has what it is per behind a stroke, and so it can be told.

    >>> is_by_stroke(Quantity("5", "mg", per="L"), Spelling.found(["mg/L"]))
    True
    """
    is_level = quantity.change is Change.LEVEL and not quantity.statistic
    return quantity.per in spelling.per and is_level and quantity.is_point and quantity.unit != ""


def per_words(quantity: Quantity, lang: Language = "ja") -> str:
    """Say what a value is per, ``""`` if it is per nothing.

    >>> per_words(Quantity("12", "件", per="年")), per_words(Quantity("5", "人", per="1案件"))
    ('年間', '1案件当たり')
    """
    if not quantity.per:
        return ""
    noun, code = noun_words(quantity.per, lang), _code_of_basis(quantity)
    return noun if code == _OF_A_SHARE else say(code, lang, text="", per=noun).strip()


def is_of_each(quantity: Quantity) -> bool:
    """Whether it is a share or a total of each year, or of each month: 毎年30%.

    >>> is_of_each(Quantity("30", "%", per="年")), is_of_each(Quantity("30", "件", per="年"))
    (True, False)
    """
    return _code_of_basis(quantity) in _OF_EACH


def statistic_words(quantity: Quantity, lang: Language = "ja") -> str:
    """Say how a value is totalled, ``""`` if nothing says so.

    >>> statistic_words(Quantity("12", "件", statistic="累計"))
    '累計'
    """
    return noun_words(quantity.statistic, lang)


def change_words(quantity: Quantity, lang: Language = "ja", spelling: Spelling = AS_USUAL) -> str:
    """Say which change a number is of, by the word of the row; ``""`` if it is of none.

    >>> change_words(Quantity("5", "件", change=Change.INCREASE)), change_words(Quantity("5", "件"))
    ('増加', '')
    """
    change = quantity.change
    return "" if change is Change.LEVEL else _change_words(change, lang, spelling)


def _code_of_basis(quantity: Quantity) -> str:
    """Return the code of the words for what a value is per."""
    per = quantity.per
    is_of = is_ratio(quantity.unit) or is_total(quantity.statistic)
    if years_counted(per) > 1 and not (is_of or quantity.statistic in MEANS):
        return "words-per-years"
    share = "-share" if is_of else ""
    of_any = "words-per-one" if per in COUNTS or per in MEASURES else f"words-per{share}"
    own = f"words-per-{per}{share}"
    return own if own in CATALOGUE else of_any


def _change_words(
    change: Change, lang: Language, spelling: Spelling, usual: str = "change-decrease"
) -> str:
    """Say a change of that sense, a decrease by the word of the row if it has one."""
    if change is Change.INCREASE:
        return say("change-increase", lang)
    own = f"change-{spelling.cut}"
    return say(own if own in CATALOGUE else usual, lang)


def _ends_words(quantity: Quantity, lang: Language, spelling: Spelling) -> str:
    lower, upper = quantity.lower, quantity.upper
    if lower is not None and lower == upper:
        return _number_words(quantity, lower, lang, spelling)
    ends: list[tuple[str, Decimal]] = []
    if lower is not None:
        ends.append(("words-at-least" if quantity.lower_closed else "words-above", lower))
    if upper is not None:
        code = "words-at-most" if quantity.upper_closed else "words-below"
        ends.append((code + _of_ceiling(quantity), upper))
    words = [
        say(code, lang, text=_number_words(quantity, number, lang, spelling))
        for code, number in ends
    ]
    return {"ja": "", "en": " and "}[lang].join(words)


def _number_words(quantity: Quantity, number: Decimal, lang: Language, spelling: Spelling) -> str:
    """Say one number of a quantity; a rank is a place, where a change of it is so many places."""
    words = amount_words(number, quantity.unit, lang, spelling)
    if not is_rank(quantity.unit) or quantity.change is not Change.LEVEL:
        return words
    if lang == "en":
        return say("words-place", lang, text=number_words(number))
    return spelling.scope + words


def _of_ceiling(quantity: Quantity) -> str:
    """Return the end of the code of a ceiling: 10位以下 would be the ranks from 10 on."""
    return of_rank(quantity) if quantity.lower in (None, quantity.upper) else ""


def _listed(parts: Iterable[tuple[str, str]], lang: Language, spelling: Spelling = AS_USUAL) -> str:
    """Return what is said of several parts, each with its label unless that is its unit.

    What stands in brackets behind another value stands so again: 6件(23件).

    >>> _listed([("", "6件以上"), ("括弧内", "23件以上")], "ja")
    '6件以上(23件以上)'
    >>> _listed([("", "80%以上"), ("", "前年度以上")], "ja", Spelling(both="かつ"))
    '80%以上かつ前年度以上'
    """
    pairs = [*parts]
    is_both = spelling.both and not any(label for label, _ in pairs)
    separator = {"ja": spelling.both, "en": " and "}[lang] if is_both else _SEPARATOR[lang]
    told: list[str] = []
    for label, text in pairs:
        if label == BRACKETED and told:
            told[-1] = say("words-beside", lang, text=told[-1], beside=text)
        else:
            told.append(_labelled(label, text))
    return separator.join(told)


def _labelled(label: str, text: str) -> str:
    """Put a label before a text that does not say it, with a blank unless it is in brackets.

    >>> _labelled("男性", "9.8%"), _labelled("【現場】", "5人"), _labelled("社", "21社")
    ('男性 9.8%', '【現場】5人', '21社')
    """
    if not label or text.startswith(label) or is_unit_of(label, text):
        return text
    return f"{label}{text}" if category(label[-1]) == _CLOSING else f"{label} {text}"


def is_unit_of(label: str, text: str) -> bool:
    """Whether the label of a part is no more than the unit of what is said of it.

    >>> is_unit_of("社", "21社"), is_unit_of("社", "21 companies"), is_unit_of("女", "6人")
    (True, True, False)
    """
    code = f"unit-{label}"
    english = say(code, "en").split("|") if code in CATALOGUE else []
    forms = "|".join(map(re.escape, (label, *english)))
    return re.search(rf"\d ?(?:{forms})", text) is not None


def _phrase_words(phrase: Phrase, lang: Language, spelling: Spelling) -> str:
    if phrase.parts:
        told = [(label, _phrase_words(each, lang, spelling)) for label, each in phrase.parts]
        return _listed(told, lang, spelling)
    change = _change_in(phrase.code)
    if change is None:
        fillings = {name: _filling_words(each, lang, spelling) for name, each in phrase.fillings}
        if phrase.code == _ELSEWHERE and spelling.set_there and lang == "ja":
            return fillings["text"] + spelling.set_there
        return say(phrase.code, lang, **fillings)
    words = _change_words(change, lang, spelling, "change-wanted")
    sizes = {
        name: _changed_words(each, change, lang, spelling)
        for name, each in phrase.fillings
        if isinstance(each, Quantity)
    }
    return say(phrase.code, lang, change=words, **sizes)


@cache
def _change_in(code: str) -> Change | None:
    """Return the change that the code of a phrase tells of, ``None`` if of none."""
    return next((each for each in _CHANGES if each.value in code), None)


def _changed_words(size: Quantity, change: Change, lang: Language, spelling: Spelling) -> str:
    """Say by how much something is to change, without the word for the change."""
    text = _size_words(evolved(size, change=change), lang, spelling)
    return _based_words(size, text, lang, spelling)


def _filling_words(filling: Filling, lang: Language, spelling: Spelling) -> str:
    match filling:
        case Quantity():
            return quantity_words(filling, lang, spelling)
        case Phrase():
            return _phrase_words(filling, lang, spelling)
        case str():
            named = year_named(filling) if lang == "en" else None
            return noun_words(filling, lang) if named is None else period_words(named, lang)
        case int():
            return str(filling)
        case period:
            return period_words(period, lang)
