"""Columns of published texts are read as cells are, whatever way a text takes."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from frames_of import ENGINES, IN_MEMORY, in_memory, need

pytest.importorskip("narwhals.stable.v2", reason="narwhals is not here")

from kpikit import frames
from kpikit.frames.bulk import Bulk
from kpikit.frames.codes import FLAGS, PACES, REASONS, VERDICTS, flags_in
from kpikit.frames.engine import converted
from kpikit.frames.shapes import Place, Shape, learned, pattern_of
from kpikit.frames.texts import ACTUAL, TARGET, Kind

INF = math.inf
#: Texts of which any digits may be others, with what a reader is to do with their numbers.
TARGETS = (
    "81.4％以上（R5年度）",
    "1,234人",
    "１２，５００人",
    "0.52未満",
    "▲12.5％",
    "1.5万人",
    "3億4,567万円",
    "9割5分",
    "70%以上80%未満",
    "2024",
    "R5",
    "12月",
    "3人に1人",
    "80代",
    "10位以内",
    "7割削減",
    "男性12.5%、女性23.4%",
    "12件（12件）",
    "約1,234人",
    "28人から56人へ倍増",
    "150戸（40戸×5年）",
    "12人を目指して",
    "第2四半期",
    "2時間30分",
    "1.3% 5.6% 1.1% 2.4%",
    "15人±3人",
    "前年度比5％増",
    "1人当たり12冊",
    "8,21人",
    "1234567890123456人",
    "①12件②13件③14件④15件⑤16件",
    "小50.2％ 中92.5％ 高45.0％",
    "507件（R4）854件（R5）638件（R6）",
    "水稲 40.5％ さとうきび 96.5％ 園芸 72.4％ 漁業 90.5％",
    "4,111億円（農業2,759億円 林業87億円 漁業996億円）",
    "70件、20件、計90件",
    "30％以上50％未満かつ20％以上",
    "男女計:2.2% 男性:7.6% 女性:7.2%",
    "35％（33件／94件）",
    "累計120件（R5～R9）",
    "50％（20～64歳）",
    "4.2（5点満点）",
)
ACTUALS = (*TARGETS, "△1,234人", "12件（見込み）", "約16,000時間削減 (R5)", "(2019) 12.3")


def digits_varied(texts: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Return texts of which some have other digits."""

    def other(text: str, digits: str) -> str:
        given = iter(digits)
        return "".join(next(given) if char.isdecimal() else char for char in text)

    one = st.builds(other, st.sampled_from(texts), st.text("0123459", min_size=20, max_size=20))
    many = st.sampled_from(texts).flatmap(
        lambda text: st.lists(
            st.builds(other, st.just(text), st.text("0123456789", min_size=20, max_size=20)),
            min_size=6,
            max_size=12,
        )
    )
    return st.one_of(many, st.lists(one, max_size=20))


class TestBulk:
    """What is read of a text by its shape is what is read of it by itself."""

    @given(digits_varied(TARGETS))
    def test_targets(self, texts: list[str]) -> None:
        assert [*Bulk(TARGET, texts)] == [TARGET.row(text) for text in texts]

    @given(digits_varied(ACTUALS))
    def test_actuals(self, texts: list[str]) -> None:
        assert [*Bulk(ACTUAL, texts)] == [ACTUAL.row(text) for text in texts]


