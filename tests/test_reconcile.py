"""Printed rates beside computed ones."""

from __future__ import annotations

import csv
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from random import Random
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.reconcile import (
    Fit,
    PrintedColumn,
    PrintedRow,
    Reconciliation,
)
from kpikit.analysis.scheme import Against, Measure, Rounding, RoundingMode
from kpikit.judging.rates import Formula
from kpikit.model.printed import Printed, PrintedChange, PrintedRate, PrintedResult
from shared import shared_path

NUMBERS = st.integers(1, 400)
#: An actual, a target, a baseline that is not the target, and whether more is better.
ROWS = st.lists(
    st.tuples(NUMBERS, NUMBERS, NUMBERS, st.booleans()).filter(lambda row: row[1] != row[2]),
    min_size=3,
    max_size=12,
)
PRINTINGS = st.tuples(
    st.sampled_from(RoundingMode),
    st.integers(0, 2),
    st.none() | st.just(Decimal(0)),
    st.none() | st.just(Decimal(100)),
)
ALIKE = Measure(Formula.ACHIEVEMENT, Formula.ACHIEVEMENT)
MIRRORED = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
INVERSE = Measure(Formula.ACHIEVEMENT, Formula.INVERSE)
PROGRESS = Measure(Formula.PROGRESS, Formula.PROGRESS)
HUNDRED = Decimal(100)
TRIED = [
    *((ALIKE, None), (MIRRORED, None), (INVERSE, None)),
    *((PROGRESS, None), (PROGRESS, MIRRORED), (PROGRESS, INVERSE)),
]


def reconciled(*lines: str) -> Reconciliation:
    plan = kk.read_plan("\n".join(lines).encode(), name="plan.tsv")
    return kk.reconcile(kk.evaluate(plan))


def only(found: Reconciliation) -> PrintedColumn:
    (column,) = found.columns
    return column


