"""What the name of an indicator states: its head noun, its sense, that it is a difference."""

from __future__ import annotations

import re
from typing import Final

from kpikit.quantity import Change

__all__ = ["LOWER_IS_BETTER", "head", "is_difference", "stated_change"]

#: Head nouns of indicators where less is better. A caller may pass a set of their own.
LOWER_IS_BETTER: Final[frozenset[str]] = frozenset(
    {
        "死者数",
        "死亡者数",
        "死亡数",
        "死亡率",
        "死傷者数",
        "負傷者数",
        "犯罪認知件数",
        "認知件数",
        "事故件数",
        "事故発生件数",
        "出火件数",
        "火災件数",
        "火災発生件数",
        "排出量",
        "待機児童数",
        "自殺者数",
        "喫煙率",
        "失業率",
        "滞納額",
        "苦情件数",
        "停止時間",
        "待ち時間",
        "時間外勤務時間",
    }
)

_REMARK: Final = re.compile(r"[(（\[［][^()（）\[\]［］]*[)）\]］]$")
_MEASURE: Final = r"(?:数|量|額|率|分|幅|時間|件数|人数|割合|効果)?$"
_INCREASE: Final = re.compile("(?:増加|増)" + _MEASURE)
_DECREASE: Final = re.compile("(?:削減|減少|短縮|縮減)" + _MEASURE)
_DIFFERENCE: Final = re.compile("(?:差|かい離|乖離|増減|収支)" + _MEASURE)


def head(name: str) -> str:
    """Return *name* without the remark at its end, so that it ends in its head noun.

    >>> head("交通事故死者数(年間)")
    '交通事故死者数'
    """
    return _REMARK.sub("", name.strip()).rstrip()


def stated_change(name: str) -> Change:
    """Return the sense of change that the head noun states.

    >>> stated_change("簡易作業に係る作業削減時間")
    Change.DECREASE
    >>> stated_change("オープンデータ公開数")
    Change.LEVEL
    """
    noun = head(name)
    if _DECREASE.search(noun):
        return Change.DECREASE
    return Change.INCREASE if _INCREASE.search(noun) else Change.LEVEL


def is_difference(name: str) -> bool:
    """Whether the head noun is a difference, which may well be negative.

    >>> is_difference("男女の賃金差(%)")
    True
    """
    return _DIFFERENCE.search(head(name)) is not None
