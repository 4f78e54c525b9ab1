"""What is told beside verdicts: counts, growth, rates of a base, files."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpikit as kk
from frame_rows import TOLD, Rows
from frames_of import ENGINES, as_columns, in_memory, need
from kpikit.cli import main
from kpikit.cli.arguments import ENGINES as ENGINES_OF_THE_COMMAND
from kpikit.judging.summary import Summary

pytest.importorskip("narwhals.stable.v2", reason="narwhals is not here")

from kpikit import frames
from kpikit.frames import files
from kpikit.frames.engine import frame_of

INF = math.inf
NEAR = (*ENGINES, "dask")


@pytest.fixture(scope="module")
def plans() -> list[Any]:
    """Some plans of rows of all rules, each with a title of its own."""
    rows = Rows(14)
    return [
        attrs.evolve(plan, plan=attrs.evolve(plan.plan, title=f"計画{number}"))
        for number, plan in enumerate(rows.evaluated(100) for _ in range(8))
    ]


class TestSummary:
    """Counts are those of the summaries of the same plans."""

    @pytest.mark.parametrize("engine", NEAR)
    def test_by_plan(self, engine: str, plans: list[Any]) -> None:
        need(engine)
        judged = frames.evaluate(frame_of(as_columns(plans), engine))

        rows = in_memory(frames.summary(judged, by=["plan"]), by="plan")

        assert [row.pop("plan") for row in rows] == [plan.plan.title for plan in plans]
        for row, plan in zip(rows, plans, strict=True):
            expected = plan.summary()
            counts = {field.name: row[field.name] for field in attrs.fields(Summary)}
            assert Summary(**counts) == expected
            shares = [expected.rate, *(expected.bounds or (None, None))]
            for name, share in zip(("rate", "rate_low", "rate_high"), shares, strict=True):
                if share is None:
                    assert is_none(row[name])
                else:
                    assert row[name] == pytest.approx(float(share.exact))

    @pytest.mark.parametrize("engine", NEAR)
    def test_of_all(self, engine: str, plans: list[Any]) -> None:
        need(engine)
        judged = frames.evaluate(frame_of(as_columns(plans), engine))

        (row,) = in_memory(frames.summary(judged), by="achieved")

        total = sum((plan.summary() for plan in plans[1:]), plans[0].summary())
        assert Summary(**{each.name: row[each.name] for each in attrs.fields(Summary)}) == total

    def test_without_what_may_be_absent(self) -> None:
        need("pyarrow")
        frame = frame_of(
            {
                "undecided": [0, 0, 2],
                "target_low": [5.0] * 3,
                "target_high": [INF] * 3,
                "actual_low": [5.0, 4.0, None],
                "actual_high": [5.0, 4.0, None],
            },
            "pyarrow",
        )

        (row,) = in_memory(frames.summary(frames.evaluate(frame)), by="achieved")

        counts = (row["achieved"], row["not_achieved"], row["indeterminate"], row["repeated"])
        assert counts == (1, 1, 1, 0)
        assert row["rate"] == 0.5
        assert (row["rate_low"], row["rate_high"]) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


class TestYearOnYear:
    """Each value stands beside that of the year before, by name and unit."""

    @pytest.mark.parametrize("engine", NEAR)
    def test_rows(self, engine: str) -> None:
        need(engine)
        frame = frame_of(
            {
                "name": [
                    "公開数",
                    "公開数",
                    "公開数",
                    "死者数",
                    "死者数",
                    "死者数",
                    "参加者数",
                    "参加者数",
                ],
                "year": [2021, 2022, 2024, 2021, 2021, 2022, 2021, 2022],
                "actual_low": [100.0, 110.0, 120.0, 1.0, 2.0, 3.0, 0.0, 5.0],
                "actual_high": [100.0, 110.0, 120.0, 1.0, 2.0, 3.0, 0.0, 5.0],
                "row": [*range(8)],
            },
            engine,
        )

        rows = in_memory(frames.year_on_year(frame, by=["name"]))

        before = [None if is_none(row["previous_low"]) else row["previous_low"] for row in rows]
        growth = [None if is_none(row["growth"]) else round(row["growth"], 9) for row in rows]
        assert before == [None, 100.0, None, None, None, None, None, 0.0]
        assert growth == [None, 0.1, None, None, None, None, None, None]


def is_none(number: float | None) -> bool:
    return number is None or math.isnan(number)


class TestRate:
    """Rates of a base that a frame brings itself: 12 digits are sure."""

    numbers = st.integers(1, 10**12 - 1).flatmap(
        lambda digits: st.integers(-6, 3).map(lambda power: Decimal(digits).scaleb(power))
    )
    rates = st.integers(0, 10**12).map(lambda digits: Decimal(digits).scaleb(-12))

    @given(
        rows=st.lists(
            st.tuples(
                numbers,
                rates,
                st.sampled_from([1, -1]),
                st.booleans(),
                st.integers(-3, 3),
            ),
            min_size=1,
            max_size=30,
        )
    )
    def test_twelve_digits(self, rows: list[Any]) -> None:
        need("pyarrow")
        bounds = [base + base * rate * sense for base, rate, sense, _, _ in rows]
        sizes = [max(row[0], bound) for row, bound in zip(rows, bounds, strict=True)]
        actuals = [
            bound + step * size * Decimal("1.01e-12")
            for bound, size, (*_, step) in zip(bounds, sizes, rows, strict=True)
        ]
        table = frame_of(
            {
                "base": [float(row[0]) for row in rows],
                "rate": [float(row[1]) for row in rows],
                "sense": [row[2] for row in rows],
                "strict": [row[3] for row in rows],
                "actual_low": [*map(float, actuals)],
                "actual_high": [*map(float, actuals)],
            },
            "pyarrow",
        )

        judged = frames.evaluate(frames.resolved(table), columns=["verdict"])

        for verdict, bound, actual, (_, _, sense, strict, _) in zip(
            judged["verdict"].to_pylist(), bounds, actuals, rows, strict=True
        ):
            off = (actual - bound) * sense
            assert verdict == (1 if off > 0 or (off == 0 and not strict) else 2)

    @pytest.mark.parametrize("engine", NEAR)
    def test_bases(self, engine: str) -> None:
        """A base that is missing, zero or negative has no rate; a row without a rate is kept."""
        need(engine)
        frame = frame_of(
            {
                "undecided": [0, 0, 0, 0, 0, 12],
                "target_low": [None, None, None, None, 5.0, None],
                "target_high": [None, None, None, None, INF, None],
                "base": [140.0, None, 0.0, -5.0, None, 140.0],
                "rate": [0.1, 0.1, 0.1, 0.1, None, 0.1],
                "sense": [-1, -1, 1, 1, 0, -1],
                "actual_low": [126.0, 126.0, 1.0, 1.0, 5.0, 126.0],
                "actual_high": [126.0, 126.0, 1.0, 1.0, 5.0, 126.0],
                "row": [*range(6)],
            },
            engine,
        )

        rows = in_memory(frames.evaluate(frames.resolved(frame)))

        assert [(row["verdict"], row["reason"]) for row in rows] == [
            (1, 0),
            (0, 10),
            (0, 11),
            (0, 11),
            (1, 0),
            (0, 12),
        ]


class TestFiles:
    """Parquet and Arrow carry a frame from one engine to another."""

    def test_parquet(self, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        need("polars")
        need("duckdb")
        plans = [Rows(3).evaluated(200)]
        parquet.write_table(frame_of(as_columns(plans), "pyarrow"), tmp_path / "rows.parquet")
        polars = pytest.importorskip("polars").scan_parquet(tmp_path / "rows.parquet")
        duckdb = pytest.importorskip("duckdb").read_parquet(str(tmp_path / "rows.parquet"))

        one, other = (in_memory(frames.evaluate(frame)) for frame in (polars, duckdb))

        assert one == other
        assert len(one) == 200


TABLE = "指標名\t実績値(R5)\t目標値\n数\t3件\t2件以上\n率\t40%\t50%以上\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents of two bodies and one that belongs to none, and some that are not read."""
    root = tmp_path / "documents"
    for name in ("甲市/a.tsv", "乙市/b.tsv", "丙市.tsv"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TABLE, encoding="utf-8")
    (root / "乙市" / "c.csv").write_text("x", encoding="utf-8")
    (root / "乙市" / ".d.csv").write_text(TABLE, encoding="utf-8")
    (root / "乙市" / "readme.md").write_text(TABLE, encoding="utf-8")
    return root


