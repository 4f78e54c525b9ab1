"""What is said of an outcome in words: that it is done, that it is not yet, that it is curbed."""

from __future__ import annotations

from typing import Final

__all__ = ["CURBED", "DONE", "MET", "MORE_THAN_A_WAY", "NOT_MET", "NOT_YET"]

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
