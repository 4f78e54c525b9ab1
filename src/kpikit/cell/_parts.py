"""Whole cells: one statement or several, with names, and what they make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from kpikit.cell._amounts import (
    basis_of,
    quantity,
    share,
    statistic_of,
    unit_of,
    value_of,
    with_statistic,
)
from kpikit.cell._around import (
    IN_BRACKETS,
    around,
    bare_base,
    of_statistic,
    status_of,
    when_of,
    with_around,
    with_when,
)
from kpikit.cell._cell import Cell, Fault, Said, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._statements import way_of
from kpikit.language.fold import fold
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

# -- cells ----------------------------------------------------------------------------------------


def single(cell: Cell, m: Match) -> list[Said]:
    """Return the one statement of a cell, with what stands around it."""
    if len(m.parts) == 1:
        return [do(cell, m.parts["said"][0])]
    said = labelled(cell, m)
    for each in m.all("text"):
        if isinstance(each, Item) and each.kind == "statistic":
            said = of_statistic(said, statistic_of(cell.text(each)))
    value = said.quantity
    is_bare = value is not None and not value.unit
    is_attached = not any(map(m.all, ("of", "by", "to", "at")))
    if is_bare and is_attached and (m.all("deed") or m.all("deeds")):  # 19 小学校区で設置
        raise cell.fault("number-without-unit", items_of(m)[0])
    if (
        said.label
        and value is not None
        and value.change is not Change.LEVEL
        and is_ratio(value.unit)
    ):
        said = said._replace(reference=said.reference or said.label.replace(" ", ""))
    elif said.label:
        _compare_with_name(cell, said.label, m.one("label"))
    return [said._replace(label="")]


def single_change(cell: Cell, m: Match) -> list[Said]:
    """Return a change of what is named before it: 死亡率の30%以上削減."""
    said = labelled(cell, m)
    name = said.label.replace(" ", "")
    is_own = name in fold(cell.context.name).text.replace(" ", "")
    return [said._replace(label="", reference="" if is_own else said.reference or name)]


def single_was(cell: Cell, m: Match) -> list[Said]:
    """Return a value beside which the one of another period stands: 12件（R4は11件）."""
    group = m.one("was")
    cell.note("starting-value", group, cell.text(group)[1:-1])
    return [one(cell, m)]


def ended(cell: Cell, m: Match) -> list[Said]:
    """Return a statement with words behind it; 全国15位の水準 is a value of another, no rank."""
    (said,) = single(cell, m)
    ends = [each.kind for each in m.all("end")]
    ranks = said.quantity is not None and is_rank(said.quantity.unit)
    if ranks and ends[0] == "of" and ends[-1] in ("noun", "nouns", "word", "text"):
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    return [said]


def _compare_with_name(cell: Cell, label: str, match: Match) -> None:
    """Note a label that the name of the indicator does not have: 男性 80%."""
    name = fold(cell.context.name).text.replace(" ", "")
    if name and fold(label).text.replace(" ", "") not in name:
        items = items_of(match)
        cell.note("label-apart", items[0]._replace(end=items[-1].end), label)


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
    is_place = isinstance(label, Match) and label.row.name == "place"
    if is_place and said.quantity is not None and is_rank(said.quantity.unit):
        raise cell.fault("no-form", items_of(label)[0])
    if said.quantity is not None and not said.quantity.statistic:
        statistic = next((each for each in ("延べ", "累計") if name.startswith(each)), "")
        said = of_statistic(said, statistic)
    seconds = _seconds(cell, m.one("value"))
    if all(each.label for each in seconds):
        others = tuple(each._replace(label=name + each.label) for each in seconds)
        said = said._replace(others=others)
    return said._replace(label=name)


def _seconds(cell: Cell, group: Item | None) -> list[Said]:
    """Return the values in a bracket, and what each is called: （累計421人）, （加入率60%）."""
    if group is None or group.match is None:
        return []
    found = [do(cell, each) for each in group.match.all("part") or [group.match]]
    labels = [fields.pop("label", "") or fields.get("statistic", "") for fields in found]
    return [
        Said(quantity(fields), label=label) for fields, label in zip(found, labels, strict=True)
    ]


def _flat(found: Sequence[Said]) -> list[Said]:
    """Return statements with those that stand in brackets behind them."""
    return [
        each._replace(period=each.period or said.period, status=said.status, others=())
        for said in found
        for each in (said, *said.others)
    ]


def dated(cell: Cell, m: Match) -> Said:
    """Return a value whose period is its name: R4：80%."""
    said = labelled(cell, m)
    if said.label:
        return said
    when = m.one("when") or m.one("tail").match.one("when")
    return said._replace(label=cell.text(when))


def parts(cell: Cell, m: Match) -> list[Said]:
    """Return the statements of a cell that has several, each with its label."""
    matches = m.all("part")
    found = _of_one_unit(matches, [do(cell, each) for each in matches])
    _check_parts(cell, matches, found)
    _check_words(cell, matches, found)
    tail = around(cell, m.all("tail"))
    period, status = when_of(cell, m.all("when")) or tail.period, status_of(m.all("status"))
    last = found[-1]
    if period is None and all(each.period is None for each in found[:-1]):
        period = last.period
    if status is Status.FINAL:
        status = tail.status
    if status is Status.FINAL and all(each.status is Status.FINAL for each in found[:-1]):
        status = last.status
    periods = _labelled_periods(cell, m.all("tail"))
    found = _with_values(cell, matches, found, m.all("tail"))
    dated = [
        each._replace(
            period=each.period or _named_period(match, periods, cell) or period,
            benchmarks=tuple(_dated(benchmark, periods) for benchmark in each.benchmarks),
            status=each.status if each.status is not Status.FINAL else status,
        )
        for match, each in zip(matches, found, strict=True)
    ]
    return _flat(_with_benchmarks(cell, matches, dated))


def _named_period(match: Match, periods: dict[str, Period], cell: Cell) -> Period | None:
    label = match.one("label")
    return periods.get(label_of(cell, items_of(label))) if label is not None else None


def _dated(benchmark: Benchmark, periods: dict[str, Period]) -> Benchmark:
    if benchmark.period is not None or benchmark.name not in periods:
        return benchmark
    return attrs.evolve(benchmark, period=periods[benchmark.name])


def _check_parts(cell: Cell, matches: list[Match], found: list[Said]) -> None:
    """Refuse parts whose names are none, and values that hang together without a name.

    Raises:
        Fault: The first has no unit and another has; a label is attached to a number of another
            dimension; a grade, or the end of a word, is taken for a label.
    """
    for match in matches:
        items = items_of(match)
        is_end = items[0].kind == "kana" and items[0].start > 0 and cell.is_attached(items[0])
        if is_end or _is_grade(cell, items):
            raise cell.fault("no-form", items[0])
    pairs = zip(pairwise(matches), pairwise(found), strict=True)
    for (before, match), (last, said) in pairs:
        if last.quantity is not None and said.quantity is not None:
            _check_beside(
                cell, (before, last.label, last.quantity), (match, said.label, said.quantity)
            )


#: A part, its label and its value.
_Part: TypeAlias = tuple[Match, str, Quantity]


def _check_beside(cell: Cell, before: _Part, after: _Part) -> None:
    """Refuse a value of another dimension than the one before it, where no name tells of which."""
    match, label, value = after
    units = scale_of(before[2].unit).base, scale_of(value.unit).base
    if units[0] == units[1]:
        return
    items = items_of(match)
    is_attached = cell.is_attached(items[0]) and items_of(before[0])[-1].end == items[0].start
    is_unnamed = not before[1] and units[0] in MEASURED
    is_marked = items[0].kind in ("mark", "bullet") and len(label) > 1
    whose = match.one("label")
    is_total = isinstance(whose, Match) and whose.row.name == "total"
    if is_total or is_attached or is_unnamed or not (units[0] or is_marked):
        raise cell.fault("several-numbers", items[0], items[-1])


def _is_grade(cell: Cell, items: Sequence[Item]) -> bool:
    """Whether a part is no more than a school and a digit: 小5 is a grade."""
    if [item.kind for item in items] not in (["school", "num"], ["school", "one"]):
        return False
    return not items[1].gap and len(cell.text(items[1])) == 1


def _of_one_unit(matches: list[Match], found: list[Said]) -> list[Said]:
    """Give the unit in brackets behind the last of numbers to all: 東部 12／西部 8（件）."""
    *values, last = [each.quantity for each in found]
    level_ = matches[-1].one("said").one("level")
    is_boxed = level_ is not None and level_.one("m").row.name == "boxed"
    if last is None or not is_boxed or any(each is None or each.unit for each in values):
        return found
    return [
        each._replace(quantity=attrs.evolve(each.quantity, unit=last.unit))
        if each.quantity is not None
        else each
        for each in found
    ]


def _check_words(cell: Cell, matches: list[Match], found: list[Said]) -> None:
    """Refuse words beside a value unless each part has a label.

    Raises:
        Fault: A part is words only, and it is not told whose.
    """
    if all(each.label for each in found):
        return
    for match, said in zip(matches, found, strict=True):
        if isinstance(said.rule, Qualitative) or said.missing is not None:
            items = items_of(match)
            raise cell.fault("no-form", items[0], items[-1])


#: What is measured or timed, and not counted: without a name it says of whom the next value is.
MEASURED: Final = frozenset(("", "歳", "年", "か月", "日", "時間", "m", "%", "分", "倍"))


def _labelled_periods(cell: Cell, tail: Sequence[Item]) -> dict[str, Period]:
    """Return the period of each label that a note names: ※市:R4調査."""
    found: dict[str, Period] = {}
    for group in tail:
        if group.kind == "g_labels" and group.match is not None:
            for label, when in zip(group.match.all("label"), group.match.all("when"), strict=True):
                found[cell.text(label)] = cell.period(when)
    return found


def _with_values(
    cell: Cell, matches: list[Match], found: list[Said], tail: Sequence[Item]
) -> list[Said]:
    """Give each value the one in brackets behind it, where a note says what that is."""
    values = [
        None if said.others else match.one("value")
        for match, said in zip(matches, found, strict=True)
    ]
    if not any(values):
        return found
    whose = next(
        (each.match.one("whose") for each in tail if each.kind == "g_meaning" and each.match), None
    )
    if whose is None:
        raise cell.fault("value-in-brackets", next(each for each in values if each is not None))
    name = cell.text(whose)
    return [
        said if value is None else _beside(said, Benchmark(name, quantity(do(cell, value.match))))
        for said, value in zip(found, values, strict=True)
    ]


def _with_benchmarks(cell: Cell, matches: list[Match], found: list[Said]) -> list[Said]:
    """Give a value that is named as an average to the value beside it."""
    named_ = [_is_benchmark(match) for match in matches]
    if not any(named_) or all(named_):
        return found
    kept: list[Said] = []
    ahead: list[Benchmark] = []
    for match, said, is_named in zip(matches, found, named_, strict=True):
        if said.quantity is None:
            items = items_of(match)
            raise cell.fault("second-statement", items[0], items[-1])
        if not is_named:
            kept.append(_beside(said, *ahead))
            ahead = []
            continue
        beside = _benchmark(cell, match, said)
        if cell.is_target:
            items = items_of(match)
            cell.note("benchmark-in-target", items[0]._replace(end=items[-1].end), said.label)
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
    if (
        said.quantity is None
        or said.quantity.change is not Change.LEVEL
        or (said.benchmarks or said.way or said.keep)
    ):
        items = items_of(match)
        raise cell.fault("second-statement", items[0], items[-1])
    return Benchmark(said.label, said.quantity, said.period)


def _is_benchmark(match: Match) -> bool:
    label = match.one("label")
    return isinstance(label, Match) and label.row.name == "reference"


def marked(cell: Cell, m: Match) -> Said:
    """Return the value behind a mark: ①育成数 8,271人, and the average beside it."""
    said = labelled(cell, m)
    beside = m.one("beside")
    if beside is not None:
        said = _beside(said, _benchmark(cell, beside, do(cell, beside)))
    mark = cell.text(m.one("mark"))
    whose = m.one("label")
    is_whose = whose is not None and all(item.kind == "whose" for item in items_of(whose))
    return said._replace(label=mark if is_whose else mark + said.label)


def averaged(cell: Cell, m: Match) -> Said:
    said: Said = do(cell, m.one("said"))
    return said._replace(label=cell.text(m.one("label")))


def reduced(cell: Cell, m: Match) -> tuple[Quantity, Quantity]:
    """Return a base, and the rate that it is cut by: 140件発生した障害の10%減."""
    base = Quantity(value_of(cell, m.one("n")), unit_of(cell, m.one("unit")))
    return base, Quantity(value_of(cell, m.one("rate")), unit_of(cell, m.one("of_rate")))


def reduced_both(_cell: Cell, _m: Match) -> None:
    """Return nothing for a rate of two bases, which says of neither: 140件と150件の10%減."""


def listed(cell: Cell, m: Match) -> tuple[str, Quantity]:
    """Return a part of a breakdown, with its label."""
    label = m.one("label")
    value = Quantity(value_of(cell, m.one("n")), unit_of(cell, m.one("unit")))
    return label_of(cell, items_of(label)), value


def breakdown(cell: Cell, m: Match) -> list[tuple[str, Quantity]]:
    """Return the parts of a breakdown, each with its label."""
    return [do(cell, each) for each in m.all("part")]


def not_set(_cell: Cell, _m: Match) -> list[Said]:
    return [Said(missing=Missing.NOT_SET)]


def two_counts(cell: Cell, m: Match) -> list[Said]:
    """Return two values that their counters tell apart: 21社31人."""
    found = [do(cell, each) for each in m.all("count")]
    often = m.one("each")
    if often is not None:  # 年10回、延べ500人
        per = basis_of(cell.text(often))
        found[0] = found[0]._replace(quantity=attrs.evolve(found[0].quantity, per=per))
    units = [each.quantity.unit for each in found]
    if len({scale_of(each).base for each in units}) < len(units):
        raise cell.fault("several-numbers", items_of(m.all("count")[1])[0])
    tail = around(cell, m.all("tail"))
    if tail.benchmarks:
        raise cell.fault("several-numbers", m.one("tail"))
    frame = with_when(cell, Said(period=tail.period, status=tail.status), m)
    return [
        each._replace(label=each.label or unit, period=frame.period, status=frame.status)
        for each, unit in zip(found, units, strict=True)
    ]


def conditions(cell: Cell, m: Match) -> list[Said]:
    found = [do(cell, each) for each in m.all("part")]
    if any(each.period for each in found):
        raise cell.fault("two-periods", items_of(m)[0], items_of(m)[-1])
    joined = Said(rule=AllOf([RulePart(each.label, rule_of(each)) for each in found]))
    return [with_when(cell, with_around(cell, joined, m.all("tail")), m)]


# -- words ----------------------------------------------------------------------------------------


def outcome(cell: Cell, m: Match) -> list[Said]:
    period = when_of(cell, m.all("when")) or around(cell, m.all("tail")).period
    return [Said(rule=Qualitative(cell.original()), period=period)]


def outcome_under_way(cell: Cell, m: Match) -> list[Said]:
    """Return that something is being done: 整備中."""
    if cell.text(m.one("going")) != "中":
        raise cell.fault("no-form", m.one("going"))
    return outcome(cell, m)


def _direction_of(way: Item) -> Direction | None:
    return Direction.LOWER if way.kind == "nearly" else way_of(way, "")


#: Which way words may lead.
_WAYS: Final = frozenset(("up", "down", "better", "worse"))


def outcome_way(cell: Cell, m: Match) -> list[Said]:
    texts = [each for each in m.all("text") if isinstance(each, Item) and each.kind in _WAYS]
    ways = [*texts, m.one("way")]
    directions = {_direction_of(each) for each in ways}
    direction = directions.pop() if len(directions) == 1 else None
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


#: What marks stand for.
_MARKS: Final = {"dash": Missing.NONE, "dots": Missing.NOT_PUBLISHED}


def nothing(cell: Cell, m: Match) -> list[Said]:
    """Return why there is no value."""
    why, *others = dict.fromkeys(why_none(cell, item) for item in m.all("none"))
    if others:
        raise cell.fault("part-without-number", m.all("none")[-1])
    if why is Missing.PENDING:  # a date beside it may be that of the value, or when it comes
        return [Said(missing=why)]
    period = when_of(cell, m.all("when")) or around(cell, m.all("tail")).period
    return [Said(missing=why, period=period)]


def nothing_of(cell: Cell, m: Match) -> list[Said]:
    """Return that something was not looked at; 事故なし is an outcome, and no lack of a value."""
    (said,) = nothing(cell, m)
    if said.missing is Missing.NONE:
        raise cell.fault("no-form", m.one("none"))
    return [said]


def none_zero(cell: Cell, m: Match) -> list[Said]:
    """Return the number that says that there is none: なし（0件）."""
    value = quantity(do(cell, m.one("value").match))
    if not value.is_point or value.value:
        raise cell.fault("value-in-brackets", m.one("value"))
    return [Said(value)]


def why_none(cell: Cell, item: Item) -> Missing:
    """Return why a word or a mark stands for no value."""
    word = cell.text(item)
    return cell.vocabulary.missing.get(word) or _MARKS.get(item.kind) or cell.why_missing(word)


def nothing_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return why there is no value, in brackets: （集計中）."""
    word = m.one("none").match.one("why")
    if word is None or word.kind != "missing":
        raise cell.fault("no-form", m.one("none"))
    return [Said(missing=cell.why_missing(cell.text(word)))]


