"""Rates of achievement and of progress, as expressions over columns."""

from __future__ import annotations

from kpikit.frames.engine import narwhals
from kpikit.frames.interval import Expr, Interval, Schema

__all__ = ["rates_of"]


def rates_of(schema: Schema) -> dict[str, Expr]:
    """Return the least and the most of each rate; null where it is not defined.

    A rate of a target of zero is not, and neither is progress to a target that is the baseline.
    """
    nw = narwhals()
    missing = nw.lit(None, nw.Float64)
    found: dict[str, tuple[Expr, Expr]] = dict.fromkeys(
        ("achievement", "progress"), (missing, missing)
    )
    actual = Interval("actual", schema)
    if "aim" in schema:
        aim = nw.col("aim")
        found["achievement"] = _rate(actual, 0, aim)
        if "baseline" in schema:
            found["progress"] = _rate(actual, nw.col("baseline"), aim)
    ends = ("low", "high")
    return {
        f"{name}_{end}": expression
        for name, pair in found.items()
        for end, expression in zip(ends, pair, strict=True)
    }


def _rate(actual: Interval, start: Expr | int, aim: Expr) -> tuple[Expr, Expr]:
    """Return the share of the way from *start* to *aim* at either end of an actual."""
    whole = aim - start
    low, high = ((actual.end(end) - start) / whole for end in ("low", "high"))
    return _by_sign(whole, low, high), _by_sign(whole, high, low)


def _by_sign(whole: Expr, upwards: Expr, downwards: Expr) -> Expr:
    """Return one expression or the other, by where the way leads; none where there is no way."""
    nw = narwhals()
    return nw.when(whole > 0).then(upwards).otherwise(nw.when(whole < 0).then(downwards))
