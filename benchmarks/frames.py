"""Judging by columns, beside code for the same rules written by hand on the same engine.

    python benchmarks/frames.py [--rows N] [--engine NAME …] [--times N] [--json] [--parquet FILE]

Each engine counts the verdicts of N rows: kpikit, the faster of two forms written by hand (a chain
of conditions as one would write it, and arithmetic as kpikit's own), and a plain sum of the same
five columns in numpy. The counts of all must be equal. Forms take turns, medians are told, and
engines that are not here are left out. ``--parquet`` writes N rows in blocks, counts from the file
and tells time and peak memory, each engine in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np

from kpikit import frames

ENDS: Final = ("target_low", "target_high", "actual_low", "actual_high")
BLOCK: Final = 5_000_000
NOTHING: Final = 60
Counts = dict[int, int]
Form = Callable[[], Counts]


def columns(rows: int, seed: int = 1) -> dict[str, Any]:
    """Make rows of floors, ceilings, bands and numbers, a tenth of them undecidable or missing.

    One row of a thousand has infinite ends where no number is left: it is judged by nobody.
    """
    rng = np.random.default_rng(seed)
    low = rng.integers(0, 100, rows) / 10
    high = low + rng.integers(0, 50, rows) / 10
    kind = rng.integers(0, 4, rows)
    low[kind == 1] = -np.inf
    high[kind == 0] = np.inf
    least = rng.integers(0, 150, rows) / 10
    most = least + (rng.integers(0, 10, rows) == 0)
    least[rng.integers(0, 20, rows) == 0] = np.nan
    low[rng.integers(0, 2000, rows) == 0] = np.inf
    most[rng.integers(0, 2000, rows) == 0] = -np.inf
    high[low == np.inf] = np.inf
    least[most == -np.inf] = -np.inf
    codes = np.array([0] * 36 + [1, 2, 12, 60], dtype=np.int8)
    code = codes[rng.integers(0, len(codes), rows)]
    return {"undecided": code, **dict(zip(ENDS, (low, high, least, most), strict=True))}


def counted(verdicts: Any) -> Counts:
    found, counts = np.unique(np.asarray(verdicts), return_counts=True)
    return {int(each): int(count) for each, count in zip(found, counts, strict=True)}


def pairs(rows: Any) -> Counts:
    return {int(verdict): int(count) for verdict, count in rows}


# -- each engine: a frame, counts of a judged frame, forms by hand -------------------------------


def of_polars(data: dict[str, Any]) -> dict[str, Form]:
    import polars as pl

    frame = pl.DataFrame(data).lazy()

    def count(lazy: Any) -> Counts:
        return pairs(lazy.group_by("verdict").len().collect().rows())

    code = pl.col("undecided")
    t_low, t_high, a_low, a_high = map(pl.col, ENDS)
    missing = a_low.is_null() | a_low.is_nan() | a_high.is_null() | a_high.is_nan()
    missing = missing | t_low.is_null() | t_low.is_nan() | t_high.is_null() | t_high.is_nan()
    comparable = ((t_low - t_high) <= 0) & ((a_low - a_high) <= 0)
    chain = (
        pl.when(code >= NOTHING)
        .then(4)
        .when((code > 1) | missing | ~comparable)
        .then(0)
        .when((a_low >= t_low) & (a_high <= t_high))
        .then(1)
        .when((code == 0) & ((a_high < t_low) | (a_low > t_high)))
        .then(2)
        .otherwise(0)
    )
    met = (code <= 1) & comparable & (a_low >= t_low) & (a_high <= t_high)
    missed = (code == 0) & comparable & ((a_high < t_low) | (a_low > t_high))
    sums = (
        met.cast(pl.Int8).fill_null(0)
        + 2 * missed.cast(pl.Int8).fill_null(0)
        + 4 * (code >= NOTHING).cast(pl.Int8)
    )
    return {
        "kpikit": lambda: count(frames.evaluate(frame, columns=["verdict"])),
        "chain": lambda: count(frame.select(verdict=chain)),
        "sums": lambda: count(frame.select(verdict=sums)),
    }


CASES: Final = """case when undecided >= 60 then 4
  when undecided > 1 or isnan(actual_low) or isnan(actual_high)
    or isnan(target_low) or isnan(target_high) or actual_low is null or actual_high is null
    or target_low is null or target_high is null
    or not actual_low - actual_high <= 0 or not target_low - target_high <= 0 then 0
  when actual_low >= target_low and actual_high <= target_high then 1
  when undecided = 0 and (actual_high < target_low or actual_low > target_high) then 2
  else 0 end"""
SUMS: Final = """coalesce(cast(undecided <= 1 and actual_low - actual_high <= 0
    and target_low - target_high <= 0
    and actual_low >= target_low and actual_high <= target_high as tinyint), 0)
  + 2 * coalesce(cast(undecided = 0 and actual_low - actual_high <= 0
    and target_low - target_high <= 0
    and (actual_high < target_low or actual_low > target_high) as tinyint), 0)
  + 4 * cast(undecided >= 60 as tinyint)"""


def of_duckdb(data: dict[str, Any]) -> dict[str, Form]:
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect()
    connection.register("given", pa.table(data))
    connection.execute("create table held as select * from given")
    held = connection.table("held")

    def by_hand(verdict: str) -> Form:
        query = f"select {verdict} as verdict, count(*) from held group by 1"  # noqa: S608
        return lambda: pairs(connection.execute(query).fetchall())

    def kpikit() -> Counts:
        judged = frames.evaluate(held, columns=["verdict"])
        return pairs(judged.aggregate("verdict, count(*)").fetchall())

    return {"kpikit": kpikit, "chain": by_hand(CASES), "sums": by_hand(SUMS)}


def chosen(frame: Any) -> Any:
    """Judge by hand as one does in numpy: conditions over arrays, the last that holds wins."""
    code = frame["undecided"].to_numpy()
    t_low, t_high, a_low, a_high = (frame[name].to_numpy() for name in ENDS)
    fair = (a_low - a_high <= 0) & (t_low - t_high <= 0)
    met = (code <= 1) & fair & (a_low >= t_low) & (a_high <= t_high)
    missed = (code == 0) & fair & ((a_high < t_low) | (a_low > t_high))
    verdict = np.zeros(len(frame), np.int8)
    verdict[met] = 1
    verdict[missed] = 2
    verdict[code >= NOTHING] = 4
    return verdict


def summed(frame: Any) -> Any:
    code = frame["undecided"]
    t_low, t_high, a_low, a_high = (frame[name] for name in ENDS)
    fair = (a_low - a_high <= 0) & (t_low - t_high <= 0)
    met = (code <= 1) & fair & (a_low >= t_low) & (a_high <= t_high)
    missed = (code == 0) & fair & ((a_high < t_low) | (a_low > t_high))
    return met.astype("int8") + 2 * missed.astype("int8") + 4 * (code >= NOTHING).astype("int8")


def of_pandas(data: dict[str, Any]) -> dict[str, Form]:
    import pandas as pd

    frame = pd.DataFrame(data)

    def count(verdicts: Any) -> Counts:
        return pairs(verdicts.value_counts().items())

    return {
        "kpikit": lambda: count(frames.evaluate(frame, columns=["verdict"])["verdict"]),
        "chain": lambda: count(pd.Series(chosen(frame))),
        "sums": lambda: count(summed(frame)),
    }


def of_pyarrow(data: dict[str, Any]) -> dict[str, Form]:
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.table(data)

    def count(verdicts: Any) -> Counts:
        return pairs(
            (each["values"], each["counts"]) for each in verdicts.value_counts().to_pylist()
        )

    def inputs() -> tuple[Any, ...]:
        code = table["undecided"]
        t_low, t_high, a_low, a_high = (table[name] for name in ENDS)
        fair = pc.and_kleene(
            *(pc.less_equal(pc.subtract(*ends), 0) for ends in ((a_low, a_high), (t_low, t_high)))
        )
        inside = pc.and_kleene(pc.greater_equal(a_low, t_low), pc.less_equal(a_high, t_high))
        apart = pc.or_kleene(pc.less(a_high, t_low), pc.greater(a_low, t_high))
        met = pc.and_kleene(pc.and_kleene(pc.less_equal(code, 1), fair), inside)
        missed = pc.and_kleene(pc.and_kleene(pc.equal(code, 0), fair), apart)
        return pc.greater_equal(code, 60), met, missed

    def chain() -> Counts:
        nothing, met, missed = inputs()
        conditions = pc.make_struct(nothing, met, missed, field_names=["n", "m", "x"])
        four, one, two, none = (pa.scalar(each, pa.int8()) for each in (4, 1, 2, 0))
        return count(pc.case_when(conditions, four, one, two, none))

    def sums() -> Counts:
        nothing, met, missed = (
            pc.fill_null(pc.cast(each, pa.int8()), pa.scalar(0, pa.int8())) for each in inputs()
        )
        two, four = pa.scalar(2, pa.int8()), pa.scalar(4, pa.int8())
        return count(pc.add(pc.add(met, pc.multiply(missed, two)), pc.multiply(nothing, four)))

    return {
        "kpikit": lambda: count(frames.evaluate(table, columns=["verdict"])["verdict"]),
        "chain": chain,
        "sums": sums,
    }


def of_dask(data: dict[str, Any]) -> dict[str, Form]:
    import dask.dataframe as dd
    import pandas as pd

    frame = dd.from_pandas(pd.DataFrame(data), npartitions=4)

    def count(verdicts: Any) -> Counts:
        return pairs(verdicts.value_counts().compute().items())

    def chain(part: Any) -> Any:
        return pd.Series(chosen(part), index=part.index, name="verdict")

    meta = ("verdict", "int8")
    return {
        "kpikit": lambda: count(frames.evaluate(frame, columns=["verdict"])["verdict"]),
        "chain": lambda: count(frame.map_partitions(chain, meta=meta)),
        "sums": lambda: count(frame.map_partitions(summed, meta=meta)),
    }


def of_pyspark(data: dict[str, Any]) -> dict[str, Form]:
    import pyarrow as pa
    from pyspark.sql import SparkSession

    builder = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
    )
    session = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame = session.createDataFrame(pa.table(data)).cache()
    frame.count()

    def count(judged: Any) -> Counts:
        return pairs(judged.groupBy("verdict").count().collect())

    return {
        "kpikit": lambda: count(frames.evaluate(frame, columns=["verdict"])),
        "chain": lambda: count(frame.selectExpr(f"{CASES} as verdict")),
        "sums": lambda: count(frame.selectExpr(f"{SUMS} as verdict")),
    }


ENGINES: Final = {
    "polars": of_polars,
    "duckdb": of_duckdb,
    "pandas": of_pandas,
    "pyarrow": of_pyarrow,
    "dask": of_dask,
    "pyspark": of_pyspark,
}


# -- measuring -----------------------------------------------------------------------------------


def measured(forms: dict[str, Form], times: int) -> dict[str, float]:
    """Return the median of each form in seconds; they take turns, after one that is not counted."""
    counts = {name: form() for name, form in forms.items()}
    wrong = {name: found for name, found in counts.items() if found != counts["kpikit"]}
    if wrong:
        sys.exit(f"other counts than kpikit's {counts['kpikit']}: {wrong}")
    taken: dict[str, list[float]] = {name: [] for name in forms}
    for _ in range(times):
        for name, form in forms.items():
            started = time.perf_counter()
            form()
            taken[name].append(time.perf_counter() - started)
    return {name: median(each) for name, each in taken.items()}


def sum_of(data: dict[str, Any], times: int) -> float:
    """Return the median of summing the same columns in numpy."""
    taken: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        for column in data.values():
            column.sum()
        taken.append(time.perf_counter() - started)
    return median(taken)


def by_engine(names: list[str], rows: int, times: int) -> dict[str, Any]:
    """Return the figures of each engine that is here."""
    data = columns(rows)
    found: dict[str, Any] = {"rows": rows, "sum": sum_of(data, times), "engines": {}}
    for name in names:
        if find_spec(name) is None:
            continue
        figures = measured(ENGINES[name](data), times)
        hand = min(figures["chain"], figures["sums"])
        found["engines"][name] = figures | {
            "to hand": figures["kpikit"] / hand,
            "to sum": figures["kpikit"] / found["sum"],
        }
    return found


# -- from a file ---------------------------------------------------------------------------------


def write_parquet(path: Path, rows: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    writer = None
    for seed, first in enumerate(range(0, rows, BLOCK)):
        table = pa.table(columns(min(BLOCK, rows - first), seed))
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table, row_group_size=1_000_000)
    if writer:
        writer.close()


def from_parquet(path: Path, engine: str) -> dict[str, float]:
    """Count the verdicts of a file in this process; return seconds and megabytes."""
    started = time.perf_counter()
    if engine == "polars":
        import polars as pl

        judged = frames.evaluate(pl.scan_parquet(path), columns=["verdict"])
        counts = pairs(judged.group_by("verdict").len().collect(engine="streaming").rows())
    else:
        import duckdb

        judged = frames.evaluate(duckdb.read_parquet(str(path)), columns=["verdict"])
        counts = pairs(judged.aggregate("verdict, count(*)").fetchall())
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "MB": peak, "rows": sum(counts.values())}


def apart(path: Path, engine: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--parquet", str(path), "--alone", engine]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def print_figures(found: dict[str, Any]) -> None:
    print(f"{found['rows']:,} rows; sum of the columns {found['sum']:.3f} s")
    print(f"{'engine':10}{'kpikit':>9}{'chain':>9}{'sums':>9}{'to hand':>9}{'to sum':>9}")
    for name, each in found["engines"].items():
        seconds = "".join(f"{each[form]:9.3f}" for form in ("kpikit", "chain", "sums"))
        print(f"{name:10}{seconds}{each['to hand']:9.2f}{each['to sum']:9.2f}")
    for name, each in found.get("parquet", {}).items():
        figures = f"{each['seconds']:.1f} s, {each['MB']:.0f} MB"
        print(f"{name:10} {each['rows']:,} rows from a file: {figures}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=[*ENGINES])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--parquet", type=Path, help="count from a file, which is made if need be")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        print(json.dumps(from_parquet(args.parquet, args.alone)))
        return
    if args.parquet:
        if not args.parquet.exists():
            write_parquet(args.parquet, args.rows)
        found: dict[str, Any] = {"rows": args.rows, "sum": 0.0, "engines": {}}
        names = [name for name in ("polars", "duckdb") if name in args.engine]
        found["parquet"] = {name: apart(args.parquet, name) for name in names}
    else:
        found = by_engine(args.engine, args.rows, args.times)
    if args.json:
        print(json.dumps(found))
    else:
        print_figures(found)


if __name__ == "__main__":
    main()
