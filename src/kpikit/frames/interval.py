"""Intervals whose ends are columns, and how two of them lie to each other."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from operator import ge, gt, le, lt
from typing import Any, Final, NamedTuple, TypeAlias

from kpikit.frames.engine import narwhals

__all__ = ["Expr", "Interval", "Schema", "code", "column", "every", "one"]

#: An expression of narwhals.
Expr: TypeAlias = Any
#: Column → type, as narwhals names it.
Schema: TypeAlias = dict[str, Any]

_Beyond: TypeAlias = Callable[[Expr, Expr], Expr]
#: Where an interval ends: how numbers lie inside of that end, without it and with it, and what
#: stands there where it has no end.
_INWARDS: Final[dict[str, tuple[_Beyond, _Beyond, float]]] = {
    "low": (gt, ge, -inf),
    "high": (lt, le, inf),
}


def one(condition: Expr) -> Expr:
    """Return 1 where a condition holds, and 0 where it does not or where something is missing."""
    return condition.cast(narwhals().Int8).fill_null(0)


def code(number: int) -> Expr:
    """Return a code as columns of codes have it; beside a wider one PyArrow widens the column."""
    nw = narwhals()
    return nw.lit(number, nw.Int8)


def column(name: str) -> Expr:
    """Return a column of whatever frame it is asked of."""
    return narwhals().col(name)


class Interval(NamedTuple):
    """An interval in the columns whose names begin with its own."""

    name: str
    schema: Schema
    #: Returns a column by its name: an expression, or what a frame holds.
    column: Callable[[str], Expr] = column

    def end(self, end: str) -> Expr:
        """Return an end as a floating-point number, whatever number the column holds."""
        nw, name = narwhals(), f"{self.name}_{end}"
        column = self.column(name)
        return column if self.schema[name] == nw.Float64 else column.cast(nw.Float64)

    @property
    def is_ordered(self) -> Expr:
        """Whether it has numbers. Of a missing end that is null or false, NaN as well as null."""
        return every(self.order)

    @property
    def order(self) -> list[Expr]:
        """What holds of its ends if it has numbers; of two that are infinite alike it does not."""
        low, high = self.end("low"), self.end("high")
        ordered = [(low - high) <= 0]
        closed = self._closed("low", "high")
        return ordered if closed is None else [*ordered, (low < high) | closed]

    @property
    def is_empty(self) -> Expr:
        """Whether it has both ends, and no numbers."""
        return ((self.end("low") - self.end("high")) <= inf) & ~self.is_ordered

    def is_inside(self, other: Interval) -> Expr:
        """Whether all of its numbers are in another one."""
        return every(self.limits_in(other))

    def limits_in(self, other: Interval) -> list[Expr]:
        """What holds of each of its ends if all of its numbers are in another one."""
        return [self._is_within(other, end) for end in _INWARDS]

    def is_apart(self, other: Interval) -> Expr:
        """Whether none of them is."""
        return self._is_below(other) | other._is_below(self)

    def _is_within(self, other: Interval, end: str) -> Expr:
        """Whether its end is not outside of that of another one."""
        past, reaches, endless = _INWARDS[end]
        mine, limit = self.end(end), other.end(end)
        closed, own = other._closed(end), self._closed(end)
        if closed is None:
            return reaches(mine, limit)
        touches = closed if own is None else closed | ~own
        return past(mine, limit) | ((mine == limit) & (touches | (limit == endless)))

    def _is_below(self, other: Interval) -> Expr:
        """Whether it ends before another one begins."""
        mine, limit = self.end("high"), other.end("low")
        closed = [each for each in (self._closed("high"), other._closed("low")) if each is not None]
        if not closed:
            return mine < limit
        return (mine < limit) | ((mine == limit) & ~every(closed))

    def _closed(self, *ends: str) -> Expr | None:
        """Return whether ends belong to it, ``None`` where no column tells: they do."""
        names = [f"{self.name}_{end}_closed" for end in ends]
        columns = [self.column(name) for name in names if name in self.schema]
        return every(columns) if columns else None


def every(conditions: list[Expr]) -> Expr:
    """Return whether all conditions hold, of which there is at least one."""
    first, *others = conditions
    for other in others:
        first = first & other
    return first
