"""What stands around a statement: brackets, notes, periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from kpikit.cell._amounts import (
    basis_of,
    bounded,
    is_of_each_time,
    may_be_a_change,
    point,
    statistic_of,
    unit_of,
    value_of,
    with_words,
)
from kpikit.cell._cell import Amount, Cell, Said, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._periods import years_of
from kpikit.language.lexicon import (
    COUNTERS,
    DIMENSIONS,
    EACH,
    HIDDEN,
    ONES,
    OTHER_GOALS,
    STEPS,
    YEAR_TO_DAY,
)
from kpikit.language.statistic import MEANS, YEARLY
from kpikit.language.units import TIMES
from kpikit.language.years import INSTANTS
from kpikit.model.observation import Benchmark, Status
from kpikit.model.period import Period, Span
from kpikit.model.quantity import EXACT, Change
from kpikit.model.unit import is_multiple, is_ratio, scale_of, years_counted

if TYPE_CHECKING:
    from fractions import Fraction

_STATUSES: Final = {
    "forecast": Status.FORECAST,
    "provisional": Status.PROVISIONAL,
    "aside": Status.PROVISIONAL,
}


def status_of(items: Sequence[Item]) -> Status:
    """Return how firm a value is by the words beside it."""
    for item in items:
        if item.match is not None:
            return status_of(item.match.all("status"))
        if item.kind in _STATUSES:
            return _STATUSES[item.kind]
    return Status.FINAL


def firmer(status: Status, other: Status) -> Status:
    """Return how firm a value is by the first of two that says so."""
    return other if status is Status.FINAL else status


def when_of(cell: Cell, items: Sequence[Item]) -> Period | None:
    """Return the period of some items, ``None`` if it names none."""
    found: Period | None = None
    for item in items:
        if item.kind == "day":
            if any(each.kind == "period" and each.start == item.end + 1 for each in items):
                raise cell.fault("two-periods", item)  # 4月・2019年度
            cell.note_words("day-without-year", item)
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
    #: Whether that is each time: 毎年度.
    is_each_time: bool = False
    #: Over how many years it is counted.
    over: str = ""
    reference: str = ""
    benchmarks: tuple[Benchmark, ...] = ()
    keeps: bool = False
    #: Why there is none: of nothing that was counted.
    reason: Item | None = None


_NOTHING: Final = Around()
#: Kinds of what says over how many years something is counted.
_COUNTED_OVER: Final = frozenset({"num", "one", "span", "year"})


def around(cell: Cell, tail: Sequence[Item]) -> Around:
    """Return what the brackets behind a statement say."""
    found = _NOTHING
    for group in tail:
        of_group = _OF_GROUPS.get(group.kind)
        if of_group is not None and group.match is not None:
            found = of_group(cell, found, group, group.match)
    return found


def _when(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    own = when_of(cell, inner.all("when"))
    if found is _NOTHING and len(inner.parts) == 1:
        return Around(own)  # as most are
    often = [cell.text(each) for each in inner.all("years") if each.kind == "each"]
    for years in inner.all("years"):
        if years.kind != "each":
            _check_length(cell, own, years)
    if often:  # 令和8年度まで毎年度, but no stray 年
        if len(cell.text(inner.one("years"))) == 1:
            raise cell.fault("no-form", group)
        return _each(found._replace(period=own), often[0])
    for gloss in inner.all("g_period"):  # R4年(R5.3卒)
        if when_of(cell, [gloss]) != own:
            cell.note_words("words-beside-period", gloss)
    if own is not None and found.period is not None and own != found.period:
        raise cell.fault("two-periods", group)
    words = [*inner.all("statistic"), *inner.all("status")]
    said = [statistic_of(cell.text(each)) for each in words if each.kind == "statistic"]
    return found._replace(
        period=found.period or own,
        status=firmer(found.status, status_of(inner.all("status"))),
        statistic=found.statistic or "".join(said[:1]),
    )


def _check_length(cell: Cell, period: Period | None, years: Item) -> None:
    """Refuse a span of other years than are told of it: R5～9の3か年平均."""
    number = years if years.match is None else years.match.one("n")
    if isinstance(period, Span) and value_of(cell, number) != years_of(period):
        raise cell.fault("two-periods", years)


def _statistic(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    word = statistic_of(cell.text(inner.one("statistic")))
    years = [*inner.all("n"), *inner.all("year"), *inner.all("span"), *inner.all("month")]
    basis = basis_of(cell.text(years)) if len(years) > 1 else ""  # 4年間累計
    return found._replace(statistic=found.statistic or word, basis=found.basis or basis)


def _status(_cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    return found._replace(status=status_of(inner.all("status")))


def _basis(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    said = [statistic_of(cell.text(each)) for each in inner.all("statistic")]
    if inner.one("basis") is None:
        return _each(found, cell.text(inner))
    return found._replace(
        basis=found.basis or do(cell, inner), statistic=found.statistic or "".join(said)
    )


def _each(found: Around, words: str) -> Around:
    """Return what is said of a value with the words that it is counted by time: 毎年度."""
    is_each_time = found.is_each_time if found.basis else is_of_each_time(words)
    return found._replace(basis=found.basis or basis_of(words), is_each_time=is_each_time)


def _span(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    """Take what something is counted over for its basis: 100件（5年間）."""
    return found._replace(over=found.over or years_over(cell, inner))


def counted_over(cell: Cell, said: Said, years: str) -> Said:
    """Return a statement whose number is a count over several years: no change, and no share.

    What is to grow to a number is a level: 5年間で1万人に増やす.
    """
    amount = said.amount
    if amount is None or amount.per or amount.change is not Change.LEVEL or amount.sign:
        return said
    beside = cell.context.counted_in
    unit = amount.unit or ("" if beside is None or beside.per else beside.unit)
    if said.way is not None or not unit or is_ratio(unit):
        return said
    return said._replace(amount=amount._replace(per=years))


def years_over(cell: Cell, m: Match) -> str:
    """Return over how many years something is counted, as 5年間; ``""`` where it is not several.

    The last five years are no term of a plan: 過去5年.
    """
    kinds = {each.kind for each in items_of(m)}
    words = cell.text([each for each in items_of(m) if each.kind in _COUNTED_OVER])
    return words if "lately" not in kinds and years_counted(words) > 1 else ""


def _base(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    return found._replace(reference=found.reference or do(cell, inner))


def _benchmarks(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    for each in inner.all("part") or [inner]:
        if cell.is_target:
            cell.note_words("benchmark-in-target", group)
        found = found._replace(benchmarks=(*found.benchmarks, do(cell, each)))
    return found


#: What ends the time at which a value was seen: 平成27年12月現在.
_SEEN: Final = tuple(INSTANTS.split())


def _was(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    """Take note of the value that there was: 30時間以内（R5実績38時間）.

    Raises:
        Fault: It may be a second target: 15%（R4:12%）.
    """
    firm = {item.kind for item in inner.all("status")}
    is_seen = not firm.isdisjoint(("actual", "forecast", "provisional", "firm"))
    is_seen = is_seen or any(cell.text(each).endswith(_SEEN) for each in inner.all("when"))
    if cell.is_target and not is_seen:
        raise cell.fault("value-in-brackets", group)
    cell.note_words("starting-value", group)
    return found


def _beside(cell: Cell, found: Around, group: Item, _inner: Match) -> Around:
    """Take note of a value of another time or another kind: （参考：R5 1,024人）, （全国4位）."""
    cell.note_words("value-beside", group)
    return found


def _without_era(cell: Cell, found: Around, group: Item, _inner: Match) -> Around:
    cell.note_words("period-without-era", group)
    return found


def _role(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    """Take note that a value is one to start from: 500人（基準値:R3）."""
    if inner.one("now") is not None:
        cell.note_words("starting-value", group)
    return found._replace(period=found.period or when_of(cell, inner.all("when")))


def _keeps(_cell: Cell, found: Around, _group: Item, _inner: Match) -> Around:
    return found._replace(keeps=True)


def _reason(_cell: Cell, found: Around, group: Item, _inner: Match) -> Around:
    return found._replace(reason=group)


def _scope(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    """Refuse a unit with its bound that stands apart from its number: 3(回以上)."""
    if any(cell.text(each) in COUNTERS.split() for each in inner.all("rank")):
        raise cell.fault("no-form", group)
    return found


def _several(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    """Return what the parts of a bracket say that commas part: 令和7年度末、住宅."""
    for part in inner.all("part"):
        of_part = _OF_GROUPS.get(part.row.name)
        found = found if of_part is None else of_part(cell, found, group, part)
    return found


#: What each kind of bracket adds.
_OF_GROUPS: Final[dict[str, Callable[[Cell, Around, Item, Match], Around]]] = {
    "g_period": _when,
    "g_statistic": _statistic,
    "g_status": _status,
    "g_basis": _basis,
    "g_span": _span,
    "g_base": _base,
    "g_benchmark": _benchmarks,
    "g_benchmarks": _benchmarks,
    "g_noera": _without_era,
    "g_keep": _keeps,
    "g_was": _was,
    "g_aside": _beside,
    "g_change": _beside,
    "g_rank": _beside,
    "g_role": _role,
    "g_reason": _reason,
    "g_several": _several,
    "g_scope": _scope,
}


def with_around(cell: Cell, said: Said, tail: Sequence[Item]) -> Said:
    """Return a statement with what the brackets behind it say."""
    found, amount = around(cell, tail), said.amount
    if found.benchmarks and amount is None:
        raise cell.fault("second-statement", tail)
    _check_conditions(cell, amount, tail)
    if found is _NOTHING:
        return said
    _check_reason(cell, said, found)
    if amount is not None:
        _check_agrees(cell, amount, found, tail)
        if found.statistic and amount.statistic in ("", YEARLY, found.statistic[1:]):
            amount = amount.of_statistic(found.statistic)
        is_each_time = found.is_each_time if found.basis else amount.is_each_time
        per = _fuller(amount.per, found.basis)
        amount = amount._replace(per=per, is_each_time=is_each_time)
    if found.reference and said.reference not in ("", found.reference):
        raise cell.fault("reference-not-understood", tail)
    if found.reference:
        amount = _with_base(cell, amount, found.reference, tail)
    said = said._replace(
        amount=amount,
        reference=found.reference or said.reference,
        period=_period_of(cell, said.period, found.period, tail),
        status=firmer(said.status, found.status),
        benchmarks=said.benchmarks + found.benchmarks,
        keep=said.keep or found.keeps,
    )
    return counted_over(cell, said, found.over)


def with_around_each(cell: Cell, found: Sequence[Said], tail: Sequence[Item]) -> list[Said]:
    """Return values with what the brackets behind all of them say, which is noted once."""
    made: list[Said] = []
    noted = len(cell.notes)
    for each in found:
        del cell.notes[noted:]
        made.append(with_around(cell, each, tail))
    return made


def _check_agrees(cell: Cell, amount: Amount, found: Around, tail: Sequence[Item]) -> None:
    """Refuse a bracket by which a value is for one of something else than it says itself.

    Raises:
        Fault: It is: 12件/年（1人当たり）; or one is a mean and one a sum: 月平均12件（累計）.
    """
    told = {amount.statistic, found.statistic} - {"", YEARLY}
    shorter, longer = sorted((amount.per, found.basis), key=len)  # 人口10万, 人口10万人
    if shorter not in longer or len({*map(_is_mean, told)}) > 1:
        raise cell.fault("second-statement", tail)


def _fuller(own: str, other: str) -> str:
    """Return what a value is for one of, by the longer word: 年12件（1人1年当たり）.

    月12件（1か月当たり） says the same of it, and no more.
    """
    return own if own and (other in _ONE_TIME or len(other) < len(own)) else other


#: A time with the number that it is one of: 1年, 1か月.
_ONE_TIME: Final = frozenset(
    one + time for one in ONES for time in (*YEAR_TO_DAY, *DIMENSIONS["month"].split())
)


def _is_mean(statistic: str) -> bool:
    """Whether a statistic is a mean, be it for each of something: 平均, 月平均."""
    return not MEANS.isdisjoint((statistic, statistic[1:]))


def _check_reason(cell: Cell, said: Said, found: Around) -> None:
    """Refuse a value beside which it is told why there is none.

    Raises:
        Fault: It is not zero, nor too small to be told, nor of a time before.
    """
    amount, reason = said.amount, found.reason
    if reason is None or (amount is not None and amount.is_zero):
        return
    if not (_is_of_then(cell, said, found) or _is_hidden(cell, amount, reason)):
        raise cell.fault("no-form", reason)


def _is_of_then(cell: Cell, said: Said, found: Around) -> bool:
    """Whether a bracket tells of another time than that of the value: 12件(R4)※R5は集計中."""
    assert found.reason is not None  # noqa: S101 - it was told
    items = [each for each in items_of(found.reason.match) if each.kind == "period"]
    own = said.period or found.period
    others = [cell.period(each) for each in items]
    return own is not None and others != [] and all(each.start > own.end for each in others)


def _check_conditions(cell: Cell, amount: Amount | None, tail: Sequence[Item]) -> None:
    """Refuse a bracket that contradicts a number, or a condition that may be a second bound.

    Raises:
        Fault: Another number comes about in it; a bound is beside no share: 30日（20日以上）; a
            number of another time has no unit beside one that has: 80%（前年度85.0）.
    """
    for group in tail:
        if group.kind in _WORKED_OUT:
            _check_worked_out(cell, amount, group)
        elif group.kind == "g_bound" and not _is_share(amount):
            raise cell.fault("second-statement", tail)
        elif _is_second(cell, amount, group):
            raise cell.fault("value-in-brackets", group)


def _is_second(cell: Cell, amount: Amount | None, group: Item) -> bool:
    """Whether a bracket has a number that may be a value as well: one of another time, too."""
    if group.kind == "g_remark":
        return _is_counted_alike(cell, amount, group.match)
    is_bare = group.match is not None and "bare" in group.match.parts
    return group.kind == "g_change" and is_bare and (amount is None or bool(amount.unit))


def _is_counted_alike(cell: Cell, amount: Amount | None, remark: Match | None) -> bool:
    """Whether a number of a remark is in the unit of the value, so that both may be one: 80%."""
    if amount is None or remark is None or "n" not in remark.parts:
        return False
    bases = {scale_of(unit_of(cell, each)).base for each in remark.all("unit")}
    return not bases or scale_of(amount.unit).base in bases


def _is_share(amount: Amount | None) -> bool:
    return amount is not None and amount.change is Change.LEVEL and is_ratio(amount.unit)


#: Brackets that say how a number comes about.
_WORKED_OUT: Final = frozenset(("g_course", "g_product"))


def _check_worked_out(cell: Cell, amount: Amount | None, group: Item) -> None:
    """Refuse a bracket in which another number comes about: 倍増（2人→5人）, 150戸（40戸×5年）."""
    assert group.match is not None  # noqa: S101 - it is no bracket of words
    found = do(cell, group.match)
    is_so = amount is not None and (
        _is_made(amount, found) if isinstance(found, Amount) else _is_course_of(amount, *found)
    )
    if not is_so:
        raise cell.fault("value-in-brackets", group)


def _is_made(amount: Amount, found: Amount) -> bool:
    """Whether a number or the end of a bound is what a bracket makes, to the last digit."""
    end = amount.upper if amount.lower is None else amount.lower
    size = found.upper if found.lower is None else found.lower
    is_of_kind = found.is_point or (found.lower is None) == (amount.lower is None)
    point = amount._replace(lower=end, upper=end)
    return is_of_kind and _is_within(_in_base(size, found.unit or amount.unit), point)


def is_made_of(amount: Amount, count: Decimal, whole: Decimal) -> bool:
    """Return whether a share is that of a count in its whole, rounded or cut at the last digit."""
    number = amount.lower if amount.is_point else None
    if number is None or not (whole and is_ratio(amount.unit)):
        return False
    last = Decimal(1).scaleb(int(number.as_tuple().exponent))
    share = 100 * _in_base(count) / _in_base(whole)
    return abs(share - _in_base(number, amount.unit)) < _in_base(last, amount.unit)


def _is_course_of(amount: Amount, before: Amount, after: Amount) -> bool:
    """Whether a course is a change, or leads to a level, to the last digit that is written."""
    start, end = (_in_base(each.lower, each.unit or after.unit) for each in (before, after))
    if amount.change is Change.LEVEL:
        sizes = [end / start if amount.unit == TIMES and start else end]
    else:
        change = end - start if amount.change is Change.INCREASE else start - end
        sizes = [change] if scale_of(amount.unit).base == scale_of(after.unit).base else []
        sizes += [100 * change / start] if is_ratio(amount.unit) and start else []
    return any(_is_within(size, amount) for size in sizes)


def _in_base(value: Decimal | None, unit: str = "") -> Fraction:
    """Return a number in the base unit of its dimension."""
    from fractions import Fraction  # only brackets that tell a change pay for it

    scale = scale_of(unit)
    return Fraction(value or 0) * Fraction(scale.numerator) / Fraction(scale.denominator)


def _is_within(size: Fraction, amount: Amount) -> bool:
    """Whether a number in base units is one of an amount, but for what rounding does."""
    ends = [end for end in (amount.lower, amount.upper) if end is not None]
    least = max(int(end.as_tuple().exponent) for end in ends)
    off = _in_base(Decimal(1).scaleb(least), amount.unit) / 2
    is_low = amount.lower is not None and size < _in_base(amount.lower, amount.unit) - off
    is_high = amount.upper is not None and size > _in_base(amount.upper, amount.unit) + off
    return not (is_low or is_high)


def _is_hidden(cell: Cell, amount: Amount | None, reason: Item) -> bool:
    """Whether so few were seen that their number is not told: 10人未満（非公表）."""
    is_few = not cell.is_target and amount is not None and amount.lower is None
    return is_few and cell.inside(reason) in HIDDEN.split()


def _with_base(cell: Cell, amount: Amount | None, reference: str, tail: Sequence[Item]) -> Amount:
    """Return a number whose change is counted from what a bracket names."""
    if amount is None:
        raise cell.fault("reference-not-understood", tail[0])
    if amount.change is not Change.LEVEL:
        return amount
    if any(each.kind == "g_base" and each.match and each.match.one("now") for each in tail):
        raise cell.fault("reference-not-understood", tail[0])  # 80%（基準:R3）
    if amount.is_point and amount.lower is not None and amount.lower < 0:
        return Amount(amount.lower, amount.lower, amount.unit).changed(Change.DECREASE)
    if amount.is_point and amount.sign == "plus" and is_ratio(amount.unit):
        return amount.changed(Change.INCREASE)
    is_sure = not (amount.is_point and may_be_a_change(amount.lower, amount.unit))
    if not (is_multiple(amount.unit) and is_sure) or (amount.per and not cell.is_target):
        raise cell.fault("reference-not-understood", tail[0])
    return amount if cell.is_target else amount._replace(per=reference)


def _period_of(
    cell: Cell, own: Period | None, other: Period | None, where: Sequence[Item]
) -> Period | None:
    """Return the longer of two periods, of which the other is a part that it tells too.

    R7 is told by R3～R7, and R6 by a day of R6: what is left out must be no other year.

    Raises:
        Fault: They are two.
    """
    if own is None or other is None or own == other:
        return own or other
    short, long = sorted((own, other), key=lambda each: each.end - each.start)
    within = long.start <= short.start and short.end <= long.end
    spans = isinstance(short, Span) and isinstance(long, Span)
    told = short.end == long.end or short.start.year == long.start.year
    if not within or not told or spans:
        raise cell.fault("two-periods", where)
    return long


def with_when(cell: Cell, said: Said, m: Match) -> Said:
    """Return a statement with the period that stands before it."""
    status = status_of(m.all("status"))
    when = m.all("when")
    if not when:
        return said._replace(status=status) if "status" in m.parts else said
    is_signed = said.amount is not None and said.amount.sign == "plus"
    if cell.is_target and is_signed and any(each.kind == "actual" for each in m.all("status")):
        raise cell.fault("no-form", m.all("status"))  # R6実績値+3ポイント: of which it is counted
    period = _period_of(cell, said.period, when_of(cell, when), when[:1])
    words = [cell.text(each) for each in m.all("statistic") if each.kind == "statistic"]
    if words:
        said = of_statistic(said, statistic_of(words[0]))
    return said._replace(period=period, status=firmer(said.status, status))


def of_statistic(said: Said, statistic: str) -> Said:
    """Return a value with the statistic that stands behind it, if it has none of its own."""
    if said.amount is None or said.amount.statistic or not statistic:
        return said
    return said._replace(amount=said.amount.of_statistic(statistic))


# -- brackets -------------------------------------------------------------------------------------


def in_brackets(_cell: Cell, _m: Match) -> None:
    return None


def bracket_basis(cell: Cell, m: Match) -> str:
    found = m.one("basis")
    return do(cell, found) if found is not None else basis_of(cell.text(m))


def bracket_base(cell: Cell, m: Match) -> str:
    ref = m.one("ref")
    return bare_base(cell.text(m.one("period")) if ref is None else do(cell, ref)[0])


def bare_base(name: str) -> str:
    return name.removeprefix("対")


def bracket_benchmark(cell: Cell, m: Match) -> Benchmark:
    whose, unit, bound = m.one("whose"), m.one("unit"), m.all("bound")
    period = when_of(cell, m.all("when"))
    value = bounded(cell, point(cell, m), bound).quantity()
    if m.one("goal") is not None:
        return Benchmark(cell.text([*m.all("whose"), m.one("goal")]), value, period)
    if (
        unit is not None
        and (cell.is_target or whose.kind != "average")
        and unit.kind not in ("pct", "times", "year", "age")
        and unit_of(cell, unit) != "点"
    ):
        raise cell.fault("value-in-brackets", whose)
    return Benchmark(cell.text(whose), value, period)


def bracket_value(cell: Cell, m: Match) -> Amount:
    """Return a second value that is named in its bracket."""
    label = m.one("label")
    is_word = len(label_of(cell, label)) > 1 and items_of(label)[0].kind == "missing"
    if is_word or label_of(cell, label).startswith(EACH):  # 12か所（各校1か所）: no second value
        raise cell.fault("value-in-brackets", label)
    amount: Amount = do(cell, m.one("level"))
    for each in items_of(label):
        if each.kind == "statistic":
            amount = amount.of_statistic(statistic_of(cell.text(each)))
    return amount._replace(label=label_of(cell, label))


def bracket_goal(cell: Cell, m: Match) -> Amount:
    """Return a further target beside that of the row: 80%（中間目標60%）.

    Raises:
        Fault: It may be that of the row: 80%（目標値60%）.
    """
    if cell.text(m.one("goal")) not in OTHER_GOALS:
        raise cell.fault("value-in-brackets", m)
    amount: Amount = do(cell, m.one("level"))
    return amount._replace(label=label_of(cell, [*m.all("when"), m.one("goal"), *m.all("said")]))


def course(cell: Cell, m: Match) -> tuple[Amount, Amount]:
    """Return where a value comes from and where it is to come to: 4,000t→3,200t."""
    before, after = (do(cell, each) for each in m.all("level"))
    is_of_one = not before.unit or scale_of(before.unit).base == scale_of(after.unit).base
    if not (before.is_point and after.is_point and is_of_one) or before.sign or after.sign:
        raise cell.fault("value-in-brackets", m)
    return before, after


def product(cell: Cell, m: Match) -> Amount:
    """Return what a number makes so many times: 30戸×5年."""
    amount, times = do(cell, m.one("level")), value_of(cell, m.one("times"))
    if not amount.is_point or amount.sign:
        raise cell.fault("value-in-brackets", m)
    total = EXACT.multiply(amount.lower, times)
    return Amount(total, total, amount.unit)


def restated(cell: Cell, m: Match) -> Amount:
    """Return a value that a bracket says again in two units: 10.2分（10分12秒）."""
    amount: Amount = do(cell, m.one("level"))
    return amount


def rate_of(cell: Cell, m: Match) -> Amount:
    """Return what a rate of a number makes: 450万円の5割以上."""
    whole: Amount = do(cell, m.one("whole"))
    rate: Amount = do(cell, m.one("rate"))
    if not (whole.is_point and is_ratio(rate.unit)) or is_ratio(whole.unit) or rate.sign:
        raise cell.fault("value-in-brackets", m)
    assert whole.lower is not None  # noqa: S101 - a point has two ends
    size = EXACT.divide(EXACT.multiply(whole.lower, scale_of(rate.unit).numerator), Decimal(100))
    ends = [None if end is None else EXACT.multiply(size, end) for end in (rate.lower, rate.upper)]
    return rate._replace(lower=ends[0], upper=ends[1], unit=whole.unit)


def bracket_often(cell: Cell, m: Match) -> Amount:
    """Return the number in a bracket that is for each of a time, which names it: 毎年500人."""
    return with_words(cell, point(cell, m), m)._replace(label=cell.text(m.one("each")))


def bracket_basis_number(cell: Cell, m: Match) -> Amount:
    """Return the number in a bracket that what it is counted by names: 1人当たり4.7冊."""
    return with_words(cell, point(cell, m), m)._replace(label=cell.text(m.one("basis")))


def bracket_number(cell: Cell, m: Match) -> Amount:
    """Return the number in a bracket, which its statistic names: 累計421人."""
    label = "".join([cell.text(each) for each in m.all("each")])
    if any(cell.text(each)[1:2].isdecimal() for each in m.all("stroke")):  # 1人/1人
        raise cell.fault("value-in-brackets", m)
    label += "".join([statistic_of(cell.text(each)) for each in m.all("statistic")])
    amount = with_words(cell, point(cell, m), m)
    if amount.unit == STEPS:  # 4.2（5段階）
        raise cell.fault("value-in-brackets", m)
    if m.one("sign") is not None and amount.lower:
        amount = amount._replace(lower=-amount.lower, upper=-amount.lower)
    return amount._replace(label=label) if label else amount
