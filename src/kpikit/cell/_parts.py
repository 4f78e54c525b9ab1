"""Whole cells: one statement or several, with names, and what they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

import attrs

from kpikit.cell._amounts import (
    Bare,
    basis_of,
    counted_by,
    point,
    share,
    statistic_of,
    then,
    unit_of,
    value_of,
)
from kpikit.cell._around import (
    around,
    bare_base,
    firmer,
    of_statistic,
    status_of,
    when_of,
    with_around,
    with_when,
)
from kpikit.cell._cell import (
    Act,
    Ahead,
    Amount,
    Cell,
    Fault,
    Said,
    act_of,
    do,
    items_of,
    label_of,
)
from kpikit.cell._engine import Item, Match
from kpikit.cell._statements import stated, way_of
from kpikit.cell._tokens import HIRAGANA, KATAKANA
from kpikit.language.fold import fold
from kpikit.language.lexicon import (
    ABSENT,
    ALL_OF,
    BRACKETED,
    BY,
    CLASSES,
    EXPLORED,
    FOLLOWING,
    GRADE,
    HEAD_NOUNS,
    HOPED,
    MEASURED,
    NEW,
    NO_NAMES,
    OTHERS,
    PEOPLE,
    PLANNED,
    PUBLISHED,
    RECOVERY,
    SETTING,
    SIDES,
    SUBJECT,
    SURE_DIMENSIONS,
    VERBS,
)
from kpikit.language.pattern import pattern
from kpikit.language.periods import OF, PARTS_OF_PLANS
from kpikit.language.statistic import REPEATED, TOTAL
from kpikit.model.observation import Benchmark, Missing, Observation, Status
from kpikit.model.period import Date, Period
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import (
    AllOf,
    AtLeast,
    AtMost,
    Between,
    DefinedElsewhere,
    Exploratory,
    IncreaseBy,
    Maintain,
    Qualitative,
    Reach,
    ReduceBy,
    Rule,
    RulePart,
    Unset,
)
from kpikit.model.unit import is_rank, is_ratio, scale_of
from kpikit.model.verdict import Direction

# -- one statement --------------------------------------------------------------------------------


@Ahead
def one(m: Match) -> Act[Said]:
    """Return a statement with what stands around it."""
    said: Act[Said] = act_of(m.one("said"))
    tail = m.all("tail")
    when = _only_period(m)
    if when and isinstance(said, Bare) and said.when is None:
        return _with_period(said, when)
    if "when" in m.parts or "status" in m.parts:
        return lambda cell: with_when(cell, with_around(cell, said(cell), tail), m)
    return (lambda cell: with_around(cell, said(cell), tail)) if tail else said


#: Names of what stands around a statement.
_AROUND: Final = frozenset(("when", "status", "statistic", "tail"))


def _only_period(m: Match) -> list[Item]:
    """Return the period beside a statement or in a bracket behind it, if that is all there is."""
    names, tail = m.parts.keys() & _AROUND, m.all("tail")
    if names == {"when"}:
        return m.all("when")
    if names != {"tail"} or len(tail) > 1 or tail[0].kind != "g_period":
        return []
    inner: Match | None = tail[0].match
    return inner.all("when") if inner is not None and len(inner.parts) == 1 else []


def _with_period(said: Bare, when: list[Item]) -> Bare:
    """Return a bare statement with the period beside it."""
    make: Callable[[Amount, Period | None], Said] = said.make
    return Bare(
        said.number,
        said.unit,
        lambda amount, period: make(amount, None)._replace(period=period),
        lambda cell: when_of(cell, when),
    )


@Ahead
def labelled(m: Match) -> Act[Said]:
    """Return a statement with its label, and the named values in brackets behind it."""
    said, label, value = one.settle(m), m.one("label"), m.one("value")
    if label is None:
        return said
    is_sure = not (_is_doubtful(label) or _is_before_basis(m))

    def act(cell: Cell) -> Said:
        found, name = said(cell), label_of(cell, label)
        if not is_sure:
            _check_label(cell, found, name, m)
        word = name.strip(BRACKETS)
        if word.startswith(_STATISTICS):
            found = of_statistic(found, word[:2])
        seconds = [] if value is None else _seconds(cell, value.match)
        if not seconds or not all(each.label for each in seconds):
            return found._replace(label=name)
        others = [Said(each, label=name + each.label) for each in seconds]
        return found._replace(label=name, others=tuple(others))

    return act


#: Statistics that a label may begin with.
_STATISTICS: Final = (REPEATED[0], TOTAL)


def _is_doubtful(label: Match | Item) -> bool:
    """Whether a label is of a kind that may be none."""
    return isinstance(label, Match) and label.row.name.startswith(
        ("apart", "letter", "place", "term")
    )


def _is_before_basis(m: Match) -> bool:
    """Whether a label stands before what its value is counted by."""
    said, last = m.one("said"), items_of(m.one("label"))[-1]
    levels = [level for each in (said, *said.others) for level in each.all("level")]
    first = [each.start for level in levels for each in items_of(level.one("basis"))[:1]]
    return last.end in first and last.kind in ("word", "noun", "populace")


def _check_label(cell: Cell, said: Said, name: str, m: Match) -> None:
    """Refuse a label that is none.

    Raises:
        Fault: Nothing is known of its words, it is letters or the place of a rank, or the first
            word of what its value is counted by: 利用者1人当たり.
    """
    label = m.one("label")
    first, last = items_of(label)[0], items_of(label)[-1]
    if _is_free(label):
        _check_apart(cell, said, label)
    if _is(label, "term") and name not in PARTS_OF_PLANS.split():
        raise cell.fault("reference-not-understood", first)
    if _is(label, "letter") and len(name) > 1:
        raise cell.fault("part-without-number", first)
    if _is(label, "place") and said.amount is not None and is_rank(said.amount.unit):
        raise cell.fault("no-form", first)
    behind = [each for each in items_of(m) if each.start == last.end]
    if _is_before_basis(m) and cell.is_attached(behind[0]):
        raise cell.fault("no-form", label)


def _check_apart(cell: Cell, said: Said, where: Match) -> None:
    """Refuse a label of words that nothing is known of, unless it clearly is no more than one.

    Raises:
        Fault: The value has no unit, the label begins or ends like one of another time, of the
            opposite or of a change, or the name of the indicator does not have it.
    """
    label, amount = label_of(cell, where), said.amount
    is_plain = amount is not None and amount.unit and not _may_turn(cell, label, where)
    if not is_plain or _is_of_other(label) or _is_apart(cell, label):
        raise cell.fault("no-form", where)
    if not cell.context.name:
        cell.note("label-apart", where, label)


#: Words that turn what stands beside them: 残支援員7人, 5枚増加他.
_TURNING: Final = tuple(
    each.rstrip("~")
    for kind in ("turned", "up", "down", "worse", "not", "stopped", "goal")
    for each in CLASSES[kind].split()
    if each[0] not in KATAKANA  # スタートアップ
)


def _may_turn(cell: Cell, label: str, where: Match) -> bool:
    """Whether a label right before its value may say what that is: 残支援員7人, 築30年."""
    end = cell.spans[items_of(where)[-1].end - 1][1]
    return not cell.line.startswith((" ", ":"), end) and _turns(label)


def _turns(word: str) -> bool:
    """Whether a word that nothing is known of is a letter, or has one in it that turns a number."""
    return len(word) == 1 or any(each in word for each in _TURNING)


def _is_of_other(label: str) -> bool:
    """Whether a label may be of something else, by how it begins or ends: 旧耐震, 純増."""
    text = fold(label).text
    is_other = text.startswith(OTHERS) and text not in NEW.split()
    ends = (*NO_NAMES, *SIDES) if text[2:] else NO_NAMES  # 改定前, but 駅前
    return is_other or text.endswith(ends) or (len(text) == 1 and text.isascii())


def _is_free(label: Match | Item | None) -> bool:
    """Whether a label is of words that nothing is known of."""
    return isinstance(label, Match) and label.row.name.startswith("apart")


def _is(label: Match | Item | None, row: str) -> bool:
    """Whether a label is of a row."""
    return isinstance(label, Match) and label.row.name == row


@Ahead
def single(m: Match) -> Act[list[Said]]:
    """Return the one statement of a cell, with what stands around it."""
    said, names = labelled.settle(m), m.parts.keys()
    statistics = [
        each
        for each, after in pairwise([*m.all("text"), None])
        if isinstance(each, Item) and each.kind == "statistic"
        if not isinstance(after, Match)  # 年間750時間を超える: of the clause
    ]
    texts: list[Any] = [None, *m.all("text")]
    bases: list[list[Match | Item]] = [
        [before, each] if isinstance(before, Item) and before.kind == "populace" else [each]
        for before, each in pairwise(texts)
        if isinstance(each, Match) and each.row.action is counted_by
    ]
    is_deed = not names.isdisjoint(("deed", "deeds"))
    needs_unit = is_deed and names.isdisjoint(("of", "by", "to", "at"))
    if "often" in names:  # 毎年度 苗木配布数 126本
        bases.append(m.all("often"))
    if not (statistics or bases or needs_unit or "label" in names or "aim" in names):
        return then(said, lambda each: [each])

    def act(cell: Cell) -> list[Said]:
        found = said(cell)
        for each in statistics:
            found = of_statistic(found, statistic_of(cell.text(each)))
        for basis in bases:  # 1人当たりの排出量を50g削減
            items = [item for part in basis for item in items_of(part)]
            found = _counted_by(found, basis_of(cell.text(items)))
        if needs_unit and found.amount is not None and not found.amount.unit:
            raise cell.fault("number-without-unit", items_of(m)[0])  # 19 小学校区で設置
        return [_without_label(cell, found, m) if found.label else found]

    return act


def _counted_by(said: Said, basis: str) -> Said:
    """Return a statement whose number is for one of what is named before it."""
    amount = said.amount
    if amount is None or amount.per or is_ratio(amount.unit):
        return said
    return said._replace(amount=amount._replace(per=basis))


def _without_label(cell: Cell, said: Said, m: Match) -> Said:
    """Return a statement whose label is what it is compared with, or what the row is called."""
    amount = said.amount
    if amount is not None and amount.change is not Change.LEVEL and is_ratio(amount.unit):
        return said._replace(label="", reference=said.reference or said.label.replace(" ", ""))
    if _is_apart(cell, said.label):  # the name of the indicator does not have it: 男性 80%
        cell.note("label-apart", m.one("label"), said.label)
    return said._replace(label="")


def _is_apart(cell: Cell, label: str) -> bool:
    """Whether the indicator has a name, and that does not have a label."""
    if not cell.context.name:
        return False
    name = fold(cell.context.name).text.replace(" ", "")
    return name != "" and fold(label).text.replace(" ", "") not in name


def single_zero(cell: Cell, m: Match) -> list[Said]:
    """Return that there is none of something, whatever its name is: 事故0件."""
    said = labelled(cell, m)
    if said.amount is None or not said.amount.is_zero or _is(m.one("label"), "term"):
        raise cell.fault("no-form", m)
    return [said._replace(label="")]


def single_closed(cell: Cell, m: Match) -> list[Said]:
    """Return a value behind a label that a colon or a bracket closes.

    Raises:
        Fault: It may be of something else, or the value is a change or has no unit.
    """
    said, label = labelled(cell, m), m.one("label")
    kinds = [item.kind for item in items_of(label)]
    if kinds[0] == "word" and {*kinds[1:]} <= {"group", "g_name"}:
        _check_apart(cell, said, label)
    name, amount = said.label.strip(BRACKETS), said.amount
    is_plain = amount is not None and amount.unit and amount.change is Change.LEVEL
    is_aged = kinds[0] == "g_label" or not _AGES.isdisjoint(kinds[1:4])
    is_other = _is_of_other(name) and not is_aged
    if not (is_plain or said.rule) or is_other or name in _ELSEWHERE:
        raise cell.fault("no-form", label)
    return [_without_label(cell, said._replace(label=name), m)]


#: Of whom a label is that begins with a number: 30歳代男性.
_AGES: Final = frozenset(("age", "agegroup"))


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


def labelled_often(cell: Cell, m: Match) -> Said:
    """Return the share of those who do something so often, of a part: 小学生：週3回以上60%."""
    return _share_of_those(cell, labelled(cell, m), m, m.one("often"))


def single_often(cell: Cell, m: Match) -> list[Said]:
    """Return the share of those who do something so often: 週3回以上60%."""
    said = _share_of_those(cell, labelled(cell, m), m, m.one("label"))
    return [_without_label(cell, said, m)]


def parts_often(cell: Cell, m: Match) -> list[Said]:
    """Return the shares of those who do something so often: 1日60分以上 小学生40%、中学生30%."""
    return [_share_of_those(cell, said, m, m.one("frame")) for said in parts(cell, m)]


def _share_of_those(cell: Cell, said: Said, m: Match, often: Match) -> Said:
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


def single_numbered(cell: Cell, m: Match) -> list[Said]:
    """Return the value of one of a numbered row: 要介護1:8%以下.

    Raises:
        Fault: The number may be a value, or the word tells what it is.
    """
    *_, word, number = m.all("label")
    if len(cell.text(number)) > 1 or _is_of_other(cell.text(word)):
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


def single_goal(cell: Cell, m: Match) -> list[Said]:
    """Return the target in a bracket that calls it one: 受入人数（R4目標値：1,700人/年）.

    Raises:
        Fault: It may be of something else.
    """
    where, goal = m.all("label"), m.one("goal").match
    name = label_of(cell, where)
    if _is_of_other(name):
        raise cell.fault("no-form", where)
    said = Said(do(cell, goal.one("level")), label=name, period=when_of(cell, goal.all("when")))
    return [_without_label(cell, with_around(cell, said, m.all("tail")), m)]


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
    name = said.label.replace(" ", "")
    if m.one("label").kind == "word" and _is_of_other(name):
        raise cell.fault("no-form", m.one("label"))
    is_own = name in fold(cell.context.name).text.replace(" ", "")
    return [said._replace(label="", reference="" if is_own else said.reference or name)]


def single_beside(cell: Cell, m: Match) -> list[Said]:
    """Return what was reached, beside which the target stands: 目標80件、実績74件."""
    beside = m.one("beside")
    cell.note("value-beside", beside, cell.text(beside))
    return [one(cell, m)]


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


def single_was(cell: Cell, m: Match) -> list[Said]:
    """Return a value beside which the one of another period stands: 12件（R4は11件）."""
    cell.note("starting-value", m.one("was"), cell.text(m.one("was"))[1:-1])
    return [one(cell, m)]


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
    if ends[0] in ("noun", "nouns") and _before(m, first).kind in _BOUNDS:
        raise cell.fault("no-form", first)  # 75歳未満の死亡率
    ranks = said.amount is not None and is_rank(said.amount.unit)
    if ranks and ends[0] == "of" and ends[-1] in ("noun", "nouns", "word", "text"):
        raise cell.fault("reference-not-understood", m)
    return [said]


def counted_deed(cell: Cell, m: Match) -> list[Said]:
    """Return how often something is done: 12件実施, 5件摘発.

    Raises:
        Fault: It is not counted, or a word that nothing is known of may say what the number is.
    """
    said, end = one(cell, m), m.one("end")
    if said.amount is None or not said.amount.unit:
        raise cell.fault("number-without-unit", items_of(m)[0])
    if end.kind == "word":
        is_counted = scale_of(said.amount.unit).base not in _SURE | _MEASURED
        is_counted = is_counted and said.amount.is_point  # 30人以下学級
        word = cell.text(end)
        if not is_counted or _is_of_other(word) or _turns(word) or word[0] in HIRAGANA:
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


# -- several --------------------------------------------------------------------------------------


def dated(cell: Cell, m: Match) -> Said:
    """Return a value whose period is its name: R4：80%."""
    said = labelled(cell, m)
    if said.label:
        return said
    when = m.one("when") or m.one("tail").match.one("when")
    name = cell.text(when)
    if when.kind != "g_period":
        return said._replace(label=name)
    if when.start and cell.is_attached(when):
        raise cell.fault("two-periods", when)  # （R5）50％（R7）60％: of which?
    return said._replace(label=name[1:-1])


def marked(cell: Cell, m: Match) -> Said:
    """Return the value behind a mark: ①育成数 8,271人, and the average beside it."""
    said = labelled(cell, m)
    beside = m.one("beside")
    if beside is not None:
        said = _beside(said, _benchmark(cell, beside, do(cell, beside)))
    mark, whose = cell.text(m.one("mark")), items_of(m.one("label"))
    is_whose = whose and all(item.kind == "whose" for item in whose)
    return said._replace(label=mark if is_whose else mark + said.label)


def bracket_part(cell: Cell, m: Match) -> Said:
    """Return the value in a bracket behind its name: 男性（82.5歳）."""
    label = m.one("label")
    said = Said(do(cell, m.one("inner").match), label=label_of(cell, label))
    if _is_free(label):
        _check_apart(cell, said, label)
    return with_around(cell, said, m.all("tail"))


def numbered_part(cell: Cell, m: Match) -> Said:
    """Return the value of one of a numbered row: 要支援1:12人.

    Raises:
        Fault: The number has more than one digit, and may be a value.
    """
    number = m.all("label")[-1]
    if len(cell.text(number)) > 1:
        raise cell.fault("several-numbers", number)
    return labelled(cell, m)._replace(label=label_of(cell, m.all("label")))


def averaged(cell: Cell, m: Match) -> Said:
    said: Said = do(cell, m.one("said"))
    return said._replace(label=cell.text(m.one("label")))


def parts(cell: Cell, m: Match) -> list[Said]:
    """Return the statements of a cell that has several, each with its label."""
    matches, tail = m.all("part"), m.all("tail")
    found = _of_one_unit(matches, [do(cell, each) for each in matches])
    _check_parts(cell, matches, found)
    beside = around(cell, tail)
    period = when_of(cell, m.all("when")) or beside.period
    status = firmer(status_of(m.all("status")), beside.status)
    *others, last = found
    if period is None and all(each.period is None for each in others):
        period = last.period
    if all(each.status is Status.FINAL for each in others):
        status = firmer(status, last.status)
    periods = _labelled_periods(cell, tail)
    dated = [
        each._replace(
            period=each.period or periods.get(label_of(cell, match.one("label"))) or period,
            benchmarks=tuple(
                attrs.evolve(other, period=other.period or periods.get(other.name))
                for other in each.benchmarks
            ),
            status=firmer(each.status, status),
        )
        for match, each in zip(matches, _with_values(cell, matches, found, tail), strict=True)
    ]
    return [
        each
        for said in _with_benchmarks(cell, matches, dated)
        for each in (_apart(said) if said.others else [said])
    ]


def _apart(said: Said) -> list[Said]:
    """Return a value and those in brackets behind it, each by itself."""
    others = [
        each._replace(period=each.period or said.period, status=said.status) for each in said.others
    ]
    return [said._replace(others=()), *others]


def parts_led(cell: Cell, m: Match) -> list[Said]:
    """Return the values of the terms of a plan: 前期40%→後期60%.

    Raises:
        Fault: They are something else.
    """
    found = parts(cell, m)
    if not all(each.label in PARTS_OF_PLANS.split() for each in found):
        raise cell.fault("several-numbers", m.all("part")[1])
    return found


def single_after(cell: Cell, m: Match) -> list[Said]:
    """Return the target behind the value that there is now: 現状40%→目標60%."""
    cell.note("starting-value", m.one("was"), cell.text(m.one("was")))
    return [one(cell, m)]


def parts_alike(cell: Cell, m: Match) -> list[Said]:
    """Return shares of which only the second has a name: 22.5% / 22.7%(年齢調整値).

    Raises:
        Fault: They are no shares, so that they may be a part and its whole: 84点／100点（市内）.
    """
    found = parts(cell, m)
    if not all(each.amount is not None and is_ratio(each.amount.unit) for each in found):
        raise cell.fault("several-numbers", m.all("part")[1])
    return found


def parts_done(cell: Cell, m: Match) -> list[Said]:
    """Return of how many each something is done: 屋根置き87件導入 / 調整池1件導入.

    Raises:
        Fault: A number has no unit, or something else is done to one of them.
    """
    found, deeds = parts(cell, m), [each.one("end") for each in m.all("part")]
    for said, deed in zip(found, deeds, strict=True):
        is_counted = said.amount is not None and said.amount.unit
        if not is_counted or cell.text(deed) != cell.text(deeds[0]):
            raise cell.fault("no-form", deed)
    return found


def parts_counted(cell: Cell, m: Match) -> list[Said]:
    """Return values that are all counted by what is named before them: 1,000人当たりの件数."""
    basis = do(cell, m.one("basis"))
    return [_counted_by(each, basis) for each in parts(cell, m)]


def parts_mean(cell: Cell, m: Match) -> list[Said]:
    """Return values that are all of the statistic that is named before them: 血圧の平均値."""
    statistic = statistic_of(cell.text(m.all("frame")[-1]))
    return [of_statistic(each, statistic) for each in parts(cell, m)]


def parts_from(cell: Cell, m: Match) -> list[Said]:
    """Return changes that are all counted from what a bracket names: （2013年度比）."""
    name = do(cell, m.one("tail").match)
    found = [do(cell, each) for each in m.all("part")]
    for match, said in zip(m.all("part"), found, strict=True):
        if said.amount is None or said.amount.change is Change.LEVEL or said.reference:
            raise cell.fault("reference-not-understood", match)
    return [each._replace(reference=name) for each in found]


def nameless(cell: Cell, m: Match) -> list[Said]:
    """Return values that only their order tells apart: 12.0% 15.3%.

    Raises:
        Fault: They may be one number, two ends, or one of them a condition on the next.
    """
    found = parts(cell, m)
    amounts = [each.amount for each in found if each.amount is not None]
    if m.row.name == "nameless_parted" and _are_counters(amounts):
        return [each._replace(label=each.amount.unit) for each in found if each.amount]
    places = [(each.unit or str(each.lower).partition(".")[2]) for each in amounts]
    ends = [(x.lower is None, x.upper is None, x.per, x.statistic) for x in amounts]
    numbers = [str(each.lower).partition(".")[0] for each in amounts]
    is_listed = numbers == [str(at) for at in range(1, len(numbers) + 1)]  # 1.80% 2.90%
    if (
        len({*zip(places, ends, strict=True)}) > 1
        or not all(places)
        or is_listed
        or any(each.sign for each in amounts)
    ):
        raise cell.fault("several-numbers", m.all("part")[1])
    cell.note("without-names", m, cell.text(m))
    return found


def _are_counters(amounts: Sequence[Amount]) -> bool:
    """Whether values are counted in units that tell them apart: 年2回以上、100人以上."""
    bases = {scale_of(each.unit).base for each in amounts}
    return len(bases) == len(amounts) and bases.isdisjoint(_MEASURED | _SURE)


def _of_one_unit(matches: list[Match], found: list[Said]) -> list[Said]:
    """Give the unit in brackets behind the last of numbers to all: 東部 12／西部 8（件）."""
    amounts = [each.amount for each in found if each.amount is not None]
    said = matches[-1].one("said")
    level = None if said is None else said.one("level")
    is_boxed = level is not None and level.one("m").row.name == "boxed"
    if not is_boxed or len(amounts) < len(found) or any(each.unit for each in amounts[:-1]):
        return found
    unit = amounts[-1].unit
    pairs = zip(found, amounts, strict=True)
    return [each._replace(amount=amount._replace(unit=unit)) for each, amount in pairs]


#: Kinds of words that end what they stand right behind: 3人増 会計年度任用職員.
_ENDS: Final = frozenset(("kana", "up", "down"))


def _check_parts(cell: Cell, matches: list[Match], found: list[Said]) -> None:
    """Refuse parts whose names are none, and values that hang together without a name.

    Raises:
        Fault: A grade, or the end of a word, is taken for a label; a value is of another dimension
            than the one before it, and no name tells of which; a part is words only, and it is not
            told whose.
    """
    for match in matches:
        first = items_of(match)[0]
        is_end = first.kind in _ENDS and first.start > 0 and cell.is_attached(first)
        if is_end or _is_grade(cell, items_of(match)):
            raise cell.fault("no-form", first)
    pairs = list(zip(matches, found, strict=True))
    for before, after in pairwise(pairs):
        if _is_apart_from(cell, *before, *after):
            raise cell.fault("several-numbers", after[0])
    for (last, _), (match, said) in pairwise(pairs):
        first = items_of(match)[0]
        is_glued = items_of(last)[-1].end == first.start and cell.is_attached(first)
        if is_glued and (said.amount is None or first.kind in _DEEDS):
            raise cell.fault("no-form", first)  # 1,200人体制の維持, 相談5件実施 研修3件
    _check_of_whom(cell, matches, found)
    for match, said in pairs:
        is_words = isinstance(said.rule, Qualitative) or said.missing is not None
        if is_words and not all(each.label for each in found):
            raise cell.fault("no-form", match)


#: What is done to the value that it stands right behind, and is no name of the next.
_DEEDS: Final = frozenset(("deed", "deeds"))


def _check_of_whom(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> None:
    """Refuse a bound that may say of whom the share behind it is, and is no value: 週2日以上かつ.

    Raises:
        Fault: It has no name, and the next is the share of people, or of what has a number itself.
    """
    pairs = list(zip(matches, found, strict=True))
    for (match, last), (after, said) in pairwise(pairs):
        if last.amount is None or last.amount.is_point:
            continue
        bound, first = items_of(match)[-1], items_of(after)[0]
        if first.start == bound.end and cell.text(bound).endswith(OF):  # 8.0%以上の者の割合 1.0%
            raise cell.fault("several-numbers", match)
        if last.label or is_ratio(last.amount.unit):
            continue
        is_numbered = any(each.kind in ("num", "one") for each in items_of(after.one("label")))
        is_share = said.amount is not None and is_ratio(said.amount.unit)
        if is_numbered or (is_share and said.label.endswith(PEOPLE)):
            raise cell.fault("several-numbers", match)


def _is_grade(cell: Cell, items: Sequence[Item]) -> bool:
    """Whether a part is no more than a school and a digit: 小5 is a grade."""
    if [item.kind for item in items] not in (["school", "num"], ["school", "one"]):
        return False
    return not items[1].gap and len(cell.text(items[1])) == 1


def _is_apart_from(cell: Cell, before: Match, last: Said, match: Match, said: Said) -> bool:
    """Whether a value is of another dimension, and no name tells of which."""
    if last.amount is None or said.amount is None:
        return False
    base = scale_of(last.amount.unit).base
    if base == scale_of(said.amount.unit).base:
        return False
    first = items_of(match)[0]
    is_attached = cell.is_attached(first) and items_of(before)[-1].end == first.start
    is_unnamed = not last.label and base in _MEASURED
    is_marked = first.kind in ("mark", "bullet") and len(said.label) > 1
    is_total = _is(match.one("label"), "total")
    return is_total or is_attached or is_unnamed or not (base or is_marked)


#: Whose a value is that is no own one: 全国, 県.
_ELSEWHERE: Final = frozenset(f"{CLASSES['place']} {CLASSES['whose']}".split())
#: The brackets that a label may stand in.
BRACKETS: Final = "【】「」『』()（）[]［］〈〉《》<>〔〕"
#: Of what no word before a number makes a name.
_SURE: Final = frozenset(SURE_DIMENSIONS.split())
#: What is measured or timed, and not counted: without a name it says of whom the next value is.
_MEASURED: Final = frozenset(("", *MEASURED.split()))


def _labelled_periods(cell: Cell, tail: Sequence[Item]) -> dict[str, Period]:
    """Return the period of each label that a note names: ※市:R4調査."""
    found: dict[str, Period] = {}
    for group in tail:
        if group.kind == "g_labels" and group.match is not None:
            for label, when in zip(group.match.all("label"), group.match.all("when"), strict=True):
                found[cell.text(label)] = cell.period(when)
    return found


def _meaning(cell: Cell, tail: Sequence[Item]) -> str:
    """Return whose the values in brackets are, where a note says so: ［］が全国平均."""
    notes = [each.match for each in tail if each.kind == "g_meaning" and each.match is not None]
    return cell.text(notes[0].one("whose")) if notes else ""


def _with_values(
    cell: Cell, matches: list[Match], found: list[Said], tail: Sequence[Item]
) -> list[Said]:
    """Give each value the one in brackets behind it, where a note says what that is."""
    whose = _meaning(cell, tail)
    made: list[Said] = []
    for match, said in zip(matches, found, strict=True):
        value = None if said.others else match.one("value")
        if value is None:
            made.append(said)
        elif not whose:
            raise cell.fault("value-in-brackets", value)
        else:
            made.append(_beside(said, Benchmark(whose, do(cell, value.match).quantity())))
    return made


def _with_benchmarks(cell: Cell, matches: list[Match], found: list[Said]) -> list[Said]:
    """Give a value that is named as an average to the value beside it."""
    are_named = [_is(match.one("label"), "reference") for match in matches]
    if not any(are_named) or all(are_named):
        return found
    kept: list[Said] = []
    ahead: list[Benchmark] = []
    for match, said, is_named in zip(matches, found, are_named, strict=True):
        if said.amount is None:
            raise cell.fault("second-statement", match)
        if not is_named:
            kept.append(_beside(said, *ahead))
            ahead = []
            continue
        beside = _benchmark(cell, match, said)
        if cell.is_target:
            cell.note("benchmark-in-target", match, said.label)
        if kept:
            kept[-1] = _beside(kept[-1], beside)
        else:
            ahead.append(beside)
    return kept


def _beside(said: Said, *benchmarks: Benchmark) -> Said:
    """Return a value with further benchmarks."""
    return said._replace(benchmarks=said.benchmarks + benchmarks)


def _benchmark(cell: Cell, match: Match, said: Said) -> Benchmark:
    """Return the number of an average; what is to be there instead is none."""
    amount = said.amount
    says_more = said.benchmarks or said.way or said.keep
    if amount is None or amount.change is not Change.LEVEL or says_more:
        raise cell.fault("second-statement", match)
    return Benchmark(said.label, amount.quantity(), said.period)


def counted(cell: Cell, m: Match) -> Said:
    place, statistic = m.one("place"), m.one("statistic")
    pers = [basis_of(cell.text(each)[1:]) for each in m.all("stroke")]
    amount = point(cell, m)._replace(per="".join(pers))
    said = Said(amount, label="" if place is None else cell.text(place))
    return said if statistic is None else of_statistic(said, statistic_of(cell.text(statistic)))


def shared(cell: Cell, m: Match) -> Said:
    return Said(share(cell, m))


def two_counts(cell: Cell, m: Match) -> list[Said]:
    """Return two values that their counters tell apart: 21社31人."""
    found = [do(cell, each) for each in m.all("count")]
    _check_run_on(cell, m.all("count"))
    often = m.one("each")
    if often is not None:  # 年10回、延べ500人
        amount = found[0].amount._replace(per=basis_of(cell.text(often)))
        found[0] = found[0]._replace(amount=amount)
    units = [each.amount.unit for each in found]
    is_of_whole = any(map(is_rank, units)) and m.one("slash") is not None  # 3位／35市町村
    is_condition = often is not None and any(map(is_ratio, units))  # 週2回 40%
    if is_of_whole or is_condition or len({scale_of(each).base for each in units}) < len(units):
        raise cell.fault("several-numbers", items_of(m.all("count")[1])[0])
    tail = around(cell, m.all("tail"))
    if tail.benchmarks:
        raise cell.fault("several-numbers", m.one("tail"))
    frame = with_when(cell, Said(period=tail.period, status=tail.status), m)
    return [
        each._replace(label=each.label or unit, period=frame.period, status=frame.status)
        for each, unit in zip(found, units, strict=True)
    ]


def _check_run_on(cell: Cell, counts: Sequence[Match]) -> None:
    """Refuse a unit that nobody knows and that nothing parts from the next number: 5憶8,211万円.

    Raises:
        Fault: It may be a size of that number, misprinted.
    """
    for before, after in pairwise(counts):
        unit, number = before.one("unit"), items_of(after)[0]
        if unit.kind == "open" and number.start == items_of(before)[-1].end:
            raise cell.fault("several-numbers", unit, number)


def with_brackets(cell: Cell, m: Match) -> list[Said]:
    """Return a value and a second one in brackets: 63件(19件)."""
    first: Said = do(cell, m.one("part"))
    if m.one("label") is not None:
        if _is_free(m.one("label")):
            _check_apart(cell, first, m.one("label"))
        first = first._replace(label=label_of(cell, m.one("label")))
    seconds = _seconds(cell, m.one("value").match)
    whose = _meaning(cell, m.all("tail"))
    if whose:
        return [_beside(with_when(cell, first, m), Benchmark(whose, seconds[0].quantity()))]
    amount = first.amount
    seconds = _of_unit(amount, seconds)
    if amount is None and not any(each.label for each in seconds):  # 全国平均以上（50.2%）
        raise cell.fault("value-in-brackets", m.one("value"))
    if amount is not None and amount.unit and not _is_value(cell, m.one("value"), seconds):
        raise cell.fault("value-in-brackets", m.one("value"))
    found = around(cell, m.all("tail"))
    first = with_when(cell, first._replace(period=first.period or found.period), m)
    if not first.label and first.amount is not None and any(each.label for each in seconds):
        over = "" if m.one("frame") is None else cell.text(m.one("frame")).removesuffix("で")
        first = first._replace(label=over or first.amount.statistic)
    named = [Said(each, label=each.label or BRACKETED) for each in seconds]
    return [
        of_statistic(each, found.statistic)._replace(period=first.period)
        for each in (first, *named)
    ]


def _of_unit(amount: Amount | None, seconds: list[Amount]) -> list[Amount]:
    """Give the unit of a value to the parts that make it up: 12件（A地区5、B地区7）."""
    ends = [each.lower for each in seconds if each.is_point and each.lower and not each.unit]
    is_whole = amount is not None and amount.is_point and amount.lower == sum(ends)
    if amount is None or not is_whole or len(ends) < max(2, len(seconds)):
        return seconds
    return [each._replace(unit=amount.unit) for each in seconds]


#: Numbers that are no mark of a note, and no year with its month: 1.23, 1,234.
_VALUE: Final = pattern(r"\([0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?\)")
_SIGN_OF_VALUE: Final = frozenset(",.")


def _is_value(cell: Cell, group: Item, seconds: Sequence[Amount]) -> bool:
    """Whether the numbers in a bracket are values: 19件, 1.23."""
    text = cell.text(group)
    is_plain = _VALUE.fullmatch(f"({text[1:-1]})") is not None
    return all(each.unit for each in seconds) or (is_plain and not _SIGN_OF_VALUE.isdisjoint(text))


def was_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return the value and the period of a cell that is one bracket: 【平成27年実績:20.4兆円】."""
    inner = m.one("was").match
    said = Said(do(cell, inner), period=when_of(cell, inner.all("when")))
    return [with_around(cell, said, m.all("tail"))]


