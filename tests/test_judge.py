"""Evaluating: which target, which actual, which date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import kpikit as kk

R2, R3, R4, R5, R6, R7 = (kk.FiscalYear(year) for year in range(2020, 2026))
END = {year: date(year + 1, 3, 31) for year in range(2020, 2026)}


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def seen(period: Any, text: str = "10 件", **named: Any) -> kk.Observation:
    return kk.Observation(period, q(text), **named)


def pending(period: Any) -> kk.Observation:
    return kk.Observation(period, missing=kk.Missing.PENDING)


def indicator(*observations: kk.Observation, name: str = "数", **named: Any) -> kk.Indicator:
    return kk.Indicator(name, observations=observations, **named)


class TestActual:
    """The actual is that of the latest column not after the day of judging."""

    def test_latest(self) -> None:
        one = indicator(seen(R4), seen(R5, "20 件"), seen(R3), target=kk.AtLeast(q("20 件")))
        assert kk.evaluate(one).observation == seen(R5, "20 件")
        assert kk.evaluate(one).as_of == END[2023]
        assert kk.evaluate(one, as_of=END[2022]).observation == seen(R4)
        assert kk.evaluate(one, as_of=END[2020]).reason is kk.Reason.NO_ACTUAL

    def test_pending_is_never_last_years_value(self) -> None:
        one = indicator(seen(R4), pending(R5), target=kk.AtLeast(q("5 件")))
        assert kk.evaluate(one, as_of=END[2023]).reason is kk.Reason.NO_ACTUAL
        assert kk.evaluate(one).as_of == END[2022]
        assert kk.evaluate(one).verdict is kk.Verdict.ACHIEVED

    def test_a_forecast_is_no_actual_unless_there_is_nothing_else(self) -> None:
        forecast = seen(R7, status=kk.Status.FORECAST)
        rule = kk.AtLeast(q("5 件"))
        assert kk.evaluate(indicator(seen(R5), forecast, target=rule)).as_of == END[2023]
        alone = kk.evaluate(indicator(forecast, target=rule))
        assert alone.as_of == END[2025]
        assert alone.flags == (kk.Flag.FORECAST,)

    def test_the_column_counts_not_the_day_of_measuring(self) -> None:
        late = seen(kk.Date(2024, 6, 20), column=R5)
        assert kk.evaluate(indicator(late, target=kk.AtLeast(q("5 件")))).as_of == END[2023]

    def test_without_any_period(self) -> None:
        evaluation = kk.evaluate(indicator(seen(None), target=kk.AtLeast(q("5 件"))))
        assert evaluation.as_of is None
        assert evaluation.verdict is kk.Verdict.ACHIEVED

    def test_given_by_the_caller(self) -> None:
        one = indicator(target=kk.AtLeast(q("5 件")))
        assert kk.evaluate(one, seen(R5)).as_of == END[2023]
        assert kk.evaluate(one, seen(None)).as_of is None
        assert kk.evaluate(one, seen(R5), as_of=END[2024]).as_of == END[2024]

    def test_status(self) -> None:
        rule = kk.AtLeast(q("5 件"))
        provisional = seen(R5, status=kk.Status.PROVISIONAL)
        assert kk.evaluate(indicator(target=rule), provisional).flags == (kk.Flag.PROVISIONAL,)
        forecast = kk.Part("①", seen(R5, status=kk.Status.FORECAST))
        whole = kk.Observation(R5, parts=[forecast])
        assert kk.evaluate(indicator(target=rule), whole).flags == (kk.Flag.FORECAST,)

    def test_none_at_all(self) -> None:
        evaluation = kk.evaluate(indicator(target=kk.AtLeast(q("5 件"))))
        assert (evaluation.reason, evaluation.as_of) == (kk.Reason.NO_ACTUAL, None)


class TestTarget:
    """The target of the actual's period, else the next later one; the final one if asked."""

    TARGETS = (
        kk.Target(kk.AtLeast(q("30 件")), R7),
        kk.Target(kk.AtLeast(q("10 件")), R3),
        kk.Target(kk.AtLeast(q("20 件")), R5),
    )

    @pytest.mark.parametrize(
        ("period", "final", "expected"),
        [(R2, False, R3), (R3, False, R3), (R4, False, R5), (R5, False, R5), (R5, True, R7)],
    )
    def test_by_period(self, period: Any, final: bool, expected: Any) -> None:  # noqa: FBT001
        evaluation = kk.evaluate(indicator(target=self.TARGETS), seen(period), final=final)
        assert evaluation.target is not None
        assert evaluation.target.period == expected

    def test_after_the_last(self) -> None:
        evaluation = kk.evaluate(indicator(target=self.TARGETS), seen(kk.FiscalYear(2030)))
        assert evaluation.target == self.TARGETS[0]

    def test_without_a_period(self) -> None:
        undated = kk.Target(kk.AtLeast(q("40 件")))
        one = indicator(target=(undated, *self.TARGETS))
        assert kk.evaluate(one, seen(None)).target == undated
        assert kk.evaluate(one, seen(R5), final=True).target == undated
        assert kk.evaluate(one, as_of=END[2022]).target == self.TARGETS[2]

    def test_no_target_is_unreadable(self) -> None:
        evaluation = kk.evaluate(indicator(), seen(R5))
        assert evaluation.reason is kk.Reason.TARGET_UNREADABLE
        assert (evaluation.target, evaluation.rule) == (None, None)


