"""Each value beside that of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kpikit.frames.engine import Frame, narwhals

__all__ = ["year_on_year"]

_KEYS: Final = ("plan", "section", "name", "unit")
_BEFORE: Final = {"actual_low": "previous_low", "actual_high": "previous_high"}
_TIMES: Final = "_kpikit_times"


def year_on_year(frame: Frame, by: Sequence[str] = _KEYS) -> Frame:
    """Put the value of the year before beside each value, and by how much it has grown.

    It is a join of the frame with itself, on *by* and the year before; no order of rows is asked
    for. Where that year has several rows of one key, which of them is meant is not known, and none
    is taken. What is lazy stays lazy.

    Args:
        frame: A frame of any engine, with ``year`` and the ends of actuals.
        by: The columns that name an indicator in all years.

    Returns:
        The frame with ``previous_low`` and ``previous_high``, and ``growth``, (a - p) / p, of
        single numbers where the one before is above zero; null where there is none.

    >>> import pandas as pd
    >>> names = ["name", "year", "actual_low", "actual_high"]
    >>> frame = pd.DataFrame(
    ...     [["来館者数", 2022, 80.0, 80.0], ["来館者数", 2023, 100.0, 100.0]], columns=names
    ... )
    >>> found = year_on_year(frame, by=["name"])
    >>> float(found["previous_low"][1]), float(found["growth"][1])
    (80.0, 0.25)
    """
    nw = narwhals()
    keys = [*by, "year"]
    if nw.dependencies.is_dask_dataframe(frame):  # its own joins, which narwhals does not run
        return frame.merge(_single_of_dask(frame, keys), how="left", on=keys).map_partitions(_grown)
    given = nw.from_native(frame)
    return _grown(given.join(_single(given, keys), on=keys, how="left").to_native())


def _single(given: Any, keys: list[str]) -> Any:
    """Return the values that stand alone for their key, each for the year after."""
    nw = narwhals()
    *names, year = keys
    later = (nw.col(year) + 1).cast(given.collect_schema()[year])
    ends = (nw.col(end).alias(name) for end, name in _BEFORE.items())
    rows = given.select(*names, later.alias(year), *ends, (nw.col(year) * 0 + 1).alias(_TIMES))
    low, high = (nw.col(name) for name in _BEFORE.values())
    grouped = rows.group_by(*keys).agg(low.min(), high.max(), nw.col(_TIMES).sum())
    return grouped.filter(nw.col(_TIMES) == 1).select(*keys, *_BEFORE.values())


def _single_of_dask(frame: Frame, keys: list[str]) -> Frame:
    """Return the same of a frame of Dask."""
    rows = frame[[*keys, *_BEFORE]].rename(columns=_BEFORE)
    rows = rows.assign(**{"year": rows["year"] + 1, _TIMES: 1})
    low, high = _BEFORE.values()
    grouped = rows.groupby(keys).agg({low: "min", high: "max", _TIMES: "sum"}).reset_index()
    return grouped[grouped[_TIMES] == 1][[*keys, low, high]]


def _grown(frame: Frame) -> Frame:
    """Add by how much a single number has grown since the one before."""
    nw = narwhals()
    now, before = nw.col("actual_low"), nw.col("previous_low")
    are_single = (now == nw.col("actual_high")) & (before == nw.col("previous_high"))
    growth = nw.when(are_single & (before > 0)).then((now - before) / before)
    return nw.from_native(frame).with_columns(growth.alias("growth")).to_native()
