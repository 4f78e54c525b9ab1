"""Notes and issues of cells."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- notes on a cell that was read -------------------------------------------------------------
    "era-overrun": (
        "その時点で元号は改まっている({detail})",
        "the era had ended by then: it is {detail}",
    ),
    "remark": (
        "括弧・※の注記は判定に用いない",
        "a remark that plays no part in the verdict",
    ),
    "words-beside-value": (
        "数のほかに言葉がある",
        "there are words beside the number",
    ),
    "period-without-era": (
        "「{detail}」は元号がなく、いつか決まらないため用いない",
        "「{detail}」 names no era, so the date was left out",
    ),
    "label-apart": (
        "「{detail}」は指標名にない",
        "「{detail}」 does not stand in the name of the indicator",
    ),
    "day-without-year": (
        "「{detail}」には年がなく、時期に用いない",
        "「{detail}」 names no year, so the date was left out",
    ),
    "benchmark-in-target": (
        "「{detail}」は比べる相手の値であり、目標の判定に用いない",
        "「{detail}」 is a value to compare with, and no part of the target",
    ),
    "starting-value": (
        "「{detail}」は元の値であり、判定に用いない",
        "「{detail}」 is where it starts from, and no part of the verdict",
    ),
    "approximate-bound": (
        "上限・下限に付く「約」「程度」は判定に用いない",
        "「約」 or 「程度」 on a bound plays no part in the verdict",
    ),
    # -- what the pieces of a cell were taken for --
    "role-number": ("数", "number"),
    "role-sign": ("符号", "sign"),
    "role-unit": ("単位", "unit"),
    "role-bound": ("範囲の語", "bound"),
    "role-approximation": ("およその語", "approximation"),
    "role-change": ("増減の語", "change"),
    "role-keep": ("維持の語", "keep"),
    "role-period": ("時期", "period"),
    "role-status": ("値の確からしさ", "status"),
    "role-statistic": ("集計の語", "statistic"),
    "role-basis": ("何当たりか", "basis"),
    "role-reference": ("比べる相手", "reference"),
    "role-comparison": ("比べ方", "comparison"),
    "role-label": ("名前", "label"),
    "role-source": ("出典", "source"),
    "role-population": ("対象の条件", "population"),
    "role-outcome": ("成果の語", "outcome"),
    "role-missing": ("値がない理由", "why there is no value"),
    "role-remark": ("注記(判定に用いない)", "remark, no part in the verdict"),
    "role-breakdown": ("内訳", "breakdown"),
    "role-rank": ("順位(判定に用いない)", "rank, no part in the verdict"),
    "role-words": ("文の言葉", "words of the sentence"),
    "role-particle": ("助詞", "particle"),
    "role-mark": ("記号", "mark"),
    "role-bracket": ("括弧", "bracket"),
    "role-separator": ("区切り", "separator"),
    # -- issues of cells ---------------------------------------------------------------------------
    "not-understood": (
        "「{shown}」が読み取れない",
        "cannot understand 「{shown}」",
    ),
    "no-form": (
        "「{shown}」がここでは読み取れない。「80%以上」「7割削減」「全国平均以上」「50人(R6)」の形で書く",
        "cannot place 「{shown}」 here: write it like 80%以上, 7割削減, 全国平均以上 or 50人(R6)",
    ),
    "not-of-the-row": (
        "この行の単位は「{detail}」であり、「{shown}」はその値にならない",
        "the row counts 「{detail}」, which 「{shown}」 is no number of",
    ),
    "ambiguous": (
        "「{shown}」は二通りに読め、どちらか決まらない",
        "「{shown}」 can be read in two ways",
    ),
    "number-malformed": (
        "「{shown}」の数字が数にならない",
        "the digits 「{shown}」 make no number",
    ),
    "bracket-not-closed": (
        "「{shown}」に対応する「{detail}」がない",
        "「{shown}」 is never closed by 「{detail}」",
    ),
    "no-quantity": (
        "「{shown}」は一つの数量ではない",
        "「{shown}」 is not one quantity",
    ),
    "several-numbers": (
        "数が二つ以上あり、「{shown}」との関係が決まらない",
        "several numbers: what 「{shown}」 stands for is not clear",
    ),
    "bound-before-number": (
        "「{shown}」は数の前の語で範囲を限るとも、値の種類ともとれる",
        "「{shown}」 may bound the number or say which number it is",
    ),
    "change-before-number": (
        "「{shown}」は増減の幅とも、その水準ともとれる",
        "「{shown}」 may be the size of a change or a level",
    ),
    "cell-too-long": (
        "{detail}字を超えるため、セルとして読まない",
        "more than {detail} characters, which is no cell",
    ),
    "cell-too-many-words": (
        "言葉が多すぎ、セルとして読まない。値だけを書き、説明は備考の欄へ移す",
        "too many words for a cell: write the value, and move the rest to a remark",
    ),
    "turned": (
        "「{shown}」が値の意味を変えるため、その値としては読まない",
        "「{shown}」 makes another thing of the number, which is not read as the value",
    ),
    "decade-open": (
        "「{shown}」はその範囲に入ることか、それより良ければよいのか決まらない",
        "「{shown}」: within that range, or better than it as well?",
    ),
    "value-in-brackets": (
        "「{shown}」は括弧の中にだけ数があり、値か注記か決まらない",
        "「{shown}」 has its number in brackets only: a value, or a remark?",
    ),
    "number-without-unit": (
        "「{shown}」に単位がなく、文の中で何の数か決まらない",
        "「{shown}」 has no unit, and the sentence does not say what it counts",
    ),
    "second-statement": (
        "値のあとに「{shown}」について別の条件がある",
        "a second condition follows the value: 「{shown}」",
    ),
    "negated": (
        "「{shown}」は否定か中止の意味にとれ、値をそのまま使えない",
        "「{shown}」 may turn the meaning round",
    ),
    "part-without-number": (
        "ほかの内訳には数があるのに、ここにはない",
        "the other parts have a number and this one has none",
    ),
    "range-backwards": (
        "「{shown}」の範囲は上限が下限より大きくない",
        "the range 「{shown}」 does not ascend",
    ),
    "sign-against-change": (
        "「{shown}」の符号と増減の語が逆である",
        "the sign of 「{shown}」 contradicts the word for the change",
    ),
    "bound-against-change": (
        "増減の目標に「{shown}」が付き、下限か上限か決まらない",
        "「{shown}」 on a change may be a floor or a ceiling",
    ),
    "reference-not-understood": (
        "「{shown}」を何とどう比べるのか読み取れない",
        "cannot tell how 「{shown}」 is to be compared",
    ),
}
