"""Frictionless data packages: tables as text files, described by a datapackage.json."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from kpikit.io.source import Request, Source
from kpikit.io.text import read_text
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault
from kpikit.model.codec import new_converter, read

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Package", "read_package"]

#: How the files of tables end, and what splits their cells.
_SEPARATORS: Final = {".csv": ",", ".tsv": "\t", ".txt": "\t"}


def _below(_instance: object, _attribute: object, path: str) -> None:
    pure = PurePosixPath(path)
    if pure.suffix not in _SEPARATORS or pure.is_absolute() or ".." in pure.parts:
        raise FormatError.of_file("", [Fault("package-path", "path", {"path": path})])


@final
@attrs.frozen
class Dialect:
    """How the text of a table is written."""

    #: What splits its cells, where it is not that of its suffix.
    delimiter: str | None = None


@final
@attrs.frozen
class Resource:
    """A table of a package."""

    #: Its file, below the folder of the package.
    path: str = attrs.field(validator=_below)
    #: Its title.
    title: str = ""
    #: How its text is encoded.
    encoding: str = "utf-8"
    #: How its cells are split.
    dialect: Dialect = Dialect()


@final
@attrs.frozen
class Package:
    """What kpikit takes of a data package; the rest of it is for others."""

    #: The tables, in the order of the plan.
    resources: tuple[Resource, ...]
    #: What the plan is called.
    title: str = ""
    #: Lines beside the tables.
    remarks: tuple[str, ...] = ()


def read_package(content: dict[str, Any], request: Request) -> Source:
    """Read the tables of a data package, its remarks, and its title.

    The title of a resource is that of its table. The legend and other lines beside the tables
    stand in ``remarks`` of the package. Both are as published.

    Raises:
        OSError: A file cannot be opened.
        FormatError: The file is no data package; all that is wrong with it is listed.
        TableError: A resource is no table.
    """
    package = read(_converter(), content, Package, file=request.file)
    source = Source(title=package.title, remarks=[*package.remarks])
    for resource in package.resources:
        table = _table(resource, request)
        source.tables += table.tables
        source.chosen += table.chosen
    return source


def _table(resource: Resource, request: Request) -> Source:
    pure = PurePosixPath(resource.path)
    usual = resource.dialect.delimiter or _SEPARATORS[pure.suffix]
    own = attrs.evolve(
        request,
        file=str(Path(request.file).parent / pure),
        encoding=resource.encoding,
        layout=attrs.evolve(request.layout, separator=request.layout.separator or usual),
    )
    return read_text(own, title=resource.title)


@cache
def _converter() -> Converter:
    """Return the converter of packages, which may say more than kpikit takes."""
    return new_converter(others=True)