class TestDueDate:
    """Not applicable; achieved; not due; the rest."""

    @staticmethod
    def judged(rule: kk.Rule, actual: kk.Observation | None, **named: Any) -> kk.Evaluation:
        one = kk.Indicator(
            named.pop("name", "数"), target=kk.Target(rule, named.pop("due", R7)), **named
        )
        return kk.evaluate(one, actual, as_of=END[2023])

    def test_early(self) -> None:
        evaluation = self.judged(kk.AtLeast(q("5 件")), seen(R5))
        assert evaluation.verdict is kk.Verdict.ACHIEVED
        assert evaluation.flags == (kk.Flag.EARLY,)

    @pytest.mark.parametrize("actual", [seen(R5), pending(R5), None, seen(R5, "10 人")])
    def test_not_due(self, actual: kk.Observation | None) -> None:
        evaluation = self.judged(kk.AtLeast(q("50 件")), actual)
        assert evaluation.verdict is kk.Verdict.NOT_DUE
        assert evaluation.reason is kk.Reason.NOT_YET_DUE

    def test_not_applicable_comes_first(self) -> None:
        assert self.judged(kk.Unset(), None).verdict is kk.Verdict.NOT_APPLICABLE

    def test_due_on_the_day(self) -> None:
        assert self.judged(kk.AtLeast(q("50 件")), seen(R5), due=R5).reason is None

    @pytest.mark.parametrize(
        "rule",
        [
            kk.Maintain(q("5 件")),
            kk.Maintain(q("[5,∞) 件")),
            kk.AllOf([kk.RulePart("①", kk.Maintain(q("5 件")))]),
        ],
    )
    def test_what_is_to_be_kept_is_kept_until_its_date(self, rule: kk.Rule) -> None:
        parts = [kk.Part("①", seen(R5))]
        actual = kk.Observation(R5, parts=parts) if isinstance(rule, kk.AllOf) else seen(R5)
        assert self.judged(rule, actual).verdict is kk.Verdict.NOT_DUE

    @pytest.mark.parametrize(
        ("rule", "actual", "name", "verdict"),
        [
            # 累計 may still grow
            (kk.AtMost(q("20 件")), "10 件 statistic=累計", "累計数", kk.Verdict.NOT_DUE),
            (kk.AtMost(q("20 件 statistic=累計")), "10 件", "累計数", kk.Verdict.NOT_DUE),
            (kk.AtMost(q("20 件")), "10 件", "累計数", kk.Verdict.NOT_DUE),
            (kk.Between(q("[5,20] 件")), "10 件", "累計数", kk.Verdict.NOT_DUE),
            (kk.AtLeast(q("5 件")), "10 件", "累計数", kk.Verdict.ACHIEVED),
            # other ceilings are met early
            (kk.AtMost(q("20 件")), "10 件", "数", kk.Verdict.ACHIEVED),
        ],
    )
    def test_a_ceiling_on_a_running_total(
        self, rule: kk.Rule, actual: str, name: str, verdict: kk.Verdict
    ) -> None:
        assert self.judged(rule, seen(R5, actual), name=name).verdict is verdict

    def test_a_ceiling_in_one_of_several_parts(self) -> None:
        rule = kk.AllOf([kk.RulePart("①", kk.AtMost(q("20 件 statistic=累計")))])
        part = kk.Part("①", seen(R5, "10 件 statistic=累計"))
        evaluation = self.judged(rule, kk.Observation(R5, parts=[part]))
        assert evaluation.verdict is kk.Verdict.NOT_DUE

    def test_a_reduction_met_early(self) -> None:
        evaluation = self.judged(kk.ReduceBy(q("10 %"), base=q("140 件")), seen(R5))
        assert evaluation.flags == (kk.Flag.EARLY,)

    HALF = kk.FiscalHalf(2023, 1)

    @pytest.mark.parametrize(
        ("rule", "actual", "verdict"),
        [
            (kk.AtMost(q("20 件")), "10 件", kk.Verdict.NOT_DUE),
            (kk.AtLeast(q("5 件")), "10 件", kk.Verdict.ACHIEVED),
            (kk.AtMost(q("20 %")), "10 %", kk.Verdict.ACHIEVED),
            (kk.AtMost(q("20 件")), "10 件 statistic=平均", kk.Verdict.ACHIEVED),
            (kk.Exactly(q("10 件")), "10 件", kk.Verdict.NOT_DUE),
            (kk.ReduceBy(q("10 %")), "10 件", kk.Verdict.NOT_DUE),
            (kk.ReduceBy(q("5 件")), "10 件 change=decrease", kk.Verdict.ACHIEVED),
            (kk.Improve(kk.Direction.LOWER), "10 件", kk.Verdict.NOT_DUE),
            (kk.Improve(kk.Direction.HIGHER), "101 件", kk.Verdict.ACHIEVED),
            (kk.RelativeTo("現状", kk.Comparator.AT_MOST), "10 件", kk.Verdict.NOT_DUE),
            (kk.RelativeTo("現状", kk.Comparator.ABOVE), "101 件", kk.Verdict.ACHIEVED),
        ],
    )
    def test_a_count_of_the_first_months(
        self, rule: kk.Rule, actual: str, verdict: kk.Verdict
    ) -> None:
        one = kk.Indicator("数", target=kk.Target(rule, R5), baseline=q("100 件"))
        assert kk.evaluate(one, seen(self.HALF, actual)).verdict is verdict

    def test_an_instant_is_no_first_part(self) -> None:
        one = kk.Indicator("数", target=kk.Target(kk.AtMost(q("20 件")), R5))
        assert kk.evaluate(one, seen(kk.Date(2023, 10, 1))).verdict is kk.Verdict.ACHIEVED

    def test_words_met_early(self) -> None:
        evaluation = self.judged(kk.Qualitative("設置"), kk.Observation(R5, outcome="設置済"))
        assert evaluation.flags == (kk.Flag.OUTCOME_IN_WORDS, kk.Flag.EARLY)


