"""Frictionless data packages: tables as delimited files, described by a datapackage.json."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias, cast

from kpikit.table.blocks import Table, split_tables
from kpikit.table.faults import table_error
from kpikit.table.lines import read_rows

__all__ = ["read_package"]

#: A JSON object.
_Object: TypeAlias = dict[str, Any]
#: How the files of tables end whose cells are split by tabs.
_TABBED: Final = (".tsv", ".txt")


def read_package(file: str) -> tuple[list[Table], list[str], str]:
    """Read the tables of a data package, its remarks, and its title.

    The title of a resource is that of its table. The legend and other lines beside the tables
    stand in ``remarks`` of the package. Both are as published.

    Raises:
        OSError: A file cannot be opened.
        TableError: The file is no data package, or a resource is no table.
    """
    package = _loaded(file)
    tables: list[Table] = []
    for resource in _listed(package, "resources", file):
        tables += _tables(file, _object(resource, file))
    remarks = _listed(package, "remarks", file) if "remarks" in package else []
    return tables, [str(line) for line in remarks], str(package.get("title", ""))


def _loaded(file: str) -> _Object:
    import json  # noqa: PLC0415 - heavy, and most tables are no JSON

    try:
        loaded: object = json.loads(Path(file).read_bytes())
    except ValueError as error:
        raise table_error("package-json", file=file, detail=error) from error
    return _object(loaded, file)


def _object(value: object, file: str) -> _Object:
    if not isinstance(value, dict):
        raise table_error("package-resources", file=file)
    return cast("_Object", value)


def _listed(package: _Object, name: str, file: str) -> list[object]:
    members: object = package.get(name)
    if not isinstance(members, list):
        raise table_error("package-resources", file=file)
    return cast("list[object]", members)


def _tables(file: str, resource: _Object) -> list[Table]:
    """Read a resource; its path must stay in the folder of the package."""
    path = str(resource.get("path", ""))
    pure = PurePosixPath(path)
    if pure.suffix not in _TABBED or pure.is_absolute() or ".." in pure.parts:
        raise table_error("package-path", file=file, path=path)
    place = str(Path(file).parent / pure)
    rows = read_rows(place, encoding=str(resource.get("encoding", "utf-8")))
    tables, _ = split_tables(rows, place, title=str(resource.get("title", "")))
    if not tables:
        raise table_error("table-no-header", file=place)
    return tables
