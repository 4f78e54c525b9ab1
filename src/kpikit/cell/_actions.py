"""What the rows of the tables make of what they match: from tokens to values of the model."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

import attrs

from kpikit.cell._engine import Item, Match
from kpikit.cell._fold import Folded
from kpikit.cell._numbers import number as number_of
from kpikit.cell._periods import Conventions, PeriodFault, parse_period_text
from kpikit.cell.vocabulary import Vocabulary
from kpikit.errors import InvalidDefinitionError
from kpikit.observation import Benchmark, Missing, Observation, Part, Status
from kpikit.period import Date, Period
from kpikit.quantity import EXACT, Change, Quantity
from kpikit.reading import Note
from kpikit.rule import (
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Comparator,
    DefinedElsewhere,
    Exploratory,
    Improve,
    IncreaseBy,
    Maintain,
    Qualitative,
    Reach,
    ReduceBy,
    RelativeTo,
    Rule,
    RulePart,
    Unset,
)
from kpikit.unit import is_ratio, scale_of
from kpikit.verdict import Direction

__all__ = ["Cell", "Fault", "Said"]


class Fault(Exception):  # noqa: N818 - a fault of a cell, which becomes an issue
    """Tokens that a row took and that make no value all the same."""

    def __init__(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Keep the code of the issue and which tokens it is about."""
        super().__init__(code, start, end, detail)
        self.code, self.start, self.end, self.detail = code, start, end, detail


class Context(NamedTuple):
    """What the row of a cell knows."""

    #: The unit column.
    unit: str = ""
    #: The name of the indicator.
    name: str = ""
    #: A quantity of another cell of the row.
    like: Quantity | None = None


class Cell:
    """A cell that is being read: its text, its tokens, and what is noted of it."""

    __slots__ = ("context", "conventions", "folded", "is_target", "notes", "spans", "vocabulary")

    def __init__(  # noqa: PLR0913, PLR0917 - what reading needs, made in one place
        self,
        folded: Folded,
        spans: list[tuple[int, int]],
        reader: str,
        conventions: Conventions,
        vocabulary: Vocabulary,
        context: Context,
    ) -> None:
        """Keep what actions need."""
        self.folded = folded
        self.spans = spans
        self.is_target = reader == "target"
        self.conventions = conventions
        self.vocabulary = vocabulary
        self.context = context
        self.notes: list[Note] = []

    def text(self, item: Item) -> str:
        """Return the folded text of an item."""
        text = self.folded.text[self.spans[item.start][0] : self.spans[item.end - 1][1]]
        return text.replace(" ", "")

    def stretch(self, items: Sequence[Item]) -> str:
        """Return the folded text from the first of some items to the last."""
        if not items:
            return ""
        first = min(each.start for each in items)
        last = max(each.end for each in items)
        return self.folded.text[self.spans[first][0] : self.spans[last - 1][1]]

    def original(self) -> str:
        """Return the cell as published."""
        return self.folded.original.strip()

    def why_missing(self, word: str) -> Missing:
        """Return why a word stands for no value."""
        return self.vocabulary.why_missing(word)

    def note(self, code: str, item: Item, detail: str = "") -> None:
        """Note something of an item."""
        span = self.folded.span(self.spans[item.start][0], self.spans[item.end - 1][1])
        self.notes.append(Note(code, *span, detail))

    def fault(self, code: str, first: Item, last: Item | None = None, detail: str = "") -> Fault:
        """Return a fault that points at the items from *first* to *last*."""
        return Fault(code, first.start, (last or first).end, detail)

    def period_or_none(self, item: Item) -> Period | None:
        """Return the period of an item; a year that names no era is noted, and is none."""
        try:
            return self.period(item)
        except Fault as fault:
            if fault.code != "era-unknown":
                raise
        self.note("period-without-era", item, self.text(item))
        return None

    def period(self, item: Item) -> Period:
        """Return the period of an item."""
        start, end = self.spans[item.start][0], self.spans[item.end - 1][1]
        found = parse_period_text(self.folded, start, end, conventions=self.conventions)
        if isinstance(found, PeriodFault):
            raise self.fault(found.code, item, detail=found.detail)
        self.notes += found.notes
        return found.period


class Amount(NamedTuple):
    """A number as written: an interval, its unit, its basis."""

    lower: Decimal | None
    upper: Decimal | None
    unit: str = ""
    per: str = ""
    upper_closed: bool = True
    lower_closed: bool = True
    sign: str = ""
    is_band: bool = False
    #: 2/3 is a share only where a bound says so.
    is_fraction: bool = False


class Said(NamedTuple):
    """What one statement says."""

    quantity: Quantity | None = None
    #: What only a target can say.
    rule: Rule | None = None
    #: Which way leads to the number, where the words say so.
    way: Direction | None = None
    keep: bool = False
    strict: bool = False
    reference: str = ""
    base: Quantity | None = None
    period: Period | None = None
    status: Status = Status.FINAL
    benchmark: Benchmark | None = None
    label: str = ""
    missing: Missing | None = None
    #: Further labelled values: in brackets.
    more: tuple[Said, ...] = ()


def items_of(match: Match | Item | None) -> list[Item]:
    """Return all items below a match, in the order of the cell."""
    if match is None:
        return []
    if isinstance(match, Item):
        return [match]
    found: list[Item] = []
    for name, kept in match.parts.items():
        if name == "items":
            continue
        for each in kept:
            found += items_of(each)
    return sorted(found, key=lambda item: item.start)


def do(cell: Cell, match: Match) -> Any:
    """Carry out what a row makes of a match; where several rows match, they must say the same."""
    if not match.others:
        return match.row.action(cell, match)
    values: list[Any] = []
    fault: Fault | None = None
    for each in (match, *match.others):
        try:
            value = each.row.action(cell, each)
        except Fault as found:
            fault = found
        except InvalidDefinitionError:
            items = items_of(each)
            fault = cell.fault("number-malformed", items[0], items[-1])
        else:
            if value not in values:
                values.append(value)
    if len(values) == 1:
        return values[0]
    if fault is not None and not values:
        raise fault
    items = items_of(match)
    raise cell.fault("ambiguous", items[0], items[-1])


# -- numbers -------------------------------------------------------------------------------------


def _unit(cell: Cell, item: Item | None) -> str:
    if item is None:
        return ""
    unit = cell.text(item).replace(" ", "")
    return "人日" if unit == "人日分" else unit


def _value(cell: Cell, item: Item) -> Decimal:
    value = number_of(cell.text(item))
    if value is None:
        raise cell.fault("number-malformed", item)
    return whole_number(value)


