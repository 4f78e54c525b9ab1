"""Parquet files: judged from one into another, and written of the documents of many bodies."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from kpikit.frames.engine import Frame, frame_of
from kpikit.frames.judge import evaluate
from kpikit.frames.plan import NAMES, PLACES, columns_of
from kpikit.frames.rows import Row, rows_of
from kpikit.io import read_plan
from kpikit.io.extras import required
from kpikit.io.files import check_output, os_error
from kpikit.io.kinds import SUFFIXES
from kpikit.io.package import tables_of
from kpikit.judging.judge import evaluate as judged
from kpikit.language.errors import InvalidDefinitionError, KpikitError, TableError

__all__ = ["FILE_ENGINES", "Told", "collect", "collect_file", "evaluate_file", "rows_of_file"]

#: What is called with a file, and with why it could not be read.
Told: TypeAlias = Callable[[str, Exception | None], object]
_Way: TypeAlias = Callable[[str, str, date | None], object]

#: What each Parquet file begins with.
_MAGIC: Final[bytes] = b"PAR1"
#: Libraries whose own exceptions, while a file is read, say that it is damaged.
_LIBRARIES: Final[frozenset[str]] = frozenset(
    ["_duckdb", "duckdb", "narwhals", "pandas", "polars", "py4j", "pyarrow", "pyspark"]
)


def evaluate_file(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    engine: str = "polars",
    as_of: date | None = None,
    force: bool = False,
) -> None:
    """Judge the rows of a Parquet file into another one.

    On polars, DuckDB, Dask and Spark the rows stream: a file may be larger than memory. Nothing has
    the name of *target* before all of it is written.

    Args:
        source: The file, with the columns of :mod:`kpikit.frames.contract`.
        target: Where to. Dask and Spark make a folder of files there.
        engine: One of :data:`FILE_ENGINES`.
        as_of: The day of judging, in place of the column ``as_of``.
        force: Whether a file that is there already may be replaced.

    Raises:
        FormatError: The rows break the contract.
        InvalidDefinitionError: There is no such engine.
        MissingDependencyError: The engine is not here.
        OSError: The file cannot be read, or not be written.
        TableError: The file is not Parquet, or is truncated or damaged.

    >>> import polars as pl
    >>> names = ["target_low", "target_high", "actual_low", "actual_high"]
    >>> frame = pl.DataFrame([[55.0], [float("inf")], [48.2], [48.2]], schema=names)
    >>> with TemporaryDirectory() as folder:
    ...     source, target = Path(folder, "rows.parquet"), Path(folder, "verdicts.parquet")
    ...     frame.with_columns(undecided=pl.lit(0)).write_parquet(source)
    ...     evaluate_file(source, target)
    ...     pl.read_parquet(target)["verdict"].to_list()
    [2]
    """
    if engine not in FILE_ENGINES:
        known = ", ".join(FILE_ENGINES)
        raise InvalidDefinitionError.told("frames-engine", name=engine, known=known)
    place = check_output(target, force=force, sources=[source])
    file = os.fspath(source)
    with Path(file).open("rb") as opened:  # where it is not there, each engine says so in its words
        if opened.read(len(_MAGIC)) != _MAGIC:
            raise TableError.told("frames-no-parquet", file=file)
    with _part_of(place) as part, _damage_told(file):
        FILE_ENGINES[engine](file, part, as_of)


@contextmanager
def _damage_told(file: str) -> Generator[None, None, None]:
    """Say of what a library cannot read, in its own words, that the file is damaged."""
    try:
        yield
    except Exception as error:
        library = type(error).__module__.partition(".")[0]
        nameless = isinstance(error, OSError) and error.errno is None
        if library not in _LIBRARIES and not nameless:
            raise
        detail = str(error).partition("\n")[0]
        raise TableError.told("file-damaged", file=file, detail=detail) from error


def _by_polars(source: str, target: str, as_of: date | None) -> object:
    return evaluate(required("polars", "polars").scan_parquet(source), as_of=as_of).sink_parquet(
        target
    )


def _by_duckdb(source: str, target: str, as_of: date | None) -> object:
    rows = required("duckdb", "duckdb").read_parquet(source)
    return evaluate(rows, as_of=as_of).write_parquet(target)


def _by_pyarrow(source: str, target: str, as_of: date | None) -> object:
    parquet = required("pyarrow.parquet", "pyarrow")
    return parquet.write_table(evaluate(parquet.read_table(source), as_of=as_of), target)


def _by_pandas(source: str, target: str, as_of: date | None) -> object:
    rows = required("pandas", "pandas").read_parquet(source, dtype_backend="pyarrow")
    return evaluate(rows, as_of=as_of).to_parquet(target, index=False)


def _by_dask(source: str, target: str, as_of: date | None) -> object:
    rows = required("dask.dataframe", "dask").read_parquet(source)
    return evaluate(rows, as_of=as_of).to_parquet(target, write_index=False)


def _by_spark(source: str, target: str, as_of: date | None) -> object:
    session = required("pyspark.sql", "pyspark").SparkSession.builder.getOrCreate()
    return evaluate(session.read.parquet(source), as_of=as_of).write.parquet(target)


#: Engines that judge a file into another one, Dask and Spark into a folder.
FILE_ENGINES: Final[Mapping[str, _Way]] = {
    "polars": _by_polars,
    "duckdb": _by_duckdb,
    "pyarrow": _by_pyarrow,
    "pandas": _by_pandas,
    "dask": _by_dask,
    "spark": _by_spark,
}


# -- the documents of many bodies ------------------------------------------------------------------


def _unheard(_file: str, _error: Exception | None) -> None:
    """Say nothing."""


def collect(
    folder: str | os.PathLike[str],
    engine: str = "polars",
    *,
    processes: int | None = None,
    told: Told = _unheard,
) -> Frame:
    r"""Read and resolve the documents of many bodies as one frame, several at a time.

    Each file is a plan of its own, but for the tables of a data package, which are one. Its
    publisher is the folder directly below *folder* that it is in, or its own name where it is in
    none. Each row has ``publisher``, ``file`` and ``place``.

    Args:
        folder: A folder of documents, and of folders of them.
        engine: The engine of the frame.
        processes: How many processes read at a time; by default as many as there are processors.
        told: Called with each file that is done, and with why it could not be read.

    Raises:
        NotADirectoryError: There is no such folder.
        MissingDependencyError: The engine is not here.

    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "plan.csv")
    ...     _ = file.write_text("指標名,目標値,実績値\n利用率,55%以上,48.2%", encoding="utf-8")
    ...     frame = collect(folder, processes=1)
    >>> frame.select("publisher", "file", "name", "actual_high").rows()
    [('plan', 'plan.csv', '利用率', 48.2)]
    """
    root = Path(folder)
    if not root.is_dir():
        raise os_error(errno.ENOTDIR, "path-no-folder", root)
    every = [each for each in root.rglob("*") if _is_document(each.relative_to(root))]
    parts = {part for each in every for part in tables_of(each)}
    files = sorted(each for each in every if each not in parts)
    rows: list[Row] = []
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for file, found in zip(files, pool.map(rows_of_file, files), strict=True):
            name = file.relative_to(root)
            if isinstance(found, Exception):
                told(name.as_posix(), found)
                continue
            told(name.as_posix(), None)
            publisher = name.parts[0] if len(name.parts) > 1 else name.stem
            own = {"publisher": publisher, "file": name.as_posix()}
            rows += [row | own for row in found]
    numbered = ({**row, "row": number} for number, row in enumerate(rows))
    return frame_of(columns_of(numbered, (*NAMES, *PLACES)), engine)


def collect_file(
    folder: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    force: bool = False,
    processes: int | None = None,
    told: Told = _unheard,
) -> None:
    r"""Write what :func:`collect` returns as a Parquet file.

    Args:
        folder: A folder of documents, and of folders of them.
        target: Where to.
        force: Whether a file that is there already may be replaced.
        processes: How many processes read at a time.
        told: Called with each file that is done, and with why it could not be read.

    Raises:
        MissingDependencyError: pyarrow is not here.
        OSError: There is no such folder, or the file cannot be written.

    >>> import polars as pl
    >>> with TemporaryDirectory() as folder:
    ...     source, target = Path(folder, "plans"), Path(folder, "rows.parquet")
    ...     source.mkdir()
    ...     file = source / "plan.csv"
    ...     _ = file.write_text("指標名,目標値,実績値\n利用率,55%以上,48.2%", encoding="utf-8")
    ...     collect_file(source, target, processes=1)
    ...     pl.read_parquet(target)["name"].to_list()
    ['利用率']
    """
    place = check_output(target, force=force)
    parquet = required("pyarrow.parquet", "pyarrow")
    table = collect(folder, "pyarrow", processes=processes, told=told)
    with _part_of(place) as part:
        parquet.write_table(table, part)


def rows_of_file(file: Path) -> list[Row] | KpikitError | OSError:
    r"""Return the rows of one document with their places, or why it cannot be read.

    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "plan.csv")
    ...     _ = file.write_text("指標名,目標値,実績値\n利用率,55%以上,48.2%", encoding="utf-8")
    ...     [(row["name"], row["target_low"], row["actual_high"]) for row in rows_of_file(file)]
    [('利用率', 55.0, 48.2)]
    """
    try:
        evaluated = judged(read_plan(file, name=file.name))
    except (KpikitError, OSError) as error:
        return error
    sources = [each.indicator.source for each in evaluated.all()]
    places = [str(source.location) if source else "" for source in sources]
    rows = zip(rows_of(evaluated), places, strict=True)
    return [row | {"place": place} for row, place in rows]


def _is_document(name: Path) -> bool:
    """Whether a file is of a kind that is read, and none that a program keeps beside others."""
    hidden = any(part.startswith((".", "~$")) for part in name.parts)
    return name.suffix.lower() in SUFFIXES and not hidden


@contextmanager
def _part_of(place: Path) -> Generator[str, None, None]:
    """Give the path of a file or folder to write, which gets its name when all of it is there."""
    with TemporaryDirectory(prefix=".kpikit-", dir=place.parent) as folder:
        part = Path(folder) / "rows.parquet"
        yield os.fspath(part)
        if part.is_dir():
            place.unlink(missing_ok=True)  # a folder takes the place of no file
        part.replace(place)