class TestYearBefore:
    """前年度 is the same kind of period a year earlier."""

    RULE = kk.Improve(kk.Direction.HIGHER, reference="前年度")

    @pytest.mark.parametrize(
        ("before", "now"),
        [
            (R4, R5),
            (kk.CalendarYear(2022), kk.CalendarYear(2023)),
            (kk.Month(2023, 3), kk.Month(2024, 3)),
            (kk.FiscalHalf(2022, 1), kk.FiscalHalf(2023, 1)),
            (kk.Date(2023, 3, 31), kk.Date(2024, 3, 31)),
            (kk.Date(2023, 3, 30), kk.Date(2024, 3, 31)),
            (kk.Date(2023, 3, 31), R5),
            (R4, kk.Date(2024, 3, 31)),
        ],
    )
    def test_found(self, before: Any, now: Any) -> None:
        one = indicator(seen(R2, "99 件"), seen(before), target=self.RULE)
        assert kk.evaluate(one, seen(now, "11 件")).verdict is kk.Verdict.ACHIEVED

    @pytest.mark.parametrize(
        ("before", "now"),
        [
            (R3, R5),
            (kk.Month(2022, 5), kk.Month(2024, 3)),
            (kk.CalendarYear(2022), R5),
            (R4, None),
            (R4, kk.FiscalYear(1868)),
        ],
    )
    def test_not_found(self, before: Any, now: Any) -> None:
        one = indicator(seen(before), target=self.RULE)
        evaluation = kk.evaluate(one, seen(now, "11 件"))
        assert evaluation.reason is kk.Reason.PREVIOUS_VALUE_MISSING

    @pytest.mark.parametrize(
        ("before", "now", "verdict"),
        [
            (kk.FiscalYear(2017, label="2017"), kk.CalendarYear(2018), kk.Verdict.ACHIEVED),
            (kk.CalendarYear(2017), kk.FiscalYear(2018, label="H30"), kk.Verdict.ACHIEVED),
            (kk.FiscalYear(2017, label="２０１７"), kk.CalendarYear(2018), kk.Verdict.ACHIEVED),
            # of either kind, but not the year before
            (kk.FiscalYear(2016, label="2016"), kk.CalendarYear(2018), kk.Verdict.INDETERMINATE),
            # both say of what kind they are
            (
                kk.FiscalYear(2017, label="2017年度"),
                kk.CalendarYear(2018, label="2018年"),
                kk.Verdict.INDETERMINATE,
            ),
            (kk.Date(2017, 5, 1), kk.CalendarYear(2018), kk.Verdict.INDETERMINATE),
        ],
    )
    def test_a_bare_year_is_of_either_kind(
        self, before: Any, now: Any, verdict: kk.Verdict
    ) -> None:
        one = indicator(seen(before), target=self.RULE)
        assert kk.evaluate(one, seen(now, "11 件")).verdict is verdict

    def test_of_two_bare_years_neither_is_taken(self) -> None:
        years = [kk.FiscalYear(2017, label="2017"), kk.FiscalYear(2017, label="H29")]
        one = indicator(*map(seen, years), target=self.RULE)
        found = kk.evaluate(one, seen(kk.CalendarYear(2018), "11 件"))
        assert found.reason is kk.Reason.PREVIOUS_VALUE_MISSING

    def test_only_value_is_not_of_the_year_before_itself(self) -> None:
        only = seen(R5, "11 件")
        for start in (None, kk.Observation(None, q("10 件"))):
            one = indicator(only, target=self.RULE, baseline=start)
            assert kk.Reason.PREVIOUS_VALUE_MISSING is kk.evaluate(one, only).reason

    def test_only_value_of_the_year_before(self) -> None:
        one = indicator(target=self.RULE, baseline=seen(kk.FiscalYear(2022), "10 件"))
        assert kk.Verdict.ACHIEVED is kk.evaluate(one, seen(R5, "11 件")).verdict

    def test_two_days_of_the_year_before(self) -> None:
        one = indicator(seen(kk.Date(2022, 5, 1)), seen(kk.Date(2022, 9, 1)), target=self.RULE)
        evaluation = kk.evaluate(one, seen(R5, "11 件"))
        assert evaluation.reason is kk.Reason.PREVIOUS_VALUE_MISSING


