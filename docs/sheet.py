"""A sheet of a workbook as a page: its cells with their words, colours and widths, and its tabs.

No spreadsheet is needed to look at one. What a draft has is drawn, and no more: it has neither
merged cells nor numbers, whose look a format would decide.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Pixels of a character of the width of a column.
CHARACTER = 7

STYLE = """
body { margin: 0; width: max-content; font: 13px "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic",
  Meiryo, sans-serif; color: #1b2027; background: #fff; }
table { border-collapse: collapse; table-layout: fixed; width: 0; }
th, td { border: 1px solid #cdd3da; padding: 3px 5px; overflow: hidden; text-align: left;
  vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th, tbody th { background: #eef0f3; color: #545e6b; text-align: center; }
nav { background: #eef0f3; padding: 5px 10px 0; }
nav span { display: inline-block; padding: 3px 14px; }
nav span:first-child { background: #fff; font-weight: 700; }
"""


def page_of(book: Any, rows: int) -> str:
    """Return the first rows of the first sheet of a workbook."""
    sheet = book.worksheets[0]
    shown = sheet.iter_rows(max_row=rows)
    letters = [get_column_letter(number) for number in range(1, sheet.max_column + 1)]
    widths = (f'<col style="width: {width:.0f}px">' for width in _widths(sheet, letters))
    heads = "".join(f"<th>{letter}</th>" for letter in letters)
    body = "".join(_row(number, cells) for number, cells in enumerate(shown, 1))
    tabs = "".join(f"<span>{escape(each.title)}</span>" for each in book.worksheets)
    return (
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>'
        f'<table><colgroup><col style="width: 38px">{"".join(widths)}</colgroup>'
        f"<thead><tr><th></th>{heads}</tr></thead><tbody>{body}</tbody></table><nav>{tabs}</nav>"
    )


def _widths(sheet: Any, letters: list[str]) -> Iterable[float]:
    """Yield the width of each column; one that is like those before it stands in their range."""
    ranges = sheet.column_dimensions.values()
    for number, _ in enumerate(letters, 1):
        found = (each.width for each in ranges if each.min <= number <= each.max)
        yield CHARACTER * next(found, sheet.sheet_format.baseColWidth)


def _row(number: int, cells: Iterable[Any]) -> str:
    return f"<tr><th>{number}</th>{''.join(map(_cell, cells))}</tr>"


def _cell(cell: Any) -> str:
    look = f"background: #{cell.fill.fgColor.rgb[2:]}; " if cell.fill.fill_type else ""
    look += "font-weight: 700" if cell.font.b else ""
    text = "" if cell.value is None else escape(str(cell.value))
    return f'<td style="{look}">{text}</td>'
