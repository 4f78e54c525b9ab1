"""What a printed cell may rest on: its row's actual, target and start, and which way is better."""

from __future__ import annotations

from typing import Any

import pytest

import kpikit as kk
from kpikit.analysis.reconcile.figures import Figures, Given, given, targets_of
from kpikit.analysis.scheme import Against

HIGHER, LOWER = kk.Direction.HIGHER, kk.Direction.LOWER
R5, R7 = kk.FiscalYear(2023), kk.FiscalYear(2025)


def rows(evaluation: kk.Evaluation, *periods: kk.Period | None) -> list[Given]:
    """Return what a row gives for printed rates, each for a period."""
    return [given(evaluation, each) for each in periods]


def row(evaluation: kk.Evaluation, period: kk.Period | None = None) -> Given:
    return given(evaluation, period)


def seen(*numbers: str) -> list[kk.Observation]:
    """Return the actuals of R5 and R7, in 件."""
    periods = (R5, R7)[-len(numbers) :]
    return [
        kk.Observation(period, kk.Quantity(number, "件"))
        for period, number in zip(periods, numbers, strict=True)
    ]


def numbers(figures: Figures | None) -> tuple[object, object, object]:
    assert figures is not None
    return figures.actual, figures.aim, figures.start


def steps(first: kk.Target, last: kk.Target, *, name: str = "対応数") -> kk.Indicator:
    """Return an indicator with a target for R5 and one for R7, of whose name nothing is known."""
    return kk.Indicator(name, target=[first, last], observations=seen("8", "18"))


REACH_10 = kk.Target(kk.Reach(kk.Quantity("10", "件")), R5)
AT_LEAST_20 = kk.Target(kk.AtLeast(kk.Quantity("20", "件")), R7)
FIVE_MORE = kk.Target(kk.IncreaseBy(kk.Quantity("5", "件")), R7)


def test_which_way_is_better_in_a_year_that_cannot_tell_it() -> None:
    """R3 is the start of the way that R7 is on; by itself it would tell nothing."""
    start, others = kk.FiscalYear(2021), seen("8", "18")
    one = kk.Indicator(
        "対応数",
        target=kk.Target(kk.Reach(kk.Quantity("20", "件")), R7),
        observations=[kk.Observation(start, kk.Quantity("3", "件")), *others],
    )
    found = row(kk.evaluate(one), start)
    assert found.ways == (HIGHER,)
    assert found.judged is not None
    assert found.judged.rule == kk.AtLeast(kk.Quantity("20", "件"))


def test_an_actual_in_words() -> None:
    """Nothing is computed of it, so that no way is ruled out."""
    done = kk.Indicator(
        "対応数", target=AT_LEAST_20, observations=[kk.Observation(R7, outcome="実施済")]
    )
    found = row(kk.evaluate(done))
    assert (None, None) == (found.of_year, found.of_last)
    assert (HIGHER, LOWER) == found.ways


class TestOneTarget:
    """The target of the year is the last one too."""

    FLOOR = kk.Indicator(
        "対応数", target=kk.Target(kk.AtLeast(kk.Quantity("20", "件")), R7), observations=seen("18")
    )

    def test_is_asked_once(self) -> None:
        result = kk.evaluate(self.FLOOR)
        found = row(result)
        assert (18, 20, None) == numbers(found.of_year)
        assert found.of_last is found.of_year
        assert found.judged is result
        assert (Against.YEAR,) == targets_of([found])

    def test_no_target(self) -> None:
        nothing = kk.Indicator("対応数", observations=seen("8", "18"))
        found = row(kk.evaluate(nothing), R5)
        assert (None, None) == (found.of_year, found.of_last)