def of_brackets(cell: Cell, m: Match) -> list[Said]:
    """Return values that each stand in a bracket with a name: (男性67.0%) (女性77.4%)."""
    amounts = [do(cell, each.match) for each in m.all("part")]
    frame = with_around(cell, Said(amounts[0]), m.all("tail"))
    return [Said(each, label=each.label, period=frame.period) for each in amounts]


def of_unit_behind(cell: Cell, m: Match) -> list[Said]:
    """Return a value and one in brackets, whose unit stands behind both: 6(6)人."""
    first, second = point(cell, m), do(cell, m.one("value").match)
    if second.unit:
        raise cell.fault("value-in-brackets", m.one("value"))
    said = with_when(cell, with_around(cell, Said(first), m.all("tail")), m)
    other = Said(second._replace(unit=first.unit), label=second.label or BRACKETED)
    return [said, other._replace(period=said.period, status=said.status)]


def _seconds(cell: Cell, group: Match) -> list[Amount]:
    """Return the values in a bracket, and what each is called: （累計421人）, （加入率60%）."""
    return [do(cell, each) for each in group.all("part") or [group]]


def conditions(cell: Cell, m: Match) -> list[Said]:
    found = [do(cell, each) for each in m.all("part")]
    if any(each.period for each in found):
        raise cell.fault("two-periods", m)
    _check_of_whom(cell, m.all("part"), found)
    joined = Said(rule=AllOf([RulePart(each.label, rule_of(each)) for each in found]))
    return [with_when(cell, with_around(cell, joined, m.all("tail")), m)]


