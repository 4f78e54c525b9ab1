"""Which way to read a sheet: as rows below headings, or by the labels of each figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.errors import TableError
from kpikit.language.headings import NOT_OF_ITS_YEAR, UNIT_LINE
from kpikit.language.issue import Issue
from kpikit.language.lines import VALUE_OF_YEAR, YEAR_OF_VALUES
from kpikit.language.marks import CLOSING, DITTOS, NOTES
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.observation import Status
from kpikit.table.again import begins_as_above
from kpikit.table.blocks import Table, have_rows, split_tables
from kpikit.table.classes import SAYING, Class, is_year, what_it_says
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role, folded
from kpikit.table.items import items_of
from kpikit.table.layout import PLAIN, Layout
from kpikit.table.lines import Row
from kpikit.table.part_year import parts_among
from kpikit.table.printed import read_direction
from kpikit.table.wholes import is_part

if TYPE_CHECKING:
    from kpikit.table.cells import Cells
    from kpikit.table.doubted import Range
    from kpikit.table.found import Found

__all__ = ["SheetTables", "are_doubtful", "better_way", "has_all", "read_sheet", "tells_more"]

_NEEDED: Final = frozenset((Role.INDICATOR, Role.TARGET, Role.ACTUAL))
_YEARS: Final = frozenset((Role.TARGET_YEAR, Role.ACTUAL_YEAR, Role.BASELINE_YEAR))
#: Values whose year headings may fail to tell.
_DATED: Final = (Role.TARGET, Role.ACTUAL)
#: A list of more rows whose headings explain each figure is read by them at once.
_LONG: Final = 2_000
#: No table with its names above its columns has more rows, those of several together either.
_ACROSS: Final = 400
#: No year is longer.
_SHORT: Final = 12
_TELLING: Final = frozenset((Class.FIGURE, Class.YEAR))
#: What a name ends with that may say in what it is counted.
_CLOSING: Final = frozenset(f"{CLOSING}）］｝＞") - {"\\"}
_DITTOS: Final = frozenset(DITTOS)
_VALUES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
#: What stands right beside names and tells their rows apart.
_SORTING: Final = frozenset((Role.CATEGORY, None))
#: What labels say of columns whose headings are not known: nothing, or that they are of values.
_UNTAKEN: Final = _VALUES | {None}
#: What a value is, or what the publisher works out of it.
_OF_VALUES: Final = _VALUES | {Role.RATE}
#: What no plain value or name is.
_TELLS_OTHERS: Final = SAYING | {Class.DASH, Class.UNIT}
#: What a remark has that says of which year the values of its row are.
_OF_YEAR: Final = pattern(f"{VALUE_OF_YEAR}|{YEAR_OF_VALUES}")
_DATE: Final = pattern(DATED)
_BEFORE: Final = pattern(NOT_OF_ITS_YEAR)
#: What a line has that may tell the year or the unit of the values below it.
_TELLS: Final = pattern(rf"{DATED}|{UNIT_LINE}")


@final
@attrs.frozen(eq=False)
class SheetTables:
    """The tables of a sheet."""

    tables: list[Table | Found]
    #: The lines before them.
    before: list[Row] = attrs.field(factory=list[Row])
    #: Where the targets stand of a sheet that is not read, ``""`` if it has none.
    refused: str = ""
    #: What stands beside the tables and is none of their values.
    issues: tuple[Issue, ...] = ()
    #: Names of a sheet that is not read, which several of its rows or columns have.
    twice: tuple[str, ...] = ()
    #: What its labels tell, where another sheet may have the other half: its actuals.
    half: Found | None = None
    #: Tells what its labels tell of a sheet without targets, which may be that other half.
    rest: Callable[[], Found] | None = None


def read_sheet(
    rows: Sequence[Row],
    cells: Callable[[], Cells],
    file: str,
    *,
    title: str = "",
    name: str = "",
    layout: Layout = PLAIN,
    vocabulary: Vocabulary = USUAL,
) -> SheetTables:
    """Return the tables of a sheet, and the lines before them.

    Raises:
        TableError: Nothing tells what the figures are.
    """
    fault: TableError | None = None
    tables, before = list[Table](), list[Row]()
    try:
        tables, before = split_tables(
            rows, file, title=title, sheet=name, layout=layout, vocabulary=vocabulary
        )
    except TableError as error:
        if layout.names_columns:
            raise
        fault = error
    tables = tables if have_rows(tables) else []
    if layout.names_columns or _are_sure(tables, before, len(rows)):
        return SheetTables(list(tables), before)
    from kpikit.table.aims import may_aim  # of use where headings do not tell all
    from kpikit.table.facts import facts_of  # of use where headings do not tell all
    from kpikit.table.found import Found  # of use where headings do not tell all
    from kpikit.table.lanes import lanes_of  # of use where headings do not tell all

    sheet = cells()
    hidden = frozenset(row.line for row in rows if row.hidden)

    def found_in(cells: Callable[[], Cells]) -> Found:
        def told(sheet: Cells) -> Found:
            return Found(file, name, facts_of(sheet, vocabulary), title, hidden, layout.ahead)

        down = told(cells())
        return down if len(rows) > _ACROSS else better_way(down, lambda: told(cells().turned()))

    def found_in_it() -> Found:
        return found_in(cells)

    is_whole = bool(tables) and all(map(_is_whole, tables))
    if fault is None and not is_whole and not may_aim(sheet, vocabulary):
        return SheetTables([], before, rest=found_in_it)
    lanes = _beside(cells, len(lanes_of(sheet)), found_in)
    found = lanes[0] if lanes else found_in_it()
    if lanes or tells_more(found, tables):
        return SheetTables([*lanes] or [found])
    told = _of_headings(found, tables, before)
    told = _certain(told, found, sheet, lambda gone: found_in(lambda: cells().without(gone)))
    if fault is not None and not told.tables:
        raise fault
    return told


def _beside(
    cells: Callable[[], Cells], count: int, told: Callable[[Callable[[], Cells]], Found]
) -> list[Found]:
    """Return what each of so many tables side by side tells, ``[]`` if one does not tell all."""
    from kpikit.table.lanes import lanes_of  # of use where headings do not tell all

    def lane(at: int) -> Cells:
        return lanes_of(cells())[at]

    found = [told(partial(lane, at)) for at in range(count)]
    return found if all(each.is_whole and each.indicators for each in found) else []


def _are_sure(tables: Sequence[Table], before: Sequence[Row], count: int) -> bool:
    """Whether headings tell all there is, and labels need not be asked."""
    is_alone = len(tables) == 1 and not any(map(_has_several_figures, before))
    is_sure = count > _LONG or (is_alone and _is_plain(tables[0], before))
    return is_sure and bool(tables) and all(map(_is_whole, tables))


def _certain(
    told: SheetTables, found: Found, sheet: Cells, without: Callable[[Sequence[Range]], Found]
) -> SheetTables:
    """Return of a sheet that is not read what is certain without the tables that are in doubt."""
    if told.tables:
        return told
    from kpikit.table.doubted import certain_part, tables_of  # of use for such sheets only

    part = certain_part(found, tables_of(sheet, found), without)
    if part is None:
        return told
    rest, doubted = part
    return SheetTables([rest], issues=tuple(found.left_within(doubted)))


def better_way(down: Found, across: Callable[[], Found]) -> Found:
    """Return what a sheet says read down, or read across where that explains more of it.

    Args:
        down: What it says read down.
        across: Tells what it says with its rows as columns.
    """
    if down.is_plain:
        return down
    other = across()
    is_better = _is_simpler(other, down) if down.is_whole else _tells_what_is_not(other, down)
    is_better = is_better and not other.facts.dittos  # of what stands above them
    return other if is_better and other.is_whole and other.is_told_apart else down


def _is_simpler(other: Found, down: Found) -> bool:
    """Whether what is read across explains more than what is whole read down."""
    is_fewer = len(other.indicators) <= len(down.indicators)
    is_poor = len(down.facts.left) > len(down.facts.facts) or not down.is_named_once
    is_poor = is_poor or (other.is_plain and _left_over(down) > 0)
    is_left = _unexplained(other) > _unexplained(down) or other.dated < down.dated
    if is_left or _leaves_names(other, down) or not (is_fewer or is_poor):
        return False
    is_named = down.is_named_once and not other.is_named_once
    if not is_poor and is_named and _unexplained(other) == _unexplained(down):
        return False
    if other.account == down.account:
        if _unexplained(other) < _unexplained(down):
            return len(other.untold) < len(down.untold)
        return other.words > down.words and len(other.untold) <= len(down.untold)
    return other.account > down.account


def _leaves_names(other: Found, down: Found) -> bool:
    """Whether parts read across have no whole, though what is part of a name read down is left.

    What is left of other names is a section above them as well as a part of each.
    """
    from kpikit.table.wholes import is_of_whole  # of use where a sheet is read both ways only

    facts = [fact for group in other.indicators for fact in group.facts]
    if not any(len(fact.names) == 1 and is_of_whole(fact.names[0].text) for fact in facts):
        return False
    names = {box.text for group in down.indicators for fact in group.facts for box in fact.names}
    return any(box.text in names for box in other.untold)


def _unexplained(found: Found) -> int:
    """Return how many figures, years and marks are those of no value."""
    return _left_over(found) + sum(box.said.kind is Class.MARK for box in found.facts.apart)


def _left_over(found: Found) -> int:
    """Return how many figures and years are those of no value."""
    return len(found.facts.left) + len(found.unused_years)


def _tells_what_is_not(other: Found, down: Found) -> bool:
    """Whether what is read across tells more, or leaves less over, than what is not whole."""
    is_more = other.dated > down.dated or other.account > down.account
    is_left = len(other.facts.left) + len(other.untold) < len(down.facts.left) + len(down.untold)
    # Of labels that contradict each other read down, none is lost read across.
    facts = [fact for group in other.indicators for fact in group.facts]
    untold = (fact for fact in facts if fact.period is None and not fact.is_dated)
    is_dated = not down.contradicted or all(fact.box.kind is Class.DASH for fact in untold)
    is_told = other.dated > 0 and is_dated and (is_more or is_left)
    return is_told and _left_over(other) <= _left_over(down)


def _of_headings(found: Found, tables: Sequence[Table], before: list[Row]) -> SheetTables:
    """Return the tables that the headings of a sheet tell, unless something is in doubt."""
    is_doubtful = are_doubtful(found, tables) or _leaves_targets(tables, found)
    if is_doubtful or not any(map(has_all, tables)):
        half = found if found.half else None
        return SheetTables([], before, found.aims, twice=tuple(found.twice), half=half)
    beside = tuple(found.left_outside(_lines(tables)))
    return SheetTables(list(tables), before, issues=beside)


def _lines(tables: Sequence[Table]) -> set[int]:
    """Return the lines of a file that tables take."""
    rows = (row for table in tables for row in (table.header, *table.body))
    return {line for row in rows for line in (row.line, *row.lines)}


def are_doubtful(found: Found, tables: Sequence[Table]) -> bool:
    """Whether labels contradict what headings tell, or neither tells all there is."""
    is_doubtful = bool(found.contradicted) or not (found.is_whole or all(map(_is_whole, tables)))
    return is_doubtful or any(map(_has_two_units, tables)) or _has_wide(found)


def tells_more(found: Found, tables: Sequence[Table]) -> bool:
    """Whether labels tell what the headings of tables do not: a value, a year, a unit, a name.

    Figures that are in no table are told of, too. Labels tell a plan before it runs, which has no
    actuals.
    """
    if found.ahead and found.half is Role.TARGET:
        return True
    is_more = _has_wide(found) or not _explains_all(tables, found) or _leaves_figures(tables, found)
    return found.is_whole and (is_more or _tells_apart(found, tables))


def _tells_apart(found: Found, tables: Sequence[Table]) -> bool:
    """Whether tables of one title are those of several forms, whose labels say of what: 施設名."""
    titles = {table.title for table in tables}
    return len(titles) < len(tables) and len({group.path for group in found.groups}) > len(titles)


def _has_wide(found: Found) -> bool:
    """Whether a figure covers columns of several years, and is that of none."""
    return any(box.right > box.column for box in found.facts.left)


def _leaves_figures(tables: Sequence[Table], found: Found) -> bool:
    """Whether several figures stand in one row that no table has, and are those of nothing."""
    return next(iter(found.left_outside(_lines(tables))), None) is not None


def _leaves_targets(tables: Sequence[Table], found: Found) -> bool:
    """Whether labels tell targets in rows that no table has: they would be dropped unsaid."""
    lines = _lines(tables)
    return any(
        fact.role is Role.TARGET
        and fact.box.kind is Class.FIGURE
        and found.place(fact.box).line not in lines
        for group in found.groups
        for fact in group.facts
    )


def has_all(table: Table) -> bool:
    """Whether a table has names, targets and actuals."""
    return {column.role for column in table.columns} >= _NEEDED


def _explains_all(tables: Sequence[Table], found: Found) -> bool:
    """Whether the headings of tables explain each figure and each year in their rows."""
    if not tables or any(table.twice for table in tables):
        return False
    if not all(_is_whole(table) for table in tables) or _tells_more(tables, found):
        return False
    names = sorted(name for table in tables for name in _names(table))
    return names == sorted(folded(group.name) for group in found.indicators)


def _names(table: Table) -> list[str]:
    """Return the names of the rows that would be read as indicators."""
    rows = (Fields(table.file, row, table.columns, table.sheet) for row in table.body if row.filled)
    return [
        folded(fields.text(Role.INDICATOR))
        for fields in rows
        if not (fields.goes_on or fields.heading or fields.stands_alone or fields.is_note)
        and not (fields.is_remark or fields.counts_results)
    ]


def _is_whole(table: Table) -> bool:
    roles = [column.role for column in table.columns]
    said = {what_it_says(column.heading).column.role for column in table.columns}
    if not set(roles) >= _NEEDED or not _YEARS.isdisjoint(said) or roles.count(Role.BASELINE) > 1:
        return False
    if any(column.revision or _may_be_before(column) for column in table.columns):
        return False
    name = roles.index(Role.INDICATOR)
    names = (row.cells[name].strip() for row in table.body if name < len(row.cells))
    if any(len(each) <= _SHORT and is_year(each) for each in names):
        return False
    if any(begins_as_above(row.cells[name]) for row in table.body if name < len(row.cells)):
        return False
    values = [at for at, role in enumerate(roles) if role in _VALUES]
    if any(_is_of_labels(row, name, values) for row in table.body):
        return False
    if any(not _DITTOS.isdisjoint(row.cells) for row in table.body):
        return False
    if _has_mixed_years(table) or _has_dated_lines(table) or _has_sorts(table, name):
        return False
    if _has_uncounted_parts(table, name):
        return False
    if any(_is_of_years(row, table.columns, name) for row in table.body) or _has_kinds(table):
        return False
    untold = [
        at
        for at, column in enumerate(table.columns)
        if column.role is None and what_it_says(column.heading).column.role in _UNTAKEN
    ]
    return not (_has_figures(table, untold) or _has_marks(table) or _has_two_units(table))


def _has_several_figures(row: Row) -> bool:
    return sum(_is_figure(row.cells[at]) for at in row.filled) > 1


def _may_be_before(column: Column) -> bool:
    """Whether a heading is of values before those of now, whose cells may have their own year."""
    return column.role is None and _BEFORE.fullmatch(folded(column.heading)) is not None


def _is_of_labels(row: Row, name: int, values: Sequence[int]) -> bool:
    """Whether a row has a label for its name and no figure: 担当課, 評価; 達成率, 5% is one.

    Most rows have a figure where values stand, so that these are looked at first.
    """
    filled = [at for at in row.filled if at >= name]
    first = (at for at in values if name <= at < len(row.cells))
    if not filled or any(_is_figure(row.cells[at]) for at in chain(first, reversed(filled))):
        return False
    return what_it_says(row.cells[filled[0]]).column.role not in (None, Role.INDICATOR)


def _is_figure(text: str) -> bool:
    return what_it_says(text).kind is Class.FIGURE


def _has_kinds(table: Table) -> bool:
    """Whether cells say what the values of rows of one name are: 実績 and 達成度 below 区分."""
    kinds = [at for at, column in enumerate(table.columns) if column.role is Role.CATEGORY]
    name = next(at for at, column in enumerate(table.columns) if column.role is Role.INDICATOR)
    return any(
        name in row.continued and what_it_says(row.cells[at].strip()).column.role in _OF_VALUES
        for at in kinds
        for row in table.body
        if at < len(row.cells)
    )


def _has_uncounted_parts(table: Table, name: int) -> bool:
    """Whether the part of a whole is counted as that is: うち家庭系 right of no unit."""
    units = [at for at, column in enumerate(table.columns) if column.role is Role.UNIT]
    parts = (row.cells for row in table.body if name in row.filled and is_part(row.cells[name]))
    return any(not cells[at].strip() for cells in parts for at in units if at < len(cells))


def _has_sorts(table: Table, name: int) -> bool:
    """Whether rows of one name are told apart by the sort right beside it: 小学校, 中学校.

    Its heading says so, or nothing that is known: 対象.
    """
    sort = name + 1
    is_sorted = len(table.columns) > sort and table.columns[sort].role in _SORTING
    if not is_sorted or len(table.body) > _LONG:
        return False
    found: dict[str, set[str]] = {}
    for row in table.body:
        if len(row.cells) > sort and row.cells[name].strip():
            found.setdefault(folded(row.cells[name]), set()).add(folded(row.cells[sort]))
    return any(len(sorts) > 1 for sorts in found.values())


def _has_mixed_years(table: Table) -> bool:
    """Whether actuals are of parts of a year, or some have a year and others have none."""
    seen = [column for column in table.columns if column.role is Role.ACTUAL]
    told = {column.period for column in seen if column.status is not Status.FORECAST}
    return bool(parts_among(column.period for column in seen)) or (None in told and len(told) > 1)


def _has_dated_lines(table: Table) -> bool:
    """Whether a line among the rows names a year, and the headings of their values none."""
    columns = [column for column in table.columns if column.role in _DATED]
    is_open = any(column.period is None for column in columns)
    lines = (row.line_text for row in table.body if len(row.filled) == 1)
    return is_open and any(_DATE.search(folded(line)) for line in lines)


def _is_of_years(row: Row, columns: Sequence[Column], name: int) -> bool:
    """Whether a row says from when on its columns are of other years: （R8） below values."""
    if name in row.filled:  # as of most rows
        return False
    cells = [(columns[at].role, row.cells[at].strip()) for at in row.filled if at < len(columns)]
    return {what_it_says(text).kind for role, text in cells if role in _VALUES} == {Class.YEAR}


def _is_plain(table: Table, before: Sequence[Row]) -> bool:
    """Whether headings tell all there is: each row has a name, no cell says what others are.

    A year or a unit above the table may be that of its values.
    """
    lines = [table.title, table.sheet, *(row.line_text for row in (*before, *table.above))]
    may_tell = any(_TELLS.search(folded(line)) for line in lines)
    roles = [column.role for column in table.columns]
    if not set(roles) >= _NEEDED:
        return False
    once = [role for role in roles if role in (Role.INDICATOR, Role.UNIT)]
    figures = [at for at, role in enumerate(roles) if role in _VALUES]
    is_unclear = None in roles[: figures[-1]] or len(once) != len(set(once))
    unread = (column.heading for column in table.columns if column.role is None)
    is_unclear = is_unclear or any(_DATE.search(folded(heading)) for heading in unread)
    name = roles.index(Role.INDICATOR)
    if may_tell or is_unclear or figures[0] < name or not _has_one_head(table):
        return False
    remarks = [at for at, role in enumerate(roles) if role is Role.REMARK]
    rows = [row for row in table.body if row.filled]
    return all(
        _is_full(row, len(roles), name, figures) and not _tells_year(row, remarks) for row in rows
    )


def _tells_year(row: Row, remarks: Sequence[int]) -> bool:
    """Whether a remark may say of which year the values of its row are."""
    return any(_OF_YEAR.search(folded(row.cells[at])) for at in remarks)


def _has_one_head(table: Table) -> bool:
    """Whether the headings are one row, with rows of values right below it."""
    return bool(table.body) and table.body[0].line == table.header.line + 1


def _is_full(row: Row, width: int, name: int, figures: Sequence[int]) -> bool:
    """Whether a row is that of an indicator, with a cell below each heading."""
    if len(row.cells) != width or row.covered or row.continued or row.hidden:
        return False
    if len(row.filled) == 1:  # a section
        return False
    text = row.cells[name].strip()
    if not text or text[0] in NOTES or text[-1] in _CLOSING or items_of(text):
        return False
    told = what_it_says(text)
    said = {what_it_says(row.cells[at].strip()).kind for at in figures}
    if said == {Class.FIGURE} and told.kind is Class.LABEL:
        from kpikit.table.structure import PRINTED  # of use for such names only

        return told.column.role in PRINTED  # an indicator may be called 達成率, or 評価
    return told.kind not in _TELLS_OTHERS and _TELLS_OTHERS.isdisjoint(said)


def _has_two_units(table: Table) -> bool:
    """Whether a row has two units, and none of its figures says which is its own."""
    columns = [at for at, column in enumerate(table.columns) if column.role is Role.UNIT]
    return len(columns) > 1 and any(
        len({row.cells[at].strip() for at in columns if at < len(row.cells)} - {""}) > 1
        for row in table.body
    )


def _has_figures(table: Table, columns: Sequence[int]) -> bool:
    """Whether figures or years stand in columns of a table."""
    return any(
        what_it_says(row.cells[at].strip()).kind in _TELLING
        for at in columns
        for row in table.body
        if at < len(row.cells)
    )


def _has_marks(table: Table) -> bool:
    """Whether marks alone stand below a heading that says nothing: results right of values.

    Left of them they are told only if they are arrows.
    """
    roles = [column.role for column in table.columns]
    last = max(at for at, role in enumerate(roles) if role in _VALUES)
    for at in (at for at, role in enumerate(roles) if role is None):
        cells = [row.cells[at].strip() for row in table.body if at < len(row.cells)]
        marks = {text for text in cells if text and what_it_says(text).kind is not Class.DASH}
        if {what_it_says(text).kind for text in marks} == {Class.MARK} and (
            at > last or None not in map(read_direction, marks)
        ):
            return True
    return False


def _tells_more(tables: Sequence[Table], found: Found) -> bool:
    """Whether labels tell the year of a value, or a unit, that headings do not."""
    columns = [column for table in tables for column in table.columns]
    facts = [fact for group in found.indicators for fact in group.facts]
    if any(fact.is_noted or fact.doubted_by for fact in facts):
        return True
    dated = any(
        fact.period is not None and all(each.said.column.period is None for each in fact.labels)
        for fact in facts
        if fact.role is Role.ACTUAL
    )
    for role in _DATED:
        undated = any(each.role is role and each.period is None for each in columns)
        periods = [fact.period for fact in facts if fact.role is role]
        dated = dated or (undated and bool(periods) and None not in periods)
        known = {each.period for each in columns if each.role is role}
        dated = dated or (None not in known and not known.issuperset(periods))
    has_units = any(each.role is Role.UNIT or each.unit for each in columns)
    return dated or (not has_units and any(fact.unit for fact in facts))