def number(cell: Cell, m: Match) -> Amount:
    parts = m.parts
    item = parts["n"][0]
    text = cell.text(item)
    value = number_of(text)
    if value is None:
        raise cell.fault("number-malformed", item)
    sign = ""
    if "sign" in parts:
        sign = parts["sign"][0].kind
        if sign != "plus" and value:
            value = value.copy_negate()
    unit = _unit(cell, parts["unit"][0]) if "unit" in parts else ""
    if not unit and ("分の" in text or "人に" in text):
        return Amount(share := EXACT.multiply(value, Decimal(100)), share, "%", sign=sign)
    return Amount(value, value, unit, sign=sign)


def boxed(cell: Cell, m: Match) -> Amount:
    unit = _unit(cell, m.one("box").match.one("unit"))
    value = _value(cell, m.one("n"))
    sign = m.one("sign")
    if sign is not None and sign.kind != "plus":
        value = value.copy_negate()
    return Amount(value, value, unit)


def zero(cell: Cell, m: Match) -> Amount:
    return Amount(Decimal(0), Decimal(0), _unit(cell, m.one("unit")))


def half(_cell: Cell, _m: Match) -> Amount:
    return Amount(Decimal(50), Decimal(50), "%")


def majority(_cell: Cell, _m: Match) -> Amount:
    return Amount(Decimal(50), None, "%", upper_closed=False, lower_closed=False, is_band=True)


#: How many of the second unit one of the first has.
_SECONDS: Final = {"hour": 60, "minute": 60, "wari": 10, "rin": 10, "year": 12}


def compound(cell: Cell, m: Match) -> Amount:
    """Return 2時間30分 in the last unit, 7割5分 in the first."""
    first = m.one("first")
    numbers = [_value(cell, each) for each in m.all("n")]
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
        return Amount(total, total, _unit(cell, first))
    total = numbers[0]
    for value in numbers[1:]:
        total = EXACT.fma(total, size, value)
    return Amount(total, total, _unit(cell, units[-1]))


def band(cell: Cell, m: Match) -> Amount:
    low, high = m.one("low"), m.one("high")
    units = m.all("unit")
    unit = _unit(cell, units[-1]) if units else ""
    if len(units) == 2 and _unit(cell, units[0]) != unit:  # noqa: PLR2004
        raise cell.fault("several-numbers", high)
    if len(units) == 1 and units[0].start < high.start:
        raise cell.fault("several-numbers", high)
    ends = _value(cell, low), _value(cell, high)
    if ends[0] >= ends[1]:
        raise cell.fault("range-backwards", low, high)
    return Amount(*ends, unit, is_band=True)


def spread(cell: Cell, m: Match) -> Amount:
    value, off = _value(cell, m.one("n")), _value(cell, m.one("off"))
    units = m.all("unit")
    unit = _unit(cell, units[0])
    last = _unit(cell, units[-1])
    if unit != last and not (unit == "%" and scale_of(last).base == "ポイント"):
        raise cell.fault("several-numbers", m.one("off"))
    if not off:
        raise cell.fault("number-malformed", m.one("off"))
    return Amount(EXACT.subtract(value, off), EXACT.add(value, off), unit, is_band=True)


def within(cell: Cell, m: Match) -> Amount:
    off = _value(cell, m.one("off"))
    unit = _unit(cell, m.one("unit"))
    if not off:
        return Amount(off, off, unit)
    if m.one("ceiling") is None:
        raise cell.fault("not-understood", m.one("pm"))
    return Amount(EXACT.minus(off), off, unit, is_band=True)


def decade(cell: Cell, m: Match) -> Amount:
    """Return 80%台: from 80 to below 90, one more in the last digit that is not zero."""
    low = _value(cell, m.one("n"))
    unit = _unit(cell, m.one("unit"))
    if cell.is_target and unit != "位":
        raise cell.fault("decade-open", m.one("n"), m.one("decade"))
    place = int(low.normalize(EXACT).as_tuple().exponent)
    high = EXACT.add(low, Decimal(1).scaleb(place))
    if cell.is_target:  # a better rank will do
        return Amount(None, high, unit, upper_closed=False, lower_closed=False, is_band=True)
    return Amount(low, high, unit, upper_closed=False, is_band=True)


def _share(cell: Cell, m: Match) -> Amount:
    """Return a count with the whole that it is a part of."""
    count, whole = _value(cell, m.one("n")), _value(cell, m.one("of"))
    units = m.all("unit")
    own = next((each for each in units if each.start == m.one("n").end), None)
    other = next((each for each in units if each.start == m.one("of").end), None)
    unit, of = _unit(cell, own), _unit(cell, other)
    ranked = unit == "位" or of == "位"
    if (unit and of and unit != of and not ranked and not of.endswith("満点")) or (not ranked and count > whole):
        raise cell.fault("several-numbers", m.one("of"))
    if (unit or of) in ("%", "段階", "級"):
        raise cell.fault("several-numbers", m.one("of"))
    per = "" if ranked else f"{cell.text(m.one('of'))}{of}"
    return Amount(count, count, unit or of, per=per)


part_of = among = _share


def fraction(cell: Cell, m: Match) -> Amount:
    count, whole = _value(cell, m.one("n")), _value(cell, m.one("of"))
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
_ONE_OF: Final = frozenset("日 人 回 校 世帯 戸 館 団体 施設 園 学級 クラス か所 件 台".split())


def one_each(cell: Cell, m: Match) -> str:
    """Return 1人 of 1人1台; 1社31人 are two values."""
    if _unit(cell, m.one("unit")) not in _ONE_OF:
        raise cell.fault("several-numbers", m.one("unit"))
    return text(cell, m)


# -- levels --------------------------------------------------------------------------------------

_STATISTICS: Final = {"累積": "累計", "のべ": "延べ", "延": "延べ", "計": "合計", "総計": "合計", "平均値": "平均", "通算": "累計"}
_FLOORS: Final = ("floor", "above")
_CEILINGS: Final = ("ceiling", "below")
_STRICT: Final = ("above", "below")
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
    _apply_bounds(cell, fields, bounds, amount)
    _apply_words(cell, fields, m, bounds, amount)
    return fields


#: Bounds before a number that only stress it.
_ADVERBS: Final = ("少なく", "多く", "長く", "遅く", "せい")


def _sides(cell: Cell, bounds: list[Item], unit: str) -> set[str]:
    sides: set[str] = set()
    for each in bounds:
        side = "low" if each.kind in (*_FLOORS, "least") else "high"
        if unit == "位" and each.kind in ("floor", "above"):
            side = "high"
        elif unit == "位" and (each.kind in ("least", "most", "below") or (each.kind == "ceiling" and cell.text(each).startswith("以下"))):
            if each.kind == "least" and cell.is_target:
                side = "high"
            else:
                raise cell.fault("not-understood", each)
        sides.add(side)
    return sides


