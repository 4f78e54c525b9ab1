"""Words beside a period: what its value is, what heads it, how long it is, which other is meant."""

from __future__ import annotations

from typing import Final

from kpikit.language.statistic import TOTAL
from kpikit.language.words import Words, having
from kpikit.language.years import FISCAL_YEAR, INSTANTS, START

__all__ = [
    "AFTER_HEADINGS",
    "AIMED",
    "ASIDES",
    "BOUNDS",
    "CALENDAR",
    "COMPARED",
    "COUNTED",
    "FOOTNOTE",
    "HEADINGS",
    "HEADING_ENDS",
    "HEADS",
    "LATELY",
    "MEASURED_ENDS",
    "NOW",
    "NTH_YEAR",
    "OF",
    "OTHER_TIMES",
    "PARTS_OF_PLANS",
    "PLAN",
    "PLANS",
    "SINCE",
    "SPACE",
    "SPANS_OF_PLANS",
    "STAGES",
    "STARTS",
    "STATUSES",
    "SUM",
    "SUMS",
    "SURVEYS",
    "TERMS",
    "TO",
    "UNITS_OF_TIME",
    "WITHIN",
    "YEARS_BEFORE",
]

# -- between and behind periods ----------------------------------------------------------------

#: What joins the ends of a span, the usual word first; only that one stands in running text.
SINCE: Final = ("から", "より")
#: Behind the second end, and behind what is due.
TO: Final = "まで"
#: Between two nouns.
OF: Final = "の"
#: What sums and means of several years are called, and the short word for one.
SUMS: Final = f"{TOTAL} 平均 合計 通算 中央値"
SUM: Final = "計"

#: Words that say what the value of a period is, not when it is. ``aside``: in brackets other words
#: may stand before it; ``survey``: nouns may, without brackets too.
_STATUSES: Final = (
    Words(f"{TO} {TO}に における において {INSTANTS} 調査時点"),
    Words("実績", "aside"),
    Words("実績値 実績見込み 実績見込 見込み値 見込値 見込み 見込 推計値 推計"),
    Words("速報値 速報 暫定値 暫定 確定値 確定 決算 決算値 決算額 予算 予算額 当初予算"),
    Words("目標値 目標", "survey"),
    Words("計画 計画値 中間目標 中間 最終目標 最終"),
    Words("調査", "aside survey"),
    Words("調査結果", "survey"),
    Words(SUMS),
    Words("卒業者 卒業 卒 入学者 入学 産 分"),
)
STATUSES: Final = " ".join(row.words for row in _STATUSES)
#: Words that say so unless one of some letters follows: 中旬, 内訳.
WITHIN: Final = {"中": "旬間", "内": "訳"}
#: What the value at the start is called behind its period.
STARTS: Final = f"基準値 現状値 {START}値"
#: How a noun phrase behind a period ends that says what was measured …
SURVEYS: Final = (
    *having(_STATUSES, "survey"),
    *"アンケート アンケート結果 統計 センサス 国調".split(),
)
#: … and one in brackets.
ASIDES: Final = " ".join([*having(_STATUSES, "aside"), "結果 大会結果 公表 時点"])
#: What bounds a period, so that it is no name of a survey.
BOUNDS: Final = f"以上 以下 以内 以前 以降 以外 未満 {SINCE[1]} {TO}"

#: How long a span is, behind の and perhaps a number: R2からR5までの4か年間とする.
COUNTED: Final = "かヶカヵケ箇"
SPACE: Final = "間"
#: What makes an aim of a period, in front of it too: 目標とするR5.
AIMED: Final = "とする とします です である"
#: What stands between a heading and its period: 目標年次は、令和12年.
AFTER_HEADINGS: Final = "は、"
#: The year of a plan, by its place in it: 計画5年目の令和10年度.
NTH_YEAR: Final = "年目"
PLAN: Final = "計画"
#: Means of some years, before them in brackets: 直近3か年平均（R3～5）.
LATELY: Final = "直近 過去"
#: What the name of something measured ends in.
MEASURED_ENDS: Final = "率 数 値 割合 量 額 件数 人数"
#: … and the name of a plan, perhaps with its number.
PLANS: Final = "計画 計画期間 プラン 戦略 ビジョン 指針"
#: Which of several plans it is, behind the number.
TERMS: Final = "期 次"
#: What kind of year one is, in brackets behind it: 平成30年（暦年）.
CALENDAR: Final = "暦年"
#: The mark of a note.
FOOTNOTE: Final = "注"
#: Which part of a plan it is, in brackets: H30~34(前期).
PARTS_OF_PLANS: Final = "前期 中期 後期"

# -- before a period ---------------------------------------------------------------------------

#: How the period of a plan is headed.
SPANS_OF_PLANS: Final = "期間 計画期間 目標期間 中期期間 中期計画期間 中期目標期間"
#: What stands before the words of :data:`HEADS` …
STAGES: Final = "最終 中間"
#: … that head a value and its period …
HEADS: Final = f"目標 実績 基準 現状 {START} 初期 計画 見込 評価 策定 計画策定"
#: … and behind them.
HEADING_ENDS: Final = f"値 {FISCAL_YEAR} 年次 時点 時 年 時の値 時点の値 年の値"
#: Headings with none of them.
HEADINGS: Final = (
    "最新 最新値 最新実績 直近 直近値 直近実績 計画始期 計画終期 始期 終期 最終年度 中間年度 計画初年度 初年度 "
    "中間値 中間年 最終値 最終年"
)

# -- other periods -----------------------------------------------------------------------------

#: Letters before 年 and 年度 that say which by one that is known: 前年, 翌年度.
OTHER_TIMES: Final = "前翌昨次毎各今本当"
#: What these stand before: 前回調査, but 学校基本調査.
UNITS_OF_TIME: Final = "年 月 期 回"
#: Years before the last.
YEARS_BEFORE: Final = "前々 一昨"
#: Times by what was done then.
NOW: Final = "現状 策定時"
#: Letters that compare with a value.
COMPARED: Final = "除比超"
