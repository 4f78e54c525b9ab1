"""A frame as a plan: what comes back of it is judged as it was."""

from __future__ import annotations

from datetime import UTC, date, datetime
from math import inf, nextafter
from typing import Any

import pytest
from hypothesis import assume, given, settings

import kpikit as kk
import sagamihara
from frames_of import need
from kpikit.judging.result import PlanEvaluation
from strategies import plans

pytest.importorskip("narwhals.stable.v2", reason="narwhals is not here")

from kpikit import frames
from kpikit.frames.codes import VERDICTS
from kpikit.frames.indicators import indicator_of, known
from kpikit.frames.rows import row_of

FLOOR = {"target_low": 55.0, "target_high": inf, "actual_low": 60.0, "actual_high": 60.0}


def row(**columns: Any) -> dict[str, Any]:
    return {"undecided": 0, "name": "利用率", "unit": "%", **FLOOR, **columns}


def rule_of(**columns: Any) -> kk.Rule:
    return indicator_of(row(**columns)).targets[0].rule


def seen_of(**columns: Any) -> kk.Observation:
    return indicator_of(row(**columns)).observations[0]


def frame(*rows: dict[str, Any]) -> Any:
    pandas = pytest.importorskip("pandas", reason="pandas is not here")
    return pandas.DataFrame(rows)


def told(evaluated: PlanEvaluation) -> list[tuple[str, str]]:
    return [
        (each.indicator.name, each.verdict.value)
        for each in sorted(evaluated.all(), key=lambda each: each.indicator.name)
    ]


class TestToFrame:
    """A plan makes a frame of itself."""

    def test_as_from_plan(self) -> None:
        need("pyarrow")
        plan = kk.read_plan(sagamihara.published().encode())

        assert plan.to_frame("pyarrow").equals(frames.from_plan(plan, "pyarrow"))


class TestRoundTrip:
    """A plan as a frame, and that as a plan."""

    @settings(max_examples=50)
    @given(plan=plans)
    def test_any_plan(self, plan: kk.Plan) -> None:
        """The same verdicts; what the columns do not tell is refused, or is an issue."""
        need("pyarrow")
        evaluated = kk.evaluate(plan)
        try:
            back = frames.to_plan(frames.from_plan(evaluated, "pyarrow"))
        except kk.FormatError as error:
            assume([fault.code for fault in error.faults] != ["frames-otherwise"])
            raise

        found = [kk.evaluate(each, as_of=evaluated.as_of) for each in back.indicators()]

        pairs = [*zip(found, evaluated.all(), strict=True)]
        assert [one.verdict for one, _ in pairs] == [other.verdict for _, other in pairs]
        others = [other.indicator.name or "—" for one, other in pairs if one.reason != other.reason]
        assert [issue.text for issue in back.issues] == others

    @pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow", "duckdb"])
    def test_sagamihara(self, engine: str) -> None:
        """All 42 verdicts; why one has none is in no column."""
        need(engine)
        evaluated = kk.evaluate(kk.read_plan(sagamihara.published().encode()))

        back = frames.to_plan(frames.from_plan(evaluated, engine))

        assert told(kk.evaluate(back, as_of=evaluated.as_of)) == told(evaluated)
        assert back.title == evaluated.plan.title
        assert [issue.message("en") for issue in back.issues] == [
            (
                "why 「市議会本会議等における資料のペーパーレス化」 cannot be judged "
                "(code baseline-missing) is in no column of the frame"
            )
        ]

    def test_target_without_an_actual(self) -> None:
        """It stands in the frame all the same."""
        need("pyarrow")
        rules = [
            kk.AtMost(kk.Quantity("5", "件")),
            kk.ReduceBy(kk.Quantity("10", "%")),
            kk.Reach(kk.Quantity("7", "件")),
            kk.Qualitative("設置"),
        ]
        indicators = [
            kk.Indicator(f"窓口{at}の数", target=rule, baseline=kk.Quantity("140", "件"))
            for at, rule in enumerate(rules)
        ]
        plan = kk.Plan("計画", sections=[kk.Section("", "", "窓口", indicators=indicators)])

        back = frames.to_plan(frames.from_plan(plan, "pyarrow"))

        assert [each.targets[0].rule for each in back.indicators()] == [
            kk.AtMost(kk.Quantity("5", "件")),
            kk.AtMost(kk.Quantity("126", "件")),
            kk.Reach(kk.Quantity("7", "件")),
            kk.DefinedElsewhere("計画"),
        ]
        assert [
            each.baseline_observation.quantity
            for each in back.indicators()
            if each.baseline_observation
        ] == []


