"""Headings of sections, titles of tables, categories and their legend."""

from __future__ import annotations

import re
from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit._value import Value
from kpikit.language.lines import (
    COUNTED,
    COUNTS_OF_TITLES,
    DATED_BY,
    LEGEND_CODE,
    REMARK,
    SECTIONS,
    STATEMENT,
    TITLE_MARK,
)
from kpikit.language.marks import BULLETS, DASHES, NOTES
from kpikit.language.pattern import pattern
from kpikit.model.plan import Category

__all__ = [
    "Heading",
    "counting_of",
    "is_remark",
    "is_statement",
    "read_category",
    "read_counted_line",
    "read_departments",
    "read_heading_line",
    "read_legend",
    "read_section_name",
    "read_table_title",
    "tells_origin",
]

_NUMBER: Final = rf"[0-9０-９]+(?:[{DASHES}.・．][0-9０-９]+)*"
_MARK: Final = r"[◆◇●○◎■□▼▽▲△★☆]"
_HEADING: Final = pattern(
    rf"({_MARK})?\s*(?![:：=＝])(?:([^\s\d「(（]{{1,12}}?)\s*({_NUMBER})(?![\d%％])(?=[\s「『:：.．、])"
    r"[\s:：.．、]*)?(.*)",
    re.DOTALL,
)
_UNMARKED: Final = rf"{SECTIONS}\s*{_NUMBER}[\s「『:：.．、]"
#: A number before a name. One without a hyphen may be part of it, 24 時間保育, as may one before
#: what is counted, 0-2 歳児保育; 2024-2025 are years.
_NUMBERED: Final = pattern(
    rf"([0-9０-９]{{1,2}}(?:[{DASHES}][0-9０-９]{{1,2}})+)\s+(?!{COUNTED})(\S.*)", re.DOTALL
)
_QUOTED: Final = pattern("「([^「」]*)」|『([^『』]*)』")
_TITLE: Final = pattern(
    rf"(?:[(（]({_NUMBER})[)）]|{TITLE_MARK}\s*({_NUMBER})|({_NUMBER})[.．、\s])\s*(.*)", re.DOTALL
)
_CATEGORY: Final = pattern(r"([^\s(（]+)\s*[(（](.+)[)）]")
_LEGEND: Final = pattern(
    rf"[{BULLETS}{NOTES}]*\s*({LEGEND_CODE})\s*[(（]([^()（）]+)[)）]\s*(?:[・…‥]{{2,}}|[:：])\s*(.+)"
)
_STATEMENT: Final = pattern(STATEMENT, re.DOTALL)
_DATED_BY: Final = pattern(DATED_BY)
_LISTED: Final = pattern(r"[、,，;；/／\n]")


@final
@attrs.frozen(repr=False)
class Heading(Value):
    """The heading of a section, taken apart."""

    #: What it is: 基本目標, 施策; the mark where there is no such word.
    kind: str
    #: Its number; ``""`` if none.
    code: str
    #: Its name.
    title: str
    #: What tells its level: the mark before it, else the kind.
    level: str


#: A line that is counted, and one in brackets: 1 子育て, （２）福祉, 【活動指標】.
_COUNTED_LINE: Final = pattern(
    r"(?:[(（]([0-9０-９]{1,2})[)）]|([0-9０-９]{1,2})(?:[.．、)）]|(?=[\s\u3000]))|([①-⑳]))"
    r"[\s\u3000]*([^\W\d]\D*(?:[(（][^()（）]*[)）])?)"
)
_IN_BRACKETS: Final = pattern(r"\s*[【〔《〈＜<]([^【】〔〕《》〈〉＜＞<>]+)[】〕》〉＞>]\s*")
#: The level of such a line.
_LINE: Final = "line"


def read_heading_line(text: str, *, kind: str = "") -> Heading | None:
    """Take a section's heading apart.

    Args:
        text: The line, or the cell of a column of section names.
        kind: What it is, where the column says so; then any text is a heading.

    Returns:
        The parts, or ``None`` where *text* is no heading.

    >>> read_heading_line("○ 施策1-1 「利便性を高める行政サービスの推進」")
    Heading('施策', '1-1', '利便性を高める行政サービスの推進', '○')
    >>> read_heading_line("◎：目標達成　○：改善") is None  # what marks mean
    True
    """
    parts = _HEADING.fullmatch(text := text.strip())
    if parts is None or not (parts[1] or kind or re.match(_UNMARKED, text)):
        return None
    named, code, title = parts[2] or kind or parts[1], parts[3] or "", parts[4]
    if kind and not code:
        code, title = _numbered(title)
    return Heading(named, code, _unquoted(title), parts[1] or named)


