"""What the name of an indicator states: its head noun, its sense, that it is a difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kpikit.language import nouns as words
from kpikit.model.quantity import Change

__all__ = [
    "head",
    "is_difference",
    "is_share",
    "part_names",
    "stated_change",
    "stated_ratio",
]

#: The remarks at the end of a name: few, so that any text is searched in linear time.
_REMARKS: Final = r"(?:[(（\[［【][^()（）\[\]［］【】]*[)）\]］】]\s*){1,4}$"


@lru_cache(maxsize=4096)
def head(name: str) -> str:
    """Return *name* without the remarks at its end, so that it ends in its head noun.

    A name that is all remark is kept.

    >>> head("交通事故死者数(年間)【市内】"), head("(1)")
    ('交通事故死者数', '(1)')
    """
    name = name.strip()
    return re.sub(_REMARKS, "", name).rstrip() or name


def part_names(name: str, labels: Sequence[str]) -> tuple[str, ...]:
    """Return what each labelled part of an indicator is called.

    A label that is a measure is a name of its own; else it is the stretch of the name that
    has the label; else, where the name lists as many measures as there are parts, the one in
    the same place; else the whole name.

    >>> part_names("Twitterのフォロワー数、YouTubeの登録者数", ["Twitter(現X)", "YouTube"])
    ('Twitterのフォロワー数', 'YouTubeの登録者数')
    >>> part_names("交通事故死者数", ["①", "②"])
    ('交通事故死者数', '交通事故死者数')
    """
    listed = [
        each for each in re.split(words.LISTED, name) if re.search(words.MEASURED, head(each))
    ]
    in_place = listed if len(listed) == len(labels) else [name] * len(labels)
    names: list[str] = []
    for label, placed in zip(labels, in_place, strict=True):
        noun = head(label)
        found = [each for each in listed if noun and noun in each]
        if re.search(words.MEASURED, noun):
            found = [label]
        names.append(found[0] if len(found) == 1 else placed)
    return tuple(names)


@lru_cache(maxsize=4096)
def stated_change(name: str) -> Change:
    """Return the sense of change that the head noun states, together with its measure.

    >>> stated_change("簡易作業に係る作業削減時間")
    Change.DECREASE
    >>> stated_change("オープンデータ公開数"), stated_change("運用保守費の削減")
    (Change.LEVEL, Change.LEVEL)
    """
    noun = head(name)
    if re.search(words.DECREASE, noun):
        return Change.DECREASE
    return Change.INCREASE if re.search(words.INCREASE, noun) else Change.LEVEL


def stated_ratio(name: str) -> str:
    """Return what an indicator is a ratio to, where its name says so, else ``""``.

    >>> stated_ratio("ごみ排出量(対前年度比)"), stated_ratio("ごみ排出量")
    ('前年度', '')
    """
    found = re.search(words.RATIO, name)
    return found["of"] if found else ""


def is_share(name: str) -> bool:
    """Whether an indicator's name says that it is a share of something.

    >>> is_share("経常収支比率(%)"), is_share("利用者数")
    (True, False)
    """
    return re.search(words.OF_SHARE, head(name)) is not None


def is_difference(name: str) -> bool:
    """Whether the head noun is a difference, which may well be negative.

    >>> is_difference("男女の賃金差(%)")
    True
    """
    return re.search(words.DIFFERENCE, head(name)) is not None
