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
    "approximate-bound": (
        "上限・下限に付く「約」「程度」は判定に用いない",
        "「約」 or 「程度」 on a bound plays no part in the verdict",
    ),
    # -- issues of cells ---------------------------------------------------------------------------
    "not-understood": (
        "「{shown}」が読み取れない",
        "cannot understand 「{shown}」",
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
