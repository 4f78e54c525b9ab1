"""The observations of an indicator in time, and what they make of a verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import kpikit as kk
from kpikit import Flag, Reason, Verdict
from kpikit.model.series import first_value, given_start, latest

R3, R4, R5, R6 = (kk.FiscalYear(year) for year in (2021, 2022, 2023, 2024))


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def seen(period: kk.Period | None, text: str = "5 件", **given: Any) -> kk.Observation:
    return kk.Observation(period, q(text), **given)


def missing(period: kk.Period, how: kk.Missing) -> kk.Observation:
    return kk.Observation(period, missing=how)


class TestLatest:
    """The last observation; an empty cell is none, 集計中 and a dash are."""

    @pytest.mark.parametrize(
        ("how", "expected"),
        [(kk.Missing.BLANK, R4), (kk.Missing.PENDING, R5), (kk.Missing.NONE, R5)],
    )
    def test_missing(self, how: kk.Missing, expected: kk.Period) -> None:
        found = latest((seen(R4), missing(R5, how)), None)
        assert found is not None
        assert found.period is expected

    def test_nothing_but_blanks(self) -> None:
        blank = missing(R5, kk.Missing.BLANK)
        assert latest((missing(R4, kk.Missing.BLANK), blank), None) is blank
        assert latest((), None) is None


class TestStart:
    """The baseline as a table gives it, else the earliest dated value."""

    def test_given(self) -> None:
        assert given_start(None) is None
        assert given_start(missing(R3, kk.Missing.NONE)) is None
        unread = missing(R3, kk.Missing.UNREADABLE)
        assert given_start(unread) is unread
        assert given_start(seen(R3)) == seen(R3)

    def test_first(self) -> None:
        series = (seen(R5), seen(R4), seen(None), missing(R3, kk.Missing.NONE))
        assert first_value(series) == seen(R4)
        assert first_value(series, seen(R5)) == seen(R4)
        assert first_value(series, seen(R4)) is None
        assert first_value(series, seen(None)) is None
        assert first_value((seen(R3, status=kk.Status.FORECAST),)) is None

    def test_its_own_period_comes_before_that_of_its_column(self) -> None:
        series = (seen(R4, column=R3), seen(None, column=R4))
        assert first_value(series, seen(R4)) is None
        assert first_value(series, seen(R5)) is series[0]


class TestFirstValue:
    """It stands for a baseline that is not given, and a flag says so where it tells anything."""

    def judged(self, name: str, rule: kk.Rule, *values: str) -> kk.Evaluation:
        years = (kk.FiscalYear(2024 - len(values) + index) for index in range(len(values)))
        series = [seen(year, text) for year, text in zip(years, values, strict=True)]
        return kk.evaluate(kk.Indicator(name, target=rule, observations=series))

    @pytest.mark.parametrize(
        ("rule", "values", "verdict"),
        [
            (kk.Reach(q("5 件")), ("3 件", "4 件"), Verdict.NOT_ACHIEVED),
            (kk.Improve(kk.Direction.HIGHER), ("3 件", "4 件", "3 件"), Verdict.NOT_ACHIEVED),
            (kk.Maintain(direction=kk.Direction.HIGHER), ("3 件", "3 件"), Verdict.ACHIEVED),
            (kk.ReduceBy(q("50 %")), ("4 件", "3 件", "2 件"), Verdict.ACHIEVED),
            (kk.AtLeast(q("2 倍"), reference="現状"), ("2 件", "3 件", "4 件"), Verdict.ACHIEVED),
        ],
    )
    def test_used(self, rule: kk.Rule, values: tuple[str, ...], verdict: Verdict) -> None:
        found = self.judged("窓口の数", rule, *values)
        assert found.verdict is verdict
        assert Flag.START_FROM_FIRST_VALUE in found.flags
        assert found.baseline is not None
        assert found.baseline.quantity == q(values[0])

    @pytest.mark.parametrize(
        ("name", "rule", "values"),
        [
            ("窓口の数", kk.AtLeast(q("5 件")), ("3 件", "4 件")),
            ("利用者数", kk.Reach(q("5 人")), ("7 人", "4 人")),
            ("窓口の数", kk.Reach(q("5 件")), ("7 件", "4 件")),
            ("窓口の数", kk.Reach(q("5 件")), ("4 件",)),
            ("窓口の数", kk.Improve(kk.Direction.HIGHER, reference="前年度"), ("3 件", "4 件")),
        ],
    )
    def test_not_used(self, name: str, rule: kk.Rule, values: tuple[str, ...]) -> None:
        found = self.judged(name, rule, *values)
        assert Flag.START_FROM_FIRST_VALUE not in found.flags

    def test_a_given_baseline_comes_first(self) -> None:
        one = kk.Indicator(
            "窓口の数",
            target=kk.Reach(q("5 件")),
            baseline=q("6 件"),
            observations=[seen(R4, "3 件"), seen(R5, "4 件")],
        )
        assert kk.evaluate(one).reason is Reason.DIRECTION_UNKNOWN


class TestYearBefore:
    """A dated baseline is the value of its year."""

    RULE = kk.Improve(kk.Direction.HIGHER, reference="前年度")

    @pytest.mark.parametrize(
        ("period", "expected"),
        [(R4, Verdict.ACHIEVED), (R3, Reason.PREVIOUS_VALUE_MISSING), (None, None)],
    )
    def test_baseline(self, period: kk.Period | None, expected: object) -> None:
        one = kk.Indicator("数", target=self.RULE, baseline=seen(period, "4 件"))
        found = kk.evaluate(one, seen(R5, "5 件"))
        assert (found.reason or found.verdict) is (expected or Reason.PREVIOUS_VALUE_MISSING)

    def test_an_actual_of_that_year_comes_first(self) -> None:
        one = kk.Indicator(
            "数",
            target=self.RULE,
            baseline=seen(R4, "9 件"),
            observations=[seen(R4, "4 件"), seen(R5, "5 件")],
        )
        assert kk.evaluate(one).verdict is Verdict.ACHIEVED

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            (seen(None, "2 件", column=R3), Verdict.ACHIEVED),
            (seen(R3, "2 件"), Verdict.ACHIEVED),
            (seen(None, "2 件", column=R4), Reason.BASELINE_MISSING),
            (seen(R4, "2 件"), Reason.BASELINE_MISSING),
        ],
    )
    def test_a_reference_by_its_year(self, start: kk.Observation, expected: object) -> None:
        """The year of a baseline may stand in its heading."""
        rule = kk.AtLeast(q("2 倍"), reference="現状(R3)")
        found = kk.evaluate(kk.Indicator("数", target=rule, baseline=start), seen(R5, "4 件"))
        assert (found.reason or found.verdict) is expected


class TestUndated:
    """An actual without a date is judged by the targets of all years."""

    def judged(self, seen: kk.Observation, **given: Any) -> kk.Evaluation:
        asked = ((4, R4), (6, R5))
        steps = [kk.Target(kk.AtLeast(q(f"{number} 件")), year) for number, year in asked]
        return kk.evaluate(kk.Indicator("開催件数", target=steps), seen, **given)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("7 件", Verdict.ACHIEVED),
            ("3 件", Verdict.NOT_ACHIEVED),
            ("5 件", Verdict.INDETERMINATE),
        ],
    )
    def test_all_targets(self, text: str, expected: Verdict) -> None:
        """Where they answer differently it cannot be told."""
        one = self.judged(seen(None, text))
        assert one.verdict is expected
        assert (one.reason is Reason.ACTUAL_UNDATED) is (expected is Verdict.INDETERMINATE)

    def test_what_the_caller_says(self) -> None:
        """The day of judging, or that the last target is meant, tells which one it is."""
        assert self.judged(seen(None), final=True).verdict is Verdict.NOT_ACHIEVED
        early = self.judged(seen(None), as_of=date(2023, 3, 31))
        assert early.verdict is Verdict.ACHIEVED

    def test_a_date_tells(self) -> None:
        """A dated value is that of its year."""
        assert self.judged(seen(R4)).verdict is Verdict.ACHIEVED
        assert self.judged(seen(R5)).verdict is Verdict.NOT_ACHIEVED


class TestStale:
    """Once a target is due, a value from before its period tells nothing."""

    def judged(
        self,
        rule: kk.Rule,
        due: kk.Period | None,
        of: kk.Period | None,
        actual: str = "5 件",
        name: str = "窓口の数",
    ) -> kk.Evaluation:
        one = kk.Indicator(name, target=kk.Target(rule, due), observations=[seen(of, actual)])
        return kk.evaluate(one, as_of=date(2025, 3, 31))

    @pytest.mark.parametrize(
        ("due", "of", "expected"),
        [
            (R5, R4, Reason.ACTUAL_STALE),
            (R5, R5, Verdict.ACHIEVED),
            (R5, R6, Verdict.ACHIEVED),
            (None, R4, Verdict.ACHIEVED),
            (R5, None, Verdict.ACHIEVED),
            (kk.Date(2024, 3, 31), R5, Verdict.ACHIEVED),
            (kk.Date(2024, 3, 31), R4, Reason.ACTUAL_STALE),
            (R5, kk.Date(2023, 10, 1), Verdict.ACHIEVED),
            (R5, kk.CalendarYear(2022), Reason.ACTUAL_STALE),
            (R5, kk.CalendarYear(2023), Verdict.ACHIEVED),
        ],
    )
    def test_periods(self, due: Any, of: Any, expected: object) -> None:
        found = self.judged(kk.AtLeast(q("4 件")), due, of)
        assert (found.reason or found.verdict) is expected

    def test_either_way(self) -> None:
        assert self.judged(kk.AtLeast(q("6 件")), R5, R4).reason is Reason.ACTUAL_STALE
        assert self.judged(kk.AtMost(q("6 件")), R5, R4).reason is Reason.ACTUAL_STALE

    def test_what_is_open_keeps_its_reason(self) -> None:
        assert self.judged(kk.Reach(q("6 件")), R5, R4).reason is Reason.DIRECTION_UNKNOWN
        assert self.judged(kk.Unset(), R5, R4).verdict is Verdict.NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("name", "rule", "actual", "expected"),
        [
            ("認定の累計件数", kk.AtLeast(q("4 件")), "5 件", Verdict.ACHIEVED),
            ("認定の件数", kk.AtLeast(q("4 件 statistic=累計")), "5 件", Verdict.ACHIEVED),
            ("認定の累計件数", kk.AtLeast(q("6 件")), "5 件", Reason.ACTUAL_STALE),
            ("認定の累計件数", kk.AtMost(q("6 件")), "5 件", Reason.ACTUAL_STALE),
            ("認定の累計割合", kk.AtLeast(q("4 %")), "5 %", Reason.ACTUAL_STALE),
            ("認定の件数", kk.Qualitative("設置"), "5 件", Reason.NOT_QUANTIFIED),
        ],
    )
    def test_a_running_total_stays_met(
        self, name: str, rule: kk.Rule, actual: str, expected: object
    ) -> None:
        found = self.judged(rule, R5, R4, actual, name)
        assert (found.reason or found.verdict) is expected

    def test_words(self) -> None:
        one = kk.Indicator(
            "設置",
            target=kk.Target(kk.Qualitative("設置"), R5),
            observations=[kk.Observation(R4, outcome="設置")],
        )
        assert kk.evaluate(one, as_of=date(2025, 3, 31)).reason is Reason.ACTUAL_STALE

    @pytest.mark.parametrize(
        ("second", "expected"),
        [("7 件 statistic=累計", Verdict.ACHIEVED), ("7 件", Reason.ACTUAL_STALE)],
    )
    def test_parts(self, second: str, expected: object) -> None:
        of_all = kk.AtLeast(q("4 件 statistic=累計"))
        of_one = kk.AtLeast(q("6 件 statistic=累計") if "累計" in second else q("6 件"))
        rule = kk.AllOf([kk.RulePart("①", of_all), kk.RulePart("②", of_one)])
        values = kk.Observation(
            R4,
            parts=[
                kk.Part("①", kk.Observation(None, q("5 件 statistic=累計"))),
                kk.Part("②", kk.Observation(None, q(second))),
            ],
        )
        one = kk.Indicator("件数", target=kk.Target(rule, R5), observations=[values])
        found = kk.evaluate(one, as_of=date(2025, 3, 31))
        assert (found.reason or found.verdict) is expected

    def test_it_is_told(self) -> None:
        found = self.judged(kk.AtLeast(q("4 件")), R5, R4)
        assert found.explain() == (
            "実績値(令和4年度)は5件であるが、目標の時期(令和5年度)より前の値であるため、"
            "目標値4件以上を達成したか判定できない。"
        )
