"""What writes into the sheets of a workbook: text that stays text, numbers, and formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final, final

import attrs

from kpikit.io.extras import required
from kpikit.judging.standing import Pace
from kpikit.language.messages import Language
from kpikit.language.pattern import pattern
from kpikit.language.width import width
from kpikit.model.verdict import Verdict
from kpikit.report.markup import safe
from kpikit.report.rows import COLOURS, verdict_words
from kpikit.report.xlsx.figures import PLAIN, Figure

__all__ = ["FONT", "Pen", "column_width", "line_count", "set_height", "set_widths"]

#: No cell of a workbook holds more characters.
_LONGEST: Final = 32767
_NAME_LENGTH: Final = 31
_NOT_IN_NAMES: Final = pattern(r"[\[\]:*?/\\']")
#: What other programs may take for a formula, once the workbook is saved as text.
_LIKE_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
#: The font of all sheets; where it is not installed, spreadsheets take one for Japanese.
FONT: Final = "Yu Gothic"
#: A spreadsheet has room for a few hundred formats: units beyond are shown without.
_MOST_FORMS: Final = 150
_A4: Final = 9
#: How tall a line is, and a row at most, in points.
_LINE: Final = 14
_TALLEST: Final = 400
#: How tall the row of a title is.
_TITLE: Final = 24
_NARROW: Final = 6
#: The verdict that a pace goes with.
_OPEN: Final = Verdict.NOT_DUE
#: A workbook says the same whenever it is made.
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
#: What a spreadsheet must not mark with a green corner: text is meant, and so are formulas.
_MEANT: Final = ("number_stored_as_text", "two_digit_text_year", "formula_differs")
_LAST_CELL: Final = "A1:XFD1048576"

_BOX: Final = {"border": 1, "border_color": "#d3d9e0"}
_HEAD: Final = {"bg_color": "#e9edf2", "border": 1, "border_color": "#b8c1cc", "valign": "vcenter"}
_FORMATS: Final[Mapping[str, Mapping[str, Any]]] = {
    "cell": {"text_wrap": True, **_BOX},
    "head": {"bold": True, "text_wrap": True, **_HEAD},
    "title": {"bold": True, "font_size": 14},
    "answer": {"bold": True, "font_size": 12, "text_wrap": True, "valign": "vcenter"},
    "group": {"bold": True, "bg_color": "#f5f6f8", **_BOX},
    "label": {"bold": True},
    "plain": {},
    "wrapped": {"text_wrap": True},
    "share": {"indent": 1, **_BOX},
    "number": {"align": "right", **_BOX},
    "count": {"align": "center", "bold": True, "font_size": 16, "valign": "vcenter", **_BOX},
}


@final
@attrs.define
class Pen:
    """Writes into the sheets of a workbook, in a few formats."""

    #: What the workbook is called.
    title: str
    #: The language of all but the published cells.
    lang: Language
    #: The workbook.
    book: Any = attrs.field(init=False)
    _held: BytesIO = attrs.field(init=False, factory=BytesIO)
    _names: set[str] = attrs.field(init=False, factory=set[str])
    _forms: set[str] = attrs.field(init=False, factory=set[str])
    _formats: dict[tuple[str, str, bool], Any] = attrs.field(
        init=False, factory=dict[tuple[str, str, bool], Any]
    )

    def __attrs_post_init__(self) -> None:
        """Open it.

        Raises:
            MissingDependencyError: xlsxwriter is not installed (``kpikit[xlsx]``).
        """
        never = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")
        options = {"in_memory": True, **dict.fromkeys(never, False)}
        self.book = required("xlsxwriter", "xlsx").Workbook(self._held, options)
        self.book.set_properties({"title": safe(self.title), "created": _EPOCH})

    def data(self) -> bytes:
        """Close the workbook and return its bytes."""
        self.book.close()
        return self._held.getvalue()

    def sheet(self, title: str, *, upright: bool = False) -> Any:
        """Add a sheet for A4 paper whose name is *title*, as far as a name may be that."""
        name = _NOT_IN_NAMES.sub(" ", safe(title)).replace("\n", " ").strip()[:_NAME_LENGTH]
        first, tried = name or "-", 1
        name = first
        while name.casefold() in self._names:
            tried += 1
            name = f"{first[: _NAME_LENGTH - 4]} {tried}"
        self._names.add(name.casefold())
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        if upright:
            sheet.set_portrait()
        else:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.set_header(f"&L{safe(self.title).replace('&', '&&')[:120]}&R&A")
        sheet.set_footer("&C&P / &N")
        sheet.ignore_errors(dict.fromkeys(_MEANT, _LAST_CELL))
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: str, kind: str = "cell") -> None:
        """Write text, and nothing but text."""
        shown = shown_text(text)
        style = self.format(kind, quoted=shown.startswith(_LIKE_FORMULA))
        sheet.write_string(row, column, shown, style)

    def number(self, sheet: Any, row: int, column: int, figure: Figure, kind: str) -> None:
        """Write a number in its own format."""
        sheet.write_number(row, column, figure.number, self.format(kind, self._form(figure.form)))

    def formula(
        self, sheet: Any, row: int, column: int, formula: str, result: Decimal | None, form: str
    ) -> None:
        """Write a formula with what it comes to, which is nothing where there is no *result*."""
        value = "" if result is None else float(result)
        sheet.write_formula(row, column, formula, self.format("plain", self._form(form)), value)

    def table(
        self, sheet: Any, head: int, headings: Sequence[str], *, last: int, filtered: bool = True
    ) -> None:
        """Make what is written a table of the spreadsheet, from its row of headings on."""
        style = self.format("head")
        columns = [{"header": shown_text(each), "header_format": style} for each in headings]
        options = {"style": None, "autofilter": filtered, "columns": columns}
        sheet.add_table(head, 0, last, len(headings) - 1, options)

    def title_row(self, sheet: Any, text: str) -> None:
        """Write the title of a sheet, in a row that is tall enough for it."""
        sheet.set_row(0, _TITLE)
        self.text(sheet, 0, 0, text, "title")

    def line(
        self, sheet: Any, down: int, texts: Sequence[str], widths: Sequence[float], kind: str
    ) -> None:
        """Write a row of text, as tall as its tallest cell."""
        for column, text in enumerate(texts):
            self.text(sheet, down, column, text, kind)
        set_height(sheet, down, texts, widths)

    def format(self, kind: str, form: str = PLAIN, *, quoted: bool = False) -> Any:
        """Return a format; a quoted one stays text when the cell is edited."""
        found = self._formats.get((kind, form, quoted))
        if found is None:
            settings = {"font_name": FONT, "font_size": 10, "valign": "top", "num_format": form}
            settings |= {**_FORMATS[kind], **({"quote_prefix": True} if quoted else {})}
            found = self._formats[kind, form, quoted] = self.book.add_format(settings)
        return found

    def coloured(self, sheet: Any, area: tuple[int, int, int, int]) -> None:
        """Colour verdicts by what the cells say, so that who corrects one changes its colour."""
        words = [(verdict, verdict_words(verdict, self.lang)) for verdict in COLOURS]
        words += [(_OPEN, verdict_words(_OPEN, self.lang, pace)) for pace in Pace]
        for verdict, told in words:
            ink, paper = COLOURS[verdict]
            style = self.book.add_format({"font_color": ink, "bg_color": paper, "bold": True})
            rule = {"type": "cell", "criteria": "==", "value": f'"{told}"', "format": style}
            sheet.conditional_format(*area, rule)

    def _form(self, form: str) -> str:
        """Return a number format, the plain one where there are too many others."""
        if form not in self._forms and len(self._forms) >= _MOST_FORMS:
            return PLAIN
        self._forms.add(form)
        return form


def shown_text(text: str) -> str:
    """Return text as a cell may hold it, cut with a mark where it is too long."""
    if text.isprintable() and len(text) <= _LONGEST:
        return text  # most of it: one look is enough
    shown = safe(text).replace("\r", "\n")
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def set_widths(sheet: Any, widths: Sequence[float]) -> None:
    """Set how wide the columns are."""
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)


def set_height(sheet: Any, down: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make a row as tall as its tallest cell."""
    lines = [line_count(text, wide) for text, wide in zip(texts, widths, strict=False)]
    sheet.set_row(down, min(_LINE * max(lines, default=1) + 3, _TALLEST))


def line_count(text: str, wide: float) -> int:
    """Return how many lines a text takes in a column."""
    return sum(max(1, -(-width(line) // int(wide - 1))) for line in text.split("\n"))


def column_width(texts: Sequence[str], widest: int) -> float:
    """Return how wide a column must be for texts, within limits."""
    longest = max(width(line) for text in texts for line in text.split("\n"))
    return min(max(longest + 2, _NARROW), widest)
