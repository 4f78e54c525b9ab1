"""Plans: generic trees of sections."""

from __future__ import annotations

import kpikit as kk
from contract import check_value_object

LEAF = kk.Section("事業", "1", "電子化", indicators=[kk.Indicator("a"), kk.Indicator("b")])
ROOT = kk.Section("施策", "1-1", "行政", indicators=[kk.Indicator("c")], sections=[LEAF])
PLAN = kk.Plan("計画", sections=[ROOT, LEAF])


class TestPlan:
    """A tree that is walked in source order."""

    def test_contract(self) -> None:
        check_value_object(PLAN, kk.Plan("計画"), kk.Plan("計画", remarks=["※事業区分"]))
        check_value_object(LEAF, ROOT, kk.Section("施策", "", "行政", location=kk.Location("t", 1)))
        check_value_object(kk.Category("A"), kk.Category("A", "重点事業", "実現性が高い"))

    def test_walk(self) -> None:
        assert list(PLAN.walk()) == [ROOT, LEAF, LEAF]
        assert [each.name for each in PLAN.indicators()] == ["c", "a", "b", "a", "b"]
