"""One row of a table, by the roles of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import ROLES
from kpikit.language.issue import Issue, Location, Note
from kpikit.language.lines import AGAIN, NOTE
from kpikit.language.marks import DASHES
from kpikit.language.pattern import pattern
from kpikit.model.indicator import Source
from kpikit.model.reading import Reading
from kpikit.table.headings import Column, Role
from kpikit.table.lines import Row, says
from kpikit.table.results import are_counts
from kpikit.table.sections import Heading, is_remark, is_statement, read_heading_line

__all__ = ["Fields", "Heads"]

#: What makes a row one of its own.
_VALUES: Final = (Role.BASELINE, Role.ACTUAL, Role.TARGET)
#: What may say how figures came about.
_TELLING: Final = (Role.ACTUAL, Role.TARGET, Role.REMARK)
_FIGURES: Final = frozenset((Role.INDICATOR, Role.BASELINE, Role.ACTUAL, Role.TARGET))
#: What is more than a heading, in a column that is not the first.
_CORE: Final = frozenset((Role.INDICATOR, Role.ACTUAL, Role.TARGET))
_CODE: Final = rf"[A-Za-zＡ-Ｚ]?[0-9０-９]+(?:[{DASHES}.][0-9０-９]+)*"
_NOTE: Final = pattern(rf"[(（]?{NOTE}\s*[0-9０-９]*[)）.．:：]?")

#: What is no name of an indicator.
_REMARKS: Final = frozenset(ROLES["remark"].split())

#: Role → where the columns of that role stand; ``None``: those that have none.
_Places: TypeAlias = Mapping[Role | None, Sequence[int]]


def _places(heads: Heads) -> _Places:
    found: dict[Role | None, list[int]] = {}
    for at, column in enumerate(heads.columns):
        found.setdefault(column.role, []).append(at)
    return found


def _published(heads: Heads) -> tuple[int, ...]:
    outer = heads.places.get(Role.SECTION, ())[:-1]
    return tuple([at for at in range(len(heads.columns)) if at not in outer])


def _headings(heads: Heads) -> tuple[str, ...]:
    return tuple([heads.columns[at].heading for at in heads.published])


def _read(heads: Heads) -> tuple[str | None, ...]:
    columns = [heads.columns[at] for at in heads.published]
    return tuple([column.heading if column.role else None for column in columns])


def _have_units(heads: Heads) -> bool:
    counted = (Role.TARGET, Role.ACTUAL)
    return any(column.unit for column in heads.columns if column.role in counted)


def _telling(heads: Heads) -> tuple[int, ...]:
    return tuple([at for role in _TELLING for at in heads.places.get(role, ())])


def _say_again(heads: Heads) -> bool:
    return any(AGAIN in heading for heading in heads.headings)


@final
@attrs.frozen(eq=False)
class Heads:
    """The columns of a table, and what each of its rows asks of them alike.

    >>> heads = Heads((Column("指標", Role.INDICATOR), Column("目標", Role.TARGET)))
    >>> heads.places[Role.TARGET], heads.headings
    ([1], ('指標', '目標'))
    """

    #: The columns.
    columns: tuple[Column, ...]
    #: Role → where the columns of that role stand; ``None``: those that have none.
    places: _Places = attrs.field(init=False, default=attrs.Factory(_places, takes_self=True))
    #: Where the cells of an indicator stand: the names of sections around others are headings.
    published: tuple[int, ...] = attrs.field(
        init=False, default=attrs.Factory(_published, takes_self=True)
    )
    #: The headings of these cells.
    headings: tuple[str, ...] = attrs.field(
        init=False, default=attrs.Factory(_headings, takes_self=True)
    )
    #: The headings of those that are read, ``None`` for each other.
    read: tuple[str | None, ...] = attrs.field(
        init=False, default=attrs.Factory(_read, takes_self=True)
    )

    #: Whether one of a target or an actual says what it is counted in.
    have_units: bool = attrs.field(init=False, default=attrs.Factory(_have_units, takes_self=True))
    #: Where cells stand that may say how figures came about: 実績値, 目標値, 備考.
    telling: tuple[int, ...] = attrs.field(
        init=False, default=attrs.Factory(_telling, takes_self=True)
    )
    #: Whether one has the word for what is shown again: 再掲.
    say_again: bool = attrs.field(init=False, default=attrs.Factory(_say_again, takes_self=True))


def _heads(fields: Fields) -> Heads:
    return Heads(fields.columns)


def _cells(fields: Fields) -> tuple[str, ...]:
    cells = fields.row.cells
    missing = len(fields.columns) - len(cells)
    return (*cells, *[""] * missing) if missing > 0 else cells


def _location(fields: Fields) -> Location:
    return Location(fields.file, fields.row.line, "", fields.sheet)


@final
@attrs.frozen(repr=False)
class Fields(Value):
    """The cells of a row below the columns of its table.

    >>> row = Row(5, ["利用率", "8割"])
    >>> fields = Fields(
    ...     "plan.txt", row, (Column("指標", Role.INDICATOR), Column("目標", Role.TARGET))
    ... )
    >>> fields.text(Role.TARGET), fields.text(Role.ACTUAL)
    ('8割', '')
    """

    #: The file it stands in.
    file: str
    #: The row.
    row: Row
    #: The columns of the table.
    columns: tuple[Column, ...]
    #: The sheet of a workbook that it stands in, or ``""``.
    sheet: str = ""
    #: The words that its cells are read by.
    vocabulary: Vocabulary = USUAL
    #: What each row asks of the columns; that of a table is told once for all its rows.
    heads: Heads = attrs.field(eq=False, repr=False, default=attrs.Factory(_heads, takes_self=True))
    #: Its cells, at least one below each column: those that are missing are empty.
    cells: tuple[str, ...] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_cells, takes_self=True)
    )
    #: Where it stands.
    location: Location = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_location, takes_self=True)
    )

    def pairs(self) -> Iterator[tuple[Column, str]]:
        """Yield every cell below its column: missing ones are empty, odd ones have no heading."""
        columns, cells = self.columns, self.cells
        beyond = len(cells) - len(columns)
        if beyond:
            columns = (*columns, *[Column("")] * beyond)
        return zip(columns, cells, strict=True)

    def of(self, role: Role | None) -> list[tuple[Column, str]]:
        """Return the columns of a role with their cells; ``None``: those that have none."""
        places = self.heads.places.get(role)
        if places is None:  # as most roles
            return []
        columns, cells = self.columns, self.cells
        return [(columns[at], cells[at]) for at in places]

    def text(self, role: Role) -> str:
        """Return the cell of a role without blanks around it, ``""`` if there is none."""
        places = self.heads.places.get(role)
        return self.cells[places[0]].strip() if places else ""

    def place(self, column: Column | None = None) -> Location:
        """Return where the row stands, or its cell of a column."""
        if column is None:
            return self.location
        row, heading = self.row, column.heading
        if not row.lines:
            return Location(self.file, row.line, heading, self.sheet)
        at = next((at for at, each in enumerate(self.columns) if each is column), len(row.lines))
        line = row.lines[at] if at < len(row.lines) else row.line
        sheet = row.sheets[at] if at < len(row.sheets) else self.sheet
        return Location(self.file, line, heading, sheet)

    def source(self, notes: Mapping[str, tuple[Note, ...]]) -> Source:
        """Return where an indicator of the row was published.

        Args:
            notes: Heading → what was noted when the cell below it was read.
        """
        heads, texts = self.heads, self.cells
        headings, noted = heads.headings, [notes.get(each or "", ()) for each in heads.read]
        odd = texts[len(self.columns) :]
        if len(headings) < len(self.columns):
            texts = (*[texts[at] for at in heads.published], *odd)
        if odd:
            headings, noted = (*headings, *[""] * len(odd)), [*noted, *[()] * len(odd)]
        return Source.of_row(self.location, headings, texts, tuple(noted))

    @property
    def goes_on(self) -> bool:
        """Whether the row is the lower part of the one above: its figures are merged with it."""
        if not self.row.continued:
            return False  # as of most rows
        figures = [
            index
            for index, column in enumerate(self.columns)
            if column.role in _FIGURES and index < len(self.row.cells)
        ]
        named = {index for index in figures if self.columns[index].role is Role.INDICATOR}
        return not named.isdisjoint(self.row.continued) and all(
            index in self.row.continued or not self.row.cells[index].strip() for index in figures
        )

    @property
    def heading(self) -> Heading | None:
        """The heading of a section that the row is, if it is one."""
        filled = self.row.filled
        if len(filled) != 1 or self._is_core(filled[0]):
            return None
        return read_heading_line(self.row.cells[filled[0]])

    @property
    def has_values(self) -> bool:
        """Whether a cell says something below the heading of a value."""
        return any(says(text) for role in _VALUES for _, text in self.of(role))

    @property
    def is_short(self) -> bool:
        """Whether it has fewer cells than there are columns."""
        return len(self.row.cells) < len(self.columns)

    @property
    def stands_alone(self) -> bool:
        """Whether the row is a line of text rather than cells."""
        row = self.row
        if len(row.filled) != 1:
            return False
        text = row.cells[row.filled[0]]
        if len(row.covered) > len(row.cells) / 2 or is_remark(text):
            return True
        if row.filled != (0,):
            return False
        if is_statement(text):
            return True
        numbered = self.columns[0].role is Role.NUMBER
        if numbered and re.fullmatch(_CODE, text.strip()):
            return False
        return numbered or len(row.cells) == 1

    @property
    def is_note(self) -> bool:
        """Whether the row is a remark whose mark stands in the column of numbers."""
        if _NOTE.fullmatch(self.text(Role.NUMBER)) is None:
            return False
        return not any(text.strip() for role in _VALUES for _, text in self.of(role))

    @property
    def is_remark(self) -> bool:
        """Whether the row is called a remark, whatever stands below other headings: 備考."""
        return self.text(Role.INDICATOR) in _REMARKS

    @property
    def counts_results(self) -> bool:
        """Whether the row says how many indicators went how: 達成 23件, 未達成 7件."""
        # The last cell of most rows is no figure.
        return are_counts(self.row.cells[at] for at in reversed(self.row.filled))

    def _is_core(self, at: int) -> bool:
        return 0 < at < len(self.columns) and self.columns[at].role in _CORE

    def is_doubtful(self, column: Column) -> bool:
        """Whether the cell of a column is a number whose format is not known."""
        return any(self.columns[at] is column for at in self.row.doubtful if at < len(self.columns))

    def issues(self, column: Column, reading: Reading[object]) -> list[Issue]:
        """Return the issues of a cell, with the place of the cell."""
        return [attrs.evolve(issue, location=self.place(column)) for issue in reading.issues]

    def refused(self, code: str, column: Column, text: str) -> Issue:
        """Return the issue of a whole cell that has no value."""
        return Issue(code, text, 0, len(text), location=self.place(column))

    def width_issues(self) -> Sequence[Issue]:
        """Say whether the row has fewer or more cells than there are columns."""
        has, wanted = len(self.row.cells), len(self.columns)
        beyond = "".join(self.row.cells[wanted:]).strip()
        if has == wanted or (has > wanted and not beyond):
            return ()
        code = "too-few-cells" if has < wanted else "too-many-cells"
        text = self.row.text
        within = attrs.evolve(self.row, cells=self.row.cells[:wanted], lines=())
        start = len(within.text) + 1 if has > wanted else 0
        return (Issue(code, text, start, len(text), f"{has}/{wanted}", self.place()),)
