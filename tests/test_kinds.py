"""Rows of targets and rows of actuals: one indicator of both, or a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kpikit as kk
from kpikit.report import build_report, render_html
from kpikit.table.headings import Column, Role
from kpikit.table.layout import Layout


def written(folder: Path, *lines: str) -> Path:
    path = folder / "plan.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def targets(indicator: kk.Indicator) -> list[tuple[str, str]]:
    """Return the period and the figure of each target."""
    found = [(str(each.period), each.rule) for each in indicator.targets]
    return [(period, str(rule.value)) for period, rule in found if isinstance(rule, kk.Reach)]


def actuals(indicator: kk.Indicator) -> list[tuple[str, str]]:
    """Return the period of each column of actuals, and what was seen."""
    return [
        (str(each.column), str(each.quantity or each.missing)) for each in indicator.observations
    ]


def cells(indicator: kk.Indicator) -> list[tuple[str, str]]:
    assert indicator.source is not None
    return [(cell.heading, cell.text) for cell in indicator.source.cells]


class TestText:
    """A text file: a name stands in its first row, or in each of its rows."""

    @pytest.mark.parametrize("name", ["", "利用者数"])
    def test_whole(self, tmp_path: Path, name: str) -> None:
        path = written(
            tmp_path,
            "No.,指標名,単位,区分,基準値(R2),R3,R4,R5,所管課",
            "1,利用者数,人,目標,90,100,110,120,企画課",
            f",{name},,実績,,95,112,集計中,",
            ",,%,達成率,,95%,102%,,",
            "2,交付率,%,目標,,30,,70,市民課",
            ",,,実績,,25,41,,",
        )
        plan = kk.read_plan(path)
        users, cards = plan.indicators()

        assert () == plan.issues
        assert ("利用者数", "交付率") == (users.name, cards.name)
        assert [("FY2021", "100 人"), ("FY2022", "110 人"), ("FY2023", "120 人")] == targets(users)
        assert [
            ("FY2021", "95 人"),
            ("FY2022", "112 人"),
            ("FY2023", "Missing.PENDING"),
        ] == actuals(users)
        assert isinstance(users.baseline, kk.Observation)
        assert ("90 人", "FY2020") == (str(users.baseline.quantity), str(users.baseline.column))
        assert [("FY2021", "30 %"), ("FY2023", "70 %")] == targets(cards)
        assert [
            ("FY2021", "25 %"),
            ("FY2022", "41 %"),
            ("FY2023", "Missing.BLANK"),
        ] == actuals(cards)
        assert [("1", ("企画課",)), ("2", ("市民課",))] == [
            (each.code, each.departments) for each in plan.walk() if each.code
        ]

    def test_cells_and_lines(self, tmp_path: Path) -> None:
        path = written(
            tmp_path,
            "指標名,単位,区分,R3,R4,備考",
            '"利用\n者数",人,目標値,100,110,見直し済み',
            ",,実績値,95人,10〜,速報を含む",
            ",%,達成率,95%,,",
        )
        plan = kk.read_plan(path)
        (users,) = plan.indicators()

        assert [
            ("指標名", "利用\n者数"),
            ("単位", "人"),
            ("目標値 R3", "100"),
            ("目標値 R4", "110"),
            ("実績値 R3", "95人"),
            ("実績値 R4", "10〜"),
            ("実績値 備考", "速報を含む"),
            ("達成率 単位", "%"),
            ("達成率 R3", "95%"),
            ("達成率 R4", ""),
            ("備考", "見直し済み"),
        ] == cells(users)
        assert [("no-form", 4, "実績値 R4")] == [
            (each.code, each.location.line, each.location.column)
            for each in plan.issues
            if each.location
        ]
        assert [("kinds", "目標値→target 実績値→actual 達成率→text")] == [
            (each.what, each.value) for each in plan.chosen if each.what in ("kinds", "years")
        ]
        page = render_html(build_report(kk.evaluate(plan)))
        for text in ("見直し済み", "速報を含む", "95人", "95%"):
            assert text in page

    def test_verdicts(self, tmp_path: Path) -> None:
        """Judged is the target of the actual's year, or the only one, which is not due."""
        path = written(
            tmp_path,
            "指標名,区分,R3,R4,R7",
            "甲,目標,10件,12件,20件",
            ",実績,11件,11件,",
            "乙,目標,,,20件",
            ",実績,11件,12件,",
            "丙,目標,10件,12件,20件",
        )
        result = kk.evaluate(kk.read_plan(path), as_of=kk.FiscalYear(2022).end)

        assert [
            ("甲", "not_achieved", None),
            ("乙", "not_due", kk.Reason.NOT_YET_DUE),
            ("丙", "indeterminate", kk.Reason.NO_ACTUAL),
        ] == [(each.indicator.name, each.verdict.value, each.reason) for each in result.all()]

    @pytest.mark.parametrize(
        ("words", "headings", "status"),
        [
            (("計画", "実績"), ("目標(計画) R3", "実績 R3"), "final"),
            (("目標値(計画)", "実績値"), ("目標値(計画) R3", "実績値 R3"), "final"),
            (("目標", "見込"), ("目標 R3", "見込 R3"), "forecast"),
            (("目標", "見込み"), ("目標 R3", "実績(見込み) R3"), "forecast"),
        ],
    )
    def test_words(
        self, tmp_path: Path, words: tuple[str, str], headings: tuple[str, str], status: str
    ) -> None:
        path = written(tmp_path, "指標名,,R3", f"甲,{words[0]},5件", f",{words[1]},6件")
        (indicator,) = kk.read_plan(path).indicators()

        assert [("指標名", "甲"), (headings[0], "5件"), (headings[1], "6件")] == cells(indicator)
        assert status == indicator.observations[0].status.value

    @pytest.mark.parametrize("above", ["目標・実績", "実績/目標", "年度"])
    @pytest.mark.parametrize("years", ["R3,R4", "令和3年度(2021年度),令和4年度(2022年)"])
    def test_lines_between(self, tmp_path: Path, above: str, years: str) -> None:
        path = written(
            tmp_path,
            f"指標名,区分,{above},",
            f",,{years}",
            "◆ 基本目標1 まちづくり,,,",
            "甲,目標,5件,6件",
            ",実績,5件,7件",
            "",
            "※R4は速報,,,",
        )
        plan = kk.read_plan(path)
        (indicator,) = plan.indicators()

        assert ["まちづくり"] == [each.title for each in plan.sections[0].sections[:1]]
        assert ["※R4は速報"] == list(plan.remarks)
        assert [("FY2021", "5 件"), ("FY2022", "7 件")] == actuals(indicator)

    def test_year_of_a_forecast(self, tmp_path: Path) -> None:
        path = written(
            tmp_path,
            "指標名,区分,R5年度,R6年度（見込）",
            "甲,目標値,5件,6件",
            ",実績値,4件,7件",
            ",達成率,80%,117%",
        )
        (indicator,) = kk.read_plan(path).indicators()

        assert [("FY2023", "5 件"), ("FY2024", "6 件")] == targets(indicator)
        assert [("FY2023", "4 件"), ("FY2024", "7 件")] == actuals(indicator)
        assert ["final", "forecast"] == [each.status.value for each in indicator.observations]

    def test_targets_only(self, tmp_path: Path) -> None:
        """A table without an actual is refused whole."""
        path = written(tmp_path, "指標名,区分,R3,R4", "甲,目標,5件,6件", "乙,目標,7件,8件")
        with pytest.raises(kk.TableError, match="no table"):
            kk.read_plan(path)

    def test_a_target_of_its_own(self, tmp_path: Path) -> None:
        path = written(tmp_path, "指標名,区分,R3,目標値(R7)", "甲,目標,5件,9件", ",実績,6件,")
        (indicator,) = kk.read_plan(path).indicators()

        assert [("FY2021", "5 件"), ("FY2025", "9 件")] == targets(indicator)

    def test_a_dash_says_nothing(self, tmp_path: Path) -> None:
        path = written(tmp_path, "指標名,区分,基準値,R3", "甲,目標,—,5件", ",実績,4件,6件")
        (indicator,) = kk.read_plan(path).indicators()

        assert isinstance(indicator.baseline, kk.Observation)
        assert kk.Quantity("4", "件") == indicator.baseline.quantity
        assert ("目標 基準値", "—") in cells(indicator)

    @pytest.mark.parametrize("name", ["again.csv", "again.xlsx", "again.json"])
    def test_written_and_read_again(self, tmp_path: Path, name: str) -> None:
        path = written(
            tmp_path,
            "施策,指標名,単位,区分,R3,R4,R5,備考",
            "施策1,甲,件,計画,5,6,7,",
            ",,,実績,4,集計中,,速報",
            ",,,達成率,80%,,,",
            "施策1,乙,件,計画,,,7,あ",
        )
        plan = kk.read_plan(path)
        kk.write_plan(plan, tmp_path / name)
        again = kk.read_plan(tmp_path / name)

        assert [cells(each) for each in plan.indicators()] == [
            cells(each) for each in again.indicators()
        ]
        for one, other in zip(plan.indicators(), again.indicators(), strict=True):
            assert (one.targets, one.observations) == (other.targets, other.observations)


