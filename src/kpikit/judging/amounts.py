"""Numbers with their units in words."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Final

from kpikit.judging.spelling import AS_USUAL, Spelling
from kpikit.language.messages import CATALOGUE, Language, say
from kpikit.language.pattern import pattern
from kpikit.language.statistic import YEARLY
from kpikit.language.units import COUNTS, MULTIPLIERS, PERCENT, POWERS, YEN
from kpikit.model.quantity import EXACT, Change, Quantity, evolved, is_endless
from kpikit.model.unit import is_ratio, scale_of, years_counted

__all__ = [
    "amount_words",
    "as_written",
    "is_bare",
    "noun_words",
    "number_words",
    "places_of",
    "places_written",
    "rounded",
]

_MAN: Final = 10**4
_POWERS: Final = (("兆", 10**12), ("億", 10**8), ("万", _MAN))
_ZEROS: Final = {word: Decimal(factor) for word, factor in MULTIPLIERS}
#: Words of English for sums of yen, each with the least that it is said of and its digits.
_LARGE: Final = (("billion", 9), ("million", 6))
#: A number of units that values are of: 5年間.
_COUNTED: Final = pattern(r"(\d+)(\D+)")
#: The digits that are shown of a number without end, and what says that it goes on.
_TO_HERE: Final = Decimal("0.0001")
_GOES_ON: Final = "…"
#: How a unit of an area or a volume ends.
_RAISED: Final = ("2", "3")
#: What turns a counter into the name of a count: 件数.
_NUMBER_OF: Final = "数"
#: More decimals of a billion or a million are not read at a glance.
_DECIMALS: Final = 3


def number_words(number: Decimal) -> str:
    """Write a number with thousands marks and all its digits, or the first of one without end.

    >>> number_words(Decimal("1.6E+4")), number_words(EXACT.divide(Decimal(100), Decimal(3)))
    ('16,000', '33.3333…')
    """
    if is_endless(number):
        return f"{number.quantize(_TO_HERE, ROUND_DOWN, EXACT):,f}{_GOES_ON}"
    return f"{number:,f}"


def amount_words(
    number: Decimal, unit: str, lang: Language = "ja", spelling: Spelling = AS_USUAL
) -> str:
    """Write a number with its unit: in Japanese as the row or a budget has it, or in English.

    >>> amount_words(Decimal("19800000000"), "円"), amount_words(Decimal("1350000"), "人")
    ('198億円', '1,350,000人')
    >>> amount_words(Decimal("9"), "割", "en"), amount_words(Decimal("21"), "事業", "en")
    ('90% (9割)', '21 projects')
    >>> amount_words(Decimal("152"), "件数"), amount_words(Decimal("390"), "千m2")
    ('152件', '390千㎡')
    >>> told = Spelling.found(["355万人"])
    >>> (
    ...     amount_words(Decimal("12000"), "人", "ja", told),
    ...     amount_words(Decimal("264"), "人", "ja", told),
    ... )
    ('1.2万人', '264人')
    """
    if lang == "en":
        return _in_english(number, unit)
    if unit.endswith(_NUMBER_OF) and unit.removesuffix(_NUMBER_OF) in COUNTS:
        unit = unit.removesuffix(_NUMBER_OF)
    word, shown = spelling.multiplier(unit), _with_signs(unit)
    if word and abs(number) >= _ZEROS[word]:
        return f"{number_words(EXACT.divide(number, _ZEROS[word]))}{word}{shown}"
    return f"{_as_budgets_have_it(number) if unit == YEN else number_words(number)}{shown}"


def noun_words(word: str, lang: Language = "ja") -> str:
    """Return a unit or what values are compared with, in English where there is a word for it.

    >>> noun_words("全国平均", "en"), noun_words("1案件", "en"), noun_words("年", "en")
    ('the national average', 'case', 'year')
    >>> noun_words("m3"), noun_words("m3", "en"), noun_words("5年間", "en")
    ('㎥', 'm³', '5 years')
    """
    if lang == "ja":
        return _with_signs(word)
    for code in (f"noun-{word}", f"unit-{word.removeprefix('1')}"):
        if code in CATALOGUE:
            return say(code, lang).split("|")[0]
    years = years_counted(word)
    if years > 1:
        return _in_english(Decimal(years), YEARLY)
    counted = _COUNTED.fullmatch(word)
    return _in_english(Decimal(counted[1]), counted[2]) if counted else word


def _with_signs(unit: str) -> str:
    """Return a unit of an area or a volume as it is printed: 千㎡."""
    if not unit.endswith(_RAISED):
        return unit  # as most are
    power = next((each for each in POWERS if unit.endswith(each)), "")
    return unit.removesuffix(power) + say(f"unit-{power}", "ja") if power else unit


def is_bare(quantity: Quantity) -> bool:
    """Whether a quantity is a level in its unit and nothing else: of no basis, no statistic.

    >>> is_bare(Quantity("12", "か所")), is_bare(Quantity("12", "件", per="年"))
    (True, False)
    """
    return quantity.change is Change.LEVEL and not (quantity.per or quantity.statistic)


def places_of(quantity: Quantity | None) -> int:
    """Return how many decimals a quantity is written with.

    >>> places_of(Quantity("48.20", "%")), places_of(None)
    (2, 0)
    """
    if quantity is None:
        return 0
    lower, upper = quantity.lower, quantity.upper
    ends = [end for end in ((lower,) if lower is upper else (lower, upper)) if end is not None]
    return max([-int(end.as_tuple().exponent) for end in ends])


def places_written(quantity: Quantity, spelling: Spelling = AS_USUAL) -> int:
    """Return how many decimals a quantity has as its row writes it, below 0 of large numbers.

    >>> places_written(Quantity("9060000", "円"), Spelling.found(["906万円"]))
    -4
    >>> places_written(Quantity("9065000", "円"), Spelling.found(["906.5万円"]))
    -3
    """
    word = spelling.multiplier(quantity.unit)
    if not word:
        return places_of(quantity)
    ends = [end for end in (quantity.lower, quantity.upper) if end]
    last = min((int(end.normalize(EXACT).as_tuple().exponent) for end in ends), default=0)
    return max(-_ZEROS[word].adjusted(), -last)


def rounded(quantity: Quantity, places: int, rounding: str) -> Quantity:
    """Return a single number with at most so many decimals, approximate if that changed it.

    >>> from decimal import ROUND_CEILING
    >>> rounded(Quantity("91.451", "%"), 2, ROUND_CEILING)
    Quantity('91.46', '%', margin='0.01')
    """
    if places_of(quantity) <= places:
        return quantity
    unit = Decimal(1).scaleb(-places)
    number = quantity.value.quantize(unit, rounding, EXACT)
    margin = quantity.margin if number == quantity.value else unit
    return evolved(quantity, lower=number, upper=number, margin=margin)


def as_written(quantity: Quantity, places: int, rounding: str) -> Quantity:
    """Return a single number with one decimal more than are written, or none more if it has none.

    >>> from decimal import ROUND_HALF_UP
    >>> as_written(Quantity("1917.00", "kWh"), 0, ROUND_HALF_UP)
    Quantity('1917', 'kWh')
    """
    if places_of(quantity) <= places:
        return quantity  # as most are
    found = rounded(quantity, places + 1, rounding)
    short = found.value.quantize(Decimal(1).scaleb(-places), rounding, EXACT)
    return rounded(found, places, rounding) if short == found.value else found


def _as_budgets_have_it(number: Decimal) -> str:
    """Write a round sum in 兆, 億 and 万."""
    whole = int(number)
    if not whole or whole != number or whole % _MAN:
        return number_words(number)
    words: list[str] = ["-"] if whole < 0 else []
    left = abs(whole)
    for name, power in _POWERS:
        part, left = divmod(left, power)
        words += [f"{part:,}{name}"] if part else []
    return "".join(words)


def _in_english(number: Decimal, unit: str) -> str:
    if is_ratio(unit) and unit != PERCENT:
        share = EXACT.multiply(number, scale_of(unit).numerator)
        return f"{number_words(_plain(share))}% ({number_words(number)}{unit})"
    number, unit = _multiplied(number, unit)
    if unit == YEN:
        return f"{_large(number)} {say('unit-円', 'en')}"
    if f"unit-{unit}" in CATALOGUE:
        one, _, more = say(f"unit-{unit}", "en").partition("|")
        return f"{number_words(number)} {one if number == 1 or not more else more}"
    gap = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{number_words(number)}{gap}{unit}"


def _multiplied(number: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a number of thousands or more, 355.0万人, in ones."""
    for word, zeros in _ZEROS.items():
        if unit.startswith(word):
            return _multiplied(_plain(EXACT.multiply(number, zeros)), unit.removeprefix(word))
    return number, unit


def _plain(number: Decimal) -> Decimal:
    """Return a whole number without decimals that are zero."""
    whole = number.to_integral_value()
    return whole if whole == number else number


def _large(number: Decimal) -> str:
    """Write a sum in billions or millions where three decimals are enough."""
    for word, zeros in _LARGE:
        share = number.scaleb(-zeros).normalize(EXACT)
        if abs(share) >= 1 and -int(share.as_tuple().exponent) <= _DECIMALS:
            return f"{number_words(share)} {word}"
    return number_words(number)
