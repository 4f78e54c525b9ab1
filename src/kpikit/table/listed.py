"""Cells that are lists of indicators, one a line: 目標 beside ・通いの場の箇所数　R6：42か所.

The lines of several cells that have one name are of one indicator. They become a table of their
own below the cells, and what no line of it says stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Final, TypeAlias, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import INDICATOR, PAIRED
from kpikit.language.nouns import MEASURED
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.naming import head
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.headings import Column, Role, folded, read_heading
from kpikit.table.listed_lines import Line, Value, read_lines

__all__ = ["with_listed"]

_VALUES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: The rows of a table beside those of names: a blank one above it, its headings, a blank one.
_AROUND: Final = 3
_DIGIT: Final = pattern(r"\d")
_MEASURED: Final = pattern(MEASURED)
_DATED: Final = pattern(DATED)
#: Behind the label of a cell, in a line of its own: what is to be written there.
_TOLD_BELOW: Final = pattern(r"\s*\n\s*[(（][^()（）]*[)）]\s*$")
_WORDS_OF: Final = {Role(role): tuple(words.split()) for role, words in PAIRED}

#: A name, what is left of it, its first list, and its values.
_Named: TypeAlias = "tuple[str, Box | None, Box, dict[_Key, Value]]"
#: Which value it is, when, and what it is called where nothing says when.
_Key: TypeAlias = tuple[Role | None, Period | None, str]


@final
@attrs.frozen(eq=False)
class _List:
    """A cell that may be a list, and its label."""

    box: Box
    label: Box
    #: What the label says.
    column: Column
    lines: tuple[Line, ...]
    #: Whether the label stands above it.
    is_below: bool

    @property
    def whose(self) -> tuple[bool, int]:
        """Which labels it has: those of a column of a form, or the headings of a row."""
        return self.is_below, self.label.row if self.is_below else self.label.column


#: The lists of one form, or of one row of a table.
_Group: TypeAlias = list[_List]


@final
@attrs.define(eq=False)
class _Table:
    """What lists say, as a table."""

    #: The row that it is put below.
    row: int
    columns: dict[_Key, Column] = attrs.field(factory=dict[_Key, Column])
    #: What each line says.
    names: list[_Named] = attrs.field(factory=list["_Named"])
    #: What is said above the words left of names.
    corner: Box | None = None


def with_listed(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    r"""Return a sheet in which such lines are rows of tables.

    >>> texts = {(1, 1): "目標（R6）", (1, 2): "・利用者数　50人\n・満足度　80％"}
    >>> texts |= {(2, 1): "実績（R6）", (2, 2): "・利用者数　48人\n・満足度　82％"}
    >>> sheet = with_listed(Cells.of(texts), Vocabulary())
    >>> [[box.text for box in line] for line in sheet.lines.values()][-1]
    ['満足度', '80％', '82％']
    """
    if any(box.is_turned for box in sheet.boxes.values()):
        return sheet
    tables: dict[tuple[bool, int, int], _Table] = {}
    removed: dict[Box, Box | None] = {}
    lists = [*_lists(sheet, vocabulary)]
    for group in _groups(lists):
        names = _names(group)
        if _are_of_indicators(group, names) and not _has_name(sheet, group):
            first, row = group[0], max(each.box.bottom for each in group)
            key = (*first.whose, 0 if first.is_below else row)
            table = tables.setdefault(key, _Table(row))
            table.row = row
            _tell(sheet, table, group, names, vocabulary)
            removed |= _rests(group, names)
    heads = {each.label for each in lists if each.is_below}
    removed |= {head: None for head in heads if removed.keys() >= {*sheet.below(head)}}
    return _laid(sheet, [*tables.values()], removed) if tables else sheet


# -- which cells are lists -----------------------------------------------------------------------


def _lists(sheet: Cells, vocabulary: Vocabulary) -> Iterator[_List]:
    """Yield the cells with names and their values, right of a label or below it."""
    heads: dict[Box, Box | None] = {}
    for box in sorted({*sheet.boxes.values()}, key=attrgetter("row", "column")):
        above = sheet.at(box.row - 1, box.column)
        is_head = above is not None and _is_label(above, vocabulary)
        heads[box] = above if above is None or is_head else heads[above]
        left = sheet.at(box.row, box.column - 1)
        is_below = left is None or not _is_label(left, vocabulary)
        label = heads[box] if is_below else left
        if label is None or box.said.kind is not Class.UNREAD:
            continue
        column = _column(label, vocabulary)
        lines = tuple(_told(each, column) for each in read_lines(box.text, vocabulary))
        if any(line.values for line in lines):
            yield _List(box, label, column, lines, is_below)


def _told(line: Line, column: Column) -> Line:
    """Return a line, without its values where nothing tells which they are, or two are the same."""
    keys = [(each.column.role or column.role, each.column.period) for each in line.values]
    is_told = all(role in _VALUES for role, _ in keys) and len(keys) == len({*keys})
    return line if is_told else Line(line.text)


def _is_label(box: Box, vocabulary: Vocabulary) -> bool:
    """Whether a cell says that values are beside it or below it, or indicators."""
    role = _column(box, vocabulary).role
    return role in _VALUES or role is Role.INDICATOR


def _column(label: Box, vocabulary: Vocabulary) -> Column:
    """Return what a label says, without what is to be written below it: 目標, （指標等）."""
    if label.is_label or "\n" not in label.text:
        return label.said.column
    bare = _TOLD_BELOW.sub("", label.text)
    return attrs.evolve(what_it_says(bare, vocabulary=vocabulary).column, heading=label.text)


def _groups(lists: Sequence[_List]) -> Iterator[_Group]:
    """Yield the lists of each form, and of each row of a table: each label once."""
    of: dict[tuple[bool, int], list[_List]] = {}
    for each in lists:
        of.setdefault(each.whose, []).append(each)
    for same in of.values():
        group: _Group = []
        for each in sorted(same, key=lambda one: (one.box.row, one.box.column)):
            if folded(each.label.text) in {folded(one.label.text) for one in group}:
                yield group
                group = []
            group.append(each)
        yield group


def _names(group: _Group) -> dict[str, str]:
    """Return the names that have a figure in two lists, or measure something and have one."""
    lines = [line for each in group for line in each.lines if line.has_figures]
    counts: dict[str, int] = {}
    for line in lines:
        counts[folded(line.name)] = counts.get(folded(line.name), 0) + 1
    return {
        folded(line.name): line.name
        for line in lines
        if counts[folded(line.name)] > 1 or _is_measured(line)
    }


def _is_measured(line: Line) -> bool:
    """Whether a name says what is measured, or has both of its values beside it."""
    roles = {value.column.role for value in line.values}
    return roles >= _NEEDED or _MEASURED.search(head(line.name)) is not None


def _are_of_indicators(group: _Group, names: Mapping[str, str]) -> bool:
    """Whether a name has a target and an actual, and one measures something.

    Other names part the values of one thing: 男性, 女性.
    """
    roles: dict[str, set[Role | None]] = {}
    for each in group:
        for line in each.lines:
            told = {value.column.role or each.column.role for value in line.values}
            roles.setdefault(folded(line.name), set()).update(told)
    is_both = any(roles[name] >= _NEEDED for name in names)
    return is_both and any(_MEASURED.search(head(name)) for name in names.values())


def _has_name(sheet: Cells, group: _Group) -> bool:
    """Whether the lists part the values of an indicator that has a name beside them or above."""
    own = {each.label for each in group}
    first = group[0]
    top = first.label.row if first.is_below else first.box.row
    while not first.is_below and top - 1 in sheet.lines:
        top -= 1
        if any(box.text == first.label.text for box in sheet.lines[top]):
            break
    last = first.label.row if first.is_below else max(each.box.bottom for each in group)
    every = chain.from_iterable(sheet.lines.get(row, ()) for row in range(top, last + 1))
    return any(box.said.column.role is Role.INDICATOR and box not in own for box in every)


# -- what they say -------------------------------------------------------------------------------


def _tell(
    sheet: Cells, table: _Table, group: _Group, names: Mapping[str, str], vocabulary: Vocabulary
) -> None:
    """Add what lists say to a table."""
    beside = _words_left(sheet, group[0]) if group[0].is_below else None
    if beside is not None:
        table.corner = sheet.at(group[0].label.row, beside.column)
    for name, text in names.items():
        values: dict[_Key, Value] = {}
        for each in group:
            line = _line_of(each, name)
            for value in line.values if line is not None else ():
                column = _column_of(sheet, each, value, vocabulary)
                key = column.role, column.period, "" if column.period else folded(column.heading)
                table.columns.setdefault(key, column)
                values.setdefault(key, value)
        table.names.append((text, beside, group[0].box, values))


def _line_of(each: _List, name: str) -> Line | None:
    """Return the first line of a list that has a name."""
    return next((line for line in each.lines if line.values and folded(line.name) == name), None)


def _column_of(sheet: Cells, each: _List, value: Value, vocabulary: Vocabulary) -> Column:
    """Return what a value is: by the label before it, by that of its list, by a line above."""
    own = value.column if value.column.role is not None else each.column
    period = value.column.period or each.column.period
    if period is None and own.role in _WORDS_OF:
        period = _year_above(sheet, each.box, _WORDS_OF[own.role], vocabulary)
    first, *_ = each.label.text.split()
    is_told = value.column.role is not None
    heading = value.column.heading if is_told else f"{first} {value.column.heading}".strip()
    return attrs.evolve(own, heading=heading, period=period)


def _year_above(
    sheet: Cells, box: Box, words: Sequence[str], vocabulary: Vocabulary
) -> Period | None:
    """Return the year that the nearest line above says of its values: 実績評価（令和６年度）."""
    row = box.row - 1
    while row in sheet.lines and len(sheet.lines[row]) > 1:
        row -= 1
    line = sheet.lines[row][0].text if row in sheet.lines else ""
    found = _DATED.findall(folded(line))
    is_of_it = len(found) == 1 and any(word in folded(line) for word in words)
    return read_heading(found[0], vocabulary=vocabulary).period if is_of_it else None


def _words_left(sheet: Cells, first: _List) -> Box | None:
    """Return the words that a row of a table begins with."""
    left = (box for box in sheet.lines[first.box.row] if box.column < first.box.column)
    return next((box for box in left if box.kind is Class.TEXT), None)


def _rests(group: _Group, names: Mapping[str, str]) -> dict[Box, Box | None]:
    """Return what is left of lists and of their labels, ``None`` where that is nothing."""
    found: dict[Box, Box | None] = {}
    for each in group:
        lines = [line.text for line in each.lines if not _is_used(each, line, names)]
        text = "\n".join(lines)
        kind = Class.FIGURE if _DIGIT.search(text) else Class.TEXT
        found[each.box] = attrs.evolve(each.box, text=text, said=Said(kind)) if text else None
        if not each.is_below:
            found[each.label] = None
    return found


def _is_used(each: _List, line: Line, names: Mapping[str, str]) -> bool:
    """Whether a line is one of a table, each value of it once."""
    name = folded(line.name)
    return name in names and _line_of(each, name) is line


# -- where they go -------------------------------------------------------------------------------


def _laid(sheet: Cells, tables: Sequence[_Table], rests: Mapping[Box, Box | None]) -> Cells:
    """Return a sheet with tables between its rows, each with a blank row above it and below."""
    at = {table.row: len(table.names) + _AROUND for table in tables}

    def line(row: int) -> int:
        return sheet.numbers.get((sheet.name, row), row)

    def moved(row: int) -> int:
        return row + sum(count for above, count in at.items() if above < row)

    made = attrs.evolve(
        sheet,
        boxes={},
        lines={},
        dittos=[],
        rests=[],
        numbers={(sheet.name, moved(row)): line(row) for row in sheet.lines},
        ragged={*map(moved, sheet.ragged)},
        titles=frozenset(map(moved, sheet.titles)),
        meanings=frozenset(map(moved, sheet.meanings)),
        unsure=frozenset(map(moved, sheet.unsure)),
    )
    dittos = {*map(id, sheet.dittos)}
    for box in dict.fromkeys(sheet.boxes.values()):
        kept = rests.get(box, box)
        if kept is None:
            continue
        row = moved(box.row)
        other = attrs.evolve(kept, row=row, bottom=row + box.bottom - box.row)
        if kept is not box and kept.said.kind is Class.FIGURE:
            made.rests.append(other)
            continue
        made.insert(other)
        made.dittos += [other] if id(box) in dittos else []
    for table in tables:
        top = moved(table.row) + 2
        rows = [table.names[0][2].row, *(each[2].row for each in table.names)]
        made.numbers |= {(sheet.name, at): line(row) for at, row in enumerate(rows, top)}
        _put(made, table, top)
    made.lines = dict(sorted(made.lines.items()))
    return made


def _put(sheet: Cells, table: _Table, row: int) -> None:
    """Put a table into rows that are free."""
    first = table.names[0][2]

    def insert(row: int, column: int, text: str, said: Said) -> None:
        box = Box(row, column, row, column, text, said, first.vocabulary, sheet=first.sheet)
        sheet.insert(box)

    start = 1 if table.corner is None else 2
    if table.corner is not None:
        insert(row, 1, table.corner.text, table.corner.said)
    insert(row, start, INDICATOR, Said(Class.LABEL, Column(INDICATOR, Role.INDICATOR)))
    for at, column in enumerate(table.columns.values(), start + 1):
        insert(row, at, column.heading, Said(Class.LABEL, column))
    for at, (name, beside, _, values) in enumerate(table.names, row + 1):
        if beside is not None:
            insert(at, 1, beside.text, beside.said)
        insert(at, start, name, Said(Class.TEXT))
        for place, key in enumerate(table.columns, start + 1):
            if key in values:
                text = values[key].text
                insert(at, place, text, what_it_says(text, vocabulary=first.vocabulary))