class TestSections:
    """What rows below one another have in common."""

    def test_titles(self) -> None:
        """A section ends where another begins, in the order of the rows."""
        rows = [
            row(row=2, section="窓口", plan="総合計画"),
            row(row=1, section="防災", plan="総合計画"),
            row(row=3, section="窓口", plan="総合計画"),
        ]

        plan = frames.to_plan(frame(*rows))

        assert plan.title == "総合計画"
        assert [(each.title, len(each.indicators)) for each in plan.sections] == [
            ("防災", 1),
            ("窓口", 2),
        ]

    def test_bare(self) -> None:
        """Five columns are enough."""
        plan = frames.to_plan(frame({"undecided": 0, **FLOOR}), "五列")

        (one,) = plan.indicators()
        assert (plan.title, one.name) == ("五列", "—")


class TestWithoutADay:
    """Rows that no day of judging stands in say what their numbers say."""

    @pytest.mark.parametrize("year", [2023, 2024, 0])
    @pytest.mark.parametrize("due", [date(2024, 3, 31), date(2025, 3, 31), None])
    def test_plan(self, year: int, due: date | None) -> None:
        """Whatever is seen and due when, the numbers are those of the row."""
        polars = pytest.importorskip("polars", reason="polars is not here")
        days = {} if due is None else {"target_from": due, "target_due": due}
        rows = polars.DataFrame([row(year=year, actual_low=40.0, actual_high=40.0, **days)])
        assert frames.evaluate(rows)["verdict"].to_list() == [VERDICTS[kk.Verdict.NOT_ACHIEVED]]

        plan = frames.to_plan(rows)

        (one,) = plan.indicators()
        assert one.targets[0].rule == kk.AtLeast(kk.Quantity("55", "%"))
        assert [each.quantity for each in one.observations] == [kk.Quantity("40", "%")]
        (period,) = [each.period for each in one.targets]
        assert due == (period and period.end)

    def test_not_due(self) -> None:
        """Judged where its actual stands, a target of a later year is not due."""
        polars = pytest.importorskip("polars", reason="polars is not here")
        days = {"target_from": date(2024, 4, 1), "target_due": date(2025, 3, 31)}
        rows = polars.DataFrame([row(year=2023, actual_low=40.0, actual_high=40.0, **days)])

        (now,) = kk.evaluate(frames.to_plan(rows)).all()

        assert now.verdict is kk.Verdict.NOT_DUE


class TestRefused:
    """What the columns say and no indicator can."""

    def test_verdict(self) -> None:
        """That it stays met is said of no indicator whose name and statistic do not say so."""
        polars = pytest.importorskip("polars", reason="polars is not here")
        days = {"target_from": date(2027, 4, 1), "target_due": date(2028, 3, 31)}
        days |= {"as_of": date(2028, 3, 31)}
        met = row(row=1, stays=True, **days, actual_until=date(2028, 3, 31))
        stale = {**met, "row": 7, "actual_until": date(2024, 3, 31)}

        with pytest.raises(kk.FormatError) as caught:
            frames.to_plan(polars.DataFrame([met, stale]))

        assert [fault.message("en") for fault in caught.value.faults] == [
            (
                "undecided: rows that come out otherwise one by one: what they are judged by is "
                "in no column; leave them out, or use the plan that they are of "
                "(row 7, name 利用率)"
            ),
        ]

    def test_missing(self) -> None:
        """What pandas has instead of a value is none."""
        pandas = pytest.importorskip("pandas", reason="pandas is not here")
        missing = {"day": pandas.NaT, "waits": pandas.NA, "baseline": float("nan")}
        assert known({**missing, "row": 1}) == dict.fromkeys(missing) | {"row": 1}


