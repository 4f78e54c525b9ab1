"""Web pages (.html): their lines and tables as a browser shows them, without its scripts.

Style sheets are asked for two things only, whether a class strikes out or raises its text.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final, final

import attrs

from kpikit.io.archive import damaged
from kpikit.io.flow import Flow
from kpikit.io.flow_tables import add_tables
from kpikit.io.kinds import Kind
from kpikit.io.runs import EQUATION
from kpikit.io.source import Request, Source
from kpikit.io.spans import Cell, TableRow
from kpikit.io.task import Task
from kpikit.io.text import decoded
from kpikit.io.web_elements import (
    BLOCKS,
    FORMATTING,
    HEADINGS,
    SILENT,
    VOID,
    Element,
    Shown,
    shown_by,
)
from kpikit.language.errors import TableError
from kpikit.language.pattern import pattern
from kpikit.model.plan import Chosen

__all__ = ["page_flow", "read_web_page"]

#: How far into a page its encoding is looked for, and where it stands.
_HEAD: Final = 4096
_ORDER_MARKS: Final = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)
_CHARSET: Final = re.compile(
    rb"<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
#: What pages call an encoding → the one that browsers read them by.
_ENCODINGS: Final = {
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("ms_kanji", "ms932", "csshiftjis"), "cp932"),
    **dict.fromkeys(("x-euc-jp", "eucjp"), "euc_jp"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be"), "utf-8"),
}
_BLANKS: Final = pattern(r"[ \t\n\r\f]+")
_COUNT: Final = pattern(r"\s*\+?0*(\d{1,6})")
_CLASS: Final = pattern(r"(?:<!--)?\s*\w*\.([\w-]+)\s*")
#: How many elements may stand in one another; browsers stop at 512.
_DEEPEST: Final = 2_000
#: How many elements alike go on behind what they were opened in; with a new one, as many as in a
#: browser.
_ALIKE: Final = 2
#: How many comments and tags may be left unfinished; each is looked for to the end of the page.
_UNFINISHED: Final = 1_000
#: How many rows a cell may cover, as browsers have it.
_MOST: Final = 65_534

_CELLS: Final = frozenset(("td", "th"))
_GROUPS: Final = frozenset(("thead", "tbody", "tfoot"))
_PARTS: Final = frozenset(("caption", "colgroup", "tr")) | _CELLS | _GROUPS
_TABLE: Final = frozenset(("table",))
#: The heading of all of a page.
_TITLE: Final = "h1"
#: What no tag looks beyond, what those of tables do not, and what others do not.
_APART: Final = frozenset(("template", "noscript"))
_IN_TABLE: Final = _APART | _TABLE
_SCOPE: Final = _IN_TABLE | _CELLS | {"caption"}
#: Element → what it ends, and what it does not look beyond.
_ENDS: Final = {
    **dict.fromkeys(BLOCKS - _PARTS, (frozenset(("p",)), _SCOPE)),
    "li": (frozenset(("li",)), _SCOPE | {"ul", "ol", "menu"}),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), _SCOPE | {"dl"})),
}
#: Part of a table → what it stands in.
_STANDS_IN: Final = {
    **dict.fromkeys(_GROUPS | {"caption", "colgroup"}, _TABLE),
    "tr": _TABLE | _GROUPS,
    **dict.fromkeys(_CELLS, _TABLE | _GROUPS | {"tr"}),
}


def read_web_page(request: Request) -> Source:
    """Read the tables of a web page.

    Raises:
        TableError: It is no text, too large, or there is no table in it.
    """
    task = Task(Kind.HTML, request.document, limits=request.limits)
    faults: list[TableError] = []
    for encoding, text in _texts(request.document.data, request):
        source = Source()
        if request.encoding is None:
            source.chosen.append(Chosen("encoding", encoding, request.place()))
        try:
            add_tables(source, page_flow(text, task).sheet(), request)
        except TableError as error:
            faults.append(error)
        else:
            return source
    raise faults[0]


def page_flow(text: str, task: Task) -> Flow:
    """Lay the lines and tables of a web page into a grid.

    Raises:
        TableError: It is too large, or nested too deeply.
    """
    _check_finished(text, task)
    flow = Flow(task)
    page = _Page(flow)
    page.feed(text)
    page.close()
    page.finish()
    flow.end_line()
    return flow


def _check_finished(text: str, task: Task) -> None:
    """Refuse a page of comments or tags without an end: each would be sought for in all of it."""
    for start, end in (("<!--", "-->"), ("<", ">")):
        if text.count(start, text.rfind(end) + 1) > _UNFINISHED:
            raise damaged(task.file, f"{start} × {_UNFINISHED}")


def _texts(data: bytes, request: Request) -> list[tuple[str, str]]:
    """Return the page by the encoding that it says, or by each that fits."""
    named = None if data.startswith(_ORDER_MARKS) else _CHARSET.search(data[:_HEAD])
    if named and request.encoding is None:
        name = named[1].decode("ascii").lower()
        told = attrs.evolve(request, encoding=_ENCODINGS.get(name, name))
        try:
            return decoded(data, told)
        except TableError:
            pass  # a page that says the wrong thing is read by what fits
    return decoded(data, request)


@attrs.define
class _Groups:
    """The groups of rows of a table: its head, its bodies, its foot."""

    last: int = 0
    open: int = 0
    seen: set[str] = attrs.field(factory=set[str])

    def begin(self, tag: str) -> None:
        """Begin a group; only the first head is above all, the first foot below all."""
        self.last += 1
        self.open = self.last
        if tag != "tbody" and tag not in self.seen:
            self.open = -1 if tag == "thead" else _MOST * _MOST
        self.seen.add(tag)

    def end(self) -> None:
        """Begin the rows that stand in no group."""
        self.begin("tbody")


@final
class _Page(HTMLParser):
    """Takes the tags of a page, and gives lines and cells to a flow."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(convert_charrefs=True)
        self.flow = flow
        self.open: list[Element] = []
        self.groups: list[_Groups] = []
        self.styles: dict[str, str] = {}
        #: How many of the open elements are shown so.
        self.counts = dict.fromkeys(("struck", "raised", "hidden", "silent"), 0)

    @property
    def seen(self) -> bool:
        """Whether what follows can be seen."""
        return not self.counts["hidden"] and not self.counts["silent"]

    # -- what the parser finds -----------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, and end those that cannot hold it."""
        if tag in VOID:
            self._void(tag)
            return
        if tag in _PARTS and self._nearest(_TABLE, _APART) is None:
            return
        self._end_before(tag)
        if len(self.open) >= _DEEPEST:
            raise damaged(self.flow.task.file, f"<{tag}> × {_DEEPEST}")
        values = {name: value or "" for name, value in attrs}
        self._push(tag, values, shown_by(tag, values, self.styles))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; browsers take no notice of the stroke at its end."""
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End an element, if one is open."""
        if tag in VOID:
            self._void(tag)
            return
        stop = _IN_TABLE if tag in _PARTS | _TABLE else _SCOPE
        at = self._nearest(frozenset((tag,)), stop)
        if at is None:
            self._void("br" if tag == "p" else tag)
        elif tag in FORMATTING:
            self._count(self.open.pop(at).shown, -1)
        else:
            self._pop(at)

    def handle_data(self, data: str) -> None:
        """Add text, each stretch of blanks as one."""
        if self.counts["silent"]:
            if self.open[-1].tag == "style":
                self.styles.update(_classes(data))
        elif self.counts["hidden"]:
            self.flow.leave_out("hidden", data)
        else:
            struck, raised = bool(self.counts["struck"]), bool(self.counts["raised"])
            self.flow.add(_BLANKS.sub(" ", data), struck=struck, raised=raised)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Skip what only Word and Excel understand, ``<![if …]>``."""
        return self.parse_bogus_comment(i, report=bool(report))

    def finish(self) -> None:
        """End all that is open."""
        if self.open:
            self._pop(0)

    # -- elements ------------------------------------------------------------------------------

    def _void(self, tag: str) -> None:
        if tag in {"br", "hr"} and self.seen:
            self.flow.end_line()

    def _end_before(self, tag: str) -> None:
        """End what is open and cannot hold an element."""
        if tag in _STANDS_IN:
            self._end_in_table(tag)
            return
        tags, stop = _ENDS.get(tag, (frozenset[str](), _SCOPE))
        at = self._nearest(tags, stop) if tags else None
        if at is not None:
            self._pop(at)
        if tag == "table" and self.groups:
            around = self._nearest(_SCOPE, _SCOPE)
            if around is not None and self.open[around].tag == "table":
                self._pop(around)

    def _end_in_table(self, tag: str) -> None:
        """End all that stands in the table, group or row that a part of it begins in."""
        at = self._nearest(_STANDS_IN[tag], _APART)
        if at is not None and at + 1 < len(self.open):
            self._pop(at + 1)
        if tag in _CELLS and self.open[-1].tag != "tr":
            self._push("tr", {}, Shown())

    def _nearest(self, tags: frozenset[str], stop: frozenset[str]) -> int | None:
        """Return the place of the innermost open element of some kinds."""
        for at in range(len(self.open) - 1, -1, -1):
            tag = self.open[at].tag
            if tag in tags:
                return at
            if tag in stop:
                return None
        return None

    def _push(self, tag: str, values: dict[str, str], shown: Shown) -> None:
        if self.seen and tag in BLOCKS - _PARTS:
            self.flow.end_line()
            self.flow.is_heading = tag in HEADINGS
            self.flow.is_title = tag == _TITLE
        if tag == "caption" and self.seen:
            self.flow.is_heading = True
        if tag == "math" and self.seen:
            self.flow.add(EQUATION)
        self._count(shown, 1)
        if tag in _GROUPS:
            self.groups[-1].begin(tag)
        if tag == "table":
            self.groups.append(_Groups())
        made = self.seen and tag in _PARTS | _TABLE
        if made:
            self._make(tag, values)
        self.open.append(Element(tag, shown, made))

    def _make(self, tag: str, values: dict[str, str]) -> None:
        """Begin a part of a table."""
        if tag == "table":
            self.flow.open_table(layout=values.get("role") in {"presentation", "none"})
        elif tag == "tr":
            self.flow.open_row(TableRow(self.groups[-1].open))
        elif tag in _CELLS:
            rows, columns = _number(values.get("rowspan")), _number(values.get("colspan"))
            self.flow.open_cell(Cell(min(rows, _MOST), columns))

    def _pop(self, start: int) -> None:
        """End the open elements from a place on; some go on behind it, as browsers have it."""
        ended, self.open[start:] = self.open[start:], []
        for element in reversed(ended):
            self._count(element.shown, -1)
            self._end(element)
        if ended[0].tag not in _SCOPE | _PARTS:
            for element in ended[1:]:
                self._go_on(element)

    def _go_on(self, element: Element) -> None:
        """Begin an element again behind what it was opened in, if it shows text otherwise."""
        told = element.tag in FORMATTING and element.shown != Shown()
        if told and self.open.count(element) < _ALIKE:
            self._count(element.shown, 1)
            self.open.append(element)

    def _end(self, element: Element) -> None:
        """End what an element is for the document."""
        tag = element.tag
        if element.made and tag == "tr":
            self.flow.close_row()
        elif element.made and tag in _CELLS:
            self.flow.close_cell()
        elif element.made and tag == "table":
            self.flow.close_table()
        elif tag in BLOCKS and self.seen:
            self.flow.end_line()
            self.flow.is_heading = self.flow.is_title = False
        if tag == "table":
            self.groups.pop()
        if tag in _GROUPS:
            self.groups[-1].end()

    def _count(self, shown: Shown, by: int) -> None:
        for name in self.counts:
            self.counts[name] += by * getattr(shown, name)


def _number(text: str | None) -> int:
    """Return how many rows or columns a cell covers; what is no number is one."""
    found = _COUNT.match(text or "")
    return int(found[1]) if found else 1


def _classes(text: str) -> Iterator[tuple[str, str]]:
    """Yield the classes of a style sheet that stand alone, and what it says of them."""
    for rule in text.lower().split("}"):
        selectors, _, style = rule.partition("{")
        for selector in selectors.split(","):
            named = _CLASS.fullmatch(selector)
            if named:
                yield named[1], style
