"""What is told of a row on demand."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.language.issue import Location, Note
from kpikit.model.indicator import Cell, Source
from kpikit.report import render
from kpikit.report.blocks import others_of
from kpikit.report.model import build_report


def told(name: str, baseline: str, actual: str, target: str) -> dict[str, str]:
    """Return what is told of the only row of a plan, by its label."""
    note = Note("words-beside-value", 0, 2)
    cell = Cell("基準値\n(R2)", "12", notes=[note])
    indicator = kk.Indicator(
        name,
        baseline=kk.read_quantity(baseline).unwrap(),
        target=kk.read_target(target).unwrap(),
        observations=[kk.read_actual(actual).unwrap()],
        source=Source(Location("表.tsv", 2), [cell]),
    )
    table = kk.Section("table", "", "表", indicators=[indicator])
    (row,) = build_report(kk.evaluate(kk.Plan("計画", sections=[table]))).rows()
    return {item.label: item.text for item in others_of(row, "ja")}


class TestRates:
    """Actual over target stands there only where more of it is better."""

    ACHIEVEMENT = "達成率(実績値÷目標値)"

    def test_floor(self) -> None:
        assert "75.0%" == told("利用率", "20%", "30%", "40%以上")[self.ACHIEVEMENT]

    def test_ceiling(self) -> None:
        assert self.ACHIEVEMENT not in told("苦情の件数", "20件", "30件", "10件以下")

    def test_direction_unknown(self) -> None:
        assert self.ACHIEVEMENT not in told("不登校児童生徒の割合", "1.8%", "3.1%", "1.5%")

    def test_deficit(self) -> None:
        assert self.ACHIEVEMENT not in told("社会増減", "△85人", "△40人", "△10人")


class TestAdvice:
    """A verdict that cannot be told says what to write."""

    ADVICE = "判定できるようにするには"

    def test_direction_unknown(self) -> None:
        found = told("窓口の数", "60件", "50件", "40件")

        assert (
            "目標値に「以上」か「以下」を付けるか、「望ましい方向」の列を設ける。当初値があるときは、"
            "単位や集計の仕方(延べなど)を目標値とそろえる。"
        ) == found[self.ADVICE]

    @pytest.mark.parametrize("form", ["text", "markdown"])
    def test_in_reports_of_text(self, form: str) -> None:
        """Beside the explanation, of those that cannot be told only."""
        indicators = [
            kk.Indicator(
                name,
                target=kk.read_target(target).unwrap(),
                observations=[kk.read_actual("約80%").unwrap()],
            )
            for name, target in (("利用率", "80%以上"), ("参加率", "70%以上"))
        ]
        table = kk.Section("table", "", "表", indicators=indicators)
        text = render(kk.evaluate(kk.Plan("計画", sections=[table])), form, lang="en")

        assert 1 == text.count("To have it judged: Give the actual as an exact number, without")

    def test_decided(self) -> None:
        assert self.ADVICE not in told("利用率", "20%", "30%", "40%以上")


def test_heading_of_two_lines_is_one() -> None:
    assert "数のほかに言葉がある" in told("率", "1%", "2%", "3%")["「基準値 (R2)」の読み"]