def of_publisher(name: str) -> PrintedColumn:
    """Reconcile the rows of a publisher that have an actual and a printed rate, as one table."""
    path = shared_path("corpus", "rows.tsv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = ["指標名\t単位\t基準値\t実績値\t目標値\t達成率"]
    for row in rows:
        rate = re.search(r"(?:達成率 )?(\(?\d[^）]*)", row["judgement"])
        if row["publisher"] == name and row["actual"] and rate:
            start, aim = (re.sub(r"^\(\d{4}\) ", "", row[each]) for each in ("baseline", "target"))
            cells = (row["indicator"], row["unit"], start, row["actual"], aim, rate[1])
            lines.append("\t".join(cells))
    return only(reconciled(*lines))


class TestValues:
    """They are values, and say what was found."""

    def test_contract(self) -> None:
        check_value_object(
            Fit(ALIKE),
            Fit(PROGRESS, MIRRORED),
            Fit(ALIKE, against=Against.FINAL, rounding=Rounding(1, RoundingMode.UP)),
            Fit(ALIKE, floor=Decimal(0), cap=HUNDRED, is_share=True),
            Fit(PROGRESS, without=INVERSE),
        )
        row = PrintedRow(kk.evaluate(kk.Indicator("数")), PrintedRate("98%"))
        check_value_object(row, PrintedRow(row.evaluation, row.printed, Decimal(98)))
        column = PrintedColumn("達成率", "表", [row])
        check_value_object(column, PrintedColumn("達成率", "表", [row], [Fit(ALIKE)]))
        check_value_object(Reconciliation(), Reconciliation([column]))

    def test_rows_are_those_of_a_tuple(self) -> None:
        one, other = (kk.evaluate(kk.Indicator(name)) for name in ("数", "率"))
        own = PrintedRow(one, PrintedRate("98%"), Decimal(98), agrees=True)
        made = own, PrintedRow(other, PrintedRate("5件"), label="C", unit="件")
        rows = PrintedColumn("達成率", "表", made).rows

        assert made == rows
        assert rows == made
        assert [*made] != rows
        assert rows != PrintedColumn("達成率", "表", made[:1]).rows
        assert (hash(made), repr(made), 2) == (hash(rows), repr(rows), len(rows))
        assert [*made] == [rows[0], rows[-1]] == [*rows]
        assert made[1:] == rows[1:]
        with pytest.raises(IndexError):
            rows[2]

    @pytest.mark.parametrize(
        ("fit", "percent", "expected"),
        [
            (Fit(ALIKE), "98.5", "99"),
            (Fit(ALIKE, rounding=Rounding(0, RoundingMode.TRUNCATE)), "98.9", "98"),
            (Fit(ALIKE, rounding=Rounding(0, RoundingMode.UP)), "98.1", "99"),
            (Fit(ALIKE, rounding=Rounding(1)), "98.25", "98.3"),
            (Fit(ALIKE, cap=HUNDRED), "100.8", "100"),
            (Fit(ALIKE, floor=Decimal(0)), "-3", "0"),
            (Fit(ALIKE), "1E+70", "1E+70"),
        ],
    )
    def test_printed(self, fit: Fit, percent: str, expected: str) -> None:
        assert Decimal(expected) == fit.printed(Decimal(percent))

    def test_words(self) -> None:
        assert "実績値÷目標値、その年の目標値、四捨五入(小数0桁)" == Fit(ALIKE).words()
        assert (
            "(a - b)/(t - b), without a baseline a/t; target of the year; half up, decimals: 0"
        ) == Fit(PROGRESS, without=ALIKE).words("en")
        fit = Fit(
            PROGRESS,
            MIRRORED,
            Against.FINAL,
            Rounding(1, RoundingMode.TRUNCATE),
            floor=Decimal(0),
            cap=HUNDRED,
            is_share=True,
        )
        assert (
            "(実績値-基準値)÷(目標値-基準値)、目標値が基準値より良くないものは"
            "実績値÷目標値(小さいほど良いものは2-実績値÷目標値)、最終の目標値、"
            "切捨て(小数1桁)、下限0%、上限100%、単位のない数は割合(1が100%)"
        ) == fit.words()
        assert (
            "(a - b)/(t - b), where the target is not beyond the baseline "
            "a/t, where less is better 2 - a/t; last target; down, decimals: 1; "
            "at least 0%; at most 100%; a bare 1 is 100%"
        ) == fit.words("en")


class TestRows:
    """What each row of a column yields."""

    def test_by_the_target_of_the_year(self) -> None:
        """9 of 10 in the year, and of 20 in the end: the last row differs from 8 of 10."""
        column = only(
            reconciled(
                "指標名\tR5目標\tR7目標\tR5実績\t達成率",
                *(f"第{each}\t10件\t20件\t{each}件\t{each}0%" for each in (9, 7, 6)),
                "第8\t10件\t20件\t8件\t50%",
            )
        )
        assert (Fit(ALIKE),) == column.fits
        assert [("90", True), ("70", True), ("60", True), ("80", False)] == [
            (str(row.computed), row.agrees) for row in column.rows
        ]

    def test_without_a_rate(self) -> None:
        """Of nothing there is no share; the row is there all the same."""
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                *(f"第{each}\t10件\t{each}件\t{each}0%" for each in (9, 7, 6)),
                "第8\t0件\t8件\t50%",
            )
        )
        row = column.rows[-1]
        assert ("第8", "50%") == (row.evaluation.indicator.name, row.printed.text)
        assert (None, None) == (row.computed, row.agrees)

    def test_of_rules_that_print_the_same_the_plainest(self) -> None:
        """125 % by the target and 150 % by the way are both over 100 %."""
        column = only(
            reconciled(
                "指標名\t基準値\t目標値\t実績値\t達成率",
                *(f"第{each}\t10件\t20件\t25件\t100%超" for each in (1, 2, 3)),
            )
        )
        assert (Fit(ALIKE),) == column.fits