# -- derivations ----------------------------------------------------------------------------------


def reduced(cell: Cell, m: Match) -> tuple[Quantity, Quantity]:
    """Return a base, and the rate that it is cut by: 140件発生した障害の10%減."""
    rate = Quantity(value_of(cell, m.one("rate")), unit_of(cell, m.one("of_rate")))
    return point(cell, m).quantity(), rate


def reduced_both(_cell: Cell, _m: Match) -> None:
    """Return nothing for a rate of two bases, which says of neither: 140件と150件の10%減."""


def listed(cell: Cell, m: Match) -> tuple[str, Quantity]:
    """Return a part of a breakdown, with its label."""
    return label_of(cell, m.one("label")), point(cell, m).quantity()


def breakdown(cell: Cell, m: Match) -> list[tuple[str, Quantity]]:
    """Return the parts of a breakdown, each with its label."""
    return [do(cell, each) for each in m.all("part")]


# -- words ----------------------------------------------------------------------------------------


def _period_beside(cell: Cell, m: Match) -> Period | None:
    return when_of(cell, m.all("when")) or around(cell, m.all("tail")).period


def outcome(cell: Cell, m: Match) -> list[Said]:
    """Return an outcome in words, and the one way that they name: 経費の削減, ↑."""
    days = [each for each in m.all("text") if isinstance(each, Match) and each.one("day")]
    if days:  # 3日以内に処理 is no outcome only
        raise cell.fault("no-form", days[0])
    end = m.one("end")
    if m.one("when") is not None and end is not None and cell.text(end) == RECOVERY:
        raise cell.fault("reference-not-understood", end)  # 令和元年度の水準に回復
    ways: set[Direction | None] = set()
    if m.one("way") is not None:
        found = [each for each in (*m.all("text"), m.one("way")) if isinstance(each, Item)]
        ways = {way_of(each) for each in found if each.kind in _WAYS}
    direction = ways.pop() if len(ways) == 1 else None
    rule = Qualitative(cell.original(), direction=direction)
    return [Said(rule=rule, period=_period_beside(cell, m))]


