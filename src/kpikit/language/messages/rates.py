"""Rates, and why there is none."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "rate-achievement": ("達成率(実績値÷目標値)", "achievement rate (actual / target)"),
    "rate-mirrored": ("達成率(2-実績値÷目標値)", "achievement rate (2 - actual / target)"),
    "rate-inverse": ("達成率(目標値÷実績値)", "achievement rate (target / actual)"),
    "rate-progress": (
        "進捗率((実績値-基準値)÷(目標値-基準値))",
        "progress rate ((actual - baseline) / (target - baseline))",
    ),
    "rate-remaining": (
        "残り((目標値-実績値)÷(目標値-基準値))",
        "remaining share ((target - actual) / (target - baseline))",
    ),
    "rate-expected": ("経過割合", "elapsed share"),
    "rate-undefined": ("{name}:{why}", "{name}: not defined, since {why}"),
    "undefined-zero-target": ("目標値が0のため求められない", "the target is 0"),
    "undefined-zero-actual": ("実績値が0のため求められない", "the actual is 0"),
    "undefined-actual-may-be-zero": (
        "実績値が0でありうるため求められない",
        "the actual may be 0",
    ),
    "undefined-baseline-equals-target": (
        "基準値と目標値が同じため求められない",
        "the baseline equals the target",
    ),
    "undefined-no-time-between": (
        "基準値の時期が目標値の時期より前でないため求められない",
        "the baseline is not earlier than the target",
    ),
    "undefined-units-differ": ("単位が異なるため求められない", "the units differ"),
    "undefined-basis-differs": (
        "何当たりの値かが異なるため求められない",
        "the values are per different things",
    ),
    "undefined-sense-differs": (
        "一方が増減、一方が水準のため求められない",
        "one is a change, the other a level",
    ),
    "undefined-statistic-differs": (
        "集計の仕方(累計・延べなど)が異なるため求められない",
        "the values are totalled differently",
    ),
    "undefined-baseline-missing": ("基準値がないため求められない", "there is no baseline"),
    "undefined-baseline-unusable": (
        "基準値が比べられる一つの数でないため求められない",
        "the baseline is no single number that can be compared",
    ),
}
