"""The same facts get the same verdict, and direction and time are as the oracle has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import kpikit as kk
from direction_oracle import NAMES, Case, Timed, direction, timed, verdict
from kpikit.model.printed import GivenDirection, PrintedResult

WAYS = {1: kk.Direction.HIGHER, -1: kk.Direction.LOWER, 0: None}
MARKS = {1: "達成", -1: "未達成"}

numbers = st.integers(-3, 12)
ways = st.sampled_from([0, 0, 0, 1, -1])
cases = st.builds(
    Case,
    name=st.sampled_from(sorted(NAMES)),
    target=numbers,
    actual=numbers,
    start=st.none() | numbers,
    caller=ways,
    column=ways,
    is_rank=st.sampled_from([False, False, False, True]),
    printed=ways,
    assumed=ways,
)


def quantity(number: Any, unit: str = "件", **named: Any) -> kk.Quantity:
    return kk.Quantity(number, unit, **named)


def year(of: int) -> kk.FiscalYear:
    return kk.FiscalYear(of)


def seen(of: int | None, value: kk.Quantity) -> kk.Observation:
    """A value of a year, or of one without its era."""
    if of is None:
        return kk.Observation(None, value, unread="30年度")
    return kk.Observation(year(of), value)


class TestDirection:
    """Which way is better, by evidence in the order of the design."""

    @settings(deadline=None)
    @given(cases)
    def test_as_the_oracle_has_it(self, case: Case) -> None:
        unit = "位" if case.is_rank else "件"
        column = WAYS[case.column]
        one = kk.Indicator(
            case.name,
            target=kk.Reach(quantity(case.target, unit)),
            baseline=None if case.start is None else quantity(case.start, unit),
            direction=WAYS[case.caller],
            given_direction=GivenDirection("方向", direction=column) if column else None,
            printed=[PrintedResult(MARKS[case.printed], "評価")] if case.printed else [],
        )
        seen = kk.Observation(None, quantity(case.actual, unit))
        found = kk.evaluate(one, seen, assume=WAYS[case.assumed])

        assert found.verdict.value == verdict(case)
        _, source = direction(case)
        told = [each.value for each in found.flags if each.value.startswith("direction")]
        assert told == ([source] if source else [])


class TestTime:
    """Early, open and stale, by the target's own period."""

    @settings(deadline=None)
    @given(
        st.builds(
            Timed,
            actual=st.integers(0, 9).map(Decimal),
            bound=st.integers(0, 9).map(Decimal),
            is_floor=st.booleans(),
            is_total=st.booleans(),
            of=st.none() | st.integers(2020, 2026),
            due=st.none() | st.integers(2020, 2026),
            on=st.integers(2020, 2026),
        ).filter(lambda case: case.of is None or case.of <= case.on)
    )
    def test_as_the_oracle_has_it(self, case: Timed) -> None:
        bound = (kk.AtLeast if case.is_floor else kk.AtMost)(quantity(case.bound))
        one = kk.Indicator(
            "認定件数（累計）" if case.is_total else "認定の件数",
            target=kk.Target(bound, None if case.due is None else year(case.due)),
            observations=[seen(case.of, quantity(case.actual))],
        )
        found = kk.evaluate(one, as_of=date(case.on + 1, 3, 31))

        told, why = timed(case)
        flags = [each.value for each in found.flags]
        assert found.verdict.value == told
        assert (found.reason.value if found.reason else "") == ("" if why == "early" else why)
        assert ("early" in flags) is (why == "early")


HEADED = "指標名\t{0}目標値(R{t})\t{0}基準値(R{b})\t{0}実績値(R{a})\n{n}\t{T}\t{B}\t{A}\n"
IN_CELLS = "指標名\t目標値\t基準値\t実績値\n{n}\t{T}(R{t})\t{B}(R{b})\t{A}(R{a})\n"
IN_COLUMNS = (
    "指標名\t目標値\t目標年度\t基準値\t基準年度\t実績値\t実績年度\n"
    "{n}\t{T}\tR{t}\t{B}\tR{b}\t{A}\tR{a}\n"
)
LAYOUTS = (HEADED, IN_CELLS, IN_COLUMNS)
targets = st.sampled_from(
    ["5件", "8件以上", "8件以下", "前年度より増加", "基準値から2件増加", "現状維持", "5件を維持"]
)


