"""Indicators, their targets, sources and derivations."""

from __future__ import annotations

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.model.indicator import Cell, Reduction, ShareAchieved, Source, Sum

NUMBER, RATE = kk.Quantity("55", "件"), kk.Quantity("10", "%")
RULE = kk.AtLeast(NUMBER)
TARGET = kk.Target(RULE, kk.FiscalYear(2023))


class TestIndicator:
    """An indicator takes a rule, a target, or several of either."""

    def test_contract(self) -> None:
        seen = kk.Observation(None, NUMBER)
        where = kk.Location("table.csv", 3)
        check_value_object(
            kk.Indicator("数"),
            kk.Indicator("数", target=RULE),
            kk.Indicator("数", target=[TARGET, kk.Target(RULE)]),
            kk.Indicator("数", baseline=NUMBER, observations=[seen]),
            kk.Indicator("数", direction=kk.Direction.LOWER, repeated=True),
            kk.Indicator("数", derivations=[Sum([("R4", NUMBER)], NUMBER)]),
            kk.Indicator("数", source=Source(where)),
        )

    def test_targets(self) -> None:
        assert kk.Indicator("数").targets == kk.Indicator("数", target=None).targets == ()
        assert kk.Indicator("数", target=RULE).targets == (kk.Target(RULE),)
        assert kk.Indicator("数", target=TARGET).targets == (TARGET,)
        assert kk.Indicator("数", target=[TARGET, RULE]).targets == (TARGET, kk.Target(RULE))

    def test_a_period_and_words_for_it(self) -> None:
        """A target with a period has no words that no period could be read of."""
        made = kk.Indicator("数", target=kk.Target(RULE, kk.FiscalYear(2023), "31年度"))
        assert (TARGET,) == made.targets

    def test_a_part_with_a_period(self) -> None:
        """A rule of one part that is due for itself is a target of that period."""
        part = kk.AllOf([kk.RulePart("", RULE, period=kk.FiscalYear(2023))])
        assert (TARGET,) == kk.Indicator("数", target=part).targets

    def test_baseline(self) -> None:
        seen = kk.Observation(kk.FiscalYear(2018), NUMBER)
        assert kk.Indicator("数").baseline_observation is None
        assert kk.Indicator("数", baseline=seen).baseline_observation == seen
        plain = kk.Indicator("数", baseline=NUMBER).baseline_observation
        assert plain == kk.Observation(None, NUMBER)

    def test_a_name_is_needed(self) -> None:
        with pytest.raises(kk.InvalidIndicatorError) as caught:
            kk.Indicator(" ")
        assert str(caught.value) == "an indicator needs a name"


class TestSource:
    """Where it was published, word for word."""

    def test_text(self) -> None:
        where = kk.Location("table.csv", 3)
        source = Source(where, [Cell("目標値", "80%以上"), Cell("実績値", "")])
        check_value_object(source, Source(where))
        check_value_object(*source.cells, Cell("目標値", "", [kk.Note("era-overrun")]))
        assert [source.text(each) for each in ("目標値", "実績値", "所管課")] == ["80%以上", "", ""]

    def test_of_a_row(self) -> None:
        where, notes = kk.Location("table.csv", 3), (kk.Note("era-overrun"),)
        source = Source.of_row(where, ("目標値", "実績値"), ("80%以上", "5件"), ((), notes))
        told = [("目標値", "80%以上", ()), ("実績値", "5件", notes)]
        assert [*source.told()] == told
        assert source.cells is source.cells
        assert source == Source(where, [Cell(*each) for each in told])
        check_value_object(source, Source(where))

    @pytest.mark.parametrize(
        "source",
        [
            Source(kk.Location("table.csv", 3)),
            Source.of_row(kk.Location("table.csv", 3), ("目標値",), ("80%以上",), ((),)),
        ],
    )
    def test_it_has_no_more(self, source: Source) -> None:
        with pytest.raises(AttributeError, match="cell"):
            getattr(source, "cell")  # noqa: B009 - the type checkers know that there is none


class TestDerivations:
    """How a figure should follow from others."""

    def test_contract(self) -> None:
        check_value_object(Sum([], NUMBER), Sum([("R4", NUMBER)], NUMBER))
        check_value_object(Reduction(NUMBER, RATE, NUMBER), Reduction(NUMBER, RATE, RATE))
        check_value_object(
            ShareAchieved("A", RATE), ShareAchieved("A", RATE, missed=1, titles=["電子化"])
        )
        check_value_object(kk.Target(RULE), TARGET)
