"""Head nouns of indicators: which way is better, what they measure, what change they name."""

from __future__ import annotations

from typing import Final, NamedTuple

from kpikit.language.references import BASELINE, BEFORE, VALUE
from kpikit.language.sentences import AND
from kpikit.language.words import Words, either, having
from kpikit.language.years import ERA_YEAR

__all__ = [
    "AMOUNTS",
    "CUT",
    "DECREASE",
    "DIFFERENCE",
    "HEAD_NOUNS",
    "INCREASE",
    "LESS_IS_BETTER",
    "LISTED",
    "MEASURED",
    "MEASURES",
    "MORE",
    "NET",
    "OF_ANOTHER",
    "OF_A_WHOLE",
    "OWN",
    "PER",
    "RATIO",
    "SHARES",
    "TURNED",
    "UNITS_OF",
    "Measure",
]

# -- nouns with a sense ------------------------------------------------------------------------

#: Head nouns. ``less``: less is better; ``whole``: a share of a whole, none of which exceeds
#: 100 % or is negative.
HEAD_NOUNS: Final = (
    # People who come to harm
    Words("死者数 死亡者数 死亡数 死亡率 死傷者数 負傷者数 自殺者数", "less"),
    # Crime, accidents, fire
    Words("犯罪認知件数 認知件数 犯罪件数 犯罪発生件数 犯罪率 被害額 被害金額 被害件数", "less"),
    Words("被害面積 事故件数 事故発生件数 出火件数 出火率 火災件数 火災発生件数", "less"),
    Words("障害発生件数", "less"),
    # Waste, water, land
    Words("排出量 ごみ量 最終処分量 焼却量 廃棄量 食品ロス量 漏水率 空き家率", "less"),
    Words("耕作放棄地面積 遊休農地面積 荒廃農地面積 放置自転車台数", "less"),
    # Health and care
    Words("喫煙率 有病率", "less whole"),
    Words("有病者率 罹患率 欠食率 要介護認定率", "less"),
    Words("受診率 接種率", "whole"),
    # Children
    Words("待機児童数 不登校児童数 不登校生徒数 不登校児童生徒数 不登校率", "less"),
    Words("進学率 合格率", "whole"),
    # Work
    Words("失業率 離職率", "less whole"),
    Words("離職者数 残業時間 残業時間数 所定外労働時間 所定外労働時間数", "less"),
    Words("超過勤務時間 時間外勤務時間", "less"),
    Words("就業率 就職率", "whole"),
    # Money owed
    Words("滞納額 滞納率 滞納者数 滞納件数 収入未済額 実質公債費比率 将来負担比率", "less"),
    Words("経常収支比率 市債残高 県債残高 地方債残高 企業債残高", "less"),
    # Waiting and complaints
    Words("苦情件数 停止時間 待ち時間 待機者数", "less"),
    # Moving away
    Words("転出者数 転出超過数", "less"),
    # What is known, used or done
    Words("割合 普及率 認知率 認知度 加入率 設置率 投票率 回答率 満足度", "whole"),
    Words("耐震化率 舗装率 水洗化率 策定率 導入率", "whole"),
)

#: Head nouns where less is better.
LESS_IS_BETTER: Final = frozenset(having(HEAD_NOUNS, "less"))
#: Head nouns of shares of a whole.
OF_A_WHOLE: Final = having(HEAD_NOUNS, "whole")
#: Words in a name that make a share one of something else: of a plan, of the year before.
OF_ANOTHER: Final = ("比", "対する", "増", "減", "達成", "計画")

# -- nouns of measure --------------------------------------------------------------------------


class Measure(NamedTuple):
    """Nouns of one measure."""

    #: The nouns, parted by blanks.
    nouns: str
    #: The base unit that no other noun has; ``""`` if there is none.
    unit: str = ""
    #: The base units that a level of it may have; ``""`` for any.
    units: str = ""
    #: Whether it is an amount, which is no share of anything.
    is_amount: bool = False


#: What a name ends in.
MEASURES: Final = (
    Measure("数 回数 枚数 部数 日数 台数 戸数 頭数 量", is_amount=True),
    Measure("人数 者数 件数", unit="人", is_amount=True),
    Measure("額 金額", unit="円", is_amount=True),
    Measure("面積", unit="m2", is_amount=True),
    Measure("距離", unit="m"),
    Measure("時間", unit="時間", units="時間 日 か月 年"),
    Measure("率 割合", units="% ポイント 倍 点"),
    Measure("分 幅 効果"),
)

#: Nouns of an amount.
AMOUNTS: Final = tuple(each for row in MEASURES if row.is_amount for each in row.nouns.split())
#: Each noun whose units are known, with their base units.
UNITS_OF: Final = tuple(
    (tuple(row.nouns.split()), frozenset(row.units.split())) for row in MEASURES if row.units
)
#: Base unit → the nouns that cannot have it, since it is that of others.
OWN: Final = {
    own.unit: tuple(
        noun for row in MEASURES if row.unit not in ("", own.unit) for noun in row.nouns.split()
    )
    for own in MEASURES
    if own.unit
}
_MEASURE: Final = either(*(row.nouns for row in MEASURES))

# -- nouns of change ---------------------------------------------------------------------------

MORE: Final = "増加 増 増大 拡大 上昇 向上"
CUT: Final = "削減 減少 短縮 縮減 縮小 低減 低下 圧縮 軽減 抑制"
#: What becomes of something bad, so that more of it is better.
_ENDED: Final = "解消 防止 回避"
#: What is done to something bad; 改善率 is no part of it, 改善した is.
_HANDLED: Final = "改善 活用 撤去 除却 解決 整理 徴収 回収 収納 再生"
_DONE: Final = either("した された できた")
_GAP: Final = "差 かい離 乖離 増減 収支"

#: 削減時間 is a reduction; whether 経費の削減 is one or what is left of the costs, the name does
#: not say.
INCREASE: Final = f"{either(MORE)}{_MEASURE}$"
DECREASE: Final = f"{either(CUT)}{_MEASURE}$"
#: What may well be negative.
DIFFERENCE: Final = f"{either(_GAP)}{_MEASURE}?$"
#: What a name of its own ends in.
MEASURED: Final = f"(?:{_MEASURE}|度)$"
#: What before a noun turns it round: 非喫煙率, 解消した待機児童数.
TURNED: Final = f"(?:非|(?<!未){either(CUT, _ENDED)}{_DONE}?|{either(_HANDLED)}{_DONE})$"
#: Words of counts that are a difference.
NET: Final = tuple(f"{_GAP} 移動 超過 増 減 動態 変動 純".split())

# -- what a name says beside its noun ----------------------------------------------------------

#: Words of a remark that say per what a value is: 人口10万対, 千人当たり.
PER: Final = ("当たり", "あたり", "当り", "対")
#: Words of a remark that make a share of an amount: 2013年度比.
SHARES: Final = ("比", "率", "割合", "%", "％")
#: A ratio to another value of the same indicator: ごみ排出量(対前年度比), 2013年度比.
RATIO: Final = (
    rf"(?P<of>{BEFORE}|{BASELINE}|(?:{ERA_YEAR}|\d{{4}})年?度?)"
    rf"{VALUE}の?{either('比 比率 割合')}(?!較)"
)
#: What stands between the names of a list.
LISTED: Final = f"[、，,]|{either(AND)}"
