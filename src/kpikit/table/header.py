"""Headers: which rows head a table, and what its columns hold.

A header may take several rows: 「実績値」 above ``R3 R4 R5``. Cells that a merged cell covers
say what that cell says; without merges, a group of years belongs to the heading above its first.

Figures look like years: 2010 may be so many people. A row of cells right below another one is
therefore a header only by its words, never by years; and a row that has something else than a
heading below the heading of a single column is the first row of the table, not more of its header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import OF_YEARS
from kpikit.language.pattern import pattern
from kpikit.model.observation import Status
from kpikit.table.headings import (
    SYNONYMS,
    Column,
    Known,
    Role,
    folded,
    heading_of,
    known_words,
    label_of,
    tells_role,
)
from kpikit.table.layout import PLAIN, Layout
from kpikit.table.lines import Row

__all__ = ["Header", "closest_header", "find_headers"]

#: A header has at least one of these.
_CORE: Final = frozenset((Role.INDICATOR, Role.TARGET, Role.ACTUAL))
#: Columns whose years may each have a column of their own.
_YEARLY: Final = frozenset((Role.ACTUAL, Role.TARGET))
#: Columns whose heading may stand above years, or above words that nobody knows.
_GROUPS: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
#: A header has at least so many columns of known headings, and half of its columns …
_KNOWN: Final = 2
#: … or so many different ones.
_SURE: Final = 3
#: What stands between the cells of a row, and in none of them.
_PARTED: Final = "\0"
#: What is a year at most.
_NUMBER: Final = pattern(r"[\d,.]+")
#: No header takes more rows.
_HEIGHT: Final = 4


@final
@attrs.frozen(repr=False)
class Header(Value):
    """The rows that head a table."""

    #: The first row, counted from 0.
    first: int
    #: The last row.
    last: int
    #: What the columns hold.
    columns: tuple[Column, ...]
    #: The headings of a year alone, which were taken for those of actuals.
    years: tuple[str, ...] = ()


def _named(words: _Words) -> re.Pattern[str]:
    named = [word for word, role in SYNONYMS.items() if role in _CORE]
    named += [folded(word).casefold() for word, role in words.layout.words if role in _CORE]
    given = (*words.layout.columns, *words.layout.labels)
    named += [folded(column.heading).casefold() for column in given]
    return pattern("|".join(re.escape(word) for word in dict.fromkeys(named)))


def _known(words: _Words) -> Known:
    return known_words(words.layout.words)


@attrs.frozen
class _Words:
    """What headings are read by."""

    layout: Layout
    vocabulary: Vocabulary
    #: What at least one heading of a header has in it, unless it is one of years.
    named: re.Pattern[str] = attrs.field(init=False, default=attrs.Factory(_named, takes_self=True))
    #: The words of all headings.
    known: Known = attrs.field(init=False, default=attrs.Factory(_known, takes_self=True))

    def may_name(self, row: Row) -> bool:
        """Whether a row may have a heading of those that each header has.

        A glance at the whole row, which spares most rows a look at each of their cells. A cell
        that has one of these words in it must be a heading.
        """
        text = folded(_PARTED.join(row.cells)).casefold()
        found = [text.count(_PARTED, 0, each.start()) for each in self.named.finditer(text)]
        if not found:
            return False
        if self.layout.columns or text.count(_PARTED) != len(row.cells) - 1:
            return True
        return any(map(self.tells_role, (row.cells[at] for at in dict.fromkeys(found))))

    def given(self, heading: str, used: set[int]) -> Column | None:
        """Return what the layout says of a whole heading; *used* keeps what was found before."""
        column = self.layout.column(heading, used)
        return column or label_of(heading, self.layout.labels)

    def hint(self, text: str) -> Column:
        """Return what a heading by itself says, the layout's word first."""
        return self.layout.column(text, set()) or self.read(text)

    def tells_role(self, text: str) -> bool:
        """Whether a heading tells what a column holds."""
        given = label_of(text, self.layout.labels)
        if given is not None:
            return given.role is not None
        return tells_role(text, self.known, self.vocabulary)

    def read(self, text: str) -> Column:
        """Return what a heading says: by what the layout says of the label, else by its words."""
        given = label_of(text, self.layout.labels)
        return given or heading_of(text, self.known, self.vocabulary)


def find_headers(
    rows: Sequence[Row], layout: Layout = PLAIN, vocabulary: Vocabulary = USUAL
) -> list[Header]:
    """Find the header of each table; one repeated on a new page is found again.

    Args:
        rows: All rows of a source.
        layout: What the headings do not tell.
        vocabulary: The words that periods are read by.
    """
    words = _Words(layout, vocabulary)
    if layout.header is not None:
        return _given_header(rows, layout.header, words)
    found: list[Header] = []
    index = 0
    while index < len(rows):
        header = _repeat(rows, index, found) or _header_at(rows, index, words, found)
        if header is not None:
            found.append(header)
        index = index + 1 if header is None else header.last + 1
    return found


