"""Word files and web pages, written by hand for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from kpikit.io.document import Document
from kpikit.io.flow import Flow
from kpikit.io.kinds import Kind
from kpikit.io.task import Task
from kpikit.io.web_page import page_flow
from kpikit.io.word import word_flow

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = {
    "w": W,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

Span: TypeAlias = tuple[int, int, int, int]


def part(body: str, root: str = "document") -> str:
    """Write a part of a Word file."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {names}>{body}</w:{root}>'


def relations(main: str = "word/document.xml") -> str:
    """Write the part that says which part is the text."""
    return (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId2" '
        f'Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{main}"/></Relationships>'
    )


def word_file(folder: Path, body: str, **parts: str) -> Path:
    """Write a Word file of a text and of parts beside it, by their names."""
    path = folder / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations())
        archive.writestr("word/document.xml", part(f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", part(content, name))
    return path


def run(text: str, style: str = "") -> str:
    """Write a run of one style."""
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*runs: str) -> str:
    """Write a paragraph of runs; plain text is one of them."""
    each = (one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{''.join(each)}</w:p>"


def cell(content: str = "", style: str = "") -> str:
    """Write a cell of text or paragraphs."""
    inner = content if content.startswith("<w:") else line(content)
    return f"<w:tc><w:tcPr>{style}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, style: str = "") -> str:
    """Write a row; plain text is a cell."""
    each = (one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{style}</w:trPr>{''.join(each)}</w:tr>"


def table(*rows: str | Iterable[str]) -> str:
    """Write a table; cells are a row."""
    each = (one if isinstance(one, str) else row(*one) for one in rows)
    return f"<w:tbl><w:tblPr/>{''.join(each)}</w:tbl>"


def document(folder: Path, body: str, **parts: str) -> Flow:
    """Read a Word file of a text."""
    return flow_of(word_file(folder, body, **parts))


def flow_of(path: Path) -> Flow:
    """Read a Word file."""
    return word_flow(Task(Kind.WORD, Document(str(path), path.read_bytes())))


def page(html: str) -> Flow:
    """Read a web page."""
    return page_flow(html, Task(Kind.HTML, Document("plan.html")))


def texts(read: Flow) -> dict[tuple[int, int], str]:
    """Return the texts of a grid by row and column, in their order."""
    return dict(sorted(read.grid.texts.items()))


def lines(read: Flow) -> list[str]:
    """Return the texts of a grid in their order."""
    return list(texts(read).values())
