"""Definitions that cannot exist: quantities, periods, rules, indicators."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- numbers and quantities --------------------------------------------------------------------
    "number-not-exact": (
        "{number!r}は正確な数でない。整数、小数又は数字の文字列で書く",
        "{number!r} is no exact number",
    ),
    "number-not-read": ("数でない: {number!r}", "not a number: {number!r}"),
    "number-not-finite": ("有限の数でない: {number}", "not a finite number: {number}"),
    "quantity-both": (
        "値と区間の端の両方がある。一方だけを書く",
        "give a value, or the ends of an interval, not both",
    ),
    "quantity-blanks": (
        "{word!r}に空白があってはならない",
        "no blanks may stand in {word!r}",
    ),
    "quantity-dash": (
        "「-」は単位でない。単位がなければ空にする",
        "'-' is no unit: give '' where none is written",
    ),
    "quantity-no-point": ("一つの数でない: {quantity}", "not a single number: {quantity}"),
    "quantity-text": ("数量の正準な書き方でない: {text!r}", "not canonical text: {text!r}"),
    "quantity-other-text": (
        "数量の正準な書き方でない: {text!r}。{made!r}と書く",
        "not canonical text: {text!r}, that is {made!r}",
    ),
    "quantity-float": (
        "{number!r}は浮動小数点数であり、書かれた桁が失われる。文字列で渡す",
        "{number!r} is a float, whose digits are not the written ones: give text",
    ),
    "quantity-digits": ("数は{most}桁まで", "a number has at most {most} digits"),
    "quantity-endless": (
        "区間には少なくとも一つの端が要る",
        "an interval needs at least one end",
    ),
    "quantity-empty": (
        "{low}と{high}の間に数がない",
        "no number lies between {low} and {high}",
    ),
    "quantity-approximate": (
        "およその値にできるのは一つの数だけである",
        "only a single number can be approximate",
    ),
    "quantity-margin": (
        "およその値の幅は0より大きい({margin}は不可)",
        "a margin lies above zero, not {margin}",
    ),
    # -- periods -----------------------------------------------------------------------------------
    "period-year": (
        "{year!r}年は扱わない。扱うのは{first}年から{last}年まで",
        "no year {year!r}: years run from {first} to {last}",
    ),
    "period-month": (
        "{month!r}月はない。月は1から12まで",
        "no month {month!r}: months run from 1 to 12",
    ),
    "period-half": (
        "半期は1(上半期)か2(下半期)である({half!r}は不可)",
        "no half {half!r} of a year: it is 1 or 2",
    ),
    "period-quarter": (
        "第{quarter!r}四半期はない。四半期は1から4まで",
        "no quarter {quarter!r} of a year: quarters run from 1 to 4",
    ),
    "period-day": (
        "{month}に{day!r}日はない",
        "no day {day!r} in {month}",
    ),
    "period-part": (
        "期間の両端は、それ自体が両端を持つ期間であってはならない({part!r})",
        "a span is of two periods that are no spans, not of {part!r}",
    ),
    "period-order": (
        "期間の終わりが始まりより前である: {first}、{last}",
        "a span cannot end before it begins: {first}, {last}",
    ),
    "period-kind": (
        "{kind}の書き方でない: {text!r}",
        "not the text of a {kind}: {text!r}",
    ),
    "period-text": (
        "期間の書き方でない: {text!r}",
        "not the text of a period: {text!r}",
    ),
    # -- rules -------------------------------------------------------------------------------------
    "rule-no-parts": (
        "複数の部分からなる目標には、部分が少なくとも一つ要る",
        "a target of several parts needs at least one",
    ),
    "rule-no-point": (
        "{name}は一つの数でなければならない({value}は不可)",
        "{name} must be a single number, not {value}",
    ),
    "rule-margin": (
        "比較対象と同じとする目標に、差は付けられない: {margin}",
        "what is equal to a reference keeps no margin: {margin}",
    ),
    "rule-band": (
        "範囲(band)には異なる二つの端が要る({value}は不可)",
        "band must have two different ends, not {value}",
    ),
    "rule-no-words": (
        "言葉による目標に言葉がない",
        "an outcome in words needs words",
    ),
    "rule-other-way": (
        "逆向きの変化は{sense}でない: {by}",
        "a change the other way is no {sense}: {by}",
    ),
    "rule-negative": (
        "by は負であってはならない({by}は不可)",
        "by must not be negative, not {by}",
    ),
    # -- indicators --------------------------------------------------------------------------------
    "indicator-needs-name": ("指標の名前が空である", "an indicator needs a name"),
    "benchmark-needs-name": ("比較対象の名前が空である", "a benchmark needs a name"),
    "observation-contents": (
        "数量、言葉による結果、部分、値がない理由のうち、ちょうど一つが要る({given}個ある)",
        (
            "an observation has one of: a quantity, an outcome in words, parts, or the reason why "
            "there is none; not {given} of them"
        ),
    ),
}
