"""Counts of verdicts and standings for each group of rows, as sums of ones and zeros."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kpikit.frames.codes import PACES, REASONS, VERDICTS
from kpikit.frames.engine import Frame, narwhals
from kpikit.frames.interval import Expr, Schema, one
from kpikit.judging.standing import Pace
from kpikit.model.verdict import Reason, Verdict

__all__ = ["summary"]

_VERDICTS: Final = {
    "achieved": Verdict.ACHIEVED,
    "not_achieved": Verdict.NOT_ACHIEVED,
    "indeterminate": Verdict.INDETERMINATE,
}
_NO_TARGET: Final = {
    "exploratory": Reason.EXPLORATORY,
    "unset": Reason.UNSET,
    "not_set": Reason.INDICATOR_NOT_SET,
}
_NOT_DUE: Final = VERDICTS[Verdict.NOT_DUE]
_NOT_APPLICABLE: Final = VERDICTS[Verdict.NOT_APPLICABLE]
#: What all rows have in common where there are no groups.
_ALL: Final = "_kpikit_all"
_PACES: Final = {"on_track": Pace.ON_TRACK, "behind": Pace.BEHIND, "unknown": Pace.UNKNOWN}


def summary(frame: Frame, by: Sequence[str] = ()) -> Frame:
    """Count the verdicts of each group, as :class:`kpikit.judging.summary.Summary` does.

    What is lazy stays lazy, and groups come in no order.

    Args:
        frame: A frame of any engine, as :func:`~kpikit.frames.evaluate` returns it.
        by: The columns whose values make a group; by default all rows are one.

    Returns:
        A frame that has a row for each group, with *by* and the counts of a summary by their names.
        ``rate`` is the share achieved of those due and decided, ``rate_low`` and ``rate_high`` what
        it would be if all the undecided were missed or met; null where there is none.

    >>> import pandas as pd
    >>> from kpikit.frames import evaluate
    >>> names = ["target_low", "target_high", "actual_low", "actual_high"]
    >>> rows = [[55.0, float("inf"), 60.0, 60.0], [55.0, float("inf"), 48.2, 48.2]]
    >>> found = summary(evaluate(pd.DataFrame(rows, columns=names).assign(undecided=0)))
    >>> int(found["achieved"][0]), int(found["not_achieved"][0]), float(found["rate"][0])
    (1, 1, 0.5)
    """
    nw = narwhals()
    if nw.dependencies.is_dask_dataframe(frame):
        return _of_partitions(frame, [*by])
    given = nw.from_native(frame)
    return _with_shares(_counted(given, [*by])).to_native()


def _counted(given: Any, by: list[str]) -> Any:
    """Return the counts of each group."""
    nw = narwhals()
    ones = _ones(given.collect_schema())
    rows = given.select(*by, *(each.cast(nw.Int64).alias(name) for name, each in ones.items()))
    sums = [nw.col(name).sum() for name in ones]
    counts = rows.group_by(*by).agg(*sums) if by else rows.select(*sums)
    return counts.with_columns(*(nw.col(name).cast(nw.Int64) for name in ones))


def _ones(schema: Schema) -> dict[str, Expr]:
    """Return what each row adds to each count."""
    nw = narwhals()
    verdict = nw.col("verdict")
    early: Expr = nw.col("flags") % 2  # the lowest bit
    repeated = one(nw.col("repeated")) if "repeated" in schema else early * 0
    forecast = one(nw.col("forecast")) if "forecast" in schema else early * 0
    counts, measured = 1 - repeated, (1 - repeated) * (1 - forecast)
    judged = one((verdict != _NOT_DUE) & (verdict != _NOT_APPLICABLE))
    return {
        **{name: measured * one(verdict == VERDICTS[each]) for name, each in _VERDICTS.items()},
        "not_due": counts * one(verdict == _NOT_DUE),
        **{
            name: counts * one((verdict == _NOT_APPLICABLE) & (nw.col("reason") == REASONS[each]))
            for name, each in _NO_TARGET.items()
        },
        "forecast": counts * forecast * judged,
        "early": measured * early,
        "early_forecast": counts * forecast * early,
        **{name: counts * one(nw.col("standing") == PACES[each]) for name, each in _PACES.items()},
        "repeated": repeated,
    }


def _with_shares(counts: Any) -> Any:
    """Add the share achieved of those due and decided, and between what it lies."""
    nw = narwhals()
    met = nw.col("achieved") - nw.col("early")
    decided = met + nw.col("not_achieved")
    undecided = nw.col("indeterminate") + nw.col("forecast") - nw.col("early_forecast")
    due = decided + undecided
    shares = {"rate": (met, decided), "rate_low": (met, due), "rate_high": (met + undecided, due)}
    return counts.with_columns(
        *(
            nw.when(whole > 0).then(part.cast(nw.Float64) / whole).alias(name)
            for name, (part, whole) in shares.items()
        )
    )


def _of_partitions(frame: Frame, by: list[str]) -> Frame:
    """Count in each partition of a frame of Dask, and add the counts up."""
    parts = frame.map_partitions(_counted_natively, by=by)
    names = [name for name in parts.columns if name not in by]
    keys = by or [_ALL]
    grouped = parts.assign(**{_ALL: 0}).groupby(keys, dropna=False)[names].sum()
    return grouped.reset_index()[[*by, *names]].map_partitions(_with_shares_natively)


def _counted_natively(frame: Frame, by: list[str]) -> Frame:
    return _counted(narwhals().from_native(frame), by).to_native()


def _with_shares_natively(frame: Frame) -> Frame:
    return _with_shares(narwhals().from_native(frame)).to_native()
