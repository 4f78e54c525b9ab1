"""What a statement says: a number, a change, how to stand to a reference, an outcome."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import attrs

from kpikit.cell._amounts import basis_of, may_be_a_change, quantity, with_bounds
from kpikit.cell._around import when_of
from kpikit.cell._cell import Amount, Cell, Said, do, items_of, label_of
from kpikit.cell._engine import Item, Match
from kpikit.model.quantity import Change, Quantity
from kpikit.model.rule import Comparator, DefinedElsewhere, Improve, Maintain, RelativeTo
from kpikit.model.unit import is_ratio, scale_of
from kpikit.model.verdict import Direction

# -- statements -----------------------------------------------------------------------------------


def plain(cell: Cell, m: Match) -> Said:
    level_ = m.parts["level"][0]
    if len(level_.parts) == 1 and not level_.others:
        amount = do(cell, level_.parts["m"][0])
        if not amount.is_band and not amount.is_fraction:
            return Said(Quantity(amount.lower, amount.unit, per=amount.per))
    return Said(quantity(do(cell, level_)))


def changed(cell: Cell, m: Match) -> Said:
    """Return by how much a value is to change, or has changed."""
    fields = do(cell, m.one("level"))
    way = m.one("way")
    if cell.text(items_of(m.one("level"))[-1]).endswith("に"):
        return _towards(cell, m, quantity(fields), way)
    sense = Change.INCREASE if way.kind == "up" else Change.DECREASE
    if m.one("each") is not None and not fields["per"]:
        raise cell.fault("no-form", m.one("each"))
    fields = _by_stroke(cell, m, fields)
    if fields["sign"]:
        if (fields["sign"] == "plus") is (sense is Change.DECREASE):
            raise cell.fault("sign-against-change", items_of(m)[0], way)
        fields = _positive(fields)
    if fields["unit"] == "位" and sense is Change.INCREASE:
        sense = Change.DECREASE
    if fields["unit"] == "位":
        fields = _size_of(fields)
    _bound_change(cell, m, fields)
    if fields["lower"] is None and cell.is_target:
        raise cell.fault("bound-against-change", items_of(m)[0], way)
    if fields["unit"] == "倍":
        raise cell.fault("several-numbers", items_of(m)[0], way)
    return Said(quantity(fields, sense))


def _towards(cell: Cell, m: Match, value: Quantity, way: Item | None) -> Said:
    """Return a value that a change leads to, which a bound must not bar.

    Raises:
        Fault: The bound is on the side that the change comes from.
    """
    direction = None if way is None else way_of(way, value.unit)
    barred = Direction.HIGHER if value.lower is None else Direction.LOWER
    if direction is barred and None in (value.lower, value.upper):
        raise cell.fault("bound-against-change", items_of(m)[0], way)
    return Said(value, way=direction)


def _by_stroke(cell: Cell, m: Match, fields: dict[str, Any]) -> dict[str, Any]:
    """Count a change by what stands behind a stroke: 5件増/年."""
    stroke = m.one("stroke")
    if stroke is None:
        return fields
    if fields["per"]:
        raise cell.fault("no-form", stroke)
    return fields | {"per": basis_of(cell.text(stroke)[1:])}


def _bound_change(cell: Cell, m: Match, fields: dict[str, Any]) -> None:
    """Bound a change by the word behind it: 5%増以上."""
    bound = m.one("bound")
    if bound is None:
        return
    if fields["lower"] is None or fields["upper"] is None:
        raise cell.fault("no-form", bound)
    with_bounds(cell, fields, [bound], Amount(fields["lower"], fields["upper"], fields["unit"]))


def _positive(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the size of a signed number."""
    return fields | {
        end: None if fields[end] is None else abs(fields[end]) for end in ("lower", "upper")
    }


def _size_of(fields: dict[str, Any]) -> dict[str, Any]:
    """Return how many ranks: 5位以上上昇 is a move of five ranks or more."""
    if fields["lower"] is None:
        return fields | {
            "lower": fields["upper"],
            "upper": None,
            "lower_closed": fields["upper_closed"],
            "upper_closed": False,
        }
    return fields


def halved(_cell: Cell, m: Match) -> Said:
    is_half = m.one("halved") is not None
    size = Decimal(50 if is_half else 100)
    sense = Change.DECREASE if is_half else Change.INCREASE
    if m.one("bound") is not None:  # 半減以上
        return Said(Quantity(lower=size, unit="%", change=sense))
    return Said(Quantity(size, "%", change=sense))


def led(cell: Cell, m: Match) -> Said:
    """Return a number that a change leads to: 15%に減少."""
    return _towards(cell, m, quantity(do(cell, m.one("level"))), m.one("way"))


def way_of(item: Item, unit: str) -> Direction | None:
    if item.kind not in ("up", "down", "upward", "downward"):
        return None
    up = item.kind in ("up", "upward")
    if unit == "位" and up:
        return Direction.LOWER
    return Direction.HIGHER if up else Direction.LOWER


