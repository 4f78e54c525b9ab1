"""Rows of kinds: the targets and the actuals of an indicator in rows of their own.

A column says by turns 目標 and 実績, and the years stand above. Such rows become one, with a
column for each kind and year: 「目標 R3」 and 「実績 R3」, headings that say what the cells did.
Anything that could be meant in another way is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias, final

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary
from kpikit.language.errors import TableError
from kpikit.language.headings import ABOVE_YEARS, FIGURES, KINDS, RESULTS
from kpikit.language.issue import Location
from kpikit.model.observation import Status
from kpikit.model.period import Period
from kpikit.table.faults import table_error
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role, Words, folded, read_heading
from kpikit.table.lines import Row, says

__all__ = ["Joined", "join_kinds"]

#: Columns that may say of which kind the figures of a row are, and how many kinds there may be.
_MAY_TELL: Final = frozenset((None, Role.CATEGORY, Role.INDICATOR, Role.UNIT))
_KINDS: Final = 12
#: Those of them that say nothing else.
_TELLS_ONLY: Final = frozenset((None, Role.CATEGORY))
#: The kinds that every such table has, and what their rows are called.
_FIGURES: Final = {Role(role): word for role, word in FIGURES.items()}
#: Words of kinds that head no columns.
_WORDS: Final[Words] = tuple((word, Role(role)) for word, role in KINDS)
#: Columns of words, which may say something else for each kind.
_WORDED: Final = frozenset((None, Role.REMARK))
#: How many characters of a row a message shows.
_SHOWN: Final = 60

#: Return the place of a line.
_Place: TypeAlias = Callable[[int], Location]


@final
@attrs.frozen(repr=False)
class Joined(Value):
    """Rows of kinds as rows of indicators."""

    #: What the columns hold.
    columns: tuple[Column, ...]
    #: The rows, and the lines between them.
    rows: tuple[Row, ...]
    #: The kinds, each with what it was taken for: 目標→target.
    kinds: tuple[str, ...]


#: A column of the joined rows: where its cells stood, and in the rows of which kind.
_Slot: TypeAlias = tuple[int, str]
#: The rows of an indicator, by their kinds.
_Group: TypeAlias = dict[str, Row]


def join_kinds(
    columns: Sequence[Column],
    rows: Sequence[Row],
    place: _Place,
    words: Words,
    vocabulary: Vocabulary,
) -> Joined | None:
    """Join the rows of each indicator, ``None`` where the rows are not of kinds.

    Args:
        columns: What the columns hold.
        rows: The rows below the header.
        place: Where a line is.
        words: Words of headings beyond the usual ones.
        vocabulary: The words that periods are read by.

    Raises:
        TableError: The rows are of kinds, and something about them is not certain.
    """
    words = (*words, *_WORDS)
    for at, column in enumerate(columns):
        if column.role in _MAY_TELL:
            joiner = _Joiner(columns, at, place, words, vocabulary)
            told = {row.cells[at].strip() for row in rows if at in row.filled}
            if len(told) > _KINDS and not joiner.years:
                continue
            roles = {read_heading(text, words=words).role for text in told}
            both = len(told) <= _KINDS and _FIGURES.keys() <= roles
            if both or (roles == {Role.TARGET} and joiner.years):
                return joiner.joined(rows)
    return None


@attrs.define
class _Joiner:
    """Joins the rows of one table."""

    columns: Sequence[Column]
    #: The column that tells the kind.
    at: int
    place: _Place
    words: Words
    vocabulary: Vocabulary
    #: Kind → its word as a heading.
    kinds: dict[str, Column] = attrs.field(factory=dict[str, Column])
    #: The columns that are headed by a year, each with that year.
    years: dict[int, Column] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find the years."""
        years = ((at, self.year(column)) for at, column in enumerate(self.columns))
        self.years = {at: year for at, year in years if year is not None}

    def joined(self, rows: Sequence[Row]) -> Joined:
        """Join the rows, or refuse them."""
        first = next(row for row in rows if self.at in row.filled)
        names = [at for at, column in enumerate(self.columns) if column.role is Role.INDICATOR]
        if len(names) != 1 or not self.is_certain():
            raise self.doubt(first)
        found = list(self.groups(rows, names[0]))
        groups = [each for each in found if not isinstance(each, Row)]
        self.check(groups)
        slots = self.slots(groups)
        columns = [self.column(slot, first) for slot in slots]
        joined = [each if isinstance(each, Row) else self.row(each, slots) for each in found]
        taken = [
            f"{kind}→{column.role.value if column.role else 'text'}"
            for kind, column in self.kinds.items()
        ]
        return Joined(tuple(columns), tuple(joined), tuple(taken))

    @property
    def leads(self) -> list[int]:
        """The columns that say something of the indicator."""
        others = {self.at, *self.years}
        return [at for at in range(len(self.columns)) if at not in others]

    def is_certain(self) -> bool:
        """Whether one column says nothing but the kind, and others the years of all figures."""
        if self.columns[self.at].role not in _TELLS_ONLY or not self.years:
            return False
        return all(self.columns[at].role is not Role.ACTUAL for at in self.leads)

    def slots(self, groups: Sequence[_Group]) -> list[_Slot]:
        """Return the columns of the joined rows: the years of each kind in the middle."""
        told = [self.lead_rows(group, at) for group in groups for at in self.leads]
        own = {slot for _, others in told for slot in others}
        every = [(at, kind) for kind in self.kinds for at in range(len(self.columns))]
        left = [(at, "") for at in self.leads if at < min(self.years)]
        middle = [slot for slot in every if slot[0] in self.years or slot in own]
        return [*left, *middle, *((at, "") for at in self.leads if at > min(self.years))]

    def doubt(self, row: Row) -> TableError:
        """Return the error of a row about which something is not certain."""
        return table_error(
            "rows-of-kinds",
            place=self.place(row.line),
            column=" ".join(self.columns[self.at].heading.split()) or self.at + 1,
            row=" ".join(row.text.split())[:_SHOWN],
        )

    def year(self, column: Column) -> Column | None:
        """Return the year that heads a column and says nothing else, or only 見込."""
        bare = re.sub(ABOVE_YEARS, "", column.heading)
        taken = column.role is Role.ACTUAL or (column.role is None and bare != column.heading)
        year = read_heading(bare, vocabulary=self.vocabulary)
        alone = year.is_year or (year.status is Status.FORECAST and year.period is not None)
        return year if alone and taken and not column.unit else None

    def groups(self, rows: Sequence[Row], name: int) -> Iterator[_Group | Row]:
        """Yield the rows of each indicator, and the lines between them."""
        group: _Group | None = None
        for row in rows:
            if not row.filled:
                continue
            kind = self.kind(row) if self.at in row.filled else None
            if kind is None or not self.goes_on(group, row, kind, name):
                yield from [group] if group else []
                group = None if kind is None else {}
            elif group is None or any(self.is_like(kind, each) for each in group):
                raise self.doubt(row)
            if kind is None or group is None:
                yield self.line(row)
            else:
                group[kind] = row
        yield from [group] if group else []

    def line(self, row: Row) -> Row:
        """Return a row without a kind, which must be a line of text."""
        fields = Fields("", row, tuple(self.columns))
        if fields.heading is None and not fields.stands_alone:
            raise self.doubt(row)
        return row

    def kind(self, row: Row) -> str:
        """Return the kind of a row: one word for each role."""
        text = row.cells[self.at].strip()
        column = read_heading(text, words=self.words, vocabulary=self.vocabulary)
        figures = column.role in _FIGURES and column.period is None
        if (
            self.at in row.continued
            or len(row.cells) != len(self.columns)
            or not (figures or (column.role is None and re.fullmatch(RESULTS, folded(text))))
        ):
            raise self.doubt(row)
        kind = next((each for each in self.kinds if folded(each) == folded(text)), text)
        if kind not in self.kinds and any(self.is_like(text, each, column) for each in self.kinds):
            raise self.doubt(row)
        self.kinds.setdefault(kind, column)
        return kind

    def is_like(self, kind: str, other: str, column: Column | None = None) -> bool:
        """Whether two kinds are the same, or both of targets, or both of actuals."""
        role = (column or self.kinds[kind]).role
        return kind == other or (role is not None and role is self.kinds[other].role)

    def goes_on(self, group: _Group | None, row: Row, kind: str, name: int) -> bool:
        """Whether a row goes on with the indicator above: the same name, or none."""
        text = row.cells[name].strip()
        if not text or name in row.continued:
            return True
        first = next(iter(group.values())) if group else None
        return first is not None and first.cells[name].strip() == text and kind not in (group or ())

    def check(self, groups: Sequence[_Group]) -> None:
        """Refuse what may be one name in two rows, and figures that are merged with others."""
        for one, other in pairwise(groups):
            if one.keys().isdisjoint(other):
                raise self.doubt(next(iter(other.values())))
        for row in (row for group in groups for row in group.values()):
            if any(at in row.continued and says(row.cells[at]) for at in self.years):
                raise self.doubt(row)

    def lead_rows(self, group: _Group, at: int) -> tuple[Row, list[_Slot]]:
        """Return the row that tells what a column says of an indicator, and what others add.

        The rows of targets and of actuals must agree on all but words.
        """
        role = self.columns[at].role
        figures = [row for kind, row in group.items() if self.kinds[kind].role is not None]
        telling = [row for row in figures if says(row.cells[at])]
        texts = dict.fromkeys(row.cells[at].strip() for row in telling)
        numbered = any(sign.isdigit() for sign in self.columns[at].heading)
        if len(texts) > 1 and (role not in _WORDED or numbered):
            raise self.doubt(telling[1])
        if role is Role.TARGET and telling and not self.is_of_target(group, at):
            raise self.doubt(telling[0])
        first = next(iter(group.values()))
        told = next(iter(telling), next(iter(figures), first))
        said = told.cells[at].strip()
        added = [
            (at, kind) for kind, row in group.items() if row.cells[at].strip() not in ("", said)
        ]
        return told, added

    def is_of_target(self, group: _Group, at: int) -> bool:
        """Whether the row of targets says something in a column of them, and no other by itself."""
        saying = {
            self.kinds[kind].role
            for kind, row in group.items()
            if says(row.cells[at]) and at not in row.continued
        }
        return Role.TARGET in saying and Role.ACTUAL not in saying

    def column(self, slot: _Slot, row: Row) -> Column:
        """Return a column of the joined rows, whose heading must say what it holds."""
        at, word = slot
        if not word:
            return self.columns[at]
        year, kind = self.years.get(at), self.kinds[word]
        heads, inner = [word], self.columns[at].heading
        wanted: tuple[Role | None, Period | None, Status] = (None, None, Status.FINAL)
        if year is not None:
            inner = year.heading
        if year is not None and kind.role is not None:
            heads.append(f"{_FIGURES[kind.role]}({word})")
            firm = kind.status is Status.FINAL
            wanted = (kind.role, year.period, year.status if firm else kind.status)
        for head in heads:
            column = read_heading(
                f"{head} {inner}", words=self.words[: -len(_WORDS)], vocabulary=self.vocabulary
            )
            if wanted == (column.role, column.period, column.status):
                return column
        raise self.doubt(row)

    def row(self, group: _Group, slots: Sequence[_Slot]) -> Row:
        """Return the rows of an indicator as one."""
        first = next(iter(group.values()))
        sources = [self.source(group, slot) for slot in slots]
        places = [
            (new, at, row)
            for new, ((at, _), row) in enumerate(zip(slots, sources, strict=True))
            if row is not None
        ]
        cells = {new: row.cells[old] for new, old, row in places}
        return Row(
            first.line,
            [cells.get(new, "") for new in range(len(slots))],
            covered=[new for new, old, row in places if old in row.covered],
            continued=[new for new, old, row in places if row is first and old in row.continued],
            hidden=any(row.hidden for row in group.values()),
            doubtful=[new for new, old, row in places if old in row.doubtful],
            lines=[first.line if row is None else row.line for row in sources],
        )

    def source(self, group: _Group, slot: _Slot) -> Row | None:
        """Return the row that a cell of the joined row comes from."""
        at, kind = slot
        if at in self.years:
            return group.get(kind)
        told, added = self.lead_rows(group, at)
        if not kind:
            return told
        return group[kind] if slot in added else None
