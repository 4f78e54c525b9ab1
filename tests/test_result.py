"""The evaluation of a plan, and its roll-ups."""

from __future__ import annotations

import kpikit as kk
from contract import check_value_object

A, C = kk.Category("A", "重点事業"), kk.Category("C", "探索型事業")


def row(name: str, actual: int) -> kk.Indicator:
    seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity(actual, "件"))
    return kk.Indicator(name, target=kk.AtLeast(kk.Quantity(5, "件")), observations=[seen])


BELOW = kk.Section("事業", "1", "電子化", category=A, departments=["甲"], indicators=[row("a", 4)])
OTHER = kk.Section(
    "事業", "2", "公開", category=C, departments=["甲", "乙"], indicators=[row("b", 5)]
)
ABOVE = kk.Section(
    "施策", "1", "行政", category=A, indicators=[row("c", 6)], sections=[BELOW, OTHER]
)
PLAN = kk.Plan("計画", sections=[ABOVE])


class TestTree:
    """The result has the shape of the plan."""

    def test_contract(self) -> None:
        result = kk.evaluate(PLAN)
        check_value_object(result, kk.evaluate(kk.Plan("計画")))
        check_value_object(*result.walk())

    def test_walk(self) -> None:
        result = kk.evaluate(PLAN)
        assert [each.section for each in result.walk()] == [ABOVE, BELOW, OTHER]
        assert [each.indicator.name for each in result.all()] == ["c", "a", "b"]

    def test_summaries(self) -> None:
        result = kk.evaluate(PLAN)
        assert result.summary() == kk.Summary(achieved=2, not_achieved=1)
        assert [each.summary() for each in result.walk()] == [
            kk.Summary(achieved=2, not_achieved=1),
            kk.Summary(not_achieved=1),
            kk.Summary(achieved=1),
        ]


class TestGroups:
    """A section below one of the same category counts once in it."""

    def test_by_category(self) -> None:
        assert kk.evaluate(PLAN).by_category() == {
            A: kk.Summary(achieved=2, not_achieved=1),
            C: kk.Summary(achieved=1),
        }

    def test_by_department(self) -> None:
        assert kk.evaluate(PLAN).by_department() == {
            "甲": kk.Summary(achieved=1, not_achieved=1),
            "乙": kk.Summary(achieved=1),
        }