def counting_of(text: str) -> str:
    """Return in which way a title is counted, ``""`` if it is not.

    >>> counting_of("Ⅰ 上水道事業") == counting_of("Ⅱ 下水道事業"), counting_of("上水道事業")
    (True, '')
    >>> counting_of("施策1 子育て")
    '施策'
    """
    bare = text.strip()
    way = next((each for each in COUNTS_OF_TITLES if re.match(each, bare)), "")
    line = None if way else read_heading_line(bare)
    return way or (line.level if line is not None else "")


def read_section_name(text: str, kind: str) -> Heading:
    """Take the cell of the innermost section apart, where it certainly begins with a number.

    Args:
        text: The cell.
        kind: What the section is.

    >>> read_section_name("1-1 窓口サービスの向上", "施策")
    Heading('施策', '1-1', '窓口サービスの向上', '施策')
    >>> read_section_name("2025年問題対策", "施策")
    Heading('施策', '', '2025年問題対策', '施策')
    """
    line = read_heading_line(text)
    if line is not None and line.code:
        return line
    code, title = _numbered(text)
    return Heading(kind, code, _unquoted(title) if code else text, kind)


def _numbered(text: str) -> tuple[str, str]:
    """Split a name into its number, if it certainly has one, and the rest."""
    parts = _NUMBERED.fullmatch(text)
    return (parts[1], parts[2]) if parts else ("", text)


def _unquoted(title: str) -> str:
    quoted = _QUOTED.fullmatch(title)
    return (quoted[1] or quoted[2] or "") if quoted else title


def read_counted_line(text: str) -> Heading | None:
    """Take a line apart that is counted or stands in brackets, between the rows of a table.

    >>> read_counted_line("2 福祉"), read_counted_line("【活動指標】").title
    (Heading('', '2', '福祉', 'line'), '活動指標')
    >>> read_counted_line("次頁に続く") is None
    True
    """
    parts = _COUNTED_LINE.fullmatch(text.strip())
    if parts is not None:
        number = normalize("NFKC", parts[1] or parts[2] or parts[3])
        return Heading("", number, parts[4], _LINE)
    inside = _IN_BRACKETS.fullmatch(text)
    return None if inside is None else Heading("", "", inside[1], _LINE)


def read_table_title(text: str) -> tuple[str, str]:
    """Split the title of a table into its number and its name.

    >>> read_table_title("(1) 施策目標値の達成状況")
    ('1', '施策目標値の達成状況')
    >>> read_table_title("達成状況")
    ('', '達成状況')
    """
    parts = _TITLE.fullmatch(text := text.strip())
    if parts is None:
        return "", text
    return normalize("NFKC", parts[1] or parts[2] or parts[3]), parts[4]


def read_category(text: str) -> Category | None:
    """Read the cell of a category; ``None`` where it is empty.

    >>> read_category("A (重点事業)")
    Category('A', title='重点事業')
    """
    parts = _CATEGORY.fullmatch(text := text.strip())
    if parts:
        return Category(normalize("NFKC", parts[1]), parts[2].strip())
    return Category(text) if text else None


def read_legend(text: str) -> Category | None:
    """Read a line of a legend, or return ``None`` where it is none.

    >>> read_legend("- A(重点事業)・・・実施条件が整っている事業")
    Category('A', title='重点事業', meaning='実施条件が整っている事業')
    """
    parts = _LEGEND.fullmatch(text.strip())
    return Category(normalize("NFKC", parts[1]), parts[2], parts[3]) if parts else None


def is_remark(text: str) -> bool:
    """Whether a line by itself is a note or part of a legend.

    >>> is_remark("※事業区分"), is_remark("- A(重点事業)・・・実現性が高い事業")
    (True, True)
    """
    return re.match(REMARK, text) is not None or read_legend(text) is not None


def is_statement(text: str) -> bool:
    """Whether a line is a label and what it says, and so no title and no heading.

    >>> is_statement("計画期間：令和6年度～令和10年度"), is_statement("基本目標1：子育て")
    (True, False)
    """
    return _STATEMENT.fullmatch(text) is not None


def tells_origin(text: str) -> bool:
    """Whether a line says when a document was made, and by whom, and so is no title.

    >>> tells_origin("令和７年９月　環境課"), tells_origin("環境課の取組")
    (True, False)
    """
    return _DATED_BY.match(text) is not None


def read_departments(text: str) -> tuple[str, ...]:
    """Split a list of departments; ・ belongs to a name.

    >>> read_departments("人事・給与課、DX推進課")
    ('人事・給与課', 'DX推進課')
    """
    return tuple(name.strip() for name in _LISTED.split(text) if name.strip())