def _apply_bounds(cell: Cell, fields: dict[str, Any], bounds: list[Item], amount: Amount) -> None:
    if not bounds:
        return
    if amount.is_band and not (amount.lower == amount.upper):
        if amount.upper is None and all(each.kind == "floor" for each in bounds):
            return
        raise cell.fault("not-understood", bounds[0])
    own = [each for each in bounds if each.kind not in ("least", "most")]
    if own and all(cell.text(each).startswith(_ADVERBS) for each in bounds if each not in own):
        bounds = own  # 少なくとも1,532隻未満
    sides = _sides(cell, bounds, amount.unit)
    if len(sides) > 1:
        raise cell.fault("not-understood", bounds[-1])
    if amount.sign == "neg":
        raise cell.fault("bound-against-change", bounds[0])
    limits = [each for each in bounds if each.kind in ("least", "most")]
    if limits and not cell.is_target and len(bounds) == len(limits) and not cell.text(limits[0]).startswith(_ADVERBS):
        raise cell.fault("bound-before-number", limits[0])
    strict = any(each.kind in _STRICT for each in bounds)
    if "low" in sides:
        fields.update(upper=None, upper_closed=False, lower_closed=not strict)
    else:
        fields.update(lower=None, lower_closed=False, upper_closed=not strict)


def _apply_words(cell: Cell, fields: dict[str, Any], m: Match, bounds: list[Item], amount: Amount) -> None:
    about = m.one("about") or m.one("around")
    if about is not None:
        if bounds or amount.is_band:
            cell.note("approximate-bound", about)
        else:
            fields["approximate"] = True
    pers = [basis_of(cell.text(each)) for each in m.all("each")] + [do(cell, each) for each in m.all("basis")]
    pers += [cell.text(each)[1:].replace(" ", "") for each in m.all("stroke")]
    if pers:
        if fields.get("per") or len(m.all("basis")) > 1:
            raise cell.fault("several-numbers", m.parts["m"][0].one("of") or items_of(m)[0])
        fields["per"] = "".join(dict.fromkeys(pers))
        if fields["per"] == "年度":
            fields["per"] = "年"
    said = [statistic_of(cell.text(each)) for each in m.all("statistic")]
    if said:
        distinct = [each for each in said if each not in _YEARLY] or said[:1]
        fields["statistic"] = distinct[0]


_ONE: Final = Decimal(1)


def whole_number(value: Decimal | None) -> Decimal | None:
    """Write out the zeros of 1.6万."""
    if value is None:
        return value
    exponent = value.as_tuple().exponent
    return value.quantize(_ONE, context=EXACT) if isinstance(exponent, int) and exponent > 0 else value


def quantity(fields: dict[str, Any], change: Change = Change.LEVEL) -> Quantity:
    """Return a quantity of its fields."""
    kept = {key: value for key, value in fields.items() if key != "sign"}
    for end in ("lower", "upper"):
        kept[end] = whole_number(kept[end])
    if change is not Change.LEVEL:
        kept["change"] = change
    return Quantity(**kept)


# -- statements ----------------------------------------------------------------------------------


def plain(cell: Cell, m: Match) -> Said:
    level_ = m.parts["level"][0]
    if len(level_.parts) == 1 and not level_.others:
        amount = do(cell, level_.parts["m"][0])
        if not amount.is_band and not amount.is_fraction:
            return Said(Quantity(whole_number(amount.lower), amount.unit, per=amount.per))
    return Said(quantity(do(cell, level_)))




def changed(cell: Cell, m: Match) -> Said:
    """Return by how much a value is to change, or has changed."""
    fields = do(cell, m.one("level"))
    way = m.one("way")
    sense = Change.INCREASE if way.kind == "up" else Change.DECREASE
    if m.one("each") is not None and not fields["per"]:
        raise cell.fault("not-understood", m.one("each"))
    if m.one("stroke") is not None:
        fields = fields | {"per": fields["per"] or cell.text(m.one("stroke"))[1:].strip()}
    if fields["sign"]:
        against = "plus" if sense is Change.DECREASE else "neg minus"
        if fields["sign"] in against.split():
            raise cell.fault("sign-against-change", items_of(m)[0], way)
        fields = _positive(fields)
    if fields["unit"] == "位" and sense is Change.INCREASE:
        sense = Change.DECREASE
    if fields["unit"] == "位":
        fields = _size_of(fields)
    bound = m.one("bound")
    if bound is not None:
        if fields["lower"] is None or fields["upper"] is None:
            raise cell.fault("not-understood", bound)
        _apply_bounds(cell, fields, [bound], Amount(fields["lower"], fields["upper"], fields["unit"]))
    if fields["lower"] is None and cell.is_target:
        raise cell.fault("bound-against-change", items_of(m)[0], way)
    if fields["unit"] == "倍":
        raise cell.fault("several-numbers", items_of(m)[0], way)
    return Said(quantity(fields, sense))


