"""Frictionless data packages: tables as text files, described by a datapackage.json."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from kpikit.io.document import Document, taken
from kpikit.io.limits import too_large
from kpikit.io.source import Request, Source
from kpikit.io.text import is_separator, read_text
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault
from kpikit.model.codec import new_converter, read

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Package", "read_package", "tables_of"]

#: How the files of tables end, and what splits their cells.
_SEPARATORS: Final = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
#: What no path of a package has: on Windows it would name another folder, drive or stream.
_FORBIDDEN: Final = frozenset("\\:\0")


def _below(_instance: object, _attribute: object, path: str) -> None:
    pure, windows = PurePosixPath(path), PureWindowsPath(path)
    leaves = pure.is_absolute() or windows.anchor or ".." in windows.parts
    if pure.suffix not in _SEPARATORS or leaves or not _FORBIDDEN.isdisjoint(path):
        raise FormatError.of_file("", [Fault("package-path", "path", {"path": path})])


def _separating(_instance: object, _attribute: object, delimiter: str | None) -> None:
    if delimiter is not None and not is_separator(delimiter):
        raise FormatError.of_file("", [Fault("separator-one", "delimiter", {"text": delimiter})])


@final
@attrs.frozen
class Dialect:
    """How the text of a table is written."""

    #: What splits its cells, where it is not that of its suffix.
    delimiter: str | None = attrs.field(default=None, validator=_separating)


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


def _different(_instance: object, _attribute: object, resources: tuple[Resource, ...]) -> None:
    """Refuse a file that stands for two tables: it would be read as often as it is listed."""
    listed = Counter(PurePosixPath(each.path) for each in resources)
    faults = [
        Fault("package-twice", "resources", {"path": str(path)})
        for path, count in listed.items()
        if count > 1
    ]
    if faults:
        raise FormatError.of_file("", faults)


@final
@attrs.frozen
class Package:
    """What kpikit takes of a data package; the rest of it is for others."""

    #: The tables, in the order of the plan.
    resources: tuple[Resource, ...] = attrs.field(validator=_different)
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
    total = 0
    for resource in package.resources:
        document = _document(resource, request)
        total += len(document.data)
        if total > request.limits.size:
            raise too_large(request.file, "size", request.limits.size)
        table = _table(resource, attrs.evolve(request, document=document))
        source.tables += table.tables
        source.chosen += table.chosen
    return source


def tables_of(file: Path) -> list[Path]:
    """Return the files of tables that a data package is of; none of any other file.

    >>> tables_of(Path("measures.csv"))
    []
    """
    if file.suffix.lower() != ".json":
        return []
    try:
        content: Any = json.loads(file.read_bytes())
        package = read(_converter(), content, Package, file=file.name)
    except (OSError, ValueError, RecursionError):
        return []
    return [file.parent / PurePosixPath(each.path) for each in package.resources]


def _document(resource: Resource, request: Request) -> Document:
    """Take in the file of a resource, which lies below the folder of the package."""
    folder = request.document.folder
    if folder is None:
        raise FormatError.told("package-no-folder", file=request.file)
    path = folder / PurePosixPath(resource.path)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise FormatError.told("package-path", path=resource.path)
    return taken(path, request.limits)


def _table(resource: Resource, request: Request) -> Source:
    usual = resource.dialect.delimiter or _SEPARATORS[PurePosixPath(resource.path).suffix]
    own = attrs.evolve(
        request,
        encoding=resource.encoding,
        layout=attrs.evolve(request.layout, separator=request.layout.separator or usual),
    )
    return read_text(own, title=resource.title)


@cache
def _converter() -> Converter:
    """Return the converter of packages, which may say more than kpikit takes."""
    return new_converter(others=True)