#: Kinds of words that say which way a value goes, or whether that is better.
_WAYS: Final = frozenset(("up", "down", "better", "worse", "nearly", "upward", "downward"))


#: What tells when something is looked at: a survey, the next time.
_LOOKED_AT: Final = frozenset(("firm", "turned"))


def undone(cell: Cell, m: Match) -> list[Said]:
    """Return that something was not done, or not looked at: 未実施（次回調査:R9）."""
    kinds = {item.kind for each in m.all("tail") for item in items_of(each.match)}
    if not kinds.isdisjoint(_LOOKED_AT):
        return [Said(missing=Missing.NOT_PUBLISHED)]
    return outcome(cell, m)


def outcome_all(cell: Cell, m: Match) -> list[Said]:
    """Return that all of a kind are to be reached: 全小学校.

    Raises:
        Fault: They are not said to be all.
    """
    words = [each for each in items_of(m) if each.kind in ("everything", "word")]
    is_all = [x.kind == "everything" or cell.text(x)[0] == ALL_OF for x in words]
    if not any(is_all):
        raise cell.fault("no-form", m)
    return outcome(cell, m)


def grade(cell: Cell, m: Match) -> list[Said]:
    """Return the grade that is to be reached at least: Aランク以上.

    Raises:
        Fault: The word is no grade.
    """
    end = m.one("end")
    if re.fullmatch(GRADE, cell.text(end).strip(BRACKETS)) is None:
        raise cell.fault("second-statement", m.one("bound"))
    return outcome(cell, m)


