"""Rows into tables: where a table begins, what its columns are, which lines are beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.issue import Location
from kpikit.language.lines import ASIDE, SENTENCE_END
from kpikit.language.marks import PLACEHOLDER
from kpikit.language.pattern import pattern
from kpikit.table.header import Header, find_headers
from kpikit.table.headings import Column, Role, folded
from kpikit.table.kinds import join_kinds
from kpikit.table.layout import PLAIN, Layout
from kpikit.table.lines import Row
from kpikit.table.parts import join_names, parts_of, rows_of_part
from kpikit.table.printed import with_printed_role
from kpikit.table.sections import is_remark, is_statement, read_heading_line, tells_origin

__all__ = ["Table", "have_rows", "split_tables"]

#: What a row has one of, and what it has one of for a period.
_ONCE: Final = frozenset((Role.INDICATOR, Role.CATEGORY))
_FIGURES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
_PLACEHOLDER: Final = pattern(PLACEHOLDER)
#: What a row of an indicator has at least one of.
_TELLING: Final = _FIGURES | {Role.INDICATOR}


@final
@attrs.frozen(repr=False)
class Table(Value):
    """A table as it stands in a source, not yet understood.

    >>> rows = [Row(1, ["指標名", "実績値", "目標値"]), Row(2, ["利用率", "48.2%", "55%以上"])]
    >>> (table,), before = split_tables(rows, "plan.csv")
    >>> table.columns[1].role, len(table.body), before
    (Role.ACTUAL, 1, [])
    """

    #: The file it stands in.
    file: str
    #: The line of its title, word for word; ``""`` if none.
    title: str
    #: Its header, as one row.
    header: Row
    #: What each cell of the header says.
    columns: tuple[Column, ...]
    #: All rows below the header.
    body: tuple[Row, ...]
    #: The sheet of a workbook that it stands in, or ``""``.
    sheet: str = ""
    #: Lines between its title and its header.
    above: tuple[Row, ...] = ()
    #: The headings of a year alone, which were taken for those of actuals.
    years: tuple[str, ...] = ()
    #: Of a table whose rows hold several indicators, the headings of these; it was split.
    split: tuple[str, ...] = ()
    #: Where rows of targets and of actuals were joined, what each kind was taken for.
    kinds: tuple[str, ...] = ()
    #: Names that went on in the row below, and were joined.
    wrapped: tuple[str, ...] = ()
    #: Headings of columns that say again what one further left does; they are kept as text.
    twice: tuple[str, ...] = ()

    def place(self, line: int | None = None, heading: str = "") -> Location:
        """Return a place of the table: by default that of its header."""
        return Location(self.file, line or self.header.line, heading, self.sheet)


def split_tables(
    rows: Sequence[Row],
    file: str,
    *,
    title: str = "",
    sheet: str = "",
    layout: Layout = PLAIN,
    vocabulary: Vocabulary = USUAL,
) -> tuple[list[Table], list[Row]]:
    """Find the tables, each with the line above its header as its title.

    Args:
        rows: All rows of the source.
        file: What the caller calls it.
        title: The title of the first table, where no line gives it.
        sheet: The sheet of the rows.
        layout: What the headings do not tell.
        vocabulary: The words that periods are read by.

    Returns:
        The tables, and the rows that stand before the first of them.

    Raises:
        TableError: The rows of a table are targets and actuals in turn, and not certain.

    >>> rows = [
    ...     Row(1, ["指標の一覧"]),
    ...     Row(2, ["指標名", "実績値", "目標値"]),
    ...     Row(3, ["利用率", "48.2%", "55%以上"]),
    ... ]
    >>> tables, _ = split_tables(rows, "plan.csv")
    >>> [each.title for each in tables]
    ['指標の一覧']
    """
    starts = _without_repeats(rows, find_headers(rows, layout, vocabulary))
    if not starts:
        return [], [row for row in rows if row.is_new]
    titles = [_title_before(rows, header.first) for header in starts]
    tops = [
        header.first if own is None else own for header, own in zip(starts, titles, strict=True)
    ]
    tables: list[Table] = []
    for header, own, end in zip(starts, titles, [*tops[1:], len(rows)], strict=True):
        named = title if own is None else _line(rows[own])
        table = attrs.evolve(_table(rows, header, end, own), file=file, title=named, sheet=sheet)
        for part in _parted(_joined(table, layout, vocabulary)):
            once = _once(part)
            body, names = join_names(once.columns, once.body)
            columns = tuple(map(with_printed_role, once.columns))
            tables.append(
                attrs.evolve(once, columns=columns, body=tuple(body), wrapped=tuple(names))
            )
        title = ""
    return tables, [row for row in rows[: tops[0]] if row.is_new]


def have_rows(tables: Sequence[Table]) -> bool:
    """Whether any row below the headings of tables has a name or a value.

    In a form that shows how it is filled in, ○○ stands for all values.
    """
    is_filled = any(_is_filled(row, table.columns) for table in tables for row in table.body)
    values = (value for table in tables for row in table.body for value in _values(row, table))
    first = next(values, None)
    is_shown = first is not None and all(map(_PLACEHOLDER.fullmatch, chain([first], values)))
    return is_filled and not is_shown


def _values(row: Row, table: Table) -> list[str]:
    """Return the values of a row that are not blank."""
    columns = table.columns
    filled = [at for at in row.filled if at < len(columns) and columns[at].role in _FIGURES]
    return [row.cells[at].strip() for at in filled]


def _is_filled(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row says something of an indicator: more than its number, and no note."""
    told = [
        row.cells[at] for at in row.filled if at < len(columns) and columns[at].role in _TELLING
    ]
    return bool(told) and not (len(row.filled) == 1 and is_remark(told[0].strip()))


