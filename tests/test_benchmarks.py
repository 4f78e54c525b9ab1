"""What other bodies have, in columns and rows of its own."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.model.verdict import Flag, Reason, Verdict
from kpikit.table.benchmarks import with_benchmarks

HEAD = "指標名,単位,目標値(R5),実績値(R5),"


def evaluated(heading: str, value: str, target: str = "全国平均以上") -> kk.Evaluation:
    """Judge 65.1 % by a table with one more column."""
    table = f"{HEAD}{heading}\n学力調査の正答率,％,{target},65.1,{value}\n"
    (one,) = kk.evaluate(kk.read_plan(table.encode())).all()
    return one


class TestColumn:
    """A column of its own is what 全国平均以上 is judged by."""

    @pytest.mark.parametrize(
        ("heading", "value", "verdict"),
        [
            ("全国平均", "63.0", Verdict.ACHIEVED),
            ("全国平均（R5）", "66.0", Verdict.NOT_ACHIEVED),
            ("実績値（全国）", "63.0", Verdict.ACHIEVED),
            ("参考（全国）", "63.0", Verdict.ACHIEVED),
        ],
    )
    def test_judged(self, heading: str, value: str, verdict: Verdict) -> None:
        """By whatever words it is headed."""
        one = evaluated(heading, value)
        assert (one.verdict, one.flags) == (verdict, ())

    @pytest.mark.parametrize(
        ("heading", "value", "target"),
        [
            ("県平均", "63.0", "全国平均以上"),
            ("全国平均", "-", "全国平均以上"),
            ("全国平均（R3）", "63.0", "全国平均以上"),
            ("全国平均（R6）", "63.0", "全国平均以上"),
            ("参考", "63.0", "全国平均以上"),
        ],
    )
    def test_open(self, heading: str, value: str, target: str) -> None:
        """Another one, none, and one of quite another year tell nothing."""
        assert evaluated(heading, value, target).reason is Reason.BENCHMARK_MISSING

    def test_the_year_before(self) -> None:
        """It is taken where there is no other, and flagged, unless it is asked for."""
        one = evaluated("全国平均（R4）", "63.0")
        assert one.verdict is Verdict.ACHIEVED
        assert one.flags == (Flag.BENCHMARK_OF_ANOTHER_YEAR,)
        assert evaluated("全国平均（R4）", "63.0", "前年度の全国平均以上").flags == ()

    @pytest.mark.parametrize(
        ("target", "verdict"),
        [("全国平均以上", Verdict.NOT_ACHIEVED), ("前年度の全国平均以上", Verdict.ACHIEVED)],
    )
    def test_two_years(self, target: str, verdict: Verdict) -> None:
        """Of two columns that is taken whose year is asked for."""
        one = evaluated("全国平均（R4）,全国平均（R5）", "63.0,66.0", target)
        assert one.verdict is verdict

    def test_several_bodies(self) -> None:
        """Each target is judged by the one that it names."""
        one = evaluated("全国平均,県平均", "63.0,66.0", "県平均以上")
        assert one.verdict is Verdict.NOT_ACHIEVED
        assert one.observation is not None
        assert [each.name for each in one.observation.benchmarks] == ["全国平均", "県平均"]

    def test_row(self) -> None:
        """A row of its own is one too."""
        rows = (
            "指標名,区分,単位,R4,R5",
            "正答率,目標,％,,全国平均以上",
            ",実績,％,64,65.1",
            ",全国平均,％,63,66",
        )
        table = "\n".join(rows)
        (one,) = kk.evaluate(kk.read_plan(table.encode())).all()
        assert one.verdict is Verdict.NOT_ACHIEVED


class TestBeside:
    """With which values those of others stand."""

    def test_own_come_first(self) -> None:
        """What the cell of the value says itself is kept."""
        given = kk.Benchmark("全国平均", kk.Quantity("75", "%"))
        seen = kk.Observation(None, kk.Quantity("80", "%"), benchmark=given)
        told = [kk.Benchmark("全国平均", kk.Quantity("90", "%"))]
        assert with_benchmarks([seen], told) == [seen]

    def test_no_value(self) -> None:
        """A missing value has none."""
        seen = kk.Observation(None, missing=kk.Missing.PENDING)
        assert with_benchmarks([seen], [kk.Benchmark("県", kk.Quantity("9", "%"))]) == [seen]

    def test_calendar_years(self) -> None:
        """A year of the other kind is not told to be the same."""
        seen = [kk.Observation(kk.FiscalYear(2023), kk.Quantity("80", "%"))]
        told = [kk.Benchmark("県", kk.Quantity("9", "%"), kk.CalendarYear(2022))]
        assert with_benchmarks(seen, told) == seen


class TestVagueNotes:
    """※未公表の指標は前年の値: it may concern each of the latest values."""

    def issues(self, note: str, *rows: str) -> list[tuple[str, str]]:
        rows = rows or ("正答率,％,70以上,65.1", "講座数,回,10以上,12")
        lines = "\n".join(("指標名,単位,目標値（R5）,実績値（R5）", *rows, note))
        return [(each.code, each.detail) for each in kk.read_plan(lines.encode()).issues]

    @pytest.mark.parametrize(
        "note",
        [
            "※未公表の指標は前年の値",
            "※実績値は前回調査の値",
            "※一部は公表前のため前年度の数値",
            "※前年度の値です",
        ],
    )
    def test_all(self, note: str) -> None:
        """One issue tells which values they are."""
        assert self.issues(note) == [("note-of-other-years", "D2:D3 (2)")]

    def test_named(self) -> None:
        """What it names is told alone."""
        assert self.issues("※講座数は前年度の実績") == [
            ("note-of-another-year", "講座数は前年度の実績")
        ]

    def test_marked(self) -> None:
        """What has its mark is told alone, and a target never."""
        rows = ("正答率※1,％,70以上,65.1", "講座数,回,10以上,12")
        assert self.issues("※1 前年度の値", *rows) == [("note-of-another-year", "前年度の値")]

    @pytest.mark.parametrize("note", ["※下段は前年の値", "※目標値は前年度の値との比較による"])
    def test_of_something_else(self, note: str) -> None:
        """What is of no value here is no issue."""
        assert self.issues(note) == []

    def test_of_no_name(self) -> None:
        """One in a row without a name is that of nothing."""
        table = f"{HEAD}全国平均\n正答率,％,全国平均以上,65.1,63.0\n,,,,61.0\n"
        (one,) = kk.evaluate(kk.read_plan(table.encode())).all()
        assert one.verdict is Verdict.ACHIEVED


class TestNamed:
    """A heading that only says that something is compared."""

    @pytest.mark.parametrize("heading", ["比較値", "ベンチマーク"])
    def test_kept(self, heading: str) -> None:
        """It is kept, and no target that names an average is judged by it."""
        one = evaluated(heading, "63.0")
        assert one.reason is Reason.BENCHMARK_MISSING
        assert one.observation is not None
        assert [each.name for each in one.observation.benchmarks] == [heading]


class TestNow:
    """現状 beside 策定時 is the actual, where nothing says when either is."""

    @pytest.mark.parametrize(
        ("headings", "expected"),
        [
            ("策定時,目標,現状", ["52.4", "38.8"]),
            ("基準値,目標,最新値", ["52.4", "38.8"]),
        ],
    )
    def test_actual(self, headings: str, expected: list[str]) -> None:
        table = f"指標,{headings}\n登録率,41.0%,60.0%,52.4%\n受講率,,50.0%,38.8%\n"
        found = [
            str(each.observation.quantity.value)
            for each in kk.evaluate(kk.read_plan(table.encode())).all()
            if each.observation and each.observation.quantity
        ]
        assert found == expected

    def test_two_of_one_kind(self) -> None:
        """Two values of now, or two of the start, are told apart by nothing."""
        with pytest.raises(kk.TableError):
            kk.read_plan("指標,策定時,目標,基準値\n登録率,41.0%,60.0%,52.4%\n".encode())