class TestPreceding:
    """前回 is the observation before, whatever its year; 前期 may be half a year or a whole one."""

    RULES = (
        kk.RelativeTo("前回調査", kk.Comparator.ABOVE),
        kk.IncreaseBy(q("10 %"), reference="前回比"),
    )

    @pytest.mark.parametrize("rule", RULES)
    @pytest.mark.parametrize(
        ("series", "verdict"),
        [
            ([seen(R2)], kk.Verdict.ACHIEVED),
            ([seen(R2, "11 件"), seen(R3)], kk.Verdict.ACHIEVED),
            ([seen(R3), seen(R2, "99 件")], kk.Verdict.ACHIEVED),
            ([seen(R2, "11 件")], kk.Verdict.NOT_ACHIEVED),
            # no survey in R3; a half of the actual's own year is not before it
            ([seen(R2), kk.Observation(R3, missing=kk.Missing.NONE)], kk.Verdict.ACHIEVED),
            ([seen(R2), seen(kk.FiscalHalf(2023, 1), "99 件")], kk.Verdict.ACHIEVED),
            ([seen(R2), seen(None, "99 件")], kk.Verdict.ACHIEVED),
            ([seen(R2), pending(R3)], kk.Verdict.INDETERMINATE),
            ([], kk.Verdict.INDETERMINATE),
            ([seen(R7)], kk.Verdict.INDETERMINATE),
        ],
    )
    def test_by_series(
        self, rule: kk.Rule, series: list[kk.Observation], verdict: kk.Verdict
    ) -> None:
        evaluation = kk.evaluate(indicator(*series, target=rule), seen(R5, "11 件"))
        assert evaluation.verdict is verdict
        if verdict is kk.Verdict.INDETERMINATE:
            assert evaluation.reason is kk.Reason.PREVIOUS_VALUE_MISSING

    def test_a_term_is_not_told(self) -> None:
        halves = [seen(kk.FiscalHalf(2022, 2)), seen(kk.FiscalHalf(2023, 1))]
        for rule in (
            kk.RelativeTo("前期実績", kk.Comparator.ABOVE),
            kk.IncreaseBy(q("10 %"), reference="前期比"),
        ):
            evaluation = kk.evaluate(
                indicator(*halves, target=rule, baseline=q("1 件")),
                seen(kk.FiscalHalf(2023, 2), "11 件"),
            )
            assert evaluation.reason is kk.Reason.PREVIOUS_VALUE_MISSING