class TestRules:
    """The rule that ends are."""

    def test_bounds(self) -> None:
        """An end that is one float inside does not belong to it."""
        at_least, at_most = kk.Quantity("55", "%"), kk.Quantity("5", "%")
        assert rule_of() == kk.AtLeast(at_least)
        assert rule_of(target_low=nextafter(55.0, inf)) == kk.AtLeast(at_least, strict=True)
        assert rule_of(target_low_closed=False) == kk.AtLeast(at_least, strict=True)
        low = {"target_low": -inf, "target_high": 5.0}
        assert rule_of(**low) == kk.AtMost(at_most)
        assert rule_of(**low, target_high_closed=False) == kk.AtMost(at_most, strict=True)
        assert rule_of(target_high=60.0) == kk.Between(
            kk.Quantity(lower="55", upper="60", unit="%")
        )
        assert rule_of(target_high=55.0) == kk.Exactly(at_least)

    def test_kept(self) -> None:
        """A value to keep waits for its date."""
        assert rule_of(waits=True) == kk.Maintain(kk.Quantity(lower="55", unit="%"))
        assert rule_of(waits=True, target_high=55.0) == kk.Exactly(kk.Quantity("55", "%"))

    def test_undirected(self) -> None:
        """A bare number of which nothing tells which way is better."""
        bare = kk.Reach(kk.Quantity("55", "%"))
        assert rule_of(undecided=1, target_high=55.0) == bare
        assert rule_of(undecided=2, target_low=None, target_high=None, aim=55.0) == bare

    def test_none(self) -> None:
        """There is no target, or it is in no column."""
        assert rule_of(undecided=60) == kk.Exploratory()
        assert rule_of(undecided=61) == kk.Unset()
        assert rule_of(undecided=62) == kk.DefinedElsewhere("")
        assert rule_of(undecided=16, target_low=None, file="計画.pdf") == kk.DefinedElsewhere(
            "計画.pdf"
        )
        assert rule_of(undecided=16, target_low=None) == kk.DefinedElsewhere("—")
        assert rule_of(target_low=60.0, target_high=55.0) == kk.DefinedElsewhere("—")
        assert rule_of(target_low=-inf) == kk.DefinedElsewhere("—")
        assert indicator_of(row(undecided=5)).targets == ()


class TestObservations:
    """What was seen, and when."""

    def test_numbers(self) -> None:
        """They have the unit, the sense, and what they are of."""
        said = {"sense": -1, "per": "年", "statistic": "累計"}
        assert seen_of(**said).quantity == kk.Quantity(
            "60", "%", change=kk.Change.DECREASE, per="年", statistic="累計"
        )
        assert indicator_of(row(baseline=40.0)).baseline == kk.Quantity("40", "%")

    def test_missing(self) -> None:
        """It is not there, or was not readable."""
        none = {"actual_low": None, "actual_high": None}
        assert indicator_of(row(**none)).observations == ()
        assert seen_of(**none, undecided=4).missing is kk.Missing.UNREADABLE
        assert seen_of(**none, undecided=62).missing is kk.Missing.NOT_SET

    def test_status(self) -> None:
        """A forecast is none of the counts."""
        assert seen_of().status is kk.Status.FINAL
        assert seen_of(forecast=True).status is kk.Status.FORECAST
        assert seen_of(taken=1 << 2).status is kk.Status.PROVISIONAL

    @pytest.mark.parametrize(
        ("day", "period"),
        [
            (date(2024, 3, 31), kk.FiscalYear(2023)),
            (datetime(2023, 12, 31, tzinfo=UTC), kk.CalendarYear(2023)),
            (date(2024, 2, 29), kk.Month(2024, 2)),
            (date(2024, 6, 20), kk.Date(2024, 6, 20)),
        ],
    )
    def test_days(self, day: date, period: kk.Period) -> None:
        """A day is the end of the year or of the month that ends on it."""
        assert seen_of(actual_until=day).period == period

    def test_years(self) -> None:
        """Without a day it is the fiscal year, if any."""
        assert seen_of(year=2023).period == kk.FiscalYear(2023)
        assert seen_of(year=0).period is None


