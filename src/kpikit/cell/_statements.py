"""What a statement says: a number, a change, how to stand to a reference, an outcome."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter
from typing import Final

from kpikit.cell._amounts import basis_of, bounded, may_be_a_change, then
from kpikit.cell._around import when_of
from kpikit.cell._cell import Act, Ahead, Amount, Cell, Said, act_of, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._numbers import is_share
from kpikit.cell._tokens import HIRAGANA
from kpikit.language.lexicon import (
    AGAINST,
    ALIKE,
    BY,
    CLASSES,
    LOWEST,
    NO_FURTHER,
    NOUN_TAILS,
    PASSING,
    PRESENT,
    RECOVERY,
    REGAINED,
    SUBJECT,
    SURE_NOUNS,
)
from kpikit.language.pattern import pattern
from kpikit.language.statistic import MEAN, YEARLY
from kpikit.language.units import POINT
from kpikit.language.words import either
from kpikit.model import rule as rules
from kpikit.model.quantity import Change, Quantity
from kpikit.model.unit import is_multiple, is_rank, is_ratio, scale_of
from kpikit.model.verdict import Direction

# -- numbers and changes --------------------------------------------------------------------------


def stated(cell: Cell, m: Match) -> Amount:
    """Return the number of a statement, which may stand in brackets behind a reference."""
    level = m.one("level")
    amount: Amount = do(cell, m.one("value").match if level is None else level)
    return amount


@Ahead
def plain(m: Match) -> Act[Said]:
    level: Act[Amount] = act_of(m.one("level"))
    return then(level, Said)


def changed(cell: Cell, m: Match) -> Said:
    """Return by how much a value is to change, or has changed."""
    amount, way = stated(cell, m), m.one("way")
    if cell.text(items_of(m.one("level"))[-1]).endswith("に"):
        return _towards(cell, m, amount)
    sense = Change.INCREASE if way.kind in ("up", "more") else Change.DECREASE
    _check_length(cell, m, amount)
    for each in (*m.all("often"), *m.all("stroke")):  # 毎年度前年度比1%減, 5件増/年
        amount = amount._replace(per=basis_of(cell.text(each).removeprefix("/")))
    if amount.sign and (amount.sign == "plus") is (sense is Change.DECREASE):
        raise cell.fault("sign-against-change", items_of(m)[0], way)
    if amount.sign:
        amount = amount.changed(sense)
    if amount.unit == "位":  # 5位以上上昇 is a move of five ranks or more
        sense = Change.DECREASE
        if amount.lower is None:
            strict = not amount.upper_closed
            amount = amount._replace(lower=amount.upper).bounded(low=True, strict=strict)
    amount = _bounded_change(cell, m, amount)
    if amount.lower is None and cell.is_target:
        raise cell.fault("bound-against-change", items_of(m)[0], way)
    if amount.unit == "倍":
        raise cell.fault("several-numbers", items_of(m)[0], way)
    return _counted_from(cell, m, amount._replace(change=sense))


def _check_length(cell: Cell, m: Match, amount: Amount) -> None:
    """Refuse a time that something is to change in, and a number that is for one of two things.

    Raises:
        Fault: It is no size of a change: 5年間で増加.
    """
    stroke, is_at = m.one("stroke"), m.one("at") is not None
    if is_at and any(each.kind == "span" for each in items_of(m.one("level"))):
        raise cell.fault("several-numbers", m)
    if stroke is not None and amount.is_counted:
        raise cell.fault("no-form", stroke)


def changed_restated(cell: Cell, m: Match) -> Said:
    """Return a change that a bracket in it says in another unit too: 63人（14.2%）の削減."""
    _note_restated(cell, m)
    return changed(cell, m)


def led_restated(cell: Cell, m: Match) -> Said:
    """Return what a change leads to, told in a bracket too: 25%（100万ha）に拡大."""
    _note_restated(cell, m)
    return led(cell, m)


def _note_restated(cell: Cell, m: Match) -> None:
    """Take note of the number that says again what one in another unit says.

    Raises:
        Fault: Both are in one unit, so that one of them is something else.
    """
    level, value = m.one("level"), m.one("value")
    units = [scale_of(do(cell, each).unit).base for each in (level, value.match)]
    if units[1] in ("", units[0]):
        raise cell.fault("value-in-brackets", value)
    cell.note_words("value-beside", value)


def exceeded(cell: Cell, m: Match) -> Said:
    """Return by how much the value before is to be exceeded: 前年度実績を1割上回る."""
    amount, way = stated(cell, m), m.one("way")
    is_passed = cell.text(way).startswith(PASSING)
    if not amount.is_point or amount.sign or amount.is_counted or not is_passed:
        raise cell.fault("reference-not-understood", m)
    sense = Change.INCREASE if way.kind == "above" else Change.DECREASE
    return _counted_from(cell, m, amount.changed(sense))


def _counted_from(cell: Cell, m: Match, amount: Amount, *, way: Direction | None = None) -> Said:
    """Return a number with the reference or the value that it is counted from."""
    base = m.one("base")
    if isinstance(base, Item):
        base = base.match
    return Said(
        amount,
        way=way,
        period=when_of(cell, m.all("when")),
        reference="" if m.one("ref") is None else reference(cell, m),
        base=None if base is None else do(cell, base).quantity(),
    )


def _bounded_change(cell: Cell, m: Match, amount: Amount) -> Amount:
    """Bound a change by the word behind it: 5%増以上."""
    bound = m.one("bound")
    if bound is None:
        return amount
    if not amount.is_point:
        raise cell.fault("no-form", bound)
    return bounded(cell, amount, [bound])


#: Which way words lead; the smaller a rank is, the higher it is.
_WAYS: Final = {
    **dict.fromkeys(("up", "upward", "noless", "doubled", "positive"), Direction.HIGHER),
    **dict.fromkeys(
        ("down", "downward", "nomore", "nearly", "halved", "negative"), Direction.LOWER
    ),
}


def way_of(item: Item | None, unit: str = "") -> Direction | None:
    if item is None:
        return None
    direction = _WAYS.get(item.kind)
    return Direction.LOWER if unit == "位" and direction is not None else direction


def _towards(cell: Cell, m: Match, amount: Amount) -> Said:
    """Return a value that a change leads to, which a bound must not bar.

    Raises:
        Fault: The bound is on the side that the change comes from.
    """
    way = m.one("way")
    direction = way_of(way, amount.unit)
    if direction is not None and _is_decade(amount):  # 15%台に抑える
        is_down = direction is Direction.LOWER
        amount = amount._replace(lower=None) if is_down else amount._replace(upper=None)
    barred = Direction.HIGHER if amount.lower is None else Direction.LOWER
    if direction is barred and None in (amount.lower, amount.upper):
        raise cell.fault("bound-against-change", items_of(m)[0], way)
    return _counted_from(cell, m, amount, way=direction)


#: Numbers that words tell to be a part.
_PARTS: Final = frozenset(("half", "fraction"))


def _is_decade(amount: Amount) -> bool:
    """Whether a number is a band of ten, whose upper end is the first that is not in it."""
    is_band = not (amount.is_point or None in (amount.lower, amount.upper))
    return is_band and not amount.upper_closed


def led(cell: Cell, m: Match) -> Said:
    """Return a number that a change leads to: 15%に減少.

    Raises:
        Fault: It is a part of what there is: 3分の1に縮減.
    """
    number = m.one("level").one("m")
    if number.row.name in _PARTS or is_share(cell.text(number)):
        raise cell.fault("several-numbers", m.one("level"))
    return _towards(cell, m, stated(cell, m))


def of_top(cell: Cell, m: Match) -> Said:
    """Return the share or the rank of the best that one is to be among: 上位10%以内, 上位10位.

    Raises:
        Fault: It is no ceiling, so that the smaller may be the worse.
    """
    amount = stated(cell, m)
    if is_rank(amount.unit) and amount.is_point:
        amount = amount.bounded(low=False, strict=False)
    if amount.lower is not None or not (is_ratio(amount.unit) or is_rank(amount.unit)):
        raise cell.fault("no-form", m)
    return Said(amount)


def halved(cell: Cell, m: Match) -> Said:
    is_half = m.one("halved") is not None
    size = Decimal(50 if is_half else 100)
    sense = Change.DECREASE if is_half else Change.INCREASE
    upper = size if m.one("bound") is None else None  # 半減以上
    return _counted_from(cell, m, Amount(size, upper, "%", change=sense))


def from_to(cell: Cell, m: Match) -> Said:
    """Return where a value is to come to from another one."""
    start, end = m.all("level")
    before, after = do(cell, start), do(cell, end)
    period = when_of(cell, m.all("when"))
    if (
        after.sign == "plus"  # 22%→+5% may be 27% as well
        or scale_of(after.unit).base == POINT != scale_of(before.unit).base  # 50%から5ポイント以上
        or (
            after.is_point
            and not any(map(m.all, ("to", "due", "arrow", "aim")))
            and not _is_counted_out(before)
        )  # 5%から10%: a range
        or not before.is_point
        or (before.unit and scale_of(before.unit).base != scale_of(after.unit).base)
    ):
        raise cell.fault("several-numbers", items_of(end)[0])
    earlier = sorted([*items_of(start), *m.all("start")], key=attrgetter("start"))
    cell.note_words("starting-value", earlier)
    return _towards(cell, m, after)._replace(period=period)


def _is_counted_out(amount: Amount) -> bool:
    """Whether a number was counted, and is no end of a range, which is round: 2,701人から."""
    digits = (amount.lower or Decimal()).as_tuple().digits
    return bool(amount.unit) and len(digits) > _ROUND and digits[-1] % 5 != 0


#: How many digits a round number may have.
_ROUND: Final = 2


def doubled_to(cell: Cell, m: Match) -> Said:
    """Return what is twice or half of what it comes from: 28件から56件へ倍増.

    Raises:
        Fault: It is not.
    """
    said = from_to(cell, m)
    before, after = (do(cell, each) for each in m.all("level"))
    low, high = sorted((before.lower, after.lower))
    is_up = m.one("way").kind == "doubled"
    if not (low and low * 2 == high and (after.lower == high) == is_up):
        raise cell.fault("several-numbers", m.one("way"))
    return said._replace(way=Direction.HIGHER if is_up else Direction.LOWER)


def both_ends(cell: Cell, m: Match) -> Said:
    """Return a band of a floor and a ceiling: 40%以上60%以下."""
    low, high = (do(cell, each) for each in m.all("level"))
    if low.lower is None:
        low, high = high, low
    first = items_of(m.all("level")[1])[0]
    if low.upper is not None or high.lower is not None or low.unit not in ("", high.unit):
        raise cell.fault("several-numbers", first)
    if high.unit and not low.unit and (first.gap or items_of(m)[0].start > 0):
        raise cell.fault("several-numbers", first)  # 要介護3以上 30%以下
    if low.lower >= high.upper:
        raise cell.fault("range-backwards", m)
    return Said(high._replace(lower=low.lower, lower_closed=low.lower_closed))


def signed_change(cell: Cell, m: Match) -> Said:
    """Return a change by its sign, beside what it is counted from: 前年度比▲3%."""
    amount = stated(cell, m)
    is_against = m.one("versus") is None and cell.text(m.one("ref"))[0] == AGAINST
    if not amount.sign and is_against:  # 対前年度105%
        if may_be_a_change(amount.lower, amount.unit):
            raise cell.fault("reference-not-understood", m)
        return ratio(cell, m)
    if not amount.sign:
        raise cell.fault("reference-not-understood", m)
    sense = Change.INCREASE if amount.sign == "plus" else Change.DECREASE
    return _counted_from(cell, m, amount.changed(sense))


def share_of(cell: Cell, m: Match) -> Said:
    """Return a share with what it is of: 年間稼働時間の0.1%未満."""
    shares = [item for each in m.all("share") for item in items_of(each)]
    amount, last = stated(cell, m), shares[-1]
    is_mean = bool(amount.statistic) and last.kind in ("noun", "nouns")  # 満足度の平均 80%
    if not is_ratio(amount.unit) or amount.is_counted or amount.sign or is_mean:
        raise cell.fault("several-numbers", items_of(m)[0])
    is_clause = isinstance(m.one("share"), Match)  # 40～74歳の被保険者の60%
    whole = (
        label_of(cell, shares[-1:] if is_clause else shares).split()[-1].rpartition(BY)[2]
    )  # 残高を財政規模の10%
    return Said(amount._replace(per=whole))


def _is_of(base: str, unit: str) -> bool:
    """Whether a number in a unit can only be a change of one in another: 7ポイント of 38.5%."""
    if is_ratio(base):
        return scale_of(unit).base == POINT
    return is_ratio(unit)


def changed_base(cell: Cell, m: Match) -> Said:
    """Return a change of a base that is given: 140件の10%減."""
    said = changed(cell, m)
    base, amount = said.base, said.amount
    if base is None or amount is None or not (base.is_point and _is_of(base.unit, amount.unit)):
        raise cell.fault("several-numbers", items_of(m)[0])
    if not cell.is_target:
        cell.note_words("starting-value", m.one("base"))
    return said


def changed_beside(cell: Cell, m: Match) -> Said:
    """Return a change beside which the value of some year stands, where it is from or leads to."""
    was = m.one("was")
    cell.note_words("value-beside", was)
    said: Said = do(cell, m.one("said"))
    return said


# -- references -----------------------------------------------------------------------------------


def named(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return a reference by its words, and how many years before it is to be."""
    name = "".join(label_of(cell, m).split())
    return re.sub(_OF_SUBJECT, "", name), None


