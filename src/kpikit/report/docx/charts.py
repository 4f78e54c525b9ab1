"""The charts of a Word file: those of the workbook, each with a small workbook of its own.

Word draws them, so that their text has the fonts of the reader, and people can change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import ZipFile

from kpikit.language.messages import Language
from kpikit.report.docx.package import ChartPart
from kpikit.report.xlsx.chart import Bar, add_chart
from kpikit.report.xlsx.pen import Pen

__all__ = ["Picture", "pictures"]

#: How many lines a chart has at most, so that it stands on one page.
_MOST: Final = 36
#: How many lines shorter it may be, so that the next one begins with a heading.
_NEAR: Final = 6
#: How wide the workbook takes a chart to be, in pixels; in the text it is as wide as a page.
_WIDE: Final = 640
#: How many twentieths of a point a pixel is.
_PIXEL: Final = 15
_CHART: Final = "xl/charts/chart1.xml"
#: Where the workbook is told of: before how the chart alone would be printed, which goes.
_PRINTED: Final = re.compile(r"<c:printSettings>.*?</c:printSettings>", re.DOTALL)
_BOOK: Final = '<c:externalData r:id="book"><c:autoUpdate val="0"/></c:externalData>'


class Picture(NamedTuple):
    """A chart, and how tall it is."""

    part: ChartPart
    #: In twentieths of a point.
    high: int


def pictures(title: str, bars: Sequence[Bar], lang: Language) -> list[Picture]:
    """Draw lines of the common scale, in as many charts as it takes pages."""
    return [_picture(title, each, lang) for each in _pages(bars)]


def _pages(bars: Sequence[Bar]) -> Iterator[Sequence[Bar]]:
    """Part lines into charts of about one size, before a heading where there is one nearby."""
    left = bars
    while len(left) > _MOST:
        even = -(-len(left) // -(-len(left) // _MOST))
        cuts = [at for at in range(even - _NEAR, even + 1) if _begins(left, at)]
        cut = max(cuts, default=even)
        yield left[:cut]
        left = left[cut:]
    if left:
        yield left


def _begins(bars: Sequence[Bar], at: int) -> bool:
    """Whether headings begin at a line."""
    return bars[at].kind is None and bars[at - 1].kind is not None


def _picture(title: str, bars: Sequence[Bar], lang: Language) -> Picture:
    pen = Pen(title, lang)
    drawn, tall = add_chart(pen, bars, _WIDE)
    drawn.set_title({"none": True})
    (sheet,) = pen.book.worksheets()
    sheet.insert_chart(0, len(bars), drawn)
    book = pen.data()
    with ZipFile(BytesIO(book)) as archive:
        chart = archive.read(_CHART).decode()
    chart = _PRINTED.sub("", chart).replace("</c:chartSpace>", f"{_BOOK}</c:chartSpace>")
    return Picture(ChartPart(chart, book), tall * _PIXEL)
