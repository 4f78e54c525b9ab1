"""Cells of words: outcomes, and why there is no value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from kpikit.cell._around import around, when_of
from kpikit.cell._cell import Cell, Said, items_of, label_of
from kpikit.cell._clauses import AGES, BOUNDS
from kpikit.cell._engine import Item, Match
from kpikit.cell._labels import BRACKETS
from kpikit.cell._statements import stated, way_of
from kpikit.cell._tokens import HIRAGANA
from kpikit.language.lexicon import (
    ABSENT,
    ALL_OF,
    AMOUNTS,
    BY,
    CHANGES,
    CLASSES,
    EXCESSES,
    EXPLORED,
    FOLLOWING,
    FOUND,
    GRADE,
    LEVEL,
    LEVEL_COUNTERS,
    NEW,
    PUBLISHED,
    RECOVERY,
    SETTING,
    SUBJECT,
    TOP,
    VERBS,
    WATCHED,
    WITHIN,
)
from kpikit.language.numbers import ONE_TO_NINE, SIZES
from kpikit.language.pattern import pattern
from kpikit.language.periods import OF
from kpikit.language.words import either
from kpikit.model import rule as rules
from kpikit.model.observation import Missing
from kpikit.model.period import Date, Period
from kpikit.model.verdict import Direction


def _period_beside(cell: Cell, m: Match) -> Period | None:
    return when_of(cell, m.all("when")) or around(cell, m.all("tail")).period


def outcome(cell: Cell, m: Match) -> list[Said]:
    """Return an outcome in words, and the one way that they name: 経費の削減, ↑."""
    days = [each for each in m.all("text") if isinstance(each, Match) and each.one("day")]
    if days:  # 3日以内に処理 is no outcome only
        raise cell.fault("no-form", days[0])
    for group in m.all("tail"):  # 目標達成（12.3%減）: a number of its own
        if group.kind in _NUMBERED:
            raise cell.fault("value-in-brackets", group)
    end = m.one("end")
    if end is not None and (_is_to_be_set(cell.text(end)) or _is_to_be_found(cell, m, end)):
        raise cell.fault("no-form", end)
    is_once = any(each.kind == "once" for each in items_of(m))
    is_then = m.one("when") is not None or is_once
    if is_then and end is not None and cell.text(end).endswith(RECOVERY):
        raise cell.fault("reference-not-understood", end)  # 令和元年度の水準に回復
    _check_compared(cell, m.all("text"))
    for each in m.all("text") if m.all("way") else ():
        if isinstance(each, Match) and _is_of_an_amount(cell, each):
            raise cell.fault("no-form", m.one("way"))
    rule = rules.Qualitative(cell.original(), direction=_one_way(cell, m))
    return [Said(rule=rule, period=_period_beside(cell, m))]


def _check_compared(cell: Cell, texts: Sequence[Any], *, is_kept: bool = False) -> None:
    """Refuse words that begin with what a value is compared with: 前年度順位より上昇.

    Raises:
        Fault: They do, and what is to be kept is none of now: 県水準の維持.
    """
    items = [each for each in (*texts, None) if not isinstance(each, Match)]
    for each, after in pairwise(items):
        is_apart = is_kept or (after is not None and after.kind == "from")
        if each is not None and is_apart and _COMPARED.match(cell.text(each)):
            raise cell.fault("reference-not-understood", each)
        if each is not None and each.kind in _WORDS and _IN_KANJI.search(cell.text(each)):
            raise cell.fault("no-form", each)


#: Kinds of words that the lexicon does not know, and that a number in kanji may be a part of.
_WORDS: Final = frozenset(("word", "noun"))
#: A number in kanji at the end of other words: 加入率五割.
_IN_KANJI: Final = pattern(f"[{ONE_TO_NINE}{SIZES}]{either(LEVEL_COUNTERS)}$")
#: Words of a time before, an average, or the level of another, which is what is to be reached.
_COMPARED: Final = pattern(
    f"{either(CLASSES['before'], CLASSES['average'])}"
    f"|{either(CLASSES['place'], CLASSES['whose'])}{LEVEL}$"
)


def _is_of_an_amount(cell: Cell, clause: Match) -> bool:
    """Whether a bound may be by how much, and not of whom: 2割以上の経費の削減.

    What it stands before is the name of an amount, and tells of nobody who does or has anything.
    """
    ends = [each.end for each in clause.items if each.kind in BOUNDS]
    if not ends or not AGES.isdisjoint(each.kind for each in clause.items):
        return False
    named = cell.line[cell.spans[ends[-1]][0] : cell.spans[clause.items[-1].end - 1][1]]
    return named.endswith(AMOUNTS) and HIRAGANA.isdisjoint(named.removeprefix(OF))


def _one_way(cell: Cell, m: Match) -> Direction | None:
    """Return the one way that words name, none where one way is itself to be less: 減少を抑制."""
    if m.one("way") is None:
        return None
    found = [each for each in (*m.all("text"), m.one("way")) if isinstance(each, Item)]
    steps = [each for each, after in pairwise(found) if each.kind in _WAYS and after.kind in _OF]
    is_of_change = any(cell.text(each).endswith(CHANGES) for each in found)
    ways = {way_of(each) for each in found if each.kind in _WAYS}
    return ways.pop() if len(ways) == 1 and not (steps or is_of_change) else None


#: What stands behind what something is done to.
_OF: Final = frozenset(("by", "of", "subject"))


def outcome_led(cell: Cell, m: Match) -> list[Said]:
    """Return what is to be done where nothing is yet: 未策定→策定."""
    start, *tail = m.all("tail")
    cell.note_words("starting-value", start)
    rule = rules.Qualitative(
        cell.stretch([*m.all("text"), m.one("end"), *m.all("done"), *m.all("aim")])
    )
    return [Said(rule=rule, period=around(cell, tail).period)]


#: Brackets that hold a number which is none of something else.
_NUMBERED: Final = frozenset(("g_change", "g_bound", "g_course"))
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


#: A grade, and what is to have it: 全事業でB評価.
_GRADE_OF_ALL: Final = f"(?:.*[{WITHIN}{OF}])?{GRADE}"


def grade(cell: Cell, m: Match) -> list[Said]:
    """Return the grade that is to be reached at least: Aランク以上.

    Raises:
        Fault: The word is no grade.
    """
    end = m.one("end")
    if re.fullmatch(_GRADE_OF_ALL, cell.text(end).strip(BRACKETS)) is None:
        raise cell.fault("second-statement", m.one("bound"))
    return outcome(cell, m)


def graded(cell: Cell, m: Match) -> list[Said]:
    """Return the grade that something has: ランクB, B（概ね順調）.

    Raises:
        Fault: The word is no grade, or a letter that nothing calls one.
    """
    end = m.one("end")
    word = cell.text(end)
    is_told = len(word) > 1 or len(items_of(m)) > 1
    others = [cell.text(each).strip(BRACKETS) for each in m.all("tail")]
    is_one = not any(re.match(GRADE, each) for each in others)  # C (A※1)
    if re.fullmatch(GRADE, word) is None or not (is_told and is_one):
        raise cell.fault("no-form", end)
    return outcome(cell, m)


def excess(cell: Cell, m: Match) -> list[Said]:
    """Return that more are to come than go: 転入超過.

    Raises:
        Fault: It is another noun.
    """
    if cell.text(m.one("end")) not in EXCESSES.split():
        raise cell.fault("no-form", m.one("end"))
    return outcome(cell, m)


def outcome_top(cell: Cell, m: Match) -> list[Said]:
    """Return that one is to be the best of all: 県内トップ.

    Raises:
        Fault: The word turns what stands beside it.
    """
    if cell.text(m.one("end")) != TOP:
        raise cell.fault("turned", m.one("end"))
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
    if BY not in words[1:] or not words.endswith(VERBS):
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
    _check_compared(cell, texts, is_kept=True)
    rule = rules.Maintain()
    if texts and isinstance(texts[0], Item) and texts[0].kind == "now":  # 現状の水準を維持
        rule = rules.Maintain(reference="".join(label_of(cell, texts).split()))
    return [Said(rule=rule, period=_period_beside(cell, m))]


def outcome_not(cell: Cell, m: Match) -> list[Said]:
    """Return 負の影響なし: an outcome that is said to be absent."""
    if cell.text(m.one("not")) not in ABSENT.split():
        raise cell.fault("negated", m.one("not"))
    return outcome(cell, m)


def done(cell: Cell, m: Match) -> Said:
    """Return the outcome that a part has in words, and the way it names."""
    return Said(rule=rules.Qualitative(cell.stretch(m), direction=way_of(m.one("way"))))


def nearly_zero(cell: Cell, _m: Match) -> Said:
    return Said(rule=rules.Qualitative(cell.original(), direction=Direction.LOWER))


def elsewhere(cell: Cell, m: Match) -> list[Said]:
    end = m.one("elsewhere").start
    if any(cell.text(each) != SUBJECT for each in m.all("subject")):  # 目標値は国で定める
        raise cell.fault("no-form", m.one("subject"))
    name = cell.text([each for each in items_of(m) if each.start < end])
    return [Said(rule=rules.DefinedElsewhere(name.strip("「」")))]


def unset(cell: Cell, m: Match) -> list[Said]:
    note = m.one("note")
    said = cell.inside(note) if note is not None else ""
    return [Said(rule=rules.Exploratory(said) if EXPLORED in said else rules.Unset(said))]


def watched(cell: Cell, m: Match) -> list[Said]:
    """Return that there is no target for what is only looked at: 参考指標."""
    if cell.text(m.one("end")) not in WATCHED:
        raise cell.fault("no-form", m)
    return [Said(rule=rules.Unset(cell.original()))]


def unset_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return that there is no target, where a bracket says so: 指標（目標値なし）."""
    group = m.one("why")
    word = group.match.one("why")
    if word is None or (word.kind != "unset" and group.match.one("goal") is None):
        raise cell.fault("no-form", group)
    return [Said(rule=rules.Unset(cell.original()))]


