"""Frictionless data packages: tables as text files, described by a datapackage.json."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias, cast

import attrs

from kpikit.io.source import Request, Source
from kpikit.io.text import read_text
from kpikit.table.faults import table_error

__all__ = ["read_package"]

#: A JSON object.
_Object: TypeAlias = dict[str, Any]
#: How the files of tables end.
_SUFFIXES: Final = (".csv", ".tsv", ".txt")


def read_package(package: _Object, request: Request) -> Source:
    """Read the tables of a data package, its remarks, and its title.

    The title of a resource is that of its table. The legend and other lines beside the tables
    stand in ``remarks`` of the package. Both are as published.

    Raises:
        OSError: A file cannot be opened.
        TableError: The file is no data package, or a resource is no table.
    """
    file = request.file
    source = Source(title=str(package.get("title", "")))
    remarks = _listed(package, "remarks", file) if "remarks" in package else []
    source.remarks += [str(line) for line in remarks]
    for resource in _listed(package, "resources", file):
        read = _resource(_object(resource, file), request)
        source.tables += read.tables
        source.chosen += read.chosen
    return source


def _resource(resource: _Object, request: Request) -> Source:
    """Read a resource; its path must stay in the folder of the package."""
    path = str(resource.get("path", ""))
    pure = PurePosixPath(path)
    if pure.suffix not in _SUFFIXES or pure.is_absolute() or ".." in pure.parts:
        raise table_error("package-path", file=request.file, path=path)
    dialect: Any = resource.get("dialect")
    described: _Object = cast("_Object", dialect) if isinstance(dialect, dict) else {}
    usual = "," if pure.suffix == ".csv" else "\t"
    separator = request.layout.separator or str(described.get("delimiter", usual))
    own = attrs.evolve(
        request,
        file=str(Path(request.file).parent / pure),
        encoding=str(resource.get("encoding", "utf-8")),
        layout=attrs.evolve(request.layout, separator=separator),
    )
    return read_text(own, title=str(resource.get("title", "")))


def _object(value: object, file: str) -> _Object:
    if not isinstance(value, dict):
        raise table_error("package-resources", file=file)
    return cast("_Object", value)


def _listed(package: _Object, name: str, file: str) -> list[object]:
    members: object = package.get(name)
    if not isinstance(members, list):
        raise table_error("package-resources", file=file)
    return cast("list[object]", members)
