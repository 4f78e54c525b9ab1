"""Which way is better by what the publisher prints, where only one way yields it."""

from __future__ import annotations

from typing import Any

import pytest

import kpikit as kk
from kpikit import Direction, Flag, Quantity
from kpikit.model.printed import Printed, PrintedChange, PrintedRate, PrintedResult
from kpikit.model.reproduced import Columns, printed_direction

R4, R5 = kk.FiscalYear(2022), kk.FiscalYear(2023)
HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def rate(text: str, **given: Any) -> PrintedRate:
    return PrintedRate(text, "達成率", quantity=q(text), **given)


def mark(text: str, heading: str = "評価") -> PrintedResult:
    return PrintedResult(text, heading)


def one(
    actual: str, target: str, *printed: Printed, start: str = "", name: str = "窓口の数"
) -> kk.Indicator:
    return kk.Indicator(
        name,
        target=kk.Reach(q(target)),
        baseline=q(start) if start else None,
        observations=[kk.Observation(R5, q(actual))],
        printed=printed,
    )


#: A row that is turned round: with it in its column a/t tells as well.
TURNED = one("8 人", "10 人", rate("120 %"), name="死者数")


def way(indicator: kk.Indicator, *others: kk.Indicator) -> Direction | None:
    (target,), (seen,) = indicator.targets, indicator.observations
    return printed_direction(indicator, target.rule, seen, Columns(others))


class TestRates:
    """A rate that only the formulas of one way come to."""

    @pytest.mark.parametrize(
        ("actual", "target", "printed", "start", "expected"),
        [
            ("80 件", "100 件", "80 %", "", HIGHER),
            ("80 件", "100 件", "120 %", "", LOWER),
            ("80 件", "100 件", "125 %", "", LOWER),
            ("-80 件", "100 件", "280 %", "", LOWER),
            ("80 件", "-100 件", "-125 %", "", LOWER),
            ("199 件", "200 件", "101 %", "", LOWER),
            ("201 件", "200 件", "99.5 %", "", LOWER),
            ("199 件", "200 件", "100 %", "", None),
            ("37 件", "41 件", "90 %", "", HIGHER),
            ("41 件", "37 件", "90.2 %", "", LOWER),
            ("41 件", "37 件", "9 割", "", LOWER),
            ("100 件", "100 件", "100 %", "", None),
            ("80 件", "100 件", "55 %", "", None),
            ("2627 人", "2506 人", "79.4 %", "3092 人", LOWER),
            ("2627 人", "2506 人", "79.4 %", "", None),
            ("0 件", "100 件", "0.0 %", "", HIGHER),
            ("5 件", "0 件", "0 %", "", LOWER),
            ("80 件", "100 人", "80 %", "", None),
            ("[79,80] 件", "100 件", "80 %", "", None),
            ("95 件", "90 件", "[100,∞) %", "", HIGHER),
            ("85 件", "90 件", "[100,∞) %", "", LOWER),
            ("85 件", "90 件", "(-∞,0] %", "", None),
            ("85 件", "90 件", "94 -", "", None),
        ],
    )
    def test_rate(
        self, actual: str, target: str, printed: str, start: str, expected: Direction | None
    ) -> None:
        assert way(one(actual, target, rate(printed), start=start), TURNED) is expected

    def test_an_approximate_actual(self) -> None:
        assert way(one("80 件 margin=5", "100 件", rate("80 %"))) is None

    @pytest.mark.parametrize(("period", "expected"), [(R5, HIGHER), (None, HIGHER), (R4, None)])
    def test_of_the_year_that_is_judged(
        self, period: kk.Period | None, expected: Direction | None
    ) -> None:
        assert way(one("80 件", "100 件", rate("80 %", period=period)), TURNED) is expected

    def test_what_tells_both_ways(self) -> None:
        assert way(one("80 件", "100 件", rate("80 %"), rate("120 %")), TURNED) is None


