"""Paths, trends and the pace."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "pace-on_track": (
        "実績値{actual}は、{period}に直線の経路が求める「{rule}」を満たし、順調である。",
        "The actual {actual} keeps up with the straight line, which asks by {period} for {rule}.",
    ),
    "pace-behind": (
        "実績値{actual}は、{period}に直線の経路が求める「{rule}」を満たさず、遅れている。",
        "The actual {actual} lags behind the straight line, which asks by {period} for {rule}.",
    ),
    "pace-indeterminate": (
        "{period}の進み具合は判定できない。{text}",
        "The pace by {period} cannot be told. {text}",
    ),
    "pace-no-line": (
        "直線の経路を引けず、進み具合は判定できない({text})。",
        "There is no straight line to keep up with: {text}.",
    ),
    "trend-undefined": ("{method}:{text}", "{method}: {text}"),
    "trend-path": ("直線の経路", "straight line"),
    "trend-first-to-last": ("最初と最後を結ぶ直線", "line through first and last"),
    "trend-least-squares": ("最小二乗法", "least squares"),
    "trend-compound-growth": ("年平均成長率", "compound growth"),
    "trend-growth-rate": ("増加率による評価", "growth rate"),
    "trend-open-sdg-growth-rate": (
        "Open SDG・カナダ統計局の増加率による評価",
        "growth rate of Open SDG and Statistics Canada",
    ),
    "trend-eurostat-growth-rate": (
        "ユーロスタットの増加率による評価",
        "growth rate of Eurostat",
    ),
    "gap-baseline-missing": ("当初値の数がない", "the baseline is no number"),
    "gap-baseline-undated": ("当初値の時期が分からない", "the period of the baseline is not given"),
    "gap-no-single-target": ("目標が一つの数でない", "the target names no single number"),
    "gap-target-undated": ("目標の時期が分からない", "the period of the target is not given"),
    "gap-actual-undated": (
        "実績値か、その時期が分からない",
        "there is no actual, or its period is not given",
    ),
    "gap-not-later": (
        "後であるべき時期が後でない",
        "a period that should come later does not",
    ),
    "gap-before-baseline": ("当初値より前の時期である", "the time lies before the baseline"),
    "gap-imprecise-value": (
        "幅のある値又は概数がある",
        "a value is approximate or has a range",
    ),
    "gap-not-comparable": (
        "単位などが異なり、比べられない",
        "values differ in unit, sense or basis",
    ),
    "gap-too-few-points": ("値が足りない", "the series has too few values"),
    "gap-several-values": ("同じ時期に値が二つ以上ある", "there are several values for one time"),
    "gap-not-a-year": (
        "年又は年度に収まらない時期がある",
        "a period lies in no single year",
    ),
    "gap-not-positive": ("ゼロ又は負の値がある", "a value is zero or negative"),
    "gap-opposite-signs": ("値の正負が異なる", "two values lie on different sides of zero"),
    "gap-baseline-equals-target": (
        "目標が当初値と等しく、必要な増加率がない",
        "the target equals the baseline, so no growth is required",
    ),
}
