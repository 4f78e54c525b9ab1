"""Units: which are scales of one dimension, and what is counted in them."""

from __future__ import annotations

from typing import Final

from kpikit.language.words import Words, having

__all__ = [
    "CARBON",
    "COUNTS",
    "HOURS",
    "IN_HEADINGS",
    "MEASURES",
    "MULTIPLIERS",
    "MUNICIPALITIES",
    "PERCENT",
    "POINT",
    "POWERS",
    "RANK",
    "RANKS_APART",
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
#: What lies between two of them, and is no place.
RANKS_APART: Final = "ランク"
HOURS: Final = "時間"
YEN: Final = "円"
#: What gases are counted in.
CARBON: Final = "t-CO2"

#: Base unit of a dimension → the others of it, and how many of the base unit each is.
_DIMENSIONS: Final = {
    PERCENT: "割=10 ‰=0.1 パーセント=1",
    POINT: "pt=1 %ポイント=1",
    "人": "名=1",
    **{f"か{of}": " ".join(f"{ka}{of}=1" for ka in "ヵヶケカ箇個") for of in "所国月年"},
    HOURS: "h=1 秒=1/3600 分=1/60 分間=1/60",
    "m": "mm=0.001 cm=0.01 km=1000 メートル=1 ミリメートル=0.001 キロメートル=1000",
    "m2": "ha=10000 a=100 km2=1000000 m²=1 km²=1000000 平方メートル=1 アール=100 ヘクタール=10000",
    "L": "m³=1000 m3=1000 l=1 mL=0.001 ml=0.001 リットル=1 kL=1000 kl=1000 立方メートル=1000",
    "g": "mg=0.001 kg=1000 t=1000000 トン=1000000 kt=1000000000 グラム=1 キログラム=1000",
    "Wh": "kWh=1000 MWh=1000000 GWh=1000000000",
    "W": "kW=1000 MW=1000000 GW=1000000000",
    "J": "kJ=1000 MJ=1000000 GJ=1000000000 TJ=1000000000000",
    CARBON: "tCO2=1 トンCO2=1 トン-CO2=1 kt-CO2=1000 kg-CO2=0.001",
}
#: Unit → (base unit of its dimension, how many of those it is).
SCALES: Final[dict[str, tuple[str, str]]] = {
    unit: (base, factor)
    for base, units in _DIMENSIONS.items()
    for unit, factor in (each.split("=") for each in units.split())
}
#: Units of lengths, areas, volumes, masses, work and power.
MEASURES: Final = frozenset(
    unit
    for base in "m m2 L g Wh W".split()
    for unit in (base, *(each.partition("=")[0] for each in _DIMENSIONS[base].split()))
)

#: Multipliers that may stand before a unit or alone, longest first, and how many zeros each has.
MULTIPLIERS: Final = tuple(
    (word, f"1{'0' * int(zeros)}")
    for each in "百万=6 千万=7 十億=9 十万=5 百=2 千=3 万=4 億=8 兆=12".split()
    for word, zeros in [each.split("=")]
)

#: Units that are told apart. ``count``: things are counted in it, which cannot be fewer than
#: none; ``heading``: in the brackets of a heading it is a unit, where other words are remarks.
UNITS: Final = (
    Words(
        "人 名 件 回 戸 世帯 団体 校 園 箇所 か所 ヶ所 カ所 社 店 店舗 台 両 本 冊", "count heading"
    ),
    Words(
        "部 種類 事業 事業所 施設 個 組 基 棟 橋 か国 食 枚 頭 羽 匹 隻 区画 路線", "count heading"
    ),
    Words("点 円 千円 万円 百万円 億円 千人 万人 人/年 人/日 件/年 回/年 人日", "heading"),
    Words("経営体 品 品目 口 通 票 便 床 席 筆 巻 箱 袋 議席", "count heading"),
    Words("時間 分 日 歳 位 泊 km m ha km2 m2 m3 t kg g t-CO2 kt-CO2 千t-CO2 tCO2", "heading"),
    Words("kWh MWh GJ TJ kW MW g/人・日 % 割 ‰", "heading"),
)

#: Units of areas and volumes, told with a sign for the power; those that end in others first.
POWERS: Final = ("km2", "cm2", "mm2", "m2", "km3", "cm3", "mm3", "m3")
#: Units in which things are counted.
COUNTS: Final = frozenset(having(UNITS, "count"))
#: Units that a heading may put in brackets and nothing else.
IN_HEADINGS: Final = frozenset(having(UNITS, "heading"))
#: Units that are counted together, as 市町村.
MUNICIPALITIES: Final = frozenset(["市", "町", "村", "市町", "町村", "市町村"])
