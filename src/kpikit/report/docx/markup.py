"""Paragraphs, tables and pictures of a Word file, as its XML has them; all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from kpikit.report.markup import escape

__all__ = ["INNER", "Cell", "chart", "paragraph", "table"]

#: How wide the text of a page is: A4 less margins of 20 mm, in twentieths of a point.
INNER: Final = 9638
_EMU: Final = 635
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'


class Cell(NamedTuple):
    """A cell of a table."""

    #: What it says.
    text: str
    #: The style of its paragraph.
    style: str = "Cell"
    #: What stands behind it, as six digits; ``""`` if nothing.
    fill: str = ""
    #: The colour of its text; ``""`` for the usual one.
    ink: str = ""
    #: How many columns it takes.
    span: int = 1


def paragraph(text: str, style: str, *, ink: str = "", follows: bool = False) -> str:
    """Write a paragraph.

    Args:
        text: What it says; line ends stay.
        style: The name of its style.
        ink: The colour of its text, as six digits.
        follows: Whether it stays on the page of what follows it.

    >>> paragraph("達成 & 未達成", "Cell")[-56:]
    '<w:t xml:space="preserve">達成 &amp; 未達成</w:t></w:r></w:p>'
    """
    kept = "<w:keepNext/>" if follows else ""
    colour = f'<w:rPr><w:color w:val="{ink}"/></w:rPr>' if ink else ""
    shown = escape(text.replace("\t", " ")).replace("\n", _BREAK)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>'
        f'<w:r>{colour}<w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'
    )


def table(
    rows: Iterable[Sequence[Cell]],
    shares: Sequence[float],
    *,
    heads: int = 1,
    followed: Iterable[int] = (),
) -> str:
    """Write a table that is as wide as the page.

    Args:
        rows: Its rows.
        shares: How wide its columns are, beside one another.
        heads: How many rows come again at the top of each page.
        followed: The rows that stay on the page of the next one, counted from 0.
    """
    whole = sum(shares)
    widths = [round(INNER * share / whole) for share in shares]
    kept = set(followed)
    written = "".join(
        _row(row, widths, is_head=at < heads, follows=at < heads or at in kept)
        for at, row in enumerate(rows)
    )
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
    )


def _row(cells: Sequence[Cell], widths: Sequence[int], *, is_head: bool, follows: bool) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    written: list[str] = []
    at = 0
    for cell in cells:
        written.append(_cell(cell, sum(widths[at : at + cell.span]), follows=follows))
        at += cell.span
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(written)}</w:tr>"


def _cell(cell: Cell, wide: int, *, follows: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    text = paragraph(cell.text, cell.style, ink=cell.ink, follows=follows)
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{fill}</w:tcPr>{text}</w:tc>'


def chart(number: int, high: int, title: str, described: str) -> str:
    """Write the place of a chart, which is a part of its own.

    Args:
        number: Which chart it is, from 1.
        high: How tall it is, in twentieths of a point; it is as wide as the page.
        title: What it is called.
        described: What it shows, in words.
    """
    return (
        '<w:p><w:pPr><w:pStyle w:val="Chart"/></w:pPr><w:r><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{INNER * _EMU}" cy="{high * _EMU}"/>'
        f'<wp:docPr id="{number}" name="{escape(title)}" descr="{escape(described)}"/>'
        "<wp:cNvGraphicFramePr/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="chart{number}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
