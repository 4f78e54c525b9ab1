"""Whose a number is: that of an indicator beside its section, or of a section before its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

import kpikit as kk
from kpikit.analysis.editions import compare
from kpikit.table.sections import read_heading_line, read_section_name

#: Kind, code and title of a section, and the names of its indicators.
Told: TypeAlias = tuple[str, str, str, list[str]]

HEADER = "基本目標,施策,番号,指標名,単位,基準値(R2),実績値(R5),目標値(R5),所管課"
CITY = [
    "基本目標1 便利なまち,1-1 窓口サービスの向上,1,申請の利用率,%,10,60,55以上,市民課",
    ",,2,待ち時間,分,20,12,10以下,市民課",
    ",1-2 電子化の推進,3,手続の数,件,5,40,30以上,情報課",
    "基本目標2 元気なまち,2-1 産業の振興,4,創業の件数,件,3,12,10以上,産業課",
    ",,5,来街者数,人,30,50,40以上,産業課",
    ",,6,空き店舗数,店,30,25,20以下,産業課",
]
#: The same with one indicator more in front, and so each number one higher.
LATER = [
    "基本目標1 便利なまち,1-1 窓口サービスの向上,1,満足度,%,10,60,55以上,市民課",
    ",,2,申請の利用率,%,10,60,55以上,市民課",
    ",,3,待ち時間,分,20,12,10以下,市民課",
    ",1-2 電子化の推進,4,手続の数,件,5,40,30以上,情報課",
    "基本目標2 元気なまち,2-1 産業の振興,5,創業の件数,件,3,12,10以上,産業課",
    ",,6,来街者数,人,30,50,40以上,産業課",
    ",,7,空き店舗数,店,30,25,20以下,産業課",
]
SECTIONS: list[Told] = [
    ("基本目標", "1", "便利なまち", []),
    ("施策", "1-1", "窓口サービスの向上", ["申請の利用率", "待ち時間"]),
    ("施策", "1-2", "電子化の推進", ["手続の数"]),
    ("基本目標", "2", "元気なまち", []),
    ("施策", "2-1", "産業の振興", ["創業の件数", "来街者数", "空き店舗数"]),
]


def text_file(folder: Path, *lines: str, name: str = "plan.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def workbook(folder: Path, *lines: str, merges: Sequence[str], name: str = "plan.xlsx") -> Path:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    for line in lines:
        sheet.append([int(text) if text.isdigit() else text or None for text in line.split(",")])
    for cells in merges:
        sheet.merge_cells(cells)
    made.save(folder / name)
    return folder / name


def city(folder: Path, kind: str) -> kk.Plan:
    """Read the city's table: empty cells in a text file, merged ones in a workbook."""
    if kind == "csv":
        return kk.read_plan(text_file(folder, HEADER, *CITY))
    merges = ["A2:A4", "B2:B3", "A5:A7", "B5:B7", "I2:I3", "I5:I7"]
    return kk.read_plan(workbook(folder, HEADER, *CITY, merges=merges))


def told(plan: kk.Plan) -> list[Told]:
    return [
        (each.kind, each.code, each.title, [one.name for one in each.indicators])
        for each in plan.walk()
        if each.kind != "table"
    ]


def read(folder: Path, *lines: str) -> list[Told]:
    return told(kk.read_plan(text_file(folder, *lines)))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
class TestCity:
    """A table with 番号 to the right of 施策, and 施策 merged over several rows."""

    def test_sections(self, tmp_path: Path, kind: str) -> None:
        plan = city(tmp_path, kind)

        assert SECTIONS == told(plan)
        assert () == plan.issues

    def test_number_stays_a_cell_of_its_row(self, tmp_path: Path, kind: str) -> None:
        rows = [each.source for each in city(tmp_path, kind).indicators()]

        assert ["1", "2", "3", "4", "5", "6"] == [row.text("番号") for row in rows if row]

    def test_totals(self, tmp_path: Path, kind: str) -> None:
        totals = {
            each.section.code: (counts.total, counts.achieved)
            for each, counts in kk.evaluate(city(tmp_path, kind)).by_section()
            if each.section.kind == "施策"
        }

        assert {"1-1": (2, 1), "1-2": (1, 1), "2-1": (3, 2)} == totals

    @pytest.mark.parametrize("name", ["again.csv", "again.xlsx", "again.json"])
    def test_written_and_read_again(self, tmp_path: Path, kind: str, name: str) -> None:
        kk.write_plan(city(tmp_path, kind), tmp_path / name)

        assert SECTIONS == told(kk.read_plan(tmp_path / name))


class TestEditions:
    """Numbers of indicators that shift move nothing."""

    def test_shifted(self, tmp_path: Path) -> None:
        old = kk.read_plan(text_file(tmp_path, HEADER, *CITY))
        new = kk.read_plan(text_file(tmp_path, HEADER, *LATER, name="later.csv"))
        (difference,) = compare(old, new).differences

        assert kk.analysis.editions.Kind.ADDED is difference.kind
        assert difference.new is not None
        assert "満足度" == difference.new.evaluation.indicator.name


