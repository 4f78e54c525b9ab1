"""Frames of all engines that are here, and their rows in memory."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest

from kpikit.judging.result import PlanEvaluation

IN_MEMORY = ("pandas", "polars", "pyarrow")
#: The engines of the ordinary tests; Dask and Spark get fewer rows there, and all in full.
ENGINES = (*IN_MEMORY, "duckdb")
FAR = ("dask", "pyspark")


def need(engine: str) -> None:
    """Skip a test where its engine is not here."""
    if find_spec("narwhals") is None or find_spec(engine) is None:
        pytest.skip(f"{engine} is not here")
    if engine == "pyspark" and shutil.which("java") is None:
        pytest.skip("Java is not here")


def in_memory(frame: Any, by: str = "row") -> list[dict[str, Any]]:
    """Return the rows of a frame of any engine, in the order of a column."""
    nw = import_module("narwhals.stable.v2")
    if hasattr(frame, "compute"):
        # In one thread: narwhals silences what pandas 2 warns of for all threads at once.
        frame = frame.compute(scheduler="synchronous")
    if hasattr(frame, "toArrow"):
        frame = frame.toArrow()
    wrapped = nw.from_native(frame)
    if isinstance(wrapped, nw.LazyFrame):
        wrapped = wrapped.collect("pyarrow")
    rows: list[dict[str, Any]] = wrapped.sort(by).to_arrow().to_pylist()
    return rows


def as_columns(plans: Sequence[PlanEvaluation]) -> dict[str, list[Any]]:
    """Return the rows of several plans as columns, numbered through."""
    from kpikit.frames.plan import columns_of  # of no use without narwhals
    from kpikit.frames.rows import rows_of

    rows = [row for plan in plans for row in rows_of(plan)]
    return columns_of({**row, "row": number} for number, row in enumerate(rows))