class TestPublishers:
    """The main rule of a body is found from its printed rates alone."""

    @pytest.mark.wide
    def test_miyagi(self) -> None:
        column = of_publisher("宮城県")
        assert (Fit(PROGRESS, MIRRORED, rounding=Rounding(1)),) == column.fits
        assert (373, 366) == (column.compared, column.reproduced)
        assert [
            "障害者雇用率（%）:公表 52.6%、計算 25.6%",
            "就業率（%）:公表 15.3%、計算 15.8%",
        ] == [re.sub(r"^.*(就業率（%）)", r"\1", each.explain()) for each in column.differing[:2]]

    def test_shiga(self) -> None:
        """20 of 35 without a baseline prints 57.1 %; 42 rows with one, 6 without.

        Of five the whole in brackets is rated: 25 of 20(80) is 31.3 %, 7(16) of 9(43) 20.6 %.
        """
        column = of_publisher("滋賀県")
        fit = Fit(
            PROGRESS,
            against=Against.FINAL,
            rounding=Rounding(1),
            floor=Decimal(0),
            cap=HUNDRED,
            without=ALIKE,
        )
        assert (fit,) == column.fits
        assert column.compared == column.reproduced == 48

    def test_ibaraki(self) -> None:
        """5,163 of 4,000 is 129.075 %, and 129.0 is printed."""
        column = of_publisher("茨城県")
        assert (Fit(ALIKE, rounding=Rounding(1, RoundingMode.TRUNCATE)),) == column.fits
        assert 3 == column.reproduced

    def test_koshu(self) -> None:
        """37 of 41 prints 90 %: less is better, which nothing else says."""
        column = of_publisher("甲州市")
        assert (Fit(INVERSE),) == column.fits
        assert 8 == column.reproduced
        told = [None] * 4 + [kk.Direction.LOWER] * 4
        assert told == [row.direction for row in column.rows]


