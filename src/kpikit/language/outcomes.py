"""What is said of an outcome in words: that it is done, that it is not yet, that it is curbed."""

from __future__ import annotations

from typing import Final

from kpikit.language.headings import MARKS
from kpikit.language.words import either

__all__ = [
    "COUNT_OF_RESULTS",
    "CURBED",
    "DONE",
    "MET",
    "MORE_THAN_A_WAY",
    "NOT_MET",
    "NOT_YET",
    "RESULT",
]

#: What may follow the outcome when it is reported as done.
DONE: Final = r"(?:済|済み|した|しました|完了|を?実施済み?|が?完了した)?"
#: What is not done yet; 未来 and 未然 are other words.
NOT_YET: Final = "未(?![来然])|予定|検討中"
#: Words that say more than which way, each year for itself or a rise that is only to be slowed:
#: one number above or below the baseline does not show it.
MORE_THAN_A_WAY: Final = (
    "毎|連続|年々|各年|ずつ|傾向|幅|"
    "(?:増|減|低|縮|悪化|上昇|伸び|拡大|流出).*(?:抑制|防止|緩和|鈍化|歯止め)"
)
#: What may be meant of a rise, without saying so: costs that have risen may still be curbed.
CURBED: Final = "抑制"
#: What a publisher says of a target that is met, and of one that is not, the usual word first.
MET: Final = ("達成", "達成済", "達成済み", "目標達成")
NOT_MET: Final = ("未達成", "未達", "目標未達成", "非達成")

_WORDS: Final = (
    *MET,
    *NOT_MET,
    *"概ね達成 おおむね達成 ほぼ達成 一部達成 改善 改善傾向 やや改善 横ばい 変化なし 変わらない".split(),
    *"維持 悪化 悪化傾向 やや悪化 後退 順調 概ね順調 おおむね順調 予定どおり 計画どおり".split(),
    *"やや遅れ やや遅れている 遅れ 遅れている 大幅な遅れ 遅延 停滞 完了 実施済 実施中 着手".split(),
    *"未着手 未実施 一部実施 継続 見直し 廃止 中止 休止 拡充 縮小 判定不能 判定できない".split(),
    *"評価できない 評価困難 評価不能 評価対象外 未評価 判断できない 対象外 未確定 集計中".split(),
)
#: What a publisher says of how an indicator went, as a table that counts such results has it.
RESULT: Final = rf"(?:{MARKS})?[:：]?[(]?(?:{either(*_WORDS)})?[)]?"
_OF_THEM: Final = either("件 指標 項目 事業 施策 取組 個 つ")
#: How many there are of one, and what share of all: 23件(76.7%).
COUNT_OF_RESULTS: Final = rf"(?P<result>(?:{RESULT})|合?計)[:：]?(?P<count>\d{{1,4}})?(?:{_OF_THEM})?(?:[(]?\d{{1,3}}(?:\.\d+)?%[)]?)?"
