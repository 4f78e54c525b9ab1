"""Verdicts, and how they came about."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- explanations ------------------------------------------------------------------------------
    "explain-achieved": (
        "実績値{actual}は、目標「{rule}」を満たす。",
        "The actual, {actual}, meets the target: {rule}.",
    ),
    "explain-not-achieved": (
        "実績値{actual}は、目標「{rule}」を満たさない。",
        "The actual, {actual}, does not meet the target: {rule}.",
    ),
    "explain-reference": ("(比較対象:{value})", " (Compared with {value}.)"),
    "explain-flag": ("【{text}】", " [{text}]"),
    # -- reasons -----------------------------------------------------------------------------------
    "reason-no-actual": (
        "実績値がないため、目標「{rule}」は判定できない。",
        "There is no actual, so the target cannot be judged: {rule}.",
    ),
    "reason-no-actual-pending": (
        "実績値が未確定(集計中など)のため、目標「{rule}」は判定できない。",
        "The actual is still to come, so the target cannot be judged: {rule}.",
    ),
    "reason-no-actual-not-published": (
        "実績値が公表されていないため、目標「{rule}」は判定できない。",
        "The actual is not published, so the target cannot be judged: {rule}.",
    ),
    "reason-no-actual-suppressed": (
        "実績値が秘匿されているため、目標「{rule}」は判定できない。",
        "The actual is withheld, so the target cannot be judged: {rule}.",
    ),
    "reason-actual-unreadable": (
        "実績値が読み取れないため、目標「{rule}」は判定できない。",
        "The actual cannot be read, so the target cannot be judged: {rule}.",
    ),
    "reason-target-unreadable": (
        "目標値が読み取れないため、判定できない(実績値{actual})。",
        "The target cannot be read, so nothing can be judged (actual: {actual}).",
    ),
    "reason-units-differ": (
        "実績値{actual}と目標「{rule}」は単位が異なり、比べられない。",
        "The actual, {actual}, and the target differ in unit: {rule}.",
    ),
    "reason-basis-differs": (
        "実績値{actual}と目標「{rule}」は何当たりの値かが異なり、比べられない。",
        "The actual, {actual}, and the target are per different things: {rule}.",
    ),
    "reason-sense-differs": (
        "実績値{actual}と目標「{rule}」は、増減か水準か、または符号の意味が異なり、比べられない。",
        "A change or a level, and of which sign? {actual} cannot be compared: {rule}.",
    ),
    "reason-statistic-differs": (
        "実績値{actual}と目標「{rule}」は集計の仕方(累計・延べなど)が異なり、比べられない。",
        "The actual, {actual}, and the target are totalled differently: {rule}.",
    ),
    "reason-baseline-missing": (
        "もとの値がないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "Without the value before, the actual, {actual}, cannot be tested: {rule}.",
    ),
    "reason-baseline-unusable": (
        "もとの値が0以下か、概数・幅のある値のため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "The value before is zero, negative or imprecise; {actual} cannot be tested: {rule}.",
    ),
    "reason-benchmark-missing": (
        "比較する値がないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "Without the value to compare with, the actual, {actual}, cannot be tested: {rule}.",
    ),
    "reason-benchmark-period-differs": (
        "比較する値の時期が目標「{rule}」の求める時期と異なり、実績値{actual}は判定できない。",
        "The value to compare {actual} with is for another period than asked: {rule}.",
    ),
    "reason-previous-value-missing": (
        "前年度・前回の値がないため、実績値{actual}が目標「{rule}」を満たすか判定できない。",
        "Without the value of the year or survey before, {actual} cannot be tested: {rule}.",
    ),
    "reason-direction-unknown": (
        (
            "大きいほど良いか小さいほど良いか分からないため、"
            "実績値{actual}は目標「{rule}」に対し判定できない。"
        ),
        "Whether more or less is better is not known, so {actual} cannot be judged: {rule}.",
    ),
    "reason-interval-straddles": (
        "実績値{actual}は幅があり、目標「{rule}」を満たすとも満たさないとも言えない。",
        "The actual, {actual}, may or may not meet the target: {rule}.",
    ),
    "reason-not-quantified": (
        "実績値{actual}からは、目標「{rule}」を満たしたかどうか判定できない。",
        "From the actual, {actual}, it does not follow that the target is met: {rule}.",
    ),
    "reason-rate-or-points": (
        "目標「{rule}」は割合の増減で、率かポイントか分からず、実績値{actual}は判定できない。",
        "A change of a share, in per cent or in points? {actual} cannot be judged: {rule}.",
    ),
    "reason-rate-or-points-multiple": (
        "実績値{actual}も比べる値も割合で、実績値が目標「{rule}」の割合そのものか分からず、判定できない。",
        "A share beside a share: is {actual} the ratio itself? It cannot be judged: {rule}.",
    ),
    "reason-defined-elsewhere": (
        "目標「{rule}」は別の文書で定められ、実績値{actual}はこの表では判定できない。",
        "The target is set in another document, so {actual} cannot be judged here: {rule}.",
    ),
    "reason-parts-differ": (
        "実績値{actual}の内訳と目標「{rule}」との対応が決まらない。",
        "How the parts of the actual, {actual}, belong to the target cannot be told: {rule}.",
    ),
    "reason-not-yet-due": (
        "目標「{rule}」の期限前である(実績値{actual})。",
        "The target is not yet due: {rule} (actual: {actual}).",
    ),
    "reason-exploratory": (
        "探索型事業のため、目標値を設けていない。",
        "An exploratory project, which sets no target.",
    ),
    "reason-unset": ("目標値が設定されていない。", "No target is set."),
    "reason-indicator-not-set": (
        "目標「{rule}」の文書が具体的な指標を定めなかったため、対象外とする。",
        "The document that the target points to set no indicator: {rule}.",
    ),
    # -- what to do where it cannot be told --------------------------------------------------------
    "advice-no-actual": (
        "実績値が出たら、その年度の欄に書く。",
        "Write the actual into its column when there is one.",
    ),
    "advice-actual-unreadable": (
        "実績値のセルを、数値と単位だけの書き方に直す(説明は備考の欄へ)。",
        "Write the actual as a number with its unit; explanations belong into the remarks.",
    ),
    "advice-target-unreadable": (
        "目標値のセルを、「80%以上」のような書き方に直す(説明は備考の欄へ)。",
        "Write the target like 「80%以上」; explanations belong into the remarks.",
    ),
    "advice-units-differ": (
        "実績値と目標値の単位をそろえるか、両方に単位を書く。",
        "Give the actual and the target in one unit, and write it on both.",
    ),
    "advice-basis-differs": (
        "実績値と目標値を、同じもの(1人、1年など)当たりの値にそろえる。",
        "Give the actual and the target per the same thing.",
    ),
    "advice-sense-differs": (
        "実績値と目標値を、どちらも増減の量か、どちらも水準にそろえ、符号の付け方も同じにする。",
        "Give both as changes or both as levels, with signs that mean the same.",
    ),
    "advice-statistic-differs": (
        "実績値と目標値の集計の仕方(単年か累計か、延べか実数か)をそろえ、両方に書く。",
        "Total both alike (one year or 累計, 延べ or 実数), and say so on both.",
    ),
    "advice-baseline-missing": (
        "減る前・増える前の値を、当初値の欄に書くか、目標に「140件の10%減」のように書く。",
        "Write the value before as the baseline, or into the target, like 「140件の10%減」.",
    ),
    "advice-baseline-unusable": (
        "もとの値を一つの正の数で書くか、目標を「126件以下」のような水準で書く。",
        "Write the value before as one positive number, or the target like 「126件以下」.",
    ),
    "advice-benchmark-missing": (
        "比較する値を、実績値のセルに「81.9%(全国平均:75.2%)」のように書く。",
        "Write the value to compare with beside the actual, like 「81.9%(全国平均:75.2%)」.",
    ),
    "advice-benchmark-period-differs": (
        "目標が求める年度の比較する値を書く。",
        "Give the value to compare with for the year that the target asks for.",
    ),
    "advice-previous-value-missing": (
        "前年度・前回の実績値の欄を加える。",
        "Add the column of the year or survey before.",
    ),
    "advice-direction-unknown": (
        (
            "目標値に「以上」か「以下」を付ける。当初値があるときは、単位や集計の仕方(延べなど)を"
            "目標値とそろえる。"
        ),
        "Write 以上 or 以下 behind the target, or give a baseline in its unit, totalled alike.",
    ),
    "advice-interval-straddles": (
        "実績値を「約」「以上」などを付けない数で書く。",
        "Give the actual as an exact number, without 約, 以上 or the like.",
    ),
    "advice-not-quantified": (
        "実績値と目標値をどちらも数値で書くか、目標の言葉どおりに「策定済」のように書く。",
        "Give both as numbers, or the actual in the words of the target, like 「策定済」.",
    ),
    "advice-rate-or-points": (
        "割合を何ポイント増減させるかで書くか、目標の水準で書く。",
        "Give the change in ポイント, or the target as a level.",
    ),
    "advice-defined-elsewhere": (
        "別の文書で定めた目標値を、この表に書く。",
        "Write the target that the other document sets into this table.",
    ),
    "advice-parts-differ": (
        "内訳の名前(①②、Aなど)を実績値と目標値でそろえるか、合計で書く。",
        "Label the parts of the actual and the target alike, or give their total.",
    ),
    # -- flags -------------------------------------------------------------------------------------
    "flag-direction-assumed": (
        "以上・以下の語も当初値もないため、大きいほど良いとみなした",
        "no bound word and no baseline: larger was taken as better",
    ),
    "flag-direction-from-baseline": (
        "当初値より大きい目標のため、大きいほど良いとみなした",
        "the target lies above the baseline: larger was taken as better",
    ),
    "flag-direction-from-zero": (
        "目標がゼロのため、ゼロ以下とみなした",
        "a target of zero was taken as a ceiling",
    ),
    "flag-direction-from-name": (
        "指標名から、小さいほど良いとみなした",
        "the indicator's name says that less is better",
    ),
    "flag-actual-approximate": (
        "実績値は概数で、四捨五入してその値になる範囲で判定した",
        "the actual is approximate and was judged as all that rounds to it",
    ),
    "flag-target-approximate": (
        "目標値は概数で、書かれた数そのもので判定した",
        "the target is approximate and was taken at its number",
    ),
    "flag-unit-assumed": (
        "単位が片方にしかなく、同じとみなした",
        "a unit stands on one side only and was taken as shared",
    ),
    "flag-basis-assumed": (
        "「当たり」などの基準が片方にしかなく、同じとみなした",
        "a basis stands on one side only and was taken as shared",
    ),
    "flag-statistic-assumed": (
        "平均・合計などの語が片方にしかなく、同じとみなした",
        "平均, 合計 or the like stands on one side only and was taken as shared",
    ),
    "flag-stated-by-name": (
        "片方にない語は、指標名から補った",
        "what one side leaves out was taken from the indicator's name",
    ),
    "flag-ratio-assumed": (
        "実績値の割合・倍率は、目標の挙げる値に対するものとみなした",
        "the actual was taken as a ratio to what the target names",
    ),
    "flag-part-of-total": (
        "累計の目標に対し単年の実績のため、累計はその値以上とみなした",
        "a single year against a running total: the total is at least that much",
    ),
    "flag-outcome-in-words": (
        "数値でなく言葉による判定",
        "judged by words, not quantified",
    ),
    "flag-benchmark-period-unknown": (
        "比較する値の時期が書かれていない",
        "the period of the value compared with is not given",
    ),
    "flag-early": ("期限前に達成", "met before its date"),
    "flag-forecast": ("見込みの値のため、集計には入れない", "a forecast, kept out of the counts"),
    "flag-provisional": ("速報・暫定の値", "a provisional value"),
    # -- verdicts ----------------------------------------------------------------------------------
    "verdict-achieved": ("達成", "achieved"),
    "verdict-not_achieved": ("未達成", "not achieved"),
    "verdict-indeterminate": ("判定不能", "indeterminate"),
    "verdict-not_due": ("期限前", "not due"),
    "verdict-not_applicable": ("対象外", "not applicable"),
}
