"""Word files (.docx): their lines and tables as they are shown, tracked changes accepted.

The file is read from its beginning to its end, so that no nesting of tables or controls is too
deep. Text boxes stand before the line or table that they are found in, notes behind all else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from posixpath import dirname, join
from typing import Final, final
from zipfile import ZipFile

import attrs

from kpikit.io.archive import DAMAGE, check_archive, damaged
from kpikit.io.document import Document
from kpikit.io.extras import required
from kpikit.io.source import Request, Source
from kpikit.io.spans import Cell, TableRow
from kpikit.io.word_styles import PLAIN_RUN, RunStyle, Styles
from kpikit.io.word_xml import EXTRA, Element, parse
from kpikit.language.errors import TableError
from kpikit.language.marks import NOTE_MARK

__all__ = ["read_word"]

#: What is not read: the second form of a text box, readings of kanji, codes of fields.
_SKIPPED: Final = frozenset(("mc:Fallback", "w:rt", "w:instrText", "w:ffData"))
#: How the names of elements end that say how things were before a change of their form.
_BEFORE: Final = "Change"
_DELETED: Final = frozenset(("w:del", "w:moveFrom"))
_DELETED_TEXT: Final = frozenset(("w:t", "w:delText"))
#: What stands for a character.
_CHARACTERS: Final = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
#: An equation: a character that no cell reads.
_EQUATION: Final = "\N{REPLACEMENT CHARACTER}"
#: The part of the notes → what a note is there.
_NOTES: Final = {"footnotes": "w:footnote", "endnotes": "w:endnote"}


def read_word(request: Request) -> Source:
    """Read the tables of a Word file.

    Raises:
        MissingDependencyError: defusedxml is not here.
        TableError: It is too large, damaged or encrypted, or there is no table in it.
    """
    required("defusedxml", EXTRA)
    check_archive(request.file, request.limits)
    document = Document(request)
    with _damage_told(request.file), ZipFile(request.file) as archive:
        _read_parts(archive, document)
    source = Source()
    document.read(source)
    return source


@contextmanager
def _damage_told(file: str) -> Iterator[None]:
    try:
        yield
    except TableError:
        raise
    except DAMAGE as error:
        raise damaged(file, error) from error


def _read_parts(archive: ZipFile, document: Document) -> None:
    """Read the styles, the text and the notes that it refers to."""
    main = _Main()
    parse(archive.read("_rels/.rels"), main)
    names = set(archive.namelist())
    styles = Styles()
    if (part := main.beside("styles")) in names:
        parse(archive.read(part), styles)
    body = _Body(document, styles)
    parse(archive.read(main.name), body)
    for notes in _NOTES:
        if body.notes and (part := main.beside(notes)) in names:
            parse(archive.read(part), body)


@final
@attrs.define
class _Main:
    """Finds the part of the text."""

    name: str = "word/document.xml"

    def start(self, element: Element) -> None:
        """Take the part that is called the document."""
        if element.values.get("Type", "").endswith("/officeDocument"):
            self.name = element.values.get("Target", "").lstrip("/")

    def end(self, name: str, parents: list[str]) -> None:
        """Take the end of an element, which says nothing here."""

    def data(self, text: str, parents: list[str]) -> None:
        """Take text, which says nothing here."""

    def beside(self, name: str) -> str:
        """Return the part of a name in the same folder."""
        return join(dirname(self.name), f"{name}.xml")


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
class _Body:
    """Takes the elements of the text, and of the notes behind it."""

    document: Document
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
    _asking: int | None = None
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
            self.document.leave_out("deleted", text)
        elif self._skipped is None and kind == "w:t":
            self._say(" ".join(text.split("\n")))

    def _say(self, text: str) -> None:
        """Add text in the style of the open run."""
        shown = self._paragraphs[-1].shown
        if self._quiet is not None:
            return
        if shown.hidden:
            self.document.leave_out("hidden", text)
        else:
            self.document.add(text, struck=bool(shown.struck), raised=bool(shown.raised))

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
                self.document.close_row(deleted=True)

    def _ask(self, element: Element) -> None:
        self._asking = element.depth - 1

    def _start_content(self, element: Element) -> None:
        """Begin the content of a control, which is none if it only asks for some."""
        if self._quiet is None and self._asking == element.depth:
            self._quiet = element.depth
        self._asking = None

    # -- tables --------------------------------------------------------------------------------

    def _start_table(self, _element: Element) -> None:
        self.document.open_table()

    def _start_row(self, _element: Element) -> None:
        self._row = TableRow()
        self.document.open_row(self._row)

    def _indent(self, element: Element) -> None:
        self._row.first += int(element.value)

    def _start_cell(self, _element: Element) -> None:
        self._cell = Cell()
        self.document.open_cell(self._cell)

    def _span(self, element: Element) -> None:
        self._cell.columns = int(element.value)

    def _merge(self, element: Element) -> None:
        self._cell.merged = True
        self._cell.continued = element.value != "restart"

    # -- paragraphs and runs -------------------------------------------------------------------

    def _start_paragraph(self, _element: Element) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_paragraph(self) -> None:
        if not self._paragraphs.pop().joined:
            self.document.end_line()

    def _of_paragraph(self, element: Element) -> None:
        self._paragraphs[-1].style = self.styles.style(element.value)

    def _start_run(self, _element: Element) -> None:
        self._paragraphs[-1].run = self._paragraphs[-1].run_style = PLAIN_RUN

    def _of_run(self, element: Element) -> None:
        paragraph = self._paragraphs[-1]
        paragraph.run = paragraph.run.told(element.name, element.value)
        if element.name == "w:rStyle":
            paragraph.run_style = self.styles.style(element.value)

    def _symbol(self, element: Element) -> None:
        self._say(chr(int(element.values.get("char", "FFFD"), 16)))

    def _equation(self, element: Element) -> None:
        self._say(_EQUATION)
        self._skipped = element.depth

    def _start_box(self, _element: Element) -> None:
        self.document.open_aside()

    # -- notes ---------------------------------------------------------------------------------

    def _refer(self, element: Element) -> None:
        """Add the mark of a note, which is a number unless the text has its own."""
        own = element.values.get("customMarkFollows", "0") not in {"0", "false"}
        mark = "" if own else str(len(self.notes) + 1)
        kind = element.name.removesuffix("Reference")
        self.notes[kind, element.values.get("id", "")] = mark
        self.document.add(mark, raised=True)

    def _start_note(self, element: Element) -> None:
        """Begin a note if the text refers to it."""
        mark = self.notes.get((element.name, element.values.get("id", "")))
        if mark is None:
            self._skipped = element.depth
        else:
            self.document.add(f"{NOTE_MARK}{mark} ")


#: Name of an element → what its start does, and what its end does.
_STARTS: Final[dict[str, Callable[[_Body, Element], None]]] = {
    "w:tbl": _Body._start_table,
    "w:tr": _Body._start_row,
    "w:gridBefore": _Body._indent,
    "w:tc": _Body._start_cell,
    "w:gridSpan": _Body._span,
    "w:vMerge": _Body._merge,
    "w:p": _Body._start_paragraph,
    "w:pStyle": _Body._of_paragraph,
    "w:r": _Body._start_run,
    "w:sym": _Body._symbol,
    "m:oMath": _Body._equation,
    "w:txbxContent": _Body._start_box,
    "w:showingPlcHdr": _Body._ask,
    "w:sdtContent": _Body._start_content,
    "w:footnoteReference": _Body._refer,
    "w:endnoteReference": _Body._refer,
    **dict.fromkeys(_NOTES.values(), _Body._start_note),
}
_ENDS: Final[dict[str, Callable[[_Body], None]]] = {
    "w:p": _Body._end_paragraph,
    "w:tbl": lambda body: body.document.close_table(),
    "w:tr": lambda body: body.document.close_row(),
    "w:tc": lambda body: body.document.close_cell(),
    "w:txbxContent": lambda body: body.document.close_aside(),
}
