"""Targets that a frame brings as a rate of a base, resolved to the numbers that meet them.

A plan has its thresholds resolved as decimals (:func:`~kpikit.frames.from_plan`). Here floats are
multiplied, and the bound is moved out by some ten-trillionth of the larger of base and bound (in,
where the bound itself is not enough). The verdict is that of the decimals wherever the actual is
the bound exactly, or is off it by more than a trillionth of that: to 12 digits.
"""

from __future__ import annotations

from math import inf
from typing import Final

from kpikit.frames.codes import REASONS
from kpikit.frames.engine import Frame, narwhals
from kpikit.frames.interval import Expr, one
from kpikit.model.verdict import Reason

__all__ = ["resolved"]

#: How far a bound is moved, of the larger of base and bound: far more than floats are off, and far
#: less than numbers of 12 digits.
_OFF: Final = 1e-13


def resolved(frame: Frame) -> Frame:
    """Resolve ``rate`` of ``base`` to the ends of a target: 0.1 of 140, reduced, is at most 126.

    Args:
        frame: A frame of any engine with ``base``, ``rate`` (0.1 is 10 %) and ``sense`` (1: an
            increase, -1: a decrease); where there is ``strict``, whether the bound itself is not
            enough. Rows without a rate keep the ends that they have.

    Returns:
        The frame with ``target_low``, ``target_high`` and ``undecided``: of a base that is missing,
        or not above zero, a rate is not known.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"base": [140.0], "rate": [0.1], "sense": [-1]})
    >>> float(resolved(rows)["target_high"][0].round(9))
    126.0
    """
    nw = narwhals()
    if nw.dependencies.is_dask_dataframe(frame):
        return frame.map_partitions(resolved)
    given = nw.from_native(frame)
    schema = given.collect_schema()
    base, rate, sense = nw.col("base"), nw.col("rate"), nw.col("sense")
    is_rate = rate <= inf  # no missing number is
    outwards = 1 - 2 * one(nw.col("strict")) if "strict" in schema else 1
    bound, off = base + base * rate * sense, base * (1 + rate) * _OFF * outwards
    missing = nw.lit(None, nw.Float64)
    ends = {
        "target_low": nw.when(sense > 0).then(bound - off).otherwise(-inf),
        "target_high": nw.when(sense > 0).then(nw.lit(inf)).otherwise(bound + off),
    }
    own = {name: nw.col(name) if name in schema else missing for name in ends}
    code = nw.col("undecided") if "undecided" in schema else one(is_rate) * 0
    return given.with_columns(
        *(
            nw.when(is_rate).then(end).otherwise(own[name]).alias(name)
            for name, end in ends.items()
        ),
        (code + one(code == 0) * one(is_rate) * _why(base)).cast(nw.Int8).alias("undecided"),
    ).to_native()


def _why(base: Expr) -> Expr:
    """Return why a rate of a base is not known, 0 where it is."""
    is_known, is_positive = one(base <= inf), one((base > 0) & (base < inf))
    missing = (1 - is_known) * REASONS[Reason.BASELINE_MISSING]
    return missing + (is_known - is_positive) * REASONS[Reason.BASELINE_UNUSABLE]
