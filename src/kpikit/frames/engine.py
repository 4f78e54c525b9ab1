"""The engines that frames come from, and how a frame of each is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from kpikit.frames.contract import CONTRACT, Kind
from kpikit.io.extras import required
from kpikit.language.errors import InvalidDefinitionError

__all__ = [
    "ENGINES",
    "Frame",
    "collected",
    "converted",
    "frame_of",
    "in_memory",
    "like",
    "narwhals",
    "types_of",
    "wrapped",
]

#: A frame of any engine: as the user has it, or as narwhals wraps it.
Frame: TypeAlias = Any

_EXTRA: Final = "frames"
#: Engines whose frames narwhals makes itself.
_IN_MEMORY: Final = ("pandas", "polars", "pyarrow")
#: Engines whose frames are made of one of those.
_MADE_OF: Final = {"duckdb": "pyarrow", "dask": "pandas", "pyspark": "pyarrow"}
#: The names of engines.
ENGINES: Final = (*_IN_MEMORY, *_MADE_OF)
#: Codes that need more than a byte.
_WIDE: Final = frozenset({"taken", "flags", "year", "row"})


def narwhals() -> Any:
    """Return the library that speaks to all engines.

    Raises:
        MissingDependencyError: It is not here.
    """
    return required("narwhals.stable.v2", _EXTRA)


def wrapped(frame: Frame) -> Any:
    """Return a frame as narwhals wraps it; one of Dask is computed, whose own it does not run."""
    nw = narwhals()
    given = frame.compute() if nw.dependencies.is_dask_dataframe(frame) else frame
    return nw.from_native(given)


def collected(frame: Any) -> Any:
    """Return a wrapped frame in memory."""
    return frame.collect() if isinstance(frame, narwhals().LazyFrame) else frame


def types_of(names: Iterable[str], engine: str = "") -> dict[str, Any]:
    """Return the types of some columns of the contract.

    >>> types_of(["undecided", "target_low"])
    {'undecided': Int8, 'target_low': Float64}
    """
    nw = narwhals()
    day = nw.Datetime("ms") if engine == "pandas" else nw.Date  # pandas has no dates of its own
    kinds = {
        Kind.NUMBER: nw.Float64,
        Kind.CODE: nw.Int8,
        Kind.SWITCH: nw.Boolean,
        Kind.DAY: day,
        Kind.TEXT: nw.String,
    }
    return {name: nw.Int32 if name in _WIDE else kinds[CONTRACT[name].kind] for name in names}


def frame_of(columns: Mapping[str, list[Any]], engine: str, session: Any = None) -> Frame:
    """Return columns of the contract as a frame of an engine.

    >>> frame_of({"undecided": [0], "target_low": [5.0]}, "pyarrow").column_names
    ['undecided', 'target_low']

    Args:
        columns: Name → values; ``None`` is missing.
        engine: One of :data:`ENGINES`.
        session: The session of Spark; by default the active one.

    Raises:
        InvalidDefinitionError: There is no such engine.
        MissingDependencyError: The engine is not here.
    """
    if engine not in ENGINES:
        raise InvalidDefinitionError.told("frames-engine", name=engine, known=", ".join(ENGINES))
    if session is None:
        required(engine, engine)
    return converted(in_memory(columns, engine).to_native(), engine, session)


def converted(frame: Frame, engine: str, session: Any = None) -> Frame:
    """Return a frame that is in memory, from where it can get to an engine, as one of it."""
    return _CONVERTED[engine](frame, session) if engine in _CONVERTED else frame


def in_memory(
    columns: Mapping[str, list[Any]], engine: str, own: Mapping[str, Any] | None = None
) -> Any:
    """Return columns wrapped, in memory, from where they can get to an engine.

    Args:
        columns: Name → values.
        engine: Which engine.
        own: Name → type, of those columns that are not of the contract.
    """
    base, own = _MADE_OF.get(engine, engine), own or {}
    named = [name for name in columns if name not in own]
    types = {**own, **types_of(named, base)}
    schema = {name: types[name] for name in columns}
    return narwhals().from_dict(columns, schema=schema, backend=base)


def like(frame: Any, other: Any) -> Any:
    """Return a wrapped frame in memory as one of the kind of another."""
    nw, engine = narwhals(), other.implementation.value
    made = nw.from_native(converted(frame.to_native(), engine, _session_of(other)))
    is_eager = isinstance(made, nw.DataFrame) and isinstance(other, nw.LazyFrame)
    return made.lazy() if is_eager else made


def _session_of(frame: Any) -> Any:
    """Return the session of a frame of Spark, ``None`` of any other."""
    return getattr(frame.to_native(), "sparkSession", None)


def _to_duckdb(table: Frame, _session: Any) -> Frame:
    return required("duckdb", "duckdb").from_arrow(table)


def _to_dask(frame: Frame, _session: Any) -> Frame:
    return required("dask.dataframe", "dask").from_pandas(frame, npartitions=2)


def _to_spark(table: Frame, session: Any) -> Frame:
    active = session or required("pyspark.sql", "pyspark").SparkSession.builder.getOrCreate()
    return active.createDataFrame(table)


_CONVERTED: Final[Mapping[str, Callable[[Frame, Any], Frame]]] = {
    "duckdb": _to_duckdb,
    "dask": _to_dask,
    "pyspark": _to_spark,
}