class TestDirection:
    """What the indicator says comes before what the caller says of all."""

    def test_order(self) -> None:
        rule, caller = kk.Reach(q("10 件")), kk.Direction.LOWER
        own = indicator(target=rule, direction=kk.Direction.HIGHER)
        assert kk.evaluate(own, seen(R5, "12 件"), direction=caller).verdict is kk.Verdict.ACHIEVED
        open_ = indicator(target=rule)
        judged = kk.evaluate(open_, seen(R5, "12 件"), direction=caller)
        assert judged.verdict is kk.Verdict.NOT_ACHIEVED

    def test_nouns(self) -> None:
        one = indicator(name="欠席日数", target=kk.Reach(q("10 件")))
        evaluation = kk.evaluate(one, seen(R5, "12 件"), nouns=["欠席日数"])
        assert evaluation.verdict is kk.Verdict.NOT_ACHIEVED


class TestPlan:
    """A plan is judged on one day, that of its latest column."""

    def test_as_of(self) -> None:
        rule = kk.AtLeast(q("5 件"))
        early, late = indicator(seen(R4), target=rule), indicator(seen(R5), target=rule)
        section = kk.Section("施策", "1", "行政", indicators=[early])
        below = kk.Section("事業", "1", "電子化", indicators=[late])
        plan = kk.Plan("計画", sections=[section, below])
        result = kk.evaluate(plan)
        assert result.as_of == END[2023]
        assert [each.as_of for each in result.all()] == [END[2023]] * 2
        assert kk.evaluate(plan, as_of=END[2022]).summary().indeterminate == 1