class TestCollect:
    """The documents of many bodies become one frame, each row with where it is from."""

    def test_folder(self, folder: Path) -> None:
        need("pyarrow")
        heard: list[tuple[str, bool]] = []

        frame = files.collect(
            folder, "pyarrow", processes=2, told=lambda file, error: heard.append((file, not error))
        )

        assert [row["publisher"] for row in frame.to_pylist()] == [
            *["丙市"] * 2,
            *["乙市"] * 2,
            *["甲市"] * 2,
        ]
        assert [row["place"] for row in frame.to_pylist()][:2] == ["丙市.tsv:2", "丙市.tsv:3"]
        assert frame["row"].to_pylist() == [*range(6)]
        assert frames.evaluate(frame)["verdict"].to_pylist() == [1, 2] * 3
        assert heard == [
            ("丙市.tsv", True),
            ("乙市/b.tsv", True),
            ("乙市/c.csv", False),
            ("甲市/a.tsv", True),
        ]

    def test_one_file(self, folder: Path) -> None:
        """What each process does."""
        rows = files.rows_of_file(folder / "甲市" / "a.tsv")
        unread = files.rows_of_file(folder / "乙市" / "c.csv")

        assert isinstance(rows, list)
        assert [(row["name"], row["target_low"]) for row in rows] == [("数", 2.0), ("率", 50.0)]
        assert isinstance(unread, kk.TableError)

    def test_rows_without_a_place(self, tmp_path: Path) -> None:
        """A plan that was written by a program has none."""
        seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("3", "件"))
        rule = kk.AtLeast(kk.Quantity("2", "件"))
        one = kk.Indicator("数", target=rule, observations=[seen])
        plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "相談", indicators=[one])])
        kk.write_plan(plan, tmp_path / "plan.json")

        rows = files.rows_of_file(tmp_path / "plan.json")

        assert isinstance(rows, list)
        assert [row["place"] for row in rows] == [""]

    def test_tables_of_a_data_package_are_read_once(self, tmp_path: Path) -> None:
        need("pyarrow")
        (tmp_path / "甲市").mkdir()
        for name in ("t.tsv", "other.tsv"):
            (tmp_path / "甲市" / name).write_text(TABLE, encoding="utf-8")
        package = '{"title": "計画", "resources": [{"path": "t.tsv"}]}'
        (tmp_path / "甲市" / "datapackage.json").write_text(package, encoding="utf-8")
        (tmp_path / "甲市" / "broken.json").write_text("{", encoding="utf-8")

        frame = files.collect(tmp_path, "pyarrow", processes=1)

        assert frame["file"].to_pylist() == ["甲市/datapackage.json"] * 2 + ["甲市/other.tsv"] * 2

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(NotADirectoryError):
            files.collect(tmp_path / "none")

    def test_command(self, folder: Path, tmp_path: Path, capsys: Any) -> None:
        need("pyarrow")
        there = tmp_path / "rows.parquet"

        unread = main(["collect", str(folder), "-o", str(there), "--processes", "1"])
        (folder / "乙市" / "c.csv").unlink()
        read = main(["collect", str(folder), "-o", str(there), "--processes", "1", "--force"])

        assert (unread, read) == (3, 0)
        assert "c.csv" in capsys.readouterr().err
        assert sorted(each.name for each in tmp_path.iterdir()) == ["documents", "rows.parquet"]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A file of rows of all rules."""
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(frame_of(as_columns([Rows(5).evaluated(100)]), "pyarrow"), tmp_path / "r")
    return tmp_path / "r"


class TestEvaluateFile:
    """A file of rows is judged into another one."""

    # What Dask itself asks of pandas.
    @pytest.mark.filterwarnings("ignore:The inplace keyword")
    @pytest.mark.parametrize("engine", [*files.FILE_ENGINES])
    def test_engines(self, engine: str, rows: Path, tmp_path: Path) -> None:
        need("pyspark" if engine == "spark" else engine)
        parquet = pytest.importorskip("pyarrow.parquet")

        done = main(["evaluate", str(rows), "-o", str(tmp_path / "o"), "--engine", engine])

        judged = parquet.read_table(tmp_path / "o")
        expected = frames.evaluate(parquet.read_table(rows))
        assert done == 0
        assert in_memory(judged.select(["row", *TOLD])) == in_memory(
            expected.select(["row", *TOLD])
        )
        assert sorted(each.name for each in tmp_path.iterdir()) == ["o", "r"]

    @pytest.mark.parametrize("engine", [*files.FILE_ENGINES])
    def test_truncated(
        self, engine: str, rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The library says why in its own words; nothing is left where the verdicts were to be."""
        need("pyspark" if engine == "spark" else engine)
        rows.write_bytes(rows.read_bytes()[:-30])

        done = main(["evaluate", str(rows), "-o", str(tmp_path / "o"), "--engine", engine])

        told = capsys.readouterr().err
        assert done == 3
        assert f"{rows}: 途中で切れているか、壊れている(" in told
        assert "もう一度取得するか、開いて保存し直す" in told
        assert [each.name for each in tmp_path.iterdir()] == ["r"]

    def test_no_parquet(self, rows: Path, tmp_path: Path) -> None:
        rows.write_text("指標名,目標値,実績値", encoding="utf-8")

        with pytest.raises(kk.TableError) as raised:
            files.evaluate_file(rows, tmp_path / "o")

        assert str(raised.value) == (
            f"{rows}: no Parquet file: kpikit collect makes one of the tables of documents"
        )

    def test_pages_damaged(self, rows: Path, tmp_path: Path) -> None:
        """What is damaged within pages has, in pyarrow, no exception of its own."""
        need("pyarrow")
        whole = rows.read_bytes()
        rows.write_bytes(whole[:20] + bytes(200) + whole[220:])

        with pytest.raises(kk.TableError, match="truncated or damaged"):
            files.evaluate_file(rows, tmp_path / "o", engine="pyarrow")

    def test_defects_stay_what_they_are(
        self, rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> Any:
            raise ZeroDivisionError

        need("polars")
        monkeypatch.setattr(files, "evaluate", broken)

        with pytest.raises(ZeroDivisionError):
            files.evaluate_file(rows, tmp_path / "o", engine="polars")

    def test_spark_is_asked_to_write(
        self, rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What test_engines runs on Spark, where it is: what is asked of its session."""
        need("duckdb")
        duckdb = pytest.importorskip("duckdb")

        class Session:
            read = SimpleNamespace(parquet=duckdb.read_parquet)

        sql = SimpleNamespace(
            SparkSession=SimpleNamespace(builder=SimpleNamespace(getOrCreate=Session))
        )

        def written(frame: Any, as_of: date | None) -> Any:
            judged = frames.evaluate(frame, as_of=as_of)
            return SimpleNamespace(write=SimpleNamespace(parquet=judged.write_parquet))

        monkeypatch.setattr(files, "required", lambda *_: sql)
        monkeypatch.setattr(files, "evaluate", written)
        files.evaluate_file(rows, tmp_path / "o", engine="spark")

        told = duckdb.read_parquet(str(tmp_path / "o")).fetchall()
        assert len(told) == len(duckdb.read_parquet(str(rows)).fetchall())

    def test_names_of_engines(self) -> None:
        """The command line knows them without importing anything."""
        assert ENGINES_OF_THE_COMMAND == tuple(files.FILE_ENGINES)

    def test_no_engine(self, rows: Path, tmp_path: Path) -> None:
        with pytest.raises(kk.InvalidDefinitionError, match="ibis"):
            files.evaluate_file(rows, tmp_path / "o", engine="ibis")

    # What Dask itself asks of pandas.
    @pytest.mark.filterwarnings("ignore:The inplace keyword")
    def test_folder_in_place_of_a_file(self, rows: Path, tmp_path: Path) -> None:
        """Dask makes a folder, which takes the place of a file only where that was asked for."""
        need("dask")
        parquet = pytest.importorskip("pyarrow.parquet")
        (tmp_path / "o").write_bytes(b"")

        with pytest.raises(FileExistsError):
            files.evaluate_file(rows, tmp_path / "o", engine="dask")
        files.evaluate_file(rows, tmp_path / "o", engine="dask", force=True)

        assert (tmp_path / "o").is_dir()
        assert parquet.read_table(tmp_path / "o").num_rows == parquet.read_table(rows).num_rows

    def test_several_files(self, rows: Path, tmp_path: Path, capsys: Any) -> None:
        assert main(["evaluate", str(rows), str(rows), "-o", str(tmp_path / "o")]) == 2
        assert "-o" in capsys.readouterr().err

    def test_a_report(self, tmp_path: Path, capsys: Any) -> None:
        """It is another command that writes one, and is named."""
        out = str(tmp_path / "o.html")

        assert main(["--lang", "en", "evaluate", "plan.xlsx", "-o", out]) == 2
        assert f"run: kpikit report FILE -o {out}" in capsys.readouterr().err.replace("\n", " ")

    def test_no_file(self, tmp_path: Path) -> None:
        """As with any other file that is not there; what is at the target is another matter."""
        assert main(["evaluate", str(tmp_path / "none"), "-o", str(tmp_path / "o")]) == 3
        assert not (tmp_path / "o").exists()

    def test_there_already(self, rows: Path, tmp_path: Path) -> None:
        (tmp_path / "o").write_bytes(b"kept")

        assert main(["evaluate", str(rows), "-o", str(tmp_path / "o")]) == 2
        assert (tmp_path / "o").read_bytes() == b"kept"


class TestEngines:
    """Frames of engines that are not here, and of sessions that are given."""

    def test_session(self) -> None:
        """A session of Spark that is given makes the frame, of a table of Arrow."""
        need("pyarrow")

        class Session:
            def createDataFrame(self, table: Any) -> Any:  # noqa: N802 - as Spark calls it
                return table

        frame = frame_of({"undecided": [0]}, "pyspark", Session())

        assert frame.column_names == ["undecided"]
