"""What a value is compared with, by the words for it: the time before, the start."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import KANJI, either

__all__ = [
    "BASELINE",
    "BEFORE",
    "EARLIER",
    "LAST_TERM",
    "LAST_TIME",
    "LAST_YEAR",
    "OF_YEAR",
    "ONE_WORD",
    "SET",
    "SETS",
    "SETTING",
    "START",
    "STARTING",
    "VALUE",
    "WHOLE_YEAR",
    "YEAR",
]

#: The time before: 前年度, 昨年同月, 前回.
BEFORE: Final = "(?:(?:前|昨)年(?:度|同[月期])?|前[回期])"
#: The time before, whatever stands behind it.
EARLIER: Final = "前年|昨年|前回|前期"
#: The value at the start, by the word that stands for it where nothing else is said.
START: Final = "現状"
#: The value at the start, by its other words too: 基準年度, 策定時.
BASELINE: Final = f"(?:{either(START, '基準 当初 現在 計画策定時 策定時 初期')}[年値時]?度?)"
#: What may follow a word for a time: 前年度の実績値.
VALUE: Final = f"(?:の?{either('実績 調査 値 水準')})*"

#: What may follow a word for a time in the reference of a rule: 現状水準, 基準年度比.
_OF_RULE: Final = f"(?:の?{either('実績 調査 比 値 水準')})*"
#: How a rule calls the value of the year before …
LAST_YEAR: Final = f"(?:対?前|昨)年度?{_OF_RULE}"
#: … that of the time before, whatever its year …
LAST_TIME: Final = f"対?前回{_OF_RULE}"
#: … that of the term before …
LAST_TERM: Final = f"対?前期{_OF_RULE}"
#: … that at the start, perhaps with its year …
STARTING: Final = (
    f"対?(?:現状|現況|現行|従来|基準|当初|現在|計画当初|(?:計画)?(?:策定|開始)時点?|初期)"
    rf"(?:年度?|時)?(?:実績)?{_OF_RULE}(?P<dated>[(（][^()（）]+[)）])?{_OF_RULE}"
)
#: … and that of a year.
YEAR: Final = (
    r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR])\s*(?P<count>元|\d{1,2})(?!\d)|(?P<year>\d{4})"
)
#: A year and nothing else: as a calendar has it, or of an office.
WHOLE_YEAR: Final = rf"(?:{YEAR})(?:(?P<calendar>年)|年度)?"
OF_YEAR: Final = f"対?(?:{YEAR})年?度?末?{_OF_RULE}"
#: What another document does, and what it is that it sets.
SETS: Final = "定める"
SETTING: Final = f"{either('で に の')}{SETS}"
SET: Final = "目標 指標 目標値 指標値 数値目標 数値 値 水準"
#: What makes one word with what follows; a year (令和4年度) and 対 do not.
ONE_WORD: Final = f"{KANJI}(?<![年度対])$"