def date_alone(cell: Cell, m: Match) -> list[Said]:
    """Return a date by itself: a deadline, or when a value will be known."""
    period = cell.period(m.one("when"))
    if cell.is_target:
        return [Said(rule=Qualitative(cell.original()), period=period)]
    if _is_to_come(period, cell.context.column):
        return [Said(missing=Missing.PENDING, due=period)]
    return [Said(rule=Qualitative(cell.original()))]


def _is_to_come(period: Period, column: Period | None) -> bool:
    """Return whether a date by itself says when a value will be known.

    It does if it comes after all days of its column; where there is none, a month or a year does,
    and a day does not.
    """
    if column is None:
        return not isinstance(period, Date)
    return period.start > column.end


def date_bracket(cell: Cell, m: Match) -> list[Said]:
    return [Said(missing=Missing.PENDING, due=when_of(cell, m.all("when")))]


def to_come(cell: Cell, m: Match) -> list[Said]:
    """Return that a value is still to come: R8調査, R8.10月頃公表."""
    for item in m.all("status"):
        if item.kind == "missing" and cell.why_missing(cell.text(item)) is not Missing.PENDING:
            raise cell.fault("no-form", item)
    return [Said(missing=Missing.PENDING)]


def counted(cell: Cell, m: Match) -> Said:
    statistic = m.one("statistic")
    said = "" if statistic is None else statistic_of(cell.text(statistic))
    value = with_statistic(Quantity(value_of(cell, m.one("n")), unit_of(cell, m.one("unit"))), said)
    place = m.one("place")
    return Said(value, label="" if place is None else cell.text(place))


