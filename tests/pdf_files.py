"""Writes PDF files for tests: characters of a standard Japanese font, rules and boxes.

Places count from the upper left corner, in points, as they do where the files are read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from kpikit.io.child import sheets_of
from kpikit.io.document import Document
from kpikit.io.kinds import Kind
from kpikit.io.task import Task

__all__ = ["Paper", "pdf_bytes", "write_pdf"]

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H"
    b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>"
    b" /DW 1000 /W [1 94 500 231 632 500]"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4"
    b" /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880"
    b" /StemV 80 >> >>] >>"
)
#: A picture of one black point.
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8 /Length 1 >> stream\n\0\nendstream"
)


@attrs.define
class Paper:
    """A page that is written on."""

    width: float = 600
    height: float = 800
    #: By how many degrees the page is shown turned.
    rotate: int = 0
    content: list[str] = attrs.field(factory=list[str])
    #: The content of a form, which is drawn by ``/Form Do``.
    form: str = ""
    #: The content of a field that is filled in.
    filled: str = ""

    def raw(self, operators: str) -> None:
        """Add operators as they are."""
        self.content.append(operators)

    def text(self, x: float, y: float, text: str, *, size: float = 10, spread: float = 0) -> None:
        """Write a line whose characters begin at *x*, with their middle *y* from the top."""
        base = self.height - y - 0.38 * size
        code = text.encode("utf-16-be").hex()
        self.raw(f"BT /F {size} Tf {spread} Tc 1 0 0 1 {x} {base} Tm <{code}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a rule as a stroke."""
        self.raw(f"{x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: str = "f") -> None:
        """Draw a box, filled (``f``) or with a rule around it (``S``)."""
        self.raw(f"{x0} {self.height - y1} {x1 - x0} {y1 - y0} re {paint}")

    def table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        x: float = 50,
        y: float = 100,
        widths: Sequence[float] = (),
        height: float = 20,
    ) -> float:
        """Draw a table and return where it ends.

        A cell ``^`` is covered by the one above, a cell ``<`` by the one to its left, and a line
        end in a text is one in the cell.
        """
        widths = widths or [100] * len(rows[0])
        xs = [x + sum(widths[:at]) for at in range(len(widths) + 1)]
        bottom = y + height * len(rows)
        self.box(xs[0], y, xs[-1], bottom, "S")
        for row, cells in enumerate(rows):
            top = y + row * height
            for column, text in enumerate(cells):
                if row and text != "^":
                    self.line(xs[column], top, xs[column + 1], top)
                if column and text != "<":
                    self.line(xs[column], top, xs[column], top + height)
                lines = text.strip("^<").split("\n")
                for number, part in enumerate(lines):
                    middle = top + height * (number + 1) / (len(lines) + 1)
                    if part:
                        self.text(xs[column] + 3, middle, part)
        return bottom


def pdf_bytes(pages: Iterable[Paper]) -> bytes:
    """Return the file of some pages."""
    bodies = [b"", b"", _FONT, _PICTURE]
    kids: list[int] = []
    fields: list[int] = []
    for paper in pages:
        first = len(bodies) + 1
        bodies += [_stream(b"", "\n".join(paper.content)), _form(paper, paper.form)]
        if paper.filled:
            fields.append(len(bodies) + 2)
            bodies += [_form(paper, paper.filled), _field(paper, len(bodies) + 1)]
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> /XObject << /Form %d 0 R /Picture 4 0 R >> >>"
            b" /Annots [%s] >>"
            % (
                *(paper.width, paper.height, paper.rotate, first, first + 1),
                b"%d 0 R" % fields[-1] if paper.filled else b"",
            )
        )
        kids.append(len(bodies))
    form = b" /AcroForm << /Fields [%s] >>" % _listed(fields) if fields else b""
    bodies[0] = b"<< /Type /Catalog /Pages 2 0 R%s >>" % form
    bodies[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (_listed(kids), len(kids))
    return _file(bodies)


def _file(bodies: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF" % (size, table, size, len(data))
    )


def _listed(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _stream(entries: bytes, content: str) -> bytes:
    packed = zlib.compress(content.encode())
    head = b"<< %s /Length %d /Filter /FlateDecode >>" % (entries, len(packed))
    return b"%s stream\n%s\nendstream" % (head, packed)


def _form(paper: Paper, content: str) -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 %g %g] /Resources << /Font << /F 3 0 R >> >>"
    )
    return _stream(entries % (paper.width, paper.height), content)


def _field(paper: Paper, look: int) -> bytes:
    """Return a field as large as the page that looks like a form."""
    return (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /F 4 /Rect [0 0 %g %g]"
        b" /AP << /N %d 0 R >> >>" % (paper.width, paper.height, look)
    )


def write_pdf(path: Path, *pages: Paper) -> Path:
    """Write a file of some pages."""
    path.write_bytes(pdf_bytes(pages))
    return path


def rows_of_page(folder: Path, paper: Paper) -> list[list[str]]:
    """Return the texts of the first page, row by row."""
    path = write_pdf(folder / "plan.pdf", paper)
    task = Task(Kind.PDF, Document(path.name, path.read_bytes()))
    texts = next(sheet.grid.texts for sheet in sheets_of(task))
    height, width = (max(at) for at in zip(*texts, strict=True))
    return [
        [texts.get((row, column), "") for column in range(1, width + 1)]
        for row in range(1, height + 1)
    ]
