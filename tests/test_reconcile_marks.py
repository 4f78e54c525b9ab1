"""What printed marks mean, what differs from it, and which way is better by it."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.reconcile import (
    Basis,
    KnownScheme,
    Limit,
    MarkScale,
    PrintedColumn,
    PrintedRow,
    Reconciliation,
    directed,
    directions,
    discrepancies,
)
from kpikit.analysis.reconcile.limits import limits_of
from kpikit.analysis.scheme import Against, Measure, Scheme
from kpikit.judging.rates import Formula
from kpikit.model.printed import PrintedResult
from kpikit.report.reconciled import reconciliation_text
from shared import shared_path

MIRRORED = Measure(Formula.ACHIEVEMENT, Formula.MIRRORED)
PROGRESS = Measure(Formula.PROGRESS, Formula.PROGRESS)
#: 達成 and 未達成, as they say themselves.
BY_WORDS = MarkScale(Basis.TARGET, ["達成", "未達成"], [Limit("達成", Decimal(-1), Decimal(0))])


def evaluated(*lines: str) -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="plan.tsv"))


def reconciled(*lines: str) -> Reconciliation:
    return kk.reconcile(evaluated(*lines))


def only(found: Reconciliation) -> PrintedColumn:
    (column,) = found.columns
    return column


def limit(label: str, above: str, at_most: str) -> Limit:
    return Limit(label, Decimal(above), Decimal(at_most))


class TestValues:
    """They are values, and say what was found."""

    def test_contract(self) -> None:
        check_value_object(limit("A", "90", "100"), limit("B", "90", "100"))
        check_value_object(BY_WORDS, MarkScale(Basis.PRINTED, "AB", [limit("A", "90", "100")]))
        check_value_object(
            PrintedRow(kk.evaluate(kk.Indicator("数")), PrintedResult("A"), agrees=False, label="B")
        )

    def test_label(self) -> None:
        scale = MarkScale(Basis.PRINTED, "AB", [limit("A", "90", "95")])
        assert ["A", None, "B"] == [scale.label(Decimal(each)) for each in (95, 91, 90)]

    @pytest.mark.parametrize(
        ("scale", "japanese", "english"),
        [
            (
                BY_WORDS,
                "目標値との比較、その年の目標値、達成は目標値ちょうどから、未達成はその下",
                "beside the target; target of the year; 達成 from the target itself; 未達成 below",
            ),
            (
                MarkScale(Basis.TARGET, "SA", [limit("S", "0", "1")], against=Against.FINAL),
                "目標値との比較、最終の目標値、Sは目標値を超えてから、Aはその下",
                "beside the target; last target; S beyond the target only; A below",
            ),
            (
                MarkScale(Basis.TARGET, "○×", [limit("○", "-1", "1")]),
                "目標値との比較、その年の目標値、○は目標値ちょうどか、それを超えてから、×はその下",
                (
                    "beside the target; target of the year; ○ from the target itself or beyond; "
                    "× below"
                ),
            ),
            (
                MarkScale(Basis.TARGET, "SAB", [limit("S", "0", "1"), limit("A", "-1", "0")]),
                (
                    "目標値との比較、その年の目標値、Sは目標値を超えてから、"
                    "Aは目標値ちょうどから、Bはその下"
                ),
                (
                    "beside the target; target of the year; S beyond the target only; "
                    "A from the target itself; B below"
                ),
            ),
            (
                MarkScale(Basis.FORMULA, "AB", [limit("A", "75", "80")], PROGRESS, MIRRORED),
                (
                    "(実績値-基準値)÷(目標値-基準値)、目標値が基準値より良くないものは"
                    "実績値÷目標値(小さいほど良いものは2-実績値÷目標値)、その年の目標値、"
                    "Aは75%を超え80%以下のどこかから、Bはその下"
                ),
                (
                    "(a - b)/(t - b), where the target is not beyond the baseline "
                    "a/t, where less is better 2 - a/t; target of the year; "
                    "A from above 75% and at most 80%; B below"
                ),
            ),
            (
                MarkScale(Basis.PRINTED, "AB", [limit("A", "98.125", "100")]),
                "公表された率、Aは98.13%を超え100%以下のどこかから、Bはその下",
                "the printed rate; A from above 98.13% and at most 100%; B below",
            ),
            (
                MarkScale(Basis.FORMULA, "AB", [limit("A", "75", "80")], MIRRORED),
                (
                    "実績値÷目標値(小さいほど良いものは2-実績値÷目標値)、その年の目標値、"
                    "Aは75%を超え80%以下のどこかから、Bはその下"
                ),
                (
                    "a/t, where less is better 2 - a/t; target of the year; "
                    "A from above 75% and at most 80%; B below"
                ),
            ),
        ],
    )
    def test_words(self, scale: MarkScale, japanese: str, english: str) -> None:
        assert (japanese, english) == (scale.words(), scale.words("en"))


@pytest.fixture(scope="module")
def fukushima() -> kk.PlanEvaluation:
    path = shared_path("corpus", "rows.tsv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = ["指標名\t基準値\t実績値\t目標値\t判定"]
    for row in rows:
        if row["publisher"] == "福島県" and row["judgement"] and row["actual"]:
            cells = ("indicator", "baseline", "actual", "target", "judgement")
            lines.append("\t".join(row[each] for each in cells))
    return evaluated(*lines)


class TestFukushima:
    """達成 and 未達成 of 福島県, as published: one indicator has no other direction."""

    def test_the_rule(self, fukushima: kk.PlanEvaluation) -> None:
        column = only(kk.reconcile(fukushima))
        assert (BY_WORDS,) == column.fits
        assert (31, 26, 26) == (len(column.rows), column.compared, column.reproduced)

    def test_directions(self, fukushima: kk.PlanEvaluation) -> None:
        """Of 肥満傾向児 beside 全国 its name tells it, as 未達成 above the target does."""
        rows = only(kk.reconcile(fukushima)).rows
        assert not [row for row in rows if row.direction]
        children = [each for each in fukushima.all() if "肥満傾向児" in each.indicator.name]
        assert (kk.Verdict.NOT_ACHIEVED, (kk.Flag.DIRECTION_FROM_NAME,)) in [
            (each.verdict, each.flags) for each in children
        ]
        assert fukushima == directed(fukushima)


class TestScales:
    """Where classes begin is told by the rows."""

    def test_a_circle_is_not_achieved(self) -> None:
        """In ◎○△ the ○ is less than the target: 90 of 100, 80 of 100."""
        rates = [(120, "◎"), (100, "◎"), (110, "◎"), (99, "○"), (90, "○"), (80, "○")]
        rates += [(79, "△"), (60, "△"), (30, "△")]
        column = only(
            reconciled(
                "指標名\t目標値\t実績値\t評価",
                *(f"数{actual}\t100人以上\t{actual}人\t{mark}" for actual, mark in rates),
            )
        )
        limits = [limit("◎", "99", "100"), limit("○", "79", "80")]
        assert (MarkScale(Basis.FORMULA, "◎○△", limits, MIRRORED),) == column.fits
        assert 9 == column.reproduced

    def test_one_row_differs(self) -> None:
        """131 of 130 is met; of its class is ○, and △ is printed."""
        rates = [(120, 100, "○"), (100, 100, "○"), (110, 100, "○"), (200, 100, "○")]
        rates += [(99, 100, "△"), (90, 100, "△"), (80, 100, "△"), (131, 130, "△")]
        result = evaluated(
            "指標名\t目標値\t実績値\t評価",
            *(f"数{a}\t{t}人以上\t{a}人\t{mark}" for a, t, mark in rates),
        )
        column = only(kk.reconcile(result))
        (row,) = column.differing
        assert ("数131", "△", "○") == (row.evaluation.indicator.name, row.printed.text, row.yields)
        assert "数131:公表 △、計算 ○" == row.explain()
        assert ["printed-rule-fitted", "printed-result-differs"] == [
            each.code for each in discrepancies(result)
        ]

    def test_by_the_printed_rate(self) -> None:
        """The marks follow the printed rates, 100%超 and 0%未満 too, which no formula yields."""
        rates = ["100%超", "100%", "99%", "81%", "80%", "12%", "3%", "0%未満"]
        column = reconciled(
            "指標名\t目標値\t実績値\t達成率\t評価",
            *(
                f"数{number}\t70人以上\t{number + 1}人\t{rate}\t{'AAABBCCC'[number]}"
                for number, rate in enumerate(rates)
            ),
        ).columns[1]
        limits = [limit("A", "81", "99"), limit("B", "12", "80")]
        assert (MarkScale(Basis.PRINTED, "ABC", limits),) == column.fits
        assert ["A (100.0%)", "C (0.0%)"] == [column.rows[at].yields for at in (0, 7)]

    def test_each_year_has_limits_of_its_own(self) -> None:
        """Half-way through a plan 50 % is an A, and at its end it is a C."""
        lines = ["指標名\t目標値\tR4実績値\tR5実績値\tR4達成率\tR5達成率\tR4評価\tR5評価"]
        for number, (half, whole) in enumerate(zip("AAAABBBB", "AABBCCCC", strict=True)):
            early, late = 90 - 10 * number, 120 - 10 * number
            lines.append(
                f"数{number}\t100人以上\t{early}人\t{late}人\t{early}%\t{late}%\t{half}\t{whole}"
            )
        _, *columns = reconciled(*lines).columns
        assert ["R4評価", "R5評価"] == [each.heading for each in columns]
        assert [8, 8] == [each.reproduced for each in columns]
        assert [limit("A", "50", "60")] == [*first_scale(columns[0]).limits]

    def test_what_is_to_be_kept_has_limits_of_its_own(self) -> None:
        """Half of the way is an A, and of a value to keep only all of it."""
        lines = ["指標名\t基準値\t目標値\t実績値\t達成率\t評価"]
        lines += [
            f"数{rate}\t0人\t100人以上\t{rate}人\t{rate}%\t{'A' if rate >= 50 else 'B'}"
            for rate in (60, 55, 50, 49, 40, 30)
        ]
        lines += [
            f"量{rate}\t100人\t100人以上\t{rate}人\t{rate}%\t{'A' if rate >= 100 else 'B'}"
            for rate in (110, 100, 99, 75, 70)
        ]
        _, beyond, kept = reconciled(*lines).columns
        assert [(False, 6), (True, 5)] == [
            (each.is_kept, each.reproduced) for each in (beyond, kept)
        ]
        assert [limit("A", "49", "50")] == [*first_scale(beyond).limits]
        assert [limit("A", "99", "100")] == [*first_scale(kept).limits]
        assert beyond.explain().startswith("評価(目標値が基準値より良いもの):公表された率、")
        assert kept.explain("en").startswith("評価 (targets not beyond the baseline): the printed")

    @pytest.mark.parametrize(
        ("rows", "limits", "right"),
        [
            # of two limits that get as many rows right, that of the rounder number: 100
            ("60B 79A 79B 100A", [("A", "79", "100")], 3),
            ("60B 100A 100B 119A", [("A", "60", "100")], 3),
            ("100B 119A 119B 200A", [("A", "119", "200")], 3),
            # none divides 80.01 and 80.04
            ("80.01B 80.04A 80.04B 100A", [("A", "80.04", "100")], 3),
            # two B among the A are wrong, since four A are more
            (
                "10C 20C 30B 40B 50A 50A 60A 70B 70B 80A",
                [("A", "40", "50"), ("B", "20", "30")],
                8,
            ),
        ],
    )
    def test_where_classes_begin(
        self, rows: str, limits: list[tuple[str, str, str]], right: int
    ) -> None:
        pairs = [(Decimal(each[:-1]), each[-1]) for each in rows.split()]
        merit = {"A": Fraction(2), "B": Fraction(1), "C": Fraction(0)}
        found, labels, count = limits_of(Counter(pairs), merit)
        assert found == [limit(*each) for each in limits]
        assert (labels, count) == ([*"ABC"][: len(limits) + 1], right)

    def test_too_few_rows_tell_nothing(self) -> None:
        found = reconciled(
            "指標名\t目標値\t実績値\t評価", "数\t10人以上\t12人\t○", "量\t10人以上\t9人\t△"
        )
        assert () == only(found).fits
        assert "評価:公表された2件を再現する決め方が見つからない" == found.explain()

    def test_prose_is_no_scale(self) -> None:
        lines = [f"数{number}\t10人以上\t{number}人\t順調である{number}" for number in range(12)]
        assert () == only(reconciled("指標名\t目標値\t実績値\t評価", *lines)).fits

    def test_marks_without_a_rule(self) -> None:
        """The marks go with no rate, so that no limit gets enough of them right."""
        lines = [
            f"数{number}\t50人以上\t{number * 10}人\t{'○△'[number % 2]}" for number in range(1, 12)
        ]
        assert () == only(reconciled("指標名\t目標値\t実績値\t評価", *lines)).fits


def first_scale(column: PrintedColumn) -> MarkScale:
    scale = column.fits[0]
    assert isinstance(scale, MarkScale)
    return scale


class TestParts:
    """A column of marks falls into parts where these have limits of their own, and else stays."""

    YEARS = "指標名\t目標値\tR4実績値\tR5実績値\tR4達成率\tR5達成率\tR4評価\tR5評価"

    def marks_of(self, early: list[tuple[int, str]], late: list[tuple[int, str]]) -> list[str]:
        """Return the headings of the columns of marks, of rates with their marks in two years."""
        lines = [self.YEARS]
        for number, ((one, mark), (other, its)) in enumerate(zip(early, late, strict=True)):
            cells = f"{one}人", f"{other}人", f"{one}%", f"{other}%", mark, its
            lines.append("\t".join((f"数{number}", "100人以上", *cells)))
        _, *columns = reconciled(*lines).columns
        return [each.heading for each in columns]

    #: From 50 % on in the first year, and in the second from 100 %, which so many rows tell.
    EARLY = tuple((rate, "A" if rate >= 50 else "B") for rate in range(10, 90, 10))
    LATE = ((110, "A"), (100, "A"), (30, "B"), (20, "B"), (10, "B"))

    @pytest.mark.parametrize(
        ("telling", "headings"),
        [((70, 80, 90), ["R4評価", "R5評価"]), ((80, 90, 40), ["評価"])],
    )
    def test_three_rows_more(self, telling: tuple[int, ...], headings: list[str]) -> None:
        late = [*self.LATE, *((rate, "B") for rate in telling)]
        assert headings == self.marks_of([*self.EARLY], late)

    def test_nearly_all(self) -> None:
        """147 of 150 rows are reproduced, which are 98 %: it is one column."""
        early = [(60, "A")] * 40 + [(40, "B")] * 35
        late = [(60, "B")] * 3 + [(100, "A")] * 37 + [(40, "B")] * 35
        assert ["評価"] == self.marks_of(early, late)

    def test_a_year_of_one_row(self) -> None:
        heads = (f"R{year}{each}" for each in ("実績値", "達成率", "評価") for year in (4, 5, 6))
        lines = ["\t".join(("指標名", "目標値", *heads))]
        for number, (half, whole) in enumerate(zip("AAAABBBB", "AABBCCCC", strict=True)):
            early, late, last = 90 - 10 * number, 120 - 10 * number, "50" if number == 0 else ""
            lines.append(
                f"数{number}\t100人以上\t{early}人\t{late}人\t{last and last + '人'}\t{early}%"
                f"\t{late}%\t{last and last + '%'}\t{half}\t{whole}\t{last and 'D'}"
            )
        _, *columns = reconciled(*lines).columns
        assert [("R4評価", 8), ("R5評価", 8), ("R6評価", 0)] == [
            (each.heading, each.reproduced) for each in columns
        ]
        (row,) = columns[2].rows
        assert ("D", None) == (row.printed.text, row.agrees)

    def test_one_value_to_keep(self) -> None:
        """One row is no part; of marks that follow nothing there is no rule."""
        lines = ["指標名\t基準値\t目標値\t実績値\t評価"]
        lines += [f"数{a}\t0人\t100人以上\t{a}人\t{'AB'[a % 2]}" for a in range(90, 100)]
        lines.append("量\t100人\t100人以上\t95人\tA")
        column = only(reconciled(*lines))
        assert (None, (), 11) == (column.is_kept, column.fits, len(column.rows))

    def test_years_and_values_to_keep(self) -> None:
        """In R4 what is to be kept has limits of its own, in R5 all are marked alike."""
        lines = [
            "重点指標",
            "指標名\t基準値\t目標値\tR4実績値\tR5実績値\tR4達成率\tR5達成率\tR4評価\tR5評価",
        ]
        for start, first in ((0, 50), (100, 100)):
            for rate in (130, 120, 110, 100, 99, 90, 70, 60, 50, 49, 40, 30):
                one, other = ("A" if rate >= least else "B" for least in (first, 120))
                lines.append(
                    f"数{start}の{rate}\t{start}人\t100人以上\t{rate}人\t{rate}人\t{rate}%\t{rate}%"
                    f"\t{one}\t{other}"
                )
        _, *columns = reconciled(*lines).columns
        assert [("R4評価", False, 12), ("R4評価", True, 12), ("R5評価", None, 24)] == [
            (each.heading, each.is_kept, each.reproduced) for each in columns
        ]
        assert {"重点指標"} == {each.table for each in columns}


#: A rate in % that is printed, and the mark beside it: ``"100A 90B"``.
def marked(rates: str) -> Reconciliation:
    """Reconcile indicators whose actual, target of 100 and printed rate agree, with their marks."""
    pairs = [(each[:-1], each[-1]) for each in rates.split()]
    return reconciled(
        "指標名\t目標値\t実績値\t達成率\t評価",
        *(f"数{n}\t100人以上\t{a}人\t{a}%\t{mark}" for n, (a, mark) in enumerate(pairs)),
    )


class TestEvidence:
    """How many rows make a rule of marks."""

    @pytest.mark.parametrize(
        ("rates", "right"),
        [
            # more than three rows a limit
            ("110A 100A 90B", 0),
            ("110A 100A 90B 80B", 4),
            ("120A 110A 100B 90B 80C 70C", 0),
            ("120A 110A 100B 90B 80C 70C 60C", 7),
            # four of five are enough
            ("100A 90A 80B 70A 60B", 4),
            # half of those that are not the commonest mark: eight of ten are 2 of 4, or 1 of 3
            ("100A 99A 98B 97A 96A 95A 94B 93B 92A 91B", 8),
            ("100A 99A 98B 97A 96A 95A 94A 93B 92A 91B", 0),
        ],
    )
    def test_rows(self, rates: str, right: int) -> None:
        _, column = marked(rates).columns
        assert (right, bool(right)) == (column.reproduced, bool(column.fits))

    def test_classes(self) -> None:
        """Nine letters are classes, ten are prose."""
        letters = "ABCDEFGHI"
        rates = [
            f"{200 - 3 * at - each}{mark}" for at, mark in enumerate(letters) for each in (0, 1, 2)
        ]
        _, nine = marked(" ".join(rates)).columns
        _, ten = marked(" ".join([*rates, "50J", "49J", "48J"])).columns
        assert (tuple(letters), 27) == (first_scale(nine).labels, nine.reproduced)
        assert ((), 0) == (ten.fits, ten.reproduced)

    def test_nearly_all_by_the_plainest(self) -> None:
        """49 of 50 follow the printed rates: that the targets reproduce all is not looked for."""
        lines = [f"数{n}\t100人以上\t{100 + n}人\t{100 + n}%\t○" for n in range(25)]
        lines += [f"量{n}\t100人以上\t{50 + n}人\t{50 + n}%\t△" for n in range(24)]
        lines.append("相談\t100人以上\t120人\t20%\t○")
        _, column = reconciled("指標名\t目標値\t実績値\t達成率\t評価", *lines).columns
        assert ([Basis.PRINTED], 49) == (
            [each.basis for each in column.fits if isinstance(each, MarkScale)],
            column.reproduced,
        )

    @pytest.mark.parametrize(
        ("rows", "told"),
        [
            # the better mark is that whose rows meet their targets: as much as it asks for, too
            ("60B 70B 75B 79B 100A 100A 85A", ("AB", "A", "79", "85")),
            # by the share of its rows, not by their number: two of two, three of ten
            ("130A 140A 100B 101B 102B 70B 71B 72B 73B 74B 75B 76B", ("AB", "A", "102", "130")),
        ],
    )
    def test_the_better_mark(self, rows: str, told: tuple[str, str, str, str]) -> None:
        labels, label, above, at_most = told
        scale = first_scale(marked(rows).columns[1])
        assert (tuple(labels), (limit(label, above, at_most),)) == (scale.labels, scale.limits)

    def test_the_better_of_two_in_the_same_place(self) -> None:
        """Most of both are printed as 50 %: of A two in four meet their targets, of B three in 16.

        What is printed there is another thing than the targets, and only A is printed as 90 %.
        """
        rows = [(100, 90, "A"), (100, 90, "A"), (50, 50, "A"), (50, 50, "A")]
        rows += [(100, 50, "B")] * 3 + [(50, 50, "B")] * 13
        lines = [f"数{n}\t100人以上\t{a}人\t{r}%\t{m}" for n, (a, r, m) in enumerate(rows)]
        _, column = reconciled("指標名\t目標値\t実績値\t達成率\t評価", *lines).columns
        assert (MarkScale(Basis.PRINTED, "AB", [limit("A", "50", "90")]),) == column.fits
        assert 18 == column.reproduced


class TestTargets:
    """Marks may rest on the target of the year or the last one, and on each formula."""

    HEAD = "指標名\t基準値\t目標値(R5)\t目標値(R9)\t実績値(R5)\t評価"

    def lines(self, *rows: tuple[int, int, int, int, str]) -> PrintedColumn:
        """Reconcile rows of a start, the targets of the year and at last, an actual and a mark."""
        return only(
            reconciled(
                self.HEAD,
                *(
                    f"数{at}\t{start}人\t{year}人以上\t{last}人以上\t{actual}人\t{mark}"
                    for at, (start, year, last, actual, mark) in enumerate(rows)
                ),
            )
        )

    def test_of_the_year(self) -> None:
        """No row reaches the last target, which says nothing of ○."""
        column = self.lines(
            *((10, 50, 900, each, "△") for each in (20, 30, 40, 49)),
            *((10, 50, 900, each, "○") for each in (50, 55, 60, 70)),
        )
        assert MarkScale(Basis.TARGET, "○△", [limit("○", "-1", "0")]) == column.fits[0]
        assert 8 == column.reproduced

    def test_words_of_the_year(self) -> None:
        """達成 is said of the target of the year, though nobody reaches the last one."""
        column = self.lines(*((10, 100, 1000, 150, mark) for mark in ["達成"] * 3 + ["未達成"]))
        assert ((BY_WORDS,), 3) == (column.fits, column.reproduced)

    def test_at_last(self) -> None:
        """All but one row have reached the target of the year, △ or ○."""
        column = self.lines(
            *((10, 20, 50, each, "△") for each in (15, 30, 40, 49)),
            *((10, 20, 50, each, "○") for each in (50, 55, 60, 70)),
        )
        scale = MarkScale(Basis.TARGET, "○△", [limit("○", "-1", "0")], against=Against.FINAL)
        assert scale == column.fits[0]
        assert 8 == column.reproduced

    def test_a_share_of_the_last(self) -> None:
        """○ from 80 % of the last target on; of that of the year it is 40 % and more or less."""
        column = self.lines(
            *((0, 40 + each, 100, each, "△") for each in (10, 30, 60, 79)),
            *((0, 300 - each, 100, each, "○") for each in (80, 85, 90, 120)),
        )
        assert [Basis.FORMULA, Against.FINAL] == [
            getattr(first_scale(column), each) for each in ("basis", "against")
        ]
        assert [limit("○", "79", "80")] == [*first_scale(column).limits]
        assert 8 == column.reproduced

    def test_a_share_of_the_year(self) -> None:
        column = self.lines(
            *((0, 100, 40 + each, each, "△") for each in (10, 30, 60, 79)),
            *((0, 100, 300 - each, each, "○") for each in (80, 85, 90, 120)),
        )
        assert [Basis.FORMULA, Against.YEAR] == [
            getattr(first_scale(column), each) for each in ("basis", "against")
        ]
        assert [limit("○", "79", "80")] == [*first_scale(column).limits]

    def test_of_the_way(self) -> None:
        """Half of the way from the start is a ○, and what is kept is rated by itself."""
        rows = [(80, 100, 100, actual, "△") for actual in (70, 82, 85, 89)]
        rows += [(80, 100, 100, actual, "○") for actual in (90, 91, 95, 99)]
        rows += [(0, 200, 200, actual, mark) for actual, mark in ((96, "△"), (98, "△"), (101, "○"))]
        kept = [(100, 100, 100, actual, "△") for actual in (20, 30, 40)]
        kept += [(100, 100, 100, actual, "○") for actual in (60, 70, 80)]
        column = self.lines(*rows, *kept, (0, 100, 100, 100, "○"))
        assert (PROGRESS, MIRRORED) == (first_scale(column).rate, first_scale(column).kept)
        assert 18 == column.reproduced

    def test_a_row_without_figures(self) -> None:
        """Of 集計中 nothing is computed, and its mark stays as it is."""
        lines = [
            f"数{a}\t100人以上\t{a}人\t{'○' if a >= 80 else '△'}" for a in (60, 70, 79, 80, 90, 99)
        ]
        lines += ["講座\t100人以上\t集計中\t○", "相談\t100人以上\t90人\t中止"]
        column = only(reconciled("指標名\t目標値\t実績値\t評価", *lines))
        assert [limit("○", "79", "80")] == [*first_scale(column).limits]
        assert [("講座", "○", None), ("相談", "中止", None)] == [
            (row.evaluation.indicator.name, row.printed.text, row.agrees)
            for row in column.rows[-2:]
        ]


class TestWords:
    """達成 and 未達成 say what they mean."""

    @pytest.mark.parametrize(
        ("right", "wrong", "told"),
        [(0, 2, True), (1, 2, False), (2, 2, True), (3, 1, True), (2, 3, False), (3, 3, True)],
    )
    def test_unless_most_rows_say_otherwise(self, right: int, wrong: int, told: bool) -> None:  # noqa: FBT001
        """Two rows are too few to say so. All have the same actual: no limit parts them."""
        marks = [*["達成"] * right, *["未達成"] * wrong]
        lines = [f"数{n}\t100人以上\t150人\t{mark}" for n, mark in enumerate(marks)]
        column = only(reconciled("指標名\t目標値\t実績値\t判定", *lines))
        assert (BY_WORDS in column.fits, right if told else 0) == (told, column.reproduced)

    def test_a_cut_that_is_too_small(self) -> None:
        """達成 is printed beside a cut of 1 % where 4 % was asked."""
        result = evaluated("指標名\t目標値\t実績値\t達成状況", "ごみの量\t4%削減\t1%削減\t達成")
        fitted, differs = discrepancies(result)
        assert ("printed-rule-fitted", kk.analysis.findings.Severity.INFO) == (
            fitted.code,
            fitted.severity,
        )
        assert ("printed-result-differs", "ごみの量") == (differs.code, differs.places[0].indicator)
        assert (
            "公表された評価は「達成」であるが、同じ欄のほかの行に合う基準では「未達成」となる"
            == differs.message()
        )

    def test_where_target_and_actual_are_words(self) -> None:
        """A verdict is enough: 前年より減少 was met, and 未達成 is printed."""
        result = evaluated(
            "指標名\t目標値\tR4実績値\tR5実績値\tR5判定",
            "死者数\t前年より減少\t12人\t10人\t未達成",
            "防災計画\t策定\t未定\t策定済み\t達成済み",
        )
        column = only(kk.reconcile(result))
        assert [False, True] == [row.agrees for row in column.rows]
        assert "達成" == column.rows[0].yields

    def test_a_strict_target(self) -> None:
        """10人を超える is not met by 10人."""
        column = only(reconciled("指標名\t目標値\t実績値\t判定", "数\t10人を超える\t10人\t未達成"))
        assert (True, "未達成") == (column.rows[0].agrees, column.rows[0].yields)

    def test_where_they_mean_something_else(self) -> None:
        """達成 from 80 % on: most rows contradict the word, and all follow a limit."""
        lines = [f"数{a}\t100人以上\t{a}人\t達成" for a in (80, 85, 90, 95)]
        lines += [f"数{a}\t100人以上\t{a}人\t未達成" for a in (79, 60)]
        column = only(reconciled("指標名\t目標値\t実績値\t判定", *lines))
        assert [limit("達成", "79", "80")] == [*first_scale(column).limits]
        assert 6 == column.reproduced


class TestDirections:
    """Only an open direction may come from what is printed."""

    #: 死傷者 of a target at its baseline: nothing else tells.
    OPEN = "山林の面積\t60ha\t50ha\t{actual}ha\t{mark}"
    HEAD = "指標名\t基準値\t目標値\t実績値\t判定"
    TOLD = ("利用者数\t10人\t20人以上\t21人\t達成", "講座\t3件\t5件以上\t4件\t未達成")

    #: Marks that only their scale tells the meaning of: ○ from the target on.
    MARKED = tuple(
        f"数{a}\t0人\t100人以上\t{a}人\t{mark}"
        for mark, own in (("○", (100, 110, 120, 130, 140)), ("△", (60, 70, 75)))
        for a in own
    )

    @pytest.mark.parametrize(
        ("actual", "mark", "way", "verdict"),
        [
            (45, "達成", kk.Direction.LOWER, kk.Verdict.ACHIEVED),
            (45, "未達成", kk.Direction.HIGHER, kk.Verdict.NOT_ACHIEVED),
            (55, "達成", kk.Direction.HIGHER, kk.Verdict.ACHIEVED),
            (55, "未達成", kk.Direction.LOWER, kk.Verdict.NOT_ACHIEVED),
            (50, "達成", None, kk.Verdict.ACHIEVED),
            (55, "中止", None, kk.Verdict.INDETERMINATE),
        ],
    )
    def test_a_word(
        self, actual: int, mark: str, way: kk.Direction | None, verdict: kk.Verdict
    ) -> None:
        line = self.OPEN.format(actual=actual, mark=mark)
        result = evaluated(self.HEAD, *self.TOLD, line)
        assert ([] if way is None else [way]) == [*directions(kk.reconcile(result)).values()]
        assert verdict is [*directed(result).all()][-1].verdict

    @pytest.mark.parametrize(
        ("actual", "mark", "verdict"),
        [
            (45, "○", kk.Verdict.ACHIEVED),
            (45, "△", kk.Verdict.NOT_ACHIEVED),
            (55, "○", kk.Verdict.ACHIEVED),
            (55, "△", kk.Verdict.NOT_ACHIEVED),
        ],
    )
    def test_a_circle(self, actual: int, mark: str, verdict: kk.Verdict) -> None:
        """What ○ says, its column tells; all that is not open stays as it is."""
        line = self.OPEN.format(actual=actual, mark=mark)
        result = evaluated(self.HEAD, *self.MARKED, line)
        *others, found = directed(result).all()
        assert [kk.Reason.DIRECTION_UNKNOWN, *others] == [
            [*result.all()][-1].reason,
            *[*result.all()][:-1],
        ]
        assert (verdict, (kk.Flag.DIRECTION_FROM_PRINTED,)) == (found.verdict, found.flags)

    def test_a_name_that_says_otherwise(self) -> None:
        """A baseline and a word for more, a name for less: that stays open."""
        line = "事故\t40件\t50件\t55件\t達成"
        result = evaluated(self.HEAD, *self.TOLD, line)
        assert [*directed(result).all()][-1].reason is kk.Reason.DIRECTION_UNKNOWN
        assert result == directed(result)

    def test_a_name_that_says_otherwise_of_a_town(self) -> None:
        """経常収支比率 is to be low where a town has it, as the title of the plan tells."""
        line = "経常収支比率\t85%\t90%\t95%\t達成"
        rows = [each.indicator for each in evaluated(self.HEAD, *self.TOLD, line).all()]
        sections = [kk.Section("table", "", "", indicators=rows)]
        result = kk.evaluate(kk.Plan("行政改革大綱", sections=sections))
        assert [kk.Direction.HIGHER] == [*directions(kk.reconcile(result)).values()]
        assert [*directed(result).all()][-1].reason is kk.Reason.DIRECTION_UNKNOWN

    def test_a_column_that_is_not_sure(self) -> None:
        """One of three words is wrong: the column tells no direction."""
        wrong = "相談\t3件\t5件以上\t4件\t達成"
        line = self.OPEN.format(actual=45, mark="達成")
        result = evaluated(self.HEAD, *self.TOLD, wrong, line)
        assert {} == directions(kk.reconcile(result))
        assert result == directed(result)

    def test_fits_that_differ(self) -> None:
        """Rates that say nothing of a direction, as all of (a - b)/(t - b) do, tell none."""
        result = evaluated(
            "指標名\t基準値\t目標値\t実績値\t達成率",
            *(f"数{a}\t0人\t100人以上\t{a}人\t{a}%" for a in (10, 20, 30)),
        )
        column = only(kk.reconcile(result))
        assert all(row.direction is None for row in column.rows)
        assert 3 == column.reproduced

    def test_a_mark(self) -> None:
        """52 ha of 50 is △ where less is better; 50 ha is not, whichever way is."""
        lines = [*self.MARKED]
        lines += [self.OPEN.format(actual=50, mark="△"), self.OPEN.format(actual=52, mark="△")]
        column = only(kk.reconcile(evaluated(self.HEAD, *lines)))
        assert [False, True] == [row.agrees for row in column.rows[-2:]]
        assert [None, kk.Direction.LOWER] == [row.direction for row in column.rows[-2:]]

    def test_neither_way_leads_to_the_mark(self) -> None:
        """30 ha of 50 is ◎ or △, and ○ is printed."""
        marks = {120: "◎", 110: "◎", 100: "◎", 99: "○", 90: "○", 80: "○", 79: "△", 60: "△"}
        lines = [f"数{a}\t0人\t100人以上\t{a}人\t{mark}" for a, mark in marks.items()]
        lines.append(self.OPEN.format(actual=30, mark="○"))
        row = only(kk.reconcile(evaluated(self.HEAD, *lines))).rows[-1]
        assert (None, None, "") == (row.agrees, row.direction, row.yields)
        assert ("山林の面積", "○") == (row.evaluation.indicator.name, row.printed.text)

    def test_what_the_plainest_rule_cannot_compare(self) -> None:
        """By the printed rates, which it has not, the open row has no class, and no direction."""
        lines = ["指標名\t基準値\t目標値\t実績値\t達成率\t評価"]
        rates = [(a, f"{a}%", "○") for a in range(100, 110)]
        rates += [(a, f"{a}%", "△") for a in range(71, 80)]
        # as many that only the printed rates tell as such that only the target tells
        rates += [(50, "120%", "○"), (55, "120%", "○"), (85, "120%", "△"), (86, "120%", "△")]
        lines += [f"数{a}\t0人\t100人以上\t{a}人\t{rate}\t{mark}" for a, rate, mark in rates]
        lines.append("山林の面積\t60ha\t50ha\t45ha\t\t○")
        column = reconciled(*lines).columns[1]
        assert [Basis.PRINTED, Basis.TARGET, Basis.FORMULA] == [
            each.basis for each in column.fits if isinstance(each, MarkScale)
        ]
        assert (21, 23) == (column.reproduced, column.compared)
        assert (None, None) == (column.rows[-1].direction, column.rows[-1].agrees)

    def test_what_is_told_twice_must_agree(self) -> None:
        indicator = kk.Indicator("面積")
        rows = [
            PrintedRow(kk.evaluate(indicator), PrintedResult(str(way)), direction=way)
            for way in kk.Direction
        ]
        assert {} == directions(Reconciliation([PrintedColumn("判定", "", rows)]))

    def test_what_is_refused(self) -> None:
        refused = pytest.raises(kk.InvalidDefinitionError, match="takes")
        wanted = "takes Reconciliation (kpikit.reconcile(result)), and was given 5"
        result = evaluated(self.HEAD, *self.TOLD)
        with refused as caught:
            directions(5)  # type: ignore[arg-type]
        assert str(caught.value) == f"directions {wanted}"
        with refused as caught:
            discrepancies(result, 5)  # type: ignore[arg-type]
        assert str(caught.value) == f"discrepancies {wanted}"

    def test_a_reconciliation_at_hand(self) -> None:
        """What is at hand is taken: one without columns tells nothing."""
        result = evaluated(self.HEAD, *self.MARKED, self.OPEN.format(actual=45, mark="○"))
        assert result != directed(result)
        assert "direction-from-printed" in {each.code for each in discrepancies(result)}
        assert result == directed(result, Reconciliation())

    def test_the_same_actual_and_day(self) -> None:
        """What was judged is judged again, as of the same day: R5 is over, and R4 was before."""
        head = "指標名\t基準値\t目標値\tR4実績値\tR5実績値\t判定"
        cells = [each.split("\t") for each in self.MARKED]
        lines = ["\t".join((*own[:3], "0人", *own[3:])) for own in cells]
        lines.append("山林の面積\t60ha\t50ha\t55ha\t45ha\t○")
        plan = kk.read_plan("\n".join((head, *lines)).encode(), name="plan.tsv")
        day = date(2024, 4, 1)
        result = kk.evaluate(plan, as_of=day)
        *_, before = result.all()
        *_, found = directed(result).all()
        assert before.reason is kk.Reason.DIRECTION_UNKNOWN
        assert (found.observation, found.as_of) == (before.observation, day)
        assert found.verdict is kk.Verdict.ACHIEVED

    def test_the_same_nouns(self) -> None:
        """What the caller says of names stays with what is judged again."""
        lines = "\n".join((self.HEAD, *self.MARKED, self.OPEN.format(actual=45, mark="○")))
        plan = kk.read_plan(lines.encode(), name="plan.tsv")
        result = kk.evaluate(plan, nouns=["事故"])
        *_, before = result.all()
        *_, found = directed(result).all()
        assert kk.Flag.DIRECTION_FROM_PRINTED in found.flags
        assert (
            found.evidence.nouns
            == before.evidence.nouns
            != kk.evaluate(kk.Indicator("数")).evidence.nouns
        )

    def test_sections(self) -> None:
        """Every level is gone through, and what is told stays as it is."""
        lines = [self.OPEN.format(actual=45, mark=mark) for mark in ("中止", "○")]
        lines = [f"1\t{each}" for each in (*self.MARKED, *lines)]
        result = evaluated(f"施策\t{self.HEAD}", *lines)
        found = [*directed(result, kk.reconcile(result)).all()]
        assert [kk.Verdict.INDETERMINATE, kk.Verdict.ACHIEVED] == [
            each.verdict for each in found[-2:]
        ]


class TestSchemes:
    """Schemes that are given are counted too."""

    LINES = (
        "指標名\t目標値\t実績値\t達成率\t評価",
        "窓口\t100人以上\t120人\t120.0%\tA",
        "講座\t100人以上\t90人\t90.0%\tB+",
        "相談\t100人以上\t70人\t70.0%\tA",
        "派遣\t100人以上\t集計中\t70.0%\tA",
        "研修\t100人以上\t30人\t30.0%超\t－",
        "図書\t100人以上\t40人\t算出不可\tC",
    )

    def test_shipped(self) -> None:
        rates, marks = kk.reconcile(evaluated(*self.LINES), ["ibaraki"]).columns
        assert (KnownScheme("ibaraki", 3, 4),) == rates.schemes
        assert (KnownScheme("ibaraki", 3, 4),) == marks.schemes

    def test_text(self) -> None:
        """円 is no rate of %: a mark that stands for many is no number."""
        own = Scheme(
            "own",
            version="1",
            title="評価",
            publisher="例示市",
            document="要領",
            rate=MIRRORED,
            above_hundred="100%超",
        )
        result = evaluated(
            "指標名\t目標値\t実績値\t達成率",
            "窓口\t100人以上\t120人\t100%超",
            "講座\t100人以上\t150人\t150%",
            "相談\tR5:100人以上\t集計中\t50%",
        )
        found = kk.reconcile(result, [own])
        assert (KnownScheme("own", 1, 2),) == only(found).schemes
        assert "達成率:評価基準ownでは、比較できた2件中1件が一致" in found.explain().splitlines()
        told = {
            each.code: (each.message(), each.message("en")) for each in discrepancies(result, found)
        }
        assert told["printed-rule-unknown"] == (
            "達成率:公表された3件を再現する決め方が見つからない",
            "達成率: nothing reproduces the 3 cells that are printed",
        )
        scheme = next(
            each for each in discrepancies(result, found) if each.code == "printed-scheme"
        )
        assert scheme.severity is kk.analysis.findings.Severity.INFO
        assert told["printed-scheme"] == (
            "達成率:評価基準ownでは、比較できた2件中1件が一致",
            "達成率: the scheme own: 1 of 2 compared",
        )
        assert "printed-scheme" not in {each.code for each in discrepancies(result)}
        assert "printed-scheme" in {each.code for each in discrepancies(result, found)}

    def test_the_same_number(self) -> None:
        """90.0% is the 90 % of a scheme without decimals; 91.0% is not its 80 %."""
        own = Scheme(
            "own", version="1", title="評価", publisher="例示市", document="要領", rate=MIRRORED
        )
        result = evaluated(
            "指標名\t目標値\t実績値\t達成率",
            "窓口\t100人以上\t90人\t90.0%",
            "講座\t100人以上\t70人\t70.0%",
            "相談\t100人以上\t80人\t91.0%",
        )
        assert (KnownScheme("own", 2, 3),) == only(kk.reconcile(result, [own])).schemes


class TestText:
    """A reconciliation in lines."""

    def test_no_rule(self) -> None:
        result = evaluated("指標名\t目標値\t実績値\t評価", "数\t10人以上\t9人\t△")
        (finding,) = discrepancies(result)
        assert ("printed-rule-unknown", ()) == (finding.code, finding.places)
        assert (
            "・ 参考\n"
            "    評価:公表された1件を再現する決め方が見つからない [printed-rule-unknown]\n"
            "1件\n"
        ) == reconciliation_text([finding], "ja")

    def test_many_rows_are_counted(self) -> None:
        lines = [f"数{number}\t10人以上\t集計中\t50%" for number in range(7)]
        lines += [f"量{number}\t10人以上\t5人\t50%" for number in range(3)]
        result = evaluated("指標名\t目標値\t実績値\t達成率", *lines)
        text = reconciliation_text(discrepancies(result), "ja")
        assert "・ 参考 数0、数1、数2、数3、数4ほか2件\n" in text
        assert "達成率:7件は計算できないため、比較していない [printed-not-compared]\n" in text
        assert text.endswith("2件\n")


class TestLaws:
    """Classes that were made by limits are found again, in any order of the rows."""

    @given(
        st.lists(st.integers(1, 200), min_size=8, max_size=40, unique=True),
        st.lists(st.integers(2, 199), min_size=1, max_size=3, unique=True),
    )
    def test_made_by_limits(self, rates: list[int], limits: list[int]) -> None:
        marks = {rate: "ABCD"[sum(rate < each for each in limits)] for rate in rates}
        indicators = [
            kk.Indicator(
                f"数{rate}",
                target=kk.AtLeast(kk.Quantity(100, "人")),
                observations=[kk.Observation(None, kk.Quantity(rate, "人"))],
                printed=[PrintedResult(mark, "評価")],
            )
            for rate, mark in marks.items()
        ]
        columns = [
            only(kk.reconcile(kk.evaluate(plan_of(each))))
            for each in (indicators, indicators[::-1])
        ]
        assert columns[0].fits == columns[1].fits
        for scale in columns[0].fits:
            assert isinstance(scale, MarkScale)
            assert len(rates) == columns[0].reproduced
            for each in scale.limits:
                assert any(each.above < bound <= each.at_most for bound in limits) or (
                    Basis.TARGET is scale.basis
                )


def plan_of(indicators: list[kk.Indicator]) -> kk.Plan:
    return kk.Plan("計画", sections=[kk.Section("表", "1", "", indicators=indicators)])
