"""Laws of reading cells: like words are read alike, and what is written is conserved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Any, Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from cell_tables import cases, scraps
from composed_cells import CONSERVED, FULL_WIDTH, UNITS, Composed, compose, cover, lost, words
from kpikit.model.reading import Reading

Reader: TypeAlias = Callable[[str], Reading[Any]]
READERS: Final[tuple[Reader, ...]] = (kk.read_actual, kk.read_target, kk.read_quantity)
BOTH: Final[tuple[Reader, ...]] = (kk.read_actual, kk.read_target)
HALF_WIDTH: Final = {full: half for half, full in FULL_WIDTH.items()}


def said(reading: Reading[Any]) -> tuple[Any, ...]:
    """Return what is said of a cell: the value and its period, or that it is refused, and why."""
    if reading.issues:
        return ("refused", reading.issues[0].code)
    return (reading.value, reading.period)


def said_without(reading: Reading[Any], word: str) -> str:
    """Return what is said of a cell as text, with a word and its width left out."""
    return plain(repr(said(reading))).replace(plain(word), "…")


def plain(text: str) -> str:
    """Return a text, or the repr of one, in one width."""
    return unicodedata.normalize("NFKC", text.replace(r"\u3000", " "))


def name_of(value: object) -> str | None:
    """Name a reader in the id of a test."""
    return value.__name__ if isinstance(value, type(name_of)) else None


def likes(*classes: tuple[str, str]) -> list[Any]:
    """Make a test of each template of each class: the template, the first word, the others."""
    return [
        pytest.param(template, first, others, id=template.format(line.replace(" ", "|")))
        for templates, line in classes
        for first, *others in [words(line)]
        for template in templates.split("|")
    ]


def unlike(read: Reader, template: str, first: str, others: list[str]) -> list[str]:
    """Return the words that are not read as the first one is."""
    one = said_without(read(template.format(first)), first)
    return [other for other in others if one != said_without(read(template.format(other)), other)]


# -- words -------------------------------------------------------------------------------------

DECREASES: Final = "減少 削減 縮小 低減 短縮 縮減 引き下げ 圧縮 低下"
INCREASES: Final = "増加 拡大 上昇 向上 引き上げ アップ"
BEHIND: Final = "126件{}|126 件{}|５０％{}|2時間30分{}|R7：126件{}"
CHANGED: Final = "10人{}|10％{}|10%以上{}|5件の{}|5件以上の{}|約2割{}|前年度比3%{}"
CHANGED_TO: Final = "10人に{}|10人まで{}|現状から5人{}|26%{}（H25年度比）"
CHANGED_BEFORE: Final = "{}10人|{} 10人|{}：10人|{}10％以上|R5 {}10人"
#: Templates, and the words that mean the same in each of them.
CLASSES: Final = (
    (BEHIND, "以上 を下回らない"),
    (BEHIND, "以下 以内 を上回らない を超えない"),
    ("126件{}|５０％{}", "超 を超える を上回る より多い"),
    ("126件{}|５０％{}", "未満 を下回る より少ない"),
    ("{}126件|R5 {}126件", "多くとも 多くても せいぜい"),
    ("{}126件|{}５０％|R5 {}126件", "約 概ね おおむね およそ ほぼ"),
    ("126件{}|５０％{}", "程度 前後 ほど くらい ぐらい"),
    ("126件（{}）|R6 126件（{}）|126件（R6{}）", "見込み 見込 見込値"),
    ("126件（{}）|R6 126件（{}）|126件（R6{}）", "速報値 速報 暫定値 暫定"),
    ("{}|{}（R6）", "集計中 調査中 算定中 算出中 確認中 精査中"),
    ("{}|{}（R6）", "未公表 非公表 公表前"),
    ("126件を{}|80％以上を{}|126件{}|現状を{}", "維持 継続"),
    (CHANGED, f"減 {DECREASES}"),
    (CHANGED_TO, DECREASES),
    (CHANGED_BEFORE, DECREASES),
    (CHANGED, f"増 {INCREASES}"),
    (CHANGED_TO, INCREASES),
    (CHANGED_BEFORE, INCREASES),
)
#: Of targets alone: in an actual 最低126件 may be the least of several.
OF_TARGETS: Final = (
    ("{}126件|{}５０％", "最低 少なくとも 最低でも 下限"),
    ("{}126件|{}５０％", "最大 多くとも 多くても 上限 せいぜい"),
)
#: Words that the value names, and which are alike in all else.
NAMED: Final = (
    ("{}以上|{}を上回る|{}並み", "全国平均 県平均 国平均 類似団体平均"),
    ("{}5件|5件（{}）", "累計 延べ 合計 平均"),
    ("{}5件 その他3件", "男性 女性 市内 市外 小学校 中学校"),
)
#: What turns the meaning of 10件, so that it is another value or refused.
TURNED: Final = words("残り{} {}不足 前年度{} 未{} {}未達成 {}以外 {}（参考） {}（残り）")


class TestWords:
    """Each word of a class may replace each other."""

    @pytest.mark.parametrize("read", READERS, ids=name_of)
    @pytest.mark.parametrize(("template", "first", "others"), likes(*CLASSES))
    def test_class(self, read: Reader, template: str, first: str, others: list[str]) -> None:
        assert [] == unlike(read, template, first, others)

    @pytest.mark.parametrize(("template", "first", "others"), likes(*OF_TARGETS))
    def test_class_of_targets(self, template: str, first: str, others: list[str]) -> None:
        one = said(kk.read_target(template.format(first)))
        same = [said(kk.read_target(template.format(other))) for other in others]
        assert [one] * len(others) == same

    @pytest.mark.parametrize("read", BOTH, ids=name_of)
    @pytest.mark.parametrize(("template", "first", "others"), likes(*NAMED))
    def test_named(self, read: Reader, template: str, first: str, others: list[str]) -> None:
        assert [] == unlike(read, template, first, others)

    @pytest.mark.parametrize("change", words(f"{DECREASES} {INCREASES}"))
    @pytest.mark.parametrize("read", READERS, ids=name_of)
    def test_change_before_a_number_is_no_level(self, read: Reader, change: str) -> None:
        """縮小10人 is a change of 10, or it is refused; it never is a level of 10."""
        reading = read(f"{change}10人")
        level = said(read("10人"))
        assert said(reading) != level

    @pytest.mark.parametrize("text", TURNED)
    @pytest.mark.parametrize("read", BOTH, ids=name_of)
    def test_what_turns_a_number_is_not_dropped(self, read: Reader, text: str) -> None:
        assert said(read(text.format("10件"))) != said(read("10件"))

    @pytest.mark.parametrize("text", ["目標10件", "10件（目標）", "目標：10件", "計画値 10件"])
    def test_a_target_is_no_actual(self, text: str) -> None:
        assert said(kk.read_actual(text)) != said(kk.read_actual("10件"))


# -- dashes, counters --------------------------------------------------------------------------

DASHES: Final = words("- － ― — – ‐ ‑ − ー ─ ﹣ ‒ ｰ")
DASHED: Final = (
    "{}",
    "（{}）",
    "{}（R6）",
    "{}（未実施）",
    "{}%",
    "2024年 {} ％",
    "{}5%",
    "10{}15件",
    "R5{}R8",
    "R5{}R8 10件",
    "男性：80% 女性：{}",
    "3{}2",
)
PERIODS: Final = ("R5{}R8", "R5{}8", "2023{}2026年度", "令和5年度{}令和8年度", "{}", "期限前{}")
#: Counters whose letters stand for something else in brackets or behind a blank: 126（年）.
UNCERTAIN: Final = frozenset({"年", "日", "月", "分", "位", "m", "t", "L", "割", "基", "号", "株"})
CERTAIN: Final = [unit for unit in UNITS if unit not in UNCERTAIN]


class TestDashes:
    """Each dash is the same dash, whatever its code point."""

    @pytest.mark.parametrize("template", DASHED)
    @pytest.mark.parametrize("read", READERS, ids=name_of)
    def test_cells(self, read: Reader, template: str) -> None:
        told = {dash: with_one_dash(said(read(template.format(dash)))) for dash in DASHES}
        assert dict.fromkeys(DASHES, told[DASHES[0]]) == told

    @pytest.mark.parametrize("template", PERIODS)
    def test_periods(self, template: str) -> None:
        told = {dash: said(kk.read_period(template.format(dash))) for dash in DASHES}
        assert dict.fromkeys(DASHES, told[DASHES[0]]) == told


def with_one_dash(told: tuple[Any, ...]) -> str:
    """Return what is said of a cell as text, every dash alike: it may quote the cell."""
    return repr(told).translate(dict.fromkeys(map(ord, DASHES), "-"))


class TestCounters:
    """A counter is read alike directly behind the digits, behind a blank and in brackets."""

    @pytest.mark.parametrize("place", ["126 {}", "126　{}", "126（{}）", "126({})", "126 ({})"])
    @pytest.mark.parametrize("read", READERS, ids=name_of)
    def test_alone(self, read: Reader, place: str) -> None:
        alone = {unit: said(read(f"126{unit}")) for unit in CERTAIN}
        assert alone == {unit: said(read(place.format(unit))) for unit in CERTAIN}

    @pytest.mark.parametrize("place", ["126 {}以上", "126（{}）以上", "126({}) 以上"])
    @pytest.mark.parametrize("read", READERS, ids=name_of)
    def test_with_a_bound(self, read: Reader, place: str) -> None:
        bound = {unit: said(read(f"126{unit}以上")) for unit in CERTAIN}
        assert bound == {unit: said(read(place.format(unit))) for unit in CERTAIN}

    @pytest.mark.parametrize("digits", ["1,234", "１２３４", "１，２３４"])
    @pytest.mark.parametrize("read", READERS, ids=name_of)
    def test_digits(self, read: Reader, digits: str) -> None:
        """The digits before a counter may be written in any way."""
        units = [unit for unit in UNITS if unit != "年"]
        plain_digits = {unit: said(read(f"1234{unit}")) for unit in units}
        assert plain_digits == {unit: said(read(f"{digits}{unit}")) for unit in units}

    @pytest.mark.parametrize("place", ["{}（R5）", "R5 {}", "{}（速報）", "{} ※"])
    @pytest.mark.parametrize("digits", ["12", "0.50", "1,234", "2019", "1.6万"])
    def test_beside_something_else(self, digits: str, place: str) -> None:
        """What stands beside a number and its unit does not change it."""
        for unit in CERTAIN:
            one = kk.read_actual(f"{digits}{unit}").unwrap().quantity
            other = kk.read_actual(place.format(f"{digits}{unit}")).unwrap().quantity
            assert (unit, one, str(one)) == (unit, other, str(other))

    def test_is_the_unit(self) -> None:
        """Each counter is one, directly behind digits."""
        units = {unit: plain(unit) for unit in UNITS}
        assert units == {unit: kk.read_quantity(f"126{unit}").unwrap().unit for unit in UNITS}


# -- width -------------------------------------------------------------------------------------


def in_width(reading: Reading[Any]) -> tuple[Any, ...]:
    """Return all that is said of a cell, its words in one width, its places as they are."""
    told: list[Any] = [*reading.issues, *reading.notes]
    places = [(each.code, each.start, each.end) for each in told]
    pieces = [(each.role, each.start, each.end) for each in reading.pieces]
    return plain(repr(reading.value)), plain(repr(reading.period)), places, pieces


TABLES: Final[dict[str, Reader]] = {
    "targets": kk.read_target,
    "actuals": kk.read_actual,
    "quantities": kk.read_quantity,
}


@st.composite
def composed(draw: st.DrawFn) -> Composed:
    """Draw a cell that is composed by rules."""
    return compose(Random(draw(st.integers(0, 2**32))))  # noqa: S311 - cells, not secrets


class TestWidth:
    """The reading does not depend on the width of characters."""

    @pytest.mark.wide
    @pytest.mark.parametrize("table", TABLES)
    def test_tables(self, table: str) -> None:
        for case in cases(table):
            self._check(TABLES[table], case.text)

    @given(composed())
    def test_composed(self, cell: Composed) -> None:
        for read in READERS:
            self._check(read, cell.text)

    @given(composed())
    def test_periods(self, cell: Composed) -> None:
        for bit in cell.bits:
            if bit.slot in {"year", "day"}:
                self._check(kk.read_period, bit.text)

    @staticmethod
    def _check(read: Reader, text: str) -> None:
        half = text.translate(HALF_WIDTH)
        full = text.translate(FULL_WIDTH)
        assert in_width(read(half)) == in_width(read(full)), text


# -- conservation ------------------------------------------------------------------------------

NUMBERS: Final = st.sampled_from(["126", "1,234", "48.2", "３５", "2万"])
KINDS: Final = st.sampled_from(["件", "%", "人", "か所", "時間"])
FLOORS: Final = st.sampled_from(["以上", "以下", "未満", "超", "を上回る", "以内"])
YEARS: Final = st.sampled_from(["R7", "令和7年度", "2025年度", "R7.3.31"])
DENIALS: Final = st.sampled_from(
    ["未達成", "を達成できず", "実施せず", "を除く", "以外", "ではない"]
)
REST: Final = st.sampled_from(["", " ", "：", "（", "）", "※", "、", "の", "に", "市内", "うち"])


class TestConservation:
    """A number, bound, year or negation is in the value, in a label or in an issue."""

    @given(composed())
    def test_composed(self, cell: Composed) -> None:
        for read in READERS:
            missing = [bit for bit in lost(cell, read(cell.text)) if bit.slot in CONSERVED]
            assert [] == missing, (read.__name__, cell.text)

    @given(composed())
    def test_pieces_cover_the_text(self, cell: Composed) -> None:
        for read in READERS:
            assert cover(read(cell.text)) == "", (read.__name__, cell.text)

    @pytest.mark.wide
    @pytest.mark.parametrize("table", TABLES)
    def test_pieces_cover_the_tables(self, table: str) -> None:
        for case in cases(table):
            reading = TABLES[table](case.text)
            assert cover(reading) == "", case.text
            ends = [0, *(piece.end for piece in reading.pieces)]
            pieces = zip(ends, reading.pieces, strict=False)
            assert all(end <= piece.start for end, piece in pieces), case.text

    @given(st.tuples(REST, NUMBERS, KINDS, REST, NUMBERS, KINDS))
    def test_two_numbers(self, bits: tuple[str, ...]) -> None:
        """Two numbers are both in the value, or the cell is refused."""
        text = "".join(bits)
        for read in READERS:
            self._keeps(read, text, *(bits[each] for each in (1, 4)))

    @given(NUMBERS, KINDS, REST, FLOORS, REST)
    def test_bound(self, number: str, unit: str, link: str, bound: str, rest: str) -> None:
        """A bound makes another value than none, or the cell is refused."""
        for read in READERS:
            self._differs(read, f"{number}{unit}{link}{bound}{rest}", f"{number}{unit}")

    @given(NUMBERS, KINDS, REST, YEARS, REST)
    def test_year(self, number: str, unit: str, link: str, year: str, rest: str) -> None:
        """A year is the period of the value, or the cell is refused."""
        for read in BOTH:
            for text in (f"{number}{unit}{link}{year}{rest}", f"{year}{link}{number}{unit}{rest}"):
                self._differs(read, text, f"{number}{unit}")

    @given(NUMBERS, KINDS, REST, DENIALS, REST)
    def test_negation(self, number: str, unit: str, link: str, denial: str, rest: str) -> None:
        """A negation makes another value than none, or the cell is refused."""
        for read in READERS:
            self._differs(read, f"{number}{unit}{link}{denial}{rest}", f"{number}{unit}")

    @staticmethod
    def _differs(read: Reader, text: str, bare: str) -> None:
        assert read(text).value is None or said(read(text)) != said(read(bare)), text

    @staticmethod
    def _keeps(read: Reader, text: str, *numbers: str) -> None:
        reading = read(text)
        if reading.value is not None:
            shown = plain(repr(reading.value))
            for number in numbers:
                digits = plain(number).replace(",", "").replace("万", "0000")
                assert re.search(rf"(?<![0-9.]){re.escape(digits)}(?![0-9.])", shown), text


# -- any text at all ---------------------------------------------------------------------------


class TestAnyText:
    """No text makes a reader raise, and every reading has a value or an issue."""

    @pytest.mark.wide
    @given(st.text() | st.lists(st.sampled_from(scraps("scraps")), max_size=12).map("".join))
    def test_any(self, text: str) -> None:
        for read in (*READERS, kk.read_period):
            self._check(read, text)

    @given(composed())
    def test_composed(self, cell: Composed) -> None:
        for read in (*READERS, kk.read_period):
            self._check(read, cell.text)

    @staticmethod
    def _check(read: Reader, text: str) -> None:
        reading = read(text)
        assert (reading.value is None) is bool(reading.issues)
        told: list[Any] = [*reading.pieces, *reading.notes, *reading.issues]
        for each in told:
            assert 0 <= each.start <= each.end <= len(text)
