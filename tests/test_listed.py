"""Cells that are lists of indicators, one a line: what each line says, and where it is told."""

from __future__ import annotations

import pytest

from kpikit.cell import Vocabulary
from kpikit.table.cells import Cells
from kpikit.table.classes import Class
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.headings import Role
from kpikit.table.listed import with_listed
from kpikit.table.listed_lines import Line, read_lines

LISTS = {
    (3, 1): "目標（R6）",
    (3, 2): "・相談件数　45件\n・満足度　82％",
    (4, 1): "実績（R6）",
    (4, 2): "・相談件数　47件\n・満足度　81.5％",
}


def told(text: str) -> list[tuple[str, list[str]]]:
    lines = read_lines(text, Vocabulary())
    return [(line.name, [each.text for each in line.values]) for line in lines]


def rows(sheet: Cells) -> list[list[str]]:
    return [[box.text for box in sheet.lines[row]] for row in sorted(sheet.lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("・通いの場の箇所数　42か所", ("通いの場の箇所数", ["42か所"])),
        ("（１）満足度：80％", ("満足度", ["80％"])),
        ("ア．満足度…80％", ("満足度", ["80％"])),
        ("満足度　R6：80％　R7：82％", ("満足度", ["80％", "82％"])),
        ("満足度 目標 80％、実績 78％", ("満足度", ["80％", "78％"])),
        ("満足度 目標：80％／実績：78％", ("満足度", ["80％", "78％"])),
        ("延べ 相談件数　1,200 件", ("延べ 相談件数", ["1,200件"])),
        ("満足度　集計中", ("満足度", ["集計中"])),
        ("満足度　－", ("満足度", ["－"])),
        ("参加者が前年度から88人増加した。", ("", [])),
        ("参加者は　88人", ("", [])),
        ("前年度に比べ　88人", ("", [])),
        ("満足度は、 90％", ("", [])),
        ("満足度　80％　82％", ("", [])),
        ("満足度　80％　R7", ("", [])),
        ("満足度　向上したと思われるもの", ("", [])),
        ("R6：80％", ("", [])),
        ("目標：80％", ("", [])),
        ("数　80％", ("", [])),
        ("：80％", ("", [])),
        (f"満足度{'　80％' * 200}", ("", [])),
        ("12件　80％", ("", [])),
        (f"{'利用者の満足度' * 10}　80％", ("", [])),
    ],
)
def test_line(text: str, expected: tuple[str, list[str]]) -> None:
    assert told(text) == [expected]


def test_items_of_one_line() -> None:
    assert told("①相談件数　5件 ②満足度　80％") == [("相談件数", ["5件"]), ("満足度", ["80％"])]


def test_name_goes_on_in_the_next_line() -> None:
    assert told("・相談の\n件数　5件\n・満足度　80％") == [
        ("相談の件数", ["5件"]),
        ("満足度", ["80％"]),
    ]
    assert told("・相談を行った\n多かった。\n・満足度　80％")[1:] == [
        ("", []),
        ("満足度", ["80％"]),
    ]


def test_labels_say_which_value_and_when() -> None:
    (line,) = read_lines("満足度 目標 R6 80％ 実績（R6） 78％", Vocabulary())
    columns = [(each.column.role, str(each.column.period)) for each in line.values]
    assert columns == [(Role.TARGET, "FY2024"), (Role.ACTUAL, "FY2024")]


def test_line_of_words_has_no_figure() -> None:
    (words,) = read_lines("満足度　集計中", Vocabulary())
    assert (words.has_figures, Line("").has_figures) == (False, False)


def test_lists_become_a_table_below_them() -> None:
    sheet = with_listed(
        Cells.of(LISTS | {(1, 1): "シート", (5, 1): "課題", (5, 2): "場所"}), Vocabulary()
    )
    assert rows(sheet) == [
        ["シート"],
        ["指標", "目標（R6）", "実績（R6）"],
        ["相談件数", "45件", "47件"],
        ["満足度", "82％", "81.5％"],
        ["課題", "場所"],
    ]


def test_places_are_those_of_the_document() -> None:
    texts = LISTS | {(5, 1): "指標", (5, 2): "R6目標", (5, 3): "R6実績"}
    texts |= {(6, 1): "利用率", (6, 2): "50％", (6, 3): "48％", (8, 1): "場所", (8, 2): "本庁"}
    found = Found("plan.xlsx", "", facts_of(Cells.of(texts)))
    names = {group.name: found.line(group.box) for group in found.indicators}
    assert names == {"相談件数": 3, "満足度": 3, "利用率": 6}
    (where,) = (each.value for each in found.taken() if each.what == "texts")
    assert where == "A8:B8 (2)"


def test_what_no_line_takes_is_left() -> None:
    texts = LISTS | {(4, 2): f"{LISTS[4, 2]}\n・うち12件は市外の者\n・好評"}
    sheet = with_listed(Cells.of(texts), Vocabulary())
    assert [(box.text, box.kind) for box in sheet.rests] == [
        ("・うち12件は市外の者\n・好評", Class.FIGURE)
    ]
    sheet = with_listed(Cells.of(LISTS | {(4, 2): f"{LISTS[4, 2]}\n・好評"}), Vocabulary())
    assert sheet.rests == []
    assert ["・好評"] in rows(sheet)


def test_a_cell_that_stands_for_the_one_above_moves() -> None:
    texts = LISTS | {(6, 1): "課題", (6, 2): "場所", (7, 1): "対応", (7, 2): "〃"}
    sheet = with_listed(Cells.of(texts), Vocabulary())
    assert [(box.text, sheet.at(box.row, 2) is box) for box in sheet.dittos] == [("場所", True)]


def test_headings_with_other_cells_stay() -> None:
    texts = {(1, 1): "取組", (1, 2): "目標（R6）", (1, 3): "実績（R6）"}
    texts |= {(2, 1): "窓口", (2, 2): LISTS[3, 2], (2, 3): LISTS[4, 2]}
    texts |= {(3, 1): "研修", (3, 2): "300人", (3, 3): "315人"}
    sheet = with_listed(Cells.of(texts), Vocabulary())
    assert rows(sheet)[0] == ["取組", "目標（R6）", "実績（R6）"]
    assert ["取組", "指標", "目標（R6）", "実績（R6）"] in rows(sheet)[1:]


def test_name_of_the_form_above_is_none_of_theirs() -> None:
    texts = {(1, 1): "指標名", (1, 2): "苦情", (2, 1): "目標（R6）", (2, 2): "5件"}
    assert ["満足度", "82％", "81.5％"] in rows(with_listed(Cells.of(texts | LISTS), Vocabulary()))


@pytest.mark.parametrize(
    "more",
    [
        {(2, 1): "指標名", (2, 2): "相談"},  # the lists part its values
        {(4, 2): "・苦情件数　47件\n・不満　1％"},  # no name has both
        {(3, 2): "男性　50％\n女性　60％", (4, 2): "男性　48％\n女性　61％"},  # parts
        {(3, 1): "現状", (3, 2): "・相談件数　45件"},
    ],
)
def test_other_cells_stay_as_they_are(more: dict[tuple[int, int], str]) -> None:
    cells = Cells.of(LISTS | more)
    assert with_listed(cells, Vocabulary()) is cells


def test_turned_sheet_stays_as_it_is() -> None:
    cells = Cells.of(LISTS).turned()
    assert with_listed(cells, Vocabulary()) is cells