HEADS = (
    "指標名",
    "単位",
    "基準値",
    "基準年度",
    "目標値",
    "目標年度",
    "実績値",
    "実績年度",
    "達成状況",
)
rows_of_cells = st.lists(
    st.tuples(
        st.sampled_from(sorted(NAMES)),
        st.integers(1, 9),
        st.integers(1, 9),
        st.integers(1, 9),
        st.sampled_from(["達成", "未達成", ""]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0],
)


def table(rows: Any, columns: Any) -> kk.Plan:
    """Return a table whose columns stand in an order."""
    lines = [HEADS]
    lines += [
        (name, "件", f"{start}", "R2", f"{aim}", "R5", f"{seen}", "R5", mark)
        for name, start, aim, seen, mark in rows
    ]
    text = "\n".join("\t".join(line[at] for at in columns) for line in lines)
    return kk.read_plan(text.encode(), name="a.tsv")


def told_by_name(plan: kk.Plan) -> dict[str, Any]:
    """Return what is told of each indicator."""
    result = kk.evaluate(plan)
    found = {
        each.indicator.name: (each.verdict, each.reason, each.rule, each.flags, each.standing)
        for each in result.all()
    }
    return found | {"": [each.fits for each in kk.reconcile(result).columns]}


class TestSameFacts:
    """Years in headings, in cells or in columns; a dated baseline, or an actual of its year."""

    @settings(deadline=None)
    @given(
        name=st.sampled_from(sorted(NAMES)),
        target=targets,
        start=st.integers(1, 9),
        actual=st.integers(1, 9),
        years=st.tuples(st.integers(1, 3), st.integers(4, 6), st.integers(4, 8)),
        on=st.none() | st.integers(2022, 2026),
    )
    def test_where_a_year_stands(
        self, name: str, target: str, start: int, actual: int, years: Any, on: int | None
    ) -> None:
        begun, of, due = years
        facts = {"n": name, "T": target, "B": f"{start}件", "A": f"{actual}件"}
        facts |= {"b": str(begun), "a": str(of), "t": str(due)}
        day = None if on is None else date(on, 3, 31)
        told: list[Any] = []
        for layout in LAYOUTS:
            plan = kk.read_plan(layout.format("", **facts).encode(), name="a.tsv")
            (found,) = kk.evaluate(plan, as_of=day).all()
            told.append((found.verdict, found.reason, found.rule, found.flags))
        assert told[0] == told[1] == told[2]

    @settings(deadline=None)
    @given(rows_of_cells, st.data())
    def test_where_a_row_and_a_column_stand(self, rows: Any, data: Any) -> None:
        places = range(len(HEADS))
        mixed = data.draw(st.permutations(rows)), data.draw(st.permutations(places))
        assert told_by_name(table(rows, places)) == told_by_name(table(*mixed))

    @settings(deadline=None)
    @given(
        name=st.sampled_from(sorted(NAMES)),
        rule=st.sampled_from(
            [
                kk.Reach(quantity(5)),
                kk.AtLeast(quantity(5)),
                kk.Maintain(),
                kk.Improve(kk.Direction.HIGHER),
                kk.Improve(kk.Direction.HIGHER, reference="前年度"),
                kk.IncreaseBy(quantity(2)),
                kk.ReduceBy(kk.Quantity("10", "%")),
                kk.AtLeast(kk.Quantity("1.2", "倍"), reference="現状"),
            ]
        ),
        start=st.integers(1, 9),
        actual=st.integers(1, 9),
        begun=st.integers(2018, 2022),
        due=st.none() | st.integers(2020, 2027),
    )
    def test_a_dated_baseline_among_the_actuals(
        self, name: str, rule: kk.Rule, start: int, actual: int, begun: int, due: int | None
    ) -> None:
        first = kk.Observation(year(begun), quantity(start))
        seen = kk.Observation(year(2023), quantity(actual))
        target = kk.Target(rule, None if due is None else year(due))
        given_one = kk.Indicator(name, target=target, baseline=first, observations=[seen])
        moved = attrs.evolve(given_one, baseline=None, observations=[first, seen])

        one, other = kk.evaluate(given_one), kk.evaluate(moved)
        assert (one.verdict, one.reason, one.rule) == (other.verdict, other.reason, other.rule)
        added = {*other.flags} - {*one.flags}
        assert {*one.flags} <= {*other.flags}
        assert added <= {kk.Flag.START_FROM_FIRST_VALUE}
        if kk.Flag.DIRECTION_FROM_BASELINE in one.flags:
            assert added
