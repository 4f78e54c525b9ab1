"""What the audit finds."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "finding-period-mismatch": (
        "「{column}」の欄に「{period}」の実績が書かれている",
        "the column is for {column}, the actual for {period}",
    ),
    "finding-name-mismatch": (
        "表により名称が異なる(「{one}」「{other}」)",
        "it is called 「{one}」 in one table and 「{other}」 in another",
    ),
    "finding-unit-name-mismatch": (
        "指標「{name}」の値が「{unit}」で示されている",
        "the indicator 「{name}」 is given in 「{unit}」",
    ),
    "finding-not-comparable": (
        "実績値{actual}は、目標「{rule}」と比べられない",
        "the actual {actual} cannot be compared with the target: {rule}",
    ),
    "finding-indicator-not-set": (
        "目標「{rule}」の文書が、指標を定めていない",
        "the document that the target points to set no indicator: {rule}",
    ),
    "finding-benchmark-lag-confirmed": (
        "比較する値の時期は、目標「{rule}」の求めるとおりである",
        "the value compared with is of the year that the target asks for: {rule}",
    ),
    "finding-benchmark-lag-differs": (
        "比較する値の時期が、目標「{rule}」の求める時期と異なる",
        "the value compared with is not of the year that the target asks for: {rule}",
    ),
    "finding-direction-assumed": (
        "以上・以下の語も当初値もなく、「{rule}」とみなした",
        "no bound word and no baseline: taken for {rule}",
    ),
    "finding-direction-inferred": ("{how}", "{how}"),
    "finding-not-quantified": (
        "目標「{rule}」に対し実績は{actual}で、数値で示されていない",
        "target and actual are not both numbers: {rule}; {actual}",
    ),
    "finding-sum-confirmed": (
        "内訳の合計は公表値と一致する({parts} = {total})",
        "the parts add up: {parts} = {total}",
    ),
    "finding-sum-differs": (
        "内訳の合計が公表値{published}と一致しない({parts} = {total})",
        "the parts do not add up to {published}: {parts} = {total}",
    ),
    "finding-derivation-confirmed": (
        "{base}の{rate}減は{left}で、公表値{published}と一致する",
        "{base} less {rate} is {left}, as published ({published})",
    ),
    "finding-derivation-differs": (
        "{base}の{rate}減は{left}で、公表値{published}と一致しない",
        "{base} less {rate} is {left}, not {published} as published",
    ),
    "finding-headline-confirmed": (
        "公表値{published}は、区分{category}の判定結果{share}({percent}%)と一致する",
        "the published {published} follows from category {category}: {share}, {percent} %",
    ),
    "finding-headline-differs": (
        "公表値{published}又は未達成の数が、区分{category}の判定結果{share}({percent}%)と合わない",
        "{published}, or what was missed, does not follow from {category}: {share}, {percent} %",
    ),
    "finding-indicator-name-mismatch": (
        "同じ数値の指標の名称が、表により異なる(「{one}」「{other}」)",
        "the same figures stand under 「{one}」 in one table and 「{other}」 in another",
    ),
    "finding-duplicate-indicator": (
        "指標「{name}」が、同じ数値で二度挙げられている",
        "the indicator 「{name}」 is listed twice with the same figures",
    ),
    "finding-repeated-indicator": (
        "指標「{name}」は、再掲と書かれずに別の箇所にも同じ数値で挙げられている",
        "the indicator 「{name}」 is listed elsewhere with the same figures, not marked 再掲",
    ),
    "finding-values-conflict": (
        "同じ指標「{name}」の実績値が、箇所により異なる({one}、{other})",
        "the indicator 「{name}」 has one actual here and another there: {one}; {other}",
    ),
    "finding-baseline-not-comparable": (
        "当初値{baseline}と{other}は、単位や集計の仕方が異なり比べられない",
        "the baseline {baseline} cannot be compared with {other}",
    ),
    "finding-series-not-comparable": (
        "年により単位や集計の仕方が異なり、比べられない({one}、{other})",
        "the actuals of different years cannot be compared: {one}; {other}",
    ),
    "finding-share-out-of-range": (
        "割合である「{name}」の値が{value}で、0%から100%までの範囲にない",
        "「{name}」 is a share of a whole, and {value} is not between 0 % and 100 %",
    ),
    "finding-count-negative": (
        "数である「{name}」の値が負である({value})",
        "「{name}」 is a count, and {value} is below zero",
    ),
    "finding-several-values": (
        "一つの値があるべき所に複数の値がある({actual})",
        "there are several values where one is expected: {actual}",
    ),
    "finding-values-of-one-time": (
        "「{period}」の実績値が二つあり、異なる({one}、{other})",
        "there are two different actuals for {period}: {one}; {other}",
    ),
    "finding-parts-alike": (
        "値は複数({actual})、目標「{rule}」は一つなので、各々を同じ目標で判定した",
        "the actual has parts ({actual}), the target has none: each was held against {rule}",
    ),
    "finding-target-bettered-at-baseline": (
        "目標「{rule}」は、当初値{baseline}が既に上回る水準にある",
        "the baseline {baseline} is already better than the target: {rule}",
    ),
    "finding-direction-contradicted": (
        "名称からは小さいほど良いとみなされるが、目標「{rule}」は当初値{baseline}より大きい",
        "by its name less is better, and the target ({rule}) lies above the baseline {baseline}",
    ),
    "finding-milestones-not-monotone": (
        "{later}の目標「{other}」が、{period}の目標「{one}」より緩い",
        "the target for {later} ({other}) asks for less than that for {period} ({one})",
    ),
    "finding-target-loosened": (
        "目標が前の版の「{one}」から「{other}」に緩められた",
        "the target was loosened since the edition before: {one} → {other}",
    ),
    "finding-target-before-baseline": (
        "目標の時期({target})が、当初値の時期({baseline})より前である",
        "the target is for {target}, before the baseline of {baseline}",
    ),
    "finding-actual-missing": (
        "目標の時期({period})を過ぎているが、その実績値がない",
        "the time of the target ({period}) has come, and there is no actual for it",
    ),
    "finding-actual-pending": (
        "目標の時期({period})の実績値は、まだ示されていない",
        "the actual for the time of the target ({period}) is not told yet",
    ),
    "finding-forecast-as-actual": (
        "実績の欄の値{actual}は、見込みである",
        "the value {actual} stands among the actuals, and is only expected",
    ),
    "finding-era-overrun": ("「{shown}」:{note}", "「{shown}」: {note}"),
    "finding-power-of-ten": (
        "前の値のほぼ10の累乗倍であり、単位の誤りかもしれない({one}、{other})",
        "the value moved by about a power of ten, maybe a slip of the unit: {one}; {other}",
    ),
    "finding-direction-unknown": (
        "「{rule}」が当初値以下で、増やすのか減らすのか決まらない",
        "at or below the baseline, so whether more or less is better is not clear: {rule}",
    ),
}
