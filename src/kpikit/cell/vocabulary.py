"""The words that cells are read by: a value that a city may extend, never global state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.cell._fold import fold
from kpikit.observation import Missing

__all__ = ["USUAL", "Vocabulary"]

_NONE: Final = (
    "-",
    "--",
    "---",
    "ー",
    "/",
    *(
        f"{what}{none}"
        for what in ("", "該当", "該当者", "対象者", "実績", "実績値")
        for none in ("なし", "無し")
    ),
    "N/A",
    "n/a",
    "NA",
)
_PENDING: Final = ("調整中", "未確定", "未定", "検討中", "確定待ち")
#: What is done to get a value, and what may have become of it: 集計中, 未調査, 算定不能.
_DOING: Final = (
    "調査",
    "測定",
    "計測",
    "集計",
    "算定",
    "算出",
    "把握",
    "回答",
    "公表",
    "発表",
    "確認",
    "精査",
    "審査",
)
_UNDER_WAY: Final = ("中", "待ち", "予定")
_UNDONE: Final = ("なし", "無し", "不能", "不可", "未実施", "せず", "できず", "していない")
_NOT_PUBLISHED: Final = ("非公表", "公表前", "データなし", "数値なし", "不明")
#: What may be named before it: データ未公表.
_OF_WHAT: Final = ("", "データ", "数値", "実績", "実績値", "結果")


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    """Write words as cells are read: in half width, with one kind of dash."""
    return tuple(fold(word).text for word in words)


def _folded_keys(missing: Mapping[str, Missing]) -> Mapping[str, Missing]:
    return {fold(mark).text: why for mark, why in missing.items()}


def _usual_missing() -> Mapping[str, Missing]:
    marks: dict[str, Missing] = dict.fromkeys(_NONE, Missing.NONE)
    marks |= dict.fromkeys(("…", "‥", "...", "・・・"), Missing.NOT_PUBLISHED)
    marks |= dict.fromkeys(("x", "X", "χ"), Missing.SUPPRESSED)
    for doing in _DOING:
        undone = (f"未{doing}", *(f"{doing}{each}" for each in _UNDONE))
        for what in _OF_WHAT:
            marks |= dict.fromkeys((what + each for each in undone), Missing.NOT_PUBLISHED)
            marks |= dict.fromkeys((what + doing + each for each in _UNDER_WAY), Missing.PENDING)
    marks["未集計"] = Missing.PENDING
    marks |= dict.fromkeys(_NOT_PUBLISHED, Missing.NOT_PUBLISHED)
    marks |= dict.fromkeys(_PENDING, Missing.PENDING)
    return MappingProxyType(marks)


@final
@attrs.frozen(repr=False, kw_only=True)
class Vocabulary(Value):
    """What a table's words mean, beside the grammar that every table shares.

    A city adds its own words by making one of these and passing it to the reading functions:
    nothing is registered and nothing is global. Words may be written in any width.

    >>> own = Vocabulary(units=("メッシュ以上区画",), missing={"後日": Missing.PENDING})
    >>> own.missing["後日"]
    Missing.PENDING
    """

    #: Units that the grammar would cut short, since they hold a word of its own.
    units: tuple[str, ...] = attrs.field(default=(), converter=_folded)
    #: Cells that stand for a missing value → why.
    missing: Mapping[str, Missing] = attrs.field(
        factory=dict[str, Missing], converter=_folded_keys, hash=False
    )
    #: Comparators that may be referred to, beside 全国平均 and the like.
    references: tuple[str, ...] = attrs.field(default=(), converter=_folded)
    #: The era of years that name none (``32年度``): ``平成``, ``令和``; ``None`` refuses them.
    era: str | None = None
    #: Whether a year without 年 or 年度 (``R5``) is a fiscal year.
    fiscal_year_default: bool = True

    def why_missing(self, folded: str) -> Missing | None:
        """Return why a whole folded cell has no value, or ``None`` if it may have one."""
        bare = folded.strip(" ()[]【】〔〕〈〉。※")
        return self.missing.get(bare) or _USUAL_MISSING.get(bare)


_USUAL_MISSING: Final = _usual_missing()

#: The words of every table.
USUAL: Final = Vocabulary()
