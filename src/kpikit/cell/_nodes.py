"""What the grammar makes of tokens: phrases, parts, a cell; and its fault."""

from __future__ import annotations

import re
from typing import Final

import attrs

from kpikit.cell._fold import Folded
from kpikit.cell._scan import Token
from kpikit.verdict import Direction

__all__ = [
    "SPANS",
    "Cell",
    "CellFault",
    "Part",
    "Phrase",
    "is_floor",
    "is_strict",
    "qualifies",
    "way_of",
]

_BULLETS: Final = frozenset("○●◯■□◆◇▪・")
_CEILINGS: Final = ("以下", "以内", "未満", "下回", "少", "低", "小", "減", "短")
#: Bounds before a number: the floors, and the ceilings.
_AT_LEAST: Final = ("少なくとも", "最低", "最小", "下限")
_AT_MOST: Final = ("上限", "最大", "最高", "多く", "長く", "遅く", "せいぜい")
#: What turns a bound round, and includes it: を下回らない.
_NOT_BEYOND: Final = ("回らない", "えない")
_STRICT: Final = ("未満", "超", "越", "上回", "下回", "より")


class CellFault(Exception):  # noqa: N818 - a fault of a cell, which becomes an issue
    """Characters, in folded offsets, that the grammar does not take."""

    def __init__(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Keep the code of the issue and where it is."""
        super().__init__(code, start, end, detail)
        self.code, self.start, self.end, self.detail = code, start, end, detail


@attrs.define(eq=False)
class Phrase:
    """One number, or one reference, with all that qualifies it."""

    core: Token
    #: The words before it that are no modifiers: its label, or the words of a sentence.
    lead: list[Token] = attrs.Factory(list[Token])
    #: Its modifiers by kind, in the order of the text.
    modifiers: list[Token] = attrs.Factory(list[Token])
    #: The bracket that it stands in, ``""`` if in none.
    bracket: str = ""
    #: The other end of a range, or of a band, or the next unit of 2時間30分.
    other: Phrase | None = None
    #: What it is a part of: the 25市町 of 16市町/25市町.
    whole: Token | None = None
    #: How far it may be off on either side: the 5% of 80±5%.
    spread: Token | None = None
    #: The bracketed groups behind it.
    groups: list[Token] = attrs.Factory(list[Token])
    #: The words behind it.
    trail: list[Token] = attrs.Factory(list[Token])

    def modifier(self, kind: str) -> Token | None:
        """Return the first modifier of *kind*."""
        for each in self.modifiers:
            if each.kind == kind:
                return each
        return None

    @property
    def is_measure(self) -> bool:
        """Whether the core is a number in digits, not a word such as 半減."""
        return self.core.kind == "measure"

    @property
    def unit(self) -> str:
        """The unit of the core, ``""`` if none is written."""
        own = self.core.unit if self.core.kind == "measure" else ""
        return own or (self.spread.unit if self.spread is not None else "")

    @property
    def start(self) -> int:
        """Where the phrase begins, its words left out."""
        first = self.core.start
        for each in self.modifiers:
            first = min(first, each.start)
        return first if self.whole is None else min(first, self.whole.start)

    @property
    def end(self) -> int:
        """Where the phrase ends, its words left out."""
        last = self.core.end
        for each in self.modifiers:
            last = max(last, each.end)
        if self.whole is not None:
            last = max(last, self.whole.end)
        if self.spread is not None:
            last = max(last, self.spread.end)
        return last if self.other is None else max(last, self.other.end)


@attrs.define(eq=False)
class Part:
    """What stands behind one mark (①, ○), or a whole cell that has none."""

    mark: str
    phrases: list[Phrase]
    #: All that stands before the first phrase, or everything if there is none.
    lead: list[Token]
    start: int
    end: int

    @property
    def label(self) -> str:
        """The mark if it is a number of its own (①), ``""`` for a bullet."""
        return "" if self.mark in _BULLETS else self.mark


@attrs.frozen(eq=False)
class Cell:
    """A parsed cell."""

    folded: Folded
    tokens: list[Token]
    parts: list[Part]
    #: What stands behind each ※.
    notes: list[list[Token]]


def is_floor(bound: str) -> bool:
    """Whether a bound word is a floor."""
    if bound.startswith(_AT_LEAST):
        return True
    if bound.startswith(_AT_MOST):
        return False
    is_ceiling = any(word in bound for word in _CEILINGS)
    return is_ceiling if bound.endswith(_NOT_BEYOND) else not is_ceiling


def way_of(change: str) -> Direction | None:
    """Return the way that a word of change leads; whether 改善 leads up or down is open.

    >>> way_of("に減少"), way_of("まで向上"), way_of("に改善")
    (Direction.LOWER, Direction.HIGHER, None)
    """
    if "改善" in change:
        return None
    return Direction.LOWER if _DECREASE.search(change) else Direction.HIGHER


_DECREASE: Final = re.compile("[減低縮抑下]|(?i:down)|ダウン")


def is_strict(bound: str) -> bool:
    """Whether a bound word leaves the bound itself out."""
    return not bound.endswith(_NOT_BEYOND) and any(word in bound for word in _STRICT)


#: Words beside the period in a bracket that say how firm or of when its value is.
_ASIDE: Final = re.compile(
    "(?:の|直近|過去|年度?|末|時点|現在|実績|見込み?|予定|推計|予測|速報|暫定|確定|値|調査|決算|当初|予算|平均|累計|まで|から|卒|以降|目標){1,5}"
)
#: Units of a stretch of time.
SPANS: Final = frozenset({"年", "年間", "か年", "ヶ年", "カ年", "ヵ年"})
_QUALIFYING: Final = frozenset({"period", "statistic", "sep", "open", "close", "range"})


#: A survey, or what else a value may be from.
_SOURCE: Final = re.compile(
    "[^0-9]*(?:調査|アンケート|センサス|統計|データ|実績|決算|報告書?|調べ)(?:結果|値|より)?"
)
_OTHER_VALUES: Final = frozenset({"period", "measure", "reference", "bound", "arrow"})


def _names_source(inner: tuple[Token, ...]) -> bool:
    """Whether a bracket names what its value is from and when: (令和4年度市民意識調査)."""
    if len(inner) == 1 or inner[0].kind != "period":
        return False
    words = inner[0].match.string[inner[1].start : inner[-1].end]
    others = _OTHER_VALUES.intersection(token.kind for token in inner[1:])
    return not others and _SOURCE.fullmatch(words) is not None


def qualifies(group: Token) -> bool:
    """Whether a bracket only dates its value or says how it is totalled: (R5~8累計)."""
    if group.inner and _names_source(group.inner):
        return True
    for token in group.inner:
        is_span = token.kind == "measure" and token.unit in SPANS
        is_word = token.kind == "word" and _ASIDE.fullmatch(token.text)
        if not (is_span or is_word or token.kind in _QUALIFYING):
            return False
    return bool(group.inner)
