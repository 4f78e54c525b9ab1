"""Units that stand below a name, right of the word for one: they are those of all its values."""

from __future__ import annotations

import kpikit as kk

#: A form as cities make it: the unit stands below the name, left of the rate.
FORM = """\
区分\t指標名\t\t\tR5\tR6
活動\t教室の開催回数\t\t目標\t24\t30
\t\t\t実績\t23\t31
\t単位\t回\t達成率\t95.8％\t103.3％
成果\t参加者数\t\t目標\t600\t700
\t\t\t実績\t588\t731
\t単位\t{unit}\t達成率\t98.0％\t104.4％
"""


def units(text: str) -> list[set[str]]:
    """Return the units of the values of each indicator."""
    plan = kk.read_plan(text.encode(), name="form.tsv")
    return [
        {value.unit for each in (one.targets, one.observations) for value in quantities(each)}
        for one in plan.indicators()
    ]


def quantities(values: tuple[kk.Target, ...] | tuple[kk.Observation, ...]) -> list[kk.Quantity]:
    found = [each.rule.number if isinstance(each, kk.Target) else each.quantity for each in values]
    return [each for each in found if each is not None]


class TestUnitsBelowNames:
    def test_each_name_has_its_own(self) -> None:
        assert [{"回"}, {"人"}] == units(FORM.format(unit="人"))

    def test_a_unit_that_nobody_knows(self) -> None:
        assert [{"回"}, {"学級"}] == units(FORM.format(unit="学級"))

    def test_no_unit(self) -> None:
        """A dash is none; the unit of the name above is not that of this one."""
        assert [{"回"}, {""}] == units(FORM.format(unit="－"))

    def test_values_that_have_their_unit(self) -> None:
        text = (
            FORM.format(unit="人")
            .replace("24\t30", "24コマ\t30コマ")
            .replace("23\t31", "23コマ\t31コマ")
        )
        assert [{"コマ"}, {"人"}] == units(text)
