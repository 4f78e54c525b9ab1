"""Printed changes (前年度比, 増減, 目標との差) beside computed ones."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

import kpikit as kk
from kpikit.analysis.reconcile import (
    ChangeFit,
    ChangeForm,
    ChangeFrom,
    PrintedColumn,
    PrintedRow,
    discrepancies,
)
from kpikit.analysis.scheme import Rounding, RoundingMode
from kpikit.model.printed import PrintedChange

HEAD = "指標名,単位,基準値(R4),目標値(R6),実績値(R5),実績値(R6),"
#: Name, unit, baseline, target, the year before, and the actual.
ROWS = (
    "利用者数,人,90,100人以上,80,90,",
    "講座数,回,6,10以上,8,7,",
    "来館者数,人,900,1000以上,950,988,",
    "登録率,％,38,50以上,40.0,42.5,",
)


def evaluated(heading: str, *cells: str) -> kk.PlanEvaluation:
    lines = [HEAD + heading, *(row + cell for row, cell in zip(ROWS, cells, strict=True))]
    return kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="a.csv"))


def column(heading: str, *cells: str) -> PrintedColumn:
    (found,) = kk.reconcile(evaluated(heading, *cells)).columns
    return found


def rows_with(heading: str, cells: tuple[str, ...], line: str) -> Sequence[PrintedRow]:
    """Return the rows of a column with one more line."""
    lines = [HEAD + heading, *(row + cell for row, cell in zip(ROWS, cells, strict=True)), line]
    plan = kk.read_plan("\n".join(lines).encode(), name="a.csv")
    (found,) = kk.reconcile(kk.evaluate(plan)).columns
    return found.rows


def test_the_name_tells_that_both_years_are_of_cuts() -> None:
    """30 hours less after 20: half as many again, where the name says that 20 are a cut too."""
    cells = ("112.5%", "87.5%", "104.0%", "106.3%")
    line = "作業の削減時間,時間,10,50以上,20,30時間削減,150.0%"
    *_, last = rows_with("前年度比", cells, line)
    assert (last.computed, last.agrees) == (Decimal("150.0"), True)


def test_no_more_than_nine_places_are_compared() -> None:
    line = "微量,g,1,5以上,1,1.1234567891,0.1234567891"
    *_, last = rows_with("増減", ("10", "▲1", "38", "2.5"), line)
    assert last.computed == Decimal("0.123456789")


class TestFits:
    """What a change is from, and how it is told, comes from the column alone."""

    @pytest.mark.parametrize(
        ("heading", "cells", "base", "form", "places"),
        [
            # 90/80, 7/8, 988/950, 42.5/40
            (
                "前年度比",
                ("112.5%", "87.5%", "104.0%", "106.3%"),
                ChangeFrom.PREVIOUS,
                ChangeForm.RATIO,
                1,
            ),
            ("前年度比", ("12.5%", "▲12.5%", "4.0%", "6.3%"), "previous", "growth", 1),
            ("増減", ("10", "▲1", "38人増", "+2.5ポイント"), "previous", "difference", 1),
            ("増減", ("10人増", "1回減", "38", "2.5ポイント増"), "previous", "difference", 1),
            ("前年度比", ("112.5", "87.5", "104.0", "106.3"), "previous", "ratio", 1),
            ("増減", ("10", "▲1", "38", "3"), "previous", "difference", 0),
            # 90 - 100, 7 - 10, 988 - 1000, 42.5 - 50
            ("目標との差", ("▲10", "-3", "△12", "▲7.5"), "target", "difference", 1),
            # 90 - 90, 7 - 6, 988 - 900, 42.5 - 38
            ("差", ("0", "1", "88", "4.5"), "baseline", "difference", 1),
        ],
    )
    def test_form(
        self, heading: str, cells: tuple[str, ...], base: str, form: str, places: int
    ) -> None:
        found = column(heading, *cells)
        assert found.fits == (
            ChangeFit(ChangeFrom(base), ChangeForm(form), Rounding(places, RoundingMode.HALF_UP)),
        )
        assert (found.compared, found.reproduced) == (4, 4)

    def test_cut_off(self) -> None:
        """106.25 is cut off to 106.2."""
        found = column("前年度比", "112.5%", "87.5%", "104.0%", "106.2%")
        assert found.fits[0].words("en").endswith("down, decimals: 1")

    @pytest.mark.parametrize(
        ("rows", "agreeing"),
        [
            # without a unit at all
            (("甲の数,9以上,8,9,1", "乙の数,9以上,8,7,▲1", "丙の数,9以上,4,6,2"), [True] * 3),
            # 1.5時間 are 0.5時間 more than 60分, in the unit of the actual; a bare 6 is 6人 there
            (
                (
                    "甲の時間,9時間以上,60分,1.5時間,0.5",
                    "乙の数,9以上,8,7,▲1",
                    "丙の数,9以上,4人,6,2",
                ),
                [True] * 3,
            ),
            # three of seven are less than half, and three of six are not
            (tuple(f"数{n},9以上,{n},9,{9 - n if n < 4 else 50 + n * n}" for n in range(1, 8)), []),
            (
                tuple(f"数{n},9以上,{n},9,{9 - n if n < 4 else 50 + n * n}" for n in range(1, 7)),
                [*[True] * 3, *[False] * 3],
            ),
        ],
    )
    def test_units_and_shares(self, rows: tuple[str, ...], agreeing: list[bool]) -> None:
        lines = ["指標名,目標値(R6),実績値(R5),実績値(R6),増減", *rows]
        result = kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="a.csv"))
        (found,) = kk.reconcile(result).columns
        rounding = Rounding(1 if "1.5時間" in rows[0] else 0)
        fit = ChangeFit(ChangeFrom.PREVIOUS, ChangeForm.DIFFERENCE, rounding)
        assert found.fits == ((fit,) if agreeing else ())
        assert [row.agrees for row in found.rows if row.agrees is not None] == agreeing

    def test_an_interval(self) -> None:
        """A change that may be any of several numbers is compared with nothing."""
        indicators = [
            kk.Indicator(
                f"数{number}",
                target=kk.AtLeast(kk.Quantity(9, "人")),
                observations=[
                    kk.Observation(kk.FiscalYear(2023), kk.Quantity(number, "人")),
                    kk.Observation(kk.FiscalYear(2024), kk.Quantity(9, "人")),
                ],
                printed=[PrintedChange(str(change), "増減", quantity=change)],
            )
            for number, change in (
                (1, kk.Quantity(8, "人")),
                (2, kk.Quantity(7, "人")),
                (3, kk.Quantity(6, "人")),
                (4, kk.Quantity(lower=4, upper=6, unit="人")),
            )
        ]
        sections = [kk.Section("表", "1", "", indicators=indicators)]
        result = kk.evaluate(kk.Plan("計画", sections=sections))
        (found,) = kk.reconcile(result).columns
        assert [row.agrees for row in found.rows] == [True, True, True, None]

    def test_words(self) -> None:
        fit = ChangeFit(ChangeFrom.TARGET, ChangeForm.GROWTH, Rounding(1))
        assert fit.words() == "(a-v)/v、vは目標値、四捨五入(小数1桁)"
        assert fit.words("en") == "(a - v)/v, v the target; half up, decimals: 1"

    def test_one_differs(self) -> None:
        """Each row that differs is a finding with both."""
        result = evaluated("増減", "10", "1", "38", "2.5")
        assert ["printed-rule-fitted", "printed-change-differs"] == [
            each.code for each in discrepancies(result)
        ]
        (row,) = kk.reconcile(result).columns[0].differing
        assert row.explain("ja") == "講座数:公表 1、計算 -1.0"

    @pytest.mark.parametrize(
        "cells",
        [
            ("1", "2", "3", "4"),
            ("↗", "↘", "増加", "皆増"),
            ("5〜6", "9人以上", "-", ""),
            ("10", "▲1", "", ""),
        ],
    )
    def test_nothing_fits(self, cells: tuple[str, ...]) -> None:
        """Three rows make a rule, and words and intervals none."""
        assert column("増減", *cells).fits == ()

    def test_what_cannot_be_computed(self) -> None:
        """A change in % of a count is no difference; of nothing there is no share."""
        lines = ["指標名,単位,目標値(R6),実績値(R5),実績値(R6),前年度比"]
        lines += [
            "甲の数,人,9以上,8,9,112.5%",
            "乙の数,人,9以上,8,7,87.5%",
            "丙の数,人,9以上,4,5,125.0%",
        ]
        lines += [
            "丁の数,人,9以上,0,5,500%",
            "戊の数,人,9以上,集計中,5,50%",
            "己の数,人,9以上,8,約9,50%",
        ]
        result = kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="a.csv"))
        (found,) = kk.reconcile(result).columns
        assert [True, True, True, None, None, None] == [row.agrees for row in found.rows]
        assert [("丁の数", "500%"), ("戊の数", "50%"), ("己の数", "50%")] == [
            (row.evaluation.indicator.name, row.printed.text) for row in found.rows[3:]
        ]

    def test_of_no_year(self) -> None:
        """A change of a year without an actual is compared with nothing."""
        lines = ["指標名,目標値(R6),実績値(R5),実績値(R6),R7増減"]
        lines += [f"{name}の数,9以上,8,9,1" for name in "甲乙丙"]
        result = kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="a.csv"))
        (found,) = kk.reconcile(result).columns
        assert [(row.evaluation.indicator.name, row.agrees) for row in found.rows] == [
            (f"{name}の数", None) for name in "甲乙丙"
        ]


def test_number() -> None:
    """The number of a change is negative where it is a decrease."""
    (one, *_) = evaluated("増減", "2.3ポイント減", "1", "1", "1").all()
    (printed,) = one.indicator.printed
    assert printed == PrintedChange(
        "2.3ポイント減", "増減", quantity=kk.Quantity("-2.3", "ポイント")
    )


def test_a_scheme_tells_no_change() -> None:
    """A scheme has nothing to say of it."""
    result = evaluated("増減", "10", "▲1", "38", "2.5")
    (found,) = kk.reconcile(result, ["plain-tenth"]).columns
    assert (found.schemes[0].reproduced, found.schemes[0].compared) == (0, 0)