def outcome_told(cell: Cell, m: Match) -> list[Said]:
    """Return that something is to be published: 策定・公表.

    Raises:
        Fault: The word says what a value is.
    """
    if cell.text(m.one("end")) not in PUBLISHED:
        raise cell.fault("no-form", m.one("end"))
    return outcome(cell, m)


def outcome_verb(cell: Cell, m: Match) -> list[Said]:
    """Return what is to be done to something: 推移を見守る.

    Raises:
        Fault: It is no sentence.
    """
    words = cell.text(m)
    if BY not in words[1:-1] or not words.rstrip("。").endswith(VERBS):
        raise cell.fault("no-form", m)
    return outcome(cell, m)


def outcome_under_way(cell: Cell, m: Match) -> list[Said]:
    """Return that something is being done: 整備中."""
    if cell.text(m.one("going")) != "中":
        raise cell.fault("no-form", m.one("going"))
    return outcome(cell, m)


def outcome_kept(cell: Cell, m: Match) -> list[Said]:
    """Return 体制の維持: kept as it is."""
    texts = m.all("text")
    rule = Maintain()
    if texts and isinstance(texts[0], Item) and texts[0].kind == "now":  # 現状の水準を維持
        rule = Maintain(reference=label_of(cell, texts).replace(" ", ""))
    return [Said(rule=rule, period=_period_beside(cell, m))]


