"""Rows of cells that are each a label and its value, and sheets with rows put in or left out."""

from __future__ import annotations

import pytest

from cells_of import cells, lines
from kpikit.cell import Vocabulary
from kpikit.table.labelled import with_labelled_values
from kpikit.table.led_values import has_led_values, led_value, with_led_values

USUAL = Vocabulary()


class TestLedValue:
    @pytest.mark.parametrize(
        ("text", "label", "value"),
        [
            ("令和6年度目標　22日", "令和6年度目標", "22日"),
            ("目標値（R7）： 45.0％", "目標値（R7）", "45.0％"),
            ("令和６年度 実績 ９ 件", "令和６年度 実績", "９ 件"),
            ("令和7年度目標　―", "令和7年度目標", "―"),
        ],
    )
    def test_a_label_and_its_value(self, text: str, label: str, value: str) -> None:
        found = led_value(text, USUAL)

        assert found is not None
        assert (label, value) == (found[0], found[2])

    @pytest.mark.parametrize(
        "text",
        [
            "利用者数　22人",
            "目標　緑を守り育てる",
            "目標",
            "目標：",
            f"{'と'.join(['目標'] * 9)} 5件",
        ],
        ids=["a name", "prose", "no value", "nothing behind it", "too long"],
    )
    def test_none(self, text: str) -> None:
        assert led_value(text, USUAL) is None


class TestLedValues:
    def test_a_cell_on_the_left_reaches_down(self) -> None:
        rows = ("成果指標|利用者数|", "|R6目標　5件|R6実績　4件", "担当課|甲課|")
        sheet = with_led_values(cells(*rows, merges=((1, 1, 2, 1), (1, 2, 1, 3))), USUAL)

        assert lines(sheet)[1:] == [
            ["成果指標", "R6目標", "R6実績"],
            ["成果指標", "5件", "4件"],
            ["担当課", "甲課"],
        ]
        assert sheet.boxes[1, 1].bottom == 3

    @pytest.mark.parametrize(
        "row",
        [
            "R6目標　5件|利用者数",
            "R6目標　5件|R7目標　6件",
            "R6目標　5件|R6実績",
            "R6目標　5件|R6実績　4件|R6目標　7件",
            "R6目標　5件|R6実績　4件|R6　3件",
            "R6目標　5件",
        ],
        ids=["a name", "no actual", "no value", "one label twice", "a year alone", "one cell"],
    )
    def test_not_certain(self, row: str) -> None:
        sheet = cells("利用者数||", row)

        assert not has_led_values(sheet, USUAL)
        assert lines(with_led_values(sheet, USUAL)) == lines(sheet)

    def test_a_cell_of_two_rows_is_none(self) -> None:
        sheet = cells("R6目標　5件|R6実績　4件", "|R7目標　6件", merges=((1, 1, 2, 1),))

        assert lines(with_led_values(sheet, USUAL)) == lines(sheet)

    def test_a_sheet_read_across_stays(self) -> None:
        sheet = cells("R6目標　5件", "R6実績　4件").turned()

        assert has_led_values(sheet, USUAL)
        assert with_led_values(sheet, USUAL) is sheet

    def test_labels_of_columns_below_their_heading(self) -> None:
        rows = ("指標|状況||", "相談件数|目標（R6）↵3件|実績（R6）↵4件|目標（R7）↵5件")
        sheet = cells(*(row.replace("↵", "\n") for row in rows), merges=((1, 2, 1, 4),))

        told = with_labelled_values(sheet, USUAL)

        assert lines(told) == [
            ["指標", "目標（R6）", "実績", "目標（R7）"],
            ["相談件数", "3件", "4件（R6）", "5件"],
        ]


class TestRows:
    def test_what_a_sheet_keeps_of_its_rows(self) -> None:
        sheet = cells("指標|目標|実績", "甲|5件|4件", "乙|〃|6件", "注")
        sheet.ragged, sheet.titles = {4}, frozenset({1})

        opened = sheet.opened([1, 3])

        assert [*opened.lines] == [1, 2, 3, 4, 5, 6]
        assert [box.row for box in opened.dittos] == [4]
        assert (opened.ragged, opened.titles) == ({6}, frozenset({1}))
        assert [opened.numbers["", row] for row in opened.lines] == [1, 1, 2, 3, 3, 4]

    def test_what_is_left_without_some_lines(self) -> None:
        sheet = cells("指標|目標|実績", "甲|5件|4件", "乙|〃|6件", "注")
        sheet.numbers |= {("", row): row * 10 for row in sheet.lines}

        assert lines(sheet.without([(20, 30)])) == [["指標", "目標", "実績"], ["注"]]
        assert sheet.without([(30, 30)]).dittos == []
        assert len(sheet.without([(40, 40)]).dittos) == 1
