"""Cells of several statements, each with its name, and what they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from kpikit.cell._amounts import basis_of, point, share, statistic_of, unit_of, value_of
from kpikit.cell._around import (
    around,
    firmer,
    is_made_of,
    of_statistic,
    status_of,
    when_of,
    with_around,
    with_around_each,
    with_when,
)
from kpikit.cell._cell import Act, Ahead, Amount, Cell, Said, act_of, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.cell._labels import (
    NOT_COUNTED,
    SURE,
    check_apart,
    is_apart,
    is_free,
    is_of,
    labelled,
    values_in,
    with_beside,
)
from kpikit.cell._single import counted_for, share_of_those
from kpikit.cell._values import rule_of
from kpikit.language.forms import is_described
from kpikit.language.lexicon import BESIDE, BRACKETED, HEAD_NOUNS, PEOPLE
from kpikit.language.pattern import pattern
from kpikit.language.periods import OF, PARTS_OF_PLANS
from kpikit.language.statistic import SUMMED
from kpikit.model import rule as rules
from kpikit.model.observation import Benchmark, Status
from kpikit.model.period import Period
from kpikit.model.quantity import Change, Quantity
from kpikit.model.unit import is_rank, is_ratio, scale_of


def labelled_often(cell: Cell, m: Match) -> Said:
    """Return the share of those who do something so often, of a part: 小学生：週3回以上60%."""
    return share_of_those(cell, labelled(cell, m), m, m.one("often"))


def parts_often(cell: Cell, m: Match) -> list[Said]:
    """Return the shares of those who do something so often: 1日60分以上 小学生40%、中学生30%."""
    return [share_of_those(cell, said, m, m.one("frame")) for said in parts(cell, m)]


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


def periods(cell: Cell, m: Match) -> list[Said]:
    """Return the values of several periods, before which they are named: 率80%（R4）、85%（R5）."""
    first, *others = found = parts(cell, m)
    match, *rest = m.all("part")
    tail = match.all("tail")
    label = match.one("label")
    if not (tail and label) or any("label" in each.parts for each in rest):
        return found
    if cell.context.name and is_apart(cell, first.label):
        cell.note("label-apart", label, first.label)
    return [first._replace(label=cell.inside(tail[0])), *others]


def marked(cell: Cell, m: Match) -> Said:
    """Return the value behind a mark: ①育成数 8,271人, and the average beside it."""
    said = labelled(cell, m)
    beside = m.one("beside")
    if beside is not None:
        said = with_beside(said, _benchmark(cell, beside, do(cell, beside)))
    mark, whose = cell.text(m.one("mark")), items_of(m.one("label"))
    is_whose = whose and all(item.kind == "whose" for item in whose)
    return said._replace(label=mark if is_whose else mark + said.label)


def bracket_part(cell: Cell, m: Match) -> Said:
    """Return the value in a bracket behind its name: 男性（82.5%）."""
    said = Said(do(cell, m.one("inner").match), label=label_of(cell, m.one("label")))
    return with_around(cell, said, m.all("tail"))


def periods_total(cell: Cell, m: Match) -> list[Said]:
    """Return the values of several periods, and their sum: R4:14件、R5:17件（計31件）.

    Raises:
        Fault: The number in the bracket is no sum of them.
    """
    found, total = periods(cell, m), do(cell, m.one("total").match)
    if not _is_sum(total, found):
        raise cell.fault("value-in-brackets", m.one("total"))
    return [*found, Said(total, label=total.statistic)]


def _is_sum(total: Amount, found: Sequence[Said]) -> bool:
    """Whether a number says of a statistic that it is the sum of others."""
    amounts = [each.amount for each in found if each.amount is not None]
    is_alike = all(each.is_point and each.unit == total.unit for each in amounts)
    ends = [each.lower for each in amounts if each.lower is not None]
    is_of_all = is_alike and len(ends) == len(found)
    return is_of_all and total.is_point and total.statistic != "" and sum(ends) == total.lower


def _is_overall(total: Amount, found: Sequence[Said]) -> bool:
    """Whether a share is that of all, which is between those of some: 男性50%、女性60%（計55%）."""
    amounts = [each.amount for each in found if each.amount is not None]
    ends = sorted([each.lower for each in amounts if each.is_point and each.lower is not None])
    is_alike = len(ends) == len(found) and is_ratio(total.unit)
    is_alike = is_alike and all(each.unit == total.unit for each in amounts)
    return is_alike and total.lower is not None and ends[0] <= total.lower <= ends[-1]


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


@Ahead
def parts(m: Match) -> Act[list[Said]]:
    """Return the statements of a cell that has several, each with its label."""
    matches, tail, when = m.all("part"), m.all("tail"), m.all("when")
    acts: list[Act[Said]] = [act_of(each) for each in matches]
    own, is_average = status_of(m.all("status")), _named_averages(matches)
    is_boxed, has_values = _is_boxed(matches[-1]), any("value" in each.parts for each in matches)
    of_labels = [each.match for each in tail if each.kind == "g_labels" and each.match is not None]
    is_own = "when" in matches[-1].parts  # 年2校ずつ整備し、R10年度までに全校整備
    has_status = "status" in matches[-1].parts  # R4実績:45件 R5見込:52件
    has_averages = any(is_average) and not all(is_average)

    def act(cell: Cell) -> list[Said]:
        found = [each(cell) for each in acts]
        found = _of_one_unit(found) if is_boxed else found
        for check in _CHECKS:
            check(cell, matches, found)
        *others, last = found
        beside = around(cell, tail)
        period, status = when_of(cell, when) or beside.period, firmer(own, beside.status)
        if period is None and not is_own and all(each.period is None for each in others):
            period = last.period
        if not has_status and all(each.status is Status.FINAL for each in others):
            status = firmer(status, last.status)
        if has_values:
            found = _with_values(cell, matches, found, tail)
        found = _of_heads(cell, matches, found)
        found = _with_total(cell, matches, found) if last.others else found
        if of_labels:
            found = _of_labels(cell, matches, found, of_labels)
        dated = [
            each._replace(period=each.period or period, status=firmer(each.status, status))
            for each in found
        ]
        return _each_apart(_with_benchmarks(cell, matches, dated) if has_averages else dated)

    return act


def _with_total(cell: Cell, matches: Sequence[Match], found: list[Said]) -> list[Said]:
    """Call the sum of all values, in a bracket behind the last, by that: 男性5人、女性3人（計8人）.

    Raises:
        Fault: It is said to be a sum, and is none of them.
    """
    *before, last = found
    total, *others = last.others
    amount = total.amount
    if others or amount is None or not amount.statistic or any(each.others for each in before):
        return found
    if _is_sum(amount, found) or _is_overall(amount, found):
        return [*before, last._replace(others=(total._replace(label=amount.statistic),))]
    if amount.statistic == SUMMED:
        raise cell.fault("value-in-brackets", matches[-1].one("value"))
    return found


def _is_headed(match: Match) -> bool:
    """Whether the label of a part begins with what those behind it are of too: 小学校:国語."""
    label = match.one("label")
    return isinstance(label, Match) and label.row.name in _HEADED


#: Labels that begin with what those behind them are of too.
_HEADED: Final = ("headed", "headed_ages", "headed_bracket")


def _of_heads(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> list[Said]:
    """Give each part what the label before it begins with: 小学校:国語72% 算数68%.

    A label that a colon stands behind is of no other: 成人:男性5% 女性3% 妊婦:0%.
    """
    head, made = "", list[Said]()
    for match, said in zip(matches, found, strict=True):
        label = match.one("label")
        if _is_headed(match):
            own = [item for each in label.all("label")[1:] for item in items_of(each)]
            head = said.label.removesuffix(label_of(cell, own))
            made.append(said)
            continue
        if label is None or is_of(label, "total") or _is_closed(match):
            head = ""
        made.append(said._replace(label=head + said.label))
    return made


def _is_closed(match: Match) -> bool:
    """Whether a colon stands behind the label of a part."""
    last = items_of(match.one("label"))[-1]
    return any(each.start >= last.end for each in match.all("colon"))


def _check_heads(cell: Cell, matches: Sequence[Match], _found: Sequence[Said]) -> None:
    """Refuse a bracket before a label that does not say of whom it is: 【新規】男性."""
    for match in matches:
        label = match.one("label")
        if is_of(label, "headed_bracket"):
            head = label.one("label")
            kinds = {each.kind for each in items_of(head.match)}
            if head.kind == "g_name" and kinds - _OF_WHOM:
                raise cell.fault("no-form", head)
    heads = [each for each in matches if is_of(each.one("label"), "headed_bracket")]
    behind = [item for each in matches for item in each.all("tail") if item.kind in _NAMES]
    if heads and behind:  # 【小学校】国語5% 算数6%【中学校】国語7%
        raise cell.fault("no-form", behind[0])


#: Brackets that may say of whom a value is, be it before or behind them.
_NAMES: Final = ("g_name", "g_label")
#: Kinds of words that say of whom a value is.
_OF_WHOM: Final = frozenset(("group", "school", "populace", "place"))


def _each_apart(found: list[Said]) -> list[Said]:
    """Return values, and those in brackets behind them, each by itself."""
    return [each for said in found for each in _apart(said)]


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


def clause(cell: Cell, m: Match) -> Said:
    """Return what a clause asks for: 職員数を維持しながら.

    Raises:
        Fault: It has no number, and what it is of is no noun of an amount: 体制を維持しつつ.
    """
    said, last, basis = labelled(cell, m), items_of(m.one("label"))[-1], m.one("basis")
    if basis is not None:  # 1人1日当たりの排出量を10%削減し
        said = counted_for(said, do(cell, basis))
    is_kept = said.amount is None and isinstance(said.rule, rules.Maintain)
    if is_kept and last.kind not in ("noun", "nouns"):
        raise cell.fault("no-form", m.one("label"))
    return said


def acted(cell: Cell, m: Match) -> list[Said]:
    """Return what the clauses of a sentence ask for: 受診率を50%以上とし、指導率を60%以上とする.

    The date that a sentence begins with is that of all its clauses, but of no further sentence.

    Raises:
        Fault: Nothing tells of what two of them are: 12%とし、15%とする. Or what is done may be of
            those who are counted: 20回以上巡回して指導した事業所数.
    """
    joined = [each.end for each in m.items if each.kind == "doing"]
    for each in m.all("part"):
        where = each.one("label")
        if (
            where is not None
            and items_of(each)[0].start in joined
            and is_described(cell.text(where))
        ):
            raise cell.fault("several-numbers", where)
    found, is_one = parts(cell, m), all(each.row.name != "then" for each in m.all("joint"))
    if is_one and all(each.period is None for each in found[1:]):
        found = [each._replace(period=found[0].period) for each in found]
    amounts = [each.amount for each in found if each.amount is not None and not each.label]
    if len(amounts) == len(found) and _are_counters(amounts):
        pairs = zip(found, amounts, strict=True)
        return [each._replace(label=amount.unit) for each, amount in pairs]
    unnamed = [each for each in found if not each.label and each.amount is not None]
    if len({(*_told(each.amount), each.period) for each in unnamed}) < len(unnamed):
        raise cell.fault("several-numbers", m.all("part")[-1])
    return found


def _told(amount: Amount | None) -> tuple[str, ...]:
    """Return what tells a number from others but for its size."""
    return () if amount is None else (amount.unit, amount.per, amount.statistic)


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
    return [counted_for(each, basis) for each in parts(cell, m)]


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
    cell.note_words("without-names", m)
    return found


def _are_counters(amounts: Sequence[Amount]) -> bool:
    """Whether values are counted in units that tell them apart: 年2回以上、100人以上."""
    bases = {scale_of(each.unit).base for each in amounts}
    return len(bases) == len(amounts) and bases.isdisjoint(NOT_COUNTED | SURE)


def _is_boxed(last: Match) -> bool:
    """Whether the number of a part has its unit in brackets behind it."""
    said = last.one("said")
    level = None if said is None else said.one("level")
    return level is not None and level.one("m").row.name == "boxed"


def _of_one_unit(found: list[Said]) -> list[Said]:
    """Give the unit in brackets behind the last of numbers to all: 東部 12／西部 8（件）."""
    amounts = [each.amount for each in found if each.amount is not None]
    if len(amounts) < len(found) or any(each.unit for each in amounts[:-1]):
        return found
    unit = amounts[-1].unit
    pairs = zip(found, amounts, strict=True)
    return [each._replace(amount=amount._replace(unit=unit)) for each, amount in pairs]


#: Kinds of words that end what they stand right behind: 3人増 会計年度任用職員.
_ENDS: Final = frozenset(("kana", "up", "down", "around"))


def _is_behind(last: Match, match: Match) -> bool:
    """Whether a part begins with the token behind the one before."""
    return items_of(last)[-1].end == items_of(match)[0].start


def _check_begun(cell: Cell, matches: Sequence[Match], _found: Sequence[Said]) -> None:
    """Refuse a grade, or the end of a word, that is taken for a label."""
    for match in matches:
        first = items_of(match)[0]
        is_end = first.kind in _ENDS and cell.is_glued(first)
        if is_end or _is_grade(cell, items_of(match)):
            raise cell.fault("no-form", first)


def _check_dimensions(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> None:
    """Refuse a value of another dimension than the one before it if no name tells of which."""
    for before, after in pairwise(zip(matches, found, strict=True)):
        if _is_apart_from(cell, *before, *after):
            raise cell.fault("several-numbers", after[0])


def _check_change(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> None:
    """Refuse a change behind the last of values that may be one of each: 電力10%、燃料5%削減.

    The name of a measure says that its own value is none: リサイクル率25%、ごみ5%削減.
    """
    pairs = zip(pairwise(matches), pairwise(found), strict=True)
    for (match, after), (last, said) in pairs:
        if last.amount is None or said.amount is None or last.label.endswith(HEAD_NOUNS):
            continue
        if is_of(after.one("label"), "reference"):  # 男性52% 全国平均3%増
            continue
        is_plain = last.amount.change is Change.LEVEL and last.amount.is_point
        is_plain = is_plain and not (last.keep or last.amount.sign)
        is_behind = said.amount.change is not Change.LEVEL and said.amount.is_point
        if is_plain and is_behind and last.amount.unit == said.amount.unit:
            raise cell.fault("several-numbers", match)


def _check_glued(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> None:
    """Refuse words right behind a value that belong to it, and what is to become of the next."""
    pairs = zip(pairwise(matches), found[1:], strict=True)
    for last, match, said in [(*pair, said) for pair, said in pairs if _is_behind(*pair)]:
        first = items_of(match)[0]
        is_named = first.kind.startswith("g_") or not cell.is_attached(first)
        if not is_named and (said.amount is None or first.kind in _DEEDS):
            raise cell.fault("no-form", first)  # 1,200人体制の維持, 相談5件実施 研修3件
        if said.amount is not None and _is_heading(last):
            raise cell.fault("several-numbers", last)


def _check_words(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> None:
    """Refuse a part that is words only where it is not told whose each is."""
    for match, said in zip(matches, found, strict=True):
        is_words = isinstance(said.rule, rules.Qualitative) or said.missing is not None
        if is_words and match.row.name != "acted_then" and not all(each.label for each in found):
            raise cell.fault("no-form", match)


def _is_heading(m: Match) -> bool:
    """Whether a part is what is to become of all that stands behind it: 不読率の改善 小5% 中10%."""
    done = m.one("said")
    return done is not None and done.row.name == "way" and "of" in m.parts


def _is_told_again(said: Said, told: Sequence[str]) -> bool:
    """Whether the statistic that a part is called by is that of another."""
    own = (said.label, "" if said.amount is None else said.amount.statistic)
    return told.count(said.label) > own.count(said.label)


def _check_totals(cell: Cell, matches: Sequence[Match], found: Sequence[Said]) -> None:
    """Refuse a statistic as the name of one of several parts that have it: 延べ5人、延べ9人."""
    told = [each.label for each in found]
    told += [each.amount.statistic for each in found if each.amount is not None]
    for match, said in zip(matches, found, strict=True):
        if is_of(match.one("label"), "total") and _is_told_again(said, told):
            raise cell.fault("several-numbers", match)


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


#: What refuses parts whose names are none, and values that hang together without a name.
_CHECKS: Final[tuple[Callable[[Cell, Sequence[Match], Sequence[Said]], None], ...]] = (
    _check_begun,
    _check_change,
    _check_dimensions,
    _check_glued,
    _check_heads,
    _check_of_whom,
    _check_totals,
    _check_words,
)


def _is_grade(cell: Cell, items: Sequence[Item]) -> bool:
    """Whether a part is no more than a school and a digit: 小5 is a grade."""
    if len(items) != 2 or items[0].kind != "school" or items[1].kind not in ("num", "one"):  # noqa: PLR2004
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
    is_unnamed = not last.label and base in NOT_COUNTED
    is_marked = first.kind == "mark" and len(said.label) > 1
    is_total = is_of(match.one("label"), "total")
    return is_total or is_attached or is_unnamed or not (base or is_marked)


def _of_labels(
    cell: Cell, matches: Sequence[Match], found: Sequence[Said], notes: Sequence[Match]
) -> list[Said]:
    """Give each value the period that a note names for its label: ※市:R4調査."""
    periods = {
        cell.text(label): cell.period(when)
        for note in notes
        for label, when in zip(note.all("label"), note.all("when"), strict=True)
    }
    pairs = zip(matches, found, strict=True)
    return [_of_label(cell, match, said, periods) for match, said in pairs]


def _of_label(cell: Cell, match: Match, said: Said, periods: Mapping[str, Period]) -> Said:
    """Return a value and those it is compared with, each of the period of its label."""
    benchmarks = [
        attrs.evolve(each, period=each.period or periods.get(each.name)) for each in said.benchmarks
    ]
    period = said.period or periods.get(label_of(cell, match.one("label")))
    return said._replace(period=period, benchmarks=tuple(benchmarks))


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
            made.append(with_beside(said, Benchmark(whose, do(cell, value.match).quantity())))
    return made


def _named_averages(matches: Sequence[Match]) -> list[bool]:
    """Return of each part whether it is named as an average."""
    return [is_of(match.one("label"), "reference") for match in matches]


def _with_benchmarks(cell: Cell, matches: list[Match], found: list[Said]) -> list[Said]:
    """Give a value that is named as an average to the value beside it."""
    kept: list[Said] = []
    ahead: list[Benchmark] = []
    for match, said, is_named in zip(matches, found, _named_averages(matches), strict=True):
        if said.amount is None:
            raise cell.fault("second-statement", match)
        if not is_named:
            kept.append(with_beside(said, *ahead))
            ahead = []
            continue
        beside = _benchmark(cell, match, said)
        if cell.is_target:
            cell.note("benchmark-in-target", match, said.label)
        if kept:
            kept[-1] = with_beside(kept[-1], beside)
        else:
            ahead.append(beside)
    return kept


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
    frame = with_when(cell, Said(), m)
    named = [
        each._replace(label=each.label or unit, period=frame.period, status=frame.status)
        for each, unit in zip(found, units, strict=True)
    ]
    made = with_around_each(cell, named, m.all("tail"))
    if any(each.benchmarks for each in made):
        raise cell.fault("several-numbers", m.one("tail"))
    return made


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
    first = _before_bracket(cell, m)
    seconds = values_in(cell, m.one("value").match)
    if _is_share_in(cell, first.amount, m):
        return [_with_noted(cell, first, m)]
    whose = _meaning(cell, m.all("tail"))
    if whose:
        return [with_beside(with_when(cell, first, m), Benchmark(whose, seconds[0].quantity()))]
    amount = first.amount
    beside = [each for each in seconds if each.label.endswith(BESIDE)]
    if beside and len(beside) < len(seconds):
        raise cell.fault("value-in-brackets", m.one("value"))
    if beside:
        return [_with_noted(cell, first, m)]
    seconds = _of_unit(amount, seconds)
    if amount is None and not any(each.label for each in seconds):  # 全国平均以上（50.2%）
        raise cell.fault("value-in-brackets", m.one("value"))
    if amount is not None and amount.unit and not _is_value(cell, m.one("value"), seconds):
        raise cell.fault("value-in-brackets", m.one("value"))
    first = with_when(cell, first, m)
    if not first.label and first.amount is not None and any(each.label for each in seconds):
        over = "" if m.one("frame") is None else cell.text(m.one("frame")).removesuffix("で")
        first = first._replace(label=over or first.amount.statistic)
    frame = Said(period=first.period, status=first.status)
    named = [frame._replace(amount=each, label=each.label or BRACKETED) for each in seconds]
    return with_around_each(cell, [first, *named], m.all("tail"))


def _with_noted(cell: Cell, first: Said, m: Match) -> Said:
    """Return a value beside which another stands that is only noted: 緑地12ha（計画18ha）."""
    cell.note_words("value-beside", m.one("value"))
    return with_when(cell, with_around(cell, first, m.all("tail")), m)


def _before_bracket(cell: Cell, m: Match) -> Said:
    """Return the value that stands before a second one in brackets, with its label."""
    first: Said = do(cell, m.one("part"))
    if m.one("label") is not None:
        if is_free(m.one("label")):
            check_apart(cell, first, m.one("label"))
            if first.amount is not None and is_rank(first.amount.unit):  # アジア2位（30.1%）
                raise cell.fault("no-form", m.one("label"))
        first = first._replace(label=label_of(cell, m.one("label")))
    return first


def _is_share_in(cell: Cell, amount: Amount | None, m: Match) -> bool:
    """Whether a bracket says how many of how many a share is: 85.3%（回答者512人中437人）.

    Raises:
        Fault: They make another share.
    """
    group = m.one("value")
    level = group.match.one("level")
    number = None if level is None else level.one("m")
    if number is None or number.row.name not in _SHARES:
        return False
    if amount is None or not is_made_of(
        amount, *(value_of(cell, number.one(x)) for x in ("n", "of"))
    ):
        raise cell.fault("value-in-brackets", group)
    return True


#: Rows of numbers that are some of others.
_SHARES: Final = ("among", "part_of")


def _of_unit(amount: Amount | None, seconds: list[Amount]) -> list[Amount]:
    """Give the unit of a value to the parts that make it up: 12件（A地区5、B地区7）."""
    ends = [each.lower for each in seconds if each.is_point and each.lower and not each.unit]
    is_whole = amount is not None and amount.is_point and amount.lower == sum(ends)
    if amount is None or not is_whole or len(ends) < max(2, len(seconds)):
        return seconds
    return [each._replace(unit=amount.unit) for each in seconds]


#: Numbers that are no mark of a note, and no year with its month: 1.23, 1,234.
_VALUE: Final = pattern(r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?")
_SIGN_OF_VALUE: Final = frozenset(",.")


def _is_value(cell: Cell, group: Item, seconds: Sequence[Amount]) -> bool:
    """Whether the numbers in a bracket are values: 19件, 1.23."""
    text = cell.text(group)
    is_plain = _VALUE.fullmatch(text[1:-1]) is not None
    return all(each.unit for each in seconds) or (is_plain and not _SIGN_OF_VALUE.isdisjoint(text))


def of_brackets(cell: Cell, m: Match) -> list[Said]:
    """Return values that each stand in a bracket with a name: (男性67.0%) (女性77.4%)."""
    amounts: list[Amount] = [do(cell, each.match) for each in m.all("part")]
    found = [Said(each, label=each.label) for each in amounts]
    return with_around_each(cell, found, m.all("tail"))


def single_total(cell: Cell, m: Match) -> list[Said]:
    """Return the sum that stands behind its parts: 5月に1回、11月に1回、計2回.

    Raises:
        Fault: It is another sum.
    """
    amounts = [do(cell, each).amount for each in m.all("part")]
    whole: Amount = do(cell, m.one("whole"))
    ends = [each.lower for each in amounts if each.is_point and each.unit == whole.unit]
    is_sum = whole.is_point and len(ends) == len(amounts) and sum(ends) == whole.lower
    if not is_sum:
        raise cell.fault("several-numbers", m.one("whole"))
    return [with_around(cell, Said(whole.of_statistic(SUMMED)), m.all("tail"))]


def within_bracket(cell: Cell, m: Match) -> list[Said]:
    """Return named values in the bracket behind what they are of: 教員(専任30%、非専任60%)."""
    whose = label_of(cell, m.one("label"))
    frame = with_when(cell, Said(), m)
    amounts = values_in(cell, m.one("value").match)
    return [Said(each, label=f"{whose} {each.label}", period=frame.period) for each in amounts]


def of_unit_behind(cell: Cell, m: Match) -> list[Said]:
    """Return a value and one in brackets, whose unit stands behind both: 6(6)人."""
    first, second = point(cell, m), do(cell, m.one("value").match)
    if second.unit:
        raise cell.fault("value-in-brackets", m.one("value"))
    other = Said(second._replace(unit=first.unit), label=second.label or BRACKETED)
    found = with_around_each(cell, [Said(first), other], m.all("tail"))
    return [with_when(cell, each, m) for each in found]


def conditions(cell: Cell, m: Match) -> list[Said]:
    found = [do(cell, each) for each in m.all("part")]
    if any(each.period for each in found):
        raise cell.fault("two-periods", m)
    _check_of_whom(cell, m.all("part"), found)
    joined = Said(rule=rules.AllOf([rules.RulePart(each.label, rule_of(each)) for each in found]))
    return [with_when(cell, with_around(cell, joined, m.all("tail")), m)]


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