class TestTargetPeriods:
    """From its first day to its last."""

    @pytest.mark.parametrize(
        ("first", "last", "period"),
        [
            (None, None, None),
            (None, date(2028, 3, 31), kk.FiscalYear(2027)),
            (date(2027, 4, 1), date(2028, 3, 31), kk.FiscalYear(2027)),
            (date(2028, 3, 1), date(2028, 3, 31), kk.Month(2028, 3)),
            (date(2028, 3, 31), date(2028, 3, 31), kk.Date(2028, 3, 31)),
            (
                date(2021, 4, 1),
                date(2024, 3, 31),
                kk.Span(kk.FiscalYear(2021), kk.FiscalYear(2023)),
            ),
            (
                date(2021, 1, 1),
                date(2023, 12, 31),
                kk.Span(kk.CalendarYear(2021), kk.CalendarYear(2023)),
            ),
            (
                date(2021, 6, 1),
                date(2024, 3, 31),
                kk.Span(kk.Date(2021, 6, 1), kk.FiscalYear(2023)),
            ),
            (
                date(2023, 6, 1),
                date(2023, 6, 20),
                kk.Span(kk.Date(2023, 6, 1), kk.Date(2023, 6, 20)),
            ),
        ],
    )
    def test_days(self, first: date | None, last: date | None, period: kk.Period | None) -> None:
        """The year, the month or the days that they are."""
        (target,) = indicator_of(row(target_from=first, target_due=last)).targets
        assert target.period == period

    def test_total_up_to_a_day(self) -> None:
        """Of several years, a value that may be all of them is that of its day."""
        days = {"target_from": date(2021, 4, 1), "target_due": date(2024, 3, 31)}
        seen = {"actual_until": date(2024, 3, 31)}
        assert seen_of(**days, **seen, part_of_total=0).period == kk.Date(2024, 3, 31)
        assert seen_of(**days, **seen, part_of_total=2).period == kk.FiscalYear(2023)


class TestCountsOfOtherYears:
    """A count of other years than its target's comes back so that it tells no more than before."""

    @pytest.mark.parametrize(
        ("rule", "value", "when"),
        [
            (kk.AtLeast(kk.Quantity("20", "件")), kk.Quantity("61", "件"), "R3~5"),
            (kk.AtMost(kk.Quantity("20", "件")), kk.Quantity("61", "件"), "R3~5"),
            (kk.AtLeast(kk.Quantity("100", "件", per="5年間")), kk.Quantity("30", "件"), "R5"),
            (kk.AtMost(kk.Quantity("100", "件", per="5年間")), kk.Quantity("30", "件"), "R5"),
            (kk.AtLeast(kk.Quantity("20", "件")), kk.Quantity("61", "件", per="5年間"), "R5"),
        ],
    )
    def test_way_back(self, rule: kk.Rule, value: kk.Quantity, when: str) -> None:
        target = kk.Target(rule, kk.FiscalYear(2023))
        seen = kk.Observation(kk.read_period(when).value, value)
        told = kk.evaluate(kk.Indicator("整備数", target=target), seen)

        back = indicator_of(known(row_of(told)))

        again = kk.evaluate(back, as_of=target.period.end if target.period else None)
        assert kk.Reason.STATISTIC_DIFFERS is told.reason
        assert (told.verdict, told.reason) == (again.verdict, again.reason)