def closest_header(rows: Sequence[Row], layout: Layout, vocabulary: Vocabulary) -> Row | None:
    """Return the row that comes closest to being a header, if any does."""
    words = _Words(layout, vocabulary)

    def known(row: Row) -> tuple[int, int]:
        roles = [words.read(row.cells[index]).role for index in row.filled]
        return sum(role is not None for role in roles), len(roles)

    several = [row for row in rows if len(row.filled) >= _KNOWN]
    return max(several, key=known, default=None)


def _given_header(rows: Sequence[Row], lines: tuple[int, int], words: _Words) -> list[Header]:
    places = [index for index, row in enumerate(rows) if lines[0] <= row.line <= lines[1]]
    if not places:
        return []
    columns = _columns(rows[places[0] : places[-1] + 1], words)
    return [Header(places[0], places[-1], *_with_years(columns, words.layout))]


def _repeat(rows: Sequence[Row], start: int, found: Sequence[Header]) -> Header | None:
    """Return the last header again where its rows stand again."""
    if not found:
        return None
    last = found[-1]
    if rows[start].cells != rows[last.first].cells:  # as of most
        return None
    height = last.last - last.first
    again = [row.cells for row in rows[start : start + height + 1]]
    if again != [row.cells for row in rows[last.first : last.last + 1]]:
        return None
    return attrs.evolve(last, first=start, last=start + height)


def _header_at(
    rows: Sequence[Row], start: int, words: _Words, found: Sequence[Header]
) -> Header | None:
    """Return the header that begins at a row, with the rows that join in.

    Only where no row of cells stands right above it, years count as known, and the rows below
    may make a header of what is none by itself.
    """
    free = start == 0 or len(rows[start - 1].filled) < _KNOWN
    if not free and not words.may_name(rows[start]):
        return None
    if not _may_begin(rows[start], words, free=free):
        return None
    if not free and not _is_header(_columns(rows[start : start + 1], words), free=False):
        return None
    end = start + 1
    while (
        end < min(len(rows), start + _HEIGHT)
        and _joins(rows[start:end], rows[end], words)
        and _repeat(rows, end, found) is None
    ):
        end += 1
    if _is_ragged(rows[start:end]):
        return None
    for last in range(end, start, -1):
        columns = _columns(rows[start:last], words)
        if _is_header(columns, free=free):
            return Header(start, last - 1, *_with_years(columns, words.layout))
    return None


def _is_ragged(head: Sequence[Row]) -> bool:
    """Whether a row of headings has cells beyond the end of one above it, and no place is sure."""
    return any(below.filled[-1] >= len(above.cells) for above, below in pairwise(head))


def _may_begin(head: Row, words: _Words, *, free: bool) -> bool:
    """Whether half of what a row says is known: a word, or two years."""
    if head.filled in ((), (0,)):
        return False
    cells = [head.cells[at] for at in head.filled]
    telling = cells if free else [text for text in cells if not _NUMBER.fullmatch(text)]
    if len(telling) < min(_SURE, len(cells) / 2):
        return False
    read = [words.hint(text) for text in telling]
    named = sum(column.role is not None for column in read)
    years = sum(column.is_year for column in read) if free else 0
    known = named + years
    return (named > 0 or years >= _KNOWN) and (known >= len(cells) / 2 or named >= _SURE)


def _is_header(columns: list[Column], *, free: bool) -> bool:
    """Whether columns are those of a header: by their words, and by years beside the indicator."""
    named = [column for column in columns if column.heading.strip()]
    roles = [column.role for column in columns if column.role is not None]
    yearly = free and Role.INDICATOR in roles
    known = len(roles) + (sum(column.is_year for column in columns) if yearly else 0)
    enough = known >= max(_KNOWN, len(named) / 2) or len(set(roles)) >= _SURE
    return enough and not _CORE.isdisjoint(roles)


def _joins(head: Sequence[Row], row: Row, words: _Words) -> bool:
    """Whether a row goes on with the header of the rows above it.

    What stands furthest left must be a heading, and so must more than half of the row. Text that
    is none below the heading of a single column is a value of that column.
    """
    above = head[-1]
    if not row.filled or any(row.cells == each.cells for each in head):
        return False
    own = [index for index in row.filled if index not in row.continued]
    known = {index for index in own if _is_heading(above, row.cells[index], index, words)}
    values = [index for index in own if index not in known and _is_single(above, index, words)]
    return bool(known) and own[0] in known and len(known) > len(own) / 2 and not values


