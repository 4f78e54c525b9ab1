"""Tables into plans: the published layout, the example's data, other layouts, bad input."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from kpikit.model.indicator import Reduction, ShareAchieved, Sum
from kpikit.table.blocks import split_tables
from kpikit.table.headings import Role, read_heading
from kpikit.table.lines import Row, rows_of
from kpikit.table.read import build_tree, plan_of
from kpikit.table.sections import (
    Heading,
    read_category,
    read_departments,
    read_heading_line,
    read_legend,
    read_table_title,
)
from sagamihara import EXAMPLE, published
from shared import shared_path

HEADER = "No.\t事業名\t指標名\t実績値(R5)\t目標値"
#: A cell that says nothing definite.
UNREADABLE = "10〜"


def read(*lines: str, file: str = "plan.txt") -> kk.Plan:
    """Read lines as if they stood in a file."""
    tables, before = split_tables(rows_of("\n".join(lines)), file)
    return plan_of(tables, remarks=[row.text for row in before], file=file)


def indicators(plan: kk.Plan) -> list[kk.Indicator]:
    return list(plan.indicators())


def messages(plan: kk.Plan) -> list[str]:
    return [issue.report("en") for issue in plan.issues]


def written(folder: Path, data: bytes, name: str = "plan.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module", params=["layout", "package", "shared"])
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> kk.Plan:
    """The example, in each of the ways that it can be read."""
    if request.param == "package":
        return kk.read_plan(EXAMPLE / "datapackage.json", strict=True)
    if request.param == "shared":
        return kk.read_plan(shared_path("sagamihara", "published.txt"), strict=True)
    folder = tmp_path_factory.mktemp("layout")
    return kk.read_plan(written(folder, published().encode()), strict=True)


class TestPublished:
    """The two published tables become a tree."""

    def test_whole(self, plan: kk.Plan) -> None:
        assert "相模原市ICT総合戦略" == plan.title
        assert [("table", "1"), ("table", "2")] == [(s.kind, s.code) for s in plan.sections]
        assert "(1) 相模原市ICT総合戦略 施策目標値の達成状況" == plan.sections[0].heading
        assert 42 == len(indicators(plan))
        assert () == plan.issues

    def test_legend(self, plan: kk.Plan) -> None:
        assert [
            ("A", "重点事業", "実施条件が整っている、又は整う見込みがあり、実現性が高い事業"),
            ("C", "探索型事業", "実証実験・検討事業など、手法を検討している事業"),
        ] == [(each.code, each.title, each.meaning) for each in plan.categories]
        assert "※事業区分" == plan.remarks[0]
        assert plan.remarks[2].startswith(" C(探索型事業)・・・")

    def test_sections(self, plan: kk.Plan) -> None:
        goals = plan.sections[1].sections

        assert [
            ("基本目標", "1", "利用者中心の行政サービス改革"),
            ("基本目標", "2", "経営資源を最大限に活用した行財政改革"),
            ("基本目標", "3", "将来にわたり発展し続けるまちづくり"),
        ] == [(each.kind, each.code, each.title) for each in goals]
        assert "◆ 基本目標1 利用者中心の行政サービス改革" == goals[0].heading
        measure = goals[0].sections[0]
        assert ("施策", "1-1", "利便性を高める行政サービスの推進") == (
            measure.kind,
            measure.code,
            measure.title,
        )
        assert "○ 施策1-1 「利便性を高める行政サービスの推進」" == measure.heading
        assert ["1", "2", "3", "4", "5"] == [each.code for each in measure.sections]

    def test_project(self, plan: kk.Plan) -> None:
        project = plan.sections[1].sections[0].sections[0].sections[4]

        assert ("事業", "5", "介護ワンストップサービスの推進") == (
            project.kind,
            project.code,
            project.title,
        )
        assert ("政策課", "介護保険課") == project.departments
        assert project.category == plan.categories[1]
        assert isinstance(project.indicators[0].targets[0].rule, kk.Exploratory)

    def test_two_indicators_of_one_measure(self, plan: kk.Plan) -> None:
        measure = plan.sections[0].sections[-1]

        assert ("施策", "3-3") == (measure.kind, measure.code)
        assert ["重点事業の成果指標達成率", "ICTを活用した行政サービスの利用率"] == [
            each.name for each in measure.indicators
        ]

    def test_cells(self, plan: kk.Plan) -> None:
        first = indicators(plan)[0]

        assert first.source is not None
        assert "→ 約16,000時間削減 (R5)" == first.source.text("実績値")
        assert ["No.", "施策名", "指標名", "当初値", "実績値", "目標値", "指標の説明・出典等"] == [
            cell.heading for cell in first.source.cells
        ]

    def test_baseline(self, plan: kk.Plan) -> None:
        first, second = indicators(plan)[:2]

        assert first.baseline is None
        assert isinstance(second.baseline, kk.Observation)
        assert kk.Quantity("3", "種類") == second.baseline.quantity

    def test_column_period(self, plan: kk.Plan) -> None:
        seen = indicators(plan)[9].observations[0]

        assert (2022, 2023) == (period_year(seen.period), period_year(seen.column))

    def test_derivations(self, plan: kk.Plan) -> None:
        found = [each for indicator in plan.indicators() for each in indicator.derivations]

        assert [Sum, ShareAchieved, Reduction] == [type(each) for each in found]
        share = found[1]
        assert isinstance(share, ShareAchieved)
        assert ("A", 4) == (share.category, share.missed)
        assert kk.Quantity("80", "%") == share.share
        assert "プリンタと複合機の統合及び個人認証管理機能の導入" == share.titles[3]
        assert 4 == len(share.titles)


def period_year(period: object) -> int:
    assert isinstance(period, kk.FiscalYear)
    return period.year


class TestHeadings:
    """Columns are known by their words, with a period or a remark beside them."""

    @pytest.mark.parametrize(
        ("text", "role", "period"),
        [
            ("No.", Role.NUMBER, None),
            ("№", Role.NUMBER, None),
            ("指標名", Role.INDICATOR, None),
            ("KPI", Role.INDICATOR, None),
            ("ＫＰＩ", Role.INDICATOR, None),
            ("重要業績評価指標(KPI)", Role.INDICATOR, None),
            ("数値目標", Role.INDICATOR, None),
            ("現状値(R2)", Role.BASELINE, kk.FiscalYear(2020)),
            ("実績値（令和5年度）", Role.ACTUAL, kk.FiscalYear(2023)),
            ("令和元年度実績", Role.ACTUAL, kk.FiscalYear(2019)),
            ("目標値(累計)", Role.TARGET, None),
            ("目標\n(R9)", Role.TARGET, kk.FiscalYear(2027)),
            ("基本目標", Role.SECTION, None),
            ("主要事業名", Role.SECTION, None),
            ("担当課", Role.DEPARTMENT, None),
            ("事業区分", Role.CATEGORY, None),
            ("指標の説明・出典等", Role.REMARK, None),
            ("達成状況", None, None),
            ("実績の推移2", None, None),
            ("", None, None),
            ("実績" * 50, None, None),
        ],
    )
    def test_role(self, text: str, role: Role | None, period: kk.FiscalYear | None) -> None:
        column = read_heading(text)

        assert (text, role) == (column.heading, column.role)
        assert (None if period is None else period.start) == (column.period and column.period.start)


class TestSections:
    """Headings of sections, titles of tables, categories, departments."""

    @pytest.mark.parametrize(
        ("text", "heading"),
        [
            ("◆ 基本目標1 改革", Heading("基本目標", "1", "改革", "◆")),
            ("○ 施策1-1 「推進」", Heading("施策", "1-1", "推進", "○")),
            ("施策２－１　『推進』", Heading("施策", "２－１", "推進", "施策")),
            ("■ 行政サービス", Heading("■", "", "行政サービス", "■")),
            ("■ 5Gの推進", Heading("■", "", "5Gの推進", "■")),
            ("行政サービス", None),
            ("施策を推進する", None),
            ("", None),
        ],
    )
    def test_heading(self, text: str, heading: Heading | None) -> None:
        assert heading == read_heading_line(text)

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("(1) 達成状況", ("1", "達成状況")),
            ("（２）達成状況", ("2", "達成状況")),
            ("表3 達成状況", ("3", "達成状況")),
            ("4. 達成状況", ("4", "達成状況")),
            ("達成状況", ("", "達成状況")),
        ],
    )
    def test_title(self, text: str, title: tuple[str, str]) -> None:
        assert title == read_table_title(text)

    def test_category(self) -> None:
        assert kk.Category("A", "重点事業") == read_category("Ａ（重点事業）")
        assert kk.Category("新規") == read_category(" 新規 ")
        assert read_category(" ") is None

    def test_legend(self) -> None:
        assert kk.Category("B", "継続", "続ける事業") == read_legend("B(継続)：続ける事業")
        assert read_legend("※事業区分") is None

    def test_category_and_departments_of_rows_in_one_section(self) -> None:
        """A row counts for its own only: not for those of the rows beside it."""
        plan = read(
            "施策\t区分\t指標名\t実績値(R5)\t目標値(R5)\t所管課",
            "1-1 窓口\tA\t電子申請率\t60%\t50%以上\t情報課",
            "1-1 窓口\tB\t苦情件数\t12件\t10件以下\t市民課",
            "\t\t待ち時間\t9分\t10分以下\t",
            "\tA\t満足度\t80%\t70%以上\t総務課",
            "1-2 税\tA\t収納率\t97%\t98%以上\t税務課",
            "1-2 税\tA\t滞納額\t9億円\t8億円以下\t税務課",
        )
        found = kk.evaluate(plan)

        assert {"A": (2, 2), "B": (1, 1)} == {
            category.code: (summary.achieved, summary.not_achieved)
            for category, summary in found.by_category().items()
        }
        assert {"情報課": (1, 0), "市民課": (1, 1), "総務課": (1, 0), "税務課": (0, 2)} == {
            department: (summary.achieved, summary.not_achieved)
            for department, summary in found.by_department().items()
        }
        assert [("1-1", "窓口", 4), ("1-2", "税", 0)] == [
            (each.code, each.title, len(each.sections)) for each in plan.sections[0].sections
        ]

    def test_departments(self) -> None:
        assert ("人事・給与課", "政策課") == read_departments("人事・給与課\n政策課、")


class TestLayouts:
    """Tables of other cities."""

    def test_page_break_repeats_the_header(self) -> None:
        plan = read("(1) 表", HEADER, "1\t甲\t数\t1件\t2件", HEADER, "2\t乙\t率\t1件\t2件")

        assert ["数", "率"] == [each.name for each in plan.indicators()]
        assert 1 == len(plan.sections)

    def test_same_header_below_a_title_is_a_new_table(self) -> None:
        plan = read("表1 甲", HEADER, "1\t甲\t数\t1件\t2件", "表2 乙", HEADER)

        assert ["1", "2"] == [each.code for each in plan.sections]
        assert () == plan.issues

    def test_no_title(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t1件\t2件")

        assert ("plan", "", "") == (plan.title, plan.sections[0].code, plan.sections[0].title)

    def test_two_tables_without_titles(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t1件\t2件", "指標名\t実績値\t目標値", "率\t1%\t2%")

        assert [1, 1] == [len(each.sections) for each in plan.sections]

    def test_lines_before_the_first_title(self) -> None:
        assert ("市の計画",) == read("市の計画", "", "(1) 表", HEADER).remarks

    def test_no_section_columns(self) -> None:
        plan = read("指標名\t実績値\t目標値", "数\t3件\t2件", "率\t1%\t2%")

        assert [("指標", "", "数"), ("指標", "", "率")] == [
            (each.kind, each.code, each.title) for each in plan.sections[0].sections
        ]

    def test_merged_cells_of_outer_sections(self) -> None:
        plan = read(
            "基本目標\t施策\t事業名\t指標名\t実績値\t目標値",
            "基本目標1 甲\t施策1-1 乙\tア\t数\t3件\t2件",
            "\t\tイ\t数\t3件\t2件",
            "\t施策1-2 丙\tウ\t数\t3件\t2件",
            "基本目標2 丁\t施策2-1 戊\tエ\t数\t3件\t2件",
        )
        goals = plan.sections[0].sections

        assert [["1-1", "1-2"], ["2-1"]] == [[m.code for m in goal.sections] for goal in goals]
        assert [["ア", "イ"], ["ウ"]] == [
            [row.title for row in measure.sections] for measure in goals[0].sections
        ]

    def test_repeated_number_and_name(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t1件\t2件", "1\t甲\t率\t1%\t2%", "1\t乙\t率\t3%\t2%")

        assert [2, 1] == [len(each.indicators) for each in plan.sections[0].sections]

    def test_category_without_legend(self) -> None:
        plan = read(
            "事業名\t事業区分\t指標名\t実績値\t目標値",
            "甲\tA (重点)\t数\t1件\t2件",
            "乙\t\t数\t3件\t2件",
        )
        first, second = plan.sections[0].sections

        assert (kk.Category("A", "重点"), None) == (first.category, second.category)
        assert () == plan.categories

    def test_legend_names_what_the_cells_leave_out(self) -> None:
        plan = read(
            "事業名\t区分\t指標名\t実績値\t目標値", "甲\tA\t数\t1件\t2件", "A(重点)：急ぐもの"
        )

        assert kk.Category("A", "重点", "急ぐもの") == plan.sections[0].sections[0].category

    def test_several_actuals_and_targets(self) -> None:
        (indicator,) = indicators(
            read(
                "指標名\t実績値(R4)\t実績値(R5)\t中間目標値(R5)\t最終目標値(R9)",
                "数\t1件\t3件\t2件\t9件",
            )
        )

        assert [2022, 2023] == [period_year(each.column) for each in indicator.observations]
        assert [2023, 2027] == [period_year(each.period) for each in indicator.targets]
        assert kk.Verdict.ACHIEVED is kk.evaluate(indicator).verdict

    @pytest.mark.parametrize(
        ("remark", "is_repeated"),
        [
            ("再掲", True),
            ("※再掲", True),
            ("【再掲】", True),
            ("施策2-1の再掲", True),
            ("再掲(1-1)", True),
            ("再掲ではない", False),
            ("A、Bの再掲", False),
            ("", False),
        ],
    )
    def test_listed_again_by_remark(self, remark: str, is_repeated: bool) -> None:  # noqa: FBT001
        head = "指標名\t目標値\t実績値\t備考"
        (indicator,) = indicators(read(head, f"来館者数\t10人以上\t12人\t{remark}"))
        assert indicator.repeated is is_repeated

    @pytest.mark.parametrize(
        ("heading", "cell", "is_repeated"),
        [
            ("再掲", "○", True),
            ("再掲の有無", "有", True),
            ("(再掲)", "●", True),
            ("再掲", "", False),
            ("再掲", "－", False),
            ("再掲の理由", "○", False),
            ("主要", "○", False),
        ],
    )
    def test_listed_again_by_a_column(self, heading: str, cell: str, is_repeated: bool) -> None:  # noqa: FBT001
        text = f"指標名\t{heading}\t目標値\t実績値\n利用者数\t{cell}\t10人\t12人"
        (indicator,) = kk.read_plan(text.encode(), name="a.tsv").indicators()
        assert indicator.repeated is is_repeated

    def test_repeated_indicator(self) -> None:
        (indicator,) = indicators(read(HEADER, "1\t甲(再掲)\t数\t1件\t2件"))

        assert indicator.repeated

    @pytest.mark.parametrize("target", ["", "—"])
    def test_no_indicator_set(self, target: str) -> None:
        (indicator,) = indicators(read(HEADER, f"1\t甲\t未設定\t—\t{target}"))

        assert kk.Unset() == indicator.targets[0].rule

    def test_name_that_only_begins_like_one_not_set(self) -> None:
        (indicator,) = indicators(read(HEADER, "1\t甲\t未設定区間の延長\t3m\t8m以上"))

        assert kk.Verdict.NOT_ACHIEVED is kk.evaluate(indicator).verdict

    def test_blank_target_is_no_target(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t3件\t")
        (indicator,) = indicators(plan)

        assert kk.Reason.TARGET_UNREADABLE is kk.evaluate(indicator).reason
        assert ["empty-cell"] == [issue.code for issue in plan.issues]

    @pytest.mark.parametrize(
        ("baseline", "actual", "target", "told"),
        [
            ("78.1歳", "78.6歳", "+1歳", ["sign-unclear"]),  # 79.1, and not 1
            ("78.1", "―", "＋1", ["sign-unclear"]),
            ("+12", "34", "+50", []),
            ("▲30", "12", "+50", []),
            ("―", "―", "+50", []),
            ("30", "12", "50", []),
        ],
    )
    def test_signed_target_beside_plain_values(
        self, baseline: str, actual: str, target: str, told: list[str]
    ) -> None:
        plan = read("指標名\t現状値\t実績値\t目標値", f"甲\t{baseline}\t{actual}\t{target}")
        (indicator,) = indicators(plan)

        assert told == [each.code for each in plan.issues]
        assert (not told) is (len(indicator.targets) == 1)

    @pytest.mark.parametrize(
        ("cells", "told"),
        [
            ("100\t\t\t92\t97\t100", ["targets-stop"]),  # merged over three years in the workbook
            ("100\t100\t\t92\t97\t100", ["targets-stop"]),
            ("100\t100\t\t92\t97\t", []),  # nothing is known yet of the year without one
            ("\t\t100\t92\t97\t100", []),  # the target of the last year alone
            ("\t\t\t92\t97\t100", ["empty-cell"] * 3),
            ("100\t―\t―\t92\t97\t100", []),
        ],
    )
    def test_targets_that_stop(self, cells: str, told: list[str]) -> None:
        """A blank where most others have a target may have been part of a merged cell."""
        plan = read(
            "指標名\t目標R4\t目標R5\t目標R6\t実績R4\t実績R5\t実績R6",
            f"充足率(%)\t{cells}",
            "団員数(人)\t240\t240\t245\t238\t233\t229",
            "訓練参加率(%)\t85\t90\t95\t88.2\t86.9\t93.4",
        )

        assert told == [each.code for each in plan.issues]

    def test_targets_of_most_that_stop(self) -> None:
        """No target of a later year is missing where few have one."""
        plan = read(
            "指標名\t目標R4\t目標R5\t実績R4\t実績R5",
            "充足率(%)\t100\t\t92\t97",
            "団員数(人)\t240\t\t238\t233",
            "訓練参加率(%)\t85\t90\t88.2\t86.9",
        )

        assert [] == list(plan.issues)

    def test_figure_that_is_no_share(self) -> None:
        plan = read(
            "事業名\t区分\t指標名\t実績値\t目標値\t備考",
            "甲\tA (重点事業)\t重点事業の成果指標達成率\t80件\t8件\t",
            "乙\tB\t重点事業の目標達成率\t80%\t8割\t※未達成:2件",
            "丙\tB\t別事業の目標達成率\t80%\t8割\t",
            "丁\tB\t重点事業の指標達成率\t90%\t9割\t達成",
        )

        assert [
            [],
            [ShareAchieved("A", kk.Quantity("80", "%"), 2)],
            [],
            [ShareAchieved("A", kk.Quantity("90", "%"))],
        ] == [list(each.derivations) for each in plan.indicators()]

    @pytest.mark.parametrize("target", ["7件", "7件以上", "7件以下", "目標を設定"])
    def test_reduction_makes_the_target(self, target: str) -> None:
        plan = read(
            HEADER + "\t備考", f"1\t甲\t数\t9件\t{target}\tR2に10件発生した事故の3割減を目標とする"
        )
        (indicator,) = indicators(plan)
        wanted = Reduction(kk.Quantity("10", "件"), kk.Quantity("3", "割"), kk.Quantity("7", "件"))

        assert ((wanted,) if "7" in target else ()) == indicator.derivations

    def test_section_row_inside_and_in_another_column(self) -> None:
        plan = read(HEADER, "\t◆ 基本目標1 甲\t\t\t", "1\t甲\t数\t3件\t2件", "9\t\t\t\t")
        (goal,) = plan.sections[0].sections

        assert ["1", "9"] == [each.code for each in goal.sections]


class TestBadInput:
    """What is wrong is said with its place; the readable rest is judged; no row is lost."""

    def test_missing_columns(self) -> None:
        plan = read("No.\t事業名\t成果指標\t目標値", "1\t甲\t数\t2件")
        (indicator,) = indicators(plan)

        told = (
            "plan.txt:1: no column is headed 「実績値」 or the like\n"
            "    No. 事業名 成果指標"
            " 目標値\n"
            "    ^^^^^^^^^^^^^^^^^^^^^^^^^^"
        )

        assert [told] == messages(plan)
        assert kk.Reason.NO_ACTUAL is kk.evaluate(indicator).reason

    def test_missing_target_and_name_columns(self) -> None:
        plan = read("No.\t事業名\t実績値", "1\t甲\t2件", "\t\t3件")
        first, second = indicators(plan)

        assert ["指標名", "目標値"] == [issue.detail for issue in plan.issues]
        assert ("甲", "甲") == (first.name, second.name)
        assert kk.Reason.TARGET_UNREADABLE is kk.evaluate(first).reason

    def test_second_column_of_a_kind(self) -> None:
        plan = read("指標名\t成果指標\t実績値\t目標値", "数\t率\t2件\t1件")

        told = (
            "plan.txt:1: 「成果指標」 is a second column of its kind and was kept as text only\n"
            "    指標名 成果指標 実績値"
            " 目標値\n"
            "           ^^^^^^^^"
        )

        assert [told] == messages(plan)

    def test_too_few_cells(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t2件", "2\t乙\t数\t2件\t1件")

        assert [
            "plan.txt:2: fewer cells than headings (4/5): those missing were taken as empty",
            "plan.txt:2 「目標値」: the cell is empty",
        ] == [each.split("\n")[0] for each in messages(plan)]
        assert 2 == len(indicators(plan))

    def test_too_many_cells(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t2件\t1件\t余り\t", "2\t乙\t数\t2件\t1件\t\t")
        first, _ = indicators(plan)

        assert [
            "plan.txt:2: more cells than headings (7/5): those beyond were kept as text only"
        ] == [each.split("\n")[0] for each in messages(plan)]
        assert first.source is not None
        assert ("", "余り") == (first.source.cells[5].heading, first.source.cells[5].text)

    def test_merge_beyond_the_headings(self) -> None:
        """What a merged cell covers stands in the row, but not again in its text."""
        row = Row(2, ["甲", "1件", "2件", "余り", "余り"], covered=[4])
        (table,), _ = split_tables([Row(1, ["指標名", "実績", "目標"]), row], "plan.txt")
        (issue,) = plan_of([table]).issues

        assert ("too-many-cells", "余り\t") == (issue.code, issue.text[issue.start : issue.end])

    @pytest.mark.parametrize(
        ("row", "column", "reason"),
        [
            (f"1\t甲\t数\t{UNREADABLE}\t1件", "実績値(R5)", kk.Reason.ACTUAL_UNREADABLE),
            (f"1\t甲\t数\t2件\t{UNREADABLE}", "目標値", kk.Reason.TARGET_UNREADABLE),
        ],
    )
    def test_unreadable_cell(self, row: str, column: str, reason: kk.Reason) -> None:
        plan = read(HEADER, row)
        (indicator,) = indicators(plan)
        told = kk.read_actual(UNREADABLE).issues[0].report("en")

        assert [f"plan.txt:2 「{column}」: {told}"] == messages(plan)
        assert reason is kk.evaluate(indicator).reason

    def test_stray_lines(self) -> None:
        plan = read(HEADER, "1\t甲\t数\t2件\t1件", "続き", "※注", "メモ\t\t\t\t")

        told = "neither a row of the table nor a heading; cells are split by tabs\n    "

        assert [
            f"plan.txt:3: {told}続き\n    ^^^^",
            f"plan.txt:5: {told}メモ\n    ^^^^",
        ] == messages(plan)
        assert ("続き", "※注", "メモ") == plan.remarks

    def test_unnamed_indicator(self) -> None:
        plan = read(HEADER, "1\t甲\t\t2件\t1件", "\t\t\t2件\t1件", "2\t\t\t2件\t1件")

        assert ["甲", "甲", "2"] == [each.name for each in plan.indicators()]
        assert ["plan.txt:2 「指標名」: the row names no indicator"] == [
            each.split("\n")[0] for each in messages(plan)[:1]
        ]

    def test_row_with_nothing_to_be_called_by(self) -> None:
        (indicator,) = indicators(read(HEADER, "\t\t\t2件\t1件"))

        assert "—" == indicator.name

    def test_strict_raises_everything_at_once(self, tmp_path: Path) -> None:
        lines = [HEADER, f"1\t甲\t数\t{UNREADABLE}\t1件", "迷子", "2\t乙\t数\t2件"]
        path = written(tmp_path, "\n".join(lines).encode())

        with pytest.raises(kk.ReadingError) as caught:
            kk.read_plan(path, strict=True)

        assert [2, 3, 4, 4] == [
            each.location and each.location.line for each in caught.value.issues
        ]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("目標値\n", "—"),
            ("表\t目標値\n1\t2", "「目標値」→target 「表」"),
            ("1\t2\n3\t4", "「1」 「2」"),
        ],
    )
    def test_no_table(self, tmp_path: Path, text: str, found: str) -> None:
        path = written(tmp_path, text.encode())

        with pytest.raises(kk.TableError) as caught:
            kk.read_plan(path)

        assert (
            f"{path}: no table: it needs a header of 「指標名」, 「目標値」, 「実績値」 "
            f"or the like (headings found: {found}); if they are called otherwise, let kpikit "
            f"draft {path} -o draft.xlsx list them, choose what each is, and give --layout "
            "draft.xlsx"
        ) == str(caught.value)
        assert (
            f"{path}: 指標の表がない。見出しに「指標名」「目標値」「実績値」に当たる語が要る"
            f"(見つけた見出し: {found})。見出しが違うときは、kpikit draft {path} -o draft.xlsx で"
            "見出しの一覧を作り、役割を選んで --layout draft.xlsx と指定する"
        ) == caught.value.__notes__[0]

    def test_no_such_file(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            kk.read_plan(tmp_path / "none.txt")

    @given(st.lists(st.text("1甲%件\t\n◆○※施策目標実績値指標名No.削減以上 ")))
    def test_any_text_is_read_or_refused(self, lines: list[str]) -> None:
        """And no row that has cells below a header is lost."""
        text = "\n".join([HEADER, *lines])
        plan = read(text)
        kept = len(indicators(plan)) + len(plan.remarks)

        assert kept <= len([row for row in rows_of(text) if row.filled])

    @given(
        st.lists(
            st.lists(st.text("1甲%件◆ ", max_size=4), min_size=2, max_size=6).filter(
                lambda cells: sum(bool(cell.strip()) for cell in cells) > 1
            )
        )
    )
    def test_rows_in_are_rows_out(self, rows: list[list[str]]) -> None:
        plan = read(HEADER, *("\t".join(row) for row in rows))

        assert len(rows) == len(indicators(plan))

    @pytest.mark.parametrize("char", " \t　◆1-(「・、※Aあ")
    def test_long_lines_take_no_longer(self, char: str) -> None:
        started = time.process_time()
        read(HEADER, char * 100_000, f"1\t{char * 100_000}\t数\t2件\t1件")

        assert time.process_time() - started < 5


class TestEncoding:
    """Text in another encoding is refused, with what to try."""

    def refused(self, path: Path, encoding: str = "utf-8") -> str:
        with pytest.raises(kk.TableError) as caught:
            kk.read_plan(path, encoding=encoding)
        return str(caught.value).removeprefix(str(path))

    def test_unknown(self, tmp_path: Path) -> None:
        path = written(tmp_path, b"KPI")

        assert (
            'no encoding is called \'utf8mb4\': give, for example, encoding="utf-8" or "cp932"'
            == self.refused(path, "utf8mb4")
        )
        assert self.refused(path, "hex").startswith("no encoding is called 'hex'")

    def test_cp932(self, tmp_path: Path) -> None:
        path = written(tmp_path, f"\n{HEADER}\n1\t甲\t数\t2件\t1件".encode("cp932"))

        assert (
            ":2: the byte 0x8E at offset 5 is not utf-8 text: try encoding='cp932'"
            == self.refused(path)
        )
        assert 1 == len(indicators(kk.read_plan(path, encoding="cp932")))

    def test_utf_16(self, tmp_path: Path) -> None:
        path = written(tmp_path, HEADER.encode("utf-16"))

        assert self.refused(path).endswith("try encoding='utf-16'")

    def test_neither(self, tmp_path: Path) -> None:
        path = written(tmp_path, b"\xfd\x81")

        assert self.refused(path).endswith("try encoding='cp932'")
        assert self.refused(path, "cp932").endswith("try encoding='utf-8'")

    def test_byte_order_mark(self, tmp_path: Path) -> None:
        path = written(tmp_path, f"\ufeff{HEADER}\r\n1\t甲\t数\t2件\t1件\r\n".encode())

        assert "No." == indicators(kk.read_plan(path))[0].source.cells[0].heading  # type: ignore[union-attr]


class TestPackage:
    """A datapackage.json names its tables; what is wrong with it is said."""

    def refused(self, folder: Path, content: str) -> str:
        path = written(folder, content.encode(), "datapackage.json")
        with pytest.raises(kk.TableError) as caught:
            kk.read_plan(path)
        return str(caught.value).removeprefix(str(path))

    def test_no_json(self, tmp_path: Path) -> None:
        assert (
            ": not JSON (Expecting property name enclosed in double quotes: "
            "line 1 column 2 (char 1)): mend it there, or get it again"
            == self.refused(tmp_path, "{")
        )

    @pytest.mark.parametrize("content", ["[]", "{}", "1"])
    def test_neither_plan_nor_package(self, tmp_path: Path, content: str) -> None:
        assert (
            ': neither a plan of kpikit ("format": "kpikit-plan") nor a data package ("resources")'
            == self.refused(tmp_path, content)
        )

    def test_all_faults_at_once(self, tmp_path: Path) -> None:
        """What others may say in a package is no fault."""
        resources = [
            1,
            {"path": "a.xlsx", "name": "a"},
            {"path": "a.tsv", "dialect": {"delimiter": 1, "header": True}, "title": None},
            {"encoding": "cp932"},
        ]
        content = {"resources": resources, "remarks": "注", "name": "kpi"}

        assert [
            ": faults: 6",
            "resources[0]: an object is wanted",
            (
                "resources[1].path: 'a.xlsx' is no .csv, .tsv or .txt file below the folder of the "
                "package"
            ),
            "resources[2].title: text is wanted",
            "resources[2].dialect.delimiter: text is wanted",
            "resources[3].path: this member is wanted",
            "remarks: a list is wanted",
        ] == self.refused(tmp_path, json.dumps(content)).split("\n")

    def test_no_list(self, tmp_path: Path) -> None:
        refused = self.refused(tmp_path, '{"resources": {}}')

        assert refused == ": faults: 1\nresources: a list is wanted"

    @pytest.mark.parametrize("path", ["", "a.xlsx", "../a.tsv", "/a.tsv"])
    def test_path(self, tmp_path: Path, path: str) -> None:
        content = json.dumps({"resources": [{"path": path}]})

        assert self.refused(tmp_path, content) == (
            f": faults: 1\nresources[0].path: {path!r} is no .csv, .tsv or .txt file below the "
            "folder of the package"
        )

    def test_resource_that_is_no_table(self, tmp_path: Path) -> None:
        written(tmp_path, b"a\tb\n", "a.tsv")
        content = json.dumps({"resources": [{"path": "a.tsv"}]})

        with pytest.raises(kk.TableError, match=r"a\.tsv: no table: it needs a header"):
            kk.read_plan(written(tmp_path, content.encode(), "datapackage.json"))

    def test_empty_list(self, tmp_path: Path) -> None:
        content = json.dumps({"resources": []})

        assert self.refused(tmp_path, content).startswith(": no table: ")

    def test_encoding_and_title(self, tmp_path: Path) -> None:
        written(tmp_path, f"{HEADER}\n1\t甲\t数\t2件\t1件\n".encode("cp932"), "a.tsv")
        resource = {"path": "a.tsv", "encoding": "cp932", "title": "表1 甲"}
        content = json.dumps({"resources": [resource]})
        plan = kk.read_plan(written(tmp_path, content.encode(), "datapackage.json"))

        assert ("甲", "1", "表1 甲") == (
            plan.title,
            plan.sections[0].code,
            plan.sections[0].heading,
        )


class TestRows:
    """Any source of rows will do."""

    def test_rows_of_another_source(self) -> None:
        rows: Iterable[Row] = (
            Row(number, cells)
            for number, cells in enumerate([["KPI", "実績", "目標"], ["数", "3件", "2件"]], 7)
        )
        tables, _ = split_tables(list(rows), "plan.xlsx", title="(3) 表")
        tree = build_tree(tables[0])

        assert ("3", "表") == (tree.root.heading.code, tree.root.heading.title)
        assert kk.Location("plan.xlsx", 8) == tree.root.nodes[0].location


class TestYearOfATarget:
    """A year in the cell says more than that of the heading; an issue says where they differ."""

    @pytest.mark.parametrize(
        ("cell", "period", "codes"),
        [
            ("66人以上", kk.FiscalYear(2026), []),
            ("66人以上（R8）", kk.FiscalYear(2026), []),
            ("66人以上（R9.3.31）", kk.Date(2027, 3, 31), []),
            ("66人以上（R5）", kk.FiscalYear(2023), ["target-of-another-year"]),
            ("(2030) 66人以上", kk.FiscalYear(2030), ["target-of-another-year"]),
        ],
    )
    def test_the_cell_counts(self, cell: str, period: kk.Period, codes: list[str]) -> None:
        lines = f"指標名\t実績値(R6)\t目標値(R8)\n利用者数\t60人\t{cell}\n"
        plan = kk.read_plan(lines.encode(), name="a.tsv")

        (indicator,) = plan.indicators()
        assert [period] == [each.period for each in indicator.targets]
        assert codes == [issue.code for issue in plan.issues]

    def test_a_target_of_another_year_is_judged_as_such(self) -> None:
        """60人 of R6 misses what was to be reached by R5, whatever the heading says."""
        lines = "指標名\t実績値(R6)\t目標値(R8)\n利用者数\t60人\t66人以上（R5）\n"
        (evaluation,) = kk.evaluate(kk.read_plan(lines.encode(), name="a.tsv")).all()

        assert kk.Verdict.NOT_ACHIEVED is evaluation.verdict


def test_rows_below_a_line_that_are_none() -> None:
    """What follows a counted line and has no values is none of the table, and is named."""
    table = "指標名\t担当\t目標値\t実績値\n利用率\t総務課\t50%\t60%\n"
    text = f"{table}2 用語の説明\n利用率\t使った人の割合\n"
    plan = kk.read_plan(text.encode(), layout=kk.Layout(separator="\t"))

    assert ["利用率"] == [each.name for each in plan.indicators()]
    assert ("2 用語の説明", "利用率\t使った人の割合") == plan.remarks
    assert ["stray-line", "stray-line"] == [each.code for each in plan.issues]