def shared(cell: Cell, m: Match) -> Said:
    amount = share(cell, m)
    return Said(Quantity(amount.lower, amount.unit, per=amount.per))


def pointing(cell: Cell, m: Match) -> list[Said]:
    """Return the way that an arrow points: ↑."""
    way = Direction.HIGHER if m.one("way").kind == "upward" else Direction.LOWER
    return [Said(rule=Qualitative(cell.original(), direction=way))]


def absent(cell: Cell, m: Match) -> Said:
    """Return why a part has no value."""
    item = m.one("none")
    if cell.is_before_digit(item):
        raise cell.fault("no-form", item)
    return Said(missing=why_none(cell, item))


def done(cell: Cell, m: Match) -> Said:
    """Return the outcome that a part has in words, and the way it names."""
    way = m.one("way")
    direction = None if way is None else way_of(way, "")
    return Said(rule=Qualitative(cell.stretch(items_of(m)), direction=direction))


def with_brackets(cell: Cell, m: Match) -> list[Said]:
    """Return a value and a second one in brackets: 63件(19件)."""
    first = do(cell, m.one("part"))
    label = m.one("label")
    if label is not None:
        first = first._replace(label=label_of(cell, items_of(label)))
    seconds = _seconds(cell, m.one("value"))
    values = [each.quantity for each in seconds if each.quantity is not None]
    meaning = next((each.match for each in m.all("tail") if each.kind == "g_meaning"), None)
    if meaning is not None:
        whose = Benchmark(cell.text(meaning.one("whose")), values[0])
        return [with_when(cell, first, m)._replace(benchmarks=(whose,))]
    has_unit = first.quantity is not None and first.quantity.unit
    if has_unit and not all(each.unit for each in values):
        raise cell.fault("value-in-brackets", m.one("value"))
    found = around(cell, m.all("tail"))
    first = with_when(cell, first._replace(period=first.period or found.period), m)
    if not first.label and first.quantity is not None and any(each.label for each in seconds):
        first = first._replace(label=first.quantity.statistic)
    named = [each._replace(label=each.label or IN_BRACKETS) for each in seconds]
    return [
        of_statistic(each, found.statistic)._replace(period=first.period)
        for each in (first, *named)
    ]


