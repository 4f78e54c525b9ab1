"""Statistics: what kind of sum or mean a number is, each with its other words."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import Words, having

__all__ = [
    "ENDING",
    "IN_CELLS",
    "MEAN",
    "MEANS",
    "NOUNS",
    "NOUN_ENDS",
    "OTHER_WORDS",
    "REPEATED",
    "SHARED",
    "SHORT",
    "STATISTICS",
    "SUMMED",
    "TOTAL",
    "YEARLY",
]

#: Each statistic, with its other words behind it. ``mean``: it does not grow in the course of a
#: period, and a sum of two says nothing. ``shared``: a number that leaves it out may be one.
STATISTICS: Final = (
    Words("平均", "mean shared"),
    Words("月平均", "mean shared"),
    Words("年平均", "mean shared"),
    Words("年間", "shared"),
    Words("合計 計 総計 年度計 年計 月計", "shared"),
    Words("累計 累積", "total"),
    Words("延べ のべ 延", "repeated"),
)

#: Means, which do not grow.
MEANS: Final = frozenset(having(STATISTICS, "mean"))
#: Statistics that may stand on one side only.
SHARED: Final = frozenset(having(STATISTICS, "shared"))
#: The running total.
TOTAL: Final = having(STATISTICS, "total")[0]
#: Other words that are a part of longer ones too: 延長 is no 延べ, 計画 no 合計.
SHORT: Final = frozenset({"計", "延"})
#: A count that counts one thing as often as it comes; it is written before its number.
REPEATED: Final = tuple(word for word in having(STATISTICS, "repeated") if word not in SHORT)
#: Other word → the statistic.
OTHER_WORDS: Final = {
    other: name for each in STATISTICS for name, *others in [each.words.split()] for other in others
}
#: Words of cells, each with the statistic.
IN_CELLS: Final = {
    **OTHER_WORDS,
    "総計": "合計",
    "平均値": "平均",
    "通算": "累計",
    "各月平均": "月平均",
}
MEAN: Final = "平均"
#: What the sum of parts is.
SUMMED: Final = "合計"
#: The statistic that others may stand beside.
YEARLY: Final = "年間"
#: Statistics that a noun of measure may follow, and what such a noun ends in: 累計額.
NOUNS: Final = (TOTAL, *REPEATED[:1], "合計", MEAN)
NOUN_ENDS: Final = "額数値"
#: What may follow a statistic: 平均して.
ENDING: Final = "して"
