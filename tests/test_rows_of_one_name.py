"""Several rows of one name: one for each year, or other indicators."""

from __future__ import annotations

import pytest

import kpikit as kk


def read(*lines: str) -> kk.Plan:
    text = "\n".join(line.replace("|", "\t") for line in [*lines, ""])
    return kk.read_plan(text.encode(), name="plan.tsv")


class TestRowsOfOneName:
    """A row for each year says the target again: it is more of the indicator above it."""

    HEADS = "指標名|単位|基準値|基準年度|実績値|実績年度|目標値|目標年度|達成率"

    def test_a_row_for_each_year(self) -> None:
        plan = read(
            self.HEADS,
            "産出額|億円|333|H30|324|R3|467|R6|69%",
            "産出額|億円|333|H30|319|R4|467|R6|68%",
            "産出額|億円|333|H30|470|R6|467|R6|101%",
        )
        (found,) = plan.indicators()
        assert [(2021, "324"), (2022, "319"), (2024, "470")] == [
            (seen.period and seen.period.start.year, str(seen.quantity and seen.quantity.value))
            for seen in found.observations
        ]
        assert [2021, 2022, 2024] == [
            each.period and each.period.start.year for each in found.printed
        ]

    def test_without_a_baseline(self) -> None:
        """The actual of the lower row was given to the upper one, and left none to the lower."""
        plan = read(
            self.HEADS,
            "給水件数||||1,280件|H16|1,400件|H18|",
            "管理延長||||4,979m|H16|5,200m|H18|",
            "給水件数||||1,400件|H18|1,400件|H18|",
            "管理延長||||5,300メートル|H18|5,200メートル|H18|",
        )
        assert [("給水件数", 2), ("管理延長", 1), ("管理延長", 1)] == [
            (each.name, len(each.observations)) for each in plan.indicators()
        ]

    @pytest.mark.parametrize(
        "second", ["10|H30|31|R4|50|R6|", "10|H30|32|R3|46|R6|", "11|H30|31|R4|46|R6|"]
    )
    def test_another_indicator(self, second: str) -> None:
        """Another target, another start, or the very same row: none of it goes to the one above."""
        plan = read(self.HEADS, "会員数|人|10|H30|32|R3|46|R6|", f"会員数|人|{second}")
        assert [1, 1] == [len(each.observations) for each in plan.indicators()]
