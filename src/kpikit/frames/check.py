"""Frames that break the contract are refused: which column, which rows, and what to do."""

from __future__ import annotations

from typing import Any, Final

from kpikit.frames.contract import INPUTS, REQUIRED, Kind
from kpikit.frames.engine import Frame, narwhals
from kpikit.frames.interval import Schema
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault

__all__ = ["check", "schema_of"]

_MOST: Final = 5


def schema_of(frame: Any) -> Schema:
    """Return the columns of a wrapped frame, checked for what is there and of which kind.

    Raises:
        FormatError: A column that judging needs is not there, or is of another kind.
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
        case Kind.TEXT:
            return True
