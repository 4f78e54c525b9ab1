"""Numbers with their units, bounds and bases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

from kpikit.cell._cell import Act, Ahead, Amount, Cell, act_of, do, items_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._numbers import is_share
from kpikit.cell._numbers import number as number_of
from kpikit.language.lexicon import (
    ADVERBS,
    AT_MOST,
    BASES,
    EACH_TIME,
    FULL_MARKS,
    HIGH_HALF,
    LOW_HALF,
    MARKS,
    MORE_OR_LESS,
    NO_FURTHER,
    ONE_OF,
    ONES,
    PER_WORDS,
    PERSONS,
    SAME_UNITS,
    STEPS,
    TO,
    YEAR_TO_DAY,
)
from kpikit.language.statistic import ENDING, IN_CELLS, MEANS, NOUN_ENDS, NOUNS, SUMMED, YEARLY
from kpikit.language.units import POINT
from kpikit.model.period import Period
from kpikit.model.quantity import EXACT
from kpikit.model.unit import is_ratio, scale_of

T = TypeVar("T")
S = TypeVar("S")

# -- numbers --------------------------------------------------------------------------------------


def unit_of(cell: Cell, item: Item | None) -> str:
    if item is None:
        return ""
    return usual_unit(cell.text(item))


def usual_unit(word: str) -> str:
    """Return a unit as it is usually written."""
    return SAME_UNITS.get(word, word)


def value_of(cell: Cell, item: Item) -> Decimal:
    """Return the value of a number."""
    value = written_out(cell.text(item))
    if value is None:
        raise cell.fault("number-malformed", item)
    return value


def written_out(text: str) -> Decimal | None:
    """Return the value of a number, the zeros of 1.6万 written out; ``None`` if it is none."""
    value = number_of(text)
    if value is None or text.isascii() or int(value.as_tuple().exponent) <= 0:
        return value
    return value.quantize(_ONE, context=EXACT)


_ONE: Final = Decimal(1)


def point(cell: Cell, m: Match) -> Amount:
    """Return a number and the unit behind it."""
    value = value_of(cell, m.one("n"))
    return Amount(value, value, unit_of(cell, m.one("unit")))


class Bare:
    """An act of a number with its unit, perhaps 約 or a period, and nothing else, as of most cells.

    It is carried out like any other; who knows it need not look for what else there may be.
    """

    __slots__ = ("is_about", "make", "number", "unit", "when")

    def __init__(
        self,
        number: Item,
        unit: Item | None,
        make: Callable[[Amount, Period | None], Any],
        when: Act[Period | None] | None = None,
        *,
        is_about: bool = False,
    ) -> None:
        """Keep where the parts stand, what is made of them, and whether a word says 約."""
        self.number, self.unit, self.make, self.when = number, unit, make, when
        self.is_about = is_about

    def altered(
        self,
        make: Callable[[Amount, Period | None], Any],
        when: Act[Period | None] | None = None,
        *,
        is_about: bool = False,
    ) -> Bare:
        """Return one of the same number that makes something else, of a period, of about that."""
        about = self.is_about or is_about
        return Bare(self.number, self.unit, make, when or self.when, is_about=about)

    def parts(self, cell: Cell) -> tuple[Decimal, str, Period | None]:
        """Return the number, the unit and the period."""
        value, unit = _measured(cell, self.number, self.unit)
        return value, unit, None if self.when is None else self.when(cell)

    def __call__(self, cell: Cell) -> Any:
        """Carry it out."""
        value, unit, period = self.parts(cell)
        return self.make(Amount(value, value, unit, is_about=self.is_about), period)


def then(act: Act[T], make: Callable[[T], S]) -> Act[S]:
    """Return an act that makes something of what another says; a bare one stays so."""
    if not isinstance(act, Bare):
        return lambda cell: make(act(cell))
    said = act.make
    return act.altered(lambda amount, period: make(said(amount, period)))


@Ahead
def number(m: Match) -> Act[Amount]:
    """Return a number with its sign and its unit, which may stand first or in brackets."""
    item, sign, box = m.one("n"), m.one("sign"), m.one("box")
    of_unit = m.one("unit") or m.one("first") if box is None else box.match.one("unit")
    if sign is None:
        return Bare(item, of_unit, lambda amount, _: amount)
    kind = sign.kind

    def act(cell: Cell) -> Amount:
        value, unit = _measured(cell, item, of_unit)
        if kind != "plus" and value:
            value = value.copy_negate()
        return Amount(value, value, unit, sign=kind)

    return act


def _measured(cell: Cell, item: Item, of_unit: Item | None) -> tuple[Decimal, str]:
    """Return a number and its unit; 3分の1 is a share."""
    value, unit = value_of(cell, item), unit_of(cell, of_unit)
    if not unit and is_share(cell.text(item)):
        return EXACT.multiply(value, Decimal(100)), "%"
    return value, unit


def zero(cell: Cell, m: Match) -> Amount:
    return Amount(Decimal(0), Decimal(0), unit_of(cell, m.one("unit")))


_HALF_OF_ALL: Final = Amount(Decimal(50), Decimal(50), "%")


def half(_cell: Cell, _m: Match) -> Amount:
    return _HALF_OF_ALL


def majority(_cell: Cell, _m: Match) -> Amount:
    return _HALF_OF_ALL.bounded(low=True, strict=True)


#: How many of the second unit one of the first has.
_SECONDS: Final = {"hour": 60, "minute": 60, "wari": 10, "rin": 10, "year": 12}


def compound(cell: Cell, m: Match) -> Amount:
    """Return 2時間30分 in the last unit, 7割5分 in the first."""
    first, numbers = m.one("first"), m.all("n")
    size = Decimal(_SECONDS[first.kind])
    total = _of_two_digits(cell, numbers[0])
    for item in numbers[1:]:
        value = _of_two_digits(cell, item)
        if value >= size:
            raise cell.fault("number-malformed", item)
        total = EXACT.fma(total, size, value)
    if first.kind == "wari":
        total = total.scaleb(1 - len(numbers), EXACT)
        return Amount(total, total, unit_of(cell, first))
    return Amount(total, total, unit_of(cell, m.one("third") or m.one("second")))


def _of_two_digits(cell: Cell, item: Item) -> Decimal:
    """Return a number that may be written with a zero before it: 2時間05分."""
    text = cell.text(item)
    if len(text) == 2 and text.isdecimal():  # noqa: PLR2004 - as on a clock
        return Decimal(text)
    return value_of(cell, item)


def band(cell: Cell, m: Match) -> Amount:
    low, high, around = m.one("low"), m.one("high"), m.one("around")
    if around is not None:
        cell.note("approximate-bound", around)
    units = [unit_of(cell, each) for each in m.all("unit")]
    if units and (units[0] != units[-1] or m.all("unit")[-1].start < high.start):
        raise cell.fault("several-numbers", high)
    ends = value_of(cell, low), value_of(cell, high)
    if ends[0] >= ends[1]:
        raise cell.fault("range-backwards", low, high)
    return Amount(*ends, units[-1] if units else "")


def spread(cell: Cell, m: Match) -> Amount:
    value, off = value_of(cell, m.one("n")), value_of(cell, m.one("off"))
    unit, last = (unit_of(cell, m.all("unit")[at]) for at in (0, -1))
    if unit != last and not (unit == "%" and scale_of(last).base == POINT):
        raise cell.fault("several-numbers", m.one("off"))
    if not off:
        raise cell.fault("number-malformed", m.one("off"))
    return Amount(EXACT.subtract(value, off), EXACT.add(value, off), unit)


def within(cell: Cell, m: Match) -> Amount:
    off = value_of(cell, m.one("off"))
    if off and m.one("ceiling") is None:
        raise cell.fault("no-form", m.one("pm"))
    return Amount(EXACT.minus(off), off, unit_of(cell, m.one("unit")))


def decade(cell: Cell, m: Match) -> Amount:
    """Return 80%台: from 80 to below 90, one more in the last digit that is not zero."""
    amount = point(cell, m)
    low = value_of(cell, m.one("n"))
    is_ranked = amount.unit == "位"
    if is_ranked and (LOW_HALF in cell.text(m) or HIGH_HALF in cell.text(m)):
        raise cell.fault("no-form", m.one("decade"))  # up to which rank?
    if cell.is_target and not is_ranked:
        cell.note_words("decade-open", m)
    size = Decimal(1).scaleb(int(low.normalize(EXACT).as_tuple().exponent))
    half, words = EXACT.fma(size, _A_HALF, low), cell.text(m.one("decade"))
    amount = amount._replace(
        lower=half if HIGH_HALF in words else low,
        upper=half if LOW_HALF in words else EXACT.add(low, size),
        upper_closed=False,
    )
    if is_ranked and cell.is_target:  # a better rank will do
        amount = amount.bounded(low=False, strict=True)
    return amount


_A_HALF: Final = Decimal("0.5")


def share(cell: Cell, m: Match) -> Amount:
    """Return a count with the whole that it is a part of."""
    n, of = m.one("n"), m.one("of")
    count, whole = value_of(cell, n), value_of(cell, of)
    units = {each.start: unit_of(cell, each) for each in m.all("unit")}
    unit, other = units.get(n.end, ""), units.get(of.end, "")
    is_rank = "位" in (unit, other)
    is_apart = (
        unit and other and not other.endswith(unit) and not (is_rank or other.endswith(FULL_MARKS))
    )
    if is_apart or count > whole or (unit or other) in ("%", STEPS, "級"):
        raise cell.fault("several-numbers", of)
    return Amount(count, count, unit or other, "" if is_rank else cell.text(of) + other)


def fraction(cell: Cell, m: Match) -> Amount:
    count, whole = value_of(cell, m.one("n")), value_of(cell, m.one("of"))
    if not whole or count >= whole or whole > _LARGEST_DENOMINATOR:
        raise cell.fault("several-numbers", m.one("of"))
    share = EXACT.divide(EXACT.multiply(count, Decimal(100)), whole)
    return Amount(share, share, "%")


_LARGEST_DENOMINATOR: Final = 10


def basis_of(words: str) -> str:
    """Return what a number is counted by, without the word that says so.

    >>> basis_of("人口10万人当たり"), basis_of("毎年度")
    ('人口10万人', '年')
    """
    for word in PER_WORDS:
        words = words.removesuffix(word)
    if FULL_MARKS in words or STEPS in words:
        words = words.removesuffix("で").removesuffix("中")
    words = words.removeprefix("毎").removeprefix("各").removesuffix("に")
    return BASES.get(words, words)


def is_of_each_time(words: str) -> bool:
    """Whether words say that something holds each time, and not that it is counted by time.

    >>> is_of_each_time("毎年度"), is_of_each_time("年率")
    (True, False)
    """
    return words.startswith(EACH_TIME)


def counted_by(cell: Cell, m: Match) -> str:
    return basis_of(cell.text(m))


def counted_by_those(cell: Cell, m: Match) -> str:
    """Return 住民10万人 of 住民10万人当たり.

    Raises:
        Fault: What stands before it is measured, and no one: 利用者数1人当たり.
    """
    first = items_of(m)[0]
    if first.kind == "noun" and unit_of(cell, m.one("unit")) in PERSONS:
        raise cell.fault("no-form", first)
    return counted_by(cell, m)


def at_every(cell: Cell, m: Match) -> str:
    """Return 小学校区 of 小学校区ごとに."""
    if " " in cell.stretch(m):  # 技術職 職種ごとに: of whom the value is
        raise cell.fault("no-form", m)
    return counted_by(cell, m)


def one_each(cell: Cell, m: Match) -> str:
    """Return 1人 of 1人1台; 1社31人 are two values."""
    if unit_of(cell, m.one("unit")) not in ONE_OF.split():
        raise cell.fault("several-numbers", m.one("unit"))
    return cell.text(m)


def in_years(cell: Cell, m: Match) -> str:
    """Return 3年間 of 3年間120件; 5日間 300人 are two values."""
    if not cell.text(m).endswith(YEARLY):
        raise cell.fault("several-numbers", m.one("unit"))
    return counted_by(cell, m)


def one_in(cell: Cell, m: Match) -> str:
    """Return 1中学校区 of 1中学校区に1か所; 1校に2台 may be two values."""
    return one_each(cell, m).removesuffix(TO)


# -- levels ---------------------------------------------------------------------------------------


def statistic_of(word: str) -> str:
    """Return a statistic by its usual name.

    >>> statistic_of("のべ"), statistic_of("累計で")
    ('延べ', '累計')
    """
    word = word.removesuffix(ENDING).removesuffix("で")
    if word[:2] in NOUNS:
        word = word.rstrip(NOUN_ENDS)
    return IN_CELLS.get(word, word)


@Ahead
def level(m: Match) -> Act[Amount]:
    """Return a number with its bounds, basis and statistic."""
    inner: Match = m.one("m")
    amount: Act[Amount] = act_of(inner)
    if inner.row.name == "fraction" and not (m.all("bound") or m.all("around")):
        return lambda cell: _no_share(cell, amount(cell), m)
    names = m.parts.keys() - _BARE
    if not names:
        return amount
    words = m.all(*names) if len(names) == 1 else []
    if names == {"bound"}:
        return _bounded_by(amount, words)
    if names == {"about"}:
        if isinstance(amount, Bare):
            return amount.altered(amount.make, is_about=True)
        return lambda cell: _about(cell, amount(cell), words)
    return lambda cell: with_words(cell, amount(cell), m)


def _no_share(cell: Cell, _amount: Amount, m: Match) -> Amount:
    """Refuse 2/3, which may be a date as well, where no word shows it to be a number."""
    raise cell.fault("several-numbers", items_of(m)[-1])


#: What a number without any words around it keeps.
_BARE: Final = frozenset(("m", "n", "unit"))


def with_words(cell: Cell, amount: Amount, m: Match) -> Amount:
    """Return a number with what the words around it say."""
    if m.parts.keys() <= _BARE:
        return amount
    bounds = [*m.all("limit"), *m.all("bound")]
    amount = _about(cell, amount, [*m.all("about"), *m.all("around")], bounds)
    amount = bounded(cell, amount, bounds)
    if cell.is_target and any(each.kind == "g_was" for each in m.all("start")):
        raise cell.fault("no-form", m.one("start"))  # a target for another year as well
    for each in m.all("start"):
        if each.kind == "g_part":
            _check_restated(cell, amount, each)
        elif each.kind == "g_change":
            cell.note_words("value-beside", each)
    pers = [basis_of(cell.text(each)) for each in m.all("each")]
    pers += [do(cell, each) for each in m.all("basis")]
    pers += _behind_strokes(cell, m.all("stroke"))
    pers += [_full_marks(cell, amount, each) for each in m.all("marks")]
    if m.all("years"):
        pers.append(basis_of(cell.text(m.all("years"))))
    if m.one("portion") is not None and not pers:  # 20人ずつ
        raise cell.fault("no-form", m.one("portion"))
    if pers:
        amount = _counted(cell, amount, pers, m)
    return _with_statistic(cell, amount, m) if "statistic" in m.parts else amount


def _behind_strokes(cell: Cell, strokes: Sequence[Item]) -> list[str]:
    return [basis_of(cell.text(each)[1:]) for each in strokes]


def _counted(cell: Cell, amount: Amount, pers: Sequence[str], m: Match) -> Amount:
    """Return a number with what it is for one of.

    Raises:
        Fault: It is for one of something already.
    """
    if amount.per or len(m.all("basis")) > 1:
        raise cell.fault("several-numbers", m.parts["m"][0].one("of") or items_of(m)[0])
    each = [cell.text(item) for item in m.all("each")]
    is_each_time = len(each) == len(pers) and all(map(is_of_each_time, each))
    return amount._replace(per="".join(_distinct(pers)), is_each_time=is_each_time)


def _distinct(pers: Sequence[str]) -> list[str]:
    """Return what a number is for one of, each told once: 一人当たり 800g/人・日."""
    kept = list(dict.fromkeys(pers))
    if len(kept) == 1:
        return kept
    if YEAR_TO_DAY[0] in kept and not {*YEAR_TO_DAY[1:]}.isdisjoint(kept):  # 毎年度 月10回
        kept.remove(YEAR_TO_DAY[0])
    ones = {each: each[1:] for each in kept if each.startswith(ONES) and each[1:]}
    return [each for each in kept if not any(ones.get(each, " ") in x for x in kept if x != each)]


def _check_restated(cell: Cell, amount: Amount, group: Item) -> None:
    """Take note of the number that says again what one in another unit says: 5ポイント（10%）以上.

    Raises:
        Fault: Both are in one unit, so that one of them is something else.
    """
    if group.match is None or _base(do(cell, group.match)) in ("", _base(amount)):
        raise cell.fault("value-in-brackets", group)
    cell.note_words("value-beside", group)


def _base(amount: Amount) -> str:
    """Return the base unit of a number."""
    return scale_of(amount.unit).base


def _full_marks(cell: Cell, amount: Amount, m: Match) -> str:
    """Return how many marks there are in all, behind a bound: 3.5点以上／5点.

    Raises:
        Fault: They are no marks, or fewer than the bound, so that both may be values.
    """
    whole = value_of(cell, m.one("n"))
    is_below = all(end is None or end < whole for end in (amount.lower, amount.upper))
    if not is_below or {amount.unit, unit_of(cell, m.one("unit"))} != {MARKS}:
        raise cell.fault("several-numbers", m.one("n"))
    return cell.text([m.one("n"), m.one("unit")])


def _about(
    cell: Cell, amount: Amount, words: Sequence[Item], bounds: Sequence[Item] = ()
) -> Amount:
    """Return a number that is approximate if words say so; beside a bound that is noted."""
    for about in words:
        if not amount.unit and cell.text(about) in MORE_OR_LESS:
            raise cell.fault("number-without-unit", about)  # 震度6強
        if amount.is_zero:  # ほぼゼロ is some
            raise cell.fault("no-form", about)
        if bounds or not amount.is_point:
            cell.note("approximate-bound", about)
        else:
            amount = amount._replace(is_about=True)
    return amount


def _with_statistic(cell: Cell, amount: Amount, m: Match) -> Amount:
    """Return a number with a statistic, and what that is for one of: 月平均, 年間延べ."""
    said = [statistic_of(cell.text(each)) for each in m.all("statistic")]
    if amount.statistic:  # 累計最大9万人
        raise cell.fault("bound-before-number", m.one("limit"))
    distinct = [each for each in said if each != YEARLY]
    if distinct and len(distinct) < len(said) and not amount.per:
        amount = amount._replace(per="年")
    kept = [each for each in dict.fromkeys(distinct) if each != SUMMED] or distinct  # 計延べ100人
    if len(kept) > 1 and not MEANS.isdisjoint(kept):
        raise cell.fault("several-numbers", m.all("statistic")[-1])
    return amount.of_statistic((kept or said)[0])


#: Bounds that leave the upper end open, and those that leave out the number itself.
_FLOORS: Final = ("floor", "above", "least", "beyond")
_STRICT: Final = frozenset(("above", "below", "fewer", "beyond"))
#: Bounds that stand before a number.
_LIMITS: Final = frozenset(("least", "most"))


def _bounded_by(act: Act[Amount], bounds: list[Item]) -> Act[Amount]:
    """Return what the bounds beside a number leave of it, by the kind of one where that tells."""
    kinds = [each.kind for each in bounds]
    is_plain = len(kinds) == 1 and _LIMITS.isdisjoint(kinds)
    low, strict = kinds[0] in _FLOORS, kinds[0] in _STRICT

    def plainly(cell: Cell) -> Amount:
        amount = act(cell)
        if amount.sign or amount.unit == "位" or not amount.is_point:
            return bounded(cell, amount, bounds)
        return amount.bounded(low=low, strict=strict)

    return plainly if is_plain else lambda cell: bounded(cell, act(cell), bounds)


def bounded(cell: Cell, amount: Amount, bounds: list[Item]) -> Amount:
    """Return what the bounds beside a number leave of it.

    Raises:
        Fault: They are against each other, against the sign, or it has one already.
    """
    if not bounds:
        return amount
    if not amount.is_point:
        if amount.upper is None and all(each.kind == "floor" for each in bounds):
            return amount
        raise cell.fault("no-form", bounds[0])
    bounds = _without_adverbs(cell, bounds)
    low, *others = [_is_low(cell, each, amount.unit) for each in bounds]
    if (not low) in others:
        raise cell.fault("no-form", bounds[-1])
    if amount.sign == "neg" and cell.text(bounds[0]).startswith(NO_FURTHER):  # ▲150人以内
        return amount.bounded(low=True, strict=False)
    if amount.sign == "neg":
        raise cell.fault("bound-against-change", bounds[0])
    if _is_extreme(cell, bounds):
        return amount._replace(statistic=cell.text(bounds[0]))
    strict = not _STRICT.isdisjoint([each.kind for each in bounds])
    return amount.bounded(low=low, strict=strict)


def _is_low(cell: Cell, bound: Item, unit: str) -> bool:
    """Whether a bound is a floor; a rank is better the smaller it is: 3位以上."""
    kind = bound.kind
    if unit == "位":
        if kind in ("floor", "above") or (kind == "least" and cell.is_target):
            return False
        is_below = kind == "ceiling" and cell.text(bound).startswith(AT_MOST)
        if is_below or kind in ("least", "most", "below"):
            raise cell.fault("no-form", bound)
    return kind in _FLOORS


def _without_adverbs(cell: Cell, bounds: list[Item]) -> list[Item]:
    """Leave out what only stresses a bound behind the number: 少なくとも1,532隻未満."""
    own = [each for each in bounds if each.kind not in _LIMITS]
    adverbs = [each for each in bounds if each.kind in _LIMITS]
    if not own or not all(cell.text(each).startswith(ADVERBS) for each in adverbs):
        return bounds
    if any(each.kind == "most" for each in adverbs) and any(each.kind in _FLOORS for each in own):
        raise cell.fault("no-form", own[-1])  # 多くとも5店舗以上
    return own


def _is_extreme(cell: Cell, bounds: list[Item]) -> bool:
    """Whether a value is the largest or the smallest that was seen: 最大1,420人.

    Raises:
        Fault: A bound before an actual is no such word.
    """
    if cell.is_target or any(each.kind not in _LIMITS for each in bounds):
        return False
    first = cell.text(bounds[0])
    if first[0] != "最" and not first.startswith(ADVERBS):
        raise cell.fault("bound-before-number", bounds[0])
    return first[0] == "最"


#: Below this a ratio to a reference is none that is sure.
_HALF: Final = 50


def may_be_a_change(size: Decimal | None, unit: str) -> bool:
    """Return whether a share beside 比 may be a change: 前年度比5% is 5 % of it or 5 % more.

    >>> may_be_a_change(Decimal(5), "%"), may_be_a_change(Decimal(98), "%")
    (True, False)
    """
    return size is not None and is_ratio(unit) and size * scale_of(unit).numerator < _HALF
