"""Judge all rows of a frame at once, on the engine that it comes from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial
from typing import Any, Final

from kpikit.frames.contract import OUTPUTS
from kpikit.frames.days import EARLY, Days
from kpikit.frames.engine import Frame, narwhals
from kpikit.frames.interval import Expr, Schema
from kpikit.frames.rates import rates_of
from kpikit.frames.refused import schema_of
from kpikit.frames.verdict import REASON, VERDICT, steps_of, undated, verdict_of
from kpikit.language.errors import InvalidDefinitionError

__all__ = ["evaluate"]

_OUTPUTS: Final = tuple(column.name for column in OUTPUTS)


def evaluate(
    frame: Frame, *, as_of: date | None = None, columns: Collection[str] = _OUTPUTS
) -> Frame:
    """Judge every row of a frame.

    What is lazy stays lazy, and nothing is collected. Where a column of the contract is not there,
    what it would tell is not told: without days no target is early, not due or stale.

    Args:
        frame: A frame of any engine, with the columns of :mod:`kpikit.frames.contract`.
        as_of: The day of judging, in place of the column ``as_of``.
        columns: What to add; the fewer, the less there is to compute where nothing is lazy.

    Returns:
        A frame of the same kind, with the columns of *frame* as they are and then *columns*.

    Raises:
        FormatError: A column is not there, or is of another kind.
        InvalidDefinitionError: There is no such column to add.

    >>> import pandas as pd
    >>> names = ["target_low", "target_high", "actual_low", "actual_high"]
    >>> frame = pd.DataFrame([[55.0, float("inf"), 60.0, 60.0]], columns=names).assign(undecided=0)
    >>> evaluate(frame, columns=["verdict"])["verdict"].tolist()
    [1]
    """
    nw = narwhals()
    unknown = [name for name in columns if name not in _OUTPUTS]
    if unknown:
        names, known = ", ".join(unknown), ", ".join(_OUTPUTS)
        raise InvalidDefinitionError.told("frames-output", names=names, known=known)
    wanted = [name for name in _OUTPUTS if name in columns]
    if nw.dependencies.is_dask_dataframe(frame):  # its own expressions are slow: by partitions
        judged = partial(evaluate, as_of=as_of, columns=wanted)
        # What it becomes is told by its frame without rows, where Dask would make some up.
        return frame.map_partitions(judged, meta=judged(frame._meta))  # noqa: SLF001
    given = nw.from_native(frame)
    schema = schema_of(given)
    days = Days(schema, as_of)
    if wanted == ["verdict"] and not days.are_known:
        verdict = verdict_of(schema, given if given.implementation.is_pandas() else None)
        return given.with_columns(verdict.cast(nw.Int8).alias("verdict")).to_native()
    told = _told(given, schema, days)
    kept = [nw.col(name) for name in schema if name not in wanted]
    return told.select(*kept, *_outputs(schema, days, wanted)).to_native()


def _told(given: Any, schema: Schema, days: Days) -> Any:
    """Add the columns of the way."""
    frame = _with(_with(given, steps_of(schema)), undated())
    return _with(frame, days.steps()) if days.are_known else frame


def _with(frame: Any, columns: dict[str, Expr]) -> Any:
    return frame.with_columns(*(each.alias(name) for name, each in columns.items()))


def _outputs(schema: Schema, days: Days, wanted: list[str]) -> list[Expr]:
    """Return the columns that are wanted, each of its own type."""
    nw = narwhals()
    codes = _by_day(days) if days.are_known else _by_numbers()
    taken = nw.col("taken").cast(nw.Int32) if "taken" in schema else 0
    found = {name: each.cast(nw.Int8) for name, each in codes.items()}
    found |= {"flags": (taken + found.pop(EARLY)).cast(nw.Int32)} | rates_of(schema)
    return [found[name].alias(name) for name in wanted]


def _by_day(days: Days) -> dict[str, Expr]:
    return {
        "verdict": days.verdict(),
        "reason": days.reason(),
        "standing": days.standing(),
        "standing_reason": days.standing_reason(),
        EARLY: narwhals().col(EARLY),
    }


def _by_numbers() -> dict[str, Expr]:
    """Return what is told where no day is known: nothing is early or stands anywhere."""
    nw = narwhals()
    nothing = nw.col(VERDICT) * 0
    return {
        "verdict": nw.col(VERDICT),
        "reason": nw.col(REASON),
        "standing": nothing,
        "standing_reason": nothing,
        EARLY: nothing,
    }
