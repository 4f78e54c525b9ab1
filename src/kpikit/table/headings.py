"""What the heading of a column says the column holds.

The words are data: :data:`SYNONYMS` maps each to a role. A heading may add a period
(``実績値(R5)``, ``令和5年度実績値``) or a remark in brackets (``目標値(累計)``).
"""

from __future__ import annotations

import re
from enum import unique
from types import MappingProxyType
from typing import Final, final
from unicodedata import normalize

import attrs

from kpikit._value import Code, Value
from kpikit.cell import read_period
from kpikit.period import Period

__all__ = ["SYNONYMS", "Column", "Role", "read_heading"]


@unique
class Role(Code):
    """What a column holds."""

    #: The number of a section: No.
    NUMBER = "number"
    #: The name of a section: 施策名, 事業名; several such columns are levels of the tree.
    SECTION = "section"
    #: A label that sections are sorted by: 事業区分.
    CATEGORY = "category"
    #: What is measured: 指標名.
    INDICATOR = "indicator"
    #: The value at the start: 当初値.
    BASELINE = "baseline"
    #: What was observed: 実績値.
    ACTUAL = "actual"
    #: What is to be met: 目標値.
    TARGET = "target"
    #: Who is in charge: 所管課.
    DEPARTMENT = "department"
    #: Notes on the figures: 備考.
    REMARK = "remark"


#: Role → the words that head its columns.
_WORDS: Final[dict[Role, str]] = {
    Role.NUMBER: "No. No 番号 項番 通番 整理番号 事業番号 施策番号 指標番号 #",
    Role.SECTION: (
        "施策名 施策 事業名 事業 取組名 取組 取組項目 具体的取組 主な取組 主な事業 計上事業 政策名 "
        "政策 分野 基本目標 基本方針 基本施策 施策目標 政策目標 重点目標 重点施策 施策の方向性"
    ),
    Role.CATEGORY: "事業区分 区分 分類 種別 事業分類",
    Role.INDICATOR: (
        "指標名 指標 成果指標 成果指標名 活動指標 評価指標 KPI KPI名 数値目標 重要業績評価指標 "
        "重要業績評価指標(KPI) 目標指標 項目名 指標項目"
    ),
    Role.BASELINE: "当初値 基準値 現状値 基準 現状 策定時 策定時の値 計画策定時 初期値",
    Role.ACTUAL: "実績値 実績 実績数値 最新値 直近値",
    Role.TARGET: "目標値 目標 目標数値 最終目標 最終目標値 中間目標 中間目標値",
    Role.DEPARTMENT: (
        "所管課 所管 所管部署 所管課名 所管局 担当課 担当 担当部署 担当課名 担当所属 主管課 所属"
    ),
    Role.REMARK: (
        "指標の説明・出典等 指標の説明 説明 出典 出典等 説明・出典等 備考 摘要 注 注記 コメント "
        "算出方法 指標の定義 定義"
    ),
}

#: Word → role.
SYNONYMS: Final = MappingProxyType(
    {word.casefold(): role for role, words in _WORDS.items() for word in words.split()}
)

_LONGEST_FIRST: Final = sorted(SYNONYMS, key=len, reverse=True)
_OWN_KIND: Final = re.compile("[^()]*(?:施策|事業|取組|政策)名称?")
_BRACKETED: Final = re.compile(r"[(\[【〔〈<].*[)\]】〕〉>]")
#: No heading is longer than this.
_LENGTH: Final = 40
_DIGIT: Final = re.compile(r"\d|元年")
_NAME: Final = re.compile("名称?$")


@final
@attrs.frozen(repr=False)
class Column(Value):
    """A column of a table."""

    #: The heading, word for word.
    heading: str
    #: What the column holds, or ``None`` where the heading is none of the known ones.
    role: Role | None = None
    #: What its values are for, where the heading says so.
    period: Period | None = None

    @property
    def kind(self) -> str:
        """The kind of the sections that a column of section names holds.

        >>> read_heading("施策名").kind
        '施策'
        """
        return _NAME.sub("", _folded(self.heading))


def read_heading(text: str) -> Column:
    """Tell what a column holds.

    >>> read_heading("実績値(R5)")
    Column('実績値(R5)', role=Role.ACTUAL, period=FiscalYear(2023))
    >>> read_heading("令和9年度目標").role
    Role.TARGET
    >>> read_heading("達成状況").role is None
    True
    """
    folded = _folded(text[: 2 * _LENGTH]).casefold()
    if not folded or len(folded) > _LENGTH:
        return Column(text)
    if folded in SYNONYMS:
        return Column(text, SYNONYMS[folded])
    for word in _LONGEST_FIRST:
        before, found, after = folded.partition(word)
        if not found:
            continue
        rest = before + after
        period = read_period(rest).value if _DIGIT.search(rest) else None
        if period is not None or (not before and _BRACKETED.fullmatch(after)):
            return Column(text, SYNONYMS[word], period)
    return Column(text, Role.SECTION if _OWN_KIND.fullmatch(folded) else None)


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
