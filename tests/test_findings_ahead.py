"""A plan before it runs: what would leave a verdict open later, by hand for each kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from kpikit.cli import main
from kpikit.model.indicator import Cell, Source

R9 = kk.FiscalYear(2027)


def q(text: str) -> kk.Quantity:
    return kk.Quantity.parse(text)


def found(name: str, *targets: kk.Rule | kk.Target, **named: Any) -> list[str]:
    indicator = kk.Indicator(name, target=targets, **named)
    section = kk.Section("施策", "1", "相談", indicators=[indicator])
    return [each.code for each in kk.audit_plan(kk.Plan("計画", sections=[section]))]


def due(rule: kk.Rule) -> kk.Target:
    return kk.Target(rule, R9)


class TestIndicators:
    """Each thing that is missing is one finding, and nothing else is."""

    def test_nothing(self) -> None:
        assert [] == found("利用率", due(kk.AtLeast(q("50 %"))), baseline=q("40 %"))

    def test_no_target(self) -> None:
        assert ["plan-target-missing"] == found("利用率", baseline=q("40 %"))

    @pytest.mark.parametrize("rule", [kk.Unset(), kk.Exploratory()])
    def test_said_to_be_without(self, rule: kk.Rule) -> None:
        assert [] == found("利用率", rule)

    def test_no_unit(self) -> None:
        target = due(kk.AtLeast(q("5 -")))
        assert ["plan-unit-missing"] == found("窓口の数", target, baseline=q("3 -"))
        assert [] == found("窓口の数", target, baseline=q("3 か所"))

    def test_no_date(self) -> None:
        assert ["plan-date-missing"] == found("利用率", kk.AtLeast(q("50 %")), baseline=q("40 %"))

    def test_no_direction(self) -> None:
        codes = found("窓口の数", due(kk.Reach(q("5 か所"))))
        assert ["plan-direction-unknown", "plan-start-missing"] == codes
        assert ["plan-start-missing"] == found("交通事故死者数", due(kk.Reach(q("5 人"))))

    def test_no_start(self) -> None:
        """Only a target that counts from it becomes undecidable."""
        assert ["plan-start-missing"] == found("利用率", due(kk.AtLeast(q("50 %"))))
        codes = found("ごみの量", due(kk.ReduceBy(q("10 %"))))
        assert ["plan-baseline-missing", "plan-start-missing"] == codes
        assert [] == found("ごみの量", due(kk.ReduceBy(q("10 %"))), baseline=q("500 t"))

    def test_start_that_cannot_be_used(self) -> None:
        codes = found("ごみの量", due(kk.ReduceBy(q("10 %"))), baseline=q("0 t"))
        assert ["plan-baseline-unusable"] == codes

    def test_rate_or_points(self) -> None:
        codes = found("未納率", due(kk.ReduceBy(q("10 %"))), baseline=q("40 %"))
        assert ["plan-rate-or-points"] == codes

    def test_compared_with_others(self) -> None:
        rule = kk.RelativeTo("県平均", kk.Comparator.AT_LEAST)
        assert ["plan-benchmark-missing"] == found("正答率", due(rule), baseline=q("60 %"))

    def test_set_elsewhere(self) -> None:
        rule = kk.DefinedElsewhere("環境基本計画")
        assert ["plan-defined-elsewhere"] == found("排出量", due(rule), baseline=q("60 t"))

    def test_met_at_the_start(self) -> None:
        codes = found("講座の数", due(kk.AtLeast(q("5 回"))), baseline=q("5 回"))
        assert ["plan-met-at-start"] == codes
        assert [] == found("待機児童数", due(kk.Maintain(q("0 人"))), baseline=q("0 人"))

    def test_each_target(self) -> None:
        """Of several targets each is looked at: the first is met, the second is without a date."""
        targets = due(kk.AtLeast(q("5 回"))), kk.AtLeast(q("8 回"))
        codes = found("講座の数", *targets, baseline=q("6 回"))
        assert ["plan-date-missing", "plan-met-at-start"] == codes

    @pytest.mark.parametrize(
        ("heading", "text", "codes"),
        [
            ("出典・算出方法", "市民アンケート", []),
            ("出典・算出方法", " ", ["plan-source-missing"]),
            ("備考", "市民アンケート", ["plan-source-missing"]),
        ],
    )
    def test_origin(self, heading: str, text: str, codes: list[str]) -> None:
        source = Source(kk.Location("plan.csv", 2), [Cell(heading, text)])
        target = due(kk.AtLeast(q("50 %")))
        assert codes == found("利用率", target, baseline=q("40 %"), source=source)


NOW = """指標名,単位,現状値(R5),目標値(R8),出典
図書の数,冊,200,150以上,台帳
利用率,%,60,80,台帳
"""
TABLE = """指標名,当初値,目標値,目標年度,出典
利用率,40%,50%以上,令和9年度,市民アンケート
窓口の数,,5か所,令和9年度,業務統計
"""


class TestTables:
    """A table without actuals is a plan before it runs, if that is said."""

    def test_command(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "plan.csv"
        path.write_text(TABLE, encoding="utf-8")

        assert 1 == main(["audit", "--plan", str(path), "--lang", "en", "--fail-on", "warning"])
        assert capsys.readouterr().out == (
            "▲ warning [2] 窓口の数\n"
            "    nothing tells whether more or less is better; write 以上 (at least) or 以下 (at "
            "most) behind the target: 5 places [plan-direction-unknown]\n"
            "    plan.csv:3\n"
            "- note [2] 窓口の数\n"
            "    there is no value at the start, so neither progress nor standing can be told "
            "[plan-start-missing]\n"
            "    plan.csv:3\n"
            "Findings of the audit (2)\n"
        )

    def test_without_saying_so(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "plan.csv"
        path.write_text(TABLE, encoding="utf-8")

        assert 3 == main(["audit", str(path)])
        assert "指標の表がない" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["plan.csv", "plan.html"])
    def test_the_only_value_is_that_at_the_start(self, tmp_path: Path, name: str) -> None:
        """現状値 of a plan before it runs is what its target is held against, and no actual."""
        lines = [line.split(",") for line in NOW.splitlines()]
        if name == "plan.html":
            rows = ("".join(f"<td>{cell}</td>" for cell in line) for line in lines)
            text = (
                f"<meta charset=utf-8><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
            )
        else:
            text = NOW
        (tmp_path / name).write_text(text, encoding="utf-8")

        plan = kk.read_plan(tmp_path / name, layout=kk.Layout(ahead=True))
        year = kk.FiscalYear(2023)
        starts = [each.baseline_observation for each in plan.indicators()]
        assert [q("200 冊"), q("60 %")] == [start and start.quantity for start in starts]
        assert [year, year] == [start and start.period for start in starts]
        assert [(), ()] == [each.observations for each in plan.indicators()]
        assert ["plan-met-at-start"] == [each.code for each in kk.audit_plan(plan)]

    def test_a_newer_value_is_an_actual(self) -> None:
        """Beside what there was when the plan was made 現状値 is what has been seen since."""
        table = "指標名,策定時(R2),現状値(R5),目標値(R8)\n図書の数,100冊,120冊,150冊以上\n"
        plan = kk.read_plan(table.encode(), name="a.csv", layout=kk.Layout(ahead=True))
        (books,) = plan.indicators()
        assert [q("120 冊")] == [each.quantity for each in books.observations]

    def test_layout(self, tmp_path: Path) -> None:
        """A layout says it in a file too, and keeps what else it says."""
        layout = kk.Layout(ahead=True, separator=None)
        path = tmp_path / "layout.toml"
        path.write_text(layout.to_toml(), encoding="utf-8")
        (tmp_path / "plan.csv").write_text(TABLE, encoding="utf-8")

        assert "ahead = true\n" == layout.to_toml()
        assert layout == kk.Layout.from_toml(path)
        plan = kk.read_plan(tmp_path / "plan.csv", layout=layout)
        names = [(each.name, len(each.observations)) for each in plan.indicators()]
        assert [("利用率", 0), ("窓口の数", 0)] == names
        words = ["audit", "--plan", str(tmp_path / "plan.csv"), "--layout", str(path)]
        assert 0 == main(words)

    def test_what_is_no_table(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "plan.csv"
        path.write_text("指標名,担当\n利用率,総務課\n", encoding="utf-8")

        assert 3 == main(["audit", "--plan", str(path)])
        assert "指標の表がない" in capsys.readouterr().err