def outcome_not(cell: Cell, m: Match) -> list[Said]:
    """Return 負の影響なし: an outcome that is said to be absent."""
    if cell.text(m.one("not")) not in ABSENT.split():
        raise cell.fault("negated", m.one("not"))
    return outcome(cell, m)


def done(cell: Cell, m: Match) -> Said:
    """Return the outcome that a part has in words, and the way it names."""
    return Said(rule=Qualitative(cell.stretch(m), direction=way_of(m.one("way"))))


def nearly_zero(cell: Cell, _m: Match) -> Said:
    return Said(rule=Qualitative(cell.original(), direction=Direction.LOWER))


def elsewhere(cell: Cell, m: Match) -> list[Said]:
    end = m.one("elsewhere").start
    if any(cell.text(each) != SUBJECT for each in m.all("subject")):  # 目標値は国で定める
        raise cell.fault("no-form", m.one("subject"))
    name = cell.text([each for each in items_of(m) if each.start < end])
    return [Said(rule=DefinedElsewhere(name.strip("「」")))]


def unset(cell: Cell, m: Match) -> list[Said]:
    note = m.one("note")
    said = cell.text(note)[1:-1] if note is not None else ""
    return [Said(rule=Exploratory(said) if EXPLORED in said else Unset(said))]


def unset_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return that there is no target, where a bracket says so: 指標（目標値なし）."""
    group = m.one("why")
    word = group.match.one("why")
    if word is None or (word.kind != "unset" and group.match.one("goal") is None):
        raise cell.fault("no-form", group)
    return [Said(rule=Unset(cell.original()))]


def not_set(_cell: Cell, _m: Match) -> list[Said]:
    return [Said(missing=Missing.NOT_SET)]


#: What marks stand for.
_MARKS: Final = {"dash": Missing.NONE, "dots": Missing.NOT_PUBLISHED}


def why_none(cell: Cell, item: Item) -> Missing:
    """Return why a word or a mark stands for no value."""
    word = cell.text(item)
    return cell.vocabulary.missing.get(word) or _MARKS.get(item.kind) or cell.why_missing(word)


def nothing(cell: Cell, m: Match) -> list[Said]:
    """Return why there is no value."""
    why, *others = dict.fromkeys(why_none(cell, item) for item in m.all("none"))
    if others:
        raise cell.fault("part-without-number", m.all("none")[-1])
    # a date beside what is to come may be that of the value, or when it comes
    return [Said(missing=why, period=None if why is Missing.PENDING else _period_beside(cell, m))]


def nothing_new(cell: Cell, m: Match) -> list[Said]:
    """Return that what is new has no value yet: 新規."""
    if cell.text(m.one("new")).strip(BRACKETS) not in NEW.split():
        raise cell.fault("no-form", m)
    return [Said(missing=Missing.NONE)]


def nothing_of(cell: Cell, m: Match) -> list[Said]:
    """Return that something was not looked at; 事故なし is an outcome, and no lack of a value."""
    (said,) = nothing(cell, m)
    if said.missing is Missing.NONE:
        raise cell.fault("no-form", m.one("none"))
    return [said]


def nothing_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return why there is no value, in brackets: （集計中）."""
    word = m.one("none").match.one("why")
    if word is None or word.kind not in ("missing", "unset"):
        raise cell.fault("no-form", m.one("none"))
    is_set = word.kind == "missing"
    return [Said(missing=cell.why_missing(cell.text(word)) if is_set else Missing.NOT_SET)]


