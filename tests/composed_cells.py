"""Cells composed by rules, each with what is written in it and what must become of that.

A cell is one to three statements: number × unit × bound × change × note × bracket × period ×
words of meaning. What is composed knows what it means, so that a reading can be held against
it without a second reader: :func:`lost` names what was written and is nowhere in the reading.
This module imports nothing of kpikit, so that any version of it can be measured.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = [
    "CONSERVED",
    "FULL_WIDTH",
    "SPENT",
    "UNITS",
    "Bit",
    "Composed",
    "compose",
    "cover",
    "distinct",
    "lost",
    "words",
]


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


#: The kinds of pieces that say that what stands in them is used, or left out on purpose.
SPENT: Final = words(
    "population label remark note mark rank method breakdown benchmark source second qualifier "
    "age indicator name"
)
#: The slots that a reading accounts for, whatever else it leaves out.
CONSERVED: Final = words(
    "number limit bound range sign change change-before reference year day negation"
)
#: ASCII → what it is in full width, the blank too.
FULL_WIDTH: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


class Bit(NamedTuple):
    """A stretch of a composed cell."""

    #: ``number``, ``unit``, ``bound``, ``year`` …, and ``""`` for what joins them.
    slot: str
    text: str
    #: What of these, if any, the reading must show: numbers of a number, else parts of its repr.
    means: tuple[str, ...] = ()


Choice: TypeAlias = Sequence[Bit]


class Composed(NamedTuple):
    """A cell and what it is made of."""

    bits: tuple[Bit, ...]

    @property
    def text(self) -> str:
        """The cell."""
        return "".join(bit.text for bit in self.bits)

    @property
    def form(self) -> str:
        """The slots in their order."""
        return " ".join(bit.slot for bit in self.bits if bit.slot)

    def spans(self) -> Iterator[tuple[Bit, int, int]]:
        """Yield each bit that means something, and where it stands."""
        start = 0
        for bit in self.bits:
            end = start + len(bit.text)
            if bit.slot:
                yield bit, start, end
            start = end


def _bits(slot: str, texts: str, *means: str) -> list[Bit]:
    """Make a bit of each word; where no meaning is given, the reading must name the word."""
    return [Bit(slot, word, means or (_plain(word),)) for word in words(texts)]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


_KANJI_DIGITS: Final = frozenset("〇一二三四五六七八九十百千万億")
_FLOOR: Final = ("AtLeast(", "lower=", "AT_LEAST", "margin=", "ReduceBy(", "IncreaseBy(")
_CEILING: Final = ("AtMost(", "upper=", "AT_MOST", "margin=")
_STRICT: Final = ("strict=True", "_closed=False", "ABOVE", "BELOW")
_DOWN: Final = ("ReduceBy(", "DECREASE", "LOWER", "BELOW", "AtMost(", "AT_MOST", "'-")
_UP: Final = ("IncreaseBy(", "INCREASE", "HIGHER", "ABOVE", "AtLeast(", "AT_LEAST")
#: A change that leads up or down by what it is of.
_EITHER: Final = (*_UP, *_DOWN, "Improve(")

_ABOUT: Final = ("approximate=True", "margin=")

#: Units in use; one of :data:`_SCALED` is told in a smaller one.
UNITS: Final = words(
    "件 人 回 % 円 名 台 本 冊 世帯 団体 戸 点 時間 分 日 年 か月 事業 施設 か所 箇所 ヶ所 カ所 "
    "校 社 店 組 棟 歳 園 館 組織 地区 路線 種類 品目 項目 店舗 企業 事業所 自治体 市町村 学校 "
    "教室 講座 人日 人泊 便 頭 匹 隻 枚 株 号 倍 割 ポイント ha km m t kg トン L m2 位 区画 基 床"
)
_SCALED: Final = {
    "千円": ("円", 1000),
    "万円": ("円", 10_000),
    "百万円": ("円", 1_000_000),
    "億円": ("円", 100_000_000),
    "千人": ("人", 1000),
    "万人": ("人", 10_000),
}
_MORE_UNITS: Final = ("t-CO2", "kWh", "㎡", "％", "pt", "℃", "g", "ppm")
_LIMITS: Final = [
    *_bits("limit", "最低 少なくとも 最低でも 下限", *_FLOOR),
    *_bits("limit", "最大 多くとも 多くても 上限 せいぜい 最高", *_CEILING),
]
_BOUNDS: Final = [
    *_bits("bound", "以上 以上 以上 を下回らない", *_FLOOR),
    *_bits("bound", "以下 以下 以内 を上回らない を超えない", *_CEILING),
    *_bits("bound", "超 を超える を上回る 未満 を下回る より多い より少ない", *_STRICT, "margin="),
]
_AROUND: Final = [
    *_bits("around", "程度 前後 ほど くらい 余り 弱 強", *_ABOUT),
    Bit("around", "台", ("lower=", "AtLeast(", "AtMost(")),
]
_APPROX: Final = _bits("approx", "約 概ね おおむね およそ ほぼ", *_ABOUT)
_DECREASES: Final = "削減 減少 縮小 低減 短縮 縮減 引き下げ 圧縮 低下 抑制"
_INCREASES: Final = "増加 拡大 上昇 向上 引き上げ アップ"
_CHANGES: Final = [
    *_bits("change", f"減 {_DECREASES} ダウン", *_DOWN, "Between("),
    *_bits("change", f"増 {_INCREASES} 増員", *_UP, "Between("),
    *_bits("change", "改善", *_EITHER),
]
_CHANGES_BEFORE: Final = [
    *_bits("change-before", _DECREASES, *_DOWN),
    *_bits("change-before", _INCREASES, *_UP),
]
_SIGNS: Final = [
    *_bits("sign", "▲ △ - － −", *_DOWN),
    Bit("sign", "+", ("",)),
]
_KEEP: Final = _bits("keep", "維持 継続 を維持 以上を維持 の維持", "Maintain(")
_STATISTICS: Final = [
    *_bits("statistic", "累計 延べ 平均 合計 年平均 月平均 年間"),
    Bit("statistic", "累積", ("累計",)),
]
_BASES: Final = [
    Bit("basis", text, (means,))
    for text, means in (
        ("1人当たり", "1人"),
        ("1日", "1日"),
        ("毎年", "年"),
        ("年", "年"),
        ("月", "月"),
        ("人口10万人当たり", "10万"),
        ("人口10万対", "10万"),
        ("1校あたり", "1校"),
    )
]
_PER: Final = [Bit("per", f"/{each}", (each,)) for each in ("年", "月", "日", "人", "件", "10万人")]
_REFERENCES: Final = [
    *[
        Bit("reference", text, tuple(means))
        for text, *means in (
            ("前年度比", "前年度", "lag=1"),
            ("対前年度比", "前年度", "lag=1"),
            ("前年比", "前年", "lag=1"),
            ("現状から", "現状"),
            ("現状比", "現状"),
            ("基準値より", "基準値"),
            ("当初より", "当初"),
        )
    ],
    *_bits("reference", "全国平均 県平均 国の平均 過去最高 法定雇用率"),
    Bit("reference", "前年度", ("前年度", "lag=1")),
    *[
        Bit("year", text, tuple(means))
        for text, *means in (
            ("R3年度比", "2021", "R3"),
            ("平成25年度比", "2013", "平成25"),
            ("H30比", "2018", "H30"),
            ("R元年度から", "2019", "R元"),
            ("令和4年度より", "2022", "令和4"),
        )
    ],
]
_NOUNS: Final = _bits(
    "noun", "利用率 参加者数 達成率 会議 イベント 講座数 SNS 待機児童 事業費 ホームページ 満足度"
)
_LABELS: Final = _bits(
    "label", "男性 女性 小学校 中学校 市内 市外 市 県 20代男性 65歳以上 小5 中3 Twitter A B 実人数"
)
_POPULATIONS: Final = _bits(
    "population",
    "週1回以上運動する人の割合 80歳で20本以上自分の歯を有する者の割合 月1冊以上本を読む児童の割合 "
    "65歳以上の者の割合 1日60分以上歩く人 75歳未満の死亡率 30人以下学級 20歳代女性の割合",
)
_NEGATIONS: Final = [
    Bit("negation", text, (text, "Missing.", "Unset("))
    for text in words(
        "未達成 未実施 未満たず を達成できず 実施せず ではない を除く 以外 なし 中止 に届かない "
        "していない 廃止"
    )
]
_FORECAST: Final = ("FORECAST",)
_MEANINGS: Final = [
    *_bits(
        "meaning",
        "目標 目標値 残り 前年度 参考 計画 計画値 未 不足 超過 集計中 不明 うち 他 当初 予算",
    ),
    *_bits("meaning", "予定 見込み 見込", *_FORECAST),
    *_bits("meaning", "速報値 暫定値", "PROVISIONAL"),
]
_DASHES: Final = words("- － ー ― — – − ‐ ─")
_MARKS: Final = words("① ② ③ ○ ・ ■")
_BRACKETS: Final = ("()", "()", "()", "（）", "（）", "[]", "［］", "【】", "〈〉", "〔〕", "「」")
_JOINS: Final = ("、", "、", " ", "　", "/", "・", "。", "かつ", "又は", "から", "→", "\n")
_NOTES: Final = (
    "※R5調査",
    "※市の調査による",
    "※目標はR7",
    "※うち市外3件",
    "*暫定",
    "※コロナ禍で中止",
    "※",
    "※令和6年3月末",
    "※10件以上を含む",
)


def _number(rng: Random) -> Bit:
    whole = rng.choice((rng.randrange(10), rng.randrange(100), rng.randrange(1, 20_000)))
    match rng.randrange(10):
        case 0 | 1 | 2 | 3:
            return _counted(str(whole), whole)
        case 4 | 5:
            return _counted(f"{whole:,}", whole)
        case 6 | 7:
            tenths = Decimal(rng.randrange(1, 1000)) / 10
            return _counted(str(tenths), tenths)
        case 8:
            return _kanji_scaled(rng)
        case _:
            return _kanji(rng)


def _counted(text: str, value: Decimal | int) -> Bit:
    return Bit("number", text, (str(Decimal(value).normalize()),))


def _kanji_scaled(rng: Random) -> Bit:
    high, low = rng.randrange(1, 99), rng.randrange(1, 10)
    return rng.choice(
        (
            _counted(f"{high}万{low}千", high * 10_000 + low * 1000),
            _counted(f"{high}.{low}万", high * 10_000 + low * 1000),
            _counted(f"{high}億{low},300万", high * 10**8 + low * 10**7 + 3 * 10**6),
            _counted(f"{high}百万", high * 10**6),
        )
    )


def _kanji(rng: Random) -> Bit:
    digits = "〇一二三四五六七八九"
    tens, ones = rng.randrange(1, 10), rng.randrange(1, 10)
    ten = digits[tens] if tens > 1 else ""
    return _counted(f"{ten}十{digits[ones]}", tens * 10 + ones)


def _unit(rng: Random) -> list[Bit]:
    """Return a unit as it stands behind its number: directly, after a blank, in brackets."""
    pick = rng.randrange(20)
    if pick < 2:
        return []
    if pick == 2:
        name = rng.choice(tuple(_SCALED))
        unit = Bit("unit", name, (_SCALED[name][0],))
    else:
        name = rng.choice(UNITS if pick < 18 else _MORE_UNITS)
        other = {"㎡": "m2", "℃": "℃", "pt": "ポイント", "名": "人"}.get(name, _plain(name))
        unit = Bit(
            "unit", name, (_plain(name), other, "か所") if "所" in name else (_plain(name), other)
        )
    match rng.randrange(12):
        case 0:
            return [Bit("", " "), unit]
        case 1:
            return [Bit("", "("), unit, Bit("", ")")]
        case _:
            return [unit]


def _year(rng: Random) -> list[Bit]:
    """Return a period of one year, a day, a month, or of two years."""
    year = rng.randrange(2013, 2031)
    reiwa, heisei = year - 2018, year - 1988
    short = f"R{reiwa}" if reiwa > 0 else f"H{heisei}"
    long = f"令和{reiwa}" if reiwa > 0 else f"平成{heisei}"
    means = (str(year),)
    month = rng.randrange(1, 13)
    dates = means if month > 3 else (*means, str(year - 1))
    match rng.randrange(12):
        case 0 | 1:
            return [Bit("year", short, means)]
        case 2 | 3:
            return [Bit("year", f"{long}年度", means)]
        case 4:
            return [Bit("year", f"{year}年度", means)]
        case 5:
            return [Bit("year", f"{year}年", means)]
        case 6:
            return [Bit("year", f"{short}.{month}.1", dates), Bit("", "時点")]
        case 7:
            return [Bit("year", f"{long}年{month}月末", dates), Bit("", "現在")]
        case 8 | 9:
            later = year + rng.randrange(1, 5)
            dash = rng.choice(("~", "～", "〜", *_DASHES))
            return [
                Bit("year", short, means),
                Bit("", dash),
                Bit("year", f"R{max(later, 2020) - 2018}", (str(max(later, 2020)),)),
            ]
        case 10:
            return [Bit("year", f"{short}年度", (*means, str(year + 1))), Bit("", "末")]
        case _:
            day = Bit("day", f"{month}月1日", (f"{month}月1日", f", {month}, 1)"))
            return [day, Bit("", "現在")]


def _boxed(rng: Random, inner: Sequence[Bit]) -> list[Bit]:
    opening, closing = rng.choice(_BRACKETS)
    return [Bit("", opening), *inner, Bit("", closing)]


def _value(rng: Random) -> list[Bit]:
    return [_number(rng), *_unit(rng)]


def _group(rng: Random) -> list[Bit]:
    """Return a bracket behind a value, with what such brackets hold."""
    pick: Callable[[Choice], Bit] = rng.choice
    contents: Sequence[Callable[[], list[Bit]]] = (
        lambda: _year(rng),
        lambda: _year(rng),
        lambda: _value(rng),
        lambda: [pick(_STATISTICS)],
        lambda: [*_year(rng), pick(_STATISTICS)],
        lambda: [pick(_MEANINGS)],
        lambda: [pick(_MEANINGS), *_value(rng)],
        lambda: [Bit("", "うち"), pick(_LABELS), *_value(rng)],
        lambda: [pick(_REFERENCES), *_value(rng), pick(_CHANGES)],
        lambda: [Bit("reference", "全国平均", ("全国平均",)), *_value(rng)],
        lambda: [Bit("", "全国"), _number(rng), Bit("unit", "位", ("位",))],
        lambda: [pick(_NEGATIONS)],
        lambda: [*_value(rng), pick(_BOUNDS)],
        lambda: [pick(_NOUNS)],
    )
    return _boxed(rng, rng.choice(contents)())


def _statement(rng: Random) -> list[Bit]:
    """Return one number with what belongs to it."""

    def maybe(percent: int, choice: Choice, *links: str) -> list[Bit]:
        if rng.randrange(100) >= percent:
            return []
        return [rng.choice(choice), Bit("", rng.choice(links or ("",)))]

    bits: list[Bit] = []
    if rng.randrange(100) < 12:
        year = _year(rng)
        boxed = rng.randrange(3) == 0
        bits += (
            _boxed(rng, year)
            if boxed
            else [*year, Bit("", rng.choice(("", " ", "：", ":", "の", "に")))]
        )
    bits += maybe(10, _MEANINGS, " ", "：", "の", "は")
    bits += maybe(3, _POPULATIONS, " ", "：", "が", "を")
    bits += maybe(8, [*_NOUNS, *_LABELS], " ", "：", "の", "を")
    bits += maybe(8, _REFERENCES, "", " ", "の", "を", "で")
    bits += maybe(5, _STATISTICS, "", " ")
    bits += maybe(4, _BASES, "", " ")
    bits += maybe(5, _LIMITS, "")
    bits += maybe(5, _CHANGES_BEFORE, "", " ", "：")
    bits += maybe(5, _APPROX)
    value = _value(rng)
    if rng.randrange(20) == 0 and Decimal(value[0].means[0]):
        bits.append(rng.choice(_SIGNS))
    bits += value
    if rng.randrange(25) == 0:
        dash = rng.choice(("~", "～", *_DASHES[:3]))
        bits += [Bit("range", dash, ("lower=", "Between(")), *_value(rng)]
    bits += maybe(3, _PER)
    bits += maybe(4, _AROUND)
    bits += maybe(22, _BOUNDS)
    if rng.randrange(100) < 12:
        bits += [Bit("", rng.choice(("", "", "の", "に", "まで", "を", " "))), rng.choice(_CHANGES)]
    bits += maybe(5, _KEEP)
    bits += maybe(4, _NEGATIONS)
    bits += maybe(4, _MEANINGS)
    if rng.randrange(100) < 12:
        bits += [Bit("", rng.choice(("", " ", "　"))), *_group(rng)]
    return bits


def _several(rng: Random) -> list[Bit]:
    """Return two or three statements: behind marks, labels or periods, or joined."""
    bits: list[Bit] = []
    frame = rng.randrange(4)
    join = rng.choice(_JOINS)
    for number in range(rng.choice((2, 2, 2, 3))):
        if number:
            bits.append(Bit("", "" if frame == 0 else join))
        if frame == 0:
            mark = _MARKS[number] if rng.randrange(3) else rng.choice(_MARKS)
            bits.append(Bit("mark", mark, (mark, _plain(mark), "Part(", "AllOf(")))
        elif frame == 1:
            label = rng.choice(_LABELS)
            glued = "" if not label.text.isascii() else " "
            bits += [label, Bit("", rng.choice((glued, " ", "：", ":")))]
        elif frame == 2:
            bits += [*_year(rng), Bit("", rng.choice(("", " ", "：", ":")))]
        bits += _statement(rng) if rng.randrange(2) else _value(rng)
    return bits


def _worded(rng: Random) -> list[Bit]:
    """Return a cell without a number of its own."""
    known = [
        *_MEANINGS,
        *_NEGATIONS,
        *_NOUNS,
        *_CHANGES,
        *_KEEP,
        *_POPULATIONS,
        *_REFERENCES,
        *_BOUNDS,
    ]
    chosen = rng.sample(known, rng.choice((1, 2, 2, 3)))
    if rng.randrange(6) == 0:
        chosen = [Bit("dash", rng.choice(_DASHES), ("Missing", "Unset"))]
    if rng.randrange(3) == 0:
        chosen += _boxed(rng, _year(rng))
    return [each for bit in chosen for each in (bit, Bit("", rng.choice((" ", "、"))))][:-1]


def compose(rng: Random) -> Composed:
    """Return one cell, drawn by *rng*."""
    pick = rng.randrange(100)
    if pick == 0:
        year = _year(rng)
        return Composed(tuple(rng.choice((year, _boxed(rng, year)))))
    if pick < 4:
        bits = _worded(rng)
    elif pick < 20:
        bits = _several(rng)
    else:
        bits = _statement(rng)
    if rng.randrange(100) < 8:
        bits += [Bit("", rng.choice(("", " ", "　"))), *_boxed(rng, _year(rng))]
    if rng.randrange(100) < 5:
        note = rng.choice(_NOTES)
        bits += [Bit("", rng.choice(("", " "))), Bit("remark", note, (_plain(note), *_noted(note)))]
    if rng.randrange(30) == 0 and len(bits) > 1:
        bits.insert(rng.randrange(1, len(bits)), Bit("", rng.choice((" ", "　", "\n"))))
    if rng.randrange(8) == 0:
        bits = [bit._replace(text=bit.text.translate(FULL_WIDTH)) for bit in bits]
    return Composed(tuple(_apart([bit for bit in bits if bit.text])))


def _apart(bits: Sequence[Bit]) -> Iterator[Bit]:
    """Yield the bits with a blank where digits would grow together: 小5 and 12件."""
    before = ""
    for bit in bits:
        first = _plain(bit.text)[0]
        grows = before.isascii() and before.isalnum() and first.isdecimal()
        if bit.slot and (grows or (before in _KANJI_DIGITS and first in _KANJI_DIGITS)):
            yield Bit("", " ")
        yield bit
        before = _plain(bit.text)[-1]


def _noted(note: str) -> tuple[str, ...]:
    """Return what shows that a note was used for what it says."""
    used = {"※R5調査": ("2023",), "※令和6年3月末": ("2024",), "*暫定": ("PROVISIONAL",), "※": ("",)}
    return used.get(note, ())


def distinct(count: int, seed: int) -> Iterator[Composed]:
    """Yield *count* cells with different texts, the same ones for the same seed."""
    rng = Random(seed)  # noqa: S311 - cells, not secrets
    seen: set[str] = set()
    while len(seen) < count:
        cell = compose(rng)
        if cell.text not in seen:
            seen.add(cell.text)
            yield cell


# -- what became of it -------------------------------------------------------------------------

_NUMBERS: Final = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:E\+[0-9]+)?")
#: Notes that leave out what they are about, and so account for nothing.
_SILENT: Final = frozenset({"remark", "words-beside-value"})


def lost(cell: Composed, reading: Any, spent: Collection[str] = SPENT) -> list[Bit]:
    """Return what is written in a cell that was read and is nowhere in the reading.

    Some things have no place in a value, and need no more than a piece that says what they are:
    a day of no year, a year beside a quantity, what an observed change is compared with, and
    what a bound is beside its number (全国平均(53.2%)以上).

    Args:
        cell: The cell.
        reading: What a reader made of it.
        spent: The kinds of pieces that account for what stands in them.
    """
    if reading.value is None:
        return []
    shown = _plain(f"{reading.value!r} {reading.period!r}")
    numbers = {Decimal(each.replace(",", "")) for each in _NUMBERS.findall(shown)}
    told = _places(reading, spent)
    by_slot = {slot: told | _places(reading, kinds) for slot, kinds in _placeless(reading)}
    bits = list(cell.spans())
    return [
        bit
        for index, (bit, start, end) in enumerate(bits)
        if not _is_shown(bits, index, shown, numbers)
        and not by_slot.get(_slot_of(bit), told).issuperset(range(start, end))
    ]


#: What of a value without a place for a reference says that it may have been compared with one.
_COMPARING: Final = (
    *("change=", "lower=", "upper=", "direction="),
    *("AtLeast(", "AtMost(", "Maintain(", "Improve("),
)


def _slot_of(bit: Bit) -> str:
    """Return the slot of a bit; 改善 says of no number which way leads to it."""
    return "bettering" if bit.slot == "change" and _plain(bit.text) == "改善" else bit.slot


def _placeless(reading: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the slots that have no place in a value, and the kinds of pieces that do for them."""
    name = type(reading.value).__name__
    periods = ("period", "day", "date")
    compares = any(each in repr(reading.value) for each in _COMPARING)
    comparisons = ("reference", "particle", *periods) if compares else ()
    if "Missing." in repr(reading.value):
        yield "change", ("change", "words")
    if repr(reading.value).endswith("missing=Missing.PENDING)"):  # of the value, or when it comes
        yield "year", (*periods, "words", "particle")
        yield "day", periods
        yield "number", periods  # R元年度から 13 is a period as well
        yield "sign", periods
        return
    dates = (*periods, "particle") if "change=" in repr(reading.value) else ()
    yield "day", periods
    yield "bettering", ("change",)
    yield "number", ("basis",) if "位" in repr(reading.value) else ()  # 7位/47団体
    yield "reference", comparisons
    yield (
        "year",
        (*comparisons, *dates, *((*periods, "particle", "words") if name == "Quantity" else ())),
    )