class TestTargetsOfSeveralYears:
    """A count of one year may be a part of what a target for several years asks for in total."""

    LAST = kk.FiscalYear(2024)
    SPAN = kk.Span(kk.FiscalYear(2020), LAST)

    def judged(
        self,
        rule: kk.Rule,
        value: kk.Quantity,
        when: kk.Period = LAST,
        name: str = "整備数",
    ) -> tuple[kk.Verdict, kk.Reason | None]:
        indicator = kk.Indicator(name, target=kk.Target(rule, self.SPAN))
        found = kk.evaluate(indicator, kk.Observation(when, value), as_of=self.SPAN.end)
        return found.verdict, found.reason

    def test_a_part_of_it_tells_nothing(self) -> None:
        differs = (kk.Verdict.INDETERMINATE, kk.Reason.STATISTIC_DIFFERS)
        floor, ceiling = kk.AtLeast(kk.Quantity("212", "件")), kk.AtMost(kk.Quantity("212", "件"))

        assert differs == self.judged(floor, kk.Quantity("43", "件"))
        assert differs == self.judged(ceiling, kk.Quantity("43", "件"))

    @pytest.mark.parametrize(
        ("value", "when", "name", "verdict"),
        [
            # It reaches the whole by itself.
            (kk.Quantity("212", "件"), kk.FiscalYear(2024), "整備数", kk.Verdict.ACHIEVED),
            # That of all the years, a total, and one whose name says so.
            (kk.Quantity("43", "件"), SPAN, "整備数", kk.Verdict.NOT_ACHIEVED),
            (
                kk.Quantity("43", "件", statistic="累計"),
                kk.FiscalYear(2024),
                "累計整備数",
                kk.Verdict.NOT_ACHIEVED,
            ),
            (kk.Quantity("43", "件"), kk.FiscalYear(2024), "累計整備数", kk.Verdict.NOT_ACHIEVED),
            # Of a day: all that there is by then.
            (kk.Quantity("43", "件"), kk.Date(2025, 3, 31), "整備数", kk.Verdict.NOT_ACHIEVED),
        ],
    )
    def test_what_is_an_answer(
        self, value: kk.Quantity, when: kk.Period, name: str, verdict: kk.Verdict
    ) -> None:
        assert (verdict, None) == self.judged(
            kk.AtLeast(kk.Quantity("212", "件")), value, when, name
        )

    MONTHS = kk.Span(kk.Month(2024, 10), kk.Month(2024, 12))
    YEAR_END = kk.Span(kk.Month(2025, 1), kk.Month(2025, 3))

    @pytest.mark.parametrize("when", [MONTHS, YEAR_END, kk.FiscalHalf(2024, 1)])
    def test_some_months_of_the_year_of_the_target(self, when: kk.Period) -> None:
        """2,033 views in three months say little of 10,000 in the year."""
        target = kk.Target(kk.AtLeast(q("10000 回")), self.LAST)
        seen = kk.Observation(when, q("2033 回"))
        judged = kk.evaluate(kk.Indicator("閲覧数", target=target), seen, as_of=self.LAST.end)
        assert kk.Reason.STATISTIC_DIFFERS is judged.reason
        assert judged.explain().endswith(
            "であるが、目標の時期(令和6年度)のうち一部の期間の値であるため、"
            "目標値10,000回以上を達成したか判定できない。"
        )

    @pytest.mark.parametrize(
        ("value", "when"),
        [("10000 回", MONTHS), ("2033 回", kk.Month(2024, 12)), ("20 %", MONTHS)],
    )
    def test_what_the_months_tell(self, value: str, when: kk.Period) -> None:
        """What reaches it by itself, what there was at a moment, and a share."""
        unit = value.split()[1]
        target = kk.Target(kk.AtLeast(q(f"10000 {unit}")), self.LAST)
        seen = kk.Observation(when, q(value))
        judged = kk.evaluate(kk.Indicator("閲覧数", target=target), seen, as_of=self.LAST.end)
        assert judged.reason is None

    def test_a_total_without_a_word_in_the_name(self) -> None:
        total = kk.Quantity("43", "件", statistic="累計")
        asked = kk.AtLeast(kk.Quantity("212", "件", statistic="累計"))

        assert (kk.Verdict.NOT_ACHIEVED, None) == self.judged(asked, total)

    def test_a_share_has_no_total(self) -> None:
        rule = kk.AtLeast(kk.Quantity("80", "%"))

        assert (kk.Verdict.NOT_ACHIEVED, None) == self.judged(rule, kk.Quantity("70", "%"))


