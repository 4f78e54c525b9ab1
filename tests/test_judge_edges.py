"""The edges of evaluating a plan: what a section tells of its indicators, totals of several parts.

Each was found by a small change of the code that no other test noticed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import kpikit as kk
from test_judge import END, R2, R3, R4, R5, R7, indicator, q, seen

OPEN, ACHIEVED, MISSED = (
    kk.Verdict.INDETERMINATE,
    kk.Verdict.ACHIEVED,
    kk.Verdict.NOT_ACHIEVED,
)
TERM = kk.Span(R3, R5)


def parts(*texts: str) -> list[kk.Part]:
    return [kk.Part("①②③"[at], kk.Observation(None, q(text))) for at, text in enumerate(texts)]


class TestSections:
    """Whose indicator it is tells which way is better, from the section next to it outwards."""

    BALANCE = kk.Indicator(
        "経常収支比率", target=kk.Reach(q("90 %")), observations=[seen(R5, "95 %")]
    )

    def section(self, title: str, *sections: kk.Section) -> kk.Section:
        return kk.Section("table", "", title, indicators=[self.BALANCE], sections=sections)

    def test_bodies(self) -> None:
        """Of a town less of it is better, of a hospital more."""
        hospital, office, untold = (
            self.section(title, self.section(""))
            for title in ("市立病院経営強化プラン", "行政改革", "")
        )
        plan = kk.Plan("行政改革大綱", sections=[hospital, office, untold])
        evaluated = kk.evaluate(plan)
        assert [each.verdict for each in evaluated.all()] == [ACHIEVED] * 2 + [MISSED] * 4
        nested = kk.Plan("", sections=[self.section("行政改革", hospital)])
        assert [each.verdict for each in kk.evaluate(nested).all()] == [MISSED, ACHIEVED, ACHIEVED]
        nowhere = kk.Plan("計画", sections=[untold])
        assert {each.reason for each in kk.evaluate(nowhere).all()} == {kk.Reason.DIRECTION_UNKNOWN}

    def test_what_is_evaluated_is_kept(self) -> None:
        plan = kk.Plan(
            "計画", sections=[self.section("甲", self.section("乙")), self.section("丙")]
        )
        evaluated = kk.evaluate(plan)
        assert evaluated.plan == plan
        assert [each.section.title for each in evaluated.walk()] == ["甲", "乙", "丙"]
        assert [each.section for each in evaluated.sections] == [*plan.sections]
        assert evaluated.as_of == END[2023]
        assert {each.as_of for each in evaluated.all()} == {END[2023]}

    def test_the_day_is_that_of_the_whole_plan(self) -> None:
        late = kk.Indicator("数", target=kk.AtLeast(q("5 件")), observations=[seen(R5)])
        old = kk.Indicator(
            "数2", target=kk.Target(kk.AtLeast(q("50 件")), R4), observations=[seen(R2)]
        )
        plan = kk.Plan("計画", sections=[kk.Section("table", "", "", indicators=[late, old])])
        assert [each.as_of for each in kk.evaluate(plan).all()] == [END[2023]] * 2
        assert [each.reason for each in kk.evaluate(plan).all()] == [
            None,
            kk.Reason.ACTUAL_STALE,
        ]

    def test_printed_results_of_the_plan_tell_the_way(self) -> None:
        """未達成 beside 4 of 5: more is better, unless the same column says otherwise elsewhere."""
        from kpikit.model.printed import PrintedResult

        def row(name: str, word: str) -> kk.Indicator:
            printed = [PrintedResult(word, "評価")]
            return kk.Indicator(
                name,
                target=kk.Reach(q("5 か所")),
                observations=[seen(R5, "4 か所")],
                printed=printed,
            )

        def verdicts(*rows: kk.Indicator, **settings: Any) -> list[kk.Verdict]:
            sections = [kk.Section("table", "", "", indicators=[each]) for each in rows]
            plan = kk.Plan("計画", sections=sections)
            return [each.verdict for each in kk.evaluate(plan, **settings).all()]

        assert verdicts(row("窓口の数", "未達成")) == [MISSED]
        assert verdicts(row("窓口の数", "達成")) == [ACHIEVED]
        # 利用者数 is better the larger, and its 達成 beside 4 of 5 is none: nothing is told
        assert verdicts(row("窓口の数", "達成"), row("利用者数", "達成")) == [OPEN, MISSED]
        # nor where the caller says of 掲示枚数 that less is better, whose 4 of 5 is then reached
        both = row("窓口の数", "未達成"), row("掲示枚数", "未達成")
        assert verdicts(*both) == [MISSED, MISSED]
        assert verdicts(*both, nouns=["掲示枚数"]) == [OPEN, ACHIEVED]
        # and so it is of one indicator alone, whatever the caller takes for granted
        assert kk.evaluate(row("窓口の数", "未達成")).verdict is MISSED
        assert kk.evaluate(row("窓口の数", "未達成"), assume=kk.Direction.LOWER).verdict is MISSED

    def test_printed_results_beside_what_has_no_number_of_its_own(self) -> None:
        from kpikit.model.printed import PrintedResult

        printed, rows = [PrintedResult("達成", "評価")], [seen(R5, "4 か所")]
        bare = kk.Indicator("窓口の数", observations=rows, printed=printed)
        assert kk.evaluate(bare).reason is kk.Reason.TARGET_UNREADABLE
        before = kk.Reach(q("98 %"), reference="前年")
        one = kk.Indicator("窓口の数", target=before, observations=rows, printed=printed)
        found = kk.evaluate(one)
        assert found.reason is kk.Reason.PREVIOUS_VALUE_MISSING

    def test_the_rows_of_a_section_tell_whose_they_are(self) -> None:
        """Of a town, whose 経常収支比率 is to be low; nothing tells where only that is there."""
        names = "経常収支比率", "将来負担比率", "市税の徴収率"
        rows = [
            kk.Indicator(name, target=kk.Reach(q("90 %")), observations=[seen(R5, "95 %")])
            for name in names
        ]
        for chosen, verdict in ((rows, MISSED), (rows[:1], OPEN)):
            sections = [kk.Section("table", "", "", indicators=chosen)]
            first = next(kk.evaluate(kk.Plan("計画", sections=sections)).all())
            assert first.verdict is verdict

    def test_a_value_without_a_year_between_two_targets(self) -> None:
        """It meets that of one year and not that of the other; why is told by what was there."""
        targets = [kk.Target(kk.AtLeast(q(n)), due) for n, due in (("5 件", R5), ("9 件", R7))]
        one = kk.Indicator("数", target=targets)
        for unread, reason in (
            ("", kk.Reason.ACTUAL_UNDATED),
            ("31年度", kk.Reason.ACTUAL_YEAR_UNKNOWN),
        ):
            value = kk.Observation(None, q("7 件"), unread=unread)
            assert kk.evaluate(one, value).reason is reason

    def test_a_running_total_without_a_year_between_two_targets(self) -> None:
        """It has reached the first whichever year it is of; of the last that cannot be told."""
        first, last = (kk.AtLeast(q(f"{n} 件 statistic=累計")) for n in (5, 9))
        one = kk.Indicator("数", target=[kk.Target(first, R5), kk.Target(last, R7)])
        value = kk.Observation(None, q("7 件 statistic=累計"), unread="31年度")
        assert kk.evaluate(one, value).reason is kk.Reason.ACTUAL_YEAR_UNKNOWN


class TestTotals:
    """A count of one year beside a target for several, which may ask for their total."""

    @pytest.mark.parametrize(
        ("rule", "texts", "expected"),
        [
            (kk.AtLeast(q("5 件")), ("6 件", "4 件"), kk.Reason.STATISTIC_DIFFERS),
            (kk.AtLeast(q("5 件")), ("6 件", "9 件"), ACHIEVED),
            (kk.AtMost(q("5 件")), ("4 件", "4 件"), kk.Reason.STATISTIC_DIFFERS),
            (kk.AtMost(q("5 件")), ("6 件", "6 件"), MISSED),
            (kk.AtLeast(q("5 %")), ("4 %", "4 %"), MISSED),
            (kk.AtLeast(q("5 件")), ("4 件 statistic=平均", "4 件 statistic=平均"), MISSED),
        ],
    )
    def test_parts(self, rule: kk.Rule, texts: tuple[str, ...], expected: Any) -> None:
        both = kk.AllOf([kk.RulePart("①", rule), kk.RulePart("②", rule)])
        one = indicator(
            kk.Observation(R5, parts=parts(*texts)), target=kk.Target(both, TERM), name="件数"
        )
        found = kk.evaluate(one)
        assert (found.reason or found.verdict) is expected

    def test_the_name_says_that_it_is_a_total(self) -> None:
        target = kk.Target(kk.AtLeast(q("15 件")), TERM)
        assert kk.evaluate(indicator(seen(R5), target=target)).verdict is OPEN
        named = indicator(seen(R5), target=target, name="累計参加者数")
        assert kk.evaluate(named).verdict is MISSED

    @pytest.mark.parametrize(
        ("period", "expected"),
        [
            (R3, kk.Reason.STATISTIC_DIFFERS),
            (kk.Span(R4, R5), kk.Reason.STATISTIC_DIFFERS),
            (TERM, MISSED),
            (kk.Date(2023, 6, 1), MISSED),
            (R7, MISSED),
            (kk.Span(R5, R7), MISSED),
        ],
    )
    def test_what_is_a_part(self, period: Any, expected: Any) -> None:
        one = indicator(seen(period), target=kk.Target(kk.AtLeast(q("15 件")), TERM))
        found = kk.evaluate(one, as_of=date(2027, 3, 31))
        assert (found.reason or found.verdict) is expected


class TestStatus:
    """A forecast in one of several parts is one."""

    def test_of_a_part(self) -> None:
        forecast = kk.Observation(None, q("9 件"), status=kk.Status.FORECAST)
        provisional = kk.Observation(None, q("9 件"), status=kk.Status.PROVISIONAL)
        for part, flag in ((forecast, kk.Flag.FORECAST), (provisional, kk.Flag.PROVISIONAL)):
            one = kk.Observation(R5, parts=[*parts("9 件"), kk.Part("②", part)])
            found = kk.evaluate(indicator(one, target=kk.AtLeast(q("5 件"))))
            assert (found.verdict, found.flags) == (ACHIEVED, (flag,))

    def test_without_a_target(self) -> None:
        found = kk.evaluate(indicator(seen(R5, status=kk.Status.FORECAST)))
        assert (found.verdict, found.reason) == (OPEN, kk.Reason.TARGET_UNREADABLE)
        assert found.flags == (kk.Flag.FORECAST,)
        assert (found.target, found.as_of) == (None, END[2023])

    def test_what_is_known_without_a_target(self) -> None:
        one = indicator(seen(R4), seen(R5))
        found = kk.evaluate(one)
        assert (found.indicator, found.observation) == (one, seen(R5))
        assert found.evidence.previous == seen(R4)


class TestUndated:
    """A value without a date may be that of each of several dated targets, as far as they agree."""

    STEPS = (kk.Target(kk.AtLeast(q("20 件")), R5), kk.Target(kk.AtLeast(q("30 件")), R7))

    def test_flags_are_kept(self) -> None:
        forecast = seen(None, "25 件", status=kk.Status.FORECAST)
        found = kk.evaluate(indicator(target=self.STEPS), forecast)
        assert (found.verdict, found.reason) == (OPEN, kk.Reason.ACTUAL_UNDATED)
        assert found.flags == (kk.Flag.FORECAST,)

    def test_what_is_open_is_not_early(self) -> None:
        """In R4, 25 would reach the 20 of R5 early, and not the 30 of R7."""
        dated = indicator(seen(R4), target=kk.AtLeast(q("5 件")))
        undated = indicator(seen(None, "25 件"), target=self.STEPS)
        section = kk.Section("table", "", "", indicators=[dated, undated])
        _, found = kk.evaluate(kk.Plan("計画", sections=[section])).all()
        assert (found.verdict, found.reason) == (OPEN, kk.Reason.ACTUAL_UNDATED)
        assert (found.as_of, found.flags) == (END[2022], ())

    def test_of_one_that_is_dated(self) -> None:
        """A target without a date is that of a value without one."""
        undated = kk.Target(kk.AtLeast(q("40 件")))
        found = kk.evaluate(indicator(target=(self.STEPS[0], undated)), seen(None, "35 件"))
        assert (found.verdict, found.target) == (MISSED, undated)

    def test_a_date_comes_before_the_day_of_judging(self) -> None:
        steps = (kk.Target(kk.AtLeast(q("10 件")), R3), *self.STEPS)
        found = kk.evaluate(indicator(target=steps), seen(R3), as_of=END[2023])
        assert (found.verdict, found.target) == (ACHIEVED, steps[0])


class TestStart:
    """Where it starts from, where the table has no column for that."""

    def test_first_value(self) -> None:
        one = indicator(
            seen(R2, "3 件"), seen(R4, "4 件"), seen(R5, "9 件"), target=kk.Reach(q("8 件"))
        )
        found = kk.evaluate(one)
        assert found.verdict is ACHIEVED
        assert found.flags == (
            kk.Flag.DIRECTION_FROM_BASELINE,
            kk.Flag.START_FROM_FIRST_VALUE,
        )
        assert found.evidence.baseline == seen(R2, "3 件")

    def test_of_several_targets(self) -> None:
        """The earliest value is the start of each step."""
        steps = (kk.Target(kk.Reach(q("8 件")), R5), kk.Target(kk.Reach(q("12 件")), R7))
        found = kk.evaluate(indicator(seen(R2, "3 件"), seen(R5, "9 件"), target=steps))
        assert (found.verdict, found.target) == (ACHIEVED, steps[0])
        assert found.evidence.baseline == seen(R2, "3 件")

    def test_against_the_name(self) -> None:
        """Of 死者数 less is better, and from 3 up to 8 is more: nothing is told."""
        series = seen(R2, "3 件"), seen(R5, "9 件")
        found = kk.evaluate(indicator(*series, name="死者数", target=kk.Reach(q("8 件"))))
        assert (found.verdict, found.reason) == (OPEN, kk.Reason.DIRECTION_UNKNOWN)

    def test_not_needed(self) -> None:
        one = indicator(seen(R2, "3 件"), seen(R5, "9 件"), target=kk.AtLeast(q("8 件")))
        assert kk.evaluate(one).flags == ()
        assert kk.evaluate(one).evidence.baseline is None


class TestDirection:
    """Who says it first is believed: the indicator, the caller, then a column."""

    @pytest.mark.parametrize(
        ("own", "caller", "expected"),
        [
            (None, None, MISSED),
            (kk.Direction.HIGHER, None, ACHIEVED),
            (None, kk.Direction.HIGHER, ACHIEVED),
            (kk.Direction.LOWER, kk.Direction.HIGHER, MISSED),
        ],
    )
    def test_order(
        self, own: kk.Direction | None, caller: kk.Direction | None, expected: kk.Verdict
    ) -> None:
        from kpikit.model.printed import GivenDirection

        column = GivenDirection("方向", "↓", direction=kk.Direction.LOWER)
        one = indicator(seen(R5), target=kk.Reach(q("5 件")), direction=own, given_direction=column)
        found = kk.evaluate(one, direction=caller)
        assert found.verdict is expected
        is_column = own is None and caller is None
        assert found.evidence.given_direction == (column if is_column else None)

    @pytest.mark.parametrize(
        ("assumed", "expected"),
        [(None, OPEN), (kk.Direction.HIGHER, ACHIEVED), (kk.Direction.LOWER, MISSED)],
    )
    def test_assumed(self, assumed: kk.Direction | None, expected: kk.Verdict) -> None:
        """Where nothing tells, what the caller assumes does; a word of its own comes first."""
        one = indicator(seen(R5), target=kk.Reach(q("5 件")))
        assert kk.evaluate(one, assume=assumed).verdict is expected
        told = indicator(seen(R5), target=kk.Reach(q("5 件")), direction=kk.Direction.LOWER)
        assert kk.evaluate(told, assume=assumed).verdict is MISSED