def _positive(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the size of a signed number."""
    return fields | {
        end: None if fields[end] is None else abs(fields[end]) for end in ("lower", "upper")
    }


def _size_of(fields: dict[str, Any]) -> dict[str, Any]:
    """Return how many ranks: 5位以上上昇 is a move of five ranks or more."""
    if fields["lower"] is None:
        return fields | {"lower": fields["upper"], "upper": None, "lower_closed": fields["upper_closed"], "upper_closed": False}
    return fields


def halved(cell: Cell, m: Match) -> Said:
    bounds = m.all("bound")
    if any(each.kind != "floor" for each in bounds):
        raise cell.fault("bound-against-change", bounds[0])
    percent = "50" if m.one("halved") is not None else "100"
    sense = Change.DECREASE if percent == "50" else Change.INCREASE
    return Said(Quantity(Decimal(percent), "%", change=sense))


def led(cell: Cell, m: Match) -> Said:
    """Return a number that a change leads to: 15%に減少."""
    said = quantity(do(cell, m.one("level")))
    way = m.one("way")
    direction = None
    if way is not None:
        direction = _way(way, said.unit)
    return Said(said, way=direction)


def _way(item: Item, unit: str) -> Direction | None:
    if item.kind not in ("up", "down"):
        return None
    up = item.kind == "up"
    if unit == "位" and up:
        return Direction.LOWER
    return Direction.HIGHER if up else Direction.LOWER


def from_to(cell: Cell, m: Match) -> Said:
    """Return where a value is to come to from another one."""
    first, last = (quantity(do(cell, each)) for each in m.all("level"))
    if not (first.is_point and first.unit in ("", last.unit)) or last.change is not Change.LEVEL:
        raise cell.fault("several-numbers", items_of(m.all("level")[1])[0])
    way = m.one("way")
    return Said(last, way=None if way is None else _way(way, last.unit))


def kept(cell: Cell, m: Match) -> Said:
    return Said(quantity(do(cell, m.one("level"))), keep=True)


def both_ends(cell: Cell, m: Match) -> Said:
    """Return a band of a floor and a ceiling: 40%以上60%以下."""
    low, high = (do(cell, each) for each in m.all("level"))
    if low["lower"] is None and high["upper"] is None:
        low, high = high, low
    if not (low["upper"] is None and high["lower"] is None and low["lower"] is not None and high["upper"] is not None):
        raise cell.fault("several-numbers", items_of(m.all("level")[1])[0])
    if low["unit"] not in ("", high["unit"]):
        raise cell.fault("several-numbers", items_of(m.all("level")[1])[0])
    if low["lower"] >= high["upper"]:
        raise cell.fault("range-backwards", items_of(m)[0], items_of(m)[-1])
    fields = {key: value for key, value in high.items() if key not in ("lower", "lower_closed")}
    return Said(quantity(fields | {"lower": low["lower"], "lower_closed": low["lower_closed"]}))


def signed_change(cell: Cell, m: Match) -> Said:
    """Return a change by its sign, beside what it is counted from: 前年度比▲3%."""
    fields = do(cell, m.one("level"))
    if not fields["sign"]:
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    sense = Change.INCREASE if fields["sign"] == "plus" else Change.DECREASE
    return Said(quantity(_positive(fields), sense), reference=reference(cell, m))


def reference(cell: Cell, m: Match) -> str:
    """Return what a match of the table of references names."""
    return do(cell, m.one("ref"))[0]


def share_of(cell: Cell, m: Match) -> Said:
    """Return a share with what it is of: 年間稼働時間の0.1%未満."""
    fields = do(cell, m.one("level"))
    if not is_ratio(fields["unit"]) or fields["per"] or fields["sign"]:
        raise cell.fault("several-numbers", items_of(m)[0])
    return Said(quantity(fields | {"per": cell.stretch(m.all("share")).replace(" ", "")}))


def changed_from(cell: Cell, m: Match) -> Said:
    return changed(cell, m)._replace(reference=reference(cell, m))


def changed_base(cell: Cell, m: Match) -> Said:
    """Return a change of a base that is given: 140件の10%減."""
    base = quantity(do(cell, m.one("base")))
    said = changed(cell, m) if m.one("way") is not None else halved(cell, m)
    if not (base.is_point and said.quantity is not None and is_ratio(said.quantity.unit)):
        raise cell.fault("several-numbers", items_of(m)[0])
    return said._replace(base=base)


def halved_from(cell: Cell, m: Match) -> Said:
    return halved(cell, m)._replace(reference=reference(cell, m))


# -- references ----------------------------------------------------------------------------------


def named(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return a reference by its words, and how many years before it is to be."""
    return label_of(cell, items_of(m)).replace(" ", ""), None


def average_alone(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 平均 where whose average it is stands elsewhere."""
    if not cell.text(m.one("name")).startswith("平均"):
        raise cell.fault("reference-not-understood", m.one("name"))
    return named(cell, m)


def bare(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 前年度 of 対前年度."""
    name, lag = named(cell, m)
    return name.removeprefix("対"), lag


def surveyed(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 全国平均 of 前年度調査における全国平均, a year before."""
    return cell.text(m.one("name")).replace(" ", ""), 1


_COMPARATORS: Final = {
    "floor": Comparator.AT_LEAST,
    "above": Comparator.ABOVE,
    "ceiling": Comparator.AT_MOST,
    "below": Comparator.BELOW,
    "same": Comparator.EQUAL,
}


def relative(cell: Cell, m: Match) -> Said:
    name, lag = do(cell, m.one("ref"))
    return Said(rule=RelativeTo(name, _COMPARATORS[m.one("bound").kind], lag=lag))


def valued(cell: Cell, m: Match) -> Said:
    """Return the bound that a reference with its value is: 全国平均(53.2%)を上回る."""
    bound = m.one("bound")
    fields = do(cell, m.one("value").match)
    if fields["lower"] != fields["upper"] or bound.kind == "same":
        raise cell.fault("several-numbers", bound)
    _apply_bounds(cell, fields, [bound], Amount(fields["lower"], fields["upper"], fields["unit"]))
    return Said(quantity(fields))


def reached(cell: Cell, m: Match) -> Said:
    """Return the value of a reference that is to be reached: 法定雇用率(2.7%)の達成."""
    return Said(quantity(do(cell, m.one("value").match)))


def beyond_part(cell: Cell, m: Match) -> Said:
    """Return the strict bound of 現状(15.2%)より低下."""
    fields = do(cell, m.one("value").match)
    return Said(quantity(_beyond(fields, m.one("way"))))


def not_beyond(cell: Cell, m: Match) -> Said:
    """Return 増やさない: not worse than at the start."""
    kind = m.one("stay").kind
    way = {"nomore": Direction.LOWER, "noless": Direction.HIGHER}.get(kind)
    named_ = m.one("ref")
    if named_ is None:
        return Said(rule=Maintain(direction=way))
    return Said(rule=Maintain(reference=do(cell, named_)[0], direction=way))


def reference_value(cell: Cell, m: Match) -> Said:
    """Return the bound that a reference with its value is: 法定雇用率2.5%以上."""
    fields = do(cell, m.one("level"))
    if fields["sign"] or fields["lower"] == fields["upper"]:
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    return Said(quantity(fields))


def kept_value(cell: Cell, m: Match) -> Said:
    return Said(quantity(do(cell, m.one("value").match)), keep=True)


def beyond_value(cell: Cell, m: Match) -> Said:
    """Return the strict bound of 30.5%より増加."""
    fields = do(cell, m.one("level"))
    way = m.one("way")
    if fields["lower"] is None or fields["lower"] != fields["upper"]:
        raise cell.fault("several-numbers", way)
    return Said(quantity(_beyond(fields, way)))


def _beyond(fields: dict[str, Any], way: Item) -> dict[str, Any]:
    """Return the fields of what lies beyond a number, on the side that a word names."""
    if (way.kind == "up") != (fields["unit"] == "位"):
        return fields | {"upper": None, "upper_closed": False, "lower_closed": False}
    return fields | {"lower": None, "lower_closed": False, "upper_closed": False}


def relative_more(cell: Cell, m: Match) -> Said:
    """Return 2030年より高い水準: above or below a reference."""
    name, lag = do(cell, m.one("ref"))
    above = m.one("bound").kind == "more"
    return Said(rule=RelativeTo(name, Comparator.ABOVE if above else Comparator.BELOW, lag=lag))


def improved(cell: Cell, m: Match) -> Said:
    way = m.one("way")
    return Said(rule=Improve(_way(way, ""), reference=reference(cell, m)))


def kept_reference(cell: Cell, m: Match) -> Said:
    return Said(rule=Maintain(reference=reference(cell, m)))


def kept_alone(_cell: Cell, _m: Match) -> Said:
    return Said(rule=Maintain())


def recorded(cell: Cell, m: Match) -> Said:
    """Return 過去最高を更新: beyond the record."""
    name = reference(cell, m)
    low = any(word in name for word in ("最低", "最少", "最小"))
    return Said(rule=RelativeTo(name, Comparator.BELOW if low else Comparator.ABOVE))


def distant(cell: Cell, m: Match) -> Said:
    """Return how far from a reference a value is to be: 全国平均を5ポイント上回る, 全国平均+5ポイント."""
    name, lag = do(cell, m.one("ref"))
    fields = do(cell, m.one("level"))
    items = items_of(m)
    if fields["lower"] is None or (fields["upper"] != fields["lower"] and fields["upper"] is not None) or fields.get("approximate"):
        raise cell.fault("reference-not-understood", items[0], items[-1])
    way = m.one("way")
    sign = fields["sign"]
    if sign and way is not None:
        raise cell.fault("reference-not-understood", items[0], items[-1])
    up = sign == "plus" if way is None else way.kind in ("up", "above", "floor", "more")
    if is_ratio(fields["unit"]) or fields["unit"] in ("倍", "年", "年間", "回") or (way is None and sign != "plus"):
        raise cell.fault("reference-not-understood", items[0], items[-1])
    margin = Quantity(abs(fields["lower"]), fields["unit"])
    strict = fields.get("lower_closed") is False
    if up:
        comparator = Comparator.ABOVE if strict else Comparator.AT_LEAST
    else:
        comparator = Comparator.BELOW if strict else Comparator.AT_MOST
    return Said(rule=RelativeTo(name, comparator, lag=lag, margin=margin))


def ratio(cell: Cell, m: Match) -> Said:
    """Return a multiple or a share of a reference: 前年比98%以下, 県平均の1.5倍."""
    fields = do(cell, m.one("level"))
    if fields["lower"] == 0 or fields["upper"] == 0 or fields["per"]:
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    if fields["sign"] or fields["unit"] != "倍" and not is_ratio(fields["unit"]):
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    return Said(quantity(fields), reference=reference(cell, m))


def times_of(cell: Cell, m: Match) -> Said:
    """Return a multiple of what a noun names: 総予算投入額の5倍以上."""
    said = ratio(cell, m)
    if said.quantity is None or said.quantity.unit != "倍":
        raise cell.fault("several-numbers", items_of(m)[0])
    return said


# -- words ---------------------------------------------------------------------------------------


def outcome(cell: Cell, m: Match) -> list[Said]:
    period = when_of(cell, m.all("when")) or around(cell, m.all("tail")).period
    return [Said(rule=Qualitative(cell.original()), period=period)]


def outcome_way(cell: Cell, m: Match) -> list[Said]:
    direction = _way(m.one("way"), "")
    period = when_of(cell, m.all("when")) or around(cell, m.all("tail")).period
    return [Said(rule=Qualitative(cell.original(), direction=direction), period=period)]


def outcome_kept(cell: Cell, m: Match) -> list[Said]:
    """Return 体制の維持: kept as it is."""
    period = when_of(cell, m.all("when")) or around(cell, m.all("tail")).period
    rule = Maintain() if cell.is_target else Qualitative(cell.original())
    return [Said(rule=rule, period=period)]


def outcome_not(cell: Cell, m: Match) -> list[Said]:
    """Return 負の影響なし: an outcome that is said to be absent."""
    if cell.text(m.one("not")) not in ("なし", "無し", "なく"):
        raise cell.fault("negated", m.one("not"))
    return [Said(rule=Qualitative(cell.original()))]


def alone(cell: Cell, m: Match) -> list[Said]:
    return [unset(cell, m)]


def elsewhere_cell(cell: Cell, m: Match) -> list[Said]:
    return [elsewhere(cell, m)]


def nothing(cell: Cell, m: Match) -> list[Said]:
    """Return why there is no value."""
    item = m.one("none")
    why = {"dash": Missing.NONE, "dots": Missing.NOT_PUBLISHED}.get(item.kind)
    why = why or cell.why_missing(cell.text(item))
    if why is Missing.PENDING:
        return [Said(missing=why)]
    period = when_of(cell, m.all("when")) or around(cell, m.all("tail")).period
    return [Said(missing=why, period=period)]


def date_alone(cell: Cell, m: Match) -> list[Said]:
    """Return a date by itself: a deadline, or when a value will be known."""
    if not cell.is_target:
        period = cell.period(m.one("when"))
        if isinstance(period, Date):
            return [Said(rule=Qualitative(cell.original()))]
        return [Said(missing=Missing.PENDING)]
    return [Said(rule=Qualitative(cell.original()), period=cell.period(m.one("when")))]


def date_bracket(_cell: Cell, _m: Match) -> list[Said]:
    return [Said(missing=Missing.PENDING)]


def to_come(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to come: R8調査, R8.10月頃公表."""
    for item in m.all("status"):
        if item.kind == "missing" and cell.why_missing(cell.text(item)) is not Missing.PENDING:
            raise cell.fault("not-understood", item)
    return [Said(missing=Missing.PENDING)]


def counted(cell: Cell, m: Match) -> Said:
    value = _value(cell, m.one("n"))
    statistic = m.one("statistic")
    said = "" if statistic is None else statistic_of(cell.text(statistic))
    return Said(Quantity(value, _unit(cell, m.one("unit")), statistic=said))


def shared(cell: Cell, m: Match) -> Said:
    amount = _share(cell, m)
    return Said(Quantity(amount.lower, amount.unit, per=amount.per))


def with_brackets(cell: Cell, m: Match) -> list[Said]:
    """Return a value and a second one in brackets: 63件(19件)."""
    first = do(cell, m.one("part"))
    meaning = next((each.match for each in m.all("tail") if each.kind == "g_meaning"), None)
    if meaning is not None:
        value = quantity(do(cell, m.one("value").match))
        whose = Benchmark(cell.text(meaning.one("whose")), value)
        period = when_of(cell, m.all("when")) or first.period
        return [first._replace(period=period, benchmark=whose)]
    if first.quantity is not None and first.quantity.unit and not do(cell, m.one("value").match)["unit"]:
        raise cell.fault("value-in-brackets", m.one("value"))
    second = quantity(do(cell, m.one("value").match))
    found = around(cell, m.all("tail"))
    period = when_of(cell, m.all("when")) or first.period or found.period
    both = (first, Said(second, label=_IN_BRACKETS))
    return [_of_statistic(each, found.statistic)._replace(period=period) for each in both]


#: What a second value is called that stands in brackets without a name.
_IN_BRACKETS: Final = "括弧内"


def _of_statistic(said: Said, statistic: str) -> Said:
    """Return a value with the statistic that stands behind it, if it has none of its own."""
    value = said.quantity
    if value is None or value.statistic or not statistic:
        return said
    return said._replace(quantity=attrs.evolve(value, statistic=statistic))


def unwrapped(cell: Cell, m: Match) -> list[Said]:
    """Return the value of a cell that is one bracket."""
    found = around(cell, m.all("tail"))
    fields = do(cell, m.one("whole").match)
    if not fields["unit"]:
        raise cell.fault("value-in-brackets", m.one("whole"))
    return [Said(quantity(fields), period=found.period, status=found.status)]


def nearly_zero(cell: Cell, _m: Match) -> Said:
    return Said(rule=Qualitative(cell.original(), direction=Direction.LOWER))


def not_worse(cell: Cell, m: Match) -> Said:
    """Return 維持・向上, 横ばい又は低下: not worse."""
    way = m.one("way")
    return Said(rule=Maintain(direction=_way(way, "")))


def elsewhere(cell: Cell, m: Match) -> Said:
    name = cell.stretch([each for each in items_of(m) if each.start < m.one("elsewhere").start])
    return Said(rule=DefinedElsewhere(name.strip("「」 ").replace(" ", "")))


def unset(cell: Cell, m: Match) -> Said:
    note = m.one("note")
    said = cell.text(note)[1:-1] if note is not None else ""
    return Said(rule=Exploratory(said) if "探索" in said else Unset(said))


def none(_cell: Cell, _m: Match) -> Said:
    return Said(missing=Missing.NONE)


def pending(_cell: Cell, _m: Match) -> Said:
    return Said(missing=Missing.PENDING)


# -- what stands around a statement --------------------------------------------------------------

_STATUSES: Final = {"forecast": Status.FORECAST, "provisional": Status.PROVISIONAL}


def status_of(items: Sequence[Item]) -> Status:
    """Return how firm a value is by the words beside it."""
    for item in items:
        if item.match is not None:
            return status_of(item.match.all("status"))
        if item.kind in _STATUSES:
            return _STATUSES[item.kind]
    return Status.FINAL


def when_of(cell: Cell, items: Sequence[Item]) -> Period | None:
    """Return the period of some items, ``None`` if it names none."""
    found: Period | None = None
    for item in items:
        if item.kind == "day":
            continue
        if item.match is not None:
            period = when_of(cell, item.match.all("when"))
        else:
            period = cell.period_or_none(item)
        if period is None:
            continue
        if found is not None and period != found:
            raise cell.fault("two-periods", item)
        found = period
    return found


class Around(NamedTuple):
    """What the brackets and notes behind a statement say of it."""

    period: Period | None = None
    status: Status = Status.FINAL
    statistic: str = ""
    basis: str = ""
    reference: str = ""
    benchmark: Benchmark | None = None
    values: tuple[Said, ...] = ()
    keeps: bool = False


def around(cell: Cell, tail: Sequence[Item]) -> Around:
    """Return what the brackets behind a statement say."""
    period: Period | None = None
    status, statistic, basis, base = Status.FINAL, "", "", ""
    benchmark: Benchmark | None = None
    values: list[Said] = []
    keeps = False
    for group in tail:
        inner = group.match
        if inner is None:
            continue
        name = group.kind
        if name == "g_period":
            own = when_of(cell, inner.all("when"))
            if own is not None and period is not None and own != period and not inner.one("firm"):
                raise cell.fault("two-periods", group)
            period = period or own
            status = status if status is not Status.FINAL else status_of(inner.all("status"))
            for each in (*inner.all("statistic"), *inner.all("status")):
                if each.kind != "statistic":
                    continue
                statistic = statistic or statistic_of(cell.text(each))
        elif name == "g_statistic":
            statistic = statistic or statistic_of(cell.text(inner.one("statistic")))
        elif name == "g_status":
            status = status_of(inner.all("status"))
        elif name == "g_basis":
            basis = basis or do(cell, inner)
        elif name == "g_base":
            base = base or do(cell, inner)
        elif name == "g_benchmark":
            benchmark = benchmark or do(cell, inner)
        elif name == "g_noera":
            cell.note("period-without-era", group, cell.text(group)[1:-1])
        elif name == "g_keep":
            keeps = True
        elif name == "g_part":
            values.append(do(cell, inner)._replace(label=_IN_BRACKETS))
    return Around(period, status, statistic, basis, base, benchmark, tuple(values), keeps)


def with_around(cell: Cell, said: Said, tail: Sequence[Item]) -> Said:
    """Return a statement with what the brackets behind it say."""
    if not tail:
        return said
    found = around(cell, tail)
    value = said.quantity
    if value is not None and (found.statistic or found.basis):
        more: dict[str, str] = {}
        if found.statistic and value.statistic in ("", "年間"):
            more["statistic"] = found.statistic
        if found.basis and not value.per:
            more["per"] = found.basis
        value = attrs.evolve(value, **more) if more else value
    if found.reference:
        said = _with_base(cell, said, found.reference, tail)
        value = said.quantity
    return said._replace(
        quantity=value,
        period=said.period or found.period,
        status=said.status if said.status is not Status.FINAL else found.status,
        benchmark=said.benchmark or found.benchmark,
        more=said.more + found.values,
        keep=said.keep or found.keeps,
    )


def _with_base(cell: Cell, said: Said, base: str, tail: Sequence[Item]) -> Said:
    """Return a statement whose change is counted from what a bracket names."""
    value = said.quantity
    if value is None:
        raise cell.fault("reference-not-understood", tail[0])
    if value.change is Change.LEVEL:
        if value.is_point and value.value < 0:
            value = Quantity(-value.value, value.unit, change=Change.DECREASE)
        elif value.unit != "倍" and not is_ratio(value.unit):
            raise cell.fault("reference-not-understood", tail[0])
        elif not cell.is_target:
            raise cell.fault("reference-not-understood", tail[0])
    return said._replace(quantity=value, reference=base)


def with_when(cell: Cell, said: Said, m: Match) -> Said:
    """Return a statement with the period that stands before it."""
    if "when" not in m.parts:
        if "status" not in m.parts:
            return said
        return said._replace(status=status_of(m.all("status")))
    period = when_of(cell, m.all("when"))
    status = status_of(m.all("status"))
    if said.period is not None and period is not None and said.period != period:
        if said.period.start <= period.start and period.end <= said.period.end:
            period = said.period
        if not (period.start <= said.period.start and said.period.end <= period.end):
            raise cell.fault("two-periods", m.one("when"))
        said = said._replace(period=period)
    for each in m.all("statistic"):
        value = said.quantity
        if value is not None and not value.statistic and each.kind == "statistic":
            said = said._replace(quantity=attrs.evolve(value, statistic=statistic_of(cell.text(each))))
    return said._replace(
        period=said.period or period,
        status=said.status if said.status is not Status.FINAL else status,
    )


# -- brackets ------------------------------------------------------------------------------------


def in_brackets(_cell: Cell, _m: Match) -> None:
    return None


def bracket_basis(cell: Cell, m: Match) -> str:
    found = m.one("basis")
    return do(cell, found) if found is not None else basis_of(text(cell, m))


def bracket_base(cell: Cell, m: Match) -> str:
    return bare_base(do(cell, m.one("ref"))[0])


def bare_base(name: str) -> str:
    return name.removeprefix("対").removesuffix("比")


def bracket_period_base(cell: Cell, m: Match) -> str:
    return bare_base(cell.text(m.one("period")).replace(" ", ""))


def bracket_benchmark(cell: Cell, m: Match) -> Benchmark:
    whose = m.one("whose")
    period = when_of(cell, m.all("when"))
    value = whole_number(_value(cell, m.one("n")))
    unit = m.one("unit")
    if unit is not None and unit.kind not in ("pct", "times", "year", "age") and _unit(cell, unit) != "点":
        raise cell.fault("value-in-brackets", whose)
    return Benchmark(cell.text(whose).replace(" ", ""), Quantity(value, _unit(cell, m.one("unit"))), period)


def bracket_number(cell: Cell, m: Match) -> dict[str, Any]:
    """Return the fields of the number in a bracket."""
    value = _value(cell, m.one("n"))
    fields: dict[str, Any] = {"lower": value, "upper": value, "unit": _unit(cell, m.one("unit")), "sign": "", "per": ""}
    if m.one("about") is not None:
        fields["approximate"] = True
    if m.one("stroke") is not None:
        fields["per"] = cell.text(m.one("stroke"))[1:].strip()
    if m.one("statistic") is not None:
        fields["statistic"] = statistic_of(cell.text(m.one("statistic")))
    return fields


# -- cells ---------------------------------------------------------------------------------------


def single(cell: Cell, m: Match) -> list[Said]:
    """Return the one statement of a cell, with what stands around it."""
    if len(m.parts) == 1:
        return [do(cell, m.parts["said"][0])]
    said = labelled(cell, m)
    for each in m.all("text"):
        if isinstance(each, Item) and each.kind == "statistic":
            said = _of_statistic(said, statistic_of(cell.text(each)))
    value = said.quantity
    if said.label and value is not None and value.change is not Change.LEVEL and is_ratio(value.unit):
        said = said._replace(reference=said.reference or said.label.replace(" ", ""))
    return [said._replace(label="")]


def counted_deed(cell: Cell, m: Match) -> list[Said]:
    """Return how often something is done: 12件実施."""
    said = one(cell, m)
    if said.quantity is None or not said.quantity.unit:
        raise cell.fault("number-without-unit", items_of(m)[0])
    return [said]


def one(cell: Cell, m: Match) -> Said:
    said = do(cell, m.one("said"))
    said = with_around(cell, said, m.all("tail"))
    return with_when(cell, said, m)


def labelled(cell: Cell, m: Match) -> Said:
    said = one(cell, m)
    label = m.one("label")
    if label is None:
        return said
    name = label_of(cell, items_of(label))
    if said.quantity is not None and not said.quantity.statistic:
        statistic = next((each for each in ("延べ", "累計") if name.startswith(each)), "")
        said = _of_statistic(said, statistic)
    return said._replace(label=name)


def dated(cell: Cell, m: Match) -> Said:
    """Return a value whose period is its name: R4：80%."""
    said = labelled(cell, m)
    if said.label:
        return said
    when = m.one("when") or m.one("tail").match.one("when")
    return said._replace(label=cell.text(when))


def label_of(cell: Cell, items: Sequence[Item]) -> str:
    """Return a label as published."""
    if not items:
        return ""
    first = cell.spans[min(each.start for each in items)][0]
    last = cell.spans[max(each.end for each in items) - 1][1]
    start, end = cell.folded.span(first, last)
    return cell.folded.original[start:end].strip(" :：").strip()


def parts(cell: Cell, m: Match) -> list[Said]:
    """Return the statements of a cell that has several, each with its label."""
    matches = m.all("part")
    found = [do(cell, each) for each in matches]
    _check_parts(cell, matches, found)
    tail = around(cell, m.all("tail"))
    period, status = when_of(cell, m.all("when")) or tail.period, status_of(m.all("status"))
    last = found[-1]
    if period is None and last.period is not None and all(each.period is None for each in found[:-1]):
        period, status = last.period, last.status
    if status is Status.FINAL:
        status = tail.status
    periods = _labelled_periods(cell, m.all("tail"))
    found = _with_values(cell, matches, found, m.all("tail"))
    dated = [
        each._replace(
            period=each.period or _named_period(match, periods, cell) or period,
            benchmark=_dated(each.benchmark, periods),
            status=each.status if each.status is not Status.FINAL else status,
        )
        for match, each in zip(matches, found, strict=True)
    ]
    return _with_benchmarks(matches, dated)


def _named_period(match: Match, periods: dict[str, Period], cell: Cell) -> Period | None:
    label = match.one("label")
    return periods.get(label_of(cell, items_of(label))) if label is not None else None


def _dated(benchmark: Benchmark | None, periods: dict[str, Period]) -> Benchmark | None:
    if benchmark is None or benchmark.period is not None or benchmark.name not in periods:
        return benchmark
    return attrs.evolve(benchmark, period=periods[benchmark.name])


def _check_parts(cell: Cell, matches: list[Match], found: list[Said]) -> None:
    """Refuse values that hang together without a name, and one without a value.

    Raises:
        Fault: The first has no unit and another has; a label is attached to a number of another
            dimension; a part is said to be missing.
    """
    units = ["" if each.quantity is None else scale_of(each.quantity.unit).base for each in found]
    for index, (match, said) in enumerate(zip(matches, found, strict=True)):
        items = items_of(match)
        if said.missing is not None:
            raise cell.fault("part-without-number", items[0], items[-1])
        if index == 0 or said.quantity is None or found[index - 1].quantity is None:
            continue
        is_attached = cell.spans[items[0].start][0] == cell.spans[items[0].start - 1][1] and items[0].kind not in ("mark", "bullet")
        is_apart = items_of(matches[index - 1])[-1].end != items[0].start
        unlike = units[index] != units[index - 1]
        unnamed = not found[index - 1].label and units[index - 1] in _MEASURED
        if unlike and ((is_attached and not is_apart) or unnamed or not units[index - 1]):
            raise cell.fault("several-numbers", items[0], items[-1])


#: What is measured or timed, and not counted: without a name it says of whom the next value is.
_MEASURED: Final = frozenset(("", "歳", "年", "か月", "日", "時間", "m", "%", "分", "倍"))


def _labelled_periods(cell: Cell, tail: Sequence[Item]) -> dict[str, Period]:
    """Return the period of each label that a note names: ※市:R4調査."""
    found: dict[str, Period] = {}
    for group in tail:
        if group.kind == "g_labels" and group.match is not None:
            for label, when in zip(group.match.all("label"), group.match.all("when"), strict=True):
                found[cell.text(label)] = cell.period(when)
    return found


def _with_values(cell: Cell, matches: list[Match], found: list[Said], tail: Sequence[Item]) -> list[Said]:
    """Give each value the one in brackets behind it, where a note says what that is."""
    values = [each.one("value") for each in matches]
    if not any(values):
        return found
    whose = next((each.match.one("whose") for each in tail if each.kind == "g_meaning" and each.match), None)
    if whose is None:
        raise cell.fault("value-in-brackets", next(each for each in values if each is not None))
    name = cell.text(whose)
    return [
        said if value is None else said._replace(benchmark=Benchmark(name, quantity(do(cell, value.match))))
        for said, value in zip(found, values, strict=True)
    ]


def _with_benchmarks(matches: list[Match], found: list[Said]) -> list[Said]:
    """Give a value that is named as an average to the value beside it."""
    named_ = [_is_benchmark(match) for match in matches]
    if not any(named_) or all(named_):
        return found
    kept: list[Said] = []
    ahead: Said | None = None
    for said, is_named in zip(found, named_, strict=True):
        if not is_named:
            beside = ahead or said
            kept.append(said._replace(benchmark=_benchmark(ahead)) if ahead is not None else said)
            ahead = None
            del beside
        elif kept:
            kept[-1] = kept[-1]._replace(benchmark=_benchmark(said))
        else:
            ahead = said
    return kept


def _benchmark(said: Said) -> Benchmark:
    assert said.quantity is not None  # noqa: S101 - only numbers are named so
    return Benchmark(said.label, said.quantity, said.period)


def _is_benchmark(match: Match) -> bool:
    label = match.one("label")
    return isinstance(label, Match) and label.row.name == "reference"


def marked(cell: Cell, m: Match) -> Said:
    """Return the value behind a mark: ①育成数 8,271人, and the average beside it."""
    said = labelled(cell, m)
    beside = m.one("beside")
    if beside is not None:
        said = said._replace(benchmark=_benchmark(do(cell, beside)))
    mark = cell.text(m.one("mark"))
    whose = m.one("label")
    is_whose = whose is not None and all(item.kind == "whose" for item in items_of(whose))
    return said._replace(label=mark if is_whose else mark + said.label)


def averaged(cell: Cell, m: Match) -> Said:
    said: Said = do(cell, m.one("said"))
    return said._replace(label=cell.text(m.one("label")))


def reduced(cell: Cell, m: Match) -> tuple[Quantity, Quantity]:
    """Return a base, and the rate that it is cut by: 140件発生した障害の10%減."""
    base = Quantity(_value(cell, m.one("n")), _unit(cell, m.one("unit")))
    return base, Quantity(_value(cell, m.one("rate")), _unit(cell, m.one("of_rate")))


def listed(cell: Cell, m: Match) -> tuple[str, Quantity]:
    """Return a part of a breakdown, with its label."""
    label = m.one("label")
    value = Quantity(_value(cell, m.one("n")), _unit(cell, m.one("unit")))
    return label_of(cell, items_of(label)), value


def breakdown(cell: Cell, m: Match) -> list[tuple[str, Quantity]]:
    """Return the parts of a breakdown, each with its label."""
    return [do(cell, each) for each in m.all("part")]


def not_set(_cell: Cell, _m: Match) -> list[Said]:
    return [Said(missing=Missing.NOT_SET)]


def two_counts(cell: Cell, m: Match) -> list[Said]:
    """Return two values that their counters tell apart: 21社31人."""
    found = [do(cell, each) for each in m.all("count")]
    units = [each.quantity.unit for each in found]
    if len({scale_of(each).base for each in units}) < len(units):
        raise cell.fault("several-numbers", items_of(m.all("count")[1])[0])
    tail = around(cell, m.all("tail"))
    period = when_of(cell, m.all("when")) or tail.period
    return [
        each._replace(label=unit, period=period, status=tail.status)
        for each, unit in zip(found, units, strict=True)
    ]


def conditions(cell: Cell, m: Match) -> list[Said]:
    found = [do(cell, each) for each in m.all("part")]
    return [Said(rule=AllOf([RulePart("", rule_of(cell, each)) for each in found]))]


# -- from statements to values -------------------------------------------------------------------


def rule_of(cell: Cell, said: Said) -> Rule:
    """Return the rule that a statement of a target is."""
    if said.rule is not None:
        return said.rule
    if said.missing is not None:
        return Unset()
    value = said.quantity
    assert value is not None  # noqa: S101 - a statement has a value, a rule or a reason
    if said.keep:
        return Maintain(value)
    if value.change is not Change.LEVEL:
        return _change_rule(value, said)
    if value.is_point:
        return Reach(value, direction=said.way, reference=said.reference)
    if value.lower is not None and value.upper is not None:
        return Between(value)
    floor = value.lower is not None
    end = value.lower if floor else value.upper
    point = Quantity(end, value.unit, per=value.per, statistic=value.statistic)
    strict = not (value.lower_closed or value.upper_closed)
    if floor:
        return AtLeast(point, strict=strict, reference=said.reference)
    return AtMost(point, strict=strict, reference=said.reference)


def _change_rule(value: Quantity, said: Said) -> Rule:
    by = Quantity(value.lower, value.unit, per=value.per, statistic=value.statistic, margin=value.margin)
    if value.lower != value.upper and value.upper is not None:
        return Between(value)
    strict = value.lower is not None and not value.lower_closed
    kind = IncreaseBy if value.change is Change.INCREASE else ReduceBy
    return kind(by, strict=strict, base=said.base, reference=bare_base(said.reference))


def observation_of(cell: Cell, said: Said, column: Period | None) -> Observation:
    """Return what a statement of an actual says was observed."""
    if said.missing is not None:
        return Observation(said.period or column, missing=said.missing)
    if said.rule is not None or said.keep or said.way is not None:
        raise Fault("second-statement", 0, len(cell.spans))
    return Observation(said.period or column, said.quantity, status=said.status, benchmark=said.benchmark)