class TestColumns:
    """Which rows can be compared, and with what."""

    def test_parts_without_a_whole(self) -> None:
        """Of ① and ② none is the whole: such a row is not compared."""
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                "講座\t130人以上\t65人\t50.0%",
                "窓口\t①10件 ②20件\t①5件 ②20件\t50.0%",
            )
        )
        assert [row.agrees for row in column.rows][1] is None

    def test_a_row_that_differs(self) -> None:
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                "窓口\t120人以上\t131人\t109.2%",
                "講座\t130人以上\t131人\t100.0%",  # 100.8
                "相談\t70人以上\t50人\t71.4%",
                "派遣\t90人以上\t50人\t55.6%",
            )
        )
        assert (Fit(ALIKE, rounding=Rounding(1)),) == column.fits
        (row,) = column.differing
        assert (Decimal("100.8"), False) == (row.computed, row.agrees)
        assert (
            "達成率: a/t; target of the year; half up, decimals: 1: 3 of 4 compared (4 printed)"
        ) == column.explain("en")
        assert "講座: 100.0% is printed, 100.8% computed" == row.explain("en")

    def test_too_few_rows_tell_nothing(self) -> None:
        found = reconciled(
            "指標名\t目標値\t実績値\t達成率",
            "窓口\t70人以上\t50人\t71.4%",
            "相談\t90人以上\t50人\t55.6%",
        )
        column = only(found)
        assert ((), 0, 0) == (column.fits, column.compared, column.reproduced)
        assert "達成率:公表された2件を再現する決め方が見つからない" == found.explain()
        assert "達成率: nothing reproduces the 2 cells that are printed" == found.explain("en")

    def test_most_rows_must_be_reproduced(self) -> None:
        rows = [
            f"数{n}\t70人以上\t50人\t{rate}%" for n, rate in enumerate((71, 71, 71, 3, 4, 5, 6))
        ]
        assert () == only(reconciled("指標名\t目標値\t実績値\t達成率", *rows)).fits

    def test_rows_that_cannot_be_computed(self) -> None:
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                "窓口\t70人以上\t50人\t71.4%",
                "相談\t90人以上\t50人\t55.6%",
                "派遣\t80人以上\t70人\t87.5%",
                "講座\t80人以上\t集計中\t80.0%",
                "研修\t計画の策定\t70人\t80.0%",
                "図書\t80人以上\t70人\t算出不可",
                "体育\t80人以上\t70人\t90.0ポイント",
            )
        )
        assert [True, True, True, None, None, None, None] == [row.agrees for row in column.rows]
        assert "講座:公表 80.0%、計算できない" == column.rows[3].explain()
        assert "講座: 80.0% is printed, nothing can be computed" == column.rows[3].explain("en")

    def test_years(self) -> None:
        """Each rate is that of its year, against the target of that year."""
        column = only(
            reconciled(
                "指標名\t目標値(R4)\t目標値(R5)\t実績値(R4)\t実績値(R5)\tR4達成率\tＲ５達成率\tR6達成率",
                "窓口\t70人以上\t80人以上\t50人\t70人\t71.4%\t87.5%\t90.0%",
                "相談\t90人以上\t95人以上\t50人\t60人\t55.6%\t63.2%\t",
            )
        )
        assert "達成率" == column.heading
        assert (Fit(ALIKE, rounding=Rounding(1)),) == column.fits
        assert [True, True, None, True, True] == [row.agrees for row in column.rows]

    def test_against_the_last_target(self) -> None:
        column = only(
            reconciled(
                "指標名\t目標値(R5)\t目標値(R9)\t実績値(R5)\t進捗率",
                "窓口\t70人以上\t80人以上\t50人\t62.5%",
                "相談\t90人以上\t95人以上\t50人\t52.6%",
                "派遣\t60人以上\t75人以上\t50人\t66.7%",
            )
        )
        assert (Fit(ALIKE, against=Against.FINAL, rounding=Rounding(1)),) == column.fits

    def test_shares(self) -> None:
        """0.71 of a column without a unit is 71 %, as its figures tell."""
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                "窓口\t70人以上\t50人\t0.71",
                "相談\t90人以上\t50人\t0.56",
                "派遣\t80人以上\t90人\t1.13",
            )
        )
        assert (Fit(ALIKE, is_share=True),) == column.fits

    def test_bare_percentages(self) -> None:
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                "窓口\t70人以上\t50人\t71",
                "相談\t90人以上\t50人\t56",
                "派遣\t80人以上\t90人\t113",
            )
        )
        assert (Fit(ALIKE),) == column.fits

    def test_open_ends(self) -> None:
        """100%超 stands for any rate above 100 %: nothing was cut off at 100."""
        column = only(
            reconciled(
                "指標名\t基準値\t目標値\t実績値\t達成率",
                "窓口\t10人\t20人以上\t30人\t100%超",
                "相談\t10人\t20人以上\t5人\t0%未満",
                "派遣\t10人\t20人以上\t15人\t50%",
                "講座\t10人\t20人以上\t20人\t100%",
                "研修\t10人\t20人以上\t30人\t100%以上",
                "図書\t10人\t20人以上\t30人\t90%以下",
            )
        )
        assert (Fit(PROGRESS),) == column.fits
        assert [True, True, True, True, True, False] == [row.agrees for row in column.rows]

    @pytest.mark.parametrize(
        ("rows", "without", "reproduced"),
        [
            (["相談\t↑\t\t20人\t19人\t95.0%", "事故\t↓\t\t44件\t47件\t93.2%"], MIRRORED, 5),
            (["相談\t↑\t\t20人\t19人\t95.0%", "事故\t↓\t\t44件\t47件\t93.6%"], INVERSE, 5),
            (["相談\t↑\t\t20人\t19人\t95.0%", "事故\t↓\t\t44件\t47件\t106.8%"], ALIKE, 5),
            # one row is no evidence, and neither are two of five
            (["相談\t↑\t\t20人\t19人\t95.0%"], None, 3),
            (
                [
                    "相談\t↑\t\t20人\t19人\t95.0%",
                    "派遣\t↑\t\t20人\t18人\t90.0%",
                    *(f"数{at}\t↑\t\t20人\t18人\t12.3%" for at in range(3)),
                ],
                None,
                3,
            ),
        ],
    )
    def test_without_a_baseline(
        self, rows: list[str], without: Measure | None, reproduced: int
    ) -> None:
        """(a - b)/(t - b), and a/t where there is no b; 2 - 47/44 is 93.2 %, 44/47 93.6 %."""
        column = only(
            reconciled(
                "指標名\t望ましい方向\t基準値\t目標値\t実績値\t進捗率",
                "窓口\t↑\t10人\t20人\t15人\t50.0%",
                "講座\t↑\t10人\t30人\t15人\t25.0%",
                "死者\t↓\t48人\t44人\t47人\t25.0%",
                *rows,
            )
        )
        assert (Fit(PROGRESS, rounding=Rounding(1), without=without),) == column.fits
        assert reproduced == column.reproduced

    def test_kept(self) -> None:
        """A target not beyond its baseline is rated by itself; words are no baseline."""
        column = only(
            reconciled(
                "指標名\t望ましい方向\t基準値\t目標値\t実績値\t達成率",
                "窓口\t↑\t10人\t20人\t15人\t50.0%",
                "死者\t↓\t48人\t44人\t47人\t25.0%",
                "相談\t↑\t20人\t20人\t19人\t95.0%",
                "派遣\t↑\t30人\t20人\t18人\t90.0%",
                "事故\t↓\t40件\t44件\t47件\t93.2%",  # 2 - 47/44
                "講座\t↑\t未実施\t20人\t10人\t33.3%",
                "研修\t↑\t10%\t20人\t10人\t33.3%",
            )
        )
        assert (Fit(PROGRESS, MIRRORED, rounding=Rounding(1)),) == column.fits
        assert [True] * 5 + [None] * 2 == [row.agrees for row in column.rows]

    def test_units(self) -> None:
        """千人 and 人 are one scale, 時間 and 分 too; a bare target is not taken for both."""
        column = only(
            reconciled(
                "指標名\t基準値\t目標値\t実績値\t進捗率",
                "利用者\t1千人\t2,000人以上\t1,500人\t50%",
                "来館者\t10人\t20人以上\t13人\t30%",
                "参加者\t1.5千人\t2,500人以上\t1,600人\t10%",
                "学習\t60分\t2時間以上\t1.5時間\t50%",  # (1.5 - 1)/(2 - 1)
                "相談\t10件\t20以上\t15人\t50%",
                "派遣\t10件\t20件以上\t15%\t50%",
            )
        )
        assert isinstance(column.fits[0], Fit)
        assert PROGRESS == column.fits[0].rate
        assert [True] * 4 + [None] * 2 == [row.agrees for row in column.rows]

    def test_starts(self) -> None:
        """A start that is a number of the same things; one that may be of others is none."""
        column = only(
            reconciled(
                "指標名\t基準値\t目標値\t実績値\t進捗率",
                "利用者\t1千人\t3千人以上\t2,000人\t50%",
                "来館者\t1,000人\t3,000人以上\t2.5千人\t75%",
                "参加者\t10人\t30以上\t15人\t25%",
                "会員\t10\t30以上\t15\t25%",
                "相談者\t10\t30以上\t15人\t25%",
                "派遣者\t約1千人\t3千人以上\t1,500人\t25%",
                "講師\t1～2千人\t3千人以上\t1,500人\t25%",
                "団体\t10件\t30人以上\t15人\t25%",
                "登録者\t10人\t20～30人\t15人\t25%",
                "受講者\t10人\t30人以上\t12～15人\t25%",
            )
        )
        assert (Fit(PROGRESS),) == column.fits
        assert [True] * 4 + [None] * 6 == [row.agrees for row in column.rows]

    @pytest.mark.parametrize(("nouns", "way"), [(["独自量"], None), (["事故"], kk.Direction.LOWER)])
    def test_what_the_caller_says_of_names(
        self, nouns: list[str], way: kk.Direction | None
    ) -> None:
        """Against the last target too: where it tells the way, the printed rate does not."""
        lines = (
            "指標名\t目標値(R5)\t目標値(R9)\tR5実績値\tR5達成率",
            *(f"独自量\t100件\t50件\t{a}件\t{200 - 2 * a}%" for a in (20, 60, 70)),
        )
        plan = kk.read_plan("\n".join(lines).encode(), name="plan.tsv")
        column = only(kk.reconcile(kk.evaluate(plan, nouns=nouns)))
        assert (Fit(MIRRORED, against=Against.FINAL),) == column.fits
        assert [(True, way)] * 3 == [(row.agrees, row.direction) for row in column.rows]

    def test_what_fits_as_well(self) -> None:
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                "窓口\t80人以上\t60人\t75%",
                "相談\t50人以上\t30人\t60%",
                "派遣\t40人以上\t37人\t90%",  # 92.5
                "講座\t20人以上\t10人\t50%",
            )
        )
        assert [Fit(ALIKE), Fit(ALIKE, rounding=Rounding(0, RoundingMode.TRUNCATE))] == list(
            column.fits
        )
        assert column.explain().endswith("(同じ件数が一致する決め方がほかに1通り)")
        assert column.explain("en").endswith("(1 others fit as well)")

    #: As many printed rates are cut off as are rounded up: 70.7 % is 70 %, and 70.3 % is 71 %.
    EITHER = (
        "指標名\t基準値\t目標値\t実績値\t達成率",
        *(f"数{a}\t10人\t100人以上\t{a}人\t{a}%" for a in range(60, 80)),
        "事故\t200件\t100件以下\t50件\t150%",
        "講座\t10人\t1000人以上\t707人\t70%",
        "研修\t10人\t1000人以上\t703人\t71%",
    )

    @pytest.mark.parametrize(
        ("line", "way"),
        [
            # 100.1 % where more is better and cut off, 99.9 % where less is and rounded up
            ("山林の面積\t2000ha\t1000ha\t1001ha\t100%", None),
            ("山林の面積\t200ha\t100ha\t99ha\t101%", kk.Direction.LOWER),
        ],
    )
    def test_which_way_by_two_rules(self, line: str, way: kk.Direction | None) -> None:
        column = only(reconciled(*self.EITHER, line))
        down, up = (Rounding(0, each) for each in (RoundingMode.TRUNCATE, RoundingMode.UP))
        assert (Fit(MIRRORED, rounding=down), Fit(MIRRORED, rounding=up)) == column.fits
        assert [None] * 23 + [way] == [row.direction for row in column.rows]
        assert (24, 23) == (column.compared, column.reproduced)
        assert line.rsplit("\t", maxsplit=1)[-1] == column.rows[-1].yields

    #: Rows of a target, an actual and the printed rate, and how many rows a rule reproduces.
    PRINTED: ClassVar = {
        "half of the last place goes up": (
            [(8, 1, "13%"), (8, 3, "38%"), (8, 5, "63%")],
            Fit(ALIKE),
            3,
        ),
        "an end belongs to what it is said to": (
            [
                *((10, 5, "50%"), (10, 9, "90%"), (10, 7, "70%"), (10, 10, "100%以上")),
                *((10, 9, "90%以下"), (10, 10, "100%超"), (10, 9, "90%未満")),
            ],
            Fit(ALIKE),
            5,
        ),
        "no number at all": (
            [(10, 12, "100%超"), (10, 14, "100%超"), (10, 11, "100%超")],
            Fit(ALIKE),
            3,
        ),
        "below one percent too": (
            [(1000, 5, "1%"), (1000, 15, "2%"), (1000, 25, "3%")],
            Fit(ALIKE),
            3,
        ),
        "cut off": (
            [(8, 1, "12%"), (8, 3, "37%"), (8, 5, "62%")],
            Fit(ALIKE, rounding=Rounding(0, RoundingMode.TRUNCATE)),
            3,
        ),
        "one more or less is another rate": (
            [
                (100, 50, "50%"),
                (100, 60, "60%"),
                (100, 70, "70%"),
                (100, 40, "41%"),
                (100, 80, "79%"),
            ],
            Fit(ALIKE),
            3,
        ),
        "in tenths": ([(10, 5, "5割"), (10, 9, "9割"), (10, 6, "60%")], Fit(ALIKE), 3),
        "a share that is more than 1": (
            [(10, 5, "0.5"), (10, 9, "0.9"), (10, 6, "0.6"), (10, 12, "1超"), (10, 8, "1超")],
            Fit(ALIKE, is_share=True),
            4,
        ),
        "half of the rows": (
            [
                (10, 5, "50%"),
                (10, 9, "90%"),
                (10, 7, "70%"),
                (10, 6, "11%"),
                (10, 8, "12%"),
                (10, 4, "13%"),
            ],
            Fit(ALIKE),
            3,
        ),
        "as a spreadsheet has it": (
            [(7, 5, "71.4285714285714%"), (7, 3, "42.8571428571429%"), (7, 2, "28.5714285714286%")],
            Fit(ALIKE, rounding=Rounding(9)),
            3,
        ),
    }

    @pytest.mark.parametrize("case", PRINTED)
    def test_how_a_rate_is_printed(self, case: str) -> None:
        rows, fit, count = self.PRINTED[case]
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                *(f"数{at}\t{t}人以上\t{a}人\t{r}" for at, (t, a, r) in enumerate(rows)),
            )
        )
        assert ((fit,), count) == (column.fits, column.reproduced)

    @pytest.mark.parametrize(("number", "fits"), [(3, (Fit(ALIKE),)), (4, ())])
    def test_what_no_formula_yields_counts_too(self, number: int, fits: tuple[Fit, ...]) -> None:
        """Three of six rows make a formula evident, three of seven do not; no rate is below 0."""
        rows = [(5, "50%"), (9, "90%"), (7, "70%"), *[(6, "0%未満")] * number]
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t達成率",
                *(f"数{at}\t10人以上\t{a}人\t{rate}" for at, (a, rate) in enumerate(rows)),
            )
        )
        assert fits == column.fits

    @pytest.mark.parametrize(
        ("rows", "fit", "told"),
        [
            # what is below 0 is told as 0, and 5 % is not
            (
                [
                    (0, 200, 100, 50),
                    (0, 200, 50, 25),
                    (0, 200, 150, 75),
                    (100, 200, 90, 0),
                    (100, 200, 80, 5),
                ],
                Fit(PROGRESS, floor=Decimal(0)),
                [50, 25, 75, 0, 0],
            ),
            # where no 0 is printed, nothing says that rates end there, nor at 100
            (
                [
                    *((100, 300, 200, 50), (100, 300, 150, 25), (100, 300, 250, 75)),
                    *((100, 200, 80, 5), (100, 300, 400, 6)),
                ],
                Fit(PROGRESS),
                [50, 25, 75, -20, 150],
            ),
            # 12.7 and -12.7 lose their decimals
            (
                [(0, 100, 50, 50), (0, 1000, 127, 12), (100, 1100, -27, -12), (0, 1000, 333, 33)],
                Fit(PROGRESS, rounding=Rounding(0, RoundingMode.TRUNCATE)),
                [50, 12, -12, 33],
            ),
        ],
    )
    def test_below_the_start(
        self, rows: list[tuple[int, int, int, int]], fit: Fit, told: list[int]
    ) -> None:
        column = only(
            reconciled(
                "指標名\t基準値\t目標値\t実績値\t進捗率",
                *(f"数{at}\t{b}人\t{t}人以上\t{a}人\t{r}%" for at, (b, t, a, r) in enumerate(rows)),
            )
        )
        assert (fit,) == column.fits
        assert told == [row.computed for row in column.rows]
        assert [each == rows[at][-1] for at, each in enumerate(told)] == [
            row.agrees for row in column.rows
        ]

    def test_told_in_english(self) -> None:
        """A line a column, a line a scheme, a line a row that differs."""
        lines = (
            "指標名\t目標値\t実績値\t達成率",
            "施設1の利用者数\t60人以上\t41人\t68%",
            "施設2の利用者数\t70人以上\t50人\t71%",
            "施設3の利用者数\t90人以上\t50人\t55%",
            "施設4の利用者数\t80人以上\t80人\t99%",
        )
        plan = kk.read_plan("\n".join(lines).encode(), name="plan.tsv")
        told = kk.reconcile(kk.evaluate(plan), ["ibaraki"]).explain("en")
        assert [
            "達成率: a/t; target of the year; down, decimals: 0: 3 of 4 compared (4 printed)",
            "達成率: the scheme ibaraki: 0 of 4 compared",
            "施設4の利用者数: 99% is printed, 100% computed",
        ] == told.splitlines()

    @pytest.mark.parametrize(
        ("heading", "period", "told"),
        [
            ("達成率", None, "達成率"),
            ("達成  率", None, "達成  率"),  # of no year: as it is written
            ("R5達成率", kk.FiscalYear(2023, label="R5"), "達成率"),
            ("達成率 R5 の実績", kk.FiscalYear(2023, label="R5"), "達成率 の実績"),
        ],
    )
    def test_headings(self, heading: str, period: kk.Period | None, told: str) -> None:
        """A heading loses its year, and stands for one table."""
        printed: list[Printed] = [
            PrintedRate("98%", heading, period=period),
            PrintedResult("A", heading, period=period),
            PrintedChange("+2人", heading, period=period),
        ]
        section = kk.Section("表", "1", "重点", indicators=[kk.Indicator("数", printed=printed)])
        found = kk.reconcile(kk.evaluate(kk.Plan("計画", sections=[section])))
        assert [(told, "重点", (each,)) for each in printed] == [
            (column.heading, column.table, tuple(row.printed for row in column.rows))
            for column in found.columns
        ]

    def test_nothing_is_printed(self) -> None:
        indicator = kk.Indicator("数")
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "", indicators=[indicator])])
        assert Reconciliation() == kk.reconcile(kk.evaluate(plan))
        assert "" == Reconciliation().explain()

    def test_no_verdict_changes(self) -> None:
        plan = kk.read_plan(
            "指標名\t目標値\t実績値\t達成率\n窓口\t20人以上\t10人\t120%".encode(), name="a.tsv"
        )
        result = kk.evaluate(plan)
        kk.reconcile(result)
        assert result == kk.evaluate(plan)