class TestShape:
    """A shape is a text but for the digits of numbers that are of no date."""

    @pytest.mark.parametrize(
        ("text", "pattern", "numbers"),
        [
            ("81.4％（R5）", "99.9％（R5）", "81.4"),
            ("１，２３４人（令和5年度）", "９，９９９人（令和5年度）", "1234"),
            ("0.05%", "0.99%", "0.05"),
            ("1人当たり12冊", "1人当たり99冊", "12"),
            ("(2019) 12.3", "(2019) 99.9", "12.3"),
            ("小 5.1% 中 6.9% 高 7.3%", "小 9.9% 中 9.9% 高 9.9%", "5.1 6.9 7.3"),
        ],
    )
    def test_of_text(self, text: str, pattern: str, numbers: str) -> None:
        assert pattern_of(text) == (pattern, numbers)

    def test_digits_stay_as_wide_as_they_were(self) -> None:
        assert Shape.of("９，9９９人").text(["5,678"]) == "５，6７８人"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "維持",
            "R5",
            "令和元年3月末",
            "0件",
            "1件",
            "0.0%",
            "007件",
            "8,21人",
            "1234567890123456人",
            "12件（12件）",
            "1.80% 2.90%",  # which may be numbers of a list
            "12人（男5人、女7人）",
            "1.3% 5.6% 1.1% 2.4%",  # of which one is the sum of two others
            "1.3% 5.6% 2.4% 9.3%",  # of which one is the sum of all others
            "80件、20件、4倍件",
            "80人、20人、25人",  # of 100
            "30人、24人、25人増",  # of 100
            "1.5千人、500人、2,000人",
            "2件、3件、7件、12件、25件、41件",
        ],
    )
    def test_of_none(self, text: str) -> None:
        assert pattern_of(text) == ("", "")

    @pytest.mark.parametrize(
        ("text", "column", "times", "more", "inwards"),
        [
            ("81.4％以上", "target_low", ["1"], "0", 0),
            ("81.4％未満", "target_high", ["1"], "0", -INF),
            ("81.4％超", "target_low", ["1"], "0", INF),
            ("1.5万人以上", "target_low", ["10000"], "0", 0),
            ("3億4,567万円以上", "target_low", ["1E+8", "10000"], "0", 0),
            ("1兆4,567億円以上", "target_low", ["1E+8"], "1E+12", 0),
        ],
    )
    def test_learned(
        self, text: str, column: str, times: list[str], more: str, inwards: float
    ) -> None:
        found = learned(Shape.of(pattern_of(text)[0]), TARGET)

        assert found is not None
        place = Place(tuple(map(Decimal, times)), Decimal(more), inwards)
        assert found.ends[column] == place

    @pytest.mark.parametrize(
        "text",
        [
            "約1,234人",  # its margin depends on zeros at its end
            "70～80％",  # the second may be the smaller one
            "12月",
            "80%台",
            "2/3",
            "28人から56人へ倍増",  # refused, unless one is twice the other
        ],
    )
    def test_not_learned(self, text: str) -> None:
        pattern, _ = pattern_of(text)

        assert not pattern or learned(Shape.of(pattern), ACTUAL) is None

    @pytest.mark.parametrize(
        "read",
        [
            lambda number: None if number > 50 else number,
            lambda number: INF if number > 50 else number,
            lambda number: number / 3,
            lambda number: number**2,
        ],
        ids=["missing", "endless", "thirds", "squares"],
    )
    def test_not_learned_of_any_reader(self, read: Callable[[float], float | None]) -> None:
        kind = Kind(lambda text: {"low": read(float(text[:2]))}, {"low": None}, ("low",))

        assert learned(Shape.of("99件"), kind) is None

    def test_not_learned_where_some_are_refused(self) -> None:
        kind = Kind(lambda text: {"low": 1.0} if text[0] < "5" else None, {"low": None}, ("low",))

        assert learned(Shape.of("99件"), kind) is None

    @pytest.mark.parametrize(
        "text", ["小50.2％ 中92.5％ 高45.0％", "東部12.3件 西部45.6件 南部0.0件"]
    )
    def test_several_numbers_that_tell_nothing_of_each_other(self, text: str) -> None:
        found = learned(Shape.of(pattern_of(text)[0]), ACTUAL)

        assert found is not None
        assert found.others["undecided"] == REASONS[kk.Reason.PARTS_DIFFER]
        assert found.of(pattern_of(text)[1]) == [None, None]

    def test_several_numbers_one_of_which_is_the_value(self) -> None:
        """Whichever it is, a text like it may have another one."""
        pattern, _ = pattern_of("65件 ※74件、83件と比べて")
        kind = Kind(lambda text: {"low": float(text[:2])}, {"low": None}, ("low",))

        assert learned(Shape.of(pattern), kind) is None

    def test_refused_whatever_the_number(self) -> None:
        found = learned(Shape.of("99人を目指してがんばる"), ACTUAL)

        assert found is not None
        assert found.of("34") == [None, None]
        assert found.others["undecided"] == REASONS[kk.Reason.ACTUAL_UNREADABLE]