class TestPlainRates:
    """Many publishers print a/t whichever way is better: alone it tells nothing."""

    PLAIN = one("80 件", "100 件", rate("80 %"))

    @pytest.mark.parametrize(
        ("others", "expected"),
        [
            ([], None),
            ([one("8 人", "10 人", rate("80 %"), name="利用者数")], None),
            ([one("8 人", "10 人", rate("80 %"), name="死者数")], None),
            ([TURNED], HIGHER),
            ([one("8 か所", "10 か所", rate("120 %"))], HIGHER),
            ([one("8 人", "10 人", rate("120 %"), name="利用者数")], None),
            ([TURNED, one("8 人", "10 人", rate("80 %"), name="死者数")], None),
            ([TURNED, one("8 人", "10 人")], HIGHER),
        ],
        ids=["alone", "more", "less", "turned", "unknown", "turned more", "both", "none"],
    )
    def test_beside(self, others: list[kk.Indicator], expected: Direction | None) -> None:
        assert way(self.PLAIN, *others) is expected

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            (kk.AtMost(q("10 人")), HIGHER),
            (kk.AtLeast(q("10 人")), None),
            (kk.AtMost(q("10 %")), None),
        ],
        ids=["ceiling", "floor", "of another unit"],
    )
    def test_a_bound_word_beside(self, rule: kk.Rule, expected: Direction | None) -> None:
        """120 % of 8 for 10 is turned round: 2 - a/t."""
        seen = [kk.Observation(R5, q("8 人"))]
        bound = kk.Indicator("数", target=rule, observations=seen, printed=[rate("120 %")])
        assert way(self.PLAIN, bound) is expected

    def test_above_the_whole(self) -> None:
        """A name that is not known, 105% printed: no more a hit than a miss."""
        section = kk.Section(
            "施策", "1", "窓口", indicators=[one("84 件", "80 件", rate("105 %")), self.PLAIN]
        )
        first = next(kk.evaluate(kk.Plan("計画", sections=[section])).all())
        assert first.reason is kk.Reason.DIRECTION_UNKNOWN


class TestMarks:
    """達成 and 未達成 tell it by the side on which the actual lies; other marks do not."""

    @pytest.mark.parametrize(
        ("actual", "text", "expected"),
        [
            ("6 件", "達成", HIGHER),
            ("6 件", "未達成", LOWER),
            ("4 件", "達成", LOWER),
            ("4 件", "未 達成", HIGHER),
            ("5 件", "達成", None),
            ("6 件", "○", None),
            ("6 件", "A", None),
            ("6 件", "達成見込み", None),
        ],
    )
    def test_mark(self, actual: str, text: str, expected: Direction | None) -> None:
        assert way(one(actual, "5 件", mark(text))) is expected

    def test_a_change_tells_nothing(self) -> None:
        assert way(one("6 件", "5 件", PrintedChange("達成", "前年度比"))) is None

    def test_a_bound_word_needs_none(self) -> None:
        bound = kk.Indicator("数", target=kk.AtMost(q("5 件")), printed=[mark("達成")])
        seen = kk.Observation(R5, q("6 件"))
        assert printed_direction(bound, bound.targets[0].rule, seen, Columns()) is None


class TestColumns:
    """A column that goes the other way for rows whose direction is known tells nothing."""

    OPEN = one("4 か所", "5 か所", mark("達成"))
    RIGHT = one("4 人", "5 人", mark("未達成"), name="利用者数")
    WRONG = one("4 人", "5 人", mark("達成"), name="利用者数")

    def judged(self, *others: kk.Indicator) -> kk.Evaluation:
        section = kk.Section("施策", "1", "相談", indicators=[self.OPEN, *others])
        plan = kk.Plan("計画", sections=[section])
        found = next(kk.evaluate(plan).all())
        assert (found.reason is kk.Reason.DIRECTION_UNKNOWN) is bool(plan.questions)
        return found

    def test_alone(self) -> None:
        found = self.judged()
        assert (found.verdict, found.flags) == (
            kk.Verdict.ACHIEVED,
            (Flag.DIRECTION_FROM_PRINTED,),
        )

    def test_beside_a_row_that_agrees(self) -> None:
        assert self.judged(self.RIGHT).verdict is kk.Verdict.ACHIEVED

    def test_beside_a_row_that_does_not(self) -> None:
        assert self.judged(self.WRONG).reason is kk.Reason.DIRECTION_UNKNOWN

    def test_one_of_twenty_may(self) -> None:
        assert self.judged(self.WRONG, *[self.RIGHT] * 19).verdict is kk.Verdict.ACHIEVED
        assert self.judged(self.WRONG, *[self.RIGHT] * 18).reason is (kk.Reason.DIRECTION_UNKNOWN)

    def test_another_column(self) -> None:
        other = one("4 人", "5 人", mark("達成", "判定"), name="利用者数")
        assert self.judged(other).verdict is kk.Verdict.ACHIEVED

    def test_a_given_direction_counts(self) -> None:
        given = kk.Indicator(
            "数",
            target=kk.Reach(q("5 件")),
            direction=HIGHER,
            observations=[kk.Observation(R5, q("4 件"))],
            printed=[mark("達成")],
        )
        assert self.judged(given).reason is kk.Reason.DIRECTION_UNKNOWN