class TestWhatIsToldOfThem:
    """Why it cannot be told is said of the values that the row has."""

    @staticmethod
    def read(*rows: str) -> kk.PlanEvaluation:
        lines = ["指標名\t実績値\t目標値", *rows, ""]
        return kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="plan.tsv"))

    def test_a_start_of_another_unit(self) -> None:
        """The row has no 当初値: which value was taken for it is said too."""
        (judged,) = self.read("市町村数\t１村(R5) １町(R6) 3村(R7)\t34市町村（R9）").all()
        assert judged.explain().endswith(
            "進み具合は、当初値と目標値とで単位又は集計の仕方が異なるため判定できない。"
            "当初値が示されていないため、最も古い値を当初値とみなした。"
        )

    def test_a_finding_on_some_months(self) -> None:
        of_all = "会員数\t15人（R7）\t16人以上（R7）"
        result = self.read("閲覧数\t2,033PV（R7.10～R7.12）\t10,000PV（R7）", of_all)
        told = [each.japanese for each in kk.audit(result) if each.code == "not-comparable"]
        assert told == [
            (
                "実績値「2,033PV」は、目標の時期(令和7年度)のうち一部の期間の値であるため、"
                "目標「10,000PV以上」と比較できない"
            )
        ]

    @pytest.mark.parametrize(
        ("start", "actual", "target", "told"),
        [
            # 85,008 + 4/6 of 114,992 is 161,669.33…: nobody counts a third of a person.
            ("85,008人", "115,560人", "200,000人以上", "約161,670人に約46,110人及ばず"),
            # 8,508 + 4/6 of 11,492 is 16,169.33….
            ("8,508人", "16,170人", "20,000人以上", "約16,170人を満たし"),
            # 1,008 + 4/6 of 100 is 1,074.66…: short enough to be told to a tenth.
            ("1,008人", "1,070人", "1,108人以上", "約1,074.7人に約4.7人及ばず"),
        ],
    )
    def test_a_long_number_on_the_line(
        self, start: str, actual: str, target: str, told: str
    ) -> None:
        lines = f"会員数\t{start}\t{actual}\t{target}"
        heads = "指標名\t基準値（R2年度）\t実績値（R6年度）\t目標値（R8年度）"
        (judged,) = kk.evaluate(kk.read_plan(f"{heads}\n{lines}\n".encode(), name="a.tsv")).all()
        assert told in judged.explain()

    def test_a_value_of_after_the_day_of_judging(self) -> None:
        """174組 is given, and not by then: it is not said that there is none."""
        seen, _ = self.read(
            "成立数\t174組（R8.3末見込）\t226組以上", "会員数\t15人（R6）\t16人以上"
        ).all()
        assert seen.explain() == (
            "判定の基準日より後の値しか示されていないため、目標値226組以上を達成したか判定できない。"
        )
        assert seen.explain("en").endswith(
            "cannot be told, since all values are from after the day of judging."
        )

    def test_an_open_target_with_an_actual_that_is_not_read(self) -> None:
        """A cell that could not be read is no cell that is blank."""
        (judged, _) = self.read(
            "女性の割合\t25.4% (令和2年3月31日年)\t30%以上（R8）", "会員数\t15人（R6）\t16人以上"
        ).all()
        assert judged.explain() == (
            "目標値は30%以上で、目標年度(令和8年度)は到来していない。"
            "進み具合は、実績値を読み取れないため判定できない。"
        )


