"""What a publisher prints beside an indicator, and which way is better as a column says it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.io.plan_format import plan_converter
from kpikit.language.issue import Issue
from kpikit.model.printed import (
    GivenDirection,
    Printed,
    PrintedChange,
    PrintedRate,
    PrintedResult,
)
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role
from kpikit.table.indicators import read_indicator
from kpikit.table.lines import Row
from kpikit.table.printed import read_direction
from shared import shared_path

HIGHER, LOWER = kk.Direction.HIGHER, kk.Direction.LOWER
R5 = kk.FiscalYear(2023)


def read(*lines: str) -> kk.Plan:
    return kk.read_plan("\n".join(lines).encode(), name="plan.tsv")


def only(plan: kk.Plan) -> kk.Indicator:
    (indicator,) = plan.indicators()
    return indicator


def of_row(*cells: tuple[Column, str]) -> tuple[kk.Indicator, list[Issue]]:
    """Read a row that a reader of tables hands over."""
    columns = (Column("指標名", Role.INDICATOR), *(column for column, _ in cells))
    row = Row(5, ["利用率", *(text for _, text in cells)])
    return read_indicator(Fields("plan.txt", row, columns), "")


class TestValues:
    """They are values, and say what stands in the cell."""

    def test_contract(self) -> None:
        number = kk.Quantity("98.0", "%")
        check_value_object(
            PrintedRate("98.0%"),
            PrintedRate("98.0%", "達成率"),
            PrintedRate("98.0%", "達成率", period=R5),
            PrintedRate("98.0%", "達成率", period=R5, quantity=number),
        )
        check_value_object(
            PrintedResult("A"), PrintedResult("A", "評価"), PrintedResult("A", period=R5)
        )
        check_value_object(
            PrintedChange("▲2人"), PrintedChange("▲2人", "増減"), PrintedChange("▲2人", period=R5)
        )
        check_value_object(
            GivenDirection("↑"), GivenDirection("↑", "方向"), GivenDirection("↑", direction=HIGHER)
        )

    @pytest.mark.parametrize(
        ("number", "percent"),
        [
            (kk.Quantity("98.0", "%"), Decimal("98.0")),
            (kk.Quantity("9", "割"), Decimal(90)),
            (kk.Quantity("98.0"), None),
            (kk.Quantity("98", "人"), None),
            (kk.Quantity(lower="100", lower_closed=False, unit="%"), None),
            (None, None),
        ],
    )
    def test_percent(self, number: kk.Quantity | None, percent: Decimal | None) -> None:
        assert percent == PrintedRate("", quantity=number).percent


class TestDirectionWords:
    """A cell that says one way, and nothing else."""

    @pytest.mark.parametrize(
        "text",
        [
            *("上向き", "↑", "⇧", "↗", "増加", "増加が望ましい", "増加させる", "上昇傾向", "拡大"),
            *("高いほど良い", "数値が大きい方がよい", "プラス", "増加（↑）", " 上 向 き ", "ＵＰ"),
        ],
    )
    def test_higher(self, text: str) -> None:
        assert HIGHER is read_direction(text)

    @pytest.mark.parametrize(
        "text",
        [
            *("下向き", "↓", "⇩", "↘", "減少", "減少が望ましい", "低減させる", "縮小", "マイナス"),
            *("小さいほど望ましい", "低い方が良い", "↓減少", "少ない方がよい"),
        ],
    )
    def test_lower(self, text: str) -> None:
        assert LOWER is read_direction(text)

    @pytest.mark.parametrize(
        "text",
        [
            *("維持", "→", "横ばい", "現状維持", "増減", "上向き／下向き", "増加させない", "改善"),
            *("○", "望ましい", "5%", "増加・維持", "減らさない", "増加" * 500 + "×"),
        ],
    )
    def test_neither(self, text: str) -> None:
        assert read_direction(text) is None


class TestCells:
    """Cells with the roles of printed ones."""

    @pytest.mark.parametrize(
        ("heading", "text", "expected"),
        [
            ("達成率", "98.0%", PrintedRate("98.0%", "達成率", quantity=kk.Quantity("98.0", "%"))),
            (
                "達成率（％）",
                "107.1",
                PrintedRate("107.1", "達成率（％）", quantity=kk.Quantity("107.1", "%")),
            ),
            (
                "進捗率",
                "100%超",
                PrintedRate(
                    "100%超",
                    "進捗率",
                    quantity=kk.Quantity(lower="100", lower_closed=False, unit="%"),
                ),
            ),
            (
                "R5達成率",
                "９割",
                PrintedRate("９割", "R5達成率", period=R5, quantity=kk.Quantity("9", "割")),
            ),
            (
                "達成率",
                "98.0%（R5）",
                PrintedRate("98.0%（R5）", "達成率", period=R5, quantity=kk.Quantity("98.0", "%")),
            ),
            ("達成率", "0.98", PrintedRate("0.98", "達成率", quantity=kk.Quantity("0.98"))),
            ("達成率", "(100%)", PrintedRate("(100%)", "達成率", quantity=kk.Quantity("100", "%"))),
            ("達成率", "算出不可", PrintedRate("算出不可", "達成率")),
            ("達成率", "皆増", PrintedRate("皆増", "達成率")),
            ("評価", " ◎ ", PrintedResult("◎", "評価")),
            ("令和5年度評価", "B", PrintedResult("B", "令和5年度評価", period=R5)),
            ("達成状況", "未達成（見込み）", PrintedResult("未達成（見込み）", "達成状況")),
            (
                "前年度比",
                "▲2.5%",
                PrintedChange("▲2.5%", "前年度比", quantity=kk.Quantity("-2.5", "%")),
            ),
        ],
    )
    def test_one(self, heading: str, text: str, expected: Printed) -> None:
        plan = read(f"指標名\t目標値\t実績値\t{heading}", f"利用率\t55%\t48%\t{text}")
        assert (expected,) == only(plan).printed
        assert () == plan.issues

    def test_a_dash_prints_nothing(self) -> None:
        plan = read("指標名\t目標値\t実績値\t達成率\t評価", "利用率\t55%\t48%\t―\t")
        assert () == only(plan).printed
        assert ["―", ""] == [cell.text for cell in only(plan).source.cells][3:]  # type: ignore[union-attr]

    @pytest.mark.parametrize("text", ["(98.0)", "12/15", "#DIV/0!"])
    def test_a_rate_that_is_not_read(self, text: str) -> None:
        plan = read("指標名\t目標値\t実績値\t達成率", f"利用率\t55%\t48%\t{text}")
        assert (PrintedRate(text, "達成率"),) == only(plan).printed
        (issue,) = plan.issues
        assert f"公表された率「{text}」の数字を読み取れない。文字としてだけ残した" == (
            issue.message()
        )
        assert kk.Location("plan.tsv", 2, "達成率") == issue.location

    def test_a_number_of_unknown_format_is_no_rate(self) -> None:
        row = Row(5, ["利用率", "0.98"], doubtful=[1])
        columns = (Column("指標名", Role.INDICATOR), Column("達成率(%)", Role.RATE, unit="%"))
        indicator, issues = read_indicator(Fields("plan.xls", row, columns), "")
        assert (PrintedRate("0.98", "達成率(%)"),) == indicator.printed
        assert "rate-not-understood" in [issue.code for issue in issues]

    def test_the_reader_of_the_table_may_know_the_period(self) -> None:
        indicator, issues = of_row(
            (Column("4.達成率", Role.RATE, kk.FiscalYear(2021)), "98.0"),
            (Column("4.達成率", Role.RATE, kk.FiscalYear(2022)), "108.3"),
        )
        assert (
            PrintedRate(
                "98.0", "4.達成率", period=kk.FiscalYear(2021), quantity=kk.Quantity("98.0")
            ),
            PrintedRate(
                "108.3", "4.達成率", period=kk.FiscalYear(2022), quantity=kk.Quantity("108.3")
            ),
        ) == indicator.printed
        assert [] == issues

    def test_no_verdict_rests_on_them(self) -> None:
        plan = read("指標名\t目標値\t実績値\t達成率\t評価", "利用率\t55%以上\t48%\t120%\t達成")
        assert kk.Verdict.NOT_ACHIEVED is kk.evaluate(only(plan)).verdict

    def test_rows_of_kinds(self) -> None:
        plan = read(
            "指標名\t区分\tR4\tR5",
            "利用率\t目標\t50%\t55%",
            "\t実績\t49%\t56%",
            "\t達成率\t98.0%\t101.8%",
        )
        assert [
            (kk.FiscalYear(2022), Decimal("98.0")),
            (kk.FiscalYear(2023), Decimal("101.8")),
        ] == [(each.period, each.percent) for each in only(plan).printed]  # type: ignore[union-attr]

    def test_what_was_chosen_says_so(self) -> None:
        plan = read("指標名\t目標値\t実績値\t達成率", "利用率\t55%\t48%\t87.3%")
        (columns,) = [each.value for each in plan.chosen if each.what == "columns"]
        assert columns.endswith("「達成率」→rate")


class TestNoneOfThese:
    """達成率 in a name, ○ before a sentence and → before a value are printed by nobody."""

    ROWS = (
        ("重点事業の成果指標達成率", "80%以上", "→ 80% (R5)", "○計画どおり進んだ。"),
        ("○電子書籍の貸出点数", "106回以上", "→121回 (R5)", "→次年度も続ける。"),
    )
    HEADS = ("指標名", "目標値", "実績値(R5)", "指標の説明・出典等")

    @pytest.mark.parametrize("transposed", [False, True])
    def test_none(self, *, transposed: bool) -> None:
        lines = [self.HEADS, *self.ROWS]
        turned = list(zip(*lines, strict=True)) if transposed else lines
        plan = read(*("\t".join(line) for line in turned))
        indicators = list(plan.indicators())
        assert [name for name, *_ in self.ROWS] == [each.name for each in indicators]
        assert [(), ()] == [each.printed for each in indicators]
        assert [None, None] == [each.given_direction for each in indicators]
        assert [kk.Verdict.ACHIEVED] * 2 == [kk.evaluate(each).verdict for each in indicators]

    def test_sagamihara(self) -> None:
        plan = kk.read_plan(shared_path("sagamihara", "published.txt"))
        assert {()} == {each.printed for each in plan.indicators()}
        assert {None} == {each.given_direction for each in plan.indicators()}


class TestDirection:
    """A column counts second: after the caller, before all that the row says otherwise."""

    def test_verdict_and_explanation(self) -> None:
        plan = read(
            "指標名\t改善の上向き／下向き\t目標値\t実績値(R5)", "平均処理日数\t下向き\t5日\t4日"
        )
        given = GivenDirection("下向き", "改善の上向き／下向き", direction=LOWER)
        assert given == only(plan).given_direction
        evaluation = kk.evaluate(only(plan))
        assert (kk.Verdict.ACHIEVED, ()) == (evaluation.verdict, evaluation.flags)
        assert kk.AtMost(kk.Quantity("5", "日")) == evaluation.rule
        assert (
            "実績値(令和5年度)は4日で、目標値5日以下を達成した(1日下回る)。"
            "望ましい方向は、表の「改善の上向き／下向き 下向き」による。"
        ) == evaluation.explain()
        assert (
            "The actual (FY2023) is 4 days and meets the target of at most 5 days "
            "(1 day below it). "
            "Which way is better is published: 「改善の上向き／下向き 下向き」."
        ) == evaluation.explain("en")

    def test_the_caller_comes_first(self) -> None:
        down = GivenDirection("↓", direction=LOWER)
        target, seen = kk.Reach(kk.Quantity("5", "件")), kk.Observation(R5, kk.Quantity("4", "件"))
        plain = kk.Indicator("数", target=target, given_direction=down)
        told = kk.Indicator("数", target=target, given_direction=down, direction=HIGHER)
        assert kk.Verdict.ACHIEVED is kk.evaluate(plain, seen).verdict
        assert kk.Verdict.NOT_ACHIEVED is kk.evaluate(told, seen).verdict
        assert kk.Verdict.NOT_ACHIEVED is kk.evaluate(plain, seen, direction=HIGHER).verdict
        assert "望ましい方向は、表の「↓」による" in kk.evaluate(plain, seen).explain()
        assert "望ましい方向" not in kk.evaluate(told, seen).explain()

    @pytest.mark.parametrize(
        ("name", "target", "baseline", "text", "expected"),
        [
            ("死者数", "5人", "3人", "上向き", kk.Verdict.NOT_ACHIEVED),  # before the name
            ("利用者数", "5人", "3人", "下向き", kk.Verdict.ACHIEVED),  # before the baseline
            ("数", "5位", "9位", "上向き", kk.Verdict.NOT_ACHIEVED),  # before a rank
            ("数", "5人以上", "3人", "下向き", kk.Verdict.NOT_ACHIEVED),  # a bound keeps its word
            ("数", "5人以下", "9人", "上向き", kk.Verdict.ACHIEVED),
            ("数", "維持", "3人", "上向き", kk.Verdict.ACHIEVED),
            ("数", "維持", "3人", "下向き", kk.Verdict.NOT_ACHIEVED),
            ("数", "現状より改善", "3人", "上向き", kk.Verdict.ACHIEVED),
        ],
    )
    def test_order(
        self, name: str, target: str, baseline: str, text: str, expected: kk.Verdict
    ) -> None:
        actual = "4位" if target.endswith("位") else "4人"
        plan = read(
            "指標名\t望ましい方向\t当初値\t目標値\t実績値",
            f"{name}\t{text}\t{baseline}\t{target}\t{actual}",
        )
        assert expected is kk.evaluate(only(plan)).verdict

    @pytest.mark.parametrize(
        ("target", "is_told"),
        [("5人以上", False), ("5人", True), ("維持", True), ("増加", False), ("向上", False)],
    )
    def test_told_where_it_may_decide(self, target: str, *, is_told: bool) -> None:
        plan = read("指標名\t望ましい方向\t当初値\t目標値\t実績値", f"数\t↑\t3人\t{target}\t4人")
        assert is_told is ("表の「望ましい方向 ↑」による" in kk.evaluate(only(plan)).explain())

    def test_of_parts(self) -> None:
        plan = read(
            "指標名\t望ましい方向\t目標値\t実績値",
            "人数\t↓\tTwitter 5人 YouTube 6人\tTwitter 4人 YouTube 6人",
        )
        evaluation = kk.evaluate(only(plan))
        assert kk.Verdict.ACHIEVED is evaluation.verdict
        assert "表の「望ましい方向 ↓」による" in evaluation.explain()

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("↑", kk.Verdict.ACHIEVED), ("↓", kk.Verdict.ACHIEVED), ("―", kk.Verdict.ACHIEVED)],
    )
    def test_of_what_is_itself_a_cut(self, text: str, expected: kk.Verdict) -> None:
        plan = read(
            "指標名\t望ましい方向\t目標値\t実績値", f"電力使用量の削減率\t{text}\t10%削減\t12%削減"
        )
        assert expected is kk.evaluate(only(plan)).verdict

    @pytest.mark.parametrize("text", ["維持", "→", "◎"])
    def test_not_understood(self, text: str) -> None:
        plan = read("指標名\t望ましい方向\t目標値\t実績値", f"数\t{text}\t5人\t5人")
        assert GivenDirection(text, "望ましい方向") == only(plan).given_direction
        (issue,) = plan.issues
        assert kk.Location("plan.tsv", 2, "望ましい方向") == issue.location
        assert (
            f"望ましい方向「{text}」から、大きいほど良いのか小さいほど良いのか分からない"
            == issue.message()
        )
        assert f"「{text}」 does not say whether more or less is better" == issue.message("en")
        assert "望ましい方向" not in kk.evaluate(only(plan)).explain()

    def test_cells_that_agree(self) -> None:
        column = Column("望ましい方向", Role.DIRECTION)
        indicator, issues = of_row((column, "↑"), (column, "上向き"), (column, "―"))
        assert GivenDirection("↑", "望ましい方向", direction=HIGHER) == indicator.given_direction
        assert [] == issues

    def test_cells_that_differ(self) -> None:
        one, other = Column("望ましい方向", Role.DIRECTION), Column("方向", Role.DIRECTION)
        indicator, (issue,) = of_row((one, "↑"), (other, "↓"))
        assert GivenDirection("↑", "望ましい方向") == indicator.given_direction
        assert kk.Location("plan.txt", 5, "方向") == issue.location
        assert (
            "望ましい方向「↓」が、同じ指標のほかの欄と食い違う。どちらも使わない" == issue.message()
        )

    def test_place_of_one_of_two_equal_columns(self) -> None:
        columns = [Column("望ましい方向", Role.DIRECTION) for _ in range(2)]
        name = Column("指標名", Role.INDICATOR)
        row = Row(5, ["利用率", "↑", "維持"], lines=[5, 5, 6])
        fields = Fields("plan.txt", row, (name, *columns))
        _, (issue,) = read_indicator(fields, "")
        assert kk.Location("plan.txt", 6, "望ましい方向") == issue.location


def test_a_cell_beyond_the_headings() -> None:
    columns = (Column("指標名", Role.INDICATOR), Column("達成率", Role.RATE))
    row = Row(5, ["利用率", "98.0%", "余り"])
    indicator, issues = read_indicator(Fields("plan.txt", row, columns), "")
    assert "too-many-cells" in [each.code for each in issues]
    assert ["98.0%"] == [each.text for each in indicator.printed]
    assert indicator.source is not None
    told = [(each.heading, each.text) for each in indicator.source.cells]
    assert told == [("指標名", "利用率"), ("達成率", "98.0%"), ("", "余り")]


class TestOpposed:
    """A column and the words of the target may say opposite ways: a finding, and no verdict."""

    @pytest.mark.parametrize(
        ("text", "target", "is_told"),
        [
            ("上向き", "5件以下", True),
            ("下向き", "5件以上", True),
            ("上向き", "5件に減少", True),
            ("下向き", "5件以下", False),
            ("下向き", "5件に減少", False),
            ("下向き", "5件", False),
            ("上向き", "10%削減", False),
            ("維持", "5件以下", False),
            ("下向き", "―", False),
        ],
    )
    def test_found(self, text: str, target: str, *, is_told: bool) -> None:
        plan = read("指標名\t望ましい方向\t目標値\t実績値", f"数\t{text}\t{target}\t4件")
        assert is_told is ("direction-opposed" in [each.code for each in kk.audit(plan)])

    def test_message(self) -> None:
        plan = read("指標名\t望ましい方向\t目標値\t実績値", "数\t上向き\t5件以下\t4件")
        (finding,) = kk.audit(plan)
        assert "望ましい方向の欄は「上向き」であるが、目標は「5件以下」である" == finding.message()
        assert "the column of directions says 「上向き」, and the target is at most 5 cases" == (
            finding.message("en")
        )
        assert kk.Verdict.ACHIEVED is kk.evaluate(only(plan)).verdict

    def test_no_target(self) -> None:
        down = GivenDirection("↓", direction=LOWER)
        indicator = kk.Indicator("数", given_direction=down)
        plan = kk.Plan("計画", sections=[kk.Section("表", "1", "", indicators=[indicator])])
        assert "direction-opposed" not in [each.code for each in kk.audit(plan)]


class TestNationalForm:
    """行政事業レビュー, 3-1: which way is better as given."""

    def test_directions(self) -> None:
        plan = kk.read_plan(shared_path("files", "30_rs_3-1.csv"))
        given = [each.given_direction for each in plan.indicators()]
        assert [("上向き", HIGHER), ("下向き", LOWER)] == [
            (each.text, each.direction) for each in given if each
        ]
        assert [kk.Verdict.ACHIEVED, kk.Verdict.NOT_ACHIEVED] == [
            kk.evaluate(each, as_of=R5.end).verdict for each in plan.indicators()
        ]


class TestFiles:
    """They stand in the JSON of plans, and are read again from the cells of tables."""

    INDICATOR = kk.Indicator(
        "待機児童数",
        given_direction=GivenDirection("↓", "望ましい方向", direction=LOWER),
        printed=[
            PrintedRate("120.0%", "達成率", period=R5, quantity=kk.Quantity("120.0", "%")),
            PrintedResult("A", "評価"),
            PrintedChange("▲2人", "増減", period=R5),
        ],
    )
    CONTENT: ClassVar[dict[str, Any]] = {
        "name": "待機児童数",
        "given_direction": {"text": "↓", "heading": "望ましい方向", "direction": "lower"},
        "printed": [
            {
                "type": "printed-rate",
                "text": "120.0%",
                "heading": "達成率",
                "period": "FY2023",
                "quantity": {"value": "120.0", "unit": "%"},
            },
            {"type": "printed-result", "text": "A", "heading": "評価"},
            {"type": "printed-change", "text": "▲2人", "heading": "増減", "period": "FY2023"},
        ],
    }

    def test_json(self) -> None:
        assert self.CONTENT == plan_converter().unstructure(self.INDICATOR)
        assert self.INDICATOR == plan_converter().structure(self.CONTENT, kk.Indicator)

    def test_a_plan_of_before(self) -> None:
        before = plan_converter().structure({"name": "待機児童数"}, kk.Indicator)
        assert ((), None) == (before.printed, before.given_direction)

    @pytest.mark.parametrize("suffix", ["tsv", "csv", "xlsx", "json"])
    def test_tables(self, tmp_path: Path, suffix: str) -> None:
        plan = read(
            "施策名\t指標名\t望ましい方向\t目標値(R5)\t実績値(R5)\tR5達成率(%)\t評価\t前年度比",
            "子育て\t待機児童数\t↓\t5人\t4人\t120.0\tA\t▲2人",
            "福祉\t利用者数\t↑\t50人\t40人\t80.0\tB\t―",
        )
        path = tmp_path / f"plan.{suffix}"
        kk.write_plan(plan, path)
        again = list(kk.read_plan(path).indicators())
        assert [each.printed for each in plan.indicators()] == [each.printed for each in again]
        assert [LOWER, HIGHER] == [
            each.given_direction.direction for each in again if each.given_direction
        ]