class TestContradicted:
    """A rate that is turned round beside a name or a baseline that tells the other way."""

    COPIES = one("131700 枚", "120000 枚", rate("91 %"), name="証明書の窓口での交付枚数")  # t/a
    USERS = one("8 人", "10 人", rate("80 %"), name="利用者数")  # a/t

    def judged(self, *indicators: kk.Indicator) -> kk.Evaluation:
        section = kk.Section("施策", "1", "窓口", indicators=indicators)
        plan = kk.Plan("計画", sections=[section])
        found = next(kk.evaluate(plan).all())
        assert (found.reason is kk.Reason.DIRECTION_UNKNOWN) is bool(plan.questions)
        return found

    def test_a_name(self) -> None:
        assert self.judged(self.COPIES).reason is kk.Reason.DIRECTION_UNKNOWN
        assert self.judged(self.COPIES, *[self.USERS] * 30).reason is (kk.Reason.DIRECTION_UNKNOWN)

    def test_the_question_names_both(self) -> None:
        section = kk.Section("施策", "1", "窓口", indicators=[self.COPIES])
        (question,) = kk.Plan("計画", sections=[section]).questions
        assert "指標名と公表された達成率が食い違う。" in question.message()
        assert "These tell different ways: the name, the printed rate." in question.message("en")

    def test_a_baseline(self) -> None:
        """A price that may rise to 190, of which it is printed that it is within."""
        price = one("188.3 円", "190 円", rate("100.9 %"), start="172.4 円", name="甲乙丙")
        assert self.judged(price).reason is kk.Reason.DIRECTION_UNKNOWN
        copies = one("131700 枚", "120000 枚", rate("91 %"), start="99000 枚", name="交付枚数")
        assert self.judged(copies).flags == (Flag.DIRECTION_FROM_BASELINE,)

    def test_a_column_of_which_something_firm_is_known(self) -> None:
        """Where it is turned round for what must be more, it tells nothing."""
        firm = kk.Indicator(
            "数",
            target=kk.AtLeast(q("10 件")),
            observations=[kk.Observation(R5, q("8 件"))],
            printed=[rate("125 %")],
        )
        assert self.judged(self.COPIES, firm).verdict is kk.Verdict.ACHIEVED

    def test_what_does_not_contradict(self) -> None:
        assert self.judged(self.USERS).verdict is kk.Verdict.NOT_ACHIEVED
        word = one("11 人", "10 人", mark("未達成"), name="利用者数")
        assert self.judged(word).verdict is kk.Verdict.ACHIEVED


class TestTargets:
    """The bare targets of several years share one direction."""

    def judged(self, first: str, last: str, start: str) -> kk.Evaluation:
        targets = [
            kk.Target(kk.Reach(q(first)), R5),
            kk.Target(kk.Reach(q(last)), kk.FiscalYear(2027)),
        ]
        several = kk.Indicator("窓口の数", target=targets, baseline=q(start))
        return kk.evaluate(several, kk.Observation(R5, q("4 か所")))

    def test_the_last_one_tells(self) -> None:
        found = self.judged("5 か所", "8 か所", "5 か所")
        assert found.verdict is kk.Verdict.NOT_ACHIEVED
        assert found.flags == (Flag.DIRECTION_FROM_PARTS,)

    def test_a_first_step_below_the_start(self) -> None:
        """What is asked for in the end lies above it: a floor in between."""
        assert self.judged("5 か所", "8 か所", "6 か所").verdict is kk.Verdict.NOT_ACHIEVED


class TestNothingSeen:
    """A rate beside an indicator without an actual tells nothing, whatever its name tells."""

    VISITORS = kk.Indicator(
        "来館者数", target=kk.Reach(q("120 人")), printed=[rate("91 %")], observations=[]
    )

    def test_no_column_is_turned(self) -> None:
        columns = Columns([self.VISITORS, kk.Indicator("利用率", printed=[rate("91 %")])])
        assert frozenset() == columns.turned == columns.untrusted

    def test_it_is_judged_by_its_name(self) -> None:
        evaluated = kk.evaluate(self.VISITORS)
        assert kk.Reason.NO_ACTUAL is evaluated.reason
        assert evaluated.evidence.printed is None