class TestTwoTargets:
    """The actual of the cell's own year, against the target of that year and the last one."""

    def test_of_the_year_before(self) -> None:
        found = row(kk.evaluate(steps(REACH_10, AT_LEAST_20)), R5)
        assert (8, 10, None) == numbers(found.of_year)
        assert (8, 20, None) == numbers(found.of_last)
        assert (Against.YEAR, Against.FINAL) == targets_of([found])

    def test_a_level_of_another_year_tells_the_way(self) -> None:
        """20件以上 in the end: then more is better in the years before too."""
        assert (HIGHER,) == row(kk.evaluate(steps(REACH_10, AT_LEAST_20)), R5).ways

    def test_a_change_of_another_year_tells_no_way(self) -> None:
        """5件増加 is a change: which way the level of 10件 is better, it does not say."""
        assert (HIGHER, LOWER) == row(kk.evaluate(steps(REACH_10, FIVE_MORE)), R5).ways

    def test_the_way_that_the_caller_gave(self) -> None:
        result = kk.evaluate(steps(REACH_10, FIVE_MORE), direction=LOWER)
        assert (LOWER,) == row(result, R5).ways

    def test_the_nouns_that_the_caller_gave(self) -> None:
        result = kk.evaluate(steps(REACH_10, FIVE_MORE), nouns=["対応数"])
        assert (LOWER,) == row(result, R5).ways


class TestWhole:
    """20(80): what is to be reached in the end stands in brackets."""

    TARGET = kk.read_target("20(80)件").unwrap()

    def judged(self, actual: str, **told: Any) -> kk.Evaluation:
        one = kk.Indicator("対応数", target=self.TARGET)
        return kk.evaluate(one, kk.read_actual(actual).unwrap(), **told)

    def test_both_in_brackets(self) -> None:
        result = self.judged("15(60)件")
        found = row(result)
        assert found.of_year is None
        assert (60, 80, None) == numbers(found.of_last)
        assert found.evaluation is result
        assert found.judged is result

    def test_an_actual_without(self) -> None:
        found = row(self.judged("25件"))
        assert (25, 80, None) == numbers(found.of_last)

    @pytest.mark.parametrize("way", [HIGHER, LOWER])
    def test_the_way_that_the_caller_gave(self, way: kk.Direction) -> None:
        assert (way,) == row(self.judged("15(60)件", direction=way)).ways

    def test_the_nouns_that_the_caller_gave(self) -> None:
        assert (LOWER,) == row(self.judged("15(60)件", nouns=["対応数"])).ways

    def test_nobody_told(self) -> None:
        assert (HIGHER, LOWER) == row(self.judged("15(60)件")).ways


class TestStart:
    """The value at the start, in the unit of the other two."""

    @staticmethod
    def found(name: str, start: kk.Quantity, actual: kk.Quantity, aim: kk.Quantity) -> Given:
        one = kk.Indicator(name, target=kk.Reach(aim, direction=HIGHER), baseline=start)
        return row(kk.evaluate(one, kk.Observation(R7, actual)))

    def test_in_another_multiple(self) -> None:
        found = self.found(
            "参加者数",
            kk.Quantity("2", "千人"),
            kk.Quantity("2500", "人"),
            kk.Quantity("3000", "人"),
        )
        assert (2500, 3000, 2000) == numbers(found.of_year)

    def test_beside_a_target_of_nothing(self) -> None:
        """Nothing is the same in every unit: there is no multiple to be found of it."""
        found = self.found(
            "待機者数", kk.Quantity("2", "千人"), kk.Quantity("500", "人"), kk.Quantity("0", "人")
        )
        assert (500, 0, 2000) == numbers(found.of_year)

    def test_a_bare_number_of_a_share(self) -> None:
        """By its name 40 beside 50% is 40%."""
        found = self.found(
            "経常収支比率", kk.Quantity("40"), kk.Quantity("45", "%"), kk.Quantity("50", "%")
        )
        assert (45, 50, 40) == numbers(found.of_year)

    def test_a_bare_number_of_anything(self) -> None:
        found = self.found(
            "面積", kk.Quantity("40"), kk.Quantity("45", "%"), kk.Quantity("50", "%")
        )
        assert (45, 50, None) == numbers(found.of_year)
