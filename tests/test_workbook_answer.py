"""The first sheet of the workbook: the answer, what to look at first, and a chart of its own."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest

import kpikit as kk
from kpikit.language.width import width
from kpikit.report import build_report, render_bytes
from kpikit.report.scale import scale_of
from kpikit.report.xlsx.chart import Bar, bars_of
from plans import of_every_kind
from sagamihara import EXAMPLE

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")


ANSWER = (
    "目標のある30件のうち23件が達成、6件が未達成、1件は判定できない。"
    "公表された80%は16/20と一致する。"
)


def opened(result: kk.PlanEvaluation) -> Any:
    return openpyxl.load_workbook(BytesIO(render_bytes(result, "xlsx")))


def lines(sheet: Any) -> list[tuple[Any, ...]]:
    """Return the cells of each row that has any."""
    rows = [
        tuple(cell for cell in row if cell not in (None, ""))
        for row in sheet.iter_rows(values_only=True)
    ]
    return [row for row in rows if row]


def many(count: int, actual: str = "1") -> kk.PlanEvaluation:
    indicators = [
        kk.Indicator(
            f"数{at}",
            target=kk.AtLeast(kk.Quantity("2", "件")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity(actual, "件"))],
        )
        for at in range(count)
    ]
    table = kk.Section("表", "1", "表", heading="表", indicators=indicators)
    return kk.evaluate(kk.Plan("計画", sections=[table]))


def bar(indicator: kk.Indicator, **how: Any) -> Bar:
    table = kk.Section("表", "1", "表", indicators=[indicator])
    report = build_report(kk.evaluate(kk.Plan("計画", sections=[table]), **how))
    (found,) = bars_of(scale_of(report).groups, "ja")
    return found


def of(target: str, actual: str, baseline: str | None = None) -> kk.Indicator:
    start = None if baseline is None else kk.Quantity(baseline, "件")
    return kk.Indicator(
        "開催数",
        target=kk.AtLeast(kk.Quantity(target, "件")),
        baseline=start,
        observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity(actual, "件"))],
    )


class TestAnswer:
    def test_sagamihara(self) -> None:
        sheet = opened(kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json")))["結果"]
        found = lines(sheet)

        assert ("相模原市ICT総合戦略",) == found[0]
        assert (ANSWER,) == found[2]
        assert ("○ 達成", "× 未達成", "? 判定不能", "- 対象外") == found[3]
        assert (23, 6, 1, 12) == found[4]
        assert ("まず見るべきもの",) == found[5]
        assert (
            "× 未達成",
            "3-3 ICTを活用した行政サービスの利用率",
            "実績値48.2%",
            "目標値55%以上",
            "目標を6.8ポイント下回る",
        ) == found[6]
        assert ("ほか1件",) == found[11]

    def test_it_is_one_upright_page(self) -> None:
        sheet = opened(kk.evaluate(of_every_kind()))["結果"]

        assert ("portrait", 9, None, None) == (
            sheet.page_setup.orientation,
            sheet.page_setup.paperSize,
            sheet.page_setup.fitToWidth,  # one page is what goes without saying
            sheet.page_setup.fitToHeight,
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage

    def test_nothing_to_look_at(self) -> None:
        found = lines(opened(many(2, "3"))["結果"])

        at = found.index(("まず見るべきもの",))
        assert ("未達成の指標も遅れている指標もない。",) == found[at + 1]

    def test_no_target_no_chart(self) -> None:
        table = kk.Section("表", "1", "表", indicators=[kk.Indicator("数", target=kk.Unset())])
        book = opened(kk.evaluate(kk.Plan("計画", sections=[table])))

        assert [] == book["結果"]._charts
        assert "図のデータ" not in book.sheetnames

    def test_how_open_targets_stand(self) -> None:
        """What is not due is told with how it stands."""
        found = lines(opened(kk.evaluate(of_every_kind()))["結果"])

        assert [] != [row for row in found if "… 期限前\n順調0・遅れ0・不明1" in row]


class TestChart:
    def test_of_the_spreadsheet(self) -> None:
        book = opened(kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json")))
        (chart,) = book["結果"]._charts
        numbers = book["図のデータ"]
        names = [
            numbers[series.tx.strRef.f.split("!")[1].replace("$", "")].value
            for series in chart.series
        ]

        assert ["取り得る範囲", "○ 達成", "× 未達成", "? 判定不能"] == names
        assert {f"図のデータ!$A$2:$A${numbers.max_row}"} == {
            each.cat.strRef.f for each in chart.series
        }

    def test_missed_is_a_pattern(self) -> None:
        """It can be told from what was met in black and white."""
        (chart,) = opened(kk.evaluate(of_every_kind()))["結果"]._charts
        fills = [each.graphicalProperties.pattFill for each in chart.series]

        assert None in fills
        assert len({fill.prst for fill in fills if fill}) == sum(fill is not None for fill in fills)

    def test_too_many_for_one(self) -> None:
        """Then those that missed are drawn, the worst first, as many as can be read."""
        book = opened(many(61))

        assert 61 == book["図のデータ"].max_row
        assert ("未達成と遅れの指標の位置",) in lines(book["結果"])

    def test_too_many_and_none_missed(self) -> None:
        assert "図のデータ" not in opened(many(61, "3")).sheetnames


class TestBars:
    """Where bars end, by hand."""

    def test_on_the_way(self) -> None:
        """From 10 to 20, 12 is a fifth of the way."""
        found = bar(of("20", "12", "10"))

        assert ("1 開催数", "× 未達成  12件") == (found.name, found.words)
        assert (Fraction(1, 5), None) == (found.place, found.maybe)

    def test_worse_than_the_start(self) -> None:
        found = bar(of("20", "4", "10"))

        assert (Fraction(-1, 2), "≪ × 未達成  4件") == (found.place, found.words)
        assert Fraction(-1, 10) == bar(of("20", "9", "10")).place

    def test_beyond_twice_the_target(self) -> None:
        found = bar(of("20", "50"))

        assert (Fraction(2), "≫ ○ 達成  50件") == (found.place, found.words)

    def test_a_range(self) -> None:
        """9割以上 of 8割 begins at 9/8 and has no end."""
        usage = kk.Indicator(
            "実施割合",
            target=kk.AtLeast(kk.Quantity("8", "割")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity(lower="9", unit="割"))],
        )
        found = bar(usage)

        assert (Fraction(9, 8), Fraction(2)) == (found.place, found.maybe)

    def test_without_a_place(self) -> None:
        usage = kk.Indicator("満足", target=kk.Qualitative("向上"))
        found = bar(usage)

        assert 0 == found.place
        assert found.words.startswith("? 判定不能")

    def test_behind(self) -> None:
        """The key says 期限前; the bar only how it stands."""
        usage = kk.Indicator(
            "開催数",
            target=kk.Target(kk.AtLeast(kk.Quantity("20", "件")), kk.FiscalYear(2027)),
            baseline=kk.Observation(kk.FiscalYear(2021), kk.Quantity("10", "件")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("11", "件"))],
        )

        assert "… 遅れ  11件" == bar(usage).words

    def test_long_names_are_cut(self) -> None:
        found = bar(kk.Indicator("長" * 40, target=kk.AtLeast(kk.Quantity("1", "件"))))

        assert found.name.endswith("…")
        assert 38 >= width(found.name)