def not_set(_cell: Cell, _m: Match) -> list[Said]:
    return [Said(missing=Missing.NOT_SET)]


#: What marks stand for.
_MARKS: Final = {
    "dash": Missing.NONE,
    "slash": Missing.NONE,
    "dots": Missing.NOT_PUBLISHED,
    "undone": Missing.NOT_PUBLISHED,
}


def why_none(cell: Cell, item: Item) -> Missing:
    """Return why a word or a mark stands for no value."""
    word = cell.text(item)
    return cell.vocabulary.missing.get(word) or _MARKS.get(item.kind) or cell.why_missing(word)


def nothing(cell: Cell, m: Match) -> list[Said]:
    """Return why there is no value."""
    why, *others = dict.fromkeys(why_none(cell, item) for item in m.all("none"))
    if others:
        raise cell.fault("part-without-number", m.all("none")[-1])
    return [_dated(cell, m, why)]


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
    return [_dated(cell, m, _why_in_bracket(cell, m))]


def _dated(cell: Cell, m: Match, why: Missing) -> Said:
    """Return why there is no value of a period, if that is the period of the value.

    A date beside what is to come may be that of the value, or when it comes.
    """
    return Said(missing=why, period=None if why is Missing.PENDING else _period_beside(cell, m))


def _why_in_bracket(cell: Cell, m: Match) -> Missing:
    item = m.one("none")
    word = item.match.one("why")
    if word is None or word.kind not in ("missing", "unset"):
        raise cell.fault("no-form", item)
    return cell.why_missing(cell.text(word)) if word.kind == "missing" else Missing.NOT_SET


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