class TestLaws:
    """A column that was printed by one rule is reproduced whole, in any order of its rows."""

    HOW: ClassVar = {
        RoundingMode.HALF_UP: ROUND_HALF_UP,
        RoundingMode.TRUNCATE: ROUND_DOWN,
        RoundingMode.UP: ROUND_UP,
    }

    @given(ROWS, st.sampled_from(TRIED), PRINTINGS, st.randoms())
    def test_made_by_a_rule(
        self,
        rows: list[tuple[int, int, int, bool]],
        formulas: tuple[Measure, Measure | None],
        printing: tuple[RoundingMode, int, Decimal | None, Decimal | None],
        random: Random,
    ) -> None:
        indicators = [made(number, row, formulas, printing) for number, row in enumerate(rows)]
        column = only(kk.reconcile(kk.evaluate(plan_of(indicators))))
        assert column.compared == column.reproduced
        assert () == column.differing
        random.shuffle(indicators)
        shuffled = only(kk.reconcile(kk.evaluate(plan_of(indicators))))
        assert column.fits == shuffled.fits
        assert {each.printed.text: each for each in column.rows} == {
            each.printed.text: each for each in shuffled.rows
        }


def plan_of(indicators: list[kk.Indicator]) -> kk.Plan:
    return kk.Plan("計画", sections=[kk.Section("表", "1", "", indicators=indicators)])


