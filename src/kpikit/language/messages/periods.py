"""Notes and issues of periods."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- periods: notes ----------------------------------------------------------------------------
    "era-not-begun": (
        "その時点で元号はまだ始まっていない({detail})",
        "the era had not begun by then: it is {detail}",
    ),
    "fiscal-year-assumed": (
        "年とも年度とも書かれているため、年度とみなした",
        "written as a year or a fiscal year: taken for a fiscal year",
    ),
    "calendar-year-assumed": (
        "年とも年度とも書かれているため、暦年とみなした",
        "written as a year or a fiscal year: taken for a calendar year",
    ),
    "month-of-fiscal-year": (
        "年度の中の月と読んだ({detail})",
        "taken for the month of the fiscal year: {detail}",
    ),
    "open-start": (
        "始まりが書かれていないため、終わりの期間だけを読んだ",
        "the start is not given: only the last period was read",
    ),
    "words-beside-period": (
        "期間のほかに「{detail}」とある",
        "beside the period it says 「{detail}」",
    ),
    # -- periods: issues ---------------------------------------------------------------------------
    "empty-cell": (
        "空欄である",
        "the cell is empty",
    ),
    "not-a-period": (
        "「{shown}」は年・年度・年月日として読み取れない",
        "「{shown}」 is no year, month or date",
    ),
    "relative-period": (
        "「{shown}」だけではいつのことか決まらない",
        "「{shown}」 does not say which year it is relative to",
    ),
    "two-periods": (
        "別の期間「{shown}」も書かれている",
        "a second period is given: 「{shown}」",
    ),
    "years-disagree": (
        "「{shown}」の年が一致しない",
        "the years in 「{shown}」 disagree",
    ),
    "several-periods": (
        "期間が二つ以上あり、どれの値か決まらない",
        "several periods: which one the value is for is not clear",
    ),
    "several-target-periods": (
        "期間の異なる目標が一つの欄にある。期間ごとに欄を分ける",
        "targets for several periods: split the cell, one for each period",
    ),
    "era-unknown": (
        "「{shown}」に元号がない",
        "「{shown}」 names no era",
    ),
    "no-such-era-year": (
        "{detail}という年はない",
        "there is no year {detail}",
    ),
    "no-such-year": (
        "「{shown}」は扱える年の範囲にない",
        "「{shown}」 is outside the years that can be handled",
    ),
    "no-such-month": (
        "{detail}月という月はない",
        "there is no month {detail}",
    ),
    "no-such-day": (
        "{detail}に{shown}日はない",
        "{detail} has no day {shown}",
    ),
    "no-such-quarter": (
        "第{detail}四半期という期はない",
        "there is no quarter {detail}",
    ),
    "month-without-year": (
        "「{shown}」に年がない",
        "「{shown}」 names no year",
    ),
    "part-of-calendar-year": (
        "「{shown}」は暦年の一部か年度の一部か決まらない",
        "「{shown}」 may be part of a calendar or of a fiscal year",
    ),
    "lunisolar-day": (
        "「{shown}」は旧暦の日付なので換算しない",
        "「{shown}」 is of the lunisolar calendar, which is not converted",
    ),
    "span-backwards": (
        "「{shown}」は終わりが始まりより前にある",
        "「{shown}」 ends before it begins",
    ),
}