class TestRows:
    """What texts say, by hand."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("80%以上", {"undecided": 0, "target_low": 80.0, "target_high": INF, "unit": "%"}),
            ("126件", {"undecided": 1, "target_low": 126.0, "target_high": 126.0, "aim": 126.0}),
            ("0件", {"undecided": 0, "target_low": -INF, "target_high": 0.0, "direction": -1}),
            ("3位", {"undecided": 0, "target_low": -INF, "target_high": 3.0}),
            (
                "70%以上80%未満",
                {"target_low": 70.0, "target_high": math.nextafter(80, 0), "aim": None},
            ),
            ("7割削減", {"target_low": 7.0, "target_high": INF, "sense": -1, "unit": "割"}),
            ("500人を維持", {"undecided": 1, "target_low": 500.0, "waits": True, "unit": "人"}),
            ("維持", {"undecided": REASONS[kk.Reason.BASELINE_MISSING], "target_low": None}),
            ("全国平均以上", {"undecided": REASONS[kk.Reason.BENCHMARK_MISSING]}),
            ("策定", {"undecided": REASONS[kk.Reason.NOT_QUANTIFIED], "target_low": None}),
            ("男性30% 女性40%", {"undecided": REASONS[kk.Reason.PARTS_DIFFER]}),
            ("―", {"undecided": REASONS[kk.Reason.UNSET]}),
            ("", {"undecided": REASONS[kk.Reason.TARGET_UNREADABLE], "target_low": None}),
            ("約80%", {"target_low": 80.0, "taken": FLAGS[kk.Flag.TARGET_APPROXIMATE]}),
            (
                "12件以上（R8年度）",
                {"target_from": date(2026, 4, 1), "target_due": date(2027, 3, 31)},
            ),
            ("延べ12件/月以上（R6～R8）", {"statistic": "延べ", "per": "月", "part_of_total": 3}),
        ],
    )
    def test_target(self, text: str, expected: dict[str, Any]) -> None:
        row = TARGET.row(text)

        assert {name: row[name] for name in expected} == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "81.4％（R5）",
                {"undecided": 0, "actual_low": 81.4, "actual_high": 81.4, "year": 2023},
            ),
            ("9割以上", {"actual_low": 9.0, "actual_high": INF, "unit": "割"}),
            (
                "約1,600人",
                {
                    "actual_low": 1550.0,
                    "actual_high": math.nextafter(1650, 0),
                    "taken": FLAGS[kk.Flag.ACTUAL_APPROXIMATE],
                },
            ),
            ("12件（見込み）", {"actual_low": 12.0, "forecast": True}),
            ("5件削減", {"actual_low": 5.0, "sense": -1}),
            ("集計中", {"undecided": REASONS[kk.Reason.NO_ACTUAL], "actual_low": None}),
            ("", {"undecided": REASONS[kk.Reason.NO_ACTUAL]}),
            ("策定済", {"undecided": REASONS[kk.Reason.NOT_QUANTIFIED]}),
            ("男性30% 女性40%", {"undecided": REASONS[kk.Reason.PARTS_DIFFER]}),
            ("12件を目指す", {"undecided": REASONS[kk.Reason.ACTUAL_UNREADABLE]}),
        ],
    )
    def test_actual(self, text: str, expected: dict[str, Any]) -> None:
        row = ACTUAL.row(text)

        assert {name: row[name] for name in expected} == expected


#: A target, an actual, and what is told of them: verdict and reason, by hand.
PAIRS = (
    ("80%以上", "81.4％（R5）", 1, None),
    ("80%以上", "79.9％（R5）", 2, None),
    ("126件", "126件", 1, None),
    ("126件", "59件", 0, kk.Reason.DIRECTION_UNKNOWN),
    ("1.5千人以上", "1,600人", 1, None),
    ("15件以上", "1,600人", 0, kk.Reason.UNITS_DIFFER),
    ("策定", "策定済", 1, None),
    ("男性30%以上 女性40%以上", "男性31% 女性45%", 1, None),
    ("男性30%以上 女性40%以上", "男性31% 女性39%", 2, None),
    ("―", "59件", 4, kk.Reason.UNSET),
    ("80%以上", "集計中", 0, kk.Reason.NO_ACTUAL),
    ("80%以上", "", 0, kk.Reason.NO_ACTUAL),
    ("80%以上", "8,21", 0, kk.Reason.ACTUAL_UNREADABLE),
    ("8,21", "80", 0, kk.Reason.TARGET_UNREADABLE),
    ("60件以下（R5年度）", "12件（R5年度上半期）", 3, kk.Reason.NOT_YET_DUE),
    ("60件以上（R5年度）", "59件（R5年度）", 2, None),
    ("60件以上（R3～R5）", "59件（R5年度）", 0, kk.Reason.STATISTIC_DIFFERS),
    ("60件以上（R5年度）", "61件（R4年度）", 1, None),
    ("20件以上（R5年度）", "61件（R3～R5）", 0, kk.Reason.STATISTIC_DIFFERS),
    ("20件以上（R5年度）", "19件（R3～R5）", 2, None),
    ("5年間で100件以上（R5年度）", "30件（R5年度）", 0, kk.Reason.STATISTIC_DIFFERS),
    ("5年間で100件以上（R5年度）", "110件（R5年度）", 1, None),
    ("20件以上（R5年度）", "30件（5年間）（R5年度）", 0, kk.Reason.STATISTIC_DIFFERS),
)


class TestRead:
    """A target beside an actual is judged as it is one by one."""

    @pytest.mark.parametrize("engine", [*ENGINES, "dask", "pyspark"])
    def test_pairs(self, engine: str) -> None:
        judged = frames.evaluate(frames.read(_frame(engine), target="目標", actual="実績"))

        rows = in_memory(judged)

        assert [(row["目標"], row["実績"]) for row in rows] == [each[:2] for each in PAIRS]
        told = [(row["verdict"], row["reason"]) for row in rows]
        assert told == [(each[2], REASONS[each[3]] if each[3] else 0) for each in PAIRS]

    @pytest.mark.parametrize("engine", IN_MEMORY)
    def test_order_is_kept(self, engine: str) -> None:
        rows = frames.read(_frame(engine), target="目標", actual="実績")

        assert [row["row"] for row in _listed(rows)] == [*range(len(PAIRS))]

    @given(st.lists(st.tuples(st.sampled_from(TARGETS), st.sampled_from(ACTUALS)), min_size=1))
    def test_as_one_by_one(self, pairs: list[tuple[str, str]]) -> None:
        need("polars")
        columns = dict(zip(("目標", "実績"), map(list, zip(*pairs, strict=True)), strict=True))
        wide = polars().DataFrame(columns)

        judged = frames.evaluate(frames.read(wide, target="目標", actual="実績"))

        for row, (target, actual) in zip(judged.to_dicts(), pairs, strict=True):
            asked, seen = kk.read_targets(target).value, kk.read_actual(actual).value
            if asked is None or seen is None:
                assert row["verdict"] in (0, 4)
                continue
            expected = kk.evaluate(kk.Indicator("?", target=asked), seen)
            assert row["verdict"] == VERDICTS[expected.verdict]
            assert row["reason"] == (REASONS[expected.reason] if expected.reason else 0)
            standing = expected.standing
            assert row["standing"] == (PACES[standing.pace] if standing else 0)
            assert set(flags_in(row["flags"])) == set(expected.flags)

    @pytest.mark.parametrize("engine", ENGINES)
    def test_one_column(self, engine: str) -> None:
        frame = _frame(engine)

        (asked, *_) = in_memory(frames.read(frame, target="目標"))
        (seen, *_) = in_memory(frames.read(frame, actual="実績"))

        assert (asked["target_low"], asked["target_high"], asked["unit"]) == (80.0, INF, "%")
        assert "actual_low" not in asked
        assert (seen["actual_low"], seen["actual_high"], seen["year"]) == (81.4, 81.4, 2023)
        assert "target_low" not in seen

    def test_texts_that_are_missing_or_categories(self) -> None:
        need("polars")
        pl = polars()
        texts = pl.Series("目標", ["80%以上", None, "80%以上"], dtype=pl.Categorical)

        rows = frames.read(pl.DataFrame([texts]), target="目標")

        assert rows["target_low"].to_list() == [80.0, None, 80.0]
        assert rows["undecided"].to_list() == [0, REASONS[kk.Reason.TARGET_UNREADABLE], 0]

    def test_nothing_is_replaced(self) -> None:
        need("polars")
        frame = polars().DataFrame({"目標": ["80%"], "数": [1], "unit": ["%"]})

        with pytest.raises(kk.FormatError) as error:
            frames.read(frame, target="目標", actual="数")

        codes = [(fault.path, fault.code) for fault in error.value.faults]
        assert codes == [("数", "frames-no-texts"), ("unit", "frames-has-column")]


def polars() -> Any:
    return import_module("polars")


def _frame(engine: str) -> Any:
    """Return the pairs as a frame of an engine, numbered."""
    need(engine)
    nw = import_module("narwhals.stable.v2")
    columns = {
        "目標": [each[0] for each in PAIRS],
        "実績": [each[1] for each in PAIRS],
        "row": [*range(len(PAIRS))],
    }
    base = engine if engine in IN_MEMORY else "pandas" if engine == "dask" else "pyarrow"
    made = nw.from_dict(columns, backend=base)
    return converted(made.to_native(), engine)


def _listed(frame: Any) -> list[dict[str, Any]]:
    wrapped = import_module("narwhals.stable.v2").from_native(frame)
    rows: list[dict[str, Any]] = wrapped.to_arrow().to_pylist()
    return rows
