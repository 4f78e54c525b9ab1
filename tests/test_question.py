"""What only a person can answer is asked once, and with the words that would decide it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import kpikit as kk
from contract import check_value_object
from kpikit.model.question import Question
from kpikit.report import render, save_report
from kpikit.table import Answer
from kpikit.table.answers import answered

R5 = kk.FiscalYear(2023)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def one(name: str, target: str | kk.Rule, actual: str | None = None, **given: Any) -> kk.Indicator:
    rule = kk.Reach(q(target)) if isinstance(target, str) else target
    seen = [] if actual is None else [kk.Observation(R5, q(actual))]
    return kk.Indicator(name, target=rule, observations=seen, **given)


def plan_of(*indicators: kk.Indicator, title: str = "計画") -> kk.Plan:
    section = kk.Section("施策", "1", "相談", indicators=indicators)
    return kk.Plan(title, sections=[section])


class TestQuestions:
    """One for each indicator of which nothing tells which way is better."""

    def test_contract(self) -> None:
        open_one = one("窓口の数", "5 か所")
        check_value_object(Question(open_one), Question(open_one, "相談"))

    @pytest.mark.parametrize(
        ("indicator", "is_asked"),
        [
            (one("窓口の数", "5 か所", "4 か所"), True),
            (one("窓口の数", "5 か所"), True),
            (one("窓口の数", "5 か所", "4 件"), True),
            (one("窓口の数", "5 か所", "5 か所"), False),
            (one("窓口の数", kk.AtLeast(q("5 か所")), "4 か所"), False),
            (one("利用者数", "5 人", "4 人"), False),
            (one("利用者数", "5 人"), False),
            (one("窓口の数", "5 か所", "4 か所", direction=kk.Direction.HIGHER), False),
            (one("窓口の数", "5 か所", "4 か所", baseline=q("3 か所")), False),
            (one("窓口の数", kk.Maintain(), "4 か所", baseline=q("3 か所")), True),
            (one("窓口の数", kk.Qualitative("設置")), False),
            (kk.Indicator("窓口の数"), False),
        ],
    )
    def test_what_is_asked(self, indicator: kk.Indicator, is_asked: bool) -> None:  # noqa: FBT001
        asked = plan_of(indicator).questions
        assert ([indicator] if is_asked else []) == [each.indicator for each in asked]

    def test_once(self) -> None:
        same = one("窓口の数", "5 か所", "4 か所")
        again = attrs.evolve(same, repeated=True)
        assert len(plan_of(same, again).questions) == 1

    def test_a_part(self) -> None:
        parts = [kk.RulePart("①", kk.Reach(q("5 か所"))), kk.RulePart("②", kk.Reach(q("6 回")))]
        seen = kk.Observation(
            R5,
            parts=[
                kk.Part("①", kk.Observation(None, q("4 か所"))),
                kk.Part("②", kk.Observation(None, q("6 回"))),
            ],
        )
        several = kk.Indicator("窓口の数", target=kk.AllOf(parts), observations=[seen])
        assert len(plan_of(several).questions) == 1

    @pytest.mark.parametrize(("text", "count"), [("4 回", 1), ("6 回", 0)])
    def test_a_part_behind_one_without_a_value(self, text: str, count: int) -> None:
        parts = [kk.RulePart("①", kk.Exactly(q("5 か所"))), kk.RulePart("②", kk.Reach(q("6 回")))]
        seen = kk.Observation(
            R5,
            parts=[
                kk.Part("①", kk.Observation(None, missing=kk.Missing.PENDING)),
                kk.Part("②", kk.Observation(None, q(text))),
            ],
        )
        several = kk.Indicator("窓口の数", target=kk.AllOf(parts), observations=[seen])
        assert len(plan_of(several).questions) == count

    def test_what_disagrees_is_named(self) -> None:
        (asked,) = plan_of(one("認知件数", "25 件", "7 件", baseline=q("15 件"))).questions
        assert asked.message() == (
            "「認知件数」は、大きいほど良いか(以上)、小さいほど良いか(以下)。"
            "当初値と指標名が食い違う。"
        )
        assert asked.message("en") == (
            "Is more of 「認知件数」 better (以上), or less (以下)? "
            "These tell different ways: the baseline, the name."
        )
        assert (asked.what, asked.words) == ("direction", ("以上", "以下"))

    def test_the_kind_of_body(self) -> None:
        balance = one("経常収支比率", "100 %", "98 %")
        assert len(plan_of(balance).questions) == 1
        assert plan_of(balance, title="市立病院経営強化プラン").questions == ()
        (found,) = kk.evaluate(plan_of(balance, title="市立病院経営強化プラン")).all()
        assert found.verdict is kk.Verdict.NOT_ACHIEVED
        (found,) = kk.evaluate(plan_of(balance, title="行政改革大綱")).all()
        assert found.verdict is kk.Verdict.ACHIEVED

    def test_the_indicators_beside_it_tell_the_kind_of_body(self) -> None:
        balance = one("経常収支比率", "100 %", "98 %")
        town = plan_of(balance, one("将来負担比率", "50 %", "60 %"))
        hospital = plan_of(balance, one("病床利用率", "80 %", "75 %"))
        for plan, verdict in (
            (town, kk.Verdict.ACHIEVED),
            (hospital, kk.Verdict.NOT_ACHIEVED),
        ):
            assert plan.questions == ()
            found, _ = kk.evaluate(plan).all()
            assert found.verdict is verdict
        # what a title says comes first
        found, _ = kk.evaluate(attrs.evolve(hospital, title="行政改革大綱")).all()
        assert found.verdict is kk.Verdict.ACHIEVED

    def test_an_answer_is_reused(self) -> None:
        answers = [Answer("窓口の数", "相談", direction=kk.Direction.LOWER)]
        for target in ("5 か所", "6 か所"):
            plan = answered(plan_of(one("窓口の数", target, "4 か所")), answers)
            assert plan.questions == ()
            (found,) = kk.evaluate(plan).all()
            assert found.verdict is kk.Verdict.ACHIEVED


class TestReports:
    """They stand at the end of every report that has room for notes."""

    TABLE = "施策\t指標名\t目標値(R5)\t実績値(R5)\n甲\t窓口の数\t10か所\t8か所\n".encode()
    ASKED = "「窓口の数」は、大きいほど良いか(以上)、小さいほど良いか(以下)。"

    @property
    def result(self) -> kk.PlanEvaluation:
        return kk.evaluate(kk.read_plan(self.TABLE, name="a.tsv"))

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_written(self, form: Any) -> None:
        told = render(self.result, form=form)
        assert self.ASKED in told
        assert "確認事項(1件)" in told
        quiet = render(kk.evaluate(self.result.plan, assume=kk.Direction.LOWER), form=form)
        assert "確認事項(" not in quiet

    def test_of_no_place(self) -> None:
        bare = kk.evaluate(plan_of(one("窓口の数", "5 か所", "4 か所")))
        assert f"\n{self.ASKED}" in render(bare)
        assert f"- {self.ASKED}" in render(bare, form="markdown")
        assert f"<li>{self.ASKED}" in render(bare, form="html")

    def test_workbook(self, tmp_path: Path) -> None:
        pytest.importorskip("xlsxwriter")
        openpyxl = pytest.importorskip("openpyxl")
        save_report(self.result, tmp_path / "report.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "report.xlsx")["確認事項"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        assert rows == [["a.tsv:2", "甲", "窓口の数", self.ASKED]]

    def test_in_an_evaluation(self) -> None:
        assert self.result.questions == self.result.plan.questions
        unread = kk.evaluate(plan_of(kk.Indicator("窓口の数")))
        assert unread.questions == ()


def test_a_unit_for_a_range() -> None:
    band = kk.Between(kk.Quantity(lower="5", upper="10"))
    people = kk.Between(kk.Quantity(lower="5", upper="10", unit="人"))
    plan = plan_of(one("適正数", band))
    (given,) = answered(plan, [Answer("適正数", "相談", unit="人")]).indicators()

    assert [people] == [each.rule for each in given.targets]


def test_no_answers() -> None:
    """Nothing is changed by nothing."""
    plan = kk.Plan("計画")
    assert plan is answered(plan, [])
