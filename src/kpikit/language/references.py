"""What a value is compared with, by the words for it: the time before, the start."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import either

__all__ = ["BASELINE", "BEFORE", "START", "VALUE"]

#: The time before: 前年度, 昨年同月, 前回.
BEFORE: Final = "(?:(?:前|昨)年(?:度|同[月期])?|前[回期])"
#: The value at the start, by the word that stands for it where nothing else is said.
START: Final = "現状"
#: The value at the start, by its other words too: 基準年度, 策定時.
BASELINE: Final = f"(?:{either(START, '基準 当初 現在 計画策定時 策定時 初期')}[年値時]?度?)"
#: What may follow a word for a time: 前年度の実績値.
VALUE: Final = f"(?:の?{either('実績 調査 値 水準')})*"