def _is_heading(above: Row, text: str, at: int, words: _Words) -> bool:
    """Whether a cell is a heading, by itself or below the next one to its left."""
    column = words.hint(text)
    if column.role is not None:
        return True
    heads = [above.cells[index] for index in above.filled if index <= at]
    head = heads[-1] if heads else ""
    role = words.read(head).role
    if column.is_year and role not in _GROUPS:
        return role is None
    if text.strip().isdigit() and not column.is_year:
        return False
    return words.read(f"{head} {text}").role is not None


def _is_single(above: Row, at: int, words: _Words) -> bool:
    """Whether a row has, for a cell below it, a heading of one column and no group."""
    if at >= len(above.cells) or not above.cells[at].strip() or at in above.covered:
        return False
    if words.read(above.cells[at]).role in _GROUPS:
        return False
    beside = at + 1
    return beside < len(above.cells) and beside in above.filled


def _columns(rows: Sequence[Row], words: _Words) -> list[Column]:
    """Return what the headings in some rows say that the columns below them hold."""
    width = max(len(row.cells) for row in rows)
    padded = [[*row.cells, *[""] * (width - len(row.cells))] for row in rows]
    texts = _spread(padded, words)
    used: set[int] = set()
    columns: list[Column] = []
    for at, column in enumerate(zip(*texts, strict=True)):
        said = [text for text in dict.fromkeys(text.strip() for text in column) if text]
        heading = column[0] if len(rows) == 1 else " ".join(said)
        given = words.given(heading, used) if said else None
        second = all(at in row.covered for row in rows)
        columns.append(given or (Column(heading) if second else _column(said, heading, words)))
    return columns


def _column(said: list[str], heading: str, words: _Words) -> Column:
    """Return the column below some headings, the outermost first."""
    whole = words.read(heading)
    if whole.role is not None or whole.is_year or len(said) < _KNOWN:
        return whole
    inner = words.read(said[-1])
    if inner.is_year and OF_YEARS.issuperset(map(folded, said[:-1])):
        return attrs.evolve(inner, heading=heading)
    return inner if inner.role is not None else whole


def _spread(texts: list[list[str]], words: _Words) -> list[list[str]]:
    """Write the heading of a group above each of its columns, where merges do not do so.

    A word spreads as far as it makes sense of what is below it. A year spreads only where all
    years have as many columns: otherwise nobody knows where the last one ends.
    """
    for above, below in pairwise(texts):
        years = [at for at, text in enumerate(above) if words.read(text).is_year]
        spread_years = _is_regular(years, above, below)
        for at in range(1, len(above)):
            if above[at].strip() or not below[at].strip() or not below[at - 1].strip():
                continue
            head = words.read(above[at - 1])
            whole = words.read(f"{head.heading} {below[at]}")
            makes_sense = head.role is not None and whole.role is head.role
            if makes_sense or (head.is_year and spread_years):
                above[at] = above[at - 1]
    return texts


def _is_regular(years: list[int], above: list[str], below: list[str]) -> bool:
    """Whether each year has as many columns below it, the last one too."""
    if len(years) < _KNOWN:
        return False
    width = years[1] - years[0]
    end = years[-1]
    while end < len(above) and below[end].strip() and (end == years[-1] or not above[end].strip()):
        end += 1
    return all(later - year == width for year, later in pairwise([*years, end]))


def _goes_on(left: Column, column: Column) -> bool:
    """Whether a year alone goes on with the values on its left: no target is due before another."""
    if not column.is_year or left.role not in _YEARLY or left.period is None:
        return False
    assert column.period is not None  # noqa: S101 - a heading of a year has one
    return left.role is Role.ACTUAL or column.period.end > left.period.end


def _is_seen(column: Column) -> bool:
    return column.role is Role.ACTUAL and column.status is not Status.FORECAST


def _with_years(
    columns: list[Column], layout: Layout
) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """Give a role to columns headed by a year alone.

    They go on with the dated actuals or targets to their left; where there are no actuals but
    forecasts, they are the actuals.
    """
    left = Column("")
    for at, column in enumerate(columns):
        if _goes_on(left, column):
            columns[at] = attrs.evolve(column, role=left.role, unit=left.unit)
        left = columns[at]
    taken: list[str] = []
    own = {column.heading for column in (*layout.columns, *layout.labels)}
    if not any(_is_seen(column) for column in columns):
        for at, column in enumerate(columns):
            if column.is_year and column.heading not in own:
                columns[at] = attrs.evolve(column, role=Role.ACTUAL)
                taken.append(column.heading)
    return tuple(columns), tuple(taken)