class TestWhose:
    """A number is that of the section to its right, unless its heading says whose it is."""

    FIGURES = "指標名,実績値(R5),目標値"

    @pytest.mark.parametrize("heading", ["番号", "No.", "通番", "指標番号"])
    def test_of_the_indicator(self, tmp_path: Path, heading: str) -> None:
        lines = [f"施策,{heading},{self.FIGURES}", "甲,1,率,5%,6%", "甲,2,数,5件,6件"]

        assert [("施策", "", "甲", ["率", "数"])] == read(tmp_path, *lines)

    def test_behind_the_name(self, tmp_path: Path) -> None:
        lines = ["施策,指標名,番号,実績値(R5),目標値", "甲,率,1,5%,6%", ",数,2,5件,6件"]

        assert [("施策", "", "甲", ["率", "数"])] == read(tmp_path, *lines)

    def test_number_of_indicators_on_the_left(self, tmp_path: Path) -> None:
        lines = [f"指標番号,施策,{self.FIGURES}", "1,甲,率,5%,6%", "2,甲,数,5件,6件"]

        assert [("施策", "", "甲", ["率", "数"])] == read(tmp_path, *lines)

    def test_number_of_sections_on_the_right(self, tmp_path: Path) -> None:
        lines = [f"施策名,施策番号,{self.FIGURES}", "甲,1,率,5%,6%", ",,数,5件,6件"]

        assert [("施策", "1", "甲", ["率", "数"])] == read(tmp_path, *lines)

    def test_both(self, tmp_path: Path) -> None:
        lines = [f"No.,施策,番号,{self.FIGURES}", "7,甲,1,率,5%,6%", ",,2,数,5件,6件"]

        assert [("施策", "7", "甲", ["率", "数"])] == read(tmp_path, *lines)

    def test_of_the_section(self, tmp_path: Path) -> None:
        lines = [f"No.,施策名,{self.FIGURES}", "1,甲,率,5%,6%", ",,数,5件,6件", "2,乙,率,5%,6%"]
        wanted = [("施策", "1", "甲", ["率", "数"]), ("施策", "2", "乙", ["率"])]

        assert wanted == read(tmp_path, *lines)

    def test_without_sections(self, tmp_path: Path) -> None:
        lines = [f"番号,{self.FIGURES}", "1,率,5%,6%", "2,数,5件,6件"]
        wanted = [("指標", "1", "率", ["率"]), ("指標", "2", "数", ["数"])]

        assert wanted == read(tmp_path, *lines)

    def test_row_that_ends_before_its_number(self, tmp_path: Path) -> None:
        lines = [f"施策名,{self.FIGURES},施策番号", "甲,率,5%,6%"]

        assert [("施策", "", "甲", ["率"])] == read(tmp_path, *lines)

    def test_departments_that_differ(self, tmp_path: Path) -> None:
        lines = [
            f"施策,番号,{self.FIGURES},所管課",
            "1-1 甲,1,率,5%,6%,市民課",
            ",2,数,5件,6件,情報課",
            ",3,比,5%,6%,産業課",
            "1-2 乙,4,率,5%,6%,市民課",
        ]
        wanted = [
            ("施策", "1-1", "甲", []),
            ("指標", "", "率", ["率"]),
            ("指標", "", "数", ["数"]),
            ("指標", "", "比", ["比"]),
            ("施策", "1-2", "乙", ["率"]),
        ]

        assert wanted == read(tmp_path, *lines)


class TestName:
    """The number before the name of a section is split off where it can be nothing else."""

    @pytest.mark.parametrize(
        ("text", "code", "title"),
        [
            ("1-1 窓口サービスの向上", "1-1", "窓口サービスの向上"),
            ("1-1　窓口サービスの向上", "1-1", "窓口サービスの向上"),
            ("1-1\n窓口サービスの向上", "1-1", "窓口サービスの向上"),
            ("１－２　人権の尊重", "１－２", "人権の尊重"),
            ("1-2-10 「歳出」の削減", "1-2-10", "「歳出」の削減"),
            ("1-1 「窓口改革」", "1-1", "窓口改革"),
            ("施策1-1 窓口サービスの向上", "1-1", "窓口サービスの向上"),
        ],
    )
    def test_split(self, text: str, code: str, title: str) -> None:
        heading = read_section_name(text, "施策")
        above = read_heading_line(text, kind="施策")

        assert ("施策", code, title) == (heading.kind, heading.code, heading.title)
        assert above is not None
        assert heading == above

    @pytest.mark.parametrize(
        "text",
        [
            *("2025年問題対策", "3R推進", "3 R推進", "24 時間保育の拡充", "100　年先のまち"),
            *("2025 年問題対策", "2024-2025 重点計画", "0-2 歳児保育の充実", "3-4 か月児健診"),
            *("1-1窓口サービス", "1-1", "1-1-", "5%　削減", "1.5　倍の利用", "5G 基地局の整備"),
            *("窓口 1-1", "3　窓口サービスの向上", "5 つの約束", "", "窓口サービスの向上"),
        ],
    )
    def test_whole(self, text: str) -> None:
        heading = read_section_name(text, "施策")

        assert ("施策", "", text) == (heading.kind, heading.code, heading.title)

    def test_number_of_its_own(self, tmp_path: Path) -> None:
        lines = ["No.,施策名,指標名,実績値(R5),目標値", "4,1-1 甲,率,5%,6%"]

        assert [("施策", "4", "1-1 甲", ["率"])] == read(tmp_path, *lines)

    def test_sections_above(self, tmp_path: Path) -> None:
        lines = ["施策,事業名,指標名,実績値(R5),目標値", "1-1 甲,1-1-1 乙,率,5%,6%"]
        wanted = [("施策", "1-1", "甲", []), ("事業", "1-1-1", "乙", ["率"])]

        assert wanted == read(tmp_path, *lines)