class TestWorkbook:
    """A workbook: the name is merged over the rows of its kinds."""

    def test_merged(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for row in (
            ["施策", "指標名", "", "基準値", "R3", "R4", "R5"],
            ["施策1 窓口", "満足度", "目標", 0.5, 0.6, 0.65, 0.7],
            ["", "", "実績", "", 0.58, "集計中", ""],
            ["", "待ち時間", "目標", "12分", "", "", "5分"],
            ["", "", "実績", "", "11分", "8分", "7分"],
        ):
            sheet.append(row)
        for cell in (cell for row in sheet["D2:G3"] for cell in row):
            cell.number_format = "0%"
        for area in ("B1:C1", "A2:A5", "B2:B3", "B4:B5", "D2:D3", "D4:D5", "F3:G3"):
            sheet.merge_cells(area)
        sheet.row_dimensions[5].hidden = True
        book.save(tmp_path / "plan.xlsx")
        plan = kk.read_plan(tmp_path / "plan.xlsx")
        score, wait = plan.indicators()

        assert [("FY2021", "60 %"), ("FY2022", "65 %"), ("FY2023", "70 %")] == targets(score)
        assert [
            ("FY2021", "58 %"),
            ("FY2022", "Missing.PENDING"),
            ("FY2023", "Missing.PENDING"),
        ] == actuals(score)
        assert isinstance(score.baseline, kk.Observation)
        assert "50 %" == str(score.baseline.quantity)
        assert [("FY2023", "5 分")] == targets(wait)
        assert [("FY2021", "11 分"), ("FY2022", "8 分"), ("FY2023", "7 分")] == actuals(wait)
        assert [("row-hidden", 4)] == [
            (each.code, each.location.line) for each in plan.issues if each.location
        ]
        assert [("窓口", 2)] == [
            (each.title, len(each.indicators)) for each in plan.walk() if each.indicators
        ]

    def test_figure_of_both(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for row in (["指標名", "区分", "R3"], ["甲", "目標", "5件"], ["", "実績", ""]):
            sheet.append(row)
        sheet.merge_cells("C2:C3")
        book.save(tmp_path / "plan.xlsx")

        with pytest.raises(kk.TableError, match="how to read this one is not certain"):
            kk.read_plan(tmp_path / "plan.xlsx")

    def test_kind_of_both(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for row in (
            ["指標名", "区分", "R3"],
            ["甲", "目標", "5件"],
            ["", "実績", "6件"],
            ["", "", "7件"],
        ):
            sheet.append(row)
        sheet.merge_cells("B3:B4")
        book.save(tmp_path / "plan.xlsx")

        with pytest.raises(kk.TableError, match=r"\]:4: by the column 「区分」"):
            kk.read_plan(tmp_path / "plan.xlsx")


class TestTold:
    """Labels tell what a value is wherever they stand."""

    @pytest.mark.parametrize(
        "lines",
        [
            ["指標名,単位,R3", "甲,目標,1", ",実績,1"],
            ["施策,指標名,R3", "甲,目標,1", ",実績,1"],
            ["指標名,区分,R3", "甲,目標,1", "※注,,", ",実績,1"],
            [
                "指標名,区分,令和3年4月1日〜令和4年3月31日",
                "甲,目標値(架空市総合計画後期基本計画に定めるもの),1",
                ",実績値,1",
            ],
        ],
    )
    def test_whole(self, tmp_path: Path, lines: list[str]) -> None:
        (indicator,) = kk.read_plan(written(tmp_path, *lines)).indicators()

        assert "甲" == indicator.name
        assert ["1 -"] == [figure for _, figure in targets(indicator)]
        assert ["1 -"] == [figure for _, figure in actuals(indicator)]

    def test_costs_are_none(self, tmp_path: Path) -> None:
        lines = ["指標名,区分,R3", "甲,目標,1", ",実績,1", ",予算,5"]
        plan = kk.read_plan(written(tmp_path, *lines))
        (indicator,) = plan.indicators()

        assert [("FY2021", "1 -")] == actuals(indicator)
        assert [("costs", "C4")] == [
            (each.what, each.value) for each in plan.chosen if each.what == "costs"
        ]

    def test_one_without_an_actual(self, tmp_path: Path) -> None:
        lines = ["指標名,区分,R3", "甲,目標,1", ",実績,1", "乙,計画,2"]
        first, second = kk.read_plan(written(tmp_path, *lines)).indicators()

        assert [("FY2021", "1 -")] == actuals(first)
        assert ([("FY2021", "2 -")], []) == (targets(second), actuals(second))

    def test_what_is_printed_twice(self, tmp_path: Path) -> None:
        """It is taken once, and where it stands again is said."""
        lines = ["指標名,区分,R3", "甲,目標,1", ",実績,1", ",目標,1"]
        plan = kk.read_plan(written(tmp_path, *lines))
        (indicator,) = plan.indicators()

        assert [("FY2021", "1 -")] == targets(indicator) == actuals(indicator)
        assert [("passed", "C4")] == [
            (each.what, each.value) for each in plan.chosen if each.what == "passed"
        ]


class TestRefused:
    """Whatever else could be meant is refused, with the row."""

    @pytest.mark.parametrize(
        ("lines", "line", "row"),
        [
            # A year is not alone.
            (["指標名,区分,実績 R3", "甲,目標,1", ",実績,1"], 2, "甲 目標 1"),
            (["指標名,区分,R3,最新値", "甲,目標,1,2", ",実績,1,2"], 2, "甲 目標 1 2"),
            (["指標名,区分,目標値(R7),R3", "甲,目標,1,2", ",実績,1,2"], 2, "甲 目標 1 2"),
            (["指標名,区分,指標,R3", "甲,目標,乙,2", ",実績,丙,2"], 2, "甲 目標 乙 2"),
            # A kind that is not known, said with a year, by two words, or twice.
            (["指標名,区分,R3", "甲,R5目標,1", ",実績,1"], 2, "甲 R5目標 1"),
            (["指標名,区分,R3", "甲,目標,1", ",実績,1", ",見込,2"], 4, "見込 2"),
            (["指標名,区分,R3", "甲,目標,1", ",実績,1", ",目標,2"], 4, "目標 2"),
            # A newer year below a word that nobody knows.
            (["指標名,区分,R3,値 R4", "甲,目標,1,2", ",実績,1,3"], 3, "実績 1 3"),
            (["指標名,区分,R3", ",目標,1", ",実績,1"], 2, "目標 1"),
            (["指標名,区分,R3", "甲,目標,1", ",実績,1", "乙,,1"], 4, "乙 1"),
            (["指標名,区分,R3", "甲,目標,1", ",実績,1", "続き,,"], 4, "続き"),
            (["指標名,区分,R3,R4", "甲,目標,1", ",実績,1,2"], 2, "甲 目標 1"),
            # One name in two rows, or two indicators that lack a row each.
            (["指標名,区分,R3", "市民の,目標,1", "満足度,実績,1"], 3, "満足度 実績 1"),
            # The rows do not agree.
            (["指標名,単位,区分,R3", "甲,件,目標,1", ",人,実績,1"], 3, "人 実績 1"),
            (["指標名,基準値,区分,R3", "甲,5,目標,1", ",6,実績,1"], 3, "6 実績 1"),
            (["指標名,区分,目標値,R3", "甲,目標,,1", ",実績,5,1"], 3, "実績 5 1"),
        ],
    )
    def test_row(self, tmp_path: Path, lines: list[str], line: int, row: str) -> None:
        path = written(tmp_path, *lines)
        with pytest.raises(kk.TableError) as caught:
            kk.read_plan(path)

        assert str(caught.value).startswith(f"{path}:{line}: by the column ")
        assert f"is not certain ({row}): " in str(caught.value)

    def test_column_without_a_heading(self, tmp_path: Path) -> None:
        path = written(tmp_path, "指標名,,R3", "甲,目標,1", "乙,実績,1")
        with pytest.raises(kk.TableError, match="by the column 「2」"):
            kk.read_plan(path)

    def test_year_that_a_layout_keeps_as_text(self, tmp_path: Path) -> None:
        path = written(tmp_path, "指標名,区分,R3,R4", "甲,目標,1,2", ",実績,1,3")
        with pytest.raises(kk.TableError, match="how to read this one is not certain"):
            kk.read_plan(path, layout=Layout(columns=[Column("R4")]))

    def test_other_words(self, tmp_path: Path) -> None:
        """What says 実績 in each row, or something else in many, tells no kinds."""
        one = written(tmp_path, "区分,指標名,実績,目標", "実績,甲,1件,2件", "計画中,乙,1件,2件")
        assert 2 == len(list(kk.read_plan(one).indicators()))
        many = [*(f"区分{n},甲,1件,2件" for n in range(11)), "目標,甲,1件,2件", "実績,甲,1件,2件"]
        assert 13 == len(
            list(kk.read_plan(written(tmp_path, "区分,指標名,実績,目標", *many)).indicators())
        )

    def test_words_of_a_layout(self, tmp_path: Path) -> None:
        path = written(tmp_path, "指標名,区分,R3", "甲,めざす値,5件", ",実績,6件")
        layout = Layout(words={"めざす値": Role.TARGET})
        (indicator,) = kk.read_plan(path, layout=layout).indicators()

        assert [("FY2021", "5 件")] == targets(indicator)
