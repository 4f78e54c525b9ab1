"""Tables into a plan, whatever they were read from: nothing of them is dropped silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import PureWindowsPath
from typing import Final, Protocol, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import INDICATOR, NUMBER_OF, ROLES
from kpikit.language.issue import Issue, Location
from kpikit.language.lines import SENTENCE_END, SORTING
from kpikit.language.pattern import pattern
from kpikit.model.indicator import Indicator
from kpikit.model.plan import Category, Chosen, Plan, Section
from kpikit.table.blocks import Table
from kpikit.table.classes import SAYING, Class, read_class, what_it_says
from kpikit.table.faults import table_error
from kpikit.table.fields import Fields, Heads
from kpikit.table.firmness import Firmness, firmness_of
from kpikit.table.headings import Column, Role, folded
from kpikit.table.indicators import read_indicator, with_share
from kpikit.table.lines import Row, says
from kpikit.table.parts import TOTAL
from kpikit.table.sections import (
    Heading,
    is_remark,
    is_statement,
    read_category,
    read_counted_line,
    read_departments,
    read_heading_line,
    read_legend,
    read_section_name,
    read_table_title,
)
from kpikit.table.stopped import targets_that_stop
from kpikit.table.wholes import is_part, whole_name

__all__ = ["Node", "Tree", "build_tree", "plan_of"]

#: Role → what its column is called where it is missing.
_NEEDED: Final = {
    role: ROLES[role.value].split()[0] for role in (Role.INDICATOR, Role.ACTUAL, Role.TARGET)
}
#: A heading that says whose number it is: 施策番号, 指標番号.
_WHOSE: Final = pattern(NUMBER_OF)
_SORTING: Final = pattern(SORTING)
#: What is longer is no value with its year.
_SHORT: Final = 24
#: What is a value of an indicator.
_VALUES: Final = (Role.BASELINE, Role.ACTUAL, Role.TARGET)


@final
@attrs.define(eq=False)
class Node:
    """A section while its rows are still being read."""

    heading: Heading
    text: str
    location: Location
    category: Category | None = None
    departments: dict[str, None] = attrs.field(factory=dict[str, None])
    indicators: list[Indicator] = attrs.field(factory=list[Indicator])
    #: The sections below it; most have none.
    _nodes: list[Node] | None = None

    @property
    def nodes(self) -> Sequence[Node]:
        """The sections below it."""
        return self._nodes or ()

    def put(self, node: Node) -> None:
        """Add a section below it."""
        if self._nodes is None:
            self._nodes = [node]
        else:
            self._nodes.append(node)

    def freeze(self, categories: Mapping[str, Category], firmness: Firmness) -> Section:
        """Return the section, with what the legend says of its category and notes of its values."""
        category = self.category
        if category is not None:
            told = categories[category.code]
            category = Category(category.code, category.title or told.title, told.meaning)
        return Section(
            self.heading.kind,
            self.heading.code,
            self.heading.title,
            category=category,
            departments=self.departments,
            indicators=[
                with_share(firmness.of(each), categories.values()) for each in self.indicators
            ],
            sections=[node.freeze(categories, firmness) for node in self.nodes],
            heading=self.text,
            location=self.location,
        )

    def categories(self) -> list[Category]:
        """Return the categories of this section and all below it."""
        own = [] if self.category is None else [self.category]
        return own + [each for node in self.nodes for each in node.categories()]


class _Told(Protocol):
    """Tables that know how to become a tree."""

    def tree(self, vocabulary: Vocabulary = ...) -> Tree:
        """Return the sections and the indicators."""
        ...

    def taken(self) -> list[Chosen]:
        """Say how the cells were taken."""
        ...


@final
@attrs.define(eq=False)
class Tree:
    """What was read of one table."""

    root: Node
    #: The column of the numbers of its innermost sections, counted from 0.
    number: int | None = None
    issues: list[Issue] = attrs.field(factory=list[Issue])
    remarks: list[str] = attrs.field(factory=list[str])
    #: The open sections, outermost first.
    path: list[Node] = attrs.field(factory=list[Node])
    #: The section of the last row, with its number and name.
    last: tuple[Node, str, str] | None = None
    #: The section that this row shares with those above it.
    shared: Node | None = None
    #: Whether a line said that what follows is none of the table.
    is_beside: bool = False
    #: The name of the last indicator that is no part of another one, ``""`` below a new heading.
    whole: str = ""

    def open(self, heading: Heading, text: str, place: Location) -> None:
        """Open a section below those of a higher level; the one that is open stays."""
        levels = [node.heading.level for node in self.path]
        if heading.level in levels:
            at = levels.index(heading.level)
            if self.path[at].text == text and self.path[at].heading == heading:
                return
            del self.path[at:]
        node = Node(heading, text, place)
        self._inner().put(node)
        self.path.append(node)
        self.last, self.whole = None, ""

    def row(self, fields: Fields) -> None:
        """Add a row: a section with an indicator, or one more indicator of the last."""
        sections = fields.of(Role.SECTION)
        for level, (column, text) in enumerate(sections[:-1]):
            heading = read_heading_line(text, kind=column.kind)
            if text.strip() and heading:
                heading = attrs.evolve(heading, level=str(level))
                self.open(heading, text, fields.place(column))
        number, name = self._number(fields), sections[-1][1].strip() if sections else ""
        node = self._own(number, name, fields)
        known = node.heading.title or fields.text(Role.NUMBER) or "—"
        indicator, issues = read_indicator(fields, known)
        indicator = self._of_whole(indicator)
        self.issues += issues
        node.indicators.append(indicator)
        node.category = node.category or read_category(fields.text(Role.CATEGORY))
        node.departments |= dict.fromkeys(_departments(fields))

    def _of_whole(self, indicator: Indicator) -> Indicator:
        """Return an indicator; the part of one above it, うち女性, is called by that too."""
        if is_part(indicator.name):
            name = whole_name(self.whole, indicator.name) if self.whole else indicator.name
            return attrs.evolve(indicator, name=name)
        self.whole = "" if TOTAL.fullmatch(indicator.name) else indicator.name
        return indicator

    def more(self, fields: Fields) -> None:
        """Add the lower part of the last row: departments, and other text as a remark."""
        own = [
            (column, text)
            for index, (column, text) in enumerate(fields.pairs())
            if text.strip() and index not in fields.row.continued
        ]
        for column, text in own:
            if column.role is Role.DEPARTMENT and self.last:
                self.last[0].departments |= dict.fromkeys(read_departments(text))
            else:
                self.remarks.append(text)

    def line(self, fields: Fields, below: Fields | None) -> None:
        """Take a line that is counted for the heading of the rows below it, any other as beside.

        Where they have no values, they are none of the table.
        """
        row = fields.row
        text = row.line_text.strip()
        counted = None if is_remark(text) else read_counted_line(text)
        self.is_beside = counted is not None and (below is None or not below.has_values)
        if counted is None or self.is_beside:
            self.beside(row, fields.place())
        else:
            self.open(counted, text, fields.place())

    def beside(self, row: Row, place: Location) -> None:
        """Keep a line that is no row: a remark, or a stray one.

        In a cell of its own a sentence is a remark; in a file of text it may be a row in one piece.
        """
        text = row.line_text
        self.remarks.append(text)
        is_sentence = place.sheet != "" and text.rstrip().endswith(SENTENCE_END)
        if not (is_sentence or is_remark(text.strip())):
            self.issues.append(Issue("stray-line", text, 0, len(text), location=place))

    def remark(self, fields: Fields) -> None:
        """Keep a row that is called a remark; what stands below the heading of a value is said."""
        self.remarks.append(fields.row.line_text)
        for role in _VALUES:
            for column, text in fields.of(role):
                if says(text):
                    place = fields.place(column)
                    self.issues.append(Issue("cell-left", text, 0, len(text), text.strip(), place))

    def hide(self, fields: Fields) -> None:
        """Say that a row was read although it is hidden."""
        text = fields.row.text
        self.issues.append(Issue("row-hidden", text, 0, len(text), location=fields.place()))

    def _own(self, number: str, name: str, fields: Fields) -> Node:
        sections = fields.of(Role.SECTION)
        named = bool(sections or fields.of(Role.NUMBER))
        if self.last and named and ((number, name) in (("", ""), self.last[1:])):
            last, number, name = self.last
            same = _is_of(last, fields)
            if same and last is self.shared:
                return last
            node = self._apart(last, fields)
            if same:
                node.category, node.departments = last.category, dict(last.departments)
            self.last = node, number, name
            return node
        kind = sections[-1][0].kind if sections else INDICATOR
        heading = Heading(kind, number, name, "row")
        if not sections:
            heading = attrs.evolve(heading, title=fields.text(Role.INDICATOR))
        elif not number:
            heading = attrs.evolve(read_section_name(name, kind), level="row")
        node = Node(heading, "", fields.place())
        self._inner().put(node)
        self.last = node, number, name
        self.shared = node
        return node

    def _number(self, fields: Fields) -> str:
        cells, at = fields.row.cells, self.number
        return cells[at].strip() if at is not None and at < len(cells) else ""

    def _apart(self, last: Node, fields: Fields) -> Node:
        """Give rows of one section, whose categories or departments differ, a node for each.

        A category and the departments are those of a section, and would count for all its rows.
        """
        shared = self.shared or last
        if last is shared:
            for each in last.indicators:
                last.put(
                    Node(
                        Heading(INDICATOR, "", each.name, "row"),
                        last.text,
                        last.location,
                        last.category,
                        dict(last.departments),
                        [each],
                    )
                )
            last.category, last.departments, last.indicators = None, {}, []
        node = Node(Heading(INDICATOR, "", fields.text(Role.INDICATOR), "row"), "", fields.place())
        shared.put(node)
        return node

    def _inner(self) -> Node:
        return self.path[-1] if self.path else self.root


def build_tree(table: Table, vocabulary: Vocabulary = USUAL) -> Tree:
    """Read every row of a table."""
    code, title = read_table_title(table.title)
    root = Node(Heading("table", code, title, ""), table.title, table.place())
    tree = Tree(root, _number_column(table.columns))
    tree.issues += _column_issues(table)
    tree.remarks += [row.line_text for row in table.above]
    heads = Heads(table.columns)
    rows = (
        Fields(table.file, row, table.columns, row.page or table.sheet, vocabulary, heads)
        for row in table.body
        if row.filled
    )
    for fields, below in pairwise(chain(rows, [None])):
        assert fields is not None  # noqa: S101 - only the last one is
        _add(tree, fields, below)
    return tree


def _number_column(columns: Sequence[Column]) -> int | None:
    """Return the column that numbers the innermost sections, ``None`` if there is none.

    What stands to the right of their names numbers the indicators, unless its heading says else.
    """
    numbers = [at for at, column in enumerate(columns) if column.role is Role.NUMBER]
    names = [at for at, column in enumerate(columns) if column.role is Role.SECTION]
    if not names:
        return next(iter(numbers), None)
    inner = names[-1]
    for at in numbers:
        found = _WHOSE.fullmatch(columns[at].kind)
        whose = found[1] if found else ""
        if (at < inner and whose != INDICATOR) or (found and whose == columns[inner].kind):
            return at
    return None


def _is_of(node: Node, fields: Fields) -> bool:
    """Whether a row says nothing else of category and departments than its section has."""
    category = read_category(fields.text(Role.CATEGORY))
    departments = set(_departments(fields))
    return category in (None, node.category) and departments in (set(), set(node.departments))


def _departments(fields: Fields) -> list[str]:
    return [name for _, text in fields.of(Role.DEPARTMENT) for name in read_departments(text)]


def _add(tree: Tree, fields: Fields, below: Fields | None) -> None:
    """Add a row to the tree, whatever it is."""
    row = fields.row
    if row.hidden:
        tree.hide(fields)
    heading = fields.heading
    if fields.goes_on:
        tree.more(fields)
    elif fields.is_remark:
        tree.remark(fields)
    elif fields.counts_results:
        tree.remarks.append(row.line_text)
    elif heading is not None:
        tree.open(heading, row.cells[row.filled[0]], fields.place())
    elif fields.stands_alone or fields.is_note:
        tree.line(fields, below)
    elif tree.is_beside and fields.is_short and not fields.has_values:
        tree.beside(row, fields.place())
    else:
        tree.row(fields)


def _column_issues(table: Table) -> list[Issue]:
    """Say which columns are missing, and which of those that may stand once stand twice."""
    roles = [column.role for column in table.columns]
    text, place = table.header.text, table.place()
    issues = [
        Issue("column-missing", text, 0, len(text), name, place)
        for role, name in _NEEDED.items()
        if role not in roles
    ]
    unread = _unread(table)
    issues += [Issue("column-unread", text, 0, len(text), each, place) for each in unread]
    for heading in table.twice:
        start = text.rindex(heading)
        end = start + len(heading)
        issues.append(Issue("column-twice", text, start, end, location=place))
    return issues


def _unread(table: Table) -> Iterator[str]:
    """Yield the headings that say nothing of what they are above, which is figures."""
    for at, column in enumerate(table.columns):
        if column.role is not None or what_it_says(column.heading).kind in SAYING:
            continue
        cells = [row.cells[at].strip() for row in table.body if at < len(row.cells)]
        texts = [text for text in cells if text]
        figures = sum(map(_is_figure, texts))
        if column.heading.strip() and figures * 2 > len(texts):
            yield column.heading


def _is_figure(text: str) -> bool:
    """Whether a cell is a figure, be it with its year, and none that sorts people: 65歳以上."""
    kind = what_it_says(text).kind
    if kind is not Class.UNREAD or len(text) > _SHORT or _SORTING.search(folded(text)):
        return kind is Class.FIGURE
    return read_class(text) is Class.FIGURE


def plan_of(
    tables: Sequence[Table | _Told],
    *,
    remarks: Sequence[str] = (),
    title: str = "",
    file: str = "",
    chosen: Sequence[Chosen] = (),
    vocabulary: Vocabulary = USUAL,
) -> Plan:
    """Make a plan of tables, whatever they were read from.

    Args:
        tables: The tables.
        remarks: Lines beside them.
        title: What the plan is called; by default what the titles of the tables begin with.
        file: What was read, for the message if there is no table.
        chosen: How the file was taken; the columns of each table are added.
        vocabulary: The words that cells are read by.

    Raises:
        TableError: There is no table.

    >>> from kpikit.table.blocks import split_tables
    >>> rows = [Row(1, ["指標名", "実績値", "目標値"]), Row(2, ["利用率", "48.2%", "55%以上"])]
    >>> plan = plan_of(split_tables(rows, "plan.csv")[0], title="計画")
    >>> [(each.name, len(each.targets)) for each in plan.indicators()]
    [('利用率', 1)]
    """
    if not tables:
        raise table_error("table-no-header", file=file, found="—")
    trees = [
        build_tree(table, vocabulary) if isinstance(table, Table) else table.tree(vocabulary)
        for table in tables
    ]
    lines = [*remarks, *(line for tree in trees for line in tree.remarks)]
    legend = {each.code: each for line in lines if (each := read_legend(line.strip()))}
    seen = {each.code: each for tree in reversed(trees) for each in tree.root.categories()}
    categories: dict[str, Category] = seen | legend
    asides = "".join(f"「{line.strip()}」" for line in lines if is_statement(line))
    sections = [
        tree.root.freeze(categories, _firmness(tree, trees, remarks, vocabulary)) for tree in trees
    ]
    for tree, section in zip(trees, sections, strict=True):
        indicators = [one for each in section.walk() for one in each.indicators]
        tree.issues += targets_that_stop(indicators)
    return Plan(
        title or _common([tree.root.heading.title for tree in trees]) or PureWindowsPath(file).stem,
        sections=sections,
        categories=legend.values(),
        issues=[issue for tree in trees for issue in tree.issues],
        remarks=lines,
        chosen=[
            *chosen,
            *(
                each
                for table in tables
                for each in (_taken(table) if isinstance(table, Table) else table.taken())
            ),
            *([Chosen("asides", asides)] if asides else []),
        ],
    )


def _firmness(
    tree: Tree, trees: Sequence[Tree], remarks: Sequence[str], vocabulary: Vocabulary
) -> Firmness:
    """Return what the lines of its sheet, its title and the name of its sheet say of a table."""
    sheets = {each.root.location.sheet for each in trees}
    sheet = tree.root.location.sheet
    own = [each for each in trees if each.root.location.sheet == sheet]
    lines = [line for each in own for line in each.remarks]
    lines += remarks if len(sheets) == 1 else []
    return firmness_of(lines, (sheet, tree.root.text), vocabulary)


def _taken(table: Table) -> list[Chosen]:
    """Say what the columns of a table were taken for."""
    roles = [
        f"「{' '.join(column.heading.split())}」→{column.role.value if column.role else 'text'}"
        for column in table.columns
        if column.heading.strip()
    ]
    taken = {
        "columns": roles,
        "years": table.years,
        "kinds": table.kinds,
        "split": [f"「{each}」" for each in table.split],
        "wrapped": [f"「{''.join(name.splitlines())}」" for name in table.wrapped],
    }
    return [Chosen(code, " ".join(told), table.place()) for code, told in taken.items() if told]


def _common(titles: Sequence[str]) -> str:
    """Return the words that all titles begin with."""
    words = [title.split() for title in titles]
    common: list[str] = []
    for column in zip(*words, strict=False):
        if len(set(column)) > 1:
            break
        common.append(column[0])
    return " ".join(common)