#: What is to stand in some way to a reference: 開業率が of 開業率が廃業率を上回る.
_OF_SUBJECT: Final = f"^.*[{''.join(NOUN_TAILS)}]{SUBJECT}"


def of_plan(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return when a plan was made: 第2期計画策定時.

    Raises:
        Fault: A verb stands before it: 国が定める基準値.
    """
    if cell.text(m.one("word"))[-1] in HIRAGANA:
        raise cell.fault("reference-not-understood", m)
    return named(cell, m)


def ruled(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return what another body sets: 国が定める基準値.

    Raises:
        Fault: No verb stands between.
    """
    if cell.text(m.all("word")[-1])[-1] not in HIRAGANA:
        raise cell.fault("reference-not-understood", m)
    return "".join(label_of(cell, m).split()), None


def present(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 現在 where it is what a value is compared with: 現在より5%削減."""
    if cell.text(m) != PRESENT:
        raise cell.fault("reference-not-understood", m)
    return PRESENT, None


def average_whose(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return an average with whose it is: 本県全国平均.

    Raises:
        Fault: What stands before it is measured, so that it is of this: 正答率全国平均以上.
    """
    items = items_of(m)
    for each, after in pairwise(items):
        is_measured = each.kind in _MEASURED and after.kind in _BODIES
        if (is_measured and not after.gap) or _MEASURED_FIRST.match(cell.text(each)):
            raise cell.fault("reference-not-understood", items[0])
    return named(cell, m)


#: Whose an average is, and what may be measured of them: 学力全国平均.
_BODIES: Final = frozenset(("place", "whose", "average"))
_MEASURED: Final = frozenset(("noun", "word"))
#: What is measured and whose it is in one word: 受診率他市.
_MEASURED_FIRST: Final = pattern(f"(?!{either(*ALIKE)}).+{either(SURE_NOUNS)}.")


def average_alone(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 平均 where whose average it is stands elsewhere."""
    if not cell.text(m.one("name")).startswith(MEAN):
        raise cell.fault("reference-not-understood", m.one("name"))
    return named(cell, m)


def bare(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 前年度 of 対前年度."""
    name, lag = named(cell, m)
    return name.removeprefix("対"), lag


def surveyed(cell: Cell, m: Match) -> tuple[str, int | None]:
    """Return 全国平均 of 前年度調査における全国平均, a year before."""
    return cell.text(m.one("name")), 1


def reference(cell: Cell, m: Match) -> str:
    """Return what a match of the table of references names."""
    name: str = do(cell, m.one("ref"))[0]
    return name


def _check_valued(cell: Cell, m: Match) -> None:
    """Refuse a reference beside which its value stands, which is what is compared.

    Raises:
        Fault: It does: 令和4年度（65.3%）より増加.
    """
    values = m.one("ref").all("g_part")
    if values:
        raise cell.fault("value-in-brackets", values[0])


_COMPARATORS: Final = {
    "floor": "at_least",
    "above": "above",
    "more": "above",
    "ceiling": "at_most",
    "below": "below",
    "less": "below",
    "same": "equal",
    "around": "equal",
}
_BARRED: Final = {"floor": "down", "above": "down", "ceiling": "up", "below": "up"}


def relative(cell: Cell, m: Match) -> Said:
    _check_valued(cell, m)
    name, lag = do(cell, m.one("ref"))
    bound, way, start = m.one("bound"), m.one("way"), m.one("start")
    if way is not None and way.kind == _BARRED.get(bound.kind):  # 前年度以上の削減 asks for more
        raise cell.fault("bound-against-change", bound, way)
    if start is not None:
        cell.note_words("starting-value", start)
    return Said(rule=rules.RelativeTo(name, rules.Comparator(_COMPARATORS[bound.kind]), lag=lag))


def recovered_ratio(cell: Cell, m: Match) -> Said:
    """Return the share of the level of before that is to be reached again: R1の8割まで回復."""
    if cell.text(m.one("end")) != RECOVERY:
        raise cell.fault("reference-not-understood", m.one("end"))
    return ratio(cell, m)


def recovered(cell: Cell, m: Match) -> Said:
    """Return the level of before that is to be reached again: 令和元年水準まで回復."""
    name, lag = do(cell, m.one("ref"))
    if cell.text(m.one("end")) != RECOVERY:
        raise cell.fault("reference-not-understood", m.one("end"))
    return Said(rule=rules.RelativeTo(name, rules.Comparator.AT_LEAST, lag=lag))


def recovered_level(cell: Cell, m: Match) -> Said:
    """Return the level of before that is to be reached again: 令和元年度の水準に回復.

    Raises:
        Fault: It is no level, or something else is done to it.
    """
    *before, end = items_of(m)
    if cell.text(end) not in REGAINED:
        raise cell.fault("reference-not-understood", end)
    return Said(rule=rules.RelativeTo(label_of(cell, before[:-1]), rules.Comparator.AT_LEAST))


def recovered_value(cell: Cell, m: Match) -> Said:
    """Return a value that is to be reached again: 444万トンまで回復."""
    if cell.text(m.one("end")) != RECOVERY:
        raise cell.fault("no-form", m.one("end"))
    return Said(stated(cell, m))


def valued(cell: Cell, m: Match) -> Said:
    """Return the bound that a reference with its value is: 全国平均(53.2%)を上回る."""
    bounds = [each for each in m.all("bound") if each.kind != "same"]
    return Said(bounded(cell, stated(cell, m), bounds))


def valued_behind(cell: Cell, m: Match) -> Said:
    """Return the bound that a rule sets, told behind it: 環境基準値以下(0.04ppm).

    Raises:
        Fault: It is no rule that has one number, so that the number may be what there is now.
    """
    if m.one("ref").row.name not in _RULES:
        raise cell.fault("value-in-brackets", m.one("value"))
    return valued(cell, m)


#: References that have one number, which a law or another body sets.
_RULES: Final = frozenset(("legal", "standard"))


def reached(cell: Cell, m: Match) -> Said:
    """Return the value of a reference that is to be reached: 法定雇用率(2.7%)の達成."""
    amount = stated(cell, m)
    return Said(amount, way=way_of(m.one("way"), amount.unit))


def reached_words(cell: Cell, m: Match) -> Said:
    """Return a goal that another body sets: 国の目標値の達成."""
    return Said(rule=rules.DefinedElsewhere(reference(cell, m)))


def beyond(cell: Cell, m: Match) -> Said:
    """Return the strict bound of 30.5%より増加, 現状(15.2%)より低下."""
    amount, way = stated(cell, m), m.one("way")
    if not amount.is_point:
        raise cell.fault("several-numbers", way)
    return Said(amount.bounded(low=(way.kind == "up") != (amount.unit == "位"), strict=True))


def approached(cell: Cell, m: Match) -> Said:
    """Return that hardly anything is to be left, or to be missing: 0%, 100%に近づける."""
    amount = stated(cell, m)
    is_whole = amount.is_point and amount.lower == _WHOLE and is_ratio(amount.unit)
    if not (amount.is_zero or is_whole):
        raise cell.fault("no-form", m.one("approach"))
    way = Direction.HIGHER if is_whole else Direction.LOWER
    return Said(rule=rules.Qualitative(cell.stretch(m), direction=way))


_WHOLE: Final = 100


def reference_value(cell: Cell, m: Match) -> Said:
    """Return the bound that a reference with its value is: 法定雇用率2.5%以上."""
    amount = stated(cell, m)
    if amount.sign or amount.is_point:
        raise cell.fault("reference-not-understood", m)
    return Said(amount, period=when_of(cell, m.one("ref").all("period")))


def kept(cell: Cell, m: Match) -> Said:
    """Return what is to be kept, or not to get worse: 90団体を維持, 増やさない."""
    way = m.one("way")
    if m.one("level") is None and m.one("value") is None:
        direction = way_of(way or m.one("stay"))
        if m.one("ref") is None:
            return Said(rule=rules.Maintain(direction=direction))
        return Said(rule=rules.Maintain(reference=reference(cell, m), direction=direction))
    amount = stated(cell, m)
    if is_length(m):  # 5年間維持
        raise cell.fault("no-form", m)
    if m.one("bound") is not None:
        return Said(amount.bounded(low=True, strict=False))
    if not amount.is_point and None not in (amount.lower, amount.upper):  # 90%台を維持
        return Said(amount)
    return Said(amount, keep=True, way=way_of(way or m.one("stay"), amount.unit))


def is_length(m: Match) -> bool:
    """Whether the number of a statement tells how long something goes on: 5年間."""
    level = m.one("level")
    return level is not None and any(each.kind == "span" for each in items_of(level.one("m")))


def kept_nearly(cell: Cell, m: Match) -> Said:
    """Return what is to be kept more or less: 概ね横ばい.

    Raises:
        Fault: The word says what is to be kept.
    """
    word = m.one("word")
    if cell.text(word) not in CLASSES["about"].split():
        raise cell.fault("no-form", word)
    return Said(rule=rules.Maintain())


def kept_or_more(cell: Cell, m: Match) -> Said:
    """Return what is not to get worse, as a bound says: 現状維持以上.

    Raises:
        Fault: The bound is of something else: 維持を超えない.
    """
    bound = m.one("bound")
    if cell.text(bound)[0] == BY:
        raise cell.fault("no-form", bound)
    return Said(
        rule=rules.Maintain(
            direction=Direction.HIGHER if bound.kind == "floor" else Direction.LOWER
        )
    )


def improved(cell: Cell, m: Match) -> Said:
    _check_valued(cell, m)
    return Said(rule=rules.Improve(way_of(m.one("way")), reference=reference(cell, m)))


def recorded(cell: Cell, m: Match) -> Said:
    """Return 過去最高を更新: beyond the record."""
    name = reference(cell, m)
    low = any(word in name for word in LOWEST.split())
    return Said(
        rule=rules.RelativeTo(name, rules.Comparator.BELOW if low else rules.Comparator.ABOVE)
    )


def distant(cell: Cell, m: Match) -> Said:
    """Return how far from a reference a value is to be: 全国平均を5ポイント上回る."""
    name, lag = do(cell, m.one("ref"))
    amount, way = stated(cell, m), m.one("way")
    is_plain = amount.sign == "plus" if way is None else not (amount.sign or is_ratio(amount.unit))
    if (
        amount.lower is None
        or not (amount.is_point or amount.upper is None)
        or amount.is_about
        or not is_plain
        or amount.unit in ("倍", "年", YEARLY, "回")
    ):
        raise cell.fault("reference-not-understood", m)
    strict = not amount.lower_closed
    if way is None or way.kind in ("up", "above", "more"):
        comparator = rules.Comparator.ABOVE if strict else rules.Comparator.AT_LEAST
    else:
        comparator = rules.Comparator.BELOW if strict else rules.Comparator.AT_MOST
    margin = Quantity(amount.lower, amount.unit)
    return Said(rule=rules.RelativeTo(name, comparator, lag=lag, margin=margin))


def no_further(cell: Cell, m: Match) -> Said:
    """Return how far on one side of a reference a value may be: 県平均-1.0ポイント以内."""
    name, lag = do(cell, m.one("ref"))
    amount = do(cell, m.one("m"))
    if not amount.sign or not amount.unit or cell.text(m.one("bound")) != NO_FURTHER:
        raise cell.fault("reference-not-understood", m)
    comparator = rules.Comparator.AT_MOST if amount.sign == "plus" else rules.Comparator.AT_LEAST
    margin = Quantity(-abs(amount.lower), amount.unit)
    return Said(rule=rules.RelativeTo(name, comparator, lag=lag, margin=margin))


def ratio(cell: Cell, m: Match) -> Said:
    """Return a multiple or a share of a reference: 前年比98%以下, 県平均の1.5倍."""
    amount = stated(cell, m)
    size = amount.upper if amount.lower is None else amount.lower
    if (
        0 in (amount.lower, amount.upper)
        or amount.is_counted
        or amount.statistic
        or amount.sign
        or not is_multiple(amount.unit)
        or (m.one("versus") is not None and may_be_a_change(size, amount.unit))
    ):
        raise cell.fault("reference-not-understood", m)
    return _towards(cell, m, amount)


def ratio_seen(cell: Cell, m: Match) -> Said:
    """Return a share of what it is compared with: 前年度比98.7% is no level."""
    said = ratio(cell, m)
    assert said.amount is not None  # noqa: S101 - a ratio has one
    return Said(said.amount._replace(per=said.reference))


def times_of(cell: Cell, m: Match) -> Said:
    """Return a multiple of what a noun names: 総予算投入額の5倍以上."""
    said = ratio(cell, m)
    if said.amount is None or said.amount.unit != "倍":
        raise cell.fault("several-numbers", items_of(m)[0])
    return said
