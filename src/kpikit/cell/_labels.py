"""A statement with its label, and which words are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kpikit.cell._amounts import Bare
from kpikit.cell._around import of_statistic, when_of, with_around, with_when
from kpikit.cell._cell import Act, Ahead, Amount, Cell, Said, act_of, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._tokens import KATAKANA
from kpikit.language.fold import fold
from kpikit.language.lexicon import (
    CLASSES,
    COUNTERS,
    HEAD_NOUNS,
    LASTING,
    MEASURED,
    NEW,
    NO_NAMES,
    OTHERS,
    SIDES,
    SURE_DIMENSIONS,
    YEAR_TO_DAY,
)
from kpikit.language.periods import PARTS_OF_PLANS
from kpikit.language.statistic import OTHER_WORDS, REPEATED, TOTAL
from kpikit.model.observation import Benchmark
from kpikit.model.period import Period
from kpikit.model.quantity import Change
from kpikit.model.unit import is_rank


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
    return said.altered(
        lambda amount, period: make(amount, None)._replace(period=period),
        lambda cell: when_of(cell, when),
    )


@Ahead
def labelled(m: Match) -> Act[Said]:
    """Return a statement with its label, and the named values in brackets behind it."""
    said, label, value = one.settle(m), m.one("label"), m.one("value")
    rank = m.all("rank")
    if label is None:
        return said
    is_sure = not (_is_doubtful(label) or _is_before_basis(m))

    def act(cell: Cell) -> Said:
        found, name = said(cell), label_of(cell, label)
        if not is_sure:
            _check_label(cell, found, name, m)
        word = name.strip(BRACKETS)
        if word.endswith(_NO_ENDS):
            _check_end(cell, word, m)
        if word.startswith(_STATISTICS):
            found = of_statistic(found, word[:2])
        elif OTHER_WORDS.get(word) in _STATISTICS:  # 延 1,234人
            found = of_statistic(found, OTHER_WORDS[word])
        if rank:
            cell.note_words("value-beside", rank)
        seconds = [] if value is None else values_in(cell, value.match)
        if not seconds or not all(each.label for each in seconds):
            return found._replace(label=name)
        others = [Said(each, label=name + each.label) for each in seconds]
        return found._replace(label=name, others=tuple(others))

    return act


def _check_end(cell: Cell, word: str, m: Match) -> None:
    """Refuse a label that ends in what its value is for one of, or is compared with.

    Raises:
        Fault: It does: 利用者数年100人, 利用者数前年度比10%増.
    """
    label, said = items_of(m.one("label"))[-1], items_of(m.one("said"))[0]
    is_attached = said.start == label.end and cell.is_attached(said)
    if is_attached and word[:-1].endswith((*HEAD_NOUNS, *_COMPARED)):
        raise cell.fault("no-form", label)


#: What ends no label right before its value: a time of which it is one, 比.
_NO_ENDS: Final = (*YEAR_TO_DAY, CLASSES["versus"].split()[0])
#: What a value is compared with, where 比 stands behind.
_COMPARED: Final = tuple(f"{CLASSES['before']} {CLASSES['now']}".split())
#: Statistics that a label may begin with.
_STATISTICS: Final = (REPEATED[0], TOTAL)


def _is_doubtful(label: Match | Item) -> bool:
    """Whether a label is of a kind that may be none."""
    return isinstance(label, Match) and label.row.name.startswith(
        ("apart", "letter", "place", "ranked", "since", "term")
    )


def _is_before_basis(m: Match) -> bool:
    """Whether a label stands before what its value is counted by."""
    said, last = m.one("said"), items_of(m.one("label"))[-1]
    levels = [level for each in (said, *said.others) for level in each.all("level")]
    first = [each for level in levels for each in items_of(level.one("basis"))[:1]]
    return any(
        each.start == last.end
        and (last.kind in _WHOM or (last.kind == "group" and each.kind in _ONE))
        for each in first
    )


#: The last word of a label that may be the first of what a value is counted by: 利用者1人当たり.
_WHOM: Final = frozenset(("word", "noun", "populace"))
#: How the number begins that one of a group is counted by: 市民1人当たり.
_ONE: Final = frozenset(("num", "one"))


def _is_timed(said: Said) -> bool:
    """Whether a value is a length of time."""
    amount = said.amount
    return amount is not None and amount.change is Change.LEVEL and amount.unit in LASTING


def _is_compound(m: Match) -> bool:
    """Whether a word that nothing is known of stands before what its value is a share of."""
    return is_free(m.one("label")) and m.one("said").row.name.startswith("share_of")


def _check_label(cell: Cell, said: Said, name: str, m: Match) -> None:
    """Refuse a label that is none.

    Raises:
        Fault: Nothing is known of its words, it is letters or the place of a rank, or the first
            word of what its value is counted by: 利用者1人当たり.
    """
    label = m.one("label")
    first, last = items_of(label)[0], items_of(label)[-1]
    if is_free(label):
        check_apart(cell, said, label)
    if is_of(label, "since") and not _is_timed(said):  # 県から30件
        raise cell.fault("no-form", label)
    if is_of(label, "term") and name not in PARTS_OF_PLANS.split():
        raise cell.fault("reference-not-understood", first)
    if is_of(label, "letter") and len(name) > 1:
        raise cell.fault("part-without-number", first)
    if is_of(label, "place") and said.amount is not None and is_rank(said.amount.unit):
        raise cell.fault("no-form", first)
    if is_of(label, "ranked") and cell.text(first) in COUNTERS.split():  # 人以上 300
        raise cell.fault("no-form", label)
    behind = [each for each in items_of(m) if each.start == last.end]
    if _is_compound(m) and cell.is_attached(behind[0]):  # 施設入所者(1,274人)の6%
        raise cell.fault("no-form", label)
    if _is_before_basis(m) and cell.is_attached(behind[0]):
        raise cell.fault("no-form", label)


def check_apart(cell: Cell, said: Said, where: Match) -> None:
    """Refuse a label of words that nothing is known of, unless it clearly is no more than one.

    Raises:
        Fault: The value has no unit, the label begins or ends like one of another time, of the
            opposite or of a change, or the name of the indicator does not have it.
    """
    label, amount = label_of(cell, where), said.amount
    is_plain = amount is not None and amount.unit and not _may_turn(cell, label, where)
    if not is_plain or is_of_other(label) or is_apart(cell, label):
        raise cell.fault("no-form", where)
    if not cell.context.name:
        cell.note("label-apart", where, label)


#: Words that turn what stands beside them: 残支援員7人, 5枚増加他.
_TURNS: Final = tuple(
    each.rstrip("~")
    for kind in ("turned", "up", "down", "worse", "not", "stopped", "goal")
    for each in CLASSES[kind].split()
)
#: Those that do so wherever they stand; in katakana they are an end of other words: スタートアップ.
_TURNING: Final = tuple(each for each in _TURNS if each[0] not in KATAKANA)


def _may_turn(cell: Cell, label: str, where: Match) -> bool:
    """Whether a label right before its value may say what that is: 残支援員7人, 築30年."""
    end = cell.spans[items_of(where)[-1].end - 1][1]
    return not cell.line.startswith((" ", ":"), end) and turns(label)


def turns(word: str) -> bool:
    """Whether a word that nothing is known of is a letter, or has one in it that turns a number."""
    return len(word) == 1 or word.startswith(_TURNS) or any(each in word for each in _TURNING)


def is_of_other(label: str) -> bool:
    """Whether a label may be of something else, by how it begins or ends: 旧耐震, 純増."""
    text = fold(label).text
    is_other = text.startswith(OTHERS) and text not in NEW.split()
    ends = (*NO_NAMES, *SIDES) if text[2:] else NO_NAMES  # 改定前, but 駅前
    return is_other or text.endswith(ends) or (len(text) == 1 and text.isascii())


def is_free(label: Match | Item | None) -> bool:
    """Whether a label is of words that nothing is known of."""
    return isinstance(label, Match) and label.row.name.startswith("apart")


def is_of(label: Match | Item | None, row: str) -> bool:
    """Whether a label is of a row."""
    return isinstance(label, Match) and label.row.name == row


def is_apart(cell: Cell, label: str) -> bool:
    """Whether the indicator has a name, and that does not have a label."""
    name = fold(cell.context.name).text.replace(" ", "")
    return name != "" and fold(label).text.replace(" ", "") not in name


#: Of what no word before a number makes a name.
SURE: Final = frozenset(SURE_DIMENSIONS.split())


#: What is measured or timed, and not counted: without a name it says of whom the next value is.
NOT_COUNTED: Final = frozenset(("", *MEASURED.split()))


#: The brackets that a label may stand in.
BRACKETS: Final = "【】「」『』()（）[]［］〈〉《》<>〔〕"


def with_beside(said: Said, *benchmarks: Benchmark) -> Said:
    """Return a value with further benchmarks."""
    return said._replace(benchmarks=said.benchmarks + benchmarks)


def values_in(cell: Cell, group: Match) -> list[Amount]:
    """Return the values in a bracket, and what each is called: （累計421人）, （加入率60%）."""
    return [do(cell, each) for each in group.all("part") or [group]]
