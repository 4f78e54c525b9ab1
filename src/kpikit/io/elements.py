"""The elements of a part of a document in their order, by short names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, Protocol, final

import attrs

from kpikit.io.extras import required

__all__ = ["Element", "Reader", "parse"]

#: Namespace → how it is called here; the second of each kind is that of the strict form.
_PREFIXES: Final = {
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "{http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office:",
    "{urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style:",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table:",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text:",
}


@final
class Element(NamedTuple):
    """The start of an element."""

    #: Its short name: ``w:tbl``.
    name: str
    #: Its attributes by their names without a namespace.
    values: Mapping[str, str]
    #: What it stands in, from the root; the list changes with what is read.
    parents: list[str]

    @property
    def value(self) -> str:
        """What its attribute ``val`` says."""
        return self.values.get("val", "")

    @property
    def depth(self) -> int:
        """In how many elements it stands."""
        return len(self.parents)


class Reader(Protocol):
    """What takes the elements of a part."""

    def start(self, element: Element) -> None:
        """Take the start of an element."""
        ...

    def end(self, name: str, parents: list[str]) -> None:
        """Take the end of an element."""
        ...

    def data(self, text: str, parents: list[str]) -> None:
        """Take text of the innermost element."""
        ...


@final
@attrs.define
class _Target:
    """Keeps the names of the elements that are open."""

    reader: Reader
    parents: list[str] = attrs.field(factory=list[str])

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        name = _name(tag)
        local = {key.rpartition("}")[2]: value for key, value in values.items()}
        self.reader.start(Element(name, local, self.parents))
        self.parents.append(name)

    def end(self, _tag: str) -> None:
        name = self.parents.pop()
        self.reader.end(name, self.parents)

    def data(self, text: str) -> None:
        self.reader.data(text, self.parents)


def _name(tag: str) -> str:
    """Return the short name of an element: ``w:tbl``."""
    space, _, name = tag.rpartition("}")
    return _PREFIXES.get(space, "") + name


def parse(data: bytes, reader: Reader, extra: str) -> None:
    """Give all elements of a part to a reader.

    Args:
        data: The part.
        reader: What takes them.
        extra: The extra that installs what reads XML safely.

    Raises:
        MissingDependencyError: That is not here.
        SyntaxError: It is no XML.
        ValueError: It declares a document type or entities.
    """
    library: Any = required("defusedxml.ElementTree", extra)
    parser = library.DefusedXMLParser(target=_Target(reader), forbid_dtd=True)
    parser.feed(data)
    parser.close()
