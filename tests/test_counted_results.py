"""Tables that count results beside a table of indicators, and what stands for no value there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import kpikit as kk
from kpikit.table.cells import Cells
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.results import are_counts, is_count, is_result

HEAD = "指標名|単位|R5実績|R6実績|R8目標|評価"
ROWS = ("相談件数|件|90|95|100|Ａ", "利用率|％|48|50|55|Ｂ")


def found_in(*rows: str) -> Found:
    texts = {
        (row, column): text
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text
    }
    return Found("plan", "", facts_of(Cells.of(texts)))


def read(*rows: str) -> kk.Plan:
    return kk.read_plan("\n".join(row.replace("|", ",") for row in rows).encode(), name="plan.csv")


class TestWords:
    @pytest.mark.parametrize("text", ["◎", "Ａ", "Ａ（達成）", "やや遅れ", "未達成", "A:達成"])
    def test_results(self, text: str) -> None:
        assert is_result(text)

    @pytest.mark.parametrize("text", ["", " ", "達成率", "相談件数", "達成した人"])
    def test_other_words(self, text: str) -> None:
        assert not is_result(text)

    @pytest.mark.parametrize("text", ["3", "３件", "23件(76.7%)", "12指標", "40.0%"])
    def test_counts(self, text: str) -> None:
        assert is_count(text)

    @pytest.mark.parametrize("text", ["3人", "12,345", "A", "－", "3.5"])
    def test_other_figures(self, text: str) -> None:
        assert not is_count(text)

    @pytest.mark.parametrize(
        ("texts", "expected"),
        [
            (["達成 23件", "未達成 7件"], True),
            (["◎ 3", "○ 5", "計 8"], True),
            (["達成 23件"], False),
            (["達成 23件", "達成 7件"], False),
            (["達成 23件", "7件"], False),
            (["達成 23件", "改善"], False),
            ([], False),
        ],
    )
    def test_lines(self, texts: Sequence[str], *, expected: bool) -> None:
        assert expected is are_counts(texts)


class TestTables:
    def test_below_one_another(self) -> None:
        found = found_in(HEAD, *ROWS, "", "集計", "区分|指標数", "達成|1件", "改善|1件", "計|2件")

        assert ([], []) == (found.facts.left, found.facts.totals)
        assert {"B7", "B8", "B9"} == {f"B{box.row}" for box in found.facts.printed if box.row > 4}

    def test_beside_one_another(self) -> None:
        found = found_in(
            HEAD, *ROWS, "", "集計", "目標|Ａ|Ｂ|計", "産業|1|0|1", "福祉|0|1|1", "計|1|1|2"
        )

        assert ([], []) == (found.facts.left, found.facts.totals)
        assert ["相談件数", "利用率"] == [group.name for group in found.indicators]

    def test_one_result_alone(self) -> None:
        found = found_in(HEAD, *ROWS, "", "集計", "区分|達成|備考", "産業|7", "福祉|8")

        assert ["7", "8"] == [box.text for box in found.facts.left]

    def test_values_below_letters(self) -> None:
        found = found_in("指標名|計画|実績", "|Ａ|Ｂ", "相談件数|100|95", "利用数|48|50")

        assert not {"100", "95"} & {box.text for box in found.facts.printed}

    def test_counts_in_circles(self) -> None:
        assert are_counts(["達成①件", "未達成②件"])
        assert not are_counts(["達成①件", "市民課"])

    def test_a_line_of_counts_is_a_remark(self) -> None:
        plan = read(HEAD, *ROWS, "達成 1件|未達成 1件|計 2件|||")

        assert ["相談件数", "利用率"] == [each.name for each in plan.indicators()]
        assert [] == list(plan.issues)
        assert "達成 1件\t未達成 1件\t計 2件" in plan.remarks


class TestRemarks:
    """A row that is called 備考 where names stand is none of an indicator."""

    def test_its_figure_is_said(self) -> None:
        plan = read("指標名|目標|実績", "利用率|50%|48%", "件数|5件|7件", "備考||5件")

        assert ["利用率", "件数"] == [each.name for each in plan.indicators()]
        assert [("cell-left", "5件")] == [(each.code, each.text) for each in plan.issues]

    def test_its_figure_is_said_where_labels_tell_more(self) -> None:
        plan = read(
            "（単位：件）||", "指標名|R6目標|R6実績", "利用数|50|48", "件数|5|7", "備考||5件"
        )

        assert ["利用数", "件数"] == [each.name for each in plan.indicators()]
        assert ["column-left"] == [each.code for each in plan.issues]

    def test_its_words_are_no_value(self) -> None:
        plan = read(
            "番号|指標名|R6目標|R6実績", "1|利用数|50|48", "2|件数|5|7", "|備考|市民課調べ|"
        )

        assert ["利用数", "件数"] == [each.name for each in plan.indicators()]
        assert [] == list(plan.issues)


class TestUnits:
    """A counter in brackets behind a name, which may be a place, among names with units."""

    def units(self, *rows: str) -> list[str]:
        plan = read("指標名|目標値（R6）|実績値（R6）", *rows)
        return [
            target.rule.level.unit
            for each in plan.indicators()
            for target in each.targets
            if target.rule.level is not None
        ]

    def test_among_units(self) -> None:
        rows = ("研修の回数（回）|3|5", "相談件数（件）|100|90", "見守りの実施地域（校区）|6|5")

        assert ["回", "件", "校区"] == self.units(*rows)

    def test_among_names_without_a_unit(self) -> None:
        rows = ("研修の回数（回）|3|5", "相談件数|100|90", "見守りの実施地域（校区）|6|5")

        assert ["回", "", ""] == self.units(*rows)

    def test_a_name_above_which_no_heading_stands(self) -> None:
        with pytest.raises(kk.TableError):
            kk.read_plan("計画の策定数（計画）\t2022目標\t50.0%".encode(), name="a.tsv")

    def test_a_farm_is_counted(self) -> None:
        assert ["", "経営体"] == self.units("相談件数|100|90", "認定農業者数（経営体）|60|55")
