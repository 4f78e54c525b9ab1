"""The evaluation of a plan, and its roll-ups."""

from __future__ import annotations

from functools import partial

import attrs

import kpikit as kk
from contract import check_value_object
from kpikit.judging.summary import Tally

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

    def test_by_section(self) -> None:
        assert [(each.section, counts) for each, counts in kk.evaluate(PLAN).by_section()] == [
            (ABOVE, kk.Summary(achieved=2, not_achieved=1)),
            (BELOW, kk.Summary(not_achieved=1)),
            (OTHER, kk.Summary(achieved=1)),
        ]


class TestRollUp:
    """Whatever is made of evaluations can be had for the plan, a level and a group."""

    COUNT = staticmethod(partial(Tally.of, key=lambda each: each.verdict.value))

    def test_everywhere(self) -> None:
        result = kk.evaluate(PLAN)
        whole: Tally[str] = Tally([("achieved", 2), ("not_achieved", 1)])
        assert result.roll_up(self.COUNT) == whole
        assert result.sections[0].roll_up(self.COUNT) == whole
        assert [tally.total for _, tally in result.by_section(self.COUNT)] == [3, 1, 1]
        assert result.by_category(self.COUNT)[C] == Tally([("achieved", 1)])
        assert result.by_department(self.COUNT) == {
            "甲": Tally([("not_achieved", 1), ("achieved", 1)]),
            "乙": Tally([("achieved", 1)]),
        }


class TestListedAgain:
    """What is marked 再掲 counts once in the plan and once in each department."""

    @staticmethod
    def counts(*sections: tuple[str, kk.Indicator]) -> tuple[kk.Summary, dict[str, kk.Summary]]:
        plan = kk.Plan(
            "計画",
            sections=[
                kk.Section("事業", str(number), "", departments=[department], indicators=[each])
                for number, (department, each) in enumerate(sections, 1)
            ],
        )
        result = kk.evaluate(plan)
        return result.summary(), result.by_department()

    def test_in_another_department(self) -> None:
        again = attrs.evolve(row("a", 6), repeated=True)
        total, groups = self.counts(("甲", row("a", 6)), ("乙", again), ("乙", again))
        assert total == kk.Summary(achieved=1, repeated=2)
        assert groups == {
            "甲": kk.Summary(achieved=1),
            "乙": kk.Summary(achieved=1, repeated=1),
        }

    def test_in_the_same_department(self) -> None:
        again = attrs.evolve(row("a", 6), repeated=True)
        _, groups = self.counts(("甲", row("a", 6)), ("甲", again))
        assert groups == {"甲": kk.Summary(achieved=1, repeated=1)}

    def test_of_what_is_not_there(self) -> None:
        _, groups = self.counts(("乙", attrs.evolve(row("a", 6), repeated=True)))
        assert groups == {"乙": kk.Summary(repeated=1)}
