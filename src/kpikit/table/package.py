"""Frictionless data packages: tables as delimited files, described by a datapackage.json."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any, Final

from kpikit.table.blocks import Table, split_tables
from kpikit.table.faults import table_error
from kpikit.table.lines import read_rows

__all__ = ["read_package"]

_MARKS: Final = {".tsv": "\t", ".txt": "\t"}


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
    for resource in _members(package, "resources", file):
        path = str(resource.get("path", "")) if isinstance(resource, dict) else ""
        tables += _tables(file, path, resource)
    remarks = [str(line) for line in package.get("remarks", [])]
    return tables, remarks, str(package.get("title", ""))


def _loaded(file: str) -> dict[str, Any]:
    import json  # noqa: PLC0415 - heavy, and most tables are no JSON

    try:
        loaded = json.loads(Path(file).read_bytes())
    except ValueError as error:
        raise table_error("package-json", file=file, detail=error) from error
    if not isinstance(loaded, dict):
        raise table_error("package-resources", file=file)
    return loaded


def _members(package: dict[str, Any], name: str, file: str) -> list[Any]:
    members = package.get(name)
    if not isinstance(members, list) or not members:
        raise table_error("package-resources", file=file)
    return members


def _tables(file: str, path: str, resource: dict[str, Any]) -> list[Table]:
    """Read a resource; its path must stay in the folder of the package."""
    pure = PurePosixPath(path)
    if pure.suffix not in _MARKS or pure.is_absolute() or ".." in pure.parts:
        raise table_error("package-path", file=file, path=path)
    place = str(Path(file).parent / pure)
    rows = read_rows(place, encoding=str(resource.get("encoding", "utf-8")), mark="\t")
    tables, _ = split_tables(rows, place, title=str(resource.get("title", "")))
    if not tables:
        raise table_error("table-no-header", file=place)
    return tables
