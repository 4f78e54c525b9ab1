"""Frames that break the contract are refused: which column, which rows, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any, Final

from kpikit.frames.codes import ANY_VERDICT, REASONS
from kpikit.frames.contract import INPUTS, REQUIRED, Kind
from kpikit.frames.engine import Frame, collected, narwhals, wrapped
from kpikit.frames.interval import Expr, Interval, Schema
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault

__all__ = ["check", "schema_of"]

_MOST: Final = 5
#: What a row is found by, where it has any of it.
_PLACE: Final = ("row", "plan", "name", "year")
#: Column of codes → those that there are.
_CODES: Final = {
    "undecided": {0, *REASONS.values()},
    "line_undecided": {0, *REASONS.values()},
    "part_of_total": {0, 1, 2, ANY_VERDICT},
    "direction": {-1, 0, 1},
    "sense": {-1, 0, 1},
}


def check(frame: Frame) -> None:
    """Look at every value of a frame, which runs what is lazy.

    Judging itself looks at the columns alone: a value that breaks the contract makes its row
    indeterminate.

    Raises:
        FormatError: A column is not there or is of another kind, or values in it cannot be; the
            message names the first rows.

    >>> import pandas as pd
    >>> names = ["target_low", "target_high", "actual_low", "actual_high"]
    >>> frame = pd.DataFrame([[5.0, 3.0, 4.0, 4.0]], columns=names).assign(undecided=0)
    >>> try:
    ...     check(frame)
    ... except FormatError as error:
    ...     print(error.faults[0].path, error.faults[0].code)
    target_low frames-empty
    """
    given = wrapped(frame)
    schema = schema_of(given)
    faults = [
        Fault(code, columns[0], values={"other": columns[-1], "rows": rows})
        for code, columns, condition in _conditions(schema)
        if (rows := _first(given, schema, columns, condition))
    ]
    if faults:
        raise FormatError.of_file("", faults)


def schema_of(frame: Any) -> Schema:
    """Return the columns of a wrapped frame, checked for what is there and of which kind.

    Raises:
        FormatError: A column that judging needs is not there, or is of another kind.

    >>> import pandas as pd
    >>> from kpikit.frames.engine import wrapped
    >>> try:
    ...     schema_of(wrapped(pd.DataFrame({"target_low": [55.0]})))
    ... except FormatError as error:
    ...     print(error.faults[0].path, error.faults[0].code)
    undecided frames-no-column
    """
    schema = dict(frame.collect_schema())
    faults = [Fault("frames-no-column", name) for name in REQUIRED if name not in schema]
    faults += [
        Fault(f"frames-wanted-{column.kind.value}", column.name, values={"found": kind})
        for column in INPUTS
        if (kind := schema.get(column.name)) is not None and not _is(kind, column.kind)
    ]
    if faults:
        raise FormatError.of_file("", faults)
    return schema


def _is(kind: Any, wanted: Kind) -> bool:
    """Whether a type of a column is of the kind that the contract wants."""
    match wanted:
        case Kind.NUMBER:
            return bool(kind.is_numeric())
        case Kind.CODE:
            return bool(kind.is_integer())
        case Kind.SWITCH:
            return bool(kind == narwhals().Boolean)
        case Kind.DAY:
            return bool(kind == narwhals().Date or kind == narwhals().Datetime)
        case _:
            return True


def _conditions(schema: Schema) -> Iterator[tuple[str, tuple[str, ...], Expr]]:
    """Yield the code of each fault, the columns that it is in, and which rows have it."""
    nw = narwhals()
    for name in ("target", "actual"):
        interval, columns = Interval(name, schema), (f"{name}_low", f"{name}_high")
        low, high = interval.end("low"), interval.end("high")
        yield "frames-empty", columns, interval.is_empty | (low == inf) | (high == -inf)
        yield "frames-endless", columns, (low == -inf) & (high == inf)
        yield "frames-one-end", columns, _is_missing(low) != _is_missing(high)
    for name, codes in _CODES.items():
        if name in schema:
            column = nw.col(name)
            yield "frames-code", (name,), column.is_null() | ~column.is_in(sorted(codes))
    if {"target_from", "target_due"} <= schema.keys():
        first, last = "target_from", "target_due"
        yield "frames-backwards", (first, last), nw.col(first) > nw.col(last)


def _is_missing(column: Expr) -> Expr:
    return column.is_null() | column.is_nan()


def _first(frame: Any, schema: Schema, columns: tuple[str, ...], condition: Expr) -> str:
    """Return the first rows where a condition holds, in words; ``""`` if there are none."""
    places = [name for name in _PLACE if name in schema]
    found = collected(frame.filter(condition).select(*places, *columns).head(_MOST))
    rows = [" ".join(f"{name} {row[name]}," for name in row) for row in found.rows(named=True)]
    return "; ".join(row.rstrip(",") for row in rows)
