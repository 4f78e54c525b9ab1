"""What reading a file yields, before it is a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.io.document import Document
from kpikit.io.limits import USUAL_LIMITS, Limits
from kpikit.language.errors import TableError
from kpikit.language.issue import Issue, Location
from kpikit.model.plan import Chosen
from kpikit.table.classes import Class, what_it_says
from kpikit.table.header import closest_header
from kpikit.table.headings import Role, read_heading
from kpikit.table.layout import PLAIN, Layout
from kpikit.table.lines import Row

if TYPE_CHECKING:
    from kpikit.table.blocks import Table
    from kpikit.table.cells import Cells
    from kpikit.table.found import Found

__all__ = ["Request", "Source"]

#: How many sheets, headings that say something, others, and signs of each a message shows.
_SHEETS: Final = 3
_KNOWN: Final = 8
_OTHERS: Final = 12
_LONGEST: Final = 24
#: What the headings of a table say at least.
_VALUES: Final = frozenset((Role.TARGET, Role.ACTUAL))
_NEEDED: Final = _VALUES | {Role.INDICATOR}


@final
@attrs.frozen
class Request:
    """A document that is to be read, and how."""

    #: The document.
    document: Document
    #: What its headings do not tell.
    layout: Layout = PLAIN
    #: How its text is encoded, or ``None``: to be found.
    encoding: str | None = None
    #: The words that its cells are read by.
    vocabulary: Vocabulary = USUAL
    #: How large it may be.
    limits: Limits = USUAL_LIMITS

    #: The sheets that were looked into, each by its file and its title.
    looked: dict[tuple[str, str], Callable[[], Cells]] = attrs.field(
        factory=dict[tuple[str, str], "Callable[[], Cells]"], eq=False, repr=False
    )

    def look(self, title: str, cells: Callable[[], Cells]) -> None:
        """Keep the cells of a sheet, whatever comes of it."""
        self.looked[self.file, title] = cells

    @property
    def file(self) -> str:
        """What messages call the document."""
        return self.document.name

    def place(self, line: int = 1, sheet: str = "", column: str = "") -> Location:
        """Return a line of the file, or a cell of it."""
        return Location(self.file, line, column, sheet)


@final
@attrs.frozen
class Closest:
    """The row of a sheet without a table that comes closest to a header."""

    #: The title of the sheet, or ``""``.
    title: str
    row: Row
    #: Whether a figure stands below its heading of targets or of actuals.
    is_above_figures: bool = False

    @classmethod
    def among(cls, rows: Sequence[Row], request: Request, title: str = "") -> list[Closest]:
        """Return the row that comes closest, if any does."""
        row = closest_header(rows, request.layout, request.vocabulary)
        if row is None:
            return []
        values = {at for at in row.filled if read_heading(row.cells[at]).role in _VALUES}
        below = (each for each in rows if each.line > row.line)
        cells = (each.cells[at] for each in below for at in values.intersection(each.filled))
        figures = (what_it_says(text.strip()).kind is Class.FIGURE for text in cells)
        return [cls(title, row, any(figures))]


@final
@attrs.define
class Source:
    """The tables of a file, and what there is to say of it."""

    #: The tables.
    tables: list[Table | Found] = attrs.field(factory=list["Table | Found"])
    #: Lines beside the tables.
    remarks: list[str] = attrs.field(factory=list[str])
    #: What the file as a whole is called, or ``""``.
    title: str = ""
    #: How it was taken where it does not say so itself.
    chosen: list[Chosen] = attrs.field(factory=list[Chosen])
    #: What of it could not be read, beside its cells.
    issues: list[Issue] = attrs.field(factory=list[Issue])
    #: Of sheets that have only targets or only actuals, what their labels tell, and how to tell.
    halves: list[Found] = attrs.field(factory=list["Found"])
    rests: list[Callable[[], Found]] = attrs.field(factory=list[Callable[[], "Found"]])
    #: Of sheets that are not read, the names that several of their rows or columns have.
    twice: list[str] = attrs.field(factory=list[str])
    #: Of sheets without a table, the rows that come closest to a header.
    closest: list[Closest] = attrs.field(factory=list["Closest"])

    def complain(self, code: str, text: str, place: Location, detail: str = "") -> None:
        """Add the issue that all of a text is."""
        self.issues.append(Issue(code, text, 0, len(text), detail, place))


def headless(file: str, closest: Sequence[Closest], twice: Sequence[str] = ()) -> TableError:
    """Return the error for a file without a table, with the headings that come closest.

    Args:
        file: The file.
        closest: The rows that come closest to a header.
        twice: Names that several rows or columns have, whose values nothing tells apart.
    """
    if twice:
        shown = quoted(name[:_LONGEST] for name in twice[:_KNOWN])
        return TableError.told("table-names-twice", file=file, found=shown)
    found = [_headings(each.title, each.row) for each in closest[:_SHEETS]]
    more = [f"(+{len(closest) - _SHEETS})"] if len(closest) > _SHEETS else []
    headers = [each for each in closest if _is_header(each.row)]
    is_told = not any(each.is_above_figures for each in headers)
    code = ("table-no-rows" if is_told else "table-not-told") if headers else "table-no-header"
    return TableError.told(code, file=file, found=" ".join([*found, *more]) or "—")


def _is_header(row: Row) -> bool:
    """Whether a row has all the headings that a table needs."""
    return {read_heading(row.cells[at]).role for at in row.filled} >= _NEEDED


def _headings(title: str, row: Row) -> str:
    """Return headings as a message lists them: those that say something first, each with it."""
    texts = [" ".join(row.cells[at].split()) for at in row.filled]
    roles = {text: read_heading(text).role for text in texts}
    known = [f"「{text[:_LONGEST]}」→{role.value}" for text, role in roles.items() if role]
    other = [f"「{text[:_LONGEST]}」" for text, role in roles.items() if not role]
    shown = [*known[:_KNOWN], *other[:_OTHERS]]
    more = len(roles) - len(shown)
    where = [f"[{title}]:{row.line}"] if title else []
    return " ".join([*where, *shown, *([f"(+{more})"] if more else [])])


def quoted(names: Iterable[str]) -> str:
    """Return names as a message lists them."""
    return "".join(f"「{name}」" for name in names)
