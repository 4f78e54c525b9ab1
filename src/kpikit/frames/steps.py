"""Comparisons of columns, each as a column of ones and zeros."""

from __future__ import annotations

from math import inf
from typing import Any, Final, NamedTuple, TypeAlias

from kpikit.frames.engine import narwhals

__all__ = ["ACTUAL", "LINE", "TARGET", "Expr", "Interval", "Schema", "col", "one"]

#: An expression of narwhals.
Expr: TypeAlias = Any
#: Column → type, as narwhals names it.
Schema: TypeAlias = dict[str, Any]


def col(name: str) -> Expr:
    """Return a column."""
    return narwhals().col(name)


def one(condition: Expr) -> Expr:
    """Return 1 where a condition holds, and 0 where it does not or where something is missing."""
    return condition.cast(narwhals().Int8).fill_null(0)


class Interval(NamedTuple):
    """An interval in columns, called by the start of their names."""

    name: str
    schema: Schema

    @property
    def low(self) -> Expr:
        """The least number."""
        return self._number("low")

    @property
    def high(self) -> Expr:
        """The largest number."""
        return self._number("high")

    def _number(self, end: str) -> Expr:
        """Return an end as a floating-point number: whole and decimal ones are not subtracted."""
        nw, name = narwhals(), f"{self.name}_{end}"
        return nw.col(name) if self.schema[name] == nw.Float64 else nw.col(name).cast(nw.Float64)

    @property
    def is_ordered(self) -> Expr:
        """Whether it has numbers; of a missing end it is not known, or not so."""
        ordered = (self.low - self.high) <= 0
        closed = self._closed("low"), self._closed("high")
        if closed == (None, None):
            return ordered
        return ordered & ((self.low < self.high) | _both(*closed))

    @property
    def is_inverted(self) -> Expr:
        """Whether it has both ends, and no numbers."""
        return ((self.low - self.high) <= inf) & ~self.is_ordered

    def _closed(self, end: str) -> Expr | None:
        """Return whether an end itself belongs to it, ``None`` if it always does."""
        name = f"{self.name}_{end}_closed"
        return narwhals().col(name) if name in self.schema else None

    def is_inside(self, other: Interval) -> Expr:
        """Whether all of its numbers are in another one."""
        low = _past(self.low, other.low, self.low >= other.low, *self._ends(other, "low"))
        high = _past(other.high, self.high, self.high <= other.high, *self._ends(other, "high"))
        return low & high

    def is_apart(self, other: Interval) -> Expr:
        """Whether none of them is."""
        below = _short(self.high, other.low, self._closed("high"), other._closed("low"))
        above = _short(other.high, self.low, other._closed("high"), self._closed("low"))
        return below | above

    def _ends(self, other: Interval, end: str) -> tuple[Expr | None, Expr | None]:
        return self._closed(end), other._closed(end)
