"""What the name of an indicator states: its head noun, its sense, that it is a difference."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from kpikit.quantity import Change

__all__ = [
    "LOWER_IS_BETTER",
    "head",
    "is_difference",
    "is_lower_better",
    "part_names",
    "stated_change",
    "stated_ratio",
]

#: Head nouns of indicators where less is better. A caller may pass a set of their own.
LOWER_IS_BETTER: Final[frozenset[str]] = frozenset(
    {
        # People who come to harm
        "死者数",
        "死亡者数",
        "死亡数",
        "死亡率",
        "死傷者数",
        "負傷者数",
        "自殺者数",
        # Crime, accidents, fire
        "犯罪認知件数",
        "認知件数",
        "犯罪件数",
        "犯罪発生件数",
        "犯罪率",
        "被害額",
        "被害金額",
        "被害件数",
        "被害面積",
        "事故件数",
        "事故発生件数",
        "出火件数",
        "出火率",
        "火災件数",
        "火災発生件数",
        "障害発生件数",
        # Waste, water, land
        "排出量",
        "ごみ量",
        "最終処分量",
        "焼却量",
        "廃棄量",
        "食品ロス量",
        "漏水率",
        "空き家率",
        "耕作放棄地面積",
        "遊休農地面積",
        "荒廃農地面積",
        "放置自転車台数",
        # Health and care
        "喫煙率",
        "有病率",
        "有病者率",
        "罹患率",
        "欠食率",
        "要介護認定率",
        # Children
        "待機児童数",
        "不登校児童数",
        "不登校生徒数",
        "不登校児童生徒数",
        "不登校率",
        # Work
        "失業率",
        "離職率",
        "離職者数",
        "残業時間",
        "残業時間数",
        "所定外労働時間",
        "所定外労働時間数",
        "超過勤務時間",
        "時間外勤務時間",
        # Money owed
        "滞納額",
        "滞納率",
        "滞納者数",
        "滞納件数",
        "収入未済額",
        "実質公債費比率",
        "将来負担比率",
        "経常収支比率",
        "市債残高",
        "県債残高",
        "地方債残高",
        "企業債残高",
        # Waiting and complaints
        "苦情件数",
        "停止時間",
        "待ち時間",
        "待機者数",
        # Moving away
        "転出者数",
        "転出超過数",
    }
)

#: The remarks at the end of a name: few, so that any text is searched in linear time.
_REMARKS: Final = re.compile(r"(?:[(（\[［【][^()（）\[\]［］【】]*[)）\]］】]\s*){1,4}$")
#: What before a noun turns it round: 非喫煙率, 解消した待機児童数.
_TURNED: Final = re.compile(
    "(?:非|(?<!未)(?:解消|削減|減少|縮減|低減|抑制|防止|回避)(?:した|された|できた)?"
    "|(?:改善|活用|撤去|除却|解決|整理|徴収|回収|収納|再生)(?:した|された|できた))$"
)
#: A noun of measure. 削減時間 is a reduction; whether 経費の削減 is one or what is left of the
#: costs, the name does not say.
_MEASURE: Final = r"(?:[件人回枚部日台戸頭]?数|量|額|率|分|幅|時間|割合|面積|距離|効果)"
_INCREASE: Final = re.compile(f"(?:増加|増){_MEASURE}$")
_DECREASE: Final = re.compile(f"(?:削減|減少|短縮|縮減){_MEASURE}$")
_DIFFERENCE: Final = re.compile(f"(?:差|かい離|乖離|増減|収支){_MEASURE}?$")
_MEASURED: Final = re.compile(f"(?:{_MEASURE}|度)$")
#: A ratio to another value of the same indicator: ごみ排出量(対前年度比), 2013年度比.
_RATIO: Final = re.compile(
    r"(?P<of>(?:前|昨)年(?:度|同[月期])?|前[回期]|(?:現状|基準|当初|現在)[年値時]?度?"
    r"|(?:(?:明治|大正|昭和|平成|令和|[MTSHR])(?:元|\d{1,2})|\d{4})年?度?)"
    r"(?:の?(?:実績|調査|値))*の?(?:比率?|割合)(?!較)"
)
_LISTED: Final = re.compile("[、，,]|及び|並びに")


def head(name: str) -> str:
    """Return *name* without the remarks at its end, so that it ends in its head noun.

    A name that is all remark is kept.

    >>> head("交通事故死者数(年間)【市内】"), head("(1)")
    ('交通事故死者数', '(1)')
    """
    name = name.strip()
    return _REMARKS.sub("", name).rstrip() or name


def is_lower_better(name: str, nouns: Collection[str] = LOWER_IS_BETTER) -> bool:
    """Whether the head noun is one of *nouns*, where less is better.

    Not so where a word before it turns it round.

    >>> is_lower_better("交通事故死者数(年間)"), is_lower_better("死者数の減少率")
    (True, False)
    >>> is_lower_better("待機児童数"), is_lower_better("解消した待機児童数")
    (True, False)
    """
    return _ends_in(name, frozenset(nouns))


@lru_cache(maxsize=4096)
def _ends_in(name: str, nouns: frozenset[str]) -> bool:
    noun = head(name)
    found = [each for each in nouns if noun.endswith(each)]
    return bool(found) and not _TURNED.search(noun.removesuffix(max(found, key=len)))


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
    listed = [each for each in _LISTED.split(name) if _MEASURED.search(head(each))]
    in_place = listed if len(listed) == len(labels) else [name] * len(labels)
    names: list[str] = []
    for label, placed in zip(labels, in_place, strict=True):
        noun = head(label)
        found = [each for each in listed if noun and noun in each]
        if _MEASURED.search(noun):
            found = [label]
        names.append(found[0] if len(found) == 1 else placed)
    return tuple(names)


def stated_change(name: str) -> Change:
    """Return the sense of change that the head noun states, together with its measure.

    >>> stated_change("簡易作業に係る作業削減時間")
    Change.DECREASE
    >>> stated_change("オープンデータ公開数"), stated_change("運用保守費の削減")
    (Change.LEVEL, Change.LEVEL)
    """
    noun = head(name)
    if _DECREASE.search(noun):
        return Change.DECREASE
    return Change.INCREASE if _INCREASE.search(noun) else Change.LEVEL


def stated_ratio(name: str) -> str:
    """Return what an indicator is a ratio to, where its name says so, else ``""``.

    >>> stated_ratio("ごみ排出量(対前年度比)"), stated_ratio("ごみ排出量")
    ('前年度', '')
    """
    found = _RATIO.search(name)
    return found["of"] if found else ""


def is_difference(name: str) -> bool:
    """Whether the head noun is a difference, which may well be negative.

    >>> is_difference("男女の賃金差(%)")
    True
    """
    return _DIFFERENCE.search(head(name)) is not None