def nothing_later(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is to be set after something else: 調査後に設定.

    Raises:
        Fault: It is something else that is to be done.
    """
    by, end = m.one("by"), m.one("end")
    is_then = by.kind == "after" or cell.text(by).removeprefix(BY) in FOLLOWING.split()
    if not (is_then and cell.text(end).endswith(tuple(SETTING.split()))):
        raise cell.fault("no-form", end)
    return [Said(missing=Missing.PENDING)]


def to_come_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to come, in brackets: （R6実績を確認中）."""
    word = m.one("none").match.one("why")
    return [Said(missing=Missing.PENDING if word is None else cell.why_missing(cell.text(word)))]


def none_zero(cell: Cell, m: Match) -> list[Said]:
    """Return the number that says that there is none: なし（0件）."""
    amount = stated(cell, m)
    if not amount.is_zero:
        raise cell.fault("value-in-brackets", m.one("value"))
    return [Said(amount)]


def absent_new(cell: Cell, m: Match) -> Said:
    """Return that a part is new, and has no value yet: 【新設】."""
    (said,) = nothing_new(cell, m)
    return said


def absent(cell: Cell, m: Match) -> Said:
    """Return why a part has no value."""
    item = m.one("none")
    if cell.is_before_digit(item):
        raise cell.fault("no-form", item)
    return Said(missing=why_none(cell, item))


def date_alone(cell: Cell, m: Match) -> list[Said]:
    """Return a date by itself: a deadline, or when a value will be known.

    It says the latter if it comes after all days of its column; where there is none, a month or a
    year does, and a day does not.
    """
    period, column = cell.period(m.one("when")), cell.context.column
    if cell.is_target:
        return [Said(rule=Qualitative(cell.original()), period=period)]
    is_after = not isinstance(period, Date) if column is None else period.start > column.end
    if is_after:
        return [Said(missing=Missing.PENDING, due=period)]
    return [Said(rule=Qualitative(cell.original()))]


def date_bracket(cell: Cell, m: Match) -> list[Said]:
    return [Said(missing=Missing.PENDING, due=when_of(cell, m.all("when")))]


def to_come(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to come: R8調査, R8.10月頃公表."""
    for item in m.all("status"):
        if item.kind == "missing" and cell.why_missing(cell.text(item)) is not Missing.PENDING:
            raise cell.fault("no-form", item)
    return [Said(missing=Missing.PENDING)]


# -- from statements to values --------------------------------------------------------------------


def check_with_row(cell: Cell, said: Sequence[Said]) -> None:
    """Refuse how often something is to be done in a row of shares: it is a condition on people."""
    unit, _, like, _ = cell.context
    if like is not None:
        unit = unit or like.unit
    if not unit or not is_ratio(unit):
        return
    for each in said:
        amount = each.amount
        if amount is not None and amount.unit and amount.per and not is_ratio(amount.unit):
            raise Fault("not-of-the-row", 0, len(cell.spans), unit)


def rule_of(said: Said) -> Rule:
    """Return the rule that a statement of a target is."""
    if said.rule is not None:
        return said.rule
    amount = said.amount
    if amount is None:
        return Unset()
    if said.keep:
        return Maintain(amount.quantity(), direction=said.way)
    is_level, is_floor = amount.change is Change.LEVEL, amount.lower is not None
    if amount.is_point and is_level:
        return Reach(amount.quantity(), direction=said.way, reference=said.reference)
    is_open = amount.lower is None or amount.upper is None
    if not amount.is_point and (amount.is_about or not is_open or not (is_level or is_floor)):
        return Between(amount.quantity())
    end = amount.lower if is_floor else amount.upper
    about = amount.is_about
    number = Quantity(
        end, amount.unit, per=amount.per, statistic=amount.statistic, approximate=about
    )
    strict = not (amount.lower_closed if is_floor else amount.upper_closed)
    if is_level:
        kind = AtLeast if is_floor else AtMost
        return kind(number, strict=strict, reference=said.reference)
    by = IncreaseBy if amount.change is Change.INCREASE else ReduceBy
    return by(number, strict=strict, base=said.base, reference=bare_base(said.reference))


def observation_of(cell: Cell, said: Said, column: Period | None = None) -> Observation:
    """Return what a statement of an actual says was observed, a part of a cell without a column."""
    period = said.period or cell.context.column
    if said.missing is not None:
        return Observation(period, missing=said.missing, column=column)
    if isinstance(said.rule, Qualitative):
        return Observation(period, outcome=said.rule.outcome, column=column)
    if said.rule is not None or said.way is not None:
        raise Fault("second-statement", 0, len(cell.spans))
    if any(word in cell.line for word in HOPED):  # 5件を目指す
        raise Fault("turned", 0, len(cell.spans))
    quantity = said.quantity
    if not said.benchmarks:
        return Observation(period, quantity, status=said.status, column=column)
    return Observation(
        period,
        quantity,
        status=said.status,
        benchmark=said.benchmarks[0],
        other_benchmarks=said.benchmarks[1:],
        column=column,
    )