def _table(rows: Sequence[Row], header: Header, end: int, title: int | None) -> Table:
    head = rows[header.first : header.last + 1]
    cells = head[0].cells if len(head) == 1 else [column.heading for column in header.columns]
    repeats = {row.cells for row in head}
    body = [row for row in rows[header.last + 1 : end] if row.cells not in repeats]
    above = [] if title is None else [row for row in rows[title + 1 : header.first] if row.is_new]
    return Table(
        "",
        "",
        Row(head[0].line, cells),
        header.columns,
        tuple(body),
        above=tuple(above),
        years=header.years,
    )


def _joined(table: Table, layout: Layout, vocabulary: Vocabulary) -> Table:
    """Join rows that are by turns targets and actuals."""
    joined = join_kinds(table.columns, table.body, table.place, layout.words, vocabulary)
    if joined is None:
        return table
    return attrs.evolve(
        table,
        header=Row(table.header.line, [column.heading for column in joined.columns]),
        columns=joined.columns,
        body=joined.rows,
        years=(),
        kinds=joined.kinds,
    )


def _parted(table: Table) -> list[Table]:
    """Return a table for each of the indicators that its rows hold."""
    parts = parts_of(table.columns)
    if len(parts) == 1:
        return [table]
    columns = [tuple(table.columns[at] for at in part.places) for part in parts]
    heads = [next(one for one in own if one.role is Role.INDICATOR) for own in columns]
    return [
        attrs.evolve(
            table,
            header=table.header.at(part.places),
            columns=own,
            body=tuple(rows_of_part(table.body, parts, number)),
            above=() if number else table.above,
            years=tuple(one.heading for one in own if one.heading in table.years),
            split=() if number else tuple(" ".join(head.heading.split()) for head in heads),
        )
        for number, (part, own) in enumerate(zip(parts, columns, strict=True))
    ]


def _once(table: Table) -> Table:
    """Keep as text what an indicator has twice, since nobody knows which of the two holds.

    It has one name and one category, and one column of targets and of actuals for a period. Of
    columns with the same heading the first holds; of others none does.
    """
    headings = {_what(column): column for column in table.columns if _what(column)}
    figures = Counter(_figures_of(column) for column in headings.values())
    seen: set[tuple[object, ...]] = set()
    columns: list[Column] = []
    twice: list[str] = []
    for column in table.columns:
        key, figure = _what(column), _figures_of(column)
        again = key in seen or (figure != () and figures[figure] > 1)
        columns.append(attrs.evolve(column, role=None) if again else column)
        twice += [column.heading] if again else []
        seen |= {key} if key else set()
    return attrs.evolve(table, columns=tuple(columns), twice=tuple(twice))


def _what(column: Column) -> tuple[object, ...]:
    """Return what a column says of an indicator, ``()`` if that may be said again."""
    if column.role in _FIGURES:
        return column.role, folded(column.heading), column.period
    return (column.role,) if column.role in _ONCE else ()


def _figures_of(column: Column) -> tuple[object, ...]:
    """Return which targets or actuals a column holds, ``()`` if it holds none."""
    if column.role not in (Role.TARGET, Role.ACTUAL):
        return ()
    return column.role, column.period, column.status, column.statistic, column.unit


def _without_repeats(rows: Sequence[Row], headers: list[Header]) -> list[Header]:
    """Leave out each header that repeats the one before it on a new page, without a title."""
    kept: list[Header] = []
    for header in headers:
        again = bool(kept) and rows[kept[-1].first].cells == rows[header.first].cells
        if not again or _title_before(rows, header.first) is not None:
            kept.append(header)
    return kept


def _title_before(rows: Sequence[Row], start: int) -> int | None:
    """Return the index of the line that is the title of the table whose header is *start*.

    Notes and units may stand between the two, and an aside, which is the title only where no
    line above it is.
    """
    aside = None
    for index in range(start - 1, -1, -1):
        row = rows[index]
        if len(row.filled) > 1:
            break
        if not row.is_new or is_remark(text := row.cells[min(row.filled)]):
            continue
        if text.rstrip().endswith(SENTENCE_END) or is_statement(text) or tells_origin(text):
            continue
        inside = not row.covered and min(row.filled) > min(rows[start].filled)
        if re.fullmatch(ASIDE, text):
            aside = index if aside is None and not inside else aside
        elif inside or read_heading_line(text):
            break
        else:
            return index
    return aside


def _line(row: Row) -> str:
    """Return a row of one cell as the line that it is."""
    return row.cells[min(row.filled)].strip("\t")