def from_to(cell: Cell, m: Match) -> Said:
    """Return where a value is to come to from another one."""
    before, after = (do(cell, each) for each in m.all("level"))
    period = when_of(cell, m.all("when"))
    first, last = quantity(before), quantity(after)
    if after["sign"] == "plus":  # 22%→+5% may be 27% as well
        raise cell.fault("several-numbers", items_of(m.all("level")[1])[0])
    if last.is_point and not any(
        map(m.all, ("to", "due", "arrow"))
    ):  # 5%から10% is a range as well
        raise cell.fault("several-numbers", items_of(m.all("level")[1])[0])
    if (
        not (first.is_point and (not first.unit or _of_one_kind(first, last)))
        or last.change is not Change.LEVEL
    ):
        raise cell.fault("several-numbers", items_of(m.all("level")[1])[0])
    start = items_of(m.all("level")[0])
    stretch = start[0]._replace(end=start[-1].end)
    cell.note("starting-value", stretch, cell.text(stretch))
    return _towards(cell, m, last, m.one("way"))._replace(period=period)


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two values are in units of one dimension: 56%から9割."""
    return scale_of(one.unit).base == scale_of(other.unit).base


def kept(cell: Cell, m: Match) -> Said:
    return Said(quantity(do(cell, m.one("level"))), keep=True)


def both_ends(cell: Cell, m: Match) -> Said:
    """Return a band of a floor and a ceiling: 40%以上60%以下."""
    low, high = (do(cell, each) for each in m.all("level"))
    if low["lower"] is None and high["upper"] is None:
        low, high = high, low
    if not (
        low["upper"] is None
        and high["lower"] is None
        and low["lower"] is not None
        and high["upper"] is not None
    ):
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
    named: str = do(cell, m.one("ref"))[0]
    return named


def share_of(cell: Cell, m: Match) -> Said:
    """Return a share with what it is of: 年間稼働時間の0.1%未満."""
    fields = do(cell, m.one("level"))
    if not is_ratio(fields["unit"]) or fields["per"] or fields["sign"]:
        raise cell.fault("several-numbers", items_of(m)[0])
    return Said(quantity(fields | {"per": cell.stretch(m.all("share")).replace(" ", "")}))


def changed_from(cell: Cell, m: Match) -> Said:
    base = m.one("base")
    return changed(cell, m)._replace(
        reference=reference(cell, m),
        base=None if base is None else quantity(do(cell, base.match)),
    )


def changed_base(cell: Cell, m: Match) -> Said:
    """Return a change of a base that is given: 140件の10%減."""
    base = quantity(do(cell, m.one("base")))
    said = changed(cell, m) if m.one("way") is not None else halved(cell, m)
    if not (base.is_point and said.quantity is not None and is_ratio(said.quantity.unit)):
        raise cell.fault("several-numbers", items_of(m)[0])
    return said._replace(base=base)


def doubled_from(cell: Cell, m: Match) -> Said:
    """Return a change by half or by as much again of a base that is given: 10団体から倍増."""
    return halved(cell, m)._replace(base=quantity(do(cell, m.one("base"))))


def halved_from(cell: Cell, m: Match) -> Said:
    return halved(cell, m)._replace(reference=reference(cell, m))


# -- references -----------------------------------------------------------------------------------


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
    bound, way = m.one("bound"), m.one("way")
    barred = {"floor": "down", "above": "down", "ceiling": "up", "below": "up"}.get(bound.kind)
    if way is not None and way.kind == barred:  # 前年度以上の削減 asks for more than that
        raise cell.fault("bound-against-change", bound, way)
    start = m.one("start")
    if start is not None:
        cell.note("starting-value", start, cell.text(start)[1:-1])
    return Said(rule=RelativeTo(name, _COMPARATORS[bound.kind], lag=lag))


def valued(cell: Cell, m: Match) -> Said:
    """Return the bound that a reference with its value is: 全国平均(53.2%)を上回る."""
    bound = m.one("bound")
    fields = do(cell, m.one("value").match)
    with_bounds(cell, fields, [bound], Amount(fields["lower"], fields["upper"], fields["unit"]))
    return Said(quantity(fields))


def reached(cell: Cell, m: Match) -> Said:
    """Return the value of a reference that is to be reached: 法定雇用率(2.7%)の達成."""
    value = quantity(do(cell, m.one("value").match))
    way = m.one("way")
    return Said(value, way=None if way is None else way_of(way, value.unit))


def reached_words(cell: Cell, m: Match) -> Said:
    """Return a goal that another body sets: 国の目標値の達成."""
    return Said(rule=DefinedElsewhere(reference(cell, m)))


def beyond_part(cell: Cell, m: Match) -> Said:
    """Return the strict bound of 現状(15.2%)より低下."""
    fields = do(cell, m.one("value").match)
    return Said(quantity(_beyond(fields, m.one("way"))))


def not_beyond(cell: Cell, m: Match) -> Said:
    """Return 増やさない: not worse than at the start."""
    kind = m.one("stay").kind
    way = {"nomore": Direction.LOWER, "noless": Direction.HIGHER}.get(kind)
    named_ = m.one("ref")
    if m.one("value") is not None:
        return Said(quantity(do(cell, m.one("value").match)), keep=True, way=way)
    if named_ is None:
        return Said(rule=Maintain(direction=way))
    return Said(rule=Maintain(reference=do(cell, named_)[0], direction=way))


def reference_value(cell: Cell, m: Match) -> Said:
    """Return the bound that a reference with its value is: 法定雇用率2.5%以上."""
    fields = do(cell, m.one("level"))
    if fields["sign"] or fields["lower"] == fields["upper"]:
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    return Said(quantity(fields), period=when_of(cell, m.one("ref").all("period")))


def reference_reached(cell: Cell, m: Match) -> Said:
    """Return a value that the law sets and that is to be reached: 法定雇用率2.3%達成."""
    return Said(quantity(do(cell, m.one("level"))))


def kept_value(cell: Cell, m: Match) -> Said:
    """Return the value that is to be kept, or not to get worse: 維持・向上(58.3%)."""
    value = quantity(do(cell, m.one("value").match))
    if m.one("bound") is not None:
        return Said(attrs.evolve(value, upper=None, upper_closed=False))
    way = m.one("way")
    return Said(value, keep=True, way=None if way is None else way_of(way, value.unit))


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
    return Said(rule=Improve(way_of(way, ""), reference=reference(cell, m)))


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
    """Return how far from a reference a value is to be: 全国平均を5ポイント上回る."""
    name, lag = do(cell, m.one("ref"))
    fields = do(cell, m.one("level"))
    items = items_of(m)
    if (
        fields["lower"] is None
        or (fields["upper"] != fields["lower"] and fields["upper"] is not None)
        or fields.get("approximate")
    ):
        raise cell.fault("reference-not-understood", items[0], items[-1])
    way = m.one("way")
    sign = fields["sign"]
    if sign and way is not None:
        raise cell.fault("reference-not-understood", items[0], items[-1])
    up = sign == "plus" if way is None else way.kind in ("up", "above", "floor", "more")
    if (
        (way is not None and is_ratio(fields["unit"]))
        or fields["unit"] in ("倍", "年", "年間", "回")
        or (way is None and sign != "plus")
    ):
        raise cell.fault("reference-not-understood", items[0], items[-1])
    margin = Quantity(abs(fields["lower"]), fields["unit"])
    strict = fields.get("lower_closed") is False
    if up:
        comparator = Comparator.ABOVE if strict else Comparator.AT_LEAST
    else:
        comparator = Comparator.BELOW if strict else Comparator.AT_MOST
    return Said(rule=RelativeTo(name, comparator, lag=lag, margin=margin))


def no_further(cell: Cell, m: Match) -> Said:
    """Return how far on one side of a reference a value may be: 県平均-1.0ポイント以内."""
    name, lag = do(cell, m.one("ref"))
    amount = do(cell, m.one("m"))
    items = items_of(m)
    if not amount.sign or amount.is_band or not amount.unit or cell.text(m.one("bound")) != "以内":
        raise cell.fault("reference-not-understood", items[0], items[-1])
    comparator = Comparator.AT_MOST if amount.sign == "plus" else Comparator.AT_LEAST
    margin = Quantity(-abs(amount.lower), amount.unit)
    return Said(rule=RelativeTo(name, comparator, lag=lag, margin=margin))


def ratio(cell: Cell, m: Match) -> Said:
    """Return a multiple or a share of a reference: 前年比98%以下, 県平均の1.5倍."""
    fields = do(cell, m.one("level"))
    if fields["lower"] == 0 or fields["upper"] == 0 or fields["per"]:
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    if fields["sign"] or (fields["unit"] != "倍" and not is_ratio(fields["unit"])):
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    size = fields["lower"] if fields["lower"] is not None else fields["upper"]
    if m.one("versus") is not None and may_be_a_change(size, fields["unit"]):
        raise cell.fault("reference-not-understood", items_of(m)[0], items_of(m)[-1])
    return _towards(cell, m, quantity(fields), m.one("way"))._replace(reference=reference(cell, m))


def ratio_seen(cell: Cell, m: Match) -> Said:
    """Return a share of what it is compared with: 前年度比98.7% is no level."""
    said = ratio(cell, m)
    value = said.quantity
    assert value is not None  # noqa: S101 - a ratio has one
    return Said(attrs.evolve(value, per=said.reference))


def times_of(cell: Cell, m: Match) -> Said:
    """Return a multiple of what a noun names: 総予算投入額の5倍以上."""
    said = ratio(cell, m)
    if said.quantity is None or said.quantity.unit != "倍":
        raise cell.fault("several-numbers", items_of(m)[0])
    return said