def made(
    number: int,
    row: tuple[int, int, int, bool],
    formulas: tuple[Measure, Measure | None],
    printing: tuple[RoundingMode, int, Decimal | None, Decimal | None],
) -> kk.Indicator:
    """Make an indicator with its rate as a rule prints it, with its number in the text."""
    actual, aim, start, is_higher = row
    usual, kept = formulas
    is_beyond = start < aim if is_higher else aim < start
    measure = usual if kept is None or is_beyond else kept
    formula = measure.higher if is_higher else measure.lower
    percent = {
        Formula.ACHIEVEMENT: Decimal(actual) / aim,
        Formula.MIRRORED: 2 - Decimal(actual) / aim,
        Formula.INVERSE: Decimal(aim) / actual,
        Formula.PROGRESS: Decimal(actual - start) / (aim - start),
    }[formula or Formula.ACHIEVEMENT] * 100
    mode, places, floor, cap = printing
    percent = percent if floor is None else max(percent, floor)
    percent = percent if cap is None else min(percent, cap)
    shown = percent.quantize(Decimal(1).scaleb(-places), TestLaws.HOW[mode])
    rule = kk.AtLeast if is_higher else kk.AtMost
    return kk.Indicator(
        f"数{number}",
        target=rule(kk.Quantity(aim, "人")),
        baseline=kk.Quantity(start, "人"),
        observations=[kk.Observation(None, kk.Quantity(actual, "人"))],
        printed=[
            PrintedRate(f"{number}: {shown}%", "達成率", quantity=kk.Quantity(shown, "%")),
        ],
    )
