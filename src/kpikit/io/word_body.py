"""The elements of a Word file: what each is for a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, final

import attrs

from kpikit.io.elements import Element
from kpikit.io.flow import Flow
from kpikit.io.run_style import PLAIN_RUN, RunStyle
from kpikit.io.runs import EQUATION
from kpikit.io.spans import Cell, TableRow
from kpikit.io.word_styles import Styles, told
from kpikit.language.marks import NOTE_MARK

__all__ = ["Body"]

#: What is not read: the second form of a text box, readings of kanji, codes of fields.
_SKIPPED: Final = frozenset(("mc:Fallback", "w:rt", "w:instrText", "w:ffData"))
#: How the names of elements end that say how things were before a change of their form.
_BEFORE: Final = "Change"
_DELETED: Final = frozenset(("w:del", "w:moveFrom"))
_DELETED_TEXT: Final = frozenset(("w:t", "w:delText"))
#: Where fonts of symbols have their characters: the private ones, or those of Latin letters.
_SYMBOLS: Final = (*range(0x20, 0x100), *range(0xF000, 0xF100))
#: What stands for a character.
_CHARACTERS: Final = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}


@attrs.define
class _Paragraph:
    """A paragraph that is open."""

    #: The style of the paragraph, and that of the open run; what the run itself says.
    style: RunStyle = PLAIN_RUN
    run_style: RunStyle = PLAIN_RUN
    run: RunStyle = PLAIN_RUN
    #: Whether its end was deleted.
    joined: bool = False

    @property
    def shown(self) -> RunStyle:
        return self.run.over(self.run_style.over(self.style))


@final
@attrs.define
class Body:
    """Takes the elements of the text, and of the notes behind it."""

    flow: Flow
    styles: Styles
    #: The notes that the text refers to, by kind and name, and the mark of each.
    notes: dict[tuple[str, str], str] = attrs.field(factory=dict[tuple[str, str], str])
    _paragraphs: list[_Paragraph] = attrs.field(factory=lambda: [_Paragraph()])
    _row: TableRow = attrs.field(factory=TableRow)
    _cell: Cell = attrs.field(factory=Cell)
    #: How deep the element is that is skipped, and whether it was deleted.
    _skipped: int | None = None
    _deleted: bool = False
    #: How deep the control is whose text only asks for some, and its content.
    asking: int | None = None
    _quiet: int | None = None

    def start(self, element: Element) -> None:
        """Take the start of an element."""
        name = element.name
        if self._skipped is not None:
            return
        if name in _SKIPPED or name.endswith(_BEFORE):
            self._skipped = element.depth
        elif name in _DELETED:
            self._delete(element)
        elif name in _CHARACTERS:
            self._say(_CHARACTERS[name] if element.parents[-1] == "w:r" else "")
        elif element.parents[-2:] == ["w:r", "w:rPr"]:
            self._of_run(element)
        elif name in _STARTS:
            _STARTS[name](self, element)

    def end(self, name: str, parents: list[str]) -> None:
        """Take the end of an element."""
        if self._skipped is not None:
            self._end_skipped(name, len(parents))
        elif name in _ENDS:
            _ENDS[name](self)
        elif self._quiet == len(parents):
            self._quiet = None

    def data(self, text: str, parents: list[str]) -> None:
        """Take text."""
        kind = parents[-1]
        if self._deleted and kind in _DELETED_TEXT:
            self.flow.leave_out("deleted", text)
        elif self._skipped is None and kind == "w:t":
            self._say(" ".join(text.split("\n")))

    def _say(self, text: str) -> None:
        """Add text in the style of the open run."""
        shown = self._paragraphs[-1].shown
        if self._quiet is not None:
            return
        if shown.hidden:
            self.flow.leave_out("hidden", text)
        else:
            self.flow.add(text, struck=bool(shown.struck), raised=bool(shown.raised))

    # -- what is left out ----------------------------------------------------------------------

    def _delete(self, element: Element) -> None:
        """Leave out what was deleted: runs, the row, or the end of the paragraph."""
        match element.parents[-2:]:
            case ["w:pPr", "w:rPr"]:
                self._paragraphs[-1].joined = True
            case ["w:tr", "w:trPr"]:
                self._skipped, self._deleted = element.depth - 2, True
            case _:
                self._skipped, self._deleted = element.depth, True

    def _end_skipped(self, name: str, depth: int) -> None:
        if self._skipped == depth:
            self._skipped, self._deleted = None, False
            if name == "w:tr":
                self.flow.close_row(deleted=True)

    def ask(self, element: Element) -> None:
        """Note that the text of a control only asks for some."""
        self.asking = element.depth - 1

    def start_content(self, element: Element) -> None:
        """Begin the content of a control, which is none if it only asks for some."""
        if self._quiet is None and self.asking == element.depth:
            self._quiet = element.depth
        self.asking = None

    # -- tables --------------------------------------------------------------------------------

    def start_table(self, _element: Element) -> None:
        """Begin a table."""
        self.flow.open_table()

    def start_row(self, _element: Element) -> None:
        """Begin a row."""
        self._row = TableRow()
        self.flow.open_row(self._row)

    def indent(self, element: Element) -> None:
        """Take how many columns are left out before the first cell."""
        self._row.first += int(element.value)

    def start_cell(self, _element: Element) -> None:
        """Begin a cell."""
        self._cell = Cell()
        self.flow.open_cell(self._cell)

    def span(self, element: Element) -> None:
        """Take how many columns the open cell covers."""
        self._cell.columns = int(element.value)

    def merge(self, element: Element) -> None:
        """Take whether the open cell is one with those above or below."""
        self._cell.merged = True
        self._cell.continued = element.value != "restart"

    # -- paragraphs and runs -------------------------------------------------------------------

    def start_paragraph(self, _element: Element) -> None:
        """Begin a paragraph."""
        self._paragraphs.append(_Paragraph())

    def end_paragraph(self) -> None:
        """End a paragraph."""
        if not self._paragraphs.pop().joined:
            self.flow.end_line()

    def of_paragraph(self, element: Element) -> None:
        """Take the style of the open paragraph."""
        self._paragraphs[-1].style = self.styles.style(element.value)

    def start_run(self, _element: Element) -> None:
        """Begin a run."""
        self._paragraphs[-1].run = self._paragraphs[-1].run_style = PLAIN_RUN

    def _of_run(self, element: Element) -> None:
        paragraph = self._paragraphs[-1]
        paragraph.run = told(paragraph.run, element.name, element.value)
        if element.name == "w:rStyle":
            paragraph.run_style = self.styles.style(element.value)

    def symbol(self, element: Element) -> None:
        """Add a character of a font of symbols."""
        code = int(element.values.get("char", ""), 16)
        self._say(chr(code) if code in _SYMBOLS else EQUATION)

    def equation(self, element: Element) -> None:
        """Add what stands for an equation, and skip it."""
        self._say(EQUATION)
        self._skipped = element.depth

    def start_box(self, _element: Element) -> None:
        """Begin a text box."""
        self.flow.open_aside()

    # -- notes ---------------------------------------------------------------------------------

    def refer(self, element: Element) -> None:
        """Add the mark of a note, which is a number unless the text has its own."""
        own = element.values.get("customMarkFollows", "0") not in {"0", "false"}
        mark = "" if own else str(len(self.notes) + 1)
        kind = element.name.removesuffix("Reference")
        self.notes[kind, element.values.get("id", "")] = mark
        self.flow.add(mark, raised=True)

    def start_note(self, element: Element) -> None:
        """Begin a note if the text refers to it."""
        mark = self.notes.get((element.name, element.values.get("id", "")))
        if mark is None:
            self._skipped = element.depth
        else:
            self.flow.add(f"{NOTE_MARK}{mark} ")


#: Name of an element → what its start does, and what its end does.
_STARTS: Final[dict[str, Callable[[Body, Element], None]]] = {
    "w:tbl": Body.start_table,
    "w:tr": Body.start_row,
    "w:gridBefore": Body.indent,
    "w:tc": Body.start_cell,
    "w:gridSpan": Body.span,
    "w:vMerge": Body.merge,
    "w:p": Body.start_paragraph,
    "w:pStyle": Body.of_paragraph,
    "w:r": Body.start_run,
    "w:sym": Body.symbol,
    "m:oMath": Body.equation,
    "w:txbxContent": Body.start_box,
    "w:showingPlcHdr": Body.ask,
    "w:sdtContent": Body.start_content,
    "w:footnoteReference": Body.refer,
    "w:endnoteReference": Body.refer,
    "w:footnote": Body.start_note,
    "w:endnote": Body.start_note,
}
_ENDS: Final[dict[str, Callable[[Body], None]]] = {
    "w:p": Body.end_paragraph,
    "w:tbl": lambda body: body.flow.close_table(),
    "w:tr": lambda body: body.flow.close_row(),
    "w:tc": lambda body: body.flow.close_cell(),
    "w:txbxContent": lambda body: body.flow.close_aside(),
}