def nothing_found(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to be found, and by what: R8年度のアンケートで把握.

    Raises:
        Fault: It is something else that is to be done.
    """
    if not _is_to_be_found(cell, m, m.one("end")):
        raise cell.fault("no-form", m.one("end"))
    return [Said(missing=Missing.PENDING)]


def _is_to_be_found(cell: Cell, m: Match, end: Item) -> bool:
    """Whether nothing but a survey stands right before how a value is found."""
    before = [item.kind for item in items_of(m) if item.start < end.start][-2:]
    is_by = before[:1] == ["firm"] and before[1:] in (["at"], ["link"])
    return is_by and cell.text(end) in FOUND.split()


def nothing_at(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is to be set when a plan is made: 計画策定時に設定."""
    if not cell.text(m.one("end")).endswith(tuple(SETTING.split())):
        raise cell.fault("no-form", m.one("end"))
    return [Said(missing=Missing.PENDING)]


def nothing_then(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is to be set by what is found first: 進捗状況を踏まえて設定.

    Raises:
        Fault: It is something else that is to be done.
    """
    if not _is_to_be_set(cell.text(m.one("end"))):
        raise cell.fault("no-form", m.one("end"))
    return [Said(missing=Missing.PENDING)]


def _is_to_be_set(words: str) -> bool:
    """Whether a value is to be set by what is found first."""
    before = [words.removesuffix(each) for each in SETTING.split() if words.endswith(each)]
    return before != [] and before[0].endswith(tuple(BY + each for each in FOLLOWING.split()))


def to_come_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to come, in brackets: （R6実績を確認中）."""
    return [_dated(cell, m, _why_to_come(cell, m))]


def _why_to_come(cell: Cell, m: Match) -> Missing:
    word = m.one("none").match.one("why")
    return Missing.PENDING if word is None else cell.why_missing(cell.text(word))


def none_zero(cell: Cell, m: Match) -> list[Said]:
    """Return the number that says that there is none: なし（0件）."""
    amount = stated(cell, m)
    if not amount.is_zero:
        raise cell.fault("value-in-brackets", m.one("value"))
    return [Said(amount)]


def stopped(_cell: Cell, _m: Match) -> Said:
    """Return that nothing was seen of a part that did not take place: 中止."""
    return Said(missing=Missing.NOT_PUBLISHED)


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


def absent_bracket(cell: Cell, m: Match) -> Said:
    """Return why a part has no value, in brackets: （集計中）."""
    why = _why_in_bracket(cell, m)
    if why is Missing.NOT_SET:
        raise cell.fault("no-form", m)
    return Said(missing=why)


def absent_to_come(cell: Cell, m: Match) -> Said:
    """Return that the value of a part is still to come: （R7.9頃公表予定）."""
    return Said(missing=_why_to_come(cell, m))


def dated_to_come(cell: Cell, m: Match) -> Said:
    """Return that the value of a period is to come on a date after it: R7（R8.8公表）.

    Raises:
        Fault: The date is not after all days of the period, or the value is not to come.
    """
    period, due = cell.period(m.one("when")), when_of(cell, m.all("due"))
    if due is None or due.start <= period.end:
        raise cell.fault("two-periods", m.one("due"))
    if any(why_none(cell, word) is not Missing.PENDING for word in m.all("none")):
        raise cell.fault("no-form", m.one("none"))
    return Said(missing=Missing.PENDING, period=period, due=due, label=cell.text(m.one("when")))


def date_behind(cell: Cell, m: Match) -> list[Said]:
    """Return that the value of the period before a date in brackets is to come then."""
    return [dated_to_come(cell, m.one("part"))._replace(period=None)]


def date_alone(cell: Cell, m: Match) -> list[Said]:
    """Return a date by itself: a deadline, or when a value will be known.

    It says the latter if it comes after all days of its column; where there is none, a month or a
    year does, and a day does not.
    """
    period, column = cell.period(m.one("when")), cell.context.column
    if cell.is_target:
        return [Said(rule=rules.Qualitative(cell.original()), period=period)]
    is_after = not isinstance(period, Date) if column is None else period.start > column.end
    if is_after:
        return [Said(missing=Missing.PENDING, due=period)]
    return [Said(rule=rules.Qualitative(cell.original()))]


def date_bracket(cell: Cell, m: Match) -> list[Said]:
    return [Said(missing=Missing.PENDING, due=when_of(cell, m.all("when")))]


def to_come(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to come: R8調査, R8.10月頃公表."""
    for item in m.all("status"):
        if item.kind == "missing" and cell.why_missing(cell.text(item)) is not Missing.PENDING:
            raise cell.fault("no-form", item)
    return [Said(missing=Missing.PENDING)]
