"""A workbook that people read, fill in and print: text alone, wide enough for Japanese.

Every cell is written as text: nothing is taken for a number, a date, a formula or a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final, final

import attrs

from kpikit.io.extras import required
from kpikit.language.width import width, wrap

__all__ = ["Book", "Page", "wide_enough"]

_FONT: Final = "Yu Gothic"
_SIZE: Final = 10
#: How tall a line of that size is, and what stands around the lines of a row, in points.
_LINE: Final = 15
_AROUND: Final = 4
#: No row of a workbook is taller.
_TALLEST: Final = 400
#: What a cell keeps free at its sides, in half-width characters.
_SIDES: Final = 2
#: No cell, and no list of choices, holds more characters.
_LONGEST: Final = 32_767
_CHOICES: Final = 255
_CUT: Final = "…"
_A4: Final = 9
#: A workbook says the same whenever it is made.
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_BOX: Final = {"border": 1, "border_color": "#B8C1CC"}
#: How each kind of cell looks.
_STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "head": {"bold": True, "bg_color": "#E3EAF2", "valign": "vcenter", "align": "center", **_BOX},
    "cell": {**_BOX},
    #: What people fill in.
    "open": {"bg_color": "#FFF9DB", **_BOX},
    "text": {},
    "title": {"bold": True, "font_size": 14},
}
#: What other programs may take for a formula, once the workbook is saved as text.
_LIKE_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@final
@attrs.define
class Book:
    """A workbook while it is written."""

    #: What it is about, at the top of each printed page.
    title: str
    _held: BytesIO = attrs.field(init=False, factory=BytesIO)
    _book: Any = attrs.field(init=False)
    _formats: dict[tuple[str, bool], Any] = attrs.field(
        init=False, factory=dict[tuple[str, bool], Any]
    )

    def __attrs_post_init__(self) -> None:
        """Open it.

        Raises:
            MissingDependencyError: XlsxWriter is not here.
        """
        never = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")
        options = {"in_memory": True, **dict.fromkeys(never, False)}
        self._book = required("xlsxwriter", "xlsx").Workbook(self._held, options)
        self._book.set_properties({"title": self.title, "created": _EPOCH})

    def page(self, name: str, widths: Sequence[int]) -> Page:
        """Add a sheet whose columns are so many half-width characters wide: A4, landscape."""
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.set_header(f"&L{self.title.replace('&', '&&')}&R&A")
        sheet.set_footer("&C&P / &N")
        for column, wide in enumerate(widths):
            sheet.set_column(column, column, wide)
        return Page(self, sheet, tuple(widths))

    def format(self, kind: str, *, quoted: bool) -> Any:
        """Return a format; a quoted one stays text when the cell is edited."""
        if (kind, quoted) not in self._formats:
            usual = {"font_name": _FONT, "font_size": _SIZE, "valign": "top", "text_wrap": True}
            usual |= {"num_format": "@", "quote_prefix": quoted}
            self._formats[kind, quoted] = self._book.add_format(usual | dict(_STYLES[kind]))
        return self._formats[kind, quoted]

    def data(self) -> bytes:
        """Close it and return its bytes."""
        self._book.close()
        return self._held.getvalue()


@final
@attrs.define
class Page:
    """A sheet, which is written from the top."""

    book: Book
    sheet: Any
    widths: tuple[int, ...]
    #: How many rows it has.
    rows: int = 0

    def add(self, texts: Sequence[str], kinds: str | Sequence[str] = "cell") -> None:
        """Add a row that is as tall as its tallest cell.

        Args:
            texts: The cells.
            kinds: What they are, or what all of them are.
        """
        every = [kinds] * len(texts) if isinstance(kinds, str) else kinds
        for column, (text, kind) in enumerate(zip(texts, every, strict=True)):
            shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}{_CUT}"
            style = self.book.format(kind, quoted=shown.startswith(_LIKE_FORMULA))
            if shown:
                self.sheet.write_string(self.rows, column, shown, style)
            else:
                self.sheet.write_blank(self.rows, column, None, style)
        lines = [_lines(text, wide) for text, wide in zip(texts, self.widths, strict=False)]
        self.sheet.set_row(self.rows, min(_LINE * max(lines, default=1) + _AROUND, _TALLEST))
        self.rows += 1

    def head(self, texts: Sequence[str]) -> None:
        """Add the row of headings, which stays when the sheet is scrolled or printed."""
        self.add(texts, "head")
        self.sheet.freeze_panes(self.rows, 0)
        self.sheet.repeat_rows(self.rows - 1)

    def choices(self, column: int, first: int, words: Sequence[str], *, last: int) -> None:
        """Offer words for the cells of a column; other ones may be written, too."""
        kept = [word for at, word in enumerate(words) if len(",".join(words[: at + 1])) <= _CHOICES]
        if kept and last >= first:
            offer = {"validate": "list", "source": kept, "show_error": False}
            self.sheet.data_validation(first, column, last, column, offer)


def _lines(text: str, wide: int) -> int:
    """Return how many lines a text takes in a column."""
    return sum(len(wrap(line, max(2, wide - _SIDES))) for line in text.split("\n"))


def wide_enough(texts: Sequence[str], *, least: int, most: int) -> int:
    """Return how wide a column must be for texts, within limits.

    >>> wide_enough(["指標名", "窓口の利用率"], least=8, most=30)
    14
    """
    longest = max((width(line) for text in texts for line in text.split("\n")), default=0)
    return min(max(longest + _SIDES, least), most)