class TestCountsOfOtherYears:
    """One of two counts may be a total over more years: told is what it cannot change."""

    LAST = kk.FiscalYear(2024)
    ALL = kk.Span(kk.FiscalYear(2020), LAST)

    def judged(
        self, rule: kk.Rule, value: kk.Quantity, when: kk.Period
    ) -> tuple[kk.Verdict, kk.Reason | None]:
        indicator = kk.Indicator("整備数", target=kk.Target(rule, self.LAST))
        found = kk.evaluate(indicator, kk.Observation(when, value), as_of=self.LAST.end)
        return found.verdict, found.reason

    @pytest.mark.parametrize(
        ("value", "floor", "ceiling"),
        [
            # Of five years, beside one year's target: the floor may be met by all of them only.
            (kk.Quantity("100", "件"), None, None),
            # They all are below it: so is each.
            (kk.Quantity("10", "件"), kk.Verdict.NOT_ACHIEVED, kk.Verdict.ACHIEVED),
            # A mean, or a number for each year, is of one.
            (
                kk.Quantity("100", "件", statistic="平均"),
                kk.Verdict.ACHIEVED,
                kk.Verdict.NOT_ACHIEVED,
            ),
            (kk.Quantity("100", "件", per="年"), kk.Verdict.ACHIEVED, kk.Verdict.NOT_ACHIEVED),
            # Shares are not added up.
            (kk.Quantity("100", "%"), kk.Verdict.ACHIEVED, kk.Verdict.NOT_ACHIEVED),
        ],
    )
    def test_a_value_of_several(
        self, value: kk.Quantity, floor: kk.Verdict | None, ceiling: kk.Verdict | None
    ) -> None:
        differs = (kk.Verdict.INDETERMINATE, kk.Reason.STATISTIC_DIFFERS)
        bound = kk.Quantity("20", value.unit)

        for rule, verdict in ((kk.AtLeast(bound), floor), (kk.AtMost(bound), ceiling)):
            told = differs if verdict is None else (verdict, None)
            assert told == self.judged(rule, value, self.ALL)

    @pytest.mark.parametrize(
        ("per", "value", "when", "verdict"),
        [
            ("5年間", kk.Quantity("30", "件"), LAST, None),
            ("5年間", kk.Quantity("120", "件"), LAST, kk.Verdict.ACHIEVED),
            ("5年間", kk.Quantity("30", "件"), kk.Span(kk.FiscalYear(2021), LAST), None),
            ("5年間", kk.Quantity("30", "件"), ALL, kk.Verdict.NOT_ACHIEVED),
            ("5年間", kk.Quantity("30", "件", per="5か年"), LAST, kk.Verdict.NOT_ACHIEVED),
            ("5年間", kk.Quantity("30", "件", statistic="累計"), LAST, kk.Verdict.NOT_ACHIEVED),
            # By a day: all that there is by then.
            ("5年間", kk.Quantity("30", "件"), kk.Date(2025, 3, 31), kk.Verdict.NOT_ACHIEVED),
            ("", kk.Quantity("120", "件", per="5年間"), LAST, None),
            ("", kk.Quantity("30", "件", per="5年間"), LAST, kk.Verdict.NOT_ACHIEVED),
        ],
    )
    def test_what_a_basis_says(
        self, per: str, value: kk.Quantity, when: kk.Period, verdict: kk.Verdict | None
    ) -> None:
        reason = kk.Reason.STATISTIC_DIFFERS if verdict is None else None
        rule = kk.AtLeast(kk.Quantity("100", "件", per=per))

        assert (verdict or kk.Verdict.INDETERMINATE, reason) == self.judged(rule, value, when)

    def test_a_number_for_each_of_several_years_is_no_total(self) -> None:
        rule = kk.AtLeast(kk.Quantity("20", "件", per="年"))
        indicator = kk.Indicator("整備数", target=kk.Target(rule, self.ALL))
        seen = kk.Observation(self.LAST, kk.Quantity("10", "件"))

        assert kk.evaluate(indicator, seen, as_of=self.ALL.end).verdict is kk.Verdict.NOT_ACHIEVED

    def test_two_numbers_of_years_differ(self) -> None:
        rule = kk.AtLeast(kk.Quantity("100", "件", per="5年間"))

        assert (kk.Verdict.INDETERMINATE, kk.Reason.BASIS_DIFFERS) == self.judged(
            rule, kk.Quantity("90", "件", per="3年間"), self.LAST
        )

    def test_it_is_told_as_it_is_written(self) -> None:
        rule = kk.AtLeast(kk.Quantity("100", "件", per="5か年"))
        indicator = kk.Indicator("整備数", target=kk.Target(rule, self.LAST))
        told = kk.evaluate(indicator, kk.Observation(self.LAST, kk.Quantity("30", "件")))

        assert "「5か年で100件以上」" in told.explain("ja")
        assert "at least 100 cases in 5 years" in told.explain("en")
