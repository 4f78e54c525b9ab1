"""JSON files: a plan of ours, or a data package. Their content tells which."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final, cast

from kpikit.io.limits import too_large
from kpikit.io.package import read_package
from kpikit.io.source import Request, Source
from kpikit.language.errors import FormatError
from kpikit.model.plan import Plan

__all__ = ["read_json"]

_FORMAT: Final = "format"
#: What begins a value or a list of them, and how many there may be for each cell of a table.
_MARKS: Final = (b",", b":", b"[", b"{")
_FOR_A_CELL: Final = 5
#: So many times smaller than other files it is: a letter of its text may take four bytes, and
#: those of a value as many again.
_WIDE: Final = 2


def read_json(request: Request) -> Plan | Source:
    """Read a JSON file: a plan of ours says so by its ``format``, else it is a data package.

    Raises:
        OSError: It cannot be opened.
        FormatError: It is neither; everything that is wrong with a plan or package is listed.
        TableError: It is too large, or a resource of a package is no table.
    """
    content = _loaded(request)
    if not isinstance(content, dict) or not {_FORMAT, "resources"} & content.keys():
        raise FormatError.told("json-neither", file=request.file)
    members = cast("dict[str, Any]", content)
    if _FORMAT in members:
        from kpikit.io.plan_format import plan_from  # packages do without

        return plan_from(members, request.file)
    return read_package(members, request)


def _loaded(request: Request) -> object:
    import json  # heavy, and most tables are no JSON

    data, limits = request.document.data, request.limits
    if len(data) > limits.size // _WIDE:
        raise too_large(request.file, "size", limits.size // _WIDE)
    if sum(map(data.count, _MARKS)) > limits.cells * _FOR_A_CELL:
        raise too_large(request.file, "cells", limits.cells)
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except ValueError as error:
        raise FormatError.told("json-broken", file=request.file, detail=error) from error
    except RecursionError as error:
        raise FormatError.told("json-deep", file=request.file) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object none of whose members stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = Counter(name for name, _ in pairs)
        twice = seen.most_common(1)[0][0]
        raise ValueError(f"{twice!r} stands twice in one object")
    return found
