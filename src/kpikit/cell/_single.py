"""Cells of one statement, and what they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from kpikit.cell._amounts import basis_of, counted_by, counted_by_those, statistic_of, then, unit_of
from kpikit.cell._around import (
    around,
    counted_over,
    of_statistic,
    when_of,
    with_around,
    with_when,
    years_over,
)
from kpikit.cell._cell import Act, Ahead, Cell, Said, do, items_of, label_of
from kpikit.cell._clauses import AGES, of_whom
from kpikit.cell._engine import Item, Match
from kpikit.cell._labels import (
    BRACKETS,
    NOT_COUNTED,
    SURE,
    check_apart,
    is_apart,
    is_of,
    is_of_other,
    labelled,
    one,
    turns,
)
from kpikit.cell._statements import is_length, stated, way_of
from kpikit.cell._tokens import HIRAGANA
from kpikit.language.fold import fold
from kpikit.language.lexicon import (
    ALL_OF,
    AND_OTHERS,
    ANSWERING,
    BETWEEN,
    CLASSES,
    EACH,
    HEAD_NOUNS,
    NUMBERED,
    ONE_OF,
    OTHERS,
    OWN,
    PEOPLE,
    PLANNED,
)
from kpikit.language.pattern import pattern
from kpikit.model import rule as rules
from kpikit.model.quantity import Change
from kpikit.model.unit import is_rank, is_ratio, scale_of
from kpikit.model.verdict import Direction


@Ahead
def single(m: Match) -> Act[list[Said]]:
    """Return the one statement of a cell, with what stands around it."""
    said, names = labelled.settle(m), m.parts.keys()
    statistics, bases, over = _statistics(m), _bases(m), _spans(m)
    needs_unit = "deed" in names and names.isdisjoint(("of", "by", "to", "at"))
    answered = m.all("deed") if "to" in names else []
    others = _of_others(m, [None, *m.all("text")])
    whose = _right_before(m)
    told = others or statistics or bases or over or needs_unit or answered or whose
    if not (told or "label" in names or "aim" in names):
        return then(said, lambda each: [each])

    def act(cell: Cell) -> list[Said]:
        found = said(cell)
        if others:
            where, code = others[0]
            raise cell.fault(code, where)
        for each in statistics:
            found = of_statistic(found, statistic_of(cell.text(each)))
        for basis in bases:  # 1人当たりの排出量を50g削減
            items = [item for part in basis for item in items_of(part)]
            found = counted_for(found, basis_of(cell.text(items)))
        found = _of_each(cell, found, whose)
        for span in over:  # 5年間で100件
            found = counted_over(cell, found, years_over(cell, span))
        # 19 小学校区で設置, 震度7に対応
        is_named = needs_unit or any(cell.text(each) in ANSWERING for each in answered)
        if is_named and found.amount is not None and not found.amount.unit:
            raise cell.fault("number-without-unit", items_of(m)[0])
        return [_without_label(cell, found, m) if found.label else found]

    return act


def _statistics(m: Match) -> list[Item]:
    """Return the statistics that words before a statement name, but for those of a clause.

    年間750時間を超える says of whom something is.
    """
    return [
        each
        for each, after in pairwise([*m.all("text"), None])
        if isinstance(each, Item) and each.kind == "statistic" and not isinstance(after, Match)
    ]


def _bases(m: Match) -> list[list[Match | Item]]:
    """Return what a number is for each of: 人口1人当たり, and 毎年度 before 苗木配布数."""
    texts: list[Any] = [None, *m.all("text")]
    bases: list[list[Match | Item]] = [
        [before, each] if isinstance(before, Item) and before.kind == "populace" else [each]
        for before, each in pairwise(texts)
        if isinstance(each, Match) and each.row.action in (counted_by, counted_by_those)
    ]
    return [*bases, m.all("often")] if "often" in m.parts else bases


def _spans(m: Match) -> list[Match]:
    """Return the years over which something is counted: 5年間で."""
    beside: list[Any] = [*m.all("over"), *m.all("text")]
    return [each for each in beside if isinstance(each, Match) and each.row.name == "over"]


def _of_each(cell: Cell, said: Said, whose: Item | None) -> Said:
    """Return a statement whose number is for each of what is named right before it: 各校2回.

    Raises:
        Fault: It is for one of something else already: 各校年2回.
    """
    if whose is None or said.amount is None or is_ratio(said.amount.unit):
        return said
    start, name = cell.spans[whose.start][0], cell.text(whose)
    one = name.removeprefix(EACH)
    if one not in _ONE_OF or (one == name and not cell.line.endswith(EACH, 0, start)):
        return said
    if said.amount.per:
        raise cell.fault("several-numbers", whose)
    return counted_for(said, one)


def _right_before(m: Match) -> Item | None:
    """Return the name that stands before a statement, which may say for each of what it is."""
    start = items_of(m.one("said"))[0].start
    before = [each for each in items_of(m) if each.end <= start and each.kind not in _LEADING]
    return before[-1] if before and before[-1].kind in _NAMES_OF_EACH else None


#: What may stand between a name and its value, and the kinds of names that are one for each.
_LEADING: Final = frozenset(("to", "at", "comma", "colon"))
_NAMES_OF_EACH: Final = frozenset(("everything", "word", "noun", "school", "group"))
_ONE_OF: Final = frozenset(ONE_OF.split())


def _of_others(m: Match, texts: list[Any]) -> list[tuple[Match | Item, str]]:
    """Return what among the words before a statement is of another, and what is at fault with it.

    It is a statement of its own, 年5日以上の取得を確実にし、…, or the time of what something is
    counted from: 2021年度の人数を基に、….
    """
    told: list[tuple[Match | Item, str]] = [
        (each, "several-numbers")
        for at, each in enumerate(texts)
        if isinstance(each, Match) and each.row.action is of_whom
        if AGES.isdisjoint(item.kind for item in each.items)
        if _ends_clause(texts[at:])
    ]
    is_based = any(isinstance(each, Item) and each.kind == "based" for each in texts)
    return told + [(when, "reference-not-understood") for when in m.all("when") if is_based]


def _ends_clause(texts: list[Any]) -> bool:
    """Whether a verb goes on, or it or the first of some words stands before the next comma."""
    for before, each in pairwise(texts):
        if isinstance(each, Item) and each.kind == "comma":
            return before is texts[0] or (isinstance(before, Item) and before.kind in _VERBS)
        if isinstance(each, Item) and each.kind == "doing":
            return True
    return False


#: Kinds of words that a clause may end in: を目指し, を維持し, を減らし.
_VERBS: Final = frozenset(("aim", "keep", "up", "down", "better"))


def counted_for(said: Said, basis: str) -> Said:
    """Return a statement whose number is for one of what is named before it."""
    amount = said.amount
    if amount is None or amount.per or is_ratio(amount.unit):
        return said
    return said._replace(amount=amount._replace(per=basis))


def _without_label(cell: Cell, said: Said, m: Match) -> Said:
    """Return a statement whose label is what it is compared with, or what the row is called."""
    amount = said.amount
    if amount is not None and amount.change is not Change.LEVEL and is_ratio(amount.unit):
        return said._replace(label="", reference=said.reference or "".join(said.label.split()))
    if amount is not None and amount.sign == "plus" and _is_attached(cell, m):
        raise cell.fault("no-form", m.one("said"))  # 健康寿命+1歳
    if is_apart(cell, said.label):  # the name of the indicator does not have it: 男性 80%
        cell.note("label-apart", m.one("label"), said.label)
    return said._replace(label="")


def _is_attached(cell: Cell, m: Match) -> bool:
    """Whether a statement stands right behind its label."""
    first, last = items_of(m.one("said"))[0], items_of(m.one("label"))[-1]
    return first.start == last.end and cell.is_attached(first)


def single_zero(cell: Cell, m: Match) -> list[Said]:
    """Return that there is none of something, whatever its name is: 事故0件."""
    said = labelled(cell, m)
    if said.amount is None or not said.amount.is_zero or is_of(m.one("label"), "term"):
        raise cell.fault("no-form", m)
    return [said._replace(label="")]


def single_closed(cell: Cell, m: Match) -> list[Said]:
    """Return a value behind a label that a colon or a bracket closes.

    Raises:
        Fault: It may be of something else, or the value is a change or has no unit.
    """
    said, label = labelled(cell, m), m.one("label")
    kinds = [item.kind for item in items_of(label)]
    if kinds[0] in ("word", "code") and {*kinds[1:]} <= {"group", "g_name"}:
        check_apart(cell, said, label)
    name, amount = said.label.strip(BRACKETS), said.amount
    is_plain = amount is not None and amount.unit and amount.change is Change.LEVEL
    is_aged = kinds[0] == "g_label" or not AGES.isdisjoint(kinds[1:4])
    is_other = is_of_other(name) and not is_aged
    if not (is_plain or said.rule) or is_other or name in _ELSEWHERE:
        raise cell.fault("no-form", label)
    said = _of_each(cell, said._replace(label=name), _right_before(m))
    return [_without_label(cell, said, m)]


def single_bound(cell: Cell, m: Match) -> list[Said]:
    """Return what was seen of those that meet a condition: 週3回以上 18校.

    Raises:
        Fault: The condition may be the value.
    """
    said = labelled(cell, m)
    amount, own = said.amount, scale_of(unit_of(cell, m.one("label").one("unit"))).base
    if amount is None or not amount.is_point or own in ("%", scale_of(amount.unit).base):
        raise cell.fault("several-numbers", m.one("said"))
    return [_without_label(cell, said, m)]


def single_often(cell: Cell, m: Match) -> list[Said]:
    """Return the share of those who do something so often: 週3回以上60%."""
    said = share_of_those(cell, labelled(cell, m), m, m.one("label"))
    return [_without_label(cell, said, m)]


def share_of_those(cell: Cell, said: Said, m: Match, often: Match) -> Said:
    """Return a value that is the share of those who meet a condition.

    Raises:
        Fault: It is no share, so that both may be asked for.
    """
    amount = said.amount
    is_share = amount is not None and is_ratio(amount.unit) and not amount.per
    if not is_share or is_ratio(unit_of(cell, often.all("label")[-2])):
        raise cell.fault("several-numbers", m)
    return said


def single_joined(cell: Cell, m: Match) -> list[Said]:
    """Return the value of those that meet conditions: 65歳以上かつ週2日以上運動する者 40%.

    Raises:
        Fault: It may be one more of them.
    """
    said, where = labelled(cell, m), m.one("label")
    amount = said.amount
    is_plain = amount is not None and amount.unit and amount.change is Change.LEVEL
    if not is_plain or not said.label.endswith((*PEOPLE, *HEAD_NOUNS)):
        raise cell.fault("several-numbers", where)
    return [_without_label(cell, said, m)]


def single_among(cell: Cell, m: Match) -> list[Said]:
    """Return the value of all that is named as some among others: 学校、公園等の施設 30か所.

    Raises:
        Fault: They are not said to be some among others, so that the value may be for each.
    """
    label = cell.text(m.all("label"))
    if not any(each in label for each in AND_OTHERS):
        raise cell.fault("no-form", m.all("label"))
    said = labelled(cell, m)
    if said.amount is None or not said.amount.unit:
        raise cell.fault("no-form", m.all("label"))
    cell.note("label-apart", m.all("label"), label_of(cell, m.all("label")))
    return [said._replace(label="")]


def single_against(cell: Cell, m: Match) -> list[Said]:
    """Return how something is to stand to a reference: 購入量の前年度以下の削減.

    Raises:
        Fault: It is a mean, and what stands before it says of whom: 県内市町村の平均以上.
    """
    ref = m.one("said").one("ref")
    if ref is not None and ref.row.name == "mean_alone":
        raise cell.fault("reference-not-understood", ref)
    return single(cell, m)


def single_own(cell: Cell, m: Match) -> list[Said]:
    """Return the own value, beside which those of others stand: 市66.0%（県65.0%）.

    Raises:
        Fault: It is not the own one.
    """
    if cell.text(m.one("label")) not in OWN:
        raise cell.fault("no-form", m.one("label"))
    return [labelled(cell, m)._replace(label="")]


def single_numbered(cell: Cell, m: Match) -> list[Said]:
    """Return the value of one of a numbered row: 要介護1:8%以下.

    Raises:
        Fault: The number may be a value, or the word tells what it is.
    """
    *_, word, number = m.all("label")
    if len(cell.text(number)) > 1 or is_of_other(cell.text(word)):
        raise cell.fault("several-numbers", number)
    return single_closed(cell, m)


def single_planned(cell: Cell, m: Match) -> list[Said]:
    """Return what is planned: 計画:40件.

    Raises:
        Fault: Another word stands before the colon.
    """
    label = m.one("label")
    if cell.text(label) != PLANNED:
        raise cell.fault("no-form", label)
    return [one(cell, m)]


def single_headed(cell: Cell, m: Match) -> list[Said]:
    """Return the target that a bracket calls one: 【目標値】80%.

    Raises:
        Fault: The bracket calls it the target of another time: 【当初目標】, 【前回目標】.
    """
    role = m.one("role")
    if {item.kind for item in items_of(role.match)} - {"goal", "colon", "period"}:
        raise cell.fault("turned", role)
    period = when_of(cell, role.match.all("when"))
    return [each._replace(period=each.period or period) for each in single(cell, m)]


def single_words(cell: Cell, m: Match) -> list[Said]:
    """Return a goal in words: 目標:増加."""
    return [one(cell, m)]


def single_goal(cell: Cell, m: Match) -> list[Said]:
    """Return the target in a bracket that calls it one: 受入人数（R4目標値：1,700人/年）.

    Raises:
        Fault: It may be of something else.
    """
    where, goal = m.all("label"), m.one("goal").match
    name = label_of(cell, where)
    if is_of_other(name):
        raise cell.fault("no-form", where)
    said = Said(do(cell, goal.one("level")), label=name, period=when_of(cell, goal.all("when")))
    return [_without_label(cell, with_around(cell, said, m.all("tail")), m)]


def single_due(cell: Cell, m: Match) -> list[Said]:
    """Return the target and its date in a bracket: 人材確保の目標値(2025年度末に245万人)."""
    inner = m.one("due").match
    said = Said(do(cell, inner.one("level")), period=when_of(cell, inner.all("when")))
    return [with_around(cell, said, m.all("tail"))]


def single_ranked(cell: Cell, m: Match) -> list[Said]:
    """Return a rank, and by what it is one: 全国2位の低さ.

    Raises:
        Fault: It is no rank.
    """
    said = one(cell, m)
    if said.amount is None or not is_rank(said.amount.unit):
        raise cell.fault("no-form", m.one("quality"))
    return [said]


def single_towards(cell: Cell, m: Match) -> list[Said]:
    """Return the bound that a heading of the same way stands before: 取得率の向上:80%以上."""
    (said,) = single(cell, m)
    amount, way = said.amount, way_of(m.one("way"))
    end = "lower" if way is Direction.LOWER else "upper"
    is_level = amount is not None and amount.change is Change.LEVEL
    is_other = said.keep or amount is None or not is_level or amount.is_point
    if is_other or getattr(amount, end) is not None:
        raise cell.fault("no-form", m.one("way"))
    return [said]


def single_change(cell: Cell, m: Match) -> list[Said]:
    """Return a change of what is named before it: 死亡率の30%以上削減."""
    said = labelled(cell, m)
    name = "".join(said.label.split())
    if m.one("label").kind == "word" and is_of_other(name):
        raise cell.fault("no-form", m.one("label"))
    is_own = name in fold(cell.context.name).text.replace(" ", "")
    return [said._replace(label="", reference="" if is_own else said.reference or name)]


def single_beside(cell: Cell, m: Match) -> list[Said]:
    """Return what was reached, beside which the target stands: 目標80件、実績74件.

    Raises:
        Fault: What stands before it is no target.
    """
    beside, plan = m.one("beside"), m.one("plan")
    if plan is not None and cell.text(plan) != PLANNED:
        raise cell.fault("no-form", plan)
    cell.note_words("value-beside", beside)
    return [one(cell, m)]


def single_equal(cell: Cell, m: Match) -> list[Said]:
    """Return what was seen, which a share says again: 5,829人=約3.5%.

    Raises:
        Fault: What stands behind it is no share, or it is one itself.
    """
    beside, said = do(cell, m.one("beside")), one(cell, m)
    if said.amount is None or is_ratio(said.amount.unit) or not is_ratio(beside.unit):
        raise cell.fault("no-form", m.one("beside"))
    cell.note_words("value-beside", m.one("beside"))
    return [said]


def single_product(cell: Cell, m: Match) -> list[Said]:
    """Return what a product makes, which is told: 50件×5年=250件.

    Raises:
        Fault: It makes another number.
    """
    (said,), found = [one(cell, m)], do(cell, m.one("product"))
    amount = said.amount
    is_so = amount is not None and amount.is_point and amount.lower == found.lower
    if not is_so:
        raise cell.fault("several-numbers", m.one("said"))
    return [said]


def unwrapped_course(cell: Cell, m: Match) -> list[Said]:
    """Return where a value is to come to, in a cell that is one bracket: (1,084g⇒980g)."""
    before, after = do(cell, m.one("whole").match)
    if not after.unit:
        raise cell.fault("value-in-brackets", m.one("whole"))
    cell.note("starting-value", m.one("whole"), str(before.lower))
    return [with_around(cell, Said(after), m.all("tail"))]


def single_deed(cell: Cell, m: Match) -> list[Said]:
    """Return what is to be done to something: 物資の100%輸送.

    Raises:
        Fault: It is a share of what is named before it, and no more: 標準財政規模の10%以上確保.
    """
    (said,) = single(cell, m)
    amount = said.amount
    is_of_one = len(m.all("text")) == len(("noun", "of"))
    if is_of_one and amount is not None and amount.change is Change.LEVEL and is_ratio(amount.unit):
        raise cell.fault("several-numbers", items_of(m.one("said"))[0])
    return [said]


def single_part(cell: Cell, m: Match) -> list[Said]:
    """Return the number in a bracket behind what was done: 達成済み（27市町村）."""
    is_other = cell.text(m)[0] in OTHERS
    if is_other or (cell.is_target and " " in cell.stretch(m)):  # the length of one of two
        raise cell.fault("value-in-brackets", m.one("value"))
    return [with_when(cell, with_around(cell, Said(stated(cell, m)), m.all("tail")), m)]


def single_missed(cell: Cell, m: Match) -> list[Said]:
    """Return the number in a bracket behind what says of it: 未達（87件）."""
    return [with_when(cell, with_around(cell, Said(stated(cell, m)), m.all("tail")), m)]


def all_of(cell: Cell, m: Match) -> list[Said]:
    """Return how many all of a kind are: 全小中学校（22校）.

    Raises:
        Fault: They are not all, or what was counted is something else.
    """
    name, amount = cell.text(m.all("text")), stated(cell, m)
    if not (name.startswith(ALL_OF) and amount.unit and name.endswith(amount.unit)):
        raise cell.fault("value-in-brackets", m.one("value"))
    return [with_when(cell, with_around(cell, Said(amount), m.all("tail")), m)]


_BOUNDS: Final = frozenset(("floor", "ceiling", "above", "below", "within"))


def _before(m: Match, item: Item) -> Item:
    """Return what stands before an item."""
    return next(each for each in items_of(m) if each.end == item.start)


def ended(cell: Cell, m: Match) -> list[Said]:
    """Return a statement with words behind it; 全国15位の水準 is a value of another, no rank."""
    (said,) = single(cell, m)
    ends = [each.kind for each in m.all("end")]
    if not ends:
        return [said]
    first = m.all("end")[0]
    _check_named(cell, said, m, ends)
    if ends[0] == "at" and _before(m, first).kind == "span":  # 5年間で設置
        raise cell.fault("several-numbers", m.one("said"))
    if ends[0] in ("noun", "nouns") and _before(m, first).kind in _BOUNDS:
        raise cell.fault("no-form", first)  # 75歳未満の死亡率
    ranks = said.amount is not None and is_rank(said.amount.unit)
    if ranks and ends[0] == "of" and ends[-1] in ("noun", "nouns"):
        raise cell.fault("reference-not-understood", m)
    return [said]


def _check_named(cell: Cell, said: Said, m: Match, ends: Sequence[str]) -> None:
    """Refuse a number that is part of the name of what something is done to: 8020運動の推進.

    Raises:
        Fault: It has no unit, or what stands behind it is none that is known.
    """
    amount, (first, *_) = said.amount, m.all("end")
    unit = _before(m, first)
    if amount is None or ends[-1] not in _DONE or unit.kind not in _OF_NAMES:
        return
    is_year = re.fullmatch(_LIKE_A_YEAR, cell.text(items_of(m.one("said"))[0])) is not None
    is_answered = ends[0] == "to" and cell.text(m.all("end")[-1]) in ANSWERING
    is_of_another = unit.kind != "open" and ends[1:] == ["deeds"]  # 10の施策の実施
    is_unsure = unit.kind == "open" and (is_year or len(cell.text(unit)) == 1)
    if is_answered or is_of_another or is_unsure:
        raise cell.fault("number-without-unit", unit)


#: What is done, and what stands before it where a number has no unit that is known.
_DONE: Final = frozenset(("deed", "deeds"))
_OF_NAMES: Final = frozenset(("num", "one", "open"))
#: A number that a year may be too.
_LIKE_A_YEAR: Final = "[0-9]{4}"


def _check_part(cell: Cell, said: Said, m: Match) -> None:
    """Refuse a number right before words that it tells of, and does not count: 35人学級の実現.

    Raises:
        Fault: It is one in an order, or they are no name of what is done: 学級の.
    """
    amount, end = said.amount, m.one("end")
    if amount is None or end.kind not in _DONE or not cell.is_attached(end):
        return
    words = cell.text(end)
    whose, *more = _PARTED.split(words, maxsplit=1)
    is_of_another = bool(more) and not whose.endswith(_DEEDS)
    unit = _before(m, end)
    is_letter = unit.kind == "open" and len(cell.text(unit)) == 1  # 3密回避
    if is_of_another or is_letter or words[0] in HIRAGANA or cell.text(unit) in NUMBERED:
        raise cell.fault("no-form", end)


#: Particles between two nouns.
_PARTED: Final = pattern(f"[{''.join(BETWEEN)}]")
_DEEDS: Final = tuple(CLASSES["deed"].split())


#: How what is no name of what was counted begins: 5件改善他, 5(件)以上他.
_SAID: Final = tuple(
    each.rstrip("~")
    for kind in ("better", "floor", "above", "ceiling", "within", "below")
    for each in CLASSES[kind].split()
)


def counted_deed(cell: Cell, m: Match) -> list[Said]:
    """Return how often something is done: 12件実施, 5件摘発.

    Raises:
        Fault: It is not counted, or a word that nothing is known of may say what the number is.
    """
    said, end = one(cell, m), m.one("end")
    if isinstance(said.rule, rules.RelativeTo) and end.kind == "deed":  # 全国平均以上を達成
        return [said]
    if said.amount is None or not said.amount.unit:
        raise cell.fault("number-without-unit", items_of(m)[0])
    _check_part(cell, said, m)
    matches = (m.one("said"), *m.one("said").others)
    if any(each.row.name == "plain" and is_length(each) for each in matches):  # 3年間実施
        raise cell.fault("no-form", end)
    if end.kind == "word":
        is_counted = scale_of(said.amount.unit).base not in SURE | NOT_COUNTED
        is_counted = is_counted and said.amount.is_point  # 30人以下学級
        word = cell.text(end)
        is_said = is_of_other(word) or turns(word) or word.startswith(_SAID)
        if not is_counted or is_said or word[0] in HIRAGANA:
            raise cell.fault("no-form", end)
        cell.note("words-beside-value", end, word)
    return [said]


def unwrapped(cell: Cell, m: Match) -> list[Said]:
    """Return the value of a cell that is one bracket."""
    found = around(cell, m.all("tail"))
    amount = do(cell, m.one("whole").match)
    if not amount.unit:
        raise cell.fault("value-in-brackets", m.one("whole"))
    return [Said(amount, period=found.period, status=found.status)]


def single_from(cell: Cell, m: Match) -> list[Said]:
    """Return the target of what a bracket tells the value of: 普及率（R4:41%）を50%に引き上げる."""
    cell.note_words("starting-value", m.one("was"))
    return single(cell, m)


def single_after(cell: Cell, m: Match) -> list[Said]:
    """Return the target behind the value that there is now: 現状40%→目標60%."""
    cell.note_words("starting-value", m.one("was"))
    return [one(cell, m)]


#: Whose a value is that is no own one: 全国, 県.
_ELSEWHERE: Final = frozenset(f"{CLASSES['place']} {CLASSES['whose']}".split())


def was_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return the value and the period of a cell that is one bracket: 【平成27年実績:20.4兆円】."""
    inner = m.one("was").match
    said = Said(do(cell, inner), period=when_of(cell, inner.all("when")))
    return [with_around(cell, said, m.all("tail"))]
