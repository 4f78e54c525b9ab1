"""Frictionless data packages: tables as text files, described by a datapackage.json."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

import attrs

from kpikit.io.source import Request, Source
from kpikit.io.text import read_text
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault

__all__ = ["read_package"]

#: How the files of tables end, and what splits their cells.
_SEPARATORS: Final = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
#: The fault of what is of another kind.
_WANTED: Final[dict[Any, str]] = {str: "wanted-text", list: "wanted-list", dict: "wanted-object"}
#: What stands for a member that is not there.
_ABSENT: Final = object()


class _Resource(NamedTuple):
    """A table of a package, as far as kpikit takes it; the rest of it is for others."""

    #: Its file, below the folder of the package.
    path: str
    #: Its title.
    title: str
    #: How its text is encoded.
    encoding: str
    #: What splits its cells, ``""`` where it is that of its suffix.
    delimiter: str


class _Checked:
    """Takes what a package says, and keeps what is wrong with it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def text(self, given: Any, path: str) -> str:
        """Return a text that stands somewhere, an empty one where there is none."""
        found: str = given if self._is(str, given, path) else ""
        return found

    def listed(self, given: Any, path: str) -> list[tuple[Any, str]]:
        """Return what a list holds, each with its place."""
        listed: list[Any] = given if self._is(list, given, path) else []
        return [(each, f"{path}[{at}]") for at, each in enumerate(listed)]

    def members(self, given: Any, path: str) -> dict[str, Any]:
        """Return the members of an object."""
        found: dict[str, Any] = given if self._is(dict, given, path) else {}
        return found

    def _is(self, kind: Any, given: object, path: str) -> bool:
        if type(given) is not kind:
            code = "wanted-there" if given is _ABSENT else _WANTED[kind]
            self.faults.append(Fault(code, path))
        return type(given) is kind

    def resource(self, given: Any, path: str) -> _Resource:
        """Return a table."""
        count = len(self.faults)
        table = self.members(given, path)
        if len(self.faults) > count:
            return _Resource("", "", "", "")
        file = self.text(table.get("path", _ABSENT), f"{path}.path")
        title = self.text(table.get("title", ""), f"{path}.title")
        encoding = self.text(table.get("encoding", "utf-8"), f"{path}.encoding")
        dialect = self.members(table.get("dialect", {}), f"{path}.dialect")
        delimiter = self.text(dialect.get("delimiter", ""), f"{path}.dialect.delimiter")
        pure = PurePosixPath(file)
        is_below = pure.suffix in _SEPARATORS and not pure.is_absolute() and ".." not in pure.parts
        if len(self.faults) == count and not is_below:
            self.faults.append(Fault("package-path", f"{path}.path", {"path": file}))
        return _Resource(file, title, encoding, delimiter)


def read_package(content: dict[str, Any], request: Request) -> Source:
    """Read the tables of a data package, its remarks, and its title.

    The title of a resource is that of its table. The legend and other lines beside the tables
    stand in ``remarks`` of the package. Both are as published. It is checked here by hand, since
    what reads other files of a form is slow to start.

    Raises:
        OSError: A file cannot be opened.
        FormatError: The file is no data package; all that is wrong with it is listed.
        TableError: A resource is no table.
    """
    checked = _Checked()
    resources = [
        checked.resource(*each) for each in checked.listed(content["resources"], "resources")
    ]
    title = checked.text(content.get("title", ""), "title")
    remarks = [
        checked.text(*each) for each in checked.listed(content.get("remarks", []), "remarks")
    ]
    if checked.faults:
        raise FormatError.of_file(request.file, checked.faults)
    source = Source(title=title, remarks=remarks)
    for resource in resources:
        table = _table(resource, request)
        source.tables += table.tables
        source.chosen += table.chosen
    return source


def _table(resource: _Resource, request: Request) -> Source:
    pure = PurePosixPath(resource.path)
    usual = resource.delimiter or _SEPARATORS[pure.suffix]
    own = attrs.evolve(
        request,
        file=str(Path(request.file).parent / pure),
        encoding=resource.encoding,
        layout=attrs.evolve(request.layout, separator=request.layout.separator or usual),
    )
    return read_text(own, title=resource.title)