def unwrapped(cell: Cell, m: Match) -> list[Said]:
    """Return the value of a cell that is one bracket."""
    found = around(cell, m.all("tail"))
    fields = do(cell, m.one("whole").match)
    if not fields["unit"]:
        raise cell.fault("value-in-brackets", m.one("whole"))
    return [Said(quantity(fields), period=found.period, status=found.status)]


def nearly_zero(cell: Cell, _m: Match) -> Said:
    return Said(rule=Qualitative(cell.original(), direction=Direction.LOWER))


def not_worse(_cell: Cell, m: Match) -> Said:
    """Return 維持・向上, 横ばい又は低下: not worse."""
    way = m.one("way")
    return Said(rule=Maintain(direction=way_of(way, "")))


def elsewhere(cell: Cell, m: Match) -> Said:
    name = cell.stretch([each for each in items_of(m) if each.start < m.one("elsewhere").start])
    return Said(rule=DefinedElsewhere(name.strip("「」 ").replace(" ", "")))


def unset_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return that there is no target, where a bracket says so: 指標（目標値なし）."""
    group = m.one("why")
    inner = group.match
    word = None if inner is None else inner.one("why")
    if inner is None or word is None or (word.kind != "unset" and inner.one("goal") is None):
        raise cell.fault("no-form", group)
    return [Said(rule=Unset(cell.original()))]


def unset(cell: Cell, m: Match) -> Said:
    note = m.one("note")
    said = cell.text(note)[1:-1] if note is not None else ""
    return Said(rule=Exploratory(said) if "探索" in said else Unset(said))


# -- from statements to values --------------------------------------------------------------------


def check_with_row(cell: Cell, said: Sequence[Said]) -> None:
    """Refuse how often something is to be done in a row of shares: it is a condition on people."""
    like = cell.context.like
    unit = cell.context.unit or ("" if like is None else like.unit)
    if not is_ratio(unit):
        return
    for each in said:
        value = each.quantity
        if value is not None and value.unit and value.per and not is_ratio(value.unit):
            raise Fault("not-of-the-row", 0, len(cell.spans), unit)


def rule_of(said: Said) -> Rule:
    """Return the rule that a statement of a target is."""
    if said.rule is not None:
        return said.rule
    value = said.quantity
    if value is None:
        return Unset()
    if said.keep:
        return Maintain(value, direction=said.way)
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
    by = Quantity(
        value.lower, value.unit, per=value.per, statistic=value.statistic, margin=value.margin
    )
    if value.lower != value.upper and value.upper is not None:
        return Between(value)
    strict = value.lower is not None and not value.lower_closed
    kind = IncreaseBy if value.change is Change.INCREASE else ReduceBy
    return kind(by, strict=strict, base=said.base, reference=bare_base(said.reference))


def observation_of(cell: Cell, said: Said, column: Period | None) -> Observation:
    """Return what a statement of an actual says was observed."""
    if said.missing is not None:
        return Observation(said.period or column, missing=said.missing)
    if isinstance(said.rule, Qualitative):
        return Observation(said.period or column, outcome=said.rule.outcome)
    if said.rule is not None or said.keep or said.way is not None:
        raise Fault("second-statement", 0, len(cell.spans))
    first, *others = said.benchmarks or (None,)
    return Observation(
        said.period or column,
        said.quantity,
        status=said.status,
        benchmark=first,
        other_benchmarks=tuple(others),
    )
