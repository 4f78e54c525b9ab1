"""Grades, and why there is none."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "scheme-unknown": (
        "「{name}」という評価基準はない。あるのは {known}",
        "no scheme is called {name!r}; kpikit ships {known}",
    ),
    "scheme-encoding": (
        "評価基準はUTF-8で書く。{file} はUTF-8でない",
        "a scheme is written in UTF-8, and {file} is not",
    ),
    "scheme-toml": (
        "{where}TOMLとして読み取れない({detail})",
        "{where}not TOML: {detail}",
    ),
    "scheme-name": (
        "評価基準の名前は英小文字、数字、ハイフンで書く({value!r}は使えない)",
        "a scheme's name is of small letters and hyphens, not {value!r}",
    ),
    "scheme-untold": ("「{name}」が空である", "a scheme needs a {name}"),
    "scheme-floor": (
        "下限 floor({floor})が上限 cap({cap})より小さくない",
        "floor {floor} is not below cap {cap}",
    ),
    "scheme-elapsed": (
        '経過割合 elapsed には against = "elapsed" が要る',
        "elapsed shares need against = elapsed",
    ),
    "scheme-share": (
        "{year}年度の経過割合が0より大きく100以下でない({share})",
        "the elapsed share of {year} is not in (0, 100]: {share}",
    ),
    "scheme-marks": (
        "marks と、印の付いた指標の式 marked は、両方を書く",
        "marks and the formula for what is marked need each other",
    ),
    "scheme-ungraded": (
        "評価しない理由に {code!r} はない",
        "nothing is left ungraded for {code!r}",
    ),
    "scheme-no-formula": (
        "率による区分には、率の式 rate が要る",
        "classes of rates need a formula for the rate",
    ),
    "scheme-empty": (
        "区分 classes、率の式 rate、判定ごとの区分 verdicts のいずれかが要る",
        "a scheme needs classes, a formula for a rate, or verdicts",
    ),
    "scheme-places": (
        "小数点以下の桁数は0から{most}までの整数で書く({places!r}は使えない)",
        "decimal places run from 0 to {most}, not {places!r}",
    ),
    "scheme-tolerance": (
        "許容する幅が負である({name} = {value})",
        "a tolerance is not negative: {name} = {value}",
    ),
    "scheme-twice": (
        "「{name}」という評価基準が二つある。一方の名前を変える",
        "two schemes are called {name!r}: give one another name",
    ),
    "scheme-not-compared": (
        "比べた評価基準に「{name}」はない",
        "no scheme of the table is called {name!r}",
    ),
    "class-nowhere": (
        "区分の{name}に、位置が一つも書かれていない",
        "a class needs at least one position for {name}",
    ),
    "class-unlabelled": ("区分の名前 label が空である", "a class needs a label"),
    "class-ends": (
        "区分{label!r}に{one}と{other}の両方がある。一方だけを書く",
        "class {label!r} has both {one} and {other}: give one of them",
    ),
    "class-empty": (
        "区分{label!r}に入る率がない",
        "class {label!r} holds no rate at all",
    ),
    "classes-overlap": (
        "区分{labels}が重なる: {where}",
        "the classes {labels} overlap: {where}",
    ),
    "classes-gap": ("区分にすき間がある: {where}", "the classes leave a gap: {where}"),
    "rates-at": ("率{low}%", "a rate of {low} %"),
    "rates-any": ("どの率でも", "any rate"),
    "rates-below": ("{high}%より小さい率", "a rate below {high} %"),
    "rates-above": ("{low}%より大きい率", "a rate above {low} %"),
    "rates-between": (
        "{low}%と{high}%の間の率",
        "a rate between {low} % and {high} %",
    ),
    "rates-target-better": (
        "、実績値が目標値より良いとき",
        " where the actual is better beside the target",
    ),
    "rates-target-same": (
        "、実績値が目標値と同じとき",
        " where the actual is same beside the target",
    ),
    "rates-target-worse": (
        "、実績値が目標値より悪いとき",
        " where the actual is worse beside the target",
    ),
    "rates-baseline-better": ("、かつ基準値より良いとき", " and better beside the baseline"),
    "rates-baseline-same": ("、かつ基準値と同じとき", " and same beside the baseline"),
    "rates-baseline-worse": ("、かつ基準値より悪いとき", " and worse beside the baseline"),
    "grade-by": ("{title}の基準では、", "By {title}: "),
    "grade-label": ("「{label}」{how}。", "{label}{how}."),
    "grade-none": ("評価しない。{why}。", "not graded. {why}."),
    "grade-rate": (":{name} {rate}", ", {name} {rate}"),
    "grade-elapsed": (
        "、経過割合{share}%で割って評価",
        ", divided by the elapsed share of {share}%",
    ),
    "undefined-not-judged": (
        "対象外か、実績値又は目標値がないため求められない",
        "it is not applicable, or target or actual is missing",
    ),
    "undefined-not-a-number": (
        "目標値が一つの数でないため求められない",
        "the target is no single number",
    ),
    "undefined-not-quantified": (
        "目標値又は実績値が数でないため求められない",
        "the target or the actual is no number",
    ),
    "undefined-kept": (
        "基準値を保つ目標の率が定められていない",
        "the scheme has no rate for a value to keep",
    ),
    "undefined-no-formula": (
        "この向きの指標の率が定められていない",
        "the scheme has no rate for this direction",
    ),
    "undefined-not-beyond-baseline": (
        "目標値が基準値より良くないため求められない",
        "the target is no better than the baseline",
    ),
    "undefined-negative-value": (
        "負の値があり、率の大小が良し悪しと逆になるため求められない",
        "a value is negative, which turns the rate round",
    ),
    "undefined-direction-unknown": (
        "大きいほど良いか小さいほど良いか分からない",
        "whether more or less is better is not known",
    ),
    "undefined-interval-straddles": (
        "実績値に幅があり、区分が一つに決まらない",
        "the actual is a range over more than one class",
    ),
    "undefined-forecast": (
        "実績値がまだなく、見込みだけがある",
        "there is only a forecast, no actual",
    ),
    "undefined-no-target-of-year": (
        "実績値の年度の目標値がない",
        "there is no target for the year of the actual",
    ),
    "undefined-no-interim-target": ("中間目標がない", "there is no interim target"),
    "undefined-year-not-in-plan": (
        "その年度の経過割合が定められていない",
        "the scheme has no elapsed share for that year",
    ),
    "undefined-periods-missing": (
        "基準値又は目標値の時期が分からず、経過割合が求められない",
        "without the periods of baseline and target there is no elapsed share",
    ),
    "undefined-no-time-elapsed": ("計画期間がまだ経過していない", "no time of the plan has passed"),
}
