"""Words of a column that says which way is better: 望ましい方向, 改善の方向."""

from __future__ import annotations

from typing import Final

from kpikit.language.lexicon import CLASSES, expanded
from kpikit.language.words import either

__all__ = ["AT_LEAST", "AT_MOST", "HIGHER", "LOWER", "MET", "MISSED", "STAYING"]

#: The words behind a target that say which way is better.
AT_LEAST: Final = "以上"
AT_MOST: Final = "以下"

#: What stands beside the words below and changes nothing of them: 数値が高いほど良い.
_BESIDE: Final = either(
    "数値 値 実績値 指標値 が は を に の する させる こと ほど 方 ほう 方向 傾向 もの",
    "望ましい のぞましい 好ましい 良い よい いい 目指す ( ) . 。",
)
_UP: Final = either("↑ ↗ ⇧ ⇗ ⬆ ⤴ プラス", *expanded(CLASSES["up"]), CLASSES["more"])
_DOWN: Final = either("↓ ↘ ⇩ ⇘ ⬇ ⤵ マイナス 下向き", *expanded(CLASSES["down"]), CLASSES["less"])
#: A whole cell that says that more is better, and nothing else.
HIGHER: Final = f"{_BESIDE}*+(?:{_UP}{_BESIDE}*+)++"
#: A whole cell that says that less is better, and nothing else.
LOWER: Final = f"{_BESIDE}*+(?:{_DOWN}{_BESIDE}*+)++"
#: A whole cell that says that a value is to stay as it is: of a target that says its own bound, no more.
STAYING: Final = f"{_BESIDE}*+{either('→ ⇒ ↔ ➡', *expanded(CLASSES['keep']))}{_BESIDE}*+"
#: A whole cell that says that the target was met, or missed.
MET: Final = either("達成 目標達成 達成済 達成済み 達成した 目標を達成")
MISSED: Final = either("未達成 未達 目標未達成 達成せず 達成していない 達成できなかった")
