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
