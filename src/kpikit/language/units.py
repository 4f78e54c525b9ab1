"""Units: which are scales of one dimension, and what is counted in them."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import Words, having

__all__ = [
    "COUNTS",
    "HOURS",
    "IN_HEADINGS",
    "MULTIPLIERS",
    "MUNICIPALITIES",
    "PERCENT",
    "POINT",
    "RANK",
    "SCALES",
    "TIMES",
    "UNITS",
    "YEN",
]

PERCENT: Final = "%"
#: The difference of two percentages.
POINT: Final = "ポイント"
#: How many times something.
TIMES: Final = "倍"
#: A place in an order.
RANK: Final = "位"
HOURS: Final = "時間"
YEN: Final = "円"

#: Unit → (base unit of its dimension, how many of those it is).
SCALES: Final[dict[str, tuple[str, str]]] = {
    "割": (PERCENT, "10"),
    "‰": (PERCENT, "0.1"),
    "パーセント": (PERCENT, "1"),
    "pt": (POINT, "1"),
    "%ポイント": (POINT, "1"),
    "名": ("人", "1"),
    **{f"{ka}{of}": (f"か{of}", "1") for ka in "ヵヶケカ箇個" for of in "所国月年"},
    "h": (HOURS, "1"),
    "秒": (HOURS, "1/3600"),
    "分": (HOURS, "1/60"),
    "mm": ("m", "0.001"),
    "cm": ("m", "0.01"),
    "km": ("m", "1000"),
    "ha": ("m2", "10000"),
    "a": ("m2", "100"),
    "km2": ("m2", "1000000"),
    "m²": ("m2", "1"),
    "km²": ("m2", "1000000"),
    "m³": ("L", "1000"),
    "mg": ("g", "0.001"),
    "kg": ("g", "1000"),
    "t": ("g", "1000000"),
    "トン": ("g", "1000000"),
    "kt": ("g", "1000000000"),
    "l": ("L", "1"),
    "mL": ("L", "0.001"),
    "ml": ("L", "0.001"),
    "リットル": ("L", "1"),
    "kL": ("L", "1000"),
    "kl": ("L", "1000"),
    "m3": ("L", "1000"),
    "kWh": ("Wh", "1000"),
    "MWh": ("Wh", "1000000"),
    "GWh": ("Wh", "1000000000"),
    "kW": ("W", "1000"),
    "MW": ("W", "1000000"),
}

#: Multipliers that may stand before a unit or alone, longest first.
MULTIPLIERS: Final[tuple[tuple[str, str], ...]] = (
    ("百万", "1000000"),
    ("千万", "10000000"),
    ("十億", "1000000000"),
    ("十万", "100000"),
    ("百", "100"),
    ("千", "1000"),
    ("万", "10000"),
    ("億", "100000000"),
    ("兆", "1000000000000"),
)

#: Units that are told apart. ``count``: things are counted in it, which cannot be fewer than
#: none; ``heading``: in the brackets of a heading it is a unit, where other words are remarks.
UNITS: Final = (
    Words(
        "人 名 件 回 戸 世帯 団体 校 園 箇所 か所 ヶ所 カ所 社 店 店舗 台 両 本 冊", "count heading"
    ),
    Words("部 種類 事業 事業所 施設 個 組", "count heading"),
    Words("点 円 千円 万円 百万円 億円 千人 万人 人/年 人/日 件/年 回/年 人日", "heading"),
    Words("時間 分 日 歳 位 泊 km m ha km2 m2 m3 t kg g t-CO2 kt-CO2 千t-CO2 tCO2", "heading"),
    Words("kWh MWh GJ TJ kW MW g/人・日 % 割 ‰", "heading"),
)

#: Units in which things are counted.
COUNTS: Final = frozenset(having(UNITS, "count"))
#: Units that a heading may put in brackets and nothing else.
IN_HEADINGS: Final = frozenset(having(UNITS, "heading"))
#: Units that are counted together, as 市町村.
MUNICIPALITIES: Final = frozenset(["市", "町", "村", "市町", "町村", "市町村"])