def _places(reading: Any, kinds: Collection[str]) -> set[int]:
    """Return the offsets that pieces of some kinds, or notes that account for them, cover."""
    pieces = [piece for piece in reading.pieces if piece.role in kinds]
    notes = [note for note in reading.notes if note.code not in _SILENT]
    return {place for each in (*pieces, *notes) for place in range(each.start, each.end)}


def _is_shown(
    bits: Sequence[tuple[Bit, int, int]], index: int, shown: str, numbers: Collection[Decimal]
) -> bool:
    bit = bits[index][0]
    texts = {(other.slot, other.text) for other, _, _ in bits}
    if bit.slot == "number" and {("unit", "位"), ("around", "台")} <= texts:
        return any(
            Decimal(bit.means[0]) + each in numbers
            for each in (Decimal(0), *(Decimal(10) ** power for power in range(-1, 10)))
        )
    if bit.slot == "number":
        follows = bits[index + 1][0] if index + 1 < len(bits) else bit
        scale = _SCALED.get(follows.text, ("", 1))[1]
        value = Decimal(bit.means[0])
        others = [Decimal(other.means[0]) for other, _, _ in bits if other.slot == "number"]
        sums = {high * each + low for high in others for low in others for each in (12, 60)}
        is_in_a_sum = not sums.isdisjoint(numbers)  # 2時間30分 is 150分
        is_itself = value in numbers or value * scale in numbers
        return is_itself or _plain(bit.text) in shown or is_in_a_sum
    if _plain(bit.text) in shown or any(each in shown for each in bit.means):
        return True
    # A rank is better where it is less: 10位以上 is a ceiling.
    is_rank = any(other.text == "位" for other, _, _ in bits)
    # ▲150人以内 is a floor: no further below nothing than that.
    is_below = bit.text == "以内" and any(other.slot == "sign" for other, _, _ in bits)
    # 少なくとも5隻未満 is a ceiling: the adverb says that it is the least to be asked.
    is_adverb = bit.text == "少なくとも"
    either = {
        "bound": (*_FLOOR, *_CEILING),
        "limit": (*_FLOOR, *_CEILING),
        "change": _EITHER,
        "change-before": _EITHER,
    }.get(bit.slot, ())
    return (is_rank or is_below or is_adverb) and any(each in shown for each in either)


def cover(reading: Any) -> str:
    """Return the characters, blanks left out, of a text that was read and no piece covers."""
    if reading.value is None:
        return ""
    covered = {place for piece in reading.pieces for place in range(piece.start, piece.end)}
    return "".join(
        char
        for place, char in enumerate(reading.text)
        if place not in covered and not char.isspace()
    )
