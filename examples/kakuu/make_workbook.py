"""Make the KPI workbook of 架空市, a city that does not exist, as a planning division keeps it.

    python examples/kakuu/make_workbook.py kakuu.xlsx

Title and notes above the table, a header of two rows with five years below 「実績値」, sections
and divisions merged over several rows, percentages as number formats, a hidden row, a cover
sheet. Needs XlsxWriter, which ``pip install '.[xlsx]'`` brings.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import Any

import xlsxwriter

TITLE = "架空市総合計画 重要業績評価指標(KPI)一覧"
YEARS = ["R2", "R3", "R4", "R5", "R6"]
#: Headings from left to right; a group has its years below it.
HEADINGS: list[tuple[str, list[str]]] = [
    ("基本目標", []),
    ("施策", []),
    ("指標名", []),
    ("単位", []),
    ("基準値", ["R1"]),
    ("実績値", YEARS),
    ("目標値", ["中間(R5)", "最終(R9)"]),
    ("担当課", []),
    ("備考", []),
]
PERCENT = "0.0%"
COUNT = "#,##0"
#: Goal, measure, indicator, unit, number format, baseline, actuals, targets, division, remark.
ROWS: list[tuple[Any, ...]] = [
    (
        "基本目標1 子どもが育つまち",
        "施策1-1 保育の充実",
        ("待機児童数", "人", COUNT, 42, [35, 28, 12, 0, 0], [10, 0], "保育課", ""),
        (
            "保育所等利用率",
            "",
            PERCENT,
            0.812,
            [0.834, 0.851, 0.87, 0.9, 0.985],
            [0.88, 0.95],
            "",
            "",
        ),
    ),
    (
        "",
        "施策1-2 学校教育の充実",
        (
            "授業が分かると答えた児童生徒の割合",
            "%",
            "0.0",
            71.5,
            [72, 73.1, "—", 74.8, "集計中"],
            ["75%以上", "80%以上"],
            "学校教育課",
            "※R4は調査を行わなかった",
        ),
    ),
    (
        "基本目標2 安全に暮らせるまち",
        "施策2-1 防災・交通安全",
        (
            "自主防災組織率",
            "",
            PERCENT,
            0.6,
            [0.61, 0.62, 0.64, 0.66, 0.675],
            [0.65, 0.7],
            "危機管理課",
            "",
        ),
        (
            "交通事故死者数",
            "",
            '0"人"',
            5,
            [4, 6, 3, 3, 4],
            ["3人以下", "2人以下"],
            "くらし安全課",
            "暦年",
        ),
    ),
    (
        "基本目標3 にぎわうまち",
        "施策3-1 産業・観光の振興",
        (
            "観光入込客数",
            "千人",
            COUNT,
            1250,
            [480, 620, 900, 1180, 1316],
            [1100, 1500],
            "観光課",
            "",
        ),
        (
            "新規創業件数(累計)",
            "件",
            COUNT,
            0,
            [18, 41, 66, 93, 121],
            ["累計60件", "累計150件"],
            "産業振興課",
            "",
        ),
        (
            "ふるさと納税額",
            "百万円",
            "#,##0.0",
            310.2,
            [355, 420.5, 398.4, 512.7, 540],
            [450, 600],
            "",
            "",
        ),
    ),
    (
        "",
        "施策3-2 移住・定住の促進",
        (
            "移住相談を経て転入した世帯数",
            "世帯",
            COUNT,
            12,
            [15, 22, 31, "約40", 38],
            [30, "前年度以上"],
            "企画課",
            "",
        ),
    ),
]
NOTES = [
    "※基準値は令和元年度の実績である。",
    "※「—」は調査を行っていない年度である。",
]


def make(path: str | os.PathLike[str]) -> None:
    """Write the workbook."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime(2025, 4, 1)})  # noqa: DTZ001 - as Excel keeps it
        cover = book.add_worksheet("表紙")
        cover.write_string(3, 1, TITLE)
        cover.write_string(5, 1, "架空市 企画課")
        sheet = book.add_worksheet("KPI一覧")
        last = write_header(book, sheet)
        write_rows(book, sheet)
        sheet.set_column(0, 2, 24)
        sheet.set_column(3, last, 10)


def write_header(book: Any, sheet: Any) -> int:
    """Write the title, a note, and the header of two rows; return the last column."""
    bold = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter"})
    column = 0
    for heading, below in HEADINGS:
        end = column + max(len(below), 1) - 1
        if not below:
            sheet.merge_range(3, column, 4, column, heading, bold)
        elif len(below) == 1:
            sheet.write_string(3, column, heading, bold)
        else:
            sheet.merge_range(3, column, 3, end, heading, bold)
        for offset, year in enumerate(below):
            sheet.write_string(4, column + offset, year, bold)
        column = end + 1
    sheet.merge_range(0, 0, 0, column - 1, TITLE, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, column - 1, "(令和7年3月31日現在)")
    return column - 1


def write_rows(book: Any, sheet: Any) -> None:
    """Write the rows below the header, and the notes below them."""
    line = 5
    goal_start, goal = line, ""
    for named, measure, *indicators in ROWS:
        if named and goal:
            merged(sheet, book, goal_start, line - 1, 0, goal)
        if named:
            goal_start, goal = line, named
        merged(sheet, book, line, line + len(indicators) - 1, 1, measure)
        division_start = line
        for offset, indicator in enumerate(indicators):
            write_indicator(book, sheet, line, indicator)
            following = indicators[offset + 1][6] if offset + 1 < len(indicators) else "end"
            if following:
                owner = indicators[division_start - line + offset][6]
                merged(sheet, book, division_start, line, 12, owner)
                division_start = line + 1
            line += 1
    merged(sheet, book, goal_start, line - 1, 0, goal)
    sheet.set_row(8, None, None, {"hidden": True})
    for offset, note in enumerate(NOTES):
        sheet.write_string(line + 1 + offset, 0, note)


def write_indicator(book: Any, sheet: Any, line: int, indicator: tuple[Any, ...]) -> None:
    """Write the cells of one indicator."""
    name, unit, code, baseline, actuals, targets, _, remark = indicator
    cell = book.add_format({"num_format": code, "border": 1})
    texts = book.add_format({"border": 1})
    sheet.write_string(line, 2, name, texts)
    sheet.write_string(line, 3, unit, texts)
    for offset, value in enumerate([baseline, *actuals, *targets]):
        sheet.write(line, 4 + offset, value, cell)
    sheet.write_string(line, 13, remark, texts)


def merged(sheet: Any, book: Any, first: int, last: int, column: int, text: str) -> None:
    """Write a cell that goes on over several rows."""
    style = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
    if first == last:
        sheet.write_string(first, column, text, style)
    else:
        sheet.merge_range(first, column, last, column, text, style)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):  # noqa: PLR2004
        sys.exit(f"usage: python {sys.argv[0]} OUT.xlsx")
    make(sys.argv[1])
    print(f"{sys.argv[1]}: {TITLE}")
