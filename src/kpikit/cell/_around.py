"""What stands around a statement: brackets, notes, periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

import attrs

from kpikit.cell._amounts import (
    basis_of,
    may_be_a_change,
    statistic_of,
    text,
    unit_of,
    value_of,
    with_bounds,
    with_statistic,
)
from kpikit.cell._cell import Amount, Cell, Said, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.model.observation import Benchmark, Status
from kpikit.model.period import Period, Span
from kpikit.model.quantity import Change, Quantity
from kpikit.model.unit import is_ratio

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
            cell.note("day-without-year", item, cell.text(item))
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


#: What a second value is called that stands in brackets without a name.
IN_BRACKETS: Final = "括弧内"


def of_statistic(said: Said, statistic: str) -> Said:
    """Return a value with the statistic that stands behind it, if it has none of its own."""
    value = said.quantity
    if value is None or value.statistic or not statistic:
        return said
    return said._replace(quantity=with_statistic(value, statistic))


class Around(NamedTuple):
    """What the brackets and notes behind a statement say of it."""

    period: Period | None = None
    status: Status = Status.FINAL
    statistic: str = ""
    basis: str = ""
    reference: str = ""
    benchmarks: tuple[Benchmark, ...] = ()
    keeps: bool = False
    #: Why there is none: of nothing that was counted.
    reason: Item | None = None


def around(cell: Cell, tail: Sequence[Item]) -> Around:
    """Return what the brackets behind a statement say."""
    found = Around()
    for group in tail:
        of_group = _OF_GROUPS.get(group.kind)
        if of_group is not None and group.match is not None:
            found = of_group(cell, found, group, group.match)
    return found


def _when(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    own = when_of(cell, inner.all("when"))
    if None not in (own, found.period) and own != found.period and not inner.one("firm"):
        raise cell.fault("two-periods", group)
    words = [each for each in inner.all("statistic") if each.kind == "statistic"]
    words += [each for each in inner.all("status") if each.kind == "statistic"]
    return found._replace(
        period=found.period or own,
        status=found.status if found.status is not Status.FINAL else status_of(inner.all("status")),
        statistic=found.statistic or (statistic_of(cell.text(words[0])) if words else ""),
    )


def _statistic(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    word = statistic_of(cell.text(inner.one("statistic")))
    return found._replace(statistic=found.statistic or word)


def _status(_cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    return found._replace(status=status_of(inner.all("status")))


def _basis(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    return found._replace(basis=found.basis or do(cell, inner))


def _base(cell: Cell, found: Around, _group: Item, inner: Match) -> Around:
    return found._replace(reference=found.reference or do(cell, inner))


def _benchmark(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    if cell.is_target:
        cell.note("benchmark-in-target", group, cell.text(group)[1:-1])
    return found._replace(benchmarks=(*found.benchmarks, do(cell, inner)))


def _benchmarks(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    for each in inner.all("part"):
        found = _benchmark(cell, found, group, each)
    return found


def _without_era(cell: Cell, found: Around, group: Item, _inner: Match) -> Around:
    cell.note("period-without-era", group, cell.text(group)[1:-1])
    return found


def _role(cell: Cell, found: Around, group: Item, inner: Match) -> Around:
    """Take note that a value is one to start from: 500人（基準値:R3）."""
    if inner.one("now") is not None:
        cell.note("starting-value", group, cell.text(group)[1:-1])
    return found._replace(period=found.period or when_of(cell, inner.all("when")))


def _keeps(_cell: Cell, found: Around, _group: Item, _inner: Match) -> Around:
    return found._replace(keeps=True)


def _reason(_cell: Cell, found: Around, group: Item, _inner: Match) -> Around:
    return found._replace(reason=group)


#: What each kind of bracket adds.
_OF_GROUPS: Final[dict[str, Callable[[Cell, Around, Item, Match], Around]]] = {
    "g_period": _when,
    "g_statistic": _statistic,
    "g_status": _status,
    "g_basis": _basis,
    "g_base": _base,
    "g_benchmark": _benchmark,
    "g_benchmarks": _benchmarks,
    "g_noera": _without_era,
    "g_keep": _keeps,
    "g_role": _role,
    "g_reason": _reason,
}


def with_around(cell: Cell, said: Said, tail: Sequence[Item]) -> Said:
    """Return a statement with what the brackets behind it say."""
    if not tail:
        return said
    found = around(cell, tail)
    value = said.quantity
    if found.benchmarks and value is None:
        raise cell.fault("second-statement", tail[0], tail[-1])
    is_zero = value is not None and value.is_point and not value.value
    if found.reason is not None and not is_zero:
        raise cell.fault("no-form", found.reason)
    if value is not None and (found.statistic or found.basis):
        if found.statistic and value.statistic in ("", "年間"):
            value = with_statistic(value, found.statistic)
        if found.basis and not value.per:
            value = attrs.evolve(value, per=found.basis)
    if found.reference:
        said = _with_base(cell, said, found.reference, tail)
        value = said.quantity
    period = said.period or found.period
    if said.period is not None and found.period is not None and said.period != found.period:
        period = _one_of(said.period, found.period)
        if period is None:
            raise cell.fault("two-periods", tail[0], tail[-1])
    return said._replace(
        quantity=value,
        period=period,
        status=said.status if said.status is not Status.FINAL else found.status,
        benchmarks=said.benchmarks + found.benchmarks,
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
        elif (
            (value.unit != "倍" and not is_ratio(value.unit))
            or not cell.is_target
            or (value.is_point and may_be_a_change(value.value, value.unit))
        ):
            raise cell.fault("reference-not-understood", tail[0])
    return said._replace(quantity=value, reference=base)


def _one_of(one: Period, other: Period) -> Period | None:
    """Return the longer of two periods, of which the other is a part that it tells too.

    R7 is told by R3～R7, and R6 by a day of R6: what is left out must be no other year.
    """
    short, long = sorted((one, other), key=lambda each: each.end - each.start)
    within = long.start <= short.start and short.end <= long.end
    spans = isinstance(short, Span) and isinstance(long, Span)
    told = short.end == long.end or short.start.year == long.start.year
    return long if within and told and not spans else None


def with_when(cell: Cell, said: Said, m: Match) -> Said:
    """Return a statement with the period that stands before it."""
    if "when" not in m.parts:
        if "status" not in m.parts:
            return said
        return said._replace(status=status_of(m.all("status")))
    period = when_of(cell, m.all("when"))
    status = status_of(m.all("status"))
    if said.period is not None and period is not None and said.period != period:
        period = _one_of(said.period, period)
        if period is None:
            raise cell.fault("two-periods", m.one("when"))
        said = said._replace(period=period)
    for each in m.all("statistic"):
        value = said.quantity
        if value is not None and not value.statistic and each.kind == "statistic":
            said = said._replace(quantity=with_statistic(value, statistic_of(cell.text(each))))
    return said._replace(
        period=said.period or period,
        status=said.status if said.status is not Status.FINAL else status,
    )


# -- brackets -------------------------------------------------------------------------------------


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
    value = value_of(cell, m.one("n"))
    unit = m.one("unit")
    if (
        unit is not None
        and (cell.is_target or whose.kind != "average")
        and unit.kind not in ("pct", "times", "year", "age")
        and unit_of(cell, unit) != "点"
    ):
        raise cell.fault("value-in-brackets", whose)
    return Benchmark(
        cell.text(whose).replace(" ", ""), Quantity(value, unit_of(cell, m.one("unit"))), period
    )


def bracket_value(cell: Cell, m: Match) -> dict[str, Any]:
    """Return the fields of a second value that is named in its bracket."""
    items = items_of(m.one("label"))
    fields = {**do(cell, m.one("level")), "label": label_of(cell, items)}
    for each in items:
        if each.kind == "statistic":
            fields["statistic"] = statistic_of(cell.text(each))
    return fields


def bracket_number(cell: Cell, m: Match) -> dict[str, Any]:
    """Return the fields of the number in a bracket."""
    value = value_of(cell, m.one("n"))
    fields: dict[str, Any] = {
        "lower": value,
        "upper": value,
        "unit": unit_of(cell, m.one("unit")),
        "sign": "",
        "per": "",
    }
    if m.one("about") is not None:
        fields["approximate"] = True
    if m.one("bound") is not None:
        fields |= {"lower_closed": True, "upper_closed": True}
        with_bounds(cell, fields, [m.one("bound")], Amount(value, value, fields["unit"]))
    if m.one("stroke") is not None:
        fields["per"] = basis_of(cell.text(m.one("stroke"))[1:])
    if m.one("statistic") is not None:
        fields["statistic"] = statistic_of(cell.text(m.one("statistic")))
    if m.one("each") is not None:
        fields["per"] = basis_of(cell.text(m.one("each")))
        fields["label"] = cell.text(m.one("each")) + fields["statistic"]
    return fields
