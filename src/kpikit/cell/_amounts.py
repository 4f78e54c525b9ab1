"""Numbers with their units, bounds and bases."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import attrs

from kpikit.cell._cell import Amount, Cell, do, items_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._numbers import number as number_of
from kpikit.language.statistic import MEANS
from kpikit.model.quantity import EXACT, Change, Quantity
from kpikit.model.unit import is_ratio, scale_of

# -- numbers --------------------------------------------------------------------------------------


def unit_of(cell: Cell, item: Item | None) -> str:
    if item is None:
        return ""
    unit = cell.text(item)
    return "人日" if unit == "人日分" else unit


def value_of(cell: Cell, item: Item) -> Decimal:
    """Return the value of a number, the zeros of 1.6万 written out."""
    text = cell.text(item)
    value = number_of(text)
    if value is None:
        raise cell.fault("number-malformed", item)
    if text.isascii() or int(value.as_tuple().exponent) <= 0:
        return value
    return value.quantize(_ONE, context=EXACT)


_ONE: Final = Decimal(1)


def number(cell: Cell, m: Match) -> Amount:
    parts = m.parts
    item = parts["n"][0]
    value = value_of(cell, item)
    sign = ""
    if "sign" in parts:
        sign = parts["sign"][0].kind
        if sign != "plus" and value:
            value = value.copy_negate()
    unit = unit_of(cell, parts["unit"][0]) if "unit" in parts else ""
    if not unit and any(word in cell.text(item) for word in ("分の", "人に")):
        return Amount(share := EXACT.multiply(value, Decimal(100)), share, "%", sign=sign)
    return Amount(value, value, unit, sign=sign)


def boxed(cell: Cell, m: Match) -> Amount:
    unit = unit_of(cell, m.one("box").match.one("unit"))
    value = value_of(cell, m.one("n"))
    sign = m.one("sign")
    if sign is not None and sign.kind != "plus":
        value = value.copy_negate()
    return Amount(value, value, unit)


def unit_first(cell: Cell, m: Match) -> Amount:
    """Return a number behind its unit: 千円 12,800."""
    value = value_of(cell, m.one("n"))
    return Amount(value, value, unit_of(cell, m.one("first")))


def zero(cell: Cell, m: Match) -> Amount:
    return Amount(Decimal(0), Decimal(0), unit_of(cell, m.one("unit")))


def half(_cell: Cell, _m: Match) -> Amount:
    return Amount(Decimal(50), Decimal(50), "%")


def majority(_cell: Cell, _m: Match) -> Amount:
    return Amount(Decimal(50), None, "%", upper_closed=False, lower_closed=False, is_band=True)


#: How many of the second unit one of the first has.
_SECONDS: Final = {"hour": 60, "minute": 60, "wari": 10, "rin": 10, "year": 12}


def compound(cell: Cell, m: Match) -> Amount:
    """Return 2時間30分 in the last unit, 7割5分 in the first."""
    first = m.one("first")
    numbers = [_of_two_digits(cell, each) for each in m.all("n")]
    size = Decimal(_SECONDS[first.kind])
    units = [each for each in (m.one("second"), m.one("third")) if each is not None]
    for value, item in zip(numbers[1:], m.all("n")[1:], strict=True):
        if value >= size:
            raise cell.fault("number-malformed", item)
    if first.kind == "wari":
        total, place = numbers[0], Decimal(1)
        for value in numbers[1:]:
            place = EXACT.divide(place, size)
            total = EXACT.fma(value, place, total)
        return Amount(total, total, unit_of(cell, first))
    total = numbers[0]
    for value in numbers[1:]:
        total = EXACT.fma(total, size, value)
    return Amount(total, total, unit_of(cell, units[-1]))


def _of_two_digits(cell: Cell, item: Item) -> Decimal:
    """Return a number that may be written with a zero before it: 2時間05分."""
    text = cell.text(item)
    if len(text) == 2 and text[0] == "0" and text.isdecimal():  # noqa: PLR2004 - as on a clock
        return Decimal(text)
    return value_of(cell, item)


def band(cell: Cell, m: Match) -> Amount:
    low, high = m.one("low"), m.one("high")
    units = m.all("unit")
    unit = unit_of(cell, units[-1]) if units else ""
    if len(units) == 2 and unit_of(cell, units[0]) != unit:  # noqa: PLR2004
        raise cell.fault("several-numbers", high)
    if len(units) == 1 and units[0].start < high.start:
        raise cell.fault("several-numbers", high)
    ends = value_of(cell, low), value_of(cell, high)
    if ends[0] >= ends[1]:
        raise cell.fault("range-backwards", low, high)
    return Amount(*ends, unit, is_band=True)


def spread(cell: Cell, m: Match) -> Amount:
    value, off = value_of(cell, m.one("n")), value_of(cell, m.one("off"))
    units = m.all("unit")
    unit = unit_of(cell, units[0])
    last = unit_of(cell, units[-1])
    if unit != last and not (unit == "%" and scale_of(last).base == "ポイント"):
        raise cell.fault("several-numbers", m.one("off"))
    if not off:
        raise cell.fault("number-malformed", m.one("off"))
    return Amount(EXACT.subtract(value, off), EXACT.add(value, off), unit, is_band=True)


def within(cell: Cell, m: Match) -> Amount:
    off = value_of(cell, m.one("off"))
    unit = unit_of(cell, m.one("unit"))
    if not off:
        return Amount(off, off, unit)
    if m.one("ceiling") is None:
        raise cell.fault("no-form", m.one("pm"))
    return Amount(EXACT.minus(off), off, unit, is_band=True)


def decade(cell: Cell, m: Match) -> Amount:
    """Return 80%台: from 80 to below 90, one more in the last digit that is not zero."""
    low = value_of(cell, m.one("n"))
    unit = unit_of(cell, m.one("unit"))
    if cell.is_target and unit != "位":
        raise cell.fault("decade-open", m.one("n"), m.one("decade"))
    place = int(low.normalize(EXACT).as_tuple().exponent)
    high = EXACT.add(low, Decimal(1).scaleb(place))
    if cell.is_target:  # a better rank will do
        return Amount(None, high, unit, upper_closed=False, lower_closed=False, is_band=True)
    return Amount(low, high, unit, upper_closed=False, is_band=True)


def share(cell: Cell, m: Match) -> Amount:
    """Return a count with the whole that it is a part of."""
    count, whole = value_of(cell, m.one("n")), value_of(cell, m.one("of"))
    units = m.all("unit")
    own = next((each for each in units if each.start == m.one("n").end), None)
    other = next((each for each in units if each.start == m.one("of").end), None)
    unit, of = unit_of(cell, own), unit_of(cell, other)
    ranked = unit == "位" or of == "位"
    if (unit and of and unit != of and not ranked and not of.endswith("満点")) or count > whole:
        raise cell.fault("several-numbers", m.one("of"))
    if (unit or of) in ("%", "段階", "級"):
        raise cell.fault("several-numbers", m.one("of"))
    per = "" if ranked else f"{cell.text(m.one('of'))}{of}"
    return Amount(count, count, unit or of, per=per)


part_of = among = share


def fraction(cell: Cell, m: Match) -> Amount:
    count, whole = value_of(cell, m.one("n")), value_of(cell, m.one("of"))
    if not whole or count >= whole or whole > _LARGEST_DENOMINATOR:
        raise cell.fault("several-numbers", m.one("of"))
    share = EXACT.divide(EXACT.multiply(count, Decimal(100)), whole)
    return Amount(share, share, "%", is_fraction=True)


_LARGEST_DENOMINATOR: Final = 10


def text(cell: Cell, m: Match) -> str:
    return cell.stretch(items_of(m)).replace(" ", "")


_PER_WORDS: Final = ("当たりの", "あたりの", "当たり", "あたり", "当り", "につき", "対")


def basis_of(words: str) -> str:
    """Return what a number is counted by, without the word that says so.

    >>> basis_of("人口10万人当たり"), basis_of("毎年度")
    ('人口10万人', '年')
    """
    for word in _PER_WORDS:
        words = words.removesuffix(word)
    if "満点" in words or "段階" in words:
        words = words.removesuffix("で").removesuffix("中")
    words = words.strip("、").removeprefix("毎").removeprefix("各").removesuffix("に")
    return {"年度": "年", "日量": "日"}.get(words, words)


def counted_by(cell: Cell, m: Match) -> str:
    return basis_of(text(cell, m))


#: What a number may be for one of, without a word that says so: 1人1台.
_ONE_OF: Final = frozenset(
    [
        "日",
        "人",
        "回",
        "校",
        "世帯",
        "戸",
        "館",
        "団体",
        "施設",
        "園",
        "学級",
        "クラス",
        "か所",
        "件",
        "台",
    ]
)


def one_each(cell: Cell, m: Match) -> str:
    """Return 1人 of 1人1台; 1社31人 are two values."""
    if unit_of(cell, m.one("unit")) not in _ONE_OF:
        raise cell.fault("several-numbers", m.one("unit"))
    return text(cell, m)


# -- levels ---------------------------------------------------------------------------------------


_STATISTICS: Final = {
    "累積": "累計",
    "のべ": "延べ",
    "延": "延べ",
    "計": "合計",
    "総計": "合計",
    "平均値": "平均",
    "通算": "累計",
}
_FLOORS: Final = ("floor", "above")
_CEILINGS: Final = ("ceiling", "below")
_STRICT: Final = ("above", "below", "fewer", "beyond")
_YEARLY: Final = ("年間",)


def statistic_of(word: str) -> str:
    """Return a statistic by its usual name.

    >>> statistic_of("のべ"), statistic_of("累計で")
    ('延べ', '累計')
    """
    word = word.replace(" ", "").removesuffix("して").removesuffix("で")
    if word[:2] in ("累計", "延べ", "合計", "平均"):
        word = word.rstrip("額数値")
    return _STATISTICS.get(word, word)


def level(cell: Cell, m: Match) -> dict[str, Any]:
    """Return the fields of a quantity: a number with its bounds, basis and statistic."""
    amount: Amount = do(cell, m.parts["m"][0])
    fields: dict[str, Any] = {"lower": amount.lower, "upper": amount.upper, "unit": amount.unit}
    if amount.is_fraction and not (m.all("bound") or m.all("around")):
        raise cell.fault("several-numbers", items_of(m)[-1])
    if len(m.parts) == 1 and not amount.is_band:
        fields["per"] = amount.per
        fields["sign"] = amount.sign
        return fields
    fields["lower_closed"], fields["upper_closed"] = amount.lower_closed, amount.upper_closed
    fields["sign"] = amount.sign
    fields["per"] = amount.per
    bounds = [each for each in (*m.all("limit"), *m.all("bound")) if each is not None]
    with_bounds(cell, fields, bounds, amount)
    _apply_words(cell, fields, m, bounds, amount)
    return fields


#: Bounds before a number that only stress it.
_ADVERBS: Final = ("少なく", "多く", "長く", "遅く", "せい")


def _sides(cell: Cell, bounds: list[Item], unit: str) -> set[str]:
    sides: set[str] = set()
    for each in bounds:
        side = "low" if each.kind in (*_FLOORS, "least", "beyond") else "high"
        if unit == "位" and each.kind in ("floor", "above"):
            side = "high"
        elif unit == "位" and (
            each.kind in ("least", "most", "below")
            or (each.kind == "ceiling" and cell.text(each).startswith("以下"))
        ):
            if each.kind == "least" and cell.is_target:
                side = "high"
            else:
                raise cell.fault("no-form", each)
        sides.add(side)
    return sides


def with_bounds(cell: Cell, fields: dict[str, Any], bounds: list[Item], amount: Amount) -> None:
    if not bounds:
        return
    if amount.is_band and amount.lower != amount.upper:
        if amount.upper is None and all(each.kind == "floor" for each in bounds):
            return
        raise cell.fault("no-form", bounds[0])
    bounds = _without_adverbs(cell, bounds)
    sides = _sides(cell, bounds, amount.unit)
    if len(sides) > 1:
        raise cell.fault("no-form", bounds[-1])
    if amount.sign == "neg":
        raise cell.fault("bound-against-change", bounds[0])
    if _is_extreme(cell, bounds):
        fields["statistic"] = cell.text(bounds[0])
        return
    strict = any(each.kind in _STRICT for each in bounds)
    if "low" in sides:
        fields.update(upper=None, upper_closed=False, lower_closed=not strict)
    else:
        fields.update(lower=None, lower_closed=False, upper_closed=not strict)


#: Bounds that stand before a number.
_LIMITS: Final = ("least", "most")


def _without_adverbs(cell: Cell, bounds: list[Item]) -> list[Item]:
    """Leave out what only stresses a bound behind the number: 少なくとも1,532隻未満."""
    own = [each for each in bounds if each.kind not in _LIMITS]
    adverbs = [each for each in bounds if each not in own]
    if not own or not all(cell.text(each).startswith(_ADVERBS) for each in adverbs):
        return bounds
    if any(each.kind == "most" for each in adverbs) and "low" in _sides(cell, own, ""):
        raise cell.fault("no-form", own[-1])  # 多くとも5店舗以上
    return own


def _is_extreme(cell: Cell, bounds: list[Item]) -> bool:
    """Whether a value is the largest or the smallest that was seen: 最大1,420人.

    Raises:
        Fault: A bound before an actual is no such word.
    """
    first = cell.text(bounds[0])
    if cell.is_target or any(each.kind not in _LIMITS for each in bounds):
        return False
    if first[0] != "最" and not first.startswith(_ADVERBS):
        raise cell.fault("bound-before-number", bounds[0])
    return first[0] == "最"


def _apply_words(
    cell: Cell, fields: dict[str, Any], m: Match, bounds: list[Item], amount: Amount
) -> None:
    for about in (*m.all("about"), *m.all("around")):
        if bounds or amount.is_band:
            cell.note("approximate-bound", about)
        else:
            fields["approximate"] = True
    pers = [basis_of(cell.text(each)) for each in m.all("each")] + [
        do(cell, each) for each in m.all("basis")
    ]
    pers += [basis_of(cell.text(each)[1:]) for each in m.all("stroke")]
    for each in m.all("start"):
        if cell.is_target and each.kind == "g_was":  # a target for another year as well
            raise cell.fault("no-form", each)
    if m.all("years"):
        pers.append(basis_of(cell.stretch(m.all("years")).replace(" ", "")))
    if pers:
        if fields.get("per") or len(m.all("basis")) > 1:
            raise cell.fault("several-numbers", m.parts["m"][0].one("of") or items_of(m)[0])
        fields["per"] = "".join(dict.fromkeys(pers))
    said = [statistic_of(cell.text(each)) for each in m.all("statistic")]
    if said and fields.get("statistic"):  # 累計最大9万人
        raise cell.fault("bound-before-number", bounds[0])
    if said:
        _apply_statistics(fields, said)


def _apply_statistics(fields: dict[str, Any], said: list[str]) -> None:
    """Fill in a statistic, and what it is for one of: 月平均, 年間延べ."""
    distinct = [each for each in said if each not in _YEARLY]
    if distinct and len(distinct) < len(said) and not fields.get("per"):
        fields["per"] = "年"
    fields["statistic"] = distinct[0] if distinct else said[0]


#: Below this a ratio to a reference is none that is sure.
_HALF: Final = 50


def may_be_a_change(size: Decimal, unit: str) -> bool:
    """Return whether a share beside 比 may be a change: 前年度比5% is 5 % of it or 5 % more.

    >>> may_be_a_change(Decimal(5), "%"), may_be_a_change(Decimal(98), "%")
    (True, False)
    """
    return is_ratio(unit) and size * scale_of(unit).numerator < _HALF


def with_statistic(value: Quantity, statistic: str) -> Quantity:
    """Return a value with a statistic; a mean by month is one for each month.

    >>> with_statistic(Quantity("5", "件"), "月平均")
    Quantity('5', '件', per='月', statistic='平均')
    """
    mean = next(iter(MEANS & {statistic[1:]}), "")
    if not mean:
        return attrs.evolve(value, statistic=statistic)
    return attrs.evolve(value, statistic=mean, per=value.per or statistic[0])


def quantity(fields: dict[str, Any], change: Change = Change.LEVEL) -> Quantity:
    """Return a quantity of its fields."""
    kept = {key: value for key, value in fields.items() if key != "sign"}
    if change is not Change.LEVEL:
        kept["change"] = change
    statistic = kept.pop("statistic", "")
    value = Quantity(**kept)
    return with_statistic(value, statistic) if statistic else value
